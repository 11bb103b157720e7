#!/usr/bin/env python3
"""What a killed process or a failing disk leaves behind: guerdon is run with one system call failing, once for each call that
touches the workspace. Each file must be the old or the new one, whole; the next run must finish the work and issue nothing twice.

usage: GUERDON_PROGRAM=BUILD/guerdon tests/faults/saves.py [-v]
"""
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import sys
import tempfile
import threading

import calls
import workspace

WRITE_FAULTS = {
    "openat": ("ENOSPC", "EIO", "EROFS"), "write": ("ENOSPC", "EIO"), "pwrite64": ("ENOSPC",), "fchmod": ("EIO", "EROFS"),
    "fchown": ("EIO",), "fsetxattr": ("ENOSPC",), "fsync": ("EIO", "ENOSPC"), "close": ("EIO",),
    "rename": ("ENOSPC", "EIO", "EROFS"), "unlink": ("EIO",), "mkdir": ("ENOSPC", "EIO", "EROFS"), "ftruncate": ("EIO",),
    "flock": ("EIO",),
}


def documents(files):
    """Case, kind and language of every certificate on record."""
    facts = [json.loads(bytes_) for path, bytes_ in files.items() if path.startswith("certificates/") and path.endswith(".json")]
    return sorted((one["case"], one["kind"], one.get("language", ""), one.get("competence", "")) for one in facts)


