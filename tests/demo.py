#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""`make demo`: the daemon on a temporary drop directory, sample acts dropped one by one, the alerts as they come, and a clean stop.

Nothing is simulated: this is the service with the defaults of the source tree, and what is printed is read from its JSON Lines file.
"""
import json, os, pathlib, shutil, signal, subprocess, sys, tempfile, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import PROGRAM, SAMPLES, config

DEADLINE_S = 90
COLOURS = {"bloquante": "1;31", "majeure": "1;31", "mineure": "33", "information": "34", "non_verifiable": "36", "rejet": "35", "document": "32"}

WORDS = {"non_verifiable": "non vérifiable"}


def paint(text, kind):
    return f"\033[{COLOURS.get(kind, '0')}m{text}\033[0m" if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text


def seconds(s):
    return f"{s:.1f} s".replace(".", ",")


class Alerts:
    """The lines of the alert file, as they are written."""

    def __init__(self, path, daemon):
        self.path, self.daemon, self.at, self.end = path, daemon, 0, time.monotonic() + DEADLINE_S

    def until(self, wanted):
        """Yield records until `wanted(record)` was true for one."""
        while time.monotonic() < self.end:
            if self.daemon.poll() is not None:
                sys.exit(f"le service s'est arrêté (code {self.daemon.returncode})")
            data = self.path.read_bytes()[self.at:] if self.path.exists() else b""
            whole = data[:data.rfind(b"\n") + 1]
            self.at += len(whole)
            done = False
            for line in whole.splitlines():
                record = json.loads(line)
                done = wanted(record) or done
                yield record
            if done:
                return
            time.sleep(0.02)
        sys.exit(f"rien n'est venu en {DEADLINE_S} secondes")


def show(record):
    if record["event"] not in ("alerte", "non_verifiable", "rejet", "document"):
        return
    kind = record["severity"]["level"] if record["severity"] else record["event"]
    if record["event"] == "document":
        print(f"    {paint('jugé', 'document')} : {record['message']}")
        return
    rule = f" {record['rule']['id']}" if record["rule"] else ""
    print(f"    {paint(WORDS.get(kind, kind), kind)}{rule} : {record['message']}")
    if record["event"] != "alerte":
        return
    for law in record["legal"][:2]:
        source = " ".join(filter(None, (law.get("code"), law.get("article")))) or "usage"
        source = source.replace("reponse_ministerielle", "réponse ministérielle")
        print(f"        {source} — {law.get('says') or law.get('usage') or ''}")
    for e in [e for e in record["evidence"] if e["role"] == "constat"] or record["evidence"][:1]:
        print(f"        ligne {e['start']['line']} : « {' '.join(e['text'].split())} »")


def main():
    home = pathlib.Path(tempfile.mkdtemp(prefix="scrutateur-demo-"))
    depot, alerts = home / "depot", home / "alertes.jsonl"
    depot.mkdir(mode=0o750)
    settings = config(home, depot=depot, etat=home / "etat", stabilite_ms=100, alertes={"fichier": alerts, "journal": "non", "syslog": "non"})
    print(f"Service : scrutateur surveiller --config {settings}\nDépôt   : {depot}\n")
    log = open(home / "service.log", "wb")
    daemon = subprocess.Popen([PROGRAM, "surveiller", "--config", str(settings)], stdin=subprocess.DEVNULL, stderr=log, stdout=log)
    try:
        stream = Alerts(alerts, daemon)
        for record in stream.until(lambda r: r["event"] == "regles"):
            if record["event"] == "regles":
                print(record["message"])
        found = 0
        for sample in sorted(SAMPLES.glob("*.txt")):
            print(f"\n  {sample.name}")
            start = time.monotonic()
            shutil.copy(sample, depot / sample.name)
            for record in stream.until(lambda r: r["event"] in ("document", "rejet")):
                show(record)
                found += record["event"] == "alerte"
            print(f"    ({seconds(time.monotonic() - start)} du dépôt à l'alerte)")
        daemon.send_signal(signal.SIGTERM)
        status = daemon.wait(timeout=30)
        print(f"\n{found} anomalies ; le service s'est arrêté sur demande (code {status}), son dossier temporaire est retiré.")
        example = "conf/exemples/cp-deux-pouvoirs.txt"
        print(f"Un acte à la main : build/scrutateur verifier {example}, puis lire et expliquer. Installer : docs/EXPLOITATION.md.")
        return status
    finally:
        if daemon.poll() is None:
            daemon.kill()
            daemon.wait()
        log.close()
        if sys.exc_info()[0]:
            print((home / "service.log").read_text(errors="replace"))
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
