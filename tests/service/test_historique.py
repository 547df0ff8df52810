# SPDX-License-Identifier: EUPL-1.2
"""`historique`: every way to narrow it, its forms, its pages, and the ledger it reads while the service writes; docs/REGISTRE.md against the real one."""
import contextlib, csv, io, json, os, pathlib, re, sqlite3, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, FAULTY, Daemon, ServiceTest, numbered
from program import PROGRAM, ROOT, InFolder, config, replace_once, run

CORRECTED = replace_once(FAULTY.read_text(encoding="utf-8"), "donné à M.\nTERRASSOL)", "donné à M.\nDESSAGNE)").encode()
ODD = b"=1+1\x1b[2J\xff.ps"


def judged(test):
    """A service that has judged an act, its copy, another one, the first one corrected, and refused a file."""
    d = Daemon(test, rules=("pouvoir-unique", "quorum", "unanimite"))
    d.start()
    for n, (name, data) in enumerate(((b"acte.txt", FAULTY.read_bytes()), (b"copie.txt", FAULTY.read_bytes()), (b"conseil.txt", COUNCIL.read_bytes()),
                                      (b"corrige.txt", CORRECTED), (ODD, b"%!PS-Adobe-3.0\n")), 1):
        d.put(name, data)
        d.judged(n)
    return d


class Asks(unittest.TestCase):
    def setUp(self):
        self.d = judged(self)

    def ask(self, *args, status=0):
        got = run("historique", "--config", self.d.config, *args)
        self.assertEqual(got[0], status, got)
        return got

    def rows(self, *args):
        return [json.loads(line) for line in self.ask("--json", *args)[1].splitlines()]

    def found(self, *args):
        return sorted((r["nom"], r["regle"], r["verdict"], r["etat"]) for r in self.rows(*args))

