# SPDX-License-Identifier: EUPL-1.2
"""Stop, reload, death: nothing is lost, nothing is judged by half a rule set, and what failed is said (ROBUST D-02, D-10 to D-14)."""
import os, pathlib, shutil, signal, socket, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, DEADLINE_S, FAULTY, REGULAR, Daemon, ServiceTest, numbered
from program import ROOT, config

# What it says depends on the level only; a rule needs an essai for each verdict that counts.
RULE = '''-- SPDX-License-Identifier: EUPL-1.2
regle {
  id = "toujours", version = "%s", titre = "Toujours conforme", gravite = "mineure",
  resume = "Une règle pour les tests du service.",
  fondement = { { code = "CGCT", article = "L. 2121-21", dit = "rien qui compte ici" } },
  validite = { du = "1996-02-24" }, exemple = "cm-reguliere",
  controle = function(d)
    if d.niveau == "region" then return anomalie("une région") end
    if d.niveau == "epci" then return non_verifiable("un EPCI") end
    if d.niveau == "departement" then return %s end
    return conforme("une commune")
  end,
}
essai "commune" { attendu = "%s" }
essai "region" { document = "cr-pleniere", attendu = "anomalie" }
essai "epci" { document = "cc-reguliere", attendu = "non_verifiable" }
'''


def rule(version, conforme=True, attendu="conforme"):
    return RULE % (version, 'conforme("bien")' if conforme else 'sans_objet("rien")', attendu)


