// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace report {

/// What must not be told of the one who makes a report.
struct Surroundings {
    QString homePath; ///< of the user
    QString userName;
    QStringList hosts; ///< names of computers: this one, the ones that were asked
};

/// Makes the few texts of a report that are not this program's own fit to be shared. What is not known to be harmless
/// is left out: the texts that come out of here have a few kinds of characters alone, and no markup.
class SafeText {
public:
    explicit SafeText(Surroundings surroundings);

    /// A name that others gave, such as a certificate's issuer, on one line: keys, e-mail addresses, URLs, the names
    /// and addresses of computers, long identifiers and the user's name are replaced by a word in brackets.
    [[nodiscard]] QString name(const QString &text) const;
    /// A file without what its path tells of its user: below the home "~/…/.env", where only folders that programs
    /// name stay, and elsewhere the file's own name alone.
    [[nodiscard]] QString file(const QString &path) const;
    /// The name of a variable; empty where it is none, or tells more than a name should.
    [[nodiscard]] QString variable(const QString &name) const;

private:
    [[nodiscard]] QString withoutKnown(QString text) const;
    [[nodiscard]] QString fileName(const QString &name) const;

    Surroundings m_surroundings;
    QStringList m_users; ///< names that may tell who it is
};

} // namespace report
