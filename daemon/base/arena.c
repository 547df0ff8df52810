/* SPDX-License-Identifier: EUPL-1.2 */
/* Blocks of memory, each twice the last up to 1 MiB; a large request gets a block of its own. What is handed out of a
 * block is zeroed then: the last one is seldom filled. The ceiling counts
 * the bytes handed out, so that it means the same on every machine. Under the sanitizers every request has its own
 * block: an access past its end is then seen. Decided against: returning NULL, which nobody tests at every call.
 */
#include "arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "bounds.h"
#include "fresh.h"

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	bool zeroed;
	_Alignas(max_align_t) char bytes[];
};

#ifdef SCRUTATEUR_SAN
#define BLOCK_FIRST ((size_t)0)
#define BLOCK_LAST ((size_t)0)
#else
#define BLOCK_FIRST (4 * KIB)
#define BLOCK_LAST MIB
#endif
#define LARGE_BLOCK (8 * MIB)

void arena_init(struct arena *a, size_t ceiling)
{
	memset(a, 0, sizeof *a);
	a->ceiling = ceiling;
}

void arena_done(struct arena *a)
{
	for (struct arena_block *b = a->blocks, *next; b; b = next) {
		next = b->next;
		if (!fresh_has(b))
			free(b);
	}
	a->blocks = NULL;
	a->used = 0;
}

jmp_buf *arena_trap(struct arena *a)
{
	a->trapped = true;
	return &a->trap;
}

void arena_fail(struct arena *a)
{
	if (!a->trapped)
		abort();
	longjmp(a->trap, 1);
}

/* Large blocks are the tokens of a large text, gone through from end to end: in pages of 4 KiB the kernel would take longer
 * to give them than the reader to fill them. A refusal changes nothing. */
static void ask_for_large_pages(struct arena_block *b, size_t size)
{
	const uintptr_t page = 4 * KIB, from = ((uintptr_t)b + page - 1) & ~(page - 1);

	madvise((void *)from, ((uintptr_t)b + size - from) & ~(page - 1), MADV_HUGEPAGE);
}

static struct arena_block *new_block(struct arena *a, size_t size, bool zeroed)
{
	struct arena_block *b = fresh_opened() ? fresh_take(sizeof *b + size) : NULL;
	const bool fresh = b != NULL;
	if (!b)
		b = zeroed ? calloc(1, sizeof *b + size) : malloc(sizeof *b + size);
	if (!b)
		arena_fail(a);
	if (size >= LARGE_BLOCK)
		ask_for_large_pages(b, size);
	*b = (struct arena_block){ .size = size, .zeroed = zeroed || fresh };
	return b;
}

/* A block with `size` bytes free. A large request goes behind the first block, which stays the one being filled; only its
 * block is zeroed at once, by the kernel as a rule. */
static struct arena_block *block_for(struct arena *a, size_t size, bool zeroed)
{
	struct arena_block *first = a->blocks;
	if (first && size <= first->size - first->used)
		return first;
	size_t usual = first ? first->size * 2 : BLOCK_FIRST;
	if (usual > BLOCK_LAST)
		usual = BLOCK_LAST;
	struct arena_block *b = size > usual / 4 ? new_block(a, size, zeroed) : new_block(a, usual, false);
	if (first && size > usual / 4) {
		b->next = first->next;
		first->next = b;
	} else {
		b->next = first;
		a->blocks = b;
	}
	return b;
}

static void *take(struct arena *a, size_t size, bool zeroed)
{
	const size_t align = _Alignof(max_align_t);
	if (size > a->ceiling - a->used)
		arena_fail(a);
	size_t whole = size ? (size + align - 1) & ~(align - 1) : align;
	if (whole > a->ceiling - a->used)
		arena_fail(a);
	struct arena_block *b = block_for(a, whole, zeroed);
	void *p = b->bytes + b->used;
	b->used += whole;
	a->used += whole;
	return zeroed && !b->zeroed ? memset(p, 0, size) : p;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return take(a, size, true);
}

void *arena_room(struct arena *a, size_t size)
{
	return take(a, size, false);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes))
		arena_fail(a);
	return arena_alloc(a, bytes);
}

struct str arena_dup(struct arena *a, struct str s)
{
	if (s.n == SIZE_MAX)
		arena_fail(a);
	char *p = arena_room(a, s.n + 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){ p, s.n };
}

struct str arena_join(struct arena *a, const struct str *parts, size_t n)
{
	size_t whole = 0, at = 0;
	for (size_t i = 0; i < n; i++)
		if (__builtin_add_overflow(whole, parts[i].n, &whole))
			arena_fail(a);
	if (whole == SIZE_MAX)
		arena_fail(a);
	char *p = arena_room(a, whole + 1);
	for (size_t i = 0; i < n; at += parts[i].n, i++)
		if (parts[i].n)
			memcpy(p + at, parts[i].p, parts[i].n);
	p[whole] = '\0';
	return (struct str){ p, whole };
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	char brief[256];
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(brief, sizeof brief, fmt, ap);
	va_end(ap);
	if (n < 0)
		arena_fail(a);
	char *p = arena_room(a, (size_t)n + 1);
	if ((size_t)n < sizeof brief)
		memcpy(p, brief, (size_t)n + 1);
	else
		vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct str){ p, (size_t)n };
}

void *arena_grow(struct arena *a, void *old, size_t *cap, size_t n, size_t size)
{
	size_t more = *cap ? *cap : 4;
	if (*cap > SIZE_MAX - more)
		arena_fail(a);
	size_t bytes;
	if (__builtin_mul_overflow(*cap + more, size, &bytes))
		arena_fail(a);
	char *p = arena_room(a, bytes);
	if (n)
		memcpy(p, old, n * size);
	memset(p + n * size, 0, bytes - n * size);
	*cap += more;
	return p;
}
