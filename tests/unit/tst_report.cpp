// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export/programs/programs.h"
#include "export/report/changeadvice.h"
#include "export/report/redaction.h"
#include "export/report/reports.h"
#include "export/report/wordpieces.h"
#include "support/exportinputs.h"
#include "support/testcertificates.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace postern {

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void hidesThePerson_data();
    void hidesThePerson();
    void hidesThePersonInCertificates();
    void writesNoCertificateBesideARedactedReport();
    void staysShort();
    void keepsTheDocumentsOwnWords();
    void leavesNoMarkupOfServers_data();
    void leavesNoMarkupOfServers();
    void tellsNoFolder();
    void saysOnceWhatToChange();
    void countsNoWaiting();
    void saysWhenAndByWhat();
    void saysHowToSeeItAgain();
    void refusesToPassForWhole();
    void keepsWordsWhole_data();
    void keepsWordsWhole();
    void writesPdf();
};

namespace {

QJsonObject documentSaying(const QString &greeting)
{
    const QJsonObject setting{{"service"_L1, u"imap"_s}, {"host"_L1, u"imap.example.org"_s},
        {"port"_L1, 993}, {"security"_L1, u"tls"_s}, {"username"_L1, u"alice.liddell"_s},
        {"authentication"_L1, QJsonArray{u"PLAIN"_s}}, {"trusted"_L1, true},
        {"needsConsent"_L1, QJsonArray()}, {"tlsVersion"_L1, u"TLSv1.3"_s}};
    QJsonObject attempt = setting;
    attempt.remove("username"_L1);
    attempt.insert("outcome"_L1, u"ok"_s);
    attempt.insert("greeting"_L1, greeting);
    attempt.insert("address"_L1, u"192.0.2.7"_s);
    attempt.insert("addresses"_L1, QJsonArray{u"192.0.2.7"_s, u"2001:db8::7"_s});
    attempt.insert("stages"_L1,
        QJsonArray{QJsonObject{{"name"_L1, greeting}, {"startMs"_L1, 1}, {"endMs"_L1, 2}}});
    attempt.insert("diagnoses"_L1,
        QJsonArray{QJsonObject{{"code"_L1, u"certificate.expired"_s}, {"title"_L1, greeting},
            {"cause"_L1, greeting}, {"remedy"_L1, greeting}, {"evidence"_L1, greeting}}});
    return {{"schema"_L1, u"postern.detection/1"_s}, {"address"_L1, u"alice@example.org"_s},
        {"displayName"_L1, u"Alice Liddell"_s}, {"domain"_L1, u"example.org"_s},
        {"verdict"_L1, u"ready"_s},
        {"recommended"_L1, QJsonObject{{"incoming"_L1, setting}, {"outgoing"_L1, QJsonValue()}}},
        {"attempts"_L1, QJsonArray{attempt}}};
}

ExportInput inputSaying(const QString &greeting, bool isRedacted = false)
{
    ExportOptions options;
    options.folder = u"/home/alice/Documents"_s;
    options.isRedacted = isRedacted;
    const auto input = exportInputFrom(QJsonDocument(documentSaying(greeting)).toJson(), options);
    return input ? *input : ExportInput();
}

QByteArray contentOf(const ExportResult &files)
{
    return files ? files->constFirst().content : QByteArray();
}

} // namespace

