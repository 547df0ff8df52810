/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the alerts room: what the makers of a record share. */
#ifndef SCRUTATEUR_RECORD_PRIV_H
#define SCRUTATEUR_RECORD_PRIV_H

#include "fingerprint.h"
#include "bounds.h"
#include "record.h"

/* How much of a finding is written. A line too long is written again with the next row of RECORD_CUTS, until it fits.
 */
struct cut {
	size_t excerpt;  /* code points of a passage */
	size_t text;     /* code points of any other text of the document or of a rule */
	size_t evidence; /* passages, and fields not read */
	size_t lists;    /* legal bases, parameters */
};
extern const struct cut RECORD_CUTS[];
extern const size_t RECORD_CUTS_N;
/* What the supervisor adds when it seals: schema, ts, id, seq, event, verdict, state, received, deposit, seen, host,
 * service, prev. */
#define RECORD_SEAL_ROOM (1 * KIB)
/* What a correction that this finding makes may say more than the finding itself, its own texts cut to RECORD_CORRECTION_LEAST. */
#define RECORD_CORRECTION_ROOM 640
#define RECORD_CORRECTION_LEAST 20
#define RECORD_FOUND_NOTHING 640 /* `found` without passages, of a topic of RECORD_CORRECTION_LEAST code points */
bool record_fits(const struct record_parts *p, size_t room);

/* At most `max` code points of `s`, cut at white space with "…" when there is more. */
struct str record_excerpt(struct arena *a, struct str s, size_t max, bool *ret_cut);
/* A string member cut at `max` code points; null when empty. */
void record_put_text(struct json *j, struct arena *a, const char *key, struct str s, size_t max);

/* Members of the line, in the order of ALERT_FORMAT §1. */
void record_put_severity(struct json *j, const struct finding *f);
void record_put_rule(struct json *j, struct arena *a, const struct rule_info *r, struct str ruleset, const char *const *former, size_t max);
void record_put_legal(struct json *j, struct arena *a, const struct finding *f, const struct cut *cut);
void record_put_parameters(struct json *j, struct arena *a, const struct finding *f, const struct cut *cut);
void record_put_document(struct json *j, const struct record_context *c);
void record_put_act(struct json *j, struct arena *a, const struct reading *r, size_t acte, size_t max);
void record_put_evidence(struct json *j, struct arena *a, const struct reading *r, const struct finding *f,
			 const struct cut *cut);
void record_put_unread(struct json *j, struct arena *a, const struct reading *r, const struct finding *f,
		       const struct cut *cut);
void record_put_fingerprints(struct json *j, const struct record_parts *p);
void record_put_exception(struct json *j, struct arena *a, const struct exemption *x);
void record_put_run(struct json *j, int64_t us, const struct finding *f);

/* `before` of a record that is no alert; `found` of one without passages, `p` (or NULL) has its fingerprints. Texts are cut at `max`
 * code points. */
struct str record_said(struct arena *a, struct str message, size_t max);
struct str record_found_nothing(struct arena *a, struct str topic, const struct record_parts *p, size_t max);

/* The members of `document`, and those of `act` with texts of at most `max` code points. */
struct str record_document_members(struct arena *a, const struct record_context *c);
struct str record_act_members(struct arena *a, const struct reading *r, size_t acte, size_t max);

/* By way of the memo: the act, the members of its document, and the topic of this finding, numbered when it was already used. */
struct act_known {
	struct str key1, key2, members; /* texts as long as RECORD_CUTS allows at first */
	char key[DIGEST_HEX];           /* fingerprint_act */
};
const struct act_known *record_memo_act(const struct record_context *c, size_t acte);
struct str record_memo_document(const struct record_context *c);
struct str record_memo_topic(struct arena *a, const struct record_context *c, const struct finding *f);

#define BELL_MESSAGE_BYTES 2400 /* LIMIT_MESSAGE code points of at most four bytes, an exception before them, and some */
/* The message of a finding that an exception covers. */
struct str record_excepted(struct arena *a, struct str id, struct str reason, struct str message);
/* The bell of a finding, and of a record without one. */
void record_bell_of_finding(struct arena *a, const struct record_context *c, const struct finding *f, bool brief,
			    struct str bell[BELL_COUNT]);
/* The passages that make a finding; what the rule merely read beside them is left out, unless there is nothing else. */
struct str record_passages(struct arena *a, const struct record_context *c, const struct finding *f);
void record_bell_of_event(struct arena *a, const struct record_context *c, enum event_kind ev, struct str message,
			  struct str bell[BELL_COUNT]);

/* What is said when the rule says nothing: a record always has a message. */
struct str record_message(struct arena *a, const struct finding *f);

#endif
