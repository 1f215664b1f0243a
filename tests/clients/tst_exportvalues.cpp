// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A thousand accounts with hostile values: each output is read back by a parser of its own world, and
// says just what was put in.

#include "export/exporttarget.h"
#include "support/exportinputs.h"
#include "support/programrun.h"
#include "support/serverprocess.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestExportValues : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsBackWhatWasWritten();
    void passesTheCheckersOfTheirLanguages_data();
    void passesTheCheckersOfTheirLanguages();
    void leavesTheZoneWhole();

private:
    void write(int number, const ExportInput &input, QJsonArray &accounts) const;

    QTemporaryDir m_folder;
};

namespace {

constexpr int accountCount = 1000;
constexpr int compiledCount = 25; ///< A compiler takes its time.
constexpr quint32 seed = 20260627;

/// Signs that mean something to one format or another, words that do, and other alphabets.
QString hostileText(QRandomGenerator &random)
{
    static const QStringList parts{u"\""_s, u"'"_s, u"\\"_s, u"`"_s, u"$"_s, u"$(id)"_s, u"${x}"_s,
        u"%"_s, u"%s"_s, u"%("_s, u"&"_s, u"&amp;"_s, u"<"_s, u">"_s, u"</string>"_s, u"]]>"_s,
        u"<!--"_s, u"#"_s, u";"_s, u" ; "_s, u" # "_s, u"//"_s, u"{{"_s, u"}}"_s, u"{{user}}"_s,
        u"!"_s, u"*"_s, u"?"_s, u"~"_s, u"|"_s, u"["_s, u"]"_s, u"("_s, u")"_s, u"="_s, u":"_s,
        u","_s, u" "_s, u"\\n"_s, u"\\u0041"_s, u"\\x41"_s, u"\"\"\""_s, u"?>"_s, u"*/"_s, u"@"_s,
        u"ü"_s, u"Ж"_s, u"日"_s, u"\U0001F430"_s, u"“"_s, u"”"_s, u"é"_s, u"a"_s, u"Z"_s, u"0"_s,
        u"null"_s, u"true"_s, u"-"_s, u"--"_s, u"."_s};
    QString text;
    const int length = 1 + random.bounded(12);
    for (int i = 0; i < length; ++i)
        text += parts.at(random.bounded(int(parts.size())));
    // Blanks at the ends are a matter of each program.
    static const QStringList beginnings{u"u"_s, u"u"_s, u"-"_s, u"--x="_s, u"%"_s, u";"_s};
    return beginnings.at(random.bounded(int(beginnings.size()))) + text + u"x"_s;
}

ExportInput hostileAccount(QRandomGenerator &random)
{
    ExportInput input = aliceNamed(hostileText(random));
    input.detection.settings.identity = identity(u"alice@example.org"_s, hostileText(random));
    input.options.folder = u"/tmp/a b/"_s + hostileText(random).remove(u'/');
    const bool isOdd = random.bounded(2) == 1;
    input.servers[0].setting.endpoint.port = quint16(1 + random.bounded(65535));
    input.servers[0].setting.endpoint.host
        = hostName(isOdd ? u"xn--bcher-kva.example"_s : u"imap.example.org"_s);
    input.servers[1].setting.endpoint.security = isOdd ? Security::ImplicitTls : Security::StartTls;
    if (random.bounded(3) == 0)
        input.options.passwords = PasswordSource::Keyring;
    return input;
}

/// Gets the folder; complains about what does not say what the manifest says.
constexpr const char *reader = R"PY(
import ast, configparser, ctypes, json, pathlib, plistlib, re, subprocess, sys
import xml.etree.ElementTree as xml
folder = pathlib.Path(sys.argv[1])
glib = ctypes.CDLL("libglib-2.0.so.0")
for name in ("g_key_file_new", "g_key_file_get_string"):
    getattr(glib, name).restype = ctypes.c_void_p
glib.g_key_file_load_from_file.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
glib.g_key_file_get_string.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p]

def key_file(path, group, key):
    file = glib.g_key_file_new()
    if not glib.g_key_file_load_from_file(file, str(path).encode(), 0, None):
        return None
    value = glib.g_key_file_get_string(file, group.encode(), key.encode(), None)
    return ctypes.string_at(value).decode() if value else None

