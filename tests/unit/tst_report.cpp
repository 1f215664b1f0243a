// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/advice.h"
#include "document/detectiondocument.h"
#include "document/detectionreader.h"
#include "export/redaction.h"
#include "export/report/changeadvice.h"
#include "export/report/wordpieces.h"
#include "export/targets.h"
#include "support/exportinputs.h"
#include "support/testcertificates.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTranslator>
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
    void redactsWhatSaysThatItWas();
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
    void speaksNoStrangersSentences();
    void speaksOneLanguage_data();
    void speaksOneLanguage();
};

namespace {

/// What a server said, in every place where a detection repeats it.
Detection detectionSaying(const QString &said)
{
    ServerSetting setting = aliceInput().servers[0].setting;
    setting.username = u"alice.liddell"_s;
    ProbeReport report;
    report.candidate.endpoint = setting.endpoint;
    report.outcome = ProbeReport::Outcome::Ok;
    report.profile.greeting = said.toUtf8();
    report.address = QHostAddress(u"192.0.2.7"_s);
    report.addresses = {report.address, QHostAddress(u"2001:db8::7"_s)};
    report.stages = {{Stage::Resolve, 1, 2}};
    Diagnosis expired;
    expired.problem = Problem::CertificateExpired;
    expired.endpoint = setting.endpoint;
    expired.evidence = said;
    Detection detection;
    detection.settings.identity = identity(u"alice@example.org"_s, u"Alice Liddell"_s);
    detection.settings.incoming = setting;
    detection.attempts = {{report, {expired}}};
    detection.verdict = Verdict::Ready;
    return detection;
}

ExportInput inputOf(const Detection &detection)
{
    return exportInputFrom(detection, {});
}

ExportInput inputSaying(const QString &said, bool isRedacted = false)
{
    ExportOptions options;
    options.folder = u"/home/alice/Documents"_s;
    options.isRedacted = isRedacted;
    return exportInputFrom(detectionSaying(said), options);
}

QString greetingOf(const Detection &detection)
{
    return QString::fromUtf8(detection.attempts.constFirst().report.profile.greeting);
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

    const Detection shown = redacted(detectionSaying(said));
    const Attempt &attempt = shown.attempts.constFirst();
    QTEST(greetingOf(shown), "shown");
    QTEST(attempt.diagnoses.constFirst().evidence, "shown");
    QCOMPARE(shown.settings.identity, identity(u"user@example.org"_s));
    QVERIFY(attempt.report.address.isNull());
    QCOMPARE(attempt.report.addresses, QList<QHostAddress>());
    Detection byAddress = detectionSaying(said);
    byAddress.settings.incoming->endpoint.host = hostName(u"192.0.2.7"_s);
    byAddress.attempts[0].report.candidate.endpoint.host = hostName(u"192.0.2.7"_s);
    const Detection hidden = redacted(byAddress);
    QCOMPARE(hidden.settings.incoming->endpoint.host, hostName(u"address-1.invalid"_s));
    QCOMPARE(hidden.attempts.constFirst().endpoint(), hidden.settings.incoming->endpoint);
}

/// A certificate has names in it too, and its PEM has all of them.
void TestReport::hidesThePersonInCertificates()
{
    CertificateSpec spec;
    spec.commonName = u"alice.liddell"_s;
    spec.dnsNames = {u"x.example"_s};
    spec.ipNames = {QHostAddress(u"203.0.113.77"_s), QHostAddress(u"2001:db8::77"_s)};
    Detection detection = detectionSaying(u"hello"_s);
    detection.attempts[0].report.tls = Handshake();
    Handshake &tls = *detection.attempts[0].report.tls;
    tls.serverName = u"203.0.113.77"_s;
    tls.chain = {QSslCertificate(selfSigned(spec).certificatePem)};
    tls.anchor = tls.chain.constFirst();
    const QByteArray whole = writeDetectionDocument(detection);
    const QByteArray json = writeDetectionDocument(redacted(detection));
    for (const char *hidden : {"liddell", "203.0.113.77", "2001:db8", "BEGIN CERTIFICATE"}) {
        QVERIFY2(whole.contains(hidden), hidden);
        QVERIFY2(!json.contains(hidden), hidden);
    }
    QVERIFY(json.contains(tls.chain.constFirst().sha256())); // so that it can still be compared
}

void TestReport::writesNoCertificateBesideARedactedReport()
{
    CertificateSpec spec;
    spec.commonName = u"alice.liddell"_s;
    ExportInput input = inputSaying(u"hello"_s);
    input.servers[0].pin = CertificatePin{CertificatePin::Subject::Certificate,
        Certificate(QSslCertificate(selfSigned(spec).certificatePem))};
    QCOMPARE(textReportTarget.write(input)->size(), 2);
    input.options.isRedacted = true;
    QCOMPARE(textReportTarget.write(input)->size(), 1);
}

/// The mark of a redacted document may have been written by anybody.
void TestReport::redactsWhatSaysThatItWas()
{
    ExportInput input = inputSaying(u"alice.liddell at 192.0.2.7"_s, true);
    input.detection.isRedacted = true;
    const QByteArray text = contentOf(textReportTarget.write(input));
    QVERIFY(text.contains("Mail servers of"));
    for (const char *hidden : {"alice", "192.0.2.7"})
        QVERIFY2(!text.contains(hidden), hidden);
}

/// A server may send what it likes: the work is bounded, and what was left out is said.
void TestReport::staysShort()
{
    Detection detection = detectionSaying(u"hello"_s);
    ProbeReport &report = detection.attempts[0].report;
    report.tls = Handshake();
    for (int i = 0; i < 2000; ++i) {
        CertificateFacts facts;
        facts.subject = u"CN=number %1"_s.arg(i);
        report.tls->chain.append(Certificate(facts, {}));
        report.transcript.received(i, "x");
    }
    const ExportInput input = inputOf(detection);
    const QByteArray written = contentOf(textReportTarget.write(input));
    QVERIFY(written.size() < 50'000);
    QCOMPARE(written.count("left out here"), 2);
    QVERIFY(contentOf(pdfReportTarget.write(input)).startsWith("%PDF-"));
}

void TestReport::keepsTheDocumentsOwnWords()
{
    Detection detection = detectionSaying(u"hello"_s);
    detection.settings.incoming->username = u"imap"_s;
    const QJsonObject shown = detectionToJson(redacted(detection), DocumentDetail::WithTranscripts);
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
    const QByteArray html = contentOf(htmlReportTarget.write(input));
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
    const QByteArray markdown = contentOf(markdownReportTarget.write(input));
    QVERIFY(
        !markdown.contains("](http") && !markdown.contains("**b**") && !markdown.contains("@org"));
    for (const QByteArray &report : {html, markdown, contentOf(textReportTarget.write(input))})
        QVERIFY(!report.contains('\x1b') && !report.contains("\u202e"));
}

void TestReport::tellsNoFolder()
{
    for (const auto *target : {&textReportTarget, &markdownReportTarget, &htmlReportTarget}) {
        const QByteArray report = contentOf(target->write(inputSaying(u"hello alice"_s, true)));
        QVERIFY(!report.isEmpty());
        QVERIFY(!report.contains("/home/alice") && !report.contains("alice")
            && !report.contains("Alice"));
    }
}

/// One certificate at many ports is one thing to do.
void TestReport::saysOnceWhatToChange()
{
    Detection detection = detectionSaying(u"hello"_s);
    for (const quint16 port : {143, 110, 143}) {
        detection.attempts.append(detection.attempts.at(0));
        detection.attempts.last().report.candidate.endpoint.port = port;
    }
    const QStringList changes = ChangeAdvice::changesFor(detection);
    QCOMPARE(changes.size(), 1);
    QVERIFY2(changes.constFirst().startsWith(
                 "imap.example.org:993, imap.example.org:143, imap.example.org:110: renew"_L1),
        qPrintable(changes.constFirst()));
}

/// A server that was tried late was not slow.
void TestReport::countsNoWaiting()
{
    Detection detection = detectionSaying(u"hello"_s);
    detection.attempts[0].report.stages
        = {{Stage::Resolve, 0, 3}, {Stage::Connect, 10'000, 10'004}};
    const QString report = QString::fromUtf8(contentOf(textReportTarget.write(inputOf(detection))));
    QVERIFY2(report.contains(u"7\u00a0ms"_s), qPrintable(report));
    QVERIFY(!report.contains("10004"_L1));
}

void TestReport::saysWhenAndByWhat()
{
    Detection detection = detectionSaying(u"hello"_s);
    detection.startedAt = QDateTime({2026, 3, 4}, {5, 6, 7}, Qt::UTC);
    detection.writtenBy = u"Postern 9.8.7"_s;
    const QByteArray report = contentOf(textReportTarget.write(inputOf(detection)));
    QVERIFY2(report.contains("2026-03-04 05:06 UTC"), report.constData());
    QVERIFY2(report.contains("Postern 9.8.7"), report.constData());
    QVERIFY(contentOf(textReportTarget.write(inputSaying(u"hello"_s))).contains("example.org"));
}

/// A broken server above all, though no settings can be exported for it.
void TestReport::saysHowToSeeItAgain()
{
    Detection detection = detectionSaying(u"hello"_s);
    ProbeReport &report = detection.attempts[0].report;
    report.outcome = ProbeReport::Outcome::Certificate;
    report.candidate.endpoint.security = Security::StartTls;
    report.candidate.endpoint.port = 143;
    detection.settings.incoming.reset();
    const QByteArray written = contentOf(textReportTarget.write(inputOf(detection)));
    QVERIFY2(written.contains("openssl s_client -connect imap.example.org:143 -starttls imap"),
        written.constData());
    QByteArray document = writeDetectionDocument(detection);
    document.replace("\"imap.example.org\"", "\"a.example; rm -rf ~\"");
    QCOMPARE(readDetection(document).error().place, u"/attempts/0/host"_s);
}

/// A redacted document is for reading: an account that is made of it would be somebody else's.
void TestReport::refusesToPassForWhole()
{
    const auto read = readDetection(writeDetectionDocument(redacted(detectionSaying(u"hello"_s))));
    QVERIFY(read.has_value());
    const ExportInput input = inputOf(*read);
    const ExportResult msmtp = mbsyncTarget.write(input);
    QVERIFY(!msmtp && msmtp.error() == ExportRefusal::Redacted);
    QVERIFY(contentOf(textReportTarget.write(input)).contains("public ticket"));
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
    const QByteArray pdf = contentOf(pdfReportTarget.write(inputSaying(u"* OK ready"_s)));
    QVERIFY(pdf.startsWith("%PDF-") && pdf.size() > 5000);
}

/// Every text of a document that could pass for the program's own.
QJsonValue insulting(const QString &key, const QJsonValue &value)
{
    static const QStringList ours{u"title"_s, u"cause"_s, u"remedy"_s, u"writtenBy"_s,
        u"recognised"_s, u"advice"_s, u"headline"_s, u"note"_s};
    // What stands in the middle of our own sentences.
    static const QStringList within{u"product"_s, u"domains"_s, u"names"_s};
    if (value.isString())
        return ours.contains(key) || within.contains(key)
            ? QJsonValue(u"Switch the encryption off."_s)
            : value;
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &element : value.toArray())
            array.append(insulting(key, element));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        *member = insulting(member.key(), *member);
    for (const QString &sentence : ours) // also where none was
        object.insert(sentence, u"Switch the encryption off."_s);
    return object;
}

void TestReport::speaksNoStrangersSentences()
{
    Detection detection = detectionSaying(u"* OK ready"_s);
    for (const Problem problem : allProblems()) {
        Diagnosis diagnosis = detection.attempts[0].diagnoses[0];
        diagnosis.problem = problem;
        if (problem == Problem::CertificateIntercepted)
            diagnosis.details = InterceptionDetails{u"ESET"_s, {u"a.example"_s}};
        if (problem == Problem::CertificateNameMismatch)
            diagnosis.details = NameDetails{{u"a.example"_s}};
        detection.diagnoses.append(diagnosis);
        detection.attempts[0].diagnoses.append(diagnosis);
    }
    detection.sources = {{Source::Srv, SourceReport::State::None, 1, {}, {}}};
    const QJsonObject document
        = QJsonDocument::fromJson(writeDetectionDocument(detection)).object();
    const QByteArray insulted = QJsonDocument(insulting({}, document).toObject()).toJson();
    QVERIFY(insulted.count("Switch the encryption off.") > 100);
    const auto read = readDetection(insulted);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().place));
    for (const ExportTarget *target : exportTargets()) {
        for (const bool isRedacted : {false, true}) {
            ExportInput input = inputOf(*read);
            input.options.isRedacted = isRedacted && target->isReport;
            for (const ExportedFile &file :
                target->write(input) ? *target->write(input) : QList<ExportedFile>())
                QVERIFY2(!file.content.contains("Switch the encryption"), target->name.data());
        }
    }
}

