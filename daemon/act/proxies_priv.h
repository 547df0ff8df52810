/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the reading of lists: what is said in one of a proxy. */
#ifndef SCRUTATEUR_PROXIES_PRIV_H
#define SCRUTATEUR_PROXIES_PRIV_H

#include "lists_priv.h"

/* About the last name of the list, at token i: the token after, or i when nothing is said. */
size_t proxy_at(struct list *l, size_t i);
size_t proxy_arrow(struct list *l, size_t i); /* "A => B" (list_givers.c, and the next) */
size_t proxy_bare(struct list *l, size_t i, size_t name); /* to the name at `name`, that stands above when those listed are absents: where he ends, or i */
size_t proxy_colon(struct list *l, size_t i); /* "A : pouvoir de B" at the colon (proxy_holders.c, and the next two) */
/* "(M. A) a reçu pouvoir de", "(M. A,) mandataire de", "(M. A :) pouvoir de" at its word; … of the last name of a list of other people, who is known to be there. */
size_t proxy_received_at(const struct reader *rd, size_t i); /* "pouvoir de", "représente": the token after, or i */
bool proxy_told_of_a_holder(const struct reader *rd, size_t i);
bool proxy_holder_told(const struct list *l, size_t i);
size_t proxy_end_before_holder(struct list *l); /* … who is taken out, and the list closed before him: where it ends */

/* The pieces that parentheses share with the list (proxy_words.c), each before `limit`: the token after, or i. */
size_t proxy_give(struct list *l, size_t from, size_t i, size_t limit); /* the last name gave its proxy to the name at i */
size_t proxy_receive(struct list *l, size_t from, size_t i, size_t limit); /* … received those of the names at i (proxy_holders.c) */
size_t proxy_in(struct list *l, size_t i, size_t limit);
size_t proxy_for(struct list *l, size_t i, size_t limit); /* "pour M. B" under a heading of proxies */
size_t no_proxy_in(struct list *l, size_t i, size_t limit); /* "sans procuration" */
size_t list_other_name(struct list *l, size_t i, size_t limit, struct person *ret); /* of who gave or holds */
void list_explain(struct list *l, size_t from, size_t to); /* these words of a proxy are accounted for */
void list_pair(struct list *l, struct entry *e, const struct person *holder, size_t to); /* `e` gave his proxy, told up to token `to` */
void list_pair_add(struct list *l, const struct person *mandant, const struct person *porteur, size_t from, size_t to);

#endif
