/* SPDX-License-Identifier: EUPL-1.2 */
/* Somebody who comes or goes and is no member: the tenant, the surveyor, the public, the clerk.
 *
 * Only functions that no member has as one: "président", "trésorier", "délégué" are said of members every day. A trade is said of them too, so
 * a name counts as an outsider's only where the lists of who is there and who is not are read and nobody in them may be meant; the staff's functions no member has.
 */
#include "going_priv.h"

#define APPOSITIONS 3 /* "M. X, géomètre, assisté de M. Y, quitte" */
#define STEP_TOKENS 24
#define HOUSE_TOKENS 8 /* "la société d'économie mixte du Val" */

static const char OUTSIDERS[] =
	" locataire locataires gerant gerante gerants promoteur promoteurs amenageur amenageurs investisseur investisseurs porteur porteurs acquereur acquereurs acquereuse preneur preneurs preneuse bailleur bailleurs vendeur vendeurs vendeuse acheteur acheteurs cedant occupant occupants"
	" occupante proprietaire proprietaires exploitant exploitants fermier fermiere repreneur repreneurs"
	" capitaine commandant commandante lieutenant colonel adjudant major brigadier gendarme gendarmes policier policiers pompier pompiers prefet prefete"
	" geometre geometres architecte architectes notaire notaires avocat avocate avocats huissier expert experts experte urbaniste urbanistes paysagiste ingenieur ingenieure"
	" ingenieurs technicien technicienne techniciens consultant consultante consultants prestataire prestataires intervenant intervenante intervenants conferencier formateur formatrice"
	" animateur animatrice journaliste journalistes correspondant correspondante presse public publique auditoire spectateurs spectatrice spectateur visiteurs visiteur habitant habitants"
	" habitante riverain riverains riveraine administre administres plaignant requerant assistance cabinet societe societes entreprise entreprises association associations banque famille familles parents eleves enfants gens"
	" agent agente agents employe employee employes salarie salariee salaries fonctionnaire stagiaire apprenti apprentie personnel vacataire secretariat medecin infirmier infirmiere instituteur"
	" institutrice enseignant enseignante enseignants professeur cure commissaire percepteur receveur comptable dgs dga dgst directeur directrice collaborateur collaboratrice region departement etat metropole epoux ";
/* Houses: whoever they are named after is none of them. */
static const char HOUSES[] = " region departement etat metropole agence syndicat societe societes entreprise entreprises association banque caisse fondation office cabinet sci sarl sas scp ehpad ";
static const char STAFF[] = " dgs dga dgst agent agente secretaire employe employee fonctionnaire stagiaire directeur directrice collaborateur collaboratrice receveur comptable percepteur ";

static bool is_of_the_secretariat(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " secretaire secretaires ") && staff_at(rd, i);
}

static bool is_outsider_noun(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, OUTSIDERS) || is_of_the_secretariat(rd, i) || (tok_among(&rd->t, i, " maitre ") && tok_among(&rd->t, i + 1, " d ")) || (tok_among(&rd->t, i, " bureau ") && tok_says(&rd->t, i, i + 4, " etude etudes "));
}

/* "le représentant de la société", "un membre du public" */
static bool stands_for_outsiders(const struct reader *rd, size_t i, size_t end)
{
	return tok_among(&rd->t, i, " representant representante representants membre membres ") && tok_among(&rd->t, i + 1, " de du des d ") && tok_says(&rd->t, i + 1, i + 5 < end ? i + 5 : end, OUTSIDERS);
}

/* Behind a name: "géomètre", "le nouveau locataire", "directeur général des services". */
static bool function_is_an_outsiders(const struct reader *rd, size_t i)
{
	i += tok_among(&rd->t, i, " du ") && tok_among(&rd->t, i + 1, " cabinet bureau ");
	i += tok_among(&rd->t, i, " le la l un une ");
	i += tok_mark(&rd->t, i, '\'');
	i += tok_among(&rd->t, i, " ancien ancienne nouveau nouvelle futur future jeune ");
	return is_outsider_noun(rd, i);
}

static bool function_is_staffs(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, STAFF) && (!tok_among(&rd->t, i, " secretaire ") || staff_at(rd, i));
}

static bool is_read_or_empty(const struct field *f)
{
	return f->statut == FIELD_LU || f->statut == FIELD_ABSENT;
}

/* "Luc V.", "Paul VIAL" beside a Luc VIAL: the lists may mean him. */
static bool shares_a_family_name(struct reader *rd, const struct name *n)
{
	struct name family = *n;

	family.civility = family.from = n->to - 1;
	if (rd->t.at[family.from].kind != TOK_WORD || rd->t.at[family.from].key.n < 2)
		return true;
	struct person p = name_person(rd, &family);

	return people_find(rd, &p, WHO_ANY) != PEOPLE_NONE;
}

