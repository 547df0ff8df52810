regle {
  id = "avec-une-boucle-par-rang",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "majeure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    local total, vus = 0, {}
    for i = 1, #d.presents do
      ajoute(vus, d.presents[i].nom)
      total = total + 1
    end
    for i, p in ipairs(d.pouvoirs) do
      if i > 0 and p.mandant.cle ~= p.mandataire.cle then total = total + 1 end
    end
    for _, v in ipairs(d.votes) do
      if v.contre > 3 then return anomalie(texte("%d contre, %d présents, %s", v.contre, total, liste(vus))) end
    end
    return conforme("peu")
  end,
}

essai "aucune" { attendu = "conforme" }
essai "quatre" { attendu = "anomalie", remplacer = { { "Contre : 0", "Contre : 4" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "Contre : 0 ", "" } } }
