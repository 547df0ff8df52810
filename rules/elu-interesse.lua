-- SPDX-License-Identifier: EUPL-1.2

local FONCTIONS = { "président de l'association", "présidente de l'association", "trésorier de l'association",
  "trésorière de l'association", "vice-président de l'association", "vice-présidente de l'association",
  "secrétaire de l'association", "président de la fondation", "présidente de la fondation", "gérant de la société",
  "gérante de la société", "dirigeant de la société", "dirigeante de la société", "directeur de l'association",
  "directrice de l'association" }
local RETRAIT = { "ne prend pas part", "ne prennent pas part", "n'a pas pris part", "n'ont pas pris part", "ne participe pas",
  "ne participent pas", "n'a pas participé", "n'ont pas participé", "quitte la salle", "se retire", "s'est retiré", "se déporte",
  "sort de la salle", "ne vote pas", "n'ayant pas pris part", "déport", "ne prend part ni", "ne prennent part ni", "n'a pris part ni", "n'ont pris part ni",
  "ne participe ni", "ne participent ni", "a quitté la salle", "ayant quitté la salle", "sans prendre part", "sans participer", "hors la présence", "hors de la présence", "s'abstient de prendre part", "s'abstient de participer",
  "s'étant retiré", "s'absente", "sort le temps", "n'assiste ni", "n'assiste pas", "n'a pas assisté", "n'assistent ni", "hors de la salle", "n'ayant pas participé" }

-- Ces mots d'un retrait n'en disent pas un : refusé, nié, ou d'un débat dont l'élu revient pour le vote.
local RETRAIT_NIE = { "ne se retire pas", "ne s'est pas retir", "ne se déporte pas", "ne s'est pas déport", "refuse de se", "refusé de se", "refusant de se", "refuse de quitter", "refusé de quitter",
  "refuse de sortir", "sans se retirer", "sans se déporter", "sans quitter la salle", "ne souhaite pas se", "n'a pas souhaité se", "n'entend pas se", "ne se retire ni",
  "revient pour le vote", "revient au moment du vote", "revient voter", "revient avant le vote", "reprend sa place pour le vote", "reprend sa place avant le vote" }
-- Ceux-ci ne disent pas qu'il a eu lieu.
local RETRAIT_DOUTEUX = { "invité à", "invitée à", "demande que", "demandé que", "demande à", "demandé à", "propose que", "devrait", "doit se", "pourrait se", "vote du compte de gestion", ", vote", "mais vote", "et vote", "prend part au vote", "participe au vote" }
local A_PART = { "ne prend", "ne participe", "n'a pris", "n'a pas p", "sans prendre", "sans participer", "ne prennent", "n'ont p", "n'ayant pas", "n'assist", "n'a pas assist" }

local CHARGES = { "président", "présidente", "vice-président", "vice-présidente", "trésorier", "trésorière", "secrétaire" }
-- Des organismes que leur nom commun suffit à désigner dans un acte.
local ORGANISMES = { "comité des fêtes", "foyer rural", "comité de jumelage", "société de chasse", "amicale laïque", "club de football" }
local LIENS = { "du ", "de la ", "de l'", "d'un ", "d'une " }
local VOTE = { "prend part au vote", "prend part aux votes", "participe au vote", "a pris part au vote", "a participé au vote" }
local AIDER = { "accord", "attribu", "allou", "octro", "vers" }

-- Le bénéficiaire d'un montant que ce passage nomme aussi, ou nil.
local function beneficiaire_nomme(d, p)
  for m in chaque(d.montants) do
    if m.beneficiaire ~= "" and trouve(p, m.beneficiaire) then return m.beneficiaire end
  end
  return nil
end

local function nomme(d, p, elu)
  for n in chaque(nommes_dans(p, d.presents)) do
    if n.elu.cle == elu.cle then return true end
  end
  return false
end

-- « oui », « peut-être », ou nil quand rien ne dit que l'élu se retire.
local function retrait_de(d, retrait, elu)
  local statut = d:statut("deports")
  local peut_etre = statut ~= "lu" and statut ~= "absent" and "peut-être" or nil
  if contient(d:si_lu("deports") or d.absents, elu.cle) then return "oui" end
  for p in chaque(retrait) do
    if nomme(d, p, elu) and not porte_un_de(p, RETRAIT_NIE) then
      if porte_un_de(p, A_PART) or not porte_un_de(p, RETRAIT_DOUTEUX) then return "oui" end
      peut_etre = "peut-être"
    end
  end
  return peut_etre
end

-- Un élu ne se dit qu'une fois, quelle que soit la phrase qui l'a fait reconnaître.
local function ajoute_lien(fautes, elu, charge, aide, preuve)
  local sujet = "elu:" .. elu.cle
  for faute in chaque(fautes) do
    if faute.sujet == sujet then return end
  end
  ajoute(fautes, { sujet = sujet, preuve = preuve,
    message = texte("%s, %s, est parmi les présents ; l'acte accorde une aide (%s) et ne dit pas que cet élu se retire", elu.nom, charge, aide) })
end

-- « Le père de M. X, président du club » : la charge est celle d'un proche.
local PROCHES = { "père de §", "mère de §", "fils de §", "fille de §", "frère de §", "sœur de §", "soeur de §", "épouse de §", "époux de §", "conjoint de §", "conjointe de §", "compagne de §", "compagnon de §",
  "mari de §", "femme de §", "cousin de §", "cousine de §", "neveu de §", "nièce de §", "oncle de §", "tante de §", "beau-frère de §", "belle-sœur de §" }
local function d_un_proche(n)
  return porte_un_de(n.avant .. "§", PROCHES)
end

-- Celle de ces suites de mots qui est écrite juste derrière le nom, et une virgule ; ou nil.
local function suit(n, suites)
  for mots in chaque(suites) do
    if trouve("§" .. n.apres, "§, " .. mots) then return mots end
  end
  return nil
end

-- « Mme X, présidente de l'association Y » : X est présente, Y reçoit un montant, et rien ne dit que X se retire.
local function dirigeants(d, fautes)
  local phrases = passages(d, FONCTIONS)
  if nombre(phrases) == 0 then return end
  local retrait = passages(d, RETRAIT)
  for p in chaque(phrases) do
    for n in chaque(nommes_dans(p, d.presents)) do
      local fonction = n.entier and not d_un_proche(n) and suit(n, FONCTIONS)
      local beneficiaire = fonction and beneficiaire_nomme(d, p)
      if beneficiaire and not retrait_de(d, retrait, n.elu) then
        ajoute_lien(fautes, n.elu, fonction, beneficiaire, { p, n.elu })
      end
    end
  end
end

-- La phrase qui donne une somme à cet organisme, parmi celles qui le nomment.
local function aide_dans(phrases)
  for p in chaque(phrases) do
    if porte_un_de(p, AIDER) and porte_un_de(p, { "€", "euros" }) then return p end
  end
  return nil
end

-- Les organismes que l'acte aide, chacun avec les phrases qui le nomment et celle qui l'aide.
local function organismes_aides(d)
  local aides = {}
  for organisme in chaque(ORGANISMES) do
    local phrases = passages(d, organisme)
    local aide = aide_dans(phrases)
    if aide then ajoute(aides, { organisme = organisme, phrases = phrases, aide = aide }) end
  end
  return aides
end

-- « M. X, président du comité des fêtes » : sa charge, quand le comité des fêtes est celui qui est aidé.
local function preside_un_aide(n, organisme)
  local charges = {}
  for charge in chaque(CHARGES) do
    for lien in chaque(trouve(n.apres, organisme) and LIENS or {}) do ajoute(charges, texte("%s %s%s", charge, lien, organisme)) end
  end
  return n.entier and not d_un_proche(n) and suit(n, charges)
end

