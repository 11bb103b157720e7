#pragma once

#include <string>
#include <vector>

namespace guerdon {

/// What a portfolio tells beside the facts of its first page, in reading order, every word as it is printed.
struct Portfolio {
  struct Part {
    std::string label;                    ///< "Situation"
    std::vector<std::string> paragraphs;  ///< of what was told
  };
  struct Story {
    std::string title;
    std::string about;  ///< where it was, and what it shows; may be empty
    std::vector<Part> parts;
  };
  struct Exhibit {
    std::string number;  ///< "3"
    std::string title;
    std::string about;   ///< its kind, and what it shows
    std::string file;    ///< path in the workspace
    std::string digest;  ///< of the file, "SHA-256 …"
  };
  std::vector<Story> stories;
  std::vector<Exhibit> exhibits;
};

}  // namespace guerdon
