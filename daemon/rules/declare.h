/* SPDX-License-Identifier: EUPL-1.2 */
/* Shared by declare.c (regle{ }) and declare_essai.c (essai "…" { }). */
#ifndef SCRUTATEUR_DECLARE_H
#define SCRUTATEUR_DECLARE_H

#include "rule.h"
#include "table.h"

struct draft *declare_draft(lua_State *L, const char *what);
enum severity declare_severity(lua_State *L, int idx, const char *key, bool needed);
int essai_declare(lua_State *L);

#endif
