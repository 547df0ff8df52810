-- SPDX-License-Identifier: EUPL-1.2

local FONCTIONS = { "président de l'association", "présidente de l'association", "trésorier de l'association",
  "trésorière de l'association", "vice-président de l'association", "vice-présidente de l'association",
  "secrétaire de l'association", "président de la fondation", "présidente de la fondation", "gérant de la société",
  "gérante de la société", "dirigeant de la société", "dirigeante de la société", "directeur de l'association",
  "directrice de l'association" }
local RETRAIT = { "ne prend pas part", "ne prennent pas part", "n'a pas pris part", "n'ont pas pris part", "ne participe pas",
  "ne participent pas", "n'a pas participé", "n'ont pas participé", "quitte la salle", "se retire", "s'est retiré", "se déporte",
  "sort de la salle", "ne vote pas", "n'ayant pas pris part", "déport" }

-- Le bénéficiaire d'un montant que ce passage nomme aussi, ou nil.
local function beneficiaire_nomme(d, p)
  for m in chaque(d.montants) do
    if m.beneficiaire ~= "" and trouve(p, m.beneficiaire) then return m.beneficiaire end
  end
  return nil
end

-- « Mme X, présidente de l'association Y » : X est présente, Y reçoit un montant, et rien ne dit que X se retire.
local function dirigeants(d, fautes)
  if not passage(d, FONCTIONS) then return end
  local retrait = passages(d, RETRAIT)
  for elu in chaque(d.presents) do
    for fonction in chaque(FONCTIONS) do
      local p = passage(d, elu.nom_seul .. ", " .. fonction)
      local beneficiaire = p and beneficiaire_nomme(d, p)
      if beneficiaire and not passage_avec(retrait, { elu.nom_seul }) and not contient(d:si_lu("deports") or d.absents, elu.cle) then
        ajoute(fautes, { sujet = "elu:" .. elu.cle, preuve = { p, elu },
          message = texte("%s, %s, est parmi les présents ; l'acte aide %s et ne dit pas que cet élu se retire",
            elu.nom, fonction, beneficiaire) })
      end
    end
  end
end

-- Le pouvoir que porte un élu qui ne prend pas part au vote ne doit pas servir.
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
end

regle {
  id      = "elu-interesse",
  version = "1.0.0",
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
    pouvoirs_exerces(d, fautes)
    if nombre(fautes) > 0 then return anomalies(fautes) end
    local presents, pouvoirs, deports = nombre(d.presents), nombre(d.pouvoirs), nombre(d.deports)
    return conforme(texte("%d présents, %s, %s : rien à relever", presents, compte_de(pouvoirs, "pouvoir"),
      compte_de(deports, "déport")))
  end,
}

essai "aucun élu intéressé" { attendu = "conforme", message = "15 présents, 3 pouvoirs, 0 déport" }
essai "la présidente de l'association aidée est présente" {
  remplacer = { { "Mme le Maire présente les deux devis reçus.", "Mme Zélie AUBESPINAY, présidente de l'association Les Greniers partagés, présente le projet." },
    { "- d'inscrire cette dépense", "- d'attribuer à l'association Les Greniers partagés une subvention de 1 200 € ;\n\n- d'inscrire cette dépense" } },
  attendu = "anomalie", gravite = "mineure",
  message = "Mme Zélie AUBESPINAY, présidente de l'association, est parmi les présents", preuve = "Zélie AUBESPINAY, présidente",
}
essai "elle ne prend pas part au vote" {
  remplacer = { { "Mme le Maire présente les deux devis reçus.", "Mme Zélie AUBESPINAY, présidente de l'association Les Greniers partagés, ne prend pas part au vote." },
    { "- d'inscrire cette dépense", "- d'attribuer à l'association Les Greniers partagés une subvention de 1 200 € ;\n\n- d'inscrire cette dépense" } },
  attendu = "non_verifiable", message = "deports",
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
  attendu = "conforme",
}
essai "un élu sans pouvoir ne prend pas part au vote" {
  document = "cp-reguliere",
  remplacer = { { "\nVote :\n\nPour : 29", "\nNe prend pas part au vote : M. ROQUEVIEL.\n\nVote :\n\nPour : 28" } },
  attendu = "conforme", message = "1 déport",
}
essai "liste des présents illisible" {
  remplacer = { { "Étaient présents :", "Membres :" } }, attendu = "non_verifiable", message = "presents",
}
