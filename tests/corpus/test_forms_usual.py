#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Heads as most assemblies write them: what an ordinary text holds that no battery of its own looks for. See forms.py."""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, battery, l
from program import PROGRAM, ROOT
from test_heads import OPENING, REST

ABSENT = "Absents : Anne GRISOL, Jean MOREL\n"
BOTH = "Anne GRISOL; Jean MOREL"

# "VAN" ends a family name where nothing goes on behind it; before a word of the same case it leads to it.
USUAL = [
    ("Présents : Paul ARBEL, Minh LAO VAN, Luc VIAL et Zoé VAN DER BRUCK\n" + ABSENT, l("Paul ARBEL; Minh LAO VAN; Luc VIAL; Zoé VAN DER BRUCK", BOTH)),
    ("Présents :\nMinh LAO VAN\nLuc VIAL\nPaul ARBEL\n" + ABSENT, l("Minh LAO VAN; Luc VIAL; Paul ARBEL", BOTH)),
    ("Présents : M. Paul ARBEL, Mme LAO VAN, M. Luc VIAL\n" + ABSENT, l("Paul ARBEL; LAO VAN; Luc VIAL", BOTH)),
    ("Présents : ARBEL, LAO VAN, VIAL, ROUX\n" + ABSENT, l("ARBEL; LAO VAN; VIAL; ROUX", BOTH)),
    ("Présents : Paul ARBEL, Luc VIAL, Zoé ROUX\nAbsents : Minh LAO VAN (pouvoir à Luc VIAL), Jean MOREL\n", l("Paul ARBEL; Luc VIAL; Zoé ROUX", "Minh LAO VAN; Jean MOREL", "Minh LAO VAN > Luc VIAL")),
    ("Présents :\nLAO VAN Minh\nVIAL Luc\nVAN DAM Zoé\n" + ABSENT, l("Minh LAO VAN; Luc VIAL; Zoé VAN DAM", BOTH)),
    ("Présents : Paul ARBEL, Zoé MOREL VAN DAM, Luc VIAL\n" + ABSENT, l("Paul ARBEL; Zoé MOREL VAN DAM; Luc VIAL", BOTH)),
]


# The foot of a page behind a comma, which a number closes; any other line there may be a row.
USUAL += [
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL,\nConseil municipal du 12 mars 2024 – Page 1 sur 14\nM. Luc VIAL, Mme Zoé ROUX\n" + ABSENT, l("?Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", BOTH)),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL,\nProcès-verbal – page 2/6\nM. Luc VIAL, Mme Zoé ROUX\n" + ABSENT, l("?Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", BOTH)),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL,\nConseil municipal du 12 mars 2024\nM. Luc VIAL, Mme Zoé ROUX\n" + ABSENT, l("?Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", BOTH)),
]

# The rows of communes under a heading that fills its line and has no colon; a label without a colon in such a list is no name.
EPCI = [
    ("Présents\nOrval : M. Paul Arbel, Mme Léa Dorval\nTournelle : M. Luc Vial\n\nAbsents et excusés\nOrval : Mme Anne Grisol, pouvoir à M. Luc Vial\nTournelle : M. Jean Morel\n",
     l("?Paul Arbel; Léa Dorval; Luc Vial", "?Anne Grisol; Jean Morel", "?Anne Grisol > Luc Vial")),
    ("Présents :\nOrval : M. Paul ARBEL, Mme Léa DORVAL\nTournelle : M. Luc VIAL\nExcusés\nORVAL : Mme Anne GRISOL\nTOURNELLE : M. Jean MOREL\n", l("?Paul ARBEL; Léa DORVAL; Luc VIAL", "?" + BOTH)),
]

# Members replaced by a suppléant whom another list names: as many as are replaced, else somebody may be missing.
FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
EPCI_REPLACED = [
    ("Délégués titulaires présents : ARBEL Paul, DORVAL Léa\nDélégués suppléants présents : VIAL Luc, ROUX Zoé\nExcusés remplacés par leur suppléant : GRISOL Anne, MOREL Jean\n", l(FOUR, BOTH)),
    ("Délégués titulaires présents : ARBEL Paul, DORVAL Léa, VIAL Luc\nDélégués suppléants présents : ROUX Zoé\nExcusés remplacés par leurs suppléants : GRISOL Anne\nAbsents : MOREL Jean\n", l(FOUR, BOTH)),
    ("Délégués titulaires présents : ARBEL Paul, DORVAL Léa, VIAL Luc\nDélégués suppléants présents : ROUX Zoé\nExcusés remplacés par leur suppléant : GRISOL Anne, MOREL Jean\n", l("-" + FOUR, BOTH)),
    ("Délégués titulaires présents : ARBEL Paul, DORVAL Léa, VIAL Luc, ROUX Zoé\nSuppléants excusés : GRISOL Anne\nAbsents : MOREL Jean\n", l("?" + FOUR, "-" + BOTH)),
]

