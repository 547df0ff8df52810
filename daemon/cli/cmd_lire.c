/* SPDX-License-Identifier: EUPL-1.2 */
/* `lire`: what was read in an act and what was not, for a person or as the contract. No rule runs, only the lexicon is loaded. */
#include <stdio.h>

#include "cli.h"
#include "document.h"
#include "hash.h"
#include "bounds.h"
#include "reading_out.h"
#include "session.h"

#define OUTPUT_MAX (64 * MIB)

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
static bool read_act(struct arena *a, const struct lexicon *lx, const struct conf *c, struct str raw, struct extraction *x,
		     const struct reading **ret, struct err *e)
{
	const struct extract_job job = { .conf = c, .raw = raw, .document = -1, .recognise = true };
	enum text_refusal why = REFUSAL_NONE;

	return extract(&job, x, e) && document_read(a, lx, raw, x, (size_t)c->limites.texte, ret, &why, e);
}

static int lire_one(const struct lexicon *lx, const struct conf *c, const struct options *o, const char *path)
{
	const struct reading *r = NULL;
	struct extraction drawn = { 0 };
	struct err e = { 0 };
	struct arena a;
	struct buf raw, out;
	int status = EXIT_PANNE;

	arena_init(&a, LIMIT_ACT_MEMORY);
	buf_init(&raw, (size_t)c->limites.octets);
	buf_init(&out, OUTPUT_MAX);
	if (read_document(path, &raw, &e) && read_act(&a, lx, c, buf_view(&raw), &drawn, &r, &e)) {
		struct digest d = hash_of(buf_view(&raw));
		char hex[DIGEST_HEX];

		if (o->json)
			reading_json(r, digest_hex(&d, hex), o->couleur, &out);
		else
			reading_print(&a, r, o->couleur, &out);
		buf_char(&out, '\n');
		status = !out.full && print_buf(&out) ? EXIT_RIEN : EXIT_PANNE;
	} else {
		complain_file(path, &e);
	}
	buf_done(&out);
	extraction_done(&drawn);
	buf_done(&raw);
	arena_done(&a);
	return status;
}

int cmd_lire(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur lire [--json] [--config FICHIER] [--couleur oui|non|auto] FICHIER…\n"
				    "  « - » lit l'entrée standard. --json : le contrat scrutateur-lecture/1.0, un objet par fichier.";
	struct options o;
	struct session s;
	int status;

	if (!options_read(argc, argv, usage, TAKES_JSON | NEEDS_FILES, &o, &status))
		return status;
	if (!session_open(&s, &o))
		return EXIT_PANNE;
	const struct lexicon *lx = load_lexicon(&s);
	for (int i = 0; lx && i < o.files_n; i++) {
		if (o.files_n > 1 && !o.json)
			print_name(i ? "\n== " : "== ", o.files[i], "\n");
		int one = lire_one(lx, &s.conf, &o, o.files[i]);
		status = i == 0 || one > status ? one : status;
	}
	session_close(&s);
	return lx ? status : EXIT_PANNE;
}
