/* SPDX-License-Identifier: EUPL-1.2 */
/* Safe and durable file operations. The only room that calls open, rename, unlink and fsync for data that must last.
 *
 * All names are relative to a directory descriptor. close() and fsync() errors are failures (ROBUST D-07): after a
 * failed sync a file is rewritten from scratch, never synced again and believed.
 */
#ifndef SCRUTATEUR_FILE_H
#define SCRUTATEUR_FILE_H

#include <sys/stat.h>
#include "buf.h"
#include "err.h"
#include "hash.h"

/* Write all of it, across short writes and EINTR. */
bool file_write_all(int fd, struct str s, struct err *e);
/* Read a whole descriptor into `b`; ERR_LIMIT when more than b->max bytes come. */
bool file_read_fd(int fd, struct buf *b, struct err *e);
/* Read a pipe until its other end is closed; false when clock_ms() came to `end_ms` first, or it cannot be read. What came is in `b`. */
bool file_read_until(int fd, struct buf *b, int64_t end_ms);
/* Read a whole file by path ("-" is not special). The path is named in *e. ERR_STATE, and no waiting, for a FIFO. */
bool file_read(const char *path, struct buf *b, struct err *e);
/* The same for a name found in a directory, which others than its owner may fill: a link is not followed (ERR_STATE). */
bool file_read_found(const char *path, struct buf *b, struct err *e);
/* The same for what a person names on a command line: a FIFO (`<(…)` of a shell) is waited for. */
bool file_read_waiting(const char *path, struct buf *b, struct err *e);
/* Lock for this process alone, until it ends (flock). While another has it: again for up to `wait_ms`, as long as `waits` says so (NULL: always);
 * then false, errno EWOULDBLOCK. Another errno: it cannot be locked. */
bool file_lock(int fd, int64_t wait_ms, bool (*waits)(int fd));
/* Open for reading without following a last link and without blocking on a FIFO, then check: a regular file, with one
 * name (st_nlink == 1 unless `links_ok`), at most `max` bytes. Returns the descriptor and its stat, or -1 with *e:
 * ERR_SYS (ELOOP for a link), ERR_STATE (FIFO, directory, device, several names), ERR_LIMIT (too large). */
int file_open_regular(int dirfd, const char *name, uint64_t max, bool links_ok, struct stat *ret_st, struct err *e);
/* Copy everything from `from` to `to`, hashing on the way. ERR_LIMIT when more than `max` bytes come. */
bool file_copy(int from, int to, uint64_t max, struct digest *ret_digest, uint64_t *ret_bytes, struct err *e);
/* fsync a descriptor. */
bool file_sync(int fd, struct err *e);
/* Move without replacing. ERR_STATE when `to` exists. The directories are the caller's to sync. */
bool file_move(int from_dir, const char *from, int to_dir, const char *to, struct err *e);
/* The same, then sync both directories. */
bool file_publish(int from_dir, const char *from, int to_dir, const char *to, struct err *e);
/* Write a small file so that a crash leaves the old or the new content: temporary, sync, rename, sync directory. */
bool file_replace(int dirfd, const char *name, struct str content, mode_t mode, struct err *e);
/* The same, the temporary in a directory of the same file system that is emptied at the start: a crash leaves none behind. */
bool file_replace_through(int tmp, int dirfd, const char *name, struct str content, mode_t mode, struct err *e);
/* Remove a name and sync its directory. A name already gone is success. */
bool file_remove(int dirfd, const char *name, struct err *e);
/* Open directory `name` under `dirfd`, creating it with exactly `mode` when missing (its parent is synced). A last link
 * is followed only under AT_FDCWD: a path of the configuration may be the operator's link. Returns the descriptor, or
 * -1. */
int file_open_dir(int dirfd, const char *name, mode_t mode, struct err *e);

#endif