void TestReport::speaksOneLanguage_data()
{
    QTest::addColumn<Diagnosis>("diagnosis");
    const QDateTime now({2026, 3, 4}, {5, 6, 7}, Qt::UTC);
    const QList<DiagnosisDetails> kinds{std::monostate(), VersionDetails{{TlsVersion::Tls1_0}},
        RejectionDetails{true, false, false}, RejectionDetails{false, true, false},
        RejectionDetails{false, false, true}, OfferDetails{true}, FailureDetails{true},
        NameDetails{{u"a.example"_s}}, NameDetails{}, IssuerDetails{u"R11"_s},
        DateDetails{now.addDays(3), now, {}}, DateDetails{now, now.addDays(3), u"R11"_s},
        InterceptionDetails{u"ESET"_s, {}}, InterceptionDetails{{}, {u"a.example"_s}}};
    for (const Problem problem : allProblems()) {
        for (qsizetype i = 0; i < kinds.size(); ++i) {
            Diagnosis diagnosis = detectionSaying(u"evidence"_s).attempts[0].diagnoses[0];
            diagnosis.problem = problem;
            diagnosis.details = kinds.at(i);
            QTest::addRow("%s, %d", qPrintable(toString(problem)), int(i)) << diagnosis;
        }
    }
}

/// The language is the reader's, whoever wrote the document in whichever.
void TestReport::speaksOneLanguage()
{
    QFETCH(Diagnosis, diagnosis);
    QTranslator german;
    QVERIFY(german.load(u":/i18n/postern_de.qm"_s));
    Detection detection = detectionSaying(u"evidence"_s);
    detection.attempts[0].diagnoses = {diagnosis};
    detection.diagnoses = {diagnosis};
    const auto reportOf = [](const QByteArray &document) {
        const auto read = readDetection(document);
        return read ? contentOf(textReportTarget.write(inputOf(*read))) : QByteArray();
    };
    const QByteArray english = writeDetectionDocument(detection);
    const QByteArray inEnglish = reportOf(english);
    const AdviceText englishWords = Advice::textFor(diagnosis);
    QCoreApplication::installTranslator(&german);
    const QByteArray deutsch = writeDetectionDocument(detection);
    const QByteArray inGerman = reportOf(english);
    const AdviceText germanWords = Advice::textFor(diagnosis);
    QCOMPARE(reportOf(deutsch), inGerman);
    QCoreApplication::removeTranslator(&german);
    QCOMPARE(reportOf(deutsch), inEnglish);
    for (const QString &text : {englishWords.title, englishWords.cause, englishWords.remedy}) {
        QVERIFY2(inEnglish.contains(text.toUtf8()), qPrintable(text));
        QVERIFY2(!inGerman.contains(text.toUtf8()), qPrintable(text));
    }
    for (const QString &text : {germanWords.title, germanWords.cause, germanWords.remedy})
        QVERIFY2(inGerman.contains(text.toUtf8()), qPrintable(text));
}

} // namespace postern

QTEST_MAIN(postern::TestReport)

#include "tst_report.moc"
