#include "flow/words_of.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "flow/path_words.h"
#include "model/scheme_read.h"

namespace guerdon {
namespace {

/// Fills the patterns of one certificate.
class Wording {
 public:
  Wording(const Certificate& certificate, const Scheme& scheme, const SchemeText& text, const Locale& locale)
      : c_(certificate), scheme_(scheme), text_(text), locale_(locale) {}

  std::map<std::string, std::vector<Phrase>> all(const RelatedIds& related) {
    fill_variables(related);
    for (const std::string& kind : {std::string(), c_.kind}) {
      const auto patterns = text_.patterns.find(kind);
      if (patterns == text_.patterns.end()) continue;
      if (const auto title = patterns->second.find("title"); title != patterns->second.end()) {
        variables_["title"] = expand(title->second.front(), variables_);
      }
    }
    std::map<std::string, std::vector<Phrase>> out;
    for (const std::string& kind : {std::string(), c_.kind}) {
      const auto patterns = text_.patterns.find(kind);
      if (patterns == text_.patterns.end()) continue;
      for (const auto& [name, lines] : patterns->second) {
        std::vector<Phrase> phrases = phrases_of(lines);
        if (phrases.empty()) {
          out.erase(name);
        } else {
          out[name] = std::move(phrases);
        }
      }
    }
    return out;
  }

 private:
  std::vector<Phrase> phrases_of(const std::vector<std::string>& lines) {
    std::vector<Phrase> out;
    for (const std::string& line : lines) {
      if (const auto each = each_.find(line); each != each_.end()) {
        out.insert(out.end(), each->second.begin(), each->second.end());
        continue;
      }
      Phrase phrase = expand(line, variables_);
      if (!phrase.empty()) out.push_back(std::move(phrase));
    }
    return out;
  }

  [[nodiscard]] Phrase part(const std::string& name, const Variables& variables) const {
    const auto found = text_.parts.find(name);
    return found != text_.parts.end() ? expand(found->second, variables) : Phrase{};
  }

  void set(const std::string& name, const std::string& value) { variables_[name] = plain_phrase(value); }

  /// A number by its word, by its numeral, and by its plural category.
  void set_number(const std::string& word, const std::string& numeral, int count) {
    set(word, locale_.number(count));
    set(numeral, locale_.numeral(count));
    set(word + '|', locale_.category(count));
    set(numeral + '|', locale_.category(count));
  }

  /// A date, and its day to choose by: before some numbers Italian elides.
  void set_date(const std::string& name, const std::string& text, Date date) {
    set(name, text);
    set(name + '|', std::to_string(date.day()));
  }

  /// What people wrote, in their language.
  [[nodiscard]] Phrase written(const std::string& text) const { return plain_phrase(text, c_.text_language); }

  void fill_variables(const RelatedIds& related) {
    set("id", c_.id.text);
    set("name", c_.name);
    set_date("issued-on", locale_.date(c_.issued_on), c_.issued_on);
    set("issued-at", c_.issued_at);
    const bool has_logo = !c_.organisations.empty() && !c_.organisations.front().logo.empty();
    set("logo-of", has_logo ? c_.organisations.front().name : std::string());
    if (!c_.periods.empty()) {
      set_date("from", locale_.date_before(c_.from, c_.to), c_.from);
      set_date("to", locale_.date(c_.to), c_.to);
      set("period", locale_.period(c_.from, c_.to));
      set("days", locale_.amount("days", c_.days));
    }
    set("hours", c_.hours ? locale_.amount("hours", *c_.hours) : std::string());
    set_number("count", "count-number", static_cast<int>(c_.skills.size()));
    set_number("levels-word", "steps", c_.levels);
    variables_["tasks"] = written(c_.tasks.empty() ? "" : c_.tasks.front());
    for (std::size_t i = 1; i < c_.tasks.size(); ++i)
      each_["{each-further-task}"].push_back(written(c_.tasks[i]));
    set("address", c_.verify_address.starts_with("https://") ? c_.verify_address.substr(8) : c_.verify_address);
    if (c_.statement) variables_["field"] = written(c_.statement->field);
    for (const auto& [document, id] : related) {
      if (document.competence.empty())
        set(document.kind + "-id", find_related(related, {document.kind, {}, c_.language})->text);
    }
    std::vector<Phrase> versions;
    for (const Certificate::Version& version : c_.languages)
      versions.push_back(part("version", {{"language", plain_phrase(locale_.language_name(version.language))},
                                          {"certificate", plain_phrase(version.certificate.text)}}));
    variables_["versions"] = listed(versions, locale_);
    fill_hosts();
    fill_projects();
    fill_mode();
    fill_scale();
    add_path_words({c_, text_, locale_}, variables_, each_);
  }

