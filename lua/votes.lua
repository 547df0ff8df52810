-- SPDX-License-Identifier: EUPL-1.2
-- Les votes d'un acte, jugés un à un. Une faute prouvée sur un vote tient même si un autre n'a pu être lu.

local VOIX = { "pour", "contre", "abstentions" }

--- Laquelle des voix d'un vote (pour, contre, abstentions) n'est pas lue, ou nil.
--- Exemple : local champ = voix_non_lue(d.vote)
function voix_non_lue(v)
  for champ in chaque(VOIX) do
    if v:statut(champ) ~= "lu" then return champ end
  end
  return nil
end

--- Ce que voix_non_lue dit, sauf d'une voix dont le décompte ne dit rien quand celles qu'il dit font tous les présents et représentés : elle
--- est nulle.
--- Exemple : local champ = voix_manquante(d, d.vote)
function voix_manquante(d, v)
  local manque = voix_non_lue(v)
  if not manque or v:statut("pour") ~= "lu" then return manque end
  for champ in chaque(VOIX) do
    if v:statut(champ) ~= "lu" and v:statut(champ) ~= "absent" then return manque end
  end
  if d:statut("presents") ~= "lu" or d:statut("pouvoirs") ~= "lu" then return manque end
  local mini, maxi = votants(d)
  if mini == maxi and voix_lues(v) == maxi then return nil end
  return manque
end

--- Vrai quand rien n'est décompté : « adopté à l'unanimité », sans un chiffre.
--- Exemple : if sans_decompte(d.vote) then return sans_objet("aucun décompte") end
function sans_decompte(v)
  for champ in chaque(VOIX) do
    if v:statut(champ) ~= "absent" then return false end
  end
  return true
end

--- Les voix d'un vote : le total, puis pour, contre, abstentions. Une voix qui n'est pas lue arrête la règle.
--- Exemple : local total, pour, contre, abstentions = voix(d.vote)
function voix(v)
  local pour, contre, abstentions = v.pour, v.contre, v.abstentions
  return pour + contre + abstentions, pour, contre, abstentions
end

--- Vrai des voix d'un candidat (« a obtenu 9 voix ») : elles ne sont ni pour ni contre une délibération, et d'autres votants en ont choisi un autre, ou aucun.
--- Exemple : if voix_d_un_candidat(d, d.vote) then return sans_objet("une élection") end
function voix_d_un_candidat(d, v)
  if trouve(raison(v, "formule"), "voix d'une élection") then return true end
  local pour = v:si_lu("pour")
  if not pour or v:si_lu("contre") or v:si_lu("abstentions") then return false end
  local dits = {}
  for verbe in chaque { "obtenu", "obtient", "obtiennent", "recueilli", "recueille", "recueillent" } do
    for quoi in chaque { "voix", "suffrage" } do ajoute(dits, texte("%s %d %s", verbe, pour, quoi)) end
  end
  return passage(d, dits) ~= nil
end

--- La somme des voix qui sont lues : il y en a eu au moins autant.
--- Exemple : local n = voix_lues(d.vote)
function voix_lues(v)
  local total = 0
  for champ in chaque(VOIX) do total = total + (v:si_lu(champ) or 0) end
  return total
end

--- Le résultat que l'acte annonce sans décompte, quand ce vote-ci, le seul autre, est un décompte sans résultat ; ou nil. Ce sont peut-être les deux moitiés d'un vote.
--- Exemple : for v in chaque(d.votes) do if resultat_d_a_cote(d, v) == "rejet" then return non_verifiable("décompte à relire") end end
function resultat_d_a_cote(d, v)
  if v:statut("formule") == "lu" or v:statut("pour") ~= "lu" or nombre(d.votes) ~= 2 then return nil end
  for autre in chaque(d.votes) do
    if autre:statut("formule") == "lu" and autre:statut("pour") ~= "lu" then return autre.formule end
  end
  return nil
end

local OPPOSE_A = { "voix contre la", "voix contre le", "voix contre les", "voix contre l'", "voix contre un", "voix contre une",
  "voix contre cette", "voix contre ce", "voix contre ces", "votes contre la", "votes contre le", "votes contre les", "votes contre l'" }
local PROPOSE = { "contre la proposition", "contre la délibération", "contre le projet de délibération", "contre la motion", "contre le vœu",
  "contre le rapport", "contre l'amendement", "contre cette proposition", "contre cette motion", "contre cette délibération",
  "contre l'adoption", "contre la présente" }