local function presidents(d, fautes)
  local aides = organismes_aides(d)
  if nombre(aides) == 0 then return end
  local retrait = passages(d, RETRAIT)
  for a in chaque(aides) do
    for p in chaque(a.phrases) do
      for n in chaque(nommes_dans(p, d.presents)) do
        local charge = preside_un_aide(n, a.organisme)
        if charge and not retrait_de(d, retrait, n.elu) then
          ajoute_lien(fautes, n.elu, charge, a.organisme, { p, a.aide, n.elu })
        end
      end
    end
  end
end

-- Ce que l'acte peut dire d'un présent, tout autour de son nom. La présidence d'une assemblée, d'une commission ou d'un groupement est le cas de
-- tous les jours : elle n'intéresse pas. Un élu siège d'ordinaire au syndicat, au SDIS ou au CCAS pour sa collectivité : il y est désigné.
local MOTS_DE_CHARGE = { "trésorier", "trésorière", "gérant", "dirigeant", "dirigée par", "dirigé par", "géré par", "gérée par", "administrateur", "administratrice", "secrétaire de l'", "secrétaire général", "(secrétaire",
  "secrétaire du", "secrétaire de la", "secrétaire des", "directeur de", "directrice de", "directeur d'", "directrice d'", "directeur du", "directrice du",
  "membre du bureau", "membre du conseil d'administration", "intéressé", "présid",
  "association de m", "club de m", "société de m", "entreprise de m", "amicale de m", "que dirige", "s'occupe" }
local D_UN_ORGANISME = { "trésorière", "trésorier", "co-trésorière", "co-trésorier", "cotrésorière", "cotrésorier", "vice-trésorière", "vice-trésorier", "gérante", "gérant", "cogérante", "cogérant", "dirigeante", "dirigeant", "administratrice", "administrateur",
  "membre du bureau", "membre du conseil d'administration", "intéressée", "intéressé" }
local DE_TOUS = { "président", "présidente", "vice-président", "vice-présidente", "co-président", "co-présidente", "coprésident", "coprésidente", "secrétaire",
  "secrétaire général", "secrétaire générale", "directeur", "directrice" }
local DEVANT = { ", ", "(", " et ", " est ", " est le ", " est la ", "est aussi ", "qualité de ", "tant que ", "également ", "ailleurs ", "§ ", "étant ", "comme ", "élu ", "élue " }
local ORGANISME = { "association", "fondation", "club", "amicale", "comité des fêtes", "comité de jumelage", "société", "mission locale", "foyer", "harmonie",
  "fédération", "ligue", "coopérative", "mutuelle", "sarl", "entreprise", "organisme", "collectif", "union sportive", "école de musique" }
-- Ce qui suit « président » quand c'est celui de l'assemblée ou d'un organe public.
local MAISON = { "de séance", "de la séance", "de la réunion", "de commission", "de la commi", "des commissions", "des services", "du conseil", "de l'assemblée", "de cette assemblée",
  "de l'organe", "du département", "de la région", "de région", "de la communauté", "de communauté", "de la métropole", "de l'agglomération", "du grand", "de la collectivité",
  "de la commune", "de la ville", "de la mairie", "du groupe", "de groupe", "des groupes", "de la république", "du jury", "du bureau de vote", "du bureau", "du ccas", "du centre communal",
  "du cias", "du centre intercommunal", "de l'intercommunalité", "de l'epci", "de la caisse des écoles", "du comité syndical", "du comité social", "du comité technique",
  "du comité de pilotage", "du syndicat", "du sivu", "du sivom", "du sdis", "du service départemental", "du pôle", "du petr", "du pays", "du centre de gestion",
  "de l'office public", "du tribunal", "du sénat", "délégué", "déléguée", "de droit", "du débat", "d'âge", "départemental", "de la délégation", "de la chambre régionale", "du présent" }
local REUNI = { "séance", "réunion", "conseil", "assemblée", "commission", "comité", "bureau", "jury", "groupe de travail", "débat", "communauté", "délibération", "présidence" }

local function de_la_maison(ecrit, charge)
  for maison in chaque(MAISON) do
    if trouve(ecrit, texte("%s %s", charge, maison)) then return true end
  end
  return porte_un_de(ecrit, { "agglo", "métropole", "communauté", "syndicat" }) and not porte_un_de(ecrit, ORGANISME)
end

-- Le président de l'assemblée signe et préside : sa présidence n'est celle d'un autre que si l'organisme est dit.
local function preside_l_assemblee(d, elu)
  local president = d:si_lu("seance.president")
  return d.niveau ~= "commune" and president and (trouve(president, elu.nom_seul) or trouve(elu.nom_seul, president))
end

-- « , présidente de l'association », « (président des Amis) », « est la trésorière » derrière un nom.
local function charge_derriere(apres)
  local ecrit = "§" .. apres
  if not porte_un_de(ecrit, MOTS_DE_CHARGE) and not trouve(ecrit, "secrétaire") and not trouve(ecrit, "direct") then return nil end
  for devant in chaque(DEVANT) do
    for charge in chaque(DE_TOUS) do
      if trouve(ecrit, texte("%s%s d", devant, charge)) and not de_la_maison(ecrit, charge) then return charge end
    end
    for charge in chaque(D_UN_ORGANISME) do
      if trouve(ecrit, devant .. charge) and not de_la_maison(ecrit, charge) then return charge end
    end
  end
  local dite
  for charge in chaque(DE_TOUS) do
    if porte_un_de(ecrit, { "§, son " .. charge, "§, sa " .. charge, "§, leur " .. charge, "§, qui en est " .. charge, "§, qui en est le " .. charge, "§, qui en est la " .. charge,
      "§ (son " .. charge, "§ (sa " .. charge, "§ en est le " .. charge, "§ en est la " .. charge, "§ en est " .. charge })
      and (not dite or trouve(charge, dite)) then dite = charge end
  end
  if dite then return dite end
  if porte_un_de(ecrit, { "§ préside l", "§ préside d", "§ préside un", "§, qui préside" }) and not porte_un_de(ecrit, REUNI) then return "qui préside" end
  if porte_un_de(ecrit, { "§ exerce la présidence d", "§ assure la présidence d" }) and not de_la_maison(ecrit, "présidence") then return "qui préside" end
  return nil
end

local UN_AUTRE = { ", m. ", ": m. ", ", mme", ": mme", "et mme", "monsieur", "madame" }
local function est_la_charge(ecrit, charge)
  for possessif in chaque { "sa", "son", "leur", "dont le", "dont la" } do
    for fin in chaque { " §", ", §", " : §", " est §" } do
      if trouve(ecrit, texte("%s %s%s", possessif, charge, fin)) then return true end
    end
  end
  return trouve(ecrit, texte("(%s : §", charge)) or trouve(ecrit, texte("(%s §", charge)) or trouve(ecrit, texte("(%s, §", charge))
end

-- « présidée par », « sa présidente, », « la présidente de l'association, » devant un nom ; « dont » devant, « est le trésorier » derrière.
local SIEGE = { "séance", "réuni", "conseil", "assemblée", "commission" }
local function charge_devant(avant, apres)
  local ecrit = avant .. "§"
  if trouve(ecrit, "dont §") then
    for charge in chaque(DE_TOUS) do
      if porte_un_de("§" .. apres, { "§ est le " .. charge, "§ est la " .. charge, "§ est " .. charge }) and not porte_un_de(ecrit, REUNI) then return charge end
    end
  end
  local reuni = porte_un_de(ecrit, REUNI) and not porte_un_de(ecrit, ORGANISME)
  if porte_un_de(ecrit, { "sous la présidence de §", "sous sa présidence, §" }) and porte_un_de(ecrit, ORGANISME) and not porte_un_de(ecrit, SIEGE) then return "qui préside" end
  for organisme in chaque(ORGANISME) do
    if porte_un_de(ecrit, { organisme .. " de §", organisme .. " dont s'occupe §" }) then return "à la tête de cet organisme" end
  end
  if not reuni and porte_un_de(ecrit, { " que préside §", "présidence est assurée par §", "présidence en est assurée par §", "présidence est exercée par §" }) then return "qui préside" end
  if not reuni and trouve(ecrit, " que dirige §") then return "qui dirige" end
  for par in chaque { "présidé par", "présidée par", "présidés par", "dirigé par", "dirigée par", "géré par", "gérée par" } do
    if trouve(ecrit, par .. " §") and not reuni then return par end
  end
  if not porte_un_de(ecrit, MOTS_DE_CHARGE) and not trouve(ecrit, "secrétaire") and not trouve(ecrit, "direct") then return nil end
  for charges in chaque { DE_TOUS, D_UN_ORGANISME } do
    for charge in chaque(charges) do
      if not reuni and est_la_charge(ecrit, charge) then return charge end
      if trouve(ecrit, charge .. " d") and porte_un_de(ecrit, { ", §", " : §" }) and porte_un_de(ecrit, ORGANISME) and not porte_un_de(ecrit, UN_AUTRE)
        and not de_la_maison(ecrit, charge) then return charge end
    end
  end
  return nil
