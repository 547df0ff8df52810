/* SPDX-License-Identifier: EUPL-1.2 */
/* Names of codes, as acts write them: full titles with a slip of the pen, and abbreviations.
 *
 * A title that is not in the table is still a code: an article bound to it must not fall back on the code named before.
 * Abbreviations that mean something else in acts (CE, CSP, CU) are left out.
 */
#include <string.h>

#include "references_priv.h"
#include "letters.h"

#define LONG_WORD 11

static const struct code {
	const char *key, *title; /* folded words behind "code" */
	bool plain;		 /* articles without a letter */
	unsigned figures;	 /* in the first part of every article; 0 = they differ, or an older code of that name had others */
} CODES[] = {
	{"CGCT", "general des collectivites territoriales", false, 4},
	{"CGCT", "general des collectivites locales", false, 4},
	{"CGCT", "des collectivites territoriales", false, 4},
	{"CGCT", "des collectivites locales", false, 4},
	{"CG3P", "general de la propriete des personnes publiques", false, 4},
	{"CGFP", "general de la fonction publique", false, 3},
	{"CGI", "general des impots", true, 0},
	{"CASF", "de l action sociale et des familles", false, 3},
	{"CSP", "de la sante publique", false, 4},
	{"CSS", "de la securite sociale", false, 3},
	{"CSI", "de la securite interieure", false, 3},
	{"CCH", "de la construction et de l habitation", false, 3},
	{"CU", "de l urbanisme", false, 3},
	{"CENV", "de l environnement", false, 3},
	{"CCP", "de la commande publique", false, 4},
	{"CMP", "des marches publics", true, 0},
	{"CRPA", "des relations entre le public et l administration", false, 3},
	{"CJA", "de justice administrative", false, 3},
	{"CJF", "des juridictions financieres", false, 3},
	{"LPF", "des procedures fiscales", false, 0},
	{"CRPM", "rural et de la peche maritime", false, 3},
	{"CRPM", "rural", false, 3},
	{"CEDUC", "de l education", false, 3},
	{"CPATR", "du patrimoine", false, 3},
	{"CSPORT", "du sport", false, 3},
	{"CTRANSP", "des transports", false, 4},
	{"CVR", "de la voirie routiere", false, 3},
	{"CROUTE", "de la route", false, 3},
	{"CFOR", "forestier", false, 3},
	{"CELEC", "electoral", false, 0},
	{"CENER", "de l energie", false, 3},
	{"CTOUR", "du tourisme", false, 3},
	{"CPI", "de la propriete intellectuelle", false, 3},
	{"CMF", "monetaire et financier", false, 3},
	{"CCOM", "de commerce", false, 3},
	{"CASS", "des assurances", false, 0},
	{"CEXPR", "de l expropriation", false, 0},
	{"CCOMM", "des communes", false, 0},
	{"CTRAV", "du travail", false, 4},
	{"CCONSO", "de la consommation", false, 3},
	{"CCIV", "civil", true, 0},
	{"CPEN", "penal", true, 0},
	{"CPP", "de procedure penale", true, 0},
	{"CDEF", "de la defense", false, 4},
	{"CESEDA", "de l entree et du sejour des etrangers et du droit d asile", false, 3},
	{"CPCE", "des postes et des communications electroniques", false, 0},
	{"CMUT", "de la mutualite", false, 0},
	{"CCIN", "du cinema et de l image animee", false, 0},
	{"CPCMR", "des pensions civiles et militaires de retraite", false, 0},
	{"CDOU", "des douanes", true, 0},
	{"CMIN", "minier", false, 0},
	{"CARTI", "de l artisanat", false, 3},
	{"CPC", "de procedure civile", true, 0},
	{"CPCX", "des procedures civiles d execution", false, 0},
	{"CPM", "des ports maritimes", false, 0},
	{"CFAS", "de la famille et de l aide sociale", true, 0},
	{"CDE", "du domaine de l etat", false, 0},
	{"CRECH", "de la recherche", false, 0},
	{"CAC", "de l aviation civile", false, 0},
	{"CSN", "du service national", false, 0},
	{"CIBS", "des impositions sur les biens et services", false, 0},
	{"COJ", "de l organisation judiciaire", false, 0},
};

