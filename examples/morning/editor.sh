#!/bin/sh
# Stands in for an editor on the page docs/a-morning.md: shows the file as it opens, writes what Chiara types, and shows it again as she
# closes it. The first time she misspells a skill, the second time she puts it right.
echo "── opened ──"
cat "$1"
if grep -q 'teem work' "$1"; then
  sed -i 's/teem work/team work/' "$1"
else
  { printf 'on: 2026-05-28\nby: [chiara-fontana]\nskills:\n  - skill: teem work\n    level: 3\n  - skill: empathy\n' && grep '^#' "$1"; } >"$1.typed"
  mv "$1.typed" "$1"
fi
echo "── closed ──"
sed -n '/^on:/,/^  - skill: empathy/p' "$1"
