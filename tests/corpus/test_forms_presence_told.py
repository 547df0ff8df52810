#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A presence told under an acte in words that are no move, no déport and no list: the présents of the acte are no longer sure. What agrees with the lists, or is of something else, changes nothing."""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import PROGRAM, ROOT, flat
from test_forms_moves import HEAD, NAMED, ONE, presence

ACTE = HEAD.replace("Objet : Achat d'un pré\n", "Objet : Achat d'un pré\n%s\n") % (NAMED.replace("%", "%%"), "", "%s")
BETWEEN = HEAD % (NAMED, "%s")
BEHIND = HEAD % (NAMED, "") + "%s\n"
# Of the acte before it or of the one behind it.
STATES = [
    "Absents lors du vote : M. Luc VIAL.", "Absente au moment du vote : Mme Zoé ROUX.", "Excusés pour ce vote : M. Luc VIAL, Mme Zoé ROUX.", "Absents : M. Luc VIAL.", "M. Luc VIAL, absent, n'a pas voté.",
    "Mme ROUX et M. VIAL sont absents pour ce vote.", "En l'absence de M. Luc VIAL, le rapport est présenté par Mme DORVAL.", "En l'absence momentanée de M. Luc VIAL, on passe au vote.", "M. Luc VIAL n'est pas dans la salle au moment du vote.",
    "N'étaient pas présents lors du vote : M. VIAL et Mme ROUX.", "M. Luc VIAL n'est pas là.", "M. Luc VIAL (absent).", "M. Luc VIAL n'assiste pas à la présentation de ce rapport.", "M. Luc VIAL n'est pas présent dans la salle lors du vote.", "Présents lors du vote : M. ARBEL, Mme DORVAL, M. TERNAY.",
]
# Of the acte behind it, and of all that follow.
TOLD = [
    "Sortis au moment du vote : M. Luc VIAL, Mme Zoé ROUX.", "Sorti lors du vote : Luc VIAL.", "Hors de la salle : M. Luc VIAL.", "Départs : VIAL Luc (point 2).", "Départ à 20 h 40 : M. Luc VIAL.",
    "À 20 h 40, sort M. Luc VIAL.", "Quitte la séance M. Luc VIAL.", "À 20 h 40, quittent la séance M. Luc VIAL et Mme Zoé ROUX.", "À 20 h 30, arrive M. Jean MOREL.", "Arrivent M. Jean MOREL et Mme Anne GRISOL.",
    "Après que se soit retiré M. Luc VIAL, le compte est voté.", "Étant sortis MM. VIAL et ROUX, le conseil délibère.",
    "Le maire note que M. Luc VIAL est absent.", "M. Luc VIAL est excusé pour la suite.", "M. Luc VIAL, excusé à partir de ce point, ne vote pas.", "M. Luc VIAL s'excuse et part.", "M. Luc VIAL prie l'assemblée d'excuser son départ.", "M. Luc VIAL étant sorti, Mme ROUX présente le rapport.",
    "Mme ROUX et M. VIAL, partis, ne votent pas.", "M. Luc VIAL, appelé ailleurs, quitte ses collègues.", "M. Luc VIAL s'éclipse discrètement.", "M. Luc VIAL a pris congé.", "M. Luc VIAL ne participe plus à la séance.", "Mme Zoé ROUX sort de la pièce.",
    "M. Luc VIAL regagne son domicile.", "M. Luc VIAL : départ à 20 h 40", "Départ anticipé de M. Luc VIAL.", "M. Jean MOREL siège à compter de ce point.", "M. Jean MOREL peut désormais siéger.", "Mme le Maire accueille M. Jean MOREL, retenu.",
    "M. Jean MOREL prend place à la table.", "M. Jean MOREL rejoint la table du conseil.", "M. Jean MOREL s'assoit.", "Mme Anne GRISOL est maintenant parmi nous.", "Entrée en séance de M. Jean MOREL.", "M. Jean MOREL, arrivé en retard, prend part au vote.",
    "M. Jean MOREL vote à compter de ce point.", "M. Luc VIAL, qui a dû partir, donne pouvoir à Mme Zoé ROUX.", "M. Luc VIAL donne pouvoir à Mme Zoé ROUX pour la suite de la séance.", "M. Luc VIAL est désormais représenté par Mme Zoé ROUX.",
    "Mme Anne GRISOL reprend son pouvoir.",
    "M. Luc VIAL prend congé de ses collègues.", "M. Luc VIAL s'éclipse pour une réunion.", "M. Luc VIAL claque la porte.", "M. Luc VIAL et Mme Zoé ROUX s'en vont en protestant.",
    "M. Luc VIAL et Mme Zoé ROUX gagnent la sortie.",
    # somebody, whoever it is
    "Le nombre de présents passe à 4.", "Le nombre de conseillers présents passe de 5 à 4.", "Ramenant ainsi à 4 le nombre de présents.", "Les conseillers présents ne sont plus que 4.", "Le quorum n'est plus atteint.", "Le quorum demeure atteint.",
]
# Behind the last vote, with its place in the séance: of any acte.
RECALLED = [
    "Mouvements : M. Luc VIAL, départ après le point 1 ; Mme Anne GRISOL, arrivée au point 1.", "* M. Luc VIAL a quitté la séance au point 1.", "M. Luc VIAL a quitté la séance après le vote de la délibération n° 2024-11.",
    "La séance est levée à 21 h. Départ de M. Luc VIAL à 20 h 40.", "Mme Anne GRISOL est arrivée au point 1.", "(1) M. Luc VIAL absent pour la délibération n° 2024-11.", "Le nombre de présents est passé à 4 au point 1.",
]
OTHERS = [
    "M. Luc VIAL présente le rapport.", "M. Luc VIAL siège à la commission des finances.", "M. Jean MOREL siège à la commission des finances.", "En l'absence de question, M. Luc VIAL passe au vote.", "En cas d'absence de M. Luc VIAL, Mme Zoé ROUX signe.",
    "Mme Anne GRISOL, absente excusée, avait demandé un devis.", "Absents excusés : Mme Anne GRISOL, M. Jean MOREL.", "Mme Anne GRISOL (absente), M. Jean MOREL (excusé).", "Mme Anne GRISOL a donné pouvoir à M. Luc VIAL.",
    "M. Luc VIAL, absent lors de la séance précédente, s'abstient.", "Mme Zoé ROUX, absente à la séance du 6 février 2024, s'abstient.", "Page 2, corriger : M. Luc VIAL était absent.", "M. Luc VIAL excuse Mme Ida LORME, agente.", "M. Luc VIAL s'excuse pour le retard des travaux.",
    "M. Luc VIAL regrette l'absence de concertation.", "L'absence de M. Paul LORME, prestataire, est notée.", "Mme Zoé ROUX a une pensée pour M. Paul LORME, parti trop tôt.", "M. Luc VIAL quitte ses fonctions de trésorier.", "Mme Zoé ROUX quitte son logement.",
    "Entre M. Jean MOREL et la commune, un bail est signé.", "Le départ de la course est donné par M. Luc VIAL.", "M. Luc VIAL : départ d'un agent au service technique.", "La sortie du village, dit M. Luc VIAL, est dangereuse.", "La rue Luc Vial, à la sortie du bourg, est refaite.",
    "M. Luc VIAL demande quand arrive la fibre.", "M. Luc VIAL accueille les visiteurs.", "M. Luc VIAL, partie prenante du projet, donne son avis.", "Mme Zoé ROUX est partie civile au procès.", "M. Luc VIAL, sortant, est réélu au syndicat.", "M. Luc VIAL retire sa candidature.",
    "M. Luc VIAL donne pouvoir au maire pour signer.", "La commune est représentée par M. Luc VIAL.", "M. Luc VIAL propose un délai à compter du 1er mai.", "Pour la suite du chantier, M. Luc VIAL propose un devis.", "Le nombre d'élèves passe à 7.", "Le nombre de votants est porté au registre.",
    "Le quorum étant atteint, la séance est ouverte.", "M. Luc VIAL reste à la disposition des élus.", "M. Luc VIAL passe la parole à Mme ROUX.", "M. Luc VIAL, présent, vote pour.",
]
# Whoever went, and in whatever words: so many members are left, or here.
LEFT = [
    "Restent autour de la table quatre conseillers.", "Les élus ne sont plus que quatre.", "Le conseil n'est plus qu'à quatre membres.", "L'effectif présent tombe à 4.", "Ils sont désormais quatre autour de la table.",
    "Quatre élus demeurent en séance.", "Ne restent que quatre conseillers.", "Le conseil poursuit à quatre.", "Il ne reste que quatre conseillers.", "L'assemblée, réduite à quatre membres, délibère.",
    "Quatre conseillers sont encore présents.", "Quatre conseillers sont présents au moment du vote.", "Nombre de conseillers présents à ce point : 4.", "Nous ne sommes plus que quatre.", "Les membres restants sont au nombre de quatre.",
    "Présents : 4 (à compter de ce point)", "Nombre de présents : 4 (à partir de ce point)", "Le quorum est vérifié : quatre conseillers sont présents.", "Le quorum est vérifié : 4 conseillers présents.", "Le quorum est revérifié ; quatre membres sont présents.",
    "Le nombre de membres présents est désormais de quatre.", "Les débats se poursuivent à quatre.", "Les quatre élus toujours en séance délibèrent.", "Seuls quatre conseillers prennent part à la suite des travaux.",
]
# In words of all days, whose place says it.
AWAY = [
    "M. Luc VIAL court à la caserne.", "M. Luc VIAL file à la maternité, prévenu à l'instant.", "M. Luc VIAL regagne son exploitation.", "M. Luc VIAL part en intervention.", "M. Luc VIAL est appelé par la caserne.", "M. Luc VIAL s'esquive.",
    "M. Luc VIAL ayant fait savoir qu'il ne reviendrait pas, le conseil poursuit.", "M. Luc VIAL, souffrant, ne reviendra pas.", "M. Luc VIAL a déserté son siège.", "M. Luc VIAL prie le conseil de l'excuser : il est attendu.",
    "M. Luc VIAL prend la porte.", "M. Luc VIAL quitte précipitamment la salle.", "M. Luc VIAL sort discrètement.", "M. Luc VIAL ne pouvant rester, le point est avancé.", "Les deux élus du hameau quittent la séance.", "M. Luc VIAL s'est éloigné.", "M. Luc VIAL décroche de la visioconférence.", "Deux conseillers s'en sont allés.", "Deux conseillers ne sont plus là.", "M. Luc VIAL, appelé en intervention, laisse ses collègues.",
]
# An aside stands between who goes and the word of going; the words before the name are not of the sentence.
ASIDES = [
    "MM. Luc VIAL et Hugo TERNAY, retenus par une réunion, sont partis.", "Mme Léa DORVAL et M. Luc VIAL, qui avaient annoncé une obligation, sont partis.", "MM. VIAL et TERNAY, après avoir salué leurs collègues, sont partis à 21 h.",
    "M. Luc VIAL, pris par son travail, à la ferme, est parti.", "M. le Maire, concerné en sa qualité de propriétaire d'une parcelle voisine du projet soumis au conseil, s'est retiré.",
    "M. le Maire, dont le fils exploite la parcelle attenante au chemin rural, s'est retiré.",
]
# What a member goes to do, and the place that he leaves behind.
GAPS = [
    "M. Luc VIAL part chercher ses enfants.", "M. Luc VIAL est parti chercher son fils à l'école.", "Mme Zoé ROUX est sortie téléphoner.", "La chaise de M. Luc VIAL reste vide.", "Le siège de Mme Zoé ROUX demeure inoccupé.", "Le fauteuil de M. Luc VIAL est désormais vide.",
    "M. Luc VIAL cède sa place à Mme Anne GRISOL.", "M. Luc VIAL a laissé sa place.", "M. Luc VIAL manque à l'appel.", "Manque à l'appel : M. Luc VIAL.", "Deux élus manquent à l'appel.",
]
# Who no longer takes part; the link that is lost; whoever is joined, or named without a civility.
MORE = [
    "M. Luc VIAL n'assiste plus aux débats.", "Mme Zoé ROUX ne participe plus au vote.", "M. Luc VIAL a pris la route et ne prend plus part aux travaux.",
    "La connexion de M. Luc VIAL est interrompue.", "La liaison de Mme Zoé ROUX a été coupée.", "M. Luc VIAL perd la connexion.", "M. Luc VIAL a coupé la visioconférence.", "Mme Zoé ROUX, en partant, confie son vote à M. Hugo TERNAY.",
    "À 20 h 20, le conseil est rejoint par Mme Anne GRISOL.", "M. Jean MOREL vient s'asseoir à la table du conseil.", "M. Luc VIAL est contraint de s'absenter.", "Il est procédé à un nouvel appel : quatre conseillers répondent présents.",
    "Les élus du groupe minoritaire se lèvent et sortent en signe de protestation.", "Les membres du groupe « Ensemble pour Valbrise » quittent la salle.",
]
# Who was still there, and those who went home.
STILL = [
    "Étaient encore là : M. ARBEL, Mme DORVAL, M. TERNAY.", "Restent en séance : M. ARBEL, Mme DORVAL, M. TERNAY.", "Sont encore en séance : M. ARBEL, Mme DORVAL et M. TERNAY.", "Le vote a lieu à quatre.", "La chaise reste vide.", "Sa chaise reste vide.",
    "M. Luc VIAL et Mme Zoé ROUX sont rentrés chez eux.", "M. Luc VIAL prend son train.", "M. Luc VIAL doit prendre la route.", "M. Luc VIAL a levé le siège.", "M. Luc VIAL et Mme Zoé ROUX lèvent le siège.",
]
# Of several actes, whichever of them.
SEVERAL = ["M. Luc VIAL n'a pas pris part aux délibérations 3 à 6.", "M. Luc VIAL n'a pas participé aux délibérations n° 1 et 2.", "M. Luc VIAL est absent pour les points 1 et 2.", "M. Luc VIAL n'a pas pris part aux points n° 1 et 2."]
NOT_STILL = [
    "Étaient encore là : M. ARBEL, Mme DORVAL, M. VIAL, Mme ROUX et M. TERNAY.", "Restent à désigner : M. ARBEL, Mme DORVAL.", "Le vote a lieu à quatre heures.", "Le vote a lieu à 4 tours.", "Le vote a lieu à main levée.", "La chaise reste vide dans la salle d'attente.",
    "M. Luc VIAL souhaite une réunion à la rentrée.", "M. Luc VIAL, rentré de congé, présente le point.", "Présents : 5 (à compter de ce point)", "Nombre de présents : 5 (à compter de ce point)",
    "M. Luc VIAL n'a pas pris part aux travaux de la commission.", "M. Luc VIAL présente les points 3 à 6.",
]
# In words that no reader knows: heard between two actes, or with an hour.
UNKNOWN = ["M. Luc VIAL tire sa révérence.", "M. Luc VIAL doit attraper son car.", "M. Luc VIAL, pris par un autre rendez-vous, abrège sa présence.", "Mme Zoé ROUX et M. Luc VIAL plient bagage."]
WITH_AN_HOUR = ["M. Luc VIAL s'évapore à 21 h 10."]
NOT_UNKNOWN = [
    "M. Luc VIAL écarte de son exposé les frais annexes.", "M. Luc VIAL prend la parole à 21 h.", "M. Luc VIAL, rapporteur, détaille le montage.", "M. Luc VIAL a rédigé la note.", "Mme Zoé ROUX et M. Luc VIAL soutiennent le projet.", "M. Luc VIAL prend la suite de Mme ROUX au jury.",
    "M. Luc VIAL inaugure la salle que le club occupe.", "Mme Ida LORME tire sa révérence.", "M. Luc VIAL, maire adjoint, secrétaire de séance.", "M. Luc VIAL lit le rapport.", "M. Luc VIAL avait chiffré les travaux.",
]
NO_GAPS = [
    "M. Luc VIAL cède sa place de stationnement.", "M. Luc VIAL laisse sa place au bureau du club.", "M. Luc VIAL laisse la place aux questions.", "M. Luc VIAL laisse les travaux à l'entreprise.", "La maison de M. Luc VIAL reste vide.", "La place Luc VIAL reste vide le lundi.",
    "Il manque à l'appel une chaise, dit M. Luc VIAL.", "Deux bancs manquent à l'appel.", "M. Luc VIAL sort premier du classement.", "L'offre de M. Luc VIAL, artisan, est partie.", "La lettre pour M. Luc VIAL, délégué, est partie le 3 mars.",
    "Le quorum étant atteint : cinq conseillers présents.", "Le quorum est vérifié : cinq conseillers sont présents.",
]
NOT_LEFT = [
    "Il reste quatre conseillers à former.", "Quatre membres siègent encore à la commission.", "Il ne reste plus que quatre jours.", "Les élus ne sont plus que quatre à percevoir une indemnité.", "Le conseil siège à huis clos.",
    "Le conseil siège à 4 h de route du port.", "Le conseil des jeunes compte désormais quatre membres.", "Seuls deux conseillers s'abstiennent.", "Le nombre d'adjoints est ramené à 3.", "Les 5 membres présents approuvent.",
    "Cinq conseillers sont présents.", "Le comité syndical se réduit à quatre membres.", "À la suite de la démission d'un élu, le conseil compte désormais six membres.", "L'effectif de l'école tombe à 8 élèves.",
    "M. Luc VIAL court à sa perte, plaisante un élu.", "M. Luc VIAL file la métaphore.", "M. Luc VIAL revient rapidement sur le projet.", "M. Luc VIAL esquive la question.", "M. Luc VIAL, pompier à la caserne, présente le projet.", "M. Luc VIAL, appelé, vote pour.",
    "M. Luc VIAL revient de la caserne avec un devis.", "M. Luc VIAL indique que le prestataire ne reviendra pas.", "Le délai court à compter du 1er avril.",
]
AFTERWARDS = ["Questions diverses\nM. Luc VIAL quitte la séance à 21 h 30.", "Questions diverses. M. Luc VIAL demande la date de la prochaine sortie.", "Le Maire, M. Paul ARBEL. Le secrétaire, M. Luc VIAL.", "Prochaine séance : M. Luc VIAL sera excusé."]
# A bare name in the middle of a line without ends is nobody's row; a withdrawal is a déport.
ROWS = ["VIAL Luc | départ à 20 h 40", "Luc VIAL départ 20 h 40", "Zoé ROUX - sortie à 21 h", "VIAL : absent", "20 h 40 : M. Luc VIAL (départ)"]


