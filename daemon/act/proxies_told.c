/* SPDX-License-Identifier: EUPL-1.2 */
/* A proxy told outside the lists that were read: "M. A, qui vote aussi pour M. B", "avec les pouvoirs de MM. B et C", "M. B (pouvoir à M. A)".
 *
 * It is news only of an absent of whom no list says that somebody votes for him, or when the words right beside the two names give him another holder: the
 * list of proxies is then not sure to be whole, for any acte of the séance. Decided against: adding the pair. Whether such a proxy was given at
 * the beginning, and to one only, is sure in a list.
 */
#include "going_priv.h"
#include "presence_priv.h"

#define SENTENCE_TOKENS 60
#define BETWEEN_TOKENS 12 /* "M. A, qui dispose en outre du (pouvoir)" */

static const char DENIED[] = " n ne sans pas ";
static const char OF_NO_USE[] = " tard nul nulle nuls irrecevable irrecevables caduc caduque tardif tardive tardivement invalide annule annulee refuse refusee ecarte ecartee ";
static const char NO_PROXY[] = " election elections elire elit elu elue candidat candidate candidats candidature candidatures poste scrutin siege sieges designer designation designe bulletin bulletins adjoint ";

struct claim {
	struct asking q;
	size_t first, last; /* the words, from the first name to the last */
	struct person holder; /* without a key: not told right beside */
	bool sure;	      /* its words are of a proxy and of nothing else */
	bool news;
};

static const struct item *given_by(const struct field *pouvoirs, struct str giver)
{
	for (size_t i = 0; i < pouvoirs->n; i++)
		if (str_eq(pouvoirs->items[i].qui.cle, giver))
			return &pouvoirs->items[i];
	return NULL;
}

static bool held_by(const struct field *pouvoirs, struct str giver, struct str holder)
{
	for (size_t i = 0; i < pouvoirs->n; i++)
		if (str_eq(pouvoirs->items[i].qui.cle, giver) && str_eq(pouvoirs->items[i].porteur.cle, holder))
			return true;
	return false;
}

static bool name_is_news(struct claim *c, const struct name *n)
{
	struct reader *rd = c->q.rd;
	const struct field *pouvoirs = &rd->r->pouvoirs;
	struct person giver = name_person(rd, n), holder = c->holder;
	const bool held = holder.nom.n > 0 && people_find(rd, &holder, WHO_PRESENT | WHO_CHAIR) == PEOPLE_ONE;
	const enum people_match match = people_find(rd, &giver, WHO_ANY);

	/* Where a list names the absents, whom it does not name is a slip, or no member. */
	if (match == PEOPLE_NONE)
		return held && c->sure && rd->r->absents.statut != FIELD_LU && n->civility < n->from;
	if (match != PEOPLE_ONE || people_find(rd, &giver, WHO_ABSENT | WHO_GIVER) != PEOPLE_ONE)
		return false;
	return given_by(pouvoirs, giver.cle) == NULL || (held && !held_by(pouvoirs, giver.cle, holder.cle));
}

static void know_holder(struct claim *c, const struct name *n)
{
	c->holder = n->odd ? (struct person){ 0 } : name_person(c->q.rd, n);
}

/* "M. A, qui vote", "(M. A avec le pouvoir": past such words the holder's name ends; the token of the name, or `i`. */
static size_t holder_before(struct claim *c, size_t i, const char *between)
{
	const size_t end = presence_back_over(&c->q, i, between);
	struct name n;

	if (!name_before(c->q.rd, c->q.from, end, &n))
		return i;
	know_holder(c, &n);
	return n.civility;
}

static size_t over_what_joins(const struct reader *rd, size_t k)
{
	static const char joins[] = " de d ' des du pour au nom celui celle ceux celles et ainsi que compte le , lui elle - meme + ";
	const size_t stop = k + BETWEEN_TOKENS;

	/* "…, M. C étant absent": a comma alone joins nobody */
	if (tok_mark(&rd->t, k, ',') && !tok_among(&rd->t, k + 1, joins))
		return k;
	while (k < stop && tok_among(&rd->t, k, joins))
		k++;
	return k;
}

