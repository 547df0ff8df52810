-- SPDX-License-Identifier: EUPL-1.2

local NOMMER = { "désignation", "élection", "nomination" }
local QUI = { "représentant", "délégué", "membre", "commission", "jury", "administrateur", "suppléant", "titulaire", "correspondant" }
-- Le maire et les adjoints, le président et les vice-présidents : un vote unanime de l'assemblée n'y dispense pas du secret ; le texte exact selon l'assemblée reste à relire.
local EXECUTIF = { "du maire", "d'un maire", "de maire", "adjoint au maire", "adjointe au maire", "adjoints au maire", "d'un adjoint",
  "d'une adjointe", "des adjoints", "premier adjoint", "première adjointe", "deuxième adjoint", "deuxième adjointe", "nouvel adjoint",
  "nouvelle adjointe", "du président", "de la présidente", "d'un président", "d'une présidente", "vice-président", "vice-présidente",
  "vice-présidents" }
-- Ce qui se désigne sans que l'assemblée élise personne en son sein…
local JAMAIS = { "secrétaire", "dénomination", "élections", "informatique et libertés", "protection des données" }
-- … et ce qui l'est d'ordinaire, sauf si l'objet nomme aussitôt ceux que l'on désigne (« désignation des représentants »).
local AUTRES = { "convention", "marché", "maître d'", "maîtrise", "attributaire", "avocat", "notaire", "géomètre", "architecte", "lauréat",
  "prestataire", "coordonnateur", "coordinateur", "agent", "référent", "modification", "remplacement", "compte rendu", "procès-verbal",
  "rue", "voie" }
local DE = { "de", "des", "d'un", "d'une", "du", "de la", "de deux", "de trois", "des nouveaux", "de nouveaux" }

local function designe_aussitot(objet)
  for nommer in chaque(NOMMER) do
    for de in chaque(DE) do
      for qui in chaque(QUI) do
        if trouve(objet, texte("%s %s %s", nommer, de, qui)) then return true end
      end
    end
  end
  return false
end

local function charge_reconnue(objet)
  for mots in chaque({ QUI, EXECUTIF, JAMAIS, AUTRES }) do
    if porte_un_de(objet, mots) then return true end
  end
  return false
end

local function designe_des_personnes(objet)
  if porte_un_de(objet, JAMAIS) then return false end
  if porte_un_de(objet, EXECUTIF) then return not porte_un_de(objet, AUTRES) end
  if not porte_un_de(objet, QUI) then return false end
  return not porte_un_de(objet, AUTRES) or designe_aussitot(objet)
end

-- Renoncer au scrutin secret demande l'unanimité.
local RENONCER = { "de ne pas recourir au", "de ne pas recourir à", "de ne pas procéder au", "de ne pas procéder à", "de ne pas procéder par",
  "de ne pas voter au", "de ne pas voter à", "de ne pas y recourir", "de ne pas y procéder", "de renoncer au", "de voter à main levée",
  "de procéder à main levée", "de procéder au vote à main levée", "de procéder à un vote à main levée", "de recourir au vote à main levée",
  "de procéder aux nominations à main levée", "de procéder à la désignation à main levée", "de procéder à cette désignation à main levée",
  "de désigner à main levée", "de voter au scrutin public", "de recourir au scrutin public" }
local MAJORITE = { "à la majorité", "à la majorité,", "à la majorité absolue", "à la majorité des voix" }

local function dit_par_l_acte(d, mots)
  for p in chaque(passages(d, mots)) do
    if not rappelle_le_droit(p) then return p end
  end
  return nil
end

-- Renoncer au secret est une décision, qui dit elle-même qu'elle est unanime ; sinon tout le vote l'est, sans abstention ni voix contre.
local function est_unanime(d, decision)
  if not porte_un_de(decision, RENONCER) then return false end
  if trouve(decision, "unanim") then return true end
  local vote = d:si_lu("vote")
  return vote and vote:si_lu("contre") == 0 and vote:si_lu("abstentions") == 0 or false
end

local MODE = { "secret", "main levée", "mains levées", "scrutin public", "y recourir", "y procéder" }
-- Le passage où l'acte dit qu'il n'est pas voté au secret : la décision plutôt que la simple mention.
local function sans_secret(d)
  local vu = dit_par_l_acte(d, { "main levée", "scrutin public", "vote public", "mains levées" })
  vu = vu or scrutin_secret_ecarte(d)
  for p in chaque(passages(d, RENONCER)) do
    if porte_un_de(p, MODE) and not rappelle_le_droit(p) and (trouve(p, "unanim") or not vu) then return p end
  end
  return vu
