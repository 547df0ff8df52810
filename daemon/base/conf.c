/* SPDX-License-Identifier: EUPL-1.2 */
/* The configuration, driven by one table: what is read, what is suggested and what the man page says cannot disagree.
 * The defaults follow the place of the executable, so that the program of a build directory never judges with the
 * installed law.
 */
#include "conf.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "bounds.h"
#include "conf_priv.h"

#define WHERE(field) offsetof(struct conf, field)

/* The four keys of the tools of one type. */
#define TOOLS(parent, type, which, meaning)                                                                            \
	{ parent, type, CONF_SECTION, 0, 0, 0, meaning },                                                              \
	{ type, "outils", CONF_COMMANDS, WHERE(outils[which]), 0, 0, "lignes de commande, ou « non »" },               \
	{ type, "memoire_mio", CONF_INT, WHERE(outils[which].memoire_mio), 16, LIMIT_TOOL_MEMORY_MIB,                  \
	  "mémoire d'un outil, en Mio" },                                                                              \
	{ type, "calcul_s", CONF_INT, WHERE(outils[which].calcul_s), 1, LIMIT_TOOL_CPU_S,                              \
	  "temps de calcul d'un outil, en secondes" },                                                                 \
	{ type, "duree_s", CONF_INT, WHERE(outils[which].duree_s), 1, LIMIT_TOOL_WALL_S, "durée d'un outil, en secondes" }

static const struct conf_key keys[] = {
	{ "", "depot", CONF_PATH, WHERE(depot), 0, 0, "répertoire où les délibérations sont déposées" },
	{ "", "etat", CONF_PATH, WHERE(etat), 0, 0, "répertoire d'état : copies, registre, quarantaine, archives" },
	{ "", "regles", CONF_PATH, WHERE(regles), 0, 0, "répertoire des règles, un fichier .lua par règle" },
	{ "", "parametres", CONF_PATH, WHERE(parametres), 0, 0, "répertoire du droit daté : seuils et articles" },
	{ "", "collectivites", CONF_PATH, WHERE(collectivites), 0, 0, "répertoire des effectifs des assemblées" },
	{ "", "lexique", CONF_PATH, WHERE(lexique), 0, 0, "fichier des tournures que la lecture reconnaît" },
	{ "", "reglages", CONF_PATH, WHERE(reglages), 0, 0, "fichier des règles désactivées, de leur gravité et des exceptions" },
	{ "", "balayage_s", CONF_INT, WHERE(balayage_s), 1, 86400, "secondes entre deux lectures entières du dépôt" },
	{ "", "stabilite_ms", CONF_INT, WHERE(stabilite_ms), 10, 600000,
	  "millisecondes entre les deux regards qui doivent trouver un fichier inchangé" },
	{ "", "enfants", CONF_INT, WHERE(enfants), 1, LIMIT_IN_FLIGHT_MAX, "documents jugés en même temps" },
	{ "", "bac_a_sable", CONF_SANDBOX, WHERE(bac_a_sable), 0, 0,
	  "« strict » : ne pas démarrer sur un noyau sans Landlock ; « souple » : le dire et servir" },
	{ "", "admission", CONF_SECTION, 0, 0, 0, "ce qui fait prendre un sous-dossier, et ce qui suspend la prise des documents" },
	{ "admission", "marque", CONF_NAME, WHERE(admission.marque), 0, 0, "fichier qui dit qu'un sous-dossier du dépôt est complet" },
	{ "admission", "attente", CONF_INT, WHERE(admission.attente), 1, LIMIT_BACKLOG_MAX, "documents en attente de jugement" },
	{ "admission", "libre_mio", CONF_INT, WHERE(admission.libre_mio), 0, LIMIT_SPACE_MIO,
	  "place qui reste libre sur le disque de l'état, en Mio" },
	{ "admission", "quarantaine_mio", CONF_INT, WHERE(admission.quarantaine_mio), 1, LIMIT_SPACE_MIO,
	  "taille de la quarantaine, en Mio" },
	{ "", "limites", CONF_SECTION, 0, 0, 0, "limites d'un document" },
	{ "limites", "octets", CONF_INT, WHERE(limites.octets), 1, LIMIT_DOCUMENT_BYTES,
	  "taille d'un fichier reçu, en octets" },
	{ "limites", "texte", CONF_INT, WHERE(limites.texte), 1, LIMIT_TEXT_BYTES, "taille de son texte, en octets" },
	{ "limites", "delai_ms", CONF_INT, WHERE(limites.delai_ms), 100, 60000,
	  "temps laissé à une règle, en millisecondes" },
	{ "limites", "pages", CONF_INT, WHERE(limites.pages), 1, LIMIT_PAGES, "pages d'un document" },
	{ "", "extraction", CONF_SECTION, 0, 0, 0, "outils qui tirent le texte de ce qui n'en est pas" },
	TOOLS("extraction", "pdf", EXTRACT_PDF, "PDF"),
	TOOLS("extraction", "doc", EXTRACT_DOC, "Word ancien (.doc)"),
	TOOLS("extraction", "docx", EXTRACT_DOCX, "Word (.docx)"),
	TOOLS("extraction", "odt", EXTRACT_ODT, "OpenDocument (.odt)"),
	TOOLS("extraction", "images", EXTRACT_PICTURES, "nomme les images d'un PDF : quelles pages sans texte sont à lire"),
	{ "", "ocr", CONF_SECTION, 0, 0, 0, "reconnaissance de caractères des numérisations et des images" },
	{ "ocr", "actif", CONF_BOOL, WHERE(ocr.actif), 0, 0, "oui : reconnaître les numérisations" },
	{ "ocr", "enfants", CONF_INT, WHERE(ocr.enfants), 1, LIMIT_IN_FLIGHT_MAX, "numérisations reconnues en même temps" },
	{ "ocr", "pages", CONF_INT, WHERE(ocr.pages), 1, LIMIT_PAGES, "pages d'une numérisation" },
	{ "ocr", "duree_s", CONF_INT, WHERE(ocr.duree_s), 1, LIMIT_OCR_S, "durée pour un document, en secondes" },
	TOOLS("ocr", "page", EXTRACT_PAGE, "dessine une page d'un PDF"),
	TOOLS("ocr", "image", EXTRACT_IMAGE, "reconnaît une image"),
	{ "", "alertes", CONF_SECTION, 0, 0, 0, "où vont les alertes" },
	{ "alertes", "fichier", CONF_PATH_OR_NONE, WHERE(alertes.fichier), 0, 0,
	  "fichier JSON Lines, ou « non » pour n'en écrire aucun" },
	{ "alertes", "journal", CONF_BOOL, WHERE(alertes.journal), 0, 0, "oui : envoyer aussi au journal systemd" },
	{ "alertes", "syslog", CONF_BOOL, WHERE(alertes.syslog), 0, 0, "oui : envoyer aussi à syslog" },
	{ "", "supervision", CONF_SECTION, 0, 0, 0, "où le service dit comment il va" },
	{ "supervision", "socket", CONF_SOCKET, WHERE(supervision.socket), 0, 0, "socket Unix, ou « non »" },
	{ "supervision", "mode", CONF_MODE, WHERE(supervision.mode), 0, 0, "ses droits, en octal" },
	{ "supervision", "groupe", CONF_GROUP, WHERE(supervision.groupe), 0, 0, "son groupe, ou « non » : celui du service" },
	{ "supervision", "tcp", CONF_LOOPBACK, WHERE(supervision.tcp), 0, 0, "adresse et port de bouclage, ou « non »" },
};
#define KEYS (sizeof keys / sizeof *keys)

