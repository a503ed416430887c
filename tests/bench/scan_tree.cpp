// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a project's folder to be searched: scan_tree FOLDER FILES. Sources of 1 to 20 KiB, JSON, Markdown and some .env
// files, a few of them with made-up keys. No clutter and no binary files, so that every program reads all of it. The
// same arguments make the same files.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

/// Numbers that are the same on every computer.
class Numbers {
public:
    std::uint32_t below(std::uint32_t limit)
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(m_state >> 33U) % limit;
    }

private:
    std::uint64_t m_state = 20260801;
};

constexpr const char *words[] = {"return", "const", "connection", "request", "if", "the", "response", "document",
    "query", "for", "import", "value", "index", "count", "score", "while", "class", "public", "handler", "config",
    "options", "await", "async", "function", "string", "number", "table", "column", "result", "error", "retry",
    "timeout", "model", "and", "with", "from", "checkout", "coordinates", "\"text\"", "->", "==", "{", "}", "(", ")",
    "+", "=", "// note:"};

std::string text(Numbers &numbers, std::size_t size)
{
    std::string result;
    result.reserve(size + 80);
    while (result.size() < size) {
        result.append(4 * static_cast<std::size_t>(numbers.below(4)), ' ');
        for (std::uint32_t word = 0, count = numbers.below(10); word < count; ++word) {
            result += words[numbers.below(static_cast<std::uint32_t>(std::size(words)))];
            result += ' ';
        }
        result += '\n';
    }
    return result;
}

std::string madeUpKey(Numbers &numbers)
{
    std::string key = "TestKeyBench1";
    while (key.size() < 40)
        key += "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"[numbers.below(57)];
    return key;
}

std::string contentOf(const std::string &ending, int number, Numbers &numbers)
{
    if (ending == "/.env")
        return "PORT=8080\nCO_API_KEY=" + madeUpKey(numbers) + "\nDEBUG=1\n";
    std::string content = text(numbers, 1024 + numbers.below(19 * 1024));
    if (number % 400 == 7)
        content += "import cohere\n";
    if (number % 1000 == 11)
        content += "COHERE_API_KEY = \"" + madeUpKey(numbers) + "\"\n";
    return content;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fprintf(stderr, "Usage: scan_tree FOLDER FILES\n");
        return 2;
    }
    const std::filesystem::path root = argv[1];
    const int files = std::atoi(argv[2]);
    const std::string endings[] = {".py", ".ts", ".js", ".java", ".go", ".json", ".md", ".yaml", ".txt", ".css"};
    constexpr int filesInAFolder = 14;
    Numbers numbers;
    for (int number = 0; number < files; ++number) {
        const int folder = number / filesInAFolder;
        const auto path = root / ("service" + std::to_string(folder % 12))
            / ("package" + std::to_string(folder / 12 % 12)) / ("module" + std::to_string(folder));
        std::filesystem::create_directories(path);
        const bool env = number % 200 == 0;
        const std::string ending =
            env ? "/.env" : endings[numbers.below(static_cast<std::uint32_t>(std::size(endings)))];
        const auto file = env ? path / ".env" : path / ("source_file_" + std::to_string(number) + ending);
        std::ofstream(file, std::ios::binary) << contentOf(ending, number, numbers);
    }
    return 0;
}
