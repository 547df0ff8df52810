/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists of people as one line, so that a test compares everything that was read: "M. PETIT; Mme GRAND <à partir de 20h|>". */
#ifndef SCRUTATEUR_TEST_PEOPLE_SUPPORT_H
#define SCRUTATEUR_TEST_PEOPLE_SUPPORT_H

#include "act_support.h"

static inline void people_name(struct buf *b, const struct person *p)
{
	if (p->civilite.n > 0) {
		buf_str(b, p->civilite);
		buf_char(b, ' ');
	}
	buf_str(b, p->nom);
}

static inline void people_item(struct buf *b, const struct item *it)
{
	people_name(b, &it->qui);
	if (it->porteur.nom.n > 0) {
		buf_c(b, " > ");
		people_name(b, &it->porteur);
	}
	if (it->depuis.n + it->jusqua.n > 0) {
		buf_c(b, " <");
		buf_str(b, it->depuis);
		buf_char(b, '|');
		buf_str(b, it->jusqua);
		buf_char(b, '>');
	}
}

static inline void people_list_at(const struct act_case *c, const char *name, const char *want, int line)
{
	struct buf b;

	act_status_at(c, name, FIELD_LU, line);
	const struct field *f = act_field(c, name);

	buf_init(&b, LIMIT_FRAME);
	for (size_t i = 0; i < f->n; i++) {
		if (i > 0)
			buf_c(&b, "; ");
		people_item(&b, &f->items[i]);
	}
	if (!str_eq(buf_view(&b), str_c(want))) {
		print_error("line %d: %s\n     is «%.*s»\nnot    «%s»\n", line, name, STR_ARG(buf_view(&b)), want);
		buf_done(&b);
		fail();
	}
	buf_done(&b);
}
#define PEOPLE(c, name, want) people_list_at((c), (name), (want), __LINE__)

static inline void people_why_at(const struct act_case *c, const char *name, enum field_status status, const char *part, int line)
{
	act_status_at(c, name, status, line);
	if (str_find(act_field(c, name)->raison, str_c(part), 0) == STR_NONE) {
		print_error("line %d: %s: « %.*s » does not say « %s »\n", line, name, STR_ARG(act_field(c, name)->raison), part);
		fail();
	}
}
#define WHY(c, name, status, part) people_why_at((c), (name), (status), (part), __LINE__)

/* One extract of a conseil municipal around these lists, whole and with its line ends lost. */
#define EXTRACT(lists)                                                                                                                    \
	"Commune de Mirebois\n\nL'an deux mille vingt-quatre, le douze mars à 18 heures 30, le conseil municipal s'est réuni sous la "   \
	"présidence de M. Paul PETIT, maire.\n\n" lists                                                                                   \
	"\nSecrétaire de séance : Mme Anne GRAND\n\nObjet : travaux de l'école\n\nVu le code général des collectivités territoriales ;\n\n" \
	"Le conseil municipal, après en avoir délibéré, à l'unanimité,\nDÉCIDE d'approuver les travaux.\n"

#endif
