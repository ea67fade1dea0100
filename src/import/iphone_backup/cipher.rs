//! AES-256 in CBC mode with an all-zero start (NIST SP 800-38A §6.2), read here and there: how a
//! backup keeps each of its files under a key of its own. Nothing in it tells whether the bytes
//! are whole: a changed block gives other bytes, as it would without encryption.

use crate::{error::Result, store::ReadSeek};
use aes::{
    Aes256,
    cipher::{BlockCipherDecrypt, KeyInit},
};
use std::io::{Read, Seek, SeekFrom};

const BLOCK: u64 = 16;
/// Bytes decrypted at once.
const CHUNK: u64 = 64 << 10;

/// The plain bytes of an encrypted file.
pub struct Decrypting {
    inner: Box<dyn ReadSeek>,
    cipher: Aes256,
    len: u64,
    at: u64,
    start: u64,
    plain: Vec<u8>,
}

impl Decrypting {
    /// `size` is how long the file is without padding; told by the padding where it is not known.
    ///
    /// # Errors
    /// [`crate::error::Code::Io`].
    pub fn new(mut inner: Box<dyn ReadSeek>, key: &[u8; 32], size: Option<u64>) -> Result<Self> {
        let whole = inner.seek(SeekFrom::End(0))? / BLOCK * BLOCK;
        let mut reader = Self {
            inner,
            cipher: Aes256::new(key.into()),
            len: whole,
            at: 0,
            start: u64::MAX,
            plain: Vec::new(),
        };
        reader.len = match size {
            Some(size) => size.min(whole),
            None => whole - reader.padding()?,
        };
        Ok(reader)
    }

    fn padding(&mut self) -> Result<u64> {
        let mut last = [0; 1];
        self.seek(SeekFrom::Start(self.len.saturating_sub(1)))?;
        let read = self.read(&mut last)?;
        self.at = 0;
        let [padding] = last;
        let padding = u64::from(padding);
        Ok(if read == 1 && (1..=BLOCK).contains(&padding) {
            padding
        } else {
            0
        })
    }

    fn load(&mut self, start: u64) -> std::io::Result<()> {
        let from = start.saturating_sub(BLOCK);
        self.inner.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        let wanted = CHUNK + (start - from);
        self.inner.by_ref().take(wanted).read_to_end(&mut bytes)?;
        self.plain.clear();
        self.start = u64::MAX;
        let (before, own) = bytes.split_at((start - from).min(bytes.len() as u64) as usize);
        let mut previous = [0; BLOCK as usize];
        if before.len() == previous.len() {
            previous.copy_from_slice(before);
        }
        for encrypted in own.chunks_exact(BLOCK as usize) {
            let mut block = [0; BLOCK as usize];
            block.copy_from_slice(encrypted);
            self.cipher.decrypt_block((&mut block).into());
            self.plain.extend(
                block
                    .iter()
                    .zip(previous)
                    .map(|(byte, before)| byte ^ before),
            );
            previous.copy_from_slice(encrypted);
        }
        self.start = start;
        Ok(())
    }
}

impl Read for Decrypting {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.at >= self.len || out.is_empty() {
            return Ok(0);
        }
        let start = self.at - self.at % CHUNK;
        if start != self.start {
            self.load(start)?;
        }
        let inner = (self.at - start) as usize;
        let left = (self.len - self.at).min(out.len() as u64) as usize;
        let ready = self.plain.get(inner..).unwrap_or_default();
        let count = left.min(ready.len());
        for (to, from) in out.iter_mut().zip(ready.iter().take(count)) {
            *to = *from;
        }
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Decrypting {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = target.ok_or(std::io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aes::cipher::BlockCipherEncrypt;
    use std::io::Cursor;

    fn encrypted(plain: &[u8], key: &[u8; 32]) -> Vec<u8> {
        let cipher = Aes256::new(key.into());
        let padding = 16 - plain.len() % 16;
        let mut padded = plain.to_vec();
        padded.extend(std::iter::repeat_n(padding as u8, padding));
        let mut previous = [0; 16];
        let mut out = Vec::new();
        for block in padded.chunks_exact(16) {
            for (to, from) in previous.iter_mut().zip(block) {
                *to ^= from;
            }
            cipher.encrypt_block((&mut previous).into());
            out.extend(previous);
        }
        out
    }

    #[test]
    fn anywhere() {
        let key = [7; 32];
        let plain: Vec<u8> = (0..200_003u32).map(|n| (n * 7 % 251) as u8).collect();
        for size in [None, Some(plain.len() as u64)] {
            let file = Box::new(Cursor::new(encrypted(&plain, &key)));
            let mut reader = Decrypting::new(file, &key, size).unwrap();
            let mut whole = Vec::new();
            reader.read_to_end(&mut whole).unwrap();
            assert_eq!(whole, plain);
            for at in [0usize, 1, 15, 16, 65_535, 65_536, 65_537, 131_080, 200_000] {
                reader.seek(SeekFrom::Start(at as u64)).unwrap();
                let mut part = vec![0; 3.min(plain.len() - at)];
                reader.read_exact(&mut part).unwrap();
                assert_eq!(part, plain[at..at + part.len()]);
            }
        }
    }
}
