-- SPDX-License-Identifier: EUPL-1.2
-- Des mots pour les messages et pour les recherches.

--- Un nombre et son mot : « 1 pouvoir », « 2 pouvoirs ». Le pluriel s'écrit en troisième s'il n'est pas en « s ».
--- Exemple : compte_de(nombre(d.pouvoirs), "pouvoir")
function compte_de(n, singulier, pluriel)
  if n > 1 then return texte("%d %s", n, pluriel or singulier .. "s") end
  return texte("%d %s", n, singulier)
end

--- Ce texte, ou un texte de cette liste, porte-t-il une de ces suites de mots ?
--- Exemple : porte_un_de(d.visas, { "règlement intérieur", "délégation" })
function porte_un_de(ou, mots)
  for mot in chaque(mots) do
    if trouve(ou, mot) then return true end
  end
  return false
end

--- Le plus grand de deux nombres.
--- Exemple : plus_grand(d.vote.pour, d.vote.contre)
function plus_grand(a, b)
  if a < b then return b end
  return a
end

local function trois_chiffres(n)
  return n < 10 and texte("00%d", n) or n < 100 and texte("0%d", n) or texte("%d", n)
end
--- Un nombre entier, comme on l'écrit : « 3 500 ».
--- Exemple : texte("%s habitants", en_milliers(3500))
function en_milliers(n)
  local dit = ""
  while n >= 1000 do
    n, dit = n // 1000, texte(" %s%s", trois_chiffres(n % 1000), dit)
  end
  return texte("%d%s", n, dit)
end
--- Une somme en centimes, comme on l'écrit : « 48 312,07 € ».
--- Exemple : euros(d.montants[1].centimes)
function euros(centimes)
  local reste = centimes % 100
  local apres = reste == 0 and "" or texte(",%s%d", reste < 10 and "0" or "", reste)
  return texte("%s%s €", en_milliers(centimes // 100), apres)
end
