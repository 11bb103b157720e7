#include "document/text_items.h"

#include <hb.h>
#include <unictype.h>
#include <unigbrk.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "document/breaks.h"

namespace guerdon {

namespace {

hb_script_t script_of(char32_t character) {
  return hb_unicode_script(hb_unicode_funcs_get_default(), static_cast<hb_codepoint_t>(character));
}

bool is_own(hb_script_t script) { return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED; }

std::string code_of(hb_script_t script) {
  std::array<char, 4> tag{};
  hb_tag_to_string(hb_script_to_iso15924_tag(script), tag.data());
  return {tag.data(), tag.size()};
}

/// The script whose fonts hold `character`: digits and signs that several scripts share belong to that of their block.
hb_script_t home_script(char32_t character) {
  const hb_script_t script = script_of(character);
  if (is_own(script)) return script;
  if (character >= 0x0600 && character <= 0x06FF) return HB_SCRIPT_ARABIC;
  if (character >= 0x0964 && character <= 0x0965) return HB_SCRIPT_DEVANAGARI;
  if ((character >= 0x2E80 && character <= 0x33FF) || (character >= 0xFE30 && character <= 0xFE4F) ||
      (character >= 0xFF00 && character <= 0xFFEF))
    return HB_SCRIPT_HAN;
  return script;
}

/// Whether `font` has `character`, or the parts that HarfBuzz takes it apart into.
bool covers(const Font& font, char32_t character) {
  if (font.has(character)) return true;
  hb_codepoint_t first = 0;
  hb_codepoint_t second = 0;
  if (hb_unicode_decompose(hb_unicode_funcs_get_default(), static_cast<hb_codepoint_t>(character), &first, &second) !=
      0) {
    return covers(font, first) && (second == 0 || covers(font, second));
  }
  return uc_is_property_default_ignorable_code_point(static_cast<ucs4_t>(character));
}

std::vector<char32_t> lacking(const Font& font, std::string_view text) {
  std::vector<char32_t> characters;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t character = next_code_point(text, offset);
    if (!covers(font, character)) characters.push_back(character);
  }
  return characters;
}

/// Whether `font` has all of a letter with its marks, as they stand or composed.
bool has_all(const Font& font, std::string_view grapheme) {
  if (lacking(font, grapheme).empty()) return true;
  const std::string composed = nfc(grapheme);
  return composed != grapheme && lacking(font, composed).empty();
}

/// A letter with its marks.
struct Grapheme {
  std::size_t begin = 0;
  std::size_t end = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
  bool space = false;
  std::uint8_t level = 0;
  Substitute font{};
};

class Parting {
 public:
  Parting(std::string_view text, const Font& font, const FontChain* chain, const std::vector<std::uint8_t>& levels)
      : text_(text), font_(font), chain_(chain) {
    find_graphemes(levels);
    resolve_scripts();
    for (std::size_t i = 0; i < graphemes_.size();) {
      std::size_t end = i;
      while (end < graphemes_.size() && !graphemes_[end].space)
        ++end;
      if (end > i) set_word(i, end);
      i = std::max(end, i + 1);
    }
    set_spaces();
  }

  [[nodiscard]] std::vector<TextItem> items() const {
    std::vector<TextItem> items;
    for (const Grapheme& one : graphemes_) {
      if (items.empty() || items.back().font != one.font.font || items.back().level != one.level ||
          items.back().script != one.script) {
        items.push_back({one.begin, one.end, one.script, one.level, one.font.font, one.font.size});
      }
      items.back().end = one.end;
    }
    if (!items.empty()) items.front().unprintable = unprintable_;
    return items;
  }

 private:
  void find_graphemes(const std::vector<std::uint8_t>& levels) {
    const auto* base = reinterpret_cast<const std::uint8_t*>(text_.data());
    const std::uint8_t* end = base + text_.size();
    for (const std::uint8_t* at = base; at != nullptr && at < end;) {
      const std::uint8_t* next = u8_grapheme_next(at, end);
      if (next == nullptr) next = end;
      Grapheme one{static_cast<std::size_t>(at - base), static_cast<std::size_t>(next - base)};
      for (std::size_t offset = one.begin; offset < one.end;) {
        const hb_script_t script = script_of(next_code_point(text_, offset));
        if (is_own(script) && !is_own(one.script)) one.script = script;
      }
      if (!levels.empty()) one.level = levels[one.begin];
      one.space = break_behind(of(one)) == Break::space;
      graphemes_.push_back(one);
      at = next;
    }
  }

