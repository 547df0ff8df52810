/* SPDX-License-Identifier: EUPL-1.2 */
/* conf/collectivites: members in office. The SIREN of the act decides alone; a name decides only when one
 * collectivity bears it. A collectivity that the act does not name is never guessed from a body or a place. */
#include "buf.h"
#include "fold.h"
#include "bounds.h"
#include "periods.h"
#include "roster_priv.h"
#include "finding.h"

struct body {
	struct str name, record_name; /* "collectivites/vaugine: effectif commission_permanente" */
	struct periods periods;
};
struct collectivity {
	struct str nom, siren, niveau, stem;
	struct { struct str *at; size_t n, cap; } keys; /* folded names */
	struct { struct body *at; size_t n, cap; } bodies;
	struct body population; /* its name empty: not given */
	const char *file;
	unsigned line;
};
struct roster {
	struct { struct collectivity *at; size_t n, cap; } list;
	char sha256[DIGEST_HEX];
};

/* Which bodies a level has. A body that the reader never reads at that level would be a number nobody uses. */
static bool body_belongs(struct str body, struct str level)
{
	static const struct { const char *level; const char *const bodies[5];
	} table[] = {
		{ "commune", { "conseil_municipal" } },
		{ "epci", { "conseil_communautaire", "bureau_communautaire", "commission_permanente" } },
		{ "syndicat", { "comite_syndical", "bureau_communautaire" } },
		{ "departement", { "conseil_departemental", "commission_permanente" } },
		{ "region", { "conseil_regional", "commission_permanente" } },
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (!str_eq(level, str_c(table[i].level)))
			continue;
		for (size_t k = 0; table[i].bodies[k]; k++)
			if (str_eq(body, str_c(table[i].bodies[k])))
				return true;
		return str_eq(body, STR("autre"));
	}
	return true;
}

static bool is_one_of(struct str s, const char *const *words)
{
	for (; *words; words++)
		if (str_eq(s, str_c(*words)))
			return true;
	return false;
}

static bool unknown_word(const struct yaml_node *n, struct str word, bool at_key, const char *file,
			 const char *const *known, struct err *e)
{
	char hint[WORD_HINT];
	return err_at(e, ERR_VALUE, file, at_key ? n->key_line : n->line, at_key ? n->key_col : n->col,
		      "« %.*s » est inconnu%s", STR_ARG(word), word_hint(word, known, hint));
}

static bool read_siren(const struct yaml_node *root, const char *file, struct str *ret, struct err *e)
{
	const struct yaml_node *n = yaml_get(root, "siren");
	int64_t number;
	if (!n)
		return true;
	if (n->kind != YAML_SCALAR || n->text.n != 9 || !str_int(n->text, &number) || number < 0)
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« siren » attend neuf chiffres entre guillemets");
	*ret = n->text;
	return true;
}

static bool read_names(struct arena *a, const struct yaml_node *root, const char *file, struct collectivity *c,
		       struct err *e)
{
	const struct yaml_node *others = yaml_get(root, "autres_noms");
	*ARENA_PUSH(a, &c->keys) = fold_text(a, c->nom);
	if (!others)
		return true;
	if (others->kind != YAML_LIST)
		return err_at(e, ERR_VALUE, file, others->line, others->col,
			      "« autres_noms » attend une liste [nom, nom]");
	for (const struct yaml_node *n = others->first; n; n = n->next) {
		if (n->kind != YAML_SCALAR || !str_trim(n->text).n)
			return err_at(e, ERR_VALUE, file, n->line, n->col, "« autres_noms » attend des textes");
		*ARENA_PUSH(a, &c->keys) = fold_text(a, n->text);
	}
	return true;
}

