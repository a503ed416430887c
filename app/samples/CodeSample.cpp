// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/CodeSample.h"

#include "samples/LineDiff.h"
#include "sources/Clients.h"

#include <QFile>

#include <algorithm>
#include <array>

// Resources of a static library are left out by the linker unless they are asked for, outside any namespace.
static void initCodeResources()
{
    Q_INIT_RESOURCE(code);
}

namespace samples {

namespace {

struct Known {
    const char *clientId;
    const char *language;
    const char *extension;
    const char *fileName;
};

constexpr std::array<Known, 12> known{{
    {"cohere-python", "Python", "py", "rerank.py"},
    {"cohere-python-5.0", "Python", "py", "rerank.py"},
    {"cohere-python-4", "Python", "py", "rerank.py"},
    {"cohere-typescript", "TypeScript", "ts", "rerank.ts"},
    {"cohere-java", "Java", "java", "Rerank.java"},
    {"cohere-go", "Go", "go", "rerank.go"},
    {"langchain-python", "Python", "py", "rerank.py"},
    {"langchain-js", "TypeScript", "ts", "rerank.ts"},
    {"llamaindex", "Python", "py", "rerank.py"},
    {"haystack", "Python", "py", "rerank.py"},
    {"litellm", "Python", "py", "rerank.py"},
    {"curl", "Shell", "sh", "rerank.sh"},
}};

/// A file that is built in. Its lines end with a line feed, whatever the checkout made of them.
QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    if (lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

std::vector<CodeLine> marked(const QStringList &lines, const std::vector<bool> &common)
{
    std::vector<CodeLine> result;
    result.reserve(common.size());
    for (std::size_t i = 0; i < common.size(); ++i) {
        const QString &text = lines.at(static_cast<qsizetype>(i));
        result.push_back({text, !common.at(i) && !text.isEmpty()});
    }
    return result;
}

} // namespace

std::optional<CodeSample> codeSample(const QString &clientId)
{
    const QString id = clientId.isEmpty() ? QStringLiteral("curl") : clientId;
    const auto *const found = std::find_if(
        known.begin(), known.end(), [&id](const Known &each) { return id == QLatin1String(each.clientId); });
    if (found == known.end())
        return std::nullopt;
    initCodeResources();
    const QString path = QStringLiteral(":/code/%1/%2.%3");
    const QLatin1String extension(found->extension);
    const QStringList broken = linesOf(path.arg(id, QStringLiteral("broken"), extension));
    const QStringList fixed = linesOf(path.arg(id, QStringLiteral("fixed"), extension));
    const CommonLines common = commonLines(broken, fixed);
    return CodeSample{.clientId = id,
        .language = QLatin1String(found->language),
        .fileName = QLatin1String(found->fileName),
        .variable = sources::variablesFor(sources::findClient(id)).constFirst(),
        .broken = marked(broken, common.first),
        .fixed = marked(fixed, common.second)};
}

QStringList sampleClients()
{
    QStringList ids;
    for (const Known &each : known)
        ids.append(QLatin1String(each.clientId));
    return ids;
}

QString textOf(const std::vector<CodeLine> &lines)
{
    QString text;
    for (const CodeLine &line : lines)
        text += line.text + u'\n';
    return text;
}

} // namespace samples
