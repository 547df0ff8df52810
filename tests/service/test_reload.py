# SPDX-License-Identifier: EUPL-1.2
"""Saving a rule is enough; a mistake never replaces what was right, and is told; `regles` and `recharger` (ROBUST D-11, D-14, F-06, L-07)."""
import hashlib, json, os, pathlib, random, shutil, signal, subprocess, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, FAULTY, PROGRAM, REGULAR, Daemon, ServiceTest, numbered
from program import ROOT, config, run
from test_lifecycle import rule

EXCEPTION = """exceptions:
  - { id: EXC-1, regle: pouvoir-unique, acte: CP20231866, raison: procès-verbal rectifié, par: Mme Ardelon, jusqu_au: 2999-12-31 }
  - { id: EXC-2, regle: pouvoir-unique, acte: CP20230001, raison: jamais venu, par: Mme Ardelon, jusqu_au: 2999-12-31 }
  - { id: EXC-3, regle: pouvoir-unique, acte: CP20230002, raison: ancien, par: Mme Ardelon, jusqu_au: 2024-12-31 }
"""


class Reloading(ServiceTest):
    def always(self, **keys):
        """A daemon whose one rule is ours, with decisions of its own. Looking at everything now and then is put off: only what is saved counts."""
        d = self.daemon(rules=(), reglages="reglages.yaml", **{"balayage_s": 3600, **keys})
        (d.root / "reglages.yaml").write_text("# rien\n")
        (d.rules / "toujours.lua").write_text(rule("1.0.0"))
        return d.start()

    def view(self, d):
        d.until((d.etat / "regles.json").exists, "l'état des règles est écrit")
        return json.loads((d.etat / "regles.json").read_text("ascii"))

    def until_version(self, d, version):
        d.until(lambda: [r["version"] for r in self.view(d)["regles"]] == [version], f"la version {version} est en service")

    def command(self, d, *args):
        return run(*args, "--config", d.config)


