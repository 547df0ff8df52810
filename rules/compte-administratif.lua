-- SPDX-License-Identifier: EUPL-1.2

local RETRAIT = { "se retire", "s'est retiré", "s'étant retiré", "s'absente", "s'étant absenté", "quitte la salle",
  "quitté la salle", "quitte la séance", "quitté la séance", "quitte l'assemblée", "sort de la salle", "sorti de la salle",
  "sortie de la salle", "sort avant le vote", "sort au moment du vote", "sort pour le vote", "hors de la présence", "hors la présence" }
-- Ne pas voter n'est pas se retirer.
local SANS_VOTER = { "ne prend pas part", "n'a pas pris part", "n'ayant pas pris part", "ne prenant pas part", "ne participe pas", "n'a pas participé",
  "n'ayant pas participé", "ne participant pas" }

-- « M. A, maire, étant absent, Mme B, adjointe, présente le compte » : il n'est pas là, il n'a pas à se retirer.
local EXECUTIF = { "le maire", ", maire", "le président", "la présidente", ", président" }

-- Refusé, nié, ou d'un autre vote : ce n'est pas le retrait.
local RETRAIT_NIE = { "ne se retire pas", "ne se retire ni", "ne s'est pas retir", "refuse de se", "refusé de se", "refusant de se", "sans se retirer", "sans que le maire se retire",
  "ne souhaite pas se", "n'entend pas se", "invité à se retirer", "invitée à se retirer", "revient pour le vote", "revient avant le vote", "revient au moment du vote",
  "se retire après le vote", "se retire une fois le vote", "retiré après le vote", "quitte la salle après le vote", "quitté la salle après le vote", "quitte la séance après le vote", "sort de la salle après le vote",
  "sorti de la salle après le vote", "sortie de la salle après le vote", "s'absente après le vote", "reste dans la salle", "reste en séance", "demeure dans la salle", "resté dans la salle" }

local function d_un_retrait(p)
  local autre_vote = trouve(p, "vote du compte de gestion") and not porte_un_de(p, { "vote du compte administratif", "et du compte", "et le compte", "financier" })
  return not autre_vote and not porte_un_de(p, RETRAIT_NIE)
end

-- « M. le Maire ne se retire pas » : l'acte le dit.
local REFUS = { "ne se retire pas", "ne s'est pas retir", "refuse de se retirer", "refusé de se retirer", "ne souhaite pas se retirer", "n'entend pas se retirer" }
local function refus_dit(d)
  for p in chaque(passages(d, REFUS)) do
    for refus in chaque(REFUS) do
      for qui in chaque { "le maire", "la maire", "le président", "la présidente" } do
        if trouve(p, texte("%s %s", qui, refus)) then return p end
      end
    end
  end
  return nil
end

local function retrait_dit(d)
  for p in chaque(passages(d, RETRAIT)) do
    if d_un_retrait(p) then return p end
  end
  return passage_avec(passages(d, "étant absent"), EXECUTIF)
end

local function sans_retrait(d, precision)
  local p = passage(d, SANS_VOTER)
  return non_verifiable(texte("%sl'acte dit « %s », non que l'exécutif se retire au moment du vote", precision, p.texte))
end

-- Ni retrait ni refus ne sont trouvés : l'acte n'en dit rien, ou ce qu'il en dit n'est pas lu.
local function retrait_tu(d, message)
  local pourquoi = raison(d, "deports")
  if pourquoi ~= "" and not trouve(pourquoi, "d'un autre vote") then return non_verifiable(texte("%s ; un retrait n'est pas lu (%s) : est-ce celui de l'exécutif ?", message, pourquoi)) end
  return anomalie { gravite = "information", sujet = "retrait", preuve = "objet", message = message .. " ; le vote du compte ne dit pas que l'exécutif s'est retiré" }
end

-- Un retrait qui est celui d'un autre élu que le maire : l'acte y nomme un autre présent, et ni le maire ni le président.
local function retrait_d_un_autre(d, retrait, maire)
  if porte_un_de(retrait, { "maire", "président" }) or (maire and trouve(retrait, maire.nom_seul)) then return nil end
  for elu in chaque(d:si_lu("presents") or {}) do
    if trouve(retrait, elu.nom_seul) then return elu end
  end
  return nil
end

-- « Le maire prend part au vote » : l'acte le dit.
local DE_VOTER = { "prend part au vote", "a pris part au vote", "prenant part au vote", "participe au vote", "a participé au vote", "vote également", "vote le compte" }
local function maire_qui_vote(d, maire)
  local noms = { "le maire", "la maire", "le président", "la présidente", "maire,", "président,", "présidente," }
  if maire then ajoute(noms, maire.nom_seul) end
  for p in chaque(passages(d, DE_VOTER)) do
    for nom in chaque(noms) do
      for voter in chaque(DE_VOTER) do
        local dit = trouve(p, texte("%s %s", nom, voter)) or trouve(p, texte("%s préside et %s", nom, voter)) or trouve(p, texte("%s préside la séance et %s", nom, voter))
        if dit and not porte_un_de(p, { "sans que", "rappel", "ne peut", "si le maire", "si le président" }) and not porte_un_de(p, RETRAIT)
          and not porte_un_de(p, SANS_VOTER) then return p end
      end
    end
  end
  return nil
