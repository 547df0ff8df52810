/* SPDX-License-Identifier: EUPL-1.2 */
/* SQLite writes each frame of the log with two calls, its head and its page: a document has two dozen frames, and nine tenths of what was asked
 * of the kernel for it were these. Here they go out together, many at a time. What makes that safe:
 * - Only what goes on where the log ends is held. What SQLite rewrites below (pages, heads with other sums, the head of the log) is written at once.
 * - All is written in order. What could not be written stays held, and nothing that comes after it is taken before it is; a call that must have it
 *   in the file fails with it.
 * - A frame that commits takes all before it along: only then does SQLite go on to sync it, and to tell readers where the log ends. When that
 *   fails its page was not taken, and no later call makes a commit of it.
 * - What is held goes when the lock of the writer is given back: it was never committed, and where it belongs others may write now.
 */
#include <string.h>

#include "bounds.h"
#include "ledger_priv.h"

/* https://www.sqlite.org/walformat.html: a frame has its page, pages of the database after a commit or 0, salts, sums */
#define FRAME_HEAD 24
#define HEAD_COMMIT 4
#define LOCK_OF_WRITER 0
#define HEAD_APPLICATION 68 /* in the head of the database, https://www.sqlite.org/fileformat.html: PRAGMA application_id */
#define TOGETHER ((int)(127 * KIB)) /* SQLite's own write takes less than 128 KiB at a time */

/* Behind each of SQLite's own files. */
struct beside {
	const sqlite3_io_methods *usual;
	sqlite3_io_methods ours; /* the usual ones, but for those below */
	struct beside *other;    /* of the database: its log, or NULL; of the log: its database */
	char *bytes;             /* of the log: `n` of them belong at `at`, and all below is written */
	int n;
	sqlite3_int64 at;
	bool commits;            /* so says the last head */
	bool written;            /* of the database: since ledger_wrote asked */
};

static sqlite3_vfs *usual, ours;

static struct beside *beside(sqlite3_file *file)
{
	return (void *)((char *)file + usual->szOsFile);
}

static int write_out(sqlite3_file *file)
{
	struct beside *b = beside(file);
	const int status = b->n == 0 ? SQLITE_OK : b->usual->xWrite(file, b->bytes, b->n, b->at);

	if (status == SQLITE_OK) {
		b->at += b->n;
		b->n = 0;
	}
	return status;
}

static int write_through(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	struct beside *b = beside(file);
	int status = write_out(file);

	if (status == SQLITE_OK)
		status = b->usual->xWrite(file, bytes, n, at);
	if (status == SQLITE_OK && (at == 0 || at + n > b->at)) /* the log begins again */
		b->at = at + n;
	return status;
}

static int write_log(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	struct beside *b = beside(file);
	const sqlite3_int64 end = b->at + b->n;
	int status = SQLITE_OK;

	if (n == FRAME_HEAD)
		b->commits = memcmp((const char *)bytes + HEAD_COMMIT, "\0\0\0", 4) != 0;
	if (at == 0 || at < end || n > TOGETHER)
		return write_through(file, bytes, n, at);
	if (at > end || n > TOGETHER - b->n)
		status = write_out(file);
	if (status != SQLITE_OK)
		return status;
	if (b->n == 0)
		b->at = at;
	memcpy(b->bytes + b->n, bytes, (size_t)n);
	b->n += n;
	if (b->commits && n != FRAME_HEAD)
		status = write_out(file);
	if (status != SQLITE_OK)
		b->n -= n;
	return status;
}

static int read_log(sqlite3_file *file, void *out, int n, sqlite3_int64 at)
{
	struct beside *b = beside(file);
	const int status = at + n > b->at ? write_out(file) : SQLITE_OK;

	return status == SQLITE_OK ? b->usual->xRead(file, out, n, at) : status;
}

static int truncate_log(sqlite3_file *file, sqlite3_int64 size)
{
	const int status = write_out(file);

	return status == SQLITE_OK ? beside(file)->usual->xTruncate(file, size) : status;
}

static int sync_log(sqlite3_file *file, int how)
{
	const int status = write_out(file);

	return status == SQLITE_OK ? beside(file)->usual->xSync(file, how) : status;
}

