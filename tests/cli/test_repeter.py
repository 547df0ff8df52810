# SPDX-License-Identifier: EUPL-1.2
"""`repeter`: what another rule set would say of the same acts, kind by kind; of a directory, of files, of the archive of a service."""
import csv, io, json, os, pathlib, re, shutil, signal, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))
from program import PROGRAM, ROOT, SAMPLES, config, InFolder, replace_once, run, temporary
from daemon import ServiceTest

REGULAR = SAMPLES / "cp-reguliere.txt"
FAULTY = SAMPLES / "cp-deux-pouvoirs.txt"
MINUTES = SAMPLES / "pv-conseil-municipal.txt"
RULE = """regle {{
  id = "essai-a", version = "{version}", titre = "t", gravite = "{severity}", fondement = {{ {{ usage = "u" }} }},
  controle = function(d)
    {body}
  end,
}}
"""
SHIPPED = re.search(r'version = "([0-9.]+)"', (ROOT / "rules/pouvoir-unique.lua").read_text("utf-8"))[1]


class Repeter(InFolder):
    def setUp(self):
        super().setUp()
        for name in ("avant", "apres"):
            (self.path / name).mkdir()
        self.conf = config(self.path, regles=self.path / "avant")

    def rule(self, where, body, version="1.0.0", severity="majeure"):
        (self.path / where / "essai-a.lua").write_text(RULE.format(version=version, severity=severity, body=body), encoding="utf-8")

    def repeat(self, *args, **kw):
        return run("repeter", "--config", self.conf, "--regles", self.path / "apres", *args, **kw)

    def told(self, *args):
        status, out, err = self.repeat("--json", *args)
        self.assertEqual(err, "")
        return status, json.loads(out)

    def natures(self, *args):
        status, told = self.told(*args)
        found = [c["nature"] for r in told["regles"] for c in r["differences"]]
        self.assertEqual(sum(told["totaux"].values()), len(found))
        self.assertEqual(status, 1 if found else 0)
        return found

    def test_the_shipped_rules_against_themselves_differ_in_nothing(self):
        status, out, err = run("repeter", "--regles", ROOT / "rules", SAMPLES)
        self.assertEqual((status, err), (0, ""))
        n = len(list(SAMPLES.glob("*.txt")))
        self.assertRegex(out, rf"^{n} documents jugés, \d+ actes, 0 non lu ; ")
        self.assertTrue(out.endswith("\nTotal : aucune différence\n"))

    def test_a_shipped_rule_made_milder_over_the_samples(self):
        for rule in (ROOT / "rules").glob("*.lua"):
            shutil.copy(rule, self.path / "apres")
        path = self.path / "apres" / "pouvoir-unique.lua"
        path.write_text(replace_once(replace_once(path.read_text("utf-8"), "nombre(mandants) > maximum then", "nombre(mandants) > maximum + 1 then"),
                                     f'version = "{SHIPPED}"', 'version = "9.0.0"'), encoding="utf-8")
        status, out, err = run("repeter", "--regles", self.path / "apres", SAMPLES)
        self.assertEqual((status, err), (1, ""))
        self.assertIn(f"pouvoir-unique {SHIPPED} → 9.0.0 : 1 alerte retirée\n  retirée {FAULTY}, ligne 20 :\n"
                      "      avant : majeure, 2 pouvoirs portés par M. TERRASSOL (Mme BELLOUVIER et M. MALAVERGNE), maximum 1\n"
                      "      après : conforme, 4 pouvoirs, maximum 1 par élu\n", out)
        self.assertTrue(out.endswith("Total : 1 alerte retirée\n"))

    def test_each_kind_of_difference(self):
        bodies = {"conforme": 'return conforme("c")', "alerte": 'return anomalie("a")', "autre": 'return anomalie("b")', "ouvert": 'return non_verifiable("n")',
                  "sans": 'return sans_objet("s")', "erreur": "return 3", "mineure": 'return anomalie { message = "a", gravite = "mineure" }',
                  "sujet": 'return anomalie { message = "a", sujet = "autre" }',
                  "deux": 'return anomalies { { message = "a", sujet = "acte" }, { message = "z", sujet = "autre" } }'}
        for before, after, natures in (("conforme", "alerte", ["ajoutee"]), ("sans", "alerte", ["ajoutee"]), ("ouvert", "alerte", ["ajoutee"]),
                                       ("alerte", "conforme", ["retiree"]), ("alerte", "sans", ["retiree"]), ("alerte", "ouvert", ["non_verifiable"]),
                                       ("alerte", "erreur", ["non_verifiable"]), ("conforme", "ouvert", ["non_verifiable"]), ("ouvert", "conforme", ["decidee"]),
                                       ("alerte", "mineure", ["gravite"]), ("alerte", "autre", ["message"]), ("conforme", "sans", ["verdict"]),
                                       ("alerte", "alerte", []), ("conforme", "conforme", []), ("alerte", "sujet", ["retiree", "ajoutee"]),
                                       ("alerte", "deux", ["ajoutee"]), ("deux", "alerte", ["retiree"])):
            with self.subTest(before=before, after=after):
                for where, which in (("avant", before), ("apres", after)):
                    body = bodies[which]
                    if which in ("alerte", "autre", "mineure"):
                        body = body.replace('anomalie("a")', 'anomalie { message = "a", sujet = "acte" }').replace('anomalie("b")', 'anomalie { message = "b", sujet = "acte" }')
                        body = body.replace('gravite = "mineure"', 'gravite = "mineure", sujet = "acte"')
                    self.rule(where, body)
                self.assertEqual(self.natures(REGULAR), natures)

    def test_a_rule_that_comes_and_one_that_goes(self):
        self.rule("apres", 'return anomalie("a")', version="2.0.0")
        status, told = self.told(REGULAR)
        [rule] = told["regles"]
        self.assertEqual((rule["version_avant"], rule["version_apres"], rule["differences"][0]["avant"], rule["differences"][0]["apres"]["verdict"]),
                         (None, "2.0.0", None, "anomalie"))
        out = self.repeat(REGULAR)[1]
        self.assertIn("essai-a 2.0.0, nouvelle : 1 alerte ajoutée\n", out)
        self.assertIn("      avant : règle absente\n", out)
        status, out, _ = run("repeter", "--config", config(self.path, regles=self.path / "apres"), "--regles", self.path / "avant", REGULAR)
        self.assertEqual(status, 1)
        self.assertIn("essai-a 2.0.0, supprimée : 1 alerte retirée\n", out)

    def test_each_acte_of_minutes_by_its_number_and_verdicts_counted(self):
        self.rule("avant", 'return conforme("c")')
        self.rule("apres", 'if nombre(d.votes) == 2 then return anomalie(d.numero) end return conforme("c")')
        status, told = self.told(MINUTES, REGULAR)
        [rule] = told["regles"]
        [change] = rule["differences"]
        self.assertEqual((change["chemin"], change["acte"], change["actes"], change["apres"]["message"]), (str(MINUTES), 2, 3, "2024-022"))
        self.assertEqual(MINUTES.read_text("utf-8").splitlines()[change["ligne"] - 1], "Délibération n° 2024-022")
        self.assertEqual((rule["verdicts_avant"]["conforme"], rule["verdicts_apres"]["conforme"], rule["verdicts_apres"]["anomalie"]), (4, 3, 1))
        self.assertEqual((told["documents"], told["juges"], told["actes"], told["interrompu"]), (2, 2, 4, False))
        self.assertIn(f"  ajoutée {MINUTES}, acte 2 sur 3, ligne ", self.repeat(MINUTES)[1])

    def test_long_lists_are_cut_unless_asked(self):
        self.rule("avant", 'return conforme("c")')
        self.rule("apres", 'return anomalie("a")')
        acts = self.path / "actes" / "2023"
        acts.mkdir(parents=True)
        for i in range(25):
            shutil.copy(REGULAR, acts / f"{i:02}.txt")
        (acts / ".cache.txt").write_bytes(b"x")
        out = self.repeat(self.path / "actes")[1]
        self.assertEqual(out.count("  ajoutée /"), 20)
        self.assertIn("  … et 5 autres (ajoutée) ; --tout les montre\n", out)
        self.assertEqual(self.repeat("--tout", self.path / "actes")[1].count("  ajoutée /"), 25)
        paths = [c["chemin"] for c in self.told(self.path / "actes")[1]["regles"][0]["differences"]]
        self.assertEqual(paths, [str(acts / f"{i:02}.txt") for i in range(25)])

    def test_what_cannot_be_read_is_counted_with_its_reason(self):
        self.rule("avant", 'return conforme("c")')
        self.rule("apres", 'return conforme("c")')
        acts = self.path / "actes"
        acts.mkdir()
        shutil.copy(REGULAR, acts)
        (acts / "menu.txt").write_text("Menu de la cantine : carottes, poisson, riz.\n")
        (acts / "vide.txt").write_bytes(b"")
        status, out, err = self.repeat(acts)
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(out.startswith("Non lus\n"), out)
        self.assertRegex(out, r"menu\.txt : .*délibération")
        self.assertIn("1 document jugé, 1 acte, 2 non lus", out)
        self.assertEqual([pathlib.Path(u["chemin"]).name for u in self.told(acts)[1]["non_lus"]], ["menu.txt", "vide.txt"])
        self.assertEqual(self.repeat(acts / "vide.txt")[0], 2)   # nothing at all could be judged

    def test_csv_for_a_spreadsheet(self):
        self.rule("avant", 'return conforme("c")')
        self.rule("apres", 'return anomalie("=2+3;\\"x\\"")')
        status, out, _ = self.repeat("--csv", REGULAR)
        self.assertEqual(status, 1)
        rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline=""), delimiter=";"))
        self.assertEqual(rows[0][:4] + rows[0][-1:], ["nature", "regle", "chemin", "nom", "message_apres"])
        self.assertEqual([rows[1][i] for i in (0, 1, 2, 3, 6, 9, 10, 11)], ["ajoutee", "essai-a", str(REGULAR), REGULAR.name, "conforme", "anomalie", "majeure", '\'=2+3;"x"'])
        self.assertEqual(len(rows), 2)

    def test_names_are_data(self):
        """Of a file, in a table as on the terminal: no escape, no second row; bytes of no encoding are shown."""
        self.rule("avant", 'return conforme("c")')
        self.rule("apres", 'return anomalie("a")')
        acts = self.path / "actes"
        acts.mkdir()
        for name in (b"=a\x1b[31m\nb.txt", b"\xff.txt"):
            with open(os.path.join(os.fsencode(acts), name), "wb") as f:
                f.write(REGULAR.read_bytes())
        for form in ("--csv", "--json"):
            status, out, _ = self.repeat(form, acts)
            self.assertEqual(status, 1)
            self.assertNotRegex(out.replace("\r\n", ""), r"[\x00-\x09\x0b-\x1f]")
        out = self.repeat("--csv", acts)[1]
        rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline=""), delimiter=";"))
        self.assertEqual([row[3] for row in rows[1:]], [r"'=a\x1b[31m\nb.txt", r"\xff.txt"])

    def test_other_dated_values_and_another_configuration(self):
        law = self.path / "parametres"
        shutil.copytree(ROOT / "conf/parametres", law)
        path = law / "pouvoirs.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("{ du: 2022-08-01, valeur: 1,", "{ du: 2022-08-01, valeur: 2,"), encoding="utf-8")
        self.assertNotEqual(path.read_text("utf-8"), text)
        status, out, err = run("repeter", "--parametres", law, FAULTY)
        self.assertEqual((status, err), (1, ""))
        self.assertIn(f"pouvoir-unique {SHIPPED} : 1 alerte retirée", out)
        other = config(self.path, parametres=law)
        self.assertEqual(run("repeter", "--conf", other, FAULTY)[:2], (status, out))

    def test_what_is_wrong_is_said(self):
        self.rule("avant", 'return conforme("c")')
        self.rule("apres", 'return conforme("c"')
        status, out, err = self.repeat(REGULAR)
        self.assertEqual(status, 2)
        self.assertIn("essai-a.lua:", err)
        for args, words in (((REGULAR,), "--regles, --parametres ou --conf"), (("--regles", self.path / "absent", REGULAR), "absent"),
                            (("--regles", self.path / "avant", "--json", "--csv", REGULAR), "--json et --csv"),
                            (("--regles", self.path / "avant", self.path / "rien"), "rien"), (("--regles", self.path / "avant"), "il manque ACTES…")):
            status, out, err = run("repeter", "--config", self.conf, *args)
            self.assertEqual((status, out), (2, ""), args)
            self.assertIn(words, err)
        (self.path / "vide").mkdir()
        self.assertIn("aucun document", run("repeter", "--regles", self.path / "avant", self.path / "vide")[2])

    def test_a_rule_that_does_not_load_is_told_once_and_compared_with_nothing(self):
        self.rule("avant", 'return conforme("c")')
        self.rule("apres", 'return conforme("c"')
        for where in ("avant", "apres"):
            (self.path / where / "b.lua").write_text(RULE.format(version="1.0.0", severity="majeure", body='return conforme("c")').replace("essai-a", "b"), "utf-8")
        status, out, err = self.repeat(MINUTES, REGULAR)
        self.assertEqual((status, err.count("essai-a.lua:")), (2, 1))
        self.assertIn("essai-a 1.0.0 → ne se charge pas : elle n'est pas comparée\n", out)
        self.assertTrue(out.endswith("Total : aucune différence ; 1 règle qui ne se charge pas n'est pas comparée\n"), out)
        told = json.loads(self.repeat("--json", MINUTES, REGULAR)[1])
        rules = {r["regle"]: r for r in told["regles"]}
        self.assertIn("essai-a.lua:", rules["essai-a"]["faute"])
        self.assertEqual((rules["essai-a"]["version_apres"], rules["essai-a"]["differences"], rules["b"]["faute"]), (None, [], None))
        self.assertEqual((rules["b"]["verdicts_apres"]["conforme"], sum(rules["essai-a"]["verdicts_avant"].values())), (4, 0))
        # What is in force is broken, and what is to come is not.
        self.assertIn("essai-a ne se charge pas → 1.0.0 : elle", run("repeter", "--config", config(self.path, regles=self.path / "apres"), "--regles",
                                                                      self.path / "avant", REGULAR)[1])
        # Broken on both sides, as with other dated values alone: once too.
        status, out, err = run("repeter", "--config", config(self.path, regles=self.path / "apres"), "--regles", self.path / "apres", REGULAR)
        self.assertEqual((status, err.count("essai-a.lua:")), (2, 1))

    def test_interrupted_it_tells_what_it_has(self):
        """The last document is a FIFO that nobody writes: its child waits, and is there when Ctrl-C comes."""
        self.rule("avant", 'return conforme("c")')
        self.rule("apres", 'return anomalie("a")')
        os.mkfifo(self.path / "fifo")
        n = 4 * (os.cpu_count() or 1)
        p = subprocess.Popen([PROGRAM, "repeter", "--config", str(self.conf), "--regles", str(self.path / "apres"), *[str(REGULAR)] * n, str(self.path / "fifo")],
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with open(self.path / "fifo", "wb"):    # opens once the child reads: those before it, but for a row of cores, are judged
            p.send_signal(signal.SIGINT)
            out, err = (b.decode("utf-8") for b in p.communicate(timeout=30))
        self.assertEqual((p.returncode, err), (2, ""))
        self.assertRegex(out, rf"\nInterrompu : \d+ documents vus sur {n + 1}\.\n")
        seen = int(out.split("Interrompu : ")[1].split()[0])
        self.assertGreaterEqual(seen, n - (os.cpu_count() or 1))
        self.assertIn(f"essai-a 1.0.0 : {seen} alerte", out)


class Archive(ServiceTest):
    def test_the_archive_of_a_running_service(self):
        d = self.daemon().start()
        d.put("acte.txt", FAULTY.read_bytes())
        d.judged(1)
        d.put("encore.txt", FAULTY.read_bytes())
        d.put("menu.txt", b"Menu de la cantine : carottes, poisson, riz.\n")
        d.judged(2)
        etat = d.root / "etat"
        with temporary() as folder:
            rules = pathlib.Path(folder) / "regles"
            rules.mkdir()
            for args in ((etat,), (etat / "registre.sqlite",)):
                status, out, err = run("repeter", "--regles", rules, "--json", *args)
                self.assertEqual((status, err), (1, ""))
                told = json.loads(out)
                self.assertEqual((told["documents"], told["juges"], told["non_lus"]), (1, 1, []))    # each content once, the refused one not
                [change] = [c for r in told["regles"] if r["regle"] == "pouvoir-unique" for c in r["differences"]]
                self.assertEqual(pathlib.Path(change["chemin"]).read_bytes(), FAULTY.read_bytes())
                self.assertEqual((change["nature"], change["nom"]), ("retiree", "acte.txt"))
            self.assertRegex(run("repeter", "--regles", rules, etat)[1], rf"  retirée acte.txt \({etat}/archive/\S+\)")


if __name__ == "__main__":
    unittest.main()
