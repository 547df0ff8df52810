/* SPDX-License-Identifier: EUPL-1.2 */
/* The whole of it on files: loading a directory, essais in children through the real reader, the kept version,
 * judging. */
#include "bench.h"
#include "act.h"
#include "dirs.h"
#include "essayer.h"

#define SAMPLE                                                                                                                 \
	"Département de la Vaugine\n\nSoutien à l'association des Prés hauts\n\n"                                              \
	"Le lundi 18 mars 2024 à 14h20, les membres du Conseil départemental se sont réunis.\n\n"                              \
	"La Commission permanente\n\n"                                                                                         \
	"Vu le code général des collectivités territoriales, et d'abord l'article L. 3211-2 ;\n\nExpose :\n\nUn texte.\n\n"      \
	"Décide :\n\n- d'approuver la convention.\n\nVote :\n\nPour : 5 Contre : 0 Abstentions : 0\n\n"                         \
	"Mise aux voix, la délibération est adoptée à l'unanimité.\n"

#define HEAD(id) "regle { id = \"" id "\", version = \"1.0.0\", titre = \"t\", gravite = \"majeure\", exemple = \"a\", fondement = { { usage = \"u\" } },\n"
#define CONTROLE                                                                                                               \
	"controle = function(d) if d.vote.contre > maximum() then return anomalie(texte(\"%d contre\", d.vote.contre)) end "    \
	"return conforme(texte(\"%d contre\", d.vote.contre)) end }\n"
#define ESSAIS                                                                                                                                         \
	"essai \"a\" { attendu = \"conforme\", message = \"0 contre\" }\n"                                                                             \
	"essai \"b\" { attendu = \"anomalie\", gravite = \"majeure\", preuve = \"Contre : 3\", remplacer = { { \"Contre : 0\", \"Contre : 3\" } } }\n" \
	"essai \"c\" { attendu = \"non_verifiable\", message = \"vote.contre\", remplacer = { { \"Contre : 0 \", \"\" } } }\n"
#define GOOD HEAD("bonne") CONTROLE ESSAIS

struct site {
	struct dirs d;
	char regles[80], lua[80], exemples[90], parametres[90], collectivites[90], lexique[200], bons[80];
	struct ruleset_paths p;
	struct ruleset *rs;
	struct err e;
};

/* The lexicon is the project's own: tests run from the source tree. */
static const char *lexicon_path(void)
{
	static const char *const tries[] = { "conf/lexique.yaml", "../conf/lexique.yaml", "../../conf/lexique.yaml" };
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
		if (access(tries[i], R_OK) == 0)
			return tries[i];
	return tries[0];
}

static void site_open(struct site *s)
{
	memset(s, 0, sizeof *s);
	dirs_open(&s->d);
	dirs_write(&s->d, "lua/commun.lua", "function maximum() return 2 end\n");
	dirs_write(&s->d, "exemples/a.txt", SAMPLE);
	dirs_write(&s->d, "parametres/p.yaml", "# rien\n");
	dirs_write(&s->d, "collectivites/c.yaml.txt", "");
	dirs_write(&s->d, "regles/.cachee.lua", "faux");
	snprintf(s->regles, sizeof s->regles, "%s/regles", s->d.root);
	snprintf(s->lua, sizeof s->lua, "%s/lua", s->d.root);
	snprintf(s->exemples, sizeof s->exemples, "%s/exemples", s->d.root);
	snprintf(s->parametres, sizeof s->parametres, "%s/parametres", s->d.root);
	snprintf(s->collectivites, sizeof s->collectivites, "%s/collectivites", s->d.root);
	snprintf(s->bons, sizeof s->bons, "%s/bons", s->d.root);
	s->p = (struct ruleset_paths){ .regles = s->regles,
				       .lua = s->lua,
				       .exemples = s->exemples,
				       .parametres = s->parametres,
				       .collectivites = s->collectivites,
				       .lexique = lexicon_path(),
				       .bons = s->bons };
}

