/* SPDX-License-Identifier: EUPL-1.2 */
/* Cue phrases in a table by the hashes of their first two folded words.
 *
 * A look-up touches only the phrases that begin with the two words in hand, so a text costs its number of words, not
 * words × phrases; landmarks.c asks once a token, and the readers its rows. Decided against: a trie or an automaton over
 * all phrases (a few hundred phrases never need it), and skipping words inside a phrase (it finds "votants" in sentences
 * that say something else).
 */
#include "lexicon_priv.h"

#include <string.h>

#include "bounds.h"
#include "fold.h"
#include "yamltree.h"

#define PHRASE_BYTES 512
_Static_assert(CUE_COUNT <= LANDMARK_CUES && LANDMARKS <= 64, "each cue has a row of landmarks, and each row a bit");

static const char *const NAMES[CUE_COUNT + 1] = {
	[CUE_VU] = "vu",
	[CUE_CONSIDERANT] = "considerant",
	[CUE_EXPOSE] = "expose",
	[CUE_DECIDE] = "decide",
	[CUE_PRESENTS] = "presents",
	[CUE_ABSENTS] = "absents",
	[CUE_POUVOIRS] = "pouvoirs",
	[CUE_POUVOIR_DONNE] = "pouvoir_donne",
	[CUE_POUVOIR_RECU] = "pouvoir_recu",
	[CUE_REPRESENTE_PAR] = "represente_par",
	[CUE_EN_EXERCICE] = "en_exercice",
	[CUE_NB_PRESENTS] = "nb_presents",
	[CUE_NB_VOTANTS] = "nb_votants",
	[CUE_QUORUM] = "quorum",
	[CUE_NB_POUVOIRS] = "nb_pouvoirs",
	[CUE_POUR] = "pour",
	[CUE_CONTRE] = "contre",
	[CUE_ABSTENTION] = "abstention",
	[CUE_NPPV] = "ne_prend_pas_part",
	[CUE_UNANIMITE] = "unanimite",
	[CUE_MAJORITE] = "majorite",
	[CUE_ADOPTE] = "adopte",
	[CUE_REJETE] = "rejete",
	[CUE_PREND_ACTE] = "prend_acte",
	[CUE_PRESIDENCE] = "presidence",
	[CUE_SECRETAIRE] = "secretaire",
	[CUE_CONVOCATION] = "convocation",
	[CUE_SECONDE_CONVOCATION] = "seconde_convocation",
	[CUE_TRANSMISSION] = "transmission",
	[CUE_RECEPTION] = "reception",
	[CUE_PUBLICATION] = "publication",
	[CUE_IDENTIFIANT] = "identifiant",
	[CUE_FIN_LISTE] = "fin_liste",
	[CUE_SEANCE] = "seance",
	[CUE_NUMERO] = "numero",
	[CUE_OBJET] = "objet",
	[CUE_VOTE] = "vote",
	[CUE_AVIS] = "avis",
	[CUE_CLOTURE] = "cloture",
	[CUE_NIVEAU_SPECIAL] = "niveau_special",
	[CUE_SUITE] = "suite",
	[CUE_VERBE] = "verbe",
};

/* Cues of one row say opposite things about the same place: a phrase may stand under one of them only. */
static const enum cue EXCLUSIVE[][6] = {
	{ CUE_VU, CUE_CONSIDERANT, CUE_EXPOSE, CUE_DECIDE, CUE_NONE, CUE_NONE },
	{ CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS, CUE_NONE, CUE_NONE, CUE_NONE },
	{ CUE_POUVOIR_DONNE, CUE_POUVOIR_RECU, CUE_REPRESENTE_PAR, CUE_NONE, CUE_NONE, CUE_NONE },
	{ CUE_EN_EXERCICE, CUE_NB_PRESENTS, CUE_NB_VOTANTS, CUE_QUORUM, CUE_NB_POUVOIRS, CUE_NONE },
	{ CUE_POUR, CUE_CONTRE, CUE_ABSTENTION, CUE_NPPV, CUE_NONE, CUE_NONE },
	{ CUE_UNANIMITE, CUE_MAJORITE, CUE_NONE, CUE_NONE, CUE_NONE, CUE_NONE },
	{ CUE_ADOPTE, CUE_REJETE, CUE_PREND_ACTE, CUE_NONE, CUE_NONE, CUE_NONE },
	{ CUE_PRESIDENCE, CUE_SECRETAIRE, CUE_CONVOCATION, CUE_NONE, CUE_NONE, CUE_NONE },
	{ CUE_TRANSMISSION, CUE_RECEPTION, CUE_PUBLICATION, CUE_IDENTIFIANT, CUE_CONVOCATION, CUE_NONE },
};

