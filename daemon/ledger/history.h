/* SPDX-License-Identifier: EUPL-1.2 */
/* What people ask of the ledger (`scrutateur historique`): findings or documents, newest first, a page at a time. Only reads, while the
 * service writes or without it. The tables are those of docs/REGISTRE.md.
 */
#ifndef SCRUTATEUR_HISTORY_H
#define SCRUTATEUR_HISTORY_H

#include "err.h"
#include "str.h"

/* What narrows it; NULL, 0 and false: does not. Times are of the judgement (for documents: of the reception), du included, au not. */
struct history_query {
	const char *acte, *regle, *verdict, *gravite, *seance, *etat;
	const char *document;   /* part of a file name, or the beginning of a SHA-256 */
	int64_t du_us, au_us;
	int64_t avant;          /* only numbers below this one: the next page */
	int64_t limite;         /* rows */
	bool tout;              /* findings: conforme and sans_objet too */
};

/* Views that live until the callback returns. Texts as the ledger has them: `name` is bytes of the drop. Empty: none. */
struct history_finding {
	int64_t id, document, judged_us, count; /* count: how often this alert was found, over all deposits */
	struct str name, sha256, seance, acte, regle, version, verdict, gravite, message, exception, empreinte;
	struct str etat;        /* nouvelle, inchangee, modifiee; corrigee: it was, and a newer judgement no longer finds it */
	int64_t rang, actes;    /* acte 3 of the 18 of its document; 0: not known */
	bool de_seance;         /* of several actes: it is about the séance */
	struct str objet;       /* of that acte, as it was read */
};
struct history_document {
	int64_t id, bytes, received_us, judged_us; /* judged_us 0: waits */
	int64_t same_as;                           /* 0, or the document of the same content that was judged */
	int64_t anomalies, open;                   /* anomalies: under no exception; open: non_verifiable and erreur */
	bool rebuilt;                              /* found again when the ledger was made anew: judged_us 0 is then not known, and so are the counts */
	struct str name, sha256, seance, etat, motif; /* etat: attente, juge, refuse */
};
/* False stops the walk, and is no failure. */
typedef bool (*history_finding_fn)(void *ctx, const struct history_finding *f);
typedef bool (*history_document_fn)(void *ctx, const struct history_document *d);

/* *ret_more: there are others after the last row. ERR_VALUE: of a newer program; ERR_STATE: of an older one that the service has not
 * brought up to date yet, or unreadable. A query that has nothing to do with documents (acte … verdict, gravite) narrows them to those
 * that have such a finding. */
bool history_findings(const char *path, const struct history_query *q, history_finding_fn fn, void *ctx, bool *ret_more, struct err *e);
bool history_documents(const char *path, const struct history_query *q, history_document_fn fn, void *ctx, bool *ret_more, struct err *e);

/* The records: each names the hash of the one before, so that nobody changes or takes away one without its being seen. */
struct history;
struct history *history_open(const char *path, struct err *e);
void history_close(struct history *h);
/* Is the chain whole? *ret_n: the number of the last record; *ret_broken 0, or the first that does not follow from the one before (the number after the
 * last: the head of the chain is not the last record). Those of history_lost are passed over. */
bool history_chain(struct history *h, int64_t *ret_n, int64_t *ret_broken, struct err *e);
/* The numbers of those that were not found when the ledger was made anew, "1-120, 305"; "" none. */
const char *history_lost(const struct history *h);
/* The line of that number, empty when there is none; valid until the next call. */
bool history_line(struct history *h, int64_t seq, struct str *ret, struct err *e);
/* How many records after `from` and before `to` went to the file of alerts. */
bool history_written(struct history *h, int64_t from, int64_t to, int64_t *ret, struct err *e);

#endif
