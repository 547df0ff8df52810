#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""`make check-service`: the package and its service on a Debian 12 with a real systemd (machine.py), as an operator and a depositor meet them.

Each check prints one line, with what failed when it failed; the last line is "N passed, N failed". Checks follow each other on one machine: what was
dropped by all of them is audited at the end. Every command of docs/EXPLOITATION.md is run by one of them (`doc`), and the last check says so.

usage: check.py DEB NEWER_DEB DEB_BUILT_ELSEWHERE; CHECK_ONLY is a pattern of the lines to run ("installation" is always needed)
"""
import contextlib, hashlib, io, json, os, pathlib, re, shutil, sqlite3, subprocess, sys, tempfile, time, traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import papers
from machine import Machine
from program import ROOT, SAMPLES
from validate_records import Checker, Text

FAULTY, REGULAR = SAMPLES / "cp-deux-pouvoirs.txt", SAMPLES / "cm-reguliere.txt"
DEPOT, ALERTS, ETAT = "/var/spool/scrutateur/depot", "/var/log/scrutateur/alertes.jsonl", "/var/lib/scrutateur"
RULE = "/etc/scrutateur/regles/pouvoir-unique.lua"
CONF = "/etc/scrutateur/scrutateur.yaml"
GUIDE = ROOT / "docs/EXPLOITATION.md"
CHECKS = []


def check(line):
    def register(f):
        CHECKS.append((line, f))
        return f
    return register


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def need(truth, what):
    if not truth:
        raise AssertionError(what)


class Site:
    """The machine with its package, and the memory of what was dropped."""

    def __init__(self, first, second, twin):
        self.first, self.second, self.twin = first, second, twin
        self.newer = second.name.split("_")[1]
        self.m = Machine()
        self.dropped = {}   # name: sha256
        self.documented = set()
        self.made = 0
        self.torn = False

    # --- commands
    def sh(self, command, **options):
        return self.m.sh(command, **options).stdout

    def doc(self, command, **options):
        """A command of the operator's page, in /root, where his package lies."""
        self.documented.add(command)
        return self.m.sh(f"cd /root && {command}", **options)

    def path(self, inside):
        return self.m.root / inside.lstrip("/")

    def read(self, inside):
        return self.path(inside).read_text(encoding="utf-8")

    def write(self, inside, text):
        self.path(inside).parent.mkdir(parents=True, exist_ok=True)
        self.path(inside).write_text(text, encoding="utf-8")

    def edit(self, inside, old, new):
        text = self.read(inside)
        need(old in text, f"{old!r} n'est pas dans {inside}")
        self.write(inside, text.replace(old, new, 1))

    def journal(self, *filters):
        out = self.sh("journalctl -q -o json --no-pager " + " ".join(filters))
        return [json.loads(line) for line in out.splitlines() if line.startswith("{")]

    def said(self, words):
        return words in self.sh("journalctl -q -u scrutateur -o cat --no-pager")

    def prop(self, name):
        return self.sh(f"systemctl show -P {name} scrutateur").strip()

    def until(self, fact, what):
        try:
            return self.m.until(fact, what)
        except AssertionError as e:
            raise AssertionError(f"{e}\n{self.sh('journalctl -q -u scrutateur -o cat --no-pager | tail -15')}") from None

    def restart(self):
        self.sh("systemctl daemon-reload; systemctl restart scrutateur")

    def reload(self):
        """The operator's command; its exit status. Without `recharger` in the unit it comes back at once, with 0: then its end is waited for."""
        self.documented.add("systemctl reload scrutateur")
        ends = lambda: len(re.findall("en service, dont|rechargement refusé|configuration refusée", self.sh("journalctl -q -u scrutateur -o cat --no-pager")))
        before = ends()
        status = self.m.sh("systemctl reload scrutateur", check=False).returncode
        if "recharger" in self.prop("ExecReload"):
            return status
        self.until(lambda: ends() > before, "le rechargement finit")
        return None

    # --- documents
    def act(self, sample=REGULAR):
        """Other bytes each time, the same reading."""
        self.made += 1
        return sample.read_bytes() + f"\n{self.made}\n".encode()

    def drop(self, name, data, how="cp"):
        """As the depositor: a copy, a move from another folder, or a transfer under a temporary name."""
        self.path("/home/deposant/fichier").write_bytes(data)
        self.sh({"cp": f"cp /home/deposant/fichier {DEPOT}/{name}",
                 "mv": f"cp /home/deposant/fichier /home/deposant/{name} && mv /home/deposant/{name} {DEPOT}/{name}",
                 "scp": f"cp /home/deposant/fichier {DEPOT}/{name}.filepart && mv {DEPOT}/{name}.filepart {DEPOT}/{name}"}[how], user="deposant")
        self.dropped[name] = sha256(data)

    def burst(self, stem, n):
        """n acts at once, by one command of the depositor."""
        folder = self.path("/home/deposant/lot")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for i in range(n):
            data = self.act(FAULTY if i % 10 == 0 else REGULAR)
            (folder / f"{stem}-{i}.txt").write_bytes(data)
            self.dropped[f"{stem}-{i}.txt"] = sha256(data)
        self.sh("chmod -R a+rX /home/deposant/lot")
        self.sh(f"cp /home/deposant/lot/* {DEPOT}/", user="deposant")

    def rows(self, sql, *values):
        path = self.path(f"{ETAT}/registre.sqlite")
        if not path.exists():
            return []
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as db:
            return db.execute(sql, values).fetchall()

    def decided(self):
        return {os.fsdecode(bytes(name)) for name, in self.rows("SELECT name FROM document WHERE state <> 'attente'")}

    def all_decided(self):
        self.until(lambda: set(self.dropped) <= self.decided(), "tout ce qui a été déposé est jugé")

    def alert_bytes(self):
        """The alert files in the order they were written."""
        files = sorted(self.path(ALERTS).parent.glob("alertes.jsonl*"), key=lambda p: -int((re.findall(r"\.(\d+)", p.name) or [0])[-1]))
        return b"".join(p.read_bytes() for p in files)

    def records(self, event):
        whole = self.alert_bytes()
        found = {line: json.loads(line) for line in whole[:whole.rfind(b"\n") + 1].splitlines() if line.startswith(b"{") and line.endswith(b"}")}
        return [r for r in found.values() if r["event"] == event]

    def recorded(self, name, event="document"):
        return [r for r in self.records(event) if r["document"] and r["document"]["path"] == name]

    def main_pid(self):
        return int(self.prop("MainPID"))

    def host_pid(self):
        return int(self.until(lambda: self.sh(f"pgrep -P {self.main_pid()} | head -1", check=False).strip(), "un hôte tourne"))

    def active(self):
        return self.prop("ActiveState") == "active"


