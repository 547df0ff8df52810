# SPDX-License-Identifier: EUPL-1.2
"""`expliquer`: what was taken in, each field, each rule with what it read, the law of the day; of one acte, one rule, of many; as JSON."""
import hashlib, json, pathlib, re, shutil, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ROOT, SAMPLES, config, InFolder, reading, replace_once, run, verdicts

REGULAR = SAMPLES / "cp-reguliere.txt"
FAULTY = SAMPLES / "cp-deux-pouvoirs.txt"
MINUTES = SAMPLES / "pv-conseil-municipal.txt"


def minutes_of(n):
    """Minutes of n actes, each with its number, words and vote."""
    text = MINUTES.read_text("utf-8")
    start, end = text.index("Délibération n° 2024-023"), text.index("La séance est levée")
    more = "".join(text[start:end].replace("2024-023", f"2024-{24 + i:03}") for i in range(n - 3))
    return text[:end] + more + text[end:]


class Expliquer(InFolder):
    def test_says_what_was_taken_in(self):
        out = run("expliquer", FAULTY)[1]
        raw = FAULTY.read_bytes()
        for words in (f"  Fichier        : {FAULTY}\n", f"  Type           : texte (utf-8), {len(raw)} octets\n", "  Texte          : le fichier lui-même\n",
                      f"  Empreinte      : SHA-256 {hashlib.sha256(raw).hexdigest()}\n", "  Contenu        : 1 acte, 1 page\n"):
            self.assertIn(words, out)
        self.assertRegex(out, r"  Règles         : \d+ règles, jeu [0-9a-f]{12}\n")
        latin = self.write("cp1252.txt", FAULTY.read_text("utf-8").encode("cp1252"))
        out = run("expliquer", latin)[1]
        self.assertIn("texte (cp1252)", out)
        self.assertIn(f"converti en UTF-8, {len(raw)} octets", out)

    def test_a_list_is_placed_where_its_first_element_is(self):
        act = ROOT / "conf" / "exemples" / "cp-reguliere.txt"
        line = next(n for n, words in enumerate(act.read_text("utf-8").splitlines(), 1) if "74 200 €" in words)
        self.assertRegex(run("expliquer", "--tout", act)[1], rf"a lu          Montants : 3 : 74 200,00 € ; .*, ligne {line}\n")

    def test_each_rule_with_all_it_rests_on(self):
        status, out, _ = run("expliquer", FAULTY)
        self.assertEqual(status, 1)
        rules = out[out.index("\nRègles\n"):]
        self.assertRegex(rules, r"^\nRègles\n  anomalie pouvoir-unique [0-9.]+, gravité majeure — ")   # what calls for an eye comes first
        told = rules[:rules.index("\n  non vérifiable")]
        for words in ("      2 pouvoirs portés par M. TERRASSOL (Mme BELLOUVIER et M. MALAVERGNE), maximum 1\n",
                      "      constat       Pouvoirs n° 1, ligne 20, colonne 1 : « Mme BELLOUVIER (pouvoir donné à M. TERRASSOL) »\n",
                      "      a lu          Date de la séance : 16 octobre 2023, ligne 3 « Le lundi 16 octobre 2023 »\n",
                      "      a lu          Pouvoirs : 4 : Mme BELLOUVIER → M. TERRASSOL ; ",
                      "      valeur        pouvoirs.maximum.departement.commission_permanente = 1, depuis le 1er août 2022 (CGCT L. 3121-16",
                      "      fondement     CGCT L. 3121-16 : "):
            self.assertIn(words, told)
        for rule in (ROOT / "rules").glob("*.lua"):
            self.assertRegex(out, rf"\n  (anomalie|conforme|non vérifiable|sans objet) {rule.stem} \d")
        self.assertEqual(len(re.findall(r"\n      non trouvé    Membres en exercice : ", out)) > 0, True)

    def test_the_law_is_that_of_the_day(self):
        """An article that came into force after the séance is no ground; what stood before it is told with its date."""
        act = SAMPLES / "cd-pleniere.txt"
        before = run("expliquer", "--regle", "elu-interesse", act)[1]
        self.assertNotIn("L. 3132-5", before)
        self.assertIn("fondement     jurisprudence CE, 6 juin 1997, SERTIM : sans texte, avant le 24 décembre 2025", before)
        later = self.write("acte.txt", replace_once(act.read_text("utf-8"), "Le vendredi 24 novembre 2023 à", "Le vendredi 23 janvier 2026 à"))
        self.assertIn("fondement     CGCT L. 3132-5 : ", run("expliquer", "--regle", "elu-interesse", later)[1])

    def test_a_value_to_be_checked_is_said_with_its_source(self):
        act = self.write("acte.txt", replace_once(REGULAR.read_text("utf-8"), "Le lundi 18 septembre 2023 à", "Le lundi 19 octobre 2020 à"))
        out = run("expliquer", "--regle", "pouvoir-unique", act)[1]
        self.assertRegex(out, r"\n      valeur        pouvoirs\.maximum\S+ = à vérifier par un juriste, du \d+ octobre 2020 au \d+ novembre 2020 \(\S.*\)\n")
        one = json.loads(run("expliquer", "--json", "--regle", "pouvoir-unique", act)[1])["verdicts"][0]
        self.assertEqual([(p["valeur"], p["a_verifier"]) for p in one["parametres"]], [(None, True)])
        self.assertEqual([r["parameters"] for r in verdicts(act) if (r["rule"] or {}).get("id") == "pouvoir-unique"], [[]])

    def test_one_acte_one_rule(self):
        out = run("expliquer", "--acte", "2", MINUTES)[1]
        self.assertIn("\nRègles de l'acte 2\n", out)
        self.assertNotIn("Acte 1 sur 3", out)
        self.assertNotIn("En bref", out)
        self.assertRegex(out, r"  conforme majorite \S+ — .*\n      2 votes jugés, rien à relever\n      a lu ")
        out = run("expliquer", "--regle", "majorite", MINUTES)[1]
        self.assertEqual(len(re.findall(r"^  \S.* majorite ", out, re.M)), 3)
        self.assertNotIn("quorum 1", out)
        for args, words in ((("--acte", "4"), "il n'y a pas d'acte 4 : le fichier en a 3"), (("--acte", "0"), "de 1 à 500"), (("--acte", "deux"), "« deux »"),
                            (("--regle", "quorums"), "aucune règle « quorums » en service ; vouliez-vous « quorum » ?"),
                            (("--regle", "zzzzzzzz"), "aucune règle « zzzzzzzz » en service (« scrutateur controler » les nomme)")):
            status, out, err = run("expliquer", *args, MINUTES)
            self.assertEqual((status, out), (2, ""), args)
            self.assertIn(words, err)

    def test_status_is_that_of_what_is_shown(self):
        self.assertEqual(run("expliquer", "--regle", "pouvoir-unique", FAULTY)[0], 1)
        self.assertEqual(run("expliquer", "--regle", "majorite", FAULTY)[0], 0)

    def test_minutes_of_forty_actes_stay_readable(self):
        act = self.write("pv.txt", minutes_of(40))
        self.assertEqual(len(reading(act)["actes"]), 40)
        out = run("expliquer", act)[1]
        self.assertEqual(len(re.findall(r"^Règles de l'acte \d+$", out, re.M)), 40)
        self.assertLess(len(out.splitlines()), 40 * 60)
        brief = out[out.index("\nEn bref\n"):out.index("\nSéance\n")]
        self.assertLess(len(brief.splitlines()), 20)
        self.assertIn("« --acte N » montre tout d'un acte", brief)
        self.assertRegex(out, r"\n  conforme quorum \S+ : 11 présents, 8 requis")
        self.assertRegex(out, r"\n  sans objet \(\d+\) : budget-dates, ")
        whole = run("expliquer", "--tout", act)[1]
        self.assertGreater(len(whole.splitlines()), 2 * len(out.splitlines()))
        self.assertNotIn("  sans objet (", whole)

    def test_json_holds_the_reading_and_every_verdict(self):
        status, out, _ = run("expliquer", "--json", MINUTES)
        self.assertEqual(status, 0)
        self.assertEqual(out.count("\n"), 1)
        told = json.loads(out)
        self.assertEqual(told["schema"], "scrutateur-explication/1.0")
        self.assertEqual(told["lecture"], reading(MINUTES))
        self.assertEqual(told["document"]["sha256"], hashlib.sha256(MINUTES.read_bytes()).hexdigest())
        records = [r for r in verdicts(MINUTES) if r["rule"] and r["event"] != "document"]
        self.assertEqual([(v["regle"], v["verdict"], v["message"]) for v in told["verdicts"]],
                         [(r["rule"]["id"], r["verdict"], r["message"]) for r in records])
        raw = MINUTES.read_bytes()
        seen = 0
        for v in told["verdicts"]:
            for p in v["passages"]:
                self.assertEqual(raw[slice(*p["octets"])].decode("utf-8"), p["texte"])
                self.assertEqual(raw[:p["octets"][0]].count(b"\n") + 1, p["ligne"])
                seen += 1
        self.assertGreater(seen, 50)
        two = run("expliquer", "--json", MINUTES, FAULTY)
        self.assertEqual((two[0], [json.loads(line)["document"]["fichier"] for line in two[1].splitlines()]), (1, [str(MINUTES), str(FAULTY)]))

    def test_a_rule_out_of_service_is_said(self):
        rules = self.path / "regles"
        shutil.copytree(ROOT / "rules", rules)
        with open(rules / "majorite.lua", "a") as f:
            f.write("\nlocal x = = 3\n")
        status, out, err = run("expliquer", "--config", config(self.path, regles=rules), REGULAR)
        self.assertEqual(status, 2)
        self.assertIn("\n  erreur majorite ? — ", out)
        self.assertIn("règle hors service", out)


if __name__ == "__main__":
    unittest.main()
