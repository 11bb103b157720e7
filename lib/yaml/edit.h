#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace guerdon::yaml {

/// A section of a record: its key, and the title in its banner comment.
struct SectionName {
  std::string key;
  std::string title;
};

/// `# ── mid-term ─────…`, 65 columns wide.
std::string banner(std::string_view title);

/// The title that a banner comment holds; empty for any other comment.
std::string_view banner_title(std::string_view comment);

/// What to write into a section.
enum class EditKind : std::uint8_t {
  set,     ///< the section's value, where there is none
  append,  ///< one more item of a list
  extend,  ///< more keys of a block
  replace  ///< the section's value, in place of what stands there
};

struct Edit {
  EditKind kind = EditKind::set;
  std::string section;
  Node value;          ///< the value; the item; or a block of the keys to add
  std::string inside;  ///< for `append`: the key inside the section whose list grows; empty for the section itself
};

/// The text of `document` after the edit that is asked for: the new lines under the section's banner, every other byte
/// as it was. Line ends are the file's. Where no banner is left, the section goes before the next known one, else to
/// the end. Throws Error{refused} that shows the block to paste when the result would not be exactly the old content
/// plus the edit.
std::string edited(const Document& document, const std::vector<SectionName>& sections, const Edit& asked);

}  // namespace guerdon::yaml
