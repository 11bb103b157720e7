#include "yaml/canonical.h"

#include <algorithm>

#include "base/error.h"
#include "yaml/arrange.h"
#include "yaml/lay_lines.h"
#include "yaml/parse.h"
#include "yaml/written_text.h"

namespace guerdon::yaml {
namespace {

/// The same values in the same order, quoted where they were; sections in any order.
bool same(const Node& a, const Node& b, bool any_order) {
  if (a.kind != b.kind || a.scalar != b.scalar || a.items.size() != b.items.size()) return false;
  const bool lines = a.scalar.find('\n') != std::string::npos;
  if (a.kind == Kind::scalar && a.quoted != b.quoted && !lines) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    const bool keyed = a.kind == Kind::mapping;
    const Node* other = keyed && any_order ? b.find(a.keys[i].scalar) : &b.items[i];
    if (keyed && !any_order && a.keys[i].scalar != b.keys[i].scalar) return false;
    if (other == nullptr || !same(a.items[i], *other, false)) return false;
  }
  return true;
}

/// The comments that are no banner of a section, sorted.
std::vector<std::string> own_comments(std::vector<std::string> comments, const std::vector<SectionName>& sections) {
  std::erase_if(comments, [&](const std::string& comment) { return is_banner(comment, sections); });
  std::sort(comments.begin(), comments.end());
  return comments;
}

[[noreturn]] void refuse(const Document& document) {
  throw Error(Failure::refused,
              Diagnostic{Severity::error,
                         "fmt",
                         {document.path, document.root.place},
                         "this is written so that it cannot be laid out anew and say the same; the file is unchanged",
                         "write lists and blocks one item or key on a line, without brackets, and try again"});
}

}  // namespace

std::string canonical(const Document& document, const std::vector<SectionName>& sections) {
  try {
    const LaidLines laid = lay_lines(document, sections);
    std::string out = arranged(laid.lines, sections);
    Diagnostics findings;
    const auto proof = parse(document.path, out, findings);
    if (!proof || !same(document.root, proof->root, !sections.empty())) refuse(document);
    const LaidLines again = lay_lines(*proof, sections);
    const bool all_there = own_comments(laid.comments, sections) == own_comments(again.comments, sections);
    if (!all_there || arranged(again.lines, sections) != out) refuse(document);
    return out;
  } catch (const Astray&) {
    refuse(document);
  }
}

}  // namespace guerdon::yaml
