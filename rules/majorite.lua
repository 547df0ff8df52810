-- SPDX-License-Identifier: EUPL-1.2

-- « La voix de M. le maire étant prépondérante » ; un critère prépondérant, des élèves que l'on départage ne sont pas une voix. D'un rappel du droit,
-- ou en d'autres mots, c'est un doute.
local DEPARTAGE = { "maire départage", "maire a départagé", "maire départageant", "président départage", "présidente départage", "président a départagé", "présidente a départagé",
  "président départageant", "présidente départageant" }
local AUTRES_MOTS = { "l'emporte", "compte double", "comptant double", "voix double", "tranche", "départag" }
local NIEE = { "n'est pas", "n'a pas", "n'étant pas", "ne départage", "sans voix" }

local function voix_qui_departage(d)
  local peut_etre
  for p in chaque(passages(d, { "prépondérante", "départag", "voix" })) do
    local sure = porte_un_de(p, DEPARTAGE) or (trouve(p, "voix") and trouve(p, "prépondérante"))
    local autre = porte_un_de(p, { "voix", "les votes" }) and porte_un_de(p, AUTRES_MOTS)
    if (sure or autre) and not porte_un_de(p, NIEE) then
      if sure and not rappelle_le_droit(p) and not porte_un_de(p, { "article", "en cas de" }) then return p, true end
      peut_etre = peut_etre or p
    end
  end
  return peut_etre, false
end

-- Le compte est arrêté sauf majorité de voix contre : un partage l'adopte.
local function partage(d, v, pour, adoptee, dite)
  local compte = objet_vote(d, "compte")
  if compte == "doute" then return "doute", texte("partage %d à %d, et l'objet est peut-être le vote d'un compte", pour, pour) end
  if compte == "peut_etre" then return "doute", texte("partage %d à %d, et l'objet vote un compte et autre chose", pour, pour) end
  if compte == "revient" then return "doute", texte("partage %d à %d, et l'objet revient sur le vote d'un compte", pour, pour) end
  if compte == "oui" then
    if adoptee then
      return "juste", texte("partage %d à %d : le compte est adopté, faute de majorité contre", pour, pour)
    end
    return "doute", texte("partage %d à %d, compte rejeté : faute de majorité contre, il est adopté (L. 1612-12)",
      pour, pour)
  end
  if not adoptee then return "juste", texte("rejetée, partage %d à %d", pour, pour) end
  local mention, sure = voix_qui_departage(d)
  if trouve(v:si_lu("formule_texte") or "", "prépondérante") or (sure and acte_seul(d)) then
    return "juste", texte("partage %d à %d, voix prépondérante mentionnée", pour, pour)
  end
  if mention then
    return "doute", texte("partage %d à %d, et la voix qui départage est mentionnée, sans qu'il soit sûr que ce soit pour ce vote", pour, pour)
  end
  local qui = parametre(parametre_de(d, "partage.voix_preponderante"), d.seance.date)
  if qui ~= "president" and qui ~= "reglement_interieur" then
    erreur(texte("partage.voix_preponderante : mot inconnu (%s)", qui))
  end
  if qui == "reglement_interieur" then
    return "mineure",
      texte("partage %d à %d, mais %s : la loi ne dit pas qui départage, voir le règlement intérieur", pour, pour, dite)
  end
  return "mineure", texte("partage %d à %d, mais %s : la voix prépondérante du président n'est pas mentionnée",
    pour, pour, dite)
end

local REJET = { "rejet", "n'adopte pas", "n'approuve pas", "n'est pas adopt", "n'est pas approuv", "refus", "repouss" }
local ADOPTION = { { "adopt", "adoptée" }, { "approuv", "approuvée" }, { "accept", "acceptée" }, { "valid", "validée" } }

local function adoption_dite(mots)
  for adoption in chaque(ADOPTION) do
    if trouve(mots, adoption[1]) then return adoption[2] end
  end
  return nil
end

-- Le verbe de la décision, tel que l'acte l'écrit, là où il ne dit pas « adoptée ».
local DECISIONS = { "vote favorable", "avis favorable", "décide", "autorise", "arrête", "attribue", "fixe", "institue", "désigne", "retient", "accord", "délibère", "vote" }
local function decision_dite(mots)
  for verbe in chaque(DECISIONS) do
    if trouve(mots, verbe) then return texte("l'acte dit « %s »", verbe) end
  end
  return "l'acte énonce une décision"
end

