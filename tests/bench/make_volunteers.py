#!/usr/bin/env python3
"""make_volunteers.py GUERDON CASES.json FOLDER: the volunteers that the peers of the bench set (its gen.py), as a workspace of guerdon with a
scheme of its own, `volunteers-1`, whose page holds what theirs holds. The cases are YAML, ready for `guerdon issue --all`.

What differs from the peers' page, where a record has no such field or a design no such thing:
- the organisation's register stands before its address, as both are the `place` of an organisation (the country's name ends it, as theirs);
- the day of birth, which facts never hold, stands behind the role, in the text of the project: the same letters in another order;
- the description is the first of the `tasks`, the evidence of a competence one of the others;
- signatures belong to organisations, so that each signer has one of her own, with the role `coordinating`: it prints nothing;
- dates are written out (4 March 2024), and all are issued on one day;
- certificate ids are guerdon's; the address is as long as theirs, so that the QR code has as many cells (version 5);
- no type is smaller than 9 points, where theirs goes down to 7; the table has no upright lines (four strokes).
On top of it, the file is PDF/A-3a and PDF/UA-1, with the facts inside."""
import json
import pathlib
import subprocess
import sys

SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz"
COUNTRIES = {"Poland": "PL", "France": "FR", "Spain": "ES", "Greece": "GR", "Bulgaria": "BG", "Germany": "DE", "Czechia": "CZ", "Romania": "RO"}
ADDRESS = "https://cert.example.org/2025/volunteers-of-the-bench"

SCHEME = """format: scheme/1
scheme: volunteers
version: "1"
name: Volunteers
source: invented for guerdon's bench
scale:
{levels}sections:
  - {{section: enrolment, title: enrolment}}
  - {{section: changes, title: changes, command: change}}
  - {{section: participation, title: participation, command: participation, leads-to: [volunteering]}}
  - {{section: validation, title: validation, command: validate, leads-to: [volunteering]}}
  - {{section: waivers, title: waivers, command: waive}}
certificates:
  - {{certificate: volunteering, name: certificate of volunteering, design: volunteering.yaml, prints-skills: true}}
rules:
  placement.role: {{strength: require, gates: [volunteering], roles: [coordinating]}}
  participation.stated: {{strength: require, gates: [volunteering]}}
  validation.present: {{strength: require, gates: [volunteering]}}
  validation.count: {{strength: require, gates: [volunteering], min: 5, max: 10}}
  issue.signer: {{strength: require, gates: [volunteering]}}
  case.dates: {{strength: require, gates: [volunteering]}}
  page.printable: {{strength: require, gates: [volunteering]}}
"""

TEXT = """format: scheme-text/1
language: en
parts:
  host: "{organisation}"
  project: "{project}"
  signer: "{title}"
  coordinating: "{signer}"
  claim: "{step} – {word}"
  step: "{number} {word}"
  least-step: "{number} {word}"
  between-steps: ", "
words:
  volunteering:
    title: Certificate of Volunteering
    organisation: "{organisation}"
    address: "{place}"
    opening: This is to certify that
    sentence: "volunteered with {organisation} in {projects} from {from} to {to} for a total of {hours}."
    description: "{tasks}"
    competence-label: Competence
    level-label: Level
    evidence-label: Evidence
    competences: "{each-competence}"
    levels: "{each-claim}"
    evidence: "{each-further-task}"
    issued: "{issued-at}, {issued-on}"
    code-figure: "QR code: https://{address}/{id}"
    check: "{id}  ·  Check this certificate: https://{address}/{id}"
    page: Page {page} of {pages}
    running-head: "{title}"
    belongs: "{id}"
"""

