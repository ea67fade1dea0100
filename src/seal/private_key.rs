//! Private keys that open a certificate's slot: PEM or DER; PKCS#8 (RFC 5958), PKCS#1 (RFC 8017)
//! and SEC1 (RFC 5915); RSA, EC P-256 and P-384. Keys that are themselves encrypted are refused
//! with that reason: decrypting them is the key owner's tool's task.

use super::{
    der::{Reader, tag},
    oid, pem,
};
use crate::{
    error::{Code, Error, Result},
    limits,
};
use rsa::{pkcs1::DecodeRsaPrivateKey, traits::PublicKeyParts};

/// A private key. Wiped when dropped; has no `Debug`.
pub enum PrivateKey {
    /// RSA.
    Rsa(Box<rsa::PrivateKey>),
    /// EC on secp256r1.
    P256(p256::SecretKey),
    /// EC on secp384r1.
    P384(p384::SecretKey),
}

fn bad(reason: &'static str) -> Error {
    Error::new(Code::BadPrivateKey).with("reason", reason)
}

impl PrivateKey {
    /// Reads a key file.
    ///
    /// # Errors
    /// [`Code::BadPrivateKey`] with `reason`: `encrypted`, `unreadable`, `key-kind`, `curve`,
    /// `rsa-size`, `certificate`.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > limits::KEY_FILE_BYTES {
            return Err(Error::limit(
                "KEY_FILE_BYTES",
                bytes.len() as u64,
                limits::KEY_FILE_BYTES as u64,
            ));
        }
        let Some(blocks) = std::str::from_utf8(bytes).ok().map(pem::blocks) else {
            return from_der(bytes);
        };
        if blocks.is_empty() {
            return from_der(bytes);
        }
        for block in &blocks {
            let der = || block.der.as_ref().ok_or_else(|| bad("encrypted"));
            return match block.label.as_str() {
                "ENCRYPTED PRIVATE KEY" => Err(bad("encrypted")),
                "PRIVATE KEY" => from_pkcs8(der()?),
                "RSA PRIVATE KEY" => from_pkcs1(der()?),
                "EC PRIVATE KEY" => from_sec1(der()?, None),
                _ => continue,
            };
        }
        let certificate = blocks.iter().any(|block| block.label == "CERTIFICATE");
        Err(bad(if certificate {
            "certificate"
        } else {
            "unreadable"
        }))
    }
}

fn from_der(bytes: &[u8]) -> Result<PrivateKey> {
    let mut reader = Reader(bytes);
    let mut inner = Reader(
        reader
            .take(tag::SEQUENCE)
            .ok_or_else(|| bad("unreadable"))?,
    );
    let version = inner.number();
    match (version, inner.peek()) {
        (Some(0 | 1), Some(tag::SEQUENCE)) => from_pkcs8(bytes),
        (Some(0), Some(tag::INTEGER)) => from_pkcs1(bytes),
        (Some(1), Some(tag::OCTETS)) => from_sec1(bytes, None),
        (None, Some(tag::SEQUENCE)) => Err(bad("encrypted")),
        _ => Err(bad("unreadable")),
    }
}

fn from_pkcs8(der: &[u8]) -> Result<PrivateKey> {
    let fields = || {
        let mut outer = Reader(Reader(der).take(tag::SEQUENCE)?);
        outer.number()?;
        let mut algorithm = Reader(outer.take(tag::SEQUENCE)?);
        let kind = algorithm.whole()?;
        Some((kind, algorithm.whole(), outer.take(tag::OCTETS)?))
    };
    let (kind, parameters, key) = fields().ok_or_else(|| bad("unreadable"))?;
    match kind {
        oid::RSA_KEY => from_pkcs1(key),
        oid::EC_KEY => from_sec1(key, parameters),
        _ => Err(bad("key-kind")),
    }
}

fn from_pkcs1(der: &[u8]) -> Result<PrivateKey> {
    let key = rsa::PrivateKey::from_pkcs1_der(der).map_err(|_| bad("unreadable"))?;
    if !limits::RSA_BITS.contains(&key.n().bit_width()) {
        return Err(bad("rsa-size"));
    }
    Ok(PrivateKey::Rsa(Box::new(key)))
}

fn from_sec1(der: &[u8], named: Option<&[u8]>) -> Result<PrivateKey> {
    let fields = || {
        let mut outer = Reader(Reader(der).take(tag::SEQUENCE)?);
        outer.number()?;
        let scalar = outer.take(tag::OCTETS)?;
        Some((scalar, outer.take(tag::CONTEXT_0)))
    };
    let (scalar, own) = fields().ok_or_else(|| bad("unreadable"))?;
    match own.or(named) {
        Some(oid::P256) => p256::SecretKey::from_slice(scalar)
            .map(PrivateKey::P256)
            .map_err(|_| bad("unreadable")),
        Some(oid::P384) => p384::SecretKey::from_slice(scalar)
            .map(PrivateKey::P384)
            .map_err(|_| bad("unreadable")),
        _ => Err(bad("curve")),
    }
}
