-- SPDX-License-Identifier: EUPL-1.2

local PRESIDENCE = { "élection du président", "élection de la présidente", "élection de son président", "élection de sa présidente", "élire son président", "élire sa présidente", "élu président du conseil",
  "élue présidente du conseil", "élu président de la région", "élue présidente de la région", "élu président du département", "élue présidente du département", "proclamé président", "proclamée présidente" }
-- Ce qui élit le président d'autre chose, ou rappelle celui qui est élu.
local AUTRE_PRESIDENCE = { "président de la commission", "présidente de la commission", "président d'une", "présidente d'une", "président de séance", "présidente de séance", "président du comité", "présidente du comité",
  "président du jury", "président du groupe", "présidente du groupe", "président de l'", "présidente de l'", "vu ", "vu l", "procès-verbal", "délibération", "suite à", "à la suite", "depuis l'élection", "après l'élection",
  "lors de l'élection", "article", "considérant", "rappel" }

local function hors_pleniere(d)
  return d.organe ~= "conseil_departemental" and d.organe ~= "conseil_regional"
end

local function elit_le_president(d)
  local objet = d:si_lu("objet") or ""
  return not hors_pleniere(d) and porte_un_de(objet, { "élection du président", "élection de la présidente" }) and not porte_un_de(objet, AUTRE_PRESIDENCE)
end

-- L'objet n'est pas lu, ou l'admet ; l'acte le dit.
local function elit_peut_etre_le_president(d)
  local objet = d:si_lu("objet")
  if hors_pleniere(d) or objet and not porte_un_de(objet, { "installation", "réunion de droit", "renouvellement", "présidence" }) then return false end
  for p in chaque(passages(d, PRESIDENCE)) do
    if not porte_un_de(p, AUTRE_PRESIDENCE) then return true end
  end
  return false
end

local ELECTIONS_DE_LA_MUNICIPALITE = { "élection du maire", "élection de la maire", "élection du nouveau maire", "élection des adjoint", "élection d'un adjoint", "élection d'une adjoint",
  "élection d'adjoint", "installation du conseil" }

-- Au printemps 2020 les pouvoirs comptent pour tout vote, sauf peut-être celui-là ; un objet qui n'est pas lu peut l'être.
local function elit_peut_etre_la_municipalite(d)
  local objet = d:si_lu("objet")
  return d.organe == "conseil_municipal" and (not objet or porte_un_de(objet, ELECTIONS_DE_LA_MUNICIPALITE))
end

local RECONVOQUEE = { "seconde convocation", "deuxième convocation", "nouvelle convocation", "convocation nouvelle", "première convocation", "faute de quorum", "défaut de quorum", "absence de quorum",
  "sans quorum", "sans condition de quorum", "sans condition de nombre", "quel que soit le nombre de", "quorum n'est pas exigé", "quorum n'est pas requis", "quorum n'étant pas exigé",
  "quorum n'étant pas requis", "seconde réunion", "reconvoqué", "convoqué de nouveau", "convoqué à nouveau", "convoqué une seconde fois", "convoqué une deuxième fois" }
-- Ce qu'une réunion de l'assemblée a dans sa phrase, et ce qui dit celle d'un autre.
local DE_L_ASSEMBLEE = { "quorum", "le conseil ", "l'assemblée", "convoqué", "présents", "séance" }
local D_UN_AUTRE = { "conseil d'", "commission", "CAO", "chantier", "réunion publique", "comité", "vaccin" }

-- Réunie de nouveau faute de quorum, l'assemblée délibère sans condition de nombre : ce que l'acte en dit, ou nil.
local function seconde_convocation(d)
  if d:statut("seance.seconde_convocation") == "lu" then return "seconde convocation mentionnée :" end
  for p in chaque(passages(d, RECONVOQUEE)) do
    local autre = autre_assemblee(d, p) or ((organe_tiers(p) or porte_un_de(p, D_UN_AUTRE)) and not porte_un_de(p, noms_de_l_organe(d)))
    if not autre and porte_un_de(p, DE_L_ASSEMBLEE) then return texte("l'acte dit « %s » ; si c'est une seconde convocation,", p.texte) end
  end
  return nil
end

-- Une assemblée plénière qui n'aurait pas le quorum, dans un acte qui nomme la commission permanente, et où il est atteint avec les pouvoirs.
local function peut_etre_en_commission(d, haut, exiges)
  if hors_pleniere(d) then return nil end
  local avec = haut + nombre(d:si_lu("pouvoirs") or {})
  if avec < exiges then return nil end
  for p in chaque(passages(d, "commission permanente")) do
    if not porte_un_de(p, { "délégation", "vu ", "renvoi", "délègue" }) then return avec end
  end
  return nil
end

-- Ce qui prouve le nombre des présents : la liste, ou le nombre annoncé.
local function preuves(d)
  local champs = {}
  for champ in chaque { "presents", "presents_annonces" } do
    if d:si_lu(champ) then ajoute(champs, champ) end
  end
  return champs
end

-- Depuis que la loi retire de l'effectif les élus visés au II de L. 1111-6, le motif du déport change aussi le nombre
-- requis.
local function suite_des_deports(d)
  if parametre("quorum.deports_exclus." .. d.niveau, d.seance.date) == 0 then return "" end
  return " ; ceux que vise le II de l'article L. 1111-6 sortent aussi de l'effectif"
end