# --- the package

@check("paquet : deux constructions, dans deux dossiers, donnent les mêmes octets")
def _(s):
    need(s.twin.read_bytes() == s.first.read_bytes(), f"{s.twin} diffère de {s.first}")


@check("installation : apt-get, puis le service tourne et démarrera avec la machine")
def _(s):
    s.m.boot()
    s.sh("useradd --create-home deposant && useradd --create-home passant && mkdir -p /root")
    shutil.copy(s.first, s.path("/root"))
    s.doc("apt-get install -y ./scrutateur_*.deb")
    s.until(s.active, "le service tourne")
    need("active" in s.doc("systemctl is-active scrutateur").stdout, "is-active")
    need(s.sh("systemctl is-enabled scrutateur").strip() == "enabled", "is-enabled")
    s.doc("systemctl status scrutateur --no-pager")
    s.doc("journalctl -u scrutateur -b --no-pager")
    need(s.sh("systemctl --failed --quiet").strip() == "", "une unité a échoué")


@check("dossiers : propriétaires et modes ; l'utilisateur n'a ni mot de passe ni interpréteur")
def _(s):
    expected = {"/etc/scrutateur": "root:root 755", "/etc/scrutateur/regles": "root:root 755", RULE: "root:root 644", ETAT: "scrutateur:scrutateur 750",
                "/var/log/scrutateur": "scrutateur:scrutateur 750", "/var/spool/scrutateur": "root:root 755",
                DEPOT: "scrutateur:scrutateur-depot 3770", ALERTS: "scrutateur:scrutateur 640", f"{ETAT}/registre.sqlite": "scrutateur:scrutateur 640"}
    got = {p: s.sh(f"stat -c '%U:%G %a' {p}").strip() for p in expected}
    need(got == expected, got)
    need("nologin" in s.sh("getent passwd scrutateur") and "!" in s.sh("getent shadow scrutateur"), "compte ouvert")
    need("scrutateur-depot" in s.sh("id -nG scrutateur"), "le service lit ce que déposent les autres")


@check("configuration : chaque fichier de /etc/scrutateur est suivi par dpkg, chaque règle du projet y est")
def _(s):
    conffiles = set(re.findall(r"/etc/\S+", s.sh("dpkg-query -W -f='${Conffiles}' scrutateur")))
    there = set(s.sh("find /etc/scrutateur -type f").split())
    need(there <= conffiles, there - conffiles)
    need({p.name for p in (ROOT / "rules").glob("*.lua")} == {pathlib.Path(p).name for p in there if p.endswith(".lua")}, "des règles manquent")


