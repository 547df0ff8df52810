-- SPDX-License-Identifier: EUPL-1.2
-- Ce que l'objet d'un acte fait d'un budget ou d'un compte : le voter, le citer, ou parler de celui d'un autre.
--
-- « Au budget primitif », « avis sur le compte » citent sans voter. L'objet vote quand il le dit (« vote du BP »), ou quand il commence par la
-- matière (« Budget primitif 2024 », « Finances - Budget primitif 2024 ») sans rien y ajouter qui en fasse autre chose. Le reste est un doute.

-- « ailleurs » : ce par quoi, outre ses mots, un acte dont l'objet n'est pas lu peut la nommer.
local MATIERES = {
  budget = { mots = { "budget primitif", "budgets primitifs" }, sigles = { "BP" }, nus = { "budget", "budgets" },
    ailleurs = { "vote du budget", "adoption du budget", "approbation du budget", "le BP", "du BP" } },
  modification = { mots = { "budget supplémentaire", "budgets supplémentaires", "décision modificative", "décisions modificatives",
    "décision budgétaire modificative", "décisions budgétaires modificatives" }, sigles = { "BS", "DM", "DBM" }, nus = {}, ailleurs = { "la DM", "le BS", "du BS" } },
  orientations = { mots = { "débat d'orientation budgétaire", "débat d'orientations budgétaires", "orientations budgétaires" }, sigles = { "DOB" }, nus = {}, ailleurs = {} },
  compte = { mots = { "compte administratif", "comptes administratifs", "compte financier unique", "comptes financiers uniques" },
    sigles = { "CA", "CFU" }, nus = { "comptes" }, ailleurs = { "le CFU", "du CFU" } },
}
local NOMS_DU_VOTE = { "vote", "adoption", "approbation", "examen", "arrêté", "arrêt" }
local VOTES = { "adopte", "approuve" }
for nom in chaque(NOMS_DU_VOTE) do ajoute(VOTES, nom) end
local LIENS = { " du ", " des ", " de la ", " de l'", " d'un ", " le ", " les ", " : ", " - ", " - projet de ", " du projet de ", " " }
-- Ce qui peut précéder la matière sans en faire autre chose.
local AVANT = { "finances", "finance", "affaires financières", "budget principal", "budget annexe", "budget ville", "budget communal", "commune", "ville",
  "exercice", "compte de gestion", "comptes de gestion", "vote", "adoption", "approbation", "département", "région" }
local COUPES = { " - ", "- ", " – ", "– ", " — ", " : ", ": ", " / ", ", ", " et ", " et du ", " et le ", " et des ", " et de la ", ". " }

-- Ce qui cite la matière sans la voter, même quand le mot « vote » y est.
local CITE = { "avant le vote", "avant vote", "dans l'attente du vote", "préalable au vote", "pour le vote", "ouverture", "élection d", "désignation d",
  "communication d", "avis sur", "avis relatif", "information", "rapport d'activité", "orientations tirées", "au budget", "aux budgets", "au bp", "au compte administratif",
  "aux comptes administratifs", "au ca 20", "virement", "participatif" }
-- Ce qui y revient, ou s'en sert : un doute si l'objet vote aussi.
local REVIENT = { "rectif", "correction", "corrige", "erreur", "annul", "abrog", "retrait", "complément", "modification", "ajustement", "régularisation",
  "imputation", "neutralisation", "création", "passage au", "passage à", "expérimentation", "mise en place d", "mise en œuvre d", "au 1er janvier", "à compter du", "à partir du", "inscrit", "prévu", "adopté le", "adoptés le", "voté le", "votés le", "approuvé le", "approuvés le", "arrêté le",
  "arrêtés le", "adopté par", "voté par", "approuvé par", "délibération du", "délibération n" }
local S_EN_SERT = { "excédent", "utilisation", "emploi du", "emploi des", "à la suite d", "suite au", "suite aux", "suite à", "issu du", "issus du", "constaté au",
  "constatés au" }
