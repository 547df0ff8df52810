/* SPDX-License-Identifier: EUPL-1.2 */
/* A person's name, where names stand in lists broken over lines, with or without commas.
 *
 * There is no list of first names: capitals tell surname (LE GUERVEN) from first name (Marie-Anne), and the order first
 * seen in a run says where the next person begins when a comma was lost ("Anne ROCHE Paul TARVEL"). A run that no rule
 * ends is refused, not cut: half a name would be counted as a whole one.
 */
#include "leaf.h"

#include <string.h>

#include "fold.h"
#include "words_priv.h"

#define PERSON_WORDS 10
#define PERSON_TOKENS 40 /* hyphens, apostrophes and dots included */

static bool is_word(const struct tokens *t, size_t i)
{
	return i < t->n && t->at[i].kind == TOK_WORD;
}

static bool is_capital(const struct tokens *t, size_t i)
{
	return is_word(t, i) && t->at[i].shape != SHAPE_LOWER;
}

static size_t letters(const struct tokens *t, size_t i)
{
	return t->at[i].key.n;
}

/* "Maître PETIT", "Docteur Anne PETIT", not "Maître d'ouvrage". */
static bool is_title(const struct tokens *t, size_t i, size_t next)
{
	static const char *const TITLES[] = {"maitre", "docteur", "dr", "professeur", "pr"};

	return KEY_IN(t, i, TITLES) && t->at[i].shape == SHAPE_TITLE && is_capital(t, next) && t->at[next].lines == 0;
}

static bool is_particle(const struct tokens *t, size_t i)
{
	static const char *const WORDS[] = {"de",  "du",  "des", "d",	"la",  "le",	"les", "l",
					    "von", "van", "der", "den", "del", "della", "da",  "di",
					    "do",  "dos", "das", "el",	"al",  "ben",	"y",   "ter"};
	return KEY_IN(t, i, WORDS);
}

/* Words that open another part of the act: after a name, they are no part of it however they are written. */
static bool is_heading(const struct tokens *t, size_t i)
{
	static const char *const WORDS[] = {
		"absent",      "absente",      "absents",     "absentes",     "excuse",	      "excusee",
		"excuses",     "excusees",     "present",     "presente",     "presents",     "presentes",
		"pouvoir",     "pouvoirs",     "procuration", "procurations", "etait",	      "etaient",
		"ayant",       "avait",	       "avaient",     "formant",      "represente",   "representee",
		"representes", "representees", "votants",     "votant",	      "quorum",	      "lesquels",
		"convocation", "assistaient",  "abstention",  "abstentions",  "deliberation", "considerant",
		"mandants",    "mandataires",  "transmis",    "publie",	      "decide",	      "expose",
		"adopte",      "envoye",       "envoyee",     "recu",	      "extrait",      "registre",
		"republique",  "mairie",       "accuse"};
	return KEY_IN(t, i, WORDS);
}

static bool is_function(const struct tokens *t, size_t i)
{
	static const char *const WORDS[] = {
		"maire",	"maires",   "president",  "presidente",	 "presidents", "presidentes", "vice",
		"adjoint",	"adjointe", "adjoints",	  "adjointes",	 "conseiller", "conseillere", "conseillers",
		"conseilleres", "delegue",  "deleguee",	  "delegues",	 "deleguees",  "secretaire",  "secretaires",
		"prefet",	"prefete",  "rapporteur", "rapporteure", "directeur",  "directrice",  "senateur",
		"senatrice",	"depute",   "deputee",	  "titulaire",	 "titulaires", "suppleant",   "suppleante",
		"suppleants",	"doyen",    "doyenne",	  "ministre",	 "comptable",  "tresorier",   "tresoriere",
		"receveur",	"sous"};
	return KEY_IN(t, i, WORDS);
}

/* "LANOT M et PETIT A", "LANOT M donne pouvoir", "LANOT M. suppléante", "LANOT M⏎Absents :", but "M et Mme PETIT": an initial. */
static bool closes_a_name(const struct tokens *t, size_t i, size_t next)
{
	const bool dot = next > i + 1, behind = i > 0 && t->at[i - 1].shape == SHAPE_UPPER && t->at[i].lines == 0;
	size_t after;

	if (!str_eq(t->at[i].key, STR("m")) || !is_word(t, next))
		return false;
	if (t->at[next].shape != SHAPE_LOWER)
		return behind && (is_heading(t, next) || (is_function(t, next) && (!dot || t->at[next].shape == SHAPE_TITLE)));
	if (tok_is(t, next, STR("et")))
		return !is_civility(t, next + 1, &after);
	return (behind || !dot) && !is_particle(t, next);
}