@check("unité : systemd-analyze verify sans remarque, exposition d'au plus 1,0")
def _(s):
    said = s.sh("systemd-analyze verify scrutateur.service 2>&1")
    need("scrutateur" not in said, said)
    level = re.search(r"exposure level for scrutateur.service: ([\d.]+)", s.doc("systemd-analyze security scrutateur --no-pager").stdout)
    need(level and float(level.group(1)) <= 1.0, level)
    return f"exposition {level.group(1)}"


@check("confinement : niveau dit au démarrage ; ni privilège ni réseau pour le service")
def _(s):
    need(s.said("confinement : seccomp et Landlock (version "), "niveau de confinement")
    status = s.sh(f"cat /proc/{s.main_pid()}/status")
    for line in ("CapEff:\t0000000000000000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2"):
        need(line in status, line)
    networks = s.sh(f"readlink /proc/{s.main_pid()}/ns/net; readlink /proc/1/ns/net").split()
    need(networks[0] != networks[1], "réseau de la machine")


@check("pages de manuel : man les trouve et les montre")
def _(s):
    for page in ("scrutateur", "scrutateur.yaml", "scrutateur-regles"):
        need(s.path("/usr/share/man").exists(), "")
        text = s.doc(f"man {page}").stdout
        need("NOM" in text and len(text) > 1500, text[:300])
    need("délibérations" in s.sh("whatis scrutateur", check=False), "whatis")


# --- deposits and alerts

@check("dépôt : un membre de scrutateur-depot dépose par cp, mv et nom temporaire ; chaque acte est jugé et quitte le dépôt")
def _(s):
    s.doc("usermod -aG scrutateur-depot deposant")
    s.drop("par-cp.txt", s.act(FAULTY), "cp")
    s.drop("par-mv.txt", s.act(), "mv")
    s.drop("par-scp.txt", s.act(), "scp")
    s.all_decided()
    s.until(lambda: not s.sh(f"ls -A {DEPOT}").strip(), "le dépôt est vide")
    for name in s.dropped:
        s.until(lambda: s.recorded(name), f"{name} a son enregistrement")


@check("dépôt : un fichier que le service ne peut pas lire reste, est signalé, puis jugé quand ses droits sont corrigés")
def _(s):
    data = s.act()
    s.path("/home/deposant/fichier").write_bytes(data)
    s.sh(f"umask 077 && cp /home/deposant/fichier {DEPOT}/ferme.txt", user="deposant")
    s.until(lambda: s.said("ferme.txt"), "le service le nomme")
    need(s.path(f"{DEPOT}/ferme.txt").exists(), "il est resté")
    s.sh(f"chmod 640 {DEPOT}/ferme.txt", user="deposant")
    s.dropped["ferme.txt"] = sha256(data)
    s.all_decided()


@check("dépôt : ni les autres utilisateurs, ni un déposant sur le fichier d'un autre, ni la lecture de l'état")
def _(s):
    need(s.m.sh(f"touch {DEPOT}/x", user="passant", check=False).returncode != 0, "un passant a déposé")
    for place in (f"ls {ETAT}", f"cat {ALERTS}", f"ls {ETAT}/archive"):
        need(s.m.sh(place, user="deposant", check=False).returncode != 0, place)
    s.sh("usermod -aG scrutateur-depot passant")
    s.sh(f"echo brouillon > {DEPOT}/.brouillon", user="deposant")
    need(s.m.sh(f"rm -f {DEPOT}/.brouillon", user="passant", check=False).returncode != 0, "le fichier d'un autre a été effacé")
    s.sh(f"rm {DEPOT}/.brouillon", user="deposant")