static bool read_bodies(struct arena *a, const struct yaml_node *root, const char *file, struct collectivity *c,
			struct err *e)
{
	const struct yaml_node *map = yaml_get(root, "effectif");
	if (!map && c->population.name.n)
		return true;
	if (!map || map->kind != YAML_MAP)
		return err_at(e, ERR_VALUE, file, map ? map->line : root->line, map ? map->col : root->col,
			      "« effectif » attend, par organe, une liste de périodes");
	for (const struct yaml_node *n = map->first; n; n = n->next) {
		if (!is_one_of(n->key, ORGANE_WORDS))
			return unknown_word(n, n->key, true, file, ORGANE_WORDS, e);
		if (!body_belongs(n->key, c->niveau))
			return err_at(e, ERR_VALUE, file, n->key_line, n->key_col,
				      "« %.*s » n'est pas un organe du niveau « %.*s »", STR_ARG(n->key),
				      STR_ARG(c->niveau));
		struct body *b = ARENA_PUSH(a, &c->bodies);
		b->name = n->key;
		b->record_name =
			arena_printf(a, "collectivites/%.*s: effectif %.*s", STR_ARG(c->stem), STR_ARG(n->key));
		if (!periods_read(a, n, file, true, &b->periods, e))
			return false;
	}
	return true;
}

static bool read_population(struct arena *a, const struct yaml_node *root, const char *file, struct collectivity *c,
			    struct err *e)
{
	const struct yaml_node *n = yaml_get(root, "population");
	if (!n)
		return true;
	c->population.name = n->key;
	c->population.record_name = arena_printf(a, "collectivites/%.*s: population", STR_ARG(c->stem));
	return periods_read(a, n, file, true, &c->population.periods, e);
}

static bool read_collectivity(struct arena *a, const struct yaml_file *f, struct collectivity *c, struct err *e)
{
	static const char *const known[] = { "nom", "autres_noms", "siren", "niveau", "population", "effectif", NULL };
	c->file = f->path;
	c->stem = f->stem;
	if (!yaml_only(f->root, f->path, known, e) || !periods_text(f->root, "nom", f->path, &c->nom, e) ||
	    !periods_text(f->root, "niveau", f->path, &c->niveau, e))
		return false;
	c->line = yaml_get(f->root, "nom")->line;
	if (!is_one_of(c->niveau, NIVEAU_WORDS))
		return unknown_word(yaml_get(f->root, "niveau"), c->niveau, false, f->path, NIVEAU_WORDS, e);
	return read_siren(f->root, f->path, &c->siren, e) && read_names(a, f->root, f->path, c, e) &&
	       read_population(a, f->root, f->path, c, e) && read_bodies(a, f->root, f->path, c, e);
}

static bool bears(const struct collectivity *c, struct str key)
{
	for (size_t i = 0; i < c->keys.n; i++)
		if (str_eq(c->keys.at[i], key))
			return true;
	return false;
}

static bool check_apart(const struct collectivity *c, const struct collectivity *d, struct err *e)
{
	if (c->siren.n && str_eq(c->siren, d->siren))
		return err_at(e, ERR_VALUE, d->file, d->line, 1, "le SIREN %.*s est déjà celui de %s",
			      STR_ARG(c->siren), c->file);
	for (size_t i = 0; i < c->keys.n; i++)
		if (bears(d, c->keys.at[i]) && !(c->siren.n && d->siren.n))
			return err_at(e, ERR_VALUE, d->file, d->line, 1,
				      "ce nom est aussi celui de %s : donnez le SIREN des deux", c->file);
	return true;
}

bool roster_load(struct arena *a, const char *dir, const struct roster **ret, struct err *e)
{
	struct roster *ro = ARENA_NEW(a, struct roster);
	struct yaml_file *files;
	struct hash h;
	size_t n;
	hash_init(&h);
	if (!yamldir_files(a, dir, &files, &n, &h, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!files[i].root->first)
			continue;
		struct collectivity *c = ARENA_PUSH(a, &ro->list);
		if (!read_collectivity(a, &files[i], c, e))
			return false;
		for (size_t k = 0; k + 1 < ro->list.n; k++)
			if (!check_apart(&ro->list.at[k], c, e))
				return false;
	}
	struct digest d = hash_end(&h);
	digest_hex(&d, ro->sha256);
	*ret = ro;
	return true;
}

