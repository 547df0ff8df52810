/* SPDX-License-Identifier: EUPL-1.2 */
/* The differences for programs and spreadsheets. */
#include "csv.h"
#include "finding.h"
#include "json.h"
#include "replay.h"

static struct str verdict_of(const struct replay_side *s)
{
	return s->verdict < 0 ? STR("") : str_c(verdict_word((enum verdict)s->verdict));
}

static struct str severity_of(const struct replay_side *s)
{
	return s->severity ? str_c(severity_word((enum severity)s->severity)) : STR("");
}

static void put_or_null(struct json *j, const char *key, struct str s)
{
	if (s.n)
		json_str(j, key, s);
	else
		json_null(j, key);
}

static void put_side(struct json *j, const char *key, const struct replay_side *s)
{
	if (s->verdict < 0) {
		json_null(j, key);
		return;
	}
	json_object(j, key);
	json_str(j, "verdict", verdict_of(s));
	put_or_null(j, "gravite", severity_of(s));
	json_str(j, "message", s->message);
	json_end(j);
}

static void put_changes(struct json *j, const struct replay *rp, struct str rule)
{
	json_array(j, "differences");
	for (size_t i = 0; i < rp->documents.n; i++)
		for (size_t k = 0; k < rp->outcomes[i].changes.n; k++) {
			const struct replay_change *c = &rp->outcomes[i].changes.at[k];

			if (!str_eq(c->rule, rule))
				continue;
			json_object(j, NULL);
			json_str(j, "nature", str_c(change_word(c->what)));
			json_str(j, "chemin", str_c(rp->outcomes[i].document->path));
			json_str(j, "nom", rp->outcomes[i].document->name);
			json_int(j, "acte", c->acte);
			json_int(j, "actes", c->actes);
			json_int(j, "ligne", c->line);
			put_side(j, "avant", &c->before);
			put_side(j, "apres", &c->after);
			json_end(j);
		}
	json_end(j);
}

static void put_counts(struct json *j, const char *key, const unsigned changes[CHANGES_N])
{
	json_object(j, key);
	for (int k = 0; k < CHANGES_N; k++)
		json_int(j, change_word((enum change)k), changes[k]);
	json_end(j);
}

static void put_verdicts(struct json *j, const char *key, const unsigned n[5])
{
	json_object(j, key);
	for (int v = 0; v < 5; v++)
		json_int(j, verdict_word((enum verdict)v), n[v]);
	json_end(j);
}

static void put_rules(struct json *j, const struct replay *rp)
{
	json_array(j, "regles");
	for (size_t i = 0; i < rp->rules.n; i++) {
		const struct replay_rule *r = &rp->rules.at[i];

		json_object(j, NULL);
		json_str(j, "regle", r->id);
		put_or_null(j, "version_avant", r->version[0]);
		put_or_null(j, "version_apres", r->version[1]);
		put_or_null(j, "faute", r->fault);
		put_verdicts(j, "verdicts_avant", r->verdicts[0]);
		put_verdicts(j, "verdicts_apres", r->verdicts[1]);
		put_counts(j, "totaux", r->changes);
		put_changes(j, rp, r->id);
		json_end(j);
	}
	json_end(j);
}

void replay_json(const struct replay *rp, struct buf *out)
{
	struct json whole, *j = &whole;

	json_begin(j, out, JSON_LINE);
	json_str(j, "schema", STR("scrutateur-repetition/1.0"));
	json_str(j, "jeu_avant", str_c(ruleset_sha256(rp->sets[0])));
	json_str(j, "jeu_apres", str_c(ruleset_sha256(rp->sets[1])));
	json_int(j, "documents", (int64_t)rp->documents.n);
	json_int(j, "juges", rp->read);
	json_int(j, "actes", rp->actes);
	json_bool(j, "interrompu", rp->interrupted);
	put_counts(j, "totaux", rp->changes);
	json_array(j, "non_lus");
	for (size_t i = 0; i < rp->documents.n; i++) {
		const struct replay_outcome *o = &rp->outcomes[i];

		if (!o->done || o->read)
			continue;
		json_object(j, NULL);
		json_str(j, "chemin", str_c(o->document->path));
		json_str(j, "nom", o->document->name);
		json_str(j, "raison", o->reason);
		json_end(j);
	}
	json_end(j);
	put_rules(j, rp);
	json_finish(j);
	buf_char(out, '\n');
}

static void csv_line(struct buf *out, const struct replay_document *d, const struct replay_change *c)
{
	csv_cell(out, str_c(change_word(c->what)), false);
	csv_cell(out, c->rule, false);
	csv_cell(out, str_c(d->path), false);
	csv_cell(out, d->name, false);
	csv_number(out, c->acte, false);
	csv_number(out, c->line, false);
	csv_cell(out, verdict_of(&c->before), false);
	csv_cell(out, severity_of(&c->before), false);
	csv_cell(out, c->before.message, false);
	csv_cell(out, verdict_of(&c->after), false);
	csv_cell(out, severity_of(&c->after), false);
	csv_cell(out, c->after.message, true);
}

void replay_csv(const struct replay *rp, struct buf *out)
{
	static const char *const columns[] = { "nature", "regle", "chemin", "nom", "acte", "ligne", "verdict_avant", "gravite_avant", "message_avant",
					       "verdict_apres", "gravite_apres", "message_apres", NULL };

	csv_head(out, columns);
	for (size_t i = 0; i < rp->documents.n; i++)
		for (size_t k = 0; k < rp->outcomes[i].changes.n; k++)
			csv_line(out, rp->outcomes[i].document, &rp->outcomes[i].changes.at[k]);
}
