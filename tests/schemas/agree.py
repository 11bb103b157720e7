#!/usr/bin/env python3
"""`guerdon check` and the JSON Schemas say the same of every file: of the examples, of the workspace that holds every key, and of the
files in broken/, each of which is broken as its name and its first line say and must be refused by both.

usage: GUERDON_PROGRAM=BUILD/guerdon tests/schemas/agree.py
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
SCHEMAS = SOURCE / "schemas"
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "guerdon" / "node"
TODAY = "2026-09-05"
LEVER_UP_DOCUMENTS = ["competence", "overview", "attendance", "self-assessment-statement", "portfolio-confirmation",
                      "development-plan"]

# Where a file of a workspace stands -> its schema.
KINDS = [
    (r"guerdon\.yaml", "workspace-1"),
    (r"organisations/[^/]+\.yaml", "organisation-1"),
    (r"people/[^/]+\.yaml", "person-1"),
    (r"practitioners/[^/]+\.yaml", "practitioner-1"),
    (r"events/[^/]+\.yaml", "event-1"),
    (r"cases/\d{4}/[^/]+\.yaml", "case-{scheme}"),
    (r"certificates/\d{4}/[^/.]+\.json", "certificate-1"),
    (r"schemes/[^/]+/scheme\.yaml", "scheme-1"),
    (r"schemes/[^/]+/competences\.yaml", "competences-1"),
    (r"schemes/[^/]+/text/[^/]+\.yaml", "scheme-text-1"),
]

DESIGNS = re.compile(r"schemes/[^/]+/[^/]+\.yaml")  # those that say `format: design/1`

# Kind of broken file -> where it goes in the workspace.
PLACES = {
    "workspace": "guerdon.yaml",
    "organisation": "organisations/orto-sociale.yaml",
    "person": "people/p-8h2m4c9w.yaml",
    "practitioner": "practitioners/marco-riva.yaml",
    "event": "events/8VVG-PXYB-XDH4-EJYG-1.yaml",
    "case": "cases/2026/2026-7kq3h2xd.yaml",
    "case-lever-up": "cases/2026/2026-5t8v2w4x.yaml",
    "scheme": "schemes/glore-1/scheme.yaml",
    "competences": "schemes/glore-1/competences.yaml",
    "design": "schemes/glore-1/participation.yaml",
    "certificate": "certificates/2026/7KQ3-HX2M-9DPA-4TZB.json",
}


def node_modules():
    """The folder of ajv and its like; installed once for each state of the lock file."""
    lock = (HERE / "package-lock.json").read_bytes()
    folder = CACHE / hashlib.sha256(lock).hexdigest()[:16]
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"], cwd=folder, check=True)
        (folder / "done").touch()
    return folder / "node_modules"


def schema_of(place, file):
    """The schema of a file that stands at `place` in a workspace; a case has that of its scheme, or GloRe's where it names an unknown one."""
    if DESIGNS.fullmatch(place) and re.search(r"^format: *design/1", file.read_text(encoding="utf-8", errors="replace"), re.M):
        return SCHEMAS / "design-1.json"
    schema = next((schema for pattern, schema in KINDS if re.fullmatch(pattern, place)), None)
    if schema is None or "{scheme}" not in schema:
        return schema and SCHEMAS / f"{schema}.json"
    scheme = re.search(r"^scheme: *(\S+)", file.read_text(encoding="utf-8", errors="replace"), re.M)
    own = SCHEMAS / f"{schema.format(scheme=scheme and scheme[1])}.json"
    return own if own.exists() else SCHEMAS / f"{schema.format(scheme='glore-1')}.json"


def refused_by_schemas(files):
    """The complaints about each of `files`, {file: its place in a workspace}."""
    jobs = [{"file": str(file), "schema": str(schema_of(place, file))} for file, place in files.items()]
    done = subprocess.run(["node", HERE / "validate.cjs"], input=json.dumps(jobs), stdout=subprocess.PIPE, text=True, check=True,
                          env=os.environ | {"NODE_PATH": str(node_modules())})
    return {pathlib.Path(file): complaints for file, complaints in json.loads(done.stdout).items()}


