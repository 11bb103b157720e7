#!/usr/bin/env python3
"""`enroll` at a terminal: it asks for what is missing, tells what is wrong, shows the command that says it all, and writes nothing
before it is done."""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(SOURCE / "tests"))
from expecting import expect, finish  # noqa: E402
from terminal import at_terminal  # noqa: E402

PROGRAM = pathlib.Path(os.environ["GUERDON_PROGRAM"]).resolve()
EVERYTHING = [("NAME ›", "Άννα O'Neil\n"), ("--project TEXT ›", " Community garden \n"), ("--from DATE ›", "2026-03-02\n"), ("--to DATE ›", "2026-08-28\n"),
              ("--hours N ›", "640\n"), ("--introduced DATE ›", "\n"), ("--latin NAME ›", "Anna O'Neil\n"), ("--born DATE ›", "\n"),
              ("--adult ›", "yes\n"), ("--email ADDRESS ›", "\n")]


class Workspace:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        shutil.copytree(SOURCE / "tests/cli/fixtures/new", self.folder, dirs_exist_ok=True)
        shutil.copytree(SOURCE / "templates/glore", self.folder / "schemes/glore-1")

    def add_organisation(self):
        text = (self.folder / "organisations/orto-sociale.yaml").read_text()
        text = text.replace("orto-sociale", "casa-verde").replace("Orto Sociale", "Casa Verde").replace("    title: Agronomist\n", "    title: Agronomist\n    coordinates: true\n", 1)
        (self.folder / "organisations/casa-verde.yaml").write_text(text)

    def records(self):
        return sorted(path.read_text() for kind in ("cases", "people") for path in (self.folder / kind).rglob("*.yaml"))

    def enroll(self, *words, typed=(), before=(), seconds=60):
        return at_terminal([PROGRAM, "--today", "2026-02-12", *before, "enroll", *words], self.folder, typed, seconds=seconds,
                           environment={"GUERDON_TEST_SEED": "7"})


def ids_taken_out(texts):
    return [re.sub(r"(2026|p)-[0-9a-z]{8}", "ID", text) for text in texts]


with tempfile.TemporaryDirectory() as name:
    work = Workspace(name)
    code, shown = work.enroll(typed=EVERYTHING)
    expect(f"everything is asked for: {code} {shown}", code == 0 and "enrolled 2026-" in shown)
    expect(f"what may be skipped is not told: {shown}", "her e-mail address; enter to skip" in shown and "as she writes it\n" in shown)
    expect("no organisation is to be chosen", "--organisation" not in shown)
    command = next((line for line in shown.splitlines() if line.startswith("guerdon --today")), "")
    asked = work.records()
    with tempfile.TemporaryDirectory() as other:
        said = Workspace(other)
        words = shlex.split(command)
        done = subprocess.run([PROGRAM, *words[1:]], cwd=other, capture_output=True, stdin=subprocess.DEVNULL)
        expect(f"the command that was shown does the same: {command} {done}", done.returncode == 0 and ids_taken_out(said.records()) == ids_taken_out(asked))

with tempfile.TemporaryDirectory() as name:
    work = Workspace(name)
    work.add_organisation()
    code, shown = work.enroll("--hours", "640", "--adult", "-n", "Zofia", typed=[
        ("--project TEXT ›", "\n"), ("no enrolment without it", ""), ("--project TEXT ›", "Garden\n"), ("--from DATE ›", "03/04/2026\n"),
        ("write year-month-day: `2026-04-03` or `2026-03-04`", ""), ("--from DATE ›", "2026-03-02\n"), ("--to DATE ›", "2025-08-28\n"),
        ("before it begins on 2026-03-02 [case.dates]", ""), ("--to DATE ›", "2026-08-28\n"), ("--introduced DATE ›", "\n"),
        ("casa-verde    Casa Verde, Torino\n".replace("\n", "\r\n"), ""), ("--organisation ID ›", "nowhere\n"), ("error: ", ""),
        ("--organisation ID ›", "Casa Verde\n"), ("marta-ferrero  Marta Ferrero", ""), ("--coordinator ID ›", "marta-ferrero\n"),
        ("--born DATE ›", "\n"), ("--email ADDRESS ›", "nomail\n"), ("not an e-mail address", ""), ("--email ADDRESS ›", "\n")])
    expect(f"answers that are wrong: {code} {shown}", code == 0 and "would enrol" in shown)
    expect(f"the command: {shown}", "guerdon --today 2026-02-12 enroll Zofia --project Garden --from 2026-03-02 --to 2026-08-28 --hours 640 --organisation casa-verde "
           "--coordinator marta-ferrero --adult --dry-run\n" in shown)
    expect("a dry run writes", not work.records())

    code, shown = work.enroll("Zofia", typed=[("--project TEXT ›", "Garden\n"), ("--from DATE ›", "\x03")])
    expect(f"ctrl-c: {code} {shown}", code == 130 and shown.endswith("\n") and not work.records())
    code, shown = work.enroll("Zofia", typed=[("--project TEXT ›", "Garden\n"), ("--from DATE ›", "\x04")])
    expect(f"ctrl-d: {code} {shown}", code == 130 and "nobody enrolled" in shown and not work.records())
    code, shown = work.enroll("Zofia", "--from", "03/04/2026", seconds=20)
    expect(f"what was said wrong is told first: {code} {shown}", code == 1 and "is not a date" in shown and "›" not in shown and "nobody enrolled" in shown)

    for why, words, before in (("--no-input", ("Zofia",), ("--no-input",)), ("--json", ("Zofia",), ("--json",)), ("a table", ("--csv", "missing.csv"), ())):
        code, shown = work.enroll(*words, before=before, seconds=20)
        expect(f"{why} is asked: {code} {shown}", code in (2, 5) and "›" not in shown)
    done = subprocess.run([PROGRAM, "enroll", "Zofia"], cwd=name, capture_output=True, stdin=subprocess.DEVNULL)
    expect(f"without a terminal: {done}", done.returncode == 2 and b"needs `--project TEXT`, `--from DATE` and `--to DATE`" in done.stderr)
    code, shown = at_terminal(["sh", "-c", f"'{PROGRAM}' enroll Zofia 2>errors"], name, seconds=20)
    expect(f"where nobody reads the questions: {code} {shown}", code == 2 and "needs `--project TEXT`, `--from DATE` and `--to DATE`" in pathlib.Path(name, "errors").read_text())
    code, shown = work.enroll("Zofia", "--project", "Garden", "--from", "2026-03-02", "--to", "2026-08-28", seconds=20)
    expect(f"nothing is missing: {code} {shown}", code == 0 and "›" not in shown and "enrolled" in shown)

finish()
