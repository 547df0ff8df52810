/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules as a person loads them: everything that is wrong with them is said. */
#include <stdio.h>

#include "bounds.h"
#include "conf_place.h"
#include "machine.h"
#include "session.h"

/* Before what the rules say of it, each in its own way. */
static void say_gaps(const struct lexicon *lx, const char *file)
{
	struct buf said;
	size_t n = 0;

	buf_init(&said, 8 * KIB);
	for (enum cue c = 0; c < CUE_COUNT; c++)
		if (!lexicon_names(lx, c))
			buf_printf(&said, "%s« %s »", n++ == 0 ? "" : ", ", cue_name(c));
	if (n > 0)
		(void)fprintf(stderr, "scrutateur : avertissement : %s : %zu repère%s manque%s (%.*s) : le fichier est coupé, ou d'une version d'avant ; "
				      "ce qui s'y reconnaît n'est pas lu, et des règles peuvent être refusées pour cela\n",
			      file, n, plural_s(n), n > 1 ? "nt" : "", STR_ARG(buf_view(&said)));
	buf_done(&said);
}

/* Whoever reads "nothing to report" must know that nothing was looked for. */
static void say_no_rule(const struct conf *c)
{
	struct err e;

	(void)conf_fault(c, "", "regles", &e, "le dossier des règles « %s » n'en contient aucune (.lua) : rien n'est vérifié", c->regles);
	warn(&e);
}

bool session_rules(struct session *s, bool *ret_broken)
{
	struct err e = { 0 };
	size_t n;
	const struct ruleset_paths paths = session_paths(s);
	struct buf said;

	if (!machine_sources(&s->conf, &e)) {
		complain(&e);
		return false;
	}
	buf_init(&said, MIB);
	if (!ruleset_load(&paths, &s->rules, &e)) {
		complain(&e);
		return false;
	}
	say_gaps(ruleset_lexicon(s->rules), s->conf.lexique);
	const struct rule_report *reports = ruleset_reports(s->rules, &n);
	if (n == 0)
		say_no_rule(&s->conf);
	for (size_t i = 0; i < n; i++) {
		if (reports[i].state == RULE_LIVE)
			continue;
		complain(&reports[i].err);
		rule_line_print(&reports[i], &said);
		remarks_print(&reports[i], &said);
		say_words(buf_view(&said));
		buf_clear(&said);
		*ret_broken |= !reports[i].off;
	}
	buf_done(&said);
	return true;
}
