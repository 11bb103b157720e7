#include "flow/words_of.h"

#include <algorithm>

#include "flow/path_words.h"

namespace guerdon {
namespace {

Phrase plain_phrase(const std::string& text) { return text.empty() ? Phrase{} : Phrase{{text, Emphasis::none}}; }

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

  void fill_variables(const RelatedIds& related) {
    set("id", c_.id.text);
    set("name", c_.name);
    set("issued-on", locale_.date(c_.issued_on));
    set("issued-at", c_.issued_at);
    if (!c_.periods.empty()) {
      set("from", locale_.date_before(c_.from, c_.to));
      set("to", locale_.date(c_.to));
      set("period", locale_.period(c_.from, c_.to));
      set("days", locale_.amount("days", c_.days));
    }
    set("hours", c_.hours ? locale_.amount("hours", *c_.hours) : std::string());
    set("count", locale_.number(static_cast<int>(c_.skills.size())));
    set("levels-word", locale_.number(c_.levels));
    set("steps", std::to_string(c_.levels));
    set("tasks", c_.tasks.empty() ? "" : c_.tasks.front());
    set("address", c_.verify_address.starts_with("https://") ? c_.verify_address.substr(8) : c_.verify_address);
    if (c_.statement) set("field", c_.statement->field);
    for (const auto& [document, id] : related) {
      if (document.competence.empty()) set(document.kind + "-id", id.text);
    }
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
    variables_["organisation"] = joined(names, locale_.list_between, locale_.list_last);
    variables_["hosts"] = joined(hosts, locale_.list_between, locale_.list_last);
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
      each_["{each-project}"].push_back(plain_phrase(period.project));
      projects.push_back(part("project", {{"project", plain_phrase(period.project)}}));
      strong.push_back(part("strong-project", {{"project", plain_phrase(period.project)}}));
    }
    if (projects.size() > 1) variables_["several-projects"] = joined(projects, locale_.list_between, locale_.list_last);
    variables_["strong-projects"] = joined(strong, locale_.list_between, locale_.list_last);
    variables_["projects"] = joined(projects, locale_.list_between, locale_.list_last);
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
  EachWords each_{{"{each-host}", {}}, {"{each-project}", {}}, {"{each-period}", {}}};
};

}  // namespace

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
