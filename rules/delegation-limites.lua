-- SPDX-License-Identifier: EUPL-1.2

local RENVOIS = { "limites fixées par le conseil municipal", "limites déterminées par le conseil municipal",
  "conditions fixées par le conseil municipal", "conditions que fixe le conseil municipal", "cas définis par le conseil municipal",
  "montant maximum autorisé par le conseil municipal", "montant maximal autorisé par le conseil municipal" }
-- Ce qui, où que ce soit dans l'acte, peut fixer la limite.
local FIXE = { "€", "euros", "euro ", "comme suit", "ci-après", "suivantes", "suivants", "dans tous les cas", "en toutes matières",
  "toutes les actions", "tous les cas", "annexe", "limite de", "soit ", "plafond", "à savoir", "dans la limite" }

-- Une limite que l'acte donne lui-même.
local LIMITE_DITE = { "dans la limite de", "maximum de", "maximal de", "jusqu'à un montant", "n'excédant pas", "n'excède pas", "inférieur à", "plafond" }
-- Attributions dont la loi veut que le conseil fixe les limites, les conditions ou les cas ; ce qui peut les fixer sans renvoi.
local LIMITEES = { "réalisation des emprunts", "réalisation d'emprunts", "droits de voirie", "droits de préemption", "droit de préemption", "lignes de trésorerie" }
local LIMITE = { "limite", "limites", "plafond", "plafonds", "maximum", "maximal", "seuil", "seuils", "inférieur", "inférieurs", "inférieure", "jusqu'à", "excéder",
  "dépasser", "€", "euros", "conditions suivantes", "cas suivants", "annexe", "annexée", "ci-après" }
local function sans_renvoi(d)
  local attribution = passage(d, LIMITEES)
  local delegue = d:si_lu("objet") and porte_un_de(d.objet, { "délég" }) and not porte_un_de(d.objet, { "compte rendu", "compte-rendu", "décisions", "information", "fin " })
  if not attribution or not delegue or not passage(d, { "L. 2122-22", "L.2122-22", "L2122-22", "L 2122-22" }) or nombre(d:si_lu("montants") or {}) > 0 or passage(d, LIMITE) then
    return sans_objet(passage(d, LIMITE_DITE) and "l'acte fixe lui-même des limites, sans renvoyer à d'autres"
      or "aucun renvoi à des limites que le conseil municipal aurait fixées")
  end
  for mots in chaque(LIMITEES) do
    if trouve(attribution, mots) then
      return non_verifiable(texte("délégation au maire, « %s » : la loi veut que le conseil en fixe les limites ou les conditions, l'acte n'en dit aucune et n'y renvoie pas", mots))
    end
  end
end

-- Une phrase où l'on numérote plusieurs attributions (« 2° … 3° … ») : un montant n'y est pas sûrement celui du renvoi.
local function numerote_plusieurs(phrase)
  local numeros, fins = 0, {}
  for n = 31, 1, -1 do
    -- « 6° » se trouve aussi dans « 16° » : le plus long d'abord.
    if not fins[n] and porte_un_de(phrase, { texte("%d°", n), texte("%d)", n) }) then
      numeros = numeros + 1
      fins[n % 10] = true
    end
  end
  return numeros > 1
end

local function fixe_un_montant(d, phrase)
  if numerote_plusieurs(phrase) then return false end
  for m in chaque(d.montants) do
    if dans(m, phrase) then return true end
  end
  return false
end

local function somme_non_lue(d)
  for phrase in chaque(passages(d, RENVOIS)) do
    local omise = somme_omise_dans(d, phrase)
    if omise then return omise end
  end
  return nil
end

-- Combien de renvois à des limites, et combien dont la phrase porte un montant.
local function renvois_fixes(d)
  local vus, renvois, fixes = {}, 0, 0
  for phrase in chaque(passages(d, RENVOIS)) do
    if not vus[phrase.texte] then
      vus[phrase.texte] = true
      renvois = renvois + 1
      if fixe_un_montant(d, phrase) then fixes = fixes + 1 end
    end
  end
  return renvois, fixes
end

