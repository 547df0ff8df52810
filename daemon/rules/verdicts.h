/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading what a rule returned. Shared by verdicts.c (checked at the call, so that the author gets his line) and
 * judge.c. */
#ifndef SCRUTATEUR_VERDICTS_H
#define SCRUTATEUR_VERDICTS_H

#include "luaenv.h"

/* Number of verdicts in the verdict object at idx (anomalies{} has several). */
size_t verdict_count(lua_State *L, int idx);
/* The i-th (from 0) of them; texts stay on the Lua stack, so this pushes a few values. */
void verdict_read(lua_State *L, int idx, size_t i, struct said *ret);

#endif
