/* SPDX-License-Identifier: EUPL-1.2 */
/* A record's parts as one frame: numbers, fingerprints, runs of JSON members, passages, the bell's texts. The
 * members stay opaque; only what the ledger indexes by (the enums, the fingerprints) is checked to be what it claims.
 */
#include "frame.h"

#include <string.h>

#include "record.h"

enum { TEXT_ALERTE, TEXT_OCCURRENCE, TEXT_ACT_KEY, TEXT_RULE_SHA256, TEXT_BEFORE, TEXT_RULE, TEXT_DOCUMENT, TEXT_ACT,
       TEXT_FOUND, TEXT_EXCEPTION, TEXT_RUN, TEXT_PASSAGES, TEXT_BELL, TEXT_EXEMPTED_BY = TEXT_BELL + BELL_COUNT, TEXT_TOPIC, TEXT_OBJET, TEXTS };
_Static_assert(TEXT_BELL == FRAME_PARTS_BELL, "frame.c allows UTF-8 from the bell on");
_Static_assert(TEXTS <= FRAME_TEXTS, "a record's parts fit one frame");

void frame_put_parts(struct buf *out, const struct record_parts *p)
{
	struct frame f = {
		.type = FRAME_PARTS,
		.num = { (uint32_t)p->event, (uint32_t)p->verdict, (uint32_t)p->severity, p->acte, p->actes, p->limit },
		.text = { str_c(p->alerte_v1), str_c(p->occurrence_v1), str_c(p->act_key), str_c(p->rule_sha256), p->before, p->rule,
			  p->document, p->act, p->found, p->exception, p->run, p->passages },
		.texts = TEXTS,
	};

	for (int i = 0; i < BELL_COUNT; i++)
		f.text[TEXT_BELL + i] = p->bell[i];
	f.text[TEXT_EXEMPTED_BY] = p->exempted_by;
	f.text[TEXT_TOPIC] = p->topic;
	f.text[TEXT_OBJET] = p->objet;
	frame_put(out, &f);
}

static bool fingerprint_get(struct str s, char out[65])
{
	if (s.n != 0 && s.n != 64)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!(is_figure(s.p[i]) || (s.p[i] >= 'a' && s.p[i] <= 'f')))
			return false;
	memcpy(out, s.p, s.n);
	out[s.n] = '\0';
	return true;
}

bool frame_get_parts(const struct frame *f, struct record_parts *ret, struct err *e)
{
	struct record_parts p = { 0 };

	if (f->type != FRAME_PARTS || f->texts != TEXTS)
		return err_set(e, ERR_SYNTAX, "trame qui n'est pas un constat");
	if (f->num[0] > EVENT_SERVICE || f->num[1] > VERDICT_ERREUR || f->num[2] > SEVERITY_BLOQUANTE)
		return err_set(e, ERR_VALUE, "constat d'un genre inconnu");
	p.event = (enum event_kind)f->num[0];
	p.verdict = (enum verdict)f->num[1];
	p.severity = (enum severity)f->num[2];
	if (!fingerprint_get(f->text[TEXT_ALERTE], p.alerte_v1) ||
	    !fingerprint_get(f->text[TEXT_OCCURRENCE], p.occurrence_v1) ||
	    !fingerprint_get(f->text[TEXT_ACT_KEY], p.act_key) ||
	    !fingerprint_get(f->text[TEXT_RULE_SHA256], p.rule_sha256))
		return err_set(e, ERR_SYNTAX, "empreinte mal formée");
	p.before = f->text[TEXT_BEFORE];
	p.rule = f->text[TEXT_RULE];
	p.document = f->text[TEXT_DOCUMENT];
	p.act = f->text[TEXT_ACT];
	p.found = f->text[TEXT_FOUND];
	p.exception = f->text[TEXT_EXCEPTION];
	p.exempted_by = f->text[TEXT_EXEMPTED_BY];
	p.topic = f->text[TEXT_TOPIC];
	p.objet = f->text[TEXT_OBJET];
	p.run = f->text[TEXT_RUN];
	p.passages = f->text[TEXT_PASSAGES];
	p.acte = f->num[3];
	p.actes = f->num[4];
	p.limit = f->num[5] != 0;
	for (int i = 0; i < BELL_COUNT; i++)
		p.bell[i] = f->text[TEXT_BELL + i];
	*ret = p;
	return true;
}
