# The program `guerdon`, its module `guerdon-pdf.so`, and what is installed with them. In the build tree the module lies beside
# the program and the data in the source tree; installed, lib/guerdon and share/guerdon beside bin.

configure_file(${PROJECT_SOURCE_DIR}/cmake/version.h.in ${PROJECT_BINARY_DIR}/generated/version.h @ONLY)

file(GLOB podofo_module CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/pdf/podofo_module.cpp)
if(podofo_module)
  add_library(guerdon-pdf MODULE ${podofo_module})
  set_target_properties(guerdon-pdf PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  target_include_directories(guerdon-pdf PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(guerdon-pdf PRIVATE guerdon::warnings PoDoFo::PoDoFo)
  install(TARGETS guerdon-pdf LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/guerdon)
endif()

file(GLOB cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cli/*.cpp)
if(cli_sources)
  add_executable(guerdon ${cli_sources})
  target_include_directories(guerdon PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
  target_link_libraries(guerdon PRIVATE guerdon::flow guerdon::warnings CLI11::CLI11 Threads::Threads
    $<$<BOOL:${GUERDON_STATIC_RUNTIME}>:-static-libstdc++ -static-libgcc>)
  if(TARGET guerdon-pdf)
    add_dependencies(guerdon guerdon-pdf)
  endif()
  install(TARGETS guerdon RUNTIME)
endif()

# Where each shell looks for completions, and the manual, which the program writes itself.
set(completions ${PROJECT_SOURCE_DIR}/templates/completion)
install(FILES ${completions}/guerdon.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME guerdon)
install(FILES ${completions}/guerdon.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _guerdon)
install(FILES ${completions}/guerdon.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
if(TARGET guerdon)
  install(CODE "execute_process(COMMAND \"$<TARGET_FILE:guerdon>\" man --to
    \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_MANDIR}\" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)")
endif()

foreach(folder templates schemas)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/guerdon OPTIONAL)
endforeach()
