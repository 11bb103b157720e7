#!/usr/bin/env python3
"""Types half a command line into bash, zsh and fish, presses Tab, and reads what the shell made of it."""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(os.environ["GUERDON_PROGRAM"]).resolve()

# What is typed, and what stands there after Tab.
LINES = [
    ("guerdon midt", "guerdon midterm "),
    ("guerdon show 2026-", "guerdon show 2026-7dpdpn76 "),
    ("guerdon midterm 2026-7dpdpn76 --by lu", "guerdon midterm 2026-7dpdpn76 --by luca-bianchi "),
    ("guerdon self-assess 2026-7dpdpn76 --skill team-w", "guerdon self-assess 2026-7dpdpn76 --skill team-work="),
    ("guerdon waive 2026-7dpdpn76 midterm.pres", "guerdon waive 2026-7dpdpn76 midterm.present "),
    ("guerdon validate 2026-7dpdpn76 --volunteer rem", "guerdon validate 2026-7dpdpn76 --volunteer remote "),
    ("guerdon issue --design=cont", "guerdon issue --design=contemporary "),
    ("guerdon enroll --csv arr", "guerdon enroll --csv arrivals.csv "),
    ("guerdon -C peo", "guerdon -C people/"),
]
# What is typed, and words of the list that is shown.
LISTS = [
    ("guerdon validate 2026-7dpdpn76 --skill team-work=", ["1", "Starting", "5", "Advanced"]),
    ("guerdon show 2026-7dpdpn76 --", ["--json", "one JSON object"]),
]
START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "PS1='@@ '; bind 'set enable-bracketed-paste off'; . <(guerdon completion bash)"),
    "zsh": (["zsh", "-f", "-i"], "PS1='@@ '; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; . <(guerdon completion zsh)"),
}


def plain(text):
    """What a terminal shows of `text`, without colours and moves of the cursor."""
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>()][A-B0-2]?|\a|\r", "", text)
    while "\x08" in text:
        text = re.sub(r"[^\x08]\x08|^\x08+", "", text, count=1)
    return text


class Terminal:
    """A shell at a terminal of 200 columns."""

    def __init__(self, shell, folder, environment):
        words, setup = START[shell]
        self.process, self.channel = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, environment)
        subprocess.run(["stty", "cols", "200", "rows", "50"], stdin=self.channel, check=True)
        self.read(1)
        self.type(f" {setup}; printf 'rea%s\\n' dy\n")
        if "ready" not in self.until("ready"):
            raise SystemExit(f"{shell}: did not start")

    def read(self, quiet):
        """What comes until nothing came for `quiet` seconds."""
        out = b""
        while select.select([self.channel], [], [], quiet)[0]:
            try:
                piece = os.read(self.channel, 65536)
            except OSError:
                break
            if not piece:
                break
            out += piece
        return plain(out.decode(errors="replace"))

    def until(self, word, most=20):
        """What comes until `word` did and the shell is quiet; all of it after `most` seconds."""
        out, end = "", time.monotonic() + most
        while time.monotonic() < end:
            out += self.read(0.3)
            if word in out:
                break
        return out

    def type(self, text):
        os.write(self.channel, text.encode())

    def clear(self):
        self.type("\x15")  # Ctrl-U: what stands on the line
        self.read(0.2)



def at_terminal(shell, folder, environment):
    terminal = Terminal(shell, folder, environment)
    failed = []
    for typed, wanted in LINES:
        terminal.type(typed + "\t")
        seen = terminal.until(wanted.rstrip())
        if wanted.rstrip() not in seen:
            failed.append(f"{shell}: `{typed}` and Tab: expected `{wanted}`, the terminal shows {seen!r}")
        terminal.clear()
    for typed, words in LISTS:
        terminal.type(typed + "\t\t")
        seen = terminal.until(words[-1])
        failed += [f"{shell}: `{typed}` and Tab: {word!r} is not in the list {seen!r}" for word in words if word not in seen]
        terminal.type("\x03")
        terminal.read(0.3)
    os.close(terminal.channel)
    return failed


def in_fish(folder, environment):
    failed = []

    def shown(typed):
        script = f"guerdon completion fish | source; complete -C '{typed}'"
        return subprocess.run(["fish", "--no-config", "-c", script], cwd=folder, env=environment, capture_output=True, text=True,
                              check=True).stdout

    for typed, wanted in LINES:
        words = [line.split("\t")[0] for line in shown(typed).splitlines()]
        if wanted.split()[-1] not in words:
            failed.append(f"fish: `{typed}`: `{wanted.split()[-1]}` is not among {words}")
    for typed, words in LISTS:
        seen = shown(typed)
        failed += [f"fish: `{typed}`: {word!r} is not in the list {seen!r}" for word in words if word not in seen]
    return failed


def main():
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for fixture in ("new", "enrolled"):
            shutil.copytree(SOURCE / "tests/cli/fixtures" / fixture, folder, dirs_exist_ok=True)
        shutil.copytree(SOURCE / "templates/glore", folder / "schemes/glore-1")
        shutil.copy(SOURCE / "examples/arrivals.csv", folder)
        (folder / "home").mkdir()
        environment = {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "HOME": str(folder / "home"), "TERM": "xterm",
                       "LC_ALL": "C.UTF-8", "HISTFILE": "/dev/null"}
        for shell in START:
            failed += at_terminal(shell, folder, environment)
        failed += in_fish(folder, environment)
    print("\n".join(failed))
    checks = 3 * (len(LINES) + len(LISTS))
    print(f"{checks - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main()
