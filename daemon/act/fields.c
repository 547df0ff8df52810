/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of fields, and how a name finds its row.
 *
 * `presents` and `pouvoirs` exist twice: as the séance's lists, which the plain name finds, and as those in force for
 * one acte (bounds applied), found as "acte.presents" and "acte.pouvoirs". A rule of portee "acte" reads the latter, one of
 * portee "seance" the former. "vote." names the vote rows. Decided against: accessors per field, which drift from the
 * names that people see.
 */
#include "fields.h"

#define SEANCE(n, l, t, m, d, e) { n, l, SCOPE_SEANCE, t, offsetof(struct reading, m), d, e }
#define ACTE(n, l, t, m, d, e) { n, l, SCOPE_ACTE, t, offsetof(struct acte, m), d, e }
#define ENVOI(n, l, t, m, d, e) { "acte." n, l, SCOPE_ENVOI, t, offsetof(struct reading, m), d, e }
#define VOTE(n, l, t, m, d, e) { n, l, SCOPE_VOTE, t, offsetof(struct vote, m), d, e }

const struct field_desc FIELDS[] = {
	SEANCE("collectivite", "Collectivité", TYPE_TEXTE, collectivite,
		"le nom de la collectivité, comme l'acte l'écrit (au besoin celui de son conseil ou de sa mairie)",
		"trouve(d.collectivite, \"Vaugine\")"),
	SEANCE("niveau", "Niveau", TYPE_MOT, niveau,
		"le niveau de la collectivité : un des mots du tableau « niveau »",
		"d.niveau == \"departement\""),
	SEANCE("organe", "Organe délibérant", TYPE_MOT, organe,
		"l'organe qui décide : un des mots du tableau « organe »",
		"d.organe == \"commission_permanente\""),
	SEANCE("seance.date", "Date de la séance", TYPE_DATE, date,
		"le jour de la séance",
		"d.seance.date >= \"2023-09-01\""),
	SEANCE("seance.heure", "Heure de la séance", TYPE_HEURE, heure,
		"l'heure d'ouverture de la séance",
		"d.seance.heure < \"20:00\""),
	SEANCE("seance.president", "Présidence de la séance", TYPE_TEXTE, president,
		"le nom de qui préside la séance",
		"trouve(d.seance.president, \"Argentel\")"),
	SEANCE("seance.secretaires", "Secrétaires de séance", TYPE_ELUS, secretaires,
		"les secrétaires de séance",
		"nombre(d.seance.secretaires) == 1"),
	SEANCE("seance.seconde_convocation", "Seconde convocation", TYPE_TEXTE, seconde_convocation,
		"les mots qui disent que l'assemblée est réunie de nouveau, faute de quorum",
		"d:statut(\"seance.seconde_convocation\") == \"lu\""),
	SEANCE("convocation.date", "Date de la convocation", TYPE_DATE, convocation,
		"le jour où la convocation est partie",
		"jours_entre(d.convocation.date, d.seance.date) >= 5"),
	SEANCE("effectif", "Membres en exercice", TYPE_NOMBRE, effectif,
		"le nombre de membres en exercice : celui de l'acte, sinon celui de conf/collectivites",
		"d.effectif // 2 + 1"),
	SEANCE("presents_annonces", "Présents annoncés", TYPE_NOMBRE, presents_annonces,
		"le nombre de présents que l'acte annonce (« Présents : 15 »)",
		"d.presents_annonces == nombre(d.presents)"),
	SEANCE("votants_annonces", "Votants annoncés", TYPE_NOMBRE, votants_annonces,
		"le nombre de votants que l'acte annonce",
		"d.votants_annonces > 10"),
	SEANCE("quorum_annonce", "Quorum annoncé", TYPE_NOMBRE, quorum_annonce,
		"le quorum que l'acte annonce",
		"d.quorum_annonce > 10"),
	SEANCE("presents", "Présents", TYPE_ELUS, presents,
		"les élus présents pendant la séance",
		"nombre(d.presents) >= 10"),
	SEANCE("absents", "Absents et excusés", TYPE_ELUS, absents,
		"les élus absents ou excusés",
		"contient(d.absents, \"Mme AUBE\") ~= nil"),
	SEANCE("pouvoirs", "Pouvoirs", TYPE_POUVOIRS, pouvoirs,
		"les pouvoirs donnés pour la séance, chacun avec son mandant et son mandataire",
		"nombre(d.pouvoirs) <= 10"),
	SEANCE("identifiant", "Identifiant de l'acte", TYPE_TEXTE, identifiant,
		"l'identifiant de l'acte, celui du tampon ou du pied de page",
		"trouve(d.identifiant, \"CP2023\")"),
	SEANCE("siren", "SIREN", TYPE_TEXTE, siren,
		"le numéro SIREN de la collectivité",
		"nombre(d.siren) == 9"),
	SEANCE("transmission.date", "Transmission au préfet", TYPE_DATE, transmission,
		"le jour de la transmission au préfet",
		"d.transmission.date >= d.seance.date"),
	SEANCE("reception.date", "Réception par le préfet", TYPE_DATE, reception,
		"le jour de la réception par le préfet",
		"d.reception.date >= d.seance.date"),
	SEANCE("publication.date", "Publication ou affichage", TYPE_DATE, publication,
		"le jour de la publication ou de l'affichage",
		"jours_entre(d.seance.date, d.publication.date) <= 15"),
	ACTE("numero", "Numéro", TYPE_TEXTE, numero,
		"le numéro de l'acte",
		"d.numero == \"2023-12\""),
	ACTE("objet", "Objet", TYPE_TEXTE, objet,
		"l'objet de l'acte, ou son titre",
		"trouve(d.objet, \"subvention\")"),
	ACTE("visas", "Visas", TYPE_TEXTES, visas,
		"le texte de chaque visa (« Vu … »)",
		"trouve(d.visas, \"délégation\") ~= nil"),
	ACTE("references", "Références", TYPE_REFERENCES, references,
		"les articles et les textes que l'acte cite",
		"cite(d.references, \"L. 3211-2\") ~= nil"),
	ACTE("montants", "Montants", TYPE_MONTANTS, montants,
		"les sommes en euros que l'acte cite, chacune avec son bénéficiaire quand il est lu",
		"d.montants[1].centimes > 23000 * 100"),
	ACTE("deports", "Déports", TYPE_ELUS, deports,
		"les élus qui se retirent ou ne prennent pas part au vote, nommés",
		"nombre(d.deports) == 0"),
	ACTE("mention_transmission", "Mention de transmission", TYPE_TEXTE, mention_transmission,
		"les mots de la transmission au préfet",
		"d:statut(\"mention_transmission\") == \"absent\""),
	ACTE("presents", "Présents pour cet acte", TYPE_ELUS, presents,
		"les élus présents pour cet acte : entrées et sorties sont comptées ; c'est d.presents dans une règle ordinaire",
		"nombre(d.presents) >= 10"),
	ACTE("pouvoirs", "Pouvoirs pour cet acte", TYPE_POUVOIRS, pouvoirs,
		"les pouvoirs qui valent pour cet acte ; c'est d.pouvoirs dans une règle ordinaire",
		"d.pouvoirs[1].mandant.nom"),
	ENVOI("nature", "Nature de l'acte", TYPE_MOT, acte_nature,
		"la nature déclarée à la préfecture : un des mots du tableau « nature »",
		"d.acte.nature == \"deliberation\""),
	ENVOI("matiere", "Matière de l'acte", TYPE_TEXTE, acte_matiere,
		"la matière déclarée, de un à cinq nombres séparés par des points",
		"d.acte.matiere == \"7.5\""),
	ENVOI("siren", "SIREN transmis", TYPE_TEXTE, acte_siren,
		"le numéro SIREN de qui transmet, sinon celui du tampon",
		"nombre(d.acte.siren) == 9"),
	ENVOI("numero", "Numéro transmis", TYPE_TEXTE, acte_numero,
		"le numéro sous lequel l'acte est transmis",
		"d.acte.numero == \"2023_12\""),
	ENVOI("identifiant", "Identifiant transmis", TYPE_TEXTE, acte_identifiant,
		"l'identifiant ACTES, sinon celui du tampon",
		"trouve(d.acte.identifiant, \"CP2023\")"),
	ENVOI("objet", "Objet transmis", TYPE_TEXTE, acte_objet,
		"l'objet déclaré",
		"trouve(d.acte.objet, \"subvention\")"),
	ENVOI("date", "Date transmise", TYPE_DATE, acte_date,
		"le jour de la décision, tel qu'il est déclaré",
		"d.acte.date == d.seance.date"),
	ENVOI("reception", "Réception attestée", TYPE_DATE, acte_reception,
		"le jour de la réception selon l'accusé de réception, sinon selon le tampon",
		"d.acte.reception >= d.seance.date"),
	ENVOI("desaccords", "Désaccords", TYPE_TEXTES, desaccords,
		"ce que deux de ces fichiers, ou le numéro de l'acte et l'un d'eux, disent autrement, une phrase pour chacun",
		"nombre(d.acte.desaccords) == 0"),
	VOTE("pour", "Pour", TYPE_NOMBRE, pour,
		"les voix pour",
		"d.vote.pour > d.vote.contre"),
	VOTE("contre", "Contre", TYPE_NOMBRE, contre,
		"les voix contre",
		"d.vote.contre == 0"),
	VOTE("abstentions", "Abstentions", TYPE_NOMBRE, abstentions,
		"les abstentions",
		"d.vote.abstentions == 0"),
	VOTE("ne_prennent_pas_part", "Ne prennent pas part", TYPE_NOMBRE, ne_prennent_pas_part,
		"le nombre d'élus qui ne prennent pas part au vote",
		"d.vote.ne_prennent_pas_part == 0"),
	VOTE("formule", "Formule du résultat", TYPE_MOT, formule,
		"le résultat proclamé : un des mots du tableau « formule »",
		"d.vote.formule == \"unanimite\""),
	VOTE("formule_texte", "Texte de la formule", TYPE_TEXTE, formule_texte,
		"les mots du résultat, comme l'acte les écrit",
		"trouve(d.vote.formule_texte, \"membres présents\")"),
};
const size_t FIELDS_N = sizeof FIELDS / sizeof *FIELDS;
const char *const NATURE_WORDS[] = { "deliberation", "reglementaire", "individuel", "contrat", "budgetaire", "autre", NULL };
const char *const FORMULE_WORDS[] = { "rejet", "unanimite", "majorite", "adopte", "prend_acte", NULL };