end

-- L'organisme aidé est celui dont la charge est dite, mot contre mot : « à l'association X, présidée par », « présidente de l'association X ».
local SON_NOM = { ", représentée par §, son %s", ", représentée par §, sa %s", ", représenté par §, son %s", ", représenté par §, sa %s", ", représentée par son %s §", ", représentée par sa %s §",
  ", représenté par son %s §", ", représenté par sa %s §", ", représentée par son %s, §", ", représentée par sa %s, §", " (%s : §", ", %s §", " %s §", " (%s §", ", dont la %s est §",
  ", dont le %s est §", ", dont § est %s", ", dont § est le %s", ", dont § est la %s" }
-- L'élu y siège d'ordinaire pour sa collectivité : le lien est un doute.
local Y_SIEGE = { "syndicat", "communauté", "commune", "métropole", "agglomération", "SDIS", "CCAS", "CIAS", "centre communal", "centre intercommunal", "caisse des écoles", "office", "établissement public",
  "département", "région", "collège", "lycée", "mission locale", "SPL", "SEM ", "société publique", "société d'économie mixte", "GIP", "groupement", "pôle", "agence", "parc naturel" }
local function de_l_organisme_aide(d, n, charge)
  for m in chaque(d:si_lu("montants") or {}) do
    local nom = m.beneficiaire
    if nom ~= "" and not porte_un_de(nom, Y_SIEGE) then
      local autour = texte("%s§%s", n.avant, n.apres)
      for fin in chaque(SON_NOM) do
        if trouve(autour, nom .. texte(fin, charge)) then return nom end
      end
      if charge == "qui préside" and porte_un_de(autour, { nom .. " que préside §", nom .. ", que préside §", nom .. ", dont la présidence est assurée par §" }) then return nom end
      for article in chaque(charge == "qui préside" and { " ", " le ", " la ", " l'", " les " } or {}) do
        if trouve(autour, texte("§ préside%s%s", article, nom)) or trouve(autour, texte("§, qui préside%s%s", article, nom)) then return nom end
      end
      for lien in chaque { "de l'", "de la ", "du ", "des ", "de ", "d'" } do
        -- « La présidente de l'association X, Mme Y, expose » ; « M. Z, président de l'association X, Mme Y » en est un autre
        local seule = trouve(autour, texte("%s %s%s, §, ", charge, lien, nom)) and not porte_un_de(n.avant, { "m. ", "mme ", "monsieur", "madame" })
        if seule or trouve(n.apres, texte("%s %s%s", charge, lien, nom)) then return nom end
      end
    end
  end
  return nil
end

-- « Présidente de l'Action sociale » est d'ordinaire celle d'une commission : un nom qui n'est pas celui d'un organisme ne compte que si l'acte peut
-- intéresser quelqu'un, ou dit que l'élu vote.
local AFFAIRES = { "subvention", "aide financière", "cotisation", "garantie d'emprunt", "mise à disposition", "bail", "cession", "marché" }
local function tenu_pour_lien(p, n, charge, en_affaires)
  if porte_un_de(charge, { "présidé par", "présidée par", "qui préside", "qui dirige", "à la tête de cet organisme" }) or porte_un_de(n.apres, ORGANISME) or porte_un_de(n.avant, ORGANISME) or porte_un_de(p, VOTE) then return true end
  for d_un in chaque(D_UN_ORGANISME) do
    if d_un == charge then return true end
  end
  return en_affaires
end

-- Ce que le message en dit.
local QUI_AIDE = { ["présidé par"] = "qui préside cet organisme", ["présidée par"] = "qui préside cet organisme", ["présidés par"] = "qui préside cet organisme", ["dirigé par"] = "qui dirige cet organisme",
  ["dirigée par"] = "qui dirige cet organisme", ["géré par"] = "qui gère cet organisme", ["gérée par"] = "qui gère cet organisme", ["qui préside"] = "qui préside cet organisme" }
local QUI = { ["présidé par"] = "qui préside", ["présidée par"] = "qui préside", ["présidés par"] = "qui préside", ["dirigé par"] = "qui dirige",
  ["dirigée par"] = "qui dirige", ["géré par"] = "qui gère", ["gérée par"] = "qui gère" }
-- Ce qui dit qu'aucune aide n'est donnée, ou que la charge n'en est pas une.
local SANS_AIDE = { "refuser la subvention", "refuse la subvention", "rejeter la demande", "rejette la demande", "refuser d'accorder", "refuse d'accorder", "ne pas accorder", "ne pas attribuer", "de reporter", "reporte ", "est reportée", "retirée de l'ordre du jour", "n'accorde pas", "d'honneur", "par intérim", "au nom du maire", "au nom de la commune" }
local function deja_dit(doutes, elu)
  for doute in chaque(doutes) do
    if doute.elu.cle == elu.cle then return true end
  end
  return false
end

-- « dont le bureau comprend Mme X (secrétaire générale) », « (co-présidents : Mme X et M. Y) »
local function entre_parentheses(p, n)
  for charge in chaque(porte_un_de(p, ORGANISME) and DE_TOUS or {}) do
    if trouve("§" .. n.apres, texte("§ (%s)", charge)) or trouve(n.avant .. "§", texte("(%ss : §", charge)) then return charge end
  end
  return nil
end

-- La charge d'un organisme que la phrase dit de cet élu, ou nil.
local function charge_dite(d, p, n, en_affaires)
  local charge = charge_derriere(n.apres) or charge_devant(n.avant, n.apres) or entre_parentheses(p, n)
  if not charge or preside_l_assemblee(d, n.elu) and not porte_un_de(p, ORGANISME) then return nil end
  for suite in chaque { " d'honneur", " honoraire", " par intérim" } do
    if trouve(n.apres, charge .. suite) then charge = charge .. suite end
  end
  return tenu_pour_lien(p, n, charge, en_affaires) and charge or nil
end

-- L'absent dont le pouvoir sert est partie à l'affaire comme s'il était là.
local function mandants_lies(d, phrases, doutes, en_affaires)
  local absents, pouvoirs = d:si_lu("absents"), d:si_lu("pouvoirs")
  for p in chaque(absents and pouvoirs and phrases or {}) do
    for n in chaque(nommes_dans(p, absents)) do
      local donne = false
      for pouvoir in chaque(pouvoirs) do donne = donne or pouvoir.mandant.cle == n.elu.cle end
      local charge = donne and not contient(d:si_lu("deports") or {}, n.elu.cle) and charge_dite(d, p, n, en_affaires)
      if charge and not deja_dit(doutes, n.elu) then ajoute(doutes, { mandant = true, elu = n.elu, charge = QUI[charge] or charge, phrase = p }) end
    end
  end
end

