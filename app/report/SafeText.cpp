// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/SafeText.h"

#include "redact/Redactor.h"
#include "sources/FoundKey.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace report {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestName = 100;

const QString &omitted()
{
    static const QString mark(QChar(0x2026));
    return mark;
}

template <std::size_t count> bool isOneOf(const QString &text, const std::array<const char *, count> &known)
{
    return std::any_of(known.begin(), known.end(),
        [&text](const char *word) { return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0; });
}

/// Folders whose names come from programs, not from people.
bool isKnownFolder(const QString &folder)
{
    static constexpr std::array known{".config", "environment.d", "fish", "conf.d", "systemd", "user", ".github",
        "workflows", ".streamlit", ".docker"};
    return isOneOf(folder, known);
}

/// The inner parts of names such as docker-compose.override.yaml and .env.local.
bool isKnownPart(const QString &part)
{
    static constexpr std::array known{"", "env", "envrc", "compose", "docker-compose", "dockerfile", "override",
        "local", "dev", "development", "prod", "production", "staging", "stage", "test", "testing", "ci", "example",
        "sample", "template", "defaults", "shared", "secrets", "values", "default"};
    return isOneOf(part, known);
}

bool isKnownExtension(const QString &extension)
{
    static constexpr std::array known{"py", "ipynb", "js", "mjs", "cjs", "jsx", "ts", "tsx", "go", "java", "kt", "kts",
        "scala", "rb", "php", "rs", "cs", "c", "cpp", "h", "r", "sh", "bash", "zsh", "fish", "ps1", "bat", "cmd", "env",
        "conf", "cfg", "ini", "toml", "yaml", "yml", "json", "xml", "properties", "service", "txt", "md", "tf"};
    return isOneOf(extension, known);
}

/// Names of users that are nobody's name, and that stand in certificates and files ("ISRG Root X1").
bool isNobody(const QString &user)
{
    static constexpr std::array known{"", "root", "admin", "administrator", "user", "users", "home", "app", "node",
        "runner", "test", "ubuntu", "debian", "vagrant", "ec2-user", "default", "public"};
    return isOneOf(user, known);
}

/// Also that of Windows, wherever a path comes from.
const QRegularExpression &separator()
{
    static const QRegularExpression either(u"[/\\\\]"_s);
    return either;
}

/// A letter, digit or sign that is markup nowhere.
bool isPlain(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u" ._-+,&'()/~…[]:").contains(c);
}

/// Whole words alone: a user called "al" stands in no "Alfa".
QString replaced(QString text, const QString &word, const QString &by)
{
    if (word.isEmpty())
        return text;
    const QRegularExpression whole(u"(?<![\\p{L}\\p{N}])%1(?![\\p{L}\\p{N}])"_s.arg(QRegularExpression::escape(word)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(whole, by);
}

QString withoutPatterns(QString text)
{
    static const QRegularExpression url(u"[A-Za-z][A-Za-z0-9+.-]*://\\S*"_s);
    static const QRegularExpression mail(u"[^\\s<>()\\[\\],;:\"]+@[^\\s<>()\\[\\],;:\"]+"_s);
    static const QRegularExpression address4(u"(?<![\\w.])\\d{1,3}(\\.\\d{1,3}){3}(?![\\w])"_s);
    static const QRegularExpression address6(u"(?<![\\w:])[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}(?![\\w:])"_s);
    static const QRegularExpression host(
        u"(\\*\\.)?[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.[\\p{L}][\\p{L}\\p{N}-]+"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression identifier(
        u"(?<![\\w-])[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?!\\w)"_s);
    text.replace(url, u"[address]"_s).replace(mail, u"[e-mail]"_s).replace(identifier, u"[id]"_s);
    text.replace(address4, u"[host]"_s).replace(address6, u"[host]"_s);
    return text.replace(host, u"[host]"_s);
}

} // namespace

SafeText::SafeText(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
{
    const QString folder = m_surroundings.homePath.section(separator(), -1, -1, QString::SectionSkipEmpty);
    for (const QString &user : {m_surroundings.userName, folder}) {
        if (!isNobody(user))
            m_users.append(user);
    }
    // The longest first, so that no end of a longer name is left.
    std::sort(m_surroundings.hosts.begin(), m_surroundings.hosts.end(),
        [](const QString &one, const QString &other) { return one.size() > other.size(); });
}

QString SafeText::withoutKnown(QString text) const
{
    for (const QString &host : m_surroundings.hosts)
        text = replaced(std::move(text), host, u"[host]"_s);
    for (const QString &user : m_users)
        text = replaced(std::move(text), user, u"[user]"_s);
    return text;
}

QString SafeText::name(const QString &text) const
{
    QString own = text; // brackets are for what is put in the place of something
    own.replace(u'[', u'(').replace(u']', u')');
    QString line = redact::Redactor().redacted(own).simplified();
    line = withoutKnown(withoutPatterns(std::move(line)));
    std::replace_if(
        line.begin(), line.end(), [](QChar c) { return !isPlain(c); }, QChar(u'?'));
    return line.size() <= longestName ? line : line.left(longestName - 1) + omitted();
}

QString SafeText::fileName(const QString &name) const
{
    QString safe = withoutKnown(redact::Redactor().redacted(name));
    if (std::any_of(safe.cbegin(), safe.cend(), [](QChar c) { return !isPlain(c); }) || safe.contains(u"[key]"_s))
        return omitted();
    QStringList parts = safe.split(u'.');
    const bool extensionKnown = isKnownPart(parts.constLast()) || isKnownExtension(parts.constLast());
    const bool hidden = parts.size() == 2 && parts.constFirst().isEmpty(); // ".bashrc"
    if (parts.size() > 1 && !hidden && !extensionKnown)
        return omitted();
    // "gateway.customer.example.py" names somebody else's computer.
    for (qsizetype i = 0; parts.size() > 2 && i + 1 < parts.size(); ++i) {
        if (!isKnownPart(parts.at(i)))
            parts[i] = omitted();
    }
    safe = parts.join(u'.');
    return safe.size() <= longestName ? safe : omitted();
}

QString SafeText::file(const QString &path) const
{
    const QString &home = m_surroundings.homePath;
    const bool below = !home.isEmpty() && home != u"/"_s && path.startsWith(home) && path.size() > home.size()
        && separator().match(path.at(home.size())).hasMatch();
    QStringList folders = (below ? path.sliced(home.size() + 1) : path).split(separator(), Qt::SkipEmptyParts);
    if (folders.isEmpty())
        return {};
    QString last = fileName(folders.takeLast());
    if (!below)
        return last;
    QStringList shown{u"~"_s};
    for (const QString &folder : std::as_const(folders)) {
        const QString step = isKnownFolder(folder) ? folder : omitted();
        if (step != omitted() || shown.constLast() != omitted())
            shown.append(step);
    }
    shown.append(last);
    return shown.join(u'/');
}

QString SafeText::variable(const QString &name) const
{
    static const QRegularExpression identifier(u"^[A-Za-z_][A-Za-z0-9_]{0,63}$"_s);
    if (sources::keyVariables().contains(name))
        return name;
    const bool fits = identifier.match(name).hasMatch() && redact::Redactor().redacted(name) == name;
    const QString spaced = QString(name).replace(u'_', u' ');
    return fits && withoutKnown(spaced) == spaced && withoutKnown(name) == name ? name : QString();
}

} // namespace report
