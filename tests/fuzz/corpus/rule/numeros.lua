regle { id = "x", version = "1", titre = "t", gravite = "mineure", fondement = { { usage = "u" } },
 controle = function(d)
return conforme(texte("%d", nombre(numeros(d, "IBAN")) + nombre(numeros(d, "NIR"))) .. jour_de_semaine(d.seance.date))
end }
essai "a" { attendu = "conforme" }
