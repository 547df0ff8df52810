/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading a text in a test with the lexicon of the tree: act_open, look at the fields, act_close. Tests run from the
 * top of the tree. */
#ifndef SCRUTATEUR_TEST_ACT_SUPPORT_H
#define SCRUTATEUR_TEST_ACT_SUPPORT_H

#include "../unit/base/check.h"

#include "act.h"
#include "fields.h"
#include "file.h"
#include "bounds.h"

struct act_case {
	struct arena a;
	struct buf yaml;
	const struct lexicon *lx;
	struct text text;
	const struct reading *r; /* NULL when refused */
	enum text_refusal why;
	struct err e;
};

static inline void act_lexicon(struct act_case *c, struct str yaml)
{
	if (!lexicon_load(&c->a, yaml, "lexique.yaml", &c->lx, &c->e))
		fail_msg("lexique: line %u: %s", c->e.line, c->e.msg);
}

static inline void act_begin(struct act_case *c)
{
	*c = (struct act_case){ 0 };
	arena_init(&c->a, LIMIT_ACT_MEMORY);
	buf_init(&c->yaml, LIMIT_YAML_BYTES);
	if (!file_read("conf/lexique.yaml", &c->yaml, &c->e))
		fail_msg("%s", c->e.msg);
	act_lexicon(c, buf_view(&c->yaml));
}

static inline void act_bytes(struct act_case *c, struct str raw)
{
	c->r = NULL;
	if (text_decode(&c->a, raw, LIMIT_TEXT_BYTES, &c->text, &c->why, &c->e))
		act_read(&c->a, c->lx, &c->text, &c->r, &c->why, &c->e);
}

static inline void act_open(struct act_case *c, const char *text)
{
	act_begin(c);
	act_bytes(c, str_c(text));
	if (c->r == NULL)
		fail_msg("refused: %s", c->e.msg);
}

static inline void act_close(struct act_case *c)
{
	arena_done(&c->a);
	buf_done(&c->yaml);
}

/* The same text without its line ends, as half of the texts come. */
static inline const char *act_flat(struct act_case *c, const char *text)
{
	char *s = (char *)(uintptr_t)arena_dup(&c->a, str_c(text)).p;

	for (char *p = s; *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	return s;
}

static inline const struct field *act_field(const struct act_case *c, const char *name)
{
	const struct field_desc *d = field_desc(str_c(name));

	assert_non_null(d);
	if (d->scope == SCOPE_SEANCE)
		return field_of(d, c->r);
	if (d->scope == SCOPE_ACTE)
		return field_of(d, &c->r->actes[0]);
	assert_true(c->r->actes[0].votes_n > 0);
	return field_of(d, &c->r->actes[0].votes[0]);
}

static inline struct str act_quote(const struct act_case *c, struct span s)
{
	return str_part(c->text.bytes, s.start, s.end);
}

static inline void act_status_at(const struct act_case *c, const char *name, enum field_status want, int line)
{
	const struct field *f = act_field(c, name);

	if (f->statut != want) {
		print_error("line %d: %s is %s (%.*s) « %.*s », not %s\n", line, name, statut_word(f->statut),
			    STR_ARG(f->raison), STR_ARG(f->texte), statut_word(want));
		fail();
	}
	if (want != FIELD_LU && f->raison.n == 0) {
		print_error("line %d: %s does not say why\n", line, name);
		fail();
	}
}
#define act_statut(c, name, want) act_status_at((c), (name), (want), __LINE__)

static inline void act_text_at(const struct act_case *c, const char *name, const char *want, int line)
{
	act_status_at(c, name, FIELD_LU, line);
	const struct field *f = act_field(c, name);

	if (!str_eq(f->texte, str_c(want))) {
		print_error("line %d: %s is « %.*s », not « %s »\n", line, name, STR_ARG(f->texte), want);
		fail();
	}
}
#define act_texte(c, name, want) act_text_at((c), (name), (want), __LINE__)

static inline void act_number_at(const struct act_case *c, const char *name, int64_t want, int line)
{
	act_status_at(c, name, FIELD_LU, line);
	if (act_field(c, name)->nombre != want) {
		print_error("line %d: %s is %lld, not %lld\n", line, name, (long long)act_field(c, name)->nombre,
			    (long long)want);
		fail();
	}
}
#define act_nombre(c, name, want) act_number_at((c), (name), (want), __LINE__)

#endif
