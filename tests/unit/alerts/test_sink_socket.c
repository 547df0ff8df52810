/* SPDX-License-Identifier: EUPL-1.2 */
/* The journal and syslog sinks over the wire: in a mount namespace of its own, a datagram socket stands where journald
 * or syslogd would. Where namespaces are not allowed the tests say so and are skipped. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "sample.h"
#include "sink_priv.h"

enum { WORKS = 0, NO_NAMESPACE = 77 };

static bool private_directory(const char *where)
{
	if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
		return false;
	return mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 && mount("tmpfs", where, "tmpfs", 0, NULL) == 0;
}

static int listen_at(const char *path)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	(void)snprintf(to.sun_path, sizeof to.sun_path, "%s", path);
	return fd >= 0 && bind(fd, (struct sockaddr *)&to, sizeof to) == 0 ? fd : -1;
}

static bool received(int fd, const char *const *parts)
{
	char got[8192];
	ssize_t n = recv(fd, got, sizeof got - 1, MSG_DONTWAIT);

	if (n < 0)
		return false;
	got[n] = '\0';
	for (; *parts; parts++) {
		if (!memmem(got, (size_t)n, *parts, strlen(*parts))) {
			print_error("not sent: %s\n", *parts);
			return false;
		}
	}
	return true;
}

static struct sink_record ringing(void)
{
	struct sink_record r = { .event = EVENT_REJET, .id = "0c2f6e0a-5f0e-4c4b-9a52-6f0b8f5d1c11" };

	r.bell[BELL_WORD] = STR("rejet");
	r.bell[BELL_MESSAGE] = STR("image PNG");
	return r;
}

static int talk_to_journal(void)
{
	static const char *const PARTS[] = { "MESSAGE=rejet: image PNG\n", "PRIORITY=4\n", "SCRUTATEUR_EVENT=rejet\n",
					     NULL };
	struct sink_record r = ringing();
	struct err e = { 0 };

	if (!private_directory("/run") || mkdir("/run/systemd", 0755) != 0 || mkdir("/run/systemd/journal", 0755) != 0)
		return NO_NAMESPACE;
	struct sink *s = sink_open(SINK_JOURNAL, NULL, &e);
	if (!s || sink_deliver(s, &r, &e) || e.sys != ENOENT)
		return 1; /* no journal: must be said, not believed sent */
	int fd = listen_at(JOURNAL_SOCKET);
	if (fd < 0)
		return NO_NAMESPACE;
	if (!sink_deliver(s, &r, &e) || !sink_sync(s, &e) || !received(fd, PARTS))
		return 2;
	sink_close(s);
	return WORKS;
}

static int talk_to_syslog(void)
{
	static const char *const PARTS[] = { "<172>", " scrutateur[", "]: rejet: image PNG id=0c2f6e0a", NULL };
	struct sink_record r = ringing();
	struct err e = { 0 };

	if (!private_directory("/dev"))
		return NO_NAMESPACE;
	struct sink *s = sink_open(SINK_SYSLOG, NULL, &e);
	if (!s || sink_deliver(s, &r, &e) || e.sys != ENOENT)
		return 1;
	int fd = listen_at(SYSLOG_SOCKET);
	if (fd < 0)
		return NO_NAMESPACE;
	if (!sink_deliver(s, &r, &e) || !sink_sync(s, &e) || !received(fd, PARTS))
		return 2;
	sink_close(s);
	return WORKS;
}

static void run_apart(int (*talk)(void), const char *what)
{
	int status = -1;
	pid_t child = fork();

	if (child == 0)
		_exit(talk());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NO_NAMESPACE) {
		print_message("SKIPPED: no mount namespace here, the %s sink was not tried over a socket\n", what);
		skip();
	}
	assert_int_equal(WEXITSTATUS(status), WORKS);
}

TEST(test_sink_journal__sends_fields_and_says_when_nobody_listens)
{
	run_apart(talk_to_journal, "journal");
}

TEST(test_sink_syslog__sends_a_line_and_says_when_nobody_listens)
{
	run_apart(talk_to_syslog, "syslog");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sink_journal__sends_fields_and_says_when_nobody_listens),
		cmocka_unit_test(test_sink_syslog__sends_a_line_and_says_when_nobody_listens),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
