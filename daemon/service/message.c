/* SPDX-License-Identifier: EUPL-1.2 */
/* Frames between supervisor and rule host. SOCK_SEQPACKET keeps one frame one message, so that descriptors never come
 * apart from the frame they belong to, which a stream socket does not promise.
 */
#include "message.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

union control {
	char bytes[CMSG_SPACE(MESSAGE_FDS * sizeof(int))];
	struct cmsghdr align;
};

static void attach(struct msghdr *m, union control *c, const int *fds, unsigned n)
{
	const size_t size = n * sizeof *fds;

	memset(c, 0, sizeof *c);
	m->msg_control = c->bytes;
	m->msg_controllen = CMSG_SPACE(size);
	struct cmsghdr *h = CMSG_FIRSTHDR(m);
	h->cmsg_level = SOL_SOCKET;
	h->cmsg_type = SCM_RIGHTS;
	h->cmsg_len = CMSG_LEN(size);
	memcpy(CMSG_DATA(h), fds, size);
}

bool message_send(int socket, const struct frame *f, const int *fds, unsigned fds_n, struct err *e)
{
	char bytes[LIMIT_HOST_MESSAGE + 1]; /* not from the heap, which the host has settled */
	struct buf b;
	union control c;
	struct msghdr m = { 0 };
	ssize_t sent;

	buf_over(&b, bytes, sizeof bytes);
	frame_put(&b, f);
	if (b.full)
		return err_set(e, ERR_LIMIT, "message trop long");
	struct iovec v = { .iov_base = b.p, .iov_len = b.n };
	m.msg_iov = &v;
	m.msg_iovlen = 1;
	if (fds_n > 0)
		attach(&m, &c, fds, fds_n);
	do
		sent = sendmsg(socket, &m, MSG_NOSIGNAL);
	while (sent < 0 && errno == EINTR);
	if (sent < 0)
		err_sys(e, "envoyer un message");
	return sent >= 0;
}

/* False: more than MESSAGE_FDS, for which there may be room, since it is rounded up. */
static bool detach(struct msghdr *m, struct message *ret)
{
	unsigned n = 0;

	for (struct cmsghdr *h = CMSG_FIRSTHDR(m); h != NULL; h = CMSG_NXTHDR(m, h)) {
		if (h->cmsg_level != SOL_SOCKET || h->cmsg_type != SCM_RIGHTS)
			continue;
		for (size_t at = 0; at + sizeof(int) <= h->cmsg_len - CMSG_LEN(0); at += sizeof(int), n++) {
			int fd;

			memcpy(&fd, CMSG_DATA(h) + at, sizeof fd);
			if (n < MESSAGE_FDS)
				ret->fds[n] = fd;
			else
				close(fd);
		}
	}
	return n <= MESSAGE_FDS;
}

enum message_end message_receive(int socket, struct message *ret, struct err *e)
{
	union control c;
	struct iovec v = { .iov_base = ret->bytes, .iov_len = sizeof ret->bytes };
	struct msghdr m = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = c.bytes, .msg_controllen = sizeof c.bytes };
	ssize_t n;

	for (int i = 0; i < MESSAGE_FDS; i++)
		ret->fds[i] = -1;
	do
		n = recvmsg(socket, &m, MSG_CMSG_CLOEXEC);
	while (n < 0 && errno == EINTR);
	if (n < 0 && errno == EAGAIN)
		return MESSAGE_LATER;
	if (n < 0 && errno != ECONNRESET) {
		err_sys(e, "recevoir un message");
		return MESSAGE_BAD;
	}
	if (n <= 0)
		return MESSAGE_CLOSED;
	if (!detach(&m, ret) || (m.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0) {
		err_set(e, ERR_LIMIT, "message trop long");
	} else {
		int64_t took = frame_get((struct str){ ret->bytes, (size_t)n }, &ret->frame, e);
		if (took == n)
			return MESSAGE_GOT;
		if (took >= 0)
			err_set(e, ERR_SYNTAX, "message qui n'est pas une trame");
	}
	message_close_fds(ret);
	return MESSAGE_BAD;
}

void message_close_fds(struct message *m)
{
	for (int i = 0; i < MESSAGE_FDS; i++) {
		if (m->fds[i] >= 0)
			close(m->fds[i]);
		m->fds[i] = -1;
	}
}
