#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/certificate.h"

namespace guerdon {
namespace {

/// Reads members of one object; what is missing, of the wrong type, or not asked for is a finding that names it.
class Members {
 public:
  Members(const Json& json, std::string where, const std::string& path, Diagnostics& findings)
      : json_(json), where_(std::move(where)), path_(path), findings_(findings) {
    if (json.as_object() == nullptr) report("is no object");
  }

  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;

  ~Members() {
    if (json_.as_object() == nullptr) return;
    for (const auto& [key, value] : *json_.as_object()) {
      if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
        report("has an unknown member `" + sanitized(key) + '`');
    }
  }

  const Json* find(std::string_view key) {
    asked_.push_back(key);
    return json_.find(key);
  }

  const Json* require(std::string_view key) {
    const Json* value = find(key);
    if (value == nullptr) report(fmt::format("has no `{}`", key));
    return value;
  }

  std::string text(std::string_view key) { return text(require(key), key); }
  std::string optional_text(std::string_view key) { return text(find(key), key); }

  int integer(std::string_view key) { return optional_integer(require(key), key).value_or(0); }
  std::optional<int> optional_integer(std::string_view key) { return optional_integer(find(key), key); }

  Date date(std::string_view key) {
    const Json* given = require(key);
    const auto parsed = Date::parse(text(given, key));
    if (!parsed && given != nullptr && given->as_string() != nullptr) report(fmt::format("has no date in `{}`", key));
    return parsed.value_or(Date{});
  }

  template <class Id>
  Id id(std::string_view key) {
    const Json* given = require(key);
    const std::string value = text(given, key);
    const auto parsed = Id::parse(value);
    const bool written = given != nullptr && given->as_string() != nullptr;
    if (written && (!parsed || parsed->text != value)) report(fmt::format("has no id in `{}`", key));
    return parsed.value_or(Id{});
  }

  /// The members of an object whose names are free.
  const Json::Object& entries(std::string_view key) {
    static const Json::Object none;
    const Json* value = require(key);
    if (value == nullptr) return none;
    if (const Json::Object* object = value->as_object()) return *object;
    report(fmt::format("has no object in `{}`", key));
    return none;
  }

  template <class Read>
  void each(const Json* list, std::string_view key, Read read) {
    if (list == nullptr) return;
    if (list->as_array() == nullptr) {
      report(fmt::format("has no list in `{}`", key));
      return;
    }
    for (const Json& item : *list->as_array())
      read(item, fmt::format("{}{}", prefix(), key));
  }

  std::vector<std::string> texts(const Json* list, std::string_view key) {
    std::vector<std::string> out;
    each(list, key, [&](const Json& item, const std::string& /*where*/) { out.push_back(text(&item, key)); });
    return out;
  }

  [[nodiscard]] std::string inside(std::string_view key) const { return prefix() + std::string(key); }

  void report(std::string what) {
    findings_.error("format", {path_, {}},
                    fmt::format("{} {}", where_.empty() ? "the certificate" : '`' + where_ + '`', what),
                    "the facts of a certificate are never edited; take the file from git again");
  }

 private:
  [[nodiscard]] std::string prefix() const { return where_.empty() ? std::string() : where_ + '.'; }

  std::string text(const Json* value, std::string_view key) {
    if (value == nullptr) return {};
    if (const std::string* s = value->as_string()) return *s;
    report(fmt::format("has no text in `{}`", key));
    return {};
  }

  std::optional<int> optional_integer(const Json* value, std::string_view key) {
    if (value == nullptr) return std::nullopt;
    const std::int64_t* i = value->as_integer();
    if (i != nullptr && *i >= 0 && *i <= 1'000'000) return static_cast<int>(*i);
    report(fmt::format("has no number in `{}`", key));
    return std::nullopt;
  }

  const Json& json_;
  std::string where_;
  const std::string& path_;
  Diagnostics& findings_;
  std::vector<std::string_view> asked_;
};

Phrase read_phrase(const Json& json, Members& owner) {
  Phrase out;
  if (json.as_array() == nullptr) owner.report("has a word that is no list of phrases");
  if (json.as_array() == nullptr) return out;
  for (const Json& item : *json.as_array()) {
    const Json* strong = item.find("strong");
    const Json* stressed = item.find("stressed");
    const Json* run = strong != nullptr ? strong : stressed != nullptr ? stressed : &item;
    const Emphasis emphasis = strong != nullptr     ? Emphasis::strong
                              : stressed != nullptr ? Emphasis::stressed
                                                    : Emphasis::none;
    const bool alone = item.as_object() == nullptr || item.as_object()->size() == 1;
    if (run->as_string() != nullptr && alone) {
      out.push_back({*run->as_string(), emphasis});
    } else {
      owner.report("has a phrase that is no text");
    }
  }
  return out;
}

void read_service_and_skills(Members& all, const std::string& path, Diagnostics& findings, Certificate& c) {
  if (const Json* service = all.require("service")) {
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
    c.skills.push_back({m.text("id"), m.text("name"), m.text("meaning"), m.integer("level"), m.text("word")});
  });
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
    c.case_id = all.id<CaseId>("case");
    c.person = all.id<PersonId>("person");
    c.language = all.text("language");
    c.name = all.text("name");
    c.latin_name = all.optional_text("latin-name");
    all.each(all.require("organisations"), "organisations", [&](const Json& item, const std::string& where) {
      Members m(item, where, path, findings);
      c.organisations.push_back({m.text("id"), m.text("name"), m.text("place"), m.text("role")});
    });
    read_service_and_skills(all, path, findings, c);
    c.tasks = all.texts(all.find("tasks"), "tasks");
    if (const Json* statement = all.find("statement")) {
      Members m(*statement, "statement", path, findings);
      c.statement = Certificate::Statement{m.text("field"), m.texts(m.require("paragraphs"), "paragraphs"),
                                           m.text("professional"), m.text("profession")};
    }
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