const char *type_for_people(enum field_type t)
{
	static const char *const words[] = {
		[TYPE_TEXTE] = "texte",         [TYPE_MOT] = "mot",           [TYPE_DATE] = "date",
		[TYPE_HEURE] = "heure",         [TYPE_NOMBRE] = "nombre",     [TYPE_ELUS] = "liste d'élus",
		[TYPE_POUVOIRS] = "liste de pouvoirs", [TYPE_TEXTES] = "liste de textes",
		[TYPE_REFERENCES] = "liste de références", [TYPE_MONTANTS] = "liste de montants",
	};

	return words[t];
}

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
	if (str_starts(name, STR("acte.")) && row(name, SCOPE_ENVOI) == NULL)
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
		{ "deliberation", "délibération" },
		{ "reglementaire", "réglementaire" },
		{ "budgetaire", "budgétaire" },
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
	if (rank.n > 0 && str_eq(name, STR("texte"))) /* its rank is a line, and whoever shows the place shows the line */
		return STR("Passage");
	if (label.n == 0)
		return champ;
	struct str s = arena_printf(a, "%.*s%s%.*s", STR_ARG(label), rank.n ? " n° " : "", STR_ARG(rank));

	if (acte.n + vote.n == 0)
		return s;
	return arena_printf(a, "%.*s (%s%.*s%s%s%.*s)", STR_ARG(s), acte.n ? "acte " : "", STR_ARG(acte),
			    acte.n && vote.n ? ", " : "", vote.n ? "vote " : "", STR_ARG(vote));
}

struct str acte_known_as(const struct reading *r, size_t acte)
{
	const struct field *own = &r->actes[acte].numero;

	if (own->statut == FIELD_LU && own->texte.n)
		return own->texte;
	return r->actes_n == 1 && r->identifiant.statut == FIELD_LU ? r->identifiant.texte : STR("");
}

const char *statut_for_people(enum field_status s, bool introuvable)
{
	static const char *const words[] = { "non mentionné", "lu", "illisible", "ambigu" };

	return s == FIELD_ILLISIBLE && introuvable ? "non trouvé" : words[s];
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
