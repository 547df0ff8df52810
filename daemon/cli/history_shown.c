/* SPDX-License-Identifier: EUPL-1.2 */
#include "history_shown.h"

#include "bounds.h"
#include "csv.h"
#include "escape.h"
#include "finding.h"
#include "fold.h"
#include "json.h"
#include "record.h"

#define MARGIN 4
#define WHAT_COLUMN 18
#define RULE_COLUMN 34
#define ACT_COLUMN 58
#define OBJET_BYTES 160

static struct str when(struct arena *a, int64_t us)
{
	char text[40];

	if (us == 0)
		return STR("");
	record_time(us, text);
	return arena_dup(a, str_c(text));
}

/* "2026-11-23 01:12" */
static struct str minute(struct arena *a, int64_t us)
{
	const struct str ts = when(a, us);

	return ts.n < 16 ? STR("pas encore") : arena_printf(a, "%.10s %.5s", ts.p, ts.p + 11);
}

static struct str clean(struct arena *a, struct str s)
{
	return escape_line(a, s, 4096);
}

void history_head(enum history_form form, bool documents, struct buf *out)
{
	static const char *const of_findings[] = { "id", "juge", "document", "nom", "sha256", "seance", "acte", "regle", "version", "verdict",
						   "gravite", "etat", "vu", "message", "exception", "empreinte", "rang", "actes", "objet", NULL };
	static const char *const of_documents[] = { "id", "recu", "juge", "nom", "sha256", "octets", "seance", "etat", "motif", "deja_juge",
						    "anomalies", "non_verifiables", "reconstruit", NULL };

	if (form == HISTORY_CSV)
		csv_head(out, documents ? of_documents : of_findings);
}

static enum style style_of(const struct history_finding *f)
{
	if (str_eq(f->etat, STR("corrigee")) || str_eq(f->verdict, STR("sans_objet")))
		return STYLE_DIM;
	return str_eq(f->verdict, STR("anomalie")) ? STYLE_BAD : str_eq(f->verdict, STR("conforme")) ? STYLE_GOOD
		: str_eq(f->verdict, STR("erreur"))					    ? STYLE_BROKEN
											    : STYLE_OPEN;
}

/* An anomaly by its severity, as people speak of it; the other verdicts by their name. */
static struct str what(const struct history_finding *f)
{
	const int at = str_position(f->verdict, VERDICT_WORDS);

	return f->gravite.n ? f->gravite : at >= 0 ? str_c(verdict_label((enum verdict)at)) : f->verdict;
}

static struct str state_for_people(struct str etat)
{
	static const char *const words[] = { "nouvelle", "inchangee", "modifiee", "corrigee", NULL };
	static const char *const said[] = { "nouvelle", "inchangée", "modifiée", "corrigée depuis" };
	const int at = str_position(etat, words);

	return at >= 0 ? str_c(said[at]) : etat;
}

/* What fills its column leaves a space all the same. */
static void next_column(struct pen *pen, unsigned col)
{
	pen_put(pen, STYLE_PLAIN, STR(" "));
	pen_to(pen, col);
}

/* An acte without a number is known by its rank, and the séance of several by neither. */
static struct str which(struct arena *a, const struct history_finding *f)
{
	const struct str number = clean(a, f->acte);

	if (f->de_seance)
		return STR("toute la séance");
	if (f->actes < 2)
		return number.n ? number : STR("acte sans numéro");
	return number.n ? arena_printf(a, "%.*s (acte %lld sur %lld)", STR_ARG(number), (long long)f->rang, (long long)f->actes)
			: arena_printf(a, "acte %lld sur %lld", (long long)f->rang, (long long)f->actes);
}

static void page_origin(struct arena *a, struct pen *pen, const struct history_finding *f)
{
	pen_to(pen, MARGIN);
	pen_put(pen, STYLE_DIM, clean(a, f->name));
	if (f->seance.n)
		pen_put(pen, STYLE_DIM, arena_printf(a, ", séance du %.*s", STR_ARG(clean(a, f->seance))));
	if (f->objet.n)
		pen_put(pen, STYLE_DIM, arena_printf(a, ", « %.*s »", STR_ARG(escape_line(a, squeeze(a, f->objet), OBJET_BYTES))));
	pen_put(pen, STYLE_DIM, arena_printf(a, ", document %lld, empreinte %.12s", (long long)f->document, f->sha256.p));
	if (f->count > 1)
		pen_put(pen, STYLE_DIM, arena_printf(a, ", vue %lld fois", (long long)f->count));
	pen_end(pen);
}

