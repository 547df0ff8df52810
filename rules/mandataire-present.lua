-- SPDX-License-Identifier: EUPL-1.2

-- Le lecteur tient « DARRIEUX » pour « Paul DARRIEU » mal écrit : ce peut être un autre élu.
local function noms_voisins(d)
  local dits = {}
  for groupe in chaque(regroupe(d.pouvoirs, "mandataire")) do
    local present = contient(d.presents, groupe)
    if present and nom_voisin(groupe.nom_seul, present.nom_seul) then
      ajoute(dits, texte("pouvoir porté par %s, le nom voisin parmi les présents est %s", groupe.nom, present.nom))
    end
  end
  return dits
end

-- Un élu que ni la liste des présents ni celle des absents ne nomme, et que l'acte nomme plus souvent que ses pouvoirs ne le font (il
-- rapporte, il vote, une autre liste le porte) : la liste lue n'est peut-être pas entière.
local function nomme_ailleurs(d, groupe)
  return not contient(d:si_lu("absents") or {}, groupe) and nombre(passages(d, groupe.nom_seul)) > groupe.nombre
end

-- Pourquoi ce mandataire, que la liste des présents ne nomme pas, est peut-être présent ; ou nil. « Mme Lise K. », quand Mme Lise KARDEC est
-- présente : l'initiale ne dit pas si c'est elle.
local function peut_etre_present(d, groupe)
  local peut_etre = par_l_initiale(d.presents, groupe)
  if peut_etre then return texte("%s est peut-être %s, parmi les présents : un nom n'est écrit qu'en abrégé", groupe.nom, peut_etre.nom) end
  if nomme_ailleurs(d, groupe) then
    return texte("%s n'est pas dans la liste des présents telle qu'elle est lue, mais l'acte le nomme aussi ailleurs que parmi les absents", groupe.nom)
  end
  return nil
end

regle {
  id      = "mandataire-present",
  version = "1.3.0",
  titre   = "Celui qui porte un pouvoir est présent",
  gravite = "majeure",
  resume  = "Celui qui porte un pouvoir est présent au vote : il est nommé parmi les présents. La règle n'accuse pas quand la "
    .. "liste des présents est visiblement incomplète, ni quand une présence est bornée dans le temps, ni quand un nom réduit "
    .. "à une initiale peut être celui d'un présent, ni quand l'acte nomme ailleurs celui qui manque à la liste. Le mandant nommé parmi les présents relève de la règle « mandant-absent ».",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2121-20",
      dit = "un conseiller empêché peut donner à un collègue de son choix pouvoir écrit de voter en son nom" },
    { niveau = "epci", code = "CGCT", article = "L. 2121-20",
      dit = "un conseiller empêché peut donner pouvoir à un collègue" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", code = "CGCT", article = "L. 3121-16",
      dit = "un conseiller départemental empêché peut donner délégation de vote à un autre membre de l'assemblée" },
    { niveau = "region", code = "CGCT", article = "L. 4132-15",
      dit = "un conseiller régional empêché peut donner délégation de vote à un autre membre de l'assemblée" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple     = "cp-reguliere",

  controle = function(d)
    if not parametre_de(d, "pouvoirs.maximum") then return hors_table(d, "pouvoirs") end
    local presents, fautes, doutes = d.presents, {}, {}
    for groupe in chaque(mandataires_hors_liste(d)) do
      local doute = peut_etre_present(d, groupe)
      if doute then
        ajoute(doutes, doute)
      else
        ajoute(fautes, { sujet = "elu:" .. groupe.cle, preuve = groupe.elements,
          message = texte("%s porte %s mais n'est pas parmi les %d présents",
            groupe.nom, compte_de(groupe.nombre, "pouvoir"), nombre(presents)) })
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if nombre(doutes) > 0 then return non_verifiable("pouvoir à vérifier : " .. liste(doutes)) end
    if nombre(d.pouvoirs) == 0 then return conforme("aucun pouvoir") end
    local voisins = noms_voisins(d)
    if nombre(voisins) > 0 then return non_verifiable(liste(voisins) .. " : même élu, ou un autre ?") end
    return conforme(compte_de(nombre(d.pouvoirs),
      "pouvoir, porté par un élu présent", "pouvoirs, tous portés par un élu présent"))
  end,
}

essai "commission permanente : cinq mandataires présents" {
  attendu = "conforme", message = "5 pouvoirs, tous portés par un élu présent",
}

