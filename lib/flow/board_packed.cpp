#include "flow/board_packed.h"

namespace guerdon {
namespace {

/// 1 January 1900, the first day that a date can be.
constexpr int earliest_day = -25567;

void add(Packed& packed, const std::optional<Date>& day) {
  packed.add(std::uint64_t{day ? 1U : 0U});
  packed.add(day ? static_cast<std::uint64_t>(day->days_since_1970() - earliest_day) : std::uint64_t{0});
}

std::optional<Date> day_from(Unpacked& packed) {
  const bool is_there = packed.number() != 0;
  const Date day = Date::from_days(static_cast<int>(packed.number()) + earliest_day);
  return is_there ? std::optional(day) : std::nullopt;
}

void add(Packed& packed, const Step& step) {
  packed.add(step.section);
  packed.add(step.command);
  packed.add(std::uint64_t{step.done ? 1U : 0U} | std::uint64_t{step.waived ? 2U : 0U});
  add(packed, step.due);
}

Step step_from(Unpacked& packed) {
  Step step;
  step.section = packed.text();
  step.command = packed.text();
  const std::uint64_t flags = packed.number();
  step.done = (flags & 1U) != 0;
  step.waived = (flags & 2U) != 0;
  step.due = day_from(packed);
  return step;
}

void add(Packed& packed, const std::vector<std::string>& texts) {
  packed.add(std::uint64_t{texts.size()});
  for (const std::string& text : texts)
    packed.add(text);
}

std::vector<std::string> texts_from(Unpacked& packed) {
  std::vector<std::string> out;
  for (std::uint64_t left = packed.number(); left > 0 && packed.good(); --left)
    out.emplace_back(packed.text());
  return out;
}

void add(Packed& packed, const Progress& progress) {
  packed.add(std::uint64_t{progress.steps.size()});
  for (const Step& step : progress.steps)
    add(packed, step);
  add(packed, progress.issued);
  packed.add(std::uint64_t{progress.next ? 1U : 0U});
  if (progress.next) add(packed, *progress.next);
  for (const bool flag :
       {progress.ready, progress.complete, progress.left, progress.document_due, progress.out_of_reach})
    packed.add(std::uint64_t{flag ? 1U : 0U});
  packed.add(progress.further);
}

Progress progress_from(Unpacked& packed) {
  Progress progress;
  for (std::uint64_t left = packed.number(); left > 0 && packed.good(); --left)
    progress.steps.push_back(step_from(packed));
  progress.issued = texts_from(packed);
  if (packed.number() != 0) progress.next = step_from(packed);
  for (bool* flag :
       {&progress.ready, &progress.complete, &progress.left, &progress.document_due, &progress.out_of_reach})
    *flag = packed.number() != 0;
  progress.further = packed.text();
  return progress;
}

}  // namespace

void add(Packed& packed, const BoardRow& row) {
  for (const std::string* text : {&row.case_id, &row.name, &row.organisation})
    packed.add(*text);
  add(packed, row.organisations);
  add(packed, row.ends);
  add(packed, row.progress);
}

BoardRow board_row_from(Unpacked& packed) {
  BoardRow row;
  for (std::string* text : {&row.case_id, &row.name, &row.organisation})
    *text = packed.text();
  row.organisations = texts_from(packed);
  row.ends = day_from(packed);
  row.progress = progress_from(packed);
  return row;
}

}  // namespace guerdon