end

local function renonce_a_la_majorite(d)
  for p in chaque(passages(d, { "scrutin secret", "vote secret", "bulletin secret", "main levée" })) do
    for majorite in chaque(rappelle_le_droit(p) and {} or MAJORITE) do
      for renoncer in chaque(RENONCER) do
        if trouve(p, texte("%s %s", majorite, renoncer)) then return p end
      end
    end
  end
  return nil
end

-- Une seule candidature, ou une seule liste : un vote secret n'était pas dû.
local UNE_CANDIDATURE = { "seule candidature", "seul candidat", "seule candidate", "seule liste", "unique candidat", "unique candidate", "unique candidature",
  "candidature unique", "candidat unique", "candidate unique", "liste unique", "seul à se présenter", "seule à se présenter", "aucun autre candidat",
  "aucune autre candidature", "pas d'autre candidat", "pas d'autre candidature", "nomination prend effet", "nominations prennent effet" }
local function une_candidature(d)
  return dit_par_l_acte(d, UNE_CANDIDATURE)
end

-- Quelqu'un s'est présenté ; s'il était le seul, le procès-verbal le dit.
local CANDIDATURES = { "la candidature", "les candidatures", "candidatures suivantes", "se porte candidat", "se portent candidat", "se porte candidate",
  "se portent candidats", "fait acte de candidature", "font acte de candidature", "est candidat", "est candidate", "sont candidats", "sont candidates" }

-- « désigne M. X délégué » : l'acte nomme quelqu'un, sans les mots de la règle.
local DESIGNE = { "désigne M. ", "désigne MM. ", "désigne Mme ", "désigne Mmes ", "désigne monsieur", "désigne madame", "élit M. ", "élit Mme ", "nomme M. ", "nomme Mme " }
local function designe_quelqu_un(d)
  for p in chaque(passages(d, DESIGNE)) do
    if porte_un_de(p, QUI) and porte_un_de(p, noms_de_l_organe(d)) and not porte_un_de(p, JAMAIS) and not trouve(p, "commission") then return p end
  end
  return nil
end

local function charge_non_reconnue(d)
  local objet = d:si_lu("objet")
  if objet and porte_un_de(objet, NOMMER) and not charge_reconnue(objet) then
    return non_verifiable("l'objet parle de désigner, d'élire ou de nommer ; à quelle charge n'est pas reconnu")
  end
  return sans_objet("aucune charge connue de la règle (représentant, délégué, membre, maire, adjoint…) n'est pourvue")
end

