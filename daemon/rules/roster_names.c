/* SPDX-License-Identifier: EUPL-1.2 */
/* One collectivity under the names that its papers give it. */
#include <string.h>
#include "buf.h"
#include "roster_priv.h"

static bool is_particle(struct str word)
{
	return str_eq(word, STR("de")) || str_eq(word, STR("du")) || str_eq(word, STR("des"));
}

struct str roster_particles_once(struct arena *a, struct str s)
{
	struct buf out;
	struct str before = STR("");

	buf_init(&out, 4096);
	for (size_t at = 0; at < s.n;) {
		const size_t space = str_find(s, STR(" "), at), end = space == STR_NONE ? s.n : space;
		const struct str word = str_part(s, at, end);

		if (!str_eq(word, before) || !is_particle(word))
			buf_printf(&out, "%s%.*s", out.n ? " " : "", STR_ARG(word));
		before = word;
		at = end + 1;
	}
	const struct str once = arena_dup(a, buf_view(&out));
	buf_done(&out);
	return once;
}

/* The kind of collectivity that a key begins with, and the rest of it; empty and the whole key where it begins with none of these. */
static struct str kind_of(struct str key, struct str *ret_rest)
{
	static const struct { const char *written, *kind; } words[] = {
		{ "commune ", "commune" }, { "ville ", "commune" }, { "mairie ", "commune" }, { "conseil municipal ", "commune" },
		{ "departement ", "departement" }, { "conseil departemental ", "departement" }, { "conseil general ", "departement" },
		{ "conseil regional de ", "region" }, { "conseil regional d'", "region" }, { "conseil regional ", "region" },
		{ "region de ", "region" }, { "region d'", "region" }, { "region ", "region" },
	};
	*ret_rest = key;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts(key, str_c(words[i].written))) {
			*ret_rest = str_part(key, strlen(words[i].written), key.n);
			return str_c(words[i].kind);
		}
	return STR("");
}

bool roster_same_name(struct str a, struct str b)
{
	struct str rest_a, rest_b;
	const struct str kind = kind_of(a, &rest_a);

	return str_eq(kind, kind_of(b, &rest_b)) && str_eq(rest_a, rest_b);
}
