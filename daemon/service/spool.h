/* SPDX-License-Identifier: EUPL-1.2 */
/* The state directory: who may use it, and where a document's file is at each moment of its life.
 *
 *     tmp/  attente/  archive/  annexes/  quarantaine/<reason>/  regles-bonnes/  registre.sqlite  verrou
 *
 * A file is always whole in exactly one of attente, archive and quarantaine; the text drawn from an archived document
 * that is none stands beside it, NAME.txt. Its side files (base/side.h) are where it is: they are moved before it, so that
 * while it has not been moved itself there is something that finishes the move. Its annexes, which are only kept, are annexes/NAME.1 …
 * from the first to the last. The note of a quarantined document is
 * written before the ledger decides, so that start-up knows where a decided file that is still in attente has to go.
 */
#ifndef SCRUTATEUR_SPOOL_H
#define SCRUTATEUR_SPOOL_H

#include <sys/stat.h>
#include <sys/types.h>

#include "arena.h"
#include "err.h"
#include "hash.h"
#include "ledger.h"
#include "side.h"

struct spool {
	int etat, tmp, attente, archive, quarantaine, verrou, annexes;
};
enum spool_end { SPOOL_OPEN, SPOOL_BUSY, SPOOL_FAILED };
/* Make what is missing, take the lock, empty tmp/. SPOOL_BUSY: another instance holds it, *e names its process. The
 * directory must be ours, not writable by others, and on a local disk (ERR_VALUE: it is not). */
enum spool_end spool_open(const char *etat, struct spool *ret, struct err *e);
void spool_close(struct spool *s);
/* Somebody may have removed or moved a directory, or its rights, while the service runs. What is missing is made again, and what took its place is used: SPOOL_MENDED,
 * `said` names them. SPOOL_WRONG: *e says what stands in the way and what to do. */
enum spool_places { SPOOL_WHOLE, SPOOL_MENDED, SPOOL_WRONG };
enum spool_places spool_mend(struct spool *s, char said[200], struct err *e);

int spool_document(const struct spool *s, const char *name, struct err *e);
/* Its side file n, from 1. */
int spool_side(const struct spool *s, const char *name, unsigned n, struct err *e);
/* Write NAME.txt where the document will be archived: the text that was drawn from it. Written again by every attempt. */
bool spool_text(const struct spool *s, const char *name, struct str text, struct err *e);
/* Move a document, its side files first (`alone`: it is known to have none). Documents moved together share the sync of the directory they are in now, which must be made before anything
 * syncs attente/: the other order could show a file nowhere. That they are gone from attente/ needs no sync of its own: start-up does the move again, or
 * finds the document under both names. */
bool spool_archive(const struct spool *s, const char *name, bool alone, struct err *e);
bool spool_archive_sync(const struct spool *s, struct err *e);
struct spool_note {
	const char *word; /* reason: the sub-directory */
	struct str nom;	  /* name in the drop, bytes */
	struct str sentence;
	const char *sha256; /* or NULL when it was never read */
	int64_t octets, recu_us;
	int attempts;
};
/* Write the note NAME.json beside where the document will be. */
bool spool_note(const struct spool *s, const char *name, const struct spool_note *n, struct err *e);
/* Move a noted document there, synced. */
bool spool_quarantine(const struct spool *s, const char *name, const char *word, struct err *e);
/* For another process than the service: put a document back from quarantaine/`word` into attente/, its side files first, synced. `etat` is the
 * path of the state directory. ERR_SYS ENOENT: it is not there. Until the ledger says that it waits, start-up takes it back: the note stays. */
bool spool_give_back(const char *etat, const char *name, const char *word, struct err *e);
/* The ledger says so: the note can go. */
bool spool_given_back(const char *etat, const char *name, const char *word, struct err *e);
/* Is there a note of that name and reason already? */
bool spool_noted(const struct spool *s, const char *name, const char *word);

/* "0123456789abcdef-" and a SHA-256: the names that intake gives, of when it came, in microseconds and before the year 10000, and what it is. */
bool spool_name_is_ours(struct str name);
/* Of the whole file; its stat, too. */
bool spool_hash(int dir, const char *name, bool links_ok, char hex[DIGEST_HEX], struct stat *st, struct err *e);
/* The side files beside d->spool in `dir`, into d. Their names are lost with their rows: they get those of the spool, which live in `names`. One that
 * cannot be read stays beside it, unrecorded, and so do those after it. */
void spool_find_sides(int dir, struct ledger_document *d, char names[LIMIT_SIDE_FILES][SIDE_NAME_SIZE]);

/* Does the archive hold a document that came before all that the ledger knows, and that it does not know? Then it is not the ledger of this archive
 * from its beginning: it was lost, and another begun. */
bool spool_archive_is_older(const struct spool *s, struct ledger *l, bool *ret, struct err *e);

struct recovery {
	unsigned moved, found, dropped, stray;
};
/* After a stop of any kind: finish the moves that were decided, record copies that the ledger does not know (or drop
 * them when the drop still holds the same content), set strange files aside in quarantaine/egare. A side file whose document is
 * there is left beside it; one whose document is elsewhere follows it; one that has none is dropped or set aside. Idempotent. */
bool spool_recover(const struct spool *s, struct ledger *l, const char *depot, struct recovery *ret, struct err *e);

/* The process of the service that holds the state directory `etat`: 0 when none does, -1 with *e when the lock cannot be read. For other
 * processes. */
pid_t spool_holder(const char *etat, struct err *e);

#endif
