/* SPDX-License-Identifier: EUPL-1.2 */
#include "luadoc.h"

static struct str next_line(struct str text, size_t *at)
{
	const size_t from = *at, end = str_find(text, STR("\n"), from), to = end == STR_NONE ? text.n : end;

	*at = end == STR_NONE ? text.n : end + 1;
	struct str line = str_part(text, from, to);
	return str_ends(line, STR("\r")) ? str_part(line, 0, line.n - 1) : line;
}

struct docs {
	struct helper_doc *at;
	size_t n, cap;
};

static void take_comment(struct arena *a, struct str line, struct helper_doc *d)
{
	struct str said = str_trim(str_part(line, 3, line.n));

	if (str_starts(said, STR("Exemple :")))
		d->exemple = str_trim(str_part(said, sizeof "Exemple :" - 1, said.n));
	else
		d->dit = d->dit.n ? arena_printf(a, "%.*s %.*s", STR_ARG(d->dit), STR_ARG(said)) : said;
}

static void read_source(struct arena *a, const struct vm_source *s, struct docs *docs)
{
	struct helper_doc d = { .line = 0 };
	unsigned line_no = 0;

	for (size_t at = 0; at < s->text.n;) {
		const struct str line = next_line(s->text, &at), word = STR("function ");
		line_no++;
		if (str_starts(line, STR("---"))) {
			take_comment(a, line, &d);
			continue;
		}
		if (str_starts(line, word)) {
			d.nom = str_part(line, word.n, str_find(line, STR("("), 0));
			d.appel = str_part(line, word.n, str_find(line, STR(")"), 0) + 1);
			d.file = str_after_last(s->file, '/');
			d.line = line_no;
			*ARENA_PUSH(a, docs) = d;
		}
		d = (struct helper_doc){ .line = 0 };
	}
}

const struct helper_doc *luadoc_read(struct arena *a, const struct vm_source *sources, size_t sources_n, size_t *ret_n)
{
	struct docs docs = { 0 };

	for (size_t i = 0; i < sources_n; i++)
		read_source(a, &sources[i], &docs);
	*ret_n = docs.n;
	return docs.at;
}
