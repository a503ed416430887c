// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the window: the least that a Qt Widgets program can be.
#include "FirstPaint.h"

#include <QLabel>
#include <QMainWindow>

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("Hello"), &window));
    window.resize(900, 700);
    FirstPaint paint;
    window.installEventFilter(&paint);
    window.show();
    return QApplication::exec();
}
