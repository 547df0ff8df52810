-- SPDX-License-Identifier: EUPL-1.2

local AFFICHE = { "affiché le", "affichée le", "affiché en", "affichée en", "affiché du", "affichée du", "date d'affichage",
  "affichage le", "affiché à", "affichée à" }
-- Avec une date, et hors de la phrase des recours.
local AFFICHAGE = { "affichage à", "affichage au", "affichage du", "affichage en", "affichage :", "par affichage", "affichage effectué", "affiché au", "affichée au", "affiché aux", "affichée aux", "affiché :" }
-- Ce qui s'affiche sans être l'acte : la convocation, la liste des délibérations, l'ordre du jour, un avis d'enquête.
local AUTRE_AFFICHAGE = { "convocation", "liste des délibérations", "ordre du jour", "enquête", "compte rendu", "pendant un mois",
  "durant un mois" }
-- Ce qui dit la publication de l'acte, et ce qui peut parler d'autre chose (la refonte d'un site internet, un directeur de la publication).
local PUBLIE = { "publié le", "publiée le", "publié :", "publié en ligne", "publiée en ligne", "publié sur", "publiée sur", "publié au", "publiée au", "publié sous", "publiée sous",
  "publié par voie", "publiée par voie", "publié électroniquement", "publication le", "publication du", "publication :", "date de publication",
  "publication sur", "publication électronique", "publication par voie", "publication en ligne", "publication dématérialisée", "mis en ligne", "mise en ligne", "en ligne le" }
-- Un délai court « à compter de sa publication » dans tout acte, quelle qu'en soit la forme.
local DES_DELAIS = { "recours", "tribunal", "à compter de sa publication", "à compter de la publication", "à compter de sa date de publication", "dès sa publication", "après sa publication", "deux mois",
  "télérecours", "directeur de la publication", "directrice de la publication" }
local EN_LIGNE = { "publié", "publication", "mis en ligne", "mise en ligne", "en ligne le", "site internet", "électronique", "dématérialis" }

local NETS = { "publié", "publiée", "mis en ligne", "mise en ligne", "en ligne le" }
local function hors_des_delais(d, mots)
  for p in chaque(passages(d, mots)) do
    if not porte_un_de(p, DES_DELAIS) or porte_un_de(p, NETS) then return p end
  end
  return nil
end

local function affichage_dit(d)
  for p in chaque(passages(d, AFFICHE)) do
    if not porte_un_de(p, AUTRE_AFFICHAGE) then return p end
  end
  for p in chaque(passages(d, AFFICHAGE)) do
    local autre = porte_un_de(p, AUTRE_AFFICHAGE) or porte_un_de(p, DES_DELAIS) or porte_un_de(p, { "sera ", "fera ", "vu ", "considérant", "concertation", "déclaration préalable", "permis" })
    if not autre and nombre(dates_de(p)) > 0 then return p end
  end
  return nil
end

-- Ce qui se publie d'autre que l'acte.
local AUTRE_PUBLICATION = { "journal", "décret", "loi ", "arrêté", "avis", "marché", "BOAMP", "annonce", "convocation", "liste", "ordre du jour", "enquête", "appel", "rapport", "consultation", "ordonnance",
  "circulaire", "vu ", "considérant", "offre", "vacance" }
local function publie_avant_la_seance(d)
  local seance = d.seance.date
  if d:si_lu("publication.date") then return nil end
  for p in chaque(passages(d, { "publié le", "publiée le", "mis en ligne le", "mise en ligne le", "date de publication" })) do
    for date in chaque(porte_un_de(p, AUTRE_PUBLICATION) and {} or dates_de(p)) do
      for dit in chaque { date_en_lettres(date), date_en_chiffres(date) } do
        if date < seance and porte_un_de(p, { "publié le " .. dit, "publiée le " .. dit, "en ligne le " .. dit, "publication : " .. dit, "publication le " .. dit }) then return dit end
      end
    end
  end
  return nil
end

regle {
  id      = "publication",
  version = "1.2.0",
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
    local avant_elle = publie_avant_la_seance(d)
    if avant_elle then
      return non_verifiable(texte("une publication du %s est mentionnée, avant la séance du %s : l'une des deux dates est à corriger, ou c'est un autre acte qui est publié", avant_elle, date_en_lettres(d.seance.date)))
    end
    local affiche = affichage_dit(d)
    if not affiche then
      if hors_des_delais(d, EN_LIGNE) then return conforme("publication mentionnée") end
      return sans_objet("l'acte ne dit ni affichage ni publication")
    end
    if hors_des_delais(d, PUBLIE) then return conforme("affichage et publication mentionnés") end
    if hors_des_delais(d, EN_LIGNE) then return non_verifiable("affichage mentionné ; l'acte parle aussi de publication ou de mise en ligne, peut-être d'autre chose") end
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
local RECOURS = "\n\nCette délibération peut faire l'objet d'un recours devant le tribunal administratif dans les deux mois à compter de sa publication."
for mots in chaque { "Affichage au siège du 1er décembre 2023 au 1er février 2024", "Publicité par affichage : 1er décembre 2023", "Affiché le 1er décembre 2023", "Affichage à l'hôtel communautaire le 1er décembre 2023",
  "Affichage du 1er décembre 2023", "Date d'affichage : 01/12/2023" } do
  essai("affiché seulement, et le délai des recours : " .. mots) {
    remplacer = { { "Publié le 1er décembre 2023", mots .. RECOURS } }, attendu = "anomalie", gravite = "mineure", message = "ne parle que de son affichage",
  }
  essai("affiché et publié, et le délai des recours : " .. mots) {
    remplacer = { { "Publié le 1er décembre 2023", mots .. "\nPublié sur le site internet le 1er décembre 2023" .. RECOURS } }, attendu = "conforme",
  }
end
essai "le délai des recours n'est pas une publication" { remplacer = { { "Publié le 1er décembre 2023", RECOURS } }, attendu = "sans_objet", message = "ni affichage ni publication" }
for mots in chaque { "L'affichage au carrefour sera refait en 2024.", "La concertation a fait l'objet d'un affichage en mairie le 3 octobre 2023.", "L'ordre du jour : affichage du 17 novembre 2023." } do
  essai("un autre affichage : " .. mots) { remplacer = { { "Publié le 1er décembre 2023", mots } }, attendu = "sans_objet" }
end
for mots in chaque { "Publié le 20 novembre 2023", "Publiée le 20/11/2023", "Mis en ligne le 20 novembre 2023", "Publiée le 20 novembre 2023" .. RECOURS } do
  essai("publié avant la séance : " .. mots) {
    remplacer = { { "Publié le 1er décembre 2023", mots } }, attendu = "non_verifiable", message = "avant la séance du 27 novembre 2023 : l'une des deux dates est à corriger",
  }
end
for mots in chaque { "Publié le 27 novembre 2023", "Publié le 1er décembre 2023\n\nL'avis de marché est publié le 3 octobre 2023.", "Publié le 1er décembre 2023\n\nVu le décret publié le 3 octobre 2023 ;" } do
  essai("publié après la séance, ou le jour même : " .. mots) { remplacer = { { "Publié le 1er décembre 2023", mots } }, attendu = "conforme" }
end
