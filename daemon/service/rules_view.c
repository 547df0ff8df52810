/* SPDX-License-Identifier: EUPL-1.2 */
/* Written as JSON for any program, read back through the YAML reader, which there is anyway. Nothing a document influenced is in it. */
#include "rules_view.h"

#include "bounds.h"
#include "json.h"
#include "policy.h"
#include "yamltree.h"

static const char *const STATES[] = { "active", "desactivee", "suspendue", "refusee", NULL };
static const char *const RELOADS[] = { "fait", "refuse", "en-cours", NULL };

static void put_rule(struct json *j, const struct rule_view *r)
{
	json_object(j, NULL);
	json_for_yaml(j, "id", r->id);
	json_for_yaml(j, "titre", r->titre);
	json_for_yaml(j, "version", r->version);
	json_for_yaml(j, "sha256", r->sha256);
	json_for_yaml(j, "depuis", r->depuis);
	json_for_yaml(j, "gravite", str_c(severity_word(r->gravite)));
	json_for_yaml(j, "etat", str_c(STATES[r->state]));
	json_bool(j, "ancienne_version", r->ancienne);
	json_for_yaml(j, "raison", r->raison);
	json_int(j, "essais", r->essais);
	json_end(j);
}

static void put_day(struct json *j, const char *key, struct date d)
{
	char day[DATE_TEXT];

	json_for_yaml(j, key, d.year ? str_c(date_text(d, day)) : STR(""));
}

static void put_exemption(struct json *j, const struct exemption_view *v, struct date today)
{
	json_object(j, NULL);
	json_for_yaml(j, "id", v->x.id);
	json_for_yaml(j, "regle", v->x.regle);
	json_for_yaml(j, "acte", v->x.acte);
	json_for_yaml(j, "collectivite", v->x.collectivite);
	json_for_yaml(j, "raison", v->x.raison);
	json_for_yaml(j, "par", v->x.par);
	put_day(j, "du", v->x.du);
	put_day(j, "jusqu_au", v->x.jusqu_au);
	json_for_yaml(j, "etat", str_c(exemption_word(exemption_state(&v->x, today))));
	if (v->actes >= 0)
		json_int(j, "actes", v->actes);
	else
		json_null(j, "actes");
	json_end(j);
}

static void put_reload(struct json *j, const struct rules_view *v)
{
	json_object(j, "rechargements");
	json_int(j, "demandes", v->reload.asked);
	json_int(j, "termines", v->reload.done);
	json_for_yaml(j, "etat", str_c(RELOADS[v->reload.state]));
	json_for_yaml(j, "raison", v->reload.why);
	json_end(j);
}

void rules_view_json(const struct rules_view *v, bool indented, struct buf *out)
{
	const struct date today = policy_today();
	struct json whole, *j = &whole;

	json_begin(j, out, indented ? JSON_INDENTED : JSON_LINE);
	json_str(j, "schema", STR("scrutateur-regles/1.0"));
	json_for_yaml(j, "ts", v->ts);
	if (v->pid > 0)
		json_int(j, "processus", v->pid);
	else
		json_null(j, "processus");
	put_reload(j, v);
	json_for_yaml(j, "jeu", v->jeu);
	json_array(j, "references_precedentes");
	for (size_t i = 0; i < v->references_n; i++) {
		json_object(j, NULL);
		json_for_yaml(j, "nom", v->references[i].nom);
		json_for_yaml(j, "raison", v->references[i].raison);
		json_end(j);
	}
	json_end(j);
	json_array(j, "regles");
	for (size_t i = 0; i < v->rules_n; i++)
		put_rule(j, &v->rules[i]);
	json_end(j);
	json_array(j, "exceptions");
	for (size_t i = 0; i < v->exemptions_n; i++)
		put_exemption(j, &v->exemptions[i], today);
	json_end(j);
	json_finish(j);
}

