#include "document/setting.h"

#include <fmt/format.h>

#include <algorithm>

#include "document/design_reader.h"

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

std::string fact_text(Fact fact, const Certificate& certificate) {
  switch (fact) {
    case Fact::id:
      return certificate.id.text;
    case Fact::name:
      return certificate.name;
    case Fact::latin_name:
      return certificate.latin_name;
    case Fact::tasks:
      return joined(certificate.tasks, "; ");
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
  const auto& names = fact_names();
  if (const auto name = std::find(names.begin(), names.end(), when); name != names.end()) {
    return !fact_text(static_cast<Fact>(name - names.begin()), certificate).empty();
  }
  const auto words = certificate.words.find(std::string(when));
  if (words == certificate.words.end()) return false;
  return std::any_of(words->second.begin(), words->second.end(),
                     [](const Phrase& phrase) { return !plain(phrase).empty(); });
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

std::vector<Piece> pieces(const Phrase& phrase, const Style& style, std::string_view what, const Setting& setting) {
  std::vector<Piece> shaped;
  for (const Words& words : phrase) {
    if (words.text.empty()) continue;
    const std::size_t index = words.emphasis == Emphasis::strong     ? style.strong
                              : words.emphasis == Emphasis::stressed ? style.stressed
                                                                     : style.font;
    const Font& font = *setting.fonts[index];
    const std::string& language = words.language.empty() ? setting.certificate.language : words.language;
    Piece piece{setting.shaper.shape(font, style.ligatures, language, words.text),
                &font,
                style.size_pt,
                style.tracking_em,
                style.colour,
                words.language};
    if (!piece.shaped->unprintable.empty()) {
      report_unprintable(piece.shaped->unprintable, what, font, setting.where, setting.findings);
    }
    shaped.push_back(std::move(piece));
  }
  return shaped;
}

double baseline_of(const Style& style, const Fonts& fonts) {
  return style.line_mm / 2 + fonts[style.font]->baseline() * style.size_pt * mm_per_point;
}

std::optional<Lines> set_lines(std::vector<Piece> pieces, const Style& style, Measure measure, std::string_view what,
                               const Setting& setting) {
  Wrapped wrapped = wrap(pieces, measure.width, measure.wrapping);
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
  return Lines{std::move(pieces), std::move(wrapped.lines), style.line_mm, baseline_of(style, setting.fonts)};
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
    run.at = {left + slice.x, top + lines.baseline};
    run.width = slice.width;
    run.box_top = top;
    run.box_height = lines.line_mm;
    run.shaped = piece.shaped;
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