/* "(le pouvoir de M. B) n'est pas compté", "…, arrivé trop tard" */
static bool is_of_no_use(const struct claim *c)
{
	const struct tokens *t = &c->q.rd->t;
	const size_t near = c->last + 3 < c->q.to ? c->last + 3 : c->q.to, far = near + 5 < c->q.to ? near + 5 : c->q.to;

	return (tok_says(t, c->last, near, " n ne ") && tok_says(t, c->last, far, " pas ")) || tok_says(t, c->last, far, OF_NO_USE);
}

/* The row of those who gave, from token k on; c->last is behind it. */
static bool givers_behind(struct claim *c, size_t k)
{
	const struct reader *rd = c->q.rd;
	struct name n;
	bool several = false;

	for (size_t next; (next = name_read(rd, k, c->q.to, &n)) > k && !n.odd; k = over_what_joins(rd, next + (several && tok_mark(&rd->t, next, ',')))) {
		c->news |= name_is_news(c, &n);
		several |= n.group;
		c->last = next;
	}
	return c->news && !is_of_no_use(c);
}

static bool givers_before(struct claim *c, size_t end)
{
	const struct reader *rd = c->q.rd;
	const size_t row = row_of_names_before(rd, c->q.from, end);
	struct name n;

	for (size_t k = row, next; k < end && (next = name_read(rd, k, end, &n)) > k && !n.odd; k = next + tok_among(&rd->t, next, " , et "))
		c->news |= name_is_news(c, &n);
	c->first = row;
	return c->news;
}

/* "le pouvoir de M. B", "(pouvoir Mme B)", "porteur des procurations de MM. B et C" at "pouvoir" */
static bool told_by_whose_it_is(struct claim *c)
{
	static const char held[] = " le la les l ' un une du de des d son avec porteur porteuse porteurs dispose disposant detient detenant titulaire ayant en outre egalement aussi ( + plus muni munie second seconde deuxieme qui est a recu , ",
			  given[] = " ecrit ecrite verbal verbale ete donne donnee donnes confie confiee remis remise recu recue par : ";
	const struct reader *rd = c->q.rd;
	size_t k = c->q.i + 1, civility;

	tok_phrase(&rd->t, k, "de vote", &k);
	while (k < c->q.i + 6 && (tok_among(&rd->t, k, given) || (tok_among(&rd->t, k, " a ") && word_is(rd, k + 1, "ete"))))
		k++;
	if (!tok_among(&rd->t, k, " de d des ") && !tok_among(&rd->t, k - 1, " par : ") && !is_civility(&rd->t, k, &civility))
		return false;
	c->first = holder_before(c, c->q.i, held);
	c->sure = !word_is(rd, c->q.i, "voix");
	return !tok_says(&rd->t, c->first, c->q.i, DENIED) && givers_behind(c, over_what_joins(rd, k));
}

/* "donne pouvoir au maire pour signer" */
static bool is_of_a_signature(const struct reader *rd, size_t k)
{
	for (const size_t stop = k + 8; k < stop && !sentence_ends_at(rd, k); k++)
		if (tok_among(&rd->t, k + 1, " signer representer ester negocier conclure ") && tok_among(&rd->t, k, " pour de "))
			return true;
	return false;
}

