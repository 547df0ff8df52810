-- SPDX-License-Identifier: EUPL-1.2

-- La matière que l'objet vote, les mots qui la nomment ; ou pourquoi ce n'en est pas sûrement une.
local MATIERES = { "budget", "modification", "orientations", "compte" }
local function matiere_votee(d)
  if porte_un_de(d:si_lu("objet") or "", { "modification du budget", "modification des budgets" }) then
    return "oui", { "modification du budget", "modification des budgets", "budget primitif" }
  end
  local pire, rang = "absent", { absent = 0, non = 1, autre = 2, doute = 3, revient = 4 }
  for matiere in chaque(MATIERES) do
    local genre, noms = objet_vote(d, matiere)
    if not rang[genre] then return "oui", noms end
    if rang[genre] > rang[pire] then pire = genre end
  end
  return pire, {}
end

-- La phrase de la décision commence parfois aux visas : le verbe y touche la matière, et l'assemblée le verbe. Un sigle, que d'autres mots
-- contiennent, ne compte aussi que derrière le verbe.
local DECIDER = { "adopter", "adopte", "voter", "vote ", "approuver", "approuve", "arrêter", "arrête" }
local VERBES = { "adopter", "adopte", "voter", "vote", "approuver", "approuve", "arrêter", "arrête" }
local VERS_LA_MATIERE = { " ", " la ", " le ", " les ", " l'", " à l'unanimité la ", " à l'unanimité le ", " le projet de " }
local function verbe_sur(phrase, noms)
  for verbe in chaque(VERBES) do
    for vers in chaque(VERS_LA_MATIERE) do
      for nom in chaque(noms) do
        if trouve(phrase, verbe .. vers .. nom) then return verbe end
      end
    end
  end
  return nil
end
local function decision_sur(d, noms, organe)
  for p in chaque(passages(d, noms)) do
    local verbe = verbe_sur(p, noms)
    if trouve(p, "vu ") then
      if verbe and (trouve(p, organe .. " " .. verbe) or trouve(p, "délibéré")) then return p end
    elseif verbe then
      return p
    else
      for nom in chaque(noms) do
        if nombre(nom) > 5 and trouve(p, nom) and porte_un_de(p, DECIDER) then return p end
      end
    end
  end
  return nil
end

-- Ce que le conseil d'un EPCI garde pour lui, hors budget et compte : ce que l'objet dit, et le verbe de la décision.
local RESERVEES = {
  { quoi = "les taux ou tarifs d'une taxe ou d'une redevance", mots = { "taux", "tarif" }, avec = { "taxe", "redevance", "cotisation foncière" }, verbes = { "fixe", "vote", "adopte", "institue", "approuve" } },
  { quoi = "l'adhésion à un établissement public", mots = { "adhésion" }, avec = { "à un syndicat", "au syndicat", "à un établissement public", "à l'établissement public" },
    verbes = { "approuve", "décide d'adhérer", "adhère", "décide de l'adhésion", "décide l'adhésion" } },
  { quoi = "la délégation d'un service public", mots = { "délégation de service public", "délégation du service public", "délégation de la gestion du service" }, avec = { "choix", "attribution", "principe", "approbation du contrat" },
    verbes = { "approuve", "attribue", "retient", "se prononce", "décide" } },
  { quoi = "la composition, le fonctionnement ou la durée de l'établissement", mots = { "modification des statuts", "modification statutaire" }, avec = { "de la communauté", "de la métropole" },
    verbes = { "approuve", "adopte", "modifie" } },
}
-- Ce qui n'en décide pas, ou vient d'un autre que l'EPCI.
local N_EN_DECIDE_PAS = { "avis", "information", "communication", "rapport", "avenant", "commission", "association", "commune de", "communes", "présentation", "lancement", "étude", "location", "loyer" }
local PEUT_ETRE_RESERVEES = { "tarif", "taux", "taxe", "redevance", "adhésion", "délégation de service public", "délégation du service public", "délégation de la gestion", "concession", "statut", "habitat", "politique de la ville",
  "aménagement de l'espace", "équilibre social" }

