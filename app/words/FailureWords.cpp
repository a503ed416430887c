// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FailureWords.h"

namespace words {

QString FailureWords::sentence(probe::TargetFailure failure)
{
    switch (failure) {
    case probe::TargetFailure::EmptyUrl:
        return tr("The base URL is set to nothing. Leave it out, or give one such as https://api.cohere.com.");
    case probe::TargetFailure::MalformedUrl:
        return tr("The base URL is not complete. It begins with https:// and a host name, such as "
                  "https://api.cohere.com.");
    case probe::TargetFailure::UnsupportedScheme:
        return tr("The base URL must begin with https://.");
    case probe::TargetFailure::UnprotectedHttp:
        return tr("The base URL begins with http://, so others on the way could read the key. It was not sent. Use "
                  "https:// instead.");
    case probe::TargetFailure::LoginInUrl:
        return tr("The base URL holds a user name or a password. Take it out; the key goes into a header.");
    case probe::TargetFailure::QueryInUrl:
        return tr("The base URL holds a “?” or a “#”. Take it out with all that follows it; the call puts its own path "
                  "behind the base URL.");
    case probe::TargetFailure::ForeignCharacters:
        return tr("The base URL holds characters that do not belong to an address: quotes, blanks or invisible ones. "
                  "Write it anew, such as https://api.cohere.com.");
    case probe::TargetFailure::KeyAsHost:
        return tr("The base URL has a key in the place of the server's name. Write it anew, such as "
                  "https://api.cohere.com.");
    case probe::TargetFailure::HeaderWithoutKey:
        return tr("The header has no place for the key. Write it with {key}, such as 'X-API-Key: {key}'.");
    case probe::TargetFailure::HeaderMalformed:
        return tr("This is not a header. Write a name, a colon and a value with {key}, such as 'X-API-Key: {key}'.");
    }
    return {};
}

QString FailureWords::sentence(keychain::KeyStoreFailure failure)
{
    switch (failure) {
    case keychain::KeyStoreFailure::NotFound:
        return tr("The keychain holds no key of that name.");
    case keychain::KeyStoreFailure::NoService:
        return tr("No keychain answers on this computer. Start one, such as GNOME Keyring, KWallet or KeePassXC, and "
                  "try again.");
    case keychain::KeyStoreFailure::NoKeyring:
        return tr("The keychain has no keyring yet. Open its program once, make a keyring with a password, and try "
                  "again.");
    case keychain::KeyStoreFailure::Locked:
        return tr("The keychain is locked. Unlock it, and try again.");
    case keychain::KeyStoreFailure::Refused:
        return tr("The keychain did not allow it. Allow this program in the question that it asks, and try again.");
    case keychain::KeyStoreFailure::Stopped:
        return tr("The keychain stopped while it was asked. Start it again, or log out and in, and try again.");
    case keychain::KeyStoreFailure::NotText:
        return tr(
            "The key holds bytes that are no text, and the keychain keeps text alone. Copy the key again, and try "
            "once more.");
    case keychain::KeyStoreFailure::TimedOut:
        return tr("The keychain did not answer in time. See whether it waits for a password, and try again.");
    case keychain::KeyStoreFailure::Other:
        return tr("The keychain could not do it, and did not say why. Restart it, and try again.");
    }
    return {};
}

QString FailureWords::sentence(probe::AuthorityFailure failure, const QString &path)
{
    switch (failure) {
    case probe::AuthorityFailure::Unreadable:
        return sentence(sources::FileFailure::NotReadable, path);
    case probe::AuthorityFailure::NoCertificates:
        return tr("The file %1 holds no certificate, neither in PEM form, which begins with BEGIN CERTIFICATE, nor in "
                  "DER form.")
            .arg(path);
    }
    return {};
}

QString FailureWords::sentence(sources::FileFailure failure, const QString &path)
{
    switch (failure) {
    case sources::FileFailure::NotFound:
        return tr("There is no file %1. See whether its name and folder are right.").arg(path);
    case sources::FileFailure::NotReadable:
        return tr("The file %1 cannot be read. See whether it is a file, and whether you may read it.").arg(path);
    case sources::FileFailure::TooLarge:
        return tr("The file %1 is far too large to hold a key. See whether it is the right one.").arg(path);
    }
    return {};
}

} // namespace words