@check("alerte : dans le journal, en champs, sans passage cité ni nom d'élu hors du message")
def _(s):
    [entry] = s.until(lambda: s.journal("SCRUTATEUR_EVENT=alerte", "SCRUTATEUR_RULE=pouvoir-unique"), "l'alerte est au journal")
    for field in ("MESSAGE_ID", "SCRUTATEUR_SCHEMA", "SCRUTATEUR_RULE_VERSION", "SCRUTATEUR_LEGAL", "SCRUTATEUR_ACT_DATE", "SCRUTATEUR_DOCUMENT_SHA256",
                  "SCRUTATEUR_FINGERPRINT", "SCRUTATEUR_ID"):
        need(entry.get(field), f"{field} manque : {sorted(entry)}")
    need((entry["SCRUTATEUR_VERDICT"], entry["SCRUTATEUR_SEVERITY"], entry["SCRUTATEUR_STATE"]) == ("anomalie", "majeure", "nouvelle"), entry)
    need((entry["_SYSTEMD_UNIT"], entry["SYSLOG_FACILITY"], entry["PRIORITY"]) == ("scrutateur.service", "21", "4"), entry)
    need(entry["SCRUTATEUR_DOCUMENT_SHA256"] == s.dropped["par-cp.txt"], "SHA-256")
    need("TERRASSOL" not in entry["SCRUTATEUR_EVIDENCE"], entry["SCRUTATEUR_EVIDENCE"])
    need("pouvoir-unique" in s.doc("journalctl SCRUTATEUR_EVENT=alerte --since today --no-pager").stdout, "la commande du guide")
    s.doc("journalctl SCRUTATEUR_RULE=pouvoir-unique SCRUTATEUR_STATE=nouvelle -o verbose --no-pager")
    state = s.doc("scrutateur etat", check=False)
    need(state.returncode in (0, 1) and "en service, depuis le" in state.stdout, state.stdout)
    need("pouvoir-unique" in s.doc("scrutateur historique --regle pouvoir-unique --limite 20").stdout, "l'historique")
    s.doc("scrutateur historique --documents --etat refuse --csv")
    need("chaîne entière" in s.doc("scrutateur historique --chaine /var/log/scrutateur/alertes.jsonl").stdout, "la chaîne")
    need("chacun à sa place" in s.doc("scrutateur historique --pieces").stdout, "les pièces")
    need(s.doc("journalctl -u scrutateur -p warning --since today --no-pager", check=False).returncode in (0, 1), "avertissements")


@check("état : par root et le groupe, par personne d'autre ; en HTTP sur le bouclage avec ce que dit le guide")
def _(s):
    s.sh("useradd lecteur && usermod -aG scrutateur lecteur && useradd quidam")
    need(s.m.sh("scrutateur etat", user="lecteur", check=False).returncode in (0, 1), "un membre du groupe")
    refused = s.m.sh("scrutateur etat", user="quidam", check=False)
    need(refused.returncode == 2 and "refusé" in refused.stdout, refused.stdout)
    [override] = re.findall(r"^```ini\n(\[Service\]\n.*?)^```", GUIDE.read_text(encoding="utf-8"), re.M | re.S)
    s.edit(CONF, "tcp: non", 'tcp: "127.0.0.1:9187"')
    s.write("/etc/systemd/system/scrutateur.service.d/bouclage.conf", override)
    s.restart()
    ask = "exec 3<>/dev/tcp/127.0.0.1/9187; printf 'GET /sante HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3; cat <&3"
    s.until(lambda: " 200 OK" in s.sh(f'bash -c "{ask}"', check=False), "/sante répond sur le bouclage")
    s.edit(CONF, 'tcp: "127.0.0.1:9187"', "tcp: non")
    s.sh("rm -r /etc/systemd/system/scrutateur.service.d")
    s.restart()
    need(s.m.sh(f'bash -c "{ask}"', check=False).returncode != 0, "plus rien n'écoute")
    need(s.sh("stat -c '%U %G %a' /run/scrutateur/etat.sock").split() == ["scrutateur", "scrutateur", "660"], "la socket")


@check("alerte : dans syslog, par rsyslog, une fois « syslog: oui » en service")
def _(s):
    s.edit(CONF, "syslog: non", "syslog: oui")
    s.doc("scrutateur controler")
    need(not s.reload(), "reload a échoué")
    s.drop("syslog.txt", s.act(FAULTY).replace(b"TERRASSOL", b"TERRASSAL"))
    s.until(lambda: s.recorded("syslog.txt", "alerte"), "l'alerte est dans le fichier")
    line = s.until(lambda: [x for x in s.read("/var/log/syslog").splitlines() if "pouvoir-unique" in x and "TERRASSAL" in x and " fp=" in x], "elle est dans syslog")[0]
    [alert] = s.recorded("syslog.txt", "alerte")
    need(f"fp={alert['fingerprints']['alerte/v1'][:12]}" in line and f"id={alert['id'][:8]}" in line, line)
    need("scrutateur[" in s.doc("grep scrutateur /var/log/syslog").stdout, "la commande du guide")


@check("alerte : le fichier JSON Lines suit son schéma, chaîne comprise, et chaque passage est celui du document")
def _(s):
    need(validate(s) == "", validate(s))
    need(json.loads(s.doc("tail -n 1 /var/log/scrutateur/alertes.jsonl").stdout), "la commande du guide")


