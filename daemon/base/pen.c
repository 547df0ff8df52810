/* SPDX-License-Identifier: EUPL-1.2 */
/* A style is closed before a row ends and opened again behind the margin: a terminal would underline the margin too.
 */
#include "pen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "fold.h"

#define WIDTH_UNKNOWN 80

static const char *const CODES[STYLES_N] = {
	[STYLE_PLAIN] = "",		[STYLE_TITLE] = "\033[1m",    [STYLE_GOOD] = "\033[32m",
	[STYLE_WEAK] = "\033[33m",	[STYLE_BAD] = "\033[1;31m",   [STYLE_OPEN] = "\033[36m",
	[STYLE_BROKEN] = "\033[35m",	[STYLE_DIM] = "\033[2m",      [STYLE_SEANCE] = "\033[4;36m",
	[STYLE_PEOPLE] = "\033[4;32m",	[STYLE_PROXY] = "\033[4;35m", [STYLE_VOTE] = "\033[1;4;33m",
	[STYLE_LAW] = "\033[4;34m",	[STYLE_UNREAD] = "\033[1;4;31m",
};

static bool env_set(const char *name)
{
	const char *v = getenv(name);

	return v != NULL && *v != '\0';
}

bool screen_look(const char *word, int fd, struct look *ret)
{
	const char *term = getenv("TERM");
	const bool screen = isatty(fd) != 0;
	struct winsize w = { 0 };
	bool colour;

	if (strcmp(word, "auto") == 0)
		colour = screen && !env_set("NO_COLOR") && !(term != NULL && strcmp(term, "dumb") == 0);
	else if (strcmp(word, "oui") == 0 || strcmp(word, "non") == 0)
		colour = word[0] == 'o';
	else
		return false;
	*ret = (struct look){ .colour = colour };
	if (screen) {
		ret->width = ioctl(fd, TIOCGWINSZ, &w) == 0 && w.ws_col > 0 ? w.ws_col : WIDTH_UNKNOWN;
		ret->width = ret->width < PEN_NARROW ? PEN_NARROW : ret->width;
	}
	return true;
}

static void open_style(struct pen *p, enum style s)
{
	if (p->look.colour)
		buf_c(p->out, CODES[s]);
}

static void close_style(struct pen *p, enum style s)
{
	if (p->look.colour && *CODES[s] != '\0')
		buf_c(p->out, "\033[0m");
}

static void spaces(struct pen *p, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		buf_char(p->out, ' ');
	p->col += n;
}

static void go_on(struct pen *p, enum style s)
{
	close_style(p, s);
	pen_end(p);
	if (p->margin_fn != NULL) {
		p->margin_fn(p->ctx, p->out);
		p->col = p->margin;
	} else {
		spaces(p, p->margin);
	}
	open_style(p, s);
}

/* The space inside « », before : ; ! ? % € and » ends no row in French. */
static bool glued(struct str text, size_t at)
{
	static const char *const after[] = { ":", ";", "!", "?", "%", "€", "»" };
	const struct str rest = str_part(text, at + 1, text.n);

	if (str_ends(str_part(text, 0, at), STR("«")))
		return true;
	for (size_t i = 0; i < sizeof after / sizeof *after; i++)
		if (str_starts(rest, str_c(after[i])))
			return true;
	return false;
}

/* The run of spaces, or of what stays together, that begins at `at`. */
static struct str run_at(struct str text, size_t at)
{
	const bool blank = text.p[at] == ' ';
	size_t end = at;

	while (end < text.n && ((text.p[end] == ' ') == blank || (!blank && glued(text, end))))
		end++;
	return str_part(text, at, end);
}

static void put_cut(struct pen *p, enum style s, struct str word)
{
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(word, at, &cp)) > 0; at += n) {
		const unsigned wide = cp_columns(cp);

		if (p->look.width > 0 && p->col + wide > p->look.width && p->col > p->margin)
			go_on(p, s);
		buf_str(p->out, str_part(word, at, at + n));
		p->col += wide;
	}
}

/* Spaces, then a word (either may be empty). Where the row ends the spaces go; an indent wider than the row is cut. */
static void put_word(struct pen *p, enum style s, struct str gap, struct str word)
{
	const size_t wide = columns_of(word), width = p->look.width;

	if (width > 0 && p->col + gap.n + wide > width) {
		const bool begun = p->col > p->margin, fits_a_row = p->margin + wide <= width;

		if (begun && (gap.n > 0 || fits_a_row))
			go_on(p, s);
		if (gap.n > 0)
			gap.n = begun ? 0 : p->col + wide < width ? width - p->col - wide : 1;
	}
	buf_str(p->out, gap);
	p->col += (unsigned)gap.n;
	put_cut(p, s, word);
}

void pen_put(struct pen *p, enum style s, struct str text)
{
	if (text.n == 0)
		return;
	open_style(p, s);
	for (size_t at = 0; at < text.n;) {
		struct str gap = { text.p + at, 0 }, word = run_at(text, at);

		if (text.p[at] == ' ') {
			gap = word;
			at += gap.n;
			word = at < text.n ? run_at(text, at) : (struct str){ NULL, 0 };
		}
		put_word(p, s, gap, word);
		at += word.n;
	}
	close_style(p, s);
}

void pen_keep(struct pen *p, enum style s, struct str text)
{
	if (p->look.width > 0 && p->col > p->margin && p->col + columns_of(text) > p->look.width) {
		go_on(p, STYLE_PLAIN);
		while (str_starts(text, STR(" ")))
			text = str_part(text, 1, text.n);
	}
	pen_put(p, s, text);
}

void pen_to(struct pen *p, unsigned col)
{
	if (p->col > col && p->look.width > 0)
		pen_end(p);
	if (p->col < col)
		spaces(p, col - p->col);
}

void pen_end(struct pen *p)
{
	buf_char(p->out, '\n');
	p->col = 0;
}
