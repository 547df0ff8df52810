-- SPDX-License-Identifier: EUPL-1.2

-- Ce qui se cite encore, le nom de son paramètre et ce qui l'a remplacé. « avec » : un mot que le visa doit porter aussi. « puis » : ce qui l'a
-- remplacé quand le paramètre vaut 2.
local TEXTES = {
  { mots = { "code des marchés publics" }, cle = "marches_publics", dit = "le code des marchés publics",
    depuis = "1er avril 2016", par = "l'ordonnance n° 2015-899 et le décret n° 2016-360",
    puis = { depuis = "1er avril 2019", par = "le code de la commande publique" } },
  { mots = { "n° 83-634", "n° 84-53", "loi 83-634", "loi 84-53" }, cle = "fonction_publique", dit = "la loi 83-634 ou 84-53",
    depuis = "1er mars 2022", par = "le code général de la fonction publique" },
  { mots = { "M14", "M 14", "M52", "M 52", "M61", "M 61", "M71", "M 71" }, avec = { "instruction", "nomenclature" },
    cle = "nomenclatures", dit = "une instruction M14, M52, M61 ou M71", depuis = "1er janvier 2024", par = "l'instruction M57" },
  { mots = { "1407/2013" }, cle = "de_minimis", dit = "le règlement (UE) n° 1407/2013", depuis = "1er janvier 2024",
    par = "le règlement (UE) 2023/2831" },
  { mots = { "L. 2311-7", "L.2311-7", "L2311-7", "L. 3312-7", "L.3312-7", "L3312-7", "L. 4311-2", "L.4311-2", "L4311-2" },
    avec = { "collectivités territoriales", "CGCT" }, cle = "subventions_budget", dit = "L. 2311-7, L. 3312-7 ou L. 4311-2 du CGCT",
    depuis = "1er janvier 2026", par = "l'article L. 1612-25 du CGCT" },
}
-- Une citation d'époque est légitime : le marché ou la convention qui vit encore sous l'ancien texte.
local HISTOIRE = { "alors en vigueur", "abrog", "conclu", "notifié", "antérieur", "codifi", "remplac", "jusqu'au", "ancien" }
local CONTRAT = { "avenant", "reconduction", "résiliation" }

-- Un visa que rien ne ferme a pu prendre l'exposé avec lui : ce qu'il vise suit « Vu ».
local VU = { "vu le ", "vu la ", "vu l'", "vu la loi ", "vu l'article ", "vu l'instruction budgétaire et comptable ", "vu le règlement (UE) n° " }
local function vise(visa, mots)
  if not raconte_la_seance(visa) then return porte_un_de(visa, mots) end
  for mot in chaque(mots) do
    for vu in chaque(VU) do
      if trouve(visa, vu .. mot) then return true end
    end
  end
  return false
end

local function visa_perime(d, t)
  for visa in chaque(d.visas) do
    local cite_le_texte = vise(visa, t.mots) and (not t.avec or porte_un_de(visa, t.avec))
    if cite_le_texte and not porte_un_de(visa, HISTOIRE) then return visa end
  end
  return nil
end