local function irreguliers(n)
  return compte_de(n, "pouvoir irrégulier", "pouvoirs irréguliers")
end

-- Le nombre écrit dans l'acte passe avant celui du dossier collectivites, mais l'un des deux est faux.
local function selon_le_registre(effectif, registre)
  if not registre or registre == effectif then return "" end
  return texte(", %d selon le dossier collectivites", registre)
end

-- Présents et pouvoirs, même là où seuls les présents comptent : aucun n'est de trop dans une assemblée.
local function plus_que_l_effectif(d, bas, avec_pouvoirs)
  local pouvoirs, vus = d:si_lu("pouvoirs"), bas
  if pouvoirs and not avec_pouvoirs and d:statut("presents") == "lu" then vus = bas + nombre(pouvoirs) - pouvoirs_en_double(d) end
  if vus <= d.effectif then return nil end
  local source = source_de_l_effectif()
  return non_verifiable(texte("plus de %s (%d) que de membres en exercice (%d%s) : l'un des deux nombres est faux",
    vus > bas and "présents et de pouvoirs" or avec_pouvoirs and "présents ou représentés" or "présents", vus, d.effectif,
    source and texte(", d'après %s", source) or ""))
end

-- Les déports qui ne sont pas lus n'en cachent guère plus.
local UNE_POIGNEE = 5

-- La liste suffit, mais le vote compte moins de voix qu'il ne faut de présents, ou ne compte rien et un déport n'est pas lu : quelqu'un était peut-être sorti.
local function moins_que_la_liste(d, bas, mode, exiges, membres, avec_pouvoirs)
  local voix, pouvoirs = participants_comptes(d), avec_pouvoirs and 0 or nombre(d:si_lu("pouvoirs") or {})
  if voix and voix - pouvoirs < exiges then
    return non_verifiable(texte("%d %s, %d requis (%s), mais %s%s : quelqu'un était peut-être sorti",
      bas, mode, exiges, membres, compte_de(voix, "voix comptée", "voix comptées"), pouvoirs ~= 0 and texte(", dont %s", compte_de(pouvoirs, "pouvoir")) or ""))
  end
  if not voix and bas - exiges < UNE_POIGNEE and raison(d, "deports") ~= "" then
    return non_verifiable(texte("%d %s, %d requis (%s), mais il n'est pas sûr qu'aucun d'eux ne se soit retiré pour ce vote", bas, mode, exiges, membres))
  end
  return nil
end

-- Assez pour tout vote, trop peu pour élire le président.
local function presidence_a_elire(d, bas, exiges, membres)
  local deux_tiers = elit_peut_etre_le_president(d) and seuil_de_quorum(parametre("quorum.election_president." .. d.niveau, d.seance.date))(d.effectif)
  if not deux_tiers or bas >= deux_tiers then return nil end
  return non_verifiable(texte("%d présents, %d requis (%s), mais l'acte parle de l'élection du président, qui en veut %d : que ce soit son objet n'est pas lu", bas, exiges, membres, deux_tiers))
end

local function desaccord_avec_le_registre(effectif, registre, dit)
  return anomalie { gravite = "information", sujet = "effectif", preuve = "effectif",
    message = texte("%d membres en exercice selon l'acte, %d selon le dossier collectivites : l'un des deux est à corriger ; "
      .. "quorum atteint selon l'acte : %s", effectif, registre, dit) }
end