# Communes that fill a line above their members, without a colon: taken off where every name has the same shape without them, else the list is not read.
HEADED = [
    ("Présents :\nOrval\nI. LOUVEL\nL. VIAL\nTournelle\nP. ARBEL\nZ. ROUX\nAbsents : J. MOREL\n", l("?I. LOUVEL; L. VIAL; P. ARBEL; Z. ROUX", "J. MOREL")),
    ("Présents :\nOrval\nIrène LOUVEL, Luc VIAL\nTournelle\nPaul ARBEL, Zoé ROUX\n" + ABSENT, l("?Irène LOUVEL; Luc VIAL; Paul ARBEL; Zoé ROUX", BOTH)),
    ("Présents :\nORVAL\nLOUVEL Irène\nVIAL Luc\nTOURNELLE\nARBEL Paul\nROUX Zoé\n" + ABSENT, l("?Irène LOUVEL; Luc VIAL; Paul ARBEL; Zoé ROUX", BOTH)),
    ("Présents : P. ARBEL, Z. ROUX, L. VIAL\nPouvoirs :\nOrval\nI. GRISOL à L. VIAL\nTournelle\nJ. MOREL à Z. ROUX\n",
     l("P. ARBEL; Z. ROUX; L. VIAL", "?I. GRISOL; J. MOREL", "?I. GRISOL > L. VIAL; J. MOREL > Z. ROUX")),
    ("Présents : P. ARBEL, Z. ROUX, L. VIAL\nAbsents :\nOrval\nI. GRISOL\n", l("P. ARBEL; Z. ROUX; L. VIAL", "-I. GRISOL")),
    ("Présents :\nLOUVEL I.\nVIAL L.\nOrval\nARBEL P.\nTournelle\nROUX Z.\nAbsents : MOREL J.\n", l("-")),
    ("Présents :\nOrval\nLOUVEL\nVIAL\nTournelle\nARBEL\nROUX\nAbsents : MOREL\n", l("-")),
    ("Présents : Luc VIAL, Anne\nMarie ROUX, Zoé LOUVEL\n" + ABSENT, l("Luc VIAL; Anne Marie ROUX; Zoé LOUVEL", BOTH)),
]

# Two columns titled mandants and mandataires, however the title is written: read, or said not to be; never "no proxy".
FOUR_TITLED = "Présents : M. Paul Arbel, Mme Léa Dorval, M. Luc Vial, Mme Zoé Roux\n"
UNSURE = {"absents": "!?" + BOTH, "pouvoirs": "!?Anne Grisol > Luc Vial; Jean Morel > Zoé Roux"}
COLUMNS = [(FOUR_TITLED + form, UNSURE) for form in (
    "MANDANTS / MANDATAIRES\nAnne Grisol / Luc Vial\nJean Morel / Zoé Roux\n",
    "MANDANTS\nAnne Grisol\nJean Morel\nMANDATAIRES\nLuc Vial\nZoé Roux\n",
    "Absents : Anne Grisol, Jean Morel\nMandants : Mandataires :\nAnne Grisol Luc Vial\nJean Morel Zoé Roux\n",
    "Absents : Anne Grisol, Jean Morel\nMANDANT(S) MANDATAIRE(S)\nAnne Grisol Luc Vial\nJean Morel Zoé Roux\n",
)] + [("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nMANDANT(S) MANDATAIRE(S)\nAnne GRISOL Luc VIAL\nJean MOREL Zoé ROUX\n", UNSURE)]

# The secretary: his name broken over two lines behind the law, "Secrétariat :", and who accepts; the secretariat of an office is nobody's.
SECRETARIES = [
    ("Conformément à l'article L. 2121-15 du CGCT, Léa\nDORVAL est désignée pour remplir les fonctions de secrétaire.\n", {"seance.secretaires": "Léa DORVAL"}),
    ("Secrétariat : DORVAL Léa\n", {"seance.secretaires": "Léa DORVAL"}),
    ("Mme Léa DORVAL accepte d'assurer le secrétariat.\n", {"seance.secretaires": "Léa DORVAL"}),
    ("Mme Léa DORVAL n'accepte pas d'assurer le secrétariat.\n", {"seance.secretaires": "-"}),
    ("Le secrétariat : Mme Zoé BRUN\n", {"seance.secretaires": "-"}),
]

