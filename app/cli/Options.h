// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

#include <tl/expected.hpp>

namespace cli {

/// A command line that cannot be followed: one line that says what is wrong and what to type.
struct UsageError {
    QString sentence;
};

/// Reads a verb's arguments strictly. What the user typed is repeated in no message unless it is an option that this
/// program knows: it may be a key.
class Options {
public:
    explicit Options(QString verb);

    /// `valueName` empty: a switch.
    void add(const QString &name, const QString &description, const QString &valueName = {});
    enum class Positional { None, Name, File };
    /// Lets one argument stand without an option, which may not look like a key. Without this none may.
    void allowPositional(Positional kind, const QString &name, const QString &description);
    /// How the verb is written, for --help.
    void describe(const QString &synopsis, const QString &description);

    /// False with an error, or where --help was asked for: then `helpText` holds the text.
    [[nodiscard]] tl::expected<void, UsageError> parse(const QStringList &arguments);
    [[nodiscard]] bool helpAsked() const;
    [[nodiscard]] QString helpText() const;

    [[nodiscard]] bool isSet(const QString &name) const;
    [[nodiscard]] std::optional<QString> value(const QString &name) const;
    [[nodiscard]] std::optional<QString> positional() const;

private:
    [[nodiscard]] tl::expected<void, UsageError> checkValues() const;
    [[nodiscard]] tl::expected<void, UsageError> checkPositionals() const;

    QString m_verb;
    QString m_synopsis;
    QString m_description;
    QCommandLineParser m_parser;
    QStringList m_withValue;
    Positional m_positional = Positional::None;
};

/// Whether a text has the form of a key, so that it must not stand on a command line.
[[nodiscard]] bool looksLikeKey(const QString &text);

} // namespace cli