local function matiere_du_bureau(d, qui)
  -- « d.objet » qui n'est pas lu arrête la règle ici.
  for r in chaque(RESERVEES) do
    if porte_un_de(d.objet, r.mots) and porte_un_de(d.objet, r.avec) and not porte_un_de(d.objet, N_EN_DECIDE_PAS) then
      for p in chaque(passages(d, r.verbes)) do
        if porte_un_de(p, r.mots) and (trouve(p, qui) or not trouve(p, "vu ")) then
          return anomalie { sujet = "objet", preuve = p,
            message = texte("%s statue sur « %s » ; la loi réserve au conseil %s : compétence à vérifier", qui, d.objet, r.quoi) }
        end
      end
    end
  end
  if porte_un_de(d.objet, PEUT_ETRE_RESERVEES) then
    return non_verifiable(texte("peut-être une matière que la loi réserve au conseil (taux et tarifs, statuts, adhésion, délégation de service public, habitat…) : « %s »", d.objet))
  end
  return conforme("la règle ne reconnaît à l'objet aucune des matières que la loi réserve au conseil")
end

-- Un objet qui ne nomme pas la matière, et une phrase où l'organe la vote : celle d'une autre assemblée, ou d'un autre budget, ne dit rien.
local NOMMEES = { "budget primitif", "budget supplémentaire", "décision modificative", "compte administratif", "compte financier unique" }
local DE_LA_COLLECTIVITE = { "du département", "de la région", "de la communauté", "de la métropole", "de l'agglomération", "de la collectivité" }
local D_UN_AUTRE = { "collège", "lycée", "association", "syndicat", "établissement", "société", "EHPAD", "régie", "marché", "contrat", "foyer", "GIP", "de la SEM", "MDPH", "CCAS", "agence", "office", "groupement", "commune", "école", "fondation", "comité" }
local function votee_sous_un_autre_objet(d)
  for p in chaque(passages(d, NOMMEES)) do
    if verbe_sur(p, NOMMEES) and (porte_un_de(p, DE_LA_COLLECTIVITE) or not porte_un_de(p, D_UN_AUTRE)) and not trouve(p, "vu ") and not autre_assemblee(d, p) then return p end
  end
  return nil
end

regle {
  id      = "matiere-indelegable",
  version = "1.4.0",
  titre   = "Budget et comptes : matière que l'assemblée ne peut déléguer",
  gravite = "majeure",
  resume  = "La commission permanente (ou le bureau d'une communauté) ne peut ni voter le budget de la collectivité, ni le modifier, "
    .. "ni débattre des orientations budgétaires, ni arrêter le compte : l'assemblée ne peut déléguer ces matières. La règle les "
    .. "reconnaît à l'objet de l'acte et au verbe de la décision, non aux articles cités. Elle laisse le budget d'un autre "
    .. "organisme (collège, association, établissement). D'un bureau, elle regarde aussi les taux et tarifs des taxes et redevances, les "
    .. "statuts, l'adhésion à un établissement public et la délégation de service public. À faire relire par un juriste : c'est la compétence qui est en cause.",
  fondement = {
    { niveau = "departement", code = "CGCT", article = "L. 3211-2",
      dit = "le conseil départemental ne peut déléguer le budget, le débat d'orientation ni le compte à la commission permanente" },
    { niveau = "region", code = "CGCT", article = "L. 4221-5",
      dit = "le conseil régional ne peut déléguer le vote du budget ni l'approbation du compte à la commission permanente" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-10",
      dit = "le conseil ne peut déléguer au bureau le budget, les taux ou tarifs des taxes et redevances, le compte, les statuts, l'adhésion à un établissement "
        .. "public, la délégation d'un service public" },
  },
  validite = { du = "2015-03-29" },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cp-reguliere",

  controle = function(d)
    local DELEGATAIRES = { commission_permanente = "la commission permanente", bureau_communautaire = "le bureau" }
    local qui = DELEGATAIRES[d.organe]
    if not qui then return sans_objet("l'acte n'est ni d'une commission permanente ni d'un bureau : la règle ne juge qu'eux") end
    local genre, noms = matiere_votee(d)
    if genre == "absent" and porte_un_de(d:si_lu("objet") or "", { "vote du budget", "adoption du budget", "approbation du budget", "approbation des comptes 20" }) then genre = "doute" end
    if genre == "absent" then
      if porte_un_de(d:si_lu("objet") or "", { "affectation du résultat", "affectation des résultats" }) then
        return non_verifiable(texte("l'affectation d'un résultat suit le compte, que l'assemblée ne peut déléguer : compétence à vérifier, « %s »", d.objet))
      end
      local votee = d:statut("objet") == "lu" and votee_sous_un_autre_objet(d)
      if votee then
        return non_verifiable(texte("l'objet (« %s ») ne le dit pas, et une phrase vote un budget ou un compte, que l'assemblée ne peut déléguer : « %s »", d.objet, votee.texte))
      end
      if d.organe == "bureau_communautaire" then return matiere_du_bureau(d, qui) end
      if d:statut("objet") ~= "lu" then return conforme("objet non lu ; l'acte ne nomme ni budget primitif, ni décision modificative, ni compte administratif ou financier") end
      return conforme("l'objet n'est ni le budget ni le compte")
    end
    if genre == "doute" or genre == "revient" or genre == "non" and trouve(d.objet, "virement") then
      return non_verifiable(texte("l'objet parle d'un budget ou d'un compte, sans dire sûrement s'il le vote ou si c'est celui de la collectivité : « %s »", d.objet))
    end
    if genre == "autre" then return sans_objet(texte("budget ou compte d'un autre organisme : « %s »", d.objet)) end
    if genre == "non" then return sans_objet(texte("l'objet cite un budget ou un compte, sans le voter : « %s »", d.objet)) end
    local decision = decision_sur(d, noms, qui)
    if not decision then
      return non_verifiable(texte("aucun verbe de décision (adopter, voter, approuver) à côté de « %s »", d.objet))
    end
    return anomalie { sujet = "objet", preuve = decision,
      message = texte("%s statue sur « %s », matière que l'assemblée ne peut déléguer : compétence à vérifier", qui, d.objet) }
  end,
}

