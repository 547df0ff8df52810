# SPDX-License-Identifier: EUPL-1.2
"""Dated law, rosters, lexicon, the house's decisions: one that is broken does not keep the service from coming back, and it is said loudly (ROBUST D-11)."""
import json, os, pathlib, re, shutil, signal, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import FAULTY, ServiceTest, numbered
from program import PROGRAM, ROOT

WORDS = ("parametres", "collectivites", "lexique", "reglages")
NAMES = {"parametres": "du droit daté", "collectivites": "des effectifs", "lexique": "du lexique", "reglages": "des réglages"}


class References(ServiceTest):
    def served(self, **keys):
        """A service with references of its own, that judged one document."""
        d = self.daemon(parametres="droit", collectivites="effectifs", lexique="lexique.yaml", reglages="reglages.yaml", supervision={"socket": "etat.sock"}, **keys)
        shutil.copytree(ROOT / "conf/parametres", d.root / "droit")
        shutil.copytree(ROOT / "conf/collectivites", d.root / "effectifs")
        shutil.copy(ROOT / "conf/lexique.yaml", d.root / "lexique.yaml")
        (d.root / "reglages.yaml").write_text("gravite: { pouvoir-unique: information }\n")
        d.start()
        d.put("0.txt", FAULTY.read_bytes())
        d.judged(1)
        return d

    def file(self, d, word):
        return {"parametres": d.root / "droit/pouvoirs.yaml", "collectivites": next((d.root / "effectifs").glob("*.yaml")),
                "lexique": d.root / "lexique.yaml", "reglages": d.root / "reglages.yaml"}[word]

    def etat(self, d):
        p = subprocess.run([PROGRAM, "etat", "--config", str(d.config)], capture_output=True, timeout=60)
        return p.returncode, p.stdout.decode()

    def command(self, d, *words):
        return subprocess.run([PROGRAM, *words, "--config", str(d.config)], capture_output=True, timeout=60).stdout.decode()

    def probe(self, d):
        return subprocess.run(["curl", "-s", "-w", "%{http_code}", "--unix-socket", str(d.root / "etat.sock"), "http://localhost/sante"],
                              capture_output=True, timeout=60, check=True).stdout.decode()

    def judged_as(self, d):
        """Of the last alert: severity, rule set, what judged in its former version."""
        r = d.records("alerte")[-1]
        return r["severity"]["level"], r["rule"]["ruleset"], r["rule"].get("former")

    def test_broken_at_a_start(self):
        """The former version judges, as before; log, records, etat, /sante and each alert say so; mended, it goes."""
        d = self.served()
        before = self.judged_as(d)
        self.assertEqual((before[0], before[2]), ("information", None))
        for n, word in enumerate(WORDS, 1):
            self.assertEqual(d.stop(), 0)
            file = self.file(d, word)
            whole = file.read_bytes()
            file.write_bytes(whole + b"\n: [ cass\xc3\xa9\n")
            d.start()
            d.put(f"{n}.txt", numbered(FAULTY, n))
            d.judged(n + 1)
            self.assertEqual(self.judged_as(d), (*before[:2], [word]))
            said = [r["message"] for r in d.records("service") if r["reason"] == "reference-gardee"]
            self.assertEqual(len(said), n)
            self.assertTrue(said[-1].startswith(f"le fichier {NAMES[word]} ({word}) ne se charge pas, la version précédente juge : {file}:"), said[-1])
            status, out = self.etat(d)
            self.assertEqual(status, 1, out)
            self.assertIn(f"{word} : le fichier ne se charge pas, la version précédente juge", out)
            shown = self.command(d, "regles")
            self.assertRegex(shown, rf"\nDe version précédente, car le fichier ne se charge pas\n  {word}\n +{re.escape(str(file))}:\d+:\d+: \S")
            self.assertEqual([r["nom"] for r in json.loads(self.command(d, "regles", "--json"))["references_precedentes"]], [word])
            self.assertEqual(self.probe(d), f"ok\nversion précédente en service, le fichier enregistré ne se charge pas : {word}\n200")
            file.write_bytes(whole)
            d.until(lambda: self.etat(d)[0] == 0, "le fichier corrigé est en service")
            self.assertEqual(self.probe(d), "ok\n200")
            self.assertNotIn("De version précédente", self.command(d, "regles"))

    def test_emptied_at_a_start(self):
        """What a save cut off by a power failure leaves has no byte: it does not load, and is not kept in the place of the good one."""
        d = self.served()
        before = self.judged_as(d)
        for n, word in enumerate(WORDS, 1):
            self.assertEqual(d.stop(), 0)
            file = self.file(d, word)
            whole = file.read_bytes()
            file.write_bytes(b"")
            d.start()
            d.put(f"{n}.txt", numbered(FAULTY, n))
            d.judged(n + 1)
            self.assertEqual(self.judged_as(d), (*before[:2], [word]))
            self.assertIn(f"{file}:1:1: fichier vide", d.text())
            file.write_bytes(whole)
            d.until(lambda: self.etat(d)[0] == 0, "le fichier corrigé est en service")

    def test_with_which_no_rule_judges(self):
        """A law under which the essais of every rule fail neither judges nor is kept in the place of one under which they passed."""
        d = self.served()
        before = self.judged_as(d)
        self.assertEqual(d.stop(), 0)
        file = self.file(d, "parametres")
        whole = file.read_bytes()
        file.unlink()
        d.start()
        self.assertNotIn("0 règle en service", d.text())
        self.assertEqual(d.stop(), 0)
        file.write_bytes(b"- [\n")
        d.start()
        d.put("1.txt", numbered(FAULTY, 1))
        d.judged(2)
        self.assertEqual(self.judged_as(d), (*before[:2], ["parametres"]))
        file.write_bytes(whole)

    def test_a_file_that_has_gone(self):
        """What a deleted file of dated law or of rosters said judges on, and what to do is said. The file may go when another says the same, or when
        a remark stood in its place."""
        d = self.served()
        before = self.judged_as(d)
        for n, word in enumerate(("parametres", "collectivites"), 1):
            file = d.root / "droit/montants.yaml" if word == "parametres" else self.file(d, word)
            whole = file.read_bytes()
            gone = f"{file}: fichier absent, alors que ce qu'il décide est en service"
            file.unlink()
            d.until(lambda: d.logged(gone), "le rechargement est refusé")
            self.assertIn(f"rechargement refusé, les règles en service restent : {gone}", d.text())
            self.assertEqual(d.stop(), 0)
            d.start()
            d.put(f"{n}.txt", numbered(FAULTY, n))
            d.judged(n + 1)
            self.assertEqual(self.judged_as(d), (*before[:2], [word]))
            self.assertIn(f"{word} : le fichier ne se charge pas, la version précédente juge", self.etat(d)[1])
            other = file.with_name("autre-nom.yaml")
            other.write_bytes(whole)
            d.until(lambda: self.etat(d)[0] == 0, "ce qu'il dit est dans un autre fichier")
            refused, served = d.logged("rechargement refusé"), d.logged("en service, dont")
            other.write_text("# rien : retiré le 3 mars\n")
            d.until(lambda: d.logged("en service, dont") > served, "une remarque tient lieu de ce qui est retiré")
            other.unlink()
            d.until(lambda: d.logged("en service, dont") > served + 1, "un fichier qui ne disait rien peut partir")
            self.assertEqual(d.logged("rechargement refusé"), refused)
            served = d.logged("en service, dont")
            file.write_bytes(whole)
            d.until(lambda: d.logged("en service, dont") > served, "le fichier est revenu")

    def test_what_was_kept_was_changed(self):
        """A kept law that loads, and is not what was kept, judges nobody."""
        d = self.served()
        self.assertEqual(d.stop(), 0)
        file = self.file(d, "parametres")
        whole = file.read_bytes()
        file.write_bytes(b"- [\n")
        kept = next((d.etat / "references-bonnes").glob("parametres-*")) / file.name
        kept.write_bytes(kept.read_bytes() + b"# autre\n")
        d.start(ready=False)
        self.assertEqual(d.stop(None), 2)
        self.assertIn(f"{file}:", d.text().splitlines()[-1])
        file.write_bytes(whole)
        d.start()
        self.assertEqual(kept.read_bytes(), whole)

    def test_what_is_saved_before_the_fault_is_what_serves(self):
        """A good change, then a broken one, then a start: the good change judges."""
        d = self.served()
        file = self.file(d, "reglages")
        before = d.logged("en service, dont")
        file.write_text("gravite: { pouvoir-unique: mineure }\n")
        d.until(lambda: d.logged("en service, dont") > before, "c'est en service")
        law = self.file(d, "parametres")
        law.write_bytes(law.read_bytes() + b"\n# relu\n")
        d.until(lambda: d.logged("en service, dont") > before + 1, "c'est en service")
        law.unlink()
        shutil.rmtree(law.parent)
        file.write_text("")
        d.until(lambda: d.logged("rechargement refusé"), "c'est refusé")
        self.assertEqual(d.stop(), 0)
        d.start()
        d.put("1.txt", numbered(FAULTY, 1))
        d.judged(2)
        self.assertEqual(self.judged_as(d)[::2], ("mineure", ["parametres", "reglages"]))
        self.assertEqual(len(list((d.etat / "references-bonnes").glob("parametres-*"))), 1)

    def test_broken_while_it_runs(self):
        """Nothing changes for what is in service, and a host that dies then comes back with it."""
        d = self.served()
        before = self.judged_as(d)
        self.file(d, "lexique").write_bytes(b"- [\n")
        d.until(lambda: d.logged("rechargement refusé"), "c'est refusé")
        d.put("1.txt", numbered(FAULTY, 1))
        d.judged(2)
        self.assertEqual(self.judged_as(d), before)
        os.kill(d.host(), signal.SIGKILL)
        d.until(lambda: d.logged("la version précédente juge"), "l'hôte est revenu")
        d.put("2.txt", numbered(FAULTY, 2))
        d.judged(3)
        self.assertEqual(self.judged_as(d), (*before[:2], ["lexique"]))

    def test_half_a_file_that_is_good_yaml(self):
        """It loads, and rules that were good fail their essais with it: refused while it runs, and at a start the former version judges, of two such
        files as of one; a refused one is never what is kept."""
        d = self.served()
        files = {word: self.file(d, word) for word in ("parametres", "lexique")}
        whole = {word: file.read_bytes() for word, file in files.items()}
        half = {"parametres": whole["parametres"].index(b"pouvoirs.maximum.departement"), "lexique": 900}
        for n, word in enumerate(("lexique", "parametres"), 1):
            refused = d.logged("rechargement refusé")
            files[word].write_bytes(whole[word][:half[word]])
            d.until(lambda: d.logged("rechargement refusé") > refused, "c'est refusé")
            self.assertEqual(d.stop(), 0)
            d.start()
            d.put(f"{n}.txt", numbered(FAULTY, n))
            d.judged(n + 1)
            self.assertNotIn("règle refusée", d.text())
            said = [r["message"] for r in d.records("service") if r["reason"] == "reference-gardee"][-n:]
            self.assertEqual(len(said), n)
            for message in said:
                self.assertRegex(message, r"^le fichier d.* la version précédente juge : avec lui, la règle [a-z-]+ serait perdue : essai « ")
            self.assertTrue(any(f"({word})" in message for message in said), said)
        for word, file in files.items():
            file.write_bytes(whole[word])
        d.until(lambda: self.etat(d)[0] == 0, "les fichiers corrigés sont en service")

    def test_the_value_that_would_break_a_rule_is_named(self):
        """By file and line, whether it was changed or is gone: whoever saved a value is not sent to a line of a rule."""
        d = self.served()
        file = self.file(d, "parametres")
        whole = file.read_text()
        name = "pouvoirs.maximum.departement.commission_permanente"
        line = 1 + whole[:whole.index(f"\n{name}:")].count("\n") + 1
        start = whole.index(f"\n{name}:") + 1
        value = whole.index("valeur: 1", whole.index("du: 2022-08-01", start))
        for changed, said in ((whole[:value] + "valeur: 4" + whole[value + 9:], f"{file}:{line} (« {name} »)"),
                              (whole.replace(f"\n{name}:", "\npouvoirs.maximum.departement.autre:"), f"{file} (« {name} » n'y est plus)")):
            refused = d.logged("rechargement refusé, les")
            file.write_text(changed)
            d.until(lambda: d.logged("rechargement refusé, les") > refused, "c'est refusé")
            self.assertRegex(d.text().splitlines()[-1], "la règle pouvoir-unique, en service, serait perdue : .* ; ce qui a changé : " + re.escape(said) + "$")
        self.assertIn(said, self.etat(d)[1])
        self.assertEqual(d.stop(), 0)
        d.start()
        self.assertRegex(d.text(), "le fichier du droit daté .* la version précédente juge : avec lui, la règle pouvoir-unique serait perdue : .*" + re.escape(said))
        file.write_text(whole)
        d.until(lambda: self.etat(d)[0] == 0, "les fichiers corrigés sont en service")

    def test_nothing_kept(self):
        """At the very first start there is nothing to fall back on: it ends with 2, and the fault is the file's. So it does when what was kept is damaged."""
        d = self.served()
        self.assertEqual(d.stop(), 0)
        file = self.file(d, "parametres")
        whole = file.read_bytes()
        file.write_bytes(b"- [\n")
        kept = next((d.etat / "references-bonnes").glob("parametres-*")) / file.name
        kept.write_bytes(b"- [\n")
        for _ in range(2):
            d.start(ready=False)
            self.assertEqual(d.stop(None), 2)
            self.assertIn(f"{file}:", d.text().splitlines()[-1])
            shutil.rmtree(d.etat / "references-bonnes", ignore_errors=True)
        file.write_bytes(whole)
        d.start()

    def test_the_configuration_itself(self):
        d = self.served()
        self.assertEqual(d.stop(), 0)
        whole = d.config.read_text()
        d.config.write_text(whole + "inconnue: 1\n")
        d.start(ready=False)
        self.assertEqual(d.stop(None), 2)
        d.config.write_text(whole)

    def test_the_same_content_is_not_judged_again_by_the_former_version(self):
        d = self.served()
        self.assertEqual(d.stop(), 0)
        self.file(d, "parametres").write_bytes(b"- [\n")
        d.start()
        d.put("encore.txt", FAULTY.read_bytes())
        d.judged(2)
        self.assertEqual(d.rows("SELECT same_as FROM document"), [(None,), (1,)])


if __name__ == "__main__":
    unittest.main()