  /// What has no script of its own joins what stands before it in its direction, or behind it at the begin.
  void resolve_scripts() {
    hb_script_t last = HB_SCRIPT_LATIN;
    for (std::size_t i = 0; i < graphemes_.size(); ++i) {
      Grapheme& one = graphemes_[i];
      const bool begins = i == 0 || graphemes_[i - 1].level != one.level;
      for (std::size_t k = i; begins && k < graphemes_.size() && graphemes_[k].level == one.level; ++k) {
        if (!is_own(graphemes_[k].script)) continue;
        last = graphemes_[k].script;
        break;
      }
      if (is_own(one.script)) last = one.script;
      one.script = last;
    }
  }

  [[nodiscard]] std::string_view of(const Grapheme& one) const { return text_.substr(one.begin, one.end - one.begin); }

  void add_candidates(hb_script_t script, std::vector<Substitute>& candidates) const {
    if (chain_ == nullptr) return;
    for (const Substitute& one : chain_->substitutes(code_of(script), font_)) {
      const auto same = [&one](const Substitute& other) { return other.font == one.font; };
      if (std::none_of(candidates.begin(), candidates.end(), same)) candidates.push_back(one);
    }
  }

  /// The fonts that may have the word, in the order in which they are asked.
  [[nodiscard]] std::vector<Substitute> candidates(std::size_t begin, std::size_t end) const {
    std::vector<Substitute> found;
    for (std::size_t i = begin; i < end; ++i) {
      for (const char32_t character : lacking(font_, of(graphemes_[i])))
        add_candidates(home_script(character), found);
    }
    for (std::size_t i = begin; i < end; ++i)
      add_candidates(graphemes_[i].script, found);
    add_candidates(HB_SCRIPT_COMMON, found);
    return found;
  }

  void set_word(std::size_t begin, std::size_t end) {
    const auto has_word = [&](const Font& font) {
      for (std::size_t i = begin; i < end; ++i) {
        if (!has_all(font, of(graphemes_[i]))) return false;
      }
      return true;
    };
    if (has_word(font_)) return;
    const std::vector<Substitute> fonts = candidates(begin, end);
    for (const Substitute& one : fonts) {
      if (!has_word(*one.font)) continue;
      for (std::size_t i = begin; i < end; ++i)
        graphemes_[i].font = one;
      return;
    }
    for (std::size_t i = begin; i < end; ++i)
      set_grapheme(graphemes_[i], fonts);
  }

  void set_grapheme(Grapheme& one, const std::vector<Substitute>& fonts) {
    if (has_all(font_, of(one))) return;
    for (const Substitute& font : fonts) {
      if (!has_all(*font.font, of(one))) continue;
      one.font = font;
      return;
    }
    note(one, fonts);
  }

  /// Notes what no font has of `one`. Where every character is in some font and no font has all, the first is told.
  void note(const Grapheme& one, const std::vector<Substitute>& fonts) {
    std::vector<std::string> files{font_.file()};
    for (const Substitute& font : fonts)
      files.push_back(font.font->file());
    std::vector<char32_t> characters = lacking(font_, of(one));
    for (const Substitute& font : fonts) {
      std::vector<char32_t> left;
      for (const char32_t character : characters) {
        if (!covers(*font.font, character)) left.push_back(character);
      }
      if (!left.empty()) characters = std::move(left);
    }
    for (const char32_t character : characters) {
      Unprintable what{character, joined_or(files), {}, {}};
      if (chain_ != nullptr) {
        const std::vector<FontName> missing = chain_->missing(code_of(home_script(character)), font_);
        if (!missing.empty()) {
          what.file = missing.front().file;
          what.package = missing.front().package;
        }
      }
      const auto same = [&what](const Unprintable& other) { return other.character == what.character; };
      if (std::none_of(unprintable_.begin(), unprintable_.end(), same)) unprintable_.push_back(std::move(what));
    }
  }

  /// A space is in the style's own font, unless both its neighbours are in the same other one.
  void set_spaces() {
    for (std::size_t i = 1; i + 1 < graphemes_.size(); ++i) {
      if (!graphemes_[i].space) continue;
      std::size_t next = i + 1;
      while (next < graphemes_.size() && graphemes_[next].space)
        ++next;
      if (next < graphemes_.size() && graphemes_[next].font.font == graphemes_[i - 1].font.font)
        graphemes_[i].font = graphemes_[i - 1].font;
    }
  }

  std::string_view text_;
  const Font& font_;
  const FontChain* chain_;
  std::vector<Grapheme> graphemes_;
  std::vector<Unprintable> unprintable_;
};

}  // namespace

std::vector<TextItem> items_of(std::string_view text, const Font& font, const FontChain* chain,
                               const std::vector<std::uint8_t>& levels) {
  return Parting(text, font, chain, levels).items();
}

}  // namespace guerdon
