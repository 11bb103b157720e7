#!/usr/bin/env python3
"""make_workspace.py GUERDON N FOLDER: a workspace of N cases with the whole path filled in, ready to be issued.

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


def main():
    program, count, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    subprocess.run([program, "init", folder, "--organisation", "Bench", "--place", "Torino", "--country", "IT", "--coordinator", "Luca Bianchi",
                    "--member-since", "2020-01-01", "--verify", "https://certificates.example.org"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    (folder / "people").mkdir()
    (folder / "cases" / "2025").mkdir(parents=True)
    pick = random.Random(20260101)
    ids = set()
    while len(ids) < count:
        ids.add("".join(pick.choice(SYMBOLS) for _ in range(8)))
    for number, identity in enumerate(sorted(ids)):
        name = f"{FIRST[number % 12]} {LAST[number // 12 % 10]}"
        (folder / "people" / f"p-{identity}.yaml").write_text(
            f"format: person/1\nperson: p-{identity}\nname: {name}\nadult: true\n")
        (folder / "cases" / "2025" / f"2025-{identity}.yaml").write_text(case_text(f"2025-{identity}", f"p-{identity}", pick))


main()
