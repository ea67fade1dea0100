//! X.509 certificates (RFC 5280) as recipients: PEM or DER; RSA of 2,048 to 8,192 bits, EC P-256
//! and P-384. Only what encrypting to the key needs is checked: the key's kind and size, the key
//! usage, the validity against the caller's clock. Not checked: signature, chain, revocation —
//! there is no network; the page shows subject and fingerprint for a person to compare.

use super::{
    der::{Reader, tag},
    oid, pem,
};
use crate::{
    error::{Code, Error, Result},
    limits,
};
use der::Decode;
use rsa::BoxedUint;
use sha2::{Digest, Sha256};
use x509_cert::ext::pkix::KeyUsage;

/// What key a certificate holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum KeyKind {
    /// RSA.
    Rsa {
        /// Bits of the modulus.
        bits: u32,
    },
    /// EC on secp256r1.
    EcP256,
    /// EC on secp384r1.
    EcP384,
}

/// The key to encrypt to.
#[derive(Clone)]
pub(super) enum PublicKey {
    Rsa(Box<rsa::PublicKey>),
    P256(p256::PublicKey),
    P384(p384::PublicKey),
}

/// Whether a certificate is valid now. Encrypting to an expired one is a person's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Validity {
    /// Now lies in its period.
    Valid,
    /// Its period is over.
    Expired,
    /// Its period has not begun.
    NotYetValid,
}

/// A certificate that can be a recipient.
#[derive(Clone)]
pub struct Certificate(Box<Fields>);

#[derive(Clone)]
struct Fields {
    subject: String,
    issuer: String,
    issuer_and_serial: Vec<u8>,
    key: PublicKey,
    kind: KeyKind,
    not_before_ms: i64,
    not_after_ms: i64,
    validity: Validity,
    fingerprint: String,
}

fn bad(reason: &'static str) -> Error {
    Error::new(Code::BadCertificate).with("reason", reason)
}

impl Certificate {
    /// Reads a certificate file; of a PEM chain the first certificate. `now_utc_ms` is the
    /// caller's clock, for [`Certificate::validity`].
    ///
    /// # Errors
    /// [`Code::BadCertificate`] with `reason`: `unreadable`, `private-key`, `rsa-too-small`,
    /// `rsa-too-large`, `curve`, `ed25519`, `x25519`, `rsa-pss`, `key-kind`, `key-usage`, `key`.
    pub fn parse(bytes: &[u8], now_utc_ms: i64) -> Result<Self> {
        if bytes.len() > limits::KEY_FILE_BYTES {
            return Err(Error::limit(
                "KEY_FILE_BYTES",
                bytes.len() as u64,
                limits::KEY_FILE_BYTES as u64,
            ));
        }
        let blocks = std::str::from_utf8(bytes)
            .map(pem::blocks)
            .unwrap_or_default();
        if blocks.is_empty() {
            return from_der(bytes, now_utc_ms);
        }
        let certificate = blocks.iter().find(|block| {
            matches!(
                block.label.as_str(),
                "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE"
            )
        });
        match certificate {
            Some(block) => {
                let der = block.der.as_ref().ok_or_else(|| bad("unreadable"))?;
                from_der(der, now_utc_ms)
            }
            None if blocks.iter().any(|b| b.label.ends_with("PRIVATE KEY")) => {
                Err(bad("private-key"))
            }
            None => Err(bad("unreadable")),
        }
    }

    /// Whom it names, in the form of RFC 4514.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.0.subject
    }

    /// Who issued it, in the form of RFC 4514.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// The key.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        self.0.kind
    }

    /// First and last moment of validity, in milliseconds since 1970.
    #[must_use]
    pub fn period_ms(&self) -> (i64, i64) {
        (self.0.not_before_ms, self.0.not_after_ms)
    }

    /// Whether now lies in that period.
    #[must_use]
    pub fn validity(&self) -> Validity {
        self.0.validity
    }

    /// SHA-256 of the certificate, in hexadecimal.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.0.fingerprint
    }

    pub(super) fn issuer_and_serial(&self) -> &[u8] {
        &self.0.issuer_and_serial
    }

    pub(super) fn public_key(&self) -> &PublicKey {
        &self.0.key
    }
}

/// The issuer's and the serial number's own bytes: readers compare them with the certificate's.
fn issuer_and_serial(der: &[u8]) -> Option<Vec<u8>> {
    let mut certificate = Reader(Reader(der).take(tag::SEQUENCE)?);
    let mut body = Reader(certificate.take(tag::SEQUENCE)?);
    if body.peek()? == tag::CONTEXT_0 {
        body.whole()?;
    }
    let serial = body.whole()?;
    body.whole()?;
    let issuer = body.whole()?;
    Some(super::der::value(tag::SEQUENCE, &[issuer, serial]))
}

