<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>Save pictures of every page to this directory.</source>
        <translation>Bilder aller Seiten in diesem Verzeichnis speichern.</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Begin with the demonstration servers.</source>
        <translation>Mit den Demonstrationsservern beginnen.</translation>
    </message>
    <message>
        <source>Look at one server only.</source>
        <translation>Nur einen Server ansehen.</translation>
    </message>
</context>
<context>
    <name>postern::Advice</name>
    <message>
        <source>There is no server called %1.</source>
        <translation>Es gibt keinen Server namens %1.</translation>
    </message>
    <message>
        <source>Check the spelling of the address or of the server name.</source>
        <translation>Prüfen Sie die Schreibweise der Adresse oder des Servernamens.</translation>
    </message>
    <message>
        <source>Ask the provider for the right server name.</source>
        <translation>Fragen Sie den Anbieter nach dem richtigen Servernamen.</translation>
    </message>
    <message>
        <source>The DNS did not answer when asked for %1.</source>
        <translation>Das DNS hat auf die Frage nach %1 nicht geantwortet.</translation>
    </message>
    <message>
        <source>This computer may be offline, or its name server does not answer.</source>
        <translation>Vielleicht ist dieser Computer offline, oder sein Nameserver antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the connection to the Internet and try again.</source>
        <translation>Prüfen Sie die Verbindung zum Internet und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The DNS could not answer for %1.</source>
        <translation>Das DNS konnte die Frage nach %1 nicht beantworten.</translation>
    </message>
    <message>
        <source>There is no way from here to %1.</source>
        <translation>Von hier führt kein Weg zu %1.</translation>
    </message>
    <message>
        <source>This computer is offline, or the network does not lead to that address.</source>
        <translation>Dieser Computer ist offline, oder das Netz führt nicht zu dieser Adresse.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>Die Verbindung wurde abgelehnt von %1.</translation>
    </message>
    <message>
        <source>Use another port; the provider&apos;s documentation names the right one.</source>
        <translation>Verwenden Sie einen anderen Port; der richtige steht in der Anleitung des Anbieters.</translation>
    </message>
    <message>
        <source>%1 cut the connection off before a word was said.</source>
        <translation>Die Verbindung wurde abgebrochen, bevor ein Wort fiel, von %1.</translation>
    </message>
    <message>
        <source>A firewall or the server itself turns connections away.</source>
        <translation>Eine Firewall oder der Server selbst weist Verbindungen ab.</translation>
    </message>
    <message>
        <source>Try again later or from another network.</source>
        <translation>Versuchen Sie es später oder aus einem anderen Netz erneut.</translation>
    </message>
    <message>
        <source>%1 does not offer encryption.</source>
        <translation>%1 bietet keine Verschlüsselung an.</translation>
    </message>
    <message>
        <source>%1 offers STARTTLS and then refuses it.</source>
        <translation>%1 bietet STARTTLS an und lehnt es dann ab.</translation>
    </message>
    <message>
        <source>Somebody slipped data into the start of encryption at %1.</source>
        <translation>Bei %1 hat jemand Daten in den Beginn der Verschlüsselung eingeschleust.</translation>
    </message>
    <message>
        <source>Use implicit TLS instead, and tell the administrator.</source>
        <translation>Verwenden Sie stattdessen implizites TLS, und informieren Sie den Administrator.</translation>
    </message>
    <message>
        <source>%1 works, but without any encryption.</source>
        <translation>%1 funktioniert, aber ganz ohne Verschlüsselung.</translation>
    </message>
    <message>
        <source>Everybody on the way could read your password and your mail.</source>
        <translation>Jeder auf dem Weg könnte Ihr Passwort und Ihre Mail lesen.</translation>
    </message>
    <message>
        <source>Ask the provider for a server with TLS.</source>
        <translation>Fragen Sie den Anbieter nach einem Server mit TLS.</translation>
    </message>
    <message>
        <source>%1 accepts no password before encryption.</source>
        <translation>%1 nimmt vor der Verschlüsselung kein Passwort an.</translation>
    </message>
    <message>
        <source>That is a protection: the server wants STARTTLS first.</source>
        <translation>Das ist ein Schutz: Der Server verlangt zuerst STARTTLS.</translation>
    </message>
    <message>
        <source>%1 offers no way of signing in.</source>
        <translation>%1 bietet keine Möglichkeit zur Anmeldung.</translation>
    </message>
    <message>
        <source>The server works, but it named no method of authentication.</source>
        <translation>Der Server funktioniert, hat aber kein Verfahren zur Anmeldung genannt.</translation>
    </message>
    <message>
        <source>Ask the provider whether this is the server for customers.</source>
        <translation>Fragen Sie den Anbieter, ob das der Server für Kunden ist.</translation>
    </message>
    <message>
        <source>Port 25 is blocked by many Internet providers, or the server is down.</source>
        <translation>Viele Internetanbieter sperren Port 25, oder der Server läuft nicht.</translation>
    </message>
    <message>
        <source>A firewall on the way drops the connection, or the server is down.</source>
        <translation>Eine Firewall auf dem Weg verwirft die Verbindung, oder der Server läuft nicht.</translation>
    </message>
    <message>
        <source>Use port %1, or try from another network.</source>
        <translation>Verwenden Sie Port %1, oder versuchen Sie es aus einem anderen Netz.</translation>
    </message>
    <message>
        <source>Use implicit TLS on port %1.</source>
        <translation>Verwenden Sie implizites TLS auf Port %1.</translation>
    </message>
    <message>
        <source>The settings lead to %1, outside the domain of the address.</source>
        <translation>Die Einstellungen führen zu %1, außerhalb der Domain der Adresse.</translation>
    </message>
    <message>
        <source>Use it only if you know that %1 is your provider; otherwise ask.</source>
        <translation>Verwenden Sie es nur, wenn Sie wissen, dass %1 zu Ihrem Anbieter gehört; fragen Sie sonst nach.</translation>
    </message>
    <message>
        <source>Where the settings of %1 come from could have been tampered with.</source>
        <translation>Die Einstellungen von %1 könnten unterwegs verändert worden sein.</translation>
    </message>
    <message>
        <source>Compare them with what your provider says before you use them.</source>
        <translation>Vergleichen Sie sie mit den Angaben Ihres Anbieters, bevor Sie sie verwenden.</translation>
    </message>
    <message>
        <source>The DNS does not know the name. It may be misspelt, or it was only a guess.</source>
        <translation>Das DNS kennt den Namen nicht. Vielleicht ist er falsch geschrieben, oder er war nur geraten.</translation>
    </message>
    <message>
        <source>There is no address for %1.</source>
        <translation>Es gibt keine Adresse zu %1.</translation>
    </message>
    <message>
        <source>The DNS knows the name, but lists no server under it.</source>
        <translation>Das DNS kennt den Namen, führt aber keinen Server darunter.</translation>
    </message>
    <message>
        <source>The computer answers, but no mail server listens there.</source>
        <translation>Der Rechner antwortet, aber dort lauscht kein Mailserver.</translation>
    </message>
    <message>
        <source>There is no answer from %1.</source>
        <translation>Von %1 kommt keine Antwort.</translation>
    </message>
    <message>
        <source>Try from another network, or ask the provider whether the server is up.</source>
        <translation>Versuchen Sie es aus einem anderen Netz, oder fragen Sie den Anbieter, ob der Server läuft.</translation>
    </message>
    <message>
        <source>The name server cannot be reached or reports a failure; the name itself may be fine.</source>
        <translation>Der Nameserver ist nicht erreichbar oder meldet einen Fehler; der Name selbst kann in Ordnung sein.</translation>
    </message>
    <message>
        <source>Check the connection to the Internet and try again later.</source>
        <translation>Prüfen Sie die Verbindung zum Internet, und versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Use implicit TLS on port %1, or ask whoever runs the network to let STARTTLS through.</source>
        <translation>Verwenden Sie implizites TLS auf Port %1, oder bitten Sie den Betreiber des Netzes, STARTTLS durchzulassen.</translation>
    </message>
    <message>
        <source>Something on the way to %1 probably removes encryption.</source>
        <translation>Etwas auf dem Weg zu %1 entfernt wahrscheinlich die Verschlüsselung.</translation>
    </message>
    <message>
        <source>Nothing has to be done where STARTTLS is used. A program that complains about it has to be switched to STARTTLS or TLS.</source>
        <translation>Wo STARTTLS verwendet wird, ist nichts zu tun. Ein Programm, das sich darüber beschwert, muss auf STARTTLS oder TLS umgestellt werden.</translation>
    </message>
    <message>
        <source>Your password was not sent.</source>
        <translation>Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The server&apos;s offer was written over: the evidence shows the X&apos;s. Firewalls with an inspection of mail do that.</source>
        <translation>Das Angebot des Servers wurde überschrieben: Der Beleg zeigt die X. Firewalls, die Mail untersuchen, tun das.</translation>
    </message>
    <message>
        <source>STARTTLS is switched off at the server, or something on the way removes the offer.</source>
        <translation>STARTTLS ist am Server abgeschaltet, oder etwas auf dem Weg entfernt das Angebot.</translation>
    </message>
    <message>
        <source>The server is set up wrongly, or something on the way prevents encryption.</source>
        <translation>Der Server ist falsch eingerichtet, oder etwas auf dem Weg verhindert die Verschlüsselung.</translation>
    </message>
    <message>
        <source>Plaintext followed the answer to STARTTLS. That is an attack, or a faulty server that makes one possible.</source>
        <translation>Auf die Antwort zu STARTTLS folgte Klartext. Das ist ein Angriff oder ein fehlerhafter Server, der einen Angriff ermöglicht.</translation>
    </message>
    <message>
        <source>Many domains let a provider run their mail, and then that is right. Somebody who tampered with the way could also lead you to a server of theirs.</source>
        <translation>Viele Domains lassen ihre Post von einem Anbieter betreiben, und dann ist das richtig. Wer unterwegs etwas verändert hat, könnte Sie aber auch zu einem eigenen Server führen.</translation>
    </message>
    <message>
        <source>They came over a connection without protection, or followed a record of the DNS that nobody signed.</source>
        <translation>Sie kamen über eine ungeschützte Verbindung oder folgten einem DNS-Eintrag, den niemand unterschrieben hat.</translation>
    </message>
</context>
<context>
    <name>postern::AttemptModel</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>Eingehende Mail</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Ausgehende Mail</translation>
    </message>
    <message>
        <source>%1 – best</source>
        <translation>%1 – beste</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>postern::AttemptReport</name>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>works, but the certificate needs a decision</source>
        <translation>funktioniert, aber das Zertifikat verlangt eine Entscheidung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>stopped, a better answer had come</source>
        <translation>abgebrochen, eine bessere Antwort war da</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>accepted by the user</source>
        <translation>vom Benutzer angenommen</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Version of TLS</source>
        <translation>TLS-Version</translation>
    </message>
    <message>
        <source>Cipher suite</source>
        <translation>Cipher-Suite</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>Schlüsselaustausch</translation>
    </message>
    <message>
        <source>Server’s signature</source>
        <translation>Signatur des Servers</translation>
    </message>
    <message>
        <source>Name sent (SNI)</source>
        <translation>Namensangabe (SNI)</translation>
    </message>
    <message>
        <source>ALPN</source>
        <translation>ALPN</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Stapled OCSP answer</source>
        <translation>Mitgesandte OCSP-Antwort</translation>
    </message>
    <message>
        <source>Versions that it accepts</source>
        <translation>Versionen, die er annimmt</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 ms</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>Capabilities before TLS</source>
        <translation>Fähigkeiten vor TLS</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>Zertifikat von</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Key and signature</source>
        <translation>Schlüssel und Signatur</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <translation>%1 auf %2, %3</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was ausprobiert wurde</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The servers, one by one</source>
        <translation>Die Server im Einzelnen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>implicit TLS</source>
        <translation>implizites TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>no encryption</source>
        <translation>keine Verschlüsselung</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Advice to users</source>
        <translation>Rat an Benutzer</translation>
    </message>
    <message>
        <source>There is more, which is left out here.</source>
        <translation>Es gibt mehr, was hier ausgelassen ist.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
</context>
<context>
    <name>postern::AttemptTable</name>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>needs your decision – best</source>
        <translation>braucht Ihre Entscheidung – am besten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>postern::BatchRunner</name>
    <message numerus="yes">
        <source>Interrupted after %n search(es); with --skip-done and their output the same command goes on.</source>
        <translation>
            <numerusform>Nach %n Suche unterbrochen; mit --skip-done und ihrer Ausgabe macht derselbe Befehl weiter.</numerusform>
            <numerusform>Nach %n Suchen unterbrochen; mit --skip-done und ihrer Ausgabe macht derselbe Befehl weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be read to its end.</source>
        <translation>%1 konnte nicht bis zum Ende gelesen werden.</translation>
    </message>
</context>
<context>
    <name>postern::BetterOffer</name>
    <message>
        <source>Use the b&amp;etter one</source>
        <translation>B&amp;esseren verwenden</translation>
    </message>
    <message>
        <source>%1 at %2, port %3, %4</source>
        <comment>protocol, host, port, state</comment>
        <translation>%1 bei %2, Port %3, %4</translation>
    </message>
    <message>
        <source>A better server has been found meanwhile: %1. What you have stays until you say otherwise.</source>
        <translation>Inzwischen wurde ein besserer Server gefunden: %1. Was Sie haben, bleibt, bis Sie es anders sagen.</translation>
    </message>
</context>
<context>
    <name>postern::CertificateChainModel</name>
    <message>
        <source>sent in the wrong place</source>
        <translation>an falscher Stelle gesendet</translation>
    </message>
    <message>
        <source>sent, but not needed</source>
        <translation>gesendet, aber nicht nötig</translation>
    </message>
    <message>
        <source>something is wrong with it</source>
        <translation>damit stimmt etwas nicht</translation>
    </message>
    <message>
        <source>%1
the way ends at a root of this computer</source>
        <translation>%1
der Weg endet an einer Wurzel dieses Rechners</translation>
    </message>
    <message>
        <source>%1
an authority of your choice</source>
        <translation>%1
eine Stelle Ihrer Wahl</translation>
    </message>
    <message>
        <source>%1
missing, or not known here</source>
        <translation>%1
fehlt oder ist hier nicht bekannt</translation>
    </message>
</context>
<context>
    <name>postern::CertificateComparison</name>
    <message>
        <source>It has not expired.</source>
        <translation>Es ist nicht abgelaufen.</translation>
    </message>
    <message>
        <source>The key is the same, as in a renewal.</source>
        <translation>Der Schlüssel ist derselbe, wie bei einer Erneuerung.</translation>
    </message>
    <message>
        <source>The key is another one.</source>
        <translation>Der Schlüssel ist ein anderer.</translation>
    </message>
    <message>
        <source>Accepted earlier</source>
        <translation>Früher akzeptiert</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Jetzt gezeigt</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>On %1 you accepted another certificate here. %2 %3</source>
        <comment>date</comment>
        <translation>Am %1 haben Sie hier ein anderes Zertifikat akzeptiert. %2 %3</translation>
    </message>
    <message>
        <source>It has expired, so a renewal is plausible.</source>
        <translation>Es ist abgelaufen, eine Erneuerung ist also plausibel.</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>In spite of</source>
        <translation>Trotz</translation>
    </message>
    <message>
        <source>On %1 you accepted this very certificate. More is wrong with it now than then.</source>
        <comment>date</comment>
        <translation>Am %1 haben Sie genau dieses Zertifikat angenommen. Inzwischen stimmt mehr damit nicht.</translation>
    </message>
    <message>
        <source>On %1 you let an authority vouch for this server. It does not vouch for the certificate that is shown now.</source>
        <comment>date</comment>
        <translation>Am %1 haben Sie eine Stelle für diesen Server bürgen lassen. Für das Zertifikat, das jetzt gezeigt wird, bürgt sie nicht.</translation>
    </message>
</context>
<context>
    <name>postern::CertificatePage</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>A certificate needs your decision</source>
        <translation>Ein Zertifikat braucht Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Your password has not been sent, and is not sent before you decide.</source>
        <translation>Ihr Passwort wurde nicht gesendet und wird auch nicht gesendet, bevor Sie sich entschieden haben.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortfahren</translation>
    </message>
    <message>
        <source>A&amp;ll about this certificate</source>
        <translation>A&amp;lles über dieses Zertifikat</translation>
    </message>
    <message>
        <source>Trying again with your decision …</source>
        <translation>Mit Ihrer Entscheidung wird es erneut versucht …</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>It is good for</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
</context>
<context>
    <name>postern::CertificateVerdict</name>
    <message>
        <source>%1: %2.</source>
        <comment>certificate: what is wrong with it</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Verified: %1 vouches that this is %2.</source>
        <translation>Geprüft: %1 bürgt dafür, dass dies %2 ist.</translation>
    </message>
    <message>
        <source>Accepted by you for %1, in spite of this:</source>
        <translation>Von Ihnen für %1 angenommen, trotz Folgendem:</translation>
    </message>
    <message>
        <source>Accepted by you for %1: %2 vouches for it, an authority of your choice.</source>
        <translation>Von Ihnen für %1 angenommen: %2 bürgt dafür, eine Stelle Ihrer Wahl.</translation>
    </message>
    <message>
        <source>Not verified: nothing shows yet that this is %1.</source>
        <translation>Nicht geprüft: Noch zeigt nichts, dass dies %1 ist.</translation>
    </message>
    <message>
        <source>signed by itself, so nobody else vouches for it</source>
        <translation>von sich selbst unterschrieben, also bürgt sonst niemand dafür</translation>
    </message>
    <message>
        <source>issued by an authority that this computer does not know</source>
        <translation>von einer Stelle ausgestellt, die dieser Rechner nicht kennt</translation>
    </message>
    <message>
        <source>the certificate of its issuer was not sent</source>
        <translation>das Zertifikat seines Ausstellers wurde nicht gesendet</translation>
    </message>
    <message>
        <source>made for other names than the one asked for</source>
        <translation>für andere Namen als den gefragten ausgestellt</translation>
    </message>
    <message>
        <source>no longer valid</source>
        <translation>nicht mehr gültig</translation>
    </message>
    <message>
        <source>not valid yet</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>revoked by its issuer</source>
        <translation>von seinem Aussteller widerrufen</translation>
    </message>
    <message>
        <source>not made for servers</source>
        <translation>nicht für Server gemacht</translation>
    </message>
    <message>
        <source>signed with a method that can be forged</source>
        <translation>mit einem Verfahren unterschrieben, das sich fälschen lässt</translation>
    </message>
    <message>
        <source>its key is so short that it can be broken</source>
        <translation>sein Schlüssel ist so kurz, dass er zu brechen ist</translation>
    </message>
    <message>
        <source>no certificate was shown</source>
        <translation>es wurde kein Zertifikat gezeigt</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>nicht gültig</translation>
    </message>
    <message>
        <source>It expires soon: on %1.</source>
        <translation>Es läuft bald ab: am %1.</translation>
    </message>
    <message>
        <source>The certificates were sent in the wrong order.</source>
        <translation>Die Zertifikate wurden in falscher Reihenfolge gesendet.</translation>
    </message>
    <message>
        <source>Certificates were sent that nobody needs: %1.</source>
        <translation>Es wurden Zertifikate gesendet, die niemand braucht: %1.</translation>
    </message>
    <message>
        <source>Refused: as it is, nobody may rely on this certificate.</source>
        <translation>Abgelehnt: So, wie es ist, darf sich niemand auf dieses Zertifikat verlassen.</translation>
    </message>
    <message>
        <source>Its authority bears the name of %1, which reads encrypted connections. Anybody can write that name.</source>
        <translation>Seine Stelle trägt den Namen von %1, das verschlüsselte Verbindungen mitliest. Diesen Namen kann jeder hineinschreiben.</translation>
    </message>
