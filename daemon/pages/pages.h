/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules as pages for people: one HTML page per rule, an index, the reference of fields and functions.
 *
 * A page depends on the rules, the dated law, the samples and the program's version alone: no date, no path, no order of a
 * directory. It needs no other file, no script and no network. */
#ifndef SCRUTATEUR_PAGES_H
#define SCRUTATEUR_PAGES_H

#include "catalogue.h"
#include "groups.h"
#include "html.h"

struct page { /* a name in the directory, and its content in the arena */
	struct str nom, html;
};
struct pages {
	const struct page *at;
	size_t n;
};
/* All pages, in order: rules, reference, index. False: one would be larger than a page may be. */
bool pages_make(struct arena *a, const struct catalogue *c, const struct helper_group *groups, size_t groups_n, struct pages *ret,
		struct err *e);

struct written {
	size_t rules, changed, removed; /* pages of rules; files written because they differ; pages of rules gone */
};
/* Write them to `dir` (made when missing), each whole or not at all. A page of ours for a rule that is neither live nor
 * lost is removed; a file that bears one of our names and is not ours is an error, and nothing is written. */
bool pages_write(const char *dir, const struct pages *pages, const struct catalogue *c, struct written *ret, struct err *e);

/* The reference as Markdown, for docs/reference-des-champs.md. */
void reference_markdown(const struct helper_group *groups, size_t groups_n, struct arena *a, struct buf *out);

/* Each page, into `out`. */
void page_of_rule(struct arena *a, const struct rule_doc *r, const char *set, struct buf *out);
void page_of_index(struct arena *a, const struct catalogue *c, struct buf *out);
void page_of_reference(struct arena *a, const struct helper_group *groups, size_t groups_n, const char *set, struct buf *out);
/* Parts of a rule's page. */
void page_law(const struct html *h, const struct legal *l, size_t n);
void page_params(const struct html *h, const struct rule_doc *r);
void page_examples(const struct html *h, const struct rule_doc *r);
/* "vérifiée par un juriste le 20 novembre 2026 (service juridique)", "pas encore relue par un juriste" */
struct str stamp_of(struct arena *a, const struct rule_info *r);
/* "<span class="gravite majeure">majeure</span>" */
void page_severity(const struct html *h, enum severity s);
/* "regle-quorum.html" */
struct str page_name(struct arena *a, struct str id);

#endif
