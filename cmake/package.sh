#!/usr/bin/env bash
# package.sh [FOLDER]: builds guerdon as Debian builds its packages, in FOLDER (build/package), and makes the .deb there. The path is
# the last line; it takes dpkg-dev and file. The same commit gives the same bytes, whatever the folder and the day: SOURCE_DATE_EPOCH, the commit's day if unset.
set -euo pipefail
umask 022
cd "$(dirname "$0")/.."
build=$(realpath -m "${1:-build/package}")
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}

# ccache would make paths relative before the compiler could leave them out.
unset CCACHE_BASEDIR
flags() { DEB_CXXFLAGS_MAINT_STRIP=-g dpkg-buildflags --get "$1"; }
mkdir -p "$build"
exec 3>&1 4>&2 >"$build/package.log" 2>&1
trap 'tail -n 40 "$build/package.log" >&4' ERR
CXXFLAGS="$(flags CXXFLAGS) $(flags CPPFLAGS)" LDFLAGS=$(flags LDFLAGS) \
  cmake --preset release -B "$build" -DCMAKE_INSTALL_PREFIX=/usr -DGUERDON_DATA_FOLDER=/usr/share/guerdon
cmake --build "$build" -j "$(nproc)" -- --quiet
rm -f "$build"/*.deb
cd "$build"
LC_ALL=C.UTF-8 cpack
ls "$build"/*.deb >&3
