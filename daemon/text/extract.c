/* SPDX-License-Identifier: EUPL-1.2 */
/* Every tool of a type is tried and every text kept: which of them reads best is not known before they are read. A
 * refusal is made of the last failure, in words of ours; what the tool said is quoted behind.
 */
#include "extract.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "docx.h"
#include "file.h"
#include "ocr_priv.h"
#include "tool.h"

static bool refuse(struct extraction *x, enum text_refusal why, const char *sentence)
{
	x->refusal = why;
	(void)err_set(&x->why, ERR_VALUE, "%s : %s", x->format->nom, sentence);
	return true;
}

/* Words by which tools say what happened to them. */
static bool says(const struct tool_result *r, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strstr(r->said, *words) != NULL)
			return true;
	return false;
}

static enum text_refusal refusal_of(const struct extract_job *job, const struct tool_result *r)
{
	static const char *const locked[] = { "assword", "ncrypt", NULL };
	static const char *const starved[] = { "bad_alloc", "ut of memory", "eap exhausted", "eap overflow", "allocate memory", "failed to map", NULL };

	if (r->end == TOOL_MISSING)
		return REFUSAL_NO_TOOL;
	if (r->end == TOOL_TOO_LONG)
		return REFUSAL_TIME;
	if (r->end == TOOL_TOO_MUCH)
		return REFUSAL_SIZE;
	if (says(r, locked) || sniff_encrypted(job->raw))
		return REFUSAL_ENCRYPTED;
	if (says(r, starved) || (r->end == TOOL_KILLED && r->status == SIGABRT))
		return REFUSAL_MEMORY;
	return REFUSAL_DAMAGED;
}

static const char *sentence_of(enum text_refusal why)
{
	switch (why) {
	case REFUSAL_NO_TOOL:
		return "l'outil qui le lirait n'est pas installé";
	case REFUSAL_TIME:
		return "l'outil d'extraction n'a pas fini dans le temps accordé (calcul_s, duree_s)";
	case REFUSAL_SIZE:
		return "le texte extrait dépasse la limite (limites.texte)";
	case REFUSAL_ENCRYPTED:
		return "protégé par un mot de passe : déposez-le sans";
	case REFUSAL_MEMORY:
		return "l'outil d'extraction demande plus de mémoire qu'il n'en est accordé (memoire_mio)";
	default:
		return "abîmé ou tronqué, l'outil d'extraction ne le lit pas";
	}
}

void extraction_refuse(const struct extract_job *job, struct extraction *x, const char *program, const struct tool_result *r)
{
	const char *quoted = r->said[0] != '\0' ? r->said : NULL;

	x->refusal = refusal_of(job, r);
	/* The file may be sound: pandoc dies of too little memory without a word. */
	const char *sentence = x->refusal == REFUSAL_DAMAGED && r->end == TOOL_KILLED
				       ? "l'outil d'extraction s'est interrompu en le lisant : fichier abîmé, ou mémoire trop basse (memoire_mio)"
				       : sentence_of(x->refusal);
	(void)err_set(&x->why, ERR_VALUE, "%s : %s ; %s%s%s%s", x->format->nom, sentence, program,
		      quoted != NULL ? " dit « " : "", quoted != NULL ? quoted : "", quoted != NULL ? " »" : "");
}

struct tool_job extraction_tool(const struct extract_job *job, enum extractor which, size_t command)
{
	const struct conf_tools *t = &job->conf->outils[which];

	return (struct tool_job){ .argv = t->at[command].argv,
				  .env = t->at[command].env,
				  .input = job->document,
				  .readable = job->conf->extraction,
				  .memory = (size_t)t->memoire_mio * MIB,
				  .cpu_s = (unsigned)t->calcul_s,
				  .wall_ms = t->duree_s * 1000,
				  .alive = job->alive,
				  .ctx = job->ctx };
}

/* Nothing to run: the document is read behind the seal (docx.h). */
static bool is_read_here(const struct extraction *x, const struct conf_command *c)
{
	return x->format->with == EXTRACT_DOCX && strcmp(c->shown, DOCX_ITSELF) == 0;
}

/* Every command line of the type. What could not be read is a refusal only when nothing could. */
static bool draw(const struct extract_job *job, struct extraction *x, struct err *e)
{
	const struct conf_tools *t = &job->conf->outils[x->format->with];

	if (t->n == 0)
		return refuse(x, REFUSAL_NO_TOOL, "aucun outil n'est configuré pour ce type (extraction)");
	for (size_t i = 0; i < t->n; i++) {
		struct tool_job tool = extraction_tool(job, x->format->with, i);
		struct tool_result r;
		struct buf *text = &x->texts[x->n];

		/* A little more than the text: form feeds and line ends at its end do not count. */
		buf_init(text, (size_t)job->conf->limites.texte + KIB);
		if (is_read_here(x, &t->at[i])) {
			x->tools[x->n++] = DOCX_ITSELF;
			continue;
		}
		if (!tool_run(&tool, text, &r, e))
			return false;
		if (r.end == TOOL_DONE) {
			x->tools[x->n++] = t->at[i].shown;
			continue;
		}
		buf_done(text);
		extraction_refuse(job, x, tool.argv[0], &r);
		if (r.end == TOOL_TOO_LONG)
			break;
	}
	return true;
}