static const struct rule_report *site_load(struct site *s)
{
	size_t n;
	ruleset_free(s->rs);
	s->rs = NULL;
	if (!ruleset_load(&s->p, &s->rs, &s->e))
		fail_msg("%s %s", s->e.file, s->e.msg);
	return ruleset_reports(s->rs, &n);
}

static void site_close(struct site *s)
{
	ruleset_free(s->rs);
	dirs_close(&s->d);
}

static void test_ruleset__bonne_regle(void **state)
{
	struct site s;
	size_t n;
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	const struct rule_report *r = site_load(&s);
	if (r->state != RULE_LIVE)
		fail_msg("%s", r->err.msg);
	assert_int_equal(r->essais, 3);
	assert_int_equal(r->reussis, 3);
	assert_int_equal(r->err.code, ERR_NONE);
	const struct rule_info *const *infos = ruleset_rules(s.rs, &n);
	assert_int_equal(n, 1);
	assert_true(str_eq(infos[0]->id, STR("bonne")));
	assert_int_equal(strlen(infos[0]->sha256), 64);
	assert_int_equal(strlen(ruleset_sha256(s.rs)), 64);
	assert_int_equal(access(dirs_path(&s.d, "bons/bonne.lua"), R_OK), 0);
	assert_non_null(ruleset_lexicon(s.rs));
	site_close(&s);
}

struct seen {
	unsigned starts, found;
	enum verdict last;
};

static void on_start(void *ctx, size_t rule)
{
	(void)rule;
	((struct seen *)ctx)->starts++;
}

static void on_found(void *ctx, const struct finding *f)
{
	struct seen *seen = ctx;
	seen->found++;
	seen->last = f->verdict;
}

static void test_ruleset__juge_un_texte(void **state)
{
	static struct arena a;
	struct site s;
	struct text text;
	struct seen seen = { 0 };
	const struct reading *r;
	enum text_refusal why;
	const bool skip[] = { true };
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	site_load(&s);
	arena_init(&a, LIMIT_ACT_MEMORY);
	assert_true(text_decode(&a, STR(SAMPLE), LIMIT_TEXT_BYTES, &text, &why, &s.e));
	assert_true(act_read(&a, ruleset_lexicon(s.rs), &text, &r, &why, &s.e));
	const struct judge_calls calls = { &seen, on_start, on_found };
	ruleset_judge(s.rs, &a, r, NULL, &calls);
	assert_int_equal(seen.starts, r->actes_n);
	assert_int_equal(seen.found, r->actes_n);
	assert_int_equal(seen.last, VERDICT_CONFORME);
	ruleset_judge(s.rs, &a, r, skip, &calls);
	assert_int_equal(seen.found, r->actes_n);
	arena_done(&a);
	site_close(&s);
}

static void assert_refused(const char *rule, unsigned line, const char *says)
{
	struct site s;
	size_t n;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", rule);
	const struct rule_report *r = site_load(&s);
	assert_int_equal(r->state, RULE_REFUSED);
	if (!strstr(r->err.msg, says) || r->err.line != line)
		fail_msg("ligne %u attendue avec « %s », obtenu %u: %s", line, says, r->err.line, r->err.msg);
	ruleset_rules(s.rs, &n);
	assert_int_equal(n, 0);
	assert_int_not_equal(access(dirs_path(&s.d, "bons/bonne.lua"), R_OK), 0);
	site_close(&s);
}

