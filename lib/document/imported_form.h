#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace guerdon {

/// A page or a drawing out of another file, fit to be drawn in a document as a form XObject: immutable, shared by
/// threads. Source: ISO 32000-1, 8.10.
struct ImportedForm {
  /// At byte `at` of a body the reference to object `object` is left out.
  struct Reference {
    std::size_t at = 0;
    std::size_t object = 0;
  };
  struct Object {
    std::string body;  ///< of a stream: the entries of its dictionary, without length
    std::vector<Reference> references;
    bool is_stream = false;
    bool is_packed = false;  ///< whether `stream` is encoded already, as the dictionary says
    std::string stream;
  };

  double width = 0;  ///< mm
  double height = 0;
  std::vector<Object> objects;                   ///< the first is the form, its lower left corner 0 0
  std::map<std::string, std::string> libraries;  ///< versions of those that made it
};

}  // namespace guerdon
