//! The sealed stream at any place: every part is a message of its own, so one is decrypted when
//! something in it is asked for. For reading large files where they lie, and for what follows a
//! damaged part. Holds one part; the key is wiped with it.
//!
//! Decrypts without WebCrypto, because reading must answer at once. Nothing of a part is given
//! before its tag was verified.

use super::{
    bundle::{Bundle, damaged},
    envelope::{self, TAIL},
    gcm::{Gcm, same_tag},
    slots::Key,
};
use crate::error::{Code, Error, Result};
use std::{
    cell::RefCell,
    fmt,
    io::{self, Read, Seek, SeekFrom},
    rc::Rc,
};
use zeroize::Zeroizing;

/// What is inside an opened bundle, in the order in which it was sealed.
pub struct Stream {
    bundle: Bundle,
    key: Key,
    /// Where each part begins in the stream.
    starts: Vec<u64>,
    length: u64,
    held: Option<(usize, Zeroizing<Vec<u8>>)>,
}

impl Stream {
    pub(super) fn new(bundle: Bundle, key: Key) -> Self {
        let mut length = 0;
        let starts = bundle
            .parts
            .iter()
            .map(|part| {
                let start = length;
                length += part.content as u64;
                start
            })
            .collect();
        Self {
            bundle,
            key,
            starts,
            length,
            held: None,
        }
    }

    fn read_at(&mut self, at: u64, out: &mut [u8]) -> Result<usize> {
        if at >= self.length || out.is_empty() {
            return Ok(0);
        }
        let number = self.starts.partition_point(|start| *start <= at) - 1;
        if self.held.as_ref().is_none_or(|(held, _)| *held != number) {
            self.held = None;
            self.held = Some((number, self.decrypt(number)?));
        }
        let start = self.starts.get(number).copied().unwrap_or_default();
        let data = self.held.as_ref().map(|(_, data)| data.as_slice());
        let from = usize::try_from(at - start).unwrap_or(usize::MAX);
        let mut rest = data.and_then(|data| data.get(from..)).unwrap_or_default();
        Ok(rest.read(out)?)
    }

    fn decrypt(&mut self, number: usize) -> Result<Zeroizing<Vec<u8>>> {
        let part = self.bundle.parts.get(number).cloned();
        let part = part.ok_or_else(|| Error::new(Code::Truncated))?;
        let mut data = Zeroizing::new(vec![0; part.content]);
        let zip = &mut self.bundle.zip;
        let mut gcm = Gcm::new(&self.key, &part.nonce);
        zip.read_at(&part.entry, part.head as u64, &mut data)?;
        gcm.decrypt(&mut data);
        let mut tail = [0; TAIL];
        let at = (part.head + part.content) as u64;
        zip.read_at(&part.entry, at, &mut tail)?;
        let mac = envelope::read_tail(&tail)?;
        if same_tag(&gcm.tag(), &mac) {
            Ok(data)
        } else {
            Err(damaged(part.index))
        }
    }
}

/// A stretch of the stream as a file of its own. Clones read independently.
#[derive(Clone)]
pub struct Window {
    stream: Rc<RefCell<Stream>>,
    start: u64,
    size: u64,
    at: u64,
}

impl Window {
    /// The whole stream.
    #[must_use]
    pub fn whole(stream: Stream) -> Self {
        let size = stream.length;
        Self {
            stream: Rc::new(RefCell::new(stream)),
            start: 0,
            size,
            at: 0,
        }
    }

    /// A stretch of this one, read from its beginning.
    #[must_use]
    pub fn part(&self, start: u64, size: u64) -> Self {
        let start = start.min(self.size);
        Self {
            stream: Rc::clone(&self.stream),
            start: self.start + start,
            size: size.min(self.size - start),
            at: 0,
        }
    }

    /// Bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }
}

/// The same stretch of the same bundle, wherever it is read at present.
impl PartialEq for Window {
    fn eq(&self, other: &Self) -> bool {
        let place = |window: &Self| (window.start, window.size);
        Rc::ptr_eq(&self.stream, &other.stream) && place(self) == place(other)
    }
}

impl Eq for Window {}

impl fmt::Debug for Window {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Window({}, {})", self.start, self.size)
    }
}

impl Read for Window {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.size.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let want = left.min(out.len());
        let Some(room) = out.get_mut(..want) else {
            return Ok(0);
        };
        let mut stream = self.stream.try_borrow_mut().map_err(io::Error::other)?;
        let got = stream.read_at(self.start + self.at, room)?;
        self.at += got as u64;
        Ok(got)
    }
}

impl Seek for Window {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = target.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}
