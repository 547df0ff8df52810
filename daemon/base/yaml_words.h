/* SPDX-License-Identifier: EUPL-1.2 */
/* libyaml's complaints in French, for yamltree.c. */
#ifndef SCRUTATEUR_YAML_WORDS_H
#define SCRUTATEUR_YAML_WORDS_H

/* A French sentence for `problem` (NULL or unknown: a general one). */
const char *yaml_problem_in_french(const char *problem);

#endif
