regle {
  id = "euros-d-un-montant",
  version = "1.0.0",
  titre = "Séance de décembre",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    local quand = d.seance.date
    for m in chaque(d.montants) do
      if quand > "2023-12-01" then
        return anomalie(texte("%s en décembre", euros(m)))
      end
    end
    return conforme("séance d'un autre mois")
  end,
}

essai "septembre" { attendu = "conforme" }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "lundi 18 septembre 2023", "" } } }
essai "décembre" { attendu = "anomalie", remplacer = { { "18 septembre 2023", "18 décembre 2023" } } }