-- Les présents dont l'acte dit la charge d'un organisme, et qui ne se retirent pas ; une faute quand cet organisme est celui qui est aidé.
local function liens(d, fautes)
  local phrases, doutes = passages(d, MOTS_DE_CHARGE), {}
  if nombre(phrases) == 0 then return doutes end
  local retrait, en_affaires = passages(d, RETRAIT), passage(d, AFFAIRES) ~= nil
  for p in chaque(phrases) do
    for n in chaque(nommes_dans(p, d.presents)) do
      local charge = charge_dite(d, p, n, en_affaires)
      if charge then
        local retire = retrait_de(d, retrait, n.elu)
        local aide = not retire and n.entier and not d_un_proche(n) and not passage(d, SANS_AIDE) and de_l_organisme_aide(d, n, charge)
        if aide then ajoute_lien(fautes, n.elu, QUI_AIDE[charge] or charge, aide, { p, n.elu }) end
        if retire ~= "oui" and not deja_dit(doutes, n.elu) then
          ajoute(doutes, { doute = retire, elu = n.elu, proche = d_un_proche(n), charge = QUI[charge] or charge, phrase = p, vote = porte_un_de(p, VOTE) })
        end
      end
    end
  end
  mandants_lies(d, phrases, doutes, en_affaires)
  return doutes
end

-- « l'acte lie Mme X à un organisme (présidente) » ; « intéressé » n'en nomme aucun.
local function lien_dit(lien)
  if trouve(lien.charge, "intéressé") then return texte("l'acte dit %s « %s »", lien.elu.nom, lien.charge) end
  return texte("l'acte lie %s%s à un organisme (%s)", lien.proche and "un proche de " or "", lien.elu.nom, lien.charge)
end

local function doute_de(doutes)
  local lien, autres = doutes[1], {}
  for rang, autre in ipairs(doutes) do
    if rang > 1 then ajoute(autres, texte("%s (%s)", autre.elu.nom, autre.charge)) end
  end
  local de_meme = nombre(autres) > 0 and texte(" ; à voir aussi : %s", liste(autres)) or ""
  if lien.mandant then
    return non_verifiable(texte("%s ; absent, il a donné pouvoir : si l'affaire l'intéresse, ce pouvoir ne sert pas à ce vote%s : « %s »", lien_dit(lien), de_meme, lien.phrase.texte))
  end
  if lien.doute then return non_verifiable(texte("%s ; qu'il se soit retiré n'est pas sûr%s", lien_dit(lien), de_meme)) end
  if lien.vote and not lien.proche then
    return non_verifiable(texte("%s, %s, est dit prendre part au vote ; si l'affaire l'intéresse n'a pas été reconnu%s", lien.elu.nom, lien.charge, de_meme))
  end
  return non_verifiable(texte("%s et ne dit pas que cet élu se retire%s ; si l'affaire l'intéresse est à vérifier : « %s »", lien_dit(lien), de_meme, lien.phrase.texte))
end

-- Un présent dont le nom est celui de qui achète, vend, loue ou reçoit, ou celui d'un proche : ce qui est écrit tout contre le nom.
local CONTRATS = { "vente", "vend", "cession", "céder", "cède", "cédé", "achat", "achet", "acqui", "acquér", "bail", "baux", "locat", "louer", "loue", "loué", "échange", "servitude", "parcelle",
  "terrain", "logement", "offre de", "devis de", "au profit de", "au bénéfice de", "protection fonctionnelle", "remise gracieuse", "recrut", "épou", "conjoint" }
local PARTIE_DEVANT = { "acquiert de §", "acquérir de §", "achète à §", "acheter à §", "achète de §", "acheter de §", "échanger avec §", "offre de §", "devis de §", "vendre à §", "vente à §", "vend à §", "vendue à §", "vendu à §", "céder à §", "cède à §", "cédée à §", "cédé à §", "cession à §", "louer à §", "loue à §", "loué à §",
  "louée à §", "location à §", "bail à §", "consenti à §", "consentie à §", "consentir à §", "consent à §", "au profit de §", "au bénéfice de §", "appartenant à §", "appartient à §",
  "appartiennent à §", "propriété de §", "propriétés de §", "terrain de §", "parcelle de §", "parcelles de §", "bail avec §", "échange avec §", "acquéreur : §", "preneur : §", "vendeur : §",
  "épouse de §", "époux de §", "conjoint de §", "conjointe de §", "compagne de §", "compagnon de §", "fils de §", "fille de §", "gracieuse à §", "fonctionnelle à §", "fonctionnelle de §" }
local CEDE = { "vendre", "vente", "vend", "céder", "cède", "cession", "louer", "loue ", "achète", "acheter", "échange", "bail", "location" }
-- Et tout contre le nom, ou la qualité, de l'autre côté : « M. X signale que la commune souhaite acquérir » parle de la commune.
local QUALITES = { "§", "§, maire,", "§, adjoint,", "§, adjointe,", "§, adjoint au maire,", "§, adjointe au maire,", "§, conseiller municipal,", "§, conseillère municipale,", "§, élu,", "§, élue,",
  "§, conseiller communautaire,", "§, conseillère communautaire,", "§, premier adjoint,", "§, première adjointe,", "§, conseiller délégué,", "§, conseillère déléguée,", "§, vice-président,",
  "§, vice-présidente," }
local SE_PORTE = { "s'est porté acquéreur", "s'est portée acquéreur", "s'est portée acquéreuse", "se porte acquéreur", "se porte acquéreuse", "souhaite se porter acquéreur", "souhaite acquérir",
  "souhaite acheter", "est propriétaire d", "est locataire d", "sollicite le bénéfice de la protection fonctionnelle", "sollicite la protection fonctionnelle",
  "demande le bénéfice de la protection fonctionnelle", "demande la protection fonctionnelle", "bénéficie de la protection fonctionnelle" }
local PARTIE_DERRIERE = { "§, acquéreur", "§, acquéreuse", "§, propriétaire d", "§, locataire d", "§, preneur" }
-- Ce qui se dit d'un élu dans l'exercice de son mandat.
local POUR_LA_MAISON = { "parole", "pouvoir", "délég", "demand", "répond", "remerci", "confi", "charg", "transm", "mandat", "procuration", "autoris", "communiqu", "rend compte", "représent", "adress",
  "notif", "question", "rapport", "désign" }
local FIN_EN_A = { "ra §", "la §", "ta §", "sa §", "na §" }

local function est_partie(n)
  local devant, derriere = n.avant .. "§", "§" .. n.apres
  if porte_un_de(devant, PARTIE_DEVANT) then return true end
  if trouve(devant, "à §") and not porte_un_de(devant, FIN_EN_A) and porte_un_de(devant, CEDE) and not porte_un_de(devant, POUR_LA_MAISON) then return true end
  for qualite in chaque(QUALITES) do
    if trouve(derriere, qualite) then
      for verbe in chaque(SE_PORTE) do
        if trouve(derriere, texte("%s %s", qualite, verbe)) then return true end
      end
    end
  end
  return porte_un_de(derriere, PARTIE_DERRIERE)
end

local function partie_presente(d)
  local phrases = passages(d, CONTRATS)
  if nombre(phrases) == 0 then return nil end
  local retrait = passages(d, RETRAIT)
  for p in chaque(phrases) do
    for n in chaque(nommes_dans(p, d.presents)) do
      if est_partie(n) and retrait_de(d, retrait, n.elu) ~= "oui" then return { elu = n.elu, phrase = p } end
    end
  end
  return nil
end

-- « Ont voté pour : Mme X », dont le déport est lu : l'acte la dit retirée et votante.
local VOIX = { "voté pour", "votent pour", "vote pour", "votants pour", "voté contre", "votent contre", "vote contre", "voix pour", "pour :", "contre :" }
local SANS_VOIX = { "non participation", "non-participation", "part au vote", "nppv", "non votant", "non-votant", "déport", "intéress" }
local function retire_qui_vote(d)
  if d:statut("deports") ~= "lu" or nombre(d.deports) == 0 then return nil end
  local phrases = passages(d, VOIX)
  for p in chaque(phrases) do
    local autre_liste = porte_un_de(p, RETRAIT) or porte_un_de(p, { "pouvoir", "procuration", "présents" })
    for n in chaque(autre_liste and {} or nommes_dans(p, d.deports)) do
      if not porte_un_de(n.avant, SANS_VOIX) then return n.elu, p end
    end
  end
  return nil