DESIGN = """format: design/1
forms: [whole]
page:
  size: [210, 297]
  margins: {top: 16, right: 20, bottom: 0, left: 20}
fonts:
  R: {file: DejaVuSans.ttf, folder: truetype/dejavu, package: fonts-dejavu-core, baseline: 0.3462}
  B: {file: DejaVuSans-Bold.ttf, folder: truetype/dejavu, package: fonts-dejavu-core, baseline: 0.3462}
fallback: fonts.yaml
colours: {ink: "#000000", ground: "#E6E6E6"}
styles:
  organisation: {font: B, size: 11, line: 5, colour: ink}
  small: {font: R, size: 9, line: 4, colour: ink}
  title: {font: B, size: 24, line: 11, colour: ink}
  opening: {font: R, size: 11, line: 6, colour: ink}
  name: {font: B, size: 20, line: 9, colour: ink}
  lead: {font: R, size: 10.5, line: 5, colour: ink}
  body: {font: R, size: 9.5, line: 4.5, colour: ink}
  label: {font: B, size: 9, line: 3.9, colour: ink}
first-page:
  clear: 2
  foot-top: 232
  flow:
    - {block: text, words: organisation, style: organisation, top: 16}
    - {block: text, words: address, style: small, lines: 2}
    - {block: drawing, gap: 1, height: 0, colour: ink, figures: [{rectangle: [20, 0, 170, 0.21]}]}
    - {block: text, words: title, style: title, as: title, gap: 6, align: centre}
    - {block: text, words: opening, style: opening, gap: 2, align: centre}
    - {block: name, align: centre, gap: 2, style: name, latin-style: opening, steps: [{size: 20, line: 9}, {size: 20, line: 9, lines: 2}]}
    - {block: text, words: sentence, style: lead, gap: 3, lines: 6}
    - {block: text, words: description, style: body, gap: 2, lines: 6}
    - block: entries
      gap: 3
      x: 20
      width: 170
      head: competences
      text: levels
      note: evidence
      labels: {style: label, head: competence-label, text: level-label, note: evidence-label, ground: ground}
      head-style: small
      style: small
      note-style: small
      head-width: 58
      text-x: 78
      note-x: 106
      above: 1
      below: 1
      hairline: {thickness: 0.14, colour: ink}
  foot:
    - {block: text, words: issued, style: body, top: 233, width: 112}
    - {block: signers, top: 250, width: 120, columns: [20, 85], width-alone: 55, row: 16, least: 6, name-top: 1, lines: 2, name-style: label, role-style: small, rule: {thickness: 0.14, colour: ink}}
    - {block: code, figure: code-figure, top: 239, x: 160, width: 30, side: 30, large-side: 30, large-cells: 80, quiet: 0, colour: ink}
    - {block: text, words: check, style: small, top: 277, lines: 2}
next-page:
  clear: 6
  top: 42
  bottom: 262
  head:
    - {block: text, words: running-head, style: small, as: decoration, top: 23}
  flow: []
  foot: []
"""


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def symbol_id(number):
    return "".join(SYMBOLS[number >> (5 * place) & 31] for place in range(7, -1, -1))


def organisation(identity, name, place, country, role, staff=""):
    return (f"format: organisation/1\norganisation: {identity}\nname: {quoted(name)}\nplace: {quoted(place)}\ncountry: \"{country}\"\n"
            f"roles: [{role}]\nmember: [{{from: 2020-01-01}}]\n{staff}")


class Organisations:
    """Those that the cases name: files by id."""

    def __init__(self):
        self.files = {}
        self.ids = {}

    def identity(self, *named):
        return self.ids.setdefault(named, f"{named[0]}-{len(self.ids) + 1}")

    def host(self, case):
        address, country = case["organisation"]["address"].rsplit(", ", 1)
        identity = self.identity("host", case["organisation"]["register"])
        place = f"{case['organisation']['register']}  ·  {address}"
        self.files[identity] = organisation(identity, case["organisation"]["name"], place, COUNTRIES[country], "hosting")
        return identity, COUNTRIES[country]

    def signer(self, signature, place, country):
        person = self.identity("signer", signature["name"])
        identity = self.identity("office", signature["name"], place)
        staff = (f"staff:\n  - {{id: {person}, name: {quoted(signature['name'])}, title: {quoted(signature['role'])}, "
                 "signs: [{from: 2020-01-01}]}\n")
        self.files[identity] = organisation(identity, f"{signature['name']}, {place}", place, country, "coordinating", staff)
        return identity


