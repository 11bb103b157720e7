#!/usr/bin/env bash
# Installs what is missing of what guerdon needs on Debian 12: `cmake/setup.sh` to build and run it, `cmake/setup.sh tests` to test
# it as well. A machine that has everything needs neither network nor root.
set -euo pipefail

# A package, or package=program where any program of that name will do.
packages=(
  g++ cmake ninja-build pkg-config ccache=ccache lld=ld.lld git=git
  libcli11-dev libdeflate-dev libfmt-dev libharfbuzz-dev libpng-dev libpodofo-dev libssl-dev libunistring-dev
  libyaml-cpp-dev zlib1g-dev
  libfribidi-dev libhyphen-dev libthai-dev libqpdf-dev librsvg2-dev
  fonts-lato fonts-sil-gentiumplus fonts-noto-core fonts-noto-cjk
  hyphen-en-gb hyphen-it hyphen-es hyphen-fr hyphen-pl hyphen-nl hyphen-el
  qpdf poppler-utils
)
if [[ ${1:-} == tests ]]; then
  packages+=(doctest-dev nlohmann-json3-dev python3=python3 clang-format=clang-format clang-tidy=clang-tidy zbar-tools parallel nodejs=node npm=npm
    default-jdk-headless=javac zsh=zsh fish=fish mandoc=mandoc libjaxb-java libqrencode-dev libicu-dev
    clang-14=clang++-14 libclang-rt-14-dev strace=strace)
fi

installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' | sed -n 's/^ii *//p')
missing=()
for entry in "${packages[@]}"; do
  package=${entry%%=*}
  if [[ $entry == *=* ]] && command -v "${entry#*=}" >/dev/null; then continue; fi
  grep -qxF -- "$package" <<<"$installed" || missing+=("$package")
done
((${#missing[@]})) || exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
if ((EUID == 0)); then
  as_root=()
elif command -v sudo >/dev/null; then
  as_root=(sudo)
else
  echo "setup: packages are missing and this is not root; run: su -c 'apt-get update && $install'" >&2
  exit 2
fi

echo "installing: ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1 && return
  cat "$log" >&2
  echo "setup: could not install; run as root: apt-get update && $install" >&2
  exit 2
}
run update
run install -y --no-install-recommends "${missing[@]}"