static void test_ruleset__essais_qui_echouent(void **state)
{
	(void)state;
	assert_refused(GOOD "essai \"d\" { attendu = \"anomalie\" }\n", 6,
		       "essai « d » : attendu anomalie ; obtenu conforme : 0 contre");
	assert_refused(GOOD "essai \"d\" { attendu = \"conforme\", message = \"1 contre\" }\n", 6,
		       "message « 1 contre »");
	assert_refused(GOOD "essai \"d\" { attendu = \"conforme\", preuve = \"Contre : 9\" }\n", 6,
		       "preuve « Contre : 9 »");
	assert_refused(
		GOOD
		"essai \"d\" { attendu = \"anomalie\", gravite = \"mineure\", remplacer = { { \"Contre : 0\", \"Contre : 3\" } } }\n",
		6, "attendu anomalie (mineure) ; obtenu anomalie majeure");
	assert_refused(GOOD "essai \"d\" { attendu = \"conforme\", remplacer = { { \"Contre : 7\", \"\" } } }\n", 6,
		       "introuvable dans l'exemple a : « Contre : 7 »");
	assert_refused(GOOD "essai \"d\" { attendu = \"conforme\", remplacer = { { \" : 0\", \" : 1\" } } }\n", 6,
		       "présent 2 fois");
	assert_refused(GOOD "essai \"d\" { attendu = \"conforme\", document = \"zzz\" }\n", 6,
		       "exemple « zzz » introuvable");
	assert_refused(
		GOOD
		"essai \"d\" { attendu = \"conforme\", tous = true, remplacer = { { \"e\", \"\" }, { \"a\", \"\" }, { \"o\", \"\" }, { \"i\", \"\" }, { \"u\", \"\" },"
		" { \"V\", \"\" }, { \"P\", \"\" }, { \"L\", \"\" } } }\n",
		6, "");
}

static void test_ruleset__minimum_d_essais(void **state)
{
	(void)state;
	assert_refused(HEAD("bonne") CONTROLE, 0, "aucun essai n'attend « conforme »");
	assert_refused(HEAD("bonne") CONTROLE "essai \"a\" { attendu = \"conforme\" }\n", 0,
		       "aucun essai n'attend « anomalie »");
	assert_refused(
		HEAD("bonne") CONTROLE
		"essai \"a\" { attendu = \"conforme\" }\nessai \"b\" { attendu = \"anomalie\", remplacer = { { \"Contre : 0\", \"Contre : 3\" } } }\n"
		"essai \"c\" { attendu = \"non_verifiable\", a_faire = oui, remplacer = { { \"Contre : 0 \", \"\" } } }\n",
		0, "« non_verifiable »");
}

static void test_ruleset__a_faire_n_echoue_pas(void **state)
{
	struct site s;
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", GOOD "essai \"d\" { attendu = \"anomalie\", a_faire = oui }\n");
	assert_int_equal(site_load(&s)->state, RULE_LIVE);
	site_close(&s);
}

static void test_ruleset__essai_sans_fin(void **state)
{
	(void)state;
	assert_refused(HEAD("bonne") "controle = function(d) while true do end end }\n" ESSAIS, 3, "limite de calcul");
}

static void test_ruleset__ancienne_version_gardee(void **state)
{
	struct site s;
	size_t n;
	char before[65];
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	site_load(&s);
	snprintf(before, sizeof before, "%s", ruleset_rules(s.rs, &n)[0]->sha256);
	dirs_write(&s.d, "regles/bonne.lua", GOOD "local é = 1\n");
	const struct rule_report *r = site_load(&s);
	assert_int_equal(r->state, RULE_KEPT);
	assert_int_equal(r->err.line, 6);
	assert_true(str_eq(r->ligne, STR("local é = 1")));
	assert_int_equal(r->reussis, 3);
	assert_string_equal(ruleset_rules(s.rs, &n)[0]->sha256, before);
	dirs_write(&s.d, "regles/bonne.lua", GOOD "-- changée\n");
	assert_int_equal(site_load(&s)->state, RULE_LIVE);
	assert_string_not_equal(ruleset_rules(s.rs, &n)[0]->sha256, before);
	dirs_write(&s.d, "regles/bonne.lua", "x = ");
	site_load(&s);
	assert_string_not_equal(ruleset_rules(s.rs, &n)[0]->sha256, before);
	unlink(dirs_path(&s.d, "regles/bonne.lua"));
	site_load(&s);
	ruleset_rules(s.rs, &n);
	assert_int_equal(n, 0);
	site_close(&s);
}

