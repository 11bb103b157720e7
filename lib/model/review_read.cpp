#include "model/review_read.h"

#include "model/read.h"

namespace guerdon {

std::optional<Review> read_review(yaml::Fields& fields, yaml::Reader& reader) {
  const yaml::Node* node = fields.find("reviewed");
  if (node == nullptr) return std::nullopt;
  yaml::Fields inside(*node, reader, "a review");
  Review out;
  out.by = read_text(inside.require("by"), reader, name_limit).value;
  out.on = read_date(inside.require("on"), reader).value;
  return out;
}

}  // namespace guerdon
