#include <fmt/format.h>

#include <algorithm>

#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

struct SetSigner {
  Lines name;
  Lines role;

  [[nodiscard]] double height() const { return name.height() + role.height(); }
};

}  // namespace

Fragments set_block(const SignersBlock& signers, const Block& block, const Setting& setting) {
  const std::vector<Certificate::Signer>& people = setting.certificate.signers;
  const double pitch = signers.columns.size() > 1 ? signers.columns[1] - signers.columns[0] : 0;
  const double gap = block.placement.width - pitch * static_cast<double>(signers.columns.size() - 1);
  const double width = people.size() == 1 ? signers.width_alone : gap;
  std::vector<SetSigner> set;
  for (const Certificate::Signer& person : people) {
    const Measure measure{width, signers.most_lines, Wrapping::greedy};
    auto name = set_text(person.name, signers.name_style, measure,
                         fmt::format("the name of the signer `{}`", person.id), setting);
    auto role = set_text(person.role, signers.role_style, measure,
                         fmt::format("the role of the signer `{}`", person.id), setting);
    if (!name || !role) return {};
    set.push_back({std::move(*name), std::move(*role)});
  }
  Fragment fragment;
  const std::size_t columns = signers.columns.size();
  const std::size_t rows = (set.size() + columns - 1) / columns;
  std::vector<double> rule_heights;
  for (std::size_t row = 0; row < rows; ++row) {
    double height = signers.least;
    for (std::size_t i = row * columns; i < std::min(set.size(), (row + 1) * columns); ++i) {
      height = std::max(height, signers.name_top + set[i].height());
    }
    rule_heights.push_back(height);
  }
  if (rows == 0) return {};
  fragment.height = signers.row * static_cast<double>(rows - 1) + rule_heights.front();
  for (std::size_t i = 0; i < set.size(); ++i) {
    const std::size_t row = i / columns;
    const double end = fragment.height - signers.row * static_cast<double>(rows - 1 - row);
    const double x = signers.columns[i % columns];
    double top = end - rule_heights[row];
    fragment.decorate(rule_at(x, top, width, signers.rule));
    top += signers.name_top;
    fragment.begin(Tag::paragraph);
    draw_lines(set[i].name, x, top, width, Align::left, fragment);
    fragment.finish();
    fragment.begin(Tag::paragraph);
    draw_lines(set[i].role, x, top + set[i].name.height(), width, Align::left, fragment);
    fragment.finish();
  }
  return {std::move(fragment)};
}

}  // namespace guerdon