end

local QUI = { conseil_municipal = "le maire", conseil_communautaire = "le président", conseil_departemental = "le président", conseil_regional = "le président" }
local ASSEMBLEES = { conseil_departemental = true, conseil_regional = true }

-- Celui qui préside la séance est le président de l'assemblée quand l'acte lui donne ce titre où que ce soit : un autre peut présider pour ce vote.
local function president_de_l_assemblee(d)
  local nom, presents = d:si_lu("seance.president"), d:si_lu("presents")
  if not nom or not presents then return nil end
  for p in chaque(passages(d, { nom .. ", président", nom .. " (président" })) do
    local autre = porte_un_de(p, { nom .. ", président de séance", nom .. ", présidente de séance", nom .. ", président de la commission",
      nom .. ", présidente de la commission", nom .. ", président du groupe", nom .. ", présidente du groupe" })
    if not autre then return contient(presents, nom) end
  end
  return nil
end

-- Celui qui préside est le maire quand l'acte le dit là où il nomme la présidence ; « M. le Maire ayant quitté la salle, le conseil siège
-- sous la présidence de Mme B » nomme une autre que lui.
local PRESIDENCE_DE = { "présidence de §", "présidé par §", "présidée par §" }
local EST_MAIRE = { "§, maire", "§, président" }
local AUTRE_MAIRE = { "§, maire adjoint", "§, maire-adjoint", "§, maire délégué", "§, maire honoraire", "§, président de séance", "§, présidente de séance" }

local function dit_maire(n)
  local suite = texte("§%s", n.apres)
  return porte_un_de(suite, EST_MAIRE) and not porte_un_de(suite, AUTRE_MAIRE)
end

local function maire_qui_preside(d)
  local president, presents = d:si_lu("seance.president"), d:si_lu("presents")
  if not president or not presents then return nil end
  for p in chaque(passages(d, { "sous la présidence", "présidence de", "présidé par", "présidée par" })) do
    local dit = trouve(p, president .. ", maire") or trouve(p, president .. ", president")
      or (porte_un_de(p, { "monsieur le maire", "madame le maire", "madame la maire", "m. le maire", "mme le maire" }) and not porte_un_de(p, RETRAIT))
    if dit and contient(presents, president) then return contient(presents, president) end
    -- La liste l'écrit dans un autre ordre que la présidence.
    for n in chaque(nommes_dans(p, presents)) do
      if dit_maire(n) and porte_un_de(n.avant .. "§", PRESIDENCE_DE) then return n.elu end
    end
  end
  return nil
end

-- « M. le Maire s'est retiré » : celui que l'acte nomme par ce titre est le seul qui ne prenne pas part au vote.
local function maire_retire(d, retrait)
  local deports, presents = d:si_lu("deports"), d:si_lu("presents")
  if not retrait or not deports or not presents or nombre(deports) ~= 1 then return nil end
  return porte_un_de(retrait, { "le maire", "la maire", "le président", "la présidente" }) and contient(presents, deports[1].cle)
end

-- Le maire absent qui a donné pouvoir : sa voix n'est pas de celles qui votent son compte.
local function maire_mandant(d)
  local absents = d:si_lu("absents")
  for p in chaque(absents and passages(d, ", maire") or {}) do
    for n in chaque(nommes_dans(p, absents)) do
      for g in chaque(dit_maire(n) and regroupe(d.pouvoirs, "mandant") or {}) do
        if g.cle == n.elu.cle then return n.elu end
      end
    end
  end
  return nil
end

-- Les pouvoirs que porte cet élu.
local function pouvoirs_portes(d, elu)
  local n = 0
  for groupe in chaque(regroupe(d.pouvoirs, "mandataire")) do
    if groupe.cle == elu.cle then n = n + nombre(regroupe(groupe.elements, "mandant")) end
  end
  return n
end

-- Une voix de trop n'emporte rien si, sans elle, le compte serait adopté ou rejeté de même : il l'est sauf majorité contre.
local function gravite_de(v, en_trop)
  local neutre = v.pour - en_trop >= v.contre or v.contre - en_trop > v.pour
  if neutre then return "mineure", " ; le résultat serait le même, mais le retrait est dû dans tous les cas" end
  return "majeure", " ; le résultat en dépend"
end

local function trop_de_voix(v, total, maxi, permis, maire, sans)
  local gravite, effet = gravite_de(v, total - permis)
  return anomalie { gravite = gravite, sujet = "vote", preuve = { maire, v },
    message = texte("%d voix pour %d présents ou représentés ; sans %s, %d au plus%s", total, maxi, sans, permis, effet) }
end

local function sans_le_maire(qui, maire, portes)
  local pouvoir = portes > 1 and texte(" et %d pouvoirs qu'il porte", portes) or portes == 1 and " et le pouvoir qu'il porte" or ""
  return texte("%s (%s)%s", qui, maire.nom, pouvoir)
