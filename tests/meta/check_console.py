#!/usr/bin/env python3
"""The ```console blocks of README.md and docs/ run as they stand.

A `$ ` line is a command (a line that ends in a backslash goes on in the next), what follows is what it prints, on both streams; a
line of `…` stands for any lines, a `…` within a line for any text. The blocks of one page share a folder, empty at first. Before
a block, `<!-- console: COMMAND -->` runs a command that the page does not show. `<!-- console on DATE, at a terminal of N columns -->`
plays the rest of the page on that day, at such a terminal: each guerdon gets `--today DATE`, and the note that says so is left out.

`--update PAGE…` writes into pages what was found where they say otherwise, for review in the diff.
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
import terminal  # noqa: E402

BLOCK = re.compile(r"^<!-- console on (?P<day>\S+), at a terminal of (?P<columns>\d+) columns -->$|"
                   r"^<!-- console: (?P<hidden>.*?) -->$|^```console\n(?P<block>.*?)^```$", re.M | re.S)


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


def piped(command, work, environment):
    """Exit code and output of a command that no terminal sees."""
    done = subprocess.run(["/bin/bash", "-c", command], cwd=work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=120, env=environment)
    return done.returncode, done.stdout.decode(errors="replace")


def on_that_day(program, folder, environment, day):
    """The environment in which `guerdon` takes `day` for today, and git commits are made on it, by whom the workspace says."""
    (folder / "bin").mkdir(exist_ok=True)
    wrapper = folder / "bin" / "guerdon"
    wrapper.write_text(f'#!/bin/sh\nexec "{program.resolve()}" --today {day} "$@"\n')
    wrapper.chmod(0o755)
    kept = {name: value for name, value in environment.items() if not re.fullmatch("GIT_.*_(NAME|EMAIL)", name)}
    return kept | {"PATH": f"{folder / 'bin'}:{environment['PATH']}", "GIT_PAGER": "cat",
                   "GIT_AUTHOR_DATE": f"{day}T09:50:00Z", "GIT_COMMITTER_DATE": f"{day}T09:50:00Z"}


def play(name, text, program, folder, outputs=None):
    """Findings of one page. Into `outputs`, where it is given, goes what each command should say on the page, and no difference is told."""
    work = folder / "work"
    work.mkdir()
    (folder / "home").mkdir()
    environment = run_cli.environment(program, folder / "home") | {"SOURCE": str(tree.SOURCE)}
    found, runs, columns, note = [], 0, 0, None
    for match in BLOCK.finditer(text):
        line = tree.line_of(text, match)
        if match["day"]:
            environment = on_that_day(program, folder, environment, match["day"])
            columns, note = int(match["columns"]), f"note: today is taken to be {match['day']}\n"
            continue
        try:
            wanted = [(match["hidden"], None)] if match["hidden"] else steps(match["block"])
        except ValueError as fault:
            return [f"{name}:{line}: {fault}"]
        for command, expected in wanted:
            runs += 1
            given = environment | {"GUERDON_TEST_SEED": str(runs)}
            if columns and expected is not None:
                words = ["env", "-i", *(f"{key}={value}" for key, value in given.items()), "/bin/bash", "-c", command]
                code, output = terminal.at_terminal(words, work, columns=columns)
                output = output.replace(note, "")
            else:
                code, output = piped(command, work, given)
            if expected is None and code != 0:
                return [f"{name}:{line}: `{command}` gave {code}\n{output}"]
            if expected is None:
                continue
            fitting = fits(expected, output)
            if outputs is not None:
                outputs.append(expected if fitting else output)
            elif not fitting:
                return [f"{name}:{line}: `{command}` does not print what the page says, but:\n{output}"]
    return found


def with_outputs(block, outputs):
    """A block with what its commands should say."""
    lines, is_command = [], False
    for line in block.splitlines(keepends=True):
        goes_on = is_command and lines[-1].endswith("\\\n")
        is_command = line.startswith("$ ") or goes_on
        if is_command:
            lines.append(line)
            if not line.endswith("\\\n"):
                lines.append(next(outputs))
    return "".join(lines)


def update(page):
    text, outputs = page.read_text(), []
    with tempfile.TemporaryDirectory() as folder:
        found = play(page, text, pathlib.Path(os.environ["GUERDON_PROGRAM"]), pathlib.Path(folder), outputs)
    if found:
        sys.exit("\n".join(found))
    outputs = iter(outputs)
    page.write_text(BLOCK.sub(
        lambda match: match[0] if match["block"] is None else f"```console\n{with_outputs(match['block'], outputs)}```", text))


PROGRAM = "#!/bin/sh\n[ -f key ] && echo open; printf '%s\\n' \"$@\"; echo warn >&2\n"

if sys.argv[1:2] == ["--update"]:
    for page in sys.argv[2:]:
        update(pathlib.Path(page))
    sys.exit()

tree.prove(
    check,
    clean={
        "guerdon": PROGRAM,
        "README.md": "# A\n\n```console\n$ guerdon a\na\nwarn\n$ guerdon 1 2 3\n…\nwarn\n$ guerdon 'took 3 ms'\ntook … ms\nwarn\n```\n",
        "docs/at.md": "<!-- console on 2026-06-01, at a terminal of 70 columns -->\n```console\n$ guerdon a\n--today\n2026-06-01\na\nwarn\n"
                      "$ tput cols; test -t 0 && echo screen\n70\nscreen\n```\n",
        "docs/a.md": "<!-- console: touch key -->\n```console\n$ guerdon \\\n> b\nopen\nb\nwarn\n```\n",
    },
    bad={
        "`guerdon a` does not print what the page says": {"README.md": "```console\n$ guerdon a\na\n```\n"},
        "docs/b.md:1: `guerdon b` does not": {"docs/b.md": "```console\n$ guerdon b\nc\nwarn\n```\n"},
        "`false` gave 1": {"docs/b.md": "<!-- console: false -->\n"},
        "text before the first": {"docs/b.md": "```console\nguerdon b\n```\n"},
    })
