// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "discovery/autoconfigxml.h"

#include <QRegularExpression>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

/// The corpus is made by rule: a file with three servers, and one thing or another about it that
/// the world's files really differ in.
class TestAutoconfigXml : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void readsWhatIsOptional();
    void hasEnoughRows();

private:
    void addOrders();
    void addWrappings();
    void addEncodings();
    void addBrokenSections();
    void addUnknownParts();
    void addValues();
    void addTexts();
    void addCutOffs();
    void addHostileFiles();

    int m_rows = 0;
};

namespace {

const QStringList imapFields = {
    u"<hostname>imap.example.org</hostname>"_s,
    u"<port>993</port>"_s,
    u"<socketType>SSL</socketType>"_s,
    u"<authentication>password-encrypted</authentication>"_s,
    u"<username>%EMAILLOCALPART%</username>"_s,
};
const QStringList pop3Fields = {
    u"<hostname>pop.%EMAILDOMAIN%</hostname>"_s,
    u"<port>110</port>"_s,
    u"<socketType>STARTTLS</socketType>"_s,
    u"<authentication>password-cleartext</authentication>"_s,
    u"<username>%EMAILADDRESS%</username>"_s,
};
const QStringList smtpFields = {
    u"<hostname>smtp.example.org</hostname>"_s,
    u"<port>587</port>"_s,
    u"<socketType>plain</socketType>"_s,
    u"<authentication>none</authentication>"_s,
};

const QString imapLine = u"imap imap.example.org 993 tls %EMAILLOCALPART% password-encrypted"_s;
const QString pop3Line = u"pop3 pop.example.org 110 starttls %EMAILADDRESS% password-cleartext"_s;
const QString smtpLine = u"smtp smtp.example.org 587 none %EMAILADDRESS% none"_s;
const QStringList allLines = {imapLine, pop3Line, smtpLine};

QString section(const QString &element, const QString &type, const QStringList &fields)
{
    return u"    <%1 type=\"%2\">\n      %3\n    </%1>\n"_s.arg(
        element, type, fields.join(u"\n      "_s));
}

const QString imapSection = section(u"incomingServer"_s, u"imap"_s, imapFields);
const QString pop3Section = section(u"incomingServer"_s, u"pop3"_s, pop3Fields);
const QString smtpSection = section(u"outgoingServer"_s, u"smtp"_s, smtpFields);

QString fileWith(const QString &sections, const QString &attributes = u" version=\"1.1\""_s)
{
    return u"<clientConfig%1>\n  <emailProvider id=\"example.org\">\n    "
           u"<domain>example.org</domain>\n"
           "    <displayName>Example</displayName>\n%2  </emailProvider>\n</clientConfig>\n"_s.arg(
               attributes, sections);
}

const QString goodFile = fileWith(imapSection + pop3Section + smtpSection);

/// One line a server: service, host, port, security, user name, mechanisms.
QStringList linesOf(const AutoconfigFile &file)
{
    QStringList lines;
    for (const AutoconfigServer &server : file.servers)
        lines.append(
            u"%1 %2 %3 %4 %5 %6"_s.arg(toString(server.endpoint.protocol), server.endpoint.host,
                QString::number(server.endpoint.port), toString(server.endpoint.security),
                server.username.pattern(), server.authentication.join(u',')));
    return lines;
}

void addRow(const QString &name, const QByteArray &xml, const QStringList &lines,
    const QString &reason = {})
{
    QTest::newRow(qPrintable(name)) << xml << lines << reason;
}

void addRow(
    const QString &name, const QString &xml, const QStringList &lines, const QString &reason = {})
{
    addRow(name, xml.toUtf8(), lines, reason);
}

} // namespace

void TestAutoconfigXml::reads_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QStringList>("lines");
    /// Part of why the file, or a section of it, is left out; empty: nothing is.
    QTest::addColumn<QString>("reason");
    addOrders();
    addWrappings();
    addEncodings();
    addBrokenSections();
    addUnknownParts();
    addValues();
    addTexts();
    addCutOffs();
    addHostileFiles();
}

