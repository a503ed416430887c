// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/profiles/SystemdUnit.h"

#include "key/Wiped.h"
#include "sources/profiles/KeyLines.h"
#include "sources/profiles/ShellValue.h"

#include <string>
#include <string_view>

namespace sources::profiles {

namespace {

constexpr bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

class UnitReader {
public:
    UnitReader(QByteArrayView text, const QStringList &names)
        : m_lines(PlaceKind::SessionFile, names)
    {
        m_word.value.reserve(static_cast<std::size_t>(text.size()));
        // A setting's text with the lines that continue it: a backslash at their end becomes a blank.
        m_setting.value.reserve(static_cast<std::size_t>(text.size()) + 1);
        int number = 0;
        for (qsizetype start = 0; start < text.size();) {
            const qsizetype newline = text.indexOf('\n', start);
            const qsizetype end = newline < 0 ? text.size() : newline;
            addLine(trimmed(text.sliced(start, end - start)), ++number);
            start = end + 1;
        }
        endSetting();
    }

    [[nodiscard]] UnitEnvironment take() { return {m_lines.take(), m_files}; }

private:
    void addLine(QByteArrayView line, int number)
    {
        // A comment among continued lines is left out, and they go on behind it.
        if (line.startsWith('#') || line.startsWith(';'))
            return;
        if (m_setting.value.empty())
            m_number = number;
        const bool goesOn = line.endsWith('\\');
        if (goesOn)
            line.chop(1);
        m_setting.value.append(line.data(), static_cast<std::size_t>(line.size()));
        if (goesOn)
            m_setting.value.push_back(' ');
        else
            endSetting();
    }

    void endSetting()
    {
        const std::string_view setting = m_setting.value;
        const std::size_t equals = setting.find('=');
        if (setting.starts_with('[')) {
            m_inService = setting.starts_with("[Service]");
        } else if (m_inService && equals != std::string_view::npos) {
            const QByteArrayView all(setting.data(), static_cast<qsizetype>(setting.size()));
            const QByteArrayView name = trimmed(all.first(static_cast<qsizetype>(equals)));
            const QByteArrayView value = trimmed(all.sliced(static_cast<qsizetype>(equals) + 1));
            if (name == "Environment")
                environment(value);
            else if (name == "EnvironmentFile")
                environmentFile(value);
        }
        m_setting.value.clear();
    }

    void environment(QByteArrayView value)
    {
        if (value.isEmpty())
            m_lines.unsetAll();
        for (qsizetype at = 0; at < value.size();) {
            if (isBlank(value[at])) {
                ++at;
                continue;
            }
            at = readWord(value, at);
            m_lines.assign(m_word.value, Origin::Literal, m_number);
        }
    }

    /// Into m_word; gives the place behind it.
    qsizetype readWord(QByteArrayView text, qsizetype at)
    {
        m_word.value.clear();
        char quote = '\0';
        while (at < text.size() && (quote != '\0' || !isBlank(text[at]))) {
            const char byte = text[at++];
            if (byte == '\\' && at < text.size())
                at = escape(text, at);
            else if (quote == '\0' && (byte == '"' || byte == '\''))
                quote = byte;
            else if (quote != '\0' && byte == quote)
                quote = '\0';
            else
                m_word.value.push_back(byte);
            // "%" begins a word such as %h; doubled it is itself.
            if (byte == '%' && at < text.size() && text[at] == '%')
                ++at;
        }
        return at;
    }

    qsizetype escape(QByteArrayView text, qsizetype at)
    {
        if (text[at] == 's') {
            m_word.value.push_back(' ');
            return at + 1;
        }
        const qsizetype behind = appendEscape(m_word.value, text, at);
        if (behind == at)
            m_word.value.push_back('\\');
        return behind;
    }

    void environmentFile(QByteArrayView value)
    {
        if (value.isEmpty()) {
            m_files.clear();
            return;
        }
        if (value.startsWith('-')) // may be missing
            value = value.sliced(1);
        m_files.append(QString::fromUtf8(value));
    }

    KeyLines m_lines;
    QStringList m_files;
    key::Wiped<std::string> m_setting;
    key::Wiped<std::string> m_word;
    int m_number = 0; ///< the line in which the setting begins
    bool m_inService = false;
};

} // namespace

UnitEnvironment readUnit(QByteArrayView text, const QStringList &names)
{
    return UnitReader(text, names).take();
}

} // namespace sources::profiles
