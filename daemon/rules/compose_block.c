/* SPDX-License-Identifier: EUPL-1.2 */
/* The essai as it stands in a rule's file. */
#include "compose_priv.h"
#include "escape.h"

#define LONG_TEXT 100 /* bytes: above, a text of several lines is written as it is, between [[ and ]] */

static bool is_block(struct str s)
{
	return s.n > LONG_TEXT && str_find(s, STR("\n"), 0) != STR_NONE && str_find(s, STR("]"), 0) == STR_NONE;
}

static void put_quoted(struct buf *b, struct str s)
{
	buf_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '\n')
			buf_c(b, "\\n");
		else if (c == '\t')
			buf_c(b, "\\t");
		else if (c == '\f')
			buf_c(b, "\\f");
		else if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", c);
		else
			buf_char(b, c);
	}
	buf_char(b, '"');
}

static void put_text(struct buf *b, struct str s)
{
	if (is_block(s))
		buf_printf(b, "[[\n%.*s]]", STR_ARG(s));
	else
		put_quoted(b, s);
}

static void put_pair(struct buf *b, const struct replacement *r)
{
	buf_c(b, "    { ");
	put_text(b, r->ancien);
	buf_c(b, ",\n      ");
	put_text(b, r->nouveau);
	buf_c(b, " },\n");
}

struct str compose_block(struct arena *a, const struct work *w, const struct finding *f, enum verdict attendu, struct str nom,
			 struct str jour)
{
	struct buf b;
	struct str said = escape_line(a, disguise_message(w->d, f->message), 400);
	buf_init(&b, LIMIT_RULE_BYTES);
	buf_printf(&b, "-- Composé le %.*s par « scrutateur essayer --depuis », d'après un acte dont les noms sont changés.\n", STR_ARG(jour));
	buf_printf(&b, "-- La règle y disait « %s » : %.*s\n", verdict_label(f->verdict), STR_ARG(str_trim(said)));
	buf_c(&b, "essai ");
	put_quoted(&b, nom);
	buf_printf(&b, " {\n  document = \"%.*s\",\n", STR_ARG(w->sample->nom));
	if (w->has_effectif)
		buf_printf(&b, "  effectif = %lld,\n", (long long)w->effectif);
	if (w->made.n)
		buf_c(&b, "  remplacer = {\n");
	for (size_t i = 0; i < w->made.n; i++)
		put_pair(&b, &w->made.at[i]);
	if (w->made.n)
		buf_c(&b, "  },\n");
	buf_printf(&b, "  attendu = \"%s\",\n}\n", verdict_word(attendu));
	struct str done = b.full ? STR("") : arena_dup(a, buf_view(&b));
	buf_done(&b);
	return done;
}
