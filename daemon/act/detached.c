/* SPDX-License-Identifier: EUPL-1.2 */
/* Tallies whose labels and values an extractor tore apart: a row of labels, then a row of values.
 *
 * "Pour : Contre : Abstentions : 41 0 0" is read in order when there are as many values as labels, and nothing more.
 * "38 Pour : Contre : Abstention : / /", the first value before the row, only when those that follow are all zero, for
 * their order then does not matter. "vote : Pour Contre Abstention 24 M. X, M. Y": the number is of the first column, and
 * nothing says of which the names are. One value for several labels stays unread (tally.c).
 *
 * "POUR 10 CONTRE 2 ABSTENTION 1", "Pour=10 Contre=2", "Pour (10), Contre (2)": read alone, "10 CONTRE" is ten against. A row of
 * pairs that begins with a label and ends with a number says which belongs to which; a number before it must be of something else ("Nuls 0 Pour 8 Contre 2"). Columns of votants or exprimés before those of the voices prove
 * the order, when they are the sums.
 */
#include "votes_priv.h"

#define COLUMNS_LEAST 3
#define PAIRS_LEAST 2
#define LABEL_TOKENS 6
#define LABELS_BEFORE 4
#define HEAD_TOKENS 12

struct row {
	enum voice v[VOICES];
	struct range label[VOICES];
	size_t n;
	size_t end;
	bool colons; /* after each label */
};

static bool has(const struct row *row, enum voice v)
{
	for (size_t k = 0; k < row->n; k++)
		if (row->v[k] == v)
			return true;
	return false;
}

static struct row labels_at(const struct reader *rd, size_t i)
{
	struct row row = { .end = i, .colons = true };
	enum voice v = VOICE_POUR;

	for (size_t k = i, next; row.n < VOICES; row.n++, row.end = k) {
		next = voice_label(rd, k, &v);
		if (next == k || has(&row, v))
			break;
		row.v[row.n] = v;
		row.label[row.n] = (struct range){ k, next };
		k = skip_marks(rd, next, ":|");
		row.colons = row.colons && tok_mark(&rd->t, next, ':');
	}
	return row;
}

/* "17 / 2": between spaces a slash is a zero, even before a number. */
static size_t value_at(const struct reader *rd, size_t i, int64_t *ret)
{
	if (tok_mark(&rd->t, i, '/') && rd->t.at[i].space && rd->t.at[i + 1].space) {
		*ret = 0;
		return i + 1;
	}
	return voice_count(rd, i, ret);
}

static size_t values_at(const struct reader *rd, size_t i, size_t most, int64_t *ret, size_t *ret_n)
{
	size_t end;

	for (*ret_n = 0; *ret_n < most; (*ret_n)++, i = skip_marks(rd, end, "|")) {
		end = value_at(rd, i, &ret[*ret_n]);
		if (end == i)
			break;
	}
	return i;
}

static bool are_zero(const int64_t *values, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (values[k] != 0)
			return false;
	return true;
}

static void set(struct tally *t, enum voice v, int64_t n, struct range at)
{
	t->v[v] = (struct voice_read){ .how = VOICE_NUMBER, .n = n, .at = at, .sure = true };
}

/* The number right before the row: not the end of a date, of a page number or of an act's number. */
static bool value_before(const struct reader *rd, size_t i, int64_t *ret)
{
	if (i < 2 || rd->t.at[i - 1].kind != TOK_NUMBER || rd->t.at[i - 1].value < 0 ||
	    rd->t.at[i - 1].value > VOICES_MOST || !rd->t.at[i].space || !rd->t.at[i - 1].space)
		return false;
	*ret = rd->t.at[i - 1].value;
	return !word_is(rd, i - 2, "n") && !word_is(rd, i - 2, "page");
}

/* "le conseil municipal vote : Pour Contre …": the heads of a table, without colons. */
static bool is_announced(const struct reader *rd, size_t i)
{
	return i >= 2 && tok_mark(&rd->t, i - 1, ':') && (word_is(rd, i - 2, "vote") || word_is(rd, i - 2, "votes"));
}

/* "Résultat du vote⏎Pour Contre Abstention⏎28 6 3", whose values end at `end`: a table with its labels in one line and its values in the next; or all in one
 * line, behind its title. */
static bool is_table(const struct reader *rd, size_t i, const struct row *row, size_t end)
{
	const bool closed = end >= rd->t.n || rd->t.at[end].lines > 0;

	for (size_t k = i + 1; k < end; k++)
		if (rd->t.at[k].lines > 0 && k != row->end)
			return false;
	if (i >= 3 && rd->t.at[i].shape != SHAPE_LOWER && (word_is(rd, i - 1, "vote") || word_is(rd, i - 1, "votes")) && (word_is(rd, i - 3, "resultat") || word_is(rd, i - 3, "resultats")))
		return true;
	return closed && rd->t.at[i].lines > 0 && row->end < rd->t.n && rd->t.at[row->end].lines > 0 && rd->t.at[i].shape != SHAPE_LOWER;
}

