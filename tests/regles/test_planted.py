# SPDX-License-Identifier: EUPL-1.2
"""Planted faults: each kind of fault is put into each regular sample act that can carry it. The right rule finds it, everywhere; no other rule
cries because of it, unless EXPLAINED says why.

A fault is a function of an Act that gives the text with the fault, or None when this act cannot carry it. Where the figures and names stand
is what `lire --json` says. All acts are judged by one run of the program.
"""
import datetime, json, pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SAMPLES, reading, run, temporary

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
GRANT = "\n\nIl est décidé d'attribuer à l'association Les Tisserands de Lorne une subvention de {} €."


def spoken(day):
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


class Act:
    def __init__(self, path):
        self.name, self.raw = path.stem, path.read_bytes()
        self.text = self.raw.decode("utf-8")
        read = reading(path)
        self.fields, self.first = read["champs"], read["actes"][0]
        self.acts = len(read["actes"])
        self.level, self.body = self.value("niveau"), self.value("organe")
        self.day = datetime.date.fromisoformat(self.value("seance.date"))

    def value(self, name):
        return self.fields[name].get("valeur")

    def words(self, span):
        return self.raw[span[0]:span[1]].decode("utf-8")

    def at(self, span, new):
        """The text with these bytes replaced."""
        return (self.raw[:span[0]] + new.encode("utf-8") + self.raw[span[1]:]).decode("utf-8")

    def swap(self, old, new):
        return self.text.replace(old, new) if self.text.count(old) == 1 else None

    def in_words(self, span, old, new):
        words = self.words(span)
        return self.at(span, words.replace(old, new)) if words.count(old) == 1 else None

    def paragraph(self, words):
        """Behind the last visa of the first acte."""
        at = self.raw.index(b"\n", self.first["visas"]["octets"][1])
        return (self.raw[:at] + ("\n\n" + words + "\n").encode("utf-8") + self.raw[at:]).decode("utf-8")

    def visa(self, words):
        at = self.first["visas"]["octets"][0]
        return self.at((at, at), words + "\n\n")

    def vote(self):
        """The first vote, when its three figures are read and stand as "Pour : 29"."""
        v = self.first["votes"][0]
        figures = [v[k] for k in ("pour", "contre", "abstentions")]
        return v if all(f["statut"] == "lu" and str(f["valeur"]) in self.words(f["octets"]) for f in figures) else None

    def tally(self, pour, contre, abstentions):
        v, text = self.vote(), self.raw
        if not v:
            return None
        for key, new in sorted((("pour", pour), ("contre", contre), ("abstentions", abstentions)), key=lambda k: -v[k[0]]["octets"][0]):
            start, end = v[key]["octets"]
            text = text[:start] + self.words((start, end)).replace(str(v[key]["valeur"]), str(new)).encode("utf-8") + text[end:]
        return text.decode("utf-8")

    def total(self):
        v = self.vote()
        return v and sum(v[k]["valeur"] for k in ("pour", "contre", "abstentions"))

    def formula(self):
        return self.first["votes"][0]["formule"].get("valeur")

    def seated(self):
        """Members present who hold no proxy and do not preside, as written."""
        holders = {p["mandataire"]["nom"] for p in self.value("pouvoirs") or []} | {self.value("seance.president")}
        return [self.words(p["octets"]) for p in self.value("presents") if p["nom"] not in holders and p["civilite"]]


# --- the faults, by the rule that must find them

def second_proxy(a):
    p = a.value("pouvoirs") or []
    covid = datetime.date(2020, 3, 24) <= a.day <= datetime.date(2022, 7, 31)
    return a.at(p[1]["mandataire"]["octets"], a.words(p[0]["mandataire"]["octets"])) if len(p) > 1 and not covid else None


def absent_holder(a):
    p = a.value("pouvoirs") or []
    return a.at(p[0]["mandataire"]["octets"], "Mme Ysaline DORVEAUX") if p else None


def giver_present(a):
    p, seated = a.value("pouvoirs") or [], a.seated()
    return a.at(p[0]["mandant"]["octets"], seated[0]) if p and seated else None


