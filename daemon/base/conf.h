/* SPDX-License-Identifier: EUPL-1.2 */
/* conf/scrutateur.yaml, read with libyaml against a table of keys (the man page is written from the same table).
 *
 * Relative paths are relative to the directory of the configuration file. Keys that are left out take the defaults in
 * conf_default: from the source tree its own rules, parameters and lexicon; installed, those of the package.
 */
#ifndef SCRUTATEUR_CONF_H
#define SCRUTATEUR_CONF_H

#include "arena.h"
#include "bounds.h"
#include "err.h"

/* Tools by what they are given: a document of a type, a page of a PDF to draw, an image to recognise, a PDF whose pictures
 * to list. */
enum extractor { EXTRACT_PDF, EXTRACT_DOC, EXTRACT_DOCX, EXTRACT_ODT, EXTRACT_PAGE, EXTRACT_IMAGE, EXTRACT_PICTURES, EXTRACTORS };
struct conf_command {
	const char *shown;              /* as configured */
	const char *const *env, *const *argv; /* NULL-terminated; leading NAME=VALUE words are the environment */
};
struct conf_tools {
	struct conf_command at[LIMIT_TOOL_COMMANDS];
	size_t n;                       /* 0 = none: that type is refused */
	int64_t memoire_mio, calcul_s, duree_s; /* of one run: address space, CPU, wall clock */
};

enum conf_sandbox { SANDBOX_SOUPLE, SANDBOX_STRICT }; /* without Landlock: say so and serve; do not start */

struct conf {
	const char *file;          /* the file read, or "" for the defaults */
	const struct conf_place *places; /* conf_place.h */
	const char *depot;         /* drop directory */
	const char *etat;          /* state directory: spool, ledger, quarantine, archive */
	const char *regles;        /* directory of rules/<id>.lua */
	const char *lua;           /* shared Lua of the rules; not a key, follows the installation */
	const char *exemples;      /* sample acts of the rules' tests; not a key, follows the installation */
	const char *parametres;    /* directory of dated law */
	const char *collectivites; /* directory of rosters */
	const char *lexique;       /* cue phrases, a file */
	const char *reglages;      /* what the house decided about the rules (rules/policy.h), a file */
	const char *extraction;    /* what tools are given to read (pandoc's filter); not a key, follows the installation */
	int64_t balayage_s;        /* full scan, 1 … 86400, default 30 */
	int64_t stabilite_ms;      /* between the two looks, 10 … 600000, default 500 */
	int64_t enfants;           /* documents judged at once, 1 … LIMIT_IN_FLIGHT_MAX, default 2 */
	enum conf_sandbox bac_a_sable; /* default SANDBOX_SOUPLE */
	struct {
		const char *marque;      /* file that ends a deposit made as a sub-directory */
		int64_t attente;         /* documents waiting to be judged, 1 … LIMIT_BACKLOG_MAX */
		int64_t libre_mio;       /* space that stays free on the disk of `etat`, 0 … LIMIT_SPACE_MIO */
		int64_t quarantaine_mio; /* size of the quarantine, 1 … LIMIT_SPACE_MIO */
	} admission;
	struct {
		int64_t octets;    /* of a received file, 1 … LIMIT_DOCUMENT_BYTES */
		int64_t texte;     /* of its text, 1 … LIMIT_TEXT_BYTES */
		int64_t delai_ms;  /* wall clock of a rule in a document child, 100 … 60000 */
		int64_t pages;     /* of a document that has pages, 1 … LIMIT_PAGES */
	} limites;
	struct conf_tools outils[EXTRACTORS];
	struct {
		bool actif;
		int64_t enfants;   /* scans recognised at once, 1 … LIMIT_IN_FLIGHT_MAX */
		int64_t pages;     /* of a scan, 1 … LIMIT_PAGES */
		int64_t duree_s;   /* of all pages of one document */
	} ocr;
	struct {
		const char *fichier; /* JSON Lines, NULL = none */
		bool journal, syslog;
	} alertes;
	struct {                     /* where the service says how it is */
		const char *socket;  /* at most LIMIT_SOCKET_PATH bytes, or NULL */
		int64_t mode;        /* of the socket: who may read and write, default 0660 */
		const char *groupe;  /* NULL: the service's own */
		const char *tcp;     /* "127.0.0.1:9187" or "[::1]:9187", or NULL */
	} supervision;
};

/* One key of the file: what conf_load accepts there, and what the man page says of it. */
struct conf_key {
	const char *section, *name; /* section "" = at the top */
	enum conf_type { CONF_PATH, CONF_PATH_OR_NONE, CONF_INT, CONF_BOOL, CONF_NAME, CONF_COMMANDS, CONF_SANDBOX, CONF_SOCKET, CONF_MODE, CONF_GROUP, CONF_LOOPBACK, CONF_SECTION } type;
	size_t offset;              /* in struct conf */
	int64_t min, max;           /* CONF_INT */
	const char *meaning;        /* French, one line */
};
const struct conf_key *conf_keys(size_t *ret_n);

/* Where the program's own data stand: beside a build/ directory that holds the executable, the source tree; else the
 * installed places. All strings are the arena's. */
void conf_default(struct arena *a, struct conf *ret);
/* Read `path` over the defaults. Errors carry file:line:column and, for an unknown key, the nearest valid one. */
bool conf_load(struct arena *a, const char *path, struct conf *ret, struct err *e);
/* conf_tools.c. One command line: words between spaces, no shell and no quotes; "%donnees" at the start of a word or
 * behind '=' is conf.extraction, the word "%page" a page number when it is run. ERR_LIMIT, ERR_SYNTAX: no program. */
bool conf_command(struct arena *a, struct str line, const char *data, struct conf_command *ret, struct err *e);
/* The tools of the installation: what conf/scrutateur.yaml shows. */
void conf_default_tools(struct arena *a, struct conf *ret);

#endif
