-- SPDX-License-Identifier: EUPL-1.2
-- « (jusqu'à la délibération n° 4) », « (DEL2023_001 à _002) » à côté de son nom : la présence a des bornes que la liste ne dit pas.
local BORNES = { "jusqu", "à partir d", "à compter d", "délibération n", "délibérations n", "point", "question", "départ", "arriv", "DEL2",
  "pour les " }

-- « Mme A (suppléante de M. B) » siège, et M. B donne pouvoir : un siège, deux voix peut-être.
local SUPPLEE = { "suppléant de", "suppléante de", "suppléant(e) de", "remplaçant", "remplaçante de", "remplaçant de", "suppléant", "suppléante" }
local CIVILITES = { "", "M. ", "Mme ", "Monsieur ", "Madame " }
local COUPEES = { " de§", " de §", " de m§", " remplaçant§", " remplaçant m§", "(remplaçant§", "(remplaçant §" }
local function suppleant_qui_siege(d, mandant)
  local dits, suites = {}, {}
  for mots in chaque(SUPPLEE) do
    for civilite in chaque(CIVILITES) do
      for nom in chaque { mandant.nom, mandant.nom_seul } do ajoute(dits, texte("%s %s%s", mots, civilite, nom)) end
    end
    for signe in chaque { "§ (", "§, ", "§ ", "§ - " } do ajoute(suites, texte("%s%s", signe, mots)) end
  end
  for p in chaque(passages(d, dits)) do
    for n in chaque(nommes_dans(p, d.presents)) do
      -- Ce qui suit un nom finit devant « M. ».
      local suite = texte("§%s§", n.apres)
      if porte_un_de(suite, suites) and (porte_un_de(suite, dits) or porte_un_de(suite, COUPEES)) then return n.elu end
    end
  end
  return nil
end

regle {
  id      = "mandant-absent",
  version = "1.2.0",
  titre   = "Celui qui a donné pouvoir n'est pas présent",
  gravite = "mineure",
  resume  = "Celui qui a donné pouvoir n'est pas aussi nommé parmi les présents. Ce n'est qu'une anomalie mineure : il a pu "
    .. "arriver en cours de séance, et sa présence ne vicie pas le vote de son mandataire (CE, 16 janvier 1987, n° 77055) ; "
    .. "mais il ne doit pas compter deux fois. La règle se tait quand sa présence est bornée dans le temps.",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2121-20",
      dit = "un conseiller empêché d'assister à une séance peut donner à un collègue pouvoir de voter en son nom" },
    { niveau = "epci", code = "CGCT", article = "L. 2121-20", dit = "un conseiller empêché peut donner pouvoir à un collègue" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", code = "CGCT", article = "L. 3121-16",
      dit = "un conseiller départemental empêché d'assister à une réunion peut donner délégation de vote" },
    { niveau = "region", code = "CGCT", article = "L. 4132-15",
      dit = "un conseiller régional empêché d'assister à une réunion peut donner délégation de vote" },
    { jurisprudence = "CE, 16 janvier 1987, n° 77055",
      dit = "le conseiller qui assiste n'a pas à révoquer son pouvoir : le vote de son mandataire n'en est pas vicié" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cp-reguliere",

  controle = function(d)
    if not parametre_de(d, "pouvoirs.maximum") then return hors_table(d, "pouvoirs") end
    local presents, fautes, borne, abrege, supplee = d.presents, {}, nil, nil, nil
    for p in chaque(d.pouvoirs) do
      local present = contient(presents, p.mandant)
      local bornee = present and passage_avec(passages(d, p.mandant.nom_seul), BORNES)
      borne = bornee and p.mandant.nom or borne
      if present and not bornee and present.depuis == "" and present.jusqua == "" then
        ajoute(fautes, { sujet = "elu:" .. p.mandant.cle, preuve = { p, present },
          message = texte("%s a donné pouvoir à %s mais figure parmi les %d présents",
            p.mandant.nom, p.mandataire.nom, nombre(presents)) })
      end
      local suppleant = suppleant_qui_siege(d, p.mandant)
      if suppleant then supplee = supplee or texte("%s siège pour %s, qui donne aussi pouvoir à %s", suppleant.nom, p.mandant.nom, p.mandataire.nom) end
      local peut_etre = not present and par_l_initiale(presents, p.mandant)
      if peut_etre then abrege = abrege or texte("%s a donné pouvoir et peut être %s, parmi les présents", p.mandant.nom, peut_etre.nom) end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if borne then return non_verifiable(texte("%s a donné pouvoir et figure parmi les présents, sans doute pour une partie de la séance", borne)) end
    if supplee then return non_verifiable(supplee .. " : un siège n'a qu'une voix, et un pouvoir ne se donne que si le suppléant ne peut siéger") end
    if abrege then return non_verifiable(abrege .. " : un nom n'est écrit qu'en abrégé") end
    if nombre(d.pouvoirs) == 0 then return conforme("aucun pouvoir") end
    return conforme(compte_de(nombre(d.pouvoirs), "pouvoir, donné par un élu absent", "pouvoirs, tous donnés par des élus absents"))
  end,
}

essai "commission permanente : cinq mandants absents" {
  attendu = "conforme", message = "5 pouvoirs, tous donnés par des élus absents",
}
essai "mandant nommé parmi les présents" {
  remplacer = { { "M. DESMARETZ (pouvoir", "M. ESPARVIER (pouvoir" } },
  attendu = "anomalie", gravite = "mineure",
  message = "M. ESPARVIER a donné pouvoir à Mme SAUVEPLANE mais figure parmi les 24 présents", preuve = "M.  ESPARVIER",
}
essai "deux mandants nommés parmi les présents" {
  document = "cc-reguliere",
  remplacer = { { "M. Joachim VERTOLAYE donne", "M. Ernest OLIVASTRE donne" },
                { "M. Kléber WARNECOURT donne", "M. Denis NOGARÈDE donne" } },
  attendu = "anomalie", gravite = "mineure", message = "M. Denis NOGARÈDE a donné pouvoir à Mme Célestine ESTRABOL",
}
essai "un mandant réduit à son initiale, un présent peut être celui-là" {
  document = "cc-reguliere", remplacer = { { "M. Joachim VERTOLAYE donne", "M. Ernest O. donne" } },
  attendu = "non_verifiable", message = "M. Ernest O. a donné pouvoir et peut être Ernest OLIVASTRE, parmi les présents",
}
essai "un seul pouvoir" { document = "cm-designation", attendu = "conforme", message = "1 pouvoir, donné par un élu absent" }
essai "aucun pouvoir" { document = "cm-delegation", attendu = "conforme", message = "aucun pouvoir" }
essai "arrivé en cours de séance" {
  document = "cm-designation",
  remplacer = {
    { "M. Sixte DORMELLES, Mme Tiphaine", "M. Sixte DORMELLES, M. Zacharie LEMPDERAC (arrivé à 18h40), Mme Tiphaine" },
    { "membres présents : 9", "membres présents : 10" },
  },
  attendu = "non_verifiable", message = "presents",
}
essai "pouvoir donné pour quelques délibérations" {
  document = "cm-designation",
  remplacer = {
    { "M. Sixte DORMELLES, Mme Tiphaine", "M. Sixte DORMELLES, M. Zacharie LEMPDERAC, Mme Tiphaine" }, { "membres présents : 9", "membres présents : 10" },
    { "a donné pouvoir à M. Sixte DORMELLES\n", "a donné pouvoir à M. Sixte DORMELLES (DEL2024_001 à _003)\n" },
  },
  attendu = "non_verifiable",
}
essai "un pouvoir mal formé : la liste n'est pas lue" {
  remplacer = { { "(pouvoir donné à M. JOLIBERT)", "(pouvoir remis en séance à JOLIBERT)" } },
  attendu = "non_verifiable", message = "pouvoirs",
}
essai "conseil régional" { document = "cr-pleniere", attendu = "conforme", message = "3 pouvoirs" }
for mots in chaque { "(suppléante de M. Kléber WARNECOURT)", "(suppléante de Kléber WARNECOURT)", "(remplaçant M. Kléber WARNECOURT)" } do
  essai("la suppléante siège, et le titulaire donne pouvoir : " .. mots) {
    document = "cc-reguliere", remplacer = { { "Henriette JOUVANCY ;", "Henriette JOUVANCY " .. mots .. " ;" } },
    attendu = "non_verifiable", message = "Henriette JOUVANCY siège pour M. Kléber WARNECOURT, qui donne aussi pouvoir",
  }
end
essai "la suppléante d'un absent qui n'a pas donné pouvoir" {
  document = "cc-reguliere", remplacer = { { "Henriette JOUVANCY ;", "Henriette JOUVANCY (suppléante de M. Martial BOURNEZEAU) ;" } }, attendu = "conforme",
}
essai "la suppléante est absente, elle aussi" {
  document = "cc-reguliere", remplacer = { { "Mme Louise YZEURAIN,", "Mme Louise YZEURAIN (suppléante de M. Kléber WARNECOURT)," } }, attendu = "conforme",
}
