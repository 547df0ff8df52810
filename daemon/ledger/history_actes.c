/* SPDX-License-Identifier: EUPL-1.2 */
/* Which acte of its document a finding is about. The ledger has the key of each acte and what was read, not the rank; verdicts were written acte by
 * acte, so that the keys in the order of their first verdict are the actes in theirs, when there are as many of them as actes were read. When there
 * are not (two actes of one number, a ledger made anew), nothing is claimed.
 */
#include "history_priv.h"

static const char KEYS[] = "SELECT act_key FROM verdict WHERE document = ?1 AND act_key <> '' GROUP BY act_key ORDER BY min(id)";
static const char OBJETS[] = "SELECT iif(value ->> '$.objet.statut' = 'lu', value ->> '$.objet.valeur', '')"
			     " FROM reading r, json_each(r.json, '$.actes') WHERE r.document = ?1 ORDER BY json_each.key";
static const char OF_RULE[] = "SELECT count(DISTINCT act_key) FROM verdict WHERE document = ?1 AND rule = ?2";

void history_actes_init(struct history_actes *h, sqlite3 *db)
{
	*h = (struct history_actes){ .db = db };
	arena_init(&h->a, 64 * MIB);
}

void history_actes_done(struct history_actes *h)
{
	arena_done(&h->a);
}

static sqlite3_stmt *ask(struct history_actes *h, const char *sql, int64_t document)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(h->db, sql, -1, &st, NULL) == SQLITE_OK)
		(void)sqlite3_bind_int64(st, 1, document);
	return st;
}

static size_t take_texts(struct history_actes *h, const char *sql, struct str out[LIMIT_ACTES])
{
	sqlite3_stmt *st = ask(h, sql, h->document);
	size_t n = 0;

	for (; st != NULL && sqlite3_step(st) == SQLITE_ROW; n++)
		if (n < LIMIT_ACTES)
			out[n] = arena_dup(&h->a, ledger_column(st, 0));
	(void)sqlite3_finalize(st);
	return n;
}

static void look_at(struct history_actes *h, int64_t document)
{
	arena_done(&h->a);
	arena_init(&h->a, 64 * MIB);
	h->document = document;
	h->n = take_texts(h, OBJETS, h->objets);
	if (h->n > LIMIT_ACTES || take_texts(h, KEYS, h->keys) != h->n)
		h->n = 0;
}

/* A rule that judges a séance says its one verdict of the first acte. */
static bool is_of_seance(struct history_actes *h, struct str rule)
{
	sqlite3_stmt *st = ask(h, OF_RULE, h->document);
	bool one = false;

	if (st != NULL && ledger_bind(st, 2, &(struct arg){ .kind = ARG_TEXT, .text = rule }) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW)
		one = sqlite3_column_int64(st, 0) == 1;
	(void)sqlite3_finalize(st);
	return one;
}

void history_actes_place(struct history_actes *h, struct str act_key, struct history_finding *f)
{
	if (h->document != f->document)
		look_at(h, f->document);
	for (size_t i = 0; i < h->n && f->rang == 0; i++)
		if (str_eq(h->keys[i], act_key))
			f->rang = (int64_t)i + 1;
	if (f->rang == 0)
		return;
	f->actes = (int64_t)h->n;
	f->de_seance = f->rang == 1 && h->n > 1 && is_of_seance(h, f->regle);
	f->objet = f->de_seance ? STR("") : h->objets[f->rang - 1];
}
