/* SPDX-License-Identifier: EUPL-1.2 */
/* The members of a record, one function each, in the order of ALERT_FORMAT §1. Required keys are never left out: what
 * is not known is null. One function (put_place) computes byte offsets and line/column together, for they must say the
 * same. */
#include "fields.h"
#include "record_priv.h"

static void put_str(struct json *j, const char *key, struct str s)
{
	if (s.n)
		json_str(j, key, s);
	else
		json_null(j, key);
}

void record_put_severity(struct json *j, const struct finding *f)
{
	if (f->verdict != VERDICT_ANOMALIE) {
		json_null(j, "severity");
		return;
	}
	json_object(j, "severity");
	json_str(j, "level", str_c(severity_word(f->severity)));
	json_int(j, "num", f->severity);
	json_str(j, "from", str_c(severity_from_word(f->from)));
	json_end(j);
}

void record_put_rule(struct json *j, struct arena *a, const struct rule_info *r, struct str ruleset, const char *const *former, size_t max)
{
	json_object(j, "rule");
	json_str(j, "id", r->id);
	put_str(j, "version", r->version);
	record_put_text(j, a, "title", r->titre, max);
	put_str(j, "sha256", str_c(r->sha256));
	put_str(j, "ruleset", ruleset);
	put_str(j, "checked_on", r->verifie_le);
	if (former && *former) {
		json_array(j, "former");
		for (; *former; former++)
			json_str(j, NULL, str_c(*former));
		json_end(j);
	}
	json_end(j);
}

static void put_basis(struct json *j, struct arena *a, const struct legal *l, size_t max)
{
	json_object(j, NULL);
	if (l->usage.n) {
		json_str(j, "code", STR("usage"));
		json_null(j, "article");
		record_put_text(j, a, "says", l->usage, max);
	} else if (l->jurisprudence.n) {
		json_str(j, "code", STR("jurisprudence"));
		record_put_text(j, a, "article", l->jurisprudence, max);
		record_put_text(j, a, "says", l->dit, max);
	} else {
		json_str(j, "code", l->reponse_ministerielle.n ? STR("reponse_ministerielle") : l->code);
		record_put_text(j, a, "article", l->reponse_ministerielle.n ? l->reponse_ministerielle : l->article,
				max);
		record_put_text(j, a, "says", l->dit, max);
	}
	if (l->depuis.n)
		record_put_text(j, a, "since", l->depuis, max);
	if (l->url.n && l->url.n <= max) /* a cut address leads nowhere */
		json_str(j, "url", l->url);
	json_end(j);
}

void record_put_legal(struct json *j, struct arena *a, const struct finding *f, const struct cut *cut)
{
	json_array(j, "legal");
	for (size_t i = 0; i < f->fondement_n && i < cut->lists; i++)
		put_basis(j, a, f->fondement[i], cut->text);
	json_end(j);
}

static void put_value(struct json *j, struct arena *a, struct str v, size_t max)
{
	int64_t number;

	if (str_int(v, &number))
		json_int(j, "value", number);
	else if (v.n >= 2 && v.p[0] == '"' && v.p[v.n - 1] == '"')
		record_put_text(j, a, "value", str_part(v, 1, v.n - 1), max);
	else
		record_put_text(j, a, "value", v, max);
}

void record_put_parameters(struct json *j, struct arena *a, const struct finding *f, const struct cut *cut)
{
	json_array(j, "parameters");
	for (size_t i = 0; i < f->params_n && i < cut->lists; i++) {
		const struct used_param *p = &f->params[i];
		if (p->a_verifier) /* `unread` says it */
			continue;

		json_object(j, NULL);
		record_put_text(j, a, "name", p->nom, cut->text);
		put_value(j, a, p->valeur, cut->text);
		put_str(j, "from", p->du);
		put_str(j, "to", p->au);
		if (p->source.n)
			record_put_text(j, a, "reference", p->source, cut->text);
		json_end(j);
	}
	json_end(j);
}

static const char *origin_of(const struct reading *r)
{
	return r->origine == ORIGIN_TEXTE ? "texte" : r->origine == ORIGIN_OCR ? "ocr" : "extraction";
}

static void put_sides(struct json *j, const struct reading *r)
{
	json_array(j, "side_files");
	for (size_t i = 0; i < r->cotes_n; i++) {
		const struct side_read *s = &r->cotes[i];

		json_object(j, NULL);
		put_str(j, "name", s->nom);
		put_str(j, "sha256", s->sha256);
		put_str(j, "kind", str_c(envelope_kind_word(s->kind)));
		if (s->raison.n)
			json_str(j, "reason", s->raison);
		json_end(j);
	}
	json_end(j);
}

void record_put_document(struct json *j, const struct record_context *c)
{
	const struct text *t = c->reading ? c->reading->text : NULL;

	put_str(j, "path", c->path);
	put_str(j, "sha256", str_c(c->sha256));
	if (c->sha256 && *c->sha256)
		json_int(j, "bytes", (int64_t)c->bytes);
	else
		json_null(j, "bytes");
	put_str(j, "encoding", str_c(t ? text_encoding_word(t->encoding) : NULL));
	put_str(j, "origin", str_c(t ? origin_of(c->reading) : NULL));
	put_str(j, "text_sha256", str_c(c->text_sha256));
	put_str(j, "text", str_c(!t ? NULL : t->received ? "received" : "extracted"));
	if (t && t->tool.n)
		json_str(j, "extraction", t->tool);
	if (t && t->unread_n)
		json_int(j, "unread_pages", (int64_t)t->unread_n);
	if (t && c->reading->cotes_n)
		put_sides(j, c->reading);
}

