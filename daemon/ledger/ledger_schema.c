/* SPDX-License-Identifier: EUPL-1.2 */
/* The schema, in steps: LEDGER_MIGRATIONS[v] takes version v (PRAGMA user_version) to v + 1; step 0 makes an empty
 * ledger. A step, once released, is never edited. Nothing here deletes: what was judged and sent stays as history. Times are
 * microseconds since the epoch.
 */
#include "ledger_priv.h"

static const char VERSION_1[] =
	"PRAGMA application_id = 1396920917;" /* "SCRU" */

	/* One row per file taken from the drop. */
	"CREATE TABLE document ("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	spool TEXT NOT NULL UNIQUE," /* its name in the spool */
	"	sha256 TEXT NOT NULL,"       /* of the bytes as received: its identity */
	"	name BLOB NOT NULL,"         /* in the drop, bytes as they were */
	"	bytes INTEGER NOT NULL,"
	"	received_us INTEGER NOT NULL,"
	"	state TEXT NOT NULL DEFAULT 'attente' CHECK (state IN ('attente', 'juge', 'refuse')),"
	"	refusal TEXT," /* the word, when refused */
	"	judged_us INTEGER,"
	"	ruleset TEXT" /* SHA-256 of the rule set that judged */
	") STRICT;"
	"CREATE INDEX document_state ON document (state);"
	"CREATE INDEX document_sha256 ON document (sha256);"

	/* One row per attempt, written before the child is started. */
	"CREATE TABLE attempt ("
	"	id INTEGER PRIMARY KEY,"
	"	document INTEGER NOT NULL REFERENCES document (id),"
	"	began_us INTEGER NOT NULL,"
	"	withdrawn INTEGER NOT NULL DEFAULT 0" /* 1: the document was not to blame */
	") STRICT;"
	"CREATE INDEX attempt_document ON attempt (document) WHERE NOT withdrawn;"

	/* What was read, as `scrutateur lire --json` gives it. */
	"CREATE TABLE reading ("
	"	document INTEGER PRIMARY KEY REFERENCES document (id),"
	"	json TEXT NOT NULL"
	") STRICT;"

	/* What every rule said, also when nothing is wrong. */
	"CREATE TABLE verdict ("
	"	id INTEGER PRIMARY KEY,"
	"	document INTEGER NOT NULL REFERENCES document (id),"
	"	rule TEXT NOT NULL,"
	"	rule_version TEXT,"
	"	act_key TEXT," /* SHA-256 naming the acte (alerts/fingerprint.h) */
	"	act TEXT,"     /* its number, for people */
	"	verdict TEXT NOT NULL,"
	"	severity TEXT,"
	"	message TEXT,"
	"	alerte_v1 TEXT NOT NULL,"
	"	occurrence_v1 TEXT NOT NULL"
	") STRICT;"
	"CREATE INDEX verdict_document ON verdict (document);"
	"CREATE INDEX verdict_alerte ON verdict (alerte_v1);"

	/* The same finding over all deposits of an act: how it looked last, how often it was seen. */
	"CREATE TABLE alert ("
	"	alerte_v1 TEXT PRIMARY KEY,"
	"	verdict TEXT NOT NULL,"
	"	severity TEXT,"
	"	message TEXT,"
	"	count INTEGER NOT NULL,"
	"	first_us INTEGER NOT NULL,"
	"	last_us INTEGER NOT NULL"
	") STRICT, WITHOUT ROWID;"

	/* The same finding in the same bytes by the same version of the rule: gets one line, ever, unless it reads
	   otherwise. */
	"CREATE TABLE occurrence ("
	"	occurrence_v1 TEXT PRIMARY KEY,"
	"	alerte_v1 TEXT NOT NULL REFERENCES alert (alerte_v1),"
	"	verdict TEXT NOT NULL,"
	"	severity TEXT,"
	"	message TEXT"
	") STRICT, WITHOUT ROWID;"

	/* Which versions of an act came, in order. */
	"CREATE TABLE deposit ("
	"	act_key TEXT NOT NULL,"
	"	sha256 TEXT NOT NULL,"
	"	n INTEGER NOT NULL,"
	"	PRIMARY KEY (act_key, sha256)"
	") STRICT, WITHOUT ROWID;"

	/* The outbox, and all that ever left through it. `due` holds the sinks (1 << enum sink_kind) that still wait
	   for the line. */
	"CREATE TABLE record ("
	"	seq INTEGER PRIMARY KEY,"
	"	id TEXT NOT NULL UNIQUE,"
	"	document INTEGER REFERENCES document (id),"
	"	event TEXT NOT NULL,"
	"	verdict TEXT,"
	"	severity TEXT,"
	"	state TEXT,"
	"	alerte_v1 TEXT,"
	"	bell TEXT NOT NULL," /* BELL_COUNT lines */
	"	line TEXT NOT NULL," /* the JSON line, without LF: the same bytes at every delivery */
	"	sinks INTEGER NOT NULL,"
	"	due INTEGER NOT NULL"
	") STRICT;"
	"CREATE INDEX record_document ON record (document);"
	"CREATE INDEX record_due_fichier ON record (seq) WHERE due & 1;"
	"CREATE INDEX record_due_journal ON record (seq) WHERE due & 2;"
	"CREATE INDEX record_due_syslog ON record (seq) WHERE due & 4;"

	/* seq and prev: the head of the chain of records. en_vol: numbers of the documents in flight; morts: the one that was alone in
	   flight when the service died, and how many times in a row. */
	"CREATE TABLE meta ("
	"	name TEXT PRIMARY KEY,"
	"	value TEXT NOT NULL"
	") STRICT, WITHOUT ROWID;"

	"PRAGMA user_version = 1;";

