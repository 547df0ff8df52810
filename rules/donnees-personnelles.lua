-- SPDX-License-Identifier: EUPL-1.2

-- Un compte tenu par le Trésor (code banque 30001) est celui d'un organisme public.
local TRESOR = { "FR76 3000 1", "FR763000 1", "FR7630001", "FR76 30001" }
-- Là où l'on élit, une date de naissance peut être celle d'un élu, que la loi rend publique.
local ELECTION = { "sont élus", "est élu", "sont proclamés élus", "est proclamé", "installation du conseil", "tableau du conseil" }
local NAISSANCE = { "né le", "née le", "né(e) le" }

local function numero(d, genre, nom, fautes)
  for p in chaque(numeros(d, genre)) do
    if not porte_un_de(p, TRESOR) then
      ajoute(fautes, { sujet = "donnees:" .. genre, preuve = p,
        message = nom .. " écrit dans l'acte : à occulter avant publication" })
      return
    end
  end
end

-- « M. X, demeurant 3 rue… », et non « les horaires demeurant les mêmes » ; une commune seule n'est pas une adresse.
local VOIES = { "rue", "avenue", "place", "chemin", "route", "impasse", "allée", "boulevard", "quai", "square", "lotissement", "lieu" }
local CHIFFRES = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" }
local PERSONNE = { "M. ", "Mr ", "MM. ", "Mme", "Mlle", "monsieur", "madame", "époux", "consorts" }

local function demeurant(suites)
  local mots = {}
  for debut in chaque { "demeurant", "demeurant au", "demeurant actuellement", "demeurant actuellement au", "domicilié", "domicilié au",
    "domiciliée", "domiciliée au", "domiciliés", "domiciliés au" } do
    for suite in chaque(suites) do ajoute(mots, texte("%s %s", debut, suite)) end
  end
  return mots
end
local DANS_UNE_VOIE, A_UN_NUMERO = demeurant(VOIES), demeurant(CHIFFRES)
local ICI = { "demeurant", "domicilié", "domiciliée", "domiciliés" }
-- « la société X, représentée par M. Y, domiciliée 3 rue… » : l'adresse est celle de la société.
local SOCIETES = { "club", "fédération", "syndicat", "amicale", "société", "SARL", "SCI", "SAS", "entreprise", "association", "siège", "établissement", "professionnel" }
local DEMEURANT_A = { "demeurant à", "demeurant au", "demeurant actuellement à", "demeurant actuellement au" }

-- « demeurant à Langeverne, 3 rue des Aulnes » : un numéro, puis une voie.
local function numero_et_voie(p)
  for chiffre in chaque(CHIFFRES) do
    for voie in chaque(VOIES) do
      if porte_un_de(p, { texte("%s %s", chiffre, voie), texte("%s, %s", chiffre, voie), texte("%s bis %s", chiffre, voie), texte("%s ter %s", chiffre, voie) }) then return true end
    end
  end
  return false
end

local function adresse_de_particulier(d)
  for p in chaque(passages(d, ICI)) do
    local adresse = porte_un_de(p, DANS_UNE_VOIE) or (porte_un_de(p, A_UN_NUMERO) and porte_un_de(p, VOIES))
    if adresse and porte_un_de(p, PERSONNE) and not (trouve(p, "domicili") and porte_un_de(p, SOCIETES)) then return p end
  end
  for p in chaque(passages(d, DEMEURANT_A)) do
    if porte_un_de(p, PERSONNE) and numero_et_voie(p) then return p end
  end
  return nil
end

-- Celui dont une rue porte le nom : sa vie est finie, ou vieille d'un siècle.
local MORT = { "mort le", "morte le", "mort en", "morte en", "décédé", "décédée", "décès" }
local UN_SIECLE = 100

local function est_d_autrefois(d, p, naissance)
  local seance = d:si_lu("seance.date")
  return porte_un_de(p, MORT) or (seance and annee_de(seance) - annee_de(naissance) > UN_SIECLE)
end

-- « , né à Langeverne le 3 mars 1961 » : une personne, ou une course, un litige, une charte.
local NE_A = { ", né à", ", née à", "(né à", "(née à", "né(e) à" }

local function date_de_naissance(d)
  for p in chaque(passages(d, NAISSANCE)) do
    local dates = dates_de(p)
    if nombre(dates) > 0 and not est_d_autrefois(d, p, dates[1]) then return p end
  end
  return nil
end

local function peut_etre_naissance(d)
  for p in chaque(passages(d, NE_A)) do
    local dates = dates_de(p)
    if nombre(dates) == 1 and porte_un_de(p, PERSONNE) and not est_d_autrefois(d, p, dates[1]) then return p end
  end
  return nil
end

