-- SPDX-License-Identifier: EUPL-1.2

-- Ce qui n'est pas le vote du budget primitif seul : un budget annexe, ou avec lui (« budget principal et budgets annexes »).
local PEUT_ETRE = { "annexe", "autorisation de programme", "autorisations de programme", "convention" }

regle {
  id      = "budget-dates",
  version = "1.2.1",
  titre   = "Date limite du budget primitif",
  gravite = "majeure",
  resume  = "Le budget primitif est adopté avant le 15 avril de l'année à laquelle il s'applique, le 30 avril l'année du "
    .. "renouvellement de l'assemblée. La loi prévoit des reports que l'acte ne dit pas toujours : quinze jours après une communication "
    .. "tardive de l'État, ou le règlement du budget précédent par le préfet. La règle est donc non vérifiable pendant les quinze "
    .. "jours qui suivent la date, mineure jusqu'au 15 juin, majeure après. Un objet qui parle aussi d'un "
    .. "budget annexe ou d'un autre organisme n'accuse pas.",
  fondement = {
    { code = "CGCT", article = "L. 1612-2", dit = "budget adopté avant le 15 avril, ou le 30 avril l'année du renouvellement" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-budget",

  controle = function(d)
    local nom = "budget.date_limite." .. d.niveau
    if not parametre_connu(nom) then return hors_table(d, "date limite du budget") end
    local budget = objet_vote(d, "budget")
    if budget == "oui" and objet_vote(d, "modification") ~= "absent" then budget = "non" end
    local verdict = sans_vote(d, budget, "du budget primitif")
    if verdict then return verdict end
    local seance = d.seance.date
    local annee = annee_de(seance)
    if not trouve(d.objet, texte("%d", annee)) then
      return non_verifiable(texte("l'objet ne dit pas l'année du budget, ou en dit une autre que celle de la séance : « %s »", d.objet))
    end
    local limite, delai = parametre(nom, seance), parametre("budget.delai_informations", seance)
    local jours = jours_entre(limite, seance)
    local dit = texte("budget primitif %d adopté le %s, date limite le %s", annee, date_en_lettres(seance), date_en_lettres(limite))
    if jours <= 0 and budget ~= "revient" then return conforme(dit) end
    if budget == "revient" or porte_un_de(d.objet, PEUT_ETRE) then
      return non_verifiable(texte("%s, si c'est le budget de la collectivité : « %s »", dit, d.objet))
    end
    if jours <= delai then
      return non_verifiable(texte("%s ; %s après une communication tardive de l'État", dit, compte_de(delai, "jour accordé", "jours accordés")))
    end
    local message = texte("%s : %s de retard, sauf report (informations de l'État, budget précédent réglé par le préfet)", dit,
      compte_de(jours, "jour"))
    if seance <= texte("%d-06-15", annee) then
      return anomalie { gravite = "mineure", sujet = "objet", preuve = { "seance.date", "objet" }, message = message }
    end
    return anomalie { sujet = "objet", preuve = { "seance.date", "objet" }, message = message }
  end,
}

local function le(jour, lettres)
  return { { "jeudi 28 mars 2024", jour }, { "le vingt-huit mars à", lettres .. " à" }, { "convoqué le 21 mars 2024", "convoqué" } }
end
essai "28 mars" { attendu = "conforme", message = "budget primitif 2024 adopté le 28 mars 2024, date limite le 15 avril 2024" }
essai "15 avril : tout juste" { remplacer = le("lundi 15 avril 2024", "le quinze avril"), attendu = "conforme" }
essai "16 avril : l'État a pu tarder" {
  remplacer = le("mardi 16 avril 2024", "le seize avril"), attendu = "non_verifiable", message = "15 jours accordés",
}
essai "30 avril : encore" { remplacer = le("mardi 30 avril 2024", "le trente avril"), attendu = "non_verifiable" }
essai "2 mai" {
  remplacer = le("jeudi 2 mai 2024", "le deux mai"),
  attendu = "anomalie", gravite = "mineure", message = "17 jours de retard, sauf report", preuve = "2 mai 2024",
}
essai "15 juin" { remplacer = le("samedi 15 juin 2024", "le quinze juin"), attendu = "anomalie", gravite = "mineure" }
essai "17 juin" {
  remplacer = le("lundi 17 juin 2024", "le dix-sept juin"), attendu = "anomalie", gravite = "majeure", message = "63 jours de retard",
}
essai "2026, année de renouvellement des communes : 30 avril" {
  remplacer = { { "jeudi 28 mars 2024", "jeudi 30 avril 2026" }, { "deux mille vingt-quatre, le vingt-huit mars à", "deux mille vingt-six, le trente avril à" },
    { "convoqué le 21 mars 2024", "convoqué" }, { "Objet : Budget primitif 2024", "Objet : Budget primitif 2026" } },
  attendu = "conforme", message = "date limite le 30 avril 2026",
}
essai "2020 : année à confirmer" {
  remplacer = { { "jeudi 28 mars 2024", "jeudi 2 juillet 2020" }, { "deux mille vingt-quatre, le vingt-huit mars à", "deux mille vingt, le deux juillet à" },
    { "convoqué le 21 mars 2024", "convoqué" }, { "Objet : Budget primitif 2024", "Objet : Budget primitif 2020" } },
  attendu = "non_verifiable", message = "budget.date_limite",
}
essai "budget de l'année suivante" {
  remplacer = { { "Objet : Budget primitif 2024", "Objet : Budget primitif 2025" } }, attendu = "non_verifiable", message = "ou en dit une autre",
}
essai "budget annexe, avant la date" {
  remplacer = { { "Objet : Budget primitif 2024", "Objet : Budget primitif 2024, budget annexe de l'eau" } }, attendu = "conforme",
}
essai "budget principal et budgets annexes, en retard" {
  remplacer = { { "jeudi 28 mars 2024", "jeudi 2 mai 2024" }, { "le vingt-huit mars à", "le deux mai à" }, { "convoqué le 21 mars 2024", "convoqué" },
    { "Objet : Budget primitif 2024", "Objet : Budget primitif 2024 : budget principal et budgets annexes" } },
  attendu = "non_verifiable", message = "si c'est le budget de la collectivité",
}
essai "ouverture de crédits avant le budget" {
  remplacer = { { "Objet : Budget primitif 2024", "Objet : Ouverture de crédits avant le vote du budget primitif 2024" } }, attendu = "sans_objet",
}
essai "objet illisible" { remplacer = { { "Objet : Budget primitif 2024\n", "" } }, attendu = "non_verifiable", message = "objet" }
essai "autre objet" { document = "cm-reguliere", attendu = "sans_objet" }
local function en_retard(titre)
  return { { "jeudi 28 mars 2024", "jeudi 7 novembre 2024" }, { "le vingt-huit mars à", "le sept novembre à" }, { "convoqué le 21 mars 2024", "convoqué" },
    { "Objet : Budget primitif 2024", "Objet : " .. titre } }
end
for titre in chaque { "Vote du BP 2024", "BP 2024 - budget principal", "Budget 2024", "Vote du budget communal 2024", "Finances - Budget primitif 2024",
  "Vote du budget primitif 2024 et affectation du résultat", "Vote des taux et du budget primitif 2024",
  "Reprise anticipée des résultats 2023 et vote du budget primitif 2024", "Vote du budget primitif 2024 avec reprise anticipée des résultats 2023",
  "Reprise anticipée des résultats 2023 - Vote du BP 2024", "Vote du budget primitif 2024 et tarifs du foyer rural", "Vote du budget primitif 2024 et travaux de la régie" } do
  essai("voté en novembre : " .. titre) { remplacer = en_retard(titre), attendu = "anomalie", gravite = "majeure", message = "206 jours de retard" }
end
for titre in chaque { "Ajustement des autorisations de programme au budget primitif 2024", "Budget primitif 2024 : rectification d'une erreur matérielle",
  "Subventions inscrites au budget primitif 2024", "Régularisation d'une imputation au BP 2024", "Neutralisation des amortissements – budget primitif 2024",
  "Avis sur le budget primitif 2024 de la caisse des écoles", "Présentation du budget primitif 2024 de la communauté de communes", "BP 2024 du CCAS",
  "Budget primitif 2024 – décision modificative n° 2", "Budget participatif 2024", "Reprise anticipée des résultats 2023 avant vote du budget primitif 2024",
  "Reprise anticipée des résultats 2023 lors du vote du budget primitif 2024", "Reprise anticipée des résultats 2023 au budget primitif 2024" } do
  essai("cité en novembre, ou celui d'un autre : " .. titre) { remplacer = en_retard(titre), attendu = "sans_objet" }
end
for titre in chaque { "Crédits du budget primitif 2024", "Budget primitif 2024 de l'office de tourisme", "Budget primitif 2024 de la régie de l'eau", "Vote du budget primitif 2024 - foyer logement", "Budget primitif 2024 - budget annexe de la régie de l'eau", "Budget primitif 2024 - attribution de subventions", "Budget primitif 2024 avec reprise des résultats",
  "Vote du budget primitif 2024 et rectification d'un tarif" } do
  essai("on ne sait si c'est le vote : " .. titre) { remplacer = en_retard(titre), attendu = "non_verifiable" }
end
