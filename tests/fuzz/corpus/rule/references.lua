regle { id = "x", version = "1", titre = "t", gravite = "mineure", fondement = { { usage = "u" } },
 controle = function(d)
for e in chaque(d.references) do local r = reference(e) if r.genre == "code" then return conforme(tostring(r.article) .. tostring(r.cle)) end end return sans_objet()
end }
essai "a" { attendu = "conforme" }