def words(path, program):
    script = '%s() { for w; do printf "%%s\\0" "$w"; done; printf "\\1"; }; %s; . "$1"' % (
        program, "; ".join("%s() { :; }" % p for p in ("curl", "openssl", "swaks") if p != program))
    out = subprocess.run(["sh", "-c", script, "sh", path], capture_output=True)
    if out.returncode or out.stderr:
        return ["error", out.stderr.decode(errors="replace")]
    return out.stdout.decode().replace("\1", "").split("\0")

def find(root, tag):
    return [e.text for e in root.iter() if e.tag.rsplit("}")[-1] == tag]

complaints, checked = [], {}
for account in json.loads((folder / "accounts.json").read_text()):
    user, name, host, port = account["user"], account["name"], account["host"], account["port"]
    for target, path in account["files"].items():
        path = pathlib.Path(path)
        text = path.read_bytes().decode()
        checked[target] = checked.get(target, 0) + 1
        said, wanted = None, user
        if target in ("thunderbird", "k9", "outlook"):
            said = set(find(xml.fromstring(text), {"k9": "username", "outlook": "LoginName"}.get(target, "username")))
            wanted = {user}
        elif target == "apple":
            mail = plistlib.loads(text.encode())["PayloadContent"][0]
            said = (mail["IncomingMailServerUsername"], mail["OutgoingMailServerUsername"], mail["EmailAccountName"],
                    mail["IncomingMailServerPortNumber"], mail["IncomingMailServerHostName"])
            wanted = (user, user, name, port, host)
        elif target == "thunderbird-qr":
            text.encode("ascii")
            code = json.loads(text)
            said, wanted = (code[2][5], code[2][1], code[2][2], code[3][0][0][5], code[3][0][1][1]), (user, host, port, user, name)
        elif target == "evolution":
            said = (key_file(path, "Authentication", "User"), key_file(path, "Authentication", "Host"))
            wanted = (user, host)
        elif target == "getmail":
            parser = configparser.RawConfigParser(); parser.read_string(text)
            said, wanted = (parser["retriever"]["username"], parser["retriever"]["port"]), (user, str(port))
        elif target == "offlineimap":
            parser = configparser.ConfigParser(); parser.read_string(text)
            section = [s for s in parser.sections() if s.endswith("-remote")][0]
            said = parser[section]["remoteuser"]
        elif target == "commands":
            curl = words(path, "curl")
            openssl = words(path, "openssl")
            said = (set(curl[i + 1] for i, w in enumerate(curl) if w == "--user") or {user}, "error" in curl + openssl,
                    "%s:%d" % (host, port) in openssl)
            wanted = ({user}, False, True)
        elif target == "python":
            strings = {n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
            said, wanted = {user, host} <= strings, True
        else:
            continue
        if said != wanted:
            complaints.append("%s: %r instead of %r" % (path, said, wanted))
print(json.dumps({"complaints": complaints[:20], "checked": checked}))
)PY";

} // namespace

void TestExportValues::initTestCase()
{
    QRandomGenerator random(seed);
    QJsonArray accounts;
    for (int number = 0; number < accountCount; ++number)
        write(number, hostileAccount(random), accounts);
    QFile manifest(m_folder.filePath(u"accounts.json"_s));
    QVERIFY(manifest.open(QIODevice::WriteOnly));
    QVERIFY(manifest.write(QJsonDocument(accounts).toJson()) > 0);
}

void TestExportValues::write(int number, const ExportInput &input, QJsonArray &accounts) const
{
    QJsonObject files;
    for (const ExportTarget *each : exportTargets()) {
        const ExportTarget &target = *each;
        const bool isCompiled = target.group == ExportTarget::Group::Developers
            && target.name != "python"_L1 && number >= compiledCount;
        if (target.name.startsWith("report"_L1) || isCompiled)
            continue;
        const ExportResult written = target.write(input);
        if (!written)
            continue; // a refusal changes no meaning
        const QString folder = m_folder.filePath(u"%1/%2"_s.arg(number).arg(target.name));
        QDir().mkpath(folder);
        for (const ExportedFile &file : *written) {
            QFile output(folder + u'/' + file.suggestedName);
            if (!output.open(QIODevice::WriteOnly) || output.write(file.content) < 0)
                qFatal("%s", qUtf8Printable(output.fileName()));
        }
        files.insert(target.name, folder + u'/' + written->constFirst().suggestedName);
    }
    const ServerSetting &setting = input.servers[0].setting;
    accounts.append(QJsonObject{{"user"_L1, setting.username},
        {"name"_L1, input.identity().displayName()}, {"host"_L1, setting.endpoint.host.text()},
        {"port"_L1, setting.endpoint.port}, {"files"_L1, files}});
}