# Beside a name of the list, and below it or at the end.
NOTES = [("*", "* jusqu'à la délibération n° 2024-11 incluse"), ("(1)", "(1) présent à partir du point 2"), ("**", "** a quitté la séance à 21 h"), (" (*)", "(*) absent pour les points 1 et 2"), ("*", "* Arrivé au point 2.")]
NO_NOTES = [("*", "* en visioconférence"), ("(1)", "(1) conseiller suppléant"), ("*", "** jusqu'à la délibération n° 2024-11"), ("", "* jusqu'à la délibération n° 2024-11"), ("(1)", "(2) jusqu'au point 2")]

RESUMED = ["La séance reprend sans M. Luc VIAL.", "La séance reprend à 21 heures sans M. VIAL.", "Les débats reprennent sans Mme Zoé ROUX.", "La réunion se poursuit sans M. VIAL.", "Après une suspension, la séance reprend sans M. Luc VIAL et Mme Zoé ROUX.",
           "Le conseil poursuit ses travaux sans M. VIAL.", "M. Luc VIAL s'excuse de devoir partir.", "M. Luc VIAL s'excuse, il doit partir.", "M. Luc VIAL indique qu'il doit partir.", "Mme Zoé ROUX s'excuse auprès de ses collègues de devoir les quitter.",
           "M. Luc VIAL informe qu'il est contraint de partir."]
