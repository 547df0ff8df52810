regle { id = "x", version = "1", titre = "t", gravite = "mineure", fondement = { { usage = "u" } },
 controle = function(d)
local p = passages(d, { "Vu", "délibération" }) for x in chaque(p) do for j in chaque(dates_de(x)) do if j < d.seance.date then return anomalie(j) end end end return conforme(tostring(cite(d.visas, "L. 3211-2")) .. tostring(trouve(d.objet, "association")))
end }
essai "a" { attendu = "conforme" }
