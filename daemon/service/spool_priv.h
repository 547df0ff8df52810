/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the spool: its directories, as one table for those who open them, look after them and close them; and its lock. */
#ifndef SCRUTATEUR_SPOOL_PRIV_H
#define SCRUTATEUR_SPOOL_PRIV_H

#include <stddef.h>
#include "spool.h"

struct spool_dir {
	const char *name; /* in the state directory */
	size_t fd;	  /* offset of its descriptor in a spool */
};
#define SPOOL_DIRS 5
extern const struct spool_dir spool_dirs[SPOOL_DIRS];
static inline int *spool_dir_fd(struct spool *s, const struct spool_dir *d)
{
	return (int *)(void *)((char *)s + d->fd);
}

/* spool_lock.c: the state directory is of this user, closed to others and on a local disk; `path` is for people. */
bool spool_is_ours(int etat, const char *path, struct err *e);
/* s->etat is open. */
enum spool_end spool_lock(struct spool *s, const char *path, struct err *e);
enum spool_places spool_lock_mend(struct spool *s, struct err *e);

#endif
