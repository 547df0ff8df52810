/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside of the supervisor: its state, and the parts it is written in. One loop, one thread; every part is called from
 * the loop.
 *
 *     arrivals.c     intake → ledger → queue
 *     admission.c    how much the intake may take
 *     dispatch.c     queue → rule host
 *     jobs.c         child → answer
 *     order.c        what the host is told of a job
 *     outcome.c      answer → decision, retry or blame
 *     decide.c       decision → ledger
 *     filing.c       what is decided → archive or quarantine
 *     state_dirs.c   the directories of the state, while others change them
 *     repeats.c      a content that was judged before
 *     generations.c  rule hosts: start, reload, death
 *     in_service.c   which rules judge: told, remembered, suspended
 *     facts.c        what the service says of itself
 *     status_*.c     how it is, for who asks
 */
#ifndef SCRUTATEUR_SUPERVISOR_PRIV_H
#define SCRUTATEUR_SUPERVISOR_PRIV_H

#include "admission.h"
#include "generations.h"
#include "job.h"
#include "loop.h"
#include "news.h"
#include "outbox.h"
#include "pulse.h"
#include "spool.h"
#include "service_tally.h"

enum { EXIT_ORDERLY = 0, EXIT_BUSY = 1, EXIT_LASTING = 2, EXIT_STATE = 3 }; /* supervisor.h */
enum supervisor_state { STATE_STARTING, STATE_RUNNING, STATE_STOPPING };

struct supervisor {
	const char *conf_path, *program;
	struct settings *now, *next, *refused; /* next: being reloaded, not yet in force; refused: the last reload that failed, or NULL */
	enum supervisor_state state;
	int status;
	struct event_base *base;
	struct spool spool;
	struct ledger *ledger;
	struct intake *intake;
	struct outbox outbox;
	struct queue queue;
	struct hostproc *live, *loading, *draining;
	unsigned host_failures; /* in a row */
	char rules_said[65];	/* the set that was last told about */
	struct reloading files; /* what is loaded, and whether it still says the same */
	bool announced;		/* "demarrage" was said, "arret" must be */
	struct job *jobs; /* oldest first */
	unsigned jobs_n;
	bool quick; /* the last text took no longer than most: some may be told ahead */
	uint32_t job_number;
	int64_t blamed;	   /* the document that was alone in flight each time the service died, or 0 */
	int64_t backlog;   /* documents in attente */
	struct admission admission;
	bool ledger_fails; /* said once */
	int64_t cramped;   /* when a document found no descriptor or memory, 0: not; for a while none is counted ahead of its place. Said once */
	char places_wrong[512]; /* "": the directories of the state are whole. Said once */
	bool places_mended;	/* and the intake has not opened them again */
	struct unmoved *unmoved; /* decided, and not where it belongs */
	int64_t unfiled;	/* the first document whose note or text could not be kept, or 0; said once */
	int64_t pause_ms;	/* until then none is begun */
	bool ledger_behind; /* it is older than what was told (ahead.h) */
	bool ledger_begun_again; /* of a part of the archive (spool_archive_is_older) or of all that was told (ahead.h) it knows nothing */
	struct alarm *dispatch, *settle, *retry_host, *give_up, *watchdog, *look, *term, *intr, *hup, *usr1;
	struct untold *untold; /* facts that the ledger did not take, oldest first */
	int64_t watchdog_ms, since_us;
	struct tally tally;
	const char *sandbox; /* what confines, said once; NULL before */
	bool sandbox_lacking;
	struct http *supervision[2]; /* on the socket, on the loopback; NULL: not there */
	struct pulse pulse;
	bool standstill; /* said once */
	int64_t hour_us;   /* hour_look: the clock of the day less the steady one; before the first look, when the last document was received */
	bool hour_known;
};

#define LEDGER_BEHIND                                                                                                                             \
	"le registre est plus ancien que le fichier des alertes (une sauvegarde remise ?) : il ne sait rien de ce qui a été reçu et dit depuis ; arrêtez le service, puis « scrutateur reconstruire »"
#define LEDGER_BEGUN_AGAIN                                                                                                                        \
	"le registre a été recommencé : il ne sait rien d'une partie de l'archive ou des alertes dites avant ; arrêtez le service, déplacez "     \
	LEDGER_NAME ", puis « scrutateur reconstruire »"

/* facts.c: a line of news and a record, in one. `rule` may be NULL. fact_refused: of a file that stays in the drop; then its note, `id`. */
void fact(struct supervisor *s, enum news level, enum event_kind ev, const char *word, const char *rule, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
void fact_refused(struct supervisor *s, const char *name, const char *id, const char *word, const char *sentence);
void facts_again(struct supervisor *s); /* those that the ledger did not take; what it still does not take is kept */
unsigned facts_untold(const struct supervisor *s); /* how many these are */
/* Said at the start and after each reload, for it may have changed the tools: tools that are missing, and what is confined. */
void facts_of_the_machine(struct supervisor *s);
const char *shown(struct str name, char out[512]); /* a file name for people: escaped, cut */

/* arrivals.c */
struct intake *arrivals_open(struct supervisor *s, const struct conf *c, struct err *e);

/* status_serve.c: listen as the configuration in force has it; at the start, after a reload, and not any more. What cannot be opened is told, and
 * no reason not to serve. `old` is what was in force, or NULL. status_look: a socket that somebody removed is made again; told once. */
void status_open(struct supervisor *s, const struct conf *old);
void status_look(struct supervisor *s);
void status_close(struct supervisor *s);

/* state_dirs.c: what is missing is made again: true, and what failed may be tried once more. What stays wrong is said, once, and nothing is begun. */
bool places_mend(struct supervisor *s);
void places_look(struct supervisor *s); /* from time to time; the intake follows */
/* The note or the text of that document could not be kept, or at last was. */
void places_unfiled(struct supervisor *s, int64_t document, const char *why);
void places_filed(struct supervisor *s, int64_t document);

void hour_look(struct supervisor *s); /* hour.c: a clock that was set back is told of */
/* repeats.c: w->judged_with is set; if the very same content was judged the same way before, its repeat is decided here,
 * and *ret set. False: the ledger failed. */
bool repeats_known(struct supervisor *s, struct waiting *w, bool *ret, struct err *e);
/* The same content is being judged: `w` is held by that job, and comes back to the queue with its end. */
bool repeats_held(struct supervisor *s, struct waiting *w);

#endif
