// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/UserVariable.h"

#include <QtGlobal>

#ifdef Q_OS_WIN

#include "key/Mask.h"
#include "key/Wiped.h"
#include "mend/FileSwap.h"
#include "mend/PlainValue.h"

#include <algorithm>
#include <string>

#include <qt_windows.h>

#endif

namespace mend {

#ifdef Q_OS_WIN

namespace {

constexpr wchar_t folder[] = L"Environment"; // below HKEY_CURRENT_USER
constexpr LONG mostBytes = 65536;

std::wstring nameOf(const QString &variable)
{
    return variable.toStdWString();
}

/// A text in UTF-16 that is wiped; keys are plain ASCII, and an old value may be anything.
key::Wiped<std::wstring> wide(QByteArrayView utf8)
{
    key::Wiped<QString> text(QString::fromUtf8(utf8));
    key::Wiped<std::wstring> result;
    result.value.resize(static_cast<std::size_t>(text.value.size()));
    text.value.toWCharArray(result.value.data());
    return result;
}

struct Stored {
    bool exists = false;
    key::Secret value; ///< UTF-8
};

tl::expected<Stored, MendFailure> readStored(const QString &variable)
{
    key::Wiped<std::wstring> buffer;
    buffer.value.resize(mostBytes / sizeof(wchar_t));
    DWORD size = mostBytes;
    // Not expanded: %NAME% in an old value is to be given back as it was.
    const LONG code = ::RegGetValueW(HKEY_CURRENT_USER, folder, nameOf(variable).c_str(),
        RRF_RT_REG_SZ | RRF_RT_REG_EXPAND_SZ | RRF_NOEXPAND, nullptr, buffer.value.data(), &size);
    if (code == ERROR_FILE_NOT_FOUND)
        return Stored();
    if (code != ERROR_SUCCESS)
        return tl::unexpected(code == ERROR_MORE_DATA ? MendFailure::TooLarge : MendFailure::NotReadable);
    const auto end = std::find(buffer.value.begin(), buffer.value.end(), L'\0');
    key::Wiped<QString> text(QString::fromWCharArray(buffer.value.data(), end - buffer.value.begin()));
    QByteArray utf8 = text.value.toUtf8();
    return Stored{true, key::Secret::take(utf8)};
}

/// Programs that are running are told, so that the taskbar and new terminals take the new value. Source: Microsoft,
/// "Environment Variables", WM_SETTINGCHANGE.
void announce()
{
    constexpr UINT patience = 1000; // milliseconds, for each window
    DWORD_PTR answer = 0;
    ::SendMessageTimeoutW(
        HWND_BROADCAST, WM_SETTINGCHANGE, 0, reinterpret_cast<LPARAM>(folder), SMTO_ABORTIFHUNG, patience, &answer);
}

tl::expected<void, MendFailure> store(const QString &variable, QByteArrayView utf8)
{
    const key::Wiped<std::wstring> value = wide(utf8);
    // A value with %NAME% in it was one that is expanded.
    const DWORD type = value.value.find(L'%') == std::wstring::npos ? REG_SZ : REG_EXPAND_SZ;
    const auto size = static_cast<DWORD>((value.value.size() + 1) * sizeof(wchar_t));
    const LONG code =
        ::RegSetKeyValueW(HKEY_CURRENT_USER, folder, nameOf(variable).c_str(), type, value.value.c_str(), size);
    if (code != ERROR_SUCCESS)
        return tl::unexpected(MendFailure::NotWritable);
    announce();
    return {};
}

QString maskedLine(const QString &variable, const key::Secret &value)
{
    return variable + QLatin1Char('=') + key::masked(value.bytes());
}

} // namespace

tl::expected<Mend, MendFailure> prepareUserVariable(const MendRequest &request)
{
    if (!isPlain(request.key.bytes()) || request.key.bytes().contains('%'))
        return tl::unexpected(MendFailure::KeyNotUsable);
    auto old = readStored(request.variable);
    if (!old)
        return tl::unexpected(old.error());
    if (old->exists && old->value == request.key)
        return tl::unexpected(MendFailure::NothingToMend);
    Mend mend;
    mend.preview.kind = request.kind;
    mend.preview.variable = request.variable;
    if (old->exists)
        mend.preview.lines.push_back({LineChange::Kind::Removed, 1, maskedLine(request.variable, old->value)});
    mend.preview.lines.push_back({LineChange::Kind::Added, 1, maskedLine(request.variable, request.key)});
    mend.before = std::move(old->value);
    mend.after = request.key.duplicate();
    mend.creates = !old->exists;
    return mend;
}

tl::expected<Undo, MendFailure> applyUserVariable(const Mend &mend)
{
    const QString &variable = mend.preview.variable;
    const auto now = readStored(variable);
    if (!now)
        return tl::unexpected(now.error());
    if (now->exists == mend.creates || !(now->value == mend.before))
        return tl::unexpected(MendFailure::ChangedMeanwhile);
    if (auto stored = store(variable, mend.after.bytes()); !stored)
        return tl::unexpected(stored.error());
    Undo change;
    change.kind = mend.preview.kind;
    change.variable = variable;
    change.created = mend.creates;
    change.written = hashOf(mend.after.bytes());
    change.value = mend.before.duplicate();
    return change;
}

tl::expected<void, MendFailure> undoUserVariable(const Undo &change)
{
    const auto now = readStored(change.variable);
    if (!now)
        return tl::unexpected(now.error());
    if (!now->exists || hashOf(now->value.bytes()) != change.written)
        return tl::unexpected(MendFailure::ChangedMeanwhile);
    if (!change.created)
        return store(change.variable, change.value.bytes());
    if (::RegDeleteKeyValueW(HKEY_CURRENT_USER, folder, nameOf(change.variable).c_str()) != ERROR_SUCCESS)
        return tl::unexpected(MendFailure::NotWritable);
    announce();
    return {};
}

#else

// macOS has `launchctl setenv NAME VALUE` alone: it takes the value as an argument, which every program may read, and
// since 10.10 no longer commands from standard input; launchd's interface for it is Apple's own. There the key comes
// from .zshrc (ShellProfile), or from the keychain in a command that the user runs. Elsewhere accounts have no
// variables.

tl::expected<Mend, MendFailure> prepareUserVariable(const MendRequest &)
{
    return tl::unexpected(MendFailure::NotSupported);
}

tl::expected<Undo, MendFailure> applyUserVariable(const Mend &)
{
    return tl::unexpected(MendFailure::NotSupported);
}

tl::expected<void, MendFailure> undoUserVariable(const Undo &)
{
    return tl::unexpected(MendFailure::NotSupported);
}

#endif

} // namespace mend
