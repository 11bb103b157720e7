#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

constexpr int most_paragraph_lines = 400;

struct Quotation {
  const QuoteBlock& quote;
  const Position& place;
  Fragments fragments{};

  /// One fragment a line, so that a long quotation runs over pages; never less than two lines of a paragraph together.
  void add(const Lines& lines, int paragraph, double gap, bool keep_whole) {
    const std::size_t count = lines.lines.size();
    const double indent = quote.bar.thickness + quote.indent;
    for (std::size_t i = 0; i < count; ++i) {
      Fragment fragment;
      fragment.inside = {{Tag::paragraph, paragraph}};
      fragment.gap = i == 0 ? gap : 0;
      fragment.height = lines.line_mm;
      fragment.with_next = i + 1 < count && (keep_whole || i == 0 || i + 2 == count);
      if (quote.bar.thickness > 0) fragment.bar = FilledBox{{place.x, 0}, quote.bar.thickness, 0, quote.bar.colour};
      draw_line(lines, i, place.x + indent, 0, place.width - indent, Align::left, fragment);
      fragments.push_back(std::move(fragment));
    }
  }

  void keep_with_next() {
    if (!fragments.empty()) fragments.back().with_next = true;
  }
};

}  // namespace

Fragments set_block(const QuoteBlock& quote, const Block& block, const Setting& setting) {
  if (quote.text.empty() && !setting.certificate.statement) return {};
  const Certificate::Statement statement = quote.text.empty()
                                               ? *setting.certificate.statement
                                               : Certificate::Statement{{}, list_items(quote.text, setting), {}, {}};
  Quotation quotation{quote, block.placement};
  const double width = block.placement.width - quote.bar.thickness - quote.indent;
  int paragraph = 0;
  for (const std::string& text : statement.paragraphs) {
    const auto set = set_text(text, quote.style, {width, most_paragraph_lines, Wrapping::greedy}, block.what, setting,
                              setting.certificate.text_language);
    if (set) quotation.add(*set, paragraph, paragraph == 0 ? 0 : quote.between, false);
    ++paragraph;
  }
  if (!quote.text.empty()) return std::move(quotation.fragments);
  quotation.keep_with_next();
  const auto name = set_text(statement.professional, quote.name_style, {width, 2, Wrapping::greedy},
                             "the professional's name", setting);
  if (name) quotation.add(*name, paragraph++, quote.before_name, true);
  if (statement.profession.empty()) return std::move(quotation.fragments);
  quotation.keep_with_next();
  const auto role =
      set_text(statement.profession, quote.role_style, {width, 2, Wrapping::greedy}, "the profession", setting);
  if (role) quotation.add(*role, paragraph, 0, true);
  return std::move(quotation.fragments);
}

}  // namespace guerdon
