-- Des constantes et des fonctions du fichier : lues, jamais changées.
local SEUIL <const> = 3
local EXCLUS = { conseil_municipal = true, ["bureau_communautaire"] = true }
local function compte(d) return d.vote.contre end
local trop
trop = function(n) return anomalie { gravite = "mineure", message = texte("%d voix contre", n) } end

regle {
  id = "avec-des-fonctions-communes",
  version = "1.0.0",
  titre = "Peu de voix contre",
  gravite = "majeure",
  fondement = { { usage = "pour les essais" } },

  controle = function(d)
    local contre = compte(d)
    if contre > SEUIL and not EXCLUS[d.organe] then return trop(contre) end
    return conforme(texte("%d voix contre, %s", contre, "peu"))
  end,
}

essai "aucune" { attendu = "conforme" }
essai "quatre" { attendu = "anomalie", remplacer = { { "Contre : 0", "Contre : 4" } } }
essai "illisible" { attendu = "non_verifiable", remplacer = { { "Contre : 0 ", "" } } }
