-- SPDX-License-Identifier: EUPL-1.2

local FONCTIONS = { "président de l'association", "présidente de l'association", "trésorier de l'association",
  "trésorière de l'association", "vice-président de l'association", "vice-présidente de l'association",
  "secrétaire de l'association", "président de la fondation", "présidente de la fondation", "gérant de la société",
  "gérante de la société", "dirigeant de la société", "dirigeante de la société", "directeur de l'association",
  "directrice de l'association" }
local RETRAIT = { "ne prend pas part", "ne prennent pas part", "n'a pas pris part", "n'ont pas pris part", "ne participe pas",
  "ne participent pas", "n'a pas participé", "n'ont pas participé", "quitte la salle", "se retire", "s'est retiré", "se déporte",
  "sort de la salle", "ne vote pas", "n'ayant pas pris part", "déport" }

local CHARGES = { "président", "présidente", "vice-président", "vice-présidente", "trésorier", "trésorière", "secrétaire" }
-- Des organismes que leur nom commun suffit à désigner dans un acte.
local ORGANISMES = { "comité des fêtes", "foyer rural", "comité de jumelage", "société de chasse", "amicale laïque", "club de football" }
local LIENS = { "du", "de la", "de l'", "d'un", "d'une" }
local VOTE = { "prend part au vote", "prend part aux votes", "participe au vote", "a pris part au vote", "a participé au vote" }
local AIDER = { "accord", "attribu", "allou", "octro", "vers" }

-- Le bénéficiaire d'un montant que ce passage nomme aussi, ou nil.
local function beneficiaire_nomme(d, p)
  for m in chaque(d.montants) do
    if m.beneficiaire ~= "" and trouve(p, m.beneficiaire) then return m.beneficiaire end
  end
  return nil
end

-- Les phrases de l'acte qui portent ces mots d'un élu. Chercher dans tout l'acte pour chacun coûterait trop : d'abord dans celles où ils peuvent
-- être, sauf s'il y en a plus que passages() n'en rend.
local LE_PLUS = 64
local function phrases_sur(d, possibles, mots)
  if nombre(possibles) < LE_PLUS and not passage_avec(possibles, { mots }) then return {} end
  return passages(d, mots)
end

local function se_retire(d, retrait, elu)
  return passage_avec(retrait, { elu.nom_seul }) or contient(d:si_lu("deports") or d.absents, elu.cle)
end

-- « Mme X, présidente de l'association Y » : X est présente, Y reçoit un montant, et rien ne dit que X se retire.
local function dirigeants(d, fautes)
  local phrases = passages(d, FONCTIONS)
  if nombre(phrases) == 0 then return end
  local retrait = passages(d, RETRAIT)
  for elu in chaque(d.presents) do
    for fonction in chaque(FONCTIONS) do
      local p = phrases_sur(d, phrases, elu.nom_seul .. ", " .. fonction)[1]
      local beneficiaire = p and beneficiaire_nomme(d, p)
      if beneficiaire and not se_retire(d, retrait, elu) then
        ajoute(fautes, { sujet = "elu:" .. elu.cle, preuve = { p, elu },
          message = texte("%s, %s, est parmi les présents ; l'acte accorde une aide (%s) et ne dit pas que cet élu se retire",
            elu.nom, fonction, beneficiaire) })
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

-- « M. X, président du comité des fêtes », et la phrase où le comité des fêtes est aidé.
local function preside_un_aide(d, aides, elu)
  for a in chaque(aides) do
    for charge in chaque(CHARGES) do
      for lien in chaque(LIENS) do
        local dit = texte("%s %s %s", charge, lien, a.organisme)
        local p = phrases_sur(d, a.phrases, texte("%s, %s", elu.nom_seul, dit))[1]
        if p then return p, dit, a end
      end
    end
  end
  return nil
end

local function presidents(d, fautes)
  local aides = organismes_aides(d)
  if nombre(aides) == 0 then return end
  local retrait = passages(d, RETRAIT)
  for elu in chaque(d.presents) do
    local p, charge, a = preside_un_aide(d, aides, elu)
    if p and not se_retire(d, retrait, elu) then
      ajoute(fautes, { sujet = "elu:" .. elu.cle, preuve = { p, a.aide, elu },
        message = texte("%s, %s, est parmi les présents ; l'acte accorde une aide (%s) et ne dit pas que cet élu se retire",
          elu.nom, charge, a.organisme) })
    end
  end
end

