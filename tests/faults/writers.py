#!/usr/bin/env python3
"""Two hundred writers at once on one workspace: every change is there or was refused with exit code 5 and a sentence, and no lock
is left that stops the next. Then the lock of a process that lives and of one that died.

usage: GUERDON_PROGRAM=BUILD/guerdon tests/faults/writers.py
"""
import collections
import datetime
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

import workspace

WRITERS = 200
CASE = "2026-7dpdpn76"


def volunteer(number):
    return f"Volunteer {number:03}"


def changes(folder):
    """Enrolments of as many people, and changes of one case that everybody is at."""
    for number in range(WRITERS):
        if number % 4 == 0:
            day = (datetime.date(2026, 3, 3) + datetime.timedelta(number // 4)).isoformat()
            yield number, workspace.command(folder, "change", CASE, "--absent", day, "--until", day, "--reason", f"reason {number:03}",
                                            "--by", "luca-bianchi", today="2026-05-30")
        else:
            yield number, workspace.command(folder, "enroll", volunteer(number), "--adult", "--project", "Garden", "--from", "2026-03-02",
                                            "--to", "2026-08-28", "--on", "2026-02-12", "--introduced", "2026-02-10",
                                            today="2026-05-30")


def start_together(commands):
    """Runs all at once; exit code and standard error of each."""
    gate = threading.Barrier(len(commands))
    results = {}

    def one(number, argv):
        gate.wait()
        code, _, told = workspace.run(argv, seed=1000 + number)
        results[number] = (code, told)

    threads = [threading.Thread(target=one, args=command) for command in commands]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def is_recorded(folder, number):
    texts = "\n".join(path.read_text() for part in ("people", "cases") for path in (folder / part).rglob("*.yaml"))
    return texts.count(volunteer(number) if number % 4 else f"reason {number:03}")


def many_writers(folder):
    wrong = []
    commands = list(changes(folder))
    results = start_together(commands)
    codes = collections.Counter(code for code, _ in results.values())
    print("at once:", ", ".join(f"{count} gave {code}" for code, count in sorted(codes.items())))
    for number, (code, told) in sorted(results.items()):
        found = is_recorded(folder, number)
        if code not in (0, 5):
            wrong.append(f"writer {number} gave {code}: {told}")
        if code == 5 and "the workspace is locked by" not in told:
            wrong.append(f"writer {number} was refused without a reason: {told}")
        if found != (code == 0):
            wrong.append(f"writer {number} gave {code}, its change is there {found} times")
    if codes[0] == 0:
        wrong.append("no writer of all came through")
    # Whoever was refused comes again, as it was told to.
    for number, argv in commands:
        if results[number][0] == 5:
            code, _, told = workspace.run(argv, seed=5000 + number)
            if code != 0 or is_recorded(folder, number) != 1:
                wrong.append(f"writer {number} came again, and got {code}: {told}")
        if len(wrong) > 10:
            break
    code, out, told = workspace.run(workspace.command(folder, "check", today="2026-05-30"))
    if code != 0:
        wrong.append(f"afterwards check gives {code}: {out}{told}")
    if left := workspace.unfinished(workspace.tree(folder)):
        wrong.append(f"left behind: {left}")
    if (folder / ".guerdon/lock").read_bytes():
        wrong.append("the lock names somebody after all are gone")
    return wrong


def one_waiver(folder):
    """Of forty who waive the same rule at once, each with a reason of their own, one does."""
    wrong = []
    for attempt in range(3):
        place = workspace.make(folder.parent / f"waived-{attempt}", "new", "enrolled")
        results = start_together([(number, workspace.command(place, "waive", CASE, "midterm.present", "--by", "luca-bianchi", "--because",
                                                             f"reason {number}", today="2026-05-30")) for number in range(40)])
        codes = collections.Counter(code for code, _ in results.values())
        found = (place / f"cases/2026/{CASE}.yaml").read_text().count("rule: midterm.present")
        if codes[0] != 1 or found != 1 or codes[0] + codes[1] + codes[5] != 40:
            wrong.append(f"the rule is waived {found} times: {dict(codes)}, {results[0][1]}")
    return wrong


def dead_and_living(folder):
    """A lock is held by a living process alone; what a dead one left unfinished is removed, what a person put there is not."""
    wrong = []
    record = next((folder / "cases/2026").glob("*.yaml"))
    argv = workspace.command(folder, "enroll", "After The Dead", "--adult", "--project", "Garden", "--from", "2026-03-02", "--to",
                             "2026-08-28", "--on", "2026-02-12", "--introduced", "2026-02-10", today="2026-05-30")
    holder = subprocess.Popen(["flock", "--exclusive", str(folder / ".guerdon/lock"), "sh", "-c",
                               f"echo 'guerdon issue (process '$$')' >{folder}/.guerdon/lock; echo held; exec sleep 100"],
                              stdout=subprocess.PIPE, start_new_session=True)
    holder.stdout.readline()
    code, _, told = workspace.run(argv)
    if code != 5 or not re.search(r"locked by guerdon issue \(process \d+\)", told):
        wrong.append(f"beside a living holder: {code}, {told}")
    unfinished = [record.parent / ".guerdon-4711-1.part", folder / "people/.guerdon-4711-2.part"]
    kept = [folder / ".guerdon-notes", folder / "people/.guerdon-x.part", folder / ".git/.guerdon-4711-3.part"]
    for path in unfinished + kept:
        path.parent.mkdir(exist_ok=True)
        path.write_text("half a rec")
    os.killpg(holder.pid, signal.SIGKILL)
    holder.wait()
    if not (folder / ".guerdon/lock").read_bytes():
        wrong.append("the lock of the dead process does not name it: nothing is shown")
    code, _, told = workspace.run(workspace.command(folder, "check", today="2026-05-30"))
    if code != 0 or not all(path.exists() for path in unfinished):
        wrong.append(f"beside what a dead process left, check gives {code} or writes: {told}")
    code, _, told = workspace.run(argv)
    if code != 0:
        wrong.append(f"after a dead holder: {code}, {told}")
    wrong += [f"{path} was not removed" for path in unfinished if path.exists()]
    wrong += [f"{path} was removed" for path in kept if not path.exists()]
    return wrong


def main():
    workspace.program()
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="guerdon-writers-") as folder:
        place = workspace.make(pathlib.Path(folder) / "work", "new", "enrolled")
        for check in (many_writers, one_waiver, dead_and_living):
            begin = time.monotonic()
            found = check(place)
            print(f"{check.__name__}: {time.monotonic() - begin:.1f} s", *found, sep="\n  ")
            passed, failed = passed + (not found), failed + bool(found)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
