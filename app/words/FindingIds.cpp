// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Ids.h"

namespace words {

QString id(inspect::FindingKind kind)
{
    using inspect::FindingKind;
    switch (kind) {
    case FindingKind::KeyMissing:
        return QStringLiteral("key-missing");
    case FindingKind::HiddenCharacters:
        return QStringLiteral("hidden-characters");
    case FindingKind::LookalikeCharacters:
        return QStringLiteral("lookalike-characters");
    case FindingKind::WrappedKey:
        return QStringLiteral("wrapped-key");
    case FindingKind::PlaceholderKey:
        return QStringLiteral("placeholder-key");
    case FindingKind::OtherServiceKey:
        return QStringLiteral("other-service-key");
    case FindingKind::UnusualShape:
        return QStringLiteral("unusual-shape");
    }
    Q_UNREACHABLE();
}

QString id(inspect::Action action)
{
    using inspect::Action;
    switch (action) {
    case Action::Remove:
        return QStringLiteral("remove");
    case Action::Decode:
        return QStringLiteral("decode");
    case Action::CopyAgain:
        return QStringLiteral("copy-again");
    case Action::UseRealKey:
        return QStringLiteral("use-real-key");
    case Action::None:
        return QStringLiteral("none");
    }
    Q_UNREACHABLE();
}

} // namespace words
