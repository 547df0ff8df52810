/* SPDX-License-Identifier: EUPL-1.2 */
/* An invented act read by hand, and findings on it; records read back with jansson's own parser. Shared by the tests of
 * alerts and ledger. */
#ifndef SCRUTATEUR_TEST_SAMPLE_H
#define SCRUTATEUR_TEST_SAMPLE_H

#include <jansson.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "fingerprint.h"
#include "bounds.h"
#include "record.h"

#define TEST(name) static void name(void **state __attribute__((unused)))

#define ACT                                                                                                        \
	"D\303\251partement de la Vaugine\r\n"                                                                     \
	"Commission permanente\n"                                                                                  \
	"Le lundi 2 octobre 2023\n"                                                                                \
	"Absents : M. BRETONNE (pouvoir donn\303\251 \303\240 Mme F\303\211LINE), Mme COURTILL\303\211 (pouvoir\n" \
	"donn\303\251 \303\240 Mme F\303\211LINE)\n"                                                               \
	"Num\303\251ro CP20239001\n"                                                                               \
	"Soutien \303\240 l'association Les Deux Rives\n"

#define SHA "3e6dc11b94759d823f4883990ea8993acc0b5845c7ade01d7100d269d3ad1a3f"

struct sample {
	struct arena a;
	struct text text;
	struct acte acte;
	struct reading reading;
	struct record_context c;
	struct rule_info rule;
	struct legal legal[2];
	const struct legal *basis[2];
	struct used_param params[2];
	struct evidence evidence[20];
	struct unread unread[2];
};

static inline struct field read_as(const char *s)
{
	return (struct field){ .statut = FIELD_LU, .texte = str_c(s) };
}

static inline struct span span_of(const struct sample *s, const char *words)
{
	size_t at = str_find(s->text.bytes, str_c(words), 0);

	assert_true(at != STR_NONE);
	return (struct span){ at, at + strlen(words) };
}

static inline void sample_set_text(struct sample *s, struct str bytes)
{
	enum text_refusal why;
	struct err e;

	assert_true(text_decode(&s->a, bytes, LIMIT_TEXT_BYTES, &s->text, &why, &e));
	s->reading.places = places_of(&s->a, &s->text);
	s->acte.span = (struct span){ 0, s->text.bytes.n };
}

static inline void sample_open(struct sample *s)
{
	*s = (struct sample){ 0 };
	arena_init(&s->a, 64 * MIB);
	s->reading = (struct reading){ .text = &s->text,
				       .origine = ORIGIN_TEXTE,
				       .pages = 1,
				       .actes = &s->acte,
				       .actes_n = 1,
				       .organe = read_as("commission_permanente"),
				       .date = read_as("2023-10-02"),
				       .siren = read_as("229900011") };
	s->acte = (struct acte){ .numero = read_as("CP20239001"),
				 .objet = read_as("Soutien \303\240 l'association Les Deux Rives") };
	sample_set_text(s, STR(ACT));
	s->rule = (struct rule_info){ .id = STR("pouvoir-unique"),
				      .version = STR("1.1.0"),
				      .titre = STR("Un seul pouvoir par \303\251lu"),
				      .verifie_le = STR("2026-11-20"),
				      .gravite = SEVERITY_MAJEURE };
	memset(s->rule.sha256, '9', 64);
	s->legal[0] = (struct legal){ .code = STR("CGCT"),
				      .article = STR("L. 3121-16"),
				      .dit = STR("une seule d\303\251l\303\251gation de vote") };
	s->legal[1] = (struct legal){ .usage = STR("arithm\303\251tique") };
	s->basis[0] = &s->legal[0];
	s->basis[1] = &s->legal[1];
	s->params[0] = (struct used_param){ STR("pouvoirs.maximum_par_elu"), STR("1"), STR("2022-08-01"), STR(""),
					    STR("loi 2021-1465"), STR(""), false };
	s->params[1] = (struct used_param){ STR("quorum.seuil"), STR("\"tiers\""), STR(""), STR(""), STR(""), STR(""), false };
	s->evidence[0] =
		(struct evidence){ STR("pouvoirs[1]"), ROLE_CONSTAT,
				   span_of(s, "M. BRETONNE (pouvoir donn\303\251 \303\240 Mme F\303\211LINE)") };
	s->evidence[1] =
		(struct evidence){ STR("pouvoirs[2]"), ROLE_CONSTAT,
				   span_of(s,
					   "Mme COURTILL\303\211 (pouvoir\ndonn\303\251 \303\240 Mme F\303\211LINE)") };
	s->evidence[2] = (struct evidence){ STR("seance.date"), ROLE_LECTURE, span_of(s, "Le lundi 2 octobre 2023") };
	s->unread[0] = (struct unread){ STR("vote.contre"), FIELD_ILLISIBLE, STR("rubrique sans vote.contre"),
					span_of(s, "Num\303\251ro"), false };
	s->c = (struct record_context){ .reading = &s->reading,
					.path = STR("CP20239001.txt"),
					.sha256 = SHA,
					.text_sha256 = SHA,
					.bytes = sizeof ACT - 1,
					.ruleset = STR("5d0f"),
					.memo = record_memo_new(&s->a, &s->reading) };
}

