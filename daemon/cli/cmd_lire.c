/* SPDX-License-Identifier: EUPL-1.2 */
/* `lire`: what was read in an act and what was not, for a person or as the contract. No rule runs, only the lexicon is loaded. */
#include <stdio.h>

#include "cli.h"
#include "document.h"
#include "files.h"
#include "hash.h"
#include "bounds.h"
#include "reading_out.h"
#include "session.h"
#include "side_copies.h"

#define OUTPUT_MAX (64 * MIB)

struct lire {
	const struct lexicon *lx;
	const struct conf *c;
	const struct options *o;
	struct sides sides;
	unsigned read, fields[READING_COUNTS]; /* over all files */
};

static const struct lexicon *load_lexicon(struct session *s)
{
	const struct lexicon *lx = NULL;
	struct err e = { 0 };
	struct buf yaml;

	buf_init(&yaml, LIMIT_YAML_BYTES);
	if (!read_document(s->conf.lexique, &yaml, &e) ||
	    !lexicon_load(&s->a, arena_dup(&s->a, buf_view(&yaml)), s->conf.lexique, &lx, &e))
		complain(&e);
	buf_done(&yaml);
	return lx;
}

/* The reading looks into `x` as long as it lives. */
static bool read_act(struct arena *a, const struct lire *l, struct str raw, struct extraction *x, const struct reading **ret, struct err *e)
{
	const struct extract_job job = { .conf = l->c, .raw = raw, .document = -1, .recognise = true };
	enum text_refusal why = REFUSAL_NONE;

	if (!extract(&job, x, e) || !document_read(a, l->lx, raw, x, (size_t)l->c->limites.texte, ret, &why, e))
		return false;
	if (setjmp(*arena_trap(a)) != 0)
		return err_set(e, ERR_LIMIT, "lecture trop longue");
	document_sides(a, l->sides.at, l->sides.n, ret);
	a->trapped = false;
	return true;
}

/* The page of one reading. Its memory is its own: a reading may have taken nearly all it may have. */
static bool write_page(struct lire *l, const struct reading *r, struct str raw, struct buf *out, struct err *e)
{
	struct digest d = hash_of(raw);
	char hex[DIGEST_HEX];
	struct arena a;

	arena_init(&a, LIMIT_ACT_MEMORY);
	if (setjmp(*arena_trap(&a)) != 0) {
		arena_done(&a);
		return err_set(e, ERR_LIMIT, "lecture trop longue à montrer");
	}
	if (l->o->json)
		reading_json(r, digest_hex(&d, hex), l->o->look.width > 0, out);
	else if (l->o->annoter)
		reading_annotate(&a, r, l->o->look, out);
	else
		reading_print(&a, r, l->o->look, out);
	if (l->o->json)
		buf_char(out, '\n');
	arena_done(&a);
	return !out->full || err_set(e, ERR_LIMIT, "lecture trop longue à montrer");
}

static int lire_one(void *ctx, const struct file_shown *file, struct str raw)
{
	struct lire *l = ctx;
	const struct reading *r = NULL;
	struct extraction drawn = { 0 };
	struct err e = { 0 };
	unsigned n[READING_COUNTS];
	struct arena a;
	struct buf out;
	int status = EXIT_PANNE;

	arena_init(&a, LIMIT_ACT_MEMORY);
	buf_init(&out, OUTPUT_MAX);
	if (read_act(&a, l, raw, &drawn, &r, &e) && write_page(l, r, raw, &out, &e)) {
		files_say_name(file);
		status = print_buf(&out) ? EXIT_RIEN : EXIT_PANNE;
		reading_count(r, n);
		for (int i = 0; i < READING_COUNTS; i++)
			l->fields[i] += n[i];
		l->read++;
	} else {
		complain_file(file->path, &e);
	}
	buf_done(&out);
	extraction_done(&drawn);
	arena_done(&a);
	return status;
}

static void print_total(const struct lire *l)
{
	const unsigned refused = (unsigned)l->o->files_n - l->read;
	struct buf out;
	struct pen pen = { .out = &out, .look = l->o->look };
	char files[128];

	buf_init(&out, 4 * KIB);
	(void)snprintf(files, sizeof files, "%d fichiers : %u lu%s, %u non lu%s ; ", l->o->files_n, l->read, plural_s(l->read), refused,
		       plural_s(refused));
	pen_end(&pen);
	pen_put(&pen, STYLE_TITLE, str_c(files));
	reading_summary(l->fields, &pen);
	pen_end(&pen);
	(void)print_buf(&out);
	buf_done(&out);
}

static int lire(struct session *s, const struct options *o)
{
	struct lire l = { .lx = load_lexicon(s), .c = &s->conf, .o = o };
	const struct files_work work = { .o = o, .max_bytes = (size_t)s->conf.limites.octets,
					 .names = o->json ? NAMES_NEVER : NAMES_MANY, .one = lire_one, .ctx = &l };
	const int status = l.lx && sides_open(s, o, &l.sides) ? files_each(&work) : EXIT_PANNE;

	if (l.lx && o->files_n > 1 && !o->json)
		print_total(&l);
	sides_close(&l.sides);
	return status;
}

int cmd_lire(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur lire [--annoter | --json] [--cote FICHIER]… [--config FICHIER] [--couleur oui|non|auto] FICHIER…\n"
		"  Chaque champ, sa valeur et la ligne où elle a été lue, ou pourquoi il n'est pas lu. « - » lit l'entrée standard.\n"
		"  Non mentionné : l'acte n'en dit rien. Non trouvé : rien de tel n'y a été reconnu. Illisible : le passage est là, il n'est pas compris.\n"
		"  Ambigu : il se lit de plusieurs façons, qui sont données.\n"
		"  --annoter : le texte entier, chaque passage lu souligné et suivi du nom de son champ ; sans couleur, ⟦passage⟧{Champ}.\n"
		"  --json : le contrat scrutateur-lecture/1.0, un objet par fichier.\n"
		"  --cote : un fichier venu avec l'acte (message ACTES, accusé de réception, metadata.json), quatre au plus.";

	return session_run(argc, argv, usage, TAKES_JSON | TAKES_ANNOTER | TAKES_COTE | NEEDS_FILES, lire);
}
