#include "model/workspace.h"

#include "model/read.h"

namespace guerdon {

std::optional<Workspace> read_workspace(const yaml::Document& document, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "the workspace");
  const bool readable = check_format(fields, reader, "workspace/1");
  Workspace out;
  out.path = document.path;
  out.name = read_text(fields.require("name"), reader, title_limit).value;
  out.organisation = read_slug(fields.require("organisation"), reader);
  out.scheme = read_slug(fields.require("scheme"), reader);
  out.language = read_slug(fields.require("language"), reader);
  out.design = read_slug(fields.find("design"), reader);
  const yaml::Node* verify = fields.find("verify");
  out.verify = given(verify, read_text(verify, reader, address_limit));
  if (out.verify) {
    std::string& address = out.verify->value;
    if (!address.starts_with("https://") || address.find_first_of(" ?#") != std::string::npos) {
      reader.error(*verify, "the address must begin with `https://` and hold no space, `?` or `#`",
                   "as in `https://certificates.example.org`");
    }
    while (address.ends_with('/'))
      address.pop_back();
  }
  if (const yaml::Node* people = fields.find("people")) {
    out.people_tracked = read_word(people, reader, {"tracked", "local"}).value != "local";
  }
  if (const yaml::Node* evidence = fields.find("evidence")) {
    out.evidence_tracked = read_word(evidence, reader, {"tracked", "local"}).value == "tracked";
  }
  if (!readable) return std::nullopt;
  return out;
}

}  // namespace guerdon
