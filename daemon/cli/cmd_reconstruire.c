/* SPDX-License-Identifier: EUPL-1.2 */
/* `reconstruire`: a ledger that is lost or damaged is made anew from the state directory and the file of alerts, while the service is stopped. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ahead.h"
#include "alert_lines.h"
#include "cli.h"
#include "escape.h"
#include "inventory.h"
#include "rebuild.h"
#include "session.h"

struct work {
	struct session *s;
	struct spool spool;
	struct rebuild *r;
	const char *file; /* of the line */
	int64_t lines, unreadable, untold;
	struct str first_unreadable; /* its place, when there is one */
	struct err *e;
	bool broken; /* *e says why */
};

static bool on_document(void *ctx, const struct ledger_document *d, bool waits, const char *refusal, struct err *e)
{
	struct work *w = ctx;

	return rebuild_document(w->r, d, waits, refusal, e);
}

static bool on_line(void *ctx, struct str line, int64_t number)
{
	struct work *w = ctx;
	enum rebuild_line what = REBUILD_KNOWN;

	w->lines++;
	w->broken = !rebuild_line(w->r, line, &what, w->e);
	if (w->broken)
		(void)err_at(w->e, w->e->code, w->file, (unsigned)number, 0, "%s", arena_dup(&w->s->a, str_c(w->e->msg)).p);
	if (what == REBUILD_UNREADABLE && w->unreadable++ == 0)
		w->first_unreadable = arena_printf(&w->s->a, "%s:%lld", w->file, (long long)number);
	return !w->broken;
}

static bool read_lines(struct work *w, const char *file)
{
	bool torn;

	w->file = file;
	return alert_lines(file, on_line, w, &torn, w->e) && !w->broken;
}

/* The service writes to no other kind; one would be waited for without an end. */
static bool read_last_lines(struct work *w, const char *file)
{
	struct stat st;

	if (file == NULL || stat(file, &st) != 0)
		return file == NULL || errno == ENOENT || err_sys(w->e, "examiner %s", file);
	return S_ISREG(st.st_mode) ? read_lines(w, file) : err_set(w->e, ERR_STATE, "%s n'est pas un fichier ordinaire", file);
}

static bool read_all_lines(struct work *w, const struct options *o)
{
	for (int i = 0; i < o->files_n; i++)
		if (!read_lines(w, o->files[i]))
			return false;
	return read_last_lines(w, w->s->conf.alertes.fichier);
}

static bool on_untold(void *ctx, const char *spool, const char *refusal, struct err *e)
{
	struct work *w = ctx;

	w->untold++;
	return inventory_wait_again(&w->spool, spool, refusal, e);
}

static struct str counts(struct work *w, const struct rebuild_sums *n)
{
	return arena_printf(&w->s->a, "%lld document%s jugé%s, %lld refusé%s, %lld en attente ; %lld enregistrement%s", (long long)n->juges, plural_s(n->juges),
			    plural_s(n->juges), (long long)n->refuses, plural_s(n->refuses), (long long)n->attente, (long long)n->records, plural_s(n->records));
}

/* What the record says, cut to what matters: its sentence has LIMIT_MESSAGE characters. */
static struct str sentence(struct work *w, const struct rebuild_sums *n)
{
	const struct str lost = escape_line(&w->s->a, n->lost, 60);

	return arena_printf(&w->s->a, "registre reconstruit : %.*s ; n'ont pas pu être retrouvés : les lectures, les verdicts dont rien n'a été dit%s%.*s",
			    STR_ARG(counts(w, n)), lost.n ? ", les enregistrements " : "", STR_ARG(lost));
}

static void say_not_found(const struct work *w, const struct rebuild_sums *n)
{
	(void)puts("N'ont pas pu être retrouvés :\n  les lectures, les verdicts dont rien n'a été dit, les essais, depuis quand chaque règle sert");
	if (n->lost.n)
		(void)printf("  les enregistrements %.*s : donnez aussi les fichiers d'alertes archivés, s'ils sont gardés\n", STR_ARG(n->lost));
	if (n->undated > 0)
		(void)printf("  de %lld document%s : la date du jugement, et ce qui en a été dit\n", (long long)n->undated, plural_s(n->undated));
	if (n->missing_file > 0)
		(void)printf("  les octets de %lld document%s, dont le fichier des alertes parle\n", (long long)n->missing_file, plural_s(n->missing_file));
	if (w->unreadable > 0)
		(void)printf("  %lld ligne%s d'alertes, que rien ne lit (la première : %.*s)\n", (long long)w->unreadable, plural_s(w->unreadable),
			     STR_ARG(w->first_unreadable));
	if (n->restarted)
		(void)puts("  la numérotation d'avant : un registre avait déjà été perdu, et un autre commencé");
	if (n->broken_at > 0)
		(void)printf("La chaîne des empreintes est rompue avant l'enregistrement %lld : lui ou le précédent a été modifié ; les deux sont repris tels quels\n",
			     (long long)n->broken_at);
	if (w->untold > 0)
		(void)printf("%lld document%s remis en attente : le jugement n'en avait été dit nulle part\n", (long long)w->untold, plural_s(w->untold));
}

