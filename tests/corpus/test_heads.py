#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""One attendance written in as many ways as assemblies have: each head of HEADS is read, with its line ends and without them.

A row: whose act, the head, then the presents, absents and pouvoirs it must give ("A; B", "A > B"; None = the head does not say, or says it in
words that may stay unread). A field may never be read with another value. Names are invented.
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import bare, flat, read_all, who

OPENING = {
    "COMMUNE": "COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\nL'an deux mille vingt-quatre, le "
               "douze mars à dix-neuf heures, le conseil municipal de la commune de Valbrise, légalement convoqué, s'est réuni à la mairie sous la "
               "présidence de Monsieur Paul ARBEL, Maire.\n",
    "EPCI": "Communauté de communes du Val de Brise\nConseil communautaire\nSéance du 12 mars 2024\nL'an deux mille vingt-quatre, le douze mars, le conseil "
            "communautaire s'est réuni sous la présidence de M. Paul ARBEL, Président.\n",
    "SYNDICAT": "SYNDICAT MIXTE DES EAUX DE LA BRISE\nCOMITÉ SYNDICAL\nSéance du 12 mars 2024\nLe comité syndical, légalement convoqué, s'est réuni le 12 mars "
                "2024 sous la présidence de M. Paul ARBEL, Président.\n",
    "DEPARTEMENT": "CONSEIL DÉPARTEMENTAL DE LA HAUTE-AUZELLE\nCommission permanente\nSéance du 12 mars 2024\nLe 12 mars 2024 à 14h, la Commission permanente du "
                   "Conseil départemental s'est réunie sous la présidence de M. Paul ARBEL, Président du Conseil départemental.\n",
    "REGION": "RÉGION LORRADE\nCONSEIL RÉGIONAL\nSéance plénière du 12 mars 2024\nLe Conseil régional s'est réuni le 12 mars 2024 sous la présidence de Mme Léa "
              "DORVAL, Présidente.\n",
}
REST = ("\nSecrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\nVu le code général des collectivités territoriales ;\nLe conseil, après en avoir "
        "délibéré, à l'unanimité, DÉCIDE d'acheter le pré.\n")