</context>
<context>
    <name>postern::CertificateView</name>
    <message>
        <source>Certificate chain</source>
        <translation>Zertifikatskette</translation>
    </message>
    <message>
        <source>The certificate as text</source>
        <translation>Das Zertifikat als Text</translation>
    </message>
    <message>
        <source>The certificate as PEM</source>
        <translation>Das Zertifikat als PEM</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Save certificate …</source>
        <translation>Zertifikat speichern …</translation>
    </message>
    <message>
        <source>Save chain …</source>
        <translation>Kette speichern …</translation>
    </message>
    <message>
        <source>Facts of the certificate</source>
        <translation>Angaben des Zertifikats</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>SHA-256 with colons</source>
        <translation>SHA-256 mit Doppelpunkten</translation>
    </message>
    <message>
        <source>SHA-256, digits only</source>
        <translation>SHA-256, nur Ziffern</translation>
    </message>
    <message>
        <source>SHA-1 with colons</source>
        <translation>SHA-1 mit Doppelpunkten</translation>
    </message>
    <message>
        <source>Key SHA-256, Base64 (pin)</source>
        <translation>SHA-256 des Schlüssels, Base64 (Pin)</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Save as PEM</source>
        <translation>Als PEM speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>postern::CertificateWords</name>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Key SHA-256</source>
        <translation>SHA-256 des Schlüssels</translation>
    </message>
    <message numerus="yes">
        <source>not before %1 (in %n day(s))</source>
        <translation>
            <numerusform>erst ab %1 (in %n Tag)</numerusform>
            <numerusform>erst ab %1 (in %n Tagen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %n day(s) ago, on %1</source>
        <translation>
            <numerusform>vor %n Tag abgelaufen, am %1</numerusform>
            <numerusform>vor %n Tagen abgelaufen, am %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>until %1 (%n day(s) left)</source>
        <translation>
            <numerusform>bis %1 (noch %n Tag)</numerusform>
            <numerusform>bis %1 (noch %n Tage)</numerusform>
        </translation>
    </message>
    <message>
        <source>no server name at all</source>
        <translation>überhaupt kein Servername</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n bit(s)</source>
        <translation>
            <numerusform>%1, %n Bit</numerusform>
            <numerusform>%1, %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (UTC %2)</source>
        <translation>%1 (UTC %2)</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>expired today, at %1</source>
        <translation>heute abgelaufen, um %1</translation>
    </message>
    <message>
        <source>expires today, at %1</source>
        <translation>läuft heute ab, um %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-1</source>
        <translation>SHA-1</translation>
    </message>
    <message>
        <source>Key usage</source>
        <translation>Schlüsselverwendung</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>Zwecke</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message numerus="yes">
        <source>yes, with at most %n authority(ies) below</source>
        <translation>
            <numerusform>ja, mit höchstens %n Stelle darunter</numerusform>
            <numerusform>ja, mit höchstens %n Stellen darunter</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>OCSP responder</source>
        <translation>OCSP-Auskunft</translation>
    </message>
    <message>
        <source>Issuer&apos;s certificate</source>
        <translation>Zertifikat des Ausstellers</translation>
    </message>
    <message>
        <source>Revocation lists</source>
        <translation>Sperrlisten</translation>
    </message>
    <message>
        <source>Logged (CT)</source>
        <translation>Protokolliert (CT)</translation>
    </message>
    <message numerus="yes">
        <source>%n timestamp(s)</source>
        <translation>
            <numerusform>%n Zeitstempel</numerusform>
            <numerusform>%n Zeitstempel</numerusform>
        </translation>
    </message>
    <message>
        <source>Must staple</source>
        <translation>Muss OCSP mitschicken</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>Schlüsselkennung</translation>
    </message>
    <message>
        <source>Issuer&apos;s key</source>
        <translation>Schlüssel des Ausstellers</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a name in two forms</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>✓ matched by %1</source>
        <translation>✓ %1 passt</translation>
    </message>
    <message>
        <source>✗ matched by none of its names</source>
        <translation>✗ keiner seiner Namen passt</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
</context>
<context>
    <name>postern::ChangeAdvice</name>
    <message>
        <source>Publish SRV records for %1 (RFC 6186, RFC 8314), so that programs find the servers by themselves; the export “DNS records” writes them.</source>
        <translation>Veröffentlichen Sie SRV-Einträge für %1 (RFC 6186, RFC 8314), damit Programme die Server selbst finden; der Export „DNS-Einträge“ schreibt sie.</translation>
    </message>
    <message>
        <source>renew the certificate, and let a timer do it from now on.</source>
        <translation>Erneuern Sie das Zertifikat, künftig mit einem Zeitgeber.</translation>
    </message>
    <message>
        <source>the certificate counts from a later day on; check the clock, or use the earlier one until then.</source>
        <translation>Das Zertifikat gilt erst ab einem späteren Tag; prüfen Sie die Uhr, oder verwenden Sie bis dahin das frühere.</translation>
    </message>
    <message>
        <source>get a certificate with the name %1 in it.</source>
        <translation>Besorgen Sie ein Zertifikat, in dem der Name %1 steht.</translation>
    </message>
    <message>
        <source>send the intermediate certificate too; put it behind the server’s own in the chain file.</source>
        <translation>Senden Sie auch das Zwischenzertifikat; stellen Sie es in der Kettendatei hinter das des Servers.</translation>
    </message>
    <message>
        <source>get a certificate of an authority that programs know.</source>
        <translation>Besorgen Sie ein Zertifikat einer Zertifizierungsstelle, die Programme kennen.</translation>
    </message>
    <message>
        <source>the certificate is revoked; replace it and its key.</source>
        <translation>Das Zertifikat ist widerrufen; ersetzen Sie es und seinen Schlüssel.</translation>
    </message>
    <message>
        <source>get a certificate for a TLS server (extended key usage serverAuth).</source>
        <translation>Besorgen Sie ein Zertifikat für einen TLS-Server (erweiterte Schlüsselverwendung serverAuth).</translation>
    </message>
    <message>
        <source>get a certificate that is signed with SHA-256 or better.</source>
        <translation>Besorgen Sie ein Zertifikat, das mit SHA-256 oder besser unterschrieben ist.</translation>
    </message>
    <message>
        <source>make a new key: RSA with 2048 bits or more, or ECDSA.</source>
        <translation>Erzeugen Sie einen neuen Schlüssel: RSA mit 2048 Bit oder mehr, oder ECDSA.</translation>
    </message>
    <message>
        <source>use Diffie-Hellman groups of 2048 bits or more, or elliptic curves.</source>
        <translation>Verwenden Sie Diffie-Hellman-Gruppen von 2048 Bit oder mehr, oder elliptische Kurven.</translation>
    </message>
    <message>
        <source>switch TLS 1.2 and 1.3 on.</source>
        <translation>Schalten Sie TLS 1.2 und 1.3 ein.</translation>
    </message>
    <message>
        <source>allow today’s cipher suites (ECDHE with AES-GCM or ChaCha20).</source>
        <translation>Erlauben Sie heutige Cipher-Suites (ECDHE mit AES-GCM oder ChaCha20).</translation>
    </message>
    <message>
        <source>switch STARTTLS on, or close the port and offer implicit TLS.</source>
        <translation>Schalten Sie STARTTLS ein, oder schließen Sie den Port und bieten Sie implizites TLS an.</translation>
    </message>
    <message>
        <source>update the server; it takes commands that were sent before TLS.</source>
        <translation>Aktualisieren Sie den Server; er nimmt Befehle an, die vor TLS gesandt wurden.</translation>
    </message>
    <message>
        <source>demand TLS before a password is taken.</source>
        <translation>Verlangen Sie TLS, bevor ein Passwort angenommen wird.</translation>
    </message>
</context>
<context>
    <name>postern::CommandHelp</name>
    <message>
        <source>find working IMAP, POP3 and SMTP settings</source>
        <translation>funktionierende Einstellungen für IMAP, POP3 und SMTP finden</translation>
    </message>
    <message>
        <source>look at one server: certificate, handshake, capabilities</source>
        <translation>einen Server ansehen: Zertifikat, Handshake, Fähigkeiten</translation>
    </message>
    <message>
        <source>list, add, remove accepted certificates</source>
        <translation>akzeptierte Zertifikate auflisten, hinzufügen, entfernen</translation>
    </message>
    <message>
        <source>run the built-in loopback servers until interrupted</source>
        <translation>die eingebauten Server auf diesem Rechner laufen lassen, bis sie unterbrochen werden</translation>
    </message>
    <message>
        <source>Usage: postern-cli COMMAND [options]

Commands:
</source>
        <translation>Aufruf: postern-cli COMMAND [Optionen]

Befehle:
</translation>
    </message>
    <message>
        <source>
“postern-cli COMMAND --help” shows the options of a command.
“postern-cli --version” shows the version.
</source>
        <translation>
„postern-cli COMMAND --help“ zeigt die Optionen eines Befehls.
„postern-cli --version“ zeigt die Version.
</translation>
    </message>
    <message>
        <source>Usage:
</source>
        <translation>Aufruf:
</translation>
    </message>
    <message>
        <source>“postern-cli %1 --help” shows how it is used.</source>
        <translation>„postern-cli %1 --help“ zeigt, wie er benutzt wird.</translation>
    </message>
    <message>
        <source>“postern-cli --help” shows the commands.</source>
        <translation>„postern-cli --help“ zeigt die Befehle.</translation>
    </message>
    <message>
        <source>say what an error text of another program, or a code, means</source>
        <translation>sagen, was ein Fehlertext eines anderen Programms oder ein Code bedeutet</translation>
    </message>
    <message>
        <source>read a file of settings (-: standard input) and try what it says</source>
        <translation>eine Datei mit Einstellungen lesen (-: Standardeingabe) und probieren, was sie sagt</translation>
    </message>
    <message>
        <source>write a saved detection (-: standard input) for another program</source>
        <translation>ein gespeichertes Ergebnis (-: Standardeingabe) für ein anderes Programm schreiben</translation>
    </message>
</context>
<context>
    <name>postern::CommandLine</name>
    <message>
        <source>Trust the certificates in this PEM file too.</source>
        <translation>Auch den Zertifikaten in dieser PEM-Datei vertrauen.</translation>
    </message>
    <message>
        <source>Write the transcript of every connection to this file.</source>
        <translation>Die Mitschrift jeder Verbindung in diese Datei schreiben.</translation>
    </message>
    <message>
        <source>Print without colours.</source>
        <translation>Ohne Farben ausgeben.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>--format is text or json, not “%1”.</source>
        <translation>--format ist text oder json, nicht „%1“.</translation>
    </message>
    <message>
        <source>--%1 needs a port between 1 and 65535.</source>
        <translation>--%1 braucht einen Port zwischen 1 und 65535.</translation>
    </message>
    <message>
        <source>--protocol is imap, pop3 or all, not “%1”.</source>
        <translation>--protocol ist imap, pop3 oder all, nicht „%1“.</translation>
    </message>
    <message>
        <source>“%1” is neither an e-mail address nor a domain.</source>
        <translation>„%1“ ist weder eine E-Mail-Adresse noch eine Domain.</translation>
    </message>
    <message>
        <source>--accept needs a SHA-256 fingerprint of 64 hexadecimal digits.</source>
        <translation>--accept braucht einen SHA-256-Fingerabdruck aus 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>--service is imap, pop3 or smtp, not “%1”.</source>
        <translation>--service ist imap, pop3 oder smtp, nicht „%1“.</translation>
    </message>
    <message>
        <source>inspect needs one HOST or HOST:PORT.</source>
        <translation>inspect braucht genau ein HOST oder HOST:PORT.</translation>
    </message>
    <message>
        <source>“%1” is no HOST or HOST:PORT.</source>
        <translation>„%1“ ist weder HOST noch HOST:PORT.</translation>
    </message>
    <message>
        <source>export needs a file and --to TARGET; --list shows the targets.</source>
        <translation>export braucht eine Datei und --to ZIEL; --list zeigt die Ziele.</translation>
    </message>
    <message>
        <source>trust needs “list”, “add HOST:PORT --sha256 FINGERPRINT” or “remove HOST:PORT”.</source>
        <translation>trust braucht „list“, „add HOST:PORT --sha256 FINGERABDRUCK“ oder „remove HOST:PORT“.</translation>
    </message>
    <message>
        <source>--sha256 needs 64 hexadecimal digits.</source>
        <translation>--sha256 braucht 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>trust add needs --sha256 with the fingerprint that you compared.</source>
        <translation>trust add braucht --sha256 mit dem Fingerabdruck, den Sie verglichen haben.</translation>
    </message>
    <message>
        <source>Try only this security mode.</source>
        <translation>Nur diese Verschlüsselungsart ausprobieren.</translation>
    </message>
    <message>
        <source>How mail is read (default: all).</source>
        <translation>Wie Mail gelesen wird (Vorgabe: all).</translation>
    </message>
    <message>
        <source>Try the built-in demonstration servers.</source>
        <translation>Die eingebauten Demonstrationsserver ausprobieren.</translation>
    </message>
    <message>
        <source>The protocol (default: from the port).</source>
        <translation>Das Protokoll (Vorgabe: ergibt sich aus dem Port).</translation>
    </message>
    <message>
        <source>The security mode (default: auto).</source>
        <translation>Die Verschlüsselungsart (Vorgabe: auto).</translation>
    </message>
    <message>
        <source>Save the certificate chain to this file.</source>
        <translation>Die Zertifikatskette in dieser Datei speichern.</translation>
    </message>
    <message>
        <source>The target.</source>
        <translation>Das Ziel.</translation>
    </message>
    <message>
        <source>List the targets.</source>
        <translation>Die Ziele auflisten.</translation>
    </message>
    <message>
        <source>The certificate&apos;s fingerprint.</source>
        <translation>Der Fingerabdruck des Zertifikats.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Es fehlt ein Befehl.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>--%1: “%2” is not a host name.</source>
        <translation>--%1: „%2“ ist kein Hostname.</translation>
    </message>
    <message>
        <source>--timeout needs a number of seconds above 0 and up to 3600.</source>
        <translation>--timeout braucht eine Zahl von Sekunden über 0 und bis 3600.</translation>
    </message>
    <message>
        <source>Accept the certificate with this fingerprint for this run, wherever it appears.</source>
        <translation>Das Zertifikat mit diesem Fingerabdruck für diesen Lauf akzeptieren, wo immer es auftaucht.</translation>
    </message>
    <message>
        <source>Where to look: some of %1 (default: all).</source>
        <translation>Wo gesucht wird: einige von %1 (sonst alle).</translation>
    </message>
    <message>
        <source>--database needs an http or https address, or “none”.</source>
        <translation>--database braucht eine Adresse mit http oder https, oder „none“.</translation>
    </message>
    <message>
        <source>--sources: “%1” is not known; there are %2.</source>
        <translation>--sources: „%1“ ist nicht bekannt; es gibt %2.</translation>
    </message>
    <message>
        <source>--agree: “%1” is not a host name.</source>
        <translation>--agree: „%1“ ist kein Servername.</translation>
    </message>
    <message>
        <source>--batch takes its addresses from the file alone.</source>
        <translation>--batch nimmt seine Adressen allein aus der Datei.</translation>
    </message>
    <message>
        <source>Search for each address or domain in this file (-: standard input), and print one JSON object a line.</source>
        <translation>Für jede Adresse oder Domain in dieser Datei suchen (-: Standardeingabe) und ein JSON-Objekt je Zeile ausgeben.</translation>
    </message>
    <message>
        <source>Leave out what this output of an earlier batch has already.</source>
        <translation>Auslassen, was diese Ausgabe eines früheren Stapels schon enthält.</translation>
    </message>
    <message>
        <source>--jobs needs a number between 1 and %1.</source>
        <translation>--jobs braucht eine Zahl zwischen 1 und %1.</translation>
    </message>
    <message>
        <source>--batch and --demo exclude each other.</source>
        <translation>--batch und --demo schließen einander aus.</translation>
    </message>
    <message>
        <source>--batch prints JSON only.</source>
        <translation>--batch gibt nur JSON aus.</translation>
    </message>
    <message>
        <source>--jobs and --skip-done belong to --batch.</source>
        <translation>--jobs und --skip-done gehören zu --batch.</translation>
    </message>
    <message>
        <source>--demo has a name server of its own; leave --nameserver out.</source>
        <translation>--demo hat einen eigenen Nameserver; lassen Sie --nameserver weg.</translation>
    </message>
    <message>
        <source>--list stands alone: it prints the targets as text.</source>
        <translation>--list steht allein: es gibt die Ziele als Text aus.</translation>
    </message>
    <message>
        <source>demo takes no argument; “%1” is one.</source>
        <translation>demo hat kein Argument; „%1“ ist eines.</translation>
    </message>
    <message>
        <source>Print text (default on a terminal) or one JSON document.</source>
        <translation>Text ausgeben (Vorgabe auf einem Terminal) oder ein JSON-Dokument.</translation>
    </message>
    <message>
        <source>The file of accepted certificates (default: the user’s).</source>
        <translation>Die Datei der akzeptierten Zertifikate (Vorgabe: die des Benutzers).</translation>
    </message>
    <message>
        <source>Ask this DNS server (default: the system’s).</source>
        <translation>Diesen DNS-Server fragen (Vorgabe: den des Systems).</translation>
    </message>
    <message>
        <source>The public database to ask about a domain, or “none” (default: %1).</source>
        <translation>Die öffentliche Datenbank, die nach einer Domain gefragt wird, oder „none“ (Vorgabe: %1).</translation>
    </message>
    <message>
        <source>How many searches of a batch run side by side (default: %1).</source>
        <translation>Wie viele Suchen eines Stapels nebeneinander laufen (Vorgabe: %1).</translation>
    </message>
    <message>
        <source>detect takes one address or domain; --batch takes many.</source>
        <translation>detect nimmt eine Adresse oder Domain; --batch nimmt viele.</translation>
    </message>
    <message>
        <source>--nameserver needs an address.</source>
        <translation>--nameserver braucht eine Adresse.</translation>
    </message>
    <message>
        <source>The bound on a search, and so on the command, in seconds (default: 30).</source>
        <translation>Die Grenze für eine Suche und damit für den Befehl, in Sekunden (Vorgabe: 30).</translation>
    </message>
    <message>
        <source>The %1 server: look for no other.</source>
        <translation>Der %1-Server: keinen anderen suchen.</translation>
    </message>
    <message>
        <source>The %1 port; others only show what is wrong with it.</source>
        <translation>Der %1-Port; andere zeigen nur, was mit ihm nicht stimmt.</translation>
    </message>
    <message>
        <source>Use this host in this run, though it lies outside the domain or was found on a way that could have been tampered with.</source>
        <translation>Diesen Host in diesem Lauf verwenden, obwohl er außerhalb der Domain liegt oder auf einem Weg gefunden wurde, der manipuliert sein könnte.</translation>
    </message>
    <message>
        <source>--sources names no source; there are %1.</source>
        <translation>--sources nennt keine Quelle; es gibt %1.</translation>
    </message>
    <message>
        <source>Ask for the versions of TLS that the server accepts, at most five connections more.</source>
        <translation>Nach den TLS-Versionen fragen, die der Server akzeptiert, höchstens fünf Verbindungen mehr.</translation>
    </message>
    <message>
        <source>The newest version of TLS to use (default: 1.3).</source>
        <translation>Die neueste zu verwendende TLS-Version (Vorgabe: 1.3).</translation>
    </message>
    <message>
        <source>--newest-tls is 1.2 or 1.3, not “%1”.</source>
        <translation>--newest-tls ist 1.2 oder 1.3, nicht „%1“.</translation>
    </message>
    <message>
        <source>explain needs an error text or a diagnosis code.</source>
        <translation>explain braucht einen Fehlertext oder einen Diagnosecode.</translation>
    </message>
    <message>
        <source>Use TLS 1.0 and 1.1 too, which can be broken, and ask less of a handshake; only where a server speaks nothing newer.</source>
        <translation>Auch TLS 1.0 und 1.1 verwenden, die gebrochen werden können, und weniger vom Handshake verlangen; nur wo ein Server nichts Neueres spricht.</translation>
    </message>
    <message>
        <source>--allow-legacy-tls and --newest-tls exclude each other.</source>
        <translation>--allow-legacy-tls und --newest-tls schließen einander aus.</translation>
    </message>
    <message>
        <source>--security is tls, starttls or none, not “%1”; inspect also knows auto.</source>
        <translation>--security ist tls, starttls oder none, nicht „%1“; inspect kennt auch auto.</translation>
    </message>
    <message>
        <source>“%1” is no e-mail address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>With what was accepted for the account with this address.</source>
        <translation>Mit dem, was für das Konto mit dieser Adresse angenommen wurde.</translation>
    </message>
    <message>
        <source>Only for the account with this address (default: add: for whoever uses the server; remove: all).</source>
        <translation>Nur für das Konto mit dieser Adresse (sonst: add: für alle, die den Server nutzen; remove: alles).</translation>
    </message>
    <message>
        <source>Write to this file, or into this folder (default: standard output).</source>
        <translation>In diese Datei oder diesen Ordner schreiben (sonst: Standardausgabe).</translation>
    </message>
    <message>
        <source>Write over a file that says something else; the difference is shown.</source>
        <translation>Eine Datei überschreiben, in der etwas anderes steht; der Unterschied wird gezeigt.</translation>
    </message>
    <message>
        <source>Let the program take the password from the keyring (secret-tool) instead of asking for it.</source>
        <translation>Das Programm das Passwort aus dem Schlüsselbund nehmen lassen (secret-tool), statt danach zu fragen.</translation>
    </message>
    <message>
        <source>check takes one file of settings.</source>
        <translation>check nimmt eine Datei mit Einstellungen.</translation>
    </message>
    <message>
        <source>--account needs an e-mail address.</source>
        <translation>--account braucht eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Whose account it is, where the file is for a whole domain.</source>
        <translation>Wessen Konto es ist, wenn die Datei für eine ganze Domain gilt.</translation>
    </message>
    <message>
        <source>Leave user names and IP addresses out of a report, or of json.</source>
        <translation>Benutzernamen und IP-Adressen in einem Bericht oder in json weglassen.</translation>
    </message>
    <message>
        <source>--output needs a path.</source>
        <translation>--output braucht einen Pfad.</translation>
    </message>
</context>
<context>
    <name>postern::ConsoleOutput</name>
    <message>
        <source>No certificate was shown; %1 was not written.</source>
        <translation>Es wurde kein Zertifikat gezeigt; %1 wurde nicht geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>The time ran out with %n attempt(s) unfinished; --timeout gives more.</source>
        <translation>
            <numerusform>Die Zeit ist abgelaufen, %n Versuch blieb unbeendet; --timeout gibt mehr davon.</numerusform>
            <numerusform>Die Zeit ist abgelaufen, %n Versuche blieben unbeendet; --timeout gibt mehr davon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted with %n attempt(s) unfinished.</source>
        <translation>
            <numerusform>Unterbrochen; %n Versuch blieb unbeendet.</numerusform>
            <numerusform>Unterbrochen; %n Versuche blieben unbeendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The time ran out; --timeout gives more.</source>
        <translation>Die Zeit ist abgelaufen; --timeout gibt mehr.</translation>
    </message>
    <message>
        <source>Interrupted: what was found so far is printed.</source>
        <translation>Unterbrochen: Ausgegeben ist, was bis jetzt gefunden wurde.</translation>
    </message>
</context>
<context>
    <name>postern::ConsoleRunner</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1 holds no certificate that can be read.</source>
        <translation>%1 enthält kein lesbares Zertifikat.</translation>
    </message>
    <message>
        <source>“%1” is no address of a name server.</source>
        <translation>„%1“ ist keine Adresse eines Nameservers.</translation>
    </message>
    <message>
        <source>No certificate of %1 was accepted; nothing was removed.</source>
        <translation>Von %1 war kein Zertifikat akzeptiert; es wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>This certificate is verified and needs no accepting.</source>
        <translation>Dieses Zertifikat ist geprüft und muss nicht akzeptiert werden.</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation>Die Standardausgabe konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be accepted.</source>
        <translation>Das Zertifikat von %1 kann nicht akzeptiert werden.</translation>
    </message>
    <message>
        <source>%1 shows another certificate; nothing was accepted. The SHA-256 fingerprint of what it shows:
  %2</source>
        <translation>%1 zeigt ein anderes Zertifikat; nichts wurde akzeptiert. Der SHA-256-Fingerabdruck dessen, was er zeigt:
  %2</translation>
    </message>
    <message>
        <source>%1 showed no certificate; nothing was accepted.</source>
        <translation>%1 hat kein Zertifikat gezeigt; nichts wurde akzeptiert.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The certificate of %1 is accepted from now on.</source>
        <translation>Das Zertifikat von %1 ist ab jetzt akzeptiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n acceptance(s) for %1 were removed.</source>
        <translation>
            <numerusform>%n Annahme für %1 wurde entfernt.</numerusform>
            <numerusform>%n Annahmen für %1 wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was accepted for others there is listed below.</source>
        <translation>Was dort für andere angenommen wurde, steht unten.</translation>
    </message>
    <message>
        <source>This certificate is accepted already, for this account or for whoever uses the server.</source>
        <translation>Dieses Zertifikat ist schon angenommen, für dieses Konto oder für alle, die den Server nutzen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Die Standardeingabe</translation>
    </message>
</context>
<context>
    <name>postern::ConsoleText</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>  Certificate %1: %2
    Issuer        %3
    Names         %4
    Valid         %5 to %6
    Key           %7
    Signature     %8
    SHA-256       %9
</source>
        <translation>  Zertifikat %1: %2
    Aussteller    %3
    Namen         %4
    Gültig        %5 bis %6
    Schlüssel     %7
    Signatur      %8
    SHA-256       %9
</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was ausprobiert wurde</translation>
    </message>
    <message>
        <source>  Address       %1
</source>
        <translation>  Adresse       %1
</translation>
    </message>
    <message>
        <source>  Greeting      %1
</source>
        <translation>  Begrüßung     %1
</translation>
    </message>
    <message>
        <source>  Capabilities  %1
</source>
        <translation>  Fähigkeiten   %1
</translation>
    </message>
    <message>
        <source>No certificates are accepted.
</source>
        <translation>Es sind keine Zertifikate akzeptiert.
</translation>
    </message>
    <message>
        <source>Settings for %1: ready to use.</source>
        <translation>Einstellungen für %1: einsatzbereit.</translation>
    </message>
    <message>
        <source>Settings for %1: they work, but need your decision first.</source>
        <translation>Einstellungen für %1: Sie funktionieren, brauchen aber zuerst Ihre Entscheidung.</translation>
    </message>
    <message>
        <source>Settings for %1: only one direction was found.</source>
        <translation>Einstellungen für %1: Nur eine Richtung wurde gefunden.</translation>
    </message>
    <message>
        <source>Settings for %1: only insecure ones were found.</source>
        <translation>Einstellungen für %1: Nur unsichere wurden gefunden.</translation>
    </message>
    <message>
        <source>No settings were found for %1.</source>
        <translation>Für %1 wurden keine Einstellungen gefunden.</translation>
    </message>
    <message>
        <source>The network or the DNS is down; nothing could be tried for %1.</source>
        <translation>Das Netz oder das DNS ist ausgefallen; für %1 konnte nichts ausprobiert werden.</translation>
    </message>
    <message>
        <source>  Evidence: %1
</source>
        <translation>  Beleg: %1
</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>braucht eine Entscheidung</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>accepted by you</source>
        <translation>von Ihnen akzeptiert</translation>
    </message>
    <message>
        <source>  Handshake     %1, %2 (%3)
</source>
        <translation>  Handshake     %1, %2 (%3)
</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>verified, %1</source>
        <translation>geprüft, %1</translation>
    </message>
    <message>
        <source>accepted by you, %1</source>
        <translation>von Ihnen akzeptiert, %1</translation>
    </message>
    <message>
        <source>needs your decision: %1</source>
        <translation>braucht Ihre Entscheidung: %1</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>
The certificate of %1 has this SHA-256 fingerprint:
  %2
</source>
        <translation>
Das Zertifikat von %1 hat diesen SHA-256-Fingerabdruck:
  %2
</translation>
    </message>
    <message>
        <source>If it is the one that the administrator gave you:
  %1
</source>
        <translation>Wenn es der ist, den der Administrator Ihnen genannt hat:
  %1
</translation>
    </message>
    <message>
        <source>  Certificates  the same as above
</source>
        <translation>  Zertifikate   dieselben wie oben
</translation>
    </message>
    <message>
        <source>  Nothing: no source named a server that fits what was asked for.
</source>
        <translation>  Nichts: Keine Quelle nannte einen Server, der zu den Vorgaben passt.
</translation>
    </message>
    <message>
        <source>Accepted certificates:
</source>
        <translation>Akzeptierte Zertifikate:
</translation>
    </message>
    <message>
        <source>          found by %1: %2
</source>
        <comment>source: origin</comment>
        <translation>          gefunden durch %1: %2
</translation>
    </message>
    <message>
        <source>User name (incoming)</source>
        <translation>Benutzername (Eingang)</translation>
    </message>
    <message>
        <source>User name (outgoing)</source>
        <translation>Benutzername (Ausgang)</translation>
    </message>
    <message>
        <source>
If you know these servers, run the command again with:
  %1
</source>
        <translation>
Wenn Sie diese Server kennen, führen Sie den Befehl noch einmal aus mit:
  %1
</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>  %1 %2
</source>
        <comment>TLS version, accepted or not</comment>
        <translation>  %1 %2
</translation>
    </message>
    <message>
        <source>Did you mean %1?
</source>
        <translation>Meinten Sie %1?
</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>whoever uses it</source>
        <translation>alle, die ihn nutzen</translation>
    </message>
    <message>
        <source>: an authority</source>
        <translation>: eine Stelle</translation>
    </message>
    <message>
        <source>
  For          %1
  SHA-256      %2
  Accepted     %3
  In spite of  %4
</source>
        <translation>
  Für          %1
  SHA-256      %2
  Angenommen   %3
  Trotz        %4
</translation>
    </message>
</context>
<context>
    <name>postern::DateAdvice</name>
    <message>
        <source>less than a minute</source>
        <translation>weniger als einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::DecisionWords</name>
    <message>
        <source>%1 identifies itself with a certificate that nobody vouches for.</source>
        <translation>%1 weist sich mit einem Zertifikat aus, für das niemand bürgt.</translation>
    </message>
    <message>
        <source>The server is in your own network. A server or storage box at home usually signs its certificate itself; its settings page shows the fingerprint.</source>
        <translation>Der Server steht in Ihrem eigenen Netz. Ein Server oder Speicher zu Hause unterschreibt sein Zertifikat meist selbst; seine Einstellungsseite zeigt den Fingerabdruck.</translation>
    </message>
    <message>
        <source>A known authority vouched for it, but not for today. Usually somebody forgot to renew it, or this computer&apos;s clock is wrong.</source>
        <translation>Eine bekannte Stelle bürgte dafür, aber nicht für heute. Meist hat jemand vergessen, es zu erneuern, oder die Uhr dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>It looks like a public authority&apos;s, but the server does not send the certificate in between. Usually the administrator installed half of it.</source>
        <translation>Es sieht nach einer öffentlichen Stelle aus, aber der Server sendet das Zertifikat dazwischen nicht. Meist hat der Verwalter nur die Hälfte eingerichtet.</translation>
    </message>
    <message>
        <source>It was issued by an authority that this computer does not know. That is usual for a company or a university, whose administrators give you its file; and an interceptor&apos;s looks the same.</source>
        <translation>Es wurde von einer Stelle ausgestellt, die dieser Rechner nicht kennt. Das ist üblich bei einer Firma oder Universität, deren Verwalter Ihnen ihre Datei geben; und das eines Lauschers sieht ebenso aus.</translation>
    </message>
    <message>
        <source>The server signed it itself. That is usual for a small server of somebody&apos;s own; and an interceptor&apos;s looks the same. Only its fingerprint tells them apart.</source>
        <translation>Der Server hat es selbst unterschrieben. Das ist üblich bei einem kleinen eigenen Server; und das eines Lauschers sieht ebenso aus. Nur der Fingerabdruck unterscheidet sie.</translation>
    </message>
    <message>
        <source>That file holds no certificate that can be read. Nothing was changed.</source>
        <translation>Diese Datei enthält kein lesbares Zertifikat. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That file holds a certificate, but not an authority&apos;s. Ask for the certificate of the authority that issued this one. Nothing was changed.</source>
        <translation>Diese Datei enthält ein Zertifikat, aber nicht das einer Stelle. Fragen Sie nach dem Zertifikat der Stelle, die dieses ausgestellt hat. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That authority does not vouch for this certificate under this name. Nothing was changed.</source>
        <translation>Diese Stelle bürgt nicht für dieses Zertifikat unter diesem Namen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Its authority bears the name of %1, a product that reads encrypted connections on the way. Anybody can write that name. If that product is yours, its own authority&apos;s file is the way; if not, somebody may be listening.</source>
        <translation>Seine Stelle trägt den Namen von %1, einem Produkt, das verschlüsselte Verbindungen unterwegs mitliest. Diesen Namen kann jeder hineinschreiben. Gehört das Produkt Ihnen, ist die Datei von dessen eigener Stelle der richtige Weg; wenn nicht, hört vielleicht jemand mit.</translation>
    </message>
    <message>
        <source>The server is a program on this computer, such as a provider&apos;s mail bridge. Such programs sign their certificates themselves.</source>
        <translation>Der Server ist ein Programm auf diesem Rechner, etwa die Mail-Brücke eines Anbieters. Solche Programme unterschreiben ihre Zertifikate selbst.</translation>
    </message>
    <message>
        <source>A known authority vouches for it, but under another name. That is usual where one server hosts many domains; then the provider&apos;s own server name is the right one. But an interceptor can show a valid certificate of a name of its own, too.</source>
        <translation>Eine bekannte Stelle bürgt dafür, aber unter einem anderen Namen. Das ist üblich, wo ein Server viele Domains bedient; dann ist der eigene Servername des Anbieters der richtige. Aber auch ein Lauscher kann ein gültiges Zertifikat eines eigenen Namens zeigen.</translation>
    </message>
    <message>
        <source>A known authority vouches for it, but with cryptography of the past. Usually it is an old server that nobody looks after.</source>
        <translation>Eine bekannte Stelle bürgt dafür, aber mit Kryptografie von gestern. Meist ist es ein alter Server, um den sich niemand kümmert.</translation>
    </message>
    <message>
        <source>If you accept a certificate that is not your server&apos;s, whoever shows it can read your password and all of your mail.</source>
        <translation>Nehmen Sie ein Zertifikat an, das nicht das Ihres Servers ist, kann, wer es zeigt, Ihr Passwort und alle Ihre Post lesen.</translation>
    </message>
    <message>
        <source>%1 This one is so weak that others can forge it: even if it is the right one today, nobody can tell whether it is tomorrow. It counts only in searches that allow weak certificates.</source>
        <translation>%1 Dieses ist so schwach, dass andere es fälschen können: Auch wenn es heute das richtige ist, weiß niemand, ob es das morgen noch ist. Es gilt nur bei Suchen, die schwache Zertifikate erlauben.</translation>
    </message>
</context>
<context>
    <name>postern::DemoAnnouncement</name>
    <message>
        <source>The demonstration servers are running on 127.0.0.1:
%1
Try them from another terminal:
  postern-cli detect --nameserver %2 %3

Ctrl+C ends them.
</source>
        <translation>Die Demonstrationsserver laufen auf 127.0.0.1:
%1
Probieren Sie sie in einem anderen Terminal aus:
  postern-cli detect --nameserver %2 %3

Strg+C beendet sie.
</translation>
    </message>
</context>
<context>
    <name>postern::DemoServers</name>
    <message>
        <source>The certificates of the demonstration cannot be read.</source>
        <translation>Die Zertifikate der Demonstration lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>A mail server of the demonstration cannot start: %1</source>
        <translation>Ein Mailserver der Demonstration lässt sich nicht starten: %1</translation>
    </message>
    <message>
        <source>The name server of the demonstration cannot start: %1</source>
        <translation>Der Nameserver der Demonstration lässt sich nicht starten: %1</translation>
    </message>
</context>
<context>
    <name>postern::DetectionPage</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Finding your settings</source>
        <translation>Ihre Einstellungen werden gesucht</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>&amp;Details of the chosen line</source>
        <translation>&amp;Details zur gewählten Zeile</translation>
    </message>
    <message>
        <source>The likely servers, ports and security modes are tried; no password is sent.</source>
        <translation>Die wahrscheinlichen Server, Ports und Sicherheitsarten werden versucht; es wird kein Passwort gesendet.</translation>
    </message>
</context>
<context>
    <name>postern::DiagnosisView</name>
    <message>
        <source>Try %1, port %2, %3</source>
        <comment>host, port, security mode</comment>
        <translation>%1, Port %2, %3 versuchen</translation>
    </message>
    <message>
        <source>About %1</source>
        <comment>a diagnosis code</comment>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Allow old TLS and weak certificates for this search</source>
        <translation>Altes TLS und schwache Zertifikate für diese Suche erlauben</translation>
    </message>
    <message>
        <source>Whoever taps the line may be able to read your password and your mail: TLS 1.0 and 1.1 can be broken, and weak certificates forged. A weak certificate is still asked about.</source>
        <translation>Wer die Leitung anzapft, kann vielleicht Ihr Passwort und Ihre Post lesen: TLS 1.0 und 1.1 lassen sich brechen und schwache Zertifikate fälschen. Nach einem schwachen Zertifikat werden Sie trotzdem gefragt.</translation>
    </message>
</context>
<context>
    <name>postern::DocumentWords</name>
    <message>
        <source>%1 is too large to be a saved detection.</source>
        <translation>%1 ist zu groß für eine gespeicherte Suche.</translation>
    </message>
    <message>
        <source>%1 is no saved detection, or only a part of one.</source>
        <translation>%1 ist keine gespeicherte Suche oder nur ein Teil von einer.</translation>
    </message>
    <message>
        <source>%1 is no saved detection: its “schema” is another one.</source>
        <translation>%1 ist keine gespeicherte Suche: Das „schema“ darin ist ein anderes.</translation>
    </message>
    <message>
        <source>%1 cannot be used: what stands at %2 is not what belongs there. The file may have been changed, or written by a newer version.</source>
        <translation>%1 lässt sich nicht verwenden: Was bei %2 steht, gehört nicht dorthin. Die Datei wurde vielleicht verändert oder von einer neueren Version geschrieben.</translation>
    </message>
</context>
<context>
    <name>postern::EndpointDetails</name>
    <message>
        <source>What was said on the connection</source>
        <translation>Was auf der Verbindung gesagt wurde</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>Co&amp;py details</source>
        <translation>Details ko&amp;pieren</translation>
    </message>
    <message>
        <source>Everything works, and nothing is wrong with it.</source>
        <translation>Alles funktioniert, und nichts ist daran auszusetzen.</translation>
    </message>
    <message>
        <source>Choose a line to see everything about it.</source>
        <translation>Wählen Sie eine Zeile, um alles darüber zu sehen.</translation>
    </message>
    <message>
        <source>This attempt was not finished.</source>
        <translation>Dieser Versuch wurde nicht beendet.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Looks at this server again, in a window of its own, and compares.</source>
        <translation>Sieht sich diesen Server in einem eigenen Fenster noch einmal an und vergleicht.</translation>
    </message>
    <message>
        <source>Whole search</source>
        <translation>Ganze Suche</translation>
    </message>
    <message>
        <source>Inspect a&amp;gain …</source>
        <translation>Gena&amp;uer ansehen …</translation>
    </message>
</context>
<context>
    <name>postern::EndpointState</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>verified, %1</source>
        <translation>geprüft, %1</translation>
    </message>
    <message>
        <source>accepted by you, %1</source>
        <translation>von Ihnen akzeptiert, %1</translation>
    </message>
    <message>
        <source>needs your decision</source>
        <translation>braucht Ihre Entscheidung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>no such name</source>
        <translation>Name existiert nicht</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>DNS does not answer</source>
        <translation>DNS antwortet nicht</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>offers no STARTTLS</source>
        <translation>bietet kein STARTTLS an</translation>
    </message>
    <message>
        <source>another service</source>
        <translation>anderer Dienst</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>looking up the name …</source>
        <translation>Name wird nachgeschlagen …</translation>
    </message>
    <message>
        <source>connecting …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>waiting for the greeting …</source>
        <translation>wartet auf die Begrüßung …</translation>
    </message>
    <message>
        <source>asking for STARTTLS …</source>
        <translation>bittet um STARTTLS …</translation>
    </message>
    <message>
        <source>TLS handshake …</source>
        <translation>TLS-Handshake …</translation>
    </message>
    <message>
        <source>asking what it can do …</source>
        <translation>fragt nach Fähigkeiten …</translation>
    </message>
</context>
<context>
    <name>postern::ErrorExplainer</name>
    <message>
        <source>Error text of another program</source>
        <translation>Fehlertext eines anderen Programms</translation>
    </message>
    <message>
        <source>Paste what your mail program says, or a diagnosis code.</source>
        <translation>Fügen Sie ein, was Ihr Mailprogramm sagt, oder einen Diagnosecode.</translation>
    </message>
    <message>
        <source>Postern says what it means, with mail.example.org in place of your server.</source>
        <translation>Postern sagt, was es bedeutet, mit mail.example.org anstelle Ihres Servers.</translation>
    </message>
    <message>
        <source>This text is not known. Search for your address instead: Postern names the cause itself.</source>
        <translation>Dieser Text ist nicht bekannt. Suchen Sie stattdessen nach Ihrer Adresse: Postern nennt die Ursache selbst.</translation>
    </message>
</context>
<context>
    <name>postern::ExplainCommand</name>
    <message>
        <source>This text is not known. Paste all of it, also what stands in brackets, or try “postern-cli inspect HOST:PORT”: it names the cause itself.</source>
        <translation>Dieser Text ist nicht bekannt. Fügen Sie ihn ganz ein, auch was in Klammern steht, oder versuchen Sie „postern-cli inspect HOST:PORT“: das nennt die Ursache selbst.</translation>
    </message>
    <message>
        <source>It means this, with mail.example.org as the example of a server:</source>
        <translation>Es bedeutet dies, mit mail.example.org als Beispiel eines Servers:</translation>
    </message>
    <message>
        <source>It can mean one of these, the likeliest first, with mail.example.org as the example of a server:</source>
        <translation>Es kann eines davon bedeuten, das Wahrscheinlichste zuerst, mit mail.example.org als Beispiel eines Servers:</translation>
    </message>
    <message>
        <source>
“postern-cli inspect HOST:PORT” shows what it is at your server.
</source>
        <translation>
„postern-cli inspect HOST:PORT“ zeigt, was es bei Ihrem Server ist.
</translation>
    </message>
</context>
<context>
    <name>postern::ExportAdvice</name>
    <message>
        <source>There is no secure server for incoming mail to write down.</source>
        <translation>Es gibt keinen sicheren Server für eingehende Mail, der sich eintragen ließe.</translation>
    </message>
    <message>
        <source>There is no secure server for outgoing mail to write down.</source>
        <translation>Es gibt keinen sicheren Server für ausgehende Mail, der sich eintragen ließe.</translation>
    </message>
    <message>
        <source>Thunderbird (config-v1.1.xml)</source>
        <translation>Thunderbird (config-v1.1.xml)</translation>
    </message>
    <message>
        <source>Everything that was found (JSON)</source>
        <translation>Alles, was gefunden wurde (JSON)</translation>
    </message>
    <message>
        <source>A server without encryption is not written down for other programs: your password would be readable on the way.</source>
        <translation>Ein Server ohne Verschlüsselung wird nicht für andere Programme aufgeschrieben: Ihr Passwort wäre unterwegs lesbar.</translation>
    </message>
    <message>
        <source>Hand it to an administrator, or keep it for “postern-cli export”. It has everything that was seen, and no password.</source>
        <translation>Geben Sie es einem Administrator, oder heben Sie es für „postern-cli export“ auf. Es enthält alles, was gesehen wurde, und kein Passwort.</translation>
    </message>
    <message>
        <source>The format cannot carry an accepted certificate: Thunderbird checks the certificate itself and asks once.</source>
        <translation>Ein angenommenes Zertifikat kann das Format nicht mitnehmen: Thunderbird prüft das Zertifikat selbst und fragt einmal.</translation>
    </message>
    <message>
        <source>Thunderbird for Android (QR code)</source>
        <translation>Thunderbird für Android (QR-Code)</translation>
    </message>
    <message>
        <source>Choose “Import from Thunderbird for desktop” on the phone and hold it in front of the code. It asks for the password; K-9 Mail cannot read the code.</source>
        <translation>Wählen Sie auf dem Telefon „Aus Thunderbird für Desktop importieren“ und halten Sie es vor den Code. Es fragt nach dem Passwort; K-9 Mail kann den Code nicht lesen.</translation>
    </message>
    <message>
        <source>The code cannot carry an accepted certificate (the phone asks), nor Kerberos and NTLM.</source>
        <translation>Ein angenommenes Zertifikat kann der Code nicht mitnehmen (das Telefon fragt), Kerberos und NTLM auch nicht.</translation>
    </message>
    <message>
        <source>K-9 Mail (settings file)</source>
        <translation>K-9 Mail (Einstellungsdatei)</translation>
    </message>
    <message>
        <source>Copy the file to the phone, then choose “Import settings” in K-9 Mail or Thunderbird for Android. The password is asked for there.</source>
        <translation>Kopieren Sie die Datei auf das Telefon und wählen Sie dort in K-9 Mail oder Thunderbird für Android „Einstellungen importieren“. Nach dem Passwort wird dort gefragt.</translation>
    </message>
    <message>
        <source>The file cannot carry an accepted certificate: the phone asks when it connects first.</source>
        <translation>Ein angenommenes Zertifikat kann die Datei nicht mitnehmen: Das Telefon fragt bei der ersten Verbindung.</translation>
    </message>
    <message>
        <source>iPhone, iPad and Mac (profile)</source>
        <translation>iPhone, iPad und Mac (Profil)</translation>
    </message>
    <message>
        <source>Open the file on the device, then install the profile in its settings. The password is asked for there; the profile is not signed, so the device calls it “not verified”.</source>
        <translation>Öffnen Sie die Datei auf dem Gerät und installieren Sie das Profil in dessen Einstellungen. Nach dem Passwort wird dort gefragt; das Profil ist nicht signiert, darum nennt das Gerät es „nicht überprüft“.</translation>
    </message>
    <message>
        <source>A certificate for another name cannot be accepted there. There is no key for STARTTLS: the device negotiates it, and may not on an unusual port.</source>
        <translation>Ein Zertifikat für einen anderen Namen lässt sich dort nicht annehmen. Für STARTTLS gibt es keinen Eintrag: Das Gerät handelt es aus, auf einem ungewöhnlichen Port vielleicht nicht.</translation>
    </message>
    <message>
        <source>Evolution (.source files)</source>
        <translation>Evolution (.source-Dateien)</translation>
    </message>
    <message>
        <source>Close Evolution and put the three files into ~/.config/evolution/sources under just these names. Evolution asks for the password when it starts.</source>
        <translation>Schließen Sie Evolution und legen Sie die drei Dateien unter genau diesen Namen in ~/.config/evolution/sources. Evolution fragt beim Start nach dem Passwort.</translation>
    </message>
    <message>
        <source>The files cannot carry an accepted certificate: Evolution asks.</source>
        <translation>Ein angenommenes Zertifikat können die Dateien nicht mitnehmen: Evolution fragt.</translation>
    </message>
    <message>
        <source>msmtp (sending)</source>
        <translation>msmtp (Versand)</translation>
    </message>
    <message>
        <source>Save it as ~/.msmtprc, or add it to the file that is there. Try it with: msmtp --serverinfo -C FILE.</source>
        <translation>Speichern Sie sie als ~/.msmtprc, oder fügen Sie sie der vorhandenen Datei an. Probieren Sie sie mit: msmtp --serverinfo -C DATEI.</translation>
    </message>
    <message>
        <source>Outgoing mail only.</source>
        <translation>Nur ausgehende Post.</translation>
    </message>
    <message>
        <source>mpop (POP3)</source>
        <translation>mpop (POP3)</translation>
    </message>
    <message>
        <source>Save it as ~/.mpoprc, or add it to the file that is there, and make the mail folder that it names. Then run: mpop.</source>
        <translation>Speichern Sie sie als ~/.mpoprc, oder fügen Sie sie der vorhandenen Datei an, und legen Sie den darin genannten Postordner an. Rufen Sie dann auf: mpop.</translation>
    </message>
    <message>
        <source>POP3 only.</source>
        <translation>Nur POP3.</translation>
    </message>
    <message>
        <source>isync, mbsync (IMAP)</source>
        <translation>isync, mbsync (IMAP)</translation>
    </message>
    <message>
        <source>Save it as ~/.mbsyncrc, or add it to the file that is there, and make the mail folder that it names. Then run: mbsync -a.</source>
        <translation>Speichern Sie sie als ~/.mbsyncrc, oder fügen Sie sie der vorhandenen Datei an, und legen Sie den darin genannten Postordner an. Rufen Sie dann auf: mbsync -a.</translation>
    </message>
    <message>
        <source>IMAP only. The name in the certificate is always compared, so a certificate for another name is refused.</source>
        <translation>Nur IMAP. Der Name im Zertifikat wird immer verglichen; ein Zertifikat für einen anderen Namen wird darum abgelehnt.</translation>
    </message>
    <message>
        <source>neomutt</source>
        <translation>neomutt</translation>
    </message>
    <message>
        <source>Save it beside your configuration and add a line to it: source FILE. The password is asked for.</source>
        <translation>Speichern Sie sie neben Ihrer Konfiguration und fügen Sie dieser eine Zeile an: source DATEI. Nach dem Passwort wird gefragt.</translation>
    </message>
    <message>
        <source>The checks of name and dates are switched for both servers at once; a mixture is refused.</source>
        <translation>Die Prüfungen von Name und Gültigkeit gelten für beide Server zugleich; eine Mischung wird abgelehnt.</translation>
    </message>
    <message>
        <source>mutt</source>
        <translation>mutt</translation>
    </message>
    <message>
        <source>fetchmail</source>
        <translation>fetchmail</translation>
    </message>
    <message>
        <source>Save it as ~/.fetchmailrc, readable for you alone. Then run: fetchmail -c, which only counts; mail stays on the server.</source>
        <translation>Speichern Sie sie als ~/.fetchmailrc, nur für Sie lesbar. Rufen Sie dann auf: fetchmail -c, das nur zählt; die Post bleibt auf dem Server.</translation>
    </message>
    <message>
        <source>Incoming mail only. A certificate that did not sign itself is pinned by its MD5 fingerprint, the only one fetchmail has; there is no command for a password, so it asks.</source>
        <translation>Nur eingehende Post. Ein Zertifikat, das sich nicht selbst unterschrieben hat, wird an seinem MD5-Fingerabdruck erkannt, dem einzigen, den fetchmail kennt; für das Passwort gibt es keinen Befehl, darum fragt es.</translation>
    </message>
    <message>
        <source>getmail6</source>
        <translation>getmail6</translation>
    </message>
    <message>
        <source>Save it as ~/.config/getmail/getmailrc and make the mail folder that it names. Then run: getmail.</source>
        <translation>Speichern Sie sie als ~/.config/getmail/getmailrc und legen Sie den darin genannten Postordner an. Rufen Sie dann auf: getmail.</translation>
    </message>
    <message>
        <source>Implicit TLS only: getmail6 has no STARTTLS, and would send the password in clear text. For IMAP the user name has to be ASCII.</source>
        <translation>Nur implizites TLS: getmail6 hat kein STARTTLS und würde das Passwort im Klartext senden. Bei IMAP muss der Benutzername aus ASCII-Zeichen bestehen.</translation>
    </message>
    <message>
        <source>OfflineIMAP</source>
        <translation>OfflineIMAP</translation>
    </message>
    <message>
        <source>Save it as ~/.offlineimaprc. Then run: offlineimap -o.</source>
        <translation>Speichern Sie sie als ~/.offlineimaprc. Rufen Sie dann auf: offlineimap -o.</translation>
    </message>
    <message>
        <source>IMAP with implicit TLS only: under STARTTLS OfflineIMAP checks no certificate at all.</source>
        <translation>Nur IMAP mit implizitem TLS: Unter STARTTLS prüft OfflineIMAP gar kein Zertifikat.</translation>
    </message>
    <message>
        <source>aerc</source>
        <translation>aerc</translation>
    </message>
    <message>
        <source>Add it to ~/.config/aerc/accounts.conf, readable for you alone. aerc asks for the password.</source>
        <translation>Fügen Sie sie ~/.config/aerc/accounts.conf an, nur für Sie lesbar. aerc fragt nach dem Passwort.</translation>
    </message>
    <message>
        <source>IMAP only. aerc knows the system’s roots alone: an accepted certificate cannot be pinned.</source>
        <translation>Nur IMAP. aerc kennt nur die Wurzelzertifikate des Systems: Ein angenommenes Zertifikat lässt sich nicht eintragen.</translation>
    </message>
    <message>
        <source>Commands for openssl, curl and swaks</source>
        <translation>Befehle für openssl, curl und swaks</translation>
    </message>
    <message>
        <source>Run them in a terminal to see what the search saw. Passwords are asked for; take them out of curl’s output before you send it to anybody.</source>
        <translation>Führen Sie sie in einem Terminal aus, um zu sehen, was die Suche sah. Nach Passwörtern wird gefragt; nehmen Sie sie aus der Ausgabe von curl heraus, bevor Sie diese jemandem schicken.</translation>
    </message>
    <message>
        <source>What a program cannot check safely is left out, with the reason.</source>
        <translation>Was ein Programm nicht sicher prüfen kann, fehlt; der Grund steht dabei.</translation>
    </message>
    <message>
        <source>DNS records of the domain</source>
        <translation>DNS-Einträge der Domain</translation>
    </message>
    <message>
        <source>Add the lines to the domain’s zone, and raise its serial number. From then on programs find the servers by themselves.</source>
        <translation>Fügen Sie die Zeilen der Zone der Domain an und erhöhen Sie deren Seriennummer. Von da an finden Programme die Server selbst.</translation>
    </message>
    <message>
        <source>Only servers whose certificate is trusted without a decision are published.</source>
        <translation>Nur Server, deren Zertifikat ohne Entscheidung vertraut wird, werden veröffentlicht.</translation>
    </message>
    <message>
        <source>Outlook (Autodiscover file)</source>
        <translation>Outlook (Autodiscover-Datei)</translation>
    </message>
    <message>
        <source>Publish it as the answer at https://autodiscover.DOMAIN/autodiscover/autodiscover.xml, or point classic Outlook to the file. The new Outlook does not read it.</source>
        <translation>Veröffentlichen Sie sie als Antwort unter https://autodiscover.DOMAIN/autodiscover/autodiscover.xml, oder verweisen Sie das klassische Outlook auf die Datei. Das neue Outlook liest sie nicht.</translation>
    </message>
    <message>
        <source>Not tested with Outlook. The file is for one person’s user name, and cannot carry an accepted certificate.</source>
        <translation>Mit Outlook nicht getestet. Die Datei gilt für den Benutzernamen einer Person und kann ein angenommenes Zertifikat nicht mitnehmen.</translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation>Nichts wird weggelassen.</translation>
    </message>
    <message>
        <source>Only a domain was searched for, and this is for one person’s account.</source>
        <translation>Gesucht wurde nur für eine Domain; dies hier ist für das Konto einer Person.</translation>
    </message>
    <message>
        <source>No IMAP server was found, and this program reads mail with IMAP only.</source>
        <translation>Es wurde kein IMAP-Server gefunden, und dieses Programm liest Post nur mit IMAP.</translation>
    </message>
    <message>
        <source>No POP3 server was found, and this program reads mail with POP3 only.</source>
        <translation>Es wurde kein POP3-Server gefunden, und dieses Programm liest Post nur mit POP3.</translation>
    </message>
    <message>
        <source>The server speaks only TLS 1.0 or 1.1, which can be broken. This program would have to be weakened for all servers to use it.</source>
        <translation>Der Server spricht nur TLS 1.0 oder 1.1, die sich brechen lassen. Dieses Programm müsste dafür für alle Server geschwächt werden.</translation>
    </message>
    <message>
        <source>The server takes no password in a form that this program has.</source>
        <translation>Der Server nimmt kein Passwort in einer Form, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>The server was found with STARTTLS only, and this program cannot be trusted with that: your password could leave without encryption.</source>
        <translation>Der Server wurde nur mit STARTTLS gefunden, und damit ist auf dieses Programm kein Verlass: Ihr Passwort könnte unverschlüsselt hinausgehen.</translation>
    </message>
    <message>
        <source>You accepted a certificate that is issued for another name, and this program always compares the name.</source>
        <translation>Sie haben ein Zertifikat angenommen, das auf einen anderen Namen ausgestellt ist; dieses Programm vergleicht den Namen immer.</translation>
    </message>
    <message>
        <source>You accepted a certificate outside its dates, and this program always compares the dates.</source>
        <translation>Sie haben ein Zertifikat außerhalb seiner Gültigkeit angenommen; dieses Programm vergleicht die Daten immer.</translation>
    </message>
    <message>
        <source>You accepted a certificate for one of the servers in spite of its name or dates. This program has one switch for both servers, which would weaken the other one.</source>
        <translation>Sie haben für einen der Server ein Zertifikat trotz seines Namens oder seiner Daten angenommen. Dieses Programm hat nur einen Schalter für beide Server; er würde den anderen schwächen.</translation>
    </message>
    <message>
        <source>Search with the whole address.</source>
        <translation>Suchen Sie mit der vollständigen Adresse.</translation>
    </message>
    <message>
        <source>Search with the name that is in the certificate.</source>
        <translation>Suchen Sie mit dem Namen, der im Zertifikat steht.</translation>
    </message>
    <message>
        <source>The lasting way out is a new certificate on the server.</source>
        <translation>Auf Dauer hilft ein neues Zertifikat auf dem Server.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server to switch TLS 1.2 or newer on.</source>
        <translation>Bitten Sie den Betreiber des Servers, TLS 1.2 oder neuer einzuschalten.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server for implicit TLS, or take another program.</source>
        <translation>Bitten Sie den Betreiber des Servers um implizites TLS, oder nehmen Sie ein anderes Programm.</translation>
    </message>
    <message>
        <source>Mail programs and phones</source>
        <translation>Mailprogramme und Telefone</translation>
    </message>
    <message>
        <source>Programs of the terminal</source>
        <translation>Programme für das Terminal</translation>
    </message>
    <message>
        <source>Developers</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administratoren</translation>
    </message>
    <message>
        <source>The server was found with implicit TLS only, which this library does not have.</source>
        <translation>Der Server wurde nur mit implizitem TLS gefunden, das diese Bibliothek nicht hat.</translation>
    </message>
    <message>
        <source>Python (standard library)</source>
        <translation>Python (Standardbibliothek)</translation>
    </message>
    <message>
        <source>Run it with: python3 FILE. It signs in, reads how many messages there are, and sends one to yourself.</source>
        <translation>Aufruf: python3 DATEI. Es meldet sich an, liest, wie viele Nachrichten da sind, und sendet eine an Sie selbst.</translation>
    </message>
    <message>
        <source>Passwords only; no OAuth.</source>
        <translation>Nur Passwörter, kein OAuth.</translation>
    </message>
    <message>
        <source>Node.js (nodemailer, imapflow)</source>
        <translation>Node.js (nodemailer, imapflow)</translation>
    </message>
    <message>
        <source>Run it with: node FILE, after npm install nodemailer imapflow. It signs in, reads how many messages there are, and sends one to yourself.</source>
        <translation>Aufruf: node DATEI, nach npm install nodemailer imapflow. Es meldet sich an, liest, wie viele Nachrichten da sind, und sendet eine an Sie selbst.</translation>
    </message>
    <message>
        <source>IMAP only. An accepted certificate has to be within its dates, and either signed by itself or only issued for another name.</source>
        <translation>Nur IMAP. Ein angenommenes Zertifikat muss innerhalb seiner Gültigkeit liegen und sich entweder selbst unterschrieben haben oder nur auf einen anderen Namen lauten.</translation>
    </message>
    <message>
        <source>PHP (streams, PHPMailer)</source>
        <translation>PHP (Streams, PHPMailer)</translation>
    </message>
    <message>
        <source>Run it with: php FILE. It signs in to read, and sends a message to yourself with PHPMailer.</source>
        <translation>Aufruf: php DATEI. Es meldet sich zum Lesen an und sendet mit PHPMailer eine Nachricht an Sie selbst.</translation>
    </message>
    <message>
        <source>Passwords only; IMAP needs PLAIN.</source>
        <translation>Nur Passwörter; IMAP braucht PLAIN.</translation>
    </message>
    <message>
        <source>Go (go-imap, net/smtp)</source>
        <translation>Go (go-imap, net/smtp)</translation>
    </message>
    <message>
        <source>Run it with: go run FILE. It signs in, reads how many messages there are, and sends one to yourself.</source>
        <translation>Aufruf: go run DATEI. Es meldet sich an, liest, wie viele Nachrichten da sind, und sendet eine an Sie selbst.</translation>
    </message>
    <message>
        <source>IMAP only; sending needs PLAIN.</source>
        <translation>Nur IMAP; der Versand braucht PLAIN.</translation>
    </message>
    <message>
        <source>Java (Jakarta Mail)</source>
        <translation>Java (Jakarta Mail)</translation>
    </message>
    <message>
        <source>Compile it with Jakarta Mail 2 in the class path. It signs in to both servers.</source>
        <translation>Übersetzen Sie es mit Jakarta Mail 2 im Klassenpfad. Es meldet sich an beiden Servern an.</translation>
    </message>
    <message>
        <source>Compiled, but not run against a server by us.</source>
        <translation>Von uns übersetzt, aber nicht gegen einen Server ausgeführt.</translation>
    </message>
    <message>
        <source>C# with Mail.dll</source>
        <translation>C# mit Mail.dll</translation>
    </message>
    <message>
        <source>Add it to a project that refers to Mail.dll. It signs in to both servers with Connect, ConnectSSL and StartTLS as they were tested.</source>
        <translation>Fügen Sie es einem Projekt mit Verweis auf Mail.dll hinzu. Es meldet sich an beiden Servern an, mit Connect, ConnectSSL und StartTLS, wie sie geprüft wurden.</translation>
    </message>
    <message>
        <source>Untested: its syntax was checked, but Mail.dll itself is not at hand.</source>
        <translation>Ungetestet: Die Syntax wurde geprüft, aber Mail.dll selbst liegt nicht vor.</translation>
    </message>
    <message>
        <source>VB.NET with Mail.dll</source>
        <translation>VB.NET mit Mail.dll</translation>
    </message>
    <message>
        <source>Untested: neither a compiler for VB.NET nor Mail.dll is at hand.</source>
        <translation>Ungetestet: Weder ein Übersetzer für VB.NET noch Mail.dll liegt vor.</translation>
    </message>
    <message>
        <source>C# with MailKit</source>
        <translation>C# mit MailKit</translation>
    </message>
    <message>
        <source>Add it to a project that refers to MailKit. It signs in to both servers.</source>
        <translation>Fügen Sie es einem Projekt mit Verweis auf MailKit hinzu. Es meldet sich an beiden Servern an.</translation>
    </message>
    <message>
        <source>Untested: its syntax was checked, but MailKit itself is not at hand.</source>
        <translation>Ungetestet: Die Syntax wurde geprüft, aber MailKit selbst liegt nicht vor.</translation>
    </message>
    <message>
        <source>C# with System.Net.Mail</source>
        <translation>C# mit System.Net.Mail</translation>
    </message>
    <message>
        <source>Add it to a project. It sends a message to yourself.</source>
        <translation>Fügen Sie es einem Projekt hinzu. Es sendet eine Nachricht an Sie selbst.</translation>
    </message>
    <message>
        <source>Sending with STARTTLS only: System.Net.Mail has no implicit TLS. Untested: its syntax was checked, but it was not run.</source>
        <translation>Nur Versand mit STARTTLS: System.Net.Mail hat kein implizites TLS. Ungetestet: Die Syntax wurde geprüft, aber es wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Report as text</source>
        <translation>Bericht als Text</translation>
    </message>
    <message>
        <source>Send it to whoever runs the servers. It says what works, what fails and why, how to see it again and what to change.</source>
        <translation>Schicken Sie ihn dem Betreiber der Server. Er sagt, was funktioniert, was scheitert und warum, wie man es wieder sieht und was zu ändern ist.</translation>
    </message>
    <message>
        <source>No picture of the times.</source>
        <translation>Ohne Bild der Zeiten.</translation>
    </message>
    <message>
        <source>Report for a ticket (Markdown)</source>
        <translation>Bericht für ein Ticket (Markdown)</translation>
    </message>
    <message>
        <source>Report as a page (HTML)</source>
        <translation>Bericht als Seite (HTML)</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Bericht als PDF</translation>
    </message>
    <message>
        <source>This program cannot use a recommended server as it was tested, so another one that was tested is written.</source>
        <translation>Dieses Programm kann einen empfohlenen Server nicht so verwenden, wie er geprüft wurde; darum steht hier ein anderer, der geprüft wurde.</translation>
    </message>
    <message>
        <source>A recommended server needs your decision first, so another one that was tested is written.</source>
        <translation>Ein empfohlener Server braucht erst Ihre Entscheidung; darum steht hier ein anderer, der geprüft wurde.</translation>
    </message>
    <message>
        <source>This document is one for a public ticket: the names in it are placeholders.</source>
        <translation>Dieses Dokument ist für ein öffentliches Ticket: Die Namen darin sind Platzhalter.</translation>
    </message>
    <message>
        <source>Take the document that was not redacted.</source>
        <translation>Nehmen Sie das Dokument, in dem nichts ausgelassen ist.</translation>
    </message>
    <message>
        <source>A server needs your decision first; until then the settings are not written for other programs.</source>
        <translation>Ein Server braucht erst Ihre Entscheidung; bis dahin werden die Einstellungen nicht für andere Programme geschrieben.</translation>
    </message>
    <message>
        <source>Compare the certificate and decide, or say that the host is right; then export again.</source>
        <translation>Vergleichen Sie das Zertifikat und entscheiden Sie, oder sagen Sie, dass der Server der richtige ist; exportieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The certificate counts because you accepted it or named its authority. The system knows neither, and that cannot be written here.</source>
        <translation>Das Zertifikat gilt, weil Sie es akzeptiert oder seine Zertifizierungsstelle genannt haben. Das System kennt beides nicht, und das lässt sich hier nicht schreiben.</translation>
    </message>
    <message>
        <source>The lasting way out is a certificate of an authority that the system knows.</source>
        <translation>Auf Dauer hilft ein Zertifikat einer Zertifizierungsstelle, die das System kennt.</translation>
    </message>
    <message>
        <source>Evolution reads three files whose names end in “.source”.</source>
        <translation>Evolution liest drei Dateien, deren Namen auf „.source“ enden.</translation>
    </message>
    <message>
        <source>Choose a folder, or a name that ends so.</source>
        <translation>Wählen Sie einen Ordner oder einen Namen, der so endet.</translation>
    </message>
    <message>
        <source>The name, the user name or the folder has signs that this format cannot carry, or is too long for it.</source>
        <translation>Der Name, der Benutzername oder der Ordner hat Zeichen, die dieses Format nicht tragen kann, oder ist zu lang dafür.</translation>
    </message>
    <message>
        <source>The certificates’ PEM is left out, and the end of what is very long.</source>
        <translation>Das PEM der Zertifikate ist ausgelassen, und das Ende dessen, was sehr lang ist.</translation>
    </message>
    <message>
        <source>Publish it, readable for the web server, as https://autoconfig.DOMAIN/mail/config-v1.1.xml, or put it into the folder “isp” of Thunderbird under the name DOMAIN.xml. Then add the account in Thunderbird, which asks for the password.</source>
        <translation>Veröffentlichen Sie sie, für den Webserver lesbar, als https://autoconfig.DOMAIN/mail/config-v1.1.xml, oder legen Sie sie als DOMAIN.xml in den Ordner „isp“ von Thunderbird. Richten Sie dann das Konto in Thunderbird ein, das nach dem Passwort fragt.</translation>
    </message>
</context>
<context>
    <name>postern::ExportCommand</name>
    <message>
        <source>There is no target “%1”; --list shows the targets.</source>
        <translation>Das Ziel „%1“ gibt es nicht; --list zeigt die Ziele.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 would be written twice; choose another name.</source>
        <translation>%1 würde zweimal geschrieben; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>--redact is for json and for reports.</source>
        <translation>--redact gilt für json und für Berichte.</translation>
    </message>
    <message>
        <source>What is there says something else, so nothing was written. --replace writes over it.</source>
        <translation>Was dort liegt, sagt etwas anderes; darum wurde nichts geschrieben. --replace überschreibt es.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Not written: %1. --output FOLDER writes all files.</source>
        <translation>Nicht geschrieben: %1. --output ORDNER schreibt alle Dateien.</translation>
    </message>
    <message>
        <source>--keyring makes no difference for this target.</source>
        <translation>--keyring ändert bei diesem Ziel nichts.</translation>
    </message>
    <message>
        <source>The program runs secret-tool (package libsecret-tools). Put the password there first: the words of the file, with “store --label=mail” in place of “lookup”.</source>
        <translation>Das Programm ruft secret-tool auf (Paket libsecret-tools). Legen Sie das Passwort zuerst dort ab: mit den Worten der Datei und „store --label=mail“ anstelle von „lookup“.</translation>
    </message>
    <message>
        <source>“postern-cli trust add” accepts a certificate that you have compared, --agree a host; then run detect again and export what it finds.</source>
        <translation>„postern-cli trust add“ akzeptiert ein Zertifikat, das Sie verglichen haben, --agree einen Server; suchen Sie dann noch einmal und exportieren Sie, was gefunden wird.</translation>
    </message>
    <message>
        <source>“postern-cli check FILE --format json” reads a config-v1.1.xml or a .mobileconfig, and what it prints can be exported.</source>
        <translation>„postern-cli check DATEI --format json“ liest eine config-v1.1.xml oder eine .mobileconfig, und was es ausgibt, lässt sich exportieren.</translation>
    </message>
    <message>
        <source>Trusted for %1, because the document says that it was accepted: SHA-256 %2</source>
        <translation>Vertraut für %1, weil das Dokument sagt, dass es akzeptiert wurde: SHA-256 %2</translation>
    </message>
</context>
<context>
    <name>postern::ExportSaver</name>
    <message>
        <source>Save the settings</source>
        <translation>Einstellungen speichern</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Die Datei ersetzen?</translation>
    </message>
    <message>
        <source>There is a file of that name already, and it says something else. Lines with a minus would go, lines with a plus would come.</source>
        <translation>Eine Datei dieses Namens gibt es schon, und in ihr steht etwas anderes. Zeilen mit einem Minus würden verschwinden, Zeilen mit einem Plus kämen hinzu.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>&amp;Keep the file</source>
        <translation>Datei &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1 would be written twice; choose another name.</source>
        <translation>%1 würde zweimal geschrieben; wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>postern::FactsView</name>
    <message>
        <source>good: %1</source>
        <translation>gut: %1</translation>
    </message>
    <message>
        <source>dated: %1</source>
        <translation>veraltet: %1</translation>
    </message>
    <message>
        <source>weak: %1</source>
        <translation>schwach: %1</translation>
    </message>
</context>
<context>
    <name>postern::FingerprintCheck</name>
    <message>
        <source>paste the fingerprint that the administrator told you</source>
        <translation>den Fingerabdruck einfügen, den der Administrator genannt hat</translation>
    </message>
    <message>
        <source>Co&amp;py fingerprint</source>
        <translation>Fingerabdruck &amp;kopieren</translation>
    </message>
    <message>
        <source>Co&amp;mpare with:</source>
        <translation>&amp;Vergleichen mit:</translation>
    </message>
    <message>
        <source>✓ It matches: this is the certificate you were told about.</source>
        <translation>✓ Er stimmt überein: Das ist das Zertifikat, das Ihnen genannt wurde.</translation>
    </message>
    <message>
        <source>✓ It matches by SHA-1, which can be forged with much effort. Better ask for the SHA-256 fingerprint.</source>
        <translation>✓ Er stimmt nach SHA-1 überein, das sich mit viel Aufwand fälschen lässt. Fragen Sie besser nach dem SHA-256-Fingerabdruck.</translation>
    </message>
    <message>
        <source>✗ It does not match. Do not accept this certificate.</source>
        <translation>✗ Er stimmt nicht überein. Akzeptieren Sie dieses Zertifikat nicht.</translation>
    </message>
    <message>
        <source>So far it matches; SHA-256 has 64 digits.</source>
        <translation>Bis hierher stimmt er überein; SHA-256 hat 64 Ziffern.</translation>
    </message>
</context>
<context>
    <name>postern::FinishPage</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Take the settings along</source>
        <translation>Einstellungen mitnehmen</translation>
    </message>
    <message>
        <source>No password is written, and nothing weaker than what was tested.</source>
        <translation>Es wird kein Passwort geschrieben und nichts Schwächeres als das, was geprüft wurde.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>What are the settings &amp;for?</source>
        <translation>Wofür sind die &amp;Einstellungen?</translation>
    </message>
    <message>
        <source>Let the program take the password from the &amp;keyring</source>
        <translation>Das Programm das Passwort aus dem Schlüssel&amp;bund nehmen lassen</translation>
    </message>
    <message>
        <source>&amp;Hide user names and IP addresses, for a public ticket</source>
        <translation>Benutzernamen und &amp;IP-Adressen verbergen, für ein öffentliches Ticket</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>The program then runs secret-tool. Put the password there first, with the same words and “store” in place of “lookup”.</source>
        <translation>Das Programm ruft dann secret-tool auf. Legen Sie das Passwort zuvor dort ab, mit denselben Wörtern und „store“ statt „lookup“.</translation>
    </message>
    <message>
        <source>Copied, but without %1, which belongs beside it. Saving writes both.</source>
        <translation>Kopiert, aber ohne %1, das daneben gehört. Sichern schreibt beides.</translation>
    </message>
</context>
<context>
    <name>postern::HandshakeWords</name>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 ms</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address used</source>
        <translation>Verwendete Adresse</translation>
    </message>
    <message>
        <source>All addresses</source>
        <translation>Alle Adressen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>negotiated apart from the suite; not reported</source>
        <translation>getrennt von der Cipher-Suite ausgehandelt; nicht gemeldet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>TLS-Version</translation>
    </message>
    <message>
        <source>Cipher suite</source>
        <translation>Cipher-Suite</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n bit(s)</source>
        <translation>
            <numerusform>%1, %n Bit</numerusform>
            <numerusform>%1, %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>Schlüsselaustausch</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Forward secrecy</source>
        <translation>Forward Secrecy</translation>
    </message>
    <message>
        <source>Name sent (SNI)</source>
        <translation>Namensangabe (SNI)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>TLS from the first byte (implicit TLS)</source>
        <translation>TLS ab dem ersten Byte (implizites TLS)</translation>
    </message>
    <message>
        <source>STARTTLS, proven by a handshake</source>
        <translation>STARTTLS, durch einen Handshake nachgewiesen</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>none: everything is readable on the way</source>
        <translation>keine: alles ist unterwegs lesbar</translation>
    </message>
    <message>
        <source>none</source>
        <comment>address</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>none</source>
        <comment>name</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>Versions accepted</source>
        <translation>Akzeptierte Versionen</translation>
    </message>
    <message>
        <source>none seen</source>
        <translation>keine gesehen</translation>
    </message>
    <message>
        <source>Versions refused</source>
        <translation>Abgelehnte Versionen</translation>
    </message>
    <message>
        <source>Suite it would choose</source>
        <translation>Suite, die er wählen würde</translation>
    </message>
    <message>
        <source>Signed by the server</source>
        <translation>Vom Server signiert</translation>
    </message>
    <message>
        <source>no, or not reported</source>
        <translation>nein, oder nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Revocation (OCSP)</source>
        <translation>Sperrung (OCSP)</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>not revoked, says the issuer (%1)</source>
        <translation>nicht gesperrt, sagt der Aussteller (%1)</translation>
    </message>
    <message>
        <source>revoked (%1)</source>
        <translation>gesperrt (%1)</translation>
    </message>
    <message>
        <source>the issuer does not know the certificate</source>
        <translation>der Aussteller kennt das Zertifikat nicht</translation>
    </message>
    <message>
        <source>the server sent an answer that does not count: %1</source>
        <translation>der Server hat eine Antwort geschickt, die nicht zählt: %1</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Mode known by</source>
        <translation>Verfahren erkannt an</translation>
    </message>
    <message>
        <source>Protocol named (ALPN)</source>
        <translation>Genanntes Protokoll (ALPN)</translation>
    </message>
    <message>
        <source>none agreed</source>
        <translation>keines vereinbart</translation>
    </message>
    <message>
        <source>Only before TLS</source>
        <translation>Nur vor TLS</translation>
    </message>
    <message>
        <source>Only after TLS</source>
        <translation>Nur nach TLS</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Davor und danach</translation>
    </message>
    <message>
        <source>accepted by you: %1 vouches for it, an authority of your choice</source>
        <translation>von Ihnen angenommen: %1 bürgt dafür, eine Stelle Ihrer Wahl</translation>
    </message>
    <message>
        <source>the handshake, right after connecting</source>
        <translation>am Handshake, gleich nach dem Verbinden</translation>
    </message>
    <message>
        <source>nothing: no answer came</source>
        <translation>an nichts: Es kam keine Antwort</translation>
    </message>
    <message>
        <source>%1 (used)</source>
        <comment>address</comment>
        <translation>%1 (benutzt)</translation>
    </message>
    <message>
        <source>a current version</source>
        <translation>eine heutige Version</translation>
    </message>
    <message>
        <source>withdrawn in 2021 (RFC 8996), because it can be broken</source>
        <translation>2021 zurückgezogen (RFC 8996), weil sie zu brechen ist</translation>
    </message>
    <message>
        <source>encrypts and seals in one (AEAD)</source>
        <translation>verschlüsselt und versiegelt in einem (AEAD)</translation>
    </message>
    <message>
        <source>an older construction with a history of attacks (RFC 9325, 4.2)</source>
        <translation>eine ältere Bauart mit einer Reihe von Angriffen (RFC 9325, 4.2)</translation>
    </message>
    <message>
        <source>can be broken (RFC 9325, 4.1)</source>
        <translation>lässt sich brechen (RFC 9325, 4.1)</translation>
    </message>
    <message>
        <source>fresh keys: a key that leaks later opens nothing of today</source>
        <translation>frische Schlüssel: Einer, der später bekannt wird, öffnet nichts von heute</translation>
    </message>
    <message>
        <source>no fresh keys: who gets the server&apos;s key later reads today&apos;s mail</source>
        <translation>keine frischen Schlüssel: Wer später den des Servers bekommt, liest die Post von heute</translation>
    </message>
    <message>
        <source>a group below 2048 bits can be broken (RFC 9325, 4.1)</source>
        <translation>eine Gruppe unter 2048 Bit lässt sich brechen (RFC 9325, 4.1)</translation>
    </message>
    <message>
        <source>such a signature can be forged (RFC 9155)</source>
        <translation>eine solche Unterschrift lässt sich fälschen (RFC 9155)</translation>
    </message>
    <message>
        <source>a sound hash under the signature</source>
        <translation>ein solider Hash unter der Unterschrift</translation>
    </message>
    <message>
        <source>accepted by you</source>
        <translation>von Ihnen akzeptiert</translation>
    </message>
    <message>
        <source>unknown: the server stapled no OCSP response</source>
        <translation>unbekannt: Der Server hat keine OCSP-Antwort mitgeschickt</translation>
    </message>
    <message>
        <source>TLS alert</source>
        <translation>TLS-Alarm</translation>
    </message>
    <message>
        <source>none that ended it</source>
        <translation>keiner, der sie beendet hätte</translation>
    </message>
</context>
<context>
    <name>postern::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of the handbook</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Diagnosis codes</source>
        <translation>Diagnosecodes</translation>
    </message>
    <message>
        <source>What Postern says about a server, with mail.example.org in its place.</source>
        <translation>Was Postern über einen Server sagt, mit mail.example.org an seiner Stelle.</translation>
    </message>
    <message>
        <source>Other programs say: %1</source>
        <translation>Andere Programme sagen: %1</translation>
    </message>
</context>
<context>
    <name>postern::IdentityPage</name>
    <message>
        <source>Your account</source>
        <translation>Ihr Konto</translation>
    </message>
    <message>
        <source>&amp;Try the demonstration</source>
        <translation>&amp;Demonstration ausprobieren</translation>
    </message>
    <message>
        <source>Postern finds the settings that work and shows how it found them.</source>
        <translation>Postern findet die Einstellungen, die funktionieren, und zeigt, wie es sie gefunden hat.</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>name@example.org</translation>
    </message>
    <message>
        <source>Runs real mail servers on this computer only, so that you can try everything without an account.</source>
        <translation>Startet echte Mailserver nur auf diesem Computer, damit Sie alles ohne Konto ausprobieren können.</translation>
    </message>
    <message>
        <source>I &amp;know my server</source>
        <translation>Ich &amp;kenne meinen Server</translation>
    </message>
    <message>
        <source>E-mail &amp;address:</source>
        <translation>E-Mail-&amp;Adresse:</translation>
    </message>
    <message>
        <source>I read mail:</source>
        <translation>Ich lese Mail:</translation>
    </message>
    <message>
        <source>I read mail</source>
        <translation>Ich lese Mail</translation>
    </message>
    <message>
        <source>whichever &amp;works best</source>
        <translation>wie es am &amp;besten geht</translation>
    </message>
    <message>
        <source>on the server (&amp;IMAP)</source>
        <translation>auf dem Server (&amp;IMAP)</translation>
    </message>
    <message>
        <source>by &amp;download (POP3)</source>
        <translation>nach dem Herunter&amp;laden (POP3)</translation>
    </message>
    <message>
        <source>In&amp;coming:</source>
        <translation>&amp;Eingehend:</translation>
    </message>
    <message>
        <source>&amp;Outgoing:</source>
        <translation>A&amp;usgehend:</translation>
    </message>
    <message>
        <source>Server, port and security. Fill in what you know; the rest is found out.</source>
        <translation>Server, Port und Sicherheit. Tragen Sie ein, was Sie wissen; der Rest wird ermittelt.</translation>
    </message>
    <message>
        <source>Only %1 is looked up. Your address stays on this computer.</source>
        <translation>Nur %1 wird nachgeschlagen. Ihre Adresse bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Only the part behind the @ is looked up. Your address stays on this computer.</source>
        <translation>Nur der Teil hinter dem @ wird nachgeschlagen. Ihre Adresse bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>An e-mail address has an @ in it.</source>
        <translation>Eine E-Mail-Adresse enthält ein @.</translation>
    </message>
    <message>
        <source>The part before the @ is not complete or has characters that cannot be there.</source>
        <translation>Der Teil vor dem @ ist nicht vollständig oder enthält Zeichen, die dort nicht stehen dürfen.</translation>
    </message>
    <message>
        <source>The part behind the @ must be a domain such as example.org.</source>
        <translation>Der Teil hinter dem @ muss eine Domain wie example.org sein.</translation>
    </message>
    <message>
        <source>Your na&amp;me:</source>
        <translation>Ihr Na&amp;me:</translation>
    </message>
    <message>
        <source>Wh&amp;ere to look</source>
        <translation>W&amp;o gesucht wird</translation>
    </message>
    <message>
        <source>W&amp;hat does an error mean?</source>
        <translation>Was bedeutet ein Fe&amp;hler?</translation>
    </message>
    <message>
        <source>Accepted certi&amp;ficates (%1)</source>
        <translation>Akze&amp;ptierte Zertifikate (%1)</translation>
    </message>
    <message>
        <source>Shows the certificate, the handshake and the capabilities of one server.</source>
        <translation>Zeigt das Zertifikat, den Handshake und die Fähigkeiten eines Servers.</translation>
    </message>
    <message>
        <source>Inspect a ser&amp;ver …</source>
        <translation>Ei&amp;nen Server ansehen …</translation>
    </message>
    <message>
        <source>Reads a saved search, a config-v1.1.xml or a .mobileconfig, and tries what it says.</source>
        <translation>Liest eine gespeicherte Suche, eine config-v1.1.xml oder eine .mobileconfig und probiert aus, was darin steht.</translation>
    </message>
    <message>
        <source>“Next” tries these servers.</source>
        <translation>„Weiter“ probiert diese Server aus.</translation>
    </message>
    <message>
        <source>Open settin&amp;gs …</source>
        <translation>Einstellungen &amp;öffnen …</translation>
    </message>
</context>
<context>
    <name>postern::InspectorWindow</name>
    <message>
        <source>Sa&amp;ve as JSON …</source>
        <translation>Als &amp;JSON speichern …</translation>
    </message>
    <message>
        <source>Copy &amp;all as text</source>
        <translation>&amp;Alles als Text kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;openssl command</source>
        <translation>&amp;openssl-Befehl kopieren</translation>
    </message>
    <message>
        <source>Inspect a server</source>
        <translation>Einen Server ansehen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Progress of the inspection</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>A&amp;nsehen</translation>
    </message>
    <message>
        <source>Looking at %1 …</source>
        <translation>%1 wird angesehen …</translation>
    </message>
    <message>
        <source>Done. Choose a line to see everything about it.</source>
        <translation>Fertig. Wählen Sie eine Zeile, um alles darüber zu sehen.</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Noch gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Nothing to compare yet: check again, and this look is compared with the next one.</source>
        <translation>Noch gibt es nichts zu vergleichen: Sehen Sie noch einmal nach, dann wird dieser Blick mit dem nächsten verglichen.</translation>
    </message>
    <message>
        <source>Save what was seen</source>
        <translation>Speichern, was zu sehen war</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>postern::OpenedAdvice</name>
    <message>
        <source>%1 is too large to be a file of settings.</source>
        <translation>%1 ist zu groß für eine Datei mit Einstellungen.</translation>
    </message>
    <message>
        <source>%1 is neither a saved detection, nor a config-v1.1.xml, nor a .mobileconfig that can be read.</source>
        <translation>%1 ist weder eine gespeicherte Suche noch eine config-v1.1.xml noch eine .mobileconfig, die sich lesen lässt.</translation>
    </message>
    <message>
        <source>a saved detection</source>
        <translation>eine gespeicherte Suche</translation>
    </message>
    <message>
        <source>a configuration file of Thunderbird’s kind</source>
        <translation>eine Konfigurationsdatei nach Art von Thunderbird</translation>
    </message>
    <message>
        <source>a configuration profile of Apple’s kind</source>
        <translation>ein Konfigurationsprofil nach Art von Apple</translation>
    </message>
    <message>
        <source>The file is %1 for %2. It says:</source>
        <translation>Die Datei ist %1 für %2. Darin steht:</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>weggelassen: %1</translation>
    </message>
    <message>
        <source>%1 names no server that can be tried.</source>
        <translation>%1 nennt keinen Server, der sich probieren lässt.</translation>
    </message>
    <message>
        <source>(outside %1)</source>
        <translation>(außerhalb von %1)</translation>
    </message>
    <message>
        <source>%1: the file says %2 for signing in, and the server offers %3.</source>
        <translation>%1: Die Datei nennt %2 für die Anmeldung, und der Server bietet %3 an.</translation>
    </message>
    <message>
        <source>It is not for %1; that address is not used.</source>
        <translation>Sie ist nicht für %1; diese Adresse wird nicht verwendet.</translation>
    </message>
</context>
<context>
    <name>postern::ProtocolAdvice</name>
    <message>
        <source>%1 speaks TLS, and then stays silent.</source>
        <translation>%1 spricht TLS und schweigt dann.</translation>
    </message>
    <message>
        <source>Perhaps another service listens there, such as a web server, or the server is overloaded.</source>
        <translation>Vielleicht lauscht dort ein anderer Dienst, etwa ein Webserver, oder der Server ist überlastet.</translation>
    </message>
    <message>
        <source>Check the port number, or try again later.</source>
        <translation>Prüfen Sie die Portnummer, oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 accepts the connection and stays silent.</source>
        <translation>%1 nimmt die Verbindung an und schweigt dann.</translation>
    </message>
    <message>
        <source>The port may expect TLS from the first byte, or the server is overloaded.</source>
        <translation>Vielleicht erwartet der Port TLS ab dem ersten Byte, oder der Server ist überlastet.</translation>
    </message>
    <message>
        <source>Try implicit TLS on this port, or try again later.</source>
        <translation>Versuchen Sie an diesem Port implizites TLS, oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 broke the conversation off.</source>
        <translation>%1 hat das Gespräch abgebrochen.</translation>
    </message>
    <message>
        <source>The server or something on the way ended the connection, or went silent.</source>
        <translation>Der Server oder etwas auf dem Weg hat die Verbindung beendet oder ist verstummt.</translation>
    </message>
    <message>
        <source>Try again later. If it lasts, send the evidence to the administrator.</source>
        <translation>Versuchen Sie es später erneut. Wenn es so bleibt, schicken Sie den Beleg an den Administrator.</translation>
    </message>
    <message>
        <source>%1 answered in plaintext where TLS was expected.</source>
        <translation>%1 hat im Klartext geantwortet, wo TLS erwartet wurde.</translation>
    </message>
    <message>
        <source>The port is not meant for implicit TLS; it may offer STARTTLS instead.</source>
        <translation>Der Port ist nicht für implizites TLS gedacht; vielleicht bietet er stattdessen STARTTLS an.</translation>
    </message>
    <message>
        <source>Choose STARTTLS for this port, or use the standard port for TLS.</source>
        <translation>Wählen Sie STARTTLS für diesen Port, oder verwenden Sie den Standardport für TLS.</translation>
    </message>
    <message>
        <source>%1 speaks TLS from the first byte.</source>
        <translation>%1 spricht TLS ab dem ersten Byte.</translation>
    </message>
    <message>
        <source>The port is meant for implicit TLS, not for STARTTLS or plaintext.</source>
        <translation>Der Port ist für implizites TLS gedacht, nicht für STARTTLS oder Klartext.</translation>
    </message>
    <message>
        <source>Choose TLS for this port.</source>
        <translation>Wählen Sie TLS für diesen Port.</translation>
    </message>
    <message>
        <source>%1 is not a server for %2.</source>
        <translation>%1 ist kein Server für %2.</translation>
    </message>
    <message>
        <source>Another service answers on this port; the evidence shows what it said.</source>
        <translation>An diesem Port antwortet ein anderer Dienst; der Beleg zeigt, was er gesagt hat.</translation>
    </message>
    <message>
        <source>Check the port number; every service has its own.</source>
        <translation>Prüfen Sie die Portnummer; jeder Dienst hat seine eigene.</translation>
    </message>
    <message>
        <source>%1 turned this computer away because of the address it has on the Internet.</source>
        <translation>%1 hat diesen Computer wegen seiner Adresse im Internet abgewiesen.</translation>
    </message>
    <message>
        <source>By the server&apos;s own words the address is on a block list, or of a kind that it does not serve, as those of home connections often are. That says nothing about your account.</source>
        <translation>Nach den Worten des Servers steht die Adresse auf einer Sperrliste oder ist von einer Art, die er nicht bedient, wie es bei Heimanschlüssen oft ist. Über Ihr Konto sagt das nichts.</translation>
    </message>
    <message>
        <source>Send mail through port 465 or 587 of your provider.</source>
        <translation>Senden Sie E-Mails über Port 465 oder 587 Ihres Anbieters.</translation>
    </message>
    <message>
        <source>Try from another network, or show the evidence to the provider.</source>
        <translation>Versuchen Sie es aus einem anderen Netz, oder zeigen Sie dem Anbieter den Beleg.</translation>
    </message>
    <message>
        <source>%1 was reached but takes no connection at the moment.</source>
        <translation>%1 wurde erreicht, nimmt aber zurzeit keine Verbindung an.</translation>
    </message>
    <message>
        <source>The server is busy, or there were many connections from here in a short time.</source>
        <translation>Der Server ist ausgelastet, oder es gab von hier viele Verbindungen in kurzer Zeit.</translation>
    </message>
    <message>
        <source>Wait some minutes and try again.</source>
        <translation>Warten Sie einige Minuten und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 was reached but turned this computer away.</source>
        <translation>%1 wurde erreicht, hat diesen Computer aber abgewiesen.</translation>
    </message>
    <message>
        <source>The server is busy, has blocked you, or refuses the network you are in; the evidence shows its words.</source>
        <translation>Der Server ist ausgelastet, hat Sie gesperrt oder lehnt Ihr Netz ab; der Beleg zeigt, was er sagt.</translation>
    </message>
    <message>
        <source>Read what the server says, and ask the provider if it is not clear.</source>
        <translation>Lesen Sie, was der Server sagt, und fragen Sie den Anbieter, wenn es unklar ist.</translation>
    </message>
    <message>
        <source>%1 does not answer as a server for %2 must.</source>
        <translation>%1 antwortet nicht so, wie ein Server für %2 antworten muss.</translation>
    </message>
    <message>
        <source>The answer does not follow the protocol. It may be another service, or something on the way that changes what is said.</source>
        <translation>Die Antwort hält sich nicht an das Protokoll. Vielleicht ist es ein anderer Dienst, oder etwas auf dem Weg verändert, was gesagt wird.</translation>
    </message>
    <message>
        <source>Check the port number, or try from another network.</source>
        <translation>Prüfen Sie die Portnummer, oder versuchen Sie es aus einem anderen Netz.</translation>
    </message>
    <message>
        <source>%1 sent more than any mail server needs to say.</source>
        <translation>%1 hat mehr gesendet, als ein Mailserver je zu sagen hat.</translation>
    </message>
    <message>
        <source>This is not a mail server, or it is faulty.</source>
        <translation>Das ist kein Mailserver, oder er ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Check the server name and the port.</source>
        <translation>Prüfen Sie den Servernamen und den Port.</translation>
    </message>
    <message>
        <source>%1 claims that you are signed in already, before any encryption.</source>
        <translation>%1 behauptet, Sie seien schon angemeldet, noch vor jeder Verschlüsselung.</translation>
    </message>
    <message>
        <source>This is what somebody on the way does who wants to prevent encryption.</source>
        <translation>So geht jemand auf dem Weg vor, der die Verschlüsselung verhindern will.</translation>
    </message>
    <message>
        <source>Use implicit TLS on port %1, and tell the administrator.</source>
        <translation>Verwenden Sie implizites TLS auf Port %1, und sagen Sie dem Administrator Bescheid.</translation>
    </message>
    <message>
        <source>%1 says that %2 is switched off.</source>
        <translation>%1 sagt, dass %2 abgeschaltet ist.</translation>
    </message>
    <message>
        <source>Many providers let every customer switch it on; some do not offer it.</source>
        <translation>Viele Anbieter lassen es jede Kundin und jeden Kunden selbst einschalten; manche bieten es nicht an.</translation>
    </message>
    <message>
        <source>Look for %1 in the provider&apos;s web settings, or choose another way of reading mail.</source>
        <translation>Suchen Sie %1 in den Web-Einstellungen des Anbieters, oder wählen Sie eine andere Art, E-Mails zu lesen.</translation>
    </message>
</context>
<context>
    <name>postern::ProvenanceWords</name>
    <message>
        <source>you named it</source>
        <translation>von Ihnen genannt</translation>
    </message>
    <message>
        <source>published by the domain, but over HTTP: it could have been tampered with</source>
        <translation>von der Domain veröffentlicht, aber über HTTP: das könnte verändert worden sein</translation>
    </message>
    <message>
        <source>published by the domain over HTTPS</source>
        <translation>von der Domain über HTTPS veröffentlicht</translation>
    </message>
    <message>
        <source>published in the DNS as %1; records of the DNS can be tampered with</source>
        <translation>im DNS als %1 veröffentlicht; Einträge des DNS können verändert werden</translation>
    </message>
    <message>
        <source>from the provider database at %1</source>
        <translation>aus der Anbieterdatenbank bei %1</translation>
    </message>
    <message>
        <source>%1, which Postern knows</source>
        <translation>%1, Postern bekannt</translation>
    </message>
    <message>
        <source>of whoever receives the domain&apos;s mail (%1): it could have been tampered with</source>
        <translation>von dem, der die Post der Domain empfängt (%1): das könnte verändert worden sein</translation>
    </message>
    <message>
        <source>the server that receives the domain&apos;s mail</source>
        <translation>der Server, der die Post der Domain empfängt</translation>
    </message>
    <message>
        <source>published by the domain over HTTPS, for Exchange</source>
        <translation>von der Domain über HTTPS veröffentlicht, für Exchange</translation>
    </message>
    <message>
        <source>named in the certificate of %1</source>
        <translation>im Zertifikat von %1 genannt</translation>
    </message>
    <message>
        <source>a common name, found by trying</source>
        <translation>ein üblicher Name, durch Probieren gefunden</translation>
    </message>
    <message>
        <source>These servers belong to %1, not to %2. That is right if %1 runs the mail of %2, and wrong if somebody has changed what was found.</source>
        <translation>Diese Server gehören zu %1, nicht zu %2. Das ist richtig, wenn %1 die Post von %2 betreibt, und falsch, wenn jemand verändert hat, was gefunden wurde.</translation>
    </message>
    <message>
        <source>%1 was found on a way that could have been tampered with.</source>
        <translation>%1 wurde auf einem Weg gefunden, der manipuliert sein könnte.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>postern::Report</name>
    <message>
        <source>Mail can be read and sent with settings that were tried.</source>
        <translation>Post lässt sich mit geprüften Einstellungen lesen und senden.</translation>
    </message>
    <message>
        <source>Working settings were found, but something about them needs a decision first.</source>
        <translation>Es wurden funktionierende Einstellungen gefunden, aber etwas daran verlangt zuerst eine Entscheidung.</translation>
    </message>
    <message>
        <source>Only one direction works: reading or sending, not both.</source>
        <translation>Nur eine Richtung funktioniert: Lesen oder Senden, nicht beides.</translation>
    </message>
    <message>
        <source>Only servers without encryption were found.</source>
        <translation>Es wurden nur Server ohne Verschlüsselung gefunden.</translation>
    </message>
    <message>
        <source>There was no connection to the network, so nothing could be tried.</source>
        <translation>Es gab keine Verbindung zum Netz, darum ließ sich nichts versuchen.</translation>
    </message>
    <message>
        <source>No working settings were found.</source>
        <translation>Es wurden keine funktionierenden Einstellungen gefunden.</translation>
    </message>
    <message>
        <source>certificate verified</source>
        <translation>Zertifikat geprüft</translation>
    </message>
    <message>
        <source>%1 at %2, %3, %4</source>
        <translation>%1 auf %2, %3, %4</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>nothing that can be recommended</source>
        <translation>nichts, was sich empfehlen lässt</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>Eingehende Mail</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Ausgehende Mail</translation>
    </message>
    <message>
        <source>What is wrong, and why</source>
        <translation>Was nicht stimmt, und warum</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was zu ändern ist</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Wann es geschah</translation>
    </message>
    <message>
        <source>A bar for each stage of each attempt, from the beginning of the search.</source>
        <translation>Ein Balken für jeden Abschnitt jedes Versuchs, vom Beginn der Suche an.</translation>
    </message>
    <message>
        <source>How to see it again</source>
        <translation>Wie man es wieder sieht</translation>
    </message>
    <message>
        <source>Where settings were looked for</source>
        <translation>Wo nach Einstellungen gesucht wurde</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Mail servers of %1</source>
        <translation>Mailserver von %1</translation>
    </message>
    <message>
        <source>Written by Postern. No password was sent to any server for this report, and none is in it.</source>
        <translation>Geschrieben von Postern. Für diesen Bericht wurde kein Passwort an einen Server gesandt, und keines steht darin.</translation>
    </message>
    <message>
        <source>Searched on</source>
        <translation>Gesucht am</translation>
    </message>
    <message>
        <source>Searched by</source>
        <translation>Gesucht mit</translation>
    </message>
    <message>
        <source>needs a decision of the user</source>
        <translation>braucht eine Entscheidung des Benutzers</translation>
    </message>
    <message>
        <source>certificate accepted by the user</source>
        <translation>Zertifikat vom Benutzer akzeptiert</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>User names and IP addresses, for a public ticket.</source>
        <translation>Benutzernamen und IP-Adressen, für ein öffentliches Ticket.</translation>
    </message>
    <message>
        <source>These commands make the same connections. Where a password is needed they ask for it; take it out of what curl prints before you send that to anybody.</source>
        <translation>Diese Befehle stellen dieselben Verbindungen her. Wo ein Passwort nötig ist, fragen sie danach; nehmen Sie es aus der Ausgabe von curl, bevor Sie diese jemandem senden.</translation>
    </message>
    <message>
        <source>The certificates that they name (.pem) were saved beside this report; send them with it.</source>
        <translation>Die Zertifikate, die sie nennen (.pem), liegen neben diesem Bericht; senden Sie sie mit.</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>dort ist nichts</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
</context>
<context>
    <name>postern::RunComparison</name>
    <message>
        <source>Two runs compared</source>
        <translation>Zwei Durchgänge im Vergleich</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Zuvor</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>≠ %1</source>
        <translation>≠ %1</translation>
    </message>
    <message>
        <source>Both looks showed the same.</source>
        <translation>Beide Male war dasselbe zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) differ; they stand first.</source>
        <translation>
            <numerusform>%n Angabe ist anders; sie steht zuerst.</numerusform>
            <numerusform>%n Angaben sind anders; sie stehen zuerst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::SearchSummary</name>
    <message>
        <source>Found: %1 and %2.</source>
        <translation>Gefunden: %1 und %2.</translation>
    </message>
    <message>
        <source>Looking for the servers of %1 …</source>
        <translation>Die Server von %1 werden gesucht …</translation>
    </message>
    <message>
        <source>Found %1, but no server for outgoing mail.</source>
        <translation>%1 wurde gefunden, aber kein Server für ausgehende Mail.</translation>
    </message>
    <message>
        <source>Found %1, but no secure server for outgoing mail.</source>
        <translation>Gefunden: %1, aber kein sicherer Server für ausgehende Mail.</translation>
    </message>
    <message>
        <source>Found %1, but no server for incoming mail.</source>
        <translation>%1 wurde gefunden, aber kein Server für eingehende Mail.</translation>
    </message>
    <message>
        <source>Found %1, but no secure server for incoming mail.</source>
        <translation>Gefunden: %1, aber kein sicherer Server für eingehende Mail.</translation>
    </message>
    <message>
        <source>This computer seems to be offline.</source>
        <translation>Dieser Computer scheint offline zu sein.</translation>
    </message>
    <message>
        <source>Only servers without encryption were found.</source>
        <translation>Es wurden nur Server ohne Verschlüsselung gefunden.</translation>
    </message>
    <message>
        <source>You stopped the search for the servers of %1.</source>
        <translation>Sie haben die Suche nach den Servern von %1 angehalten.</translation>
    </message>
    <message>
        <source>The time was over before a server of %1 was found.</source>
        <translation>Die Zeit war um, bevor ein Server von %1 gefunden wurde.</translation>
    </message>
    <message>
        <source>No mail server was found for %1.</source>
        <translation>Für %1 wurde kein Mailserver gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) still running.</source>
        <translation>
            <numerusform>%n Versuch läuft noch.</numerusform>
            <numerusform>%n Versuche laufen noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 You can go on.</source>
        <translation>%1 Sie können schon weitergehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) made. No password was sent.</source>
        <translation>
            <numerusform>%n Versuch gemacht. Es wurde kein Passwort gesendet.</numerusform>
            <numerusform>%n Versuche gemacht. Es wurde kein Passwort gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>protocol, host</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Did you mean %1? Go back to change the address.</source>
        <translation>Meinten Sie %1? Gehen Sie zurück, um die Adresse zu ändern.</translation>
    </message>
    <message>
        <source>Looking into what went wrong …</source>
        <translation>Es wird nachgesehen, was schiefging …</translation>
    </message>
