-- SPDX-License-Identifier: EUPL-1.2

-- Une abstention n'est pas un suffrage exprimé : elle ne rompt l'unanimité que si l'acte la dit de tous les présents ou
-- votants.
local BASES = {
  "unanimité des membres présents", "unanimité des présents", "unanimité des votants", "unanimité du conseil",
  "unanimité des membres du conseil", "unanimité des membres de l'assemblée", "unanimité de ses membres",
  "unanimité des conseillers présents", "unanimité des élus présents", "unanimité des délégués présents",
}

local function base_annoncee(v)
  for base in chaque(BASES) do
    if trouve(v:si_lu("formule_texte") or "", base) then return base end
  end
  return nil
end

-- « À l'unanimité moins une voix contre » dit elle-même qu'elle n'en est pas une.
local MOINS = { "unanimité moins", "unanimité, moins", "unanimité sauf", "unanimité, sauf", "unanimité à l'exception",
  "unanimité, à l'exception", "unanimité hormis", "unanimité, hormis", "unanimité excepté", "unanimité, excepté" }

-- « M. A est contre », « seul M. A s'y opposant », « malgré le vote défavorable de M. A » : le présent dont l'acte le dit, et la phrase ; ou nil.
-- « Est contre le projet » est un avis, dans un débat : ces mots finissent la phrase ou la proposition.
local VOIX_DITES = { "est contre", "étant contre", "contre", "oppos", "défavorable", "négatif", "absten", "abstien", "abstenu" }
local CONTRE_DERRIERE = { "§ vote contre", "§ a voté contre", "§ votant contre", "§ ayant voté contre", "§ s'y oppos", "§ s'y est oppos", "§ s'opposant", "§ ayant levé la main contre",
  "§ a levé la main contre", "§ lève la main contre", "§ levant la main contre", "§ est contre¤", "§ est contre.", "§ est contre,", "§ est contre ;", "§ étant contre¤", "§ étant contre.", "§ étant contre," }
local CONTRE_DEVANT = { "vote défavorable de §", "voix défavorable de §", "vote négatif de §", "vote contraire de §", "voix contre de §", "vote contre de §", "malgré l'opposition de §" }
local ABSTENTION_DERRIERE = { "§ s'abstient", "§ s'abstenant", "§ s'est abstenu", "§ s'étant abstenu" }
local ABSTENTION_DEVANT = { "abstention de §" }

local function voix_nommee(d, abstentions_aussi)
  local presents = d:si_lu("presents")
  local phrases = presents and passages(d, VOIX_DITES) or {}
  for p in chaque(phrases) do
    for n in chaque(nommes_dans(p, presents)) do
      local apres, avant = texte("§%s¤", n.apres), n.avant .. "§"
      local dite = porte_un_de(apres, CONTRE_DERRIERE) or porte_un_de(avant, CONTRE_DEVANT)
      if dite or (abstentions_aussi and (porte_un_de(apres, ABSTENTION_DERRIERE) or porte_un_de(avant, ABSTENTION_DEVANT))) then return n.elu, p end
    end
  end
  return nil
end

