#include "model/person_read.h"

#include "model/read.h"

namespace guerdon {
namespace {

Person::Consent read_consent(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a consent");
  Person::Consent out;
  out.guardian = read_text(fields.require("guardian"), reader, name_limit);
  out.on = read_date(fields.require("on"), reader);
  out.until = read_optional_date(fields.find("until"), reader);
  return out;
}

Person::FormerName read_former_name(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a former name");
  Person::FormerName out;
  out.name = read_text(fields.require("name"), reader, name_limit).value;
  out.until = read_date(fields.require("until"), reader).value;
  if (const yaml::Node* hidden = fields.find("hidden")) out.hidden = reader.boolean(*hidden).value_or(true);
  return out;
}

NameForm read_name_form(const yaml::Node* node, yaml::Reader& reader) {
  const std::string word = read_word(node, reader, {"native", "latin", "both"}).value;
  if (word == "latin") return NameForm::latin;
  return word == "both" ? NameForm::both : NameForm::native;
}

}  // namespace

std::optional<Person> read_person(const yaml::Document& document, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "a person");
  const bool readable = check_format(fields, reader, "person/1");
  Person out;
  out.path = document.path;
  out.id = read_id<PersonId>(fields.require("person"), reader, "a person's id such as `p-8h2m4c9w`");
  out.name = read_text(fields.require("name"), reader, name_limit);
  const yaml::Node* latin = fields.find("latin");
  out.latin = given(latin, read_text(latin, reader, name_limit));
  if (const yaml::Node* sort = fields.find("sort")) out.sort = reader.text(*sort, name_limit);
  const yaml::Node* print = fields.find("print");
  out.print = print == nullptr && out.latin ? NameForm::both : read_name_form(print, reader);
  if (out.print != NameForm::native && !out.latin)
    reader.error(*print, "there is no Latin form of the name to print", "add `latin: …`");
  out.born = read_optional_date(fields.find("born"), reader);
  if (const yaml::Node* adult = fields.find("adult")) out.adult = reader.boolean(*adult).value_or(false);
  const yaml::Node* email = fields.find("email");
  out.email = given(email, read_text(email, reader, line_limit));
  if (out.email && out.email->value.find('@') == std::string::npos)
    reader.error(*email, "this is not an e-mail address");
  for (const auto& language : read_slugs(fields.find("languages"), reader, "languages"))
    out.languages.push_back(language.value);
  for (const yaml::Node& item : yaml::items(fields.find("consents"), reader, "consents"))
    out.consents.push_back(read_consent(item, reader));
  for (const yaml::Node& item : yaml::items(fields.find("former-names"), reader, "former-names")) {
    out.former_names.push_back(read_former_name(item, reader));
  }
  const yaml::Node* same = fields.find("same-as");
  out.same_as = given(same, read_id<PersonId>(same, reader, "a person's id"));
  if (!readable) return std::nullopt;
  return out;
}

}  // namespace guerdon
