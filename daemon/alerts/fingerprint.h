/* SPDX-License-Identifier: EUPL-1.2 */
/* alerte/v1 and occurrence/v1, exactly as ALERT_FORMAT §5 writes them (check values there). */
#ifndef SCRUTATEUR_FINGERPRINT_H
#define SCRUTATEUR_FINGERPRINT_H

#include "finding.h"
#include "hash.h"

/* act_key: SIREN and acte_known_as when both were read; else "sha256-entete" and the hash of collectivity (or body and
 * chair), date of the séance and acte_known_as, one per line, when all three were; else "sha256-texte" and the hash of the acte's tokens joined by one
 * space (furniture left out, so that a page number more changes nothing). */
void fingerprint_alerte(struct str rule_id, struct str key1, struct str key2, struct str topic, char out[DIGEST_HEX]);
void fingerprint_occurrence(const char *alerte_v1, const char *document_sha256, struct str rule_version,
			    char out[DIGEST_HEX]);
/* `t`: the tokens of reading->text when the caller has them, else NULL. */
void fingerprint_act_key(struct arena *a, const struct reading *r, size_t acte, const struct tokens *t,
			 struct str *ret_key1, struct str *ret_key2);
/* One name for an act: SHA-256 of both keys joined by LF. */
void fingerprint_act(struct str key1, struct str key2, char out[DIGEST_HEX]);

#endif