regle {
  id      = "unanimite",
  version = "1.5.0",
  titre   = "Unanimité annoncée et décompte des voix",
  gravite = "majeure",
  resume  = "« À l'unanimité » ne va pas avec une voix contre. Les abstentions ne comptent pas : l'unanimité est celle "
    .. "des suffrages exprimés (réponse ministérielle, donc doctrine). Seule « l'unanimité des membres présents », "
    .. "« des votants » ou « du conseil » avec des abstentions est une anomalie, mineure. « À l'unanimité moins une voix "
    .. "contre », qui se corrige elle-même, est une information. Quand les voix contre "
    .. "l'emportent, la règle « majorite » le dit seule. Les voix contre dont le décompte ne dit rien sont nulles quand celles qu'il dit "
    .. "font tous les présents et représentés. La voix contre que l'acte dit d'un présent nommé et que le décompte n'a pas rend l'unanimité non vérifiable ; l'abstention aussi, "
    .. "quand il y a un décompte ou que l'unanimité est dite de tous les présents.",
  fondement = {
    { reponse_ministerielle = "Sénat, n° 15666, JO du 24 mars 2005, p. 860",
      dit = "doctrine : l'unanimité est acquise si tous ceux qui se sont exprimés sont favorables, abstentions non comptées" },
    { niveau = "commune", code = "CGCT", article = "L. 2121-20",
      dit = "les délibérations sont prises à la majorité absolue des suffrages exprimés" },
    { niveau = "epci", code = "CGCT", article = "L. 2121-20",
      dit = "les délibérations sont prises à la majorité absolue des suffrages exprimés" },
    { niveau = "epci", code = "CGCT", article = "L. 5211-1",
      dit = "les règles du conseil municipal s'appliquent à l'organe délibérant de l'EPCI" },
    { niveau = "departement", organe = "conseil_departemental", code = "CGCT", article = "L. 3121-14",
      dit = "les délibérations sont prises à la majorité des suffrages exprimés" },
    { niveau = "departement", organe = "commission_permanente", code = "CGCT", article = "L. 3121-14-1",
      dit = "la règle de majorité de l'article L. 3121-14 vaut pour la commission permanente" },
    { niveau = "region", organe = "conseil_regional", code = "CGCT", article = "L. 4132-13",
      dit = "les délibérations sont prises à la majorité des suffrages exprimés" },
    { niveau = "region", organe = "commission_permanente", code = "CGCT", article = "L. 4132-13-1",
      dit = "la règle de majorité du conseil régional vaut pour la commission permanente" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple     = "cp-reguliere",

  controle = function(d)
    if not parametre_de(d, "partage.voix_preponderante") then return hors_table(d, "unanimité") end
    return par_vote(d, function(v)
      if v:statut("formule") == "absent" then return nil, "l'acte n'annonce pas de résultat" end
      if voix_d_un_candidat(d, v) then return nil, "voix d'un candidat : une élection n'est pas un vote pour ou contre" end
      if v:statut("formule") ~= "lu" then
        local contre = resultat_d_a_cote(d, v) == "unanimite" and v:si_lu("contre") or 0
        if contre == 0 then return "non_lu", "formule" end
        return "doute", texte("%d voix contre, et l'unanimité est annoncée à part : si ce décompte est le sien, l'un des deux est à corriger", contre)
      end
      if v.formule ~= "unanimite" then return nil, "l'acte n'annonce pas l'unanimité" end
      local nuance = porte_un_de(v:si_lu("formule_texte") or "", MOINS)
      if sans_decompte(v) and nuance then
        return "doute", "l'acte dit l'unanimité et une exception : une opposition, ou une abstention, qui ne la rompt pas"
      end
      local elu, dit = nil, nil
      -- Une abstention nommée ne contredit que le décompte qui ne l'a pas, ou une unanimité dite de tous les présents.
      local abstention_compte = (v:si_lu("abstentions") or 0) == 0 and (base_annoncee(v) ~= nil or v:statut("pour") == "lu")
      if acte_seul(d) then elu, dit = voix_nommee(d, abstention_compte) end
      if elu and (v:si_lu("contre") or 0) == 0 then
        return "doute", texte("l'unanimité est annoncée, et l'acte dit la voix de %s : « %s »", elu.nom, dit.texte)
      end
      if sans_decompte(v) or (v:statut("pour") == "absent" and v:statut("contre") == "absent" and not base_annoncee(v)) then
        return nil, "unanimité annoncée sans décompte : rien à comparer"
      end

      local contre = v:si_lu("contre")
      if contre and contre > 0 then
        if (v:si_lu("pour") or contre + 1) <= contre then return nil, "les voix pour ne l'emportent pas : voir majorite" end
        if contre_autre_chose(d) then
          return "doute", texte("%d voix contre, mais elles disent à quoi l'on s'oppose : ce n'est pas un vote contre le texte, à relire", contre)
        end
        if nuance then
          return "information",
            texte("%d voix contre, et l'acte le dit (« unanimité moins… ») : c'est la majorité des suffrages exprimés", contre)
        end
        return "majeure", texte("%d voix contre, mais « unanimité » annoncée", contre)
      end
      local manque = voix_manquante(d, v)
      if manque then return "non_lu", manque end

      local total, pour, abstentions = voix_lues(v), v.pour, v:si_lu("abstentions") or 0
      local base = base_annoncee(v)
      if abstentions > 0 and base then
        return "mineure", texte("%s, mais « %s » annoncée", compte_de(abstentions, "abstention"), base)
      end
      if abstentions > 0 then
        return "juste", texte("%d voix pour, aucune contre, %s : unanimité des suffrages exprimés",
          pour, compte_de(abstentions, "abstention"))
      end
      return "juste", texte("%d voix pour sur %d, aucune contre", pour, total)
    end)
  end,
}

essai "commission permanente : unanimité et aucune voix contre" { attendu = "conforme",
message = "29 voix pour sur 29, aucune contre" }

essai "des voix contre une fermeture, pour la motion" {
  document = "cp-reguliere",
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "16 voix pour, 13 voix contre la fermeture, 0 abstention." } },
  attendu = "non_verifiable", message = "à quoi l'on s'oppose",
}
essai "une voix contre" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 28 Contre : 1" } },
  attendu = "anomalie",
  gravite = "majeure", message = "1 voix contre, mais « unanimité » annoncée", preuve = "Contre : 1",
}
essai "à l'unanimité moins une voix contre : l'acte le dit" {
  document = "cm-reguliere",
  remplacer = { { "à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention",
    "à l'unanimité moins une voix contre" } },
  attendu = "anomalie", gravite = "information", message = "et l'acte le dit",
}
essai "à l'unanimité, sauf un élu qui s'y oppose : sans un chiffre" {
  document = "cm-reguliere", remplacer = { { "à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention",
    "à l'unanimité, sauf M. Léandre HOUSTALET qui s'y oppose" } },
  attendu = "non_verifiable", message = "l'unanimité et une exception",
}
essai "une voix contre dans un décompte que suit l'unanimité, à part" {
  document = "cm-reguliere",
  remplacer = { { "Le conseil municipal, après en avoir délibéré, à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention,\n\nDÉCIDE\n\n- d'acquérir la tondeuse proposée par les établissements Verdurel au prix de 8 940 € toutes taxes\ncomprises ;\n\n- d'inscrire cette dépense au budget communal.", "Le conseil municipal, à l'unanimité, fixe le prix à 8 940 €.\n\nPour : 17 Contre : 1 Abstention : 0" } },
  attendu = "non_verifiable", message = "1 voix contre, et l'unanimité est annoncée à part",
}
essai "aucune voix contre dans un décompte à part : il est celui de l'unanimité" {
  document = "cm-reguliere",
  remplacer = { { "Le conseil municipal, après en avoir délibéré, à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention,\n\nDÉCIDE\n\n- d'acquérir la tondeuse proposée par les établissements Verdurel au prix de 8 940 € toutes taxes\ncomprises ;\n\n- d'inscrire cette dépense au budget communal.", "Le conseil municipal, à l'unanimité, fixe le prix à 8 940 €.\n\nPour : 18 Contre : 0 Abstention : 0" } },
  attendu = "conforme", message = "18 voix pour sur 18",
}
essai "une voix contre ajoutée au total" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 29 Contre : 1" } }, attendu = "anomalie", gravite = "majeure",
}
essai "quatre voix contre, exemple complet" {
  document = "cp-unanimite-contre", attendu = "anomalie", gravite = "majeure", message = "4 voix contre",
}
essai "deux abstentions : l'unanimité des suffrages exprimés demeure" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 27 Contre : 0 Abstentions : 2" } },
  attendu = "conforme", message = "2 abstentions : unanimité des suffrages exprimés",
}
essai "deux abstentions et « unanimité des membres présents »" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 27 Contre : 0 Abstentions : 2" },
                { "à l'unanimité.", "à l'unanimité des membres présents." } },
  attendu = "anomalie",
  gravite = "mineure", message = "2 abstentions, mais « unanimité des membres présents » annoncée",
}
essai "une abstention et « unanimité des votants »" {
  document = "cm-reguliere",
  remplacer = {
    { "à l'unanimité des suffrages exprimés, par dix-huit voix", "à l'unanimité des votants, par dix-sept voix" },
    { "zéro abstention", "une abstention" },
  },
  attendu = "anomalie", gravite = "mineure", message = "1 abstention, mais « unanimité des votants » annoncée",
}
essai "autant de voix contre que de voix pour : majorite le dit" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 14 Contre : 14" } }, attendu = "sans_objet", message = "voir majorite",
}
essai "les voix contre l'emportent : majorite le dit" {
  remplacer = { { "Pour : 29 Contre : 0", "Pour : 10 Contre : 19" } },
  attendu = "sans_objet", message = "voir majorite",
}
essai "majorité annoncée" { document = "cp-trop-de-voix", attendu = "sans_objet" }
essai "rien n'est dit des voix contre, et tous ont voté" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "Pour : 27 Abstentions : 2" } }, attendu = "conforme", message = "27 voix pour, aucune contre, 2 abstentions",
}
essai "décompte incomplet" { remplacer = { { "Pour : 29 Contre : 0 ", "Pour : 28 " } }, attendu = "non_verifiable", message = "contre" }
local UNANIME = "à l'unanimité des suffrages exprimés, par dix-huit voix\npour, zéro contre et zéro abstention"
for phrase in chaque { "à l'unanimité, seul M. Léandre HOUSTALET s'y opposant", "à l'unanimité, malgré le vote défavorable de M. Léandre HOUSTALET", "à l'unanimité, M. HOUSTALET ayant levé la main contre" } do
  essai("une voix contre dite d'un élu, sans décompte : " .. phrase) {
    document = "cm-reguliere", remplacer = { { UNANIME, phrase } }, attendu = "non_verifiable", message = "l'acte dit la voix de M. Léandre HOUSTALET",
  }
