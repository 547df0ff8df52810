/* SPDX-License-Identifier: EUPL-1.2 */
/* A small invented act as a reading built by hand, and one rule made of the body of its controle: what most tests
 * of the room need. */
#ifndef RULES_BENCH_H
#define RULES_BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "rule.h"
#include "verdicts.h"

#define ACT                                                                                                                    \
	"La Commission permanente du département de la Vaugine\n"                                                              \
	"Le lundi 18 mars 2024, sur 7 membres en exercice\n"                                                                   \
	"Présents : Mme AUBE, M. BOIS, Mme CLAIR\n"                                                                            \
	"Pouvoirs : M. DUNE à Mme AUBE, M. ÉTANG à Mme AUBE\n"                                                                 \
	"Vu le code général des collectivités territoriales, et d'abord l'article L. 3211-2 ;\n"                               \
	"Vu la délibération du 1er juillet 2021 portant délégation ;\n"                                                        \
	"Pour : 4 Contre : 1 Abstentions : 0\n"                                                                                \
	"Proposition mise aux voix et adoptée à l'unanimité.\n"

struct bench {
	struct arena a;
	struct text text;
	struct reading r;
	struct acte acte;
	struct vote votes[3];
	struct item presents[3], pouvoirs[2], visas[2], references[3], montants[1];
	struct context cx;
	struct rule rule;
	bool loaded;
	struct judged out;
	struct err err;
};

static inline struct span span_of(const struct bench *b, const char *quoted)
{
	size_t at = str_find(b->text.bytes, str_c(quoted), 0);
	assert_true(at != STR_NONE);
	return (struct span){ at, at + strlen(quoted) };
}

static inline struct field field_text(const struct bench *b, const char *value, const char *quoted)
{
	return (struct field){ .statut = FIELD_LU, .texte = str_c(value), .span = span_of(b, quoted) };
}

static inline struct field field_number(const struct bench *b, int64_t value, const char *quoted)
{
	return (struct field){ .statut = FIELD_LU, .nombre = value, .span = span_of(b, quoted) };
}

static inline struct field field_gap(enum field_status statut, const char *why)
{
	return (struct field){ .statut = statut, .raison = str_c(why) };
}

static inline struct person someone(const struct bench *b, const char *civility, const char *name, const char *key)
{
	char quoted[80];
	snprintf(quoted, sizeof quoted, "%s %s", civility, name);
	return (struct person){ .nom = str_c(name), .civilite = str_c(civility), .cle = str_c(key), .span = span_of(b, quoted) };
}

static inline struct field field_list(const struct bench *b, const struct item *items, size_t n, const char *quoted)
{
	return (struct field){ .statut = FIELD_LU, .items = items, .n = n, .span = span_of(b, quoted) };
}

static inline struct item member(const struct bench *b, const char *civility, const char *name, const char *key)
{
	struct person p = someone(b, civility, name, key);
	return (struct item){ .span = p.span, .qui = p };
}

static inline void bench_people(struct bench *b)
{
	b->presents[0] = member(b, "Mme", "AUBE", "aube");
	b->presents[1] = member(b, "M.", "BOIS", "bois");
	b->presents[2] = member(b, "Mme", "CLAIR", "clair");
	b->acte.presents = b->r.presents = field_list(b, b->presents, 3, "Mme AUBE, M. BOIS, Mme CLAIR");
	b->pouvoirs[0] = (struct item){ span_of(b, "M. DUNE à Mme AUBE"), someone(b, "M.", "DUNE", "dune"),
					someone(b, "Mme", "AUBE", "aube"), .texte = STR("") };
	b->pouvoirs[1] = (struct item){ span_of(b, "M. ÉTANG à Mme AUBE"), someone(b, "M.", "ÉTANG", "etang"),
					someone(b, "Mme", "AUBE", "aube"), .texte = STR("") };
	b->acte.pouvoirs = b->r.pouvoirs = field_list(b, b->pouvoirs, 2, "M. DUNE à Mme AUBE, M. ÉTANG à Mme AUBE");
	b->acte.deports = (struct field){ .statut = FIELD_LU };
	b->r.absents = field_gap(FIELD_ILLISIBLE, "3 noms mais 2 compris");
}