NOT_RESUMED = ["La séance reprend.", "La séance reprend avec M. Luc VIAL.", "M. Luc VIAL s'excuse de l'erreur du rapport.", "Le projet sans M. Luc VIAL n'aurait pas existé.", "Mme Zoé ROUX dit que la commune doit partir du devis.",
               "M. Luc VIAL précise que l'agent doit partir en retraite.", "Le tracteur doit partir au garage, dit M. Luc VIAL.", "La séance reprend sans l'architecte.", "M. Luc VIAL présente le compte puis répond aux questions."]


class PresenceTold(unittest.TestCase):
    maxDiff = None

    def check(self, frame, sentences, wanted, shapes=(str, flat)):
        for shape in shapes:
            read = presence([shape(frame % s) for s in sentences])
            self.assertEqual(len(read), len(sentences))
            self.assertEqual([(shape.__name__, s, r) for s, r in zip(sentences, read) if r != wanted], [])

    def test_between_two_actes__leaves_the_second_unsure_and_a_state_both(self):
        self.check(BETWEEN, TOLD, ["lu", "ambigu"])
        self.check(BETWEEN, STATES, ["ambigu", "ambigu"])

    def test_number_left__or_words_of_all_days(self):
        for sentences in (LEFT, AWAY, ASIDES, GAPS, MORE, STILL):
            self.check(BETWEEN, sentences, ["lu", "ambigu"])
            self.check(ACTE, sentences, ["lu", "ambigu"])
            self.check(ONE, sentences, ["ambigu"])

    def test_unknown_words__between_two_actes(self):
        self.check(BETWEEN, UNKNOWN, ["lu", "ambigu"])
        self.check(ACTE, WITH_AN_HOUR, ["lu", "ambigu"], (str,))
        self.check(ONE, WITH_AN_HOUR, ["ambigu"], (str,))
        for frame, wanted in ((BETWEEN, ["lu", "lu"]), (ACTE, ["lu", "lu"]), (ONE, ["lu"])):
            self.check(frame, NOT_UNKNOWN, wanted)

    def test_other_numbers__leave_the_presence_read(self):
        for frame, wanted in ((BETWEEN, ["lu", "lu"]), (ACTE, ["lu", "lu"]), (ONE, ["lu"])):
            self.check(frame, NOT_LEFT + NO_GAPS + NOT_STILL, wanted)

    def test_several_actes__leave_all_unsure(self):
        for frame in (BETWEEN, ACTE):
            self.check(frame, SEVERAL, ["ambigu", "ambigu"])

    def test_under_the_title__leaves_the_acte_unsure(self):
        self.check(ACTE, TOLD + STATES, ["lu", "ambigu"])

    def test_in_an_extract__leaves_the_acte_unsure(self):
        # what looks like a list of the head is one, and its members are there twice
        self.check(ONE, [s for s in TOLD + STATES if "présents lors" not in s.lower() and s != "Absents : M. Luc VIAL."], ["ambigu"])

    def test_in_a_row_of_a_table(self):
        self.check(BETWEEN, ROWS[:3], ["lu", "ambigu"])
        self.check(BETWEEN, ROWS[3:4], ["ambigu", "ambigu"])
        self.check(BETWEEN, ROWS[4:], ["lu", "ambigu"])

    def test_behind_the_last_vote__leaves_every_acte_unsure(self):
        self.check(BEHIND, RECALLED, ["ambigu", "ambigu"])

    def test_behind_the_last_vote__without_a_place_it_is_later(self):
        self.check(BEHIND, AFTERWARDS, ["lu", "lu"])

    def test_behind_the_last_vote__of_the_vote_it_is_of_the_last_acte(self):
        self.check(BEHIND, ["Absents lors du vote : M. Luc VIAL."], ["lu", "ambigu"])

    def test_other_sentences__leave_the_presence_read(self):
        for frame, wanted in ((BETWEEN, ["lu", "lu"]), (ACTE, ["lu", "lu"]), (ONE, ["lu"])):
            self.check(frame, OTHERS, wanted)

    def test_resumed_without_somebody__or_he_has_to_go(self):
        self.check(BETWEEN, RESUMED, ["lu", "ambigu"])
        self.check(ACTE, RESUMED, ["lu", "ambigu"])
        self.check(ACTE, ["M. Luc VIAL ne réintègre pas la séance."], ["lu", "ambigu"])
        self.check(BETWEEN, NOT_RESUMED, ["lu", "lu"])
        self.check(ACTE, NOT_RESUMED, ["lu", "lu"])

    def test_the_same_lists_again__say_nothing_new(self):
        self.check(BETWEEN, [NAMED.replace("\n", ". ")], ["lu", "lu"])

    def test_why_holds_the_name_and_the_verb(self):
        long = ("Avant de passer à la délibération suivante, et après avoir remercié les services pour la préparation du dossier qui vient d'être présenté au conseil, et rappelé le calendrier des travaux de la rue haute et de la place, %s, attendu ailleurs, %s.")
        for who, gone in (("M. Luc VIAL", "quitte la séance"), ("M. le Maire", "s'est retiré à 21 h"), ("MM. Luc VIAL et Hugo TERNAY", "quittent la séance")):
            with tempfile.TemporaryDirectory() as tmp:
                file = pathlib.Path(tmp) / "a.txt"
                file.write_text(BETWEEN % (long % (who, gone)), encoding="utf-8")
                out = subprocess.run([PROGRAM, "lire", "--json", str(file)], cwd=ROOT, stdout=subprocess.PIPE)
            presents = json.loads(out.stdout)["actes"][1]["presents"]
            with self.subTest(who):
                self.assertEqual(presents["statut"], "ambigu")
                self.assertRegex(presents["raison"], who.split()[-1] + ".*" + gone.split(" à ")[0])

    def test_note_of_a_mark_in_the_list(self):
        for notes, wanted in ((NOTES, "ambigu"), (NO_NOTES, "lu")):
            for shape in (str, flat):
                texts = [shape(HEAD % (NAMED.replace("Luc VIAL", "Luc VIAL" + mark), "") + note + "\n") for mark, note in notes]
                self.assertEqual([(note, read) for note, read in zip(notes, presence(texts)) if read != [wanted, wanted]], [])

    def test_why_is_said(self):
        for sentence, words in (("M. Luc VIAL est excusé pour la suite.", "n'est pas ce que disent les listes"), ("Le nombre de présents passe à 4.", "quelqu'un est arrivé ou parti")):
            with tempfile.TemporaryDirectory() as tmp:
                file = pathlib.Path(tmp) / "a.txt"
                file.write_text(ACTE % sentence, encoding="utf-8")
                out = subprocess.run([PROGRAM, "lire", "--json", str(file)], cwd=ROOT, stdout=subprocess.PIPE)
            presents = json.loads(out.stdout)["actes"][1]["presents"]
            self.assertIn(sentence.rstrip("."), presents["raison"])
            self.assertIn(words, presents["raison"])


if __name__ == "__main__":
    unittest.main()
