// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/CodePanel.h"

#include "DoctorSession.h"
#include "samples/CodeSample.h"
#include "sources/Clients.h"
#include "widgets/CodeView.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace pages {

CodePanel::CodePanel(const DoctorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_toggle(new QToolButton)
    , m_code(new widgets::CodeView)
{
    m_toggle->setObjectName(QStringLiteral("showCode"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_code->setObjectName(QStringLiteral("code"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_toggle);
    column->addWidget(m_code);
    connect(m_toggle, &QToolButton::toggled, this, &CodePanel::showCode);
    connect(&m_session, &DoctorSession::clientChanged, this, &CodePanel::refresh);
    showCode();
    refresh();
}

void CodePanel::showCode()
{
    const bool isOpen = m_toggle->isChecked();
    m_code->setVisible(isOpen);
    m_toggle->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
}

void CodePanel::refresh()
{
    const auto sample = samples::codeSample(m_session.clientId());
    setVisible(sample.has_value());
    if (!sample)
        return;
    const sources::Client *client = sources::findClient(sample->clientId);
    //: %1 is the name of a client: "Show the code for LiteLLM"
    m_toggle->setText(tr("Show the co&de for %1").arg(client == nullptr ? sample->clientId : client->name));
    m_code->showSample(*sample);
}

} // namespace pages
