#pragma once

#include <string>
#include <vector>

#include "document/font_chain.h"
#include "document/layout.h"

// Facts for tests: the three documents of the design's pictures, and the ways in which real ones differ.

namespace guerdon::sample {

Phrase words(std::string text);

/// Gives `certificate` the first `count` of ten skills.
void set_skills(Certificate& certificate, std::size_t count, bool long_meanings);

/// Seven skills with short meanings, one signer: one page.
Certificate soft_skills();
/// Ten skills with long meanings, four signers: two pages.
Certificate ten_skills();
/// Long names everywhere: one page, tight.
Certificate long_names();
Certificate participation();
Certificate statement();

std::string read_file(const std::string& path);

/// A design of the tree, with its fonts.
struct Design {
  Template pages;
  Fonts fonts;
};

/// Reads a design, or throws with its findings.
Template read_design(const std::string& path, const std::string& text);

/// The fonts of `templates/glore/fonts.yaml`.
std::shared_ptr<const FontChain> shipped_chain();

/// `templates/glore/KIND.yaml`, or throws with its findings.
Design design(const std::string& kind);

/// The same, read once.
const Design& shared_design(const std::string& kind);

/// The pages of a certificate in its own design, and the findings.
struct LaidOut {
  std::optional<std::vector<Page>> pages;
  Diagnostics findings;

  /// All text runs of all pages, in reading order.
  [[nodiscard]] std::vector<TextRun> runs() const;
  /// The first run that holds `text`; throws when there is none.
  [[nodiscard]] TextRun run(const std::string& text) const;
  /// All text, a space between runs.
  [[nodiscard]] std::string text() const;
  /// The only finding's rule and message; throws when there is not exactly one.
  [[nodiscard]] std::string finding() const;
};

LaidOut laid_out(const Certificate& certificate);

}  // namespace guerdon::sample
