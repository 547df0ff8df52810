#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A word of the lexicon in a sentence that says something else: "aurait souhaité l'unanimité", "intéressé à l'affaire, répond", "quitte la salle de sport"."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import flat, read_all

HEAD = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\nLe conseil municipal s'est réuni sous la présidence de M. Paul ARBEL, maire.\n"
        "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, M. Guy SERRE\nSecrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\n")
END = "\nFait et délibéré les jour, mois et an que dessus. Pour extrait conforme.\n"
VOTES = ["Le conseil municipal, après en avoir délibéré, approuve l'achat.\n%sPour : 3 - Contre : 2 - Abstention : 0%s", "%sLe conseil municipal, après en avoir délibéré, par 3 voix pour, 2 contre et 0 abstention, approuve l'achat.%s",
         "Le conseil municipal approuve l'achat.\n%sVote : pour 3, contre 2, abstention 0\nADOPTÉ.%s", "Le conseil municipal,\nArticle 1 : APPROUVE l'achat.\nArticle 2 : AUTORISE M. le Maire à signer l'acte.\n\n%s   POUR : 3      CONTRE : 2 (M. VIAL, Mme ROUX)\n%s"]
GAPS = [" ", "\n", "\n\n"]
NO_RESULT = [
    "M. le maire aurait souhaité l'unanimité sur ce dossier.", "Mme ROUX regrette que l'unanimité n'ait pas été trouvée.", "Il est décidé à l'unanimité de lever la séance.", "L'article 2 fait l'unanimité.",
    "Le conseil félicite à l'unanimité Mme DORVAL.", "Deux élus demandent que l'unanimité ne soit pas mentionnée.", "Le projet, voté à l'unanimité en 2019, avait recueilli deux voix contre en 2021.",
    "L'unanimité aurait été préférable.", "Le maire espérait l'unanimité.", "M. VIAL déplore l'absence d'unanimité.", "Le conseil d'école s'est prononcé à l'unanimité.", "« Nous visions l'unanimité », dit le maire.",
    "La commission des finances avait donné un avis favorable à l'unanimité.", "M. VIAL rappelle que le principe avait été acquis à l'unanimité.", "Si l'unanimité avait été recueillie, le dossier serait parti demain.",
    "L'ordre du jour est adopté à l'unanimité.", "L'ajout d'un point à l'ordre du jour est accepté à l'unanimité.", "Le conseil municipal, à l'unanimité, décide de lever la séance.", "Ce choix ne fait pas l'unanimité.",
    "À l'unanimité, le conseil observe une minute de silence.", "Mme ROUX tient à saluer l'unanimité qui règne d'habitude.", "La recherche de l'unanimité reste l'objectif.", "L'unanimité est requise pour les statuts.",
    "Le maire se félicite de l'unanimité des partenaires.", "Le conseil municipal souhaite à l'unanimité un bon rétablissement à M. GRISOL.", "Le comité syndical, à l'unanimité, a retenu ce tracé.",
    "M. le maire : « l'unanimité eût été plus belle ».", "Pour obtenir l'unanimité, le maire propose de revoir le plan.", "L'article 3 est adopté à l'unanimité.", "Le huis clos est décidé à l'unanimité.",
    "La suspension de séance est décidée à l'unanimité.", "Il est demandé à l'unanimité au préfet de recevoir les élus.", "M. VIAL est élu à l'unanimité secrétaire adjoint.", "La séance est levée à l'unanimité.",
    "Les habitants ont approuvé à l'unanimité le tracé en réunion publique.", "Nous aurions préféré un vote à l'unanimité.", "La motion de soutien est votée à l'unanimité.", "On ne peut parler d'unanimité.",
    "Le règlement intérieur prévoit l'unanimité pour un vote à main levée.", "Il est convenu à l'unanimité de reprendre le débat en juin.", "Ce point, adopté à l'unanimité par la commission, est présenté par M. GRISOL."]