class Save(Reloading):
    def test_in_place(self):
        d = self.always()
        (d.rules / "toujours.lua").write_text(rule("1.1.0"))
        self.until_version(d, "1.1.0")
        d.until(lambda: [r["reason"] for r in d.records("regles")] == ["en-service", "en-service"], "c'est dit avec les alertes")

    def test_renamed_over(self):
        d = self.always()
        (d.rules / "4913").write_text("")
        os.unlink(d.rules / "4913")
        (d.rules / ".toujours.lua.swp").write_bytes(b"b0VIM")
        (d.rules / "toujours.lua.nouveau").write_text(rule("1.1.0"))
        os.rename(d.rules / "toujours.lua", d.rules / "toujours.lua~")
        os.rename(d.rules / "toujours.lua.nouveau", d.rules / "toujours.lua")
        self.until_version(d, "1.1.0")

    def test_as_a_share_writes_it(self):
        """Opened, cut to nothing, written in pieces, closed late: one reload, of the whole, and no complaint of half a file."""
        d = self.always()
        text = rule("1.1.0").encode()
        with open(d.rules / "toujours.lua", "r+b", buffering=0) as f:
            f.truncate(0)
            for at in range(0, len(text), 200):
                f.write(text[at:at + 200])
        self.until_version(d, "1.1.0")
        self.assertEqual(d.records("regle"), [])

    def test_droppings_and_the_same_again_are_no_change(self):
        d = self.always()
        before = self.view(d)["rechargements"]
        (d.rules / "toujours.lua").write_text(rule("1.0.0"))
        for name in (".toujours.lua.swp", "toujours.lua~", "4913", ".#toujours.lua", "toujours.txt"):
            (d.rules / name).write_text("rien")
        (d.rules / "neuve.lua").write_text(rule("1.0.0").replace('"toujours"', '"neuve"'))
        d.until(lambda: len(self.view(d)["regles"]) == 2, "la règle neuve est en service")
        self.assertEqual(self.view(d)["rechargements"]["demandes"], before["demandes"] + 1)
        self.assertEqual(d.logged("rechargement des règles"), 1)

    def test_shared_directories_and_configuration(self):
        d = self.daemon(rules=("pouvoir-unique",), balayage_s=3600)
        law = d.root / "parametres"
        shutil.copytree(ROOT / "conf/parametres", law)
        d.config = config(d.root, **{**d.keys, "parametres": law})
        d.start()
        jeu = self.view(d)["jeu"]
        with open(law / "pouvoirs.yaml", "a", encoding="utf-8") as f:
            f.write("# relu\n")
        d.until(lambda: self.view(d)["jeu"] not in ("", jeu), "le droit est relu")
        with open(d.config, "a", encoding="utf-8") as f:
            f.write("enfants: 0\n" if "enfants" not in d.config.read_text() else "enfant: 1\n")
        d.until(lambda: self.view(d)["rechargements"]["etat"] == "refuse", "la configuration est refusée")
        self.assertIn("scrutateur.yaml:", self.view(d)["rechargements"]["raison"])
        d.until(lambda: d.records("service")[-1]["reason"] == "rechargement-refuse", "c'est dit avec les alertes")

    def test_what_inotify_does_not_tell_is_found_by_looking(self):
        """The target of a link, far from any directory that is watched."""
        d = self.daemon(rules=(), balayage_s=1, reglages="reglages.yaml")
        real = d.root / "ailleurs" / "reglages.yaml"
        real.parent.mkdir()
        real.write_text("# rien\n")
        (d.root / "reglages.yaml").symlink_to(real)
        (d.rules / "toujours.lua").write_text(rule("1.0.0"))
        d.start()
        real.write_text("desactiver: [toujours]\n")
        d.until(lambda: d.logged("0 règle en service") or d.logged("désactiv"), "le réglage est en service")

    def test_a_link_among_the_rules_is_not_read(self):
        """Who may write there might show any file that the service, or root, can read. The directory itself may be a link."""
        d = self.daemon(rules=())
        real = d.root / "ailleurs"
        real.mkdir()
        (real / "toujours.lua").write_text(rule("1.0.0"))
        d.rules.rmdir()
        d.rules.symlink_to(real)
        d.start()
        self.until_version(d, "1.0.0")
        (real / "lien.lua").symlink_to("/etc/passwd")
        d.until(lambda: d.logged("lien.lua: un lien n'est pas lu : mettez le fichier lui-même à sa place"), "c'est dit")
        self.assertNotIn("root:", d.text())

    def test_directory_put_in_the_place_of_another(self):
        d = self.always()
        shutil.copytree(d.rules, d.root / "neuves")
        (d.root / "neuves" / "toujours.lua").write_text(rule("1.1.0"))
        os.rename(d.rules, d.root / "anciennes")
        os.rename(d.root / "neuves", d.rules)
        self.until_version(d, "1.1.0")
        (d.rules / "toujours.lua").write_text(rule("1.2.0"))
        self.until_version(d, "1.2.0")

    def test_removed_rule_is_told(self):
        d = self.always()
        shutil.copy(ROOT / "rules/pouvoir-unique.lua", d.rules)
        d.until(lambda: len(self.view(d)["regles"]) == 2, "deux règles")
        os.unlink(d.rules / "toujours.lua")
        d.until(lambda: [r["rule"]["id"] for r in d.records("regle") if r["reason"] == "retiree"] == ["toujours"], "son retrait est dit")


