regle {
  id = "avec-une-attente",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "majeure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    local voix = d.vote
    local i = 0
    while i < 3 do i = i + 1 end
    repeat i = i - 1; local fini = i == 0 until fini
    do local bloc = voix.contre; if bloc > 3 then return anomalies { { message = "trop", sujet = "a" }, { message = "encore", sujet = "b", gravite = "mineure" } } end end
    if d.vote.formule == "rejet" then erreur("formule imprévue") end
    return conforme(("peu"))
  end,
}

essai "aucune" { attendu = "conforme" }
essai "quatre" { attendu = "anomalie", remplacer = { { "Contre : 0", "Contre : 4" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "Contre : 0 ", "" } } }
