#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The dictionary of the fuzz targets, in libFuzzer's format: the phrases of conf/lexique.yaml, and what stands between them.

usage: dictionary.py conf/lexique.yaml > words.dict
"""
import re, sys

MARKS = ["\n", "\n\n", "\f", "\r\n", "\t", "\u00a0", "\u202f", "\u00ad", "\u00ad\n", "\u200b", "\u202e", "\u2066", "\ufeff", "\u0301", "\u2028", "\ue000",
         "-\n", "’", "«\u00a0", "\u00a0»", "–", "—", "•", "…", ":", " : ", ",", ";", "(", ")", "/", "€", " €", "M€", "°", "№", "ﬁ", "œ", "²", "½",
         "\N{FULLWIDTH DIGIT THREE}", "İ", "ß", "Å"]
WORDS = ("M. Mme Mmes MM. Monsieur Madame Mesdames Messieurs Mlle Dr maire adjointe conseillère président excusée représenté par pouvoir à "
         "PETIT LE GUEN D'ORSANE DE LA TOUR Jean-Paul MARTEL-ROC J.-P. lundi dimanche janvier février août décembre 1er 12 2024 deux mille vingt-quatre "
         "quatre-vingt-dix-neuf soixante et onze zéro mille cent 18h30 20:00 heures minuit 12/03/2024 31.02.2023 2024-03-12 n° N° art. articles "
         "L.2121-29 L. 2121-7 R.* 123-4 D5211-1 CGCT CG3P code général des collectivités territoriales du même loi ordonnance décret directive "
         "règlement (UE) 2016/679 précitée susvisée et suivants HT TTC euros 20 000 1 234 567,89 12,5 millions d'euros 657  500 "
         "Commune de Communauté d'agglomération Département Région Syndicat mixte conseil municipal conseil communautaire bureau commission permanente "
         "Article 1 Article 2 : Page 2 2/6 - 3 - ID : 999-209900123-20240314-A-DE 21.07.01/03 2024-47 DCM_12 voix unanimité").split()


def quoted(text):
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}" for b in text.encode()) + '"'


def main(path):
    phrases = re.findall(r"^\s+- (.+?)(?:\s+#.*)?$", open(path, encoding="utf-8").read(), re.M)
    for word in dict.fromkeys([*(p.strip("'\"") for p in phrases), *WORDS, *MARKS]):
        print(quoted(word))


if __name__ == "__main__":
    main(sys.argv[1])
