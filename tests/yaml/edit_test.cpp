#include "yaml/edit.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/error.h"
#include "yaml/author.h"
#include "yaml/emit.h"
#include "yaml/parsed.h"

using namespace guerdon;
using test::Author;
using test::parsed;
using test::sections;
using test::with_crlf;
using yaml::EditKind;

namespace {

std::string edited(const std::string& text, const yaml::Edit& edit) {
  return yaml::edited(parsed(text), sections, edit);
}

yaml::Node block(const std::string& on) { return yaml::block({{"on", yaml::bare(on)}}); }

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == '\n') {
      out.emplace_back();
    } else if (c != '\r') {
      out.back() += c;
    }
  }
  return out;
}

/// Whether every line of `before` is in `after`, in order.
bool keeps_lines(const std::string& before, const std::string& after) {
  const auto old = lines(before);
  auto at = old.begin();
  for (const std::string& line : lines(after)) {
    if (at != old.end() && *at == line) ++at;
  }
  return at == old.end();
}

const std::string banners = yaml::banner("enrolment") + '\n' + yaml::banner("changes") + '\n' +
                            yaml::banner("mid-term") + '\n' + yaml::banner("evaluation form") + '\n' +
                            yaml::banner("professional statement") + '\n';

}  // namespace

TEST_CASE("a section goes under its own banner, parted from the next one by a blank line") {
  const std::string out = edited(banners, {EditKind::set, "midterm", block("2026-05-01"), ""});
  CHECK(out == yaml::banner("enrolment") + '\n' + yaml::banner("changes") + '\n' + yaml::banner("mid-term") +
                   "\nmidterm:\n  on: 2026-05-01\n\n" + yaml::banner("evaluation form") + '\n' +
                   yaml::banner("professional statement") + '\n');
}

TEST_CASE("where the banner was deleted the section goes before the next known one and its comments") {
  CHECK(edited("format: case/1\n# about it\nevaluation:\n  sent: 2026-01-01\n",
               {EditKind::set, "midterm", block("2026-05-01"), ""}) ==
        "format: case/1\nmidterm:\n  on: 2026-05-01\n\n# about it\nevaluation:\n  sent: 2026-01-01\n");
}

TEST_CASE("where nothing known follows the section goes to the end") {
  CHECK(edited("format: case/1", {EditKind::set, "midterm", block("2026-05-01"), ""}) ==
        "format: case/1\nmidterm:\n  on: 2026-05-01\n");
}

TEST_CASE("an empty section is filled where it stands") {
  for (const std::string empty : {"midterm:\n", "midterm: ~\n", "midterm: null\n"}) {
    CHECK(edited("a: 1\n" + empty + "b: 2\n", {EditKind::set, "midterm", block("2026-05-01"), ""}) ==
          "a: 1\nmidterm:\n  on: 2026-05-01\nb: 2\n");
  }
}

TEST_CASE("the comment on the line of an empty section stays") {
  CHECK(edited("midterm:   # in May\nb: 1\n", {EditKind::set, "midterm", block("2026-05-01"), ""}) ==
        "midterm:   # in May\n  on: 2026-05-01\nb: 1\n");
  CHECK(edited("midterm: ~ # in May\nb: 1\n", {EditKind::set, "midterm", block("2026-05-01"), ""}) ==
        "midterm: # in May\n  on: 2026-05-01\nb: 1\n");
}

TEST_CASE("line ends are the file's") {
  CHECK(edited("a: 1\r\n", {EditKind::set, "midterm", yaml::block({{"text", yaml::text("x\ny")}}), ""}) ==
        "a: 1\r\nmidterm:\r\n  text: |-\r\n    x\r\n    y\r\n");
}

TEST_CASE("an item is added at the column of the items that are there") {
  for (const std::string indent : {"", "  ", "      "}) {
    const std::string before =
        "changes:\n" + indent + "- on: 2026-01-01\n" + indent + "  # inside\n\n# between\nb: 1\n";
    CHECK(edited(before, {EditKind::append, "changes", block("2026-02-02"), ""}) ==
          "changes:\n" + indent + "- on: 2026-01-01\n" + indent + "  # inside\n" + indent +
              "- on: 2026-02-02\n\n# between\nb: 1\n");
  }
}

