-- SPDX-License-Identifier: EUPL-1.2

local PRIVES = { "association", "fondation", "société", "SARL", "SAS", "club", "amicale", "union sportive", "compagnie" }
local PUBLICS = { "commune", "syndicat", "communauté", "département", "région", "collège", "lycée", "école", "GIP", "université",
  "office public", "centre communal", "CCAS", "établissement", "chambre de", "bailleur", "HLM", "habitat", "propriétaires", "foncière",
  "association syndicale autorisée", "association syndicale constituée d'office" }
local ACCORDER = { "attribu", "accord", "octroi", "octroy", "verse", "allou" }
local CONVENTION = { "convention", "avenant", "contrat d'objectifs", "contrat pluriannuel", "CPO", "protocole" }
-- Une convention que l'acte nie, ou qui n'est pas celle d'une subvention…
local PAS_ELLE = { "sans convention", "aucune convention", "pas de convention", "convention collective", "conventions collectives", "n'a pas", "n'est pas" }
-- … et ce qui dit que c'est la sienne.
local LA_SIENNE = { "approuver", "approuve", "signer", "signature", "signée", "conclure", "conclue", "conclu ", "passer", "autoriser", "adopter", "jointe", "annexé", "subvention",
  "association", "objectifs" }
local EXCLUS = { "logement social", "logements sociaux", "HLM", "habitation à loyer modéré", "garantie d'emprunt", "tableau", "annexe",
  "délégation de service public" }

-- Celle que l'acte raconte, ou que le procès-verbal dit au passé : laquelle des deux n'est pas sûr.
local AU_PASSE = { "a versé", "avait versé", "ont versé", "a accordé", "avait accordé", "ont accordé", "a attribué", "avait attribué", "a alloué", "avait alloué", "a octroyé", "avait octroyé",
  "a déjà", "avait déjà", "a été versée", "a été accordée", "a été attribuée", "a été allouée", "versée en 20", "accordée en 20", "attribuée en 20", "allouée en 20", "versée l'an", "accordée l'an", "attribuée l'an" }

-- Une subvention accordée à un organisme de droit privé : le montant et le bénéficiaire dans une même phrase qui accorde.
local function accordees(d)
  local phrases, trouvees = passages(d, "subvention"), {}
  for m in chaque(d.montants) do
    local prive = m.beneficiaire ~= "" and porte_un_de(m.beneficiaire, PRIVES) and not porte_un_de(m.beneficiaire, PUBLICS)
    local p
    for phrase in chaque(phrases) do
      if prive and dans(m, phrase) and porte_un_de(phrase, ACCORDER) and not trouve(phrase, "demand") then p = phrase end
    end
    if p then ajoute(trouvees, { montant = m, phrase = p }) end
  end
  return trouvees
end

-- « attribuer 26 000 € à l'association X », au-delà du seuil, sans le mot « subvention » ni celui de convention ; non un prêt garanti, un prix, ni la somme d'un autre.
local PAS_UN_DON = { "garanti", "emprunt", "loyer", "acqui", "vend", "vente", "cède", "cession", "rembours", "factur", "marché", "prestation", "avance", "prêt" }
local function a_un_public(d, m)
  if m.beneficiaire ~= "" then return porte_un_de(m.beneficiaire, PUBLICS) end
  for suivant in chaque(d.montants) do
    local mots = entre(m, suivant)
    if mots then return porte_un_de(mots, PUBLICS) end
  end
  return false
end

local function somme_sans_le_mot(d)
  local seuil = nil
  for phrase in chaque(passages(d, { "à l'association", "à la fondation", "à l'amicale", "à l'union sportive", "aux associations" })) do
    for m in chaque(d.montants) do
      local don = dans(m, phrase) and not porte_un_de(phrase, PAS_UN_DON) and not a_un_public(d, m)
      if don and not porte_un_de(phrase, { "une subvention", "subvention de", "subvention d'" }) and porte_un_de(phrase, { "attribuer", "attribue", "accorder", "accorde", "allouer", "alloue" }) then
        seuil = seuil or parametre("subvention.convention.seuil", d.seance.date)
        if m.centimes > seuil * 100 and not passage(d, CONVENTION) then return m end
      end
    end
  end
  return nil