# The number that a sentence names is another acte's, also where its line ends between the two.
NUMBERS = [
    ("Objet : Achat d'un pré\nCet acte annule et remplace la délibération\nn° 2024/78.\n", {"identifiant": "-", "acte.numero": "-"}),
    ("Objet : Achat d'un pré\nCet acte annule et remplace les délibérations\nn° 2024-78 et 2024-79.\n", {"identifiant": "-", "acte.numero": "-"}),
    ("Délibération\nn° 2024/78\nObjet : Achat d'un pré\n", {"acte.numero": "2024/78"}),
]

# The labels of a tally in one line, its numbers in the next.
VOTES = [
    ("Résultat du vote\nPour Contre Abstention\n8 2 1\n", {"vote.pour": "8", "vote.contre": "2", "vote.abstentions": "1"}),
    ("VOTE\nPour Contre Abstentions\n8 2 1\nTransmis le 14 mars 2024\n", {"vote.pour": "?8", "vote.contre": "?2", "vote.abstentions": "?1"}),
    ("Pour Contre Abstention\n8 2\n", {"vote.pour": "-8", "vote.contre": "-2", "vote.abstentions": "-"}),
    ("Résultat du vote\nContre Pour Abstention\n2 8 1 4\n", {"vote.pour": "-8", "vote.contre": "-2", "vote.abstentions": "-1"}),
]

# A vote of others that is told in the present is not the vote; two tellings of one are one; points below one "Objet" are of one acte.
def vote(pour, contre, abstentions="-", n="1", formule=None):
    return {"vote.pour": pour, "vote.contre": contre, "vote.abstentions": abstentions, "vote.n": n, **({"vote.formule": formule} if formule else {})}


TOLD = [
    ("Le vote organisé auprès des jeunes donne 35 voix pour et 12 contre.\nLe conseil DÉCIDE de créer le terrain.\n", vote("-", "-")),
    ("La consultation menée auprès des riverains donne 35 voix pour et 12 contre.\nLe conseil, par 3 voix pour et 1 contre, DÉCIDE de créer le terrain.\n", vote("3", "1")),
    ("La consultation des habitants donne 35 voix pour et 12 voix contre.\nLe conseil, par 3 voix pour et 1 contre, DÉCIDE de créer le terrain.\n", vote("3", "1")),
    ("Le conseil, par 3 voix pour et 1 contre, DÉCIDE d'un vote organisé auprès des jeunes.\n", vote("3", "1")),
    ("Le conseil, par 5 voix pour, accorde la subvention.\nPour : 5 Contre : 0 Abstentions : 0\n", vote("5", "0", "0", formule="adopte")),
    ("Le conseil, par 4 voix pour et 1 abstention, accorde la subvention.\nPour : 4\nContre : 0\nAbstention : 1\n", vote("4", "0", "1", formule="adopte")),
    ("Le conseil, par 5 voix pour, accorde la subvention.\nPour : 4 Contre : 1 Abstentions : 0\n", vote("?5", "-", "-", "2")),
    ("Objet : Tarifs municipaux\n1. Cantine\nAdopté à l'unanimité.\n2. Garderie\nAdopté à l'unanimité.\n3. Piscine\nAdopté par 4 voix pour et 1 contre.\n", {"vote.n": "3"}),
]
# What is turned down: behind a dash or a colon where a vote or what is voted stands in the sentence; what became of an offer is no vote.
for words in ("La proposition est soumise au vote – rejetée.\n", "Vote : 2 pour, 3 contre – rejetée.\n", "Résultat : rejetée\n", "La délibération n'est donc pas adoptée.\n", "La proposition n'est pas adoptée.\n",
              "L'amendement est rejeté.\n", "Les délibérations ne sont pas adoptées.\n"):
    TOLD.append(("Objet : Achat d'un pré\n" + words, {"vote.n": "1", "vote.formule": "rejet"}))
TOLD += [
    ("Le conseil, à l'unanimité, retient la société Lenoir.\nOffre de la société Brun – rejetée.\n", {"vote.n": "1", "vote.formule": "unanimite"}),
    ("Objet : Achat d'un pré\nLa délibération n'a pas été adoptée.\n", {"vote.formule": "-"}),
]
MINUTES = [  # … but not below the subject of the minutes themselves
    ("Objet : compte rendu du conseil municipal\n1. Cantine\nAdopté à l'unanimité.\n2. Garderie\nAdopté à l'unanimité.\n3. Piscine\nAdopté par 4 voix pour et 1 contre.\n", {"vote.n": "1"}),
]

