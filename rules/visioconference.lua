-- SPDX-License-Identifier: EUPL-1.2

local VISIO = { "en visioconférence", "par visioconférence", "en visio-conférence", "par visio-conférence", "en visio ", "par visio ",
  "par téléconférence", "en téléconférence" }
-- Des mots de tous les jours : ils ne comptent que si la phrase dit elle-même qu'un membre, ou l'assemblée, siège ainsi.
local DISTANCE = { "à distance", "en distanciel", "par Zoom", "via Zoom", "sur Zoom", "par Teams", "via Teams", "sur Teams", "par audioconférence", "en audioconférence" }
local LOIN_DE = { "à distance de", "à distance d'", "à distance du", "à distance des", "à distance raisonnable", "à bonne distance", "webinaire", "des jeunes", "numériques" }
local ICI_MEME = { "séance", "vote", "délibér", "réunion", "réuni" }
local SIEGER = { "réuni", "présent", "particip", "siège", "assist", "séance" }
local AUTRES = { "retransmi", "diffus", "groupe de travail", "formation", "matériel", "équipement" }

-- L'assemblée même : son nom, et ce qui dit qu'elle siège. Le nom d'une autre, ou d'un tiers, dit une autre réunion que la sienne.
local ASSEMBLEE = { "l'assemblée", "le conseil s'est", "le conseil se", "le conseil, réuni", "le conseil est réuni", "le conseil siège", "séance s'est", "séance se t",
  "séance se d", "séance a lieu", "séance a eu lieu", "séance tenue", "séance est tenue", "séance en visio", "séance par visio", "se sont réunis", "sont réunis" }
local REUNIE = { "réuni", "siège", "séance s'est", "séance se", "séance a ", "séance tenue", "séance est tenue", "séance en visio", "séance par visio", "se tient" }
local MEMBRES = { "conseillers", "conseillères", "élus", "membres", "délégués" }
local A_PARTICIPE = { "particip", "assist", "siège", "connect", "sont présents", "étaient présents", "présents en visio", "présents par visio",
  "présentes en visio", "présentes par visio" }
local SEUL = { "présent en visio", "présente en visio", "présent par visio", "présente par visio" }
local TIERS = { "comité", "réunion publique", "réunion de travail", "réunion de chantier", "réunion d'information", "réunion préparatoire", "réunion de concertation", "réunion de présentation", "réunion technique",
  "atelier", "architecte", "bureau d'études", "cabinet", "maître d'œuvre", "comptable", "trésorier", "trésorière", "préfet", "préfète", "prestataire", "expert", "notaire",
  "intervenant", "consultant", "délégataire", "technicien", "ingénieur", "directeur", "directrice", "avocat", "commissaire enquêteur", "chargé d", "chargée d", "responsable", "représentants d" }

-- « oui », la phrase dit que l'assemblée ou un de ses membres siège à distance ; « tiers », que quelqu'un d'autre le fait ; sinon « peut-être ».
local function qui_est_a_distance(d, p)
  local assemblee = (porte_un_de(p, noms_de_l_organe(d)) or porte_un_de(p, ASSEMBLEE)) and porte_un_de(p, REUNIE)
  local presents = d:si_lu("presents")
  local nomme = presents and nombre(nommes_dans(p, presents)) > 0
  local membre = (nomme or porte_un_de(p, MEMBRES)) and porte_un_de(p, A_PARTICIPE) or nomme and porte_un_de(p, SEUL)
  local ailleurs = autre_assemblee(d, p) or organe_tiers(p) or d.organe ~= "comite_syndical" and porte_un_de(p, TIERS)
  local commission = trouve(p, "commission") and not trouve(p, "commission permanente")
  if (assemblee or membre) and not ailleurs and not commission then return "oui" end
  if ailleurs and not assemblee and not commission and not membre then return "tiers" end
  return "peut-être"
end

-- Le passage où l'assemblée, ou un de ses membres, siège à distance ; puis celui où ce peut être elle ; puis celui où c'est un autre.
local function a_distance(d)
  local peut_etre, tiers
  for p in chaque(passages(d, VISIO)) do
    if porte_un_de(p, SIEGER) and not porte_un_de(p, AUTRES) then
      local qui = qui_est_a_distance(d, p)
      if qui == "oui" then return p end
      if qui == "tiers" then tiers = tiers or p else peut_etre = peut_etre or p end
    end
  end
  for p in chaque(passages(d, DISTANCE)) do
    local ici = porte_un_de(p, SIEGER) and porte_un_de(p, ICI_MEME) and not porte_un_de(p, AUTRES) and not porte_un_de(p, LOIN_DE)
    if ici and qui_est_a_distance(d, p) == "oui" then peut_etre = peut_etre or p end
  end
  return nil, peut_etre, tiers
