# The program `guerdon`, its modules `guerdon-*.so`, and what is installed with them. In the build tree the modules lie beside
# the program and the data in the source tree; installed, lib/guerdon and share/guerdon beside bin.

configure_file(${PROJECT_SOURCE_DIR}/cmake/version.h.in ${PROJECT_BINARY_DIR}/generated/version.h @ONLY)

# guerdon_module(NAME SOURCES file… LIBRARIES lib…)
# A module that is loaded when something needs it, so that its libraries cost nothing at every start.
function(guerdon_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
  list(TRANSFORM arg_SOURCES PREPEND ${PROJECT_SOURCE_DIR}/lib/)
  add_library(${name} MODULE ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(${name} PRIVATE guerdon::warnings ${arg_LIBRARIES})
  install(TARGETS ${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/guerdon)
endfunction()
set(guerdon_modules guerdon-pdf guerdon-import guerdon-svg)
guerdon_module(guerdon-pdf SOURCES pdf/podofo_module.cpp LIBRARIES PoDoFo::PoDoFo)
guerdon_module(guerdon-import LIBRARIES guerdon::qpdf guerdon::zlib_shared
  SOURCES import/qpdf_module.cpp import/bomb.cpp import/clean.cpp import/closure.cpp import/content.cpp)
# clang 14 cannot read the headers of qpdf as C++20.
set_target_properties(guerdon-import PROPERTIES CXX_STANDARD 17)
guerdon_module(guerdon-svg SOURCES import/svg_module.cpp import/svg_scan.cpp LIBRARIES PkgConfig::rsvg)

file(GLOB cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cli/*.cpp)
if(cli_sources)
  add_executable(guerdon ${cli_sources})
  target_include_directories(guerdon PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
  target_link_libraries(guerdon PRIVATE guerdon::flow guerdon::warnings CLI11::CLI11 Threads::Threads
    $<$<BOOL:${GUERDON_STATIC_RUNTIME}>:-static-libstdc++ -static-libgcc>)
  # The cache is of the program that this names.
  target_link_options(guerdon PRIVATE -Wl,--build-id=sha1)
  add_dependencies(guerdon ${guerdon_modules})
  install(TARGETS guerdon RUNTIME)
endif()

# Where each shell looks for completions.
set(completions ${PROJECT_SOURCE_DIR}/templates/completion)
install(FILES ${completions}/guerdon.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME guerdon)
install(FILES ${completions}/guerdon.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _guerdon)
install(FILES ${completions}/guerdon.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

foreach(folder templates schemas)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/guerdon OPTIONAL)
endforeach()

# The manual, written by the program as it stands now, with everything beside it.
if(TARGET guerdon)
  install(CODE "
    set(root \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
    execute_process(COMMAND \"\${root}/${CMAKE_INSTALL_BINDIR}/guerdon\" man --to \"\${root}/${CMAKE_INSTALL_MANDIR}\"
      OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)")
endif()