end

-- « ATTRIBUE les subventions suivantes : Comité de canoë : 44 500 € » : une somme au-delà du seuil, dont le bénéficiaire n'est pas lu.
local PAS_LE_DON = { "total", "coût", "montant des travaux", "dépense", "budget", "enveloppe", "plafond", "crédit", "estim", "devis", "sur un", "base", "commune", "syndicat", "communauté", "collège", "lycée", "école",
  "GIP", "université", "office", "CCAS", "établissement", "chambre", "bailleur", "HLM", "habitat", "SDIS", "hôpital", "société publique" }
local function somme_sans_beneficiaire(d, seuil)
  for phrase in chaque(passages(d, "subvention")) do
    local accorde = porte_un_de(phrase, ACCORDER) and not porte_un_de(phrase, PAS_UN_DON) and not trouve(phrase, "demand")
    for m in chaque(accorde and d.montants or {}) do
      if m.centimes > seuil * 100 and m.beneficiaire == "" and dans(m, phrase) and not porte_un_de(avant(m, 50), PAS_LE_DON) then return m end
    end
  end
  return nil
end

-- « deux subventions de 12 000 € », ou deux sommes à une même association : leur total passe peut-être le seuil.
local FOIS = { { "deux subventions", 2 }, { "trois subventions", 3 }, { "par mois", 12 }, { "mensuelle", 12 }, { "par trimestre", 4 }, { "trimestrielle", 4 }, { "par semestre", 2 } }
local function fois(phrase)
  local n = 1
  for f in chaque(FOIS) do
    if trouve(phrase, f[1]) then n = plus_grand(n, f[2]) end
  end
  return n
end

local function au_dela(vues, seuil)
  local fautes = {}
  for vue in chaque(vues) do
    if vue.montant.centimes > seuil * 100 then ajoute(fautes, vue) end
  end
  return fautes
end

local function a_additionner(vues, seuil)
  for une in chaque(vues) do
    local total = 0
    for vue in chaque(vues) do
      if vue.montant.beneficiaire == une.montant.beneficiaire then total = total + vue.montant.centimes end
    end
    if total > seuil * 100 or une.montant.centimes * fois(une.phrase) > seuil * 100 then return une end
  end
  return nil
end

-- « une subvention de vingt-cinq mille euros » : les sommes en lettres ne sont pas lues.
local DIZAINES = { "vingt", "trente", "quarante", "cinquante", "soixante", "cent" }
local function somme_en_lettres(d)
  for p in chaque(passages(d, "mille euros")) do
    local chiffree = false
    for m in chaque(d.montants) do chiffree = chiffree or dans(m, p) end
    if not chiffree and porte_un_de(p, DIZAINES) and trouve(p, "subvention") and porte_un_de(p, ACCORDER) and porte_un_de(p, PRIVES) then return p end
  end
  return nil
end

-- Une somme que l'acte donne peut-être à un organisme de droit privé, et qui n'est pas lue ; négative, elle n'est un don que là où l'acte accorde.
local MOINS = { "-", "–", "—", "−", "(" }
local function somme_omise(d)
  local accorde = passage(d, ACCORDER)
  for somme in chaque(accorde and sommes_omises(d) or {}) do
    for p in chaque(passages(d, somme.texte)) do
      local ici = porte_un_de(p, ACCORDER)
      if dans(somme, p) and porte_un_de(p, PRIVES) and not trouve(p, "demand") and (ici or not porte_un_de(somme, MOINS)) then return somme end
    end
  end
  return nil
end

local function convention_dite(d)
  for p in chaque(passages(d, CONVENTION)) do
    if porte_un_de(p, LA_SIENNE) and not porte_un_de(p, PAS_ELLE) then return p end
  end
  return nil
end

