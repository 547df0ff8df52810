/* SPDX-License-Identifier: EUPL-1.2 */
/* The service believes what it has put away: a file of the archive that somebody removed or altered is seen by nobody else. */
#include "history_pieces.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "bounds.h"
#include "escape.h"
#include "file.h"
#include "pieces.h"
#include "session.h"

#define DOCUMENTS_AT_ONCE 200 /* hashed while the ledger is read */

struct audit {
	int etat;
	int64_t looked_at, gone, altered, unread, emptied; /* emptied: of the quarantine, as its owner is told to when it is full */
};

static const char *const DIRS[] = { [PIECE_DOCUMENT] = "archive", [PIECE_SIDE] = "archive", [PIECE_ANNEX] = "annexes" };

/* Its path below the state directory; a document that is decided may not have been put away yet. */
static void path_of(const struct piece *p, bool waits, char *out, size_t size)
{
	const char *suffix = p->kind == PIECE_SIDE ? ".cote" : p->kind == PIECE_ANNEX ? "." : "";
	char number[24] = "";

	if (p->kind != PIECE_DOCUMENT)
		(void)snprintf(number, sizeof number, "%lld", (long long)p->n);
	if (waits)
		(void)snprintf(out, size, "attente/%.*s%s%s", STR_ARG(p->spool), suffix, number);
	else if (p->kind != PIECE_ANNEX && p->refusal.n > 0)
		(void)snprintf(out, size, "quarantaine/%.*s/%.*s%s%s", STR_ARG(p->refusal), STR_ARG(p->spool), suffix, number);
	else
		(void)snprintf(out, size, "%s/%.*s%s%s", DIRS[p->kind], STR_ARG(p->spool), suffix, number);
}

/* Why it is not as it came, or NULL. */
static const char *compare(struct audit *a, int fd, struct str sha256, struct err *e)
{
	static char block[256 * KIB];
	struct hash h;
	char hex[DIGEST_HEX];
	ssize_t n;

	hash_init(&h);
	while ((n = read(fd, block, sizeof block)) > 0)
		hash_add(&h, block, (size_t)n);
	if (n < 0) {
		a->unread++;
		(void)err_sys(e, "ne se lit pas");
		return e->msg;
	}
	const struct digest d = hash_end(&h);
	if (str_eq(sha256, str_c(digest_hex(&d, hex))))
		return NULL;
	a->altered++;
	return "n'est plus ce qui a été déposé (autre empreinte)";
}

static bool is_gone(int fd, const struct err *e)
{
	return fd < 0 && e->code == ERR_SYS && e->sys == ENOENT;
}

static const char *look(struct audit *a, const struct piece *p, const char *path, const char *waiting, struct err *e)
{
	struct stat st;
	int fd = file_open_regular(a->etat, path, UINT64_MAX, true, &st, e);

	if (is_gone(fd, e))
		fd = file_open_regular(a->etat, waiting, UINT64_MAX, true, &st, e);
	if (is_gone(fd, e)) /* put away between the two looks */
		fd = file_open_regular(a->etat, path, UINT64_MAX, true, &st, e);
	if (is_gone(fd, e) && p->refusal.n > 0) {
		a->emptied++;
		return NULL;
	}
	if (is_gone(fd, e)) {
		a->gone++;
		return "n'est plus là";
	}
	if (fd < 0) {
		a->unread++;
		return e->msg;
	}
	const char *why = compare(a, fd, p->sha256, e);
	(void)close(fd);
	return why;
}

static void on_piece(void *ctx, const struct piece *p)
{
	struct audit *a = ctx;
	char path[600], waiting[300];
	struct err e = { 0 };
	struct arena shown;

	path_of(p, false, path, sizeof path);
	path_of(p, true, waiting, sizeof waiting);
	a->looked_at++;
	const char *why = look(a, p, path, waiting, &e);
	if (why == NULL)
		return;
	arena_init(&shown, 64 * KIB);
	const struct str name = escape_line(&shown, p->name, LIMIT_NAME_SHOWN);
	(void)printf("%s (« %.*s », document %lld) : %s\n", path, STR_ARG(name), (long long)p->document, why);
	arena_done(&shown);
}

static int sum(const char *etat, const struct audit *a)
{
	const int64_t wrong = a->gone + a->altered + a->unread;

	if (a->emptied > 0)
		(void)printf("%s : %lld fichier%s refusé%s n'%s plus dans la quarantaine : effacé%s\n", etat, (long long)a->emptied, plural_s(a->emptied), plural_s(a->emptied),
			     a->emptied > 1 ? "sont" : "est", plural_s(a->emptied));
	if (wrong == 0)
		(void)printf("%s : %lld fichier%s, chacun à sa place, tel qu'il a été déposé\n", etat, (long long)(a->looked_at - a->emptied), plural_s(a->looked_at - a->emptied));
	else
		(void)printf("%s : sur %lld fichier%s, %lld manque%s, %lld modifié%s, %lld illisible%s ; à remettre d'une sauvegarde\n", etat, (long long)a->looked_at,
			     plural_s(a->looked_at), (long long)a->gone, a->gone > 1 ? "nt" : "", (long long)a->altered, plural_s(a->altered), (long long)a->unread,
			     plural_s(a->unread));
	return a->unread > 0 ? EXIT_PANNE : wrong > 0 ? EXIT_ANOMALIE : EXIT_RIEN;
}

int history_pieces(const char *etat, const char *ledger)
{
	struct audit a = { .etat = open(etat, O_RDONLY | O_DIRECTORY | O_CLOEXEC) };
	struct err e = { 0 };
	bool read = a.etat >= 0 || err_sys(&e, "ouvrir le répertoire d'état %s", etat);

	for (int64_t after = 0, before = -1; read && after != before;) {
		before = after;
		read = ledger_pieces(ledger, &after, DOCUMENTS_AT_ONCE, on_piece, &a, &e);
	}
	if (!read)
		complain(&e);
	if (a.etat >= 0)
		(void)close(a.etat);
	return read ? sum(etat, &a) : EXIT_PANNE;
}