void TestReport::hidesThePerson_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("shown");

    QTest::newRow("address") << u"no alice@example.org here"_s << u"no user@example.org here"_s;
    QTest::newRow("another case") << u"Alice@Example.org"_s << u"user@example.org"_s;
    QTest::newRow("user name") << u"alice.liddell unknown"_s << u"user unknown"_s;
    QTest::newRow("local part") << u"hello alice!"_s << u"hello user!"_s;
    QTest::newRow("not a part of a word") << u"malice, alices"_s << u"malice, alices"_s;
    QTest::newRow("IPv4") << u"Hello [203.0.113.5]"_s << u"Hello [[address]]"_s;
    QTest::newRow("IPv4 with a port") << u"203.0.113.5:993"_s << u"[address]:993"_s;
    QTest::newRow("IPv4 behind a word")
        << u"ip:203.0.113.5 x_203.0.113.5"_s << u"ip:[address] x_[address]"_s;
    QTest::newRow("IPv6 in EHLO") << u"[IPv6:2001:db8::1]"_s << u"[IPv6:[address]]"_s;
    QTest::newRow("IPv6 at the end") << u"at 2001:db8::1."_s << u"at [address]."_s;
    QTest::newRow("IPv6 beside its own beginnings")
        << u"see ::1 and 2001:db8:aaaa::1"_s << u"see [address] and [address]"_s;
    QTest::newRow("another mailbox") << u"postmaster@mx.example.net"_s << u"user@mx.example.net"_s;
    QTest::newRow("the person's name") << u"Hello Alice Liddell!"_s << u"Hello user!"_s;
    QTest::newRow("whom EHLO greets")
        << u"250-mx.example.org Hello 203-0-113-9.dsl.example.net [203.0.113.9]"_s
        << u"250-mx.example.org"_s;
    QTest::newRow("a size in EHLO") << u"250-SIZE 1024"_s << u"250-SIZE 1024"_s;
    QTest::newRow("a time of the day") << u"at 12:34:56"_s << u"at 12:34:56"_s;
}

void TestReport::hidesThePerson()
{
    QFETCH(QString, said);

    const QJsonObject document = redacted(documentSaying(said));
    const QJsonObject attempt = document["attempts"_L1].toArray().at(0).toObject();
    QTEST(attempt["greeting"_L1].toString(), "shown");
    QCOMPARE(document["address"_L1].toString(), u"user@example.org"_s);
    QCOMPARE(document["displayName"_L1].toString(), QString());
    QJsonObject byAddress = documentSaying(said);
    byAddress.insert("host"_L1, u"192.0.2.7"_s);
    QCOMPARE(redacted(byAddress)["host"_L1].toString(), u"[address]"_s);
    QCOMPARE(attempt["address"_L1].toString(), u"[address]"_s);
    QCOMPARE(attempt["addresses"_L1].toArray(), (QJsonArray{u"[address]"_s, u"[address]"_s}));
}

/// A certificate has names in it too, and its PEM has all of them.
void TestReport::hidesThePersonInCertificates()
{
    QJsonObject document = documentSaying(u"hello"_s);
    QJsonObject attempt = document["attempts"_L1].toArray().at(0).toObject();
    attempt.insert("tls"_L1,
        QJsonObject{{"serverName"_L1, u"203.0.113.77"_s},
            {"chain"_L1,
                QJsonArray{QJsonObject{
                    {"subject"_L1, u"CN=x, emailAddress=alice.liddell@example.org"_s},
                    {"subjectAltNames"_L1,
                        QJsonObject{{"ip"_L1, QJsonArray{u"203.0.113.77"_s, u"2001:db8::77"_s}}}},
                    {"pem"_L1, u"-----BEGIN CERTIFICATE-----"_s}}}}});
    document.insert("attempts"_L1, QJsonArray{attempt});
    const QByteArray json = QJsonDocument(redacted(document)).toJson();
    for (const char *hidden : {"liddell", "203.0.113.77", "2001:db8", "BEGIN CERTIFICATE"})
        QVERIFY2(!json.contains(hidden), hidden);
}

void TestReport::writesNoCertificateBesideARedactedReport()
{
    CertificateSpec spec;
    spec.commonName = u"alice.liddell"_s;
    ExportInput input = inputSaying(u"hello"_s);
    input.servers[0].pin = CertificatePin{
        CertificatePin::Subject::Certificate, QSslCertificate(selfSigned(spec).certificatePem)};
    QCOMPARE(writeTextReport(input)->size(), 2);
    input.options.isRedacted = true;
    QCOMPARE(writeTextReport(input)->size(), 1);
}

