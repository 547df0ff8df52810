/* SPDX-License-Identifier: EUPL-1.2 */
/* The files that make up what is in service: configuration, rules, shared Lua, dated law, rosters, lexicon, the house's decisions, sample
 * acts. What they say is their print; that somebody saved one is a hint from inotify, and never more than a hint: a hint that changed
 * nothing leaves the same print (an editor's droppings, a file saved as it was), and a change without a hint (a mounted share, a link's
 * target, a directory put in the place of another) is found by whoever takes the print from time to time.
 */
#ifndef SCRUTATEUR_SOURCES_H
#define SCRUTATEUR_SOURCES_H

#include "conf.h"
#include "hash.h"
#include "loop.h"

/* SHA-256 over the names and bytes of all of them; what cannot be read counts as such. */
void sources_print(const struct conf *c, const char *conf_path, char out[DIGEST_HEX]);

struct sources;
/* `changed` is called SOURCES_QUIET_MS after the last hint of a flurry, SOURCES_LATEST_MS after its first at the latest. Without inotify it is
 * never called. */
#define SOURCES_QUIET_MS 250
#define SOURCES_LATEST_MS 1000
struct sources *sources_open(struct event_base *base, loop_fn changed, void *ctx);
/* Watch where this configuration says; again after each change, for a directory may be another one by now. */
void sources_follow(struct sources *w, const struct conf *c, const char *conf_path);
void sources_free(struct sources *w); /* NULL is accepted */
/* Would a file of this name in one of the directories be one of ours? (.swp, ~, 4913, .#x.lua are not.) */
bool sources_is_name(const char *suffix, const char *name);

#endif
