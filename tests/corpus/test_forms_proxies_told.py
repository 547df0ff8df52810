#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A proxy told outside the lists, of somebody absent of whom the list of proxies does not say so: it leaves the proxies of every acte unsure. What the list has, what is denied, or of something else, changes nothing."""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import PROGRAM, ROOT, flat
from test_forms_moves import HEAD, NAMED, ONE

LISTS = NAMED.replace("Mme Anne GRISOL", "Mme Anne GRISOL (pouvoir à Mme Léa DORVAL)")
BETWEEN = HEAD % (LISTS, "%s")
ACTE = HEAD.replace("Objet : Achat d'un pré\n", "Objet : Achat d'un pré\n%s\n") % (LISTS, "", "%s")
EXTRACT = ONE.replace(NAMED, LISTS)
TOLD = [
    "M. Luc VIAL vote aussi pour M. Jean MOREL.", "M. Luc VIAL, qui vote également au nom de M. MOREL, s'abstient.", "M. Luc VIAL, qui vote aussi pour Mme GRISOL et pour M. MOREL, s'abstient.",
    "M. Luc VIAL vote pour M. MOREL, dont il a le pouvoir.", "M. VIAL, votant en son nom et pour le compte de M. MOREL, s'abstient.", "M. VIAL, au nom de M. MOREL, vote contre.",
    "M. Luc VIAL dispose en outre du pouvoir de M. MOREL.", "M. Luc VIAL s'exprime avec les pouvoirs de Mme GRISOL et de M. MOREL.", "M. Luc VIAL s'exprime avec les pouvoirs de Mme GRISOL et M. MOREL.",
    "M. Luc VIAL, porteur de la procuration de M. Jean MOREL, vote contre.", "Contre : M. Luc VIAL (pouvoir de M. MOREL).", "Contre : M. Luc VIAL (+ pouvoir M. MOREL), Mme ROUX.", "Contre : 2 voix (M. VIAL avec procuration de M. MOREL)",
    "M. VIAL indique avoir reçu pouvoir de M. MOREL.", "M. VIAL dit avoir la procuration écrite de M. MOREL.", "Mme ROUX porte aussi la voix de M. MOREL.", "Pouvoir : M. MOREL à M. VIAL.", "Procuration a été donnée par M. MOREL à M. VIAL.",
    "M. Luc VIAL est aussi mandaté par M. MOREL.", "M. MOREL a mandaté M. VIAL.", "M. MOREL a remis un mandat écrit à M. VIAL.", "M. Luc VIAL dispose de trois voix (la sienne, celles de Mme GRISOL et de M. MOREL).",
    "M. Jean MOREL avait remis son pouvoir à M. Luc VIAL.", "M. Jean MOREL a donné pouvoir à Mme Zoé ROUX.", "M. MOREL, qui a donné pouvoir à M. VIAL, s'abstient.", "M. VIAL indique que M. MOREL lui a donné pouvoir.",
    "M. Luc VIAL, à qui M. MOREL a confié sa voix, s'abstient.", "M. MOREL a fait parvenir une procuration à M. VIAL.", "Contre : M. Luc VIAL, M. Jean MOREL (pouvoir à M. Luc VIAL).", "Abstention : M. Jean MOREL (par procuration).",
    "M. Jean MOREL, représenté par M. Luc VIAL, vote contre.",
    "M. MOREL, pouvoir à M. VIAL, vote contre.", "M. MOREL vote par procuration.", "Délégation de vote de M. MOREL à Mme ROUX.", "M. le Maire, qui a le pouvoir de M. MOREL, vote contre.", "Mme ROUX et M. VIAL votent aussi pour M. MOREL.",
    # another holder than the list's
    "Contre : Mme Zoé ROUX (pouvoir de Mme GRISOL).", "M. Luc VIAL vote aussi pour Mme Anne GRISOL.", "Mme Anne GRISOL ayant donné pouvoir à Mme Zoé ROUX, celle-ci s'abstient.",
]
NOT_TOLD = [
    "M. Luc VIAL, agissant au nom de M. MOREL, vend la parcelle.", "Mme GRISOL vote par procuration.", "Délégation de vote de Mme GRISOL à Mme DORVAL.", "M. MOREL avait indiqué par courrier qu'il voterait contre.", "M. VIAL vote par procuration pour la commune.",
    "Mme Léa DORVAL vote aussi pour Mme Anne GRISOL.", "Mme Anne GRISOL a donné pouvoir à Mme Léa DORVAL.", "Mme Léa DORVAL, porteuse du pouvoir de Mme GRISOL, vote contre.", "Mme Anne GRISOL (pouvoir à Mme DORVAL) vote contre.",
    "Contre : M. Luc VIAL, Mme Léa DORVAL (pouvoir de Mme GRISOL).", "Mme GRISOL, représentée par Mme DORVAL, vote contre.", "M. Paul ARBEL donne lecture du pouvoir de Mme GRISOL.", "Mme DORVAL dispose de deux voix (la sienne et celle de Mme GRISOL).",
    "M. Luc VIAL vote pour.", "Au nom de M. Jean MOREL, M. Luc VIAL remercie les élus.", "M. Luc VIAL lit un texte au nom de M. Jean MOREL.", "M. Luc VIAL demande la parole au nom de M. MOREL.", "M. Luc VIAL rappelle le mandat de M. Jean MOREL.",
    "Le pouvoir de M. Jean MOREL, arrivé trop tard, n'est pas compté.", "Le pouvoir de M. Jean MOREL n'est pas recevable.", "M. Jean MOREL n'a pas donné pouvoir.", "M. Jean MOREL n'ayant pas remis son pouvoir, il n'est pas compté.", "M. Jean MOREL, absent, n'a donné pouvoir à personne.",
    "M. Luc VIAL vote pour M. Jean MOREL, candidat au poste de délégué.", "Lors de la séance précédente, M. Jean MOREL avait donné pouvoir à M. VIAL.", "M. Jean MOREL a donné pouvoir au notaire pour signer l'acte.", "M. le Maire a tout pouvoir pour signer.",
    "M. Jean MOREL a donné son accord.", "Les voix de MM. ARBEL et VIAL se portent sur le second devis.", "Mme Ida LORME a donné pouvoir à M. Luc VIAL pour vendre sa parcelle.",
]
# The holder votes without it: the proxies of that acte are unsure, and who takes no part.
UNUSED = [
    "M. Luc VIAL signale que Mme DORVAL ne votera pas en faisant usage du pouvoir de Mme GRISOL.", "Mme DORVAL précise qu'elle n'exercera pas le pouvoir de Mme GRISOL.", "Mme DORVAL ne votera pas au nom de Mme GRISOL.", "Mme DORVAL ne vote pas pour Mme GRISOL.",
    "Mme DORVAL renonce au pouvoir de Mme GRISOL.", "Mme DORVAL renonce à utiliser le pouvoir de Mme GRISOL.", "Mme DORVAL ne se sert pas du pouvoir de Mme GRISOL.", "Mme DORVAL ne prend pas part au vote avec le pouvoir de Mme GRISOL.",
    "Mme DORVAL vote en son seul nom.", "Mme DORVAL ne vote que pour elle.", "Mme DORVAL ne vote qu'en son nom propre.", "Le pouvoir de Mme GRISOL n'est pas utilisé.", "Le pouvoir de Mme GRISOL n'est pas pris en compte pour ce vote.",
]
USED = [
    "Mme DORVAL vote pour Mme GRISOL, dont elle a le pouvoir.", "Mme DORVAL vote pour.", "Mme DORVAL, avec le pouvoir de Mme GRISOL, vote contre.", "M. le Maire ne vote que pour lui.", "M. Luc VIAL vote en son seul nom.", "Mme DORVAL utilise le pouvoir de Mme GRISOL.",
    "Mme DORVAL vote avec le pouvoir de Mme GRISOL, et M. VIAL ne vote pas.", "Mme DORVAL ne vote pas.",
]
NOBODY = NAMED.replace("Absents : Mme Anne GRISOL, M. Jean MOREL\n", "")
OF_NOBODY = ["M. Jean MOREL avait remis son pouvoir à M. Luc VIAL.", "M. Luc VIAL vote aussi pour M. Jean MOREL.", "Contre : M. Luc VIAL (pouvoir de M. MOREL)."]


