#include "flow/survey.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <thread>

#include "flow/board.h"
#include "flow/check.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using test::listed;
using test::Office;
using test::replaced;
using test::today;

/// Lets the clock of files go on, so that what was written so far is settled.
void settle() { std::this_thread::sleep_for(std::chrono::milliseconds(60)); }

SurveySettings settings(Date day = today, std::string program = "test") {
  return {.today = day, .program = std::move(program), .jobs = 2};
}

/// Three cases: one with its certificates, one on her way, one that says it is of another version of the scheme.
struct Busy : Office {
  Busy() {
    issue(add_case());
    std::string text = test::base_case_text();
    text.erase(text.find("\nobjectives:\n") + 1);
    add_case("2026-22222222", "p-22222222", text);
    fs::copy(path() / "schemes/glore-1", path() / "schemes/glore-2", fs::copy_options::recursive);
    write("schemes/glore-2/scheme.yaml",
          replaced(read("schemes/glore-2/scheme.yaml"), "version: \"1\"", "version: \"2\""));
    add_case("2026-33333333", "p-33333333", replaced(text, "scheme: glore-1", "scheme: glore-2"));
    settle();
  }

  /// The ids of the cases that a question had to be asked of, as "7kq 222 333".
  [[nodiscard]] std::string asked(const SurveySettings& how = settings()) const {
    std::mutex mutex;
    std::vector<std::string> ids;
    Survey survey(root, how);
    std::vector<std::string_view> paths;
    for (const StampedFile& file : survey.cases())
      paths.push_back(file.path);
    const std::vector<std::string> answers = survey.ask("test", paths, [&](const Asked& one) {
      const std::lock_guard guard(mutex);
      ids.push_back(one.record == nullptr ? one.path : one.record->id.value.text.substr(5, 3));
      return "of " + one.path;
    });
    survey.remember();
    for (std::size_t i = 0; i < paths.size(); ++i)
      CHECK(answers[i] == "of " + std::string(paths[i]));
    std::sort(ids.begin(), ids.end());
    return fmt::format("{}", fmt::join(ids, " "));
  }

  void append(const std::string& name, const std::string& text) const {
    write(name, read(name) + text);
    settle();
  }

  [[nodiscard]] std::string first_certificate() const {
    return stamped_files(root, "certificates", ".json", Depth::years).at(0).path;
  }
};

}  // namespace

TEST_CASE("each case has its person, however many workers read people at once") {
  const Office office;
  for (int number = 1000; number < 1150; ++number) {
    const std::string tail = fmt::format("{:08}", number);
    office.add_case("2026-" + tail, "p-" + tail);
  }
  for (int round = 0; round < 20; ++round) {
    Survey survey(office.root, {.today = today, .jobs = 4});
    std::vector<std::string_view> paths;
    for (const StampedFile& file : survey.cases())
      paths.push_back(file.path);
    const auto answers = survey.ask("person", paths, [](const Asked& one) {
      return std::string(one.world.find_person(one.record->person.value.text) == nullptr ? "nobody" : "found");
    });
    CHECK(std::count(answers.begin(), answers.end(), "found") == 150);
  }
}

TEST_CASE("what was asked once is not asked again while nothing changes") {
  const Busy office;
  CHECK(office.asked() == "222 333 7kq");
  CHECK(office.asked().empty());
  fs::remove(office.path() / ".guerdon/cache");
  CHECK(office.asked() == "222 333 7kq");
}

