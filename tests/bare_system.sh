# Sourced: a Debian 12 in a folder that has nothing but its base system. Needs root and the network.
# shellcheck shell=bash

# make_bare_system ROOT: by debootstrap, in a folder that is not there yet; /proc is mounted in it until the script ends.
make_bare_system() {
  if [[ -e $1 ]]; then
    echo "$1 is there already, and a bare system is made anew: remove it, or name another folder" >&2
    return 1
  fi
  debootstrap --variant=minbase bookworm "$1" >/dev/null || {
    echo "debootstrap failed: $1/debootstrap/debootstrap.log says why" >&2
    return 1
  }
  # How this machine reaches the network is how the bare one does.
  local file
  for file in resolv.conf hosts apt/apt.conf.d apt/sources.list.d ssl/certs; do
    [[ -e /etc/$file ]] || continue
    mkdir -p "$1/etc/$(dirname "$file")"
    cp -rT "/etc/$file" "$1/etc/$file"
  done
  mount -t proc proc "$1/proc"
  # shellcheck disable=SC2064  # the folder as it is named now
  trap "umount '$1/proc'" EXIT
}

# inside ROOT COMMAND…: runs it there, with nothing of this machine's environment but its proxies.
inside() {
  local proxies
  mapfile -t proxies < <(env | grep -iE '^(http|https|no)_proxy=' || true)
  chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "${proxies[@]}" "${@:2}"
}
