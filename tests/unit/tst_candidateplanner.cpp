// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/hostname.h"
#include "probe/candidateplanner.h"
#include "support/names.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace postern {

/// What a plan is made from.
struct Request
{
    HostName domain = hostName(u"example.org"_s);
    SearchWishes wishes;
    QList<Offer> offers;
    Guessing guessing = Guessing::Allowed;
};

class TestCandidatePlanner : public QObject
{
    Q_OBJECT

private slots:
    void believesTheSaferOfTwoOffers();
    void putsWhatCouldBeTamperedWithLast();
    void plansWhatIsTriedAtOnce_data();
    void plansWhatIsTriedAtOnce();
    void plansWhatWaitsForAHint_data();
    void plansWhatWaitsForAHint();
    void plansInspections_data();
    void plansInspections();
    void keepsItsPromises_data();
    void keepsItsPromises();
};

namespace {

ServerWish wishFor(
    const QString &host, std::optional<quint16> port = {}, std::optional<Security> security = {})
{
    ServerWish wish;
    if (!host.isEmpty())
        wish.host = hostName(host);
    wish.port = port;
    wish.security = security;
    return wish;
}

Offer srvOffer(Protocol protocol, const QString &host, quint16 port, Security security)
{
    return {{protocol, hostName(host), port, security}, {Source::Srv, u"_srv"_s}, 0};
}

Request requestWith(const std::function<void(Request &)> &change)
{
    Request request;
    change(request);
    return request;
}

QList<Candidate> planFor(const Request &request)
{
    return planCandidates(request.domain, request.wishes, request.offers, request.guessing);
}

/// `imap tls imap.example.org:993 guess`
QStringList linesOf(const QList<Candidate> &candidates, Candidate::Start start)
{
    QStringList lines;
    for (const Candidate &candidate : candidates) {
        const Endpoint &endpoint = candidate.endpoint;
        if (candidate.start == start)
            lines += QStringList{toString(endpoint.protocol), toString(endpoint.security),
                hostAndPort(endpoint.host, endpoint.port), toString(candidate.provenance.source)}
                         .join(u' ');
    }
    return lines;
}

/// One line each, as linesOf() gives them.
QStringList lines(const char *text)
{
    QStringList trimmed;
    for (const QString &line : QString::fromLatin1(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            trimmed += line.trimmed();
    }
    return trimmed;
}

QString longDomain()
{
    const QString label(60, u'a');
    return QStringList{label, label, label, label, u"org"_s}.join(u'.'); // 247 characters
}

} // namespace

void TestCandidatePlanner::plansWhatIsTriedAtOnce_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QStringList>("plan");