TEST_CASE("a change asks again those cases that it may touch, and no others") {
  const Busy office;
  CHECK(office.asked() == "222 333 7kq");
  SUBCASE("the case itself") {
    office.append("cases/2026/2026-22222222.yaml", "# noted\n");
    CHECK(office.asked() == "222");
  }
  SUBCASE("its person") {
    office.append("people/p-33333333.yaml", "# noted\n");
    CHECK(office.asked() == "333");
  }
  SUBCASE("its person, who is gone") {
    fs::remove(office.path() / "people/p-33333333.yaml");
    CHECK(office.asked() == "333");
  }
  SUBCASE("a certificate of it") {
    office.append(office.first_certificate(), " ");
    CHECK(office.asked() == "7kq");
  }
  SUBCASE("a certificate that is gone") {
    fs::remove(office.path() / office.first_certificate());
    CHECK(office.asked() == "7kq");
  }
  SUBCASE("an event of its certificate") {
    const std::string id = fs::path(office.first_certificate()).stem().string();
    office.write("events/" + id + "-1.yaml",
                 fmt::format("format: event/1\ncertificate: {}\nevent: revoked\non: 2026-08-29\nby: [luca-bianchi]\n"
                             "reason: error\n",
                             id));
    settle();
    CHECK(office.asked() == "7kq");
  }
  SUBCASE("the tombstone of an erased certificate that names it") {
    const std::string id = fs::path(office.first_certificate()).stem().string();
    office.write("events/" + id + "-1.yaml",
                 fmt::format("format: event/1\ncertificate: {}\nevent: erased\non: 2026-08-29\nreason: request\n"
                             "by: [luca-bianchi]\ncase: 2026-22222222\ndigest: {}\n",
                             id, std::string(64, 'a')));
    settle();
    CHECK(office.asked() == "222 7kq");
  }
  SUBCASE("a second file with its id") {
    office.write("cases/2025/2026-22222222.yaml", office.read("cases/2026/2026-22222222.yaml"));
    settle();
    CHECK(office.asked() == "222 222");
  }
  SUBCASE("the scheme that it is of") {
    office.append("schemes/glore-2/scheme.yaml", "# noted\n");
    CHECK(office.asked() == "333");
    office.append("schemes/glore-1/text/en.yaml", "# noted\n");
    CHECK(office.asked() == "222 7kq");
  }
  SUBCASE("an organisation, which every case may name") {
    office.append("organisations/kipos.yaml", "# noted\n");
    CHECK(office.asked() == "222 333 7kq");
  }
  SUBCASE("the settings") {
    office.append("guerdon.yaml", "# noted\n");
    CHECK(office.asked() == "222 333 7kq");
  }
  SUBCASE("another program") { CHECK(office.asked(settings(today, "newer")) == "222 333 7kq"); }
}

TEST_CASE("another day asks again only where the answer hangs on it") {
  const Busy office;
  const auto ask = [&](Date day) {
    std::vector<std::string> ids;
    Survey survey(office.root, {.today = day, .program = "test", .jobs = 1});
    const std::vector<std::string_view> paths{survey.cases().at(0).path, survey.cases().at(1).path};
    survey.ask("day", paths, [&](const Asked& one) {
      ids.push_back(one.record->id.value.text.substr(5, 3));
      const Date first = *Date::parse("2026-09-10");
      const bool is_first = one.path == paths[0];
      return std::string(is_first && one.world.today.has_reached(first) ? "later" : "sooner");
    });
    survey.remember();
    return fmt::format("{}", fmt::join(ids, " "));
  };
  CHECK(ask(today) == "222 333");
  CHECK(ask(today.plus_days(5)).empty());
  CHECK(ask(*Date::parse("2026-09-10")) == "222");
  CHECK(ask(*Date::parse("2027-09-10")).empty());
  CHECK(ask(today) == "222");
}

TEST_CASE("a further file that an answer rests on is watched, there or not") {
  const Busy office;
  const auto ask = [&] {
    int times = 0;
    Survey survey(office.root, {.today = today, .program = "test", .jobs = 1});
    survey.ask("file", {survey.cases().at(0).path}, [&](const Asked& one) {
      ++times;
      one.rests_on.emplace_back("evidence/letter.txt");
      return std::string("read");
    });
    survey.remember();
    return times;
  };
  CHECK(ask() == 1);
  CHECK(ask() == 0);
  office.write("evidence/letter.txt", "one\n");
  settle();
  CHECK(ask() == 1);
  CHECK(ask() == 0);
  office.write("evidence/letter.txt", "two\n");
  settle();
  CHECK(ask() == 1);
}

