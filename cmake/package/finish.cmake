# Run by cpack between the installation and the package: what only a package of Debian has.
cmake_minimum_required(VERSION 3.25)

set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
set(doc ${share}/doc/guerdon)
set(here ${CPACK_GUERDON_SOURCE}/cmake/package)

file(READ ${here}/copyright copyright)
foreach(library libcli11 libdeflate libfmt libpng libssl libyaml-cpp zlib1g)
  file(READ /usr/share/doc/${library}-dev/copyright notice)
  string(APPEND copyright "\n── ${library} ──\n\n${notice}")
endforeach()
file(WRITE ${doc}/copyright "${copyright}")
configure_file(${here}/lintian-overrides ${share}/lintian/overrides/guerdon COPYONLY)
configure_file(${CPACK_GUERDON_SOURCE}/CHANGELOG.md ${doc}/changelog COPYONLY)
# SOURCE_DATE_EPOCH is the day, where it is set.
string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${doc}/changelog.Debian
"guerdon (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) bookworm; urgency=medium

  * What is new stands in changelog.gz.

 -- ${CPACK_DEBIAN_PACKAGE_MAINTAINER}  ${day}
")

file(GLOB_RECURSE texts ${share}/man/* ${doc}/changelog*)
execute_process(COMMAND gzip -9n ${texts} COMMAND_ERROR_IS_FATAL ANY)
