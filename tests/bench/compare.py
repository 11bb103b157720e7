#!/usr/bin/env python3
"""compare.py GUERDON PEERS N TABLE: guerdon beside cairo, reportlab, Typst and WeasyPrint on the same N volunteers, as a table in Markdown, on
standard output and in the file TABLE.

`render` from facts runs inside PEERS/run, in turn with the peers; the rest is measured here, three rounds in turn, and the median counts.
Each round of `render` gets a workspace of its own without PDFs: one that is there with the same bytes would only be compared, and files
that were removed a moment ago make ext4 slow to make new ones."""
import datetime
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
ROUNDS = 3
STARTS = 30
MANY = 10  # times N, for memory


def run(command):
    """CPU and wall seconds and the most memory in MB of one command, which must succeed."""
    with tempfile.TemporaryFile("w+") as said:
        begin = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            raise SystemExit(f"{command[0]} ended with {process.returncode}: {said.read()[:1000]}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def volunteers(peers, count):
    """The peers' own file of volunteers, made where it is missing."""
    cache = pathlib.Path(os.environ.get("BENCH_WORK") or pathlib.Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")).expanduser() / "guerdon-bench")
    folder = cache / f"d{count}"
    if not (folder / "cases.json").exists():
        subprocess.run([sys.executable, peers / "gen.py", str(count), folder, "--json"], check=True, stdout=subprocess.DEVNULL)
    return folder / "cases.json", cache


class Bench:
    def __init__(self, guerdon, peers, count, work):
        self.guerdon, self.peers, self.count, self.work = guerdon, peers, count, work
        self.numbers = {}

    def workspace(self, count, name):
        """Two workspaces: with cases alone, and with their facts."""
        cases, _ = volunteers(self.peers, count)
        recorded, issued = self.work / f"{name}-recorded", self.work / f"{name}-issued"
        subprocess.run([sys.executable, HERE / "make_volunteers.py", self.guerdon, cases, recorded], check=True)
        shutil.copytree(recorded, issued)
        used = self.issue(issued)
        sizes = [page.stat().st_size for page in issued.glob("certificates/*/*.pdf")]
        assert len(sizes) == count, f"{len(sizes)} certificates of {count} volunteers"
        for page in issued.glob("certificates/*/*.pdf"):
            page.unlink()
        return recorded, issued, sizes, used

    def issue(self, folder):
        return run([self.guerdon, "-C", folder, "issue", "--all", "--jobs", "1"])

    def render(self, folder, jobs=1):
        return run([self.guerdon, "-C", folder, "render", "--all", "--jobs", jobs])

    def against_peers(self, issued):
        """The peers' table: certificates per CPU-second by name."""
        for number in range(ROUNDS):
            shutil.copytree(issued, self.work / f"round-{number}")
        one = (f"for w in '{self.work}'/round-?; do mv \"$w\" \"$w-taken\"; "
               f"'{self.guerdon}' -C \"$w-taken\" render --all --jobs 1; break; done")
        table = subprocess.run([self.peers / "run", str(self.count), "--", "bash", "-c", one], check=False, stdout=subprocess.PIPE, text=True).stdout
        return {row.split()[0]: float(row.split()[3]) for row in table.splitlines()[1:]}

    def one_at_a_time(self, measure, source, name):
        """Measures on a fresh copy, removed at once."""
        folder = self.work / name
        shutil.copytree(source, folder)
        try:
            return measure(folder)
        finally:
            shutil.rmtree(folder)

    def fresh_processes(self, issued):
        """Wall seconds of one certificate in a process of its own: ours, then cairo's; the median of many."""
        alone, cache = volunteers(self.peers, 1)
        folder, out = self.work / "alone", self.work / "cairo"
        shutil.copytree(issued, folder)
        out.mkdir()
        facts = sorted(folder.glob("certificates/*/*.json"))[0]
        ours, theirs = [], []
        for _ in range(STARTS):
            facts.with_suffix(".pdf").unlink(missing_ok=True)
            ours.append(run([self.guerdon, "-C", folder, "render", facts.stem])[1])
            theirs.append(run([cache / "cairo_cert", alone, out, 1])[1])
        return statistics.median(ours), statistics.median(theirs)


def machine():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores, Linux {platform.release()}, load {os.getloadavg()[0]:.1f}"


def main():
    guerdon, peers = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    count, table = int(sys.argv[3]), pathlib.Path(sys.argv[4])
    load = machine()
    with tempfile.TemporaryDirectory() as work:
        bench = Bench(guerdon, peers, count, pathlib.Path(work))
        recorded, issued, sizes, _ = bench.workspace(count, "some")
        rates = bench.against_peers(issued)
        issues, one, two = [], [], []
        for _ in range(ROUNDS):
            issues.append(bench.one_at_a_time(bench.issue, recorded, "issue"))
            one.append(bench.one_at_a_time(bench.render, issued, "one"))
            two.append(bench.one_at_a_time(lambda folder: bench.render(folder, 2), issued, "two"))
        ours_alone, cairo_alone = bench.fresh_processes(issued)
        _, many, _, many_issued = bench.workspace(MANY * count, "many")
        many_rendered = bench.render(many)
    ours = rates["ours"]
    median = statistics.median
    rows = [("certificates per CPU-second, `render` from facts", f"{ours:,.0f}", "")]
    for peer, target in (("typst-pdfa2a", "8"), ("typst-tagged", ""), ("cairo", "3"), ("reportlab", ""), ("weasyprint", "")):
        if peer in rates:
            rows.append((f"that many times {peer} ({rates[peer]:,.0f})", f"{ours / rates[peer]:.1f}", target and f"at least {target}"))
    rows += [
        ("certificates per CPU-second, `issue` from YAML", f"{count / median(used[0] for used in issues):,.0f}", ""),
        ("two workers against one, wall", f"{median(used[1] for used in one) / median(used[1] for used in two):.2f}", "at least 1.8"),
        ("one certificate in a fresh process, wall ms (cairo's)", f"{1000 * ours_alone:.1f} ({1000 * cairo_alone:.1f})", "no more than cairo's"),
        (f"memory of `render`, MB, {count:,} and {MANY * count:,}", f"{median(used[2] for used in one):.0f} and {many_rendered[2]:.0f}", "under 60, flat"),
        (f"memory of `issue`, MB, {count:,} and {MANY * count:,}", f"{median(used[2] for used in issues):.0f} and {many_issued[2]:.0f}", ""),
        ("bytes of a page, mean and most", f"{statistics.mean(sizes):,.0f} and {max(sizes):,}", "at most 22,000"),
    ]
    text = f"{datetime.date.today()}, {load}, {count:,} volunteers, one worker:\n\n| measured | | asked |\n|---|--:|---|\n"
    text += "".join(f"| {' | '.join(row)} |\n" for row in rows)
    table.write_text(text)
    print(text, end="")


main()