TEST_CASE("a file that the clock has not left behind is not relied on: its next change might not show") {
  const Busy office;
  CHECK(office.asked() == "222 333 7kq");
  const fs::path file = office.path() / "cases/2026/2026-22222222.yaml";
  fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1));
  settle();
  CHECK(office.asked() == "222");
  CHECK(office.asked() == "222");
  fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(1));
  settle();
  CHECK(office.asked() == "222");
  CHECK(office.asked().empty());
}

TEST_CASE("a question to the workspace is asked again on another day, after a change, or when it was not to be kept") {
  const Busy office;
  const auto ask = [&](Date day, bool keep) {
    int times = 0;
    Survey survey(office.root, settings(day));
    CHECK(survey.ask_once("once", [&](bool& may_be_kept) {
      ++times;
      may_be_kept = keep;
      return std::string("answer");
    }) == "answer");
    survey.remember();
    return times;
  };
  CHECK(ask(today, false) == 1);
  CHECK(ask(today, true) == 1);
  CHECK(ask(today, true) == 0);
  CHECK(ask(today.plus_days(1), true) == 1);
  office.append("organisations/kipos.yaml", "# noted\n");
  CHECK(ask(today.plus_days(1), true) == 1);
}

TEST_CASE("check and status say with the cache what they say without it, after every change") {
  const Busy office;
  const std::string person = office.read("people/p-33333333.yaml");
  const std::string facts = office.first_certificate();
  const std::vector<std::function<void()>> changes{
      [] {},
      [&] { office.append("cases/2026/2026-22222222.yaml", "# noted\n"); },
      [&] { office.append("people/p-33333333.yaml", "unknown: 1\n"); },
      [&] { office.write("people/p-33333333.yaml", replaced(person, "name: ", "name: X")); },
      [&] { fs::remove(office.path() / "people/p-33333333.yaml"); },
      [&] { office.write("people/p-33333333.yaml", person); },
      [&] { office.write("people/p-44444444.yaml", replaced(person, "p-33333333", "p-44444444")); },
      [&] { office.write("guerdon.yaml", office.read("guerdon.yaml") + "# Zofia Wiśniewska\n"); },
      [&] { office.write(facts, replaced(office.read(facts), "2026", "2027")); },
      [&] { fs::rename(office.path() / facts, office.path() / "certificates/copy.json"); },
      [&] { office.write("schemes/glore-1/scheme.yaml", office.read("schemes/glore-1/scheme.yaml") + "x: 1\n"); },
      [&] { office.write("organisations/kipos.yaml", "format: organisation/1\n"); },
      [&] { fs::remove(office.path() / "organisations/kipos.yaml"); },
      [&] { office.write("cases/2026/2026-33333333.yaml", "case: [\n"); },
      [&] { fs::remove(office.path() / "cases/2026/2026-33333333.yaml"); },
  };
  const auto told = [&](const SurveySettings& how) {
    const Checked checked = check(office.root, how, test::importer());
    std::string out = fmt::format("{} {} {} {}\n{}", checked.cases, checked.people, checked.organisations,
                                  checked.certificates, listed(checked.findings));
    const Board board = board_of(office.root, how, how.today.plus_days(30));
    for (const BoardLine& line : board.lines) {
      const BoardRow row = line.row();
      out += fmt::format("{} {} {} {} {} {} {}\n", to_string(row.group), row.case_id, row.name, row.organisation,
                         row.next, row.due.value_or(today).to_string(), row.progress.steps.size());
    }
    return out + listed(board.findings);
  };
  int round = 0;
  for (const auto& change : changes) {
    CAPTURE(++round);
    change();
    settle();
    for (const Date day : {today, today.plus_days(400)}) {
      SurveySettings cold = settings(day);
      cold.program.clear();
      const std::string truth = told(cold);
      CHECK(told(settings(day)) == truth);
      CHECK(told(settings(day)) == truth);
    }
  }
}

}  // namespace guerdon