static const struct abbreviation {
	const char *letters, *key;
} ABBREVIATIONS[] = {
	{"cgct", "CGCT"}, {"cgppp", "CG3P"}, {"cgfp", "CGFP"}, {"cgi", "CGI"}, {"casf", "CASF"}, {"cch", "CCH"},
	{"ceseda", "CESEDA"}, {"ccp", "CCP"},	  {"crpa", "CRPA"},  {"cja", "CJA"},   {"cjf", "CJF"}, {"crpm", "CRPM"}, {"lpf", "LPF"},
};

static size_t shorter(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The same word, or one letter added, lost or changed in a word of six letters or more ("collectivtés"); two in a word of eleven
 * or more, as scanners read "rr" as "m". */
static bool near(struct str word, struct str want)
{
	size_t same = 0, tail = 0, most = shorter(word.n, want.n);
	if (str_eq(word, want))
		return true;
	if (want.n >= LONG_WORD && word.n + 2 >= want.n && word.n <= want.n + 2 && word.p[0] == want.p[0])
		return letters_apart(word, want, 2) <= 2;
	if (want.n < 6 || word.n + 1 < want.n || word.n > want.n + 1)
		return false;
	while (same < most && word.p[same] == want.p[same])
		same++;
	while (tail < most - same && word.p[word.n - 1 - tail] == want.p[want.n - 1 - tail])
		tail++;
	return same + tail + 1 >= (word.n > want.n ? word.n : want.n);
}

static struct str title_word(struct str *rest)
{
	size_t n = 0;
	while (n < rest->n && rest->p[n] != ' ')
		n++;
	struct str word = str_part(*rest, 0, n);
	*rest = str_part(*rest, n + 1, rest->n);
	return word;
}

/* "des" and "de" are mixed up often enough. */
static bool same_title_word(struct str word, struct str want)
{
	bool article = str_eq(want, STR("des")) || str_eq(want, STR("de"));
	return near(word, want) ||
	       (article && (str_eq(word, STR("des")) || str_eq(word, STR("de")) || str_eq(word, STR("les"))));
}

/* One word at token i, or two halves of it cut at a line end ("collec-⏎tivités", "collec- tivités"). */
static size_t title_word_at(const struct tokens *t, size_t i, struct str want)
{
	char whole[32];
	if (i >= t->n || t->at[i].kind != TOK_WORD)
		return i;
	if (same_title_word(t->at[i].key, want))
		return i + 1;
	/* Where line ends were lost, the space behind the hyphen shows where it was. */
	if (!tok_mark(t, i + 1, '-') || t->at[i + 1].space || i + 2 >= t->n || t->at[i + 2].kind != TOK_WORD || !t->at[i + 2].space)
		return i;
	struct str left = t->at[i].key, right = t->at[i + 2].key;
	if (left.n + right.n > sizeof whole)
		return i;
	memcpy(whole, left.p, left.n);
	memcpy(whole + left.n, right.p, right.n);
	return near((struct str){whole, left.n + right.n}, want) ? i + 3 : i;
}

/* The words of `title` stand at token i; apostrophes in the text are passed over. */
static size_t title_at(const struct tokens *t, size_t i, const char *title)
{
	struct str rest = str_c(title);
	size_t at = i;
	while (rest.n > 0) {
		struct str want = title_word(&rest);
		/* "code de environnement": the scanner lost the article. */
		if (str_eq(want, STR("l")) && at > i && at < t->n && t->at[at].kind == TOK_WORD && t->at[at].key.n > 1)
			continue;
		if (tok_mark(t, at, '\'') || tok_mark(t, at, '-'))
			at++;
		size_t end = title_word_at(t, at, want);
		if (end == at)
			return i;
		at = end;
	}
	return at;
}

static size_t full_title(const struct tokens *t, size_t i, struct str *ret_key, bool *ret_plain)
{
	size_t best = i;
	const bool no_article = i < t->n && t->at[i].kind == TOK_WORD && t->at[i].key.n > 3;
	for (size_t k = 0; k < sizeof CODES / sizeof *CODES; k++) {
		if (no_article && CODES[k].title[0] == 'd')
			continue;
		size_t end = title_at(t, i, CODES[k].title);
		if (end <= best)
			continue;
		best = end;
		*ret_key = str_c(CODES[k].key);
		*ret_plain = CODES[k].plain;
	}
	return best;
}

/* "C.G.C.T.": single letters, each but the last followed by a dot. */
static size_t dotted(const struct tokens *t, size_t i, const char *letters)
{
	struct str want = str_c(letters);
	size_t at = i;
	for (size_t k = 0; k < want.n; k++) {
		if (!tok_is(t, at, str_part(want, k, k + 1)) || t->at[at].shape == SHAPE_LOWER)
			return i;
		at++;
		if (tok_mark(t, at, '.') && !t->at[at].space)
			at++;
		else if (k + 1 < want.n)
			return i;
	}
	return at;
}

static size_t abbreviated(const struct tokens *t, size_t i, struct str *ret_key, bool *ret_plain)
{
	if (i >= t->n || t->at[i].kind != TOK_WORD || t->at[i].shape == SHAPE_LOWER)
		return i;
	if (key_is(t, i, "cg") && key_is(t, i + 1, "3") && key_is(t, i + 2, "p") && !t->at[i + 1].space &&
	    !t->at[i + 2].space) {
		*ret_key = STR("CG3P");
		*ret_plain = false;
		return i + 3;
	}
	for (size_t k = 0; k < sizeof ABBREVIATIONS / sizeof *ABBREVIATIONS; k++) {
		bool whole = key_is(t, i, ABBREVIATIONS[k].letters) && t->at[i].shape == SHAPE_UPPER;
		size_t end = whole ? i + 1 : dotted(t, i, ABBREVIATIONS[k].letters);
		if (end == i)
			continue;
		*ret_key = str_c(ABBREVIATIONS[k].key);
		*ret_plain = str_eq(*ret_key, STR("CGI"));
		return end;
	}
	return i;
}

size_t code_name(const struct tokens *t, size_t i, struct str *ret_key, bool *ret_plain)
{
	static const char *const OPENS[] = {"de", "du", "des", "l", "la", "general", "disciplinaire"};
	/* The abbreviations, and the first letters of those with dots. */
	static const char *const SHORT[] = {"cg", "cgct", "cgppp", "cgfp", "cgi", "casf", "cch", "ceseda", "ccp", "crpa", "cja", "cjf", "crpm", "lpf", "c", "l"};
	static const char *const LONG[] = {"code", "coude", "livre"};
	if (!KEY_IN(t, i, LONG))
		return KEY_IN(t, i, SHORT) ? abbreviated(t, i, ret_key, ret_plain) : i;
	bool livre = key_is(t, i, "livre");
	size_t end = full_title(t, i + 1, ret_key, ret_plain);
	if (end > i + 1)
		return livre && !str_eq(*ret_key, STR("LPF")) ? i : end;
	if (livre || !KEY_IN(t, i + 1, OPENS) || (key_is(t, i + 1, "l") && !tok_mark(t, i + 2, '\'')))
		return i;
	*ret_key = STR("?");
	*ret_plain = false;
	return i + 2;
}

static const struct code *code_of(struct str key)
{
	for (size_t k = 0; k < sizeof CODES / sizeof *CODES; k++)
		if (str_eq(key, str_c(CODES[k].key)))
			return &CODES[k];
	return NULL;
}

bool code_has_letters(struct str code)
{
	const struct code *c = code_of(code);

	return c != NULL && !c->plain;
}

bool code_may_hold(struct str code, const struct cited *c)
{
	const struct code *known = code_of(code);
	size_t letters = 0, figures = 0;

	if (known == NULL || known->figures == 0)
		return true;

	while (letters < c->key.n && (c->key.p[letters] < '0' || c->key.p[letters] > '9'))
		letters++;
	while (letters + figures < c->key.n && is_figure(c->key.p[letters + figures]))
		figures++;
	return known->figures == figures;
}