const char *cue_name(enum cue c)
{
	return c > CUE_NONE && c < CUE_COUNT ? NAMES[c] : "";
}

bool lexicon_names(const struct lexicon *lx, enum cue c)
{
	return lx->written >> c & 1;
}

static bool row_has(const enum cue *row, enum cue c)
{
	for (size_t i = 0; i < 6; i++)
		if (row[i] == c)
			return true;
	return false;
}

static bool exclude_each_other(enum cue a, enum cue b)
{
	for (size_t i = 0; i < sizeof EXCLUSIVE / sizeof *EXCLUSIVE; i++)
		if (row_has(EXCLUSIVE[i], a) && row_has(EXCLUSIVE[i], b))
			return true;
	return a == b;
}

static bool same_phrase(const struct phrase *a, const struct phrase *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->words[i], b->words[i]))
			return false;
	return true;
}

static struct opener *opener_of(struct arena *a, struct lexicon *lx, uint32_t hash)
{
	uint16_t *slot = &lx->slot[hash % LEXICON_SLOTS];

	if (*slot == 0) {
		*slot = (uint16_t)lx->n;
		ARENA_PUSH(a, lx);
	}
	return &lx->at[*slot];
}

/* The list of a phrase. */
static struct opener *opener_of_phrase(struct arena *a, struct lexicon *lx, const struct phrase *p)
{
	if (p->n == 1)
		return opener_of(a, lx, p->hash[0]);
	opener_of(a, lx, p->hash[0])->seconds |= UINT64_C(1) << (p->hash[1] & 63);
	return opener_of(a, lx, hash_of_two(p->hash[0], p->hash[1]));
}

static void insert_longest_first(struct opener *o, struct phrase *p)
{
	struct phrase **at = &o->first;

	while (*at != NULL && (*at)->n >= p->n)
		at = &(*at)->next;
	p->next = *at;
	*at = p;
}

/* The tokeniser takes room for a document; only the words are kept, so the phrases are cut in a scratch arena. */
static size_t cut_phrase(struct arena *scratch, struct str phrase, struct str *ret_words, char *keys, size_t room)
{
	const struct text text = { .bytes = phrase, .raw = phrase, .received = true };
	struct tokens t;

	tokenise(scratch, &text, &t);
	for (size_t i = 0; i < t.n && i < LEXICON_PHRASE_WORDS; i++) {
		const struct str key = t.at[i].key;

		if (key.n > room)
			return LEXICON_PHRASE_WORDS + 1;
		memcpy(keys, key.p, key.n);
		ret_words[i] = (struct str){ keys, key.n };
		keys += key.n;
		room -= key.n;
	}
	return t.n;
}

/* A phrase that is one of these words would be found on each line of each act. */
static bool is_everywhere(struct str phrase)
{
	static const char *const words[] = { "le", "la", "les", "l'", "un", "une", "de", "du", "des", "d'", "et", "ou", "a", "au", "aux", "en", "par", "que",
					     "qui", "dans", "sur", "sous", "avec", "est", "sont", "ce", "cette", "ces", "il", "elle", "son", "sa", "ses", "m", "m.", "mme",
					     NULL };
	char room[FOLD_ROOM(16)];
	return phrase.n <= 16 && str_position(str_trim(fold_into(room, phrase)), words) >= 0;
}

