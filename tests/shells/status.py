#!/usr/bin/env python3
"""The board at a terminal: a headline, groups, colours where they are wanted, and no line wider than the screen; findings likewise."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(SOURCE / "tests"))
from expecting import expect, finish  # noqa: E402
from terminal import at_terminal  # noqa: E402

PROGRAM = pathlib.Path(os.environ["GUERDON_PROGRAM"]).resolve()
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
ARRIVALS = """name,project,from,to,hours,adult,organisation
Ada Rossi,Reading club,2026-07-06,2026-12-18,480,true,
山田太郎と申します,Reading club,2026-07-06,2026-12-18,480,true,
Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior,Garden,2026-08-31,2026-12-18,480,true,lunga
Νίκη Παπαδοπούλου-Καραγιαννοπούλου,Garden,2026-03-02,2026-08-28,480,true,lunga
Ivo Novák,Garden,2026-08-10,2026-08-24,60,true,
"""


def width(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for fixture in ("new", "enrolled", "ready"):
        shutil.copytree(SOURCE / "tests/cli/fixtures" / fixture, folder, dirs_exist_ok=True)
    shutil.copytree(SOURCE / "templates/glore", folder / "schemes/glore-1")
    text = (folder / "organisations/orto-sociale.yaml").read_text()
    (folder / "organisations/lunga.yaml").write_text(text.replace("orto-sociale", "lunga").replace("Orto Sociale", "Associazione di promozione sociale dell'Alta Valle"))
    (folder / "arrivals.csv").write_text(ARRIVALS)
    subprocess.run([PROGRAM, "--today", "2026-02-10", "enroll", "--csv", "arrivals.csv"], cwd=folder, check=True, capture_output=True)

    def status(*words, columns=80, environment=None):
        return at_terminal([PROGRAM, "--today", "2026-08-29", "status", *words], folder, columns=columns, environment=environment)[1]

    piped = subprocess.run([PROGRAM, "--today", "2026-08-29", "status"], cwd=folder, capture_output=True, text=True).stdout
    expect("a pipe cuts names", "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior" in piped and "Associazione di promozione sociale dell'Alta Valle" in piped)
    expect("a pipe has colours", "\x1b" not in piped)
    expect("a pipe begins with the head of the table", piped.startswith("  case "))

    coloured = status()
    plain = ESCAPE.sub("", coloured)
    expect(f"the overdue are not red: {coloured!r}", "\x1b[1;31moverdue\x1b[0m\n" in coloured)
    expect(f"the headline: {plain}", re.search(r"^2026-08-29, 6 cases: 3 overdue, 1 this month, 1 ready, 1 too short$", plain, re.M))
    for columns in (40, 60, 80, 100, 132, 300):
        lines = ESCAPE.sub("", status(columns=columns)).splitlines()
        expect(f"wider than {columns}: {[line for line in lines if width(line) > columns]}", all(width(line) <= columns for line in lines[1:]))
        expect(f"cases at {columns}", columns < 80 or sum(line.startswith("  2026-") for line in lines) == 5)
    expect("nothing is cut where there is room", "Wolfeschlegelsteinhausenbergerdorff Senior" in status(columns=300))
    expect(f"what is closed is counted: {plain}", "\nnot listed: 1 too short; --all lists them\n" in plain)
    expect("--all lists them", "\ntoo short\n" in ESCAPE.sub("", status("--all")))
    expect("within --due", "\nwithin 20 days\n" in ESCAPE.sub("", status("--due", "20d")))

    for why, environment in (("NO_COLOR", {"NO_COLOR": "1"}), ("TERM=dumb", {"TERM": "dumb"}), ("no TERM", {"TERM": ""})):
        expect(f"{why} has colours", status(environment=environment) == plain)
    expect("--color never has colours", status("--color", "never") == plain)
    expect("--color always has none under NO_COLOR", status("--color=always", environment={"NO_COLOR": "1"}) == coloured)
    always = subprocess.run([PROGRAM, "--color", "always", "--today", "2026-08-29", "status"], cwd=folder, capture_output=True, text=True).stdout
    expect(f"--color always in a pipe: {always!r}", ESCAPE.sub("", always) == piped and "\x1b[" in always)
    views = ESCAPE.sub("", at_terminal([PROGRAM, "status", "--view", "centres"], folder)[1])
    expect("views", "there are no centres" in views)

    case = folder / "cases/2026/2026-7dpdpn76.yaml"
    case.write_text(case.read_text().replace("introduced: ", "introducd: "))
    shown = at_terminal([PROGRAM, "check"], folder)[1]
    expect(f"an error is not red: {shown!r}", "\x1b[1;31merror:\x1b[0m " in shown and "\x1b[1;36mhint:\x1b[0m " in shown and "\x1b[1;31m^^^" in shown)
    shown = at_terminal([PROGRAM, "show", "nobody"], folder)[1]
    expect(f"a usage error is not red: {shown!r}", shown.startswith("\x1b[1;31merror:\x1b[0m "))
    shown = at_terminal(["sh", "-c", f"'{PROGRAM}' check >found; cat found"], folder)[1]
    expect(f"findings in a file have colours: {shown!r}", "error: " in shown and "\x1b" not in shown)

finish()
