#include "base/id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace guerdon;

namespace {

constexpr std::string_view symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

Random seeded(std::uint64_t seed) {
  return [engine = std::mt19937_64(seed)]() mutable { return engine(); };
}

}  // namespace

TEST_CASE("a made id reads back as itself") {
  const Random random = seeded(1);
  for (int i = 0; i < 200; ++i) {
    const CaseId a = CaseId::make(2026, random);
    const PersonId b = PersonId::make(random);
    const CertificateId c = CertificateId::make(random);
    CHECK(CaseId::parse(a.text) == a);
    CHECK(PersonId::parse(b.text) == b);
    CHECK(CertificateId::parse(c.text) == c);
  }
}

TEST_CASE("ids use the whole alphabet") {
  const Random random = seeded(2);
  std::set<char> seen;
  for (int i = 0; i < 100; ++i) {
    for (const char c : CertificateId::make(random).text)
      seen.insert(c);
  }
  seen.erase('-');
  CHECK(seen == std::set<char>(symbols.begin(), symbols.end()));
}

TEST_CASE("the case id names the year of enrolment") { CHECK(CaseId::make(2026, seeded(3)).year() == "2026"); }

TEST_CASE("the check symbol catches every single wrong symbol") {
  const Random random = seeded(4);
  for (int i = 0; i < 20; ++i) {
    const std::string good = CertificateId::make(random).text;
    for (std::size_t at = 0; at < good.size(); ++at) {
      for (const char other : symbols) {
        if (good[at] == '-' || good[at] == other) continue;
        std::string wrong = good;
        wrong[at] = other;
        if (CertificateId::parse(wrong)) FAIL(good << " and " << wrong);
      }
    }
  }
}

TEST_CASE("the check symbol catches every swap of neighbours") {
  const Random random = seeded(5);
  for (int i = 0; i < 200; ++i) {
    std::string good = CertificateId::make(random).text;
    std::erase(good, '-');
    for (std::size_t at = 0; at + 1 < good.size(); ++at) {
      if (good[at] == good[at + 1]) continue;
      std::string wrong = good;
      std::swap(wrong[at], wrong[at + 1]);
      if (CertificateId::parse(wrong)) FAIL(good << " and " << wrong);
    }
  }
}

TEST_CASE("a certificate id as people type it is forgiven its case, dashes and letters that look like digits") {
  const CertificateId id = *CertificateId::parse("0000-0000-0000-0000");
  for (const char* zeros : {"0000000000000000", "OOOO-OOOO-OOOO-OOOO", "oooo-oooooooo-oooo", "0-000000000000000"}) {
    CHECK(CertificateId::parse(zeros) == id);
  }
  std::string typed;
  for (const Random random = seeded(6); typed.find('1') == std::string::npos;)
    typed = CertificateId::make(random).text;
  const std::string meant = typed;
  std::replace(typed.begin(), typed.end(), '1', 'l');
  CHECK(CertificateId::parse(typed)->text == meant);
  std::replace(typed.begin(), typed.end(), 'l', 'I');
  CHECK(CertificateId::parse(typed)->text == meant);
  std::transform(typed.begin(), typed.end(), typed.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  CHECK(CertificateId::parse(typed)->text == meant);
}

TEST_CASE("what is too short, too long or of other symbols is no certificate id") {
  for (const char* text :
       {"", "0000-0000-0000-000", "0000-0000-0000-0000-0", "0000-0000-0000-000U", "0000 0000 0000 0000"}) {
    CHECK_MESSAGE(!CertificateId::parse(text), text);
  }
}

TEST_CASE("the ids of cases and people are taken only as they are written in records") {
  CHECK(CaseId::parse("2026-7kq3h2xd"));
  for (const char* text :
       {"", "2026-7kq3h2x", "2026-7kq3h2xdd", "2026-7KQ3H2XD", "2026-7kq3h2xo", "202a-7kq3h2xd", "2026_7kq3h2xd"}) {
    CHECK_MESSAGE(!CaseId::parse(text), text);
  }
  CHECK(PersonId::parse("p-8h2m4c9w"));
  for (const char* text : {"", "p-8h2m4c9", "p-8h2m4c9l", "q-8h2m4c9w", "P-8h2m4c9w", "p-8h2m4c9ww"}) {
    CHECK_MESSAGE(!PersonId::parse(text), text);
  }
}

TEST_CASE("a slug is lower-case words joined by single dashes, 64 characters at most") {
  for (const std::string& text :
       {std::string("orto-sociale"), std::string("a"), std::string("42"), std::string(64, 'a')}) {
    CHECK_MESSAGE(is_slug(text), text);
  }
  for (const char* text : {"", "-a", "a-", "a--b", "Orto", "orto sociale", "città"})
    CHECK_MESSAGE(!is_slug(text), text);
  CHECK_FALSE(is_slug(std::string(65, 'a')));
}
