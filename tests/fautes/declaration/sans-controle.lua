regle {
  id = "sans-controle",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },
}
