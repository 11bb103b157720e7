#include "process/sample.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/case_read.h"
#include "model/organisation_read.h"
#include "model/person_read.h"
#include "model/practitioner_read.h"
#include "model/scheme_read.h"
#include "model/service.h"
#include "process/assessing.h"
#include "process/signing.h"
#include "yaml/parse.h"

namespace guerdon::test {
namespace {

namespace fs = std::filesystem;

Files files_below(const std::string& folder) {
  Files out;
  const fs::path root = fs::path(GUERDON_SOURCE_DIR) / folder;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), root).generic_string();
    out[name] = source_file(folder + '/' + name);
  }
  return out;
}

template <class Read>
auto read_all(const std::string& path, const std::string& text, Read read) {
  Diagnostics findings;
  const auto document = yaml::parse(path, text, findings);
  REQUIRE_MESSAGE(document.has_value(), listed(findings));
  auto value = read(*document, findings);
  REQUIRE_MESSAGE(findings.empty(), listed(findings));
  return *value;
}

/// A scheme as templates/ has it; a design that is not there yet prints nothing.
Scheme scheme_of(const std::string& name, std::initializer_list<const char*> designs) {
  Files files = files_below("templates/" + name);
  for (const char* design : designs)
    files.try_emplace(design, "format: design/1\n");
  Diagnostics findings;
  const auto read = read_scheme("schemes/" + name + "-1", files, findings);
  REQUIRE_MESSAGE((read.has_value() && findings.empty()), listed(findings));
  return *read;
}

/// What a service centre or a tutor states.
void add_path(const CertificateKind& form, const Sample& sample, Certificate& out) {
  if (!form.prints_skills) return;
  if (form.signed_by == SignedBy::tutor) {
    for (const Identification::Claim& claim : sample.record.identification->competences)
      out.skills.push_back({claim.competence.value, {}, {}, claim.level ? claim.level->value : 0, {}});
    return;
  }
  for (const HeldResult& held : results_that_hold(sample.record, sample.world.today)) {
    const Assessment::Complexity& complexity = *held.result->complexity;
    Certificate::Skill skill{held.result->competence.value, {}, {}, held.result->level->value, {}};
    skill.complexity = {complexity.context.value, complexity.task.value, complexity.autonomy.value};
    if (form.each_competence) out.competence = skill.id;
    out.skills.push_back(std::move(skill));
  }
}

}  // namespace

std::string source_file(const std::string& path) {
  std::ifstream in(fs::path(GUERDON_SOURCE_DIR) / path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Files& base_files() {
  static const Files files = files_below("tests/rules/base");
  return files;
}

const Files& lever_up_files() {
  static const Files files = files_below("tests/rules/lever-up");
  return files;
}

const Scheme& glore() {
  static const Scheme scheme = scheme_of("glore", {"participation.yaml", "soft-skills.yaml", "statement.yaml"});
  return scheme;
}

const Scheme& lever_up() {
  static const Scheme scheme = scheme_of("lever-up", {});
  return scheme;
}

Sample::Sample(const Files& files, const Scheme& version) {
  world.today = *Date::parse("2026-08-29");
  world.schemes[version.id] = version;
  for (const auto& [path, text] : files) {
    if (path.starts_with("organisations/")) {
      const auto read = read_all(path, text, read_organisation);
      world.organisations[read.id.value] = read;
    } else if (path.starts_with("people/")) {
      const auto read = read_all(path, text, read_person);
      world.people[read.id.value.text] = read;
    } else if (path.starts_with("practitioners/")) {
      const auto read = read_all(path, text, read_practitioner);
      world.practitioners[read.id.value] = read;
    }
  }
  record = read_all("cases/2026/2026-7kq3h2xd.yaml", files.at("case.yaml"),
                    [&](const yaml::Document& document, Diagnostics& findings) {
                      return read_case(document, world.schemes, findings);
                    });
  world.case_paths.emplace(record.id.value.text, record.path);
}

IssueRequest Sample::request(std::string kind) const {
  std::vector<std::string> together;
  for (const CertificateKind& form : scheme().certificates) {
    if (form.needs_section.empty()) together.push_back(form.id);
  }
  const CertificateKind* form = scheme().find_certificate(kind);
  IssueRequest out{.kind = std::move(kind), .on = world.today, .together = std::move(together), .signers = {}};
  out.signers = form != nullptr && form->signed_by != SignedBy::organisations
                    ? usual_signers(record, scheme(), world, out)
                    : std::vector<std::string>{"luca-bianchi"};
  return out;
}

Certificate Sample::certificate(const std::string& kind) const {
  Certificate out;
  out.id.text = "7KQ3-HX2M-9DPA-4TZB";
  out.kind = kind;
  out.scheme = scheme().id;
  out.case_id = record.id.value;
  out.person = record.person.value;
  out.name = world.find_person(out.person.text)->name.value;
  out.issued_on = world.today;
  const CertificateKind& form = *scheme().find_certificate(kind);
  out.design.file = form.design;
  out.design.sha256 = scheme().file_digests.at(form.design);
  if (form.signed_by != SignedBy::organisations) {
    add_path(form, *this, out);
    return out;
  }
  const Service service = *service_of(record);
  out.from = service.first;
  out.to = service.last;
  out.days = service.days;
  out.hours = service.hours;
  for (const Placement& placement : record.placements) {
    const Organisation* organisation = world.find_organisation(placement.organisation.value);
    out.organisations.push_back(
        {organisation->id.value, organisation->name.value, organisation->place, placement.role.value});
    out.periods.push_back(
        {organisation->id.value, placement.project.value, placement.from.value, placement.to.value, std::nullopt, {}});
  }
  for (const auto& task : record.participation->stated->tasks)
    out.tasks.push_back(task.value);
  if (form.prints_skills) {
    for (const auto& agreement : record.validation->skills) {
      if (agreement.agreed) out.skills.push_back({agreement.skill.value, {}, {}, agreement.agreed->value, {}});
    }
  }
  if (form.needs_section == "statement") {
    const Staff* professional = world.find_staff(record.statement->professional->value).staff;
    out.statement = {record.statement->field->value, {record.statement->text->value}, professional->name.value, {}};
  }
  return out;
}

std::string listed(const Diagnostics& findings) {
  std::string out;
  for (const Diagnostic& d : findings.items()) {
    out +=
        fmt::format("{}:{}: {}: {} [{}]\n", d.where.path, d.where.place.line, to_string(d.severity), d.message, d.rule);
  }
  return out;
}

std::string messages(const Diagnostics& findings, std::string_view rule) {
  std::string out;
  for (const Diagnostic& d : findings.items()) {
    if (d.rule == rule) out += d.message + '\n';
  }
  return out;
}

}  // namespace guerdon::test
