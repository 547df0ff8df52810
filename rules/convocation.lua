-- SPDX-License-Identifier: EUPL-1.2

-- « Des travaux urgents » ne disent rien de la convocation.
local URGENCE = { "urgence", "affaire urgente", "affaires urgentes", "affaire étant urgente", "convocation urgente", "délai abrégé",
  "délai de convocation abrégé", "abréger le délai" }
local AUTRE_DELAI = { "élection du maire", "installation du conseil", "élection des adjoint", "élection d'adjoint", "proclamés adjoints", "proclamé maire", "proclamée maire", "élection des délégués", "délégués sénatoriaux",
  "élections sénatoriales", "élection des sénateurs", "collège électoral" }
local MOSELLE_ALSACE = { "bas-rhin", "haut-rhin", "alsace", "l. 2541", "l.2541" }

-- En Alsace et en Moselle, le délai ne se compte pas en jours francs sous 3 500 habitants. Le SIREN d'une commune porte le
-- numéro de son département : 21, puis deux chiffres.
local function peut_etre_alsace_moselle(d)
  local siren = d:si_lu("siren")
  if siren then return porte_un_de("n" .. siren, { "n2157", "n2167", "n2168" }) end
  if passage(d, MOSELLE_ALSACE) then return true end
  for p in chaque(passages(d, "moselle")) do
    if not trouve(p, "meurthe") then return true end
  end
  return false
end

-- À 3 500 habitants un conseil a 27 membres (L. 2121-2) : à 19 au plus, même des sièges vacants n'y changent rien.
local function petit_conseil(d)
  local effectif = d:si_lu("effectif")
  return effectif and effectif <= 19
end

local function dit(francs, envoi, seance)
  return texte("convocation du %s pour la séance du %s : %s", date_en_lettres(envoi), date_en_lettres(seance),
    compte_de(francs, "jour franc", "jours francs"))
end

-- Le droit d'une commune à ce jour, et ce que sa population, quand elle est connue, y choisit : exiges et les mots qui le disent ;
-- sinon le plus petit des deux délais.
local function droit_d_une_commune(petit, seance)
  local c = { petit = petit, exiges = petit, selon = "", grand = parametre("convocation.jours_francs_3500.commune", seance),
    seuil = parametre("convocation.seuil_habitants.commune", seance), habitants = population_enregistree() }
  if not c.habitants then return c end
  local selon = texte("%s habitants selon le dossier collectivites", en_milliers(c.habitants))
  c.grande = c.habitants >= c.seuil
  c.exiges = c.grande and c.grand or petit
  c.selon = c.grande and texte(" (%s : L. 2121-12)", selon) or texte(" (%s)", selon)
  return c
end

local function commune(d, francs, message, c)
  local exiges = c.exiges
  if francs >= c.grand then return conforme(texte("%s, %d exigés", message, c.grand)) end
  if francs >= exiges and c.habitants then return conforme(texte("%s, %d exigés%s", message, exiges, c.selon)) end
  if francs >= exiges and petit_conseil(d) then
    return conforme(texte("%s, %d exigés (%s)", message, exiges, membres_en_exercice(d)))
  end
  if francs >= exiges then
    return non_verifiable(texte("%s : assez sous %s habitants (%d), trop peu au-delà (%d) ; la population se donne dans le dossier "
      .. "collectivites", message, en_milliers(c.seuil), exiges, c.grand))
  end
  if exiges < c.grand and francs == exiges - 1 and peut_etre_alsace_moselle(d) then
    return non_verifiable(message .. " : en Alsace et en Moselle, trois jours au moins suffisent (L. 2541-2)")
  end
  if c.grande and petit_conseil(d) then
    return non_verifiable(texte("%s, %d exigés%s, mais le conseil (%s) est d'ordinaire celui d'une commune plus petite", message, exiges,
      c.selon, membres_en_exercice(d)))
  end
  return anomalie { sujet = "convocation", preuve = { "convocation.date", "seance.date" },
    message = texte("%s, %d exigés%s ; aucune mention d'urgence", message, exiges, c.selon) }
end

-- L'acte parle d'urgence : le délai peut être abrégé, mais pas au-dessous d'un plancher, que rien n'abaisse sauf en Alsace et en Moselle.
local function en_urgence(d, francs, message, c)
  local plancher = parametre("convocation.urgence." .. d.niveau, d.seance.date)
  local jours = compte_de(plancher, "jour franc", "jours francs")
  if francs >= plancher then
    return non_verifiable(texte("%s, %d exigés%s, mais l'acte parle d'urgence : %s suffit, si le conseil s'est prononcé sur elle",
      message, c.exiges, c.selon, jours))
  end
  if d.niveau == "commune" and peut_etre_alsace_moselle(d) then
    return non_verifiable(message .. ", et l'acte parle d'urgence : en Alsace et en Moselle, la convocation peut alors être de la veille (L. 2541-2)")
  end
  return anomalie { gravite = d.niveau == "epci" and "mineure" or "majeure", sujet = "convocation", preuve = { "convocation.date", "seance.date" },
    message = texte("%s, %d exigés%s ; même en urgence, %s au moins", message, c.exiges, c.selon, jours) }