regle {
  id      = "quorum",
  version = "1.7.0",
  titre   = "Quorum au moment du vote",
  gravite = "majeure",
  resume  = "L'assemblée délibère valablement si assez de ses membres en exercice sont présents. La part exigée et ceux "
    .. "qui comptent viennent des paramètres datés : majorité absolue des membres présents ; pour une commission "
    .. "permanente, présents ou représentés ; un tiers pendant les dérogations de 2020 à 2022. Sans le nombre de "
    .. "membres en exercice, la règle dit jusqu'à combien de membres le quorum serait atteint. Elle n'accuse que "
    .. "si le quorum manque dans tous les comptes que l'acte permet : la liste, le nombre annoncé, les voix "
    .. "décomptées, les membres qu'aucune liste ne nomme, avec ou sans les élus qui se sont déportés. Moins de voix comptées "
    .. "que de présents requis, ou des déports non lus quand le quorum tient à moins de cinq présents, la rendent non "
    .. "vérifiable. Un quorum annoncé qui n'est pas celui de la loi est une information. L'élection du président d'un département ou d'une région exige les deux tiers.",
  fondement = {
    { niveau = "commune", organe = "conseil_municipal", code = "CGCT", article = "L. 2121-17",
      dit = "le conseil municipal ne délibère valablement que si la majorité de ses membres en exercice est présente" },
    { niveau = "epci", organe = "conseil_communautaire", code = "CGCT", article = "L. 2121-17",
      dit = "la majorité des membres en exercice est présente" },
    { niveau = "epci", organe = "conseil_communautaire", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", organe = "conseil_departemental", code = "CGCT", article = "L. 3121-14",
      dit = "le conseil départemental délibère si la majorité absolue de ses membres en exercice est présente" },
    { niveau = "departement", organe = "conseil_departemental", code = "CGCT", article = "L. 3122-1",
      dit = "le conseil n'élit son président que si les deux tiers de ses membres sont présents" },
    { niveau = "departement", organe = "commission_permanente", code = "CGCT", article = "L. 3121-14-1",
      dit = "commission permanente : la majorité absolue de ses membres en exercice est présente ou représentée" },
    { niveau = "region", organe = "conseil_regional", code = "CGCT", article = "L. 4132-13",
      dit = "le conseil régional délibère si la majorité absolue de ses membres en exercice est présente" },
    { niveau = "region", organe = "conseil_regional", code = "CGCT", article = "L. 4133-1",
      dit = "le conseil n'élit son président que si les deux tiers de ses membres sont présents" },
    { niveau = "region", organe = "commission_permanente", code = "CGCT", article = "L. 4132-13-1",
      dit = "commission permanente : la majorité absolue de ses membres en exercice est présente ou représentée" },
  },
  validite    = { du = "1996-02-24" },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple     = "cp-reguliere",

  controle = function(d)
    local nom_fraction = parametre_de(d, "quorum.fraction")
    if not nom_fraction then return organe_non_couvert(d) end

    local le, election = d.seance.date, elit_le_president(d)
    if election then nom_fraction = "quorum.election_president." .. d.niveau end
    local requis, jusqu_a = seuil_de_quorum(parametre(nom_fraction, le))
    local avec_pouvoirs = pouvoirs_comptes(d)
    local mode = avec_pouvoirs and "présents ou représentés" or "présents"
    if election then mode = "présents à l'élection du président" end
    local bas, haut = comptes_pour_le_quorum(d, avec_pouvoirs)
    local retires = deports_presents(d)
    local tous = bas
    bas = bas - retires
    local douteux = avec_pouvoirs and pouvoirs_irreguliers(d) or 0

    if d:statut("effectif") ~= "lu" then
      local reserve = ""
      if douteux ~= 0 then reserve = texte(" ; jusqu'à %d sans %s", jusqu_a(bas - douteux), irreguliers(douteux)) end
      return non_verifiable(texte("%d %s : quorum atteint jusqu'à %d membres en exercice ; leur nombre n'est pas connu "
        .. "(%s)%s", bas, mode, jusqu_a(bas), pourquoi_sans_effectif(), reserve))
    end
    local effectif, registre = d.effectif, effectif_enregistre()
    local trop = plus_que_l_effectif(d, tous, avec_pouvoirs)
    if trop then return trop end
    local exiges, membres = requis(effectif), membres_en_exercice(d)
    if avec_pouvoirs and haut >= exiges and comptes_pour_le_quorum(d, non) < exiges and elit_peut_etre_la_municipalite(d)
      and parametre("quorum.election_maire.commune", le) == "presents" then
      return non_verifiable(texte("%d %s, %d requis (%s), mais les présents seuls n'y suffisent pas : pour élire le maire et les adjoints, les pouvoirs ne comptent pas", bas, mode, exiges, membres))
    end
    if bas >= exiges and bas - douteux < exiges then
      return non_verifiable(texte("%d %s, %d requis (%s) : le quorum dépend de %s : voir "
        .. "pouvoir-unique et mandataire-present", bas, mode, exiges, membres, irreguliers(douteux)))
    end
    local president = not election and bas >= exiges and presidence_a_elire(d, bas, exiges, membres)
    if president then return president end
    local moins = bas >= exiges and moins_que_la_liste(d, bas, mode, exiges, membres, avec_pouvoirs)
    if moins then return moins end
    if bas >= exiges and registre and registre ~= effectif then
      return desaccord_avec_le_registre(effectif, registre,
        texte("%d %s, %d requis pour %d", bas, mode, exiges, effectif))
    end
    if bas >= exiges then
      local annonce = d:si_lu("quorum_annonce")
      if annonce and annonce < exiges then
        return anomalie { gravite = "information", sujet = "quorum_annonce",
          message = texte("%d annoncé comme quorum, %d requis (%s) ; il est atteint : %d %s",
            annonce, exiges, membres, bas, mode) }
      end
      return conforme(texte("%d %s, %d requis (%s)", bas, mode, exiges, membres))
    end
    local reconvoquee = haut < exiges and seconde_convocation(d)
    if reconvoquee then
      return non_verifiable(texte("%d %s, %d requis (%s), mais %s trois jours après la première séance, l'assemblée délibère sans condition de nombre ; ce délai est à vérifier",
        haut, mode, exiges, membres, reconvoquee))
    end
    local en_commission = haut < exiges and peut_etre_en_commission(d, haut, exiges)
    if en_commission then
      return non_verifiable(texte("%d %s, %d requis (%s), mais l'acte nomme aussi la commission permanente, où les pouvoirs comptent (%d présents ou représentés) : quel organe délibère est à vérifier",
        haut, mode, exiges, membres, en_commission))
    end
    local oublies = not source_de_l_effectif() and d:statut("presents") == "lu" and hors_des_listes(d, non) or 0
    if haut < exiges and haut + oublies >= exiges then
      return non_verifiable(texte("%d %s, %d requis (%s), mais %s : la liste des présents est-elle entière ?", haut, mode, exiges, membres,
        compte_de(oublies, "membre n'est nommé ni parmi eux ni parmi les absents", "membres ne sont nommés ni parmi eux ni parmi les absents")))
    end
    if haut < exiges then
      return anomalie { sujet = "quorum", preuve = preuves(d),
        message = texte("%d %s, %d requis (%s%s) : quorum non atteint",
          haut, mode, exiges, membres, selon_le_registre(effectif, registre)) }
    end
    if bas + retires >= exiges then
      local suite = retires > 1 and "leur retrait : intéressés, ils ne comptent pas parmi les présents"
        or "son retrait : intéressé, il ne compte pas parmi les présents"
      return non_verifiable(texte("%d %s sans %s, %d requis (%s) : le quorum dépend de la raison de %s%s", bas, mode, compte_de(retires, "élu qui ne prend pas part au vote", "élus qui ne prennent pas part au vote"), exiges, membres, suite,
        suite_des_deports(d)))
    end
    return non_verifiable(texte("%d %s selon la liste, %d selon le reste de l'acte, %d requis (%s) : comptes en désaccord",
      bas, mode, haut, exiges, membres))
  end,
}

