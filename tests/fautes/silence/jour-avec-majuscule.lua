regle {
  id = "jour-avec-majuscule",
  version = "1.0.0",
  titre = "Séance du dimanche",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    if jour_de_semaine(d.seance.date) == "Dimanche" then
      return anomalie("séance un dimanche")
    end
    return conforme("séance un autre jour")
  end,
}

essai "septembre" { attendu = "conforme" }
essai "décembre" { attendu = "anomalie", remplacer = { { "18 septembre 2023", "18 décembre 2023" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "lundi 18 septembre 2023", "" } } }