-- « pour », « contre », ou nil quand l'acte ne dit que « à la majorité », qui peut être celle des voix contre ; puis le résultat tel que l'acte le dit.
local ANNONCES = { unanimite = "unanimité annoncée", majorite = "majorité annoncée" }
local function resultat(v)
  local mots, formule = v:si_lu("formule_texte") or "", v.formule
  if formule == "rejet" then return "contre", "rejetée" end
  local dite = not porte_un_de(mots, REJET) and adoption_dite(mots) or nil
  if dite or formule == "adopte" then return "pour", dite or decision_dite(mots) end
  return nil, ANNONCES[formule]
end

-- Le résultat annoncé à part que ce décompte, s'il est le sien, contredit.
local A_PART = { rejet = "un rejet est annoncé", adopte = "une décision est annoncée", majorite = "une majorité est annoncée", unanimite = "l'unanimité est annoncée" }
local function contredit_a_part(d, v)
  local autre = resultat_d_a_cote(d, v)
  local pour, contre = v:si_lu("pour"), v:si_lu("contre")
  if not autre or not A_PART[autre] or not contre or pour == contre or (pour > contre) == (autre ~= "rejet") then return nil end
  return texte("%d voix pour et %d contre, et %s à part : si ce décompte est le sien, l'un des deux est à corriger", pour, contre, A_PART[autre])
end

local function oppose_a(pour, contre)
  return texte("%d voix pour et %d contre, mais « voix contre » y est suivi de ce à quoi l'on s'oppose : ce n'est pas un vote contre le texte, "
    .. "à relire", pour, contre)
end

regle {
  id      = "majorite",
  version = "1.3.1",
  titre   = "Résultat annoncé et majorité des suffrages exprimés",
  gravite = "majeure",
  resume  = "Une délibération est adoptée quand les voix pour dépassent les voix contre ; les abstentions ne comptent "
    .. "pas. En cas de partage, la voix du président l'emporte (hors scrutin secret) ; pour une commission "
    .. "permanente, la loi ne le dit pas et le règlement intérieur décide. Un compte administratif ou un compte "
    .. "financier unique est adopté même à égalité.",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2121-20",
      dit = "majorité absolue des suffrages exprimés ; partage : voix prépondérante du président, sauf scrutin secret" },
    { niveau = "epci", code = "CGCT", article = "L. 2121-20",
      dit = "majorité absolue des suffrages exprimés ; partage : voix prépondérante du président, sauf scrutin secret" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", organe = "conseil_departemental", code = "CGCT", article = "L. 3121-14",
      dit = "les délibérations sont prises à la majorité des suffrages exprimés" },
    { niveau = "departement", organe = "conseil_departemental", code = "CGCT", article = "L. 3121-15",
      dit = "en cas de partage, la voix du président est prépondérante" },
    { niveau = "departement", organe = "commission_permanente", code = "CGCT", article = "L. 3121-14-1",
      dit = "la majorité de l'article L. 3121-14 vaut pour la commission permanente ; L. 3121-15 n'est pas étendu" },
    { niveau = "region", organe = "conseil_regional", code = "CGCT", article = "L. 4132-13",
      dit = "les délibérations sont prises à la majorité des suffrages exprimés" },
    { niveau = "region", organe = "conseil_regional", code = "CGCT", article = "L. 4132-14",
      dit = "en cas de partage, la voix du président est prépondérante" },
    { niveau = "region", organe = "commission_permanente", code = "CGCT", article = "L. 4132-13-1",
      dit = "la règle de majorité du conseil régional vaut pour la commission permanente" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple     = "cp-reguliere",

  controle = function(d)
    if not parametre_de(d, "partage.voix_preponderante") then return hors_table(d, "majorité") end
    return par_vote(d, function(v)
      if v:statut("formule") == "absent" then return nil, "l'acte n'annonce pas de résultat" end
      if voix_d_un_candidat(d, v) then return nil, "voix d'un candidat : une élection n'est pas un vote pour ou contre" end
      if v:statut("formule") ~= "lu" then
        local a_part = contredit_a_part(d, v)
        return a_part and "doute" or "non_lu", a_part or "formule"
      end
      local formule = v.formule
      if formule == "prend_acte" or formule == "aucune" then return nil, "pas de vote : l'assemblée prend acte" end
      if sans_decompte(v) then return nil, "aucune voix n'est décomptée : rien à comparer au résultat" end
      if v:statut("pour") ~= "lu" then return "non_lu", "pour" end
      if v:statut("contre") ~= "lu" and voix_manquante(d, v) then return "non_lu", "contre" end

      local pour, contre, sens, dite = v.pour, v:si_lu("contre") or 0, resultat(v)
      if pour + contre + (v:si_lu("abstentions") or 0) == 0 then
        return "doute", "0 voix partout : le décompte n'a sans doute pas été rempli"
      end
      if pour == contre and pour > 0 and formule == "unanimite" then
        return "doute", texte("%d voix pour et %d contre à côté d'une unanimité : décompte à relire", pour, contre)
      end
      if pour == contre and pour > 0 then return partage(d, v, pour, sens ~= "contre", dite) end
      if sens == "contre" and pour > contre then
        return "majeure", texte("%d voix pour et %d contre, mais rejetée", pour, contre)
      end
      if sens ~= "contre" and pour <= contre then
        if contre_autre_chose(d) then return "doute", oppose_a(pour, contre) end
        if sens == "pour" then return "majeure", texte("%d voix pour et %d contre, mais %s", pour, contre, dite) end
        if formule == "unanimite" and pour > 0 then
          return "majeure", texte("%d voix pour et %d contre, mais « unanimité » annoncée", pour, contre)
        end
        return "doute", texte("%d voix pour et %d contre, %s : l'acte ne dit pas si c'est pour ou contre", pour, contre, dite)
      end
      return "juste", texte("%s, %d voix pour et %d contre", dite, pour, contre)
    end)
  end,
}