local SUITES = { "affectation", "reprise" }
-- Des résultats repris par anticipation : l'objet cite la matière, sauf s'il la vote en propres mots avant ou après.
local ANTICIPE = "anticip"
local PUIS = { "| ", " et ", ", ", " - ", " – ", " ; ", " / ", " : ", ". ", " puis " }
local LIES = { "et affectation", "et l'affectation", "et d'affectation", "et reprise", ", affectation", ", reprise" }
-- Derrière la matière, ce qui en est peut-être le seul sujet.
local AUTRE_SUJET = { "présentation", "subvention", "attribution", "amortissement", "provision", "emprunt", "tarif", "garantie", "participation", "personnel",
  "poste", "crédits", "tableau", "convention", "modalités", "transmission", "communication", "publication", "mise en ligne", "affichage", "débat sur", "avis d", "réponse", "observations", "consultation", "calendrier",
  "information", "acquisitions et cessions" }

local ORGANISMES = { "caisse des écoles", "CCAS", "C.C.A.S", "CIAS", "centre communal d'action sociale", "centre intercommunal d'action sociale", "SPL", "société publique locale",
  "syndicat", "collège", "lycée", "EHPAD", "association", "communauté", "métropole", "SIVU", "SIVOM", "SDIS" }
local EN_SONT = { conseil_communautaire = true, bureau_communautaire = true }
local DE = { "de la ", "du ", "des ", "de l'", "d'un ", "d'une ", "au ", "| " }
local DOUTE_ORGANISME = { "société", "SPL", "GIP", "organisme", "fondation", "foyer", "hôpital", "office", "agence", "établissement", "régie", "délégataire",
  "de la SEM", "SEML", "SAEM", "MDPH", "maison départementale", "EPCC", "PETR", "de l'OPH", "groupement", "mission locale", "parc naturel", "université", "crèche", "résidence", "comité", "centre social", "chambre d" }

local function debut(o, mots)
  for mot in chaque(mots) do
    if trouve(o, "| " .. mot) then return true end
  end
  return false
end

-- L'objet entre deux marques, pour que le premier et le dernier mot aient les leurs.
local function borde(objet) return texte("| %s |", objet) end

-- Un sigle ne compte qu'avec ce qui le fait reconnaître : « CA » est aussi un conseil d'administration. Une recherche ne voit pas les bords d'un mot :
-- ce qui précède et ce qui suit sont écrits.
local DEVANT_SIGLE = { "| ", "(", "- ", ": ", ", ", "du ", "de la ", "des ", "le ", "la ", "les ", "et ", "vote ", "adoption ", "approbation ", "examen " }
local DERRIERE_SIGLE = { " |", " -", " :", ",", ")", " de ", " du ", " et ", " +", " /" }
local SIGLES_NUMEROTES = { DM = true, DBM = true, BS = true }
local BUDGETS = { "budget principal", "budget annexe", "budgets annexes", "budget communal", "compte de gestion" }

local function sigle_suivi(o, sigle, suites)
  for devant in chaque(DEVANT_SIGLE) do
    for suite in chaque(suites) do
      if trouve(o, devant .. sigle .. suite) then return true end
    end
  end
  return false
end

local function sigle_de(o, sigle)
  if not trouve(o, sigle) then return false end
  if sigle_suivi(o, sigle, { " 20", ") 20" }) then return true end
  if SIGLES_NUMEROTES[sigle] and sigle_suivi(o, sigle, { " n°", " n °", " 1", " 2", " 3", " 4", " 5", "1", "2", "3", "4", "5" }) then return true end
  for vote in chaque(NOMS_DU_VOTE) do
    for lien in chaque { " du ", " de la ", " des ", " : ", " - " } do
      for suite in chaque(DERRIERE_SIGLE) do
        if trouve(o, vote .. lien .. sigle .. suite) then return true end
      end
    end
  end
  return porte_un_de(o, BUDGETS) and sigle_suivi(o, sigle, DERRIERE_SIGLE)
end

-- « Budget 2024 », « Budget 2026 du Département », « Vote du budget communal » : le mot nu, et rien d'autre. Les années ne sont essayées que
-- derrière ce qui peut les précéder : chaque recherche fait un texte.
local DEVANT_NU = { "| ", "vote du ", "vote des ", "adoption du ", "adoption des ", "approbation du ", "approbation des " }
local FINS = { " |", " du département", " de la région", " de la commune", " de la ville", " de la communauté", " - budget" }
local PAS_NUS = { "supplémentaire", "participatif", "orientation", "comptes rendus", "comptes de gestion", "comptes annuels" }
local function ajoute_annees(o, nu, devant, noms)
  for dizaine = 0, 9 do
    local debut = texte("%s 20%d", nu, dizaine)
    for unite = 0, trouve(o, devant .. debut) and 9 or -1 do
      local nomme = texte("%s%d", debut, unite)
      for fin in chaque(trouve(o, devant .. nomme) and FINS or {}) do
        if trouve(o, devant .. nomme .. fin) then ajoute(noms, nomme) end
      end
    end
  end