-- « M. X, président des Amis, prend part au vote » : de quel organisme, et s'il est aidé, n'est pas lu.
local function dirigeant_qui_vote(d)
  local votes = passages(d, VOTE)
  if nombre(votes) == 0 then return nil end
  for elu in chaque(d.presents) do
    for charge in chaque(CHARGES) do
      for p in chaque(phrases_sur(d, votes, texte("%s, %s", elu.nom_seul, charge))) do
        if porte_un_de(p, VOTE) and not porte_un_de(p, RETRAIT) then return elu, charge end
      end
    end
  end
  return nil
end

-- « Mme X, qui préside l'association, » : un présent que l'acte lie à un organisme, quand il accorde une aide.
local LIEN = { "qui préside", "préside l'association", "préside le club", "préside l'amicale", "préside la société", "membre du bureau de l'association",
  "trésorier du", "trésorière du", "trésorier de l", "trésorière de l", "gérant de", "gérante de", "dirigeant de", "dirigeante de", "président du club",
  "présidente du club", "président de l'amicale", "présidente de l'amicale", "président de l'union", "présidente de l'union", "intéressé à l'affaire",
  "intéressée à l'affaire", "intéressés à l'affaire" }
local function lie_a_un_organisme(d)
  local phrases = passages(d, LIEN)
  if nombre(phrases) == 0 or not passage(d, "subvention") then return nil end
  local retrait = passages(d, RETRAIT)
  for elu in chaque(d.presents) do
    for p in chaque(phrases) do
      if trouve(p, elu.nom_seul) and not porte_un_de(p, { "la séance", "préside le conseil", "la commission" }) and not se_retire(d, retrait, elu) then return elu end
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
  version = "1.2.0",
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
      dit = "délibération à laquelle a pris part un membre intéressé ; avant cette date, jurisprudence (CE, 6 juin 1997, SERTIM)" },
    { niveau = "region", code = "CGCT", article = "L. 4142-5", depuis = "2025-12-24",
      dit = "délibération à laquelle a pris part un membre intéressé ; avant cette date, jurisprudence" },
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
    local plus_encore = pouvoirs_exerces(d, fautes)
    if nombre(fautes) > 0 then return anomalies(fautes) end
    local presents, pouvoirs, deports = nombre(d.presents), nombre(d.pouvoirs), nombre(d.deports)
    local elu, charge = dirigeant_qui_vote(d)
    if plus_encore then
      return non_verifiable("un élu qui ne prend pas part au vote porte un pouvoir, et il y a plus de voix que sans lui : voir somme-des-voix")
    end
    if elu then
      return non_verifiable(texte("%s, %s, est dit prendre part au vote ; si l'organisme qu'il dirige est aidé n'a pas été reconnu", elu.nom, charge))
    end
    local lie = lie_a_un_organisme(d)
    if lie then
      return non_verifiable(texte("l'acte accorde ou cite une subvention, et lie %s à un organisme ; s'il est celui qui est aidé n'a pas été reconnu", lie.nom))
    end
    return conforme(texte("%d présents, %s, %s : aucun dirigeant de l'organisme bénéficiaire n'a été reconnu dans le texte, ni pouvoir "
      .. "exercé malgré un déport", presents, compte_de(pouvoirs, "pouvoir"), compte_de(deports, "déport")))
  end,
}

essai "aucun élu intéressé" { attendu = "conforme", message = "0 déport : aucun dirigeant de l'organisme bénéficiaire n'a été reconnu" }
local PRESENTE = "Mme le Maire présente les deux devis reçus."
local COMITE_AIDE = { "- d'inscrire cette dépense", "- d'accorder 500 € au Comité des fêtes ;\n\n- d'inscrire cette dépense" }
essai "la présidente du comité des fêtes aidé prend part au vote" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du Comité des fêtes, prend part au vote." }, COMITE_AIDE },
  attendu = "anomalie", gravite = "mineure", message = "Mme Zélie AUBESPINAY, présidente du comité des fêtes, est parmi les présents",
  preuve = "Zélie AUBESPINAY, présidente",
}
essai "le comité des fêtes n'est pas aidé" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du Comité des fêtes, présente les deux devis reçus." } }, attendu = "conforme",
}
essai "un autre organisme est aidé" {
  remplacer = { { PRESENTE, "Mme Zélie AUBESPINAY, présidente du foyer rural, présente les deux devis reçus." }, COMITE_AIDE }, attendu = "conforme",
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
  attendu = "conforme",
}
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
essai "liste des présents illisible" {
  remplacer = { { "Étaient présents :", "Membres :" } }, attendu = "non_verifiable", message = "presents",
}