static void test_ruleset__l_identite_suit_tout(void **state)
{
	struct site s;
	char first[65], second[65];
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	site_load(&s);
	snprintf(first, sizeof first, "%s", ruleset_sha256(s.rs));
	site_load(&s);
	assert_string_equal(first, ruleset_sha256(s.rs));
	dirs_write(&s.d, "lua/commun.lua", "function maximum() return 2 end -- autre\n");
	site_load(&s);
	snprintf(second, sizeof second, "%s", ruleset_sha256(s.rs));
	assert_string_not_equal(first, second);
	dirs_write(&s.d, "parametres/p.yaml", "a:\n  libelle: x\n  entre: [1, 5]\n  valeurs:\n    - { valeur: 1, source: s }\n");
	site_load(&s);
	assert_string_not_equal(second, ruleset_sha256(s.rs));
	site_close(&s);
}

struct told {
	struct finding errors[4];
	size_t errors_n, others;
	unsigned starts;
};

static void told_start(void *ctx, size_t rule)
{
	assert_int_equal(rule, 0);
	((struct told *)ctx)->starts++;
}

static void told_found(void *ctx, const struct finding *f)
{
	struct told *t = ctx;
	if (f->verdict != VERDICT_ERREUR)
		t->others++;
	else if (t->errors_n < 4)
		t->errors[t->errors_n++] = *f;
}

static void test_ruleset__regle_refusee_dite_a_chaque_acte(void **state)
{
	static struct arena a;
	struct site s;
	struct text text;
	struct told t = { .errors_n = 0 };
	const struct reading *r;
	enum text_refusal why;
	size_t n;
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/autre.lua", "regle {\n  gravite = « x »\n}\n");
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	site_load(&s);
	arena_init(&a, LIMIT_ACT_MEMORY);
	assert_true(text_decode(&a, STR(SAMPLE), LIMIT_TEXT_BYTES, &text, &why, &s.e));
	assert_true(act_read(&a, ruleset_lexicon(s.rs), &text, &r, &why, &s.e));
	ruleset_judge(s.rs, &a, r, NULL, &(struct judge_calls){ &t, told_start, told_found });
	ruleset_rules(s.rs, &n);
	assert_int_equal(n, 1);
	assert_int_equal(t.starts, r->actes_n);
	assert_int_equal(t.others, r->actes_n);
	assert_int_equal(t.errors_n, r->actes_n);
	assert_true(str_eq(t.errors[0].rule->id, STR("autre")));
	assert_true(str_eq(t.errors[0].rule->version, STR("?")));
	assert_int_equal(strlen(t.errors[0].rule->sha256), 64);
	assert_has(t.errors[0].message, "règle hors service : ");
	assert_has(t.errors[0].message, "(autre.lua:2)");
	char before[65];
	snprintf(before, sizeof before, "%s", ruleset_sha256(s.rs));
	unlink(dirs_path(&s.d, "regles/autre.lua"));
	site_load(&s);
	assert_string_not_equal(before, ruleset_sha256(s.rs));
	arena_done(&a);
	site_close(&s);
}

static void test_ruleset__lua_commun(void **state)
{
	struct site s;
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	dirs_write(&s.d, "lua/commun.lua", "maximum = 2\n");
	const struct rule_report *r = site_load(&s);
	assert_int_equal(r->state, RULE_REFUSED);
	assert_non_null(strstr(r->err.file, "lua/commun.lua"));
	dirs_write(&s.d, "lua/commun.lua", "function maximum() return 2 end function nombre() return 1 end\n");
	assert_non_null(strstr(site_load(&s)->err.msg, "ne se remplace pas"));
	dirs_write(&s.d, "lua/commun.lua", "function autre() return 2 end\n");
	assert_non_null(strstr(site_load(&s)->err.msg, "« maximum »"));
	site_close(&s);
}