static inline void sample_close(struct sample *s)
{
	arena_done(&s->a);
}

static inline struct finding anomaly(struct sample *s)
{
	return (struct finding){ .rule = &s->rule,
				 .verdict = VERDICT_ANOMALIE,
				 .severity = SEVERITY_MAJEURE,
				 .message = STR("Mme F\303\211LINE porte 2 pouvoirs (maximum 1)"),
				 .sujet = STR("elu:F\303\211LINE"),
				 .preuves = s->evidence,
				 .preuves_n = 3,
				 .params = s->params,
				 .params_n = 2,
				 .fondement = s->basis,
				 .fondement_n = 2,
				 .us = 412,
				 .instructions = 2516,
				 .memory = 131072 };
}

static inline struct finding undecided(struct sample *s)
{
	struct finding f = anomaly(s);

	f.verdict = VERDICT_NON_VERIFIABLE;
	f.severity = SEVERITY_NONE;
	f.message = STR("vote.contre : rubrique sans vote.contre");
	f.sujet = STR("vote");
	f.non_lus = s->unread;
	f.non_lus_n = 1;
	f.preuves_n = 0;
	return f;
}

static inline struct record_seal sealed(void)
{
	return (struct record_seal){ .ts_us = 1700000000123456,
				     .received_us = 1700000000000000,
				     .id = "0c2f6e0a-5f0e-4c4b-9a52-6f0b8f5d1c11",
				     .seq = 1,
				     .state = NULL,
				     .deposit = 1,
				     .seen_count = 1,
				     .seen_first_us = 1700000000123456,
				     .host = "srv-assemblees",
				     .version = "0.1.0",
				     .instance = "main" };
}

static inline struct str line_of(struct sample *s, const struct record_parts *p, const char *state)
{
	struct record_seal seal = sealed();
	struct buf b;

	seal.state = state;
	buf_init(&b, LIMIT_RECORD_LINE);
	record_line(p, &seal, &b);
	assert_false(b.full);
	struct str line = arena_dup(&s->a, buf_view(&b));
	buf_done(&b);
	return line;
}

static inline json_t *parsed(struct str line)
{
	json_error_t why;
	json_t *v = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES, &why);

	if (!v)
		fail_msg("%s: %.*s", why.text, STR_ARG(line));
	return v;
}

/* "evidence.1.text" → the value there, or NULL. */
static inline json_t *at(json_t *v, const char *path)
{
	char step[64];

	while (v && *path) {
		size_t n = strcspn(path, ".");

		(void)snprintf(step, sizeof step, "%.*s", (int)n, path);
		v = json_is_array(v) ? json_array_get(v, (size_t)strtoul(step, NULL, 10)) : json_object_get(v, step);
		path += n + (path[n] == '.');
	}
	return v;
}

static inline const char *text_at(json_t *v, const char *path)
{
	return json_string_value(at(v, path)) ? json_string_value(at(v, path)) : "(none)";
}

static inline long long int_at(json_t *v, const char *path)
{
	assert_true(json_is_integer(at(v, path)));
	return json_integer_value(at(v, path));
}

#endif
