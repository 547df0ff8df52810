/* SPDX-License-Identifier: EUPL-1.2 */
/* What a received file is, from its bytes and never from its name: what people drop is often misnamed. One table
 * (sniff.c) names each format, and the tools of the configuration that draw its text. */
#ifndef SCRUTATEUR_SNIFF_H
#define SCRUTATEUR_SNIFF_H

#include "conf.h"
#include "text.h"

struct format {
	const char *nom;	  /* "fichier PDF" */
	enum extractor with;	  /* EXTRACTORS: none, it is refused with `conseil` */
	enum text_origin origin;  /* of its text */
	enum text_refusal refusal; /* when it is refused by its bytes alone: REFUSAL_TYPE, REFUSAL_ENCRYPTED */
	const char *conseil;	  /* what a person can do, or NULL */
};

/* NULL: text, or nothing that is known. Linear in the bytes for ZIP and Office files, constant for others. */
const struct format *sniff_format(struct str raw);
/* An encrypted PDF says so in its trailer, which is never compressed. Linear. */
bool sniff_encrypted(struct str raw);
/* The record at the end of a ZIP is there: a tool that reads its members one by one does not miss it. */
bool sniff_zip_is_whole(struct str raw);

#endif
