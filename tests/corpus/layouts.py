#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Invented heads in the layouts that assemblies use, each with what is right of it: what is read right, wrongly, or not at all.

usage: layouts.py [FOLDER]      a table by field, then each value read wrongly or not read (FOLDER: layouts, beside this file, which holds hard
                               ones, each once; usual and plain hold them as often as assemblies write so)

A layout is <name>.txt and <name>.json; the keys of the JSON file are those of ../shared/corpus/LABELS.md, null or [] where the text says nothing, and "unjudged" names
those of which nothing is asked. Lists are whole or not read: one name more or less makes them wrong. Names compare without civility, accents, case and order of words.
"""
import collections, json, pathlib, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
from forms import bare
from program import PROGRAM, ROOT

LAYOUTS, USUAL, PLAIN = HERE / "layouts", HERE / "usual", HERE / "plain"
CIVILITIES = {"m", "mm", "mme", "mmes", "mlle", "mr", "mrs", "madame", "monsieur", "mesdames", "messieurs", "dr", "docteur"}
FIELDS = {  # of the séance: the key of its label
    "niveau": "kind", "organe": "body", "seance.date": "session_date", "effectif": "members_in_office", "presents_annonces": "present_stated",
    "votants_annonces": "votants_stated", "transmission.date": "transmitted_date", "seance.secretaires": "secretary", "presents": "presents", "absents": "absents",
    "pouvoirs": "proxies", "identifiant": "act_id",
}
VOICES = {"pour": "for", "contre": "against", "abstentions": "abstentions"}
RIGHT, WRONG, UNREAD = "juste", "faux", "non lu"


def person(p):
    return " ".join(w for w in bare(p["nom"] if isinstance(p, dict) else p).split() if w not in CIVILITIES)


def people(value):
    return collections.Counter(map(person, value))


def pairs(value):
    return collections.Counter((person(p.get("mandant") or p["from"]), person(p.get("mandataire") or p["to"])) for p in value)


def same(field, label, value):
    if field == "pouvoirs":
        return pairs(label) == pairs(value)
    if field in ("presents", "absents"):
        return people(label) == people(value)
    if field == "seance.secretaires":
        return person(label) in people(value)
    if isinstance(label, str):
        return bare(label) == bare(str(value))
    return label == value


def of_field(field, label, read):
    """What became of one value, or None: nothing is said and nothing was read."""
    claimed = read["statut"] == "lu" and (read["valeur"] or not isinstance(read["valeur"], list))
    if not claimed:
        return UNREAD if label not in (None, []) else None
    return RIGHT if label not in (None, []) and same(field, label, read["valeur"]) else WRONG


def of_votes(labels, actes):
    """Each vote whose voices the text counts, found among those read, whole or (then it is not read) in part; then each read that is none of them."""
    voices = lambda vote: {k: vote[k]["valeur"] for k in VOICES if vote[k]["statut"] == "lu"}
    wanted = [want for want in ({k: label[key] for k, key in VOICES.items() if label.get(key) is not None} for label in labels) if want]
    read = [v for v in (voices(vote) for acte in actes for vote in acte["votes"]) if v]
    for same_vote, what in ((lambda want, v: want.items() <= v.items(), RIGHT), (lambda want, v: v.items() <= want.items(), UNREAD)):
        for want in list(wanted):
            hit = next((v for v in read if same_vote(want, v)), None)
            if hit:
                read.remove(hit)
                wanted.remove(want)
                yield what
    yield from [UNREAD] * len(wanted)
    claimed_unanimous = any(label.get("unanimity_claimed") for label in labels)
    yield from (WRONG for v in read if not claimed_unanimous or v.get("contre") or v.get("abstentions"))


def of_references(labels, actes):
    """Each article of the code that is cited; the labels are complete for this one."""
    letters = lambda article: "".join(c for c in article.lower() if c.isalnum())
    want = {letters(label) for label in labels if label.startswith("CGCT ")}
    read = {letters(r["cle"]) for acte in actes for r in acte["references"] if r.get("cle", "").startswith("CGCT/")}
    yield from [RIGHT] * len(want & read) + [UNREAD] * len(want - read) + [WRONG] * len(read - want)


def judged(folder):
    """(layout, field, what became of it, what is right, what was read) of each value."""
    texts = sorted(folder.glob("*.txt"))
    out = subprocess.run([PROGRAM, "lire", "--json", *map(str, texts)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    readings = [json.loads(line) for line in out.stdout.decode().splitlines()]
    assert len(readings) == len(texts), out.stderr.decode()
    for text, reading in zip(texts, readings):
        label = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
        asked = lambda key: key in label and key not in label.get("unjudged", [])
        for field, key in FIELDS.items():
            if asked(key):
                what = of_field(field, label[key], reading["champs"][field])
                if what:
                    yield text.stem, field, what, label[key], reading["champs"][field]
        if asked("votes") and not label.get("vote_count"):
            yield from ((text.stem, "votes", what, label["votes"], None) for what in of_votes(label["votes"], reading["actes"]))
        if asked("law_refs"):
            yield from ((text.stem, "references", what, label["law_refs"], None) for what in of_references(label["law_refs"], reading["actes"]))


def main(folder):
    rows, notes = collections.defaultdict(collections.Counter), []
    for layout, field, what, label, read in judged(folder):
        rows[field][what] += 1
        if what != RIGHT:
            why = "" if read is None else read.get("raison") or read.get("valeur")
            notes.append(f"{what:7} {field:20} {layout}: {label!r:.200}; {why!r:.200}")
    print(f"| champ | {RIGHT} | {WRONG} | {UNREAD} |\n| --- | ---: | ---: | ---: |")
    for field, row in sorted(rows.items()):
        print(f"| {field} | {row[RIGHT]} | {row[WRONG]} | {row[UNREAD]} |")
    total = sum(rows.values(), collections.Counter())
    claimed = total[RIGHT] + total[WRONG]
    print(*sorted(notes), sep="\n")
    print(f"{total[RIGHT]}/{total.total()} = {total[RIGHT] / max(total.total(), 1):.3f} {RIGHT}, {total[WRONG]}/{claimed} = {total[WRONG] / max(claimed, 1):.3f} {WRONG}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else LAYOUTS)