/* Which file of the drop a row was made from, so that one that outlived a crash is not taken twice. */
static const char VERSION_2[] =
	"ALTER TABLE document ADD COLUMN origin TEXT;"        /* device, inode, size, mtime; NULL: found without it */
	"ALTER TABLE document ADD COLUMN changed_ns INTEGER;" /* its ctime */

	"PRAGMA user_version = 2;";

/* Which text of a rule judged, what the house exempted, and rules over time: what was in service since when, and what hit its limits. */
static const char VERSION_3[] =
	"ALTER TABLE verdict ADD COLUMN rule_sha256 TEXT;" /* of the rule's file; NULL: judged before this version */
	"ALTER TABLE verdict ADD COLUMN exception TEXT;"   /* id of the exception (conf/reglages.yaml) that covers it */
	"CREATE INDEX verdict_exception ON verdict (exception) WHERE exception IS NOT NULL;"

	/* One row each time another text of a rule comes into service; the last one is the present. */
	"CREATE TABLE rule_service ("
	"	id INTEGER PRIMARY KEY,"
	"	rule TEXT NOT NULL,"
	"	sha256 TEXT NOT NULL,"
	"	version TEXT NOT NULL,"
	"	since_us INTEGER NOT NULL"
	") STRICT;"
	"CREATE INDEX rule_service_rule ON rule_service (rule, id);"

	/* A text of a rule that hit a limit on a document. Another text begins without strikes. */
	"CREATE TABLE strike ("
	"	rule TEXT NOT NULL,"
	"	sha256 TEXT NOT NULL,"
	"	document_sha256 TEXT NOT NULL,"
	"	at_us INTEGER NOT NULL,"
	"	why TEXT NOT NULL,"
	"	lifted INTEGER NOT NULL DEFAULT 0," /* 1: a person put the rule back in service */
	"	PRIMARY KEY (rule, sha256, document_sha256)"
	") STRICT, WITHOUT ROWID;"

	"PRAGMA user_version = 3;";

/* What came with a document and tells about it. */
static const char VERSION_4[] =
	"CREATE TABLE side_file ("
	"	document INTEGER NOT NULL REFERENCES document (id),"
	"	n INTEGER NOT NULL,"   /* in the spool: document.spool, '.cote', n */
	"	name BLOB NOT NULL,"   /* in the drop, bytes as they were */
	"	sha256 TEXT NOT NULL,"
	"	bytes INTEGER NOT NULL,"
	"	PRIMARY KEY (document, n)"
	") STRICT, WITHOUT ROWID;"

	"PRAGMA user_version = 4;";

/* The same content again, alerts that no longer hold, history by séance and act. What was told before knows its act and rule from its last
   verdict; its topic it does not know, nor the date of its act. */
