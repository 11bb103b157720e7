#!/usr/bin/env python3
"""Includes follow the arrows of ARCHITECTURE.md, rules never see YAML, and each foreign library stays in its place."""
import pathlib
import re

from tree import files, line_of, prove

# What each folder reaches, itself apart.
BEHIND = {"base": set()}
BEHIND["yaml"] = {"base"}
BEHIND["model"] = {"yaml", "base"}
BEHIND["process"] = BEHIND["store"] = BEHIND["document"] = BEHIND["credential"] = {"model"} | BEHIND["model"]
# The modules stand alone; what they agree on with the program is plain C.
BEHIND["import"] = set()
BEHIND["document"] = BEHIND["document"] | {"import"}
BEHIND["pdf"] = {"document"} | BEHIND["document"]
BEHIND["flow"] = {"process", "store", "credential", "pdf"} | BEHIND["pdf"]
BEHIND["cli"] = {"flow"} | BEHIND["flow"]

# Header of a library -> the files that may include it.
FOREIGN = {
    r"yaml-cpp/": r"lib/yaml/.*\.cpp",
    r"podofo/": r"lib/pdf/podofo_module\.cpp",
    r"qpdf/": r"lib/import/.*",
    r"librsvg/|cairo": r"lib/import/svg_module\.cpp",
    r"hb[.-]|hb\.h": r"lib/(document|pdf)/.*",
    r"qrencode\.h": r"lib/document/.*\.cpp",
    r"libdeflate\.h": r"lib/pdf/.*\.cpp",
    r"nlohmann/": r"lib/base/json_parse\.cpp",
    r"openssl/": r"lib/(base/sha256\.cpp|credential/.*\.cpp)",
    r"uni(?!std)[a-z]+\.h|uni(case|ctype|norm|str|width|string/)": r"lib/(base|document)/.*\.cpp",
    r"fribidi/": r"lib/document/bidi\.cpp",
    r"thai/": r"lib/document/breaks\.cpp",
    r"hyphen\.h": r"lib/document/hyphenation\.cpp",
    r"CLI/": r"cli/.*",
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.M)


def reached(root, header):
    """The headers of lib/ that including `header` brings in."""
    found, open_ = set(), [header]
    while open_:
        name = open_.pop()
        if name not in found:
            found.add(name)
            path = root / "lib" / name
            open_ += [match[1] for match in INCLUDE.finditer(path.read_text()) if match[1]] if path.is_file() else []
    return found


def check(root):
    found = []
    for path in files(root, "cli", "lib"):
        name = str(path.relative_to(root))
        parts = pathlib.PurePath(name).parts
        folder = parts[1] if parts[0] == "lib" else "cli"
        text = path.read_text()
        for match in INCLUDE.finditer(text):
            place = f"{name}:{line_of(text, match)}"
            if match[1]:
                to = match[1].split("/")[0] if "/" in match[1] else folder
                if to in BEHIND and to != folder and to not in BEHIND.get(folder, set()):
                    found.append(f"{place}: {folder} may not include {to} (`{match[1]}`)")
                if folder == "process" and any(header.startswith("yaml/") for header in reached(root, match[1])):
                    found.append(f"{place}: a rule may not see YAML (through `{match[1]}`)")
            else:
                for header, allowed in FOREIGN.items():
                    if re.match(header, match[2]) and not re.fullmatch(allowed, name):
                        found.append(f"{place}: `{match[2]}` belongs only in {allowed}")
    return found


prove(
    check,
    clean={
        "lib/yaml/parse.cpp": '#include <yaml-cpp/yaml.h>\n#include "base/text.h"\n#include "yaml/parse.h"\n',
        "lib/flow/issue.cpp": '#include "pdf/write.h"\n#include "base/date.h"\n#include <vector>\n',
        "lib/store/lock.cpp": "#include <unistd.h>\n",
        "cli/cmd_a.cpp": '#include <CLI/CLI.hpp>\n#include "flow/issue.h"\n#include "commands.h"\n',
    },
    bad={
        "base may not include yaml": {"lib/base/a.h": '#include "yaml/node.h"\n'},
        "process may not include store": {"lib/process/a.cpp": '#include "store/load.h"\n'},
        "document may not include pdf": {"lib/document/a.cpp": '#include "pdf/write.h"\n'},
        "a rule may not see YAML (through `model/a.h`)": {
            "lib/process/a.cpp": '#include "model/a.h"\n', "lib/model/a.h": '#include "model/b.h"\n',
            "lib/model/b.h": '#include "yaml/node.h"\n'},
        "`yaml-cpp/node/node.h` belongs only": {"lib/yaml/a.h": "#include <yaml-cpp/node/node.h>\n"},
        "`qpdf/QPDF.hh` belongs only": {"lib/document/importer.cpp": "#include <qpdf/QPDF.hh>\n"},
        "`librsvg/rsvg.h` belongs only": {"lib/import/clean.cpp": "#include <librsvg/rsvg.h>\n"},
        "import may not include base": {"lib/import/clean.cpp": '#include "base/text.h"\n'},
        "`podofo/podofo.h` belongs only": {"lib/pdf/write.cpp": "#include <podofo/podofo.h>\n"},
        "`hb-subset.h` belongs only": {"lib/flow/a.cpp": "#include <hb-subset.h>\n"},
        "`uninorm.h` belongs only": {"lib/flow/a.cpp": "#include <uninorm.h>\n"},
        "`CLI/CLI.hpp` belongs only": {"lib/flow/a.cpp": "#include <CLI/CLI.hpp>\n"},
    })
