-- SPDX-License-Identifier: EUPL-1.2

-- Ce que l'acte dit de lui-même : un schéma, un plan, un marché qu'il cite ont aussi leur date.
local DIRE = { "acte rendu exécutoire le", "acte certifié exécutoire le", "acte exécutoire le", "acte exécutoire à compter du",
  "certifié exécutoire le", "certifiée exécutoire le", "délibération exécutoire le", "délibération rendue exécutoire le",
  "délibération est exécutoire le", "délibération est exécutoire à compter du", "délibération exécutoire à compter du", "présente délibération est exécutoire dès le",
  "caractère exécutoire de cet acte à la date du", "caractère exécutoire du présent acte à la date du",
  "caractère exécutoire de la présente délibération à la date du", "caractère exécutoire de cette délibération à la date du",
  "caractère exécutoire de la délibération à la date du", "caractère exécutoire de cet acte au", "caractère exécutoire du présent acte au" }
local AUTRE_TEXTE = { "vu ", "schéma", "plan local", "PLU", "SCOT", "carte", "marché", "convention", "règlement", "document", "arrêté" }

-- Dit de l'acte, ou de ce dont il parle.
local PEUT_ETRE = { "rendu exécutoire le", "rendue exécutoire le", "exécutoire dès le" }
local FORMALITES = { "transmi", "préfecture", "publi", "affich", "notifi", "dépôt" }
local AUTRE_CHOSE = { "modification", "révision", "programme", "plan ", "décision", "rappelle", "antérieur", "permis", "titre", "jugement", "bail", "budget", "délibération n" }

local function phrase_de_l_acte(d, mots)
  for p in chaque(passages(d, mots)) do
    if not porte_un_de(p, AUTRE_TEXTE) then return p end
  end
  return nil
end

-- La seule date de la phrase, ou celle qui suit aussitôt « exécutoire le » ; nil si l'on hésite.
local function date_de_la_phrase(p, dates)
  if nombre(dates) == 1 then return dates[1] end
  local suivante = nil
  for date in chaque(dates) do
    for dire in chaque(DIRE) do
      local dit = trouve(p, texte("%s %s", dire, date_en_lettres(date))) or trouve(p, texte("%s %s", dire, date_en_chiffres(date)))
      if dit and suivante and suivante ~= date then return nil end
      if dit then suivante = date end
    end
  end
  return suivante
end