end

regle {
  id      = "visioconference",
  version = "1.3.1",
  titre   = "Réunion par visioconférence",
  gravite = "mineure",
  portee  = "seance",
  resume  = "Depuis le 1er août 2022, les conseils communautaires, départementaux et régionaux peuvent se réunir en plusieurs lieux par "
    .. "visioconférence, mais ni pour le budget primitif ni au scrutin secret. Le conseil municipal n'est pas cité par la loi. La règle est "
    .. "mineure : elle repose sur une source secondaire, et la loi du 22 décembre 2025 reste à relire sur ce point. La retransmission "
    .. "d'une séance n'est pas une réunion à distance, ni la réunion d'un autre organe, ni la présence à distance d'un tiers.",
  fondement = {
    { niveau = "commune", code = "loi 2022-217", article = "170", dit = "réunion en plusieurs lieux : les communes ne sont pas citées" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-11-1",
      dit = "visioconférence admise, votes au scrutin public ; ni élection, ni budget primitif" },
    { niveau = "departement", code = "CGCT", article = "L. 3121-9-1",
      dit = "visioconférence admise, votes au scrutin public ; ni élection, ni budget primitif" },
    { niveau = "region", code = "loi 2022-217", article = "170",
      dit = "visioconférence admise, votes au scrutin public ; ni élection, ni budget primitif" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    local nom = "visioconference.admise." .. d.niveau
    if not parametre_connu(nom) then return hors_table(d, "visioconférence") end
    local p, peut_etre, tiers = a_distance(d)
    if not p and peut_etre then
      return non_verifiable(texte("visioconférence ou réunion à distance mentionnée : si c'est l'assemblée qui s'y réunit n'est pas sûr : « %s »", peut_etre.texte))
    end
    if not p and tiers then return conforme("la visioconférence mentionnée est celle d'un tiers ou d'une autre réunion, non de l'assemblée") end
    if not p then return conforme("aucune réunion à distance mentionnée") end
    if parametre(nom, d.seance.date) == 0 then
      return anomalie { sujet = "visioconference", preuve = p,
        message = "réunion par visioconférence : la loi qui la permet ne cite pas les conseils municipaux" }
    end
    local secret = scrutin_secret_dit(d)
    if secret then
      return anomalie { sujet = "visioconference", preuve = { p, secret },
        message = "réunion par visioconférence et scrutin secret : la loi n'y admet que le scrutin public" }
    end
    local budget = passage(d, { "adopter le budget primitif", "adopte le budget primitif", "voter le budget primitif", "vote le budget primitif" })
    if budget then
      return anomalie { sujet = "visioconference", preuve = { p, budget },
        message = "réunion par visioconférence et budget primitif : la loi l'exclut" }
    end
    if passage(d, "budget primitif") then
      return non_verifiable("réunion par visioconférence ; l'acte parle du budget primitif, sans qu'il soit sûr qu'il le vote")
    end
    return conforme("réunion par visioconférence, sans scrutin secret ni budget primitif")
  end,
}

essai "aucune visioconférence" { attendu = "conforme", message = "aucune réunion à distance" }
essai "un membre à distance, sans le mot de visioconférence" {
  remplacer = { { "s'est réuni en session ordinaire", "s'est réuni en session ordinaire (les conseillers de la vallée participent à distance)" } },
  attendu = "non_verifiable", message = "réunion à distance mentionnée",
}
essai "à distance d'autre chose" {
  remplacer = { { "s'est réuni en session ordinaire", "s'est réuni en session ordinaire, à distance de tout bruit," } }, attendu = "conforme",
}
essai "conseil municipal à distance" {
  remplacer = { { "s'est réuni en session ordinaire\nà la mairie", "s'est réuni par visioconférence" } },
  attendu = "anomalie", gravite = "mineure", message = "ne cite pas les conseils municipaux", preuve = "par visioconférence",
}
essai "conseil municipal à distance en juin 2021 : périodes à lire" {
  document = "cm-covid", remplacer = { { "s'est réuni", "s'est réuni en visioconférence" } },
  attendu = "non_verifiable", message = "visioconference.admise",
}
essai "séance retransmise" {
  remplacer = { { "Mme le Maire présente les deux devis", "La séance est retransmise en visioconférence. Mme le Maire présente les deux devis" } },
  attendu = "conforme",
}
essai "conseil communautaire à distance" {
  document = "cc-reguliere", remplacer = { { "s'est réuni au\nsiège de la communauté", "s'est réuni par visioconférence" } },
  attendu = "conforme", message = "sans scrutin secret",
}
essai "conseil communautaire à distance, scrutin secret" {
  document = "cc-reguliere",
  remplacer = { { "s'est réuni au\nsiège de la communauté", "s'est réuni par visioconférence" }, { "après en avoir délibéré,", "après en avoir délibéré au scrutin secret," } },
  attendu = "anomalie", gravite = "mineure", message = "n'y admet que le scrutin public",
}
essai "conseil communautaire à distance, scrutin secret écarté" {
  document = "cc-reguliere",
  remplacer = { { "s'est réuni au\nsiège de la communauté", "s'est réuni par visioconférence" },
    { "après en avoir délibéré,", "après avoir décidé à l'unanimité de ne pas procéder au scrutin secret," } },
  attendu = "conforme",
}
essai "conseil communautaire à distance, avant le vote du budget primitif" {
  document = "cc-reguliere",
  remplacer = { { "s'est réuni au\nsiège de la communauté", "s'est réuni par visioconférence" },
    { "Le conseil communautaire, après", "Ce rapport précède le vote du budget primitif.\n\nLe conseil communautaire, après" } },
  attendu = "non_verifiable", message = "sans qu'il soit sûr qu'il le vote",
}
essai "une commission à distance, ou le conseil" {
  remplacer = { { "Mme le Maire présente les deux devis", "Après avis de la commission, réunie en visioconférence, Mme le Maire présente les deux devis" } },
  attendu = "non_verifiable", message = "si c'est l'assemblée qui s'y réunit n'est pas sûr",
}
essai "conseil départemental à distance, budget primitif" {
  document = "cd-pleniere",
  remplacer = { { "se sont réunis à l'Hôtel du Département, à Vaucroze,", "se sont réunis en visioconférence," },
    { "- d’adopter le schéma départemental des mobilités du quotidien ;", "- d’adopter le budget primitif ;" } },
  attendu = "anomalie", gravite = "mineure", message = "budget primitif : la loi l'exclut",
}
local PRESENTE = "Mme le Maire présente les deux devis reçus."
for phrase in chaque { "La paysagiste du cabinet Verdurel, en visioconférence, présente l'esquisse aux conseillers.", "La réunion publique du 3 octobre 2023 s'est tenue en visioconférence.", "La réunion de concertation s'est tenue en visioconférence.", "Le conseil économique a siégé en visioconférence.",
  "Le comptable public, présent en visioconférence, répond aux questions des élus.", "M. le Sous-Préfet participe à la réunion par visioconférence.",
  "M. Urbain TALVERNE, du bureau d'études, présente le projet par visioconférence puis quitte la réunion.",
  "Le conseil communautaire, réuni en visioconférence le 3 octobre 2023, a émis un avis." } do
  essai("un tiers, ou une autre réunion : " .. phrase) { remplacer = { { PRESENTE, phrase } }, attendu = "conforme", message = "d'un tiers ou d'une autre réunion" }
end
for phrase in chaque { "Le conseil municipal siège en visioconférence.", "La séance se tient par visioconférence.", "M. Ferréol GRISOLANGE participe à la séance par visioconférence.",
  "M. Ferréol GRISOLANGE est présent en visioconférence.",
  "Les élus participent en visioconférence." } do
  essai("l'assemblée, ou l'un des siens : " .. phrase) {
    remplacer = { { PRESENTE, phrase } }, attendu = "anomalie", gravite = "mineure", message = "ne cite pas les conseils municipaux",
  }
end
for phrase in chaque { "M. Urbain TALVERNE présente le projet par visioconférence.", "Les élus et l'architecte participent en visioconférence.",
  "Le conseil municipal se réunit ; les élus et le comité des fêtes participent par visioconférence." } do
  essai("qui est à distance n'est pas sûr : " .. phrase) { remplacer = { { PRESENTE, phrase } }, attendu = "non_verifiable", message = "n'est pas sûr" }
end
essai "conseil communautaire : le conseil de développement à distance" {
  document = "cc-reguliere",
  remplacer = { { "Le conseil communautaire, après", "Le conseil de développement, réuni en visioconférence, a émis un avis.\n\nLe conseil communautaire, après" } },
  attendu = "conforme", message = "non de l'assemblée",
}
essai "liste des présents illisible : les élus participent à distance" {
  remplacer = { { "Étaient présents :", "Membres :" }, { PRESENTE, "Les élus participent en visioconférence." } },
  attendu = "anomalie", gravite = "mineure", message = "ne cite pas les conseils municipaux",
}
essai "liste des présents illisible : un nom que rien ne dit d'un élu" {
  remplacer = { { "Étaient présents :", "Membres :" }, { PRESENTE, "M. Ferréol GRISOLANGE participe par visioconférence." } },
  attendu = "non_verifiable", message = "n'est pas sûr",
}
