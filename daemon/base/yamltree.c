/* SPDX-License-Identifier: EUPL-1.2 */
/* From libyaml's events to a small tree with places. Only what our files need is accepted; everything YAML can do
 * beyond that (anchors, tags, several documents) is refused, because a person who writes it by accident should hear of
 * it. The event parser is used, not libyaml's document loader, which loses the styles and allows aliases.
 */
#include "yamltree.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "file.h"
#include "fold.h"
#include "bounds.h"
#include "yaml_words.h"

struct reader {
	struct arena *a;
	const char *file;
	yaml_parser_t parser;
	yaml_event_t event; /* empty, or the one being looked at */
	size_t nodes, max; /* max: bytes */
	struct str source; /* without its byte order mark */
	yaml_mark_t long_from, long_to; /* the last text between quotes, when it goes over several lines: from 0, equal lines = none */
	struct err *e;
};

static bool refuse(struct reader *r, enum err_code code, yaml_mark_t at, const char *why)
{
	return err_at(r->e, code, r->file, (unsigned)at.line + 1, (unsigned)at.column + 1, "%s", why);
}

/* A no-break space that shifts a line, at most on line `last` (from 0): libyaml takes it for the beginning of a word. */
static bool shifted_by_unseen(struct str source, size_t last, yaml_mark_t *ret)
{
	*ret = (yaml_mark_t){ 0 };
	bool shift = true;
	uint32_t cp;
	for (size_t i = 0, n; ret->line <= last && (n = utf8_next(source, i, &cp)) > 0; i += n) {
		if (shift && cp >= 0x80 && cp_is_space(cp))
			return true;
		shift = cp == '\n' || (shift && cp == ' ');
		ret->column = cp == '\n' ? 0 : ret->column + 1;
		ret->line += cp == '\n';
	}
	return false;
}

/* libyaml names the line after a last one that no line end closes; a person sees no such line. */
static yaml_mark_t within(struct str source, yaml_mark_t at)
{
	yaml_mark_t last = { 0 };
	uint32_t cp;
	for (size_t i = 0, n; (n = utf8_next(source, i, &cp)) > 0; i += n) {
		last.column = cp == '\n' ? 0 : last.column + 1;
		last.line += cp == '\n';
	}
	return at.line > last.line ? last : at;
}

static struct str line_at(struct str source, size_t line)
{
	size_t from = 0;
	for (; line > 0 && from < source.n; from++)
		line -= source.p[from] == '\n';
	const size_t end = str_find(source, STR("\n"), from);
	return str_part(source, from, end == STR_NONE ? source.n : end);
}

/* 'délibération de l'assemblée': the second ' closes the text, the third opens another. */
static bool has_lone_apostrophe(struct str line)
{
	size_t n = 0;
	for (size_t i = 0; i < line.n; i++)
		n += line.p[i] == '\'';
	const size_t first = str_find(line, STR("'"), 0);
	return n >= 3 && n % 2 == 1 && (first == 0 || strchr(" {[,", line.p[first - 1]) != NULL);
}

/* Where a quotation mark was opened that is not where the parser stumbles; false: that is not the matter. */
static bool refuse_quotes(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	if (p->problem && strcmp(p->problem, "found unexpected end of stream") == 0 && p->context)
		return refuse(r, ERR_SYNTAX, p->context_mark, "le guillemet ouvert ici n'est jamais fermé");
	if (has_lone_apostrophe(line_at(r->source, p->problem_mark.line)))
		return refuse(r, ERR_SYNTAX, p->problem_mark,
			      "une apostrophe se double entre guillemets simples ('de l''assemblée') ; ou mettez le texte entre guillemets \"…\"");
	if (r->long_to.line > r->long_from.line && p->problem_mark.line <= r->long_to.line + 1)
		return err_at(r->e, ERR_SYNTAX, r->file, (unsigned)r->long_from.line + 1, (unsigned)r->long_from.column + 1,
			      "le guillemet ouvert ici n'est fermé que ligne %u : il en manque un entre les deux", (unsigned)r->long_to.line + 1);
	return true;
}

static bool refuse_syntax(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	yaml_mark_t at;
	if (p->error != YAML_MEMORY_ERROR && shifted_by_unseen(r->source, p->problem_mark.line, &at))
		return refuse(r, ERR_SYNTAX, at, "espace insécable au début de la ligne : mettez des espaces ordinaires");
	if (p->error == YAML_MEMORY_ERROR)
		return err_at(r->e, ERR_LIMIT, r->file, 0, 0, "mémoire insuffisante");
	if (!refuse_quotes(r))
		return false;
	return refuse(r, ERR_SYNTAX, within(r->source, p->problem_mark), yaml_problem_in_french(p->problem));
}

/* The next event, in r->event; the former one is released. */
static bool advance(struct reader *r)
{
	yaml_event_delete(&r->event);
	if (!yaml_parser_parse(&r->parser, &r->event))
		return refuse_syntax(r);
	if (r->event.type == YAML_SCALAR_EVENT && r->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE) {
		r->long_from = r->event.start_mark;
		r->long_to = r->event.end_mark;
	}
	return true;
}