essai "commission permanente : adoptée" { attendu = "conforme", message = "adoptée, 29 voix pour et 0 contre" }

essai "le message ne dit « adoptée » que si l'acte le dit : l'unanimité" {
  document = "cm-reguliere", attendu = "conforme", message = "unanimité annoncée, 18 voix pour et 0 contre",
}
essai "le message ne dit « adoptée » que si l'acte le dit : il approuve" {
  remplacer = { { "est adoptée à l'unanimité", "est approuvée à l'unanimité" } }, attendu = "conforme", message = "approuvée, 29 voix pour et 0 contre",
}
essai "adoptée malgré plus de voix contre" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 10 Contre : 19" } },
  attendu = "anomalie",
  gravite = "majeure", message = "10 voix pour et 19 contre, mais adoptée", preuve = "Contre : 19",
}
essai "adoptée malgré plus de voix contre, exemple complet" {
  document = "cm-minoritaire", attendu = "anomalie", gravite = "majeure", message = "5 voix pour et 7 contre",
}
essai "adoptée sans aucune voix pour" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 0 Contre : 0 Abstentions : 29" } },
  attendu = "anomalie", gravite = "majeure", message = "0 voix pour et 0 contre",
}
essai "décompte laissé à zéro" {
  remplacer = { { "Pour : 29 Contre", "Pour : 0 Contre" } }, attendu = "non_verifiable", message = "0 voix partout",
}
essai "des voix contre une fermeture, pour la motion" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "29 voix contre la fermeture, 0 pour." } },
  attendu = "non_verifiable", message = "suivi de ce à quoi l'on s'oppose",
}
essai "des voix contre la motion sont des voix contre" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "29 voix contre la motion, 0 pour." } },
  attendu = "anomalie", gravite = "majeure", message = "0 voix pour et 29 contre",
}
essai "rejetée, et un décompte à part où les voix pour l'emportent" {
  document = "cm-reguliere",
  remplacer = { { "Le conseil municipal, après en avoir délibéré, à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention,\n\nDÉCIDE\n\n- d'acquérir la tondeuse proposée par les établissements Verdurel au prix de 8 940 € toutes taxes\ncomprises ;\n\n- d'inscrire cette dépense au budget communal.", "Le conseil municipal rejette la proposition.\n\nPour : 15 Contre : 3 Abstention : 0" } },
  attendu = "non_verifiable", message = "15 voix pour et 3 contre, et un rejet est annoncé à part",
}
essai "rejetée malgré la majorité" {
  remplacer = { { "est adoptée à l'unanimité", "est rejetée" } },
  attendu = "anomalie", gravite = "majeure", message = "29 voix pour et 0 contre, mais rejetée",
}
essai "majorité de voix contre, sans « adoptée »" {
  remplacer = {
    { "Pour : 29 Contre : 0", "Pour : 9 Contre : 20" },
    { "Par ce vote, la délibération est adoptée à l'unanimité.", "Résultat acquis à la majorité." },
  },
  attendu = "non_verifiable",
}
essai "adoptée, avec un refus de vote" {
  remplacer = {
    { "Pour : 29 Contre", "Pour : 28 Contre" },
    { "est adoptée à l'unanimité.", "est adoptée à la majorité, avec un refus de vote." },
  },
  attendu = "conforme", message = "28 voix pour et 0 contre",
}
essai "rejetée à l'unanimité" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 0 Contre : 29" }, { "est adoptée à", "est rejetée à" } },
  attendu = "conforme", message = "rejetée, 0 voix pour et 29 contre",
}
essai "autant de voix contre que de voix pour, et l'unanimité" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 29 Contre : 29" } },
  attendu = "non_verifiable", message = "décompte à relire",
}
essai "rejetée à bon droit" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 9 Contre : 20" }, { "est adoptée à l'unanimité", "est rejetée" } },
  attendu = "conforme", message = "rejetée, 9 voix pour et 20 contre",
}
essai "partage en commission permanente" {
  remplacer = {
    { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 14 Contre : 14 Abstentions : 1" },
    { "adoptée à l'unanimité", "adoptée" },
  },
  attendu = "anomalie", gravite = "mineure", message = "voir le règlement intérieur",
}
essai "qui départage : mot inconnu" {
  parametres = { ["partage.voix_preponderante.departement.commission_permanente"] = "doyen" },
  remplacer = {
    { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 14 Contre : 14 Abstentions : 1" },
    { "adoptée à l'unanimité", "adoptée" },
  },
  attendu = "erreur", message = "mot inconnu (doyen)",
}
essai "partage, voix prépondérante mentionnée" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 14 Contre : 14 Abstentions : 1" },
                { "adoptée à l'unanimité.", "adoptée, la voix du Président étant prépondérante." } },
  attendu = "conforme", message = "voix prépondérante mentionnée",
}
essai "partage, le maire départage" {
  document = "cm-minoritaire",
  remplacer = { { "Pour : 5 Contre", "Pour : 7 Contre" }, { "Abstentions : 2", "Abstentions : 0" }, { "Publié le 27 juin", "Mme le Maire a départagé les votes.\n\nPublié le 27 juin" } },
  attendu = "conforme", message = "partage 7 à 7, voix prépondérante mentionnée",
}
for phrase in chaque { "Le critère du prix, prépondérant, a été retenu.", "Un tirage au sort départagera les candidats.", "La voix de Mme le Maire n'est pas prépondérante.",
  "Mme le Maire n'a pas souhaité départager les votes." } do
  essai("partage, sans voix qui départage : " .. phrase) {
    document = "cm-minoritaire",
    remplacer = { { "Pour : 5 Contre", "Pour : 7 Contre" }, { "Abstentions : 2", "Abstentions : 0" }, { "Publié le 27 juin", phrase .. "\n\nPublié le 27 juin" } },
    attendu = "anomalie", gravite = "mineure", message = "la voix prépondérante du président n'est pas mentionnée",
  }