class History(Asks):
    """All of these only read, and share one service."""

    @classmethod
    def setUpClass(cls):
        cls.owner = unittest.TestCase()
        cls.d = judged(cls.owner)

    @classmethod
    def tearDownClass(cls):
        assert cls.owner.doCleanups(), "le service ne s'est pas arrêté comme il faut"

    def setUp(self):
        pass

    ALERT = ("acte.txt", "pouvoir-unique", "anomalie", "corrigee")
    OPEN = ("acte.txt", "quorum", "non_verifiable", "nouvelle")
    STILL = ("corrige.txt", "quorum", "non_verifiable", "inchangee")

    def test_narrowed(self):
        number = self.rows("--regle", "pouvoir-unique")[0]["acte"]
        council = [r for r in self.rows("--tout", "--document", "conseil")]
        for args, want in (((), [self.ALERT, self.OPEN, self.STILL]),
                           (("--regle", "pouvoir-unique"), [self.ALERT]),
                           (("--verdict", "non_verifiable"), [self.OPEN, self.STILL]),
                           (("--gravite", "majeure"), [self.ALERT]),
                           (("--gravite", "mineure"), []),
                           (("--etat", "corrigee"), [self.ALERT]),
                           (("--etat", "inchangee"), [self.STILL]),
                           (("--acte", number, "--etat", "nouvelle"), [self.OPEN]),
                           (("--acte", number + "0"), []),
                           (("--seance", "2023-10-16", "--regle", "quorum"), [self.OPEN, self.STILL]),
                           (("--seance", "2023-10-17"), []),
                           (("--document", "corrige"), [self.STILL]),
                           (("--document", self.d.rows("SELECT sha256 FROM document WHERE id = 1")[0][0][:8]), [self.ALERT, self.OPEN]),
                           (("--du", "2000-01-01", "--au", "2000-01-02"), []),
                           (("--du", "2000-01-01", "--gravite", "majeure"), [self.ALERT]),
                           (("--au", "2000-01-01"), []),
                           (("--tout", "--document", "conseil"), sorted((r["nom"], r["regle"], r["verdict"], r["etat"]) for r in council))):
            self.assertEqual(self.found(*args), sorted(want), args)
        self.assertEqual(len(council), 3)
        self.assertEqual({r["etat"] for r in council}, {None})

    def test_documents(self):
        rows = self.rows("--documents")
        self.assertEqual([(r["id"], r["etat"], r["motif"], r["deja_juge"], r["anomalies"]) for r in rows],
                         [(5, "refuse", "type", None, 0), (4, "juge", None, None, 0), (3, "juge", None, None, 0), (2, "juge", None, 1, 1), (1, "juge", None, None, 1)])
        for args, want in ((("--etat", "refuse"), [5]), (("--gravite", "majeure"), [2, 1]), (("--document", "copie"), [2]), (("--seance", "2023-10-16"), [4, 2, 1]),
                           (("--etat", "attente"), []), (("--du", "2100-01-01"), [])):
            self.assertEqual([r["id"] for r in self.rows("--documents", *args)], want, args)

    def test_pages(self):
        first = self.ask("--limite", "2", "--json")
        seen = [json.loads(line)["id"] for line in first[1].splitlines()]
        self.assertEqual(len(seen), 2)
        self.assertIn(f"ajoutez --avant {seen[-1]}", first[2])
        rest = self.ask("--limite", "2", "--json", "--avant", seen[-1])
        self.assertEqual(rest[2], "")
        seen += [json.loads(line)["id"] for line in rest[1].splitlines()]
        self.assertEqual(seen, [r["id"] for r in self.rows()])
        self.assertEqual(self.ask("--limite", "3")[2], "")
        for wrong in ("0", "100001", "-1", "x"):
            self.assertIn("--limite : un nombre de 1 à 100000 est attendu", self.ask("--limite", wrong, status=2)[2])
        self.ask("--limite", "100000")

    def test_for_a_person(self):
        out = self.ask("--acte", self.rows()[0]["acte"])[1]
        self.assertRegex(out, r"(?m)^20..-..-.. ..:..  majeure +pouvoir-unique [0-9.]+ +CP\w+, corrigée depuis\n    2 pouvoirs portés par ")
        self.assertRegex(out, r"(?m)^    acte\.txt, séance du 2023-10-16, « [^»]+ », document 1, empreinte [0-9a-f]{12}, vue 2 fois$")
        page = self.ask("--documents")[1]
        self.assertIn("déjà jugé (même contenu que le document 1) 1 anomalie, 1 non vérifiable", page)
        self.assertIn("    =1+1\\x1b[2J\\xff.ps, document 5", page)
        for text in (page, out, self.ask("--documents", "--json")[1], self.ask("--documents", "--csv")[1]):
            self.assertNotIn("\x1b", text)
        self.assertEqual(self.ask("--gravite", "bloquante"), (0, "", "scrutateur : le registre n'a aucun constat de ce genre\n"))
        self.assertRegex(self.ask("--regle", "pouvoirunique")[2], r"aucun constat de ce genre\nscrutateur : aucune règle « pouvoirunique » dans \S+ ; vouliez-vous « pouvoir-unique » \?\n$")

    def test_for_a_spreadsheet(self):
        for args, columns, count in ((("--csv",), 19, 3), (("--csv", "--documents"), 13, 5)):
            text = self.ask(*args)[1]
            self.assertTrue(text.startswith("\ufeff") and text.endswith("\r\n"))
            table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
            self.assertEqual({len(row) for row in table}, {columns})
            self.assertEqual(len(table), 1 + count)
        self.assertEqual(table[1][3], "'=1+1\\x1b[2J\\xff.ps")

    def test_wrong_words(self):
        for args, words in ((("--verdict", "bon"), "--verdict : anomalie, non_verifiable"), (("--gravite", "grave"), "--gravite : bloquante"),
                            (("--etat", "juge"), "--etat : nouvelle, inchangee, modifiee ou corrigee (avec --documents : attente, juge ou refuse) est attendu"), (("--documents", "--etat", "nouvelle"), "--etat : attente"),
                            (("--du", "hier"), "--du : un jour AAAA-MM-JJ"), (("--au", "2026-02-30"), "--au : un jour"), (("--seance", "x"), "--seance : un jour"),
                            (("--du", "2026-03-02", "--au", "2026-03-01"), "--du 2026-03-02 est après --au 2026-03-01 : les deux jours sont inversés"),
                            (("--avant", "0"), "--avant : le numéro"), (("--json", "--csv"), "s'excluent"), (("x",), "elle seule prend des fichiers")):
            _, out, err = self.ask(*args, status=2)
            self.assertEqual(out, "")
            self.assertIn(words, err)

    def test_reader_that_goes_away(self):
        nobody, end = os.pipe()
        os.close(nobody)
        got = subprocess.run([PROGRAM, "historique", "--config", self.d.config, "--json"], stdout=end, stderr=subprocess.PIPE)
        os.close(end)
        self.assertEqual(got.stderr, b"")
        self.assertNotEqual(got.returncode, 0)