--- Le passage où « contre » dit à quoi l'on s'oppose (« 10 voix contre la fermeture »), ou nil : il ne compte pas les voix contre ce qui
--- est mis au vote.
--- Exemple : if contre_autre_chose(d) then return non_verifiable("décompte à relire") end
function contre_autre_chose(d)
  for p in chaque(passages(d, OPPOSE_A)) do
    if not porte_un_de(p, PROPOSE) then return p end
  end
  return nil
end

-- Ce qui rappelle le droit, et ne dit pas ce que l'assemblée a fait : « sauf si le conseil décide à l'unanimité de ne pas y procéder ».
local RAPPEL = { "peut décider", "peuvent décider", "peut, à l'unanimité", "sauf si", "sauf lorsque", "sauf à ce que", "à moins que", "dispose que",
  "disposant que", "prévoit que", "prévoyant que", "aux termes de", "si le conseil", "si l'assemblée", "si une seule", "si un seul", "si elle est",
  "lorsqu'une seule", "lorsqu'un seul", "dans le cas où", "si une disposition", "lorsqu'il y a lieu", "doit décider" }

--- Cette phrase rappelle-t-elle le droit du scrutin, plutôt que de dire ce que l'assemblée a fait ?
--- Exemple : for p in chaque(passages(d, "scrutin secret")) do if not rappelle_le_droit(p) then return nil end end
function rappelle_le_droit(phrase)
  return porte_un_de(phrase, RAPPEL)
end

local SECRET = { "scrutin secret", "scrutins secrets", "vote secret", "votes secrets", "voter secrètement", "bulletin secret", "bulletins secrets",
  "bulletins blancs", "bulletins nuls", "nombre de bulletins", "bulletins dépouillés", "dans l'urne", "dépouillement" }
local SANS = { "ne pas", "n'y a pas lieu", "n'est pas procédé", "n'est pas voté", "n'est pas recouru", "n'est pas nécessaire", "n'est pas requis", "n'est pas demandé",
  "n'a pas été procédé", "n'a pas été recouru", "n'a pas recouru", "n'a pas demandé", "n'ont pas demandé", "n'a demandé", "n'est demandé",
  "ne recourt pas", "ne procède pas", "ne vote pas", "sans recourir", "sans recours", "sans procéder", "sans scrutin", "sans vote",
  "renonc", "déroge", "plutôt", "et non", "main levée", "scrutin public" }

local function phrase_du_secret(d, ecarte)
  for p in chaque(passages(d, SECRET)) do
    if not rappelle_le_droit(p) and porte_un_de(p, SANS) == ecarte then return p end
  end
  return nil
end

--- La phrase qui dit qu'il est voté au scrutin secret, ou nil.
--- Exemple : if scrutin_secret_dit(d) then return conforme("scrutin secret mentionné") end
function scrutin_secret_dit(d)
  return phrase_du_secret(d, false)
end

--- La phrase qui parle du scrutin secret pour dire qu'il n'y est pas recouru, ou nil.
--- Exemple : local p = scrutin_secret_ecarte(d)
function scrutin_secret_ecarte(d)
  return phrase_du_secret(d, true)
end

-- Le plus grand de ce que compte(v) dit des votes de l'acte, ou nil ; elle rend nil d'un vote qui n'en est pas.
local function plus_grand_des_votes(d, compte)
  local plus
  for v in chaque(d:si_lu("votes") or {}) do
    local n = compte(v)
    if n then plus = plus_grand(plus or n, n) end
  end
  return plus
end

--- Le plus grand total des votes de l'acte dont les voix pour sont lues, ou nil ; il y en a eu au moins autant.
--- Exemple : local n = plus_grand_total(d)
function plus_grand_total(d)
  return plus_grand_des_votes(d, function(v)
    if not v:si_lu("pour") then return nil end
    return voix_lues(v)
  end)
end

-- Lire un champ non lu arrête la règle, et dit pourquoi.
local function arrete(v, champ)
  if champ == "formule" then return v.formule end
  return voix(v)
end

local function a_la_suite(phrases)
  local dit = phrases[1]
  for rang, phrase in ipairs(phrases) do
    if rang > 1 then dit = texte("%s ; %s", dit, phrase) end
  end
  return dit
end

-- « vote 3 », « votes 1, 2 et 5 », « votes 1 à 13, 15 et 17 »
local function votes_dits(rangs)
  local dits, debut, fin = {}, rangs[1], rangs[1]
  local function ferme()
    if fin > debut + 1 then return ajoute(dits, texte("%d à %d", debut, fin)) end
    ajoute(dits, texte("%d", debut))
    if fin > debut then ajoute(dits, texte("%d", fin)) end
  end
  for i, rang in ipairs(rangs) do
    if i > 1 and rang > fin + 1 then
      ferme()
      debut = rang
    end
    fin = rang
  end
  ferme()
  if nombre(dits) > 8 then return texte("%d votes, du %d au %d", nombre(rangs), rangs[1], fin) end
  return texte("%s %s", nombre(rangs) > 1 and "votes" or "vote", liste(dits))