regle {
  id      = "convention-subvention",
  version = "1.4.0",
  titre   = "Convention au-delà du seuil de subvention",
  gravite = "mineure",
  resume  = "Une subvention annuelle qui dépasse 23 000 € à un organisme de droit privé exige une convention. La règle cherche, dans "
    .. "un acte qui accorde plus que ce seuil à une association, une fondation ou une société, un mot de convention ou d'avenant. "
    .. "L'absence n'est que mineure : la convention peut exister hors de l'acte. 23 000 € tout juste n'y obligent pas. Le cumul des "
    .. "subventions de l'année ne se voit pas dans un acte.",
  fondement = {
    { code = "loi 2000-321", article = "10", dit = "convention obligatoire quand la subvention dépasse un seuil fixé par décret" },
    { code = "décret 2001-495", article = "1", dit = "le seuil est de 23 000 euros par an" },
  },
  validite = { du = "2001-06-10" },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cp-reguliere",

  controle = function(d)
    local parle, vues = passage(d, "subvention"), {}
    if parle then vues = accordees(d) end
    if nombre(vues) == 0 then
      local m = somme_sans_le_mot(d)
      if m then
        return non_verifiable(texte("%s à un organisme de droit privé : l'acte ne dit pas si c'est une subvention", euros(m.centimes)))
      end
    end
    if not parle then return sans_objet("l'acte ne parle pas de subvention") end
    local lettres = not passage(d, CONVENTION) and somme_en_lettres(d)
    if lettres then return non_verifiable(texte("la somme est en lettres, elle n'est pas lue : « %s »", lettres.texte)) end
    local seuil = parametre("subvention.convention.seuil", d.seance.date)
    local fautes = au_dela(vues, seuil)
    local omise = nombre(fautes) == 0 and not convention_dite(d) and somme_omise(d)
    if omise then
      return non_verifiable(texte("une somme citée auprès d'un organisme de droit privé n'est pas lue (« %s ») : si elle dépasse %s n'est pas su", omise.texte, euros(seuil * 100)))
    end
    local a_qui = nombre(fautes) == 0 and not passage(d, CONVENTION) and somme_sans_beneficiaire(d, seuil)
    if a_qui then
      return non_verifiable(texte("%s, dans une phrase qui accorde des subventions : le bénéficiaire n'est pas lu, et aucune convention n'est mentionnée", euros(a_qui.centimes)))
    end
    if nombre(vues) == 0 then return sans_objet("aucune subvention accordée à un organisme de droit privé n'est lue") end
    local sommes = nombre(fautes) == 0 and not passage(d, CONVENTION) and a_additionner(vues, seuil)
    if sommes then
      return non_verifiable(texte("%s (%s), peut-être plusieurs fois : ce que l'association reçoit en tout n'est pas compté",
        euros(sommes.montant.centimes), sommes.montant.beneficiaire))
    end
    if nombre(fautes) == 0 then
      return conforme(texte("%s, aucune au-delà de %s", compte_de(nombre(vues), "subvention"), euros(seuil * 100)))
    end
    if d:statut("vote") == "ambigu" then return plusieurs_votes(d) end
    local mot = passage(d, CONVENTION)
    if convention_dite(d) then return conforme("convention ou avenant mentionné") end
    if mot then return non_verifiable("l'acte parle de convention, sans qu'il soit sûr que ce soit celle de la subvention") end
    if passage(d, EXCLUS) then return non_verifiable("annexe, tableau ou logement social : la convention peut être ailleurs, ou n'être pas due") end
    local alertes, au_passe = {}, nil
    for vue in chaque(fautes) do
      local m = vue.montant
      if porte_un_de(vue.phrase, AU_PASSE) then
        au_passe = au_passe or m
      else
        ajoute(alertes, { sujet = "convention", preuve = { m, vue.phrase },
          message = texte("%s (%s), au-delà de %s : aucune convention n'est mentionnée", euros(m.centimes), m.beneficiaire, euros(seuil * 100)) })
      end
    end
    if nombre(alertes) == 0 then
      return non_verifiable(texte("%s (%s), au-delà de %s, sans convention mentionnée : l'acte le dit au passé, si c'est lui qui l'accorde n'est pas sûr",
        euros(au_passe.centimes), au_passe.beneficiaire, euros(seuil * 100)))
    end
    return anomalies(alertes)
  end,
}

