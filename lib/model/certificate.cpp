#include "model/certificate.h"

#include "base/sha256.h"
#include "model/certificate_path.h"

namespace guerdon {
namespace {

std::string_view emphasis_name(Emphasis emphasis) {
  return emphasis == Emphasis::strong ? "strong" : emphasis == Emphasis::stressed ? "stressed" : "plain";
}

Json phrase_json(const Phrase& phrase) {
  Json out = Json::array();
  for (const Words& words : phrase) {
    if (words.emphasis == Emphasis::none && words.language.empty()) {
      out.push_back(words.text);
    } else {
      Json run = Json::object({{std::string(emphasis_name(words.emphasis)), words.text}});
      if (!words.language.empty()) run.set("language", words.language);
      out.push_back(std::move(run));
    }
  }
  return out;
}

Json strings_json(const std::vector<std::string>& strings) {
  Json out = Json::array();
  for (const std::string& s : strings)
    out.push_back(s);
  return out;
}

template <class T, class ToJson>
Json list_json(const std::vector<T>& items, ToJson to) {
  Json out = Json::array();
  for (const T& item : items)
    out.push_back(to(item));
  return out;
}

Json organisation_json(const Certificate::Organisation& o) {
  Json out = Json::object({{"id", o.id}, {"name", o.name}, {"place", o.place}, {"role", o.role}});
  if (!o.logo.empty()) out.set("logo", o.logo);
  return out;
}

Json period_json(const Certificate::Period& p) {
  Json out = Json::object({{"organisation", p.organisation},
                           {"project", p.project},
                           {"from", p.from.to_string()},
                           {"to", p.to.to_string()}});
  if (p.hours) out.set("hours", *p.hours);
  if (!p.mode.empty()) out.set("mode", p.mode);
  return out;
}

Json service_json(const Certificate& c) {
  Json out = Json::object({{"from", c.from.to_string()}, {"to", c.to.to_string()}, {"days", c.days}});
  if (c.hours) out.set("hours", *c.hours);
  out.set("periods", list_json(c.periods, period_json));
  return out;
}

Json skill_json(const Certificate::Skill& s) {
  Json out = Json::object(
      {{"id", s.id}, {"name", s.name}, {"meaning", s.meaning}, {"level", s.level}, {"word", s.level_word}});
  add_result(s, out);
  return out;
}

Json signer_json(const Certificate::Signer& s) {
  return Json::object({{"id", s.id}, {"name", s.name}, {"role", s.role}, {"organisation", s.organisation}});
}

Json statement_json(const Certificate::Statement& s) {
  return Json::object({{"field", s.field},
                       {"paragraphs", strings_json(s.paragraphs)},
                       {"professional", s.professional},
                       {"profession", s.profession}});
}

Json texts_json(const std::map<std::string, std::string>& texts) {
  Json out = Json(Json::Object{});
  for (const auto& [name, text] : texts)
    out.set(name, text);
  return out;
}

Json design_json(const Certificate::Design& d) {
  Json out = Json::object({{"page", d.page_version},
                           {"file", d.file},
                           {"sha256", d.sha256},
                           {"fonts", list_json(d.fonts, [](const Certificate::Font& f) {
                              return Json::object({{"key", f.key}, {"file", f.file}, {"sha256", f.sha256}});
                            })}});
  if (!d.libraries.empty()) out.set("libraries", texts_json(d.libraries));
  if (!d.images.empty()) out.set("images", texts_json(d.images));
  if (!d.chain.empty()) out.set("chain", d.chain);
  return out;
}

}  // namespace

std::string plain(const Phrase& phrase) {
  std::string out;
  for (const Words& words : phrase)
    out += words.text;
  return out;
}

Json to_json(const Certificate& c) {
  Json words = Json(Json::Object{});
  for (const auto& [name, phrases] : c.words)
    words.set(name, list_json(phrases, phrase_json));

  Json scheme_files = Json(Json::Object{});
  for (const auto& [path, digest] : c.scheme_files)
    scheme_files.set(path, digest);

  Json out = Json::object({{"format", "certificate/1"},
                           {"id", c.id.text},
                           {"award", c.award.text},
                           {"kind", c.kind},
                           {"scheme", c.scheme},
                           {"scheme-files", std::move(scheme_files)},
                           {"language", c.language},
                           {"name", c.name}});
  if (!c.text_language.empty()) out.set("text-language", c.text_language);
  if (!c.languages.empty()) {
    out.set("languages", list_json(c.languages, [](const Certificate::Version& version) {
              return Json::object({{"language", version.language}, {"certificate", version.certificate.text}});
            }));
  }
  if (!c.case_id.text.empty()) out.set("case", c.case_id.text);
  if (!c.person.text.empty()) out.set("person", c.person.text);
  if (!c.latin_name.empty()) out.set("latin-name", c.latin_name);
  out.set("organisations", list_json(c.organisations, organisation_json));
  if (!c.periods.empty()) out.set("service", service_json(c));
  if (!c.skills.empty()) {
    out.set("scale", Json::object({{"levels", c.levels}, {"least", c.least_level}}));
    out.set("skills", list_json(c.skills, skill_json));
  }
  if (!c.tasks.empty()) out.set("tasks", strings_json(c.tasks));
  if (c.statement) out.set("statement", statement_json(*c.statement));
  add_path(c, out);
  out.set("signers", list_json(c.signers, signer_json));
  out.set("issued", Json::object({{"on", c.issued_on.to_string()}, {"at", c.issued_at}}));
  if (!c.verify_address.empty()) out.set("verify", c.verify_address);
  if (c.replaces) out.set("replaces", c.replaces->text);
  if (!c.backdated_because.empty()) out.set("backdated-because", c.backdated_because);
  out.set("words", std::move(words));
  out.set("design", design_json(c.design));
  out.set("digest", facts_digest(out));
  return out;
}

std::string facts_digest(const Json& facts) {
  Json without = facts;
  if (Json::Object* members = without.as_object())
    std::erase_if(*members, [](const Json::Member& member) { return member.first == "digest"; });
  return sha256(canonical_json(without));
}

}  // namespace guerdon
