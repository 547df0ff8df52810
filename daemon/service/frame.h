/* SPDX-License-Identifier: EUPL-1.2 */
/* Frames: how a document child and the rule host talk to the supervisor.
 *
 * A fixed header, then `texts` views one after the other. The receiver checks magic, type, lengths (sum = length of the
 * body ≤ LIMIT_FRAME) and that every byte is 0x20–0x7e (printable UTF-8 in texts written for people: bells, sentences,
 * a path); anything else condemns the sender. The order of a child's frames is answer.h's. It never looks further.
 */
#ifndef SCRUTATEUR_FRAME_H
#define SCRUTATEUR_FRAME_H

#include "buf.h"
#include "err.h"

enum frame_type {
	/* child → supervisor */
	FRAME_ALIVE = 1, /* it works on (child.h); num[0] = rule index + 1, 0 = no rule's; num[1] = 1: an extraction tool is at work */
	FRAME_READING,	 /* text[0] = reading JSON */
	FRAME_PARTS,	 /* one record_parts (frame_parts.c) */
	FRAME_REFUSED,	 /* text[0] = refusal word; the REJET parts came before */
	FRAME_END,	 /* all is said */
	FRAME_TEXT,	 /* the text that offsets point into was written to the job's text file, num[0] bytes */
	FRAME_SCAN,	 /* a scan: to be given again to the slow lane; nothing was read */
	/* host → supervisor */
	FRAME_READY,   /* text[0] = sha256 of the set; num: live, kept, refused, essais run, disabled */
	FRAME_RULE,    /* before READY: one rule_report; text: id, version, file, sentence, sha256 (empty: refused), titre;
			* num: state, line, essais, reussis, rule index + 1 (0 = not judging), severity, 1 = disabled */
	FRAME_EXEMPTION, /* before READY: one exception; text: id, regle, acte, raison, par, collectivite or ""; num: du, jusqu_au as 20270331, 0 = none */
	FRAME_REFERENCE, /* before READY: text: word of the reference, why; num: 1 = a former version serves, 0 = this one could not be kept */
	FRAME_FAILED,  /* cannot judge; text[0] = sentence */
	FRAME_STARTED, /* the child of job num[0] started; its pidfd comes along */
	FRAME_EXITED,  /* the child of job num[0] ended; num: job, wait status, max RSS KiB, CPU ms, what was under way as in ALIVE.
			* Without a STARTED before it: the child could not be started */
	/* supervisor → host */
	FRAME_JOB,     /* num[0] = job; text: sha256, path shown, rules that ran out of time on it ("3,7"), rules
			* suspended for all, then name (escaped) and sha256 of each side file; num[1] = 1: a scan is
			* recognised; num[2]: bit i set = the descriptor of side file i + 1 comes. The document, the result
			* pipe, an empty file for the text and those side files come along, in this order */
};
#define FRAME_TEXTS 24
#define FRAME_JOB_SIDES 4   /* first text of the side files */
#define FRAME_PARTS_BELL 12 /* first bell text of FRAME_PARTS */
struct frame {
	enum frame_type type;
	uint32_t num[8];
	struct str text[FRAME_TEXTS]; /* views into the received bytes */
	unsigned texts;
};

/* Append the bytes of a frame. A frame above LIMIT_FRAME is not added and marks the buffer full. */
void frame_put(struct buf *out, const struct frame *f);
/* Read one frame from the start of `in`. Returns bytes taken, 0 when more are needed, or -1 with *e when the sender
 * lies. */
int64_t frame_get(struct str in, struct frame *ret, struct err *e);
/* Bytes that frame_get took and that nobody has touched since: they are not looked at once more. How many they are. */
size_t frame_again(struct str in, struct frame *ret);
/* Check: every byte of `s` is 0x20–0x7e. */
bool frame_ascii(struct str s);

struct record_parts;
void frame_put_parts(struct buf *out, const struct record_parts *p);
/* Views into the frame. False: not what a record's parts look like. */
bool frame_get_parts(const struct frame *f, struct record_parts *ret, struct err *e);

#endif
