// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "sources/configs/ConfigReaders.h"
#include "sources/envfile/EnvLoaders.h"
#include "sources/project/ProjectFiles.h"

using sources::KeyReader;

class TestProjectFiles : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void choosesTheReaderByTheName_data();
    void choosesTheReaderByTheName();
};

void TestProjectFiles::choosesTheReaderByTheName_data()
{
    QTest::addColumn<KeyReader>("reader");
    const auto row = [](const char *path, KeyReader reader) { QTest::newRow(path) << reader; };
    row(".env", sources::keysInEnvFile);
    row("app/.env.local", sources::keysInEnvFile);
    row("config/production.env", sources::keysInEnvFile);
    row("environment", nullptr);
    row(".env.sample", nullptr);
    row("docker-compose.yml", sources::keysInCompose);
    row("deploy/docker-compose.prod.yaml", sources::keysInCompose);
    row("compose.yaml", sources::keysInCompose);
    row("Dockerfile", sources::keysInDockerfile);
    row("a/Dockerfile.dev", sources::keysInDockerfile);
    row("web.dockerfile", sources::keysInDockerfile);
    row("Containerfile", sources::keysInDockerfile);
    row("MyDockerfile", nullptr);
    row(".github/workflows/ci.yml", sources::keysInWorkflow);
    row("docs/.github/workflows/ci.yml", sources::keysInKubernetes);
    row("k8s/secret.yaml", sources::keysInKubernetes);
    row(".streamlit/secrets.toml", sources::keysInToml);
    row("app/main.py", sources::keysInSource);
    row("src/index.MJS", sources::keysInSource);
    row("main.go", sources::keysInSource);
    row("run.sh", sources::keysInScript);
    row("setup.ps1", sources::keysInScript);
    row("a.ipynb", sources::keysInNotebook);
    row("README.md", nullptr);
    row("package-lock.json", nullptr);
    row("poetry.lock", nullptr);
    row(".env.example", nullptr);
    row("picture.png", nullptr);
    row("py", nullptr);
    row("", nullptr);
}

void TestProjectFiles::choosesTheReaderByTheName()
{
    QFETCH(const KeyReader, reader);
    QVERIFY(sources::readerFor(QString::fromLatin1(QTest::currentDataTag())) == reader);
}

Q_DECLARE_METATYPE(sources::KeyReader)

QTEST_GUILESS_MAIN(TestProjectFiles)
#include "tst_ProjectFiles.moc"
