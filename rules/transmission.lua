-- SPDX-License-Identifier: EUPL-1.2

local ETAT = "au représentant de l'État"

local function ecart(d, champ, date, seance)
  return anomalie { gravite = "majeure", sujet = champ, preuve = { champ, "seance.date" },
    message = texte("acte %s le %s, avant la séance du %s", champ == "acte.reception" and "reçu " .. ETAT or "transmis " .. ETAT,
      date_en_lettres(date), date_en_lettres(seance)) }
end

-- Le tampon d'un procès-verbal est celui du procès-verbal, qui part une fois adopté, à la séance suivante.
local COMPTE_RENDU = { "-pv", "-p v", "-cr-", "-cr1", "-cr2", "-cr3", "-cr0" }
local function identifiant_d_un_autre(d, seance)
  if d:statut("identifiant") == "ambigu" then return "le texte porte plusieurs identifiants" end
  local identifiant, siren = d:si_lu("identifiant"), d:si_lu("siren")
  if not identifiant then return nil end
  local region = d.niveau == "departement" or d.niveau == "region"
  if not region and porte_un_de(identifiant, COMPTE_RENDU) then return texte("l'identifiant « %s » est celui d'un procès-verbal ou d'un compte rendu", identifiant) end
  if siren and trouve(identifiant, siren .. "-20") and not trouve(identifiant, texte("%s-%s", siren, date_en_huit_chiffres(seance))) then
    return texte("l'identifiant « %s » n'est pas de la date de la séance", identifiant)
  end
  return nil
end

-- Pourquoi le tampon peut n'être pas celui de la décision, ou nil.
local function d_un_autre_acte(d, seance)
  local dit = identifiant_d_un_autre(d, seance)
  if not dit and (nombre(d.actes) ~= 1 or d.actes[1]:statut("vote") == "ambigu") then dit = "le texte porte plusieurs décisions" end
  if not dit then return nil end
  return non_verifiable(dit .. " : la transmission lue peut être celle du procès-verbal, qui part une fois adopté, et non celle des décisions")
end

