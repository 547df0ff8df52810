/* SPDX-License-Identifier: EUPL-1.2 */
/* Generations of rules: loading one, putting it in the place of another, telling and remembering what is in service. Private to the
 * supervisor.
 */
#ifndef SCRUTATEUR_GENERATIONS_H
#define SCRUTATEUR_GENERATIONS_H

#include "conf.h"
#include "hostproc.h"
#include "news.h"
#include "rules_view.h"
#include "sources.h"

struct supervisor;
struct waiting;

struct settings {
	struct arena a;
	struct conf c;
};
struct reloading {
	struct sources *watch;
	char print[DIGEST_HEX];	   /* of the files, when the last load began */
	char refused[DIGEST_HEX];  /* of those that were refused last */
	bool stale;		   /* what is loading was overtaken by a change */
	unsigned again;		   /* times in a row that it was */
	bool wanted;		   /* asked before there was anything to reload */
	int64_t asked, done;	   /* reloads (rules_view.h) */
	enum reload_state state;
	char why[800];
};

/* in_service.c */
/* A rule that judges in `old` (or NULL) and that `h` refuses, with no former version that holds either: a parameter changed under it. */
const struct host_rule *in_service_lost(const struct hostproc *old, const struct hostproc *h);
/* Since when, and what is suspended, from the ledger. */
void in_service_adopt(struct supervisor *s, struct hostproc *h);
/* Told when somebody changed something; a host that comes back with the same set is only news. */
void in_service_say(struct supervisor *s, const struct hostproc *h, const struct hostproc *old, bool asked);
/* The rule hit a limit on this document; after LIMIT_STRIKES documents it is suspended. */
void in_service_strike(struct supervisor *s, struct hostproc *h, const char *rule, const struct waiting *w, const char *why);
/* etat/regles.json (rules_view.h). */
void in_service_write(struct supervisor *s);

/* generations.c */
void generations_start(struct supervisor *s);
void generations_reload(struct supervisor *s);
void generations_retry(void *ctx);
/* Reload if the files say something else than when they were last loaded. */
void generations_look(void *ctx);
void generations_end(struct supervisor *s);
struct settings *settings_load(const char *path, struct err *e);
void settings_free(struct settings *set);

#endif
