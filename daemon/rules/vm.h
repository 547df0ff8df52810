/* SPDX-License-Identifier: EUPL-1.2 */
/* One closed Lua state for one rule: no library, three limits that a script cannot catch (RULE_API §8.4).
 *
 * A limit met, or a field that was not read, leaves the script by a light-userdata error; as no pcall, coroutine
 * or metatable is within a script's reach, it always arrives at vm_call.
 */
#ifndef SCRUTATEUR_VM_H
#define SCRUTATEUR_VM_H

#include <lua.h>
#include "arena.h"
#include "err.h"
#include "bounds.h"

enum vm_hit { HIT_NONE, HIT_INSTRUCTIONS, HIT_CPU, HIT_MEMORY, HIT_STACK };
enum vm_phase { PHASE_SHARED, PHASE_RULE, PHASE_JUDGE };
enum vm_end {
	VM_DONE,
	VM_STOPPED /* by vm_stop: the reason is in `ev` */,
	VM_LIMIT /* vm->hit */,
	VM_ERROR /* message on the stack */
};

struct vm_source { /* a chunk is named "@<index>", so that errors find their file whatever its length */
	struct str file, text;
};
#define VM_SOURCES_MAX 32

struct eval;
struct draft;
struct vm {
	lua_State *L;
	size_t used, peak;       /* bytes */
	enum vm_hit hit;
	int64_t instructions;    /* counted in steps of the hook, charges included */
	int64_t start_ns;        /* of the evaluation, wall clock */
	int64_t cpu_end_ns;      /* 0: not asked yet */
	enum vm_phase phase;
	bool rests;              /* its collector, until COLLECT_FROM bytes are used */
	bool settled;            /* else what is made now is written to by every evaluation */
	bool says_illegal; /* the source of the rule holds the word that no message may say */
	unsigned serial;         /* of the evaluation: objects of another one are refused */
	struct eval *ev;         /* PHASE_JUDGE */
	struct draft *draft;     /* loading */
	struct vm_source sources[VM_SOURCES_MAX];
	size_t sources_n;
};

/* A new state with the environment of rules; NULL when memory is out. */
struct vm *vm_open(void);
void vm_close(struct vm *vm);
/* The rule is loaded: what that left behind is collected, and the stack made anew where children find it (fresh.h). */
void vm_settle(struct vm *vm);
struct vm *vm_of(lua_State *L);
/* Run `f` with `arg` as light userdata under fresh limits. On VM_ERROR the message is on top of the stack when it
 * is a string. One that arose in shared Lua begins with the line of the rule that called it (0: by a tail call, which leaves none), and
 * the name of what was called between two VM_INSIDE: "@7:12:" "\x1e" "euros" "\x1e" "@2:34: …". */
#define VM_INSIDE "\x1e"
enum vm_end vm_call(struct vm *vm, lua_CFunction f, void *arg);
/* Compile and run a source under the limits; bytecode is refused. Called inside vm_call; errors are Lua errors. */
void vm_run_source(lua_State *L, struct str file, struct str text);
/* Pay for bytes touched in C. */
void vm_charge(lua_State *L, size_t bytes);
/* Leave the script; `ev` says why. */
_Noreturn void vm_stop(lua_State *L);
/* An error of the author's, with his file and line in front ("@0:12:"). */
_Noreturn void vm_fault(lua_State *L, const char *fmt, ...);
/* French, for a limit met. */
const char *vm_hit_text(enum vm_hit hit);

#endif
