# SPDX-License-Identifier: EUPL-1.2
"""What a house decides about the rules (conf/reglages.yaml), as `verifier`, `expliquer` and `controler` show it."""
import grp, json, os, pathlib, shutil, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT, SAMPLES, config, InFolder, replace_once, run

FAULTY, ACT = SAMPLES / "cp-deux-pouvoirs.txt", "CP20231866"
EXCEPTION = """exceptions:
  - id: EXC-2026-014
    regle: pouvoir-unique
    acte: %s
    raison: "procès-verbal rectifié, joint"
    par: Mme Ardelon
    jusqu_au: %s
"""


class Reglages(InFolder):
    def setUp(self):
        super().setUp()
        (self.path / "regles").mkdir()
        for rule in ("pouvoir-unique", "quorum"):
            shutil.copy(ROOT / "rules" / f"{rule}.lua", self.path / "regles")
        self.conf = config(self.path, regles=self.path / "regles", reglages=self.path / "reglages.yaml")
        self.decide("")

    def decide(self, text):
        (self.path / "reglages.yaml").write_text(text, encoding="utf-8")

    def verify(self):
        status, out, err = run("verifier", "--json", "--config", self.conf, FAULTY)
        return status, [json.loads(line) for line in out.splitlines()], err

    def alert(self):
        [alert] = [r for r in self.verify()[1] if r["event"] == "alerte"]
        return alert

    def test_who_may_not_ask_the_service_is_told_the_group(self):
        """As root the question is asked by someone else; as anybody, of a directory that is closed to its owner."""
        etat, gid = self.path / "etat", 1 if os.geteuid() == 0 else os.getgid()
        etat.mkdir()
        (etat / "verrou").touch()
        self.path.chmod(0o755)
        program = shutil.copy(PROGRAM, self.path)   # where anybody may run it
        conf = config(self.path, regles=self.path / "regles", etat=etat)
        who = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        for mode, told in ((0o010, True), (0o000, False)):
            os.chown(etat, -1, gid)
            etat.chmod(mode)
            p = subprocess.run([program, "regles", "--config", conf], capture_output=True, text=True, timeout=60, **who)
            etat.chmod(0o700)
            self.assertEqual(p.returncode, 2)
            self.assertIn("verrou : accès refusé\n", p.stderr)
            self.assertEqual(f"{etat} se lit par le groupe « {grp.getgrgid(gid).gr_name} » : demandez" in p.stderr, told and gid != 0)

    def test_exempted_alert_is_written_and_marked(self):
        self.decide(EXCEPTION % (ACT, "2999-12-31"))
        status, records, err = self.verify()
        self.assertEqual((status, err), (0, ""))  # nothing is left to look at
        [alert] = [r for r in records if r["event"] == "alerte"]
        self.assertEqual(alert["exception"], {"id": "EXC-2026-014", "reason": "procès-verbal rectifié, joint", "by": "Mme Ardelon", "until": "2999-12-31"})
        self.assertEqual(alert["severity"]["level"], "majeure")
        self.assertIn("1 anomalie sous exception", records[-1]["message"])
        self.assertNotIn("1 anomalie,", records[-1]["message"])
        out = run("verifier", "--config", self.conf, FAULTY)[1]
        self.assertIn("[exception EXC-2026-014 : procès-verbal rectifié, joint] 2 pouvoirs portés", out)
        status, out, err = run("expliquer", "--config", self.conf, FAULTY)
        self.assertEqual(status, 0, err)
        self.assertIn("exception EXC-2026-014, jusqu'au 31 décembre 2999, par Mme Ardelon : procès-verbal rectifié, joint", " ".join(out.split()))

    def test_records_follow_the_schema(self):
        from validate_records import Checker
        self.decide(EXCEPTION % (ACT, "2999-12-31"))
        out = run("verifier", "--json", "--config", self.conf, FAULTY)[1]
        checker = Checker([], False)
        checker.file("exception", out.encode())
        self.assertEqual(checker.errors, 0)

    def test_expired_exception_stops_applying_and_says_so(self):
        self.decide(EXCEPTION % (ACT, "2024-01-31"))
        self.assertIsNone(self.alert()["exception"])
        status, out, _ = run("verifier", "--config", self.conf, FAULTY)
        self.assertEqual(status, 1)
        self.assertIn("[exception EXC-2026-014 expirée le 31 janvier 2024] 2 pouvoirs", out)
        self.assertIn("EXC-2026-014 : pouvoir-unique sur CP20231866, expirée", run("controler", "--config", self.conf)[1])

    def test_another_act_is_not_exempted(self):
        self.decide(EXCEPTION % ("CP20231867", "2999-12-31"))
        self.assertIsNone(self.alert()["exception"])
        self.assertEqual(self.verify()[0], 1)

    def test_an_act_of_the_same_number_elsewhere_is_not_exempted(self):
        act = SAMPLES / "cm-quorum.txt"
        elsewhere = self.write("ailleurs.txt", act.read_text(encoding="utf-8").replace("MIREBOIS-SUR-LORNE", "VERTEFEUILLE").replace("Mirebois-sur-Lorne", "Vertefeuille"))
        exception = EXCEPTION.replace("pouvoir-unique", "quorum") % ("2024-018", "2999-12-31")
        for whose, status in (("", 0), ("    collectivite: Commune de Mirebois-sur-Lorne\n", 1)):
            self.decide(exception + whose)
            self.assertEqual(run("verifier", "--config", self.conf, act)[0], 0)
            self.assertEqual(run("verifier", "--config", self.conf, elsewhere)[0], status)
        self.assertIn("EXC-2026-014 : quorum sur 2024-018 de « Commune de Mirebois-sur-Lorne », en vigueur", run("controler", "--config", self.conf)[1])

    def test_disabled_rule_does_not_judge(self):
        self.decide("desactiver: [pouvoir-unique]\n")
        status, records, _ = self.verify()
        self.assertEqual(status, 0)
        self.assertEqual([r["rule"]["id"] for r in records if r["rule"]], ["quorum"])
        status, out, _ = run("controler", "--config", self.conf)
        self.assertEqual(status, 0)
        self.assertRegex(out, r"pouvoir-unique +désactivée")

    def test_disabled_rule_may_be_broken(self):
        (self.path / "regles/pouvoir-unique.lua").write_text("regle {")
        self.assertEqual(self.verify()[0], 2)
        self.decide("desactiver: [pouvoir-unique]\n")
        status, _, err = self.verify()
        self.assertEqual(status, 0)
        self.assertIn("pouvoir-unique.lua:1", err)

    def test_severity_is_lowered_and_says_by_whom(self):
        self.decide("gravite: { pouvoir-unique: information }\n")
        self.assertEqual(self.alert()["severity"], {"level": "information", "num": 1, "from": "config"})

    def test_severity_is_not_raised(self):
        self.decide("gravite: { pouvoir-unique: bloquante }\n")
        status, out, err = run("controler", "--config", self.conf)
        self.assertEqual((status, out), (2, ""))
        self.assertIn("reglages.yaml:1:28: « bloquante » est plus que la gravité de la règle pouvoir-unique (majeure)", err)

    def test_mistake_has_its_place(self):
        self.decide(replace_once(EXCEPTION % (ACT, "2027-02-30"), "pouvoir-unique", "pouvoirs-unique"))
        self.assertIn("reglages.yaml:7:15: « jusqu_au » attend un jour du calendrier", run("controler", "--config", self.conf)[2])
        self.decide(replace_once(EXCEPTION % (ACT, "2027-03-31"), "pouvoir-unique", "pouvoirs-unique"))
        self.assertIn("reglages.yaml:3:12: règle inconnue « pouvoirs-unique » ; vouliez-vous « pouvoir-unique » ?",
                      run("controler", "--config", self.conf)[2])

    def test_shipped_file_and_its_example(self):
        shipped = (ROOT / "conf/reglages.yaml").read_text("utf-8")
        self.decide(shipped)
        self.assertEqual(run("controler", "--config", self.conf)[0], 0)
        example = "".join(line[2:] + "\n" for line in shipped.splitlines() if line.startswith("# ") and (line[2:4] == "  " or line == "# exceptions:"))
        example = example.replace("  reference-perimee: information\n", "")
        self.decide(example)
        status, out, err = run("controler", "--config", self.conf)
        self.assertEqual(status, 0, err)
        self.assertIn("exception EXC-2026-014 : quorum sur CP20231620", out)


if __name__ == "__main__":
    unittest.main()
