#include "document/setting.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <cmath>

#include "document/bidi.h"
#include "document/design_reader.h"
#include "document/hyphenation.h"

namespace guerdon {

void Fragment::begin(Tag tag, std::string alternative) {
  elements.push_back({tag, open, std::move(alternative), {}});
  open = static_cast<int>(elements.size()) - 1;
}

void Fragment::finish() { open = elements[static_cast<std::size_t>(open)].parent; }

namespace {

void replace(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += separator;
    text += item;
  }
  return text;
}

/// What parts the tasks where they run on: a semicolon, unless the language has another sign for it.
std::string between_tasks(const Certificate& certificate) {
  const auto words = certificate.words.find("between-tasks");
  return words == certificate.words.end() || words->second.empty() ? "; " : plain(words->second.front());
}

std::string fact_text(Fact fact, const Certificate& certificate) {
  switch (fact) {
    case Fact::id:
      return certificate.id.text;
    case Fact::name:
      return certificate.name;
    case Fact::latin_name:
      return certificate.latin_name;
    case Fact::tasks:
      return joined(certificate.tasks, between_tasks(certificate));
    case Fact::professional:
      return certificate.statement ? certificate.statement->professional : "";
    case Fact::profession:
      return certificate.statement ? certificate.statement->profession : "";
    case Fact::verify_address:
      return certificate.verify_address;
  }
  return "";
}

}  // namespace

bool holds(std::string_view when, const Certificate& certificate) {
  if (when.empty()) return true;
  if (when == logo_name) return !certificate.organisations.empty() && !certificate.organisations.front().logo.empty();
  const auto& names = fact_names();
  if (const auto name = std::find(names.begin(), names.end(), when); name != names.end()) {
    return !fact_text(static_cast<Fact>(name - names.begin()), certificate).empty();
  }
  const auto words = certificate.words.find(std::string(when));
  if (words == certificate.words.end()) return false;
  return std::any_of(words->second.begin(), words->second.end(),
                     [](const Phrase& phrase) { return !plain(phrase).empty(); });
}

bool is_wanted(const Block& block, const Certificate& certificate) {
  return holds(block.when, certificate) && (block.when_not.empty() || !holds(block.when_not, certificate));
}

std::vector<Phrase> phrases(const Source& source, const Setting& setting) {
  if (source.fact) {
    const std::string language = *source.fact == Fact::tasks ? setting.certificate.text_language : "";
    return {{{fact_text(*source.fact, setting.certificate), Emphasis::none, language}}};
  }
  const auto words = setting.certificate.words.find(source.words);
  if (words == setting.certificate.words.end()) {
    setting.findings.error(
        "format", setting.where,
        fmt::format("the certificate has no words `{}`, which the design {} prints", source.words, setting.design.path),
        "add them to the scheme's text/" + setting.certificate.language + ".yaml");
    return {};
  }
  std::vector<Phrase> phrases = words->second;
  for (Phrase& phrase : phrases) {
    for (Words& run : phrase) {
      if (run.text.find('{') == std::string::npos) continue;
      replace(run.text, "{page}", std::to_string(setting.page));
      replace(run.text, "{pages}", std::to_string(setting.pages));
    }
  }
  return phrases;
}

std::string spoken(const Source& words, int level, int levels, const Setting& setting) {
  const std::vector<Phrase> found = phrases(words, setting);
  if (found.empty()) return {};
  std::string text = plain(found.front());
  replace(text, "{level}", std::to_string(level));
  replace(text, "{levels}", std::to_string(levels));
  return text;
}

namespace {

/// The levels of the bytes of `phrase`, read as one paragraph; none where all of it runs from left to right. Words in a
/// language of the other direction stand apart: their full stop is at their own end.
std::vector<std::uint8_t> phrase_levels(const Phrase& phrase, bool right_to_left) {
  const bool turns =
      std::any_of(phrase.begin(), phrase.end(), [](const Words& words) { return has_right_to_left(words.text); });
  if (!right_to_left && !turns) return {};
  const std::string text = plain(phrase);
  std::vector<std::uint8_t> levels = levels_of(text, right_to_left);
  if (right_to_left) keep_tokens(text, levels);
  std::size_t offset = 0;
  for (const Words& words : phrase) {
    if (!words.language.empty() && is_right_to_left(words.language) != right_to_left) {
      const std::uint8_t around = right_to_left ? 2 : 0;
      for (const std::uint8_t level : levels_of(words.text, !right_to_left))
        levels[offset++] = static_cast<std::uint8_t>(level + around);
    } else {
      offset += words.text.size();
    }
  }
  return levels;
}

Piece piece_of(const ShapedPart& part, const Font& font, const Style& style, const std::string& language) {
  // Letters that join, or carry marks above one another, are not to be drawn apart.
  const double tracking = part.shaped->right_to_left ? 0 : style.tracking_em;
  if (part.font == nullptr) return {part.shaped, &font, style.size_pt, tracking, style.colour, language, part.level};
  const double size = std::round(style.size_pt * part.size * 100) / 100;
  return {part.shaped, part.font, size, 0, style.colour, language, part.level};
}

}  // namespace