class Story:
    """A command on a workspace, and the two states that may be found after it."""

    def __init__(self, name, folder, fixtures, arguments, local=False, like=None, prepare=None):
        """`like`: a story that reads the same; its reads are not tried again. `prepare` adds to the workspace."""
        self.told = {like.read_by(call) for call in like.calls if call.reads} if like else set()
        self.name, self.folder, self.arguments = name, folder / name, arguments
        self.origin = workspace.make(self.folder / "old", *fixtures, local=local)
        if prepare:
            prepare(self.origin)
        code, _, told = workspace.run(workspace.command(self.origin, "check"))
        if code != 0:
            raise SystemExit(f"faults: the workspace of {name} is no good one: {told}")
        self.old = workspace.tree(self.origin)
        self.place = self.fresh("new")
        self.calls = calls.learn(self.argv(self.place), self.place)
        self.new = workspace.tree(self.place)
        if self.new == self.old:
            raise SystemExit(f"faults: {name} changes nothing")
        self.seen, self.lock = {}, threading.Lock()

    def fresh(self, name):
        # Every folder has a name of the same length: what is read of a path must not differ.
        place = self.folder / f"{name:_<8}"
        shutil.copytree(self.origin, place, symlinks=True)
        return place

    def argv(self, place):
        return workspace.command(place, *self.arguments)

    def faults(self):
        """Each call with each way to fail. What only reads fails once for each file, and once for each folder of a scheme."""
        told = set(self.told)
        for call in self.calls:
            if call.changes:
                yield call, "signal=KILL"
                for error in WRITE_FAULTS[call.name]:
                    yield call, f"error={error}"
            elif call.reads and not call.failed and (key := self.read_by(call)) not in told:
                told.add(key)
                yield call, "error=EIO"

    def read_by(self, call):
        path = os.path.relpath(call.paths[-1], self.place)
        return call.name, os.path.dirname(path) if path.startswith("schemes/") else path

    def check_order(self):
        """fsync of the file or folder, rename, fsync of its folder; a new folder is made sure of in the one it lies in."""
        renames = [at for at, call in enumerate(self.calls) if call.name == "rename"]
        faults = []
        for at in renames:
            source, target = self.calls[at].paths
            before = [call for call in self.calls[:at] if source in call.paths]
            names = [call.name for call in before]
            is_folder = "mkdir" in names
            if not is_folder and ("openat" not in names or "O_EXCL" not in before[names.index("openat")].text or names[-1] != "close"):
                faults.append(f"{target}: its temporary file is not made for it alone and closed")
            if target.endswith(".pdf"):
                continue
            last_write = max((i for i, name in enumerate(names) if name == "write"), default=-1)
            if "fsync" not in names[last_write + 1:]:
                faults.append(f"{target}: renamed before what it holds was made sure of")
            following = self.calls[at + 1:next((other for other in renames if other > at), None)]
            if not any(call.name == "fsync" and call.paths == [os.path.dirname(target)] for call in following):
                faults.append(f"{target}: its folder was not made sure of")
        for at, call in enumerate(self.calls):
            if call.name == "mkdir" and not call.failed and not call.paths[0].endswith(".guerdon"):
                parent = os.path.dirname(call.paths[0])
                if not any(later.name == "fsync" and later.paths == [parent] for later in self.calls[at:]):
                    faults.append(f"{call.paths[0]}: the folder it was made in was not made sure of")
        written = {path.split("/", 1)[-1] for path in self.new if self.new[path] != self.old.get(path)}
        if len(renames) < len(written):
            faults.append(f"{len(written)} files were written with {len(renames)} renames")
        return faults

    def try_fault(self, number, call, fault):
        """What is wrong after one fault; nothing when all is well."""
        place = self.fresh(f"{number}")
        try:
            code, told = calls.run_with(self.argv(place), self.moved(call, place), fault)
            files = workspace.tree(place)
            wrong = self.judge_exit(code, told, call, fault, files)
            wrong += self.judge_files(files, killed=fault == "signal=KILL")
            state = hashlib.sha256(repr(sorted((path, hashlib.sha256(bytes_).digest()) for path, bytes_ in files.items()
                                               if not workspace.UNFINISHED.search(path))).encode()).digest()
            left = bool(workspace.unfinished(files))
            with self.lock:
                known = (state, left) in self.seen
                self.seen[state, left] = True
            if not known:
                wrong += self.judge_next_run(place, files)
            return [f"{self.name}: {fault} at {call.name} {call.number} ({call.text[:160]}), exit {code}: {what}" for what in wrong]
        finally:
            shutil.rmtree(place)

    def moved(self, call, place):
        return calls.Call(call.name, call.number, call.text.replace(str(self.place), str(place)), call.failed)

    def judge_exit(self, code, told, call, fault, files):
        if fault == "signal=KILL":
            # A process that is killed where it gives back the lock has done all.
            return [] if code in (-9, 137) else [f"it was not killed\n{told}"]
        if code == 0:
            return [] if files == self.new else ["it says that all is done, and it is not"]
        if code != 5:
            return [f"exit code 5 was expected\n{told}"]
        names = {os.path.basename(path) for path in call.paths} | {os.path.basename(os.path.dirname(path)) for path in call.paths}
        names |= {pathlib.Path(path).name for path in self.new if self.new[path] != self.old.get(path)}
        return [] if any(name and name in told for name in names) else [f"the message names no file\n{told}"]

    def judge_files(self, files, killed):
        wrong = []
        for path in sorted(self.old.keys() | self.new.keys() | files.keys()):
            if workspace.UNFINISHED.search(path):
                if not killed:
                    wrong.append(f"{path} was left behind")
            elif path not in self.old and path not in self.new:
                wrong.append(f"{path} is neither old nor new")
            elif files.get(path) not in (self.old.get(path), self.new.get(path)):
                wrong.append(f"{path} is neither the old file nor the new one")
        return wrong

    def judge_next_run(self, place, files):
        """The same command again, with other random numbers: the work is done once, and nothing is left lying about."""
        done_before = all(files.get(path) == bytes_ for path, bytes_ in self.new.items())
        code, _, told = workspace.run(self.argv(place), seed=2)
        if code != 0 and not (done_before and code == 1):
            return [f"the next run gave {code}\n{told}"]
        after = workspace.tree(place)
        wrong = [f"{path} was not removed by the next run" for path in workspace.unfinished(after) if code == 0]
        for folder, ending in (("cases", ".yaml"), ("people", ".yaml"), ("certificates", ".json"), ("certificates", ".sha256"),
                               ("certificates", ".pdf"), ("fonts", ""), ("images", "")):
            count = [sum(path.startswith(folder + "/") and path.endswith(ending) for path in tree) for tree in (after, self.new)]
            if count[0] != count[1]:
                wrong.append(f"{count[0]} files {folder}/*{ending} after the next run, {count[1]} were to be made")
        if documents(after) != documents(self.new):
            wrong.append(f"after the next run there are {documents(after)}")
        code, out, told = workspace.run(workspace.command(place, "check"))
        if code != 0:
            wrong.append(f"after the next run check gives {code}\n{out}{told}")
        return wrong