/* "Mme Zoé PETIT", where the lists have a Zoé ROUX: the other name of a member who married, or whom the lists name by her husband's. */
static bool may_have_another_family_name(struct reader *rd, const struct name *n, const struct person *p)
{
	const bool man = n->civility < n->from && tok_among(&rd->t, n->civility, " m mr monsieur ");

	return !man && people_first_name(rd, p);
}

/* Nobody in a list is, or may be, this person. */
static bool is_nobody_of_the_lists(struct reader *rd, const struct name *n, bool staff, bool couple)
{
	if (n->odd)
		return false;
	struct person p = name_person(rd, n);

	if (people_find(rd, &p, WHO_ANY) != PEOPLE_NONE)
		return false;
	return staff || (rd->r->presents.statut == FIELD_LU && (couple || is_read_or_empty(&rd->r->absents)) && !shares_a_family_name(rd, n) && !may_have_another_family_name(rd, n, &p));
}

/* The civility says it: "Me PRAT" before a notary's name. */
static bool is_a_lawyer(const struct reader *rd, const struct name *n)
{
	return n->civility < n->from && tok_among(&rd->t, n->civility, " me maitre ");
}

/* "… et le géomètre quittent": somebody else, too. */
static bool has_company(const struct reader *rd, size_t from, size_t i)
{
	return i > from && tok_among(&rd->t, i - 1, " et ni ou ");
}

/* "M. le Préfet" */
static bool is_a_title(const struct reader *rd, const struct name *n)
{
	return n->civility < n->from && tok_among(&rd->t, n->from, " le la ") && is_outsider_noun(rd, n->to - 1);
}

size_t name_behind_a_function(const struct reader *rd, size_t from, size_t end)
{
	static const char members[] = " elu elue conseiller conseillere delegue deleguee adjoint adjointe docteur senateur senatrice depute deputee maire president presidente ";
	const size_t head = head_noun_before(rd, from, end);
	struct name n;

	if (head + 1 >= end || tok_among(&rd->t, head, HOUSES) || !(is_outsider_noun(rd, head) || tok_among(&rd->t, head, members)))
		return end;
	return name_read(rd, head + 1, end, &n) == end && !n.odd && n.civility == n.from ? n.from : end;
}

/* "M. et Mme X" sit in no assembly. */
static bool is_a_couple(const struct reader *rd, size_t from, const struct name *n)
{
	size_t next;

	if (n->civility == n->from || n->civility < from + 2 || !tok_among(&rd->t, n->civility - 1, " et "))
		return false;
	for (size_t k = n->civility - 2; k >= from && k + 4 > n->civility; k--) {
		if (is_civility(&rd->t, k, &next) && next == n->civility - 1)
			return true;
		if (k == 0)
			break;
	}
	return false;
}

static size_t phrase_start(const struct reader *rd, size_t from, size_t head)
{
	size_t d = head;

	while (d > from && rd->t.at[d].lines == 0 && tok_among(&rd->t, d - 1, " le la les l ' un une des deux trois quelques sous - ancien ancienne nouveau nouvelle jeune autre autres "))
		d--;
	while (d > from && (tok_mark(&rd->t, d - 1, '.') || tok_among(&rd->t, d - 1, " m mme monsieur madame ")))
		d--;
	return d;
}

/* "le locataire de M. X": whoever M. X is, it is said of the other. */
static bool belongs_to_an_outsider(const struct reader *rd, size_t from, size_t name)
{
	const size_t end = name - (name > from && tok_among(&rd->t, name - 1, " de d ")), head = end < name ? head_noun_before(rd, from, end) : end;

	return head + 1 == end && is_outsider_noun(rd, head) && !has_company(rd, from, phrase_start(rd, from, head));
}

/* "le géomètre M. X", "M. X": the name that ends at `end`, with the function before it or at `function`. */
static bool outsider_name_before(struct reader *rd, size_t from, size_t end, size_t function)
{
	struct name n;

	if (!name_before(rd, from, end, &n))
		return false;
	if (is_a_couple(rd, from, &n))
		return is_nobody_of_the_lists(rd, &n, false, true);
	if (belongs_to_an_outsider(rd, from, n.civility))
		return true;
	if (has_company(rd, from, n.civility))
		return false;
	const size_t before = n.civility - (n.civility > from && tok_mark(&rd->t, n.civility - 1, ','));
	const bool behind = function < rd->t.n && function_is_an_outsiders(rd, function), ahead = before > from && is_outsider_noun(rd, before - 1) && follows_determiner(rd, before - 1);

	return (behind || ahead || is_a_lawyer(rd, &n)) && is_nobody_of_the_lists(rd, &n, (behind && function_is_staffs(rd, function)) || (ahead && function_is_staffs(rd, before - 1)), false);
}