end

-- Ce que doit savoir qui la compare à celle d'une commune.
local MOINDRE_GRAVITE = "gravité abaissée : le délai d'une communauté repose ici sur une source secondaire, à confirmer"
local TROP_TOT = 90 -- jours francs : une année mal écrite, plus souvent qu'une convocation

-- « convoqué une première fois le 31 mai, puis de nouveau le 7 juin » : une convocation est dite, et aucune n'est lue.
local function convocation_non_lue(d)
  if raison(d, "convocation.date") ~= "" then return nil end
  for p in chaque(passages(d, { "convoqué", "convoquée", "convoqués", "convocation" })) do
    if nombre(dates_de(p)) > 1 and not autre_assemblee(d, p) then return p end
  end
  return nil
end

regle {
  id      = "convocation",
  version = "1.4.0",
  titre   = "Délai de convocation",
  gravite = "majeure",
  portee  = "seance",
  resume  = "Le conseil municipal est convoqué trois jours francs avant la séance, cinq à partir de 3 500 habitants ; le conseil "
    .. "communautaire cinq (gravité abaissée : source secondaire). Ni le jour de l'envoi ni celui de la séance ne comptent ; "
    .. "samedis, dimanches et fêtes comptent. Quand l'acte parle d'urgence, elle n'accuse que s'il n'y a pas un jour franc. Elle se "
    .. "tait en cas de seconde convocation, d'élection, et quand la population décide sans être connue (elle se donne dans le dossier "
    .. "collectivites). Départements et régions : le délai y court de l'envoi des rapports, que l'acte ne "
    .. "dit pas.",
  fondement = {
    { niveau = "commune", code = "CGCT", article = "L. 2121-11",
      dit = "moins de 3 500 habitants : convocation trois jours francs au moins avant la réunion ; en cas d'urgence, un jour franc au moins" },
    { niveau = "commune", code = "CGCT", article = "L. 2121-12",
      dit = "3 500 habitants et plus : convocation cinq jours francs au moins avant la réunion ; en cas d'urgence, un jour franc au moins" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles des communes de 3 500 habitants et plus s'appliquent : cinq jours francs (CE, 22 juillet 2015, n° 383072)" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    if d.organe ~= "conseil_municipal" and d.organe ~= "conseil_communautaire" then return hors_table(d, "convocation") end
    local nom = "convocation.jours_francs." .. d.niveau
    if not parametre_connu(nom) then return hors_table(d, "convocation") end
    local non_lue = not d:si_lu("convocation.date") and convocation_non_lue(d)
    if non_lue then return non_verifiable(texte("l'acte dit « %s » : la date de la convocation n'y est pas lue", non_lue.texte)) end
    local envoi, seance = d.convocation.date, d.seance.date
    local exiges, francs = parametre(nom, seance), jours_entre(envoi, seance) - 1
    local message = dit(francs, envoi, seance)
    if francs > TROP_TOT then
      return non_verifiable(message .. " : c'est si tôt que l'une des deux dates est à vérifier")
    end
    local c = d.niveau == "commune" and droit_d_une_commune(exiges, seance) or { exiges = exiges, grand = exiges, selon = "" }
    exiges = c.exiges
    if francs < c.grand and d:statut("seance.seconde_convocation") == "lu" then
      return non_verifiable(message .. ", mais l'acte parle d'une seconde convocation")
    end
    if francs < c.grand and passage(d, AUTRE_DELAI) then
      return non_verifiable(message .. ", mais l'acte parle d'une élection, dont la convocation suit d'autres règles")
    end
    if francs < exiges and passage(d, URGENCE) then return en_urgence(d, francs, message, c) end
    if d.niveau == "commune" then return commune(d, francs, message, c) end
    if francs >= exiges then return conforme(texte("%s, %d exigés", message, exiges)) end
    return anomalie { gravite = "mineure", sujet = "convocation", preuve = { "convocation.date", "seance.date" },
      message = texte("%s, %d exigés ; aucune mention d'urgence (%s)", message, exiges, MOINDRE_GRAVITE) }
  end,
}

essai "commune : six jours francs" {
  attendu = "conforme", message = "convocation du 5 octobre 2023 pour la séance du 12 octobre 2023 : 6 jours francs, 5 exigés",
}
essai "un an plus tôt : une date est sans doute mal écrite" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué le 5 octobre 2022" } },
  attendu = "non_verifiable", message = "371 jours francs : c'est si tôt que l'une des deux dates est à vérifier",
}
essai "commune de 19 membres : trois jours francs, tout juste" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 8 octobre" } }, attendu = "conforme", message = "3 jours francs, 3 exigés",
}
essai "commune : deux jours francs" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 9 octobre" } },
  attendu = "anomalie", gravite = "majeure", message = "2 jours francs, 3 exigés ; aucune mention d'urgence", preuve = "9 octobre 2023",
}
essai "commune : un jour franc" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 10 octobre" } },
  attendu = "anomalie", gravite = "majeure", message = "1 jour franc, 3 exigés",
}
essai "commune de 29 membres : cinq jours francs, tout juste" {
  remplacer = { { "membres en exercice : 19", "membres en exercice : 29" }, { "convoqué le 5 octobre", "convoqué le 6 octobre" } },
  attendu = "conforme", message = "5 jours francs, 5 exigés",
}
essai "commune de 29 membres : quatre jours francs, la population décide" {
  remplacer = { { "membres en exercice : 19", "membres en exercice : 29" }, { "convoqué le 5 octobre", "convoqué le 7 octobre" } },
  attendu = "non_verifiable", message = "4 jours francs : assez sous 3 500 habitants (3), trop peu au-delà (5)",
}
essai "commune de 20 membres : des sièges peuvent être vacants" {
  remplacer = { { "membres en exercice : 19", "membres en exercice : 20" }, { "convoqué le 5 octobre", "convoqué le 8 octobre" } },
  attendu = "non_verifiable", message = "3 jours francs : assez",
}
essai "urgence" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué le 10 octobre 2023 en urgence" } },
  attendu = "non_verifiable", message = "l'acte parle d'urgence : 1 jour franc suffit",
}
essai "urgence, et pas un jour franc" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué le 11 octobre 2023 en urgence" } },
  attendu = "anomalie", gravite = "majeure", message = "0 jour franc, 3 exigés ; même en urgence, 1 jour franc au moins", preuve = "11 octobre 2023",
}
essai "urgence de la veille, en Moselle" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué le 11 octobre 2023 en urgence" },
    { "COMMUNE DE SAINT-AUBRAC-LES-PRÉS\n", "COMMUNE DE SAINT-AUBRAC-LES-PRÉS\n(Moselle)\n" } },
  attendu = "non_verifiable", message = "la convocation peut alors être de la veille (L. 2541-2)",
}
essai "urgence, un plancher d'un autre droit" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué le 11 octobre 2023 en urgence" } }, parametres = { ["convocation.urgence.commune"] = 0 },
  attendu = "non_verifiable", message = "0 jour franc suffit",
}
essai "communauté : urgence, et pas un jour franc" {
  document = "cc-reguliere", remplacer = { { "convoqué le 17 novembre 2023", "convoqué en urgence le 26 novembre 2023" } },
  attendu = "anomalie", gravite = "mineure", message = "même en urgence, 1 jour franc au moins",
}
essai "une affaire dite urgente" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué le 10 octobre 2023, l'affaire étant urgente" } },
  attendu = "non_verifiable", message = "l'acte parle d'urgence",
}
essai "des travaux urgents ne sont pas une convocation en urgence" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué le 9 octobre 2023" },
    { "Mme le Maire présente les deux devis reçus.", "Mme le Maire présente les deux devis reçus. Les réparations sont urgentes." } },
  attendu = "anomalie", message = "aucune mention d'urgence",
}
essai "délai tenu, malgré l'urgence" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué le 8 octobre 2023 en urgence" } }, attendu = "conforme",
}
essai "seconde convocation" {
  remplacer = { { "dûment convoqué le 5 octobre 2023", "dûment convoqué le 9 octobre 2023 par seconde convocation" } },
  attendu = "non_verifiable", message = "seconde convocation",
}
essai "élection" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 9 octobre" },
    { "Acquisition d'une tondeuse pour les services techniques", "Élection du maire" } },
  attendu = "non_verifiable", message = "d'autres règles",
}
essai "Moselle" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 9 octobre" }, { "COMMUNE DE SAINT-AUBRAC-LES-PRÉS\n", "COMMUNE DE SAINT-AUBRAC-LES-PRÉS\n(Moselle)\n" } },
  attendu = "non_verifiable", message = "L. 2541-2",
}
essai "Moselle, deux jours" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 10 octobre" }, { "COMMUNE DE SAINT-AUBRAC-LES-PRÉS\n", "COMMUNE DE SAINT-AUBRAC-LES-PRÉS\n(Moselle)\n" } },
  attendu = "anomalie", gravite = "majeure", message = "1 jour franc",
}
essai "Meurthe-et-Moselle n'est pas la Moselle" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 9 octobre" }, { "COMMUNE DE SAINT-AUBRAC-LES-PRÉS\n", "COMMUNE DE SAINT-AUBRAC-LES-PRÉS\n(Meurthe-et-Moselle)\n" } },
  attendu = "anomalie", message = "2 jours francs",
}
essai "date de convocation absente" {
  remplacer = { { "dûment convoqué le 5 octobre 2023", "dûment convoqué" } }, attendu = "non_verifiable", message = "convocation",
}
essai "convocation datée d'après la séance" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 16 octobre" } },
  attendu = "non_verifiable", message = "convocation du 16/10/2023, après la séance du 12/10/2023",
}
essai "communauté : neuf jours francs" { document = "cc-reguliere", attendu = "conforme", message = "9 jours francs, 5 exigés" }
essai "communauté : cinq jours francs, tout juste" {
  document = "cc-reguliere", remplacer = { { "convoqué le 17 novembre", "convoqué le 21 novembre" } }, attendu = "conforme",
}
essai "communauté : quatre jours francs" {
  document = "cc-reguliere", remplacer = { { "convoqué le 17 novembre", "convoqué le 22 novembre" } },
  attendu = "anomalie", gravite = "mineure", message = "4 jours francs, 5 exigés ; aucune mention d'urgence (gravité abaissée",
}
essai "département" { document = "cd-pleniere", attendu = "sans_objet" }
essai "seconde convocation, délai tenu de toute façon" {
  remplacer = { { "dûment convoqué le 5 octobre 2023", "dûment convoqué le 6 octobre 2023 par seconde convocation" } },
  attendu = "conforme", message = "5 jours francs, 5 exigés",
}
essai "élection, délai tenu de toute façon" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 6 octobre" },
    { "Acquisition d'une tondeuse pour les services techniques", "Élection du maire" } },
  attendu = "conforme",
}
local function quatre_jours_francs_a_29()
  return { { "membres en exercice : 19", "membres en exercice : 29" }, { "convoqué le 5 octobre", "convoqué le 7 octobre" } }
