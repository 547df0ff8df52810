/* SPDX-License-Identifier: EUPL-1.2 */
/* From the inside of the supervisor to what may be told of it. Only the state directory's disk is looked at: the drop may be a share whose
 * server is gone, and asking about it would stop the loop.
 */
#include <stdarg.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "clock.h"
#include "filing.h"
#include "intake.h"
#include "ruleset.h"
#include "status_priv.h"

static struct str list_text(struct arena *a, const char *fmt, va_list ap)
{
	char text[900];

	vsnprintf(text, sizeof text, fmt, ap);
	return arena_dup(a, str_c(text));
}

__attribute__((format(printf, 3, 4))) static void fault(struct arena *a, struct status *st, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	if (st->faults_n < STATUS_REASONS)
		st->faults[st->faults_n++] = list_text(a, fmt, ap);
	va_end(ap);
}

__attribute__((format(printf, 3, 4))) static void warning(struct arena *a, struct status *st, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	if (st->warnings_n < STATUS_REASONS)
		st->warnings[st->warnings_n++] = list_text(a, fmt, ap);
	va_end(ap);
}

static void gather_queue(const struct supervisor *s, struct arena *a, struct status *st)
{
	int64_t oldest = 0, due[SINK_KINDS] = { 0 };
	struct err e;

	st->waiting = s->backlog;
	st->under_way = s->jobs_n - jobs_count(s, JOB_COUNTED, false) - jobs_count(s, JOB_COUNTED, true);
	st->oldest_s = -1;
	if (s->ledger == NULL)
		return;
	if (!ledger_look(s->ledger, &oldest, due, &e)) {
		if (!s->ledger_fails && s->places_wrong[0] == '\0') /* nothing needed it yet */
			fault(a, st, "%s : plus rien n'est jugé", e.msg);
		return;
	}
	if (oldest > 0)
		st->oldest_s = st->now_us > oldest ? (st->now_us - oldest) / 1000000 : 0;
	for (int k = 0; k < SINK_KINDS; k++)
		st->sinks[k].due = due[k];
}

static void gather_sinks(const struct supervisor *s, struct arena *a, struct status *st)
{
	for (int k = 0; k < SINK_KINDS; k++) {
		st->sinks[k].wanted = s->outbox.at[k].wanted;
		const enum outlet_trouble trouble = s->outbox.at[k].trouble;

		st->sinks[k].failing = trouble == OUTLET_SINK_FAILS;
		if (trouble == OUTLET_LEDGER_FAILS)
			fault(a, st, "le registre n'inscrit pas ce que la sortie « %s » a pris", sink_word((enum sink_kind)k));
		if (st->sinks[k].failing)
			fault(a, st, "la sortie « %s » ne prend plus les alertes ; %lld attendent", sink_word((enum sink_kind)k),
			      (long long)st->sinks[k].due);
	}
}

static struct str why_paused(const struct supervisor *s)
{
	if (s->state == STATE_STARTING)
		return STR("les règles se chargent");
	if (s->state == STATE_STOPPING)
		return STR("le service s'arrête");
	static const char *const words[] = { "", "trop de documents attendent", "le disque de l'état est presque plein", "la quarantaine est pleine" };
	return str_c(words[s->admission.obstacle]);
}

static void gather_drop(const struct supervisor *s, struct arena *a, struct status *st)
{
	struct intake_counts n = { 0 };

	if (s->intake != NULL)
		n = intake_count(s->intake);
	st->drop.path = str_c(s->now->c.depot);
	st->drop.paused = why_paused(s);
	st->drop.watched = n.waiting;
	st->drop.ignored = n.ignored;
	st->drop.taken = n.taken;
	st->drop.refused = n.refused;
	st->drop.overflows = n.overflows;
	if (n.missing != NULL)
		fault(a, st, "le dossier de dépôt manque ou n'est pas accessible : %s", n.missing);
	if (n.blocked != NULL)
		fault(a, st, "rien ne peut être pris du dépôt : %s", n.blocked);
	if (n.unmounted != NULL)
		warning(a, st, "%s", n.unmounted);
	if (n.kept)
		warning(a, st, "ce qui est pris du dépôt ne peut pas en être retiré : rendez au service le droit d'écrire dans %s", s->now->c.depot);
	if (n.oldest_ms >= LIMIT_SILENCE_MS)
		warning(a, st, "un fichier du dépôt attend depuis %lld min sans pouvoir être pris", (long long)(n.oldest_ms / 60000));
	st->drop.oldest_s = n.oldest_ms / 1000;
	if (s->admission.obstacle == OBSTACLE_BACKLOG)
		warning(a, st, "%lld documents attendent : le dépôt garde les siens", (long long)s->backlog);
	else if (s->admission.obstacle != OBSTACLE_NONE)
		fault(a, st, "rien n'est pris du dépôt : %.*s", STR_ARG(st->drop.paused));
	if (n.missing != NULL)
		st->drop.paused = STR("le dossier manque ou n'est pas accessible");
	else if (n.blocked != NULL)
		st->drop.paused = arena_dup(a, str_c(n.blocked));
}

static struct str list_of(struct arena *a, struct str so_far, const char *word)
{
	return arena_printf(a, "%.*s%s%s", STR_ARG(so_far), so_far.n ? ", " : "", word);
}