end

local function ajoute_nus(o, nu, noms)
  for devant in chaque(DEVANT_NU) do
    if trouve(o, devant .. nu .. " 20") then ajoute_annees(o, nu, devant, noms) end
  end
  if porte_un_de(o, PAS_NUS) then return end
  for vote in chaque { "vote", "adoption", "approbation" } do
    for lien in chaque { " du ", " des " } do
      if trouve(o, vote .. lien .. nu) then
        for suite in chaque { " principal", " communal", " de la commune |", " de la ville |", " |" } do
          if trouve(o, vote .. lien .. nu .. suite) then ajoute(noms, nu .. suite) end
        end
      end
    end
  end
end

-- Les mots par lesquels l'objet nomme cette matière.
local function noms_de(o, matiere)
  local m, noms = MATIERES[matiere], {}
  for mot in chaque(m.mots) do
    if trouve(o, mot) then ajoute(noms, mot) end
  end
  for sigle in chaque(m.sigles) do
    if sigle_de(o, sigle) then ajoute(noms, sigle) end
  end
  for nu in chaque(m.nus) do
    if trouve(o, nu) then ajoute_nus(o, nu, noms) end
  end
  return noms
end

local function vote_dit(o, noms)
  for nom in chaque(noms) do
    for vote in chaque(VOTES) do
      for lien in chaque(trouve(o, vote) and LIENS or {}) do
        if trouve(o, vote .. lien .. nom) then return true end
      end
    end
  end
  return false
end

-- « … et vote du budget primitif » : le vote est une proposition de l'objet, non ce à quoi elle se rapporte.
local function vote_a_part(o, noms)
  for nom in chaque(noms) do
    for vote in chaque(NOMS_DU_VOTE) do
      for lien in chaque(trouve(o, vote) and LIENS or {}) do
        for puis in chaque(trouve(o, vote .. lien .. nom) and PUIS or {}) do
          if trouve(o, puis .. vote .. lien .. nom) then return true end
        end
      end
    end
  end
  return false
end

local function commence_par(o, noms)
  if debut(o, noms) then return true end
  if not debut(o, AVANT) then return false end
  for nom in chaque(noms) do
    for coupe in chaque(COUPES) do
      if trouve(o, coupe .. nom) then return true end
    end
  end
  return false
end

-- « Budget annexe de la régie », « tarifs du foyer » : le mot dit de quoi l'on parle, non de qui est le budget.
local CHEZ_SOI = { "budget annexe", "budgets annexes", "tarif", "tarifs", "travaux", "rénovation", "construction", "loyer", "loyers" }
local VERS_CHEZ_SOI = { " ", " de la ", " du ", " de l'", " des ", " - ", " : " }
local function chez_soi(o, organisme)
  for quoi in chaque(CHEZ_SOI) do
    for vers in chaque(trouve(o, quoi) and VERS_CHEZ_SOI or {}) do
      if trouve(o, quoi .. vers .. organisme) then return true end
    end
  end
  return false
end

-- L'organisme dont c'est le budget ou le compte : "autre" quand l'objet le dit, "doute" quand il ne fait que le nommer.
local function d_un_autre(d, o)
  local nomme = false
  for organisme in chaque(DOUTE_ORGANISME) do
    if trouve(o, organisme) and not chez_soi(o, organisme) then nomme = true end
  end
  for organisme in chaque(ORGANISMES) do
    local sien = EN_SONT[d.organe] and (organisme == "communauté" or organisme == "métropole")
    if trouve(o, organisme) and not sien then
      for de in chaque(DE) do
        if trouve(o, de .. organisme) then return "autre" end
      end
      nomme = true
    end
  end
  return nomme and "doute" or nil
end