static void test_ruleset__sans_essais(void **state)
{
	struct site s;
	(void)state;
	site_open(&s);
	s.p.sans_essais = true;
	s.p.exemples = "/nulle/part";
	dirs_write(&s.d, "regles/bonne.lua", HEAD("bonne") CONTROLE);
	assert_int_equal(site_load(&s)->state, RULE_LIVE);
	assert_int_not_equal(access(dirs_path(&s.d, "bons/bonne.lua"), R_OK), 0);
	site_close(&s);
}

static void test_ruleset__repertoires_absents(void **state)
{
	struct site s;
	(void)state;
	site_open(&s);
	s.p.regles = "/nulle/part";
	assert_false(ruleset_load(&s.p, &s.rs, &s.e));
	assert_int_equal(s.e.code, ERR_SYS);
	s.p.regles = s.regles;
	dirs_write(&s.d, "parametres/p.yaml", "a: 1\n");
	assert_false(ruleset_load(&s.p, &s.rs, &s.e));
	assert_int_equal(s.e.line, 1);
	s.rs = NULL;
	site_close(&s);
}

static void test_ruleset__nombre_de_regles_des_deux_cotes(void **state)
{
	struct site s;
	size_t n;
	char name[40], rule[400];
	(void)state;
	site_open(&s);
	s.p.sans_essais = true;
	for (int i = 0; i <= LIMIT_RULES; i++) {
		snprintf(name, sizeof name, "regles/r%03d.lua", i);
		snprintf(rule, sizeof rule, "regle { id = \"r%03d\", version = \"1\", titre = \"t\", gravite = \"majeure\", fondement = { { usage = \"u\" } },\n"
			 "controle = function(d) return conforme() end }\n", i);
		if (i == LIMIT_RULES)
			site_load(&s);
		dirs_write(&s.d, name, rule);
	}
	const struct rule_info *const *infos = ruleset_rules(s.rs, &n);
	assert_int_equal(n, LIMIT_RULES);
	assert_true(str_eq(infos[7]->id, STR("r007")));
	struct ruleset *none = NULL;
	assert_false(ruleset_load(&s.p, &none, &s.e));
	assert_int_equal(s.e.code, ERR_LIMIT);
	site_close(&s);
}

static void test_ruleset__taille_d_exemple_des_deux_cotes(void **state)
{
	static char big[LIMIT_SAMPLE_BYTES + 2];
	struct site s;
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	memset(big, ' ', LIMIT_SAMPLE_BYTES);
	dirs_write(&s.d, "exemples/gros.txt", big);
	assert_int_equal(site_load(&s)->state, RULE_LIVE);
	big[LIMIT_SAMPLE_BYTES] = ' ';
	dirs_write(&s.d, "exemples/gros.txt", big);
	struct ruleset *none = NULL;
	assert_false(ruleset_load(&s.p, &none, &s.e));
	assert_int_equal(s.e.code, ERR_LIMIT);
	site_close(&s);
}

struct played {
	struct buf out;
	unsigned rules, ends[4], refused, lacks;
};

static void keep_played(void *ctx, const struct rule_essais *r)
{
	struct played *p = ctx;
	p->rules++;
	p->refused += !r->loaded;
	for (size_t i = 0; i < 5; i++)
		p->lacks += r->lacks[i];
	for (size_t i = 0; i < 4; i++)
		p->ends[i] += r->ends[i];
	for (size_t i = 0; i < r->n; i++)
		buf_printf(&p->out, "%.*s/%.*s %d: %.*s\n", STR_ARG(r->report.id), STR_ARG(r->at[i].nom), r->at[i].end,
			   STR_ARG(r->at[i].words));
}

