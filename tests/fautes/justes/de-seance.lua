regle {
  id = "de-seance",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "majeure",
  fondement = { { usage = "pour les essais" } },
  portee = "seance",

  controle = function(d)
    for acte in chaque(d.actes) do
      if acte.vote.contre > 3 then return anomalie("trop : " .. tostring(acte:si_lu("numero"))) end
    end
    return conforme(texte("%d actes", nombre(d.actes)))
  end,
}

essai "aucune" { attendu = "conforme" }
essai "quatre" { attendu = "anomalie", remplacer = { { "Contre : 0", "Contre : 4" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "Contre : 0 ", "" } } }
