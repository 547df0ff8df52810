regle { id = "x", version = "1", titre = "t", gravite = "mineure", fondement = { { usage = "u" } },
 controle = function(d)
local f = {} for g in chaque(regroupe(d.pouvoirs, "mandataire")) do if g.nombre > 0 then ajoute(f, { message = texte("%s %d", g.nom, g.nombre), sujet = g.cle, preuve = g.elements }) end end return anomalies(f)
end }
essai "a" { attendu = "conforme" }