local SANS_CONVENTION = { "- d’approuver la convention annuelle entre le Département de la Vaugine et l’association Les\nGreniers partagés, telle qu’annexée ;", "" }
essai "18 500 € sans convention" { remplacer = { SANS_CONVENTION }, attendu = "conforme", message = "1 subvention, aucune au-delà de 23 000 €" }
essai "deux subventions de 12 000 €, sans convention" {
  remplacer = { SANS_CONVENTION, { "d’attribuer à l’association Les Greniers partagés une subvention de fonctionnement de 18 500 €", "d’attribuer deux subventions de 12 000 € à l’association Les Greniers partagés" } },
  attendu = "non_verifiable", message = "peut-être plusieurs fois",
}
essai "une somme en lettres, sans convention" {
  remplacer = { SANS_CONVENTION, { "de fonctionnement de 18 500 €", "de fonctionnement de vingt-huit mille euros" } },
  attendu = "non_verifiable", message = "la somme est en lettres",
}
for somme in chaque { "30  000 €", "3o 000 euros", "un montant de - 30 000 €" } do
  essai("une somme qui n'est pas lue, sans convention : " .. somme) {
    remplacer = { SANS_CONVENTION, { "de fonctionnement de 18 500 €", "de fonctionnement de " .. somme } },
    attendu = "non_verifiable", message = "n'est pas lue («",
  }
