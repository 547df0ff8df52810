/* SPDX-License-Identifier: EUPL-1.2 */
/* Scans: each page is drawn by one tool and recognised by another, one page at a time, so that memory stays that of a
 * page and the clock can stop between two. An image goes to the second tool as it is.
 */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "clock.h"
#include "file.h"
#include "ocr_priv.h"

struct lane {
	const struct extract_job *job;
	struct extraction *x;
	int64_t end_ms;
};

static bool refuse(struct extraction *x, enum text_refusal why, const char *sentence)
{
	x->refusal = why;
	return err_set(&x->why, ERR_VALUE, "%s : %s", x->format->nom, sentence);
}

/* True: `out` holds what it wrote. False: a refusal, or *e when *ret_ok is false. */
static bool run(struct lane *l, struct tool_job *tool, struct buf *out, bool *ret_ok, struct err *e)
{
	struct tool_result r;
	int64_t left = l->end_ms - clock_ms();

	if (left <= 0)
		return refuse(l->x, REFUSAL_TIME, "la reconnaissance de caractères n'a pas fini dans le temps accordé (ocr.duree_s)");
	if (tool->wall_ms > left)
		tool->wall_ms = left;
	*ret_ok = tool_run(tool, out, &r, e);
	if (!*ret_ok)
		return false;
	if (r.end == TOOL_DONE)
		return true;
	extraction_refuse(l->job, l->x, tool->argv[0], &r);
	return false;
}

/* The word "%page" of a command line becomes the number. */
static const char *const *with_page(const char *const *argv, const char *number, const char *out[LIMIT_TOOL_WORDS + 1])
{
	size_t n = 0;

	for (; argv[n] != NULL && n < LIMIT_TOOL_WORDS; n++)
		out[n] = strcmp(argv[n], "%page") == 0 ? number : argv[n];
	out[n] = NULL;
	return out;
}

static bool draw_page(struct lane *l, unsigned page, struct buf *image, bool *ret_ok, struct err *e)
{
	const char *argv[LIMIT_TOOL_WORDS + 1];
	char number[16];
	struct tool_job tool = extraction_tool(l->job, EXTRACT_PAGE, 0);

	(void)snprintf(number, sizeof number, "%u", page);
	tool.argv = with_page(tool.argv, number, argv);
	return run(l, &tool, image, ret_ok, e);
}

static bool recognise(struct lane *l, int image, struct buf *text, bool *ret_ok, struct err *e)
{
	struct tool_job tool = extraction_tool(l->job, EXTRACT_IMAGE, 0);

	tool.input = image;
	return run(l, &tool, text, ret_ok, e);
}

/* One page of a PDF: drawn, kept in memory, recognised. */
static bool page(struct lane *l, unsigned number, struct buf *text, bool *ret_ok, struct err *e)
{
	struct buf image;

	buf_init(&image, LIMIT_PAGE_IMAGE);
	bool ok = draw_page(l, number, &image, ret_ok, e);
	int fd = ok ? memfd_create("page", MFD_CLOEXEC) : -1;
	if (ok && (fd < 0 || !file_write_all(fd, buf_view(&image), e))) {
		*ret_ok = ok = false;
		if (fd < 0)
			(void)err_sys(e, "garder une page en mémoire");
	}
	buf_done(&image);
	ok = ok && recognise(l, fd, text, ret_ok, e);
	if (fd >= 0)
		(void)close(fd);
	return ok;
}

/* Appends one page to the text. */
static bool add_page(struct lane *l, unsigned number, struct buf *all, bool *ret_ok, struct err *e)
{
	struct buf text;

	buf_init(&text, LIMIT_PAGE_TEXT);
	bool ok = l->x->format->with == EXTRACT_PDF ? page(l, number, &text, ret_ok, e)
						    : recognise(l, l->job->document, &text, ret_ok, e);
	struct str s = buf_view(&text);
	while (s.n > 0 && s.p[s.n - 1] == '\f')
		s.n--;
	buf_str(all, s);
	buf_char(all, '\f');
	buf_done(&text);
	if (ok && all->full)
		return refuse(l->x, REFUSAL_SIZE, "le texte reconnu dépasse la limite (limites.texte)");
	return ok;
}

bool ocr_run(const struct extract_job *job, struct extraction *x, struct err *e)
{
	const struct conf *c = job->conf;
	const unsigned pages = x->format->with == EXTRACT_PDF ? x->pages.all : 1;
	struct lane l = { job, x, clock_ms() + c->ocr.duree_s * 1000 };
	struct buf *all = &x->texts[0];
	bool ok = true, whole = true;

	if (c->outils[EXTRACT_IMAGE].n == 0 || c->outils[EXTRACT_PAGE].n == 0)
		whole = refuse(x, REFUSAL_NO_TOOL, "aucun outil n'est configuré pour les numérisations (ocr)");
	else if (pages > (unsigned)c->ocr.pages)
		whole = refuse(x, REFUSAL_PAGES, "numérisation de plus de pages que la limite (ocr.pages)");
	buf_init(all, (size_t)c->limites.texte + KIB);
	for (unsigned p = 1; whole && p <= pages; p++)
		whole = add_page(&l, p, all, &ok, e);
	if (whole && pages_of(buf_view(all)).with_text == 0)
		whole = refuse(x, REFUSAL_NO_TEXT, "la reconnaissance de caractères n'y trouve pas de texte");
	if (!whole) {
		buf_done(all);
		return ok;
	}
	x->tools[x->n++] = c->outils[EXTRACT_IMAGE].at[0].shown;
	return true;
}
