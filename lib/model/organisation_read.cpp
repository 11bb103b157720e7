#include "model/organisation_read.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/read.h"

namespace guerdon {
namespace {

Span read_span(const yaml::Node& node, yaml::Reader& reader, std::string_view what) {
  yaml::Fields fields(node, reader, what);
  Span out;
  out.from = read_optional_date(fields.require("from"), reader);
  out.to = read_optional_date(fields.find("to"), reader);
  if (out.from && out.to && out.to->value < out.from->value) reader.error(out.to->place, "the end is before the start");
  return out;
}

std::vector<Span> read_spans(const yaml::Node* node, yaml::Reader& reader, std::string_view what) {
  std::vector<Span> out;
  for (const yaml::Node& item : yaml::items(node, reader, what))
    out.push_back(read_span(item, reader, what));
  return out;
}

Centre read_centre(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a service centre");
  Centre out;
  out.level = read_word(fields.require("level"), reader, {"local", "national", "international"});
  out.span.from = read_optional_date(fields.require("from"), reader);
  out.span.to = read_optional_date(fields.find("to"), reader);
  if (out.span.from && out.span.to && out.span.to->value < out.span.from->value)
    reader.error(out.span.to->place, "the end is before the start");
  return out;
}

Closing read_closing(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "the end of an organisation");
  Closing out{read_date(fields.require("on"), reader), {}};
  const yaml::Node* successor = fields.find("successor");
  out.successor = given(successor, read_slug(successor, reader));
  return out;
}

Staff::Profession read_profession(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a profession");
  Staff::Profession out;
  out.field = read_text(fields.require("field"), reader, title_limit);
  out.title = read_text(fields.require("title"), reader, title_limit).value;
  return out;
}

Staff read_staff(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a member of staff");
  Staff out;
  out.id = read_slug(fields.require("id"), reader);
  out.name = read_text(fields.require("name"), reader, name_limit);
  out.title = read_text(fields.require("title"), reader, title_limit).value;
  const yaml::Node* person = fields.find("person");
  out.person = given(person, read_id<PersonId>(person, reader, "a person's id"));
  if (const yaml::Node* coordinates = fields.find("coordinates"))
    out.coordinates = reader.boolean(*coordinates).value_or(false);
  out.signs = read_spans(fields.find("signs"), reader, "signs");
  for (const yaml::Node& item : yaml::items(fields.find("professions"), reader, "professions")) {
    out.professions.push_back(read_profession(item, reader));
  }
  return out;
}

std::optional<Logo> read_logo(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return std::nullopt;
  const auto name = reader.text(*node);
  if (!name) return std::nullopt;
  const auto ends = [&name](std::string_view ending) { return name->ends_with(ending); };
  if (name->find('/') != std::string::npos || name->starts_with('.')) {
    reader.error(*node, fmt::format("`{}` is not a bare file name", *name), "the file stands beside this one");
  } else if (!ends(".svg") && !ends(".pdf") && !ends(".png") && !ends(".jpg") && !ends(".jpeg")) {
    reader.error(*node, fmt::format("`{}` is no .svg, .pdf, .png, .jpg or .jpeg", *name),
                 "save the logo as SVG or PNG");
  } else {
    return Logo{{*name, node->place}, {}};
  }
  return std::nullopt;
}

}  // namespace

std::string Logo::kept_name() const {
  if (sha256.empty()) return {};
  const std::string ending = file.value.substr(file.value.rfind('.'));
  return sha256 + (ending == ".jpeg" ? ".jpg" : ending);
}

std::string organisation_file(const std::string& name) { return "organisations/" + name; }

const std::string& Organisation::name_on(Date day) const {
  const FormerName* held = nullptr;
  for (const FormerName& former : former_names) {
    if (day <= former.until && (held == nullptr || former.until < held->until)) held = &former;
  }
  return held != nullptr ? held->name : name.value;
}

const Staff* Organisation::find_staff(std::string_view wanted) const {
  const auto found = std::find_if(staff.begin(), staff.end(), [&](const Staff& s) { return s.id.value == wanted; });
  return found != staff.end() ? &*found : nullptr;
}

std::optional<Organisation> read_organisation(const yaml::Document& document, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "an organisation");
  const bool readable = check_format(fields, reader, "organisation/1");
  Organisation out;
  out.path = document.path;
  out.id = read_slug(fields.require("organisation"), reader);
  out.name = read_text(fields.require("name"), reader, name_limit);
  out.place = read_text(fields.require("place"), reader, title_limit).value;
  out.country = read_country(fields.require("country"), reader).value;
  for (const yaml::Node& item : yaml::items(fields.require("roles"), reader, "roles")) {
    out.roles.push_back(read_word(&item, reader, placement_roles()));
  }
  out.member = read_spans(fields.find("member"), reader, "member");
  for (const yaml::Node& item : yaml::items(fields.find("centre"), reader, "centre"))
    out.centre.push_back(read_centre(item, reader));
  for (const yaml::Node& item : yaml::items(fields.find("former-names"), reader, "former-names")) {
    yaml::Fields former(item, reader, "a former name");
    out.former_names.push_back({read_text(former.require("name"), reader, name_limit).value,
                                read_date(former.require("until"), reader).value});
  }
  if (const yaml::Node* closed = fields.find("closed")) out.closed = read_closing(*closed, reader);
  out.logo = read_logo(fields.find("logo"), reader);
  for (const yaml::Node& item : yaml::items(fields.find("staff"), reader, "staff")) {
    Staff staff = read_staff(item, reader);
    if (!staff.id.value.empty() && out.find_staff(staff.id.value) != nullptr) {
      reader.error(staff.id.place, fmt::format("the staff id `{}` stands twice", staff.id.value),
                   "give one of them another id");
    }
    out.staff.push_back(std::move(staff));
  }
  if (!readable) return std::nullopt;
  return out;
}

}  // namespace guerdon