fn rsa_key(spki_key: &[u8]) -> Result<(PublicKey, KeyKind)> {
    let fields = || {
        let mut reader = Reader(Reader(spki_key).take(tag::SEQUENCE)?);
        Some((reader.take(tag::INTEGER)?, reader.take(tag::INTEGER)?))
    };
    let (modulus, exponent) = fields().ok_or_else(|| bad("key"))?;
    let number = |bytes: &[u8]| {
        let bits = u32::try_from(bytes.len() * 8).ok()?;
        BoxedUint::from_be_slice(bytes, bits).ok()
    };
    let first = modulus.iter().position(|b| *b != 0).unwrap_or(0);
    let modulus = modulus.get(first..).unwrap_or_default();
    let zeros = modulus.first().map_or(0, |b| b.leading_zeros());
    let bits = u32::try_from(modulus.len() * 8).unwrap_or(u32::MAX) - zeros;
    if bits < *limits::RSA_BITS.start() {
        return Err(bad("rsa-too-small").with("bits", bits));
    }
    if bits > *limits::RSA_BITS.end() {
        return Err(bad("rsa-too-large").with("bits", bits));
    }
    let (Some(n), Some(e)) = (number(modulus), number(exponent)) else {
        return Err(bad("key"));
    };
    let key = rsa::PublicKey::new(n, e).map_err(|_| bad("key"))?;
    Ok((PublicKey::Rsa(Box::new(key)), KeyKind::Rsa { bits }))
}

fn public_key(der: &[u8]) -> Result<(PublicKey, KeyKind)> {
    let fields = || {
        let mut spki = Reader(Reader(der).take(tag::SEQUENCE)?);
        let mut algorithm = Reader(spki.take(tag::SEQUENCE)?);
        let kind = algorithm.whole()?;
        let (unused, key) = spki.take(tag::BIT_STRING)?.split_first()?;
        (*unused == 0).then_some((kind, algorithm.whole(), key))
    };
    let (kind, parameters, key) = fields().ok_or_else(|| bad("key"))?;
    match kind {
        oid::RSA_KEY => rsa_key(key),
        oid::EC_KEY => match parameters {
            Some(oid::P256) => p256::PublicKey::from_sec1_bytes(key)
                .map(|key| (PublicKey::P256(key), KeyKind::EcP256))
                .map_err(|_| bad("key")),
            Some(oid::P384) => p384::PublicKey::from_sec1_bytes(key)
                .map(|key| (PublicKey::P384(key), KeyKind::EcP384))
                .map_err(|_| bad("key")),
            _ => Err(bad("curve")),
        },
        oid::RSA_PSS => Err(bad("rsa-pss")),
        oid::ED25519 => Err(bad("ed25519")),
        oid::X25519 => Err(bad("x25519")),
        _ => Err(bad("key-kind")),
    }
}

fn from_der(der: &[u8], now_utc_ms: i64) -> Result<Certificate> {
    let parsed = x509_cert::Certificate::from_der(der).map_err(|_| bad("unreadable"))?;
    let body = parsed.tbs_certificate();
    let spki =
        der::Encode::to_der(body.subject_public_key_info()).map_err(|_| bad("unreadable"))?;
    let (key, kind) = public_key(&spki)?;
    let usage = body
        .get_extension::<KeyUsage>()
        .map_err(|_| bad("unreadable"))?;
    if let Some((_, usage)) = usage {
        let allowed = match kind {
            KeyKind::Rsa { .. } => usage.key_encipherment(),
            KeyKind::EcP256 | KeyKind::EcP384 => usage.key_agreement(),
        };
        if !allowed {
            return Err(bad("key-usage"));
        }
    }
    let ms = |time: x509_cert::time::Time| {
        i64::try_from(time.to_unix_duration().as_millis()).unwrap_or(i64::MAX)
    };
    let not_before_ms = ms(body.validity().not_before);
    let not_after_ms = ms(body.validity().not_after);
    let validity = if now_utc_ms < not_before_ms {
        Validity::NotYetValid
    } else if now_utc_ms > not_after_ms {
        Validity::Expired
    } else {
        Validity::Valid
    };
    Ok(Certificate(Box::new(Fields {
        subject: body.subject().to_string(),
        issuer: body.issuer().to_string(),
        issuer_and_serial: issuer_and_serial(der).ok_or_else(|| bad("unreadable"))?,
        key,
        kind,
        not_before_ms,
        not_after_ms,
        validity,
        fingerprint: Sha256::digest(der)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    })))
}
