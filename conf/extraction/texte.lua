-- SPDX-License-Identifier: EUPL-1.2
-- Filtre de pandoc, pour les configurations qui le nomment encore : de Word et ODT, le texte tel qu'on le lit, sans dessin.
-- « 1er » sans marque d'exposant, mais « 26¹ » ; un tableau ligne par ligne, ses cellules l'une après l'autre, jamais coupées par un cadre.

local function contenu(element) return element.content end

-- « 26 » suivi d'un appel de note n'est pas 261 : un chiffre en exposant ou en indice le reste, une lettre (« 1er ») non.
local function chiffres(signes)
  local function remplacer(mot)
    mot.text = mot.text:gsub("%d", function(c) return signes[tonumber(c) + 1] end)
    return mot
  end
  return function(element) return pandoc.walk_inline(element, { Str = remplacer }).content end
end

local exposant = chiffres({ "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" })
local indice = chiffres({ "₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉" })

-- Une cellule d'un seul paragraphe court se lit avec ses voisines ; une cellule de plusieurs paragraphes est une mise en page.
local function courte(blocs)
  return #blocs == 0 or (#blocs == 1 and (blocs[1].t == "Plain" or blocs[1].t == "Para"))
end

local function ajouter_ligne(sortie, cellules)
  local simples = true
  for _, c in ipairs(cellules) do simples = simples and courte(c.contents) end
  local ligne = pandoc.List()
  for _, c in ipairs(cellules) do
    if not simples then
      sortie:extend(c.contents)
    elseif #c.contents > 0 then
      if #ligne > 0 then ligne:extend({ pandoc.Str("   ") }) end
      ligne:extend(c.contents[1].content)
    end
  end
  if #ligne > 0 then sortie:insert(pandoc.Para(ligne)) end
end

local function tableau(t)
  local sortie = pandoc.List()
  local function lignes(liste)
    for _, l in ipairs(liste) do ajouter_ligne(sortie, l.cells or l[2]) end
  end
  if t.caption and t.caption.long then sortie:extend(t.caption.long) end
  lignes(t.head.rows or t.head[2])
  for _, corps in ipairs(t.bodies) do
    lignes(corps.head)
    lignes(corps.body)
  end
  lignes(t.foot.rows or t.foot[2])
  return sortie
end

return { { Superscript = exposant, Subscript = indice, SmallCaps = contenu, Strong = contenu, Emph = contenu, Underline = contenu,
           Span = contenu, Table = tableau, HorizontalRule = function() return {} end, Image = function() return {} end } }
