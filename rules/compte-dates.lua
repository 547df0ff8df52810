-- SPDX-License-Identifier: EUPL-1.2

-- Le compte d'un autre, ou d'un budget qui n'est pas celui de la collectivité, peut-être avec le sien.
local D_UN_AUTRE = { "annexe", "dissolution" }

regle {
  id      = "compte-dates",
  version = "1.3.0",
  titre   = "Date limite du compte administratif ou financier",
  gravite = "mineure",
  resume  = "Le compte administratif (ou le compte financier unique) d'une année est voté avant le 30 juin de la suivante. La règle lit "
    .. "l'année dans l'objet. Un vote tardif ne fait pas tomber le compte : l'anomalie est mineure.",
  fondement = {
    { code = "CGCT", article = "L. 1612-12", dit = "le vote de l'arrêté des comptes intervient avant le 30 juin de l'année qui suit l'exercice" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-compte-administratif",

  controle = function(d)
    local NIVEAUX = { commune = true, epci = true, departement = true, region = true }
    if not NIVEAUX[d.niveau] then return hors_table(d, "date limite du compte") end
    local compte = objet_vote(d, "compte")
    local verdict = sans_vote(d, compte, "d'un compte")
    if verdict then return verdict end
    local seance = d.seance.date
    local exercice = annee_de(seance) - 1
    if not trouve(d.objet, texte("%d", exercice)) then
      return non_verifiable(texte("l'objet ne dit pas l'exercice %d : « %s »", exercice, d.objet))
    end
    local limite = parametre("compte.date_limite", seance)
    local dit = texte("compte de %d voté le %s, date limite le %s", exercice, date_en_lettres(seance), date_en_lettres(limite))
    if seance <= limite then return conforme(dit) end
    if compte == "revient" then
      return non_verifiable(texte("%s, s'il n'avait pas été voté déjà : « %s »", dit, d.objet))
    end
    if porte_un_de(d.objet, D_UN_AUTRE) then
      return non_verifiable(texte("%s, si c'est le compte de la collectivité : « %s »", dit, d.objet))
    end
    return anomalie { sujet = "objet", preuve = { "seance.date", "objet" },
      message = texte("%s : %s de retard", dit, compte_de(jours_entre(limite, seance), "jour")) }
  end,
}

local function le(jour, lettres)
  return { { "Séance du 11 avril 2024", "Séance du " .. jour }, { "le onze avril à", lettres .. " à" }, { "convoqué le 4 avril 2024", "convoqué" } }
end
essai "11 avril" { attendu = "conforme", message = "compte de 2023 voté le 11 avril 2024, date limite le 30 juin 2024" }
essai "30 juin : tout juste" { remplacer = le("30 juin 2024", "le trente juin"), attendu = "conforme" }
essai "1er juillet" {
  remplacer = le("1er juillet 2024", "le premier juillet"),
  attendu = "anomalie", gravite = "mineure", message = "voté le 1er juillet 2024, date limite le 30 juin 2024 : 1 jour de retard", preuve = "1er juillet 2024",
}
essai "l'exercice n'est pas dit" {
  remplacer = { { "Vote du compte administratif 2023", "Vote du compte administratif" } }, attendu = "non_verifiable", message = "l'exercice 2023",
}
essai "affectation du résultat" {
  remplacer = { { "Vote du compte administratif 2023", "Affectation du résultat du compte administratif 2023" } }, attendu = "sans_objet",
}
local EN_RETARD = { { "Séance du 11 avril 2024", "Séance du 8 juillet 2024" }, { "le onze avril à", "le huit juillet à" }, { "convoqué le 4 avril 2024", "convoqué" } }
local function en_retard(objet)
  return { EN_RETARD[1], EN_RETARD[2], EN_RETARD[3], { "Vote du compte administratif 2023", objet } }
end
essai "un compte voté plus tôt est rectifié" {
  remplacer = en_retard("Rectification du compte administratif 2023 adopté le 15 avril 2024"), attendu = "sans_objet",
}
essai "une erreur matérielle du compte" { remplacer = en_retard("Compte administratif 2023 : erreur matérielle"), attendu = "sans_objet" }
essai "l'excédent d'un compte déjà voté" { remplacer = en_retard("Utilisation de l'excédent du compte administratif 2023"), attendu = "sans_objet" }
essai "les résultats d'un compte sont affectés" { remplacer = en_retard("Affectation des résultats du compte administratif 2023"), attendu = "sans_objet" }
essai "un vote du compte qui en remplace un autre" {
  remplacer = en_retard("Vote du compte administratif 2023, annule et remplace la délibération du 15 avril 2024"),
  attendu = "non_verifiable", message = "s'il n'avait pas été voté déjà",
}
essai "compte voté avec l'affectation du résultat, en retard" {
  remplacer = { { "Séance du 11 avril 2024", "Séance du 1er juillet 2024" }, { "le onze avril à", "le premier juillet à" }, { "convoqué le 4 avril 2024", "convoqué" },
    { "Vote du compte administratif 2023", "Vote du compte administratif 2023 et affectation du résultat" } },
  attendu = "anomalie", gravite = "mineure", message = "1 jour de retard",
}
essai "compte d'un budget annexe, en retard" {
  remplacer = { { "Séance du 11 avril 2024", "Séance du 1er juillet 2024" }, { "le onze avril à", "le premier juillet à" }, { "convoqué le 4 avril 2024", "convoqué" },
    { "Vote du compte administratif 2023", "Vote du compte administratif 2023, budget annexe de l'eau" } },
  attendu = "non_verifiable", message = "si c'est le compte de la collectivité",
}
essai "autre objet" { document = "cm-reguliere", attendu = "sans_objet" }
for titre in chaque { "CA 2023 - budget principal", "Vote du CFU 2023", "Compte administratif 2023 et affectation du résultat", "Approbation du compte de gestion et du compte administratif 2023" } do
  essai("voté en juillet : " .. titre) { remplacer = en_retard(titre), attendu = "anomalie", gravite = "mineure", message = "8 jours de retard" }
end
for titre in chaque { "Compte administratif 2023 du CCAS : information du conseil municipal", "Avis sur le compte administratif 2023 de la caisse des écoles",
  "Élection d'un président de séance pour le vote du compte administratif 2023", "Communication du rapport d'activité et du compte administratif 2023 du syndicat" } do
  essai("cité en juillet, ou celui d'un autre : " .. titre) { remplacer = en_retard(titre), attendu = "sans_objet" }
end
essai "on ne sait si c'est le vote" { remplacer = en_retard("Débat sur le compte administratif 2023"), attendu = "non_verifiable", message = "ne dit pas sûrement" }
essai "un compte annexe dont le nom porte les lettres d'une SEM" {
  document = "cm-compte-administratif", remplacer = { { "Vote du compte administratif 2023", "Approbation du compte administratif 2023 - Assainissement" } },
  attendu = "conforme",
}
