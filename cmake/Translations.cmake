# SPDX-License-Identifier: GPL-3.0-or-later
# One .ts file a language, over the sources of both libraries. "-no-obsolete -locations none" makes lupdate
# repeatable, so that a check can fail on a stale file.
get_target_property(app_sources app SOURCES)
get_target_property(ui_sources ui SOURCES)
file(GLOB translation_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/translations/*.ts)
