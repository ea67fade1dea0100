//! Reading with random access.

use super::{Directory, Entry, Header, bad, many, parse_header};
use crate::{
    error::{Code, Error, Result},
    store::ReadSeek,
};
use std::io::{Read, SeekFrom};

fn fill(reader: &mut dyn Read, out: &mut Vec<u8>, to: usize) -> Result<()> {
    let missing = to.saturating_sub(out.len()) as u64;
    reader.take(missing).read_to_end(out)?;
    if out.len() < to {
        return Err(Error::new(Code::Truncated));
    }
    Ok(())
}

/// Lists a file with random access, checking its whole structure first. The data of the members
/// is not looked at: [`StoredZipReader::read`] gives the bytes, the caller checks the CRC-32.
pub struct StoredZipReader {
    reader: Box<dyn ReadSeek>,
    entries: Vec<Entry>,
}

impl StoredZipReader {
    /// Walks the headers and compares the directory.
    ///
    /// # Errors
    /// [`Code::BadArchive`] with `reason` for everything that is not the canonical form,
    /// [`Code::Truncated`] when the file ends early, [`Code::LimitExceeded`] above
    /// `allowed_members`.
    pub fn open(mut reader: Box<dyn ReadSeek>, allowed_members: usize) -> Result<Self> {
        let length = reader.seek(SeekFrom::End(0))?;
        let mut directory = Directory::default();
        let mut entries = Vec::new();
        loop {
            let at = directory.position();
            if at > length {
                return Err(Error::new(Code::Truncated).at_byte(length));
            }
            reader.seek(SeekFrom::Start(at))?;
            let mut header = Vec::new();
            let found = loop {
                match parse_header(&mut directory, &header).map_err(|e| e.at_byte(at))? {
                    Header::Needs(to) => fill(&mut *reader, &mut header, to)?,
                    found => break found,
                }
            };
            match found {
                Header::Member(entry) => entries.push(entry),
                _ => break,
            }
            many(entries.len(), allowed_members)?;
        }
        let at = directory.position();
        let expected = directory.finish();
        let mut tail = Vec::new();
        reader.seek(SeekFrom::Start(at))?;
        (&mut *reader)
            .take(expected.len() as u64 + 1)
            .read_to_end(&mut tail)?;
        check_tail(&expected, &tail).map_err(|e| e.at_byte(at))?;
        Ok(StoredZipReader { reader, entries })
    }

    /// The members in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Positions the reader at a member's data, `skip` bytes in, and reads up to `out.len()` bytes
    /// of it; 0 at the member's end.
    ///
    /// # Errors
    /// What the reader says.
    pub fn read_at(&mut self, entry: &Entry, skip: u64, out: &mut [u8]) -> Result<usize> {
        let left = usize::try_from(entry.size.saturating_sub(skip)).unwrap_or(usize::MAX);
        let want = left.min(out.len());
        self.reader.seek(SeekFrom::Start(entry.data_at + skip))?;
        let mut done = 0;
        while let Some(room) = out.get_mut(done..want).filter(|room| !room.is_empty()) {
            match self.reader.read(room)? {
                0 => return Err(Error::new(Code::Truncated).in_member(&entry.path)),
                n => done += n,
            }
        }
        Ok(done)
    }

    /// A small member's bytes, checked against its CRC-32.
    ///
    /// # Errors
    /// [`Code::LimitExceeded`] above `allowed` bytes, [`Code::ChecksumMismatch`].
    pub fn read_small(&mut self, entry: &Entry, allowed: usize) -> Result<Vec<u8>> {
        let size = usize::try_from(entry.size).unwrap_or(usize::MAX);
        if size > allowed {
            return Err(
                Error::limit("SMALL_MEMBER_BYTES", entry.size, allowed as u64)
                    .in_member(&entry.path),
            );
        }
        let mut bytes = vec![0; size];
        self.read_at(entry, 0, &mut bytes)?;
        if crc32fast::hash(&bytes) != entry.crc32 {
            return Err(Error::new(Code::ChecksumMismatch).with("entry", &entry.path));
        }
        Ok(bytes)
    }
}

fn check_tail(expected: &[u8], found: &[u8]) -> Result<()> {
    if found == expected {
        Ok(())
    } else if expected.starts_with(found) {
        Err(Error::new(Code::Truncated))
    } else if found.starts_with(expected) {
        Err(bad("trailing-bytes"))
    } else {
        Err(bad("directory"))
    }
}
