#!/usr/bin/env python3
"""Runs the transcripts tests/cli/<command>/*.cli: files, commands, and everything they print and leave behind, in one text.

usage: tests/run_cli.py --program BUILD/guerdon [--update] [--keep] [--jobs N] [FILE or FOLDER…]

A transcript begins with a sentence saying what it shows. Then, each at the start of a line:

  --- file PATH        writes the lines below it
  --- copy FOLDER      copies the content of a folder of the source tree (examples/one) here
  --- cd PATH          runs what follows in that folder
  --- sh COMMAND       runs a shell command, which must succeed; its output counts only where a block below says so
  --- run ARGS         runs guerdon; a line that ends in ` \\` goes on in the next
  --- stdin            below a run: its input
  --- exit N           its exit code, 0 where it is not said
  --- stdout           its output, empty where it is not said
  --- stderr           the same
  --- expect PATH      the whole content of a file after it
  --- absent PATH      no such file after it
  --- unchanged        no file was written, changed or removed by it

Both streams are compared always and whole. `{{root}}` stands for the folder of the run, `{{source}}` for the source tree, `{{*}}` for
any text within a line. A last line `\\ no newline` says that the text has no newline at its end. A transcript in which nothing but
exit codes is stated is refused. Every run gets its own GUERDON_TEST_SEED: 1, 2, 3, …

--update writes what was found into the transcripts, for review in the diff.
"""
import argparse
import concurrent.futures
import dataclasses
import difflib
import hashlib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent
HEADER = re.compile(r"^--- ([a-z]+)(?: (.*))?$")
NO_NEWLINE = "\\ no newline\n"
ACTIONS = {"file", "copy", "cd", "sh", "run"}
CLAIMS = {"stdin", "exit", "stdout", "stderr", "expect", "absent", "unchanged"}
WITH_BODY = {"file", "stdin", "stdout", "stderr", "expect"}
SECONDS_PER_RUN = 120


class BadScript(Exception):
    """The transcript itself is wrong."""


@dataclasses.dataclass
class Block:
    word: str
    argument: str
    line: int
    header: str
    body: str = ""


@dataclasses.dataclass
class Step:
    """An action and the claims below it."""
    action: Block
    claims: list

    def claim(self, word):
        return next((block for block in self.claims if block.word == word), None)


def parse(text):
    """The leading text and the steps."""
    lines = text.splitlines(keepends=True)
    intro, steps, block, at = "", [], None, 0
    while at < len(lines):
        number, line = at + 1, lines[at]
        at += 1
        header = HEADER.match(line.rstrip("\n"))
        if not header:
            if block is None:
                intro += line
            else:
                block.body += line
            continue
        while line.endswith(" \\\n") and at < len(lines):
            line += lines[at]
            at += 1
        word, argument = header[1], HEADER.match(line.replace(" \\\n", " ").rstrip("\n"))[2] or ""
        block = Block(word, argument, number, line)
        if word in ACTIONS:
            steps.append(Step(block, []))
        elif word not in CLAIMS:
            raise BadScript(f"{number}: `--- {word}` is no directive")
        elif not steps or steps[-1].action.word not in ("run", "sh"):
            raise BadScript(f"{number}: `--- {word}` stands below no run")
        elif word not in ("expect", "absent") and steps[-1].claim(word):
            raise BadScript(f"{number}: a second `--- {word}` for one run")
        else:
            steps[-1].claims.append(block)
    return intro, steps


def refuse_weak(intro, steps):
    if not intro.strip():
        raise BadScript("1: the first line must say what the transcript shows")
    for step in steps:
        for block in [step.action, *step.claims]:
            if block.word not in WITH_BODY and block.body.strip():
                raise BadScript(f"{block.line}: text below `--- {block.word}`")
    claims = [claim for step in steps if step.action.word == "run" for claim in step.claims]
    if not any(claim.body.strip() for claim in claims if claim.word in ("stdout", "stderr", "expect")):
        raise BadScript("1: it states only exit codes; state a stream or a file")


def unparse(intro, steps):
    text = intro
    for step in steps:
        for block in [step.action, *step.claims]:
            text += block.header + block.body
    return text


def to_body(data, root):
    """Bytes that a program wrote, as a transcript holds them."""
    text = data.decode("utf-8", "backslashreplace").replace(str(root), "{{root}}").replace(str(SOURCE), "{{source}}")
    return text + "\n" + NO_NEWLINE if text and not text.endswith("\n") else text


def from_body(body, root):
    text = body.replace("{{root}}", str(root)).replace("{{source}}", str(SOURCE))
    return (text[: -len(NO_NEWLINE) - 1] if text.endswith(NO_NEWLINE) else text).encode()


def same(expected, found):
    if "{{*}}" not in expected:
        return expected == found
    pattern = "".join(".*" if part == "{{*}}" else re.escape(part) for part in re.split(r"(\{\{\*\}\})", expected))
    return re.fullmatch(pattern, found) is not None


