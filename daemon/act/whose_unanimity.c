/* SPDX-License-Identifier: EUPL-1.2 */
/* Is the word "unanimité" the result of this vote? "M. le maire aurait souhaité l'unanimité", "l'article 2 fait l'unanimité", "décidé à l'unanimité de lever la séance" are
 * of no vote, or of another.
 *
 * A noun that a sentence governs is no result at all. Where voices against were told, the words count only in a line of results ("Adopté à l'unanimité", "La délibération est
 * adoptée à l'unanimité") or of what the assembly decides ("Le conseil, à l'unanimité, approuve"): elsewhere the result is unread, for the pair would be a fault that nobody made.
 */
#include "names_priv.h"
#include "titles_priv.h"
#include "unanimity_priv.h"

#define CLAUSE_TOKENS 40
#define TO_ITS_VERB 16 /* "le conseil municipal, après en avoir délibéré, à l'unanimité des membres présents, approuve" */
#define OBJECT_TOKENS 6 /* "de lever la séance", "l'inscription d'un point à l'ordre du jour" */
#define TO_THE_TALLY 4
#define GATHERING_WORDS 5

static const char DETERMINERS[] = " l la d de une cette son sa ", ACQUIRED[] = " acquise constatee obtenue recueillie atteinte ";

/* "L'unanimité aurait été préférable", "… est requise"; not "L'unanimité est acquise". */
static bool is_subject(const struct reader *rd, size_t next)
{
	const size_t be = next + tok_among(&rd->t, next, " a est etait etant ");

	if (tok_says(&rd->t, be, be + 2, ACQUIRED))
		return false;
	return be > next ? rd->t.at[next].shape == SHAPE_LOWER && !word_is(rd, next, "a") :
			   tok_among(&rd->t, next, " aurait serait avait sera eut reste restait semble parait requise souhaitee exigee qui n ne ");
}

/* "souhaité l'unanimité", "parler d'unanimité", "que l'unanimité"; not "Vote : l'unanimité", "recueille l'unanimité des suffrages", "adopté à⏎l'unanimité". */
static bool is_a_noun(const struct reader *rd, size_t i, size_t next)
{
	static const char beside[] = " a par avec vote votes voter votent voix scrutin adopte adoptee adoptes adoptees adoption approuve approuvee approuves approuvees approbation accepte acceptee accord"
				     " valide validee decide decision delibere deliberation favorable resultat resultats et ou recueille recueilli obtient obtenu recueillant obtenant reunit emporte ";
	size_t k = next - 1;

	if (!word_is(rd, k, "unanimite") || word_is(rd, i, "a"))
		return false;
	while (k > 0 && rd->t.at[k].lines == 0 && (tok_mark(&rd->t, k - 1, '\'') || tok_among(&rd->t, k - 1, DETERMINERS)))
		k--;
	if (k == next - 1 || tok_mark(&rd->t, k, '\'') || opens_a_column(rd, k)) /* "àl'unanimité", of a scan */
		return false;
	if (k == 0 || rd->t.at[k].lines > 0 || rd->t.at[k - 1].kind != TOK_WORD)
		return is_subject(rd, next);
	return rd->t.at[k - 1].shape == SHAPE_LOWER && !tok_among(&rd->t, k - 1, beside);
}

/* "à l'unanimité, de lever la séance", "La séance est levée à l'unanimité" */
static bool is_of_the_seance(const struct reader *rd, size_t i, size_t next)
{
	const size_t of = skip_marks(rd, next, ","), verb = of + 1 + tok_mark(&rd->t, of + 1, '\'');

	if (tok_among(&rd->t, of, " de d ") && tok_among(&rd->t, verb, " lever clore suspendre cloturer ") && tok_says(&rd->t, verb, verb + 4, " seance "))
		return true;
	return i > 2 && tok_among(&rd->t, i - 1, " levee close suspendue ") && tok_says(&rd->t, i > 6 ? i - 6 : 0, i, " seance ");
}

