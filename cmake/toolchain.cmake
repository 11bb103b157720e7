# What the machine offers to build faster, and the sanitizers.

find_program(GUERDON_CCACHE ccache)
if(GUERDON_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${GUERDON_CCACHE})
endif()

find_program(GUERDON_LLD ld.lld)
if(GUERDON_LLD AND NOT GUERDON_LTO)
  add_link_options(-fuse-ld=lld)
endif()

# g++ 12 takes what the sanitizers add for reads of uninitialised values.
if(GUERDON_SANITIZE)
  add_compile_options(-fsanitize=${GUERDON_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  add_link_options(-fsanitize=${GUERDON_SANITIZE})
  set(GUERDON_STATIC_RUNTIME OFF)
endif()

# libFuzzer steers by what these count.
if(GUERDON_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