/* "M. B a remis son pouvoir à M. A", "M. B (procuration à M. A)", "M. B par pouvoir" at "pouvoir" */
static bool told_by_who_gave_it(struct claim *c)
{
	static const char gave[] = " donne donnee donnent donnant remis remet remettent laisse laissent confie confient transmis transmet adresse envoye accorde delegue signe parvenir fait etabli ( par avec ",
			  between[] = " a avait avaient ont ayant lui leur egalement aussi qui , absent absente absents absentes excuse excusee excuses excusees deja son sa leurs un une ecrit ecrite donne donnee donnent donnant remis remet remettent"
				      " laisse laissent confie confient transmis transmet adresse envoye accorde delegue signe parvenir fait etabli vote votent votant ( par avec - ";
	const struct reader *rd = c->q.rd;
	const size_t end = presence_back_over(&c->q, c->q.i, between);
	size_t k = c->q.i + 1;
	struct name n;

	tok_phrase(&rd->t, k, "de vote", &k);
	/* "M. B, pouvoir à M. A, vote contre" */
	const bool aside = tok_mark(&rd->t, c->q.i - 1, ',') && tok_among(&rd->t, k, " a ") && name_read(rd, k + 1, c->q.to, &n) > k + 1;

	if (!(aside || tok_says(&rd->t, end, c->q.i, gave)) || is_of_a_signature(rd, k))
		return false;
	while (k < c->q.i + 4 && tok_among(&rd->t, k, " ecrit ecrite verbal verbale donne donnee remis remise confie confiee "))
		k++;
	c->last = k;
	if (tok_among(&rd->t, k, " a ") && name_read(rd, k + 1, c->q.to, &n) > k + 1) {
		c->last = n.to;
		know_holder(c, &n);
	}
	c->sure = true;
	return givers_before(c, end);
}

/* "vote aussi pour M. B", "votant au nom de Mme C"; "vote pour M. B" where nobody is elected; "au nom de M. B" alone at "nom" */
static bool told_by_a_vote(struct claim *c)
{
	static const char also[] = " aussi egalement outre encore plus donc ailleurs ";
	static const char *const for_whom[] = { "pour", "au nom de", "au nom d", "au nom et pour le compte de", "pour le compte de", "par procuration pour", "en son nom et", "pour lui et", "pour elle et", "pour lui - meme et", "pour elle - meme et", NULL };
	const struct reader *rd = c->q.rd;
	size_t k = c->q.i + 1;

	while (k < c->q.to && (tok_among(&rd->t, k, also) || (tok_among(&rd->t, k, " en de par ") && tok_among(&rd->t, k + 1, also))))
		k++;
	const size_t bare = k == c->q.i + 1 && word_is(rd, k, "pour");

	if (!tok_any_phrase(&rd->t, k, for_whom, &k))
		return false;
	c->first = holder_before(c, c->q.i, " qui , ( a ayant ont ");
	c->sure = !bare;
	if (bare && (c->first == c->q.i || tok_among(&rd->t, c->q.i, " votent votant ") || tok_says(&rd->t, c->q.from, c->q.to, NO_PROXY)))
		return false;
	return givers_behind(c, over_what_joins(rd, k));
}

/* "M. A, au nom de M. B, vote contre" */
static bool told_by_a_name(struct claim *c)
{
	static const char votes[] = " vote votent votant abstient prononce oppose ";
	const struct reader *rd = c->q.rd;

	if (!tok_among(&rd->t, c->q.i - 1, " au ") || !tok_among(&rd->t, c->q.i + 1, " de d "))
		return false;
	c->first = holder_before(c, c->q.i - 1, " , ( et ");
	return c->first < c->q.i - 1 && givers_behind(c, c->q.i + 2) && tok_says(&rd->t, c->last, c->last + 5, votes);
}

/* "mandaté par M. B", "M. B a mandaté M. A" */
static bool told_by_a_mandate(struct claim *c)
{
	const struct reader *rd = c->q.rd;
	struct name n;

	c->sure = true;
	if (word_is(rd, c->q.i + 1, "par")) {
		c->first = holder_before(c, c->q.i, " est aussi egalement en outre , qui ( ete a ");
		return givers_behind(c, c->q.i + 2);
	}
	if (!tok_among(&rd->t, c->q.i - 1, " a avait ont avaient ayant ") || (c->last = name_read(rd, c->q.i + 1, c->q.to, &n)) == c->q.i + 1)
		return false;
	know_holder(c, &n);
	return givers_before(c, presence_back_over(&c->q, c->q.i, " a avait ont avaient ayant , qui "));
}

