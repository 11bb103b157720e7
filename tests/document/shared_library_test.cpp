#include "document/shared_library.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("A function of a library that is here is found, any other is null") {
  CHECK(symbol_of("libfribidi.so.0", "fribidi_get_bidi_types") != nullptr);
  CHECK(symbol_of("libfribidi.so.0", "no_such_function") == nullptr);
  CHECK(symbol_of("libno-such-library.so.7", "main") == nullptr);
  CHECK(function_of<double(double)>("libm.so.6", "cos")(0) == 1);
}
