# SPDX-License-Identifier: EUPL-1.2
"""The lexicon as a jurist meets it: a phrase of the house is added by configuration alone, and a mistake is told with its place."""
import json, pathlib, re, sys, unicodedata, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ROOT, SAMPLES, config, InFolder, reading, replace_once, run

LEXICON = (ROOT / "conf/lexique.yaml").read_text("utf-8")
ACT = """Commune de Mirebois-sur-Lorne

Séance du 12 mars 2024

Nombre de conseillers en exercice : 5

Siégeaient autour de la table : M. Paul ARBEL, Mme Léa DORVAL, M. Luc GRISOL

Sont restés chez eux : Mme Ève TARVEL, M. Jean BRUMAIRE

Objet : vente du pressoir

Le conseil municipal, après en avoir délibéré, tous d'accord, décide de vendre le pressoir.

Mis au panneau de la mairie le 15 mars 2024
"""
HOUSE = {"presents": "siégeaient autour de la table", "absents": "sont restés chez eux", "unanimite": "tous d'accord",
         "publication": "mis au panneau de la mairie le"}


def plain(text):
    """Case and accents dropped, as the reader does."""
    bare = unicodedata.normalize("NFD", text.lower()).replace("’", "'")
    return "".join(c for c in bare if not unicodedata.combining(c))


class Lexicon(InFolder):
    def configured(self, lexicon):
        (self.path / "lexique.yaml").write_text(lexicon, encoding="utf-8")
        return config(self.path, lexique=self.path / "lexique.yaml")

    def test_phrases_of_the_house_make_a_text_readable(self):
        act = self.path / "acte.txt"
        act.write_text(ACT, encoding="utf-8")
        before = reading(act)
        lexicon = LEXICON
        for cue, phrase in HOUSE.items():
            lexicon = replace_once(lexicon, f"\n{cue}:\n", f"\n{cue}:\n  - {phrase}\n")
        status, out, err = run("lire", "--json", "--config", self.configured(lexicon), act)
        self.assertEqual((status, err), (0, ""))
        after = json.loads(out)
        for field in ("presents", "absents", "publication.date"):
            self.assertEqual((before["champs"][field]["statut"], after["champs"][field]["statut"]), ("illisible", "lu"), field)
        self.assertEqual([p["nom"] for p in after["champs"]["presents"]["valeur"]], ["Paul ARBEL", "Léa DORVAL", "Luc GRISOL"])
        self.assertEqual([p["nom"] for p in after["champs"]["absents"]["valeur"]], ["Ève TARVEL", "Jean BRUMAIRE"])
        self.assertEqual(after["champs"]["publication.date"]["valeur"], "2024-03-15")
        self.assertNotEqual(before["actes"][0]["votes"][0]["formule"]["valeur"], "unanimite")
        self.assertEqual(after["actes"][0]["votes"][0]["formule"]["valeur"], "unanimite")

    def test_a_wrong_lexicon_is_told_with_its_place_by_every_command(self):
        wrong = [
            ("vu: [vu]\npresent:\n  - ici\n", ":2:1: ", "clé inconnue « present » ; vouliez-vous « presents » ?"),
            ("pour:\n  - pour\ncontre:\n  - POUR\n", ":4:5: ", "« POUR » est déjà sous « pour »"),
            ("vu:\n  - vu\n  -\n", ":3:4: ", "phrase vide"),
            ("vu: vu\n", ":1:5: ", "« vu » attend une liste de phrases"),
            ("vu:\n  - [vu]\n", ":2:5: ", "une phrase est un texte"),
            ("vu:\n  - vu : le code\n", ":2:5: ", "se met entre guillemets droits : - \"vu : …\""),
            ("vu:\n- vu\n  - vus\n  - vu le\n", ":2:3: ", "jusqu'à la ligne 4, se lisent comme une seule phrase : mettez tous les « - » à la même colonne"),
            ("convocation:\n  - « dûment convoqué »\n", ":2:5: ", "feraient partie de la phrase : écrivez-la sans eux"),
            ("presents:\n  - le\n", ":2:5: ", "« le » se trouve dans tous les actes : écrivez la formule entière"),
            ("presents:\n  - \"*\"\n", ":2:5: ", "« * » n'a pas un mot"),
            ("vu:\n  - vu\nvu:\n  - vus\n", ":3:1: ", "déjà écrite ligne 1"),
            ("vu:\n\t- vu\n", ":2:1: ", "tabulation"),
            ("vu:\n  - a b c d e f g h i j k l m n o p q\n", ":2:5: ", "plus de 16 mots"),
        ]
        for text, place, cause in wrong:
            conf = self.configured(text)
            for command in (["controler"], ["lire", SAMPLES / "cm-reguliere.txt"]):
                status, out, err = run(command[0], "--config", conf, *command[1:])
                self.assertEqual((status, out), (2, ""), text)
                self.assertIn(f"{self.path}/lexique.yaml{place}", err)
                self.assertIn(cause, err)

    def test_a_lexicon_cut_short_is_named_before_the_rules_it_breaks(self):
        conf = self.configured(LEXICON[:LEXICON.index("\nsuite:\n")].replace("\npour:\n", "\npour:\n  - en faveur de ceci\n"))
        status, _, err = run("controler", "--config", conf)
        first = err.splitlines()[0]
        self.assertIn(f"avertissement : {self.path}/lexique.yaml : ", first)
        self.assertIn("« suite »", first)
        self.assertIn("le fichier est coupé, ou d'une version d'avant", first)
        self.assertNotIn("manque", run("controler", "--config", self.configured(LEXICON))[2])

    def test_a_missing_lexicon_is_named(self):
        conf = config(self.path, lexique=self.path / "absent.yaml")
        for command in (["controler"], ["lire", SAMPLES / "cm-reguliere.txt"]):
            status, _, err = run(command[0], "--config", conf, *command[1:])
            self.assertEqual(status, 2)
            self.assertIn("absent.yaml", err)

    def test_every_cue_says_what_it_is_for_with_an_example_that_holds(self):
        cues = re.findall(r"((?:^#.*\n)+)^([a-z_]+):\n((?:^  - .*\n)+)", LEXICON, re.M)
        self.assertEqual([name for _, name, _ in cues], re.findall(r"^([a-z_]+):", LEXICON, re.M))
        for comment, name, phrases in cues:
            known = [plain(p.strip().strip('"')) for p in re.findall(r"^  - (.*?)(?:\s+#.*)?$", phrases, re.M)]
            self.assertRegex(comment, r"\A# [A-ZÀ-Ý].{20,}", name)
            quoted = re.findall(r"⟦([^⟧]+)⟧", comment)
            self.assertTrue(quoted, name)
            for phrase in quoted:
                self.assertIn(plain(phrase), known, name)


if __name__ == "__main__":
    unittest.main()
