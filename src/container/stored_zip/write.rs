//! Writing: members from memory, and a whole file as a stream of known length.

use super::Directory;
use crate::error::{Code, Error, Result};
use std::io::{Read, Write};

/// The exact length of a file with these members, before any data is known.
///
/// # Errors
/// As [`Directory::begin`].
pub fn total_length<'a>(members: impl IntoIterator<Item = (&'a str, u64)>) -> Result<u64> {
    let mut directory = Directory::default();
    for (path, size) in members {
        directory.begin(path, size, 0)?;
    }
    let data = directory.position();
    Ok(data + directory.finish().len() as u64)
}

/// Writes members whose bytes are already in memory or whose checksum is known.
pub struct StoredZipWriter<W> {
    out: W,
    directory: Directory,
}

impl<W: Write> StoredZipWriter<W> {
    /// A new file at the start of `out`.
    pub fn new(out: W) -> Self {
        StoredZipWriter {
            out,
            directory: Directory::default(),
        }
    }

    /// Adds one member from memory.
    ///
    /// # Errors
    /// As [`Directory::begin`], and what `out` says.
    pub fn add(&mut self, path: &str, data: &[u8]) -> Result<()> {
        let crc = crc32fast::hash(data);
        let header = self.directory.begin(path, data.len() as u64, crc)?;
        self.out.write_all(&header)?;
        Ok(self.out.write_all(data)?)
    }

    /// Writes the directory and returns the sink.
    ///
    /// # Errors
    /// What the sink says.
    pub fn finish(mut self) -> Result<W> {
        self.out.write_all(&self.directory.finish())?;
        Ok(self.out)
    }
}

/// A member of a [`StoredZipSource`]: what must be known before its data is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Relative path with forward slashes.
    pub path: String,
    /// Bytes of data.
    pub size: u64,
    /// CRC-32 of the data.
    pub crc32: u32,
}

/// Opens the data of the planned member of that index.
pub type Opener = Box<dyn FnMut(usize) -> Result<Box<dyn Read>>>;

/// A whole file as a `Read` of known length, from members that are opened one after the other.
/// Data that no longer has the planned size or checksum ends in [`Code::SourceChanged`].
pub struct StoredZipSource {
    members: Vec<Planned>,
    open: Opener,
    length: u64,
    next: usize,
    directory: Option<Directory>,
    pending: Vec<u8>,
    pending_at: usize,
    data: Option<(Box<dyn Read>, u64, crc32fast::Hasher)>,
}

impl StoredZipSource {
    /// Plans the file. Nothing is opened yet.
    ///
    /// # Errors
    /// As [`Directory::begin`].
    pub fn new(members: Vec<Planned>, open: Opener) -> Result<Self> {
        let length = total_length(members.iter().map(|m| (m.path.as_str(), m.size)))?;
        Ok(StoredZipSource {
            members,
            open,
            length,
            next: 0,
            directory: Some(Directory::default()),
            pending: Vec::new(),
            pending_at: 0,
            data: None,
        })
    }

    /// Bytes of the whole file.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    fn current(&self) -> Option<&Planned> {
        self.members.get(self.next.wrapping_sub(1))
    }

    fn changed(&self) -> Error {
        let error = Error::new(Code::SourceChanged);
        match self.current() {
            Some(member) => error.in_member(&member.path),
            None => error,
        }
    }

    fn read_data(&mut self, out: &mut [u8]) -> Result<usize> {
        let Some((reader, left, crc)) = &mut self.data else {
            return Ok(0);
        };
        if *left > 0 {
            let want = usize::try_from(*left).unwrap_or(usize::MAX).min(out.len());
            let Some(room) = out.get_mut(..want) else {
                return Ok(0);
            };
            let got = reader.read(room)?;
            if got == 0 {
                return Err(self.changed());
            }
            crc.update(room.get(..got).unwrap_or_default());
            *left -= got as u64;
            return Ok(got);
        }
        let more = reader.read(&mut [0])?;
        let crc = crc.clone().finalize();
        if more != 0 || self.current().is_none_or(|member| member.crc32 != crc) {
            return Err(self.changed());
        }
        self.data = None;
        Ok(0)
    }

    /// Starts the next member, or the directory; false when the file is complete.
    fn advance(&mut self) -> Result<bool> {
        if let Some(member) = self.members.get(self.next) {
            let Some(directory) = &mut self.directory else {
                return Ok(false);
            };
            self.pending = directory.begin(&member.path, member.size, member.crc32)?;
            let reader = (self.open)(self.next).map_err(|e| e.in_member(&member.path))?;
            self.data = Some((reader, member.size, crc32fast::Hasher::new()));
            self.next += 1;
        } else {
            let Some(directory) = self.directory.take() else {
                return Ok(false);
            };
            self.pending = directory.finish();
        }
        self.pending_at = 0;
        Ok(true)
    }

    fn read_some(&mut self, out: &mut [u8]) -> Result<usize> {
        loop {
            if out.is_empty() {
                return Ok(0);
            }
            let rest = self.pending.get(self.pending_at..).unwrap_or_default();
            if !rest.is_empty() {
                let n = rest.len().min(out.len());
                if let (Some(to), Some(from)) = (out.get_mut(..n), rest.get(..n)) {
                    to.copy_from_slice(from);
                }
                self.pending_at += n;
                return Ok(n);
            }
            if self.data.is_some() {
                let got = self.read_data(out)?;
                if got > 0 {
                    return Ok(got);
                }
                continue;
            }
            if !self.advance()? {
                return Ok(0);
            }
        }
    }
}

impl Read for StoredZipSource {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        Ok(self.read_some(out)?)
    }
}
