/* SPDX-License-Identifier: EUPL-1.2 */
#include "explain.h"

#include "escape.h"
#include "fields.h"
#include "hash.h"
#include "json.h"
#include "lectures.h"
#include "reading_out.h"

static void put_or_null(struct json *j, const char *key, struct str s)
{
	if (s.n)
		json_str(j, key, s);
	else
		json_null(j, key);
}

static void put_place(struct json *j, const struct reading *r, struct span s)
{
	if (s.end <= s.start) {
		json_null(j, "ligne");
		json_null(j, "octets");
		return;
	}
	json_int(j, "ligne", place_at(r->places, s.start).line);
	json_pair(j, "octets", (int64_t)s.start, (int64_t)s.end);
}

static void put_document(struct json *j, const struct explanation *x)
{
	const struct text *t = x->r->text;
	const struct digest d = hash_of(x->raw);
	char hex[DIGEST_HEX];

	json_object(j, "document");
	json_str(j, "fichier", escape_line(x->a, str_c(x->path), 4096));
	json_str(j, "type", str_c(x->drawn->format ? x->drawn->format->nom : "texte"));
	json_str(j, "codage", str_c(text_encoding_word(t->encoding)));
	put_or_null(j, "outil", t->tool);
	json_int(j, "octets", (int64_t)x->raw.n);
	json_str(j, "sha256", str_c(digest_hex(&d, hex)));
	json_int(j, "pages", x->r->pages);
	json_int(j, "actes", (int64_t)x->r->actes_n);
	json_end(j);
	json_str(j, "jeu_de_regles", str_c(ruleset_sha256(x->rules)));
}

static void put_read(struct json *j, const struct explanation *x, const struct finding *f)
{
	const struct lecture *l;
	const size_t n = lectures_of(x->a, f, x->r, &l);

	json_array(j, "lu");
	for (size_t i = 0; i < n; i++) {
		json_object(j, NULL);
		json_str(j, "champ", l[i].champ);
		json_str(j, "libelle", l[i].libelle);
		json_str(j, "valeur", l[i].valeur);
		put_place(j, x->r, l[i].span);
		json_end(j);
	}
	json_end(j);
	json_array(j, "non_lu");
	for (size_t i = 0; i < f->non_lus_n; i++) {
		json_object(j, NULL);
		json_str(j, "champ", f->non_lus[i].champ);
		json_str(j, "statut", str_c(statut_word(f->non_lus[i].statut)));
		json_str(j, "raison", f->non_lus[i].raison);
		put_place(j, x->r, f->non_lus[i].pres);
		json_end(j);
	}
	json_end(j);
}

static void put_values(struct json *j, const struct finding *f)
{
	json_array(j, "parametres");
	for (size_t i = 0; i < f->params_n; i++) {
		const struct used_param *u = &f->params[i];
		int64_t number;

		json_object(j, NULL);
		json_str(j, "nom", u->nom);
		if (u->a_verifier)
			json_null(j, "valeur");
		else if (str_int(u->valeur, &number))
			json_int(j, "valeur", number);
		else
			json_str(j, "valeur", str_part(u->valeur, 1, u->valeur.n - 1)); /* quoted, with nothing to escape */
		json_bool(j, "a_verifier", u->a_verifier);
		put_or_null(j, "du", u->du);
		put_or_null(j, "au", u->au);
		json_str(j, "source", u->source);
		put_or_null(j, "verifie_le", u->verifie_le);
		json_end(j);
	}
	json_end(j);
}

static void put_law(struct json *j, const struct finding *f)
{
	json_array(j, "fondement");
	for (size_t i = 0; i < f->fondement_n; i++) {
		const struct legal *l = f->fondement[i];

		json_object(j, NULL);
		put_or_null(j, "code", l->code);
		put_or_null(j, "article", l->article);
		put_or_null(j, "usage", l->usage);
		put_or_null(j, "jurisprudence", l->jurisprudence);
		put_or_null(j, "reponse_ministerielle", l->reponse_ministerielle);
		put_or_null(j, "dit", l->dit);
		json_end(j);
	}
	json_end(j);
}

static void put_passages(struct json *j, const struct explanation *x, const struct finding *f)
{
	json_array(j, "passages");
	for (size_t i = 0; i < f->preuves_n; i++) {
		const struct evidence *ev = &f->preuves[i];

		json_object(j, NULL);
		json_str(j, "role", str_c(role_word(ev->role)));
		json_str(j, "champ", ev->champ);
		put_place(j, x->r, ev->span);
		json_str(j, "texte", str_part(x->r->text->bytes, ev->span.start, ev->span.end));
		json_end(j);
	}
	json_end(j);
}

static void put_finding(struct json *j, const struct explanation *x, const struct finding *f)
{
	json_object(j, NULL);
	if (f->rule->par_seance)
		json_null(j, "acte");
	else
		json_int(j, "acte", (int64_t)f->acte + 1);
	json_str(j, "regle", f->rule->id);
	json_str(j, "version", f->rule->version);
	json_str(j, "sha256", str_c(f->rule->sha256));
	json_str(j, "titre", f->rule->titre);
	json_str(j, "verdict", str_c(verdict_word(f->verdict)));
	put_or_null(j, "gravite", f->severity ? str_c(severity_word(f->severity)) : STR(""));
	json_str(j, "message", message_for_people(x->a, f->verdict, f->message));
	put_or_null(j, "exception", f->exception ? f->exception->id : STR(""));
	put_read(j, x, f);
	put_values(j, f);
	put_law(j, f);
	put_passages(j, x, f);
	json_end(j);
}

/* The reading comes as text of its own: the three parts are members of one object. */
void explain_json(const struct explanation *x, struct buf *out)
{
	struct json j;
	const struct digest d = hash_of(x->raw);
	char hex[DIGEST_HEX];

	buf_char(out, '{');
	json_begin(&j, out, JSON_MEMBERS);
	json_str(&j, "schema", STR("scrutateur-explication/1.0"));
	put_document(&j, x);
	json_finish(&j);
	buf_c(out, ", \"lecture\": ");
	reading_json(x->r, digest_hex(&d, hex), false, out);
	buf_c(out, ", ");
	json_begin(&j, out, JSON_MEMBERS);
	json_array(&j, "verdicts");
	for (size_t i = 0; i < x->found.n; i++)
		put_finding(&j, x, &x->found.at[i]);
	json_end(&j);
	json_finish(&j);
	buf_c(out, "}\n");
}
