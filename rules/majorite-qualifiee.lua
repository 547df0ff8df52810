-- SPDX-License-Identifier: EUPL-1.2

local FRACTIONS = {
  { mots = { "majorité des deux tiers", "majorité des 2/3", "majorité qualifiée des deux tiers", "majorité de deux tiers" },
    num = 2, den = 3, dit = "deux tiers" },
  { mots = { "majorité des trois cinquièmes", "majorité des 3/5", "majorité qualifiée des trois cinquièmes" },
    num = 3, den = 5, dit = "trois cinquièmes" },
}
local ADOPTE = { unanimite = true, majorite = true, adopte = true }
-- La majorité dont la phrase parle peut être celle d'autres assemblées, ou de l'effectif.
local AUTRE_BASE = { "communes", "conseils municipaux", "population", "membres en exercice", "effectif", "présents", "qualifiée requise",
  "copropri", "le bureau statue", "bureau décide", "commission statue", "comité statue", "comité décide" }

-- La fraction que l'acte annonce et sa phrase ; de préférence une phrase qui ne nomme pas un autre organe, sinon cet organe aussi.
local function fraction_exigee(d)
  local fraction, phrase, organe
  for f in chaque(FRACTIONS) do
    for p in chaque(passages(d, f.mots)) do
      -- Celle d'un autre organe, que l'acte raconte ou pour qui la collectivité donne un avis.
      local autre = organe_tiers(p) or autre_assemblee(d, p)
      if not autre then return f, p end
      if not fraction then fraction, phrase, organe = f, p, autre end
    end
  end
  return fraction, phrase, organe
end

