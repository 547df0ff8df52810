/* SPDX-License-Identifier: EUPL-1.2 */
/* One query put together from the conditions that were asked for: every piece is a constant of this file, every value is bound. A query with
 * "?1 IS NULL OR …" for each would be simpler and could use no index.
 */
#include "history_priv.h"

#include "buf.h"
#include "rebuild.h"

#define VALUES_MAX 16

struct asking {
	struct buf sql;
	struct arg values[VALUES_MAX];
	int n;
	const struct history_query *q;
};

/* `piece` holds one '?', or several that all mean the same value. */
static void condition(struct asking *k, const char *piece, struct arg value)
{
	if (value.kind == ARG_NULL)
		return;
	k->values[k->n++] = value;
	buf_c(&k->sql, " AND ");
	for (; *piece; piece++) {
		buf_char(&k->sql, *piece);
		if (*piece == '?')
			buf_printf(&k->sql, "%d", k->n);
	}
}

static struct arg positive(int64_t v)
{
	return v > 0 ? arg_int(v) : arg_c(NULL);
}

/* A name is bytes, of any encoding; a beginning of a hash is at least six digits, or "cafe.txt" would be found by every hash. */
static void condition_document(struct asking *k)
{
	const struct str d = str_c(k->q->document);
	const bool hex = d.n >= 6 && d.n < DIGEST_HEX && hex_only(d);

	if (d.n)
		condition(k, hex ? "(instr(d.name, ?) > 0 OR substr(d.sha256, 1, length(?)) = CAST(? AS TEXT))" : "instr(d.name, ?) > 0",
			  arg_blob(d));
}

static void narrow_verdict(struct asking *k)
{
	condition(k, "v.act = ?", arg_c(k->q->acte));
	condition(k, "v.rule = ?", arg_c(k->q->regle));
	condition(k, "v.verdict = ?", arg_c(k->q->verdict));
	condition(k, "v.severity = ?", arg_c(k->q->gravite));
}

/* What an alert is now: told as new at its first deposit, it is corrected since. Not told again: as it was. */
#define STATE \
	"CASE WHEN v.verdict IN ('conforme', 'sans_objet') THEN NULL WHEN a.lifted_us >= d.judged_us THEN 'corrigee'" \
	" ELSE coalesce(r.state, 'inchangee') END"

static const char FINDINGS[] =
	"SELECT v.id, d.id, d.judged_us, a.count, d.name, d.sha256, d.seance, v.act, v.rule, v.rule_version, v.verdict, v.severity, v.message,"
	" v.exception, v.alerte_v1, " STATE ", v.act_key"
	" FROM verdict v JOIN document d ON d.id = v.document LEFT JOIN alert a ON a.alerte_v1 = v.alerte_v1"
	" LEFT JOIN record r ON r.document = v.document AND r.alerte_v1 = v.alerte_v1 AND r.event <> 'correction'"
	" WHERE 1";

static const char DOCUMENTS[] =
	"SELECT d.id, d.bytes, d.received_us, d.judged_us, d.same_as,"
	" (SELECT count(*) FROM verdict v WHERE v.document = coalesce(d.same_as, d.id) AND v.verdict = 'anomalie' AND v.exception IS NULL),"
	" (SELECT count(*) FROM verdict v WHERE v.document = coalesce(d.same_as, d.id) AND v.verdict IN ('non_verifiable', 'erreur')),"
	" d.origin GLOB '" REBUILT "*', d.name, d.sha256, d.seance, d.state, d.refusal FROM document d WHERE 1";

static void ask_findings(struct asking *k)
{
	const struct history_query *q = k->q;

	buf_c(&k->sql, FINDINGS);
	condition(k, "v.id < ?", positive(q->avant));
	narrow_verdict(k);
	condition(k, "d.seance = ?", arg_c(q->seance));
	condition(k, "d.judged_us >= ?", positive(q->du_us));
	condition(k, "d.judged_us < ?", positive(q->au_us));
	condition(k, STATE " = ?", arg_c(q->etat));
	condition_document(k);
	if (!q->tout && !q->verdict)
		buf_c(&k->sql, " AND v.verdict NOT IN ('conforme', 'sans_objet')");
	k->values[k->n++] = arg_int(q->limite + 1);
	buf_printf(&k->sql, " ORDER BY v.id DESC LIMIT ?%d", k->n);
}

