# SPDX-License-Identifier: EUPL-1.2
"""What the package says twice is the same both times. That it builds, installs and serves is `make deb` and `make check-service`."""
import os, pathlib, re, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ROOT, run

DEBIAN = ROOT / "debian"


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def makefile_list(name):
    [words] = re.findall(rf"^{name}\s*:=((?:.*\\\n)*.*)$", read("Makefile"), re.M)
    return set(words.replace("\\\n", " ").split())


class Package(unittest.TestCase):
    def test_one_version(self):
        [version] = re.findall(r"^VERSION := (.*)$", read("Makefile"), re.M)
        self.assertTrue(read("debian/changelog").startswith(f"scrutateur ({version}) "))
        self.assertEqual(run("version")[1], f"scrutateur {version}\n")

    def test_check_service_needs_no_program_of_the_tree(self):
        """In a fresh clone it died of the missing build/scrutateur, after twenty minutes of packages."""
        env = dict(os.environ, SCRUTATEUR="/nulle-part/scrutateur", PYTHONPATH=str(ROOT / "tests" / "support"))
        subprocess.run([sys.executable, "-c", "import program"], env=env, check=True)

    def test_build_dependencies_are_the_makefile_s(self):
        field = re.search(r"^Build-Depends:(.*?)^\S*$", read("debian/control"), re.M | re.S).group(1)
        names = {w.split(" ")[0] for w in re.split(r",\s*", field.strip())} - {"debhelper-compat", "dh-sequence-installsysusers"}
        self.assertEqual(names, makefile_list("BUILD_DEPS"))

    def test_tools_are_recommended(self):
        [names] = re.findall(r"^Recommends: (.*)$", read("debian/control"), re.M)
        self.assertEqual(set(names.split(", ")) - {"logrotate"}, makefile_list("TOOL_DEPS"))

    def test_licence_is_whole(self):
        said = read("debian/copyright").split("License: EUPL-1.2\n")[-1]
        self.assertEqual(re.sub(r"(?m)^ \.?", "", said).split(), read("LICENSE").split())

    def test_conffiles_are_what_people_edit(self):
        """Nothing of /etc is a link or made by a script: dpkg keeps what was changed."""
        self.assertNotIn("/etc/scrutateur/", read("debian/rules"))
        for script in DEBIAN.glob("scrutateur.p*"):
            self.assertNotRegex(script.read_text(encoding="utf-8"), r"(cp|install|mv|sed|rm) .*/etc/scrutateur", script.name)

    def test_every_command_of_the_operator_s_page_is_checked(self):
        """`make check-service` runs them and looks; here, that none was added to the page alone."""
        check = read("tests/service_system/check.py")
        blocks = re.findall(r"^```sh\n(.*?)^```", read("docs/EXPLOITATION.md"), re.M | re.S)
        commands = [line for block in blocks for line in block.splitlines() if line]
        self.assertGreater(len(commands), 10)
        self.assertEqual([c for c in commands if f'"{c}"' not in check], [])


if __name__ == "__main__":
    unittest.main()
