/* SPDX-License-Identifier: EUPL-1.2 */
/* SQLite writes each frame of the log with two calls, its head and its page: a document has two dozen frames, and nine tenths of what was asked
 * of the kernel for it were these. Here they go out together, many at a time. Nothing is held back when it counts: a frame that commits takes
 * all before it along, before SQLite tells any reader of it, and so does whatever else is asked of the file. A write that fails late does so
 * before the commit, which fails with it.
 */
#include <string.h>

#include "bounds.h"
#include "ledger_priv.h"

#define FRAME_HEAD 24 /* https://www.sqlite.org/fileformat2.html#walformat: page, pages of the database after a commit or 0, salts, sums */
#define HEAD_COMMIT 4
#define TOGETHER ((int)(127 * KIB)) /* SQLite's own write takes less than 128 KiB at a time */

struct log {
	sqlite3_file file; /* first: SQLite knows no more of it */
	sqlite3_file *real;
	char *bytes;       /* `n` of them belong at `at` */
	int n;
	sqlite3_int64 at;
	bool commits;      /* so says the last head */
};

static struct log *log_of(sqlite3_file *file)
{
	return (struct log *)file;
}

static int write_out(struct log *w)
{
	const int n = w->n;

	w->n = 0;
	return n == 0 ? SQLITE_OK : w->real->pMethods->xWrite(w->real, w->bytes, n, w->at);
}

static int close_log(sqlite3_file *file)
{
	struct log *w = log_of(file);

	/* What is left was never committed. */
	sqlite3_free(w->bytes);
	return w->real->pMethods->xClose(w->real);
}

static int read_log(sqlite3_file *file, void *out, int n, sqlite3_int64 at)
{
	struct log *w = log_of(file);
	const int status = write_out(w);

	return status == SQLITE_OK ? w->real->pMethods->xRead(w->real, out, n, at) : status;
}

static int write_log(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	struct log *w = log_of(file);
	int status = SQLITE_OK;

	if (w->n > 0 && (at != w->at + w->n || n > TOGETHER - w->n))
		status = write_out(w);
	if (status != SQLITE_OK || n > TOGETHER)
		return status != SQLITE_OK ? status : w->real->pMethods->xWrite(w->real, bytes, n, at);
	if (w->n == 0)
		w->at = at;
	memcpy(w->bytes + w->n, bytes, (size_t)n);
	w->n += n;
	if (n == FRAME_HEAD)
		w->commits = memcmp((const char *)bytes + HEAD_COMMIT, "\0\0\0", 4) != 0;
	return w->commits && n != FRAME_HEAD ? write_out(w) : SQLITE_OK;
}

static int truncate_log(sqlite3_file *file, sqlite3_int64 size)
{
	struct log *w = log_of(file);
	const int status = write_out(w);

	return status == SQLITE_OK ? w->real->pMethods->xTruncate(w->real, size) : status;
}

static int sync_log(sqlite3_file *file, int how)
{
	struct log *w = log_of(file);
	const int status = write_out(w);

	return status == SQLITE_OK ? w->real->pMethods->xSync(w->real, how) : status;
}

static int size_of_log(sqlite3_file *file, sqlite3_int64 *ret)
{
	struct log *w = log_of(file);
	const int status = write_out(w);

	return status == SQLITE_OK ? w->real->pMethods->xFileSize(w->real, ret) : status;
}

static int lock_log(sqlite3_file *file, int kind)
{
	struct log *w = log_of(file);

	return w->real->pMethods->xLock(w->real, kind);
}

static int unlock_log(sqlite3_file *file, int kind)
{
	struct log *w = log_of(file);

	return w->real->pMethods->xUnlock(w->real, kind);
}

static int is_log_reserved(sqlite3_file *file, int *ret)
{
	struct log *w = log_of(file);

	return w->real->pMethods->xCheckReservedLock(w->real, ret);
}

static int control_log(sqlite3_file *file, int what, void *arg)
{
	struct log *w = log_of(file);
	const int status = write_out(w);

	return status == SQLITE_OK ? w->real->pMethods->xFileControl(w->real, what, arg) : status;
}

static int sector_of_log(sqlite3_file *file)
{
	struct log *w = log_of(file);

	return w->real->pMethods->xSectorSize(w->real);
}

static int device_of_log(sqlite3_file *file)
{
	struct log *w = log_of(file);

	return w->real->pMethods->xDeviceCharacteristics(w->real);
}

static const sqlite3_io_methods LOG = {
	.iVersion = 1,
	.xClose = close_log,
	.xRead = read_log,
	.xWrite = write_log,
	.xTruncate = truncate_log,
	.xSync = sync_log,
	.xFileSize = size_of_log,
	.xLock = lock_log,
	.xUnlock = unlock_log,
	.xCheckReservedLock = is_log_reserved,
	.xFileControl = control_log,
	.xSectorSize = sector_of_log,
	.xDeviceCharacteristics = device_of_log,
};

static int open_log(sqlite3_vfs *usual, const char *name, struct log *w, int flags, int *ret_flags)
{
	*w = (struct log){ .real = (sqlite3_file *)(w + 1) };
	w->bytes = sqlite3_malloc(TOGETHER);
	if (!w->bytes)
		return SQLITE_NOMEM;
	const int status = usual->xOpen(usual, name, w->real, flags, ret_flags);
	/* Without methods it is not closed. */
	if (w->real->pMethods)
		w->file.pMethods = &LOG;
	else
		sqlite3_free(w->bytes);
	return status;
}

/* All other files are as they always were. */
static int open_any(sqlite3_vfs *ours, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
	sqlite3_vfs *usual = sqlite3_vfs_find(NULL);

	(void)ours;
	return flags & SQLITE_OPEN_WAL ? open_log(usual, name, log_of(file), flags, ret_flags) : usual->xOpen(usual, name, file, flags, ret_flags);
}

const char *ledger_files(void)
{
	static sqlite3_vfs ours;

	if (!ours.zName) {
		/* One thread: no locks, and nobody asks how much memory it has. Too late when SQLite has begun, and then only slower. */
		(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
		(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
		const sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
		if (!usual)
			return NULL;
		ours = *usual;
		ours.zName = "scrutateur";
		ours.pNext = NULL;
		ours.szOsFile += (int)sizeof(struct log);
		ours.xOpen = open_any;
		(void)sqlite3_vfs_register(&ours, 0);
	}
	return ours.zName;
}
