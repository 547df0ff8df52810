/* SPDX-License-Identifier: EUPL-1.2 */
/* An alert that no longer holds is told like one that does: by the rule that looked again, in the version that did, on the document it
 * looked at. Made in the supervisor, which alone knows what was told before; what a rule and a document said is copied, not looked into. */
#include <string.h>

#include "escape.h"
#include "record_priv.h"

/* A text in which the rule finds nothing to judge may be a part of the act: that is said otherwise, for a person to look. */
static struct str sentence(struct arena *a, const struct lifted *l)
{
	const char *how = l->nothing ? "n'a plus d'objet" : l->verdict == VERDICT_ANOMALIE ? "ne tient plus" : "vérifié depuis";

	if (!l->later.n)
		return arena_printf(a, "%s : %.*s", how, STR_ARG(l->message));
	return arena_printf(a, "%s dans « %.*s », déposé après : %.*s", how, STR_ARG(l->later), STR_ARG(l->message));
}

void record_of_correction(struct arena *a, const struct record_parts *by, const struct lifted *l, const char *sha256,
			  struct record_parts *ret)
{
	struct record_parts p = *by;
	const struct str message = sentence(a, l);

	p.event = EVENT_CORRECTION;
	p.severity = SEVERITY_NONE;
	/* The rule may have found something else in the act: of this it says that it is not so. */
	p.verdict = l->nothing ? VERDICT_SANS_OBJET : VERDICT_CONFORME;
	memcpy(p.alerte_v1, l->alerte_v1, sizeof p.alerte_v1);
	fingerprint_occurrence(p.alerte_v1, sha256, by->bell[BELL_RULE_VERSION], p.occurrence_v1);
	p.exception = p.exempted_by = p.passages = p.objet = STR("");
	p.topic = l->topic.n ? l->topic : STR("acte");
	for (size_t max = LIMIT_MESSAGE;; max = RECORD_CORRECTION_LEAST) {
		p.before = record_said(a, message, max);
		p.found = record_found_nothing(a, p.topic, &p, max);
		if (max == RECORD_CORRECTION_LEAST || record_fits(&p, 0))
			break;
	}
	p.limit = false;
	p.bell[BELL_WORD] = str_c(event_word(EVENT_CORRECTION));
	p.bell[BELL_MESSAGE] = escape_line(a, message, BELL_MESSAGE_BYTES);
	p.bell[BELL_EVIDENCE] = STR("");
	*ret = p;
}
