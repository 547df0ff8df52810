regle {
  id = "acte-pour-nom-de-parametre",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "majeure",
  fondement = { { usage = "pour les essais" } },

  controle = function(acte)
    local contre <const> = acte.vote.contre
    if not (contre < 4) then return anomalie { message = texte("%d contre", contre), sujet = "vote" } end
    return conforme()
  end,
}

essai "aucune" { attendu = "conforme" }
essai "quatre" { attendu = "anomalie", remplacer = { { "Contre : 0", "Contre : 4" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "Contre : 0 ", "" } } }
