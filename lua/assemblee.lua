-- SPDX-License-Identifier: EUPL-1.2
-- Ce que plusieurs règles demandent à une assemblée : sa table de droit daté, qui est présent, qui a pu voter.
--
-- Un compte a deux bornes : la plus basse tient aux seules listes, la plus haute au nombre annoncé ou aux voix décomptées
-- quand ils le dépassent. Une règle n'accuse que si les deux bornes accusent.

local ORGANES = {
  { mot = "conseil_municipal",     dit = "le conseil municipal",     noms = { "conseil municipal" } },
  { mot = "conseil_communautaire", dit = "le conseil communautaire", noms = { "conseil communautaire", "conseil de communauté", "conseil métropolitain" } },
  { mot = "bureau_communautaire",  dit = "le bureau communautaire",  noms = { "bureau communautaire" } },
  { mot = "conseil_departemental", dit = "le conseil départemental", noms = { "conseil départemental" } },
  { mot = "conseil_regional",      dit = "le conseil régional",      noms = { "conseil régional" } },
  { mot = "commission_permanente", dit = "la commission permanente", noms = { "commission permanente" } },
  { mot = "comite_syndical",       dit = "le comité syndical",       noms = { "comité syndical", "conseil syndical" } },
}
local INCONNU = { dit = "cet organe", noms = {} }
local function organe_de(d)
  for organe in chaque(ORGANES) do
    if organe.mot == d.organe then return organe end
  end
  return INCONNU
end

--- Les noms que les actes donnent à l'organe qui décide : « conseil communautaire », « conseil de communauté ».
--- Exemple : if porte_un_de(d.objet, noms_de_l_organe(d)) then return conforme("l'assemblée est nommée") end
function noms_de_l_organe(d)
  return organe_de(d).noms
end

--- Le nom d'une autre assemblée que celle qui décide, dans ce texte ou dans un texte de cette liste ; ou nil.
--- Exemple : local autre = autre_assemblee(d, d.objet)
function autre_assemblee(d, ou)
  for organe in chaque(ORGANES) do
    for nom in chaque(organe.mot ~= d.organe and organe.noms or {}) do
      if trouve(ou, nom) then return nom end
    end
  end
  return nil
end

local TIERS = { "conseil d'administration", "conseil de surveillance", "conseil de développement", "conseil citoyen", "conseil d'école", "conseil de quartier", "conseil d'exploitation",
  "conseil des maires", "conférence des maires", "conseil économique", "ceser", "assemblée générale", "jury", "associés", "indivisaires", "élèves", "actionnaires", "sociétaires", "adhérents", "parlement", "congrès" }

--- Le nom d'un organe qui vote ou se réunit, et n'est l'assemblée d'aucune collectivité, dans ce texte ; ou nil.
--- Exemple : local tiers = organe_tiers(d.objet)
function organe_tiers(ou)
  for nom in chaque(TIERS) do
    if trouve(ou, nom) then return nom end
  end
  return nil
end

local NIVEAUX = { departement = "département", region = "région", epci = "EPCI" }

--- Le nom du paramètre « prefixe.niveau.organe » de cette assemblée, ou nil quand conf/parametres n'a rien pour elle.
--- Exemple : local nom = parametre_de(d, "pouvoirs.maximum")
function parametre_de(d, prefixe)
  local nom = prefixe .. "." .. d.niveau .. "." .. d.organe
  if parametre_connu(nom) then return nom end
  return nil
end

local function organe_dit(d)
  return texte("%s (niveau : %s)", organe_de(d).dit, NIVEAUX[d.niveau] or d.niveau)
end

--- Le verdict « sans objet » d'une assemblée pour laquelle conf/parametres n'a rien.
--- Exemple : return hors_table(d, "nombre de pouvoirs")
function hors_table(d, sujet)
  return sans_objet(texte("%s : aucune règle enregistrée pour %s", sujet, organe_dit(d)))
end

--- Le même, d'une question qui se pose à toute assemblée : « non vérifiable », pour qu'un acte que les règles ne couvrent
--- pas ne passe pas pour un acte où rien n'est à relever.
--- Exemple : return organe_non_couvert(d)
function organe_non_couvert(d)
  return non_verifiable(texte("aucune règle enregistrée pour %s : ni le quorum, ni les pouvoirs, ni les votes n'y sont jugés", organe_dit(d)))
end

--- Combien de pouvoirs sont donnés par un élu qui figure aussi parmi les présents.
--- Exemple : local n = pouvoirs_en_double(d)
function pouvoirs_en_double(d)
  local n = 0
  for p in chaque(d.pouvoirs) do
    if contient(d.presents, p.mandant) then n = n + 1 end
  end
  return n
end

--- Les mandataires que la liste des présents ne nomme pas.
--- Exemple : for elu in chaque(mandataires_hors_liste(d)) do … end
function mandataires_hors_liste(d)
  local absents = {}
  for groupe in chaque(regroupe(d.pouvoirs, "mandataire")) do
    if not contient(d.presents, groupe) then ajoute(absents, groupe) end
  end
  return absents
end

--- L'élu d'une liste que ce nom, dont l'un des deux est écrit avec une initiale (« Lise K. »), peut désigner ; ou nil.
--- Exemple : local elu = par_l_initiale(d.presents, d.pouvoirs[1].mandant)
function par_l_initiale(liste_d_elus, elu)
  for autre in chaque(liste_d_elus) do
    if nom_abrege(autre.nom_seul, elu.nom_seul) then return autre end
  end
  return nil