essai "54 membres : majorité présente ou représentée" {
  effectif = 54, attendu = "conforme", message = "29 présents ou représentés, 28 requis (54 membres en exercice, d'après l'essai)",
}
essai "un comité syndical : dit, et non « sans objet »" {
  document = "cc-reguliere", remplacer = { { "conseil communautaire", "comité syndical", tous = oui }, { "CONSEIL COMMUNAUTAIRE", "COMITÉ SYNDICAL", tous = oui },
    { "communauté de communes", "syndicat mixte", tous = oui }, { "COMMUNAUTÉ DE COMMUNES", "SYNDICAT MIXTE", tous = oui } },
  attendu = "non_verifiable", message = "aucune règle enregistrée pour le comité syndical",
}
essai "effectif inconnu : jusqu'à combien de membres" {
  attendu = "non_verifiable", message = "29 présents ou représentés : quorum atteint jusqu'à 57 membres en exercice",
}
essai "deux pouvoirs irréguliers : le quorum tient sans eux" {
  document = "cp-deux-pouvoirs", effectif = 57, attendu = "conforme", message = "30 présents ou représentés, 29 requis",
}
essai "le quorum dépend d'un second pouvoir dans une main" {
  document = "cp-deux-pouvoirs", effectif = 58,
  attendu = "non_verifiable", message = "30 requis (58 membres en exercice, d'après l'essai) : le quorum dépend de 1 pouvoir irrégulier",
}
essai "le quorum dépend du pouvoir d'un mandataire absent" {
  document = "cp-mandataire-absent", effectif = 57,
  attendu = "non_verifiable", message = "voir pouvoir-unique et mandataire-present",
}
essai "effectif inconnu et pouvoir irrégulier" {
  document = "cp-deux-pouvoirs",
  attendu = "non_verifiable",
  message = "(à donner dans le dossier collectivites) ; jusqu'à 57 sans 1 pouvoir irrégulier",
}
essai "les pouvoirs ne comptent pas : un pouvoir irrégulier n'y change rien" {
  document = "cm-reguliere", remplacer = { { "à Mme Zélie AUBESPINAY", "à M. Léandre HOUSTALET" } },
  attendu = "conforme", message = "15 présents, 10 requis",
}
essai "l'acte et les effectifs enregistrés en désaccord" {
  document = "cm-reguliere", effectif = 23,
  attendu = "anomalie", gravite = "information",
  message = "19 membres en exercice selon l'acte, 23 selon le dossier collectivites", preuve = "19",
}
essai "l'acte et les effectifs enregistrés d'accord" { document = "cm-reguliere", effectif = 19, attendu = "conforme" }
essai "moins de voix comptées que de présents requis : quelqu'un était peut-être sorti" {
  document = "cm-reguliere", remplacer = { { "par dix-huit voix", "par douze voix" } },
  attendu = "non_verifiable", message = "15 présents, 10 requis (19 membres en exercice), mais 12 voix comptées, dont 3 pouvoirs",
}
essai "autant de voix comptées que de présents requis" {
  document = "cm-reguliere", remplacer = { { "par dix-huit voix", "par treize voix" } }, attendu = "conforme", message = "15 présents, 10 requis",
}
essai "un déport qui n'est pas lu" {
  document = "cm-reguliere", remplacer = { { "Mme le Maire présente les deux devis reçus.", "Hors la présence de plusieurs élus intéressés." },
    { "membres en exercice : 19", "membres en exercice : 21" },
    { "à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention", "à l'unanimité" } },
  attendu = "non_verifiable", message = "pas sûr qu'aucun d'eux ne se soit retiré pour ce vote",
}
essai "un déport qui n'est pas lu, et cinq présents de plus qu'il n'en faut" {
  document = "cm-reguliere", remplacer = { { "Mme le Maire présente les deux devis reçus.", "Hors la présence de plusieurs élus intéressés." },
    { "à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention", "à l'unanimité" } },
  attendu = "conforme", message = "15 présents, 10 requis",
}
essai "un déport qui n'est pas lu, et plus de voix comptées que de présents requis" {
  document = "cm-reguliere", remplacer = { { "Mme le Maire présente les deux devis reçus.", "Hors la présence de plusieurs élus intéressés." } },
  attendu = "conforme", message = "15 présents, 10 requis",
}
essai "quorum manqué, effectifs enregistrés en désaccord" {
  document = "cm-quorum", effectif = 17,
  attendu = "anomalie", gravite = "majeure", message = "(19 membres en exercice, 17 selon le dossier collectivites)",
}
essai "part inconnue : la règle ne choisit pas à sa place" {
  effectif = 54, parametres = { ["quorum.fraction.departement.commission_permanente"] = "quart" },
  attendu = "erreur", message = "part inconnue (quart)",
}
essai "compte inconnu" {
  effectif = 54, parametres = { ["quorum.compte.departement.commission_permanente"] = "tous" },
  attendu = "erreur", message = "compte inconnu (tous)",
}
essai "57 membres : tout juste" { effectif = 57, attendu = "conforme", message = "29 requis" }
essai "58 membres : un de trop" {
  effectif = 58,
  attendu = "anomalie",
  gravite = "majeure", message = "29 présents ou représentés, 30 requis (58 membres en exercice, d'après l'essai) : quorum non atteint",
}
essai "dérogation de 2021 : un tiers, présents seulement" {
  effectif = 72, remplacer = { { "Le lundi 18 septembre 2023 à", "Le lundi 28 juin 2021 à" } },
  attendu = "conforme", message = "24 présents, 24 requis",
}
essai "dérogation de 2021 : les pouvoirs ne comptent pas" {
  effectif = 73, remplacer = { { "Le lundi 18 septembre 2023 à", "Le lundi 28 juin 2021 à" } },
  attendu = "anomalie", gravite = "majeure", message = "24 présents, 25 requis",
}
essai "octobre 2021 : droit commun entre deux dérogations" {
  effectif = 73, remplacer = { { "Le lundi 18 septembre 2023 à", "Le lundi 11 octobre 2021 à" } },
  attendu = "anomalie", message = "29 présents ou représentés, 37 requis",
}
essai "printemps 2020 : rédaction à lire" {
  effectif = 90, remplacer = { { "Le lundi 18 septembre 2023 à", "Le lundi 27 avril 2020 à" } },
  attendu = "non_verifiable", message = "quorum.fraction",
}
essai "automne 2020 : période disputée" {
  effectif = 90, remplacer = { { "Le lundi 18 septembre 2023 à", "Le lundi 19 octobre 2020 à" } },
  attendu = "non_verifiable", message = "quorum.fraction",
}
essai "deux déports, quorum atteint sans eux" {
  effectif = 52,
  remplacer = {
    { "\nVote :\n", "\nNe prennent pas part au vote : M. ROQUEVIEL, Mme HAUTEFAGE.\n\nVote :\n" },
  },
  attendu = "conforme", message = "27 présents ou représentés, 27 requis",
}
essai "deux déports, le quorum dépend de leur motif" {
  effectif = 54,
  remplacer = {
    { "\nVote :\n", "\nNe prennent pas part au vote : M. ROQUEVIEL, Mme HAUTEFAGE.\n\nVote :\n" },
  },
  attendu = "non_verifiable", message = "sans 2 élus qui ne prennent pas part au vote, 28 requis (54 membres en exercice, d'après l'essai) : le quorum dépend de la raison de leur retrait",
}
essai "deux déports en 2026 : l'effectif peut baisser aussi" {
  effectif = 54,
  remplacer = { { "Le lundi 18 septembre 2023 à", "Le lundi 26 janvier 2026 à" },
                { "\nVote :\n", "\nNe prennent pas part au vote : M. ROQUEVIEL, Mme HAUTEFAGE.\n\nVote :\n" } },
  attendu = "non_verifiable", message = "L. 1111-6",
}
essai "deux déports, quorum manqué de toute façon" {
  effectif = 58,
  remplacer = {
    { "\nVote :\n", "\nNe prennent pas part au vote : M. ROQUEVIEL, Mme HAUTEFAGE.\n\nVote :\n" },
  },
  attendu = "anomalie", message = "30 requis",
}
essai "liste des présents introuvable" {
  effectif = 54, remplacer = { { "Etaient présents : Mme  ALBARÈDE", "Mme  ALBARÈDE" } }, attendu = "non_verifiable",
  message = "presents",
}
essai "conseil départemental : les pouvoirs ne comptent pas" {
  document = "cd-pleniere", effectif = 30,
  attendu = "anomalie", gravite = "majeure", message = "15 présents, 16 requis",
}
essai "conseil départemental : présents en nombre" {
  document = "cd-pleniere", effectif = 22, attendu = "conforme", message = "15 présents, 12 requis",
}
essai "élection du président : deux tiers, tout juste" {
  document = "cd-pleniere", effectif = 22,
  remplacer = {
    { " Adoption du schéma départemental des mobilités du quotidien\n\n",
      "Objet : Élection du président du Conseil départemental\n\n" },
  },
  attendu = "conforme", message = "15 présents à l'élection du président, 15 requis (22 membres en exercice, d'après l'essai)",
}
essai "élection du président : un présent de trop peu" {
  document = "cd-pleniere", effectif = 23,
  remplacer = {
    { " Adoption du schéma départemental des mobilités du quotidien\n\n",
      "Objet : Élection du président du Conseil départemental\n\n" },
  },
  attendu = "anomalie", gravite = "majeure", message = "15 présents à l'élection du président, 16 requis",
}
essai "élection du président, effectif inconnu" {
  document = "cd-pleniere",
  remplacer = {
    { " Adoption du schéma départemental des mobilités du quotidien\n\n",
      "Objet : Élection du président du Conseil départemental\n\n" },
    { "DÉPARTEMENT DES MONTS-D'AUZELLE", "DÉPARTEMENT DE LA VAUGINE" }, { "des Monts-d'Auzelle : aires", "de la Vaugine : aires" },
  },
  attendu = "non_verifiable", message = "quorum atteint jusqu'à 22 membres en exercice",
}
essai "élection du président, été 2021 : lois d'urgence à lire" {
  document = "cd-pleniere", effectif = 22,
  remplacer = {
    { " Adoption du schéma départemental des mobilités du quotidien\n\n",
      "Objet : Élection du président du Conseil départemental\n\n" },
    { "Le vendredi 24 novembre 2023 à", "Le jeudi 1er juillet 2021 à" },
  },
  attendu = "non_verifiable", message = "quorum.election_president",
}
essai "conseil municipal : 9 présents sur 19" {
  document = "cm-quorum",
  attendu = "anomalie", gravite = "majeure", message = "9 présents, 10 requis (19 membres en exercice)",
}
essai "un membre qu'aucune liste ne nomme suffirait au quorum" {
  document = "cm-quorum", remplacer = { { "Présents : 9\nVotants : 12\n", "" }, { "M. Gaspard LÉZIGNOL, ", "" }, { "Vote : Pour : 12 Contre : 0 Abstentions : 0", "" } },
  attendu = "non_verifiable", message = "1 membre n'est nommé ni parmi eux ni parmi les absents",
}
essai "chaque membre est nommé, et le quorum manque" {
  document = "cm-quorum", remplacer = { { "Présents : 9\nVotants : 12\n", "" } }, attendu = "anomalie", gravite = "majeure", message = "9 présents, 10 requis",
}
essai "un membre n'est nommé nulle part, mais les présents sont annoncés" {
  document = "cm-quorum", remplacer = { { "M. Gaspard LÉZIGNOL, ", "" } }, attendu = "anomalie", gravite = "majeure", message = "9 présents, 10 requis",
}
essai "conseil municipal : seconde convocation" {
  document = "cm-quorum",
  remplacer = {
    { "Considérant que les tarifs",
      "Vu la seconde convocation du 8 mars 2024, faute de quorum le 7 mars 2024,\n\nConsidérant que les tarifs" },
  },
  attendu = "non_verifiable", message = "seconde convocation",
}
for phrase in chaque { "Après une première convocation infructueuse, le conseil délibère valablement quel que soit le nombre des présents.", "Le conseil municipal, reconvoqué, délibère sans quorum.",
  "Cette seconde réunion n'est pas soumise au quorum." } do
  essai("conseil municipal : réuni de nouveau, d'autres mots : " .. phrase) {
    document = "cm-quorum", remplacer = { { "Considérant que les tarifs", phrase .. "\n\nConsidérant que les tarifs" } }, attendu = "non_verifiable", message = "l'acte dit «",
  }
