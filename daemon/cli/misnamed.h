/* SPDX-License-Identifier: EUPL-1.2 */
/* Files that their authors take for ours and that no one reads: Notepad and Word add an ending, and Windows hides it; « .yml » is what other
 * programs write. */
#ifndef SCRUTATEUR_MISNAMED_H
#define SCRUTATEUR_MISNAMED_H

#include "conf.h"

/* Say on standard error each "x.lua.txt" (.doc, .docx, .odt, .rtf) among the rules, each "x.yml" and "x.yaml.txt" among the dated law and the
 * rosters, and its right name. */
void say_misnamed(const struct conf *c);

#endif
