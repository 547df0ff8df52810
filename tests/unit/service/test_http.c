/* SPDX-License-Identifier: EUPL-1.2 */
/* The HTTP side of the supervision, with a loop of its own: what is answered and refused, clients that are slow, many or gone, the socket. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "clock.h"
#include "http.h"
#include "loop.h"

#define TEST(name) static void name(void **state __attribute__((unused)))
#define DEADLINE_MS 30000

static struct event_base *base;
static struct http *http;
static char dir[64], path[80];
static unsigned asked;
static size_t answer_size;

static void on_asked(void *ctx, const char *where, struct http_answer *ret)
{
	(void)ctx;
	asked++;
	if (strcmp(where, "/grand") == 0) {
		for (size_t i = 0; i < answer_size; i++)
			buf_char(&ret->body, 'x');
		return;
	}
	ret->status = strcmp(where, "/") == 0 ? 200 : strcmp(where, "/sante") == 0 ? 503 : 404;
	buf_c(&ret->body, "bonjour\n");
}

static const struct http_patience quick = { .idle_s = 60, .total_ms = 300 }, patient = { .idle_s = 60, .total_ms = 60000 };

static void serve(struct http_patience p)
{
	struct err e;

	http = http_unix(base, path, 0600, NULL, p, on_asked, NULL, &e);
	if (http == NULL)
		fail_msg("%s", e.msg);
}

static int start(void **state)
{
	(void)state;
	snprintf(dir, sizeof dir, "/tmp/scrutateur-test-XXXXXX");
	if (mkdtemp(dir) == NULL)
		return -1;
	snprintf(path, sizeof path, "%s/etat.sock", dir);
	asked = 0;
	(void)signal(SIGPIPE, SIG_IGN); /* as the supervisor does */
	base = loop_new();
	return 0;
}

static int stop(void **state)
{
	(void)state;
	http_free(http);
	http = NULL;
	loop_free(base);
	(void)unlink(path);
	return rmdir(dir);
}

static void on_turn(void *ctx)
{
	(void)ctx;
	loop_break(base);
}

/* Let the loop run for a few milliseconds. */
static void turn(void)
{
	struct alarm *a = alarm_timer(base, on_turn, NULL);

	alarm_after(a, 5);
	loop_run(base);
	alarm_free(a);
}

static int client(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	memcpy(at.sun_path, path, strlen(path) + 1);
	assert_true(fd >= 0);
	if (connect(fd, (struct sockaddr *)&at, sizeof at) == 0)
		return fd;
	assert_int_equal(errno, EAGAIN);
	close(fd);
	return -1;
}

static void say(int fd, const char *words)
{
	assert_int_equal(send(fd, words, strlen(words), MSG_NOSIGNAL), strlen(words));
}

/* False: nothing yet. True: `got` has more, or *ret_end. */
static bool hear(int fd, struct buf *got, bool *ret_end)
{
	char chunk[65536];
	const ssize_t n = recv(fd, chunk, sizeof chunk, 0);

	*ret_end = n == 0 || (n < 0 && errno != EAGAIN);
	if (n > 0)
		buf_add(got, chunk, (size_t)n);
	return n > 0 || *ret_end;
}

/* Until the other side closes; the bytes, terminated. */
static char *answer_to(int fd)
{
	static struct buf got;
	const int64_t end = clock_ms() + DEADLINE_MS;
	bool over = false;

	buf_done(&got);
	buf_init(&got, 2 * LIMIT_HTTP_ANSWER);
	while (!over) {
		assert_true(clock_ms() < end);
		turn();
		(void)hear(fd, &got, &over);
	}
	close(fd);
	buf_char(&got, '\0');
	return got.p;
}

static char *ask(const char *request)
{
	const int fd = client();

	say(fd, request);
	return answer_to(fd);
}

static void assert_starts(const char *got, const char *want)
{
	if (strncmp(got, want, strlen(want)) != 0)
		fail_msg("%s", got);
}