static void say_kept(const struct work *w, const char *aside)
{
	if (*aside)
		(void)printf("L'ancien registre est gardé dans %s/%s.\n", w->s->conf.etat, aside);
}

static bool finish(struct work *w, const struct rebuild_sums *n)
{
	const struct str words = sentence(w, n);
	char aside[64];
	struct record_parts p;
	bool done;

	record_of_event(&w->s->a, EVENT_SERVICE, "registre-reconstruit", words, STR(""), &p);
	struct rebuild *r = w->r;
	w->r = NULL;
	if (!rebuild_end(r, &p, session_sinks(w->s), w->spool.tmp, w->spool.etat, w->e) || !rebuild_take_over(w->spool.etat, aside, &done, w->e))
		return false;
	say_kept(w, aside);
	return true;
}

static bool make(struct work *w, const struct options *o)
{
	unsigned documents;
	struct rebuild_sums n;

	w->r = rebuild_begin(arena_printf(&w->s->a, "%s/tmp/" LEDGER_NAME, w->s->conf.etat).p, w->e);
	if (w->r == NULL || !inventory_walk(&w->spool, on_document, w, &documents, w->e) || !read_all_lines(w, o) ||
	    !rebuild_untold(w->r, on_untold, w, w->e) || !rebuild_sum(w->r, &n, w->e))
		return false;
	(void)printf("Registre reconstruit : %.*s du fichier des alertes", STR_ARG(counts(w, &n)));
	if (n.restarted)
		(void)printf(", où %lld lignes ont été lues : les autres sont d'un registre précédent, et ont servi à dire ce qui a été jugé", (long long)w->lines);
	(void)puts(".");
	say_not_found(w, &n);
	return finish(w, &n);
}

/* A backup put back: with what was told since, there is more to find than it knows. */
static bool is_behind(const struct work *w)
{
	struct ledger_last last;
	struct ahead ahead;
	struct err unread;

	if (!ledger_last(arena_printf(&w->s->a, "%s/" LEDGER_NAME, w->s->conf.etat).p, &last, &unread))
		return false;
	ahead_look(w->s->conf.alertes.fichier, &last, &ahead);
	return last.behind || ahead.seq > 0;
}

/* Whole ones are not made anew: less would be in them. */
static bool needs_it(struct work *w)
{
	enum ledger_health health;
	struct err why = { 0 };

	if (!ledger_look_at(arena_printf(&w->s->a, "%s/" LEDGER_NAME, w->s->conf.etat).p, &health, &why, w->e))
		return false;
	if (health == LEDGER_SOUND && is_behind(w)) {
		(void)puts("Le registre est plus ancien que le fichier des alertes.");
		return true;
	}
	if (health == LEDGER_SOUND)
		return err_set(w->e, ERR_STATE, "reconstruire : %s/" LEDGER_NAME " est entier, et n'est pas touché ; pour en faire un autre tout de même, déplacez-le d'abord",
			       w->s->conf.etat);
	(void)printf("%s\n", health == LEDGER_LOST ? "Le registre n'est plus là." : why.msg);
	return true;
}

static bool take_lock(struct work *w)
{
	const enum spool_end end = access(w->s->conf.etat, F_OK) == 0 ? spool_open(w->s->conf.etat, &w->spool, w->e) : SPOOL_FAILED;

	if (end == SPOOL_BUSY)
		(void)fprintf(stderr, "scrutateur : reconstruire : arrêtez d'abord le service\n");
	else if (end == SPOOL_FAILED && w->e->code == ERR_NONE)
		(void)err_sys(w->e, "reconstruire : ouvrir %s", w->s->conf.etat);
	return end == SPOOL_OPEN;
}

static bool rebuild_all(struct work *w, const struct options *o)
{
	char aside[64];
	bool done = false;

	if (!rebuild_take_over(w->spool.etat, aside, &done, w->e))
		return false;
	if (done)
		(void)puts("La reconstruction d'avant, interrompue à la fin, est achevée.");
	say_kept(w, aside);
	return done || (needs_it(w) && make(w, o));
}

static int run(struct session *s, const struct options *o)
{
	struct err e = { 0 };
	struct work w = { .s = s, .spool = { -1, -1, -1, -1, -1, -1, -1 }, .e = &e };
	const bool ok = take_lock(&w) && rebuild_all(&w, o);

	if (!ok)
		complain(&e);
	rebuild_free(w.r);
	spool_close(&w.spool);
	return ok ? EXIT_RIEN : EXIT_PANNE;
}

int cmd_reconstruire(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur reconstruire [--config FICHIER] [FICHIER…]\n"
		"  Fait un autre registre de celui qui est perdu ou abîmé, d'après l'archive, la quarantaine, ce qui attend et le fichier des alertes. FICHIER : ceux\n"
		"  qui ont été archivés, du plus ancien au plus récent (« - » : l'entrée standard) ; celui de la configuration est lu en dernier. Le service doit être\n"
		"  arrêté. L'ancien registre est gardé. Ce qui n'a pas pu être retrouvé est dit ; un registre entier n'est pas touché, sauf s'il\n"
		"  est plus ancien que le fichier des alertes (une sauvegarde remise).\n"
		"  Code 0 : c'est fait ; 2 : rien n'est changé, la raison est dite.";

	return session_run(argc, argv, usage, TAKES_NAMES, run);
}
