/* SPDX-License-Identifier: EUPL-1.2 */
/* Every name a rule may write: fields, functions, keys. The tables of the engine are the only source. */
#include "fields.h"
#include "pages.h"
#include "sheet.h"

#define TITLE "Champs et fonctions des règles"
#define INTRO                                                                                                          \
	"Tout ce qu'une règle peut écrire. « d » est l'acte que la règle juge. Lire un champ qui n'est pas lu arrête la règle, " \
	"qui devient « non vérifiable » et dit pourquoi : il n'y a jamais de valeur vide."

static struct str field_name(struct arena *a, const struct field_desc *f)
{
	return arena_printf(a, f->scope == SCOPE_VOTE ? "d.vote.%s" : "d.%s", f->name);
}

/* The lists of an acte have the names of the séance's, and are what a rule of portee "acte" reads. */
static bool has_twin(const struct field_desc *f)
{
	return f->scope == SCOPE_ACTE && field_desc(str_c(f->name))->scope == SCOPE_SEANCE;
}

static void fields_of(const struct sheet *s, const char *titre, const char *dit, enum field_scope scope)
{
	static const char *const columns[] = { "Champ", "Genre", "Ce que c'est", "Exemple", NULL };

	sheet_heading(s, 3, str_c(titre));
	sheet_para(s, str_c(dit));
	sheet_table(s, columns);
	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field_desc *f = &FIELDS[i];
		if (f->scope != scope || has_twin(f))
			continue;
		const struct str cells[] = { field_name(s->h.a, f), str_c(type_for_people(f->type)),
					     arena_printf(s->h.a, "%s : %s", f->libelle, f->dit), str_c(f->exemple) };
		sheet_row(s, cells, 4);
	}
	sheet_table_end(s);
	for (size_t i = 0; i < FIELDS_N && scope == SCOPE_ACTE; i++)
		if (has_twin(&FIELDS[i]))
			sheet_para(s, arena_printf(s->h.a, "d.%s, dans une règle ordinaire : %s.", FIELDS[i].name, FIELDS[i].dit));
}

static void words_of(const struct sheet *s, const char *champ, const char *const *words)
{
	static const char *const columns[] = { "Mot", "Pour les personnes", NULL };

	sheet_heading(s, 3, str_c(champ));
	sheet_table(s, columns);
	for (size_t i = 0; words[i]; i++) {
		const struct str word = arena_printf(s->h.a, "\"%s\"", words[i]);
		const struct str cells[] = { word, word_for_people(s->h.a, str_c(words[i])) };
		sheet_row(s, cells, 2);
	}
	sheet_table_end(s);
}

static void statuses(const struct sheet *s)
{
	static const char *const columns[] = { "Ce que l'on écrit", "Ce que cela donne", NULL };
	static const struct { const char *write, *gives; } rows[] = {
		{ "d.objet", "la valeur, ou la règle s'arrête en « non vérifiable »" },
		{ "d:si_lu(\"objet\")", "la valeur, ou nil : pour un champ dont la règle peut se passer" },
		{ "d:statut(\"objet\")", "\"lu\" ; \"absent\" : cherché au bon endroit, il n'y est pas ; \"illisible\" : non compris ; \"ambigu\" : deux valeurs se contredisent" },
		{ "d.vote", "le vote d'un acte qui n'en a qu'un : d.vote.pour…" },
		{ "d.votes", "les votes d'un acte, une liste : for v in chaque(d.votes) do … v.pour … end" },
		{ "d.actes", "dans une règle de portee = \"seance\" : les actes du document, une liste" },
	};

	sheet_heading(s, 2, STR("Lire un champ"));
	sheet_table(s, columns);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct str cells[] = { str_c(rows[i].write), str_c(rows[i].gives) };
		sheet_row(s, cells, 2);
	}
	sheet_table_end(s);
}

static void groups_of(const struct sheet *s, const struct helper_group *g, size_t n)
{
	static const char *const columns[] = { "Ce que l'on écrit", "Ce que c'est", "Exemple", NULL };

	for (size_t i = 0; i < n; i++) {
		sheet_heading(s, 2, str_c(g[i].titre));
		sheet_para(s, str_c(g[i].dit));
		sheet_table(s, columns);
		for (size_t k = 0; k < g[i].n; k++) {
			const struct helper_doc *d = &g[i].at[k];
			const struct str cells[] = { d->appel, d->dit, d->exemple };
			sheet_row(s, cells, 3);
		}
		sheet_table_end(s);
	}
}

static void write_reference(const struct sheet *s, const struct helper_group *groups, size_t n)
{
	sheet_para(s, STR(INTRO));
	statuses(s);
	sheet_heading(s, 2, STR("Les champs"));
	fields_of(s, "De la séance", "Les mêmes pour tous les actes d'un document.", SCOPE_SEANCE);
	fields_of(s, "De l'acte", "Propres à l'acte que la règle juge.", SCOPE_ACTE);
	fields_of(s, "Du vote", "d.vote.pour quand l'acte n'a qu'un vote ; v.pour en parcourant d.votes.", SCOPE_VOTE);
	fields_of(s, "Des fichiers d'accompagnement",
		  "Ce que disent le message ACTES, son accusé de réception ou le metadata.json de Pastell venus avec le document. Sans un tel fichier, "
		  "seul un tampon de l'acte peut les donner.", SCOPE_ENVOI);
	sheet_heading(s, 2, STR("Les mots"));
	sheet_para(s, STR("Ce que peuvent valoir les champs du genre « mot », à écrire entre guillemets, exactement ainsi."));
	words_of(s, "niveau", NIVEAU_WORDS);
	words_of(s, "organe", ORGANE_WORDS);
	words_of(s, "formule", FORMULE_WORDS);
	words_of(s, "nature", NATURE_WORDS);
	groups_of(s, groups, n);
}

void page_of_reference(struct arena *a, const struct helper_group *groups, size_t groups_n, const char *set, struct buf *out)
{
	const struct sheet s = { { a, out }, false };

	page_begin(&s.h, STR(TITLE), PAGE_REFERENCE);
	write_reference(&s, groups, groups_n);
	page_end(&s.h, set);
}

void reference_markdown(const struct helper_group *groups, size_t groups_n, struct arena *a, struct buf *out)
{
	const struct sheet s = { { a, out }, true };

	buf_c(out, "# " TITLE "\n\n<!-- Fait par « make reference » à partir des tables du programme : ne pas modifier à la main. -->\n\n");
	write_reference(&s, groups, groups_n);
}
