# The warnings of our own code, as an interface library that every target of ours links.
# -Wnull-dereference is left out: g++ 12 reports it inside libstdc++ at -O2.

add_library(guerdon_warnings INTERFACE)
add_library(guerdon::warnings ALIAS guerdon_warnings)
target_compile_options(guerdon_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Wunused
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wuseless-cast>
  $<$<BOOL:${GUERDON_WARNINGS_AS_ERRORS}>:-Werror>)
