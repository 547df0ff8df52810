/* SPDX-License-Identifier: EUPL-1.2 */
/* Does this machine have what the configuration names? What conf_load cannot know: directories, groups, what the intake makes of a name. */
#ifndef SCRUTATEUR_MACHINE_H
#define SCRUTATEUR_MACHINE_H

#include "conf_place.h"

/* What no service can serve with, whatever the machine has: false with *e at its key. */
bool machine_accepts(const struct conf *c, struct err *e);
/* Each thing that a service of this configuration would fail on, or that would keep something from being done, with the place of its key. `fatal`: as
 * things are; else it may still come (a share, a directory that systemd makes), or only weakens. Reads, and changes nothing. */
typedef void (*machine_say)(void *ctx, bool fatal, const struct err *e);
void machine_check(const struct conf *c, machine_say say, void *ctx);
/* What is read to judge (rules, law, rosters, lexicon, reglages) is there. *e: at the key of the first that is not. */
bool machine_sources(const struct conf *c, struct err *e);
/* Is the drop a directory, and one where people cannot remove each other's files? *e: at its key, with what to do. */
bool machine_drop(const struct conf *c, struct err *e);
/* Can the state directory be made, or is it one? *e: at its key, with what to do. */
bool machine_state(const struct conf *c, struct err *e);

#endif
