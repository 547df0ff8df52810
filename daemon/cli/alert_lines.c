/* SPDX-License-Identifier: EUPL-1.2 */
#include "alert_lines.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bounds.h"

/* What was never written reads as zeros: up to the next byte that was. A pipe has no holes. */
static void pass_hole(FILE *f)
{
	const off_t here = ftello(f);
	const off_t next = here < 0 ? -1 : lseek(fileno(f), here, SEEK_DATA);

	if (next >= 0 || (here >= 0 && errno == ENXIO))
		(void)fseeko(f, next >= 0 ? next : 0, next >= 0 ? SEEK_SET : SEEK_END);
}

static bool walk(FILE *f, alert_line_fn fn, void *ctx, bool *ret_torn)
{
	static char line[LIMIT_RECORD_LINE + 2];
	int64_t n = 0;

	*ret_torn = false;
	while (fgets(line, sizeof line, f) != NULL) {
		const struct str s = str_c(line);

		*ret_torn = s.n == 0 || s.p[s.n - 1] != '\n';
		if (*ret_torn && feof(f))
			break;
		if (s.n == 0)
			pass_hole(f);
		if (!fn(ctx, str_part(s, 0, s.n - !*ret_torn), ++n))
			break;
	}
	return ferror(f) == 0;
}

bool alert_lines(const char *path, alert_line_fn fn, void *ctx, bool *ret_torn, struct err *e)
{
	FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");

	if (f == NULL)
		return err_sys(e, "ouvrir %s", path);
	const bool ok = walk(f, fn, ctx, ret_torn) || err_sys(e, "lire %s", path);
	if (f != stdin)
		(void)fclose(f);
	return ok;
}