/// The order of elements means nothing within a server, and preference between servers.
void TestAutoconfigXml::addOrders()
{
    QStringList fields = imapFields;
    std::sort(fields.begin(), fields.end());
    int number = 0;
    do {
        addRow(u"order of elements %1"_s.arg(++number),
            fileWith(section(u"incomingServer"_s, u"imap"_s, fields) + smtpSection),
            {imapLine, smtpLine});
    } while (std::next_permutation(fields.begin(), fields.end()));

    QList<std::pair<QString, QString>> sections
        = {{imapSection, imapLine}, {pop3Section, pop3Line}, {smtpSection, smtpLine}};
    std::sort(sections.begin(), sections.end());
    number = 0;
    do {
        QString text;
        QStringList lines;
        for (const auto &[xml, line] : sections) {
            text += xml;
            lines += line;
        }
        addRow(u"order of servers %1"_s.arg(++number), fileWith(text), lines);
    } while (std::next_permutation(sections.begin(), sections.end()));
}

void TestAutoconfigXml::addWrappings()
{
    const QString servers = imapSection + pop3Section + smtpSection;
    for (const QString &version : {u"1.0"_s, u"1.1"_s, u"1.2"_s, u"2.0"_s, u"x"_s, QString()})
        addRow(u"version %1"_s.arg(version), fileWith(servers, u" version=\"%1\""_s.arg(version)),
            allLines);
    addRow(u"no version"_s, fileWith(servers, {}), allLines);
    addRow(u"default namespace"_s,
        fileWith(servers, u" version=\"1.1\" xmlns=\"urn:example:autoconfig\""_s), allLines);
    addRow(u"a namespace beside it"_s, fileWith(servers, u" xmlns:x=\"urn:x\" x:note=\"hello\""_s),
        allLines);
    QString prefixed = goodFile;
    prefixed.replace(u"</"_s, u"</p:"_s);
    static const QRegularExpression opening(u"<([a-zA-Z])"_s);
    prefixed.replace(opening, u"<p:\\1"_s);
    prefixed.replace(u"<p:clientConfig"_s, u"<p:clientConfig xmlns:p=\"urn:p\""_s);
    addRow(u"prefixed namespace"_s, prefixed, allLines);
    for (const QString &before : {u"<?xml version=\"1.0\"?>\n"_s,
             u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"_s,
             u"<?xml version=\"1.0\"?><?xml-stylesheet href=\"a.css\"?>\n"_s,
             u"<!-- a comment -->\n"_s, u"\n"_s, u"\ufeff"_s})
        addRow(u"after %1"_s.arg(before.toHtmlEscaped()), before + goodFile, allLines);
    for (const QString &after : {u"<!-- done -->"_s, u"<?end now?>"_s, u"\r\n\r\n"_s})
        addRow(u"before %1"_s.arg(after.toHtmlEscaped()), goodFile + after, allLines);
    addRow(u"on one line"_s, QString(goodFile).remove(u'\n'), allLines);
    addRow(u"with CR LF"_s, QString(goodFile).replace(u"\n"_s, u"\r\n"_s), allLines);
    addRow(u"two providers"_s,
        QString(goodFile).replace(u"</clientConfig>"_s,
            u"<emailProvider id=\"b\">%1</emailProvider></clientConfig>"_s.arg(imapSection)),
        allLines + QStringList{imapLine});
}

void TestAutoconfigXml::addEncodings()
{
    const QString named = QString(goodFile).replace(u"Example<"_s, u"Beispiel für Bücher<"_s);
    const auto declared = [&named](const char *encoding) {
        return u"<?xml version=\"1.0\" encoding=\"%1\"?>\n%2"_s.arg(
            QString::fromLatin1(encoding), named);
    };
    const auto encoded = [](const QString &text, QStringConverter::Encoding encoding) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        return QByteArray(encoder(text));
    };
    addRow(u"UTF-8"_s, declared("UTF-8"), allLines);
    addRow(u"utf-8"_s, declared("utf-8"), allLines);
    addRow(u"UTF-8 with a mark"_s, encoded(declared("UTF-8"), QStringConverter::Utf8), allLines);
    addRow(u"UTF-16LE"_s, encoded(declared("UTF-16"), QStringConverter::Utf16LE), allLines);
    addRow(u"UTF-16BE"_s, encoded(declared("UTF-16"), QStringConverter::Utf16BE), allLines);
    addRow(u"ISO-8859-1"_s, declared("ISO-8859-1").toLatin1(), allLines);
    addRow(u"Latin-1 that is not declared"_s, named.toLatin1(), {}, u"line"_s);
    addRow(u"an encoding that nobody knows"_s, declared("x-klingon"), {}, u"line"_s);
}