def validate(s):
    texts = [t if (t := p.with_name(p.name + ".txt")).exists() else p for p in s.path(f"{ETAT}/archive").iterdir() if not p.name.endswith(".txt.txt")]
    texts = [p for p in texts if p.suffix == ".txt" or not p.with_name(p.name + ".txt").exists()]
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        Checker([Text(p) for p in texts], s.torn).file("alertes", s.alert_bytes())
    return "\n".join(x for x in said.getvalue().splitlines() if "aucun enregistrement" not in x)[:2000]


@check("formats : PDF, Word, ODT et numérisation (OCR) passent par leurs outils sous l'unité réelle, sans une plainte")
def _(s):
    text = FAULTY.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        pdf = papers.text_pdf(papers.paged(text), size=10)
        scan = papers.scan_pdf(papers.pictures(pathlib.Path(folder), pdf))
    s.edit(CONF, "actif: non", "actif: oui")
    need(not s.reload(), "reload a échoué")
    since = time.monotonic()
    for name, data in (("acte.pdf", pdf), ("acte.docx", papers.office("docx", text)), ("acte.odt", papers.office("odt", text)), ("numerisation.pdf", scan)):
        s.drop(name, data)
    s.all_decided()
    for name in ("acte.pdf", "acte.docx", "acte.odt"):
        need(s.until(lambda: s.recorded(name, "alerte"), f"{name} donne l'alerte")[0]["document"]["origin"] == "extraction", name)
    need(s.until(lambda: s.recorded("numerisation.pdf"), "la numérisation est lue")[0]["document"]["origin"] == "ocr", "origine")
    return f"{time.monotonic() - since:.1f} s, dont la reconnaissance d'un acte de {len(papers.paged(text))} page(s)"


@check("quarantaine : ce qui n'est pas lu y est, avec sa note, et l'opérateur le voit")
def _(s):
    s.drop("lettre.rtf", b"{\\rtf1 Bonjour}")
    s.until(lambda: s.recorded("lettre.rtf", "rejet"), "le rejet est dit")
    note = s.doc("find /var/lib/scrutateur/quarantaine -name '*.json'").stdout.split()
    need(any("/type/" in p for p in note), note)
    s.until(lambda: [e for e in s.journal("SCRUTATEUR_EVENT=rejet") if "RTF" in e["MESSAGE"]], "le journal le dit")


# --- reload

@check("reload : une règle corrigée est en service quand systemctl rend la main")
def _(s):
    s.write(RULE, re.sub(r'version = "[0-9.]+"', 'version = "9.0.1"', s.read(RULE), count=1))
    need(not s.reload(), "reload a échoué")
    need("9.0.1" in s.sh("scrutateur controler | grep pouvoir-unique"), "controler")
    s.drop("regle-corrigee.txt", s.act(FAULTY))
    s.until(lambda: s.recorded("regle-corrigee.txt"), "jugé")
    need(s.rows("SELECT rule_version FROM verdict v JOIN document d ON d.id = v.document WHERE CAST(d.name AS TEXT) = 'regle-corrigee.txt' AND rule = 'pouvoir-unique'")
         == [("9.0.1",)], "version du verdict")


@check("reload : une règle cassée fait échouer systemctl, la raison est dite, la précédente juge encore")
def _(s):
    good = s.read(RULE)
    s.write(RULE, good.replace("controle = function(d)", "controle = fonction(d)").replace("9.0.1", "9.0.2"))
    need(s.reload() != 0, "reload a réussi")
    need(s.said("pouvoir-unique.lua:"), "la raison, avec son fichier et sa ligne")
    need(s.active(), "le service tourne")
    s.drop("regle-cassee.txt", s.act(FAULTY))
    s.until(lambda: s.recorded("regle-cassee.txt", "alerte") or s.recorded("regle-cassee.txt"), "jugé")
    need(s.rows("SELECT rule_version, verdict FROM verdict v JOIN document d ON d.id = v.document WHERE CAST(d.name AS TEXT) = 'regle-cassee.txt' AND rule = 'pouvoir-unique'")
         == [("9.0.1", "anomalie")], "la version précédente juge")
    s.sh("systemctl restart scrutateur")
    need(s.active(), "un redémarrage garde la version précédente")
    need(s.said("la version précédente est gardée"), "et le dit")
    s.write(RULE, good)
    need(not s.reload(), "reload a échoué")


