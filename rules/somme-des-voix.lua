-- SPDX-License-Identifier: EUPL-1.2

-- Plus de voix que de votants : une faute, sauf si une autre règle la dit déjà ou si les listes ne suffisent pas à la
-- prouver.
local function trop_de_voix(d, v, total, maxi)
  local annonces, hors_liste = d:si_lu("votants_annonces"), nombre(mandataires_hors_liste(d))
  local contre = v:si_lu("contre") or 0
  if v:si_lu("formule") == "unanimite" and total - contre <= maxi then
    return "doute", texte("%d voix pour %d présents ou représentés, à cause de %d voix contre : voir unanimite",
      total, maxi, contre)
  end
  if total <= maxi + hors_liste then
    return "doute", texte("%d voix pour %d présents ou représentés, hormis %s hors de la liste : voir mandataire-present",
      total, maxi, compte_de(hors_liste, "mandataire"))
  end
  if annonces and total <= annonces then
    return "doute", texte("%d voix : l'acte annonce %d votants mais n'en nomme que %d", total, annonces, maxi)
  end
  if quorum_manque(d) then
    return "doute", texte("%d voix pour %d présents ou représentés, moins que le quorum : voir quorum", total, maxi)
  end
  local oublies = hors_des_listes(d, oui)
  if total <= maxi + oublies then
    return "doute", texte("%d voix pour %d présents ou représentés, mais %s : la liste des présents est-elle entière ?", total, maxi,
      compte_de(oublies, "membre en exercice n'est nommé ni parmi eux ni parmi les absents",
        "membres en exercice ne sont nommés ni parmi eux ni parmi les absents"))
  end
  return "majeure", texte("%d voix décomptées pour %d présents ou représentés", total, maxi)
end

-- Les bornes des votants quand les listes sont lues, sinon rien.
local function votants_si_lus(d, listes)
  if not listes then return nil end
  return votants(d)
end

-- Des élus que la liste compte parmi les présents ne prennent pas part au vote : leur voix est de trop. On n'accuse que si
-- l'acte n'a qu'un vote, sans quoi rien ne dit auquel ils n'ont pas pris part.
local function voix_des_deports(d, total, maxi, retires, noms)
  local permis, annonces = maxi - retires, d:si_lu("votants_annonces")
  local dit = texte("%d voix décomptées pour %d présents ou représentés, dont %s qui ne %s pas part au vote : %d au plus",
    total, maxi, liste(noms), retires > 1 and "prennent" or "prend", permis)
  if nombre(d.votes) > 1 then return "doute", dit .. ", si c'est à ce vote" end
  if total <= permis + nombre(mandataires_hors_liste(d)) then
    return "doute", dit .. ", hormis les mandataires hors de la liste : voir mandataire-present"
  end
  if annonces and total <= annonces - retires then
    return "doute", texte("%s, mais l'acte annonce %d votants", dit, annonces)
  end
  return "majeure", dit
end

-- Les pouvoirs que portent ceux qui ne prennent pas part au vote : ces voix peuvent manquer aussi.
local function pouvoirs_des_deports(d)
  local n = 0
  for groupe in chaque(regroupe(d.pouvoirs, "mandataire")) do
    if contient(d.deports, groupe) then n = n + groupe.nombre end
  end
  return n
end

-- Ceux qui ne votent pas, avec ceux dont ils portent le pouvoir.
local function sans_voix(n)
  return texte("dont %d qui ne %s pas part au vote", n, n > 1 and "prennent" or "prend")
end

-- Un acte ne peut compter plus de voix qu'il n'a de membres : la liste des présents, ou l'effectif, est mal écrite ou mal lue.
local function plus_que_de_membres(d, total)
  local effectif = d:si_lu("effectif")
  if not effectif or total <= effectif then return nil end
  return texte("%d voix, et seulement %s : l'un des deux nombres est faux", total, membres_en_exercice(d))
end

