<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>postern::BatchRunner</name>
    <message numerus="yes">
        <source>Interrupted after %n search(es); with --skip-done and their output the same command goes on.</source>
        <translation>
            <numerusform>Interrupted after %n search; with --skip-done and its output the same command goes on.</numerusform>
            <numerusform>Interrupted after %n searches; with --skip-done and their output the same command goes on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::CertificateWords</name>
    <message numerus="yes">
        <source>not before %1 (in %n day(s))</source>
        <translation>
            <numerusform>not before %1 (in %n day)</numerusform>
            <numerusform>not before %1 (in %n days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %n day(s) ago, on %1</source>
        <translation>
            <numerusform>expired %n day ago, on %1</numerusform>
            <numerusform>expired %n days ago, on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>until %1 (%n day(s) left)</source>
        <translation>
            <numerusform>until %1 (%n day left)</numerusform>
            <numerusform>until %1 (%n days left)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n bit(s)</source>
        <translation>
            <numerusform>%1, %n bit</numerusform>
            <numerusform>%1, %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>yes, with at most %n authority(ies) below</source>
        <translation>
            <numerusform>yes, with at most %n authority below</numerusform>
            <numerusform>yes, with at most %n authorities below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timestamp(s)</source>
        <translation>
            <numerusform>%n timestamp</numerusform>
            <numerusform>%n timestamps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::ConsoleOutput</name>
    <message numerus="yes">
        <source>The time ran out with %n attempt(s) unfinished; --timeout gives more.</source>
        <translation>
            <numerusform>The time ran out with %n attempt unfinished; --timeout gives more.</numerusform>
            <numerusform>The time ran out with %n attempts unfinished; --timeout gives more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted with %n attempt(s) unfinished.</source>
        <translation>
            <numerusform>Interrupted with %n attempt unfinished.</numerusform>
            <numerusform>Interrupted with %n attempts unfinished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::ConsoleRunner</name>
    <message numerus="yes">
        <source>%n acceptance(s) for %1 were removed.</source>
        <translation>
            <numerusform>%n acceptance for %1 was removed.</numerusform>
            <numerusform>%n acceptances for %1 were removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::DateAdvice</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::HandshakeWords</name>
    <message numerus="yes">
        <source>%1, %n bit(s)</source>
        <translation>
            <numerusform>%1, %n bit</numerusform>
            <numerusform>%1, %n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::RunComparison</name>
    <message numerus="yes">
        <source>%n fact(s) differ; they stand first.</source>
        <translation>
            <numerusform>%n fact differs; it stands first.</numerusform>
            <numerusform>%n facts differ; they stand first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::SearchSummary</name>
    <message numerus="yes">
        <source>%n attempt(s) still running.</source>
        <translation>
            <numerusform>%n attempt still running.</numerusform>
            <numerusform>%n attempts still running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) made. No password was sent.</source>
        <translation>
            <numerusform>%n attempt made. No password was sent.</numerusform>
            <numerusform>%n attempts made. No password was sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postern::TrustWindow</name>
    <message numerus="yes">
        <source>%n certificate(s) are no longer accepted.</source>
        <translation>
            <numerusform>%n certificate is no longer accepted.</numerusform>
            <numerusform>%n certificates are no longer accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) were added.</source>
        <translation>
            <numerusform>%n certificate was added.</numerusform>
            <numerusform>%n certificates were added.</numerusform>
        </translation>
    </message>
</context>
</TS>
