#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Wordings that were once read as something else without a word of doubt. See forms.py.

Each is read rightly or not at all; a form beside it shows that the cure does not go further than the fault.
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, battery, l
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
TWO = "Anne GRISOL; Jean MOREL"
PRESENTS = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
ABSENTS = "Absents : Mme Anne GRISOL, M. Jean MOREL\n"
BY_LUC = "Anne GRISOL > Luc VIAL"
LISTS = [
    # a label of others behind a list whose members stand under none
    (PRESENTS + ABSENTS + "Assesseurs : M. Luc VIAL, Mme Zoé ROUX\n", l(FOUR, "?" + TWO)),
    (PRESENTS + ABSENTS + "Diffusion : M. Guy BRUN, Mme Ida LORME\n", l(FOUR, "?" + TWO)),
    (PRESENTS + ABSENTS + "Décédé : M. Guy BRUN\n", l(FOUR, TWO)),
    (PRESENTS + "Scrutateurs : M. Guy BRUN, Mme Ida LORME\n" + ABSENTS, l(FOUR, TWO)),
    # … and where all stand under one
    ("Présents : Brisse : M. Paul ARBEL, Mme Léa DORVAL ; Orval : M. Luc VIAL ; Ramel : Mme Zoé ROUX\n" + ABSENTS, l(FOUR, TWO)),
    # a sentence of the secretary, who is no absent
    (PRESENTS + ABSENTS + "Mme Zoé ROUX, secrétaire de la séance précédente, donne lecture du procès-verbal.\n", l(FOUR, "?" + TWO)),
    (PRESENTS + "Absents : Mme Anne GRISOL, M. Jean MOREL, secrétaire de séance : Mme Léa DORVAL\n", l(FOUR, TWO)),
    # counts of the margin in the middle of a list
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL,\nNombre de conseillers\nen exercice : 6\nM. Luc VIAL, Mme Zoé ROUX.\n" + ABSENTS, l("?" + FOUR, TWO)),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX,\nNombre de conseillers\nen exercice : 6\n" + ABSENTS, l(FOUR, TWO)),
    ("Date de convocation : Présents : M. Paul ARBEL, Mme Léa DORVAL,\n5 mars 2024 M. Luc VIAL, Mme Zoé ROUX.\nEn exercice : 6 Absents excusés : Mme Anne GRISOL,\n"
     "Présents : 4 M. Jean MOREL.\nVotants : 4\n", l("?" + FOUR, "?" + TWO)),
    # notes below a list, and a heading behind a bound
    ("Étaient présents : M. Paul ARBEL, Mme Léa DORVAL (1), M. Luc VIAL, Mme Zoé ROUX (2).\n(1) arrivée à 19h20 (2) partie à 20h\nAbsent : M. Jean MOREL\n",
     l("?" + FOUR, "Jean MOREL")),
    ("Étaient présents : M. Paul ARBEL, Mme Léa DORVAL*, M. Luc VIAL, Mme Zoé ROUX.\n* arrivée à 19h20\nAbsent : M. Jean MOREL\n", l("?" + FOUR, "Jean MOREL")),
    ("Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, arrivée à 19h20\nAbsent : M. Jean MOREL\n", l(FOUR, "Jean MOREL")),
    # a state in brackets that the heading contradicts
    (PRESENTS + "M. Jean MOREL (excusé)\nMme Anne GRISOL (absente)\n", l("?" + FOUR, "?" + TWO)),
    (PRESENTS.strip() + ", M. Jean MOREL (excusé)\n", l("?" + FOUR, "?Jean MOREL")),
    (PRESENTS + "Absents : Mme Anne GRISOL (excusée), M. Jean MOREL (absent)\n", l(FOUR, TWO)),
    # who gives a proxy among the present
    (PRESENTS + "Départ anticipé : M. Luc VIAL (pouvoir à Mme Zoé ROUX)\nAbsent : M. Jean MOREL\n", l("?" + FOUR, "?Jean MOREL", "?Luc VIAL > Zoé ROUX")),
    # givers and holders in columns
    (PRESENTS + "Absents ayant donné pouvoir :\nMme Anne GRISOL........M. Luc VIAL\nM. Jean MOREL........Mme Zoé ROUX\n",
     l(FOUR, "?" + TWO, "?" + BY_LUC + "; Jean MOREL > Zoé ROUX")),
    (PRESENTS + "Pouvoirs :\nMandataire Mandant\nM. Luc VIAL Mme Anne GRISOL\nMme Zoé ROUX M. Jean MOREL\n", l(FOUR, "?" + TWO, "?" + BY_LUC + "; Jean MOREL > Zoé ROUX")),
    # proxies of both
    (PRESENTS + "Absents : Mme Anne GRISOL et M. Jean MOREL (pouvoirs à M. Luc VIAL)\n", l(FOUR, TWO, "?" + BY_LUC + "; Jean MOREL > Luc VIAL")),
    (PRESENTS + "Absents : Mme Anne GRISOL (pouvoir à M. Luc VIAL), M. Jean MOREL\n", l(FOUR, TWO, BY_LUC)),
    # … the comma of the secretary's sentence lost; columns that no list of presents explains
    (PRESENTS + ABSENTS + "Mme Zoé ROUX secrétaire de la séance précédente, donne lecture du procès-verbal.\n", l(FOUR, "?" + TWO)),
    ("Étaient là : M. Paul ARBEL, Mme Léa DORVAL\nAbsents ayant donné pouvoir :\nMme Anne GRISOL........M. Luc VIAL\nM. Jean MOREL........Mme Zoé ROUX\n",
     l("-", "?" + TWO, "?" + BY_LUC + "; Jean MOREL > Zoé ROUX")),
]
BRACKETS = [ # somebody present behind an absent
    ("Présents : ARBEL, DORVAL, VIAL, ROUX.\nExcusés : GRISOL (VIAL), MOREL (ROUX).\n", l("ARBEL; DORVAL; VIAL; ROUX", "GRISOL; MOREL", "!?GRISOL > VIAL; MOREL > ROUX")),
    ("Présents : ARBEL, DORVAL, VIAL, ROUX.\nExcusés : GRISOL (Orval), MOREL (Ramel).\n", l("ARBEL; DORVAL; VIAL; ROUX", "GRISOL; MOREL")),
]
LAST_ROWS = [ # below a stamp; without line ends it might be anybody
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL\nEnvoyé en préfecture le 15/03/2024\nReçu en préfecture le 15/03/2024\nMme Zoé ROUX.\n" + ABSENTS, l("?" + FOUR, TWO)),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\nEnvoyé en préfecture le 15/03/2024\nReçu en préfecture le 15/03/2024\n" + ABSENTS, l(FOUR, TWO)),
]
LISTED = PRESENTS + ABSENTS
OTHERS = [
    (PRESENTS.replace("Léa", "Léa n° 2024 / 131") + ABSENTS + "Secrétaire de séance : Mme Léa DORVAL\n", {"seance.secretaires": "?Léa DORVAL"}),
    (LISTED + "Présents : 12 dont 1 par procuration\n", {"presents_annonces": "-"}),
    (LISTED + "Présents : 12, dont 1 par procuration\n", {"presents_annonces": "-"}),
    (LISTED + "Présents : 12, dont 4 adjoints\nVotants : 14, dont 2 par procuration\n", {"presents_annonces": "12", "votants_annonces": "14"}),
    (LISTED + "Au secrétariat : Mme Zoé ROUX\n", {"seance.secretaires": "Zoé ROUX"}),
]
CHAIRS = [("Le conseil s'est réuni, M. Guy BRUN présidant.\n", {"seance.president": "!?Guy BRUN"}),
          ("Le maire, M. Odilon PETIT, absent, est suppléé par M. Guy BRUN.\n", {"seance.president": "!?Guy BRUN"})]

