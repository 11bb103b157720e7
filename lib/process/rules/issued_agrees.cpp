#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/service.h"
#include "process/assessing.h"
#include "process/certificates.h"
#include "process/parties.h"
#include "process/rules/all.h"
#include "process/window.h"

namespace guerdon {
namespace {

/// What one certificate states, held against the case.
class Comparison {
 public:
  Comparison(const Inquiry& inquiry, const Certificate& certificate) : inquiry_(inquiry), certificate_(certificate) {}

  template <class T>
  void compare(Place place, std::string_view what, const T& stated, const T& now) {
    if (stated == now) return;
    differs(place, fmt::format("states {} {}, the case says {}", what, stated, now));
  }

  void differs(Place place, std::string how) { facts_.push_back({place, std::move(how)}); }

  void differs_in_name(Place place, std::string how) { names_.push_back({place, std::move(how)}); }

  /// Objects to every difference, once all are known: they share one replacement, and so one reason.
  void tell() const {
    const std::string_view reason = facts_.empty() ? "corrected-name" : "corrected-facts";
    for (const auto* differences : {&names_, &facts_}) {
      for (const auto& [place, how] : *differences)
        inquiry_.object(place, fmt::format("certificate {} {}", certificate_.id.text, how),
                        fmt::format("mend the {}; a certificate that is wrong is never edited: guerdon replace {} "
                                    "--because {} --by ID",
                                    differences == &names_ ? "name" : "case", certificate_.id.text, reason));
    }
  }

 private:
  struct Difference {
    Place place;
    std::string how;
  };

