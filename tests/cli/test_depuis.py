# SPDX-License-Identifier: EUPL-1.2
"""`essayer --depuis`: an essai from an act on which a rule was wrong. What it composes is put into the rule and played by `essayer`, and holds no name."""
import json, os, re, shutil, stat, subprocess, sys, unittest, pathlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT, SAMPLES, InFolder, config, replace_once, run
import papers

ACT = """MAIRIE DE BRUYÈRES-EN-TARDENNE

CONSEIL MUNICIPAL
Séance du 14 mai 2024

Délibération n° 2024-31

Membres en exercice : 15
Présents : 11
Votants : 13

L'an deux mille vingt-quatre, le quatorze mai à vingt heures, le conseil municipal de Bruyères-en-Tardenne, convoqué le 11 mai 2024 en
délai bref, s'est réuni à la mairie sous la présidence de M. Aubin ROCHEFLEUR, Maire.

Étaient présents : M. Aubin ROCHEFLEUR, Mme Bertille SANTERRANE, M. Cyprien TOURVIEILLE, Mme Dorothée USSELINE, M. Elzéar VAUMORIN, Mme
Flore WILTZHEIM, M. Gaspard XERTIGNOT, Mme Hélène YVERNAULT, M. Imbert ZOUAFFRE, Mme Jehanne ARCISSEUR, M. Kilian BOURBERAIN.

Pouvoirs : Mme Lise CHAMPLITTE a donné pouvoir à M. Elzéar VAUMORIN ; M. Marceau DAMPIERROZ a donné pouvoir à Mme Flore WILTZHEIM.

Absents : M. Nestor ÉCHENOZ, Mme Olympe FRETIGNEY.

Objet : Tarifs du camping de Tardenne

Vu le code général des collectivités territoriales, notamment l'article L. 2121-29 ;

Le conseil municipal, après en avoir délibéré, à l'unanimité, par treize voix pour, zéro contre et zéro abstention,

DÉCIDE de fixer le tarif du camping de Tardenne à 12 € par nuit.

Transmis en préfecture le : 17 mai 2024
"""
NAMES = sorted(set(re.findall(r"[A-ZÉÈ]{4,}", ACT.split("Étaient")[1].split("Objet")[0])) | {"Tardenne", "Bruyères", "ROCHEFLEUR", "Aubin", "Bertille"})


