/* SPDX-License-Identifier: EUPL-1.2 */
/* Finding an article in folded text, by one pass that keeps the letter of a list and the left bound of a range.
 * The reader's references do this with the whole grammar of citations; this is for texts that a rule holds in its
 * hand (visas, objet). */
#include <string.h>
#include "citation.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static char at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

static bool stands(struct str s, size_t i, const char *word)
{
	size_t n = strlen(word);
	return i + n <= s.n && memcmp(s.p + i, word, n) == 0;
}

static size_t skip_any(struct str s, size_t i, const char *set)
{
	while (i < s.n && strchr(set, s.p[i]))
		i++;
	return i;
}

/* Digits and hyphens, white space around a hyphen tolerated: "3211 - 2", "3211-\n2". */
static size_t body_at(struct str s, size_t i, char body[29])
{
	size_t n = 0, end = i;
	while (i < s.n && n < 28) {
		if (is_figure(s.p[i])) {
			body[n++] = s.p[i++];
			end = i;
			continue;
		}
		size_t hyphen = skip_any(s, i, " ");
		size_t next = skip_any(s, hyphen + 1, " ");
		if (n == 0 || at(s, hyphen) != '-' || !is_figure(at(s, next)))
			break;
		if (hyphen > i && next > hyphen + 1 && memchr(body, '-', n))
			break; /* "L. 3211-2 - 12 membres": a dash between words, the article was whole */
		body[n++] = '-';
		i = next;
	}
	body[n] = '\0';
	return n ? end : i;
}

static bool latin_follows(struct str s, size_t i)
{
	static const char *const latin[] = { "bis",     "ter",    "quater", "quinquies", "sexies",
					     "septies", "octies", "nonies", "decies" };
	i = skip_any(s, i, " ");
	for (size_t k = 0; k < sizeof latin / sizeof *latin; k++)
		if (stands(s, i, latin[k]) && !is_letter(at(s, i + strlen(latin[k]))))
			return true;
	return false;
}

/* An article with its letter at i: the offset after it, or i. */
static size_t lettered_at(struct str s, size_t i, struct article *ret)
{
	size_t k = i, n = 0;
	if (!strchr("lrda", at(s, k)) || !at(s, k))
		return i;
	if (s.p[k] == 'a' && at(s, k + 1) == ' ')
		return i; /* "L. 2131-1 à 3" */
	ret->letters[n++] = s.p[k++];
	size_t o = skip_any(s, k, ". ");
	if (ret->letters[0] == 'l' && at(s, o) == 'o' && !is_letter(at(s, o + 1))) {
		ret->letters[n++] = 'o';
		k = o + 1;
	}
	ret->letters[n] = '\0';
	k = skip_any(s, k, ".* ");
	if (!is_figure(at(s, k)))
		return i;
	return body_at(s, k, ret->body);
}

bool article_parse(struct str folded, struct article *ret)
{
	size_t end = is_figure(at(folded, 0)) ? (ret->letters[0] = '\0', body_at(folded, 0, ret->body))
					     : lettered_at(folded, 0, ret);
	return end == folded.n && end > 0;
}

static int last_number(const char *body, size_t *ret_prefix)
{
	const char *dash = strrchr(body, '-');
	int value = 0;
	*ret_prefix = dash ? (size_t)(dash - body) + 1 : 0;
	for (const char *p = body + *ret_prefix; *p && value < 100000; p++)
		value = value * 10 + (*p - '0');
	return value;
}

static bool same(const struct article *a, const struct article *b)
{
	return strcmp(a->letters, b->letters) == 0 && strcmp(a->body, b->body) == 0;
}

static bool between(const struct article *from, const struct article *to, const struct article *x)
{
	size_t pf, pt, px;
	int f = last_number(from->body, &pf), t = last_number(to->body, &pt), v = last_number(x->body, &px);
	bool alike = pf == pt && pf == px && memcmp(from->body, x->body, pf) == 0 && memcmp(to->body, x->body, pf) == 0;
	return alike && strcmp(from->letters, x->letters) == 0 && strcmp(to->letters, x->letters) == 0 && f <= v &&
	       v <= t;
}

struct scan {
	struct str s;
	size_t i;
	struct article last;
	bool in_list, range; /* only separators since `last`; one of them was "à" */
};

/* Right bound "à 3" of "L. 2131-1": what stands before its last hyphen is that of the left bound. */
static void inherit_prefix(struct article *a, const struct article *left)
{
	size_t prefix;
	char number[29];
	last_number(left->body, &prefix);
	memcpy(number, a->body, sizeof number);
	if (!strchr(a->body, '-') && prefix + strlen(number) < sizeof a->body) {
		memcpy(a->body, left->body, prefix);
		memcpy(a->body + prefix, number, strlen(number) + 1);
	}
}

static bool next_article(struct scan *sc, struct article *ret)
{
	size_t start = sc->i, end = lettered_at(sc->s, start, ret);
	if (end == start && sc->in_list && is_figure(at(sc->s, start))) {
		memcpy(ret->letters, sc->last.letters, sizeof ret->letters);
		end = body_at(sc->s, start, ret->body);
		if (sc->range)
			inherit_prefix(ret, &sc->last);
		else if (!strchr(ret->body, '-'))
			return false;
	}
	if (end == start || latin_follows(sc->s, end))
		return false;
	sc->i = end;
	return true;
}

