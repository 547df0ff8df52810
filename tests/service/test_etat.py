# SPDX-License-Identifier: EUPL-1.2
"""How the service is, asked over its socket: what it says, when it says that something is wrong, who may ask, and that nobody can hold it up by asking."""
import contextlib, grp, json, os, pathlib, re, shutil, signal, socket, sqlite3, subprocess, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, DEADLINE_S, FAULTY, REGULAR, ServiceTest, numbered
from program import PROGRAM, config, run


def exchange(where, request):
    """The whole answer on a Unix socket (a path) or an address."""
    with socket.socket(socket.AF_UNIX if isinstance(where, str) else socket.AF_INET) as s:
        s.settimeout(DEADLINE_S)
        end = time.monotonic() + DEADLINE_S
        while True:
            try:
                s.connect(where)
                break
            except BlockingIOError:  # others wait to be accepted, as many as the kernel holds
                if time.monotonic() > end:
                    raise
                time.sleep(0.01)
        s.sendall(request)
        return b"".join(iter(lambda: s.recv(65536), b""))


def get(where, path, method="GET", host="localhost"):
    """(status, headers, body)"""
    head, _, body = exchange(where, f"{method} {path} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode()).partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    return int(first.split()[1]), dict(line.split(": ", 1) for line in lines), body.decode("utf-8")


SAMPLE = re.compile(r'^([a-z_]+)(?:\{((?:[a-z]+="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (-?[0-9]+(?:\.[0-9]+)?)$')


def metrics(text):
    """Samples by name and labels, after a check of the format: HELP and TYPE before the samples of a name, all of a name together."""
    found, typed, closed = {}, {}, []
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert kind in ("counter", "gauge") and name not in typed and (kind == "counter") == name.endswith("_total"), line
            typed[name] = kind
            closed.append(name)
        elif not line.startswith("# HELP "):
            name, labels, value = SAMPLE.match(line).groups()
            assert closed[-1] == name, line
            found[name, labels or ""] = float(value)
    assert text.endswith("\n")
    return found


class Status(ServiceTest):
    def served(self, **supervision):
        d = self.daemon(rules=("pouvoir-unique", "quorum", "unanimite"))
        d.socket = str(d.root / "etat.sock")
        d.keys["supervision"] = {"socket": d.socket, **supervision}
        d.config = config(d.root, **d.keys)
        return d

    def ask(self, d, *args):
        return run("etat", "--config", d.config, *args)

    def host(self, d):
        """The process of the rules."""
        for p in pathlib.Path("/proc").iterdir():
            if p.name.isdigit():
                try:
                    words = (p / "cmdline").read_bytes().split(b"\0")
                    if b"hote" in words and os.fsencode(d.config) in words and f"PPid:\t{d.process.pid}\n" in (p / "status").read_text():
                        return int(p.name)
                except OSError:
                    pass
        self.fail("pas d'hôte")

    def status(self, d):
        return json.loads(get(d.socket, "/etat.json")[2])


class Says(Status):
    def test_what_there_is(self):
        d = self.served().start()
        d.put("acte.txt", FAULTY.read_bytes())
        d.put("x.part", b"x")
        d.judged(1)
        d.put("copie.txt", FAULTY.read_bytes())
        d.judged(2)
        d.put("<b>=1.ps", b"%!PS-Adobe-3.0\n")
        d.judged(3)
        d.until(lambda: self.status(d)["depot"]["ignores"] == 1, "le nom ignoré est compté")
        s = self.status(d)
        self.assertEqual((s["schema"], s["etat"], s["processus"], s["pannes"], s["avertissements"]), ("scrutateur-etat/1.0", "en-service", d.process.pid, [], []))
        self.assertEqual(s["file"], {"attente": 0, "en_cours": 0, "plus_ancien_s": None})
        self.assertEqual({k: s["depot"][k] for k in ("chemin", "suspendu", "pris", "en_observation")},
                         {"chemin": str(d.depot), "suspendu": None, "pris": 3, "en_observation": 0})
        self.assertEqual(s["documents"], {"juges": 1, "refuses": 1, "deja_juges": 1})
        self.assertEqual(s["refus"], [{"motif": "type", "n": 1}])
        self.assertEqual([(c["regle"], c["anomalie"], c["non_verifiable"], c["conforme"]) for c in s["constats"]],
                         [("pouvoir-unique", 1, 0, 0), ("quorum", 0, 1, 0), ("unanimite", 0, 0, 1)])
        self.assertEqual(s["regles"], {"jeu": d.rows("SELECT ruleset FROM document LIMIT 1")[0][0], "en_service": 3, "precedentes": 0, "suspendues": 0,
                                       "refusees": 0, "desactivees": 0, "references_precedentes": None})
        self.assertEqual(s["sorties"], [{"nom": "fichier", "a_livrer": 0, "en_panne": False}])
        self.assertTrue(s["confinement"]["complet"])
        self.assertGreater(s["disque"]["total"], s["disque"]["libre"])
        self.assertIn("scrutateur_quarantaine_bytes", get(d.socket, "/metrics")[2])
        self.assertGreaterEqual(s["disque"]["quarantaine"], 0)
        [last] = s["erreurs"]["dernieres"]
        self.assertEqual(last["niveau"], "avertissement")
        self.assertIn("refusé « <b>=1.ps »", last["texte"])

        m = metrics(get(d.socket, "/metrics")[2])
        self.assertEqual(m["scrutateur_documents_total", 'issue="juge"'], 1)
        self.assertEqual(m["scrutateur_refus_total", 'motif="type"'], 1)
        self.assertEqual(m["scrutateur_constats_total", 'regle="pouvoir-unique",verdict="anomalie"'], 1)
        self.assertEqual(m["scrutateur_depot_fichiers", 'etat="ignore"'], 1)
        self.assertEqual(m["scrutateur_pannes", ""], 0)

        page = get(d.socket, "/")[2]
        self.assertIn("&lt;b&gt;=1.ps", page)
        self.assertIn("<dd>0 en observation, 1 ignoré</dd>", page)
        self.assertIn("<dd>1 depuis le démarrage\xa0; 1 de contenu déjà jugé</dd>", page)
        self.assertNotIn("<b>", page)
        self.assertNotIn("<script", page)
        self.valid(page)
        self.assertEqual(get(d.socket, "/sante")[::2], (200, "ok\n"))

        code, out, err = self.ask(d)
        self.assertEqual((code, err), (0, ""))
        for words in (f"en service, depuis le 20", f"processus {d.process.pid}\n", "File              : 0 à juger, dont 0 en cours\n",
                      "0 en observation, 1 nom ignoré, 0 entrée refusée\n", "3 en service ; jeu ", " : depuis le démarrage : 1 jugé, 1 de contenu déjà jugé, 1 refusé : type 1\n",
                      "pouvoir-unique : 1 anomalie, 0 non vérifiable, 0 erreur\n", "fichier, 0 à livrer", "avertissement : refusé « <b>=1.ps »"):
            self.assertIn(words, out)
        code, out, _ = self.ask(d, "--json")
        self.assertEqual((code, json.loads(out)["schema"]), (0, "scrutateur-etat/1.0"))
        # No name of an elected member is anywhere (W-07): they stand in messages of alerts, which are none of these.
        for text in (page, out, json.dumps(s), get(d.socket, "/metrics")[2]):
            for name in ("TERRASSOL", "BELLOUVIER", "MALAVERGNE"):
                self.assertNotIn(name, text)

    def valid(self, page):
        if not shutil.which("tidy"):
            self.skipTest("SKIPPED: tidy is not installed")
        got = subprocess.run(["tidy", "-q", "-e", "--drop-empty-elements", "no"], input=page, text=True, capture_output=True)
        self.assertEqual(got.stderr, "")

    def test_what_waits(self):
        """A host that stands still takes documents and judges none."""
        d = self.served().start()
        os.kill(self.host(d), 19)  # SIGSTOP
        for n in range(5):
            d.put(f"{n}.txt", numbered(COUNCIL, n))
        d.until(lambda: self.status(d)["file"]["attente"] == 5, "cinq documents attendent")
        queue = self.status(d)["file"]
        self.assertEqual(queue["en_cours"], 2)
        self.assertGreaterEqual(queue["plus_ancien_s"], 0)
        self.assertRegex(self.ask(d)[1], r"5 à juger \(le plus ancien depuis \d+ s\), dont 2 en cours")
        os.kill(self.host(d), 18)  # SIGCONT
        d.judged(5)
        self.assertIsNone(self.status(d)["file"]["plus_ancien_s"])

    def test_every_answer_has_its_headers(self):
        d = self.served().start()
        for path, status, kind in (("/", 200, "text/html; charset=utf-8"), ("/sante", 200, "text/plain; charset=utf-8"), ("/etat.json", 200, "application/json"),
                                   ("/metrics", 200, "text/plain; version=0.0.4; charset=utf-8"), ("/<script>alert(1)</script>", 404, "text/plain; charset=utf-8"),
                                   ("/../etat.json", 404, "text/plain; charset=utf-8"), ("/sante?x=1", 200, "text/plain; charset=utf-8")):
            got, headers, body = get(d.socket, path)
            self.assertEqual((got, headers["Content-Type"], headers["X-Content-Type-Options"], headers["Cache-Control"]), (status, kind, "nosniff", "no-store"), path)
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
            self.assertNotIn("script", body.replace("Scrutateur", ""))
            got, headers, body = get(d.socket, path, "HEAD")
            self.assertEqual((got, body), (status, ""))
        self.assertEqual(get(d.socket, "/sante", "POST")[0], 405)


class Wrong(Status):
    def wrong(self, d, words, probe=503):
        """The probe, the command and the page all say it."""
        d.until(lambda: get(d.socket, "/sante")[0] == probe and words in json.dumps(self.status(d), ensure_ascii=False), words)
        self.assertIn(words if probe == 503 else "ok", get(d.socket, "/sante")[2])
        code, out, _ = self.ask(d)
        self.assertEqual(code, 1)
        self.assertIn("En panne :" if probe == 503 else "À regarder :", out)
        self.assertIn(words, out)
        self.assertIn(words.split("«")[0], get(d.socket, "/")[2].replace("\u00a0", " "))

    def test_a_sink_that_takes_nothing(self):
        d = self.served()
        d.keys["alertes"]["fichier"] = d.root / "absent" / "alertes.jsonl"
        d.config = config(d.root, **d.keys)
        d.start()
        d.put("acte.txt", FAULTY.read_bytes())
        self.wrong(d, "la sortie « fichier » ne prend plus les alertes")
        self.assertEqual(metrics(get(d.socket, "/metrics")[2])["scrutateur_sortie_en_panne", 'sortie="fichier"'], 1)
        (d.root / "absent").mkdir()
        d.until(lambda: get(d.socket, "/sante")[0] == 200, "la sortie reprend")

    def test_a_ledger_that_does_not_take_down_what_was_delivered(self):
        """The sink is not to blame: whoever looks for the fault there finds none."""
        d = self.served()
        d.keys["alertes"]["fichier"] = d.root / "absent" / "alertes.jsonl"
        d.config = config(d.root, **d.keys)
        d.start()
        self.wrong(d, "la sortie « fichier » ne prend plus les alertes")
        with contextlib.closing(sqlite3.connect(d.etat / "registre.sqlite", isolation_level=None)) as held:
            held.execute("BEGIN IMMEDIATE")
            (d.root / "absent").mkdir()
            self.wrong(d, "le registre n'inscrit pas ce que la sortie « fichier » a pris")
            self.assertEqual(metrics(get(d.socket, "/metrics")[2])["scrutateur_sortie_en_panne", 'sortie="fichier"'], 0)
            self.assertEqual(d.logged("ne prend plus les alertes"), 1)
            self.assertEqual(d.logged("le registre n'inscrit pas ce que la sortie « fichier » a pris, les mêmes lignes lui seront données de nouveau"), 1)
        d.until(lambda: get(d.socket, "/sante")[0] == 200, "le registre prend de nouveau")
        self.assertEqual(d.logged("le registre inscrit de nouveau ce que prend la sortie « fichier »"), 1)

    def test_no_rule(self):
        """The folder of rules is empty, or all are switched off: what is dropped is archived, and nobody would ever hear of it."""
        d = self.served().start()
        rule = d.rules / "pouvoir-unique.lua"
        text = rule.read_text()
        for p in d.rules.iterdir():
            p.unlink()
        self.wrong(d, "aucune règle n'est en service : ce qui est déposé est lu et rangé, rien n'y est jugé")
        rule.write_text(text)
        d.until(lambda: get(d.socket, "/sante")[0] == 200, "elle juge de nouveau")

    def test_no_drop(self):
        d = self.served()
        d.depot = d.root / ("long-" * 40) / "depot"  # the reason stands behind the path
        d.depot.mkdir(parents=True)
        d.config = config(d.root, **{**d.keys, "depot": d.depot})
        d.start()
        d.depot.rmdir()
        self.wrong(d, "le dossier de dépôt manque")
        self.assertEqual(self.status(d)["depot"]["suspendu"], "le dossier manque ou n'est pas accessible")
        self.assertIn("depot : fichier ou répertoire inexistant ; il sera repris dès qu'il sera là\n", d.text())
        d.depot.mkdir()
        d.until(lambda: get(d.socket, "/sante")[0] == 200, "le dépôt est revenu")

    def test_a_ledger_that_is_gone(self):
        """Found out before a file needs it, which stays in the drop (ROBUST D-09)."""
        d = self.served().start()
        for name in ("registre.sqlite", "registre.sqlite-wal", "registre.sqlite-shm"):
            os.rename(d.etat / name, d.root / name)
        d.put("acte.txt", FAULTY.read_bytes())
        self.wrong(d, "registre : son fichier a été déplacé ou supprimé pendant le service")
        self.assertEqual(os.listdir(d.depot), ["acte.txt"])
        for name in ("registre.sqlite", "registre.sqlite-wal", "registre.sqlite-shm"):
            os.rename(d.root / name, d.etat / name)
        d.judged(1)
        d.until(lambda: get(d.socket, "/sante")[0] == 200, "le registre répond")

    def test_a_rule_that_is_broken(self):
        """It judges on in its former version: a person should look, a probe need not."""
        d = self.served().start()
        path = d.rules / "quorum.lua"
        text = path.read_text(encoding="utf-8")
        path.write_text("regle {", encoding="utf-8")
        self.wrong(d, "1 règle d'une version précédente", probe=200)
        path.write_text(text, encoding="utf-8")
        d.until(lambda: self.ask(d)[0] == 0, "tout va")

    def test_no_rules_for_a_while(self):
        d = self.served().start()
        os.kill(self.host(d), 9)
        d.until(lambda: get(d.socket, "/sante")[0] == 503, "sans règles, la sonde le dit")
        d.until(lambda: get(d.socket, "/sante")[0] == 200, "l'hôte est relancé")


class Reached(Status):
    def test_what_is_taken_cannot_be_removed_from_the_drop(self):
        """It is judged, and stays; who asks sees it until the right is given back."""
        d = self.daemon(supervision={"socket": "etat.sock"}).unprivileged().start()
        d.signal(signal.SIGSTOP)
        d.put("acte.txt", REGULAR.read_bytes())
        d.depot.chmod(0o555)
        d.signal(signal.SIGCONT)
        d.until(lambda: d.records("document"), "il est jugé")
        says = f"ce qui est pris du dépôt ne peut pas en être retiré : rendez au service le droit d'écrire dans {d.depot}"
        d.until(lambda: d.status()["avertissements"] == [says], "qui demande l'apprend")
        self.assertEqual(os.listdir(d.depot), ["acte.txt"])
        d.depot.chmod(0o755)
        d.until(lambda: os.listdir(d.depot) == [] and d.status()["avertissements"] == [], "il est retiré")

    def test_it_runs_and_is_not_heard(self):
        """Something stands where its socket should be: the command does not say that no service runs."""
        d = self.served()
        pathlib.Path(d.socket).write_bytes(b"x")
        d.start()
        self.assertEqual(d.logged(f"{d.socket} existe et n'est pas une socket : ôtez-le"), 1)
        code, out, err = self.ask(d)
        self.assertEqual((code, out), (2, ""))
        self.assertIn(f"pourtant un service tourne sur {d.etat} (processus {d.process.pid}) : ", err)
        os.unlink(d.socket)
        d.until(lambda: self.ask(d)[0] == 0, "elle est faite")

    def test_nobody_there(self):
        d = self.served()
        code, out, err = self.ask(d)
        self.assertEqual((code, out), (2, ""))
        self.assertEqual(err, f"scrutateur : aucun service ne répond sur {d.socket} : il ne tourne pas, ou il tourne avec une autre configuration\n")
        with socket.socket(socket.AF_UNIX) as other:  # somebody else's
            other.bind(d.socket)
            other.listen()
            asked = subprocess.Popen([PROGRAM, "etat", "--config", str(d.config)], stderr=subprocess.PIPE, text=True)
            other.settimeout(DEADLINE_S)
            connection, _ = other.accept()
            connection.recv(4096)
            connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n{\"schema\": \"autre\"}")
            connection.close()
            self.assertIn("n'est pas le service", asked.communicate()[1])
            self.assertEqual(asked.returncode, 2)
        self.assertEqual(self.ask(d), (2, "", err))  # a socket that nobody listens on any more

    def test_who_may_not_ask_is_told_the_group(self):
        """As root the question is asked by someone else; as anybody, on a socket that is closed to its owner."""
        root = os.geteuid() == 0
        gid, who = (1, {"user": 65534, "group": 65534, "extra_groups": []}) if root else (os.getgid(), {})
        d = self.served()
        d.root.chmod(0o755)
        with socket.socket(socket.AF_UNIX) as s:
            s.bind(d.socket)
            s.listen()
            os.chown(d.socket, -1, gid)
            os.chmod(d.socket, 0o060)
            program = shutil.copy(PROGRAM, d.root)  # where anybody may run it
            p = subprocess.run([program, "etat", "--config", d.config], capture_output=True, text=True, timeout=60, **who)
        self.assertEqual(p.returncode, 2)
        self.assertIn(f"demander au service sur {d.socket} : accès refusé\n", p.stderr)
        self.assertIn(f"{d.socket} se lit par le groupe « {grp.getgrgid(gid).gr_name} » : demandez", p.stderr)

    def test_no_socket_configured(self):
        d = self.daemon().start()
        code, _, err = self.ask(d)
        self.assertEqual(code, 2)
        self.assertIn(f"{d.config} ne donne pas de socket (supervision : socket)", err)

    def test_no_configuration_at_all(self):
        code, _, err = run("etat")
        self.assertEqual(code, 2)
        self.assertIn("aucun fichier de configuration n'est lu", err)
        self.assertIn("--config FICHIER", err)

    def test_mode_group_and_end(self):
        group = grp.getgrgid(os.getgid()).gr_name
        d = self.served(mode="0640", groupe=group).start()
        st = os.stat(d.socket)
        self.assertEqual((st.st_mode & 0o7777, st.st_gid), (0o640, os.getgid()))
        self.assertEqual(d.stop(), 0)
        self.assertFalse(os.path.exists(d.socket))

    def test_what_cannot_be_opened_is_said_and_no_reason_not_to_serve(self):
        for n, (keys, prepare, words) in enumerate((({"groupe": "pas-un-groupe"}, None, "le groupe « pas-un-groupe » n'existe pas"),
                                                    ({}, lambda p: pathlib.Path(p).write_text("x"), "n'est pas une socket"),
                                                    ({}, lambda p: os.rmdir(os.path.dirname(p)), "créer"))):
            d = self.served(**keys)
            if n == 2:
                d.socket = str(d.root / "run" / "etat.sock")
                os.mkdir(d.root / "run")
                d.keys["supervision"]["socket"] = d.socket
                d.config = config(d.root, **d.keys)
            if prepare:
                prepare(d.socket)
            d.start()
            self.assertIn("personne ne pourra demander comment va le service", d.text())
            self.assertIn(words, d.text())
            d.put("acte.txt", COUNCIL.read_bytes())
            d.judged(1)
            self.assertEqual(d.stop(), 0)

    def test_a_socket_that_was_removed_is_made_again(self):
        d = self.served().start()
        os.unlink(d.socket)
        d.until(lambda: d.logged("est refaite"), "la socket retirée est refaite")
        self.assertEqual(get(d.socket, "/sante")[0], 200)
        # Something else stands there for a while: said once.
        os.unlink(d.socket)
        pathlib.Path(d.socket).mkdir()
        d.until(lambda: d.logged("n'est pas une socket"), "ce qui est à sa place est dit")
        pathlib.Path(d.socket).rmdir()
        d.until(lambda: d.logged("on peut de nouveau demander"), "la socket est refaite de nouveau")
        self.assertEqual(get(d.socket, "/sante")[0], 200)
        self.assertEqual(d.logged("personne ne pourra demander"), 1)
        d.until(lambda: len([r for r in d.records("service") if r["reason"] == "supervision"]) == 3, "chacun de ces faits est un enregistrement")

    def test_reload_moves_it(self):
        d = self.served().start()
        old, d.socket = d.socket, str(d.root / "autre.sock")
        d.keys["supervision"] = {"socket": d.socket, "mode": "600"}
        config(d.root, **d.keys)
        d.until(lambda: os.path.exists(d.socket), "la nouvelle socket est là")
        self.assertEqual(get(d.socket, "/sante")[0], 200)
        self.assertFalse(os.path.exists(old))
        d.keys["supervision"] = {"socket": "non"}
        config(d.root, **d.keys)
        d.until(lambda: not os.path.exists(d.socket), "elle n'y est plus")

    def listening(self, d):
        """Addresses at which the process listens over TCP."""
        inodes = set()
        for p in pathlib.Path(f"/proc/{d.process.pid}/fd").iterdir():
            with contextlib.suppress(FileNotFoundError):   # closed meanwhile
                inodes.add(os.readlink(p).removeprefix("socket:[").rstrip("]"))
        return [line.split()[1] for name in ("tcp", "tcp6") for line in pathlib.Path(f"/proc/{d.process.pid}/net/{name}").read_text().splitlines()[1:]
                if line.split()[9] in inodes]

    def test_tcp_only_when_asked_and_only_for_this_machine(self):
        d = self.served().start()
        self.assertEqual(self.listening(d), [])
        with socket.create_server(("127.0.0.1", 0)) as s:
            port = s.getsockname()[1]
        d.keys["supervision"]["tcp"] = f"127.0.0.1:{port}"
        config(d.root, **d.keys)
        d.until(lambda: self.listening(d), "il écoute")
        self.assertEqual(self.listening(d), [f"0100007F:{port:04X}"])
        where = ("127.0.0.1", port)
        for host, status in (("localhost", 200), (f"127.0.0.1:{port}", 200), ("LOCALHOST", 200), ("exemple.fr", 403), ("localhost.exemple.fr", 403),
                             ("127.0.0.1.exemple.fr", 403), ("", 403), ("127.1.2.3:9187", 200), ("[::1]:9187", 200),
                             ("[::1].exemple.fr", 403), ("127.exemple.fr", 403), ("localhost:80.exemple.fr", 403), ("127.0.0.1:80@exemple.fr", 403)):
            self.assertEqual(get(where, "/sante", host=host)[0], status, host)
        self.assertIn(b" 403 ", exchange(where, b"GET /sante HTTP/1.0\r\n\r\n"))
        self.assertEqual(get(d.socket, "/sante", host="exemple.fr")[0], 200)  # on the socket it is the mode that counts

    def test_any_other_address_is_refused(self):
        d = self.served(tcp="0.0.0.0:9187")
        d.start(ready=False)
        self.assertEqual(d.stop(None), 2)
        self.assertIn("une adresse de bouclage et un port sont attendus", d.text())


class HeldUp(Status):
    def test_slow_and_many_clients_hold_nobody_up(self):
        """Forty connections that say nothing or half: documents are judged meanwhile, and who asks for real is answered when a place is free."""
        d = self.served().start()
        slow = []
        self.addCleanup(lambda: [s.close() for s in slow])
        for n in range(40):
            s = socket.socket(socket.AF_UNIX)
            slow.append(s)
            s.setblocking(False)
            try:
                s.connect(d.socket)
                s.send((b"", b"G", b"GET / HTTP/1.1\r\nX: ", b"GET / HTTP/1.1\r\n")[n % 4])
            except BlockingIOError:
                pass  # the queue of the kernel is full, as it should be
        for n in range(20):
            d.put(f"{n}.txt", numbered(COUNCIL, n))
        d.judged(20)
        self.assertLess(len(os.listdir(f"/proc/{d.process.pid}/fd")), 100)
        d.signal(10)  # SIGUSR1: the loop listens
        for s in slow:
            s.close()
        self.assertEqual(get(d.socket, "/sante")[0], 200)


if __name__ == "__main__":
    unittest.main()