end

-- L'acte le dit : la voix est de trop, qu'on la retrouve ou non dans le décompte.
local function vote_dit(v, p, qui, sans_voix)
  local gravite, effet = "mineure", ""
  if not sans_voix then gravite, effet = gravite_de(v, 1) end
  return anomalie { gravite = gravite, sujet = "vote", preuve = p,
    message = texte("l'acte dit que %s prend part au vote de son compte%s", qui, effet) }
end

-- L'année d'un renouvellement, le compte est peut-être celui d'un prédécesseur ; l'acte parle parfois de lui. Celui qui se retire dit que c'est le sien.
local PREDECESSEUR = { "ancien maire", "ancienne maire", "maire sortant", "alors maire", "ancien président", "ancienne présidente", "président sortant", "présidente sortante", "alors président",
  "prédécesseur", "précédent maire", "précédente maire", "précédent président", "précédente présidente", "précédente municipalité", "précédent mandat", "nouveau maire", "nouvelle maire" }
local function compte_d_un_autre(d)
  for p in chaque(passages(d, PREDECESSEUR)) do
    if porte_un_de(p, { "compte", "exercice", "gestion" }) then return texte("l'acte parle d'un autre maire ou président (« %s »)", p.texte) end
  end
  if parametre("mandat.renouvellement." .. d.niveau, d.seance.date) == 1 then return "c'est l'année d'un renouvellement" end
  return nil
end

-- « à l'unanimité des 8 votants » : ce nombre fait-il de l'exécutif un votant ? Au-delà de « permis », oui.
local EN_LETTRES = { "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf" }
local COMPTES = { "votants", "voix", "membres", "présents", "suffrages", "votes", "conseillers", "élus" }
local function est_au_dela(p, permis, maxi)
  for n = permis + 1, maxi do
    for ecrit in chaque { texte("%d", n), EN_LETTRES[n] } do
      for compte in chaque(COMPTES) do
        if trouve(p, texte("%s %s", ecrit, compte)) then return true end
      end
    end
  end
  return false
end

local function nombre_dit(p)
  for n = 0, 9 do
    for compte in chaque(COMPTES) do
      if trouve(p, texte("%d %s", n, compte)) then return true end
    end
  end
  return est_au_dela(p, 0, nombre(EN_LETTRES))
end

-- Il s'est retiré, les voix ne sont pas décomptées, mais l'unanimité est celle d'un nombre où il est peut-être.
local function retire_et_compte(d, maire)
  local presents, pouvoirs = d:si_lu("presents"), d:si_lu("pouvoirs")
  local maxi = presents and pouvoirs and nombre(presents) + nombre(pouvoirs)
  for p in chaque(passages(d, { "unanimité des", "unanimité de ses", "unanimité de" })) do
    local autre = autre_assemblee(d, p) or organe_tiers(p)
    if maxi and not autre and est_au_dela(p, maxi - 1 - (maire and pouvoirs_portes(d, maire) or 0), maxi) then
      return non_verifiable(texte("retrait mentionné, mais l'acte dit « %s », pour %d présents ou représentés : si l'exécutif est de ceux-là, une voix est de trop", p.texte, maxi))
    end
    if not maxi and not autre and nombre_dit(p) then
      return non_verifiable(texte("retrait mentionné, et l'acte dit « %s » : les présents et les pouvoirs de ce vote ne sont pas lus, que l'exécutif n'en soit pas ne se vérifie pas", p.texte))
    end
  end
  return nil
end

local function est_ce_le_sien(d, retrait, dit)
  local pourquoi = not retrait and compte_d_un_autre(d)
  if not pourquoi then return nil end
  return non_verifiable(texte("%s ; %s : est-ce son compte, ou celui d'un prédécesseur ?", dit, pourquoi))
end

