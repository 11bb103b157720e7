#!/usr/bin/env bash
# bare.sh [FOLDER]: ./examples/run.sh on a Debian 12 that has nothing but its base system (debootstrap, chroot: needs root), then
# qpdf, pdffonts and pdftotext on every certificate it leaves. Not part of tests/run.sh: it loads a system.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(realpath -m "${1:-/tmp/guerdon-bare}")

debootstrap --variant=minbase bookworm "$root" >/dev/null
# How this machine reaches the network is how the bare one does.
for file in resolv.conf hosts apt/apt.conf.d apt/sources.list.d ssl/certs; do
  [[ -e /etc/$file ]] || continue
  mkdir -p "$root/etc/$(dirname "$file")"
  cp -rT "/etc/$file" "$root/etc/$file"
done
git clone -q . "$root/guerdon"
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
mapfile -t proxies < <(env | grep -iE '^(http|https|no)_proxy=' || true)
chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "${proxies[@]}" /guerdon/examples/run.sh

/usr/bin/python3 tests/agree_with_facts.py "$root/guerdon/build/examples"
