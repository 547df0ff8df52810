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
	x->pages = pages_of(buf_view(all));
	return true;
}

/* What was recognised of a document with text pages: the texts one after the other, a form feed after each. */
struct found {
	struct buf texts;
	bool page[LIMIT_PAGES];
	unsigned n;
};

static struct str without_feeds(struct buf *text)
{
	for (size_t i = 0; i < text->n; i++)
		if (text->p[i] == '\f')
			text->p[i] = '\n';
	return buf_view(text);
}

/* False: nothing more can be recognised. */
static bool find_on(struct lane *l, unsigned number, struct found *f, bool *ret_ok, struct err *e)
{
	struct buf text;

	buf_init(&text, LIMIT_PAGE_TEXT);
	const bool ok = page(l, number, &text, ret_ok, e);
	const struct str s = without_feeds(&text);
	if (ok && pages_of(s).with_text > 0) {
		buf_str(&f->texts, s);
		buf_char(&f->texts, '\f');
		f->page[number - 1] = true;
		f->n++;
	}
	buf_done(&text);
	return *ret_ok && l->x->refusal != REFUSAL_TIME && !f->texts.full;
}

/* The text that follows up to its form feed; *at is moved behind it. */
static struct str next_page(struct str text, size_t *at)
{
	const size_t end = str_find(text, STR("\f"), *at);
	const struct str s = str_part(text, *at, end);

	*at = end == STR_NONE ? text.n : end + 1;
	return s;
}

static void put_in_place(struct str drawn, const struct found *f, struct buf *out)
{
	size_t at = 0, from = 0;

	for (size_t i = 0; at < drawn.n; i++) {
		struct str s = next_page(drawn, &at);
		if (i < LIMIT_PAGES && f->page[i])
			s = next_page(buf_view(&f->texts), &from);
		buf_str(out, s);
		buf_char(out, '\f');
	}
}

/* All texts or none: else their pages would not be the same. */
static void fill(const struct conf *c, struct extraction *x, const struct found *f)
{
	struct buf filled[LIMIT_TOOL_COMMANDS];
	bool fits = f->n > 0 && !f->texts.full;

	for (size_t i = 0; i < x->n; i++) {
		buf_init(&filled[i], (size_t)c->limites.texte + KIB);
		if (fits)
			put_in_place(buf_view(&x->texts[i]), f, &filled[i]);
		fits = fits && !filled[i].full;
	}
	for (size_t i = 0; i < x->n; i++) {
		buf_done(fits ? &x->texts[i] : &filled[i]);
		if (fits)
			x->texts[i] = filled[i];
	}
	if (!fits)
		return;
	for (size_t i = 0; i < LIMIT_PAGES; i++)
		x->pages.unread[i] = x->pages.unread[i] && !f->page[i];
	x->recogniser = c->outils[EXTRACT_IMAGE].at[0].shown;
	x->origin = ORIGIN_OCR;
}

bool ocr_fill(const struct extract_job *job, struct extraction *x, struct err *e)
{
	const struct conf *c = job->conf;
	struct lane l = { job, x, clock_ms() + c->ocr.duree_s * 1000 };
	struct found f = { .n = 0 };
	bool ok = true, more = c->outils[EXTRACT_IMAGE].n > 0 && c->outils[EXTRACT_PAGE].n > 0;
	int64_t tried = 0;

	buf_init(&f.texts, (size_t)c->limites.texte);
	for (unsigned p = 1; more && p <= x->pages.all && tried < c->ocr.pages; p++)
		if (x->pages.unread[p - 1]) {
			more = find_on(&l, p, &f, &ok, e);
			tried++;
		}
	if (ok)
		fill(c, x, &f);
	buf_done(&f.texts);
	return ok;
}