def absent_present(a):
    givers = {p["mandant"]["nom"] for p in a.value("pouvoirs") or []}
    alone = [p for p in (a.value("absents") or []) if p["nom"] not in givers]
    return a.at(alone[-1]["octets"], a.seated()[-1]) if alone and a.seated() else None


def vote_against(a):
    v = a.vote()
    return a.tally(v["pour"]["valeur"] - 1, 1, 0) if v and a.formula() == "unanimite" and v["contre"]["valeur"] == 0 and v["abstentions"]["valeur"] == 0 else None


def too_many_votes(a):
    v = a.vote()
    return a.tally(v["pour"]["valeur"] + 40, v["contre"]["valeur"], v["abstentions"]["valeur"]) if v else None


def minority(a):
    v = a.vote()
    return a.tally(2, a.total() - 2, 0) if v and a.total() > 6 else None


def quorum_missed(a):
    """Where a number of present is told: 99 members of whom no list names 80 are else a list that may not be whole."""
    e = a.fields["effectif"]
    told = e["statut"] == "lu" and a.fields["presents_annonces"]["statut"] == "lu" and a.body in ("conseil_municipal", "conseil_communautaire")
    return a.in_words(e["octets"], str(e["valeur"]), "99") if told else None


def sent_before(a):
    t = a.fields["transmission.date"]
    return a.at(t["octets"], spoken(a.day - datetime.timedelta(1))) if t["statut"] == "lu" and a.fields["reception.date"]["statut"] != "lu" else None


def called_late(a):
    c = a.fields["convocation.date"]
    return a.at(c["octets"], spoken(a.day - datetime.timedelta(2))) if c["statut"] == "lu" else None


def wrong_weekday(a):
    right = DAYS[a.day.weekday()]
    return a.swap(f"{right} {spoken(a.day)}", f"{DAYS[(a.day.weekday() + 1) % 7]} {spoken(a.day)}")


def too_many_voters(a):
    v = a.fields["votants_annonces"]
    return a.in_words(v["octets"], str(v["valeur"]), str(v["valeur"] + 1)) if v["statut"] == "lu" else None


def few_members(a):
    e, p = a.fields["effectif"], a.fields["presents_annonces"]
    ready = e["statut"] == "lu" and p["statut"] == "lu" and a.fields["votants_annonces"]["statut"] != "lu"
    return a.in_words(e["octets"], str(e["valeur"]), str(p["valeur"] - 1)) if ready else None


def no_article(a):
    return a.swap("spécialement l'article L. 3211-2", "spécialement l'article L. 1111-9") if a.body == "commission_permanente" else None


def old_delegation(a):
    return a.swap("1er juillet 2021 portant délégation", "2 avril 2015 portant délégation")


def other_level(a):
    own = {"commune": "L. 3211-1", "epci": "L. 4221-1", "departement": "L. 2121-29", "region": "L. 5211-10"}[a.level]
    return a.visa(f"Vu le code général des collectivités territoriales, notamment l'article {own} ;")


def later_text(a):
    return a.visa(f"Vu la délibération du {spoken(a.day + datetime.timedelta(10))} relative aux tarifs ;")


def replaced_text(a):
    return a.visa("Vu le code des marchés publics ;")


def born_on(a):
    return a.paragraph("Le bail est consenti à Mme Ysaline DORVEAUX, née le 4 mars 1961.")


def wrong_tax(a):
    return a.paragraph("La dépense est de 1 000 € HT, soit 1 500 € TTC.")


def executory_early(a):
    t = a.value("transmission.date")
    return a.paragraph(f"Acte rendu exécutoire le {spoken(datetime.date.fromisoformat(t) - datetime.timedelta(1))}.") if t and a.acts == 1 else None


def three_months(a):
    words = "Elle peut être contestée devant le tribunal administratif de Vaucroze dans un délai de trois mois."
    return a.paragraph(words) if "tribunal administratif" not in a.text else None


