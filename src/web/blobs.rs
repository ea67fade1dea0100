//! Files of the page: originals are read from `File`s in slices, outputs are written to Blobs,
//! which lie outside the engine's memory (Chromium moves large ones to disk).
//!
//! Reading is synchronous (`FileReaderSync`) and therefore only possible in a worker.

use crate::{
    error::{Code, Error, Result},
    store::{ReadSeek, Sources, Store, StoreWriter},
};
use js_sys::{Array, Uint8Array};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    io::{self, Read, Seek, SeekFrom, Write},
    rc::Rc,
};
use web_sys::{Blob, File, FileReaderSync};

/// Bytes read at once after a jump.
const WINDOW_FIRST: u64 = 64 << 10;
/// Bytes read at once while reading straight on.
const WINDOW_MOST: u64 = 4 << 20;
/// Bytes that are collected before they become a piece of a Blob.
const PIECE_BYTES: usize = 4 << 20;
/// Pieces that are joined into one Blob.
const PIECES: u32 = 64;

/// Reads a Blob through a window that grows while reading straight on.
struct BlobReader {
    blob: Blob,
    reader: FileReaderSync,
    failure: Code,
    size: u64,
    at: u64,
    window: Vec<u8>,
    window_at: u64,
    next: u64,
}

impl BlobReader {
    fn open(blob: Blob, failure: Code) -> Result<Self> {
        let reader = FileReaderSync::new().map_err(|_| Error::new(failure))?;
        Ok(Self {
            size: blob.size() as u64,
            blob,
            reader,
            failure,
            at: 0,
            window: Vec::new(),
            window_at: 0,
            next: WINDOW_FIRST,
        })
    }

    fn fill(&mut self) -> Result<()> {
        let straight = self.at == self.window_at + self.window.len() as u64 && self.at > 0;
        self.next = if straight {
            (self.next * 4).min(WINDOW_MOST)
        } else {
            WINDOW_FIRST
        };
        let end = self.size.min(self.at + self.next);
        let read = self
            .blob
            .slice_with_f64_and_f64(self.at as f64, end as f64)
            .and_then(|slice| self.reader.read_as_array_buffer(&slice))
            .map_err(|_| Error::new(self.failure).at_byte(self.at))?;
        self.window = Uint8Array::new(&read).to_vec();
        self.window_at = self.at;
        if self.window.is_empty() {
            return Err(Error::new(self.failure).at_byte(self.at));
        }
        Ok(())
    }
}

impl Read for BlobReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size || out.is_empty() {
            return Ok(0);
        }
        let inside = self.at.checked_sub(self.window_at);
        if inside.is_none_or(|inside| inside >= self.window.len() as u64) {
            self.fill()?;
        }
        let from = (self.at - self.window_at) as usize;
        let mut ready = self.window.get(from..).unwrap_or_default();
        let count = ready.read(out)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for BlobReader {
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

/// The files that the person chose, by number.
#[derive(Clone, Default)]
pub struct Files(Rc<RefCell<Vec<File>>>);

impl Files {
    /// Takes a file; returns its number.
    pub fn add(&self, file: File) -> usize {
        let mut files = self.0.borrow_mut();
        files.push(file);
        files.len() - 1
    }

    /// A file's name and size.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<(String, u64)> {
        let files = self.0.borrow();
        let file = files.get(number)?;
        Some((file.name(), file.size() as u64))
    }
}

impl Sources for Files {
    fn open(&self, source: usize) -> Result<Box<dyn ReadSeek>> {
        let file = self.0.borrow().get(source).cloned();
        let file = file.ok_or_else(|| Error::new(Code::Io))?;
        let name = file.name();
        // A chosen file that cannot be read any more was changed, moved or taken away.
        let reader = BlobReader::open(file.into(), Code::SourceChanged);
        Ok(Box::new(reader.map_err(|error| error.in_file(&name))?))
    }
}

type Outputs = Rc<RefCell<BTreeMap<String, Blob>>>;

/// Outputs as Blobs.
#[derive(Clone, Default)]
pub struct BlobStore(Outputs);

impl BlobStore {
    /// A finished output.
    #[must_use]
    pub fn blob(&self, path: &str) -> Option<Blob> {
        self.0.borrow().get(path).cloned()
    }

    fn existing(&self, path: &str) -> Result<Blob> {
        self.blob(path)
            .ok_or_else(|| Error::new(Code::Io).in_file(path))
    }
}

impl Store for BlobStore {
    fn create(&self, path: &str) -> Result<Box<dyn StoreWriter>> {
        Ok(Box::new(BlobWriter {
            path: path.to_owned(),
            outputs: Rc::clone(&self.0),
            buffer: Vec::new(),
            pieces: Array::new(),
        }))
    }
    fn open(&self, path: &str) -> Result<Box<dyn ReadSeek>> {
        let reader = BlobReader::open(self.existing(path)?, Code::Io);
        Ok(Box::new(reader.map_err(|error| error.in_file(path))?))
    }
    fn size(&self, path: &str) -> Result<u64> {
        Ok(self.existing(path)?.size() as u64)
    }
    fn list(&self) -> Vec<String> {
        self.0.borrow().keys().cloned().collect()
    }
    fn remove(&self, path: &str) -> Result<()> {
        let removed = self.0.borrow_mut().remove(path);
        removed
            .map(|_| ())
            .ok_or_else(|| Error::new(Code::Io).in_file(path))
    }
}

struct BlobWriter {
    path: String,
    outputs: Outputs,
    buffer: Vec<u8>,
    pieces: Array,
}

impl BlobWriter {
    fn joined(&self) -> Result<Blob> {
        Blob::new_with_blob_sequence(&self.pieces)
            .map_err(|_| Error::new(Code::Io).in_file(&self.path))
    }

    /// Moves the collected bytes out of the engine's memory.
    fn spill(&mut self) -> Result<()> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let data = Uint8Array::from(self.buffer.as_slice());
        self.buffer.clear();
        let piece = Blob::new_with_u8_array_sequence(&Array::of1(&data))
            .map_err(|_| Error::new(Code::Io).in_file(&self.path))?;
        self.pieces.push(&piece);
        if self.pieces.length() >= PIECES {
            self.pieces = Array::of1(&self.joined()?.into());
        }
        Ok(())
    }
}

impl Write for BlobWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= PIECE_BYTES {
            self.spill()?;
        }
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl StoreWriter for BlobWriter {
    fn finish(mut self: Box<Self>) -> Result<()> {
        self.spill()?;
        let blob = self.joined()?;
        self.outputs.borrow_mut().insert(self.path, blob);
        Ok(())
    }
}
