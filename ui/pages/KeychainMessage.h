// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Banner.h"

class KeychainSession;

namespace pages {

/// What the keychain answered, or asks, in one line: wherever a key is taken out of it.
class KeychainMessage : public widgets::Banner {
    Q_OBJECT
public:
    explicit KeychainMessage(KeychainSession &keychain, QWidget *parent = nullptr);

private:
    void sayReadings();
    void sayRest();

    KeychainSession &m_keychain;
};

} // namespace pages
