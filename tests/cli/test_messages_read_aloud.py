# SPDX-License-Identifier: EUPL-1.2
"""What a jurist or whoever runs the server reads: nothing is left out in silence, said twice, or without what to do."""
import json, pathlib, re, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SAMPLES, InFolder, run

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


if __name__ == "__main__":
    unittest.main()
