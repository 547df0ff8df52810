regle {
  id = "somme-comparee",
  version = "1.0.0",
  titre = "Une grande somme",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    if euros(d.montants[1].centimes) > 10000 then
      return anomalie("plus de 10 000 €")
    end
    return conforme("peu")
  end,
}

essai "septembre" { attendu = "conforme" }
essai "décembre" { attendu = "anomalie", remplacer = { { "18 septembre 2023", "18 décembre 2023" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "lundi 18 septembre 2023", "" } } }
