-- SPDX-License-Identifier: EUPL-1.2

local SOIT = { "HT soit", "HT, soit", "H.T. soit", "H.T., soit", "hors taxes soit", "hors taxes, soit", "HT et", "hors taxes et",
  "HT (soit", "hors taxes (soit", "HT –", "HT -" }

-- Le montant hors taxes et le montant toutes taxes d'une phrase qui n'en porte qu'un de chaque, et aucun autre.
local function paire(d, p)
  local ht, ttc, autres = nil, nil, 0
  for m in chaque(d.montants) do
    if dans(m, p) then
      if m.taxe == "HT" and not ht then ht = m
      elseif m.taxe == "TTC" and not ttc then ttc = m
      else autres = autres + 1 end
    end
  end
  if autres > 0 then return nil end
  return ht, ttc
end

regle {
  id      = "montants-coherents",
  version = "1.0.0",
  titre   = "Montants hors taxes et toutes taxes",
  gravite = "mineure",
  resume  = "« X € HT, soit Y € TTC » : Y n'est pas moindre que X, et ne le dépasse pas de plus d'un cinquième, le taux normal de la "
    .. "TVA (un euro d'arrondi est admis). La règle ne compare que les deux montants d'une phrase qui n'en porte pas d'autre. "
    .. "C'est une erreur de plume, mais elle engage : le montant du dispositif est celui qui vaut.",
  fondement = { { usage = "arithmétique : le taux normal de la TVA est de 20 % depuis le 1er janvier 2014" } },
  validite = { du = "2014-01-01" },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    local phrases, fautes, vues, douteuses = passages(d, SOIT), {}, 0, 0
    if nombre(phrases) == 0 then return sans_objet("aucun montant hors taxes suivi de son montant toutes taxes") end
    for p in chaque(phrases) do
      local ht, ttc = paire(d, p)
      if not ht or not ttc then
        douteuses = douteuses + 1
      else
        vues = vues + 1
        local max = ht.centimes + (ht.centimes + 4) // 5 + 100
        if ttc.centimes < ht.centimes or ttc.centimes > max then
          ajoute(fautes, { sujet = "montants", preuve = { ht, ttc },
            message = texte("%s HT et %s TTC dans la même phrase : de %s à %s attendus, TVA de 20 %% au plus",
              euros(ht.centimes), euros(ttc.centimes), euros(ht.centimes), euros(max)) })
        end
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if vues == 0 then return non_verifiable(compte_de(douteuses, "phrase dont les montants ne se lisent pas deux à deux", "phrases dont les montants ne se lisent pas deux à deux")) end
    return conforme(compte_de(vues, "paire de montants, rien à relever", "paires de montants, rien à relever"))
  end,
}

local function avec(ht, ttc)
  return { { "au prix de 8 940 € toutes taxes\ncomprises", texte("au prix de %s € HT, soit %s € TTC", ht, ttc) } }
end
essai "TVA à 20 %" { remplacer = avec("7 450", "8 940"), attendu = "conforme", message = "1 paire de montants" }
essai "TTC égal à HT" { remplacer = avec("7 450", "7 450"), attendu = "conforme" }
essai "TTC au-delà de 20 %" {
  remplacer = avec("7 450", "8 942"), attendu = "anomalie", gravite = "mineure",
  message = "7 450 € HT et 8 942 € TTC dans la même phrase : de 7 450 € à 8 941 € attendus", preuve = "8 942",
}
essai "TTC au-delà de 20 %, un euro d'arrondi" { remplacer = avec("7 450", "8 941"), attendu = "conforme" }
essai "TTC sous HT" {
  remplacer = avec("7 450", "7 449"), attendu = "anomalie", gravite = "mineure", message = "7 450 € HT et 7 449 € TTC",
}
essai "trois montants dans la phrase" {
  remplacer = avec("7 450", "8 940 € TTC, dont 300"), attendu = "non_verifiable", message = "1 phrase",
}
essai "un montant seul" { attendu = "sans_objet" }