end

--- Vrai quand l'acte ne parle d'aucun retrait, et n'a ni vote ni décision, comme une élection : d.deports n'y est pas lu.
--- Exemple : if sans_retrait_ni_vote(d) then return conforme("aucun retrait") end
function sans_retrait_ni_vote(d)
  return d:statut("deports") ~= "lu" and raison(d, "deports") == ""
end

--- Combien d'élus retirés, ou n'ayant pas pris part, figurent parmi les présents ; puis leurs noms.
--- Exemple : local n, noms = deports_presents(d)
function deports_presents(d)
  local noms, deports = {}, d:si_lu("deports")
  if not deports then return 0, noms end
  for groupe in chaque(regroupe(deports)) do
    if contient(d.presents, groupe) then ajoute(noms, groupe.nom) end
  end
  return nombre(noms), noms
end

--- Combien de pouvoirs une autre règle met en cause : mandataire absent de la liste, ou qui en porte trop.
--- Exemple : local n = pouvoirs_irreguliers(d)
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

--- Combien d'élus ont pu voter, par eux-mêmes ou par pouvoir : le plus petit compte, puis le plus grand.
--- Exemple : local bas, haut = votants(d)
function votants(d)
  -- Le président ajouté ne compte qu'au plus grand : certains actes décomptent les voix sans lui.
  local bas, haut = presents_bornes(d)
  local pouvoirs = nombre(d.pouvoirs)
  return bas - president_ajoute(d) + pouvoirs - pouvoirs_en_double(d), haut + pouvoirs
end

--- Pour « moitie », « tiers » ou « deux_tiers » : la fonction qui donne le nombre requis, puis celle qui donne
--- jusqu'à combien de membres un nombre suffit.
--- Exemple : local requis = seuil_de_quorum("moitie") local n = requis(54)
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

--- Vrai quand les pouvoirs comptent pour le quorum de cette assemblée, ce jour-là.
--- Exemple : if pouvoirs_comptes(d) then … end
function pouvoirs_comptes(d)
  local qui = parametre(parametre_de(d, "quorum.compte"), d.seance.date)
  if qui ~= "presents" and qui ~= "presents_ou_representes" then
    erreur(texte("quorum.compte : compte inconnu (%s)", qui))
  end
  return qui == "presents_ou_representes"
end

--- Combien d'élus comptent pour le quorum : le plus petit compte, puis le plus grand.
--- Exemple : local bas, haut = comptes_pour_le_quorum(d, pouvoirs_comptes(d))
function comptes_pour_le_quorum(d, avec_pouvoirs)
  -- Les voix décomptées et les votants annoncés disent aussi combien d'élus étaient là.
  local bas, haut = presents_bornes(d)
  local total, annonces, pouvoirs = plus_grand_total(d), d:si_lu("votants_annonces"), 0
  if annonces and (not total or annonces > total) then total = annonces end
  if avec_pouvoirs then
    pouvoirs = nombre(d.pouvoirs)
    bas, haut = bas + pouvoirs, haut + pouvoirs
    if d:statut("presents") == "lu" then bas = bas - pouvoirs_en_double(d) end
  elseif total then
    local donnes = d:si_lu("pouvoirs")
    if donnes then total = total - nombre(donnes) elseif d:statut("pouvoirs") ~= "absent" then total = nil end
  end
  if total and total > haut then haut = total end
  return bas, haut
end

--- Combien de membres en exercice ni la liste des présents ni celle des absents ne nomment, quand aucun nombre de présents annoncé ne
--- confirme la première : elle n'est peut-être pas entière (deux listes, une par lieu). Des absents qui ne sont pas lus n'en nomment
--- aucun si « absents_non_lus » le veut ; sinon rien ne se compte.
--- Exemple : local oublies = hors_des_listes(d, non)
function hors_des_listes(d, absents_non_lus)
  local effectif, absents = d:si_lu("effectif"), d:si_lu("absents")
  if absents_non_lus and d:statut("absents") == "illisible" then
    absents = {}
  elseif not absents or nombre(absents) == 0 then
    return 0
  end
  if not effectif then return 0 end
  if d:si_lu("presents_annonces") == nombre(d.presents) then return 0 end
  local nommes = nombre(d.presents) + nombre(absents)
  for pouvoir in chaque(d:si_lu("pouvoirs") or {}) do
    if not contient(absents, pouvoir.mandant) and not contient(d.presents, pouvoir.mandant) then nommes = nommes + 1 end
  end
  return effectif > nommes and effectif - nommes or 0
end

--- Les membres en exercice, et d'où vient leur nombre quand l'acte ne le dit pas : « 54 membres en exercice, d'après
--- collectivites/vaugine.yaml ».
--- Exemple : membres_en_exercice(d)
function membres_en_exercice(d)
  local source = source_de_l_effectif()
  return texte("%s en exercice%s", compte_de(d.effectif, "membre"), source and texte(", d'après %s", source) or "")
end

--- Vrai quand le quorum manque, quel que soit le compte retenu : la règle « quorum » le dit, les autres se taisent.
--- Exemple : if quorum_manque(d) then return sans_objet("voir la règle quorum") end
function quorum_manque(d)
  local fraction = parametre_de(d, "quorum.fraction")
  if not fraction or d:statut("effectif") ~= "lu" then return false end
  local requis = seuil_de_quorum(parametre(fraction, d.seance.date))
  local bas, haut = comptes_pour_le_quorum(d, pouvoirs_comptes(d))
  return haut < requis(d.effectif)
end
