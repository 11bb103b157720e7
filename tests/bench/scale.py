#!/usr/bin/env python3
"""scale.py GUERDON FOLDER [N [TABLE]]: what large workspaces cost, as a table on standard output and in the file TABLE.

In FOLDER, which needs room for 12 GB, it makes workspaces of N (10,000) and ten times N cases and measures `check` with no cache and
with one, and `status`, beside `git status` of the same repository; then `issue --all` of N cases with one worker and with two, and
once more with nothing left to do. CPU time is user and system of the whole process tree; ratios count, for machines are shared.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROUNDS = 5


class Run:
    """One command: CPU seconds, seconds by the wall, the most memory of a process in MB."""

    def __init__(self, *command, cwd):
        began = time.monotonic()
        process = subprocess.Popen(list(map(str, command)), cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{command} in {cwd} ended with {os.waitstatus_to_exitcode(status)}")
        self.wall = time.monotonic() - began
        self.cpu = used.ru_utime + used.ru_stime
        self.memory = used.ru_maxrss / 1024


def middle(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def workspace(guerdon, folder, cases):
    if not folder.is_dir():
        subprocess.run([sys.executable, HERE / "make_workspace.py", guerdon, str(cases), folder], check=True, stdout=subprocess.DEVNULL)
    git = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0"]
    if not (folder / ".git").is_dir():
        for act in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "bench"]):
            subprocess.run([*git, *act], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder


def looking(guerdon, folder, rows):
    """Rows of one workspace; the CPU seconds of a `check` with its cache."""
    cache = folder / ".guerdon/cache"
    cold = []
    for _ in range(ROUNDS):
        cache.unlink(missing_ok=True)
        cold.append(Run(guerdon, "check", cwd=folder))
    Run(guerdon, "status", cwd=folder)
    kinds = {"check": [], "status": [], "git status": []}
    for _ in range(ROUNDS):
        kinds["check"].append(Run(guerdon, "check", cwd=folder))
        kinds["status"].append(Run(guerdon, "status", cwd=folder))
        kinds["git status"].append(Run("git", "status", cwd=folder))
    git = middle(kinds["git status"], "cpu")
    rows.append(("`check`, no cache: CPU s, wall s, MB", f"{middle(cold, 'cpu'):.2f}, {middle(cold, 'wall'):.2f}, {middle(cold, 'memory'):.0f}"))
    for name, runs in kinds.items():
        beside = "" if name == "git status" else f"; {middle(runs, 'cpu') / git:.1f} times git status"
        rows.append((f"`{name}`, nothing changed: CPU s, MB", f"{middle(runs, 'cpu'):.3f}, {middle(runs, 'memory'):.0f}{beside}"))
    return middle(kinds["check"], "cpu"), middle(kinds["status"], "cpu"), middle(cold, "cpu")


def issuing(guerdon, folder, cases, rows):
    walls = {}
    for jobs in (1, 2):
        place = folder / f"issue-{jobs}"
        shutil.rmtree(place, ignore_errors=True)
        workspace(guerdon, place, cases)
        first = Run(guerdon, "issue", "--all", "--jobs", jobs, cwd=place)
        walls[jobs] = first.wall
        rows.append((f"`issue --all` of {cases:,}, {jobs} worker{'s' * (jobs > 1)}: CPU s, wall s, MB", f"{first.cpu:.1f}, {first.wall:.1f}, {first.memory:.0f}"))
        again = Run(guerdon, "issue", "--all", "--jobs", jobs, cwd=place)
        rows.append((f"the same again, {2 * cases:,} issued: CPU s, MB", f"{again.cpu:.1f}, {again.memory:.0f}"))
        shutil.rmtree(place)
    rows.append(("one worker's wall by two's", f"{walls[1] / walls[2]:.2f}"))


def main():
    guerdon, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    cases = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
    rows = []
    costs = []
    for size in (cases, 10 * cases):
        rows.append((f"**{size:,} cases**", ""))
        costs.append(looking(guerdon, workspace(guerdon, folder / f"cases-{size}", size), rows))
    for name, small, large in zip(("check", "status", "check, no cache"), costs[0], costs[1]):
        rows.append((f"ten times the cases, `{name}`", f"{large / small:.1f} times the CPU"))
    issuing(guerdon, folder, cases, rows)
    table = "| measured | |\n|---|---|\n" + "".join(f"| {what} | {figure} |\n" for what, figure in rows)
    print(table, end="")
    if len(sys.argv) > 4:
        pathlib.Path(sys.argv[4]).write_text(table)


if __name__ == "__main__":
    main()