end

-- Le pouvoir que porte un élu qui ne prend pas part au vote ne doit pas servir. Vrai quand il y a même plus de voix : somme-des-voix le dit.
local function pouvoirs_exerces(d, fautes)
  if d:statut("deports") ~= "lu" or nombre(d.deports) == 0 or not acte_seul(d) then return end
  local v = d.vote
  if sans_decompte(v) or voix_non_lue(v) then return end
  local retires = deports_presents(d)
  local permis = nombre(d.presents) + nombre(d.pouvoirs) - retires
  local total, portes, porteurs = voix(v), 0, {}
  for groupe in chaque(regroupe(d.pouvoirs, "mandataire")) do
    if contient(d.deports, groupe) then
      portes = portes + groupe.nombre
      ajoute(porteurs, groupe)
    end
  end
  if total > permis - portes and total <= permis then
    ajoute(fautes, { sujet = "vote", preuve = v,
      message = texte("%d voix ; sans %s, qui ne prend pas part au vote, ni %s, %d au plus", total,
        liste(porteurs), compte_de(portes, "pouvoir porté", "pouvoirs portés"), permis - portes) })
  end
  return portes > 0 and total > permis
end

regle {
  id      = "elu-interesse",
  version = "1.7.1",
  titre   = "L'élu intéressé ne prend pas part au vote",
  gravite = "mineure",
  resume  = "Un élu intéressé à l'affaire n'y prend pas part, ni en son nom ni comme mandataire. La règle relève deux faits : "
    .. "un élu que l'acte nomme dirigeant de l'organisme aidé, présent, sans que son retrait soit dit ; et le pouvoir, compté "
    .. "dans les voix, que porte un élu qui ne prend pas part au vote. Mineure dans les deux cas : l'intérêt doit être distinct de "
    .. "celui des habitants et la participation avoir influé, ce qu'un texte ne prouve pas. Être membre n'est pas être intéressé "
    .. "(CE, 22 février 2016, n° 367901).",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2131-11",
      dit = "délibération à laquelle a pris part un membre intéressé à l'affaire, en son nom ou comme mandataire" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-3", dit = "renvoie à L. 2131-11 : membre intéressé à l'affaire" },
    { niveau = "departement", code = "CGCT", article = "L. 3132-5", depuis = "2025-12-24",
      dit = "délibération à laquelle a pris part un membre intéressé" },
    { niveau = "departement", jurisprudence = "CE, 6 juin 1997, SERTIM",
      dit = "sans texte, avant le 24 décembre 2025 : la délibération à laquelle a pris part un membre intéressé est irrégulière" },
    { niveau = "region", code = "CGCT", article = "L. 4142-5", depuis = "2025-12-24",
      dit = "délibération à laquelle a pris part un membre intéressé" },
    { niveau = "region", jurisprudence = "CE, 6 juin 1997, SERTIM",
      dit = "sans texte, avant le 24 décembre 2025 : la délibération à laquelle a pris part un membre intéressé est irrégulière" },
    { reponse_ministerielle = "Assemblée nationale, n° 20278",
      dit = "doctrine : l'élu intéressé n'use pas du pouvoir qu'il a reçu" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    if not parametre_de(d, "pouvoirs.maximum") then return hors_table(d, "élu intéressé") end
    local fautes = {}
    dirigeants(d, fautes)
    presidents(d, fautes)
    local doutes = liens(d, fautes)
    local plus_encore = pouvoirs_exerces(d, fautes)
    if nombre(fautes) > 0 then return anomalies(fautes) end
    local presents, pouvoirs, deports = nombre(d.presents), nombre(d.pouvoirs), sans_retrait_ni_vote(d) and 0 or nombre(d.deports)
    local retire = retire_qui_vote(d)
    if retire then
      return non_verifiable(texte("l'acte dit que %s ne prend pas part au vote, et son nom se trouve auprès des voix : l'un des deux est à corriger", retire.nom))
    end
    if plus_encore then
      return non_verifiable("un élu qui ne prend pas part au vote porte un pouvoir, et il y a plus de voix que sans lui : voir somme-des-voix")
    end
    if nombre(doutes) > 0 then return doute_de(doutes) end
    local partie = partie_presente(d)
    if partie then
      return non_verifiable(texte("le nom d'un présent (%s) est celui d'une partie à l'affaire, ou d'un proche, et l'acte ne dit pas que cet élu se retire ; si l'affaire "
        .. "l'intéresse est à vérifier : « %s »", partie.elu.nom, partie.phrase.texte))
    end
    return conforme(texte("%d présents, %s, %s : parmi les présents, ni dirigeant d'un organisme aidé, ni acheteur, vendeur ou locataire n'est reconnu dans le texte ; "
      .. "ni pouvoir exercé malgré un déport", presents, compte_de(pouvoirs, "pouvoir"), compte_de(deports, "déport")))
  end,
}

essai "aucun élu intéressé" { attendu = "conforme", message = "0 déport : parmi les présents, ni dirigeant d'un organisme aidé, ni acheteur" }
local PRESENTE = "Mme le Maire présente les deux devis reçus."
local COMITE_AIDE = { "- d'inscrire cette dépense", "- d'accorder 500 € au Comité des fêtes ;\n\n- d'inscrire cette dépense" }
essai "la présidente du comité des fêtes aidé prend part au vote" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du Comité des fêtes, prend part au vote." }, COMITE_AIDE },
  attendu = "anomalie", gravite = "mineure", message = "Mme Zélie AUBESPINAY, présidente du comité des fêtes, est parmi les présents",
  preuve = "Zélie AUBESPINAY, présidente",
}
essai "le comité des fêtes n'est pas aidé : rien ne dit que l'affaire ne l'intéresse pas" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du Comité des fêtes, présente les deux devis reçus." } },
  attendu = "non_verifiable", message = "lie Mme Zélie AUBESPINAY à un organisme (présidente)",
}
essai "un autre organisme est aidé" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du foyer rural, présente les deux devis reçus." }, COMITE_AIDE },
  attendu = "non_verifiable", message = "à un organisme (présidente)",
}
essai "présidente d'un organisme que la règle ne relie à rien" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente des Amis du lavoir, présente le projet et prend part au vote." } },
  attendu = "non_verifiable", message = "est dit prendre part au vote",
}
essai "celle qui préside une association, et une subvention" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, qui préside l'association du lavoir, présente le projet." },
    { "- d'inscrire cette dépense", "- d'attribuer une subvention de 500 € aux Amis du lavoir ;\n\n- d'inscrire cette dépense" } },
  attendu = "non_verifiable", message = "lie Mme Zélie AUBESPINAY à un organisme",
}
essai "celle qui préside une association quitte la salle" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY préside l'association du lavoir.\n\nMme Zélie AUBESPINAY ne prend pas part au vote." },
    { "par dix-huit voix", "par seize voix" },
    { "- d'inscrire cette dépense", "- d'attribuer une subvention de 500 € aux Amis du lavoir ;\n\n- d'inscrire cette dépense" } },
  attendu = "conforme",
}
essai "présidente, elle ne prend pas part au vote" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du Comité des fêtes, quitte la salle." }, COMITE_AIDE,
    { "par dix-huit voix", "par seize voix" } },
  attendu = "conforme", message = "1 déport",
}
essai "la présidente de l'association aidée est présente" {
  remplacer = { { "Mme le Maire présente les deux devis reçus.", "Mme Zélie AUBESPINAY, présidente de l'association Les Greniers partagés, présente le projet." },
    { "- d'inscrire cette dépense", "- d'attribuer à l'association Les Greniers partagés une subvention de 1 200 € ;\n\n- d'inscrire cette dépense" } },
  attendu = "anomalie", gravite = "mineure",
  message = "Mme Zélie AUBESPINAY, présidente de l'association, est parmi les présents", preuve = "Zélie AUBESPINAY, présidente",
}
essai "elle ne prend pas part au vote" {
  remplacer = { { "Mme le Maire présente les deux devis reçus.", "Mme Zélie AUBESPINAY, présidente de l'association Les Greniers partagés, ne prend pas part au vote." },
    { "- d'inscrire cette dépense", "- d'attribuer à l'association Les Greniers partagés une subvention de 1 200 € ;\n\n- d'inscrire cette dépense" },
    { "par dix-huit voix", "par seize voix" } },
  attendu = "conforme", message = "1 déport",
}
essai "une autre association que celle qui est aidée" {
  remplacer = { { "Mme le Maire présente les deux devis reçus.", "Mme Zélie AUBESPINAY, présidente de l'association Les Amis du lavoir, présente le projet." },
    { "- d'inscrire cette dépense", "- d'attribuer à l'association Les Greniers partagés une subvention de 1 200 € ;\n\n- d'inscrire cette dépense" } },
  attendu = "non_verifiable", message = "présidente de l'association Les Amis du lavoir",
}
local AIDE = { "- d'inscrire cette dépense", "- d'attribuer à l'association Les Greniers partagés une subvention de 1 200 € ;\n\n- d'inscrire cette dépense" }
local function dit_de_l_elue(phrase)
  return { { PRESENTE, phrase }, AIDE }
