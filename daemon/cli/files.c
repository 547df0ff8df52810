/* SPDX-License-Identifier: EUPL-1.2 */
#include "files.h"

#include <errno.h>
#include <string.h>

#include "periods.h"
#include "progress.h"

void files_say_name(const struct file_shown *f)
{
	if (f->work->names == NAMES_ALWAYS)
		print_name("", f->path);
	else if (f->work->names == NAMES_MANY && f->work->o->files_n > 1)
		print_name(*f->others ? "\n== " : "== ", f->path);
	*f->others = true;
}

#define NAMES_MEMORY (16 * MIB)
static bool holds_files(const char *dir, const char *ending)
{
	struct err unused = { 0 };
	struct str *names;
	struct arena a;
	volatile size_t n = 0;

	arena_init(&a, NAMES_MEMORY);
	if (setjmp(*arena_trap(&a)) == 0) {
		size_t found;
		if (yamldir_names(&a, dir, ending, &names, &found, &unused))
			n = found;
	}
	arena_done(&a);
	return n > 0;
}

/* Of the files of the folder that are documents; "" when none is. */
static const char *ending_in(const char *dir)
{
	static const char *const endings[] = { ".txt", ".pdf", ".docx", ".odt", ".doc", NULL };
	size_t i = 0;

	while (endings[i] && !holds_files(dir, endings[i]))
		i++;
	return endings[i] ? endings[i] : "";
}

static void complain_unread(const char *path, struct err *e)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	if (e->code == ERR_SYS && e->sys == EISDIR)
		(void)err_set(e, ERR_STATE, "c'est un répertoire ; nommez ses fichiers, par exemple %.*s/*%s", (int)n, path, ending_in(path));
	complain_file(path, e);
}

static int one_file(const struct files_work *w, const struct file_shown *f)
{
	struct err e = { 0 };
	struct buf raw;
	int status = EXIT_PANNE;

	buf_init(&raw, w->max_bytes);
	if (read_document(f->path, &raw, &e))
		status = w->one(w->ctx, f, buf_view(&raw));
	else
		complain_unread(f->path, &e);
	buf_done(&raw);
	return status;
}

int files_each(const struct files_work *w)
{
	const struct options *o = w->o;
	bool others = false;
	int worst = EXIT_RIEN;

	progress_begin(o->files, o->files_n);
	for (int i = 0; i < o->files_n; i++) {
		progress_file(i);
		int status = one_file(w, &(struct file_shown){ .path = o->files[i], .work = w, .others = &others });
		worst = status > worst ? status : worst;
	}
	progress_end();
	return worst;
}