regle {
  id      = "transmission",
  version = "1.3.0",
  titre   = "Transmission au représentant de l'État",
  gravite = "mineure",
  portee  = "seance",
  resume  = "Un acte ne peut avoir été transmis avant la séance. La loi ne fixe pas de délai pour transmettre une délibération : un "
    .. "retard de plus de quinze jours est dit (l'acte n'est pas exécutoire jusque-là), au-delà de soixante il est mineur. La règle "
    .. "n'accuse pas sur un procès-verbal (plusieurs décisions, ou un identifiant qui le dit ou n'est pas de la date de la séance) : il "
    .. "est transmis une fois adopté, et peut parler de la transmission d'un autre acte. La réception est celle de l'accusé de réception "
    .. "venu avec l'acte, sinon celle du tampon.",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2131-1", dit = "l'acte est exécutoire dès sa publication et sa transmission" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-3", dit = "renvoie à L. 2131-1 : publication et transmission" },
    { niveau = "departement", code = "CGCT", article = "L. 3131-1",
      dit = "l'acte est exécutoire dès sa publication et sa transmission" },
    { niveau = "region", code = "CGCT", article = "L. 4141-1", dit = "l'acte est exécutoire dès sa publication et sa transmission" },
    { usage = "doctrine : la loi ne fixe pas de délai de transmission des délibérations (préfecture de la Somme)" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    local envoi, reception = d:si_lu("transmission.date"), d:si_lu("acte.reception")
    local seance, champ = d.seance.date, envoi and "transmission.date" or "acte.reception"
    local date = envoi or reception or d.transmission.date
    local jours, signale = jours_entre(seance, date), parametre("transmission.signale", seance)
    local inversees = reception and envoi and reception < envoi
    local dit = texte("%s entre la séance du %s et la transmission du %s", compte_de(jours, "jour"), date_en_lettres(seance),
      date_en_lettres(date))
    if jours >= 0 and jours <= signale and not inversees then return conforme(dit) end
    local autre = d_un_autre_acte(d, seance)
    if autre then return autre end
    if inversees then
      return anomalie { sujet = "acte.reception", preuve = { "acte.reception", "transmission.date" },
        message = texte("reçu le %s, avant d'être transmis le %s", date_en_lettres(reception), date_en_lettres(envoi)) }
    end
    if jours < 0 then return ecart(d, champ, date, seance) end
    if jours > parametre("transmission.long", seance) then
      return anomalie { sujet = champ, preuve = { champ, "seance.date" }, message = dit .. " : non exécutoire jusque-là" }
    end
    return anomalie { gravite = "information", sujet = champ, preuve = { champ, "seance.date" },
      message = dit .. " : non exécutoire jusque-là (la loi ne fixe pas de délai)" }
  end,
}

essai "quatre jours" { attendu = "conforme", message = "4 jours entre la séance du 12 octobre 2023 et la transmission du 16 octobre 2023" }
essai "le jour même" {
  remplacer = { { "Transmis en préfecture le : 16 octobre", "Transmis en préfecture le : 12 octobre" } },
  attendu = "conforme", message = "0 jour entre",
}
essai "avant la séance" {
  remplacer = { { "Transmis en préfecture le : 16 octobre", "Transmis en préfecture le : 11 octobre" } },
  attendu = "anomalie", gravite = "majeure",
  message = "acte transmis au représentant de l'État le 11 octobre 2023, avant la séance du 12 octobre 2023", preuve = "11 octobre 2023",
}
essai "reçu avant la séance" {
  remplacer = { { "Transmis en préfecture le : 16 octobre", "Reçu en préfecture le : 11 octobre" } },
  attendu = "anomalie", gravite = "majeure", message = "acte reçu au représentant de l'État le 11 octobre 2023",
}
essai "quinze jours" {
  remplacer = { { "Transmis en préfecture le : 16 octobre", "Transmis en préfecture le : 27 octobre" } }, attendu = "conforme",
}
essai "seize jours" {
  remplacer = { { "Transmis en préfecture le : 16 octobre", "Transmis en préfecture le : 28 octobre" } },
  attendu = "anomalie", gravite = "information", message = "16 jours entre", preuve = "28 octobre 2023",
}
essai "soixante jours" {
  remplacer = { { "Transmis en préfecture le : 16 octobre", "Transmis en préfecture le : 11 décembre" } },
  attendu = "anomalie", gravite = "information", message = "60 jours entre",
}
essai "soixante et un jours" {
  remplacer = { { "Transmis en préfecture le : 16 octobre", "Transmis en préfecture le : 12 décembre" } },
  attendu = "anomalie", gravite = "mineure", message = "61 jours entre",
}
essai "reçu avant d'être transmis" {
  document = "cc-reguliere", remplacer = { { "Reçu en préfecture le 30 novembre", "Reçu en préfecture le 29 novembre" } },
  attendu = "anomalie", gravite = "mineure", message = "reçu le 29 novembre 2023, avant d'être transmis le 30 novembre 2023",
}
essai "reçu le jour où il est transmis" { document = "cc-reguliere", attendu = "conforme", message = "3 jours" }
essai "la réception selon l'accusé de réception" {
  document = "cm-transmise",
  remplacer = { { "Envoyé en préfecture le 11/06/2024\nReçu en préfecture le 11/06/2024\n", "" } },
  attendu = "conforme", message = "5 jours entre la séance du 6 juin 2024 et la transmission du 11 juin 2024",
}
essai "reçu avant la séance, selon l'accusé de réception" {
  document = "cm-transmise",
  remplacer = {
    { "Envoyé en préfecture le 11/06/2024\nReçu en préfecture le 11/06/2024\n", "" }, { "DateReception=\"2024-06-11\"", "DateReception=\"2024-06-05\"" },
  },
  attendu = "anomalie", gravite = "majeure", message = "acte reçu au représentant de l'État le 5 juin 2024, avant la séance du 6 juin 2024", preuve = "6 juin 2024",
}
essai "procès-verbal : on n'accuse pas" {
  document = "pv-conseil-municipal",
  remplacer = { { "Vu le code général", "Transmis en préfecture le : 10 avril 2024\n\nVu le code général", tous = oui } },
  attendu = "non_verifiable",
}
essai "sans date de transmission" {
  remplacer = { { "Transmis en préfecture le : 16 octobre 2023\n", "" } }, attendu = "non_verifiable", message = "aucune mention de transmission",
}
essai "date de séance illisible" {
  remplacer = { { "Séance du 12 octobre 2023", "Séance" }, { "L'an deux mille vingt-trois, le douze octobre à", "À" } },
  attendu = "non_verifiable", message = "seance.date",
}
essai "procès-verbal, transmis le jour de la séance" {
  document = "pv-conseil-municipal",
  remplacer = { { "Vu le code général", "Transmis en préfecture le : 11 avril 2024\n\nVu le code général", tous = oui } },
  attendu = "conforme", message = "0 jour entre",
}
essai "procès-verbal, transmis une fois adopté" {
  document = "pv-conseil-municipal",
  remplacer = { { "Vu le code général", "Transmis en préfecture le : 27 juin 2024\n\nVu le code général", tous = oui } },
  attendu = "non_verifiable", message = "le texte porte plusieurs décisions",
}
essai "l'identifiant est celui d'un procès-verbal" {
  document = "cm-transmise",
  remplacer = {
    { "Reçu en préfecture le 11/06/2024", "Reçu en préfecture le 19/08/2024" }, { "Envoyé en préfecture le 11/06/2024", "Envoyé en préfecture le 19/08/2024" },
    { "-20240606-", "-20240815-PV" },
  }, tous = oui,
  attendu = "non_verifiable", message = "est celui d'un procès-verbal",
}
essai "l'identifiant n'est pas de la date de la séance" {
  document = "cm-transmise",
  remplacer = {
    { "Reçu en préfecture le 11/06/2024", "Reçu en préfecture le 19/08/2024" }, { "Envoyé en préfecture le 11/06/2024", "Envoyé en préfecture le 19/08/2024" },
    { "-20240606-", "-20240815-" },
  }, tous = oui,
  attendu = "non_verifiable", message = "n'est pas de la date de la séance",
}
essai "l'identifiant est celui de l'acte : un retard est dit" {
  document = "cm-transmise",
  remplacer = {
    { "Reçu en préfecture le 11/06/2024", "Reçu en préfecture le 19/08/2024" }, { "Envoyé en préfecture le 11/06/2024", "Envoyé en préfecture le 19/08/2024" },
    { "DateReception=\"2024-06-11\"", "DateReception=\"2024-08-19\"" },
  },
  attendu = "anomalie", gravite = "mineure", message = "74 jours entre",
}
for mots in chaque { "Transmis au préfet le 16 octobre 2023", "Transmis à M. le préfet le 16 octobre 2023", "TRANSMIS À MADAME LA PRÉFÈTE LE 16 OCTOBRE 2023", "Transmis au préfet de région le 16/10/2023", "Adressé au représentant de l'État le 16 octobre 2023",
  "Reçu par le préfet le 16 octobre 2023", "AR préfecture du 16 octobre 2023", "Acte transmis par voie électronique le 16 octobre 2023", "Transmise à Monsieur le Sous-Préfet le 16 octobre 2023" } do
  essai("la transmission au préfet : " .. mots) { remplacer = { { "Transmis en préfecture le : 16 octobre 2023", mots } }, attendu = "conforme", message = "4 jours entre" }
end
for mots in chaque { "Transmis au préfet le 11 octobre 2023", "Adressé au représentant de l'État le 11 octobre 2023", "Reçu par le préfet le 11 octobre 2023", "AR préfecture du 11 octobre 2023" } do
  essai("avant la séance : " .. mots) { remplacer = { { "Transmis en préfecture le : 16 octobre 2023", mots } }, attendu = "anomalie", gravite = "majeure", message = "avant la séance" }
end
for mots in chaque { "Le dossier a été transmis au préfet le 3 mars 2023.", "Le rapport, transmis à M. le préfet le 3 mars 2023, est présenté.", "La demande reçue par le préfet le 3 mars 2023 est instruite.", "La pétition a été adressée au représentant de l'État le 3 mars 2023.",
  "La convocation, transmise par voie électronique le 5 octobre 2023, comportait l'ordre du jour.", "La convocation est transmise par voie électronique le 5 octobre 2023." } do
  essai("la transmission d'un autre papier : " .. mots) { remplacer = { { "Transmis en préfecture le : 16 octobre 2023", mots } }, attendu = "non_verifiable" }
end
