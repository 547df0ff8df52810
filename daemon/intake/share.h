/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a directory lies: on this machine, or on a share that another machine may change. */
#ifndef SCRUTATEUR_SHARE_H
#define SCRUTATEUR_SHARE_H

/* The kind of share the open directory `fd` is on, as people name it ("NFS", "SMB", "FUSE"); NULL: local, or it cannot be told.
 * FUSE counts as one (sshfs, davfs): what is behind it is not known. Source: statfs(2), linux/magic.h. */
const char *share_of(int fd);

#endif
