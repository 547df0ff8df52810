/* SPDX-License-Identifier: EUPL-1.2 */
/* The closed Lua state and its limits. The hook fires often enough that its step is a fair count, and looks at
 * the clock each time: one instruction can cost a megabyte (RULE_API §8.3). A refused allocation arms the hook
 * from inside the allocator. Decided against: luaL_newstate and lualib.h, which is not even included here. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <lauxlib.h>
#include "block.h"
#include "faults.h"
#include "luaenv.h"
#include "vm_memory.h"

#define HOOK_STEP 250
#define HOOK_ALL (LUA_MASKCOUNT | LUA_MASKLINE | LUA_MASKCALL | LUA_MASKRET)

static char limit_mark, stop_mark;

struct vm *vm_of(lua_State *L)
{
	struct vm *vm;
	memcpy(&vm, lua_getextraspace(L), sizeof vm);
	return vm;
}

static int64_t clock_ns(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

_Noreturn static void raise_mark(lua_State *L, void *mark)
{
	lua_pushlightuserdata(L, mark);
	lua_error(L);
	abort();
}

#define LOOK_NS 5000000     /* younger than this, an evaluation is not asked for its CPU time */
#define UNSEEN_MAX_NS 20000000

/* The CPU clock is a system call, and most evaluations end within one step of the hook; the wall clock is not, and a thread
 * cannot have spent more than has passed. So CPU time is first asked when LOOK_NS have passed, of which at most
 * UNSEEN_MAX_NS are taken for spent, and again only when the limit may have been reached. */
static bool out_of_time(struct vm *vm)
{
	const int64_t limit = (int64_t)LIMIT_LUA_CPU_MS * 1000000, passed = clock_ns(CLOCK_MONOTONIC) - vm->start_ns;
	if (passed < LOOK_NS)
		return false;
	if (vm->cpu_end_ns == 0)
		vm->cpu_end_ns = clock_ns(CLOCK_THREAD_CPUTIME_ID) + limit - (passed < UNSEEN_MAX_NS ? passed : UNSEEN_MAX_NS);
	return passed > limit - UNSEEN_MAX_NS && clock_ns(CLOCK_THREAD_CPUTIME_ID) > vm->cpu_end_ns;
}

static void check_limits(struct vm *vm)
{
	if (vm->hit != HIT_NONE)
		return;
	if (vm->instructions > LIMIT_LUA_INSTRUCTIONS)
		vm->hit = HIT_INSTRUCTIONS;
	else if (out_of_time(vm))
		vm->hit = HIT_CPU;
}

static void on_step(lua_State *L, lua_Debug *ar)
{
	struct vm *vm = vm_of(L);
	(void)ar;
	if (vm->hit == HIT_NONE)
		vm->instructions += HOOK_STEP;
	check_limits(vm);
	if (vm->hit == HIT_NONE)
		return;
	lua_sethook(L, on_step, HOOK_ALL, 1);
	raise_mark(L, &limit_mark);
}

void vm_charge(lua_State *L, size_t bytes)
{
	struct vm *vm = vm_of(L);
	vm->instructions += (int64_t)(bytes / 16);
	if (vm->instructions <= LIMIT_LUA_INSTRUCTIONS)
		return;
	check_limits(vm);
	lua_sethook(L, on_step, HOOK_ALL, 1);
	raise_mark(L, &limit_mark);
}

void vm_stop(lua_State *L)
{
	raise_mark(L, &stop_mark);
}

void vm_fault(lua_State *L, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	luaL_where(L, 1);
	lua_pushvfstring(L, fmt, ap);
	va_end(ap);
	lua_concat(L, 2);
	lua_error(L);
	abort();
}

/* It would mark, in each child, what lies in the heap of its parent: a page copied for each that it looks at. An evaluation seldom
 * makes enough to be worth it. */
#define COLLECT_FROM (512 * KIB)

static void wake_collector(struct vm *vm)
{
	vm->rests = false;
	lua_gc(vm->L, LUA_GCRESTART);
}