</context>
<context>
    <name>postern::ServerEditor</name>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Server: find out</source>
        <translation>Server: herausfinden</translation>
    </message>
    <message>
        <source>Port: find out</source>
        <translation>Port: herausfinden</translation>
    </message>
    <message>
        <source>Security: find out</source>
        <translation>Sicherheit: herausfinden</translation>
    </message>
</context>
<context>
    <name>postern::SettingCard</name>
    <message>
        <source>no secure server found</source>
        <translation>kein sicherer Server gefunden</translation>
    </message>
    <message>
        <source>%1 · port %2 · %3</source>
        <comment>protocol, port, security</comment>
        <translation>%1 · Port %2 · %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose server; where that comes from</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>postern::SettingsOpener</name>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Settings (*.json *.xml *.mobileconfig)</source>
        <translation>Einstellungen (*.json *.xml *.mobileconfig)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>postern::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Your settings</source>
        <translation>Ihre Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Use these settings</source>
        <translation>Diese Einstellungen &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Details of the chosen line</source>
        <translation>&amp;Details zur gewählten Zeile</translation>
    </message>
    <message>
        <source>User name: %1</source>
        <translation>Benutzername: %1</translation>
    </message>
    <message>
        <source>Everything that works</source>
        <translation>Alles, was funktioniert</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>Eingehende Mail</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Ausgehende Mail</translation>
    </message>
    <message>
        <source>encrypted from the first byte</source>
        <translation>ab dem ersten Byte verschlüsselt</translation>
    </message>
    <message>
        <source>encrypted by STARTTLS, proven by a handshake</source>
        <translation>durch STARTTLS verschlüsselt, durch einen Handshake nachgewiesen</translation>
    </message>
    <message>
        <source>Why these: %1</source>
        <translation>Warum diese: %1</translation>
    </message>
    <message>
        <source>They were proven by connecting; signing in was not tried.</source>
        <translation>Sie wurden durch Verbinden bewiesen; eine Anmeldung wurde nicht versucht.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>I &amp;know these servers and want to use them</source>
        <translation>Ich &amp;kenne diese Server und möchte sie verwenden</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>protocol: mode</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Use the chosen &amp;line instead</source>
        <translation>Stattdessen die &amp;gewählte Zeile verwenden</translation>
    </message>
    <message>
        <source>%1 no longer works; the next best server is shown instead.</source>
        <translation>%1 funktioniert nicht mehr; stattdessen wird der nächstbeste Server gezeigt.</translation>
    </message>
