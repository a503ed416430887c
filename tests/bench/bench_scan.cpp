// SPDX-License-Identifier: GPL-3.0-or-later
// Searches a folder once and prints how long it took: bench_scan FOLDER
#include "sources/project/ProjectFiles.h"
#include "sources/project/ProjectScan.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "Usage: bench_scan FOLDER\n");
        return 2;
    }
    sources::ProjectScan scan;
    QObject::connect(&scan, &sources::ProjectScan::finished, &app, &QCoreApplication::quit);
    QElapsedTimer clock;
    clock.start();
    scan.start({.folder = QString::fromLocal8Bit(argv[1]), .readerFor = &sources::readerFor});
    QCoreApplication::exec();
    const sources::ScanResult result = scan.takeResult();
    std::printf("%lld ms, %lld files, %zu keys, %zu skipped\n", static_cast<long long>(clock.elapsed()),
        static_cast<long long>(result.files), result.keys.size(), result.skipped.size());
    return 0;
}