regle {
  id      = "scrutin-secret",
  version = "1.5.0",
  titre   = "Nominations : le mode de scrutin est dit",
  gravite = "mineure",
  resume  = "Une nomination se vote au scrutin secret, sauf si l'assemblée décide à l'unanimité de ne pas y recourir, ou s'il n'y a "
    .. "qu'une candidature ou qu'une liste. La règle cherche dans l'acte une de ces mentions, sans prendre pour elle un rappel du droit, et n'accuse que si l'acte dit avoir "
    .. "renoncé au scrutin secret à la majorité. Quand rien n'est dit, elle ne conclut pas : un extrait n'a pas à le dire, et un "
    .. "conseil décide souvent une fois, en ouvrant la séance, pour toutes les désignations. Les commissions permanentes, dont le "
    .. "règlement intérieur décide, ne sont pas jugées.",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2121-21",
      dit = "il est voté au scrutin secret pour une nomination, sauf décision unanime contraire ou candidature unique" },
    { niveau = "epci", code = "CGCT", article = "L. 2121-21",
      dit = "il est voté au scrutin secret pour une nomination, sauf décision unanime contraire ou candidature unique" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", code = "CGCT", article = "L. 3121-15",
      dit = "les nominations ont lieu au scrutin secret, sauf décision unanime contraire ou candidature unique" },
    { niveau = "region", code = "CGCT", article = "L. 4132-14",
      dit = "les nominations ont lieu au scrutin secret, sauf décision unanime contraire ou candidature unique" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-designation",

  controle = function(d)
    local ORGANES = { conseil_municipal = true, conseil_communautaire = true, conseil_departemental = true, conseil_regional = true }
    if not ORGANES[d.organe] then return hors_table(d, "mode de scrutin") end
    local nommees = passages(d, NOMMER)
    local nommee = nombre(nommees) == 0 and designe_quelqu_un(d)
    if nommee then return non_verifiable(texte("l'acte désigne quelqu'un, ce que son objet ne dit pas : si cela demande un scrutin n'est pas sûr : « %s »", nommee.texte)) end
    if nombre(nommees) == 0 then return sans_objet("les mots « désignation », « élection » et « nomination » ne sont pas dans l'acte") end
    if not passage_avec(nommees, QUI) and not passage_avec(nommees, EXECUTIF) then
      return charge_non_reconnue(d)
    end
    if not objet_porte(d, NOMMER) or not designe_des_personnes(d.objet) then
      return sans_objet("l'objet n'est pas de nommer ou de désigner quelqu'un au scrutin de l'assemblée")
    end
    if d:statut("vote") == "ambigu" then return plusieurs_votes(d) end
    local renonce, seule = renonce_a_la_majorite(d), une_candidature(d)
    if renonce and not seule then
      return anomalie { sujet = "scrutin", preuve = { renonce, "objet" },
        message = "désignation ou nomination : renoncé au scrutin secret à la majorité, il y faut l'unanimité" }
    end
    local ouvert, secret = sans_secret(d), scrutin_secret_dit(d)
    if ouvert and porte_un_de(d.objet, EXECUTIF) then
      return non_verifiable("l'acte parle d'un vote sans secret pour une élection de l'exécutif : le mode de scrutin est à relire")
    end
    if seule then return conforme("candidature ou liste unique mentionnée") end
    if ouvert and est_unanime(d, ouvert) then return conforme("l'acte dit avoir renoncé au scrutin secret à l'unanimité") end
    if ouvert then
      return non_verifiable("l'acte parle d'un vote sans secret ; il ne dit pas sûrement que l'assemblée l'a décidé à l'unanimité, ni que "
        .. "la candidature était unique")
    end
    if secret then return conforme("scrutin secret mentionné") end
    if passage(d, CANDIDATURES) then
      return non_verifiable("une candidature est mentionnée ; l'acte ne dit pas si elle était la seule, ni le mode de scrutin")
    end
    return non_verifiable("l'acte ne dit ni scrutin secret, ni décision unanime de ne pas y recourir, ni candidature unique : le "
      .. "procès-verbal de la séance peut le dire ailleurs, une fois pour plusieurs désignations")
  end,
}

