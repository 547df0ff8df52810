regle {
  id = "avec-des-si-imbriques",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "majeure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    local n = d.vote.contre
    if n == 0 then
      return conforme("aucune")
    elseif n > 3 then
      if d.organe == "commission_permanente" and d.niveau ~= "commune" then
        return anomalie("trop de voix contre pour " .. n)
      else
        return anomalie("trop de voix contre")
      end
    else
      return conforme(texte("%d voix contre, soit moins de 100 %%", n))
    end
  end,
}

essai "aucune" { attendu = "conforme" }
essai "quatre" { attendu = "anomalie", remplacer = { { "Contre : 0", "Contre : 4" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "Contre : 0 ", "" } } }
