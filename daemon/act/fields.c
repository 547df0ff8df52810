/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of fields, and how a name finds its row.
 *
 * `presents` and `pouvoirs` exist twice: as the séance's lists, which the plain name finds, and as those in force for
 * one acte (bounds applied), found as "acte.presents" and "acte.pouvoirs". A rule of portee "acte" reads the latter, one of
 * portee "seance" the former. "vote." names the vote rows. Decided against: accessors per field, which drift from the
 * names that people see.
 */
#include "fields.h"

#define SEANCE(n, l, t, m) { n, l, SCOPE_SEANCE, t, offsetof(struct reading, m) }
#define ACTE(n, l, t, m) { n, l, SCOPE_ACTE, t, offsetof(struct acte, m) }
#define VOTE(n, l, t, m) { n, l, SCOPE_VOTE, t, offsetof(struct vote, m) }

const struct field_desc FIELDS[] = {
	SEANCE("collectivite", "Collectivité", TYPE_TEXTE, collectivite),
	SEANCE("niveau", "Niveau", TYPE_MOT, niveau),
	SEANCE("organe", "Organe délibérant", TYPE_MOT, organe),
	SEANCE("seance.date", "Date de la séance", TYPE_DATE, date),
	SEANCE("seance.heure", "Heure de la séance", TYPE_HEURE, heure),
	SEANCE("seance.president", "Présidence de la séance", TYPE_TEXTE, president),
	SEANCE("seance.secretaires", "Secrétaires de séance", TYPE_ELUS, secretaires),
	SEANCE("seance.seconde_convocation", "Seconde convocation", TYPE_TEXTE, seconde_convocation),
	SEANCE("convocation.date", "Date de la convocation", TYPE_DATE, convocation),
	SEANCE("effectif", "Membres en exercice", TYPE_NOMBRE, effectif),
	SEANCE("presents_annonces", "Présents annoncés", TYPE_NOMBRE, presents_annonces),
	SEANCE("votants_annonces", "Votants annoncés", TYPE_NOMBRE, votants_annonces),
	SEANCE("quorum_annonce", "Quorum annoncé", TYPE_NOMBRE, quorum_annonce),
	SEANCE("presents", "Présents", TYPE_ELUS, presents),
	SEANCE("absents", "Absents et excusés", TYPE_ELUS, absents),
	SEANCE("pouvoirs", "Pouvoirs", TYPE_POUVOIRS, pouvoirs),
	SEANCE("identifiant", "Identifiant de l'acte", TYPE_TEXTE, identifiant),
	SEANCE("siren", "SIREN", TYPE_TEXTE, siren),
	SEANCE("transmission.date", "Transmission au préfet", TYPE_DATE, transmission),
	SEANCE("reception.date", "Réception par le préfet", TYPE_DATE, reception),
	SEANCE("publication.date", "Publication ou affichage", TYPE_DATE, publication),
	ACTE("numero", "Numéro", TYPE_TEXTE, numero),
	ACTE("objet", "Objet", TYPE_TEXTE, objet),
	ACTE("visas", "Visas", TYPE_TEXTES, visas),
	ACTE("references", "Références", TYPE_REFERENCES, references),
	ACTE("montants", "Montants", TYPE_MONTANTS, montants),
	ACTE("deports", "Déports", TYPE_ELUS, deports),
	ACTE("mention_transmission", "Mention de transmission", TYPE_TEXTE, mention_transmission),
	ACTE("presents", "Présents pour cet acte", TYPE_ELUS, presents),
	ACTE("pouvoirs", "Pouvoirs pour cet acte", TYPE_POUVOIRS, pouvoirs),
	VOTE("pour", "Pour", TYPE_NOMBRE, pour),
	VOTE("contre", "Contre", TYPE_NOMBRE, contre),
	VOTE("abstentions", "Abstentions", TYPE_NOMBRE, abstentions),
	VOTE("ne_prennent_pas_part", "Ne prennent pas part", TYPE_NOMBRE, ne_prennent_pas_part),
	VOTE("formule", "Formule du résultat", TYPE_MOT, formule),
	VOTE("formule_texte", "Texte de la formule", TYPE_TEXTE, formule_texte),
};
const size_t FIELDS_N = sizeof FIELDS / sizeof *FIELDS;

static const struct field_desc *row(struct str name, enum field_scope scope)
{
	for (size_t i = 0; i < FIELDS_N; i++)
		if (FIELDS[i].scope == scope && str_eq(name, str_c(FIELDS[i].name)))
			return &FIELDS[i];
	return NULL;
}

const struct field_desc *field_desc(struct str name)
{
	if (str_starts(name, STR("vote.")))
		return row(str_part(name, 5, name.n), SCOPE_VOTE);
	if (str_starts(name, STR("acte.")))
		return row(str_part(name, 5, name.n), SCOPE_ACTE);
	for (size_t i = 0; i < FIELDS_N; i++)
		if (str_eq(name, str_c(FIELDS[i].name)))
			return &FIELDS[i];
	return NULL;
}