essai "scrutin secret, une seule candidature" { attendu = "conforme", message = "candidature ou liste unique mentionnée" }
local SECRET_DIT = "Le conseil municipal procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter."
local DEUX = "M. Quentin BELLEFOSSE est candidat. Mme Roxane CHANTEPERDRIX est candidate."
essai "l'acte désigne, sans le mot" {
  document = "cm-reguliere", remplacer = { { "- d'inscrire cette dépense au budget communal.", "Le conseil municipal désigne M. Tancrède OUVRELEUIL délégué au syndicat des eaux." } },
  attendu = "non_verifiable", message = "l'acte désigne quelqu'un, ce que son objet ne dit pas",
}
essai "l'acte désigne le secrétaire de séance" {
  document = "cm-reguliere", remplacer = { { "- d'inscrire cette dépense au budget communal.", "- désigne M. Tancrède OUVRELEUIL, membre du conseil, secrétaire de séance." } },
  attendu = "sans_objet",
}
essai "scrutin secret, deux candidatures" {
  remplacer = { { SECRET_DIT, DEUX .. " Le conseil municipal procède au scrutin secret." } }, attendu = "conforme", message = "scrutin secret mentionné",
}
essai "deux candidats, à main levée, aucune voix contre" {
  remplacer = { { SECRET_DIT, DEUX .. " Il est procédé au vote à main levée." } },
  attendu = "non_verifiable", message = "l'acte parle d'un vote sans secret",
}
essai "deux candidats, et rien du scrutin" {
  remplacer = { { SECRET_DIT, DEUX } }, attendu = "non_verifiable", message = "si elle était la seule",
}
essai "un candidat, à main levée, à l'unanimité : rien de la décision" {
  remplacer = { { SECRET_DIT, "M. Quentin BELLEFOSSE, candidat, est désigné à main levée à l'unanimité." } }, attendu = "non_verifiable",
}
essai "deux candidats, renoncé au secret à l'unanimité" {
  remplacer = { { SECRET_DIT, DEUX .. " Le conseil municipal décide à l'unanimité de ne pas y procéder, et vote à main levée." } },
  attendu = "conforme", message = "renoncé au scrutin secret à l'unanimité",
}
essai "le droit rappelé n'est pas une décision" {
  remplacer = { { SECRET_DIT, "Aux termes de l'article L. 2121-21, le conseil municipal peut décider, à l'unanimité, de ne pas procéder au scrutin secret aux "
    .. "nominations.\n" .. DEUX .. " Le vote a lieu à main levée." } },
  attendu = "non_verifiable", message = "l'acte parle d'un vote sans secret",
}
essai "le droit rappelé n'est pas un scrutin secret" {
  remplacer = { { SECRET_DIT, "L'article L. 2121-21 prévoit que les nominations se font au scrutin secret. Si une seule candidature a été déposée, la nomination prend "
    .. "effet immédiatement." } },
  attendu = "non_verifiable", message = "l'acte ne dit ni scrutin secret",
}
essai "l'article visé ne dit pas comment il a été voté" {
  remplacer = { { "l'article L. 2121-33 ;", "les articles L. 2121-21 et L. 2121-33 ;" }, { SECRET_DIT, "" } }, attendu = "non_verifiable",
}
essai "au scrutin public" {
  remplacer = { { SECRET_DIT, DEUX .. " Il est voté au scrutin public." } }, attendu = "non_verifiable", message = "l'acte parle d'un vote sans secret",
}
essai "il n'est pas recouru au secret" {
  remplacer = { { SECRET_DIT, DEUX .. " Il n'est pas procédé au scrutin secret." } }, attendu = "non_verifiable", message = "l'acte parle d'un vote sans secret",
}
essai "bulletins dépouillés" {
  remplacer = { { SECRET_DIT, DEUX .. " Après dépouillement, nombre de bulletins : 10, bulletins blancs : 0." } }, attendu = "conforme",
}
essai "une renonciation étrangère au scrutin" {
  remplacer = { { SECRET_DIT, DEUX .. " Il est procédé au scrutin secret. Le conseil décide de ne pas recourir à un prestataire." } }, attendu = "conforme",
}
essai "aucune mention : un extrait n'a pas à le dire" {
  remplacer = { { "Le conseil municipal procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.", "" } },
  attendu = "non_verifiable", message = "l'acte ne dit ni scrutin secret",
}
essai "renoncé au scrutin secret à la majorité" {
  remplacer = { { "procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.",
    "décide, à la majorité, de ne pas procéder au scrutin secret." } },
  attendu = "anomalie", gravite = "mineure", message = "il y faut l'unanimité", preuve = "de ne pas procéder au scrutin secret",
}
essai "main levée décidée à la majorité des voix" {
  remplacer = { { "procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.",
    "décide à la majorité des voix de voter\nà main levée." } },
  attendu = "anomalie", gravite = "mineure",
}
essai "renoncé à la majorité, mais une seule candidature" {
  remplacer = { { "procède au scrutin secret. M. Quentin", "décide, à la majorité, de ne pas procéder au scrutin secret. M. Quentin" } },
  attendu = "conforme",
}
essai "à main levée, désigné à la majorité : la décision n'est pas dite unanime" {
  remplacer = { { "procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.",
    "décide de voter à main levée ; M. Quentin BELLEFOSSE est désigné à la majorité." }, { "zéro contre", "deux contre" } },
  attendu = "non_verifiable", message = "il ne dit pas sûrement",
}
essai "renoncé au secret malgré des voix contre" {
  remplacer = { { "procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.",
    "décide, malgré deux oppositions, de ne pas procéder au scrutin secret." }, { "zéro contre", "deux contre" } },
  attendu = "non_verifiable", message = "il ne dit pas sûrement",
}
essai "renoncé au secret, et tout le vote est unanime" {
  remplacer = { { "procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.", "décide de ne pas procéder au scrutin secret." } },
  attendu = "conforme",
}
essai "ce que gère l'organisme n'est pas ce que l'on désigne" {
  remplacer = { { "Objet : Désignation d'un délégué au syndicat des eaux du Val de Lorne", "Objet : Société du marché aux grains : désignation des représentants de la commune" } },
  attendu = "conforme",
}
essai "commission des marchés de plein air" {
  remplacer = { { "Objet : Désignation d'un délégué au syndicat des eaux du Val de Lorne", "Objet : Commission des marchés de plein air - Désignation de deux membres" } },
  attendu = "conforme",
}
essai "un correspondant" {
  remplacer = { { "Objet : Désignation d'un délégué au syndicat des eaux du Val de Lorne", "Objet : Désignation du « correspondant défense » de la commune" } },
  attendu = "conforme",
}
essai "titulaire d'un marché" {
  remplacer = { { "Objet : Désignation d'un délégué au syndicat des eaux du Val de Lorne", "Objet : Marché de voirie : désignation de l'entreprise titulaire" } },
  attendu = "sans_objet",
}
essai "décision unanime de ne pas y recourir" {
  remplacer = { { "procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.",
    "décide à l'unanimité de voter à main levée." } },
  attendu = "conforme",
}
essai "candidature unique" {
  remplacer = { { "procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.", "constate une seule candidature." } },
  attendu = "conforme",
}
essai "candidature, sans dire qu'elle était seule" {
  remplacer = { { "procède au scrutin secret. M. Quentin BELLEFOSSE est seul à se présenter.", "examine la candidature de M. Quentin BELLEFOSSE." } },
  attendu = "non_verifiable", message = "si elle était la seule",
}
essai "désignation du secrétaire de séance" {
  remplacer = { { "Objet : Désignation d'un délégué au syndicat", "Objet : Désignation du secrétaire de séance, délégué au syndicat" } },
  attendu = "sans_objet",
}
essai "dénomination d'une voie" {
  remplacer = { { "Désignation d'un délégué au syndicat des eaux du Val de Lorne\n", "Dénomination de la rue des Délégués\n" } },
  attendu = "sans_objet",
}
local OBJET = "Objet : Désignation d'un délégué au syndicat des eaux du Val de Lorne"
essai "un adjoint au maire, à main levée" {
  remplacer = { { OBJET, "Objet : Désignation du troisième adjoint au maire" }, { SECRET_DIT, "Le maire propose un vote à main levée." } },
  attendu = "non_verifiable", message = "le mode de scrutin est à relire",
}
essai "élection des adjoints : renoncé au secret, même à l'unanimité" {
  remplacer = { { OBJET, "Objet : Élection des adjoints" }, { "procède au scrutin secret", "décide à l'unanimité de ne pas recourir au scrutin secret" } },
  attendu = "non_verifiable", message = "le mode de scrutin est à relire",
}
essai "élection d'un adjoint à main levée, bulletins dépouillés" {
  remplacer = { { OBJET, "Objet : Élection d'un adjoint" }, { SECRET_DIT, "Élection à main levée. Bulletins dépouillés : 10." } },
  attendu = "non_verifiable", message = "le mode de scrutin est à relire",
}
essai "élection du maire, au scrutin secret" {
  remplacer = { { OBJET, "Objet : Élection du maire" } }, attendu = "conforme",
}
essai "élection des adjoints, sans aucune mention" {
  remplacer = { { OBJET, "Objet : Élection des adjoints" }, { SECRET_DIT, "" } },
  attendu = "non_verifiable", message = "l'acte ne dit ni scrutin secret",
}
essai "un agent n'est pas un adjoint au maire" {
  remplacer = { { OBJET, "Objet : Nomination d'un agent auprès de l'adjointe au maire" } }, attendu = "sans_objet",
}
essai "une charge que la règle ne connaît pas" {
  remplacer = { { OBJET, "Objet : Désignation du garde-fontaine" }, { "délégué", "garde-fontaine" } },
  attendu = "non_verifiable", message = "à quelle charge n'est pas reconnu",
}
essai "commission permanente" { document = "cp-reguliere", attendu = "sans_objet" }
essai "autre objet" { document = "cm-reguliere", attendu = "sans_objet" }
essai "objet illisible" {
  remplacer = { { "Objet : Désignation d'un délégué au syndicat des eaux du Val de Lorne\n", "La désignation d'un délégué est proposée.\n" } },
  attendu = "non_verifiable", message = "objet",
}
essai "conseil communautaire, aucune mention" {
  document = "cc-reguliere",
  remplacer = { { "Fonds de concours à la commune de Langeverne pour la rénovation de l'école", "Désignation des représentants à l'office de tourisme" } },
  attendu = "non_verifiable", message = "ni candidature unique",
}
