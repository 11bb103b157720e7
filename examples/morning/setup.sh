#!/usr/bin/env bash
# The workspace of docs/a-morning.md: forty volunteers of two hosts in Torino, from those who left in March to those who came in May, as their
# coordinator left them on Friday, 29 May 2026. Works in the folder it is called in, which must be empty, and commits as the months go by.
set -euo pipefail
# The commits are Chiara's, whoever plays the morning.
unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# to_git DATE MESSAGE: one commit of everything, made on that day.
to_git() {
  git add .
  GIT_AUTHOR_DATE="$1T17:30:00Z" GIT_COMMITTER_DATE="$1T17:30:00Z" git commit -qm "$2"
}

# Each of these records one step of one case; $1 is the case, $2 the day, $3 the coordinator.
objectives() { guerdon set-objectives "$1" --on "$2" --with "$3" --aim "team-work=Lead a Saturday on my own" --aim "flexibility=Take whatever bed is free"; }
midterm() { guerdon midterm "$1" --on "$2" --by "$3" --skill team-work=3 --skill flexibility; }
self_assessment() { sed '/^on:/d' "$here/../self-assessment.yaml" | guerdon self-assess "$1" --on "$2" --from -; }
stated() { guerdon participation "$1" --on "$2" --tasks "@$here/../tasks.txt"; }
confirmed() { guerdon participation "$1" --on "$2" --confirm --by "$3"; }
validation() { guerdon validate "$1" --on "$2" --by "$3" --agree all --volunteer present; }
evaluation() { guerdon evaluation "$1" --sent "$2" && guerdon evaluation "$1" --returned "$3"; }

# leave CASE MONTH COORDINATOR: the last month of a stay, the form sent and everything agreed.
leave() {
  evaluation "$1" "$2-04" "$2-12"
  self_assessment "$1" "$2-20"
  stated "$1" "$2-26"
  validation "$1" "$2-27" "$3"
  confirmed "$1" "$2-28" "$3"
}

# coordinator CASE: who coordinates it.
coordinator() { sed -n 's/^    coordinator: //p' cases/*/"$1.yaml"; }

# each FIRST LAST STEP DAY: that step for the volunteers of these rows of the table.
each() {
  local row
  for ((row = $1; row <= $2; row++)); do "$3" "${cases[row]}" "$4" "$(coordinator "${cases[row]}")"; done
}

{
  guerdon init --organisation "Orto Sociale" --place Torino --country IT --coordinator "Chiara Fontana" --coordinator-title Coordinator \
    --member-since 2024-01-01
  cp "$here"/organisations/*.yaml organisations
  git init -q -b main
  git config user.name "Chiara Fontana"
  git config user.email chiara@example.org

  # Rows count from 1: 1 to 8 came in October, 9 to 17 in December, 18 to 30 in March, 31 to 40 in May.
  mapfile -t -O 1 cases < <(guerdon enroll --csv "$here/arrivals.csv" --quiet)
  each 1 7 objectives 2025-10-06
  each 1 6 midterm 2026-01-07
  guerdon waive "${cases[7]}" midterm.present --on 2026-01-30 --by chiara-fontana --because "she was in hospital that month"
  each 1 7 leave 2026-03
  guerdon change "${cases[8]}" --ended 2025-10-14 --hours 40 --on 2025-10-14 --reason "homesick"
  each 9 17 objectives 2025-12-04
  each 9 17 midterm 2026-02-06
  guerdon change "${cases[16]}" --ended 2026-03-27 --hours 400 --on 2026-03-27 --reason "a job at home"
  leave "${cases[16]}" 2026-03 chiara-fontana
  each 18 30 objectives 2026-03-05
  to_git 2026-04-15 "Move the register of forty to guerdon"

  guerdon --today 2026-04-16 issue --all --backdate-because "the certificates of those who left in March"
  to_git 2026-04-16 "Issue the certificates of March"

  each 31 38 objectives 2026-05-07
  each 18 25 midterm 2026-05-21
  guerdon change "${cases[22]}" --absent 2026-04-06 --until 2026-04-12 --on 2026-04-13 --by davide-greco
  to_git 2026-05-21 "Objectives of May, first mid-terms of March"

  # Of those who leave in May three lack something: the talk, the evaluation form, the volunteer's own view.
  each 9 12 leave 2026-05
  leave "${cases[14]}" 2026-05 chiara-fontana
  evaluation "${cases[13]}" 2026-05-04 2026-05-12
  self_assessment "${cases[13]}" 2026-05-20
  stated "${cases[13]}" 2026-05-26
  confirmed "${cases[13]}" 2026-05-28 davide-greco
  guerdon evaluation "${cases[15]}" --sent 2026-05-04
  self_assessment "${cases[15]}" 2026-05-20
  stated "${cases[15]}" 2026-05-26
  validation "${cases[15]}" 2026-05-27 chiara-fontana
  confirmed "${cases[15]}" 2026-05-28 chiara-fontana
  evaluation "${cases[17]}" 2026-05-04 2026-05-15
  stated "${cases[17]}" 2026-05-28
  to_git 2026-05-29 "Last meetings of May"
} >/dev/null 2> >(grep -v '^next: ' >&2)
