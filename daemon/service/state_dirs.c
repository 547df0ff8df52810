/* SPDX-License-Identifier: EUPL-1.2 */
/* The directories of the state, and the ledger in it, while the service runs. The intake holds some of them as well, and may be what calls: it is opened again by the next look, from the
 * loop. */
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "filing.h"
#include "intake.h"
#include "place.h"
#include "supervisor_priv.h"

/* The intake opens them again, even if something else is still wrong. */
static void say_mended(struct supervisor *s, const char *names)
{
	if (strcmp(names, "verrou") == 0)
		news(NEWS_WARNING, "le fichier « verrou » du répertoire d'état a été ôté pendant que le service tourne : il est refait ; le répertoire était resté verrouillé");
	else
		news(NEWS_ERR,
		     "répertoire d'état : effacé ou remplacé pendant que le service tourne, refait ou repris : %s ; ce qui y était et n'y est plus est à remettre d'une sauvegarde", names);
	s->places_mended = true;
}

static void go_on(struct supervisor *s)
{
	if (s->places_wrong[0] != '\0')
		news(NEWS_NOTICE, "le répertoire d'état est de nouveau entier, les documents sont repris");
	s->places_wrong[0] = '\0';
	alarm_within(s->dispatch, 0);
	alarm_within(s->admission.look, 0);
}

/* `now`: nothing is being asked of the ledger. */
static bool ledger_is_well(struct supervisor *s, bool now, struct err *e)
{
	bool mended;

	if (!now)
		return ledger_in_place(s->ledger, e);
	if (!ledger_mend(s->ledger, &mended, e))
		return false;
	if (mended)
		news(NEWS_ERR, LEDGER_NAME "-wal ou -shm a été ôté pendant que le service tourne : ce qui y était est dans le registre, rien n'est perdu ; n'ôtez jamais ces fichiers, les derniers jugements y sont");
	return true;
}

static void say_wrong(struct supervisor *s, const char *why)
{
	if (strcmp(s->places_wrong, why) != 0)
		news(NEWS_ERR, "%s ; rien n'est pris ni jugé en attendant", why);
	(void)snprintf(s->places_wrong, sizeof s->places_wrong, "%s", why);
}

static bool look(struct supervisor *s, bool now)
{
	char names[200] = "";
	struct err e;
	enum spool_places is = spool_mend(&s->spool, names, &e);

	if (is != SPOOL_WRONG && !ledger_is_well(s, now, &e))
		is = SPOOL_WRONG;
	if (names[0] != '\0')
		say_mended(s, names);
	if (is == SPOOL_WRONG)
		say_wrong(s, e.msg);
	else if (is == SPOOL_MENDED || s->places_wrong[0] != '\0')
		go_on(s);
	return is == SPOOL_MENDED;
}

bool places_mend(struct supervisor *s)
{
	return look(s, false);
}

void places_look(struct supervisor *s)
{
	struct err e;

	(void)look(s, true);
	if (s->places_wrong[0] == '\0')
		filing_again(s);
	if (!s->places_mended || s->intake == NULL)
		return;
	struct intake *in = arrivals_open(s, &s->now->c, &e);
	if (in == NULL)
		return; /* the next look tries again; the drop says itself what is wrong with it */
	s->places_mended = false;
	intake_free(s->intake);
	s->intake = in;
}

/* One document is remembered: with others that can be filed, it would be said again and again. */
void places_unfiled(struct supervisor *s, int64_t document, const char *why)
{
	if (s->unfiled == 0 && s->places_wrong[0] == '\0')
		news(NEWS_ERR, "le répertoire d'état ne garde pas la note ou le texte d'un document, qui attend : %s", why);
	if (s->unfiled == 0)
		s->unfiled = document;
	s->pause_ms = clock_ms() + 2 * RETRY_MS;
	alarm_after(s->dispatch, 2 * RETRY_MS);
}

void places_filed(struct supervisor *s, int64_t document)
{
	if (s->unfiled != document)
		return;
	news(NEWS_NOTICE, "le répertoire d'état garde de nouveau ce qui est décidé");
	s->unfiled = 0;
}