HEADS = [
    ("COMMUNE", (
        "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL\n"
        "Pouvoirs : Mme Anne GRISOL a donné pouvoir à M. Luc VIAL. M. Jean MOREL a donné pouvoir à M. Paul ARBEL. Madame Léa DORVAL procède à l'appel des "
        "membres.\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL", None, "Anne GRISOL > Luc VIAL; Jean MOREL > Paul ARBEL"),
    ("COMMUNE", (
        "Étaient présents : Mmes et MM. Paul ARBEL, Léa DORVAL, Luc VIAL et Zoé ROUX.\n"
        "Étaient absents excusés : Anne GRISOL, Jean MOREL.\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", None),
    ("COMMUNE", (
        "PRÉSENTS : ARBEL Paul, DORVAL Léa, VIAL Luc, ROUX Zoé\n"
        "ABSENTS EXCUSÉS : GRISOL Anne qui a donné pouvoir à DORVAL Léa, MOREL Jean\n"
    ), "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "GRISOL Anne; MOREL Jean", "GRISOL Anne > DORVAL Léa"),
    ("COMMUNE", (
        "Présents : M. Paul ARBEL, Maire, Mme Léa DORVAL, 1ère Adjointe, M. Luc VIAL, 2ème Adjoint, Mme Zoé ROUX, conseillère municipale déléguée.\n"
        "Excusée : Mme Anne GRISOL (pouvoir à M. Luc VIAL)\n"
        "Absent : M. Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL"),
    ("COMMUNE", (
        "Présents :\n"
        "Paul ARBEL\n"
        "Léa DORVAL\n"
        "Luc VIAL\n"
        "Zoé ROUX\n"
        "Absente représentée :\n"
        "Anne GRISOL par Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL", "Anne GRISOL > Luc VIAL"),
    ("COMMUNE", (
        "Etaient présents : Monsieur ARBEL Paul, Maire ; Madame DORVAL Léa, Monsieur VIAL Luc, adjoints ; Madame ROUX Zoé, conseillère municipale.\n"
        "Etait absente : Madame GRISOL Anne ayant donné pouvoir à Monsieur VIAL Luc.\n"
    ), "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "GRISOL Anne", "GRISOL Anne > VIAL Luc"),
    ("COMMUNE", (
        "Conseillers présents : 4\n"
        "M. ARBEL, Mme DORVAL, M. VIAL, Mme ROUX\n"
        "Conseillers absents : 2\n"
        "Mme GRISOL, M. MOREL\n"
    ), "ARBEL; DORVAL; VIAL; ROUX", "GRISOL; MOREL", None),
    ("COMMUNE", (
        "Présents (4) : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Représentés (1) : Anne GRISOL à Luc VIAL\n"
        "Excusés (1) : Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL"),
    ("COMMUNE", (
        "Étaient présents :\n"
        "- Paul ARBEL, maire\n"
        "- Léa DORVAL, adjointe\n"
        "- Luc VIAL\n"
        "- Zoé ROUX\n"
        "\n"
        "Étaient excusés avec procuration :\n"
        "- Anne GRISOL (procuration à Luc VIAL)\n"
        "\n"
        "Était absent :\n"
        "- Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Mmes Léa DORVAL, Zoé ROUX – MM. Paul ARBEL, Luc VIAL\n"
        "Excusés : Mme Anne GRISOL – M. Jean MOREL\n"
        "Pouvoirs : Mme Anne GRISOL à Mme Léa DORVAL – M. Jean MOREL à M. Luc VIAL\n"
    ), "Léa DORVAL; Zoé ROUX; Paul ARBEL; Luc VIAL", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : P. ARBEL, L. DORVAL, L. VIAL, Z. ROUX\n"
        "Absents : A. GRISOL (pouvoir à L. DORVAL), J. MOREL\n"
    ), "P. ARBEL; L. DORVAL; L. VIAL; Z. ROUX", "A. GRISOL; J. MOREL", "A. GRISOL > L. DORVAL"),
    ("COMMUNE", (
        "Présents : ARBEL P. - DORVAL L. - VIAL L. - ROUX Z.\n"
        "Absents : GRISOL A.\n"
    ), "ARBEL P; DORVAL L; VIAL L; ROUX Z", "GRISOL A", None),
    ("COMMUNE", (
        "Membres présents : M. Paul ARBEL, Maire, Mmes Léa DORVAL et Zoé ROUX, M. Luc VIAL, Adjoints, Mme Anne GRISOL, M. Jean MOREL, Conseillers municipaux.\n"
        "Membres absents : néant\n"
    ), "Paul ARBEL; Léa DORVAL; Zoé ROUX; Luc VIAL; Anne GRISOL; Jean MOREL", None, None),
    ("COMMUNE", (
        "Étaient présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX formant la majorité des membres en exercice.\n"
        "Absents ayant donné pouvoir : Anne GRISOL pouvoir à Léa DORVAL ; Jean MOREL pouvoir à Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Sont présents : Mesdames et Messieurs ARBEL, DORVAL, VIAL, ROUX.\n"
        "Sont excusés : Madame GRISOL (procuration à Monsieur VIAL).\n"
    ), "ARBEL; DORVAL; VIAL; ROUX", "GRISOL", "GRISOL > VIAL"),
    ("COMMUNE", (
        "Présents : M. Paul ARBEL (Maire) ; Mme Léa DORVAL (Adjointe) ; M. Luc VIAL ; Mme Zoé ROUX\n"
        "Absents excusés : Mme Anne GRISOL donne pouvoir à Mme Léa DORVAL, M. Jean MOREL donne pouvoir à M. Luc VIAL.\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Étaient présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX (arrivée à 19h20)\n"
        "Étaient représentés : Anne GRISOL représentée par Léa DORVAL\n"
        "Étaient absents : Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Etaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\n"
        "Avaient donné procuration : Mme Anne GRISOL à M. Paul ARBEL, M. Jean MOREL à Mme Zoé ROUX.\n"
        "Étaient absents : M. Odilon PETIT.\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL; Odilon PETIT", "Anne GRISOL > Paul ARBEL; Jean MOREL > Zoé ROUX"),
    ("COMMUNE", (
        "Nombre de conseillers : en exercice : 6 - présents : 4 - votants : 5\n"
        "PRESENTS : Mrs ARBEL Paul, VIAL Luc, Mmes DORVAL Léa, ROUX Zoé\n"
        "ABSENTS : Mme GRISOL Anne (pouvoir ROUX Zoé), M. MOREL Jean\n"
    ), "ARBEL Paul; VIAL Luc; DORVAL Léa; ROUX Zoé", "GRISOL Anne; MOREL Jean", "GRISOL Anne > ROUX Zoé"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Absents : Anne GRISOL, excusée, donne pouvoir à Léa DORVAL\n"
        "Jean MOREL, excusé\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL / Léa DORVAL / Luc VIAL / Zoé ROUX\n"
        "Absents : Anne GRISOL / Jean MOREL\n"
        "Pouvoirs : Anne GRISOL => Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Absents : Anne GRISOL, Jean MOREL\n"
        "Pouvoirs : Anne GRISOL a donné pouvoir à Luc VIAL\n"
        "Jean MOREL a donné pouvoir à Zoé ROUX\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX"),
    ("COMMUNE", (
        "Procurations : de Mme Anne GRISOL à M. Luc VIAL, de M. Jean MOREL à Mme Zoé ROUX\n"
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX"),
    ("COMMUNE", (
        "Étaient présents : le Maire : Paul ARBEL, les adjoints : Léa DORVAL, Luc VIAL, les conseillers : Zoé ROUX\n"
        "Étaient absents : Anne GRISOL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL", None),
    ("COMMUNE", (
        "PRESENTS : M. Paul ARBEL - Mme Léa DORVAL - M. Luc VIAL - Mme Zoé ROUX - Conseillers Municipaux\n"
        "PROCURATIONS : Mme Anne GRISOL à M. Luc VIAL\n"
        "ABSENTS : M. Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Mesdames DORVAL Léa, ROUX Zoé et Messieurs ARBEL Paul, VIAL Luc\n"
        "Absents excusés : Monsieur MOREL Jean (pouvoir donné à Madame DORVAL Léa)\n"
        "Absents : Néant\n"
    ), "DORVAL Léa; ROUX Zoé; ARBEL Paul; VIAL Luc", "MOREL Jean", "MOREL Jean > DORVAL Léa"),
    ("COMMUNE", (
        "Présents : 4 (Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX)\n"
        "Absents : 2 (Anne GRISOL, Jean MOREL)\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", None),
    ("COMMUNE", (
        "Étaient présents les conseillers municipaux suivants :\n"
        "ARBEL Paul DORVAL Léa VIAL Luc ROUX Zoé\n"
        "Absents : GRISOL Anne MOREL Jean\n"
    ), "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "GRISOL Anne; MOREL Jean", None),
    ("COMMUNE", (
        "Présents : M. ARBEL Paul, Mme DORVAL Léa, M. VIAL Luc, Mme ROUX Zoé.\n"
        "Absents avec procuration : Mme GRISOL Anne procuration à M. ARBEL Paul\n"
        "Absent sans procuration : M. MOREL Jean\n"
    ), "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "GRISOL Anne; MOREL Jean", "GRISOL Anne > ARBEL Paul"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Pouvoir : Anne GRISOL à Luc VIAL jusqu'à la délibération n° 3\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL", "Anne GRISOL > Luc VIAL"),
    ("EPCI", (
        "Étaient présents :\n"
        "Brisse : Luc VIAL, Zoé ROUX\n"
        "Orval : Paul ARBEL\n"
        "Tournelle : Léa DORVAL\n"
        "Absents : Anne GRISOL (Orval), Jean MOREL (Brisse)\n"
        "Pouvoirs : Anne GRISOL à Paul ARBEL\n"
    ), "Luc VIAL; Zoé ROUX; Paul ARBEL; Léa DORVAL", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Paul ARBEL"),
    ("EPCI", (
        "Délégués titulaires présents : Luc VIAL, Zoé ROUX, Paul ARBEL\n"
        "Délégués suppléants présents : Léa DORVAL\n"
        "Délégués absents excusés : Anne GRISOL, Jean MOREL\n"
    ), "Luc VIAL; Zoé ROUX; Paul ARBEL; Léa DORVAL", "Anne GRISOL; Jean MOREL", None),
    ("EPCI", (
        "Présents : MM. Luc VIAL (Brisse), Paul ARBEL (Orval), Mmes Zoé ROUX (Brisse), Léa DORVAL (Tournelle)\n"
        "Excusés : Mme Anne GRISOL (Orval) a donné pouvoir à M. Paul ARBEL, M. Jean MOREL (Brisse), remplacé par M. Odilon PETIT\n"
    ), None, "Anne GRISOL; Jean MOREL", "Anne GRISOL > Paul ARBEL"),
    ("EPCI", (
        "Présents : Luc VIAL, Zoé ROUX, Paul ARBEL, Léa DORVAL, vice-présidents, Anne GRISOL, Jean MOREL, conseillers communautaires.\n"
        "Absents : Odilon PETIT, excusé.\n"
    ), "Luc VIAL; Zoé ROUX; Paul ARBEL; Léa DORVAL; Anne GRISOL; Jean MOREL", "Odilon PETIT", None),
    ("DEPARTEMENT", (
        "Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
        "Absents représentés : Mme Anne GRISOL (délégation de vote à M. Luc VIAL), M. Jean MOREL (délégation de vote à Mme Zoé ROUX)\n"
        "Absent excusé : M. Odilon PETIT\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL; Odilon PETIT", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX"),
    ("DEPARTEMENT", (
        "Présents :\n"
        "Mme Léa DORVAL\n"
        "M. Luc VIAL\n"
        "Mme Zoé ROUX\n"
        "M. Paul ARBEL\n"
        "Excusés :\n"
        "Mme Anne GRISOL\n"
        "Délégations de vote :\n"
        "Mme Anne GRISOL à M. Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL", "Anne GRISOL > Luc VIAL"),
    ("REGION", (
        "ÉTAIENT PRÉSENTS :\n"
        "Mesdames et Messieurs\n"
        "Arbel Paul, Dorval Léa, Vial Luc, Roux Zoé\n"
        "ABSENTS AYANT DONNÉ DÉLÉGATION DE VOTE :\n"
        "Grisol Anne à Vial Luc\n"
    ), "Arbel Paul; Dorval Léa; Vial Luc; Roux Zoé", "Grisol Anne", "Grisol Anne > Vial Luc"),
    ("REGION", (
        "Présents : Mmes A. GRISOL, L. DORVAL, Z. ROUX ; MM. P. ARBEL, L. VIAL.\n"
        "Pouvoirs de vote : M. J. MOREL donne pouvoir à Mme L. DORVAL ; M. O. PETIT donne pouvoir à M. P. ARBEL.\n"
    ), "A. GRISOL; L. DORVAL; Z. ROUX; P. ARBEL; L. VIAL", "J. MOREL; O. PETIT", "J. MOREL > L. DORVAL; O. PETIT > P. ARBEL"),
    ("SYNDICAT", (
        "Délégués présents : Brisse : MM. ARBEL et VIAL ; Orval : Mme DORVAL ; Tournelle : Mme ROUX\n"
        "Délégués absents excusés : Mme GRISOL (Orval), M. MOREL (Brisse)\n"
    ), "ARBEL; VIAL; DORVAL; ROUX", "GRISOL; MOREL", None),
    ("SYNDICAT", (
        "Présents : ARBEL Paul (Brisse) – DORVAL Léa (Orval) – VIAL Luc (Orval) – ROUX Zoé (Tournelle)\n"
        "Excusés : GRISOL Anne (Brisse) – MOREL Jean (Orval) (pouvoir à DORVAL Léa)\n"
    ), "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "GRISOL Anne; MOREL Jean", "MOREL Jean > DORVAL Léa"),
    ("SYNDICAT", (
        "Étaient présents avec voix délibérative : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX (suppléante d'Anne GRISOL)\n"
        "Étaient absents : Jean MOREL, Odilon PETIT\n"
        "Assistaient également à la réunion : Marc LENOIR, directeur, Julie BRUN, secrétaire\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Jean MOREL; Odilon PETIT", None),
    ("EPCI", (
        "Présents : 4 titulaires\n"
        "Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Pouvoirs : 1\n"
        "Anne GRISOL à Léa DORVAL\n"
        "Absents : 1\n"
        "Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("EPCI", (
        "Conseillers en exercice : 7\n"
        "Présents : 4\n"
        "Représentés : 1\n"
        "Votants : 5\n"
        "\n"
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "\n"
        "Représentés : Anne GRISOL (pouvoir Léa DORVAL)\n"
        "\n"
        "Excusés : Jean MOREL, Odilon PETIT\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL; Odilon PETIT", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX.\n"
        "Absents : Anne GRISOL (donne procuration à Léa DORVAL), Jean MOREL (donne procuration à Luc VIAL), Odilon PETIT (excusé)\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL; Odilon PETIT", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Etaient présents : Mmes Léa DORVAL, Zoé ROUX et MM. Paul ARBEL, Luc VIAL\n"
        "Excusés ayant donné procuration : Mme Anne GRISOL (à Mme Léa DORVAL), M. Jean MOREL (à M. Luc VIAL)\n"
        "Absents : M. Odilon PETIT\n"
    ), "Léa DORVAL; Zoé ROUX; Paul ARBEL; Luc VIAL", "Anne GRISOL; Jean MOREL; Odilon PETIT", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Absents excusés : Anne GRISOL, Jean MOREL\n"
        "Mandataires : Anne GRISOL pour Léa DORVAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", None, None),
    ("COMMUNE", (
        "Mandants : Mandataires :\n"
        "Anne GRISOL Léa DORVAL\n"
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", None, None),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX ;\n"
        "Absents excusés : Anne GRISOL (pouvoir remis à Léa DORVAL), Jean MOREL ;\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Étaient présents : Mme DORVAL (1ère adjointe), M. VIAL (2e adjoint), Mme ROUX, M. ARBEL\n"
        "Était représentée : Mme GRISOL ayant donné pouvoir à Mme ROUX\n"
        "Était excusé sans pouvoir : M. MOREL\n"
    ), "DORVAL; VIAL; ROUX; ARBEL", "GRISOL; MOREL", "GRISOL > ROUX"),
    ("COMMUNE", (
        "Étaient présents : ARBEL Paul, Maire - DORVAL Léa, VIAL Luc, Adjoints - ROUX Zoé, DE LA TOUR Jean, Conseillers\n"
        "Absents excusés : GRISOL Anne (procuration à DE LA TOUR Jean)\n"
    ), "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé; DE LA TOUR Jean", "GRISOL Anne", "GRISOL Anne > DE LA TOUR Jean"),
    ("COMMUNE", (
        "PRÉSENTS : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "PROCURATIONS : Anne GRISOL A Léa DORVAL, Jean MOREL A Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul Arbel, Léa Dorval, Luc Vial, Zoé Roux\n"
        "Absents : Anne Grisol, Jean Morel\n"
        "Procuration : Anne Grisol à Léa Dorval\n"
    ), "Paul Arbel; Léa Dorval; Luc Vial; Zoé Roux", "Anne Grisol; Jean Morel", "Anne Grisol > Léa Dorval"),
    ("COMMUNE", (
        "Étaient présents : Mme Léa Dorval, M. Luc Vial, Mme Zoé Roux, M. Paul Arbel\n"
        "Excusée : Mme Anne Grisol – pouvoir à Mme Léa Dorval\n"
        "Excusé : M. Jean Morel – pouvoir à M. Luc Vial\n"
    ), "Léa Dorval; Luc Vial; Zoé Roux; Paul Arbel", "Anne Grisol; Jean Morel", "Anne Grisol > Léa Dorval; Jean Morel > Luc Vial"),
    ("COMMUNE", (
        "Présents : M. ARBEL, Mme DORVAL, M. VIAL, Mme ROUX\n"
        "Absents : Mme GRISOL qui donne procuration à Mme DORVAL, M. MOREL, M. PETIT qui donne procuration à M. VIAL\n"
    ), "ARBEL; DORVAL; VIAL; ROUX", "GRISOL; MOREL; PETIT", "GRISOL > DORVAL; PETIT > VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL ; Léa DORVAL ; Luc VIAL ; Zoé ROUX\n"
        "Absent(e)s : Anne GRISOL (pouvoir de vote à Léa DORVAL) ; Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Conseillers présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Conseillers excusés et représentés : Anne GRISOL par Léa DORVAL, Jean MOREL par Luc VIAL\n"
        "Conseiller absent : Odilon PETIT\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL; Odilon PETIT", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Maire, Président de séance ; Léa DORVAL, Luc VIAL, adjoints ; Zoé ROUX, conseillère déléguée\n"
        "Absents : aucun\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", None, None),
    ("COMMUNE", (
        "Ont donné pouvoir : Mme Anne GRISOL, pouvoir donné à Mme Léa DORVAL. M. Jean MOREL, pouvoir donné à M. Luc VIAL.\n"
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Mme Anne GRISOL donne pouvoir à Mme Léa DORVAL\n"
        "M. Jean MOREL donne pouvoir à M. Luc VIAL\n"
        "Excusé : M. Odilon PETIT\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL; Odilon PETIT", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Étaient présents Mesdames Léa DORVAL, Zoé ROUX, Messieurs Paul ARBEL et Luc VIAL.\n"
        "Absents excusés : Madame Anne GRISOL donnant pouvoir à Madame Léa DORVAL, Monsieur Jean MOREL donnant procuration à Monsieur Luc VIAL.\n"
    ), "Léa DORVAL; Zoé ROUX; Paul ARBEL; Luc VIAL", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Étaient présents, à l'ouverture de la séance : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, formant la majorité des membres en exercice.\n"
        "Étaient absents représentés, à l'ouverture de la séance : Mme Anne GRISOL ayant donné pouvoir à Mme Léa DORVAL\n"
        "Étaient absents non représentés : M. Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "PRESENTS [4] : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "ABSENTS EXCUSES AYANT DONNE MANDAT DE VOTE [1] : Anne GRISOL a donné pouvoir à Léa DORVAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Absent(es) excusé(es) ayant donné pouvoir : Anne GRISOL à Léa DORVAL\n"
        "Absent(es) : Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Présent(es) : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Excusé(es) : Anne GRISOL, Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", None),
    ("COMMUNE", (
        "Etaient présents : M. ARBEL, Mme DORVAL, M. VIAL, Mme ROUX\n"
        "Régulièrement représentés : M. MOREL par Mme ROUX, Mme GRISOL par M. VIAL\n"
        "Absente : Mme PETIT\n"
    ), "ARBEL; DORVAL; VIAL; ROUX", "MOREL; GRISOL; PETIT", "MOREL > ROUX; GRISOL > VIAL"),
    ("COMMUNE", (
        "Présents : MM. Paul ARBEL, Luc VIAL, Mmes Léa DORVAL, Zoé ROUX\n"
        "Absents représentés : Anne GRISOL représentée par Léa DORVAL\n"
        "Absent non représenté : Jean MOREL (excusé)\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Présents : ARBEL Paul Maire, DORVAL Léa 1 ère adjointe, VIAL Luc 2 ème adjoint, ROUX Zoé conseillers municipaux\n"
        "Absents excusés : MOREL Jean, conseiller municipal\n"
        "Procurations :\n"
        "  • GRISOL Anne à DORVAL Léa\n"
    ), "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "MOREL Jean; GRISOL Anne", "GRISOL Anne > DORVAL Léa"),
    ("COMMUNE", (
        "Présents :\n"
        "• Paul ARBEL\n"
        "• Léa DORVAL\n"
        "• Luc VIAL\n"
        "• Zoé ROUX\n"
        "Absents :\n"
        "• Anne GRISOL\n"
        "• Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", None),
    ("COMMUNE", (
        "Présents : Monsieur ARBEL, Maire, Messieurs VIAL, LOUIS DIT PETIT, Madame DORVAL, Maître LAURENT, Madame ROUX, Docteur LEGRAND.\n"
        "Absents excusés : Monsieur MOREL donne pouvoir à Monsieur VIAL, Messieurs BRUN et GRISOL.\n"
    ), "ARBEL; VIAL; LOUIS DIT PETIT; DORVAL; LAURENT; ROUX; LEGRAND", "MOREL; BRUN; GRISOL", "MOREL > VIAL"),
    ("COMMUNE", (
        "Etaient présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Etaient absents excusés : Anne GRISOL\n"
        "Etait absent non excusé : /\n"
        "Assistait : Julie BRUN – Secrétaire de Mairie\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL", None),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Excusés : Anne GRISOL (démissionnaire), Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", None),
    ("COMMUNE", (
        "Nombre de conseillers En exercice 6 Présents 4 Votants 4 Excusé(e)s A. GRISOL, J. MOREL Date de la convocation 5 mars 2024 Présent(e)s P. ARBEL, Maire, L. DORVAL, L. VIAL, Z. ROUX\n"
    ), "P. ARBEL; L. DORVAL; L. VIAL; Z. ROUX", "A. GRISOL; J. MOREL", None),
    ("COMMUNE", (
        "Etaient présents : (4)\n"
        "MM. Paul ARBEL, Luc VIAL, Mmes Léa DORVAL, Zoé ROUX.\n"
        "Absents : (2)\n"
        "Mme et M. Anne GRISOL, Jean MOREL.\n"
        "Procurations : (1)\n"
        "Mme Anne GRISOL avait donné pouvoir à Mme Léa DORVAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Étaient présents : M. le Maire Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
        "Excusée : Mme Anne GRISOL, qui a donné pouvoir à Mme Léa DORVAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Conseillers présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
        "Conseillers absents ayant donné procuration : Mme Anne GRISOL à Mme Léa DORVAL\n"
        "Conseillers absents n'ayant pas donné procuration : M. Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("EPCI", (
        "Étaient présents : Membres titulaires : Luc VIAL, Zoé ROUX, Paul ARBEL. Membres suppléants avec voix délibérative : Léa DORVAL. Membres titulaires absents, excusés : Anne GRISOL, Jean MOREL.\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", None),
    ("EPCI", (
        "Délégués représentés par pouvoir : Mme Anne GRISOL à Mme Léa DORVAL, M. Jean MOREL par M. Luc VIAL\n"
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("EPCI", (
        "Délégués présents (titulaires et éventuellement suppléants) : Paul ARBEL, Léa DORVAL suppléée par Zoé ROUX, Luc VIAL\n"
        "Délégués absents non représentés : Anne GRISOL\n"
    ), "Paul ARBEL; Zoé ROUX; Luc VIAL", None, None),
    ("EPCI", (
        "Présents : Mmes Léa DORVAL remplacée par sa suppléante Julie BRUN, Zoé ROUX, MM. Paul ARBEL, Luc VIAL\n"
        "Absents : Jean MOREL\n"
    ), "Julie BRUN; Zoé ROUX; Paul ARBEL; Luc VIAL", None, None),
    ("EPCI", (
        "Étaient présents : Mesdames : Léa DORVAL (titulaire), Zoé ROUX (suppléante), Messieurs : Paul ARBEL (Président), Luc VIAL (titulaire),\n"
        "Étaient absents ou excusés : Mesdames : Anne GRISOL (suppléante), Messieurs : Jean MOREL (démissionnaire), Odilon PETIT (suppléant)\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL; Odilon PETIT", None),
    ("REGION", (
        "Sont présents :\n"
        "Monsieur Paul ARBEL, Madame Léa DORVAL, Vice-présidents\n"
        "Monsieur Luc VIAL, Madame Zoé ROUX, membres de la Commission permanente\n"
        "Sont excusés :\n"
        "Madame Anne GRISOL (pouvoir à Mme DORVAL), Monsieur Jean MOREL (pouvoir à M VIAL), membres de la Commission permanente\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > DORVAL; Jean MOREL > VIAL"),
    ("DEPARTEMENT", (
        "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, conseillers départementaux\n"
        "Absents ayant délégué leur droit de vote : Mme Anne GRISOL à Mme Léa DORVAL\n"
        "Absent : M. Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("DEPARTEMENT", (
        "Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\n"
        "Excusée ayant donné délégation : Mme Anne GRISOL à Mme Léa DORVAL.\n"
        "Excusé : M. Jean MOREL.\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Procuration : Anne GRISOL à Léa DORVAL\n"
        "M. le Maire signale une erreur dans la liste de la précédente séance, à savoir, Mme Julie BRUN, absente, avait donné pouvoir à Odilon PETIT.\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Présents : Monsieur Paul ARBEL, Maire, Messieurs VIAL, PETIT, Madame DORVAL, Mesdames ROUX et BRUN.\n"
        "Absents : Monsieur MOREL, Madame GRISOL.\n"
    ), "Paul ARBEL; VIAL; PETIT; DORVAL; ROUX; BRUN", "MOREL; GRISOL", None),
    ("COMMUNE", (
        "Présents : M. ARBEL Paul, Maire, MM. VIAL, PETIT, BRUN, Mmes DORVAL, ROUX\n"
        "Excusés : M. MOREL donne pouvoir à M. VIAL, Mme GRISOL.\n"
    ), "ARBEL Paul; VIAL; PETIT; BRUN; DORVAL; ROUX", "MOREL; GRISOL", "MOREL > VIAL"),
    ("EPCI", (
        "Etaient présents : ARBEL P. – DORVAL L. – VIAL L.– ROUX Z. – PETIT M.J.\n"
        "Etaient absents : BRUN O. – GRISOL A.– MOREL J.P.\n"
    ), "ARBEL P; DORVAL L; VIAL L; ROUX Z; PETIT M.J.", "BRUN O; GRISOL A; MOREL J.P.", None),
    ("EPCI", (
        "Délégués présents : S Arbel, JL Vial, P Dorval, A Roux, MA Petit suppléée par N Ferrand de Lorme, A Brun (jusqu'à la délibération n° 4)\n"
        "Délégués absents : P Grisol, A Morel\n"
    ), "S Arbel; JL Vial; P Dorval; A Roux; N Ferrand de Lorme; A Brun", "P Grisol; A Morel", None),
    ("REGION", (
        "Sont présents :\n"
        "Monsieur Luc VIAL, Madame Zoé ROUX, Vice-présidents\n"
        "Madame Léa DORVAL, Monsieur Paul ARBEL, membres de la Commission permanente\n"
        "Assistent sans voix délibérative\n"
        "Madame Julie BRUN, Monsieur Odilon PETIT\n"
        "Sont excusés :\n"
        "Madame Anne GRISOL (pouvoir à M. VIAL)\n"
    ), "Luc VIAL; Zoé ROUX; Léa DORVAL; Paul ARBEL", "Anne GRISOL", "Anne GRISOL > VIAL"),
    ("COMMUNE", (
        "Conseillers présents : Mesdames Léa DORVAL et Zoé ROUX, Messieurs Paul ARBEL et Luc VIAL\n"
        "Conseillère représentée : Madame Anne GRISOL (par Madame Léa DORVAL)\n"
        "Conseiller excusé : Monsieur Jean MOREL\n"
    ), "Léa DORVAL; Zoé ROUX; Paul ARBEL; Luc VIAL", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Étaient présents (4/6) : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Avaient donné pouvoir (1) : Anne GRISOL à Léa DORVAL\n"
        "Était absent (1) : Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Étaient présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Procurations : de Anne GRISOL à Léa DORVAL ; de Jean MOREL à Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Absents : Anne GRISOL avec pouvoir à Léa DORVAL, Jean MOREL sans pouvoir\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Pouvoirs :\n"
        "Anne GRISOL pouvoir Léa DORVAL\n"
        "Jean MOREL pouvoir Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Absents ayant donné procuration :\n"
        "- Mme Anne GRISOL : procuration à Mme Léa DORVAL\n"
        "- M. Jean MOREL : procuration à M. Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
        "Représentés : Mme Anne GRISOL : pouvoir à Mme Léa DORVAL ; M. Jean MOREL : pouvoir à M. Luc VIAL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"),
    ("COMMUNE", (
        "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX ainsi que Odilon PETIT\n"
        "Absents : Anne GRISOL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX; Odilon PETIT", "Anne GRISOL", None),
    ("EPCI", (
        "Présents : Brisse (2) : Luc VIAL, Zoé ROUX ; Orval (1) : Paul ARBEL ; Tournelle (1) : Léa DORVAL\n"
        "Excusés : Anne GRISOL, Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", None),
    ("EPCI", (
        "Titulaires présents : Paul ARBEL, Léa DORVAL, Luc VIAL\n"
        "Suppléants présents (ayant voix délibérative) : Zoé ROUX\n"
        "Absents excusés ayant donné pouvoir : Anne GRISOL à Paul ARBEL\n"
        "Absents : Jean MOREL\n"
    ), "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Paul ARBEL"),
]


def people(field):
    if field["statut"] != "lu":
        return []
    return sorted(map(who, field["valeur"]))


class Heads(unittest.TestCase):
    maxDiff = None

    def check(self, ends):
        readings = read_all([ends(OPENING[whose] + head + REST) for whose, head, *_ in HEADS])
        for (whose, head, *wanted), champs in zip(HEADS, readings):
            for name, want in zip(("presents", "absents", "pouvoirs"), wanted):
                if want is not None:
                    with self.subTest(head=head, field=name, reason=champs[name].get("raison")):
                        self.assertEqual(people(champs[name]), sorted(" > ".join(map(bare, w.split(" > "))) for w in want.split("; ")))

    def test_heads__with_line_ends(self):
        self.check(str)

    def test_heads__without_line_ends(self):
        self.check(flat)


if __name__ == "__main__":
    unittest.main()
