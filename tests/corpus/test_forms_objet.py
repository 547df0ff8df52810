#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The subject of an act, wherever houses put it; and what stands in its place without being one. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, flat, read_all

HEAD = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
        "Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nSecrétaire de séance : Mme Léa DORVAL\n\n")
REST = ("Vu le code général des collectivités territoriales ;\nVu la délibération n° 2022-77 du 4 février 2022 ;\nLe conseil, après en avoir délibéré, à "
        "l'unanimité, DÉCIDE d'acheter le pré cadastré AB 125.\n")
TITLES = ["Achat d'un pré pour la commune", "Vente du pressoir communal de la rue Basse à la société Vergers", "BUDGET PRIMITIF 2024 - COMMUNE",
          "Convention avec l'association Les Amis du Pressoir (lot 2)", "Désignation de deux élus pour siéger au comité de la halle aux grains et du lavoir",
          "APPROBATION DU COMPTE ADMINISTRATIF 2023 – EAU DE VALBRISE", "Tarifs de la halle aux grains pour l'année 2025"]
PLACES = [ # "?": only line ends tell where it stands or ends
    ("Objet : {}\n\n", ""),
    ("OBJET : {}\nRapporteur : Mme Zoé ROUX\n", ""),
    ("Délibération n° 2024-15 : {}\n\n", ""),
    ("DÉLIBÉRATION N° 2024-15\n\n{}\n\n", ""),
    ("N° 2024-15 - {}\nMonsieur le Maire expose à l'assemblée que le projet est prêt.\n", "?"),
    ("{}\n\nMonsieur le Maire rappelle le projet à l'assemblée.\n", "?"),
]
NOT_ONE = ["Objet : PV\nconseil municipal du 12 mars\n\n", "Objet : Ordre du jour\n\n", "Objet : | Achat | 12 |\n\n", "Objet : Achat d'un pré à la\n\n",
           "Objet : Achat d'un pré que la commune souhaite garder\n\n", "Zoé MARTEL\n\nMonsieur le Maire rappelle le projet.\n",
           "Service juridique\n\nMonsieur le Maire rappelle le projet.\n", "RAPPORT N° 12 – 1re COMMISSION\n\n", "DÉLIBÉRATION N° 2024-15\n\n2e commission\n\n",
           "DÉLIBÉRATION N° 2024-15\n\nCommission n° 3\n\n", "DÉLIBÉRATION N° 2024-15\n\nPOUR DÉCISION\n\n", "DÉLIBÉRATION N° 2024-15\nNomenclature : 7.1 Décisions budgétaires\n\n"]
NEAR_ONE = ["Commission d'appel d'offres", "Domaine public routier"] # not who examined it, not where it is filed
FORMS = ([(PLACES[3][0].format(title), {"acte.objet": title}) for title in NEAR_ONE] + [(place.format(title), {"acte.objet": may + title}) for place, may in PLACES for title in TITLES] +
         [(text, {"acte.objet": "-damaged"}) for text in NOT_ONE])

Forms = battery(FORMS, lambda form: HEAD + form + REST, without=("a margin",), in_lines=("a footer",))

# No empty line and no visa between the title and the decision: the title ends in no full stop.
DECISIONS = ["Le conseil municipal, après en avoir délibéré, par 4 voix pour, 0 contre et 0 abstention, achète le pré.\n",
             "Le Conseil, à l'unanimité, après en avoir délibéré, DÉCIDE d'acheter le pré.\n",
             "Après en avoir délibéré, le conseil municipal approuve l'achat à l'unanimité.\n",
             "La commission permanente, après en avoir délibéré, décide à l'unanimité d'acheter le pré.\n"]
SHORT = ["Tarifs de la halle aux grains", "BUDGET PRIMITIF 2024", "Délégation donnée à la commission permanente", "Budget supplémentaire 2024"]
GLUED = ([(f"Objet : {title}\x1f{decision}", {"acte.objet": title}) for title in SHORT for decision in DECISIONS[:1] + DECISIONS[2:]] +
         [(f"OBJET : {title}\x1f{DECISIONS[1]}", {"acte.objet": "?" + title}) for title in SHORT])

Glued = battery(GLUED, lambda form: HEAD.rstrip("\n") + "\n" + form.replace("\x1f", "\n"), without=("a margin", "a colon lost"), in_lines=("a footer",))

# The body behind the number is no title; without line ends nothing tells where it ends.
BODIES = ["DÉLIBÉRATION N° 2024/15 AC DE L'ASSEMBLÉE DE VALBRISE\n\n{}\n\n", "DÉLIBÉRATION N° 2024/15 CM DU CONSEIL MUNICIPAL\n{}\n\n", "Délibération n° 2024-15 du conseil municipal de Valbrise\n\n{}\n\n",
          "DELIBERATION N° 2024/15 CP DE LA COMMISSION PERMANENTE\n\n{}\n\n"]