static bool has_letter(struct str phrase)
{
	uint32_t cp;
	for (size_t i = 0, n; (n = utf8_next(phrase, i, &cp)) > 0; i += n)
		if (cp_is_letter(cp))
			return true;
	return false;
}

/* What can be typed and read, and is not what its author means: where it is not refused, the phrase is never found, or everywhere. */
static bool meant(const struct yaml_node *n, const char *file, struct err *e)
{
	const struct str shown = n->kind == YAML_SCALAR ? utf8_head(n->text, 80) : STR("");
	if (n->kind == YAML_MAP && n->first)
		return err_at(e, ERR_VALUE, file, n->line, n->col, "une phrase qui contient « : » se met entre guillemets droits : - \"%.*s : …\"",
			      STR_ARG(utf8_head(n->first->key, 80)));
	if (n->kind != YAML_SCALAR)
		return err_at(e, ERR_VALUE, file, n->line, n->col, "une phrase est un texte");
	if (!n->quoted && n->last_line > n->line && str_find(n->text, STR(" - "), 0) != STR_NONE)
		return err_at(e, ERR_VALUE, file, n->line, n->col,
			      "cette ligne et les suivantes, jusqu'à la ligne %u, se lisent comme une seule phrase : mettez tous les « - » à la même colonne",
			      n->last_line);
	if (str_find(n->text, STR("«"), 0) != STR_NONE || str_find(n->text, STR("»"), 0) != STR_NONE)
		return err_at(e, ERR_VALUE, file, n->line, n->col,
			      "les guillemets « » feraient partie de la phrase : écrivez-la sans eux, ou entre guillemets droits");
	if (str_trim(n->text).n && !has_letter(n->text))
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« %.*s » n'a pas un mot : un signe seul ne remplace rien et se trouve partout",
			      STR_ARG(shown));
	if (is_everywhere(n->text))
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« %.*s » se trouve dans tous les actes : écrivez la formule entière", STR_ARG(shown));
	return true;
}

static bool phrase_words(struct arena *a, const struct yaml_node *n, const char *file, struct phrase *p, struct err *e)
{
	struct str words[LEXICON_PHRASE_WORDS] = { 0 };
	struct arena scratch;
	char keys[PHRASE_BYTES];
	size_t count;

	if (!meant(n, file, e))
		return false;
	if (n->text.n > PHRASE_BYTES)
		return err_at(e, ERR_LIMIT, file, n->line, n->col, "phrase de plus de %d octets", PHRASE_BYTES);
	arena_init(&scratch, MIB);
	if (setjmp(*arena_trap(&scratch)) != 0) {
		arena_done(&scratch);
		return err_at(e, ERR_LIMIT, file, n->line, n->col, "phrase trop longue");
	}
	count = cut_phrase(&scratch, n->text, words, keys, sizeof keys);
	arena_done(&scratch);
	if (count == 0)
		return err_at(e, ERR_VALUE, file, n->line, n->col, "phrase vide");
	if (count > LEXICON_PHRASE_WORDS)
		return err_at(e, ERR_LIMIT, file, n->line, n->col, "phrase de plus de %d mots et signes",
			      LEXICON_PHRASE_WORDS);
	for (size_t i = 0; i < count; i++) {
		p->words[i] = arena_dup(a, words[i]);
		p->hash[i] = key_hash(words[i]) & KEY_HASH_MASK;
	}
	p->n = count;
	return true;
}

static bool phrase_add(struct arena *a, struct lexicon *lx, const struct yaml_node *n, enum cue c, const char *file,
		       struct err *e)
{
	struct phrase *p = ARENA_NEW(a, struct phrase);

	p->cue = c;
	if (!phrase_words(a, n, file, p, e))
		return false;
	struct opener *o = opener_of_phrase(a, lx, p);