class Minutes(ServiceTest):
    def test_an_acte_without_a_number_is_known_by_its_rank_and_objet(self):
        """« sans numéro » on each line of minutes told nobody which of the actes it was."""
        numbered = (ROOT / "conf/exemples/pv-conseil-municipal.txt").read_text("utf-8").replace("Adopté à la majorité", "Adopté à l'unanimité")
        plain = re.sub(r"Délibération n° 2024-02(\d)\nObjet : ", r"\1. ", numbered)
        d = Daemon(self, rules=("unanimite", "transmission"))
        d.start()
        for n, text in enumerate((numbered, plain), 1):
            d.put(f"pv{n}.txt".encode(), text.encode())
            d.judged(n)
        ask = lambda *args: run("historique", "--config", d.config, *args)[1]
        page = ask("--document", "pv1")
        self.assertRegex(page, r"majeure +unanimite \S+ +2024-022 \(acte 2 sur 3\), nouvelle\n.*\n    pv1\.txt, séance du 2024-04-11, « Subventions aux associations », document 1, ")
        self.assertRegex(page, r"non vérifiable +transmission \S+ +toute la séance, nouvelle\n")
        page = ask("--document", "pv2")
        self.assertRegex(page, r" acte 1 sur 3, nouvelle\n.*\n    pv2\.txt, séance du 2024-04-11, « Approbation du compte financier unique 2023 », document 2, ")
        self.assertNotIn("sans numéro", page)
        rows = [json.loads(line) for line in ask("--json", "--document", "pv2", "--tout").splitlines()]
        self.assertEqual({(r["rang"], r["actes"], r["objet"] and r["objet"][:9]) for r in rows},
                         {(None, 3, None), (1, 3, "Approbati"), (2, 3, "Subventio"), (3, 3, "Motion su")})
        # One acte of which the ledger knows nothing, as when it was made anew: which are the others cannot be told from it, and is not.
        self.assertEqual(d.stop(), 0)
        with contextlib.closing(sqlite3.connect(d.etat / "registre.sqlite")) as db, db:
            db.execute("DELETE FROM verdict WHERE act = '2024-021'")
        self.assertEqual({(r["rang"], r["actes"], r["objet"]) for r in map(json.loads, ask("--json", "--document", "pv1").splitlines())}, {(None, None, None)})
        self.assertRegex(ask("--document", "pv1"), r"unanimite \S+ +2024-022, nouvelle\n")