/* A cell of the values is empty: which one? */
static void leave_open(struct tally *t, const struct row *row, size_t end)
{
	for (size_t c = 0; c < row->n; c++)
		t->v[row->v[c]] = (struct voice_read){ .how = VOICE_LOOSE, .at = { row->label[c].from, end } };
}

/* "Nombre de votants :" ends right before token i: its first token, else i. */
static size_t counted_label_before(const struct reader *rd, size_t i)
{
	static const char *const counts[] = { "votants", "votant", "exprimes", "presents", "representes", "exercice", "pouvoirs", "procurations", "suffrages", "absents", "blancs", "nuls", "bulletins", NULL };
	bool counted = false;
	size_t k = i;

	if (i == 0 || !tok_mark(&rd->t, i - 1, ':'))
		return i;
	for (k = i - 1; k > 0 && i - k <= LABEL_TOKENS && rd->t.at[k - 1].kind == TOK_WORD && rd->t.at[k].lines == 0; k--)
		counted |= word_in(rd, k - 1, counts);
	return counted ? k : i;
}

/* "Votants : Pour : Contre : Abstention : 5 4 0 1": how many labels stand before the row at token i, of what is no voice. */
static size_t labels_before(const struct reader *rd, size_t i)
{
	size_t n = 0;

	for (size_t k; rd->t.at[i].lines == 0 && (k = counted_label_before(rd, i)) < i; i = k)
		n++;
	return n;
}

static size_t one_value_and_names(const struct reader *rd, size_t i, const struct row *row, struct tally *t)
{
	const size_t k = row->end;
	size_t name;

	if (!is_announced(rd, i) || row->v[0] != VOICE_POUR || rd->t.at[k].kind != TOK_NUMBER ||
	    rd->t.at[k].value > VOICES_MOST || !is_civility(&rd->t, k + 1, &name))
		return i;
	set(t, VOICE_POUR, rd->t.at[k].value, (struct range){ k, k + 1 });
	for (size_t c = 1; c < row->n; c++)
		t->v[row->v[c]] = (struct voice_read){ .how = VOICE_LOOSE, .at = row->label[c] };
	return k + 1;
}

/* "POUR 10", "Contre (2)", "ABSTENTION 1 voix": the token after the pair, else i. */
static size_t pair_at(const struct reader *rd, size_t i, enum voice *ret_v, int64_t *ret)
{
	static const char *const units[] = { "voix", "vote", "votes", NULL };
	const size_t label = voice_label(rd, i, ret_v);

	if (label == i || tok_mark(&rd->t, label, ':'))
		return i; /* read one by one */
	const bool brackets = tok_mark(&rd->t, label, '(');
	const size_t value = label + (brackets || tok_mark(&rd->t, label, '='));
	size_t end = value_at(rd, value, ret);

	if (end == value || *ret > VOICES_MOST || tok_mark(&rd->t, end, '+') || (brackets && !tok_mark(&rd->t, end, ')')))
		return i;
	end += brackets;
	return end + word_in(rd, end, units);
}

static size_t pairs_from(const struct reader *rd, size_t i, struct tally *ret)
{
	struct row row = { .end = i };
	enum voice v = VOICE_POUR;
	int64_t value;

	*ret = (struct tally){ .at = { i, i } };
	for (size_t k = i, end; row.n < VOICES && (end = pair_at(rd, k, &v, &value)) > k; k = skip_marks(rd, end, ",;-/|")) {
		if (has(&row, v))
			return i;
		row.v[row.n++] = v;
		set(ret, v, value, (struct range){ k, end });
		row.end = end;
	}
	if (row.n < PAIRS_LEAST || voice_label(rd, skip_marks(rd, row.end, ",;-/|"), &v) > row.end)
		return i;
	ret->at.to = ret->end = row.end;
	return row.end;
}

static size_t pairs_at(const struct reader *rd, size_t i, struct tally *ret)
{
	if (i > 0 && rd->t.at[i].lines == 0 && (rd->t.at[i - 1].kind == TOK_NUMBER || word_is(rd, i - 1, "voix")))
		return i; /* its number may stand before it */
	return pairs_from(rd, i, ret);
}

/* "Votants 10", "Nuls 0", "Procuration(s) 1", "Majorité absolue 6", the foot "Page 2": the number at token i is counted apart. */
static bool has_a_label_of_its_own(const struct reader *rd, size_t i)
{
	static const char labels[] = " votants votant inscrits exprimes presents representes exercice pouvoirs pouvoir procurations procuration absents excuses blancs nuls refus bulletins bulletin absolue page article ";
	size_t k = i;

	while (k > 0 && tok_among(&rd->t, k - 1, " ( ) s : "))
		k--;
	return k > 0 && tok_among(&rd->t, k - 1, labels);
}

static int64_t sum_of(const struct tally *t)
{
	int64_t sum = 0;

	for (int v = 0; v < VOICES; v++)
		sum += t->v[v].n;
	return sum;
}

/* "Nuls 0 Pour 8 Contre 2", "Vote : 10 Pour 8 Contre 2": a number before a row that ends on one. It is of another label, or the sum; else each number may
 * be of either side, and none is read. */