/* "souhaite que le sujet soit voté à l'unanimité": at its words, or at the participle before them */
static bool is_only_wished(const struct reader *rd, size_t i)
{
	static const char wishes[] = " souhaite souhaitent souhaiterait souhaitait souhaiteraient demande demandent espere esperent aimerait aimeraient voudrait voudraient prefererait propose proposent suggere"
				     " faudrait pour afin ";
	size_t be = i;

	while (be > 0 && (tok_among(&rd->t, be - 1, " a l ") || tok_mark(&rd->t, be - 1, '\'')))
		be--;
	be -= be > 0 && !tok_among(&rd->t, be - 1, " soit soient fut ");
	if (be == 0 || !tok_among(&rd->t, be - 1, " soit soient fut ") || rd->t.at[be - 1].shape != SHAPE_LOWER)
		return false;
	const size_t start = sentence_start(rd, be, be > CLAUSE_TOKENS ? be - CLAUSE_TOKENS : 0);

	for (size_t k = start; k + 1 < be; k++)
		if (tok_among(&rd->t, k, wishes) && tok_among(&rd->t, k + 1, " que qu "))
			return true;
	return false;
}

static bool is_its_verb(const struct reader *rd, size_t k)
{
	static const enum cue verbs[] = { CUE_ADOPTE, CUE_VERBE, CUE_DECIDE, CUE_REJETE };

	return cue_of(rd, k, verbs, sizeof verbs / sizeof *verbs) || tok_among(&rd->t, k, " prononce elit nomme emet modifie retient ");
}

/* "à l'issue de la rencontre", "lors d'une réunion publique", "cette réunion", from `start` to token i. */
static bool tells_of_a_gathering(const struct reader *rd, size_t start, size_t i)
{
	static const char when[] = " issue lors cours occasion suite apres pendant durant terme ", which[] = " de d ' du la l une cette ces des nos ",
			  gatherings[] = " rencontre rencontres reunion reunions entrevue concertation concertations entretien atelier ateliers forum visite colloque ";

	for (size_t k = start; k < i; k++) {
		size_t what = k + 1;

		while (tok_among(&rd->t, k, when) && what < k + GATHERING_WORDS && tok_among(&rd->t, what, which))
			what++;
		if (what > k + 1 && what < i && tok_among(&rd->t, what, gatherings))
			return true;
	}
	return false;
}

/* "les parents d'élèves soutiennent", "l'ensemble des maires du canton demande", from token i. */
static bool is_a_group(const struct reader *rd, size_t i, bool gathered)
{
	static const char groups[] = " parents familles habitants riverains usagers citoyens maires associations commercants artisans agriculteurs exploitants enseignants syndicats partenaires agents salaries"
				     " proprietaires locataires jeunes eleves residents professionnels medecins soignants financeurs pharmaciens entreprises ",
			  gathered_ones[] = " elus participants participantes presents personnes communes representants acteurs intervenants ";
	size_t k = i;

	while (tok_among(&rd->t, k, " tous toutes l ' ensemble des "))
		k++;
	if (!tok_among(&rd->t, k, " les ") && !(k > i && tok_among(&rd->t, k - 1, " des ")))
		return false;
	k += tok_among(&rd->t, k, " les ");
	return rd->t.at[k].shape == SHAPE_LOWER && (tok_among(&rd->t, k, groups) || (gathered && tok_among(&rd->t, k, gathered_ones)));
}

static bool names_the_assembly(const struct reader *rd, size_t from, size_t to)
{
	size_t next;

	for (size_t k = from; k < to; k++)
		if (organe_at(rd, k, &next) != NULL || tok_among(&rd->t, k, " conseil assemblee conseillers conseilleres "))
			return true;
	return false;
}