TEST_CASE("lines of a block text that look like comments stay with it") {
  const std::string before = "changes:\n  - reason: |\n      one\n      # two\n\n# after\n";
  CHECK(edited(before, {EditKind::append, "changes", block("2026-02-02"), ""}) ==
        "changes:\n  - reason: |\n      one\n      # two\n  - on: 2026-02-02\n\n# after\n");
}

TEST_CASE("a list that is not there is begun") {
  CHECK(edited("a: 1\n", {EditKind::append, "changes", block("2026-02-02"), ""}) ==
        "a: 1\nchanges:\n  - on: 2026-02-02\n");
}

TEST_CASE("keys are added to a block, and an item to a list inside it") {
  const std::string before = "evaluation:\n   sent: 2026-01-01   # posted\nb: 1\n";
  const std::string once =
      edited(before, {EditKind::extend, "evaluation", yaml::block({{"returned", yaml::bare("2026-02-01")}}), ""});
  CHECK(once == "evaluation:\n   sent: 2026-01-01   # posted\n   returned: 2026-02-01\nb: 1\n");
  const std::string begun = edited(before, {EditKind::append, "evaluation", block("2026-03-01"), "confirmed"});
  CHECK(begun == "evaluation:\n   sent: 2026-01-01   # posted\n   confirmed:\n     - on: 2026-03-01\nb: 1\n");
  CHECK(edited(begun, {EditKind::append, "evaluation", block("2026-03-02"), "confirmed"}) ==
        "evaluation:\n   sent: 2026-01-01   # posted\n   confirmed:\n     - on: 2026-03-01\n     - on: 2026-03-02\nb: "
        "1\n");
}

TEST_CASE("a section that is replaced leaves every byte around it") {
  CHECK(edited("# a\nmidterm:\n  on: 2026-01-01\n  # why\n\n# b\nc: 1",
               {EditKind::replace, "midterm", block("2026-05-01"), ""}) ==
        "# a\nmidterm:\n  on: 2026-05-01\n\n# b\nc: 1");
}

TEST_CASE("what cannot be added without touching other lines is refused with the block to paste") {
  const yaml::Edit edit{EditKind::append, "changes", block("2026-02-02"), ""};
  for (const char* text : {"changes: [{on: 2026-01-01}]\n", "changes: {on: 2026-01-01}\n", "changes: []\n",
                           "changes:\n  on: 2026-01-01\n", "changes: word\n"}) {
    try {
      edited(text, edit);
      FAIL(text);
    } catch (const Error& error) {
      CHECK(error.failure() == Failure::refused);
      CHECK(error.finding().where.path == "a.yaml");
      CHECK(error.finding().hint.find("- on: 2026-02-02\n") != std::string::npos);
    }
  }
}

TEST_CASE("a text that keeps its last line ends is not given one more or less") {
  const std::string before = "midterm:\n  text: |+\n    one\n\n\n# after\nb: 1\n";
  try {
    const std::string after = edited(before, {EditKind::extend, "midterm", block("2026-02-02"), ""});
    CHECK(parsed(after).root.find("midterm")->find("text")->scalar ==
          parsed(before).root.find("midterm")->find("text")->scalar);
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::refused);
  }
}

TEST_CASE("a file with a byte order mark is edited at the right bytes") {
  CHECK(edited("\xEF\xBB\xBF"
               "changes:\n  - on: 2026-01-01\nb: 1\n",
               {EditKind::append, "changes", block("2026-02-02"), ""}) ==
        "\xEF\xBB\xBF"
        "changes:\n  - on: 2026-01-01\n  - on: 2026-02-02\nb: 1\n");
}

