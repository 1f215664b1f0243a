// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/certificateverifier.h"

#include "base/inerttext.h"
#include "certificate/certificatename.h"
#include "certificate/chaincomplaints.h"
#include "certificate/rootstore.h"
#include "certificate/x509facts.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// 112 bits of security: RSA 2048, SHA-224.
constexpr int requiredSecurityBits = 112;
/// Authority information access with a caIssuers address: the mark of a public hierarchy.
bool namesItsIssuersPlace(X509 *certificate)
{
    auto *access = static_cast<AUTHORITY_INFO_ACCESS *>(
        X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr));
    bool isNamed = false;
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access); ++i)
        isNamed |= OBJ_obj2nid(sk_ACCESS_DESCRIPTION_value(access, i)->method) == NID_ad_ca_issuers;
    AUTHORITY_INFO_ACCESS_free(access);
    return isNamed;
}

/// Which of the two an unfound issuer is. A certificate that tells where its issuer's can be
/// fetched belongs to a public hierarchy whose intermediate was not sent. A lone certificate
/// without that may be either, and then both are said.
QList<Finding::Kind> kindsOfMissingIssuer(const Complaint &complaint, int sentCertificates)
{
    if (complaint.certificate && namesItsIssuersPlace(complaint.certificate.get()))
        return {Finding::Kind::IncompleteChain};
    if (sentCertificates == 1)
        return {Finding::Kind::UnknownIssuer, Finding::Kind::IncompleteChain};
    return {Finding::Kind::UnknownIssuer};
}

QList<Finding::Kind> kindsOfComplaint(const Complaint &complaint, int sentCertificates)
{
    switch (complaint.error) {
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return {Finding::Kind::SelfSigned};
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
        return {Finding::Kind::UnknownIssuer};
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        return kindsOfMissingIssuer(complaint, sentCertificates);
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return {}; // always beside a missing issuer, and says no more
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return {Finding::Kind::Expired};
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return {Finding::Kind::NotYetValid};
    case X509_V_ERR_CERT_REVOKED:
        return {Finding::Kind::Revoked};
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
        return {Finding::Kind::WeakKey};
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return {Finding::Kind::WeakSignature};
    case X509_V_ERR_INVALID_PURPOSE:
        return {complaint.depth == 0 ? Finding::Kind::NotForServers : Finding::Kind::Invalid};
    default:
        return {Finding::Kind::Invalid};
    }
}

QString reasonOf(const Complaint &complaint)
{
    return QString::fromLatin1(X509_verify_cert_error_string(complaint.error));
}

QString evidenceOf(Finding::Kind kind, const Complaint &complaint, const CertificateFacts &facts)
{
    switch (kind) {
    case Finding::Kind::Expired:
        return u"%1: notAfter %2"_s.arg(facts.subject, facts.notAfter.toString(Qt::ISODate));
    case Finding::Kind::NotYetValid:
        return u"%1: notBefore %2"_s.arg(facts.subject, facts.notBefore.toString(Qt::ISODate));
    case Finding::Kind::WeakKey:
        return u"%1: %2, %3 bits"_s.arg(facts.subject, facts.keyAlgorithm).arg(facts.keyBits);
    case Finding::Kind::WeakSignature:
        return u"%1: %2"_s.arg(facts.subject, facts.signatureAlgorithm);
    case Finding::Kind::UnknownIssuer:
    case Finding::Kind::IncompleteChain:
    case Finding::Kind::SelfSigned:
        return u"%1: issuer %2"_s.arg(facts.subject, facts.issuer);
    case Finding::Kind::NameMismatch:
    case Finding::Kind::Revoked:
    case Finding::Kind::NotForServers:
    case Finding::Kind::Invalid:
    case Finding::Kind::Missing:
        break;
    }
    return u"%1: %2"_s.arg(facts.subject, reasonOf(complaint));
}

Finding findingOf(Finding::Kind kind, const Complaint &complaint)
{
    Finding finding;
    finding.kind = kind;
    finding.depth = complaint.depth;
    finding.evidence = reasonOf(complaint);
    if (!complaint.certificate)
        return finding;
    const CertificateFacts facts = factsOf(complaint.certificate.get());
    finding.evidence = evidenceOf(kind, complaint, facts);
    finding.subject = facts.subjectName;
    finding.issuer = facts.issuerName;
    if (kind == Finding::Kind::Expired)
        finding.date = facts.notAfter;
    else if (kind == Finding::Kind::NotYetValid)
        finding.date = facts.notBefore;
    return finding;
}

void append(QList<Finding> &findings, const Finding &finding)
{
    for (const Finding &known : findings) {
        if (known.kind == finding.kind && known.depth == finding.depth)
            return;
    }
    findings.append(finding);
}

