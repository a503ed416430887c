// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/TargetFields.h"

#include "TargetSession.h"
#include "widgets/Banner.h"
#include "widgets/ChoiceBox.h"
#include "words/FailureWords.h"
#include "words/ProxyWords.h"
#include "words/WindowWords.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

using probe::ProxyChoice;
using words::WindowWords;

namespace pages {

namespace {

QString sentenceOf(const TargetProblem &problem, const QString &authorityFile)
{
    if (const auto *failure = std::get_if<probe::AuthorityFailure>(&problem.failure))
        return words::FailureWords::sentence(*failure, authorityFile);
    const probe::TargetFailure failure = std::get<probe::TargetFailure>(problem.failure);
    return problem.field == TargetField::Proxy ? words::ProxyWords::failure(failure)
                                               : words::FailureWords::sentence(failure);
}

/// All of them are called alike, since one at most is shown.
widgets::Banner *newMessage()
{
    auto *message = new widgets::Banner;
    message->label()->setObjectName(QStringLiteral("notice"));
    message->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // as low as its width allows
    return message;
}

void say(widgets::Banner &message, const QString &sentence)
{
    if (message.text() != sentence) // the same again would be read out again
        message.showMessage(widgets::BannerKind::Problem, sentence);
}

} // namespace

TargetFields::TargetFields(TargetSession &target, QWidget *parent)
    : QWidget(parent)
    , m_target(target)
    , m_toggle(new QToolButton)
    , m_fields(new QWidget)
    , m_form(new QFormLayout(m_fields))
    , m_foldedMessage(newMessage())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_toggle);
    column->addWidget(m_fields);
    column->addWidget(m_foldedMessage);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addToggle();
    addWhere();
    if (!m_target.isPractice()) { // between this program and the practice endpoint nothing stands
        addHeader();
        addProxy();
        addProxyLogin();
        addAuthority();
        showProxy();
    }
    connect(&m_target, &TargetSession::changed, this, &TargetFields::showProblem);
    connect(&m_target, &TargetSession::authorityFileRead, this, &TargetFields::showProblem);
    showProblem();
}

void TargetFields::addToggle()
{
    m_toggle->setObjectName(QStringLiteral("advanced"));
    m_toggle->setText(tr("Ad&vanced"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    m_fields->hide();
    connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
        m_fields->setVisible(open);
        m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        showProblem();
    });
}

QLineEdit *TargetFields::addField(const char *objectName, const QString &accessibleName, const QString &text)
{
    auto *field = new QLineEdit(text);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(accessibleName);
    return field;
}

void TargetFields::addHelp(QWidget *field, const QString &sentence)
{
    auto *help = new QLabel(sentence);
    help->setWordWrap(true);
    help->setTextFormat(Qt::PlainText);
    field->setAccessibleDescription(sentence);
    m_form->addRow(nullptr, help);
}

void TargetFields::addMessage(TargetField field)
{
    widgets::Banner *message = newMessage();
    m_form->addRow(nullptr, message); // across both columns it would, once hidden, squeeze a row before it (Qt 6.4)
    m_messages.emplace(field, message);
}

void TargetFields::showProblem()
{
    const std::optional<TargetProblem> problem = m_target.problem();
    const QString sentence = problem ? sentenceOf(*problem, m_target.authorityFile()) : QString();
    const bool isOpen = m_toggle->isChecked();
    say(*m_foldedMessage, isOpen ? QString() : sentence);
    for (const auto &[field, message] : m_messages) {
        const bool isHere = isOpen && problem && problem->field == field;
        say(*message, isHere ? sentence : QString());
        m_form->setRowVisible(message, isHere); // an empty row would leave a gap
    }
}

void TargetFields::addWhere()
{
    m_baseUrl = addField("baseUrl", tr("Base URL"), m_target.baseUrl());
    m_baseUrl->setReadOnly(m_target.isPractice());
    m_model = addField("model", tr("Model"), m_target.model());
    m_form->addRow(tr("&Base URL:"), m_baseUrl);
    addMessage(TargetField::BaseUrl);
    m_form->addRow(tr("Mo&del:"), m_model);
    connect(m_baseUrl, &QLineEdit::textChanged, &m_target, &TargetSession::setBaseUrl);
    connect(m_model, &QLineEdit::textChanged, &m_target, &TargetSession::setModel);
}

void TargetFields::addHeader()
{
    //: The header of an HTTP request
    m_header = addField("header", tr("Header"), m_target.headerText());
    //: The header of an HTTP request
    m_form->addRow(tr("Heade&r:"), m_header);
    addMessage(TargetField::Header);
    addHelp(m_header, WindowWords::headerHelp());
    connect(m_header, &QLineEdit::textChanged, &m_target, &TargetSession::setHeaderText);
}

