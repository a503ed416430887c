# SPDX-License-Identifier: GPL-3.0-or-later
# One .ts file a language, compiled into the library `app`. `./dev translations` brings them up to date with the
# sources of both libraries; a check fails on a stale one.
function(doctor_add_translations target)
    file(GLOB ts_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/translations/*.ts)
    qt_add_lrelease(${target} TS_FILES ${ts_files} QM_FILES_OUTPUT_VARIABLE qm_files)
    qt_add_resources(${target} translations PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${qm_files})
endfunction()
