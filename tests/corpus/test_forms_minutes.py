#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What minutes and extracts tell beside the vote of the acte: votes of others, rejections "par 5 voix contre 2", lists of candidates, and titles a vote follows. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import DAMAGES, battery

HEAD = ("COMMUNE DE VERCHAMP-LE-HAUT\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 6 novembre 2025\nConvocation du 30 octobre 2025\n"
        "Présents : Mme Ginette FALARD, M. Robin TESQUET, Mme Aline BORZEC, M. Yvon CARTALAS, Mme Pauline ESTREM, M. Hugues VIDOUZE, M. Jean PRADAL.\n")
REST = "Pour extrait conforme.\n"
NONE = {"vote.pour": "-", "vote.contre": "-", "vote.abstentions": "-"}
OURS = {"vote.pour": "6", "vote.contre": "1"}
OWN = {"acte.objet": "Dossier de la halle"}
DECIDES = "Le conseil municipal, après en avoir délibéré, à l'unanimité, approuve le projet.\n"
OF_OTHERS = [(told + " " + DECIDES, NONE) for told in (
    "Adopté par 9 voix pour et 2 contre en commission.",
    "Lors de la réunion de quartier du 3 octobre, 25 personnes étaient pour et 12 contre.",
    "Sur 41 contributions, 30 sont pour, 11 contre.",
    "Douze observations ont été déposées, dont 8 pour et 4 contre.",
    "Les parents d'élèves consultés ont répondu : 54 pour, 32 contre, 4 abstentions.",
    "Les conseils municipaux des communes membres se sont prononcés : 11 pour, 2 contre.",
    "L'assemblée générale de la copropriété a voté les travaux par 845 voix pour et 120 contre.",
    "En 2022, le conseil avait voté contre par 8 voix contre 3.",
    "Le projet a obtenu le label par 12 voix contre 5 au jury national.",
    "Les agents, consultés par écrit, ont choisi le prestataire (18 pour, 4 contre).",
    "Lors de l'assemblée du club, la fusion a été votée par 40 voix pour et 6 abstentions.",
    "M. VIDOUZE s'étonne que le Sénat ait adopté le texte par 180 voix contre 140.",
    "Les élèves ont élu le logo par 17 voix contre 9.",
    "Rappel du vote précédent : 10 pour, 2 contre.",
    "Le scrutin de 2020 donne 412 voix pour la liste Agir et 388 pour la liste Ensemble.",
)]
OF_BEFORE = [(told + " " + DECIDES, {"vote.n": "1", "vote.formule": "unanimite"}) for told in (
    "Le projet a déjà recueilli votre accord à la majorité.",
    "Vous avez déjà approuvé le plan de la halle à la majorité.",
    "La vente, déjà votée à la majorité, reste à signer.",
    "Le projet a déjà recueilli votre accord à l'unanimité.",
)]
# The same words beside the acte's own vote.
OF_OURS = [(told, {**OURS, "vote.formule": "majorite"}) for told in (
    "Le conseil municipal, qui a déjà vu le plan, l'approuve à la majorité par 6 voix pour et 1 contre.\n",
    "La lecture a déjà eu lieu ; à la majorité, par 6 voix pour et 1 contre, le conseil municipal approuve.\n",
)] + [(told, OURS) for told in (
    "Le maire met aux voix la subvention à l'association des parents d'élèves : 6 pour, 1 contre. Adopté.\n",
    "Le maire a mis aux voix le projet : 6 pour, 1 contre. Le conseil municipal, après en avoir délibéré, approuve.\n",
    "Ont voté pour : 6. Ont voté contre : 1.\nLe conseil municipal, après en avoir délibéré, approuve.\n",
    "Les habitants ont été informés. Le conseil municipal, après en avoir délibéré, par 6 voix pour et 1 contre, approuve.\n",
    "Les conseillers municipaux ont voté : 6 pour, 1 contre. Le projet est adopté.\n",
    "Le conseil, après avoir entendu les riverains qui s'étaient déplacés, approuve par 6 voix pour et 1 contre.\n",
    "Participations et contributions. Vote : 6 pour, 1 contre.\nLe conseil municipal approuve.\n",
    "Le conseil municipal, après en avoir délibéré, approuve la convention par 6 voix pour, 1 voix contre en application du règlement.\n",
)]
REJECTED = [
    ("La proposition est rejetée par 5 voix contre 2.\n", {"vote.pour": "-", "vote.contre": "-", "vote.formule": "rejet"}),
    ("Le projet est repoussé par 4 voix contre 3.\n", {"vote.pour": "-", "vote.contre": "-", "vote.formule": "rejet"}),
    ("Le projet a été rejeté par 2 voix pour et 5 contre.\n", {"vote.pour": "2", "vote.contre": "5", "vote.formule": "?rejet"}),
    ("Le conseil municipal, après en avoir délibéré, par 5 voix contre 2, approuve le projet.\n", {"vote.pour": "5", "vote.contre": "2"}),
    ("Le conseil municipal se prononce contre le projet à l'unanimité (7 voix contre).\n", {"vote.contre": "7", "vote.formule": "-"}),
    ("Le conseil municipal, à l'unanimité (7 voix pour), engage la lutte contre la chenille.\n", {"vote.pour": "7", "vote.formule": "unanimite"}),
]
ELECTED = [
    ("Liste A conduite par Mme FALARD : 5 voix\nListe B conduite par M. VIDOUZE : 2 voix\nSont élus : Mmes BORZEC et ESTREM.\n", {"vote.pour": "-"}),
    ("Mme BORZEC a obtenu 5 voix et est élue.\n", {"vote.pour": "5"}),
]
TITLES = [
    ("Vote : Pour 6 – Contre 1 – Abstention 0\n", OWN),
    ("Adopté : 6 pour, 1 contre.\n", OWN),
    ("Résultat : 6 pour, 1 contre.\n", OWN),
]
RUN_ON = [
    ("La commission a émis un avis favorable. " + DECIDES, {"acte.objet": "?Dossier de la halle"}),
    ("Premier tour de scrutin : votants 7, exprimés 6. " + DECIDES, {"acte.objet": "?Dossier de la halle"}),
    ("Mme ESTREM ne prend pas part au vote et quitte la salle. " + DECIDES, {"acte.objet": "?Dossier de la halle"}),
]

Others = battery(OF_OTHERS + OF_BEFORE, lambda form: HEAD + "Objet : Dossier de la halle\n\n" + form + REST, without=DAMAGES)
Ours = battery(OF_OURS, lambda form: HEAD + "Objet : Dossier de la halle\n\n" + form + REST, without=DAMAGES)
Rejected = battery(REJECTED, lambda form: HEAD + "Objet : Dossier de la halle\n\n" + form + REST, without=DAMAGES)
Elected = battery(ELECTED, lambda form: HEAD + "Objet : Désignations\n\n" + form + REST, without=DAMAGES)
Titles = battery(TITLES + RUN_ON, lambda form: HEAD + "Objet : Dossier de la halle\n" + form + REST, without=DAMAGES)

if __name__ == "__main__":
    unittest.main(verbosity=2)
