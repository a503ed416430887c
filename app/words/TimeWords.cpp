// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/TimeWords.h"

#include "words/Count.h"

#include <array>

namespace words {

namespace {

enum class Unit { Second, Minute, Hour, Day, Year };

struct Scale {
    Unit unit;
    qint64 seconds; ///< in one of them
    qint64 from; ///< this unit is used from so many seconds on
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 year = 365 * day;

/// The largest first. Two of a unit are more exact than one of the next.
constexpr std::array scales{
    Scale{Unit::Year, year, 2 * year},
    Scale{Unit::Day, day, 2 * day},
    Scale{Unit::Hour, hour, 2 * hour},
    Scale{Unit::Minute, minute, 2 * minute},
};

QString named(Unit unit, int count)
{
    switch (unit) {
    case Unit::Second:
        //: A length of time in the midst of a sentence
        return TimeWords::tr("%n second(s)", nullptr, count);
    case Unit::Minute:
        //: A length of time in the midst of a sentence
        return TimeWords::tr("%n minute(s)", nullptr, count);
    case Unit::Hour:
        //: A length of time in the midst of a sentence
        return TimeWords::tr("%n hour(s)", nullptr, count);
    case Unit::Day:
        //: A length of time in the midst of a sentence
        return TimeWords::tr("%n day(s)", nullptr, count);
    case Unit::Year:
        //: A length of time in the midst of a sentence
        return TimeWords::tr("%n year(s)", nullptr, count);
    }
    return {};
}

/// `lift` is added before what is left over is dropped, as a part of the unit: 0 to 1.
QString inWords(qint64 seconds, qint64 (*lift)(qint64))
{
    for (const Scale &scale : scales) {
        // Just below a unit's beginning, the smaller one would be lifted to it.
        if (seconds > scale.from - 1)
            return named(scale.unit, countOf((seconds + lift(scale.seconds)) / scale.seconds));
    }
    return named(Unit::Second, countOf(seconds));
}

} // namespace

QString duration(qint64 seconds)
{
    return inWords(seconds, [](qint64 unit) { return unit - 1; });
}

QString aboutDuration(qint64 seconds)
{
    return inWords(seconds, [](qint64 unit) { return unit / 2; });
}

} // namespace words