TEST_CASE("whatever people's files look like, an addition keeps every line and adds exactly itself, or is refused") {
  std::size_t done = 0;
  std::size_t refused = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    Author author(seed);
    const std::string before = author.write();
    const yaml::Document old = parsed(before);
    const std::string section = sections[author.below(5)].key;
    const bool append = section == "changes";
    const yaml::Node* present = old.root.find(section);
    const bool filled = present != nullptr && present->kind != yaml::Kind::null;
    const yaml::Edit edit{append   ? EditKind::append
                          : filled ? EditKind::extend
                                   : EditKind::set,
                          section, yaml::block({{"added", yaml::text("x: # y")}, {"text", yaml::text("one\n# two")}}),
                          ""};
    CAPTURE(seed);
    CAPTURE(before);
    try {
      if (filled && !append && present->find("text") != nullptr) continue;  // the key would stand twice
      const std::string after = yaml::edited(old, sections, edit);
      CAPTURE(after);
      const yaml::Document now = parsed(after);
      ++done;
      CHECK(keeps_lines(before.ends_with('\n') ? before.substr(0, before.size() - 1) : before, after));
      for (std::size_t i = 0; i < old.root.keys.size(); ++i) {
        const yaml::Node* same = now.root.find(old.root.keys[i].scalar);
        REQUIRE(same != nullptr);
        if (old.root.keys[i].scalar != section) CHECK(yaml::same_content(*same, old.root.items[i]));
      }
      CHECK(now.root.keys.size() == old.root.keys.size() + (present == nullptr ? 1 : 0));
      const yaml::Node& added = *now.root.find(section);
      const yaml::Node& got = append ? added.items.back() : added;
      CHECK(got.find("added")->scalar == "x: # y");
      CHECK(got.find("text")->scalar == "one\n# two");
      if (append) CHECK(added.items.size() == (filled ? present->items.size() : 0) + 1);
      CHECK(std::count(after.begin(), after.end(), '\r') ==
            (before.find('\r') == std::string::npos ? 0 : std::count(after.begin(), after.end(), '\n')));
    } catch (const Error& error) {
      ++refused;
      CHECK(error.failure() == Failure::refused);
      CHECK(error.finding().hint.find("added:") != std::string::npos);
    }
  }
  CHECK(done > 450);
  CHECK(refused > 0);
  CHECK(refused < 80);
}

TEST_CASE("adding twice is adding both, in order") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string before = Author(seed).write();
    const yaml::Document old = parsed(before);
    const yaml::Node* present = old.root.find("changes");
    const std::size_t count = present != nullptr ? present->items.size() : 0;
    const std::string once = edited(before, {EditKind::append, "changes", block("2026-02-02"), ""});
    const std::string twice = edited(once, {EditKind::append, "changes", block("2026-03-03"), ""});
    const yaml::Document after = parsed(twice);
    const yaml::Node& changes = *after.root.find("changes");
    CAPTURE(twice);
    REQUIRE(changes.items.size() == count + 2);
    CHECK(changes.items[count].find("on")->scalar == "2026-02-02");
    CHECK(changes.items[count + 1].find("on")->scalar == "2026-03-03");
    CHECK(keeps_lines(once, twice));
  }
}

TEST_CASE("sections filled in any order lead to the same record") {
  std::vector<std::string> keys{"midterm", "evaluation", "statement"};
  do {
    std::string text = banners;
    for (const std::string& key : keys)
      text = edited(text, {EditKind::set, key, block("2026-05-01"), ""});
    const yaml::Document after = parsed(text);
    CHECK(after.root.keys[0].scalar == "midterm");
    CHECK(after.root.keys[1].scalar == "evaluation");
    CHECK(after.root.keys[2].scalar == "statement");
  } while (std::next_permutation(keys.begin(), keys.end()));
}

TEST_CASE("a banner's title is read back out of it, and any other comment has none") {
  CHECK(yaml::banner_title(yaml::banner("mid-term")) == "mid-term");
  CHECK(yaml::banner_title("# ─ mid-term") == "mid-term");
  for (const char* comment : {"# mid-term", "#", "", "mid-term", "# - mid-term"})
    CHECK(yaml::banner_title(comment).empty());
}