end
essai "la présidente entre parenthèses" {
  remplacer = { { "- d'inscrire cette dépense",
    "- d'attribuer une subvention de 1 200 € à l'association Les Greniers partagés (présidente : Mme Zélie AUBESPINAY) ;\n\n- d'inscrire cette dépense" } },
  attendu = "anomalie", gravite = "mineure", message = "Mme Zélie AUBESPINAY, présidente, est parmi les présents ; l'acte accorde une aide", preuve = "présidente : Mme",
}
essai "l'association présidée par une élue" {
  remplacer = dit_de_l_elue("Il s'agit d'aider l'association Les Greniers partagés, présidée par Mme Zélie AUBESPINAY."),
  attendu = "anomalie", gravite = "mineure", message = "Mme Zélie AUBESPINAY, qui préside", preuve = "présidée par",
}
essai "présidée par une élue, nommée par son seul nom de famille" {
  remplacer = dit_de_l_elue("Il s'agit d'aider l'association Les Greniers partagés, présidée par Mme AUBESPINAY."),
  attendu = "non_verifiable", message = "lie Mme Zélie AUBESPINAY à un organisme (qui préside)",
}
essai "présidente d'une commission qui n'est pas dite, sans affaire qui intéresse" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente de l'Action sociale, présente les devis." } }, attendu = "conforme",
}
essai "présidente de l'association, nommée par son seul nom de famille" {
  remplacer = dit_de_l_elue("Mme AUBESPINAY, présidente de l'association, présente le dossier."),
  attendu = "non_verifiable", message = "« Mme AUBESPINAY, présidente de l'association, présente le dossier",
}
essai "celle qui en est la trésorière" {
  remplacer = dit_de_l_elue("Les Greniers partagés, dont Mme Zélie AUBESPINAY est la trésorière, en font la demande."),
  attendu = "non_verifiable", message = "(trésorière)",
}
essai "représentée par sa présidente" {
  remplacer = dit_de_l_elue("L'association est représentée par sa présidente, Mme Zélie AUBESPINAY."), attendu = "non_verifiable", message = "(présidente)",
}
essai "elle est présidente et prend part au vote" {
  remplacer = dit_de_l_elue("Mme Zélie AUBESPINAY est présidente des Amis du lavoir et prend part au vote."), attendu = "non_verifiable", message = "est dit prendre part au vote",
}
essai "gérant d'une société" {
  remplacer = dit_de_l_elue("Le terrain est cédé à la société Bois et Pierre, dont le gérant est M. Ferréol GRISOLANGE."), attendu = "non_verifiable", message = "(gérant)",
}
essai "adjointe, et secrétaire d'un club" {
  remplacer = dit_de_l_elue("Mme Zélie AUBESPINAY, adjointe aux sports et secrétaire du Judo du lavoir, présente la demande."), attendu = "non_verifiable", message = "(secrétaire)",
}
essai "trésorier, il quitte la salle sans prendre part au vote" {
  remplacer = { { PRESENTE, "M. Ferréol GRISOLANGE, trésorier de l'association, a quitté la salle et n'a pris part ni au débat ni au vote." }, AIDE, { "par dix-huit voix", "par dix-sept voix" } },
  attendu = "conforme", message = "1 déport",
}
essai "un dirigeant qui n'est pas élu" {
  remplacer = dit_de_l_elue("L'association Les Greniers partagés est présidée par Mme Rosine TALVERNE."), attendu = "conforme",
}
local DE_LA_MAISON = {
  "Mme Zélie AUBESPINAY, présidente de la commission des finances, présente les devis.",
  "Mme Zélie AUBESPINAY, vice-présidente déléguée aux sports de la communauté de communes, présente les devis.",
  "La commission des travaux, présidée par Mme Zélie AUBESPINAY, a rendu un avis favorable.",
  "La séance est présidée par Mme Zélie AUBESPINAY.",
  "Mme Zélie AUBESPINAY, secrétaire de séance, donne lecture des devis.",
  "Mme Zélie AUBESPINAY, présidente du groupe Ensemble, s'exprime.",
  "Le président de l'association, M. Urbain TALVERNE, a écrit à Mme Zélie AUBESPINAY.",
  "La convention sera signée par le président de l'association et par Mme Zélie AUBESPINAY.",
  "M. Ferréol GRISOLANGE, vice-président du syndicat des eaux, présente le rapport annuel.",
  "Mme Zélie AUBESPINAY, présidente de Vallons Agglomération, remercie la commune.",
  "M. Ferréol GRISOLANGE, directeur des services, assiste à la séance.",
  "Mme Zélie AUBESPINAY remercie le président de l'association Les Greniers partagés.",
}
for phrase in chaque(DE_LA_MAISON) do
  essai("une présidence de la maison : " .. phrase) { remplacer = dit_de_l_elue(phrase), attendu = "conforme" }
end
essai "deux pouvoirs portés par un élu qui ne prend pas part au vote" {
  document = "cp-reguliere",
  remplacer = { { "\nVote :\n\nPour : 29", "\nNe prend pas part au vote : Mme SAUVEPLANE.\n\nVote :\n\nPour : 28" } },
  attendu = "anomalie", gravite = "mineure", message = "28 voix ; sans Mme SAUVEPLANE, qui ne prend pas part au vote, ni 1 pouvoir porté, 27 au plus",
  preuve = "Pour : 28",
}
essai "son pouvoir n'a pas servi" {
  document = "cp-reguliere",
  remplacer = { { "\nVote :\n\nPour : 29", "\nNe prend pas part au vote : Mme SAUVEPLANE.\n\nVote :\n\nPour : 27" } },
  attendu = "conforme",
}
essai "plus de voix que permis : somme-des-voix le dit" {
  document = "cp-reguliere",
  remplacer = { { "\nVote :\n", "\nNe prend pas part au vote : Mme SAUVEPLANE.\n\nVote :\n" } },
  attendu = "non_verifiable", message = "il y a plus de voix que sans lui : voir somme-des-voix",
}
essai "un élu sans pouvoir ne prend pas part au vote" {
  document = "cp-reguliere",
  remplacer = { { "\nVote :\n\nPour : 29", "\nNe prend pas part au vote : M. ROQUEVIEL.\n\nVote :\n\nPour : 28" } },
  attendu = "conforme", message = "1 déport",
}
local PRESIDEE = "L'association Les Greniers partagés, présidée par Mme Zélie AUBESPINAY, en fait la demande. "
for phrase in chaque { "Mme Zélie AUBESPINAY a refusé de se retirer et prend part au vote.", "Mme Zélie AUBESPINAY ne s'est pas déportée.", "Mme Zélie AUBESPINAY ne se retire pas.",
  "Mme Zélie AUBESPINAY se retire pendant le débat mais revient pour le vote." } do
  essai("un retrait qui n'en est pas un : " .. phrase) {
    remplacer = dit_de_l_elue(PRESIDEE .. phrase), attendu = "anomalie", gravite = "mineure", message = "ne dit pas que cet élu se retire",
  }
