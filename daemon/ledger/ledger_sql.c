/* SPDX-License-Identifier: EUPL-1.2 */
/* The queries, prepared once each, and how they are run. All SQL of the service's life is in this table (the schema
 * apart; what people ask is put together in ledger_history.c), so that it can be read and explained (EXPLAIN QUERY PLAN) in one place. */
#include <sys/stat.h>

#include "ledger_priv.h"
#include "rebuild.h"

#define ATTEMPTS_OF(id) "(SELECT count(*) FROM attempt WHERE attempt.document = " id " AND NOT withdrawn)"
#define DUE(bit) \
	"SELECT seq, id, event, verdict, severity, state, alerte_v1, bell, line FROM record" \
	" WHERE due & " bit " ORDER BY seq LIMIT ?1"
#define DELIVERED(bit) "UPDATE record SET due = due & ~" bit " WHERE due & " bit " AND seq <= ?1"
/* When the bytes of a document were last put into the drop, by the clock of the file system; 0: not known. Of a version of an act deposit.dropped_ns
 * keeps it: a version is found by it in an index, however many there are. */
#define DROPPED(d) \
	"(SELECT coalesce(max(max(coalesce(f.changed_ns, 0), " LAST_REPEAT("f") ")), 0) FROM document f INDEXED BY document_sha256" \
	" WHERE f.sha256 = " d ".sha256 AND f.same_as IS NULL AND (f.id = " d ".id OR f.state = 'juge'))"
#define LAST_REPEAT(f) "coalesce((SELECT max(changed_ns) FROM document INDEXED BY document_sha256 WHERE sha256 = " f ".sha256 AND same_as = " f ".id), 0)"
#define VERSION_DROPPED(key, d) "(SELECT dropped_ns FROM deposit WHERE act_key = " key " AND sha256 = " d ".sha256)"
/* The documents of the versions of an act that were judged and no repeats, the one dropped last first. */
#define VERSIONS "deposit p INDEXED BY deposit_seance CROSS JOIN document d INDEXED BY document_sha256 ON d.sha256 = p.sha256 AND d.same_as IS NULL"
#define LAST_FIRST " ORDER BY p.dropped_ns DESC, d.id DESC LIMIT 1"
/* What the rule of alert a said of its act in that document. */
#define SAID(d) "verdict w INDEXED BY verdict_rule WHERE w.document = " d ".id AND w.rule = a.rule AND w.act_key = a.act_key"
/* Of those versions in which the rule found alert a. */
#define LAST_WITH_IT(seance) \
	"(SELECT d.id FROM " VERSIONS " WHERE p.act_key = a.act_key " seance "AND p.sha256 <> own.sha256" \
	" AND EXISTS (SELECT 1 FROM " SAID("d") " AND w.alerte_v1 = a.alerte_v1 AND " FOUND("w") ")" LAST_FIRST ")"
#define OWN " own AS MATERIALIZED (SELECT name, sha256, " DROPPED("o") " AS at FROM document o WHERE id = ?1)"
/* Word for word as the index verdict_alerte has it, or SQLite does not use it. */
#define FOUND(v) v ".verdict IN ('anomalie', 'non_verifiable')"
#define TOLD "a.alerte_v1, a.verdict, a.message, a.topic, a.rule, a.act_key, a.count, a.first_us"

#define TOLD_OF_CONTENT \
	"SELECT v.alerte_v1 FROM document n JOIN verdict v ON v.document = n.id WHERE n.sha256 = ?1 AND v.verdict NOT IN ('conforme', 'sans_objet')"
#define TOLD_SINCE \
	"a.lifted_us IS NULL AND a.last_us > d.judged_us AND a.act_date IS d.seance AND a.verdict IN ('anomalie', 'non_verifiable')" \
	" AND a.alerte_v1 NOT IN (" TOLD_OF_CONTENT ")"

#define UNTOLD "state <> 'attente' AND judged_us IS NULL AND received_us >= ?1 AND spool NOT GLOB '" SPOOL_GONE "*'"