regle {
  id      = "compte-administratif",
  version = "1.6.0",
  titre   = "Le maire se retire au vote de son compte",
  gravite = "mineure",
  resume  = "Au vote du compte administratif ou du compte financier unique, le maire (le président) se retire : il ne vote pas et "
    .. "n'use pas du pouvoir qu'il porte. La règle cherche la mention du retrait et compte les voix sans lui. Une mention "
    .. "absente n'est qu'une information ; la mention que le maire vote, ou une voix de trop, est majeure si le résultat en "
    .. "dépend, mineure sinon. Elle n'accuse pas l'année d'un renouvellement, ni quand l'acte parle d'un prédécesseur : le compte est peut-être le sien. "
    .. "Le compte de gestion n'est pas concerné.",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2121-14",
      dit = "le maire peut assister à la discussion de son compte mais doit se retirer au moment du vote" },
    { niveau = "epci", code = "CGCT", article = "L. 2121-14", dit = "le président se retire au moment du vote de son compte" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", code = "CGCT", article = "L. 3312-5",
      dit = "le président du conseil départemental peut assister à la discussion de son compte mais doit se retirer au moment du vote" },
    { niveau = "region", code = "CGCT", article = "L. 4312-8",
      dit = "le président du conseil régional peut assister à la discussion de son compte mais doit se retirer au moment du vote" },
    { code = "CGCT", article = "L. 1612-12", dit = "le compte est arrêté si une majorité de voix ne s'est pas dégagée contre" },
    { reponse_ministerielle = "Assemblée nationale, n° 47837",
      dit = "doctrine : le maire, qui ne peut voter son compte, ne peut donner ni exercer de pouvoir à ce vote" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-compte-administratif",

  controle = function(d)
    if not QUI[d.organe] and not ASSEMBLEES[d.organe] then return hors_table(d, "compte administratif") end
    local compte = objet_vote(d, "compte")
    local verdict = sans_vote(d, compte, "d'un compte")
    if verdict then return verdict end
    local assemblee = ASSEMBLEES[d.organe] and parametre("compte.retrait_du_president." .. d.niveau, d.seance.date) == 1
    if compte == "revient" then return non_verifiable(texte("l'objet revient sur le vote d'un compte : « %s »", d.objet)) end
    if not acte_seul(d) then return plusieurs_votes(d) end
    if compte == "peut_etre" then return non_verifiable(texte("l'objet vote un compte et autre chose, d'un seul vote : « %s »", d.objet)) end
    local v, qui = d.vote, QUI[d.organe]
    local retrait = retrait_dit(d)
    local maire = maire_qui_preside(d) or assemblee and president_de_l_assemblee(d) or maire_retire(d, retrait) or nil
    local dit = maire_qui_vote(d, maire)
    if dit then
      return est_ce_le_sien(d, retrait, texte("l'acte dit que %s prend part au vote", qui)) or vote_dit(v, dit, qui, voix_non_lue(v))
    end
    local refus = refus_dit(d)
    if refus then
      return est_ce_le_sien(d, retrait, texte("l'acte dit que %s ne se retire pas", qui))
        or anomalie { gravite = "mineure", sujet = "retrait", preuve = refus, message = texte("l'acte dit que %s ne se retire pas au vote de son compte", qui) }
    end
    local autre = retrait and retrait_d_un_autre(d, retrait, maire)
    if sans_decompte(v) then
      if autre then return non_verifiable(texte("un retrait est mentionné, celui de %s : est-ce celui du maire ou du président ?", autre.nom)) end
      if retrait then return retire_et_compte(d, maire) or conforme("retrait mentionné, voix non décomptées") end
      if passage(d, SANS_VOTER) then return sans_retrait(d, "voix non décomptées ; ") end
      return retrait_tu(d, "voix non décomptées")
    end
    local total, maxi = voix(v), nombre(d.presents) + nombre(d.pouvoirs)
    local comptees = texte("%d voix pour %d présents ou représentés", total, maxi)
    if maire then
      local portes = pouvoirs_portes(d, maire)
      local permis = maxi - 1 - portes
      if total > maxi then return non_verifiable(comptees .. " : voir somme-des-voix") end
      if total > permis then
        return est_ce_le_sien(d, retrait, texte("%s, dont %s", comptees, sans_le_maire(qui, maire, portes))) or trop_de_voix(v, total, maxi, permis, maire, sans_le_maire(qui, maire, portes))
      end
    end
    local mandant = not maire and maire_mandant(d)
    if mandant and total == maxi then return trop_de_voix(v, total, maxi, maxi - 1, mandant, texte("le pouvoir que donne %s (%s)", qui, mandant.nom)) end
    if autre then return non_verifiable(texte("%s ; un retrait est mentionné, celui de %s : est-ce celui du maire ou du président ?", comptees, autre.nom)) end
    if retrait and total >= maxi then
      return non_verifiable(texte("retrait mentionné, mais %s : si %s est de ceux-là, une voix est de trop", comptees, qui))
    end
    if retrait then return conforme("retrait mentionné, " .. comptees) end
    if passage(d, SANS_VOTER) then return sans_retrait(d, comptees .. " ; ") end
    if total < maxi then
      return non_verifiable(texte("%s : une voix au moins n'a pas été comptée ; l'acte ne dit pas que c'est celle de l'exécutif, ni qu'il s'est retiré au moment du vote", comptees))
    end
    return retrait_tu(d, comptees)
  end,
}