static size_t pairs_behind_a_number(const struct reader *rd, size_t i, struct tally *ret)
{
	int64_t n;
	const size_t label = voice_count(rd, i, &n), end = label > i && rd->t.at[label].lines == 0 ? pairs_from(rd, label, ret) : label;

	if (end == label)
		return i;
	for (int v = 0; v < VOICES && !has_a_label_of_its_own(rd, i) && n != sum_of(ret); v++)
		if (ret->v[v].how == VOICE_NUMBER)
			ret->v[v].how = VOICE_ODD;
	return end;
}

struct heads { /* of the columns before the voices: how many, and which (from 1; 0: none) are the votants and the exprimés */
	size_t n, votants, exprimes, from;
};

/* "Votants | Suffrages exprimés |", right before the labels at token i. */
static struct heads heads_before(const struct reader *rd, size_t i)
{
	static const char counts[] = " votants exprimes presents representes pouvoirs procurations ", fillers[] = " nombre de suffrages conseillers membres | ";
	struct heads heads = { 0 };
	size_t k = i;

	while (k > 0 && i - k < HEAD_TOKENS && (tok_among(&rd->t, k - 1, counts) || tok_among(&rd->t, k - 1, fillers)))
		k--;
	heads.from = k;
	for (; k < i; k++) {
		if (!tok_among(&rd->t, k, counts))
			continue;
		heads.n++;
		if (word_is(rd, k, "votants"))
			heads.votants = heads.n;
		if (word_is(rd, k, "exprimes"))
			heads.exprimes = heads.n;
	}
	return heads.n < LABELS_BEFORE ? heads : (struct heads){ 0 };
}

/* "Votants Pour Contre Abstention 15 12 2 1": the votants are the sum of the others, the exprimés that of those for and against; in any layout. */
static bool heads_agree(const struct row *row, const struct heads *heads, const int64_t *values)
{
	int64_t of[VOICES] = { 0 };

	for (size_t c = 0; c < row->n; c++)
		of[row->v[c]] = values[heads->n + c];
	const int64_t exprimes = of[VOICE_POUR] + of[VOICE_CONTRE], votants = exprimes + of[VOICE_ABSTENTION];
	const bool all_vote = heads->votants == 0 || values[heads->votants - 1] == votants || values[heads->votants - 1] == votants + of[VOICE_NPPV];

	return heads->votants + heads->exprimes > 0 && all_vote && (heads->exprimes == 0 || values[heads->exprimes - 1] == exprimes) && exprimes > 0;
}

static size_t headed_at(const struct reader *rd, size_t i, const struct row *row, struct tally *ret)
{
	const struct heads heads = heads_before(rd, i);
	int64_t values[VOICES + LABELS_BEFORE];
	size_t n, end = values_at(rd, row->end, row->n + heads.n, values, &n);

	if (heads.n == 0 || n != row->n + heads.n || rd->t.at[end].kind == TOK_NUMBER || !heads_agree(row, &heads, values))
		return i;
	*ret = (struct tally){ .at = { heads.from, end }, .end = end };
	for (size_t c = 0; c < row->n; c++)
		set(ret, row->v[c], values[heads.n + c], (struct range){ i, end });
	return end;
}

size_t detached_at(const struct reader *rd, size_t i, struct tally *ret)
{
	const size_t pairs = rd->t.at[i].kind == TOK_NUMBER ? pairs_behind_a_number(rd, i, ret) : pairs_at(rd, i, ret);

	if (pairs > i)
		return pairs;
	const struct row row = labels_at(rd, i);
	int64_t values[VOICES + LABELS_BEFORE], before = 0;
	size_t n;

	if (row.n < PAIRS_LEAST)
		return i;
	const size_t headed = row.colons ? i : headed_at(rd, i, &row, ret);

	if (headed > i || row.n < COLUMNS_LEAST)
		return headed;
	*ret = (struct tally){ .at = { i, i } };
	const size_t others = row.colons ? labels_before(rd, i) : 0;
	size_t end = values_at(rd, row.end, row.n + (others < LABELS_BEFORE ? others : LABELS_BEFORE), values, &n);

	if (!row.colons && !is_announced(rd, i) && !(n == row.n && is_table(rd, i, &row, end)))
		return i;
	if (n == row.n + others && rd->t.at[end].kind != TOK_NUMBER) {
		for (size_t c = 0; c < row.n; c++)
			set(ret, row.v[c], values[others + c], (struct range){ i, end });
	} else if (n + 1 == row.n && rd->t.at[end].kind != TOK_NUMBER && are_zero(values, n) && row.colons && others == 0 &&
		   value_before(rd, i, &before)) {
		ret->at.from = i - 1;
		set(ret, row.v[0], before, (struct range){ i - 1, row.label[0].to });
		for (size_t c = 1; c < row.n; c++)
			set(ret, row.v[c], 0, (struct range){ row.label[c].from, end });
	} else if (others > 0 || one_value_and_names(rd, i, &row, ret) == i) {
		if (n == 0 || !row.colons || n > row.n + others)
			return i;
		leave_open(ret, &row, end);
	} else {
		end = row.end + 1; /* of that one value */
	}
	ret->at.to = ret->end = end;
	return end;
}