regle {
  id      = "executoire",
  version = "1.3.0",
  titre   = "Date à laquelle l'acte est dit exécutoire",
  gravite = "mineure",
  resume  = "Un acte est exécutoire quand il a été publié ou notifié et, s'il doit l'être, transmis au représentant de l'État. Une date "
    .. "« exécutoire » antérieure à la transmission est majeure, antérieure à la publication mineure. La règle ne compare que si "
    .. "l'acte dit cette date seule dans sa phrase, ou aussitôt après « exécutoire le ».",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2131-1",
      dit = "exécutoire de plein droit dès qu'il a été porté à la connaissance des intéressés et transmis au représentant de l'État" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-3", dit = "renvoie à L. 2131-1" },
    { niveau = "departement", code = "CGCT", article = "L. 3131-1",
      dit = "exécutoire de plein droit dès qu'il a été porté à la connaissance des intéressés et transmis au représentant de l'État" },
    { niveau = "region", code = "CGCT", article = "L. 4141-1",
      dit = "exécutoire de plein droit dès qu'il a été porté à la connaissance des intéressés et transmis au représentant de l'État" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-budget",

  controle = function(d)
    local p, autre = phrase_de_l_acte(d, DIRE), phrase_de_l_acte(d, PEUT_ETRE)
    if not p and autre and porte_un_de(autre, FORMALITES) and not porte_un_de(autre, AUTRE_CHOSE) then
      return non_verifiable(texte("une date est dite exécutoire, sans qu'il soit sûr que ce soit de l'acte : « %s »", autre.texte))
    end
    if not p then return sans_objet("l'acte ne dit pas à quelle date il est exécutoire") end
    if not acte_seul(d) then return plusieurs_votes(d) end
    local dates = dates_de(p)
    local le, fautes = date_de_la_phrase(p, dates), {}
    if not le then
      return non_verifiable(texte("%s dans la phrase qui dit l'acte exécutoire", compte_de(nombre(dates), "date")))
    end
    local function compare(champ, mot, gravite)
      local date = d:si_lu(champ)
      if date and le < date and nombre(fautes) == 0 then
        ajoute(fautes, { gravite = gravite, sujet = "executoire", preuve = { p, champ },
          message = texte("exécutoire le %s, avant %s le %s", date_en_lettres(le), mot, date_en_lettres(date)) })
      end
      return date
    end
    compare("seance.date", "la séance", "majeure")
    local envoi = compare("transmission.date", "sa transmission", "majeure")
    local recu = compare("acte.reception", "sa réception", "majeure")
    local publie = compare("publication.date", "sa publication", "mineure")
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if not envoi and not recu then return non_verifiable(texte("exécutoire le %s ; %s", date_en_lettres(le),
      raison(d, "transmission.date") == "" and "l'acte ne dit pas quand il a été transmis" or "la date de sa transmission n'est pas lue")) end
    return conforme(texte("exécutoire le %s, après sa transmission%s", date_en_lettres(le), publie and " et sa publication" or ""))
  end,
}

essai "exécutoire le jour de sa publication" { attendu = "conforme", message = "exécutoire le 4 avril 2024, après sa transmission et sa publication" }
essai "avant sa transmission" {
  remplacer = { { "exécutoire le 4 avril", "exécutoire le 2 avril" } },
  attendu = "anomalie", gravite = "majeure", message = "exécutoire le 2 avril 2024, avant sa transmission le 3 avril 2024", preuve = "2 avril 2024",
}
essai "avant sa réception" {
  remplacer = { { "exécutoire le 4 avril", "exécutoire le 2 avril" }, { "Transmis en préfecture le", "Reçu en préfecture le" } },
  attendu = "anomalie", gravite = "majeure", message = "avant sa réception le 3 avril 2024",
}
essai "avant sa publication" {
  remplacer = { { "exécutoire le 4 avril", "exécutoire le 3 avril" } },
  attendu = "anomalie", gravite = "mineure", message = "exécutoire le 3 avril 2024, avant sa publication le 4 avril 2024",
}
essai "avant la séance" {
  remplacer = { { "exécutoire le 4 avril", "exécutoire le 27 mars" } },
  attendu = "anomalie", gravite = "majeure", message = "avant la séance le 28 mars 2024",
}
essai "le caractère exécutoire certifié à une date" {
  remplacer = { { "exécutoire le 4 avril", "est certifié le caractère exécutoire de cet acte à la date du 2 avril" } },
  attendu = "anomalie", gravite = "majeure", message = "exécutoire le 2 avril 2024, avant sa transmission",
}
essai "deux dates dans la phrase, dont celle qui suit « exécutoire le »" {
  remplacer = { { "exécutoire le 4 avril 2024", "exécutoire le 2 avril 2024, publié le 5 avril 2024" } },
  attendu = "anomalie", gravite = "majeure", message = "exécutoire le 2 avril 2024, avant sa transmission le 3 avril 2024",
}
essai "deux dates dans la phrase, aucune ne suit aussitôt" {
  remplacer = { { "exécutoire le 4 avril 2024", "exécutoire le jeudi 4 avril 2024, publié le 5 avril 2024" } },
  attendu = "non_verifiable", message = "2 dates dans la phrase",
}
essai "transmission non lue" {
  remplacer = { { "Transmis en préfecture le : 3 avril 2024\n", "" } }, attendu = "non_verifiable", message = "l'acte ne dit pas quand il a été transmis",
}
local DECIDE = "Le conseil municipal, après en avoir délibéré, par quinze voix pour, deux contre et zéro abstention,\n\nDÉCIDE\n\n- d'adopter"
essai "rendu exécutoire le, sans dire quoi" {
  remplacer = { { "Acte rendu exécutoire le 4 avril 2024", "Rendu exécutoire le 2 avril 2024 après dépôt en préfecture" } }, attendu = "non_verifiable", message = "sans qu'il soit sûr que ce soit de l'acte",
}
essai "plusieurs votes : duquel est-ce la date ?" {
  remplacer = { { DECIDE, "Le conseil municipal, par quinze voix pour, deux contre et zéro abstention, adopte la section de fonctionnement.\n\nLe conseil municipal, par seize voix pour, une contre et zéro abstention, adopte" } },
  attendu = "non_verifiable", message = "le texte porte plusieurs votes",
}
essai "aucun vote n'est lu" {
  remplacer = { { DECIDE, "Il est donné lecture du rapport :\n\n-" }, { "- de charger Mme le Maire de son exécution.", "" } },
  attendu = "non_verifiable", message = "aucun vote n'est lu dans le texte",
}
essai "l'acte ne dit pas quand il est exécutoire" { document = "cm-reguliere", attendu = "sans_objet" }
essai "le schéma que l'acte cite" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu le schéma de cohérence territoriale, acte rendu exécutoire le 29 juillet 2015 ;" },
    { "Acte rendu exécutoire le 4 avril 2024\n", "" } },
  attendu = "sans_objet",
}
essai "une modification que l'acte cite" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Considérant la modification rendue exécutoire le 29 juillet 2015 ;" },
    { "Acte rendu exécutoire le 4 avril 2024\n", "" } },
  attendu = "sans_objet",
}
