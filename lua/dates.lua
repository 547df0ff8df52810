-- SPDX-License-Identifier: EUPL-1.2
-- Dates "AAAA-MM-JJ" écrites comme dans les actes.

local MOIS = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
  "septembre", "octobre", "novembre", "décembre" }
local CHIFFRES = { "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12" }

--- L'année d'une date, un nombre.
--- Exemple : annee_de(d.seance.date) == 2023
function annee_de(date)
  local an = 1999 + jours_entre("2000-01-01", date) // 366
  while date >= texte("%d-01-01", an + 1) do an = an + 1 end
  return an
end

-- Jour, mois et année d'une date. Aucun mois n'a moins de 28 jours : le mois cherché n'est jamais après le premier essayé.
local function parties(date)
  local an = annee_de(date)
  local mois = jours_entre(texte("%d-01-01", an), date) // 28 + 1
  if mois > 12 then mois = 12 end
  while date < texte("%d-%s-01", an, CHIFFRES[mois]) do mois = mois - 1 end
  return jours_entre(texte("%d-%s-01", an, CHIFFRES[mois]), date) + 1, mois, an
end

local NOMBRES = { "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  "vingt", "vingt-et-un", "vingt-deux", "vingt-trois", "vingt-quatre", "vingt-cinq", "vingt-six", "vingt-sept", "vingt-huit", "vingt-neuf", "trente", "trente-et-un" }

-- « vingt-quatre » ou « vingt quatre », à la place du %s ; rien au-delà de trente et un.
local function en_lettres(ou, modele, n)
  if not NOMBRES[n] then return end
  ajoute(ou, texte(modele, NOMBRES[n]))
  if n > 20 and n ~= 30 then
    ajoute(ou, texte(modele, texte("%s %s", n > 30 and "trente" or "vingt", n % 10 == 1 and "et un" or NOMBRES[n % 10])))
  end
end

--- Le jour et le mois d'une date, puis son année, de chacune des façons dont un acte les écrit : « 14 mars » ou « quatorze mars », « 2024 » ou « deux mille
--- vingt-quatre ».
--- Exemple : for jour in chaque(jour_et_annee(d.seance.date)) do if trouve(d.objet, jour) then … end end
function jour_et_annee(date)
  local jour, mois, an = parties(date)
  local jours, annees = { texte("%d %s", jour, MOIS[mois]) }, { texte("%d", an) }
  if jour == 1 then jours = { "1er " .. MOIS[mois], "premier " .. MOIS[mois] } else en_lettres(jours, "%s " .. MOIS[mois], jour) end
  for mille in chaque { "deux mille", "deux mil" } do en_lettres(annees, mille .. " %s", an - 2000) end
  return jours, annees
end

--- Le mois d'une date, un nombre de 1 à 12.
--- Exemple : mois_de(d.seance.date) == 7
function mois_de(date)
  local _, mois = parties(date)
  return mois
end

--- Une date comme on l'écrit : « 1er juillet 2021 ».
--- Exemple : date_en_lettres(d.seance.date)
function date_en_lettres(date)
  local jour, mois, an = parties(date)
  return texte("%s %s %d", jour == 1 and "1er" or texte("%d", jour), MOIS[mois], an)
end

--- Une date en chiffres : « 01/07/2021 ».
--- Exemple : date_en_chiffres(d.seance.date)
function date_en_chiffres(date)
  local jour, mois, an = parties(date)
  return texte("%s/%s/%d", jour < 10 and texte("0%d", jour) or texte("%d", jour), CHIFFRES[mois], an)
end

--- Une date comme un identifiant d'acte l'écrit : « 20210701 ».
--- Exemple : trouve(d.identifiant, date_en_huit_chiffres(d.seance.date))
function date_en_huit_chiffres(date)
  local jour, mois, an = parties(date)
  return texte("%d%s%s", an, CHIFFRES[mois], jour < 10 and texte("0%d", jour) or texte("%d", jour))
end

--- Ce texte, ou un texte de cette liste, porte-t-il cette date, en lettres ou en chiffres ?
--- Exemple : porte_la_date(d.visas, "2021-07-01")
function porte_la_date(ou, date)
  local jour, mois, an = parties(date)
  local deux = jour < 10 and texte("0%d", jour) or texte("%d", jour)
  return trouve(ou, date_en_lettres(date))
      or trouve(ou, texte("%s %s %d", deux, MOIS[mois], an))
      or trouve(ou, texte("%d %s %d", jour, MOIS[mois], an))
      or trouve(ou, date_en_chiffres(date))
      or trouve(ou, texte("%s.%s.%d", deux, CHIFFRES[mois], an))
      or trouve(ou, date)
end
