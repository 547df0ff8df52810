# SPDX-License-Identifier: EUPL-1.2
"""`make check-pages`: every page of `scrutateur documenter`, and the status page of the service, in a real browser, wide and narrow, light and dark.

Chromium is driven over its debugging pipe (one JSON message and a NUL each way). A page fails when it is wider than its window, when it asks for
anything but itself, when the console says anything, when words are too pale for their ground as computed, or when the keyboard cannot reach
the skip link. SHOTS=DIR keeps a picture of each.
"""
import base64, contextlib, json, os, pathlib, shutil, socket, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))
from program import run
from daemon import FAULTY, Daemon

WINDOWS = [(1100, 900), (400, 800)]
PALE = """(() => {
  const rgb = s => s.match(/[0-9.]+/g).map(Number);
  const lum = c => { const f = c.slice(0, 3).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2]; };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const pale = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const a = lum(rgb(getComputedStyle(e).color)), b = lum(ground(e)), r = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (r < 4.5) pale.push(e.tagName + ' ' + r.toFixed(2) + ' ' + e.textContent.slice(0, 40));
  }
  return pale.slice(0, 3);
})()"""
TOO_WIDE = """[document.documentElement.scrollWidth, innerWidth]"""


class Browser:
    def __init__(self, program, folder):
        to_read, self.to = os.pipe()
        self.frm, from_write = os.pipe()
        self.buffer, self.id, self.events = b"", 0, []

        def child():
            os.dup2(to_read, 13), os.dup2(from_write, 14)
            os.dup2(13, 3), os.dup2(14, 4)
            os.set_inheritable(3, True), os.set_inheritable(4, True)

        self.process = subprocess.Popen([program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={folder}",
                                         "--no-first-run", "--disable-background-networking", "about:blank"],
                                        preexec_fn=child, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read), os.close(from_write)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(domain + ".enable")

    def message(self):
        while b"\0" not in self.buffer:
            block = os.read(self.frm, 1 << 20)
            if not block:
                raise RuntimeError("le navigateur s'est arrêté")
            self.buffer += block
        one, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(one)

    def call(self, method, **params):
        self.id += 1
        m = {"id": self.id, "method": method, "params": params}
        if getattr(self, "session", None):
            m["sessionId"] = self.session
        os.write(self.to, json.dumps(m).encode() + b"\0")
        while True:
            m = self.message()
            if m.get("id") == self.id:
                if "error" in m:
                    raise RuntimeError(f"{method}: {m['error']}")
                return m["result"]
            self.events.append(m)

    def wait(self, method):
        while not any(m.get("method") == method for m in self.events):
            self.events.append(self.message())

    def value(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def close(self):
        self.process.terminate()
        self.process.wait()


@contextlib.contextmanager
def status_page():
    """The page of a service that has judged an act, refused a file and lost a rule, over the loopback."""
    test = unittest.TestCase()
    with socket.create_server(("127.0.0.1", 0)) as s:
        port = s.getsockname()[1]
    d = Daemon(test, rules=("pouvoir-unique", "quorum", "unanimite"), supervision={"tcp": f"127.0.0.1:{port}"})
    (d.rules / "cassee.lua").write_text("regle {")
    try:
        d.start()
        d.put("acte.txt", FAULTY.read_bytes())
        d.put("<script>alert(1)</script> un nom de fichier qui est long comme un jour sans pain.ps".replace("/", ":"), b"%!PS-Adobe-3.0\n")
        d.judged(2)
        yield f"http://127.0.0.1:{port}/"
    finally:
        test.doCleanups()


def look(b, url, width, height, theme):
    b.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
    b.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
    b.events.clear()
    b.call("Page.navigate", url=url)
    b.wait("Page.loadEventFired")
    asked = [m["params"]["request"]["url"] for m in b.events if m.get("method") == "Network.requestWillBeSent"]
    said = [m["params"] for m in b.events if m.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")]
    wide = b.value(TOO_WIDE)
    for key in ("keyDown", "keyUp"):
        b.call("Input.dispatchKeyEvent", type=key, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    skip = b.value("document.activeElement.className + ' ' + (document.activeElement.getBoundingClientRect().left >= 0)")
    if asked != [url]:
        yield f"demande autre chose qu'elle-même : {asked}"
    if said:
        yield f"la console dit : {json.dumps(said)[:300]}"
    if wide[0] > wide[1]:
        yield f"plus large que la fenêtre : {wide}"
    pale = b.value(PALE)
    if pale:
        yield f"trop pâle : {pale}"
    if skip != "saut true":
        yield f"le premier appui sur Tab ne montre pas le lien d'évitement : {skip}"


def main():
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        print("SKIPPED: aucun Chromium : les pages n'ont PAS été vues dans un navigateur (apt-get install chromium)")
        return 0
    shots, bad, seen = os.environ.get("SHOTS"), 0, 0
    with tempfile.TemporaryDirectory(prefix="scrutateur-pages-") as folder, status_page() as status_url:
        pages = pathlib.Path(folder) / "pages"
        status, _, err = run("documenter", pages)
        assert status == 0, err
        b = Browser(program, pathlib.Path(folder) / "chromium")
        try:
            for name, url in [(p.stem, p.as_uri()) for p in sorted(pages.glob("*.html"))] + [("etat", status_url)]:
                for width, height in WINDOWS:
                    for theme in ("light", "dark"):
                        seen += 1
                        for why in look(b, url, width, height, theme):
                            bad += 1
                            print(f"{name} ({width} px, {theme}) : {why}")
                        if shots:
                            picture = b.call("Page.captureScreenshot", captureBeyondViewport=False)["data"]
                            pathlib.Path(shots).mkdir(parents=True, exist_ok=True)
                            (pathlib.Path(shots) / f"{name}-{width}-{theme}.png").write_bytes(base64.b64decode(picture))
        finally:
            b.close()
    print(f"{seen} vues dans {program}, {bad} fautes")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
