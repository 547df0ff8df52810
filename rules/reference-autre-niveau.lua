-- SPDX-License-Identifier: EUPL-1.2

-- Les articles qui fondent la compétence d'un autre niveau que celui de l'acte, et à qui ils sont.
local COMMUNE = { "L. 2121-29", "L. 2122-21", "L. 2122-22" }
local EPCI = { "L. 5211-10" }
local DEPARTEMENT = { "L. 3211-1", "L. 3211-2", "L. 3121-14", "L. 3121-14-1" }
local REGION = { "L. 4221-1", "L. 4221-5", "L. 4132-13", "L. 4132-13-1" }
local QUI = { commune = "communes", epci = "EPCI", departement = "départements", region = "régions" }
local ETRANGERS = {
  commune     = { epci = EPCI, departement = DEPARTEMENT, region = REGION },
  epci        = { departement = DEPARTEMENT, region = REGION },
  departement = { commune = COMMUNE, epci = EPCI, region = REGION },
  region      = { commune = COMMUNE, epci = EPCI, departement = DEPARTEMENT },
}
local NIVEAUX = { "commune", "epci", "departement", "region" }
-- Un visa qui cite l'acte d'un autre niveau peut en porter l'article.
local ACTE_D_UN_AUTRE = { "délibération", "conseil municipal", "conseil communautaire", "conseil départemental", "conseil général",
  "conseil régional", "convention", "arrêté", "commission permanente", "avis" }

local function visa_etranger(d, articles)
  for article in chaque(articles) do
    for visa in chaque(d.visas) do
      if cite(visa, article) and not porte_un_de(visa, ACTE_D_UN_AUTRE) then return visa, article end
    end
  end
  return nil
end

regle {
  id      = "reference-autre-niveau",
  version = "1.0.1",
  titre   = "Article d'un autre niveau de collectivité",
  gravite = "mineure",
  resume  = "Un visa cite, du code général des collectivités territoriales, l'article qui fonde la compétence d'un autre niveau : "
    .. "L. 2121-29 est aux communes, L. 3211-1 aux départements, L. 4221-1 aux régions. C'est presque toujours une erreur de plume, et "
    .. "un visa erroné n'affecte pas l'acte par lui-même. Les EPCI citent à bon droit les articles des communes (L. 5211-1). Seuls "
    .. "quelques articles de compétence sont jugés, pour ne pas relever des renvois légitimes.",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2121-29", dit = "le conseil municipal règle les affaires de la commune" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1", dit = "les règles du conseil municipal s'appliquent à l'EPCI" },
    { niveau = "departement", code = "CGCT", article = "L. 3211-1",
      dit = "le conseil départemental règle les affaires du département dans ses compétences" },
    { niveau = "region", code = "CGCT", article = "L. 4221-1", dit = "le conseil régional règle les affaires de la région dans ses compétences" },
    { jurisprudence = "CE, 5 avril 2002, n° 221890", dit = "l'erreur ou l'omission d'un visa n'affecte pas par elle-même l'acte" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    local etrangers = ETRANGERS[d.niveau]
    if not etrangers then return hors_table(d, "articles cités") end
    if d:statut("visas") == "absent" then return sans_objet("l'acte ne vise aucun texte") end
    local fautes = {}
    for niveau in chaque(NIVEAUX) do
      local visa, article = nil, nil
      if etrangers[niveau] then visa, article = visa_etranger(d, etrangers[niveau]) end
      if visa then
        ajoute(fautes, { sujet = "article:" .. article, preuve = visa,
          message = texte("visa de l'article %s du CGCT, qui concerne les %s", article, QUI[niveau]) })
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    return conforme(compte_de(nombre(d.visas), "visa", "visas") .. " : aucun article de compétence d'un autre niveau")
  end,
}

essai "commune : L. 2121-29" { attendu = "conforme", message = "1 visa : aucun article" }
essai "commune : L. 3211-1" {
  remplacer = { { "L. 2121-29", "L. 3211-1" } },
  attendu = "anomalie", gravite = "mineure", message = "article L. 3211-1 du CGCT, qui concerne les départements", preuve = "L. 3211-1",
}
essai "commune : L. 4221-1 et L. 5211-10" {
  remplacer = { { "l'article L. 2121-29", "les articles L. 4221-1 et L. 5211-10" } },
  attendu = "anomalie", message = "article L. 4221-1 du CGCT, qui concerne les régions",
}
essai "commune : l'article d'un autre code" {
  remplacer = { { "Vu le code général des collectivités territoriales, notamment l'article L. 2121-29",
    "Vu le code général de la propriété des personnes publiques, notamment l'article L. 3211-1" } },
  attendu = "conforme",
}
essai "commune : L. 3211-14 n'est pas L. 3211-1" { remplacer = { { "L. 2121-29", "L. 3211-14" } }, attendu = "conforme" }
essai "commune : l'acte d'un département" {
  remplacer = { { "Vu le code général des collectivités territoriales, notamment l'article L. 2121-29",
    "Vu la délibération du Conseil départemental du 4 mai 2023 prise en application de l'article L. 3211-1 du CGCT" } },
  attendu = "conforme",
}
essai "communauté : l'article des communes" {
  document = "cc-reguliere", remplacer = { { "l'article L. 5214-16 V", "l'article L. 2121-29" } }, attendu = "conforme",
}
essai "communauté : L. 3211-1" {
  document = "cc-reguliere", remplacer = { { "l'article L. 5214-16 V", "l'article L. 3211-1" } },
  attendu = "anomalie", gravite = "mineure", message = "qui concerne les départements",
}
essai "département : L. 2121-29" {
  document = "cd-pleniere", remplacer = { { "L. 3211-1 et", "L. 2121-29 et" } },
  attendu = "anomalie", gravite = "mineure", message = "qui concerne les communes",
}
essai "région : L. 3211-1" {
  document = "cr-pleniere", remplacer = { { "l'article L. 4221-1", "l'article L. 3211-1" } },
  attendu = "anomalie", gravite = "mineure", message = "qui concerne les départements",
}
essai "aucun visa" {
  remplacer = { { "Vu le code général des collectivités territoriales, notamment l'article L. 2121-29 ;", "" } },
  attendu = "sans_objet", message = "ne vise aucun texte",
}
essai "visas illisibles" {
  remplacer = { { "Vu le code général", "Vule code général" } },
  attendu = "non_verifiable", message = "visas",
}
