/* SPDX-License-Identifier: EUPL-1.2 */
#include "letters.h"

uint32_t letters_of(struct str s)
{
	uint32_t letters = 0;

	for (size_t i = 0; i < s.n; i++)
		letters |= UINT32_C(1) << (s.p[i] & 31);
	return letters;
}

size_t letters_apart(struct str a, struct str b, size_t max)
{
	size_t row[LETTERS_WORD_MAX + 1], before, diagonal;

	if (a.n > LETTERS_WORD_MAX || b.n > LETTERS_WORD_MAX || (a.n > b.n ? a.n - b.n : b.n - a.n) > max)
		return max + 1;
	if (letters_too_far(letters_of(a), letters_of(b), max))
		return max + 1;
	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			before = row[j];
			size_t best = diagonal + (a.p[i - 1] != b.p[j - 1]);

			best = before + 1 < best ? before + 1 : best;
			row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			diagonal = before;
		}
	}
	return row[b.n] < max ? row[b.n] : row[b.n] > max ? max + 1 : max;
}
