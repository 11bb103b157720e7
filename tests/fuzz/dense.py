"""Long inputs of one thing over and over, in which a reader that takes too much time or memory shows it."""


def filled(head, unit, tail="", size=200_000):
    return head + unit * ((size - len(head) - len(tail)) // len(unit)) + tail


YAML = {
    "aliases": filled("a: &a x\nb: [", "*a,", "]"), "anchors": filled("", "- &a x\n"), "bidi": filled("a: ", "\u202e"),
    "block-in-block": filled("", "- - - x\n"), "blank-lines": filled("a: |\n", "\n", " x\n"), "carriage-returns": filled("a: 1", "\r"),
    "colons": filled("a", "::"), "comments": filled("", "#\n"), "dashes": filled("", "- "), "deeper": "".join(" " * i + "a:\n" for i in range(600)),
    "directives": filled("", "%YAML 1.2\n---\n"), "documents": filled("a: 1\n", "---\na: 1\n"), "double-quotes": filled('a: "', '\\"', '"'),
    "empty-values": "".join(f"{i}:\n" for i in range(28_000)), "flow-colons": filled("a: [", ":,", "]"), "flow-keys": filled("a: {", "x: y, ", "}"),
    "flow-maps": filled("a: [", "{},", "]"), "flow-nulls": filled("a: [", ",", "]"), "flow-questions": filled("a: [", "? ,", "]"),
    "flow-texts": filled("a: [", "x,", "]"), "folded": filled("a: >\n", " x\n\n"), "keys": "".join(f"k{i}: 1\n" for i in range(20_000)),
    "keys-not-ascii": "".join(f"ł{i}: ł\n" for i in range(16_000)), "literal": filled("a: |\n", " x\n"), "long-key": "x" * 200_000 + ": 1\n",
    "long-line": filled("a: ", "x y "), "many-lines": filled("a: x\n", " x\n"), "nul": filled("a: ", "\0"), "open-braces": filled("a: ", "{"),
    "open-brackets": filled("a: ", "["), "open-quote": filled('a: "', "x"), "questions": filled("", "? a\n"), "quoted": filled("a: [", '"",', "]"),
    "same-key": filled("", "a: 1\n"), "sequence": filled("", "- x\n"), "sequence-of-nothing": filled("", "-\n"),
    "single-quotes": filled("a: '", "''", "'"), "spaces": filled("a: ", " "), "tags": filled("", "- !x y\n"),
}
CSV = {
    "cells": filled("", "a,"), "commas": filled("", ","), "lines": filled("", "\n"), "one-cell-rows": filled("", "a\n"), "open-quote": filled('"', "a"),
    "quotes": filled("", '"'), "quoted": filled("", '"",'), "quoted-line-ends": filled("", '"\n"\n'), "wrong-quotes": filled("", '"a"b,'),
    "wrong-quotes-in-rows": filled("", '"a"b\n'), "semicolons": filled("a;b\n", ";"), "tabs": filled("", "\t"), "nul": filled("", "\0"),
}
FACTS = {
    "arrays": filled("[", "[],", "0]"), "deep": filled("", "["), "deep-objects": filled("", '{"a":'), "digits": filled("", "1"),
    "escapes": filled('"', "\\u0041", '"'), "names": "{" + ",".join(f'"{i}":0' for i in range(20_000)) + "}", "objects": filled("[", "{},", "0]"),
    "one-name": filled("{", '"":0,', '"":0}'), "texts": filled("[", '"",', "0]"), "zeros": filled("[", "0,", "0]"),
}
SHAPES = {"yaml": YAML, "design": YAML, "csv": CSV, "facts": FACTS}
