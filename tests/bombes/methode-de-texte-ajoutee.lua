-- CVE-2025-46818 : un texte ne se modifie pas
regle {
  id = "methode-de-texte-ajoutee", version = "1.0.0", titre = "Bombe", gravite = "mineure",
  fondement = { { usage = "pour les tests" } },
  controle = function(d)
    if d.niveau == "region" then return anomalie("une région") end
    if d.niveau == "epci" then return non_verifiable("un EPCI") end
    if d.niveau ~= "commune" then return conforme("un département") end
    ("x").trouve = function() return true end
    return conforme()
  end,
}
essai "departement" { attendu = "conforme" }
essai "region" { document = "cr-pleniere", attendu = "anomalie" }
essai "epci" { document = "cc-reguliere", attendu = "non_verifiable" }
