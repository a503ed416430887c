// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ExchangePanel.h"

#include "DoctorSession.h"
#include "report/CurlCommand.h"
#include "widgets/Banner.h"
#include "widgets/ExchangeView.h"
#include "words/ExchangeWords.h"
#include "words/TrustWords.h"
#include "words/WindowWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using probe::Exchange;
using probe::HeaderLine;
using widgets::ExchangeLine;
using words::ExchangeWords;
using words::WindowWords;

namespace pages {

namespace {

using Lines = std::vector<ExchangeLine>;

void addNote(Lines &lines, const QString &note)
{
    if (!note.isEmpty())
        lines.push_back({ExchangeLine::Kind::Note, note});
}

void addHeaders(Lines &lines, const QList<HeaderLine> &headers, QString (*noteOn)(const QString &, const QString &))
{
    for (const HeaderLine &header : headers) {
        lines.push_back({ExchangeLine::Kind::Text, header.name + QLatin1String(": ") + header.value});
        addNote(lines, noteOn(header.name, header.value));
    }
}

void addBody(Lines &lines, const QString &body)
{
    if (body.isEmpty())
        return;
    lines.push_back({ExchangeLine::Kind::Text, {}});
    const QStringList parts = body.split(u'\n');
    for (const QString &part : parts)
        lines.push_back({ExchangeLine::Kind::Text, part});
}

Lines linesOf(const Exchange &exchange)
{
    Lines lines{{ExchangeLine::Kind::Title, WindowWords::sent()},
        {ExchangeLine::Kind::Text, exchange.method + u' ' + exchange.url}};
    addHeaders(lines, exchange.requestHeaders, &ExchangeWords::requestNote);
    addBody(lines, exchange.requestBody);
    lines.push_back({ExchangeLine::Kind::Title, WindowWords::received()});
    if (exchange.status != 0)
        lines.push_back({ExchangeLine::Kind::Text, QLatin1String("HTTP ") + QString::number(exchange.status)});
    addNote(lines, ExchangeWords::statusNote(exchange.status));
    addHeaders(lines, exchange.replyHeaders, &ExchangeWords::replyNote);
    addBody(lines, exchange.replyBody);
    if (exchange.replyBodyIsCut)
        addNote(lines, ExchangeWords::cutNote());
    return lines;
}

/// What is said of a step that sends no request: of a connection with TLS, which certificates came.
QString withoutExchange(const diagnosis::ProbeResult &result)
{
    const QStringList certificates = words::TrustWords::certificates(result.reply.tls);
    if (certificates.isEmpty())
        return WindowWords::nothingSent();
    return (QStringList(WindowWords::nothingSent()) + certificates).join(QStringLiteral("\n• "));
}

bool holdsKey(const Exchange &exchange)
{
    return std::any_of(exchange.requestHeaders.begin(), exchange.requestHeaders.end(),
        [](const HeaderLine &header) { return header.value.contains(QLatin1String(probe::keyMark)); });
}

} // namespace

ExchangePanel::ExchangePanel(const DoctorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_note(new QLabel)
    , m_view(new widgets::ExchangeView)
    , m_copied(new widgets::Banner)
{
    auto *title = new QLabel(tr("What was sent and received"));
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    m_note->setObjectName(QStringLiteral("exchangeNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_view->setObjectName(QStringLiteral("exchange"));
    m_view->setAccessibleName(title->text());
    //: curl is a program for the command line; keep its name
    m_copyCurl = addButton("copyCurl", tr("Copy as c&url"));
    m_copyExchange = addButton("copyExchange", tr("Copy this &exchange"));
    m_copied->label()->setObjectName(QStringLiteral("exchangeCopied"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(m_note);
    column->addWidget(m_view, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_copyCurl);
    row->addWidget(m_copyExchange);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_copied);
    column->addStretch(0); // takes the room where no exchange does

    connect(m_copyCurl, &QPushButton::clicked, this, &ExchangePanel::copyCurl);
    connect(m_copyExchange, &QPushButton::clicked, this, &ExchangePanel::copyExchange);
    showTried(nullptr);
}

QPushButton *ExchangePanel::addButton(const char *objectName, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(true);
    return button;
}

void ExchangePanel::showTried(const TriedProbe *tried)
{
    if (tried == nullptr) {
        showExchange(std::nullopt, WindowWords::chooseALine());
        return;
    }
    m_variant = tried->variant;
    if (!tried->result)
        showExchange(std::nullopt, WindowWords::exchangeComes());
    else if (tried->result->outcome == diagnosis::ProbeResult::Outcome::Skipped)
        showExchange(std::nullopt, WindowWords::noExchangeSeen());
    else
        showExchange(tried->result->exchange, withoutExchange(*tried->result));
}

void ExchangePanel::showExchange(std::optional<Exchange> exchange, const QString &otherwise)
{
    const bool isThere = exchange.has_value();
    Lines lines = isThere ? linesOf(*exchange) : Lines{};
    m_exchange = std::move(exchange);
    m_note->setText(otherwise);
    m_note->setVisible(!isThere);
    m_view->showLines(lines);
    for (QWidget *part :
        {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_copyCurl), static_cast<QWidget *>(m_copyExchange)})
        part->setVisible(isThere);
    m_copied->clear();
    // Not Maximum: how high wrapped words are at most would be reckoned without the width that they have.
    setSizePolicy(QSizePolicy::Preferred, isThere ? QSizePolicy::Expanding : QSizePolicy::Preferred);
}

void ExchangePanel::copyCurl()
{
    const auto target = m_session.target();
    if (!m_exchange || !target)
        return;
    const report::CurlContext context = report::curlContext(m_session.fixContext(), *target, m_variant);
    QGuiApplication::clipboard()->setText(report::curlCommand(*m_exchange, context));
    m_copied->showMessage(widgets::BannerKind::Good,
        holdsKey(*m_exchange) ? WindowWords::curlCopied(context.variable, context.shell)
                              : WindowWords::curlCopiedWithoutKey(context.shell));
}

void ExchangePanel::copyExchange()
{
    if (!m_exchange)
        return;
    QGuiApplication::clipboard()->setText(ExchangeWords::lines(*m_exchange).join(u'\n') + u'\n');
    m_copied->showMessage(widgets::BannerKind::Good, WindowWords::exchangeCopied());
}

} // namespace pages
