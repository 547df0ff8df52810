/* SPDX-License-Identifier: EUPL-1.2 */
/* Messages with descriptors: they arrive together, and nothing leaks when the sender lies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "message.h"

static int pair[2];
static struct message m;

static int fresh(void **state)
{
	(void)state;
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pair), 0);
	return 0;
}

static int clean(void **state)
{
	(void)state;
	close(pair[0]);
	close(pair[1]);
	return 0;
}

static unsigned open_descriptors(void)
{
	DIR *d = opendir("/proc/self/fd");
	unsigned n = 0;

	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n;
}

static void test_message__frame_and_descriptors(void **state)
{
	(void)state;
	struct err e;
	int p[2], fds[2] = { -1, -1 };
	char c;

	assert_int_equal(pipe(p), 0);
	fds[0] = p[0];
	fds[1] = p[1];
	const struct frame f = {
		.type = FRAME_JOB, .num = { 7 }, .text = { STR("aa"), STR("acte.txt"), STR(""), STR("") }, .texts = 4
	};
	assert_true(message_send(pair[0], &f, fds, 2, &e));
	assert_int_equal(message_receive(pair[1], &m, &e), MESSAGE_GOT);
	assert_int_equal(m.frame.num[0], 7);
	assert_true(str_eq(m.frame.text[1], STR("acte.txt")));
	assert_int_equal(write(m.fds[1], "x", 1), 1);
	assert_int_equal(read(m.fds[0], &c, 1), 1);
	assert_int_equal(fcntl(m.fds[0], F_GETFD), FD_CLOEXEC);
	message_close_fds(&m);
	assert_int_equal(m.fds[0], -1);
	close(p[0]);
	close(p[1]);
}

/* The room for them is rounded up: one too many would come along, and stay open. */
static void test_message__descriptors_at_both_sides_of_the_limit(void **state)
{
	(void)state;
	struct err e;
	const unsigned before = open_descriptors();
	const struct frame f = { .type = FRAME_JOB };
	union {
		char bytes[CMSG_SPACE((MESSAGE_FDS + 1) * sizeof(int))];
		struct cmsghdr align;
	} control = { 0 };
	struct buf b;

	buf_init(&b, 4096);
	frame_put(&b, &f);
	for (unsigned n = MESSAGE_FDS; n <= MESSAGE_FDS + 1; n++) {
		struct iovec v = { b.p, b.n };
		struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = CMSG_SPACE(n * sizeof(int)) };
		struct cmsghdr *c = CMSG_FIRSTHDR(&h);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN(n * sizeof(int));
		for (unsigned i = 0; i < n; i++)
			memcpy(CMSG_DATA(c) + i * sizeof(int), &pair[0], sizeof(int));
		assert_int_equal(sendmsg(pair[0], &h, 0), b.n);
		assert_int_equal(message_receive(pair[1], &m, &e), n == MESSAGE_FDS ? MESSAGE_GOT : MESSAGE_BAD);
		assert_int_equal(open_descriptors(), n == MESSAGE_FDS ? before + MESSAGE_FDS : before);
		message_close_fds(&m);
	}
	buf_done(&b);
}

static void test_message__later_and_closed(void **state)
{
	(void)state;
	struct err e;

	assert_int_equal(message_receive(pair[1], &m, &e), MESSAGE_LATER);
	shutdown(pair[0], SHUT_WR);
	assert_int_equal(message_receive(pair[1], &m, &e), MESSAGE_CLOSED);
}

static void test_message__lies_leave_nothing_open(void **state)
{
	(void)state;
	struct err e;
	char junk[LIMIT_HOST_MESSAGE + 1];
	union {
		char bytes[CMSG_SPACE(sizeof(int))];
		struct cmsghdr align;
	} control = { 0 };
	const size_t sizes[] = { 1, 24, 112, 200, sizeof junk };
	const unsigned before = open_descriptors();

	memset(junk, 'x', sizeof junk);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct iovec v = { junk, sizes[i] };
		struct msghdr h = { .msg_iov = &v,
				    .msg_iovlen = 1,
				    .msg_control = control.bytes,
				    .msg_controllen = sizeof control.bytes };
		struct cmsghdr *c = CMSG_FIRSTHDR(&h);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN(sizeof(int));
		memcpy(CMSG_DATA(c), &pair[0], sizeof(int));
		assert_int_equal(sendmsg(pair[0], &h, 0), sizes[i]);
		assert_int_equal(message_receive(pair[1], &m, &e), MESSAGE_BAD);
	}
	assert_int_equal(open_descriptors(), before);
}

static void test_message__two_frames_in_one_are_a_lie(void **state)
{
	(void)state;
	struct buf b;
	struct err e;

	buf_init(&b, 1000);
	frame_put(&b, &(struct frame){ .type = FRAME_END });
	frame_put(&b, &(struct frame){ .type = FRAME_END });
	assert_int_equal(send(pair[0], b.p, b.n, 0), b.n);
	assert_int_equal(message_receive(pair[1], &m, &e), MESSAGE_BAD);
	buf_done(&b);
}

static void test_message__too_long_to_send(void **state)
{
	(void)state;
	struct err e;
	static char text[LIMIT_HOST_MESSAGE];

	memset(text, 'x', sizeof text);
	const struct frame f = { .type = FRAME_FAILED, .text = { { text, sizeof text } }, .texts = 1 };
	assert_false(message_send(pair[0], &f, NULL, 0, &e));
	assert_int_equal(e.code, ERR_LIMIT);
}

static void test_message__full_socket_says_so(void **state)
{
	(void)state;
	struct err e;
	const struct frame f = { .type = FRAME_END };

	while (message_send(pair[0], &f, NULL, 0, &e))
		continue;
	assert_int_equal(e.code, ERR_SYS);
	assert_int_equal(e.sys, EAGAIN);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fresh, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_message__frame_and_descriptors),	  T(test_message__later_and_closed),
		T(test_message__descriptors_at_both_sides_of_the_limit),
		T(test_message__lies_leave_nothing_open), T(test_message__two_frames_in_one_are_a_lie),
		T(test_message__too_long_to_send),	  T(test_message__full_socket_says_so),
	};
	return cmocka_run_group_tests_name("message", tests, NULL, NULL);
}
