#!/usr/bin/env bash
# From nothing to certificates: installs what is missing, builds guerdon, walks one volunteer from `init` to three PDFs, a cohort of twelve,
# names in five scripts, a scheme of one's own, a new version of one, and three candidates of LEVER UP with their practitioners. Every command is shown before it runs. The workspaces
# stay in build/examples, or in the folder given. GUERDON_PROGRAM=ABSOLUTE/guerdon walks with a program that is there.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD/examples
out=$(realpath -m "${1:-build/examples}")

if [[ -z ${GUERDON_PROGRAM:-} ]]; then
  cmake/setup.sh
  echo "building guerdon in build/release"
  mkdir -p build
  cmake --preset release >build/release.log
  cmake --build build/release -j "$(nproc)" -- --quiet >>build/release.log
fi
PATH=$(dirname "${GUERDON_PROGRAM:-$PWD/build/release/guerdon}"):$PATH

# say COMMAND…: shows a command, then runs it.
say() {
  printf '\n$'
  printf ' %q' "$@"
  printf '\n'
  "$@"
}

issue_on=(--on 2026-08-29 --backdate-because "the day of the example")

# new_workspace FOLDER: a workspace with a coordinator and an agronomist.
new_workspace() {
  rm -rf "${out:?}/$1"
  mkdir -p "$out"
  cd "$out"
  say guerdon init "$1" --organisation "Orto Sociale" --place Torino --country IT \
    --coordinator "Luca Bianchi" --coordinator-title President --verify https://certificates.example.org --member-since 2026-01-01
  cd "$1"
  echo "# the staff is a list in a text file: one more is eight more lines"
  cat "$here/staff.yaml" >>organisations/orto-sociale.yaml
}

echo
echo "── one volunteer ──"
new_workspace one
say guerdon enroll "Zofia Wiśniewska" --adult --project "Community garden of San Salvario" --from 2026-03-02 --to 2026-08-28 \
  --hours 640 --coordinator luca-bianchi --introduced 2026-02-10 --on 2026-02-12
zofia=$(guerdon status -q)
say guerdon set-objectives "$zofia" --on 2026-03-05 --with luca-bianchi --aim "team work=Lead the Saturday group on my own by June"
say guerdon midterm "$zofia" --on 2026-05-30 --by luca-bianchi --skill team-work=3 --skill responsibility=4
say guerdon evaluation "$zofia" --sent 2026-08-10
say guerdon evaluation "$zofia" --returned 2026-08-18
say guerdon self-assess "$zofia" --from "$here/self-assessment.yaml"
say guerdon participation "$zofia" --on 2026-08-27 --tasks "@$here/tasks.txt"
say guerdon participation "$zofia" --on 2026-08-28 --confirm --by luca-bianchi
say guerdon validate "$zofia" --on 2026-08-27 --by luca-bianchi --agree all --skill autonomy=4 --volunteer present
say guerdon statement "$zofia" --on 2026-08-28 --field "urban gardener" --professional marta-ferrero --text "@$here/statement.txt"
say guerdon show "$zofia"
say guerdon issue "$zofia" "${issue_on[@]}"
say guerdon check
say guerdon fmt --check

echo
echo "── a cohort of twelve ──"
new_workspace cohort
say guerdon enroll --csv "$here/arrivals.csv"

# case_of NAME: the id of the one case with that name.
case_of() { guerdon status | sed -n "s/^ *\\([^ ]*\\)  $1 .*/\\1/p"; }
early=$(case_of "Jürgen Weißenböck")
missed=$(case_of "Gülşen Yılmaz")

echo
echo "# ten volunteers take the usual steps; one leaves in April, one misses the mid-term"
for case in $(guerdon status -q); do
  if [[ $case == "$early" ]]; then continue; fi
  guerdon set-objectives "$case" --on 2026-03-05 --with luca-bianchi --aim "team work=Lead the group by June"
  [[ $case == "$missed" ]] || guerdon midterm "$case" --on 2026-05-30 --by luca-bianchi --skill team-work=3
  guerdon evaluation "$case" --sent 2026-08-10
  guerdon evaluation "$case" --returned 2026-08-18
  guerdon self-assess "$case" --from "$here/self-assessment.yaml"
  guerdon participation "$case" --on 2026-08-27 --tasks "@$here/tasks.txt"
  guerdon participation "$case" --on 2026-08-28 --confirm --by luca-bianchi
  guerdon validate "$case" --on 2026-08-27 --by luca-bianchi --agree all --volunteer present
