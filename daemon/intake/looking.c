/* SPDX-License-Identifier: EUPL-1.2 */
/* One name of the drop: what it is, whether it has settled, what is said while it waits. Nothing that stays in the drop
 * stays in silence (ROBUST I-06, I-07): it is told once per `tell_ms`.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bounds.h"
#include "clock.h"
#include "escape.h"
#include "intake_priv.h"
#include "drop_names.h"
#include "writers.h"

#define BACK_OFF_MS 500	     /* after a failure of ours */
#define BACK_OFF_MAX_MS 600000 /* for what cannot be read */
#define SLOW_FACTOR 10	     /* an empty file and one with several names wait that much longer */
#define STALE_S (24 * 3600)  /* a transfer under way for that long was given up */

static void tell(struct intake *in, int priority, const char *sentence)
{
	in->calls.note(in->calls.ctx, priority, sentence);
}

void intake_refuse(struct intake *in, struct candidate *c, const char *word, const char *sentence)
{
	c->state = CANDIDATE_REFUSED;
	in->counts.refused++;
	in->calls.refused(in->calls.ctx, c->name, word, sentence);
}

/* Refused for what it is, whatever it holds. */
static bool refuse_by_kind(struct intake *in, struct candidate *c)
{
	char sentence[160];

	if (S_ISLNK(c->look.mode))
		intake_refuse(in, c, "lien", "lien symbolique : déposez le fichier lui-même");
	else if (S_ISFIFO(c->look.mode))
		intake_refuse(in, c, "fifo", "tube nommé : ce n'est pas un fichier");
	else if (!S_ISREG(c->look.mode))
		intake_refuse(in, c, "peripherique", "périphérique ou prise : ce n'est pas un fichier");
	else if (c->look.nlink > 1)
		intake_refuse(in, c, "lien-dur",
		       "fichier qui a un autre nom ailleurs (lien dur) : il sera pris quand l'autre nom aura disparu");
	else if ((uint64_t)c->look.size > in->setup.max_bytes) {
		snprintf(sentence, sizeof sentence, "fichier de %lld octets : la limite est de %llu octets",
			 (long long)c->look.size, (unsigned long long)in->setup.max_bytes);
		intake_refuse(in, c, "taille", sentence);
	} else
		return false;
	return true;
}

/* A sentence about one name: escaped, since it goes to logs as it is. */
static void tell_of(struct intake *in, int priority, const char *name, const char *rest)
{
	char sentence[1800];
	struct arena a;

	arena_init(&a, 64 * KIB);
	struct str shown = escape_name(&a, str_c(name), LIMIT_NAME_SHOWN);
	snprintf(sentence, sizeof sentence, "« %.*s » %s", STR_ARG(shown), rest);
	arena_done(&a);
	tell(in, priority, sentence);
}

static void come_back(struct intake *in, int64_t at)
{
	if (at < in->due_ms)
		in->due_ms = at;
}

void intake_wait(struct intake *in, struct candidate *c, int64_t at, int64_t now, int64_t after, const char *why)
{
	come_back(in, at);
	if (c->told_ms != 0 ? now - c->told_ms < in->setup.patience.tell_ms : now - c->first_ms < after)
		return;
	c->told_ms = now;
	tell_of(in, 4, c->name, why);
}

static void blocked(struct intake *in, const char *why)
{
	char sentence[640];

	in->blocked_ms = clock_ms() + BACK_OFF_MS;
	come_back(in, in->blocked_ms);
	if (in->blocked)
		return;
	in->blocked = true;
	snprintf(in->blocked_why, sizeof in->blocked_why, "%s", why);
	snprintf(sentence, sizeof sentence, "rien ne peut être pris du dépôt pour l'instant, les fichiers y restent : %s", why);
	tell(in, 3, sentence);
}

/* It could not be read, or not be removed: again later, and later each time (ROBUST H-06). A right given back by a server or by the
 * directory above changes nothing that a look sees. */
