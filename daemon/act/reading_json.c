/* SPDX-License-Identifier: EUPL-1.2 */
/* The reading as the contract `scrutateur-lecture/1.0`: every field of the table, with its status.
 *
 * Added to the contract, nothing changed: document.encodage, document.pages_sans_texte and document.caracteres_retires
 * (what nobody sees) where there are some, document.cotes and the fields acte.* (with cote, the number of the file, and ligne)
 * where side files came, raison where a value was not read, candidats where
 * readings disagree, references_lecture and montants_lecture when those lists were not read (the lists themselves are
 * plain arrays by contract), montants_omis where sums that the act cites are not in the list.
 */
#include "fields.h"
#include "reading_out.h"

static void put_span(struct json *j, const char *key, struct span s)
{
	if (s.end > s.start)
		json_pair(j, key, (int64_t)s.start, (int64_t)s.end);
	else
		json_null(j, key);
}

static void put_text(struct json *j, const char *key, struct str s)
{
	if (s.n > 0)
		json_str(j, key, s);
	else
		json_null(j, key);
}

static void put_member(struct json *j, const struct item *it)
{
	json_object(j, NULL);
	json_str(j, "nom", it->qui.nom);
	put_text(j, "civilite", it->qui.civilite);
	put_span(j, "octets", it->span);
	put_text(j, "depuis", it->depuis);
	put_text(j, "jusqua", it->jusqua);
	json_end(j);
}

static void put_named(struct json *j, const char *key, const struct person *who)
{
	json_object(j, key);
	json_str(j, "nom", who->nom);
	put_text(j, "civilite", who->civilite);
	put_span(j, "octets", who->span);
	json_end(j);
}

static void put_pouvoir(struct json *j, const struct item *it)
{
	json_object(j, NULL);
	put_named(j, "mandant", &it->qui);
	put_named(j, "mandataire", &it->porteur);
	put_span(j, "octets", it->span);
	put_text(j, "depuis", it->depuis);
	put_text(j, "jusqua", it->jusqua);
	json_end(j);
}

/* taxe and beneficiaire only where the sentence says them. */
static void put_amount(struct json *j, const struct item *it)
{
	json_int(j, "centimes", it->centimes);
	if (it->texte.n > 0)
		json_str(j, "taxe", it->texte);
	if (it->qui.nom.n > 0)
		json_str(j, "beneficiaire", it->qui.nom);
}

static void put_item(struct json *j, enum field_type type, const struct item *it)
{
	if (type == TYPE_ELUS) {
		put_member(j, it);
		return;
	}
	if (type == TYPE_POUVOIRS) {
		put_pouvoir(j, it);
		return;
	}
	json_object(j, NULL);
	if (type == TYPE_TEXTES)
		json_str(j, "texte", it->texte);
	else if (type == TYPE_REFERENCES)
		json_str(j, "cle", it->cle);
	else
		put_amount(j, it);
	put_span(j, "octets", it->span);
	json_end(j);
}

static void put_items(struct json *j, const char *key, enum field_type type, const struct field *f)
{
	json_array(j, key);
	for (size_t i = 0; f->statut == FIELD_LU && i < f->n; i++)
		put_item(j, type, &f->items[i]);
	json_end(j);
}

static void put_candidates(struct json *j, const struct field *f)
{
	json_array(j, "candidats");
	for (size_t i = 0; i < f->n; i++) {
		json_object(j, NULL);
		json_str(j, "valeur", f->items[i].texte);
		put_span(j, "octets", f->items[i].span);
		json_end(j);
	}
	json_end(j);
}

/* A heading with nobody under it: rules see a list that is read and empty, the contract says that its place holds
 * nothing. */
static enum field_status status_shown(enum field_type type, const struct field *f)
{
	const bool people = type == TYPE_ELUS || type == TYPE_POUVOIRS;

	return people && f->statut == FIELD_LU && f->n == 0 ? FIELD_ABSENT : f->statut;
}

static void put_status(struct json *j, enum field_type type, const struct field *f)
{
	const enum field_status shown = status_shown(type, f);

	json_str(j, "statut", str_c(statut_word(shown)));
	if (f->statut == FIELD_LU) {
		if (shown != FIELD_LU)
			json_str(j, "raison", STR("personne n'est nommé"));
		return;
	}
	put_text(j, "raison", f->raison);
	if (f->statut == FIELD_AMBIGU)
		put_candidates(j, f);
}

