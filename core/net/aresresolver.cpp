// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/aresresolver.h"

#include "account/hostname.h"
#include "net/dnsrecords.h"
#include "net/hostquestion.h"

#include <QFileInfo>
#include <QPointer>

#include <ares.h>

#include <arpa/nameser.h>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstTimeoutMs = 1500; // c-ares doubles it for the second try: 4.5 s in all
constexpr int tries = 2;
/// Questions that wait for an answer. Hundreds at once overflow the buffers on the way, and then
/// none is answered.
constexpr int maxOutstanding = 100;

SeenFault faultOf(int status, const QString &name)
{
    const QString evidence = u"%1: %2"_s.arg(name, QString::fromLatin1(ares_strerror(status)));
    switch (status) {
    case ARES_ENOTFOUND:
        return {Fault::NoSuchName, evidence};
    case ARES_ENODATA:
        return {Fault::NoAddress, evidence};
    case ARES_ETIMEOUT:
        return {Fault::DnsTimeout, evidence};
    default:
        return {Fault::DnsFailure, evidence};
    }
}

/// `ADDRESS` or `ADDRESS:PORT`; c-ares alone would take `127.0.0` and port 70000.
bool isServerAddress(const QString &text)
{
    QString address = text;
    const qsizetype colon = text.lastIndexOf(u':');
    const bool hasPort = colon > 0 && (text.count(u':') == 1 || text.at(colon - 1) == u']');
    if (hasPort) {
        bool isNumber = false;
        const uint port = text.sliced(colon + 1).toUInt(&isNumber);
        if (!isNumber || port < 1 || port > 65535)
            return false;
        address = text.first(colon);
    }
    return address.startsWith(u'[') == address.endsWith(u']') && isIpLiteral(address);
}

/// A question that waits for its answer. The answer goes to the event loop of the context.
template <typename T>
struct Question
{
    QString name;
    QPointer<QObject> context;
    DnsResolver::Answer<T> answer;
    AresResolver *resolver = nullptr;

    void reply(Result<T, SeenFault> result)
    {
        if (context) {
            QMetaObject::invokeMethod(
                context, [call = std::move(answer), value = std::move(result)] { call(value); },
                Qt::QueuedConnection);
        }
    }
};

/// One family of a HostQuestion, as c-ares carries it.
struct FamilyQuestion
{
    AresResolver *resolver;
    std::shared_ptr<HostQuestion> host;
    QString name;
    QAbstractSocket::NetworkLayerProtocol family;
};

void onAddresses(void *argument, int status, int /*timeouts*/, ares_addrinfo *info)
{
    const std::unique_ptr<FamilyQuestion> question(static_cast<FamilyQuestion *>(argument));
    if (status == ARES_EDESTRUCTION || status == ARES_ECANCELLED)
        return;
    question->resolver->onAnswered();
    DnsResolver::Addresses addresses;
    for (auto *node = info ? info->nodes : nullptr; node; node = node->ai_next) {
        const QHostAddress address(node->ai_addr);
        if (!address.isNull() && !addresses.contains(address)
            && addresses.size() < HostQuestion::maxAddresses)
            addresses.append(address);
    }
    ares_freeaddrinfo(info);
    if (addresses.isEmpty())
        question->host->fail(
            faultOf(status == ARES_SUCCESS ? ARES_ENODATA : status, question->name));
    else
        question->host->take(question->family, addresses);
}

/// What c-ares has for a question about records of one type.
template <typename Records>
void take(void *argument, int status, const unsigned char *bytes, int size,
    int (*read)(const unsigned char *, int, Records &))
{
    const std::unique_ptr<Question<Records>> question(static_cast<Question<Records> *>(argument));
    if (status == ARES_EDESTRUCTION || status == ARES_ECANCELLED)
        return;
    question->resolver->onAnswered();
    Records records;
    if (status == ARES_SUCCESS)
        status = read(bytes, size, records);
    if (status == ARES_SUCCESS)
        question->reply(records);
    else
        question->reply(Failure{faultOf(status, question->name)});
}

void onSrv(void *argument, int status, int /*timeouts*/, unsigned char *bytes, int size)
{
    take<DnsResolver::SrvRecords>(argument, status, bytes, size, readSrvRecords);
}

void onMx(void *argument, int status, int /*timeouts*/, unsigned char *bytes, int size)
{
    take<DnsResolver::MxRecords>(argument, status, bytes, size, readMxRecords);
}

template <typename Records>
std::function<void(ares_channel)> queryFor(
    int type, ares_callback take, const std::shared_ptr<Question<Records>> &question)
{
    return [type, take, question](ares_channel channel) {
        ares_query(channel, question->name.toLatin1().constData(), ns_c_in, type, take,
            new Question<Records>(*question));
    };
}

