-- SPDX-License-Identifier: EUPL-1.2

-- Une commission permanente tient ses attributions du conseil ; ce qu'elle décide de son propre chef n'a pas de délégation
-- à viser.
local PROPRES = { "L. 3121-9", "L. 3121-10" }

local DELEGUER = { "délég", "attributions", "compétences" }
local POUR_ELLE = { "lui donn", "lui a ", "lui délég", "lui consent", "lui accord", "à la commission permanente",
  "à sa commission permanente", "en faveur de la commission permanente", "au profit de la commission permanente",
  "attributions de la commission permanente", "compétences de la commission permanente" }

-- Les visas d'une délibération qui délègue à la commission permanente, puis ceux qui délèguent sans dire à qui : ces
-- derniers valent comme visas mais ne prouvent rien contre l'acte. Une délégation de service public n'en est pas une.
local function visas_de_delegation(d)
  local surs, vagues = {}, {}
  for visa in chaque(d.visas) do
    local delegue = porte_un_de(visa, DELEGUER) and not porte_un_de(visa, { "service public", "code général" })
    if delegue and trouve(visa, "délibération") and porte_un_de(visa, POUR_ELLE) then
      ajoute(surs, visa)
    elseif delegue and trouve(visa, "délég") and porte_un_de(visa, { "délibération", "conseil" }) then
      ajoute(vagues, visa)
    end
  end
  return surs, vagues
end

-- « articles L. 3211-1 et suivants » : l'article attendu y est peut-être, rien ne le prouve ni ne l'exclut.
local function renvoi_large(d)
  for visa in chaque(d.visas) do
    if trouve(visa, "suivants") and porte_un_de(visa, { "collectivités territoriales", "CGCT" }) then return true end
  end
  return false
end

-- Les jours des délibérations du conseil que ce visa cite.
local function dates_du_visa(d, visa)
  local dates = {}
  for element in chaque(d.references) do
    local ref = reference(element)
    local du_conseil = ref.genre == "DELIB" and ref.organe ~= "commission_permanente"
    if du_conseil and ref.date and porte_la_date(visa, ref.date) then ajoute(dates, ref.date) end
  end
  return dates
end

local function faute_de_date(date, visa, debut, seance)
  local dit
  if date > seance then -- équivalent : une date égale à celle de la séance est valable, et n'arrive pas ici
    dit = texte("délégation du %s, postérieure à la séance du %s", date_en_lettres(date), date_en_lettres(seance))
  else
    dit = texte("délégation du %s, antérieure au renouvellement (%s) : selon la doctrine, elle a cessé avec le mandat",
      date_en_lettres(date), date_en_lettres(debut))
  end
  return { gravite = "majeure", sujet = "delegation", message = dit, preuve = visa }
end

-- Une seule délégation valable suffit. Sans date lue dans un des visas, rien n'est prouvé. Rend un genre et ce qu'il y a
-- à dire.
local function juge_les_dates(d, surs, vagues)
  local seance = d.seance.date
  local debut = parametre("mandat.debut." .. d.niveau, seance)
  local faute, douteux = nil, nombre(vagues) > 0
  local function valable(visa)
    local dates = dates_du_visa(d, visa)
    if nombre(dates) == 0 then douteux = true end
    for date in chaque(dates) do
      if date >= debut and date <= seance then return date end
      faute = faute or faute_de_date(date, visa, debut, seance)
    end
    return nil
  end
  local date
  for visa in chaque(surs) do date = date or valable(visa) end
  for visa in chaque(vagues) do date = date or valable(visa) end
  if date then
    return "juste", texte("délégation du %s visée, mandat ouvert le %s", date_en_lettres(date), date_en_lettres(debut))
  end
  if douteux then
    return "doute", "délégation visée, mais le visa ne permet pas d'en lire la date ou à qui elle est donnée"
  end
  return "faute", faute
end