RESULTS = [
    "Adopté à l'unanimité.", "ADOPTÉ À L'UNANIMITÉ", "Approuvé à l'unanimité.", "La délibération est adoptée à l'unanimité.", "Délibération adoptée à l'unanimité des membres présents.", "Le projet est adopté à l'unanimité.",
    "Vote : unanimité", "Vote à l'unanimité.", "Résultat du vote : unanimité", "UNANIMITÉ", "À l'unanimité", "À l'unanimité des suffrages exprimés.", "Adopté à l'unanimité des votants.", "Accord à l'unanimité.",
    "Cette délibération est approuvée à l'unanimité des présents et représentés.", "La proposition est approuvée à l'unanimité.", "Le conseil municipal adopte à l'unanimité.", "Le conseil municipal adopte le projet à l'unanimité.",
    "Le conseil municipal, à l'unanimité, adopte la délibération.", "Le conseil décide à l'unanimité d'approuver le projet.", "L'assemblée adopte la proposition à l'unanimité.", "Accepté à l'unanimité", "Voté à l'unanimité",
    "La motion est adoptée à l'unanimité.", "En conséquence, la délibération est adoptée à l'unanimité.", "Le texte est donc adopté à l'unanimité des voix.", "Le rapport est adopté à l'unanimité.", "Décision prise à l'unanimité.",
    "Délibération votée à l'unanimité", "La délibération, mise aux voix, est adoptée à l'unanimité.", "Le projet ainsi présenté est approuvé à l'unanimité des membres présents.", "Ainsi délibéré à l'unanimité."]
AWAY_FROM_NOTHING = [
    "M. Luc VIAL a quitté la salle des fêtes en bon état après la kermesse.", "M. Luc VIAL, président du club, quitte la salle de sport.", "M. Luc VIAL quitte la salle de sport en dernier, le soir.", "Mme Zoé ROUX, qui a quitté la salle polyvalente propre, est remerciée.",
    "M. Luc VIAL a quitté la salle omnisports dans un état impeccable.", "Mme Zoé ROUX quitte la salle communale chaque mardi à 22 heures.", "M. Luc VIAL a quitté la salle du cinéma avant la fin du film.", "M. Luc VIAL a quitté la salle informatique en ordre.",
    "Mme Zoé ROUX, sortie de la salle de bal, a vu l'incendie.", "M. Luc VIAL s'est absenté de son travail pour venir.", "M. Luc VIAL s'est absenté trois jours la semaine passée.", "M. Luc VIAL se retire dans ses terres, plaisante le maire.",
    "M. Luc VIAL, intéressé à l'affaire en qualité de président du judo-club, répond aux questions.", "Mme DORVAL demande à M. Luc VIAL, intéressé à l'affaire, s'il compte voter ; il répond oui.", "M. Luc VIAL, intéressé à l'affaire, prend part au débat.",
    "Mme Zoé ROUX, intéressée à l'affaire comme bénévole, présente le foyer.", "M. Luc VIAL est intéressé à l'affaire.", "M. Luc VIAL n'est pas intéressé à l'affaire.", "MM. Luc VIAL et Guy SERRE, intéressés à l'affaire, posent une question.",
    "M. Luc VIAL dit être intéressé à l'affaire mais vote.", "M. Luc VIAL, intéressé à l'affaire, reste dans la salle et vote.", "Le maire rappelle qu'un élu intéressé à l'affaire doit se retirer.", "M. Luc VIAL, intéressé à l'affaire, ne se retire pas.",
    "M. Luc VIAL demande si M. Guy SERRE, intéressé à l'affaire, va voter.", "Mme Zoé ROUX s'est dite intéressée à l'affaire.", "M. Luc VIAL se retire de la présidence du club.", "M. Luc VIAL explique pourquoi il n'a pas voté en 2019.",
    "M. Luc VIAL indique que le syndicat ne vote pas ce budget.", "M. Luc VIAL signale que l'eau se retire lentement.", "Mme Zoé ROUX note que l'acquéreur s'est retiré.", "M. Luc VIAL ne prend pas part au financement."]
