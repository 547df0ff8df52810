/* SPDX-License-Identifier: EUPL-1.2 */
/* Does the rule say the same of the changed sample as of the act? */
#include "compose_priv.h"
#include "escape.h"

size_t finding_vote(const struct finding *f, const struct acte *acte)
{
	int64_t n;
	size_t last = 0;
	if (acte->votes_n < 2)
		return 0;
	if (str_starts(f->sujet, STR("vote:")) && str_int(str_part(f->sujet, 5, f->sujet.n), &n))
		return (size_t)n;
	for (size_t i = 0; i < f->lectures_n; i++)
		last = f->lectures[i].at.vote ? f->lectures[i].at.vote : last;
	return last;
}

struct judged findings_of_vote(struct arena *a, const struct judged *all, const struct acte *acte, size_t vote)
{
	struct judged some = { 0 };
	for (size_t i = 0; i < all->n; i++)
		if (!vote || finding_vote(&all->at[i], acte) == vote)
			*ARENA_PUSH(a, &some) = all->at[i];
	return some;
}

static bool same_message(struct work *w, struct str act, struct str here)
{
	return str_eq(message_plain(w->a, disguise_message(w->d, act)), message_plain(w->a, here));
}

/* Each finding of the act is said here: the same one twice counts once. */
static bool all_said(struct work *w, const struct judged *act, const struct judged *here)
{
	for (size_t i = 0; i < act->n; i++) {
		bool said = false;
		for (size_t k = 0; k < here->n && !said; k++)
			said = act->at[i].verdict == here->at[k].verdict && act->at[i].severity == here->at[k].severity &&
			       same_message(w, act->at[i].message, here->at[k].message);
		if (!said)
			return false;
	}
	return true;
}

/* And nothing else is. */
static bool none_new(struct work *w, const struct judged *act, const struct judged *here)
{
	for (size_t k = 0; k < here->n; k++) {
		bool known = false;
		for (size_t i = 0; i < act->n && !known; i++)
			known = same_message(w, act->at[i].message, here->at[k].message);
		if (!known)
			return false;
	}
	return true;
}

bool work_says_same(struct work *w, const struct judged *act, struct judged *ret, struct str *ret_why)
{
	*ret = (struct judged){ 0 };
	if (!work_judge(w, w->a, ret) || !all_said(w, act, ret) || !none_new(w, act, ret)) {
		*ret_why = arena_printf(w->a, "la règle y dit « %s » : %.*s", verdict_label(ret->at[0].verdict),
					STR_ARG(escape_line(w->a, ret->at[0].message, 400)));
		return false;
	}
	return w->missing == 0;
}
