/* SPDX-License-Identifier: EUPL-1.2 */
/* The act is read, judged and transplanted in a sealed child; only the parent writes, and only what loads with the rule. */
#include "depuis.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "clock.h"
#include "compose.h"
#include "date.h"
#include "document.h"
#include "extract.h"
#include "file.h"
#include "progress.h"
#include "sealed.h"
#include "side_copies.h"
#include "values.h"

#define ANSWER_MAX (1 * MIB)
#define RULE_MEMORY (128 * MIB)

struct depuis {
	struct session *s;
	const struct options *o;
	struct arena *a;
	struct composer *c;
	struct compose_asked asked;
	struct str raw;
	struct extraction drawn;
	struct side_file beside[LIMIT_SIDE_FILES]; /* what came with the act, only read */
	size_t beside_n;
};

/* In the child: '+' an essai that fails, '=' one that succeeds, '-' none, '!' the act cannot be read; what is to be said, a NUL, the essai. */
static void compose_in_child(void *ctx, int out)
{
	const struct depuis *d = ctx;
	struct composed made = { .made = false };
	struct arena read, work;
	const struct reading *r;
	enum text_refusal why = REFUSAL_NONE;
	struct err e = { 0 };
	struct buf b;

	buf_init(&b, ANSWER_MAX);
	arena_init(&read, LIMIT_ACT_MEMORY);
	arena_init(&work, LIMIT_ACT_MEMORY);
	bool ok = document_read(&read, compose_lexicon(d->c), d->raw, &d->drawn, (size_t)d->s->conf.limites.texte, &r, &why, &e);
	if (ok)
		r = reading_with_sides(&read, r, d->beside, d->beside_n);
	if (ok)
		compose(d->c, &work, r, &d->asked, &made);
	buf_char(&b, !ok ? '!' : !made.made ? '-' : made.reussit ? '=' : '+');
	buf_str(&b, ok ? made.dit : str_c(e.msg));
	buf_char(&b, '\0');
	buf_str(&b, made.bloc);
	(void)file_write_all(out, buf_view(&b), &e);
}

static struct str today(struct arena *a)
{
	const int64_t days = clock_day_us() / 1000000 / 86400;
	struct date d = { 2000, 1, 1 };
	char text[DATE_TEXT];

	while (d.year < 9999 && date_days((struct date){ d.year + 1, 1, 1 }) <= days)
		d.year++;
	while (d.month < 12 && date_days((struct date){ d.year, d.month + 1, 1 }) <= days)
		d.month++;
	d.day += (int)(days - date_days(d));
	return day_for_people(a, str_c(date_text(d, text)));
}

static bool wanted(struct depuis *d, struct err *e)
{
	const struct options *o = d->o;
	int64_t acte = 0;

	if (o->regle == NULL)
		return err_set(e, ERR_VALUE, "--depuis demande la règle qui s'est trompée : --regle ID");
	if (o->files_n > 0 || o->junit != NULL)
		return err_set(e, ERR_VALUE, "--depuis compose un essai et ne joue pas ceux des règles : ni REGLE ni --junit");
	if (o->acte != NULL && (!str_int(str_c(o->acte), &acte) || acte < 1 || acte > LIMIT_ACTES))
		return err_set(e, ERR_VALUE, "--acte attend le rang de l'acte dans le fichier, de 1 à %d, pas « %s »", LIMIT_ACTES, o->acte);
	d->asked = (struct compose_asked){ .acte = acte > 0 ? (size_t)acte - 1 : COMPOSE_ANY_ACTE, .attendu = -1, .exemple = o->exemple,
					   .jour = today(d->a) };
	if (o->attendu == NULL)
		return true;
	d->asked.attendu = str_position(str_c(o->attendu), VERDICT_WORDS);
	if (d->asked.attendu >= 0 && d->asked.attendu != VERDICT_ERREUR)
		return true;
	return err_set(e, ERR_VALUE, "--attendu vaut conforme, anomalie, non_verifiable ou sans_objet, pas « %s »", o->attendu);
}

/* What a rule's file holds now must be what was tried. */
static bool write_rule(const struct depuis *d, struct str whole, struct err *e)
{
	const struct str path = str_c(compose_file(d->c)), name = str_after_last(path, '/');
	const char *dir = arena_dup(d->a, str_part(path, 0, path.n - name.n)).p;
	struct buf now;
	struct stat st;

	buf_init(&now, LIMIT_RULE_BYTES);
	int at = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int fd = at < 0 ? -1 : file_open_regular(at, name.p, LIMIT_RULE_BYTES, true, &st, e);
	bool ok = at >= 0 ? fd >= 0 && file_read_fd(fd, &now, e) : err_sys(e, "ouvrir %s", dir);
	if (ok && !str_eq(buf_view(&now), compose_text(d->c)))
		ok = err_set(e, ERR_STATE, "la règle a changé pendant la composition : rien n'est écrit, recommencez");
	ok = ok && file_replace(at, name.p, whole, st.st_mode & 07777, e);
	if (!ok)
		(void)err_in_file(e, path.p);
	if (fd >= 0)
		(void)close(fd);
	if (at >= 0)
		(void)close(at);
	buf_done(&now);
	return ok;
}

