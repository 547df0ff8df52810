# SPDX-License-Identifier: EUPL-1.2
"""What the machine can confine is said at the start, and `bac_a_sable: strict` refuses less. Another kernel is played by a filter that answers ENOSYS."""
import ctypes, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, SAMPLES, SANITIZED, config

ALLOW, ENOSYS = 0x7FFF0000, 0x00050000 | 38


def without(call):
    """A preexec function after which the system call fails as on a kernel that does not have it."""
    lib = ctypes.CDLL("libseccomp.so.2")
    lib.seccomp_init.restype = ctypes.c_void_p

    def filter_call():
        ctx = ctypes.c_void_p(lib.seccomp_init(ALLOW))
        number = lib.seccomp_syscall_resolve_name(call.encode())
        assert lib.seccomp_rule_add(ctx, ENOSYS, number, 0) == 0 and lib.seccomp_load(ctx) == 0

    return filter_call


class Sandbox(unittest.TestCase):
    def controler(self, word, missing=None):
        with tempfile.TemporaryDirectory() as folder:
            conf = config(folder, depot=f"{folder}/depot", etat=f"{folder}/etat", regles=f"{folder}/regles", bac_a_sable=word)
            (pathlib.Path(folder) / "regles").mkdir()
            p = subprocess.run([PROGRAM, "controler", "--config", conf], text=True, capture_output=True, preexec_fn=without(missing) if missing else None)
        return p.returncode, p.stdout, p.stderr

    def test_level_is_said(self):
        _, out, err = self.controler("souple")
        self.assertRegex(out + err, r"confinement : seccomp (et Landlock \(version \d+\)|sans Landlock)")

    def test_without_landlock_it_warns_or_refuses(self):
        missing = "landlock_create_ruleset"
        _, out, err = self.controler("souple", missing)
        self.assertIn("avertissement : confinement : seccomp sans Landlock", err)
        self.assertNotIn("strict", err)
        status, out, err = self.controler("strict", missing)
        self.assertEqual(status, 2)
        self.assertIn("« bac_a_sable: strict » le demande", err)

    def test_without_seccomp_it_never_serves(self):
        for word in ("souple", "strict"):
            status, _, err = self.controler(word, "seccomp")
            self.assertEqual(status, 2)
            self.assertIn("n'a pas seccomp", err)

    @unittest.skipIf(SANITIZED, "SKIPPED: the sanitizers read files: their children are not sealed (base/seal.c)")
    def test_document_child_is_under_landlock(self):
        act = SAMPLES / "cm-reguliere.txt"
        self.assertEqual(subprocess.run([PROGRAM, "verifier", act], capture_output=True).returncode, 0)
        p = subprocess.run([PROGRAM, "verifier", act], text=True, capture_output=True, preexec_fn=without("landlock_restrict_self"))
        self.assertEqual(p.returncode, 2, p.stdout)
        self.assertIn("cm-reguliere.txt : l'analyse s'est arrêtée : le processus n'a pas pu être confiné", p.stderr)

    def test_service_refuses_to_start(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "depot").mkdir()
            conf = config(folder, depot=f"{folder}/depot", etat=f"{folder}/etat", bac_a_sable="strict")
            p = subprocess.run([PROGRAM, "surveiller", "--config", conf], text=True, capture_output=True, timeout=60, preexec_fn=without("landlock_create_ruleset"))
        self.assertEqual(p.returncode, 2)
        self.assertIn("bac_a_sable: strict", p.stderr)


if __name__ == "__main__":
    unittest.main()