essai "subvention à une association" { attendu = "conforme", message = "ni le budget ni le compte" }
essai "décision modificative adoptée par la commission permanente" {
  remplacer = { { " Soutien à l'association Les Greniers partagés pour la Maison des transitions\n", " Décision modificative n° 2 de 2023\n" },
    { "- d’attribuer à l’association Les Greniers partagés une subvention de fonctionnement de 18 500 € ;",
      "- d’adopter la décision modificative n° 2 ;" } },
  attendu = "anomalie", gravite = "majeure",
  message = "la commission permanente statue sur « Décision modificative n° 2 de 2023 »", preuve = "d’adopter la décision modificative",
}
local OBJET = " Soutien à l'association Les Greniers partagés pour la Maison des transitions\n"
local D_ATTRIBUER = "- d’attribuer à l’association Les Greniers partagés une subvention de fonctionnement de 18 500 € ;"
essai "décision modificative, sans ligne vide derrière les visas" {
  remplacer = { { OBJET, " Décision modificative n° 2 de 2023\n" },
    { D_ATTRIBUER, "Vu la délégation donnée à la commission permanente,\nLa commission permanente adopte la décision modificative n° 2.\n" } },
  attendu = "anomalie", gravite = "majeure", message = "la commission permanente statue sur « Décision modificative n° 2 de 2023 »",
}
essai "décision modificative citée dans un visa" {
  remplacer = { { OBJET, " Décision modificative n° 2 de 2023\n" },
    { D_ATTRIBUER, "Vu la délibération par laquelle l'assemblée plénière adopte la décision modificative n° 2.\n" } },
  attendu = "non_verifiable", message = "aucun verbe de décision",
}
local function objet(titre, decision)
  return { { OBJET, "Objet : " .. titre .. "\n" }, { D_ATTRIBUER, decision } }
end
for titre in chaque { "Décision modificative du collège de Mirebois", "Avis sur les budgets primitifs des collèges" } do
  essai("le budget d'un autre : " .. titre) { remplacer = objet(titre, "- d'approuver le budget primitif et la décision modificative ;"), attendu = "sans_objet", message = "d'un autre organisme" }