-- Moins de voix que de votants : refus de vote, sortie de salle, non-participation. Cela ne se signale que si l'acte
-- donne la présence au moment du vote (départements, régions) ou annonce lui-même ce nombre de votants.
local function moins_de_voix(d, v, total, mini, maxi)
  local a_part = plus_grand(v:si_lu("ne_prennent_pas_part") or 0, nombre(d.deports)) + pouvoirs_des_deports(d)
  local manquent = mini - total - a_part
  if manquent <= 0 then
    return "juste", texte("%d voix pour %d présents ou représentés%s", total, maxi, a_part ~= 0 and texte(", %s", sans_voix(a_part)) or "")
  end
  local au_vote = d.niveau == "departement" or d.niveau == "region" or d:si_lu("votants_annonces") == mini
  local message = texte("%d voix décomptées pour %d présents ou représentés", total, mini)
  if au_vote then return "information", texte("%s : %s",
    message, compte_de(manquent, "voix manque", "voix manquent")) end
  return "juste", message
end

-- L'acte ne nomme pas ses présents mais annonce un nombre de votants, qui peut ne pas compter les abstentions. Une liste
-- ambiguë (arrivée ou départ raconté, deux séances) peut avoir changé ce nombre depuis qu'il a été annoncé.
local function avec_le_nombre(d, v, total)
  local annonces, exprimees = d.votants_annonces, v.pour + v.contre
  local change = d:statut("presents") == "ambigu" or d:statut("pouvoirs") == "ambigu"
  if exprimees > annonces then return change and "doute" or "majeure", texte("%d voix pour et contre, %d votants annoncés",
    exprimees, annonces) end
  if total > annonces and exprimees < annonces then
    return "doute", texte("%d voix, %d votants annoncés : ce nombre ne compte peut-être pas toutes les abstentions",
      total, annonces)
  end
  return "juste", texte("%d voix, %d votants annoncés", total, annonces)
end

-- « Amicale 1 200 € 14 pour / Comité 2 500 € 19 pour » : un vote par ligne, à côté de chaque somme. Quand un seul est lu, les autres ne sont pas jugés.
local PLUS_GRANDE_ASSEMBLEE = 200
local APRES_LA_SOMME = { "§ %d pour", "§%d pour", "§ - %d pour", "§ – %d pour", "§ : %d pour", "§, %d pour", "§ | %d pour", "§ (%d pour" }
local function voix_pour_derriere(mots)
  if not trouve(mots, "pour") then return nil end
  for n = 1, PLUS_GRANDE_ASSEMBLEE do
    if trouve(mots, texte("%d pour", n)) then
      for modele in chaque(APRES_LA_SOMME) do
        if trouve("§" .. mots, texte(modele, n)) then return n end
      end
    end
  end
  return nil
end

-- Le vote lu peut être lui-même entre deux sommes : il faut d'autres voix que les siennes, ou deux fois les siennes.
local function autre_vote_de_ligne(d, v)
  if nombre(d.votes) > 1 or d:statut("montants") ~= "lu" then return nil end
  local devant, deja = nil, false
  for m in chaque(d.montants) do
    local mots = devant and entre(devant, m)
    local voix_dites = mots and voix_pour_derriere(mots)
    if voix_dites and (deja or voix_dites ~= v:si_lu("pour")) then return voix_dites end
    deja, devant = deja or voix_dites, m
  end
  return nil
end

-- « À l'unanimité des 7 votants » : un nombre de voix, qui n'est pas un décompte.
local UNANIMITE_DE_TANT = { "unanimité des 1", "unanimité des 2", "unanimité des 3", "unanimité des 4", "unanimité des 5",
  "unanimité des 6", "unanimité des 7", "unanimité des 8", "unanimité des 9" }