def posted_only(a):
    if a.level == "commune" or a.day < datetime.date(2022, 7, 1):
        return None
    return a.text.replace("Publié le", "Affiché le") if "Publié le" in a.text else a.paragraph("Affiché le 2 décembre 2023.")


def at_distance(a):
    return a.paragraph("Le conseil municipal se réunit par visioconférence.") if a.level == "commune" and a.day > datetime.date(2022, 8, 1) else None


def no_convention(a):
    clear = not any(w in a.text.lower() for w in ("convention", "annex", "avenant")) and len(a.first["votes"]) == 1
    return a.paragraph(GRANT.format("30 000").strip()) if clear else None


def interested(a):
    seated = [p["nom"] for p in a.value("presents") if p["nom"] != a.value("seance.president")]
    words = f"{seated[0]}, président de l'association Les Tisserands de Lorne, présente le projet."
    return a.paragraph(words + GRANT.format("1 000"))


def general_clause(a):
    return a.visa("Vu la clause générale de compétence ;") if a.level in ("departement", "region") else None


def two_thirds(a):
    v, n = a.vote(), a.total()
    if not v or len(a.first["votes"]) != 1 or a.formula() == "unanimite":
        return None
    text = a.tally(n // 2 + 1, n - n // 2 - 1, 0)
    return text and text.replace("Vu le code", "Considérant que ce vote se prend selon la majorité qualifiée des deux tiers ;\n\nVu le code", 1)


def on(name, *pairs):
    """A fault for one sample, by replacements."""
    def fault(a):
        if a.name != name:
            return None
        text = a.text
        for old, new in pairs:
            assert text.count(old) == 1, (name, old)
            text = text.replace(old, new)
        return text
    return fault


FAULTS = {
    "second proxy": (second_proxy, "pouvoir-unique", "majeure"),
    "absent holder": (absent_holder, "mandataire-present", "majeure"),
    "giver present": (giver_present, "mandant-absent", "mineure"),
    "absent and present": (absent_present, "doublon-presence", "mineure"),
    "vote against": (vote_against, "unanimite", "majeure"),
    "too many votes": (too_many_votes, "somme-des-voix", "majeure"),
    "minority": (minority, "majorite", "majeure"),
    "quorum missed": (quorum_missed, "quorum", "majeure"),
    "sent before": (sent_before, "transmission", "majeure"),
    "called late": (called_late, "convocation", None),
    "wrong weekday": (wrong_weekday, "dates-coherentes", "information"),
    "too many voters": (too_many_voters, "totaux-coherents", "mineure"),
    "few members": (few_members, "totaux-coherents", "mineure"),
    "no article": (no_article, "delegation-commission-permanente", "mineure"),
    "old delegation": (old_delegation, "delegation-commission-permanente", "majeure"),
    "other level": (other_level, "reference-autre-niveau", "mineure"),
    "later text": (later_text, "reference-posterieure", "mineure"),
    "replaced text": (replaced_text, "reference-perimee", "information"),
    "born on": (born_on, "donnees-personnelles", "mineure"),
    "wrong tax": (wrong_tax, "montants-coherents", "mineure"),
    "executory early": (executory_early, "executoire", "majeure"),
    "three months": (three_months, "voies-de-recours", "mineure"),
    "posted only": (posted_only, "publication", "mineure"),
    "at distance": (at_distance, "visioconference", "mineure"),
    "no convention": (no_convention, "convention-subvention", "mineure"),
    "interested": (interested, "elu-interesse", "mineure"),
    "general clause": (general_clause, "clause-generale-de-competence", "mineure"),
    "two thirds": (two_thirds, "majorite-qualifiee", "mineure"),
    "no secret ballot": (on("cm-designation", ("procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.", "décide, à la majorité, de ne pas procéder au scrutin secret.")), "scrutin-secret", "mineure"),
    "maire votes his accounts": (on("cm-compte-administratif", ("par onze voix pour", "par douze voix pour")), "compte-administratif", "mineure"),
    "late accounts": (on("cm-compte-administratif", ("Séance du 11 avril 2024", "Séance du 11 juillet 2024"), ("le onze avril à", "le onze juillet à"),
                         ("convoqué le 4 avril", "convoqué le 4 juillet"), ("15 avril", "15 juillet"), ("16 avril", "16 juillet")), "compte-dates", "mineure"),
    "late budget": (on("cm-budget", ("jeudi 28 mars 2024", "jeudi 27 juin 2024"), ("le vingt-huit mars à", "le vingt-sept juin à"), ("convoqué le 21 mars", "convoqué le 20 juin"),
                       ("exécutoire le 4 avril", "exécutoire le 4 juillet"), ("préfecture le : 3 avril", "préfecture le : 3 juillet"), ("Publié le : 4 avril", "Publié le : 4 juillet")),
                    "budget-dates", "majeure"),
    "budget by the commission permanente": (on("cp-reguliere", (" Soutien à l'association Les Greniers partagés pour la Maison des transitions\n", " Décision modificative n° 2 de 2023\n"),
                                               ("- d’attribuer à l’association Les Greniers partagés une subvention de fonctionnement de 18 500 € ;",
                                                "- d’adopter la décision modificative n° 2 ;")), "matiere-indelegable", "majeure"),
    "limits not set": (on("cm-delegation", ("financement des\ninvestissements : 150 000 € par an ;", "financement des\ninvestissements ;"),
                          ("dont le montant est inférieur à 40 000 € hors taxes ;", "à procédure adaptée ;")), "delegation-limites", "majeure"),
}

# Another rule that is right to cry too: (fault, rule) and why.
EXPLAINED = {("maire votes his accounts", "somme-des-voix"): "he is said to have left for the vote, and his voice is counted"}
REGULAR = ["cc-reguliere", "cd-pleniere", "cm-budget", "cm-compte-administratif", "cm-covid", "cm-delegation", "cm-designation", "cm-reguliere",
           "cp-reguliere", "cr-pleniere", "pv-conseil-municipal"]


class Planted(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        acts = [Act(SAMPLES / f"{name}.txt") for name in REGULAR]
        cls.planted = {}
        with temporary() as folder:
            for act in acts:
                (pathlib.Path(folder) / f"{act.name}.txt").write_text(act.text, encoding="utf-8")
                for number, (fault, (plant, _, _)) in enumerate(FAULTS.items()):
                    text = plant(act)
                    if text is not None and text != act.text:
                        name = f"{act.name}.{number}"
                        (pathlib.Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
                        cls.planted[name] = (act.name, fault)
            files = sorted(pathlib.Path(folder).iterdir())
            status, out, err = run("verifier", "--json", *files, timeout=300)
        assert status in (0, 1), err
        cls.found = {f.stem: [] for f in files}
        for record in map(json.loads, out.splitlines()):
            if record.get("verdict") in ("anomalie", "erreur"):
                cls.found[pathlib.Path(record["document"]["path"]).stem].append(record)

    def said(self, name):
        return {r["rule"]["id"]: r for r in self.found[name]}

    def test_regular_samples_are_silent(self):
        self.assertEqual({n: [r["message"] for r in self.found[n]] for n in REGULAR if self.found[n]}, {})

    def test_every_fault_is_carried(self):
        carried = {fault for _, fault in self.planted.values()}
        self.assertEqual(sorted(set(FAULTS) - carried), [])

    def test_found_by_the_right_rule(self):
        for name, (sample, fault) in self.planted.items():
            _, rule, severity = FAULTS[fault]
            with self.subTest(fault=fault, sample=sample):
                self.assertIn(rule, self.said(name), [r["message"] for r in self.found[name]])
                if severity:
                    self.assertEqual(self.said(name)[rule]["severity"]["level"], severity)

    def test_no_other_rule_cries(self):
        for name, (sample, fault) in self.planted.items():
            with self.subTest(fault=fault, sample=sample):
                others = [(r["rule"]["id"], r["message"]) for r in self.found[name]
                          if r["rule"]["id"] != FAULTS[fault][1] and (fault, r["rule"]["id"]) not in EXPLAINED]
                self.assertEqual(others, [])


if __name__ == "__main__":
    unittest.main()
