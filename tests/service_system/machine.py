# SPDX-License-Identifier: EUPL-1.2
"""A Debian 12 machine with a real systemd, in a container of systemd-nspawn: booted, told, looked at, rebooted, cut off.

Its root comes from debootstrap once (/var/cache/scrutateur-service) and is never written to: each run works in an overlay above it.
"""
import contextlib, hashlib, os, pathlib, shutil, signal, subprocess, tempfile, time

CACHE = pathlib.Path("/var/cache/scrutateur-service")
PACKAGES = ["systemd", "systemd-sysv", "dbus", "rsyslog", "logrotate", "procps", "acl", "man-db", "libevent-2.1-7", "liblua5.4-0", "libyaml-0-2",
            "libsqlite3-0", "libjansson4", "libnettle8", "libutf8proc2", "libseccomp2", "poppler-utils", "catdoc", "odt2txt", "zlib1g", "tesseract-ocr",
            "tesseract-ocr-fra"]
DEADLINE_S = 90
ENV = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Europe/Paris", "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"}


def base():
    """The root of a fresh Debian, made when there is none for this list of packages."""
    root = CACHE / hashlib.sha256(" ".join(PACKAGES).encode()).hexdigest()[:12]
    if not root.exists():
        part = root.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        print("debootstrap : une racine Debian 12, gardée dans", root, flush=True)
        subprocess.run(["debootstrap", "--variant=minbase", "--include=" + ",".join(PACKAGES), "bookworm", part, "http://deb.debian.org/debian"],
                       check=True, stdout=subprocess.DEVNULL)
        part.rename(root)
    return root


class Machine:
    def __init__(self):
        CACHE.mkdir(parents=True, exist_ok=True)
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="scrutateur-machine-", dir=CACHE))
        self.root = self.work / "root"
        for name in ("root", "upper", "work"):
            (self.work / name).mkdir()
        subprocess.run(["mount", "-t", "overlay", "overlay", "-o", f"lowerdir={base()},upperdir={self.work}/upper,workdir={self.work}/work", self.root], check=True)
        (self.root / "var/log/journal").mkdir(exist_ok=True)
        (self.root / "etc/machine-id").write_text("5c5a7a7e0f6d4f1e9a3b2c1d0e9f8a7b\n")
        self.nspawn = None
        self.leader = None

    def boot(self, landlock=True):
        """`landlock` False: the container refuses its calls, as Docker's default filter does, and kernels before 5.13."""
        command = ["systemd-nspawn", "--quiet", "--register=no", "--directory", self.root, "--boot", "--console=pipe", "--hostname=prefecture"]
        if not os.path.exists("/run/systemd/system"):
            command.append("--keep-unit")
        if landlock:
            command.append("--system-call-filter=landlock_create_ruleset landlock_add_rule landlock_restrict_self")
        with open(self.work / "console", "ab") as log:
            self.nspawn = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.leader = self.until(self.find_leader, "la machine démarre")
        self.until(lambda: self.sh("systemctl is-system-running", check=False).stdout.strip() in ("running", "degraded"), "systemd est prêt")

    def find_leader(self):
        """systemd of the container: the child of nspawn that is process 1 of its own namespace."""
        with contextlib.suppress(OSError):
            for child in pathlib.Path(f"/proc/{self.nspawn.pid}/task/{self.nspawn.pid}/children").read_text().split():
                if pathlib.Path(f"/proc/{child}/comm").read_text() == "systemd\n" and "\t1\n" in pathlib.Path(f"/proc/{child}/status").read_text():
                    return int(child)
        return None

    def sh(self, command, user=None, check=True, timeout=240):
        """A shell line inside; standard error goes with standard output."""
        words = ["/bin/sh", "-c", command] if user is None else ["/sbin/runuser", "-u", user, "--", "/bin/sh", "-c", command]
        p = subprocess.run(["nsenter", "-t", str(self.leader), "-m", "-u", "-i", "-n", "-p", *words], cwd="/", env=ENV, text=True, errors="replace",
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=timeout)
        if check and p.returncode != 0:
            raise AssertionError(f"$ {command}\n{p.stdout[-3000:]}\n(code {p.returncode})")
        return p

    def until(self, fact, what):
        end = time.monotonic() + DEADLINE_S
        while time.monotonic() < end:
            value = fact()
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"pas en {DEADLINE_S} s : {what}")

    def reboot(self, **options):
        self.sh("systemctl reboot", check=False)
        self.nspawn.wait(DEADLINE_S)
        self.boot(**options)

    def cut(self):
        """The plug is pulled: every process of the machine dies at once."""
        self.nspawn.send_signal(signal.SIGKILL)
        self.nspawn.wait()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.leader, signal.SIGKILL)
        self.until(lambda: not os.path.exists(f"/proc/{self.leader}"), "tout est mort")
        self.nspawn = self.leader = None

    def close(self):
        if self.nspawn is not None:
            self.cut()
        subprocess.run(["umount", "-l", self.root])
        shutil.rmtree(self.work, ignore_errors=True)
