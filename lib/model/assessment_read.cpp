#include "model/assessment_read.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/read.h"

namespace guerdon {
namespace {

/// `1a: 3` of a block; `not-applicable` is no number.
std::vector<Assessment::Rating> read_ratings(const yaml::Node* node, yaml::Reader& reader) {
  std::vector<Assessment::Rating> out;
  if (node == nullptr) return out;
  if (node->kind != yaml::Kind::mapping) {
    reader.error(*node, "ratings are a block of criteria", "as in `ratings: {1a: 3, 1b: not-applicable}`");
    return out;
  }
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    const yaml::Node& value = node->items[i];
    Assessment::Rating rating{{node->keys[i].scalar, node->keys[i].place}, {}};
    if (value.scalar != "not-applicable") {
      if (const std::string word = folded(value.scalar); word == "na" || word == "n/a") {
        reader.error(value, fmt::format("`{}` is no rating", sanitized(value.scalar)),
                     "what does not apply is `not-applicable`");
        continue;
      }
      rating.value = reader.integer(value, 1, most_rating);
      if (!rating.value) continue;
    }
    out.push_back(std::move(rating));
  }
  return out;
}

std::optional<Assessment::Complexity> read_complexity(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return std::nullopt;
  yaml::Fields fields(*node, reader, "the complexity");
  const std::vector<std::string> steps(complexity_steps.begin(), complexity_steps.end());
  return Assessment::Complexity{read_word(fields.require("context"), reader, steps),
                                read_word(fields.require("task"), reader, steps),
                                read_word(fields.require("autonomy"), reader, steps)};
}

std::optional<Assessment::Interview> read_interview(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return std::nullopt;
  yaml::Fields fields(*node, reader, "the interview");
  return Assessment::Interview{read_date(fields.require("on"), reader),
                               read_word(fields.require("mode"), reader, {"present", "remote"})};
}

/// `not-reached` is no step of the scale.
std::optional<Located<int>> read_outcome(const yaml::Node* node, yaml::Reader& reader, const Scale& scale) {
  if (node != nullptr && node->scalar == "not-reached") return Located<int>{0, node->place};
  return read_level(node, reader, scale);
}

Assessment::Result read_result(const yaml::Node& node, yaml::Reader& reader, const Scale& scale) {
  yaml::Fields fields(node, reader, "a result");
  Assessment::Result out;
  out.place = node.place;
  out.competence = read_text(fields.require("competence"), reader, line_limit);
  out.ratings = read_ratings(fields.find("ratings"), reader);
  out.level = read_outcome(fields.find("outcome"), reader, scale);
  if (const yaml::Node* because = fields.find("because")) out.because = reader.text(*because, private_limit);
  out.complexity = read_complexity(fields.find("complexity"), reader);
  const yaml::Node* grounds = fields.find("grounds");
  out.grounds = given(grounds, read_text(grounds, reader, statement_limit));
  return out;
}

}  // namespace

Assessment read_assessment(const yaml::Node& node, yaml::Reader& reader, const Scale& scale) {
  yaml::Fields fields(node, reader, "an assessment");
  Assessment out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  out.kind = read_word(fields.require("kind"), reader, {"first", "second-opinion", "appeal"});
  out.by = read_slugs(fields.require("by"), reader, "by");
  const yaml::Node* centre = fields.find("centre");
  out.centre = given(centre, read_slug(centre, reader));
  out.portfolio = read_optional_date(fields.find("portfolio"), reader);
  out.interview = read_interview(fields.find("interview"), reader);
  for (const yaml::Node& item : yaml::items(fields.require("competences"), reader, "competences"))
    out.results.push_back(read_result(item, reader, scale));
  return out;
}

}  // namespace guerdon
