/* SPDX-License-Identifier: EUPL-1.2 */
/* d, d.seance, d.vote: strict access to fields. Touching a field that is not lu leaves the rule; statut and si_lu
 * do not. The names are those of act/fields.h, so a new field of the reader is a field of the rules without a line
 * here. */
#include <string.h>
#include <lauxlib.h>
#include "field_names.h"
#include "luaenv.h"

#define NAME_MAX_BYTES 64
#define KNOWN_MAX 96

struct key { /* "seance.date", put together from the parts of d.seance.date */
	char at[NAME_MAX_BYTES];
	size_t n;
};

static struct str key_str(const struct key *k)
{
	return (struct str){ k->at, k->n };
}

static void key_make(lua_State *L, struct key *k, const char *prefix, int idx)
{
	if (lua_type(L, idx) != LUA_TSTRING)
		vm_fault(L, "un nom de champ est attendu, pas %s", obj_type_fr(L, idx));
	struct str name = obj_str(L, idx);
	size_t head = prefix ? strlen(prefix) : 0;
	if (head + 1 + name.n > sizeof k->at)
		vm_fault(L, "nom de champ trop long");
	k->n = 0;
	if (head) {
		memcpy(k->at, prefix, head);
		k->at[head] = '.';
		k->n = head + 1;
	}
	memcpy(k->at + k->n, name.p, name.n);
	k->n += name.n;
}

_Noreturn static void unknown_field(lua_State *L, struct str name, bool in_vote)
{
	static const char *const others[] = { "vote",
					      "votes",
					      "actes",
					      "seance",
					      "vote.pour",
					      "vote.contre",
					      "vote.abstentions",
					      "vote.formule",
					      "vote.formule_texte",
					      "statut",
					      "si_lu" };
	const char *known[KNOWN_MAX + 1];
	size_t n = 0;
	for (size_t i = 0; i < FIELDS_N && n < KNOWN_MAX - sizeof others / sizeof *others; i++)
		if ((FIELDS[i].scope == SCOPE_VOTE) == in_vote)
			known[n++] = FIELDS[i].name;
	for (size_t i = 0; !in_vote && i < sizeof others / sizeof *others; i++)
		known[n++] = others[i];
	known[n] = NULL;
	env_unknown_key(L, in_vote ? "champ inconnu du vote" : "champ inconnu", name, known);
}

static const struct acte *acte_of(const struct eval *ev, const struct where *at)
{
	return at->acte == NO_ACTE ? NULL : &ev->r->actes[at->acte];
}

/* Presence and proxies of an acte are those in force for it; the séance's own lists are for rules of the séance. */
static const struct field *field_at(const struct eval *ev, const struct where *at, const struct vote *v)
{
	const struct acte *acte = acte_of(ev, at);
	if (v)
		return field_of(at->desc, v);
	if (str_eq(str_c(at->desc->name), STR("presents")))
		return acte ? &acte->presents : &ev->r->presents;
	if (str_eq(str_c(at->desc->name), STR("pouvoirs")))
		return acte ? &acte->pouvoirs : &ev->r->pouvoirs;
	if (at->desc->scope == SCOPE_ACTE)
		return acte ? field_of(at->desc, acte) : NULL;
	return field_of(at->desc, ev->r);
}

_Noreturn static void stop_at_field(lua_State *L, struct eval *ev, const struct where *at, const struct field *f)
{
	ev->stop = STOP_FIELD;
	ev->stop_at = *at;
	ev->stop_field = f;
	ev->stop_status = f->statut;
	vm_stop(L);
}

/* No vote on the pages that are read is no absence of a vote. */
static enum field_status no_vote(const struct acte *acte)
{
	return acte->incomplet ? FIELD_ILLISIBLE : FIELD_ABSENT;
}

_Noreturn static void stop_at_votes(lua_State *L, struct eval *ev, const char *name, const struct acte *acte)
{
	ev->stop = STOP_NAMED;
	snprintf(ev->stop_name, sizeof ev->stop_name, "%s", name);
	ev->stop_status = acte->votes_n ? FIELD_AMBIGU : no_vote(acte);
	snprintf(ev->stop_text, sizeof ev->stop_text, "%s",
		 acte->votes_n     ? "plusieurs votes dans l'acte"
		 : acte->incomplet ? "aucun vote sur les pages lues ; d'autres sont sans texte"
				   : "aucun vote trouvé dans l'acte");
	vm_stop(L);
}