class Alone(Asks):
    def test_columns_that_are_full_do_not_touch(self):
        """A rule whose text changed without its version, a document of an old ledger: both are wider than their column."""
        self.assertEqual(self.d.stop(), 0)
        with contextlib.closing(sqlite3.connect(self.d.etat / "registre.sqlite")) as db, db:
            db.execute("UPDATE verdict SET rule_version = '1.0.0+1fbe87bd'")
            db.execute("UPDATE document SET same_as = 123456 WHERE same_as IS NOT NULL")
        self.assertRegex(self.ask()[1], r" pouvoir-unique 1\.0\.0\+1fbe87bd CP\w+, corrigée depuis")
        self.assertIn("déjà jugé (même contenu que le document 123456) 0 anomalie", self.ask("--documents")[1])

    def test_days_are_local_and_whole(self):
        """One microsecond before midnight belongs to the day, midnight does not."""
        self.assertEqual(self.d.stop(), 0)
        midnight = 1799967600 * 1000000  # 2027-01-15 00:00 in Paris
        with contextlib.closing(sqlite3.connect(self.d.etat / "registre.sqlite")) as db, db:
            db.execute("UPDATE document SET judged_us = ? WHERE id = 1", (midnight - 1,))
            db.execute("UPDATE document SET judged_us = ? WHERE id = 4", (midnight,))
        os.environ["TZ"] = "Europe/Paris"
        self.addCleanup(os.environ.pop, "TZ")
        self.assertEqual({r["document"] for r in self.rows("--au", "2027-01-14", "--du", "2027-01-14")}, {1})
        self.assertEqual({r["document"] for r in self.rows("--du", "2027-01-15")}, {4})

    def test_by_whom_may_only_read(self):
        """The group reads, with the service and without; SQLite then has no place for the files it shares with nobody."""
        if os.getuid() != 0:
            self.skipTest("SKIPPED: only root can be somebody else")
        folder = self.d.root
        os.chmod(folder, 0o755)
        for p in (self.d.etat, *self.d.etat.glob("registre.sqlite*")):
            os.chown(p, -1, 65534)
        command = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", PROGRAM, "historique", "--config", str(self.d.config), "--json"]
        running = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual((running.returncode, running.stderr), (0, ""))
        self.assertEqual(self.d.stop(), 0)
        self.assertFalse((self.d.etat / "registre.sqlite-wal").exists())
        stopped = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual((stopped.returncode, stopped.stderr), (0, ""))
        self.assertEqual(stopped.stdout, running.stdout)
        self.assertEqual([p.name for p in self.d.etat.glob("registre.sqlite*")], ["registre.sqlite"])
        os.chown(self.d.etat, -1, 1)
        got = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual((got.returncode, got.stdout), (2, ""))
        self.assertIn("registre.sqlite : accès refusé\n", got.stderr)
        self.assertIn(f"{self.d.etat} se lit par le groupe « daemon » : demandez", got.stderr)

    def test_root_leaves_nothing_the_service_may_not_write(self):
        """What SQLite makes beside the ledger of a service that is stopped belongs to the ledger's owner."""
        if os.getuid() != 0:
            self.skipTest("SKIPPED: only root can be somebody else")
        self.assertEqual(self.d.stop(), 0)
        for p in (self.d.etat, self.d.etat / "registre.sqlite"):
            os.chown(p, 65534, 65534)
        self.ask()
        files = list(self.d.etat.glob("registre.sqlite*"))
        self.assertEqual({(p.stat().st_uid, p.stat().st_mode & 0o7777) for p in files}, {(65534, 0o640)})
        for p in (self.d.etat, *files):
            os.chown(p, 0, 0)


