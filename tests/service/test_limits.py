# SPDX-License-Identifier: EUPL-1.2
"""A rule or a document that would never end: cut short, said, and the next document is right."""
import os, pathlib, signal, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, FAULTY, REGULAR, ServiceTest, numbered
import papers
from program import SANITIZED

# Goes wrong on the acts of a commune; its own tests are of other levels, so that it goes live.
BAD_RULE = '''-- SPDX-License-Identifier: EUPL-1.2
regle {
  id = "piege", version = "1.0.0", titre = "Piège", gravite = "mineure",
  resume = "Une règle qui ne se termine pas sur les actes d'une commune.",
  fondement = { { code = "CGCT", article = "L. 2121-21", dit = "rien qui compte ici" } },
  validite = { du = "1996-02-24" }, exemple = "cp-reguliere",
  controle = function(d)
    if d.niveau == "region" then return anomalie("une région") end
    if d.niveau == "epci" then return non_verifiable("un EPCI") end
    if d.niveau == "commune" then %s end
    return conforme("un département")
  end,
}
essai "departement" { attendu = "conforme" }
essai "region" { document = "cr-pleniere", attendu = "anomalie" }
essai "epci" { document = "cc-reguliere", attendu = "non_verifiable" }
'''
ENDLESS = "while true do end"
MEMORY = "local s = 'x' while true do s = s .. s end"
CLOSE = "local function f() local x <close> = nil while true do end end while true do f() end"


class Limits(ServiceTest):
    def trap(self, body):
        d = self.daemon(rules=("pouvoir-unique",))
        (d.rules / "piege.lua").write_text(BAD_RULE % body)
        d.start()
        d.put("1.txt", COUNCIL.read_bytes())
        d.judged(1)
        d.put("2.txt", FAULTY.read_bytes())
        d.judged(2)
        first = dict(d.rows("SELECT rule, verdict FROM verdict WHERE document = 1"))
        self.assertEqual(first["piege"], "erreur")
        self.assertIn(first["pouvoir-unique"], ("conforme", "sans_objet"))
        self.assertEqual(dict(d.rows("SELECT rule, verdict FROM verdict WHERE document = 2")), {"piege": "conforme", "pouvoir-unique": "anomalie"})
        [event] = [r for r in d.records("regle") if r["document"]]
        self.assertEqual((event["verdict"], event["rule"]["id"], event["document"]["path"]), ("erreur", "piege", "1.txt"))
        self.assertEqual(d.path("alerte"), ["2.txt"])

    def test_endless_loop(self):
        self.trap(ENDLESS)

    def test_memory_bomb(self):
        self.trap(MEMORY)

    def test_endless_loop_in_scopes_that_close(self):
        self.trap(CLOSE)

    def children(self, d):
        """Document children: the children of the host."""
        parents = {}
        for p in pathlib.Path("/proc").iterdir():
            if p.name.isdigit():
                try:
                    parents[int(p.name)] = int((p / "stat").read_text().rsplit(")", 1)[1].split()[1])
                except (OSError, IndexError):
                    pass
        hosts = [pid for pid, parent in parents.items() if parent == d.process.pid]
        return [pid for pid, parent in parents.items() if parent in hosts]

    def test_no_more_children_than_places(self):
        """Where texts were quick the host is told of more documents than `enfants`; it runs no more than that at once."""
        d = self.daemon(enfants=2, extraction={"pdf": "{ outils: [sleep 60], duree_s: 90 }"}).start()
        for n in range(4):
            d.put(f"{n}.txt", numbered(FAULTY, n))
        d.judged(4)
        for n in range(4):
            d.put(f"{n}.pdf", papers.text_pdf(papers.paged(numbered(REGULAR, n).decode())))
        d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn") == [(8,)], "tous sont comptés")
        d.until(lambda: len(self.children(d)) == 2, "deux sont en cours")
        for _ in range(20):
            self.assertEqual(len(self.children(d)), 2)
        d.torn = True
        d.process.kill()
        d.process.wait()
        d.process = None

    def test_child_that_hangs_is_killed_and_the_document_judged_again(self):
        """A child is stopped from outside, at whatever step it is; the clock of the supervisor kills it."""
        d = self.daemon(limites={"delai_ms": 1500}).start()
        stopped = set()
        big = COUNCIL.read_bytes() + b"\nune ligne de plus, assez longue pour que la lecture dure un peu.\n" * 4000
        names = []
        while not stopped and len(names) < 50:  # a reading may be over before anybody looks
            names.append(f"{len(names):02}.txt")
            d.put(names[-1], big + names[-1].encode())
            while not stopped and len(d.spool("archive")) < len(names):
                for pid in self.children(d):
                    try:
                        os.kill(pid, signal.SIGSTOP)
                        stopped.add(pid)
                    except ProcessLookupError:
                        pass
        self.assertTrue(stopped, "no child was caught")
        d.judged(len(names))
        self.assertEqual(d.path("document"), names, d.text())
        d.until(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in stopped), "l'enfant est mort et récolté")
        d.put("faute.txt", FAULTY.read_bytes())
        d.judged(len(names) + 1)
        self.assertEqual(d.path("alerte"), ["faute.txt"])

    def test_child_cannot_reach_anything(self):
        """While it works a child holds its document, its pipe and the place of its text, and nothing of the service (ROBUST F-02)."""
        d = self.daemon().start()
        big = COUNCIL.read_bytes() + b"\nune ligne de plus, assez longue pour que la lecture dure un peu.\n" * 20000
        d.put("1.txt", big)
        seen = set()
        while not d.spool("archive"):
            for pid in self.children(d):
                try:
                    fds = {os.readlink(f"/proc/{pid}/fd/{fd}") for fd in os.listdir(f"/proc/{pid}/fd") if int(fd) > 2}
                    status = pathlib.Path(f"/proc/{pid}/status").read_text()
                except OSError:
                    continue
                if "Seccomp:\t2" in status:
                    seen |= {fd.split(":")[0] for fd in fds}
        d.judged(1)
        if not seen and SANITIZED:
            self.skipTest("SKIPPED: no seccomp under the sanitizers")
        # The memfd is its own: the text drawn from a paper goes back by it.
        self.assertEqual({fd for fd in seen if fd not in ("pipe", "/memfd") and "/attente/" not in fd}, set())
        self.assertIn("pipe", seen)


if __name__ == "__main__":
    unittest.main()