bool roster_has(const struct roster *ro, struct str nom)
{
	struct arena scratch;
	bool found = false;

	arena_init(&scratch, MIB);
	const struct str key = fold_text(&scratch, nom);
	for (size_t i = 0; i < ro->list.n && !found; i++)
		found = bears(&ro->list.at[i], key);
	arena_done(&scratch);
	return found;
}

size_t roster_count(const struct roster *ro)
{
	return ro->list.n;
}

const char *roster_sha256(const struct roster *ro)
{
	return ro->sha256;
}

static const struct collectivity *by_siren(const struct roster *ro, struct str siren)
{
	for (size_t i = 0; i < ro->list.n; i++)
		if (ro->list.at[i].siren.n && str_eq(ro->list.at[i].siren, siren))
			return &ro->list.at[i];
	return NULL;
}

static struct str name_of(struct arena *a, const struct reading *r)
{
	return roster_particles_once(a, squeeze(a, str_part(r->collectivite.texte, 0, 4000)));
}

static bool is_called(const struct collectivity *c, struct str key)
{
	for (size_t i = 0; i < c->keys.n; i++)
		if (roster_same_name(c->keys.at[i], key))
			return true;
	return false;
}

static const struct collectivity *by_name(const struct roster *ro, const struct reading *r)
{
	const struct collectivity *found = NULL;
	struct arena scratch;
	arena_init(&scratch, MIB);
	const struct str key = fold_text(&scratch, name_of(&scratch, r));
	for (size_t i = 0; i < ro->list.n; i++) {
		const struct collectivity *c = &ro->list.at[i];
		if (!is_called(c, key) || (r->niveau.statut == FIELD_LU && !str_eq(c->niveau, r->niveau.texte)))
			continue;
		if (found) { /* shared name, both with a SIREN, and the act gives none */
			found = NULL;
			break;
		}
		found = c;
	}
	arena_done(&scratch);
	return found;
}

static const struct collectivity *collectivity_of(const struct roster *ro, const struct reading *r)
{
	if (r->siren.statut == FIELD_LU) {
		const struct collectivity *c = by_siren(ro, r->siren.texte);
		if (c)
			return c;
	}
	const struct collectivity *c = r->collectivite.statut == FIELD_LU ? by_name(ro, r) : NULL;
	bool other_siren =
		c && c->siren.n && r->siren.statut == FIELD_LU; /* and by_siren did not find it: somebody else's act */
	return other_siren ? NULL : c;
}

static const struct body *body_of(const struct collectivity *c, struct str organe)
{
	for (size_t i = 0; i < c->bodies.n; i++)
		if (str_eq(c->bodies.at[i].name, organe))
			return &c->bodies.at[i];
	return NULL;
}

const struct param_value *roster_effectif(const struct roster *ro, const struct reading *r, struct str *ret_nom)
{
	const struct collectivity *c = collectivity_of(ro, r);
	struct date day;
	if (!c || r->organe.statut != FIELD_LU || r->date.statut != FIELD_LU || !date_parse(r->date.texte, &day))
		return NULL;
	const struct body *b = body_of(c, r->organe.texte);
	const struct param_value *v = b ? periods_at(&b->periods, day) : NULL;
	if (v)
		*ret_nom = b->record_name;
	return v;
}

#define NAME_SHOWN 80
#define IN_FILE "collectivites/%.*s.yaml : "

/* Of the act's collectivity there is a file, which does not help. */
static struct str lacks(struct arena *a, const struct collectivity *c, const struct reading *r)
{
	const struct body *b = body_of(c, r->organe.texte);
	struct date day = { 0 };
	char words[DATE_WORDS];
	if (!b)
		return arena_printf(a, IN_FILE "aucun effectif pour « %.*s »", STR_ARG(c->stem), STR_ARG(r->organe.texte));
	(void)date_parse(r->date.texte, &day);
	const struct param_value *v = periods_at(&b->periods, day);
	return arena_printf(a, IN_FILE "%s %s", STR_ARG(c->stem), v ? "effectif à vérifier au" : "aucune période ne couvre le", date_words(day, words));
}

