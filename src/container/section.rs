//! A window of a shared random-access reader, with its own position: members of one archive are
//! read side by side without borrowing each other.

use crate::{
    error::{Code, Error, Result},
    store::ReadSeek,
};
use std::{
    cell::RefCell,
    io::{Read, Seek, SeekFrom},
    rc::Rc,
};

/// A part of a file. Clones have positions of their own.
#[derive(Clone)]
pub struct Section {
    inner: Rc<RefCell<Box<dyn ReadSeek>>>,
    start: u64,
    len: u64,
    at: u64,
}

impl Section {
    /// The whole of a reader.
    pub fn whole(mut reader: Box<dyn ReadSeek>) -> Result<Self> {
        let len = reader.seek(SeekFrom::End(0))?;
        Ok(Self {
            inner: Rc::new(RefCell::new(reader)),
            start: 0,
            len,
            at: 0,
        })
    }

    /// A part of this section, cut to its end, at its own start.
    #[must_use]
    pub fn part(&self, start: u64, len: u64) -> Self {
        let start = start.min(self.len);
        Self {
            inner: Rc::clone(&self.inner),
            start: self.start + start,
            len: len.min(self.len - start),
            at: 0,
        }
    }

    /// Bytes of the section.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.len
    }

    /// True without bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl Read for Section {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.len.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let wanted = out.len().min(left);
        let Some(out) = out.get_mut(..wanted).filter(|out| !out.is_empty()) else {
            return Ok(0);
        };
        // only another thread could hold it, and there is none; never a panic all the same
        let mut inner = self
            .inner
            .try_borrow_mut()
            .map_err(|_| Error::new(Code::Io))?;
        inner.seek(SeekFrom::Start(self.start + self.at))?;
        let count = inner.read(out)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Section {
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
