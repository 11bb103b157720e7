#!/usr/bin/env python3
"""Every command has a page and a transcript, every rule a fixture that fires it and one that does not, every file of lib/ a test."""
import re

from tree import code_and_strings, files, prove

# A Rule's first member is its id. One that sets no `check` is judged elsewhere, and no fixture can fire it.
RULE = re.compile(r'\bRule\s+\w+\s*(?:=\s*)?\{\s*(?:\.id\s*=\s*)?"([a-z-]+\.[a-z-]+)"(.*?)^\};', re.S | re.M)
COMMAND = re.compile(r'\{"([a-z-]+)",\s*"[^"]*",\s*"[^"]*",\s*setup_\w+\}')

# Files whose test has another name, and why.
TESTED_ELSEWHERE = {
    "lib/pdf/podofo_module.cpp": "a module of its own, exercised by tests/pdf/write_test.cpp",
}


def commands(root):
    table = root / "cli" / "commands.cpp"
    return COMMAND.findall(table.read_text()) if table.is_file() else []


def rules(root):
    """Every rule, and whether it has a check of its own."""
    found = {}
    for path in files(root, "lib/process", suffixes=(".cpp",)):
        found |= {rule: ".check" in body for rule, body in RULE.findall(code_and_strings(path.read_text()))}
    return found


def is_named_by_a_test(root, rule):
    tests = [*(root / "tests").rglob("*_test.cpp"), *(root / "tests/cli").rglob("*.cli")]
    return any(rule in path.read_text() for path in tests)


def is_tested(path, tests):
    """Whether a test is named after the file, or after the header it belongs to: json_test.cpp holds json_parse.cpp too."""
    words = path.stem.split("_")
    return any("_".join(words[:count]) + "_test.cpp" in tests for count in range(1, len(words) + 1))


def check(root):
    found = []
    list_of_pages = root / "docs" / "commands" / "guerdon.md"
    overview = list_of_pages.read_text() if list_of_pages.is_file() else ""
    for command in commands(root):
        if not (root / f"docs/commands/{command}.md").is_file():
            found.append(f"{command}: no page docs/commands/{command}.md")
        elif f"({command}.md)" not in overview:
            found.append(f"{command}: its page is not in the list of docs/commands/guerdon.md")
        if not list((root / "tests/cli" / command).glob("*.cli")):
            found.append(f"{command}: no transcript in tests/cli/{command}/")

    known = rules(root)
    fixtures = {path.stem: path.read_text() for path in (root / "tests/rules").glob("*.yaml")}
    for rule, has_check in known.items():
        if not has_check:
            if not is_named_by_a_test(root, rule):
                found.append(f"{rule}: judged elsewhere, and no test names it")
            continue
        text = fixtures.get(rule)
        if text is None:
            found.append(f"{rule}: no fixture tests/rules/{rule}.yaml")
            continue
        fires = [re.search(r"#!|^#: expect:", variant, re.M) is not None for variant in re.split(r"^--- .*$", text, flags=re.M)[1:]]
        if True not in fires:
            found.append(f"{rule}: no variant of tests/rules/{rule}.yaml expects a finding")
        if False not in fires:
            found.append(f"{rule}: every variant of tests/rules/{rule}.yaml expects a finding; one must pass")
    found += [f"tests/rules/{name}.yaml: no such rule" for name in sorted(fixtures.keys() - known.keys())]

    for path in files(root, "lib", suffixes=(".cpp",)):
        name = path.relative_to(root)
        folder = name.parts[1]
        if name.is_relative_to("lib/process/rules") or str(name) in TESTED_ELSEWHERE:
            continue
        if not is_tested(path, {test.name for test in (root / "tests" / folder).rglob("*_test.cpp")}):
            found.append(f"{name}: no tests/{folder}/{path.stem}_test.cpp")
    return found


prove(
    check,
    clean={
        "cli/commands.cpp": '  {"self-assess", "the path", "record", setup_self_assess},\n', "docs/commands/self-assess.md": "",
        "docs/commands/guerdon.md": "| [self-assess](self-assess.md) |", "tests/cli/self-assess/a.cli": "",
        "lib/process/rules/midterm.cpp": 'const Rule midterm_present{\n    .id = "midterm.present",\n    .check = check,\n};\n',
        "lib/process/rules/page.cpp": 'const Rule page_printable{\n    .id = "page.printable",\n};\n',
        "tests/document/printable_test.cpp": "page.printable",
        "tests/rules/midterm.present.yaml": "--- there\n--- missing\na: 2  #! no mid-term evaluation\n",
        "lib/base/json.cpp": "", "lib/base/json_parse.cpp": "", "tests/base/json_test.cpp": "",
    },
    bad={
        "show: no page": {"cli/commands.cpp": '{"show", "a", "b", setup_show},\n', "tests/cli/show/a.cli": ""},
        "show: its page is not in the list": {
            "cli/commands.cpp": '{"show", "a", "b", setup_show},\n', "docs/commands/show.md": "", "tests/cli/show/a.cli": ""},
        "show: no transcript": {
            "cli/commands.cpp": '{"show", "a", "b", setup_show},\n', "docs/commands/show.md": "", "docs/commands/guerdon.md": "(show.md)"},
        "case.dates: no fixture": {"lib/process/rules/a.cpp": 'const Rule a{\n    .id = "case.dates",\n    .check = f,\n};\n'},
        "case.ids: judged elsewhere": {"lib/process/rules/a.cpp": 'const Rule a{\n    .id = "case.ids",\n};\n'},
        "midterm.present: no variant of": {"tests/rules/midterm.present.yaml": "--- a\na: 1\n--- b\na: 2\n"},
        "midterm.present: every variant of": {"tests/rules/midterm.present.yaml": "--- a\na: 1  #! x\n--- b\n#: expect: x\n"},
        "tests/rules/a.b.yaml: no such rule": {"tests/rules/a.b.yaml": "--- a\na: 1\n--- b\na: 2  #! x\n"},
        "lib/base/date.cpp: no tests/base/date_test.cpp": {"lib/base/date.cpp": ""},
    })
