#!/usr/bin/env python3
"""A reader gets the record's text back, whole and in order: from every PDF that lies beside its facts, by pdftotext in both its orders and by the
structure tree (pdfinfo -struct-text).

usage: tests/verapdf/text.py FOLDER…
"""
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

READERS = {
    "pdftotext": ["pdftotext", "-enc", "UTF-8", "FILE", "-"],
    "pdftotext -raw": ["pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-"],
    "pdfinfo -struct-text": ["pdfinfo", "-struct-text", "-enc", "UTF-8", "FILE"],
}


# What poppler adds on its own: marks of direction, and the empty text of glyphs that belong to the one before.
ADDED = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# poppler gives a line from right to left letter by letter in the order of the content stream; its other two orders are right.
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def joined(text):
    """`text` composed, every run of white space as one space."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", ADDED.sub("", text))).strip()


def struct_text(output):
    """The texts of the structure tree: those of one element follow each other as they are, a space between elements."""
    return "".join(match[1] if (match := re.fullmatch(r' *"(.*)"', line)) else " " for line in output.splitlines())


def text_of(file, reader):
    done = subprocess.run([str(file) if word == "FILE" else word for word in READERS[reader]], stdout=subprocess.PIPE, check=True)
    text = done.stdout.decode()
    if reader == "pdfinfo -struct-text":
        text = struct_text(text)
    return joined(text)


def phrase(words):
    return "".join(run if isinstance(run, str) else next(text for key, text in run.items() if key != "language") for run in words)


def wanted(facts):
    """What a page of these facts says, in its order: a list of texts of which each must follow the one before."""
    texts = [phrase(facts["words"]["title"][0]), facts["name"]]
    for skill in facts.get("skills", []):
        if facts["kind"] == "soft-skills":
            texts += [skill["name"], f"{skill['level']} {skill['word']}"]
    if facts["kind"] in ("soft-skills", "participation"):
        texts += facts.get("tasks", [])
    texts += facts.get("statement", {}).get("paragraphs", [])
    return [joined(text) for text in texts]


def whole(facts):
    """What stands somewhere, whole."""
    words = facts["words"]
    sentence = "summary" if facts["design"]["file"].endswith("-contemporary.yaml") and "summary" in words else "sentence"
    texts = [facts["id"], *(phrase(line) for line in words.get(sentence, [])), *(signer["name"] for signer in facts["signers"]),
             *(signer["role"] for signer in facts["signers"])]
    if "latin-name" in facts:
        texts.append(facts["latin-name"])
    return [joined(text) for text in texts]


def faults(file):
    facts = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    for reader in READERS:
        if reader == "pdftotext -raw" and facts["language"] in RIGHT_TO_LEFT:
            continue
        text = text_of(file, reader)
        # On the page signers stand side by side, so that a reader of lines mixes their roles.
        for one in whole(facts) if reader != "pdftotext" else [facts["id"]]:
            if one not in text:
                yield f"{reader} does not give `{one}`"
        at = 0
        for one in wanted(facts):
            found = text.find(one, at)
            if found < 0:
                yield f"{reader} does not give `{one}` behind `…{text[max(0, at - 30):at]}`"
            else:
                at = found + len(one)


def main(folders):
    files = sorted(file for folder in folders for file in pathlib.Path(folder).rglob("*.pdf") if file.with_suffix(".json").exists())
    if not files:
        sys.exit("text.py: no PDF that lies beside its facts in " + " ".join(folders))
    bad = {file: what for file in files if (what := list(faults(file)))}
    for file, what in bad.items():
        print(f"FAIL text {file}", *what, sep="\n    ")
    print(f"{len(files)} files read in {len(READERS)} ways, {len(bad)} do not give their text back")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
