#include "document/hyphenation.h"

#include <hyphen.h>
#include <unicase.h>
#include <uniconv.h>
#include <unictype.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>

#include "base/sha256.h"
#include "base/text.h"
#include "document/shared_library.h"

namespace guerdon {

namespace {

struct Hyphen {
  decltype(hnj_hyphen_load)* load;
  decltype(hnj_hyphen_hyphenate3)* hyphenate;
};

const Hyphen& hyphen_library() {
  constexpr const char* file = "libhyphen.so.0";
  static const Hyphen found{function_of<decltype(hnj_hyphen_load)>(file, "hnj_hyphen_load"),
                            function_of<decltype(hnj_hyphen_hyphenate3)>(file, "hnj_hyphen_hyphenate3")};
  return found;
}

constexpr const char* patterns_folder = "/usr/share/hyphen";

/// Of the files of one language the one that Debian's package was made for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> usual{{
    {"en", "en_GB"},
    {"it", "it_IT"},
    {"es", "es_ES"},
    {"pl", "pl_PL"},
    {"nl", "nl_NL"},
    {"el", "el_GR"},
    {"de", "de_DE"},
    {"pt", "pt_PT"},
}};

struct Patterns {
  PatternFile file;
  HyphenDict* dictionary = nullptr;  ///< kept to the end of the program
};

std::string file_name(std::string_view language) {
  std::string region(language);
  std::replace(region.begin(), region.end(), '-', '_');
  const std::string_view short_code = language.substr(0, language.find('-'));
  std::vector<std::string> names;
  if (region.size() > short_code.size()) names.push_back(region);
  for (const auto& [code, name] : usual) {
    if (code == short_code) names.emplace_back(name);
  }
  names.emplace_back(short_code);
  for (const std::string& name : names) {
    std::string file = "hyph_" + name + ".dic";
    std::error_code ignored;
    if (std::filesystem::is_regular_file(std::filesystem::path(patterns_folder) / file, ignored)) return file;
  }
  return {};
}

/// The patterns for `language`, read once.
const Patterns& patterns(std::string_view language) {
  static std::mutex one_at_a_time;
  static std::map<std::string, Patterns, std::less<>> known;
  const std::lock_guard guard(one_at_a_time);
  if (const auto found = known.find(language); found != known.end()) return found->second;
  Patterns read;
  const std::string name = file_name(language);
  if (!name.empty() && hyphen_library().load != nullptr && hyphen_library().hyphenate != nullptr) {
    const std::string path = std::string(patterns_folder) + "/" + name;
    std::ifstream bytes(path, std::ios::binary);
    read.file = {name, sha256(std::string(std::istreambuf_iterator<char>(bytes), {}))};
    read.dictionary = hyphen_library().load(path.c_str());
  }
  return known.emplace(language, std::move(read)).first->second;
}

bool is_letter(char32_t c) { return uc_is_property_alphabetic(static_cast<ucs4_t>(c)); }

/// A stretch of letters between spaces, hyphens and punctuation.
struct Word {
  std::size_t begin = 0;
  std::vector<std::size_t> offsets{};  ///< of each character in the text, and of the end
  bool whole = false;                  ///< not to be parted
};

std::vector<Word> words_of(std::string_view text, bool capitals) {
  std::vector<Word> words;
  Word word;
  bool sign = false;  // of an address or an id, in the stretch since the last space
  std::size_t first = 0;
  const auto finish = [&](std::size_t end) {
    word.offsets.push_back(end);
    if (word.offsets.size() > 1) words.push_back(word);
    word = {};
  };
  const auto finish_stretch = [&] {
    for (std::size_t i = first; i < words.size(); ++i)
      words[i].whole = words[i].whole || sign;
    first = words.size();
    sign = false;
  };
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t here = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_letter(c)) {
      if (word.offsets.empty()) {
        word.begin = here;
        word.whole = capitals && uc_is_upper(static_cast<ucs4_t>(c));
      }
      word.offsets.push_back(here);
      continue;
    }
    finish(here);
    if (c == U' ' || c == 0x00A0 || c == 0x2002) {
      finish_stretch();
    } else if ((c >= U'0' && c <= U'9') || c == U'@' || c == U'/' || c == U'_') {
      sign = true;
    } else if (c == U'.' || c == U':') {
      sign = sign || (offset < text.size() && text[offset] != ' ');
    }
  }
  finish(text.size());
  finish_stretch();
  return words;
}

/// `word` in small letters, as the patterns are written.
std::string small_letters(std::string_view word) {
  std::string small;
  for (std::size_t offset = 0; offset < word.size();)
    append_utf8(small, static_cast<char32_t>(uc_tolower(static_cast<ucs4_t>(next_code_point(word, offset)))));
  return small;
}

constexpr std::size_t least_letters = 5;
constexpr std::size_t most_bytes = 90;  ///< of a word: libhyphen has room for a hundred characters
constexpr int least_at_end = 2;

void add_points(std::string_view text, const Word& word, HyphenDict* dictionary, std::vector<std::size_t>& points) {
  const std::size_t count = word.offsets.size() - 1;
  const std::size_t bytes = word.offsets.back() - word.begin;
  if (word.whole || count < least_letters || bytes > most_bytes) return;
  const std::string letters = small_letters(text.substr(word.begin, bytes));
  std::string coded = letters;
  if (dictionary->utf8 == 0) {
    std::size_t length = 0;
    char* converted =
        u8_conv_to_encoding(dictionary->cset, iconveh_error, reinterpret_cast<const std::uint8_t*>(letters.data()),
                            letters.size(), nullptr, nullptr, &length);
    if (converted == nullptr) return;
    coded.assign(converted, length);
    std::free(converted);
  }
  std::vector<char> hyphens(coded.size() + 5);
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  if (hyphen_library().hyphenate(dictionary, coded.data(), static_cast<int>(coded.size()), hyphens.data(), nullptr,
                                 &replacements, &positions, &cuts, least_at_end, least_at_end, least_at_end,
                                 least_at_end) != 0)
    return;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const bool spelt_otherwise = replacements != nullptr && replacements[i] != nullptr;
    if (hyphens[i] % 2 == 1 && !spelt_otherwise) points.push_back(word.offsets[i + 1]);
  }
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < coded.size(); ++i)
      std::free(replacements[i]);
  }
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
}

}  // namespace

std::optional<PatternFile> patterns_for(std::string_view language) {
  const Patterns& found = patterns(language);
  return found.dictionary == nullptr ? std::nullopt : std::optional(found.file);
}

std::vector<std::size_t> hyphen_points(std::string_view text, std::string_view language) {
  std::vector<std::size_t> points;
  const Patterns& found = patterns(language);
  if (found.dictionary == nullptr) return points;
  for (const Word& word : words_of(text, !language.starts_with("de")))
    add_points(text, word, found.dictionary, points);
  return points;
}

}  // namespace guerdon
