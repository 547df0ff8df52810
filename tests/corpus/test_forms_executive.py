#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Décisions of a maire or a president: one person decides by delegation, and no assembly is read into the act. See forms.py."""
import pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, PROGRAM, ROOT, flat

DELEGATED = "Vu la délibération du conseil municipal n° 2026-14 du 28 mai 2026 donnant délégation au maire,\n"
NOBODY = {"organe": "-", "seance.date": "-", "presents": "-", "vote.n": "0"}
DECISIONS = [
    ("Commune de VALSOMBRE\nDÉCISION DU MAIRE N° 2031-12\nObjet : Contrat de maintenance\nLe Maire de la commune de Valsombre,\n"
     "Vu l'article L. 2122-22 du code général des collectivités territoriales,\n" + DELEGATED + "DÉCIDE\nArticle 1 : de signer un contrat pour 2 400 € HT.\n"
     "Fait à Valsombre, le 3 mars 2031\nLe Maire, Alain BORNEL\n", NOBODY),
    ("Communauté de communes du Pays de Valsombre\nDÉCISION DU PRÉSIDENT N° D-2031-045\nLe Président de la communauté de communes,\n"
     "Vu le code général des collectivités territoriales, notamment son article L. 5211-10 ;\n"
     "Vu la délibération n° 2026-033 du conseil communautaire du 4 juin 2026 portant délégation ;\nDÉCIDE :\nARTICLE 1er : d'attribuer le marché.\n", NOBODY),
    ("VILLE DE NOIRMONT\nEXTRAIT DU REGISTRE DES DÉCISIONS DU MAIRE\nDécision n° 31/018 prise par délégation du conseil municipal\nLe Maire de Noirmont,\n"
     + DELEGATED + "DECIDE de fixer le tarif d'entrée à 3,50 €.\nLe conseil municipal en sera informé.\n", NOBODY),
    ("DÉCISION MUNICIPALE N° 2031/07\nCommune de RIVELLE\nLe Maire,\nVu l'article L 2122-22 du code général des collectivités territoriales ;\n" + DELEGATED +
     "DÉCIDE\nArticle unique : De renouveler l'adhésion.\n", NOBODY),
]
DELIBERATIONS = [ # an assembly that is told of them
    ("Commune de VALSOMBRE\nConseil municipal\nSéance du 3 mars 2031\nPrésents : M. Alain BORNEL, Mme Brune CADOR, M. Cyr DAVAL.\nObjet : Décisions du maire\n"
     "Le Maire rend compte.\nDÉCISION DU MAIRE n° 12 : contrat.\nLe conseil municipal PREND ACTE.\n", {"organe": "conseil_municipal", "seance.date": "2031-03-03"}),
    ("Commune de VALSOMBRE\nDÉCISION DU MAIRE\nLe Maire,\nLe conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'approuver la décision.\n",
     {"organe": "conseil_municipal", "vote.n": "1"}),
    ("Commune de VALSOMBRE\nConseil municipal du 3 mars 2031\nObjet : DÉCISION DU MAIRE SUR LE CONTRAT\nLe conseil municipal approuve par 12 voix pour et 2 contre.\n",
     {"organe": "conseil_municipal", "vote.pour": "12"}),
]


class Executive(Battery):
    def test_forms__no_assembly_is_read(self):
        forms = DECISIONS + DELIBERATIONS
        self.check(forms, [form for form, _ in forms])
        self.check(forms, [flat(form) for form, _ in forms])

    def test_forms__rules_of_assemblies_have_no_object(self):
        with tempfile.TemporaryDirectory() as tmp:
            for k, (form, _) in enumerate(DECISIONS):
                file = pathlib.Path(tmp) / f"{k}.txt"
                file.write_text(form, encoding="utf-8")
                out = subprocess.run([PROGRAM, "verifier", "--tout", str(file)], cwd=ROOT, stdout=subprocess.PIPE).stdout.decode()
                for rule in ("quorum", "pouvoir-unique", "convocation", "unanimite", "somme-des-voix", "majorite", "elu-interesse"):
                    self.assertIn(f"sans objet {rule} :", out, form)
                self.assertNotIn("anomalie ", out)


if __name__ == "__main__":
    unittest.main()
