-- SPDX-License-Identifier: EUPL-1.2

-- Ce qui lie deux montants : « HT, soit », « € HT (soit », « hors taxes, soit ». Rien d'autre, et pas un chiffre ; ni juste
-- avant, où il serait la tête d'un nombre coupé (« 3 415, 260 € »).
local CHIFFRES = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" }
local function lies(ht, ttc)
  local mots = entre(ht, ttc)
  return mots and nombre(mots) <= 30 and trouve(mots, "soit") and not porte_un_de(mots, CHIFFRES)
    and not porte_un_de(avant(ht, 4), CHIFFRES)
end

-- Les montants que l'acte donne deux à deux, hors taxes puis toutes taxes.
local function paires(d)
  local avant, trouvees = nil, {}
  for m in chaque(d.montants) do
    if avant and avant.taxe == "HT" and m.taxe == "TTC" and lies(avant, m) then
      ajoute(trouvees, { ht = avant, ttc = m })
    end
    avant = m
  end
  return trouvees
end

regle {
  id      = "montants-coherents",
  version = "1.0.1",
  titre   = "Montants hors taxes et toutes taxes",
  gravite = "mineure",
  resume  = "« X € HT, soit Y € TTC » : Y n'est pas moindre que X, et ne le dépasse pas de plus que le taux normal de la "
    .. "TVA (un euro et un millième d'arrondi sont admis). La règle ne compare que deux montants liés par ce seul mot. "
    .. "C'est une erreur de plume, mais elle engage : le montant du dispositif est celui qui vaut.",
  fondement = { { usage = "arithmétique : taux normal de la TVA, conf/parametres/montants.yaml" } },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    local vues, fautes = paires(d), {}
    if nombre(vues) == 0 then return sans_objet("aucun montant hors taxes suivi de « soit » et de son montant toutes taxes") end
    local taux = parametre("tva.taux_normal", d.seance.date)
    for paire in chaque(vues) do
      local ht, ttc = paire.ht, paire.ttc
      local plein = ht.centimes + (ht.centimes * taux + 99) // 100
      local dit = texte("%s HT, soit %s TTC", euros(ht.centimes), euros(ttc.centimes))
      if ttc.centimes < ht.centimes then
        ajoute(fautes, { sujet = "montants", preuve = { ht, ttc }, message = dit .. " : le montant toutes taxes est le plus petit des deux" })
      elseif ttc.centimes > plein + ht.centimes // 1000 + 100 then
        ajoute(fautes, { sujet = "montants", preuve = { ht, ttc },
          message = texte("%s : avec une TVA de %d %%, ce serait %s TTC au plus, à l'arrondi près", dit, taux, euros(plein)) })
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    return conforme(compte_de(nombre(vues), "paire de montants, rien à relever", "paires de montants, rien à relever"))
  end,
}

local function avec(ht, ttc)
  return { { "au prix de 8 940 € toutes taxes\ncomprises", texte("au prix de %s € HT, soit %s € TTC", ht, ttc) } }
end
essai "TVA à 20 %" { remplacer = avec("7 450", "8 940"), attendu = "conforme", message = "1 paire de montants" }
essai "TTC égal à HT" { remplacer = avec("7 450", "7 450"), attendu = "conforme" }
essai "TTC au-delà de 20 %" {
  remplacer = avec("7 450", "8 949"), attendu = "anomalie", gravite = "mineure",
  message = "7 450 € HT, soit 8 949 € TTC : avec une TVA de 20 %, ce serait 8 940 € TTC au plus, à l'arrondi près", preuve = "8 949",
}
essai "TTC au-delà de 20 %, à l'arrondi près" { remplacer = avec("7 450", "8 948,45"), attendu = "conforme" }
essai "TTC sous HT" {
  remplacer = avec("7 450", "7 449"), attendu = "anomalie", gravite = "mineure", message = "7 450 € HT, soit 7 449 € TTC : le montant toutes taxes est le plus petit des deux",
}
essai "deux montants que rien ne lie" {
  remplacer = { { "au prix de 8 940 € toutes taxes\ncomprises", "au prix de 7 450 € HT, livraison comprise, dont une reprise de 300 € TTC" } },
  attendu = "sans_objet",
}
essai "un nombre coupé" {
  remplacer = { { "au prix de 8 940 € toutes taxes\ncomprises", "au prix de 3 415, 260 € HT, soit 4 098,31 € TTC" } }, attendu = "sans_objet",
}
essai "2013 : un autre taux" {
  remplacer = { { "au prix de 8 940 € toutes taxes\ncomprises", "au prix de 7 450 € HT, soit 8 940 € TTC" },
    { "Séance du 12 octobre 2023", "Séance du 12 octobre 2013" }, { "deux mille vingt-trois, le douze", "deux mille treize, le douze" } },
  attendu = "non_verifiable", message = "tva.taux_normal",
}
essai "un montant seul" { attendu = "sans_objet" }
essai "trente caractères entre les deux montants" {
  remplacer = { { "au prix de 8 940 € toutes taxes\ncomprises", "au prix de 7 450 € HT, soit un montant total de 9 940 € TTC" } },
  attendu = "anomalie", gravite = "mineure",
}
essai "trente et un caractères : rien ne les lie" {
  remplacer = { { "au prix de 8 940 € toutes taxes\ncomprises", "au prix de 7 450 € HT, soit un montant totalde  de 9 940 € TTC" } },
  attendu = "sans_objet",
}