HERE = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL\n" + ABSENT
TITLED = [("VALBRISE\nConseil municipal\nProcès-verbal du 12 mars 2024\n" + HERE, {"organe": "conseil_municipal", "seance.date": "2024-03-12"})]

Usual = battery(USUAL, lambda form: OPENING["COMMUNE"] + form + REST)
Communes = battery(EPCI, lambda form: OPENING["EPCI"] + form + REST, in_lines=("a comma lost", "a colon lost", "a margin"))
Replaced = battery(EPCI_REPLACED, lambda form: OPENING["EPCI"] + form + REST)
Headed = battery(HEADED, lambda form: OPENING["EPCI"] + form + REST, without=("a footer", "a margin"))
Columns = battery(COLUMNS, lambda form: OPENING["COMMUNE"] + form + REST)
Secretaries = battery(SECRETARIES, lambda form: OPENING["COMMUNE"] + HERE + form + "Objet : Achat d'un pré\nLe conseil, à l'unanimité, DÉCIDE d'acheter le pré.\n")
Numbers = battery(NUMBERS, lambda form: OPENING["COMMUNE"] + HERE + form + "Le conseil, à l'unanimité, DÉCIDE d'acheter le pré.\n", without=("a margin", "a footer"))
Votes = battery(VOTES, lambda form: OPENING["COMMUNE"] + HERE + "Objet : Achat d'un pré\nLe conseil DÉCIDE d'acheter le pré.\n" + form, without=("a margin", "a footer"))
Told = battery(TOLD, lambda form: OPENING["COMMUNE"] + HERE + form, without=("a margin", "a footer", "a comma lost", "a colon lost"))
Titles = battery(TITLED, lambda form: form + "Le conseil, à l'unanimité, DÉCIDE d'acheter le pré.\n")

# … which are sure where line ends are kept.
WITH_LINES = [(OPENING["EPCI"] + form, {k: v.lstrip("?") for k, v in wanted.items()}) for form, wanted in EPCI + HEADED[:4] + USUAL[-3:-1]]


ACTE = "Délibération n° 2024-0{0} : Achat d'un pré\nLe conseil, à l'unanimité, approuve l'achat du pré n° {0}.\n"


class Moves(unittest.TestCase):
    """Why the presence at an acte is not sure."""

    def reasons(self, text):
        with tempfile.TemporaryDirectory() as tmp:
            file = pathlib.Path(tmp) / "a.txt"
            file.write_text(text, encoding="utf-8")
            out = subprocess.run([PROGRAM, "lire", "--json", str(file)], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
        return [acte["presents"].get("raison") for acte in json.loads(out)["actes"]]

    def test_between_two_actes(self):
        for words in ("Arrivée de M. Jean MOREL à 19h30.", "M. Luc VIAL quitte la salle.", "M. Luc VIAL quitte la séance à 20 h 15."):
            first, second, third = self.reasons(OPENING["COMMUNE"] + HERE + ACTE.format(1) + ACTE.format(2) + words + "\n" + ACTE.format(3))
            self.assertEqual((first, second), (None, None))
            self.assertIn(f"« {words} » est dit avant cet acte", third)

    def test_by_the_title_alone(self):
        for words, of_nobody in (("Mme le Maire se retire au moment du vote.", True), ("Monsieur le Maire quitte la salle pour le vote.", False)):
            (reason,) = self.reasons(OPENING["COMMUNE"] + HERE + "Objet : Compte administratif.\n" + words + "\nLe conseil, par 3 voix pour, approuve le compte.\n")
            if of_nobody:   # the chair is a man
                self.assertIn(f"« {words} » : rien ne dit sûrement lequel des présents porte ce titre", reason)
            else:
                self.assertIsNone(reason)

    def test_before_the_vote_of_an_acte(self):
        (reason,) = self.reasons(OPENING["COMMUNE"] + HERE + "Objet : Achat d'un pré.\nArrivée de M. Jean MOREL.\nLe conseil, par 3 voix pour, approuve l'achat.\n")
        self.assertIn("ne se situe pas par rapport à cet acte", reason)


class WithLines(Battery):
    def test_minutes(self):
        self.check(MINUTES, [OPENING["COMMUNE"] + HERE + form for form, _ in MINUTES])

    def test_read_with_line_ends(self):
        self.check(WITH_LINES, [form + "Le conseil, à l'unanimité, DÉCIDE d'acheter le pré.\n" for form, _ in WITH_LINES])


if __name__ == "__main__":
    unittest.main()
