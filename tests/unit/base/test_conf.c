/* SPDX-License-Identifier: EUPL-1.2 */
/* The configuration: defaults of the source tree, every key, errors with their place, the shipped file. */
#include "tmpdir.h"

#include <errno.h>
#include <unistd.h>

#include "conf.h"
#include "bounds.h"

static struct arena arena;
static struct conf conf, defaults;
static struct err e;

static bool load(const char *text)
{
	tmpdir_put("scrutateur.yaml", text);
	e = (struct err){ 0 };
	conf = (struct conf){ .enfants = 4242 };
	return conf_load(&arena, tmpdir_path("scrutateur.yaml"), &conf, &e);
}

#define assert_refused(text, l, c, words)                                                                              \
	do {                                                                                                           \
		assert_false(load(text));                                                                              \
		assert_place(e, l, c);                                                                                 \
		assert_contains(e.msg, words);                                                                         \
		assert_string_equal(e.file, tmpdir_path("scrutateur.yaml"));                                           \
		assert_int_equal(conf.enfants, 4242);                                                                  \
	} while (0)

static void assert_same_tools(const struct conf_tools *a, const struct conf_tools *b)
{
	assert_int_equal(a->n, b->n);
	for (size_t i = 0; i < a->n; i++)
		assert_string_equal(a->at[i].shown, b->at[i].shown);
	assert_int_equal(a->memoire_mio, b->memoire_mio);
	assert_int_equal(a->calcul_s, b->calcul_s);
	assert_int_equal(a->duree_s, b->duree_s);
}

static void assert_same(const struct conf *a, const struct conf *b)
{
	assert_string_equal(a->depot, b->depot);
	assert_string_equal(a->etat, b->etat);
	assert_string_equal(a->regles, b->regles);
	assert_string_equal(a->lua, b->lua);
	assert_string_equal(a->exemples, b->exemples);
	assert_string_equal(a->parametres, b->parametres);
	assert_string_equal(a->collectivites, b->collectivites);
	assert_string_equal(a->lexique, b->lexique);
	assert_int_equal(a->balayage_s, b->balayage_s);
	assert_int_equal(a->stabilite_ms, b->stabilite_ms);
	assert_int_equal(a->enfants, b->enfants);
	assert_string_equal(a->admission.marque, b->admission.marque);
	assert_int_equal(a->admission.attente, b->admission.attente);
	assert_int_equal(a->admission.libre_mio, b->admission.libre_mio);
	assert_int_equal(a->admission.quarantaine_mio, b->admission.quarantaine_mio);
	assert_int_equal(a->limites.octets, b->limites.octets);
	assert_int_equal(a->limites.texte, b->limites.texte);
	assert_int_equal(a->limites.delai_ms, b->limites.delai_ms);
	assert_int_equal(a->limites.pages, b->limites.pages);
	assert_int_equal(a->ocr.actif, b->ocr.actif);
	assert_int_equal(a->ocr.enfants, b->ocr.enfants);
	assert_int_equal(a->ocr.pages, b->ocr.pages);
	assert_int_equal(a->ocr.duree_s, b->ocr.duree_s);
	for (size_t i = 0; i < EXTRACTORS; i++)
		assert_same_tools(&a->outils[i], &b->outils[i]);
	assert_string_equal(a->alertes.fichier, b->alertes.fichier);
	assert_int_equal(a->alertes.journal, b->alertes.journal);
	assert_int_equal(a->alertes.syslog, b->alertes.syslog);
	assert_int_equal(a->supervision.socket == NULL, b->supervision.socket == NULL);
	assert_int_equal(a->supervision.mode, b->supervision.mode);
	assert_int_equal(a->supervision.groupe == NULL, b->supervision.groupe == NULL);
	assert_int_equal(a->supervision.tcp == NULL, b->supervision.tcp == NULL);
}

TEST(test_conf__defaults_are_those_of_the_tree_the_test_was_built_in)
{
	assert_string_equal(defaults.file, "");
	assert_contains(defaults.regles, "/rules");
	assert_int_equal(access(defaults.regles, R_OK | X_OK), 0);
	assert_int_equal(access(defaults.lexique, R_OK), 0);
	assert_int_equal(access(defaults.lua, R_OK | X_OK), 0);
	assert_int_equal(access(defaults.exemples, R_OK | X_OK), 0);
	assert_int_equal(defaults.balayage_s, 30);
	assert_int_equal(defaults.stabilite_ms, 500);
	assert_int_equal(defaults.enfants, 2);
	assert_int_equal(defaults.limites.delai_ms, LIMIT_CHILD_WALL_MS);
	assert_false(defaults.alertes.journal);
	assert_false(defaults.alertes.syslog);
}