class Chain(ServiceTest):
    """What somebody changed or took away is seen, in the ledger and in the file."""

    def setUp(self):
        self.d = self.daemon().start()
        for n, data in enumerate((FAULTY.read_bytes(), COUNCIL.read_bytes(), CORRECTED), 1):
            self.d.put(f"{n}.txt", data)
            self.d.judged(n)
        self.n = self.d.rows("SELECT count(*) FROM record")[0][0]

    def check(self, *files, stdin=None):
        return run("historique", "--chaine", "--config", self.d.config, *files, stdin=stdin)

    def ledger(self, *statements):
        self.assertEqual(self.d.stop(), 0)
        with contextlib.closing(sqlite3.connect(self.d.etat / "registre.sqlite")) as db, db:
            for s in statements:
                db.execute(s)

    def test_whole(self):
        """While the service runs; a line repeated after a crash, and one that is not finished, are no fault."""
        lines = self.d.alerts.read_bytes()
        status, out, err = self.check(self.d.alerts)
        self.assertEqual((status, err), (0, ""))
        self.assertIn(f"registre.sqlite : {self.n} enregistrements, chaîne entière\n", out)
        self.assertIn(f"alertes.jsonl : {self.n} lignes, toutes du registre, dont 0 répétée\n", out)
        last = lines.splitlines(keepends=True)[-1]
        status, out, _ = self.check("-", stdin=lines + last + last[:40])
        self.assertEqual(status, 0)
        self.assertIn(f"- : {self.n + 1} lignes, toutes du registre, dont 1 répétée ; la dernière n'est pas finie", out)

    def test_file_changed(self):
        lines = self.d.alerts.read_bytes().splitlines(keepends=True)
        for bad, words in ((b"".join(lines).replace(b"majeure", b"mineure"), "n'est pas un enregistrement du registre"),
                           (b"".join(lines[:2] + lines[3:]), "ligne 3 : 1 enregistrement manque entre 2 et 4"),
                           (b"".join(lines) + b"{}\n", f"ligne {self.n + 1} : ce n'est pas un enregistrement"),
                           (b"x" * 20000 + b"\n", "ligne 1 : ce n'est pas"), (b"\0\n", "ligne 1 : ce n'est pas")):
            status, out, _ = self.check("-", stdin=bad)
            self.assertEqual(status, 1)
            self.assertIn(words, out)

    def test_record_changed(self):
        self.ledger("UPDATE record SET line = replace(line, 'majeure', 'mineure') WHERE event = 'alerte'")
        seq = self.d.rows("SELECT seq FROM record WHERE event = 'alerte'")[0][0]
        status, out, _ = self.check()
        self.assertEqual(status, 1)
        self.assertIn(f"l'enregistrement {seq + 1} ne suit pas le précédent", out)

    def test_record_taken_away(self):
        self.ledger("DELETE FROM record WHERE seq = 2")
        self.assertIn("l'enregistrement 2 ne suit pas le précédent", self.check()[1])

    def test_last_record_taken_away(self):
        self.ledger("DELETE FROM record WHERE seq = (SELECT max(seq) FROM record)")
        status, out, _ = self.check()
        self.assertEqual(status, 1)
        self.assertIn("n'est pas celui que le registre a noté", out)

    def test_what_cannot_be_looked_at(self):
        self.assertEqual(self.check(self.d.root / "absent")[0], 2)
        self.assertEqual(run("historique", "--config", self.d.config, self.d.alerts)[0], 2)


class Versions(InFolder):
    def ask(self, version):
        etat = self.path / "etat"
        etat.mkdir(exist_ok=True)
        conf = config(self.path, etat=etat)
        with contextlib.closing(sqlite3.connect(etat / "registre.sqlite")) as db:
            db.executescript((ROOT / "tests/unit/ledger/versions/3.sql").read_text(encoding="utf-8") + f"PRAGMA user_version = {version};")
        before = (etat / "registre.sqlite").read_bytes()
        status, out, err = run("historique", "--config", conf)
        self.assertEqual((status, out), (2, ""))
        self.assertEqual((etat / "registre.sqlite").read_bytes(), before)
        return err

    def test_newer(self):
        self.assertIn("version 99, plus récente que ce programme", self.ask(99))

    def test_older(self):
        self.assertIn("version 3 ; démarrez le service de ce programme", self.ask(3))

    def test_pieces_of_an_older_one(self):
        self.ask(3)
        status, out, err = run("historique", "--pieces", "--config", config(self.path, etat=self.path / "etat"))
        self.assertEqual((status, out), (2, ""))
        self.assertIn("version 3 ; démarrez le service de ce programme", err)

    def test_none(self):
        ledger = self.path / "registre.sqlite"
        ask = ("historique", "--config", config(self.path, etat=self.path))
        self.assertEqual(run(*ask), (2, "", f"scrutateur : pas de registre {ledger} : aucun service n'y a encore écrit, ou il a été effacé (« scrutateur reconstruire »)\n"))
        self.assertEqual(run(*ask, "--chaine"), run(*ask))


