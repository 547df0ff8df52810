# SPDX-License-Identifier: EUPL-1.2
"""`essayer` as a test runner: what failed and why, what is missing, the exit status, and JUnit XML read by a real parser."""
import pathlib, re, shutil, sys, unittest
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ROOT, config, InFolder, replace_once, run

# What the usual readers of JUnit XML (Jenkins, GitLab) accept: attributes of each element, needed ones first.
SHAPE = {"testsuites": ({"name", "tests", "failures", "errors", "skipped", "time"}, set()),
         "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, {"file"}),
         "testcase": ({"name", "classname", "time"}, {"file", "line"}),
         "failure": ({"message", "type"}, set()), "error": ({"message", "type"}, set()), "skipped": ({"message"}, set())}
CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure", "error", "skipped"}, "failure": set(), "error": set(), "skipped": set()}


class Essayer(InFolder):
    def setUp(self):
        super().setUp()
        self.rules = self.path / "regles"
        self.rules.mkdir()
        for rule in ("majorite", "unanimite"):
            shutil.copy(ROOT / "rules" / f"{rule}.lua", self.rules)
        self.conf = config(self.path, regles=self.rules)

    def add(self, rule, text):
        with open(self.rules / f"{rule}.lua", "a", encoding="utf-8") as f:
            f.write("\n" + text)

    def essayer(self, *args):
        return run("essayer", "--config", self.conf, *args)

    def junit(self, *args):
        path = self.path / "essais.xml"
        status, out, err = self.essayer("--junit", path, *args)
        root = ET.parse(path).getroot()
        for element in root.iter():
            needed, more = SHAPE[element.tag]
            self.assertLessEqual(needed, set(element.attrib), element.tag)
            self.assertLessEqual(set(element.attrib), needed | more, element.tag)
            self.assertLessEqual({c.tag for c in element}, CHILDREN[element.tag], element.tag)
            if "time" in element.attrib:
                self.assertRegex(element.get("time"), r"^\d+\.\d{6}$")
        for element in [root, *root]:
            cases = list(element.iter("testcase"))
            self.assertEqual(int(element.get("tests")), len(cases))
            for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
                self.assertEqual(int(element.get(kind)), sum(c.find(tag) is not None for c in cases), (element.tag, kind))
        return status, root

    def test_all_is_well(self):
        status, out, err = self.essayer()
        self.assertEqual((status, err), (0, ""))
        self.assertRegex(out, r"^majorite \S+ : (\d+) essais, \1 réussis\nunanimite \S+ : (\d+) essais, \2 réussis\n\d+ essais réussis, 0 échec\n$")
        self.assertEqual(self.essayer("majorite", "unanimite")[1].count("essais, "), 2)

    def test_a_roster_of_the_house_changes_no_essai(self):
        """The essai « effectif inconnu » plays on the sample of an invented Département: a house that has one of that name keeps its rule."""
        shutil.copy(ROOT / "rules" / "quorum.lua", self.rules)
        rosters = self.path / "collectivites"
        rosters.mkdir()
        (rosters / "vaugine.yaml").write_text("nom: Département de la Vaugine\nniveau: departement\neffectif:\n  commission_permanente:\n"
                                              "    - { du: 2021-07-01, valeur: 54, source: essai }\n", encoding="utf-8")
        self.conf = config(self.path, regles=self.rules, collectivites=rosters)
        self.assertEqual(self.essayer("quorum")[0], 0)
        self.assertIn("28 requis (54 membres en exercice, d'après collectivites/vaugine.yaml)", run("verifier", "--tout", "--config", self.conf, ROOT / "conf/exemples/cp-reguliere.txt")[1])

    def test_a_failure_says_what_was_read_and_where(self):
        self.add("unanimite", 'essai "à revoir" { remplacer = { { "Pour : 29 Contre : 0", "Pour : 28 Contre : 1" } }, attendu = "conforme", message = "rien" }')
        status, out, _ = self.essayer("unanimite")
        self.assertEqual(status, 1)
        self.assertRegex(out, r"unanimite \S+ : \d+ essais, \d+ réussis, 1 échec\n")
        place = len((self.rules / "unanimite.lua").read_text("utf-8").splitlines())
        self.assertIn(f"  échec : essai « à revoir » ({self.rules}/unanimite.lua:{place})\n      attendu conforme, message « rien »\n"
                      "      obtenu anomalie majeure : 1 voix contre, mais « unanimité » annoncée\n", out)
        self.assertRegex(out, r"\n        lu : Contre \(vote 1\) = 1 \(ligne \d+ : « Contre : 1 »\)\n")
        self.assertRegex(out, r"\n        lu : Formule du résultat \(vote 1\) = unanimité \(ligne \d+")
        self.assertRegex(out, r"\n\d+ essais réussis, 1 échec\n$")

    def test_a_failure_names_the_dated_values(self):
        shutil.copy(ROOT / "rules" / "pouvoir-unique.lua", self.rules)
        self.add("pouvoir-unique", 'essai "à revoir" { attendu = "anomalie" }')
        out = self.essayer("pouvoir-unique")[1]
        self.assertRegex(out, r"\n        lu : Pouvoirs = 5 : M\. BRASSEMIN → Mme FONTRAILLE ; .* \(ligne \d+\)\n")
        self.assertRegex(out, r"\n        paramètre : pouvoirs\.maximum\S* = 1 \(.*L\. 3121-16")

    def test_a_failure_names_a_field_as_people_do_too(self):
        shutil.copy(ROOT / "rules" / "convocation.lua", self.rules)
        self.add("convocation", 'essai "à revoir" { remplacer = { { "convoqué le 5 octobre", "convoqué" } }, attendu = "conforme" }')
        status, out, _ = self.essayer("convocation")
        self.assertEqual(status, 1)
        self.assertRegex(out, r"obtenu non_verifiable : convocation\.date : .* \(« Date de la convocation »\)")

    def test_a_parameter_that_no_file_gives_is_told_with_the_nearest(self):
        (self.rules / "plafond.lua").write_text("""regle {
  id = "plafond", version = "1.0.0", titre = "Plafond", gravite = "mineure", fondement = { { usage = "pour l'essai" } },
  controle = function(d)
    if d.vote.contre > parametre("pouvoirs.maximum.comune.conseil_municipal", d.seance.date) then return anomalie("trop") end
    return conforme("bien")
  end,
}
essai "un" { attendu = "conforme" }
""", encoding="utf-8")
        wanted = f"paramètre inconnu dans {ROOT}/conf/parametres ; vouliez-vous « pouvoirs.maximum.commune.conseil_municipal » ?"
        self.assertIn(wanted, self.essayer("plafond")[1])
        status, _, err = run("controler", "--config", self.conf)
        self.assertEqual(status, 2)
        self.assertIn(wanted, err)

    def test_numbers_agree(self):
        self.add("majorite", "")
        text = (self.rules / "majorite.lua").read_text("utf-8")
        (self.rules / "majorite.lua").write_text(text[:text.index('\nessai "')] + '\nessai "seul" { attendu = "conforme" }\n', encoding="utf-8")
        self.assertRegex(self.essayer("majorite")[1], r"^majorite \S+ : 1 essai, 1 réussi\n")

    def test_to_do_and_done(self):
        self.add("majorite", 'essai "plus tard" { attendu = "anomalie", a_faire = oui }\nessai "déjà" { attendu = "conforme", a_faire = oui }')
        status, out, _ = self.essayer("majorite")
        self.assertEqual(status, 0)
        self.assertIn("  à faire : essai « plus tard »", out)
        self.assertIn("  fait : essai « déjà »", out)
        self.assertIn("« a_faire = oui » peut être retiré", out)
        self.assertTrue(out.endswith("0 échec, 1 à faire\n"))

    def test_a_verdict_without_essai(self):
        text = (self.rules / "majorite.lua").read_text("utf-8")
        (self.rules / "majorite.lua").write_text(re.sub(r'attendu = "non_verifiable"', 'a_faire = oui, attendu = "non_verifiable"', text), encoding="utf-8")
        status, out, _ = self.essayer("majorite")
        self.assertEqual(status, 1)
        self.assertIn("  manque : aucun essai n'attend « non_verifiable » : la règle n'entrera pas en service\n", out)
        self.assertRegex(out, r"0 échec, 1 verdict sans essai\n$")
        status, root = self.junit("majorite")
        self.assertEqual(root.get("failures"), "1")
        self.assertEqual(root.find(".//failure").get("type"), "minimum")

    def test_a_file_that_does_not_load_is_2_and_the_others_are_played(self):
        self.add("majorite", "local x = = 3")
        status, out, err = self.essayer()
        self.assertEqual(status, 2)
        self.assertIn("majorite : refusée", out)
        self.assertRegex(out, r"unanimite \S+ : \d+ essais")
        self.assertTrue(out.endswith("0 échec, 1 règle qui ne se charge pas\n"))
        status, root = self.junit()
        self.assertEqual((status, root.get("errors")), (2, "1"))
        self.assertIn("majorite.lua:", root.find(".//error").text)

    def test_a_rule_is_named_as_its_file_is(self):
        for name in ("unanimite", "unanimite.lua", self.rules / "unanimite.lua"):
            status, out, _ = self.essayer(name)
            self.assertEqual((status, out.split(" ")[0]), (0, "unanimite"), name)
        status, _, err = self.essayer("unanimites")
        self.assertEqual((status, err), (2, f"scrutateur : aucune règle « unanimites » dans {self.rules} ; vouliez-vous « unanimite » ?\n"))

    def test_a_file_that_notepad_named_is_told(self):
        for ending in (".lua.txt", ".lua.docx"):
            (self.rules / f"quorum{ending}").write_text("regle {}", encoding="utf-8")
        for command in (("essayer",), ("essayer", "quorum"), ("controler",), ("regles",)):
            _, _, err = run(*command, "--config", self.conf)
            self.assertIn(f"scrutateur : avertissement : {self.rules}/quorum.lua.txt n'est pas lu : renommez-le en « quorum.lua » (le Bloc-notes", err)
            self.assertIn(f"{self.rules}/quorum.lua.docx n'est pas lu : renommez-le en « quorum.lua », en texte, UTF-8\n", err)

    def test_a_file_of_values_that_no_one_reads_is_told(self):
        rosters = self.path / "collectivites"
        rosters.mkdir()
        for name in ("bourg.yml", "bourg.yaml.txt"):
            (rosters / name).write_text("nom: Bourg\n", encoding="utf-8")
        conf = config(self.path, regles=self.rules, collectivites=rosters)
        for command in (("essayer", "--config", conf), ("controler", "--config", conf), ("verifier", "--config", conf, ROOT / "conf/exemples/cp-reguliere.txt")):
            err = run(*command)[2]
            self.assertIn(f"scrutateur : avertissement : {rosters}/bourg.yml n'est pas lu : renommez-le en « bourg.yaml »\n", err)
            self.assertIn(f"{rosters}/bourg.yaml.txt n'est pas lu : renommez-le en « bourg.yaml » (le Bloc-notes", err)

    def test_junit_holds_what_failed_escaped(self):
        self.add("majorite", 'essai "<a> & \\"b\\" \\1\\tfin" { attendu = "anomalie", message = "<i>]]>&" }\nessai "plus tard" { attendu = "anomalie", a_faire = oui }')
        status, root = self.junit()
        self.assertEqual(status, 1)
        case = next(c for c in root.iter("testcase") if c.find("failure") is not None)
        self.assertEqual((case.get("name"), case.get("classname")), ('<a> & "b" \ufffd\tfin', "majorite"))
        self.assertIn("message « <i>]]>& »", case.find("failure").text)
        self.assertEqual(case.find("failure").get("message"), "attendu anomalie, message « <i>]]>& »")
        self.assertEqual(len(root.findall(".//skipped")), 1)
        self.assertEqual([s.get("name") for s in root], ["majorite", "unanimite"])

    def test_junit_of_one_rule_and_a_place_that_is_not_there(self):
        status, root = self.junit("unanimite")
        self.assertEqual((status, [s.get("name") for s in root]), (0, ["unanimite"]))
        status, _, err = self.essayer("--junit", self.path / "absent" / "essais.xml")
        self.assertEqual(status, 2)
        self.assertIn("absent", err)


if __name__ == "__main__":
    unittest.main()
