# SPDX-License-Identifier: EUPL-1.2
"""The command line as a person meets it: exit statuses, French messages with their place, nothing dangerous on a terminal."""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT, SAMPLES, config, InFolder, replace_once, run, temporary, verdicts

# As make names it: objects built under another name would not know the headers they depend on.
BUILD = os.path.relpath(pathlib.Path(PROGRAM).parent, ROOT)
REGULAR = SAMPLES / "cp-reguliere.txt"
FAULTY = SAMPLES / "cp-deux-pouvoirs.txt"
MINUTES = SAMPLES / "pv-conseil-municipal.txt"


class Cli(InFolder):
    def one_rule(self, command, *args, **more):
        """`run` with pouvoir-unique alone: what any rule would show, for a tenth of what all of them cost to load."""
        rules = self.path / "une-regle"
        if not rules.exists():
            rules.mkdir()
            shutil.copy(ROOT / "rules" / "pouvoir-unique.lua", rules)
            config(rules, regles=rules)
        return run(command, "--config", rules / "scrutateur.yaml", *args, **more)

    def test_help_names_every_command(self):
        status, out, _ = run("aide")
        self.assertEqual(status, 0)
        for name in ("surveiller", "verifier", "lire", "expliquer", "essayer", "controler"):
            self.assertIn(name, out)
            status, page, _ = run(name, "--aide")
            self.assertEqual(status, 0)
            self.assertIn("usage : scrutateur " + name, page)
        self.assertNotIn("hote", out)

    def test_no_command_or_unknown_is_2(self):
        self.assertEqual(run()[0], 2)
        self.assertEqual(run("lirre"), (2, "", "scrutateur : commande inconnue « lirre » ; vouliez-vous « lire » ?\n"))
        self.assertEqual(run("zzz\x1b")[2], "scrutateur : commande inconnue « zzz\\x1b » (« scrutateur aide » les nomme)\n")

    def test_unknown_option_is_2(self):
        status, _, err = run("lire", "--jsonn", REGULAR)
        self.assertEqual(status, 2)
        self.assertIn("--jsonn", err)

    def test_what_a_command_does_not_take_is_an_error(self):
        for args in (("controler", REGULAR), ("expliquer", "--annoter", REGULAR), ("lire", "--tout", REGULAR), ("lire",), ("surveiller",),
                     ("lire", "--couleur", "peut-etre", REGULAR), ("verifier", "--config")):
            status, out, err = run(*args)
            self.assertEqual((status, out), (2, ""), args)
            self.assertIn("usage : scrutateur " + args[0], err)

    def test_what_is_missing_is_named_as_the_command_knows_it(self):
        self.assertIn("lire : il manque le nom d'un fichier (« - » pour l'entrée standard)\n", run("lire")[2])
        for command, what in (("remettre", "NOM|MOTIF…"), ("documenter", "DOSSIER"), ("repeter", "ACTES…")):
            self.assertTrue(run(command)[2].startswith(f"scrutateur : {command} : il manque {what}\nusage : "), command)

    def test_what_is_wrong_with_an_option_is_said(self):
        for args, words in ((("lire", "--anoter", REGULAR), "lire : option inconnue « --anoter » (--annoter ?)\n"),
                            (("lire", "--zzzzzzzz", REGULAR), "lire : option inconnue « --zzzzzzzz »\n"),
                            (("lire", "-x", REGULAR), "lire : option inconnue « -x »\n"),
                            (("verifier", "--anoter", REGULAR), "verifier : option inconnue « --anoter »"),
                            (("lire", REGULAR, "--config"), "lire : il manque la valeur de --config\n"),
                            (("historique", "--acte", ""), "historique : la valeur de --acte est vide\n"),
                            (("lire", "--json=1", REGULAR), "lire : --json ne prend pas de valeur\n"),
                            (("lire", "--couleur", "peut-\x1b", REGULAR), "lire : --couleur vaut oui, non ou auto, pas « peut-\\x1b »\n"),
                            (("lire", "--tout", REGULAR), "lire : cette commande ne prend pas l'option --tout\n")):
            status, out, err = run(*args)
            self.assertEqual((status, out), (2, ""), args)
            self.assertTrue(err.startswith("scrutateur : " + words), err)
        self.assertEqual(run("lire", "-h"), run("lire", "--help"))
        self.assertEqual(run("lire", "-h")[0], 0)

    def test_verifier_statuses(self):
        self.assertEqual(self.one_rule("verifier", REGULAR)[0], 0)
        status, out, _ = self.one_rule("verifier", FAULTY)
        self.assertEqual(status, 1)
        self.assertIn("pouvoir-unique", out)
        self.assertEqual(self.one_rule("verifier", self.path / "absent.txt")[0], 2)
        self.assertEqual(self.one_rule("verifier", REGULAR, FAULTY)[0], 1)

    def test_verifier_reads_standard_input(self):
        status, out, _ = self.one_rule("verifier", "-", stdin=FAULTY.read_bytes())
        self.assertEqual(status, 1)
        self.assertIn("pouvoir-unique", out)

    def test_verifier_json_is_a_valid_chain(self):
        status, out, _ = run("verifier", "--json", "--tout", REGULAR, FAULTY)
        self.assertEqual(status, 1)
        lines = self.write("records.jsonl", out)
        p = subprocess.run(["/usr/bin/python3", ROOT / "tests/support/validate_records.py", lines], capture_output=True, text=True)
        self.assertEqual(p.returncode, 0, p.stdout + p.stderr)

    def test_evidence_quotes_the_bytes_of_the_file(self):
        raw = FAULTY.read_bytes()
        seen = 0
        for r in verdicts(FAULTY):
            for e in r["evidence"] or []:
                if not e["cut"]:
                    self.assertEqual(raw[e["bytes"][0]:e["bytes"][1]].decode("utf-8"), e["text"])
                    seen += 1
        self.assertGreater(seen, 5)

    def test_a_member_may_bear_a_name_that_no_message_may_say(self):
        """Found by an attacker: the surname in the message made the finding an `erreur`."""
        path = self.write("acte.txt", FAULTY.read_text("utf-8").replace("TERRASSOL", "ILLÉGALOT"))
        status, out, _ = run("verifier", path)
        self.assertEqual(status, 1)
        self.assertIn("portés par M. ILLÉGALOT", out)

    def test_refusals_say_why(self):
        for name, content, word in (("vide.txt", b"", "vide"), ("blanc.txt", b" \n\t\n", "blancs"), ("image.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
                                    ("acte.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"), ("binaire", bytes(range(256)) * 8, "binaire"),
                                    ("menu.txt", "Menu de la cantine : carottes, poisson, riz.\n".encode(), "délibération")):
            path = self.write(name, content)
            status, _, err = run("lire", path)
            self.assertEqual(status, 2, name)
            self.assertIn(word, err, name)
            self.assertIn(name, err)
            self.assertEqual(self.one_rule("verifier", path), (2, "", err), name)
        self.assertEqual(self.one_rule("expliquer", path), (2, "", err))

    def test_files_that_cannot_be_read_are_said_the_same_way(self):
        for folder in ("actes", "vide"):
            (self.path / folder).mkdir()
        (self.path / "actes" / "mai.pdf").write_bytes(b"")
        names = [f"{self.path}/absent.txt", f"{self.path}/actes//", f"{self.path}/vide"]
        told = [self.one_rule(command, *names) for command in ("lire", "verifier", "expliquer")]
        self.assertEqual(len({(status, err) for status, _, err in told}), 1, told)
        status, out, err = told[1]
        self.assertEqual((status, out), (2, ""))
        self.assertNotIn("== ", told[0][1])
        for line, name, words in zip(err.splitlines(), names, ("inexistant", f"{self.path}/actes/*.pdf", f"{self.path}/vide/*")):
            self.assertTrue(line.startswith(f"scrutateur : {name} : "), line)
            self.assertTrue(line.endswith(words), line)
        out = run("lire", self.path / "absent.txt", REGULAR, REGULAR)[1]
        self.assertEqual([line for line in out.splitlines() if line.startswith("== ")], [f"== {REGULAR}"] * 2)
        self.assertTrue(out.startswith("== "))

    def test_controler_says_what_it_read(self):
        rosters = self.path / "effectifs"
        rosters.mkdir()
        (rosters / "bourg.yaml").write_text("nom: Bourg\nniveau: commune\neffectif:\n  conseil_municipal:\n    - { valeur: 15, source: essai }\n", encoding="utf-8")
        status, out, _ = run("controler", "--config", config(self.path, collectivites=rosters))
        self.assertEqual(status, 0)
        self.assertRegex(out, rf"lus : \d+ paramètres \({ROOT}/conf/parametres\), 1 collectivité \({rosters}\), le lexique \({ROOT}/conf/lexique.yaml\)")

    def test_a_bound_in_one_phrase_is_shown_once(self):
        act = self.write("acte.txt", "Commune de Mirebois-sur-Lorne\nSéance du 12 mars 2024\nÉtaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc GRISOL\n"
                         "Étaient absents : Mme Ève TARVEL jusqu'à son arrivée à 20h36, M. Jean BRUMAIRE\nObjet : vente du pressoir\n"
                         "Le conseil municipal, après en avoir délibéré, à l'unanimité, décide de vendre le pressoir.\n")
        self.assertIn("Mme Ève TARVEL (jusqu'à son arrivée à 20h36), M. Jean BRUMAIRE", run("lire", act)[1])

    def test_verifier_says_which_acte_and_groups(self):
        text = MINUTES.read_text("utf-8")
        total = re.search(r"document : 3 actes, \d+ règles, (\d+) verdicts : (.*)\n", run("verifier", MINUTES)[1])
        self.assertEqual(int(total.group(1)), sum(map(int, re.findall(r"\d+", total.group(2)))))
        out = run("verifier", "--tout", MINUTES)[1]
        self.assertIn("  conforme pouvoir-unique, actes 1 à 3 : ", out)
        self.assertIn("  conforme quorum, actes 2 et 3 : ", out)
        self.assertIn("  conforme quorum, acte 1 sur 3 : ", out)
        self.assertIn("  sans objet delegation-commission-permanente, actes 1 à 3 : ", out)
        undated = self.write("sans-date.txt", replace_once(replace_once(text, "Séance du jeudi 11 avril 2024", "Séance du jeudi"), "Pour : 10 Contre : 2", "Pour : 5 Contre : 7"))
        lines = run("verifier", undated)[1].splitlines()
        self.assertRegex(lines[1], r"^  \w+ \S+, acte 1 sur 3 « [^»]+ » : ")      # the anomaly comes first, and names its acte
        open_lines = [line for line in lines if line.startswith("  non vérifiable")]
        self.assertGreater(len([line for line in open_lines if ", actes 1 à 3 : Date de la séance : " in line]), 2, lines)

    def test_verifier_does_not_add_up_what_it_says_once(self):
        text = MINUTES.read_text("utf-8")
        announced = self.write("quorum.txt", replace_once(text, "en exercice : 15", "en exercice : 15\nQuorum : 7"))
        out = run("verifier", announced)[1]
        self.assertIn("  information quorum, actes 2 et 3 : 7 annoncé comme quorum", out)
        self.assertRegex(out, r"document : .* 3 anomalies.* ; ces anomalies sont 2 constats différents\n")
        self.assertNotIn("constat", run("verifier", MINUTES)[1])

    def test_verifier_shows_every_passage(self):
        out = run("verifier", FAULTY)[1]
        self.assertRegex(out, r"ligne 20 : « Mme BELLOUVIER .*\n +ligne 21 : « M. MALAVERGNE ")

    def test_verifier_says_when_no_rule_could_judge(self):
        act = self.write("rien.txt", "CONSEIL MUNICIPAL\nVu le code général des collectivités territoriales,\nLe conseil décide de planter des arbres.\n")
        rules = self.path / "regles"
        rules.mkdir()
        for name in ("quorum", "pouvoir-unique"):
            shutil.copy(ROOT / "rules" / f"{name}.lua", rules)
        status, out, _ = run("verifier", "--config", config(self.path, regles=rules), act)
        self.assertEqual(status, 0)
        self.assertTrue(out.endswith(" ; aucune règle n'a pu juger ce document\n"), out)
        self.assertNotIn("aucune règle", run("verifier", REGULAR)[1])

    def test_people_read_words_not_names_of_fields(self):
        act = self.write("acte.txt", replace_once(MINUTES.read_text("utf-8"), "Contre : 2", "Contre :"))
        status, page, _ = run("expliquer", act)
        shown = run("verifier", "--tout", act)[1]
        for words in ("non vérifiable majorite", ": Contre (vote 1) : "):
            self.assertIn(words, shown)
        page = run("expliquer", "--tout", act)[1]
        for words in ("      non mentionné Contre (vote 1) : ", "      a lu          Pour (vote 1) : ", "  sans objet "):
            self.assertIn(words, page)
        for word in ("non_verifiable", "sans_objet", "votes[", "presents", "seance.date"):
            self.assertNotIn(word, re.sub(r"valeur .*|conf/\S+", "", page + shown), word)
        self.assertIn("votes[1].contre", run("verifier", "--json", act)[1])

    def test_what_is_not_in_the_act_is_not_an_absent(self):
        out = run("lire", MINUTES)[1]
        self.assertIn(" : non mentionné", out)
        self.assertNotIn(" : absent", out)
        act = self.write("acte.txt", "CONSEIL MUNICIPAL\nVu le code général des collectivités territoriales,\nLe conseil décide de planter des arbres.\n")
        self.assertIn("Références               : aucune\n", run("lire", act)[1])
        self.assertIn('"absent"', run("lire", "--json", MINUTES)[1])

    def test_escape_sequences_never_reach_the_terminal(self):
        text = replace_once(REGULAR.read_text("utf-8"), "M. ARGENTEL, Président", "M. ARGENTEL\x1b]0;pwned\x07, Président")
        path = self.write("a\x1b[31mb\nc.txt", text)
        for command in ("lire", "expliquer", "verifier"):
            status, out, err = run(command, "--couleur", "non", path)
            self.assertNotIn("\x1b", out + err, command)
            self.assertNotIn("\x07", out + err, command)
        status, out, err = run("lire", self.path / "absent\x1b[31m.txt")
        self.assertNotIn("\x1b", err)

    def test_colour_only_when_asked_or_terminal(self):
        self.assertNotIn("\x1b[", run("lire", REGULAR)[1])
        self.assertIn("\x1b[", run("lire", "--couleur", "oui", REGULAR)[1])

    def test_lire_shows_value_line_and_reason(self):
        status, out, _ = run("lire", REGULAR)
        self.assertEqual(status, 0)
        for words in ("commission", "2023", "ligne", "Mme"):
            self.assertIn(words, out)

    def test_expliquer_shows_law_values_and_passages(self):
        status, out, _ = run("expliquer", FAULTY)
        self.assertEqual(status, 1)
        for words in ("pouvoir-unique", "anomalie", "CGCT", "L. 3121-16", "fondement", "valeur", "constat", "ligne"):
            self.assertIn(words, out)
        self.assertEqual(run("expliquer", REGULAR)[0], 0)

    def test_expliquer_to_a_file(self):
        """The sealed child may not write to files: its page goes through a pipe."""
        with open(self.path / "page.txt", "wb") as f:
            p = subprocess.run([PROGRAM, "expliquer", str(REGULAR)], stdout=f, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.assertEqual(p.returncode, 0, p.stderr)
        self.assertIn("Règles", (self.path / "page.txt").read_text("utf-8"))

    def test_expliquer_says_a_refusal_into_a_file_too(self):
        act = self.write("vide.txt", b"")
        with open(self.path / "erreurs", "wb") as f:
            p = subprocess.run([PROGRAM, "expliquer", str(act)], stdout=subprocess.PIPE, stderr=f, stdin=subprocess.DEVNULL)
        self.assertEqual((p.returncode, p.stdout), (2, b""))
        self.assertIn("vide.txt : ", (self.path / "erreurs").read_text("utf-8"))
        self.assertNotIn("signal", (self.path / "erreurs").read_text("utf-8"))

    def test_encodings_give_the_same_reading(self):
        text = REGULAR.read_text("utf-8")
        want = json.loads(run("lire", "--json", REGULAR)[1])
        for name, raw in (("bom", b"\xef\xbb\xbf" + text.encode()), ("cp1252", text.encode("cp1252")),
                          ("utf-16le", b"\xff\xfe" + text.encode("utf-16-le")), ("utf-16be", b"\xfe\xff" + text.encode("utf-16-be"))):
            got = json.loads(run("lire", "--json", self.write(name + ".txt", raw))[1])
            for field, value in want["champs"].items():
                self.assertEqual(value["statut"], got["champs"][field]["statut"], (name, field))
                if not isinstance(value.get("valeur"), list):
                    self.assertEqual(value.get("valeur"), got["champs"][field].get("valeur"), (name, field))
            self.assertEqual([p["nom"] for p in want["champs"]["presents"]["valeur"]], [p["nom"] for p in got["champs"]["presents"]["valeur"]])

    def test_configuration_errors_have_a_place_and_a_remedy(self):
        for text, words in (("depott: /tmp\n", (":1:1", "depott", "depot")), ("enfants: 0\n", (":1:10", "enfants")), ("enfants: beaucoup\n", (":1:10",)),
                            ("enfants: 2\nenfants: 3\n", (":2:1", "enfants")), ("depot: &a /tmp\netat: *a\n", (":1:8",)),
                            ("alertes:\n  journall: oui\n", (":2:3", "journal")), ("alertes:\n  journal: yes\n", (":2:12", "oui"))):
            conf = self.write("scrutateur.yaml", text)
            for command in (("controler",), ("surveiller",)):
                status, out, err = run(*command, "--config", conf)
                self.assertEqual(status, 2, (command, text))
                for word in words:
                    self.assertIn(word, err, text)

    def test_shipped_configuration_is_valid_and_short(self):
        text = (ROOT / "conf/scrutateur.yaml").read_text("utf-8")
        self.assertLessEqual(len(text.splitlines()), 80)
        for name in ("spool/scrutateur/depot", "lib", "log/scrutateur"):
            (self.path / name).mkdir(parents=True)
        installed = self.write("scrutateur.yaml", text.replace("/var/", f"{self.path}/"))
        status, _, err = run("controler", "--config", installed)
        self.assertEqual((status, err.count("scrutateur.yaml:")), (0, 0), err)

    def test_controler_names_rules_and_hash(self):
        status, out, err = run("controler")
        self.assertEqual(status, 0, err)
        for rule in (ROOT / "rules").glob("*.lua"):
            self.assertIn(rule.stem, out)

    def test_broken_rule_is_2_and_named(self):
        rules = self.path / "rules"
        shutil.copytree(ROOT / "rules", rules)
        with open(rules / "quorum.lua", "a") as f:
            f.write("\nlocal x = = 3\n")
        conf = config(self.path, regles=rules)
        status, out, err = run("controler", "--config", conf)
        self.assertEqual(status, 2)
        self.assertIn("quorum.lua:", err)
        self.assertRegex(out, r"\n\d+ règles et 1 refusée, jeu [0-9a-f]{12}\n")
        status, out, err = run("verifier", "--config", conf, FAULTY)
        self.assertEqual(status, 2)
        self.assertIn("pouvoir-unique", out)    # the others still judge

    def test_essayer_one_rule(self):
        status, out, _ = run("essayer", "majorite")
        self.assertEqual(status, 0)
        self.assertIn("essais réussis, 0 échec", out)
        status, out, err = run("essayer", "inconnue")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("inconnue", err)

    def test_endless_rule_is_stopped_and_the_others_judge(self):
        rules = self.path / "rules"
        shutil.copytree(ROOT / "rules", rules)
        text = (rules / "unanimite.lua").read_text("utf-8")
        cut = text.index("controle")
        # The loop waits for an act that no essai holds, so that the rule goes live first.
        body = text[:cut] + text[cut:].replace("function(d)", 'function(d)\n    if trouve(d.objet, "Boucle sans fin") then while true do end end', 1)
        (rules / "unanimite.lua").write_text(body, encoding="utf-8")
        act = self.write("acte.txt", replace_once(FAULTY.read_text("utf-8"), FAULTY.read_text("utf-8").strip().splitlines()[0], "Boucle sans fin"))
        status, out, err = run("verifier", "--tout", "--config", config(self.path, regles=rules), act)
        self.assertEqual(status, 2, out + err)
        self.assertIn("pouvoir-unique", out)
        self.assertRegex(out, r"erreur.*unanimite")


class Installed(unittest.TestCase):
    def test_install_is_complete_and_relocated(self):
        with temporary() as root:
            subprocess.run(["make", "-s", f"B={BUILD}", f"DESTDIR={root}", "install"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            names = {str(p.relative_to(root)) for p in pathlib.Path(root).rglob("*") if p.is_file()}
        for name in ("usr/bin/scrutateur", "etc/scrutateur/regles/quorum.lua", "etc/scrutateur/scrutateur.yaml", "etc/scrutateur/lexique.yaml",
                     "usr/lib/systemd/system/scrutateur.service", "usr/lib/sysusers.d/scrutateur.conf", "usr/lib/tmpfiles.d/scrutateur.conf"):
            self.assertIn(name, names)

    def test_install_again_keeps_what_people_edited(self):
        with temporary() as root:
            install = ["make", "-s", f"B={BUILD}", f"DESTDIR={root}", "install"]
            subprocess.run(install, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            edited = pathlib.Path(root) / "etc/scrutateur/lexique.yaml"
            edited.write_text(edited.read_text("utf-8") + "# de la maison\n", "utf-8")
            p = subprocess.run(install, cwd=ROOT, check=True, capture_output=True, text=True)
            self.assertTrue(edited.read_text("utf-8").endswith("# de la maison\n"))
            self.assertEqual((ROOT / "conf/lexique.yaml").read_text("utf-8"), edited.with_suffix(".yaml.nouveau").read_text("utf-8"))
            self.assertIn("lexique.yaml.nouveau", p.stdout)
            self.assertFalse(edited.with_name("scrutateur.yaml.nouveau").exists())

    def test_unit_file(self):
        """systemd's own checker, with the program where it stands now."""
        if not shutil.which("systemd-analyze"):
            self.skipTest("SKIPPED: systemd-analyze is not installed")
        with tempfile.TemporaryDirectory() as tmp:
            unit = pathlib.Path(tmp) / "scrutateur.service"
            unit.write_text((ROOT / "systemd/scrutateur.service").read_text().replace("/usr/bin/scrutateur", PROGRAM))
            p = subprocess.run(["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True)
            self.assertEqual((p.returncode, [x for x in p.stderr.splitlines() if "scrutateur" in x]), (0, []))
            p = subprocess.run(["systemd-analyze", "--offline=true", "security", str(unit)], capture_output=True, text=True)
            self.assertRegex(p.stdout, r"Overall exposure level for scrutateur.service: (0\.\d|1\.0)")


class LargeAssembly(InFolder):
    def test_a_long_act_ends_no_rule(self):
        """elu-interesse looked through the act for each member with each office: 65 members and 60 KB were over what a rule may cost."""
        syllables = "BA CHO DU FRE GLI JO KA LU MO NI PRA RO SUL".split()
        members = [f"Mme Zoé {syllables[i % 13]}{syllables[i // 13]}VEL" for i in range(65)]
        body = "Considérant que cette opération du programme relève de la gestion des équipements de la commune et de ses partenaires.\n" * 400
        act = self.path / "acte.txt"
        act.write_text(f"Commune de Mirebois\n\nConseil municipal\n\nSéance du 12 mars 2031\n\nNombre de conseillers en exercice : 65\n\n"
                       f"Présents : {', '.join(members)}.\n\nAbsents : néant\n\nDélibération n° 2031-001\n\nObjet : Aides de l'année\n\n{body}\n"
                       f"{members[1]}, présidente des Amis du lavoir, prend part au vote. L'avis du président de l'association est joint.\n\nLe conseil municipal, après en avoir délibéré, à l'unanimité, décide "
                       f"d'accorder 500 € au comité des fêtes et 300 € au foyer rural.\n\nPour : 65 Contre : 0 Abstentions : 0\n", encoding="utf-8")
        status, out, err = run("verifier", "--json", act)
        self.assertNotEqual(out, "", err)
        self.assertEqual([(r["rule"]["id"], r["message"]) for r in map(json.loads, out.splitlines()) if r.get("verdict") == "erreur"], [])
        self.assertIn("est dit prendre part au vote", out)


if __name__ == "__main__":
    unittest.main()
