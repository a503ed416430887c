// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/ConfigReaders.h"
#include "sources/configs/KeyNames.h"
#include "sources/configs/YamlTree.h"

namespace sources {

namespace {

using configs::toText;
using configs::YamlNode;

class WorkflowReader {
public:
    std::vector<FoundKey> readAll(const YamlNode &workflow)
    {
        readVariables(workflow["env"]);
        for (const YamlNode::Entry &job : workflow["jobs"].entries())
            readJob(job);
        return std::move(m_keys);
    }

private:
    void readJob(const YamlNode::Entry &job)
    {
        const QString name = toText(job.key);
        m_holder = name;
        readVariables(job.value["env"]);
        readVariables(job.value["with"]);
        readVariables(job.value["secrets"]);
        readVariables(job.value["container"]["env"]);
        int number = 0;
        for (const YamlNode &step : job.value["steps"].items()) {
            ++number;
            const std::string_view stepName = step["name"].text();
            m_holder = name + QLatin1String(" / ") + (stepName.empty() ? QString::number(number) : toText(stepName));
            readVariables(step["env"]);
            readVariables(step["with"]);
        }
    }

    void readVariables(const YamlNode &variables)
    {
        constexpr std::size_t most = 1000;
        for (const YamlNode::Entry &entry : variables.entries()) {
            const bool isValue = entry.value.isScalar() || entry.value.isNull();
            if (!isValue || !configs::isCohereKeyName(entry.key) || m_keys.size() >= most)
                continue;
            Place place;
            place.kind = PlaceKind::Workflow;
            place.name = toText(entry.key);
            place.line = entry.line;
            place.holder = m_holder;
            const std::string_view text = entry.value.text();
            // What GitHub fills in, mostly ${{ secrets.NAME }}, is not known here.
            if (text.find("${{") != std::string_view::npos)
                m_keys.push_back(keyElsewhere(std::move(place)));
            else
                m_keys.push_back(foundKey(std::move(place), configs::secretOf(text)));
        }
    }

    QString m_holder; ///< the job and the step that are read
    std::vector<FoundKey> m_keys;
};

} // namespace

std::vector<FoundKey> keysInWorkflow(QByteArrayView text, const FileSurroundings &)
{
    const configs::YamlTree tree(text);
    const std::vector<YamlNode> documents = tree.documents();
    return documents.empty() ? std::vector<FoundKey>() : WorkflowReader().readAll(documents.front());
}

} // namespace sources
