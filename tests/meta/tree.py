"""What the checks of the tree share: the folder, its files, C++ without comments and literals, and the run that proves a check."""
import os
import pathlib
import re
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
CPP = (".cpp", ".h")

TOKENS = re.compile(
    r'(?P<raw>R"(?P<mark>[^()\s\\]*)\((?:.*?)\)(?P=mark)")'
    r'|(?P<text>"(?:\\.|[^"\\\n])*")'
    r"|(?P<character>'(?:\\.|[^'\\\n])+')"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)"
    r"|(?P<number>\b\d[\d'a-fA-FxX.]*)", re.S)


def files(root, *folders, suffixes=CPP):
    """The files with these suffixes below these folders of `root`, in order."""
    found = []
    for folder in folders:
        for path, _, names in os.walk(root / folder):
            found += [pathlib.Path(path) / name for name in names if name.endswith(tuple(suffixes))]
    return sorted(found)


def _keep(text, kinds):
    """`text` with everything but newlines blanked where the token's kind is not among `kinds`; None keeps what is no token."""
    def blank(match):
        kind = match.lastgroup if match.lastgroup != "mark" else "raw"
        return match[0] if kind in kinds or kind == "number" else re.sub(r"[^\n]", " ", match[0])
    return TOKENS.sub(blank, text)


def code(text):
    """C++ with comments and literals blanked; lines stay where they are."""
    return _keep(text, ())


def code_and_strings(text):
    """C++ with its comments blanked."""
    return _keep(text, ("raw", "text", "character"))


def comments(text):
    """(line number, comment) of C++, one a line."""
    for match in TOKENS.finditer(text):
        if match["comment"]:
            first = text.count("\n", 0, match.start()) + 1
            for offset, line in enumerate(match["comment"].splitlines()):
                yield first + offset, line


def line_of(text, match):
    return text.count("\n", 0, match.start()) + 1


def write(root, content):
    for name, text in content.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        if text.startswith("#!"):
            path.chmod(0o755)


def prove(check, clean, bad):
    """Runs `check(root) -> [finding]` on the sample tree `clean`, which it must accept; on each of `bad`, {words of the finding:
    files that are added to `clean`}, which it must refuse with these words; then on the project. Exits as a suite does."""
    passed, failed = 0, []
    for expected, content in {"": {}, **bad}.items():
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            write(root, {**clean, **content})
            findings = check(root)
        if (any(expected in finding for finding in findings) and len(findings) == 1) if expected else not findings:
            passed += 1
        else:
            failed.append(f"the check itself: expected `{expected}`, found {findings}")
    findings = check(SOURCE)
    failed += findings
    passed += not findings
    print("\n".join(failed) + "\n" * bool(failed) + f"{passed} passed, {len(failed)} failed")
    sys.exit(bool(failed))
