# A training year and three candidates under LEVER UP; examples/run.sh sources it and says what `say`, `out` and `here` are.
# One candidate exits after identification, one is certified in four competences, one appeals.

data=$here/lever-up
rm -rf "${out:?}/lever-up"
cd "$out"
say guerdon init lever-up --scheme lever-up --organisation "Orto Sociale" --place Torino --country IT \
  --coordinator "Luca Bianchi" --coordinator-title President --verify https://certificates.example.org --member-since 2026-01-01
cd lever-up
echo
echo "# the service centre, and those who were trained in the autumn: two tutors, two assessors, a trainer"
cp -r "$data/organisations" "$data/practitioners" .
# on DATE COMMAND…: as it was done on that day.
on() { say guerdon "${@:2}" --on "$1" --backdate-because "the day of the example"; }
for practitioner in giulia-neri elif-demir marco-riva sara-conti ingrid-solberg; do
  on 2025-12-05 badge "$practitioner"
done

# candidate NAME: enrols her and names her case.
candidate() {
  guerdon enroll "$1" --adult --project "Community garden of San Salvario" --from 2026-03-02 --to 2026-09-30 --coordinator luca-bianchi \
    --on 2026-03-02 | sed 's/^enrolled \([^ ]*\).*/\1/'
}
bruno=$(candidate "Bruno Esposito")
zofia=$(candidate "Zofia Wiśniewska")
amara=$(candidate "Amara Okafor")
for case in "$bruno" "$zofia" "$amara"; do
  say guerdon step awareness "$case" --on 2026-03-20 --with giulia-neri
done

echo
echo "# Bruno has seen what he wanted to see, and leaves"
say guerdon step identification "$bruno" --on 2026-04-17 --with elif-demir --competence engagement=accomplished --competence empathy=basic
say guerdon exit "$bruno" --after identification --on 2026-04-24
on 2026-04-24 issue "$bruno"

echo
echo "# Zofia tells what she did, and has it assessed"
say guerdon step identification "$zofia" --from "$data/answers/zofia-identification.yaml"
say guerdon step documentation "$zofia" --from "$data/answers/zofia-documentation.yaml"
mkdir -p "evidence/$zofia" "evidence/$amara"
cp "$data"/evidence/{rota,reference,minutes}.txt "evidence/$zofia"
say guerdon evidence "$zofia" "evidence/$zofia/rota.txt" --kind work-product --title "The watering rota of July" \
  --competence teamwork --competence organisation-and-planning
say guerdon evidence "$zofia" "evidence/$zofia/reference.txt" --kind reference --title "What the neighbours' committee says" \
  --competence responsibility --competence teamwork
say guerdon evidence "$zofia" "evidence/$zofia/minutes.txt" --kind paper --title "Minutes of the assembly of 18 July" --competence communication
say guerdon step quality "$zofia" --on 2026-08-12 --by giulia-neri --met all
say guerdon step choice "$zofia" --on 2026-08-12 --formal yes --grounds
say guerdon portfolio "$zofia"
say guerdon assess "$zofia" --from "$data/answers/zofia-assessment.yaml"
say guerdon show "$zofia"
on 2026-08-31 issue "$zofia"
say guerdon step looking-ahead "$zofia" --from "$data/answers/looking-ahead.yaml"
on 2026-09-05 issue "$zofia" --certificate development-plan

echo
echo "# Amara's competence is found not reached; she appeals, and another assessor hears her"
say guerdon step identification "$amara" --on 2026-04-10 --with giulia-neri --competence learning-to-learn=accomplished
say guerdon step documentation "$amara" --from "$data/answers/amara-documentation.yaml"
cp "$data/evidence/handbook.txt" "evidence/$amara"
say guerdon evidence "$amara" "evidence/$amara/handbook.txt" --kind work-product --title "A garden in August" --competence learning-to-learn
say guerdon step quality "$amara" --on 2026-08-13 --by giulia-neri --met all
say guerdon step choice "$amara" --on 2026-08-13 --formal yes
say guerdon assess "$amara" --from "$data/answers/amara-assessment.yaml"
on 2026-09-01 issue "$amara" || echo "# refused, as it should be"
say guerdon assess "$amara" --from "$data/answers/amara-appeal.yaml"
on 2026-09-21 issue "$amara"

say guerdon status
say guerdon status --view assessors
say guerdon check
say guerdon fmt --check
