/* SPDX-License-Identifier: EUPL-1.2 */
#include "bounds.h"
#include "fold.h"
#include "json.h"

void json_for_yaml(struct json *j, const char *key, struct str s)
{
	struct buf b;
	uint32_t cp;

	if (s.n == 0) {
		json_null(j, key);
		return;
	}
	buf_init(&b, MIB);
	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; at += n) {
		char out[4];
		buf_add(&b, out, utf8_put(cp > 0xffff ? 0xfffd : cp, out));
	}
	json_str(j, key, buf_view(&b));
	buf_done(&b);
}
