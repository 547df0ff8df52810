/* SPDX-License-Identifier: EUPL-1.2 */
/* Decided against: pandoc, which drops text boxes without a word and shows hidden text as if it were in the act. Which part is the text and which go
 * with it is what the archive's own relations say, as it is for Word: a file of a likely name may be a decoy.
 */
#include "docx.h"

#include "bounds.h"
#include "docx_priv.h"
#include "zip_priv.h"

#define NOM "fichier Word (.docx)"

struct relations {
	struct xml xml;
	struct arena *a;
	struct str base; /* of the part they belong to: its folder */
	const char *type;
	struct str target;
	size_t n;
};
struct reader {
	struct arena *a;
	struct zip zip;
	size_t limit;
	enum text_refusal *why;
	struct err *e;
	struct buf bytes; /* of the part that is read */
	struct str relations; /* of the text */
	struct str folder;
};

static bool refuse(struct reader *r, enum text_refusal why, const char *sentence)
{
	*r->why = why;
	return err_set(r->e, ERR_VALUE, NOM " : %s", sentence);
}

#define TOO_LONG "déplié, il dépasse la limite (32 Mio pour une de ses parties, limites.texte pour son texte)"
static bool refuse_member(struct reader *r, enum zip_end end)
{
	switch (end) {
	case ZIP_LOCKED:
		return refuse(r, REFUSAL_ENCRYPTED, "protégé par un mot de passe : déposez-le sans");
	case ZIP_TOO_MUCH:
		return refuse(r, REFUSAL_SIZE, TOO_LONG);
	case ZIP_NO_MEMORY:
		return refuse(r, REFUSAL_MEMORY, "le déplier demande plus de mémoire qu'il n'en est accordé");
	case ZIP_ABSENT:
		return refuse(r, REFUSAL_DAMAGED, "abîmé, une partie qu'il annonce n'y est pas");
	default:
		return refuse(r, REFUSAL_DAMAGED, "abîmé, une de ses parties est tronquée, y est deux fois ou n'est pas ce que l'archive en dit");
	}
}

static bool refuse_part(struct reader *r, enum docx_end end)
{
	switch (end) {
	case DOCX_TOO_LONG:
		return refuse(r, REFUSAL_SIZE, TOO_LONG);
	case DOCX_INCLUDES:
		return refuse(r, REFUSAL_TYPE, "une partie de son texte est un autre fichier qu'il inclut ; enregistrez-le de nouveau avec Word, ou déposez-le en PDF");
	case DOCX_OPEN_FIELD:
		return refuse(r, REFUSAL_DAMAGED, "abîmé, un champ n'y est pas terminé : où finit ce qu'il cache n'est pas connu");
	default:
		return refuse(r, REFUSAL_DAMAGED, "abîmé ou tronqué, son texte n'est pas entier (XML invalide, DOCTYPE ou éléments trop imbriqués)");
	}
}

/* Its bytes, until the next part is read. */
static bool take(struct reader *r, struct str name, struct str *ret)
{
	buf_clear(&r->bytes);
	const enum zip_end end = zip_read(&r->zip, name, &r->bytes);

	*ret = buf_view(&r->bytes);
	return end == ZIP_READ || refuse_member(r, end);
}

/* Relations: which part is what */

static const char *plain(const char **attributes, const char *wanted)
{
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(*attributes, wanted) == 0)
			return attributes[1];
	return "";
}

/* "../x" from "word/" is "x"; "/x" is from the top. */
static struct str resolve(struct arena *a, struct str base, struct str target)
{
	if (str_starts(target, STR("/")))
		return str_part(target, 1, target.n);
	while (str_starts(target, STR("../"))) {
		target = str_part(target, 3, target.n);
		base = base.n > 0 ? str_part(base, 0, base.n - 1) : base;
		base = str_part(base, 0, base.n - str_after_last(base, '/').n);
	}
	return ARENA_JOIN(a, base, str_starts(target, STR("./")) ? str_part(target, 2, target.n) : target);
}

static void on_relation(void *ctx, const char *name, const char **attributes)
{
	struct relations *x = ctx;
	const struct str type = str_c(plain(attributes, "Type"));

	(void)name;
	if (type.n == 0 || strcmp(plain(attributes, "TargetMode"), "External") == 0 || !str_eq(str_after_last(type, '/'), str_c(x->type)))
		return;
	x->target = resolve(x->a, x->base, arena_dup(x->a, str_c(plain(attributes, "Target"))));
	x->n++;
}

static void on_end(void *ctx, const char *name)
{
	(void)ctx, (void)name;
}

/* The part of that type; empty where there is none. */
static bool related(struct reader *r, struct str relations, struct str base, const char *type, struct str *ret)
{
	struct relations x = { .xml = { .begin = on_relation, .end = on_end, .ctx = &x }, .a = r->a, .base = base, .type = type };
	const bool whole = relations.n == 0 || xml_walk(&x.xml, relations, NULL);

	*ret = x.target;
	return (whole && x.n <= 1) || refuse(r, REFUSAL_DAMAGED, "abîmé, il ne dit pas clairement laquelle de ses parties est le texte");
}

/* What the archive says each part is */

struct declared {
	struct xml xml;
	struct arena *a;
	struct str part; /* "/word/document.xml" */
	struct str type; /* of that part */
};

