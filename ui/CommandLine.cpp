// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"

#include "words/UsageWords.h"

#include <QCommandLineParser>
