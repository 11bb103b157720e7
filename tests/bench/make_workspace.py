#!/usr/bin/env python3
"""make_workspace.py GUERDON N FOLDER [mixed]: a workspace of N cases with the whole path filled in, ready to be issued.
With `mixed` every second case is one of LEVER UP: a third left after identification, a third documented, a third assessed in two competences.

Deterministic. `guerdon init` makes the folder; people and cases are written beside it, shaped as `guerdon enroll` and the steps leave them."""
import datetime
import pathlib
import random
import subprocess
import sys

FIRST = ["Zofia", "Łukasz", "Ελένη", "Begoña", "Jürgen", "Светла", "Șerban", "Çağla", "Anaïs", "Ondřej", "Győző", "Joris"]
LAST = ["Wiśniewska", "Lefèvre", "Παπαδοπούλου", "Ibáñez Muñoz", "Müller-Lüdenscheidt", "Йорданова", "Țurcanu", "Öztürk", "Őry", "van der Bruggen"]
PROJECTS = ["Community garden of San Salvario", "Repair café on Fridays", "Reading with children", "River clean-up", "Language tandem"]
TASKS = ["Prepared the room and welcomed the visitors", "Wrote the weekly report of the project", "Led a group of six new volunteers",
         "Looked after the tools and the stock of materials", "Taught two school classes how to compost"]
SKILLS = ["team-work", "autonomy", "stress-management", "socio-cultural-awareness", "flexibility", "conflict-management", "responsibility",
          "leadership", "learning-to-learn", "public-speaking", "empathy", "critical-thinking"]
SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz"
BANNER = "# ── {} "


def banner(title):
    return BANNER.format(title).ljust(65, "─")


def day(date, days):
    return (date + datetime.timedelta(days)).isoformat()


def case_text(case, person, pick):
    start = datetime.date(2025, 1, 7) + datetime.timedelta(pick.randrange(200))
    skills = pick.sample(SKILLS, pick.randint(5, 10))
    levels = [pick.randint(3, 5) for _ in skills]
    tasks = "".join(f"      - {task}\n" for task in pick.sample(TASKS, 3))
    claims = "".join(f"    - skill: {s}\n      level: {v}\n      reason: Gained it in the weekly work with the group, step by step.\n"
                     for s, v in zip(skills, levels))
    agreed = "".join(f"    - skill: {s}\n      claimed: {v}\n      agreed: {v}\n" for s, v in zip(skills, levels))
    return f"""# yaml-language-server: $schema=../../.guerdon/schemas/case-glore-1.json
format: case/1
case: {case}
scheme: glore-1
person: {person}

{banner("enrolment")}
enrolment:
  on: {day(start, -12)}
  introduced: {day(start, -20)}
placement:
  - organisation: bench
    role: hosting
    project: {pick.choice(PROJECTS)}
    country: "IT"
    from: {day(start, 0)}
    to: {day(start, 178)}
    hours: {pick.randrange(200, 900)}
    coordinator: luca-bianchi

{banner("changes")}
{banner("objectives")}
objectives:
  - on: {day(start, 3)}
    with: [luca-bianchi]
    skills:
      - skill: {skills[0]}
        aim: Lead the group on my own by June

{banner("midterm")}
midterm:
  on: {day(start, 89)}
  by: [luca-bianchi]
  skills:
    - skill: {skills[0]}
      level: 3

{banner("evaluation form")}
evaluation:
  sent: {day(start, 160)}
  returned: {day(start, 165)}

{banner("participation")}
participation:
  stated:
    on: {day(start, 177)}
    tasks:
{tasks}  confirmed:
    - on: {day(start, 178)}
      by: luca-bianchi

{banner("self-assessment")}
self-assessment:
  on: {day(start, 170)}
  skills:
{claims}
{banner("validation")}
validation:
  on: {day(start, 176)}
  by: [luca-bianchi]
  volunteer: present
  skills:
{agreed}
{banner("professional statement")}
{banner("waivers")}
"""


COMPETENCES = {"teamwork": "333332", "responsibility": "33332", "communication": "333432", "organisation-and-planning": "333332"}
STARRT = ["situation", "task", "activities", "result", "reflection", "transfer"]


def ratings(competence):
    criteria = [f"{outcome}{chr(97 + k)}" for outcome, count in enumerate(COMPETENCES[competence], 1) for k in range(int(count))]
    return ", ".join(f"{criterion}: 3" for criterion in criteria)


