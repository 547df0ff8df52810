/* SPDX-License-Identifier: EUPL-1.2 */
/* The floor under the daemon, for `make bench`: what a program costs that only copies, hashes, syncs in groups and records the same
 * bytes, and reads, judges and forks nothing.
 *
 *     floor DEPOT STATE GROUP READING RECORD
 *
 * Takes every file of DEPOT, GROUP at a time: copy to STATE/tmp while hashing, sync, rename to STATE/archive, sync the directory, one
 * transaction of SQLite (WAL, synchronous=FULL) with a row, READING bytes of reading and RECORD bytes of record for each, RECORD
 * bytes and one fdatasync to a file of lines, unlink from DEPOT, sync it. Prints "files seconds".
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

#include "hash.h"

#define GROUP_MAX 4096

struct floor {
	int depot, tmp, archive, lines;
	sqlite3 *db;
	sqlite3_stmt *insert;
	char *filler;
	int64_t reading, record;
};

static _Noreturn void die(const char *what)
{
	perror(what);
	exit(1);
}

static void ask(int r, const char *what)
{
	if (r < 0)
		die(what);
}

static void sql(struct floor *f, const char *words)
{
	if (sqlite3_exec(f->db, words, NULL, NULL, NULL) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", words, sqlite3_errmsg(f->db));
		exit(1);
	}
}

static void copy(struct floor *f, const char *name, char hex[DIGEST_HEX])
{
	char chunk[65536];
	struct hash sha;
	ssize_t n;
	int from = openat(f->depot, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC), to = openat(f->tmp, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);

	ask(from, name);
	ask(to, name);
	hash_init(&sha);
	while ((n = read(from, chunk, sizeof chunk)) > 0) {
		hash_add(&sha, chunk, (size_t)n);
		if (write(to, chunk, (size_t)n) != n)
			die("write");
	}
	const struct digest d = hash_end(&sha);
	(void)digest_hex(&d, hex);
	ask(fsync(to), "fsync");
	close(to);
	close(from);
}

static void record(struct floor *f, const char *name, const char *hex)
{
	sqlite3_bind_text(f->insert, 1, name, -1, SQLITE_STATIC);
	sqlite3_bind_text(f->insert, 2, hex, -1, SQLITE_STATIC);
	sqlite3_bind_text(f->insert, 3, f->filler, (int)f->reading, SQLITE_STATIC);
	sqlite3_bind_text(f->insert, 4, f->filler, (int)f->record, SQLITE_STATIC);
	if (sqlite3_step(f->insert) != SQLITE_DONE)
		die("sqlite");
	sqlite3_reset(f->insert);
	if (write(f->lines, f->filler, (size_t)f->record) != (ssize_t)f->record)
		die("write lines");
}

static void group(struct floor *f, char names[][256], size_t n)
{
	char (*hex)[DIGEST_HEX] = calloc(n, sizeof *hex);

	if (!hex)
		die("calloc");
	for (size_t i = 0; i < n; i++)
		copy(f, names[i], hex[i]);
	for (size_t i = 0; i < n; i++)
		ask(renameat(f->tmp, names[i], f->archive, names[i]), "rename");
	ask(fsync(f->archive), "fsync archive");
	sql(f, "BEGIN IMMEDIATE");
	for (size_t i = 0; i < n; i++)
		record(f, names[i], hex[i]);
	sql(f, "COMMIT");
	ask(fdatasync(f->lines), "fdatasync");
	for (size_t i = 0; i < n; i++)
		ask(unlinkat(f->depot, names[i], 0), "unlink");
	ask(fsync(f->depot), "fsync depot");
	free(hex);
}

static int directory(int at, const char *name)
{
	if (mkdirat(at, name, 0750) != 0 && errno != EEXIST)
		die(name);
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ask(fd, name);
	return fd;
}

static size_t next_names(DIR *d, char names[][256], size_t most)
{
	const struct dirent *e;
	size_t n = 0;

	while (n < most && (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.')
			snprintf(names[n++], 256, "%s", e->d_name);
	return n;
}

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int64_t number(const char *s, int64_t most)
{
	int64_t v;

	if (!str_int(str_c(s), &v) || v < 1 || v > most) {
		fprintf(stderr, "floor: %s: 1 to %lld\n", s, (long long)most);
		exit(2);
	}
	return v;
}

static void open_state(struct floor *f, const char *state)
{
	char path[4096];
	int at = open(state, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	ask(at, state);
	f->tmp = directory(at, "tmp");
	f->archive = directory(at, "archive");
	f->lines = openat(at, "lines", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
	ask(f->lines, "lines");
	snprintf(path, sizeof path, "%s/floor.sqlite", state);
	if (sqlite3_open(path, &f->db) != SQLITE_OK)
		die(path);
	sql(f, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
	       "CREATE TABLE document (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, reading TEXT NOT NULL, record TEXT NOT NULL)");
	if (sqlite3_prepare_v2(f->db, "INSERT INTO document (name, sha256, reading, record) VALUES (?1, ?2, ?3, ?4)", -1, &f->insert, NULL) != SQLITE_OK)
		die("prepare");
}

int main(int argc, char **argv)
{
	static char names[GROUP_MAX][256];
	struct floor f = { 0 };
	size_t files = 0;

	if (argc != 6) {
		fprintf(stderr, "usage: floor DEPOT STATE GROUP READING RECORD\n");
		return 2;
	}
	const size_t most = (size_t)number(argv[3], GROUP_MAX);
	f.reading = number(argv[4], 1 << 24);
	f.record = number(argv[5], 1 << 24);
	f.filler = malloc((size_t)(f.reading > f.record ? f.reading : f.record));
	DIR *d = opendir(argv[1]);
	if (!f.filler || !d)
		die(argv[1]);
	memset(f.filler, 'x', (size_t)(f.reading > f.record ? f.reading : f.record));
	f.depot = dirfd(d);
	open_state(&f, argv[2]);

	const double start = now_s();
	for (size_t n; (n = next_names(d, names, most)) > 0; files += n)
		group(&f, names, n);
	printf("%zu %.3f\n", files, now_s() - start);
	return 0;
}