regle {
  id      = "majorite-qualifiee",
  version = "1.2.1",
  titre   = "Majorité qualifiée que l'acte lui-même annonce",
  gravite = "mineure",
  resume  = "Quand un acte adopté dit que la majorité des deux tiers, ou des trois cinquièmes, est requise, les voix pour l'atteignent parmi les "
    .. "suffrages exprimés. La règle ne connaît pas les matières qui l'exigent : elle prend l'acte au mot. Elle se tait quand la majorité "
    .. "est celle des membres en exercice, des communes ou d'un autre organe. Mineure : ce qui est requis est à vérifier.",
  fondement = {
    { niveau = "epci", code = "CGCT", article = "L. 5211-10", dit = "deux tiers des suffrages exprimés pour certains nombres de vice-présidents" },
    { usage = "arithmétique : la fraction annoncée par l'acte se compte sur les suffrages exprimés, sauf mention contraire" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cc-reguliere",

  controle = function(d)
    local f, p, autre = fraction_exigee(d)
    if not f then return sans_objet("l'acte ne parle pas de majorité qualifiée") end
    if not acte_seul(d) then return plusieurs_votes(d) end
    if autre then return non_verifiable(texte("majorité des %s : la phrase nomme un autre organe (%s), dont cette majorité est peut-être celle", f.dit, autre)) end
    if porte_un_de(p, AUTRE_BASE) then return non_verifiable(texte("majorité des %s : la phrase ne dit pas de quels suffrages", f.dit)) end
    local v = d.vote
    if not ADOPTE[v.formule] then return sans_objet("l'acte n'est pas dit adopté") end
    local pour, contre = v.pour, v.contre
    if pour + contre == 0 then return non_verifiable("aucun suffrage exprimé n'est décompté") end
    if pour * f.den >= (pour + contre) * f.num then
      return conforme(texte("%d voix pour sur %d exprimées, %s atteints", pour, pour + contre, f.dit))
    end
    return anomalie { sujet = "vote", preuve = { p, v },
      message = texte("%d voix pour sur %d exprimées, mais l'acte annonce la majorité des %s", pour, pour + contre, f.dit) }
  end,
}

local function annonce(mots, vote)
  return { { "Vu la demande de la commune de Langeverne du 9 octobre 2023 ;", "Considérant que ce vote se prend " .. mots .. " ;" }, { "Pour : 20 Contre : 1 Abstention : 1", vote } }
end
essai "la majorité que le règlement adopté donne au bureau" {
  remplacer = annonce("Article 4 : le bureau statue à la majorité des deux tiers", "Pour : 13 Contre : 8 Abstention : 1"),
  attendu = "non_verifiable", message = "ne dit pas de quels suffrages",
}
essai "deux tiers atteints" {
  remplacer = annonce("à la majorité des deux tiers", "Pour : 14 Contre : 7 Abstention : 1"),
  attendu = "conforme", message = "14 voix pour sur 21 exprimées, deux tiers atteints",
}
essai "deux tiers manqués d'une voix" {
  remplacer = annonce("à la majorité des deux tiers", "Pour : 13 Contre : 7 Abstention : 2"),
  attendu = "anomalie", gravite = "mineure", message = "13 voix pour sur 20 exprimées, mais l'acte annonce la majorité des deux tiers",
}
essai "trois cinquièmes atteints" {
  remplacer = annonce("selon la majorité qualifiée des trois cinquièmes", "Pour : 12 Contre : 8 Abstention : 2"), attendu = "conforme",
}
essai "trois cinquièmes manqués" {
  remplacer = annonce("selon la majorité qualifiée des trois cinquièmes", "Pour : 11 Contre : 8 Abstention : 3"),
  attendu = "anomalie", gravite = "mineure", message = "trois cinquièmes",
}
essai "majorité des membres en exercice" {
  remplacer = annonce("à la majorité des deux tiers de ses membres en exercice", "Pour : 13 Contre : 7 Abstention : 2"),
  attendu = "non_verifiable", message = "de quels suffrages",
}
essai "rejetée" {
  remplacer = { { "après en avoir délibéré,", "après en avoir délibéré, la majorité des deux tiers étant requise," },
    { "Pour : 20 Contre : 1 Abstention : 1", "Pour : 11 Contre : 10 Abstention : 1" },
    { "La délibération est adoptée à la majorité.", "La délibération est rejetée." }, { "DÉCIDE d'attribuer", "Il est proposé d'attribuer" } },
  attendu = "sans_objet", message = "n'est pas dit adopté",
}
essai "aucune voix" {
  remplacer = annonce("à la majorité des deux tiers", "Pour : 0 Contre : 0 Abstention : 22"), attendu = "non_verifiable", message = "aucun suffrage",
}
essai "majorité simple" { attendu = "sans_objet" }
for phrase in chaque { "Considérant que le comité syndical se prononce à la majorité des deux tiers, et que la communauté est consultée ;",
  "Considérant que les statuts ont été adoptés par le conseil municipal à la majorité des deux tiers le 3 octobre 2023 ;",
  "Considérant que l'assemblée générale de la société décide à la majorité des deux tiers ;" } do
  essai("la majorité d'un autre organe : " .. phrase) {
    remplacer = { { "Vu la demande de la commune de Langeverne du 9 octobre 2023 ;", phrase }, { "Pour : 20 Contre : 1 Abstention : 1", "Pour : 13 Contre : 7 Abstention : 2" } },
    attendu = "non_verifiable", message = "la phrase nomme un autre organe",
  }
end
essai "la majorité d'un autre organe, atteinte ici : rien n'en est dit" {
  remplacer = annonce("à la majorité des trois cinquièmes du comité syndical", "Pour : 14 Contre : 7 Abstention : 1"),
  attendu = "non_verifiable", message = "un autre organe (comité syndical)",
}
essai "le conseil communautaire est nommé : c'est le sien" {
  remplacer = annonce("à la majorité des deux tiers du conseil communautaire", "Pour : 13 Contre : 7 Abstention : 2"),
  attendu = "anomalie", gravite = "mineure", message = "13 voix pour sur 20 exprimées",
}
essai "un autre organe, puis le sien" {
  remplacer = annonce("à la majorité des deux tiers du comité syndical ;\n\nConsidérant que le présent vote se prend à la majorité des deux tiers", "Pour : 13 Contre : 7 Abstention : 2"),
  attendu = "anomalie", gravite = "mineure", message = "13 voix pour sur 20 exprimées",
}