TEST(test_conf__an_empty_file_gives_the_defaults)
{
	assert_true(load(""));
	assert_same(&conf, &defaults);
	assert_string_equal(conf.file, tmpdir_path("scrutateur.yaml"));
}

/* The shipped file stands beside the lexicon of the tree. */
TEST(test_conf__the_shipped_file_is_valid_and_says_the_defaults)
{
	struct str lexique = str_c(defaults.lexique);
	struct str dir = str_part(lexique, 0, lexique.n - strlen("lexique.yaml"));
	const char *path = arena_printf(&arena, "%.*sscrutateur.yaml", STR_ARG(dir)).p;
	if (!conf_load(&arena, path, &conf, &e))
		fail_msg("%s:%u:%u: %s", e.file, e.line, e.col, e.msg);
	assert_same(&conf, &defaults);

	char text[16384];
	FILE *f = fopen(path, "re");
	size_t n = fread(text, 1, sizeof text - 1, f), lines = 0, keys;
	fclose(f);
	text[n] = '\0';
	for (size_t i = 0; i < n; i++)
		lines += text[i] == '\n';
	assert_in_range(lines, 20, 80);
	const struct conf_key *k = conf_keys(&keys);
	for (size_t i = 0; i < keys; i++)
		assert_contains(text, arena_printf(&arena, "%s:", k[i].name).p);
}

/* A line of the page that sets the word in bold: .B or .BR. */
static bool is_bold(const char *page, const char *word)
{
	size_t n = strlen(word);

	for (const char *line = page; line != NULL; line = strchr(line, '\n')) {
		line += line != page;
		const char *end = strchr(line, '\n');
		for (const char *at = line; strncmp(line, ".B", 2) == 0 && (at = strstr(at, word)) != NULL && at < end; at++)
			if (at[-1] == ' ' && strchr(" \n", at[n]))
				return true;
	}
	return false;
}

/* The man page is written by hand and must name what the table knows. */
TEST(test_conf__every_key_is_in_the_manual)
{
	struct str tree = str_part(str_c(defaults.lexique), 0, strlen(defaults.lexique) - strlen("conf/lexique.yaml"));
	char page[16384];
	size_t keys;
	FILE *f = fopen(arena_printf(&arena, "%.*sman/scrutateur.yaml.5", STR_ARG(tree)).p, "re");

	assert_non_null(f);
	page[fread(page, 1, sizeof page - 1, f)] = '\0';
	fclose(f);
	const struct conf_key *k = conf_keys(&keys);
	for (size_t i = 0; i < keys; i++)
		if (k[i].type != CONF_SECTION && !is_bold(page, k[i].name))
			fail_msg("« %s » is not in man/scrutateur.yaml.5", k[i].name);
	assert_false(is_bold(page, "outil"));
	assert_contains(page, ".SS extraction");
}

TEST(test_conf__every_key_is_read)
{
	assert_true(load("depot: /a\netat: /b\nregles: /c\nparametres: /d\ncollectivites: /e\nlexique: /f.yaml\n"
			 "balayage_s: 86400\nstabilite_ms: 10\nenfants: 64\nbac_a_sable: strict\n"
			 "admission: {marque: fini, attente: 1, libre_mio: 0, quarantaine_mio: 3}\n"
			 "limites: {octets: 1, texte: 2, delai_ms: 100}\n"
			 "alertes:\n  fichier: /g.jsonl\n  journal: oui\n  syslog: oui\n"));
	assert_string_equal(conf.depot, "/a");
	assert_string_equal(conf.etat, "/b");
	assert_string_equal(conf.regles, "/c");
	assert_string_equal(conf.parametres, "/d");
	assert_string_equal(conf.collectivites, "/e");
	assert_string_equal(conf.lexique, "/f.yaml");
	assert_int_equal(conf.balayage_s, 86400);
	assert_int_equal(conf.stabilite_ms, 10);
	assert_int_equal(conf.enfants, 64);
	assert_int_equal(conf.bac_a_sable, SANDBOX_STRICT);
	assert_string_equal(conf.admission.marque, "fini");
	assert_int_equal(conf.admission.attente, 1);
	assert_int_equal(conf.admission.libre_mio, 0);
	assert_int_equal(conf.admission.quarantaine_mio, 3);
	assert_int_equal(conf.limites.octets, 1);
	assert_int_equal(conf.limites.texte, 2);
	assert_int_equal(conf.limites.delai_ms, 100);
	assert_string_equal(conf.alertes.fichier, "/g.jsonl");
	assert_true(conf.alertes.journal);
	assert_true(conf.alertes.syslog);
}

