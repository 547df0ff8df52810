/* SPDX-License-Identifier: EUPL-1.2 */
/* Everything a script can reach, by walking from its environment, from a text and from one object of each kind: the golden
 * file tests/golden/globales.txt. A name more, or a metatable that opens, is a diff to review (UPDATE=1 writes it again). */
#include <lauxlib.h>
#include <stdlib.h>
#include "bench.h"
#include "file.h"
#include "luaenv.h"

struct walk {
	struct buf out;
	unsigned depth;
};

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void line(struct walk *w, const char *name, const char *what)
{
	buf_printf(&w->out, "%*s%s : %s\n", (int)(2 * w->depth), "", name, what);
}

static void value(lua_State *L, struct walk *w, const char *name);

static void keys(lua_State *L, struct walk *w, int table)
{
	const char *names[256];
	size_t n = 0;
	for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
		assert_int_equal(lua_type(L, -2), LUA_TSTRING);
		assert_true(n < 256);
		names[n++] = lua_tostring(L, -2);
	}
	qsort(names, n, sizeof *names, by_text);
	for (size_t i = 0; i < n; i++) {
		lua_pushstring(L, names[i]);
		lua_rawget(L, table);
		value(L, w, names[i]);
		lua_pop(L, 1);
	}
}

static void metatable(lua_State *L, struct walk *w)
{
	if (!lua_getmetatable(L, -1))
		return;
	assert_true(w->depth < 6);
	w->depth++;
	line(w, "(métatable)", "");
	w->depth++;
	keys(L, w, lua_gettop(L));
	w->depth -= 2;
	lua_pop(L, 1);
}

static void value(lua_State *L, struct walk *w, const char *name)
{
	const char *type = lua_typename(L, lua_type(L, -1));
	bool function = lua_type(L, -1) == LUA_TFUNCTION;
	if (function && lua_getupvalue(L, -1, 1))
		fail_msg("%s: an upvalue is reached", name);
	line(w, name, function ? "fonction C" : lua_isstring(L, -1) ? lua_tostring(L, -1) : type);
	if (function)
		assert_true(lua_iscfunction(L, -1));
	if (lua_type(L, -1) == LUA_TTABLE && w->depth < 5) {
		w->depth++;
		keys(L, w, lua_gettop(L));
		w->depth--;
	}
	if (lua_type(L, -1) != LUA_TSTRING)
		metatable(L, w);
}

static struct walk walk;

/* The API table is the __index of the environment: walked as part of its metatable. */
static int census(lua_State *L)
{
	static const char *const kinds[] = {
		[OBJ_DOC] = "document",   [OBJ_PART] = "partie",    [OBJ_VOTE] = "vote",     [OBJ_VOTES] = "votes",
		[OBJ_ACTES] = "actes",    [OBJ_LIST] = "liste",     [OBJ_ITEM] = "élément",  [OBJ_PERSON] = "personne",
		[OBJ_GROUPS] = "groupes", [OBJ_GROUP] = "groupe",   [OBJ_REFERENCE] = "référence", [OBJ_VERDICT] = "verdict",
	};
	env_push(L);
	value(L, &walk, "environnement");
	lua_pop(L, 1);
	lua_pushstring(L, "texte");
	line(&walk, "un texte", "string");
	metatable(L, &walk);
	lua_pop(L, 1);
	for (int k = OBJ_DOC; k < OBJ_KINDS; k++) {
		obj_new(L, (enum obj_kind)k, 0, 2);
		value(L, &walk, kinds[k]);
		lua_pop(L, 1);
	}
	lua_pushboolean(L, true);
	assert_false(lua_getmetatable(L, -1));
	lua_pushinteger(L, 1);
	assert_false(lua_getmetatable(L, -1));
	lua_pushnil(L);
	assert_false(lua_getmetatable(L, -1));
	lua_pushcfunction(L, census);
	assert_false(lua_getmetatable(L, -1));
	assert_int_equal(lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS), LUA_TTABLE);
	lua_pushnil(L);
	assert_false(lua_next(L, -2)); /* Lua's own _G, which no script reaches: empty all the same */
	return 0;
}

static void test_census__tout_ce_qu_un_script_atteint(void **state)
{
	static const char path[] = "tests/golden/globales.txt";
	struct buf golden;
	struct err e = { .code = ERR_NONE };
	struct vm *vm = vm_open();
	(void)state;
	assert_non_null(vm);
	buf_init(&walk.out, MIB);
	buf_init(&golden, MIB);
	assert_int_equal(vm_call(vm, census, NULL), VM_DONE);
	if (getenv("UPDATE")) {
		FILE *f = fopen(path, "w");
		assert_non_null(f);
		fwrite(walk.out.p, 1, walk.out.n, f);
		fclose(f);
	}
	assert_true(file_read(path, &golden, &e));
	if (!str_eq(buf_view(&golden), buf_view(&walk.out)))
		fail_msg("%.*s", (int)walk.out.n, walk.out.p);
	buf_done(&golden);
	buf_done(&walk.out);
	vm_close(vm);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_census__tout_ce_qu_un_script_atteint) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