/// libcrypto does not look at the signature of the last certificate of a path; a server's own
/// certificate is judged whatever its place.
void checkOwnSignature(X509 *leaf, QList<Finding> &findings)
{
    int digest = 0;
    int keyType = 0;
    int securityBits = 0;
    uint32_t flags = 0;
    if (X509_get_signature_info(leaf, &digest, &keyType, &securityBits, &flags) == 1
        && securityBits >= requiredSecurityBits)
        return;
    const char *name = OBJ_nid2ln(X509_get_signature_nid(leaf));
    append(findings, {Finding::Kind::WeakSignature, 0, QString::fromLatin1(name)});
}

void checkName(
    X509 *leaf, const Certificate &certificate, const QString &host, QList<Finding> &findings)
{
    if (isNamedBy(leaf, host))
        return;
    const CertificateFacts &facts = certificate.facts();
    const QStringList names = facts.dnsNames + facts.ipAddresses;
    const QString said = names.isEmpty()
        ? u"no subjectAltName (subject %1)"_s.arg(facts.subject)
        : names.first(qMin<qsizetype>(names.size(), 10)).join(u", "_s);
    append(
        findings, {Finding::Kind::NameMismatch, 0, u"asked for %1; names: %2"_s.arg(host, said)});
}

} // namespace

struct CertificateVerifier::Roots : RootStore
{
};

CertificateVerifier::CertificateVerifier(const QList<Certificate> &moreRoots)
    : m_roots(std::make_unique<Roots>()),
      m_addedRoots(moreRoots)
{
    m_roots->addDefaults();
    m_roots->add(moreRoots);
}

CertificateVerifier::CertificateVerifier(std::unique_ptr<Roots> roots) : m_roots(std::move(roots))
{
}

CertificateVerifier CertificateVerifier::withRootsOnly(const QList<Certificate> &roots)
{
    auto own = std::make_unique<Roots>();
    own->add(roots);
    own->endPathsAtAny();
    return CertificateVerifier(std::move(own));
}

CertificateVerifier::~CertificateVerifier() = default;
CertificateVerifier::CertificateVerifier(CertificateVerifier &&) noexcept = default;
CertificateVerifier &CertificateVerifier::operator=(CertificateVerifier &&) noexcept = default;

QList<Finding> CertificateVerifier::verify(
    const QList<Certificate> &chain, const QString &host, const QDateTime &now) const
{
    const ErrorQueueGuard guard;
    if (!chain.isEmpty() && !toX509(chain.constFirst().toQt()))
        return {{Finding::Kind::Missing, 0, u"the certificate cannot be read"_s}};
    const X509StackHandle stack = toStack(chain);
    const int sentCertificates = sk_X509_num(stack.get());
    if (sentCertificates < 1)
        return {{Finding::Kind::Missing, 0, {}}};

    QList<Finding> findings;
    for (const Complaint &complaint : complaintsAbout(m_roots->get(), stack.get(), now)) {
        for (const Finding::Kind kind : kindsOfComplaint(complaint, sentCertificates))
            append(findings, findingOf(kind, complaint));
    }
    X509 *leaf = sk_X509_value(stack.get(), 0);
    checkOwnSignature(leaf, findings);
    checkName(leaf, chain.constFirst(), host, findings);
    return findings;
}

Certificate CertificateVerifier::vouchingAmong(const QList<Certificate> &authorities,
    const QList<Certificate> &chain, const QString &host, const QDateTime &now) const
{
    for (const Certificate &authority : authorities) {
        const bool isOwn = !chain.isEmpty() && authority.sha256() == chain.constFirst().sha256();
        if (isOwn || !authority.facts().isCa)
            continue;
        if (verify(chain + QList{authority}, host, now).isEmpty()
            || withRootsOnly({authority}).verify(chain, host, now).isEmpty())
            return authority;
    }
    return {};
}

Certificate CertificateVerifier::addedRootBehind(
    const QList<Certificate> &chain, const QString &host, const QDateTime &now) const
{
    if (m_addedRoots.isEmpty() || CertificateVerifier().verify(chain, host, now).isEmpty())
        return {};
    for (const Certificate &root : m_addedRoots) {
        if (withRootsOnly({root}).verify(chain, host, now).isEmpty())
            return root;
    }
    return {};
}

OcspStaple CertificateVerifier::stapledStatus(
    const QByteArray &response, const QList<Certificate> &chain, const QDateTime &now) const
{
    const ErrorQueueGuard guard;
    const X509StackHandle stack = toStack(chain);
    const X509Handle issuer = issuerOfFirst(m_roots->get(), stack.get());
    if (!issuer)
        return {OcspStatus::Unusable, u"the issuer's certificate is not known"_s};
    return readStaple(response, sk_X509_value(stack.get(), 0), issuer.get(), now);
}

} // namespace postern
