// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace errortext {

/// One of the needles, where it was found.
struct NeedleHit {
    std::uint32_t begin = 0; ///< its first letter
    std::uint32_t end = 0; ///< behind its last
    std::uint16_t needle = 0; ///< its number
};

/// Finds many words at once in a squeezed text (Squeezed): the time does not depend on how many they are
/// (Aho and Corasick, 1975).
class NeedleSearch {
public:
    /// Squeezed words; none empty, at most 65,535.
    explicit NeedleSearch(const std::vector<std::string> &needles);

    /// In the order of their ends; of those that end at the same place, the longest first. No more than `most`.
    [[nodiscard]] std::vector<NeedleHit> find(std::string_view letters, std::size_t most) const;

private:
    static constexpr std::size_t alphabet = 37; ///< letters, digits, and the blank
    static constexpr std::uint16_t none = 0xffff;

    struct State {
        std::array<std::uint16_t, alphabet> next{};
        std::uint16_t needle = none; ///< that ends here
        std::uint16_t shorter = 0; ///< the state of the longest needle that ends here besides; 0: none
    };

    void add(std::string_view needle, std::uint16_t number);
    void link();

    std::vector<State> m_states;
    std::vector<std::uint16_t> m_lengths;
};

} // namespace errortext