end
essai "partage, en d'autres mots" {
  document = "cm-minoritaire",
  remplacer = { { "Pour : 5 Contre", "Pour : 7 Contre" }, { "Abstentions : 2", "Abstentions : 0" }, { "Publié le 27 juin", "La voix de Mme le Maire compte double.\n\nPublié le 27 juin" } },
  attendu = "non_verifiable", message = "la voix qui départage est mentionnée",
}
essai "partage, et le droit rappelé" {
  document = "cm-minoritaire",
  remplacer = { { "Pour : 5 Contre", "Pour : 7 Contre" }, { "Abstentions : 2", "Abstentions : 0" },
    { "Publié le 27 juin", "Selon l'article L. 2121-20 du code général des collectivités territoriales, la voix du président départage.\n\nPublié le 27 juin" } },
  attendu = "non_verifiable", message = "sans qu'il soit sûr que ce soit pour ce vote",
}
essai "partage au conseil municipal" {
  document = "cm-minoritaire",
  remplacer = {
    { "Pour : 5 Contre", "Pour : 7 Contre" },
    { "Abstentions : 2", "Abstentions : 0" },
  },
  attendu = "anomalie", gravite = "mineure", message = "la voix prépondérante du président n'est pas mentionnée",
}
essai "partage sur le compte administratif : adopté" {
  document = "cm-minoritaire",
  remplacer = {
    { "Vente du presbytère", "Vote du compte administratif 2023" },
    { "Pour : 5 Contre", "Pour : 7 Contre" },
    { "Abstentions : 2", "Abstentions : 0" },
  },
  attendu = "conforme", message = "le compte est adopté",
}
essai "partage sur l'affectation du résultat : ce n'est pas le vote du compte" {
  document = "cm-minoritaire",
  remplacer = { { "Vente du presbytère", "Affectation du résultat du compte administratif 2023" }, { "Pour : 5 Contre", "Pour : 7 Contre" },
    { "Abstentions : 2", "Abstentions : 0" } },
  attendu = "anomalie", gravite = "mineure", message = "la voix prépondérante du président n'est pas mentionnée",
}
essai "compte administratif rejeté par la majorité, dit adopté" {
  document = "cm-minoritaire", remplacer = { { "Vente du presbytère", "Vote du compte administratif 2023" } },
  attendu = "anomalie", gravite = "majeure", message = "5 voix pour et 7 contre",
}
essai "rien n'est dit des voix contre, et tous ont voté" { remplacer = { { "Contre : 0 ", "" } }, attendu = "conforme", message = "29 voix pour et 0 contre" }
essai "décompte incomplet" { remplacer = { { "Pour : 29 Contre : 0 ", "Pour : 28 " } }, attendu = "non_verifiable", message = "contre" }
essai "l'assemblée prend acte" {
  remplacer = {
    { "la délibération est adoptée à l'unanimité", "la Commission permanente prend acte du rapport" },
    { "Pour : 29 Contre : 0 Abstentions : 0", "" },
  },
  attendu = "sans_objet",
}
essai "conseil départemental" { document = "cd-pleniere",
attendu = "conforme", message = "adoptée, 14 voix pour et 3 contre" }
essai "procès-verbal : un vote parmi plusieurs" {
  document = "pv-conseil-municipal", remplacer = { { "Pour : 13 Contre : 0", "Pour : 1 Contre : 12" } },
  attendu = "anomalie", gravite = "majeure", message = "vote 1 : 1 voix pour et 12 contre",
}
essai "conseil communautaire" { document = "cc-reguliere",
attendu = "conforme", message = "adoptée, 20 voix pour et 1 contre" }
essai "conseil régional : rejetée malgré la majorité" {
  document = "cr-pleniere", remplacer = { { "est adoptée à l'unanimité des suffrages exprimés", "est rejetée" } },
  attendu = "anomalie", gravite = "majeure", message = "mais rejetée",
}
essai "décidée malgré plus de voix contre" {
  document = "cm-budget", remplacer = { { "par quinze voix pour, deux contre", "par sept voix pour, dix contre" } },
  attendu = "anomalie", gravite = "majeure", message = "7 voix pour et 10 contre, mais l'acte dit « décide »",
}
essai "le message dit le verbe de l'acte : il attribue" {
  document = "cm-budget", remplacer = { { "DÉCIDE\n\n- d'adopter", "ATTRIBUE l'aide au club et inscrit" } }, attendu = "conforme", message = "l'acte dit « attribue », 15 voix pour et 2 contre",
}
essai "rejetée sans aucun suffrage exprimé" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 0 Contre : 0 Abstentions : 29" }, { "est adoptée à l'unanimité", "est rejetée" } },
  attendu = "conforme", message = "rejetée, 0 voix pour et 0 contre",
}
essai "unanimité malgré plus de voix contre, sans « adoptée »" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 10 Contre : 19" },
    { "Par ce vote, la délibération est adoptée à l'unanimité.", "Résultat acquis à l'unanimité." } },
  attendu = "anomalie", gravite = "majeure", message = "10 voix pour et 19 contre, mais « unanimité » annoncée",
}
essai "unanimité des voix contre, sans « rejetée »" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 0 Contre : 29" },
    { "Par ce vote, la délibération est adoptée à l'unanimité.", "Résultat acquis à l'unanimité." } },
  attendu = "non_verifiable", message = "0 voix pour et 29 contre, unanimité annoncée : l'acte ne dit pas si c'est pour ou contre",
}
essai "procès-verbal : un résultat non compris n'arrête pas les autres votes" {
  document = "pv-conseil-municipal",
  remplacer = { { "Abstentions : 0\nAdopté à l'unanimité.", "Abstentions : 0\nDécidé et repoussé." },
    { "Pour : 11 Contre : 1 Abstentions : 1", "Pour : 3 Contre : 9 Abstentions : 1" } },
  attendu = "anomalie", gravite = "majeure", message = "vote 2 : 3 voix pour et 9 contre, mais adoptée",
}
for mots in chaque { "La liste conduite par M. Ferréol GRISOLANGE a obtenu 12 voix. Sont proclamés adjoints : M. Ferréol GRISOLANGE, Mme Zélie AUBESPINAY.", "M. Ferréol GRISOLANGE a obtenu 12 voix et est élu à la majorité absolue." } do
  essai("les voix d'un candidat : " .. mots) {
    document = "cm-reguliere",
    remplacer = { { "Le conseil municipal, après en avoir délibéré, à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention,\n\nDÉCIDE\n\n- d'acquérir la tondeuse proposée par les établissements Verdurel au prix de 8 940 € toutes taxes\ncomprises ;\n\n- d'inscrire cette dépense au budget communal.", mots } },
    attendu = "sans_objet",
  }
end