</context>
<context>
    <name>postern::SetupWizard</name>
    <message>
        <source>Postern</source>
        <translation>Postern</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>postern::SignInAdvice</name>
    <message>
        <source>%1 is switched off at %2 until you switch it on in its web settings.</source>
        <comment>protocols, provider</comment>
        <translation>%1 ist bei %2 ausgeschaltet, bis Sie es in den Web-Einstellungen einschalten.</translation>
    </message>
    <message>
        <source>Its own words: %1</source>
        <translation>Seine eigenen Worte: %1</translation>
    </message>
    <message>
        <source>%1 wants mail programs to sign in through the browser (OAuth); an application password made in its web settings does as well.</source>
        <translation>%1 möchte, dass Mailprogramme sich über den Browser anmelden (OAuth); ein Anwendungspasswort aus den Web-Einstellungen geht auch.</translation>
    </message>
    <message>
        <source>%1 lets mail programs sign in through the browser only (OAuth).</source>
        <translation>Bei %1 können sich Mailprogramme nur über den Browser anmelden (OAuth).</translation>
    </message>
    <message>
        <source>%1 refuses your usual password here: make an application password for this program in its web settings.</source>
        <translation>%1 lehnt Ihr übliches Passwort hier ab: Legen Sie in den Web-Einstellungen ein Anwendungspasswort für dieses Programm an.</translation>
    </message>
    <message>
        <source>%1 may ask for an application password, made in its web settings, where your usual password is refused.</source>
        <translation>%1 verlangt vielleicht ein Anwendungspasswort aus den Web-Einstellungen, wo Ihr übliches Passwort abgelehnt wird.</translation>
    </message>
