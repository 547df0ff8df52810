/* SPDX-License-Identifier: EUPL-1.2 */
/* How much the intake may take, and what keeps it from taking: said when it changes, in the journal and as a record. */
#ifndef SCRUTATEUR_ADMISSION_H
#define SCRUTATEUR_ADMISSION_H

#include <stdint.h>

struct alarm;
struct supervisor;

enum obstacle { OBSTACLE_NONE, OBSTACLE_BACKLOG, OBSTACLE_DISK, OBSTACLE_QUARANTINE };
struct admission {
	enum obstacle obstacle;
	uint64_t quarantine; /* bytes there, counted now and then and added to in between */
	unsigned looks;
	struct alarm *look;
};
/* Let the intake take what there is room for. */
void admission_balance(struct supervisor *s);
/* How many arrivals are taken at once when of `most` that may wait so many do: all there is room for, or LIMIT_GROUP_WAITING while many wait. */
int64_t admission_room(int64_t most, int64_t waiting);
/* From time to time: what the service itself does not change. */
void admission_look(void *ctx);

#endif
