-- SPDX-License-Identifier: EUPL-1.2
-- Des mots pour les messages et pour les recherches.

-- « 1 pouvoir », « 2 pouvoirs ».
function compte_de(n, singulier, pluriel)
  if n > 1 then return texte("%d %s", n, pluriel or singulier .. "s") end
  return texte("%d %s", n, singulier)
end

-- Ce texte, ou cette liste de textes, porte-t-il une de ces suites de mots ?
function porte_un_de(ou, mots)
  for mot in chaque(mots) do
    if trouve(ou, mot) then return true end
  end
  return false
end