void TestExportValues::readsBackWhatWasWritten()
{
    const ProgramRun run = runProgram(ServerProcess::findProgram(u"python3"_s),
        {u"-c"_s, QString::fromLatin1(reader), m_folder.path()}, cleanEnvironment(m_folder.path()));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonObject result = QJsonDocument::fromJson(run.output).object();
    const QJsonArray complaints = result["complaints"_L1].toArray();
    QVERIFY2(complaints.isEmpty(), QJsonDocument(complaints).toJson());
    const QJsonObject checked = result["checked"_L1].toObject();
    for (const auto target : {"thunderbird"_L1, "k9"_L1, "outlook"_L1, "apple"_L1,
             "thunderbird-qr"_L1, "evolution"_L1, "offlineimap"_L1, "commands"_L1, "python"_L1})
        QVERIFY2(checked[target].toInt() > accountCount * 9 / 10, qPrintable(QString(target)));
    QVERIFY(checked["getmail"_L1].toInt() > 10); // ASCII only
}

void TestExportValues::passesTheCheckersOfTheirLanguages_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("command");

    QTest::newRow("Node.js") << u"nodemailer"_s << QStringList{u"node"_s, u"--check"_s};
    QTest::newRow("PHP") << u"php"_s << QStringList{u"php"_s, u"-l"_s};
    QTest::newRow("Go") << u"go"_s << QStringList{u"gofmt"_s, u"-e"_s};
    QTest::newRow("C#, Mail.dll") << u"mail.dll-cs"_s << QStringList{u"mcs"_s, u"--parse"_s};
    QTest::newRow("C#, MailKit") << u"mailkit"_s << QStringList{u"mcs"_s, u"--parse"_s};
    QTest::newRow("shell") << u"commands"_s << QStringList{u"sh"_s, u"-n"_s};
}

void TestExportValues::passesTheCheckersOfTheirLanguages()
{
    QFETCH(QString, target);
    QFETCH(QStringList, command);

    for (int number = 0; number < compiledCount; ++number) {
        const QDir folder(m_folder.filePath(u"%1/%2"_s.arg(number).arg(target)));
        const QStringList names = folder.entryList(QDir::Files);
        if (names.isEmpty())
            continue;
        const ProgramRun run = runProgram(command.constFirst(),
            command.sliced(1) + QStringList{folder.filePath(names.constFirst())},
            cleanEnvironment(m_folder.path()));
        QVERIFY2(run.exitCode == 0, run.output + run.errors);
    }
}

void TestExportValues::leavesTheZoneWhole()
{
    const ExportInput input = aliceWith([](ExportInput &account) {
        account.detection.settings.identity = identity(u"xn--bcher-kva.example"_s);
        account.servers[0].spkiSha256 = QByteArray(64, 'a');
        account.servers[0].setting.endpoint.host = hostName(u"mail.xn--bcher-kva.example"_s);
    });
    const ExportResult written = exportTarget(u"dns"_s)->write(input);
    QVERIFY(written.has_value());
    const QString path = m_folder.filePath(u"zone"_s);
    QFile zone(path);
    QVERIFY(zone.open(QIODevice::WriteOnly));
    zone.write(
        "$TTL 300\n@ IN SOA ns.example.org. a.example.org. 1 2 3 4 5\n@ IN NS ns.example.org.\n");
    zone.write(written->constFirst().content);
    zone.close();
    const ProgramRun run = runProgram(ServerProcess::findProgram(u"named-checkzone"_s),
        {u"-i"_s, u"none"_s, u"-D"_s, input.identity().domain(), path},
        cleanEnvironment(m_folder.path()));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    for (const char *line : {"_imaps._tcp.xn--bcher-kva.example.",
             "SRV\t0 1 993 mail.xn--bcher-kva.example.", "SRV\t10 1 587 smtp.example.org.",
             "_993._tcp.mail.xn--bcher-kva.example.", "TLSA\t3 1 1 AAAA"})
        QVERIFY2(run.output.contains(line), run.output);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestExportValues)

#include "tst_exportvalues.moc"