end
essai "le budget d'un foyer, qui est peut-être un budget annexe" {
  remplacer = objet("Budget primitif 2024 du foyer de Mirebois", "- d'adopter le budget primitif ;"), attendu = "non_verifiable", message = "celui de la collectivité",
}
for cas in chaque { { "DM n° 2 - Budget principal", "la DM n° 2" }, { "Vote du BP 2024", "le BP 2024" }, { "CFU 2022 - budget principal", "le CFU 2022" },
  { "Approbation du CA 2022", "le CA 2022" }, { "Budget 2024 du Département", "le budget 2024" }, { "BS 2023 - budget principal", "le BS 2023" },
  { "Décision modificative de crédits n° 2", "la décision modificative" }, { "2e décision modificative de 2023", "la 2e décision modificative" },
  { "Décision modificative n° 1 : ouverture de crédits au budget primitif", "la décision modificative" }, { "Modification du budget primitif 2023", "la modification du budget primitif" } } do
  essai("la matière en abrégé : " .. cas[1]) {
    remplacer = objet(cas[1], "- d'adopter " .. cas[2] .. " ;"), attendu = "anomalie", gravite = "majeure", message = cas[1],
  }
end
for titre in chaque { "Autorisations de programme : ajustement au budget primitif 2023", "Subventions inscrites au budget primitif 2023" } do
  essai("le budget cité, non voté : " .. titre) { remplacer = objet(titre, "- d'approuver les crédits du budget primitif ;"), attendu = "sans_objet", message = "sans le voter" }
end
for cas in chaque { { "Finances - Ajustements budgétaires 2023 (DM2)", "les ajustements" }, { "Affectation du résultat de 2022", "l'affectation" } } do
  essai("peut-être la matière : " .. cas[1]) { remplacer = objet(cas[1], "- d'adopter " .. cas[2] .. " ;"), attendu = "non_verifiable", message = cas[1] }
end
for titre in chaque { "Information sur la décision modificative n° 2", "Subvention inscrite à la décision modificative n° 2" } do
  essai("la modification citée : " .. titre) { remplacer = objet(titre, "- d'approuver la décision modificative ;"), attendu = "sans_objet", message = "sans le voter" }
end
essai "ni objet, ni budget dans l'acte" { remplacer = { { OBJET, "" } }, attendu = "conforme", message = "l'acte ne nomme" }
for titre in chaque { "Approbation des comptes 2022 de Lorne Habitat", "Vote du budget 2024 de Lorne Tourisme" } do
  essai("le nom d'un autre suit : " .. titre) { remplacer = objet(titre, "- d'approuver les comptes 2022 et le budget 2024 ;"), attendu = "non_verifiable", message = "celui de la collectivité" }
end
essai "CA n'est pas toujours un compte" { remplacer = objet("Désignation au CA du lycée de Mirebois", "- d'approuver la désignation au CA ;"), attendu = "conforme" }
essai "matière nommée sans décision" {
  remplacer = { { " Soutien à l'association Les Greniers partagés pour la Maison des transitions\n", " Orientations budgétaires 2024\n" } },
  attendu = "non_verifiable", message = "aucun verbe de décision",
}
essai "objet illisible" {
  remplacer = { { " Soutien à l'association Les Greniers partagés pour la Maison des transitions\n", "" },
    { "I. Activité de l’année 2022", "I. Le budget primitif 2023" } },
  attendu = "non_verifiable", message = "objet",
}
essai "bureau d'une communauté" {
  document = "cc-reguliere",
  remplacer = { { "DU CONSEIL COMMUNAUTAIRE", "DU BUREAU COMMUNAUTAIRE" }, { "le conseil communautaire de", "le bureau communautaire de" },
    { "Le conseil communautaire, après", "Le bureau communautaire, après" },
    { "Fonds de concours à la commune de Langeverne pour la rénovation de l'école", "Budget primitif 2024" },
    { "DÉCIDE d'attribuer à la commune de Langeverne un fonds de concours de 35 000 € pour la rénovation\nénergétique de l'école.",
      "DÉCIDE d'adopter le budget primitif 2024." } },
  attendu = "anomalie", gravite = "majeure", message = "le bureau statue sur « Budget primitif 2024 »",
}
essai "le conseil vote lui-même son budget" { document = "cm-budget", attendu = "sans_objet" }
essai "une assemblée décide toujours d'une matière déléguée" { document = "cd-pleniere", attendu = "sans_objet" }
local function au_bureau(titre, decision)
  return { { "DU CONSEIL COMMUNAUTAIRE", "DU BUREAU COMMUNAUTAIRE" }, { "le conseil communautaire de", "le bureau communautaire de" },
    { "Le conseil communautaire, après", "Le bureau communautaire, après" }, { "Fonds de concours à la commune de Langeverne pour la rénovation de l'école", titre },
    { "DÉCIDE d'attribuer à la commune de Langeverne un fonds de concours de 35 000 € pour la rénovation\nénergétique de l'école.", decision } }
