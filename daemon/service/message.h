/* SPDX-License-Identifier: EUPL-1.2 */
/* One frame per message on a SOCK_SEQPACKET socket, with the descriptors that come along. */
#ifndef SCRUTATEUR_MESSAGE_H
#define SCRUTATEUR_MESSAGE_H

#include "bounds.h"
#include "frame.h"

#define MESSAGE_FDS (3 + LIMIT_SIDE_FILES)

struct message {
	char bytes[LIMIT_HOST_MESSAGE];
	struct frame frame;   /* views into bytes */
	int fds[MESSAGE_FDS]; /* the receiver's: -1 when none came */
};

/* ERR_SYS with EAGAIN when a non-blocking socket is full. */
bool message_send(int socket, const struct frame *f, const int *fds, unsigned fds_n, struct err *e);
enum message_end { MESSAGE_GOT, MESSAGE_LATER, MESSAGE_CLOSED, MESSAGE_BAD };
/* MESSAGE_BAD: the sender lies or the socket failed, *e says what; no descriptor is kept. */
enum message_end message_receive(int socket, struct message *ret, struct err *e);
void message_close_fds(struct message *m);

#endif
