#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Minutes that were not cut: what belongs to one matter is not given to the other; and the séance's own articles to no acte. See forms.py."""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import PROGRAM, ROOT, flat

HEAD = ("COMMUNE DE VALBRISE\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\nPrésents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
        "Secrétaire de séance : Mme Léa DORVAL\n")
ALONE = HEAD.replace("PROCÈS-VERBAL", "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS") + "Délibération n° 2024-12\nObjet : Toit du pressoir\n"
TWO_MATTERS = [
    "1 - Toit du pressoir M. VIAL se retire. Le conseil, à l'unanimité, retient le devis de 3 480 €. 2 - Bois de la lande Par 3 voix pour et 1 contre, le conseil garde le prix de 7 € le stère.\n",
    "1/ Toit du pressoir\nLe conseil, à l'unanimité, retient le devis de 3 480 €.\n2/ Bois de la lande\nPar 3 voix pour et 1 contre, le conseil garde le prix de 7 € le stère.\n",
]
IN_LINES = [
    "1 Toit du pressoir : 12 300 € - Adopté à l'unanimité\n2 Pont de la lande - Adopté à l'unanimité, Luc VIAL ne prenant pas part au vote\n3 Lavoir - Adopté à la majorité (1 abstention : Zoé ROUX)\n",
    "II – Toit du pressoir\nLe conseil, à l'unanimité, retient le devis de 3 480 €.\nIII – Bois de la lande\nPar 3 voix pour et 1 contre, le conseil garde le prix de 7 €.\n",
    "Objet : Toit du pressoir\nLe conseil, à l'unanimité, retient le devis de 3 480 €.\nObjet : Bois de la lande\nPar 3 voix pour et 1 contre, le conseil garde le prix de 7 €.\n",
]
NUMBERED = ["Délibération n° 2024-03-011\nIII – Toit du pressoir\nLe conseil, à l'unanimité, retient le devis de 3 480 €.\n2024-03-012\nIV – Bois de la lande\nPar 3 voix pour et 1 contre, le conseil garde le prix de 7 €.\n"]
ONE_MATTER = [
    "Amendement n° 1 de Mme ROUX : rejeté par 3 voix contre et 1 voix pour.\nLe conseil, par 3 voix pour et 1 contre, retient le devis de 3 480 €.\n",
    "1. Amendement de Mme ROUX : rejeté par 3 voix contre et 1 voix pour.\n2. Amendement de M. VIAL : adopté à l'unanimité.\nLe conseil retient le devis de 3 480 €.\n",
    "Article 1 : adopté à l'unanimité.\nArticle 2 : adopté par 3 voix pour et 1 contre.\nLe devis est de 3 480 €.\n",
    "Le conseil décide, à l'unanimité, de voter à bulletin secret.\nLe conseil, par 3 voix pour et 1 contre, retient le devis de 3 480 €.\n",
    "Le conseil, à l'unanimité :\n1) Approuve le devis de 3 480 €.\n2) Autorise le maire à le signer, par 3 voix pour et 1 contre.\n",
    "1 - Exposé de M. VIAL\n2 - Décision\nLe conseil, par 3 voix pour et 1 contre, retient le devis de 3 480 €.\n",
]

AFTER_THE_MINUTES = "1) Approbation du procès-verbal du 3 février Mme ROUX, absente ce jour, ne prend pas part au vote. Le procès-verbal est adopté à l'unanimité.\n2) Toit du pressoir Le conseil, par 3 voix pour et 1 contre, retient le devis de 3 480 €.\n"


def readings(texts):
    with tempfile.TemporaryDirectory() as tmp:
        files = [pathlib.Path(tmp) / f"{k:03}.txt" for k in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, encoding="utf-8")
        out = subprocess.run([PROGRAM, "lire", "--json", *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line)["actes"] for line in out.decode().splitlines()]


