#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Minutes of two délibérations, and a sentence between them: a member who comes or goes leaves the presence of the second unsure, whatever else is said does not."""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import PROGRAM, ROOT, flat, read_all

NAMED = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, M. Hugo TERNAY\nAbsents : Mme Anne GRISOL, M. Jean MOREL\n"
SHEET = "Nombre de présents : 5\nÉtaient présents : voir la feuille d'émargement annexée\n"
HEAD = ("COMMUNE DE VALBRISE\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 12 MARS 2024\nConvocation du 5 mars 2024. En exercice : 7.\n%s\n"
        "Délibération n° 2024-11\nObjet : Tarifs du lavoir\nPour : 5 / Contre : 0 / Abstention : 0. Adopté à l'unanimité.\n\n%s\n\n"
        "Délibération n° 2024-12\nObjet : Achat d'un pré\nPour : 5 / Contre : 0 / Abstention : 0. Adopté à l'unanimité.\n")
MOVES = [
    "M. Jean MOREL arrive avant le vote de la délibération n° 2024-12.", "Mme Anne GRISOL arrive avant la délibération n° 2024-12.",
    "Mme Anne GRISOL et M. Jean MOREL arrivent au cours du débat.", "M. Jean MOREL arrive après l'examen du point 1.", "M. Jean MOREL, conseiller délégué, arrive.",
    "M. Jean MOREL vient d'arriver.", "M. Jean MOREL est arrivé entre-temps.", "M. Jean MOREL revient.", "M. Luc VIAL et Mme Zoé ROUX s'absentent.",
    "Luc VIAL s'absente quelques minutes.", "MM. VIAL et TERNAY s'absentent.", "M. Luc VIAL s'est absenté.", "M. Luc VIAL et Mme Zoé ROUX sortent avant le vote de la délibération n° 2024-12.",
    "M. Luc VIAL et Mme Zoé ROUX sont partis.", "MM. VIAL et TERNAY sont partis à 21 h.", "M. Luc VIAL est parti après le vote.",
    "M. Luc VIAL et Mme Zoé ROUX laissent l'assemblée.", "M. Luc VIAL et Mme Zoé ROUX ne sont plus présents.", "Mme Zoé ROUX n'est plus présente pour le vote.",
    "M. Luc VIAL quitte momentanément la séance.", "M. Luc VIAL quitte les lieux.", "M. Luc VIAL sort, Mme Zoé ROUX le suit.", "M. Luc VIAL s'en va.", "M. Luc VIAL nous quitte.",
    "M. Luc VIAL vient de partir.", "M. Luc VIAL ne siège plus.", "M. Luc VIAL prend congé de l'assemblée.", "M. Luc VIAL se lève et sort.", "M. le Maire s'absente un instant.",
    "M. le Maire est parti.", "M. le Maire quitte le fauteuil.",
    "M. Jean MOREL rejoint le conseil municipal.", "Mme GRISOL se joint au conseil.",
    "À 20 h 05, M. Jean MOREL se joint à l'assemblée.", "M. Jean MOREL rejoint ses collègues.", "Mme Anne GRISOL est désormais présente.", "Mme Anne GRISOL est présente.",
    "M. Jean MOREL est à présent présent.", "Mme Anne GRISOL étant arrivée, le nombre de votants passe à 6.", "Mme Anne GRISOL (arrivée à 20 h) vote à compter de ce point.",
    "Mme GRISOL se connecte à 20 h 10.", "Mme Anne GRISOL est de retour.", "M. Luc VIAL doit s'absenter à 21 h.", "M. Luc VIAL a dû partir.", "M. VIAL doit nous quitter.",
    "M. Luc VIAL abandonne la séance.", "M. Luc VIAL, fatigué, rentre chez lui.", "M. Luc VIAL salue l'assemblée et s'absente.", "M. Luc VIAL se lève et quitte.",
    "M. Luc VIAL regagne la salle.", "Mme Zoé ROUX se déconnecte à 21 h.", "Suite au départ de M. Luc VIAL, le quorum est vérifié.", "Le conseil note l'arrivée de Mme Anne GRISOL, puis passe au vote.",
    "Arrivées en cours de séance : Mme Anne GRISOL, M. Jean MOREL.", "Arrivée en retard : Mme Anne GRISOL (20 h)", "Départ avant le vote : M. Luc VIAL", "Retardataire : Mme Anne GRISOL.",
]
NO_MOVES = [
    "M. le Maire quitte la question des tarifs.", "M. le Maire revient sur le point précédent.", "M. le Maire indique que le prestataire est parti.",
    "M. Luc VIAL rappelle que l'entreprise est partie.", "Le prestataire s'absente.", "M. Luc VIAL est parti du principe que le prix monte.",
    "M. Luc VIAL part du constat que le prix monte.", "M. Luc VIAL laisse l'assemblée juge de la question.", "M. Luc VIAL revient sur la question du prix.",
    "M. Luc VIAL arrive au terme de son mandat de délégué.", "M. Luc VIAL sort un rapport.", "M. Luc VIAL quitte la question pour le point suivant.",
    "M. Luc VIAL n'est plus présent sur les listes du syndicat.", "M. Luc VIAL fait part de son avis.", "Mme Ida LORME, agente, part à la retraite.", "Le car arrive avant le vote.",
    "M. Luc VIAL se retire au profit de Mme Zoé ROUX.", "M. Luc VIAL rejoint l'avis de Mme Zoé ROUX.", "M. Luc VIAL se joint aux remerciements.", "M. Luc VIAL rejoint le conseil d'administration du club.",
    "Mme Zoé ROUX est présente.", "M. Luc VIAL se connecte au portail des marchés.", "M. Luc VIAL abandonne l'idée d'un péage.", "M. Luc VIAL propose de partir du coût réel.",
    "M. Luc VIAL se joint à Mme Zoé ROUX pour demander un devis.", "M. Luc VIAL rappelle le départ de Mme Ida LORME, agente.", "M. Luc VIAL rentre dans le détail du budget.",
    "Retard du chantier : M. Luc VIAL fait le point.", "M. Luc VIAL explique le projet et revient sur le prix.",
]
# Members whom nobody names, and members who are told with a trade.
MEMBERS = [
    "Un conseiller quitte la séance.", "Deux élus de l'opposition quittent la séance.", "Les élus de la minorité sortent.", "Le groupe d'opposition quitte la salle.", "Une conseillère municipale s'en va.",
    "Deux des conseillers sortent de la salle.", "Départ de deux conseillers à 21 h.", "Arrivée d'un élu à 20 h 10.", "Le premier adjoint quitte la séance.", "Un membre du conseil a quitté la séance.",
    "M. Luc VIAL et le géomètre quittent la séance.", "Le géomètre et M. Luc VIAL quittent la séance.", "M. Luc VIAL, architecte, quitte la séance.", "L'architecte, M. Luc VIAL, quitte la séance.",
    "M. Luc VIAL, assis dans le public, quitte la salle.", "À la demande du géomètre, M. Luc VIAL quitte la salle.", "M. Luc VIAL raccompagne le notaire et quitte la séance.",
    "M. Luc VIAL remercie le public, puis quitte la séance.", "M. Luc VIAL, le public parti, quitte la séance.", "Départ de M. Luc VIAL, géomètre, à 21 h.", "M. Paul VIAL, notaire, quitte la séance.", "M. Luc V., architecte, quitte la séance.", "M. Luc VIALE, géomètre, quitte la séance.", "Mme Carla NEUVIC quitte la séance.",
    "Mme Carla NEUVIC, conseillère déléguée, quitte la séance.", "Mme Zoé PETIT, architecte, quitte la séance.", "L'architecte, Mme Zoé PETIT, quitte la séance.", "Départ de Mme PETIT Zoé, architecte, à 21 h.",
    "Le notaire Luc VIAL quitte la séance.", "Le commandant VIAL quitte.", "Le docteur VIAL s'en va.", "L'élu Luc VIAL s'éclipse.", "La conseillère ROUX est sortie.", "Le commandant Luc VIAL, appelé en intervention, part.",
    "M. et Mme VIAL sont partis.", "M. Luc VIAL, gérant de la société, quitte la séance.", "M. Luc VIAL et la société quittent la séance.", "Les délégués de la métropole quittent la séance.", "L'adjointe aux finances quitte la séance.", "L'adjoint au logement est parti.",
]
# Whoever goes has a function that no member has as one.
OUTSIDERS = [
    "La locataire a quitté les lieux.", "Le capitaine, présent dans le public, quitte la salle.", "L'acquéreur s'est retiré de la vente.", "L'acquéreur s'est retiré.", "Le géomètre a quitté la séance.",
    "La société Bartavelle s'est retirée.", "Les représentants du cabinet d'études quittent la séance.", "Un membre du public quitte la salle.", "Sur proposition de M. le Maire, le public quitte la salle.",
    "À la demande de M. Luc VIAL, le public sort de la salle.", "M. le Maire remercie le géomètre, qui quitte la séance.", "M. le Préfet entre dans la salle.", "La secrétaire de mairie quitte la séance.",
    "M. le Directeur général des services quitte la séance.", "M. Karl MONTREUX, directeur général des services, quitte la séance.", "Départ de Mme Ida LORME, secrétaire de mairie, à 20 h.", "L'agent a quitté ses fonctions.",
    "Départ à la retraite de Mme Ida LORME.", "Départ en formation de Mme Ida LORME.", "Suite au départ de Mme Ida LORME, agente communale, un poste est créé.", "Départ du géomètre à 21 h.",
    "M. le Maire a quitté la présidence du syndicat.", "M. Luc VIAL se retire du comité.", "Un conseiller en énergie quitte la séance.", "Le gérant se retire.", "La Région se retire.", "La SCI Les Lilas se retire.", "La SARL Bartavelle s'est retirée.", "L'Agence de l'eau se retire.", "Le promoteur s'est retiré.", "Le maître d'oeuvre se retire.",
    "L'adjointe au directeur financier doit partir.", "L'adjointe à la cheffe de service est partie.", "Me Odon PRAT, notaire, quitte la séance.",
]
# The same of a trade that a member may have: he may be one where the lists are not read.
TRADES = ["M. Karl MONTREUX, géomètre, quitte la séance après son exposé.", "M. Luc MONTREUX, géomètre, quitte la séance.", "Mme Ada PETIT, architecte, quitte la séance.", "Le géomètre, M. Karl MONTREUX, quitte la séance.", "Mme Ida LORME, locataire, a quitté les lieux le 3 mars.", "M. et Mme BERNIER ont quitté les lieux.", "M. et Mme BERNIER, locataires, ont quitté les lieux.", "Le commandant MONTREUX quitte la salle."]


