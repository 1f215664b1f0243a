// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export/exporter.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

class TestExporter : public QObject
{
    Q_OBJECT

private slots:
    void findsTargets_data();
    void findsTargets();
    void writesTheDocumentAsItIs();
    void makesFileNamesSafe_data();
    void makesFileNamesSafe();
};

void TestExporter::findsTargets_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isKnown");

    QTest::newRow("Thunderbird") << u"thunderbird"_s << true;
    QTest::newRow("JSON") << u"json"_s << true;
    QTest::newRow("in capitals") << u"JSON"_s << false;
    QTest::newRow("unknown") << u"carrier-pigeon"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestExporter::findsTargets()
{
    QFETCH(QString, target);
    QFETCH(bool, isKnown);

    const Exporter *exporter = exporterFor(target);
    QCOMPARE(exporter != nullptr, isKnown);
    if (exporter)
        QCOMPARE(exporter->target(), target);
}

void TestExporter::writesTheDocumentAsItIs()
{
    AccountSettings settings;
    settings.domain = u"example.org"_s;
    const QByteArray document("{\"any\": \"bytes\"}\n\0", 18);
    const auto files = exporterFor(u"json"_s)->write({settings, document});
    QVERIFY(files.has_value());
    QVERIFY(*files == (QList<ExportedFile>{{u"postern-example.org.json"_s, document}}));
}

void TestExporter::makesFileNamesSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");

    QTest::newRow("a usual one") << u"postern-example.org.json"_s << u"postern-example.org.json"_s;
    QTest::newRow("a path") << u"a/b"_s << u"a_b"_s;
    QTest::newRow("another path") << u"a\\b"_s << u"a_b"_s;
    QTest::newRow("a way up") << u"../../.bashrc"_s << u"_._.._.bashrc"_s;
    QTest::newRow("a hidden one") << u".bashrc"_s << u"_bashrc"_s;
    QTest::newRow("blanks and line breaks") << u"a b\nc"_s << u"a_b_c"_s;
    QTest::newRow("right to left") << u"gpj.\u202eexe"_s << u"gpj._exe"_s;
    QTest::newRow("signs of a shell") << u"$(x)`y`;z*?"_s << u"__x__y__z__"_s;
    QTest::newRow("other alphabets") << u"bücher"_s << u"b_cher"_s;
    QTest::newRow("nothing") << QString() << u"settings"_s;
    QTest::newRow("without an end") << QString(300, u'a') << QString(80, u'a');
}

void TestExporter::makesFileNamesSafe()
{
    QFETCH(QString, name);
    QTEST(safeFileName(name), "safe");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestExporter)

#include "tst_exporter.moc"
