/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the configuration: what reads one value of a key. */
#ifndef SCRUTATEUR_CONF_PRIV_H
#define SCRUTATEUR_CONF_PRIV_H

#include "conf_place.h"
#include "yamltree.h"

struct loader {
	struct arena *a;
	const char *file;
	struct str dir; /* of the file, with its final '/', or empty */
	struct conf *to;
	struct conf_place *places; /* of each key */
	struct err *e;
};
bool conf_refuse(const struct loader *l, const struct yaml_node *n, const char *why);
bool conf_path_or_none(const struct loader *l, const struct yaml_node *n, const char **ret);
/* conf_supervision.c: the types that only this section has. */
bool conf_supervision(const struct loader *l, const struct conf_key *k, const struct yaml_node *n);
/* conf_apart.c: what the service writes is none of what it takes, reads or writes elsewhere. */
bool conf_apart(const struct loader *l);

#endif