static void unread(struct intake *in, struct candidate *c, enum take_end end, const char *why)
{
	const int64_t pause = in->setup.patience.retry_ms << (c->failures < 10 ? c->failures : 10);
	char sentence[640];

	c->not_before_ms = clock_ms() + (pause < BACK_OFF_MAX_MS ? pause : BACK_OFF_MAX_MS);
	come_back(in, c->not_before_ms);
	if (c->failures++ > 0)
		return;
	c->told_ms = clock_ms();
	if (end == TAKE_UNREADABLE) {
		intake_refuse(in, c, "illisible", "le service n'a pas le droit de lire ce fichier : corrigez ses droits, il sera repris");
		c->state = CANDIDATE_SETTLING;
	} else {
		snprintf(sentence, sizeof sentence, "%s, nouvel essai plus tard : %s",
			 end == TAKE_STAYS ? "est pris, mais n'a pas pu être retiré du dépôt" : "ne se lit pas", why);
		tell_of(in, 4, c->name, sentence);
	}
}

static void taken(struct intake *in)
{
	in->counts.taken++;
	in->depot_dirty = true;
	if (in->blocked) {
		in->blocked = false;
		tell(in, 5, "les fichiers du dépôt sont pris de nouveau");
	}
}

static void set_piece(struct piece *p, struct candidate *c, enum piece_role role)
{
	p->role = role;
	p->look = c->look;
	snprintf(p->name, sizeof p->name, "%s", c->name);
}

static void take_now(struct intake *in, struct candidate *c, const struct pair *pair)
{
	struct arrival a = arrival_new(c, -1, 1 + pair->n);

	set_piece(&a.pieces[0], c, PIECE_ACT);
	for (unsigned i = 0; i < pair->n; i++) {
		set_piece(&a.pieces[1 + i], pair->with[i], i < pair->sides_n ? PIECE_SIDE : PIECE_ANNEX);
		a.pieces[1 + i].c = pair->with[i];
	}
	a.name = strdup(c->name);
	if (a.name == NULL)
		abort();
	group_add(in, &a);
}

/* Once for all of them. */
static void tell_kept(struct intake *in, const struct candidate *c, const char *why)
{
	char rest[1100];

	if (in->kept_told)
		return;
	in->kept_told = true;
	snprintf(rest, sizeof rest,
		 "est pris, et sera jugé, mais ne peut pas être retiré du dépôt, ni les autres (%s) : rendez au service le droit d'écrire dans %s, ils seront retirés au prochain regard",
		 why, in->depot);
	tell_of(in, 3, c->name, rest);
}

void intake_ended(struct intake *in, struct candidate *c, enum take_end how, const struct err *e)
{
	char why[512];

	c->state = CANDIDATE_SETTLING;
	switch (how) {
	case TAKE_DONE:
		taken(in);
		candidates_drop(&in->table, c->name);
		break;
	case TAKE_KEPT:
		taken(in);
		c->state = CANDIDATE_KEPT;
		c->kept_rights = in->rights.n;
		tell_kept(in, c, err_text(e, why, sizeof why));
		break;
	case TAKE_STAYS:
		taken(in);
		unread(in, c, how, err_text(e, why, sizeof why));
		break;
	case TAKE_CHANGED:
		c->look = (struct look){ 0 };
		intake_hint(in);
		break;
	case TAKE_OURS:
		blocked(in, err_text(e, why, sizeof why));
		break;
	default:
		unread(in, c, how, err_text(e, why, sizeof why));
	}
}

static void tally(struct tally *t, const char *name)
{
	if (t->n++ == 0)
		snprintf(t->name, sizeof t->name, "%s", name);
}

bool intake_tally_due(const struct intake *in, struct tally *t)
{
	const int64_t now = clock_ms();
	const bool due = t->n > 0 && (t->told_ms == 0 || now - t->told_ms >= in->setup.patience.tell_ms);

	t->told_ms = due ? now : t->told_ms;
	t->n = 0;
	return due;
}