static bool refuse_extras(struct reader *r)
{
	const yaml_event_t *v = &r->event;
	const yaml_char_t *anchor = NULL, *tag = NULL;
	switch (v->type) {
	case YAML_ALIAS_EVENT:
		return refuse(r, ERR_SYNTAX, v->start_mark, "les renvois (*nom) ne sont pas admis");
	case YAML_SCALAR_EVENT:
		anchor = v->data.scalar.anchor;
		tag = v->data.scalar.tag;
		break;
	case YAML_SEQUENCE_START_EVENT:
		anchor = v->data.sequence_start.anchor;
		tag = v->data.sequence_start.tag;
		break;
	case YAML_MAPPING_START_EVENT:
		anchor = v->data.mapping_start.anchor;
		tag = v->data.mapping_start.tag;
		break;
	default:
		break;
	}
	if (anchor)
		return refuse(r, ERR_SYNTAX, v->start_mark, "les ancres (&nom) ne sont pas admises");
	if (tag)
		return refuse(r, ERR_SYNTAX, v->start_mark, "les étiquettes (!type) ne sont pas admises");
	return true;
}

static struct yaml_node *new_node(struct reader *r, enum yaml_kind kind)
{
	struct yaml_node *n = ARENA_NEW(r->a, struct yaml_node);
	n->kind = kind;
	n->line = (unsigned)r->event.start_mark.line + 1;
	n->col = (unsigned)r->event.start_mark.column + 1;
	return n;
}

static struct str scalar_text(struct reader *r)
{
	const yaml_event_t *v = &r->event;
	return arena_dup(r->a, (struct str){ (const char *)v->data.scalar.value, v->data.scalar.length });
}

static bool read_node(struct reader *r, int depth, struct yaml_node **ret);

/* The key that r->event holds; leaves the event of its value. */
static bool read_key(struct reader *r, struct yaml_node *ret_key)
{
	const yaml_mark_t at = r->event.start_mark;
	if (!refuse_extras(r))
		return false;
	if (r->event.type != YAML_SCALAR_EVENT)
		return refuse(r, ERR_SYNTAX, at, "une clé doit être un texte simple");
	ret_key->key = scalar_text(r);
	ret_key->key_line = (unsigned)at.line + 1;
	ret_key->key_col = (unsigned)at.column + 1;
	return advance(r);
}

static int by_key(const void *a, const void *b)
{
	const struct yaml_node *x = *(const struct yaml_node *const *)a, *y = *(const struct yaml_node *const *)b;
	int c = str_cmp(x->key, y->key);
	if (c == 0)
		c = (x->key_line > y->key_line) - (x->key_line < y->key_line);
	return c ? c : (x->key_col > y->key_col) - (x->key_col < y->key_col);
}

/* Sorted, because a hostile file may hold as many keys as it has room for. */
static bool refuse_duplicates(struct reader *r, const struct yaml_node *map, size_t count)
{
	const struct yaml_node **all = ARENA_ARRAY(r->a, count, const struct yaml_node *);
	const struct yaml_node *first = NULL, *twice = NULL;
	size_t n = 0;
	for (const struct yaml_node *c = map->first; c; c = c->next)
		all[n++] = c;
	qsort(all, n, sizeof *all, by_key);
	for (size_t i = 1; i < n; i++) {
		if (!str_eq(all[i - 1]->key, all[i]->key))
			continue;
		if (twice && (twice->key_line < all[i]->key_line ||
			      (twice->key_line == all[i]->key_line && twice->key_col < all[i]->key_col)))
			continue;
		first = all[i - 1];
		twice = all[i];
	}
	if (!twice)
		return true;
	return err_at(r->e, ERR_SYNTAX, r->file, twice->key_line, twice->key_col,
		      "la clé « %.*s » est déjà écrite ligne %u", (int)(twice->key.n > 80 ? 80 : twice->key.n),
		      twice->key.p, first->key_line);
}

/* Everything between the start event, which r->event holds, and the end event of a list or a map. */
static bool read_children(struct reader *r, struct yaml_node *in, int depth)
{
	const yaml_event_type_t end = in->kind == YAML_MAP ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT;
	const struct yaml_node **link = &in->first;
	size_t count = 0;
	for (; advance(r); count++) {
		struct yaml_node key = { 0 }, *child;
		if (r->event.type == end)
			return in->kind == YAML_LIST || refuse_duplicates(r, in, count);
		if ((in->kind == YAML_MAP && !read_key(r, &key)) || !read_node(r, depth, &child))
			return false;
		child->key = key.key;
		child->key_line = key.key_line;
		child->key_col = key.key_col;
		*link = child;
		link = &child->next;
	}
	return false;
}