regle {
  id      = "delegation-commission-permanente",
  version = "1.0.0",
  titre   = "La commission permanente vise sa délégation",
  gravite = "mineure",
  resume  = "La commission permanente décide par délégation du conseil : on attend le visa de l'article qui le permet "
    .. "et celui de la délibération qui délègue. Un visa manquant n'est que mineur (CE, 5 avril 2002, n° 221890 : "
    .. "il ne suffit pas à affecter l'acte). Une délégation antérieure au dernier renouvellement, ou postérieure à "
    .. "la séance, est majeure. La règle ne dit rien d'un conseil qui décide lui-même d'une matière déléguée : il "
    .. "le peut toujours (CE, 2 mars 2010, n° 325255).",
  fondement = {
    { niveau = "departement", code = "CGCT", article = "L. 3211-2",
      dit = "le conseil départemental peut déléguer une partie de ses attributions à la commission permanente" },
    { niveau = "region", code = "CGCT", article = "L. 4221-5",
      dit = "le conseil régional peut déléguer une partie de ses attributions à la commission permanente" },
    { jurisprudence = "CE, 5 avril 2002, n° 221890",
      dit = "l'erreur ou l'omission d'un visa n'affecte pas par elle-même l'acte" },
    { usage = "doctrine : une délégation cesse avec le mandat de l'assemblée qui l'a donnée (analogie avec les communes)" },
  },
  validite    = { du = "2015-03-29" },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple     = "cp-reguliere",

  controle = function(d)
    if d.organe ~= "commission_permanente" then return sans_objet("l'acte n'est pas d'une commission permanente") end
    local nom = "delegation.article." .. d.niveau
    if not parametre_connu(nom) then return hors_table(d, "délégation") end
    for article in chaque(PROPRES) do
      if cite(d.visas, article) then
        return sans_objet(texte("compétence propre de la commission permanente (%s)", article))
      end
    end

    local article = parametre(nom, d.seance.date)
    local surs, vagues = visas_de_delegation(d)
    local deleguee = nombre(surs) + nombre(vagues) > 0
    local manques, fautes = {}, {}
    local article_vu = cite(d.visas, article) or cite(d.references, article)
    local peut_etre = not article_vu and renvoi_large(d)
    if not article_vu and not peut_etre then ajoute(manques, texte("l'article %s du CGCT", article)) end
    if not deleguee then ajoute(manques, "la délibération du conseil qui délègue") end
    if nombre(manques) > 0 then ajoute(fautes, { sujet = "visas", message = "visa manquant : " .. liste(manques) }) end

    local genre, dit
    if deleguee then genre, dit = juge_les_dates(d, surs, vagues) end
    if genre == "faute" then ajoute(fautes, dit) end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if genre == "doute" then return non_verifiable(dit) end
    if peut_etre then return non_verifiable(texte("l'article %s n'est visé que par un « et suivants »", article)) end
    return conforme(dit)
  end,
}

essai "article et délibération visés" {
  attendu = "conforme", message = "délégation du 1er juillet 2021 visée, mandat ouvert le 1er juillet 2021",
}
essai "article cité dans l'exposé seulement" {
  remplacer = {
    { ", spécialement l'article L. 3211-2 ;", " ;" },
    { "réparation et prête des outils", "réparation (article L. 3211-2 du code général des collectivités\nterritoriales)" },
  },
  attendu = "conforme",
}