static const char *const SQL[Q_COUNT] = {
	[Q_BEGIN] = "BEGIN IMMEDIATE",
	[Q_TOGETHER] = "BEGIN",
	[Q_COMMIT] = "COMMIT",
	[Q_ROLLBACK] = "ROLLBACK",

	[Q_RECEIVE] = "INSERT INTO document (spool, sha256, name, bytes, received_us, origin, changed_ns)"
		      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[Q_RECEIVE_SIDE] = "INSERT INTO side_file (document, n, name, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
	[Q_SIDES] = "SELECT name, sha256, bytes FROM side_file WHERE document = ?1 ORDER BY n",
	[Q_RECEIVE_ANNEX] = "INSERT INTO annex (document, n, name, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
	[Q_TOOK] = "SELECT max(id) FROM document WHERE sha256 = ?1 AND (?2 IS NULL OR origin = ?2)"
		   " AND (?3 IS NULL OR (name = ?3 AND changed_ns = ?4))",
	[Q_TOOK_BESIDE] = "SELECT 1 FROM side_file WHERE sha256 = ?1 AND (?2 IS NULL OR document = ?2)"
			  " UNION ALL SELECT 1 FROM annex WHERE sha256 = ?1 AND (?2 IS NULL OR document = ?2) LIMIT 1",
	[Q_KNOWS] = "SELECT 1 FROM document WHERE spool = ?1",
	[Q_NAMED] = "SELECT id, name, state FROM document WHERE CAST(name AS TEXT) GLOB ?1 ORDER BY id DESC LIMIT 1",
	[Q_FIRST] = "SELECT min(spool) FROM document",
	[Q_WAITING] = "SELECT id, spool, sha256, name, bytes, received_us, " ATTEMPTS_OF("document.id")
		      ", (SELECT count(*) FROM side_file WHERE side_file.document = document.id)"
		      " FROM document WHERE state = 'attente' AND id > ?1 ORDER BY id LIMIT ?2",
	/* The third: did its content come before? */
	[Q_DOCUMENT] = "SELECT sha256, received_us, EXISTS (SELECT 1 FROM document o INDEXED BY document_sha256"
		       " WHERE o.sha256 = document.sha256 AND o.same_as IS NULL AND o.id <> ?1) FROM document WHERE id = ?1 AND state = 'attente'",
	[Q_ATTEMPT] = "INSERT INTO attempt (document, began_us) VALUES (?1, ?2)",
	[Q_ATTEMPTS] = "SELECT " ATTEMPTS_OF("?1"),
	[Q_UNATTEMPT] = "UPDATE attempt SET withdrawn = 1"
			" WHERE id = (SELECT max(id) FROM attempt WHERE document = ?1 AND NOT withdrawn)",

	[Q_REFUSED] = "SELECT id, spool, name, refusal FROM document"
		      " WHERE state = 'refuse' AND (refusal = ?1 OR spool = ?1 OR name = ?2) ORDER BY id",
	[Q_GIVE_BACK] = "UPDATE document SET state = 'attente', refusal = NULL, judged_us = NULL, ruleset = NULL, judged_with = NULL"
			" WHERE id = ?1 AND state = 'refuse'",
	[Q_WITHDRAW] = "UPDATE attempt SET withdrawn = 1 WHERE document = ?1 AND NOT withdrawn",

	[Q_JUDGED] = "UPDATE document SET state = ?2, refusal = ?3, judged_us = ?4, ruleset = ?5, judged_with = ?6, same_as = ?7,"
		     " seance = coalesce(?8, (SELECT seance FROM document WHERE id = ?7))"
		     " WHERE id = ?1",
	/* Asked first: most contents are new, and the next one makes tables before it knows. */
	[Q_JUDGED_WITH] = "SELECT 1 FROM document INDEXED BY document_sha256 WHERE sha256 = ?1 AND same_as IS NULL AND state = 'juge' AND judged_with = ?2",
	/* A rule that was cut short said nothing: its document is worth judging again. So is one whose act came in other bytes since, when
	 * that lifted an alert of this one, or made one that this one would lift; and one of which something else was told last, by other
	 * decisions of the house that no longer hold. */
	[Q_JUDGED_BEFORE] = "SELECT id, name, judged_us FROM document INDEXED BY document_sha256 WHERE sha256 = ?1 AND state = 'juge' AND same_as IS NULL"
			    " AND judged_with = ?2"
			    " AND NOT EXISTS (SELECT 1 FROM verdict WHERE document = document.id AND verdict = 'erreur')"
			    " AND NOT EXISTS (SELECT 1 FROM verdict v CROSS JOIN alert a ON a.alerte_v1 = v.alerte_v1"
			    " WHERE v.document = document.id AND v.verdict NOT IN ('conforme', 'sans_objet') AND a.lifted_us IS NOT NULL)"
			    " AND NOT EXISTS (SELECT 1 FROM verdict v CROSS JOIN occurrence o ON o.occurrence_v1 = v.occurrence_v1"
			    " WHERE v.document = document.id AND v.verdict NOT IN ('conforme', 'sans_objet') AND NOT EXISTS"
			    " (SELECT 1 FROM verdict t WHERE t.document = v.document AND t.occurrence_v1 = o.occurrence_v1"
			    " AND t.verdict = o.verdict AND t.severity IS o.severity AND t.message IS o.message))"
			    " AND NOT EXISTS (SELECT 1 FROM verdict v CROSS JOIN alert a ON a.act_key = v.act_key AND a.rule = v.rule"
			    " WHERE v.document = document.id AND v.verdict NOT IN ('non_verifiable', 'erreur') AND a.lifted_us IS NULL"
			    " AND a.verdict IN ('anomalie', 'non_verifiable') AND a.act_date IS document.seance AND a.alerte_v1 NOT IN"
			    " (SELECT alerte_v1 FROM verdict WHERE document = v.document AND verdict NOT IN ('conforme', 'sans_objet')))"
			    " AND coalesce(origin, '') NOT GLOB '" REBUILT "*'"
			    /* Made anew from what was told, it has no verdict that told nobody anything: it stands as long as its content was judged last with
			     * this, nothing that was told of it was lifted since, and nothing else was told of its act, or, of several acts, its séance. */
			    " UNION ALL SELECT d.id, d.name, d.judged_us FROM document d INDEXED BY document_sha256 WHERE d.sha256 = ?1 AND d.state = 'juge'"
			    " AND d.same_as IS NULL AND d.judged_with = ?2 AND d.origin GLOB '" REBUILT "*'"
			    " AND NOT EXISTS (SELECT 1 FROM document n WHERE n.sha256 = ?1 AND n.state = 'juge' AND n.same_as IS NULL"
			    " AND (n.judged_us > d.judged_us OR (n.judged_us IS NULL AND n.id > d.id)))"
			    " AND NOT EXISTS (SELECT 1 FROM alert a WHERE a.alerte_v1 IN (" TOLD_OF_CONTENT ") AND a.lifted_us > d.judged_us)"
			    " AND NOT EXISTS (SELECT 1 FROM alert a WHERE a.act_key = substr(d.origin, length('" REBUILT ":') + 1) AND " TOLD_SINCE ")"
			    " AND (instr(d.origin, ':') OR NOT EXISTS (SELECT 1 FROM alert a WHERE " TOLD_SINCE "))"
			    " ORDER BY 1 DESC LIMIT 1",
	[Q_SEEN_AGAIN] = "UPDATE alert SET count = count + 1, last_us = ?2 WHERE lifted_us IS NULL AND alerte_v1 IN"
			 " (SELECT alerte_v1 FROM verdict WHERE document = ?1 AND verdict NOT IN ('conforme', 'sans_objet'))",
	[Q_READING] = "INSERT INTO reading (document, json) VALUES (?1, ?2)",
	[Q_VERDICT] = "INSERT INTO verdict (document, rule, rule_version, act_key, act, verdict, severity, message,"
		      " alerte_v1, occurrence_v1, rule_sha256, exception)"
		      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",

	[Q_DEPOSIT] = "SELECT (SELECT n FROM deposit WHERE act_key = ?1 AND sha256 = ?2),"
		      " (SELECT max(n) FROM deposit WHERE act_key = ?1)",
	[Q_NEW_DEPOSIT] = "INSERT INTO deposit (act_key, sha256, n, seance, dropped_ns) SELECT ?1, sha256, ?2, ?4, " DROPPED("o") " FROM document o WHERE id = ?3",
	/* A content that came again: every act of which one of its judgements says something was dropped with it, and is of the séance it is of now. */
	[Q_DROPPED_AGAIN] = "UPDATE deposit SET (seance, dropped_ns) = (SELECT seance, max(dropped_ns, coalesce(changed_ns, 0)) FROM document WHERE id = ?1)"
			    " WHERE sha256 = ?2 AND act_key IN (SELECT v.act_key FROM document d INDEXED BY document_sha256 CROSS JOIN verdict v"
			    " ON v.document IN (d.id, ?1) WHERE d.sha256 = ?2 AND d.same_as IS NULL AND d.id <> ?1)",

	[Q_OCCURRENCE] = "SELECT verdict, severity, message FROM occurrence WHERE occurrence_v1 = ?1",
	[Q_SET_OCCURRENCE] = "INSERT INTO occurrence (occurrence_v1, alerte_v1, verdict, severity, message)"
			     " VALUES (?1, ?2, ?3, ?4, ?5)"
			     " ON CONFLICT DO UPDATE SET verdict = ?3, severity = ?4, message = ?5",
	[Q_ALERT] = "SELECT verdict, severity, message, count, first_us, lifted_us IS NULL, topic IS NULL, act_date"
		    " FROM alert WHERE alerte_v1 = ?1",
	[Q_SET_ALERT] = "INSERT INTO alert (alerte_v1, verdict, severity, message, count, first_us, last_us,"
			" act_key, act_date, rule, topic)"
			" VALUES (?1, ?2, ?3, ?4, 1, ?5, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO UPDATE"
			" SET verdict = ?2, severity = ?3, message = ?4, count = count + 1, last_us = ?5,"
			" act_key = ?6, act_date = ?7, rule = ?8, topic = ?9, lifted_us = NULL",
	[Q_ALERT_AGAIN] = "UPDATE alert SET count = count + 1, last_us = ?2 WHERE alerte_v1 = ?1",

	/* What holds of an act, of its séance. topic IS NULL: told before the ledger knew topics and dates. */
	[Q_OPEN] = "SELECT a.alerte_v1, a.rule FROM alert a WHERE a.act_key = ?1 AND a.lifted_us IS NULL AND (a.act_date IS ?2 OR a.topic IS NULL)"
		   " AND " FOUND("a") " ORDER BY a.first_us, a.alerte_v1",
	/* Both give: what was told of alert ?3; name of the other document when the two were dropped at once (lifted) or always (overtaken), and
	 * whether they were; name of this one; and the second, that the rule found nothing to judge in the other. */

	/* Not found in this document: it holds no more, unless what was dropped later has the fault and was only judged sooner: that is the last word. */
	[Q_LIFTED] = "WITH" OWN " SELECT " TOLD ", other.name, coalesce(" VERSION_DROPPED("a.act_key", "other") " = own.at, 0), own.name"
		     " FROM own CROSS JOIN alert a LEFT JOIN document other ON other.id ="
		     " CASE WHEN a.topic IS NULL THEN " LAST_WITH_IT("") " ELSE " LAST_WITH_IT("AND p.seance IS ?2 ") "END"
		     " WHERE a.alerte_v1 = ?3 AND coalesce(" VERSION_DROPPED("a.act_key", "other") ", 0) <= own.at",
	/* Found in this document, and not in the version of its act that was dropped last of those of which the rule said what this needs. */
	[Q_OVERTAKEN] = "WITH" OWN " SELECT " TOLD ", other.name, " VERSION_DROPPED("a.act_key", "other") " = own.at, own.name,"
			" (SELECT min(w.verdict = 'sans_objet') FROM " SAID("other") ")"
			" FROM own CROSS JOIN alert a CROSS JOIN document other ON other.id = (SELECT d.id FROM " VERSIONS
			" WHERE p.act_key = a.act_key AND p.seance IS ?2 AND p.dropped_ns >= own.at AND p.sha256 <> own.sha256 AND d.state = 'juge'"
			" AND (SELECT max(w.alerte_v1 = ?3 AND " FOUND("w") ") OR NOT max(w.verdict IN ('non_verifiable', 'erreur') OR (a.verdict = 'anomalie' AND w.verdict = 'sans_objet'))"
			" FROM " SAID("d") ")"
			LAST_FIRST ")"
			" WHERE a.alerte_v1 = ?3 AND a.lifted_us IS NULL AND own.at > 0"
			" AND NOT EXISTS (SELECT 1 FROM " SAID("other") " AND w.alerte_v1 = ?3 AND " FOUND("w") ")",
	[Q_LIFT_ALERT] = "UPDATE alert SET lifted_us = ?2 WHERE alerte_v1 = ?1",

	[Q_CHAIN] = "SELECT (SELECT value FROM meta WHERE name = 'seq'), (SELECT value FROM meta WHERE name = 'prev')",
	[Q_SET_CHAIN] = "INSERT INTO meta (name, value) VALUES ('seq', ?1), ('prev', ?2)"
			" ON CONFLICT DO UPDATE SET value = excluded.value",
	[Q_FLIGHT] = "SELECT (SELECT value FROM meta WHERE name = 'en_vol'), (SELECT value FROM meta WHERE name = 'morts')",
	[Q_SET_META] = "INSERT INTO meta (name, value) VALUES (?1, coalesce(?2, ''))"
		       " ON CONFLICT DO UPDATE SET value = excluded.value",
	[Q_RECORD] = "INSERT INTO record"
		     " (seq, id, document, event, verdict, severity, state, alerte_v1, bell, line, sinks, due)"
		     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)",

	/* A ledger made anew (rebuild.h). Several copies of one content are told apart by the second of their reception, then by their order. */
	[Q_FOUND] = "UPDATE document SET state = ?2, refusal = ?3 WHERE id = ?1",
	[Q_TOLD_OF] = "SELECT id, state FROM document WHERE sha256 = ?1 AND (judged_us IS NULL OR received_us / 1000000 = ?2)"
		      " ORDER BY received_us / 1000000 = ?2 DESC, judged_us IS NOT NULL, iif(judged_us IS NULL, id, -id) LIMIT 1",
	[Q_TOLD_JUDGED] = "UPDATE document SET state = 'juge', judged_us = ?2, ruleset = ?3, judged_with = ?4, seance = ?5,"
			  " origin = '" REBUILT "' || coalesce(':' || ?6, ''), same_as = iif(?7, (SELECT max(d.id) FROM document d WHERE d.sha256 = document.sha256"
			  " AND d.state = 'juge' AND d.same_as IS NULL AND d.judged_us IS NOT NULL AND d.id <> document.id), NULL)"
			  " WHERE id = ?1",
	[Q_TOLD_REFUSED] = "UPDATE document SET judged_us = ?2 WHERE id = ?1 AND state = 'refuse'",
	[Q_TOLD_NAME] = "UPDATE document SET name = ?2 WHERE id = ?1",
	[Q_TOLD_ALERT] = "INSERT INTO alert (alerte_v1, verdict, severity, message, count, first_us, last_us, act_key, act_date, rule, topic)"
			 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO UPDATE"
			 " SET verdict = ?2, severity = ?3, message = ?4, count = ?5, first_us = ?6, last_us = ?7, act_key = ?8, act_date = ?9,"
			 " rule = ?10, topic = ?11, lifted_us = NULL",
	[Q_TOLD_LIFTED] = "UPDATE alert SET lifted_us = ?2 WHERE alerte_v1 = ?1",
	[Q_TOLD_DEPOSIT] = "INSERT INTO deposit (act_key, sha256, n, seance) VALUES (?1, ?2, ?3, ?4)"
			   " ON CONFLICT DO UPDATE SET seance = coalesce(excluded.seance, seance)",
	[Q_TOLD_RECORD] = "INSERT INTO record (seq, id, document, event, verdict, severity, state, alerte_v1, bell, line, sinks, due)"
			  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, 0)",
	[Q_LINE] = "SELECT line FROM record WHERE seq = ?1",
	[Q_HAS_ID] = "SELECT 1 FROM record WHERE id = ?1",
	[Q_FORGET_RECORDS] = "DELETE FROM record",
	[Q_UNTOLD] = "SELECT spool, refusal FROM document WHERE " UNTOLD,
	[Q_WAIT_AGAIN] = "UPDATE document SET state = 'attente', refusal = NULL WHERE " UNTOLD,
	[Q_FORGET_VERDICTS] = "DELETE FROM verdict WHERE document IN (SELECT id FROM document WHERE state = 'attente')",
	[Q_SUMS] = "SELECT sum(state = 'juge'), sum(state = 'refuse'), sum(state = 'attente'), sum(state <> 'attente' AND judged_us IS NULL),"
		   " sum(spool GLOB '" SPOOL_GONE "*'), (SELECT count(*) FROM record) FROM document",

	[Q_IN_SERVICE] = "SELECT sha256, since_us FROM rule_service WHERE rule = ?1 ORDER BY id DESC LIMIT 1",
	[Q_SET_IN_SERVICE] = "INSERT INTO rule_service (rule, sha256, version, since_us) VALUES (?1, ?2, ?3, ?4)",
	[Q_STRIKE] = "INSERT INTO strike (rule, sha256, document_sha256, at_us, why) VALUES (?1, ?2, ?3, ?4, ?5)"
		     " ON CONFLICT DO UPDATE SET at_us = ?4, why = ?5, lifted = 0",
	[Q_STRIKES] = "SELECT count(*) FROM strike WHERE rule = ?1 AND sha256 = ?2 AND NOT lifted",
	[Q_STRIKES_OF] = "SELECT count(*) FROM strike WHERE rule = ?1 AND NOT lifted",
	[Q_LIFT] = "UPDATE strike SET lifted = 1 WHERE rule = ?1 AND NOT lifted",
	[Q_EXEMPTED] = "SELECT count(DISTINCT document) FROM verdict WHERE exception = ?1",

	[Q_DUE + SINK_FICHIER] = DUE("1"),
	[Q_DUE + SINK_JOURNAL] = DUE("2"),
	[Q_DUE + SINK_SYSLOG] = DUE("4"),
	[Q_DELIVERED + SINK_FICHIER] = DELIVERED("1"),
	[Q_DELIVERED + SINK_JOURNAL] = DELIVERED("2"),
	[Q_DELIVERED + SINK_SYSLOG] = DELIVERED("4"),
	[Q_LOOK] = "SELECT (SELECT received_us FROM document WHERE state = 'attente' ORDER BY id LIMIT 1),"
		   " (SELECT count(*) FROM record WHERE due & 1), (SELECT count(*) FROM record WHERE due & 2),"
		   " (SELECT count(*) FROM record WHERE due & 4)",
	[Q_COUNT_STATES] = "SELECT state, count(*) FROM document GROUP BY state",
	[Q_COUNT_DUE] = "SELECT (SELECT count(*) FROM record WHERE due & 1)"
			" + (SELECT count(*) FROM record WHERE due & 2)"
			" + (SELECT count(*) FROM record WHERE due & 4)",
};

