/* SPDX-License-Identifier: EUPL-1.2 */
#include "files.h"

#include "progress.h"

static int one_file(const struct files_work *w, const char *path)
{
	struct err e = { 0 };
	struct buf raw;
	int status = EXIT_PANNE;

	buf_init(&raw, w->max_bytes);
	if (read_document(path, &raw, &e))
		status = w->one(w->ctx, path, buf_view(&raw));
	else
		complain_file(path, &e);
	buf_done(&raw);
	return status;
}

int files_each(const struct files_work *w)
{
	const struct options *o = w->o;
	int worst = EXIT_RIEN;

	progress_begin(o->files, o->files_n);
	for (int i = 0; i < o->files_n; i++) {
		if (w->names == NAMES_ALWAYS)
			print_name("", o->files[i]);
		else if (w->names == NAMES_MANY && o->files_n > 1)
			print_name(i ? "\n== " : "== ", o->files[i]);
		progress_file(i);
		int status = one_file(w, o->files[i]);
		worst = status > worst ? status : worst;
	}
	progress_end();
	return worst;
}
