# Finds PoDoFo 0.9: the target PoDoFo::PoDoFo. Debian's libpodofo.pc has an empty Version, so the header is asked.

find_path(PoDoFo_INCLUDE_DIR NAMES podofo/podofo.h)
find_library(PoDoFo_LIBRARY NAMES podofo)

if(PoDoFo_INCLUDE_DIR)
  file(STRINGS ${PoDoFo_INCLUDE_DIR}/podofo/base/podofo_config.h PoDoFo_lines
    REGEX "^#define PODOFO_VERSION_(MAJOR|MINOR|PATCH) +[0-9]+")
  list(TRANSFORM PoDoFo_lines REPLACE "^.* ([0-9]+).*$" "\\1")
  list(JOIN PoDoFo_lines "." PoDoFo_VERSION)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PoDoFo
  REQUIRED_VARS PoDoFo_LIBRARY PoDoFo_INCLUDE_DIR VERSION_VAR PoDoFo_VERSION)

if(PoDoFo_FOUND AND NOT TARGET PoDoFo::PoDoFo)
  add_library(PoDoFo::PoDoFo UNKNOWN IMPORTED)
  set_target_properties(PoDoFo::PoDoFo PROPERTIES
    IMPORTED_LOCATION ${PoDoFo_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${PoDoFo_INCLUDE_DIR})
endif()
mark_as_advanced(PoDoFo_INCLUDE_DIR PoDoFo_LIBRARY)
