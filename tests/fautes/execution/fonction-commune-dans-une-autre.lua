regle {
  id = "fonction-commune-dans-une-autre",
  version = "1.0.0",
  titre = "Séance de décembre",
  gravite = "mineure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    if d.organe ~= "commission_permanente" then
      return sans_objet("autre organe")
    end
    if porte_la_date(d.visas, d) then
      return anomalie("visée")
    end
    return conforme("non visée")
  end,
}

essai "septembre" { attendu = "conforme" }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "lundi 18 septembre 2023", "" } } }
essai "décembre" { attendu = "anomalie", remplacer = { { "18 septembre 2023", "18 décembre 2023" } } }
