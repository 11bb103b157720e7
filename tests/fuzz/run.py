#!/usr/bin/env python3
"""Feeds the fuzz targets: tests/fuzz/run.py BUILD [--seconds N | --runs N] [--jobs N] [TARGET…]

BUILD is what `cmake --preset fuzz` made. Each target begins with what examples/, templates/ and tests/fuzz/regressions/ hold of
its kind. With --runs, the default, the seed is fixed and the same inputs come each time; with --seconds the seed is the clock's, and
what was found new is kept in BUILD/corpus. An input that makes guerdon crash, hang, or use more than forty times its size is left in
BUILD/found, and the exit code is 1.
"""
import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys

import dense

SOURCE = pathlib.Path(__file__).resolve().parents[2]
REGRESSIONS = SOURCE / "tests/fuzz/regressions"
LONGEST_INPUT = 20000
# A second for a megabyte, in a program that the sanitizers make twenty times slower: one for the longest input is plenty.
SECONDS_PER_INPUT = 2
# 200 kilobytes of one thing.
SECONDS_PER_DENSE_INPUT = 15

RECORDS = ["examples/**/*.yaml", "templates/*/answers/*.yaml", "templates/locale/*.yaml"]
SEEDS = {
    "yaml": RECORDS,
    "strict": RECORDS,
    "edit": ["examples/**/cases/**/*.yaml", "tests/cli/fixtures/**/cases/**/*.yaml"],
    "csv": ["examples/*.csv", "tests/**/*.csv"],
    "facts": ["examples/**/certificates/**/*.json", "tests/**/certificates/**/*.json"],
    "design": ["templates/*/*.yaml"],
    "words": [],
}
WORDS = ["2026-03-02", "2024-02-29", "1900-01-01", "2999-12-31", "2026-7kq3h2xd", "p-8h2m4c9w", "7KQ3-HX2M-9DPA-4TZB", "orto-sociale",
         "Zażółć gęślą jaźń", "\x1b]0;title\x07", "‮abc", "é"]
ARRIVALS = "name,email,project,from,to\n\"Rossi, Anna\",anna@example.org,\"a \"\"b\"\"\",2026-03-02,2026-08-28\nBo;b\t,,,\n"


def seeds(name, folder):
    folder.mkdir(parents=True, exist_ok=True)
    texts = [path.read_bytes() for pattern in SEEDS[name] for path in sorted(SOURCE.glob(pattern)) if path.is_file()]
    if name == "words":
        texts = [word.encode() for word in WORDS]
    if name == "csv":
        texts.append(ARRIVALS.encode())
    if name == "edit":
        texts = [bytes([choice]) + b"a note: of two\n" + text for text in texts for choice in (0, 5, 10, 15, 128, 135)]
    texts += [path.read_bytes() for path in sorted(REGRESSIONS.glob(f"{name}-*"))]
    for number, text in enumerate(texts):
        (folder / f"{number:04}").write_bytes(text[:LONGEST_INPUT])
    return len(texts)


def run_dense(name, build):
    """What is wrong with one target where an input is long and of one thing; empty when nothing is."""
    folder = build / "dense" / name
    folder.mkdir(parents=True, exist_ok=True)
    for shape, text in dense.SHAPES.get(name, {}).items():
        (folder / shape).write_text(text)
    files = sorted(folder.iterdir())
    if not files:
        return ""
    program = build / "tests/fuzz" / f"fuzz_{name}"
    done = subprocess.run([program, f"-timeout={SECONDS_PER_DENSE_INPUT}", "-rss_limit_mb=1024", *files], capture_output=True, text=True,
                          errors="replace")
    return done.stderr[-6000:] if done.returncode != 0 else ""


def run(name, build, options):
    """What libFuzzer says of one target, and whether all was well."""
    program = build / "tests/fuzz" / f"fuzz_{name}"
    given, grown, found = build / "seeds" / name, build / "corpus" / name, build / "found"
    count = seeds(name, given)
    found.mkdir(exist_ok=True)
    grown.mkdir(parents=True, exist_ok=True)
    if told := run_dense(name, build):
        return False, f"{name}: long inputs of one thing\n{told}"
    limits = [f"-max_len={LONGEST_INPUT}", f"-timeout={SECONDS_PER_INPUT}", "-rss_limit_mb=1024", "-print_final_stats=1",
              f"-artifact_prefix={found}/{name}-"]
    if options.seconds:
        argv = [program, *limits, f"-max_total_time={options.seconds}", grown, given]
    else:
        argv = [program, *limits, "-seed=1", f"-runs={options.runs}", given]
        # What is found must not change the next run.
        scratch = build / "scratch" / name
        scratch.mkdir(parents=True, exist_ok=True)
        for old in scratch.iterdir():
            old.unlink()
        argv.insert(-1, scratch)
    done = subprocess.run(list(map(str, argv)), capture_output=True, text=True, errors="replace")
    runs = re.search(r"number_of_executed_units: *(\d+)", done.stderr)
    summary = f"{name}: {runs[1] if runs else 0} inputs from {count} seeds"
    if done.returncode != 0:
        return False, f"{summary}\n{done.stderr[-6000:]}"
    return count > 0 and runs is not None, summary


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path, help="what cmake --preset fuzz made")
    parser.add_argument("--seconds", type=int, help="how long each target is fed")
    parser.add_argument("--runs", type=int, default=4000, help="how many inputs each target is fed")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("targets", nargs="*")
    options = parser.parse_intermixed_args()
    if unknown := set(options.targets) - set(SEEDS):
        parser.error(f"no target {', '.join(sorted(unknown))}; there are {', '.join(SEEDS)}")
    good = 0
    targets = options.targets or list(SEEDS)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for is_good, told in pool.map(lambda name: run(name, options.build.resolve(), options), targets):
            good += is_good
            print(told, flush=True)
    print(f"{good} passed, {len(targets) - good} failed")
    return 0 if good == len(targets) else 1


if __name__ == "__main__":
    sys.exit(main())
