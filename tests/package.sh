#!/usr/bin/env bash
# package.sh [FOLDER]: makes the Debian package twice and compares the bytes, asks lintian, installs it on a Debian 12 that has nothing but
# its base system, walks examples/run.sh there with the installed program, and removes it without a trace. Not part of tests/run.sh: it
# loads a system (needs root, lintian, debootstrap).
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tests/bare_system.sh
source tests/bare_system.sh
folder=$(realpath -m "${1:-/tmp/guerdon-package}")
root=$folder/root

step() { printf '\n── %s\n' "$1"; }
fail() {
  echo "package: $1" >&2
  exit 1
}

step "the same bytes twice"
package=$(cmake/package.sh "$folder/build" | tail -n 1)
cp "$package" "$folder/first.deb"
package=$(cmake/package.sh "$folder/build" | tail -n 1)
cmp "$package" "$folder/first.deb" || fail "two runs gave different packages"
sha256sum "$package"
if strings -a "$folder/build/guerdon" | grep -F "$PWD"; then fail "the program names the folder it was built in"; fi

step "lintian"
dpkg-deb --info "$package"
lintian --allow-root --fail-on error,warning --info "$package"

step "installed on a bare system"
rm -rf --one-file-system "$root"
make_bare_system "$root"
cp "$package" "$root/guerdon.deb"
inside "$root" apt-get -qq update
inside "$root" apt-get -qq install -y --no-install-recommends man-db >/dev/null
inside "$root" find / -xdev -not -path '/proc/*' -path '*guerdon*' >"$folder/before"
inside "$root" apt-get -qq install -y /guerdon.deb >/dev/null
mkdir "$root/walk"
cp -r examples "$root/walk/"
inside "$root" env GUERDON_PROGRAM=/usr/bin/guerdon /walk/examples/run.sh /walk/out >"$folder/walk.log" 2>&1 || {
  tail -n 40 "$folder/walk.log" >&2
  fail "the examples do not run"
}
tail -n 1 "$folder/walk.log"
inside "$root" man -w guerdon guerdon-midterm guerdon-format
inside "$root" guerdon --version

step "removed without a trace"
rm -rf "$root/walk"
inside "$root" apt-get -qq purge -y guerdon >/dev/null
inside "$root" find / -xdev -not -path '/proc/*' -path '*guerdon*' >"$folder/after"
diff "$folder/before" "$folder/after" || fail "files are left behind"
echo "package: all is well"
