-- SPDX-License-Identifier: EUPL-1.2

-- « L'an deux mille vingt-quatre, le jeudi quatorze mars », « le jeudi quatorze mars deux mille vingt-quatre » : l'année est devant, ou en lettres. Dite
-- plus loin dans la phrase, elle est celle d'une autre date.
local AN = { "l'an %s, le ", "l'an %s le ", "l'an %s et le ", "l'an %s, et le ", "l'an %s, ce ", "l'an %s - le ", "l'an %s, le : ", "l'an %s et le : ", "l'an %s, ", "l'an %s " }
local function annee_devant(p, dit, an)
  for modele in chaque(trouve(p, texte("l'an %s", an)) and AN or {}) do
    if trouve(p, texte(modele, an) .. dit) then return true end
  end
  return false
end

local function annee_a_part(d, jour, jours, annees)
  for quantieme in chaque(jours) do
    local dit = texte("%s %s", jour, quantieme)
    for p in chaque(passages(d, dit)) do
      for an in chaque(annees) do
        if trouve(p, texte("%s %s", dit, an)) or annee_devant(p, dit, an) and not porte_un_de(p, { dit .. " 20", dit .. " deux mil" }) then return p, dit end
      end
    end
  end
  return nil
end

local JOURS = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" }

regle {
  id      = "dates-coherentes",
  version = "1.1.1",
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
    local jours, annees = jour_et_annee(date)
    for jour in chaque(JOURS) do
      -- « mardi 12 octobre 2023 » : le passage qui dit ce jour de cette date.
      local p, dit = passage(d, { jour .. " " .. lettres, jour .. " " .. chiffres }), texte("%s %s", jour, lettres)
      if not p then p, dit = annee_a_part(d, jour, jours, annees) end
      if p and jour ~= juste then
        return anomalie { sujet = "seance.date", preuve = p,
          message = texte("« %s » : le %s est un %s", dit, lettres, juste) }
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
local EN_LETTRES = "L'an deux mille vingt-quatre, le vingt-huit mars à"
for phrase in chaque { "L'an deux mille vingt-quatre, le mardi vingt-huit mars à", "L'an deux mil vingt quatre, le mardi 28 mars à", "Le mardi vingt-huit mars deux mille vingt-quatre à",
  "L'an deux mille vingt-quatre et le mardi 28 mars à", "L'an 2024, le mardi vingt-huit mars à", "L'an deux mille vingt-quatre\nle mardi vingt-huit mars à" } do
  essai("en lettres, l'année à part : " .. phrase) {
    remplacer = { { "Séance du jeudi 28 mars 2024", "Séance du 28 mars 2024" }, { EN_LETTRES, phrase } },
    attendu = "anomalie", gravite = "information", message = "mars » : le 28 mars 2024 est un jeudi",
  }
end
essai "en lettres, et juste" {
  remplacer = { { "Séance du jeudi 28 mars 2024", "Séance du 28 mars 2024" }, { EN_LETTRES, "L'an deux mille vingt-quatre, le jeudi vingt-huit mars à" } },
  attendu = "conforme", message = "jeudi 28 mars 2024",
}
essai "le même quantième d'une autre année" {
  remplacer = { { "Séance du jeudi 28 mars 2024", "Séance du 28 mars 2024" }, { EN_LETTRES, "L'an deux mille vingt-quatre, le vingt-huit mars, après celle du mardi 28 mars 2023, à" } },
  attendu = "sans_objet",
}
for phrase in chaque { "Le bail, signé l'an deux mille vingt-deux le lundi vingt-huit mars, s'achève l'an deux mille vingt-quatre.",
  "Signé le mardi vingt-huit mars l'an passé, il s'achève en l'an deux mille vingt-quatre." } do
  essai("le même quantième, et l'année de la séance plus loin : " .. phrase) {
    remplacer = { { "Séance du jeudi 28 mars 2024", "Séance du 28 mars 2024" }, { "Fait et délibéré", phrase .. "\n\nFait et délibéré" } }, attendu = "sans_objet",
  }
end
essai "sans jour de la semaine" { document = "cm-reguliere", attendu = "sans_objet" }
essai "le jour d'une autre date" {
  remplacer = { { "jeudi 28 mars 2024", "28 mars 2024" }, { "du 8 février 2024", "du mardi 8 février 2024" } }, attendu = "sans_objet",
}
essai "date illisible" {
  remplacer = { { "Séance du jeudi 28 mars 2024", "Séance" }, { "L'an deux mille vingt-quatre, le vingt-huit mars à", "À" } },
  attendu = "non_verifiable", message = "seance.date",
}
