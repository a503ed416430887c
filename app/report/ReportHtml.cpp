// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportHtml.h"

#include "inspect/Unprintable.h"
#include "report/ReportPage.h"
#include "words/ReportWords.h"

#include <algorithm>

namespace report {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Contrast of at least 7 to 1 for texts, light and dark.
constexpr char style[] =
    ":root{color-scheme:light dark;--text:#1b1b1f;--ground:#fff;--line:#8a8a92;--box:#f2f2f5;--link:#0b4a99}\n"
    "@media (prefers-color-scheme:dark){:root{--text:#ececf0;--ground:#1b1b1f;--line:#80808a;--box:#2a2a30;"
    "--link:#9cc3ff}}\n"
    "body{font:1rem/1.5 system-ui,sans-serif;color:var(--text);background:var(--ground);max-width:60rem;"
    "margin:2rem auto;padding:0 1rem}\n"
    "h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}a{color:var(--link)}\n"
    ".summary{font-size:1.2rem;font-weight:bold}\n"
    "pre{background:var(--box);padding:.5rem;overflow-x:auto;white-space:pre-wrap}\n"
    ".wide{overflow-x:auto}table{border-collapse:collapse}\n"
    "th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:start;vertical-align:top}\n"
    "thead th{background:var(--box)}tbody th{font-weight:normal}\n";

/// Nothing from anywhere but this file itself.
constexpr char policy[] = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

QString escaped(const QString &text)
{
    QString safe = text;
    std::replace_if(
        safe.begin(), safe.end(), [](QChar c) { return c != u'\n' && inspect::isUnprintable(c); }, QChar(u' '));
    return safe.toHtmlEscaped();
}

QString element(QLatin1String name, const QString &text)
{
    return u'<' + name + u'>' + escaped(text) + u"</"_s + name + u">\n"_s;
}

QString head(const ReportPage &page)
{
    return u"<!DOCTYPE html>\n<html lang=\""_s + escaped(words::ReportWords::language()) + u"\">\n<head>\n"_s
        + u"<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\""_s
        + QLatin1String(policy) + u"\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"_s
        + element("title"_L1, page.title) + u"<style>\n"_s + QLatin1String(style) + u"</style>\n</head>\n"_s;
}

QString steps(const ReportPage &page)
{
    if (page.steps.empty())
        return {};
    QString out = element("h2"_L1, page.nextHeading) + u"<ol>\n"_s;
    for (std::size_t i = 0; i < page.steps.size(); ++i) {
        const diagnosis::FixStep &step = page.steps.at(i);
        out += u"<li>"_s + escaped(page.stepTexts.at(static_cast<qsizetype>(i)));
        if (!step.link.isEmpty())
            out += u" <a href=\""_s + escaped(step.link) + u"\" rel=\"noreferrer\">"_s + escaped(step.link) + u"</a>"_s;
        if (!step.command.isEmpty())
            out += u"<pre><code>"_s + escaped(step.command) + u"</code></pre>"_s;
        out += u"</li>\n"_s;
    }
    return out + u"</ol>\n"_s;
}

QString rowOf(const QStringList &cells)
{
    QString out = u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        out += i == 0 ? u"<th scope=\"row\">"_s + escaped(cells.at(i)) + u"</th>"_s
                      : u"<td>"_s + escaped(cells.at(i)) + u"</td>"_s;
    }
    return out + u"</tr>\n"_s;
}

QString tableOf(const ReportTable &table, int number)
{
    const QString id = u"part-"_s + QString::number(number);
    QString out = u"<h2 id=\""_s + id + u"\">"_s + escaped(table.heading) + u"</h2>\n"_s;
    if (!table.rows.empty()) {
        out += u"<div class=\"wide\">\n<table aria-labelledby=\""_s + id + u"\">\n<thead><tr>"_s;
        for (const QString &column : table.columns)
            out += u"<th scope=\"col\">"_s + escaped(column) + u"</th>"_s;
        out += u"</tr></thead>\n<tbody>\n"_s;
        for (const QStringList &row : table.rows)
            out += rowOf(row);
        out += u"</tbody>\n</table>\n</div>\n"_s;
    }
    for (const QString &note : table.notes)
        out += element("p"_L1, note);
    return out;
}

} // namespace

QString reportHtml(const CaseReport &report)
{
    const ReportPage page = reportPage(report);
    QString out = head(page) + u"<body>\n<main>\n"_s + element("h1"_L1, page.title);
    out += u"<p class=\"summary\">"_s + escaped(page.summary) + u"</p>\n"_s;
    for (const QString &paragraph : page.introduction)
        out += element("p"_L1, paragraph);
    out += steps(page);
    int number = 0;
    for (const ReportTable &table : page.tables)
        out += tableOf(table, ++number);
    return out + element("p"_L1, page.promise) + u"</main>\n</body>\n</html>\n"_s;
}

} // namespace report
