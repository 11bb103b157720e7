#include "document/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <map>

#include "document/bidi.h"
#include "document/blocks/blocks.h"
#include "document/page_builder.h"

namespace guerdon {

namespace {

/// Room for rounding when heights are compared.
constexpr double tolerance = 1e-6;

using Placed = std::vector<PlacedFragment>;

Fragments set(const Block& block, const Setting& setting) {
  const auto set_with = [&block](const Setting& with) {
    return std::visit([&](const auto& content) { return set_block(content, block, with); }, block.content);
  };
  if (!block.hyphenate) return set_with(setting);
  Setting parting = setting;
  parting.hyphenate = true;
  return set_with(parting);
}

double height_of(const Fragments& fragments) {
  double height = 0;
  for (const Fragment& fragment : fragments)
    height += (&fragment == &fragments.front() ? 0 : fragment.gap) + fragment.height;
  return height;
}

double top_of(const Placed& placed) {
  double top = std::numeric_limits<double>::infinity();
  for (const PlacedFragment& one : placed)
    top = std::min(top, one.top);
  return top;
}

void stack(Fragments fragments, double top, int block, Placed& placed) {
  bool first = true;
  for (Fragment& fragment : fragments) {
    if (!first) top += fragment.gap;
    first = false;
    const double height = fragment.height;
    placed.push_back({std::move(fragment), top, block});
    top += height;
  }
}

/// Blocks that each have their own place; a block that keeps above another is placed after it.
class FixedBlocks {
 public:
  FixedBlocks(const std::vector<Block>& blocks, const Setting& setting)
      : blocks_(blocks), setting_(setting), placed_(blocks.size()) {
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      place(i);
  }

  [[nodiscard]] double top() const {
    double top = std::numeric_limits<double>::infinity();
    for (const Placed& placed : placed_)
      top = std::min(top, top_of(placed));
    return top;
  }

  /// The lowest end of all.
  [[nodiscard]] double bottom() const {
    double bottom = 0;
    for (const Placed& placed : placed_) {
      for (const PlacedFragment& one : placed)
        bottom = std::max(bottom, one.bottom());
    }
    return bottom;
  }

  void add_to(PageBuilder& page) {
    for (Placed& placed : placed_) {
      for (PlacedFragment& one : placed)
        page.add(std::move(one));
    }
  }

 private:
  void place(std::size_t index) {
    if (done_.contains(index)) return;
    done_[index] = true;
    const Block& block = blocks_[index];
    if (!is_wanted(block, setting_.certificate)) return;
    Fragments fragments = set(block, setting_);
    if (fragments.empty()) return;
    const Position& where = block.placement;
    const double height = height_of(fragments);
    double top = where.top ? *where.top : where.bottom ? *where.bottom - height : end_of_previous(index) + where.gap;
    for (std::size_t other = 0; !where.above.empty() && other < blocks_.size(); ++other) {
      if (blocks_[other].id != where.above) continue;
      place(other);
      top = std::min(top, top_of(placed_[other]) - where.gap - height);
    }
    stack(std::move(fragments), top, -2 - static_cast<int>(index), placed_[index]);
  }

  [[nodiscard]] double end_of_previous(std::size_t index) const {
    while (index-- > 0) {
      if (!placed_[index].empty()) return placed_[index].back().bottom();
    }
    return 0;
  }

  const std::vector<Block>& blocks_;
  const Setting& setting_;
  std::vector<Placed> placed_;
  std::map<std::size_t, bool> done_;
};

/// What did not go onto page one, in order.
struct Rest {
  struct Item {
    Fragment fragment;
    int block = 0;
  };
  std::deque<Item> items;
};

/// How many of `fragments`, the first at `top`, end at or above `limit`, not parting what belongs together.
std::size_t fitting(const Fragments& fragments, double top, double limit) {
  std::size_t count = 0;
  double y = top;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    y += (i == 0 ? 0 : fragments[i].gap) + fragments[i].height;
    if (y > limit + tolerance) break;
    if (!fragments[i].with_next || i + 1 == fragments.size()) count = i + 1;
  }
  return count;
}

class Composition {
 public:
  Composition(const Form& form, Setting& setting) : form_(form), setting_(setting) {}

  /// Empty when something was reported.
  std::vector<Page> compose() {
    FixedBlocks foot(form_.first_foot, setting_);
    flow_first_page(std::min(form_.foot_top, foot.top()));
    // What does not fit on page one would be reported again for the head of page two.
    if (!setting_.overfull) flow_next_pages();
    if (setting_.findings.has_errors()) return {};
    return assemble(foot);
  }

 private:
  /// None for a block whose condition does not hold.
  Fragments set_if_wanted(const Block& block) {
    return is_wanted(block, setting_.certificate) ? set(block, setting_) : Fragments{};
  }

