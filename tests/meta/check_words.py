#!/usr/bin/env python3
"""Names that say nothing, comments that tell history, and what a library must not touch stay out of cli/ and lib/."""
import re

from tree import code, comments, files, line_of, prove

FOREIGN = re.compile(r"\b(?:YAML|nlohmann|CLI|PoDoFo|std)::[\w:]+|\bQPDF\w+")
# Service alone is a word of the domain: what a volunteer does.
NAME = re.compile(r"\b\w*(?:Manager|Helper|Utils?|Handler|Processor|(?<=\w)Service|Impl|Common|Misc)\b")
FILE_NAME = re.compile(r"(?:^|_)(?:manager|helpers?|utils?|handler|processor|impl|common|misc)(?:_|$)")
HISTORY = re.compile(r"\b(?:TODO|FIXME|XXX|HACK|PATCH|no longer|previously|used to be|now uses|was changed|refactor\w*)\b")
BANNER = re.compile(r"^//[/*!]*\s*(?:[-=*#─═~_]\s?){4,}|(?:[-=*#─═~]){6,}\s*$")
PURE = {
    "prints": re.compile(r"\bstd::(?:cout|cerr|clog)\b|\b(?:f|v|vf)?printf\s*\(|\bputs\s*\(|\bfmt::print\b"),
    "exits": re.compile(r"\b(?:std::)?(?:_?exit|quick_exit|_Exit)\s*\("),
    "reads the environment": re.compile(r"\b(?:std::|secure_)?getenv\s*\("),
    "reads the clock": re.compile(r"\b(?:system|steady|high_resolution)_clock\b|\b(?:std::)?time\s*\(\s*(?:nullptr|NULL|0|&)"
                                  r"|\b(?:gettimeofday|clock_gettime|localtime\w*)\s*\("),
    "reads a random source": re.compile(r"\brandom_device\b|\bs?rand\s*\(|\bgetrandom\b|/dev/u?random"),
}
CATCH_ALL = re.compile(r"\bcatch\s*\(\s*\.\.\.\s*\)")


def check(root):
    found = []
    for path in files(root, "cli", "lib"):
        name = str(path.relative_to(root))
        text = path.read_text()
        plain = code(text)
        if FILE_NAME.search(path.stem):
            found.append(f"{name}: the file's name says nothing")
        ours = FOREIGN.sub(lambda match: " " * len(match[0]), plain)
        found += [f"{name}:{line_of(ours, match)}: the name `{match[0]}` says nothing" for match in NAME.finditer(ours)]
        for line, comment in comments(text):
            if match := HISTORY.search(comment):
                found.append(f"{name}:{line}: `{match[0]}` in a comment; history belongs in the commit")
            if BANNER.search(comment):
                found.append(f"{name}:{line}: a banner")
        if name.startswith("lib/"):
            for what, pattern in PURE.items():
                found += [f"{name}:{line_of(plain, match)}: lib/ never {what} (`{match[0]}`)" for match in pattern.finditer(plain)]
        if name != "cli/main.cpp":
            found += [f"{name}:{line_of(plain, match)}: `catch (...)` belongs only in cli/main.cpp" for match in CATCH_ALL.finditer(plain)]
    return found


prove(
    check,
    clean={
        "cli/main.cpp": '#include <iostream>\nint main() { try { std::cout << "x"; } catch (...) { return 70; } }\n',
        "lib/base/a.cpp": '// one to one\nconst char* text = "std::cout << Manager; // TODO";\nauto t = lead_time(x); // "x\n'
                          'struct Events : YAML::EventHandler {};\nint n = 1\'000\'000; char c = \'"\'; int exit_code();\n'
                          'struct Service { int days; };\n',
    },
    bad={
        "the name `CaseManager` says nothing": {"lib/base/b.h": "struct CaseManager;\n"},
        "the name `IssueService` says nothing": {"lib/base/b.h": "class IssueService;\n"},
        "b_util.cpp: the file's name": {"lib/base/b_util.cpp": "\n"},
        "`no longer` in a comment": {"cli/b.cpp": "// no longer needed\n"},
        "`TODO` in a comment": {"cli/b.cpp": "/* a\n TODO */\n"},
        "lib/base/b.cpp:2: a banner": {"lib/base/b.cpp": "\n// ---- reading ----\n"},
        "lib/ never prints (`std::cerr`)": {"lib/base/b.cpp": 'void f() { std::cerr << "x"; }\n'},
        "lib/ never prints (`printf(`)": {"lib/base/b.cpp": 'void f() { printf("x"); }\n'},
        "lib/ never exits": {"lib/base/b.cpp": "void f() { std::exit(1); }\n"},
        "lib/ never reads the environment": {"lib/base/b.cpp": 'auto x = std::getenv("x");\n'},
        "lib/ never reads the clock": {"lib/base/b.cpp": "auto x = std::chrono::system_clock::now();\n"},
        "lib/ never reads a random source": {"lib/base/b.cpp": "std::random_device r;\n"},
        "`catch (...)` belongs only": {"cli/cmd_a.cpp": "void f() { try { g(); } catch (...) {} }\n"},
    })
