-- SPDX-License-Identifier: EUPL-1.2

regle {
  id      = "enveloppe-coherente",
  version = "1.0.0",
  titre   = "L'acte et ce qui a été déclaré à sa transmission",
  gravite = "mineure",
  portee  = "seance",
  resume  = "Quand un message ACTES, son accusé de réception ou un metadata.json vient avec l'acte, la date, le numéro et le SIREN qu'il déclare "
    .. "sont ceux de l'acte, l'accusé n'est pas antérieur à la séance, et ces fichiers ne se contredisent pas. Un désaccord ne dit pas lequel "
    .. "a raison : il invite à comparer. Matière et objet ne sont pas comparés au texte, qui les dit avec d'autres mots.",
  fondement = {
    { usage = "télétransmission ACTES (arrêté du 26 octobre 2005) : le message déclare la date, le numéro et la nature de l'acte qu'il transmet" },
  },
  -- verifie_le et verifie_par : à écrire par le juriste qui aura relu la règle.
  exemple = "cm-transmise",

  controle = function(d)
    if d:statut("acte.desaccords") == "absent" then return sans_objet("aucun fichier d'accompagnement") end
    local releves = {}
    local function releve(sujet, preuve, message) ajoute(releves, { sujet = sujet, preuve = preuve, message = message }) end

    local declaree, recue = d:si_lu("acte.date"), d:si_lu("acte.reception")
    local tampon, arrivee = d:si_lu("siren"), d:si_lu("reception.date")
    if declaree and declaree ~= d.seance.date then
      releve("seance.date", "seance.date", texte("la séance est du %s, la transmission déclare le %s",
        date_en_lettres(d.seance.date), date_en_lettres(declaree)))
    end
    if recue and recue < d.seance.date then
      releve("acte.reception", "seance.date", texte("reçu le %s, avant la séance du %s", date_en_lettres(recue), date_en_lettres(d.seance.date)))
    end
    if tampon and d.acte.siren ~= tampon then
      releve("siren", "siren", texte("le tampon porte le SIREN %s, la transmission %s", tampon, d.acte.siren))
    end
    if arrivee and d.acte.reception ~= arrivee then
      releve("reception.date", "reception.date", texte("le tampon dit reçu le %s, l'accusé de réception le %s",
        date_en_lettres(arrivee), date_en_lettres(d.acte.reception)))
    end
    for desaccord in chaque(d:si_lu("acte.desaccords") or {}) do
      releve("acte.desaccords", desaccord, desaccord.texte)
    end
    if nombre(releves) == 0 and nombre(d.acte.desaccords) == 0 then -- un fichier qui n'est pas lu arrête la règle ici
      if not declaree and not recue then return non_verifiable("ni la date de l'acte ni sa réception ne sont déclarées") end
      return conforme("l'acte et ce qui est déclaré s'accordent")
    end
    return anomalies(releves)
  end,
}

essai "l'accusé de réception et le metadata.json disent comme l'acte" { attendu = "conforme" }
essai "une autre date de séance" {
  remplacer = { { "Séance du 6 juin 2024", "Séance du 7 juin 2024" }, { "le six juin à", "le sept juin à" } },
  attendu = "anomalie", gravite = "mineure", message = "la séance est du 7 juin 2024, la transmission déclare le 6 juin 2024", preuve = "juin",
}
essai "un autre numéro" {
  remplacer = { { "Délibération n° 2024-31", "Délibération n° 2024-32" } },
  attendu = "anomalie", gravite = "mineure", message = "numéro transmis", preuve = "2024-32",
}
essai "un autre SIREN que celui du tampon" {
  remplacer = { { "ID : 099-200009912-", "ID : 099-200009913-" } },
  attendu = "anomalie", gravite = "mineure", message = "le tampon porte le SIREN 200009913, la transmission 200009912", preuve = "200009913",
}
essai "une autre réception que celle du tampon" {
  remplacer = { { "Reçu en préfecture le 11/06/2024", "Reçu en préfecture le 14/06/2024" } },
  attendu = "anomalie", gravite = "mineure", message = "le tampon dit reçu le 14 juin 2024, l'accusé de réception le 11 juin 2024", preuve = "14/06/2024",
}
essai "reçu avant la séance" {
  remplacer = { { "actes:DateReception=\"2024-06-11\"", "actes:DateReception=\"2024-06-05\"" } },
  attendu = "anomalie", gravite = "mineure", message = "reçu le 5 juin 2024, avant la séance du 6 juin 2024", preuve = "6 juin 2024",
}
essai "reçu le jour de la séance" {
  remplacer = { { "actes:DateReception=\"2024-06-11\"", "actes:DateReception=\"2024-06-06\"" },
                { "Reçu en préfecture le 11/06/2024", "Reçu en préfecture le 06/06/2024" } },
  attendu = "conforme",
}
essai "les deux fichiers ne s'accordent pas" {
  remplacer = { { "\"classification\": \"3.1 Acquisitions\"", "\"classification\": \"7.5 Subventions\"" } },
  attendu = "anomalie", gravite = "mineure", message = "matière déclarée : « 3.1 » (cm-transmise.txt.cote1, ligne 5), « 7.5 » (cm-transmise.txt.cote2, ligne 5)",
}
essai "la date de la séance n'est pas lue" {
  remplacer = { { "Séance du 6 juin 2024", "Séance" }, { "L'an deux mille vingt-quatre, le six juin à", "À" } },
  attendu = "non_verifiable", message = "seance.date",
}
essai "un fichier coupé n'est pas lu" {
  remplacer = { { "</actes:ARActe>", "" } }, attendu = "non_verifiable", message = "acte.desaccords",
}
essai "rien n'est déclaré qui se compare" {
  remplacer = {
    { " actes:Date=\"2024-06-06\"", "" }, { "actes:IDActe=\"099-200009912-20240606-DE2024_31-DE\"", "" }, { " actes:DateReception=\"2024-06-11\"", "" },
    { "\"date_de_lacte\": \"2024-06-06\",", "" }, { "Reçu en préfecture le 11/06/2024", "" },
  },
  attendu = "non_verifiable", message = "ni la date de l'acte ni sa réception",
}
essai "l'acte est venu seul" { document = "cm-reguliere", attendu = "sans_objet" }