static void forget_texts(struct extraction *x)
{
	for (size_t i = 0; i < x->n; i++)
		buf_done(&x->texts[i]);
	x->n = 0;
}

/* False only as extract is. Without the list, every page without text may hold something. */
static bool look_for_pictures(const struct extract_job *job, struct extraction *x, struct err *e)
{
	struct tool_result r = { .end = TOOL_MISSING };
	struct buf list;
	bool ok = true;

	buf_init(&list, LIMIT_PAGE_TEXT);
	if (job->conf->outils[EXTRACT_PICTURES].n > 0) {
		struct tool_job tool = extraction_tool(job, EXTRACT_PICTURES, 0);
		ok = tool_run(&tool, &list, &r, e);
	}
	if (ok && r.end == TOOL_DONE)
		pages_keep_pictured(&x->pages, buf_view(&list));
	buf_done(&list);
	return ok;
}

static bool recognise_some(const struct extract_job *job, struct extraction *x, struct err *e)
{
	if (!look_for_pictures(job, x, e))
		return false;
	if (pages_unread(&x->pages) == 0 || !job->conf->ocr.actif)
		return true;
	if (job->recognise)
		return ocr_fill(job, x, e);
	forget_texts(x);
	x->scan = true;
	return true;
}

#define SWITCH_ON_OCR "pour la lire, activez la reconnaissance de caractères (ocr.actif)"
static const char *why_no_text(const struct extraction *x)
{
	if (x->format->with != EXTRACT_PDF)
		return SWITCH_ON_OCR;
	return str_trim(buf_view(&x->texts[0])).n > 0
		       ? "aucune page n'a de texte, hormis des tampons ou quelques mots : c'est une numérisation ; " SWITCH_ON_OCR
		       : "aucune page n'a de texte : c'est une numérisation, ou des pages vides ; " SWITCH_ON_OCR;
}

static bool recognise(const struct extract_job *job, struct extraction *x, struct err *e)
{
	const char *why = why_no_text(x);

	forget_texts(x);
	if (!job->conf->ocr.actif)
		return refuse(x, REFUSAL_NO_TEXT, why);
	if (!job->recognise) {
		x->scan = true;
		return true;
	}
	x->origin = ORIGIN_OCR;
	return ocr_run(job, x, e);
}

static bool extract_pdf(const struct extract_job *job, struct extraction *x, struct err *e)
{
	if (!draw(job, x, e))
		return false;
	if (x->n == 0)
		return true;
	x->pages = pages_of(buf_view(&x->texts[0]));
	if (x->pages.all > (unsigned)job->conf->limites.pages) {
		forget_texts(x);
		x->refusal = REFUSAL_PAGES;
		(void)err_set(&x->why, ERR_VALUE, "%s : %u pages, %lld au plus (limites.pages)", x->format->nom, x->pages.all,
			      (long long)job->conf->limites.pages);
		return true;
	}
	if (x->pages.all == 0) {
		forget_texts(x);
		return refuse(x, REFUSAL_NO_TEXT, "sans aucune page");
	}
	if (x->pages.with_text == 0)
		return recognise(job, x, e);
	return x->pages.with_text == x->pages.all || recognise_some(job, x, e);
}

/* The document as tools may have it: read-only whatever they do (a write fails, base/confine.h), from its start. */
static int copy_in_memory(struct str raw, struct err *e)
{
	int fd = memfd_create("document", MFD_CLOEXEC);

	if (fd < 0)
		(void)err_sys(e, "créer une copie du document en mémoire");
	if (fd < 0 || file_write_all(fd, raw, e))
		return fd;
	(void)close(fd);
	return -1;
}

static bool extract_with(const struct extract_job *job, struct extraction *x, struct err *e)
{
	if (x->format->with == EXTRACT_IMAGE)
		return recognise(job, x, e);
	return x->format->with == EXTRACT_PDF ? extract_pdf(job, x, e) : draw(job, x, e);
}

bool extract(const struct extract_job *job, struct extraction *ret, struct err *e)
{
	struct extract_job j = *job;

	*ret = (struct extraction){ .format = sniff_format(job->raw) };
	if (ret->format == NULL || ret->format->with == EXTRACTORS)
		return true;
	ret->origin = ret->format->origin;
	if (j.document < 0)
		j.document = copy_in_memory(job->raw, e);
	if (j.document < 0)
		return false;
	bool ok = extract_with(&j, ret, e);
	if (j.document != job->document)
		(void)close(j.document);
	return ok;
}

void extraction_done(struct extraction *x)
{
	forget_texts(x);
}