/* What the pass met of one kind, in one line: there may be thousands. */
static void tell_tally(struct intake *in, struct tally *t, const char *what)
{
	const uint64_t n = t->n;
	char rest[300];

	if (!intake_tally_due(in, t))
		return;
	snprintf(rest, sizeof rest, what, (unsigned long long)n);
	tell_of(in, 4, t->name, rest);
}

void intake_tell_tallies(struct intake *in)
{
	tell_tally(in, &in->stale,
		   "est un transfert commencé il y a plus d'un jour, jamais terminé (%llu dans ce cas) : il n'est pas pris sous ce nom");
	tell_tally(in, &in->unseen, "ne peut pas être examiné (%llu dans ce cas) : corrigez les droits du dossier de dépôt");
}

/* By the clock of the day, and of whoever wrote the file: it only decides whether something is said. */
static void ignore(struct intake *in, const char *name, enum name_kind kind)
{
	struct stat st;

	in->ignored++;
	if (kind == NAME_TRANSFER && fstatat(in->dirs.depot, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    clock_day_us() / 1000000 - st.st_mtim.tv_sec > STALE_S)
		tally(&in->stale, name);
}

bool intake_settled(struct intake *in, struct candidate *c, const struct look *l, int64_t now)
{
	if (!look_same(l, &c->look)) {
		c->look = *l;
		c->since_ms = now;
		c->not_before_ms = 0;
		c->failures = 0;
		c->state = CANDIDATE_SETTLING;
	}
	if (c->state == CANDIDATE_KEPT && c->kept_rights != in->rights.n)
		c->state = CANDIDATE_SETTLING;
	if (c->state != CANDIDATE_SETTLING)
		return false;
	/* Empty, or with several names; of a folder, nothing but its marker. */
	const bool slow = S_ISREG(l->mode) ? l->size == 0 || l->nlink > 1 : S_ISDIR(l->mode) && l->size <= 1;
	int64_t at = c->since_ms + (slow ? SLOW_FACTOR : 1) * in->setup.stabilite_ms;
	if (at < c->not_before_ms)
		at = c->not_before_ms;
	if (now >= at) {
		if (!S_ISREG(l->mode) || !writers_has(in, c->name, l->size == 0))
			return true;
		intake_wait(in, c, INT64_MAX, now, in->setup.patience.folder_ms,
			    "est encore ouvert en écriture : il sera pris quand celui qui le dépose l'aura fermé, ou renommé (« fuser -v » nomme le processus)");
		return false;
	}
	intake_wait(in, c, at, now, in->setup.patience.tell_ms,
		    c->failures > 0 ? "ne se lit toujours pas" : "change sans cesse depuis longtemps : dépôt interrompu ?");
	return false;
}

void intake_look(struct intake *in, const char *name, int64_t now)
{
	struct stat st;
	bool fresh;

	const enum name_kind kind = name_kind(name);

	if (kind != NAME_DOCUMENT) {
		ignore(in, name, kind);
		return;
	}
	if (fstatat(in->dirs.depot, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		if (errno != ENOENT)
			tally(&in->unseen, name);
		return;
	}
	struct candidate *c = candidates_at(&in->table, name, &fresh);
	if (c == NULL)
		return;
	const struct look l = look_of(&st);
	struct pair pair = { .n = 0 };
	c->pass = in->pass;
	if (fresh)
		c->first_ms = now;
	pairs_meet(in, name);
	writers_meet(in, name);
	if (c->state == CANDIDATE_TAKING)
		return;
	if (S_ISDIR(l.mode))
		folders_look(in, c, &l, now);
	else if (intake_settled(in, c, &l, now) && !refuse_by_kind(in, c) && !pairs_wait(in, c, now) && pairs_of(in, c, now, &pair))
		take_now(in, c, &pair);
}