  void flow_first_page(double foot_top) {
    Placed placed;
    double y = setting_.design.top;
    double lowest = y;  // of all columns
    struct Begin {
      double top = 0;
      std::size_t placed = 0;  // how many fragments stood there before
    };
    std::map<std::string_view, Begin> begins;
    double limit = foot_top - form_.clear;
    int number = 0;
    for (const Block& block : form_.first_flow) {
      ++number;
      const Position& where = block.placement;
      double end = y;  // of what it stands under
      if (const auto column = begins.find(where.beside); column != begins.end()) {
        end = y = column->second.top;
      } else if (const auto earlier = begins.find(where.under); earlier != begins.end()) {
        for (std::size_t i = earlier->second.placed; i < placed.size(); ++i)
          end = std::max(end, placed[i].bottom());
        y = end + where.gap;
      } else {
        y = where.top ? *where.top : y + where.gap;
      }
      // A column begins where its first block would stand, whether it does or not.
      if (!block.id.empty()) begins[block.id] = {y, placed.size()};
      Fragments fragments = set_if_wanted(block);
      if (fragments.empty()) {
        y = end;
        continue;
      }
      if (where.until) {
        const std::size_t count = fitting(fragments, y, std::min(limit, *where.until));
        for (std::size_t i = count; i < fragments.size(); ++i)
          rest_.items.push_back({std::move(fragments[i]), number});
        fragments.resize(count);
        if (fragments.empty()) continue;
      }
      stack(std::move(fragments), y, number, placed);
      y = placed.back().bottom();
      lowest = std::max(lowest, y);
    }
    if (lowest > limit + tolerance) {
      setting_.too_long(fmt::format("page one is {:.1f} mm too full in the form `{}`", lowest - limit, form_.name),
                        "shorten the organisation's, the project's or the signers' texts, or have fewer sign");
    }
    flows_.push_back(std::move(placed));
  }

  void gather_next_flow() {
    int number = 1000;
    for (const Block& block : form_.next_flow) {
      ++number;
      Fragments fragments = set_if_wanted(block);
      if (!fragments.empty()) fragments.front().gap = block.placement.gap;
      for (Fragment& fragment : fragments)
        rest_.items.push_back({std::move(fragment), number});
    }
  }

  void flow_next_pages() {
    gather_next_flow();
    if (rest_.items.empty()) return;
    setting_.page = 2;
    const FixedBlocks head(form_.next_head, setting_);
    const double begin = std::max(form_.next_top, head.bottom() + form_.next_clear);
    const double limit = form_.next_bottom;
    Placed placed;
    double y = begin;
    while (!rest_.items.empty()) {
      std::size_t together = 1;
      double height = rest_.items[0].fragment.height;
      while (together < rest_.items.size() && rest_.items[together - 1].fragment.with_next) {
        height += rest_.items[together].fragment.gap + rest_.items[together].fragment.height;
        ++together;
      }
      const double gap = placed.empty() ? 0 : rest_.items[0].fragment.gap;
      if (y + gap + height > limit + tolerance) {
        if (placed.empty()) {
          setting_.too_long(fmt::format("a text is {:.1f} mm too high for a page of its own", y + height - limit));
          return;
        }
        flows_.push_back(std::move(placed));
        placed = {};
        y = begin;
        continue;
      }
      for (std::size_t i = 0; i < together; ++i) {
        Rest::Item item = std::move(rest_.items.front());
        rest_.items.pop_front();
        if (!placed.empty()) y += item.fragment.gap;
        const double top = y;
        y += item.fragment.height;
        placed.push_back({std::move(item.fragment), top, item.block});
      }
    }
    flows_.push_back(std::move(placed));
  }

  std::vector<Page> assemble(FixedBlocks& first_foot) {
    std::vector<Page> pages;
    setting_.pages = static_cast<int>(flows_.size());
    for (std::size_t i = 0; i < flows_.size(); ++i) {
      setting_.page = static_cast<int>(i) + 1;
      PageBuilder builder(setting_.design.width, setting_.design.height);
      if (i > 0) FixedBlocks(form_.next_head, setting_).add_to(builder);
      for (PlacedFragment& placed : flows_[i])
        builder.add(std::move(placed));
      if (i == 0) {
        first_foot.add_to(builder);
      } else {
        FixedBlocks(form_.next_foot, setting_).add_to(builder);
      }
      FixedBlocks(form_.every_page, setting_).add_to(builder);
      pages.push_back(builder.take());
      const auto& background = i == 0 ? setting_.design.first_background : setting_.design.next_background;
      if (background) pages.back().background = setting_.design.images[*background].image;
    }
    return pages;
  }

  const Form& form_;
  Setting& setting_;
  std::vector<Placed> flows_;  ///< by page
  Rest rest_;
};

}  // namespace

std::optional<std::vector<Page>> lay_out(const Certificate& certificate, const Template& design, const Fonts& fonts,
                                         Shaper& shaper, const Location& where, Diagnostics& findings,
                                         const Portfolio* portfolio, const std::shared_ptr<const Image>& logo) {
  Diagnostics last;
  std::optional<CellGrid> code;
  const bool right_to_left = is_right_to_left(certificate.language);
  const Template& chosen = design.in(certificate.language);
  for (const Form& form : chosen.forms) {
    Diagnostics trial;
    bool overfull = false;
    Setting setting{certificate, chosen, fonts,     shaper,        where,         trial, code, overfull,
                    1,           1,      portfolio, right_to_left, right_to_left, false, logo};
    std::vector<Page> pages = Composition(form, setting).compose();
    if (!trial.has_errors()) {
      if (right_to_left) std::for_each(pages.begin(), pages.end(), mirror);
      return pages;
    }
    last = std::move(trial);
  }
  last.sort();
  findings.append(last);
  return std::nullopt;
}

}  // namespace guerdon
