"""What veraPDF says of files: installs it where it is missing and asks it, all files in one virtual machine.

A jar of npm's @opendataloader/pdf contains veraPDF; it needs Debian's libjaxb-java and a JDK. Both lie in a cache from then on.
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "guerdon" / "verapdf"
JAR = "node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar"
JAXB = ["jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation", "txw2", "stax-ex", "FastInfoset"]
FLAVOURS = ["3a", "ua1"]


class Verdict:
    """Of one file in one flavour."""

    def __init__(self, file, flavour, word):
        self.file, self.flavour, self.word = file, flavour, word
        self.rules = {}  # "7.1-10" -> what veraPDF says

    def __str__(self):
        return "\n".join([f"{self.word} {self.flavour} {self.file}", *(f"    {rule}: {what}" for rule, what in self.rules.items())])


def stop(message):
    print(f"judge: {message}", file=sys.stderr)
    sys.exit(2)


def installed():
    """The folder of veraPDF and our class; made once for each state of what it is made from."""
    for name in ("npm", "javac", "java"):
        if shutil.which(name) is None:
            stop(f"`{name}` is missing; run: cmake/setup.sh tests")
    if not pathlib.Path("/usr/share/java/jaxb-runtime.jar").exists():
        stop("libjaxb-java is missing; run: cmake/setup.sh tests")
    sources = [HERE / name for name in ("package.json", "package-lock.json", "Judge.java")]
    folder = CACHE / hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]
    if (folder / "done").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        shutil.copy(source, folder)
    npm = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    if subprocess.run(npm, cwd=folder).returncode != 0 or not (folder / JAR).exists():
        stop("npm could not fetch @opendataloader/pdf, which contains veraPDF: no file was judged; try again with a network")
    if subprocess.run(["javac", "-cp", JAR, "Judge.java"], cwd=folder).returncode != 0:
        stop("Judge.java does not compile against the veraPDF that npm brought")
    (folder / "done").touch()
    return folder


def verdicts(files, flavours=FLAVOURS):
    """One Verdict for each of `files` and each of `flavours`."""
    folder = installed()
    path = os.pathsep.join([str(folder), str(folder / JAR), *(f"/usr/share/java/{name}.jar" for name in JAXB)])
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path, "Judge", *flavours]
    done = subprocess.run(command, input="".join(f"{file}\n" for file in files), stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
    found = []
    for line in done.stdout.splitlines():
        if line.startswith("\t"):
            rule, what = line[1:].split("\t", 1)
            found[-1].rules[rule] = what
        else:
            flavour, word, file = line.split("\t")
            found.append(Verdict(pathlib.Path(file), flavour, word))
    if len(found) != len(files) * len(flavours):
        stop(f"veraPDF answered {len(found)} times for {len(files)} files in {len(flavours)} flavours")
    return found