AWAY = [
    "M. Luc VIAL ne prend pas part au vote.", "M. Luc VIAL, intéressé à l'affaire, ne prend pas part au vote.", "M. Luc VIAL, intéressé à l'affaire, quitte la salle.", "M. Luc VIAL, intéressé à l'affaire, se retire et ne participe pas au vote.",
    "M. Luc VIAL quitte la salle.", "M. Luc VIAL quitte la salle du conseil.", "M. Luc VIAL a quitté la salle des délibérations et n'a pas pris part au vote.", "M. Luc VIAL se retire.", "M. Luc VIAL s'est retiré au moment du vote.",
    "M. Luc VIAL ne participe ni au débat ni au vote.", "M. Luc VIAL se déporte.", "M. Luc VIAL s'étant déporté, il est passé au vote.", "Déport : M. Luc VIAL", "NPPV : M. Luc VIAL", "Ne prend pas part au vote : M. Luc VIAL",
    "N'ont pas pris part au vote : M. Luc VIAL.", "M. Luc VIAL, président du club, sort de la salle pendant le vote.", "Hors la présence de M. Luc VIAL,", "M. Luc VIAL n'a pas voté.", "M. Luc VIAL, conseiller intéressé, ne vote pas.",
    "M. Luc VIAL se retire, étant intéressé à l'affaire.", "Étant intéressé à l'affaire, M. Luc VIAL ne prend pas part au vote.", "M. Luc VIAL est intéressé à l'affaire et ne prend pas part au vote.",
    "M. Luc VIAL intéressé à l'affaire ne prend pas part au vote.", "M. Luc VIAL (intéressé à l'affaire) quitte la salle.", "M. Luc VIAL quitte la salle des fêtes pendant le vote.", "M. Luc VIAL quitte la salle de réunion.",
    "M. Luc VIAL s'est absenté pendant le vote.", "M. Luc VIAL, intéressé à l'affaire en qualité de président du club, se retire au moment du vote.", "M. Luc VIAL, intéressé à l'affaire, n'a participé ni au débat ni au vote."]

