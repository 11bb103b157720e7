#!/usr/bin/env python3
"""The ```console blocks of README.md and docs/ run as they stand.

A `$ ` line is a command (a line that ends in a backslash goes on in the next), what follows is what it prints, on both streams; a
line of `…` stands for any lines, a `…` within a line for any text. The blocks of one page share a folder, empty at first. Before
a block, `<!-- console: COMMAND -->` runs a command that the page does not show.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tree

sys.path.insert(0, str(tree.SOURCE / "tests"))
import run_cli  # noqa: E402

BLOCK = re.compile(r"^<!-- console: (?P<hidden>.*?) -->$|^```console\n(?P<block>.*?)^```$", re.M | re.S)


def steps(block):
    """(command, expected output) of one block."""
    found, lines = [], iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                command = command[:-1] + next(lines).removeprefix("> ")
            found.append((command, []))
        elif found:
            found[-1][1].append(line)
        elif line.strip():
            raise ValueError("text before the first `$ `")
    return [(command, "".join(line + "\n" for line in output)) for command, output in found]


def fits(expected, found):
    pattern = ""
    for line in expected.splitlines():
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += "[^\n]*".join(re.escape(part.rstrip(" ")) if not part.strip() else re.escape(part)
                                     for part in line.split("…")) + "[ ]*\n"
    return re.fullmatch(pattern, found) is not None


def pages(root):
    return sorted(path for path in [root / "README.md", *(root / "docs").rglob("*.md")]
                  if path.is_file() and "decisions" not in path.parts)


def check(root):
    found = []
    for page in pages(root):
        text = page.read_text()
        if not BLOCK.search(text):
            continue
        program = root / "guerdon" if root != tree.SOURCE else pathlib.Path(os.environ.get("GUERDON_PROGRAM", "/nonexistent"))
        if not program.exists():
            found.append(f"{page.relative_to(root)}: no program to run it with; set GUERDON_PROGRAM")
            continue
        with tempfile.TemporaryDirectory() as folder:
            found += play(page.relative_to(root), text, program, pathlib.Path(folder))
    return found


def play(name, text, program, folder):
    work = folder / "work"
    work.mkdir()
    (folder / "home").mkdir()
    environment = run_cli.environment(program, folder / "home") | {"SOURCE": str(tree.SOURCE)}
    found, runs = [], 0
    for match in BLOCK.finditer(text):
        line = tree.line_of(text, match)
        try:
            wanted = [(match["hidden"], None)] if match["hidden"] else steps(match["block"])
        except ValueError as fault:
            return [f"{name}:{line}: {fault}"]
        for command, expected in wanted:
            runs += 1
            done = subprocess.run(["/bin/bash", "-c", command], cwd=work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=120, env=environment | {"GUERDON_TEST_SEED": str(runs)})
            output = done.stdout.decode(errors="replace")
            if expected is None and done.returncode != 0:
                return [f"{name}:{line}: `{command}` gave {done.returncode}\n{output}"]
            if expected is not None and not fits(expected, output):
                return [f"{name}:{line}: `{command}` does not print what the page says, but:\n{output}"]
    return found


PROGRAM = "#!/bin/sh\n[ -f key ] && echo open; printf '%s\\n' \"$@\"; echo warn >&2\n"

tree.prove(
    check,
    clean={
        "guerdon": PROGRAM,
        "README.md": "# A\n\n```console\n$ guerdon a\na\nwarn\n$ guerdon 1 2 3\n…\nwarn\n$ guerdon 'took 3 ms'\ntook … ms\nwarn\n```\n",
        "docs/a.md": "<!-- console: touch key -->\n```console\n$ guerdon \\\n> b\nopen\nb\nwarn\n```\n",
    },
    bad={
        "`guerdon a` does not print what the page says": {"README.md": "```console\n$ guerdon a\na\n```\n"},
        "docs/b.md:1: `guerdon b` does not": {"docs/b.md": "```console\n$ guerdon b\nc\nwarn\n```\n"},
        "`false` gave 1": {"docs/b.md": "<!-- console: false -->\n"},
        "text before the first": {"docs/b.md": "```console\nguerdon b\n```\n"},
    })
