#!/usr/bin/env python3
"""Runs clang-tidy over cli/ and lib/. A file whose text, headers, command and checks were clean before is not looked at again.

usage: tests/tidy.py BUILD_FOLDER [FILE…]
"""
import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "guerdon" / "tidy"
INCLUDE = re.compile(rb'^\s*#\s*include\s+"([^"]+)"', re.M)


@functools.cache
def headers_of(file):
    """The project's own headers that `file` includes, directly or not, and itself."""
    found = {file}
    for name in INCLUDE.findall(file.read_bytes()):
        for folder in (SOURCE / "lib", SOURCE, file.parent):
            header = folder / name.decode()
            if header.is_file() and header not in found:
                found |= headers_of(header)
    return frozenset(found)


def key_of(file, command, version):
    digest = hashlib.sha256(version)
    digest.update(re.sub(r"\S*/build[^ ]*|-I\S+", "", command.replace(str(SOURCE), "")).encode())
    digest.update((SOURCE / ".clang-tidy").read_bytes())
    for path in sorted(headers_of(file)):
        digest.update(str(path.relative_to(SOURCE)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def check(file, command, build, version):
    """The complaints about one file; empty when it is clean."""
    stamp = CACHE / key_of(file, command, version)
    if stamp.exists():
        return ""
    done = subprocess.run(
        ["clang-tidy", "-p", str(build), "--quiet", "--extra-arg=-Wno-unknown-warning-option", str(file)],
        capture_output=True, text=True)
    if done.returncode == 0:
        stamp.touch()
        return ""
    return done.stdout.strip() or done.stderr.strip()


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    wanted = {pathlib.Path(name).resolve() for name in sys.argv[2:]}
    CACHE.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["file"]).resolve()
        if file.is_relative_to(SOURCE) and file.relative_to(SOURCE).parts[0] in ("cli", "lib"):
            if file.exists() and (not wanted or file in wanted):
                commands[file] = entry["command"].split(" -o ")[0]
    if not commands:
        sys.exit("tidy: no file of cli/ or lib/ is in " + str(build / "compile_commands.json"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda item: check(*item, build, version), sorted(commands.items()))
        complaints = [text for text in results if text]
    for text in complaints:
        print(text)
    print(f"{len(commands) - len(complaints)} passed, {len(complaints)} failed")
    return 1 if complaints else 0


sys.exit(main())
