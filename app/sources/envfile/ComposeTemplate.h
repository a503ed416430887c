// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QByteArrayView>

#include <optional>

namespace sources::envfile {

class LoadedFile;
class ValueBuffer;

/// Fills in $NAME, ${NAME} and ${NAME:-word}, as compose does: the shell before the file; "$$" is a "$".
/// Source: compose-go 2, template/template.go.
class ComposeTemplate {
public:
    explicit ComposeTemplate(LoadedFile &file)
        : m_file(file)
    {
    }

    /// Nothing where compose refuses it, and so the file.
    [[nodiscard]] std::optional<key::Secret> filledIn(QByteArrayView text);

private:
    bool fillIn(QByteArrayView text, ValueBuffer &value, int depth);
    /// Reads what stands between "${" and "}" at the beginning; gives its length with the "}", or -1 where it is
    /// refused.
    qsizetype fillInBraces(QByteArrayView text, ValueBuffer &value, int depth);
    bool fillInWord(QByteArrayView name, QByteArrayView operation, ValueBuffer &value, int depth);

    LoadedFile &m_file;
};

} // namespace sources::envfile