static int push_value(lua_State *L, const struct where *at, const struct field *f)
{
	switch (at->desc->type) {
	case TYPE_NOMBRE:
		lua_pushinteger(L, f->nombre);
		break;
	case TYPE_TEXTE: case TYPE_MOT: case TYPE_DATE: case TYPE_HEURE:
		vm_charge(L, f->texte.n);
		obj_push_str(L, f->texte);
		break;
	case TYPE_ELUS: case TYPE_POUVOIRS: case TYPE_TEXTES: case TYPE_REFERENCES: case TYPE_MONTANTS:
		list_push(L, at, f->items, f->n);
		break;
	}
	return 1;
}

enum access { STRICT, STATUS, OPTIONAL, REASON };
static int access_field(lua_State *L, const struct where *at, const struct field *f, enum access how)
{
	struct eval *ev = vm_of(L)->ev;
	if (!f)
		vm_fault(L, "« %s » appartient à un acte : dans une règle de séance, parcourez d.actes",
			 at->desc->name);
	if (how == REASON) { /* that nothing of the kind is there is no reason why it is not read */
		const bool nothing = at->vote == 0 && (f->introuvable || f->statut == FIELD_ABSENT);
		obj_push_str(L, f->statut == FIELD_LU || nothing ? STR("") : f->raison);
		return 1;
	}
	if (f->statut == FIELD_LU && how != STATUS) {
		if (f->de_registre)
			ev->effectif_read = true;
		else
			trace_field(ev, MARK_READ, at, f);
		return push_value(L, at, f);
	}
	if (f->statut != FIELD_LU && how == STRICT)
		stop_at_field(L, ev, at, f);
	if (f->statut != FIELD_LU)
		trace_field(ev, how == STATUS ? MARK_ASKED : MARK_OPTIONAL, at, f);
	if (how == OPTIONAL)
		lua_pushnil(L);
	else
		lua_pushstring(L, statut_word(f->statut));
	return 1;
}

static struct where vote_where(const struct where *in, size_t i, bool show)
{
	struct where at = *in;
	at.vote = i + 1;
	at.show_vote = show;
	at.desc = NULL;
	at.item = 0;
	return at;
}

void vote_push(lua_State *L, const struct where *in, const struct vote *v, size_t i, bool show)
{
	struct obj *o = obj_new(L, OBJ_VOTE, 0, 0);
	o->at = vote_where(in, i, show);
	o->vote = v;
}

static const struct acte *acte_needed(lua_State *L, const struct eval *ev, const struct where *at, const char *what)
{
	const struct acte *acte = acte_of(ev, at);
	if (!acte)
		vm_fault(L, "« %s » appartient à un acte : dans une règle de séance, parcourez d.actes", what);
	return acte;
}

static int access_vote(lua_State *L, const struct where *at, struct str field, enum access how)
{
	struct eval *ev = vm_of(L)->ev;
	const struct acte *acte = acte_needed(L, ev, at, "vote");
	struct where in = vote_where(at, 0, false);
	in.desc = field.n ? desc_named(field, true, false) : NULL;
	if (field.n && !in.desc)
		unknown_field(L, field, true);
	if (acte->votes_n == 1 && in.desc)
		return access_field(L, &in, field_of(in.desc, &acte->votes[0]), how);
	if (acte->votes_n != 1 && how == STRICT)
		stop_at_votes(L, ev, "vote", acte);
	if (how == STATUS)
		lua_pushstring(L, statut_word(acte->votes_n == 1 ? FIELD_LU
					      : acte->votes_n    ? FIELD_AMBIGU
								 : no_vote(acte)));
	else if (acte->votes_n == 1)
		vote_push(L, at, &acte->votes[0], 0, false);
	else
		lua_pushnil(L);
	return 1;
}

static int access_votes(lua_State *L, const struct where *at, enum access how)
{
	struct eval *ev = vm_of(L)->ev;
	const struct acte *acte = acte_needed(L, ev, at, "votes");
	if (how == STATUS) {
		lua_pushstring(L, statut_word(acte->votes_n ? FIELD_LU : no_vote(acte)));
		return 1;
	}
	if (!acte->votes_n && how == STRICT)
		stop_at_votes(L, ev, "votes", acte);
	if (!acte->votes_n) {
		lua_pushnil(L);
		return 1;
	}
	struct obj *o = obj_new(L, OBJ_VOTES, 0, 0);
	o->at = *at;
	o->vote = acte->votes;
	o->n = acte->votes_n;
	return 1;
}

static int access_actes(lua_State *L, const struct eval *ev)
{
	if (ev->acte != NO_ACTE)
		vm_fault(L, "d.actes est réservé aux règles de séance (portee = \"seance\")");
	struct obj *o = obj_new(L, OBJ_ACTES, 0, 0);
	o->at.acte = NO_ACTE;
	o->n = ev->r->actes_n;
	return 1;
}