@check("reload : une configuration fausse fait échouer systemctl, celle en service reste")
def _(s):
    good = s.read(CONF)
    s.write(CONF, good + "enfant: 3\n")
    need(s.reload() != 0, "reload a réussi")
    need(s.said("scrutateur.yaml:") and s.active(), "la raison, et le service tourne")
    s.write(CONF, good)
    need(not s.reload(), "reload a échoué")


# --- deaths

@check("kill -9 : du superviseur, de l'hôte des règles et du processus d'un document, sous charge ; rien n'est perdu")
def _(s):
    s.torn = True
    s.sh("mkdir -p /run/systemd/system/scrutateur.service.d && printf '[Service]\\nRestartSec=200ms\\n' > /run/systemd/system/scrutateur.service.d/vite.conf && systemctl daemon-reload")
    for turn in range(3):
        s.burst(f"mort-{turn}", 40)
        main = s.main_pid()
        s.sh(f"kill -KILL {s.host_pid()}")
        s.sh(f"for i in $(seq 3000); do pkill -KILL -P {s.host_pid()} && break; done", check=False)
        s.sh(f"kill -KILL {main}")
        s.until(lambda: s.active() and s.main_pid() not in (0, main), "systemd relance le service")
    s.all_decided()
    need(int(s.prop("NRestarts")) >= 3, s.prop("NRestarts"))
    return f"120 actes, {s.prop('NRestarts')} relances"


@check("chien de garde : un superviseur arrêté (SIGSTOP) est tué et relancé par systemd")
def _(s):
    s.sh("printf '[Service]\\nWatchdogSec=2s\\n' > /run/systemd/system/scrutateur.service.d/chien.conf")
    s.restart()
    main = s.main_pid()
    s.sh(f"kill -STOP {main}")
    s.drop("pendant-le-silence.txt", s.act())
    s.until(lambda: s.active() and s.main_pid() not in (0, main), "il est relancé")
    need("watchdog" in s.sh("journalctl -q -u scrutateur -o cat --no-pager").lower(), "systemd nomme le chien de garde")
    s.all_decided()
    s.sh("rm /run/systemd/system/scrutateur.service.d/chien.conf")
    s.restart()


@check("logrotate : le service suit le renommage, aucune ligne ne manque, la chaîne passe d'un fichier à l'autre")
def _(s):
    before = s.alert_bytes()
    s.doc("logrotate --force /etc/logrotate.d/scrutateur")
    s.drop("apres-rotation.txt", s.act(FAULTY))
    s.until(lambda: s.recorded("apres-rotation.txt"), "jugé")
    need(s.path(ALERTS).exists() and s.path(ALERTS + ".1").exists(), s.sh("ls /var/log/scrutateur"))
    need(s.alert_bytes().startswith(before) and s.path(ALERTS).stat().st_size > 0, "la suite est dans le nouveau fichier")
    need(s.sh(f"stat -c '%U:%G %a' {ALERTS}").strip() == "scrutateur:scrutateur 640", "modes du nouveau fichier")
    need(validate(s) == "", validate(s))


@check("arrêt et démarrage sous charge : l'arrêt est prompt et sans échec, le reste est jugé ensuite")
def _(s):
    s.burst("arret", 60)
    start = time.monotonic()
    s.doc("systemctl stop scrutateur")
    took = time.monotonic() - start
    need(s.prop("Result") == "success" and took < 60, f"{s.prop('Result')}, {took:.0f} s")
    s.doc("systemctl start scrutateur")
    s.all_decided()
    return f"arrêt en {took:.1f} s"


@check("redémarrage de la machine avec des documents dans chaque état : chacun est jugé une fois")
def _(s):
    part = s.act()
    s.path("/home/deposant/fichier").write_bytes(part)
    s.sh(f"cp /home/deposant/fichier {DEPOT}/transfert.txt.part", user="deposant")
    s.burst("reboot", 80)
    s.until(lambda: s.rows("SELECT count(*) FROM document WHERE state = 'attente'")[0][0] > 0, "des documents attendent")
    s.drop("dernier.txt", s.act())
    s.m.reboot()
    s.until(s.active, "le service tourne")
    s.sh(f"mv {DEPOT}/transfert.txt.part {DEPOT}/transfert.txt", user="deposant")
    s.dropped["transfert.txt"] = sha256(part)
    s.all_decided()
    waiting = s.rows("SELECT count(*) FROM document WHERE state = 'attente'")
    need(waiting == [(0,)], waiting)


@check("coupure : toute la machine meurt d'un coup sous charge, puis reprend")
def _(s):
    s.burst("coupure", 80)
    s.until(lambda: s.rows("SELECT count(*) FROM document WHERE state = 'attente'")[0][0] > 0, "des documents attendent")
    s.m.cut()
    s.m.boot()
    s.until(s.active, "le service tourne")
    s.all_decided()


