#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Voices that cannot be those of the assembly: more than it has members, or of people who were asked. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, flat
from test_forms_votes import DECIDES, REST, v

OPENING = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\nNombre de membres en exercice : 15\n"
           "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc PETIT, Mme Anne GRAND, M. Jean SOLVANE, Mme Rose TILLET, M. Marc OUVRARD, Mme Line BRIAND.\n"
           "Secrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\n")
APPROVES = DECIDES + "APPROUVE l'achat.\n"
ELSEWHERE = v("!-", "!-")

IMPOSSIBLE = [ # of fifteen members
    (APPROVES + "Pour : 8 Contre : 92 Abstentions : 0\n", v(8, "!-", 0, "adopte")),
    (APPROVES + "Contre : 0 Abstentions : 31\n", v(None, 0, "!-", "adopte")),
    (APPROVES + "Pour : 49 / Contre : 33\n", v("!-", "!-", None, "adopte")),
    (APPROVES + "Pour : 82 Contre : 0 Abstentions : 0\n", v("!-", 0, 0, "adopte")), # eight, and the mark of a note
    (APPROVES + "Pour : 49 Contre : 0 Abstentions : 0\n", v(49, 0, 0, "adopte")),   # somme-des-voix tells it
    (APPROVES + "Pour : 15 Contre : 0 Abstentions : 0\n", v(15, 0, 0, "adopte")),
]
WEIGHTED = [ # a syndicat's delegates may have several voices each
    (APPROVES + "Pour : 92 Contre : 8 Abstentions : 0\n", v(92, 8, 0, "adopte")),
]
SURVEYS = [
    ("Un sondage en ligne a été proposé. Pour : 9 / Contre : 3\n" + APPROVES, ELSEWHERE),
    ("Les habitants ont été consultés en mars.\nPour : 9 Contre : 3\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", ELSEWHERE),
    ("La population a été consultée. Résultats : pour 9, contre 3.\n" + APPROVES, ELSEWHERE),
    ("Résultat de la consultation des habitants : Pour : 9 Contre : 3\n" + APPROVES, ELSEWHERE),
    ("Résultat du vote des riverains : 9 pour, 3 contre.\n" + APPROVES, ELSEWHERE),
    (DECIDES + "APPROUVE la consultation des habitants.\nPour : 9 Contre : 3\n", v(9, 3)),
    ("Mme GRAND présente le sondage qui a été réalisé.\n" + APPROVES + "Pour : 9 Contre : 3\n", v(9, 3)),
    ("Le maire met aux voix le sondage qui a été proposé.\nPour : 9 Contre : 3\n", v(9, 3)),
    ("La population a été consultée.\nVote : pour 9, contre 3.\n" + APPROVES, v(9, 3)),
]
LONG = ("Il convient de curer la mare, de la rue du lavoir jusqu'au pré, avant la fin de l'été, selon le plan que chacun a reçu. Le devis du plombier est joint, il comprend la pose, "
        "la fourniture et le transport des tuyaux. Une entreprise sera retenue parmi celles qui ont répondu.\n")
