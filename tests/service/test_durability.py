# SPDX-License-Identifier: EUPL-1.2
"""What `make check-fault` and `make check-crash` found, each as a test of its own (ROBUST D-)."""
import os, pathlib, shutil, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import FAULTY, NOT_AN_ACT, REGULAR, ServiceTest, numbered


class Recovery(ServiceTest):
    def stopped_with(self, *documents):
        d = self.daemon().start()
        for n, data in enumerate(documents):
            d.put(f"{n}.txt", data)
        d.judged(len(documents))
        self.assertEqual(d.stop(), 0)
        return d

    def test_decided_document_left_in_two_directories(self):
        """A power cut that kept the new name and lost the removal of the old one: the service did not start any more."""
        d = self.stopped_with(REGULAR.read_bytes(), NOT_AN_ACT)
        for p in (*d.spool("archive"), *d.spool("quarantaine/pas-une-deliberation")):
            os.link(p, d.etat / "attente" / p.name)
        d.start()
        self.assertEqual(d.spool("attente"), [])
        d.put("autre.txt", numbered(FAULTY, 1))
        d.judged(3)

    def test_decided_document_with_other_bytes_in_its_place(self):
        d = self.stopped_with(REGULAR.read_bytes())
        [judged] = d.spool("archive")
        (d.etat / "attente" / judged.name).write_bytes(b"autre chose")
        d.start()
        self.assertEqual([p.read_bytes() for p in d.spool("quarantaine/egare")], [b"autre chose"])


if __name__ == "__main__":
    unittest.main()