TEST(test_conf__the_mark_is_a_name)
{
	assert_refused("admission: {marque: a/b}\n", 1, 21, "nom de fichier");
	assert_refused("admission: {marque: .fini}\n", 1, 21, "nom de fichier");
	assert_refused("admission: {marque: \"\"}\n", 1, 21, "nom de fichier");
	assert_refused("admission: {marque: [a]}\n", 1, 21, "nom de fichier");
	assert_refused("admission: {attente: 0}\n", 1, 22, "");
}

TEST(test_conf__the_sandbox_has_two_words)
{
	assert_true(load("bac_a_sable: souple\n"));
	assert_int_equal(conf.bac_a_sable, SANDBOX_SOUPLE);
	assert_false(load("bac_a_sable: oui\n"));
	assert_contains(e.msg, "« strict » ou « souple »");
	assert_false(load("bac_a_sable: [strict]\n"));
}

TEST(test_conf__tools_are_words)
{
	assert_true(load("extraction:\n  pdf: {outils: [\"OMP=1 A_2=x y prog  -a b=c %donnees/f --x=%donnees/g a%donnees\"], memoire_mio: 16, calcul_s: 1, duree_s: 2}\n"
			 "  doc: {outils: non}\nocr: {actif: oui, enfants: 2, pages: 3, duree_s: 4}\n"));
	const struct conf_tools *t = &conf.outils[EXTRACT_PDF];
	assert_int_equal(t->n, 1);
	assert_string_equal(t->at[0].env[0], "OMP=1");
	assert_string_equal(t->at[0].env[1], "A_2=x");
	assert_null(t->at[0].env[2]);
	static const char *const before[] = { "y", "prog", "-a", "b=c" };
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(t->at[0].argv[i], before[i]);
	assert_string_equal(t->at[0].argv[4], arena_printf(&arena, "%s/f", defaults.extraction).p);
	assert_string_equal(t->at[0].argv[5], arena_printf(&arena, "--x=%s/g", defaults.extraction).p);
	assert_string_equal(t->at[0].argv[6], "a%donnees");
	assert_null(t->at[0].argv[7]);
	assert_int_equal(t->memoire_mio, 16);
	assert_int_equal(t->calcul_s, 1);
	assert_int_equal(t->duree_s, 2);
	assert_int_equal(conf.outils[EXTRACT_DOC].n, 0);
	assert_int_equal(conf.outils[EXTRACT_DOCX].n, 1); /* what is left out keeps its default */
	assert_true(conf.ocr.actif);
	assert_int_equal(conf.ocr.pages, 3);
}

/* `n` words, the program among them. */
static struct str words(size_t n)
{
	struct str s = STR("");
	for (size_t i = 0; i < n; i++)
		s = arena_printf(&arena, "%.*s w%zu", STR_ARG(s), i);
	return s;
}

TEST(test_conf__tools_at_both_sides_of_their_limits)
{
	struct conf_command c;
	struct err why = { 0 };
	assert_true(conf_command(&arena, words(LIMIT_TOOL_WORDS), "/d", &c, &why));
	assert_false(conf_command(&arena, words(LIMIT_TOOL_WORDS + 1), "/d", &c, &why));
	assert_int_equal(why.code, ERR_LIMIT);
	assert_false(conf_command(&arena, STR("A=1 B=2"), "/d", &c, &why));
	assert_int_equal(why.code, ERR_SYNTAX);
	assert_true(load("extraction: {pdf: {outils: [a, b, c, d]}}\n"));
	assert_int_equal(conf.outils[EXTRACT_PDF].n, LIMIT_TOOL_COMMANDS);
	assert_refused("extraction: {pdf: {outils: [a, b, c, d, e]}}\n", 1, 41, "trop de lignes");
	assert_refused("extraction: {pdf: {outils: []}}\n", 1, 28, "liste de lignes de commande");
	assert_refused("extraction: {pdf: {outils: oui}}\n", 1, 28, "liste de lignes de commande");
	assert_refused("extraction: {pdf: {outils: [\" \"]}}\n", 1, 29, "sans programme");
	assert_refused("extraction: {pdf: {memoire_mio: 2049}}\n", 1, 33, "");
	assert_refused("extraction: {pfd: {}}\n", 1, 14, "pdf");
	assert_refused("limites: {pages: 501}\n", 1, 18, "");
}

