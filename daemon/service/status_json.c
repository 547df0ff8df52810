/* SPDX-License-Identifier: EUPL-1.2 */
#include "json.h"
#include "status.h"

static struct str when(int64_t us, char out[40])
{
	record_time(us, out);
	return str_c(out);
}

static const char *status_state_word(const struct status *s)
{
	static const char *const words[] = { "demarrage", "en-service", "arret" };

	return words[s->state];
}

static void put_list(struct json *j, const char *key, const struct str *at, size_t n)
{
	json_array(j, key);
	for (size_t i = 0; i < n; i++)
		json_for_yaml(j, NULL, at[i]);
	json_end(j);
}

static void put_queue(struct json *j, const struct status *s)
{
	json_object(j, "file");
	json_int(j, "attente", s->waiting);
	json_int(j, "en_cours", s->under_way);
	if (s->oldest_s >= 0)
		json_int(j, "plus_ancien_s", s->oldest_s);
	else
		json_null(j, "plus_ancien_s");
	json_end(j);
	json_object(j, "depot");
	json_for_yaml(j, "chemin", s->drop.path);
	json_for_yaml(j, "suspendu", s->drop.paused);
	json_int(j, "en_observation", (int64_t)s->drop.watched);
	json_int(j, "plus_ancien_s", s->drop.oldest_s);
	json_int(j, "ignores", (int64_t)s->drop.ignored);
	json_int(j, "pris", (int64_t)s->drop.taken);
	json_int(j, "refuses", (int64_t)s->drop.refused);
	json_int(j, "debordements", (int64_t)s->drop.overflows);
	json_end(j);
	json_object(j, "numerisations");
	json_bool(j, "actif", s->scans.on);
	json_int(j, "places", s->scans.places);
	json_int(j, "attente", s->scans.waiting);
	json_int(j, "en_cours", s->scans.under_way);
	json_end(j);
}

static void put_rules(struct json *j, const struct status *s)
{
	json_object(j, "regles");
	json_for_yaml(j, "jeu", s->rules.set);
	json_int(j, "en_service", s->rules.live);
	json_int(j, "precedentes", s->rules.kept);
	json_int(j, "suspendues", s->rules.suspended);
	json_int(j, "refusees", s->rules.refused);
	json_int(j, "desactivees", s->rules.off);
	if (s->rules.former.n)
		json_str(j, "references_precedentes", s->rules.former);
	else
		json_null(j, "references_precedentes");
	json_end(j);
}

static void put_tally(struct json *j, const struct tally *t)
{
	json_object(j, "documents");
	json_int(j, "juges", (int64_t)t->judged);
	json_int(j, "refuses", (int64_t)t->refused);
	json_int(j, "deja_juges", (int64_t)t->repeated);
	json_end(j);
	json_array(j, "refus");
	for (size_t i = 0; i < t->reasons_n; i++) {
		json_object(j, NULL);
		json_for_yaml(j, "motif", str_c(t->reasons[i].word));
		json_int(j, "n", (int64_t)t->reasons[i].n);
		json_end(j);
	}
	json_end(j);
	json_array(j, "constats");
	for (size_t i = 0; i < t->rules_n; i++) {
		json_object(j, NULL);
		json_for_yaml(j, "regle", str_c(t->rules[i].rule));
		for (enum verdict v = VERDICT_CONFORME; v < VERDICTS_N; v++)
			json_int(j, verdict_word(v), (int64_t)t->rules[i].n[v]);
		json_end(j);
	}
	json_end(j);
}

static void put_machine(struct json *j, const struct status *s)
{
	json_array(j, "sorties");
	for (int k = 0; k < SINK_KINDS; k++) {
		if (!s->sinks[k].wanted)
			continue;
		json_object(j, NULL);
		json_for_yaml(j, "nom", str_c(sink_word((enum sink_kind)k)));
		json_int(j, "a_livrer", s->sinks[k].due);
		json_bool(j, "en_panne", s->sinks[k].failing);
		json_end(j);
	}
	json_end(j);
	json_object(j, "disque");
	json_int(j, "libre", (int64_t)s->disk_free);
	json_int(j, "total", (int64_t)s->disk_total);
	json_int(j, "quarantaine", (int64_t)s->quarantine);
	json_end(j);
	json_object(j, "confinement");
	json_for_yaml(j, "dit", s->sandbox);
	json_bool(j, "complet", s->sandbox_whole);
	json_end(j);
}

static void put_errors(struct json *j, const struct status *s)
{
	char ts[40];

	json_object(j, "erreurs");
	json_int(j, "erreurs", (int64_t)s->errors);
	json_int(j, "avertissements", (int64_t)s->warnings_said);
	json_array(j, "dernieres");
	for (size_t i = 0; i < s->last_n; i++) {
		json_object(j, NULL);
		json_for_yaml(j, "ts", when(s->last[i].at_us, ts));
		json_for_yaml(j, "niveau", s->last[i].level <= NEWS_ERR ? STR("erreur") : STR("avertissement"));
		json_for_yaml(j, "texte", str_c(s->last[i].text));
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

void status_json(const struct status *s, struct buf *out)
{
	struct json whole, *j = &whole;
	char ts[40];

	json_begin(j, out, JSON_LINE);
	json_str(j, "schema", STR(STATUS_SCHEMA));
	json_for_yaml(j, "ts", when(s->now_us, ts));
	json_for_yaml(j, "version", str_c(SCRUTATEUR_VERSION));
	json_int(j, "processus", s->pid);
	json_for_yaml(j, "depuis", when(s->since_us, ts));
	json_for_yaml(j, "etat", str_c(status_state_word(s)));
	put_list(j, "pannes", s->faults, s->faults_n);
	put_list(j, "avertissements", s->warnings, s->warnings_n);
	put_queue(j, s);
	put_rules(j, s);
	put_tally(j, s->tally);
	put_machine(j, s);
	put_errors(j, s);
	json_finish(j);
	buf_char(out, '\n');
}

void status_probe(const struct status *s, struct buf *out)
{
	for (size_t i = 0; i < s->faults_n; i++)
		buf_printf(out, "%.*s\n", STR_ARG(s->faults[i]));
	if (s->faults_n == 0)
		buf_c(out, "ok\n");
	if (s->rules.former.n)
		buf_printf(out, "version précédente en service, le fichier enregistré ne se charge pas : %.*s\n", STR_ARG(s->rules.former));
	if (s->ledger_behind)
		buf_c(out, "registre plus ancien que le fichier des alertes : scrutateur reconstruire\n");
	if (s->ledger_begun_again)
		buf_c(out, "registre recommencé, il ne sait rien d'une partie de l'archive ou des alertes dites avant : scrutateur reconstruire\n");
}
