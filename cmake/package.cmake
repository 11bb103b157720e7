# The package for Debian 12, which cmake/package.sh makes.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/package/finish.cmake)
set(CPACK_GUERDON_SOURCE ${PROJECT_SOURCE_DIR})

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# Who builds a package to give away names himself: -DCPACK_DEBIAN_PACKAGE_MAINTAINER="NAME <ADDRESS>".
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "guerdon maintainers <maintainers@guerdon.example>" CACHE STRING "Of the Debian package")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "records of volunteers as YAML, certificates of their skills as PDF")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"guerdon keeps the record of a volunteer's path to a soft-skills certificate,
checks every step of the scheme that the certificate belongs to, and issues
certificates. It is one program over plain YAML files in a folder that people
keep in git; there is no server.

Two schemes come with it: GloRe (participation, soft skills, professional
statement) and LEVER UP (fifteen competences, portfolio, external assessment).
Every PDF is PDF/A-3a and PDF/UA-1, in eight languages and any script.")

# What the program and its modules link is found by dpkg-shlibdeps. What they open by name, or read, stands here.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The designs of both schemes are set in Lato and Gentium Plus: without them nothing can be issued. Scripts from right to left,
# lines of Thai and hyphens hang on the three libraries; they are small, and a page shall be the same wherever guerdon is.
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-lato fonts-sil-gentiumplus libfribidi0 libhyphen0 libthai0)
# Names in other scripts (a certificate that lacks a letter is refused, and names the package), hyphens language by language, and
# the history of records. Large, or not needed by everybody.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS fonts-noto-core fonts-noto-cjk git
  hyphen-el hyphen-en-gb hyphen-es hyphen-fr hyphen-it hyphen-nl)
# hyphen-pl would bring LibreOffice along. `preview --png` draws with pdftoppm.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS hyphen-pl poppler-utils)
foreach(field DEPENDS RECOMMENDS SUGGESTS)
  list(JOIN CPACK_DEBIAN_PACKAGE_${field} ", " CPACK_DEBIAN_PACKAGE_${field})
endforeach()

include(CPack)
