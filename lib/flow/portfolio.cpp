#include "flow/portfolio.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "flow/certify.h"
#include "flow/certify_path.h"
#include "flow/words_of.h"
#include "model/words.h"
#include "process/step_command.h"
#include "store/load.h"

namespace guerdon {
namespace {

/// The words of a portfolio that are not of its first page.
class Telling {
 public:
  Telling(const Scheme& scheme, const World& world, const SchemeText& text, const Locale& locale)
      : scheme_(scheme), world_(world), text_(text), locale_(locale) {}

  [[nodiscard]] Portfolio::Story story(const Experience& experience) const {
    Portfolio::Story out{experience.title.value, {}, {}};
    Variables variables{{"competences", skills(experience.competences)}};
    if (experience.organisation) {
      const Organisation* organisation = world_.find_organisation(experience.organisation->value);
      variables["organisation"] = {
          {organisation != nullptr ? organisation->name.value : experience.organisation->value, Emphasis::none}};
    }
    out.about = part("about-story", variables);
    for (std::size_t i = 0; i < starrt_parts.size(); ++i) {
      if (!experience.told[i]) continue;
      out.parts.push_back(
          {part("starrt-" + std::string(starrt_parts[i]), {}), paragraphs_of(experience.told[i]->value)});
    }
    return out;
  }

  [[nodiscard]] Portfolio::Exhibit exhibit(const Evidence& evidence, std::size_t number) const {
    std::string kind = evidence.kind.value;
    for (const Framework::Group& known : scheme_.framework.evidence) {
      if (known.id == evidence.kind.value) kind = text_.evidence_name(known);
    }
    return {std::to_string(number), evidence.title.value,
            part("about-evidence", {{"kind", {{kind, Emphasis::none}}}, {"competences", skills(evidence.competences)}}),
            evidence.file.value, part("digest", {{"digest", {{evidence.sha256.value, Emphasis::none}}}})};
  }

 private:
  [[nodiscard]] Phrase skills(const std::vector<Located<std::string>>& ids) const {
    std::vector<Phrase> names;
    for (const Located<std::string>& id : ids) {
      const Skill* skill = scheme_.framework.find(id.value);
      names.push_back(plain_phrase(skill != nullptr ? text_.skill(*skill).name : id.value));
    }
    return listed(names, locale_);
  }

  [[nodiscard]] std::string part(const std::string& name, const Variables& variables) const {
    const auto found = text_.parts.find(name);
    return found != text_.parts.end() ? plain(expand(found->second, variables)) : std::string();
  }

  const Scheme& scheme_;
  const World& world_;
  const SchemeText& text_;
  const Locale& locale_;
};

}  // namespace

Portfolio portfolio_of(const Case& record, const Scheme& scheme, const World& world, const SchemeText& text,
                       const Locale& locale) {
  Portfolio out;
  if (!record.documentation) return out;
  const Telling telling(scheme, world, text, locale);
  for (const Experience& experience : record.documentation->experiences)
    out.stories.push_back(telling.story(experience));
  for (const Evidence& evidence : record.documentation->evidence)
    out.exhibits.push_back(telling.exhibit(evidence, out.exhibits.size() + 1));
  return out;
}

std::optional<std::string> portfolio_pdf(const Root& root, const Case& record, const World& world, const Locale& locale,
                                         const std::string& language, const PressRoom& room, Diagnostics& findings) {
  const Scheme& scheme = world.schemes.find(record.scheme.value)->second;
  const DocumentKind* kind = scheme.find_document("portfolio");
  if (kind == nullptr) {
    throw Error(Failure::refused, fmt::format("{} makes no portfolios", scheme.id),
                "a scheme that does lists `document: portfolio`, as lever-up-1 does");
  }
  const SchemeText& text = text_in(scheme, language);
  if (!record.documentation || record.documentation->experiences.empty()) {
    throw Error(Failure::refused, Diagnostic{Severity::error,
                                             "path.order",
                                             {record.path, record.section("documentation")},
                                             fmt::format("nothing is documented in {} yet", record.id.value.text),
                                             step_command(record, "step documentation")});
  }
  Certificate cover;
  cover.kind = kind->id;
  cover.scheme = scheme.id;
  cover.case_id = record.id.value;
  cover.person = record.person.value;
  cover.language = language;
  const std::string written = record.language ? record.language->value : load_workspace(root).language.value;
  if (written != language) cover.text_language = written;
  cover.issued_on = record.documentation->on.value;
  if (const Person* person = world.find_person(record.person.value.text)) add_names(*person, cover);
  const FactSources from{record, scheme, world, locale, text};
  const CertificateKind as_document{.id = kind->id,
                                    .name = kind->name,
                                    .design = kind->design,
                                    .needs_section = {},
                                    .after = "documentation",
                                    .signed_by = SignedBy::tutor};
  const Date on = record.quality ? record.quality->on.value : cover.issued_on;
  const IssueRequest request{.kind = kind->id, .on = on, .together = {}, .signers = {}};
  add_path_facts(from, as_document, request, {}, cover);
  cover.words = words_of(cover, scheme, text, locale, {});
  Press press(root, room);
  return press.portfolio(cover, portfolio_of(record, scheme, world, text, locale), scheme.folder, kind->design,
                         {record.path, record.documentation->place}, findings);
}

}  // namespace guerdon