essai "un retrait dont les noms ne sont pas lus" {
  remplacer = { { "quitte la salle au moment du vote. Mme Odeline\nBRASSENEUIL, première adjointe, préside.", "répond. Deux élus se déportent." },
    { "par onze voix pour, zéro contre et une abstention", "à l'unanimité" } },
  attendu = "non_verifiable", message = "un retrait n'est pas lu",
}
essai "le maire quitte la salle" { attendu = "conforme", message = "retrait mentionné, 12 voix pour 13 présents ou représentés" }
essai "le maire sorti, la présidence dite dans la même phrase est celle d'une autre" {
  remplacer = { { "s'est réuni en session ordinaire à la mairie, sous la\nprésidence de M. Gontran VAUCHELLES, Maire.", "s'est réuni en session ordinaire à la mairie." },
    { "Étaient présents : M. Gontran VAUCHELLES, Mme", "Étaient présents : M. Gontran VAUCHELLES, maire, Mme" },
    { "M. le Maire présente le compte administratif de l'exercice 2023, puis quitte la salle au moment du vote. Mme Odeline\nBRASSENEUIL, première adjointe, préside.",
      "M. le maire ayant quitté la salle, le conseil municipal siège sous la présidence de Mme Odeline BRASSENEUIL, première adjointe." } },
  attendu = "conforme", message = "retrait mentionné, 12 voix pour 13 présents ou représentés",
}
local LISTE = { "Étaient présents : M. Gontran VAUCHELLES, Mme Odeline BRASSENEUIL, M. Philibert CORMONTAL, Mme Sylvine\nDUPERRIN-LACHAUX, M. Thibaud ESTOURNELLE, Mme Ursule FLAVIGNARD, M. Valentin GASTEBOIS, Mme Wivine HERBELOT,\nM. Xavier ISSERTINE, Mme Yvonne JUSSERANGE, M. Zéphirin KERMADOUR, Mme Albane LIGNEROLLES.",
  "Étaient présents : VAUCHELLES Gontran, BRASSENEUIL Odeline, CORMONTAL Philibert, DUPERRIN-LACHAUX Sylvine, ESTOURNELLE Thibaud, FLAVIGNARD Ursule, GASTEBOIS Valentin, HERBELOT Wivine, ISSERTINE Xavier, JUSSERANGE Yvonne, KERMADOUR Zéphirin, LIGNEROLLES Albane." }
local PORTE = { "M. Basile MONTCHARVIN a donné pouvoir à Mme Odeline BRASSENEUIL", "MONTCHARVIN Basile a donné pouvoir à VAUCHELLES Gontran" }
essai "le maire se retire, le pouvoir qu'il porte est compté, et la liste écrit les noms dans l'autre ordre" {
  remplacer = { LISTE, PORTE }, attendu = "anomalie", gravite = "mineure", message = "sans le maire (VAUCHELLES Gontran) et le pouvoir qu'il porte, 11 au plus",
}
essai "le même, que seul son titre nomme là où il se retire" {
  remplacer = { LISTE, PORTE, { "la\nprésidence de M. Gontran VAUCHELLES, Maire.", "la\nprésidence du maire, M. Gontran VAUCHELLES." },
    { "puis quitte la salle au moment du vote. Mme Odeline\nBRASSENEUIL, première adjointe, préside.", "puis s'est retiré." } },
  attendu = "anomalie", gravite = "mineure", message = "et le pouvoir qu'il porte, 11 au plus",
}
essai "le maire se retire, ni lui ni le pouvoir qu'il porte ne sont comptés" {
  remplacer = { LISTE, PORTE, { "par onze voix pour", "par dix voix pour" } }, attendu = "conforme", message = "retrait mentionné, 11 voix",
}
local MAIRE_MANDANT = { { "s'est réuni en session ordinaire à la mairie, sous la\nprésidence de M. Gontran VAUCHELLES, Maire.", "s'est réuni en session ordinaire à la mairie, sous la présidence de Mme Odeline BRASSENEUIL, première adjointe." },
  { "Étaient présents : M. Gontran VAUCHELLES, Mme", "Étaient présents : Mme" }, { "M. Basile MONTCHARVIN a donné pouvoir", "M. Gontran VAUCHELLES, maire, a donné pouvoir" }, { "M. le Maire présente le compte administratif de l'exercice 2023, puis quitte la salle au moment du vote. Mme Odeline\nBRASSENEUIL, première adjointe, préside.", "" },
  { "Nombre de membres présents : 12", "Nombre de membres présents : 11" } }
essai "le maire absent a donné pouvoir, qui est compté" {
  remplacer = { MAIRE_MANDANT[1], MAIRE_MANDANT[2], MAIRE_MANDANT[3], MAIRE_MANDANT[4], MAIRE_MANDANT[5] },
  attendu = "anomalie", gravite = "mineure", message = "12 voix pour 12 présents ou représentés ; sans le pouvoir que donne le maire (M. Gontran VAUCHELLES), 11 au plus",
}
essai "le maire absent a donné pouvoir, et une voix manque" {
  remplacer = { MAIRE_MANDANT[1], MAIRE_MANDANT[2], MAIRE_MANDANT[3], MAIRE_MANDANT[4], MAIRE_MANDANT[5], { "par onze voix pour", "par dix voix pour" } }, attendu = "non_verifiable", message = "une voix au moins n'a pas été comptée",
}
essai "un adjoint absent a donné pouvoir" {
  remplacer = { MAIRE_MANDANT[1], MAIRE_MANDANT[2], { MAIRE_MANDANT[3][1], "M. Basile MONTCHARVIN, maire adjoint, a donné pouvoir" }, MAIRE_MANDANT[4], MAIRE_MANDANT[5] },
  attendu = "anomalie", gravite = "information", message = "ne dit pas que l'exécutif s'est retiré",
}
essai "le maire a voté" {
  remplacer = { { "par onze voix pour", "par douze voix pour" } },
  attendu = "anomalie", gravite = "mineure",
  message = "13 voix pour 13 présents ou représentés ; sans le maire (M. Gontran VAUCHELLES), 12 au plus ; le résultat serait le même",
  preuve = "M. Gontran VAUCHELLES",
}
local QUITTE = "M. le Maire présente le compte administratif de l'exercice 2023, puis quitte la salle au moment du vote. Mme Odeline\nBRASSENEUIL, première adjointe, préside."
for phrase in chaque { "M. le Maire ne se retire pas.", "M. le Maire refuse de se retirer." } do
  essai("le maire ne se retire pas, l'acte le dit : " .. phrase) {
    remplacer = { { QUITTE, phrase } }, attendu = "anomalie", gravite = "mineure", message = "l'acte dit que le maire ne se retire pas au vote de son compte",
  }
