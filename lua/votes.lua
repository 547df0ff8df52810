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

--- La somme des voix qui sont lues : il y en a eu au moins autant.
--- Exemple : local n = voix_lues(d.vote)
function voix_lues(v)
  local total = 0
  for champ in chaque(VOIX) do total = total + (v:si_lu(champ) or 0) end
  return total
end

--- Le plus grand total des votes de l'acte, ou nil.
--- Exemple : local n = plus_grand_total(d)
function plus_grand_total(d)
  local plus_grand
  for v in chaque(d:si_lu("votes") or {}) do
    if not voix_non_lue(v) then
      local total = voix(v)
      if not plus_grand or total > plus_grand then plus_grand = total end
    end
  end
  return plus_grand
end

--- Juge chaque vote de l'acte avec une fonction juge(v), et réunit les verdicts. juge rend un mot et un message :
--- "majeure", "mineure" ou "information" pour une faute, "doute" pour un vote non vérifiable ("non_lu" quand une voix
--- manque), "juste" quand il n'y a rien à relever, nil quand la règle ne concerne pas ce vote.
--- Exemple : return par_vote(d, function(v) return "juste", texte("%d voix pour", v.pour) end)
function par_vote(d, juge)
  if d:statut("votes") == "absent" then return sans_objet("aucun vote dans l'acte") end
  local fautes, doute, non_lu, justes, dernier, hors = {}, nil, nil, 0, nil, nil
  local plusieurs = nombre(d.votes) > 1
  local rang = 0
  for v in chaque(d.votes) do
    rang = rang + 1
    local genre, message = juge(v)
    local sujet = "vote"
    if plusieurs and message then sujet, message = texte("vote:%d", rang), texte("vote %d : %s", rang, message) end
    if genre == "majeure" or genre == "mineure" or genre == "information" then
      ajoute(fautes, { gravite = genre, message = message, sujet = sujet, preuve = v })
    elseif genre == "doute" then
      doute = doute or message
    elseif genre == "non_lu" then
      non_lu = non_lu or v
    elseif genre == "juste" then
      justes, dernier = justes + 1, message
    else
      hors = hors or message
    end
  end
  if nombre(fautes) > 0 then return anomalies(fautes) end
  if doute then return non_verifiable(doute) end
  if non_lu then voix(non_lu) end
  if justes == 0 then return sans_objet(hors or "aucun vote à juger") end
  if plusieurs then return conforme(compte_de(justes, "vote jugé", "votes jugés") .. ", rien à relever") end
  return conforme(dernier)
end