TEST(test_conf__supervision_is_a_socket_with_rights)
{
	char path[LIMIT_SOCKET_PATH + 2];

	assert_true(load("supervision: {socket: s.sock, mode: 0600, groupe: adm}\n"));
	assert_string_equal(conf.supervision.socket, tmpdir_path("s.sock"));
	assert_int_equal(conf.supervision.mode, 0600);
	assert_string_equal(conf.supervision.groupe, "adm");
	assert_true(load("supervision: {socket: non, mode: \"666\", groupe: non}\n"));
	assert_null(conf.supervision.socket);
	assert_null(conf.supervision.groupe);
	assert_int_equal(conf.supervision.mode, 0666);
	memset(path, 'a', sizeof path);
	path[0] = '/';
	path[LIMIT_SOCKET_PATH] = '\0';
	assert_true(load(arena_printf(&arena, "supervision: {socket: %s}\n", path).p));
	path[LIMIT_SOCKET_PATH] = 'a';
	path[LIMIT_SOCKET_PATH + 1] = '\0';
	assert_refused(arena_printf(&arena, "supervision: {socket: %s}\n", path).p, 1, 23, "trop long");
	for (size_t i = 0; i < 8; i++) {
		static const char *const wrong[] = { "60", "06600", "770", "677", "060", "668", "rw", "[6]" };
		assert_refused(arena_printf(&arena, "supervision: {mode: %s}\n", wrong[i]).p, 1, 21, "en octal");
	}
	assert_refused("supervision: {groupe: A B}\n", 1, 23, "groupe");
	assert_refused("supervision: {groupe: \"\"}\n", 1, 23, "groupe");
	assert_refused("supervision: {sockett: /a}\n", 1, 15, "socket");
}

TEST(test_conf__supervision_is_asked_from_this_machine_only)
{
	static const char *const right[] = { "127.0.0.1:9187", "127.1.2.3:1", "127.0.0.1:65535", "\"[::1]:9187\"" };
	static const char *const wrong[] = { "0.0.0.0:9187", "192.168.1.1:80", "localhost:9187", "\":9187\"", "127.0.0.1:0", "127.0.0.1:65536",
					     "127.0.0.1", "\"127.0.0.1:\"", "127.0.0.1:09", "127.0.1:80", "\"[::]:9187\"", "\"::1:9187\"", "\"[::ffff:127.0.0.1]:1\"",
					     "9187", "oui", "\"\"", "127.0.0.1.example:80", "[a]" };

	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		assert_true(load(arena_printf(&arena, "supervision: {tcp: %s}\n", right[i]).p));
	assert_string_equal(conf.supervision.tcp, "[::1]:9187");
	assert_true(load("supervision: {tcp: non}\n"));
	assert_null(conf.supervision.tcp);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_refused(arena_printf(&arena, "supervision: {tcp: %s}\n", wrong[i]).p, 1, 20, "une adresse de bouclage");
}

TEST(test_conf__relative_paths_start_at_the_file)
{
	assert_true(load("depot: depot\nregles: ../rules\nalertes: {fichier: a.jsonl}\n"));
	assert_string_equal(conf.depot, tmpdir_path("depot"));
	assert_string_equal(conf.regles, tmpdir_path("../rules"));
	assert_string_equal(conf.alertes.fichier, tmpdir_path("a.jsonl"));
	assert_string_equal(conf.etat, defaults.etat);
}

TEST(test_conf__a_file_named_without_directory)
{
	tmpdir_put("c.yaml", "depot: depot\n");
	int back = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_int_equal(fchdir(tmp_dir), 0);
	bool ok = conf_load(&arena, "c.yaml", &conf, &e);
	assert_int_equal(fchdir(back), 0);
	close(back);
	assert_true(ok);
	assert_string_equal(conf.depot, "depot");
}

TEST(test_conf__no_alert_file)
{
	assert_true(load("alertes: {fichier: non}"));
	assert_null(conf.alertes.fichier);
	assert_true(load("alertes: {fichier: \"non\"}"));
	assert_string_equal(conf.alertes.fichier, tmpdir_path("non"));
	assert_refused("alertes: {fichier: oui}", 1, 20, "un chemin est attendu, ou « non »");
}

