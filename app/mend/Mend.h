// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QString>

#include <cstdint>
#include <vector>

#include <tl/expected.hpp>

/// What the program mends by itself, when asked to: a preview first, a backup beside the file, and a way back.
namespace mend {

enum class MendKind : std::uint8_t {
    EnvLine, ///< the variable's line of a .env file, and what keeps the file from being read: every loader gets its value
    EnvKey, ///< the same, with the key given
    Gitignore, ///< git is told to leave the .env file out
    ShellProfile, ///< the variable, for every new terminal
    EnvironmentD, ///< the variable, for the services and programs of the user's session (Linux)
    UserVariable, ///< the variable of the user's account: the registry on Windows, launchctl on macOS
};

struct MendRequest {
    MendKind kind = MendKind::EnvLine;
    QString file; ///< what is to be changed; for Gitignore the .env file. Empty for UserVariable.
    QString folder; ///< the file must be in this folder or below it, also when every link is followed
    QString variable;
    key::Secret key; ///< for the kinds that write one
};

enum class MendFailure : std::uint8_t {
    NotFound,
    NotReadable,
    NotWritable, ///< the file or its folder
    OutsideFolder, ///< a link leads out of the folder
    TooLarge,
    NoSuchVariable, ///< the file has no line for it
    KeyNotUsable, ///< the key itself holds what must not stand in a file; nothing is written
    ChangedMeanwhile, ///< another program has written the file since it was looked at
    DiskFull,
    Other,
};

/// One line of the preview. Keys are masked in both texts.
struct LineChange {
    enum class Kind : std::uint8_t { Kept, Removed, Added };
    Kind kind = Kind::Kept;
    int line = 0; ///< from 1: in the old file, or, where it was added, in the new one
    QString text;

    friend bool operator==(const LineChange &, const LineChange &) = default;
};

/// What is changed beside the words of a line.
enum class Note : std::uint8_t {
    ByteOrderMarkRemoved,
    EncodingChanged, ///< UTF-16 becomes UTF-8
    LineEndsChanged, ///< CRLF becomes LF, since bash would read the carriage return
    FileCreated,
    OthersCouldRead, ///< the file could be read by others, and cannot any longer
};

struct Preview {
    MendKind kind = MendKind::EnvLine;
    QString file;
    QString backup; ///< where the old file will be kept; empty where there is none
    QString variable;
    std::vector<LineChange> lines; ///< the lines that change, with one or two around them
    std::vector<Note> notes;
};

/// A change that was looked at and not made yet. Holds the file as it is and as it will be.
class Mend {
public:
    Preview preview;
    key::Secret before;
    key::Secret after;
};

/// How to go back.
struct Undo {
    MendKind kind = MendKind::EnvLine;
    QString file;
    QString backup;
    bool created = false; ///< there was no such file before
};

} // namespace mend
