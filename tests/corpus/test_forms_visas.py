#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Where the last visa ends: the sentence behind it is none of it, with line ends and without. See forms.py."""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import PROGRAM, ROOT, flat

HEAD = """COMMUNE DE VALBRISE
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 12 mars 2024
Objet : Tarif du pressoir
Vu le code général des collectivités territoriales, notamment ses articles L. 2121-29 et L. 2331-2,
"""
VISA = "Vu le code général des collectivités territoriales, notamment ses articles L. 2121-29 et L. 2331-2"
DECIDES = "\nLe conseil municipal, après en avoir délibéré, à l'unanimité, fixe le tarif à 12 €.\n"
SENTENCES = ["Le maire présente le compte de la vendange.", "Un débat s'engage sur la vendange.", "Mme ROUX, adjointe, expose que la délibération du 4 février 2022 est ancienne.",
             "La commission propose 12 €.", "Une concertation a été menée avec les vignerons."]
GOES_ON = [("Vu l'avis de la commission des pressoirs, saisie le 3 mars 2024,\n", "Vu l'avis de la commission des pressoirs, saisie le 3 mars 2024"),
           ("Vu la convention signée avec le syndicat La Grappe, La Futaie et l'association du Pressoir ;\n", "Vu la convention signée avec le syndicat La Grappe, La Futaie et l'association du Pressoir")]


def visas(texts):
    with tempfile.TemporaryDirectory() as tmp:
        files = [pathlib.Path(tmp) / f"{k:03}.txt" for k in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, encoding="utf-8")
        out = subprocess.run([PROGRAM, "lire", "--json", *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line)["actes"][0]["visas"] for line in out.decode().splitlines()]


class Visas(unittest.TestCase):
    def read(self, between, wanted):
        for end in (str, flat):
            for words, got in zip(between, visas([end(HEAD + words + DECIDES) for words in between])):
                self.assertEqual([v["texte"] for v in got.get("valeur") or []], [flat(w) for w in wanted(words)], (words, got))

    def test_a_sentence_behind_the_last_visa_is_none_of_it(self):
        self.read(SENTENCES, lambda words: [VISA])

    def test_a_visa_goes_on_over_its_commas(self):
        for words, visa in GOES_ON:
            self.read([words], lambda _: [VISA, visa])

    def test_what_was_heard_is_no_visa(self):
        law = "Vu la loi n° 2015-991 du 7 août 2015 portant nouvelle organisation"
        self.read([law + " ;\nEntendu Mme ROUX, adjointe,\n"], lambda _: [VISA, law])
        for heard in ("Ouï l'avis de sa commission des pressoirs ;\n", "OUÏ le rapporteur ;\n"):
            self.read([law + " ;\n" + heard], lambda _: [VISA, law])
            self.read([law + " ;\n" + heard + "Vu l'avis du comité ;\n"], lambda _: [VISA, law, "Vu l'avis du comité"])

    def test_a_visa_behind_a_comma_is_not_lost(self):
        self.read(["Entendu Mme ROUX, adjointe,\nVu l'avis du comité ;\n"], lambda _: [VISA, "Vu l'avis du comité"])

    def test_a_glued_opener_leaves_the_visas_unread(self):
        for words in ("Vul'avis du comité ;\n", "Vu l'avis du comité, Vule plan du pré ;\n", "Vula carte ;\nVu l'avis du comité ;\n"):
            for end in (str, flat):
                self.assertEqual([v["statut"] for v in visas([end(HEAD + words + DECIDES)])], ["illisible"])

    def test_the_matter_behind_a_visa_is_none_of_it(self):
        law = "Vu l'article L. 1612-1 du code général des collectivités territoriales"
        for words in (", il est proposé d'ouvrir 80 040 € pour un pressoir.", ", le maire propose d'acheter un pressoir.", " il convient d'ouvrir des crédits.", ", la commune doit ouvrir des crédits.",
                      ", M. le maire expose l'achat d'un pressoir.", ", nous devons ouvrir des crédits.", ", le conseil municipal doit ouvrir des crédits."):
            self.read([law + words + "\n"], lambda _: [VISA, law])
        for visa in ("Vu la lettre par laquelle, le 3 mars, le maire demande un pressoir", "Vu l'avis de la commission disant qu'il convient d'acheter", "Vu la demande de l'association, la commune de Valbrise entendue"):
            self.read([visa + ",\n"], lambda _: [VISA, visa])

    def test_dotted_initials_end_no_visa(self):
        for visa in ("Vu le C.G.C.T., art. L. 2121-29", "VU : - le C.G.C.T., art. L. 2121-29 et L. 2241-1,\n - l'avis du Domaine du 3 juin 2023,\n - le plan du géomètre", "Vu le P.L.U. approuvé le 3 mars 2020",
                     "Vu le P.L.H. de Valbrise", "Vu l'avis de la D.D.T.M. rendu le 3 mars", "Vu la convention avec l'A.D.M.R. de Valbrise", "Vu le S.L.D. présenté"):
            self.read([visa + ",\n"], lambda _: [VISA, " ".join(visa.split())])
        for words in (". M. le Maire propose d'acheter le pré.", ". Le maire propose d'acheter le pré."):
            self.read(["Vu l'avis du comité" + words + "\n"], lambda _: [VISA, "Vu l'avis du comité"])

    def test_a_visa_keeps_the_sign_it_ends_with(self):
        for visa in ("Vu l'offre de 600 €", "Vu le taux départemental de 30 %"):
            self.read([visa + ",\n"], lambda _: [VISA, visa])


if __name__ == "__main__":
    unittest.main()