essai "aucun des deux visas, exemple complet" {
  document = "cp-sans-visa",
  attendu = "anomalie", gravite = "mineure",
  message = "visa manquant : l'article L. 3211-2 du CGCT et la délibération du conseil qui délègue",
}
essai "un autre article" {
  remplacer = { { "l'article L. 3211-2", "l'article L. 3211-1" } },
  attendu = "anomalie", gravite = "mineure", message = "visa manquant : l'article L. 3211-2 du CGCT",
}
essai "L. 3211-21 n'est pas L. 3211-2" {
  remplacer = { { "l'article L. 3211-2", "l'article L. 3211-21" } },
  attendu = "anomalie", gravite = "mineure", message = "l'article L. 3211-2 du CGCT",
}
essai "article écrit sans point ni espace" { remplacer = { { "L. 3211-2", "L3211-2" } }, attendu = "conforme" }
essai "délibération de délégation non visée" {
  remplacer = {
    { "portant délégation d'attributions à\nla Commission permanente",
      "relative au règlement\nbudgétaire et financier" },
  },
  attendu = "anomalie", gravite = "mineure", message = "visa manquant : la délibération du conseil qui délègue",
}
essai "délégation du mandat précédent, exemple complet" {
  document = "cp-delegation-perimee",
  attendu = "anomalie",
  gravite = "majeure", message = "délégation du 2 avril 2015, antérieure au renouvellement (1er juillet 2021)",
  preuve = "2 avril 2015",
}
essai "un numéro fait comme une date n'est pas la date de la délégation" {
  remplacer = { { "Conseil départemental en date du 1er juillet 2021", "Conseil départemental n° 2021-06-30 du 1er juillet 2021" } },
  attendu = "conforme", message = "délégation du 1er juillet 2021 visée",
}
essai "délégation postérieure à la séance" {
  remplacer = { { "Conseil départemental en date du 1er juillet 2021", "Conseil départemental du 22 septembre 2023" } },
  attendu = "anomalie",
  gravite = "majeure", message = "délégation du 22 septembre 2023, postérieure à la séance du 18 septembre 2023",
}
essai "ancienne délégation, et une nouvelle" {
  remplacer = { { "Vu la délibération du Conseil départemental en date du 1er juillet 2021",
    "Vu la délibération du Conseil départemental en date du 2 avril 2015 portant délégation d'attributions à la\n"
        .. "Commission permanente ;\n\nVu la délibération du Conseil départemental en date du 1er juillet 2021" },
  },
  attendu = "conforme", message = "délégation du 1er juillet 2021",
}
essai "délégation du mandat précédent pendant ce mandat" {
  remplacer = {
    { "Le lundi 18 septembre 2023 à", "Le lundi 18 septembre 2017 à" },
    { "du 1er juillet 2021", "du 2 avril 2015" },
  },
  attendu = "conforme", message = "mandat ouvert le 2 avril 2015",
}
essai "délibération de délégation sans date" {
  remplacer = {
    { "Vu la délibération du Conseil départemental en date du 1er juillet 2021 portant",
      "Vu la délibération du Conseil départemental n° 21-104 portant" },
  },
  attendu = "non_verifiable", message = "date",
}
essai "« lui donnant délégation »" {
  remplacer = { { "portant délégation d'attributions à\nla Commission permanente", "lui donnant délégation" } },
  attendu = "conforme", message = "délégation du 1er juillet 2021",
}
essai "délégation ancienne, sans dire à qui : on n'accuse pas" {
  remplacer = {
    { "portant délégation d'attributions à\nla Commission permanente", "portant délégations" },
    { "du 1er juillet 2021", "du 2 avril 2015" },
  },
  attendu = "non_verifiable", message = "à qui elle est donnée",
}
essai "délégation de service public" {
  remplacer = {
    { "portant délégation d'attributions à\nla Commission permanente", "relative à la délégation de service public" },
  },
  attendu = "anomalie", gravite = "mineure", message = "la délibération du conseil qui délègue",
}
essai "compétence propre" {
  remplacer = { { "l'article L. 3211-2", "l'article L. 3121-9" } },
  attendu = "sans_objet", message = "compétence propre",
}
essai "conseil départemental" { document = "cd-pleniere", attendu = "sans_objet" }
essai "commission permanente d'une région" {
  document = "cr-pleniere",
  remplacer = {
    { "\nLe Conseil régional\n", "\nLa Commission permanente\n" },
    { "l'article L. 4221-1 ;",
      "l'article L. 4221-5 ;\n\nVu la délibération du Conseil régional du 2 juillet 2021 portant délégation "
        .. "d'attributions à la\nCommission permanente ;" },
  },
  attendu = "conforme", message = "délégation du 2 juillet 2021",
}
essai "commission permanente d'une région, sans visa" {
  document = "cr-pleniere", remplacer = { { "\nLe Conseil régional\n", "\nLa Commission permanente\n" } },
  attendu = "anomalie", gravite = "mineure", message = "l'article L. 4221-5",
}
essai "conseil municipal" { document = "cm-reguliere", attendu = "sans_objet" }
essai "« L. 3211-1 et suivants » ne prouve rien" {
  remplacer = { { "l'article L. 3211-2", "les articles L. 3211-1 et suivants" } },
  attendu = "non_verifiable", message = "et suivants",
}
essai "délégations du conseil citées sans délibération" {
  remplacer = { { "Vu la délibération du Conseil départemental en date du 1er juillet 2021 portant délégation d'attributions à\nla Commission permanente ;",
    "Vu les délégations consenties par le Conseil départemental lors de sa session de juillet 2021 ;" } },
  attendu = "non_verifiable", message = "ne permet pas d'en lire la date",
}
essai "délégation du jour même" {
  remplacer = { { "Conseil départemental en date du 1er juillet 2021", "Conseil départemental du 18 septembre 2023" } },
  attendu = "conforme", message = "délégation du 18 septembre 2023",
}
