regle {
  id = "avec-des-champs-facultatifs",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "majeure",
  fondement = { { usage = "pour les essais" } },
  s_applique = function(d) return d:statut("vote") ~= "absent" end,

  controle = function(d)
    local contre = d.vote.contre
    local heure, objet = d:si_lu("seance.heure"), d:si_lu("objet") or ""
    if d:statut("mention_transmission") == "absent" and contre < 0 then
      return anomalie { gravite = "information", message = "mention de transmission manquante" }
    end
    if heure and heure > "23:00" then return sans_objet() end
    if contre > 3 and objet ~= nil then return anomalie("trop de voix contre") end
    if d.seance.date < "2015-03-29" or jours_entre(d.seance.date, "2020-03-24") == 0 then return sans_objet("avant") end
    local seuil
    if contre > 1 then seuil = 1 else seuil = 2 end
    return conforme(texte("%d sur %s", seuil, contre))
  end,
}

essai "aucune" { attendu = "conforme" }
essai "quatre" { attendu = "anomalie", remplacer = { { "Contre : 0", "Contre : 4" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "Contre : 0 ", "" } } }