def lever_up_case_text(case, person, pick, stage):
    start = datetime.date(2025, 1, 7) + datetime.timedelta(pick.randrange(200))
    chosen = pick.sample(sorted(COMPETENCES), 2)
    claims = "".join(f"    - competence: {c}\n      outcome: accomplished\n      reason: I did it every week.\n" for c in chosen)
    parts = "".join(f"        {part}: |\n          {pick.choice(TASKS)}, together with the others, week after week.\n" for part in STARRT)
    evidence = "".join(f"    - file: evidence/{case}/{c}.pdf\n      sha256: {'0' * 64}\n      kind: work-product\n      title: What it led to\n"
                       f"      competences: [{c}]\n" for c in chosen)
    items = "".join(f"    - {{item: {item}, met: true}}\n" for item in CHECKLIST)
    results = "".join(f"      - competence: {c}\n        ratings: {{{ratings(c)}}}\n        outcome: accomplished\n"
                      f"        complexity: {{context: low, task: mid-low, autonomy: mid-low}}\n        grounds: Seen in portfolio and interview.\n"
                      for c in chosen)
    documented = f"""documentation:
  on: {day(start, 90)}
  experiences:
    - experience: harvest
      title: The harvest day
      competences: [{", ".join(chosen)}]
      starrt:
{parts}  evidence:
{evidence}
""" if stage > 0 else ""
    assessed = f"""quality:
  on: {day(start, 95)}
  by: tutor-one
  items:
{items}
choice: {{on: {day(start, 96)}, formal: true}}

assessments:
  - on: {day(start, 120)}
    kind: first
    by: [assessor-one]
    centre: centre
    portfolio: {day(start, 110)}
    interview: {{on: {day(start, 120)}, mode: present}}
    competences:
{results}
""" if stage > 1 else ""
    left = f"exit: {{on: {day(start, 40)}, after: identification}}\n" if stage == 0 else ""
    return f"""# yaml-language-server: $schema=../../.guerdon/schemas/case-lever-up-1.json
format: case/1
case: {case}
scheme: lever-up-1
person: {person}

{banner("enrolment")}
enrolment:
  on: {day(start, -12)}
placement:
  - organisation: bench
    role: hosting
    project: {pick.choice(PROJECTS)}
    from: {day(start, 0)}
    to: {day(start, 178)}
    coordinator: luca-bianchi

awareness: {{on: {day(start, 5)}, with: [tutor-one]}}

identification:
  on: {day(start, 30)}
  with: [tutor-one]
  competences:
{claims}
{documented}{assessed}{left}"""


CHECKLIST = ["own-part-is-clear", "competences-are-told", "outcomes-are-addressed", "evidence-fits", "dates-and-places", "recent-enough",
             "authentic", "people-agreed", "others-are-protected", "readable"]


def practitioner(name, role):
    modules = "".join(f"    - {{module: {n}, on: 2023-10-0{n}, passed: true}}\n" for n in range(1, 6))
    return f"""format: practitioner/1
practitioner: {name}
name: {name.replace("-", " ").title()}
organisations: [centre]
training:
  from: 2023-10-01
  to: 2023-11-30
  hours: 20
  modules:
{modules}  blended: [2023-11-30]
badges:
  - {{badge: {role}, from: 2023-12-01, centre: centre}}
"""


CENTRE = """format: organisation/1
organisation: centre
name: Service centre
place: Torino
country: "IT"
roles: [supporting]
centre:
  - {level: local, from: 2023-01-01}
staff:
  - {id: paola-gallo, name: Paola Gallo, title: Director, signs: [{from: 2023-01-01}]}
"""


def main():
    program, count, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    mixed = sys.argv[4:] == ["mixed"]
    subprocess.run([program, "init", folder, "--organisation", "Bench", "--place", "Torino", "--country", "IT", "--coordinator", "Luca Bianchi",
                    "--member-since", "2020-01-01", "--verify", "https://certificates.example.org"] +
                   (["--scheme", "glore", "--scheme", "lever-up"] if mixed else []), check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    (folder / "people").mkdir()
    if mixed:
        (folder / "practitioners").mkdir()
        (folder / "organisations/centre.yaml").write_text(CENTRE)
        for name, role in (("tutor-one", "tutor"), ("assessor-one", "assessor")):
            (folder / f"practitioners/{name}.yaml").write_text(practitioner(name, role))
    (folder / "cases" / "2025").mkdir(parents=True)
    pick = random.Random(20260101)
    ids = set()
    while len(ids) < count:
        ids.add("".join(pick.choice(SYMBOLS) for _ in range(8)))
    for number, identity in enumerate(sorted(ids)):
        name = f"{FIRST[number % 12]} {LAST[number // 12 % 10]}"
        (folder / "people" / f"p-{identity}.yaml").write_text(
            f"format: person/1\nperson: p-{identity}\nname: {name}\nadult: true\n")
        case, person = f"2025-{identity}", f"p-{identity}"
        text = lever_up_case_text(case, person, pick, number // 2 % 3) if mixed and number % 2 else case_text(case, person, pick)
        (folder / "cases" / "2025" / f"{case}.yaml").write_text(text)


main()