/* "À l'issue de la rencontre et à l'unanimité, les élus soutiennent", "les riverains, à l'unanimité, demandent": in a sentence that does not name the assembly. */
static bool is_of_a_group(const struct reader *rd, size_t i, size_t next)
{
	const size_t start = sentence_start(rd, i, i > CLAUSE_TOKENS ? i - CLAUSE_TOKENS : 0), whom = skip_marks(rd, next, ",");
	const bool gathered = tells_of_a_gathering(rd, start, i);
	bool group = is_a_group(rd, whom, gathered);

	for (size_t k = start; k < i; k++)
		if (is_its_verb(rd, k)) /* "Le devis est adopté à l'unanimité, les riverains étant prévenus" */
			return false;
	for (size_t k = start; k < i && !group; k++)
		group = (k == start || rd->t.at[k].shape != SHAPE_LOWER || tok_mark(&rd->t, k - 1, ',')) && is_a_group(rd, k, gathered);
	return group && !names_the_assembly(rd, start, sentence_end(rd, i, next + CLAUSE_TOKENS));
}

bool unanimity_of_no_vote(const struct reader *rd, size_t i, size_t next)
{
	return is_only_wished(rd, i) || is_a_noun(rd, i, next) || is_of_the_seance(rd, i, next) || is_of_a_group(rd, i, next);
}

/* Where the clause of the result begins: a sentence, a line in capitals, or behind its tally. */
static size_t claim_start(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	const size_t floor = t->end <= f->at.from ? t->end : 0;
	size_t k = f->at.from;

	while (k > floor && f->at.from - k < CLAUSE_TOKENS && !sentence_ends_at(rd, k - 1) && !tok_mark(&rd->t, k - 1, ';') && rd->t.at[k].lines < 2 &&
	       !(rd->t.at[k].lines > 0 && rd->t.at[k].shape != SHAPE_LOWER))
		k--;
	return k;
}

/* "des membres présents et représentés", "des suffrages exprimés": behind of whom. */
static size_t past_whom(const struct reader *rd, size_t i)
{
	static const char whom[] = " des de du la l ' ses les membres membre presents presentes present et ou representes representees suffrages exprimes exprimees votants voix elus conseillers"
				   " conseilleres delegues conseil municipal communautaire departemental regional syndical assemblee moins sauf hormis excepte ";

	while (tok_among(&rd->t, i, whom) && rd->t.at[i].lines < 2)
		i++;
	return i;
}

/* What is no matter of the act, behind its verb or its result: "de lever la séance", "d'observer une minute de silence". */
static bool is_of_something_else(const struct reader *rd, size_t k)
{
	size_t end = k;

	while (end < k + OBJECT_TOKENS * 2 && end < rd->t.n && !tok_mark(&rd->t, end, '.') && !(rd->t.at[end].lines > 1 && rd->t.at[end].shape != SHAPE_LOWER))
		end++;
	return tok_says(&rd->t, k, end < k + OBJECT_TOKENS ? end : k + OBJECT_TOKENS,
			" lever leve clore cloturer suspendre suspension levee huis silence feliciter remercier saluer applaudir observer adresser reporter ajourner poursuivre reprendre article articles"
			" amendement amendements commission ") ||
	       (tok_says(&rd->t, k, end, " ordre ") && tok_says(&rd->t, k, end, " jour "));
}

/* Who only says or wishes something, or did it at another time. */
static bool is_talk(const struct reader *rd, size_t from, size_t to)
{
	return tok_says(&rd->t, from, to, " felicite felicitent remercie remercient salue saluent applaudit souhaite souhaitent souhaitait regrette regrettent deplore rappelle rappellent espere"
					  " esperait estime aurait aurions auraient serait avait avaient avions etait etaient si « » \" demande demandent exprime convenu ");
}

/* A name, not of whom the tally tells ("à l'unanimité, MM. ARBEL et DORVAL votant contre, décide", "à l'unanimité (contre : 1, M. ARBEL)"). */
static bool names_somebody(const struct reader *rd, const struct tally *t, size_t from, size_t to)
{
	bool aside = false;
	size_t next;

	for (size_t k = from; k < to; k++) {
		aside = tok_mark(&rd->t, k, '(') || (aside && !tok_mark(&rd->t, k, ')'));
		if (!aside && is_civility(&rd->t, k, &next) && !(k >= t->at.from && k < t->end))
			return true;
	}
	return false;
}