/* Mme, Maître, docteur, professeur: most words begin otherwise. */
static inline bool may_be_civility(const struct tokens *t, size_t i)
{
	const char first = i < t->n && t->at[i].key.n > 0 ? t->at[i].key.p[0] : ' ';

	return first == 'm' || first == 'd' || first == 'p';
}

/* "M me Anne", "M lle Zoé": letters raised in print, which a PDF sets apart, behind the capital M at token i. */
static bool has_raised_letters(const struct tokens *t, size_t i)
{
	return is_capital(t, i) && is_word(t, i + 1) && t->at[i + 1].shape == SHAPE_LOWER && t->at[i + 1].lines == 0 &&
	       tok_among(t, i + 1, " me mes lle lles elle elles ") && (is_capital(t, i + 2) || tok_mark(t, i + 2, '.'));
}

/* "pouvoir à m Luc GRAND" */
static bool is_in_small(const struct tokens *t, size_t i, size_t next)
{
	return i > 0 && !is_capital(t, i) && tok_is(t, i - 1, STR("a")) && is_capital(t, next) && t->at[next].lines == 0 && letters(t, next) > 1 && t->at[next].space;
}

/* "par M, PETIT": a dot that was scanned as a comma, where nobody's initial can stand. */
static bool has_scanned_comma(const struct tokens *t, size_t i)
{
	return i > 0 && is_capital(t, i) && tok_mark(t, i + 1, ',') && is_word(t, i + 2) && t->at[i + 2].shape == SHAPE_UPPER && t->at[i - 1].shape == SHAPE_LOWER &&
	       (tok_is(t, i - 1, STR("par")) || tok_is(t, i - 1, STR("a")));
}

/* "PETIT M.J." */
static bool is_dotted_initial(const struct tokens *t, size_t i)
{
	return is_word(t, i) && !t->at[i].space && letters(t, i) == 1 && tok_mark(t, i + 1, '.');
}

bool is_civility(const struct tokens *t, size_t i, size_t *ret_next)
{
	/* "mmc", "mrnes", "madarne": what scanners make of Mme and Mmes, and nobody's word. */
	static const char *const LONG[] = {"mme",      "mmes",	       "mlle",		 "mlles", "melle", "melles",
					   "monsieur", "messieurs",    "madame",	 "mmc",	  "mrne",
					   "mesdames", "mademoiselle", "mesdemoiselles", "mrnes", "madarne", "mesdarnes"};
	static const char *const SHORT[] = {"m", "mm", "mr", "mrs", "ms"};

	if (!may_be_civility(t, i) || !is_word(t, i) || (i > 0 && tok_mark(t, i - 1, '\'') && !t->at[i].space))
		return false;
	const bool m = str_eq(t->at[i].key, STR("m"));

	if (m && has_raised_letters(t, i)) {
		*ret_next = i + 2 + tok_mark(t, i + 2, '.');
		return true;
	}
	/* "M .Luc": the dot belongs to the civility when it stands closer to either side. */
	const bool dot = tok_mark(t, i + 1, '.') && (!t->at[i + 1].space || (is_word(t, i + 2) && !t->at[i + 2].space));
	const size_t next = i + 1 + dot;

	if (KEY_IN(t, i, LONG) || is_title(t, i, next) || (m && is_in_small(t, i, next))) {
		*ret_next = next;
		return true;
	}
	if (m && has_scanned_comma(t, i)) {
		*ret_next = i + 2;
		return true;
	}
	if ((dot && is_dotted_initial(t, next)) || closes_a_name(t, i, next))
		return false;
	/* "M57", "100 m", "M.-P. ROC", "LANOT M." */
	if (!is_capital(t, i) || !KEY_IN(t, i, SHORT) || !is_word(t, next) || (next == i + 1 && !t->at[next].space))
		return false;
	*ret_next = next;
	return true;
}

/* Words that nobody bears as a name unless in capitals after a first name or a civility ("Mme BUREAU"). */
static bool is_common_word(const struct tokens *t, size_t i)
{
	static const char *const WORDS[] = {
		"nombre",  "date",	  "conseil",   "commission", "comite",	   "bureau",
		"commune", "departement", "region",    "communaute", "seance",	   "convoques",
		"vu",	   "objet",	  "vote",      "pour",	     "contre",	   "rapport",
		"ordre",   "assiste",	  "groupe",    "soit",	     "est",	   "sont",
		"ont",	   "elu",	  "elue",      "elus",	     "election",   "designation",
		"article", "apres",	  "publiee",   "affiche",    "transmise",  "certifie",
		"fait",	   "signe",	  "signature", "a",	     "an",	   "au",
		"aux",	   "et",	  "par",       "que",	     "qui",	   "en",
		"nom",	   "prenom",	  "total",     "mandat",     "mandataire", "mandant",
		"arrivee", "arrive",	  "depart",    "ainsi",	     "lors",	   "il",
		"elle",	   "ils",	  "elles",     "ce",	     "cette",	   "ces",
		"sur",	   "avec",	  "dont",      "dans",	     "suite",	   "sous",
		"point",   "questions",	  "question",  "soutien",    "monsieur",   "deliberations",
		"ville"};
	return KEY_IN(t, i, WORDS);
}

