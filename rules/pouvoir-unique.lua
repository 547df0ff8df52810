-- SPDX-License-Identifier: EUPL-1.2

-- Deux mandataires que leurs noms, dont l'un est en abrégé, ne distinguent pas, et qui à eux deux en porteraient trop.
local function peut_etre_un_seul(groupes, maximum)
  for rang, a in ipairs(groupes) do
    for autre, b in ipairs(groupes) do
      local portes = nombre(regroupe(a.elements, "mandant")) + nombre(regroupe(b.elements, "mandant"))
      if rang < autre and portes > maximum and nom_abrege(a.nom_seul, b.nom_seul) then
        return texte("%s et %s peuvent être une même personne, qui porterait %d pouvoirs, maximum %d : un nom n'est écrit qu'en abrégé",
          a.nom, b.nom, portes, maximum)
      end
    end
  end
  return nil
end

regle {
  id      = "pouvoir-unique",
  version = "1.3.0",
  titre   = "Nombre de pouvoirs par élu",
  gravite = "majeure",
  resume  = "Un élu ne porte qu'un seul pouvoir ; deux pendant les dérogations de 2020 à 2022. La règle compte les "
    .. "mandants de chaque mandataire ; un même pouvoir écrit deux fois ne compte qu'une fois. Un pouvoir de trop "
    .. "n'emporte l'annulation que s'il a pu changer le résultat (CE, 10 mars 1976, n° 88946).",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2121-20",
      dit = "un même conseiller municipal ne peut être porteur que d'un seul pouvoir" },
    { niveau = "epci", code = "CGCT", article = "L. 2121-20",
      dit = "un même conseiller ne peut être porteur que d'un seul pouvoir" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", code = "CGCT", article = "L. 3121-16",
      dit = "un conseiller départemental ne peut recevoir qu'une seule délégation de vote" },
    { jurisprudence = "CE, 10 mars 1976, n° 88946",
      dit = "un pouvoir irrégulier n'emporte l'annulation que s'il a pu changer le résultat" },
    { niveau = "region", code = "CGCT", article = "L. 4132-15",
      dit = "un conseiller régional ne peut recevoir qu'une seule délégation de vote" },
  },
  validite    = { du = "1996-02-24" },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple     = "cp-reguliere",

  controle = function(d)
    local nom = parametre_de(d, "pouvoirs.maximum")
    if not nom then return hors_table(d, "nombre de pouvoirs") end
    local maximum = parametre(nom, d.seance.date)
    if type(maximum) ~= "number" then erreur(texte("%s : un nombre est attendu, pas %s", nom, maximum)) end
    local groupes, fautes = regroupe(d.pouvoirs, "mandataire"), {}
    for groupe in chaque(groupes) do
      local mandants = {}
      for g in chaque(regroupe(groupe.elements, "mandant")) do ajoute(mandants, g.nom) end
      if nombre(mandants) > maximum then
        ajoute(fautes, { sujet = "elu:" .. groupe.cle, preuve = groupe.elements,
          message = texte("%d pouvoirs portés par %s (%s), maximum %d",
            nombre(mandants), groupe.nom, liste(mandants), maximum) })
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    local doute = peut_etre_un_seul(groupes, maximum)
    if doute then return non_verifiable(doute) end
    return conforme(texte("%s, maximum %d par élu", compte_de(nombre(d.pouvoirs), "pouvoir"), maximum))
  end,
}

essai "commission permanente : un pouvoir par mandataire" { attendu = "conforme", message = "5 pouvoirs, maximum 1" }

