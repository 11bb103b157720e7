#!/usr/bin/env bash
# Every certificate of both schemes in every design and language, as specimens with verification address; and in two languages with
# logos in SVG, over a background out of another PDF or SVG file: tests/specimens.sh PROGRAM FOLDER
set -euo pipefail
program=$(realpath "$1")
out=$(realpath -m "$2")
pictures=$(realpath "$(dirname "$0")")/document/images
rm -rf "$out"
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# workspace PROGRAM NAME: one with both schemes
workspace() {
  "$1" -C "$work" init "$2" --scheme glore --scheme lever-up --organisation "Orto Sociale" --place Torino --country IT \
    --coordinator "Luca Bianchi" --verify https://certificates.example.org >/dev/null 2>&1
}

# show PROGRAM NAME FOLDER LANGUAGE…
show() {
  local languages=("${@:4}")
  for scheme in glore-1 lever-up-1; do
    "$1" -C "$work/$2" preview --scheme "$scheme" --design all "${languages[@]/#/--language=}" --on 2026-09-10 --to "$3"
  done
}

workspace "$program" w
show "$program" w "$out" all

# The samples stand among what is installed.
cmake --install "$(dirname "$program")" --prefix "$work/own" >/dev/null
samples=$work/own/share/guerdon/templates/samples
for record in "$samples"/*/organisations/*.yaml; do
  logo=$([[ $record == *csv-torino* ]] && echo inkscape.svg || echo mark.svg)
  cp "$pictures/$logo" "$(dirname "$record")"
  echo "logo: $logo" >>"$record"
done
workspace "$work/own/bin/guerdon" own-w
for scheme in glore-1:paper.pdf lever-up-1:paper.svg; do
  folder=$work/own-w/schemes/${scheme%%:*}
  cp "$pictures/${scheme#*:}" "$folder"
  sed -i "s/^  size: \[210, 297\]/&\n  background: ${scheme#*:}/" "$folder"/*.yaml
done
show "$work/own/bin/guerdon" own-w "$out/own" en ar
