// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CaseNumber.h"

#include <QRandomGenerator>

#include <array>
#include <optional>

namespace report {

namespace {

constexpr std::size_t letters = sizeof caseAlphabet - 1;
constexpr std::size_t length = 8; ///< the last one is the check character
/// The sum of each character's value by its place is divisible by this. A prime above both the number of letters and
/// that of places: so no single change and no swap leaves the remainder as it was.
constexpr std::size_t modulus = 23;
static_assert(letters < modulus && length < modulus);

using Values = std::array<std::size_t, length>;

std::size_t remainderOf(const Values &values, std::size_t count)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += (i + 1) * values.at(i);
    return sum % modulus;
}

/// The value that makes the sum fit; nothing where no letter has it.
std::optional<std::size_t> checkValue(const Values &values)
{
    const std::size_t sum = remainderOf(values, length - 1);
    for (std::size_t value = 0; value < letters; ++value) {
        if ((sum + length * value) % modulus == 0)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString makeCaseNumber()
{
    Values values{};
    std::optional<std::size_t> check;
    while (!check) {
        for (std::size_t i = 0; i + 1 < length; ++i)
            values.at(i) = QRandomGenerator::system()->bounded(quint32{letters});
        check = checkValue(values);
    }
    values.back() = *check;
    QString number = QStringLiteral("RKD");
    for (std::size_t i = 0; i < length; ++i) {
        if (i % 4 == 0)
            number += QLatin1Char('-');
        number += QLatin1Char(caseAlphabet[values.at(i)]);
    }
    return number;
}

bool isCaseNumber(const QString &text)
{
    QString plain = text.trimmed().toUpper().remove(QLatin1Char('-')).remove(QLatin1Char(' '));
    if (!plain.startsWith(QLatin1String("RKD")) || plain.size() != 3 + static_cast<qsizetype>(length))
        return false;
    plain.remove(0, 3);
    Values values{};
    for (std::size_t i = 0; i < length; ++i) {
        const qsizetype value = QLatin1String(caseAlphabet).indexOf(plain.at(static_cast<qsizetype>(i)));
        if (value < 0)
            return false;
        values.at(i) = static_cast<std::size_t>(value);
    }
    return remainderOf(values, length) == 0;
}

} // namespace report
