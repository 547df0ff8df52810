-- SPDX-License-Identifier: EUPL-1.2

-- Pourquoi l'un de ces nombres, que l'acte écrit, n'est pas lu ; nil quand il n'en écrit aucun de plus.
local function non_lu(d, champs)
  for champ in chaque(champs) do
    if raison(d, champ) ~= "" then return raison(d, champ) end
  end
  return nil
end

-- Un nombre écrit dans l'acte, ou nil ; le registre des effectifs n'est pas l'acte.
local function ecrit(d, champ)
  if champ == "effectif" and source_de_l_effectif() then return nil end
  return d:si_lu(champ)
end

regle {
  id      = "totaux-coherents",
  version = "1.1.1",
  titre   = "Nombres annoncés : présents, votants, membres en exercice",
  gravite = "mineure",
  portee  = "seance",
  resume  = "Les nombres de l'en-tête se tiennent : pas plus de présents que de membres en exercice, pas plus de votants que de "
    .. "présents et de pouvoirs. La règle ne compare que des nombres que l'acte écrit lui-même et des listes lues en entier ; "
    .. "une présence bornée dans le temps la rend non vérifiable. C'est une erreur de plume tant que le vote n'en dépend pas.",
  fondement = {
    { usage = "arithmétique : ne votent que les présents, en leur nom et pour ceux qui leur ont donné pouvoir" },
    { jurisprudence = "CE, 2 février 1983, n° 33648",
      dit = "une mention inexacte des présents est une erreur de plume si l'élu n'a compté ni pour le quorum ni dans les voix" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-reguliere",

  controle = function(d)
    local effectif, presents = ecrit(d, "effectif"), ecrit(d, "presents_annonces")
    local votants = ecrit(d, "votants_annonces")
    if not presents and not votants then
      local pourquoi = non_lu(d, { "presents_annonces", "votants_annonces" })
      if pourquoi then return non_verifiable(texte("un nombre annoncé n'est pas lu (%s)", pourquoi)) end
      return sans_objet("l'acte n'annonce ni présents ni votants")
    end
    local fautes, comptes = {}, 0
    if presents and effectif then
      comptes = comptes + 1
      if presents > effectif then
        ajoute(fautes, { sujet = "presents_annonces", preuve = { "presents_annonces", "effectif" },
          message = texte("%d présents annoncés pour %d membres en exercice", presents, effectif) })
      end
    end
    if votants and effectif then
      comptes = comptes + 1
      if votants > effectif then
        ajoute(fautes, { sujet = "votants_annonces", preuve = { "votants_annonces", "effectif" },
          message = texte("%d votants annoncés pour %d membres en exercice", votants, effectif) })
      end
    end
    if nombre(fautes) > 0 then return anomalies(fautes) end
    if votants then
      local liste_lue = d.presents
      local base = plus_grand(presents or 0, nombre(liste_lue))
      local pouvoirs = nombre(d.pouvoirs)
      comptes = comptes + 1
      if votants > base + pouvoirs then
        return anomalie { sujet = "votants_annonces", preuve = "votants_annonces",
          message = texte("%d votants annoncés pour %d présents et %s", votants, base, compte_de(pouvoirs, "pouvoir")) }
      end
    end
    -- Deux lectures des présents, dont celle-ci : « 9 présents annoncés mais 10 nommés ». La règle s'arrête, et le dit.
    if presents and not votants and d:statut("presents") == "ambigu" then comptes = comptes + nombre(d.presents) end
    local pourquoi = comptes == 0 and non_lu(d, { "effectif", "presents_annonces", "votants_annonces" })
    if pourquoi then return non_verifiable(texte("un seul nombre est lu : rien à comparer (%s)", pourquoi)) end
    if comptes == 0 then return non_verifiable("un seul nombre est annoncé : rien à comparer (membres en exercice inconnus)") end
    return conforme(compte_de(comptes, "comparaison, rien à relever", "comparaisons, rien à relever"))
  end,
}

essai "19 membres, 15 présents, 18 votants" { attendu = "conforme", message = "3 comparaisons" }
essai "plus de votants que de présents et de pouvoirs" {
  remplacer = { { "Nombre de votants : 18", "Nombre de votants : 19" } },
  attendu = "anomalie", gravite = "mineure", message = "19 votants annoncés pour 15 présents et 3 pouvoirs", preuve = "19",
}
essai "plus de présents que de membres" {
  document = "cm-delegation", remplacer = { { "membres en exercice : 11", "membres en exercice : 9" } },
  attendu = "anomalie", gravite = "mineure", message = "10 présents annoncés pour 9 membres en exercice", preuve = "10",
}
essai "autant de présents que de membres" {
  document = "cm-delegation", remplacer = { { "membres en exercice : 11", "membres en exercice : 10" } },
  attendu = "conforme", message = "1 comparaison, rien à relever",
}
essai "un présent annoncé de moins que de noms" {
  document = "cm-delegation", remplacer = { { "Nombre de membres présents : 10", "Nombre de membres présents : 9" } },
  attendu = "non_verifiable", message = "9 présents annoncés mais 10 nommés",
}
essai "plus de votants que de membres" {
  remplacer = { { "Nombre de votants : 18", "Nombre de votants : 20" } },
  attendu = "anomalie", gravite = "mineure", message = "20 votants annoncés pour 19 membres en exercice",
}
essai "autant de votants que de membres" {
  remplacer = { { "membres en exercice : 19", "membres en exercice : 18" } }, attendu = "conforme", message = "3 comparaisons",
}
essai "moins de votants : abstentions, refus de vote" {
  remplacer = { { "Nombre de votants : 18", "Nombre de votants : 16" } }, attendu = "conforme",
}
essai "présents non annoncés : la liste en tient lieu" {
  remplacer = { { "Nombre de membres présents : 15\n", "" }, { "Nombre de votants : 18", "Nombre de votants : 19" } },
  attendu = "anomalie", message = "19 votants annoncés pour 15 présents et 3 pouvoirs",
}
essai "liste des présents illisible" {
  remplacer = { { "Étaient présents :", "Membres :" } }, attendu = "non_verifiable", message = "presents",
}
essai "un seul nombre" {
  document = "cm-delegation", remplacer = { { "Nombre de membres en exercice : 11\n", "" } },
  attendu = "non_verifiable", message = "un seul nombre",
}
essai "aucun nombre annoncé" { document = "cp-reguliere", attendu = "sans_objet" }
essai "des présents annoncés, en deux nombres" {
  document = "cp-reguliere", remplacer = { { "Toutes les affaires ayant été vues", "Nombre de membres présents : 24. Nombre de membres présents : 23.\n\nToutes les affaires ayant été vues" } },
  attendu = "non_verifiable", message = "un nombre annoncé n'est pas lu",
}
essai "un seul nombre lu, les membres en exercice en deux nombres" {
  document = "cm-delegation", remplacer = { { "Nombre de membres en exercice : 11\n", "Nombre de membres en exercice : 11\nNombre de membres en exercice : 12\n" } },
  attendu = "non_verifiable", message = "un seul nombre est lu : rien à comparer",
}
