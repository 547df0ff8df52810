/* SPDX-License-Identifier: EUPL-1.2 */
/* Read back through the YAML reader, as JSON is YAML; what it says passes through escape.h, for who answers may not be who was meant. */
#include <stdarg.h>
#include <stdio.h>

#include "escape.h"
#include "service_status.h"
#include "status.h"
#include "yamltree.h"

#define MARGIN 4
#define LABEL_COLUMNS 18

struct showing {
	struct arena a;
	struct pen pen;
	const struct yaml_node *root;
};

static struct str text_at(struct showing *s, const struct yaml_node *map, const char *key)
{
	const struct yaml_node *n = yaml_get(map, key);

	return n && n->kind == YAML_SCALAR && !yaml_is_null(n) ? escape_line(&s->a, n->text, 600) : STR("");
}

static int64_t number_at(struct showing *s, const struct yaml_node *map, const char *key)
{
	int64_t v = 0;

	(void)str_int(text_at(s, map, key), &v);
	return v;
}

/* The number and its words, where "%s" is the mark of a plural. */
static struct str counted(struct showing *s, const struct yaml_node *map, const char *key, const char *words)
{
	const int64_t n = number_at(s, map, key);
	struct buf b;

	buf_init(&b, 256);
	buf_printf(&b, "%lld ", (long long)n);
	for (struct str left = str_c(words); left.n > 0;) {
		const size_t at = str_find(left, STR("%s"), 0);
		buf_str(&b, str_part(left, 0, at));
		buf_c(&b, at != STR_NONE ? plural_s(n) : "");
		left = at == STR_NONE ? STR("") : str_part(left, at + 2, left.n);
	}
	const struct str said = arena_dup(&s->a, buf_view(&b));
	buf_done(&b);
	return said;
}

static const struct yaml_node *first_at(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *list = yaml_get(map, key);

	return list && list->kind == YAML_LIST ? list->first : NULL;
}

static struct str minute(struct showing *s, struct str ts)
{
	return ts.n < 16 ? ts : arena_printf(&s->a, "%.10s %.5s", ts.p, ts.p + 11);
}

__attribute__((format(printf, 4, 5))) static void line(struct showing *s, const char *label, enum style style, const char *fmt, ...)
{
	char text[1600];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	pen_put(&s->pen, STYLE_DIM, str_c(label));
	pen_to(&s->pen, LABEL_COLUMNS);
	pen_put(&s->pen, STYLE_DIM, STR(": "));
	pen_put(&s->pen, style, arena_dup(&s->a, str_c(text)));
	pen_end(&s->pen);
}

/* True when there was one. */
static bool reasons(struct showing *s, const char *key, const char *title, enum style style)
{
	const struct yaml_node *n = first_at(s->root, key);

	if (n == NULL)
		return false;
	pen_put(&s->pen, style, str_c(title));
	pen_end(&s->pen);
	for (; n != NULL; n = n->next) {
		pen_to(&s->pen, MARGIN);
		pen_put(&s->pen, STYLE_PLAIN, escape_line(&s->a, n->text, 1000));
		pen_end(&s->pen);
	}
	return true;
}

static void show_head(struct showing *s)
{
	const struct str state = text_at(s, s->root, "etat");
	const bool runs = str_eq(state, STR("en-service"));
	const struct str since = minute(s, text_at(s, s->root, "depuis")), version = text_at(s, s->root, "version");

	pen_put(&s->pen, STYLE_TITLE, arena_printf(&s->a, "Scrutateur %.*s", STR_ARG(version)));
	pen_put(&s->pen, runs ? STYLE_GOOD : STYLE_BAD, runs ? STR(" en service") : str_eq(state, STR("arret")) ? STR(" s'arrête") : STR(" démarre"));
	pen_put(&s->pen, STYLE_PLAIN,
		arena_printf(&s->a, ", depuis le %.*s, processus %lld", STR_ARG(since), (long long)number_at(s, s->root, "processus")));
	pen_end(&s->pen);
}

