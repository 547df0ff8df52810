#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Heads as a page's layout or a scanner leaves them: a column beside the lists, titles that run on behind them, signs and letters damaged. See forms.py.

What a layout shows is lost where line ends are: forms of COLUMNS are read with them only.
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, battery, l
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"


def beside(left, right, width=30):
    """Two columns of a page, line by line."""
    n = max(len(left), len(right))
    rows = zip(left + [""] * (n - len(left)), right + [""] * (n - len(right)))
    return "\n".join((a.ljust(width) + b).rstrip() if b else a for a, b in rows) + "\n"


MEETING = ["Convoqué le 4 mars 2024, le conseil municipal de Valbrise s'est", "réuni en mairie, salle des fêtes, le 12 mars 2024 à 18 h, sous la", "présidence de Monsieur le Maire, Paul ARBEL."]
SERVICE = ["", "Extrait du registre des", "délibérations du Conseil", "Municipal de la Ville de", "Valbrise", "", "n° 2024 / 31"]
TITLE = "\n\n\n     Création d'un atelier de reliure\nMonsieur le Maire rapporte :\nLe conseil adopte à l'unanimité.\n"
COLUMNS = [
    # the heading of the presents behind a word of the column, whatever that is
    (beside(SERVICE[1:], MEETING + ["Présents :", "Paul ARBEL, Léa DORVAL, Luc", "VIAL, Zoé ROUX", "Absents :", "Anne GRISOL"]) + TITLE, l(FOUR, "Anne GRISOL")),
    # names broken over the column, a particle too
    (beside(SERVICE, MEETING + ["Présents :", "Paul ARBEL, Léa DORVAL, Luc", "VIAL, Zoé ROUX, Yves DE", "LORME", "Absents :", "Anne GRISOL, Jean", "MOREL"]) + TITLE,
     l(FOUR + "; Yves DE LORME", "Anne GRISOL; Jean MOREL")),
    # the act's number in the column, behind a name's particle
    (beside(SERVICE[1:5] + ["n° 2024 / 31"], MEETING + ["Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX, Yves DE", "LORME, Odile PETIT", "Absents : Anne GRISOL"]) + TITLE,
     {**l(FOUR + "; Yves DE LORME; Odile PETIT", "Anne GRISOL"), "acte.numero": "2024 / 31"}),
    (beside(["Direction des Travaux", "Pôle Bâtiments"] + SERVICE, MEETING + ["Présents :", "Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX", "Absents : Anne GRISOL"]) + TITLE, l(FOUR, "?Anne GRISOL")),
    (beside(["", "", ""] + SERVICE, MEETING + ["Étaient présents :", " Paul ARBEL, Léa DORVAL, Luc", " VIAL, Zoé ROUX, Yves DE", " LORME, Odile PETIT", "Absents : Anne GRISOL"]) + TITLE,
     l(FOUR + "; Yves DE LORME; Odile PETIT", "Anne GRISOL")),
    # a double name cut at its hyphen: not read, and never with a word of the column
    (beside(["", "", ""] + SERVICE, MEETING + ["Présents :", "Paul ARBEL, Léa DORVAL, Zoé ROUX-", "LORME, Luc VIAL", "Absents : Anne GRISOL"]) + TITLE, l("?Paul ARBEL; Léa DORVAL; Zoé ROUX-LORME; Luc VIAL", "?Anne GRISOL")),
    # somebody is named in the column
    (beside(["Valbrise", "", "", ""] + ["Paul ARBEL", "Luc VIAL"], MEETING + ["Présents :", "Léa DORVAL", "Zoé ROUX"]) + TITLE, l("?" + FOUR)),
    (beside(["Valbrise", "", "", ""] + ["Paul Arbel", "Luc Vial"], MEETING + ["Présents :", "Léa Dorval", "Zoé Roux"]) + TITLE, l("?" + FOUR)),
    (beside(["Valbrise", "", "", "M. Paul ARBEL, maire", "Mme DORVAL"], MEETING + ["Présents :", "Luc VIAL, Zoé ROUX"]) + TITLE, l("?" + FOUR)),
    (beside(["Absents :", "Anne GRISOL", "Jean MOREL"], MEETING + ["Présents : Paul ARBEL, Léa DORVAL", "Luc VIAL, Zoé ROUX"]) + TITLE, l("?" + FOUR, "?Anne GRISOL; Jean MOREL")),
    # a list in that column, although the sentence stands in the right one
    (beside(["Absents :", "Anne GRISOL", "Jean MOREL", "Odile PETIT"], MEETING + ["Présents :", "Paul ARBEL, Léa DORVAL, Luc", "VIAL, Zoé ROUX"]) + TITLE, l("?" + FOUR, "?Anne GRISOL; Jean MOREL; Odile PETIT")),
    (beside(["", "", "", "", "Absents :", "Anne GRISOL", "Jean MOREL"], MEETING + ["Présents :", "Paul ARBEL, Léa DORVAL, Luc", "VIAL, Zoé ROUX", "", "Votants : 4"]) + TITLE,
     l("?" + FOUR, "?Anne GRISOL; Jean MOREL")),
    (beside(["", "", "", "", "Pouvoirs :", "Anne GRISOL à Luc VIAL"], MEETING + ["Présents :", "Paul ARBEL, Léa DORVAL, Luc", "VIAL, Zoé ROUX", "", "Votants : 5"]) + TITLE,
     l("?" + FOUR, "?Anne GRISOL", "?Anne GRISOL > Luc VIAL")),
]
SIDE_BY_SIDE = [
    # two columns of names are both of the list
    ("\n".join(MEETING) + "\nPrésents :\nPaul ARBEL                    Léa DORVAL\nLuc VIAL                      Zoé ROUX\nAbsents :\nAnne GRISOL\n" + TITLE, l("?" + FOUR, "?Anne GRISOL")),
    ("\n".join(MEETING) + "\n" + beside(["Présents :", "Paul ARBEL", "Léa DORVAL", "Luc VIAL", "Zoé ROUX"], ["", "Absents :", "Anne GRISOL", "Jean MOREL"]) + TITLE, l("?" + FOUR, "?Anne GRISOL; Jean MOREL")),
    ("\n".join(MEETING) + "\n" + beside(["Absents :", "Anne GRISOL", "Jean MOREL", "Odile PETIT"], ["Présents :", "Paul ARBEL", "Léa DORVAL", "Luc VIAL", "Zoé ROUX"]) + TITLE,
     l("?" + FOUR, "?Anne GRISOL; Jean MOREL; Odile PETIT")),
    ("\n".join(MEETING) + "\n" + beside(["Présents :", "Paul ARBEL", "Léa DORVAL", "Luc VIAL", "Zoé ROUX"], ["Pouvoirs :", "Anne GRISOL à Luc VIAL", "Jean MOREL à Zoé ROUX"]) + TITLE,
     l("?" + FOUR, "?Anne GRISOL; Jean MOREL", "?Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX")),
    ("\n".join(MEETING) + "\n" + beside(["Étaient présents : Paul ARBEL", "Léa DORVAL, Luc VIAL", "Zoé ROUX"], ["Étaient absents : Anne GRISOL", "Jean MOREL", "Odile PETIT"], 40) + TITLE,
     l("?" + FOUR, "?Anne GRISOL; Jean MOREL; Odile PETIT")),
    # … not so: a heading behind a gap, and nothing beside its list
    ("\n".join(MEETING) + "\nPrésents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX          Absents : Anne GRISOL,\nJean MOREL, Odile PETIT\n" + TITLE, l(FOUR, "Anne GRISOL; Jean MOREL; Odile PETIT")),
]

