// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "sources/EnvLoader.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

#include <tl/expected.hpp>

/// What the program mends by itself, when asked to: a preview first, a backup beside the file, and a way back.
namespace mend {

enum class MendKind : std::uint8_t {
    EnvLine, ///< the variable's line of a .env file, and what keeps the file from being read: every loader gets its
             ///< value
    EnvKey, ///< the same, with the key given; the line is added where there is none, and the file made
    Gitignore, ///< git is told to leave the .env file out
    ShellProfile, ///< the variable, for every new terminal
    EnvironmentD, ///< the variable, for the services and programs of the user's session (Linux)
    UserVariable, ///< the variable of the user's account, in the registry: Windows alone, see UserVariable.cpp
};

struct MendRequest {
    MendKind kind = MendKind::EnvLine;
    QString file; ///< what is to be changed; for Gitignore the .env file. Empty for UserVariable.
    QString folder; ///< the file must be in this folder or below it, also when every link is followed
    QString variable; ///< the name that the client reads
    key::Secret key; ///< for the kinds that write one
    QString fromVariable{}; ///< EnvLine: the name that stands there now, where it is another one
};

enum class MendFailure : std::uint8_t {
    NotFound,
    NotReadable, ///< no permission, or no text
    NotAFile, ///< a folder, a pipe, a device; or a file with a second name (hard link), which would keep the old text
    OtherOwner, ///< it belongs to somebody else, and a file written anew would be the user's own
    NotWritable, ///< the file or its folder
    OutsideFolder, ///< a link leads out of the folder
    TooLarge,
    NoSuchVariable, ///< the file has no line for it
    NoValue, ///< the line has a name and no key
    IsReference, ///< the line takes its value from another variable or a command
    KeyNotUsable, ///< the key itself holds what must not stand in a file; nothing is written
    OtherLines, ///< other lines of the file keep it from being read, or would be read differently
    NothingToMend, ///< it reads rightly already; git leaves the file out already
    NotSupported, ///< this system has nothing of the kind
    ChangedMeanwhile, ///< another program has written the file since it was looked at
    DiskFull,
    Other,
};

/// One line of the preview. Values are masked, also those of other variables; what is invisible is not made visible.
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
    CommentMoved, ///< a comment behind the key got a line of its own above it
    ExportRemoved, ///< "export" went, since docker refuses it: who runs `source` needs `set -a` before it
    OtherLinesDisabled, ///< further lines that set the same variable became comments
    NameChanged, ///< the line had another variable's name
    UnreadByOthers, ///< Preview::unreadBy is not empty
    TrackedAlready, ///< Gitignore: git keeps the file already, and goes on with it until `git rm --cached`
    BackupNotIgnored, ///< the backup holds a key, and git would take it into the repository
};

struct Preview {
    MendKind kind = MendKind::EnvLine;
    QString file;
    QString backup; ///< where the old file will be kept; empty where there is none
    QString variable;
    std::vector<LineChange> lines; ///< the lines that change, with one or two around them
    std::vector<Note> notes;
    /// For a .env file: the loaders that will still not read it, since other lines of the file stop them.
    std::vector<sources::EnvLoader> unreadBy;
};

/// A change that was looked at and not made yet. Holds the file as it is and as it will be.
class Mend {
public:
    Preview preview;
    key::Secret before;
    key::Secret after;
    QString folder; ///< canonical: the file is reached from here without following any link
    QString target; ///< canonical: the file itself, where Preview::file leads through links
    bool creates = false; ///< there is no such file yet
    bool holdsKey = true; ///< nobody else may read it afterwards
};

/// How to go back.
struct Undo {
    MendKind kind = MendKind::EnvLine;
    QString file;
    QString backup; ///< empty where there is none
    bool created = false; ///< there was no such file before
    QString variable;
    QString folder; ///< as in Mend
    QString target; ///< as in Mend
    QByteArray written; ///< SHA-256 of what was written: only that is taken back
    QByteArray before; ///< SHA-256 of the old file
    uint mode = 0; ///< the old file's, where the system has one
    key::Secret value; ///< UserVariable: the old value
};

/// Looks, computes and proves; writes nothing. A .env file is proved with all five readers before it is offered: the
/// variable must read as wanted, and no other variable otherwise than before.
/// Blocks while it reads (and asks git): belongs into a worker thread, see Mender.
[[nodiscard]] tl::expected<Mend, MendFailure> prepare(const MendRequest &request);

/// Makes the change, whole or not at all. The old file stays beside the new one as Preview::backup, readable by its
/// owner alone. After any failure the file is as it was, and nothing is left beside it.
[[nodiscard]] tl::expected<Undo, MendFailure> apply(const Mend &mend);

/// Gives back the same bytes, mode and owner, and removes the backup; ChangedMeanwhile where the file is no longer what
/// apply() wrote.
[[nodiscard]] tl::expected<void, MendFailure> undo(const Undo &change);

} // namespace mend
