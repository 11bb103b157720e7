#!/usr/bin/env bash
# Draws the pictures of this folder again: docs/gallery/make.sh PROGRAM. Needs poppler-utils.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$here/../../tests/specimens.sh" "$1" "$pages" >/dev/null
rm -f "$here"/*.png
draw() { pdftoppm -r 50 -png -singlefile "$pages/$1.pdf" "$here/$1"; }
for certificate in soft-skills participation statement competence overview attendance development-plan badge; do
  draw "$certificate-formal-en"
  draw "$certificate-contemporary-en"
done
for language in it fr pl ar; do draw "soft-skills-formal-$language"; done
for language in es nl el ar; do draw "soft-skills-contemporary-$language"; done