</context>
<context>
    <name>postern::SourceChooser</name>
    <message>
        <source>DNS &amp;records of the domain</source>
        <translation>DNS-Eint&amp;räge der Domain</translation>
    </message>
    <message>
        <source>Your name server learns the domain.</source>
        <translation>Ihr Nameserver erfährt die Domain.</translation>
    </message>
    <message>
        <source>Settings that the provider &amp;publishes</source>
        <translation>Einstellungen, die der Anbieter &amp;veröffentlicht</translation>
    </message>
    <message>
        <source>The web servers of the domain and of its mail provider are asked, without your address.</source>
        <translation>Die Webserver der Domain und ihres Mailanbieters werden gefragt, ohne Ihre Adresse.</translation>
    </message>
    <message>
        <source>The public &amp;list of providers</source>
        <translation>Die ö&amp;ffentliche Liste der Anbieter</translation>
    </message>
    <message>
        <source>Common &amp;server names</source>
        <translation>Übliche &amp;Servernamen</translation>
    </message>
    <message>
        <source>Your name server is asked for names such as imap.example.org.</source>
        <translation>Ihr Nameserver wird nach Namen wie imap.example.org gefragt.</translation>
    </message>
    <message>
        <source>Then there is nowhere to look: tick one of them, or name your servers.</source>
        <translation>Dann wird nirgends gesucht: Wählen Sie eine Stelle aus, oder nennen Sie Ihre Server.</translation>
    </message>
    <message>
        <source>%1 learns the domain, never your address; for large providers Postern need not ask.</source>
        <translation>%1 erfährt die Domain, nie Ihre Adresse; bei großen Anbietern muss Postern nicht fragen.</translation>
    </message>