/* "(la sienne, celles de Mme B et de M. C)" where voices or proxies are told */
static bool told_again_by_a_pronoun(struct claim *c)
{
	const struct reader *rd = c->q.rd;
	const size_t from = c->q.i > c->q.from + BETWEEN_TOKENS ? c->q.i - BETWEEN_TOKENS : c->q.from;
	bool voices = tok_says(&rd->t, from, c->q.i, " voix mandat mandats ");

	for (size_t k = from; k < c->q.i; k++)
		voices |= proxy_word(&rd->t, k);
	return voices && tok_among(&rd->t, c->q.i + 1, " de d ") && givers_behind(c, c->q.i + 2);
}

/* "M. B, représenté par M. A, vote contre": in a body where who represents is no substitute. */
static bool told_by_who_represents(struct claim *c)
{
	const struct reader *rd = c->q.rd;
	const size_t next = cue_at(rd->lx, &rd->t, c->q.i, CUE_REPRESENTE_PAR);
	struct name n;

	if (next == c->q.i || !represented_is_proxy(rd) || (c->last = name_read(rd, next, c->q.to, &n)) == next || (rd->t.at[c->last].kind != TOK_MARK && !tok_among(&rd->t, c->last, " vote votent s ")))
		return false;
	know_holder(c, &n);
	return givers_before(c, presence_back_over(&c->q, c->q.i, " , ( est sont etait qui absent absente excuse excusee "));
}

static bool is_told(struct claim *c)
{
	const struct reader *rd = c->q.rd;
	const size_t i = c->q.i;

	if (proxy_word(&rd->t, i) || tok_among(&rd->t, i, " voix "))
		return told_by_whose_it_is(c) || told_by_who_gave_it(c);
	if (tok_among(&rd->t, i, " mandat "))
		return told_by_who_gave_it(c);
	if (tok_among(&rd->t, i, " vote votent votant votera "))
		return told_by_a_vote(c) || (tok_among(&rd->t, i - 1, " son leur ") && told_by_who_gave_it(c));
	if (tok_among(&rd->t, i, " nom "))
		return told_by_a_name(c);
	if (tok_among(&rd->t, i, " mandate mandatee mandates "))
		return told_by_a_mandate(c);
	if (tok_among(&rd->t, i, " celle celles celui ceux "))
		return told_again_by_a_pronoun(c);
	return told_by_who_represents(c);
}

static bool claim_at(struct reader *rd, size_t i, struct range *ret)
{
	struct telling unused;
	struct claim c = { .q = { .rd = rd, .from = sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0), .i = i, .to = sentence_end(rd, i, i + SENTENCE_TOKENS), .telling = &unused }, .first = i, .last = i + 1 };

	if (i < 2 || presence_in_the_lists(rd, i) || !is_told(&c) || presence_of_another_meeting(&c.q) || presence_of_another_head(&c.q, false))
		return false;
	*ret = (struct range){ c.first < i ? c.first : i, c.q.to };
	return true;
}

static void doubt(struct reader *rd, struct field *f, const struct item *words)
{
	if (f->statut == FIELD_LU || f->statut == FIELD_ABSENT)
		field_ambigu(rd, f, words, 1, "un pouvoir est dit hors de la liste, qui ne le donne pas ainsi : « %.*s »", STR_ARG(utf8_head(words->texte, PRESENCE_QUOTED)));
}

void reader_proxies_told(struct reader *rd)
{
	struct range said;

	if (rd->r->pouvoirs.statut != FIELD_LU)
		return;
	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_PROXY, i, rd->t.n)) < rd->t.n; i++) {
		if (!claim_at(rd, i, &said))
			continue;
		struct item *words = ARENA_NEW(rd->a, struct item);

		*words = (struct item){ .span = reader_span(rd, said.from, said.to), .texte = reader_text(rd, said.from, said.to) };
		for (size_t acte = 0; acte < rd->r->actes_n; acte++)
			doubt(rd, &rd->actes[acte].pouvoirs, words);
		doubt(rd, &rd->r->pouvoirs, words);
		return;
	}
}
