-- SPDX-License-Identifier: EUPL-1.2

local RECOURS = { "tribunal administratif", "voies de recours", "recours contentieux", "recours pour excès de pouvoir" }
local AUTRES_DELAIS = { "délai d'un mois", "délai de 1 mois", "délai de un mois", "délai de trois mois", "délai de 3 mois",
  "délai de quatre mois", "délai de 4 mois", "délai de six mois", "délai de 6 mois", "délai de quinze jours", "délai de 15 jours",
  "délai de trente jours", "délai de 30 jours", "délai d'un an" }
-- Un nombre de mois dit sans le mot « délai » : celui du recours, ou d'autre chose.
local SANS_LE_MOT = { "un mois à compter", "trois mois à compter", "3 mois à compter", "quatre mois à compter", "4 mois à compter", "six mois à compter", "6 mois à compter",
  "sous un mois", "sous 1 mois", "sous trois mois", "sous 3 mois", "sous quatre mois", "sous 4 mois", "dans le mois qui suit", "dans les trois mois", "dans les quatre mois" }
local DU_RECOURS = { "recours contentieux", "recours devant", "voies de recours", "peut être saisi", "recours pour excès" }
-- Un délai qui n'est pas celui du recours : silence gardé, distance, tiers, réponse à un recours gracieux.
local AUTRE_OBJET = { "silence", "réponse", "outre-mer", "étranger", "augment", "prorog", "gracieux", "tiers", "urbanisme", "instruction",
  "a été saisi", "a saisi", "ont saisi", "avait saisi", "a été introduit", "a rejeté", "a annulé", "a jugé", "a statué" }

regle {
  id      = "voies-de-recours",
  version = "1.2.0",
  titre   = "Délai de recours imprimé",
  gravite = "mineure",
  resume  = "Le délai pour contester un acte devant le tribunal administratif est de deux mois. Quand l'acte imprime un délai, c'est celui-là. "
    .. "Un acte qui n'en dit rien n'est pas en cause. Un autre délai imprimé est mineur : il ne change pas l'acte, mais il peut "
    .. "tromper sur les droits de ceux qui le lisent.",
  fondement = {
    { code = "CJA", article = "R. 421-1", dit = "la juridiction est saisie dans les deux mois de la publication ou de la notification" },
    { niveau = "commune", code = "CGCT", article = "L. 2131-6", dit = "le représentant de l'État défère dans les deux mois de la transmission" },
    { niveau = "departement", code = "CGCT", article = "L. 3132-1",
      dit = "le représentant de l'État défère dans les deux mois de la transmission" },
    { niveau = "region", code = "CGCT", article = "L. 4142-1",
      dit = "le représentant de l'État défère dans les deux mois de la transmission" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-budget",

  controle = function(d)
    local phrases = passages(d, RECOURS)
    if nombre(phrases) == 0 then return sans_objet("l'acte n'imprime pas de voie de recours") end
    local mois = parametre("recours.delai_mois", d.seance.date)
    if mois ~= 2 then return non_verifiable(texte("le délai en vigueur est de %d mois : règle à adapter", mois)) end
    local juste = passage_avec(phrases, { "deux mois", "2 mois", "deux (2) mois" })
    for p in chaque(phrases) do
      if porte_un_de(p, AUTRES_DELAIS) and not porte_un_de(p, AUTRE_OBJET) then
        if juste then return non_verifiable("l'acte imprime deux mois et un autre délai : lequel est celui du recours n'est pas sûr") end
        return anomalie { sujet = "recours", preuve = p, message = "le délai de recours imprimé n'est pas de deux mois" }
      end
    end
    if juste then return conforme("délai de deux mois imprimé") end
    local autre = passage_avec(phrases, SANS_LE_MOT)
    if autre and porte_un_de(autre, DU_RECOURS) and not porte_un_de(autre, AUTRE_OBJET) then
      return non_verifiable(texte("un nombre de mois est imprimé auprès du recours, sans qu'il soit sûr que ce soit son délai : « %s »", autre.texte))
    end
    return sans_objet("l'acte n'imprime pas de délai de recours")
  end,
}

essai "deux mois" { attendu = "conforme", message = "délai de deux mois imprimé" }
essai "trois mois" {
  remplacer = { { "dans un délai de deux mois à", "dans un délai de trois mois à" } },
  attendu = "anomalie", gravite = "mineure", message = "n'est pas de deux mois", preuve = "délai de trois mois",
}
essai "un mois" {
  remplacer = { { "dans un délai de deux mois à", "dans un délai d'un mois à" } }, attendu = "anomalie", gravite = "mineure",
}
essai "deux mois ailleurs, trois mois pour le recours" {
  remplacer = { { "dans un délai de deux mois à", "dans un délai de trois mois à" },
    { "Acte rendu exécutoire", "Le tribunal administratif est saisi après deux mois.\n\nActe rendu exécutoire" } },
  attendu = "non_verifiable", message = "deux mois et un autre délai",
}
essai "silence gardé pendant quatre mois" {
  remplacer = { { "dans un délai de deux mois à", "né du silence, dans un délai de quatre mois à" } }, attendu = "sans_objet",
}
essai "ce qu'un tiers a fait devant le tribunal" {
  remplacer = { { "dans un délai de deux mois à\ncompter de sa publication", "" },
    { "Acte rendu exécutoire", "Le tribunal administratif a été saisi par le riverain dans un délai de quatre mois.\n\nActe rendu exécutoire" } },
  attendu = "sans_objet", message = "pas de délai",
}
essai "trois mois, sans le mot délai" {
  remplacer = { { "dans un délai de deux mois à", "sous trois mois à" } }, attendu = "non_verifiable", message = "sans qu'il soit sûr que ce soit son délai",
}
essai "deux mois, sans le mot délai" { remplacer = { { "dans un délai de deux mois à", "sous deux mois à" } }, attendu = "conforme" }
essai "aucun délai" {
  remplacer = { { " dans un délai de deux mois à\ncompter de sa publication", "" } }, attendu = "sans_objet", message = "pas de délai",
}
essai "aucune voie de recours" { document = "cm-reguliere", attendu = "sans_objet" }
essai "un autre délai en vigueur" {
  parametres = { ["recours.delai_mois"] = 3 }, attendu = "non_verifiable", message = "le délai en vigueur est de 3 mois",
}
