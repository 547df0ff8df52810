-- SPDX-License-Identifier: EUPL-1.2

local CLAUSE = { "clause générale de compétence", "clause de compétence générale", "compétence générale du département",
  "compétence générale de la région" }
local PASSE = { "supprim", "suppression", "abrog", "fin de la", "disparition", "ancienne", "depuis la loi", "loi NOTRe", "2015-991",
  "commune", "ne dispose plus", "n'a plus", "sans ", "ne relève", "ne relèvent", "ne se fonde", "ne s'appuie", "ne peut", "n'est pas", "n'entre pas", "et non", "plutôt", "hors de", "indépendamment", "ne procède",
  "n'invoque", "aucune", "écart" }

regle {
  id      = "clause-generale-de-competence",
  version = "1.0.1",
  titre   = "Clause générale de compétence du département ou de la région",
  gravite = "mineure",
  resume  = "Depuis le 9 août 2015, départements et régions n'ont plus de clause générale de compétence : un acte ne s'y appuie plus. Une "
    .. "mention qui s'y appuie est mineure : l'acte peut avoir une autre base. La règle laisse les phrases qui parlent de sa "
    .. "suppression, et celles qui parlent des communes, qui l'ont gardée.",
  fondement = {
    { niveau = "departement", code = "loi 2015-991", article = "94", dit = "le conseil départemental règle les affaires du département "
      .. "dans les domaines que la loi lui attribue" },
    { niveau = "region", code = "loi 2015-991", article = "1", dit = "le conseil régional règle les affaires de la région dans les domaines "
      .. "que la loi lui attribue" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cd-pleniere",

  controle = function(d)
    local nom = "competence.clause_generale." .. d.niveau
    if not parametre_connu(nom) then return hors_table(d, "clause générale de compétence") end
    local invoquee, douteuse = nil, nil
    for p in chaque(passages(d, CLAUSE)) do
      if porte_un_de(p, PASSE) then douteuse = p else invoquee = invoquee or p end
    end
    if parametre(nom, d.seance.date) == 1 then return sans_objet("séance antérieure à la suppression de la clause") end
    if invoquee then
      return anomalie { sujet = "clause", preuve = invoquee,
        message = "l'acte invoque la clause générale de compétence, supprimée pour les départements et les régions le 9 août 2015" }
    end
    if douteuse then return non_verifiable("clause générale de compétence nommée, sans qu'il soit sûr que l'acte s'y appuie") end
    return conforme("clause générale de compétence non invoquée")
  end,
}

local function visa(mots)
  return { { "Vu l'avis de la commission des mobilités du 6 novembre 2023 ;", mots } }
end
essai "non invoquée" { attendu = "conforme" }
essai "invoquée" {
  remplacer = visa("Considérant que le Département agit au titre de sa clause générale de compétence ;"),
  attendu = "anomalie", gravite = "mineure", message = "supprimée", preuve = "clause générale de compétence",
}
essai "sa suppression rappelée" {
  remplacer = visa("Considérant la suppression de la clause générale de compétence ;"), attendu = "non_verifiable",
}
for phrase in chaque { "Considérant que l'aide ne relève pas de la clause générale de compétence ;", "Considérant que le Département agit pour la culture, compétence partagée, et non au titre de la clause générale de compétence ;" } do
  essai("écartée : " .. phrase) { remplacer = visa(phrase), attendu = "non_verifiable" }
end
essai "invoquée en 2014" {
  remplacer = { { "Le vendredi 24 novembre 2023 à", "Le lundi 24 novembre 2014 à" },
    { "Vu l'avis de la commission des mobilités du 6 novembre 2023 ;", "Vu la clause générale de compétence ;" } },
  attendu = "sans_objet",
}
essai "région" {
  document = "cr-pleniere", remplacer = { { "Vu le code de l'éducation, notamment l'article L. 214-6 ;", "Vu la clause de compétence générale ;" } },
  attendu = "anomalie", gravite = "mineure",
}
essai "commune" { document = "cm-reguliere", attendu = "sans_objet" }