    QTest::newRow("a domain: the usual names and ports, implicit TLS first")
        << Request() << lines(R"(
        imap tls imap.example.org:993 guess
        imap starttls imap.example.org:143 guess
        imap tls mail.example.org:993 guess
        imap starttls mail.example.org:143 guess
        imap tls example.org:993 guess
        imap starttls example.org:143 guess
        smtp tls smtp.example.org:465 guess
        smtp starttls smtp.example.org:587 guess
        smtp starttls smtp.example.org:25 guess
        smtp tls mail.example.org:465 guess
        smtp starttls mail.example.org:587 guess
        smtp starttls mail.example.org:25 guess
        smtp tls example.org:465 guess
        smtp starttls example.org:587 guess
        smtp starttls example.org:25 guess
        pop3 tls pop.example.org:995 guess
        pop3 starttls pop.example.org:110 guess
        pop3 tls mail.example.org:995 guess
        pop3 starttls mail.example.org:110 guess
        pop3 tls pop3.example.org:995 guess
        pop3 starttls pop3.example.org:110 guess
        pop3 tls example.org:995 guess
        pop3 starttls example.org:110 guess)");
    QTest::newRow("only IMAP") << requestWith([](auto &r) {
        r.wishes.incoming = Protocol::Imap;
        r.wishes.imap = wishFor(u"a.example.org"_s);
        r.wishes.smtp = wishFor(u"b.example.org"_s);
    }) << lines(R"(
        imap tls a.example.org:993 user
        imap starttls a.example.org:143 user
        smtp tls b.example.org:465 user
        smtp starttls b.example.org:587 user
        smtp starttls b.example.org:25 user)");
    QTest::newRow("only POP3") << requestWith([](auto &r) {
        r.wishes.incoming = Protocol::Pop3;
        r.wishes.pop3 = wishFor(u"a.example.org"_s);
        r.wishes.smtp = wishFor(u"a.example.org"_s, 465);
    }) << lines(R"(
        smtp tls a.example.org:465 user
        pop3 tls a.example.org:995 user
        pop3 starttls a.example.org:110 user)");
    QTest::newRow("a typed host is the only one for its protocol, and the first guess for others")
        << requestWith([](auto &r) {
               r.wishes.incoming = Protocol::Imap;
               r.wishes.imap = wishFor(u"mx.example.net"_s, 993);
               r.wishes.smtp = wishFor({}, 465);
           })
        << lines(R"(
        imap tls mx.example.net:993 user
        smtp tls mx.example.net:465 guess
        smtp tls smtp.example.org:465 guess
        smtp tls mail.example.org:465 guess
        smtp tls example.org:465 guess)");
    QTest::newRow("a typed port of no meaning is tried with TLS in both ways") << requestWith(
        [](auto &r) {
            r.guessing = Guessing::Forbidden;
            r.wishes.imap = wishFor(u"a.example.org"_s, 4242);
        }) << lines(R"(
        imap tls a.example.org:4242 user
        imap starttls a.example.org:4242 user)");
    QTest::newRow("a typed port and mode, however unusual") << requestWith([](auto &r) {
        r.guessing = Guessing::Forbidden;
        r.wishes.imap = wishFor(u"a.example.org"_s, 993, Security::StartTls);
        r.wishes.smtp = wishFor(u"a.example.org"_s, 465, Security::Plaintext);
    }) << lines(R"(
        imap starttls a.example.org:993 user
        smtp none a.example.org:465 user)");
    QTest::newRow("a typed mode, on its ports") << requestWith([](auto &r) {
        r.guessing = Guessing::Forbidden;
        r.wishes.imap = wishFor(u"a.example.org"_s, {}, Security::ImplicitTls);
        r.wishes.pop3 = wishFor(u"a.example.org"_s, {}, Security::Plaintext);
        r.wishes.smtp = wishFor(u"a.example.org"_s, {}, Security::StartTls);
    }) << lines(R"(
        imap tls a.example.org:993 user
        smtp starttls a.example.org:587 user
        smtp starttls a.example.org:25 user
        pop3 none a.example.org:110 user)");
    QTest::newRow("offers come before guesses, and each endpoint once") << requestWith([](auto &r) {
        r.wishes.incoming = Protocol::Imap;
        r.wishes.imap = wishFor({}, 993, Security::ImplicitTls);
        r.wishes.smtp = wishFor({}, 587, Security::StartTls);
        r.offers = {srvOffer(Protocol::Imap, u"mail.example.org"_s, 993, Security::ImplicitTls),
            srvOffer(Protocol::Smtp, u"out.example.org"_s, 587, Security::StartTls)};
    }) << lines(R"(
        imap tls mail.example.org:993 srv
        imap tls imap.example.org:993 guess
        imap tls example.org:993 guess
        smtp starttls out.example.org:587 srv
        smtp starttls smtp.example.org:587 guess
        smtp starttls mail.example.org:587 guess
        smtp starttls example.org:587 guess)");
    QTest::newRow("only what is offered, where guessing is forbidden") << requestWith([](auto &r) {
        r.guessing = Guessing::Forbidden;
        r.offers = {srvOffer(Protocol::Imap, u"i.example.org"_s, 1993, Security::ImplicitTls),
            srvOffer(Protocol::Imap, u"j.example.org"_s, 143, Security::StartTls),
            srvOffer(Protocol::Pop3, u"i.example.org"_s, 995, Security::ImplicitTls)};
    }) << lines(R"(
        imap tls i.example.org:1993 srv
        imap starttls j.example.org:143 srv
        pop3 tls i.example.org:995 srv)");
    QTest::newRow("offers that contradict what was typed are dropped") << requestWith([](auto &r) {
        r.guessing = Guessing::Forbidden;
        r.wishes.incoming = Protocol::Imap;
        r.wishes.imap = wishFor({}, 143);
        r.wishes.smtp = wishFor({}, {}, Security::ImplicitTls);
        r.offers = {srvOffer(Protocol::Imap, u"i.example.org"_s, 993, Security::ImplicitTls),
            srvOffer(Protocol::Imap, u"i.example.org"_s, 143, Security::StartTls),
            srvOffer(Protocol::Smtp, u"s.example.org"_s, 587, Security::StartTls),
            srvOffer(Protocol::Smtp, u"s.example.org"_s, 465, Security::ImplicitTls),
            srvOffer(Protocol::Pop3, u"p.example.org"_s, 995, Security::ImplicitTls)};
    }) << lines(R"(
        imap starttls i.example.org:143 srv
        smtp tls s.example.org:465 srv)");
    QTest::newRow("offers do not stand against a typed host") << requestWith([](auto &r) {
        r.guessing = Guessing::Forbidden;
        r.wishes.imap = wishFor(u"a.example.org"_s, 993);
        r.offers = {srvOffer(Protocol::Imap, u"i.example.org"_s, 993, Security::ImplicitTls)};
    }) << lines("imap tls a.example.org:993 user");
    QTest::newRow("the same endpoint offered twice") << requestWith([](auto &r) {
        r.guessing = Guessing::Forbidden;
        r.offers = QList<Offer>(
            2, srvOffer(Protocol::Imap, u"i.example.org"_s, 993, Security::ImplicitTls));
    }) << lines("imap tls i.example.org:993 srv");
    QTest::newRow("an offer of TLS on a port for STARTTLS is tried at once") << requestWith(
        [](auto &r) {
            r.guessing = Guessing::Forbidden;
            r.offers = {srvOffer(Protocol::Smtp, u"s.example.org"_s, 587, Security::ImplicitTls)};
        }) << lines("smtp tls s.example.org:587 srv");
    QTest::newRow("a domain so long that only itself is left")
        << requestWith([](auto &r) {
               r.domain = hostName(u"bb."_s + longDomain());
               r.wishes.incoming = Protocol::Imap;
               r.wishes.imap = wishFor({}, 993, Security::ImplicitTls);
               r.wishes.smtp = wishFor({}, 465, Security::ImplicitTls);
           })
        << QStringList{u"imap tls bb.%1:993 guess"_s.arg(longDomain()),
               u"smtp tls bb.%1:465 guess"_s.arg(longDomain())};
    QTest::newRow("an address has no names below it")
        << requestWith([](auto &r) { r.domain = hostName(u"192.0.2.7"_s); }) << QStringList();
    QTest::newRow("no domain at all")
        << requestWith([](auto &r) { r.domain = HostName(); }) << QStringList();
    QTest::newRow("nothing is known and nothing may be guessed")
        << requestWith([](auto &r) { r.guessing = Guessing::Forbidden; }) << QStringList();
}