class Mistake(Reloading):
    def test_broken_rule_keeps_the_former_and_is_told_once(self):
        d = self.always()
        (d.rules / "toujours.lua").write_text("regle {\n  id = ,\n}")
        d.until(lambda: [r for r in d.records("regle") if r["reason"] == "gardee"], "la faute est dite")
        [event] = d.records("regle")
        self.assertIn("toujours.lua:2", event["message"])
        [r] = self.view(d)["regles"]
        self.assertEqual((r["version"], r["etat"], r["ancienne_version"]), ("1.0.0", "active", True))
        self.assertIn("toujours.lua:2", r["raison"])
        shutil.copy(ROOT / "rules/pouvoir-unique.lua", d.rules)
        d.until(lambda: len(self.view(d)["regles"]) == 2, "une autre règle arrive")
        self.assertEqual(len(d.records("regle")), 1)
        status, out, err = self.command(d, "regles")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("active, version précédente, 1.0.0", out)
        self.assertIn("toujours.lua:2", out)
        (d.rules / "toujours.lua").write_text(rule("1.1.0"))
        d.until(lambda: "1.1.0" in [r["version"] for r in self.view(d)["regles"]], "la règle réparée est en service")

    def test_verdicts_have_version_and_hash(self):
        d = self.always()
        d.put("1.txt", numbered(REGULAR, 1))
        d.judged(1)
        (d.rules / "toujours.lua").write_text(rule("1.1.0"))
        self.until_version(d, "1.1.0")
        d.put("2.txt", numbered(REGULAR, 2))
        d.judged(2)
        hashes = [hashlib.sha256(rule(v).encode()).hexdigest() for v in ("1.0.0", "1.1.0")]
        self.assertEqual(d.rows("SELECT rule_version, rule_sha256 FROM verdict ORDER BY document"), list(zip(("1.0.0", "1.1.0"), hashes)))
        self.assertEqual([r["sha256"] for r in self.view(d)["regles"]], hashes[1:])

    def test_text_changed_under_the_same_version(self):
        d = self.always()
        (d.rules / "toujours.lua").write_text(rule("1.0.0") + "-- une ligne de plus\n")
        shown = "1.0.0+" + hashlib.sha256((d.rules / "toujours.lua").read_bytes()).hexdigest()[:8]
        self.until_version(d, shown)
        d.until(lambda: d.records("regle"), "c'est dit")
        [event] = d.records("regle")
        self.assertEqual((event["reason"], event["rule"]["id"]), ("version", "toujours"))
        d.put("1.txt", numbered(REGULAR, 1))
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        d.start()
        self.assertEqual([r["version"] for r in self.view(d)["regles"]], [shown])
        self.assertEqual(d.rows("SELECT rule_version FROM verdict"), [(shown,)])
        (d.rules / "toujours.lua").write_text(rule("1.0.0"))
        self.until_version(d, "1.0.0")

    def test_a_rule_whose_file_has_an_accent_or_a_long_name_is_refused_alone(self):
        names = ["délai.lua", "a" * 250 + ".lua", "a\x1b[31m\n.lua"]
        d = self.always()
        for name in names:
            (d.rules / name).write_text(rule("1.0.0"))
        d.until(lambda: len(d.records("regle")) == len(names), "chacune est refusée")
        self.assertEqual([r["reason"] for r in d.records("regle")], ["refusee"] * len(names))
        self.assertEqual([r["id"] for r in self.view(d)["regles"] if r["etat"] == "active"], ["toujours"])
        self.assertEqual(self.command(d, "regles")[0], 0)
        self.assertEqual(d.stop(), 0)
        d.start()
        d.put("acte.txt", COUNCIL.read_bytes())
        d.judged(1)
        self.assertEqual([r["id"] for r in self.view(d)["regles"] if r["etat"] == "active"], ["toujours"])

    def test_a_fifo_in_place_of_a_rule_stops_nothing(self):
        d = self.always()
        os.mkfifo(d.rules / "tube.lua")
        [event] = d.until(lambda: d.records("regle"), "c'est dit")
        self.assertEqual(event["reason"], "refusee")
        self.assertIn("un tube nommé", event["message"])
        d.put("acte.txt", COUNCIL.read_bytes())
        d.judged(1)

    def test_bad_decisions_change_nothing(self):
        d = self.always()
        (d.root / "reglages.yaml").write_text("desactiver: [toujour]\n")
        d.until(lambda: self.view(d)["rechargements"]["etat"] == "refuse", "les réglages sont refusés")
        d.until(lambda: d.records("service")[-1]["reason"] == "rechargement-refuse", "c'est dit avec les alertes")
        self.assertIn("reglages.yaml:1:14: règle inconnue « toujour » ; vouliez-vous « toujours » ?", d.records("service")[-1]["message"])
        self.until_version(d, "1.0.0")
        (d.root / "reglages.yaml").write_text("desactiver: [toujours]\n")
        d.until(lambda: self.view(d)["regles"] and self.view(d)["regles"][0]["etat"] == "desactivee", "les réglages corrigés sont en service")


