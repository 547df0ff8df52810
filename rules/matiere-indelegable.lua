-- SPDX-License-Identifier: EUPL-1.2

local MATIERES = { "budget primitif", "budget supplémentaire", "décision modificative", "décision budgétaire modificative",
  "budgets primitifs", "budgets supplémentaires", "décisions modificatives", "comptes administratifs", "comptes financiers uniques",
  "débat d'orientation budgétaire", "débat d'orientations budgétaires", "orientations budgétaires", "compte administratif",
  "compte financier unique" }
-- Le budget ou le compte d'un autre, ou ce qui n'en est pas le vote.
local D_UN_AUTRE = { "collège", "lycée", "EHPAD", "établissement", "association", "société", "SEM", "SPL", "syndicat", "GIP",
  "participatif", "virement", "avenant", "convention", "organisme", "fondation", "foyer", "hôpital", "régie", "office", "agence",
  "information", "communication", "avis" }
local DECIDER = { "adopter", "adopte", "voter", "vote ", "approuver", "approuve", "arrêter", "arrête" }
-- Sans ligne vide entre eux, la phrase de la décision commence aux visas : le verbe y touche la matière, et l'assemblée le verbe.
local VERBES = { "adopte", "vote", "approuve", "arrête" }
local VERS_LA_MATIERE = { " ", " la ", " le ", " les ", " l'", " à l'unanimité la ", " à l'unanimité le ", " le projet de " }
local function decide_derriere_les_visas(phrase, organe)
  for verbe in chaque(VERBES) do
    for vers in chaque(VERS_LA_MATIERE) do
      for matiere in chaque(MATIERES) do
        if trouve(phrase, verbe .. vers .. matiere) and (trouve(phrase, organe .. " " .. verbe) or trouve(phrase, "délibéré")) then return true end
      end
    end
  end
  return false
end

regle {
  id      = "matiere-indelegable",
  version = "1.2.0",
  titre   = "Budget et comptes : matière que l'assemblée ne peut déléguer",
  gravite = "majeure",
  resume  = "La commission permanente (ou le bureau d'une communauté) ne peut ni voter le budget de la collectivité, ni le modifier, "
    .. "ni débattre des orientations budgétaires, ni arrêter le compte : l'assemblée ne peut déléguer ces matières. La règle les "
    .. "reconnaît à l'objet de l'acte et au verbe de la décision, non aux articles cités. Elle laisse le budget d'un autre "
    .. "organisme (collège, association, établissement). À faire relire par un juriste : c'est la compétence qui est en cause.",
  fondement = {
    { niveau = "departement", code = "CGCT", article = "L. 3211-2",
      dit = "le conseil départemental ne peut déléguer le budget, le débat d'orientation ni le compte à la commission permanente" },
    { niveau = "region", code = "CGCT", article = "L. 4221-5",
      dit = "le conseil régional ne peut déléguer le vote du budget ni l'approbation du compte à la commission permanente" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-10",
      dit = "le conseil ne peut déléguer au bureau le vote du budget ni l'approbation du compte" },
  },
  validite = { du = "2015-03-29" },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cp-reguliere",

  controle = function(d)
    local DELEGATAIRES = { commission_permanente = "la commission permanente", bureau_communautaire = "le bureau" }
    local qui = DELEGATAIRES[d.organe]
    if not qui then return sans_objet("l'acte n'est ni d'une commission permanente ni d'un bureau : la règle ne juge qu'eux") end
    if not objet_porte(d, MATIERES) then return conforme("l'objet n'est ni le budget ni le compte") end
    if porte_un_de(d.objet, D_UN_AUTRE) then
      return non_verifiable(texte("budget ou compte, peut-être d'un autre organisme : « %s »", d.objet))
    end
    local decision
    for p in chaque(passages(d, MATIERES)) do
      local visas = trouve(p, "vu ")
      if visas and decide_derriere_les_visas(p, qui) or not visas and porte_un_de(p, DECIDER) then decision = decision or p end
    end
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
essai "budget d'un collège" {
  remplacer = { { " Soutien à l'association Les Greniers partagés pour la Maison des transitions\n", " Décision modificative du collège de Mirebois\n" } },
  attendu = "non_verifiable", message = "d'un autre organisme",
}
essai "les budgets des collèges, au pluriel" {
  remplacer = { { " Soutien à l'association Les Greniers partagés pour la Maison des transitions\n", " Avis sur les budgets primitifs des collèges\n" } },
  attendu = "non_verifiable", message = "d'un autre organisme",
}
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
