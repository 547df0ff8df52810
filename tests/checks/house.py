#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house that a program can check. Each check prints file:line: why, and the status is 1 if any did.

usage: house.py layers|banned|headers|sizes|licence…
layers   a room includes only rooms above it in daemon/LAYERS; an external header only where that file says
banned   functions that a safer one of ours replaces, and words that no message may hold
headers  every header compiles alone, and twice
sizes    no function over 100 lines, no .c over 400, no header over 120, no two files with one name
licence  every source file names its licence in its first two lines
"""
import collections, pathlib, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAEMON = ROOT / "daemon"
BANNED = {
    "strcpy": "struct str", "strcat": "struct buf", "sprintf": "snprintf or struct buf", "vsprintf": "struct buf", "strtok": "struct str",
    "sscanf": "str_int or a leaf reader", "atoi": "str_int", "atol": "str_int", "strtol": "str_int", "strtoul": "str_int", "strtod": "integers",
    "system": "no shell anywhere", "popen": "no shell anywhere", "gets": "struct buf", "alloca": "arena.h",
}
BANNED_TYPES = re.compile(r"\b(?:float|double)\b")
ACCUSES = re.compile(r"ill[ée]gal", re.IGNORECASE)
UNCOUNTED = re.compile(r'"[^"\n]*%[a-z]+ [^"%\n]*[a-zéè]\((?:s|e|es|nt)\)')


def sources(*suffixes):
    return sorted(p for p in DAEMON.rglob("*") if p.suffix in suffixes)


def code_of(text):
    """The text with comments and string literals blanked, line ends kept."""
    blank = lambda m: re.sub(r"[^\n]", " ", m.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', blank, text, flags=re.S)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def read_layers():
    rooms, libs = [], []
    for line in (DAEMON / "LAYERS").read_text().splitlines():
        words = line.split("#")[0].split()
        if words[:1] == ["room"]:
            rooms.append(words[1])
        elif words[:1] == ["lib"]:
            libs.append((words[1], [w for w in words[2:] if w != "-"]))
    return rooms, libs


def check_layers():
    rooms, libs = read_layers()
    home = {p.name: p.parent.name for p in sources(".h")}
    for p in sources(".c", ".h"):
        room, where = p.parent.name, f"{p.parent.name}/{p.name}"
        if room not in rooms:
            yield p, 1, f"room {room} is not in daemon/LAYERS"
            continue
        for n, line in enumerate(p.read_text().splitlines(), 1):
            m = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
            if not m:
                continue
            name = m.group(2)
            if m.group(1) == '"':
                if name not in home:
                    yield p, n, f'"{name}" is in no room'
                elif rooms.index(home[name]) > rooms.index(room):
                    yield p, n, f"{room} may not include {home[name]}/{name}"
                continue
            for prefix, allowed in libs:
                if name.startswith(prefix) and room not in allowed and where not in allowed:
                    yield p, n, f"<{name}> may be included in {' '.join(allowed) or 'no room'} only"


def check_banned():
    for p in sources(".c", ".h"):
        text = p.read_text()
        code = code_of(text)
        for word, instead in BANNED.items():
            for m in re.finditer(rf"(?<![\w.>]){word}\s*\(", code):
                yield p, line_of(code, m.start()), f"{word}(): use {instead}"
        for m in UNCOUNTED.finditer(text):
            yield p, line_of(text, m.start()), "a count is written out in French: plural_s (str.h)"
        for m in BANNED_TYPES.finditer(code):
            yield p, line_of(code, m.start()), f"{m.group(0)}: no floating point"
    for p in sorted([*(ROOT / "rules").glob("*.lua"), *(ROOT / "lua").glob("*.lua")]):
        for n, line in enumerate(p.read_text().splitlines(), 1):
            if ACCUSES.search(line):
                yield p, n, "no text of a rule may say « illégal »"


def check_headers():
    flags = "-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Werror -fsyntax-only".split()
    pkg = subprocess.run(["pkg-config", "--cflags", "lua5.4"], capture_output=True, text=True).stdout.split()
    rooms = [x for r in read_layers()[0] for x in ("-iquote", f"{DAEMON / r}")]
    with tempfile.TemporaryDirectory() as tmp:
        for h in sources(".h"):
            c = pathlib.Path(tmp) / "alone.c"
            c.write_text(f'#include "{h.name}"\n#include "{h.name}"\nint alone(void);\n')
            r = subprocess.run(["cc", *flags, *pkg, *rooms, str(c)], capture_output=True, text=True)
            if r.returncode:
                yield h, 1, "does not compile alone: " + r.stderr.strip().splitlines()[0]


def functions(text):
    code = code_of(text)
    for m in re.finditer(r"^\{", code, re.M):
        end = code.find("\n}", m.start())
        head = max(code.rfind("\n\n", 0, m.start()), 0)
        if end >= 0 and "(" in code[head:m.start()]:
            yield line_of(code, m.start()), code.count("\n", m.start(), end) + 1


def check_sizes():
    names = collections.Counter(p.name for p in sources(".c", ".h"))
    for p in sources(".c", ".h"):
        text = p.read_text()
        lines, most = text.count("\n"), 400 if p.suffix == ".c" else 120
        if lines > most:
            yield p, lines, f"{lines} lines, at most {most}"
        if names[p.name] > 1:
            yield p, 1, "another room has a file of this name"
        if p.suffix == ".c":
            for start, length in functions(text):
                if length > 100:
                    yield p, start, f"function of {length} lines, at most 100"


def check_licence():
    tracked = [*sources(".c", ".h"), *ROOT.glob("rules/*.lua"), *ROOT.glob("lua/*.lua"), *ROOT.glob("tests/**/*.c"), *ROOT.glob("tests/**/*.h"),
               *ROOT.glob("tests/**/*.py"), *ROOT.glob("tests/**/*.sh"), ROOT / "Makefile"]
    for p in tracked:
        if "SPDX-License-Identifier: EUPL-1.2" not in "\n".join(p.read_text().splitlines()[:3]):
            yield p, 1, "no SPDX-License-Identifier: EUPL-1.2"


def main(wanted):
    found = 0
    for name in wanted:
        for path, line, why in globals()[f"check_{name}"]():
            print(f"{path.relative_to(ROOT)}:{line}: {why}")
            found += 1
    print(f"house {' '.join(wanted)}: {found} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["layers", "banned", "headers", "sizes", "licence"]))