local function mots_du_renvoi(phrase)
  for mots in chaque(RENVOIS) do
    if trouve(phrase, mots) then return mots end
  end
  return "fixé par le conseil municipal" -- équivalent : la phrase a été trouvée par un de ces mots
end

regle {
  id      = "delegation-limites",
  version = "1.2.1",
  titre   = "Délégation au maire : limites que le conseil devait fixer",
  gravite = "majeure",
  resume  = "Le conseil municipal peut déléguer au maire une partie de ses attributions ; pour plusieurs d'entre elles la loi veut qu'il en "
    .. "fixe les limites ou les conditions. Recopier « dans les limites fixées par le conseil municipal » sans les fixer laisse la "
    .. "délégation sans contenu (CE, 2 février 2000, n° 117920). L'acte est conforme si la phrase de chaque renvoi porte un montant. "
    .. "La règle n'accuse que si l'acte ne porte ni montant, ni aucun mot qui pourrait fixer une limite. Une délégation des emprunts, des droits de "
    .. "voirie ou de la préemption qui ne dit aucune limite et n'y renvoie pas est non vérifiable.",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2122-22", dit = "délégations au maire, pour certaines dans les limites ou conditions fixées "
      .. "par le conseil municipal" },
    { jurisprudence = "CE, 2 février 2000, n° 117920", dit = "la délégation sans limites fixées, quand la loi les exige, n'est pas régulière" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-delegation",

  controle = function(d)
    if d.organe ~= "conseil_municipal" then return hors_table(d, "délégation au maire") end
    local renvoi = passage(d, RENVOIS)
    if not renvoi then return sans_renvoi(d) end
    local cite_l_article = cite(d:si_lu("references") or {}, "L. 2122-22") or passage(d, { "L. 2122-22", "L.2122-22", "L2122-22", "L 2122-22" })
    if not cite_l_article or not porte_un_de(d.objet, { "délég" }) then
      return sans_objet("l'acte ne cite pas l'article L. 2122-22, ou son objet n'est pas de déléguer")
    end
    if not acte_seul(d) then return plusieurs_votes(d) end
    local montants = nombre(d.montants)
    local renvois, fixes = renvois_fixes(d)
    if fixes == renvois then
      return conforme(compte_de(renvois, "renvoi à une limite, et un montant dans sa phrase",
        "renvois à des limites, et un montant dans la phrase de chacun"))
    end
    local omise = somme_non_lue(d)
    if omise then return non_verifiable(texte("renvoi à des limites, dans une phrase dont une somme n'est pas lue (« %s »)", omise.texte)) end
    if montants > 0 then
      return non_verifiable(texte("%s dont la phrase ne porte pas de montant, sur %d ; %s dans l'acte, peut-être d'une autre attribution",
        compte_de(renvois - fixes, "renvoi à une limite", "renvois à des limites"), renvois, compte_de(montants, "montant")))
    end
    if passage(d, FIXE) then return non_verifiable("renvoi à des limites ; l'acte ne porte pas de montant mais peut les fixer autrement") end
    return anomalie { sujet = "delegation", preuve = renvoi,
      message = texte("délégation au maire, « %s » : l'acte n'en dit pas plus", mots_du_renvoi(renvoi)) }
  end,
}

local SANS_MONTANT = { { "financement des\ninvestissements : 150 000 € par an ;", "financement des\ninvestissements ;" },
  { "dont le montant est inférieur à 40 000 € hors taxes ;", "à procédure adaptée ;" } }