# --- upgrades

@check("mise à jour : ce que le juriste a modifié ou effacé reste, la nouvelle version est posée à côté, le service est à jour")
def _(s):
    s.write("/etc/scrutateur/regles/maison.lua", s.read(RULE).replace('"pouvoir-unique"', '"maison"').replace("regle {", "-- de la maison\nregle {", 1))
    s.sh("rm /etc/scrutateur/regles/publication.lua; groupadd juristes; useradd -g juristes juriste")
    for command in ("dpkg-statoverride --update --add root juristes 2775 /etc/scrutateur/regles", "chgrp juristes /etc/scrutateur/regles/*.lua",
                    "chmod g+w /etc/scrutateur/regles/*.lua"):
        s.doc(command)
    s.sh(f"echo '-- relu' >> {RULE}", user="juriste")
    before = s.read(RULE)
    s.burst("maj", 30)
    s.path(f"/root/{s.first.name}").unlink()
    shutil.copy(s.second, s.path("/root"))
    s.doc("apt-get install -y -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold ./scrutateur_*.deb")
    need(s.sh("scrutateur version").strip() == "scrutateur " + s.newer, s.sh("scrutateur version"))
    s.until(s.active, "le service tourne")
    need(f"scrutateur {s.newer} en service" in s.sh("journalctl -q -u scrutateur -o cat --no-pager"), "la nouvelle version sert")
    need(s.read(RULE) == before, "la règle modifiée est gardée")
    modes = s.sh("stat -c '%U:%G %a' /etc/scrutateur/regles /etc/scrutateur/regles/quorum.lua").split("\n")[:2]
    need(modes == ["root:juristes 2775", "root:juristes 664"], modes)
    need(s.path("/etc/scrutateur/regles/maison.lua").exists() and not s.path("/etc/scrutateur/regles/publication.lua").exists(), "règle ajoutée, règle effacée")
    s.doc("find /etc/scrutateur -name '*.dpkg-*'")
    s.all_decided()
    s.sh("rm /etc/scrutateur/regles/maison.lua")
    s.reload()


@check("retour en arrière : un registre plus récent que le programme est refusé, dit, laissé intact, et non relancé en boucle")
def _(s):
    s.sh("systemctl stop scrutateur")
    registre = s.path(f"{ETAT}/registre.sqlite")
    with contextlib.closing(sqlite3.connect(registre)) as db:
        [(was,)] = db.execute("PRAGMA user_version").fetchall()
        db.execute("PRAGMA user_version = 99")
    s.sh(f"chown scrutateur:scrutateur {ETAT}/registre.sqlite*")
    digest = sha256(registre.read_bytes())
    s.path(f"/root/{s.second.name}").unlink()
    shutil.copy(s.first, s.path("/root"))
    s.doc("apt-get install -y --allow-downgrades -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold ./scrutateur_*.deb", check=False)
    need(s.until(lambda: s.prop("ActiveState") == "failed", "le service refuse"), "")
    need(s.said("plus récente que ce programme"), "la raison est dite")
    need((s.prop("ExecMainStatus"), s.prop("NRestarts")) == ("2", "0"), (s.prop("ExecMainStatus"), s.prop("NRestarts")))
    need(sha256(registre.read_bytes()) == digest, "le registre a changé")
    with contextlib.closing(sqlite3.connect(registre)) as db:
        db.execute(f"PRAGMA user_version = {was}")
    s.sh(f"chown scrutateur:scrutateur {ETAT}/registre.sqlite*")
    s.sh("systemctl reset-failed scrutateur; systemctl start scrutateur")
    s.until(s.active, "avec un registre de sa version, il sert")


@check("bac à sable : strict sert quand tout y est ; sans Landlock, strict refuse de démarrer et souple avertit")
def _(s):
    s.edit(CONF, "bac_a_sable: souple", "bac_a_sable: strict")
    s.sh("systemctl restart scrutateur")
    need(s.active(), "strict, avec Landlock")
    s.m.reboot(landlock=False)
    s.until(lambda: s.prop("ActiveState") == "failed", "strict, sans Landlock")
    need(s.prop("ExecMainStatus") == "2" and s.said("bac_a_sable: strict"), "la raison est dite")
    s.edit(CONF, "bac_a_sable: strict", "bac_a_sable: souple")
    s.sh("systemctl reset-failed scrutateur; systemctl start scrutateur")
    need(s.active() and s.said("confinement : seccomp sans Landlock"), "souple sert et avertit")
    s.drop("sans-landlock.pdf", papers.text_pdf(papers.paged(s.act().decode())))
    s.all_decided()
    s.m.reboot()
    s.until(s.active, "le service tourne")