/// When the list of the system's name servers was written.
QDateTime systemServersAt()
{
    return QFileInfo(u"/etc/resolv.conf"_s).lastModified();
}

} // namespace

AresResolver::AresResolver(Clock &clock, const QString &nameServer, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_nameServer(nameServer),
      m_sockets(clock)
{
    if (ares_library_init(ARES_LIB_INIT_ALL) == ARES_SUCCESS)
        openChannel();
}

/// Without a channel every question fails at once.
void AresResolver::openChannel()
{
    m_systemServersAt = systemServersAt();
    ares_options options = {};
    options.flags = ARES_FLAG_NOSEARCH; // a mail host is never a name of the local search list
    options.timeout = firstTimeoutMs;
    options.tries = tries;
    options.sock_state_cb = &AresSockets::onSocketState;
    options.sock_state_cb_data = &m_sockets;
    const int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_STATE_CB;
    if (ares_init_options(&m_channel, &options, mask) != ARES_SUCCESS)
        m_channel = nullptr;
    const bool isOwnServer = !m_nameServer.isEmpty();
    if (m_channel && isOwnServer
        && (!isServerAddress(m_nameServer)
            || ares_set_servers_ports_csv(m_channel, m_nameServer.toLatin1().constData())
                != ARES_SUCCESS)) {
        ares_destroy(m_channel);
        m_channel = nullptr;
    }
    m_sockets.setChannel(m_channel);
}

/// Whoever was offline and is online now has other name servers; c-ares reads them only once.
void AresResolver::followSystem()
{
    const bool isBusy = m_outstanding > 0 || !m_waiting.empty();
    if (isBusy || !m_nameServer.isEmpty() || systemServersAt() == m_systemServersAt)
        return;
    if (m_channel)
        ares_destroy(m_channel);
    m_channel = nullptr;
    openChannel();
}

AresResolver::~AresResolver()
{
    if (m_channel)
        ares_destroy(m_channel);
    ares_library_cleanup();
}

void AresResolver::lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer)
{
    auto asked = std::make_shared<Question<Addresses>>(
        Question<Addresses>{host, context, std::move(answer)});
    if (isIpLiteral(host)) {
        asked->reply(Addresses{QHostAddress(host)});
        return;
    }
    followSystem();
    if (!m_channel) {
        asked->reply(Failure{SeenFault{Fault::DnsFailure, host}});
        return;
    }
    const auto question = std::make_shared<HostQuestion>(
        m_clock, [asked](const Result<Addresses, SeenFault> &result) { asked->reply(result); });
    for (const auto family : {QAbstractSocket::IPv6Protocol, QAbstractSocket::IPv4Protocol}) {
        ares_addrinfo_hints hints = {};
        hints.ai_family = family == QAbstractSocket::IPv6Protocol ? AF_INET6 : AF_INET;
        auto half = std::make_shared<FamilyQuestion>(FamilyQuestion{this, question, host, family});
        askSoon([this, hints, half] {
            const QByteArray name = half->name.toLatin1();
            ares_getaddrinfo(m_channel, name.constData(), nullptr, &hints, onAddresses,
                new FamilyQuestion(*half));
        });
    }
}

void AresResolver::lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer)
{
    ask<SrvRecords>(name, ns_t_srv, onSrv, context, std::move(answer));
}

void AresResolver::lookUpMx(const QString &domain, QObject *context, Answer<MxRecords> answer)
{
    ask<MxRecords>(domain, ns_t_mx, onMx, context, std::move(answer));
}

/// Asks for the records of one type; @p take gets the question and the raw answer.
template <typename Records>
void AresResolver::ask(
    const QString &name, int type, AresCallback take, QObject *context, Answer<Records> answer)
{
    auto question
        = std::make_unique<Question<Records>>(Question<Records>{name, context, std::move(answer)});
    followSystem();
    if (!m_channel) {
        question->reply(Failure{SeenFault{Fault::DnsFailure, name}});
        return;
    }
    auto shared = std::make_shared<Question<Records>>(std::move(*question));
    shared->resolver = this;
    askSoon([this, query = queryFor(type, take, shared)] { query(m_channel); });
}

void AresResolver::askSoon(std::function<void()> question)
{
    m_waiting.push_back(std::move(question));
    askNext();
}

void AresResolver::onAnswered()
{
    --m_outstanding;
    // From the event loop: c-ares is in the middle of an answer.
    QMetaObject::invokeMethod(this, &AresResolver::askNext, Qt::QueuedConnection);
}

void AresResolver::askNext()
{
    while (m_outstanding < maxOutstanding && !m_waiting.empty()) {
        const auto question = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_outstanding;
        question();
    }
    m_sockets.armTimer();
}

} // namespace postern
