/* SPDX-License-Identifier: EUPL-1.2 */
/* Verdict → record (ALERT_FORMAT, `scrutateur-alerte/1.0`), in two steps.
 *
 * The document child knows what was found; the supervisor knows when, which number, how often before. So a record
 * travels as parts: JSON members made in the child, ASCII, opaque to the supervisor, and fixed values that the
 * supervisor adds when it seals the line in the ledger's transaction. The supervisor never parses the parts.
 *
 * Keys of a line: docs/scrutateur-alerte-1.0.schema.json, in that order, always all of them, null (lists: empty) where
 * they do not apply. `evidence_more` stands after `evidence` when passages were left out. After `run`, a document
 * record has reading, verdicts, rules, acts (how many), act_key (of the first), judged; a rejet, service, regle or regles record that no rule made has `reason`, the
 * word, and so has the document record of what was not judged again. `prev` is the SHA-256 of the line before, without its LF.
 */
#ifndef SCRUTATEUR_RECORD_H
#define SCRUTATEUR_RECORD_H

#include "finding.h"
#include "json.h"

enum event_kind {
	EVENT_DOCUMENT, EVENT_ALERTE, EVENT_NON_VERIFIABLE, EVENT_CONFORME, EVENT_SANS_OBJET, EVENT_CORRECTION,
	EVENT_REJET, EVENT_REGLE, EVENT_REGLES, EVENT_SERVICE
};
const char *event_word(enum event_kind ev);

/* The short text of a record for syslog and the journal: printable UTF-8, one line each (escape.h), possibly empty. */
enum bell_field { /* WORD: severity, or else verdict or event; EVIDENCE: "1041-1082 L24:1" */
	BELL_WORD, BELL_RULE, BELL_RULE_VERSION, BELL_LEGAL, BELL_ACT, BELL_ACT_DATE, BELL_SHA256, BELL_MESSAGE,
	BELL_EVIDENCE, BELL_COUNT
};

struct record_parts {
	enum event_kind event;
	enum verdict verdict;     /* meaningful for rule events */
	enum severity severity;
	char alerte_v1[65], occurrence_v1[65]; /* "" when the event has no fingerprint */
	char rule_sha256[65];     /* of the text of the rule that found it; "" when none did */
	char act_key[65];         /* fingerprint_act: the ledger counts deposits with it; "" when there is no acte */
	/* JSON members without braces, in the order of ALERT_FORMAT §1: */
	struct str before;        /* severity, message */
	struct str rule;          /* rule, legal, parameters */
	struct str document;      /* inside "document": path … text (the supervisor adds received, deposit) */
	struct str act;           /* act */
	struct str found;         /* evidence, unread, topic, fingerprints */
	struct str exception;     /* inside "exception": id, reason, by, until; empty = null */
	struct str exempted_by;   /* the id of that exception */
	struct str topic;         /* printable, as in `found`; empty for a record without a finding */
	bool limit;               /* the rule met one of its limits */
	struct str run;           /* run; for a `document` record also reading, verdicts, rules */
	struct str bell[BELL_COUNT];
	/* For a person who has the document, as the command line does; in no record: */
	uint32_t acte, actes;     /* the finding is about acte 3 of 18; acte 0: about the séance, or no finding */
	struct str objet;         /* of that acte, an anomaly's and one of several; printable, empty when it was not read */
	struct str passages;      /* where what it rests on stands, each as BELL_EVIDENCE, one space between: "820-866 L20:1 901-944 L21:1" */
};

/* What the findings of one document share (in the order of ruleset_judge): act keys once read, and topics already used, so that
 * two findings of a rule with one topic get "#2", "#3". Records themselves may be made in another arena. */
struct record_memo;
struct record_memo *record_memo_new(struct arena *a, const struct reading *r);

struct record_context {           /* what every record of one document shares */
	const struct reading *reading; /* NULL for a file that was refused */
	struct str path;          /* relative to the drop, escaped */
	const char *sha256;       /* of the file as received; NULL when it was never read (FIFO, link …) */
	const char *text_sha256;  /* or NULL */
	uint64_t bytes;
	struct str ruleset;       /* sha256 of the set */
	const char *const *former; /* words of the references that are a former version (ruleset.h), NULL-terminated; or NULL */
	struct record_memo *memo; /* where `reading` is; else NULL */
	unsigned exempted;        /* of the anomalies found so far, those under an exception */
	unsigned unwritten;       /* of the conforme and sans_objet, those that become no record (service/findings_cut.h) */
};

/* Parts of the record of one finding. Memory: `a`. `brief`: without passages, for what is conforme or sans_objet and so becomes no
 * line of its own. */
void record_of_finding(struct arena *a, const struct record_context *c, const struct finding *f, bool brief,
		       struct record_parts *ret);
/* Parts of the `document` record: the reading's counts, and the verdicts counted by kind (indexed by enum verdict). */
void record_of_document(struct arena *a, const struct record_context *c, const unsigned verdicts[5], unsigned rules_run,
			int64_t us, struct record_parts *ret);
/* Parts of a `rejet`: refusal word and sentence. */
void record_of_refusal(struct arena *a, const struct record_context *c, const char *word, struct str sentence,
		       struct record_parts *ret);
/* Parts of the record of a file whose very bytes were judged before (`deja-juge`), and are not judged again. */
void record_of_repeat(struct arena *a, const struct record_context *c, struct str sentence, struct record_parts *ret);
/* An alert that was told, and that a newer judgement of its act no longer finds, or a newer version of the act. */
struct lifted {
	const char *alerte_v1;
	enum verdict verdict;     /* what was told: anomalie or non_verifiable */
	struct str message, topic; /* printable */
	struct str later;         /* name of the version, dropped later and judged sooner, that lifts it; empty: what is judged now does */
	bool nothing;             /* the rule found nothing to judge where it no longer finds it */
};
/* Parts of its `correction`; `by` are those of what the same rule now says of the act, `sha256` is the document's. */
void record_of_correction(struct arena *a, const struct record_parts *by, const struct lifted *l, const char *sha256,
			  struct record_parts *ret);
/* Parts of a `service`, `regle` or `regles` record: a word and a sentence. `rule_id` may be empty. */
void record_of_event(struct arena *a, enum event_kind ev, const char *word, struct str sentence, struct str rule_id,
		     struct record_parts *ret);

struct record_seal {
	int64_t ts_us;            /* microseconds since the epoch: local time with offset in the record */
	int64_t received_us;
	char id[37];              /* UUID */
	int64_t seq;
	const char *state;        /* nouvelle inchangee modifiee corrigee, NULL for events without a state */
	int64_t deposit;
	int64_t seen_count, seen_first_us;
	const char *host, *version, *instance;
	const char *prev;         /* hex, or NULL for the first */
	/* Of a document that was judged, or not again; NULL for others. A lost ledger is made anew from them (ledger/rebuild.h). */
	const char *ruleset, *judged_with, *seance;
};
/* The line, without its LF. At most LIMIT_RECORD_LINE bytes: excerpts were cut when the parts were made. */
void record_line(const struct record_parts *p, const struct record_seal *s, struct buf *out);
void record_uuid(char out[37]); /* random: v4, getrandom */
/* RFC 3339 with microseconds and the local offset, as in `ts`. */
void record_time(int64_t us, char out[40]);

#endif