/* The comma before `end` that opens what stands between it and `end`, or `from`. */
static size_t comma_before(const struct reader *rd, size_t from, size_t end)
{
	for (size_t k = end; k > from && k + STEP_TOKENS > end; k--)
		if (tok_mark(&rd->t, k - 1, ','))
			return k - 1;
	return from;
}

/* Nothing but this phrase is the subject: not in "M. X salue le public, puis quitte". */
static bool opens_its_clause(const struct reader *rd, size_t from, size_t d)
{
	return d == from || rd->t.at[d].lines > 0 || rd->t.at[d].shape != SHAPE_LOWER || tok_among(&rd->t, d - 1, " , ; : ) que qu alors ensuite puis enfin ") || (tok_mark(&rd->t, d - 1, '.') && tok_among(&rd->t, d - 2, " m "));
}

/* The phrase that ends at `end`; `whose`: a "qui" binds it to the verb. */
static bool outsider_noun_before(struct reader *rd, size_t from, size_t end, bool whose)
{
	const size_t head = head_noun_before(rd, from, end), name = name_behind_a_function(rd, from, end);
	struct name n;

	if (name < end && name_read(rd, name, end, &n) == end && !is_nobody_of_the_lists(rd, &n, false, false))
		return false;
	if (head == end || (!is_outsider_noun(rd, head) && !stands_for_outsiders(rd, head, end)))
		return false;
	const size_t d = phrase_start(rd, from, head);

	return !has_company(rd, from, d) && (whose || opens_its_clause(rd, from, d));
}

/* "La Région", "la SCI Les Lilas", "l'Agence de l'eau": a house, and what it is called. */
static bool house_before(const struct reader *rd, size_t from, size_t end)
{
	size_t k = end, civility;

	while (k > from && end - k < HOUSE_TOKENS && !tok_among(&rd->t, k - 1, HOUSES)) {
		k--;
		if (is_civility(&rd->t, k, &civility) || (rd->t.at[k].shape == SHAPE_LOWER && !tok_among(&rd->t, k, " de du des d ' la le les l - et eau habitat logement ")))
			return false;
	}
	if (k < from + 2 || !tok_among(&rd->t, k - 1, HOUSES) || !follows_determiner(rd, k - 1))
		return false;
	/* "M. A et Mme B, membres du⏎syndicat ne participent pas": whose members they are. */
	if (tok_among(&rd->t, k - 2, " du des ") || (k > 2 && tok_among(&rd->t, k - 3, " de d ") && tok_among(&rd->t, k - 2, " la ' l ")))
		return false;
	const size_t d = phrase_start(rd, from, k - 1);

	return !has_company(rd, from, d) && opens_its_clause(rd, from, d);
}

bool outsider_before(struct reader *rd, size_t from, size_t i)
{
	size_t end = behind_the_subject(rd, from, i);
	const bool whose = tok_says(&rd->t, end, i, " qui ");
	bool apart = tok_mark(&rd->t, end, ','); /* what ends there may stand between two commas, behind its noun */
	struct name n;

	if (end == from || tok_among(&rd->t, end - 1, " et puis "))
		return false;
	if (house_before(rd, from, end))
		return true;
	if (name_before(rd, from, end, &n) && !is_a_title(rd, &n))
		return outsider_name_before(rd, from, end, rd->t.n);
	for (size_t k = 0; k < APPOSITIONS && apart && !whose; k++) {
		const size_t comma = comma_before(rd, from, end);

		if (comma == from)
			break;
		if (name_before(rd, from, comma, &n))
			return outsider_name_before(rd, from, comma, comma + 1);
		end = comma;
		apart = comma_before(rd, from, comma) > from;
	}
	return outsider_noun_before(rd, from, end, whose);
}

bool outsider_at(struct reader *rd, size_t i, size_t to)
{
	struct name n;
	size_t next = i;

	while (next < to && tok_among(&rd->t, next, " de du des d ' le la les l "))
		next++;
	if (next > i && next < to && is_outsider_noun(rd, next))
		return true;
	const size_t end = name_read(rd, next, to, &n);

	if (end == next)
		return false;
	const size_t function = end + (end < to && tok_among(&rd->t, end, " , ( "));

	return (is_a_lawyer(rd, &n) || (function > end && function_is_an_outsiders(rd, function))) && is_nobody_of_the_lists(rd, &n, function > end && function_is_staffs(rd, function), false);
}
