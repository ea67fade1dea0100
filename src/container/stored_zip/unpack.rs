//! Reading from bytes that arrive in order.

use super::{Directory, Header, bad, many, parse_header};
use crate::{
    error::{Code, Error, Result},
    limits,
};

/// What [`StoredZipUnpacker`] tells while bytes arrive.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A member begins.
    Begin {
        /// Its path, checked to be relative and without steps upwards.
        path: &'a str,
        /// Its size.
        size: u64,
        /// Where its first byte stands in the file.
        at: u64,
    },
    /// The next bytes of the member.
    Data(&'a [u8]),
    /// The member is complete and its CRC-32 is right.
    End,
}

enum Unpacking {
    Header(Vec<u8>),
    Data {
        path: String,
        left: u64,
        expected: u32,
        crc: crc32fast::Hasher,
    },
    Tail {
        expected: Vec<u8>,
        at: usize,
    },
}

/// Unpacks a file from bytes that arrive in order, in pieces of any size, without seeking.
pub struct StoredZipUnpacker {
    directory: Directory,
    members: usize,
    state: Unpacking,
}

impl Default for StoredZipUnpacker {
    fn default() -> Self {
        StoredZipUnpacker {
            directory: Directory::default(),
            members: 0,
            state: Unpacking::Header(Vec::new()),
        }
    }
}

impl StoredZipUnpacker {
    /// Takes the next bytes and tells what they are.
    ///
    /// # Errors
    /// [`Code::BadArchive`] and [`Code::LimitExceeded`] as [`StoredZipReader::open`],
    /// [`Code::ChecksumMismatch`] with `entry`, and what `tell` says.
    pub fn push(
        &mut self,
        mut bytes: &[u8],
        tell: &mut dyn FnMut(Event<'_>) -> Result<()>,
    ) -> Result<()> {
        loop {
            match &mut self.state {
                Unpacking::Header(header) => match parse_header(&mut self.directory, header)? {
                    Header::Needs(to) => {
                        if bytes.is_empty() {
                            return Ok(());
                        }
                        let n = bytes.len().min(to.saturating_sub(header.len()));
                        let (now, later) = bytes.split_at_checked(n).unwrap_or((bytes, &[]));
                        header.extend_from_slice(now);
                        bytes = later;
                    }
                    Header::Member(entry) => {
                        self.members += 1;
                        many(self.members, limits::ARCHIVE_MEMBERS)?;
                        tell(Event::Begin {
                            path: &entry.path,
                            size: entry.size,
                            at: entry.data_at,
                        })?;
                        self.state = Unpacking::Data {
                            path: entry.path,
                            left: entry.size,
                            expected: entry.crc32,
                            crc: crc32fast::Hasher::new(),
                        };
                    }
                    Header::Directory => {
                        let seen = std::mem::take(header);
                        let expected = std::mem::take(&mut self.directory).finish();
                        if !expected.starts_with(&seen) {
                            return Err(bad("directory"));
                        }
                        self.state = Unpacking::Tail {
                            expected,
                            at: seen.len(),
                        };
                    }
                },
                Unpacking::Data {
                    path,
                    left,
                    expected,
                    crc,
                } => {
                    if *left == 0 {
                        if std::mem::take(crc).finalize() != *expected {
                            return Err(Error::new(Code::ChecksumMismatch).with("entry", &*path));
                        }
                        tell(Event::End)?;
                        self.state = Unpacking::Header(Vec::new());
                        continue;
                    }
                    if bytes.is_empty() {
                        return Ok(());
                    }
                    let n = usize::try_from(*left)
                        .unwrap_or(usize::MAX)
                        .min(bytes.len());
                    let (now, later) = bytes.split_at_checked(n).unwrap_or((bytes, &[]));
                    crc.update(now);
                    tell(Event::Data(now))?;
                    *left -= now.len() as u64;
                    bytes = later;
                }
                Unpacking::Tail { expected, at } => {
                    let rest = expected.get(*at..).unwrap_or_default();
                    let n = rest.len().min(bytes.len());
                    if bytes.len() > n {
                        return Err(bad("trailing-bytes"));
                    }
                    if rest.get(..n) != Some(bytes) {
                        return Err(bad("directory"));
                    }
                    *at += n;
                    return Ok(());
                }
            }
        }
    }

    /// Says whether the file is complete.
    ///
    /// # Errors
    /// [`Code::Truncated`] when bytes are missing.
    pub fn finish(self) -> Result<()> {
        match self.state {
            Unpacking::Tail { expected, at } if at == expected.len() => Ok(()),
            _ => Err(Error::new(Code::Truncated)),
        }
    }
}