end
for phrase in chaque { "L'aide est versée quel que soit le nombre d'enfants.", "Une seconde réunion publique aura lieu en avril.", "Le conseil d'école a été reconvoqué.",
  "Le quorum n'est pas exigé pour la commission consultative." } do
  essai("conseil municipal : ce n'est pas une seconde convocation : " .. phrase) {
    document = "cm-quorum", remplacer = { { "Considérant que les tarifs", phrase .. "\n\nConsidérant que les tarifs" } }, attendu = "anomalie", gravite = "majeure", message = "9 présents, 10 requis",
  }
end
essai "conseil municipal : le quorum qui manque, l'acte le disant" {
  document = "cm-quorum", remplacer = { { "Considérant que les tarifs", "Le quorum n'est pas atteint.\n\nConsidérant que les tarifs" } }, attendu = "anomalie", gravite = "majeure", message = "9 présents, 10 requis",
}
essai "conseil municipal : réuni de nouveau, dit dans l'en-tête" {
  document = "cm-quorum",
  remplacer = {
    { "s'est réuni au lieu habituel de ses séances,",
      "convoqué à nouveau, le quorum n'ayant pas été atteint le 8 mars 2024, s'est réuni au lieu habituel de ses séances," },
  },
  attendu = "non_verifiable", message = "seconde convocation mentionnée",
}
essai "conseil municipal régulier" { document = "cm-reguliere",
attendu = "conforme", message = "15 présents, 10 requis (19 membres en exercice)" }
essai "conseil municipal : quorum annoncé trop bas" {
  document = "cm-reguliere", remplacer = { { "Nombre de votants : 18", "Nombre de votants : 18\nQuorum : 9" } },
  attendu = "anomalie", gravite = "information", message = "9 annoncé comme quorum, 10 requis",
}
essai "mai 2020, élection du maire : les présents suffisent" {
  document = "cm-reguliere", remplacer = { { "Séance du 12 octobre 2023", "Séance du 26 mai 2020" }, { "deux mille vingt-trois, le douze octobre", "deux mille vingt, le vingt-six mai" }, { "le 5 octobre 2023", "le 20 mai 2020" },
    { "membres en exercice : 19", "membres en exercice : 45" }, { "Acquisition d'une tondeuse pour les services techniques", "Élection du maire" } },
  attendu = "conforme", message = "15 requis",
}
essai "mai 2020, élection du maire : les pouvoirs n'y suppléent peut-être pas" {
  document = "cm-reguliere", remplacer = { { "Séance du 12 octobre 2023", "Séance du 26 mai 2020" }, { "deux mille vingt-trois, le douze octobre", "deux mille vingt, le vingt-six mai" }, { "le 5 octobre 2023", "le 20 mai 2020" },
    { "membres en exercice : 19", "membres en exercice : 46" }, { "Acquisition d'une tondeuse pour les services techniques", "Élection du maire" } },
  attendu = "non_verifiable", message = "quorum.election_maire.commune",
}
essai "mai 2020, un autre vote : les pouvoirs comptent" {
  document = "cm-reguliere", remplacer = { { "Séance du 12 octobre 2023", "Séance du 26 mai 2020" }, { "deux mille vingt-trois, le douze octobre", "deux mille vingt, le vingt-six mai" }, { "le 5 octobre 2023", "le 20 mai 2020" },
    { "membres en exercice : 19", "membres en exercice : 46" }, { "Acquisition d'une tondeuse pour les services techniques", "Acquisition d'une tondeuse" } },
  attendu = "conforme", message = "18 présents ou représentés, 16 requis",
}
essai "avant le 15 mai 2020 : pour tout vote" {
  document = "cm-reguliere", remplacer = { { "Séance du 12 octobre 2023", "Séance du 12 mai 2020" }, { "deux mille vingt-trois, le douze octobre", "deux mille vingt, le douze mai" }, { "le 5 octobre 2023", "le 6 mai 2020" },
    { "membres en exercice : 19", "membres en exercice : 46" }, { "Acquisition d'une tondeuse pour les services techniques", "Élection d'un adjoint" } },
  attendu = "conforme", message = "18 présents ou représentés, 16 requis",
}
essai "conseil municipal, dérogation de juin 2021" { document = "cm-covid",
attendu = "conforme", message = "9 présents, 8 requis (23 membres en exercice)" }
essai "procès-verbal : un acte après l'autre" {
  document = "pv-conseil-municipal", attendu = "conforme", message = "11 présents, 8 requis",
}
essai "conseil communautaire" { document = "cc-reguliere",
attendu = "conforme", message = "18 présents, 14 requis (27 membres en exercice)" }
essai "conseil régional" { document = "cr-pleniere", effectif = 39,
attendu = "conforme", message = "20 présents, 20 requis" }
essai "conseil régional : un présent de trop peu" {
  document = "cr-pleniere", effectif = 40,
  attendu = "anomalie", gravite = "majeure", message = "20 présents, 21 requis",
}
essai "élection de la présidente d'une région : deux tiers manqués" {
  document = "cr-pleniere", effectif = 31,
  remplacer = { { " Règlement d'intervention en faveur de la rénovation des lycées\n\n", "Objet : Élection de la présidente du Conseil régional\n\n" } },
  attendu = "anomalie", gravite = "majeure", message = "20 présents à l'élection du président, 21 requis",
}
essai "l'acte et les effectifs enregistrés en désaccord, quorum tout juste" {
  document = "cm-reguliere", effectif = 23, remplacer = { { "membres en exercice : 19", "membres en exercice : 29" } },
  attendu = "anomalie", gravite = "information", message = "29 membres en exercice selon l'acte, 23 selon le dossier collectivites",
}
essai "conseil municipal : quorum annoncé juste" {
  document = "cm-reguliere", remplacer = { { "Nombre de votants : 18", "Nombre de votants : 18\nQuorum : 10" } }, attendu = "conforme",
}
essai "deux déports, quorum tout juste avec eux" {
  effectif = 57,
  remplacer = { { "\nVote :\n", "\nNe prennent pas part au vote : M. ROQUEVIEL, Mme HAUTEFAGE.\n\nVote :\n" } },
  attendu = "non_verifiable", message = "sans 2 élus qui ne prennent pas part au vote, 29 requis (57 membres en exercice, d'après l'essai) : le quorum dépend de la raison de leur retrait",
}
essai "les voix montrent un présent de plus : le quorum y serait tout juste" {
  document = "cm-quorum", remplacer = { { "Pour : 12 Contre : 0", "Pour : 13 Contre : 0" } },
  attendu = "non_verifiable", message = "9 présents selon la liste, 10 selon le reste de l'acte, 10 requis",
}
essai "les voix montrent un présent de plus, seconde convocation" {
  document = "cm-quorum",
  remplacer = { { "Pour : 12 Contre : 0", "Pour : 13 Contre : 0" },
    { "Considérant que les tarifs", "Vu la seconde convocation du 8 mars 2024, faute de quorum le 7 mars 2024,\n\nConsidérant que les tarifs" } },
  attendu = "non_verifiable", message = "comptes en désaccord",
}
essai "plus de présents ou représentés que de membres enregistrés" {
  effectif = 20, attendu = "non_verifiable", message = "plus de présents ou représentés (29) que de membres en exercice (20, d'après",
}
essai "autant de présents ou représentés que de membres enregistrés" { effectif = 29, attendu = "conforme", message = "15 requis" }
essai "conseil départemental : plus de présents que de membres enregistrés" {
  document = "cd-pleniere", effectif = 14, attendu = "non_verifiable", message = "plus de présents",
}
essai "plus de présents que l'acte n'a de membres" {
  document = "cm-delegation", remplacer = { { "membres en exercice : 11", "membres en exercice : 9" } },
  attendu = "non_verifiable", message = "plus de présents (10) que de membres en exercice (9) : l'un des deux nombres est faux",
}
local APRES_LES_TARIFS = "Délibération n° 2024-022"
essai "deux élus s'absentent entre deux délibérations : la présence ne se dit plus" {
  document = "pv-conseil-municipal",
  remplacer = { { APRES_LES_TARIFS, "M. Valère ISSENGEAC et Mme Aurore JUVIGNOL s'absentent.\n\n" .. APRES_LES_TARIFS } },
  attendu = "non_verifiable", message = "s'absentent. » est dit avant cet acte",
}
essai "liste non lue et départ : le nombre annoncé ne tient plus" {
  document = "pv-conseil-municipal",
  remplacer = { { "Présents : Mme Ondine GALAUBERT, M. Florimond ACHARDIER", "Nombre de présents : 11\nÉtaient présents : voir la feuille d'émargement, M. Florimond ACHARDIER" },
    { APRES_LES_TARIFS, "M. Valère ISSENGEAC et Mme Aurore JUVIGNOL sont partis.\n\n" .. APRES_LES_TARIFS } },
  attendu = "non_verifiable", message = "sont partis. » est dit avant cet acte",
}
for mots in chaque { "Au scrutin secret, M. Ferréol GRISOLANGE a obtenu 8 voix. M. Ferréol GRISOLANGE est proclamé élu.", "Ont obtenu : M. Ferréol GRISOLANGE, 11 voix ; Mme Zélie AUBESPINAY, 7 voix. M. Ferréol GRISOLANGE est proclamé élu." } do
  essai("les voix d'un candidat ne comptent pas les votants : " .. mots) {
    document = "cm-reguliere",
    remplacer = { { "Le conseil municipal, après en avoir délibéré, à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention,\n\nDÉCIDE\n\n- d'acquérir la tondeuse proposée par les établissements Verdurel au prix de 8 940 € toutes taxes\ncomprises ;\n\n- d'inscrire cette dépense au budget communal.", mots } },
    attendu = "conforme", message = "15 présents, 10 requis",
  }
