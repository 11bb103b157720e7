#!/usr/bin/env python3
"""`--edit` at a terminal: an editor that is a script writes answers, good and bad, and sees what guerdon says of them."""
import os
import pathlib
import pty
import shutil
import stat
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(SOURCE / "tests"))
from expecting import expect, finish  # noqa: E402

PROGRAM = pathlib.Path(os.environ["GUERDON_PROGRAM"]).resolve()
ID = "2026-7dpdpn76"
GOOD = "on: 2026-05-30\\nby: [luca-bianchi]\\nskills:\\n  - skill: team-work\\n    level: 3\\n"
BAD = GOOD.replace("team-work", "teem-work")
DRAFT = f".guerdon/drafts/{ID}-midterm.yaml"


class Workspace:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for fixture in ("new", "enrolled"):
            shutil.copytree(SOURCE / "tests/cli/fixtures" / fixture, self.folder, dirs_exist_ok=True)
        shutil.copytree(SOURCE / "templates/glore", self.folder / "schemes/glore-1")

    def case(self):
        return (self.folder / f"cases/2026/{ID}.yaml").read_text()

    def draft(self):
        path = self.folder / DRAFT
        return path.read_text() if path.exists() else None

    def run(self, editor, *words):
        """Exit code and what the terminal shows. `editor` are shell lines; "$1" is the file, $n how often it was opened."""
        script = self.folder / "editor.sh"
        count = self.folder / "opened"
        count.write_text("")
        script.write_text(f"echo x >>{count}; n=$(wc -l <{count}); cp \"$1\" {self.folder}/seen.$n\n{editor}\n")
        child, channel = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execve(PROGRAM, ["guerdon", "--today", "2026-09-05", "midterm", ID, "--edit", *words],
                      {**os.environ, "GUERDON_EDITOR": f"sh {script}", "TERM": "dumb"})
        shown = b""
        while True:
            try:
                piece = os.read(channel, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode().replace("\r", "")

    def seen(self, number):
        return (self.folder / f"seen.{number}").read_text()


with tempfile.TemporaryDirectory() as name:
    work = Workspace(name)
    before = work.case()

    code, shown = work.run(":")
    expect(f"closed unchanged: {code} {shown}", code == 1 and "nothing was written; not recorded" in shown)
    expect("closed unchanged, something is left", work.case() == before and work.draft() is None)
    expect("the template has the framework's skills as comments", "#   team-work " in work.seen(1) and "#   3 Intermediate" in work.seen(1))

    code, shown = work.run(f"printf '{BAD}' >\"$1\"; exit 3")
    expect(f"an editor that fails: {code} {shown}", code == 5 and "editor" in shown and work.case() == before)

    code, shown = work.run(f"[ $n = 2 ] || printf '# mine\\n{BAD}' >\"$1\"")
    expect("what was typed before the editor failed is gone", "teem-work" in work.seen(1))
    expect(f"bad, then closed unchanged: {code} {shown}", code == 1 and f"guerdon midterm {ID} --edit goes on with it" in shown)
    expect("what was typed is not kept", "teem-work" in (work.draft() or ""))
    expect("others can read it", stat.S_IMODE((work.folder / DRAFT).stat().st_mode) == 0o600)
    complaint = work.seen(2).splitlines()
    line = next((i + 1 for i, text in enumerate(complaint) if "skill: teem-work" in text and not text.startswith("#!")), 0)
    expect(f"the complaint: {complaint}", any(text.startswith(f"#! <answer>:{line}:") and "teem-work" in text for text in complaint))
    expect(f"the way out: {complaint}", any("team-work" in text and text.startswith("#! hint") for text in complaint))

    code, shown = work.run("sed -i 's/teem/team/' \"$1\"")
    expect(f"taken up again and put right: {code} {shown}", code == 0 and "recorded midterm" in shown)
    expect("the draft was not taken up again", "teem-work" in work.seen(1))
    expect("recorded with its complaints", "  - skill: team-work" in work.case() and "#!" not in work.case())
    expect("the draft is left behind", work.draft() is None)

    recorded = work.case()
    code, shown = work.run(":")
    expect(f"recorded already: {code} {shown}", code == 1 and "--replace" in shown and work.case() == recorded)
    code, shown = work.run("sed -i 's/level: 3/level: 4/' \"$1\"", "--replace")
    expect(f"replaced: {code} {shown}", code == 0 and work.seen(1).startswith("midterm:\n") and "on: 2026-05-30" in work.seen(1))
    expect("what was replaced", work.case() == recorded.replace("level: 3", "level: 4"))

    code, shown = work.run("sed -i 's/    level: 4/    level: 5\\n      note: |\\n        One.\\n\\n        Two./; s/level: 4/level: 5\\n      note: |\\n        One.\\n\\n        Two./' \"$1\"", "--replace", "--dry-run")
    expect(f"a dry run: {code} {shown}", code == 0 and "would record" in shown and "level: 4" in work.case())
    code, shown = work.run("sed -i 's/Two/Three/' \"$1\"", "--replace")
    expect(f"the dry run's answer is taken up: {code} {shown}", code == 0 and work.seen(1).startswith("#! You wrote this before"))
    expect("a text of two paragraphs", "        One.\n\n        Three.\n" in work.case())
    code, shown = work.run("sed -i 's/level: 5/level: 4/' \"$1\"", "--replace")
    expect(f"what is recorded comes whole: {work.seen(1)}", code == 0 and "One.\n\n" in work.seen(1) and "Three." in work.case())

    code, shown = work.run(": >\"$1\"", "--replace", "--no-input")
    expect(f"--no-input opens no editor: {code} {shown}", code == 2 and "--no-input" in shown and "--template" in shown and "level: 4" in work.case())

    code, shown = work.run(": >\"$1\"", "--replace")
    expect(f"emptied: {code} {shown}", code == 1 and work.draft() is None and "level: 4" in work.case())

finish()
