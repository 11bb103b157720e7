#!/usr/bin/env python3
"""Leaves out each rule in turn, and shifts each of its parameters: a fixture in tests/rules must turn red every time.

usage: tests/meta/mutate.py BUILD_FOLDER
Its test program test_process reads one mutation from GUERDON_TEST_MUTATION; guerdon itself knows nothing of that.
"""
import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
SCHEMES = [SOURCE / "templates/glore/scheme.yaml", SOURCE / "templates/lever-up/scheme.yaml"]
RULE_LINE = re.compile(r"^  ([a-z-]+\.[a-z-]+):$")
PARAMETER_LINE = re.compile(r"^    ([a-z-]+): (.+)$")


def settings():
    """Each rule of the schemes with its parameters as they are written; as the first of them has it that has the rule."""
    out = {}
    for scheme in SCHEMES:
        known = set(out)
        rule = None
        for line in scheme.read_text().split("\nrules:\n")[1].splitlines():
            if found := RULE_LINE.match(line):
                rule = found[1]
                out.setdefault(rule, {})
            elif rule not in known and (found := PARAMETER_LINE.match(line)) and found[1] not in ("strength", "gates"):
                out[rule][found[1]] = found[2]
    return out


def judged_by_a_fixture(rule):
    """A rule without a check is judged elsewhere, and tested there."""
    return ".check = " in (SOURCE / "lib/process/rules" / (re.sub(r"[.-]", "_", rule) + ".cpp")).read_text()


def shifted(value):
    """Values beside the one in the scheme: a number up and down by one, a list without one of its words, another word."""
    if found := re.fullmatch(r"(\d+)%?", value):
        return [str(number) for number in (int(found[1]) + 1, int(found[1]) - 1) if number >= 0]
    words = value.strip("[]").split(", ")
    return words if len(words) > 1 else ["deducted" if value == "counted" else "none"]


def mutations():
    for rule, parameters in settings().items():
        if not judged_by_a_fixture(rule):
            continue
        yield rule
        for name, value in parameters.items():
            yield from (f"{rule} {name}={other}" for other in shifted(value))


def survives(program, mutation):
    run = subprocess.run([program, "--test-case=*fixture*"], env=os.environ | {"GUERDON_TEST_MUTATION": mutation},
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if run.returncode < 0:
        sys.exit(f"{program} was ended by signal {-run.returncode} under `{mutation}`")
    return run.returncode == 0


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: tests/meta/mutate.py BUILD_FOLDER")
    program = pathlib.Path(sys.argv[1]) / "tests/test_process"
    if not survives(program, ""):
        sys.exit("the fixtures fail as they stand")
    every = list(mutations())
    unseen = [mutation for mutation in every if survives(program, mutation)]
    for mutation in unseen:
        print(f"no fixture of tests/rules notices `{mutation}`")
    print(f"{len(every) - len(unseen)} passed, {len(unseen)} failed")
    sys.exit(1 if unseen or not every else 0)


main()