static void put_field(struct json *j, const char *key, enum field_type type, const struct field *f)
{
	json_object(j, key);
	put_status(j, type, f);
	if (f->statut == FIELD_LU) {
		if (type == TYPE_NOMBRE)
			json_int(j, "valeur", f->nombre);
		else if (type >= TYPE_ELUS)
			put_items(j, "valeur", type, f);
		else
			json_str(j, "valeur", f->texte);
	}
	if (f->de_registre)
		json_bool(j, "de_registre", true);
	if (f->cote > 0)
		json_int(j, "cote", f->cote);
	if (f->ligne > 0)
		json_int(j, "ligne", f->ligne);
	put_span(j, status_shown(type, f) == FIELD_LU ? "octets" : "pres", f->span);
	json_end(j);
}

static void put_scope(struct json *j, enum field_scope scope, const void *owner)
{
	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field_desc *d = &FIELDS[i];
		const struct field *f = field_of(d, owner);

		if (d->scope != scope)
			continue;
		if (d->type != TYPE_REFERENCES && d->type != TYPE_MONTANTS) {
			put_field(j, d->name, d->type, f);
			continue;
		}
		put_items(j, d->name, d->type, f);
		if (f->statut != FIELD_LU)
			put_field(j, d->type == TYPE_REFERENCES ? "references_lecture" : "montants_lecture", d->type,
				  f);
		else if (f->omis != NULL)
			json_int(j, "montants_omis", (int64_t)f->omis->n);
	}
}

static void put_acte(struct json *j, const struct acte *a)
{
	json_object(j, NULL);
	put_span(j, "octets", a->span);
	put_scope(j, SCOPE_ACTE, a);
	json_array(j, "votes");
	for (size_t i = 0; i < a->votes_n; i++) {
		json_object(j, NULL);
		put_scope(j, SCOPE_VOTE, &a->votes[i]);
		put_span(j, "octets", a->votes[i].span);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void put_sides(struct json *j, const struct reading *r)
{
	json_array(j, "cotes");
	for (size_t i = 0; i < r->cotes_n; i++) {
		const struct side_read *s = &r->cotes[i];

		json_object(j, NULL);
		json_str(j, "nom", s->nom);
		put_text(j, "sha256", s->sha256);
		put_text(j, "genre", str_c(envelope_kind_word(s->kind)));
		if (s->raison.n > 0)
			json_str(j, "raison", s->raison);
		json_end(j);
	}
	json_end(j);
}

static void put_document(struct json *j, const struct reading *r, const char *sha256)
{
	json_object(j, "document");
	json_str(j, "sha256", str_c(sha256));
	json_int(j, "octets", (int64_t)r->text->raw.n);
	json_str(j, "origine", str_c(origine_word(r->origine)));
	json_int(j, "pages", r->pages);
	if (r->text->unread_n > 0) {
		json_array(j, "pages_sans_texte");
		for (size_t i = 0; i < r->text->unread_n; i++)
			json_int(j, NULL, r->text->unread[i]);
		json_end(j);
	}
	if (r->text->tool.n > 0)
		json_str(j, "extraction", r->text->tool);
	json_str(j, "encodage", str_c(text_encoding_word(r->text->encoding)));
	if (r->text->unseen > 0)
		json_int(j, "caracteres_retires", (int64_t)r->text->unseen);
	if (r->cotes_n > 0)
		put_sides(j, r);
	json_end(j);
}

void reading_json(const struct reading *r, const char *sha256, bool indented, struct buf *out)
{
	struct json whole, *j = &whole;

	json_begin(j, out, indented ? JSON_INDENTED : JSON_LINE);
	json_str(j, "schema", STR("scrutateur-lecture/1.0"));
	put_document(j, r, sha256);
	json_object(j, "champs");
	put_scope(j, SCOPE_SEANCE, r);
	if (r->cotes_n > 0)
		put_scope(j, SCOPE_ENVOI, r);
	json_end(j);
	json_array(j, "actes");
	for (size_t i = 0; i < r->actes_n; i++)
		put_acte(j, &r->actes[i]);
	json_end(j);
	json_finish(j);
}

static void count(unsigned ret[READING_COUNTS], enum field_scope scope, const void *owner)
{
	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field *f = FIELDS[i].scope == scope ? field_of(&FIELDS[i], owner) : NULL;

		if (f == NULL)
			continue;
		ret[f->statut]++;
		ret[COUNT_INTROUVABLE] += f->introuvable;
	}
}

void reading_count(const struct reading *r, unsigned ret[READING_COUNTS])
{
	for (int i = 0; i < READING_COUNTS; i++)
		ret[i] = 0;
	count(ret, SCOPE_SEANCE, r);
	for (size_t a = 0; a < r->actes_n; a++) {
		count(ret, SCOPE_ACTE, &r->actes[a]);
		for (size_t v = 0; v < r->actes[a].votes_n; v++)
			count(ret, SCOPE_VOTE, &r->actes[a].votes[v]);
	}
}