regle {
  id      = "somme-des-voix",
  version = "1.5.0",
  titre   = "Somme des voix, présents et représentés",
  gravite = "majeure",
  resume  = "Il ne peut y avoir plus de voix que d'élus présents ou représentés. Moins de voix n'est qu'une information "
    .. ": refus de vote, sortie de salle, élus qui ne prennent pas part. Quand la cause est ailleurs (un "
    .. "mandataire hors de la liste, une voix contre à côté d'une unanimité, un quorum manqué), la règle renvoie à "
    .. "celle qui le dit. Un élu qui ne prend pas part au vote n'a pas de voix : s'il est nommé parmi les présents, le "
    .. "plus grand nombre de voix baisse d'autant. Une voix dont le décompte ne dit rien (« 9 voix pour, 1 abstention ») est nulle "
    .. "quand celles qu'il dit font tous les présents et représentés.",
  fondement = {
    { usage = "arithmétique : nul ne vote deux fois en son nom" },
    { niveau = "commune", code = "CGCT", article = "L. 2121-20",
      dit = "les délibérations sont prises à la majorité absolue des suffrages exprimés" },
    { niveau = "epci", code = "CGCT", article = "L. 2121-20",
      dit = "les délibérations sont prises à la majorité absolue des suffrages exprimés" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", organe = "conseil_departemental", code = "CGCT", article = "L. 3121-14",
      dit = "les délibérations sont prises à la majorité des suffrages exprimés" },
    { niveau = "departement", organe = "commission_permanente", code = "CGCT", article = "L. 3121-14-1",
      dit = "la règle de majorité de l'article L. 3121-14 vaut pour la commission permanente" },
    { niveau = "region", organe = "conseil_regional", code = "CGCT", article = "L. 4132-13",
      dit = "les délibérations sont prises à la majorité des suffrages exprimés" },
    { niveau = "region", organe = "commission_permanente", code = "CGCT", article = "L. 4132-13-1",
      dit = "la règle de majorité du conseil régional vaut pour la commission permanente" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple     = "cp-reguliere",

  controle = function(d)
    if not parametre_de(d, "pouvoirs.maximum") then return hors_table(d, "somme des voix") end
    return par_vote(d, function(v)
      if sans_decompte(v) and porte_un_de(v:si_lu("formule_texte") or "", UNANIMITE_DE_TANT) and trouve(v.formule_texte, "votants") then
        return "doute", "l'acte ne compte les voix que dans ses mots (« à l'unanimité des… ») : à rapprocher des présents et des pouvoirs"
      end
      if sans_decompte(v) then return nil, "aucune voix n'est décomptée" end
      local manque = voix_manquante(d, v)
      local listes = d:statut("presents") == "lu" and d:statut("pouvoirs") == "lu"
      if manque then
        local _, maxi = votants_si_lus(d, listes)
        if maxi and voix_lues(v) > maxi then return trop_de_voix(d, v, voix_lues(v), maxi) end
        if voix_d_un_candidat(d, v) then return nil, "voix d'un candidat : celles des autres, et les bulletins blancs, n'y sont pas" end
        return "non_lu", manque
      end
      local total = voix_lues(v)
      if not listes and d:statut("votants_annonces") == "lu" then return avec_le_nombre(d, v, total) end
      local mini, maxi = votants(d)
      if total > maxi then return trop_de_voix(d, v, total, maxi) end
      local trop = plus_que_de_membres(d, total)
      if trop then return "doute", trop end
      local doubles = pouvoirs_en_double(d)
      if doubles > 0 and total > maxi - doubles then
        return "doute", texte("%d voix pour %d présents ou représentés, dont %s qui %s aussi parmi les présents : une voix de trop, ou un départ : voir mandant-absent",
          total, maxi, compte_de(doubles, "mandant"), doubles > 1 and "sont" or "est")
      end
      local retires, noms = deports_presents(d)
      if total > maxi - retires then return voix_des_deports(d, total, maxi, retires, noms) end
      local a_part = d:statut("deports") ~= "lu" and v:si_lu("ne_prennent_pas_part") or 0
      if total > maxi - a_part then
        return "doute", texte("%d voix pour %d présents ou représentés, %s selon le décompte : la liste des présents les compte-t-elle ?",
          total, maxi, sans_voix(a_part))
      end
      local ligne = autre_vote_de_ligne(d, v)
      if ligne then
        return "doute", texte("%d voix pour %d présents ou représentés, mais un autre vote (« %d pour ») est écrit à côté d'une somme et n'est pas lu", total, maxi, ligne)
      end
      return moins_de_voix(d, v, total, mini, maxi)
    end)
  end,
}

essai "à l'unanimité des 18 votants : un nombre, sans décompte" {
  document = "cm-reguliere",
  remplacer = { { "à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention", "à l'unanimité des 18 votants" } },
  attendu = "non_verifiable", message = "à l'unanimité des…",
}
essai "une liste de présents sur deux n'est pas lue" {
  document = "cc-reguliere", remplacer = { { "Présents : 18\n", "" }, { "Votants : 22\n", "" }, { "Achille KERLOUANEC, Bastien LAUZERVILLE, ", "Achille KERLOUANEC, " } },
  attendu = "non_verifiable", message = "1 membre en exercice n'est nommé ni parmi eux ni parmi les absents",
}
essai "une liste de présents coupée par un tampon, sans absents" {
  document = "cm-delegation", remplacer = { { "Nombre de membres présents : 10\n", "" }, { "M. Quentin BELLEFOSSE, ", "" }, { "Absente : Mme Aurélie MONTAUROC.\n", "" } },
  attendu = "non_verifiable", message = "2 membres en exercice ne sont nommés ni parmi eux ni parmi les absents",
}
essai "une liste de présents sans l'un d'eux, et une voix de plus que les membres qui manquent" {
  document = "cc-reguliere", remplacer = { { "Présents : 18\n", "" }, { "Votants : 22\n", "" }, { "Achille KERLOUANEC, Bastien LAUZERVILLE, ", "Achille KERLOUANEC, " },
    { "Pour : 20", "Pour : 21" } },
  attendu = "anomalie", gravite = "majeure", message = "23 voix décomptées pour 21 présents ou représentés",
}
essai "commission permanente : 29 voix pour 29" { attendu = "conforme",
message = "29 voix pour 29 présents ou représentés" }

essai "autant de voix que de présents, et plus que de membres" {
  document = "cm-reguliere", remplacer = { { "membres en exercice : 19", "membres en exercice : 17" } },
  attendu = "non_verifiable", message = "18 voix, et seulement 17 membres en exercice : l'un des deux nombres est faux",
}
essai "plus de voix que de votants" {
  remplacer = { { "Pour : 29", "Pour : 35" } },
  attendu = "anomalie",
  gravite = "majeure", message = "35 voix décomptées pour 29 présents ou représentés", preuve = "Pour : 35",
}
essai "plus de voix que de votants, exemple complet" {
  document = "cp-trop-de-voix",
  attendu = "anomalie", gravite = "majeure", message = "33 voix décomptées pour 29 présents ou représentés",
}
essai "deux voix de moins : une information" {
  remplacer = { { "Pour : 29", "Pour : 27" } },
  attendu = "anomalie",
  gravite = "information", message = "27 voix décomptées pour 29 présents ou représentés : 2 voix manquent",
}
essai "deux voix de moins, deux déports" {
  remplacer = {
    { "\nVote :\n\nPour : 29", "\nNe prennent pas part au vote : M. ROQUEVIEL, Mme HAUTEFAGE.\n\nVote :\n\nPour : 27" },
  },
  attendu = "conforme", message = "27 voix pour 29 présents ou représentés, dont 2 qui ne prennent pas part au vote",
}
essai "deux déports, et toutes les voix" {
  remplacer = {
    { "\nVote :\n", "\nNe prennent pas part au vote : M. ROQUEVIEL, Mme HAUTEFAGE.\n\nVote :\n" },
  },
  attendu = "anomalie", gravite = "majeure",
  message = "29 voix décomptées pour 29 présents ou représentés, dont M. ROQUEVIEL et Mme HAUTEFAGE qui ne prennent pas",
  preuve = "Pour : 29",
}
essai "un déport qui porte un pouvoir : deux voix de moins, au plus" {
  remplacer = {
    { "\nVote :\n\nPour : 29", "\nNe prend pas part au vote : Mme SAUVEPLANE.\n\nVote :\n\nPour : 27" },
  },
  attendu = "conforme", message = "27 voix pour 29 présents ou représentés, dont 2 qui ne prennent pas",
}
essai "un déport qui porte un pouvoir : son mandant peut compter" {
  remplacer = {
    { "\nVote :\n\nPour : 29", "\nNe prend pas part au vote : Mme SAUVEPLANE.\n\nVote :\n\nPour : 28" },
  },
  attendu = "conforme",
}
essai "un nombre à part, sans les noms" {
  remplacer = { { "Abstentions : 0", "Abstentions : 0 Ne prennent pas part au vote : 2" } },
  attendu = "non_verifiable", message = "dont 2 qui ne prennent pas part au vote selon le décompte : la liste des présents les compte-t-elle",
}
essai "deux déports, une voix de trop seulement" {
  remplacer = {
    { "\nVote :\n\nPour : 29", "\nNe prennent pas part au vote : M. ROQUEVIEL, Mme HAUTEFAGE.\n\nVote :\n\nPour : 28" },
  },
  attendu = "anomalie", gravite = "majeure", message = "27 au plus",
}
essai "un déport et un mandataire hors de la liste" {
  document = "cp-mandataire-absent",
  remplacer = { { "\nVote :\n", "\nNe prend pas part au vote : Mme ALBARÈDE.\n\nVote :\n" } },
  attendu = "non_verifiable", message = "voir mandataire-present",
}
essai "un déport que la liste des présents ne nomme pas" {
  remplacer = {
    { "\nVote :\n", "\nNe prend pas part au vote : M. KERVAZEL.\n\nVote :\n" },
  },
  attendu = "conforme", message = "29 voix pour 29",
}
essai "un déport, et plusieurs votes : on ne sait auquel" {
  document = "pv-conseil-municipal",
  remplacer = { { "Pour : 11 Contre : 1", "Ne prend pas part au vote : M. Lancelot CRESSENSAC.\n\nPour : 11 Contre : 1" } },
  attendu = "non_verifiable", message = "dont M. Lancelot CRESSENSAC qui ne prend pas part au vote : 12 au plus, si c'est à ce vote",
}
essai "une voix contre en trop : l'unanimité est en cause" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 29 Contre : 1" } },
  attendu = "non_verifiable", message = "voir unanimite",
}
essai "un mandataire hors de la liste : mandataire-present le dit" {
  remplacer = { { "Mme\nFONTRAILLE,  M.  GARIVEL", "M.  GARIVEL" } },
  attendu = "non_verifiable", message = "voir mandataire-present",
}
essai "liste trop courte pour le quorum : quorum le dit" {
  effectif = 90, remplacer = { { "Pour : 29", "Pour : 35" } },
  attendu = "non_verifiable", message = "voir quorum",
}
essai "rien n'est dit des voix contre, et tous ont voté" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 27 Abstentions : 2" } }, attendu = "conforme", message = "29 voix pour 29 présents ou représentés",
}
essai "rien n'est dit des voix contre, et il manque une voix" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 26 Abstentions : 2" } }, attendu = "non_verifiable", message = "contre",
}
essai "décompte incomplet" { remplacer = { { "Pour : 29 Contre : 0 ", "Pour : 28 " } }, attendu = "non_verifiable", message = "contre" }
essai "unanimité sans décompte" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "" } }, attendu = "sans_objet",
}
essai "conseil municipal : voix en lettres" { document = "cm-reguliere",
attendu = "conforme", message = "18 voix pour 18 présents ou représentés" }
essai "conseil municipal : dix-neuf voix pour dix-huit votants" {
  document = "cm-reguliere", remplacer = { { "zéro abstention", "une abstention" } },
  attendu = "anomalie", gravite = "majeure", message = "19 voix décomptées pour 18 présents ou représentés",
}
essai "conseil municipal : le président hors de la liste vote aussi" {
  document = "cm-reguliere",
  remplacer = {
    { "Étaient présents : Mme Solange BRÉVILLARD, M. Tancrède", "Étaient présents : M. Tancrède" },
  },
  attendu = "conforme",
}
essai "procès-verbal : quatre votes, trois actes" {
  document = "pv-conseil-municipal", attendu = "conforme", message = "2 votes jugés",
}
essai "procès-verbal : le second vote d'un acte" {
  document = "pv-conseil-municipal", remplacer = { { "Pour : 11 Contre : 1", "Pour : 15 Contre : 1" } },
  attendu = "anomalie", gravite = "majeure", message = "vote 2 : 17 voix décomptées pour 13 présents ou représentés",
  preuve = "Pour : 15",
}
essai "le président n'est pas dans la liste et sa voix n'est pas comptée" {
  remplacer = { { "M.  ARGENTEL,  Mme  BELLOUVIER", "Mme  BELLOUVIER" }, { "Pour : 29", "Pour : 28" } },
  attendu = "conforme",
}
essai "le président n'est pas dans la liste et sa voix est comptée" {
  remplacer = { { "M.  ARGENTEL,  Mme  BELLOUVIER", "Mme  BELLOUVIER" } }, attendu = "conforme",
}
essai "une voix n'est pas dite : celles qui le sont suffisent à dépasser" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 33" } },
  attendu = "anomalie", gravite = "majeure", message = "33 voix décomptées pour 29 présents ou représentés", preuve = "Pour : 33",
}
essai "une voix n'est pas dite, rien ne dépasse" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 28" } },
  attendu = "non_verifiable", message = "contre",
}
essai "conseil communautaire" { document = "cc-reguliere",
attendu = "conforme", message = "22 voix pour 22 présents ou représentés" }
essai "conseil régional" {
  document = "cr-pleniere", remplacer = { { "Pour : 17 ", "Pour : 19 " } },
  attendu = "anomalie", gravite = "majeure", message = "25 voix décomptées pour 23",
}
essai "l'acte annonce plus de votants qu'il n'en nomme" {
  document = "cm-reguliere", remplacer = { { "Nombre de votants : 18", "Nombre de votants : 19" }, { "zéro abstention", "une abstention" } },
  attendu = "non_verifiable", message = "annonce 19 votants mais n'en nomme que 18",
}
essai "un déport, et plus de votants annoncés que nommés" {
  document = "cm-reguliere",
  remplacer = { { "Nombre de votants : 18", "Nombre de votants : 19" },
    { "Le conseil municipal, après", "Ne prend pas part au vote : Mme Capucine NIVERDOIS.\n\nLe conseil municipal, après" } },
  attendu = "non_verifiable", message = "mais l'acte annonce 19 votants",
}
essai "région : deux voix de moins" {
  document = "cr-pleniere", remplacer = { { "Pour : 17 ", "Pour : 15 " } },
  attendu = "anomalie", gravite = "information", message = "2 voix manquent",
}
essai "commune sans votants annoncés : une voix de moins ne se signale pas" {
  document = "cm-delegation", remplacer = { { "par dix voix pour", "par neuf voix pour" } }, attendu = "conforme", message = "9 voix décomptées pour",
}
essai "commune qui annonce ses votants : des voix de moins" {
  document = "cm-reguliere", remplacer = { { "par dix-huit voix", "par dix-sept voix" } },
  attendu = "anomalie", gravite = "information", message = "1 voix manque",
}
local SANS_LISTE = { "Étaient présents :", "Membres :" }
essai "liste illisible : plus de voix que de votants annoncés" {
  document = "cm-reguliere", remplacer = { SANS_LISTE, { "par dix-huit voix", "par dix-neuf voix" } },
  attendu = "anomalie", gravite = "majeure", message = "19 voix pour et contre, 18 votants annoncés",
}
essai "liste illisible : autant de voix que de votants annoncés" {
  document = "cm-reguliere", remplacer = { SANS_LISTE }, attendu = "conforme", message = "18 voix, 18 votants annoncés",
}
essai "liste illisible : les abstentions ne sont peut-être pas des votants" {
  document = "cm-reguliere", remplacer = { SANS_LISTE, { "par dix-huit voix", "par dix-sept voix" }, { "zéro abstention", "deux abstentions" } },
  attendu = "non_verifiable", message = "19 voix, 18 votants annoncés",
}
essai "liste illisible : abstentions comprises dans les votants annoncés" {
  document = "cm-reguliere", remplacer = { SANS_LISTE, { "par dix-huit voix", "par dix-sept voix" }, { "zéro abstention", "une abstention" } },
  attendu = "conforme", message = "18 voix, 18 votants annoncés",
}
essai "liste illisible : abstentions hors des votants annoncés" {
  document = "cm-reguliere", remplacer = { SANS_LISTE, { "zéro abstention", "une abstention" } },
  attendu = "conforme", message = "19 voix, 18 votants annoncés",
}
essai "présence bornée : le nombre annoncé a pu changer" {
  document = "cm-reguliere",
  remplacer = { { "M. Ferréol GRISOLANGE,\nMme", "M. Ferréol GRISOLANGE (arrivé à 20h15),\nMme" }, { "par dix-huit voix", "par dix-neuf voix" } },
  attendu = "non_verifiable", message = "19 voix pour et contre",
}
essai "une voix n'est pas dite, celles qui le sont y suffisent tout juste" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 29" } }, attendu = "conforme", message = "29 voix pour 29 présents ou représentés",
}
essai "procès-verbal : le vote qui ne donne pas tout est nommé, les autres sont jugés" {
  document = "pv-conseil-municipal", remplacer = { { "Pour : 13 Contre : 0 Abstentions : 0", "Pour : 12" } },
  attendu = "non_verifiable", message = "Contre (vote 1) : le décompte ne dit rien de « contre » ; 1 autre vote jugé, rien à relever",
}
essai "procès-verbal : un même manque se dit une fois" {
  document = "pv-conseil-municipal",
  remplacer = { { "Pour : 13 Contre : 0 Abstentions : 0", "Pour : 12" }, { "Pour : 11 Contre : 1 Abstentions : 1", "Pour : 11" } },
  attendu = "non_verifiable", message = "Contre (votes 1 et 2) : le décompte ne dit rien",
}
essai "procès-verbal : un élu arrive avant le vote, une voix de plus n'accuse pas" {
  document = "pv-conseil-municipal",
  remplacer = { { "Délibération n° 2024-023", "M. Damien MONTFAUCHER arrive avant le vote de la délibération n° 2024-023.\n\nDélibération n° 2024-023" },
    { "Pour : 12 Contre : 0 Abstentions : 1", "Pour : 13 Contre : 0 Abstentions : 1" } },
  attendu = "non_verifiable", message = "est dit avant cet acte",
}
essai "procès-verbal : un élu quitte la salle derrière le vote, il y avait voix" {
  document = "pv-conseil-municipal",
  remplacer = { { "Délibération n° 2024-023", "M. Valère ISSENGEAC quitte la salle.\n\nDélibération n° 2024-023" } },
  attendu = "non_verifiable", message = "suit le vote : rien ne dit si l'élu y a pris part",
}
essai "autant de voix que de présents et de pouvoirs, dont un mandant présent" {
  document = "cm-reguliere",
  remplacer = { { "M. Ferréol GRISOLANGE,\nMme", "M. Ferréol GRISOLANGE, M. Eudes MORTELANGE,\nMme" }, { "membres présents : 15", "membres présents : 16" },
    { "par dix-huit voix", "par dix-neuf voix" } },
  attendu = "non_verifiable", message = "19 voix pour 19 présents ou représentés, dont 1 mandant qui est aussi parmi les présents",
}
local VOTE_SEUL, DISPOSITIF = "à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention,", "Mme le Maire présente les deux devis reçus."
local function lignes(premiere, seconde)
  return { { VOTE_SEUL, "" }, { DISPOSITIF, texte("Association      Montant      Vote\nLes Amis du lavoir      1 200 €      %s\nLa Boule verte      650 €      %s", premiere, seconde) } }
