#pragma once

#include <array>
#include <string_view>

namespace guerdon {

/// Keys of a case whose texts are the volunteer's or about her: no message shows them.
inline constexpr std::array<std::string_view, 4> private_keys{"reason", "note", "aim", "because"};

}  // namespace guerdon