struct run {		    /* a name being read */
	size_t first;	    /* its first token */
	size_t end;	    /* after its last sure token */
	size_t last;	    /* where its last word begins; compounds are one */
	size_t before_last; /* after the word before that */
	unsigned words;
	unsigned capital_words; /* words of capitals, compounds count once */
	unsigned title_words;
	bool surname_first; /* capitals came before a first name */
	bool owed;	    /* a particle, hyphen or apostrophe waits for its word */
	bool tight;	    /* the next word belongs to the one before: hyphen or apostrophe */
	bool civility;
};

static bool is_ender(const struct tokens *t, const struct run *r, size_t i)
{
	struct str key = t->at[i].key;
	if (is_heading(t, i))
		return !(r->civility && r->words == 0 && t->at[i].shape == SHAPE_UPPER);
	if (!is_common_word(t, i))
		return false;
	return t->at[i].shape != SHAPE_UPPER || key.n == 1 || r->capital_words > 0 ||
	       (r->title_words == 0 && !r->civility);
}

static bool ends_before(const struct tokens *t, const struct run *r, size_t i)
{
	size_t next;
	const struct token *tok = &t->at[i];
	if (r->tight)
		return false;
	if ((r->words > 0 && is_civility(t, i, &next)) || is_ender(t, r, i))
		return true;
	if (r->words == 0 || r->owed)
		return false;
	if (tok->lines >= 2)
		return true;
	if (is_function(t, i))
		return true;
	/* The comma was lost: "Paul TARVEL Anne …", "TARVEL Paul ROCHE …", one "Paul Tarvel" per line. */
	bool capitals = tok->shape == SHAPE_UPPER;
	if (r->capital_words > 0 && r->title_words > 0)
		return r->surname_first ? capitals || tok->lines == 1 : !capitals;
	return tok->lines == 1 && !capitals && r->title_words >= 2;
}

static void take_word(struct run *r, const struct tokens *t, size_t i)
{
	bool capitals = t->at[i].shape == SHAPE_UPPER;
	if (!r->tight || r->words == 0) {
		r->before_last = r->end;
		r->last = i;
		r->words++;
		r->surname_first |= capitals && r->title_words == 0;
		r->capital_words += capitals;
		r->title_words += !capitals;
	}
	r->owed = r->tight = false;
	r->end = i + 1;
}

/* "R." after a surname, "J.-P." before one: a letter or two and a dot that no sentence ends with. */
static bool is_initial(const struct tokens *t, size_t i)
{
	return is_capital(t, i) && letters(t, i) <= 2 && (letters(t, i) == 1 || t->at[i].shape == SHAPE_TITLE) &&
	       tok_mark(t, i + 1, '.') && !t->at[i + 1].space;
}

/* A hyphen or an apostrophe inside a name; *ret_next is the token after it. */
static bool is_joint(const struct tokens *t, size_t i, size_t *ret_next)
{
	if (i == 0 || !is_word(t, i + 1))
		return false;
	const struct token *mark = &t->at[i], *next = &t->at[i + 1];
	*ret_next = i + 1;
	if (tok_mark(t, i, '-'))
		return !mark->space && (!next->space || (next->lines > 0 && next->shape != SHAPE_LOWER));
	if (!tok_mark(t, i, '\'') || mark->space)
		return false;
	bool elided = letters(t, i - 1) == 1;
	return next->shape != SHAPE_LOWER ? !next->space || elided : !next->space && !elided;
}

/* A lower-case particle belongs to the name when a name word follows: of capitals after capitals ("GRAVION de
 * SAINT-MYR"), any after a first name ("Bertrand de Jouvenat"); "M. TARVEL du Groupe …" is not one. */
static bool particle_holds(const struct tokens *t, const struct run *r, size_t i)
{
	size_t next = i + 1;
	while (next < i + PERSON_WORDS && is_word(t, next) && is_particle(t, next))
		next++;
	if (tok_mark(t, next, '\''))
		next++;
	if (!is_capital(t, next) || is_ender(t, r, next) || (next > i && t->at[i].lines >= 2))
		return false;
	if (t->at[next].shape == SHAPE_UPPER)
		return true;
	return r->capital_words == 0 && (r->words > 0 || r->civility) && !is_function(t, next);
}

