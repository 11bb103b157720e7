# Every library guerdon uses, found once, as a SYSTEM target. What may be linked statically is, because each shared library
# costs time at every start; the LGPL ones (libunistring, PoDoFo, librsvg, cairo) stay shared.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt 9.1.0 EXACT REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(PoDoFo 0.9.8 REQUIRED)

# A target NAME for one archive or shared library FILE whose header HEADER stands in the compiler's own folders.
function(guerdon_system_library name file header)
  find_library(GUERDON_LIB_${name} NAMES ${file} REQUIRED)
  find_path(GUERDON_INCLUDE_${name} NAMES ${header} REQUIRED)
  add_library(guerdon::${name} UNKNOWN IMPORTED)
  set_target_properties(guerdon::${name} PROPERTIES
    IMPORTED_LOCATION ${GUERDON_LIB_${name}}
    INTERFACE_INCLUDE_DIRECTORIES ${GUERDON_INCLUDE_${name}})
endfunction()

guerdon_system_library(yaml_cpp libyaml-cpp.a yaml-cpp/yaml.h)
guerdon_system_library(crypto libcrypto.a openssl/sha.h)
guerdon_system_library(deflate libdeflate.a libdeflate.h)
guerdon_system_library(png libpng16.a png.h)
guerdon_system_library(zlib libz.a zlib.h)
guerdon_system_library(unistring unistring uninorm.h)
guerdon_system_library(qpdf qpdf qpdf/QPDF.hh)
set_target_properties(guerdon::qpdf PROPERTIES INTERFACE_COMPILE_DEFINITIONS POINTERHOLDER_TRANSITION=4)
guerdon_system_library(zlib_shared z zlib.h)

pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz>=6 harfbuzz-subset>=6)
add_library(guerdon::harfbuzz ALIAS PkgConfig::harfbuzz)
pkg_check_modules(rsvg REQUIRED IMPORTED_TARGET librsvg-2.0>=2.54 cairo-pdf)

add_library(guerdon_fmt STATIC ${PROJECT_SOURCE_DIR}/cmake/fmt.cpp)
add_library(guerdon::fmt ALIAS guerdon_fmt)
