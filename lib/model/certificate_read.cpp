#include "model/certificate.h"
#include "model/certificate_path.h"
#include "model/json_members.h"

namespace guerdon {
namespace {

Phrase read_phrase(const Json& json, Members& owner) {
  Phrase out;
  if (json.as_array() == nullptr) owner.report("has a word that is no list of phrases");
  if (json.as_array() == nullptr) return out;
  for (const Json& item : *json.as_array()) {
    Words run;
    const Json* text = &item;
    std::size_t members = 0;
    for (const auto& [name, emphasis] :
         {std::pair("plain", Emphasis::none), {"strong", Emphasis::strong}, {"stressed", Emphasis::stressed}}) {
      const Json* found = item.find(name);
      if (found == nullptr) continue;
      text = found;
      run.emphasis = emphasis;
      members = 1;
    }
    if (const Json* language = item.find("language"); language != nullptr && language->as_string() != nullptr) {
      run.language = *language->as_string();
      ++members;
    }
    const bool alone = item.as_object() == nullptr || item.as_object()->size() == members;
    if (text->as_string() != nullptr && alone) {
      run.text = *text->as_string();
      out.push_back(std::move(run));
    } else {
      owner.report("has a phrase that is no text");
    }
  }
  return out;
}

void read_service_and_skills(Members& all, const std::string& path, Diagnostics& findings, Certificate& c) {
  if (const Json* service = all.find("service")) {
    Members m(*service, "service", path, findings);
    c.from = m.date("from");
    c.to = m.date("to");
    c.days = m.integer("days");
    c.hours = m.optional_integer("hours");
    m.each(m.require("periods"), "periods", [&](const Json& item, const std::string& where) {
      Members p(item, where, path, findings);
      c.periods.push_back({p.text("organisation"), p.text("project"), p.date("from"), p.date("to"),
                           p.optional_integer("hours"), p.optional_text("mode")});
    });
  }
  if (const Json* scale = all.find("scale")) {
    Members m(*scale, "scale", path, findings);
    c.levels = m.integer("levels");
    c.least_level = m.integer("least");
  }
  all.each(all.find("skills"), "skills", [&](const Json& item, const std::string& where) {
    Members m(item, where, path, findings);
    Certificate::Skill skill{m.text("id"), m.text("name"), m.text("meaning"), m.integer("level"), m.text("word")};
    read_result(m, path, findings, skill);
    c.skills.push_back(std::move(skill));
  });
}

void read_languages(Members& all, const std::string& path, Diagnostics& findings, Certificate& c) {
  c.language = all.text("language");
  c.text_language = all.optional_text("text-language");
  all.each(all.find("languages"), "languages", [&](const Json& item, const std::string& where) {
    Members m(item, where, path, findings);
    c.languages.push_back({m.text("language"), m.id<CertificateId>("certificate")});
  });
}

/// Facts name a case and a person, unless they are of a badge.
void read_holder(Members& all, Certificate& c) {
  const bool of_a_case = all.find("badge") == nullptr;
  if (of_a_case || all.find("case") != nullptr) c.case_id = all.id<CaseId>("case");
  if (of_a_case || all.find("person") != nullptr) c.person = all.id<PersonId>("person");
}

void read_texts(Members& design, const char* member, std::map<std::string, std::string>& out) {
  if (design.find(member) == nullptr) return;
  for (const auto& [name, text] : design.entries(member)) {
    if (text.as_string() != nullptr)
      out[name] = *text.as_string();
    else
      design.report(std::string("has an entry in `") + member + "` that is no text");
  }
}

void read_design(Members& all, const std::string& path, Diagnostics& findings, Certificate& c) {
  if (const Json* design = all.require("design")) {
    Members m(*design, "design", path, findings);
    c.design.page_version = m.integer("page");
    c.design.file = m.text("file");
    c.design.sha256 = m.text("sha256");
    m.each(m.require("fonts"), "fonts", [&](const Json& item, const std::string& where) {
      Members f(item, where, path, findings);
      c.design.fonts.push_back({f.text("key"), f.text("file"), f.text("sha256")});
    });
    read_texts(m, "libraries", c.design.libraries);
    read_texts(m, "images", c.design.images);
    if (m.find("chain") != nullptr) c.design.chain = m.text("chain");
  }
}

}  // namespace

std::optional<Certificate> read_certificate(const Json& json, const std::string& path, Diagnostics& findings) {
  const std::size_t before = findings.items().size();
  Certificate c;
  {
    Members all(json, "", path, findings);
    if (all.text("format") != "certificate/1") all.report("is not of the format `certificate/1`");
    c.id = all.id<CertificateId>("id");
    c.award = all.id<CertificateId>("award");
    c.kind = all.text("kind");
    c.scheme = all.text("scheme");
    for (const auto& [file, digest] : all.entries("scheme-files")) {
      if (digest.as_string() != nullptr)
        c.scheme_files[file] = *digest.as_string();
      else
        all.report("has a digest in `scheme-files` that is no text");
    }
    read_holder(all, c);
    read_languages(all, path, findings, c);
    c.name = all.text("name");
    c.latin_name = all.optional_text("latin-name");
    all.each(all.require("organisations"), "organisations", [&](const Json& item, const std::string& where) {
      Members m(item, where, path, findings);
      c.organisations.push_back(
          {m.text("id"), m.text("name"), m.text("place"), m.text("role"), m.optional_text("logo")});
    });
    read_service_and_skills(all, path, findings, c);
    c.tasks = all.texts(all.find("tasks"), "tasks");
    if (const Json* statement = all.find("statement")) {
      Members m(*statement, "statement", path, findings);
      c.statement = Certificate::Statement{m.text("field"), m.texts(m.require("paragraphs"), "paragraphs"),
                                           m.text("professional"), m.text("profession")};
    }
    read_path(all, path, findings, c);
    all.each(all.require("signers"), "signers", [&](const Json& item, const std::string& where) {
      Members m(item, where, path, findings);
      c.signers.push_back({m.text("id"), m.text("name"), m.text("role"), m.text("organisation")});
    });
    if (const Json* issued = all.require("issued")) {
      Members m(*issued, "issued", path, findings);
      c.issued_on = m.date("on");
      c.issued_at = m.text("at");
    }
    c.verify_address = all.optional_text("verify");
    if (all.find("replaces") != nullptr) c.replaces = all.id<CertificateId>("replaces");
    c.backdated_because = all.optional_text("backdated-because");
    for (const auto& [name, phrases] : all.entries("words")) {
      std::vector<Phrase>& lines = c.words[name];
      all.each(&phrases, "words",
               [&](const Json& item, const std::string& /*where*/) { lines.push_back(read_phrase(item, all)); });
    }
    read_design(all, path, findings, c);
    static_cast<void>(all.text("digest"));
  }
  if (findings.items().size() > before) return std::nullopt;
  return c;
}

}  // namespace guerdon
