# SPDX-License-Identifier: EUPL-1.2
"""What tests of extraction share: a paper is read as the text is, or refused in the words that are expected."""
import json, shutil

from program import ROOT, SAMPLES, config, InFolder, run

ACT = "cp-deux-pouvoirs"
LISTS = ("presents", "absents", "pouvoirs")
SCALARS = ("seance.date", "seance.heure", "seance.president", "collectivite", "organe", "effectif")


def what_is_read(reading):
    """Names, votes and dates, without their places."""
    fields = reading["champs"]
    names = lambda p: [p.get("nom"), (p.get("mandant") or {}).get("nom"), (p.get("mandataire") or {}).get("nom")]
    lists = {f: (fields[f]["statut"], [names(p) for p in fields[f].get("valeur", [])]) for f in LISTS}
    scalars = {f: (fields[f]["statut"], fields[f].get("valeur")) for f in SCALARS}
    votes = [{k: v.get("valeur") for k, v in vote.items() if k in ("pour", "contre", "abstentions", "formule")} for a in reading["actes"] for vote in a["votes"]]
    return {**lists, **scalars, "votes": votes, "references": [[r["cle"] for r in a["references"]] for a in reading["actes"]],
            "montants": [[m["centimes"] for m in a["montants"]] for a in reading["actes"]]}


class ReadsPapers(InFolder):
    def setUp(self):
        super().setUp()
        self.rules = self.path / "regles"   # one is enough, and loads ten times faster
        self.rules.mkdir()
        shutil.copy(ROOT / "rules" / "unanimite.lua", self.rules)
        self.text = (SAMPLES / f"{ACT}.txt").read_text(encoding="utf-8")

    def put(self, name, data):
        path = self.path / name
        path.write_bytes(data)
        return path

    def read(self, name, data, **keys):
        options = ["--config", config(self.path, **keys)] if keys else []
        status, out, err = run("lire", "--json", *options, self.put(name, data))
        self.assertEqual((status, err), (0, ""), name)
        return json.loads(out)

    def same(self, name, data, origin, tool, text=None, **keys):
        """Reads as the text does; the contract says where it comes from."""
        text = text or self.text
        expected = what_is_read(self.read("acte.txt", text.encode()))
        got = self.read(name, data, **keys)
        self.assertEqual(got["document"]["origine"], origin)
        self.assertIn(tool, got["document"]["extraction"])
        self.assertEqual(got["document"]["octets"], len(data))
        self.assertEqual(expected["presents"][0], "lu")
        self.assertEqual(what_is_read(got), expected)
        return got

    def options(self, keys):
        return ["--config", config(self.path, regles=self.rules, **keys)]

    def refused(self, name, data, words, **keys):
        """The record of the refusal has the first of the words as its reason, and the others in its sentence, which it gives."""
        status, out, err = run("verifier", "--json", *self.options(keys), self.put(name, data))
        record = json.loads(out)
        reason, *sentence = words
        self.assertEqual((status, record["event"], record["reason"]), (2, "rejet", reason), record["message"])
        for part in sentence:
            self.assertIn(part, record["message"])
        return record["message"]

    def refused_everywhere(self, name, data, words, **keys):
        """… the same sentence in every subcommand."""
        ours = lambda sentence: sentence.split(" ; ")[0]   # without what the tool said: out of memory comes in several ways
        said = self.refused(name, data, words, **keys)
        for command in ("lire", "expliquer"):
            status, out, err = run(command, *self.options(keys), self.path / name)
            self.assertEqual((status, out), (2, ""), name)
            self.assertIn(ours(said), err)