static void test_ruleset__essayer(void **state)
{
	struct site s;
	struct played p = { .rules = 0 };
	char *bonne[] = { (char[]){ "bonne" } }, *absente[] = { bonne[0], (char[]){ "absente" } };
	(void)state;
	site_open(&s);
	buf_init(&p.out, MIB);
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	dirs_write(&s.d, "regles/autre.lua",
		   HEAD("autre") CONTROLE ESSAIS "essai \"faux\" { attendu = \"anomalie\" }\n"
						 "essai \"lacune\" { attendu = \"anomalie\", a_faire = oui }\n"
						 "essai \"comblee\" { attendu = \"conforme\", a_faire = oui }\n");
	dirs_write(&s.d, "regles/cassee.lua", "regle {");
	dirs_write(&s.d, "regles/seule.lua", HEAD("seule") CONTROLE "essai \"a\" { attendu = \"conforme\" }\n");
	assert_true(ruleset_essayer(&s.p, NULL, 0, keep_played, &p, &s.e));
	assert_int_equal(p.rules, 4);
	assert_int_equal(p.refused, 1);
	assert_int_equal(p.lacks, 2);
	assert_int_equal(p.ends[ESSAI_REUSSI], 7);
	assert_int_equal(p.ends[ESSAI_ECHEC], 1);
	assert_int_equal(p.ends[ESSAI_A_FAIRE], 1);
	assert_int_equal(p.ends[ESSAI_FAIT], 1);
	assert_has(buf_view(&p.out), "autre/faux 1: attendu anomalie\nobtenu conforme : 0 contre\n  lu : Contre = 0 (ligne 21 : « Contre : 0 »)");
	memset(&p.rules, 0, sizeof p - offsetof(struct played, rules));
	assert_true(ruleset_essayer(&s.p, bonne, 1, keep_played, &p, &s.e));
	assert_int_equal(p.rules, 1);
	assert_int_equal(p.ends[ESSAI_REUSSI], 3);
	assert_int_equal(s.e.code, ERR_NONE);
	assert_false(ruleset_essayer(&s.p, absente, 2, keep_played, &p, &s.e));
	assert_int_equal(p.rules, 1);
	assert_int_equal(s.e.code, ERR_VALUE);
	buf_done(&p.out);
	site_close(&s);
}

static void test_ruleset__un_texte_change_sous_la_meme_version(void **state)
{
	struct site s;
	size_t n;
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	site_load(&s);
	assert_true(str_eq(ruleset_rules(s.rs, &n)[0]->version, STR("1.0.0")));
	dirs_write(&s.d, "regles/bonne.lua", GOOD "-- un mot de plus\n");
	for (int i = 0; i < 2; i++) { /* and again, as after a restart */
		const struct rule_report *r = site_load(&s);
		struct str version = ruleset_rules(s.rs, &n)[0]->version;
		assert_int_equal(version.n, 6 + 8);
		assert_true(str_eq(r->info.version, version));
		assert_true(str_eq(str_part(version, 0, 6), STR("1.0.0+")));
		assert_true(str_eq(str_part(version, 6, 14), str_part(str_c(ruleset_rules(s.rs, &n)[0]->sha256), 0, 8)));
	}
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	site_load(&s);
	assert_true(str_eq(ruleset_rules(s.rs, &n)[0]->version, STR("1.0.0")));
	site_close(&s);
}

