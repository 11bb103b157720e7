#include "base/csv.h"

#include <doctest/doctest.h>

#include <array>

using namespace guerdon;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows cells(std::string_view text) {
  Diagnostics findings;
  Rows out;
  for (const CsvRow& row : parse_csv("t.csv", text, findings)) {
    out.emplace_back();
    for (const auto& cell : row.cells)
      out.back().push_back(cell.value);
  }
  CHECK(findings.empty());
  return out;
}

}  // namespace

TEST_CASE("the separator is the one that the first line uses most outside quotes") {
  const Rows rows{{"name", "from"}, {"Ada", "x,y;z\tw"}};
  for (const std::string separator : {",", ";", "\t"}) {
    CHECK(cells("name" + separator + "from\nAda" + separator + "\"x,y;z\tw\"\n") == rows);
  }
  CHECK(cells("\"a;b;c\",d\n") == Rows{{"a;b;c", "d"}});
}

TEST_CASE("a table reads the same with a byte order mark, with CRLF, without a last newline, with empty lines") {
  const Rows rows{{"a", "b"}, {"1", "2"}};
  for (const char* text : {"a,b\n1,2\n",
                           "\xEF\xBB\xBF"
                           "a,b\n1,2\n",
                           "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\n\n1,2\n\n", "\r\n,\na , b\n 1, 2 \n"}) {
    CHECK_MESSAGE(cells(text) == rows, text);
  }
}

TEST_CASE("quotes keep separators, spaces, doubled quotes and lines") {
  CHECK(cells("a,b\n\" x, \"\"y\"\"\n z\",2\n") == Rows{{"a", "b"}, {" x, \"y\"\n z", "2"}});
}

TEST_CASE("empty cells keep their column") {
  CHECK(cells("a,b,c\n,,3\n1,,\n") == Rows{{"a", "b", "c"}, {"", "", "3"}, {"1", "", ""}});
}

TEST_CASE("each cell knows its line and byte column, behind a cell of several lines too") {
  Diagnostics findings;
  const auto rows = parse_csv("t.csv", "name,from\n\"Z\nó\",2026\nAda,x\n", findings);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells[1].place == Place{1, 6, 4});
  CHECK(rows[1].cells[0].place == Place{2, 1, 1});
  CHECK(rows[1].cells[1].place == Place{3, 5, 4});
  CHECK(rows[2].cells[0].place == Place{4, 1, 3});
}

TEST_CASE("a quote that is not closed is reported where it opens") {
  Diagnostics findings;
  parse_csv("t.csv", "a,b\n1,\"2\n3,4\n", findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].message == "a quote is not closed");
  CHECK(findings.items()[0].where == Location{"t.csv", {2, 3, 1}});
}

TEST_CASE("text behind a closing quote is reported where it stands, and its row is marked") {
  Diagnostics findings;
  const auto rows = parse_csv("t.csv", "a,b\n\"Ada\" Bx,2\n\"x\" ,4\n", findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].message == "`Bx` stands behind a closing quote");
  CHECK(findings.items()[0].where == Location{"t.csv", {2, 7, 2}});
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].broken);
  CHECK_FALSE(rows[2].broken);
  CHECK(rows[2].cells[0].value == "x");
}

TEST_CASE("a table in another encoding is refused at its line") {
  Diagnostics findings;
  CHECK(parse_csv("t.csv", "name\nZo\xEB\n", findings).empty());
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].message == "this line is not UTF-8");
  CHECK(findings.items()[0].where.place.line == 2);
}

TEST_CASE("an empty table has no rows") { CHECK(cells("").empty()); }

TEST_CASE("a table of nearly nothing but separators, and one of faults alone, are left off") {
  const auto last = [](const std::string& text) {
    Diagnostics findings;
    CHECK(parse_csv("t.csv", text, findings).empty());
    return findings.items().empty() ? "" : findings.items().back().message;
  };
  CHECK(last(std::string(100'000, ',')) == "a row of more than 1000 cells");
  std::string rows;
  std::string faults;
  std::string people;
  for (int i = 0; i < 50'000; ++i) {
    rows += "a\n";
    faults += "\"a\"b,";
    if (i < 2000) people += "Ada,,,,,Garden,2026-03-02,2026-08-28,,,,,,,,\n";
  }
  CHECK(last(rows) == "more than 51000 cells in 100000 bytes");
  CHECK(last(faults) == "1000 faults so far; what follows was not read");
  CHECK(cells(people).size() == 2000);
}

TEST_CASE("what is written as a table is read as it was, and nothing in it is a formula") {
  CHECK(csv_line({"case", "O'Neil, Anna", "a \"b\"", "", "two\nlines"}) ==
        "case,\"O'Neil, Anna\",\"a \"\"b\"\"\",,\"two\nlines\"\n");
  const Rows rows{{"Ada; Bo", "a \"b\" \"\"", "x,y", "two\r\nlines", "-"}, {"1", "2", "3", "4", "5"}};
  CHECK(cells(csv_line({"a", "b", "c", "d", "e"}) + csv_line(rows[0]).replace(csv_line(rows[0]).rfind("'-"), 2, "-") +
              csv_line(rows[1])) == Rows{{"a", "b", "c", "d", "e"}, rows[0], rows[1]});
  for (const std::string formula :
       {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uFF1D1", "\uFF20x", "\n=1"}) {
    CAPTURE(formula);
    const Rows read = cells("name\n" + csv_line({formula}));
    REQUIRE(read.size() == 2);
    CHECK(read[1].front().starts_with('\''));
  }
  CHECK(csv_line({"1=1", "a@b.org", "'x"}) == "1=1,a@b.org,'x\n");
}