/// Each of a section's faults costs that section alone.
void TestAutoconfigXml::addBrokenSections()
{
    struct Fault
    {
        const char *name;
        QString field; ///< That is replaced.
        QString value; ///< Empty: left out.
        QString reason;
    };
    const QList<Fault> faults = {
        {"no host", u"hostname"_s, {}, u"host name"_s},
        {"an empty host", u"hostname"_s, u"<hostname/>"_s, u"host name"_s},
        {"a blank in the host", u"hostname"_s, u"<hostname>a b</hostname>"_s, u"host name"_s},
        {"a URL for a host", u"hostname"_s, u"<hostname>imap://a</hostname>"_s, u"host name"_s},
        {"a host with a port", u"hostname"_s, u"<hostname>a:993</hostname>"_s, u"host name"_s},
        {"a host too long", u"hostname"_s, u"<hostname>%1</hostname>"_s.arg(u"a."_s.repeated(200)),
            u"too long"_s},
        {"a host that tells the name", u"hostname"_s,
            u"<hostname>%EMAILLOCALPART%.example.org</hostname>"_s, u"DNS"_s},
        {"a host that tells the address", u"hostname"_s, u"<hostname>%EMAILADDRESS%</hostname>"_s,
            u"DNS"_s},
        {"no port", u"port"_s, {}, u"port"_s},
        {"port 0", u"port"_s, u"<port>0</port>"_s, u"port"_s},
        {"port 65536", u"port"_s, u"<port>65536</port>"_s, u"port"_s},
        {"a negative port", u"port"_s, u"<port>-1</port>"_s, u"port"_s},
        {"a word for a port", u"port"_s, u"<port>imaps</port>"_s, u"port"_s},
        {"no socket type", u"socketType"_s, {}, u"socket type"_s},
        {"another socket type", u"socketType"_s, u"<socketType>TLS1.3</socketType>"_s,
            u"socket type"_s},
        {"control characters in the name", u"username"_s, u"<username>a\u202eb</username>"_s,
            u"plain text"_s},
        {"a name too long", u"username"_s, u"<username>%1</username>"_s.arg(u"a"_s.repeated(300)),
            u"too long"_s},
    };
    const auto broken = [](const QStringList &fields, const Fault &fault) {
        QStringList changed;
        for (const QString &field : fields) {
            if (!field.startsWith(u'<' + fault.field))
                changed.append(field);
        }
        if (!fault.value.isEmpty())
            changed.append(fault.value);
        return changed;
    };
    for (const Fault &fault : faults) {
        const QString name = QString::fromLatin1(fault.name);
        addRow(u"IMAP: "_s + name,
            fileWith(section(u"incomingServer"_s, u"imap"_s, broken(imapFields, fault))
                + pop3Section + smtpSection),
            {pop3Line, smtpLine}, fault.reason);
        addRow(u"POP3: "_s + name,
            fileWith(imapSection
                + section(u"incomingServer"_s, u"pop3"_s, broken(pop3Fields, fault)) + smtpSection),
            {imapLine, smtpLine}, fault.reason);
        addRow(u"SMTP: "_s + name,
            fileWith(imapSection + pop3Section
                + section(u"outgoingServer"_s, u"smtp"_s, broken(smtpFields, fault))),
            {imapLine, pop3Line}, fault.reason);
    }
    addRow(u"IMAP as outgoing"_s,
        fileWith(section(u"outgoingServer"_s, u"imap"_s, imapFields) + smtpSection), {smtpLine},
        u"direction"_s);
    addRow(u"SMTP as incoming"_s,
        fileWith(imapSection + section(u"incomingServer"_s, u"smtp"_s, smtpFields)), {imapLine},
        u"direction"_s);
    addRow(u"no type"_s, fileWith(QString(imapSection).remove(u" type=\"imap\""_s) + smtpSection),
        {smtpLine}, u"no type"_s);
    addRow(u"no server at all"_s, fileWith({}), {});
}