end
essai "un vote par ligne, un seul lu" {
  document = "cm-reguliere", remplacer = lignes("25 pour", "17 pour, 1 abstention"), attendu = "non_verifiable", message = "un autre vote (« 25 pour ») est écrit à côté d'une somme",
}
essai "un vote par ligne, et celui qui est lu a trop de voix" {
  document = "cm-reguliere", remplacer = lignes("18 pour", "17 pour, 2 abstentions"), attendu = "anomalie", gravite = "majeure", message = "19 voix décomptées pour 18",
}
essai "des sommes et leur année, pour un seul vote" {
  document = "cm-reguliere",
  remplacer = { { DISPOSITIF, "Sont inscrits 1 200 € en 2023 pour la tondeuse, 650 € à l'article 21 pour la remorque et 300 € pour le reste." } },
  attendu = "conforme", message = "18 voix pour 18 présents ou représentés",
}
essai "un vote par ligne, derrière un tiret, un seul lu" {
  document = "cm-reguliere",
  remplacer = { { VOTE_SEUL, "" }, { DISPOSITIF, "Les Amis du lavoir : 1 200 € – 18 pour\nLa Boule verte : 650 € – 17 pour, 1 abstention" } },
  attendu = "non_verifiable", message = "un autre vote (« 18 pour »)",
}
essai "le seul vote est écrit entre deux sommes" {
  document = "cm-reguliere",
  remplacer = { { VOTE_SEUL, "" }, { DISPOSITIF, "La reprise est de 1 200 €.\n\nLe conseil municipal, par 18 pour, 0 contre et 0 abstention, l'accepte." }, { "Le conseil municipal, après en avoir délibéré, \n\n", "" } },
  attendu = "conforme", message = "18 voix pour 18",
}
local VOTE = "à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention,\n\nDÉCIDE"
local function candidats(mots)
  return { { "Le conseil municipal, après en avoir délibéré, " .. VOTE .. "\n\n- d'acquérir la tondeuse proposée par les établissements Verdurel au prix de 8 940 € toutes taxes\ncomprises ;\n\n- d'inscrire cette dépense au budget communal.", mots } }
end
essai "les voix d'un candidat" {
  document = "cm-reguliere", remplacer = candidats("Au scrutin secret, M. Ferréol GRISOLANGE a obtenu 11 voix. M. Ferréol GRISOLANGE est proclamé élu."),
  attendu = "sans_objet", message = "voix d'un candidat",
}
essai "les voix d'un candidat, plus que de votants" {
  document = "cm-reguliere", remplacer = candidats("Au scrutin secret, M. Ferréol GRISOLANGE a obtenu 19 voix. M. Ferréol GRISOLANGE est proclamé élu."),
  attendu = "anomalie", gravite = "majeure", message = "19 voix décomptées pour 18 présents ou représentés",
}
essai "les voix de deux candidats" {
  document = "cm-reguliere", remplacer = candidats("Ont obtenu : M. Ferréol GRISOLANGE, 11 voix ; Mme Zélie AUBESPINAY, 7 voix. M. Ferréol GRISOLANGE est proclamé élu."),
  attendu = "sans_objet", message = "une élection y est dite",
}
