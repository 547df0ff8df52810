/* SPDX-License-Identifier: EUPL-1.2 */
/* `historique`: what was judged and told, by the ledger, which is only read. */
#include <errno.h>
#include <stdio.h>
#include <time.h>

#include "bounds.h"
#include "cli.h"
#include "date.h"
#include "history_chain.h"
#include "history_pieces.h"
#include "history_shown.h"
#include "ledger.h"
#include "periods.h"
#include "rules_shown.h"
#include "session.h"
#include "yamltree.h"

#define PAGE_ROWS 50
#define FLUSH_BYTES (64 * KIB)

struct output {
	struct buf out;
	enum history_form form;
	struct look look;
	int64_t rows, last;
	bool broken; /* the reader went away */
};

static bool misused(const char *option, const char *value, const char *expected)
{
	struct err e;

	(void)err_set(&e, ERR_VALUE, "historique : --%s : %s attendu, pas « %s »", option, expected, value);
	complain(&e);
	return false;
}

/* Midnight of that day here, or of the next one. */
static bool read_day(const char *option, const char *value, int more, int64_t *ret_us)
{
	struct date d;

	if (value == NULL)
		return true;
	if (!date_parse(str_c(value), &d))
		return misused(option, value, "un jour AAAA-MM-JJ est");
	struct tm tm = { .tm_year = d.year - 1900, .tm_mon = d.month - 1, .tm_mday = d.day + more, .tm_isdst = -1 };
	*ret_us = (int64_t)mktime(&tm) * 1000000;
	return true;
}

static bool read_number(const char *option, const char *value, int64_t max, const char *expected, int64_t *ret)
{
	return value == NULL || (str_int(str_c(value), ret) && *ret >= 1 && *ret <= max) || misused(option, value, expected);
}

static bool read_word(const char *option, const char *value, const char *const *words, const char *expected)
{
	return value == NULL || str_position(str_c(value), words) >= 0 || misused(option, value, expected);
}

static bool read_words(const struct options *o)
{
	static const char *const of_alerts[] = { "nouvelle", "inchangee", "modifiee", "corrigee", NULL };
	static const char *const of_documents[] = { "attente", "juge", "refuse", NULL };
	struct date d;

	if (o->seance != NULL && !date_parse(str_c(o->seance), &d))
		return misused("seance", o->seance, "un jour AAAA-MM-JJ est");
	return read_word("verdict", o->verdict, VERDICT_WORDS, "anomalie, non_verifiable, conforme, sans_objet ou erreur est") &&
	       read_word("gravite", o->gravite, SEVERITY_WORDS, "bloquante, majeure, mineure ou information est") &&
	       (o->documents ? read_word("etat", o->etat, of_documents, "attente, juge ou refuse est")
			     : read_word("etat", o->etat, of_alerts, "nouvelle, inchangee, modifiee ou corrigee (avec --documents : attente, juge ou refuse) est"));
}

/* du_us is a midnight, au_us the one after the last day: the same day twice is one day. */
static bool read_days(const struct options *o, struct history_query *q)
{
	struct err e;

	if (!read_day("du", o->du, 0, &q->du_us) || !read_day("au", o->au, 1, &q->au_us))
		return false;
	if (o->du == NULL || o->au == NULL || q->du_us < q->au_us)
		return true;
	(void)err_set(&e, ERR_VALUE, "historique : --du %s est après --au %s : les deux jours sont inversés, rien ne peut y être", o->du, o->au);
	complain(&e);
	return false;
}

static bool read_query(const struct options *o, struct history_query *q)
{
	*q = (struct history_query){ .acte = o->acte, .regle = o->regle, .verdict = o->verdict, .gravite = o->gravite, .seance = o->seance,
				     .etat = o->etat, .document = o->document, .tout = o->tout,
				     .limite = o->json || o->csv ? LIMIT_HISTORY_ROWS : PAGE_ROWS };
	if (o->json && o->csv) {
		struct err e;
		(void)err_set(&e, ERR_VALUE, "historique : --json et --csv s'excluent");
		complain(&e);
		return false;
	}
	if (o->files_n > 0 && !o->chaine)
		return misused("chaine", o->files[0], "elle seule prend des fichiers, rien n'est");
	return read_words(o) && read_days(o, q) &&
	       read_number("limite", o->limite, LIMIT_HISTORY_ROWS, "un nombre de 1 à 100000 est", &q->limite) &&
	       read_number("avant", o->avant, INT64_MAX, "le numéro d'une ligne est", &q->avant);
}

static bool flush(struct output *o)
{
	o->broken |= o->out.n > 0 && !print_buf(&o->out);
	buf_clear(&o->out);
	return !o->broken;
}

static bool took(struct output *o, int64_t id)
{
	o->rows++;
	o->last = id;
	return o->out.n < FLUSH_BYTES || flush(o);
}