def refuse_bad_samples(story):
    """What is to be found here is found where it is put."""
    good, samples = story.calls, []
    synced = [call for call in good if call.name == "fsync"]
    rename = next(call for call in good if call.name == "rename")
    samples.append([call for call in good if call != synced[0]])
    samples.append([call for call in good if call != synced[-1]])
    samples.append([*[call for call in good if call != rename][:good.index(synced[0])], rename, *good[good.index(synced[0]):]])
    for sample in samples:
        story.calls = sample
        if not story.check_order():
            raise SystemExit("faults: a trace in the wrong order is taken for a good one")
    story.calls = good
    half = {path: bytes_[:-1] for path, bytes_ in story.new.items()}
    missing = dict(list(story.old.items())[1:])
    for files in (half, missing, story.new | {"people/x.yaml": b""}, story.new | {".guerdon-1-1.part": b""}):
        if not story.judge_files(files, killed=False):
            raise SystemExit("faults: a damaged workspace is taken for a good one")


def main():
    calls.refuse_without_ptrace()
    verbose = "-v" in sys.argv
    # In memory: not the speed of a disk is looked at, but the order of the calls.
    with tempfile.TemporaryDirectory(prefix="guerdon-faults-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        folder = pathlib.Path(folder)
        issue = Story("issue", folder, ("new", "ready"), ["issue", "--all", "--jobs", "1", "--backdate-because", "test"])
        stories = [
            Story("midterm", folder, ("new", "enrolled"),
                  ["midterm", "2026-7dpdpn76", "--by", "luca-bianchi", "--on", "2026-05-30", "--skill", "team-work=3", "--skill", "autonomy"]),
            Story("enroll", folder, ("new",),
                  ["enroll", "Anna Rossi", "--email", "anna@example.org", "--project", "Garden", "--from", "2026-03-02", "--to",
                   "2026-08-28", "--on", "2026-02-12", "--introduced", "2026-02-10"]),
            issue,
            Story("local", folder, ("new", "ready"), ["issue", "--all", "--jobs", "1", "--backdate-because", "test"], local=True,
                  like=issue),
            Story("fmt", folder, ("new", "enrolled"), ["fmt"], prepare=workspace.lay_out_badly),
            Story("scheme", folder, ("new",), ["scheme", "copy", "menders-mark"], prepare=workspace.add_small_scheme),
        ]
        refuse_bad_samples(stories[0])
        passed, wrong = 0, []
        for story in stories:
            found = story.check_order()
            wrong += [f"{story.name}: {what}" for what in found]
            passed += not found
        plan = [(story, call, fault) for story in stories for call, fault in story.faults()]
        tried = collections.Counter(f"{story.name} {fault}" for story, call, fault in plan)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = pool.map(lambda one: one[1][0].try_fault(one[0], one[1][1], one[1][2]), enumerate(plan))
            for found in results:
                wrong += found
                passed += not found
                if verbose and found:
                    print("\n".join(found), flush=True)
        print(", ".join(f"{name}: {count}" for name, count in sorted(tried.items())))
        if not verbose:
            print("\n".join(wrong))
        failed = len(stories) + len(plan) - passed
        print(f"{passed} passed, {failed} failed")
        return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
