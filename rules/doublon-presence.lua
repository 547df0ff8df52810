-- SPDX-License-Identifier: EUPL-1.2

local function borne(elu)
  return elu.depuis ~= "" or elu.jusqua ~= ""
end

-- « Mme VERNAT » et « M. VERNAT » peuvent être deux élus.
local function meme_civilite(a, b)
  return a.civilite == "" or b.civilite == "" or a.civilite == b.civilite
end

local function a_donne_pouvoir(d, elu)
  for p in chaque(d:si_lu("pouvoirs") or {}) do
    if p.mandant.cle == elu.cle then return true end
  end
  return false
end

regle {
  id      = "doublon-presence",
  version = "1.1.0",
  titre   = "Nul n'est à la fois présent et absent",
  gravite = "mineure",
  resume  = "Un élu nommé parmi les présents et parmi les absents, sans heure ni point de l'ordre du jour qui l'explique : "
    .. "l'une des deux listes est à corriger. Ce n'est qu'une anomalie mineure : une liste inexacte est une erreur de "
    .. "plume tant que l'élu n'a compté ni pour le quorum ni dans les voix. Celui qui a aussi donné pouvoir relève de "
    .. "la règle « mandant-absent ».",
  fondement = {
    { usage = "logique : une même personne n'est pas à la fois présente et absente au même vote" },
    { jurisprudence = "CE, 2 février 1983, n° 33648",
      dit = "une liste inexacte des présents est une erreur de plume si l'élu n'a compté ni pour le quorum ni dans les voix" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    if d:statut("absents") == "absent" then return sans_objet("aucune liste d'absents") end
    local presents, fautes, abrege = d.presents, {}, nil
    for absent in chaque(d.absents) do
      local present = contient(presents, absent)
      local peut_etre = not present and par_l_initiale(presents, absent)
      if peut_etre and meme_civilite(absent, peut_etre) then
        abrege = abrege or texte("%s, parmi les absents, et %s, parmi les présents", absent.nom, peut_etre.nom)
      end
      if present and not borne(absent) and not borne(present) and meme_civilite(absent, present)
        and not a_donne_pouvoir(d, absent) then
        ajoute(fautes, { sujet = "elu:" .. absent.cle, preuve = { present, absent },
          message = texte("%s figure parmi les %d présents et parmi les %d absents",
            absent.nom, nombre(presents), nombre(d.absents)) })
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if abrege then return non_verifiable(abrege .. " : peut-être une même personne, dont un nom est en abrégé") end
    return conforme(texte("%s : aucun parmi les %d présents", compte_de(nombre(d.absents), "absent"), nombre(presents)))
  end,
}

essai "quatre absents, dont trois représentés" { attendu = "conforme", message = "4 absents : aucun parmi les 15 présents" }

essai "un absent aussi nommé parmi les présents" {
  remplacer = { { "Absent : M. Hippolyte SARCENAS", "Absents : M. Hippolyte SARCENAS, M. Ferréol GRISOLANGE" } },
  attendu = "anomalie", gravite = "mineure",
  message = "M. Ferréol GRISOLANGE figure parmi les 15 présents et parmi les 5 absents", preuve = "M. Ferréol GRISOLANGE",
}
essai "un absent réduit à son initiale, un présent peut être celui-là" {
  remplacer = { { "Absent : M. Hippolyte SARCENAS", "Absents : M. Hippolyte SARCENAS, M. Ferréol G." } },
  attendu = "non_verifiable", message = "M. Ferréol G., parmi les absents, et M. Ferréol GRISOLANGE, parmi les présents",
}
essai "arrivé en cours de séance" {
  remplacer = {
    { "M. Ferréol GRISOLANGE,\nMme", "M. Ferréol GRISOLANGE (arrivé à 20h15),\nMme" },
    { "Absent : M. Hippolyte SARCENAS", "Absents : M. Hippolyte SARCENAS, M. Ferréol GRISOLANGE" },
  },
  attendu = "non_verifiable", message = "presents",
}
essai "celui qui a donné pouvoir : mandant-absent le dit" {
  remplacer = {
    { "membres présents : 15", "membres présents : 16" },
    { "M. Ferréol GRISOLANGE,\nMme", "M. Ferréol GRISOLANGE, M. Eudes MORTELANGE,\nMme" },
  },
  attendu = "conforme",
}
essai "même nom, autre civilité" {
  remplacer = { { "Absent : M. Hippolyte SARCENAS", "Absents : M. Hippolyte SARCENAS, Mme GRISOLANGE" } },
  attendu = "conforme",
}
essai "liste des présents illisible" {
  remplacer = { { "Étaient présents :", "Membres :" } }, attendu = "non_verifiable", message = "presents",
}
essai "conseil communautaire" {
  document = "cc-reguliere", remplacer = { { "Mme Louise YZEURAIN", "Mme Flavie HÉRIPRÉ" } },
  attendu = "anomalie", gravite = "mineure", message = "Mme Flavie HÉRIPRÉ figure parmi les 18 présents",
}
essai "nommé sans civilité parmi les absents" {
  remplacer = { { "Absent : M. Hippolyte SARCENAS", "Absents : Hippolyte SARCENAS, Ferréol GRISOLANGE" } },
  attendu = "anomalie", gravite = "mineure", message = "Ferréol GRISOLANGE figure parmi les 15 présents",
}
essai "nommé sans civilité parmi les présents" {
  remplacer = { { "M. Ferréol GRISOLANGE,\nMme", "Ferréol GRISOLANGE,\nMme" },
    { "Absent : M. Hippolyte SARCENAS", "Absents : M. Hippolyte SARCENAS, M. Ferréol GRISOLANGE" } },
  attendu = "anomalie", gravite = "mineure", message = "M. Ferréol GRISOLANGE figure parmi les 15 présents",
}
essai "des absents nommés deux fois ne comptent qu'une fois" {
  remplacer = { { "Absent : M. Hippolyte SARCENAS", "Absents (5) : M. Hippolyte SARCENAS, M. Eudes MORTELANGE" } },
  attendu = "non_verifiable", message = "5 absents annoncés mais 4 nommés",
}
