//! Digests of one file, all made in one streaming pass: SHA-256 and SHA-512 (FIPS 180-4) for the
//! manifests, CRC-32 (ISO 3309, as in ZIP) and the size in bytes for the archive's headers.

use serde::Serialize;
use sha2::{Digest, Sha256, Sha512};
use std::{fmt::Write as _, io::Write};

/// Digests and size of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Digests {
    /// Lower-case hex.
    pub sha256: String,
    /// Lower-case hex.
    pub sha512: String,
    /// CRC-32 as in ZIP.
    pub crc32: u32,
    /// Bytes.
    pub size: u64,
}

impl Digests {
    /// Digests of bytes in memory.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut digester = Digester::default();
        digester.update(bytes);
        digester.finish()
    }
}

/// Takes a file's bytes in order.
#[derive(Default)]
pub struct Digester {
    sha256: Sha256,
    sha512: Sha512,
    crc32: crc32fast::Hasher,
    size: u64,
}

impl Digester {
    /// The next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.sha512.update(bytes);
        self.crc32.update(bytes);
        self.size += bytes.len() as u64;
    }

    /// The digests of everything taken so far.
    #[must_use]
    pub fn finish(self) -> Digests {
        Digests {
            sha256: hex(&self.sha256.finalize()),
            sha512: hex(&self.sha512.finalize()),
            crc32: self.crc32.finalize(),
            size: self.size,
        }
    }
}

impl Write for Digester {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            // Writing to a String cannot fail.
            let _ = write!(out, "{byte:02x}");
            out
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_vectors_of_abc() {
        let digests = Digests::of(b"abc");
        assert_eq!(
            digests.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert!(
            digests
                .sha512
                .starts_with("ddaf35a193617abacc417349ae204131")
        );
        assert_eq!((digests.crc32, digests.size), (0x3524_41c2, 3));
    }
}