static void show_queue(struct showing *s)
{
	const struct yaml_node *q = yaml_get(s->root, "file"), *d = yaml_get(s->root, "depot"), *scans = yaml_get(s->root, "numerisations");
	const struct str oldest = text_at(s, q, "plus_ancien_s"), paused = text_at(s, d, "suspendu"), path = text_at(s, d, "chemin");

	line(s, "File", STYLE_PLAIN, "%lld à juger%s%.*s%s, dont %lld en cours", (long long)number_at(s, q, "attente"),
	     oldest.n ? " (le plus ancien depuis " : "", STR_ARG(oldest), oldest.n ? " s)" : "", (long long)number_at(s, q, "en_cours"));
	line(s, "Dépôt", paused.n ? STYLE_WEAK : STYLE_PLAIN, "%.*s%s%.*s", STR_ARG(path), paused.n ? ", suspendu : " : ", pris au fil de l'eau",
	     STR_ARG(paused));
	const int64_t watched = number_at(s, d, "en_observation");
	const struct str since = watched > 0 ? arena_printf(&s->a, " (depuis %lld s au plus)", (long long)number_at(s, d, "plus_ancien_s")) : STR("");
	line(s, "", STYLE_PLAIN, "%lld en observation%.*s, %.*s, %.*s", (long long)watched, STR_ARG(since), STR_ARG(counted(s, d, "ignores", "nom%s ignoré%s")),
	     STR_ARG(counted(s, d, "refuses", "entrée%s refusée%s")));
	if (str_eq(text_at(s, scans, "actif"), STR("true")))
		line(s, "Numérisations", STYLE_PLAIN, "%lld en attente, %lld en cours sur %lld", (long long)number_at(s, scans, "attente"),
		     (long long)number_at(s, scans, "en_cours"), (long long)number_at(s, scans, "places"));
	else
		line(s, "Numérisations", STYLE_PLAIN, "reconnaissance éteinte");
}

static void count(struct showing *s, struct buf *out, const struct yaml_node *map, const char *key, const char *words)
{
	if (number_at(s, map, key) > 0)
		buf_printf(out, ", %.*s", STR_ARG(counted(s, map, key, words)));
}

static void show_rules(struct showing *s)
{
	const struct yaml_node *r = yaml_get(s->root, "regles"), *d = yaml_get(s->root, "documents");
	struct buf more;

	buf_init(&more, 4096);
	count(s, &more, r, "precedentes", "d'une version précédente");
	count(s, &more, r, "suspendues", "suspendue%s");
	count(s, &more, r, "refusees", "refusée%s");
	count(s, &more, r, "desactivees", "désactivée%s");
	line(s, "Règles", STYLE_PLAIN, "%lld en service%.*s ; jeu %.*s", (long long)number_at(s, r, "en_service"), STR_ARG(buf_view(&more)),
	     STR_ARG(str_part(text_at(s, r, "jeu"), 0, 12)));
	buf_clear(&more);
	for (const struct yaml_node *n = first_at(s->root, "refus"); n != NULL; n = n->next) {
		const struct str word = text_at(s, n, "motif");
		buf_printf(&more, "%s%.*s %lld", more.n ? ", " : " : ", STR_ARG(word), (long long)number_at(s, n, "n"));
	}
	line(s, "Documents", STYLE_PLAIN, "depuis le démarrage : %.*s, %lld de contenu déjà jugé, %.*s%.*s", STR_ARG(counted(s, d, "juges", "jugé%s")),
	     (long long)number_at(s, d, "deja_juges"), STR_ARG(counted(s, d, "refuses", "refusé%s")), STR_ARG(buf_view(&more)));
	buf_done(&more);
}