/* "Le conseil municipal", "L'assemblée", at token k; the token behind its name, or k. */
static size_t past_the_assembly(const struct reader *rd, size_t k)
{
	size_t next;

	if (organe_at(rd, k, &next) != NULL)
		return rd->r->organe.statut != FIELD_LU || str_eq(str_c(organe_at(rd, k, &next)), rd->r->organe.texte) ? next : k;
	return tok_among(&rd->t, k, " conseil assemblee ") && !tok_among(&rd->t, k + 1, " d de du des generale ") ? k + 1 : k;
}

/* "Le conseil municipal, à l'unanimité, approuve", "À l'unanimité, le conseil adopte": from the token `from` on, that opens the clause or stands behind the result. */
static bool the_assembly_decides(const struct reader *rd, const struct formula *f, const struct tally *t, size_t from)
{
	size_t body = from;

	while (body < from + TO_ITS_VERB && tok_among(&rd->t, body, " , le la l ' les membres du de ensemble des apres en avoir delibere "))
		body++;
	const size_t behind = past_the_assembly(rd, body);
	const bool told = t->at.from >= behind && t->at.from < behind + TO_ITS_VERB; /* the names of who voted against may be many */
	size_t verb = behind;

	while (verb < behind + TO_ITS_VERB + (told ? t->end - t->at.from : 0) && !is_its_verb(rd, verb) &&
	       (!sentence_ends_at(rd, verb) || (!tok_mark(&rd->t, verb, '.') && is_its_verb(rd, verb + 1)))) /* "à l'unanimité, 8 pour, 2 contre,⏎⏎DÉCIDE" */
		verb++;
	if (behind == body || !is_its_verb(rd, verb) || is_talk(rd, behind, verb) || names_somebody(rd, t, behind, verb))
		return false;
	const size_t last = verb < f->at.from ? f->at.to : verb + 1;

	return !is_of_something_else(rd, verb + 1) && !is_of_something_else(rd, last);
}

/* Nothing more is said of the result: its clause ends at token k, or its tally follows. */
static bool ends_there(const struct reader *rd, const struct tally *t, size_t k)
{
	return k >= rd->t.n || rd->t.at[k].lines > 0 || tok_among(&rd->t, k, " . ; : ( ) | - ") || (t->at.from >= k && t->at.from - k <= TO_THE_TALLY);
}

/* "La délibération est adoptée", "Adopté", "Vote :" before the result. */
static bool is_a_result_line(const struct reader *rd, const struct formula *f, size_t start)
{
	static const char said[] = " deliberation deliberations proposition projet motion rapport texte resolution decision decisions ensemble budget compte convention point present presente ainsi donc en"
				   " consequence par suite est sont a ont ete mis mise aux au voix soumis soumise vote votes resultat resultats du scrutin de la le les l ce cet cette apres avoir delibere m mme maire president presidente",
			  results[] = " adopte adoptee adoptes adoptees adoption approuve approuvee approuves approuvees approbation accepte acceptee acceptes acceptees acceptation accord valide validee"
				      " decide decidee decision prise pris acquis acquise vote votes votee votees voter delibere deliberee ratifie enterine favorable ";
	size_t k = f->at.from;

	while (k > start && (rd->t.at[k - 1].kind == TOK_MARK || tok_among(&rd->t, k - 1, said) || tok_among(&rd->t, k - 1, results))) {
		if (k < f->at.from && tok_among(&rd->t, k - 1, " - : | ) ") && rd->t.at[k].shape != SHAPE_LOWER)
			return true;
		k--;
	}
	return k == start;
}