def listing(folder):
    """Every file below `folder` and what is in it, but for the cache, which any command may make again."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if name.endswith(".guerdon/cache"):
            continue
        if path.is_symlink():
            found[name] = "-> " + os.readlink(path)
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            found[name] = "folder"
    return found


def environment(program, home):
    kept = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
    return kept | {
        "PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(home),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "SOURCE_DATE_EPOCH": "1767225600",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "init.defaultBranch",
        "GIT_CONFIG_VALUE_0": "main",
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "Test"), ("EMAIL", "test@example.org"), ("DATE", "2026-01-01T00:00:00Z"))},
    }


class Run:
    """One transcript in a folder of its own."""

    def __init__(self, file, program, folder, update):
        self.file, self.program, self.update = file, program, update
        self.root = folder / "work"
        self.cwd = self.root
        home = folder / "home"
        self.root.mkdir(parents=True)
        home.mkdir()
        self.environment = environment(program, home)
        self.runs = 0
        self.differences = []

    def play(self, steps):
        for step in steps:
            block = step.action
            if block.word == "file":
                path = self.inside(block)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(from_body(block.body, self.root))
            elif block.word == "copy":
                folder = SOURCE / block.argument
                if not folder.is_dir():
                    raise BadScript(f"{block.line}: no folder `{block.argument}` in the source tree")
                shutil.copytree(folder, self.cwd, dirs_exist_ok=True, symlinks=True)
            elif block.word == "cd":
                self.cwd = self.inside(block)
            else:
                self.execute(step)

    def inside(self, block):
        path = pathlib.Path(os.path.normpath(self.cwd / block.argument))
        if not block.argument or not path.is_relative_to(self.root):
            raise BadScript(f"{block.line}: `{block.argument}` is no path inside the folder of the run")
        return path

    def execute(self, step):
        block, is_run = step.action, step.action.word == "run"
        argument = block.argument.replace("{{root}}", str(self.root)).replace("{{source}}", str(SOURCE))
        if is_run:
            self.runs += 1
            argv = [str(self.program), *shlex.split(argument)]
        else:
            argv = ["/bin/sh", "-c", argument]
        before = listing(self.root) if step.claim("unchanged") else None
        stdin = step.claim("stdin")
        try:
            done = subprocess.run(
                argv, cwd=self.cwd, capture_output=True, timeout=SECONDS_PER_RUN,
                input=from_body(stdin.body, self.root) if stdin else b"",
                env=self.environment | {"GUERDON_TEST_SEED": str(self.runs if is_run else 1000 + block.line)})
        except subprocess.TimeoutExpired:
            raise BadScript(f"{block.line}: still running after {SECONDS_PER_RUN} s") from None
        if not is_run and done.returncode != 0 and not step.claim("exit"):
            raise BadScript(f"{block.line}: `{argument}` gave {done.returncode}\n{done.stderr.decode(errors='replace')}")
        self.compare_exit(step, done.returncode)
        for word, data in (("stdout", done.stdout), ("stderr", done.stderr)):
            if is_run or step.claim(word):
                self.compare_stream(step, word, to_body(data, self.root))
        for claim in step.claims:
            self.compare_file(claim)
        if before is not None and (after := listing(self.root)) != before:
            names = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
            self.differ(step.claim("unchanged"), "changed files", "", "".join(name + "\n" for name in names))

    def compare_exit(self, step, found):
        claim = step.claim("exit")
        expected = int(claim.argument) if claim else 0
        if found == expected:
            return
        if self.update and found >= 0:
            if claim is None:
                claim = Block("exit", "", step.action.line, "")
                step.claims.insert(0, claim)
            claim.argument, claim.header = str(found), f"--- exit {found}\n"
        else:
            self.differ(step.action, "exit code", f"{expected}\n", f"{found}\n")

    def compare_stream(self, step, word, found):
        claim = step.claim(word)
        if same(claim.body if claim else "", found):
            return
        if not self.update:
            self.differ(step.action, word, claim.body if claim else "", found)
            return
        if claim is None:
            claim = Block(word, "", step.action.line, f"--- {word}\n")
            after = {"stdout": ("stdin", "exit"), "stderr": ("stdin", "exit", "stdout")}[word]
            step.claims.insert(sum(block.word in after for block in step.claims), claim)
        claim.body = found

    def compare_file(self, claim):
        if claim.word == "absent" and os.path.lexists(self.inside(claim)):
            self.differ(claim, claim.argument, "", "is there\n")
        if claim.word != "expect":
            return
        path = self.inside(claim)
        if not path.is_file():
            self.differ(claim, claim.argument, claim.body, "(no such file)\n")
            return
        found = to_body(path.read_bytes(), self.root)
        if same(claim.body, found):
            return
        if self.update:
            claim.body = found
        else:
            self.differ(claim, claim.argument, claim.body, found)

    def differ(self, block, what, expected, found):
        diff = difflib.unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="", n=2)
        lines = "\n".join("    " + line for line in list(diff)[2:])
        self.differences.append(f"{self.file}:{block.line}: {block.header.strip()}\n  {what}:\n{lines}")


def play(file, program, update, keep):
    """What is wrong with one transcript; empty when nothing is."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="guerdon-cli-"))
    try:
        text = file.read_bytes().decode()
        intro, steps = parse(text)
        if not update:
            refuse_weak(intro, steps)
        run = Run(file, program, folder, update)
        run.play(steps)
        if update and (new := unparse(intro, steps)) != text:
            file.write_bytes(new.encode())
            print(f"updated {file}")
        return run.differences
    except BadScript as fault:
        return [f"{file}:{fault}"]
    finally:
        if keep:
            print(f"{file}: {folder}/work")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--keep", action="store_true", help="leave the folders of the runs")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("paths", nargs="*", type=pathlib.Path, default=[SOURCE / "tests" / "cli"])
    options = parser.parse_args()
    files = []
    for path in options.paths:
        files += sorted(path.rglob("*.cli")) if path.is_dir() else [path]
    if not files:
        sys.exit("run_cli: no transcript in " + ", ".join(map(str, options.paths)))
    program = options.program.resolve()
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for differences in pool.map(lambda file: play(file, program, options.update, options.keep), files):
            failed += bool(differences)
            for difference in differences:
                print(difference)
    print(f"{len(files) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