essai "limites fixées" { attendu = "conforme", message = "1 renvoi à une limite, et un montant dans sa phrase" }
essai "le seul montant est celui d'une autre attribution" {
  remplacer = { SANS_MONTANT[1] }, attendu = "non_verifiable",
  message = "1 renvoi à une limite dont la phrase ne porte pas de montant, sur 1 ; 1 montant dans l'acte, peut-être d'une autre attribution",
}
essai "le montant du renvoi n'est pas lu" {
  remplacer = { { "150 000 € par an", "15o 000 € par an" } }, attendu = "non_verifiable", message = "une somme n'est pas lue (« 15o 000 € »)",
}
essai "un second renvoi, sans montant" {
  remplacer = { { "- d'accepter les dons et legs", "- de fixer, dans les limites déterminées par le conseil municipal, les tarifs des droits de voirie ;\n\n- d'accepter les dons et legs" } },
  attendu = "non_verifiable", message = "1 renvoi à une limite dont la phrase ne porte pas de montant, sur 2",
}
essai "une attribution numérotée, avec son montant" {
  remplacer = { { "- de procéder, dans les limites", "16° de procéder, dans les limites" } }, attendu = "conforme",
}
essai "attributions numérotées à la suite : le montant est peut-être de l'autre" {
  remplacer = { { "- de procéder, dans les limites fixées par le conseil municipal, à la réalisation des emprunts destinés au financement des\ninvestissements : 150 000 € par an ;\n\n- de prendre",
    "3° de procéder, dans les limites fixées par le conseil municipal, à la réalisation des emprunts,\n4° de prendre" } },
  attendu = "non_verifiable", message = "peut-être d'une autre attribution",
}
essai "limites recopiées sans être fixées" {
  remplacer = SANS_MONTANT, attendu = "anomalie", gravite = "majeure", message = "« limites fixées par le conseil municipal » : l'acte n'en dit pas plus", preuve = "dans les limites fixées par le conseil municipal",
}
essai "un maximum annoncé sans être fixé" {
  remplacer = { SANS_MONTANT[1], SANS_MONTANT[2], { "dans les limites fixées par le conseil municipal", "sur la base d'un montant maximum autorisé par le conseil municipal" } },
  attendu = "anomalie", gravite = "majeure", message = "« montant maximum autorisé par le conseil municipal » : l'acte n'en dit pas plus",
}
essai "limites fixées autrement" {
  remplacer = { SANS_MONTANT[1], SANS_MONTANT[2], { "Fait et délibéré", "Le plafond annuel est celui du budget.\n\nFait et délibéré" } },
  attendu = "non_verifiable", message = "peut les fixer autrement",
}
essai "sans renvoi" {
  remplacer = { { ", dans les limites fixées par le conseil municipal, à", " à" } }, attendu = "sans_objet", message = "sans renvoyer à d'autres",
}
local SANS_RENVOI = { SANS_MONTANT[1], SANS_MONTANT[2], { ", dans les limites fixées par le conseil municipal, à", " à" } }
essai "aucune limite, et aucun renvoi à des limites" {
  remplacer = SANS_RENVOI, attendu = "non_verifiable", message = "« réalisation des emprunts » : la loi veut que le conseil en fixe les limites",
}
essai "aucune limite, pour des attributions qui n'en veulent pas" {
  remplacer = { SANS_RENVOI[1], SANS_RENVOI[2], { "de procéder, dans les limites fixées par le conseil municipal, à la réalisation des emprunts destinés au", "de suivre le" } },
  attendu = "sans_objet",
}
essai "la limite est dite sans renvoi" {
  remplacer = { SANS_RENVOI[1], SANS_RENVOI[2], { ", dans les limites fixées par le conseil municipal, à", ", jusqu'à dix pour cent du budget, à" } }, attendu = "sans_objet",
}
essai "compte rendu des décisions prises par délégation" {
  remplacer = { SANS_RENVOI[1], SANS_RENVOI[2], SANS_RENVOI[3], { "Objet : Délégation d'attributions au maire", "Objet : Compte rendu des décisions prises par délégation" } },
  attendu = "sans_objet",
}
essai "objet illisible" { remplacer = { { "Objet : Délégation d'attributions au maire\n", "" } }, attendu = "non_verifiable", message = "objet" }
essai "délégation reprise dans un acte d'un autre objet" {
  remplacer = { { "Objet : Délégation d'attributions au maire", "Objet : Emprunt pour la salle des fêtes" } }, attendu = "sans_objet", message = "son objet n'est pas de déléguer",
}
essai "autre objet" { document = "cm-reguliere", attendu = "sans_objet" }
essai "communauté" { document = "cc-reguliere", attendu = "sans_objet" }