end
for cas in chaque {
  { "Taux de la taxe d'enlèvement des ordures ménagères 2024", "FIXE le taux de la taxe à 11 %.", "les taux ou tarifs" },
  { "Adhésion de la communauté à un syndicat mixte des rivières", "APPROUVE l'adhésion au syndicat mixte.", "l'adhésion" },
  { "Choix du mode de gestion : délégation de service public de l'eau", "APPROUVE le principe de la délégation de service public.", "la délégation d'un service public" },
  { "Modification des statuts de la communauté", "ADOPTE la modification des statuts.", "la composition" },
} do
  essai("au bureau, ce que la loi réserve au conseil : " .. cas[1]) {
    document = "cc-reguliere", remplacer = au_bureau(cas[1], cas[2]), attendu = "anomalie", gravite = "majeure", message = "la loi réserve au conseil " .. cas[3],
  }
end
for cas in chaque {
  { "Tarifs de location de la salle des fêtes", "FIXE les tarifs de location." },
  { "Avis sur la modification des statuts de la communauté voisine", "APPROUVE la modification des statuts." },
  { "Rapport annuel de la délégation de service public de l'eau", "APPROUVE le principe du rapport." },
  { "Adhésion à l'association des rivières", "APPROUVE l'adhésion à l'association." },
} do
  essai("au bureau, ce qui n'en est peut-être pas : " .. cas[1]) {
    document = "cc-reguliere", remplacer = au_bureau(cas[1], cas[2]), attendu = "non_verifiable", message = "peut-être une matière",
  }
end
essai "au bureau, un objet où rien n'est reconnu" {
  document = "cc-reguliere", remplacer = au_bureau("Fonds de concours pour l'école", "DÉCIDE d'attribuer un fonds de concours."), attendu = "conforme", message = "la règle ne reconnaît",
}
local OBJET = " Soutien à l'association Les Greniers partagés pour la Maison des transitions\n"
for mots in chaque { "Budget primitif 2024 de la SEM Haute-Serre", "Compte administratif 2023 de la MDPH", "Compte administratif 2023 de la maison départementale des personnes handicapées" } do
  essai("le budget ou le compte d'un autre : " .. mots) {
    remplacer = { { OBJET, " " .. mots .. "\n" }, { "- d’approuver la convention annuelle", "- d’approuver le " .. mots .. " ;\n\n- d’approuver la convention annuelle" } },
    attendu = "non_verifiable", message = "si c'est celui de la collectivité",
  }
end
essai "la modification d'un marché" {
  remplacer = { { OBJET, " Décision modificative n° 1 au marché de nettoyage\n" }, { "- d’approuver la convention annuelle", "- d’approuver la décision modificative n° 1 au marché de nettoyage ;\n\n- d’approuver la convention annuelle" } },
  attendu = "sans_objet",
}
for mots in chaque { "de voter le budget supplémentaire 2024 du Département", "d’approuver le compte financier unique 2023 du Département", "d’adopter la décision modificative n° 3" } do
  essai("un objet vague, et un budget voté : " .. mots) {
    remplacer = { { OBJET, " Ajustement de crédits\n" }, { "- d’approuver la convention annuelle", "- " .. mots .. " ;\n\n- d’approuver la convention annuelle" } },
    attendu = "non_verifiable", message = "une phrase vote un budget ou un compte",
  }
end
essai "un budget que l'assemblée vote, ou d'un autre" {
  remplacer = { { "- d’approuver la convention annuelle", "- de noter que le Conseil départemental vote le budget primitif du Département en avril, et d’approuver le budget primitif du collège ;\n\n- d’approuver la convention annuelle" } },
  attendu = "conforme",
}