def presence(texts, field="presents"):
    """Of each text, whether the presence at its two actes is read (or their pouvoirs)."""
    with tempfile.TemporaryDirectory() as tmp:
        files = [pathlib.Path(tmp) / f"{k:03}.txt" for k in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, encoding="utf-8")
        out = subprocess.run([PROGRAM, "lire", "--json", *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return [[acte[field]["statut"] for acte in json.loads(line)["actes"]] for line in out.stdout.decode().splitlines()]


# Who leaves gives his voice: the pouvoirs of the acte behind it are no longer those of the head.
GIVES = [
    "M. Luc VIAL quitte la séance ; il donne pouvoir à Mme Zoé ROUX.", "M. Luc VIAL quitte la séance à 20 h 15. Il donne pouvoir à Mme Zoé ROUX.", "Départ de M. Luc VIAL, qui donne pouvoir à Mme Zoé ROUX.",
    "M. Luc VIAL doit s'absenter : il donne pouvoir à Mme Zoé ROUX.", "M. Luc VIAL part à 20 h 15. Elle donne procuration à Mme Zoé ROUX.", "M. Luc VIAL quitte la séance. Pouvoir donné à Mme Zoé ROUX.",
    "M. Luc VIAL quitte la séance et se fait représenter par Mme Zoé ROUX.", "Pouvoir de M. Luc VIAL à Mme Zoé ROUX à compter de ce point.",
]
GIVES_NOTHING = ["M. Luc VIAL présente le rapport. Il donne pouvoir à M. Hugo TERNAY de signer l'acte.", "M. Luc VIAL quitte la séance. La commune se fait aider par un conseil."]
WITH_POUVOIR = NAMED.replace(", M. Jean MOREL", "") + "Pouvoir : M. Jean MOREL à M. Paul ARBEL\n"


class Moves(unittest.TestCase):
    maxDiff = None

    def test_who_leaves_gives_his_voice(self):
        for shape in (str, flat):
            for sentences, wanted in ((GIVES, ["lu", "ambigu"]), (GIVES_NOTHING, ["lu", "lu"])):
                read = presence([shape(HEAD % (WITH_POUVOIR, s)) for s in sentences], "pouvoirs")
                self.assertEqual([(s, r) for s, r in zip(sentences, read) if r != wanted], [])

    def check(self, sentences, lists, wanted, shape=str):
        read = presence([shape(HEAD % (lists, s)) for s in sentences])
        self.assertEqual([(s, r) for s, r in zip(sentences, read) if r != wanted], [])
        self.assertEqual(len(read), len(sentences))

    def test_moves__leave_the_acte_behind_them_unsure(self):
        self.check(MOVES, NAMED, ["lu", "ambigu"])

    def test_moves__without_line_ends(self):
        self.check(MOVES, NAMED, ["lu", "ambigu"], flat)

    def test_moves__where_the_list_is_not_read_the_number_announced_holds_no_more(self):
        self.check(["M. Luc VIAL et Mme Zoé ROUX quittent la séance.", "Arrivée de Mme Anne GRISOL à 20 h 15.", "M. Luc VIAL et Mme Zoé ROUX sont partis."],
                   SHEET, ["illisible", "ambigu"])

    def test_moves__behind_the_lists_in_a_text_of_one_line(self):
        for shape in (str, flat):
            self.check(["On passe à la suite."], NAMED + "Arrivée de Mme Ida LORME à 20h10\n", ["ambigu", "ambigu"], shape)
            self.check(["On passe à la suite."], NAMED + "Ouverture de la séance à 20h10\n", ["lu", "lu"], shape)

    def test_members__unnamed_or_told_with_a_trade(self):
        for shape in (str, flat):
            self.check(MEMBERS, NAMED, ["lu", "ambigu"], shape)

    def test_outsiders__leave_the_presence_read(self):
        for shape in (str, flat):
            self.check(OUTSIDERS + TRADES, NAMED, ["lu", "lu"], shape)
            self.check(OUTSIDERS, SHEET, ["illisible", "illisible"], shape)
            self.check(TRADES, SHEET, ["illisible", "ambigu"], shape)

    def test_other_sentences__leave_the_presence_read(self):
        self.check(NO_MOVES, NAMED, ["lu", "lu"])

    def test_other_sentences__where_the_list_is_not_read(self):
        self.check(NO_MOVES, SHEET, ["illisible", "illisible"])

    def test_other_sentences__without_line_ends(self):
        self.check(NO_MOVES, NAMED, ["lu", "lu"], flat)


AWAY = NAMED.replace("Mme Anne GRISOL", "Mme Anne GRISOL%s")
MEANWHILE = [
    " (arrivée à 20 h 05)", " (arrivée au point 2)", " (présente à partir du point 2)", " (jusqu'à 20 h)", " (excusée jusqu'au point 1)", " (absente au point 1)", " (en retard)", " (retard)",
    " (arrive à 20 h)", " (à son arrivée à 20 h : présente)", " (pour la délibération n° 2024-11)", ", arrivée à 20 h 05, au point n° 2", " (arrivée à 19 h 10, avant le vote de la première délibération)",
    " [arrivée à 20 h]", " (partie à 20 h)", " (présente jusqu'à 20 h)",
]
PLACED = [" (arrivée à la délibération n° 2024-12)", " (jusqu'à la délibération n° 2024-11)", " (présente à partir de la délibération n° 2024-12)"]


class ThereForAPart(unittest.TestCase):
    """A bound behind a présent holds only where its words say so: the acte that it names is sure for few of them."""
    def test_bounds(self):
        there = NAMED.replace("M. Luc VIAL", "M. Luc VIAL%s", 1)
        for form, wanted in ((" (jusqu'à la délibération n° 2024-11)", ["lu", "lu"]), (" (à partir de la délibération n° 2024-12)", ["lu", "lu"]),
                             (" (absent pour la délibération n° 2024-12)", ["ambigu", "ambigu"]), (" (sauf pour la délibération n° 2024-11)", ["ambigu", "ambigu"]),
                             (" (jusqu'à la délibération n° 2024-12 non comprise)", ["ambigu", "ambigu"]), (" (départ à la délibération n° 2024-12)", ["lu", "ambigu"]),
                             (" (parti avant la délibération n° 2024-12)", ["lu", "ambigu"]), (" (arrivé après la délibération n° 2024-11)", ["ambigu", "lu"])):
            self.assertEqual((form, presence([HEAD % (there % form, "")])[0]), (form, wanted))


class AwayForAPart(unittest.TestCase):
    """The list of absents says when somebody came."""
    def check(self, forms, wanted, shape):
        read = presence([shape(HEAD % (AWAY % form, "")) for form in forms])
        self.assertEqual([(f, r) for f, r in zip(forms, read) if r != wanted], [])

    def test_absent_who_comes__leaves_every_acte_unsure(self):
        for shape in (str, flat):
            self.check(MEANWHILE, ["ambigu", "ambigu"], shape)

    def test_absent_who_comes_at_a_deliberation__is_away_before_it(self):
        for shape in (str, flat):
            self.check(PLACED, ["lu", "ambigu"], shape)

    def test_absent_for_a_reason__stays_absent(self):
        for shape in (str, flat):
            self.check(["", " (congé)", " (excusée)", " (pouvoir à M. Luc VIAL)", ", excusée"], ["lu", "lu"], shape)


ONE = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n" + NAMED + "\n"
       "Délibération n° 2024-12\nObjet : Subvention au club\n%s\nLe conseil municipal, après en avoir délibéré, décide d'accorder 500 € au club. Pour : 4, Contre : 0.\n")
WITHDRAWN = [
    ("M. Luc VIAL, président du club, ne prend pas part au vote.", "Luc VIAL"),
    ("M. Luc VIAL, président du club, ne prend pas part au vote et quitte la salle.", "Luc VIAL"),
    ("M. Luc VIAL, trésorier du club de quilles, quitte la salle.", "Luc VIAL"),
    ("M. Luc VIAL quitte la salle et ne prend pas part au vote.", "Luc VIAL"),
    ("M. Paul ARBEL, maire, quitte la salle. La présidence est confiée à M. Luc VIAL.", "Paul ARBEL"),
    # others may be meant beside him
    ("M. Luc VIAL, président du club, et sa trésorière, ne prennent pas part au vote.", None),
    ("M. Luc VIAL, président du club, ainsi que le trésorier, ne prennent pas part au vote.", None),
    ("M. Luc VIAL, dit le rapporteur, rappelle que le maire, intéressé, ne prend pas part au vote.", None),
]


CHAIR = NAMED.replace("M. Paul ARBEL", "M. Paul ARBEL, maire")
BY_TITLE = [ # the sentence, whom the déports name, and what the presence is
    ("M. le Maire se retire.", "Paul ARBEL", "lu"), ("Monsieur le Maire quitte la salle et ne prend pas part au vote.", "Paul ARBEL", "lu"),
    ("Sous la présidence de Mme Léa DORVAL, première adjointe, M. le Maire ayant quitté la salle, il est passé au vote.", "Paul ARBEL", "lu"),
    ("Le maire ne prend pas part au vote.", "Paul ARBEL", "lu"), ("M. le Maire s'étant retiré, Mme Léa DORVAL préside.", "Paul ARBEL", "lu"),
    ("M. le Maire et Mme Zoé ROUX se retirent.", "Paul ARBEL, Zoé ROUX", "lu"), ("Mme Zoé ROUX et M. le Maire ne prennent pas part au vote.", "Zoé ROUX, Paul ARBEL", "lu"),
    ("Mme la Maire se retire.", None, "ambigu"), ("M. le Président se retire.", None, "ambigu"),
    ("Mme Zoé ROUX, trésorière du club, quitte la salle pendant le débat et revient pour le vote.", "", "lu"),
    ("Mme Zoé ROUX se retire pendant le débat puis reprend sa place avant le vote.", "", "lu"),
    ("Mme Zoé ROUX quitte la salle pendant le débat puis revient.", None, "ambigu"), ("Mme Zoé ROUX quitte la salle. Elle revient dans la salle après le vote.", "Zoé ROUX", "lu"),
    ("Mme Zoé ROUX quitte la salle et revient pour le vote suivant.", None, "ambigu"),
]

# Withdrawn from something else than the vote, and the same words where it is the vote: whom the déports name; None: unread.
ELSEWHERE = [
    ("Mme Zoé ROUX se retire du comité de pilotage.", ""), ("M. Luc VIAL, rapporteur, se retire derrière l'avis de la commission.", ""),
    ("Mme Zoé ROUX se retire de la course à la présidence du syndicat.", ""), ("M. Luc VIAL s'est retiré du groupe majoritaire en juin.", ""),
    ("La banque s'est retirée du marché des communes.", ""), ("Le candidat se retire dans l'isoloir.", ""), ("M. Luc VIAL se retire au profit de Mme Zoé ROUX.", ""),
    ("M. Luc VIAL ne prend pas part à la négociation avec le club.", ""), ("M. Luc VIAL n'a pas pris part au vote de la région sur ce sujet.", ""),
    ("M. Luc VIAL se retire en tant que suppléant du syndicat.", ""), ("Mme Zoé ROUX s'est retirée comme titulaire du comité.", ""), ("M. Luc VIAL se retire en qualité de délégué du syndicat.", None),
    ("M. Luc VIAL se retire en tant que président du club.", "Luc VIAL"),
    ("M. Luc VIAL se retire. Mme Zoé ROUX reste seule candidate.", None), ("M. Luc VIAL se retire, sa candidature n'ayant plus d'objet.", None),
    ("Le géomètre quitte la salle.", ""), ("La société Bartavelle se retire.", ""), ("M. Karl MONTREUX, directeur général des services, quitte la salle.", ""),
    ("M. Luc VIAL se retire du conseil d'administration du collège.", ""), ("M. Luc VIAL, géomètre, quitte la salle.", "Luc VIAL"),
    ("M. Luc VIAL se retire de la salle du conseil.", "Luc VIAL"), ("M. Luc VIAL se retire de l'assemblée.", "Luc VIAL"), ("M. Luc VIAL se retire de ce dossier.", "Luc VIAL"),
    ("M. Luc VIAL se retire dans le couloir.", "Luc VIAL"), ("M. Luc VIAL ne prend pas part à la présente délibération.", "Luc VIAL"),
    ("M. Luc VIAL ne prend pas part au vote de la subvention.", "Luc VIAL"), ("M. Luc VIAL ne prend pas part à l'examen du point.", "Luc VIAL"),
]

# A withdrawal that is denied, refused or only wanted, that is of another vote, or of whom the acte says that he votes: "" nobody, None unread.
NOT_WITHDRAWN = [
    ("M. le Maire ne se retire pas.", ""), ("M. Luc VIAL ne se retire point et vote.", ""), ("M. Luc VIAL, président du club, ne se déporte pas.", ""), ("Nul ne se retire.", ""),
    ("Aucun élu ne quitte la salle.", ""), ("M. Luc VIAL a refusé de se retirer et prend part au vote.", ""), ("M. Luc VIAL ne s'est pas déporté.", ""), ("M. Luc VIAL ne se retire ni du débat ni du vote.", ""),
    ("Le conseil passe au vote sans que M. Luc VIAL se retire.", ""), ("M. Luc VIAL, invité à se retirer, vote.", ""), ("M. Luc VIAL se retire pendant le débat mais revient pour le vote.", ""),
    ("Mme Zoé ROUX demande que M. Luc VIAL se retire.", None), ("Si M. Luc VIAL se retire, le quorum reste atteint.", None), ("M. Luc VIAL se retire du débat mais vote.", None),
    ("M. Luc VIAL se retire du débat et prend part au vote.", None), ("M. Luc VIAL se retire. Mme Zoé ROUX et M. Luc VIAL prennent part au vote.", None), ("M. le Maire se retire. M. le Maire prend part au vote.", None),
    # and these are
    ("M. le Maire ne se retire qu'au moment du vote.", "Paul ARBEL"), ("M. Luc VIAL se retire. Mme Zoé ROUX prend part au vote.", "Luc VIAL"), ("À la demande de Mme ROUX, M. Luc VIAL se retire.", None),
    ("Sans que la discussion soit close, M. Luc VIAL se retire.", "Luc VIAL"), ("M. Luc VIAL se retire et ne participe pas au vote.", "Luc VIAL"), ("M. Luc VIAL se retire pour le vote du compte de gestion.", "Luc VIAL"),
]
OF_AN_ACCOUNT = [("Compte administratif 2023", "M. le Maire se retire pour le vote du compte de gestion.", None), ("Comptes de gestion et administratif 2023", "M. le Maire se retire pour le vote du compte de gestion.", "Paul ARBEL"),
                 ("Compte administratif 2023", "M. le Maire se retire pour le vote du compte administratif.", "Paul ARBEL")]


# The sentence itself says that it is for this vote: whom the déports name (of CHAIR's lists), and the presence stays read.
OF_THIS_VOTE = [
    ("M. Luc VIAL n'a pris part ni au débat ni au vote.", "Luc VIAL"), ("M. Luc VIAL, intéressé, quitte la salle et ne prend part ni aux débats ni au vote.", "Luc VIAL"),
    ("M. Luc VIAL, concerné, quitte la salle avant l'examen du point et ne prend part ni au débat ni au vote.", "Luc VIAL"),
    ("M. Luc VIAL, administrateur de la société Bartavelle, a quitté la salle et n'a pris part ni au débat ni au vote.", "Luc VIAL"),
    ("M. Luc VIAL, président du club, se déporte, quitte la salle et ne prend pas part au vote.", "Luc VIAL"), ("M. Luc VIAL quitte la séance le temps de l'examen de ce point et ne participe pas au vote.", "Luc VIAL"),
    ("Mme Zoé ROUX, directement intéressée, s'est retirée de la salle des délibérations et n'a pas pris part au vote.", "Zoé ROUX"),
    ("M. Luc VIAL et Mme Zoé ROUX, membres du bureau du club, ne prennent pas part au vote.", "Luc VIAL, Zoé ROUX"), ("Mmes DORVAL et ROUX et M. VIAL, membres des bureaux des clubs, ne participent pas au vote.", "DORVAL, ROUX, VIAL"),
    ("Mme DORVAL préside ; M. Paul ARBEL, maire, a quitté la salle et ne prend pas part au vote.", "Paul ARBEL"), ("M. le Maire, concerné par l'affaire en sa qualité de propriétaire d'une parcelle voisine, quitte la salle.", "Paul ARBEL"),
    ("Hors la présence de M. Paul ARBEL, maire, sous la présidence de Mme Léa DORVAL :", "Paul ARBEL"), ("Hors de la présence de M. le Maire, le conseil délibère.", "Paul ARBEL"),
    ("Ne prend pas part au vote : 1 (Mme Zoé ROUX)", "Zoé ROUX"), ("Ne prennent pas part au vote : Mme ROUX, M. le Maire", "ROUX, Paul ARBEL"), ("N'ont pas pris part au vote : M. Luc VIAL, M. le Maire et Mme ROUX.", "Luc VIAL, Paul ARBEL, ROUX"),
    ("M. Luc VIAL n'assiste ni à la discussion ni au vote de ce point.", "Luc VIAL"), ("Mme Zoé ROUX se tient hors de la salle pendant l'examen de ce point.", "Zoé ROUX"), ("Mme Zoé ROUX ne participe pas à cette délibération.", "Zoé ROUX"),
    ("Élu intéressé n'ayant pas participé : M. Luc VIAL.", "Luc VIAL"), ("Le président du club, élu municipal, n'a pas pris part au vote.", None),
    # who they are is not known, or not all of them
    ("M. Luc VIAL, président du club, et sa trésorière, ne prennent pas part au vote.", None), ("M. Luc VIAL et Mme Zoé ROUX, présidente du club, ne prend pas part au vote.", None),
    ("Le trésorier, M. Luc VIAL, délégué, ne prennent pas part au vote.", None), ("Hors la présence de M. Luc VIAL et du public, le conseil délibère.", None), ("Ne prend pas part au vote : 2 (Mme Zoé ROUX)", None),
    ("Ne prennent pas part au vote : Mme ROUX, M. le Maire délégué", None), ("Déports : M. Luc VIAL, Mme la Présidente du club", None), ("Déport : M. Luc VIAL et autres.", None),
]
# "partis" is of the whole séance.
GONE_FOR_GOOD = ["MM. VIAL et TERNAY, partis, ne votent pas.", "M. Luc VIAL, parti, n'a pas voté."]


class ByTitle(unittest.TestCase):
    def test_of_this_vote(self):
        for shape in (str, flat):
            texts = [shape(ONE.replace(NAMED, CHAIR) % s) for s, _ in OF_THIS_VOTE]
            for (sentence, wanted), champs, read in zip(OF_THIS_VOTE, read_all(texts), presence(texts)):
                with self.subTest(sentence, shape=shape.__name__):
                    deports = champs["acte.deports"]
                    self.assertEqual(", ".join(p["nom"] for p in deports["valeur"]) if deports["statut"] in ("lu", "absent") else None, wanted)
                    self.assertEqual(read, ["lu"])

    def test_of_this_vote__leaves_the_acte_behind_it_read(self):
        frame = HEAD.replace("Objet : Tarifs du lavoir\n", "Objet : Tarifs du lavoir\n%s\n") % (CHAIR, "%s", "")
        for shape in (str, flat):
            sentences = [s for s, wanted in OF_THIS_VOTE if wanted]
            self.assertEqual([(s, r) for s, r in zip(sentences, presence([shape(frame % s) for s in sentences])) if r != ["lu", "lu"]], [])

    def test_gone_for_good__is_no_withdrawal(self):
        for shape in (str, flat):
            self.assertEqual(presence([shape(ONE % s) for s in GONE_FOR_GOOD]), [["ambigu"]] * len(GONE_FOR_GOOD))

    def test_withdrawn_from_something_else(self):
        for shape in (str, flat):
            for (sentence, wanted), champs in zip(ELSEWHERE, read_all([shape(ONE.replace(NAMED, CHAIR) % s) for s, _ in ELSEWHERE])):
                with self.subTest(sentence, shape=shape.__name__):
                    deports = champs["acte.deports"]
                    self.assertEqual(", ".join(p["nom"] for p in deports["valeur"]) if deports["statut"] in ("lu", "absent") else None, wanted)

    def test_not_withdrawn(self):
        for shape in (str, flat):
            cases = [("Subvention au club", sentence, wanted) for sentence, wanted in NOT_WITHDRAWN] + OF_AN_ACCOUNT
            for (title, sentence, wanted), champs in zip(cases, read_all([shape(ONE.replace(NAMED, CHAIR).replace("Subvention au club", t) % s) for t, s, _ in cases])):
                with self.subTest(sentence, title=title, shape=shape.__name__):
                    deports = champs["acte.deports"]
                    self.assertEqual(", ".join(p["nom"] for p in deports["valeur"]) if deports["statut"] in ("lu", "absent") else None, wanted)

    def check(self, shape):
        texts = [shape(ONE.replace(NAMED, CHAIR) % s) for s, _, _ in BY_TITLE]
        for (sentence, wanted, there), champs, read in zip(BY_TITLE, read_all(texts), presence(texts)):
            with self.subTest(sentence):
                deports = champs["acte.deports"]
                self.assertEqual(", ".join(p["nom"] for p in deports["valeur"]) if deports["statut"] in ("lu", "absent") else None, wanted)
                self.assertIn(read, ([there], ["ambigu"] if shape is flat else [there]))

    def test_withdrawn__by_a_title_or_back_for_the_vote(self):
        self.check(str)

    def test_withdrawn__by_a_title_without_line_ends(self):
        self.check(flat)

    def test_title_of_nobody__is_why_the_presence_is_unsure(self):
        for lists in (NAMED, NAMED.replace("M. Paul ARBEL, Mme Léa DORVAL", "M. Paul ARBEL, maire, Mme Léa DORVAL, maire")):
            with tempfile.TemporaryDirectory() as tmp:
                file = pathlib.Path(tmp) / "a.txt"
                file.write_text(ONE.replace(NAMED, lists) % "M. le Maire se retire.", encoding="utf-8")
                out = subprocess.run([PROGRAM, "lire", "--json", str(file)], cwd=ROOT, stdout=subprocess.PIPE)
            self.assertIn("ne dit sûrement lequel des présents porte ce titre", json.loads(out.stdout)["actes"][0]["presents"]["raison"])


class Withdrawn(unittest.TestCase):
    def check(self, shape):
        for (sentence, wanted), champs in zip(WITHDRAWN, read_all([shape(ONE % s) for s, _ in WITHDRAWN])):
            with self.subTest(sentence):
                deports = champs["acte.deports"]
                self.assertEqual([p["nom"] for p in deports["valeur"]] if deports["statut"] == "lu" else None, wanted and [wanted])

    def test_withdrawn__with_a_quality_behind_the_name(self):
        self.check(str)

    def test_withdrawn__without_line_ends(self):
        self.check(flat)

    def test_withdrawn__is_there_all_the_same(self):
        self.assertEqual(presence([ONE % s for s, wanted in WITHDRAWN if wanted]), [["lu"]] * 5)


if __name__ == "__main__":
    unittest.main()
