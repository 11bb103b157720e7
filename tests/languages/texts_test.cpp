#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "flow/shipped.h"
#include "process/text_gaps.h"
#include "yaml/parse.h"

// What holds for the words of every scheme in every language that guerdon brings along.

namespace guerdon {
namespace {

namespace fs = std::filesystem;

const fs::path source(GUERDON_SOURCE_DIR);

std::set<std::string> files_of(const fs::path& folder) {
  std::set<std::string> out;
  for (const auto& entry : fs::directory_iterator(source / folder))
    out.insert(entry.path().stem().string());
  return out;
}

}  // namespace

TEST_CASE("every language that a scheme has is complete, and guerdon has its locale") {
  const std::set<std::string> locales = files_of("templates/locale");
  for (const auto& [scheme, files] : shipped_schemes(source)) {
    for (const auto& [language, text] : scheme.texts) {
      INFO(scheme.id, " ", language);
      CHECK(locales.contains(language));
      const std::vector<std::string> gaps = text_gaps(scheme, text);
      CHECK_MESSAGE(gaps.empty(), (gaps.empty() ? "" : gaps.front()));
    }
  }
}

TEST_CASE("a gap is found in each language when a word is taken out, and when a fact is") {
  for (const auto& [scheme, files] : shipped_schemes(source)) {
    for (const auto& [language, text] : scheme.texts) {
      if (language == "en") continue;
      INFO(scheme.id, " ", language);
      SchemeText shorter = text;
      shorter.patterns[""].erase("opening");
      CHECK(text_gaps(scheme, shorter) == std::vector<std::string>{"words.every.opening is missing"});
      SchemeText poorer = text;
      poorer.patterns[""]["issued"] = {"{issued-at}"};
      CHECK(text_gaps(scheme, poorer) == std::vector<std::string>{"words.every.issued prints no {issued-on}"});
    }
  }
}

TEST_CASE("both schemes speak the six languages of the networks; GloRe two more of other scripts") {
  for (const auto& [scheme, files] : shipped_schemes(source)) {
    if (scheme.id != "glore-1" && scheme.id != "lever-up-1") continue;
    for (const char* language : {"en", "es", "fr", "it", "nl", "pl"})
      CHECK_MESSAGE(scheme.texts.contains(language), scheme.id << " " << language);
    if (scheme.id == "glore-1") CHECK((scheme.texts.contains("ar") && scheme.texts.contains("el")));
  }
}

TEST_CASE("a meaning of a GloRe skill is short enough for one line") {
  for (const auto& [scheme, files] : shipped_schemes(source)) {
    if (scheme.id != "glore-1") continue;
    for (const auto& [language, text] : scheme.texts) {
      for (const auto& [id, skill] : text.skills)
        CHECK_MESSAGE(code_points(skill.meaning) <= 70, language << " " << id);
    }
  }
}

TEST_CASE("no name and no level of a language is said twice") {
  for (const auto& [scheme, files] : shipped_schemes(source)) {
    for (const auto& [language, text] : scheme.texts) {
      INFO(scheme.id, " ", language);
      std::set<std::string> names;
      std::set<std::string> levels;
      for (const auto& [id, skill] : text.skills)
        names.insert(skill.name);
      for (const auto& [number, word] : text.levels)
        levels.insert(word);
      CHECK(names.size() == text.skills.size());
      CHECK(levels.size() == text.levels.size());
    }
  }
}

TEST_CASE("no text has a straight apostrophe or quotation mark in it") {
  for (const auto& [scheme, files] : shipped_schemes(source)) {
    for (const auto& [language, text] : scheme.texts) {
      const auto check = [&](const std::string& words) {
        CHECK_MESSAGE(words.find_first_of("'\"") == std::string::npos, language << ": " << words);
      };
      for (const auto& [name, part] : text.parts)
        check(part);
      for (const auto& [kind, words] : text.patterns) {
        for (const auto& [name, lines] : words)
          std::for_each(lines.begin(), lines.end(), check);
      }
      for (const auto& [id, skill] : text.skills) {
        check(skill.name);
        check(skill.meaning);
        std::for_each(skill.outcomes.begin(), skill.outcomes.end(), check);
      }
    }
  }
}

}  // namespace guerdon