	for (const struct phrase *q = o->first; q != NULL; q = q->next)
		if (same_phrase(p, q) && exclude_each_other(c, q->cue))
			return err_at(e, ERR_VALUE, file, n->line, n->col, "la phrase « %.*s » est déjà sous « %s »",
				      STR_ARG(n->text), cue_name(q->cue));
	insert_longest_first(o, p);
	return true;
}

static enum cue cue_of(struct str name)
{
	for (int c = 0; c < CUE_COUNT; c++)
		if (str_eq(name, str_c(NAMES[c])))
			return (enum cue)c;
	return CUE_NONE;
}

bool lexicon_load(struct arena *a, struct str yaml, const char *file, const struct lexicon **ret, struct err *e)
{
	struct lexicon *lx = ARENA_NEW(a, struct lexicon);
	const struct yaml_node *root;

	ARENA_PUSH(a, lx); /* the empty list */
	if (!yaml_parse(a, yaml, file, &root, e))
		return false;
	if (root->kind != YAML_MAP)
		return err_at(e, ERR_VALUE, file, root->line, root->col,
			      "le lexique est une table : un repère, puis ses phrases");
	if (!yaml_only(root, file, NAMES, e))
		return false;
	for (const struct yaml_node *n = root->first; n != NULL; n = n->next) {
		if (n->kind != YAML_LIST && !yaml_is_null(n))
			return err_at(e, ERR_VALUE, file, n->line, n->col, "« %.*s » attend une liste de phrases",
				      STR_ARG(n->key));
		lx->written |= UINT64_C(1) << cue_of(n->key);
		for (const struct yaml_node *p = n->kind == YAML_LIST ? n->first : NULL; p != NULL; p = p->next)
			if (!phrase_add(a, lx, p, cue_of(n->key), file, e))
				return false;
	}
	*ret = lx;
	return true;
}

static inline bool stands_at(const struct phrase *p, const struct tokens *t, size_t i)
{
	if (p->n > t->n - i)
		return false;
	for (size_t k = p->n; k > 0; k--) /* many begin alike */
		if (p->hash[k - 1] != t->at[i + k - 1].hash)
			return false;
	for (size_t k = 0; k < p->n; k++)
		if (!str_eq(p->words[k], t->at[i + k].key))
			return false;
	return true;
}

uint64_t cues_of(const struct phrase *p, const struct tokens *t, size_t i)
{
	uint64_t cues = 0;

	for (; p != NULL; p = p->next)
		if (stands_at(p, t, i))
			cues |= UINT64_C(1) << p->cue;
	return cues;
}

/* The longest phrase of cue `c`, or of any (CUE_NONE), that stands at token i; NULL when none does. */
static const struct phrase *longest_at(const struct lexicon *lx, const struct tokens *t, size_t i, enum cue c)
{
	const struct phrase *longer, *alone;

	if (i >= t->n || !phrases_at(lx, t, i, &longer, &alone))
		return NULL;
	while (longer != NULL && !((c == CUE_NONE || longer->cue == c) && stands_at(longer, t, i)))
		longer = longer->next;
	if (longer != NULL)
		return longer;
	while (alone != NULL && !((c == CUE_NONE || alone->cue == c) && stands_at(alone, t, i)))
		alone = alone->next;
	return alone;
}

size_t cue_find(const struct lexicon *lx, const struct tokens *t, size_t i, enum cue c)
{
	const struct phrase *p = longest_at(lx, t, i, c);

	return p != NULL ? i + p->n : i;
}

enum cue cue_any(const struct lexicon *lx, const struct tokens *t, size_t i, size_t *ret_next)
{
	const bool may = t->landmarks == NULL || landmark_at(t->landmarks, LANDMARK_CUE, i);
	const struct phrase *p = may ? longest_at(lx, t, i, CUE_NONE) : NULL;

	if (p == NULL)
		return CUE_NONE;
	*ret_next = i + p->n;
	return p->cue;
}