end
for phrase in chaque { "M. le Maire présente le compte administratif, et, invité à se retirer, répond aux questions.",
  "M. le Maire présente le compte administratif, et se retire pour le vote du compte de gestion." } do
  essai("un retrait qui n'en est pas un, voix non décomptées : " .. phrase) {
    remplacer = { { QUITTE, phrase }, { "par onze voix pour, zéro contre et une abstention", "à main levée" } },
    attendu = "anomalie", gravite = "information", message = "ne dit pas que l'exécutif s'est retiré",
  }
end
essai "le maire a voté, et sa voix fait le résultat" {
  remplacer = { { "par onze voix pour, zéro contre et une abstention", "par six voix pour, six contre et une abstention" } },
  attendu = "anomalie", gravite = "majeure", message = "12 au plus ; le résultat en dépend",
}
essai "une voix d'avance : sans elle, un partage, et le compte est encore adopté" {
  remplacer = { { "par onze voix pour, zéro contre et une abstention", "par sept voix pour, six contre et zéro abstention" } },
  attendu = "anomalie", gravite = "mineure", message = "le résultat serait le même",
}
essai "rejeté d'une voix : sans elle, un partage l'adopterait" {
  remplacer = { { "par onze voix pour, zéro contre et une abstention", "par six voix pour, sept contre et zéro abstention" } },
  attendu = "anomalie", gravite = "majeure", message = "le résultat en dépend",
}
essai "rejeté de deux voix" {
  remplacer = { { "par onze voix pour, zéro contre et une abstention", "par cinq voix pour, sept contre et une abstention" } },
  attendu = "anomalie", gravite = "mineure", message = "le résultat serait le même",
}
for phrase in chaque { "Le compte 2023 a été dressé par M. Yvon VALDROCHE, alors maire.", "Le compte 2023 est celui de l'ancien maire.", "Le compte de l'ancienne maire est présenté ; M. le Maire prend part au vote." } do
  essai("le compte d'un prédécesseur, que le maire vote : " .. phrase) {
    remplacer = { { QUITTE, phrase }, { "par onze voix pour", "par douze voix pour" } }, attendu = "non_verifiable", message = "est-ce son compte, ou celui d'un prédécesseur ?",
  }
end
local EN_2026 = { { "Séance du 11 avril 2024", "Séance du 16 avril 2026" }, { "deux mille vingt-quatre, le onze avril à", "deux mille vingt-six, le seize avril à" }, { "convoqué le 4 avril 2024", "convoqué" },
  { "Vote du compte administratif 2023", "Vote du compte administratif 2025" }, { "par onze voix pour", "par douze voix pour" } }