essai "mandataire absent" {
  remplacer = { { "donné à M. LE BRANDEC", "donné à Mme KERVAZEL" } },
  attendu = "anomalie",
  gravite = "majeure", message = "Mme KERVAZEL porte 1 pouvoir mais n'est pas parmi les 24 présents",
  preuve = "Mme KERVAZEL",
}
essai "mandataire absent, exemple complet" {
  document = "cp-mandataire-absent",
  attendu = "anomalie", gravite = "majeure", message = "M. TERRASSOL porte 1 pouvoir",
}
essai "nom composé écrit sans trait d'union" {
  remplacer = { { "DUFLANQUIN-ROCHEL", "DUFLANQUINROCHEL" }, { "donné à M. LE BRANDEC", "donné à Mme DUFLANQUIN-ROCHEL" } },
  attendu = "conforme",
}
essai "un nom à une lettre près : peut-être un autre" {
  document = "cc-reguliere", remplacer = { { "pouvoir à M. Denis NOGARÈDE", "pouvoir à M. NOGARÈDES" } },
  attendu = "non_verifiable", message = "le nom voisin parmi les présents est",
}
essai "le même nom, en capitales sans accents" {
  document = "cc-reguliere", remplacer = { { "pouvoir à M. Denis NOGARÈDE", "pouvoir à M. NOGAREDE" } }, attendu = "conforme",
}
essai "le mandataire manque à la liste, mais l'acte le fait parler" {
  document = "cc-reguliere", remplacer = { { "pouvoir à M. Denis NOGARÈDE", "pouvoir à M. Fred FORNELLI" },
    { "Le conseil communautaire, après en avoir délibéré,", "M. Fred FORNELLI présente le dossier.\n\nLe conseil communautaire, après en avoir délibéré," } },
  attendu = "non_verifiable", message = "M. Fred FORNELLI n'est pas dans la liste des présents telle qu'elle est lue",
}
essai "deux listes de présents, dont une n'est pas lue" {
  document = "cc-reguliere", remplacer = { { "pouvoir à M. Denis NOGARÈDE", "pouvoir à M. Fred FORNELLI" },
    { "Absents excusés :", "À Combrailles : M. Fred FORNELLI.\n\nAbsents excusés :" } },
  attendu = "non_verifiable",
}
essai "le mandataire manque à la liste, et n'est nommé nulle part ailleurs" {
  document = "cc-reguliere", remplacer = { { "pouvoir à M. Denis NOGARÈDE", "pouvoir à M. Fred FORNELLI" } },
  attendu = "anomalie", gravite = "majeure", message = "M. Fred FORNELLI porte 1 pouvoir",
}
essai "le mandataire est nommé parmi les absents, et ailleurs" {
  document = "cc-reguliere", remplacer = { { "pouvoir à M. Denis NOGARÈDE", "pouvoir à M. Noël DAMPIERROT" },
    { "Le conseil communautaire, après en avoir délibéré,", "M. Noël DAMPIERROT avait préparé le dossier.\n\nLe conseil communautaire, après en avoir délibéré," } },
  attendu = "anomalie", gravite = "majeure", message = "M. Noël DAMPIERROT porte 1 pouvoir",
}
essai "le nom réduit à son initiale, une présente peut être celle-là" {
  document = "cc-reguliere", remplacer = { { "pouvoir à Mme Célestine ESTRABOL", "pouvoir à Mme Célestine E." } },
  attendu = "non_verifiable", message = "Mme Célestine E. est peut-être Célestine ESTRABOL, parmi les présents",
}
essai "le prénom et le nom réduits à leurs initiales" {
  document = "cc-reguliere", remplacer = { { "pouvoir à Mme Célestine ESTRABOL", "pouvoir à Mme C. E." } },
  attendu = "non_verifiable", message = "est peut-être Célestine ESTRABOL",
}
essai "une initiale qui n'est celle d'aucun présent" {
  document = "cc-reguliere", remplacer = { { "pouvoir à Mme Célestine ESTRABOL", "pouvoir à Mme Célestine T." } },
  attendu = "anomalie", gravite = "majeure", message = "Mme Célestine T. porte 1 pouvoir",
}
essai "le prénom réduit à son initiale, un seul présent de ce nom" {
  document = "cc-reguliere", remplacer = { { "pouvoir à Mme Célestine ESTRABOL", "pouvoir à Mme C. ESTRABOL" } }, attendu = "conforme",
}
essai "le prénom réduit à son initiale, deux présentes de ce nom" {
  document = "cc-reguliere", remplacer = { { "Delphine\nFAUGERANGE, Eugénie", "Delphine\nFAUGERANGE, Clarisse ESTRABOL, Eugénie" }, { "Présents : 18", "Présents : 19" },
    { "pouvoir à Mme Célestine ESTRABOL", "pouvoir à Mme C. ESTRABOL" } },
  attendu = "non_verifiable",
}
essai "le prénom réduit à son initiale, une présente et une absente de ce nom" {
  document = "cc-reguliere", remplacer = { { "Mme Louise YZEURAIN", "Mme Clarisse ESTRABOL" }, { "pouvoir à Mme Célestine ESTRABOL", "pouvoir à Mme C. ESTRABOL" } },
  attendu = "non_verifiable",
}
essai "liste des présents incomplète : on n'accuse pas" {
  document = "cm-reguliere",
  remplacer = {
    { "M. Léandre HOUSTALET, Mme Capucine NIVERDOIS", "Mme Capucine NIVERDOIS" },
  },
  attendu = "non_verifiable", message = "15 présents annoncés mais 14 nommés",
}
essai "le président n'est pas dans la liste des présents" {
  document = "cm-reguliere",
  remplacer = {
    { "Étaient présents : Mme Solange BRÉVILLARD, M. Tancrède", "Étaient présents : M. Tancrède" },
  },
  attendu = "conforme",
}
essai "un pouvoir mal formé : la liste n'est pas lue" {
  remplacer = { { "(pouvoir donné à M. JOLIBERT)", "(pouvoir remis en séance à JOLIBERT)" } },
  attendu = "non_verifiable", message = "pouvoirs",
}
essai "communauté de communes" { document = "cc-reguliere", attendu = "conforme", message = "4 pouvoirs" }
essai "conseil départemental" {
  document = "cd-pleniere", remplacer = { { "donné à M. ABRILLOT", "donné à M. CASTELNOUVEL" } },
  attendu = "anomalie", gravite = "majeure", message = "M. CASTELNOUVEL porte 1 pouvoir",
}
