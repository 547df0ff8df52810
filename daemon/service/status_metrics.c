/* SPDX-License-Identifier: EUPL-1.2 */
/* Names end as Prometheus wants them (_total, _bytes, _seconds); labels and their values are the words of the rest of the program. */
#include "status.h"

static void head(struct buf *out, const char *name, const char *type, const char *help)
{
	buf_printf(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void value(struct buf *out, const char *name, int64_t v)
{
	buf_printf(out, "%s %lld\n", name, (long long)v);
}

static void alone(struct buf *out, const char *name, const char *type, const char *help, int64_t v)
{
	head(out, name, type, help);
	value(out, name, v);
}

static void put_label(struct buf *out, const char *key, struct str text)
{
	buf_printf(out, "%s=\"", key);
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\n') {
			buf_c(out, "\\n");
			continue;
		}
		if (text.p[i] == '"' || text.p[i] == '\\')
			buf_char(out, '\\');
		buf_char(out, text.p[i]);
	}
	buf_char(out, '"');
}

static void labelled(struct buf *out, const char *name, const char *key, const char *word, int64_t v)
{
	buf_printf(out, "%s{", name);
	put_label(out, key, str_c(word));
	buf_printf(out, "} %lld\n", (long long)v);
}

static void put_life(const struct status *s, struct buf *out)
{
	head(out, "scrutateur_info", "gauge", "Version du programme et jeu de règles en service.");
	buf_c(out, "scrutateur_info{");
	put_label(out, "version", str_c(SCRUTATEUR_VERSION));
	buf_char(out, ',');
	put_label(out, "jeu", str_part(s->rules.set, 0, 12));
	buf_c(out, "} 1\n");
	alone(out, "scrutateur_pannes", "gauge", "Ce qui empêche de juger ou de dire ; 0 : /sante répond 200.", (int64_t)s->faults_n);
	alone(out, "scrutateur_avertissements", "gauge", "Ce qui demande le regard d'une personne.", (int64_t)s->warnings_n);
	head(out, "scrutateur_messages_total", "counter", "Messages du journal du service, depuis son démarrage.");
	labelled(out, "scrutateur_messages_total", "niveau", "erreur", (int64_t)s->errors);
	labelled(out, "scrutateur_messages_total", "niveau", "avertissement", (int64_t)s->warnings_said);
	alone(out, "process_start_time_seconds", "gauge", "Démarrage du service.", s->since_us / 1000000);
	head(out, "process_cpu_seconds_total", "counter", "Calcul du superviseur.");
	buf_printf(out, "process_cpu_seconds_total %lld.%03lld\n", (long long)(s->cpu_ms / 1000), (long long)(s->cpu_ms % 1000));
}

static void put_queue(const struct status *s, struct buf *out)
{
	alone(out, "scrutateur_documents_attente", "gauge", "Documents reçus et pas encore jugés.", s->waiting);
	alone(out, "scrutateur_documents_en_cours", "gauge", "Documents que l'on juge.", s->under_way);
	alone(out, "scrutateur_plus_ancien_attente_seconds", "gauge", "Attente du plus ancien document ; 0 : aucun n'attend.",
	      s->oldest_s > 0 ? s->oldest_s : 0);
	head(out, "scrutateur_numerisations", "gauge", "Numérisations à reconnaître.");
	labelled(out, "scrutateur_numerisations", "etat", "attente", s->scans.waiting);
	labelled(out, "scrutateur_numerisations", "etat", "en_cours", s->scans.under_way);
	alone(out, "scrutateur_depot_suspendu", "gauge", "1 : le dépôt garde ses fichiers.", s->drop.paused.n > 0);
	head(out, "scrutateur_depot_fichiers", "gauge", "Fichiers du dépôt.");
	labelled(out, "scrutateur_depot_fichiers", "etat", "observation", (int64_t)s->drop.watched);
	labelled(out, "scrutateur_depot_fichiers", "etat", "ignore", (int64_t)s->drop.ignored);
	alone(out, "scrutateur_depot_plus_ancien_seconds", "gauge", "Depuis quand le plus ancien fichier en observation est au dépôt ; 0 : aucun.", s->drop.oldest_s);
	alone(out, "scrutateur_depot_pris_total", "counter", "Fichiers pris du dépôt.", (int64_t)s->drop.taken);
	alone(out, "scrutateur_depot_refuses_total", "counter", "Entrées du dépôt refusées sans être lues.", (int64_t)s->drop.refused);
	alone(out, "scrutateur_depot_debordements_total", "counter", "Fois où le système n'a pas signalé toutes les arrivées.",
	      (int64_t)s->drop.overflows);
}

