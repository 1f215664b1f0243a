// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least that has to travel: a program that knows the answer already, and only looks the name
// up, connects, shakes hands, reads the greeting and asks for the capabilities, for every server
// side by side. Nothing is parsed, ranked or shown. What postern-cli takes longer is its own.
//
//   floor [--first-srv NAME | --first-get HOST PATH | --in-turn] DNS-SERVER CA-FILE ROUNDS
//         imap|pop3|smtp HOST PORT tls|starttls …
//
// Prints milliseconds of wall time for each round, and of CPU time in all.

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <resolv.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Service
{
    std::string protocol;
    std::string host;
    int port = 0;
    bool isStartTls = false;
};

std::string dnsServer;
SSL_CTX *tlsContext = nullptr;

[[noreturn]] void die(const char *what)
{
    std::fprintf(stderr, "floor: %s\n", what);
    std::exit(1);
}

/// One question; the first A record of the answer, if the type has any.
in_addr lookUp(const std::string &name, int type)
{
    struct __res_state state = {};
    res_ninit(&state);
    state.nscount = 1;
    state.nsaddr_list[0].sin_family = AF_INET;
    state.nsaddr_list[0].sin_port = htons(53);
    inet_pton(AF_INET, dnsServer.c_str(), &state.nsaddr_list[0].sin_addr);
    unsigned char answer[4096];
    const int size
        = res_nquery(&state, name.c_str(), ns_c_in, type, answer, static_cast<int>(sizeof answer));
    in_addr address = {};
    ns_msg message;
    if (size < 0 || ns_initparse(answer, size, &message) != 0)
        die("the name does not resolve");
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        ns_rr record;
        if (ns_parserr(&message, ns_s_an, i, &record) == 0 && ns_rr_type(record) == ns_t_a)
            std::memcpy(&address, ns_rr_rdata(record), sizeof address);
    }
    res_nclose(&state);
    return address;
}

/// A connection, in plaintext until startTls().
class Connection
{
public:
    Connection(const std::string &host, int port) : m_host(host)
    {
        sockaddr_in place = {};
        place.sin_family = AF_INET;
        place.sin_port = htons(static_cast<uint16_t>(port));
        place.sin_addr = lookUp(host, ns_t_a);
        m_socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (connect(m_socket, reinterpret_cast<sockaddr *>(&place), sizeof place) != 0)
            die("cannot connect");
    }

    ~Connection()
    {
        SSL_free(m_tls);
        close(m_socket);
    }

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    void startTls()
    {
        m_tls = SSL_new(tlsContext);
        SSL_set_tlsext_host_name(m_tls, m_host.c_str());
        SSL_set1_host(m_tls, m_host.c_str());
        SSL_set_fd(m_tls, m_socket);
        if (SSL_connect(m_tls) != 1)
            die("the handshake failed");
        acknowledgeAtOnce();
    }

    void send(const std::string &text)
    {
        const int size = static_cast<int>(text.size());
        const auto sent = m_tls ? SSL_write(m_tls, text.data(), size)
                                : static_cast<int>(write(m_socket, text.data(), text.size()));
        if (sent != size)
            die("cannot send");
        acknowledgeAtOnce();
    }

    /// Reads until a line begins with @p mark.
    void readUntil(const std::string &mark)
    {
        std::string text = "\n";
        char buffer[4096];
        while (text.find('\n' + mark) == std::string::npos || text.back() != '\n') {
            const auto size = m_tls ? SSL_read(m_tls, buffer, sizeof buffer)
                                    : static_cast<int>(read(m_socket, buffer, sizeof buffer));
            if (size <= 0)
                die("the server hung up");
            text.append(buffer, static_cast<size_t>(size));
        }
    }

private:
    /// As SocketTransport does, for the same reason.
    void acknowledgeAtOnce() const
    {
        const int on = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    }

    std::string m_host;
    int m_socket = -1;
    SSL *m_tls = nullptr;
};

void askCapabilities(Connection &connection, const Service &service)
{
    if (service.protocol == "imap") {
        connection.send("b CAPABILITY\r\n");
        connection.readUntil("b OK");
    } else if (service.protocol == "pop3") {
        connection.send("CAPA\r\n");
        connection.readUntil(".");
    } else {
        connection.send("EHLO floor.test\r\n");
        connection.readUntil("250 ");
    }
}

void talk(const Service &service)
{
    Connection connection(service.host, service.port);
    if (!service.isStartTls)
        connection.startTls();
    connection.readUntil(service.protocol == "imap" ? "* OK"
            : service.protocol == "pop3"            ? "+OK"
                                                    : "220 ");
    if (service.isStartTls) {
        askCapabilities(connection, service);
        const bool isImap = service.protocol == "imap";
        connection.send(isImap               ? "a STARTTLS\r\n"
                : service.protocol == "pop3" ? "STLS\r\n"
                                             : "STARTTLS\r\n");
        connection.readUntil(isImap ? "a OK" : service.protocol == "pop3" ? "+OK" : "220 ");
        connection.startTls();
    }
    askCapabilities(connection, service);
}

void fetch(const std::string &host, const std::string &path)
{
    Connection connection(host, 443);
    connection.startTls();
    connection.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    connection.readUntil("</clientConfig>");
}

double cpuMs()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::string> arguments(argv + 1, argv + argc);
    std::string firstSrv;
    std::string firstHost;
    std::string firstPath;
    if (arguments.size() > 2 && arguments[0] == "--first-srv") {
        firstSrv = arguments[1];
        arguments.erase(arguments.begin(), arguments.begin() + 2);
    } else if (arguments.size() > 3 && arguments[0] == "--first-get") {
        firstHost = arguments[1];
        firstPath = arguments[2];
        arguments.erase(arguments.begin(), arguments.begin() + 3);
    }
    const bool isInTurn = !arguments.empty() && arguments[0] == "--in-turn";
    if (isInTurn)
        arguments.erase(arguments.begin());
    if (arguments.size() < 7 || (arguments.size() - 3) % 4 != 0)
        die("wrong usage");
    dnsServer = arguments[0];
    tlsContext = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(tlsContext, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_load_verify_locations(tlsContext, arguments[1].c_str(), nullptr);
    if (arguments[1] == "-")
        SSL_CTX_set_verify(tlsContext, SSL_VERIFY_NONE, nullptr);
    std::vector<Service> services;
    for (size_t i = 3; i + 3 < arguments.size(); i += 4)
        services.push_back({arguments[i], arguments[i + 1], std::atoi(arguments[i + 2].c_str()),
            arguments[i + 3] == "starttls"});

    const double cpuBefore = cpuMs();
    for (int round = std::atoi(arguments[2].c_str()); round > 0; --round) {
        const auto start = std::chrono::steady_clock::now();
        if (!firstSrv.empty())
            lookUp(firstSrv, ns_t_srv);
        if (!firstHost.empty())
            fetch(firstHost, firstPath);
        std::vector<std::thread> threads;
        // In turn, for comparing CPU time: hundreds of threads would be a burden of their own.
        for (const Service &service : services) {
            if (isInTurn)
                talk(service);
            else
                threads.emplace_back(talk, service);
        }
        for (std::thread &thread : threads)
            thread.join();
        const std::chrono::duration<double, std::milli> taken
            = std::chrono::steady_clock::now() - start;
        std::printf("%.2f\n", taken.count());
    }
    std::printf("cpu %.2f\n", cpuMs() - cpuBefore);
    return 0;
}