end
essai "l'acte nomme aussi la commission permanente, où le quorum serait atteint" {
  document = "cd-pleniere", effectif = 32, remplacer = { { "Pour ce vote,", "Réunion de la commission permanente.\n\nPour ce vote," }, { "Pour : 14 Contre : 3 Abstentions : 1", "Pour : 13 Contre : 0 Abstentions : 1" } },
  attendu = "non_verifiable", message = "quel organe délibère est à vérifier",
}
essai "l'acte ne parle de la commission permanente que pour lui déléguer" {
  document = "cd-pleniere", effectif = 32, remplacer = { { "- d’adopter le schéma", "- de donner délégation à la commission permanente ;\n\n- d’adopter le schéma" }, { "Pour : 14 Contre : 3 Abstentions : 1", "Pour : 13 Contre : 0 Abstentions : 1" } },
  attendu = "anomalie", gravite = "majeure", message = "15 présents, 17 requis",
}
local ELECTION = { "Pour ce vote,", "Il est procédé à l'élection de la présidente du Conseil départemental.\n\nPour ce vote," }
essai "l'objet n'est pas lu, et l'acte parle de l'élection du président" {
  document = "cd-pleniere", effectif = 24, remplacer = { { " Adoption du schéma départemental des mobilités du quotidien\n", "" }, ELECTION },
  attendu = "non_verifiable", message = "15 présents, 13 requis (24 membres en exercice, d'après l'essai), mais l'acte parle de l'élection du président, qui en veut 16",
}
essai "l'objet est lu, et l'acte parle de l'élection du président" { document = "cd-pleniere", effectif = 24, remplacer = { ELECTION }, attendu = "conforme" }
local OBJET_DU_CD = "Adoption du schéma départemental des mobilités du quotidien"
local SANS_OBJET = { " " .. OBJET_DU_CD .. "\n", "" }
local function ajoute_au_cd(mots) return { "Toutes les affaires ayant été vues", mots .. "\n\nToutes les affaires ayant été vues" } end
for mots in chaque { "Il est procédé à l'élection de la présidente du conseil départemental.", "Mme SORMIERS est élue présidente du Conseil départemental.", "L'assemblée procède à l'élection de son président, au scrutin secret.",
  "Mme SORMIERS ayant obtenu la majorité absolue est proclamée présidente." } do
  essai("l'acte élit le président, et son objet n'en dit rien : " .. mots) {
    document = "cd-pleniere", effectif = 24, remplacer = { { OBJET_DU_CD, "Objet : Réunion de droit" }, ajoute_au_cd(mots) },
    attendu = "non_verifiable", message = "15 présents, 13 requis (24 membres en exercice, d'après l'essai), mais l'acte parle de l'élection du président, qui en veut 16",
  }
  essai("de même, les deux tiers présents : " .. mots) {
    document = "cd-pleniere", effectif = 22, remplacer = { { OBJET_DU_CD, "Objet : Réunion de droit" }, ajoute_au_cd(mots) }, attendu = "conforme",
  }
end
for mots in chaque { "Vu la délibération du 1er juillet 2021 relative à l'élection de la présidente du conseil départemental ;", "Il est rappelé l'élection de la présidente du conseil départemental en 2021.",
  "Il est procédé à l'élection du président de la commission des mobilités.", "Mme SORMIERS, présidente du conseil départemental, ouvre la séance.", "M. PEYRELADE est élu président de l'office de l'habitat." } do
  essai("l'acte n'élit pas le président du conseil : " .. mots) { document = "cd-pleniere", effectif = 24, remplacer = { SANS_OBJET, ajoute_au_cd(mots) }, attendu = "conforme" }
end
essai "l'objet élit le président d'une commission" {
  document = "cd-pleniere", effectif = 24, remplacer = { { OBJET_DU_CD, "Objet : Élection du président de la commission des mobilités" } }, attendu = "conforme",
}