class Command(Reloading):
    def test_recharger_says_what_is_live(self):
        d = self.always()
        (d.rules / "toujours.lua").write_text(rule("1.1.0"))
        status, out, err = self.command(d, "recharger")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("active, 1.1.0, ", out)
        self.assertIn("1 règle en service ; jeu ", out)

    def test_recharger_fails_with_the_reason(self):
        d = self.always()
        (d.rules / "toujours.lua").write_text("regle {")
        status, out, err = self.command(d, "recharger")
        self.assertEqual(status, 2)
        self.assertIn("version précédente", out)
        self.assertIn("1 règle n'est pas en service comme écrite", err)
        (d.rules / "toujours.lua").write_text(rule("1.0.0"))
        (d.root / "reglages.yaml").write_text("desactivé: []\n")
        status, out, err = self.command(d, "recharger")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("rechargement refusé, les règles en service restent", err)
        self.assertIn("reglages.yaml:1:1", err)

    def test_a_suspended_service_is_not_waited_for(self):
        d = self.always()
        d.signal(signal.SIGSTOP)
        try:
            began = time.monotonic()
            status, out, err = self.command(d, "recharger")
            self.assertEqual((status, out), (2, ""))
            self.assertIn(f"le service (processus {d.process.pid}) est suspendu", err)
            self.assertIn(f"kill -CONT {d.process.pid}", err)
            self.assertLess(time.monotonic() - began, 10)
        finally:
            d.signal(signal.SIGCONT)
        self.assertEqual(self.command(d, "recharger")[0], 0)  # what was asked meanwhile is done

    def test_without_a_service(self):
        d = self.daemon()
        status, out, err = self.command(d, "recharger")
        self.assertEqual((status, out), (2, ""))
        self.assertIn(f"aucun service ne tourne sur {d.etat.resolve()}", err)
        status, out, err = self.command(d, "regles")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("d'après les fichiers", out)
        self.assertIn("pouvoir-unique", out)
        self.assertEqual(json.loads(self.command(d, "regles", "--json")[1])["processus"], None)

    def test_by_the_service_s_word_and_not_the_files(self):
        d = self.always()
        since = self.view(d)["regles"][0]["depuis"]
        self.assertEqual(d.stop(), 0)
        d.start()
        d.until(lambda: self.view(d)["processus"] == d.process.pid, "l'état des règles est celui de ce service")
        self.assertEqual(self.view(d)["regles"][0]["depuis"], since)  # of the text, not of the process
        seen = json.loads(self.command(d, "regles", "--json")[1])
        self.assertEqual(seen["processus"], d.process.pid)
        self.assertEqual(seen["regles"][0]["sha256"], hashlib.sha256(rule("1.0.0").encode()).hexdigest())
        self.assertEqual(seen["rechargements"]["etat"], "fait")

    def test_exceptions_and_whether_they_served(self):
        d = self.daemon(reglages="reglages.yaml", balayage_s=3600)
        (d.root / "reglages.yaml").write_text(EXCEPTION)
        d.start()
        self.assertIn("1 exception expirée ;", d.text())
        d.put("acte.txt", FAULTY.read_bytes())
        d.judged(1)
        [alert] = d.records("alerte")
        self.assertEqual(alert["exception"]["id"], "EXC-1")
        out = " ".join(self.command(d, "regles")[1].split())
        self.assertIn("EXC-1 : pouvoir-unique sur CP20231866, en vigueur, jusqu'au 31 décembre 2999, par Mme Ardelon, a servi à 1 document", out)
        self.assertIn("EXC-2 : pouvoir-unique sur CP20230001, en vigueur, jusqu'au 31 décembre 2999, par Mme Ardelon, n'a servi à aucun document", out)
        self.assertIn("EXC-3 : pouvoir-unique sur CP20230002, expirée", out)
        (d.root / "reglages.yaml").write_text(EXCEPTION.replace("acte: CP20230001", "acte: CP20230001, collectivite: Ville d'Auzelle"))
        self.assertEqual(self.command(d, "recharger")[0], 0)
        told = json.loads(self.command(d, "regles", "--json")[1])["exceptions"][1]
        self.assertEqual((told["acte"], told["collectivite"]), ("CP20230001", "Ville d'Auzelle"))
        self.assertIn("EXC-2 : pouvoir-unique sur CP20230001 de « Ville d'Auzelle », en vigueur", " ".join(self.command(d, "regles")[1].split()))
        (d.root / "reglages.yaml").write_text("# rien\n")
        self.assertEqual(self.command(d, "recharger")[0], 0)
        d.put("encore.txt", FAULTY.read_bytes())
        d.judged(2)
        d.until(lambda: len(d.records("alerte")) == 2, "l'alerte est redite sans l'exception")
        self.assertIsNone(d.records("alerte")[-1]["exception"])

    def test_as_many_exceptions_as_there_may_be(self):
        """Each text as long as it may be: `regles` and `recharger` still know what is in service."""
        d = self.daemon(reglages="reglages.yaml", balayage_s=3600)
        one = "  - {{ id: {0:é<60}, regle: pouvoir-unique, acte: {0:é<120}, collectivite: {0:é<200}, raison: {0:é<200}, par: {0:é<120}, jusqu_au: 2999-12-31 }}\n"
        (d.root / "reglages.yaml").write_text("exceptions:\n" + "".join(one.format(f"E{n}x") for n in range(500)))
        d.start()
        for command in ("recharger", "regles"):
            status, out, err = self.command(d, command)
            self.assertEqual((status, err, out.count("en vigueur, jusqu'au 31 décembre 2999")), (0, "", 500))