def case_text(case, identity, organisations):
    activity = case["activity"]
    host, country = organisations.host(case)
    signers = [organisations.signer(signature, case["issued"]["place"], country) for signature in case["signatures"]]
    project = f"“{activity['title']}” as {activity['role']}, born on {case['volunteer']['born']},"
    placements = "".join(f"  - organisation: {one}\n    role: {role}\n    project: {quoted(project)}\n    from: {activity['from']}\n"
                         f"    to: {activity['to']}\n" + (f"    hours: {activity['hours']}\n" if role == "hosting" else "")
                         for one, role in [(host, "hosting")] + [(signer, "coordinating") for signer in signers])
    tasks = [activity["description"]] + [competence["evidence"] for competence in case["competences"]]
    skills = "".join(f"    - {{skill: {competence['code'].lower()}, agreed: {competence['level']}}}\n" for competence in case["competences"])
    return f"""format: case/1
case: 2025-{identity}
scheme: volunteers-1
person: p-{identity}

# ── enrolment ──────────────────────────────────────────────────────
enrolment:
  on: {activity["from"]}
placement:
{placements}
# ── changes ────────────────────────────────────────────────────────
# ── participation ──────────────────────────────────────────────────
participation:
  stated:
    on: {activity["to"]}
    tasks:
{"".join(f"      - {quoted(task)}{chr(10)}" for task in tasks)}
# ── validation ─────────────────────────────────────────────────────
validation:
  on: {activity["to"]}
  by: [{organisations.identity("signer", case["signatures"][0]["name"])}]
  volunteer: present
  skills:
{skills}
# ── waivers ────────────────────────────────────────────────────────
"""


def write_scheme(folder, cases):
    competences, levels = {}, {}
    for case in cases:
        for competence in case["competences"]:
            competences[competence["code"]] = competence["name"]
            levels[competence["level"]] = competence["label"]
    (folder / "text").mkdir(parents=True)
    steps = "".join(f"  - {{level: {number}, word: {quoted(word)}}}\n" for number, word in sorted(levels.items()))
    (folder / "scheme.yaml").write_text(SCHEME.format(levels=steps))
    skills = "".join(f"  - {{skill: {code.lower()}, group: all, name: {quoted(name)}, meaning: {quoted(name + '.')}}}\n"
                     for code, name in sorted(competences.items(), key=lambda item: int(item[0][1:])))
    (folder / "competences.yaml").write_text(
        f"format: competences/1\nversion: \"1\"\nsource: invented for guerdon's bench\ngroups: [{{group: all, name: Competences}}]\nskills:\n{skills}")
    (folder / "text/en.yaml").write_text(TEXT)
    (folder / "volunteering.yaml").write_text(DESIGN)
    (folder / "fonts.yaml").write_text((folder.parent / "glore-1/fonts.yaml").read_text())


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[3])
    cases = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    subprocess.run([program, "init", folder, "--organisation", "Bench", "--place", "Torino", "--country", "IT", "--coordinator", "Luca Bianchi",
                    "--member-since", "2020-01-01", "--verify", ADDRESS], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    settings = folder / "guerdon.yaml"
    settings.write_text(settings.read_text().replace("scheme: glore-1", "scheme: volunteers-1"))
    write_scheme(folder / "schemes/volunteers-1", cases)
    (folder / "people").mkdir()
    (folder / "cases/2025").mkdir(parents=True)
    organisations = Organisations()
    for number, case in enumerate(cases, 1):
        identity = symbol_id(number * 2654435761 % 2 ** 40)
        name = f"{case['volunteer']['given']} {case['volunteer']['family']}"
        (folder / f"people/p-{identity}.yaml").write_text(f"format: person/1\nperson: p-{identity}\nname: {quoted(name)}\nadult: true\n")
        (folder / f"cases/2025/2025-{identity}.yaml").write_text(case_text(case, identity, organisations))
    for identity, text in organisations.files.items():
        (folder / f"organisations/{identity}.yaml").write_text(text)


main()
