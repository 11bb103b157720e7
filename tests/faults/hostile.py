#!/usr/bin/env python3
"""Workspaces that somebody made to do harm, or that a careless hand did: pipes, folders, links and huge files where records should
be, and names that would steer a terminal. No command may crash, wait, write outside, or let a control character through.

usage: GUERDON_PROGRAM=BUILD/guerdon tests/faults/hostile.py
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import workspace

CASE, PERSON = "2026-7dpdpn76", "p-2bg93xha"
ESCAPE = "\x1b]0;pwned\x07\x1b[31m"
OVERRIDE = "\u202e"
# Everything that steers a terminal or the order of its text.
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
RECORDS = ["guerdon.yaml", f"people/{PERSON}.yaml", f"cases/2026/{CASE}.yaml", "organisations/orto-sociale.yaml",
           "schemes/glore-1/scheme.yaml", "schemes/glore-1/text/en.yaml", "schemes/glore-1/soft-skills.yaml",
           "schemes/glore-1/fonts.yaml", "FACTS", "PDF", ".guerdon/lock"]
FOLDERS = ["people", "cases", "cases/2026", "organisations", "schemes", "schemes/glore-1", "certificates", "certificates/2026",
           "fonts", ".guerdon"]
COMMANDS = [
    ["status"], ["status", "--json"], ["check"], ["check", "--json"], ["check", "--for", "issue"], ["show", CASE], ["show", CASE, "--json"],
    ["issue", CASE, "--dry-run"], ["issue", "--all", "--jobs", "1", "--backdate-because", "x"], ["render"], ["languages"],
    ["waive", CASE, "midterm.present", "--by", "luca-bianchi", "--because", "x"],
    ["enroll", "Anna Rossi", "--adult", "--project", "Garden", "--from", "2026-03-02", "--to", "2026-08-28"],
    ["portfolio", CASE], ["completion", "words", "--", "show", ""],
]


def say(code, out, told, argv):
    return f"`{' '.join(argv[5:])}` gave {code}: {(out + told)[:600]!r}"


def judge(argv):
    """What is wrong with a run, whatever it was asked."""
    try:
        code, out, told = workspace.run(argv)
    except subprocess.TimeoutExpired:
        return [f"`{' '.join(argv[5:])}` does not end"], None
    wrong = []
    if code not in (0, 1, 2, 3, 4, 5):
        wrong.append(say(code, out, told, argv))
    elif code != 0 and not (out + told).strip():
        wrong.append(f"`{' '.join(argv[5:])}` gave {code} without a word")
    if found := STEERS.search(out + told):
        wrong.append(f"U+{ord(found[0]):04X} reaches the terminal: {say(code, out, told, argv)}")
    return wrong, code


def issued(folder):
    place = workspace.make(folder / "issued", "new", "ready")
    code, _, told = workspace.run(workspace.command(place, "issue", "--all", "--jobs", "1", "--backdate-because", "x"))
    if code != 0:
        raise SystemExit(f"hostile: {told}")
    return place


def pipe(path):
    os.mkfifo(path)


def folder_there(path):
    path.mkdir()
    (path / "inside").write_text("x")


def huge(path):
    path.touch()
    os.truncate(path, 1 << 42)


def loop(path):
    path.symlink_to(path.name)


def every_record(origin, folder, kind, act):
    """One record after the other is replaced; every command runs on each."""
    wrong = []
    for record in RECORDS:
        place = folder / f"{kind}-{re.sub('[^a-z0-9]', '-', record.lower())}"
        shutil.copytree(origin, place, symlinks=True)
        facts = min((place / "certificates/2026").glob("*.json"))
        path = facts if record == "FACTS" else facts.with_suffix(".pdf") if record == "PDF" else place / record
        path.unlink(missing_ok=True)
        act(path)
        for command in COMMANDS:
            wrong += [f"{kind} at {record}: {what}" for what in judge(workspace.command(place, *command))[0]]
        shutil.rmtree(place)
    return wrong


def links_out(origin, folder):
    """A folder or a file that leads out of the workspace: nothing there is written, and nothing of it shown."""
    wrong = []
    for record in FOLDERS + RECORDS[1:8]:
        name = f"out-{re.sub('[^a-z0-9]', '-', record.lower())}"
        place, outside = folder / name, folder / f"{name}-outside"
        shutil.copytree(origin, place, symlinks=True)
        path = place / record
        path.parent.mkdir(exist_ok=True)
        if path.is_dir():
            shutil.move(path, outside)
        else:
            outside.mkdir()
            if path.exists():
                shutil.move(path, outside / "file")
        outside.mkdir(exist_ok=True)
        path.symlink_to(outside if record in FOLDERS else outside / "file")
        before = workspace.tree(outside)
        refused = 0
        for command in COMMANDS:
            found, code = judge(workspace.command(place, *command))
            wrong += [f"{record} leads out: {what}" for what in found]
            refused += code not in (0, None)
        if workspace.tree(outside) != before:
            wrong.append(f"{record} leads out: something was written there")
        if refused == 0:
            wrong.append(f"{record} leads out: no command says so")
        shutil.rmtree(place)
    return wrong


def names(origin, folder):
    """Names that steer a terminal, in every place that holds one, and as words of the command line."""
    wrong = []
    for number, evil in enumerate((ESCAPE, OVERRIDE)):
        place = folder / f"names-{number}"
        shutil.copytree(origin, place, symlinks=True)
        escaped = evil.encode("unicode_escape").decode().replace("\\x1b", "\\e")
        for path, key in ((place / f"people/{PERSON}.yaml", "name"), (place / "organisations/orto-sociale.yaml", "name"),
                          (place / f"cases/2026/{CASE}.yaml", "project"), (place / "guerdon.yaml", "name"),
                          (place / "schemes/glore-1/scheme.yaml", "title")):
            text = path.read_text()
            other = re.sub(rf"^( *(?:- )?{key}): .*$", lambda match: f'{match[1]}: "Anna {escaped} Rossi"', text, count=1, flags=re.M)
            path.write_text(other)
            for command in COMMANDS:
                wrong += [f"{path.name} {key}: {what}" for what in judge(workspace.command(place, *command))[0]]
            path.write_text(text)
        facts = min((place / "certificates/2026").glob("*.json"))
        text = facts.read_text()
        facts.write_text(re.sub(r'"name":"[^"]*"', lambda match: f'"name":{json.dumps(evil)}', text))
        for path in (f"cases/2026/2026-{evil}.yaml", f"people/p-{evil}.yaml", f"organisations/{evil}.yaml", f"schemes/{evil}/scheme.yaml",
                     f"events/{evil}.yaml", f"certificates/2026/{evil}.json", f"schemes/glore-1/text/{evil}.yaml"):
            (place / path).parent.mkdir(exist_ok=True)
            (place / path).write_text("format: none\n")
        for command in COMMANDS:
            wrong += [f"names of files: {what}" for what in judge(workspace.command(place, *command))[0]]
        for command in (["show", evil], ["show", evil, "--json"], ["issue", evil], ["check", evil], [evil], ["status", f"--{evil}"],
                        ["status", "--view", evil], ["enroll", evil, "--adult", "--project", evil, "--from", evil, "--to", evil],
                        ["waive", CASE, evil, "--by", evil, "--because", evil], ["explain", evil], ["enroll", "--csv", evil],
                        ["init", f"/dev/null/{evil}"], ["issue", "--language", evil, CASE], ["issue", "--design", evil, CASE],
                        ["render", evil], ["midterm", CASE, "--skill", evil, "--by", evil], ["languages", evil], ["preview", evil],
                        ["completion", "words", "--", "show", evil], ["midterm", CASE, "--from", evil], ["completion", evil], ["man", evil]):
            wrong += [f"words: {what}" for what in judge(workspace.command(origin, *command))[0]]
        table = folder / "arrivals.csv"
        table.write_text(f"name,project,from,to,{evil}\n{evil},{evil},{evil},2026-01-01\n")
        wrong += judge(workspace.command(origin, "enroll", "--csv", str(table)))[0]
        table.write_text(f"name,adult,project,from,to\n{evil},true,{evil},2026-03-02,2026-08-28\n")
        wrong += judge(workspace.command(origin, "enroll", "--csv", str(table), "--dry-run"))[0]
    return wrong


def files_of_a_scheme(origin, folder):
    """A scheme, or an organisation's logo, that names files outside its folder."""
    wrong = []
    secret = folder / "secret.png"
    secret.write_text("secret words")
    for where, text in (("schemes/glore-1/fonts.yaml", None), ("schemes/glore-1/soft-skills.yaml", None),
                        ("organisations/orto-sociale.yaml", "logo: {logo}\n")):
        for logo in ("../../../secret.png", str(secret), "../secret.png", "\"a\\e/../../../../secret.png\""):
            place = folder / "scheme"
            shutil.copytree(origin, place, symlinks=True)
            path = place / where
            content = path.read_text()
            changed = content + text.format(logo=logo) if text else re.sub(r"(\bfile: )\S+", lambda match: match[1] + logo, content)
            if "fonts" in where and changed == content:
                changed = content + f"\nextra:\n  - file: {logo}\n"
            path.write_text(changed)
            for command in COMMANDS:
                found, _ = judge(workspace.command(place, *command))
                wrong += [f"{where} names {logo}: {what}" for what in found]
            for file in place.rglob("*"):
                if file.is_file() and b"secret words" in file.read_bytes():
                    wrong.append(f"{where} names {logo}: {file.name} holds what lies outside")
            shutil.rmtree(place)
    return wrong


def main():
    workspace.program()
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="guerdon-hostile-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        folder = pathlib.Path(folder)
        origin = issued(folder)
        checks = {
            "pipes": lambda: every_record(origin, folder, "pipe", pipe),
            "folders": lambda: every_record(origin, folder, "folder", folder_there),
            "huge files": lambda: every_record(origin, folder, "huge", huge),
            "links to themselves": lambda: every_record(origin, folder, "loop", loop),
            "links that lead out": lambda: links_out(origin, folder),
            "names": lambda: names(origin, folder),
            "files of a scheme": lambda: files_of_a_scheme(origin, folder),
        }
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for name, found in zip(checks, pool.map(lambda check: check(), checks.values())):
                print(f"{name}: {'good' if not found else ''}", *found[:20], sep="\n  " if found else "")
                passed, failed = passed + (not found), failed + bool(found)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
