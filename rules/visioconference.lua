-- SPDX-License-Identifier: EUPL-1.2

local VISIO = { "en visioconférence", "par visioconférence", "en visio-conférence", "par visio-conférence", "en visio ", "par visio ",
  "par téléconférence", "en téléconférence" }
local SIEGER = { "réuni", "présent", "particip", "siège", "assist", "séance" }
local AUTRES = { "retransmi", "diffus", "groupe de travail", "formation", "matériel", "équipement" }

-- Le passage où l'assemblée, ou un de ses membres, siège à distance ; puis celui où ce peut être une commission.
local function a_distance(d)
  local peut_etre = nil
  for p in chaque(passages(d, VISIO)) do
    if porte_un_de(p, SIEGER) and not porte_un_de(p, AUTRES) then
      if d.organe == "commission_permanente" or not trouve(p, "commission") then return p, p end
      peut_etre = peut_etre or p
    end
  end
  return nil, peut_etre
end

regle {
  id      = "visioconference",
  version = "1.1.0",
  titre   = "Réunion par visioconférence",
  gravite = "mineure",
  portee  = "seance",
  resume  = "Depuis le 1er août 2022, les conseils communautaires, départementaux et régionaux peuvent se réunir en plusieurs lieux par "
    .. "visioconférence, mais ni pour le budget primitif ni au scrutin secret. Le conseil municipal n'est pas cité par la loi. La règle est "
    .. "mineure : elle repose sur une source secondaire, et la loi du 22 décembre 2025 reste à relire sur ce point. La retransmission "
    .. "d'une séance n'est pas une réunion à distance.",
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
    local p, peut_etre = a_distance(d)
    if not p and peut_etre then
      return non_verifiable("visioconférence mentionnée avec une commission : si c'est l'assemblée qui s'y réunit n'est pas sûr")
    end
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