OURS_ALONE = v(10, 2)
RECALLED = [
    ("M. PETIT rappelle que par délibération du 18 décembre 2023, les travaux ont été approuvés à l'unanimité et firent l'objet d'une demande.\n" + LONG + DECIDES
     + "par 10 voix pour et 2 contre, APPROUVE l'achat.\n", OURS_ALONE),
    ("Pour mémoire, les travaux ont été approuvés à l'unanimité.\n" + LONG + DECIDES + "par 10 voix pour et 2 contre, APPROUVE l'achat.\n", OURS_ALONE),
    ("Les conclusions, qui, je le rappelle, ont été adoptées à l'unanimité, sont jointes.\n" + LONG + DECIDES + "par 10 voix pour et 2 contre, APPROUVE l'achat.\n", OURS_ALONE),
    ("M. PETIT rappelle le projet.\nL'achat est approuvé à l'unanimité.\n", v(None, None, None, "unanimite")),
]
WITHDRAWN = [ # each with what he is
    ("M. Luc PETIT, président du club de tir, et Mme Anne GRAND, présidente du comité, quittent la salle et ne participent ni aux débats ni au vote.\n" + APPROVES
     + "Pour : 6 Contre : 0 Abstention : 0.\nM. PETIT et Mme GRAND reprennent leur place.\n", {"acte.deports": "Luc PETIT; Anne GRAND", **v(6, 0, 0, "adopte")}),
    ("M. Luc PETIT, président du club, Mme Anne GRAND, trésorière, et M. Marc OUVRARD, membre du bureau, ne prennent pas part au vote.\n" + APPROVES,
     {"acte.deports": "Luc PETIT; Anne GRAND; Marc OUVRARD"}),
    ("M. Luc PETIT, président du club, et M. OUVRARD qui le seconde, quittent la salle.\n" + APPROVES, {"acte.deports": "-"}),
    ("M. Luc PETIT, Administrateur du Crédit Rural, ne prend pas part au vote.\n" + APPROVES, {"acte.deports": "-"}),
    ("M. Luc PETIT, Mme Anne GRAND ne prennent pas part au vote.\n" + APPROVES, {"acte.deports": "Luc PETIT; Anne GRAND"}),
    ("Sur proposition de M. Luc PETIT, président du club, et Mme Anne GRAND, trésorière, quittent la salle.\n" + APPROVES, {"acte.deports": "-"}),
]

TWO_VOTES = [ # one matter behind the other, not cut: neither is the other's fault
    ("I – TARIFS\nLe conseil municipal approuve, par 7 voix pour et 3 contre, les tarifs.\nII – SUBVENTIONS\nLe conseil municipal accorde 500 € à la fanfare. Vote : unanimité.\n",
     {**v(7, 3, None, "adopte"), "vote.n": "2"}),
    ("TARIFS\nLe conseil municipal approuve, par 7 voix pour et 3 contre, les tarifs.\nSUBVENTIONS\nLe conseil municipal accorde 500 € à la fanfare.\nAdopté à l'unanimité.\n",
     {**v(7, 3, None, "adopte"), "vote.n": "2"}),
    ("1. Mise en place des astreintes\n\nAprès en avoir délibéré, le conseil municipal, à l'unanimité, instaure les astreintes.\n\n2. Adhésion au service de paie\n\n"
     "Par 9 voix pour et 1 contre, le conseil municipal décide d'adhérer au service.\n", {**v(None, None, None, "unanimite"), "vote.n": "2"}),
    ("Piste du bois\n\nLe conseil municipal, après en avoir délibéré, à l'unanimité, accepte le devis.\n\nAide à la fanfare\n\n"
     "Le conseil municipal, par 9 voix pour et 1 contre, attribue 350 euros.\n", {**v(None, None, None, "unanimite"), "vote.n": "2"}),
    ("AFFECTATION\nLe conseil municipal décide à l'unanimité d'affecter 8 410 € en réserve.\nVOTE DES TAUX\nAprès délibération, le conseil vote les taux : 9 pour, 1 contre.\n",
     {**v(None, None, None, "unanimite"), "vote.n": "2"}),
    ("1/ RETRAIT DU SYNDICAT\nLe conseil municipal émet un avis favorable au retrait.\nVote : 10 pour, 0 contre, 0 abstention\n2/ VIREMENT DE CRÉDITS\n"
     "Le conseil municipal, à l'unanimité des membres présents, adopte le virement.\n", {**v(10, 0, 0, "adopte"), "vote.n": "2"}),
    ("Achat : le conseil, par 7 voix pour et 3 contre, accepte le devis. Voirie : le conseil, à l'unanimité, retient le devis.\n", {**v(7, 3), "vote.n": "2"}),
]
ONE_VOTE = [ # its form and its result, whatever the assembly decides between them
    ("Le conseil municipal approuve, par 7 voix pour et 3 contre, les tarifs. Adopté à l'unanimité.\n", {**v(7, 3, None, "unanimite"), "vote.n": "1"}),
    ("M. PETIT présente les tarifs. Pour : 7, contre : 3. Le conseil municipal, à l'unanimité, approuve les tarifs.\n", {**v(7, 3, None, "unanimite"), "vote.n": "1"}),
    ("Le conseil municipal, après en avoir délibéré, par 7 voix pour et 3 contre,\nApprouve les tarifs,\nCharge le maire de les publier.\nLa délibération est adoptée à la majorité.\n",
     {**v(7, 3, None, "majorite"), "vote.n": "1"}),
]