void TestCandidatePlanner::plansWhatIsTriedAtOnce()
{
    QFETCH(Request, request);
    QFETCH(QStringList, plan);
    QCOMPARE(linesOf(planFor(request), Candidate::Start::AtOnce), plan);
}

void TestCandidatePlanner::plansWhatWaitsForAHint_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QStringList>("plan");

    const auto typed = [](std::optional<quint16> port, std::optional<Security> security) {
        return requestWith([&](auto &r) {
            r.guessing = Guessing::Forbidden;
            r.wishes.imap = wishFor(u"a.example.org"_s, port, security);
        });
    };
    QTest::newRow("the other modes of each port") << typed({}, {}) << lines(R"(
        imap starttls a.example.org:993 user
        imap none a.example.org:993 user
        imap tls a.example.org:143 user
        imap none a.example.org:143 user)");
    QTest::newRow("the other modes of a typed port") << typed(143, {}) << lines(R"(
        imap tls a.example.org:143 user
        imap none a.example.org:143 user)");
    QTest::newRow("plaintext alone on a port of no meaning")
        << typed(4242, {}) << lines("imap none a.example.org:4242 user");
    QTest::newRow("nothing where the mode was typed")
        << typed({}, Security::StartTls) << QStringList();
    QTest::newRow("nothing beside an offer") << requestWith([](auto &r) {
        r.guessing = Guessing::Forbidden;
        r.offers = {srvOffer(Protocol::Imap, u"i.example.org"_s, 993, Security::ImplicitTls)};
    }) << QStringList();
}

void TestCandidatePlanner::plansWhatWaitsForAHint()
{
    QFETCH(Request, request);
    QFETCH(QStringList, plan);
    QCOMPARE(linesOf(planFor(request), Candidate::Start::IfSuggested), plan);
}

void TestCandidatePlanner::plansInspections_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<ServerWish>("wish");
    QTest::addColumn<QStringList>("atOnce");
    QTest::addColumn<QStringList>("waiting");

    const auto row = [](const char *name, Protocol protocol, const ServerWish &wish,
                         const char *atOnce, const char *waiting) {
        QTest::newRow(name) << static_cast<int>(protocol) << wish << lines(atOnce)
                            << lines(waiting);
    };
    row("a port for implicit TLS", Protocol::Imap, wishFor(u"a.example.org"_s, 993),
        "imap tls a.example.org:993 user", R"(
        imap starttls a.example.org:993 user
        imap none a.example.org:993 user)");
    row("a port of another protocol", Protocol::Imap, wishFor(u"a.example.org"_s, 995), R"(
        imap tls a.example.org:995 user
        imap starttls a.example.org:995 user)",
        "imap none a.example.org:995 user");
    row("a given mode", Protocol::Smtp, wishFor(u"a.example.org"_s, 25, Security::Plaintext),
        "smtp none a.example.org:25 user", "");
    row("the standard ports", Protocol::Smtp, wishFor(u"a.example.org"_s), R"(
        smtp tls a.example.org:465 user
        smtp starttls a.example.org:587 user
        smtp starttls a.example.org:25 user)",
        R"(
        smtp starttls a.example.org:465 user
        smtp none a.example.org:465 user
        smtp tls a.example.org:587 user
        smtp none a.example.org:587 user
        smtp tls a.example.org:25 user
        smtp none a.example.org:25 user)");
    row("an address", Protocol::Pop3, wishFor(u"2001:db8::7"_s, 995, Security::ImplicitTls),
        "pop3 tls [2001:db8::7]:995 user", "");
}

