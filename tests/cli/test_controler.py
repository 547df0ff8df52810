# SPDX-License-Identifier: EUPL-1.2
"""`controler` must not say that all is well where the service then fails, or does harm: each such thing, at the place of its key."""
import os, pathlib, shutil, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ROOT, InFolder, run

PANDOC = "pandoc -f odt -t plain"


class Controler(InFolder):
    def setUp(self):
        super().setUp()
        for name in ("depot", "regles", "regles-vides"):
            (self.path / name).mkdir()
        shutil.copy(ROOT / "rules" / "publication.lua", self.path / "regles")
        self.write("fichier", "rien\n")

    def controler(self, **keys):
        """Its status and its errors; a key that is given stands on line 4 unless it is one of the first three."""
        text = "".join(f"{k}: {v}\n" for k, v in ({"depot": "depot", "etat": "etat", "alertes": "{ fichier: al.jsonl }"} | keys | {"regles": keys.get("regles", "regles")}).items())
        conf = self.write("c.yaml", text)
        status, _, err = run("controler", "--config", conf)
        return status, err.replace(f"{conf}:", "c.yaml:").replace(f"{self.path}/", "")

    def told(self, expected, before, place, words, keys):
        status, err = self.controler(**keys)
        self.assertEqual(status, expected, (keys, err))
        line = next((x for x in err.splitlines() if x.startswith(f"scrutateur : {before}c.yaml:{place}: ")), None)
        self.assertIsNotNone(line, err)
        for word in words:
            self.assertIn(word, line)

    def wrong(self, place, *words, **keys):
        self.told(2, "", place, words, keys)

    def warned(self, place, *words, **keys):
        self.told(0, "avertissement : ", place, words, keys)

    def test_what_is_sound_is_said_to_be(self):
        self.assertEqual(self.controler(), (0, ""))

    def test_a_drop_that_is_missing_or_no_directory(self):
        self.wrong("1:8", "« absent » n'existe pas", "mkdir", depot="absent")
        self.wrong("1:8", "« fichier » n'est pas un dossier", depot="fichier")
        self.warned("1:8", "n'existe pas", "montez le partage", depot="/mnt/partage-qui-viendra")
        os.chmod(self.path / "depot", 0o777)
        self.wrong("1:8", "bit collant", "chmod +t")

    def test_a_state_directory_that_cannot_be_made(self):
        self.wrong("2:7", "« absent » n'existe pas", "mkdir -p", etat="absent/etat")
        self.wrong("2:7", "« fichier » n'est pas un dossier", etat="fichier")
        for place in ("/proc/etat", "/proc/self/etat", "/sys/etat"):
            self.wrong("2:7", "système de fichiers du noyau", etat=place)

    def test_a_file_of_alerts_that_cannot_be_written(self):
        self.wrong("3:21", "« absent » n'existe pas", alertes="{ fichier: absent/al.jsonl }")
        self.wrong("3:21", "« regles-vides » est un dossier", alertes="{ fichier: regles-vides }")
        self.warned("3:21", "n'existe pas", alertes="{ fichier: /mnt/partage-qui-viendra/al.jsonl }")
        (self.path / "lien").symlink_to("ailleurs")
        self.wrong("3:21", "« lien » est un lien symbolique", alertes="{ fichier: lien }")
        self.assertEqual(self.controler(alertes="{ fichier: non }"), (0, ""))

    def test_a_socket_that_cannot_be_made(self):
        self.wrong("4:24", "le groupe « groupe-inconnu » n'existe pas", "addgroup", supervision="{ groupe: groupe-inconnu }")
        self.wrong("4:24", "« absent » n'existe pas", supervision="{ socket: absent/s.sock }")
        self.wrong("4:24", "dossier de dépôt", supervision="{ socket: depot/s.sock }")
        self.wrong("4:24", "n'est pas une socket", supervision="{ socket: fichier }")
        self.warned("4:24", "n'existe pas", supervision="{ socket: /run/scrutateur-qui-viendra/s.sock }")

    def test_a_mark_that_would_never_be_seen(self):
        for name, word in (("x.part", "jamais pris"), ("fin.TMP", "jamais pris"), ("Thumbs.db", "jamais pris"), ("metadata.json", "accompagne un acte"),
                           ("099-200009912-20240606-DE2024_31-DE-1-1_0.xml", "accompagne un acte")):
            self.wrong("4:22", word, "fichier_termine.txt", admission=f"{{ marque: {name} }}")
            status, _, err = run("surveiller", "--config", self.path / "c.yaml")
            self.assertEqual(status, 2)
            self.assertIn("c.yaml:4:22: ", err)

    def test_rules_that_are_not_there(self):
        for key, words in (("regles", "le dossier des règles « nulle-part » n'existe pas"), ("parametres", "« nulle-part » n'existe pas"),
                           ("lexique", "« nulle-part » n'existe pas"), ("reglages", "« nulle-part » n'existe pas")):
            self.wrong(f"4:{len(key) + 3}", words, f"corrigez « {key} »", **{key: "nulle-part"})
        self.wrong("4:9", "n'est pas un dossier", regles="fichier")
        self.warned("4:9", "n'en contient aucune", regles="regles-vides")

    def test_verifier_without_a_rule_says_so(self):
        self.controler(regles="regles-vides")
        for command in ("verifier", "expliquer"):
            err = run(command, "--config", self.path / "c.yaml", ROOT / "conf/exemples/cp-deux-pouvoirs.txt")[2]
            self.assertIn("c.yaml:4:9: le dossier des règles", err)
            self.assertIn("rien n'est vérifié", err)

    def test_a_configuration_to_work_on_rules_with_has_no_service(self):
        conf = self.write("atelier.yaml", "regles: regles\n")
        status, _, err = run("controler", "--config", conf)
        self.assertEqual((status, err), (0, ""))

    def test_a_link_in_a_directory_of_ours_is_not_read(self):
        """Root would show the first line of any file."""
        self.write("secret", "root:x:0:0\nmot de passe: 1234\n")
        (self.path / "regles" / "lien.lua").symlink_to(self.path / "secret")
        self.write("c.yaml", "regles: regles\n")
        status, out, err = run("controler", "--config", self.path / "c.yaml")
        self.assertEqual((status, "root:x" in out + err), (2, False))
        self.assertIn("lien.lua: un lien n'est pas lu : mettez le fichier lui-même à sa place\n", err)
        (self.path / "regles" / "lien.lua").unlink()
        for key in ("parametres", "collectivites"):
            shutil.copytree(ROOT / "conf" / key, self.path / key)
            (self.path / key / "lien.yaml").symlink_to(self.path / "secret")
            self.write("c.yaml", f"regles: regles\n{key}: {key}\n")
            status, out, err = run("controler", "--config", self.path / "c.yaml")
            self.assertEqual((status, "root:x" in out + err, "lien.yaml: un lien n'est pas lu" in err), (2, False, True), err)
        (self.path / "regles-liees").symlink_to(self.path / "regles")
        self.write("c.yaml", "regles: regles-liees\n")
        self.assertEqual(run("controler", "--config", self.path / "c.yaml")[0], 0)

    def test_pandoc_kept_for_odt_is_warned_of(self):
        self.write("c.yaml", f"depot: depot\netat: etat\nalertes: {{ fichier: non }}\nextraction:\n  odt: {{ outils: [{PANDOC}] }}\nregles: regles\n")
        status, _, err = run("controler", "--config", self.path / "c.yaml")
        self.assertEqual(status, 0, err)
        self.assertIn("c.yaml:5:18: d'un .odt, pandoc perd les lignes d'en-tête", err)
        self.assertIn("odt2txt --raw /dev/stdin", err)


if __name__ == "__main__":
    unittest.main()
