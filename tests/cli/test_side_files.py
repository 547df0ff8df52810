# SPDX-License-Identifier: EUPL-1.2
"""--cote: the same side files as the service reads, on the command line; and those that stand beside a document for `repeter`."""
import json, os, pathlib, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import InFolder, PROGRAM, ROOT, SAMPLES, config, run

SENT = SAMPLES / "cm-transmise.txt"
ARACTE, PASTELL = f"{SENT}.cote1", f"{SENT}.cote2"
BROKEN = '<actes:Acte xmlns:actes="http://www.interieur.gouv.fr/ACTES#v1.1-20040216"'


class SideFiles(InFolder):
    def other_number(self):
        return self.write("acte.txt", SENT.read_text(encoding="utf-8").replace("n° 2024-31", "n° 2024-32"))

    def test_without_them_nothing_of_them_is_shown(self):
        status, out, _ = run("lire", SENT)
        self.assertEqual(status, 0)
        self.assertNotIn("accompagnement", out)
        self.assertNotIn("acte.", run("lire", "--json", SENT)[1])
        self.assertNotIn("side_files", run("verifier", "--json", SENT)[1])

    def test_lire_shows_where_each_value_stands(self):
        out = run("lire", "--cote", ARACTE, "--cote", PASTELL, SENT)[1]
        self.assertIn("Fichiers d'accompagnement\n  cm-transmise.txt.cote1 — accusé de réception ACTES\n"
                      "  cm-transmise.txt.cote2 — metadata.json de Pastell\n", out)
        self.assertIn("  Matière de l'acte        : 3.1  cm-transmise.txt.cote1, ligne 5\n", out)
        champs = json.loads(run("lire", "--json", "--cote", PASTELL, SENT)[1])["champs"]
        self.assertEqual(champs["acte.date"], {"statut": "lu", "valeur": "2024-06-06", "cote": 1, "ligne": 3, "octets": None})
        self.assertEqual(champs["acte.siren"]["octets"], champs["siren"]["octets"])  # of the stamp
        self.assertEqual(champs["seance.date"]["valeur"], "2024-06-06")

    def test_verifier_holds_them_against_the_act(self):
        act = self.other_number()
        self.assertEqual(run("verifier", act)[0], 0)
        status, out, _ = run("verifier", "--cote", ARACTE, act)
        self.assertEqual(status, 1)
        self.assertIn("mineure enveloppe-coherente : numéro transmis : « DE2024_31 » (cm-transmise.txt.cote1, ligne 2), « 2024-32 » dans l'acte\n", out)
        [alert] = [json.loads(line) for line in run("verifier", "--json", "--cote", ARACTE, act)[1].splitlines() if '"event": "alerte"' in line]
        self.assertEqual([s["kind"] for s in alert["document"]["side_files"]], ["aracte"])
        self.assertEqual((alert["act"]["nature"], alert["act"]["matter"]), (1, "3.1"))

    def test_expliquer_says_what_the_rule_read_and_where(self):
        status, out, _ = run("expliquer", "--regle", "enveloppe-coherente", "--cote", ARACTE, SENT)
        self.assertEqual(status, 0)
        self.assertIn("a lu          Date transmise : 6 juin 2024 (cm-transmise.txt.cote1, ligne 2)\n", out)
        told = json.loads(run("expliquer", "--json", "--cote", ARACTE, SENT)[1])
        self.assertEqual(told["lecture"]["document"]["cotes"][0]["genre"], "aracte")

    def test_a_bad_one_is_said_and_the_act_judged(self):
        bad = {"coupe.xml": BROKEN, "dtd.xml": "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "grand.json": "{" + " " * (1 << 20), "vide": ""}
        for name, content in bad.items():
            with self.subTest(name):
                path = self.write(name, content)
                self.assertIn(f"  {name} — non lu, parce que : ", run("lire", "--cote", path, SENT)[1])
                status, out, _ = run("verifier", "--cote", path, SENT)
                self.assertEqual(status, 0)
                self.assertIn(f"{name} n'est pas lu", run("verifier", "--json", "--cote", path, SENT)[1].encode().decode("unicode_escape"))

    def test_a_name_that_would_write_to_the_terminal(self):
        path = self.path / "a\x1b[31m\nb.xml"
        path.write_bytes(pathlib.Path(ARACTE).read_bytes())
        for command in ("lire", "verifier", "expliquer"):
            out = "".join(run(command, "--cote", path, self.other_number())[1:])
            self.assertNotIn("\x1b", out)
            self.assertNotIn("\nb.xml", out)
        self.assertIn("a\\x1b[31m\\nb.xml — accusé", run("lire", "--cote", path, SENT)[1])

    def test_a_pipe_is_read_once_for_all_attempts(self):
        left, right = os.pipe()
        os.write(right, pathlib.Path(PASTELL).read_bytes())
        os.close(right)
        os.set_inheritable(left, True)
        p = subprocess.run([PROGRAM, "lire", "--cote", f"/proc/self/fd/{left}", str(SENT)], pass_fds=[left], stdout=subprocess.PIPE, text=True, timeout=60)
        os.close(left)
        self.assertIn("Matière de l'acte        : 3.1", p.stdout)

    def test_what_is_wrong_with_the_option(self):
        for command in ("lire", "verifier", "expliquer"):
            status, _, err = run(command, "--cote", self.path / "absent.xml", SENT)
            self.assertEqual(status, 2)
            self.assertIn("absent.xml : ", err)
            self.assertEqual(run(command, "--cote", self.path, SENT)[0], 2)  # a directory
            status, _, err = run(command, "--cote", ARACTE, SENT, SENT)
            self.assertEqual((status, err.splitlines()[0]), (2, f"scrutateur : {command} : --cote accompagne un seul fichier, et 2 sont nommés"))
            four = ["--cote", ARACTE] * 4
            self.assertIn(run(command, *four, SENT)[0], (0, 1))
            status, _, err = run(command, *four, "--cote", PASTELL, SENT)
            self.assertEqual((status, err.splitlines()[0]), (2, f"scrutateur : {command} : 4 fichiers d'accompagnement au plus"))
        self.assertEqual(run("controler", "--cote", ARACTE)[0], 2)

    def test_repeter_judges_a_document_with_those_beside_it(self):
        self.other_number()
        rules, acts = self.path / "regles", self.path / "actes"
        rules.mkdir(), acts.mkdir()
        rule = (ROOT / "rules" / "enveloppe-coherente.lua").read_text(encoding="utf-8")
        self.write("regles/enveloppe-coherente.lua", rule.replace('gravite = "mineure"', 'gravite = "information"').replace("1.0.0", "1.0.1"))
        (acts / "acte.txt").write_bytes((self.path / "acte.txt").read_bytes())
        (acts / "acte.txt.cote1").write_bytes(pathlib.Path(ARACTE).read_bytes())
        (acts / "seul.txt").write_bytes((self.path / "acte.txt").read_bytes())
        status, out, err = run("repeter", "--config", config(self.path), "--regles", rules, acts)
        self.assertIn("2 documents jugés", out)
        self.assertIn("Total : 1 gravité changée", out, err)
        self.assertIn("« DE2024_31 » (acte.txt.cote1, ligne 2)", out)


if __name__ == "__main__":
    unittest.main()
