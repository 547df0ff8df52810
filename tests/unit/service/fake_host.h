/* SPDX-License-Identifier: EUPL-1.2 */
/* A rule host that lies, hangs and dies on order. The unit binary starts itself as `hote`; what a document's child does
 * stands in the document.
 *
 *   ok alerte refus          an answer as it should be
 *   boucle                   rule 0 never ends, unless it is skipped or suspended
 *   tue tue-toujours         killed while rule 0 runs, the first time; each time, unless it is skipped
 *   muet signal              never a word; dies before reading
 *   ordures sans-fin apres imprimable    lies
 *   hote                     takes the host with it the first time; hote-toujours: each time
 *   fourche                  could not be forked the first time
 *   lent                     answers when the file "va" is there
 * The file "mode" orders the loading: bon (also when there is none), echec (FAILED), mort, menteur, tue (killed each
 * time), tue-une-fois.
 * Files are looked for in the directory of the configuration file. */
#ifndef SCRUTATEUR_FAKE_HOST_H
#define SCRUTATEUR_FAKE_HOST_H

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "message.h"
#include "record.h"
#include "file.h"
#include "bounds.h"

static char fake_dir[256];

static bool fake_has(const char *name)
{
	char path[512];

	snprintf(path, sizeof path, "%s/%s", fake_dir, name);
	return access(path, F_OK) == 0;
}