/// A server may send what it likes: the work is bounded, and what was left out is said.
void TestReport::staysShort()
{
    QJsonObject document = documentSaying(u"hello"_s);
    QJsonObject attempt = document["attempts"_L1].toArray().at(0).toObject();
    QJsonArray chain;
    QJsonArray transcript;
    for (int i = 0; i < 2000; ++i) {
        chain.append(QJsonObject{{"subject"_L1, u"CN=number %1"_s.arg(i)}});
        transcript.append(QJsonObject{{"direction"_L1, u"received"_s}, {"text"_L1, u"x"_s}});
    }
    attempt.insert("tls"_L1, QJsonObject{{"chain"_L1, chain}});
    attempt.insert("transcript"_L1, transcript);
    document.insert("attempts"_L1, QJsonArray{attempt});
    const auto input = exportInputFrom(QJsonDocument(document).toJson(), {});
    const QByteArray report = contentOf(writeTextReport(*input));
    QVERIFY(report.size() < 50'000);
    QCOMPARE(report.count("left out here"), 2);
    QVERIFY(contentOf(writePdfReport(*input)).startsWith("%PDF-"));
}

void TestReport::keepsTheDocumentsOwnWords()
{
    QJsonObject document = documentSaying(u"hello"_s);
    QJsonObject recommended = document["recommended"_L1].toObject();
    QJsonObject setting = recommended["incoming"_L1].toObject();
    setting.insert("username"_L1, u"imap"_s);
    recommended.insert("incoming"_L1, setting);
    document.insert("recommended"_L1, recommended);
    const QJsonObject shown = redacted(document);
    const QJsonObject incoming = shown["recommended"_L1].toObject()["incoming"_L1].toObject();
    QCOMPARE(incoming["service"_L1].toString(), u"imap"_s);
    QCOMPARE(incoming["username"_L1].toString(), u"user"_s);
}

void TestReport::leavesNoMarkupOfServers_data()
{
    QTest::addColumn<QString>("said");

    QTest::newRow("script") << u"<script>alert(1)</script><img src=x onerror=alert(1)>"_s;
    QTest::newRow("the end of a text") << u"</pre></td></body>&lt;b&gt;"_s;
    QTest::newRow("Markdown")
        << u"| x | [link](http://evil.example) **b** ![i](http://evil.example) @org"_s;
    QTest::newRow("a fence") << u"``` ```` `````"_s;
    QTest::newRow("control characters") << u"\x01\x1b[31m\u202e"_s;
}

void TestReport::leavesNoMarkupOfServers()
{
    QFETCH(QString, said);

    const ExportInput input = inputSaying(said);
    const QByteArray html = contentOf(writeHtmlReport(input));
    QVERIFY(!html.contains("<script") && !html.contains("<img src=x"));
    QXmlStreamReader reader(html); // what is written is whole
    QStringList images;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == "img"_L1)
            images.append(reader.attributes().value("src"_L1).toString());
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(images.size(), 1); // the timeline
    QVERIFY(images.constFirst().startsWith("data:image/svg+xml;base64,"_L1));
    QXmlStreamReader svg(QByteArray::fromBase64(images.constFirst().section(u',', 1).toLatin1()));
    while (!svg.atEnd())
        svg.readNext();
    QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
    const QByteArray markdown = contentOf(writeMarkdownReport(input));
    QVERIFY(
        !markdown.contains("](http") && !markdown.contains("**b**") && !markdown.contains("@org"));
    for (const QByteArray &report : {html, markdown, contentOf(writeTextReport(input))})
        QVERIFY(!report.contains('\x1b') && !report.contains("\u202e"));
}

void TestReport::tellsNoFolder()
{
    for (const auto write : {writeTextReport, writeMarkdownReport, writeHtmlReport}) {
        const QByteArray report = contentOf(write(inputSaying(u"hello alice"_s, true)));
        QVERIFY(!report.isEmpty());
        QVERIFY(!report.contains("/home/alice") && !report.contains("alice")
            && !report.contains("Alice"));
    }
}

/// One certificate at many ports is one thing to do.
void TestReport::saysOnceWhatToChange()
{
    QJsonObject document = documentSaying(u"hello"_s);
    QJsonArray attempts = document["attempts"_L1].toArray();
    for (const int port : {143, 110, 143}) {
        QJsonObject attempt = attempts.at(0).toObject();
        attempt.insert("port"_L1, port);
        attempts.append(attempt);
    }
    document.insert("attempts"_L1, attempts);
    const QStringList changes = ChangeAdvice::changesFor(document);
    QCOMPARE(changes.size(), 1);
    QVERIFY2(changes.constFirst().startsWith(
                 "imap.example.org:993, imap.example.org:143, imap.example.org:110: renew"_L1),
        qPrintable(changes.constFirst()));
}