/* SQLite's own words follow, for whoever mends it. */
static const char *in_french(int status)
{
	switch (status) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return "un autre programme le tient ; « fuser -v registre.sqlite » dans le répertoire d'état le nomme";
	case SQLITE_FULL:
		return "plus de place sur le disque ; libérez-en";
	case SQLITE_IOERR:
		return "le disque ne le lit ou ne l'écrit pas ; « dmesg » dit si le disque est en panne";
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return "le fichier est abîmé ; arrêtez le service, puis « scrutateur reconstruire » en fait un autre, d'après l'archive et le fichier des alertes";
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return "il ne peut pas être écrit ; il doit être au service, sur un disque qui n'est pas en lecture seule";
	case SQLITE_CANTOPEN:
		return "il ne peut pas être ouvert ; vérifiez que le répertoire d'état est là et à qui il est";
	case SQLITE_NOMEM:
		return "mémoire insuffisante";
	default:
		return "une erreur que rien ici n'attend ; signalez-la";
	}
}

bool ledger_fail(const struct ledger *l, struct err *e, const char *what)
{
	const int status = sqlite3_errcode(l->db) & 0xff;
	const bool damaged = status == SQLITE_CORRUPT || status == SQLITE_NOTADB;

	return err_set(e, damaged ? ERR_DAMAGED : ERR_STATE, "registre, %s : %s (SQLite : « %s »)", what, in_french(status), sqlite3_errmsg(l->db));
}

