# SPDX-License-Identifier: EUPL-1.2
"""However a file arrives it is judged once, whole, under its name, and leaves the drop (ROBUST I-02)."""
import ctypes, mmap, os, pathlib, shutil, sys, tempfile, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, FAULTY, REGULAR, ServiceTest, numbered, sha256

AT_FDCWD, AT_SYMLINK_FOLLOW = -100, 0x400


def written(path, data):
    path.write_bytes(data)


def renamed(path, data):
    part = path.parent.parent / f"ailleurs-{path.name}"
    part.write_bytes(data)
    os.rename(part, path)


def moved_from_another_file_system(path, data):
    """As `mv` does it then: a copy, its times, its mode."""
    with tempfile.NamedTemporaryFile(dir="/dev/shm") as f:
        f.write(data)
        f.flush()
        shutil.copy2(f.name, path)


def linked(path, data):
    other = path.parent.parent / f"autre-{path.name}"
    other.write_bytes(data)
    os.link(other, path)
    os.unlink(other)


def linked_and_kept(path, data):
    other = path.parent.parent / f"autre-{path.name}"
    other.write_bytes(data)
    os.link(other, path)


def without_a_name_at_first(path, data):
    fd = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o644)
    os.write(fd, data)
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.linkat(AT_FDCWD, f"/proc/self/fd/{fd}".encode(), AT_FDCWD, os.fsencode(path), AT_SYMLINK_FOLLOW) == 0
    os.close(fd)


def empty_then_opened_again(path, data):
    """SMB and FTP clients create, close, open again and write."""
    path.touch()
    path.write_bytes(data)


def in_two_halves(path, data):
    with open(path, "wb", buffering=0) as f:
        f.write(data[:700])
    with open(path, "ab", buffering=0) as f:
        f.write(data[700:])


def under_a_name_of_transfer(path, data):
    part = path.with_name(path.name + ".filepart")
    part.write_bytes(data)
    os.rename(part, path)


def over_an_older_one(path, data):
    path.write_bytes(b"pas encore")
    renamed(path, data)


def by_a_clock_of_2040(path, data):
    path.write_bytes(data)
    os.utime(path, (2208988800, 2208988800))


def by_mmap(path, data):
    with open(path, "w+b") as f:
        f.truncate(len(data))
        with mmap.mmap(f.fileno(), len(data)) as m:
            m[:] = data


def deposit(path, data):
    path.mkdir()
    (path / "acte.txt").write_bytes(data)
    (path / "fichier_termine.txt").touch()


def unmarked(path, data):
    path.mkdir()
    (path / "acte.txt").write_bytes(data)


WAYS = [  # how it arrives, and what becomes of it: None is judged, "" stays, a word is a refusal
    (written, None), (renamed, None), (moved_from_another_file_system, None), (linked, None), (without_a_name_at_first, None),
    (empty_then_opened_again, None), (in_two_halves, None), (under_a_name_of_transfer, None), (over_an_older_one, None),
    (by_a_clock_of_2040, None), (by_mmap, None), (deposit, None), (unmarked, ""), (linked_and_kept, "lien-dur"),
    (lambda path, data: os.symlink("/etc/passwd", path), "lien"), (lambda path, data: os.mkfifo(path), "fifo"),
    (lambda path, data: path.with_name(path.name + ".crdownload").write_bytes(data), ""),
]


