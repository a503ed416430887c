// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <map>

class TargetSession;
enum class TargetField;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace widgets {
class Banner;
}

namespace pages {

/// The part "Advanced" of the first step: where a key is tested, and by which way. Folded away at first.
class TargetFields : public QWidget {
    Q_OBJECT
public:
    explicit TargetFields(TargetSession &target, QWidget *parent = nullptr);

    /// Unfolds, says once more what is wrong, and gives the focus to the field that cannot be used, which is returned;
    /// nullptr where all can.
    QWidget *goToProblem();
    /// Writes into a field, as if the user did. A proxy is then one that is given.
    void fill(TargetField field, const QString &value);
    /// Unfolds, and gives the focus to the field, which is returned.
    QWidget *goTo(TargetField field);

private:
    void addToggle();
    void addWhere();
    void addHeader();
    void addProxy();
    void addProxyLogin();
    void addAuthority();
    QLineEdit *addField(const char *objectName, const QString &accessibleName, const QString &text);
    void addHelp(QWidget *field, const QString &sentence);
    void addMessage(TargetField field);
    void showProblem();
    void showProxy();
    void takeProxyLogin();
    void chooseAuthority();
    [[nodiscard]] QLineEdit *widgetOf(TargetField field) const;

    TargetSession &m_target;
    QToolButton *m_toggle = nullptr;
    QWidget *m_fields = nullptr;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    QLineEdit *m_model = nullptr;
    QLineEdit *m_header = nullptr;
    QComboBox *m_proxyChoice = nullptr;
    QLineEdit *m_proxyUrl = nullptr;
    QLineEdit *m_proxyUser = nullptr;
    QLineEdit *m_proxyPassword = nullptr;
    QLabel *m_proxyHelp = nullptr;
    QLineEdit *m_authorityFile = nullptr;
    std::map<TargetField, widgets::Banner *> m_messages; ///< below the field that each is about
    widgets::Banner *m_foldedMessage = nullptr; ///< the same, where the fields are folded away
};

} // namespace pages
