#include "model/practitioner_read.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/read.h"

namespace guerdon {
namespace {

Practitioner::Training read_training(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "the training");
  Practitioner::Training out;
  out.place = node.place;
  out.from = read_date(fields.require("from"), reader);
  out.to = read_date(fields.require("to"), reader);
  if (out.to.value != Date{} && out.to.value < out.from.value)
    reader.error(out.to.place, "the end is before the start");
  out.hours = read_integer(fields.require("hours"), reader, 1, 1000).value_or(Located<int>{});
  for (const yaml::Node& item : yaml::items(fields.find("modules"), reader, "modules")) {
    yaml::Fields module(item, reader, "a module");
    Practitioner::Module one;
    one.number = read_integer(module.require("module"), reader, 1, 20).value_or(Located<int>{});
    one.on = read_date(module.require("on"), reader);
    if (const yaml::Node* passed = module.require("passed")) one.passed = reader.boolean(*passed).value_or(false);
    out.modules.push_back(one);
  }
  for (const yaml::Node& item : yaml::items(fields.find("blended"), reader, "blended"))
    out.blended.push_back(read_date(&item, reader));
  return out;
}

Practitioner::Badge read_badge(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a badge");
  Practitioner::Badge out;
  out.place = node.place;
  out.role = read_word(fields.require("badge"), reader, {"tutor", "assessor", "trainer"});
  out.valid.from = read_optional_date(fields.require("from"), reader);
  out.valid.to = read_optional_date(fields.find("to"), reader);
  if (out.valid.from && out.valid.to && out.valid.to->value < out.valid.from->value)
    reader.error(out.valid.to->place, "the end is before the start");
  out.centre = read_slug(fields.require("centre"), reader);
  return out;
}

}  // namespace

const Practitioner::Badge* Practitioner::find_badge(std::string_view role, Date day) const {
  const auto found = std::find_if(badges.begin(), badges.end(), [&](const Badge& badge) {
    return badge.role.value == role && badge.valid.holds(day);
  });
  return found != badges.end() ? &*found : nullptr;
}

std::optional<Practitioner> read_practitioner(const yaml::Document& document, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "a practitioner");
  const bool readable = check_format(fields, reader, "practitioner/1");
  Practitioner out;
  out.path = document.path;
  out.id = read_slug(fields.require("practitioner"), reader);
  out.name = read_text(fields.require("name"), reader, name_limit);
  const yaml::Node* person = fields.find("person");
  out.person = given(person, read_id<PersonId>(person, reader, "a person's id"));
  out.organisations = read_slugs(fields.find("organisations"), reader, "organisations");
  if (const yaml::Node* training = fields.find("training")) out.training = read_training(*training, reader);
  for (const yaml::Node& item : yaml::items(fields.find("badges"), reader, "badges")) {
    Practitioner::Badge badge = read_badge(item, reader);
    const bool twice = std::any_of(out.badges.begin(), out.badges.end(), [&](const Practitioner::Badge& other) {
      return other.role.value == badge.role.value && other.valid.from && badge.valid.from &&
             other.valid.from->value == badge.valid.from->value;
    });
    if (twice) {
      reader.error(badge.place, fmt::format("the {}'s badge from that day stands twice", badge.role.value),
                   "keep one of the two; a renewed badge begins on another day");
    }
    out.badges.push_back(std::move(badge));
  }
  if (!readable) return std::nullopt;
  return out;
}

}  // namespace guerdon