const struct field *field_of(const struct field_desc *d, const void *owner)
{
	return (const struct field *)(const void *)((const char *)owner + d->offset);
}

static bool same_people(const struct field *a, const struct field *b)
{
	if (a->statut != FIELD_LU || b->statut != FIELD_LU || a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->items[i].qui.cle, b->items[i].qui.cle) ||
		    !str_eq(a->items[i].porteur.cle, b->items[i].porteur.cle))
			return false;
	return true;
}

bool field_repeats_seance(const struct reading *r, const struct field_desc *d, const struct field *f)
{
	const struct field_desc *twin = d->scope == SCOPE_ACTE ? row(str_c(d->name), SCOPE_SEANCE) : NULL;

	return twin != NULL && same_people(f, field_of(twin, r));
}

struct str word_for_people(struct arena *a, struct str mot)
{
	static const struct { const char *mot, *people; } spelled[] = {
		{ "epci", "EPCI" },
		{ "departement", "département" },
		{ "region", "région" },
		{ "conseil_departemental", "conseil départemental" },
		{ "conseil_regional", "conseil régional" },
		{ "comite_syndical", "comité syndical" },
		{ "unanimite", "unanimité" },
		{ "majorite", "majorité" },
		{ "adopte", "adopté" },
	};

	for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
		if (str_eq(mot, str_c(spelled[i].mot)))
			return str_c(spelled[i].people);
	char *s = (char *)(uintptr_t)arena_dup(a, mot).p;

	for (size_t i = 0; i < mot.n; i++)
		s[i] = s[i] == '_' ? ' ' : s[i];
	return (struct str){ s, mot.n };
}

/* Takes "votes[12]" and the dot behind it off the front of *rest, and gives "12"; empty when it does not stand there. */
static struct str take_rank(struct str *rest, struct str word)
{
	const size_t close = str_find(*rest, STR("]"), 0);

	if (!str_starts(*rest, word) || close == STR_NONE || rest->n <= word.n || rest->p[word.n] != '[')
		return STR("");
	const struct str rank = str_part(*rest, word.n + 1, close);

	*rest = str_part(*rest, close + 1, rest->n);
	if (str_starts(*rest, STR(".")))
		*rest = str_part(*rest, 1, rest->n);
	return rank;
}

static struct str label_of(struct str name, bool in_vote)
{
	static const struct { const char *name, *label; } others[] = {
		{ "vote", "Vote" }, { "votes", "Votes" }, { "acte", "Acte" }, { "regle", "Règle" },
	};
	const struct field_desc *d = in_vote ? row(name, SCOPE_VOTE) : field_desc(name);

	for (size_t i = 0; d == NULL && i < sizeof others / sizeof *others; i++)
		if (str_eq(name, str_c(others[i].name)))
			return str_c(others[i].label);
	return str_c(d ? d->libelle : NULL);
}

struct str champ_for_people(struct arena *a, struct str champ)
{
	struct str rest = champ, acte = take_rank(&rest, STR("actes")), vote = take_rank(&rest, STR("votes"));
	const size_t bracket = str_find(rest, STR("["), 0);
	const struct str name = str_part(rest, 0, bracket), label = label_of(name, vote.n > 0);
	const struct str rank = bracket == STR_NONE ? STR("") : str_part(rest, bracket + 1, rest.n - 1);

	if (rest.n == 0 && vote.n > 0 && acte.n > 0)
		return arena_printf(a, "Vote %.*s (acte %.*s)", STR_ARG(vote), STR_ARG(acte));
	if (rest.n == 0 && vote.n + acte.n > 0)
		return arena_printf(a, "%s %.*s", vote.n ? "Vote" : "Acte", STR_ARG(vote.n ? vote : acte));
	if (label.n == 0)
		return champ;
	struct str s = arena_printf(a, "%.*s%s%.*s", STR_ARG(label), rank.n ? " n° " : "", STR_ARG(rank));

	if (acte.n + vote.n == 0)
		return s;
	return arena_printf(a, "%.*s (%s%.*s%s%s%.*s)", STR_ARG(s), acte.n ? "acte " : "", STR_ARG(acte),
			    acte.n && vote.n ? ", " : "", vote.n ? "vote " : "", STR_ARG(vote));
}

const char *statut_for_people(enum field_status s)
{
	static const char *const words[] = { "non indiqué", "lu", "non lu", "ambigu" };

	return words[s];
}

const char *statut_word(enum field_status s)
{
	static const char *const words[] = { "absent", "lu", "illisible", "ambigu" };

	return words[s];
}

const char *origine_word(enum text_origin o)
{
	static const char *const words[] = { "texte", "pdf", "word", "odt", "ocr" };

	return words[o];
}
