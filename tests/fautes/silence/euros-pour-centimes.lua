regle {
  id        = "euros-pour-centimes",
  version   = "1.0.0",
  titre     = "Subvention votée en décembre par la commission permanente",
  gravite   = "information",
  resume    = "Une subvention votée en décembre par la commission permanente est signalée au service des finances.",
  fondement = {
    { usage = "note du service des finances sur les engagements de fin d'exercice" },
  },
  exemple   = "cp-reguliere",

  controle = function(d)
    if d.organe ~= "commission_permanente" then
      return sans_objet("ce n'est pas une commission permanente")
    end
    if mois_de(d.seance.date) ~= 12 then
      return conforme("la séance n'est pas en décembre")
    end
    for p in chaque(passages(d, "subvention")) do
      if trouve(p, "attribuer") then
        for m in chaque(d.montants) do
          if dans(m, p) and m.centimes >= 10000 then
            return anomalie {
              message = texte("subvention de %s votée en décembre", euros(m.centimes)),
              preuve  = { "seance.date", p },
            }
          end
        end
      end
    end
    return conforme("pas de subvention")
  end,
}

essai "18 500 € en décembre" {
  remplacer = { { "lundi 18 septembre 2023", "lundi 18 décembre 2023" } },
  attendu = "anomalie", gravite = "information", message = "18 500 €",
}
essai "en septembre" { attendu = "conforme" }
essai "sans subvention" {
  remplacer = { { "lundi 18 septembre 2023", "lundi 18 décembre 2023" }, { "une subvention de fonctionnement", "une aide" } },
  attendu = "conforme",
}
essai "date effacée" {
  remplacer = { { "lundi 18 septembre 2023", "" } },
  attendu = "non_verifiable",
}
