regle { id = "x", version = "1", titre = "t", gravite = "mineure", fondement = { { usage = "u" } },
 controle = function(d)
for p in chaque(d.presents) do if p.nom == "M. X" then return anomalie { message = texte("%s", p), preuve = p } end end return conforme(liste(d.presents))
end }
essai "a" { attendu = "conforme" }