class Uncut(unittest.TestCase):
    def mixed(self, texts, shapes):
        for shape in shapes:
            for text, actes in zip(texts, readings([shape(t) for t in texts])):
                for acte in actes:
                    with self.subTest(text, shape=shape.__name__):
                        self.assertFalse(len(acte["votes"]) > 1 and acte["montants"])
                        self.assertFalse(len(acte["votes"]) > 1 and acte["deports"].get("valeur"))
                        self.assertLess(len(acte["montants"]), 2)

    def test_forms__two_matters_in_one_acte(self):
        self.mixed([head + t for head in (HEAD, ALONE) for t in TWO_MATTERS], (str, flat))

    def test_forms__two_matters_on_lines(self):
        self.mixed([HEAD + t for t in IN_LINES + NUMBERED], (str,))

    def test_forms__one_matter_voted_in_parts(self):
        for shape in (str, flat):
            for text, actes in zip(ONE_MATTER, readings([shape(ALONE + t) for t in ONE_MATTER])):
                self.assertEqual((text, [m["centimes"] for m in actes[0]["montants"]]), (text, [348000]))

    def test_forms__the_last_minutes_have_no_sum_but_may_have_a_withdrawal(self):
        for shape in (str, flat):
            (acte, *_), = readings([shape(ALONE + AFTER_THE_MINUTES)])
            self.assertEqual([m["centimes"] for m in acte["montants"]], [348000])
            self.assertFalse(acte["deports"].get("valeur"))

    SECOND = [  # what follows the acte's own decision
        "Club de pétanque de la lande\nM. le Maire propose une aide de 500 €. Le conseil décide à l'unanimité de la verser.\n",
        "Question 2 : Club de pétanque\nMme ROUX expose que le club demande 500 €. Après en avoir délibéré, le conseil l'accorde.\n",
        "• Club de pétanque de la lande\nVu la demande du club,\nLe conseil, par 3 voix pour et 1 contre, accorde 500 €.\n",
        "B/ CLUB DE PÉTANQUE\nMonsieur le Maire propose une aide de 500 €. Adopté par 3 voix pour et 1 contre.\n",
        "Aide au club (Mme ROUX)\nL'aide serait de 500 €. Le conseil, par 3 voix pour et 1 contre, l'accorde.\n",
        "Aide au club de pétanque\nL'aide demandée serait de 500 €. Le conseil, par 3 voix pour et 1 contre, l'accorde.\n",
    ]

    def test_forms__a_second_matter_behind_the_decision(self):
        decided = "M. VIAL présente le devis. Le conseil, à l'unanimité, retient le devis de 3 480 €.\n"
        head = HEAD.replace("PROCÈS-VERBAL", "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS")
        for shape in (str, flat):
            for own in ("Toit du pressoir\n", "Délibération n° 2024-12\nObjet : Toit du pressoir\n"):
                for text, actes in zip(self.SECOND, readings([shape(head + own + decided + t) for t in self.SECOND])):
                    with self.subTest(text, shape=shape.__name__, own=own):
                        self.assertEqual([a["montants"] for a in actes], [[]])

    def test_forms__a_title_between_empty_lines_that_is_decided_at_once(self):
        head = HEAD.replace("PROCÈS-VERBAL", "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS")
        decided = "Toit du pressoir\n\nLe conseil municipal, à l'unanimité, retient le devis de 3 480 €.\n\n"
        for below in ("Club de pétanque de la lande\n\nLe conseil municipal, à l'unanimité, accorde 500 €.\n", "AIDE AU CLUB\n\nLe conseil municipal, par 3 voix pour et 1 contre, accorde 500 €.\n"):
            (acte, *_), = readings([head + decided + below])
            self.assertEqual((below, acte["montants"]), (below, []))
        (acte, *_), = readings([head + decided + "Modalités de paiement\n\nLe paiement se fait en trois fois.\n"])
        self.assertEqual([m["centimes"] for m in acte["montants"]], [348000])

    def test_forms__what_follows_a_decision_and_is_no_second_matter(self):
        decided = "M. VIAL présente le devis. Le conseil, à l'unanimité, retient le devis de 3 480 €.\n"
        told = ["Pour : 4\nContre : 0\nAbstention : 0\n", "Adopté à l'unanimité.\n", "Modalités de paiement\nLe paiement se fait en trois fois.\n", "Le Maire, Paul ARBEL\nLa secrétaire, Léa DORVAL\n",
                "Article 2 : Le Maire est chargé de l'exécution.\n", "Le Maire précise que le conseil en sera informé.\n", "Acte rendu exécutoire\nLe Maire certifie le caractère exécutoire de la délibération.\n",
                "Questions diverses\nMme ROUX demande la date de la fête.\n"]
        for shape in (str, flat):
            for before in ("", "Le procès-verbal de la séance du 3 février est adopté à l'unanimité.\n"):
                for text, actes in zip(told, readings([shape(ALONE + before + decided + t) for t in told])):
                    with self.subTest(text, shape=shape.__name__, before=before):
                        self.assertEqual([m["centimes"] for a in actes for m in a["montants"]], [348000])

    def test_forms__a_sub_title_with_its_own_vote_below_an_objet(self):
        head = HEAD.replace("PROCÈS-VERBAL", "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS") + "OBJET : Toit du pressoir\n\nM. VIAL présente le projet de 3 480 €.\nLe conseil municipal, après en avoir délibéré, à l'unanimité, l'approuve.\n\n"
        below = "\n\nM. VIAL propose de demander 900 €.\nLe conseil municipal, après en avoir délibéré, à l'unanimité, approuve.\n"
        for title, read in ("Plan de financement", True), ("Modalités de paiement", True), ("Club de pétanque", False), ("Plan de financement de la halle couverte", False):
            (acte,), = readings([head + title + below])
            self.assertEqual((title, acte["objet"].get("valeur"), len(acte["montants"])), (title, "Toit du pressoir" if read else None, 2 * read))

    def test_forms__the_seance_at_the_foot_of_a_page_is_no_matter(self):
        for foot in "Arzon-le-Vieux, séance du 9 mars 2024", "Séance ordinaire du 9 mars 2024", "Mairie d'Arzon – Conseil municipal du 9 mars 2024":
            (acte,), = readings([ALONE + f"M. VIAL propose 3 480 €.\nAprès en avoir délibéré, le conseil municipal, à l'unanimité ;\n\n\n5\n{foot}\n\n\nConsidérant l'état du toit,\nApprouve le devis,\nDécide de signer.\n"])
            self.assertEqual((foot, [m["centimes"] for m in acte["montants"]]), (foot, [348000]))

    TOLD = [  # a matter that is only told, its sum, between two that are voted
        ("Travaux du lavoir", "Le devis est de 4 000 €. Les élus en débattent.", 4000), ("Rentrée scolaire", "41 enfants sont inscrits ; le car coûte 600 €.", 600),
        ("Fête du village", "M. VIAL annonce un orchestre à 1 500 €.", 1500), ("Éclairage public", "M. le Maire propose 2 800 €. Ce point est ajourné.", 2800),
        ("Voirie communale", "Il est prévu 9 000 € de travaux.", 9000), ("Mot du maire", "Merci aux bénévoles, qui ont réuni 350 €.", 350), ("PROJET DE PARC", "Un devis à 6 200 € a été demandé.", 6200),
    ]
    VOTED = [("Tarifs de la salle", "Le tarif serait de 90 €.\nLe conseil, à l'unanimité, fixe le tarif à 90 €.", 90),
             ("Achat de chaises", "M. le Maire propose 700 €.\nLe conseil municipal, par 3 voix pour et 1 contre, accepte.", 700)]
    STYLES = ["{}\n{}\n", "{}\n\n{}\n\n", "- {} :\n{}\n", "• {} : {}\n"]

    def test_forms__no_sum_of_a_matter_that_is_only_told(self):
        first, last = self.VOTED
        for shape in (str, flat):
            for style in self.STYLES:
                orders = [o for t in self.TOLD for o in ([t, first, last], [first, t, last], [first, last, t], [t, first], [first, t], [t, first, self.TOLD[3], last])]
                for order, actes in zip(orders, readings([shape(HEAD + "".join(style.format(title, body) for title, body, _ in order)) for order in orders])):
                    for acte in actes:
                        sums = {m["centimes"] // 100 for m in acte["montants"]}
                        with self.subTest([o[0] for o in order], shape=shape.__name__, style=style):
                            self.assertTrue(any(sums <= {value} for _, _, value in self.VOTED), sums)
                            self.assertIn(acte["objet"].get("valeur"), (None, first[0], last[0]))

    def test_forms__minutes_of_one_acte_keep_its_sum(self):
        for own in "Délibération n° 2024-12\nTarifs de la salle\n", "Objet : Tarifs de la salle\n":
            (acte,), = readings([HEAD + own + self.VOTED[0][1]])
            self.assertEqual((own, {m["centimes"] for m in acte["montants"]}), (own, {9000}))

    def test_forms__a_number_behind_the_decision_that_no_series_cuts(self):
        head = HEAD.replace("PROCÈS-VERBAL", "Registre")
        rows = "L'échéancier serait :\n2024-06 Loyer de 450 €\n", "L'échéancier serait :\n2024-05 Acompte de 100 €\n2024-06 Solde de 800 €\n", "Le loyer est de 450 €. "
        for shape in (str, flat):
            for row, actes in zip(rows, readings([shape(f"{head}2024-05 LOCATION DE LA SALLE\n\n{r}Le conseil, à l'unanimité, accepte.\n\n2024-06 ACHAT D'UN BANC\nLe devis est de 300 €. Le conseil, à l'unanimité, accepte.\n") for r in rows])):
                for acte in actes:
                    with self.subTest(row, shape=shape.__name__):
                        self.assertTrue(30000 not in [m["centimes"] for m in acte["montants"]] or len(acte["montants"]) == 1)

    def test_forms__the_rows_of_a_schedule_are_no_actes(self):
        head = "COMMUNE DE VALBRISE\nSéance du 12 mars 2024\n\n2024-05 LOCATION DE LA SALLE\n\n"
        decides = "Le conseil, après en avoir délibéré, à l'unanimité, fixe l'échéancier suivant :\n{}\n", "L'échéancier serait :\n{}Adopté par 9 voix pour et 1 contre.\n\n"
        rows = "2024-06 Premier loyer de 450 €\n2024-07 Second loyer de 470 €\n", "2024-06 Premier loyer de 450 €\n2024-07 Second loyer de 470 €\n2024-08 Dernier loyer de 500 €\n"
        last = "2024-06 ACHAT D'UN BANC\n\nLe conseil, à l'unanimité, accepte le devis de 300 €.\n"
        for more in "", "\n2024-07 VENTE DU FOUR\n\nLe conseil, à l'unanimité, accepte 900 €.\n":
            for text in (head + d.format(r) + last + more for d in decides for r in rows):
                (actes,) = readings([text])
                with self.subTest(text):
                    self.assertEqual([a["numero"].get("valeur") for a in actes], ["2024-05", "2024-06", "2024-07"][:3 if more else 2])
                    self.assertEqual(([m["centimes"] for m in actes[1]["montants"]], actes[1]["objet"].get("valeur")), ([30000], "ACHAT D'UN BANC"))

    def test_forms__a_letter_apart_is_of_the_number(self):
        lots = [("A", "Vente du lot 1", 20000), ("B", "Vente du lot 2", 25000), ("C", "Vente du lot 3", 27000)]
        for label in "2024-032", "Délibération n° 2024-032", "N° 2024-032", "DEL 2024-032":
            for mark in " ", " - ", " : ":
                text = HEAD + "".join(f"\n{label} {letter}{mark}{title}\nLe conseil, à l'unanimité, accepte le prix de {sum_} €.\n" for letter, title, sum_ in lots)
                text += f"\n{label[:-1]}3 À la demande du club, location du pré\nLe conseil, à l'unanimité, loue le pré 80 €.\n"
                for shape in (str, flat):
                    (actes,) = readings([shape(text)])
                    read = [(a["numero"].get("valeur", "")[-5:], a["objet"].get("valeur"), [m["centimes"] // 100 for m in a["montants"]]) for a in actes]
                    with self.subTest(label=label, mark=mark, shape=shape.__name__):
                        self.assertEqual(read[:3], [(f"032 {letter}", title, [sum_]) for letter, title, sum_ in lots])
                        self.assertEqual(read[3][0], "4-033")

    def test_forms__two_results_without_number_or_subject(self):
        head = HEAD.replace("PROCÈS-VERBAL DU CONSEIL MUNICIPAL\nSéance", "CONSEIL MUNICIPAL\nSéance")
        for label in "Question %d : ", "Point %d - ", "%d ~ ", "• ":
            point = label if "%" in label else label + "%.0s"
            text = point % 1 + "Budget annexe\nAdopté à l'unanimité\n\n" + point % 2 + "Tarif du repas à 3,10 €\nAdopté par 3 voix contre 1\n\n" + point % 3 + "Vente du chemin pour 1 500 €\nAdopté par 2 voix contre 2\n"
            for shape in (str, flat):
                with self.subTest(label=label, shape=shape.__name__):
                    self.assertFalse([a for a in readings([shape(head + text)])[0] if len(a["votes"]) > 1 and a["montants"]])

    def test_forms__a_title_may_open_with_the_word_of_its_label(self):
        for title in "Rapport sur l'eau", "Rapport d'activité du syndicat", "Dossier de la halle", "Projet de parc":
            text = HEAD + f"\nSubvention au judo\n\nMme ROUX propose 300 €.\nAdopté à l'unanimité.\n\n{title}\n\nM. le Maire présente le rapport.\nLe conseil prend acte.\n\nEmploi d'été\n\nM. le Maire propose 2 400 €.\nLe conseil, par 3 voix pour et 1 contre, accepte.\n"
            (actes,) = readings([text])
            self.assertEqual([a["objet"].get("valeur") for a in actes], ["Subvention au judo", title, "Emploi d'été"])

    def test_forms__the_head_without_line_ends_is_no_title(self):
        text = "COMMUNE DE RIVAL COMPTE RENDU DU CONSEIL MUNICIPAL DU 3 JUIN 2024 Subvention au judo Mme ROUX propose 300 €. Adopté à l'unanimité. Emploi d'été M. le Maire propose 2 400 €. Le conseil, par 3 voix pour et 1 contre, accepte."
        (actes,) = readings([text])
        self.assertNotIn("RIVAL", actes[0]["objet"].get("valeur") or "")


if __name__ == "__main__":
    unittest.main()