static void gather_rules(const struct supervisor *s, struct arena *a, struct status *st)
{
	const struct hostproc *h = s->live;

	for (unsigned i = 0; h != NULL && i < h->rules_n; i++) {
		const struct host_rule *r = &h->rules[i];
		const bool judges = !r->off && r->state != RULE_REFUSED && !r->suspended;
		st->rules.off += r->off;
		st->rules.refused += !r->off && r->state == RULE_REFUSED;
		st->rules.suspended += !r->off && r->suspended;
		st->rules.kept += judges && r->state == RULE_KEPT;
		st->rules.live += judges;
	}
	if (h != NULL)
		st->rules.set = str_c(h->sha256);
	else if (s->state == STATE_RUNNING)
		fault(a, st, "aucune règle n'est en service : les documents attendent");
	if (h != NULL && st->rules.live == 0)
		fault(a, st, "aucune règle n'est en service : ce qui est déposé est lu et rangé, rien n'y est jugé");
	for (unsigned i = 0; h != NULL && i < h->references_n; i++)
		if (h->references[i].former) {
			st->rules.former = list_of(a, st->rules.former, h->references[i].word);
			warning(a, st, "%s : le fichier ne se charge pas, la version précédente juge : %s", h->references[i].word, h->references[i].why);
		}
	static const char *const rules[] = { "règle", "règles" };
	if (st->rules.refused > 0)
		warning(a, st, "%u %s hors service : « scrutateur regles » dit pourquoi", st->rules.refused, rules[st->rules.refused > 1]);
	if (st->rules.suspended > 0)
		warning(a, st, "%u %s en suspens, pour avoir dépassé des limites (scrutateur regles)", st->rules.suspended, rules[st->rules.suspended > 1]);
	if (st->rules.kept > 0)
		warning(a, st, "%u %s d'une version précédente : le fichier n'est pas bon (scrutateur regles)", st->rules.kept, rules[st->rules.kept > 1]);
	if (s->files.state == RELOAD_REFUSED)
		warning(a, st, "le dernier rechargement a été refusé : %s", s->files.why);
}

static struct str str_after(struct str s, struct str prefix)
{
	return str_starts(s, prefix) ? str_part(s, prefix.n, s.n) : s;
}

static void gather_machine(const struct supervisor *s, struct arena *a, struct status *st)
{
	struct statvfs v;
	struct rusage r;

	st->quarantine = s->admission.quarantine;
	if (fstatvfs(s->spool.etat, &v) == 0) {
		st->disk_free = (uint64_t)v.f_bavail * v.f_frsize;
		st->disk_total = (uint64_t)v.f_blocks * v.f_frsize;
	}
	st->sandbox = str_after(str_c(s->sandbox), STR("confinement : "));
	st->sandbox_whole = s->sandbox != NULL && !s->sandbox_lacking;
	if (s->sandbox_lacking)
		warning(a, st, "le confinement n'est pas entier : %.*s", STR_ARG(st->sandbox));
	if (getrusage(RUSAGE_SELF, &r) == 0)
		st->cpu_ms = (r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1000 + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1000;
}

static void gather_life(const struct supervisor *s, struct arena *a, struct status *st)
{
	st->state = s->state == STATE_STARTING ? STATUS_STARTING : s->state == STATE_RUNNING ? STATUS_RUNNING : STATUS_STOPPING;
	if (s->state == STATE_STARTING)
		fault(a, st, "le service démarre : les règles se chargent");
	if (s->state == STATE_STOPPING)
		fault(a, st, "le service s'arrête");
	if (s->ledger_fails)
		fault(a, st, "le registre ne répond pas : plus rien n'est jugé");
	if (s->places_wrong[0] != '\0')
		fault(a, st, "%s ; rien n'est pris ni jugé en attendant", s->places_wrong);
	if (s->unfiled != 0)
		fault(a, st, "le répertoire d'état ne garde pas la note ou le texte d'un document, qui attend");
	const unsigned unmoved = filing_waits(s);
	if (unmoved > 0)
		warning(a, st, "%u document%s, décidé%s, atten%s d'être rangé%s dans le répertoire d'état", unmoved, plural_s(unmoved), plural_s(unmoved),
			unmoved > 1 ? "dent" : "d", plural_s(unmoved));
	const unsigned untold = facts_untold(s);
	if (untold > 0)
		fault(a, st, "le registre ne prend rien : %u fait%s du service attend%s d'y être inscrit%s et dit%s", untold, plural_s(untold), untold > 1 ? "ent" : "",
		      plural_s(untold), plural_s(untold));
	st->ledger_begun_again = s->ledger_begun_again;
	st->ledger_behind = s->ledger_behind;
	if (s->ledger_behind)
		warning(a, st, "%s", LEDGER_BEHIND);
	if (s->ledger_begun_again)
		warning(a, st, "%s", LEDGER_BEGUN_AGAIN);
	if (s->standstill)
		fault(a, st, "des documents attendent et plus rien n'avance");
}

void status_gather(const struct supervisor *s, struct arena *a, struct status *ret)
{
	struct status st = { .now_us = clock_day_us(), .since_us = s->since_us, .pid = (int64_t)getpid(), .tally = &s->tally };

	gather_life(s, a, &st);
	gather_queue(s, a, &st);
	gather_sinks(s, a, &st);
	gather_drop(s, a, &st);
	gather_rules(s, a, &st);
	gather_machine(s, a, &st);
	st.scans.on = s->now->c.ocr.actif;
	st.scans.places = s->now->c.ocr.enfants;
	st.scans.waiting = (int64_t)queue_scans(&s->queue);
	st.scans.under_way = jobs_count(s, JOB_RUNNING, true);
	st.last_n = news_last(st.last, &st.errors, &st.warnings_said);
	*ret = st;
}