void TestCandidatePlanner::plansInspections()
{
    QFETCH(int, protocol);
    QFETCH(ServerWish, wish);

    const auto plan = planInspection(static_cast<Protocol>(protocol), wish);
    QTEST(linesOf(plan, Candidate::Start::AtOnce), "atOnce");
    QTEST(linesOf(plan, Candidate::Start::IfSuggested), "waiting");
}

void TestCandidatePlanner::keepsItsPromises_data()
{
    QTest::addColumn<Request>("request");

    QTest::newRow("for a domain") << Request();
    QTest::newRow("for a host that is typed and offered and guessed") << requestWith([](auto &r) {
        r.wishes.imap = wishFor(u"mail.example.org"_s);
        r.offers = {srvOffer(Protocol::Imap, u"mail.example.org"_s, 993, Security::ImplicitTls),
            srvOffer(Protocol::Smtp, u"smtp.example.org"_s, 587, Security::StartTls),
            srvOffer(Protocol::Smtp, u"smtp.example.org"_s, 465, Security::StartTls)};
    });
    QTest::newRow("for a domain that leaves no room")
        << requestWith([](auto &r) { r.domain = hostName(longDomain()); });
    QTest::newRow("for a domain that is a name of our own")
        << requestWith([](auto &r) { r.domain = hostName(u"mail.example.org"_s); });
}

void TestCandidatePlanner::keepsItsPromises()
{
    QFETCH(Request, request);

    const QList<Candidate> plan = planFor(request);
    const QList<quint16> mailPorts = {993, 143, 995, 110, 465, 587, 25};
    for (qsizetype i = 0; i < plan.size(); ++i) {
        const Candidate &candidate = plan.at(i);
        const Endpoint &endpoint = candidate.endpoint;
        QCOMPARE(candidate.order, static_cast<int>(i));
        QCOMPARE(HostName::parse(endpoint.host).has_value(), true);
        QCOMPARE(*HostName::parse(endpoint.host), endpoint.host);
        QVERIFY(mailPorts.contains(endpoint.port));
        QVERIFY(endpoint.security != Security::Plaintext
            || candidate.start == Candidate::Start::IfSuggested);
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(plan.at(j).endpoint != endpoint);
    }
}

/// What came over a way that could be tampered with does not stay when its endpoint is confirmed.
void TestCandidatePlanner::believesTheSaferOfTwoOffers()
{
    Offer tampered = srvOffer(Protocol::Imap, u"imap.example.org"_s, 993, Security::ImplicitTls);
    tampered.provenance.source = Source::Autoconfig;
    tampered.username = UsernameRule(u"mallory"_s);
    tampered.provenance.isUntrusted = true;
    const QList<Candidate> plan
        = planCandidates(hostName(u"example.org"_s), {}, {tampered}, Guessing::Allowed);
    const Candidate first = plan.constFirst();
    QVERIFY(first.endpoint == tampered.endpoint);
    QVERIFY(!first.provenance.isUntrusted);
    QCOMPARE(toString(first.provenance.source), u"guess"_s);
    QCOMPARE(first.username.pattern(), UsernameRule().pattern());
}

/// Whoever tampers with an answer must not keep the domain's own servers waiting.
void TestCandidatePlanner::putsWhatCouldBeTamperedWithLast()
{
    Offer tampered = srvOffer(Protocol::Imap, u"imap.example.net"_s, 993, Security::ImplicitTls);
    tampered.provenance.source = Source::Autoconfig;
    tampered.provenance.isUntrusted = true;
    const QList<Candidate> plan
        = planCandidates(hostName(u"example.org"_s), {}, {tampered}, Guessing::Allowed);
    int place = -1;
    int lastGuess = -1;
    for (const Candidate &candidate : plan) {
        if (candidate.endpoint.protocol != Protocol::Imap)
            continue;
        (candidate.provenance.isUntrusted ? place : lastGuess) = candidate.order;
    }
    QVERIFY(place > lastGuess);
    QVERIFY(lastGuess >= 0);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestCandidatePlanner)

#include "tst_candidateplanner.moc"
