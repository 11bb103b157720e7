#!/usr/bin/env bash
# run.sh GUERDON PEERS [N [TABLE]]: N certificates (1,000) of the peers' own volunteers beside cairo, reportlab, Typst and WeasyPrint, in one run
# of PEERS/run (the peers' bench), as a table on standard output and in the file TABLE; then `check` of ten times as many cases beside yaml-cpp's
# bare events on the same files and beside a mixed workspace, then start-up.
# Ratios count, absolute numbers do not: machines are shared.
set -euo pipefail
guerdon=$(realpath "$1")
peers=$(realpath "$2")
n=${3:-1000}
table=${4:-/dev/null}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Two of the peers are Debian's Python, not another that stands before it in PATH.
PATH=/usr/bin:$PATH
python3 -c 'import qrencode' 2>"$work/log" || apt-get install -y -q python3-qrencode >"$work/log"

python3 "$here/compare.py" "$guerdon" "$peers" "$n" "$table"

python3 "$here/make_workspace.py" "$guerdon" "$((10 * n))" "$work/cases"
g++ -O2 -std=c++20 -o "$work/events" "$here/yaml_events.cpp" -lyaml-cpp
for round in 1 2 3; do
  echo "round $round: yaml-cpp's bare events, then guerdon check, of $((10 * n)) cases"
  time "$work/events" "$work/cases"
  time "$guerdon" -C "$work/cases" check
done

python3 "$here/make_workspace.py" "$guerdon" "$((10 * n))" "$work/mixed" mixed
for round in 1 2 3; do
  echo "round $round: guerdon check of $((10 * n)) cases of GloRe, then of as many of which half are LEVER UP"
  time "$guerdon" -C "$work/cases" check
  time "$guerdon" -C "$work/mixed" check
done

echo "a hundred starts: /bin/true, then guerdon --version"
time for _ in {1..100}; do /bin/true; done
time for _ in {1..100}; do "$guerdon" --version; done >"$work/log"