end
essai "une somme qui n'est pas lue, dans une liste d'aides" {
  remplacer = { { SANS_CONVENTION[1], "- association Les Amis du lavoir : 30  000 € ;" } }, attendu = "non_verifiable", message = "n'est pas lue (« 30 000 € »)",
}
essai "une somme qui n'est pas lue, à une commune" {
  remplacer = { { SANS_CONVENTION[1], "- commune de Mirebois : 30  000 € ;" } }, attendu = "conforme",
}
essai "une somme négative, d'une ligne de budget" {
  remplacer = { { SANS_CONVENTION[1], "- compte 6574, association Les Amis du lavoir : le crédit est réduit de - 30 000 € ;" } }, attendu = "conforme",
}
essai "une somme qui n'est pas lue, avec convention" {
  remplacer = { { "de fonctionnement de 18 500 €", "de fonctionnement de 30  000 €" } }, attendu = "sans_objet",
}
essai "une somme au-delà du seuil, une autre qui n'est pas lue" {
  remplacer = { { SANS_CONVENTION[1], "- association Les Amis du lavoir : 30  000 € ;" }, { "de fonctionnement de 18 500 €", "de fonctionnement de 30 000 €" } },
  attendu = "anomalie", gravite = "mineure",
}
essai "30 000 € avec convention" {
  remplacer = { { "de fonctionnement de 18 500 €", "de fonctionnement de 30 000 €" } },
  attendu = "conforme", message = "convention ou avenant mentionné",
}
essai "30 000 €, et aucune convention, l'acte le dit" {
  remplacer = { { SANS_CONVENTION[1], "- de dire qu'aucune convention n'est passée avec l’association ;" }, { "de fonctionnement de 18 500 €", "de fonctionnement de 30 000 €" } },
  attendu = "non_verifiable", message = "sans qu'il soit sûr que ce soit celle de la subvention",
}
essai "30 000 €, et une convention collective" {
  remplacer = { { SANS_CONVENTION[1], "- de rappeler que l’association applique la convention collective de l'animation ;" }, { "de fonctionnement de 18 500 €", "de fonctionnement de 30 000 €" } },
  attendu = "non_verifiable",
}
essai "30 000 € sans convention" {
  remplacer = { SANS_CONVENTION, { "de fonctionnement de 18 500 €", "de fonctionnement de 30 000 €" } },
  attendu = "anomalie", gravite = "mineure", message = "30 000 € (association Les Greniers partagés), au-delà de 23 000 €", preuve = "30 000 €",
}
essai "23 000 € tout juste" {
  remplacer = { SANS_CONVENTION, { "de fonctionnement de 18 500 €", "de fonctionnement de 23 000 €" } }, attendu = "conforme",
}
essai "un euro de plus" {
  remplacer = { SANS_CONVENTION, { "de fonctionnement de 18 500 €", "de fonctionnement de 23 001 €" } },
  attendu = "anomalie", gravite = "mineure", message = "23 001 € (association",
}
essai "un organisme public" {
  document = "cc-reguliere",
  remplacer = { { "un fonds de concours de 35 000 €", "une subvention de 35 000 €" } }, attendu = "sans_objet",
}
essai "annexe : on n'accuse pas" {
  remplacer = { { SANS_CONVENTION[1], "- d’approuver le budget joint en annexe ;" }, { "de fonctionnement de 18 500 €", "de fonctionnement de 30 000 €" } },
  attendu = "non_verifiable", message = "annexe",
}
essai "aucune subvention" { document = "cm-reguliere", attendu = "sans_objet" }
essai "une somme attribuée à une association, sans le mot" {
  document = "cm-reguliere",
  remplacer = { { "- d'inscrire cette dépense", "- d'attribuer 26 000 € à l'association Les Greniers partagés ;\n\n- d'inscrire cette dépense" } },
  attendu = "non_verifiable", message = "ne dit pas si c'est une subvention",
}
essai "une petite somme, sans le mot" {
  document = "cm-reguliere",
  remplacer = { { "- d'inscrire cette dépense", "- d'attribuer 600 € à l'association Les Greniers partagés ;\n\n- d'inscrire cette dépense" } },
  attendu = "sans_objet",
}
for mots in chaque { "- d'attribuer 60 000 € à la commune de Mirebois et 5 000 € à l'association Les Greniers partagés ;", "- d'accorder à l'association Les Greniers partagés la garantie d'un emprunt de 300 000 € ;",
  "- d'attribuer 60 000 € au syndicat des eaux et 5 000 € à l'association Les Greniers partagés ;" } do
  essai("une somme qui n'est pas un don à l'association : " .. mots) {
    document = "cm-reguliere", remplacer = { { "- d'inscrire cette dépense", mots .. "\n\n- d'inscrire cette dépense" } }, attendu = "sans_objet",
  }
end
local TABLEAU = "- d'attribuer les subventions suivantes :\nComité départemental de canoë : %s\nJudo du lavoir : 900 €\nTotal : 48 600 €\n\n- d'inscrire cette dépense"
essai "un tableau de subventions, dont une au-delà du seuil" {
  document = "cm-reguliere", remplacer = { { "- d'inscrire cette dépense", texte(TABLEAU, "44 500 €") } }, attendu = "non_verifiable", message = "44 500 €, dans une phrase qui accorde des subventions",
}
essai "un tableau de subventions, aucune au-delà du seuil" {
  document = "cm-reguliere", remplacer = { { "- d'inscrire cette dépense", texte(TABLEAU, "4 500 €") } }, attendu = "sans_objet",
}
essai "une subvention dite au passé" {
  document = "cm-reguliere", remplacer = { { "Mme le Maire présente les deux devis reçus.", "La commune a versé en 2019 une subvention de 40 000 € à l'association Les Greniers partagés." } },
  attendu = "non_verifiable", message = "l'acte le dit au passé",
}
essai "une subvention dite au passé, et une accordée" {
  document = "cm-reguliere", remplacer = { { "Mme le Maire présente les deux devis reçus.", "La commune a versé en 2019 une subvention de 40 000 € à l'association Les Greniers partagés." },
    { "- d'inscrire cette dépense", "- d'attribuer à l'association Les Greniers partagés une subvention de 26 000 € ;\n\n- d'inscrire cette dépense" } },
  attendu = "anomalie", gravite = "mineure", message = "26 000 €",
}