# Whole votes, in which an act contradicts itself.
AGAINST_AND_UNANIMOUS = [
    "Pour : 8 Contre : 2 Abstention : 0\nAdopté à l'unanimité par l'assemblée.",
    "Pour : 8 Contre : 2\nLe projet est approuvé à l'unanimité par les membres du conseil municipal.",
    "Le conseil municipal, ouï l'exposé de M. le Maire et après en avoir délibéré à l'unanimité\nPOUR : 8 CONTRE : 2 ABSTENTION : 0\nDÉCIDE\n- d'acheter un pré ;",
    "Le conseil municipal, ouï l'exposé de M. le Maire et après en avoir délibéré à l'unanimité\n\nPOUR : 8 CONTRE : 2 ABSTENTION : 0\n\nDÉCIDE\n\n- d'acheter un pré ;",
    "Le conseil municipal, après avoir entendu M. le Maire, après en avoir délibéré, à l'unanimité,\nPour : 8 Contre : 2\nAPPROUVE l'achat.",
    "Pour : 8 Contre : 2\nAprès en avoir délibéré à l'unanimité, le conseil municipal :\n- approuve l'achat ;",
    "Pour : 8 Contre : 2\n\nAprès en avoir délibéré à l'unanimité, le conseil municipal :\n\nAPPROUVE l'achat ;",
    "Après en avoir délibéré à l'unanimité (8 pour, 2 contre), le conseil municipal :\n- approuve l'achat ;",
    "Le conseil municipal, à l'unanimité moins 2 voix contre, 8 pour,\nDÉCIDE\n- d'acheter un pré ;",
    "Le conseil municipal, à l'unanimité moins 2 voix contre, 8 pour,\n\nDÉCIDE\n\n- d'acheter un pré ;",
    "Le conseil municipal, à l'unanimité, pour : 8, contre : 2,\n\nDÉCIDE\n\n- d'acheter un pré ;",
    "Le conseil municipal, à l'unanimité : 8 voix pour, 2 voix contre\n\nDÉCIDE\n\n- d'acheter un pré ;",
    "Le conseil municipal, après en avoir délibéré, à l'unanimité\nPour : 8\nContre : 2\n\nDÉCIDE d'acheter un pré ;",
    "Après en avoir délibéré, le conseil municipal à l'unanimité (Contre : 1, M. VIAL) décide d'acheter le pré.",
    "Pour : 8 Contre : 2 Abstention : 0\nAdopté à l'unanimité.\n\nLa commission des finances, à l'unanimité, propose d'accepter.",
    "Pour : 8 Contre : 2\nAprès en avoir délibéré, à l'unanimité, le conseil municipal\n\nDÉCIDE d'acheter un pré ;",
    "Le conseil municipal, sur proposition de Mme la Maire et après en avoir délibéré à l'unanimité (8 pour, 2 contre) :\n- approuve l'achat ;",
    "Ouï l'exposé de M. le Maire et après en avoir délibéré à l'unanimité des membres présents,\nPour : 8 - Contre : 2\nDÉCIDE d'acheter un pré ;",
    "Le conseil municipal, après en avoir délibéré à l'unanimité des membres présents et représentés :\nVotes pour : 8\nVotes contre : 2\nAbstentions : 0\nDÉCIDE d'acheter un pré ;",
    "L'exposé de M. le Maire entendu, et après en avoir délibéré à l'unanimité,\n8 voix pour, 2 voix contre,\nle conseil municipal approuve l'achat.",
    "Pour : 8 Contre : 2\nLa proposition de M. le Maire est adoptée à l'unanimité par le conseil municipal présent.",
    "Pour : 8 Contre : 2\nLa délibération est adoptée à l'unanimité par les membres présents.",
    "Pour : 8 Contre : 2\nLa délibération est adoptée à l'unanimité par les conseillers municipaux présents et représentés.",
    "Nombre de suffrages exprimés : 10. Pour : 8. Contre : 2.\n\nLa délibération, mise aux voix, est adoptée à l'unanimité par le conseil municipal.\n\nDÉCIDE\n- d'acheter un pré ;",
]
NOT_BY_THEM = [
    "Pour : 8 Contre : 2\nLe choix est adopté à l'unanimité par la commission.", "Pour : 8 Contre : 2\nLe projet est adopté à l'unanimité par le conseil d'école.", "Pour : 8 Contre : 2\nLe projet est voté à l'unanimité par le conseil municipal des jeunes.",
    "Pour : 8 Contre : 2\nLe projet est adopté à l'unanimité par le conseil communautaire.", "Pour : 8 Contre : 2\nLe projet est approuvé à l'unanimité par les membres de la commission.",
    "Pour : 8 Contre : 2\nLa commission des finances, après en avoir délibéré à l'unanimité, propose l'achat.", "M. VIAL rappelle que le conseil, après en avoir délibéré à l'unanimité :\nPour : 8 Contre : 2",
    "Pour : 8 Contre : 2\nAprès en avoir délibéré à l'unanimité, le conseil :\n- lève la séance ;", "Pour : 8 Contre : 2\nLa délibération, adoptée à l'unanimité par le conseil municipal en 2019, est rappelée.",
]


def around_the_count(sentence):
    for vote in VOTES:
        for gap in GAPS:
            yield HEAD + vote % ("", gap + sentence) + END
            yield HEAD + vote % (sentence + gap, "") + END


def withdrawal(sentence):
    return HEAD + "Vu le code général des collectivités territoriales ;\n" + sentence + "\nLe conseil municipal, après en avoir délibéré, par 4 voix pour, 0 contre, 0 abstention, APPROUVE l'achat." + END


