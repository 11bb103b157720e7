#!/usr/bin/env python3
"""Every PDF below a folder is sound (qpdf), holds its fonts as subsets with a Unicode map (pdffonts), and says what its facts say
(pdftotext). A portfolio, which has no facts, says what its case tells.

usage: tests/agree_with_facts.py FOLDER
"""
import json
import pathlib
import re
import subprocess
import sys


# pdftotext -raw gives lines from right to left letter by letter; tests/verapdf/text.py reads them in other ways.
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def squeezed(text):
    """The text without spaces and line ends: a page breaks lines where the facts have none."""
    return "".join(text.split())


def phrases(facts):
    """What the page must say, each as one text."""
    yield facts["name"]
    yield facts["id"]
    if "badge" in facts:
        yield f"{facts['badge']['training']['hours']} hours"
    for skill in facts.get("skills", []):
        yield skill["name"]
        # A certificate of one competence draws its level; a claim may name none.
        yield skill["word"] if "competence" in facts or skill["level"] == 0 else f"{skill['level']} {skill['word']}"
        yield skill.get("certificate", "")
    yield from facts.get("tasks", [])
    yield from facts.get("statement", {}).get("paragraphs", [])
    assessment = facts.get("assessment", {})
    yield from (assessor["name"] for assessor in assessment.get("assessors", []))
    yield from assessment.get("grounds", [])
    yield from (experience["title"] for experience in facts.get("experiences", []))
    yield from (evidence["name"] for evidence in facts.get("evidence", []))
    yield from (plan["step"] for plan in facts.get("plan", []))
    for signer in facts["signers"]:
        yield signer["name"]
    words = facts["words"]
    contemporary = facts["design"]["file"].endswith("-contemporary.yaml") and "summary" in words
    for name in ("title", "summary" if contemporary else "sentence"):
        for phrase in words[name]:
            yield "".join(run if isinstance(run, str) else next(text for key, text in run.items() if key != "language") for run in phrase)


def told(case):
    """What a portfolio must say: the titles and the stories of its case, line by line."""
    documentation = re.search(r"^documentation:\n(.*?)^(?=\S)", case.read_text(), re.M | re.S)[1]
    for line in documentation.splitlines():
        title = re.fullmatch(r" +title: (.*)", line)
        story = re.fullmatch(r" {10}(\S.*)", line)
        if title or story:
            yield (title or story)[1].strip("'\"")


def complaints(pdf):
    if subprocess.run(["qpdf", "--check", pdf], capture_output=True, check=False).returncode != 0:
        yield "qpdf --check objects"
    fonts = [line.split() for line in output("pdffonts", pdf).splitlines()[2:]]
    if not fonts or any(font[-5:-2] != ["yes", "yes", "yes"] for font in fonts):
        yield "a font is not embedded, subset and mapped to Unicode"
    said = squeezed(output("pdftotext", "-raw", pdf, "-"))
    if pdf.stem.endswith("-portfolio"):
        identity = pdf.stem.removesuffix("-portfolio")
        expected = told(pdf.parent / "cases" / identity[:4] / f"{identity}.yaml")
    else:
        expected_facts = json.loads(pdf.with_suffix(".json").read_text())
        expected = phrases(expected_facts)
        if expected_facts["language"] in RIGHT_TO_LEFT:
            expected = [expected_facts["id"], *expected_facts.get("tasks", [])]
    yield from (f"does not say {phrase!r}" for phrase in expected if squeezed(phrase) not in said)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: tests/agree_with_facts.py FOLDER")
    pdfs = sorted(pathlib.Path(sys.argv[1]).rglob("*.pdf"))
    bad = [(pdf, complaint) for pdf in pdfs for complaint in complaints(pdf)]
    for pdf, complaint in bad:
        print(f"{pdf}: {complaint}")
    print(f"{len(pdfs)} documents, {len(bad)} complaints")
    sys.exit(1 if bad or not pdfs else 0)


main()
