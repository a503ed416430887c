// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/SelfCheck.h"

#include <QRandomGenerator>

#include <array>

namespace keychain {

namespace {

using Step = SelfCheckFailure::Step;
using std::chrono::milliseconds;

/// What is kept of the time for deleting the entry.
constexpr milliseconds deleteTime{2000};

QByteArray randomText()
{
    std::array<quint32, 8> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), numbers.size());
    QByteArray text;
    for (const quint32 number : numbers)
        text += QByteArray::number(number, 36);
    return text;
}

} // namespace

void SelfCheck::run(Entries *entries, KeyStore::SelfCheckHandler handler)
{
    (new SelfCheck(entries, std::move(handler)))->write();
}

SelfCheck::SelfCheck(Entries *entries, KeyStore::SelfCheckHandler handler)
    : QObject(entries)
    , m_entries(entries)
    , m_handler(std::move(handler))
    , m_deadline(callLimit)
    , m_name(QLatin1String(selfCheckPrefix) + QString::fromLatin1(randomText().left(12)))
    , m_value(QByteArrayView(randomText()))
{
}

void SelfCheck::write()
{
    // Written after all, when nobody waited any longer: it must not stay.
    const auto late = [entries = m_entries, name = m_name] { entries->remove(name, callLimit, [](const auto &) {}); };
    m_entries->write(
        m_name, m_value, timeLeft() - deleteTime,
        [this](const tl::expected<void, KeyStoreFailure> &written) {
            if (written)
                return read();
            const tl::unexpected<SelfCheckFailure> failed(SelfCheckFailure{Step::Write, written.error()});
            // It may stand there all the same. In the other cases it does not, or is deleted when it comes late.
            if (written.error() == KeyStoreFailure::Stopped || written.error() == KeyStoreFailure::Other)
                remove(failed);
            else
                answer(failed);
        },
        late);
}

void SelfCheck::read()
{
    m_entries->read(m_name, timeLeft() - deleteTime,
        [this](const tl::expected<key::Secret, KeyStoreFailure> &result) { compare(result); });
}

void SelfCheck::compare(const tl::expected<key::Secret, KeyStoreFailure> &result)
{
    if (!result)
        remove(tl::unexpected(SelfCheckFailure{Step::Read, result.error()}));
    else if (*result != m_value)
        remove(tl::unexpected(SelfCheckFailure{Step::Compare, KeyStoreFailure::Other}));
    else
        remove({});
}

void SelfCheck::remove(const tl::expected<void, SelfCheckFailure> &soFar)
{
    m_entries->remove(m_name, timeLeft(), [this, soFar](const tl::expected<void, KeyStoreFailure> &removed) {
        // What failed first is what the user needs to hear.
        if (!soFar || removed)
            answer(soFar);
        else
            answer(tl::unexpected(SelfCheckFailure{Step::Delete, removed.error()}));
    });
}

void SelfCheck::answer(const tl::expected<void, SelfCheckFailure> &result)
{
    deleteLater();
    m_handler(result);
}

milliseconds SelfCheck::timeLeft() const
{
    return milliseconds(m_deadline.remainingTime());
}

} // namespace keychain