end
essai "invitée à se retirer : l'a-t-elle fait ?" {
  remplacer = dit_de_l_elue(PRESIDEE .. "Mme Zélie AUBESPINAY, invitée à se retirer, vote."), attendu = "non_verifiable", message = "qu'il se soit retiré n'est pas sûr",
}
essai "représentée par une élue, sa présidente" {
  remplacer = dit_de_l_elue("L'association Les Greniers partagés, représentée par Mme Zélie AUBESPINAY, sa présidente, en fait la demande."),
  attendu = "anomalie", gravite = "mineure", message = "Mme Zélie AUBESPINAY, présidente, est parmi les présents",
}
for phrase in chaque { "Le projet de l'association Les Greniers partagés, représentée par sa présidente Mme Zélie AUBESPINAY, est exposé.",
  "Le projet de l'association Les Greniers partagés, dont Mme Zélie AUBESPINAY est trésorière, est exposé.", "Le projet de l'association Les Greniers partagés, dont la présidence est assurée par Mme Zélie AUBESPINAY, est exposé.",
  "La présidente de l'association Les Greniers partagés, Mme Zélie AUBESPINAY, expose le projet.", "Mme Zélie AUBESPINAY préside l'association Les Greniers partagés.",
  "Le projet de l'association Les Greniers partagés, que préside Mme Zélie AUBESPINAY, est exposé.", "Mme Zélie AUBESPINAY, co-trésorière de l'association Les Greniers partagés, expose le projet." } do
  essai("la présidente ou la trésorière de l'association aidée : " .. phrase) {
    remplacer = dit_de_l_elue(phrase), attendu = "anomalie", gravite = "mineure", message = "est parmi les présents ; l'acte accorde une aide (association Les Greniers partagés)",
  }
end
for phrase in chaque { "L'association Les Greniers partagés est ancienne : Mme Zélie AUBESPINAY, ancienne présidente de l'association, le rappelle.", "L'association Les Greniers partagés, que préside Mme Rosine TALVERNE, en fait la demande.",
  "La commission des finances, que préside Mme Zélie AUBESPINAY, y est favorable." } do
  essai("une autre, ou qui ne l'est plus : " .. phrase) { remplacer = dit_de_l_elue(phrase), attendu = "conforme" }
end
essai "l'élue préside un syndicat, qui est aidé : elle y siège d'ordinaire pour la commune" {
  remplacer = { { PRESENTE, "Il s'agit d'aider le syndicat des Trois Rivières, présidé par Mme Zélie AUBESPINAY." }, { "- d'inscrire cette dépense", "- d'attribuer une subvention de 1 200 € au syndicat des Trois Rivières ;\n\n- d'inscrire cette dépense" } },
  attendu = "non_verifiable", message = "lie Mme Zélie AUBESPINAY à un organisme",
}
essai "un nom composé est celui d'un autre" {
  remplacer = dit_de_l_elue("L'association Les Greniers partagés, que préside Mme Zélie AUBESPINAY-ROUX, en fait la demande."), attendu = "conforme",
}
for phrase in chaque { "Mme Zélie AUBESPINAY, qui en est la présidente, présente le budget.", "Après avoir entendu M. Luc BARON, président de l'association Les Greniers partagés, Mme Zélie AUBESPINAY propose une aide.",
  "À la demande de la présidente de l'association Les Greniers partagés, Mme Zélie AUBESPINAY propose une aide.", "L'association Les Greniers partagés, sous la présidence de Mme Zélie AUBESPINAY, organise la foire.",
  "L'association de Mme AUBESPINAY, Les Greniers partagés, organise la foire.", "Les Greniers partagés, représentés par Mme Zélie AUBESPINAY, leur présidente, organisent la foire." } do
  essai("son organisme : " .. phrase) { remplacer = dit_de_l_elue(phrase), attendu = "non_verifiable", message = "à un organisme" }
end
for phrase in chaque { "Le conseil municipal, réuni sous la présidence de Mme Zélie AUBESPINAY, entend l'association Les Greniers partagés.",
  "La commission, représentée par Mme Zélie AUBESPINAY, a reçu l'association Les Greniers partagés et son président.", "Le courrier de Mme Zélie AUBESPINAY à l'association est lu." } do
  essai("ce n'est pas son organisme : " .. phrase) { remplacer = dit_de_l_elue(phrase), attendu = "conforme" }
end
essai "elle ne prend pas part au vote, et son nom est parmi ceux qui ont voté" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du foyer, ne prend pas part au vote.\n\nOnt voté pour : Mme Zélie AUBESPINAY et les autres élus." }, { "par dix-huit voix", "par seize voix" } },
  attendu = "non_verifiable", message = "ne prend pas part au vote, et son nom se trouve auprès des voix",
}
essai "elle ne prend pas part au vote, et d'autres ont voté" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du foyer, ne prend pas part au vote.\n\nOnt voté pour : les autres élus." }, { "par dix-huit voix", "par seize voix" } },
  attendu = "conforme", message = "1 déport",
}
local OBJET = "Acquisition d'une tondeuse pour les services techniques"
for mots in chaque { "Vente de la parcelle B 412 à M. Ferréol GRISOLANGE", "Bail rural au profit de M. Ferréol GRISOLANGE", "Acquisition d'une parcelle appartenant à M. Ferréol GRISOLANGE" } do
  essai("un présent, partie à l'affaire : " .. mots) {
    remplacer = { { OBJET, mots } }, attendu = "non_verifiable", message = "le nom d'un présent (M. Ferréol GRISOLANGE) est celui d'une partie à l'affaire",
  }
end
for phrase in chaque { "Le conseil loue le pré communal à M. Ferréol GRISOLANGE pour 120 € par an.", "Le conseil acquiert de M. Ferréol GRISOLANGE la parcelle A 12.",
  "L'offre de M. Ferréol GRISOLANGE, artisan, est retenue.", "M. Ferréol GRISOLANGE, adjoint au maire, s'est porté acquéreur de la parcelle B 412.", "Mme GRISOLANGE, épouse de M. Ferréol GRISOLANGE, est recrutée.",
  "Il est proposé de vendre à M. GRISOLANGE, conseiller municipal, la parcelle B 412.", "Mme Solange BRÉVILLARD, maire, sollicite le bénéfice de la protection fonctionnelle.",
  "La cession de la parcelle B 412, d'une contenance de deux ares, à M. Ferréol GRISOLANGE est proposée." } do
  essai("un présent, partie à l'affaire : " .. phrase) { remplacer = { { PRESENTE, phrase } }, attendu = "non_verifiable", message = "est celui d'une partie à l'affaire" }
