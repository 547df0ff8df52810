/* SPDX-License-Identifier: EUPL-1.2 */
/* Files that their authors take for rules and that no one reads: Notepad and Word add an ending, and Windows hides it. */
#ifndef SCRUTATEUR_MISNAMED_H
#define SCRUTATEUR_MISNAMED_H

/* Say on standard error each "x.lua.txt" (.doc, .docx, .odt, .rtf) of the directory of rules, and its right name. */
void say_misnamed(const char *regles);

#endif
