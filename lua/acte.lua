-- SPDX-License-Identifier: EUPL-1.2
-- Ce que plusieurs règles demandent aux mots d'un acte.

--- Le premier passage de l'acte qui porte ces mots, ou une de ces suites de mots ; nil s'il n'y en a pas.
--- Exemple : local p = passage(d, { "scrutin secret", "bulletin secret" })
function passage(d, mots)
  return passages(d, mots)[1]
end

--- Vrai quand le texte porte un seul vote : une mention trouvée dans ses mots est alors la sienne.
--- Exemple : if not acte_seul(d) then return plusieurs_votes(d) end
function acte_seul(d)
  return d:statut("vote") == "lu"
end

--- Le verdict « non vérifiable » d'un texte qui porte plusieurs votes, ou où aucun n'est lu.
--- Exemple : return plusieurs_votes(d)
function plusieurs_votes(d)
  if d:statut("vote") == "ambigu" then
    return non_verifiable("le texte porte plusieurs votes : rien ne dit à laquelle des décisions la mention se rapporte")
  end
  return non_verifiable("aucun vote n'est lu dans le texte : rien ne dit que la mention se rapporte à sa décision")
end

--- L'objet porte-t-il une de ces suites de mots ? Un objet qui n'est pas lu arrête la règle, sauf si l'acte ne les
--- porte nulle part.
--- Exemple : if not objet_porte(d, { "budget primitif" }) then return sans_objet("autre objet") end
function objet_porte(d, mots)
  if d:statut("objet") ~= "lu" and not passage(d, mots) then return false end
  return porte_un_de(d.objet, mots)
end

--- Dans une liste de passages, le premier qui porte un de ces mots, ou nil.
--- Exemple : local p = passage_avec(passages(d, "subvention"), { "accorde", "attribue" })
function passage_avec(liste_de_passages, mots)
  for p in chaque(liste_de_passages) do
    if porte_un_de(p, mots) then return p end
  end
  return nil
end

--- La première somme de cette phrase que l'acte cite et que d.montants n'a pas, ou nil ; la phrase est un passage.
--- Exemple : local omise = somme_omise_dans(d, passages(d, "subvention")[1])
function somme_omise_dans(d, phrase)
  for somme in chaque(sommes_omises(d)) do
    if dans(somme, phrase) then return somme end
  end
  return nil
end

local DIT_EN_SEANCE = { "indique qu", "rappelle qu", "rappelle au", "rappelle l", "expose qu", "expose au", "expose l", "précise qu", "explique", "informe", "fait observer",
  "fait savoir", "fait part", "fait remarquer", "souligne", "donne lecture", "propose d", "propose qu", "propose au", "déclare qu", "ajoute qu", "estime qu", "demande si",
  "demande qu", "répond qu", "prend la parole", "donne la parole", "s'interroge", "maire présente", "maire expose", "président présente", "présidente présente",
  "adjoint présente", "adjointe présente", "rapporteur présente", "rapporteure présente", "un débat s" }

--- Ce texte raconte-t-il un exposé ou un débat (« le maire rappelle que ») ? Un visa que rien ne ferme en a pris avec lui.
--- Exemple : for visa in chaque(d.visas) do if raconte_la_seance(visa) then return non_verifiable("visa à relire") end end
function raconte_la_seance(ou)
  return porte_un_de(ou, DIT_EN_SEANCE)
end