static inline void bench_acte(struct bench *b)
{
	static const char visa1[] = "Vu le code général des collectivités territoriales, et d'abord l'article L. 3211-2";
	static const char visa2[] = "Vu la délibération du 1er juillet 2021 portant délégation";
	b->visas[0] = (struct item){ .span = span_of(b, visa1), .texte = str_c(visa1) };
	b->visas[1] = (struct item){ .span = span_of(b, visa2), .texte = str_c(visa2) };
	b->acte.visas = field_list(b, b->visas, 2, visa1);
	b->acte.visas.span.end = b->visas[1].span.end;
	b->references[0] = (struct item){ .span = span_of(b, "L. 3211-2"), .cle = STR("CGCT/L3211-2") };
	b->references[1] = (struct item){ .span = span_of(b, "1er juillet 2021"),
					  .cle = STR("DELIB/conseil_departemental/2021-07-01") };
	b->references[2] = (struct item){ .span = span_of(b, "L. 3211-2"), .cle = STR("CGCT/L1612-12..L1612-15") };
	b->acte.references = field_list(b, b->references, 3, "L. 3211-2");
	b->montants[0] = (struct item){ .span = span_of(b, "7"), .centimes = 2000050, .texte = STR("TTC"), .qui.nom = STR("Judo Club") };
	b->acte.montants = field_list(b, b->montants, 1, "7");
	b->acte.objet = field_gap(FIELD_ILLISIBLE, "objet non délimité");
	b->acte.mention_transmission = field_gap(FIELD_ABSENT, "");
	b->acte.mention_transmission.span = span_of(b, "adoptée à l'unanimité.");
	b->acte.span = (struct span){ 0, b->text.bytes.n };
}

static inline void bench_open_text(struct bench *b, const char *source)
{
	memset(b, 0, sizeof *b);
	arena_init(&b->a, 64 * MIB);
	b->text = (struct text){ .bytes = str_c(source), .received = true, .raw = str_c(source) };
	b->r.text = &b->text;
	b->r.actes = &b->acte;
	b->r.actes_n = 1;
	b->acte.votes = b->votes;
}

static inline void bench_open(struct bench *b)
{
	bench_open_text(b, ACT);
	b->r.niveau = field_text(b, "departement", "département");
	b->r.organe = field_text(b, "commission_permanente", "Commission permanente");
	b->r.collectivite = field_text(b, "département de la Vaugine", "département de la Vaugine");
	b->r.date = field_text(b, "2024-03-18", "lundi 18 mars 2024");
	b->r.heure = field_gap(FIELD_AMBIGU, "deux heures : 14:00 et 15:00");
	b->r.effectif = field_number(b, 7, "7 membres en exercice");
	bench_people(b);
	bench_acte(b);
	b->acte.votes_n = 1;
	b->votes[0] = (struct vote){
		.span = span_of(b, "Pour : 4 Contre : 1 Abstentions : 0\nProposition mise aux voix et adoptée à l'unanimité."),
		.pour = field_number(b, 4, "Pour : 4"),
		.contre = field_number(b, 1, "Contre : 1"),
		.abstentions = field_number(b, 0, "Abstentions : 0"),
		.ne_prennent_pas_part = field_gap(FIELD_ABSENT, ""),
		.formule = field_text(b, "unanimite", "unanimité"),
		.formule_texte = field_text(b, "Proposition mise aux voix et adoptée à l'unanimité.",
					    "Proposition mise aux voix et adoptée à l'unanimité.")
	};
}

/* Without the lint: what it would refuse must be harmless too. */
static inline bool bench_load(struct bench *b, const char *source)
{
	if (b->loaded)
		rule_drop(&b->rule);
	memset(&b->err, 0, sizeof b->err);
	b->loaded = rule_load_unseen(&b->a, NULL, 0, STR("regles/x.lua"), str_c(source), &b->rule, &b->err);
	return b->loaded;
}

#define RULE_HEAD                                                                                                              \
	"regle { id = \"x\", version = \"1.0.0\", titre = \"Essai\", gravite = \"majeure\",\n"                                  \
	"fondement = { { code = \"CGCT\", article = \"L. 1\", dit = \"texte\" } },\n"

/* The rule whose controle has this body; judged at once. */
static inline const struct finding *judge(struct bench *b, const char *body)
{
	char source[8192];
	snprintf(source, sizeof source, RULE_HEAD "controle = function(d)\n%s\nend }\n", body);
	if (!bench_load(b, source))
		fail_msg("%s", b->err.msg);
	b->out = (struct judged){ 0 };
	struct subject s = judge_subject(&b->a, &b->cx, &b->r);
	judge_one(&b->rule, &b->cx, &b->a, &s, 0, &b->out);
	assert_true(b->out.n > 0);
	return &b->out.at[0];
}

static inline void bench_close(struct bench *b)
{
	if (b->loaded)
		rule_drop(&b->rule);
	arena_done(&b->a);
}

static inline void assert_has(struct str s, const char *part)
{
	if (str_find(s, str_c(part), 0) == STR_NONE)
		fail_msg("« %.*s » ne contient pas « %s »", STR_ARG(s), part);
}

static inline void assert_says(const struct finding *f, enum verdict v, const char *message)
{
	if (f->verdict != v)
		fail_msg("attendu %s, obtenu %s : %.*s", verdict_word(v), verdict_word(f->verdict),
			 STR_ARG(f->message));
	assert_has(f->message, message);
}

static inline struct str quoted(const struct bench *b, const struct evidence *e)
{
	return str_part(b->text.bytes, e->span.start, e->span.end);
}

#define TEST(name) cmocka_unit_test(name)

#endif