static const char VERSION_5[] =
	"ALTER TABLE document ADD COLUMN judged_with TEXT;" /* SHA-256 of all that decides beside the bytes; NULL: not judged, or before */
	"ALTER TABLE document ADD COLUMN same_as INTEGER REFERENCES document (id);" /* its bytes were judged there, with the same; not again */
	"ALTER TABLE document ADD COLUMN seance TEXT;" /* date of the séance, as read; NULL: not read */
	"UPDATE document SET seance = (SELECT CASE WHEN json_valid(json) THEN json_extract(json, '$.champs.\"seance.date\".valeur') END"
	" FROM reading WHERE reading.document = document.id);"
	"CREATE INDEX verdict_act ON verdict (act) WHERE act IS NOT NULL;"

	"ALTER TABLE alert ADD COLUMN act_key TEXT;"
	"ALTER TABLE alert ADD COLUMN act_date TEXT;" /* of the séance: numbers begin again with each year, and in some houses with each séance */
	"ALTER TABLE alert ADD COLUMN rule TEXT;"
	"ALTER TABLE alert ADD COLUMN topic TEXT;"
	"ALTER TABLE alert ADD COLUMN lifted_us INTEGER;" /* a newer judgement of the act no longer found it; NULL: it holds */
	"UPDATE alert SET (act_key, rule) = (SELECT act_key, rule FROM verdict WHERE verdict.alerte_v1 = alert.alerte_v1 ORDER BY id DESC LIMIT 1);"
	"CREATE INDEX alert_act ON alert (act_key) WHERE lifted_us IS NULL;"

	/* What came with a document in one deposit and is neither judged nor read with it. */
	"CREATE TABLE annex ("
	"	document INTEGER NOT NULL REFERENCES document (id),"
	"	n INTEGER NOT NULL,"   /* in annexes/: document.spool, '.', n */
	"	name BLOB NOT NULL,"   /* in the drop, bytes as they were */
	"	sha256 TEXT NOT NULL,"
	"	bytes INTEGER NOT NULL,"
	"	PRIMARY KEY (document, n)"
	") STRICT, WITHOUT ROWID;"

	"PRAGMA user_version = 5;";

/* Of the verdicts, thirty for one that somebody is told of, only those are looked up by their alert: each of the others would be a page to write at
   a place of its own. */
static const char VERSION_6[] =
	"DROP INDEX verdict_alerte;"
	"CREATE INDEX verdict_alerte ON verdict (alerte_v1) WHERE verdict IN ('anomalie', 'non_verifiable');"

	/* Whether anything was dropped later than a document that is judged now. */
	"CREATE INDEX document_changed ON document (changed_ns) WHERE state = 'juge';"

	"PRAGMA user_version = 6;";

/* Which version of an act was dropped last, and how many there are: asked for each document, and its price was the number of versions. */
static const char VERSION_7[] =
	"ALTER TABLE deposit ADD COLUMN seance TEXT;" /* date of the séance, as these bytes were read last; NULL: not read */
	"ALTER TABLE deposit ADD COLUMN dropped_ns INTEGER NOT NULL DEFAULT 0;" /* these bytes, last; 0: not known */
	"UPDATE deposit SET (seance, dropped_ns) = (SELECT seance, (SELECT coalesce(max(changed_ns), 0) FROM document o WHERE o.sha256 = d.sha256"
	" AND o.state = 'juge') FROM document d WHERE d.sha256 = deposit.sha256 AND d.state = 'juge' ORDER BY d.id DESC LIMIT 1)"
	" WHERE EXISTS (SELECT 1 FROM document d WHERE d.sha256 = deposit.sha256 AND d.state = 'juge');"
	"CREATE INDEX deposit_seance ON deposit (act_key, seance, dropped_ns);"
	"CREATE INDEX deposit_n ON deposit (act_key, n);"
	"DROP INDEX document_changed;"
	/* What one rule said of a document, and not what all of them did. */
	"DROP INDEX verdict_document;"
	"CREATE INDEX verdict_rule ON verdict (document, rule);"

	"PRAGMA user_version = 7;";

/* A content that comes again and again: what was judged of it stands before all its repeats, and the last of these, by the clock of the drop, at one end. In
   the index that a row of it is written to in any case: another one would be a page more for each document. */
static const char VERSION_8[] =
	"DROP INDEX document_sha256;"
	"CREATE INDEX document_sha256 ON document (sha256, same_as, changed_ns);"

	"PRAGMA user_version = 8;";

const char *const LEDGER_MIGRATIONS[LEDGER_VERSION] = { VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5, VERSION_6, VERSION_7, VERSION_8 };

_Static_assert(1 << SINK_FICHIER == 1 && 1 << SINK_JOURNAL == 2 && 1 << SINK_SYSLOG == 4,
	       "the indexes of the outbox name these bits");