static int size_of_log(sqlite3_file *file, sqlite3_int64 *ret)
{
	const int status = write_out(file);

	return status == SQLITE_OK ? beside(file)->usual->xFileSize(file, ret) : status;
}

static int close_log(sqlite3_file *file)
{
	struct beside *b = beside(file);

	b->other->other = NULL;
	sqlite3_free(b->bytes);
	return b->usual->xClose(file);
}

static int lock_database(sqlite3_file *file, int first, int n, int how)
{
	struct beside *b = beside(file);

	if (first == LOCK_OF_WRITER && how == (SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE) && b->other)
		b->other->at = b->other->n = 0; /* where the next transaction begins, its first write says */
	return b->usual->xShmLock(file, first, n, how);
}

static int write_database(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	beside(file)->written = true;
	return beside(file)->usual->xWrite(file, bytes, n, at);
}

static int truncate_database(sqlite3_file *file, sqlite3_int64 size)
{
	beside(file)->written = true;
	return beside(file)->usual->xTruncate(file, size);
}

static void begin_database(sqlite3_file *file)
{
	struct beside *b = beside(file);

	*b = (struct beside){ .usual = file->pMethods, .ours = *file->pMethods };
	b->ours.xWrite = write_database;
	b->ours.xTruncate = truncate_database;
	if (b->ours.iVersion >= 2)
		b->ours.xShmLock = lock_database;
	file->pMethods = &b->ours;
}

static sqlite3_file *database_of(sqlite3 *db)
{
	sqlite3_file *file = NULL;

	return sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK && file->pMethods != NULL && file->pMethods->xWrite == write_database ? file : NULL;
}

uint32_t ledger_generation(sqlite3 *db)
{
	sqlite3_file *file = database_of(db);
	unsigned char n[4] = { 0 };

	if (file == NULL || file->pMethods->xRead(file, n, sizeof n, HEAD_APPLICATION) != SQLITE_OK)
		return 0;
	return (uint32_t)n[0] << 24 | (uint32_t)n[1] << 16 | (uint32_t)n[2] << 8 | n[3];
}

bool ledger_wrote(sqlite3 *db)
{
	sqlite3_file *file = database_of(db);

	if (file == NULL)
		return true;
	const bool wrote = beside(file)->written;
	beside(file)->written = false;
	return wrote;
}

/* As usual where it is not known when the writer's lock is given back, or there is no memory. */
static void begin_log(sqlite3_file *file, const char *name)
{
	sqlite3_file *database = sqlite3_database_file_object(name);
	struct beside *b = beside(file);

	if (database->pMethods->iVersion < 2 || database->pMethods->xShmLock != lock_database)
		return;
	*b = (struct beside){ .usual = file->pMethods, .ours = *file->pMethods, .other = beside(database), .bytes = sqlite3_malloc(TOGETHER) };
	if (!b->bytes)
		return;
	b->other->other = b;
	b->ours.xWrite = write_log;
	b->ours.xRead = read_log;
	b->ours.xTruncate = truncate_log;
	b->ours.xSync = sync_log;
	b->ours.xFileSize = size_of_log;
	b->ours.xClose = close_log;
	file->pMethods = &b->ours;
}

static int open_any(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
	const int status = usual->xOpen(usual, name, file, flags, ret_flags);

	(void)vfs;
	if (status == SQLITE_OK && flags & SQLITE_OPEN_MAIN_DB)
		begin_database(file);
	else if (status == SQLITE_OK && flags & SQLITE_OPEN_WAL)
		begin_log(file, name);
	return status;
}

const char *ledger_files(void)
{
	if (!usual) {
		/* One thread: no locks, and nobody asks how much memory it has. Too late when SQLite has begun, and then only slower. */
		(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
		(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
		usual = sqlite3_vfs_find(NULL);
		if (!usual)
			return NULL;
		ours = *usual;
		ours.zName = "scrutateur";
		ours.pNext = NULL;
		ours.szOsFile += (int)sizeof(struct beside);
		ours.xOpen = open_any;
		(void)sqlite3_vfs_register(&ours, 0);
	}
	return ours.zName;
}
