# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of this project is compiled with.
option(BUILD_TESTING "Build the tests" ON)
option(DOCTOR_BENCH "Build what ./dev bench needs" OFF)
option(DOCTOR_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

# moc needs no library to be built first: clang-tidy can begin as soon as moc is done.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)

add_compile_definitions(
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    DOCTOR_VERSION="${PROJECT_VERSION}")

if(MSVC)
    add_compile_options(/W4 /WX /permissive- /utf-8)
else()
    add_compile_options(-Wall -Wextra -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Werror)
endif()

if(DOCTOR_SANITIZE)
    # -g1: the lines of a stack trace and no more; the dev preset is for the debugger.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
    add_link_options(-fsanitize=address,undefined)
    # Some seventy test programs: lld links each in a quarter of the usual linker's time.
    find_program(DOCTOR_LLD ld.lld)
    if(DOCTOR_LLD)
        add_link_options(-fuse-ld=lld)
    endif()
endif()