static void assert_has(const char *got, const char *want)
{
	if (strstr(got, want) == NULL)
		fail_msg("no « %s » in %s", want, got);
}

TEST(test_http__answers_get_and_closes)
{
	serve(patient);
	const char *got = ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

	assert_starts(got, "HTTP/1.1 200 OK\r\n");
	assert_has(got, "\r\nConnection: close\r\n");
	assert_has(got, "\r\nX-Content-Type-Options: nosniff\r\n");
	assert_has(got, "\r\nContent-Type: text/plain; charset=utf-8\r\n");
	assert_has(got, "\r\n\r\nbonjour\n");
	assert_starts(ask("GET /sante?x=<b> HTTP/1.0\r\n\r\n"), "HTTP/1.0 503 ");
}

TEST(test_http__head_has_the_length_and_no_body)
{
	serve(patient);
	const char *got = ask("HEAD / HTTP/1.0\r\n\r\n");

	assert_starts(got, "HTTP/1.0 200 ");
	assert_has(got, "\r\nContent-Length: 8\r\n");
	assert_null(strstr(got, "bonjour"));
}

TEST(test_http__two_requests_in_one_get_one_answer)
{
	serve(patient);
	const char *got = ask("GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");

	assert_null(strstr(strstr(got, "bonjour") + 1, "bonjour"));
	assert_int_equal(asked, 1);
}