def proxies(texts):
    with tempfile.TemporaryDirectory() as tmp:
        files = [pathlib.Path(tmp) / f"{k:03}.txt" for k in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, encoding="utf-8")
        out = subprocess.run([PROGRAM, "lire", "--json", *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE)
    return [json.loads(line) for line in out.stdout.decode().splitlines()]


class ProxiesTold(unittest.TestCase):
    maxDiff = None

    def check(self, frame, sentences, wanted):
        for shape in (str, flat):
            read = proxies([shape(frame % s) for s in sentences])
            self.assertEqual(len(read), len(sentences))
            self.assertEqual([(shape.__name__, s) for s, r in zip(sentences, read) if {f["statut"] for f in [r["champs"]["pouvoirs"], *(a["pouvoirs"] for a in r["actes"])]} != {wanted}], [])

    def test_told__leaves_every_acte_unsure(self):
        for frame in (BETWEEN, ACTE):
            self.check(frame, TOLD, "ambigu")

    def test_told__in_the_head_of_an_extract(self):
        # what the readers of lists find there is unread; "Pouvoir : …" and "Délégation …" they read
        sentences = [s for s in TOLD if not s.startswith(("Pouvoir :", "Délégation"))]
        for shape in (str, flat):
            read = proxies([shape(EXTRACT % s) for s in sentences])
            self.assertEqual([s for s, r in zip(sentences, read) if r["actes"][0]["pouvoirs"]["statut"] == "lu"], [])

    def test_known_or_of_something_else__leaves_the_list_read(self):
        for frame in (BETWEEN, ACTE):
            self.check(frame, NOT_TOLD, "lu")

    def test_told__where_no_list_names_an_absent(self):
        self.check(HEAD % (NOBODY.replace("\n", "\nPouvoirs : néant\n"), "%s"), OF_NOBODY, "ambigu")

    def test_unused__leaves_that_acte_unsure(self):
        for sentences, wanted in ((UNUSED, [("lu", "absent"), ("ambigu", "illisible")]), (USED, [("lu", "absent"), ("lu", None)])):
            for shape in (str, flat):
                for sentence, read in zip(sentences, proxies([shape(ACTE % s) for s in sentences])):
                    found = [(a["pouvoirs"]["statut"], a["deports"]["statut"] if wanted[k][1] else None) for k, a in enumerate(read["actes"])]
                    self.assertEqual((sentence, found), (sentence, wanted))

    def test_why_quotes_it(self):
        why = proxies([ACTE % TOLD[0]])[0]["actes"][1]["pouvoirs"]["raison"]
        self.assertIn("hors de la liste", why)
        self.assertIn(TOLD[0], why)


if __name__ == "__main__":
    unittest.main()
