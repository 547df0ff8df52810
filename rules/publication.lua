-- SPDX-License-Identifier: EUPL-1.2

local AFFICHE = { "affiché le", "affichée le", "affiché en", "affichée en", "affiché du", "affichée du", "date d'affichage",
  "affichage le", "affiché à", "affichée à" }
-- Ce qui s'affiche sans être l'acte : la convocation, la liste des délibérations, l'ordre du jour, un avis d'enquête.
local AUTRE_AFFICHAGE = { "convocation", "liste des délibérations", "ordre du jour", "enquête", "compte rendu", "pendant un mois",
  "durant un mois" }
-- Ce qui dit la publication de l'acte, et ce qui peut parler d'autre chose (la refonte d'un site internet, un directeur de la publication).
local PUBLIE = { "publié le", "publiée le", "publié :", "publié en ligne", "publiée en ligne", "publié sur", "publiée sur", "publié au", "publiée au", "publié sous", "publiée sous",
  "publié par voie", "publiée par voie", "publié électroniquement", "publication le", "publication du", "publication :", "date de publication",
  "publication sur", "publication électronique", "publication par voie", "publication en ligne", "publication dématérialisée", "mis en ligne", "mise en ligne", "en ligne le" }
local EN_LIGNE = { "publié", "publication", "mis en ligne", "mise en ligne", "en ligne le", "site internet", "électronique", "dématérialis" }

regle {
  id      = "publication",
  version = "1.1.0",
  titre   = "Forme de la publication",
  gravite = "mineure",
  portee  = "seance",
  resume  = "Depuis le 1er juillet 2022, les actes des départements, des régions et des EPCI à fiscalité propre sont publiés sous "
    .. "forme électronique. Un acte qui ne parle que de son affichage est une anomalie mineure : la publication en ligne a pu "
    .. "avoir lieu sans que l'acte le dise. Les communes ne sont pas jugées : sous 3 500 habitants elles choisissent, et l'acte ne "
    .. "dit pas leur population. L'affichage de la convocation ou de la liste des délibérations n'est pas en cause.",
  fondement = {
    { niveau = "epci", code = "CGCT", article = "L. 2131-1", depuis = "2022-07-01",
      dit = "publication sous forme électronique (L. 5211-3 pour les EPCI à fiscalité propre)" },
    { niveau = "departement", code = "CGCT", article = "L. 3131-1", depuis = "2022-07-01",
      dit = "publication sous forme électronique" },
    { niveau = "region", code = "CGCT", article = "L. 4141-1", depuis = "2022-07-01", dit = "publication sous forme électronique" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cc-reguliere",

  controle = function(d)
    local nom = "publication.forme." .. d.niveau
    if not parametre_connu(nom) then return hors_table(d, "forme de la publication") end
    if parametre(nom, d.seance.date) ~= "electronique" then
      return sans_objet("séance antérieure à la publication électronique")
    end
    local affiche
    for p in chaque(passages(d, AFFICHE)) do
      if not porte_un_de(p, AUTRE_AFFICHAGE) then affiche = affiche or p end
    end
    if not affiche then
      if passage(d, EN_LIGNE) then return conforme("publication mentionnée") end
      return sans_objet("l'acte ne dit ni affichage ni publication")
    end
    if passage(d, PUBLIE) then return conforme("affichage et publication mentionnés") end
    if passage(d, EN_LIGNE) then return non_verifiable("affichage mentionné ; l'acte parle aussi de publication ou de mise en ligne, peut-être d'autre chose") end
    return anomalie { sujet = "publication", preuve = affiche,
      message = "l'acte ne parle que de son affichage ; publication électronique attendue depuis le 1er juillet 2022" }
  end,
}

essai "publié" { attendu = "conforme", message = "publication mentionnée" }
essai "affiché seulement" {
  remplacer = { { "Publié le 1er décembre 2023", "Affiché le 1er décembre 2023" } },
  attendu = "anomalie", gravite = "mineure", message = "ne parle que de son affichage", preuve = "Affiché le 1er décembre 2023",
}
essai "affiché et mis en ligne" {
  remplacer = { { "Publié le 1er décembre 2023", "Affiché le 1er décembre 2023, mis en ligne le même jour" } },
  attendu = "conforme", message = "affichage et publication",
}
essai "affiché, pour la refonte d'un site internet" {
  remplacer = { { "Publié le 1er décembre 2023", "Affiché le 1er décembre 2023" },
    { "pour la rénovation de l'école\n", "pour la refonte du site internet\n" } },
  attendu = "non_verifiable", message = "peut-être d'autre chose",
}
essai "affiché avant le 1er juillet 2022" {
  remplacer = { { "Publié le 1er décembre 2023", "Affiché le 1er décembre 2021" }, { "Séance du lundi 27 novembre 2023", "Séance du mardi 28 juin 2022" },
    { "L'an deux mille vingt-trois, le vingt-sept novembre", "L'an deux mille vingt-deux, le vingt-huit juin" } },
  attendu = "sans_objet",
}
essai "la convocation est affichée" {
  remplacer = { { "Publié le 1er décembre 2023", "Convocation affichée le 17 novembre 2023" } },
  attendu = "sans_objet", message = "ni affichage ni publication",
}
essai "département, affiché seulement" {
  document = "cd-pleniere", remplacer = { { "ID : CD20230087", "Affiché le 29 novembre 2023\n\nID : CD20230087" } },
  attendu = "anomalie", gravite = "mineure",
}
essai "commune" { document = "cm-reguliere", attendu = "sans_objet" }
essai "date de séance illisible" {
  remplacer = { { "Séance du lundi 27 novembre 2023", "Séance" }, { "L'an deux mille vingt-trois, le vingt-sept novembre à", "À" } },
  attendu = "non_verifiable", message = "seance.date",
}
