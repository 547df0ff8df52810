#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What forty texts said and was not read, and the values read of another matter than theirs, each as a kind. See forms.py."""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import PROGRAM, ROOT, Battery, battery, flat

OPENING = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
           "Le conseil municipal de la commune de Valbrise s'est réuni à la mairie sous la présidence de M. Paul ARBEL, Maire.\n")
REST = "Secrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\nLe conseil municipal, à l'unanimité, décide d'acheter le pré.\n"
SIX = "Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX, Anne GRISOL, Jean MOREL"
CIVIL = "M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, Mme Anne GRISOL, M. Jean MOREL"


def n(effectif=None, presents=None, **more):
    return {k: str(v) for k, v in {"effectif": effectif, "presents_annonces": presents, **more}.items() if v is not None}


def actes(text):
    with tempfile.TemporaryDirectory() as tmp:
        file = pathlib.Path(tmp) / "acte.txt"
        file.write_text(text, encoding="utf-8")
        out = subprocess.run([PROGRAM, "lire", "--json", str(file)], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    return json.loads(out)["actes"]


LED = [ # the number stands before the title of the list
    (f"6 présents : {SIX}.\nAbsente : Odile PRADEL.\n", n(presents=6)),
    (f"6 présents : {CIVIL}\nAbsents : néant\n", n(presents=6)),
    (f"6 PRÉSENTS : {CIVIL}\nEXCUSÉE : Mme Odile PRADEL\n", n(presents=6)),
    (f"6 conseillers présents : {CIVIL}\nExcusée : Mme Odile PRADEL\n", n(presents=6)),
    (f"Six présents : {CIVIL}\nExcusée : Mme Odile PRADEL\n", n(presents="!?6")),
    (f"Six conseillers présents : {CIVIL}\nExcusée : Mme Odile PRADEL\n", n(presents="!?6")),
    (f"6 conseillers municipaux étaient présents : {CIVIL}\nAbsente excusée : Mme Odile PRADEL\n", n(presents=6)),
    (f"6 élus présents : {CIVIL}\n1 élue absente : Mme Odile PRADEL\n", n(presents=6)),
    (f"7 présents : {CIVIL}\nAbsente : Mme Odile PRADEL.\n", n(presents="!-7")),
    (f"Réunion du 12 mars à 18 h 06 Présents : {CIVIL}\nAbsente : Mme Odile PRADEL.\n", n(presents="-")),
    (f"Étaient présents : {CIVIL}\nAbsente : Mme Odile PRADEL.\n", n(presents="-")),
    (f"Page 2 Présents : {CIVIL}\nAbsente : Mme Odile PRADEL.\n", n(presents="-")),
]
BELOW = [ # a number that begins the line below, with its own label
    ("Nombre de membres en exercice : 15\n6 présents\n", n("?15", "?6")),
    ("Nombre de membres en exercice : 15\n12 présents\n2 pouvoirs\n14 votants\n", n("?15", "?12", votants_annonces="?14")),
    ("Conseillers en exercice : 15\n12 présents, 2 représentés, 1 absent\n", n("?15", "?12")),
    ("En exercice : 15\n3 absents\n", n("?15")),
    ("Nombre de membres en exercice : 15\n2\nPrésents : 12\n", n("?15", "?12")),
    ("Nombre de membres en exercice : 15\n2 Présents : 12\n", n("?15", "?12")),
    ("Votants 15\n12\n14 présents\n", n("-", "?14")),
]
BELOW_READ = [0, 1, 2, 3]
TOTAL = [ # of how many the assembly is made, and as many are named
    (f"Nombre total de membres composant le Conseil municipal : 7\nÉtaient présents : {CIVIL}\nAbsente : Mme Odile PRADEL\n", n(7)),
    (f"Nombre de membres composant l'assemblée : 7\nÉtaient présents : {CIVIL}\nAbsente : Mme Odile PRADEL\n", n(7)),
    (f"Nombre de conseillers : 7\nÉtaient présents : {CIVIL}\nAbsente ayant donné pouvoir : Mme Odile PRADEL à M. Luc VIAL\n", n(7)),
    (f"Nombre légal de conseillers municipaux : 7\nÉtaient présents : {CIVIL}\nAbsente : Mme Odile PRADEL\n", n(7)),
    (f"Nombre de membres composant le conseil : 6\nÉtaient présents : {CIVIL}\nAbsents : néant\n", n("?6")),
    (f"Nombre total de membres composant le Conseil municipal : 9\nÉtaient présents : {CIVIL}\nAbsente : Mme Odile PRADEL\n", n("-")),
    (f"Nombre de conseillers absents : 7\nÉtaient présents : {CIVIL}\nAbsente : Mme Odile PRADEL\n", n("-")),
    (f"Nombre de membres composant la commission : 7\nÉtaient présents : {CIVIL}\nAbsente : Mme Odile PRADEL\n", n("-")),
]


class Below(Battery):
    def test_forms__the_number_of_the_line_below(self):
        rows = [(form, {k: w.lstrip("?") if at in BELOW_READ else w for k, w in wanted.items()}) for at, (form, wanted) in enumerate(BELOW)]
        self.check(rows, [OPENING + form + REST for form, _ in rows])


ROWS = "COMMUNAUTE DE COMMUNES DU VAL FLEURI LISTE DES DELIBERATIONS CONSEIL COMMUNAUTAIRE DU 8 JUIN 2031 N° OBJET VOTE "


def votes(text):
    return [(v["formule"].get("valeur"), v["pour"].get("valeur"), v["abstentions"].get("valeur"), v["contre"].get("valeur"), v["formule_texte"].get("valeur") or "") for a in actes(text) for v in a["votes"]]


class Rows(Battery):
    """A list without line ends, whose cells were read one after the other: the count behind a result may be of another row."""

    def test_forms__a_count_behind_the_unanimity_of_another_row(self):
        for count in ("29 VOIX POUR/1 ABSTENTION", "29 voix pour, 1 abstention", "27 POUR 2 CONTRE", "29 VOIX POUR/1 ABSTENTION pour les particuliers"):
            for one, two in (("20310608_044", "20310608_048"), ("2031-044", "2031-048")):
                read = votes(f"{ROWS}{one} TARIFS DU LAVOIR Accord à l'unanimité {two} POSTE DE GARDE Accord à l'unanimité {count} 20310608_049 MOTION Accord à l'unanimité")
                with self.subTest(count, one=one):
                    self.assertNotIn("unanimite", [formule for formule, pour, *_ in read if pour is not None])
                    self.assertFalse([texte for *_, texte in read if "VOIX POUR" in texte.upper()])

    def test_forms__a_count_of_the_unanimity_itself(self):
        for text in ("Délibération n° 2031-12 Objet : Toit du lavoir Le conseil communautaire décide. Accord à l'unanimité 29 voix pour, 1 abstention.",
                     "Délibération n° 2031-12 Objet : Toit du lavoir Adopté à l'unanimité : 29 voix pour, 1 abstention.",
                     "2031-11 Toit du lavoir Accord à l'unanimité 2031-12 Poste de garde Accord à l'unanimité avec 29 voix pour et 1 abstention 2031-13 Motion Accord à l'unanimité"):
            with self.subTest(text):
                self.assertIn(("unanimite", 29, 1), [v[:3] for v in votes(ROWS + text)])


NOBODYS = [ # the unanimity of those who met elsewhere, or of people who are no members
    "À l'issue de la rencontre du 3 mars et à l'unanimité, les parents d'élèves soutiennent la création d'une cantine.",
    "A l'issue de cette réunion et à l'unanimité, les élus soutiennent le projet de pressoir.",
    "Lors de la réunion publique, les participants demandent à l'unanimité le report des travaux.",
    "Au cours de ces ateliers, à l'unanimité, les habitants souhaitent garder le lavoir.",
    "Les riverains, à l'unanimité, refusent la déviation.",
    "À l'unanimité, les maires du canton demandent le maintien de la perception.",
    "À l'unanimité, l'ensemble des commerçants soutient le marché du soir.",
]
OURS = [
    "Après en avoir délibéré, à l'unanimité, les membres présents approuvent le devis.",
    "À l'unanimité, les élus approuvent le devis.",
    "À l'issue de cette réunion, le conseil municipal, à l'unanimité, approuve le devis.",
    "À l'unanimité, le conseil municipal soutient les parents d'élèves.",
    "Le conseil municipal, sur demande des riverains, à l'unanimité, approuve la déviation.",
    "Les riverains ayant été prévenus, le devis est adopté à l'unanimité.",
    "Le devis est adopté à l'unanimité, les riverains étant prévenus.",
    "Subvention aux parents d'élèves : adoptée à l'unanimité.",
    "Les conseillers, à l'unanimité, approuvent le devis à l'issue de la réunion.",
]


class Gatherings(Battery):
    def test_forms__whose_unanimity(self):
        for said, ours in [(t, False) for t in NOBODYS] + [(t, True) for t in OURS]:
            for shape in (str, flat):
                text = f"VILLE DE VALBRISE\nCONSEIL MUNICIPAL DU 12 MARS 2024\nPrésents : {CIVIL}\n1. Information\n{said}\n"
                with self.subTest(said, shape=shape.__name__):
                    self.assertEqual([v[0] for v in votes(shape(text)) if v[0] != "adopte"], ["unanimite"] if ours else [])


MINUTES = "CONSEIL MUNICIPAL DU 12 MARS 2024\nPrésents : " + CIVIL + "\n1. Adoption du procès-verbal de la séance du 3 février 2024. Le conseil municipal, à l'unanimité, adopte le procès-verbal.\n"
BEHIND_THE_MINUTES = [
    "2. Compte rendu des décisions du maire. - Décision n° 2024-1 du 18 février 2024 : Objet : Attribution des lots du pressoir. DÉCIDE Article 1 : Le lot n° 1 est attribué à la société PIERREVAL.\n"
    "3. N° DEL2024-45 : Adhésion au service. M. VIAL expose : - Vu le code de justice administrative ;\n",
    "2. Décisions du maire. Décision n° 7 : Objet : Bail du four. Vu le code de la commande publique, Le maire DÉCIDE de signer le bail pour 3 480 €.\n",
    "M. le maire rend compte. Objet : Achat d'un pré. Vu le code général des collectivités territoriales. Le pré est acheté 3 480 €.\n",
]
OF_THE_MINUTES = [ # the acte is the approval itself
    "Délibération n° 2024-12\nObjet : Approbation du procès-verbal du 3 février 2024\nVu le code général des collectivités territoriales,\nLe conseil municipal, à l'unanimité, approuve le procès-verbal.\n",
    "Délibération n° 2024-12\nObjet : Approbation du procès-verbal du 3 février 2024\nLe conseil municipal, à l'unanimité, approuve le procès-verbal.\nFait à Valbrise. Délibération n° 2024-12\n",
]


class Minutes(Battery):
    def test_forms__what_stands_behind_the_vote_of_the_last_minutes(self):
        for said in BEHIND_THE_MINUTES:
            for shape in (str, flat):
                with self.subTest(said, shape=shape.__name__):
                    for acte in actes(shape(MINUTES + said)):
                        if acte["votes"]:
                            self.assertEqual((acte["numero"].get("valeur"), acte["visas"].get("valeur"), acte["montants"]), (None, None, []))
                            self.assertIn(acte["objet"].get("valeur"), (None, "Adoption du procès-verbal de la séance du 3 février 2024"))

    def test_forms__an_acte_of_the_minutes(self):
        for said in OF_THE_MINUTES:
            for shape in (str, flat):
                with self.subTest(said, shape=shape.__name__):
                    acte = actes(shape(OPENING + said))[0]
                    self.assertEqual((acte["numero"].get("valeur"), acte["objet"].get("valeur")), ("2024-12", "Approbation du procès-verbal du 3 février 2024"))


def listed(n, title):
    return title + "\n" + "".join(f"Délibération n° 2024-1{k} - {t} - Adoptée à l'unanimité\n" for k, t in enumerate(["Toit du lavoir", "Bail du four", "Bois de la lande"][:n]))


LISTS = [
    (listed(3, "LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL"), dict(identifiant="-")),
    (listed(2, "Liste des délibérations du conseil municipal"), dict(identifiant="-")),
    (listed(1, "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS"), dict(identifiant="2024-10")),
]


class Lists(Battery):
    def test_forms__the_number_of_a_list(self):
        for shape in (str, flat):
            self.check(LISTS, [shape("COMMUNE DE VALBRISE\nSéance du 12 mars 2024\n" + form) for form, _ in LISTS])


ID = "999-219900123-20240312-2024_12-DE"
VISAS = [ # the day behind the identifier of the stamp
    (f"Visa de la Préfecture : {ID} / 14-03-2024\n", {"identifiant": ID, "reception.date": "2024-03-14"}),
    (f"Visa de la sous-préfecture : {ID} / 14/03/2024\n", {"reception.date": "2024-03-14"}),
    (f"Visa de la Préfecture {ID} du 14/03/2024\n", {"reception.date": "2024-03-14"}),
    (f"Accusé de réception en préfecture {ID} - 14/03/2024\n", {"reception.date": "?2024-03-14"}),
    (f"Reçu en préfecture : {ID} | 14/03/2024\n", {"reception.date": "2024-03-14"}),
    ("Visa de la préfecture le 14 mars 2024\n", {"reception.date": "2024-03-14"}),
    ("Visa de la préfecture :\n", {"reception.date": "-"}),
    (f"Visa de la préfecture : {ID}\nAffiché le 15/03/2024\n", {"reception.date": "-", "publication.date": "2024-03-15"}),
    (f"Visa de la préfecture : {ID} / Affiché le 15/03/2024\n", {"reception.date": "-"}),
    (f"Visa de la préfecture : {ID} / 14-03\n", {"reception.date": "-"}),
]


class Visas(Battery):
    def test_forms__the_day_behind_the_identifier(self):
        for shape in (str, flat):
            self.check(VISAS, [shape(OPENING + REST + form) for form, _ in VISAS])
            self.check(VISAS, [shape(form + OPENING + REST) for form, _ in VISAS])


SIGNED = [ # who signs beside the chair: the names stand in the order of the titles
    ("Le secrétaire de séance Le Maire, Luc BRANDEL Anne LORME\n", "Luc BRANDEL"),
    ("Le secrétaire de séance,                Le Maire,\nLuc BRANDEL                             Anne LORME\n", "Luc BRANDEL"),
    ("Le Maire, Le secrétaire de séance, Anne LORME Luc BRANDEL\n", "Luc BRANDEL"),
    ("La Maire\nLe secrétaire de séance\nAnne LORME\nLuc BRANDEL\n", "Luc BRANDEL"),
    ("La secrétaire de séance, Le Président, Mme Anne LORME M. Luc BRANDEL\n", "Anne LORME"),
    ("La secrétaire de séance, Anne LORME\n", "Anne LORME"),
    ("La secrétaire de séance\nAnne LORME\nLe Maire\nLuc BRANDEL\n", "Anne LORME"),
    ("Le Maire, Luc BRANDEL La secrétaire de séance, Anne LORME\n", "Anne LORME"),
    ("Le Maire, Le premier adjoint, La secrétaire de séance, Luc BRANDEL Anne LORME Paul VIAL\n", "-"),
    ("La secrétaire de séance, Le Maire, Le premier adjoint, Luc BRANDEL Anne LORME Paul VIAL\n", "-"),
    ("Le premier adjoint, La secrétaire de séance, Luc BRANDEL Anne LORME\n", "-"),
    ("La secrétaire de séance, Le Maire, Luc BRANDEL\n", "-"),
    ("La secrétaire de séance, Luc BRANDEL, Maire\n", "-"),
    ("La secrétaire de séance, Anne LORME RF Préfecture\n", "?Anne LORME"),
    ("Le secrétaire de mairie, Anne LORME\n", "-"),
]
UNDER_A_CHAIR = [ # … and the presidency is told
    ("Le secrétaire de séance, Le Maire, Luc VIAL Paul ARBEL\n", "Luc VIAL"),
    ("Le secrétaire de séance, Le Maire, Paul ARBEL Luc VIAL\n", "-"),
    ("Le Maire, Le secrétaire de séance, Luc VIAL Paul ARBEL\n", "-"),
    ("Le secrétaire de séance, Paul ARBEL\n", "-"),
    ("Le secrétaire de séance, Le Maire, Luc VIAL Zoé ROUX\n", "-"),
]
ROW = "Délibération n° 2024-12 - Toit du lavoir - Adoptée à l'unanimité\n"


class Signatures(Battery):
    def test_forms__who_signs(self):
        for head, forms in (("COMMUNE DE VALBRISE\nLISTE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL DU 12 MARS 2024\n", SIGNED), (OPENING, UNDER_A_CHAIR)):
            rows = [(form, {"seance.secretaires": who}) for form, who in forms]
            for shape in (str, flat):
                self.check(rows, [shape(head + ROW + form + "Les extraits sont consultables en mairie.\n") for form, _ in rows])


NAMESAKES = [ # told apart by the civility of several that they are named under
    ("Présents : Mmes BOUVIER M., GALAND R., TISSOT A., MM. BOUVIER M., SERVAL J.\nAbsente : Mme PRADEL O.\n", {"presents": "BOUVIER M.; GALAND R.; TISSOT A.; BOUVIER M.; SERVAL J."}),
    ("5 PRÉSENTS : MMES BOUVIER M., GALAND R., TISSOT A. MRS BOUVIER M., SERVAL J.\nAbsente : Mme PRADEL O.\n", {"presents": "BOUVIER M.; GALAND R.; TISSOT A.; BOUVIER M.; SERVAL J."}),
    ("Présents : Mesdames BOUVIER Anne, GALAND Rose, Messieurs BOUVIER Luc, SERVAL Jean.\nAbsente ayant donné pouvoir : Mme PRADEL Odile à Mme BOUVIER Anne\n", {"presents": "BOUVIER Anne; GALAND Rose; BOUVIER Luc; SERVAL Jean", "pouvoirs": "PRADEL Odile > BOUVIER Anne"}),
    ("Présents : Mmes BOUVIER M., GALAND R., BOUVIER M., MM. SERVAL J., VIAL P.\nAbsente : Mme PRADEL O.\n", {"presents": "-"}),
    ("Présents : Mmes et MM. BOUVIER M., GALAND R., BOUVIER M., SERVAL J.\nAbsente : Mme PRADEL O.\n", {"presents": "-"}),
    ("Présents : BOUVIER M., GALAND R., BOUVIER M., SERVAL J.\nAbsente : PRADEL O.\n", {"presents": "-"}),
    ("Présents : Mmes BOUVIER M., GALAND R., MM. BOUVIER M., SERVAL J.\nAbsente ayant donné pouvoir : Mme PRADEL O. à BOUVIER M.\n", {"pouvoirs": "-"}),
]


class Namesakes(Battery):
    def test_forms__told_apart_by_their_group(self):
        for shape in (str, flat):
            self.check(NAMESAKES, [shape(OPENING + form + REST.replace("Léa DORVAL", "GALAND R.")) for form, _ in NAMESAKES])


CHAIRS = [ # … whose title in the list says that he presides
    ("Étaient présents : Anne Lorme, Maire, Présidente, Luc Brandel, Paul Ferrand.\n", "Anne Lorme"),
    ("Étaient présents : M. Paul ARBEL, Maire et Président, Mme Léa DORVAL, M. Luc VIAL.\n", "Paul ARBEL"),
    ("Étaient présents : M. Paul ARBEL (maire, président), Mme Léa DORVAL, M. Luc VIAL.\n", "Paul ARBEL"),
    ("Étaient présents : M. Paul ARBEL, maire, Mme Léa DORVAL, présidente de séance, M. Luc VIAL.\n", "Léa DORVAL"),
    ("Étaient présents : M. Paul ARBEL, maire, Mme Léa DORVAL, M. Luc VIAL.\n", "-"),
    ("Étaient présents : M. Paul ARBEL, maire, président de la communauté de communes, Mme Léa DORVAL, M. Luc VIAL.\n", "-"),
    ("Étaient présents : M. Paul ARBEL, Maire, Président, Mme Léa DORVAL, présidente de séance, M. Luc VIAL.\n", "?Léa DORVAL"),
    ("Étaient présents : M. Paul ARBEL, Président, Mme Léa DORVAL, M. Luc VIAL.\n", "-"),
]


class Chairs(Battery):
    def test_forms__who_presides_by_his_title(self):
        rows = [(form, {"seance.president": who}) for form, who in CHAIRS]
        for shape in (str, flat):
            self.check(rows, [shape("COMMUNE DE VALBRISE\nCONSEIL MUNICIPAL DU 12 MARS 2024\n" + form + "Absente : Mme Rose GALAND.\n" + ROW) for form, _ in rows])


COVERS = [ # … and the date of the séance that approves the minutes, above their title
    ("CONSEIL MUNICIPAL\nJEUDI 4 JUIN 2024\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 12 MARS 2024\nL'an deux mille vingt-quatre, le douze mars, le conseil municipal s'est réuni.\n", "2024-03-12"),
    ("Conseil municipal du 4 juin 2024\nProcès-verbal du conseil municipal du 12 mars 2024\nLe 12 mars 2024, le conseil municipal s'est réuni à la mairie.\n", "2024-03-12"),
    ("CONSEIL MUNICIPAL DU 4 JUIN 2024\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 12 MARS 2024\n", "-"),
    ("CONSEIL MUNICIPAL DU 4 JUIN 2024\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 12 MARS 2024\nL'an deux mille vingt-quatre, le quatre juin, le conseil municipal s'est réuni.\n", "?2024-06-04"),
    ("CONSEIL MUNICIPAL DU 12 MARS 2024\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 4 JUIN 2024\nL'an deux mille vingt-quatre, le quatre juin, le conseil municipal s'est réuni.\n", "-"),
    ("CONSEIL MUNICIPAL DU 4 JUIN 2024\nCOMPTE RENDU\nLe douze mars deux mille vingt-quatre, les membres du conseil municipal se sont réunis.\n", "-"),
    ("PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 4 JUIN 2024\nApprobation du procès-verbal du 12 mars 2024\nL'an deux mille vingt-quatre, le douze mars, le conseil municipal s'est réuni.\n", "-"),
]


class Covers(Battery):
    def test_forms__the_day_of_a_cover(self):
        rows = [(form, {"seance.date": day}) for form, day in COVERS]
        for shape in (str, flat):
            self.check(rows, [shape("COMMUNE DE VALBRISE\n" + form + "Présents : " + CIVIL + "\n" + ROW) for form, _ in rows])


def frame(form):
    return OPENING + form + REST


Counts = battery(LED + BELOW + TOTAL, frame)

if __name__ == "__main__":
    unittest.main()