/* Pass one word or mark that is not an article; anything but a separator of lists ends the list. */
static void pass(struct scan *sc)
{
	static const char *const joins[] = { "et", "ou", "articles", "article", "les", "l" };
	size_t from = sc->i;
	if (!is_letter(at(sc->s, from)) && !is_figure(at(sc->s, from))) {
		if (!strchr(" ,'", at(sc->s, from)))
			sc->in_list = false;
		sc->i++;
		return;
	}
	while (is_letter(at(sc->s, sc->i)) || is_figure(at(sc->s, sc->i)))
		sc->i++;
	struct str word = str_part(sc->s, from, sc->i);
	if (str_eq(word, STR("a"))) {
		sc->range = true;
		return;
	}
	for (size_t k = 0; k < sizeof joins / sizeof *joins; k++)
		if (str_eq(word, str_c(joins[k])))
			return;
	sc->in_list = false;
}

static const char *const CGCT[] = { "code general des collectivites territoriales",
				    "code general de collectivites territoriales", "cgct", NULL };
static const char *const CG3P[] = { "code general de la propriete des personnes publiques", "cg3p", "cgppp", NULL };
static const char *const CRPA[] = { "code des relations entre le public et l'administration", "crpa", NULL };
static const char *const OTHERS[] = { "code ", "cgct", "cg3p", "cgppp", "casf", "crpa", "cgfp", NULL };

static const char *const *names_of(struct str code)
{
	return str_eq(code, STR("CGCT"))   ? CGCT
	       : str_eq(code, STR("CG3P")) ? CG3P
	       : str_eq(code, STR("CRPA")) ? CRPA
					   : NULL;
}

static size_t last_name(struct str s, const char *const *names)
{
	size_t last = STR_NONE;
	for (; names && *names; names++)
		for (size_t i = 0; (i = str_find(s, str_c(*names), i)) != STR_NONE; i++)
			if ((i == 0 || !is_letter(s.p[i - 1])) && (last == STR_NONE || i >= last))
				last = i;
	return last;
}

/* "… L. 1 et L. 2 du code X": what follows the run of articles. 1 the wanted code, 0 another one, -1 none named
 * there. */
static int code_after(struct str s, size_t i, const char *const *names)
{
	while (i < s.n) {
		if (stands(s, i, "du ") || strchr(";(:", s.p[i]))
			break;
		if (is_letter(s.p[i]) && !strchr("lrdao", s.p[i]) && !stands(s, i, "et ") && !stands(s, i, "ou "))
			return -1;
		i += stands(s, i, "et ") || stands(s, i, "ou ") ? 2 : 1;
	}
	if (!stands(s, i, "du "))
		return -1;
	for (size_t k = 0; names && names[k]; k++)
		if (stands(s, i + 3, names[k]))
			return 1;
	for (size_t k = 0; OTHERS[k]; k++)
		if (stands(s, i + 3, OTHERS[k]))
			return 0;
	return -1;
}

static bool right_code(struct str s, size_t start, size_t end, struct str code)
{
	const char *const *names = names_of(code);
	int after = code_after(s, end, names);
	if (after >= 0)
		return after == 1;
	struct str before = str_part(s, 0, start);
	size_t wanted = last_name(before, names), other = last_name(before, OTHERS);
	if (other == STR_NONE)
		return names == CGCT;
	return wanted != STR_NONE && wanted >= other;
}

/* One pass; when `code` is empty the code is not looked at. */
static bool scan(struct str s, const struct article *wanted, struct str code)
{
	struct scan sc = { .s = s };
	struct article a;
	while (sc.i < s.n) {
		size_t start = sc.i;
		bool fresh = start == 0 || (!is_letter(s.p[start - 1]) && !is_figure(s.p[start - 1]));
		if (!fresh || !next_article(&sc, &a)) {
			pass(&sc);
			continue;
		}
		bool hit = same(&a, wanted) || (sc.in_list && sc.range && between(&sc.last, &a, wanted));
		if (hit && (!code.n || right_code(s, start, sc.i, code)))
			return true;
		sc.last = a;
		sc.in_list = true;
		sc.range = false;
	}
	return false;
}

bool citation_in_text(struct str folded, const struct article *wanted, struct str code)
{
	return scan(folded, wanted, code);
}

bool citation_in_key(struct str key, const struct article *wanted, struct str code)
{
	char line[80];
	size_t slash = str_find(key, STR("/"), 0), n = 0;
	if (slash == STR_NONE || !str_eq(str_part(key, 0, slash), code) || key.n - slash > sizeof line / 2)
		return false;
	for (size_t i = slash + 1; i < key.n; i++) {
		if (key.p[i] == '.' && at(key, i + 1) == '.') {
			memcpy(line + n, " a ", 3);
			n += 3;
			i++;
		} else {
			char c = key.p[i];
			line[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
		}
	}
	return scan((struct str){ line, n }, wanted, STR(""));
}