class Pieces(ServiceTest):
    """What somebody removed or altered in the state directory, by the hashes taken when it came."""

    def check(self, d):
        status, out, err = run("historique", "--pieces", "--config", d.config)
        self.assertEqual(err, "")
        return status, [line.removeprefix(f"{d.etat} : ") for line in out.splitlines()]

    def test_each_kind(self):
        d = self.daemon().start()
        folder = d.depot / "dossier"
        folder.mkdir()
        for name, data in (("acte.txt", COUNCIL.read_bytes()), ("annexe.pdf", b"%PDF annexe"), ("metadata.json", b'{"arrete": ["acte.txt"]}'), ("fichier_termine.txt", b"x")):
            (folder / name).write_bytes(data)
        d.put("1.txt", FAULTY.read_bytes())
        d.put(ODD, b"%!PS-Adobe-3.0\n")
        d.judged(3)
        self.assertEqual(self.check(d), (0, ["5 fichiers, chacun à sa place, tel qu'il a été déposé"]))
        [act, document] = [d.etat / "archive" / spool for spool, in d.rows("SELECT spool FROM document WHERE state = 'juge' ORDER BY name DESC")]
        [annex] = d.spool("annexes")
        side = act.with_name(act.name + ".cote1")
        [refused] = [p for r in d.reasons() for p in d.spool(r)]
        kept = {p: p.read_bytes() for p in (act, document, annex, side, refused)}

        def put_back():
            for p, data in kept.items():
                if p.is_symlink():
                    p.unlink()
                p.write_bytes(data)

        for p, shown in ((act, "dossier/acte.txt"), (document, "1.txt"), (annex, "annexe.pdf"), (side, "metadata.json")):
            with self.subTest(p=shown):
                where = p.relative_to(d.etat)
                p.unlink()
                status, lines = self.check(d)
                self.assertEqual((status, len(lines), lines[0].startswith(f"{where} (« {shown} », document "), lines[0].endswith(" : n'est plus là")), (1, 2, True, True), lines)
                self.assertIn("sur 5 fichiers, 1 manque, 0 modifié, 0 illisible", lines[1])
                p.write_bytes(kept[p][:-1] + b"?")
                status, lines = self.check(d)
                self.assertEqual((status, lines[0].endswith(" : n'est plus ce qui a été déposé (autre empreinte)")), (1, True), lines)
                p.unlink()
                p.symlink_to("/etc/hostname")
                status, lines = self.check(d)
                self.assertEqual((status, len(lines)), (2, 2), lines)
                put_back()
        refused.unlink()
        self.assertEqual(self.check(d), (0, ["1 fichier refusé n'est plus dans la quarantaine : effacé", "4 fichiers, chacun à sa place, tel qu'il a été déposé"]))
        put_back()
        refused.write_bytes(b"autre")
        self.assertEqual(self.check(d)[0], 1)
        put_back()
        self.assertEqual(self.check(d)[0], 0)

    def test_while_documents_come(self):
        """What is decided and not yet put away is where it waits."""
        d = self.daemon(enfants=2).start()
        for n in range(300):
            d.put(f"{n}.txt", numbered(FAULTY, n))
        while d.rows("SELECT count(*) FROM document WHERE state = 'juge'") < [(300,)]:
            self.assertEqual(self.check(d)[0], 0)
        d.judged(300)
        self.assertEqual(self.check(d), (0, ["300 fichiers, chacun à sa place, tel qu'il a été déposé"]))


class Page(unittest.TestCase):
    """docs/REGISTRE.md says every table and column of a new ledger, in order, and its queries run."""

    def setUp(self):
        d = Daemon(self)
        d.start()
        self.assertEqual(d.stop(), 0)
        self.page = (ROOT / "docs/REGISTRE.md").read_text(encoding="utf-8")
        self.db = sqlite3.connect(d.etat / "registre.sqlite")
        self.addCleanup(self.db.close)

    def test_columns(self):
        said = {name: re.findall(r"(?m)^\| `(\w+)` \| (\w+) \|", text) for name, text in re.findall(r"(?ms)^## ([a-z_]+)$(.*?)(?=^## |\Z)", self.page)}
        names = [n for n, in self.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        real = {n: [(c[1], c[2]) for c in self.db.execute(f"PRAGMA table_info({n})")] for n in names}
        self.assertEqual(said, real)

    def test_version(self):
        [said] = re.findall(r"version du schéma : \*\*(\d+)\*\*", self.page)
        self.assertEqual([(int(said),)], self.db.execute("PRAGMA user_version").fetchall())

    def test_queries(self):
        queries = re.findall(r"(?s)```sql\n(.*?)```", self.page)
        self.assertEqual(len(queries), 2)
        for query in queries:
            self.db.execute(query).fetchall()


if __name__ == "__main__":
    unittest.main()
