// An edit of any record: the first line says which, and holds its words; what follows is the record. Either nothing is
// changed, or the new text reads as the old content with the edit.
#include "yaml/edit.h"
#include "base/error.h"
#include "base/text.h"
#include "budget.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

using namespace guerdon;

namespace {

const std::vector<yaml::SectionName> sections{{"enrolment", "enrolment"},
                                              {"midterm", "mid-term"},
                                              {"waivers", "waivers"},
                                              {"participation", "participation"},
                                              {"evaluation", "evaluation"}};

yaml::Edit edit_of(std::uint8_t choice, const std::string& words) {
  yaml::Edit edit;
  edit.kind = static_cast<yaml::EditKind>(choice % 4U);
  edit.section = sections[(choice / 4U) % sections.size()].key;
  const bool deep = choice >= 128;
  yaml::Node value = yaml::block({{"text", yaml::text(words)}, {"words", yaml::row({words, "b"})}});
  if (deep) value = yaml::block({{"inner", yaml::list({value, yaml::text(words)})}});
  edit.value = std::move(value);
  if (deep && edit.kind == yaml::EditKind::append) edit.inside = "inner";
  return edit;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view text = fuzz::text_of(data + 1, size - 1);
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string words(text.substr(0, end));
  Diagnostics findings;
  const auto before = yaml::parse("record.yaml", std::string(text.substr(std::min(end + 1, text.size()))), findings);
  if (!before || find_bad_utf8(words) || !find_forbidden_characters(words).empty()) return 0;
  const yaml::Edit edit = edit_of(data[0], words);
  try {
    const std::string after_text = yaml::edited(*before, sections, edit);
    const auto after = yaml::parse("record.yaml", after_text, findings);
    fuzz::hold(after.has_value(), "an edit made a record that cannot be read");
    const yaml::Node* written = after->root.find(edit.section);
    fuzz::hold(written != nullptr, "an edit wrote no section");
    for (std::size_t i = 0; i < before->root.keys.size(); ++i) {
      const std::string& key = before->root.keys[i].scalar;
      if (key == edit.section) continue;
      const yaml::Node* kept = after->root.find(key);
      fuzz::hold(kept != nullptr && yaml::same_content(*kept, before->root.items[i]),
                 "an edit changed another section");
    }
  } catch (const Error& error) {
    fuzz::hold(error.failure() == Failure::refused, "an edit failed otherwise than by a refusal");
  }
  return 0;
}
