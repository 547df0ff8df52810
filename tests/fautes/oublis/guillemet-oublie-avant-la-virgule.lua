regle {
  id = "guillemet-oublie-avant-la-virgule",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    local contre = d.vote.contre
    if d.seance.date < "2020-03-24" then
      return anomalie(texte("%d voix contre", contre))
    end
    return conforme(texte("%d voix contre", contre))
  end,
}

essai "aucune" { attendu = "conforme" }
essai "quatre" { attendu = "anomalie", remplacer = { { "Contre : 0, "Contre : 4" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "Contre : 0 ", "" } } }
