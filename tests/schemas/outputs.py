#!/usr/bin/env python3
"""Every object that `--json` prints has a JSON Schema in schemas/output/, and fits it: the objects are those of the transcripts in
tests/cli, which the program prints word for word. Each schema and each command has a transcript with one.

usage: tests/schemas/outputs.py
"""
import collections
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
OUTPUT = SOURCE / "schemas" / "output"
sys.path += [str(HERE), str(SOURCE / "tests")]
from agree import node_modules  # noqa: E402
from run_cli import parse  # noqa: E402

# What stands for any text, where the text has a form that its schema asks for.
STANDS_FOR = [(r'"(commit|from|to)": "\{\{\*\}\}"', r'"\1": "0000000"')]

# Schemas that no transcript shows: what a finding is, and the lines of --progress json, which tests/shells/progress.py validates.
SHOWN_ELSEWHERE = {"finding-1", "progress-1"}


def commands():
    table = (SOURCE / "cli" / "commands.cpp").read_text()
    return re.findall(r'\{"([a-z-]+)",\s*"[^"]*",\s*"[^"]*",\s*setup_\w+\}', table)


def printed_schemas():
    """The schemas that the program names in its source."""
    found = set()
    for path in (SOURCE / "cli").glob("*.cpp"):
        found |= set(re.findall(r'"guerdon\.([a-z-]+)/(\d+)"', path.read_text()))
    return {f"{name}-{version}" for name, version in found}


def objects():
    """(place, command, object) for each run of a transcript that answers in JSON."""
    for file in sorted((SOURCE / "tests" / "cli").rglob("*.cli")):
        _, steps = parse(file.read_text())
        for step in steps:
            words = shlex.split(step.action.argument) if step.action.word == "run" else []
            stdout = step.claim("stdout")
            asked = "--json" in words or ("--format" in words and words[words.index("--format") + 1] == "json")
            if not asked or stdout is None or not stdout.body.startswith("{"):
                continue
            text = stdout.body
            for pattern, instead in STANDS_FOR:
                text = re.sub(pattern, instead, text)
            command = next((word for word in words if word in commands()), None)
            yield f"{file.relative_to(SOURCE)}:{step.action.line}", command, json.loads(text)


def complaints(found):
    """What ajv has against the objects, by place."""
    with tempfile.TemporaryDirectory() as folder:
        jobs = []
        for number, (place, _, value) in enumerate(found):
            name = value["schema"].removeprefix("guerdon.").replace("/", "-")
            if not (OUTPUT / f"{name}.json").is_file():
                continue
            file = pathlib.Path(folder) / f"{number}.json"
            file.write_text(json.dumps(value))
            jobs.append({"file": str(file), "schema": str(OUTPUT / f"{name}.json"), "place": place})
        answer = subprocess.run(["node", HERE / "validate.cjs"], input=json.dumps(jobs), capture_output=True, text=True,
                                env={"NODE_PATH": str(node_modules()), "PATH": "/usr/local/bin:/usr/bin:/bin"})
        if answer.returncode != 0:
            sys.exit(answer.stderr)
        by_file = json.loads(answer.stdout)
        return [f"{job['place']}: {fault}" for job in jobs for fault in by_file[job["file"]]]


def main():
    found = list(objects())
    named = {value["schema"].removeprefix("guerdon.").replace("/", "-") for _, _, value in found}
    known = {path.stem for path in OUTPUT.glob("*.json")} - SHOWN_ELSEWHERE
    by_command = collections.defaultdict(set)
    for _, command, value in found:
        by_command[command].add(value["schema"])
    failed = complaints(found)
    failed += [f"{name}: no schema schemas/output/{name}.json" for name in sorted((named | printed_schemas()) - known - SHOWN_ELSEWHERE)]
    failed += [f"schemas/output/{name}.json: no transcript prints one" for name in sorted(known - named)]
    failed += [f"{command}: no transcript has it answer with --json" for command in commands()
               if not by_command[command] - {"guerdon.error/1"}]
    page = (SOURCE / "docs" / "commands" / "guerdon.md").read_text()
    failed += [f"{name}: not in the table of docs/commands/guerdon.md" for name in sorted(known)
               if f"`guerdon.{'/'.join(name.rsplit('-', 1))}`" not in page]
    print("\n".join(failed) + "\n" * bool(failed) + f"{len(found)} objects, {len(failed)} failed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