static void show_findings(struct showing *s)
{
	bool first = true;

	for (const struct yaml_node *n = first_at(s->root, "constats"); n != NULL; n = n->next) {
		const int64_t errors = number_at(s, n, "erreur");

		if (number_at(s, n, "anomalie") + number_at(s, n, "non_verifiable") + errors == 0)
			continue;
		const struct str rule = text_at(s, n, "regle");
		line(s, first ? "Constats" : "", errors ? STYLE_BROKEN : STYLE_PLAIN, "%.*s : %.*s, %.*s, %.*s", STR_ARG(rule),
		     STR_ARG(counted(s, n, "anomalie", "anomalie%s")), STR_ARG(counted(s, n, "non_verifiable", "non vérifiable%s")),
		     STR_ARG(counted(s, n, "erreur", "erreur%s")));
		first = false;
	}
}

static void show_machine(struct showing *s)
{
	const struct yaml_node *disk = yaml_get(s->root, "disque"), *box = yaml_get(s->root, "confinement");
	const struct str said = text_at(s, box, "dit");

	for (const struct yaml_node *n = first_at(s->root, "sorties"); n != NULL; n = n->next) {
		const bool failing = str_eq(text_at(s, n, "en_panne"), STR("true"));
		const struct str name = text_at(s, n, "nom");
		line(s, n == first_at(s->root, "sorties") ? "Sorties" : "", failing ? STYLE_BAD : STYLE_PLAIN, "%.*s%s, %lld à livrer", STR_ARG(name),
		     failing ? " en panne" : "", (long long)number_at(s, n, "a_livrer"));
	}
	line(s, "Disque", STYLE_PLAIN, "%lld Mio libres sur %lld ; quarantaine %lld Kio", (long long)number_at(s, disk, "libre") / (int64_t)MIB,
	     (long long)number_at(s, disk, "total") / (int64_t)MIB, (long long)number_at(s, disk, "quarantaine") / (int64_t)KIB);
	line(s, "Confinement", STYLE_PLAIN, "%.*s", STR_ARG(said));
}

static void show_errors(struct showing *s)
{
	const struct yaml_node *e = yaml_get(s->root, "erreurs");

	line(s, "Messages", STYLE_PLAIN, "%.*s, %.*s depuis le démarrage", STR_ARG(counted(s, e, "erreurs", "erreur%s")),
	     STR_ARG(counted(s, e, "avertissements", "avertissement%s")));
	for (const struct yaml_node *n = first_at(e, "dernieres"); n != NULL; n = n->next) {
		const bool error = str_eq(text_at(s, n, "niveau"), STR("erreur"));
		pen_to(&s->pen, MARGIN);
		pen_put(&s->pen, STYLE_DIM, minute(s, text_at(s, n, "ts")));
		pen_put(&s->pen, error ? STYLE_BAD : STYLE_WEAK, error ? STR(" erreur : ") : STR(" avertissement : "));
		pen_put(&s->pen, STYLE_PLAIN, text_at(s, n, "texte"));
		pen_end(&s->pen);
	}
}

bool status_shown(struct str json, struct look look, struct buf *out, bool *ret_wrong, struct err *e)
{
	struct showing s = { .pen = { .out = out, .look = look, .margin = MARGIN } };
	bool ok;

	arena_init(&s.a, 64 * MIB);
	ok = yaml_parse(&s.a, json, "etat.json", &s.root, e) &&
	     (str_eq(text_at(&s, s.root, "schema"), STR(STATUS_SCHEMA)) || err_set(e, ERR_SYNTAX, "ce qui répond n'est pas le service, ou pas sa version"));
	if (ok) {
		show_head(&s);
		*ret_wrong = reasons(&s, "pannes", "En panne :", STYLE_BAD);
		*ret_wrong |= reasons(&s, "avertissements", "À regarder :", STYLE_WEAK);
		show_queue(&s);
		show_rules(&s);
		show_findings(&s);
		show_machine(&s);
		show_errors(&s);
	}
	arena_done(&s.a);
	return ok;
}
