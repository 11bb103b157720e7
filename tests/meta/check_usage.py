#!/usr/bin/env python3
"""The table of options in docs/commands/<command>.md says what `guerdon <command> --help` says, and mandoc finds no fault with the
pages of the manual. `--update` writes the tables anew."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tree

PROGRAM = pathlib.Path(os.environ["GUERDON_PROGRAM"]).resolve()
TABLE = re.compile(r"^\| option \| meaning \|\n\|---\|---\|\n((?:\|.*\n)*)", re.M)
# A name and its value, then the description, behind two spaces or on the next line.
ENTRY = re.compile(r"^  (?:(-\w, )|    )?(\S.*?)(?:  +|\n {32})(\S.*(?:\n {32}.*)*)", re.M)


def help_of(words):
    return subprocess.run([PROGRAM, *words, "--help"], capture_output=True, text=True, check=True).stdout


def rows_of(text):
    """The rows of the table that the help of a command makes."""
    rows = []
    for part in re.findall(r"^(?:Arguments|Options):\n(.*?)(?:\n\n|\Z)", text, re.M | re.S):
        for short, name, meaning in ENTRY.findall(part + "\n"):
            cells = (f"`{short}{name}`", re.sub(r"\s+", " ", meaning).strip())
            rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")
    return "".join(rows)


def page_of(text, rows):
    """The text of a page with the table as it should be."""
    return TABLE.sub(lambda match: match[0].removesuffix(match[1]) + rows, text, count=1)


def check(root):
    found = []
    for page in sorted((root / "docs/commands").glob("*.md")):
        if page.stem == "guerdon":
            continue
        text = page.read_text()
        rows = rows_of(help_of([page.stem]))
        if rows and not TABLE.search(text):
            found.append(f"{page.name}: has no table of options")
        elif rows and page_of(text, rows) != text:
            found.append(f"{page.name}: the table of options is not what `guerdon {page.stem} --help` says; tests/meta/check_usage.py --update")
    return found


def manual():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([PROGRAM, "man", "--to", folder], check=True, capture_output=True)
        pages = sorted(pathlib.Path(folder).glob("man*/*"))
        said = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *pages], capture_output=True, text=True).stdout
    faults = [line for line in said.splitlines() if "missing date" not in line]  # no page changes with the day
    return faults if len(pages) > 20 else [f"only {len(pages)} pages"]


if "--update" in sys.argv:
    for path in (tree.SOURCE / "docs/commands").glob("*.md"):
        if path.stem != "guerdon":
            path.write_text(page_of(path.read_text(), rows_of(help_of([path.stem]))))
    sys.exit()

faults = manual()
print("\n".join(faults))
if faults:
    print("0 passed, 1 failed")
    sys.exit(1)
good = page_of("# guerdon show\n\n| option | meaning |\n|---|---|\n| `X` | y |\n", rows_of(help_of(["show"])))
tree.prove(check, {"docs/commands/show.md": good}, {
    "is not what": {"docs/commands/show.md": good.replace("the case", "a case", 1)},
    "no table": {"docs/commands/show.md": "# guerdon show\n"},
})