DASHES = "Présents : Paul ARBEL - Léa DORVAL - Luc VIAL - Zoé ROUX - Odile PETIT\n"
FIVE = FOUR + "; Odile PETIT"
LISTS = [
    # a giver's double name around a dash between spaces, as a list above has it
    (DASHES + "Absents excusés : Jean MOREL - Anne GRISOL - LORME\nProcurations : Anne GRISOL - LORME donne procuration à Luc VIAL\nJean MOREL donne procuration à Zoé ROUX\n",
     l(FIVE, "Anne GRISOL - LORME; Jean MOREL", "Anne GRISOL - LORME > Luc VIAL; Jean MOREL > Zoé ROUX")),
    (DASHES + "Absents excusés : Anne GRISOL-LORME - Jean MOREL\nProcurations : Jean MOREL donne procuration à Zoé ROUX - Anne GRISOL – LORME a donné procuration à Luc VIAL\n",
     l(FIVE, "Anne GRISOL - LORME; Jean MOREL", "Anne GRISOL - LORME > Luc VIAL; Jean MOREL > Zoé ROUX")),
    # … not where none has, nor of two givers
    (DASHES + "Absents excusés : Jean MOREL - Anne GRISOL - Yves LORME\nProcurations : Anne GRISOL - LORME donne procuration à Luc VIAL\n", l(FIVE, "?Jean MOREL; Anne GRISOL; Yves LORME", "-")),
    (DASHES + "Absents excusés : Jean MOREL - Anne GRISOL - Yves LORME\nProcurations : Anne GRISOL - LORME donnent procuration à Luc VIAL\n", l(FIVE, None, "-")),
    (DASHES + "Procurations : Anne GRISOL - LORME donne procuration à Luc VIAL\n", l(FIVE, None, "-")),
]
LISTS += [
    # dirt before the colon of a heading
    ("Présents. : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nAbsents.: MM Jean MOREL, Yves LORME\n", l(FOUR, "Jean MOREL; Yves LORME")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nProcurations. : Anne GRISOL donne procuration à Luc VIAL\n", l(FOUR, "Anne GRISOL", "Anne GRISOL > Luc VIAL")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nAucun absent. : Jean MOREL\n", l("?" + FOUR, "-")),
    # a line drawn under a list
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nAbsents :\nAnne GRISOL.\n\n\n        -------------\n Adoption de l'ordre du jour, qui comporte 12 affaires :\n", l(FOUR, "?Anne GRISOL")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n________\nAbsents : Anne GRISOL, Jean MOREL\n=========\n", l("?" + FOUR, "?Anne GRISOL; Jean MOREL")),
    ("Présents : Paul ARBEL, Léa DORVAL,\n----------\nLuc VIAL, Zoé ROUX\nAbsents : Anne GRISOL\n", l("?" + FOUR, "?Anne GRISOL")),
    ("Présents :\nPaul ARBEL\nLéa DORVAL\n----------\nLuc VIAL\nZoé ROUX\nAbsents : Anne GRISOL\n", l("?" + FOUR, "?Anne GRISOL")),
    ("Présents : Paul ARBEL, Léa DORVAL\n----------\nLuc VIAL, Zoé ROUX\n----------\nAbsents : Anne GRISOL\n", l("?" + FOUR, "?Anne GRISOL")),
]
WHO = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
SMALL = "Paul Arbel; Léa Dorval; Luc Vial; Zoé Roux"
LISTS += [
    # a name broken at the end of a line, where capitals show nothing
    ("Présents : Paul Arbel, Léa\nDorval, Luc Vial, Zoé Roux\nAbsents : Anne Grisol\n", l(SMALL, "Anne Grisol")),
    ("Présents : Paul Arbel, Léa Dorval, Luc Vial, Zoé Roux\nAbsents excusés : Mesdames et Messieurs Anne Grisol, Jean\nMorel, Yves Lorme, Odile Petit, Marc Brun\n",
     l(SMALL, "Anne Grisol; Jean Morel; Yves Lorme; Odile Petit; Marc Brun")),
    # … not so where one word may be a member, or a comma may have been lost
    ("Présents : Paul Arbel, Léa\nDorval, Luc Vial, Roux\nAbsents : Mme Anne Grisol\n", l("?Paul Arbel; Léa Dorval; Luc Vial; Roux")),
    ("Présents : Arbel, Dorval\nVial, Roux, Petit, Brun\nAbsents : Grisol\n", l("?Arbel; Dorval; Vial; Roux; Petit; Brun", "?Grisol")),
    ("Présents : Paul Arbel, Léa Dorval\nLuc Vial, Zoé Roux, Odile Petit\nAbsents : Anne Grisol\n", l("?" + SMALL + "; Odile Petit", "?Anne Grisol")),
    ("Présents : Paul Arbel, Léa Dorval, Luc Vial, Zoé\nRoux\nAbsents : Anne Grisol\n", l("?" + SMALL, "?Anne Grisol")),
]
LISTS += [
    # a comma too many, then the sentence of a secretary who is present
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX,\n\nAbsents : Monsieur Jean MOREL, madame Anne GRISOL,\n\nMadame Zoé ROUX est nommée secrétaire de séance.\n", l(FOUR, "?Jean MOREL; Anne GRISOL")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n\nAbsents : M. Jean MOREL, Mme Anne GRISOL,\n\nMadame Odile PETIT est nommée secrétaire de séance.\n", l(FOUR, "-")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n\nAbsents : M. Jean MOREL, Mme Anne GRISOL,\nMadame Zoé ROUX est nommée secrétaire de séance.\n", l(FOUR, "-")),
    # … in other words, behind her name broken over lines, and where a member may have been lost
    (WHO + "Absents : Jean MOREL, Anne GRISOL\nZoé ROUX assure le secrétariat.\n", l(FOUR, "Jean MOREL; Anne GRISOL")),
    (WHO + "Absent : Jean MOREL\nMadame Zoé\n\nROUX\nassure le secrétariat.\n", l(FOUR, "?Jean MOREL")),
    (WHO + "Absents : M. Jean MOREL, Mme Anne GRISOL\nMme Zoé ROUX a accepté de tenir la plume.\n", l(FOUR, "?Jean MOREL; Anne GRISOL")),
    (WHO + "Absents : Jean MOREL, Anne GRISOL, Zoé ROUX assure le secrétariat.\n", l(FOUR, "?Jean MOREL; Anne GRISOL")),
    (WHO + "Absents : Jean Morel, Anne Grisol Zoé Roux assure le secrétariat.\n", l(FOUR, "?Jean MOREL; Anne GRISOL")),
    (WHO + "Absents : Jean Morel, Anne Grisol Zoé Roux est nommée secrétaire de séance.\n", l(FOUR, "?Jean MOREL; Anne GRISOL")),
    # somebody's words
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nAbsents : Jean MOREL, Odile PETIT et Anne\nGRISOL\n« Mes chers amis,\nnotre doyen est mort ce matin. »\n", l(FOUR, "?Jean MOREL; Odile PETIT; Anne GRISOL")),
    ("Présents : Paul ARBEL, Léa DORVAL,\n« Luc VIAL, Zoé ROUX »\nAbsents : Jean MOREL\n", l("?" + FOUR, "?Jean MOREL")),
]
ELLS = "ARBEL Paul; DORVAL Léa; GRlSOL Anne; VIAL Luc; THÉRlAUVAL Zoé"
LISTS += [
    # an I of capitals scanned as a small L, before or behind the first name, and in a list of family names alone
    ("Présents : ARBEL Paul, DORVAL Léa, GRlSOL\nAnne, VIAL Luc, THÉRlAUVAL Zoé\nAbsents : MOREL Jean\n", l(ELLS, "MOREL Jean")),
    ("Étaient présents :\nMme DORVAL Léa\nM. ARBEL Paul\nMme GRlSOL Anne\nM. VIAL Luc\nMme THÉRlAUVAL Zoé\nAbsent : M. MOREL Jean\n", l(ELLS, "MOREL Jean")),
    ("Présents : Mmes GRlSOL, MARTIVlER-LORME, ROUX ; MM. ARBEL, VIAL, LORlDEAU\nAbsents : M. MOREL\n", l("GRlSOL; MARTIVlER-LORME; ROUX; ARBEL; VIAL; LORlDEAU", "MOREL")),
    # … and a comma that was lost is still seen
    ("Présents : ARBEL Paul, DORVAL Léa GRlSOL Anne, VIAL Luc\nAbsents : MOREL Jean\n", l("?ARBEL Paul; DORVAL Léa; GRlSOL Anne; VIAL Luc", "?MOREL Jean")),
]
ACT = "Monsieur Jean LORME rapporte :\nLe conseil municipal est invité à en débattre.\nLe conseil, après en avoir délibéré, à l'unanimité, DÉCIDE d'approuver.\n"
TITLES = [
    # the title of the act behind the last list, and behind one that has nobody
    (WHO + "Absents :\nAnne GRISOL\n\n      École GRISOLLES - Réhabilitation de l'aile nord –\n        autorisation de travaux\n", l(FOUR, "Anne GRISOL")),
    (WHO + "Absents :\nAnne GRISOL\n\n\n   Quartier Les Tuileries - La Brise\n     Secteur de l'Orme\n", l(FOUR, "Anne GRISOL")),
    (WHO + "Absents :\n\n\n\n     Association CHANTS DU MOULIN de la région de Valbrise\n   Désignation d'un représentant\n", l(FOUR, "-Anne GRISOL")),
    (WHO + "Pouvoirs :\nAnne GRISOL à Luc VIAL\nAbsents :\n\n\n\n    Association CHANTS DU MOULIN\n    et Valbrise Haute-Brise\n  Désignation d'un représentant\n", l(FOUR, "Anne GRISOL", "Anne GRISOL > Luc VIAL")),
    (WHO + "Absents excusés : Anne GRISOL, Jean MOREL\nAbsents :\n\n\n\n    Délibération fixant le prix du bois\n\n", l(FOUR, "Anne GRISOL; Jean MOREL")),
    # a row of members under such a word, and a line drawn between two names, are no end
    (WHO + "Absents : Anne GRISOL\nCollège des riverains : Jean MOREL\n", l(FOUR, "?Anne GRISOL; Jean MOREL")),
    (WHO + "Absents : Anne GRISOL\n----------\nJean MOREL\n----------\nVotants : 4\n", l(FOUR, "?Anne GRISOL; Jean MOREL")),
    # … one that looks like a name is not taken for an absent
    (WHO + "Absents :\n\n\n\n     Résidence LES LILAS\n   Vente d'un logement\n", l(FOUR, "-")),
    (WHO + "Absents :\n\n\n\n     Moulin BELLEVUE\n   Achat de la roue\n", l(FOUR, "-")),
    # … and names behind blank lines are
    (WHO + "Absents :\n\n\nAnne GRISOL, Jean MOREL\n\n\n   Achat d'une roue\n", l(FOUR, "?Anne GRISOL; Jean MOREL")),
    (WHO + "Absents :\n\n\nMme Anne GRISOL\nM. Jean MOREL\nVotants : 4\n", l(FOUR, "Anne GRISOL; Jean MOREL")),
]


class Titles(Battery):
    def test_titles(self):
        self.check(TITLES, [OPENING["COMMUNE"] + form + ACT for form, _ in TITLES])


class Columns(Battery):
    def test_columns(self):
        self.check(COLUMNS, [form for form, _ in COLUMNS])

    def test_lists_side_by_side(self):
        self.check(SIDE_BY_SIDE, [form for form, _ in SIDE_BY_SIDE])

    def test_columns_without_line_ends_are_never_read_otherwise(self):
        self.check(COLUMNS, [form.replace("\n", " ") for form, _ in COLUMNS], damaged=True)


Lists = battery(LISTS, lambda form: OPENING["COMMUNE"] + form + REST)

if __name__ == "__main__":
    unittest.main()