static void *limited_alloc(void *ud, void *old, size_t old_size, size_t size)
{
	struct vm *vm = ud;
	size_t had = old ? old_size : 0; /* without a block, old_size is a type tag */
	if (size == 0) {
		block_free(old, had);
		vm->used -= had;
		return NULL;
	}
	if (size > had && vm->used + (size - had) > LIMIT_LUA_MEMORY) {
		if (vm->hit == HIT_NONE)
			vm->hit = HIT_MEMORY;
		if (vm->L)
			lua_sethook(vm->L, on_step, HOOK_ALL, 1);
		return NULL;
	}
	bool written = !vm->settled || (!old && vm_memory_written(old_size, size));
	void *p = vm_memory_resize(old, had, size, written);
	if (!p)
		return NULL;
	vm->used = vm->used - had + size;
	if (vm->rests && vm->used > COLLECT_FROM)
		wake_collector(vm);
	if (vm->used > vm->peak)
		vm->peak = vm->used;
	return p;
}

static int panic(lua_State *L)
{
	(void)L;
	abort(); /* an API call outside vm_call: a fault of ours */
}

static void start_limits(struct vm *vm)
{
	vm->hit = HIT_NONE;
	vm->instructions = 0;
	vm->peak = vm->used;
	vm->start_ns = clock_ns(CLOCK_MONOTONIC);
	vm->cpu_end_ns = 0;
	lua_sethook(vm->L, on_step, LUA_MASKCOUNT, HOOK_STEP);
}

/* Lua says "stack overflow" and "C stack overflow" in a string of its own: to an author they are a limit like the
 * others. */
static bool is_stack_overflow(lua_State *L)
{
	return lua_type(L, -1) == LUA_TSTRING && strstr(lua_tostring(L, -1), "stack overflow");
}

static enum vm_end end_of(struct vm *vm, int status)
{
	if (status == LUA_OK)
		return VM_DONE;
	if (vm->hit != HIT_NONE)
		return VM_LIMIT;
	if (status == LUA_ERRMEM) {
		vm->hit = HIT_MEMORY;
		return VM_LIMIT;
	}
	if (lua_islightuserdata(vm->L, -1) && lua_touserdata(vm->L, -1) == &stop_mark)
		return VM_STOPPED;
	if (is_stack_overflow(vm->L)) {
		vm->hit = HIT_STACK;
		return VM_LIMIT;
	}
	return VM_ERROR;
}

/* The name of a function of shared Lua, from the line that defines it: Lua does not know what a tail call called. */
static struct str defined_name(const struct vm *vm, const lua_Debug *f)
{
	int64_t source;
	struct str word = STR("function "), src = str_c(f->short_src);
	if (f->linedefined < 1 || !str_int(str_part(src, 1, src.n), &source) || source < 0 || (size_t)source >= vm->sources_n)
		return STR("");
	struct str line = fault_line(vm->sources[source].text, (unsigned)f->linedefined);
	size_t at = str_find(line, word, 0), open = str_find(line, STR("("), 0);
	return at == STR_NONE || open == STR_NONE || open < at ? STR("") : str_trim(str_part(line, at + word.n, open));
}

static int said_inside(lua_State *L, const char *rule, int line, struct str function)
{
	if (!function.n)
		return 1;
	lua_pushfstring(L, "%s:%d:" VM_INSIDE, rule, line);
	lua_pushlstring(L, function.p, function.n);
	lua_pushfstring(L, VM_INSIDE "%s", lua_tostring(L, 1));
	lua_concat(L, 3);
	return 1;
}

/* Message handler: shared Lua that stumbles was handed the wrong thing, and the line to mend is the one that called it; a tail call
 * leaves no trace of it (line 0). What leaves by a mark, or for want of stack, is left alone. */