essai "le maire vote, l'année d'un renouvellement" {
  remplacer = { EN_2026[1], EN_2026[2], EN_2026[3], EN_2026[4], EN_2026[5], { QUITTE, "M. le Maire présente le compte administratif." } },
  attendu = "non_verifiable", message = "13 voix pour 13 présents ou représentés, dont le maire (M. Gontran VAUCHELLES) ; c'est l'année d'un renouvellement : est-ce son compte",
}
essai "le maire se retire, et sa voix est comptée, l'année d'un renouvellement" {
  remplacer = EN_2026, attendu = "anomalie", gravite = "mineure", message = "sans le maire (M. Gontran VAUCHELLES), 12 au plus",
}
essai "retrait mentionné, et autant de voix que de présents" {
  remplacer = { { "par onze voix pour", "par douze voix pour" }, { "VAUCHELLES, Maire", "VAUCHELLES" } },
  attendu = "non_verifiable", message = "retrait mentionné, mais 13 voix pour 13",
}
essai "le maire porte un pouvoir, qui a servi" {
  remplacer = { { "a donné pouvoir à Mme Odeline BRASSENEUIL", "a donné pouvoir à M. Gontran VAUCHELLES" } },
  attendu = "anomalie", gravite = "mineure", message = "sans le maire (M. Gontran VAUCHELLES) et le pouvoir qu'il porte, 11 au plus",
}
essai "plus de voix que de votants : somme-des-voix le dit" {
  remplacer = { { "par onze voix pour", "par treize voix pour" } }, attendu = "non_verifiable", message = "voir somme-des-voix",
}
essai "aucune mention du retrait, une voix de moins : peut-être pas la sienne" {
  remplacer = { { ", puis quitte la salle au moment du vote", "" } },
  attendu = "non_verifiable", message = "une voix au moins n'a pas été comptée ; l'acte ne dit pas que c'est celle de l'exécutif",
}
essai "le maire prend part au vote, l'acte le dit" {
  remplacer = { { ", puis quitte la salle au moment du vote. Mme Odeline\nBRASSENEUIL, première adjointe, préside.", ". M. le Maire préside et prend part au vote." } },
  attendu = "anomalie", gravite = "mineure", message = "l'acte dit que le maire prend part au vote de son compte ; le résultat serait le même",
  preuve = "prend part au vote",
}
essai "le maire, nommé, participe au vote, sans décompte" {
  remplacer = { { ", puis quitte la salle au moment du vote", ". M. Gontran VAUCHELLES participe au vote" },
    { ", par onze voix pour, zéro contre et une abstention,", ", à l'unanimité," } },
  attendu = "anomalie", gravite = "mineure", message = "prend part au vote de son compte",
}
essai "rappel que le maire ne prend pas part au vote" {
  remplacer = { { ", puis quitte la salle au moment du vote", ". Il est rappelé que le maire ne prend pas part au vote" } }, attendu = "non_verifiable",
}
for phrase in chaque { "M. le Maire reste dans la salle mais ne prend pas part au vote.", "M. le Maire ne prend pas part au vote.", "M. le Maire n'a pas participé au vote." } do
  essai("ne pas voter n'est pas se retirer : " .. phrase) {
    remplacer = { { QUITTE, phrase } }, attendu = "non_verifiable", message = "non que l'exécutif se retire au moment du vote",
  }
end
essai "un retrait d'après le vote" {
  remplacer = { { QUITTE, "M. le Maire se retire après le vote." } }, attendu = "non_verifiable", message = "une voix au moins n'a pas été comptée",
}
for phrase in chaque { "M. le Maire se retire au moment du vote et ne prend pas part au vote.", "M. le Maire sort de la salle au moment du vote." } do
  essai("un retrait au moment du vote : " .. phrase) { remplacer = { { QUITTE, phrase } }, attendu = "conforme", message = "retrait mentionné" }
end
for titre in chaque { "CA 2023 - budget principal", "Vote du CFU 2023", "Compte de gestion et compte administratif 2023", "Compte administratif 2023 - budget annexe de la régie de l'eau" } do
  essai("le compte en abrégé, ou avec un autre : " .. titre) {
    remplacer = { { "Vote du compte administratif 2023", titre }, { "par onze voix pour", "par douze voix pour" } },
    attendu = "anomalie", gravite = "mineure", message = "sans le maire (M. Gontran VAUCHELLES), 12 au plus",
  }
end
for titre in chaque { "Communication du rapport d'activité 2023 et du compte administratif 2023 de la communauté de communes", "Caisse des écoles - compte administratif 2023",
  "Élection d'un président de séance pour le vote du compte administratif 2023", "Reprise anticipée des résultats 2023 avant vote du compte administratif",
  "Présentation du compte administratif 2023 de la SPL Lorne Habitat", "Désignation au CA 2023 de l'office", "Compte financier unique : passage au CFU au 1er janvier 2025" } do
  essai("le compte n'est que cité, ou celui d'un autre : " .. titre) {
    remplacer = { { "Vote du compte administratif 2023", titre }, { ", puis quitte la salle au moment du vote", "" }, { "par onze voix pour", "par douze voix pour" } },
    attendu = "sans_objet",
  }
end
for titre in chaque { "Adoption du compte financier unique au 1er janvier 2025", "Approbation du compte financier unique 2023 (passage au CFU en 2022)" } do
  essai("le compte financier unique, pour l'avenir peut-être : " .. titre) {
    remplacer = { { "Vote du compte administratif 2023", titre } }, attendu = "non_verifiable", message = "revient sur le vote d'un compte",
  }
