regle { id = "x", version = "1", titre = "t", gravite = "mineure", fondement = { { usage = "u" } },
 controle = function(d)
local v = d.vote if v.pour + v.contre > nombre(d.presents) and v.formule ~= "rejet" then return anomalie { gravite = "information", message = "x" .. v.pour, preuve = { "vote.pour", v } } end return non_verifiable("n")
end }
essai "a" { attendu = "conforme" }