int ledger_bind(sqlite3_stmt *st, int i, const struct arg *v)
{
	const char *p = v->text.n ? v->text.p : "";

	switch (v->kind) {
	case ARG_INT:
		return sqlite3_bind_int64(st, i, v->number);
	case ARG_TEXT:
		return sqlite3_bind_text64(st, i, p, v->text.n, SQLITE_STATIC, SQLITE_UTF8);
	case ARG_BLOB:
		return sqlite3_bind_blob64(st, i, p, v->text.n, SQLITE_STATIC);
	default:
		return sqlite3_bind_null(st, i);
	}
}

static sqlite3_stmt *prepared(struct ledger *l, enum query q)
{
	if (!l->prepared[q])
		(void)sqlite3_prepare_v3(l->db, SQL[q], -1, SQLITE_PREPARE_PERSISTENT, &l->prepared[q], NULL);
	return l->prepared[q];
}

sqlite3_stmt *ledger_ask(struct ledger *l, enum query q, const struct arg *args, size_t n, bool *ret_row, struct err *e)
{
	sqlite3_stmt *st = prepared(l, q);
	int status = st ? SQLITE_OK : SQLITE_ERROR;

	for (size_t i = 0; i < n && status == SQLITE_OK; i++)
		status = ledger_bind(st, (int)i + 1, &args[i]);
	if (status == SQLITE_OK && ledger_next(l, st, ret_row, e))
		return st;
	if (status != SQLITE_OK)
		(void)ledger_fail(l, e, "préparation");
	ledger_end(st);
	return NULL;
}