/// What is not known is skipped, wherever it stands, whatever it holds.
void TestAutoconfigXml::addUnknownParts()
{
    for (const QString &type : {u"exchange"_s, u"jmap"_s, u"nntp"_s, u"ews"_s})
        addRow(u"a server of type "_s + type,
            fileWith(section(u"incomingServer"_s, type, imapFields) + imapSection + smtpSection),
            {imapLine, smtpLine}, type);
    const QStringList unknown = {
        u"<x/>"_s,
        u"<x>text</x>"_s,
        u"<x><hostname>evil.example</hostname><port>1</port></x>"_s,
        u"<documentation url=\"https://example.org\"><descr lang=\"en\">Help</descr></documentation>"_s,
        u"<enable visiturl=\"https://example.org\"/>"_s,
        u"<oAuth2><issuer>example.org</issuer><scope>mail</scope></oAuth2>"_s,
        u"<x><incomingServer type=\"imap\"><hostname>evil.example</hostname></incomingServer></x>"_s,
        u"<!-- <hostname>evil.example</hostname> -->"_s,
    };
    const QStringList places
        = {u"<clientConfig version=\"1.1\">"_s, u"<domain>example.org</domain>"_s,
            u"<incomingServer type=\"imap\">"_s, u"</incomingServer>"_s, u"</emailProvider>"_s};
    for (qsizetype i = 0; i < unknown.size(); ++i) {
        for (qsizetype place = 0; place < places.size(); ++place) {
            QString xml = goodFile;
            xml.insert(xml.indexOf(places.at(place)) + places.at(place).size(), unknown.at(i));
            addRow(u"unknown part %1 at %2"_s.arg(i + 1).arg(place + 1), xml, allLines);
        }
    }
    addRow(u"unknown attributes"_s,
        QString(goodFile).replace(u"type=\"imap\""_s, u"rank='1' type=\"imap\" x=\"&lt;\""_s),
        allLines);
}

void TestAutoconfigXml::addValues()
{
    const auto imapWith = [](const QString &from, const QString &to) {
        return fileWith(QString(imapSection).replace(from, to));
    };
    for (const QString &word : {u"ssl"_s, u"Ssl"_s, u"TLS"_s, u"tls"_s})
        addRow(u"socket type "_s + word, imapWith(u">SSL<"_s, u'>' + word + u'<'), {imapLine});
    for (const QString &type : {u"IMAP"_s, u"Imap"_s, u" imap "_s})
        addRow(u"type “%1”"_s.arg(type), imapWith(u"\"imap\""_s, u'"' + type + u'"'), {imapLine});
    addRow(u"blanks around values"_s, imapWith(u">993<"_s, u">\n   993\t<"_s), {imapLine});
    addRow(u"an upper-case host"_s, imapWith(u"imap.example.org"_s, u"IMAP.Example.ORG"_s),
        {imapLine});
    addRow(u"a host with a final dot"_s, imapWith(u"imap.example.org"_s, u"imap.example.org."_s),
        {imapLine});
    addRow(u"an IDN host"_s, imapWith(u"imap.example.org"_s, u"imap.bücher.example"_s),
        {QString(imapLine).replace(u"imap.example.org"_s, u"imap.xn--bcher-kva.example"_s)});
    addRow(u"an address for a host"_s, imapWith(u"imap.example.org"_s, u"192.0.2.7"_s),
        {QString(imapLine).replace(u"imap.example.org"_s, u"192.0.2.7"_s)});
    addRow(u"no user name"_s, imapWith(u"<username>%EMAILLOCALPART%</username>"_s, {}),
        {QString(imapLine).replace(u"LOCALPART"_s, u"ADDRESS"_s)});
    addRow(u"several mechanisms, in order"_s,
        imapWith(
            u"<authentication>"_s, u"<authentication>OAuth2</authentication><authentication>"_s),
        {QString(imapLine).replace(u"% pass"_s, u"% OAuth2,pass"_s)});
    addRow(u"the first of two hosts"_s,
        imapWith(u"<port>"_s, u"<hostname>second.example.org</hostname><port>"_s), {imapLine});
    addRow(u"a mechanism that is no word"_s, imapWith(u"password-encrypted"_s, u"a\u202eb"_s),
        {QString(imapLine).remove(u"password-encrypted"_s)});
    addRow(u"no mechanism"_s,
        imapWith(u"<authentication>password-encrypted</authentication>"_s, {}),
        {QString(imapLine).remove(u"password-encrypted"_s)});
}