/// A server that was tried late was not slow.
void TestReport::countsNoWaiting()
{
    QJsonObject document = documentSaying(u"hello"_s);
    QJsonObject attempt = document["attempts"_L1].toArray().at(0).toObject();
    const auto stage = [](const QString &name, double start, double end) {
        return QJsonObject{{"name"_L1, name}, {"startMs"_L1, start}, {"endMs"_L1, end}};
    };
    attempt.insert(
        "stages"_L1, QJsonArray{stage(u"resolve"_s, 0, 3), stage(u"connect"_s, 10'000, 10'004)});
    document.insert("attempts"_L1, QJsonArray{attempt});
    const auto input = exportInputFrom(QJsonDocument(document).toJson(), {});
    const QString report = QString::fromUtf8(contentOf(writeTextReport(*input)));
    QVERIFY2(report.contains(u"7\u00a0ms"_s), qPrintable(report));
    QVERIFY(!report.contains("10004"_L1));
}

void TestReport::saysWhenAndByWhat()
{
    QJsonObject document = documentSaying(u"hello"_s);
    document.insert("startedAt"_L1, u"2026-03-04T05:06:07Z"_s);
    document.insert("writtenBy"_L1, u"Postern 9.8.7"_s);
    const auto input = exportInputFrom(QJsonDocument(document).toJson(), {});
    const QByteArray report = contentOf(writeTextReport(*input));
    QVERIFY2(report.contains("2026-03-04 05:06 UTC"), report.constData());
    QVERIFY2(report.contains("Postern 9.8.7"), report.constData());
    QVERIFY(contentOf(writeTextReport(inputSaying(u"hello"_s))).contains("example.org"));
}

/// A broken server above all, though no settings can be exported for it.
void TestReport::saysHowToSeeItAgain()
{
    QJsonObject document = documentSaying(u"hello"_s);
    QJsonObject attempt = document["attempts"_L1].toArray().at(0).toObject();
    attempt.insert("outcome"_L1, u"certificate"_s);
    attempt.insert("security"_L1, u"starttls"_s);
    attempt.insert("port"_L1, 143);
    QJsonObject hostile = attempt;
    hostile.insert("host"_L1, u"a.example; rm -rf ~"_s);
    document.insert("attempts"_L1, QJsonArray{attempt, hostile});
    document.insert("recommended"_L1, QJsonObject());
    const auto input = exportInputFrom(QJsonDocument(document).toJson(), {});
    const QByteArray report = contentOf(writeTextReport(*input));
    QVERIFY2(report.contains("openssl s_client -connect imap.example.org:143 -starttls imap"),
        report.constData());
    QVERIFY(!report.contains("connect a.example; rm"));
}

/// A redacted document is for reading: an account that is made of it would be somebody else's.
void TestReport::refusesToPassForWhole()
{
    const QByteArray document = QJsonDocument(redacted(documentSaying(u"hello"_s))).toJson();
    const auto input = exportInputFrom(document, {});
    QVERIFY(input.has_value());
    const ExportResult msmtp = writeMbsync(*input);
    QVERIFY(!msmtp && msmtp.error() == ExportRefusal::Redacted);
    QVERIFY(contentOf(writeTextReport(*input)).contains("public ticket"));
}

void TestReport::keepsWordsWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("pieces");

    QTest::newRow("short ones") << u"23 ms and more of it than fits a line"_s
                                << QStringList{u"23 ms and more of it than fits a line"_s};
    QTest::newRow("a name") << u"at imap.department.example.org:993 now"_s
                            << QStringList{u"at imap.department.example."_s, u"org:993 now"_s};
    QTest::newRow("no sign in it")
        << QString(50, u'x') << QStringList{QString(24, u'x'), QString(24, u'x'), u"xx"_s};
    QTest::newRow("nothing") << QString() << QStringList{QString()};
}

void TestReport::keepsWordsWhole()
{
    QFETCH(QString, text);
    const QStringList pieces = wordPieces(text);
    QTEST(pieces, "pieces");
    QCOMPARE(pieces.join(QString()), text);
}

void TestReport::writesPdf()
{
    const QByteArray pdf = contentOf(writePdfReport(inputSaying(u"* OK ready"_s)));
    QVERIFY(pdf.startsWith("%PDF-") && pdf.size() > 5000);
}

} // namespace postern

QTEST_MAIN(postern::TestReport)

#include "tst_report.moc"