class Depuis(InFolder):
    def setUp(self):
        super().setUp()
        self.rules = self.path / "regles"
        shutil.copytree(ROOT / "rules", self.rules)
        self.conf = config(self.path, regles=self.rules)

    def act(self, *pairs):
        text = ACT
        for old, new in pairs:
            text = replace_once(text, old, new)
        return self.write("acte.txt", text)

    def depuis(self, act, rule, *more, **how):
        return run("essayer", "--config", self.conf, "--depuis", act, "--regle", rule, *more, **how)

    def composed(self, act, rule, *more):
        """The essai, put into the rule and played: the rule must say of it what it says of the act."""
        status, out, err = self.depuis(act, rule, *more)
        self.assertEqual(status, 0, err)
        for name in NAMES:
            self.assertNotIn(name, out)
        said = re.match(rf"la règle « {rule} » dit (\w+)(?: (\w+))?(?:, acte \d+)? : (.*)\n", err)
        path = self.rules / f"{rule}.lua"
        before = path.read_bytes()
        verdict = said.group(1)
        path.write_bytes(before + b"\n" + re.sub(r'attendu = "\w+",\n}\n$', f'attendu = "{verdict}",\n}}\n', out).encode("utf-8"))
        self.assertEqual(run("essayer", "--config", self.conf, rule)[0], 0)
        path.write_bytes(before + b"\n" + out.encode("utf-8"))
        status, played, _ = run("essayer", "--config", self.conf, rule)
        self.assertEqual((status, played.count("échec : essai")), (1, 1))
        path.write_bytes(before)
        self.assertIn(re.sub(r"^.*? : ", "", said.group(3))[-12:], played)
        return out, err, played

    def test_words_that_justify_the_act_come_along(self):
        out, err, played = self.composed(self.act(), "convocation")
        self.assertIn("2 jours francs, 3 exigés", played)
        self.assertIn("délai bref", out)
        self.assertIn('attendu = "conforme"', out)
        self.assertIn("Date de la convocation = 11 mai 2024 (ligne 12", err)
        self.assertIn("attendu « conforme » (une anomalie est tenue pour une fausse alerte", err)

    def test_lists_of_people(self):
        act = self.act(("à Mme Flore WILTZHEIM.", "à M. Elzéar VAUMORIN."))
        out, _, played = self.composed(act, "pouvoir-unique")
        self.assertRegex(played, r"2 pouvoirs portés par M\. .*, maximum 1")
        self.assertEqual(out.count("Étaient présents : "), 2)

    def test_each_common_rule(self):
        late = ("Transmis en préfecture le : 17 mai 2024", "Transmis en préfecture le : 9 mai 2024")
        alarms = {
            "mandataire-present": [("à Mme Flore WILTZHEIM.", "à Mme Philomène GRAYSSAC.")],
            "mandant-absent": [("Mme Lise CHAMPLITTE a donné", "Mme Hélène YVERNAULT a donné")],
            "quorum": [("exercice : 15", "exercice : 23")],
            "unanimite": [("zéro contre", "une contre"), ("treize voix", "douze voix")],
            "majorite": [("à l'unanimité, par treize voix pour, zéro contre", "par cinq voix pour, huit contre"), ("DÉCIDE de", "ADOPTE. Décide de")],
            "somme-des-voix": [("treize voix pour", "vingt-neuf voix pour")],
            "dates-coherentes": [("Séance du 14 mai 2024", "Séance du lundi 14 mai 2024")],
            "transmission": [late],
            "totaux-coherents": [("Votants : 13", "Votants : 14")],
        }
        for rule, pairs in alarms.items():
            with self.subTest(rule=rule):
                self.composed(self.act(*pairs), rule)

    def test_what_only_the_stamp_says(self):
        """acte.reception, laid beside the text when it has been read, with or without side files."""
        act = self.act(("Transmis en préfecture le : 17 mai 2024", "Reçu en préfecture le : 20 août 2024"))
        out, err, _ = self.composed(act, "transmission")
        self.assertIn("20 août 2024", out)

    def test_a_field_that_is_not_read_has_one_name_for_people(self):
        """Its French label, in the records as on the terminal; its name in the rules is for rules."""
        act, said = SAMPLES / "cm-minoritaire.txt", "Transmission au préfet : aucune mention de transmission"
        self.assertIn(f"  non vérifiable transmission : {said}\n", run("verifier", act)[1])
        [record] = [r for r in map(json.loads, run("verifier", "--json", act)[1].splitlines()) if r["event"] == "non_verifiable"]
        self.assertEqual((record["message"], record["unread"][0]["field"]), (said, "transmission.date"))
        self.assertIn(f"la règle « transmission » dit non vérifiable : {said}\n", self.depuis(act, "transmission")[2])

    def test_side_files_come_along(self):
        """Those kept beside it, as in the archive, or those that are named: the rule looks at what they declare."""
        sent = SAMPLES / "cm-transmise.txt"
        act = self.write("acte.txt", replace_once(replace_once(sent.read_text("utf-8"), "Séance du 6 juin", "Séance du 7 juin"), "le six juin à", "le sept juin à"))
        status, _, err = self.depuis(act, "enveloppe-coherente")
        self.assertEqual(status, 2)
        self.assertIn("dit sans objet", err)
        named = self.write("ar.xml", (SAMPLES / "cm-transmise.txt.cote1").read_text("utf-8"))
        out, err, _ = self.composed(act, "enveloppe-coherente", "--cote", named)
        self.assertIn("la séance est du 7 juin 2024, la transmission déclare le 6 juin 2024", err)
        for n in (1, 2):
            shutil.copy(f"{sent}.cote{n}", f"{act}.cote{n}")
        self.assertEqual(self.composed(act, "enveloppe-coherente")[0], out)
        status, _, err = self.depuis(act, "enveloppe-coherente", "--cote", self.path / "absent.xml")
        self.assertEqual((status, "absent.xml" in err), (2, True))
        self.assertIn("--cote", run("essayer", "--cote", named)[2])

    def test_words_that_are_there_already_are_not_replaced(self):
        for sample, rule in (("cm-quorum", "quorum"), ("cp-delegation-perimee", "delegation-commission-permanente")):
            status, out, err = self.depuis(SAMPLES / f"{sample}.txt", rule)
            self.assertEqual((status, "remplacer" in out), (0, False), out)
            self.assertIn(f"essai composé sur l'exemple « {sample} », 0 remplacement", err)
        self.assertIn("lu : Visas = rien de ce qui y est cherché\n", err)

    def test_visas_come_along(self):
        text = (SAMPLES / "cp-reguliere.txt").read_text("utf-8")
        text = replace_once(text, "Vu le code général des collectivités territoriales, spécialement l'article L. 3211-2 ;",
                            "Vu l'article trois mille deux cent onze du code, et l'avis de Mme Ysaline DORVEAUX ;")
        out, _, _ = self.composed(self.write("acte.txt", text), "delegation-commission-permanente", "--exemple", "cp-sans-visa")
        self.assertIn("trois mille deux cent onze", out)
        self.assertNotIn("DORVEAUX", out)

    def test_numbers_of_persons_stay_behind(self):
        act = self.act(("12 € par nuit.", "12 € par nuit. Le compte FR76 3000 6000 0112 3456 7890 189 est crédité."))
        status, out, err = self.depuis(act, "donnees-personnelles")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("rendez l'acte anonyme à la main", err)

    def test_what_the_rule_should_have_said(self):
        status, out, err = self.depuis(self.act(), "unanimite")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("la règle ne dit pas « anomalie » : dites ce qu'elle devrait dire, --attendu VERDICT", err)
        status, out, err = self.depuis(self.act(), "unanimite", "--attendu", "anomalie")
        self.assertEqual(status, 0, err)
        self.assertIn('essai "oubli, signalé le ', out)
        self.assertIn('attendu = "anomalie"', out)

    def test_write(self):
        path = self.rules / "convocation.lua"
        before = path.read_bytes()
        path.chmod(0o640)
        status, out, err = self.depuis(self.act(), "convocation", "--ecrire")
        self.assertEqual(status, 0, err)
        self.assertEqual(path.read_bytes(), before + b"\n" + out.encode("utf-8"))
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)
        self.assertIn(f"écrit à la fin de {path} ; la règle échoue à cet essai tant qu'elle n'est pas corrigée : le service garde sa version précédente\n", err)
        self.assertEqual(run("essayer", "--config", self.conf, "convocation")[0], 1)
        status, again, _ = self.depuis(self.act(), "convocation", "--ecrire")
        self.assertEqual(status, 0)
        self.assertRegex(again, r'essai "fausse alerte, signalée le .* \(2\)"')
        self.assertEqual(sorted(p.name for p in self.rules.iterdir() if p.name.startswith(".")), [])

    def test_a_rule_that_changes_meanwhile_is_left_alone(self):
        path, fifo = self.rules / "convocation.lua", self.path / "acte"
        os.mkfifo(fifo)
        p = subprocess.Popen([PROGRAM, "essayer", "--config", self.conf, "--depuis", fifo, "--regle", "convocation", "--ecrire"],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with open(fifo, "w", encoding="utf-8") as f:  # opens when the program asks for the act, the rule in its memory
            path.write_text(path.read_text("utf-8") + "-- une autre main\n", encoding="utf-8")
            f.write(ACT)
        out, err = p.communicate(timeout=60)
        self.assertEqual((p.returncode, out), (2, b""))
        self.assertIn("la règle a changé pendant la composition : rien n'est écrit", err.decode("utf-8"))
        self.assertTrue(path.read_text("utf-8").endswith("-- une autre main\n"))

    def test_several_actes(self):
        act = SAMPLES / "pv-conseil-municipal.txt"
        status, out, err = self.depuis(act, "pouvoir-unique", "--acte", "9")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("il n'y a pas d'acte 9 : le fichier en a 3", err)
        status, _, err = self.depuis(act, "pouvoir-unique")
        self.assertEqual(status, 2)
        self.assertIn("précisez --acte N", err)
        status, out, err = self.depuis(act, "pouvoir-unique", "--acte", "2", "--attendu", "anomalie")
        self.assertEqual(status, 0, err)

    def test_the_same_words_on_other_values_are_not_enough(self):
        """The rule says the same of any act; what it reads in this one, two dates of transmission, is brought by no change."""
        (self.rules / "toujours.lua").write_text('''regle { id = "toujours", version = "1.0.0", titre = "t", gravite = "mineure", fondement = { { usage = "u" } },
          controle = function(d) if d:statut("transmission.date") == "absent" then return conforme("c") end return anomalie("toujours") end }
        ''', encoding="utf-8")
        self.assertEqual(self.depuis(self.act(), "toujours")[0], 0)
        act = self.act(("Transmis en préfecture le : 17 mai 2024", "Transmis en préfecture le : 17 mai 2024\nTransmis en préfecture le : 18 mai 2024"))
        status, out, err = self.depuis(act, "toujours")
        self.assertEqual((status, out), (2, ""))
        self.assertRegex(err, "exemple le plus proche : « .* »\n  Transmission au préfet : dans l'acte ambigu .* ; dans l'exemple changé ")

    def test_an_essai_that_expects_the_contrary_is_told(self):
        status, out, err = self.depuis(SAMPLES / "cp-deux-pouvoirs.txt", "pouvoir-unique")
        self.assertEqual(status, 0, err)
        self.assertRegex(err, r"attention : l'essai « deux pouvoirs, exemple complet » \(ligne \d+\) attend « anomalie » sur les mêmes valeurs")
        self.assertNotIn("attention", self.depuis(self.act(), "convocation")[2])
        self.assertNotIn("attention", self.depuis(SAMPLES / "cp-deux-pouvoirs.txt", "pouvoir-unique", "--attendu", "anomalie")[2])

    def test_a_sample_of_the_house(self):
        """Beside the rules, named by --exemple alone."""
        shutil.copy(SAMPLES / "cm-budget.txt", self.rules / "maison.txt")
        out, _, _ = self.composed(self.act(), "convocation", "--exemple", "maison")
        self.assertIn('document = "maison"', out)

    def test_no_sample_of_that_body(self):
        text = (SAMPLES / "cr-pleniere.txt").read_text("utf-8").replace("Le Conseil régional\n", "La Commission permanente\n").replace("CONSEIL RÉGIONAL", "COMMISSION PERMANENTE")
        status, out, err = self.depuis(self.write("acte.txt", text), "delegation-commission-permanente")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("aucun exemple n'est un acte de cet organe", err)

    def test_a_pdf(self):
        act = self.write("acte.pdf", papers.text_pdf(papers.paged(ACT)))
        self.composed(act, "convocation")

    def test_what_cannot_be_done(self):
        act = self.act()
        for more, said in ((("quorums",), f"aucune règle « quorums » dans {self.rules} ; vouliez-vous « quorum » ?"),
                           (("convocation", "--attendu", "illisible"), "--attendu vaut conforme, anomalie, non_verifiable ou sans_objet, pas « illisible »"),
                           (("convocation", "--acte", "zéro"), "--acte attend le rang de l'acte dans le fichier, de 1 à 500, pas « zéro »"),
                           (("convocation", "--exemple", "rien"), "l'exemple demandé n'existe pas"),
                           (("convocation", "--junit", "x.xml"), "--depuis compose un essai et ne joue pas"),
                           (("convocation", "quorum"), "--depuis compose un essai et ne joue pas")):
            with self.subTest(more=more):
                status, out, err = self.depuis(act, *more)
                self.assertEqual((status, out), (2, ""))
                self.assertIn(said, err)
        self.assertIn("il manque", self.depuis(act, "convocation", "--attendu")[2])
        self.assertIn("--depuis demande la règle", run("essayer", "--depuis", act)[2])
        self.assertIn("vont avec --depuis", run("essayer", "--ecrire")[2])
        self.assertEqual(self.depuis(self.path / "absent.txt", "convocation")[0], 2)
        self.assertEqual(self.depuis(self.write("image.bin", b"\x00\x01\x02\x00" * 99), "convocation")[0], 2)


if __name__ == "__main__":
    unittest.main()