const struct conf_key *conf_keys(size_t *ret_n)
{
	*ret_n = KEYS;
	return keys;
}

static void *field(const struct loader *l, const struct conf_key *k)
{
	return (char *)l->to + k->offset;
}

bool conf_refuse(const struct loader *l, const struct yaml_node *n, const char *why)
{
	return err_at(l->e, ERR_VALUE, l->file, n->line, n->col, "%s", why);
}

static bool load_path(const struct loader *l, const struct yaml_node *n, const char **ret)
{
	if (n->kind != YAML_SCALAR || yaml_is_null(n) || n->text.n == 0)
		return conf_refuse(l, n, "un chemin est attendu");
	if (memchr(n->text.p, '\0', n->text.n))
		return conf_refuse(l, n, "caractère nul dans un chemin");
	if (str_starts(n->text, STR("«")) || str_starts(n->text, STR("“")))
		return conf_refuse(l, n, "guillemets typographiques : écrivez le chemin sans guillemets, ou entre \"");
	if (n->text.p[0] == '~')
		return conf_refuse(l, n, "« ~ » n'est pas remplacé par le répertoire personnel : écrivez le chemin entier (ou « ./~… » pour un nom qui commence ainsi)");
	if (n->text.p[0] == '/')
		*ret = n->text.p;
	else
		*ret = arena_printf(l->a, "%.*s%.*s", STR_ARG(l->dir), STR_ARG(n->text)).p;
	return true;
}

bool conf_path_or_none(const struct loader *l, const struct yaml_node *n, const char **ret)
{
	if (n->kind == YAML_SCALAR && !n->quoted && str_eq(n->text, STR("oui")))
		return conf_refuse(l, n, "un chemin est attendu, ou « non »");
	if (n->kind != YAML_SCALAR || n->quoted || !str_eq(n->text, STR("non")))
		return load_path(l, n, ret);
	*ret = NULL;
	return true;
}