  const Inquiry& inquiry_;
  const Certificate& certificate_;
  std::vector<Difference> names_;
  std::vector<Difference> facts_;
};

std::string hours_text(const std::optional<int>& hours) { return hours ? fmt::format("{}", *hours) : "none"; }

void compare_service(const Inquiry& inquiry, const Certificate& certificate, Comparison& with) {
  const auto service = service_of(inquiry.record);
  if (!service || certificate.periods.empty()) return;
  const Place place = inquiry.record.placements[service->periods.front().placement].place;
  with.compare(place, "the first day", certificate.from.to_string(), service->first.to_string());
  with.compare(place, "the last day", certificate.to.to_string(), service->last.to_string());
  with.compare(place, "days of service:", certificate.days, days_that_count(*service, inquiry.scheme));
  with.compare(place, "hours:", hours_text(certificate.hours), hours_text(service->hours));
  with.compare(place, "periods:", certificate.periods.size(), service->periods.size());
}

void compare_skills(const Inquiry& inquiry, const Certificate& certificate, Comparison& with) {
  if (!inquiry.record.validation) {
    with.differs(inquiry.record.section("validation"), "states skills, the case has no validation");
    return;
  }
  const auto stated = [&](const std::string& id) {
    const auto it = std::find_if(certificate.skills.begin(), certificate.skills.end(),
                                 [&](const auto& skill) { return skill.id == id; });
    return it == certificate.skills.end() ? 0 : it->level;
  };
  std::vector<std::string> agreed;
  for (const Validation::Agreement& agreement : inquiry.record.validation->skills) {
    const bool kept = agreement.agreed && !agreement.left_out;
    if (kept) agreed.push_back(agreement.skill.value);
    const int now = kept ? agreement.agreed->value : 0;
    const int then = stated(agreement.skill.value);
    if (then == now) continue;
    with.differs(agreement.place,
                 then == 0  ? fmt::format("does not state {}, which is agreed at {}", agreement.skill.value, now)
                 : now == 0 ? fmt::format("states {}, which is left out", agreement.skill.value)
                            : fmt::format("states {} at {}, the case says {}", agreement.skill.value, then, now));
  }
  for (const Certificate::Skill& skill : certificate.skills) {
    const auto& all = inquiry.record.validation->skills;
    const auto is_it = [&](const Validation::Agreement& agreement) { return agreement.skill.value == skill.id; };
    if (std::none_of(all.begin(), all.end(), is_it)) {
      with.differs(inquiry.record.section("validation"), fmt::format("states {}, which was not validated", skill.id));
    }
  }
}

/// "the appeal of 2026-08-01"
std::string called(const Assessment& assessment) {
  const std::string_view what = assessment.kind.value == "appeal"           ? "appeal"
                                : assessment.kind.value == "second-opinion" ? "second opinion"
                                                                            : "assessment";
  return fmt::format("the {} of {}", what, assessment.on.value.to_string());
}

const HeldResult* find_result(const std::vector<HeldResult>& held, const std::string& competence) {
  const auto found = std::find_if(held.begin(), held.end(),
                                  [&](const HeldResult& one) { return one.result->competence.value == competence; });
  return found == held.end() ? nullptr : &*found;
}

/// What the assessments that held on the day of issue say now; and, as a warning only, what a later one found.
void compare_results(const Inquiry& inquiry, const Certificate& certificate, Comparison& with) {
  const auto then = results_that_hold(inquiry.record, certificate.issued_on);
  const auto now = results_that_hold(inquiry.record, inquiry.world.today);
  for (const Certificate::Skill& stated : certificate.skills) {
    const HeldResult* held = find_result(then, stated.id);
    if (held == nullptr || !held->result->level) {
      with.differs(inquiry.record.section("assessments"), fmt::format("states {}, which was not assessed by {}",
                                                                      stated.id, certificate.issued_on.to_string()));
      continue;
    }
    const Assessment::Result& result = *held->result;
    if (result.level->value != stated.level) {
      with.differs(result.place, fmt::format("states {} at {}, {} says {}", stated.id, stated.level,
                                             called(*held->assessment), result.level->value));
    } else if (!same_complexity(stated, result)) {
      with.differs(result.place,
                   fmt::format("states another complexity of {} than {}", stated.id, called(*held->assessment)));
    }
    const HeldResult* later = find_result(now, stated.id);
    if (later == nullptr || later->result == held->result || !later->result->level ||
        later->result->level->value == result.level->value)
      continue;
    inquiry.advise({inquiry.record.path, later->result->place},
                   fmt::format("certificate {} states {} at {}, {} found {}", certificate.id.text, stated.id,
                               stated.level, called(*later->assessment), later->result->level->value),
                   "it was right on its day and stays genuine; who relies on it should be told of the later result");
  }
}

/// What the candidate claimed, which a statement of it repeats.
void compare_claims(const Inquiry& inquiry, const Certificate& certificate, Comparison& with) {
  const auto& identification = inquiry.record.identification;
  for (const Certificate::Skill& stated : certificate.skills) {
    const Identification::Claim* claim = nullptr;
    for (std::size_t i = 0; identification && i < identification->competences.size(); ++i) {
      if (identification->competences[i].competence.value == stated.id) claim = &identification->competences[i];
    }
    if (claim == nullptr) {
      with.differs(inquiry.record.section("identification"),
                   fmt::format("states {}, which the candidate did not name", stated.id));
    } else {
      with.compare(claim->place, stated.id + " at", stated.level, claim->level ? claim->level->value : 0);
    }
  }
}

void compare_tasks(const Inquiry& inquiry, const Certificate& certificate, Comparison& with) {
  const auto& participation = inquiry.record.participation;
  if (certificate.tasks.empty() || !participation || !participation->stated) return;
  const auto& tasks = participation->stated->tasks;
  const bool same = std::equal(tasks.begin(), tasks.end(), certificate.tasks.begin(), certificate.tasks.end(),
                               [](const auto& now, const std::string& then) { return now.value == then; });
  if (!same) with.differs(participation->stated->place, "states other tasks than the case");
}

void compare_statement(const Inquiry& inquiry, const Certificate& certificate, Comparison& with) {
  if (!certificate.statement) return;
  const Certificate::Statement& stated = *certificate.statement;
  const Case& record = inquiry.record;
  if (!record.statement || !record.statement->field || !record.statement->text) {
    with.differs(record.section("statement"), "states professional work, the case has no statement of it");
    return;
  }
  const Statement& now = *record.statement;
  with.compare(now.field->place, "the field", sanitized(stated.field), sanitized(now.field->value));
  if (stated.paragraphs != paragraphs_of(now.text->value))
    with.differs(now.text->place, "states another text than the case");
  if (!now.professional) return;
  const Staff* staff = find_staff(record, inquiry.world, now.professional->value).staff;
  if (staff != nullptr && staff->name.value != stated.professional)
    with.differs(now.professional->place, fmt::format("states another professional than {}", now.professional->value));
}

void compare_person(const Inquiry& inquiry, const Certificate& certificate, Comparison& with) {
  with.compare(inquiry.record.person.place, "person", certificate.person.text, inquiry.record.person.value.text);
  const Person* person = inquiry.world.find_person(certificate.person.text);
  if (person == nullptr || certificate.name == person->name.value ||
      (person->latin && certificate.name == person->latin->value))
    return;
  with.differs_in_name(inquiry.record.person.place, fmt::format("states another name than {}", person->path));
}

void compare_organisations(const Inquiry& inquiry, const Certificate& certificate, Comparison& with) {
  for (const Certificate::Organisation& stated : certificate.organisations) {
    const Organisation* organisation = inquiry.world.find_organisation(stated.id);
    if (organisation == nullptr || organisation->name_on(certificate.issued_on) == stated.name) continue;
    with.differs(inquiry.record.section("enrolment"), fmt::format("states another name of {} than it had on {}",
                                                                  stated.id, certificate.issued_on.to_string()));
  }
}

void check(const Inquiry& inquiry) {
  for (const Issued* issued : issued_of(inquiry.record, inquiry.world)) {
    const Certificate& certificate = issued->certificate;
    Comparison with(inquiry, certificate);
    compare_person(inquiry, certificate, with);
    compare_organisations(inquiry, certificate, with);
    compare_service(inquiry, certificate, with);
    compare_tasks(inquiry, certificate, with);
    compare_statement(inquiry, certificate, with);
    const CertificateKind* kind = inquiry.scheme.find_certificate(certificate.kind);
    if (kind != nullptr && kind->prints_skills) {
      if (kind->signed_by == SignedBy::organisations) compare_skills(inquiry, certificate, with);
      if (kind->signed_by == SignedBy::centre) compare_results(inquiry, certificate, with);
      if (kind->signed_by == SignedBy::tutor) compare_claims(inquiry, certificate, with);
    }
    with.tell();
  }
}

}  // namespace

constinit const Rule issued_agrees_rule{
    .id = "issued.agrees",
    .sentence = "What an issued certificate states still agrees with the case.",
    .why =
        "Our decision: a correction after issue needs a new certificate that names the old one. A later new name of an "
        "organisation is no difference: the page says how it was called on the day. Nor does a later appeal make a "
        "certificate wrong, but it is told.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