TEST(test_conf__unknown_keys)
{
	assert_refused("depot: /a\nbalayge_s: 3\n", 2, 1, "clé inconnue « balayge_s » ; vouliez-vous « balayage_s » ?");
	assert_refused("alertes:\n  fichiers: /a\n", 2, 3, "vouliez-vous « fichier » ?");
	assert_refused("limites: {octet: 1}\n", 1, 11, "vouliez-vous « octets » ?");
	assert_refused("octets: 1\n", 1, 1, "clé inconnue « octets »");
	assert_refused("lua: /a\n", 1, 1, "clé inconnue « lua »");
}

static const char *with_number(const struct conf_key *k, int64_t v)
{
	long long n = v;
	size_t all;
	const struct conf_key *up = conf_keys(&all);
	/* The tools of a type stand two levels down. */
	while (all-- > 0)
		if (k->section[0] && strcmp(up[all].name, k->section) == 0 && up[all].type == CONF_SECTION && up[all].section[0])
			return arena_printf(&arena, "%s: {%s: {%s: %lld}}\n", up[all].section, k->section, k->name, n).p;
	if (k->section[0])
		return arena_printf(&arena, "%s: {%s: %lld}\n", k->section, k->name, n).p;
	return arena_printf(&arena, "%s: %lld\n", k->name, n).p;
}

TEST(test_conf__every_number_on_both_sides)
{
	size_t n;
	const struct conf_key *k = conf_keys(&n);
	for (size_t i = 0; i < n; i++) {
		if (k[i].type != CONF_INT)
			continue;
		assert_true(load(with_number(&k[i], k[i].min)));
		assert_true(load(with_number(&k[i], k[i].max)));
		assert_false(load(with_number(&k[i], k[i].min - 1)));
		assert_contains(e.msg, "n'est pas entre");
		assert_false(load(with_number(&k[i], k[i].max + 1)));
		assert_contains(e.msg, "n'est pas entre");
	}
}

TEST(test_conf__wrong_types)
{
	assert_refused("enfants: deux\n", 1, 10, "nombre entier attendu");
	assert_refused("enfants: \"2\"\n", 1, 10, "nombre entier attendu");
	assert_refused("enfants: 2.0\n", 1, 10, "nombre entier attendu");
	assert_refused("enfants: [2]\n", 1, 10, "nombre entier attendu");
	assert_refused("enfants:\n", 1, 9, "nombre entier attendu");
	assert_refused("alertes: {journal: true}\n", 1, 20, "« oui » ou « non »");
	assert_refused("depot: [a]\n", 1, 8, "un chemin est attendu");
	assert_refused("depot: \"\"\n", 1, 8, "un chemin est attendu");
	assert_refused("depot: ~\n", 1, 8, "un chemin est attendu");
	assert_refused("depot: ~/depot\n", 1, 8, "« ~ » n'est pas remplacé");
	assert_refused("depot: \"a\\0b\"\n", 1, 8, "caractère nul");
	assert_refused("alertes: oui\n", 1, 10, "des clés sont attendues");
	assert_refused("- depot\n", 1, 1, "des clés sont attendues");
	assert_refused("depot: /a\ndepot: /b\n", 2, 1, "déjà écrite ligne 1");
	assert_refused("depot: &x /a\n", 1, 8, "ancres");
}

static void refused_at(const char *text, unsigned line, const char *word)
{
	assert_false(load(text));
	assert_int_equal(e.line, line);
	assert_contains(e.msg, word);
}

TEST(test_conf__the_service_never_takes_its_own_files)
{
	refused_at("depot: d\netat: d\n", 2, "séparés");
	refused_at("depot: d\netat: d/etat\n", 2, "séparés");
	refused_at("etat: e\ndepot: e/depot\n", 1, "séparés");
	refused_at("etat: ./e/../e\ndepot: e\n", 1, "séparés");
	refused_at("depot: d\netat: e\nalertes:\n  fichier: d/alertes.jsonl\n", 4, "dossier de dépôt");
	assert_true(load("depot: d\netat: d2\nalertes:\n  fichier: d2/alertes.jsonl\n"));
}

