//! Content identifiers (multiformats CID specification, versions 0 and 1) and the unsigned varints
//! that they and CAR files are made of.

use sha2::{Digest, Sha256};
use std::fmt;

/// Multicodec of DAG-CBOR.
pub(super) const DAG_CBOR: u64 = 0x71;
/// Multicodec of raw bytes.
pub(super) const RAW: u64 = 0x55;
/// Multicodec of SHA-256.
const SHA2_256: u64 = 0x12;
/// Bytes of digest that an identifier may have (SHA-512).
const DIGEST_BYTES: u64 = 64;

/// What a block is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cid {
    /// What the block is encoded as.
    pub codec: u64,
    hash: u64,
    digest: Vec<u8>,
    version: u8,
}

/// Digest by which blocks are found.
pub(super) type Key = [u8; 32];

impl Cid {
    /// The identifier that these bytes begin with, and its length.
    pub fn read(bytes: &[u8]) -> Option<(Self, usize)> {
        if let Some(digest) = bytes.strip_prefix(&[0x12, 0x20]) {
            let cid = Self {
                codec: 0x70,
                hash: SHA2_256,
                digest: digest.get(..32)?.to_vec(),
                version: 0,
            };
            return Some((cid, 34));
        }
        let mut rest = bytes;
        let mut next = || {
            let (value, len) = varint(rest)?;
            rest = rest.get(len..)?;
            Some(value)
        };
        if next()? != 1 {
            return None;
        }
        let (codec, hash, len) = (next()?, next()?, next()?);
        if len > DIGEST_BYTES {
            return None;
        }
        let digest = rest.get(..len as usize)?;
        let cid = Self {
            codec,
            hash,
            digest: digest.to_vec(),
            version: 1,
        };
        Some((cid, bytes.len() - rest.len() + digest.len()))
    }

    /// Whether a block's SHA-256 is the one that it is called by; `None` for other digests.
    pub fn fits(&self, sha256: &Key) -> Option<bool> {
        (self.hash == SHA2_256).then(|| self.digest == sha256)
    }

    /// The key of the block in an index.
    pub fn key(&self) -> Key {
        match <Key>::try_from(self.digest.as_slice()) {
            Ok(digest) if self.hash == SHA2_256 => digest,
            _ => Sha256::digest(self.bytes()).into(),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if self.version == 1 {
            out.push(1);
            push_varint(&mut out, self.codec);
        }
        push_varint(&mut out, self.hash);
        push_varint(&mut out, self.digest.len() as u64);
        out.extend_from_slice(&self.digest);
        out
    }
}

/// Base 32 in small letters with the prefix `b`, as AT Protocol writes it; version 0 as hexadecimal
/// digits with the prefix `f`.
impl fmt::Display for Cid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.bytes();
        if self.version == 0 {
            f.write_str("f")?;
            return bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"));
        }
        const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        f.write_str("b")?;
        for five in bytes.chunks(5) {
            let bits = five.iter().enumerate().fold(0_u64, |all, (n, byte)| {
                all | u64::from(*byte) << (32 - 8 * n)
            });
            let count = (five.len() * 8).div_ceil(5);
            for n in 0..count {
                let letter = bits >> (35 - 5 * n) & 0x1f;
                let letter = LETTERS.get(letter as usize).copied().unwrap_or(b'a');
                write!(f, "{}", char::from(letter))?;
            }
        }
        Ok(())
    }
}

/// An unsigned varint (LEB128, at most 9 bytes) and its length.
pub(super) fn varint(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut value = 0;
    for (n, byte) in bytes.iter().take(9).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * n);
        if byte & 0x80 == 0 {
            return Some((value, n + 1));
        }
    }
    None
}

fn push_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_versions() {
        let digest: Key = Sha256::digest(b"hej").into();
        let one = [&[1, 0x55, 0x12, 0x20][..], &digest].concat();
        let (cid, len) = Cid::read(&[&one[..], b"behind"].concat()).unwrap();
        assert_eq!((cid.codec, len), (RAW, 36));
        assert_eq!(cid.fits(&digest), Some(true));
        assert_eq!(cid.key(), digest);
        // multiformats: a raw CIDv1 with SHA-256 begins with bafkrei and has 59 letters
        let text = cid.to_string();
        assert!(text.starts_with("bafkrei") && text.len() == 59, "{text}");
        let (old, len) = Cid::read(&[&[0x12, 0x20][..], &digest].concat()).unwrap();
        assert_eq!((len, old.fits(&digest)), (34, Some(true)));
        for bad in [&b""[..], &one[..35], &[2, 0x55], &[1, 0x55, 0x12, 0x7f]] {
            assert_eq!(Cid::read(bad), None);
        }
    }

    #[test]
    fn varints() {
        for value in [0, 1, 127, 128, 300, u64::MAX >> 1] {
            let mut bytes = Vec::new();
            push_varint(&mut bytes, value);
            assert_eq!(varint(&bytes), Some((value, bytes.len())));
        }
        assert_eq!(varint(&[0xff; 10]), None);
        assert_eq!(varint(&[0x80]), None);
    }
}
