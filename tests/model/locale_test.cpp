#include "model/locale.h"

#include "model/record_file.h"

using namespace guerdon;
using test::findings_of;
using test::replaced;

namespace {

std::string text() { return test::record_text("templates/locale/en.yaml"); }

Locale english() {
  Diagnostics findings;
  auto locale = read_locale(test::parsed(text()), findings);
  REQUIRE(findings.empty());
  return *locale;
}

Date day(const char* word) { return *Date::parse(word); }

const std::string space = "\xC2\xA0";

}  // namespace

TEST_CASE("a date is said in full, without a leading zero") {
  CHECK(english().date(day("2026-03-02")) == "2" + space + "March 2026");
}

TEST_CASE("a period of one year says the year once") {
  const Locale locale = english();
  CHECK(locale.period(day("2026-03-02"), day("2026-08-28")) == "2" + space + "March to 28" + space + "August 2026");
  CHECK(locale.period(day("2025-12-30"), day("2026-01-02")) ==
        locale.date(day("2025-12-30")) + " to " + locale.date(day("2026-01-02")));
  CHECK(locale.period(day("2026-03-02"), day("2026-03-02")) == locale.date(day("2026-03-02")));
}

TEST_CASE("an amount has the form of its number") {
  const Locale locale = english();
  CHECK(locale.amount("hours", 1) == "1" + space + "hour");
  CHECK(locale.amount("hours", 640) == "640" + space + "hours");
  CHECK(locale.amount("days", 0) == "0" + space + "days");
  CHECK(locale.amount("bricks", 7) == "7");
}

TEST_CASE("thousands are parted from as many digits on as the language does") {
  Locale locale = english();
  CHECK(locale.numeral(999) == "999");
  CHECK(locale.numeral(1280) == "1,280");
  CHECK(locale.numeral(1234567) == "1,234,567");
  CHECK(locale.amount("hours", 1280) == "1,280" + space + "hours");
  locale.group_from = 5;
  CHECK(locale.numeral(1280) == "1280");
  locale.group_sign.clear();
  CHECK(locale.numeral(12800) == "12800");
}

TEST_CASE("the first of a month may have a form of its own") {
  Locale locale = english();
  locale.first_day = "1st";
  CHECK(locale.date(day("2026-03-01")) == "1st" + space + "March 2026");
  CHECK(locale.date(day("2026-03-21")) == "21" + space + "March 2026");
}

TEST_CASE("the last separator of a list may turn on what follows it") {
  Locale locale = english();
  locale.list_last_before.push_back({{"i", "hi"}, {"hie"}, " e "});
  CHECK(locale.last_before("Italia") == " e ");
  CHECK(locale.last_before("hilo") == " e ");
  CHECK(locale.last_before("hielo") == " and ");
  CHECK(locale.last_before("") == " and ");
}

TEST_CASE("a language without a name is called by its code") {
  CHECK(english().language_name("pl") == "Polish");
  CHECK(english().language_name("xx") == "xx");
}

TEST_CASE("an amount needs a form for each category of the language") {
  const std::string few = replaced(text(), "plural:\n", "plural:\n  few: \"n = 2\"\n");
  const auto findings = findings_of(few, read_locale);
  REQUIRE(findings.size() == 4);
  CHECK(findings[0].ends_with("the form for `few` is missing"));
}

TEST_CASE("a plural category without a rule, or with none that can be read, is reported") {
  CHECK(findings_of(replaced(text(), "plural:\n", "plural:\n  some: \"n = 2\"\n"), read_locale)[0].ends_with(
      "`some` is no plural category with a rule"));
  CHECK(findings_of(replaced(text(), "i = 1 and v = 0", "i is 1"), read_locale)[0].ends_with("this is no plural rule"));
}

TEST_CASE("numbers up to twelve have words") {
  const Locale locale = english();
  CHECK(locale.number(0) == "zero");
  CHECK(locale.number(12) == "twelve");
  CHECK(locale.number(13) == "13");
  CHECK(locale.number(-1) == "-1");
}

TEST_CASE("a place is the town and its country; the town alone where the country has no name") {
  CHECK(english().place("Torino", "IT") == "Torino, Italy");
  CHECK(english().place("Nowhere", "ZZ") == "Nowhere");
}

TEST_CASE("each value of a locale of the wrong kind is reported at its place") {
  test::check_spoilt_values(replaced(text(), text().substr(text().find("countries:")),
                                     "countries:\n  \"NO\": Norway\nlanguages:\n  \"nb\": Norwegian\n"),
                            read_locale);
}

TEST_CASE("a locale with eleven months is none") {
  Diagnostics findings;
  CHECK_FALSE(read_locale(test::parsed(replaced(text(), "January, ", "")), findings));
  CHECK(findings.items()[0].message == "a locale names twelve months");
}

TEST_CASE("amounts and countries that are no blocks of keys are reported") {
  for (const std::string key : {"amounts", "countries"}) {
    const std::string from = text();
    const std::size_t begin = from.find(key + ":\n");
    const std::size_t end = key == "amounts" ? from.find("numbers:") : from.find("languages:");
    const auto findings = findings_of(from.substr(0, begin) + key + ": word\n" + from.substr(end), read_locale);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].ends_with(key + " is a block of keys"));
  }
}
