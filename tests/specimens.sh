#!/usr/bin/env bash
# Every certificate of both schemes in every design and language, as specimens with verification address: tests/specimens.sh PROGRAM FOLDER
set -euo pipefail
program=$(realpath "$1")
out=$(realpath -m "$2")
rm -rf "$out"
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" -C "$work" init w --scheme glore --scheme lever-up --organisation "Orto Sociale" --place Torino --country IT \
  --coordinator "Luca Bianchi" --verify https://certificates.example.org >/dev/null 2>&1
for scheme in glore-1 lever-up-1; do
  "$program" -C "$work/w" preview --scheme "$scheme" --design all --language all --on 2026-09-10 --to "$out"
done
