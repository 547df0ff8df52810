-- SPDX-License-Identifier: EUPL-1.2
-- Ce que plusieurs règles demandent aux mots d'un acte.

-- Le premier passage de l'acte qui porte ces mots (ou une de ces suites de mots), ou nil.
function passage(d, mots)
  return passages(d, mots)[1]
end

-- Un texte d'un seul vote est un acte seul ; un procès-verbal mêle les mentions de plusieurs décisions.
function acte_seul(d)
  return d:statut("vote") == "lu"
end

-- Le même, dans une règle de séance : le texte entier est celui d'un acte seul.
function texte_d_un_acte(d)
  return nombre(d.actes) == 1 and acte_seul(d.actes[1])
end

function plusieurs_votes()
  return non_verifiable("le texte porte plusieurs votes, ou aucun : rien ne dit à laquelle des décisions la mention se rapporte")
end

-- L'objet porte-t-il une de ces suites de mots ? Un objet qui n'est pas lu arrête la règle, sauf si l'acte ne les porte
-- nulle part.
function objet_porte(d, mots)
  if d:statut("objet") ~= "lu" and not passage(d, mots) then return false end
  return porte_un_de(d.objet, mots)
end

-- Un passage porte-t-il un de ces mots ? Rend le premier passage de la liste qui en porte un.
function passage_avec(liste_de_passages, mots)
  for p in chaque(liste_de_passages) do
    if porte_un_de(p, mots) then return p end
  end
  return nil
end
