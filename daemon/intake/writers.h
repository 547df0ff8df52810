/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is still writing in the drop, as far as its events tell: a name that was written to, or made and left empty, and not closed since. Such
 * a file is not taken however long it is quiet (a transfer that stalls): what comes after would go to a file without a name, and be lost.
 *
 * Not known: what was begun before the service was, or before the queue of events ran over; what is written on a share, or through
 * a mapping; which of two writers closed. Then two looks that agree are believed, as they must be. Private to the intake.
 */
#ifndef SCRUTATEUR_WRITERS_H
#define SCRUTATEUR_WRITERS_H

#include <stdbool.h>
#include <stdint.h>

struct intake;

/* The events a watch asks for that are of use here. */
#define WRITERS_EVENTS (IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO)
/* An event of the drop about `name`. What somebody writes to a file that has been taken is counted in in->lost_tail. */
void writers_event(struct intake *in, uint32_t mask, const char *name);
/* Is that file open for writing? `empty`: it has no byte. */
bool writers_has(const struct intake *in, const char *name, bool empty);
/* A pass met that name. At its end what it has not met is forgotten. */
void writers_meet(struct intake *in, const char *name);
void writers_pass_ended(struct intake *in);
/* Events were lost: nothing is known of anybody. */
void writers_forget(struct intake *in);
/* What `before` knows of the same drop. */
void writers_inherit(struct intake *in, const struct intake *before);

#endif