class Ordinary(unittest.TestCase):
    def against_a_unanimity(self, sentence, ends):
        return [r["vote.formule"].get("valeur") == "unanimite" and (r["vote.contre"].get("valeur") or 0) > 0 for r in read_all([ends(t) for t in around_the_count(sentence)])]

    def test_a_unanimity_that_is_no_result_contradicts_no_voices(self):
        for ends in (str, flat):
            for sentence in NO_RESULT:
                self.assertFalse(any(self.against_a_unanimity(sentence, ends)), sentence)

    def test_a_unanimity_that_is_the_result_contradicts_them(self):
        for sentence in RESULTS:
            self.assertGreaterEqual(sum(self.against_a_unanimity(sentence, str)), 8, sentence)

    def test_a_vote_against_and_unanimous(self):
        for ends in (str, flat):
            for told, r in zip(AGAINST_AND_UNANIMOUS, read_all([ends(HEAD + "M. le Maire présente les devis.\n" + t + END) for t in AGAINST_AND_UNANIMOUS])):
                self.assertEqual((r["vote.formule"].get("valeur"), (r["vote.contre"].get("valeur") or 0) > 0), ("unanimite", True), told)
            for told, r in zip(NOT_BY_THEM, read_all([ends(HEAD + "M. le Maire présente les devis.\n" + t + END) for t in NOT_BY_THEM])):
                self.assertFalse(r["vote.formule"].get("valeur") == "unanimite" and r["vote.contre"].get("valeur"), told)

    def test_nobody_withdraws(self):
        for ends in (str, flat):
            for sentence, r in zip(AWAY_FROM_NOTHING, read_all([ends(withdrawal(s)) for s in AWAY_FROM_NOTHING])):
                self.assertFalse(r["acte.deports"]["statut"] == "lu" and r["acte.deports"].get("valeur"), sentence)

    def test_who_withdraws_stays_read(self):
        for sentence, r in zip(AWAY, read_all([withdrawal(s) for s in AWAY])):
            self.assertEqual([p["nom"] for p in r["acte.deports"].get("valeur") or []], ["Luc VIAL"], sentence)

    def test_the_vote_of_another_day(self):
        for of, away in (("du 8 février 2024", []), ("en date du 8 février 2024", []), ("le 8 février 2024", []), ("du 8 février 2024 relatif au lavoir", []), ("du 12 mars 2024", ["Luc VIAL"]), ("du budget", ["Luc VIAL"])):
            for ends in (str, flat):
                (r,) = read_all([ends(withdrawal(f"M. Luc VIAL n'a pas pris part au vote {of}."))])
                self.assertEqual([p["nom"] for p in r["acte.deports"].get("valeur") or []], away, of)

    def test_a_wish_is_no_vote(self):
        for said in ("M. Luc VIAL souhaite que le sujet soit voté à l'unanimité.", "Mme ROUX demande que la motion soit adoptée à l'unanimité.", "Le maire espère que le plan soit approuvé à l'unanimité.",
                     "Il faudrait que ces tarifs soient votés à l'unanimité.", "Le maire propose que le sujet soit accepté à l'unanimité."):
            for ends in (str, flat):
                (r,) = read_all([ends(HEAD + said + "\nLe conseil municipal, après débat, prend acte de la tenue du débat." + END)])
                self.assertNotEqual(r["vote.formule"].get("valeur"), "unanimite", said)

    def test_the_voices_of_those_who_were_asked(self):
        for said in ("La pétition a recueilli 120 voix.", "Le sondage des habitants a recueilli 120 voix."):
            (r,) = read_all([HEAD + said + "\n" + VOTES[0] % ("", "") + END])
            self.assertEqual((r["vote.pour"].get("valeur"), r["vote.n"]["valeur"]), (3, 1), said)

    def test_a_label_of_the_other_column_is_no_name(self):
        head = ("Mairie\nde\nValbrise\n\nEXTRAIT DU REGISTRE DES DELIBERATIONS DU CONSEIL MUNICIPAL\n\nNombre de conseillers              Séance du 12 mars 2024\n"
                "En exercice : 7                    L'an deux mille vingt-quatre et le douze mars\nPrésents : 5                       à 20 heures, le conseil municipal de la\n"
                "Votants : 5                        commune de Valbrise, convoqué le 5 mars 2024,\n                                   s'est réuni à la mairie.\n\nObjet : Achat d'un pré\n")
        (r,) = read_all([head + VOTES[0] % ("", "") + END])
        self.assertNotIn("Votants", str(r["collectivite"]))


if __name__ == "__main__":
    unittest.main()