</context>
<context>
    <name>postern::StageWords</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
</context>
<context>
    <name>postern::TargetEditor</name>
    <message>
        <source>mail.example.org or mail.example.org:993</source>
        <translation>mail.example.org oder mail.example.org:993</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Service: find out</source>
        <translation>Dienst: herausfinden</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Security: find out</source>
        <translation>Sicherheit: herausfinden</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
</context>
<context>
    <name>postern::TargetList</name>
    <message>
        <source>Where the settings go</source>
        <translation>Wohin die Einstellungen gehen</translation>
    </message>
    <message>
        <source>Not possible with these settings.</source>
        <translation>Mit diesen Einstellungen nicht möglich.</translation>
    </message>
    <message>
        <source>%1, not possible with these settings</source>
        <translation>%1, mit diesen Einstellungen nicht möglich</translation>
    </message>
</context>
<context>
    <name>postern::TimelineModel</name>
    <message>
        <source>Stage or attempt</source>
        <translation>Schritt oder Versuch</translation>
    </message>
    <message>
        <source>Began after</source>
        <translation>Begann nach</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <comment>stage, when it began and ended</comment>
        <translation>%1 von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>postern::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Each bar is a stage, all on one scale.</source>
        <translation>Jeder Balken ist ein Schritt, alle in einem Maßstab.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Show the whole time</source>
        <translation>Die ganze Zeit zeigen</translation>
    </message>
