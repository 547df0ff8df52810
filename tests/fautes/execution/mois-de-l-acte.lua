regle {
  id = "mois-de-l-acte",
  version = "1.0.0",
  titre = "Séance de décembre",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    if mois_de(d) == 12 then
      return anomalie("séance de décembre")
    end
    return conforme("séance d'un autre mois")
  end,
}

essai "septembre" { attendu = "conforme" }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "lundi 18 septembre 2023", "" } } }
essai "décembre" { attendu = "anomalie", remplacer = { { "18 septembre 2023", "18 décembre 2023" } } }
