/* SPDX-License-Identifier: EUPL-1.2 */
/* What the house decided about the rules, outside their files (conf/reglages.yaml): which do not apply, how grave an
 * alert of theirs may be, and for which acts an exception was granted, by whom, why, until when.
 *
 *     desactiver: [visioconference]
 *     gravite: { publication: information }
 *     exceptions:
 *       - { id: EXC-2026-014, regle: quorum, acte: CP20231620, raison: "…", par: "…", du: 2026-11-02, jusqu_au: 2027-03-31 }
 *
 * `collectivite` is facultative: an act's number is its own only within one collectivity.
 *
 * Load errors, with file:line:column: an unknown rule (with the nearest name), one told twice, a severity above the
 * rule's own, a missing or empty id, regle, acte, raison, par or jusqu_au, a day that is none, an end before its
 * beginning, an id used twice.
 */
#ifndef SCRUTATEUR_POLICY_H
#define SCRUTATEUR_POLICY_H

#include "finding.h"

struct policy_rule {
	struct str id;
	bool off;
	enum severity cap;       /* SEVERITY_NONE: the rule's own */
	unsigned line, col;      /* of the cap */
};
struct policy {
	const char *file;
	struct policy_rule *rules; /* those that something is said of */
	size_t rules_n;
	const struct exemption *exemptions;
	size_t exemptions_n;
	struct str text;         /* of the file: part of the set's identity */
};

/* `ids`: the rules there are, NULL-terminated. `file` NULL: nothing is decided. A file without a byte is refused: a save
 * cut short would lift every exception. All memory is the arena's. */
bool policy_load(struct arena *a, const char *file, const char *const *ids, struct policy *ret, struct err *e);
bool policy_off(const struct policy *p, struct str rule);
/* What the rule's alerts weigh at most; ERR_VALUE when that is more than `own`: a house lowers, it does not raise what
 * the law bounds (RULES §0). */
bool policy_severity(const struct policy *p, struct str rule, enum severity own, enum severity *ret, struct err *e);
/* The day by local time. */
struct date policy_today(void);
enum exemption_state { EXEMPTION_IN_FORCE, EXEMPTION_TO_COME, EXEMPTION_OVER };
enum exemption_state exemption_state(const struct exemption *x, struct date today);
const char *exemption_word(enum exemption_state s); /* for people: "en vigueur" "à venir" "expirée" */
/* "2024-018", "2024-018 de « commune de Mirebois »": the act it is for, as people are told. */
struct str exemption_act(struct arena *a, const struct exemption *x);
/* What an exception knows an act by: acte_known_as, and of whom it is; "" where that was not read. */
struct policy_act { struct str number, siren, collectivite; };
/* Lower the severity of an anomalie and mark it when an exception holds for its rule and act; what an exception that is over would have
 * marked is told in f->exception_over. */
void policy_apply(const struct policy *p, const struct policy_act *act, struct date today, struct finding *f);

#endif
