-- SPDX-License-Identifier: EUPL-1.2

-- Ce qui lie deux montants : « HT, soit », « € HT (soit », « hors taxes, soit ». Rien d'autre, et pas un chiffre ; ni juste
-- avant, où il serait la tête d'un nombre coupé (« 3 415, 260 € »).
local CHIFFRES = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" }
local function lies(ht, ttc)
  local mots = entre(ht, ttc)
  return mots and nombre(mots) <= 30 and trouve(mots, "soit") and not porte_un_de(mots, CHIFFRES)
    and not porte_un_de(avant(ht, 4), CHIFFRES)
end

-- Les montants que l'acte donne deux à deux, hors taxes puis toutes taxes ; avec chaque paire, les montants hors taxes qui la précèdent de près.
local PRES = 120
local function paires(d)
  local avant, suite, trouvees = nil, {}, {}
  for m in chaque(d.montants) do
    if avant and avant.taxe == "HT" and m.taxe == "TTC" and lies(avant, m) then
      ajoute(trouvees, { ht = avant, ttc = m, suite = suite })
    end
    local mots = avant and avant.taxe == "HT" and m.taxe == "HT" and entre(avant, m)
    if not mots or nombre(mots) > PRES then suite = {} else ajoute(suite, avant) end
    avant = m
  end
  return trouvees
end

local function plein(ht, taux)
  return ht + (ht * taux + 99) // 100
end

local function au_dela(ht, ttc, taux)
  return ttc > plein(ht, taux) + ht // 1000 + 100
end

-- « travaux : … HT ; honoraires : … HT ; soit un total de … TTC » : le dernier montant hors taxes n'est qu'un de ceux que le total réunit.
local function reunis(paire, taux)
  local somme = paire.ht.centimes
  for m in chaque(paire.suite) do somme = somme + m.centimes end
  return paire.ttc.centimes >= somme and not au_dela(somme, paire.ttc.centimes, taux)
end

-- Ce qui dit que les deux montants n'ont pas la même assiette : l'un par an, par mois ou au mètre carré, l'autre pour toute la durée ou le tout.
local ASSIETTE = { "par an", " annuel", "/an", "l'année", " par mois", "/mois", "mensuel", "trimestr", "semestr", " par jour", "journali", "journée", "deux ans", "trois ans", "quatre ans", "cinq ans", "six ans", "dix ans", "douze ans",
  "quinze ans", "vingt ans", "0 ans", "1 ans", "2 ans", "3 ans", "4 ans", "5 ans", "6 ans", "7 ans", "8 ans", "9 ans", " mois", "sur la durée",
  "pour la durée", "m²", "m2", "mètre", "l'hectare", "à l'unité", "unitaire", "l'unité", "chacun", "par lot", "par habitant", "par élève", "par repas", "par agent", "l'heure", "horaire",
  "la tonne", "par logement", "la pièce", "deux fois", "trois fois", "reconduct" }
local function assiette_douteuse(d, paire)
  for p in chaque(passages(d, "soit")) do
    if dans(paire.ttc, p) and porte_un_de(p, ASSIETTE) then return true end
  end
  return false
end

-- Une somme qui n'est pas lue : peut-être l'une des deux, dans une phrase qui dit « hors taxes » et « soit »…
local HORS_TAXES = { " HT", "hors taxe", "H.T" }
local function somme_non_lue(d)
  for somme in chaque(sommes_omises(d)) do
    for p in chaque(passages(d, somme.texte)) do
      if dans(somme, p) and trouve(p, "soit") and porte_un_de(p, HORS_TAXES) then return somme end
    end
  end
  return nil
end

-- … ou, avant une paire, l'une de celles que le total réunit.
local function non_lue_devant(d, paire)
  for somme in chaque(sommes_omises(d)) do
    local mots = entre(somme, paire.ht)
    if mots and nombre(mots) <= PRES then return somme end
  end
  return nil
end

regle {
  id      = "montants-coherents",
  version = "1.2.0",
  titre   = "Montants hors taxes et toutes taxes",
  gravite = "mineure",
  resume  = "« X € HT, soit Y € TTC » : Y n'est pas moindre que X, et ne le dépasse pas de plus que le taux normal de la "
    .. "TVA (un euro et un millième d'arrondi sont admis). La règle ne compare que deux montants liés par ce seul mot, "
    .. "et n'accuse pas quand l'un est d'un an ou d'un mètre carré, ou que le second réunit plusieurs sommes. "
    .. "C'est une erreur de plume, mais elle engage : le montant du dispositif est celui qui vaut.",
  fondement = { { usage = "arithmétique : taux normal de la TVA, conf/parametres/montants.yaml" } },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    local vues, fautes = paires(d), {}
    local omise = somme_non_lue(d)
    if nombre(vues) == 0 and not omise then return sans_objet("aucun montant hors taxes suivi de « soit » et de son montant toutes taxes") end
    local taux = parametre("tva.taux_normal", d.seance.date)
    local douteuse
    for paire in chaque(vues) do
      local ht, ttc = paire.ht, paire.ttc
      local dit = texte("%s HT, soit %s TTC", euros(ht.centimes), euros(ttc.centimes))
      local moindre = ttc.centimes < ht.centimes
      if moindre or au_dela(ht.centimes, ttc.centimes, taux) and not reunis(paire, taux) then
        local devant = non_lue_devant(d, paire)
        omise = omise or devant
        if devant or nombre(paire.suite) > 0 or assiette_douteuse(d, paire) then
          douteuse = douteuse or dit
        else
          ajoute(fautes, { sujet = "montants", preuve = { ht, ttc }, message = moindre and dit .. " : le montant toutes taxes est le plus petit des deux"
            or texte("%s : avec une TVA de %d %%, ce serait %s TTC au plus, à l'arrondi près", dit, taux, euros(plein(ht.centimes, taux))) })
        end
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if omise then
      return non_verifiable(texte("une somme n'est pas lue (« %s ») : si elle s'accorde avec les autres n'est pas jugé", omise.texte))
    end
    if douteuse then
      return non_verifiable(texte("%s : les deux montants n'ont peut-être pas la même assiette (durée, quantité, total de plusieurs sommes)", douteuse))
    end
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
  remplacer = { { "au prix de 8 940 € toutes taxes\ncomprises", "au prix de 3 415, 260 € HT, soit 4 098,31 € TTC" } }, attendu = "non_verifiable", message = "(« 3 415, 260 € »)",
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
local MONTANT = "au prix de 8 940 € toutes taxes\ncomprises"
for mots in chaque { "au prix annuel de 12 000 € HT, soit 57 600 € TTC sur quatre ans", "au loyer mensuel de 500 € HT soit 7 200 € TTC par an",
  "au prix au mètre carré de 30 € HT, soit 18 000 € TTC pour 500 m²" } do
  essai("deux assiettes : " .. mots) { remplacer = { { MONTANT, mots } }, attendu = "non_verifiable", message = "n'ont peut-être pas la même assiette" }
end
essai "par an des deux côtés, et juste" {
  remplacer = { { MONTANT, "au prix de 12 000 € HT par an, soit 14 400 € TTC par an" } }, attendu = "conforme", message = "1 paire",
}
essai "par an, puis par mois : le second est le plus petit" {
  remplacer = { { MONTANT, "au prix de 12 000 € HT par an, soit 1 200 € TTC par mois" } }, attendu = "non_verifiable", message = "la même assiette",
}
essai "deux sommes réunies, et un total d'un peu moins" {
  remplacer = { { MONTANT, "au prix de la tondeuse (9 000 € HT) et de la remorque (1 000 € HT), soit 9 990 € TTC" } }, attendu = "non_verifiable", message = "la même assiette",
}
for mots in chaque { "au prix de : tondeuse, 120 000 € HT ; remorque, 12 000 € HT ; soit un total de 158 400 € TTC",
  "au prix de la tondeuse (120 000 € HT) et de la remorque (12 000 € HT), soit 158 400 € TTC" } do
  essai("plusieurs sommes réunies : " .. mots) { remplacer = { { MONTANT, mots } }, attendu = "conforme", message = "rien à relever" }
end
essai "plusieurs sommes, et un total qui n'est le leur qu'en partie" {
  remplacer = { { MONTANT, "au prix de : tondeuse, 120 000 € HT ; remorque, 12 000 € HT ; soit 178 400 € TTC" } }, attendu = "non_verifiable", message = "total de plusieurs sommes",
}
essai "« dans » ne dit pas une durée" {
  remplacer = { { MONTANT, "au prix de 7 450 € HT, soit 9 940 € TTC, dans la limite des crédits" } }, attendu = "anomalie", gravite = "mineure",
}
essai "deux paires, dont la seconde ne tient pas" {
  remplacer = { { MONTANT, "au prix de 1 000 € HT, soit 1 200 € TTC, avec une remorque à 500 € HT, soit 700 € TTC" } },
  attendu = "anomalie", gravite = "mineure", message = "500 € HT, soit 700 € TTC",
}
for mots in chaque { "au prix de 7  450 € HT, soit 8 949 € TTC", "au prix de 7 45o € HT, soit 8 949 € TTC", "au prix de 7 450 € HT, soit 8  949 € TTC",
  "au prix de : tondeuse, 12o 000 € HT ; remorque, 12 000 € HT, soit 158 400 € TTC", "au prix de la tondeuse (12o 000 € HT) et de la remorque (12 000 € HT), soit 158 400 € TTC" } do
  essai("une somme qui n'est pas lue : " .. mots) { remplacer = { { MONTANT, mots } }, attendu = "non_verifiable", message = "une somme n'est pas lue («" }
end
essai "une somme qui n'est pas lue, derrière une paire qui ne tient pas" {
  remplacer = { { MONTANT, "au prix de 1 000 € HT, soit 1 900 € TTC, avec une remorque à 5o0 € HT, soit 600 € TTC" } }, attendu = "anomalie", gravite = "mineure",
}
essai "une somme qui n'est pas lue, ailleurs" {
  remplacer = { { MONTANT, "au prix de 7 450 € HT, soit 8 949 € TTC ; la reprise est de 3o0 €" } }, attendu = "anomalie", gravite = "mineure",
}