/* The node that begins with r->event; leaves its last event there. */
static bool read_node(struct reader *r, int depth, struct yaml_node **ret)
{
	if (!refuse_extras(r))
		return false;
	if (++r->nodes > LIMIT_YAML_NODES)
		return refuse(r, ERR_LIMIT, r->event.start_mark, "trop de valeurs dans ce fichier");
	struct yaml_node *n;
	if (r->event.type == YAML_SCALAR_EVENT) {
		n = new_node(r, YAML_SCALAR);
		n->text = scalar_text(r);
		n->last_line = (unsigned)r->event.end_mark.line + 1;
		n->quoted = r->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	} else {
		if (depth == LIMIT_YAML_DEPTH)
			return refuse(r, ERR_LIMIT, r->event.start_mark, "trop de niveaux imbriqués");
		n = new_node(r, r->event.type == YAML_MAPPING_START_EVENT ? YAML_MAP : YAML_LIST);
		if (!read_children(r, n, depth + 1))
			return false;
	}
	*ret = n;
	return true;
}

static bool read_document(struct reader *r, struct yaml_node **ret)
{
	if (!advance(r) || !advance(r))
		return false;
	if (r->event.type == YAML_STREAM_END_EVENT) {
		*ret = new_node(r, YAML_MAP);
		(*ret)->line = (*ret)->col = 1;
		return true;
	}
	if (r->event.data.document_start.version_directive ||
	    r->event.data.document_start.tag_directives.start != r->event.data.document_start.tag_directives.end)
		return refuse(r, ERR_SYNTAX, r->event.start_mark, "les directives (%) ne sont pas admises");
	if (!advance(r) || !read_node(r, 0, ret) || !advance(r) || !advance(r))
		return false;
	if (r->event.type != YAML_STREAM_END_EVENT)
		return refuse(r, ERR_SYNTAX, r->event.start_mark, "un second document (---) n'est pas admis");
	return true;
}

/* Place of the first byte that is not UTF-8. */
static bool refuse_encoding(struct reader *r, struct str source)
{
	yaml_mark_t at = { 0 };
	uint32_t cp;
	for (size_t i = 0, n; (n = utf8_next(source, i, &cp)) > 0; i += n) {
		if (n == 1 && (unsigned char)source.p[i] >= 0x80)
			break;
		at.column++;
		if (cp == '\n') {
			at.line++;
			at.column = 0;
		}
	}
	return refuse(r, ERR_SYNTAX, at, "ce n'est pas de l'UTF-8 : dans le Bloc-notes, « Enregistrer sous », puis « Encodage : UTF-8 »");
}

static bool read_source(struct reader *r, struct str source, struct yaml_node **ret)
{
	if (source.n > r->max)
		return err_at(r->e, ERR_LIMIT, r->file, 0, 0, "plus de %zu octets", r->max);
	if (!utf8_valid(source))
		return refuse_encoding(r, source);
	if (str_starts(source, STR("\xef\xbb\xbf")))
		source = str_part(source, 3, source.n);
	r->source = source;
	if (!yaml_parser_initialize(&r->parser))
		return err_at(r->e, ERR_LIMIT, r->file, 0, 0, "mémoire insuffisante");
	yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r->parser, (const unsigned char *)(source.n ? source.p : ""), source.n);
	return read_document(r, ret);
}

static void reader_done(struct reader *r)
{
	yaml_event_delete(&r->event);
	yaml_parser_delete(&r->parser);
}

/* The arena may jump while libyaml owns memory: catch it here, release, and let it go on to the caller's trap. */
static bool read_trapped(struct reader *r, struct str source, struct buf *owned, const struct yaml_node **ret)
{
	struct arena *a = r->a;
	jmp_buf outer;
	const bool had_trap = a->trapped;
	memcpy(&outer, &a->trap, sizeof outer);
	struct yaml_node *volatile root = NULL;
	volatile bool ok = false, out_of_memory = false;
	if (setjmp(*arena_trap(a)) == 0) {
		struct yaml_node *n;
		ok = read_source(r, source, &n);
		if (ok)
			root = n;
	} else {
		out_of_memory = true;
	}
	memcpy(&a->trap, &outer, sizeof outer);
	a->trapped = had_trap;
	reader_done(r);
	if (owned)
		buf_done(owned);
	if (out_of_memory)
		arena_fail(a);
	if (ok)
		*ret = root;
	return ok;
}

bool yaml_parse(struct arena *a, struct str source, const char *file, const struct yaml_node **ret, struct err *e)
{
	struct reader r = { .a = a, .file = file, .max = LIMIT_YAML_BYTES, .e = e };
	return read_trapped(&r, source, NULL, ret);
}

bool yaml_load(struct arena *a, const char *path, const struct yaml_node **ret, struct err *e)
{
	return yaml_load_within(a, path, LIMIT_YAML_BYTES, ret, e);
}

bool yaml_load_within(struct arena *a, const char *path, size_t max, const struct yaml_node **ret, struct err *e)
{
	struct reader r = { .a = a, .file = path, .max = max, .e = e };
	struct buf source;
	buf_init(&source, max);
	if (!file_read(path, &source, e)) {
		buf_done(&source);
		return false;
	}
	return read_trapped(&r, buf_view(&source), &source, ret);
}
