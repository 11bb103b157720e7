#include <fmt/format.h>

#include <algorithm>

#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "age", .meaning = "the age, in years, from which no guardian is asked", .least = 0, .most = 30}};

void check(const Inquiry& inquiry) {
  const Person* person = inquiry.world.find_person(inquiry.record.person.value.text);
  if (person == nullptr) return;
  const Date day = inquiry.issue->on;
  const int age = inquiry.setting.number("age");
  if (!person->born) {
    if (person->adult) return;
    inquiry.advise(
        {person->path, person->id.place},
        fmt::format("nothing says whether {} is of age: a minor's guardian must consent", person->id.value.text),
        fmt::format("add `born: DATE` or `adult: true` in {}", person->path));
    return;
  }
  if (person->born->value.plus_months(age * 12) <= day) return;
  const bool consented =
      std::any_of(person->consents.begin(), person->consents.end(), [&](const Person::Consent& consent) {
        return consent.on.value <= day && (!consent.until || day <= consent.until->value);
      });
  if (consented) return;
  inquiry.object(Location{person->path, person->born->place},
                 fmt::format("{} is under {} on {}, and no guardian's consent holds on that day", person->id.value.text,
                             age, day.to_string()),
                 fmt::format("add the guardian and the date under `consents:` in {}", person->path));
}

}  // namespace

constinit const Rule person_minor_rule{
    .id = "person.minor",
    .sentence = "A guardian has consented to the certificate of a minor.",
    .why =
        "Our decision, for the law of the volunteer's country: a certificate makes personal data public. Where no "
        "birth date is on record "
        "guerdon only warns: many adults do not give one.",
    .when = When::issue,
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
