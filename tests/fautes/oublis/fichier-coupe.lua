regle {
  id = "fichier-coupe",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    local contre = d.vote.contre
    if contre >