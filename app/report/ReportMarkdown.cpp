// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportMarkdown.h"

#include "inspect/Unprintable.h"
#include "report/ReportPage.h"

#include <QRegularExpression>

#include <algorithm>

namespace report {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Cells are padded up to this width, so that the source can be read as it is.
constexpr qsizetype widestPadding = 60;

bool isWordCharacter(const QString &text, qsizetype index)
{
    return index >= 0 && index < text.size() && text.at(index).isLetterOrNumber();
}

/// Whether a character would be markup where it stands. An underscore within a word, as in CO_API_KEY, is none.
bool isMarkup(const QString &text, qsizetype index)
{
    const QChar c = text.at(index);
    if (c == u'_')
        return !isWordCharacter(text, index - 1) || !isWordCharacter(text, index + 1);
    if (c == u'~') // as in "~/.env": with a blank before it, it ends no struck out text
        return index > 0 && !text.at(index - 1).isSpace();
    return QStringView(u"\\`*[]<>|&").contains(c);
}

/// One line of text in which nothing is markup.
QString escaped(const QString &text)
{
    QString line = text.simplified();
    std::replace_if(line.begin(), line.end(), inspect::isUnprintable, QChar(u' '));
    QString safe;
    safe.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (isMarkup(line, i))
            safe += u'\\';
        safe += line.at(i);
    }
    // Many renderers make links of bare addresses; of these, only Cohere's own, which this program's sentences name.
    static const QRegularExpression foreign(u"://(?!(?:api|dashboard|docs|status)\\.cohere\\.com(?![@\\w-]|\\.\\w))"_s);
    static const QRegularExpression bare(u"\\b(www)\\."_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression beginning(u"^(?:[#>+-]|\\d+(?=[.)]))"_s);
    safe.replace(foreign, u"\\://"_s).replace(bare, u"\\1\\."_s);
    const QRegularExpressionMatch first = beginning.match(safe);
    if (first.hasMatch())
        safe.insert(first.capturedLength() - (safe.at(0).isDigit() ? 0 : 1), u'\\');
    return safe;
}

void addParagraph(QString &out, const QString &text)
{
    out += escaped(text) + u"\n\n"_s;
}

void addHeading(QString &out, const QString &text, int level)
{
    out += QString(level, u'#') + u' ' + escaped(text) + u"\n\n"_s;
}

/// A command in a fence that it cannot end.
void addCommand(QString &out, const QString &command)
{
    static const QRegularExpression ticks(u"`+"_s);
    qsizetype longest = 2;
    auto runs = ticks.globalMatch(command);
    while (runs.hasNext())
        longest = std::max(longest, runs.next().capturedLength());
    const QString fence(longest + 1, u'`');
    const QStringList lines = QStringList(fence) + command.split(u'\n') + QStringList(fence);
    for (const QString &line : lines)
        out += u"   "_s + line + u'\n';
}

void addSteps(QString &out, const ReportPage &page)
{
    if (page.steps.empty())
        return;
    addHeading(out, page.nextHeading, 2);
    for (std::size_t i = 0; i < page.steps.size(); ++i) {
        const diagnosis::FixStep &step = page.steps.at(i);
        out += QString::number(i + 1) + u". "_s + escaped(page.stepTexts.at(static_cast<qsizetype>(i)));
        if (!step.link.isEmpty())
            out += u" <"_s + step.link + u'>';
        out += u'\n';
        if (!step.command.isEmpty())
            addCommand(out, step.command);
    }
    out += u'\n';
}

void addTable(QString &out, const ReportTable &table)
{
    addHeading(out, table.heading, 2);
    std::vector<QStringList> rows;
    if (!table.rows.empty())
        rows.push_back(table.columns);
    rows.insert(rows.end(), table.rows.begin(), table.rows.end());
    std::vector<qsizetype> widths(static_cast<std::size_t>(table.columns.size()), 3);
    for (QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            row[i] = escaped(row.at(i));
            qsizetype &width = widths.at(static_cast<std::size_t>(i));
            width = std::max(width, std::min(widestPadding, row.at(i).size()));
        }
    }
    for (std::size_t number = 0; number < rows.size(); ++number) {
        QString rule = u"|"_s;
        out += u'|';
        for (std::size_t i = 0; i < widths.size(); ++i) {
            out += u' ' + rows.at(number).value(static_cast<qsizetype>(i)).leftJustified(widths.at(i)) + u" |"_s;
            rule += QString(widths.at(i) + 2, u'-') + u'|';
        }
        out += u'\n';
        if (number == 0)
            out += rule + u'\n';
    }
    if (!rows.empty())
        out += u'\n';
    for (const QString &note : table.notes)
        addParagraph(out, note);
}

} // namespace

QString reportMarkdown(const CaseReport &report)
{
    const ReportPage page = reportPage(report);
    QString out;
    addHeading(out, page.title, 1);
    out += u"**"_s + escaped(page.summary) + u"**\n\n"_s;
    for (const QString &paragraph : page.introduction)
        addParagraph(out, paragraph);
    addSteps(out, page);
    for (const ReportTable &table : page.tables)
        addTable(out, table);
    out += escaped(page.promise) + u'\n';
    return out;
}

} // namespace report