static int access_named(lua_State *L, const struct where *in, struct str name, enum access how)
{
	struct eval *ev = vm_of(L)->ev;
	struct where at = *in;
	if (str_starts(name, STR("vote.")))
		return access_vote(L, in, str_part(name, 5, name.n), how);
	if (str_eq(name, STR("vote")))
		return access_vote(L, in, STR(""), how);
	if (str_eq(name, STR("votes")))
		return access_votes(L, in, how);
	if (str_eq(name, STR("actes")) && how == STRICT)
		return access_actes(L, ev);
	at.desc = desc_named(name, false, in->acte != NO_ACTE);
	if (!at.desc)
		unknown_field(L, name, false);
	bool lists_of_acte = str_eq(name, STR("presents")) || str_eq(name, STR("pouvoirs"));
	at.show_acte = at.show_acte && (at.desc->scope == SCOPE_ACTE || lists_of_acte);
	return access_field(L, &at, field_at(ev, &at, NULL), how);
}

static struct obj *self(lua_State *L, const char *method)
{
	struct obj *o = obj_at(L, 1);
	if (!o || (o->kind != OBJ_DOC && o->kind != OBJ_PART && o->kind != OBJ_VOTE))
		vm_fault(L, "écrivez d:%s(\"champ\"), avec deux points", method);
	return o;
}

static int access_method(lua_State *L, const char *method, enum access how)
{
	struct obj *o = self(L, method);
	struct key k;
	key_make(L, &k, o->kind == OBJ_PART ? o->prefix : NULL, 2);
	if (o->kind != OBJ_VOTE)
		return access_named(L, &o->at, key_str(&k), how);
	struct where at = o->at;
	struct str name = key_str(&k);
	if (str_starts(name, STR("vote.")))
		name = str_part(name, 5, name.n);
	at.desc = desc_named(name, true, false);
	if (!at.desc)
		unknown_field(L, name, true);
	return access_field(L, &at, field_at(vm_of(L)->ev, &at, o->vote), how);
}

static int statut(lua_State *L)
{
	return access_method(L, "statut", STATUS);
}

static int si_lu(lua_State *L)
{
	return access_method(L, "si_lu", OPTIONAL);
}

int raison(lua_State *L)
{
	const struct obj *o = obj_at(L, 1);
	if (!o || (o->kind != OBJ_VOTE && o->kind != OBJ_DOC))
		vm_fault(L, "raison(…) attend d ou un vote, puis un champ, pas %s", obj_type_fr(L, 1));
	if (o->kind == OBJ_DOC && lua_type(L, 2) == LUA_TSTRING && str_starts(obj_str(L, 2), STR("vote")) && !desc_named(obj_str(L, 2), false, true))
		vm_fault(L, "raison(d, …) : pour le champ d'un vote, raison(v, \"pour\"), v de d.votes");
	return access_method(L, "raison", REASON);
}

static bool push_method(lua_State *L, struct str name)
{
	if (str_eq(name, STR("statut")))
		lua_pushcfunction(L, statut);
	else if (str_eq(name, STR("si_lu")))
		lua_pushcfunction(L, si_lu);
	else
		return false;
	return true;
}

static int push_part(lua_State *L, const struct obj *o, struct str name)
{
	struct obj *part = obj_new(L, OBJ_PART, 0, 1);
	part->at = o->at;
	obj_push_str(L, name);
	part->prefix = lua_tostring(L, -1); /* kept alive by the part's user value */
	lua_setiuservalue(L, -2, 1);
	return 1;
}

int doc_index(lua_State *L)
{
	struct obj *o = obj_at(L, 1);
	struct key k;
	eval_of(L, "un champ");
	key_make(L, &k, o->kind == OBJ_PART ? o->prefix : NULL, 2);
	struct str name = key_str(&k);
	if (push_method(L, obj_str(L, 2)))
		return 1;
	if (o->kind == OBJ_DOC && is_part(name) && !desc_named(name, false, true))
		return push_part(L, o, name);
	return access_named(L, &o->at, name, STRICT);
}

int vote_index(lua_State *L)
{
	struct obj *o = obj_at(L, 1);
	struct key k;
	key_make(L, &k, NULL, 2);
	if (push_method(L, key_str(&k)))
		return 1;
	struct where at = o->at;
	at.desc = desc_named(key_str(&k), true, false);
	if (!at.desc)
		unknown_field(L, key_str(&k), true);
	return access_field(L, &at, field_of(at.desc, o->vote), STRICT);
}

void doc_push(lua_State *L, size_t acte, bool show_acte)
{
	struct obj *o = obj_new(L, OBJ_DOC, 0, 0);
	o->at.acte = acte;
	o->at.show_acte = show_acte;
}
