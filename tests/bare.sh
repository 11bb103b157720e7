#!/usr/bin/env bash
# bare.sh [FOLDER]: ./examples/run.sh on a Debian 12 that has nothing but its base system (debootstrap, chroot: needs root), then
# qpdf, pdffonts and pdftotext on every certificate it leaves. Not part of tests/run.sh: it loads a system.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tests/bare_system.sh
source tests/bare_system.sh
root=$(realpath -m "${1:-/tmp/guerdon-bare}")

make_bare_system "$root"
git clone -q . "$root/guerdon"
inside "$root" /guerdon/examples/run.sh

/usr/bin/python3 tests/agree_with_facts.py "$root/guerdon/build/examples"
