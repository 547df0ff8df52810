/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading a table that a rule file gave to regle{} or essai{}: raw, exact types, every key known; texts are copied
 * to the arena. All of these raise the author's error with his line. */
#ifndef SCRUTATEUR_TABLE_H
#define SCRUTATEUR_TABLE_H

#include "luaenv.h"

struct table_key { /* a key that a declaration takes; a list of them ends with a NULL name */
	const char *nom, *dit, *exemple; /* for the reference, in French: what it says, its line in the file */
};
extern const struct table_key REGLE_CLES[], FONDEMENT_CLES[], VALIDITE_CLES[], ESSAI_CLES[]; /* declare.c, declare_essai.c */

#define TABLE_KEYS_MAX 32
/* Their names alone, NULL-terminated. */
void table_names(const struct table_key *known, const char *names[TABLE_KEYS_MAX + 1]);

/* Every key of the table at idx is a text of `known`. `of` names the table in errors: "regle{ }". */
void table_only(lua_State *L, int idx, const char *of, const struct table_key *known);
/* Push t[key] raw; false (and pushes nil) when there is none. */
bool table_get(lua_State *L, int idx, const char *key);
struct str table_text(lua_State *L, int idx, const char *key, bool needed, struct arena *a);
struct str table_day(lua_State *L, int idx, const char *key, struct arena *a);
bool table_flag(lua_State *L, int idx, const char *key);
/* "« gravite » ne peut valoir « grave » ; valeurs permises : …" */
_Noreturn void table_refuse_word(lua_State *L, const char *key, struct str word, const char *const *words);
/* Position in `words` (NULL-terminated), or -1 when the key is absent and not needed. */
int table_word(lua_State *L, int idx, const char *key, bool needed, const char *const *words);

#endif