class Arrivals(ServiceTest):
    def test_each_way(self):
        """However it arrives it is judged whole or refused with its reason, also when the drop is another directory by then (ROBUST I-02, I-09)."""
        d = self.daemon().start()
        for round_ in range(2):
            if round_ == 1:
                os.rename(d.depot, d.root / "vieux")
                d.depot.mkdir()
            for n, (way, end) in enumerate(WAYS):
                way(d.depot / f"{round_}-{n:02}.txt", numbered(REGULAR, 100 * round_ + n))
            judged = [n for n, (way, end) in enumerate(WAYS) if end is None]
            d.judged(len(judged) * (round_ + 1))
            refused = sorted(end for way, end in WAYS if end) * (round_ + 1)
            d.until(lambda: sorted(r["reason"] for r in d.records("rejet")) == sorted(refused), "ce qui ne se prend pas est refusé")
            left = sorted(name.split("-")[1][:2] for name in os.listdir(d.depot))
            self.assertEqual(left, [f"{n:02}" for n, (way, end) in enumerate(WAYS) if end is not None])
        self.assertEqual(len(d.path("document")), 2 * len(judged))
        for record in d.records("document"):
            round_, n = record["document"]["path"][:4].split("-")
            self.assertEqual(record["document"]["sha256"], sha256(numbered(REGULAR, 100 * int(round_) + int(n))), record["document"]["path"])

    def judged_alone(self, d, name, data):
        d.judged(1)
        [record] = d.records("document")
        self.assertEqual(record["document"]["path"], name)
        self.assertEqual(record["document"]["sha256"], sha256(data))
        self.assertEqual(record["document"]["bytes"], len(data))
        self.assertEqual([p.read_bytes() for p in d.spool("archive")], [data])
        self.assertEqual(list(d.depot.iterdir()), [])

    def test_copy(self):
        d = self.daemon().start()
        (d.depot / "acte.txt").write_bytes(FAULTY.read_bytes())
        self.judged_alone(d, "acte.txt", FAULTY.read_bytes())
        [alert] = d.records("alerte")
        self.assertEqual(alert["rule"]["id"], "pouvoir-unique")
        self.assertIn("TERRASSOL", alert["evidence"][0]["text"])

    def test_hard_link_that_stays_is_refused_until_it_is_alone(self):
        d = self.daemon().start()
        (d.root / "ailleurs").write_bytes(REGULAR.read_bytes())
        os.link(d.root / "ailleurs", d.depot / "acte.txt")
        d.until(lambda: d.records("rejet"), "le lien dur est refusé")
        self.assertEqual(d.records("rejet")[0]["reason"], "lien-dur")
        self.assertTrue((d.depot / "acte.txt").exists())
        os.unlink(d.root / "ailleurs")
        self.judged_alone(d, "acte.txt", REGULAR.read_bytes())

    def test_slow_writer(self):
        """A writer that pauses for less than the two looks are apart is taken once, whole."""
        d = self.daemon(stabilite_ms=600).start()
        data = REGULAR.read_bytes()
        with open(d.depot / "acte.txt", "wb", buffering=0) as f:
            for at in range(0, len(data), 300):
                f.write(data[at:at + 300])
                end = time.monotonic() + 0.15
                while time.monotonic() < end:
                    self.assertEqual(d.records("document"), [])
                    time.sleep(0.01)
        self.judged_alone(d, "acte.txt", data)

    def test_a_writer_that_stalls_while_the_drop_is_looked_at(self):
        """Two acts that come after it are judged, so that it has been looked at for long enough; it is whole in the end."""
        d = self.daemon().start()
        data = REGULAR.read_bytes()
        with open(d.depot / "lent.txt", "wb", buffering=0) as f:
            f.write(data[:1000])
            for n in range(2):
                d.put(f"{n}.txt", numbered(COUNCIL, n))
                d.judged(n + 1)
            f.write(data[1000:])
        d.judged(3)
        self.assertEqual(d.path("document"), ["0.txt", "1.txt", "lent.txt"])
        self.assertIn(data, [p.read_bytes() for p in d.spool("archive")])

    def test_there_before_the_start(self):
        d = self.daemon()
        for n in range(5):
            d.put(f"{n}.txt", numbered(REGULAR, n))
        d.start()
        d.judged(5)
        self.assertEqual(d.path("document"), [f"{n}.txt" for n in range(5)])

    def test_five_hundred_at_once(self):
        d = self.daemon().start()
        for n in range(500):
            (d.depot / f"{n:03}.txt").write_bytes(numbered(FAULTY if n % 100 == 0 else COUNCIL, n))
        d.judged(500)
        self.assertEqual(d.path("document"), [f"{n:03}.txt" for n in range(500)])
        self.assertEqual(d.path("alerte"), [f"{n:03}.txt" for n in range(0, 500, 100)])
        self.assertEqual(len({p.name for p in d.spool("archive")}), 500)
        self.assertEqual(list(d.depot.iterdir()), [])

    def test_dropped_while_stopped_and_continued(self):
        d = self.daemon().start()
        d.signal(19)  # SIGSTOP
        for n in range(50):
            d.put(f"{n}.txt", numbered(COUNCIL, n))
        d.signal(18)  # SIGCONT
        d.judged(50)
        self.assertEqual(len(d.path("document")), 50)

    def test_odd_names(self):
        d = self.daemon().start()
        names = [b"-rf", b"a\nb.txt", b"caf\xe9.txt", b" ", b"%n%s", "délibération n° 3.txt".encode(), b"x" * 255, b"<0>acte", b"\x1b[31mrouge"]
        for n, name in enumerate(names):
            d.put(name, numbered(REGULAR, n))
        d.judged(len(names))
        self.assertEqual(os.listdir(d.depot), [])
        paths = d.path("document")
        self.assertIn("délibération n° 3.txt", paths)
        self.assertIn("a\\nb.txt", paths)
        self.assertIn("caf\\xe9.txt", paths)
        self.assertIn("\\x1b[31mrouge", paths)
        self.assertEqual(sorted(bytes(n) for n, in d.rows("SELECT name FROM document")), sorted(names))
        for line in d.text().splitlines():
            self.assertTrue(line.isprintable(), repr(line))

    def test_same_bytes_again_make_no_second_alert(self):
        d = self.daemon().start()
        d.put("un.txt", FAULTY.read_bytes())
        d.judged(1)
        d.put("deux.txt", FAULTY.read_bytes())
        d.judged(2)
        self.assertEqual(d.path("alerte"), ["un.txt"])

    def test_ignored_names_stay(self):
        d = self.daemon().start()
        for name in ("acte.part", ".cache", "~$acte.doc"):
            d.put(name, REGULAR.read_bytes())
        d.put("acte.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual(len(os.listdir(d.depot)), 3)
        self.assertEqual(d.path("document"), ["acte.txt"])


if __name__ == "__main__":
    unittest.main()
