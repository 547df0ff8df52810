/* SPDX-License-Identifier: EUPL-1.2 */
/* Every right the running kernel knows is handled, so that what is not granted is refused; a right it does not know
 * would make the call fail, hence the masks by version.
 */
#include "landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

#define ASK_VERSION 1u
#define RULE_PATH_BENEATH 1
#define RIGHT_EXECUTE (UINT64_C(1) << 0)
#define RIGHT_READ_FILE (UINT64_C(1) << 2)
#define RIGHT_READ_DIR (UINT64_C(1) << 3)
#define RIGHTS_V1 ((UINT64_C(1) << 13) - 1)
#define RIGHT_REFER_V2 (UINT64_C(1) << 13)
#define RIGHT_TRUNCATE_V3 (UINT64_C(1) << 14)
#define RIGHT_IOCTL_V5 (UINT64_C(1) << 15)
#define NET_V4 UINT64_C(3)   /* bind, connect */
#define SCOPE_V6 UINT64_C(3) /* abstract sockets, signals */

struct ruleset_attr { /* as the kernel's, which takes a shorter one from those who know less */
	uint64_t fs, net, scoped;
};
struct path_attr {
	uint64_t rights;
	int32_t parent;
} __attribute__((packed));

int landlock_abi(void)
{
	long r = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, ASK_VERSION);

	return r > 0 ? (int)r : 0;
}

static int new_ruleset(int abi)
{
	struct ruleset_attr attr = { .fs = RIGHTS_V1 };

	if (abi >= 2)
		attr.fs |= RIGHT_REFER_V2;
	if (abi >= 3)
		attr.fs |= RIGHT_TRUNCATE_V3;
	if (abi >= 4)
		attr.net = NET_V4;
	if (abi >= 5)
		attr.fs |= RIGHT_IOCTL_V5;
	if (abi >= 6)
		attr.scoped = SCOPE_V6;
	return (int)syscall(SYS_landlock_create_ruleset, &attr, abi >= 6 ? 24u : abi >= 4 ? 16u : 8u, 0u);
}

/* EBADFD: a file of no file system (memfd), which Landlock leaves alone anyway. */
static bool grant(int ruleset, int fd, uint64_t rights)
{
	struct path_attr attr = { rights, fd };

	return syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &attr, 0u) == 0 || errno == EBADFD;
}

static bool grant_path(int ruleset, const char *path)
{
	struct stat st;
	int fd = open(path, O_PATH | O_CLOEXEC);

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
	uint64_t rights = RIGHT_EXECUTE | RIGHT_READ_FILE;
	if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
		rights |= RIGHT_READ_DIR;
	bool ok = grant(ruleset, fd, rights);
	close(fd);
	return ok;
}

static bool fill(int ruleset, const char *const *readable, int file)
{
	for (size_t i = 0; readable[i] != NULL; i++)
		if (!grant_path(ruleset, readable[i]))
			return false;
	return file < 0 || grant(ruleset, file, RIGHT_READ_FILE);
}

bool landlock_close(const char *const *readable, int file, struct err *e)
{
	int abi = landlock_abi();

	if (abi == 0)
		return err_set(e, ERR_STATE, "ce noyau n'a pas Landlock");
	int ruleset = new_ruleset(abi);
	if (ruleset < 0)
		return err_sys(e, "confiner : préparer Landlock");
	bool ok = (fill(ruleset, readable, file) && syscall(SYS_landlock_restrict_self, ruleset, 0u) == 0) ||
		  err_sys(e, "confiner : poser Landlock");
	close(ruleset);
	return ok;
}
