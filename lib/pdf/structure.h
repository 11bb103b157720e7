#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/page.h"
#include "pdf/assemble.h"

namespace guerdon::pdf {

constexpr double points_per_mm = 72 / 25.4;

/// A rectangle of a page in points, from its bottom left corner.
struct Box {
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;
};

/// Adds `[left bottom right top]`.
void append_box(std::string& out, const Box& box);

/// The name by which PDF knows `tag`. Source: ISO 32000-1, 14.8.4.
std::string_view standard_name(Tag tag);

/// The structure tree of a document, gathered while its pages are written: which marked content and which annotation
/// belongs to which element. Source: ISO 32000-1, 14.7.
class Structure {
 public:
  explicit Structure(const std::vector<Page>& pages);

  /// Begins marked content of `element` of page `page`; its id on that page.
  int open(std::size_t page, int element);

  /// A Link of a page, to become an annotation.
  struct Link {
    std::size_t page = 0;
    int element = 0;
    Box box;
    std::string_view description;
  };
  /// Every link that shows anything, page by page.
  [[nodiscard]] std::vector<Link> links() const;

  /// Hangs the annotation object `annotation` into the element of `link`; the annotation's key in the parent tree.
  std::size_t attach(const Link& link, std::size_t annotation);

  /// Adds the tree's objects, `page_objects` being the numbers of the pages', and gives the number of its root.
  std::size_t add_to(PdfObjects& objects, const std::vector<std::size_t>& page_objects) const;

 private:
  enum class Kind : std::uint8_t { node, content, annotation };
  struct Kid {
    std::size_t parent = 0;
    Kind kind = Kind::node;
    std::size_t value = 0;  ///< node, id of marked content, or object number
  };
  struct Node {
    const Element* element = nullptr;
    std::size_t parent = 0;
    std::size_t page = 0;
    bool shown = false;
  };
  struct Annotation {
    std::size_t node = 0;
    std::size_t object = 0;
  };

  [[nodiscard]] std::size_t node_of(std::size_t page, int element) const;
  void add_to_box(std::size_t page, const Mark& mark);
  void list_up_to(std::size_t page, std::size_t node);
  void append_kids(std::string& out, std::size_t node, const std::vector<std::size_t>& numbers,
                   const std::vector<std::vector<const Kid*>>& kids) const;
  [[nodiscard]] std::string attributes(const Node& node, const Box& box) const;
  void append_properties(std::string& out, const Node& node, const Box& box) const;
  void append_parents(std::string& out, const std::vector<std::size_t>& numbers) const;
  [[nodiscard]] std::vector<bool> kept() const;
  [[nodiscard]] std::vector<Kid> all_kids() const;

  const std::vector<Page>& pages_;
  std::vector<Node> nodes_;                       ///< 0 is the document, the elements of the pages follow
  std::vector<Box> boxes_;                        ///< by node: what a figure or a link covers
  std::vector<std::size_t> first_;                ///< node of each page's first element
  std::vector<std::size_t> listed_;               ///< by page: nodes before this are among the kids
  std::vector<Kid> kids_;                         ///< in reading order
  std::vector<std::vector<std::size_t>> owners_;  ///< by page and id of marked content: its node
  std::vector<Annotation> annotations_;
};

}  // namespace guerdon::pdf
