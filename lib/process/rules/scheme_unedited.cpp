#include <fmt/format.h>

#include "process/rules/all.h"

namespace guerdon {
namespace {

/// The certificate is not named: one edit is one finding, however many were issued.
void check_file(const Inquiry& inquiry, const Scheme& scheme, const std::string& file, const std::string& digest) {
  const auto present = scheme.file_digests.find(file);
  if (present != scheme.file_digests.end() && present->second == digest) return;
  inquiry.object(
      Location{scheme.folder + '/' + file, {}},
      fmt::format("{} was edited or removed after a certificate was issued with it", file),
      fmt::format(
          "keep the edit as a new version: guerdon scheme copy {}; then bring this one back: git checkout -- {}/{}",
          scheme.id, scheme.folder, file));
}

void check(const Inquiry& inquiry) {
  // A replaced certificate counts too: its page must still be made from the files that it names.
  const auto [begin, end] = inquiry.world.issued.equal_range(inquiry.record.id.value.text);
  for (auto it = begin; it != end; ++it) {
    const Certificate& certificate = it->second.certificate;
    const auto found = inquiry.world.schemes.find(certificate.scheme);
    if (found == inquiry.world.schemes.end()) {
      inquiry.object(Location{it->second.path, {}},
                     fmt::format("certificate {} was issued under {}, which this workspace does not hold",
                                 certificate.id.text, certificate.scheme),
                     fmt::format("bring back schemes/{} from version control", certificate.scheme));
      continue;
    }
    check_file(inquiry, found->second, certificate.design.file, certificate.design.sha256);
    for (const auto& [file, digest] : certificate.scheme_files)
      check_file(inquiry, found->second, file, digest);
  }
}

}  // namespace

constinit const Rule scheme_unedited_rule{
    .id = "scheme.unedited",
    .sentence = "A scheme version under which a certificate was issued is not edited.",
    .why =
        "Our decision: a certificate names the version it was judged and printed under, for ever. An edit is a new "
        "version.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