end
essai "l'acheteur ne prend pas part au vote" {
  remplacer = { { OBJET, "Vente de la parcelle B 412 à M. Ferréol GRISOLANGE" }, { PRESENTE, "M. Ferréol GRISOLANGE ne prend pas part au vote." }, { "par dix-huit voix", "par dix-sept voix" } },
  attendu = "conforme", message = "1 déport",
}
for phrase in chaque { "La vente de la parcelle B 412 est présentée par M. Ferréol GRISOLANGE.", "Les devis sont remis à M. Ferréol GRISOLANGE, qui les étudie avant l'achat.", "Mme le Maire propose la vente de la parcelle B 412 et donne la parole à M. Ferréol GRISOLANGE.",
  "La vente de la parcelle B 412 à la société Verdurel est rapportée par M. Ferréol GRISOLANGE.", "L'acte de vente sera signé par M. Ferréol GRISOLANGE, adjoint.",
  "Il est proposé de vendre la parcelle B 412 et de donner délégation à M. Ferréol GRISOLANGE.", "M. Ferréol GRISOLANGE fait savoir que la commune souhaite acquérir la parcelle B 412.", "M. Ferréol GRISOLANGE invite le conseil à se porter acquéreur du terrain.",
  "Mme Zélie AUBESPINAY revient sur le départ du locataire du logement.", "M. Ferréol GRISOLANGE précise que la société Verdurel s'est portée acquéreur de la parcelle.",
  "La vente de la parcelle B 412, que présentera M. Ferréol GRISOLANGE, est remise.", "La parcelle B 412 est vendue à M. Urbain TALVERNE.", "M. Ferréol GRISOLANGE est désigné pour représenter la commune à la vente." } do
  essai("un présent que l'affaire ne dit pas partie : " .. phrase) { remplacer = { { PRESENTE, phrase } }, attendu = "conforme" }
end
essai "sa non-participation est comptée à côté des voix" {
  document = "cd-pleniere", remplacer = { { "Pour : 14 Contre : 3 Abstentions : 1", "Pour : 14\nContre : 3\nAbstention : 0\nNon participation : 1 (M. TOURNEBISE)" },
    { "Le Conseil départemental\n\nVu", "M. TOURNEBISE quitte l'hémicycle avant le vote.\n\nLe Conseil départemental\n\nVu" } },
  attendu = "conforme", message = "1 déport",
}
essai "une élection : ni vote pour ou contre, ni retrait" {
  remplacer = { { "Le conseil municipal, après en avoir délibéré, à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention,\n\nDÉCIDE\n\n- d'acquérir la tondeuse proposée par les établissements Verdurel au prix de 8 940 € toutes taxes\ncomprises ;\n\n- d'inscrire cette dépense au budget communal.",
    "Ont obtenu : M. Ferréol GRISOLANGE, 11 voix ; Mme Zélie AUBESPINAY, 7 voix. M. Ferréol GRISOLANGE est proclamé élu." } },
  attendu = "conforme", message = "0 déport",
}
local HOMONYMES = { "M. Firmin GRISOLANGE, président du Comité des fêtes, présente le projet.", "Le Comité des fêtes, présidé par M. GRISOLANGE Firmin, présente le projet.",
  "M. GRISOLANGE Firmin, trésorier de l'association du lavoir, prend part au vote.", "Mme GRISOLANGE, présidente du Comité des fêtes, présente le projet.",
  "Le trésorier de l'association, M. GRISOLANGE fils, présente le projet.", "M. Ferréol GRISOLANGE-LACOMBE, président du Comité des fêtes, présente le projet." }
for phrase in chaque(HOMONYMES) do
  essai("un homonyme d'un autre prénom : " .. phrase) { remplacer = { { PRESENTE, phrase }, COMITE_AIDE }, attendu = "conforme" }
end
for phrase in chaque { "M. Ferréol GRISOLANGE, président du Comité des fêtes, présente le projet.", "M. GRISOLANGE Ferréol, président du Comité des fêtes, présente le projet." } do
  essai("le même prénom, dans un ordre ou dans l'autre : " .. phrase) {
    remplacer = { { PRESENTE, phrase }, COMITE_AIDE }, attendu = "anomalie", gravite = "mineure", message = "M. Ferréol GRISOLANGE, président du comité des fêtes",
  }
end
for phrase in chaque { "Le père de M. Ferréol GRISOLANGE, président du Comité des fêtes, présente le projet.", "L'épouse de M. Ferréol GRISOLANGE, trésorière du Comité des fêtes, présente le projet." } do
  essai("la charge d'un proche : " .. phrase) { remplacer = { { PRESENTE, phrase }, COMITE_AIDE }, attendu = "non_verifiable", message = "un proche de M. Ferréol GRISOLANGE" }
end
for phrase in chaque { "M. GRISOLANGE Président du Comité des fêtes, présente le projet.", "M. GRISOLANGE, président du Comité des fêtes, présente le projet." } do
  essai("le nom de famille seul : " .. phrase) { remplacer = { { PRESENTE, phrase }, COMITE_AIDE }, attendu = "non_verifiable", message = "lie M. Ferréol GRISOLANGE à un organisme (président" }
end
local LE_CLUB = { "- d’attribuer à l’association Les Greniers partagés", "- de noter que M. %s, président de l’association Les Greniers partagés, est entendu ;\n- d’attribuer à l’association Les Greniers partagés" }
for nom in chaque { "GARIVEL fils", "Jean-Luc GARIVEL", "Luc GARIVEL", "L. GARIVEL" } do
  essai("la liste ne dit pas le prénom, la phrase en dit un : " .. nom) {
    document = "cp-reguliere", remplacer = { { LE_CLUB[1], texte(LE_CLUB[2], nom) } }, attendu = "non_verifiable", message = "l'acte lie M. GARIVEL à un organisme",
  }
end
essai "la liste ne dit pas le prénom, la phrase non plus" {
  document = "cp-reguliere", remplacer = { { LE_CLUB[1], texte(LE_CLUB[2], "GARIVEL") } }, attendu = "anomalie", gravite = "mineure", message = "M. GARIVEL, président de l'association",
}
essai "la liste ne dit pas le prénom, la phrase nomme une autre personne" {
  document = "cp-reguliere", remplacer = { { LE_CLUB[1], texte(LE_CLUB[2], "Luc SAINT-GARIVEL") } }, attendu = "conforme",
}
essai "présidente d'honneur" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente d'honneur de l'association Les Greniers partagés, prend part au vote." } },
  attendu = "non_verifiable", message = "Mme Zélie AUBESPINAY, présidente d'honneur, est dit prendre part au vote",
}
for phrase in chaque { "L'association Les Greniers partagés, présidée par M. Eudes MORTELANGE, en fait la demande.", "M. Eudes MORTELANGE, trésorier de l'association Les Greniers partagés, a écrit au conseil." } do
  essai("un absent dont le pouvoir sert : " .. phrase) {
    remplacer = dit_de_l_elue(phrase), attendu = "non_verifiable", message = "l'acte lie M. Eudes MORTELANGE à un organisme",
  }
end
essai "un absent qui n'a pas donné pouvoir" {
  remplacer = dit_de_l_elue("L'association Les Greniers partagés, présidée par M. Hippolyte SARCENAS, en fait la demande."), attendu = "conforme",
}
for phrase in chaque { "L'association Les Greniers partagés, dont le bureau comprend Mme Zélie AUBESPINAY (secrétaire générale), en fait la demande.",
  "L'association Les Greniers partagés (co-présidents : Mme Zélie AUBESPINAY et M. Rosin TALVERNE) en fait la demande." } do
  essai("entre parenthèses : " .. phrase) { remplacer = dit_de_l_elue(phrase), attendu = "non_verifiable", message = "l'acte lie Mme Zélie AUBESPINAY à un organisme" }
end
essai "le secrétaire de la séance, entre parenthèses" {
  remplacer = dit_de_l_elue("Mme Zélie AUBESPINAY (secrétaire) lit la demande du maire."), attendu = "conforme",
}
essai "deux élus liés à deux organismes" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, trésorière du Judo du lavoir, et M. Ferréol GRISOLANGE, gérant de la société Bois et Pierre, sont entendus." } },
  attendu = "non_verifiable", message = "à voir aussi : M. Ferréol GRISOLANGE (gérant)",
}
essai "intéressé, sans organisme" {
  remplacer = { { PRESENTE, "M. Ferréol GRISOLANGE, intéressé par la question des haies, demande des précisions." } },
  attendu = "non_verifiable", message = "l'acte dit M. Ferréol GRISOLANGE « intéressé » et ne dit pas que cet élu se retire",
}
essai "liste des présents illisible" {
  remplacer = { { "Étaient présents :", "Membres :" } }, attendu = "non_verifiable", message = "presents",
}