class Stop(ServiceTest):
    def test_term_with_work_in_flight(self):
        """What runs is finished, what waits is judged by the next start, what is in the drop stays or is in the spool: nothing twice, nothing lost."""
        d = self.daemon().start()
        for n in range(60):
            d.put(f"{n:02}.txt", numbered(COUNCIL, n))
        d.until(lambda: d.records("document"), "un premier document est jugé")
        self.assertEqual(d.stop(), 0)
        self.assertEqual([r["reason"] for r in d.records("service")], ["confinement", "demarrage", "arret"])
        done, waiting, left = len(d.spool("archive")), len(d.spool("attente")), len(os.listdir(d.depot))
        self.assertEqual(done + waiting + left, 60)
        self.assertEqual(len(d.records("document")), done)
        self.assertEqual(d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn"), [(done,)])
        d.start()
        d.judged(60)
        self.assertEqual(d.path("document"), [f"{n:02}.txt" for n in range(60)])

    def test_int_is_a_stop_too(self):
        d = self.daemon().start()
        self.assertEqual(d.stop(signal.SIGINT), 0)
        self.assertEqual([r["reason"] for r in d.records("service")], ["confinement", "demarrage", "arret"])

    def test_no_process_stays_behind(self):
        d = self.daemon().start()
        d.put("acte.txt", REGULAR.read_bytes())
        d.judged(1)
        config_path = os.fsencode(d.config)
        self.assertEqual(d.stop(), 0)
        for p in pathlib.Path("/proc").iterdir():
            if p.name.isdigit():
                try:
                    self.assertNotIn(config_path, (p / "cmdline").read_bytes())
                except OSError:
                    pass


class Systemd(ServiceTest):
    def test_notifications(self):
        d = self.daemon()
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            s.bind(str(d.root / "notify"))
            s.settimeout(DEADLINE_S)
            d.start(NOTIFY_SOCKET=str(d.root / "notify"), WATCHDOG_USEC="200000")

            def until(word):
                while True:
                    lines = s.recv(4096).decode().splitlines()
                    if word in lines:
                        return

            until("READY=1")
            until("WATCHDOG=1")
            d.signal(signal.SIGHUP)
            until("RELOADING=1")
            until("READY=1")
            until("WATCHDOG=1")
            self.assertEqual(d.stop(), 0)
            until("STOPPING=1")

    def test_priorities_only_for_the_journal(self):
        d = self.daemon().start()
        self.assertNotIn("<5>", d.text())
        self.assertEqual(d.stop(), 0)
        d.start(JOURNAL_STREAM="8:12345")
        self.assertEqual(d.stop(), 0)
        self.assertIn("<5>scrutateur", d.text())


class Start(ServiceTest):
    def refused(self, d, status, words):
        d.start(ready=False)
        self.assertEqual(d.stop(None), status, d.text())
        self.assertIn(words, d.text())

    def test_bad_configuration(self):
        d = self.daemon(enfants=0)
        self.refused(d, 2, "scrutateur.yaml:")

    def test_unknown_key(self):
        d = self.daemon(depots="x")
        self.refused(d, 2, "depot")

    def test_no_drop_directory(self):
        d = self.daemon()
        d.depot.rmdir()
        self.refused(d, 2, f"{d.config}:1:8: le dossier de dépôt « {d.depot} » n'existe pas : créez-le (mkdir)")

    def test_no_place_for_the_state_directory(self):
        d = self.daemon()
        d.config = config(d.root, **{**d.keys, "etat": d.root / "disparu" / "etat"})
        self.refused(d, 3, f"{d.config}:2:7: le répertoire d'état « {d.root}/disparu/etat » ne peut pas être créé : « {d.root}/disparu » n'existe pas")

    def test_rules_that_do_not_load(self):
        d = self.daemon(parametres="/nulle/part")
        self.refused(d, 2, "scrutateur.yaml:11:13: le dossier du droit daté « /nulle/part » n'existe pas")

    def test_second_instance_names_the_first(self):
        d = self.daemon().start()
        other = Daemon(self, etat=d.etat)
        self.addCleanup(setattr, other, "etat", other.root / "etat")
        other.start(ready=False)
        self.assertEqual(other.stop(None), 1)
        self.assertIn(f"processus {d.process.pid}", other.text())
        other.etat = other.root / "etat"

    def test_a_second_instance_is_kept_out_without_the_lock_file(self):
        """Somebody tidies up: the directory itself is locked, and nothing of it is touched; the file is made again, and said."""
        d = self.daemon().start()
        other = Daemon(self, etat=d.etat)
        self.addCleanup(setattr, other, "etat", other.root / "etat")
        (d.etat / "verrou").unlink()
        other.start(ready=False)
        self.assertEqual(other.stop(None), 1)
        self.assertIn(f"{d.etat} est déjà utilisé par un autre scrutateur", other.text())
        self.assertNotIn("reprise", other.text())
        d.until(lambda: d.logged("le fichier « verrou » du répertoire d'état a été ôté") == 1, "c'est dit")
        self.assertEqual((d.etat / "verrou").read_text(), f"{d.process.pid}\n")
        other.etat = other.root / "etat"

    def test_two_services_never_share_a_drop(self):
        d = self.daemon().start()
        other = self.daemon()
        other.config = config(other.root, **{**other.keys, "depot": d.depot})
        for _ in range(2):
            self.refused(other, 1, f"scrutateur.yaml:1:8: un autre scrutateur prend déjà les actes de {d.depot}")
        d.put("acte.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual((d.rows("SELECT count(*) FROM document"), other.rows("SELECT count(*) FROM document")), ([(1,)], [(0,)]))
        d.process.kill()
        d.process.wait()
        d.process = None
        other.start()
        self.assertEqual(other.stop(), 0)
        d.start()

    def test_a_reload_keeps_the_lock_of_the_drop(self):
        d = self.daemon().start()
        d.config = config(d.root, **{**d.keys, "stabilite_ms": 60})
        before = d.logged("en service, dont")
        d.signal(signal.SIGHUP)
        d.until(lambda: d.logged("en service, dont") > before, "la configuration est relue")
        self.assertEqual((d.logged("rechargement-refuse"), d.logged("un autre scrutateur")), (0, 0))
        other = self.daemon()
        other.config = config(other.root, **{**other.keys, "depot": d.depot})
        self.refused(other, 1, "un autre scrutateur prend déjà les actes")
        d.put("acte.txt", REGULAR.read_bytes())
        d.judged(1)

    def test_a_drop_that_comes_to_be_another_service_s_is_left_alone(self):
        d, other = self.daemon().start(), self.daemon().start()
        shutil.rmtree(d.depot)
        d.depot.symlink_to(other.depot)
        d.until(lambda: d.logged("rien n'est plus pris du dépôt : un autre scrutateur prend déjà les actes"), "c'est dit")
        other.put("acte.txt", REGULAR.read_bytes())
        other.judged(1)
        self.assertEqual(d.rows("SELECT count(*) FROM document"), [(0,)])
        d.depot.unlink()
        d.depot.mkdir()
        d.until(lambda: d.logged("le dossier de dépôt se lit de nouveau"), "le sien est repris")

    def test_drop_writable_by_all(self):
        d = self.daemon()
        os.chmod(d.depot, 0o777)
        self.refused(d, 2, "chmod +t")
        os.chmod(d.depot, 0o1777)
        d.start()


class Reload(ServiceTest):
    def judge(self, d, n):
        d.put(f"{n}.txt", numbered(REGULAR, n))
        d.judged(n)

    def verdicts(self, d):
        return d.rows("SELECT document, rule, rule_version, verdict FROM verdict ORDER BY id")

    def reload(self, d):
        before = d.logged("en service, dont")
        d.signal(signal.SIGHUP)
        d.until(lambda: d.logged("en service, dont") > before, "les règles sont rechargées")
        d.until(lambda: len(d.records("regles")) > before, "c'est dit avec les alertes")

    def test_good_rule(self):
        d = self.daemon(rules=())
        (d.rules / "toujours.lua").write_text(rule("1.0.0"))
        d.start()
        self.judge(d, 1)
        (d.rules / "toujours.lua").write_text(rule("1.1.0", conforme=False))
        self.reload(d)
        self.judge(d, 2)
        self.assertEqual(self.verdicts(d), [(1, "toujours", "1.0.0", "conforme"), (2, "toujours", "1.1.0", "sans_objet")])
        rulesets = [r for r, in d.rows("SELECT ruleset FROM document ORDER BY id")]
        self.assertNotEqual(rulesets[0], rulesets[1])

    def broken(self, text, words):
        d = self.daemon(rules=("pouvoir-unique",))
        (d.rules / "toujours.lua").write_text(rule("1.0.0"))
        d.start()
        (d.rules / "toujours.lua").write_text(text)
        self.reload(d)
        [event] = [r for r in d.records("regle") if r["reason"] == "gardee"]
        self.assertEqual(event["rule"]["id"], "toujours")
        self.assertIn(words, event["message"])
        self.assertIn("toujours.lua", event["message"])
        self.judge(d, 1)
        self.assertIn((1, "toujours", "1.0.0", "conforme"), self.verdicts(d))
        self.assertEqual(d.stop(), 0)
        d.start()  # also after a start: the last good text is kept on disk
        self.judge(d, 2)
        self.assertIn((2, "toujours", "1.0.0", "conforme"), self.verdicts(d))

    def test_rule_that_does_not_parse_keeps_the_former(self):
        self.broken("regle { id = \"toujours\",\n", "toujours.lua")

    def test_rule_whose_test_fails_keeps_the_former(self):
        self.broken(rule("1.1.0", attendu="anomalie"), "commune")

    def test_new_rule_that_is_broken_is_refused_and_said(self):
        d = self.daemon().start()
        (d.rules / "neuve.lua").write_text("ceci n'est pas une règle")
        self.reload(d)
        [event] = d.records("regle")
        self.assertEqual(event["reason"], "refusee")
        self.assertIn("neuve.lua", event["message"])
        self.judge(d, 1)

    def test_broken_configuration_keeps_the_former(self):
        d = self.daemon().start()
        good = d.config.read_text()
        d.config.write_text(good + "enfant: 3\n")
        d.signal(signal.SIGHUP)
        d.until(lambda: [r for r in d.records("service") if r["reason"] == "rechargement-refuse"], "le refus est dit")
        self.assertIn("scrutateur.yaml:", d.records("service")[-1]["message"])
        self.assertIn("enfants", d.records("service")[-1]["message"])
        self.judge(d, 1)
        d.config.write_text(good)
        self.reload(d)
        self.judge(d, 2)

    def test_parameter_that_would_lose_a_rule_is_refused(self):
        """Found by a new user: a wrong value made the essais fail, the rule left in silence, and faulty acts were judged clean."""
        d = self.daemon()
        law = d.root / "parametres"
        shutil.copytree(ROOT / "conf/parametres", law)
        d.config = config(d.root, **{**d.keys, "parametres": law})
        d.start()
        text = (law / "pouvoirs.yaml").read_text("utf-8")
        (law / "pouvoirs.yaml").write_text(text.replace("du: 2022-08-01, valeur: 1,", "du: 2022-08-01, valeur: 2,"), "utf-8")
        d.signal(signal.SIGHUP)
        d.until(lambda: [r for r in d.records("service") if r["reason"] == "rechargement-refuse"], "le refus est dit")
        self.assertIn("pouvoir-unique, en service, serait perdue", d.records("service")[-1]["message"])
        shutil.copy(FAULTY, d.depot / "acte.txt")
        d.until(lambda: d.records("alerte"), "la règle juge encore")

    def test_new_configuration_is_in_force(self):
        d = self.daemon().start()
        self.judge(d, 1)
        other = d.root / "autre-depot"
        other.mkdir()
        d.config = config(d.root, **{**d.keys, "depot": other})
        self.reload(d)
        d.depot = other
        self.judge(d, 2)

    def test_under_load(self):
        """Reloads while documents are judged: each is judged once, with one rule set or the other."""
        d = self.daemon(rules=())
        (d.rules / "toujours.lua").write_text(rule("1.0.0"))
        d.start()
        for n in range(40):
            d.put(f"{n}.txt", numbered(COUNCIL, n))
        for version in ("1.1.0", "1.2.0", "1.3.0"):
            (d.rules / "toujours.lua").write_text(rule(version))
            self.reload(d)
        d.judged(40)
        self.assertEqual(len(d.path("document")), 40)
        self.assertEqual(d.rows("SELECT count(*), count(DISTINCT document) FROM verdict"), [(40, 40)])

    def test_half_of_the_configuration_was_saved(self):
        """What is missing has its default: told as a directory that was changed, it would send its reader to stop the service."""
        d = self.daemon().start()
        whole = d.config.read_text()
        d.config.write_text(whole[:whole.index("etat:")])
        d.signal(signal.SIGHUP)
        d.until(lambda: d.logged(f"« etat » n'est plus dans {d.config}, et ne change pas en marche : le fichier est-il entier ?"), "c'est dit")
        d.config.write_text(whole)
        d.put("1.txt", REGULAR.read_bytes())
        d.judged(1)


class Death(ServiceTest):
    def test_kill_and_restart_loses_nothing(self):
        d = self.daemon()
        d.torn = True
        for round_ in range(6):
            d.start(ready=round_ == 0)
            for n in range(5):
                d.put(f"{round_}-{n}.txt", numbered(COUNCIL if n else FAULTY, 10 * round_ + n))
            # At a different moment of the work each time.
            end = time.monotonic() + 0.3 + 0.11 * round_
            while time.monotonic() < end:
                time.sleep(0.005)
            d.process.kill()
            d.process.wait()
            d.process = None
        d.start()
        d.until(lambda: not os.listdir(d.depot), "le dépôt est vide")
        d.until(lambda: not d.spool("attente"), "tout est rangé")
        names = {os.fsdecode(bytes(n)) for n, in d.rows("SELECT name FROM document WHERE state = 'juge'")}
        missing = {f"{r}-{n}.txt" for r in range(6) for n in range(5)} - names
        self.assertEqual(missing, set())
        d.until(lambda: {p for p in d.path("document")} >= names, "chaque document a son enregistrement")
        self.assertEqual(len({r["fingerprints"]["occurrence/v1"] for r in d.records("alerte")}), len(d.records("alerte")))

    def test_host_killed_under_load(self):
        d = self.daemon().start()
        for n in range(40):
            d.put(f"{n}.txt", numbered(COUNCIL, n))
        for _ in range(3):
            d.until(lambda: d.host(), "un hôte tourne")
            before = d.logged("l'hôte des règles s'est arrêté")
            os.kill(d.host(), signal.SIGKILL)
            d.until(lambda: d.logged("l'hôte des règles s'est arrêté") > before, "sa mort est dite")
            d.until(lambda: d.logged("en service, dont") > before + 1, "il est relancé")
        d.judged(40)
        self.assertEqual(len(d.path("document")), 40)
        self.assertEqual(d.records("rejet"), [])

    def test_torn_last_line_is_made_whole(self):
        d = self.daemon().start()
        d.put("un.txt", FAULTY.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        whole = d.alerts.read_bytes()
        lines = whole.splitlines(keepends=True)
        torn = lines[-1][:100]
        with open(d.alerts, "ab") as f:
            f.write(torn)
        d.start()
        d.put("deux.txt", REGULAR.read_bytes())
        d.until(lambda: d.spool("archive")[1:], "le second est jugé")
        self.assertEqual(d.stop(), 0)
        data = d.alerts.read_bytes()
        self.assertTrue(data.startswith(whole + torn + b"\n{"))
        d.alerts.write_bytes(whole + data[len(whole + torn) + 1:])  # the rest is whole
        self.assertEqual(d.path("document"), ["deux.txt", "un.txt"])

    def test_full_sink_directory_missing_then_back(self):
        d = Daemon(self)
        gone = d.root / "sortie"
        d.alerts = gone / "alertes.jsonl"
        d.config = config(d.root, **{**d.keys, "alertes": {"fichier": d.alerts, "journal": "non", "syslog": "non"}})
        d.start()
        d.until(lambda: d.logged("ne prend plus les alertes"), "la panne est dite")
        d.put("acte.txt", FAULTY.read_bytes())
        d.until(lambda: d.spool("archive"), "le document est jugé")
        gone.mkdir()
        d.judged(1)
        self.assertEqual(len(d.records("alerte")), 1)
        d.until(lambda: {"sortie-en-panne", "sortie-retablie"} <= {r["reason"] for r in d.records("service")}, "panne et retour sont dits")

    def test_rotated_alert_file_is_followed(self):
        d = self.daemon().start()
        d.put("un.txt", FAULTY.read_bytes())
        d.judged(1)
        old = d.root / "alertes.jsonl.1"
        os.rename(d.alerts, old)
        d.put("deux.txt", REGULAR.read_bytes())
        d.until(lambda: d.path("document") == ["deux.txt"], "la suite est dans le nouveau fichier")
        d.alerts.write_bytes(old.read_bytes() + d.alerts.read_bytes())  # for the audit of the chain

    def test_alert_file_taken_away_by_others(self):
        """Removed, then emptied: the next lines are in it, and that lines are gone is said."""
        d = self.daemon().start()
        d.put("un.txt", FAULTY.read_bytes())
        d.judged(1)
        for n, (take_away, says) in enumerate(((d.alerts.unlink, "a été effacé"), (lambda: os.truncate(d.alerts, 0), "a été vidé ou raccourci")), 2):
            d.until(lambda: d.rows("SELECT count(*) FROM record WHERE due") == [(0,)], "tout est livré")
            before = d.alerts.read_bytes()
            take_away()
            d.put(f"{n}.txt", numbered(FAULTY, n))
            d.until(lambda: d.logged(f"{d.alerts} {says} pendant que le service tourne : la suite y est écrite") == 1, "c'est dit")
            d.until(lambda: d.path("document") == [f"{n}.txt"] and "sortie-perdue" in {r["reason"] for r in d.records("service")}, "la suite y est")
            d.until(lambda: d.rows("SELECT count(*) FROM record WHERE due") == [(0,)], "tout est livré")
            d.signal(signal.SIGSTOP)
            d.alerts.write_bytes(before + d.alerts.read_bytes())  # for the audit of the chain
            d.signal(signal.SIGCONT)

    def test_two_services_never_share_a_file_of_alerts(self):
        d = self.daemon().start()
        other = self.daemon()
        other.config = config(other.root, **{**other.keys, "alertes": {"fichier": d.alerts, "journal": "non", "syslog": "non"}})
        other.start()
        other.until(lambda: other.logged(f"un autre scrutateur écrit déjà dans {d.alerts} : donnez à chacun son fichier"), "c'est dit")
        self.assertEqual(other.stop(), 0)
        self.assertEqual(d.logged("sortie"), 0)


if __name__ == "__main__":
    unittest.main()