TEST(test_http__other_methods_and_bodies_are_refused)
{
	serve(quick); /* the server itself waits for the rest of some of them */
	assert_has(ask("POST / HTTP/1.0\r\n\r\n"), "\r\nAllow: GET, HEAD\r\n");
	assert_starts(ask("DELETE / HTTP/1.0\r\n\r\n"), "HTTP/1.0 405 ");
	assert_starts(ask("OPTIONS * HTTP/1.0\r\n\r\n"), "HTTP/1.0 405 ");
	assert_has(ask("CONNECT x:1 HTTP/1.0\r\n\r\n"), " 501 ");
	assert_has(ask("POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\nx"), " 413 ");
	assert_has(ask("GET / HTTP/1.0\r\nContent-Length: 1\r\n\r\nx"), " 413 ");
	assert_has(ask("GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), " 413 ");
	assert_starts(ask("GET / HTTP/1.0\r\nContent-Length: 0\r\n\r\n"), "HTTP/1.0 200 ");
	assert_int_equal(asked, 1);
}

/* Just below the limit, and just above it (line ends are not counted). */
TEST(test_http__headers_have_a_limit)
{
	char request[2 * LIMIT_HTTP_HEADERS];

	serve(patient);
	for (int more = 0; more < 2; more++) {
		const size_t n = more ? LIMIT_HTTP_HEADERS + 40 : LIMIT_HTTP_HEADERS - 40;
		size_t at = (size_t)snprintf(request, sizeof request, "GET / HTTP/1.0\r\nX: ");
		while (at < n)
			request[at++] = 'a';
		memcpy(request + at, "\r\n\r\n", 5);
		assert_has(ask(request), more ? " 400 " : " 200 ");
	}
	memset(request, 'a', sizeof request - 1); /* a line that never ends */
	request[sizeof request - 1] = '\0';
	assert_has(ask(request), " 400 ");
}

TEST(test_http__noise_is_refused)
{
	static const char *const noise[] = { "\r\n\r\n", "\x16\x03\x01\x02\n\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET http:// HTTP/1.0\r\n\r\n",
					     "GET / HTTP/1.0\r\n: x\r\n\r\n", "GET / HTTP/1.0\r\n x\r\n\r\n" };

	serve(quick);
	for (size_t i = 0; i < sizeof noise / sizeof *noise; i++)
		(void)ask(noise[i]); /* whatever it says, it says it soon and lives */
	assert_has(ask("GET / HTTP/1.0\r\n\r\n"), "bonjour");
}

TEST(test_http__an_answer_too_long_is_none)
{
	serve(patient);
	answer_size = LIMIT_HTTP_ANSWER;
	assert_starts(ask("GET /grand HTTP/1.0\r\n\r\n"), "HTTP/1.0 200 ");
	answer_size = LIMIT_HTTP_ANSWER + 1;
	const char *got = ask("GET /grand HTTP/1.0\r\n\r\n");
	assert_starts(got, "HTTP/1.0 500 ");
	assert_null(strstr(got, "xxxx"));
}

static unsigned descriptors(void)
{
	DIR *d = opendir("/proc/self/fd");
	unsigned n = 0;

	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n;
}

/* Who sends a byte now and then, and who says nothing, holds a place for so long and no longer. */
TEST(test_http__slow_clients_lose_their_place)
{
	int slow[LIMIT_HTTP_CONNECTIONS];
	const int64_t begin = clock_ms();
	struct buf got;
	bool over;

	serve(quick);
	buf_init(&got, 1 * MIB);
	for (size_t i = 0; i < LIMIT_HTTP_CONNECTIONS; i++) {
		slow[i] = client();
		turn();
	}
	const int waiting = client();
	say(waiting, "GET / HTTP/1.0\r\n\r\n");
	for (int i = 0; i < 20; i++)
		turn();
	if (clock_ms() - begin < quick.total_ms)
		assert_int_equal(asked, 0); /* all places are taken, unless the machine was so slow that the first is free again */
	for (over = false; !over && clock_ms() - begin < DEADLINE_MS;) {
		(void)send(slow[0], "G", 1, MSG_NOSIGNAL); /* evhttp's own clock begins again */
		turn();
		(void)hear(slow[0], &got, &over);
	}
	assert_true(over);
	assert_int_equal(got.n, 0);
	assert_true(clock_ms() - begin >= quick.total_ms);
	assert_has(answer_to(waiting), "bonjour");
	for (size_t i = 0; i < LIMIT_HTTP_CONNECTIONS; i++)
		close(slow[i]);
	buf_done(&got);
}

/* Who asks for much and does not read. */
TEST(test_http__who_does_not_read_loses_his_place)
{
	const unsigned before = descriptors();
	int slow[LIMIT_HTTP_CONNECTIONS];
	const int64_t end = clock_ms() + DEADLINE_MS;

	serve(quick);
	answer_size = LIMIT_HTTP_ANSWER;
	for (size_t i = 0; i < LIMIT_HTTP_CONNECTIONS; i++) {
		slow[i] = client();
		say(slow[i], "GET /grand HTTP/1.0\r\n\r\n");
		turn();
	}
	assert_int_equal(asked, LIMIT_HTTP_CONNECTIONS);
	while (descriptors() > before + 1 + LIMIT_HTTP_CONNECTIONS) {
		assert_true(clock_ms() < end);
		turn();
	}
	assert_has(ask("GET / HTTP/1.0\r\n\r\n"), "bonjour");
	for (size_t i = 0; i < LIMIT_HTTP_CONNECTIONS; i++)
		close(slow[i]);
}

/* Many at once: each is answered, no more than so many are held at a time. */
TEST(test_http__many_clients_are_served_in_turn)
{
	enum { MANY = 200 };
	const unsigned before = descriptors();
	const int64_t end = clock_ms() + DEADLINE_MS;
	unsigned done = 0, begun = 0, most = 0;
	int fds[MANY];
	struct buf got;
	bool over;

	serve(patient);
	buf_init(&got, 1 * MIB);
	for (size_t i = 0; i < MANY; i++)
		fds[i] = -1;
	while (done < MANY) {
		assert_true(clock_ms() < end);
		if (begun < MANY && (fds[begun] = client()) >= 0)
			say(fds[begun++], "GET / HTTP/1.0\r\n\r\n");
		turn();
		const unsigned ours = begun - done, all = descriptors() - before - 1;
		most = all > ours && all - ours > most ? all - ours : most;
		for (size_t i = 0; i < begun; i++)
			if (fds[i] >= 0 && hear(fds[i], &got, &over) && over) {
				close(fds[i]);
				fds[i] = -1;
				done++;
			}
	}
	assert_int_equal(asked, MANY);
	assert_in_range(most, 1, LIMIT_HTTP_CONNECTIONS);
	buf_done(&got);
}

TEST(test_http__clients_that_are_gone_leave_nothing)
{
	const unsigned before = descriptors();
	const int64_t end = clock_ms() + DEADLINE_MS;

	serve(patient);
	for (int i = 0; i < 100; i++) {
		const int fd = client();
		if (fd >= 0) {
			if (i % 2)
				say(fd, "GET / HTTP/1.0\r\n\r\n");
			close(fd);
		}
		turn();
	}
	while (descriptors() > before + 1) {
		assert_true(clock_ms() < end);
		turn();
	}
}

TEST(test_http__the_socket_has_its_mode_and_goes_with_it)
{
	struct err e;
	struct stat st;

	http = http_unix(base, path, 0640, NULL, patient, on_asked, NULL, &e);
	assert_non_null(http);
	assert_int_equal(stat(path, &st), 0);
	assert_true(S_ISSOCK(st.st_mode));
	assert_int_equal(st.st_mode & 07777, 0640);
	http_free(http);
	http = NULL;
	assert_int_equal(stat(path, &st), -1);
	assert_null(http_unix(base, path, 0640, "pas-un-groupe", patient, on_asked, NULL, &e));
	assert_int_equal(e.code, ERR_VALUE);
	assert_int_equal(stat(path, &st), -1);
}

TEST(test_http__what_stands_in_its_place)
{
	struct err e;
	int fd;

	fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
	close(fd);
	assert_null(http_unix(base, path, 0600, NULL, patient, on_asked, NULL, &e));
	assert_non_null(strstr(e.msg, "n'est pas une socket"));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink("/dev/null", path), 0);
	assert_null(http_unix(base, path, 0600, NULL, patient, on_asked, NULL, &e));
	assert_int_equal(unlink(path), 0);
	serve(patient);
	assert_null(http_unix(base, path, 0600, NULL, patient, on_asked, NULL, &e)); /* another service's */
	assert_non_null(strstr(e.msg, "un autre service répond"));
	assert_has(ask("GET / HTTP/1.0\r\n\r\n"), "bonjour");
	http_free(http);
	/* Of a service that died. */
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	memcpy(at.sun_path, path, strlen(path) + 1);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	close(fd);
	serve(patient);
	assert_has(ask("GET / HTTP/1.0\r\n\r\n"), "bonjour");
}

TEST(test_http__a_socket_that_another_made_there_since_is_left)
{
	struct stat st;

	serve(patient);
	assert_int_equal(unlink(path), 0);
	close(open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
	http_free(http);
	http = NULL;
	assert_int_equal(stat(path, &st), 0);
}

int main(void)
{
#define IN_LOOP(f) cmocka_unit_test_setup_teardown(f, start, stop)
	const struct CMUnitTest tests[] = {
		IN_LOOP(test_http__answers_get_and_closes),
		IN_LOOP(test_http__head_has_the_length_and_no_body),
		IN_LOOP(test_http__two_requests_in_one_get_one_answer),
		IN_LOOP(test_http__other_methods_and_bodies_are_refused),
		IN_LOOP(test_http__headers_have_a_limit),
		IN_LOOP(test_http__noise_is_refused),
		IN_LOOP(test_http__an_answer_too_long_is_none),
		IN_LOOP(test_http__slow_clients_lose_their_place),
		IN_LOOP(test_http__who_does_not_read_loses_his_place),
		IN_LOOP(test_http__many_clients_are_served_in_turn),
		IN_LOOP(test_http__clients_that_are_gone_leave_nothing),
		IN_LOOP(test_http__the_socket_has_its_mode_and_goes_with_it),
		IN_LOOP(test_http__what_stands_in_its_place),
		IN_LOOP(test_http__a_socket_that_another_made_there_since_is_left),
	};
	return cmocka_run_group_tests_name("http", tests, NULL, NULL);
}