HEAD = "COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
ACT = (HEAD + PRESENTS + "Secrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\nVu le code général des collectivités territoriales ;\n")
END = "Fait et délibéré les jour, mois et an que dessus. Pour extrait conforme.\n"
DECIDES = "Le conseil municipal, après en avoir délibéré, "
UNANIMOUS = DECIDES + "à l'unanimité, APPROUVE l'achat.\n"


def v(n=1, **voices):
    return {"vote.n": str(n), **{f"vote.{k}": str(x) for k, x in voices.items()}}


WITHDRAWN = [ # right behind the last visa
    ("Déport : M. Luc VIAL\n" + UNANIMOUS, {"acte.deports": "Luc VIAL"}),
    ("En application de l'article L. 2131-11, M. Luc VIAL se déporte.\n" + UNANIMOUS, {"acte.deports": "Luc VIAL"}),
    ("M. Luc VIAL et Mme Zoé ROUX se retirent et ne participent pas au vote.\n" + UNANIMOUS, {"acte.deports": "!?Luc VIAL; Zoé ROUX"}),
    ("Mme Zoé ROUX ne souhaite pas participer au vote.\n" + UNANIMOUS, {"acte.deports": "Zoé ROUX"}),
    ("Hors de la présence de M. Luc VIAL,\n" + UNANIMOUS, {"acte.deports": "!?Luc VIAL"}),
    ("Les élus intéressés (M. VIAL, Mme ROUX) n'ont pas pris part à la délibération.\n" + UNANIMOUS, {"acte.deports": "!?VIAL; ROUX"}),
    ("Vote : pour 5, contre 1 (M. Luc VIAL), ne prend pas part : 1 (Mme Zoé ROUX)\n", {"acte.deports": "!?Zoé ROUX", "vote.ne_prennent_pas_part": "!?1"}),
    # of another day
    ("Vu la délibération du 5 février 2024, lors de laquelle M. Luc VIAL ne prend pas part au vote ;\n" + UNANIMOUS, {"acte.deports": "-Luc VIAL"}),
]
TOLD_OF_SEVERAL = [
    (DECIDES + "à l'exception de Monsieur Luc VIAL qui ne prend pas part au vote, APPROUVE l'achat à l'unanimité.\n", {"acte.deports": "Luc VIAL", "vote.ne_prennent_pas_part": "!?1"}),
    ("Messieurs Luc VIAL et Paul ARBEL, administrateurs du club, ne prennent pas part au vote.\n" + UNANIMOUS, {"acte.deports": "!Luc VIAL; Paul ARBEL", "vote.ne_prennent_pas_part": "!?2"}),
    ("M. Luc VIAL, Mme Zoé ROUX, membres du\nsyndicat ne participent pas au vote.\n" + UNANIMOUS, {"acte.deports": "!Luc VIAL; Zoé ROUX", "vote.ne_prennent_pas_part": "!?2"}),
    ("En qualité de membre du club, Mme Zoé ROUX ne prend pas part au\nvote.\n" + UNANIMOUS, {"acte.deports": "!Zoé ROUX", "vote.ne_prennent_pas_part": "!?1"}),
    ("M. Luc VIAL précise qu'il ne votera pas.\n" + UNANIMOUS, {"acte.deports": "!?Luc VIAL", "vote.ne_prennent_pas_part": "!?1"}),
    (DECIDES + "à l'unanimité, à l'exception des intéressés qui ne prennent pas part au vote.\nDécide de fixer les indemnités.\n", {"acte.deports": "!?Luc VIAL"}),
    # not surely all of them
    ("M. Luc VIAL et Mme Zoé ROUX qui ne prend pas part au vote.\n" + UNANIMOUS, {"acte.deports": "!?Zoé ROUX"}),
    ("M. Luc VIAL, M. Paul ARBEL, membres du club, et Zoé ROUX ne prennent pas part au vote.\n" + UNANIMOUS, {"acte.deports": "!?Luc VIAL; Paul ARBEL; Zoé ROUX"}),
    # of things
    ("Ce plan montre un déport de chaussée et le déport du carrefour.\n" + UNANIMOUS, {"acte.deports": "-", "vote.n": "1"}),
    ("Le maire présente des luminaires à pattes de déport orientables et le déport d'images du bourg.\n" + UNANIMOUS, {"acte.deports": "-", "vote.n": "1"}),
]
VOTES = [
    # the rows of the head end in no full stop: the vote is not the secretary's
    (DECIDES + "APPROUVE l'achat à la majorité. Contre : M. Luc VIAL, abstention : Mme Zoé ROUX.\n", v(contre=1, abstentions=1, formule="?majorite")),
    (DECIDES + "à la majorité, DÉCIDE d'acheter. Ont voté contre : M. Luc VIAL, Mme Zoé ROUX.\n", v(contre=2, formule="?majorite")),
    (DECIDES + "APPROUVE l'achat à la majorité. Contre : M. Luc VIAL (+ pouvoir), abstention : Mme Zoé ROUX.\n", v(contre="!?2", abstentions="!?1", formule="?majorite")),
    # how to vote, then the vote
    (DECIDES + "décide, à l'unanimité, de voter à main levée. L'achat est approuvé par 5 voix pour, 2 contre.\n", v(pour=5, contre=2, formule="?adopte")),
    (DECIDES + "décide à l'unanimité de ne pas procéder au scrutin secret, puis APPROUVE l'achat par 5 voix pour et 2 contre.\n", v(pour=5, contre=2, formule="?adopte")),
    ("Mme Zoé ROUX demande un vote à bulletin secret : refusé par 5 voix contre 2.\n" + UNANIMOUS, v(n="?2")),
    # voices in other words are not absent
    (DECIDES + "APPROUVE l'achat avec 6 avis favorables et 1 voix contre.\n", v(pour="!?6", contre="!1")),
    (DECIDES + "APPROUVE l'achat. Votants : 7. Oui : 6. Non : 1.\n", v(pour="!?6", contre="!?1")),
    # a box that is not ticked
    (DECIDES + "APPROUVE l'achat.\n[ ] Unanimité [X] Majorité\n", v(formule="?majorite")),
]