</context>
<context>
    <name>postern::TlsAdvice</name>
    <message>
        <source>%1 does not speak a current version of TLS.</source>
        <translation>%1 spricht keine aktuelle Version von TLS.</translation>
    </message>
    <message>
        <source>The server refused TLS 1.2 and 1.3; older versions were withdrawn in 2021 because they can be broken.</source>
        <translation>Der Server hat TLS 1.2 und 1.3 abgelehnt; ältere Versionen wurden 2021 zurückgezogen, weil sie gebrochen werden können.</translation>
    </message>
    <message>
        <source>Ask the provider to enable TLS 1.2 or 1.3. Do not switch encryption off: your password would be readable.</source>
        <translation>Bitten Sie den Anbieter, TLS 1.2 oder 1.3 einzuschalten. Schalten Sie die Verschlüsselung nicht ab: Ihr Passwort wäre sonst lesbar.</translation>
    </message>
    <message>
        <source>%1 insists on a newer version of TLS than was allowed.</source>
        <translation>%1 besteht auf einer neueren Version von TLS, als erlaubt war.</translation>
    </message>
    <message>
        <source>Allow the newer version; it is the better one.</source>
        <translation>Erlauben Sie die neuere Version; sie ist die bessere.</translation>
    </message>
    <message>
        <source>%1 and this computer have no way of encryption in common.</source>
        <translation>%1 und dieser Computer haben kein gemeinsames Verschlüsselungsverfahren.</translation>
    </message>
    <message>
        <source>The server accepts only cipher suites that are outdated, or it asks for a certificate of yours.</source>
        <translation>Der Server akzeptiert nur veraltete Cipher-Suites, oder er verlangt ein Zertifikat von Ihnen.</translation>
    </message>
    <message>
        <source>Ask the provider to enable current cipher suites.</source>
        <translation>Bitten Sie den Anbieter, aktuelle Cipher-Suites einzuschalten.</translation>
    </message>
    <message>
        <source>%1 demands a certificate of yours.</source>
        <translation>%1 verlangt ein Zertifikat von Ihnen.</translation>
    </message>
    <message>
        <source>The server lets in only those who show a client certificate.</source>
        <translation>Der Server lässt nur ein, wer ein Client-Zertifikat vorzeigt.</translation>
    </message>
    <message>
        <source>Ask the administrator how to get one, or for another way in.</source>
        <translation>Fragen Sie den Administrator, wie Sie eines bekommen oder ob es einen anderen Zugang gibt.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>Der TLS-Handshake mit %1 ist gescheitert.</translation>
    </message>
    <message>
        <source>Try another port. If it lasts, send the evidence to the administrator.</source>
        <translation>Versuchen Sie es mit einem anderen Port. Wenn es so bleibt, schicken Sie den Beleg an den Administrator.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed in a way that can be forged.</source>
        <translation>Das Zertifikat von %1 ist auf eine Weise signiert, die sich fälschen lässt.</translation>
    </message>
    <message>
        <source>Ask the provider for a certificate signed with SHA-256.</source>
        <translation>Bitten Sie den Anbieter um ein Zertifikat, das mit SHA-256 signiert ist.</translation>
    </message>
    <message>
        <source>The key in the certificate of %1 is too short.</source>
        <translation>Der Schlüssel im Zertifikat von %1 ist zu kurz.</translation>
    </message>
    <message>
        <source>Ask the provider for a certificate with a longer key.</source>
        <translation>Bitten Sie den Anbieter um ein Zertifikat mit einem längeren Schlüssel.</translation>
    </message>
    <message>
        <source>%1 uses parameters for encryption that are too small.</source>
        <translation>%1 verwendet zu kleine Parameter für die Verschlüsselung.</translation>
    </message>
    <message>
        <source>Its Diffie-Hellman group can be broken with enough effort.</source>
        <translation>Seine Diffie-Hellman-Gruppe lässt sich mit genügend Aufwand brechen.</translation>
    </message>
    <message>
        <source>Ask the provider for a group of at least 2048 bits, or for elliptic curves.</source>
        <translation>Bitten Sie den Anbieter um eine Gruppe mit mindestens 2048 Bit oder um elliptische Kurven.</translation>
    </message>
    <message>
        <source>%1 signed its own certificate, so nobody vouches for it.</source>
        <translation>%1 hat sein Zertifikat selbst signiert; deshalb bürgt niemand dafür.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the administrator gives you.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den Ihnen der Administrator nennt.</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an issuer that is not known here.</source>
        <translation>Das Zertifikat von %1 kommt von einem Aussteller, der hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Ask the administrator for the issuer&apos;s certificate, or compare the fingerprint.</source>
        <translation>Bitten Sie den Administrator um das Zertifikat des Ausstellers, oder vergleichen Sie den Fingerabdruck.</translation>
    </message>
    <message>
        <source>%1 did not send the certificate of its issuer.</source>
        <translation>%1 hat das Zertifikat seines Ausstellers nicht mitgeschickt.</translation>
    </message>
    <message>
        <source>The administrator should install the full chain. Until then, compare the fingerprint.</source>
        <translation>Der Administrator sollte die vollständige Kette installieren. Vergleichen Sie bis dahin den Fingerabdruck.</translation>
    </message>
    <message>
        <source>The certificate of %1 is made out to another name.</source>
        <translation>Das Zertifikat von %1 ist auf einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>Use a server name that is in the certificate, if it is your provider&apos;s.</source>
        <translation>Verwenden Sie einen Servernamen, der im Zertifikat steht, wenn er zu Ihrem Anbieter gehört.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you accepted.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, das Sie akzeptiert haben.</translation>
    </message>
    <message>
        <source>Ask the administrator whether the certificate was replaced, and compare the new fingerprint.</source>
        <translation>Fragen Sie den Administrator, ob das Zertifikat ersetzt wurde, und vergleichen Sie den neuen Fingerabdruck.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>Check the date of this computer. If it is right, ask the provider to renew the certificate.</source>
        <translation>Prüfen Sie das Datum dieses Computers. Wenn es stimmt, bitten Sie den Anbieter, das Zertifikat zu erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>Das Zertifikat von %1 ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked.</source>
        <translation>Das Zertifikat von %1 wurde widerrufen.</translation>
    </message>
    <message>
        <source>Do not use this server until the provider has replaced the certificate.</source>
        <translation>Verwenden Sie diesen Server nicht, bis der Anbieter das Zertifikat ersetzt hat.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not meant for servers.</source>
        <translation>Das Zertifikat von %1 ist nicht für Server gedacht.</translation>
    </message>
    <message>
        <source>The administrator has to install a certificate for servers.</source>
        <translation>Der Administrator muss ein Zertifikat für Server installieren.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid.</source>
        <translation>Das Zertifikat von %1 ist nicht gültig.</translation>
    </message>
    <message>
        <source>Send the evidence to the administrator of the server.</source>
        <translation>Schicken Sie den Beleg an den Administrator des Servers.</translation>
    </message>
    <message>
        <source>The accepted certificates in %1 could not be read. The file was kept as %2; nothing is accepted until you accept it again.</source>
        <translation>Die akzeptierten Zertifikate in %1 ließen sich nicht lesen. Die Datei wurde als %2 aufbewahrt; nichts ist akzeptiert, bis Sie es erneut akzeptieren.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Postern and is left alone.</source>
        <translation>%1 wurde von einer neueren Version von Postern geschrieben und bleibt unangetastet.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 ließ sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The accepted certificates in %1 could not be read. The file was left where it is; nothing is accepted until you accept it again.</source>
        <translation>Die akzeptierten Zertifikate in %1 konnten nicht gelesen werden. Die Datei wurde an ihrem Ort gelassen; nichts gilt als akzeptiert, bis Sie es wieder akzeptieren.</translation>
    </message>
    <message>
        <source>%1 speaks an old version of TLS, which can be broken.</source>
        <translation>%1 spricht eine alte TLS-Version, die gebrochen werden kann.</translation>
    </message>
    <message>
        <source>You allowed it for this search. RFC 8996 withdrew TLS 1.0 and 1.1 in 2021.</source>
        <translation>Sie haben sie für diese Suche erlaubt. RFC 8996 hat TLS 1.0 und 1.1 im Jahr 2021 zurückgezogen.</translation>
    </message>
    <message>
        <source>Ask the provider to enable TLS 1.2 or 1.3.</source>
        <translation>Bitten Sie den Anbieter, TLS 1.2 oder 1.3 einzuschalten.</translation>
    </message>
    <message>
        <source>%1 speaks nothing newer than %2.</source>
        <translation>%1 spricht nichts Neueres als %2.</translation>
    </message>
    <message>
        <source>Only older versions were allowed on this side.</source>
        <translation>Auf dieser Seite waren nur ältere Versionen erlaubt.</translation>
    </message>
    <message>
        <source>The server or something on the way ended it or fell silent; the evidence shows how.</source>
        <translation>Der Server oder etwas auf dem Weg hat ihn beendet oder ist verstummt; der Beleg zeigt wie.</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an issuer that is not known here: %2.</source>
        <translation>Das Zertifikat von %1 stammt von einem Aussteller, der hier nicht bekannt ist: %2.</translation>
    </message>
    <message>
        <source>%1 did not send the certificate of its issuer, %2.</source>
        <translation>%1 hat das Zertifikat seines Ausstellers nicht mitgeschickt: %2.</translation>
    </message>
    <message>
        <source>The certificate of %1 becomes valid in %2, on %3.</source>
        <translation>Das Zertifikat von %1 wird erst in %2 gültig, am %3.</translation>
    </message>
    <message>
        <source>Check the date of this computer. If it is right, ask the provider.</source>
        <translation>Prüfen Sie das Datum dieses Computers. Stimmt es, fragen Sie den Anbieter.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired %2 ago, on %3.</source>
        <translation>Das Zertifikat von %1 ist vor %2 abgelaufen, am %3.</translation>
    </message>
    <message>
        <source>The certificate of %1, which vouches for %2, expired %3 ago, on %4.</source>
        <translation>Das Zertifikat von %1, das für %2 bürgt, ist vor %3 abgelaufen, am %4.</translation>
    </message>
    <message>
        <source>The certificate of %1 expires in %2, on %3.</source>
        <translation>Das Zertifikat von %1 läuft in %2 ab, am %3.</translation>
    </message>
    <message>
        <source>The certificate of %1 expires soon.</source>
        <translation>Das Zertifikat von %1 läuft bald ab.</translation>
    </message>
    <message>
        <source>It should have been renewed by now; perhaps the renewal has failed unnoticed.</source>
        <translation>Es sollte schon erneuert sein; vielleicht ist die Erneuerung unbemerkt gescheitert.</translation>
    </message>
    <message>
        <source>Nothing has to be done yet. The administrator should renew the certificate.</source>
        <translation>Noch ist nichts zu tun. Die Administratorin oder der Administrator sollte das Zertifikat erneuern.</translation>
    </message>
    <message>
        <source>%1 sends its certificates in the wrong order.</source>
        <translation>%1 schickt seine Zertifikate in der falschen Reihenfolge.</translation>
    </message>
    <message>
        <source>Each certificate should stand behind the one that it vouches for. Most programs put them in order themselves; old ones fail.</source>
        <translation>Jedes Zertifikat sollte hinter dem stehen, für das es bürgt. Die meisten Programme ordnen sie selbst; alte scheitern daran.</translation>
    </message>
    <message>
        <source>Nothing has to be done here. The administrator should put the chain in order.</source>
        <translation>Hier ist nichts zu tun. Die Administratorin oder der Administrator sollte die Kette ordnen.</translation>
    </message>
    <message>
        <source>%1 sends certificates that nobody needs.</source>
        <translation>%1 schickt Zertifikate, die niemand braucht.</translation>
    </message>
    <message>
        <source>They do not belong to the chain of its own certificate, and each connection carries them along.</source>
        <translation>Sie gehören nicht zur Kette seines eigenen Zertifikats, und jede Verbindung schleppt sie mit.</translation>
    </message>
    <message>
        <source>Nothing has to be done here. The administrator can leave them out.</source>
        <translation>Hier ist nichts zu tun. Die Administratorin oder der Administrator kann sie weglassen.</translation>
    </message>
    <message>
        <source>Something between you and %1 may be opening encrypted connections.</source>
        <translation>Etwas zwischen Ihnen und %1 öffnet vielleicht verschlüsselte Verbindungen.</translation>
    </message>
    <message>
        <source>%1 opens encrypted connections between you and %2.</source>
        <translation>%1 öffnet verschlüsselte Verbindungen zwischen Ihnen und %2.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer or network. An antivirus program can be told to leave mail connections alone.</source>
        <translation>Fragen Sie, wer diesen Computer oder dieses Netz betreut. Einem Virenscanner kann man sagen, dass er E-Mail-Verbindungen in Ruhe lässt.</translation>
    </message>
    <message>
        <source>%1 accepts the connection and does not answer.</source>
        <translation>%1 nimmt die Verbindung an und antwortet nicht.</translation>
    </message>
    <message>
        <source>The server is overloaded, or another service listens there that waits for something else.</source>
        <translation>Der Server ist überlastet, oder dort lauscht ein anderer Dienst, der auf etwas anderes wartet.</translation>
    </message>
    <message>
        <source>Check the port number, or try again later.</source>
        <translation>Prüfen Sie die Portnummer, oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Its signature uses MD5 or SHA-1. Anybody with enough effort could make another certificate that looks the same.</source>
        <translation>Seine Signatur verwendet MD5 oder SHA-1. Mit genügend Aufwand könnte jeder ein anderes Zertifikat herstellen, das genauso aussieht.</translation>
    </message>
    <message>
        <source>RSA keys below 2048 bits can be broken.</source>
        <translation>RSA-Schlüssel unter 2048 Bit lassen sich brechen.</translation>
    </message>
    <message>
        <source>That is normal for a server at home or in a company, and it is also what an eavesdropper would show.</source>
        <translation>Das ist bei einem Server zu Hause oder in einer Firma normal, und auch ein Lauscher würde genau das zeigen.</translation>
    </message>
    <message>
        <source>This is normal where a company or provider has an authority of its own; an eavesdropper would look the same.</source>
        <translation>Das ist normal, wo eine Firma oder ein Anbieter eine eigene Zertifizierungsstelle hat; ein Lauscher sähe genauso aus.</translation>
    </message>
    <message>
        <source>The server is probably set up incompletely: it must send the certificates between its own and a known authority. An eavesdropper could look the same.</source>
        <translation>Der Server ist wahrscheinlich unvollständig eingerichtet: Er muss die Zertifikate zwischen seinem eigenen und einer bekannten Zertifizierungsstelle senden. Ein Lauscher könnte genauso aussehen.</translation>
    </message>
    <message>
        <source>The provider may have renewed it, or it may be somebody else&apos;s server.</source>
        <translation>Der Anbieter hat es vielleicht erneuert, oder es ist der Server von jemand anderem.</translation>
    </message>
    <message>
        <source>The certificate of %1 names no server.</source>
        <translation>Das Zertifikat von %1 nennt keinen Server.</translation>
    </message>
    <message>
        <source>It has at most the old common name, at which programs no longer look.</source>
        <translation>Es hat höchstens den alten Common Name, auf den Programme nicht mehr schauen.</translation>
    </message>
    <message>
        <source>The administrator needs a certificate with a subject alternative name.</source>
        <translation>Die Administratorin oder der Administrator braucht ein Zertifikat mit einem Subject Alternative Name.</translation>
    </message>
    <message>
        <source>With shared hosting that is common.</source>
        <translation>Bei geteiltem Hosting ist das üblich.</translation>
    </message>
    <message>
        <source>It is good for: %1. With shared hosting that is common.</source>
        <translation>Es gilt für: %1. Bei Shared Hosting ist das üblich.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says %1, which may be wrong.</source>
        <translation>Die Uhr dieses Computers zeigt %1, was falsch sein kann.</translation>
    </message>
    <message>
        <source>The clock of this computer may be wrong.</source>
        <translation>Vielleicht geht die Uhr dieses Computers falsch.</translation>
    </message>
    <message>
        <source>The server sends an old certificate of its authority.</source>
        <translation>Der Server schickt ein altes Zertifikat seiner Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>The administrator should install the current certificate of %1.</source>
        <translation>Die Administratorin oder der Administrator sollte das aktuelle Zertifikat von %1 einrichten.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says %1. If that is right, the provider has not renewed the certificate.</source>
        <translation>Die Uhr dieses Computers zeigt %1. Stimmt das, so hat der Anbieter das Zertifikat nicht erneuert.</translation>
    </message>
    <message>
        <source>The provider has not renewed it, or the clock of this computer is wrong.</source>
        <translation>Der Anbieter hat es nicht erneuert, oder die Uhr dieses Computers geht falsch.</translation>
    </message>
    <message>
        <source>The certificate does not come from the provider but from an authority of its own. Antivirus programs and company networks do that, and so do attackers.</source>
        <translation>Das Zertifikat stammt nicht vom Anbieter, sondern von einer eigenen Zertifizierungsstelle. Virenscanner und Firmennetze tun das, und Angreifer auch.</translation>
    </message>
    <message>
        <source>Its issuer declared it invalid, perhaps because the key was stolen.</source>
        <translation>Sein Aussteller hat es für ungültig erklärt, vielleicht weil der Schlüssel gestohlen wurde.</translation>
    </message>
    <message>
        <source>It was issued for another purpose.</source>
        <translation>Es wurde für einen anderen Zweck ausgestellt.</translation>
    </message>
    <message>
        <source>It breaks the rules for certificates; the evidence names which.</source>
        <translation>Es verstößt gegen die Regeln für Zertifikate; der Beleg nennt, gegen welche.</translation>
    </message>
    <message>
        <source>The certificate of %1, which vouches for %2, is not valid yet.</source>
        <translation>Das Zertifikat von %1, das für %2 bürgt, gilt noch nicht.</translation>
    </message>
    <message>
        <source>The server sends a certificate of its authority that counts from a later day on, or the clock of this computer is wrong.</source>
        <translation>Der Server schickt ein Zertifikat seiner Zertifizierungsstelle, das erst ab einem späteren Tag gilt, oder die Uhr dieses Computers geht falsch.</translation>
    </message>
