# SPDX-License-Identifier: GPL-3.0-or-later
# yaml-cpp (MIT), which reads compose files, Kubernetes manifests and workflows. Its target is yaml-cpp up to 0.7 (Debian
# 12) and yaml-cpp::yaml-cpp from 0.8: both end as the target YamlLibrary.
find_package(yaml-cpp 0.7 REQUIRED)
add_library(YamlLibrary INTERFACE)
if(TARGET yaml-cpp::yaml-cpp)
    target_link_libraries(YamlLibrary INTERFACE yaml-cpp::yaml-cpp)
else()
    target_link_libraries(YamlLibrary INTERFACE yaml-cpp)
endif()