end
for phrase in chaque { "M. Léandre HOUSTALET est contre.", "M. HOUSTALET vote contre." } do
  essai("une voix dite d'un élu, dans une autre phrase : " .. phrase) {
    document = "cm-reguliere", remplacer = { { UNANIME, "à l'unanimité" }, { "Mme le Maire présente les deux devis reçus.", phrase } }, attendu = "non_verifiable", message = "l'acte dit la voix de",
  }
end
for phrase in chaque { "M. Léandre HOUSTALET est contre le projet voisin, dit-il.", "M. Urbain TALVERNE est contre.", "M. HOUSTALET n'est pas contre." } do
  essai("un avis, ou la voix de qui n'est pas élu : " .. phrase) {
    document = "cm-reguliere", remplacer = { { UNANIME, "à l'unanimité" }, { "Mme le Maire présente les deux devis reçus.", phrase } }, attendu = "sans_objet", message = "sans décompte",
  }
end
essai "l'abstention d'un présent nommé, sans décompte : les suffrages exprimés restent unanimes" {
  document = "cm-reguliere", remplacer = { { UNANIME, "à l'unanimité des suffrages exprimés" }, { "Mme le Maire présente les deux devis reçus.", "Mme Zélie AUBESPINAY s'abstient." } },
  attendu = "sans_objet", message = "sans décompte",
}
essai "l'abstention d'un présent nommé, et l'unanimité des présents" {
  document = "cm-reguliere", remplacer = { { UNANIME, "à l'unanimité des membres présents" }, { "Mme le Maire présente les deux devis reçus.", "Mme Zélie AUBESPINAY s'abstient." } },
  attendu = "non_verifiable", message = "dit la voix de",
}
essai "unanimité sans décompte" {
  remplacer = { { "Pour : 29 Contre : 0 Abstentions : 0", "" } }, attendu = "sans_objet", message = "sans décompte",
}
essai "conseil municipal : voix en lettres" { document = "cm-reguliere",
attendu = "conforme", message = "18 voix pour sur 18" }
essai "conseil municipal : trois voix contre, en lettres" {
  document = "cm-reguliere",
  remplacer = {
    { "par dix-huit voix", "par quinze voix" },
    { "zéro contre", "trois contre" },
  },
  attendu = "anomalie", gravite = "majeure", message = "3 voix contre",
}
essai "procès-verbal : chaque vote garde son résultat" {
  document = "pv-conseil-municipal", attendu = "conforme", message = "1 vote jugé, rien à relever",
}
essai "conseil régional : six abstentions" { document = "cr-pleniere", attendu = "conforme", message = "6 abstentions" }
essai "unanimité des membres présents, sans abstention" {
  remplacer = { { "à l'unanimité.", "à l'unanimité des membres présents." } }, attendu = "conforme", message = "29 voix pour sur 29",
}
