"""A workspace to break: made from the fixtures of the transcripts, run with a fixed day and seed, and looked at as a whole."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("GUERDON_PROGRAM", "")).resolve()
# A file, or a folder with what it holds.
UNFINISHED = re.compile(r"(^|/)\.guerdon-[0-9]+-[0-9]+\.part(/|$)")
# In seconds. A command takes less than one; a machine that does much else may need longer.
LONGEST_RUN = 60


def program():
    if not os.environ.get("GUERDON_PROGRAM") or not PROGRAM.is_file():
        sys.exit("say with GUERDON_PROGRAM=BUILD/guerdon what to test")
    return str(PROGRAM)


def make(folder, *fixtures, local=False):
    """A workspace from folders of tests/cli/fixtures, the later over the earlier."""
    for fixture in fixtures:
        shutil.copytree(SOURCE / "tests/cli/fixtures" / fixture, folder, dirs_exist_ok=True, symlinks=True)
    shutil.copytree(SOURCE / "templates/glore", folder / "schemes/glore-1")
    (folder / ".guerdon").mkdir(exist_ok=True)
    if local:
        settings = folder / "guerdon.yaml"
        settings.write_text(settings.read_text().replace("people: tracked", "people: local"))
    return folder


def add_small_scheme(folder):
    """A scheme of few files beside GloRe."""
    scheme = folder / "schemes/menders-mark-1"
    shutil.copytree(SOURCE / "examples/menders-mark", scheme)
    shutil.copy(SOURCE / "templates/glore/soft-skills.yaml", scheme / "mark.yaml")
    shutil.copy(SOURCE / "templates/glore/fonts.yaml", scheme)


def lay_out_badly(folder):
    """Records that say what they said, but not as guerdon writes them."""
    for record in (*folder.glob("people/*.yaml"), *folder.glob("cases/*/*.yaml")):
        record.write_text(re.sub(r"^(\w+): (?=\S)", r"\1:    ", record.read_text(), flags=re.M))


def environment(seed):
    kept = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
    return kept | {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "TZ": "UTC", "LC_ALL": "C.UTF-8",
                   "TERM": "dumb", "GUERDON_TEST_SEED": str(seed)}


def command(folder, *arguments, today="2026-08-29"):
    return [program(), "-C", str(folder), "--today", today, *arguments]


def run(argv, seed=1):
    """Exit code, standard output, standard error."""
    done = subprocess.run(argv, capture_output=True, env=environment(seed), timeout=LONGEST_RUN, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def tree(folder):
    """Every file of the workspace by its path: its bytes. Locks are left out."""
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            relative = os.path.relpath(path, folder)
            if not relative.startswith(".guerdon/lock"):
                found[relative] = pathlib.Path(path).read_bytes()
    return found


def unfinished(files):
    return sorted(path for path in files if UNFINISHED.search(path))