static void test_ruleset__reglages(void **state)
{
	struct site s;
	size_t n;
	char path[160], first[65];
	(void)state;
	site_open(&s);
	snprintf(path, sizeof path, "%s", dirs_path(&s.d, "reglages.yaml"));
	s.p.reglages = path;
	dirs_write(&s.d, "regles/bonne.lua", GOOD);
	dirs_write(&s.d, "regles/autre.lua", HEAD("autre") CONTROLE ESSAIS);
	dirs_write(&s.d, "reglages.yaml", "gravite: { bonne: mineure }\n");
	const struct rule_report *r = site_load(&s);
	assert_int_equal(r[1].gravite, SEVERITY_MINEURE);
	assert_int_equal(r[0].gravite, SEVERITY_MAJEURE);
	snprintf(first, sizeof first, "%s", ruleset_sha256(s.rs));
	dirs_write(&s.d, "reglages.yaml", "desactiver: [autre]\n");
	r = site_load(&s);
	assert_true(r[0].off && r[0].state == RULE_LIVE && r[0].essais == 3 && !r[1].off);
	assert_true(str_eq(ruleset_rules(s.rs, &n)[0]->id, STR("bonne")));
	assert_int_equal(n, 1);
	assert_string_not_equal(first, ruleset_sha256(s.rs)); /* another set: it says something else */
	dirs_write(&s.d, "regles/autre.lua", "regle {");
	assert_true(site_load(&s)[0].off);
	dirs_write(&s.d, "reglages.yaml", "gravite: { bonne: bloquante }\n");
	ruleset_free(s.rs);
	s.rs = NULL;
	assert_false(ruleset_load(&s.p, &s.rs, &s.e));
	assert_int_equal(s.e.line, 1);
	site_close(&s);
}

#define OF_THE_HOUSE GOOD "essai \"d\" { document = \"notre-acte\", attendu = \"anomalie\", message = \"4 contre\" }\n"

/* A sample of the house lies beside its rules; the installed one of the same name counts first, and a name is never a way. */
static void test_ruleset__exemple_a_cote_de_la_regle(void **state)
{
	struct site s;
	static char big[LIMIT_SAMPLE_BYTES + 2];
	(void)state;
	site_open(&s);
	dirs_write(&s.d, "regles/bonne.lua", OF_THE_HOUSE);
	assert_non_null(strstr(site_load(&s)->err.msg, "exemple « notre-acte » introuvable dans "));
	dirs_write(&s.d, "regles/a.txt", "autre chose");
	dirs_write(&s.d, "regles/notre-acte.txt", "");
	assert_non_null(strstr(site_load(&s)->err.msg, "regles/notre-acte.txt : le fichier est vide"));
	memset(big, ' ', LIMIT_SAMPLE_BYTES + 1);
	dirs_write(&s.d, "regles/notre-acte.txt", big);
	assert_non_null(strstr(site_load(&s)->err.msg, "regles/notre-acte.txt : "));
	char *act = strdup(SAMPLE), *contre = strstr(act, "Contre : 0");
	contre[strlen("Contre : ")] = '4';
	dirs_write(&s.d, "regles/notre-acte.txt", act);
	dirs_write(&s.d, "notre-acte.txt", act);
	const struct rule_report *r = site_load(&s);
	if (r->state != RULE_LIVE)
		fail_msg("%s", r->err.msg);
	assert_int_equal(r->reussis, 4);
	dirs_write(&s.d, "regles/bonne.lua", GOOD "essai \"d\" { document = \"../notre-acte\", attendu = \"anomalie\" }\n");
	assert_non_null(strstr(site_load(&s)->err.msg, "exemple « ../notre-acte »"));
	free(act);
	site_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_ruleset__bonne_regle),
		TEST(test_ruleset__juge_un_texte),
		TEST(test_ruleset__essais_qui_echouent),
		TEST(test_ruleset__minimum_d_essais),
		TEST(test_ruleset__a_faire_n_echoue_pas),
		TEST(test_ruleset__essai_sans_fin),
		TEST(test_ruleset__ancienne_version_gardee),
		TEST(test_ruleset__l_identite_suit_tout),
		TEST(test_ruleset__regle_refusee_dite_a_chaque_acte),
		TEST(test_ruleset__lua_commun),
		TEST(test_ruleset__sans_essais),
		TEST(test_ruleset__repertoires_absents),
		TEST(test_ruleset__nombre_de_regles_des_deux_cotes),
		TEST(test_ruleset__un_texte_change_sous_la_meme_version),
		TEST(test_ruleset__reglages),
		TEST(test_ruleset__exemple_a_cote_de_la_regle),
		TEST(test_ruleset__taille_d_exemple_des_deux_cotes), TEST(test_ruleset__essayer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