void TargetFields::addProxy()
{
    m_proxyChoice = new widgets::ChoiceBox;
    m_proxyChoice->setObjectName(QStringLiteral("proxyChoice"));
    m_proxyChoice->setAccessibleName(tr("Proxy"));
    //: Which proxy is used
    m_proxyChoice->addItem(tr("As the system says"), static_cast<int>(ProxyChoice::Kind::System));
    //: No proxy is used
    m_proxyChoice->addItem(tr("None"), static_cast<int>(ProxyChoice::Kind::None));
    //: The proxy whose address stands below
    m_proxyChoice->addItem(tr("This one:"), static_cast<int>(ProxyChoice::Kind::Given));
    m_proxyChoice->setCurrentIndex(m_proxyChoice->findData(static_cast<int>(m_target.proxyKind())));
    m_form->addRow(tr("Pro&xy:"), m_proxyChoice);
    m_proxyChoice->setAccessibleDescription(WindowWords::proxyHelp());
    connect(m_proxyChoice, &QComboBox::currentIndexChanged, this, [this] {
        m_target.setProxyKind(static_cast<ProxyChoice::Kind>(m_proxyChoice->currentData().toInt()));
        showProxy();
    });

    m_proxyUrl = addField("proxyUrl", tr("Address of the proxy"), m_target.proxyText());
    m_proxyUrl->setPlaceholderText(QStringLiteral("http://proxy.example:3128"));
    m_form->addRow(tr("Address of the proxy:"), m_proxyUrl);
    addMessage(TargetField::Proxy);
    connect(m_proxyUrl, &QLineEdit::textChanged, &m_target, &TargetSession::setProxyText);
}

void TargetFields::addProxyLogin()
{
    m_proxyUser = addField("proxyUser", tr("User name for the proxy"), m_target.proxyLogin().user);
    m_proxyPassword = addField("proxyPassword", tr("Password for the proxy"), m_target.proxyLogin().password);
    m_proxyPassword->setEchoMode(QLineEdit::Password);
    m_proxyHelp = new QLabel(WindowWords::proxyLoginHelp());
    m_proxyHelp->setWordWrap(true);
    m_proxyHelp->setTextFormat(Qt::PlainText);
    m_proxyPassword->setAccessibleDescription(m_proxyHelp->text());
    m_form->addRow(tr("User name for the proxy:"), m_proxyUser);
    m_form->addRow(tr("Password for the proxy:"), m_proxyPassword);
    m_form->addRow(nullptr, m_proxyHelp);
    for (QLineEdit *field : {m_proxyUser, m_proxyPassword}) {
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_target.setProxyLogin({m_proxyUser->text(), m_proxyPassword->text()});
        });
    }
    connect(&m_target, &TargetSession::proxyLoginTaken, this, &TargetFields::takeProxyLogin);
}

void TargetFields::addAuthority()
{
    m_authorityFile = addField("authorityFile", tr("Certificate authority"), m_target.authorityFile());
    auto *choose = new QPushButton(tr("Choose file…"));
    choose->setObjectName(QStringLiteral("chooseAuthority"));
    choose->setAccessibleName(tr("Choose file with a certificate authority"));
    choose->setAutoDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_authorityFile, 1);
    row->addWidget(choose);
    m_form->addRow(tr("Certificate authority:"), row);
    addMessage(TargetField::Authority);
    addHelp(m_authorityFile, WindowWords::authorityHelp());
    connect(m_authorityFile, &QLineEdit::textChanged, &m_target, &TargetSession::setAuthorityFile);
    // Not with every letter: half a path names no file.
    connect(m_authorityFile, &QLineEdit::editingFinished, &m_target, &TargetSession::readAuthorityFile);
    connect(choose, &QPushButton::clicked, this, &TargetFields::chooseAuthority);
}

void TargetFields::showProxy()
{
    const bool isGiven = m_target.proxyKind() == ProxyChoice::Kind::Given;
    for (QWidget *field : {static_cast<QWidget *>(m_proxyUrl), static_cast<QWidget *>(m_proxyUser),
             static_cast<QWidget *>(m_proxyPassword), static_cast<QWidget *>(m_proxyHelp)})
        m_form->setRowVisible(field, isGiven);
}

void TargetFields::takeProxyLogin()
{
    const ProxyLogin login = m_target.proxyLogin();
    for (const auto &[field, text] : {std::pair(m_proxyUrl, m_target.proxyText()), std::pair(m_proxyUser, login.user),
             std::pair(m_proxyPassword, login.password)}) {
        const QSignalBlocker blocker(field); // the target knows it already
        field->setText(text);
    }
}

void TargetFields::chooseAuthority()
{
    auto *dialog = new QFileDialog(this, tr("File with a certificate authority"));
    dialog->setObjectName(QStringLiteral("authorityDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    //: The kinds of files that are shown; keep what stands in the brackets
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_authorityFile->setText(path);
        m_target.readAuthorityFile();
    });
    dialog->open(); // exec() would hold everything else up
}

QLineEdit *TargetFields::widgetOf(TargetField field) const
{
    switch (field) {
    case TargetField::BaseUrl:
        return m_baseUrl;
    case TargetField::Model:
        return m_model;
    case TargetField::Header:
        return m_header;
    case TargetField::Proxy:
        return m_proxyUrl;
    case TargetField::Authority:
        return m_authorityFile;
    }
    return nullptr;
}

QWidget *TargetFields::goToProblem()
{
    const std::optional<TargetProblem> problem = m_target.problem();
    if (!problem)
        return nullptr;
    QWidget *field = goTo(problem->field);
    m_messages.at(problem->field)
        ->showMessage(widgets::BannerKind::Problem, sentenceOf(*problem, m_target.authorityFile()));
    return field;
}

void TargetFields::fill(TargetField field, const QString &value)
{
    if (field == TargetField::Proxy)
        m_proxyChoice->setCurrentIndex(m_proxyChoice->findData(static_cast<int>(ProxyChoice::Kind::Given)));
    widgetOf(field)->setText(value);
}

QWidget *TargetFields::goTo(TargetField field)
{
    m_toggle->setChecked(true);
    QWidget *widget = widgetOf(field);
    widget->setFocus(Qt::OtherFocusReason);
    return widget;
}

} // namespace pages
