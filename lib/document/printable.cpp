#include "document/printable.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "document/font.h"

namespace guerdon {

namespace {

hb_script_t script_of(char32_t character) {
  return hb_unicode_script(hb_unicode_funcs_get_default(), static_cast<hb_codepoint_t>(character));
}

bool is_set(hb_script_t script) {
  return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC ||
         script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
}

constexpr std::array<std::pair<hb_script_t, std::string_view>, 22> script_names{{
    {HB_SCRIPT_LATIN, "Latin"},       {HB_SCRIPT_GREEK, "Greek"},
    {HB_SCRIPT_CYRILLIC, "Cyrillic"}, {HB_SCRIPT_ARABIC, "Arabic"},
    {HB_SCRIPT_HEBREW, "Hebrew"},     {HB_SCRIPT_ARMENIAN, "Armenian"},
    {HB_SCRIPT_GEORGIAN, "Georgian"}, {HB_SCRIPT_DEVANAGARI, "Devanagari"},
    {HB_SCRIPT_BENGALI, "Bengali"},   {HB_SCRIPT_TAMIL, "Tamil"},
    {HB_SCRIPT_THAI, "Thai"},         {HB_SCRIPT_HAN, "Han"},
    {HB_SCRIPT_HIRAGANA, "Hiragana"}, {HB_SCRIPT_KATAKANA, "Katakana"},
    {HB_SCRIPT_HANGUL, "Hangul"},     {HB_SCRIPT_ETHIOPIC, "Ethiopic"},
    {HB_SCRIPT_SYRIAC, "Syriac"},     {HB_SCRIPT_KHMER, "Khmer"},
    {HB_SCRIPT_GURMUKHI, "Gurmukhi"}, {HB_SCRIPT_SINHALA, "Sinhala"},
    {HB_SCRIPT_COMMON, "common"},     {HB_SCRIPT_INHERITED, "combining"},
}};

}  // namespace

std::string script_name(char32_t character) {
  const hb_script_t script = script_of(character);
  for (const auto& [known, name] : script_names) {
    if (known == script) return std::string(name);
  }
  std::array<char, 4> tag{};
  hb_tag_to_string(hb_script_to_iso15924_tag(script), tag.data());
  return {tag.data(), tag.size()};
}

std::vector<Unprintable> find_foreign(std::string_view text) {
  std::vector<Unprintable> found;
  for (std::size_t offset = 0; offset < text.size();) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
      continue;
    }
    const char32_t character = next_code_point(text, offset);
    if (is_set(script_of(character))) continue;
    Unprintable one{character, script_name(character), true};
    if (std::find(found.begin(), found.end(), one) == found.end()) found.push_back(std::move(one));
  }
  return found;
}

void report_unprintable(const std::vector<Unprintable>& characters, std::string_view field, const Font& font,
                        const Location& where, Diagnostics& findings) {
  const bool is_name = field.find("volunteer") != std::string_view::npos;
  std::vector<std::string> told;
  for (const Unprintable& first : characters) {
    const std::string fault = first.foreign
                                  ? "in the " + first.script + " script; pages are set in Latin, Greek and Cyrillic"
                                  : "not in the font " + font.file();
    if (std::find(told.begin(), told.end(), fault) != told.end()) continue;
    told.push_back(fault);
    const auto others = static_cast<std::size_t>(
        std::count_if(characters.begin(), characters.end(),
                      [&](const Unprintable& other) {
                        return other.foreign == first.foreign && (!first.foreign || other.script == first.script);
                      }) -
        1);
    std::string character;
    append_utf8(character, first.character);
    findings.error("page.printable", where,
                   fmt::format("`{}` ({}){} in {} {} {}", sanitized(character), code_point_name(first.character),
                               others > 0 ? " and " + counted(others, "other character") : "", field,
                               others > 0 ? "are" : "is", fault),
                   is_name ? "record her name in Latin letters as `latin:`, with `print: latin`, and issue again"
                           : "write it in Latin, Greek or Cyrillic letters, and issue again");
  }
}

}  // namespace guerdon