  void fill_hosts() {
    std::vector<Phrase> names;
    std::vector<Phrase>& hosts = each_["{each-host}"];
    for (const Certificate::Organisation& organisation : c_.organisations) {
      const bool host = organisation.role == "hosting" || organisation.role == "coordinating";
      const bool only_coordinated = std::none_of(c_.organisations.begin(), c_.organisations.end(),
                                                 [](const auto& o) { return o.role == "hosting"; });
      if (!host || (organisation.role == "coordinating" && !only_coordinated)) continue;
      if (names.empty()) set("place", organisation.place);
      names.push_back(plain_phrase(organisation.name));
      hosts.push_back(part("host", {{"organisation", names.back()}, {"place", plain_phrase(organisation.place)}}));
    }
    if (names.size() > 1) set("place", "");
    if (names.empty() && !c_.organisations.empty()) {
      set("place", c_.organisations.front().place);
      names.push_back(plain_phrase(c_.organisations.front().name));
    }
    variables_["organisation"] = listed(names, locale_);
    variables_["hosts"] = listed(hosts, locale_);
    set("hosts|", locale_.category(static_cast<int>(hosts.size())));
  }

  void fill_projects() {
    std::vector<Phrase> projects;
    std::vector<Phrase> strong;
    std::vector<std::string> seen;
    for (const Certificate::Period& period : c_.periods) {
      std::vector<Phrase>& stretches = each_["{each-period}"];
      Phrase stretch = plain_phrase(locale_.period(period.from, period.to));
      if (std::find(stretches.begin(), stretches.end(), stretch) == stretches.end())
        stretches.push_back(std::move(stretch));
      if (std::find(seen.begin(), seen.end(), period.project) != seen.end()) continue;
      seen.push_back(period.project);
      each_["{each-project}"].push_back(written(period.project));
      projects.push_back(part("project", {{"project", written(period.project)}}));
      strong.push_back(part("strong-project", {{"project", written(period.project)}}));
    }
    if (projects.size() > 1) variables_["several-projects"] = listed(projects, locale_);
    variables_["strong-projects"] = listed(strong, locale_);
    variables_["projects"] = listed(projects, locale_);
    set("projects|", locale_.category(static_cast<int>(projects.size())));
  }

  /// One word for the whole service: partly remote is hybrid.
  void fill_mode() {
    const auto is = [](const char* mode) { return [mode](const Certificate::Period& p) { return p.mode == mode; }; };
    if (std::all_of(c_.periods.begin(), c_.periods.end(), is(""))) return;
    const bool remote = std::all_of(c_.periods.begin(), c_.periods.end(), is("remote"));
    variables_["mode"] = part(remote ? "remote" : "hybrid", {});
  }

  void fill_scale() {
    std::vector<Phrase> steps;
    for (const Level& level : scheme_.scale.levels) {
      const Variables step{{"number", plain_phrase(std::to_string(level.number))},
                           {"word", plain_phrase(level_word(scheme_, text_, level.number))}};
      steps.push_back(part(level.number == c_.least_level ? "least-step" : "step", step));
    }
    const std::string between = plain(part("between-steps", {}));
    variables_["scale"] = joined(steps, between, between);
  }

  const Certificate& c_;
  const Scheme& scheme_;
  const SchemeText& text_;
  const Locale& locale_;
  Variables variables_;
  EachWords each_{{"{each-host}", {}}, {"{each-project}", {}}, {"{each-period}", {}}, {"{each-further-task}", {}}};
};

}  // namespace

const CertificateId* find_related(const RelatedIds& related, const Document& wanted) {
  if (const auto own = related.find(wanted); own != related.end()) return &own->second;
  const auto other = std::find_if(related.begin(), related.end(), [&](const auto& entry) {
    return entry.first.kind == wanted.kind && entry.first.competence == wanted.competence;
  });
  return other == related.end() ? nullptr : &other->second;
}

const SchemeText& text_in(const Scheme& scheme, const std::string& language) {
  const auto text = scheme.texts.find(language);
  if (text != scheme.texts.end()) return text->second;
  throw Error(Failure::refused, fmt::format("{} has no words in the language `{}`", scheme.id, sanitized(language)),
              fmt::format("it has {}; another is one file more: {}/text/{}.yaml", joined_or(text_languages(scheme)),
                          scheme.folder, sanitized(language)));
}

std::string titled(const std::string& title, const std::string& organisation, const SchemeText& text) {
  const auto part = text.parts.find("signer");
  if (part == text.parts.end()) return title + ", " + organisation;
  return plain(expand(part->second, {{"title", plain_phrase(title)}, {"organisation", plain_phrase(organisation)}}));
}

std::string level_word(const Scheme& scheme, const SchemeText& text, int level) {
  if (const auto own = text.levels.find(level); own != text.levels.end()) return own->second;
  const Level* step = scheme.scale.find(level);
  return step != nullptr ? step->word : std::to_string(level);
}

std::map<std::string, std::vector<Phrase>> words_of(const Certificate& certificate, const Scheme& scheme,
                                                    const SchemeText& text, const Locale& locale,
                                                    const RelatedIds& related) {
  return Wording(certificate, scheme, text, locale).all(related);
}

}  // namespace guerdon