end
essai "un ancien maire dont ce n'est pas le compte" {
  remplacer = { { ", puis quitte la salle au moment du vote", ". L'ancien maire de Bois-Rond est félicité" }, { "par onze voix pour", "par douze voix pour" } },
  attendu = "anomalie", gravite = "mineure",
}
essai "compte et affectation, sans le mot vote" {
  remplacer = { { "Vote du compte administratif 2023", "Compte administratif 2023 et affectation du résultat" } },
  attendu = "non_verifiable", message = "vote un compte et autre chose",
}
essai "un autre que le maire quitte la salle" {
  remplacer = { { ", puis quitte la salle au moment du vote", ". M. Philibert CORMONTAL quitte la salle" } },
  attendu = "non_verifiable", message = "un retrait est mentionné, celui de M. Philibert CORMONTAL",
}
essai "le maire, nommé sans son titre, quitte la salle" {
  remplacer = { { ", puis quitte la salle au moment du vote", ". M. Gontran VAUCHELLES quitte la salle" } }, attendu = "conforme",
}
essai "ni mention du retrait, ni maire reconnu" {
  remplacer = { { ", puis quitte la salle au moment du vote", "" }, { "VAUCHELLES, Maire", "VAUCHELLES" },
                { "par onze voix pour", "par douze voix pour" } },
  attendu = "anomalie", gravite = "information", message = "ne dit pas que l'exécutif s'est retiré", preuve = "compte administratif",
}
essai "voix non décomptées, retrait mentionné" {
  remplacer = { { ", par onze voix pour, zéro contre et une abstention,", ", à l'unanimité," } },
  attendu = "conforme", message = "voix non décomptées",
}
essai "voix non décomptées, aucun retrait" {
  remplacer = { { ", par onze voix pour, zéro contre et une abstention,", ", à l'unanimité," },
                { ", puis quitte la salle au moment du vote", "" } },
  attendu = "anomalie", gravite = "information", message = "voix non décomptées",
}
essai "voix non décomptées, le maire est absent" {
  remplacer = { { ", par onze voix pour, zéro contre et une abstention,", ", à l'unanimité," },
                { ", puis quitte la salle au moment du vote", ", M. Gontran VAUCHELLES, maire, étant absent" } },
  attendu = "conforme", message = "voix non décomptées",
}
essai "voix non décomptées, un autre est absent" {
  remplacer = { { ", par onze voix pour, zéro contre et une abstention,", ", à l'unanimité," },
                { ", puis quitte la salle au moment du vote", ". M. Philibert CORMONTAL étant absent, le débat s'ouvre" } },
  attendu = "anomalie", gravite = "information", message = "voix non décomptées",
}
essai "affectation du résultat" {
  remplacer = { { "Vote du compte administratif 2023", "Affectation du résultat du compte administratif 2023" } },
  attendu = "sans_objet",
}
essai "compte et affectation d'un seul vote" {
  remplacer = { { "Vote du compte administratif 2023", "Vote du compte administratif 2023 et affectation du résultat" } },
  attendu = "non_verifiable", message = "vote un compte et autre chose",
}
essai "objet illisible" {
  remplacer = { { "Objet : Vote du compte administratif 2023\n", "" } }, attendu = "non_verifiable", message = "objet",
}
essai "décompte incomplet" {
  remplacer = { { ", zéro contre et une abstention", "" } }, attendu = "non_verifiable", message = "contre",
}
essai "autre objet" { document = "cm-reguliere", attendu = "sans_objet" }
essai "département : compte administratif" {
  document = "cd-pleniere", remplacer = { { "Adoption du schéma départemental des mobilités du quotidien", "Objet : Vote du compte administratif 2022" } },
  attendu = "anomalie", gravite = "mineure", message = "18 voix pour 18 présents ou représentés ; sans le président (Mme SORMIERS), 17 au plus",
}
essai "département : le compte, depuis que l'article est déplacé" {
  document = "cd-pleniere", remplacer = { { "Adoption du schéma départemental des mobilités du quotidien", "Objet : Vote du compte administratif 2025" },
    { "vendredi 24 novembre 2023", "vendredi 26 juin 2026" } },
  attendu = "non_verifiable", message = "compte.retrait_du_president.departement",
}
essai "un compte déjà voté est rectifié" {
  remplacer = { { "Vote du compte administratif 2023", "Rectification du compte administratif 2023 adopté le 2 avril 2024" } }, attendu = "sans_objet",
}
essai "département" { document = "cd-pleniere", attendu = "sans_objet" }
essai "conseil communautaire : le président a voté" {
  document = "cc-reguliere",
  remplacer = { { "Fonds de concours à la commune de Langeverne pour la rénovation de l'école", "Vote du compte administratif 2022" } },
  attendu = "anomalie", gravite = "mineure", message = "22 voix pour 22 présents ou représentés ; sans le président (Octave BRISEMONTIER), 21 au plus",
}
local SANS_DECOMPTE = ", par onze voix pour, zéro contre et une abstention,"
for mots in chaque { "13 votants", "treize votants", "13 suffrages exprimés" } do
  essai("le maire se retire, et l'unanimité est celle de tous : " .. mots) {
    remplacer = { { SANS_DECOMPTE, ", à l'unanimité des " .. mots .. "," } }, attendu = "non_verifiable", message = "pour 13 présents ou représentés : si l'exécutif est de ceux-là, une voix est de trop",
  }
end
for mots in chaque { "12 votants", "douze votants", "suffrages exprimés", "membres présents" } do
  essai("le maire se retire, et l'unanimité est sans lui : " .. mots) {
    remplacer = { { SANS_DECOMPTE, ", à l'unanimité des " .. mots .. "," } }, attendu = "conforme", message = "retrait mentionné",
  }
end
essai "le maire se retire, et qui vote n'est pas lu" {
  remplacer = { { SANS_DECOMPTE, ", à l'unanimité des 13 votants," }, { "puis quitte la salle au moment du vote. Mme Odeline\nBRASSENEUIL, première adjointe, préside.", "puis s'étant retiré, la présidence est assurée par la doyenne." } },
  attendu = "non_verifiable", message = "retrait mentionné",
}
