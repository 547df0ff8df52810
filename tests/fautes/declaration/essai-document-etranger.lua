regle {
  id = "essai-document-etranger",
  version = "1.0.0",
  titre = "Séance de décembre",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    if mois_de(d.seance.date) == 12 then
      return anomalie("séance de décembre")
    end
    return conforme("séance d'un autre mois")
  end,
}

essai "septembre" { attendu = "conforme" }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "lundi 18 septembre 2023", "" } } }
essai "décembre" { document = "subvention", attendu = "anomalie" }
