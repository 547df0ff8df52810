-- SPDX-License-Identifier: EUPL-1.2

local GENRES = { DELIB = "d'une délibération", LOI = "d'une loi", DECRET = "d'un décret", ORD = "d'une ordonnance", ORDONNANCE = "d'une ordonnance" }
local AU_MASCULIN = { DECRET = true }

-- L'année que porte le numéro d'une loi ou d'un décret est-elle une des trois qui suivent celle de la séance ?
local function numero_posterieur(numero, annee)
  for suite in chaque { 1, 2, 3 } do
    if trouve("n" .. numero, texte("n%d-", annee + suite)) then return true end
  end
  return false
end

local function visa_portant(d, porte)
  if d:statut("visas") == "absent" then return nil end
  for visa in chaque(d.visas) do
    if porte(visa) then return visa end
  end
  return nil
end

-- Un visa que rien ne ferme a pu prendre la suite du texte : une référence de l'exposé, loin de « Vu », n'y est pas visée.
local VU = { "vu le ", "vu la ", "vu l'", "vu les ", "vu une ", "vu un " }
local function hors_du_visa(element, visa)
  local devant = raconte_la_seance(visa) and avant(element, 200)
  return devant and (raconte_la_seance(devant) or not porte_un_de(devant, VU))
end

-- « décret n° 2024-999 du 1er septembre 2024 » : toutes les dates que porte son visa sont d'après la séance.
local function date_posterieure(visa, seance)
  local dates = dates_de(visa)
  for date in chaque(dates) do
    if date <= seance then return false end
  end
  return nombre(dates) > 0
end