static bool on_finding(void *ctx, const struct history_finding *f)
{
	struct output *o = ctx;

	history_show_finding(o->form, o->look, f, &o->out);
	return took(o, f->id);
}

static bool on_document(void *ctx, const struct history_document *d)
{
	struct output *o = ctx;

	history_show_document(o->form, o->look, d, &o->out);
	return took(o, d->id);
}

/* A rule that was taken out has a past as well: only said when nothing was found. */
static void say_near_rule(struct session *s, const char *regle)
{
	struct err unused = { 0 };
	struct str *names;
	size_t n;

	if (regle == NULL || !yamldir_names(&s->a, s->conf.regles, ".lua", &names, &n, &unused))
		return;
	const char **known = ARENA_ARRAY(&s->a, n + 1, const char *);
	for (size_t i = 0; i < n; i++)
		known[i] = arena_dup(&s->a, str_part(names[i], 0, names[i].n - 4)).p;
	known[n] = NULL;
	char hint[WORD_HINT];
	struct err e = { 0 };
	if (str_position(str_c(regle), known) >= 0)
		return;
	(void)err_set(&e, ERR_VALUE, "aucune règle « %.80s » dans %s%s", regle, s->conf.regles, word_hint(str_c(regle), known, hint));
	complain(&e);
}

static void say_rest(const struct output *o, bool more, bool documents)
{
	if (more)
		(void)fprintf(stderr, "scrutateur : il y en a d'autres, plus anciens : ajoutez --avant %lld\n", (long long)o->last);
	else if (o->rows == 0)
		(void)fprintf(stderr, "scrutateur : le registre n'a %s\n", documents ? "aucun document de ce genre" : "aucun constat de ce genre");
}

static const char *ledger_path(struct session *s)
{
	return arena_printf(&s->a, "%s/" LEDGER_NAME, s->conf.etat).p;
}

static int answer(struct session *s, const struct options *opts, const struct history_query *q)
{
	struct output o = { .form = opts->json ? HISTORY_JSON : opts->csv ? HISTORY_CSV : HISTORY_PAGE, .look = opts->look };
	const char *path = ledger_path(s);
	struct err e = { 0 };
	bool more = false;

	buf_init(&o.out, 4 * MIB);
	history_head(o.form, opts->documents, &o.out);
	const bool read = opts->documents ? history_documents(path, q, on_document, &o, &more, &e)
					  : history_findings(path, q, on_finding, &o, &more, &e);
	if (!read) {
		complain(&e);
		if (e.code == ERR_SYS && e.sys == EACCES)
			say_who_may(s->conf.etat);
	} else if (flush(&o))
		say_rest(&o, more, opts->documents);
	if (read && o.rows == 0)
		say_near_rule(s, opts->regle);
	buf_done(&o.out);
	return read && !o.broken ? EXIT_RIEN : EXIT_PANNE;
}

static int historique(struct session *s, const struct options *o)
{
	struct history_query q;

	if (!read_query(o, &q))
		return EXIT_PANNE;
	if (o->pieces && o->chaine)
		return misused("pieces", "--chaine", "elle seule, sans autre question, est") ? EXIT_RIEN : EXIT_PANNE;
	if (o->pieces)
		return history_pieces(s->conf.etat, ledger_path(s));
	return o->chaine ? history_check(ledger_path(s), o->files, o->files_n) : answer(s, o, &q);
}

int cmd_historique(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur historique [--acte NUMERO] [--regle REGLE] [--verdict MOT] [--gravite MOT] [--seance JOUR] [--du JOUR] [--au JOUR]\n"
		"                  [--etat MOT] [--document NOM|EMPREINTE] [--tout] [--documents] [--limite N] [--avant N] [--json | --csv] [--config FICHIER]\n"
		"        scrutateur historique --chaine [FICHIER…] [--config FICHIER]\n"
		"        scrutateur historique --pieces [--config FICHIER]\n"
		"  Ce qui a été jugé et dit, d'après le registre, du plus récent au plus ancien ; le service peut tourner. Sans --tout ni --verdict, les\n"
		"  anomalies, les non vérifiables et les erreurs. JOUR : AAAA-MM-JJ ; du, au : jour du jugement. Un état : nouvelle, inchangee, modifiee,\n"
		"  corrigee. --documents : les documents, et non les constats ; leurs états : attente, juge, refuse ; du, au : jour de la réception.\n"
		"  50 lignes, ou --limite N ; la suite par --avant. --csv pour un tableur, --json un objet par ligne.\n"
		"  --chaine : chaque enregistrement suit-il du précédent, et ces fichiers d'alertes (« - » : l'entrée standard) sont-ils ceux du registre ?\n"
		"  --pieces : chaque document de l'archive et de la quarantaine, ses fichiers joints et ses annexes sont-ils là, octet pour octet ?\n"
		"  Code 1 : non, la ligne le dit.";

	return session_run(argc, argv, usage, TAKES_HISTORY | TAKES_NAMES, historique);
}
