// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/addressscope.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestAddressScope : public QObject
{
    Q_OBJECT

private slots:
    void tellsLocalAddresses_data();
    void tellsLocalAddresses();
};

void TestAddressScope::tellsLocalAddresses_data()
{
    QTest::addColumn<bool>("isLocal");
    for (const char *address : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255",
             "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "::", "fe80::1",
             "fd00::1", "::ffff:192.168.1.1", "::ffff:127.0.0.1"})
        QTest::newRow(address) << true;
    for (const char *address : {"198.51.100.7", "172.32.0.1", "9.255.255.255", "100.128.0.1",
             "2001:db8::1", "::ffff:198.51.100.7", "192.169.0.1"})
        QTest::newRow(address) << false;
}

void TestAddressScope::tellsLocalAddresses()
{
    QFETCH(bool, isLocal);
    const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!address.isNull());
    QCOMPARE(isLocalAddress(address), isLocal);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestAddressScope)

#include "tst_addressscope.moc"