regle {
  id      = "reference-posterieure",
  version = "1.2.0",
  titre   = "Texte visé postérieur à la séance",
  gravite = "mineure",
  resume  = "Un visa cite une délibération datée d'après la séance, ou une loi, une ordonnance, un décret numérotés d'une année suivante ou datés d'après elle : "
    .. "l'assemblée n'a pu en avoir connaissance. Date ou numéro à corriger ; l'erreur est de plume, et un visa erroné n'affecte pas "
    .. "l'acte par lui-même. Une délégation à la commission permanente postérieure à la séance relève de « "
    .. "delegation-commission-permanente ».",
  fondement = {
    { usage = "logique : un acte ne se fonde pas sur un texte qui n'existe pas encore" },
    { jurisprudence = "CE, 5 avril 2002, n° 221890", dit = "l'erreur ou l'omission d'un visa n'affecte pas par elle-même l'acte" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-budget",

  controle = function(d)
    local seance, fautes, vus = d.seance.date, {}, 0
    local annee = annee_de(seance)
    for element in chaque(d.references) do
      local ref, visa, dit = reference(element), nil, nil
      if GENRES[ref.genre] and ref.date then
        vus = vus + 1
        if ref.date > seance then
          visa = visa_portant(d, function(v) return porte_la_date(v, ref.date) and (ref.genre ~= "DELIB" or not trouve(v, "délég")) end)
          dit = texte("%s du %s", GENRES[ref.genre], date_en_lettres(ref.date))
        end
      elseif GENRES[ref.genre] and ref.genre ~= "DELIB" and ref.numero then
        vus = vus + 1
        local d_apres = numero_posterieur(ref.numero, annee)
        visa = visa_portant(d, function(v) return trouve(v, ref.numero) and (d_apres or date_posterieure(v, seance)) end)
        dit = texte("%s n° %s", GENRES[ref.genre], ref.numero)
      end
      if visa and not hors_du_visa(element, visa) then
        ajoute(fautes, { sujet = "reference:" .. ref.cle, preuve = visa,
          message = texte("visa %s, %s à la séance du %s", dit, AU_MASCULIN[ref.genre] and "postérieur" or "postérieure", date_en_lettres(seance)) })
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if vus == 0 then return sans_objet("aucune loi, aucun décret, aucune délibération datés ne sont cités") end
    return conforme(compte_de(vus, "texte daté", "textes datés") .. ", aucun postérieur à la séance")
  end,
}

essai "délibération du 8 février" { attendu = "conforme", message = "1 texte daté" }
essai "délibération d'après la séance" {
  remplacer = { { "délibération du 8 février 2024", "délibération du 8 avril 2024" } },
  attendu = "anomalie", gravite = "mineure", message = "visa d'une délibération du 8 avril 2024, postérieure à la séance du 28 mars 2024", preuve = "8 avril 2024",
}
essai "délibération d'après la séance, dans un acte sans visa" {
  remplacer = { { "délibération du 8 février 2024", "délibération du 8 avril 2024" }, { "Vu ", "Au vu ", tous = oui } },
  attendu = "conforme",
}
essai "un numéro fait comme une date d'après la séance" {
  remplacer = { { "délibération du 8 février 2024", "délibération n° 2024-04-08 du 8 février 2024" } }, attendu = "conforme",
}
essai "délibération du jour même" { remplacer = { { "délibération du 8 février 2024", "délibération du 28 mars 2024" } }, attendu = "conforme" }
essai "loi de l'année suivante" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu la loi n° 2025-1249 du 22 décembre 2025 ;" } },
  attendu = "anomalie", gravite = "mineure", message = "loi n° 2025-1249",
}
essai "décret du mois suivant" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu le décret n° 2024-420 du 10 mai 2024 ;" } },
  attendu = "anomalie", gravite = "mineure", message = "visa d'un décret n° 2024-420, postérieur à la séance du",
}
essai "décret d'après la séance, cité par sa date seule" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu le décret du 10 mai 2024 relatif aux budgets annexes ;" } },
  attendu = "anomalie", gravite = "mineure", message = "visa d'un décret du 10 mai 2024, postérieur à la séance du 28 mars 2024", preuve = "décret du 10 mai 2024",
}
essai "décret d'avant la séance, cité par sa date seule" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu le décret du 10 mai 2023 relatif aux budgets annexes ;" } },
  attendu = "conforme", message = "2 textes datés",
}
essai "loi de l'année" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu la loi n° 2024-42 du 26 janvier 2024 ;" } },
  attendu = "conforme", message = "2 textes datés",
}
essai "aucun texte daté" { document = "cm-reguliere", attendu = "sans_objet" }
local DEBORDE = "Vu la délibération du 8 février 2024 prenant acte du débat sur les orientations budgétaires ;"
essai "un visa que rien ne ferme, et l'exposé qui le suit" {
  remplacer = { { DEBORDE, "Vu l'avis de la commission, Mme le Maire indique que la délibération du 8 avril 2024 du syndicat complètera le dispositif." } },
  attendu = "conforme", message = "1 texte daté",
}
essai "un visa que rien ne ferme, et un exposé long" {
  remplacer = { { DEBORDE, "Vu l'avis de la commission, Mme le Maire indique que les travaux du lavoir, de la halle, du préau et de la salle commune, "
    .. "longtemps remis, seront menés par le syndicat, qui en portera seul la charge pour toutes les communes de la vallée, ce que dira la délibération du 8 avril 2024." } },
  attendu = "conforme", message = "1 texte daté",
}
essai "un visa postérieur que rien ne ferme, et l'exposé qui le suit" {
  remplacer = { { DEBORDE, "Vu la délibération du 8 avril 2024 du syndicat, Mme le Maire indique que le dispositif sera complété." } },
  attendu = "anomalie", gravite = "mineure", message = "visa d'une délibération du 8 avril 2024, postérieure à la séance", preuve = "8 avril 2024",
}
essai "date de séance illisible" {
  remplacer = { { "Séance du jeudi 28 mars 2024", "Séance" }, { "L'an deux mille vingt-quatre, le vingt-huit mars à", "À" } },
  attendu = "non_verifiable", message = "seance.date",
}
