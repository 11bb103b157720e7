#include "flow/board.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::Office;
using test::replaced;

/// The base case up to and without the section `key`.
std::string case_before(const std::string& key) {
  std::string text = test::base_case_text();
  text.erase(text.find('\n' + key + ":\n") + 1);
  return text;
}

std::string line_of(const BoardRow& row) {
  return row.case_id + ' ' + std::string(to_string(row.group)) + ' ' + row.next + ' ' +
         (row.due ? row.due->to_string() : "-");
}

std::vector<std::string> lines_on(const Office& office, const std::string& today, int horizon_days) {
  const Date day = *Date::parse(today);
  std::vector<std::string> out;
  for (const BoardLine& line : board_of(office.root, {.today = day}, day.plus_days(horizon_days)).lines)
    out.push_back(line_of(line.row()));
  return out;
}

TEST_CASE("A case moves from waiting over due to overdue as its next step's day comes and goes") {
  const Office office;
  office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", case_before("objectives"));
  const struct {
    const char* today;
    const char* line;
  } days[] = {{"2026-02-13", "2026-7kq3h2xd waiting objectives 2026-03-16"},
              {"2026-02-14", "2026-7kq3h2xd due objectives 2026-03-16"},
              {"2026-03-16", "2026-7kq3h2xd due objectives 2026-03-16"},
              {"2026-03-17", "2026-7kq3h2xd overdue objectives 2026-03-16"}};
  for (const auto& [today, line] : days)
    CHECK(lines_on(office, today, 30) == std::vector<std::string>{line});
}

TEST_CASE("A case with nothing open is ready from its last day, and issued once its certificates are") {
  const Office office;
  const FoundCase found = office.add_case();
  const auto group = [&](const char* today) { return lines_on(office, today, 30).at(0); };
  CHECK(group("2026-08-27") == "2026-7kq3h2xd waiting  -");
  CHECK(group("2026-08-28") == "2026-7kq3h2xd ready issue -");
  office.issue(found);
  CHECK(group("2026-08-29") == "2026-7kq3h2xd issued  -");
}

TEST_CASE("The board is ordered by group, then by the day that comes first") {
  const Office office;
  office.add_case("2026-aaaaaaaa", "p-8h2m4c9w", case_before("validation"));
  office.add_case("2026-bbbbbbbb", "p-8h2m4c9w", case_before("midterm"));
  office.add_case("2026-cccccccc", "p-8h2m4c9w");
  office.issue(office.add_case("2026-dddddddd", "p-8h2m4c9w"));
  std::vector<std::string> ids;
  const Date day = *Date::parse("2026-08-28");
  for (const BoardLine& line : board_of(office.root, {.today = day}, day).lines)
    ids.push_back(line.row().case_id);
  CHECK(ids == std::vector<std::string>{"2026-bbbbbbbb", "2026-aaaaaaaa", "2026-cccccccc", "2026-dddddddd"});
}

TEST_CASE("A row names the volunteer, the organisation and the last day after the changes") {
  const Office office;
  const std::string banner = "# ── objectives";
  office.add_case("2026-7kq3h2xd", "p-8h2m4c9w",
                  replaced(test::base_case_text(), banner,
                           "changes:\n  - on: 2026-06-01\n    kind: ended\n    to: 2026-06-30\n\n" + banner));
  const Board board = board_of(office.root, {.today = test::today}, test::today);
  REQUIRE(board.lines.size() == 1);
  const BoardRow row = board.lines[0].row();
  CHECK(row.name == "Zofia Wiśniewska");
  CHECK(row.organisation == "Orto Sociale");
  CHECK(row.ends == Date::parse("2026-06-30"));
  CHECK(board.findings.empty());
}

TEST_CASE("Who left a validation path on purpose is waited for no more, on one board with the others") {
  const Office office;
  const auto templates = std::filesystem::path(GUERDON_SOURCE_DIR) / "templates";
  const auto scheme = office.path() / "schemes/lever-up-1";
  std::filesystem::copy(templates / "lever-up", scheme, std::filesystem::copy_options::recursive);
  const std::string candidate =
      replaced(test::source_text("tests/rules/lever-up/case.yaml"), "p-8h2m4c9w", "p-aaaaaaaa");
  office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", case_before("objectives"));
  office.write("cases/2026/2026-aaaaaaaa.yaml",
               replaced(candidate, "2026-7kq3h2xd", "2026-aaaaaaaa") + "exit: {on: 2026-07-01, after: assessments}\n");
  CHECK(lines_on(office, "2026-07-02", 7) ==
        std::vector<std::string>{"2026-7kq3h2xd overdue objectives 2026-03-16", "2026-aaaaaaaa left  -"});
}

TEST_CASE("A case that cannot be read is a finding, and the others are shown") {
  const Office office;
  office.add_case();
  office.write("cases/2026/2026-22222222.yaml", "format: case/1\ncase: 2026-22222222\ncase: 2026-22222222\n");
  const Board board = board_of(office.root, {.today = test::today}, test::today);
  CHECK(board.lines.size() == 1);
  REQUIRE(board.findings.has_errors());
  CHECK(board.findings.items()[0].where.path == "cases/2026/2026-22222222.yaml");
}

}  // namespace
}  // namespace guerdon