/* True the first time in the life of the directory. */
static bool fake_first(const char *name)
{
	char path[512];

	snprintf(path, sizeof path, "%s/%s", fake_dir, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static void fake_say(int fd, const struct frame *f)
{
	struct buf b;
	struct err e;

	buf_init(&b, LIMIT_FRAME);
	frame_put(&b, f);
	if (!file_write_all(fd, buf_view(&b), &e))
		_exit(1);
	buf_done(&b);
}

static void fake_parts(int fd, enum event_kind ev)
{
	struct record_parts p;
	struct arena a;
	struct buf b;
	struct err e;

	arena_init(&a, MIB);
	record_of_event(&a, ev, "faux", STR("un faux constat"), STR(""), &p);
	buf_init(&b, LIMIT_FRAME);
	frame_put_parts(&b, &p);
	if (!file_write_all(fd, buf_view(&b), &e))
		_exit(1);
}

static void fake_judged(int out, enum event_kind extra)
{
	fake_say(out, &(struct frame){ .type = FRAME_ALIVE });
	fake_say(out, &(struct frame){ .type = FRAME_READING, .text = { STR("{}") }, .texts = 1 });
	if (extra != EVENT_DOCUMENT)
		fake_parts(out, extra);
	fake_parts(out, EVENT_DOCUMENT);
	fake_say(out, &(struct frame){ .type = FRAME_END });
}

static void fake_begin_rule(int out)
{
	fake_say(out, &(struct frame){ .type = FRAME_ALIVE });
	fake_say(out, &(struct frame){ .type = FRAME_READING, .text = { STR("{}") }, .texts = 1 });
	fake_say(out, &(struct frame){ .type = FRAME_ALIVE, .num = { 1 } });
}

static _Noreturn void fake_child(const struct message *m, const char *word)
{
	int out = m->fds[1];
	const bool skipped = m->frame.text[2].n > 0 || m->frame.text[3].n > 0;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (strcmp(word, "muet") == 0)
		for (;;)
			pause();
	if (strcmp(word, "signal") == 0)
		raise(SIGSEGV);
	if (strcmp(word, "lent") == 0)
		while (!fake_has("va"))
			poll(NULL, 0, 2);
	if (strcmp(word, "boucle") == 0 && !skipped) {
		fake_begin_rule(out);
		for (;;)
			pause();
	}
	if ((strcmp(word, "tue") == 0 && fake_first("enfant-tue")) || (strcmp(word, "tue-toujours") == 0 && !skipped)) {
		fake_begin_rule(out);
		raise(SIGKILL);
	}
	if (strcmp(word, "ordures") == 0)
		(void)!write(out,
			     "n'importe quoi, mais plus long qu'un en-tete de trame : voila, voila, voila, voila, "
			     "voila, voila, voila, "
			     "voila, voila, voila",
			     124);
	else if (strcmp(word, "imprimable") == 0)
		fake_say(out, &(struct frame){ .type = FRAME_READING, .text = { STR("{\n}") }, .texts = 1 });
	else if (strcmp(word, "sans-fin") == 0) {
		fake_say(out, &(struct frame){ .type = FRAME_READING, .text = { STR("{}") }, .texts = 1 });
		fake_parts(out, EVENT_DOCUMENT);
	} else if (strcmp(word, "refus") == 0) {
		fake_parts(out, EVENT_REJET);
		fake_say(out, &(struct frame){ .type = FRAME_REFUSED, .text = { STR("binaire") }, .texts = 1 });
		fake_say(out, &(struct frame){ .type = FRAME_END });
	} else {
		fake_judged(out, strcmp(word, "boucle") == 0 ? EVENT_REGLE : EVENT_DOCUMENT);
		if (strcmp(word, "apres") == 0)
			(void)!write(out, "x", 1);
	}
	_exit(0);
}

static void fake_job(int socket, struct message *m)
{
	char word[64] = "";
	struct err e;
	const uint32_t job = m->frame.num[0];
	int status = 0;

	(void)!pread(m->fds[0], word, sizeof word - 1, 0);
	word[strcspn(word, " \n")] = '\0';
	if ((strcmp(word, "hote") == 0 && fake_first("hote-mort")) || strcmp(word, "hote-toujours") == 0)
		raise(SIGKILL);
	if (strcmp(word, "fourche") == 0 && fake_first("fourche-faite")) {
		(void)message_send(socket, &(struct frame){ .type = FRAME_EXITED, .num = { job } }, NULL, 0, &e);
		return;
	}
	pid_t pid = fork();
	if (pid == 0)
		fake_child(m, word);
	int pidfd = pidfd_open(pid, 0);
	(void)message_send(socket, &(struct frame){ .type = FRAME_STARTED, .num = { job } }, &pidfd, 1, &e);
	close(pidfd);
	message_close_fds(m);
	/* One at a time: the tests set `enfants` to 1 where it matters. */
	waitpid(pid, &status, 0);
	(void)message_send(socket, &(struct frame){ .type = FRAME_EXITED, .num = { job, (uint32_t)status } }, NULL, 0,
			   &e);
}

static void fake_report(int socket)
{
	struct err e;

	(void)message_send(socket,
			   &(struct frame){ .type = FRAME_RULE,
					    .num = { 0, 0, 1, 1, 1 },
					    .text = { STR("sans-fin"), STR("1.0.0"), STR("sans-fin.lua"), STR(""),
						      STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), STR("Sans fin") },
					    .texts = 6 },
			   NULL, 0, &e);
	(void)message_send(socket,
			   &(struct frame){ .type = FRAME_RULE,
					    .num = { 2, 7, 1, 0, 0 },
					    .text = { STR("cassee"), STR(""), STR("cassee.lua"),
						      STR("cass\xc3\xa9"
							  "e.lua:7: erreur"),
						      STR(""), STR("") },
					    .texts = 6 },
			   NULL, 0, &e);
	(void)message_send(socket,
			   &(struct frame){
				   .type = FRAME_READY,
				   .num = { 1, 0, 1, 1 },
				   .texts = 1,
				   .text = { STR(
					   "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef") } },
			   NULL, 0, &e);
}

static int fake_host(const char *conf)
{
	const int socket = 3;
	static struct message m;
	struct err e;
	char path[512], mode[32] = "bon";

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	snprintf(fake_dir, sizeof fake_dir, "%.*s", (int)(strrchr(conf, '/') - conf), conf);
	snprintf(path, sizeof path, "%s/mode", fake_dir);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		mode[read(fd, mode, sizeof mode - 1)] = '\0';
		close(fd);
	}
	if (strcmp(mode, "mort") == 0)
		return 9;
	if (strcmp(mode, "tue") == 0 || (strcmp(mode, "tue-une-fois") == 0 && fake_first("tue-deja")))
		raise(SIGKILL);
	if (strcmp(mode, "menteur") == 0)
		(void)!write(socket, "ceci n'est pas une trame", 24);
	if (strcmp(mode, "echec") == 0) {
		(void)message_send(socket,
				   &(struct frame){ .type = FRAME_FAILED,
						    .text = { STR("lexique.yaml:3:1: illisible") },
						    .texts = 1 },
				   NULL, 0, &e);
		return 2;
	}
	fake_report(socket);
	while (message_receive(socket, &m, &e) == MESSAGE_GOT) {
		fake_job(socket, &m);
		message_close_fds(&m);
	}
	return 0;
}

#endif