static void page_finding(struct arena *a, struct pen *pen, const struct history_finding *f)
{
	pen_put(pen, STYLE_PLAIN, minute(a, f->judged_us));
	pen_to(pen, WHAT_COLUMN);
	pen_put(pen, style_of(f), clean(a, what(f)));
	pen_to(pen, RULE_COLUMN);
	pen_put(pen, STYLE_TITLE, arena_printf(a, "%.*s %.*s", STR_ARG(clean(a, f->regle)), STR_ARG(clean(a, f->version))));
	next_column(pen, ACT_COLUMN);
	pen_put(pen, STYLE_PLAIN, which(a, f));
	if (f->etat.n)
		pen_put(pen, STYLE_PLAIN, arena_printf(a, ", %.*s", STR_ARG(state_for_people(f->etat))));
	pen_end(pen);
	pen_to(pen, MARGIN);
	pen_put(pen, STYLE_PLAIN, clean(a, message_for_people(a, str_eq(f->verdict, STR("non_verifiable")) ? VERDICT_NON_VERIFIABLE : VERDICT_ANOMALIE, f->message)));
	pen_end(pen);
	page_origin(a, pen, f);
}

static void put_or_null(struct json *j, const char *key, struct str s)
{
	if (s.n)
		json_str(j, key, s);
	else
		json_null(j, key);
}

static void put_number_or_null(struct json *j, const char *key, int64_t n)
{
	if (n > 0)
		json_int(j, key, n);
	else
		json_null(j, key);
}

static void open_row(struct json *j, const char *kind, int64_t id, struct buf *out)
{
	json_begin(j, out, JSON_LINE);
	json_str(j, "schema", STR("scrutateur-historique/1.0"));
	json_str(j, "genre", str_c(kind));
	json_int(j, "id", id);
}

static void close_row(struct json *j)
{
	json_finish(j);
	buf_char(j->out, '\n');
}

static void json_finding(struct arena *a, const struct history_finding *f, struct buf *out)
{
	struct json row, *j = &row;

	open_row(j, "constat", f->id, out);
	json_str(j, "juge", when(a, f->judged_us));
	json_int(j, "document", f->document);
	json_str(j, "nom", clean(a, f->name));
	json_str(j, "sha256", f->sha256);
	put_or_null(j, "seance", f->seance);
	put_or_null(j, "acte", f->acte);
	json_str(j, "regle", f->regle);
	put_or_null(j, "version", f->version);
	json_str(j, "verdict", f->verdict);
	put_or_null(j, "gravite", f->gravite);
	put_or_null(j, "etat", f->etat);
	json_int(j, "vu", f->count);
	put_or_null(j, "message", f->message);
	put_or_null(j, "exception", f->exception);
	json_str(j, "empreinte", f->empreinte);
	put_number_or_null(j, "rang", f->de_seance ? 0 : f->rang);
	put_number_or_null(j, "actes", f->actes);
	put_or_null(j, "objet", f->objet);
	close_row(j);
}

static struct str number_or_nothing(struct arena *a, int64_t n)
{
	return n > 0 ? arena_printf(a, "%lld", (long long)n) : STR("");
}

static void csv_finding(struct arena *a, const struct history_finding *f, struct buf *out)
{
	const struct str texts[] = { clean(a, f->name), f->sha256, f->seance, f->acte, f->regle, f->version, f->verdict, f->gravite, f->etat };

	csv_number(out, f->id, false);
	csv_cell(out, when(a, f->judged_us), false);
	csv_number(out, f->document, false);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		csv_cell(out, texts[i], false);
	csv_number(out, f->count, false);
	csv_cell(out, f->message, false);
	csv_cell(out, f->exception, false);
	csv_cell(out, f->empreinte, false);
	csv_cell(out, number_or_nothing(a, f->de_seance ? 0 : f->rang), false);
	csv_cell(out, number_or_nothing(a, f->actes), false);
	csv_cell(out, f->objet, true);
}

void history_show_finding(enum history_form form, struct look look, const struct history_finding *f, struct buf *out)
{
	struct pen pen = { .out = out, .look = look, .margin = MARGIN };
	struct arena a;

	arena_init(&a, MIB);
	if (form == HISTORY_PAGE)
		page_finding(&a, &pen, f);
	else if (form == HISTORY_JSON)
		json_finding(&a, f, out);
	else
		csv_finding(&a, f, out);
	arena_done(&a);
}