/* One step of the run at token i: where the next step stands, or i when the name ends here. */
static size_t step(const struct tokens *t, struct run *r, size_t i)
{
	size_t next;
	if (i >= t->n)
		return i;
	if (r->words > 0 && !r->owed && is_joint(t, i, &next)) {
		r->owed = r->tight = true;
		return next;
	}
	if (!is_word(t, i) || ends_before(t, r, i))
		return i;
	bool particle = is_particle(t, i) && !is_initial(t, i);
	if (particle && t->at[i].shape == SHAPE_LOWER && !r->tight) {
		if (!particle_holds(t, r, i))
			return i;
		r->owed = true;
		return tok_mark(t, i + 1, '\'') ? i + 2 : i + 1;
	}
	if (t->at[i].shape == SHAPE_LOWER && !(r->tight && t->at[i].lines == 0))
		return i;
	size_t before = r->end;
	bool joined = r->tight;
	take_word(r, t, i);
	if (is_initial(t, i))
		r->end = i + 2;
	/* "LE" at a line end waits for "GUERVEN"; "Mme LE," is a whole name, "Le" alone is an article. */
	if (particle && !joined && t->at[i].shape != SHAPE_UPPER && !tok_mark(t, i + 1, '\'')) {
		r->end = before;
		r->words--;
		r->title_words--;
		r->owed = true;
		return i + 1;
	}
	if (particle)
		r->owed = is_capital(t, i + 1);
	return r->end;
}

/* "Mme Roche Anne Valjoie-sur-Orne : M. …": the next group's commune, its comma lost. A roll call ("Anne Marie Roche :
 * présente") is not. */
static bool ends_in_label(const struct tokens *t, const struct run *r)
{
	size_t next;
	if (r->words < 3 || !tok_mark(t, r->end, ':') || t->at[r->last].shape == SHAPE_UPPER)
		return false;
	return is_civility(t, r->end + 1, &next) || (is_capital(t, r->end + 1) && tok_mark(t, r->end + 2, ':'));
}

/* "M. le Maire", "Mme la Vice-Présidente", "M. Maire adjoint": a function, nobody's name. */
static bool opens_function(const struct tokens *t, size_t i, bool civility)
{
	size_t at = i;
	if (tok_is(t, at, STR("le")) || tok_is(t, at, STR("la")) || tok_is(t, at, STR("les")))
		at++;
	else if (tok_is(t, at, STR("l")) && tok_mark(t, at + 1, '\''))
		at += 2;
	if (!is_word(t, at) || !is_function(t, at))
		return false;
	return at > i ? civility || t->at[i].shape == SHAPE_LOWER : t->at[at].shape != SHAPE_UPPER;
}

static bool may_open(const struct tokens *t, size_t i, bool civility)
{
	size_t next;
	if (!is_word(t, i) || is_civility(t, i, &next) || opens_function(t, i, civility))
		return false;
	return t->at[i].shape != SHAPE_LOWER || is_particle(t, i);
}

/* The name's own spelling, put together from its tokens so that what stands between them (line ends, a page number) is
 * left out. */
static struct str spelling(struct arena *a, const struct text *text, const struct tokens *t, size_t from, size_t to)
{
	char *out = arena_alloc(a, t->at[to - 1].end - t->at[from].start + (to - from));
	size_t n = 0;
	for (size_t k = from; k < to; k++) {
		const struct token *tok = &t->at[k];
		bool joined = k > from && (tok_mark(t, k - 1, '-') || tok_mark(t, k - 1, '\''));
		if (k > from && tok->space && !joined)
			out[n++] = ' ';
		memcpy(out + n, text->bytes.p + tok->start, tok->end - tok->start);
		n += tok->end - tok->start;
	}
	return (struct str){out, n};
}

size_t leaf_person(struct arena *a, const struct text *text, const struct tokens *t, size_t i, struct person *ret)
{
	size_t name = i;
	struct person p = {0};
	bool civility = is_civility(t, i, &name);
	if (!may_open(t, name, civility))
		return i;
	struct run r = {.first = name, .end = name, .civility = civility};
	for (size_t at = name, next; at - name <= PERSON_TOKENS && (next = step(t, &r, at)) > at;)
		at = next;
	if (r.words == 0 || r.words > PERSON_WORDS || r.end - name > PERSON_TOKENS)
		return i;
	if (ends_in_label(t, &r))
		r.end = r.before_last;
	if (civility)
		p.civilite = str_part(text->bytes, t->at[i].start, t->at[name - 1].end);
	p.nom = spelling(a, text, t, name, r.end);
	p.cle = fold_person(a, p.nom);
	/* "M." with no name behind it. */
	if (p.cle.n == 0)
		return i;
	p.span = (struct span){t->at[i].start, t->at[r.end - 1].end};
	*ret = p;
	return r.end;
}
