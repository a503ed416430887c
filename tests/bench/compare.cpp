// SPDX-License-Identifier: GPL-3.0-or-later
// Runs two commands in turn, A B A B …, and prints the medians of their wall time and peak memory, and A's as a
// ratio to B's: compare RUNS "NAME A" "COMMAND A" "NAME B" "COMMAND B". Each command is one line for /bin/sh.
// Ratios are taken pair by pair, so that a machine whose speed drifts does not spoil them.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Run {
    double milliseconds = 0;
    double mebibytes = 0;
};

Run run(const std::string &command)
{
    // exec: no shell stands between, so that time and memory are the command's own.
    const std::string line = "exec " + command + " >/dev/null 2>&1";
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "This command did not end well: %s\n", command.c_str());
        std::exit(1);
    }
    return {elapsed.count(), static_cast<double>(usage.ru_maxrss) / 1024.0};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 6) {
        std::fprintf(stderr, "Usage: compare RUNS NAME-A COMMAND-A NAME-B COMMAND-B\n");
        return 2;
    }
    const int runs = std::atoi(argv[1]);
    run(argv[3]); // warm the caches
    run(argv[5]);
    std::vector<double> timeA, timeB, memoryA, memoryB, timeRatio, memoryRatio;
    for (int i = 0; i < runs; ++i) {
        const Run a = run(argv[3]);
        const Run b = run(argv[5]);
        timeA.push_back(a.milliseconds);
        timeB.push_back(b.milliseconds);
        memoryA.push_back(a.mebibytes);
        memoryB.push_back(b.mebibytes);
        timeRatio.push_back(a.milliseconds / b.milliseconds);
        memoryRatio.push_back(a.mebibytes / b.mebibytes);
    }
    std::printf("%-34s %8.1f ms %8.1f MiB\n", argv[2], median(timeA), median(memoryA));
    std::printf("%-34s %8.1f ms %8.1f MiB\n", argv[4], median(timeB), median(memoryB));
    std::printf("%-34s %8.2f    %8.2f\n\n", "ratio (median of pairs)", median(timeRatio), median(memoryRatio));
    return 0;
}
