# SPDX-License-Identifier: EUPL-1.2
"""Services whose calls fail on command (tests/fault), and services on a small disk of their own."""
import os, pathlib, subprocess, sys, tempfile

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1] / "crash")]
from daemon import ServiceTest
from instance import Fault
from program import PROGRAM

LIBRARY = pathlib.Path(PROGRAM).parent / "fault/preload.so"
IS_ROOT = os.geteuid() == 0


class FaultTest(ServiceTest):
    def start(self, d, where, *fault, ready=True, **more):
        """Start with a fault (instance.Fault.arm) on what is at `where`, under the folder of the test. ASan would have its library first."""
        self.fault = Fault(d.root / "control")
        if fault:
            self.fault.arm(*fault, **more)
        return d.start(ready, LD_PRELOAD=str(LIBRARY), FAULT_CONTROL=str(d.root / "control"), FAULT_PATH=f"{d.root}/{where}",
                       ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0")


def small_disk(test, size="8m"):
    """A tmpfs of that size, gone after the test. Needs root."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="scrutateur-test-"))
    test.addCleanup(folder.rmdir)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=750", "scrutateur-test", str(folder)], check=True)
    test.addCleanup(subprocess.run, ["umount", "-l", str(folder)], check=True)
    return folder


def remount(folder, how):
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)
