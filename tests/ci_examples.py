#!/usr/bin/env python3
"""Runs what examples/ci/ would have a CI system run, in a clone of the sample workspace: once as it is, where all must pass, once with a
level that is none, where the check must fail and its report must say where."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

SOURCE = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(os.environ["GUERDON_PROGRAM"]).resolve()
CASE = "cases/2021/2021-gsp4aka5.yaml"
LINE = re.compile(r"^\s*(?:run|entry|-): ?(guerdon .*)$|^\s*- (guerdon .*)$", re.M)
ENVIRONMENT = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "2",
               "GIT_CONFIG_GLOBAL": "/dev/null"}


def commands(name):
    """The lines of a CI file that run guerdon."""
    return [first or second for first, second in LINE.findall((SOURCE / "examples/ci" / name).read_text())]


def run(command, folder):
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)


def results(folder):
    """Exit code and output of every command of every file; pre-commit's gets the file that changed."""
    found = {}
    for name in ("github.yml", "gitlab-ci.yml", "pre-commit-config.yaml"):
        for command in commands(name):
            words = f"{command} {CASE}" if name.startswith("pre-commit") else command
            found[name, command] = run(words, folder)
    return found


def main():
    failed = []

    def expect(what, holds):
        if not holds:
            failed.append(what)
        return holds

    checks = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "records"
        shutil.copytree(SOURCE / "examples/network-sample", folder)
        for broken in (False, True):
            if broken:
                text = (folder / CASE).read_text()
                (folder / CASE).write_text(text.replace("level: 3", "level: 9", 1))
            found = results(folder)
            checks += len(found)
            expect(f"only {len(found)} commands", len(found) >= 6)
            for (file, command), result in found.items():
                wanted = 1 if broken and " check" in command and "|| true" not in command else 0
                expect(f"{file}: `{command}` ended with {result.returncode}, not {wanted}: {result.stderr}", result.returncode == wanted)
        report = json.loads((folder / "gl-code-quality-report.json").read_text())
        expect(f"GitLab's report: {report}", [(one["location"]["path"], one["severity"]) for one in report] == [(CASE, "major")])
        suite = xml.etree.ElementTree.parse(folder / "guerdon.xml").getroot()[0]
        bad = [case.get("name") for case in suite if case.find("failure") is not None]
        expect(f"JUnit's report: {bad}", bad == [CASE] and int(suite.get("tests")) == len(suite) > 4)
        checks += 2
    print("\n".join(failed))
    print(f"{checks - len(failed)} passed, {len(failed)} failed")
    sys.exit(bool(failed))


main()
