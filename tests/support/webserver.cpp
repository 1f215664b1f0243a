// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "webserver.h"

using namespace Qt::StringLiterals;

namespace postern {

namespace {

constexpr const char *program = R"(
import http.server, ssl, sys
address, port, chain, key, path, document = sys.argv[1:]
body = open(document, "rb").read()
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # as web servers do
    def do_GET(self):
        found = self.path == path
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(body) if found else 0))
        self.end_headers()
        if found:
            self.wfile.write(body)
    def log_message(self, *arguments):
        pass
server = http.server.ThreadingHTTPServer((address, int(port)), Handler)
if port == "443":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False)
server.serve_forever()
)";

} // namespace

WebServer::WebServer(const QString &address, const QByteArray &chainPem, const QByteArray &keyPem,
    const QString &path, const QByteArray &document)
    : m_address(address),
      m_port(keyPem.isEmpty() ? 80 : 443)
{
    m_process.writeFile(u"chain.pem"_s, chainPem);
    m_process.writeFile(u"key.pem"_s, keyPem);
    m_process.writeFile(u"document"_s, document);
    m_process.start(u"python3"_s,
        {u"-c"_s, QString::fromLatin1(program), address, QString::number(m_port),
            m_process.path(u"chain.pem"_s), m_process.path(u"key.pem"_s), path,
            m_process.path(u"document"_s)});
}

bool WebServer::waitUntilReady()
{
    return m_process.waitUntilListening(QHostAddress(m_address), {m_port});
}

} // namespace postern