-- « au domicile de son président, 3 impasse du Puits » : l'adresse est celle d'une personne, et d'une association.
local AU_DOMICILE = { "au domicile", "domicile de", "domicile du", "à son domicile", "chez M.", "chez Mme", "chez monsieur", "chez madame", "chez son président", "chez sa présidente" }
local DE_QUELQU_UN = { "M. ", "Mme", "monsieur", "madame", "président", "trésorier", "trésorière", "secrétaire", "siège" }
local function adresse_d_un_domicile(d)
  for p in chaque(passages(d, AU_DOMICILE)) do
    if numero_et_voie(p) and porte_un_de(p, DE_QUELQU_UN) and not porte_un_de(p, { "soins", "repas", "aide à domicile" }) then return p end
  end
  return nil
end

regle {
  id      = "donnees-personnelles",
  version = "1.4.0",
  titre   = "Données personnelles à occulter avant publication",
  gravite = "mineure",
  resume  = "Avant de mettre un acte en ligne, on occulte les données personnelles qui ne servent pas à l'information du public. La règle "
    .. "reconnaît un numéro de sécurité sociale et un compte bancaire à leur clé de contrôle, une date de naissance (« né le… ») et "
    .. "l'adresse d'un particulier (« demeurant… », « domiciliée… »). Elle n'accuse pas l'acte : elle dit de ne pas le publier en l'état. Les noms de "
    .. "bénéficiaires d'aides individuelles, à occulter aussi, ne sont pas reconnus. Celui qui est dit mort, ou né plus d'un siècle avant la "
    .. "séance, n'est pas relevé.",
  fondement = {
    { code = "CRPA", article = "L. 312-1-2", dit = "publication après occultation des données à caractère personnel" },
    { usage = "doctrine : CADA, conseil n° 20221096 du 21 juillet 2022 ; l'occultation prévaut sur la publication intégrale" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    local fautes = {}
    numero(d, "NIR", "numéro de sécurité sociale", fautes)
    numero(d, "IBAN", "numéro de compte bancaire", fautes)
    local naissance = date_de_naissance(d)
    local d_un_elu = naissance and passage(d, ELECTION)
    if naissance and not d_un_elu then
      ajoute(fautes, { sujet = "donnees:naissance", preuve = naissance,
        message = "date de naissance écrite dans l'acte : à occulter avant publication" })
    end
    local adresse = adresse_de_particulier(d)
    if adresse then
      ajoute(fautes, { sujet = "donnees:adresse", preuve = adresse,
        message = "adresse d'un particulier écrite dans l'acte : à occulter avant publication" })
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    local naissance = peut_etre_naissance(d)
    if naissance then return non_verifiable(texte("peut-être une date de naissance, dite avec son lieu : « %s »", naissance.texte)) end
    local domicile = adresse_d_un_domicile(d)
    if domicile then return non_verifiable(texte("peut-être l'adresse d'un particulier : « %s »", domicile.texte)) end
    if d_un_elu then return non_verifiable("date de naissance, peut-être celle d'un élu : l'acte rapporte une élection") end
    return conforme("ni numéro de sécurité sociale, ni compte bancaire, ni date de naissance, ni adresse de particulier reconnus")
  end,
}

local function ajoute_a_l_acte(mots)
  return { { "Mme le Maire présente les deux devis reçus.", "Mme le Maire présente les deux devis reçus.\n\n" .. mots } }
end
essai "aucune donnée" { attendu = "conforme" }
essai "numéro de sécurité sociale" {
  remplacer = ajoute_a_l_acte("Immatriculation 1 84 12 76 451 089 46."),
  attendu = "anomalie", gravite = "mineure", message = "numéro de sécurité sociale", preuve = "1 84 12 76 451 089 46",
}
essai "une rangée de chiffres sans clé juste" { remplacer = ajoute_a_l_acte("Référence 1 84 12 76 451 089 47."), attendu = "conforme" }
essai "compte bancaire" {
  remplacer = ajoute_a_l_acte("Compte FR76 3000 6000 0112 3456 7890 189."),
  attendu = "anomalie", gravite = "mineure", message = "compte bancaire", preuve = "FR76 3000 6000",
}
essai "compte du Trésor" { remplacer = ajoute_a_l_acte("Compte FR76 3000 1000 0112 3456 7890 149."), attendu = "conforme" }
essai "date de naissance" {
  remplacer = ajoute_a_l_acte("Le logement est loué à Mme Ysaline DORVEAUX, née le 4 mars 1961."),
  attendu = "anomalie", gravite = "mineure", message = "date de naissance", preuve = "née le 4 mars 1961",
}
essai "celle d'un personnage dont une rue prendra le nom" {
  remplacer = ajoute_a_l_acte("Ce nom rend hommage à la botaniste Ismérie VAUCORBE, née le 3 mai 1891."), attendu = "conforme",
}
essai "celle d'une personne dite morte" {
  remplacer = ajoute_a_l_acte("Ce nom rend hommage à Mme Ismérie VAUCORBE, née le 3 mai 1951 et morte le 2 juin 2012."), attendu = "conforme",
}
essai "née cent ans avant la séance, l'année même" {
  remplacer = ajoute_a_l_acte("Mme Ismérie VAUCORBE, née le 3 mai 1924."), attendu = "anomalie", message = "date de naissance",
}
essai "date de naissance d'un élu" {
  remplacer = ajoute_a_l_acte("Mme Ysaline DORVEAUX, née le 4 mars 1961, est élue déléguée."), attendu = "non_verifiable", message = "rapporte une élection",
}
essai "date et lieu de naissance" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à Mme Ysaline DORVEAUX, née à Langeverne le 3 mars 1961."),
  attendu = "non_verifiable", message = "peut-être une date de naissance, dite avec son lieu",
}
essai "une association née à Langeverne n'est pas une personne" {
  remplacer = ajoute_a_l_acte("Mme Ysaline DORVEAUX préside l'association née à Langeverne le 3 mars 1961."), attendu = "conforme",
}
essai "un projet né le même jour n'est pas une personne" { remplacer = ajoute_a_l_acte("Ce projet est né le mois dernier."), attendu = "conforme" }
essai "adresse d'un particulier" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à Mme Ysaline DORVEAUX, demeurant 3 rue des Aulnes."),
  attendu = "anomalie", gravite = "mineure", message = "adresse d'un particulier écrite dans l'acte : à occulter", preuve = "demeurant 3 rue des Aulnes",
}
essai "adresse d'un particulier, numéro à deux chiffres" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à Mme Ysaline DORVEAUX, demeurant 12 bis rue des Aulnes."),
  attendu = "anomalie", gravite = "mineure", preuve = "demeurant 12 bis rue des Aulnes",
}
essai "domiciliée à une adresse" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à Mme Ysaline DORVEAUX, domiciliée 12 rue des Aulnes."),
  attendu = "anomalie", gravite = "mineure", preuve = "domiciliée 12 rue des Aulnes",
}
essai "domiciliation d'une société" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à la société Dorveaux, représentée par M. Wilfrid DORVEAUX, domiciliée 12 rue des Aulnes."),
  attendu = "conforme",
}
essai "un bail demeurant deux ans" {
  remplacer = ajoute_a_l_acte("M. le Maire rappelle les contrats demeurant 2 ans à courir."), attendu = "conforme",
}
essai "des horaires ne demeurent nulle part" { remplacer = ajoute_a_l_acte("Mme le Maire précise le tarif, les horaires demeurant ceux de 2019."), attendu = "conforme" }
essai "deux années demeurant à courir" { remplacer = ajoute_a_l_acte("Les contrats demeurant à courir sont repris."), attendu = "conforme" }
essai "une commune n'est pas une adresse" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à Mme Ysaline DORVEAUX, demeurant à LA HAUTE BRUYÈRE."), attendu = "conforme",
}
essai "une commune et son département non plus" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à Mme Ysaline DORVEAUX,\ndemeurant actuellement à LANGEVERNE (Vaugine)."), attendu = "conforme",
}
essai "une commune, puis une voie" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à Mme Ysaline DORVEAUX, demeurant à LANGEVERNE, 3, rue des Aulnes."),
  attendu = "anomalie", gravite = "mineure", preuve = "demeurant à LANGEVERNE, 3, rue",
}
essai "un numéro, sans autre mot" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à M. Wilfrid DORVEAUX, demeurant au 12 chemin du Four."), attendu = "anomalie", gravite = "mineure",
}
essai "un lieu-dit" {
  remplacer = ajoute_a_l_acte("La parcelle est cédée à M. Wilfrid DORVEAUX, demeurant au lieu-dit Les Orgues."), attendu = "anomalie", gravite = "mineure",
}
for mots in chaque { "L'association, dont le siège est fixé au domicile de son président, 3 impasse du Puits à Langeverne, compte 40 membres.",
  "Le courrier est adressé à Mme Ysaline DORVEAUX, à son domicile, 12 bis rue des Aulnes.", "Le siège est au domicile du trésorier : 7, chemin du Four.", "Siège social : chez Mme Ysaline DORVEAUX, 4 rue des Aulnes à Langeverne." } do
  essai("un domicile : " .. mots) { remplacer = ajoute_a_l_acte(mots), attendu = "non_verifiable", message = "peut-être l'adresse d'un particulier" }
end
for mots in chaque { "Le siège de l'association est fixé 3 impasse du Puits à Langeverne.", "L'association aide au maintien au domicile de ses adhérents.", "Le portage de repas au domicile des aînés part du 12 rue des Aulnes.",
  "Le président rappelle que les élèves sont scolarisés dans la commune de leur domicile." } do
  essai("pas l'adresse d'un domicile : " .. mots) { remplacer = ajoute_a_l_acte(mots), attendu = "conforme" }
end
