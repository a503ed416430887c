// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/Variants.h"

#include "probe/Endpoint.h"
#include "probe/Exchange.h"

namespace probe {

std::optional<HeaderForm> headerForm(Variant variant)
{
    switch (variant) {
    case Variant::BearerHeader:
        return HeaderForm{};
    case Variant::XApiKeyHeader:
        return HeaderForm{"X-API-Key", {}, {}};
    case Variant::ApiKeyHeader:
        return HeaderForm{"api-key", {}, {}};
    case Variant::BareHeader:
        return HeaderForm{"Authorization", {}, {}};
    default:
        return std::nullopt;
    }
}

QString written(const HeaderForm &form)
{
    return QString::fromLatin1(form.name + ": " + form.before + keyMark + form.after);
}

Target targetOf(Variant variant, const Target &target)
{
    Target changed = target;
    if (const auto form = headerForm(variant))
        changed.header = *form;
    if (variant == Variant::Direct)
        changed.proxy = {ProxyChoice::Kind::None, {}};
    if (variant == Variant::PathOnce || variant == Variant::V1Path)
        changed.base = withoutEndpointPath(target.base);
    if (variant == Variant::V1Path)
        changed.rerankPath = QStringLiteral("/v1/rerank");
    if (variant == Variant::WithoutPath)
        changed.base.setPath(QString());
    return changed;
}

} // namespace probe