static struct str text_at(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *n = yaml_get(map, key);

	return n && n->kind == YAML_SCALAR && !yaml_is_null(n) ? n->text : STR("");
}

static int64_t number_at(const struct yaml_node *map, const char *key, int64_t otherwise)
{
	int64_t v;

	return str_int(text_at(map, key), &v) ? v : otherwise;
}

/* The place of the word, `last` when it is none of them: what is not understood is shown as the worst. */
static int word_at(const struct yaml_node *map, const char *key, const char *const *words, int last)
{
	const int at = str_position(text_at(map, key), words);

	return at >= 0 ? at : last;
}

static struct rule_view take_rule(const struct yaml_node *n)
{
	return (struct rule_view){
		.id = text_at(n, "id"),
		.titre = text_at(n, "titre"),
		.version = text_at(n, "version"),
		.sha256 = text_at(n, "sha256"),
		.depuis = text_at(n, "depuis"),
		.gravite = (enum severity)(SEVERITY_INFORMATION + word_at(n, "gravite", SEVERITY_WORDS, SEVERITY_NONE - SEVERITY_INFORMATION)),
		.state = (enum service_state)word_at(n, "etat", STATES, RULE_OUT),
		.ancienne = str_eq(text_at(n, "ancienne_version"), STR("true")),
		.raison = text_at(n, "raison"),
		.essais = number_at(n, "essais", 0),
	};
}

static struct exemption_view take_exemption(const struct yaml_node *n)
{
	struct exemption_view v = { .x = { .id = text_at(n, "id"),
					   .regle = text_at(n, "regle"),
					   .acte = text_at(n, "acte"),
					   .collectivite = text_at(n, "collectivite"),
					   .raison = text_at(n, "raison"),
					   .par = text_at(n, "par") },
				    .actes = number_at(n, "actes", -1) };

	(void)date_parse(text_at(n, "du"), &v.x.du);
	(void)date_parse(text_at(n, "jusqu_au"), &v.x.jusqu_au);
	return v;
}

static const struct yaml_node *list_at(const struct yaml_node *map, const char *key, size_t *ret_n)
{
	const struct yaml_node *list = yaml_get(map, key), *first = list && list->kind == YAML_LIST ? list->first : NULL;

	*ret_n = 0;
	for (const struct yaml_node *n = first; n; n = n->next)
		++*ret_n;
	return first;
}

bool rules_view_read(struct arena *a, const char *path, struct rules_view *ret, struct err *e)
{
	const struct yaml_node *root, *n;
	struct rules_view v = { 0 };
	size_t i = 0;

	if (!yaml_load_within(a, path, RULES_VIEW_BYTES, &root, e))
		return false;
	const struct yaml_node *reload = yaml_get(root, "rechargements");
	v.ts = text_at(root, "ts");
	v.pid = number_at(root, "processus", 0);
	v.jeu = text_at(root, "jeu");
	v.reload.asked = number_at(reload, "demandes", 0);
	v.reload.done = number_at(reload, "termines", 0);
	v.reload.state = (enum reload_state)word_at(reload, "etat", RELOADS, RELOAD_UNDER_WAY);
	v.reload.why = text_at(reload, "raison");
	n = list_at(root, "references_precedentes", &v.references_n);
	for (v.references_n = 0; n && v.references_n < REFERENCES; n = n->next)
		v.references[v.references_n++] = (struct reference_view){ text_at(n, "nom"), text_at(n, "raison") };
	n = list_at(root, "regles", &v.rules_n);
	v.rules = ARENA_ARRAY(a, v.rules_n, struct rule_view);
	for (; n; n = n->next)
		v.rules[i++] = take_rule(n);
	n = list_at(root, "exceptions", &v.exemptions_n);
	v.exemptions = ARENA_ARRAY(a, v.exemptions_n, struct exemption_view);
	for (i = 0; n; n = n->next)
		v.exemptions[i++] = take_exemption(n);
	*ret = v;
	return true;
}
