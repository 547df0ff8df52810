regle {
  id = "appel-final-d-une-fonction-commune",
  version = "1.0.0",
  titre = "Séance de décembre",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    if d.organe ~= "commission_permanente" then
      return sans_objet("autre organe")
    end
    return par_vote(function(v) return "juste", texte("%d voix", v.pour) end)
  end,
}

essai "septembre" { attendu = "conforme" }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "lundi 18 septembre 2023", "" } } }
essai "décembre" { attendu = "anomalie", remplacer = { { "18 septembre 2023", "18 décembre 2023" } } }