-- Une décision modificative ouvre, vire, ajuste, reprend : ces mots disent ce qu'elle fait. Seul la cite ce qui en parle.
local EN_PARLE = { "communication d", "avis sur", "avis relatif", "information", "élection d", "désignation d", "participatif", "avant le vote", "pour le vote", "prévu à la", "inscrit à la", "inscrite à la",
  "inscrits à la", "inscrites à la", "prévus à la" }
local Y_REVIENT = { "erreur", "annul", "abrog", "retrait", "délibération du", "délibération n" }
local RANGS = { "1re ", "1ère ", "2e ", "2ème ", "3e ", "3ème ", "première ", "deuxième ", "seconde ", "troisième ", "rapport d'", "rapport sur les ", "débat sur les " }
local D_UN_CONTRAT = { " au marché", " du marché", " au contrat", " du contrat", " à la convention", " de la convention", " au règlement", " du règlement", " aux statuts", " au protocole", " à l'accord" }
local function genre_de_modification(o, noms, autre, dit)
  if porte_un_de(o, EN_PARLE) or porte_un_de(o, D_UN_CONTRAT) then return "non" end
  if porte_un_de(o, Y_REVIENT) then return dit and "revient" or "non" end
  if autre == "doute" then return "doute" end
  for rang in chaque(RANGS) do
    for nom in chaque(noms) do
      if trouve(o, "| " .. rang .. nom) then return "oui" end
    end
  end
  return (dit or commence_par(o, noms)) and "oui" or "doute"
end

local function genre_de(d, o, noms, matiere)
  local autre, dit = d_un_autre(d, o), vote_dit(o, noms)
  if autre == "autre" then return dit and trouve(o, " et ") and "doute" or "autre" end
  if matiere == "modification" or matiere == "orientations" then return genre_de_modification(o, noms, autre, dit) end
  if porte_un_de(o, CITE) then return "non" end
  if trouve(o, ANTICIPE) then return vote_a_part(o, noms) and "peut_etre" or "non" end
  if porte_un_de(o, REVIENT) then return dit and "revient" or "non" end
  if autre == "doute" then return "doute" end
  local commence = commence_par(o, noms)
  if porte_un_de(o, SUITES) or porte_un_de(o, S_EN_SERT) then
    if dit or commence and porte_un_de(o, LIES) then return "peut_etre" end
    return commence and (matiere == "budget" or trouve(o, " - ")) and "doute" or "non"
  end
  if dit then return "oui" end
  return commence and not porte_un_de(o, AUTRE_SUJET) and "oui" or "doute"
end

--- Ce que l'objet fait d'une matière, "budget" (primitif), "modification" (budget supplémentaire, décision modificative), "orientations" ou "compte" :
--- "absent" quand il ne la nomme pas, "oui" quand il la vote, "non" quand il ne fait que la citer, "autre" quand elle est celle d'un autre organisme,
--- "peut_etre" quand il la vote avec autre chose, "revient" quand il revient peut-être sur un vote, "doute" quand on ne sait ; puis les mots par lesquels il la nomme. Un objet qui n'est pas lu
--- arrête la règle, sauf si l'acte ne la nomme nulle part.
--- Exemple : if objet_vote(d, "budget") ~= "oui" then return sans_objet("autre objet") end
function objet_vote(d, matiere)
  local m = MATIERES[matiere]
  if d:statut("objet") ~= "lu" and not passage(d, m.mots) and (nombre(m.ailleurs) == 0 or not passage(d, m.ailleurs)) then return "absent", {} end
  local o = borde(d.objet)
  local noms = noms_de(o, matiere)
  if nombre(noms) == 0 then return "absent", noms end
  return genre_de(d, o, noms, matiere), noms
end

--- Le verdict d'un acte dont l'objet ne vote pas cette matière, ou dont on ne sait s'il la vote ; nil quand il la vote.
--- Exemple : local verdict = sans_vote(d, objet_vote(d, "compte"), "d'un compte") if verdict then return verdict end
function sans_vote(d, genre, de_quoi)
  if genre == "absent" or genre == "non" then return sans_objet(texte("l'objet n'est pas le vote %s", de_quoi)) end
  if genre == "autre" then return sans_objet(texte("l'objet est le budget ou le compte d'un autre organisme : « %s »", d.objet)) end
  if genre == "doute" then return non_verifiable(texte("l'objet ne dit pas sûrement s'il est le vote %s de la collectivité : « %s »", de_quoi, d.objet)) end
  return nil
end