end
essai "commune de 3 499 habitants : quatre jours francs suffisent" {
  remplacer = quatre_jours_francs_a_29(), parametres = { ["population"] = 3499 },
  attendu = "conforme", message = "3 exigés (3 499 habitants selon le dossier collectivites)",
}
essai "commune de 3 500 habitants : quatre jours francs, un de trop peu" {
  remplacer = quatre_jours_francs_a_29(), parametres = { ["population"] = 3500 },
  attendu = "anomalie", gravite = "majeure", message = "4 jours francs, 5 exigés (3 500 habitants selon le dossier collectivites : L. 2121-12)",
}
essai "le seuil est une valeur de droit datée" {
  remplacer = quatre_jours_francs_a_29(), parametres = { ["population"] = 3500, ["convocation.seuil_habitants.commune"] = 3501 },
  attendu = "conforme", message = "3 exigés (3 500 habitants selon le dossier collectivites)",
}
essai "le seuil changé se lit dans la phrase" {
  remplacer = quatre_jours_francs_a_29(), parametres = { ["convocation.seuil_habitants.commune"] = 1000 },
  attendu = "non_verifiable", message = "assez sous 1 000 habitants (3), trop peu au-delà (5)",
}
essai "commune de 3 500 habitants : cinq jours francs" {
  remplacer = { { "membres en exercice : 19", "membres en exercice : 29" }, { "convoqué le 5 octobre", "convoqué le 6 octobre" } },
  parametres = { ["population"] = 3500 }, attendu = "conforme", message = "5 exigés",
}
essai "commune de 3 500 habitants : urgence" {
  remplacer = { { "membres en exercice : 19", "membres en exercice : 29" }, { "convoqué le 5 octobre 2023", "convoqué le 8 octobre 2023 en urgence" } },
  parametres = { ["population"] = 3500 }, attendu = "non_verifiable", message = "1 jour franc suffit",
}
essai "une population qui ne va pas avec un conseil de 19 membres" {
  remplacer = { { "convoqué le 5 octobre", "convoqué le 8 octobre" } }, parametres = { ["population"] = 9000 },
  attendu = "non_verifiable", message = "d'une commune plus petite",
}
essai "deux convocations : ce que l'acte en dit" {
  remplacer = { { "convoqué le 5 octobre 2023", "convoqué une première fois le 28 septembre 2023 pour le 5 octobre 2023, puis de nouveau le 6 octobre 2023" } },
  attendu = "non_verifiable", message = "convoqué une première fois le 28 septembre 2023",
}
