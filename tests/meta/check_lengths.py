#!/usr/bin/env python3
"""No source file is longer than 600 lines, no header longer than 300."""
from tree import files, prove

MOST = {".h": 300, ".cpp": 600, ".py": 600, ".cmake": 600, ".sh": 600}


def check(root):
    found = []
    for path in files(root, "cli", "cmake", "examples", "lib", "tests", suffixes=MOST):
        lines = path.read_text().count("\n")
        most = MOST[path.suffix]
        if lines > most:
            found.append(f"{path.relative_to(root)}: {lines} lines, at most {most}")
    return found


prove(
    check,
    clean={"lib/base/a.h": "\n" * 300, "lib/base/a.cpp": "\n" * 600},
    bad={"lib/base/b.h: 301 lines": {"lib/base/b.h": "\n" * 301},
         "tests/b.py: 601 lines": {"tests/b.py": "\n" * 601}})
