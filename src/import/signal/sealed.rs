//! `main` of a backup folder: a start block of 16 bytes, frames under gzip and AES-256-CBC, and
//! HMAC-SHA256 of all that at the end (32 bytes). Behind the gzip stream stands padding.

use super::key::Keys;
use crate::{
    error::{Code, Error, Result},
    import::iphone_backup::cipher::Decrypting,
    job::Budget,
    limits,
    store::ReadSeek,
};
use flate2::read::GzDecoder;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::io::{BufReader, Read, Seek, SeekFrom};

/// Bytes of the start block.
pub const START: u64 = 16;
/// Bytes of the check at the end.
pub const CHECK: u64 = 32;
/// Bytes that are checked between two looks at the clock.
const CHUNK: usize = 256 << 10;
/// RFC 1952: gzip, deflated.
const GZIP: [u8; 3] = [0x1f, 0x8b, 8];

/// The checking of the whole file.
pub struct Checking {
    reader: Box<dyn ReadSeek>,
    mac: Hmac<Sha256>,
    left: u64,
    buffer: Vec<u8>,
    /// Bytes of the file without the check.
    body: u64,
}

impl Checking {
    /// Begins.
    ///
    /// # Errors
    /// [`Code::Truncated`] where the file is too short to be one; [`Code::Io`].
    pub fn new(mut reader: Box<dyn ReadSeek>, keys: &Keys) -> Result<Self> {
        let len = reader.seek(SeekFrom::End(0))?;
        reader.seek(SeekFrom::Start(0))?;
        let body = len
            .checked_sub(CHECK)
            .filter(|body| *body > START)
            .ok_or_else(|| Error::new(Code::Truncated).at_byte(len))?;
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&*keys.mac)
            .map_err(|_| Error::new(Code::BadRequest))?;
        Ok(Self {
            reader,
            mac,
            left: body,
            buffer: vec![0; CHUNK],
            body,
        })
    }

    /// Whether the key opens the file: what is inside begins as gzip does.
    ///
    /// # Errors
    /// [`Code::Io`].
    pub fn fits(&mut self, keys: &Keys) -> Result<bool> {
        // decrypted from a borrowed copy of the first blocks: the check reads the file itself
        let mut first = vec![0; (START * 3).min(self.body) as usize];
        self.reader.read_exact(&mut first)?;
        self.reader.seek(SeekFrom::Start(0))?;
        let size = first.len() as u64;
        let mut plain = Decrypting::new(
            Box::new(std::io::Cursor::new(first)),
            &keys.cipher,
            Some(size),
        )?;
        plain.seek(SeekFrom::Start(START))?;
        let mut head = Vec::new();
        plain.take(GZIP.len() as u64).read_to_end(&mut head)?;
        Ok(head == GZIP)
    }

    /// Works until the budget is spent; whether the file is whole, once that is known.
    ///
    /// # Errors
    /// [`Code::Io`].
    pub fn step(&mut self, budget: &mut Budget<'_>) -> Result<Option<bool>> {
        while self.left > 0 {
            let wanted = self.left.min(CHUNK as u64) as usize;
            let chunk = self.buffer.get_mut(..wanted).unwrap_or_default();
            self.reader.read_exact(chunk)?;
            self.mac.update(chunk);
            self.left -= wanted as u64;
            if budget.spent_now() && self.left > 0 {
                return Ok(None);
            }
        }
        let mut check = Vec::new();
        self.reader.by_ref().take(CHECK).read_to_end(&mut check)?;
        Ok(Some(self.mac.clone().verify_slice(&check).is_ok()))
    }

    /// Bytes checked so far.
    pub fn done(&self) -> u64 {
        self.body - self.left
    }

    /// The frames.
    ///
    /// # Errors
    /// [`Code::Io`].
    pub fn open(self, keys: &Keys) -> Result<Box<dyn Read>> {
        let mut plain = Decrypting::new(self.reader, &keys.cipher, Some(self.body))?;
        plain.seek(SeekFrom::Start(START))?;
        Ok(Box::new(Inflating {
            inner: GzDecoder::new(BufReader::with_capacity(CHUNK, plain)),
            compressed: self.body,
            count: 0,
        }))
    }
}

/// Inflated bytes, counted: what claims to be small may not become endless.
struct Inflating {
    inner: GzDecoder<BufReader<Decrypting>>,
    compressed: u64,
    count: u64,
}

impl Read for Inflating {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(out).map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Error::new(Code::Truncated).into(),
            std::io::ErrorKind::InvalidInput | std::io::ErrorKind::InvalidData => {
                Error::new(Code::BadArchive).into()
            }
            _ => error,
        })?;
        self.count += read as u64;
        let allowed = self.compressed.saturating_mul(limits::ARCHIVE_RATIO);
        if self.count > allowed.max(limits::ARCHIVE_RATIO_FLOOR) {
            return Err(Error::limit("archive-ratio", self.count, allowed).into());
        }
        Ok(read)
    }
}
