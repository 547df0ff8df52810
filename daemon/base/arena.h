/* SPDX-License-Identifier: EUPL-1.2 */
/* Memory of one document or one rule set: allocate, never free, drop all at once; with a ceiling.
 *
 * arena_alloc never returns NULL. When the ceiling or the machine's memory is reached it jumps to the trap set with
 * `arena_trap`; without a trap the process aborts (crash-only). Whoever opens an arena sets the trap once:
 *
 *     struct arena a;
 *     arena_init(&a, LIMIT_ACT_MEMORY);
 *     if (setjmp(*arena_trap(&a))) { arena_done(&a); return err_set(e, ERR_LIMIT, "…"); }
 *
 * Between setjmp and the end of the work nothing but arenas may own memory or descriptors (a jump would leak them).
 */
#ifndef SCRUTATEUR_ARENA_H
#define SCRUTATEUR_ARENA_H

#include <setjmp.h>
#include "str.h"

struct arena_block;
struct arena {
	struct arena_block *blocks;
	size_t used, ceiling; /* bytes */
	jmp_buf trap;
	bool trapped; /* a trap is set */
};

void arena_init(struct arena *a, size_t ceiling);
/* Release everything. Safe on a zeroed or already released arena. */
void arena_done(struct arena *a);
/* The jump buffer to hand to setjmp; marks the trap as set. */
jmp_buf *arena_trap(struct arena *a);
/* What arena_alloc does when the ceiling is reached: jump to the trap, or abort. */
_Noreturn void arena_fail(struct arena *a);
/* Zeroed memory, aligned for any type. size 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t size);
/* The same, not zeroed: for what is written before it is read. */
void *arena_room(struct arena *a, size_t size);
/* Room for `count` zeroed objects; an overflow of the product is the ceiling reached. */
void *arena_array(struct arena *a, size_t count, size_t size);
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, count, type) ((type *)arena_array((a), (count), sizeof(type)))
/* Copy of `s`, followed by a NUL that is not counted. */
struct str arena_dup(struct arena *a, struct str s);
/* The parts one behind the other, and a NUL as above: ARENA_JOIN(a, key, STR("-"), number). */
struct str arena_join(struct arena *a, const struct str *parts, size_t n);
#define ARENA_JOIN(a, ...) \
	arena_join((a), (const struct str[]){ __VA_ARGS__ }, sizeof((const struct str[]){ __VA_ARGS__ }) / sizeof(struct str))
struct str arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* A list that grows inside an arena: declare `struct { T *at; size_t n, cap; } l = {0};` then ARENA_PUSH(a, &l) gives a
 * pointer to a new zeroed element (valid until the next push). */
#define ARENA_PUSH(a, list)                                                                                    \
	((list)->n == (list)->cap                                                                              \
		 ? ((list)->at = arena_grow((a), (list)->at, &(list)->cap, (list)->n, sizeof *(list)->at))     \
		 : (list)->at,                                                                                 \
	 &(list)->at[(list)->n++])
void *arena_grow(struct arena *a, void *old, size_t *cap, size_t n, size_t size);

#endif