class Load(Reloading):
    def host_pids(self, d):
        found = []
        for p in pathlib.Path("/proc").iterdir():
            if p.name.isdigit():
                try:
                    stat = (p / "stat").read_text().rsplit(")", 1)[1].split()
                    if int(stat[1]) == d.process.pid and stat[0] != "Z":
                        found.append(int(p.name))
                except (OSError, IndexError):
                    pass
        return found

    def test_saved_and_killed_under_load(self):
        """Rules saved in a loop, hosts killed at random: every document judged once, by one text of the rule."""
        d = self.always()
        chance = random.Random(20261129)
        known = {hashlib.sha256(rule("1.0.0").encode()).hexdigest()}
        for n in range(40):
            d.put(f"{n}.txt", numbered(COUNCIL, n))
            if n % 8 == 3:
                text = rule(f"1.{n}.0")
                known.add(hashlib.sha256(text.encode()).hexdigest())
                (d.rules / "toujours.lua").write_text(text)
            if n % 6 == 5:
                d.until(lambda: self.host_pids(d), "un hôte tourne")
                try:
                    os.kill(chance.choice(self.host_pids(d)), signal.SIGKILL)
                except (ProcessLookupError, IndexError):
                    pass
        d.judged(40)
        self.assertEqual(len(d.path("document")), 40)
        self.assertEqual(d.records("rejet"), [])
        self.assertEqual(d.rows("SELECT count(*), count(DISTINCT document) FROM verdict"), [(40, 40)])
        self.assertLessEqual({h for h, in d.rows("SELECT DISTINCT rule_sha256 FROM verdict")}, known)
        self.until_version(d, "1.35.0")

    def test_changed_while_it_was_being_loaded(self):
        """An essai that takes long holds the load; what is saved meanwhile is what comes into service."""
        d = self.always()
        slow = rule("1.1.0").replace('if d.niveau == "region"', 'local n = 0 for i = 1, 90000 do n = n + 1 end if d.niveau == "region"')
        (d.rules / "toujours.lua").write_text(slow)
        d.until(lambda: self.view(d)["rechargements"]["etat"] == "en-cours" or d.logged("rechargement des règles"), "le chargement commence")
        (d.rules / "toujours.lua").write_text(rule("1.2.0"))
        self.until_version(d, "1.2.0")
        self.assertLessEqual({r["version"] for r in self.view(d)["regles"]}, {"1.2.0"})


if __name__ == "__main__":
    unittest.main()