essai "deux pouvoirs au même élu" {
  remplacer = { { "donné à M. LE BRANDEC", "donné à Mme FONTRAILLE" } },
  attendu = "anomalie",
  gravite = "majeure", message = "2 pouvoirs portés par Mme FONTRAILLE (M. BRASSEMIN et Mme COURTEJOIE), maximum 1",
  preuve = "Mme COURTEJOIE",
}
essai "deux pouvoirs, exemple complet" {
  document = "cp-deux-pouvoirs",
  attendu = "anomalie", gravite = "majeure", message = "2 pouvoirs portés par M. TERRASSOL",
}
essai "deux pouvoirs, nom coupé autrement" {
  remplacer = { { "donné à M. LE BRANDEC", "donné à Mme\nSAUVEPLANE" } },
  attendu = "anomalie", message = "2 pouvoirs portés par Mme SAUVEPLANE",
}
for phrase in chaque { "M. Léandre HOUSTALET vote également au nom de M. SARCENAS.", "M. HOUSTALET est aussi mandaté par M. SARCENAS.", "M. SARCENAS a remis un mandat écrit à M. HOUSTALET.",
  "M. HOUSTALET dispose de trois voix (la sienne, celles de Mme CLAVERINE et de M. SARCENAS).", "M. HOUSTALET, qui vote aussi pour Mme CLAVERINE et pour M. SARCENAS, s'exprime.",
  "S'exprime M. HOUSTALET avec les pouvoirs de Mme CLAVERINE et de M. SARCENAS." } do
  essai("un second pouvoir dit hors de la liste : " .. phrase) {
    document = "cm-reguliere", remplacer = { { "Mme le Maire présente les deux devis reçus.", phrase } },
    attendu = "non_verifiable", message = "un pouvoir est dit hors de la liste",
  }
end
for phrase in chaque { "M. Léandre HOUSTALET vote également au nom de Mme CLAVERINE.", "Au nom de M. SARCENAS, M. HOUSTALET remercie les bénévoles.", "M. HOUSTALET vote pour." } do
  essai("rien d'un second pouvoir : " .. phrase) {
    document = "cm-reguliere", remplacer = { { "Mme le Maire présente les deux devis reçus.", phrase } }, attendu = "conforme",
  }
end
essai "deux mandataires, dont l'un réduit à son initiale : peut-être un seul" {
  document = "cc-reguliere", remplacer = { { "pouvoir à M. Denis NOGARÈDE", "pouvoir à Mme Célestine E." } },
  attendu = "non_verifiable", message = "Mme Célestine E. et Mme Célestine ESTRABOL peuvent être une même personne, qui porterait 2 pouvoirs",
}
essai "deux mandataires, dont l'un réduit à une initiale qui n'est pas celle de l'autre" {
  document = "cc-reguliere", remplacer = { { "pouvoir à M. Denis NOGARÈDE", "pouvoir à M. Denis N." } }, attendu = "conforme",
}
essai "dérogation : deux pouvoirs admis" {
  remplacer = {
    { "Le lundi 18 septembre 2023 à", "Le lundi 20 septembre 2021 à" },
    { "donné à M. LE BRANDEC", "donné à Mme FONTRAILLE" },
  },
  attendu = "conforme", message = "maximum 2",
}
essai "retour au droit commun du 1er octobre 2021" {
  remplacer = {
    { "Le lundi 18 septembre 2023 à", "Le lundi 11 octobre 2021 à" },
    { "donné à M. LE BRANDEC", "donné à Mme FONTRAILLE" },
  },
  attendu = "anomalie", message = "maximum 1",
}
essai "un maximum qui n'est pas un nombre" {
  parametres = { ["pouvoirs.maximum.departement.commission_permanente"] = "un" },
  attendu = "erreur", message = "un nombre est attendu",
}
essai "automne 2020 : période disputée" {
  remplacer = {
    { "Le lundi 18 septembre 2023 à", "Le lundi 19 octobre 2020 à" },
    { "donné à M. LE BRANDEC", "donné à Mme FONTRAILLE" },
  },
  attendu = "non_verifiable", message = "pouvoirs.maximum",
}
essai "un pouvoir mal formé : la liste n'est pas lue" {
  remplacer = { { "(pouvoir donné à M. JOLIBERT)", "(pouvoir remis en séance à JOLIBERT)" } },
  attendu = "non_verifiable",
}
essai "commune, dérogation de juin 2021 : deux pouvoirs admis" {
  document = "cm-covid", attendu = "conforme", message = "4 pouvoirs, maximum 2",
}
essai "commune, droit commun" {
  document = "cm-reguliere", remplacer = { { "à Mme Zélie AUBESPINAY", "à M. Léandre HOUSTALET" } },
  attendu = "anomalie", gravite = "majeure", message = "portés par M. Léandre HOUSTALET",
}
essai "communauté de communes" { document = "cc-reguliere", attendu = "conforme", message = "4 pouvoirs" }
essai "conseil départemental" { document = "cd-pleniere", attendu = "conforme", message = "3 pouvoirs" }
essai "conseil régional" {
  document = "cr-pleniere", remplacer = { { "donné à M. DAMPARIS", "donné à Mme CARDELUS" } },
  attendu = "anomalie", message = "portés par Mme CARDELUS",
}