NEITHER = [  # of several, and in other orders
    ("M. Luc VIAL et Mme Zoé ROUX ne participent ni au débat ni au vote.\n" + UNANIMOUS, {"acte.deports": "Luc VIAL; Zoé ROUX"}),
    ("M. Luc VIAL et Mme Zoé ROUX n'ont pris part ni aux discussions, ni au vote.\n" + UNANIMOUS, {"acte.deports": "!?Luc VIAL; Zoé ROUX"}),
    ("Mme Zoé ROUX, présidente du club, ne participe ni au vote ni aux débats.\n" + UNANIMOUS, {"acte.deports": "!?Zoé ROUX"}),
    ("N'ont participé ni à la discussion ni au vote : M. Luc VIAL, Mme Zoé ROUX\n" + UNANIMOUS, {"acte.deports": "!?Luc VIAL; Zoé ROUX"}),
    ("Ne participent pas au vote ni à la décision : M. Luc VIAL, Mme Zoé ROUX\n" + UNANIMOUS, {"acte.deports": "Luc VIAL; Zoé ROUX"}),
    ("M. Luc VIAL n'ayant pris part ni à la délibération ni au scrutin.\n" + UNANIMOUS, {"acte.deports": "?Luc VIAL"}),
    ("M. Luc VIAL ne participe pas à la discussion et au vote.\n" + UNANIMOUS, {"acte.deports": "!?Luc VIAL"}),
    ("M. Luc VIAL ne participe ni aux commissions ni aux réunions de quartier.\n" + UNANIMOUS, {"acte.deports": "-"}),
]