</context>
<context>
    <name>postern::TrustList</name>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Suchen:</translation>
    </message>
    <message>
        <source>Accepted certificates</source>
        <translation>Akzeptierte Zertifikate</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>In spite of</source>
        <translation>Trotz</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>Akzeptiert am</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>%1 (until Postern is closed)</source>
        <comment>server and port</comment>
        <translation>%1 (bis Postern geschlossen wird)</translation>
    </message>
    <message>
        <source>Accepted for</source>
        <translation>Akzeptiert für</translation>
    </message>
    <message>
        <source>server, account, issuer or fingerprint</source>
        <translation>Server, Konto, Aussteller oder Fingerabdruck</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Facts of the certificate</source>
        <translation>Angaben des Zertifikats</translation>
    </message>
    <message>
        <source>whoever uses this server</source>
        <translation>alle, die diesen Server nutzen</translation>
    </message>
    <message>
        <source>by its SHA-256 fingerprint</source>
        <translation>am SHA-256-Fingerabdruck</translation>
    </message>
    <message>
        <source>by its SHA-1 fingerprint, which can be forged with much effort</source>
        <translation>am SHA-1-Fingerabdruck, der mit viel Aufwand zu fälschen ist</translation>
    </message>
    <message>
        <source>with nothing</source>
        <translation>mit nichts</translation>
    </message>
    <message>
        <source>Accepted is</source>
        <translation>Angenommen ist</translation>
    </message>
    <message>
        <source>just this certificate</source>
        <translation>nur dieses Zertifikat</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>this authority, for whatever certificate it vouches for there</source>
        <translation>diese Stelle, für welches Zertifikat sie dort auch bürgt</translation>
    </message>
</context>
<context>
    <name>postern::TrustWindow</name>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Zurückziehen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Accepted certificates</source>
        <translation>Akzeptierte Zertifikate</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 is no longer accepted.</source>
        <translation>%1 wird nicht mehr akzeptiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are no longer accepted.</source>
        <translation>
            <numerusform>%n Zertifikat wird nicht mehr akzeptiert.</numerusform>
            <numerusform>%n Zertifikate werden nicht mehr akzeptiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is as it was before.</source>
        <translation>Es ist wieder wie zuvor.</translation>
    </message>
    <message>
        <source>Save the accepted certificates</source>
        <translation>Die akzeptierten Zertifikate speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Accept the certificates of a file</source>
        <translation>Die Zertifikate einer Datei akzeptieren</translation>
    </message>
    <message>
        <source>%1 holds no accepted certificates that can be read. Nothing was changed.</source>
        <translation>%1 enthält keine lesbaren akzeptierten Zertifikate. Nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) were added.</source>
        <translation>
            <numerusform>%n Zertifikat wurde hinzugefügt.</numerusform>
            <numerusform>%n Zertifikate wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>You chose to rely on these certificates although nobody vouches for them, or something else is wrong with them. Each counts for one server and port only, and for one account unless it says otherwise.</source>
        <translation>Sie haben entschieden, sich auf diese Zertifikate zu verlassen, obwohl niemand für sie bürgt oder etwas anderes mit ihnen nicht stimmt. Jedes gilt nur für einen Server und Port, und für ein Konto, wenn es nichts anderes sagt.</translation>
    </message>
</context>
<context>
    <name>postern::WaysOut</name>
    <message>
        <source>Your decision</source>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Accept it for n&amp;ow</source>
        <translation>&amp;Jetzt annehmen</translation>
    </message>
    <message>
        <source>Until Postern is closed.</source>
        <translation>Bis Postern geschlossen wird.</translation>
    </message>
    <message>
        <source>Accept it and &amp;remember</source>
        <translation>Annehmen und &amp;merken</translation>
    </message>
    <message>
        <source>Only this certificate, only for this account and these servers and ports, until you withdraw it.</source>
        <translation>Nur dieses Zertifikat, nur für dieses Konto und diese Server und Ports, bis Sie es zurücknehmen.</translation>
    </message>
    <message>
        <source>&amp;Do not accept it</source>
        <translation>&amp;Nicht akzeptieren</translation>
    </message>
    <message>
        <source>Go on without these servers.</source>
        <translation>Ohne diese Server weitermachen.</translation>
    </message>
    <message>
        <source>Choose its &amp;file …</source>
        <translation>Ihre &amp;Datei wählen …</translation>
    </message>
    <message>
        <source>A file with the certificate of the authority, or with the missing one in between, often named .pem or .crt.</source>
        <translation>Eine Datei mit dem Zertifikat der Stelle oder mit dem, das dazwischen fehlt, oft mit der Endung .pem oder .crt.</translation>
    </message>
    <message>
        <source>Let an a&amp;uthority of mine vouch for it</source>
        <translation>Eine eigene Stelle dafür bür&amp;gen lassen</translation>
    </message>
    <message>
        <source>Use the server name %1 instead</source>
        <translation>Stattdessen den Servernamen %1 benutzen</translation>
    </message>
    <message>
        <source>The certificate of the authority</source>
        <translation>Das Zertifikat der Stelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 holds no certificate that can be read.</source>
        <translation>%1 enthält kein lesbares Zertifikat.</translation>
    </message>
    <message>
        <source>If your company or provider gave you a file with its certificate. Only for this account and these servers and ports, until you withdraw it.</source>
        <translation>Wenn Ihre Firma oder Ihr Anbieter Ihnen eine Datei mit ihrem Zertifikat gegeben hat. Nur für dieses Konto und diese Server und Ports, bis Sie es zurücknehmen.</translation>
    </message>
    <message>
        <source>Only if you know that %1 is your provider&apos;s: an interceptor puts a name of its own there. The search is made again with it.</source>
        <translation>Nur wenn Sie wissen, dass %1 Ihrem Anbieter gehört: Ein Lauscher setzt dort einen eigenen Namen ein. Die Suche wird damit wiederholt.</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <comment>authority, fingerprint</comment>
        <translation>%1, SHA-256 %2</translation>
    </message>
    <message>
        <source>Chosen; compare it with what its owner says: %1</source>
        <translation>Gewählt; vergleichen Sie es mit dem, was sein Besitzer sagt: %1</translation>
    </message>
</context>
<context>
    <name>postern::WizardApplication</name>
    <message>
        <source>Postern</source>
        <translation>Postern</translation>
    </message>
    <message>
        <source>The demonstration servers could not be started: %1</source>
        <translation>Die Demonstrationsserver ließen sich nicht starten: %1</translation>
    </message>
</context>
</TS>
