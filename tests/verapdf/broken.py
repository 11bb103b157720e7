#!/usr/bin/env python3
"""The judges see what they are there to see: a good file passes, and each copy of it with one thing broken is refused by the rule for that.

usage: tests/verapdf/broken.py FOLDER    (of which the first soft skills certificate with a code is taken)
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import judge
import mcids

# What is broken -> (pattern, what takes its place, how often it must be found, flavour, rule). Patterns are those of qpdf's plain form.
VARIANTS = {
    "not marked as tagged": (rb"/Marked true", b"/Marked false", 1, "3a", "6.7.2.2-1"),
    "window shows the file name": (rb"/DisplayDocTitle true", b"/DisplayDocTitle false", 1, "ua1", "7.1-10"),
    "no title": (rb"<dc:title>.*?</dc:title>", b"", 1, "ua1", "7.1-9"),
    "figures without description": (rb"(?m)^ *(/Alt \(.*\)|/Alt <\w+>)\n", b"", None, "ua1", "7.3-1"),
    "heads without scope": (rb"/Scope /(Column|Row)", b"", None, "ua1", "7.5-1"),
    "attachment without relationship": (rb"/AFRelationship /Source", b"", 1, "3a", "6.8-3"),
    "attachment without type": (rb"/Subtype /application#2fjson", b"", 1, "3a", "6.8-1"),
    "attachment of nothing": (rb"/AF \[[^]]*\]", b"", 1, "3a", "6.8-4"),
    "no output intent": (rb"/OutputIntents \[[^]]*\]", b"", 1, "3a", "6.2.4.3-2"),
    "no language": (rb"(?m)^  /Lang \(en\)\n", b"", 1, "ua1", "7.2-34"),
    "no Unicode for a font": (rb"/ToUnicode \d+ 0 R", b"", None, "3a", "6.2.11.7.2-1"),
    "font not in the file": (rb"/FontFile3 \d+ 0 R", b"", None, "3a", "6.2.11.4.1-1"),
    "wrong widths": (rb"/Widths \[\s+[\d.]+", b"/Widths [ 77", None, "3a", "6.2.11.5-1"),
    "another part of PDF/A": (rb"<pdfaid:part>3<", b"<pdfaid:part>4<", 1, "3a", "6.6.4-2"),
    "not said to be PDF/UA": (rb"<pdfuaid:part>1</pdfuaid:part>", b"", 1, "ua1", "5-1"),
    "property without schema": (rb"urn:guerdon:pdf:</pdfaSchema", b"urn:guerdon:xxx:</pdfaSchema", 1, "3a", "6.6.2.3.1-1"),
    "decoration neither tagged nor artifact": (rb"/Artifact BMC\n(.*?)EMC\n", rb"q \1 Q\n", None, "ua1", "7.1-3"),
    "headings that begin at the third level": (rb"/S /H1\b", b"/S /H3", 1, "ua1", "7.4.2-1"),
    "link without words": (rb"(?m)^ */Contents \(.*\)\n", b"", 1, "ua1", "7.18.5-2"),
    "link outside of the structure": (rb"/StructParent \d+\n", b"\n", 1, "ua1", "7.18.5-1"),
    "link that is not printed": (rb"/F 4\n", b"\n", 1, "3a", "6.3.2-1"),
    "tabs in no order": (rb"/Tabs /S\n", b"\n", None, "ua1", "7.18.3-1"),
    "a cell outside of rows": (rb"/S /TR\b", b"/S /P", None, "ua1", "7.2-36"),
    "unknown structure type": (rb"/S /LBody\b|/S /TBody\b", b"/S /Nonsense", None, "3a", "6.7.3.4-1"),
}

# What only mcids.py sees: the same, without flavour and rule.
STRUCTURES = {
    "two elements with the same content": (rb"(?m)^  /K 3$", b"  /K 2", None),
    "a parent that does not list its kid": (rb"(/K \[\n) +\d+ 0 R\n((?: +\d+ 0 R\n)+ +\]\n +/P \d+ 0 R\n +/S /Document)", rb"\1\2", 1),
    "a kid with another parent": (rb"(/P )\d+( 0 R\n +/Pg \d+ 0 R\n +/S /H1)", rb"\g<1>1\2", 1),
    "a parent tree in another order": (rb"(/Nums \[\n +0\n +\[\n)( +\d+ 0 R\n)( +\d+ 0 R\n)", rb"\1\3\2", 1),
    "content without element": (rb"/Artifact BMC", b"/P <</MCID 999>> BDC", None),
}


def plain(file):
    """`file` with nothing compressed and every object by itself."""
    command = ["qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", file, "-"]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def written(text, out):
    """The file that an edited plain form stands for. qpdf's plain form has line ends in streams that PDF/A does not want."""
    fixed = subprocess.run(["fix-qdf"], input=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    edited = out.with_suffix(".qdf")
    edited.write_bytes(fixed)
    subprocess.run(["qpdf", "--object-streams=disable", "--stream-data=preserve", "--newline-before-endstream", edited, out], check=True)
    return out


def variant(text, name, pattern, replacement, wanted, folder):
    changed, found = re.subn(pattern, replacement, text, flags=re.S if b"BMC" in pattern else 0)
    if found == 0 or (wanted and found != wanted):
        sys.exit(f"broken.py: `{name}` is found {found} times in the file, not {wanted or 'at all'}")
    return written(changed, folder / (name.replace(" ", "-").replace("/", "-") + ".pdf"))


def sample(folder):
    for facts in sorted(pathlib.Path(folder).rglob("certificates/*/*.json")):
        if facts.with_suffix(".pdf").exists():
            read = json.loads(facts.read_text(encoding="utf-8"))
            if read["kind"] == "soft-skills" and "verify" in read:
                return facts.with_suffix(".pdf")
    sys.exit(f"broken.py: no soft skills certificate with a code below {folder}")


def main(name):
    file = sample(name)
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        text = plain(file)
        good = written(text, folder / "good.pdf")
        files = {what: variant(text, what, *how[:3], folder) for what, how in VARIANTS.items()}
        verdicts = judge.verdicts([good, *files.values()])
        for verdict in verdicts[:2]:
            if verdict.word != "PASS":
                failed += 1
                print(verdict)
        by_file = {(verdict.file, verdict.flavour): verdict for verdict in verdicts}
        for what, (*_, flavour, rule) in VARIANTS.items():
            verdict = by_file[files[what], flavour]
            if verdict.word != "FAIL" or rule not in verdict.rules:
                failed += 1
                print(f"`{what}` is not refused by {flavour} {rule}, but:\n{verdict}")
        if faults := mcids.faults(good):
            failed += 1
            print("mcids.py finds fault with the good file:", *faults, sep="\n    ")
        for what, how in STRUCTURES.items():
            if not mcids.faults(variant(text, what, *how, folder)):
                failed += 1
                print(f"`{what}` is not refused by mcids.py")
    total = 2 + len(VARIANTS) + len(STRUCTURES)
    print(f"{total - failed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