static void on_declared(void *ctx, const char *name, const char **attributes)
{
	struct declared *x = ctx;

	(void)name;
	if (str_eq(str_c(plain(attributes, "PartName")), x->part))
		x->type = arena_dup(x->a, str_c(plain(attributes, "ContentType")));
}

/* A list that cannot be read says nothing against it. */
static bool is_declared_other(struct reader *r, struct str part)
{
	struct declared x = { .xml = { .begin = on_declared, .end = on_end, .ctx = &x }, .a = r->a, .part = ARENA_JOIN(r->a, STR("/"), part) };

	buf_clear(&r->bytes);
	if (zip_read(&r->zip, STR("[Content_Types].xml"), &r->bytes) == ZIP_READ)
		(void)xml_walk(&x.xml, buf_view(&r->bytes), NULL);
	return x.type.n > 0 && str_find(x.type, STR("wordprocessingml"), 0) == STR_NONE && str_find(x.type, STR("ms-word"), 0) == STR_NONE;
}

static bool refuse_other(struct reader *r)
{
	*r->why = REFUSAL_TYPE;
	return err_set(r->e, ERR_VALUE, "paquet de la famille Office qui n'est pas un document Word : enregistrez-le en PDF, en ODT ou en texte");
}

static bool has_a_text_of_word(const struct reader *r)
{
	return str_find(r->zip.list, STR("word/document"), 0) != STR_NONE;
}

static bool find_text(struct reader *r, struct str *ret)
{
	struct str bytes;

	if (!take(r, STR("_rels/.rels"), &bytes) || !related(r, bytes, STR(""), "officeDocument", ret))
		return false;
	if (ret->n == 0)
		return has_a_text_of_word(r) ? refuse(r, REFUSAL_DAMAGED, "abîmé, il ne dit pas laquelle de ses parties est le texte") : refuse_other(r);
	if (is_declared_other(r, *ret))
		return refuse_other(r);
	const struct str file = str_after_last(*ret, '/');
	r->folder = str_part(*ret, 0, ret->n - file.n);
	buf_clear(&r->bytes);
	const enum zip_end end = zip_read(&r->zip, ARENA_JOIN(r->a, r->folder, STR("_rels/"), file, STR(".rels")), &r->bytes);
	if (end != ZIP_READ && end != ZIP_ABSENT)
		return refuse_member(r, end);
	r->relations = end == ZIP_READ ? arena_dup(r->a, buf_view(&r->bytes)) : STR("");
	return true;
}

/* Empty: it has none. */
static bool take_related(struct reader *r, const char *type, struct str *ret)
{
	struct str name;

	*ret = STR("");
	return related(r, r->relations, r->folder, type, &name) && (name.n == 0 || take(r, name, ret));
}

/* What goes with the text */

static bool read_styles(struct reader *r, struct docx_parts *p)
{
	struct str bytes;

	if (!take_related(r, "styles", &bytes))
		return false;
	return bytes.n == 0 || docx_styles_read(r->a, bytes, &p->styles) || refuse_part(r, DOCX_NOT_WHOLE);
}

static bool read_numbers(struct reader *r, struct docx_parts *p)
{
	struct str bytes;

	if (!take_related(r, "numbering", &bytes))
		return false;
	p->numbers = bytes.n > 0 ? docx_numbers_read(r->a, bytes) : NULL;
	return bytes.n == 0 || p->numbers != NULL || refuse_part(r, DOCX_NOT_WHOLE);
}

static bool read_notes(struct reader *r, const struct docx_parts *p, const char *type, const char *element, struct docx_notes *ret)
{
	struct str bytes;

	if (!take_related(r, type, &bytes))
		return false;
	const enum docx_end end = bytes.n == 0 ? DOCX_WHOLE : docx_notes_read(r->a, p, element, bytes, r->limit, ret);
	return end == DOCX_WHOLE || refuse_part(r, end);
}

static bool read_all(struct reader *r, struct str *ret)
{
	struct docx_parts parts = { 0 };
	struct str name, xml;

	if (!find_text(r, &name) || !read_styles(r, &parts) || !read_notes(r, &parts, "footnotes", "footnote", &parts.foot) ||
	    !read_notes(r, &parts, "endnotes", "endnote", &parts.end) || !read_numbers(r, &parts) || !take(r, name, &xml))
		return false;
	const enum docx_end end = docx_body_text(r->a, &parts, xml, r->limit, ret);
	if (end != DOCX_WHOLE)
		return refuse_part(r, end);
	return ret->n <= r->limit || refuse(r, REFUSAL_SIZE, TOO_LONG);
}

bool docx_text(struct arena *a, struct str archive, size_t limit, struct str *ret, enum text_refusal *ret_why, struct err *e)
{
	struct reader r = { .a = a, .limit = limit, .why = ret_why, .e = e };

	if (!zip_open(archive, &r.zip))
		return refuse(&r, REFUSAL_DAMAGED, "abîmé ou tronqué, la fin de l'archive n'y est pas");
	buf_init(&r.bytes, LIMIT_MEMBER_BYTES);
	const bool ok = read_all(&r, ret);
	buf_done(&r.bytes);
	return ok;
}
