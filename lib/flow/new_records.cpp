#include "flow/new_records.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "flow/find_case.h"
#include "model/case_read.h"
#include "model/person_read.h"
#include "model/scheme_version.h"
#include "process/judge.h"
#include "yaml/edit.h"
#include "yaml/emit.h"
#include "yaml/parse.h"
#include "yaml/reader.h"

namespace guerdon {
namespace {

class Maker {
 public:
  Maker(const Arrival& arrival, const Workspace& workspace, const World& world, Date on, const Random& random)
      : arrival_(arrival), workspace_(workspace), world_(world), on_(on), random_(random) {}

  NewRecords make() {
    on_ = Date::parse(value("on")).value_or(on_);
    do {
      out_.case_id = CaseId::make(on_.year(), random_);
    } while (world_.case_paths.contains(out_.case_id.text));
    out_.case_path = fmt::format("cases/{}/{}.yaml", out_.case_id.year(), out_.case_id.text);
    check_enrolment_day();
    take_person();
    const Scheme* scheme = find_scheme();
    if (scheme == nullptr) return std::move(out_);
    for (const char* needed : {"project", "from", "to"}) {
      if (value(needed).empty())
        fail(needed, fmt::format("the enrolment needs `{}`", needed),
             fmt::format("add --{}, or the column `{}`", needed, needed));
    }
    out_.case_text = case_text(out_.case_id, out_.person_id, *scheme, enrolment() + placement());
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string value(std::string_view column) const {
    const auto found = arrival_.find(column);
    return found != arrival_.end() ? found->second.value : std::string();
  }

  [[nodiscard]] yaml::Node plain_or_null(std::string_view column) const {
    const std::string text = value(column);
    return text.empty() ? yaml::Node{} : yaml::bare(text);
  }

  [[nodiscard]] yaml::Node text_or_null(std::string_view column) const {
    const std::string text = value(column);
    return text.empty() ? yaml::Node{} : yaml::text(text);
  }

  /// A date, a number or an id goes into the file as it was given; what it is not, the reader of the file will say.
  [[nodiscard]] yaml::Node word_or_null(std::string_view column) const {
    const std::string text = value(column);
    const bool plain = text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
    return plain ? plain_or_null(column) : yaml::quoted(text);
  }

  void fail(std::string_view column, std::string message, std::string hint) {
    const auto found = arrival_.find(column);
    out_.findings.error("enroll", {out_.case_path, found != arrival_.end() ? found->second.place : Place{}},
                        std::move(message), std::move(hint));
  }

  /// The scheme that the arrival names, else that of new cases; one that is not there is reported.
  const Scheme* find_scheme() {
    const std::string named = value("scheme");
    const std::string& usual = workspace_.scheme.value;
    if (const Scheme* found = find_version(world_.schemes, named.empty() ? usual : named)) return found;
    if (named.empty()) {
      fail("scheme", fmt::format("the scheme `{}` of guerdon.yaml is not in this workspace", usual),
           "its folder would be schemes/" + usual);
      return nullptr;
    }
    std::vector<std::string> known;
    for (const auto& [id, scheme] : world_.schemes)
      known.push_back(id);
    fail("scheme", fmt::format("there is no scheme `{}` in this workspace", sanitized(named)),
         known.empty() ? "" : "it has " + joined_or(known));
    return nullptr;
  }

  void check_enrolment_day() {
    const std::string on = value("on");
    if (!on.empty() && !Date::parse(on))
      fail("on", fmt::format("`{}` is not a date", sanitized(on)), yaml::date_hint(on));
  }

  /// The people on record whose name holds these words: "p-8h2m4c9w (Anaïs Lefèvre), p-…"; empty when none does.
  [[nodiscard]] std::string people_named(const std::string& words) const {
    constexpr std::size_t most = 5;
    std::string out;
    std::size_t count = 0;
    for (const auto& [id, person] : world_.people) {
      if (!has_words(person.name.value, words) && !(person.latin && has_words(person.latin->value, words))) continue;
      if (++count <= most) out += fmt::format("{}{} ({})", count > 1 ? ", " : "", id, sanitized(person.name.value));
    }
    return count > most ? fmt::format("{} and {} more", out, count - most) : out;
  }

  void take_person() {
    const std::string known = value("person");
    if (!known.empty()) {
      const Person* person = world_.find_person(known);
      if (person == nullptr) {
        const std::string named = people_named(known);
        fail("person", fmt::format("there is no person `{}`", sanitized(known)),
             named.empty() ? "name the volunteer instead, and a new person is made"
                           : "a person is named by an id: " + named);
        return;
      }
      out_.person_id = person->id.value;
      out_.person_name = person->name.value;
      out_.person_path = person->path;
      return;
    }
    out_.person_name = value("name");
    if (out_.person_name.empty())
      fail("name", "the enrolment needs the volunteer's name",
           "give it first, or name a person on record with --person");
    do {
      out_.person_id = PersonId::make(random_);
    } while (world_.people.contains(out_.person_id.text));
    out_.person_path = fmt::format("people/{}.yaml", out_.person_id.text);
    const yaml::Node adult = value("adult").empty() ? yaml::Node{} : yaml::bare(value("adult"));
    out_.person_text = "# yaml-language-server: $schema=../.guerdon/schemas/person-1.json\n" +
                       yaml::emit(yaml::block({{"format", yaml::bare("person/1")},
                                               {"person", yaml::bare(out_.person_id.text)},
                                               {"name", yaml::text(out_.person_name)},
                                               {"latin", text_or_null("latin")},
                                               {"born", word_or_null("born")},
                                               {"adult", adult},
                                               {"email", text_or_null("email")}}),
                                  0);
  }

  [[nodiscard]] std::string enrolment() const {
    return yaml::emit_entry(
        "enrolment", yaml::block({{"on", yaml::bare(on_.to_string())}, {"introduced", word_or_null("introduced")}}), 0);
  }

  [[nodiscard]] std::string placement() const {
    const std::string organisation =
        value("organisation").empty() ? workspace_.organisation.value : value("organisation");
    const Organisation* host = world_.find_organisation(organisation);
    const std::string role = host != nullptr && !host->roles.empty() ? host->roles.front().value : "hosting";
    const std::string country = !value("country").empty() || host == nullptr ? value("country") : host->country;
    yaml::Node block = yaml::block({{"organisation", yaml::text(organisation)},
                                    {"role", yaml::bare(role)},
                                    {"project", text_or_null("project")},
                                    {"country", country.empty() ? yaml::Node{} : yaml::quoted(country)},
                                    {"from", word_or_null("from")},
                                    {"to", word_or_null("to")},
                                    {"hours", word_or_null("hours")},
                                    {"coordinator", coordinator_of(host)}});
    return yaml::emit_entry("placement", yaml::list({std::move(block)}), 0);
  }

  /// Who coordinates where nobody is named: the one coordinator of the organisation, if there is one.
  [[nodiscard]] yaml::Node coordinator_of(const Organisation* host) const {
    if (!value("coordinator").empty() || host == nullptr) return text_or_null("coordinator");
    std::vector<std::string> coordinators;
    for (const Staff& staff : host->staff) {
      if (staff.coordinates) coordinators.push_back(staff.id.value);
    }
    return coordinators.size() == 1 ? yaml::text(coordinators.front()) : yaml::Node{};
  }

  const Arrival& arrival_;
  const Workspace& workspace_;
  const World& world_;
  Date on_;
  const Random& random_;
  NewRecords out_;
};

/// The key on a line of a new record.
std::string key_on_line(std::string_view text, std::uint32_t line) {
  for (std::uint32_t at = 1; at < line; ++at)
    text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  text = text.substr(0, text.find('\n'));
  const std::size_t begin = std::min(text.find_first_not_of(" -"), text.size());
  return std::string(text.substr(begin, text.find(':', begin) - begin));
}

}  // namespace

std::string scheme_id(const std::string& name, const World& world) {
  const Scheme* scheme = find_version(world.schemes, name);
  return scheme != nullptr ? scheme->id : name;
}

std::string case_text(const CaseId& id, const PersonId& person, const Scheme& scheme,
                      const std::string& enrolment_and_placement) {
  std::string out = fmt::format("# yaml-language-server: $schema=../../.guerdon/schemas/case-{}.json\n", scheme.id);
  out += fmt::format("format: case/1\ncase: {}\nscheme: {}\nperson: {}\n\n", id.text, scheme.id, person.text);
  for (const Section& section : scheme.sections) {
    out += yaml::banner(section.title) + '\n';
    if (section.key == "enrolment") out += enrolment_and_placement + '\n';
  }
  return out;
}

Diagnostics findings_of(const NewRecords& made, World& world) {
  Diagnostics findings;
  if (!made.person_text.empty()) {
    const auto document = yaml::parse(made.person_path, made.person_text, findings);
    auto person = document ? read_person(*document, findings) : std::nullopt;
    if (person) world.people[made.person_id.text] = std::move(*person);
  }
  const auto document = yaml::parse(made.case_path, made.case_text, findings);
  const auto record = document ? read_case(*document, world.schemes, findings) : std::nullopt;
  if (!record || findings.has_errors()) return findings;
  const auto scheme = world.schemes.find(record->scheme.value);
  if (scheme != world.schemes.end()) findings.append(judge_record(*record, scheme->second, world).findings);
  return findings;
}

std::string column_at(const NewRecords& made, const Location& where) {
  const bool of_person = where.path == made.person_path;
  if ((!of_person && where.path != made.case_path) || where.place.line == 0) return {};
  std::string key = key_on_line(of_person ? made.person_text : made.case_text, where.place.line);
  const auto& columns = arrival_columns();
  return std::find(columns.begin(), columns.end(), key) != columns.end() ? key : std::string();
}

NewRecords make_records(const Arrival& arrival, const Workspace& workspace, const World& world, Date on,
                        const Random& random) {
  return Maker(arrival, workspace, world, on, random).make();
}

}  // namespace guerdon