OF_OTHERS = [
    *((told + "\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {**v("-", "-"), "votants_annonces": "-"}) for told in (
        "Vote du comité technique : Pour : 10 Contre : 2", "Résultat du vote du comité social : Pour : 6 Contre : 2", "Résultat du vote du comité social : Votants : 12 Pour : 10 Contre : 2")),
    *((told + "\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"vote.formule": "unanimite", "votants_annonces": "-"}) for told in (
        "Avis de la commission : votants : 7, pour : 7.", "La commission des finances (7 votants, 7 pour) a donné un avis favorable.", "Le comité technique, 7 votants, a donné son avis.")),
    ("Objet : Élection des membres de la commission\nVotants : 8\n" + DECIDES + "APPROUVE l'achat.\n", {"votants_annonces": "8"}),
    ("Vote du conseil municipal : Pour : 6 Contre : 2\n" + DECIDES + "APPROUVE l'achat.\n", v(6, 2)),
]


def of_a_syndicat(text):
    return text.replace("COMMUNE DE", "SYNDICAT DES EAUX DE").replace("CONSEIL MUNICIPAL", "COMITÉ SYNDICAL").replace("conseil municipal", "comité syndical")


class WhoseVote(Battery):
    def test_forms__with_and_without_line_ends(self):
        for lines in (str, flat):
            forms = IMPOSSIBLE + SURVEYS + RECALLED
            self.check(forms, [lines(OPENING + form + REST) for form, _ in forms])
            self.check([(form, {k: "?" + w.lstrip("!?") for k, w in wanted.items()} if lines is flat else wanted) for form, wanted in WITHDRAWN],
                       [lines(OPENING + form + REST) for form, _ in WITHDRAWN])
            self.check(ONE_VOTE, [lines(OPENING + form) for form, _ in ONE_VOTE])
            self.check(WEIGHTED, [lines(of_a_syndicat(OPENING + form + REST)) for form, _ in WEIGHTED])

    def test_forms__a_vote_or_a_number_of_another_body(self):
        self.check(OF_OTHERS, [OPENING + form + REST for form, _ in OF_OTHERS])
        self.check(OF_OTHERS[:6], [flat(OPENING + form + REST) for form, _ in OF_OTHERS[:6]])

    def test_forms__two_matters_have_two_votes(self):
        self.check(TWO_VOTES, [OPENING + form for form, _ in TWO_VOTES])

    def test_forms__a_bureau_behind_the_visa_of_its_delegation(self):
        head = OPENING.replace("COMMUNE DE VALBRISE", "COMMUNAUTÉ DE COMMUNES DU VALBRISE").replace("CONSEIL MUNICIPAL", "BUREAU COMMUNAUTAIRE")
        vu = "Vu la délibération n° 2020-45 du Conseil communautaire du 16 juillet 2020 portant délégation au Bureau,\n"
        ours = [vu + considering + "Le Bureau, à l'unanimité :\n- ATTRIBUE le marché.\n" for considering in ("", "Considérant l'avis de la commission d'appel d'offres du 4 mars 2024,\n", "Considérant le rapport,\n")]
        theirs = [vu + "Considérant que le conseil communautaire, à l'unanimité, a souhaité ce marché,\nLe Bureau en débat.\n"]
        for lines in (str, flat):
            self.check([(form, {"vote.formule": "?unanimite"}) for form in ours], [lines(head + form + REST) for form in ours])
            self.check([(form, {"vote.formule": "-"}) for form in theirs], [lines(head + form + REST) for form in theirs])
        self.check([(form, {"vote.formule": "unanimite"}) for form in ours], [head + form + REST for form in ours])


if __name__ == "__main__":
    unittest.main(verbosity=2)