static struct str read_text(const struct field *f)
{
	return f->statut == FIELD_LU ? f->texte : (struct str){ NULL, 0 };
}

/* The code of @CTES. */
static void put_nature(struct json *j, const struct field *f)
{
	const int i = f->statut == FIELD_LU ? str_position(f->texte, NATURE_WORDS) : -1;

	if (i >= 0)
		json_int(j, "nature", i + 1);
	else
		json_null(j, "nature");
}

void record_put_act(struct json *j, struct arena *a, const struct reading *r, size_t acte, size_t max)
{
	const struct acte *ac = &r->actes[acte];

	json_object(j, "act");
	record_put_text(j, a, "siren", read_text(r->acte_siren.statut == FIELD_LU ? &r->acte_siren : &r->siren), max);
	record_put_text(j, a, "body", read_text(&r->organe), max);
	record_put_text(j, a, "number", acte_known_as(r, acte), max);
	put_str(j, "date", read_text(&r->date));
	record_put_text(j, a, "subject", read_text(&ac->objet), max);
	put_nature(j, &r->acte_nature);
	record_put_text(j, a, "matter", read_text(&r->acte_matiere), max);
	json_end(j);
}

static void put_position(struct json *j, const char *key, struct place p)
{
	json_object(j, key);
	json_int(j, "line", p.line);
	json_int(j, "col", p.col);
	json_end(j);
}

/* bytes, start, end, (page), text, cut */
static void put_place(struct json *j, struct arena *a, const struct reading *r, struct span s, size_t max)
{
	struct place from = place_at(r->places, s.start);
	bool cut;
	struct str passage = record_excerpt(a, str_part(r->text->bytes, s.start, s.end), max, &cut);

	json_pair(j, "bytes", (int64_t)s.start, (int64_t)s.end);
	put_position(j, "start", from);
	put_position(j, "end", place_at(r->places, s.end));
	if (r->pages > 1)
		json_int(j, "page", from.page);
	json_str(j, "text", passage);
	json_bool(j, "cut", cut);
}

static bool is_passage(const struct reading *r, struct span s)
{
	return s.start < s.end && s.end <= r->text->bytes.n;
}

void record_put_evidence(struct json *j, struct arena *a, const struct reading *r, const struct finding *f,
			 const struct cut *cut)
{
	size_t written = 0, passages = 0;

	json_array(j, "evidence");
	for (size_t i = 0; i < f->preuves_n; i++) {
		const struct evidence *e = &f->preuves[i];

		if (!is_passage(r, e->span) || ++passages > cut->evidence)
			continue;
		json_object(j, NULL);
		json_int(j, "n", (int64_t)++written);
		record_put_text(j, a, "field", e->champ, cut->text);
		json_str(j, "role", str_c(role_word(e->role)));
		put_place(j, a, r, e->span, cut->excerpt);
		json_end(j);
	}
	json_end(j);
	if (passages > written)
		json_int(j, "evidence_more", (int64_t)(passages - written));
}

void record_put_unread(struct json *j, struct arena *a, const struct reading *r, const struct finding *f,
		       const struct cut *cut)
{
	json_array(j, "unread");
	for (size_t i = 0; i < f->non_lus_n && i < cut->evidence; i++) {
		const struct unread *u = &f->non_lus[i];

		json_object(j, NULL);
		record_put_text(j, a, "field", u->champ, cut->text);
		json_str(j, "status", str_c(statut_word(u->statut)));
		record_put_text(j, a, "reason", u->raison, cut->text);
		if (is_passage(r, u->pres)) {
			json_object(j, "near");
			put_place(j, a, r, u->pres, cut->excerpt);
			json_end(j);
		}
		json_end(j);
	}
	json_end(j);
}

void record_put_fingerprints(struct json *j, const struct record_parts *p)
{
	if (!p->alerte_v1[0]) {
		json_null(j, "fingerprints");
		return;
	}
	json_object(j, "fingerprints");
	json_str(j, "alerte/v1", str_c(p->alerte_v1));
	json_str(j, "occurrence/v1", str_c(p->occurrence_v1));
	json_str(j, "acte/v1", str_c(p->act_key));
	json_end(j);
}

void record_put_exception(struct json *j, struct arena *a, const struct exemption *x)
{
	char day[DATE_TEXT];

	record_put_text(j, a, "id", x->id, LIMIT_EXCERPT);
	record_put_text(j, a, "reason", x->raison, LIMIT_EXCERPT);
	record_put_text(j, a, "by", x->par, LIMIT_EXCERPT);
	json_str(j, "until", str_c(date_text(x->jusqu_au, day)));
}

void record_put_run(struct json *j, int64_t us, const struct finding *f)
{
	json_object(j, "run");
	json_int(j, "us", us);
	if (f) {
		json_int(j, "instructions", f->instructions);
		json_int(j, "memory_peak", f->memory);
	}
	json_end(j);
}
