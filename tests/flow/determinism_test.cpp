#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <locale>

#include "flow/render.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

using test::Office;
using test::replaced;
using Files = std::map<std::string, std::string>;

const char* const names[] = {"Zofia Wiśniewska", "Ελένη Παπαδάκη",    "Юлія Коваль",
                             "Nguyễn Thị Ánh",   "Þórdís Ægisdóttir", "Ana",
                             "Jean-Luc d'Été",   "Łukasz Őrség",      "Çağla Şimşek",
                             "Fiona Office",     "Märta Åberg",       "Lluïsa Puig i Cadafalch"};

/// Twelve volunteers with soft skills certificates, one of each issued in a batch.
struct Cohort : Office {
  Cohort() {
    IssueOptions options;
    options.kinds = {"soft-skills"};
    int number = 0;
    for (const char* name : names) {
      const std::string person = replaced(test::base_person_text(), "Zofia Wiśniewska", name);
      options.cases.push_back(add_case(fmt::format("2026-222222{:02}", number), fmt::format("p-333333{:02}", number),
                                       {}, replaced(person, "email: zofia@example.org\n", "")));
      ++number;
    }
    issue(options);
    for (const std::string& path : certificate_paths(root))
      facts[path] = read(path);
  }

  Files facts;
};

/// The PDFs that the facts at `paths` give in a workspace of their own.
Files rendered(const Files& facts, const std::vector<std::string>& paths, unsigned jobs) {
  const Office elsewhere;
  for (const std::string& path : paths)
    elsewhere.write(path, facts.at(path));
  render(elsewhere.root, paths, test::press_room(), jobs);
  Files out;
  for (const auto& [name, bytes] : elsewhere.files()) {
    if (name.ends_with(".pdf")) out[name] = bytes;
  }
  return out;
}

std::vector<std::string> paths_of(const Files& files) {
  std::vector<std::string> out;
  for (const auto& [path, bytes] : files)
    out.push_back(path);
  return out;
}

const Cohort& cohort() {
  static const Cohort made;
  return made;
}

/// The PDFs as `issue` wrote them, twelve in a batch with one worker.
Files issued_pdfs() {
  Files out;
  for (const auto& [name, bytes] : cohort().files()) {
    if (name.ends_with(".pdf")) out[name] = bytes;
  }
  return out;
}

TEST_CASE("Twelve certificates have the same bytes in another folder, shuffled, with one worker or two") {
  const Files expected = issued_pdfs();
  REQUIRE(expected.size() == 12);
  std::vector<std::string> paths = paths_of(cohort().facts);
  CHECK(rendered(cohort().facts, paths, 1) == expected);
  std::rotate(paths.begin(), paths.begin() + 5, paths.end());
  std::swap(paths[0], paths[7]);
  std::reverse(paths.begin() + 3, paths.end());
  for (const unsigned jobs : {1U, 2U}) {
    CAPTURE(jobs);
    CHECK(rendered(cohort().facts, paths, jobs) == expected);
  }
}

TEST_CASE("Each certificate alone has the bytes that it has in a batch") {
  const Files expected = issued_pdfs();
  for (const auto& [path, bytes] : cohort().facts) {
    const Files alone = rendered(cohort().facts, {path}, 1);
    REQUIRE(alone.size() == 1);
    CHECK(alone.begin()->second == expected.at(alone.begin()->first));
  }
}

TEST_CASE("Another process, time zone and locale give the same bytes") {
  const Files expected = issued_pdfs();
  const std::vector<std::string> paths = paths_of(cohort().facts);
  const pid_t child = ::fork();
  if (child == 0) {
    ::setenv("TZ", "Pacific/Kiritimati", 1);
    ::tzset();
    ::setenv("LC_ALL", "C.utf8", 1);
    std::setlocale(LC_ALL, "");
    // Digits in groups and a decimal comma, whatever locales the machine has.
    struct Punctuation : std::numpunct<char> {
      [[nodiscard]] char do_decimal_point() const override { return ','; }
      [[nodiscard]] char do_thousands_sep() const override { return '.'; }
      [[nodiscard]] std::string do_grouping() const override { return "\3"; }
    };
    std::locale::global(std::locale(std::locale("C.utf8"), new Punctuation));
    ::_exit(rendered(cohort().facts, paths, 2) == expected ? 7 : 8);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 7);
}

TEST_CASE("The same cases and the same random bits give the same facts") { CHECK(Cohort().facts == cohort().facts); }

}  // namespace
}  // namespace guerdon
