/* SPDX-License-Identifier: EUPL-1.2 */
/* How the service is, for people and programs: gathered by the supervisor, told as JSON (`scrutateur etat`), as metrics and as a page.
 *
 *     {"schema": "scrutateur-etat/1.0", "ts", "version", "processus", "depuis", "etat": "demarrage" | "en-service" | "arret",
 *      "pannes": ["…"], "avertissements": ["…"],
 *      "file": {"attente", "en_cours", "plus_ancien_s": null | 12},
 *      "depot": {"chemin", "suspendu": null | "pourquoi", "en_observation", "plus_ancien_s", "ignores", "pris", "refuses", "debordements"},
 *      "numerisations": {"actif", "places", "attente", "en_cours"},
 *      "regles": {"jeu", "en_service", "precedentes", "suspendues", "refusees", "desactivees", "references_precedentes": null | "parametres, lexique"},
 *      "documents": {"juges", "refuses", "deja_juges"}, "refus": [{"motif", "n"}],
 *      "constats": [{"regle", "conforme", "anomalie", "non_verifiable", "sans_objet", "erreur"}],
 *      "sorties": [{"nom", "a_livrer", "en_panne"}], "disque": {"libre", "total", "quarantaine"}, "confinement": {"dit", "complet"},
 *      "erreurs": {"erreurs", "avertissements", "dernieres": [{"ts", "niveau", "texte"}]}}
 *
 * Counts of documents and findings are since `depuis`; times in seconds, sizes in bytes. A panne means that what is dropped is not judged or
 * what is found is not told; an avertissement, that a person should look. Nothing of a document is in it but file names, as the log has them.
 */
#ifndef SCRUTATEUR_STATUS_H
#define SCRUTATEUR_STATUS_H

#include "buf.h"
#include "finding.h"
#include "news.h"
#include "sink.h"
#include "service_tally.h"

#define STATUS_SCHEMA "scrutateur-etat/1.0"
#define STATUS_PATH "/etat.json"
#define STATUS_REASONS 16
#define VERDICTS_N (VERDICT_ERREUR + 1)

struct status {
	int64_t now_us, since_us, pid;
	enum { STATUS_STARTING, STATUS_RUNNING, STATUS_STOPPING } state;
	struct str faults[STATUS_REASONS], warnings[STATUS_REASONS];
	size_t faults_n, warnings_n;
	bool ledger_begun_again, ledger_behind;
	int64_t waiting, under_way, oldest_s; /* oldest_s -1: nothing waits */
	struct {
		struct str path, paused; /* paused: why, or empty */
		uint64_t watched, ignored, taken, refused, overflows;
		int64_t oldest_s; /* of those watched; 0: none */
	} drop;
	struct {
		bool on;
		int64_t places, waiting, under_way;
	} scans;
	struct {
		struct str set;
		unsigned live, kept, suspended, refused, off;
		struct str former; /* "parametres, lexique": references of a former version */
	} rules;
	const struct tally *tally;
	struct {
		bool wanted, failing;
		int64_t due;
	} sinks[SINK_KINDS];
	uint64_t disk_free, disk_total, quarantine; /* bytes */
	struct str sandbox;
	bool sandbox_whole;
	struct news_item last[NEWS_KEPT]; /* newest first */
	size_t last_n;
	uint64_t errors, warnings_said;
	int64_t cpu_ms;
};

void status_json(const struct status *s, struct buf *out);
/* Prometheus text format, 0.0.4. */
void status_metrics(const struct status *s, struct buf *out);
void status_page(const struct status *s, struct buf *out);
/* "ok", or one panne a line; then what judges in a former version, and a ledger that was begun again; for probes. */
void status_probe(const struct status *s, struct buf *out);

#endif