static void ask_documents(struct asking *k)
{
	const struct history_query *q = k->q;

	buf_c(&k->sql, DOCUMENTS);
	condition(k, "d.id < ?", positive(q->avant));
	condition(k, "d.seance = ?", arg_c(q->seance));
	condition(k, "d.received_us >= ?", positive(q->du_us));
	condition(k, "d.received_us < ?", positive(q->au_us));
	condition(k, "d.state = ?", arg_c(q->etat));
	condition_document(k);
	if (q->acte || q->regle || q->verdict || q->gravite) {
		buf_c(&k->sql, " AND EXISTS (SELECT 1 FROM verdict v WHERE v.document = coalesce(d.same_as, d.id)");
		narrow_verdict(k);
		buf_c(&k->sql, ")");
	}
	k->values[k->n++] = arg_int(q->limite + 1);
	buf_printf(&k->sql, " ORDER BY d.id DESC LIMIT ?%d", k->n);
}

enum { ACT_KEY = 16 }; /* behind the texts */

static struct history_finding take_finding(sqlite3_stmt *st)
{
	struct history_finding f = { .id = sqlite3_column_int64(st, 0),
				     .document = sqlite3_column_int64(st, 1),
				     .judged_us = sqlite3_column_int64(st, 2),
				     .count = sqlite3_column_int64(st, 3) };
	struct str *texts[] = { &f.name, &f.sha256, &f.seance, &f.acte, &f.regle, &f.version,
				&f.verdict, &f.gravite, &f.message, &f.exception, &f.empreinte, &f.etat };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = ledger_column(st, 4 + (int)i);
	return f;
}

static struct history_document take_document(sqlite3_stmt *st)
{
	struct history_document d = { .rebuilt = sqlite3_column_int(st, 7) };
	int64_t *numbers[] = { &d.id, &d.bytes, &d.received_us, &d.judged_us, &d.same_as, &d.anomalies, &d.open };
	struct str *texts[] = { &d.name, &d.sha256, &d.seance, &d.etat, &d.motif };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		*numbers[i] = sqlite3_column_int64(st, (int)i);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = ledger_column(st, 8 + (int)i);
	return d;
}

struct hearing {
	history_finding_fn finding;
	history_document_fn document; /* one of them */
	void *ctx;
	struct history_actes *actes;
};

static bool hand_over(const struct hearing *to, sqlite3_stmt *st)
{
	if (to->finding) {
		struct history_finding f = take_finding(st);

		history_actes_place(to->actes, ledger_column(st, ACT_KEY), &f);
		return to->finding(to->ctx, &f);
	}
	const struct history_document d = take_document(st);
	return to->document(to->ctx, &d);
}

static bool walk(struct ledger *l, const struct asking *k, struct hearing *to, bool *ret_more, struct err *e)
{
	struct history_actes actes;
	sqlite3_stmt *st = NULL;
	int step = sqlite3_prepare_v2(l->db, k->sql.p, (int)k->sql.n, &st, NULL);
	int64_t n = 0;

	for (int i = 0; i < k->n && step == SQLITE_OK; i++)
		step = ledger_bind(st, i + 1, &k->values[i]);
	history_actes_init(&actes, l->db);
	to->actes = &actes;
	*ret_more = false;
	while (step != SQLITE_ERROR && (step = sqlite3_step(st)) == SQLITE_ROW) {
		*ret_more = n++ == k->q->limite;
		if (*ret_more || !hand_over(to, st))
			break;
	}
	const bool done = step == SQLITE_ROW || step == SQLITE_DONE || ledger_fail(l, e, "historique");
	(void)sqlite3_finalize(st);
	history_actes_done(&actes);
	return done;
}

bool history_is_current(const char *path, int64_t version, struct err *e)
{
	return version == LEDGER_VERSION ||
	       err_set(e, ERR_STATE, "registre %s : version %lld ; démarrez le service de ce programme, qui le mettra à la version %d", path,
		       (long long)version, LEDGER_VERSION);
}

static bool look(const char *path, const struct history_query *q, struct hearing *to, bool *ret_more, struct err *e)
{
	struct asking k = { .q = q };
	struct ledger l;
	int64_t version = 0;

	buf_init(&k.sql, 16 * KIB);
	if (to->finding)
		ask_findings(&k);
	else
		ask_documents(&k);
	const bool done = ledger_read(&l, path, &version, e) && history_is_current(path, version, e) && walk(&l, &k, to, ret_more, e);
	ledger_unread(&l);
	buf_done(&k.sql);
	return done;
}

bool history_findings(const char *path, const struct history_query *q, history_finding_fn fn, void *ctx, bool *ret_more, struct err *e)
{
	return look(path, q, &(struct hearing){ .finding = fn, .ctx = ctx }, ret_more, e);
}

bool history_documents(const char *path, const struct history_query *q, history_document_fn fn, void *ctx, bool *ret_more, struct err *e)
{
	return look(path, q, &(struct hearing){ .document = fn, .ctx = ctx }, ret_more, e);
}