regle {
  id      = "reference-perimee",
  version = "1.1.0",
  titre   = "Texte visé qui n'est plus en vigueur",
  gravite = "information",
  resume  = "Un visa cite un texte remplacé au jour de la séance (code des marchés publics, lois de 1983 et 1984 sur la fonction publique, "
    .. "instructions M14 et M52…). Ce n'est qu'une information : un visa erroné n'affecte pas l'acte par lui-même, et un texte "
    .. "ancien peut être cité à bon droit. La règle se tait pour les avenants, qui vivent sous le texte de leur contrat.",
  fondement = {
    { jurisprudence = "CE, 5 avril 2002, n° 221890", dit = "l'erreur ou l'omission d'un visa n'affecte pas par elle-même l'acte" },
    { usage = "table conf/parametres/references.yaml : dates de remplacement, chacune avec sa source" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-budget",

  controle = function(d)
    if d:statut("visas") == "absent" then return sans_objet("l'acte ne vise aucun texte") end
    local fautes, visas = {}, d.visas
    for t in chaque(TEXTES) do
      local visa = visa_perime(d, t)
      local rang = visa and parametre("reference.perimee." .. t.cle, d.seance.date) or 0
      if rang > 0 then
        local remplace = rang > 1 and t.puis or t
        ajoute(fautes, { sujet = "reference:" .. t.cle, preuve = visa,
          message = texte("texte visé : %s ; depuis le %s : %s", t.dit, remplace.depuis, remplace.par) })
      end
    end
    if nombre(fautes) == 0 then return conforme(compte_de(nombre(visas), "visa", "visas") .. ", aucun texte remplacé reconnu") end
    if passage(d, CONTRAT) then return non_verifiable("avenant, reconduction ou résiliation : l'ancien texte peut encore s'appliquer") end
    return anomalies(fautes)
  end,
}

essai "M57" { attendu = "conforme", message = "3 visas, aucun texte remplacé" }
essai "M14 en 2024" {
  remplacer = { { "instruction budgétaire et comptable M57", "instruction budgétaire et comptable M14" } },
  attendu = "anomalie", gravite = "information", message = "depuis le 1er janvier 2024 : l'instruction M57", preuve = "M14",
}
essai "M14 en 2023" {
  remplacer = { { "instruction budgétaire et comptable M57", "instruction budgétaire et comptable M14" },
    { "jeudi 28 mars 2024", "mardi 28 mars 2023" }, { "deux mille vingt-quatre, le vingt-huit mars", "deux mille vingt-trois, le vingt-huit mars" },
    { "convoqué le 21 mars 2024", "convoqué" } },
  attendu = "conforme",
}
essai "loi 84-53" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu la loi n° 84-53 du 26 janvier 1984 ;" } },
  attendu = "anomalie", gravite = "information", message = "code général de la fonction publique",
}
essai "code des marchés publics" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu le code des marchés publics ;" } },
  attendu = "anomalie", gravite = "information", message = "depuis le 1er avril 2019 : le code de la commande publique",
}
local CODE_DES_MARCHES = { "Vu l'instruction budgétaire et comptable M57 ;", "Vu le code des marchés publics ;" }
local function seance_le(jour, mot_du_jour, an, an_en_lettres)
  return { CODE_DES_MARCHES, { "jeudi 28 mars 2024", texte("%s mars %d", jour, an) },
    { "deux mille vingt-quatre, le vingt-huit mars", texte("deux mille %s, le %s mars", an_en_lettres, mot_du_jour) }, { "convoqué le 21 mars 2024", "convoqué" } }
end
essai "code des marchés publics en 2018 : le code de la commande publique n'est pas encore là" {
  remplacer = seance_le("28", "vingt-huit", 2018, "dix-huit"),
  attendu = "anomalie", gravite = "information", message = "depuis le 1er avril 2016 : l'ordonnance n° 2015-899 et le décret n° 2016-360",
}
essai "code des marchés publics la veille du code de la commande publique" {
  remplacer = seance_le("31", "trente et un", 2019, "dix-neuf"), attendu = "anomalie", gravite = "information", message = "l'ordonnance n° 2015-899",
}
essai "code des marchés publics en mars 2016" { remplacer = seance_le("31", "trente et un", 2016, "seize"), attendu = "conforme" }
local DERNIER_VISA = "Vu la délibération du 8 février 2024 prenant acte du débat sur les orientations budgétaires ;"
essai "l'ancien code, dans l'exposé qu'un visa a pris avec lui" {
  remplacer = { { DERNIER_VISA, "Vu l'avis de la commission, Mme le Maire rappelle que le code des marchés publics imposait trois devis." } }, attendu = "conforme",
}
essai "l'ancien code, visé devant l'exposé" {
  remplacer = { { DERNIER_VISA, "Vu le code des marchés publics, Mme le Maire rappelle que trois devis ont été demandés." } },
  attendu = "anomalie", gravite = "information", message = "le code de la commande publique",
}
essai "l'ancien code, dit tel" {
  remplacer = { { CODE_DES_MARCHES[1], "Vu la convention prise en application de l'ancien code des marchés publics ;" } }, attendu = "conforme",
}
essai "code des marchés publics, pour un avenant" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu le code des marchés publics ;\n\nVu le projet d'avenant n° 2 ;" } },
  attendu = "non_verifiable", message = "avenant",
}
essai "code des marchés publics alors en vigueur" {
  remplacer = { { "Vu l'instruction budgétaire et comptable M57 ;", "Vu le code des marchés publics alors en vigueur ;" } }, attendu = "conforme",
}
essai "L. 2311-7 en 2024" { remplacer = { { "L. 2311-1 ;", "L. 2311-7 ;" } }, attendu = "conforme" }
essai "L. 2311-7 en 2026" {
  remplacer = { { "L. 2311-1 ;", "L. 2311-7 ;" }, { "jeudi 28 mars 2024", "samedi 28 mars 2026" },
    { "deux mille vingt-quatre, le vingt-huit mars", "deux mille vingt-six, le vingt-huit mars" }, { "convoqué le 21 mars 2024", "convoqué" } },
  attendu = "anomalie", gravite = "information", message = "l'article L. 1612-25",
}
essai "visas illisibles" { document = "cm-covid", remplacer = { { "Vu le code", "Vule code" }, { "Vu la loi", "Vula loi" } }, attendu = "non_verifiable", message = "visas" }
essai "aucun visa" { document = "cm-covid", remplacer = { { "Vu ", "Au vu ", tous = oui } }, attendu = "sans_objet", message = "ne vise aucun texte" }