end

-- Un même manque (« le décompte ne dit rien de « contre » ») se dit une fois, de tous ses votes.
local function note_lacune(lacunes, champ, dit, rang)
  for lacune in chaque(lacunes) do
    if lacune.dit == dit and lacune.champ == champ then return ajoute(lacune.rangs, rang) end
  end
  ajoute(lacunes, { champ = champ, dit = dit, rangs = { rang } })
end

local NOMS = { pour = "Pour", contre = "Contre", abstentions = "Abstentions", formule = "Formule du résultat" }
local function lacune_dite(lacune)
  local votes = votes_dits(lacune.rangs)
  if not lacune.champ then return texte("%s : %s", votes, lacune.dit) end
  local dit = lacune.dit == "" and "passage non compris" or lacune.dit
  return texte("%s (%s) : %s", NOMS[lacune.champ], votes, dit)
end

local function autres_juges(justes)
  if justes == 0 then return "" end
  return texte(" ; %s, rien à relever", compte_de(justes, "autre vote jugé", "autres votes jugés"))
end

local ELECTION = { "est élu", "est élue", "sont élus", "sont élues", "proclamé", "a obtenu", "ont obtenu", "ayant obtenu", "suffrages obtenus", "élit " }

--- Juge chaque vote de l'acte avec une fonction juge(v), et réunit les verdicts. juge rend un mot et un message :
--- "majeure", "mineure" ou "information" pour une faute, "doute" pour un vote non vérifiable ("non_lu" et le nom du champ
--- quand une voix, ou la formule, manque), "juste" quand il n'y a rien à relever, nil quand la règle ne concerne pas ce vote.
--- Exemple : return par_vote(d, function(v) return "juste", texte("%d voix pour", v.pour) end)
function par_vote(d, juge)
  if d:statut("votes") == "absent" then
    return sans_objet(passage(d, ELECTION) and "ni vote pour ou contre dans l'acte, ni décompte : une élection y est dite, dont les voix ne sont pas jugées" or "aucun vote dans l'acte")
  end
  local fautes, lacunes, justes, dernier, hors = {}, {}, 0, nil, nil
  local plusieurs = nombre(d.votes) > 1
  local rang = 0
  for v in chaque(d.votes) do
    rang = rang + 1
    local genre, message = juge(v)
    local champ
    if genre == "non_lu" then
      if not plusieurs then arrete(v, message) end
      genre, champ, message = "doute", message, raison(v, message)
    end
    local sujet, seul = "vote", message
    if plusieurs and message then sujet, message = texte("vote:%d", rang), texte("vote %d : %s", rang, message) end
    if genre == "majeure" or genre == "mineure" or genre == "information" then
      ajoute(fautes, { gravite = genre, message = message, sujet = sujet, preuve = v })
    elseif genre == "doute" then
      note_lacune(lacunes, champ, seul, rang)
    elseif genre == "juste" then
      justes, dernier = justes + 1, message
    else
      hors = hors or message
    end
  end
  if nombre(fautes) > 0 then return anomalies(fautes) end
  if nombre(lacunes) > 0 and not plusieurs then return non_verifiable(lacunes[1].dit) end
  if nombre(lacunes) > 0 then
    local dits = {}
    for lacune in chaque(lacunes) do ajoute(dits, lacune_dite(lacune)) end
    return non_verifiable(a_la_suite(dits) .. autres_juges(justes))
  end
  if justes == 0 then return sans_objet(hors or "aucun vote à juger") end
  if plusieurs then return conforme(compte_de(justes, "vote jugé", "votes jugés") .. ", rien à relever") end
  return conforme(dernier)
end

local function une_voix_obscure(v)
  for champ in chaque(VOIX) do
    if v:statut(champ) ~= "lu" and v:statut(champ) ~= "absent" then return true end
  end
  return false
end

--- Combien ont pris part au vote de l'acte qui compte le plus de voix, ou s'en sont tenus à part ; nil quand aucun n'en compte. Une abstention que l'acte ne
--- dit pas n'y est pas ; un décompte dont une voix n'est pas lue, ou les voix d'un candidat, n'en disent rien.
--- Exemple : local n = participants_comptes(d)
function participants_comptes(d)
  return plus_grand_des_votes(d, function(v)
    if not v:si_lu("pour") or voix_d_un_candidat(d, v) or une_voix_obscure(v) then return nil end
    return voix_lues(v) + (v:si_lu("ne_prennent_pas_part") or 0)
  end)
end
