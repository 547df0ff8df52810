-- SPDX-License-Identifier: EUPL-1.2
-- Ce que plusieurs règles demandent à une assemblée : sa table de droit daté, qui est présent, qui a pu voter.
--
-- Un compte a deux bornes : la plus basse tient aux seules listes, la plus haute au nombre annoncé ou aux voix décomptées
-- quand ils le dépassent. Une règle n'accuse que si les deux bornes accusent.

local ORGANES = {
  conseil_municipal     = "le conseil municipal",
  conseil_communautaire = "le conseil communautaire",
  bureau_communautaire  = "le bureau communautaire",
  conseil_departemental = "le conseil départemental",
  conseil_regional      = "le conseil régional",
  commission_permanente = "la commission permanente",
  comite_syndical       = "le comité syndical",
}

-- Le nom du paramètre « prefixe.niveau.organe », ou nil quand aucune table ne vaut pour cette assemblée.
function parametre_de(d, prefixe)
  local nom = prefixe .. "." .. d.niveau .. "." .. d.organe
  if parametre_connu(nom) then return nom end
  return nil
end

function hors_table(d, sujet)
  return sans_objet(texte("%s : aucune règle enregistrée pour %s (niveau : %s)",
    sujet, ORGANES[d.organe] or "cet organe", d.niveau))
end

-- Pouvoirs donnés par un élu qui figure aussi parmi les présents : il ne compte qu'une fois.
function pouvoirs_en_double(d)
  local n = 0
  for p in chaque(d.pouvoirs) do
    if contient(d.presents, p.mandant) then n = n + 1 end
  end
  return n
end

-- Les mandataires que la liste des présents ne nomme pas.
function mandataires_hors_liste(d)
  local absents = {}
  for groupe in chaque(regroupe(d.pouvoirs, "mandataire")) do
    if not contient(d.presents, groupe) then ajoute(absents, groupe) end
  end
  return absents
end

-- Élus retirés ou n'ayant pas pris part, que la liste compte parmi les présents, et leurs noms. Chacun compte une fois.
function deports_presents(d)
  local noms, deports = {}, d:si_lu("deports")
  if not deports then return 0, noms end
  for groupe in chaque(regroupe(deports)) do
    if contient(d.presents, groupe) then ajoute(noms, groupe.nom) end
  end
  return nombre(noms), noms
end

-- Pouvoirs qu'une autre règle met en cause : ceux d'un mandataire que la liste des présents ne nomme pas, et ceux qu'un
-- même élu porte en trop.
function pouvoirs_irreguliers(d)
  local n = 0
  for groupe in chaque(regroupe(d.pouvoirs, "mandataire")) do
    local mandants = nombre(regroupe(groupe.elements, "mandant"))
    if d:statut("presents") == "lu" and not contient(d.presents, groupe) then
      n = n + mandants
    elseif mandants > 1 then
      local nom = parametre_de(d, "pouvoirs.maximum")
      local maximum = nom and parametre(nom, d.seance.date) or mandants
      if mandants > maximum then n = n + mandants - maximum end
    end
  end
  return n
end

-- Les bornes du nombre des présents. Le nombre annoncé remplace une liste qui manque, jamais une liste ambiguë : il ne
-- tient pas plus qu'elle.
local function presents_bornes(d)
  local annonces, statut = d:si_lu("presents_annonces"), d:statut("presents")
  if annonces and statut ~= "lu" and statut ~= "ambigu" then return annonces, annonces end
  local bas = nombre(d.presents)
  if annonces and annonces > bas then return bas, annonces end
  return bas, bas
end

-- Le lecteur met à la fin de la liste le président de séance qu'elle ne nomme pas.
local function president_ajoute(d)
  local president = d:si_lu("seance.president")
  if not president or nombre(d.presents) == 0 then return 0 end
  local dernier = d.presents[nombre(d.presents)].nom_seul
  return (trouve(president, dernier) or trouve(dernier, president)) and 1 or 0
end

-- Les bornes du nombre de ceux qui ont pu voter, par eux-mêmes ou par pouvoir. Le président ajouté ne compte qu'à la plus
-- haute : certains actes décomptent les voix sans lui.
function votants(d)
  local bas, haut = presents_bornes(d)
  local pouvoirs = nombre(d.pouvoirs)
  return bas - president_ajoute(d) + pouvoirs - pouvoirs_en_double(d), haut + pouvoirs
end

-- Le quorum : combien sont requis pour n membres en exercice, et jusqu'à combien de membres c élus suffisent.
function seuil_de_quorum(fraction)
  if fraction == "tiers" then
    return function(n) return (n + 2) // 3 end, function(c) return 3 * c end
  end
  if fraction == "deux_tiers" then
    return function(n) return (2 * n + 2) // 3 end, function(c) return 3 * c // 2 end
  end
  if fraction ~= "moitie" then erreur(texte("quorum.fraction : part inconnue (%s)", fraction)) end
  return function(n) return n // 2 + 1 end, function(c) return 2 * c - 1 end
end

-- Les pouvoirs comptent-ils pour le quorum ?
function pouvoirs_comptes(d)
  local qui = parametre(parametre_de(d, "quorum.compte"), d.seance.date)
  if qui ~= "presents" and qui ~= "presents_ou_representes" then
    erreur(texte("quorum.compte : compte inconnu (%s)", qui))
  end
  return qui == "presents_ou_representes"
end

-- Les bornes de ceux qui comptent pour le quorum. Les voix décomptées disent aussi combien d'élus étaient là.
function comptes_pour_le_quorum(d, avec_pouvoirs)
  local bas, haut = presents_bornes(d)
  local total, pouvoirs = plus_grand_total(d), 0
  if avec_pouvoirs then
    pouvoirs = nombre(d.pouvoirs)
    bas, haut = bas + pouvoirs, haut + pouvoirs
    if d:statut("presents") == "lu" then bas = bas - pouvoirs_en_double(d) end
  elseif total then
    local donnes = d:si_lu("pouvoirs")
    total = donnes and total - nombre(donnes)
  end
  if total and total > haut then haut = total end
  return bas, haut
end

-- Le quorum manque-t-il, quel que soit le compte retenu ? Les autres règles laissent alors « quorum » le dire seul.
function quorum_manque(d)
  local fraction = parametre_de(d, "quorum.fraction")
  if not fraction or d:statut("effectif") ~= "lu" then return false end
  local requis = seuil_de_quorum(parametre(fraction, d.seance.date))
  local bas, haut = comptes_pour_le_quorum(d, pouvoirs_comptes(d))
  return haut < requis(d.effectif)
end