static int place_in_rule(lua_State *L)
{
	const struct vm *vm = vm_of(L);
	char rule[16];
	lua_Debug at;
	struct str called = STR(""), tail = STR("");
	if (vm->phase == PHASE_SHARED || vm->sources_n < 2 || lua_type(L, 1) != LUA_TSTRING || is_stack_overflow(L))
		return 1;
	snprintf(rule, sizeof rule, "@%zu", vm->sources_n - 1);
	struct str said = str_c(lua_tostring(L, 1)), place = str_part(said, 0, str_find(said, STR(":"), 0));
	if (!str_starts(said, STR("@")) || str_eq(place, str_c(rule)))
		return 1;
	for (int level = 1; lua_getstack(L, level, &at); level++) {
		lua_getinfo(L, "Snlt", &at);
		if (strcmp(at.short_src, rule) == 0)
			return said_inside(L, rule, at.currentline, called);
		called = at.name ? str_c(at.name) : defined_name(vm, &at);
		if (at.istailcall)
			tail = called;
	}
	return said_inside(L, rule, 0, tail);
}

enum vm_end vm_call(struct vm *vm, lua_CFunction f, void *arg)
{
	lua_State *L = vm->L;
	lua_settop(L, 0);
	start_limits(vm);
	lua_pushcfunction(L, place_in_rule);
	lua_pushcfunction(L, f);
	lua_pushlightuserdata(L, arg);
	int status = lua_pcall(L, 1, 0, 1);
	lua_sethook(L, NULL, 0, 0);
	return end_of(vm, status);
}

void vm_run_source(lua_State *L, struct str file, struct str text)
{
	struct vm *vm = vm_of(L);
	char name[16];
	if (vm->sources_n == VM_SOURCES_MAX)
		luaL_error(L, "trop de fichiers Lua communs (%d au plus)", VM_SOURCES_MAX - 1);
	snprintf(name, sizeof name, "=@%zu", vm->sources_n);
	vm->sources[vm->sources_n++] = (struct vm_source){ file, text };
	if (luaL_loadbufferx(L, text.p, text.n, name, "t") != LUA_OK)
		lua_error(L);
	env_push(L);
	lua_setupvalue(L, -2, 1); /* _ENV: an object of ours, never a table */
	lua_call(L, 0, 0);
}

static int set_up(lua_State *L)
{
	env_build(L);
	return 0;
}

struct vm *vm_open(void)
{
	struct vm *vm = vm_memory_resize(NULL, 0, sizeof *vm, true);
	if (!vm)
		return NULL;
	memset(vm, 0, sizeof *vm);
	lua_State *L = lua_newstate(limited_alloc, vm);
	if (!L) {
		block_free(vm, sizeof *vm);
		return NULL;
	}
	vm->L = L;
	vm->settled = true;
	memcpy(lua_getextraspace(L), &vm, sizeof vm);
	lua_atpanic(L, panic);
	if (vm_call(vm, set_up, NULL) != VM_DONE) {
		vm_close(vm);
		return NULL;
	}
	return vm;
}

#define STACK_SLOTS 100 /* more than a collection leaves, so that it is made anew */

void vm_settle(struct vm *vm)
{
	lua_settop(vm->L, 0);
	lua_gc(vm->L, LUA_GCCOLLECT);
	lua_gc(vm->L, LUA_GCSTOP);
	vm->rests = true;
	vm->settled = false;
	(void)lua_checkstack(vm->L, STACK_SLOTS);
	vm->settled = true;
}

void vm_close(struct vm *vm)
{
	if (!vm)
		return;
	lua_close(vm->L); /* no finaliser can be in it: scripts cannot set a metatable and ours have none */
	block_free(vm, sizeof *vm);
}

const char *vm_hit_text(enum vm_hit hit)
{
	switch (hit) {
	case HIT_INSTRUCTIONS: return "limite de calcul dépassée (1 000 000 d'instructions)";
	case HIT_CPU: return "limite de temps dépassée (500 ms de processeur)";
	case HIT_MEMORY: return "limite de mémoire dépassée (8 Mio)";
	case HIT_STACK: return "limite de calcul dépassée (trop d'appels imbriqués)";
	case HIT_NONE: break;
	}
	return "";
}