static bool load_name(const struct loader *l, const struct yaml_node *n, const char **ret)
{
	if (n->kind != YAML_SCALAR || yaml_is_null(n) || n->text.n == 0 || n->text.n > 255 || memchr(n->text.p, '/', n->text.n) != NULL ||
	    memchr(n->text.p, '\0', n->text.n) != NULL || n->text.p[0] == '.')
		return conf_refuse(l, n, "un nom de fichier est attendu, sans dossier, qui ne commence pas par un point");
	*ret = n->text.p;
	return true;
}

static bool load_commands(const struct loader *l, const struct yaml_node *n, struct conf_tools *ret)
{
	struct conf_tools t = *ret;

	t.n = 0;
	if (n->kind == YAML_SCALAR && !n->quoted && str_eq(n->text, STR("non"))) {
		*ret = t;
		return true;
	}
	if (n->kind != YAML_LIST || n->first == NULL)
		return conf_refuse(l, n, "une liste de lignes de commande est attendue, ou « non »");
	for (const struct yaml_node *c = n->first; c != NULL; c = c->next) {
		struct err e = { 0 };
		if (t.n == LIMIT_TOOL_COMMANDS)
			return conf_refuse(l, c, "trop de lignes de commande pour un type (4 au plus)");
		if (c->kind != YAML_SCALAR)
			return conf_refuse(l, c, "une ligne de commande est attendue");
		if (!conf_command(l->a, c->text, l->to->extraction, &t.at[t.n++], &e))
			return conf_refuse(l, c, e.msg);
	}
	*ret = t;
	return true;
}

static bool load_sandbox(const struct loader *l, const struct yaml_node *n, enum conf_sandbox *ret)
{
	const bool strict = n->kind == YAML_SCALAR && str_eq(n->text, STR("strict"));

	if (!strict && (n->kind != YAML_SCALAR || !str_eq(n->text, STR("souple"))))
		return conf_refuse(l, n, "« strict » ou « souple » est attendu");
	*ret = strict ? SANDBOX_STRICT : SANDBOX_SOUPLE;
	return true;
}

static bool load_section(const struct loader *l, const struct yaml_node *map, const char *section);

static bool load_value(const struct loader *l, const struct conf_key *k, const struct yaml_node *n)
{
	switch (k->type) {
	case CONF_PATH:
		return load_path(l, n, field(l, k));
	case CONF_PATH_OR_NONE:
		return conf_path_or_none(l, n, field(l, k));
	case CONF_INT:
		return yaml_int(n, l->file, k->min, k->max, field(l, k), l->e);
	case CONF_BOOL:
		return yaml_bool(n, l->file, field(l, k), l->e);
	case CONF_NAME:
		return load_name(l, n, field(l, k));
	case CONF_COMMANDS:
		return load_commands(l, n, field(l, k));
	case CONF_SANDBOX:
		return load_sandbox(l, n, field(l, k));
	case CONF_SOCKET:
	case CONF_MODE:
	case CONF_GROUP:
	case CONF_LOOPBACK:
		return conf_supervision(l, k, n);
	case CONF_SECTION:
		return load_section(l, n, k->name);
	}
	return false;
}

static bool load_section(const struct loader *l, const struct yaml_node *map, const char *section)
{
	const char *known[KEYS + 1];
	size_t n = 0;
	for (size_t i = 0; i < KEYS; i++)
		if (strcmp(keys[i].section, section) == 0)
			known[n++] = keys[i].name;
	known[n] = NULL;
	if (!yaml_only(map, l->file, known, l->e))
		return false;
	for (size_t i = 0; i < KEYS; i++) {
		const struct conf_key *k = &keys[i];
		const struct yaml_node *v = strcmp(k->section, section) == 0 ? yaml_get(map, k->name) : NULL;
		if (v && !load_value(l, k, v))
			return false;
		if (v)
			l->places[i] = (struct conf_place){ v->line, v->col };
	}
	return true;
}

bool conf_load(struct arena *a, const char *path, struct conf *ret, struct err *e)
{
	const struct yaml_node *root;
	struct conf c;
	if (!yaml_load(a, path, &root, e))
		return false;
	conf_default(a, &c);
	c.file = arena_dup(a, str_c(path)).p;
	const char *slash = strrchr(path, '/');
	struct loader l = { .a = a, .file = path, .to = &c, .places = ARENA_ARRAY(a, KEYS, struct conf_place), .e = e };
	l.dir = slash ? (struct str){ path, (size_t)(slash - path) + 1 } : STR("");
	memset(l.places, 0, KEYS * sizeof *l.places);
	c.places = l.places;
	if (!load_section(&l, root, "") || !conf_apart(&l))
		return false;
	*ret = c;
	return true;
}
