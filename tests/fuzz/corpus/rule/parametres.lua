regle { id = "x", version = "1", titre = "t", gravite = "mineure", fondement = { { usage = "u" } },
 controle = function(d)
return conforme(texte("%s", parametre("quorum.fraction.commune.conseil_municipal", d.seance.date)))
end }
essai "a" { attendu = "conforme" }
