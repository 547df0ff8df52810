#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""deb.py OUT [VERSION]: the Debian package of this tree in OUT, checked by lintian; prints its path.

What is built is a copy of what git knows, with changes not committed yet, so that leftovers of a tree are never packed and the tree stays clean.
A VERSION other than that of debian/changelog serves the tests of upgrades. DEB_SOURCE names the copy (reproducibility: another path, the same bytes).
"""
import os, pathlib, re, shutil, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def copy_tree(to):
    shutil.rmtree(to, ignore_errors=True)
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    for name in filter(None, names.decode().split("\0")):
        if (ROOT / name).exists():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def set_version(tree, version):
    changelog = tree / "debian/changelog"
    text = changelog.read_text(encoding="utf-8")
    changelog.write_text(re.sub(r"\(([^)]*)\)", f"({version})", text, count=1), encoding="utf-8")


def build(out, version):
    """The path of the package. The log of the build stands beside it, and is shown when the build fails."""
    tree = pathlib.Path(os.environ.get("DEB_SOURCE", out / "source")).absolute() / f"scrutateur-{version}"
    copy_tree(tree)
    set_version(tree, version)
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEB_BUILD_OPTIONS": f"parallel={os.cpu_count()}"}
    with open(out / "build.log", "wb") as log:
        p = subprocess.run(["dpkg-buildpackage", "--build=binary", "--no-sign"], cwd=tree, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    if p.returncode != 0:
        sys.exit((out / "build.log").read_text(encoding="utf-8", errors="replace")[-4000:] + "\nle paquet n'a pas été construit")
    for made in tree.parent.glob(f"scrutateur*_{version}_*"):
        shutil.move(made, out / made.name)
    shutil.rmtree(tree)
    return next(out.glob(f"scrutateur_{version}_*.deb"))


def lint(out, version):
    changes = next(out.glob(f"scrutateur_{version}_*.changes"))
    p = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", "--tag-display-limit", "0", str(changes)], text=True, capture_output=True)
    print(p.stdout, end="", file=sys.stderr)
    if p.returncode != 0:
        sys.exit(f"lintian refuse {changes.name}\n{p.stderr}")


def main():
    out = pathlib.Path(sys.argv[1]).absolute()
    version = sys.argv[2] if len(sys.argv) > 2 else re.search(r"\((.*?)\)", (ROOT / "debian/changelog").read_text(encoding="utf-8")).group(1)
    out.mkdir(parents=True, exist_ok=True)
    package = build(out, version)
    lint(out, version)
    print(package)


if __name__ == "__main__":
    main()
