#!/bin/sh
# Three edits of a copied GloRe: a parameter is changed, a skill is called otherwise, a skill is added. Run it in the folder of the
# new version: cd schemes/glore-2.
set -eu

# a participation certificate takes thirty days of service, not twenty
sed -i '/^  participation\.days:/,/days:/ s/days: 20$/days: 30/' scheme.yaml

# a new name; the id stays, as records hold it, and answers may still use the old name
sed -i 's/^    name: Team work$/    name: Working in a team/; s/aliases: \[Teamwork\]/aliases: [Teamwork, Team work]/' competences.yaml

# a new skill; the skills are the end of the file
cat >>competences.yaml <<'END'
  - skill: repairing
    group: work
    name: Repairing
    meaning: Mends with others what would have been thrown away.
END

# a language names every skill: Italian has the new words, the others wait for somebody who translates them
sed -i 's/^    name: Lavoro di squadra$/    name: Lavorare in squadra/; s/^skills:$/&\n  repairing:\n    name: Riparare\n    meaning: Ripara con altri ciò che sarebbe stato buttato via./' text/it.yaml
rm text/ar.yaml text/el.yaml text/es.yaml text/fr.yaml text/nl.yaml text/pl.yaml
