#!/usr/bin/env python3
"""Long work at a terminal shows a bar that is gone when it is done; short work, a pipe and a dumb terminal have none. `--progress json`
tells programs instead."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(SOURCE / "tests"))
from expecting import expect, finish  # noqa: E402
from terminal import at_terminal  # noqa: E402

PROGRAM = pathlib.Path(os.environ["GUERDON_PROGRAM"]).resolve()
SCHEMA = json.loads((SOURCE / "schemas/output/progress-1.json").read_text())
TODAY = ["--today", "2026-08-29"]
ISSUE = ["issue", "--all", "--backdate-because", "a test"]
CASES = 400
DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def ready_cases(folder):
    """A workspace with many cases that are ready to be issued, each of a volunteer of its own."""
    for fixture in ("new", "ready"):
        shutil.copytree(SOURCE / "tests/cli/fixtures" / fixture, folder, dirs_exist_ok=True)
    shutil.copytree(SOURCE / "templates/glore", folder / "schemes/glore-1")
    case, person = next((folder / "cases").rglob("*.yaml")), next((folder / "people").glob("*.yaml"))
    for number in range(CASES - 1):
        tail = "0000" + "".join(DIGITS[(number >> shift) % 32] for shift in (15, 10, 5, 0))
        text = case.read_text().replace(case.stem, f"2026-{tail}").replace(person.stem, f"p-{tail}")
        (case.parent / f"2026-{tail}.yaml").write_text(text)
        (person.parent / f"p-{tail}.yaml").write_text(person.read_text().replace(person.stem, f"p-{tail}"))


def undo(words, folder):
    """What was issued is not, so that it can be issued again; and nothing is known by heart."""
    (folder / ".guerdon/cache").unlink(missing_ok=True)
    if words[0] == "issue":
        shutil.rmtree(folder / "certificates", ignore_errors=True)


def left_on_screen(shown):
    """What is still there in the end: a line that was wiped is not."""
    return "\n".join(line.rsplit("\r\x1b[K", 1)[-1] for line in shown.split("\n"))


def lines_of(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def expect_lines(what, lines, steps):
    expect(f"{what}: no lines", lines)
    told = {line["step"] for line in lines}
    expect(f"{what}: steps {told}", steps <= told)
    for line in lines:
        expect(f"{what}: members of {line}", sorted(line) == sorted(SCHEMA["required"]) == sorted(SCHEMA["properties"]))
        expect(f"{what}: values of {line}", line["schema"] == SCHEMA["properties"]["schema"]["const"] and 0 <= line["done"] <= line["total"] >= 1
               and re.match(SCHEMA["properties"]["step"]["pattern"], line["step"]))
    for before, line in zip([{"done": 0, "total": 0}, *lines], lines):
        is_next = line["done"] > before["done"] and all(line[key] == before[key] for key in ("step", "total"))
        expect(f"{what}: {line} behind {before}", is_next or (line["done"] == 0 and before["done"] == before["total"]))
    expect(f"{what}: the last is {lines[-1:]}", lines and lines[-1]["done"] == lines[-1]["total"])


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    ready_cases(folder)

    code, shown = at_terminal([PROGRAM, *TODAY, *ISSUE], folder, typed=[(" of ", "\x03")])
    expect(f"ctrl-c ends it: {code}", code == 130)
    expect(f"ctrl-c leaves a bar: {left_on_screen(shown)!r}", "░" not in left_on_screen(shown))

    code, shown = at_terminal([PROGRAM, *TODAY, *ISSUE], folder, seconds=300)
    expect(f"what was interrupted is finished: {code}", code == 0 and len(list((folder / "certificates").rglob("*.pdf"))) == 2 * CASES)
    expect("no bar while hundreds of cases are issued", re.search(r"\r\x1b\[K█*░+ (reading|checking|issuing) \d+ of \d+", shown))
    expect("the bar is wider than the screen", all(len(piece) < 80 for piece in re.findall(r"\x1b\[K([█░]+ [^\r\n]*)", shown)))
    expect("the bar is left behind", "░" not in left_on_screen(shown) and "█" not in left_on_screen(shown))

    for words in (["check"], ["status"], ["render", "--all"], ISSUE):
        for why, environment in (("a terminal", {}), ("a dumb terminal", {"TERM": "dumb"})):
            undo(words, folder)
            code, shown = at_terminal([PROGRAM, *TODAY, *words], folder, environment=environment, seconds=300)
            expect(f"{words} at {why}: {code}", code == 0 and "░" not in left_on_screen(shown))
            expect(f"{words}: a bar at a dumb terminal", why == "a terminal" or "░" not in shown)
        undo(words, folder)
        quiet = subprocess.run([PROGRAM, *TODAY, *words], cwd=folder, capture_output=True, text=True)
        expect(f"{words} in a pipe: {quiet.stderr[-300:]}", quiet.returncode == 0 and "\r" not in quiet.stderr + quiet.stdout and "░" not in quiet.stderr)

    for words, steps in ((["preview", "--design", "all"], {"setting"}), (["check"], {"reading", "checking"}), (["status"], {"reading", "checking"}), (["render", "--all"], {"rendering"}), (ISSUE, {"checking", "issuing"})):
        undo(words, folder)
        done = subprocess.run([PROGRAM, *TODAY, "--progress", "json", *words], cwd=folder, capture_output=True, text=True)
        expect(f"{words}: {done.returncode} {done.stderr[-300:]}", done.returncode == 0 and "░" not in done.stderr)
        expect_lines(f"{words}", lines_of(done.stderr), steps)
    both = subprocess.run([PROGRAM, *TODAY, "--progress=json", "--json", "render", "--all"], cwd=folder, capture_output=True, text=True)
    expect("--json beside it", json.loads(both.stdout)["schema"] == "guerdon.render/1" and lines_of(both.stderr))

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    shutil.copytree(SOURCE / "tests/cli/fixtures/new", folder, dirs_exist_ok=True)
    shutil.copytree(SOURCE / "templates/glore", folder / "schemes/glore-1")
    code, shown = at_terminal([PROGRAM, "check"], folder)
    expect(f"a bar for what takes no time: {shown!r}", "\r\x1b[K" not in shown)

finish()
