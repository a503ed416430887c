// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/ClientReading.h"

#include <QRegularExpression>

namespace errortext {

namespace {

/// Only the beginning and the end of a long text are searched for a version: a regular expression is slow.
constexpr qsizetype searched = qsizetype{256} * 1024;

struct VersionForm {
    const char *clientId;
    const char *expression; ///< its first group is the version
};

constexpr VersionForm forms[] = {
    {"cohere-python",
        R"((?:\bcohere(?:-python)?(?:==|/|-| v| version:? ?| )|x-fern-sdk-name: cohere\s+x-fern-sdk-version: ))"
        R"((\d+\.\d+(?:\.\d+)?)\b)"},
    {"cohere-python", R"(\bcohere\s*\n?version\s*:\s*(\d+\.\d+\.\d+)\b)"},
    {"cohere-typescript", R"(\bcohere-ai(?:@|/|@npm:|\"?: \"?[\^~]?| v| version )(\d+\.\d+\.\d+)\b)"},
    {"cohere-java", R"(\bcohere-java(?:-|/|:|@)(\d+\.\d+\.\d+)\b)"},
    {"cohere-go", R"(\bcohere-go/v2@v(\d+\.\d+\.\d+)\b)"},
    {"langchain-python", R"(\blangchain[-_]cohere(?:==|-| )(\d+\.\d+\.\d+)\b)"},
    {"llamaindex", R"(\bllama[-_]index[-a-z_]*(?:==|-)(\d+\.\d+\.\d+)\b)"},
    {"litellm", R"(\blitellm(?:==|-| version:? ?| v)(\d+\.\d+\.\d+)\b)"},
    {"haystack", R"(\b(?:cohere-haystack|haystack-ai)(?:==|-)(\d+\.\d+\.\d+)\b)"},
};

QString versionFor(QStringView text, const QString &clientId)
{
    for (const VersionForm &form : forms) {
        if (clientId != QLatin1String(form.clientId))
            continue;
        const QRegularExpression expression(
            QString::fromLatin1(form.expression), QRegularExpression::CaseInsensitiveOption);
        for (const QStringView part : {text.left(searched), text.last(std::min(searched, text.size()))}) {
            const QRegularExpressionMatch match = expression.match(part);
            if (match.hasMatch())
                return match.captured(1);
        }
    }
    return {};
}

/// The client of a version: Cohere's SDK for Python reads other variables before 5.3, and other ones before 5.
QString pythonOf(const QString &version)
{
    const QStringList parts = version.split(u'.');
    const int major = parts.at(0).toInt();
    if (major > 0 && major < 5)
        return QStringLiteral("cohere-python-4");
    const bool early = major == 5 && parts.at(1).toInt() < 3;
    return early ? QStringLiteral("cohere-python-5.0") : QStringLiteral("cohere-python");
}

} // namespace

void readClient(const Findings &found, ErrorReading &reading)
{
    const ClientRow *best = nullptr;
    for (const auto &client : found.clients) {
        if (best == nullptr || client.row->weight > best->weight)
            best = client.row;
    }
    const QStringView text(found.clean.text);
    if (best == nullptr) {
        // "cohere==5.2.0" alone, as in a list of what is installed
        for (const char *id : {"cohere-python", "cohere-typescript"}) {
            const QString version = versionFor(text, QLatin1String(id));
            if (!version.isEmpty() && reading.clientId.isEmpty()) {
                reading.clientId = QLatin1String(id);
                reading.version = version;
            }
        }
    } else {
        reading.clientId = QLatin1String(best->clientId);
        reading.version = versionFor(text, reading.clientId);
    }
    if (reading.clientId == QLatin1String("cohere-python") && !reading.version.isEmpty())
        reading.clientId = pythonOf(reading.version);
}

} // namespace errortext