class BehindTheBody(unittest.TestCase):
    def test_forms__the_title_behind_the_body(self):
        texts = [(HEAD + body.format(title) + REST, title) for body in BODIES for title in ["ADOPTANT LE PLAN DE LA HALLE", *SHORT]]
        self.assertEqual([(c["acte.objet"].get("valeur"), t) for c, (text, t) in zip(read_all([text for text, _ in texts]), texts) if c["acte.objet"].get("valeur") != t], [])
        self.assertEqual({c["acte.objet"]["statut"] for c in read_all([flat(text) for text, _ in texts])}, {"illisible"})

    def test_forms__a_title_whose_second_half_stands_below(self):
        unread = ["Objet : Chantier du lavoir :\nChoix du maçon\n\n", "DÉLIBÉRATION N° 2024-15\nChantier du lavoir :\nChoix du maçon\n\n", "DÉLIBÉRATION N° 2024-15\n\nCOMMISSION DES FINANCES\n\nTARIFS DE LA HALLE\n\n",
                  "DÉLIBÉRATION N° 2024-15\n\nCommission des travaux et de l'eau\n\nRéfection de la halle aux grains\n\n"]
        read = [("Objet : Chantier du lavoir :\n- Choix du maçon\n\n", "Chantier du lavoir"), ("Objet : Chantier du lavoir :\nMonsieur le Maire expose à l'assemblée que le mur penche.\n\n", "Chantier du lavoir"),
                ("DÉLIBÉRATION N° 2024-15\n\nCommission des travaux et de l'eau\n\nMonsieur le Maire expose à l'assemblée que le mur penche.\n\n", "Commission des travaux et de l'eau")]
        self.assertEqual([c["acte.objet"].get("valeur") for c in read_all([HEAD + text + REST for text in unread])], [None] * len(unread))
        self.assertEqual([c["acte.objet"].get("valeur") for c in read_all([HEAD + text + REST for text, _ in read])], [title for _, title in read])

    def test_forms__a_line_of_the_result_is_no_title(self):
        lines = ["Résultat du vote : unanimité.", "Résultat des votes : 5 voix pour.", "5 POUR\n0 CONTRE\n0 ABSTENTION", "POUR CONTRE ABSTENTION\n5 0 0", "Accord unanime du conseil.",
                 "Accord du conseil à l'unanimité", "Avis favorable à l'unanimité.", "Sont approuvés à l'unanimité : le tarif et le règlement.", "Motion adoptée (1 abstention)", "Repoussé par 3 voix contre 2",
                 "Vote article par article\nArticle 1 : unanimité", "Halle : 1,20 €\nPressoir : 0,40 €\nAdopté à l'unanimité."]
        for title in "Objet : Tarifs du pressoir\n", "DÉLIBÉRATION N° 2024-15\nTarifs du pressoir\n":
            got = read_all([HEAD + title + line + "\n" for line in lines])
            self.assertEqual([(c["acte.objet"].get("valeur"), line) for c, line in zip(got, lines) if c["acte.objet"].get("valeur") not in ("Tarifs du pressoir", None)], [])
        goes_on = "Objet : Tarifs du pressoir\nAccord avec la commune de Ramel\n\n"
        self.assertNotEqual(read_all([HEAD + goes_on + REST])[0]["acte.objet"].get("valeur"), "Tarifs du pressoir")

    def test_forms__a_line_of_the_form_is_no_title(self):
        lines = ["Membres composant le conseil : 33", "Effectif légal : 33", "Nombre de conseillers élus : 33", "Service instructeur : foncier\nNombre de membres : 33", "Matière de l'acte : 3.2 Aliénations", "Classification : 3.2\nDirection du patrimoine",
                 "Pièce jointe : plan de division", "Présidence de M. Paul ARBEL, 1er adjoint, Mme le Maire étant en congé.", "Décision : adoptée", "Commission : voirie", "Affaire suivie par Luc : poste 12", "L'organe délibérant approuve.", "DÉCIDE d'approuver.", "- Le bois : 1,20 €",
                 "Association      2023      2024\nJudo             400 €     450 €\nChasse           150 €     150 €"]
        unsure = ["Exercice 2024 : second semestre", "D 6061 + 500 €\nD 6068 - 500 €"]
        titles = "Objet : Tarifs du pressoir\n", "DÉLIBÉRATION N° 2024-15\nTarifs du pressoir\n", "Délibération n° 2024-15 : Tarifs du pressoir\n"
        texts = [(HEAD + title + line + "\n" + DECISIONS[2], want) for title in titles for group, want in ((lines, "Tarifs du pressoir"), (unsure, None)) for line in group]
        self.assertEqual([(c["acte.objet"].get("valeur"), text[len(HEAD):]) for c, (text, want) in zip(read_all([text for text, _ in texts]), texts) if c["acte.objet"].get("valeur") != want], [])

    def test_forms__a_sentence_behind_the_title_in_one_line(self):
        ended = ["Le Conseil accorde 350 €. Vote : 4 pour.", "Nomenclature : 7.1 Le conseil municipal, à l'unanimité, approuve.", "Effectif : 15 Le conseil municipal, à l'unanimité, approuve.",
                 "Quorum : 3 Adopté.", "Les membres du conseil approuvent à l'unanimité.", "Accord à l'unanimité.", "Avis favorable à l'unanimité.", "Président de séance : Luc VIAL Adopté.", "Affaire suivie par Luc VIAL Adopté."]
        unsure = ["Les élus, par 4 voix pour, fixent le repas à 4 €.", "Le conseil vote 4 € le repas. Pour : 4", "Dans le cadre de la loi, la cuisine achète au village. Pour : 4", "Suite à la hausse, le repas passe à 4 €. Pour : 4", "Le repas passe à 4 €. Pour : 4", "7.1 Décisions budgétaires. Adopté.", "Si la commune veut louer, il faut un tarif. Adopté."]
        for title in "Tarifs de la cantine", "Subvention au comité des fêtes", "LOYER DU FOUR":
            for label in "Objet : ", "Délibération n° 2024-15 : ":
                got = read_all([flat(HEAD) + label + title + " " + line for line in ended + unsure])
                self.assertEqual([(c["acte.objet"].get("valeur"), line) for c, line in zip(got, ended) if c["acte.objet"].get("valeur") != title], [])
                self.assertEqual([(c["acte.objet"].get("valeur"), line) for c, line in zip(got, unsure) if c["acte.objet"].get("valeur") not in (title, None)], [])
        whole = ["Vente du pré du lieu-dit Les Combes", "Bail de la résidence Le Clos des Vignes", "Convention avec l'association La Ronde", "MAISON FRANCE SERVICES : VENTE DU FOUR"]
        self.assertEqual([c["acte.objet"].get("valeur") for c in read_all([HEAD + "Objet : " + title + "\n\n" + REST for title in whole])], whole)

    def test_forms__the_margin_of_the_page_is_no_indent(self):
        lines = ["7.1 Décisions budgétaires. Adopté.", "Si la commune veut louer, il faut un tarif. Adopté.", "Visa de la commission du 3 mars. Adopté."]
        for title in "Objet : Tarifs du pressoir\n", "Délibération n° 2024-15 : Tarifs du pressoir\n":
            texts = ["".join(margin + line + "\n" for line in (HEAD + title + below).split("\n")) for below in lines for margin in ("", "      ", " " * 30)]
            self.assertEqual({c["acte.objet"].get("valeur") for c in read_all(texts)} - {"Tarifs du pressoir"}, {None})
        centred = HEAD + "\n" + " " * 20 + "Société du Pressoir communal\n" + " " * 14 + "Désignation des représentants du village\n\n" + "Monsieur le Maire rappelle le projet à l'assemblée.\n" + REST
        self.assertEqual(read_all([centred])[0]["acte.objet"].get("valeur"), "Société du Pressoir communal Désignation des représentants du village")

    def test_forms__a_short_word_and_other_labels(self):
        short = [(f"Objet : {word}{end}", word) for word in ("Prêt", "Bail", "Vœu", "Eau", "Bois", "BAIL", "DSP") for end in ("\n", ".\n", "\n\n")]
        labels = [(label.format(title), title) for title in ("Création d'un poste", "ACHAT DU PRÉ COMMUNAL") for label in
                  ("TITRE : {}\n", "Titre : {}\n", "Intitulé : {}\n", "Intitulé de la délibération : {}\n", "Objet de la délibération\n{}\n", "OBJET DE LA DÉLIBÉRATION\n\n{}\n")]
        labels += [(f"{word} {title}\n", title) for word, title in (("DÉLIBÉRATION", "PORTANT CRÉATION D'UN POSTE"), ("Délibération", "portant création d'un poste"),
                                                                    ("Délibération", "relative à la création d'un poste"))]
        none = ["Objet : RAS\n", "Objet : Voir\n", "Objet : n° 3\n", "Objet : De la\n", "Titre : 13\n", "Objet\nCréation d'un poste\n",
                "Titre : Achat d'un pré\nIntitulé : Vente du four\n", "La délibération portant création d'un poste est rappelée.\n"]
        for group in short + labels, [(text, None) for text in none]:
            got = read_all([HEAD + text + "Le conseil municipal, à l'unanimité, accepte.\n" for text, _ in group])
            self.assertEqual([(c["acte.objet"].get("valeur"), text) for c, (text, want) in zip(got, group) if c["acte.objet"].get("valeur") != want], [])


if __name__ == "__main__":
    unittest.main()
