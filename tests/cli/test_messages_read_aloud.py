# SPDX-License-Identifier: EUPL-1.2
"""What a jurist or whoever runs the server reads: nothing is left out in silence, said twice, or without what to do."""
import json, pathlib, re, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SAMPLES, InFolder, config, replace_once, run

FAULTY = SAMPLES / "cp-deux-pouvoirs.txt"
MINUTES = SAMPLES / "pv-conseil-municipal.txt"


def long_minutes(actes, contre_from):
    """Minutes where nobody is listed: several rules can verify nothing on any acte. From one acte on, a voice is against a unanimity."""
    text = MINUTES.read_text("utf-8")
    head = re.sub(r"(?s)Présents :.*?(?=Secrétaire)", "", text[:text.index("Délibération n°")]).replace("Nombre de conseillers en exercice : 15\n", "")
    return head + "".join(f"""Délibération n° 2024-{n:03d}
Objet : Subvention numéro {n} à l'Harmonie de Castelbreuil

Vu le code général des collectivités territoriales, notamment l'article L. 2121-29 ;

Le conseil municipal, après en avoir délibéré, décide d'attribuer 1 500 € à l'Harmonie de Castelbreuil.

Pour : {'12 Contre : 1' if n >= contre_from else '13 Contre : 0'} Abstentions : 0
Adopté à l'unanimité.

""" for n in range(1, actes + 1))


class ReadAloud(InFolder):
    def test_anomalies_of_late_actes_are_not_cut_by_what_could_not_be_verified(self):
        status, out, _ = run("verifier", "--json", self.write("long.txt", long_minutes(150, 141)))
        records = [json.loads(line) for line in out.splitlines()]
        told = [r["event"] for r in records]
        self.assertEqual(told.count("alerte"), 10)
        cut = next(r for r in records if r["event"] == "regle")
        counts = records[-1]["verdicts"]
        self.assertEqual(status, 2)
        self.assertEqual(told.count("non_verifiable"), 1000)
        self.assertRegex(cut["message"], rf"^trop de constats pour un seul document, ne sont pas montrés : {counts['non_verifiable'] - 1000} non vérifiables "
                                         rf"sur {counts['non_verifiable']} \(dès l'acte \d+\) ; « scrutateur expliquer --acte N » les montre$")
        self.assertRegex(records[-1]["message"], r"; dont \d+ conformes ou sans objet comptés sans être inscrits un à un$")

    def test_a_rule_that_is_asked_for_is_told_without_what_it_did_not_read(self):
        out = run("expliquer", "--regle", "quorum", FAULTY)[1]
        self.assertRegex(out, r"\n\nRègle\n  non vérifiable quorum ")
        for words in ("\nSéance\n", "Secrétaires de séance", "Visas", "\nActe\n", "champs lus"):
            self.assertNotIn(words, out)
        self.assertIn("\nSans --acte ni --regle : aussi le reste de ce qui est lu, et les autres règles.\n", out)
        out = run("expliquer", "--regle", "majorite", MINUTES)[1]
        self.assertNotIn("En bref", out)
        self.assertRegex(out, r"\nActe 2 sur 3 « Subventions aux associations »\n  conforme majorite \S+ : 2 votes jugés, rien à relever\n")

    def test_an_acte_that_is_asked_for_is_told_without_the_seance(self):
        out = run("expliquer", "--acte", "2", MINUTES)[1]
        self.assertIn("\nActe 2 sur 3\n  Numéro ", out)
        for words in ("\nSéance\n", "Règles de la séance", " convocation ", "Acte 1 sur 3"):
            self.assertNotIn(words, out)
        out = run("expliquer", "--acte", "2", "--regle", "convocation", MINUTES)[1]     # a rule of the séance, asked for by its name
        self.assertRegex(out, r"\n\nSéance\n  conforme convocation ")
        self.assertIn("\nSéance\n", run("expliquer", "--acte", "1", FAULTY)[1])          # the only acte: nothing is left out

    def test_what_several_anomalies_rest_on_is_told_once(self):
        act = self.write("acte.txt", replace_once(FAULTY.read_text("utf-8"), "Mme LE TOUARZE)", "Mme NOUZILLE-BRAY)"))
        out = run("expliquer", "--regle", "pouvoir-unique", act)[1]
        self.assertEqual(len(re.findall("\n  anomalie pouvoir-unique ", out)), 2)
        rows = [line for line in out.splitlines() if line.startswith("      ")]
        self.assertEqual(len(rows), len(set(rows)), rows)
        self.assertEqual(len([line for line in rows if " constat " in line]), 4)

    def test_a_field_asked_for_twice_is_unread_once(self):
        act = self.write("acte.txt", replace_once(MINUTES.read_text("utf-8"), "Pour : 12 Contre : 0 Abstentions : 1", "Vote : une abstention"))
        for r in map(json.loads, run("verifier", "--json", "--tout", act)[1].splitlines()):
            fields = [u["field"] for u in r["unread"]]
            self.assertEqual(len(fields), len(set(fields)), r["rule"])

    def test_no_command_makes_a_ledger_where_there_is_none(self):
        state = self.path / "etat"
        state.mkdir()
        file = config(self.path, etat=state, depot=self.path / "depot")
        for args in (("remettre", "sans-outil"), ("regles", "--retablir", "quorum"), ("historique",)):
            status, out, err = run(args[0], "--config", file, *args[1:])
            self.assertEqual((status, out), (2, ""), args)
            self.assertRegex(err, r"^scrutateur : pas de registre \S+/registre\.sqlite : .*« scrutateur reconstruire »\)\n$")
            self.assertEqual(list(state.iterdir()), [], args)


if __name__ == "__main__":
    unittest.main()