/* "par 8 voix pour et 2 voix contre, adopte à l'unanimité le tarif": the verb stands right before, and opens the clause. */
static bool is_of_a_verb_before(const struct reader *rd, const struct formula *f, size_t start)
{
	const size_t verb = f->at.from - !is_its_verb(rd, f->at.from); /* the result may hold its verb */

	return verb >= start && is_its_verb(rd, verb) && skip_marks(rd, start, ",:-") == verb && !word_is(rd, f->at.to, "par") &&
	       rd->text->bytes.p[rd->t.at[verb].end - 1] != (char)0xA9;
}

/* "par le conseil municipal", "par les membres présents": behind who adopts; or i */
static size_t past_by_whom(const struct reader *rd, size_t i)
{
	size_t k = i + 1, next;

	if (!word_is(rd, i, "par"))
		return i;
	while (tok_among(&rd->t, k, " le la l ' les du membres conseillers elus municipaux communautaires departementaux regionaux "))
		k++;
	const size_t behind = past_the_assembly(rd, k);

	return behind > k || (organe_at(rd, k, &next) == NULL && tok_among(&rd->t, k - 1, " membres conseillers elus municipaux communautaires departementaux regionaux ")) ? past_whom(rd, behind) : i;
}

static bool names_another_body(const struct reader *rd, size_t from, size_t to)
{
	while (from < to && !is_another_body(rd, from))
		from++;
	return from < to;
}

/* "Le conseil, ouï l'exposé de M. le Maire et après en avoir délibéré à l'unanimité⏎POUR : 8 CONTRE : 2", "Après en avoir délibéré à l'unanimité, le conseil :" */
static bool is_of_its_deliberating(const struct reader *rd, const struct formula *f, const struct tally *t, size_t start)
{
	const size_t to = f->at.from - tok_mark(&rd->t, f->at.from - 1, ','), opens = past_the_assembly(rd, start + tok_among(&rd->t, start, " le la "));
	size_t said = f->at.from;

	if (to < start + 3 || !tok_among(&rd->t, to - 1, " delibere deliberer ") || !tok_among(&rd->t, to - 2, " avoir ") || is_talk(rd, start, to) || names_another_body(rd, start, to) ||
	    (opens <= start + 1 && !tok_among(&rd->t, start, " oui apres l vu sur entendu ayant ")))
		return false;
	while (said < f->at.to && !word_is(rd, said, "unanimite")) /* the result may hold a verb behind it */
		said++;
	const size_t whom = past_whom(rd, said + 1), le = skip_marks(rd, whom, ","), body = le + tok_among(&rd->t, le, " le la "), end = past_the_assembly(rd, body);

	return !is_of_something_else(rd, end) && (ends_there(rd, t, whom) || (end > body && ends_there(rd, t, end)));
}

static bool is_surely_of(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	const size_t start = claim_start(rd, f, t), whom = past_whom(rd, f->at.to), behind = skip_marks(rd, whom, ",:;");

	if (f->of_procedure || is_of_something_else(rd, f->at.to))
		return false;
	if (is_of_a_verb_before(rd, f, start) || the_assembly_decides(rd, f, t, start) || the_assembly_decides(rd, f, t, behind))
		return true;
	if (is_its_verb(rd, behind) && !is_talk(rd, start, f->at.from) && !names_another_body(rd, start, f->at.from) && !names_somebody(rd, t, start, f->at.from))
		return !is_of_something_else(rd, behind + 1);
	return (is_a_result_line(rd, f, start) && ends_there(rd, t, past_by_whom(rd, whom))) || is_of_its_deliberating(rd, f, t, start);
}

void doubt_whose_unanimity(struct reader *rd, struct vote *v, const struct ballot *b)
{
	if (b->formula == NULL || !(b->formula->results & RESULT_UNANIMITE) || v->formule.statut != FIELD_LU || v->contre.statut != FIELD_LU || v->contre.nombre == 0 ||
	    is_surely_of(rd, b->formula, b->tally))
		return;
	field_illisible(rd, &v->formule, v->formule.span, "des voix contre, et une unanimité qui n'est pas sûrement dite de ce vote");
}
