-- SPDX-License-Identifier: EUPL-1.2

local JOURS = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" }

regle {
  id      = "dates-coherentes",
  version = "1.0.0",
  titre   = "Jour de la semaine et date de la séance",
  gravite = "information",
  portee  = "seance",
  resume  = "Le jour de la semaine écrit à côté de la date de la séance est celui de cette date. Une erreur n'est qu'une information : "
    .. "elle invite à relire la date, dont dépendent les autres règles. Les dates de convocation, de transmission et de publication "
    .. "relèvent des règles qui portent ces noms.",
  fondement = { { usage = "calendrier : une date n'a qu'un jour de la semaine ; l'acte doit dire quand l'assemblée s'est réunie" } },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-budget",

  controle = function(d)
    local date = d.seance.date
    local juste, lettres, chiffres, vu = jour_de_semaine(date), date_en_lettres(date), date_en_chiffres(date), nil
    for jour in chaque(JOURS) do
      -- « mardi 12 octobre 2023 » : le passage qui dit ce jour de cette date.
      local p = passage(d, { jour .. " " .. lettres, jour .. " " .. chiffres })
      if p and jour ~= juste then
        return anomalie { sujet = "seance.date", preuve = p,
          message = texte("« %s %s » : le %s est un %s", jour, lettres, lettres, juste) }
      end
      vu = vu or p
    end
    if not vu then return sans_objet("l'acte n'écrit pas le jour de la semaine de la séance") end
    return conforme(texte("%s %s", juste, lettres))
  end,
}

essai "jeudi 28 mars 2024" { attendu = "conforme", message = "jeudi 28 mars 2024" }
essai "le 28 mars 2024 n'était pas un mardi" {
  remplacer = { { "jeudi 28 mars 2024", "mardi 28 mars 2024" } },
  attendu = "anomalie", gravite = "information", message = "« mardi 28 mars 2024 » : le 28 mars 2024 est un jeudi", preuve = "mardi 28 mars",
}
essai "en chiffres" {
  remplacer = { { "jeudi 28 mars 2024", "dimanche 28/03/2024" } },
  attendu = "anomalie", gravite = "information", message = "« dimanche 28 mars 2024 »",
}
essai "sans jour de la semaine" { document = "cm-reguliere", attendu = "sans_objet" }
essai "le jour d'une autre date" {
  remplacer = { { "jeudi 28 mars 2024", "28 mars 2024" }, { "du 8 février 2024", "du mardi 8 février 2024" } }, attendu = "sans_objet",
}
essai "date illisible" {
  remplacer = { { "Séance du jeudi 28 mars 2024", "Séance" }, { "L'an deux mille vingt-quatre, le vingt-huit mars à", "À" } },
  attendu = "non_verifiable", message = "seance.date",
}