done >/dev/null 2>&1
say guerdon change "$early" --ended 2026-04-10 --hours 130 --reason "a job at home" --on 2026-04-10
say guerdon participation "$early" --on 2026-04-10 --tasks "Read to children on Saturdays"
say guerdon participation "$early" --on 2026-04-10 --confirm --by luca-bianchi
say guerdon status
echo
echo "# the mid-term that did not take place holds one certificate back"
say guerdon issue "$missed" "${issue_on[@]}" --dry-run || true
say guerdon waive "$missed" midterm.present --by luca-bianchi --because "she was in hospital that week"
say guerdon issue --all --jobs 2 "${issue_on[@]}"
say guerdon check
say guerdon fmt --check
say guerdon status

echo
echo "── names and languages of the world ──"
new_workspace world
# serve NAME LATIN: enrols a volunteer whose service has ended, as far as the participation certificate.
serve() {
  guerdon enroll "$1" --latin "$2" --adult --project "Community garden of San Salvario" --from 2026-03-02 --to 2026-08-28 --hours 640 \
    --coordinator luca-bianchi --introduced 2026-02-10 --on 2026-02-12 >enrolled
  case=$(sed -n 's/^enrolled \([^ ]*\).*/\1/p' enrolled)
  rm enrolled
  guerdon participation "$case" --on 2026-08-27 --tasks "@$here/tasks.txt" >/dev/null
  guerdon participation "$case" --on 2026-08-28 --confirm --by luca-bianchi >/dev/null
}
serve "Ελένη Παπαδοπούλου" "Eleni Papadopoulou"
say guerdon issue "$case" "${issue_on[@]}" --certificate participation --language el,it
serve "محمد بن عبد الله" "Muhammad ibn Abd Allah"
say guerdon issue "$case" "${issue_on[@]}" --certificate participation --language ar --design contemporary
serve "王小明" "Wang Xiaoming"
say guerdon issue "$case" "${issue_on[@]}" --certificate participation --language nl
serve "สมชาย ใจดี" "Somchai Jaidee"
say guerdon issue "$case" "${issue_on[@]}" --certificate participation --language es --design contemporary
serve "प्रिया शर्मा" "Priya Sharma"
say guerdon issue "$case" "${issue_on[@]}" --certificate participation --language fr
say guerdon languages glore-1
say guerdon check
say guerdon fmt --check
say guerdon render --all

echo
echo "── a scheme of one's own ──"
rm -rf "${out:?}/cafe"
cd "$out"
say guerdon init cafe --organisation "Repair Café Nord" --place Bremen --country DE \
  --coordinator "Anke Vogt" --coordinator-title Coordinator --member-since 2026-01-01
cd cafe
echo "# sixty lines of YAML and a design, here GloRe's in another colour"
cp -r "$here/menders-mark" schemes/menders-mark-1
sed 's/#1F4A3D/#6B2A1E/' schemes/glore-1/soft-skills.yaml >schemes/menders-mark-1/mark.yaml
cp schemes/glore-1/fonts.yaml schemes/menders-mark-1/
sed -i 's/^scheme: .*/scheme: menders-mark-1/' guerdon.yaml
say guerdon enroll "Lea Brandt" --adult --project "Saturday bench" --from 2026-03-07 --to 2026-05-30 --hours 60 --coordinator anke-vogt
lea=$(guerdon status -q)
say guerdon validate "$lea" --by anke-vogt --skill soldering=alone --skill explaining=helped --volunteer present --on 2026-05-30
say guerdon issue "$lea"
say guerdon check
say guerdon fmt --check

echo
echo "── a new version of a scheme ──"
new_workspace version
serve "Zofia Wiśniewska" "Zofia Wisniewska"
say guerdon issue "$case" "${issue_on[@]}" --certificate participation
sha256sum certificates/*/*.pdf >digests
say guerdon scheme copy glore
echo "# a skill is called otherwise, a skill is added, a parameter is changed"
(cd schemes/glore-2 && sh "$here/new-version/edit.sh")
say guerdon scheme diff glore-1 glore-2
serve "Ada Verdi" "Ada Verdi"
say guerdon issue "$case" "${issue_on[@]}" --certificate participation --language it
say guerdon scheme list
say guerdon check
echo "# what was issued is made again from its own version"
rm certificates/*/*.pdf
say guerdon render
say sha256sum -c digests

echo
echo "── LEVER UP: a training year and three candidates ──"
# shellcheck source=examples/lever-up/run.sh
source "$here/lever-up/run.sh"

count=$(find "$out" -name '*.pdf' | wc -l)
printf '\n%s certificates and other documents:\n' "$count"
find "$out" -name '*.pdf' | sort
((count == 50))
