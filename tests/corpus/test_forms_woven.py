#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Heads into which the margin's day or number was woven, or which lost a mark, so that somebody fell out of a list or into one. See forms.py.

Each has a neighbour that is read, so that the cure does not go further than the fault.
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
PLAIN = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
CIVIL = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
BOTH = "Anne GRISOL; Jean MOREL"
COLLEGES = ("Délégués Collège de la Région\nÉtaient présents\nM. ARBEL Paul\nMme DORVAL Léa\nÉtait absent\n{}\n\nDélégués Collège du Département\nÉtaient présents\n"
            "M. VIAL Luc\nMme ROUX Zoé\nÉtait excusée\nMme GRISOL Anne\n")
ROLL = "M. ARBEL Paul : présent\nMme DORVAL Léa : présente\nM. MOREL Jean : absent, représenté par Mme DORVAL Léa\nM. VIAL Luc : présent\nMme ROUX Zoé : présente\n"

LISTS = [
    # an absent behind the margin, in a list of his own or under a heading that lost it
    (COLLEGES.format("M. 12/03/2024 MOREL Jean"), l("?" + FOUR, "-")),
    (COLLEGES.format("M. MOREL Jean"), l(FOUR, BOTH)),
    (CIVIL + "Absents : M. Jean MOREL\nLe Maire, M. Paul ARBEL, constate le quorum.\nM. Odilon PETIT, Mme n° 2024 / 131 Ida LORME\n", l(FOUR, "-")),
    (CIVIL + "Absents : M. Jean MOREL\nMme Anne GRISOL fait partie de la commission.\nM. Odilon PETIT, 12/03/2024 Mme Ida LORME\n", l(FOUR, "-")),
    (CIVIL + "Absents : M. Jean MOREL\nLe Maire, M. Paul ARBEL, constate le quorum.\n", l(FOUR, "Jean MOREL")),
    (PLAIN[:-1] + "\nConseillers ayant 12/03/2024 donné pouvoir Anne GRISOL Luc VIAL\nAbsents : Guy BRUN\n", l("?" + FOUR, "-", "-")),
    # the secretary, or an officer, beside the absents
    (PLAIN + "\nAbsents : M. Jean MOREL, Mme Anne GRISOL,\nMadame Zoé ROUX n° 2024 / 131 est nommée secrétaire de séance.\n", l("?" + FOUR, "-")),
    (PLAIN + "\nAbsents : M. Jean MOREL, Mme Anne GRISOL.\nMadame Zoé ROUX est nommée secrétaire de séance.\n", l(FOUR, BOTH)),
    (CIVIL + "Absents : Mme Anne GRISOL, M. Jean MOREL\nPrésident  M. Guy BRUN\n", l(FOUR, "-")),
    (CIVIL + "Absents : Mme Anne GRISOL, M. Jean MOREL\nPremier adjoint : M. Guy BRUN\n", l(FOUR, "-")),
    (CIVIL + "Absents : Mme Anne GRISOL, M. Jean MOREL\nPrésident : M. Guy BRUN\n", l(FOUR, BOTH)),
    (CIVIL + "Absents : Mme Anne GRISOL, adjointe, M. Jean MOREL, conseiller\n", l(FOUR, BOTH)),
    # names cut from the rest of their list
    ("Présents : Arbel, Dorval\nExtrait du registre des délibérations\nVial, Roux, Petit, Brun\nAbsents : Grisol\n", l("-", "?Grisol")),
    ("Présents : Arbel, Dorval, Vial, Roux\nAbsents : Grisol\n", l("Arbel; Dorval; Vial; Roux", "Grisol")),
    (PLAIN + "Absents excusés : Mesdames et Messieurs Anne Grisol, Jean\nPage 2/6\nMorel, Odile Petit, Guy Brun\n", l(FOUR, "?Anne Grisol; Jean Morel; Odile Petit; Guy Brun")),
    (PLAIN + "Absents excusés : Mesdames et Messieurs Anne Grisol, Jean Morel, Odile Petit\n", l(FOUR, "Anne Grisol; Jean Morel; Odile Petit")),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL,\nNombre de conseillers\nExtrait du registre des délibérations\nen exercice : 6\nM. Luc VIAL, Mme Zoé ROUX.\nAbsents : M. Jean MOREL\n",
     l("?" + FOUR, "?Jean MOREL")),
    # two members without a separator, of whom the first is called like a particle
    (PLAIN + "Absents : MOREL Al GRISOL Anne\n", l(FOUR, "-")),
    (PLAIN + "Absents : MOREL Ben GRISOL Anne, BRUN Guy\n", l(FOUR, "-")),
    (PLAIN + "Absents : MOREL Al, GRISOL Anne\n", l(FOUR, "MOREL Al; GRISOL Anne")),
    (PLAIN + "Absents : Mme Anne BEN GRISOL, M. Jean AL MOREL\n", l(FOUR, "Anne BEN GRISOL; Jean AL MOREL")),
    # a proxy that was not understood, of the last row of a roll, or told by whom it was given to
    (ROLL + "Mme GRISOL Anne : absente, représentée Service juridique par M. VIAL Luc\n", l("?" + FOUR, "?" + BOTH, "-")),
    (ROLL + "Mme GRISOL Anne : absente, pouvoir n° 2024 / 131 à M. VIAL Luc\n", l("?" + FOUR, "?" + BOTH, "-")),
    (ROLL + "Mme GRISOL Anne : absente, pouvoir à M. VIAL Luc\n", l(FOUR, BOTH, "Jean MOREL > Léa DORVAL; Anne GRISOL > Luc VIAL")),
    (PLAIN + "Pouvoirs : Luc VIAL (pouvoir de Anne GRISOL), Zoé ROUX (pouvoir de Jean n° 2024 / 131 MOREL)\nAbsent : Guy BRUN\n", l(FOUR, "-", "-")),
    (PLAIN + "Pouvoirs : Luc VIAL (pouvoir de Anne GRISOL), Zoé ROUX (pouvoir de Jean MOREL)\nAbsent : Guy BRUN\n",
     l(FOUR, BOTH + "; Guy BRUN", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX")),
]

# who is away, or votes for another, is told in a sentence outside the lists
LISTS += [(CIVIL[:-1] + ".\n" + told, l(FOUR, "?Guy BRUN" if pouvoirs and ">" in pouvoirs else "-", pouvoirs)) for told, pouvoirs in (
    ("M. Guy BRUN s'est fait excuser.\n", None), ("Mme Ida LORME a prié le conseil d'excuser son absence.\n", None), ("On note l'absence de M. Guy BRUN.\n", None),
    ("En congé : M. Guy BRUN\n", None), ("M. Luc VIAL vote pour M. Guy BRUN.\n", "-"), ("M. Luc VIAL représente M. Guy BRUN.\n", "?Guy BRUN > Luc VIAL"), ("M. Guy BRUN → M. Luc VIAL\n", "-"))]
LISTS += [
    ("Mme Léa DORVAL et M. Luc VIAL étaient présents.\nM. Guy BRUN et Mme Ida LORME étaient absents.\nMme Anne GRISOL avait donné pouvoir à M. Luc VIAL.\n", l(None, "-")),
    (CIVIL + "Conseillère Service juridique représentée : Mme Anne GRISOL (par Mme Léa DORVAL)\nConseiller excusé : M. Jean MOREL\n", l("?" + FOUR, "-")),
    (CIVIL + "Conseillère représentée : Mme Anne GRISOL (par Mme Léa DORVAL)\nConseiller excusé : M. Jean MOREL\n", l(FOUR, BOTH, "Anne GRISOL > Léa DORVAL")),
    (CIVIL + "Absents : M. Jean MOREL, Mme Anne GRISOL.\nOn note l'absence de M. Jean MOREL.\n", l(FOUR, BOTH)),
    (CIVIL + "Absents : M. Jean MOREL, Mme Anne GRISOL.\nMme Zoé ROUX représente la commune au syndicat.\n", l(FOUR, BOTH)),
]

# a title of holders alone, and a bound of the giver behind it
LISTS += [
    (CIVIL + "Mandataires : M. Luc VIAL pour M. Guy BRUN\n", l(FOUR, "-", "-")),
    (CIVIL + "Pouvoirs : M. Jean MOREL à M. Luc VIAL et, à compter de son départ, Mme Zoé ROUX à M. Paul ARBEL\nAbsente : Mme Anne GRISOL\n", l("?" + FOUR, "-", "-")),
    (CIVIL + "Pouvoirs : M. Jean MOREL à M. Luc VIAL et Mme Anne GRISOL à M. Paul ARBEL\n", l(FOUR, BOTH, "Jean MOREL > Luc VIAL; Anne GRISOL > Paul ARBEL")),
]

# who presides a point only, or is missed; who gives the secretary's place to another
OFFICERS = [
    ("En l'absence Service juridique de Mme Zoé ROUX, maire, M. Luc VIAL préside la séance.\n" + CIVIL, {"seance.president": "?Luc VIAL"}),
    ("En l'absence de Mme Zoé ROUX, maire, M. Luc VIAL préside la séance.\n" + CIVIL, {"seance.president": "Luc VIAL"}),
    (CIVIL + "Mme Zoé ROUX a présidé la séance à l'exception du compte administratif, présidé par M. Luc VIAL.\n", {"seance.president": "!?Zoé ROUX"}),
    ("La séance est présidée par Mme Zoé ROUX.\n" + CIVIL, {"seance.president": "Zoé ROUX"}),
    (CIVIL + "Secrétaire de séance : Mme Zoé ROUX remplacée par M. Paul ARBEL à partir du point 4\n", {"seance.secretaires": "-"}),
    (CIVIL + "Secrétaire de séance : M. Paul ARBEL est proposé. Mme Zoé ROUX est élue.\n", {"seance.secretaires": "-"}),
    (CIVIL + "Secrétaire de séance : M. Paul ARBEL\n", {"seance.secretaires": "Paul ARBEL"}),
]

# the hour and the day of the séance, cut, or beside another
ON = "Séance du 12 mars 2024"
FOLDED = ("Date de convocation À l'ouverture de la séance Nombre de\nconseillers en exercice 15 05/03/2024 Nombre de conseillers\nprésents 12 {}MILLE VINGT-QUATRE, LE DOUZE MARS, le conseil "
          "municipal s'est réuni sous la présidence de M. Paul ARBEL, Maire.\n")
DAYS = [
    (ON + " de 19 h à 21 h 15\n", {"seance.heure": "19:00", "seance.date": "2024-03-12"}),
    (ON + ", à l'issue de la commission de 18 h\n", {"seance.heure": "-"}),
    (ON + "\nLa séance est ouverte à n° 2024 / 131 18h05 et levée à 21h40.\n", {"seance.heure": "?18:05"}),
    (ON + "\nLa séance est ouverte à 18h05 et levée à 21h40.\n", {"seance.heure": "18:05"}),
    ("Le douze mars deux mille vingt-quatre à dix-neuf heures\nPage 2/6\net trente minutes, le conseil municipal s'est réuni.\n", {"seance.heure": "?19:30"}),
    ("Le douze mars deux mille vingt-quatre à dix-neuf heures, trente minutes, le conseil municipal s'est réuni.\n", {"seance.heure": "?19:30"}),
    ("Le douze mars deux mille vingt-quatre à dix-neuf heures, le conseil municipal s'est réuni.\n", {"seance.heure": "19:00"}),
    (FOLDED.format("L'AN DEUX\n2\n"), {"seance.date": "?2024-03-12"}),
    (FOLDED.format("L'AN DEUX "), {"seance.date": "2024-03-12"}),
]

NUMBERS = [
    ("Délibération n° 2024-15 12/03/2024 bis\n", {"acte.numero": "-", "identifiant": "-"}),
    ("DÉLIBÉRATION n°2024-03-12 12/03/2024 1812\n", {"acte.numero": "-", "identifiant": "-"}),
    ("Délibération 20240312_039 Service juridique 20240312_040\n", {"acte.numero": "-", "identifiant": "-"}),
    ("Délibération 20240312_039 12/03/2024 20240312_040\n", {"acte.numero": "-", "identifiant": "-"}),
    ("Délibération n° 2024-15 bis\n", {"acte.numero": "2024-15 bis", "identifiant": "2024-15 bis"}),
    ("Délibération n° 2024-15 12/03/2024\n", {"acte.numero": "2024-15", "identifiant": "2024-15"}),
    ("Délibération n°\n2024-15\n", {"acte.numero": "2024-15", "identifiant": "2024-15"}),
]

# a head of the tally without its colon
DECIDED = "Le conseil municipal, après en avoir délibéré, APPROUVE l'achat.\n"
UNREAD = {f"vote.{v}": "!?0" for v in ("pour", "contre", "abstentions")}
VOTES = [
    (DECIDED + "Pour ; 12/03/2024 10\nContre ; 2\nAbstention ; 1\n", UNREAD),
    (DECIDED + "Pour Contre Abstentions\n", UNREAD),
    (DECIDED + "POUR    CONTRE    ABSTENTIONS\n", UNREAD),
    (DECIDED + "Pour    Contre    Abstentions\n10      2         1\n", {"vote.pour": "!?10", "vote.contre": "!?2", "vote.abstentions": "!?1"}),
    (DECIDED + "Pour : 10\nContre : 2\nAbstentions : 1\n", {"vote.pour": "10", "vote.contre": "2", "vote.abstentions": "1"}),
    (DECIDED + "Pour extrait conforme.\n", {"vote.pour": "?0"}),
]

NOISE = ("lines broken", "a footer", "a comma lost", "a colon lost", "a margin")
Lists = battery(LISTS, lambda form: OPENING["COMMUNE"] + form + REST, without=NOISE)
Numbers = battery(NUMBERS, lambda form: OPENING["COMMUNE"].replace("Séance du", form + "Séance du", 1) + CIVIL + REST, without=NOISE)
Officers = battery(OFFICERS, lambda form: "COMMUNE DE VALBRISE\nConseil municipal – séance du 12 mars 2024\n" + form + REST[REST.index("Objet"):], without=NOISE)
Days = battery(DAYS, lambda form: "COMMUNE DE VALBRISE\nCONSEIL MUNICIPAL\n" + form + CIVIL + REST, without=NOISE)
Votes = battery(VOTES, lambda form: OPENING["COMMUNE"] + CIVIL + "Objet : Achat d'un pré\n" + form + "Fait et délibéré les jour, mois et an que dessus.\n", without=NOISE)

if __name__ == "__main__":
    unittest.main()
