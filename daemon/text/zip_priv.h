/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: one member of a ZIP archive, unpacked in memory. The list at the end of the archive says which members there are, and
 * nothing else is believed: the header in front of the member must name it too, and its bytes must be as many, and have the checksum, that the list says.
 * A name that is there twice is none: two readers would take different ones.
 */
#ifndef SCRUTATEUR_ZIP_PRIV_H
#define SCRUTATEUR_ZIP_PRIV_H

#include "buf.h"

struct zip {
	struct str raw, list; /* list: the records of the members */
};
enum zip_end { ZIP_READ, ZIP_ABSENT, ZIP_DAMAGED, ZIP_LOCKED, ZIP_TOO_MUCH, ZIP_NO_MEMORY };

/* False: cut off, or no ZIP. */
bool zip_open(struct str raw, struct zip *ret);
/* The member, added to `out`, whose ceiling bounds it. Names differ by more than the case of ASCII letters. */
enum zip_end zip_read(const struct zip *z, struct str name, struct buf *out);

/* Where the record at the end begins; STR_NONE: it is not there. */
#define ZIP_END_BYTES ((size_t)22)
size_t zip_end_at(struct str raw);
uint32_t zip_number(const char *p, size_t bytes);

#endif
