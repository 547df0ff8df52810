/* SPDX-License-Identifier: EUPL-1.2 */
/* The subject of what is decided under "QUESTIONS DIVERSES": its sub-title ("a) DÉCISION MODIFICATIVE N° 2"), where it has one, right behind the title, and one vote. */
#include "segment_priv.h"
#include "titles_priv.h"

#define MARKS " . ) - / : "
#define RANK_FIGURES 2

/* "a) ", "A. ", "1- ", "3.1 ", "• " at the start of a line: the token behind it, or i. */
static size_t behind_mark(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i];
	size_t k = i;

	if (t->lines == 0)
		return i;
	if (t->kind == TOK_MARK)
		return rd->t.at[i + 1].space && rd->t.at[i + 1].lines == 0 && !tok_among(&rd->t, i, " \" ( [ | ") ? i + 1 : i;
	while ((rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k].key.n <= RANK_FIGURES) || (rd->t.at[k].kind == TOK_WORD && rd->t.at[k].key.n == 1 && tok_among(&rd->t, k + 1, MARKS))) {
		k++;
		k += tok_among(&rd->t, k, MARKS);
		if (rd->t.at[k].space)
			break;
	}
	return k > i + 1 && rd->t.at[k].space && rd->t.at[k].lines == 0 ? k : i;
}

static struct title title_below(const struct reader *rd, size_t acte, size_t various)
{
	const size_t limit = rd->parts[acte].all.to;
	struct title t = { .from = various, .to = various, .why = "sous « Questions diverses », ce qui est décidé n'a pas un seul titre" };
	size_t i = various + 1, marks = 0;

	while (i < limit && rd->t.at[i].lines == 0)
		i++;
	const size_t title = i < limit ? behind_mark(rd, i) : i;

	if (title == i || rd->actes[acte].votes_n != 1)
		return t;
	for (size_t k = i; k < limit; k++)
		marks += rd->t.at[k].lines > 0 && behind_mark(rd, k) > k && (k == i || rd->t.at[k].kind == rd->t.at[i].kind);
	return marks == 1 && rd->t.at[title].shape != SHAPE_LOWER ? title_read(rd, title, limit) : t;
}

void objet_of_various_matters(struct reader *rd, size_t acte, struct field *f)
{
	const size_t various = f->statut == FIELD_LU ? token_at(rd, f->span.start) : rd->t.n;

	if (rd->actes[acte].votes_n == 0 || various >= rd->t.n || !titles_various_matters(rd, various))
		return;
	const struct title t = title_below(rd, acte, various);

	if (t.why != NULL) {
		field_illisible(rd, f, f->span, "%s", t.why);
		return;
	}
	field_lu(f, reader_span(rd, t.from, t.to));
	f->texte = reader_text(rd, t.from, t.to);
}