/* Alerts appended to one of these would damage it, or make the service reload for ever: by path, and by inode where it exists. */
TEST(test_conf__alerts_never_go_into_a_file_of_the_service)
{
	static const char *const own[] = { "registre.sqlite", "registre.sqlite-wal", "verrou", "regles.json", "attente/x", "archive/x", "regles-bonnes/x", "../e/verrou" };
	char text[300];

	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		snprintf(text, sizeof text, "depot: d\netat: e\nalertes:\n  fichier: e/%s\n", own[i]);
		refused_at(text, 4, "fichiers du service");
	}
	refused_at("depot: d\netat: e\nalertes: { fichier: scrutateur.yaml }\n", 3, "est lu par le service");
	refused_at("depot: d\netat: e\nlexique: l.yaml\nalertes: { fichier: ./l.yaml }\n", 4, "est lu par le service");
	refused_at("regles: r\ndepot: d\netat: e\nalertes: { fichier: r/x.lua }\n", 4, "est lu par le service");
	assert_true(load("depot: d\netat: e\nregles: r\nalertes: { fichier: e/alertes.jsonl }\n"));
	assert_true(load("depot: d\netat: e\nregles: r\nalertes: { fichier: r/alertes.jsonl }\n"));
	tmpdir_put("l.yaml", "");
	assert_int_equal(linkat(tmp_dir, "l.yaml", tmp_dir, "autre-nom", 0), 0);
	refused_at("depot: d\netat: e\nlexique: l.yaml\nalertes: { fichier: autre-nom }\n", 4, "est lu par le service");
}

TEST(test_conf__the_socket_is_no_deposit_and_no_file_of_the_service)
{
	refused_at("depot: d\netat: e\nsupervision: { socket: d/s.sock }\n", 3, "dossier de dépôt");
	refused_at("depot: d\netat: e\nsupervision: { socket: e/registre.sqlite }\n", 3, "fichiers du service");
	refused_at("depot: d\netat: e\nalertes: { fichier: a }\nsupervision: { socket: ./a }\n", 4, "fichiers du service");
	assert_true(load("depot: d\netat: e\nsupervision: { socket: e/etat.sock }\n"));
}

TEST(test_conf__typographic_quotes_are_no_quotes)
{
	refused_at("depot: « /tmp/x »\n", 1, "guillemets");
	refused_at("depot: “/tmp/x”\n", 1, "guillemets");
}

TEST(test_conf__a_missing_file_is_named)
{
	assert_false(conf_load(&arena, tmpdir_path("rien.yaml"), &conf, &e));
	assert_int_equal(e.sys, ENOENT);
	assert_string_equal(e.file, tmpdir_path("rien.yaml"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TMPDIR(test_conf__defaults_are_those_of_the_tree_the_test_was_built_in),
		IN_TMPDIR(test_conf__an_empty_file_gives_the_defaults),
		IN_TMPDIR(test_conf__the_shipped_file_is_valid_and_says_the_defaults),
		IN_TMPDIR(test_conf__every_key_is_in_the_manual),
		IN_TMPDIR(test_conf__every_key_is_read),
		IN_TMPDIR(test_conf__the_mark_is_a_name),
		IN_TMPDIR(test_conf__the_sandbox_has_two_words),
		IN_TMPDIR(test_conf__tools_are_words),
		IN_TMPDIR(test_conf__tools_at_both_sides_of_their_limits),
		IN_TMPDIR(test_conf__supervision_is_a_socket_with_rights),
		IN_TMPDIR(test_conf__supervision_is_asked_from_this_machine_only),
		IN_TMPDIR(test_conf__relative_paths_start_at_the_file),
		IN_TMPDIR(test_conf__a_file_named_without_directory),
		IN_TMPDIR(test_conf__no_alert_file),
		IN_TMPDIR(test_conf__unknown_keys),
		IN_TMPDIR(test_conf__every_number_on_both_sides),
		IN_TMPDIR(test_conf__wrong_types),
		IN_TMPDIR(test_conf__the_service_never_takes_its_own_files),
		IN_TMPDIR(test_conf__alerts_never_go_into_a_file_of_the_service),
		IN_TMPDIR(test_conf__the_socket_is_no_deposit_and_no_file_of_the_service),
		IN_TMPDIR(test_conf__typographic_quotes_are_no_quotes),
		IN_TMPDIR(test_conf__a_missing_file_is_named),
	};
	arena_init(&arena, 64 * MIB);
	conf_default(&arena, &defaults);
	int failed = RUN(tests);
	arena_done(&arena);
	return failed;
}
