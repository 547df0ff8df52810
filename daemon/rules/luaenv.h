/* SPDX-License-Identifier: EUPL-1.2 */
/* What a script sees: the environment of functions, and the objects of a reading as userdata.
 *
 * Every userdata begins with `kind`; a script can neither make one nor change one. An object belongs to one evaluation
 * (`serial`): kept in a file-level local, it is refused in the next.
 */
#ifndef SCRUTATEUR_LUAENV_H
#define SCRUTATEUR_LUAENV_H

#include "eval.h"
#include "vm.h"

enum obj_kind {
	OBJ_ENV,
	OBJ_DOC,
	OBJ_PART,
	OBJ_VOTE,
	OBJ_VOTES,
	OBJ_ACTES,
	OBJ_LIST,
	OBJ_ITEM,
	OBJ_PERSON,
	OBJ_GROUPS,
	OBJ_GROUP,
	OBJ_REFERENCE,
	OBJ_VERDICT,
	OBJ_KINDS
};

struct group { /* elements of a list that name the same person, in the order of the list */
	const struct person *who;
	size_t first, n; /* in the index array of its groups */
};

struct obj {
	enum obj_kind kind;
	unsigned serial;
	struct where at;
	const char *prefix;           /* PART: "seance" */
	const struct vote *vote;      /* VOTE */
	const struct item *items;     /* LIST: of the field */
	const size_t *index;          /* LIST, GROUPS: which of them, NULL = all */
	size_t n;
	const struct item *item;      /* ITEM, PERSON */
	const struct person *person;  /* PERSON */
	const struct group *groups;   /* GROUPS: n of them; GROUP: one */
	enum verdict verdict;         /* VERDICT: its argument is user value 1 */
};

/* env.c */
void env_build(lua_State *L);
void env_push(lua_State *L);                       /* the environment object */
bool env_has(lua_State *L, const char *name);
size_t env_names(lua_State *L, const char **ret, size_t max); /* for tests: the census of globals, sorted */
/* "« conform » est inconnu" + " ; vouliez-vous « conforme » ?" when something is near. */
_Noreturn void env_unknown_key(lua_State *L, const char *of, struct str key, const char *const *known);

/* objects.c */
void objects_build(lua_State *L);                  /* metatables */
struct obj *obj_new(lua_State *L, enum obj_kind kind, size_t extra,
		    int user_values);              /* pushes it, zeroed, `extra` bytes behind it */
struct obj *obj_at(lua_State *L, int idx);         /* NULL when it is none of ours; a stale one is an error */
struct eval *eval_of(lua_State *L,
		     const char *what); /* the running evaluation; an error outside s_applique and controle */
struct str obj_str(lua_State *L, int idx);          /* of a Lua string */
void obj_push_str(lua_State *L, struct str s);
const char *obj_type_fr(lua_State *L, int idx);        /* "un texte", "une liste" … */

/* fieldobj.c: documents, parts, votes */
int doc_index(lua_State *L);
int vote_index(lua_State *L);
void doc_push(lua_State *L, size_t acte, bool show_acte);
void vote_push(lua_State *L, const struct where *in, const struct vote *v, size_t i, bool show);

/* elements.c, reference.c: what an element of a list has; each table ends with a NULL name */
struct element_key {
	const char *nom;
	void (*push)(lua_State *L, const struct obj *o);
	const char *dit, *exemple; /* for the reference, in French: what it is, an expression */
};
extern const struct element_key ELU_KEYS[], POUVOIR_KEYS[], TEXTE_KEYS[], ITEM_REFERENCE_KEYS[], MONTANT_KEYS[],
	GROUPE_KEYS[], REFERENCE_KEYS[];
_Noreturn void element_unknown_key(lua_State *L, const char *of, struct str key, const struct element_key *keys);
int item_index(lua_State *L);
int person_index(lua_State *L);
int group_index(lua_State *L);

/* listobj.c: lists, items, people, groups */
int list_index(lua_State *L);
int list_len(lua_State *L);
int reference_index(lua_State *L); /* reference.c */
int reference_push(lua_State *L);    /* the helper reference(ref) */
int effectif_enregistre(lua_State *L), pourquoi_sans_effectif(lua_State *L), population_enregistree(lua_State *L), source_de_l_effectif(lua_State *L); /* rostered.c */
int raison(lua_State *L);            /* the helper raison(v, "contre") */
bool list_is(const struct obj *o);
void list_push(lua_State *L, const struct where *at, const struct item *items, size_t n);
void list_push_element(lua_State *L, int list, size_t i); /* i from 0 */
size_t list_element_no(const struct obj *list, size_t i); /* place in the whole list, from 0 */
struct str person_push(lua_State *L, const struct person *p); /* pushes and views "Mme VÉRAN" */

/* helpers.c, messages.c, search.c, passages.c, verdicts.c, declare.c: the functions of the environment */
struct env_function {
	const char *name;
	lua_CFunction f;
	const char *appel, *dit, *exemple; /* for the reference, in French: the call, what it gives, a line that runs in
	                                    * controle (… stands for any statements) */
};
/* helpers.c: a value that counts as used by the rule, and the one that an essai lays over it, or NULL. */
int param_push(lua_State *L, struct eval *ev, const char *name, const struct param_value *v);
const struct override *param_override(const struct eval *ev, struct str name);

extern const struct env_function HELPERS[], MESSAGES[], SEARCHES[], NAMINGS[], PASSAGES[], VERDICTS[],
	DECLARATIONS[]; /* each ends with a NULL name */

#endif