std::vector<Piece> pieces(const Phrase& phrase, const Style& style, std::string_view what, const Setting& setting) {
  std::vector<Piece> shaped;
  const std::vector<std::uint8_t> all_levels = phrase_levels(phrase, setting.right_to_left);
  std::vector<std::uint8_t> levels;
  std::size_t offset = 0;
  for (const Words& words : phrase) {
    if (words.text.empty()) continue;
    const std::size_t index = words.emphasis == Emphasis::strong     ? style.strong
                              : words.emphasis == Emphasis::stressed ? style.stressed
                                                                     : style.font;
    const Font& font = *setting.fonts[index];
    if (!all_levels.empty()) {
      const auto begin = all_levels.begin() + static_cast<std::ptrdiff_t>(offset);
      levels.assign(begin, begin + static_cast<std::ptrdiff_t>(words.text.size()));
    }
    offset += words.text.size();
    const Typeface face{font, setting.fonts.chain(), style.ligatures,
                        words.language.empty() ? setting.certificate.language : words.language};
    for (const ShapedPart& part : setting.shaper.parts(face, words.text, levels)) {
      if (!part.shaped->unprintable.empty())
        report_unprintable(part.shaped->unprintable, what, setting.where, setting.findings);
      shaped.push_back(piece_of(part, font, style, words.language));
    }
  }
  return shaped;
}

double baseline_of(const Style& style, const Fonts& fonts) {
  return style.line_mm / 2 + fonts[style.font]->baseline() * style.size_pt * mm_per_point;
}

namespace {

/// A hyphen that is no part of the text: readers take it away again. Null where the font has none.
std::shared_ptr<const ShapedText> hyphen_of(const Font& font, Shaper& shaper) {
  const auto drawn = shaper.shape(font, false, "und", font.has(U'\u2010') ? "\u2010" : "-");
  if (drawn->glyphs.size() != 1 || drawn->glyphs.front().id == 0) return nullptr;
  auto hyphen = std::make_shared<ShapedText>(*drawn);
  hyphen->text = "\u00AD";
  return hyphen;
}

/// `pieces` with breaks where the patterns of their language allow them.
std::vector<Piece> hyphenated(const std::vector<Piece>& pieces, const Setting& setting) {
  std::vector<Piece> parted = pieces;
  for (Piece& piece : parted) {
    if (piece.level != 0) continue;
    const std::string& language = piece.language.empty() ? setting.certificate.language : piece.language;
    const std::vector<std::size_t> points = hyphen_points(piece.shaped->text, language);
    if (points.empty()) continue;
    piece.hyphen = hyphen_of(*piece.font, setting.shaper);
    if (piece.hyphen == nullptr) continue;
    auto shaped = std::make_shared<ShapedText>(*piece.shaped);
    for (std::size_t i = 0; i + 1 < shaped->glyphs.size(); ++i) {
      Glyph& glyph = shaped->glyphs[i];
      if (glyph.behind == Break::none && std::binary_search(points.begin(), points.end(), shaped->cluster_end(i)) &&
          shaped->glyphs[i + 1].cluster != glyph.cluster)
        glyph.behind = Break::soft;
    }
    piece.shaped = std::move(shaped);
  }
  return parted;
}

}  // namespace

