/* SPDX-License-Identifier: EUPL-1.2 */
/* The identity of an alert (ALERT_FORMAT §5). No line, count, date, severity or message goes in: rewording a rule's
 * message or depositing the corrected act again must find the same alert. */
#include "fingerprint.h"

#include "fold.h"

static void hash_lines(const struct str *lines, size_t n, char out[DIGEST_HEX])
{
	struct hash h;

	hash_init(&h);
	for (size_t i = 0; i < n; i++) {
		if (i)
			hash_add(&h, "\n", 1);
		hash_add(&h, lines[i].p, lines[i].n);
	}
	struct digest d = hash_end(&h);
	(void)digest_hex(&d, out);
}

void fingerprint_alerte(struct str rule_id, struct str key1, struct str key2, struct str topic, char out[DIGEST_HEX])
{
	const struct str lines[] = { STR("scrutateur-alerte/v1"), rule_id, key1, key2, topic };

	hash_lines(lines, sizeof lines / sizeof *lines, out);
}

void fingerprint_occurrence(const char *alerte_v1, const char *document_sha256, struct str rule_version,
			    char out[DIGEST_HEX])
{
	const struct str lines[] = { STR("scrutateur-occurrence/v1"), str_c(alerte_v1), str_c(document_sha256),
				     rule_version };

	hash_lines(lines, sizeof lines / sizeof *lines, out);
}

void fingerprint_act(struct str key1, struct str key2, char out[DIGEST_HEX])
{
	const struct str lines[] = { key1, key2 };

	hash_lines(lines, sizeof lines / sizeof *lines, out);
}

static size_t first_token(const struct tokens *t, size_t from)
{
	size_t low = 0, high = t->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (t->at[mid].start < from)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static struct digest hash_acte(const struct tokens *t, struct str text, struct span s)
{
	size_t first = first_token(t, s.start);
	struct hash h;

	hash_init(&h);
	for (size_t i = first; i < t->n && t->at[i].start < s.end; i++) {
		if (i > first)
			hash_add(&h, " ", 1);
		hash_add(&h, text.p + t->at[i].start, t->at[i].end - t->at[i].start);
	}
	return hash_end(&h);
}

static bool is_read(const struct field *f)
{
	return f->statut == FIELD_LU && f->texte.n > 0;
}

/* Who sat: the collectivity by its name, else the body by who took the chair. Empty when neither was read. */
static struct str assembly(struct arena *a, const struct reading *r)
{
	if (is_read(&r->collectivite))
		return fold_text(a, r->collectivite.texte);
	if (is_read(&r->organe) && is_read(&r->president))
		return arena_printf(a, "%.*s, %.*s", STR_ARG(r->organe.texte), STR_ARG(fold_person(a, r->president.texte)));
	return STR("");
}

/* Numbers begin again each year, or each séance, and every commune has its n° 12. */
static bool key_of_the_heading(struct arena *a, const struct reading *r, struct str number, struct str *ret)
{
	const struct str who = assembly(a, r);
	char hex[DIGEST_HEX];

	if (!number.n || !who.n || !is_read(&r->date))
		return false;
	fingerprint_act(who, arena_printf(a, "%.*s\n%.*s", STR_ARG(r->date.texte), STR_ARG(number)), hex);
	*ret = arena_dup(a, str_c(hex));
	return true;
}

void fingerprint_act_key(struct arena *a, const struct reading *r, size_t acte, const struct tokens *t,
			 struct str *ret_key1, struct str *ret_key2)
{
	struct str number = acte_known_as(r, acte);

	if (is_read(&r->siren) && number.n) {
		*ret_key1 = r->siren.texte;
		*ret_key2 = number;
		return;
	}
	if (key_of_the_heading(a, r, number, ret_key2)) {
		*ret_key1 = STR("sha256-entete");
		return;
	}
	struct tokens own;
	if (!t) {
		tokenise(a, r->text, &own);
		t = &own;
	}
	struct digest d = hash_acte(t, r->text->bytes, r->actes[acte].span);
	char hex[DIGEST_HEX];
	*ret_key1 = STR("sha256-texte");
	*ret_key2 = arena_dup(a, str_c(digest_hex(&d, hex)));
}