# --- the whole

@check("bilan : chaque acte déposé est inscrit une fois et jugé une fois, chaque jugement est dans le fichier, sous sa chaîne")
def _(s):
    s.all_decided()
    missing = [n for n, digest in s.dropped.items() if s.rows("SELECT count(*) FROM document WHERE CAST(name AS TEXT) = ? AND sha256 = ?", n, digest) != [(1,)]]
    need(not missing, f"{len(missing)} absents ou inscrits deux fois : {missing[:5]}")
    s.until(lambda: s.rows("SELECT count(*) FROM record WHERE due <> 0") == [(0,)], "tout est sorti")
    told = [r["document"]["path"] for r in s.records("document") + s.records("rejet") if r["document"]["sha256"]]  # not what was refused at the drop
    silent = [n for n in s.dropped if told.count(n) != 1]
    need(not silent, f"{len(silent)} sans enregistrement ou avec deux : {silent[:5]}")
    need(not s.sh(f"ls -A {DEPOT}").strip(), "le dépôt n'est pas vide")
    need(s.rows("PRAGMA integrity_check") == [("ok",)], "registre")
    need(validate(s) == "", validate(s))
    return f"{len(s.dropped)} actes, {len(s.records('alerte'))} alertes"


@check("désinstallation : remove arrête et garde tout ; purge efface configuration et fichiers d'alertes, jamais les documents, et le dit")
def _(s):
    s.sh(f"echo 'pas encore lu' > {DEPOT}/.en-cours", user="deposant")
    s.doc("apt-get remove -y scrutateur")
    need(s.path(CONF).exists() and s.path(ALERTS).exists(), "remove garde configuration et alertes")
    archived = sorted(p.name for p in s.path(f"{ETAT}/archive").iterdir())
    said = s.doc("apt-get purge -y scrutateur").stdout
    need(not s.path("/etc/scrutateur").exists() and not s.path("/var/log/scrutateur").exists(), s.sh("find /etc/scrutateur /var/log/scrutateur", check=False))
    need(sorted(p.name for p in s.path(f"{ETAT}/archive").iterdir()) == archived and s.path(f"{ETAT}/registre.sqlite").exists(), "documents")
    need(s.path(f"{DEPOT}/.en-cours").exists(), "dépôt")
    need(f"{ETAT} est gardé" in said and f"{DEPOT} est gardé" in said, said[-500:])
    need(s.sh("getent passwd scrutateur"), "le propriétaire des documents reste")
    need(s.m.sh("systemctl cat scrutateur", check=False).returncode != 0, "l'unité reste")


@check("réinstallation : le service reprend le registre et l'archive gardés")
def _(s):
    s.doc("apt-get install -y ./scrutateur_*.deb")
    s.until(s.active, "le service tourne")
    known = len(s.dropped)
    s.drop("apres-la-purge.txt", s.act())
    s.all_decided()
    need(s.rows("SELECT count(*) FROM document")[0][0] > known, "l'histoire est là")
    s.sh("apt-get purge -y scrutateur")
    s.doc("rm -r /var/lib/scrutateur /var/spool/scrutateur")


@check("docs/EXPLOITATION.md : chaque commande y a été jouée ici")
def _(s):
    commands = {line.strip() for block in re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.M | re.S) for line in block.splitlines() if line.strip()}
    need(len(commands) > 10, "le guide n'a pas de commandes")
    need(not commands - s.documented, sorted(commands - s.documented))


def main():
    s = Site(*map(pathlib.Path, sys.argv[1:4]))
    passed = failed = 0
    only = os.environ.get("CHECK_ONLY")
    try:
        for line, f in CHECKS:
            if only and (not re.search(only, line) or f is CHECKS[-1][1]):
                continue
            start, told = time.monotonic(), None
            try:
                told = f(s)
                passed += 1
            except Exception as e:
                failed += 1
                told = str(e) if isinstance(e, AssertionError) else "".join(traceback.format_exception(e)[-3:])
                print(f"échec  {line}\n       " + told.strip()[-2500:].replace("\n", "\n       "), flush=True)
                if s.m.leader is None or not os.path.exists(f"/proc/{s.m.leader}"):
                    break
                continue
            print(f"ok     {line}{f' ({told})' if told else ''}  {time.monotonic() - start:.1f} s", flush=True)
    finally:
        s.m.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
