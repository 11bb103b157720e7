#include "document/printable.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace guerdon {

namespace {

hb_script_t script_of(char32_t character) {
  return hb_unicode_script(hb_unicode_funcs_get_default(), static_cast<hb_codepoint_t>(character));
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

namespace {

/// What keeps `one` from being printed; those with the same fault are told together.
std::string fault_of(const Unprintable& one) {
  if (!one.file.empty())
    return fmt::format("of the script {}, and the font {} is not on this machine", script_name(one.character),
                       one.file);
  return "in none of the fonts that are for it: " + one.fonts;
}

std::string way_out(const Unprintable& one, bool is_name) {
  std::string hint = one.package.empty() ? "" : "apt install " + one.package + ", or ";
  if (!one.file.empty() && one.package.empty()) hint = "install " + one.file + ", or ";
  return hint + (is_name ? "record her name in Latin letters as `latin:`, with `print: latin`, and issue again"
                         : "write it with other characters, and issue again");
}

}  // namespace

void report_unprintable(const std::vector<Unprintable>& characters, std::string_view field, const Location& where,
                        Diagnostics& findings) {
  const bool is_name = field.find("volunteer") != std::string_view::npos;
  std::vector<std::string> told;
  for (const Unprintable& first : characters) {
    const std::string fault = fault_of(first);
    if (std::find(told.begin(), told.end(), fault) != told.end()) continue;
    told.push_back(fault);
    const auto others =
        static_cast<std::size_t>(std::count_if(characters.begin(), characters.end(),
                                               [&](const Unprintable& o) { return fault_of(o) == fault; }) -
                                 1);
    std::string character;
    append_utf8(character, first.character);
    // One character in two weights is one fault.
    const std::string begin = fmt::format("`{}` ({})", sanitized(character), code_point_name(first.character));
    const std::string middle = " " + std::string(field) + " ";
    const auto is_told = [&](const Diagnostic& d) {
      return d.where == where && d.message.starts_with(begin) && d.message.find(middle) != std::string::npos;
    };
    if (std::any_of(findings.items().begin(), findings.items().end(), is_told)) continue;
    findings.error("page.printable", where,
                   fmt::format("{}{} in{}{} {}", begin, others > 0 ? " and " + counted(others, "other character") : "",
                               middle, others > 0 ? "are" : "is", fault),
                   way_out(first, is_name));
  }
}

}  // namespace guerdon