PLACES = [  # where they met, below the heading of the mairie
    ("réuni à la salle de la Commune de Bassonne", {"collectivite": "MAIRIE DE VAUREY"}),
    ("réuni dans les locaux de la Ville de Bassonne", {"collectivite": "MAIRIE DE VAUREY"}),
    ("réuni à la salle des fêtes de la COMMUNE DE BASSONNE", {"collectivite": "MAIRIE DE VAUREY"}),
    ("réuni au foyer rural de la commune de Bassonne", {"collectivite": "MAIRIE DE VAUREY"}),
    ("réuni au siège de la Commune de Bassonne", {"collectivite": "?MAIRIE DE VAUREY"}),
    ("Lieu : Commune de Bassonne", {"collectivite": "?MAIRIE DE VAUREY"}),
    ("réuni à la salle des fêtes de la Commune de Vaurey", {"collectivite": "?Commune de Vaurey"}),
]

AVERSE = [  # voices against in other words are one of the tally, not the end of a first
    (DECIDES + "APPROUVE l'achat par 5 voix pour, 1 vote défavorable (M. Luc VIAL) et 1 abstention.\n", v(pour=5, contre=1, abstentions=1)),
    (DECIDES + "APPROUVE l'achat par 6 voix pour et 1 voix défavorable (M. Luc VIAL).\n", v(pour=6, contre=1)),
    (DECIDES + "APPROUVE l'achat.\nVote favorable : 5, vote défavorable : 1, abstention : 1\n", v(pour=5, contre=1, abstentions=1)),
    ("Après un vote défavorable en avril, " + UNANIMOUS, v(formule="unanimite")),
    ("Malgré le vote défavorable du comité, " + UNANIMOUS, v(formule="unanimite")),
]

