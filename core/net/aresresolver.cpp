// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/aresresolver.h"

#include "account/hostname.h"
#include "net/hostquestion.h"

#include <QPointer>
#include <QSocketNotifier>

#include <ares.h>

#include <arpa/nameser.h>
#include <sys/time.h>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstTimeoutMs = 1500; // c-ares doubles it for the second try: 4.5 s in all
constexpr int tries = 2;
constexpr qsizetype maxRecords = 8; // of one kind; more are never looked at

FaultReport faultOf(int status, const QString &name)
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

    void reply(Result<T, FaultReport> result)
    {
        if (context) {
            QMetaObject::invokeMethod(
                context, [call = std::move(answer), value = std::move(result)] { call(value); },
                Qt::QueuedConnection);
        }
    }
};

using SrvQuestion = Question<DnsResolver::SrvRecords>;
using MxQuestion = Question<DnsResolver::MxRecords>;

/// One family of a HostQuestion, as c-ares carries it.
struct FamilyQuestion
{
    std::shared_ptr<HostQuestion> host;
    QString name;
    QAbstractSocket::NetworkLayerProtocol family;
};

void onAddresses(void *argument, int status, int /*timeouts*/, ares_addrinfo *info)
{
    const std::unique_ptr<FamilyQuestion> question(static_cast<FamilyQuestion *>(argument));
    if (status == ARES_EDESTRUCTION || status == ARES_ECANCELLED)
        return;
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

void onSrv(void *argument, int status, int /*timeouts*/, unsigned char *bytes, int size)
{
    const std::unique_ptr<SrvQuestion> question(static_cast<SrvQuestion *>(argument));
    if (status == ARES_EDESTRUCTION || status == ARES_ECANCELLED)
        return;
    ares_srv_reply *first = nullptr;
    if (status == ARES_SUCCESS)
        status = ares_parse_srv_reply(bytes, size, &first);
    if (status != ARES_SUCCESS) {
        question->reply(Failure{faultOf(status, question->name)});
        return;
    }
    DnsResolver::SrvRecords records;
    for (auto *record = first; record && records.size() < maxRecords; record = record->next)
        records.append(
            {QString::fromLatin1(record->host), record->port, record->priority, record->weight});
    ares_free_data(first);
    question->reply(records);
}

void onMx(void *argument, int status, int /*timeouts*/, unsigned char *bytes, int size)
{
    const std::unique_ptr<MxQuestion> question(static_cast<MxQuestion *>(argument));
    if (status == ARES_EDESTRUCTION || status == ARES_ECANCELLED)
        return;
    ares_mx_reply *first = nullptr;
    if (status == ARES_SUCCESS)
        status = ares_parse_mx_reply(bytes, size, &first);
    if (status != ARES_SUCCESS) {
        question->reply(Failure{faultOf(status, question->name)});
        return;
    }
    DnsResolver::MxRecords records;
    for (auto *record = first; record && records.size() < maxRecords; record = record->next)
        records.append({QString::fromLatin1(record->host), record->priority});
    ares_free_data(first);
    question->reply(records);
}

} // namespace

/// c-ares' sockets, seen by Qt's event loop.
struct AresResolver::Watch
{
    int socket;
    QSocketNotifier reads;
    QSocketNotifier writes;

    explicit Watch(int descriptor)
        : socket(descriptor),
          reads(descriptor, QSocketNotifier::Read),
          writes(descriptor, QSocketNotifier::Write)
    {
    }
};

AresResolver::AresResolver(Clock &clock, const QString &nameServer, QObject *parent)
    : QObject(parent),
      m_clock(clock)
{
    ares_options options = {};
    options.flags = ARES_FLAG_NOSEARCH; // a mail host is never a name of the local search list
    options.timeout = firstTimeoutMs;
    options.tries = tries;
    options.sock_state_cb = &AresResolver::onSocketState;
    options.sock_state_cb_data = this;
    const int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_STATE_CB;
    if (ares_library_init(ARES_LIB_INIT_ALL) != ARES_SUCCESS
        || ares_init_options(&m_channel, &options, mask) != ARES_SUCCESS) {
        m_channel = nullptr;
        return;
    }
    if (!nameServer.isEmpty()
        && (!isServerAddress(nameServer)
            || ares_set_servers_ports_csv(m_channel, nameServer.toLatin1().constData())
                != ARES_SUCCESS)) {
        ares_destroy(m_channel);
        m_channel = nullptr;
    }
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
    if (!m_channel) {
        asked->reply(Failure{FaultReport{Fault::DnsFailure, host}});
        return;
    }
    const auto question = std::make_shared<HostQuestion>(
        m_clock, [asked](const Result<Addresses, FaultReport> &result) { asked->reply(result); });
    for (const auto family : {QAbstractSocket::IPv6Protocol, QAbstractSocket::IPv4Protocol}) {
        ares_addrinfo_hints hints = {};
        hints.ai_family = family == QAbstractSocket::IPv6Protocol ? AF_INET6 : AF_INET;
        auto half = std::make_unique<FamilyQuestion>(FamilyQuestion{question, host, family});
        ares_getaddrinfo(
            m_channel, host.toLatin1().constData(), nullptr, &hints, onAddresses, half.release());
    }
    armTimer();
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
    if (!m_channel) {
        question->reply(Failure{FaultReport{Fault::DnsFailure, name}});
        return;
    }
    ares_query(m_channel, name.toLatin1().constData(), ns_c_in, type, take, question.release());
    armTimer();
}

void AresResolver::onSocketState(void *self, int socket, int isReadable, int isWritable)
{
    static_cast<AresResolver *>(self)->watch(socket, isReadable != 0, isWritable != 0);
}

void AresResolver::watch(int socket, bool isReadable, bool isWritable)
{
    const auto known = std::find_if(m_watches.begin(), m_watches.end(),
        [socket](const auto &w) { return w->socket == socket; });
    if (!isReadable && !isWritable) {
        if (known != m_watches.end()) {
            // c-ares may say this from within a notifier's own signal.
            (*known)->reads.setEnabled(false);
            (*known)->writes.setEnabled(false);
            QMetaObject::invokeMethod(
                this, [old = std::shared_ptr<Watch>(std::move(*known))] {}, Qt::QueuedConnection);
            m_watches.erase(known);
        }
        return;
    }
    Watch *watch = nullptr;
    if (known != m_watches.end()) {
        watch = known->get();
    } else {
        m_watches.push_back(std::make_unique<Watch>(socket));
        watch = m_watches.back().get();
        connect(&watch->reads, &QSocketNotifier::activated, this,
            [this, socket] { process(socket, ARES_SOCKET_BAD); });
        connect(&watch->writes, &QSocketNotifier::activated, this,
            [this, socket] { process(ARES_SOCKET_BAD, socket); });
    }
    watch->reads.setEnabled(isReadable);
    watch->writes.setEnabled(isWritable);
}

void AresResolver::process(int readable, int writable)
{
    ares_process_fd(m_channel, readable, writable);
    armTimer();
}

void AresResolver::armTimer()
{
    timeval next = {};
    if (!ares_timeout(m_channel, nullptr, &next)) {
        m_alarm.reset();
        return;
    }
    const std::chrono::milliseconds delay(next.tv_sec * 1000 + next.tv_usec / 1000 + 1);
    m_alarm = m_clock.callAfter(delay, [this] { process(ARES_SOCKET_BAD, ARES_SOCKET_BAD); });
}

} // namespace postern