static struct str fate(struct arena *a, const struct history_document *d)
{
	if (str_eq(d->etat, STR("attente")))
		return STR("en attente");
	if (str_eq(d->etat, STR("refuse")))
		return arena_printf(a, "refusé (%.*s)", STR_ARG(clean(a, d->motif)));
	return d->same_as ? arena_printf(a, "déjà jugé (même contenu que le document %lld)", (long long)d->same_as) : STR("jugé");
}

static bool is_unknown(const struct history_document *d)
{
	return d->rebuilt && d->judged_us == 0 && !str_eq(d->etat, STR("attente"));
}

static void page_document(struct arena *a, struct pen *pen, const struct history_document *d)
{
	pen_put(pen, STYLE_PLAIN, minute(a, d->received_us));
	pen_to(pen, WHAT_COLUMN);
	pen_put(pen, str_eq(d->etat, STR("refuse")) ? STYLE_BROKEN : STYLE_PLAIN, fate(a, d));
	if (is_unknown(d)) {
		pen_put(pen, STYLE_OPEN, STR(" ; quand, et ce qui en a été dit, n'ont pas pu être retrouvés"));
	} else if (str_eq(d->etat, STR("juge"))) {
		next_column(pen, RULE_COLUMN);
		pen_put(pen, d->anomalies ? STYLE_BAD : STYLE_PLAIN,
			arena_printf(a, "%lld anomalie%s", (long long)d->anomalies, plural_s(d->anomalies)));
		pen_put(pen, STYLE_PLAIN, arena_printf(a, ", %lld non vérifiable%s", (long long)d->open, plural_s(d->open)));
	}
	pen_end(pen);
	pen_to(pen, MARGIN);
	pen_put(pen, STYLE_TITLE, clean(a, d->name));
	if (d->seance.n)
		pen_put(pen, STYLE_DIM, arena_printf(a, ", séance du %.*s", STR_ARG(clean(a, d->seance))));
	pen_put(pen, STYLE_DIM, arena_printf(a, ", document %lld, empreinte %.12s", (long long)d->id, d->sha256.p));
	if (d->rebuilt)
		pen_put(pen, STYLE_DIM, STR(", registre reconstruit"));
	pen_end(pen);
}

static void json_document(struct arena *a, const struct history_document *d, struct buf *out)
{
	struct json row, *j = &row;

	open_row(j, "document", d->id, out);
	json_str(j, "recu", when(a, d->received_us));
	put_or_null(j, "juge", when(a, d->judged_us));
	json_str(j, "nom", clean(a, d->name));
	json_str(j, "sha256", d->sha256);
	json_int(j, "octets", d->bytes);
	put_or_null(j, "seance", d->seance);
	json_str(j, "etat", d->etat);
	put_or_null(j, "motif", d->motif);
	put_number_or_null(j, "deja_juge", d->same_as);
	if (is_unknown(d)) {
		json_null(j, "anomalies");
		json_null(j, "non_verifiables");
	} else {
		json_int(j, "anomalies", d->anomalies);
		json_int(j, "non_verifiables", d->open);
	}
	json_bool(j, "reconstruit", d->rebuilt);
	close_row(j);
}

static struct str counted(struct arena *a, const struct history_document *d, int64_t n)
{
	return is_unknown(d) ? STR("") : arena_printf(a, "%lld", (long long)n);
}

static void csv_document(struct arena *a, const struct history_document *d, struct buf *out)
{
	csv_number(out, d->id, false);
	csv_cell(out, when(a, d->received_us), false);
	csv_cell(out, when(a, d->judged_us), false);
	csv_cell(out, clean(a, d->name), false);
	csv_cell(out, d->sha256, false);
	csv_number(out, d->bytes, false);
	csv_cell(out, d->seance, false);
	csv_cell(out, d->etat, false);
	csv_cell(out, d->motif, false);
	csv_cell(out, number_or_nothing(a, d->same_as), false);
	csv_cell(out, counted(a, d, d->anomalies), false);
	csv_cell(out, counted(a, d, d->open), false);
	csv_cell(out, d->rebuilt ? STR("oui") : STR("non"), true);
}

void history_show_document(enum history_form form, struct look look, const struct history_document *d, struct buf *out)
{
	struct pen pen = { .out = out, .look = look, .margin = MARGIN };
	struct arena a;

	arena_init(&a, MIB);
	if (form == HISTORY_PAGE)
		page_document(&a, &pen, d);
	else if (form == HISTORY_JSON)
		json_document(&a, d, out);
	else
		csv_document(&a, d, out);
	arena_done(&a);
}