void TestAutoconfigXml::addTexts()
{
    const auto hostAs = [](const QString &text) {
        return fileWith(QString(imapSection).replace(u"imap.example.org"_s, text));
    };
    addRow(u"character references"_s, hostAs(u"imap&#46;example&#x2e;org"_s), {imapLine});
    addRow(u"CDATA"_s, hostAs(u"<![CDATA[imap.example.org]]>"_s), {imapLine});
    addRow(u"CDATA in parts"_s, hostAs(u"imap<![CDATA[.example]]>.org"_s), {imapLine});
    addRow(u"a comment in a value"_s, hostAs(u"imap.<!-- x -->example.org"_s), {imapLine});
    addRow(u"an instruction in a value"_s, hostAs(u"imap.<?x y?>example.org"_s), {imapLine});
    addRow(u"an element in a value"_s, hostAs(u"imap.example.org<b>bold</b>"_s), {imapLine});
    addRow(u"predefined entities"_s,
        fileWith(QString(imapSection).replace(u"%EMAILLOCALPART%"_s, u"a&amp;b&lt;c"_s)),
        {QString(imapLine).replace(u"%EMAILLOCALPART%"_s, u"a&b<c"_s)});
    addRow(u"an entity that is not defined"_s, hostAs(u"&host;"_s), {}, u"line"_s);
    addRow(u"a reference to a control character"_s, hostAs(u"imap&#0;"_s), {}, u"line"_s);
    addRow(u"a bare ampersand"_s, hostAs(u"a & b"_s), {}, u"line"_s);
}

/// A file that breaks off is not believed, wherever it does.
void TestAutoconfigXml::addCutOffs()
{
    const QByteArray whole = goodFile.trimmed().toUtf8();
    for (qsizetype size = 0; size < whole.size(); size += 12)
        addRow(u"cut off after %1 bytes"_s.arg(size), whole.first(size), {}, u"line"_s);
}

void TestAutoconfigXml::addHostileFiles()
{
    addRow(u"a document type"_s, u"<!DOCTYPE clientConfig>"_s + goodFile, {}, u"document type"_s);
    addRow(u"a billion laughs"_s,
        u"<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"_s + goodFile, {},
        u"document type"_s);
    addRow(u"an external entity"_s,
        u"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"_s + goodFile, {},
        u"document type"_s);
    addRow(u"nested without end"_s, u"<clientConfig>"_s + u"<a>"_s.repeated(1000), {}, u"nested"_s);
    addRow(u"as large as allowed"_s,
        goodFile + QString(maxAutoconfigBytes - goodFile.toUtf8().size(), u' '), allLines);
    addRow(u"a byte larger"_s,
        goodFile + QString(maxAutoconfigBytes - goodFile.toUtf8().size() + 1, u' '), {},
        u"64 KiB"_s);
    addRow(u"servers without end"_s, fileWith(QString(imapSection).repeated(200)),
        QStringList(32, imapLine));
    addRow(u"attributes without end"_s, fileWith(imapSection, u" a=\"1\""_s.repeated(2000)), {},
        u"line"_s);
    addRow(u"a web page"_s, u"<html><body>404</body></html>"_s, {}, u"no clientConfig"_s);
    addRow(u"a web page of old"_s, u"<!DOCTYPE html><html><br></html>"_s, {}, u"document type"_s);
    addRow(u"JSON"_s, u"{\"error\": 404}"_s, {}, u"line"_s);
    addRow(u"zeros"_s, QByteArray(500, '\0'), {}, u"line"_s);
    addRow(
        u"servers outside a provider"_s, u"<clientConfig>%1</clientConfig>"_s.arg(imapSection), {});
}

void TestAutoconfigXml::reads()
{
    QFETCH(QByteArray, xml);
    QFETCH(QStringList, lines);
    QFETCH(QString, reason);
    ++m_rows;
    const auto file = readAutoconfig(xml, u"example.org"_s);
    if (!file) {
        QVERIFY(!reason.isEmpty() && lines.isEmpty());
        QVERIFY2(file.error().contains(reason), qUtf8Printable(file.error()));
        return;
    }
    QCOMPARE(linesOf(*file), lines);
    const QString skipped = file->skipped.join(u"; "_s);
    QVERIFY2(
        reason.isEmpty() ? skipped.isEmpty() : skipped.contains(reason), qUtf8Printable(skipped));
}

void TestAutoconfigXml::readsWhatIsOptional()
{
    const auto file = readAutoconfig("<clientConfig/>", u"example.org"_s);
    QVERIFY(file.has_value());
    QVERIFY(file->servers.isEmpty());
}

void TestAutoconfigXml::hasEnoughRows()
{
    QVERIFY2(m_rows >= 300, qPrintable(QString::number(m_rows)));
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestAutoconfigXml)
#include "tst_autoconfigxml.moc"