/* The act's name, but not its level or its SIREN; NULL: no file bears the name. */
static const struct collectivity *namesake(const struct roster *ro, struct str key)
{
	for (size_t i = 0; i < ro->list.n; i++)
		if (bears(&ro->list.at[i], key))
			return &ro->list.at[i];
	return NULL;
}

const struct param_value *roster_population(const struct roster *ro, const struct reading *r, struct str *ret_nom)
{
	const struct collectivity *c = collectivity_of(ro, r);
	struct date day;
	if (!c || !c->population.name.n || r->date.statut != FIELD_LU || !date_parse(r->date.texte, &day))
		return NULL;
	*ret_nom = c->population.record_name;
	return periods_at(&c->population.periods, day);
}

static struct str differs(struct arena *a, const struct collectivity *c, const struct reading *r)
{
	if (r->siren.statut == FIELD_LU && c->siren.n)
		return arena_printf(a, IN_FILE "le SIREN %.*s n'est pas celui de l'acte, %.*s", STR_ARG(c->stem), STR_ARG(c->siren), STR_ARG(r->siren.texte));
	if (r->niveau.statut == FIELD_LU && !str_eq(c->niveau, r->niveau.texte))
		return arena_printf(a, IN_FILE "niveau « %.*s », l'acte est lu « %.*s »", STR_ARG(c->stem), STR_ARG(c->niveau), STR_ARG(r->niveau.texte));
	return STR("plusieurs fichiers du dossier collectivites portent ce nom, et l'acte ne donne pas de SIREN");
}

/* « Département de la … » is no likeness. */
static struct str without_first_word(struct str key)
{
	const size_t space = str_find(key, STR(" "), 0);
	return space == STR_NONE ? key : str_part(key, space + 1, key.n);
}

/* The file with a name near to that one, to end a message with. */
static struct str nearest_file(struct arena *a, const struct roster *ro, struct str key)
{
	struct { const char **at; size_t n, cap; } names = { 0 };
	struct { const struct collectivity **at; size_t n, cap; } owners = { 0 };
	for (size_t i = 0; i < ro->list.n; i++)
		for (size_t k = 0; k < ro->list.at[i].keys.n; k++) {
			*ARENA_PUSH(a, &names) = arena_dup(a, without_first_word(ro->list.at[i].keys.at[k])).p;
			*ARENA_PUSH(a, &owners) = &ro->list.at[i];
		}
	*ARENA_PUSH(a, &names) = NULL;
	const char *near = nearest_word(without_first_word(key), names.at);
	for (size_t i = 0; near && i < owners.n; i++)
		if (names.at[i] == near) {
			const struct str nom = utf8_head(owners.at[i]->nom, NAME_SHOWN);
			return arena_printf(a, " ; le plus proche : « %.*s », %.*s.yaml", STR_ARG(nom), STR_ARG(owners.at[i]->stem));
		}
	return STR("");
}

struct str roster_lack(struct arena *a, const struct roster *ro, const struct reading *r)
{
	if (r->effectif.statut == FIELD_AMBIGU)
		return STR("l'acte en donne plus d'un");
	if (!ro || !ro->list.n || r->organe.statut != FIELD_LU || r->date.statut != FIELD_LU)
		return STR("à donner dans le dossier collectivites");
	const struct collectivity *c = collectivity_of(ro, r);
	if (c)
		return lacks(a, c, r);
	if (r->collectivite.statut != FIELD_LU)
		return STR("le nom de la collectivité n'est pas lu : le dossier collectivites ne peut pas servir");
	const struct str name = name_of(a, r), key = fold_text(a, name);
	c = namesake(ro, key);
	if (c)
		return differs(a, c, r);
	const struct str nom = utf8_head(name, NAME_SHOWN), near = nearest_file(a, ro, key);
	return arena_printf(a, "à donner dans le dossier collectivites : aucun fichier n'y porte le nom « %.*s »%.*s", STR_ARG(nom), STR_ARG(near));
}
