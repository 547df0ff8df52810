/* SPDX-License-Identifier: EUPL-1.2 */
/* From the intake to the ledger and the queue; and what the intake refuses without ever reading it.
 *
 * A refusal is recorded once per thing, not once per start: the name of its note is made from the thing's identity, and
 * the note says whether it was told.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "clock.h"
#include "escape.h"
#include "hash.h"
#include "intake.h"
#include "machine.h"
#include "supervisor_priv.h"

static void set_identity(const struct taken *t, struct ledger_document *d)
{
	digest_hex(&t->sha256, d->sha256);
	memcpy(d->origin, t->origin, sizeof d->origin);
	d->changed_ns = t->changed_ns;
}

/* Names and hashes of what came with it; `annexes` has room for all. */
static void set_beside(const struct taken *t, struct ledger_document *d, struct ledger_side *annexes)
{
	for (unsigned i = 0; i < t->sides_n + t->annexes_n; i++) {
		const bool side = i < t->sides_n;
		const struct taken_beside *from = side ? &t->sides[i] : &t->annexes[i - t->sides_n];
		struct ledger_side *to = side ? &d->sides[i] : &annexes[i - t->sides_n];
		to->nom = from->name;
		digest_hex(&from->sha256, to->sha256);
		to->octets = (int64_t)from->bytes;
	}
	d->sides_n = t->sides_n;
	d->annexes = annexes;
	d->annexes_n = t->annexes_n;
}

static bool on_known(void *ctx, const struct taken *t, bool *ret)
{
	struct supervisor *s = ctx;
	struct ledger_document d = { .nom = t->leaving ? NULL : t->name };
	struct ledger_side annexes[LIMIT_FOLDER_FILES];
	struct err e;
	char name[512];

	set_identity(t, &d);
	set_beside(t, &d, annexes);
	ledger_ask_together(s->ledger);
	if (!ledger_took(s->ledger, &d, ret, &e)) {
		if (!s->ledger_fails)
			news(NEWS_ERR, "le registre ne dit pas s'il connaît « %s » : %s", shown(str_c(t->name), name), e.msg);
		outcome_ledger_failed(s, NULL, &e);
		return false;
	}
	if (*ret)
		news(NEWS_INFO, "« %s » était déjà inscrit, il est seulement retiré du dépôt",
		     shown(str_c(t->name), name));
	return true;
}

static void on_turned(void *ctx)
{
	const struct supervisor *s = ctx;

	ledger_asked(s->ledger);
}

static void set_document(const struct taken *t, struct ledger_document *d, struct ledger_side *annexes)
{
	*d = (struct ledger_document){ .nom = t->name, .octets = (int64_t)t->bytes, .recu_us = t->received_us };
	snprintf(d->spool, sizeof d->spool, "%s", t->spool);
	set_identity(t, d);
	set_beside(t, d, annexes);
}

static bool on_taken(void *ctx, const struct taken *const *all, size_t n)
{
	struct supervisor *s = ctx;
	struct ledger_document d[LIMIT_GROUP];
	struct ledger_side annexes[LIMIT_GROUP_FILES];
	struct err e;
	char name[512];
	unsigned used = 0;

	for (size_t i = 0; i < n; i++) {
		set_document(all[i], &d[i], annexes + used);
		used += d[i].annexes_n;
	}
	if (!ledger_receive_all(s->ledger, d, n, &e)) {
		if (!s->ledger_fails)
			news(NEWS_ERR, "le registre n'inscrit pas %zu document%s« %s » : %s", n, n > 1 ? "s, dont " : ", ", shown(str_c(d[0].nom), name), e.msg);
		outcome_ledger_failed(s, NULL, &e);
		return false;
	}
	outcome_ledger_works(s);
	for (size_t i = 0; i < n; i++)
		news(NEWS_INFO, "reçu « %s » : document %lld, %lld octets", shown(str_c(d[i].nom), name), (long long)d[i].id,
		     (long long)d[i].octets);
	if (s->backlog == 0)
		s->pulse.moved_ms = clock_ms();
	s->backlog += (int64_t)n;
	queue_more(&s->queue);
	admission_balance(s);
	alarm_within(s->dispatch, 0);
	return true;
}

/* Device, inode and last change; a directory changes with what is put into it and stays the same thing. */
static void identity(const struct supervisor *s, const char *name, const char *word, char out[DIGEST_HEX])
{
	struct {
		dev_t dev;
		ino_t ino;
		int64_t changed;
	} id;
	struct stat st = { 0 };
	struct hash h;
	char path[4096];

	memset(&id, 0, sizeof id);
	snprintf(path, sizeof path, "%s/%s", s->now->c.depot, name);
	if (lstat(path, &st) == 0) {
		id.dev = st.st_dev;
		id.ino = st.st_ino;
		id.changed = S_ISDIR(st.st_mode) ? 0 : (int64_t)st.st_ctim.tv_sec * 1000000000 + st.st_ctim.tv_nsec;
	}
	hash_init(&h);
	hash_add(&h, name, strlen(name) + 1);
	hash_add(&h, word, strlen(word) + 1);
	hash_add(&h, &id, sizeof id);
	struct digest d = hash_end(&h);
	digest_hex(&d, out);
}

static void on_refused(void *ctx, const char *name, const char *word, const char *sentence)
{
	struct supervisor *s = ctx;
	char id[DIGEST_HEX], line[512];

	identity(s, name, word, id);
	news(NEWS_WARNING, "refusé « %s » (%s) : %s ; il reste dans le dépôt", shown(str_c(name), line), word,
	     sentence);
	if (!spool_noted(&s->spool, id, word))
		fact_refused(s, name, id, word, sentence);
}

#define LIMIT_NOTE 800 /* bytes: a path and the reason, whole */

static void on_note(void *ctx, int priority, const char *sentence)
{
	struct supervisor *s = ctx;
	struct arena a;

	arena_init(&a, MIB);
	fact(s, (enum news)priority, EVENT_SERVICE, "depot", NULL, "%.*s", STR_ARG(escape_line(&a, str_c(sentence), LIMIT_NOTE)));
	arena_done(&a);
}

struct intake *arrivals_open(struct supervisor *s, const struct conf *c, struct err *e)
{
	const struct intake_setup setup = {
		.depot = c->depot,
		.etat_fd = s->spool.etat,
		.marque = c->admission.marque,
		.balayage_s = c->balayage_s,
		.stabilite_ms = c->stabilite_ms,
		.max_bytes = (uint64_t)c->limites.octets,
		.patience = INTAKE_PATIENCE,
		.before = s->intake,
	};
	const struct intake_calls calls = {
		.ctx = s, .known = on_known, .turned = on_turned, .taken = on_taken, .refused = on_refused, .note = on_note
	};

	/* A drop that anybody may write to must at least keep people from removing each other's files. */
	if (!machine_drop(c, e))
		return NULL;
	struct intake *in = intake_new(s->base, &setup, &calls, e);
	if (in == NULL)
		(void)conf_blame(c, "", "depot", e);
	return in;
}