static void put_rules(const struct status *s, struct buf *out)
{
	head(out, "scrutateur_regles", "gauge", "Règles, par état.");
	labelled(out, "scrutateur_regles", "etat", "active", s->rules.live);
	labelled(out, "scrutateur_regles", "etat", "precedente", s->rules.kept);
	labelled(out, "scrutateur_regles", "etat", "suspendue", s->rules.suspended);
	labelled(out, "scrutateur_regles", "etat", "refusee", s->rules.refused);
	labelled(out, "scrutateur_regles", "etat", "desactivee", s->rules.off);
}

static void put_tally(const struct tally *t, struct buf *out)
{
	head(out, "scrutateur_documents_total", "counter", "Documents décidés.");
	labelled(out, "scrutateur_documents_total", "issue", "juge", (int64_t)t->judged);
	labelled(out, "scrutateur_documents_total", "issue", "refuse", (int64_t)t->refused);
	labelled(out, "scrutateur_documents_total", "issue", "deja_juge", (int64_t)t->repeated);
	if (t->reasons_n > 0)
		head(out, "scrutateur_refus_total", "counter", "Documents refusés, par motif.");
	for (size_t i = 0; i < t->reasons_n; i++)
		labelled(out, "scrutateur_refus_total", "motif", t->reasons[i].word, (int64_t)t->reasons[i].n);
	if (t->rules_n > 0)
		head(out, "scrutateur_constats_total", "counter", "Ce que chaque règle a dit.");
	for (size_t i = 0; i < t->rules_n; i++)
		for (enum verdict v = VERDICT_CONFORME; v < VERDICTS_N; v++) {
			buf_c(out, "scrutateur_constats_total{");
			put_label(out, "regle", str_c(t->rules[i].rule));
			buf_char(out, ',');
			put_label(out, "verdict", str_c(verdict_word(v)));
			buf_printf(out, "} %lld\n", (long long)t->rules[i].n[v]);
		}
}

static void put_machine(const struct status *s, struct buf *out)
{
	head(out, "scrutateur_sortie_attente", "gauge", "Enregistrements qu'une sortie n'a pas encore pris.");
	for (int k = 0; k < SINK_KINDS; k++)
		if (s->sinks[k].wanted)
			labelled(out, "scrutateur_sortie_attente", "sortie", sink_word((enum sink_kind)k), s->sinks[k].due);
	head(out, "scrutateur_sortie_en_panne", "gauge", "1 : une sortie ne prend plus rien.");
	for (int k = 0; k < SINK_KINDS; k++)
		if (s->sinks[k].wanted)
			labelled(out, "scrutateur_sortie_en_panne", "sortie", sink_word((enum sink_kind)k), s->sinks[k].failing);
	alone(out, "scrutateur_disque_libre_bytes", "gauge", "Place libre sur le disque de l'état.", (int64_t)s->disk_free);
	alone(out, "scrutateur_disque_bytes", "gauge", "Taille de ce disque.", (int64_t)s->disk_total);
	alone(out, "scrutateur_quarantaine_bytes", "gauge", "Taille de la quarantaine, comptée de temps en temps.", (int64_t)s->quarantine);
	alone(out, "scrutateur_confinement_complet", "gauge", "1 : seccomp et Landlock.", s->sandbox_whole);
}

void status_metrics(const struct status *s, struct buf *out)
{
	put_life(s, out);
	put_queue(s, out);
	put_rules(s, out);
	put_tally(s->tally, out);
	put_machine(s, out);
}