bool ledger_next(struct ledger *l, sqlite3_stmt *st, bool *ret_row, struct err *e)
{
	int status = sqlite3_step(st);

	if (status != SQLITE_ROW && status != SQLITE_DONE)
		return ledger_fail(l, e, "requête");
	*ret_row = status == SQLITE_ROW;
	return true;
}

void ledger_end(sqlite3_stmt *st)
{
	if (!st)
		return;
	(void)sqlite3_reset(st);
	(void)sqlite3_clear_bindings(st);
}

bool ledger_run(struct ledger *l, enum query q, const struct arg *args, size_t n, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, q, args, n, &row, e);

	ledger_end(st);
	return st != NULL;
}

struct str ledger_column(sqlite3_stmt *st, int i)
{
	const void *p = sqlite3_column_blob(st, i);

	return (struct str){ p, (size_t)sqlite3_column_bytes(st, i) };
}

void ledger_ask_together(struct ledger *l)
{
	struct err apart;

	if (!l->together)
		l->together = ledger_run(l, Q_TOGETHER, NO_ARGS, &apart);
}

void ledger_asked(struct ledger *l)
{
	struct err ignored;

	/* Nothing was written: there is nothing to lose. */
	if (l->together && !sqlite3_get_autocommit(l->db))
		(void)ledger_run(l, Q_ROLLBACK, NO_ARGS, &ignored);
	l->together = false;
}

bool ledger_begin(struct ledger *l, struct err *e)
{
	ledger_asked(l);
	if (!ledger_in_place(l, e))
		return false;
	(void)sqlite3_busy_timeout(l->db, l->held ? 0 : l->patience_ms);
	const bool begun = ledger_run(l, Q_BEGIN, NO_ARGS, e);
	l->held = !begun && sqlite3_errcode(l->db) == SQLITE_BUSY;
	return begun && (ledger_raise_generation(l, e) || ledger_finish(l, false, e));
}

bool ledger_finish(struct ledger *l, bool done, struct err *e)
{
	struct err ignored;

	if (done && ledger_run(l, Q_COMMIT, NO_ARGS, e)) {
		ledger_committed(l);
		return true;
	}
	if (!sqlite3_get_autocommit(l->db)) /* SQLite has already rolled back after some errors */
		(void)ledger_run(l, Q_ROLLBACK, NO_ARGS, &ignored);
	return false;
}