static int finish(const struct depuis *d, struct str bloc, bool fails)
{
	struct err e = { 0 };
	struct str whole;
	struct buf out;

	if (!compose_added(d->a, d->c, bloc, &whole, &e) || (d->o->ecrire && !write_rule(d, whole, &e))) {
		complain(&e);
		return EXIT_PANNE;
	}
	buf_init(&out, ANSWER_MAX);
	buf_str(&out, bloc);
	bool printed = print_buf(&out);
	buf_done(&out);
	if (d->o->ecrire)
		say_words(arena_printf(d->a, "écrit à la fin de %s%s\n", compose_file(d->c),
				 fails ? " ; la règle échoue à cet essai tant qu'elle n'est pas corrigée : le service garde sa version précédente" : ""));
	return printed ? EXIT_RIEN : EXIT_PANNE;
}

static int heard(const struct depuis *d, struct str answer)
{
	const size_t nul = str_find(answer, (struct str){ "", 1 }, 0);
	const struct str dit = str_part(answer, 1, nul), bloc = str_part(answer, nul + 1, answer.n);
	struct err e = { 0 };

	if (!answer.n || nul == STR_NONE) {
		(void)err_set(&e, ERR_STATE, "la composition s'est interrompue");
		complain(&e);
		return EXIT_PANNE;
	}
	if (answer.p[0] == '!') {
		(void)err_set(&e, ERR_VALUE, "%.*s", STR_ARG(dit));
		complain_file(d->o->depuis, &e);
		return EXIT_PANNE;
	}
	say_words(dit);
	return answer.p[0] == '-' ? EXIT_PANNE : finish(d, bloc, answer.p[0] == '+');
}

static int compose_from(struct depuis *d)
{
	const struct extract_job job = { .conf = &d->s->conf, .raw = d->raw, .document = -1, .recognise = true };
	struct err e = { 0 };
	struct buf answer;
	int status = EXIT_PANNE;

	buf_init(&answer, ANSWER_MAX);
	if (!extract(&job, &d->drawn, &e)) {
		complain_file(d->o->depuis, &e);
	} else {
		const char *why = sealed_answer(compose_in_child, d, &answer);
		if (why == NULL) {
			status = heard(d, buf_view(&answer));
		} else {
			(void)err_set(&e, ERR_STATE, "%s", why);
			complain_file(d->o->depuis, &e);
		}
	}
	extraction_done(&d->drawn);
	buf_done(&answer);
	return status;
}

/* Read before the child is sealed, which lets no descriptor through; looked into behind the seal. */
static int with_sides(struct depuis *d)
{
	struct buf bytes[LIMIT_SIDE_FILES];
	struct sides sides;

	if (d->o->cotes_n == 0)
		sides_beside(d->a, d->o->depuis, &sides);
	else if (!sides_open(d->s, d->o, &sides))
		return EXIT_PANNE;
	for (size_t i = 0; i < sides.n; i++)
		document_side_read(d->a, &sides.at[i], &bytes[i], &d->beside[i]);
	d->beside_n = sides.n;
	sides_close(&sides);
	const int status = compose_from(d);
	for (size_t i = 0; i < d->beside_n; i++)
		buf_done(&bytes[i]);
	return status;
}

static int with_act(struct depuis *d)
{
	struct err e = { 0 };
	struct buf raw;
	int status = EXIT_PANNE;

	buf_init(&raw, (size_t)d->s->conf.limites.octets);
	if (read_document(d->o->depuis, &raw, &e)) {
		d->raw = buf_view(&raw);
		status = with_sides(d);
	} else {
		complain_file(d->o->depuis, &e);
	}
	buf_done(&raw);
	return status;
}

int depuis(struct session *s, const struct options *o)
{
	const struct ruleset_paths paths = session_paths(s);
	struct arena a;
	struct depuis d = { .s = s, .o = o, .a = &a };
	struct err e = { 0 };
	int status = EXIT_PANNE;

	arena_init(&a, RULE_MEMORY);
	if (wanted(&d, &e) && compose_open(&a, &paths, o->regle, o->exemple, &d.c, &e)) {
		status = with_act(&d);
		compose_close(d.c);
	} else {
		complain(&e);
	}
	arena_done(&a);
	return status;
}
