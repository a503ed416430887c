// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helpers/TestKeys.h"
#include "sources/FoundKey.h"

#include <QHash>
#include <QStringList>

#include "sources/Environment.h"

/// What a reader found, as lines that a test can compare and print: no test key stands in them.
namespace foundkeys {

/// "NAME line holder value", with GOOD and OTHER for the test keys, (empty), (unset) and (elsewhere) for what has no
/// value, and "->" before the value of a reference.
inline QString shown(const sources::FoundKey &key)
{
    QString value = QString::fromUtf8(key.secret.bytes().toByteArray().replace(testkeys::good, "GOOD"));
    value.replace(QString::fromLatin1(testkeys::other), QLatin1String("OTHER"));
    value.replace(QLatin1Char('\n'), QLatin1String("\\n"));
    if (value.isEmpty() && key.place.findings.empty())
        value = key.place.set ? QStringLiteral("(elsewhere)") : QStringLiteral("(unset)");
    else if (value.isEmpty())
        value = QStringLiteral("(empty)");
    if (key.place.reference)
        value.prepend(QLatin1String("->"));
    return key.place.name + QLatin1Char(' ') + QString::number(key.place.line) + QLatin1Char(' ')
        + (key.place.holder.isEmpty() ? QStringLiteral("-") : key.place.holder) + QLatin1Char(' ') + value;
}

inline QString shown(const std::vector<sources::FoundKey> &keys)
{
    QStringList lines;
    for (const sources::FoundKey &key : keys)
        lines.append(shown(key));
    return lines.join(QLatin1String("; "));
}

/// The text with the test keys in the place of GOOD and OTHER.
inline QByteArray withKeys(const char *text)
{
    return QByteArray(text).replace("GOOD", testkeys::good).replace("OTHER", testkeys::other);
}

/// A shell of a test's own.
class GivenShell : public sources::Environment {
public:
    explicit GivenShell(QHash<QString, QByteArray> variables = {})
        : m_variables(std::move(variables))
    {
    }
    [[nodiscard]] std::optional<key::Secret> read(const QString &name) const override
    {
        const auto found = m_variables.constFind(name);
        return found == m_variables.constEnd() ? std::nullopt : std::optional(key::Secret{QByteArrayView(*found)});
    }

private:
    QHash<QString, QByteArray> m_variables;
};

/// Files beside the one that is read, by their names.
inline sources::FileSurroundings surroundings(const QHash<QString, QByteArray> &files, const GivenShell *shell)
{
    return {.readFile =
                [files](const QString &path) {
                    const auto found = files.constFind(path);
                    return found == files.constEnd() ? std::nullopt
                                                     : std::optional(key::Secret{QByteArrayView(*found)});
                },
        .shell = shell};
}

/// Texts that no reader of YAML may stumble over: name and text.
inline std::vector<std::pair<QByteArray, QByteArray>> hostileYaml()
{
    constexpr int size = 1'000'000;
    const auto repeated = [](const char *part) { return QByteArray(part).repeated(size / int(qstrlen(part))); };
    QByteArray laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        laughs += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before;
        for (int j = 0; j < 9; ++j)
            laughs += ", " + before;
        laughs += "]\n";
    }
    QByteArray merges = "m0: &m0 {CO_API_KEY: x}\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray before = "*m" + QByteArray::number(i - 1);
        merges += "m" + QByteArray::number(i) + ": &m" + QByteArray::number(i) + " {<<: [" + before + ", " + before
            + ", " + before + "]}\n";
    }
    return {
        {"nothing", ""},
        {"100,000 levels", QByteArray("[").repeated(100'000)},
        {"maps in maps", repeated("{a: ")},
        {"lists in lists", repeated("- ")},
        {"questions", repeated("? ")},
        {"unclosed", "a: [b, {c: \"d"},
        {"a quote that never ends", "services: \"" + repeated("x")},
        {"lists without end", repeated("[],")},
        {"documents", repeated("---\n")},
        {"anchors", repeated("&a ")},
        {"an alias of nothing", "a: *b"},
        {"a list that holds itself", "apiVersion: v1\nkind: Pod\nspec: &a [*a, *a]"},
        {"a map that merges itself", "apiVersion: v1\nkind: Pod\nservices: &a {<<: *a, b: *a}\njobs: *a"},
        {"a billion laughs", "apiVersion: v1\nkind: Pod\n" + laughs + "services: *a29\njobs: *a29\n"},
        {"merges of merges", merges + "apiVersion: v1\nkind: Pod\nspec: *m29\n"},
        {"too large", QByteArray("#").repeated(1024 * 1024 + 1)},
        {"binary", QByteArray("\0\x01\xff\xfe\x80", 5).repeated(1000)},
        {"tabs", "services:\n\tweb:\n\t\tenvironment:\n"},
        {"a list at the top", "- a\n- b\n"},
        {"a scalar at the top", "CO_API_KEY"},
        {"scalars where maps should be",
            "apiVersion: v1\nkind: Secret\nmetadata: x\ndata: y\nservices: 1\njobs: [a]\nenv: z\n"},
    };
}

} // namespace foundkeys