def refused_by_guerdon(program, root):
    """File -> error messages of `guerdon check`, which gives 5 where it cannot go on without the file."""
    done = subprocess.run([program, "--today", TODAY, "check"], cwd=root, capture_output=True, text=True)
    found = {}
    for match in re.finditer(r"^(\S[^:\n]*)(?::\d+:\d+)?: error: (.*)$", done.stdout + done.stderr, re.M):
        found.setdefault(match[1], []).append(match[2])
    if done.returncode not in (0, 1, 5) or (done.returncode != 0) != bool(found):
        raise SystemExit(f"agree: guerdon check gave {done.returncode} in {root}\n{done.stdout}{done.stderr}")
    return found


def copy_workspace(folder, root):
    shutil.copytree(folder, root)
    if (root / "schemes").exists():
        return
    for name in ("glore", "lever-up"):
        shutil.copytree(SOURCE / "templates" / name, root / "schemes" / f"{name}-1")
    for name, background in (("participation", "paper.pdf"), ("statement", "{first: paper.svg, next: paper.pdf}")):
        design = root / "schemes" / "glore-1" / f"{name}.yaml"
        design.write_text(design.read_text().replace("\npage:\n", f"\npage:\n  background: {background}\n"))
    for name in ("paper.pdf", "paper.svg"):
        shutil.copy(SOURCE / "tests/document/images" / name, root / "schemes" / "glore-1")


def issue(program, root):
    """Issues the documents of the GloRe case, and all that LEVER UP has of its own."""
    for case, kinds in (("2026-7kq3h2xd", []), ("2026-5t8v2w4x", LEVER_UP_DOCUMENTS)):
        issue_case(program, root, case, [word for kind in kinds for word in ("--certificate", kind)])


def issue_case(program, root, case, words):
    command = [program, "--today", TODAY, "issue", case, "--backdate-because", "a test", *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, env=os.environ | {"GUERDON_TEST_SEED": case[5]})
    if done.returncode != 0 or not list(root.glob("certificates/*/*.json")):
        raise SystemExit(f"agree: guerdon issue gave {done.returncode} in {root}\n{done.stdout}{done.stderr}")


def check_accepted(program, folder, issues=False):
    """Every file of a workspace is accepted by both, with certificates if it `issues`."""
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary) / "workspace"
        copy_workspace(folder, root)
        if issues:
            issue(program, root)
        places = {path: str(path.relative_to(root)) for path in sorted(root.rglob("*")) if path.is_file()}
        places = {path: place for path, place in places.items() if schema_of(place, path)}
        by_schemas = {places[path]: complaints for path, complaints in refused_by_schemas(places).items()}
        by_guerdon = refused_by_guerdon(program, root)
    failures = []
    for place in sorted(by_schemas.keys() | by_guerdon.keys()):
        for who, found in (("its schema", by_schemas.get(place)), ("guerdon check", by_guerdon.get(place))):
            if found:
                failures.append(f"{folder.relative_to(SOURCE)}/{place}: refused by {who}: {found[0]}")
    return len(by_schemas), failures


def check_broken(program):
    """Every broken file is refused by both."""
    broken = {file: PLACES[file.parent.name] for file in sorted((HERE / "broken").glob("*/*.*"))}
    by_schemas = refused_by_schemas(broken)
    failures = []
    for file, place in broken.items():
        name = file.relative_to(SOURCE)
        with tempfile.TemporaryDirectory() as temporary:
            root = pathlib.Path(temporary) / "workspace"
            copy_workspace(HERE / "workspace", root)
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, root / place)
            by_guerdon = refused_by_guerdon(program, root).get(place)
        if not by_schemas[file]:
            failures.append(f"{name}: accepted by its schema")
        if not by_guerdon:
            failures.append(f"{name}: accepted by guerdon check")
    return len(broken), failures


def main():
    program = os.environ.get("GUERDON_PROGRAM")
    if not program:
        raise SystemExit("agree: set GUERDON_PROGRAM to the program")
    program = pathlib.Path(program).resolve()
    total, failures = check_broken(program)
    for folder in [HERE / "workspace", *sorted(path.parent for path in (SOURCE / "examples").glob("*/guerdon.yaml"))]:
        count, found = check_accepted(program, folder, issues=folder == HERE / "workspace")
        total += count
        failures += found
    print("\n".join(failures) + "\n" * bool(failures) + f"{total - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