std::optional<Lines> set_lines(std::vector<Piece> pieces, const Style& style, Measure measure, std::string_view what,
                               const Setting& setting) {
  const auto fits = [&measure](const Wrapped& tried) {
    return tried.too_wide <= 0 && static_cast<int>(tried.lines.size()) <= measure.most_lines;
  };
  const auto ready = [&](std::vector<Piece> set, Wrapped tried, const Style& as) {
    return Lines{std::move(set), std::move(tried.lines), as.line_mm, baseline_of(as, setting.fonts), setting.mirrored};
  };
  Wrapped wrapped = wrap(pieces, measure.width, measure.wrapping, setting.right_to_left);
  if (fits(wrapped)) return ready(std::move(pieces), std::move(wrapped), style);
  std::vector<Piece> parted = setting.hyphenate ? hyphenated(pieces, setting) : pieces;
  for (Style smaller = style;;) {
    if (smaller.size_pt != style.size_pt || setting.hyphenate) {
      Wrapped tried = wrap(parted, measure.width, measure.wrapping, setting.right_to_left);
      if (fits(tried)) return ready(std::move(parted), std::move(tried), smaller);
    }
    constexpr double step_pt = 0.5;
    const double next = smaller.size_pt - step_pt;
    if (style.floor_pt <= 0 || next < style.floor_pt) break;
    for (Piece& piece : parted)
      piece.size_pt *= next / smaller.size_pt;
    smaller.size_pt = next;
  }
  if (wrapped.too_wide > 0) {
    setting.too_long(fmt::format("a word in {} is {:.1f} mm wide at {} pt, {:.1f} mm more than the page has for it",
                                 what, wrapped.too_wide, style.size_pt, wrapped.too_wide - measure.width));
    return std::nullopt;
  }
  if (static_cast<int>(wrapped.lines.size()) > measure.most_lines) {
    double missing = 0;
    for (std::size_t i = static_cast<std::size_t>(measure.most_lines); i < wrapped.lines.size(); ++i) {
      missing += wrapped.lines[i].width;
    }
    setting.too_long(fmt::format("{} needs {} lines of {} mm at {} pt and has room for {}: {:.1f} mm of text too much",
                                 what, wrapped.lines.size(), measure.width, style.size_pt, measure.most_lines,
                                 missing));
    return std::nullopt;
  }
  return ready(std::move(pieces), std::move(wrapped), style);
}

std::optional<Lines> set_text(std::string_view text, const Style& style, Measure measure, std::string_view what,
                              const Setting& setting, const std::string& language) {
  return set_lines(pieces({{std::string(text), Emphasis::none, language}}, style, what, setting), style, measure, what,
                   setting);
}

void draw_line(const Lines& lines, std::size_t index, double x, double top, double width, Align align,
               Fragment& fragment) {
  const TextLine& line = lines.lines[index];
  const double room = width - line.width;
  const double left = x + (align == Align::left ? 0 : align == Align::right ? room : room / 2);
  for (const Slice& slice : line.slices) {
    const Piece& piece = lines.pieces[slice.piece];
    TextRun run;
    run.font = piece.font;
    run.size_pt = piece.size_pt;
    run.tracking_em = piece.tracking_em;
    run.colour = piece.colour;
    // A page that is mirrored afterwards has the line's order turned round until then.
    run.at = {left + (lines.mirrored ? line.width - slice.x - slice.width : slice.x), top + lines.baseline};
    run.width = slice.width;
    run.box_top = top;
    run.box_height = lines.line_mm;
    run.shaped = slice.hyphen ? piece.hyphen : piece.shaped;
    run.first = slice.first;
    run.end = slice.end;
    run.language = piece.language;
    fragment.add(std::move(run));
  }
}

void draw_lines(const Lines& lines, double x, double top, double width, Align align, Fragment& fragment) {
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    draw_line(lines, i, x, top + lines.line_mm * static_cast<double>(i), width, align, fragment);
  }
}

InkReach ink_reach(const Lines& lines, const Fonts& fonts) {
  InkReach reach;
  for (const Piece& piece : lines.pieces) {
    const bool own =
        std::any_of(fonts.begin(), fonts.end(), [&piece](const auto& font) { return font.get() == piece.font; });
    const double scale = piece.size_pt * mm_per_point / piece.font->units_per_em();
    for (const Glyph& glyph : piece.shaped->glyphs) {
      if (own && glyph.y_offset == 0) continue;
      hb_glyph_extents_t ink{};
      if (hb_font_get_glyph_extents(piece.font->shaping(), glyph.id, &ink) == 0) continue;
      reach.above = std::max(reach.above, (glyph.y_offset + ink.y_bearing) * scale);
      reach.below = std::max(reach.below, -(glyph.y_offset + ink.y_bearing + ink.height) * scale);
    }
  }
  return reach;
}

StrokedLine rule_at(double x, double y, double width, const Stroke& stroke) {
  return {{x, y}, {x + width, y}, stroke.thickness, stroke.colour};
}

ClosedPath lozenge(Point middle, double half_diagonal, Colour fill, Stroke stroke) {
  return {{{middle.x, middle.y - half_diagonal},
           {middle.x + half_diagonal, middle.y},
           {middle.x, middle.y + half_diagonal},
           {middle.x - half_diagonal, middle.y}},
          fill,
          stroke.colour,
          stroke.thickness};
}

}  // namespace guerdon