BELOW_THE_TITLE = [  # how it was voted, the rows of a form
    ("Achat d'un pré\nMis aux voix, le projet recueille l'unanimité.\n", {"acte.objet": "Achat d'un pré"}),
    ("Achat d'un pré\nMise aux voix, la proposition recueille 5 voix pour et 2 contre.\n", {"acte.objet": "Achat d'un pré"}),
    ("Achat d'un pré\nAprès mise aux voix, le projet recueille l'unanimité.\n", {"acte.objet": "Achat d'un pré"}),
    ("Achat d'un pré\nSoumis au vote, le projet est adopté à l'unanimité.\n", {"acte.objet": "Achat d'un pré"}),
    ("Achat d'un pré\nMontant de l'emprunt : 200 000 €\nDurée : 15 ans\n" + UNANIMOUS, {"acte.objet": "Achat d'un pré"}),
    ("Achat d'un pré\nCoût total : 3 000 € HT\n" + UNANIMOUS, {"acte.objet": "Achat d'un pré"}),
    ("Achat d'un pré ☐\n" + UNANIMOUS, {"acte.objet": "Achat d'un pré"}),
    ("Mise aux voix du projet de parc\n" + UNANIMOUS, {"acte.objet": "Mise aux voix du projet de parc"}),
    ("Montant de la taxe de séjour\n" + UNANIMOUS, {"acte.objet": "Montant de la taxe de séjour"}),
]

PARTS_OF_A_CITY = [  # their council is not that of the city whose paper it is
    (mairie, {"niveau": "?autre", "organe": "?autre"}) for mairie in
    ("MAIRIE DU 9E ARRONDISSEMENT", "MAIRIE DES 9E ET 10E ARRONDISSEMENTS", "Mairie du IXe arrondissement", "Mairie des 1er et 7e secteurs", "CONSEIL DU 9ème ARRONDISSEMENT")
] + [("Département de la Brise - Arrondissement de Marceuil", {"niveau": "commune", "organe": "conseil_municipal"})]


def of(whose):
    return lambda form: OPENING[whose] + form + REST


class LastRows(Battery):
    def test_forms__with_line_ends(self):
        self.check(LAST_ROWS, [of("COMMUNE")(f) for f, _ in LAST_ROWS])


Lists = battery(LISTS, of("COMMUNE"))
Brackets = battery(BRACKETS, of("COMMUNE"), without=("a margin",))
Others = battery(OTHERS, lambda form: HEAD + form + "Objet : Achat d'un pré\n" + UNANIMOUS + END, without=("a footer",)) # it leaves "Zoé" in both
Chairs = battery(CHAIRS, lambda form: HEAD + form + LISTED + "Objet : Achat d'un pré\n" + UNANIMOUS + END)
Withdrawn = battery(WITHDRAWN, lambda form: ACT + form + END)
ToldOfSeveral = battery(TOLD_OF_SEVERAL, lambda form: ACT + form + END, without=("a footer", "a margin"))
Neither = battery(NEITHER, lambda form: ACT + form + END)
Votes = battery(VOTES, lambda form: ACT + form + END)
Places = battery(PLACES, lambda form: f"MAIRIE DE VAUREY\nConseil municipal du 12 mars 2024\n{form}\nDélibération n° 2024-8\nObjet : Achat d'un pré\n" + UNANIMOUS + END)
Averse = battery(AVERSE, lambda form: ACT + form + END)
BelowTheTitle = battery(BELOW_THE_TITLE, lambda form: HEAD + LISTED + "Objet : " + form + END, without=("a footer", "a margin", "a colon lost"))
PartsOfACity = battery(PARTS_OF_A_CITY, lambda form: f"VILLE DE MARCEUIL\n{form}\nSéance du 12 mars 2024\nDélibération n° 2024-8\nObjet : Achat d'un pré\nLe conseil, à l'unanimité, approuve.\n",
                       without=("a footer", "a margin"))

if __name__ == "__main__":
    unittest.main()
