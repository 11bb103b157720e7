"""System calls of one run that touch files below a folder, as strace tells them, and the same run with one of them failing."""
import dataclasses
import os
import re
import subprocess
import tempfile

import workspace

LINE = re.compile(r"^\d+ +([a-z0-9_]+)\((.*)\) += (-?\d+|\?)(.*)$")
READING = ("openat", "read", "pread64", "getdents64", "newfstatat", "fstat", "readlink", "getxattr")
WRITING = ("openat", "write", "pwrite64", "fchmod", "fchown", "fsetxattr", "fsync", "close", "rename", "unlink", "mkdir",
           "ftruncate", "flock")


@dataclasses.dataclass(frozen=True)
class Call:
    name: str
    number: int  # which call of that name it is in its process, from 1
    text: str  # its arguments; descriptors with their paths
    failed: bool

    @property
    def paths(self):
        return [path.replace(" (deleted)", "") for path in re.findall(r'"([^"]*)"|<([^>]*)>', self.text) for path in path if path]

    @property
    def changes(self):
        if self.name == "openat":
            return re.search(r"O_CREAT|O_WRONLY|O_RDWR", self.text) is not None
        if self.name == "close":
            return re.search(r"\.part>|/lock>", self.text) is not None
        return self.name in WRITING

    @property
    def reads(self):
        return not self.changes and self.name in READING


def refuse_without_ptrace():
    """Nothing is proved where no process may be traced: that is a failure."""
    try:
        done = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, text=True)
    except FileNotFoundError:
        raise SystemExit("faults: strace is missing: cmake/setup.sh tests installs it") from None
    if done.returncode != 0:
        raise SystemExit(f"faults: no process can be traced here (ptrace): {done.stderr.strip()}")


def _strace(*options):
    return ["strace", "-f", "-qq", *options]


def learn(argv, folder, seed=1):
    """Every call of a run of `argv` that touches what lies in `folder`, in order."""
    with tempfile.NamedTemporaryFile("r") as out:
        names = ",".join(sorted(set(READING + WRITING)))
        done = subprocess.run([*_strace("--seccomp-bpf", "-y", "-s", "4096", "-e", "signal=none", "-e", f"trace={names}", "-o", out.name), *argv],
                              capture_output=True, text=True, env=workspace.environment(seed), timeout=workspace.LONGEST_RUN)
        if done.returncode != 0:
            raise SystemExit(f"faults: without any fault {argv} gave {done.returncode}\n{done.stderr}")
        lines = out.read().splitlines()
    if len({line.split()[0] for line in lines}) > 1:
        raise SystemExit("faults: more than one process or thread; calls cannot be counted")
    counts, calls = {}, []
    for line in lines:
        match = LINE.match(line)
        if not match:
            raise SystemExit(f"faults: strace wrote what is not understood: {line}")
        name, text, result = match[1], match[2], match[3]
        counts[name] = counts.get(name, 0) + 1
        if str(folder) in text or str(folder) in match[4]:
            calls.append(Call(name, counts[name], text, result.startswith("-")))
    return calls


def run_with(argv, call, fault, seed=1):
    """Exit code and standard error of a run in which one call fails; -9 where it was the last."""
    with tempfile.NamedTemporaryFile("r") as out:
        # With it no signal comes before the call.
        fast = [] if fault.startswith("signal") else ["--seccomp-bpf"]
        done = subprocess.run([*_strace(*fast, "-e", f"trace={call.name}", "-e", f"inject={call.name}:{fault}:when={call.number}",
                                        "-o", out.name), *argv],
                              capture_output=True, env=workspace.environment(seed), timeout=workspace.LONGEST_RUN)
        told = out.read()
    if "(INJECTED)" not in told and "signal" not in fault:
        raise SystemExit(f"faults: {call} was not reached\n{os.linesep.join(told.splitlines()[-5:])}")
    return done.returncode, done.stderr.decode(errors="replace")
