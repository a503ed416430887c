# SPDX-License-Identifier: GPL-3.0-or-later
# cpp-httplib (MIT), the server under the practice endpoint. Debian and Ubuntu ship it with a pkg-config
# file, vcpkg and Homebrew with a CMake package: both end as the target HttpLibrary.
add_library(HttpLibrary INTERFACE)
find_package(httplib CONFIG QUIET)
if(httplib_FOUND)
    target_link_libraries(HttpLibrary INTERFACE httplib::httplib)
else()
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(cpp_httplib REQUIRED IMPORTED_TARGET cpp-httplib)
    target_link_libraries(HttpLibrary INTERFACE PkgConfig::cpp_httplib)
endif()
