//! Files of the page: originals are read from `File`s in slices, outputs are written to Blobs,
//! which lie outside the engine's memory (Chromium moves large ones to disk).
//!
//! Reading is synchronous (`FileReaderSync`) and therefore only possible in a worker.

use super::context::note_file;
use crate::{
    engine::Files,
    error::{Code, Error, Result},
    store::{ReadSeek, Store, StoreWriter},
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
const WINDOW_MOST: u64 = 1 << 20;
/// Bytes that are collected before they become a piece of a Blob or of a stream.
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

/// The files that the person chose, by number, with their paths.
#[derive(Clone, Default)]
pub struct ChosenFiles(Rc<RefCell<Vec<(File, String)>>>);

impl ChosenFiles {
    /// Takes a file; returns its number. `path` is its name behind the folders that it was given
    /// with: a worker's copy of a file knows them no more.
    pub fn add(&self, file: File, path: String) -> usize {
        let mut files = self.0.borrow_mut();
        files.push((file, path));
        files.len() - 1
    }

    fn get(&self, number: u32) -> Option<File> {
        let files = self.0.borrow();
        files.get(number as usize).map(|(file, _)| file.clone())
    }
}

impl Files for ChosenFiles {
    fn open(&self, file: u32) -> Result<Box<dyn ReadSeek>> {
        let chosen = self.get(file).ok_or_else(|| Error::new(Code::Io))?;
        note_file(Some(file));
        let name = chosen.name();
        // A chosen file that cannot be read any more was changed, moved or taken away.
        let reader = BlobReader::open(chosen.into(), Code::SourceChanged);
        Ok(Box::new(reader.map_err(|error| error.in_file(&name))?))
    }
    fn path(&self, file: u32) -> String {
        let files = self.0.borrow();
        let known = files.get(file as usize);
        known.map_or_else(String::new, |(_, path)| path.clone())
    }
    fn size(&self, file: u32) -> u64 {
        self.get(file).map_or(0, |file| file.size() as u64)
    }
    fn note(&self, file: Option<u32>) {
        note_file(file);
    }
}

#[derive(Default)]
struct Outputs {
    files: RefCell<BTreeMap<String, Blob>>,
    /// The output that leaves the engine as it is written.
    streamed: RefCell<Option<&'static str>>,
    chunks: RefCell<Vec<Uint8Array>>,
}

/// Outputs as Blobs.
#[derive(Clone, Default)]
pub struct BlobStore(Rc<Outputs>);

impl BlobStore {
    /// From now on the output of this path is handed out in [`Self::take_chunks`] and not kept.
    pub fn stream(&self, path: Option<&'static str>) {
        *self.0.streamed.borrow_mut() = path;
        self.0.chunks.take();
    }

    /// What the streamed output has written since the last call.
    #[must_use]
    pub fn take_chunks(&self) -> Vec<Uint8Array> {
        self.0.chunks.take()
    }

    /// A finished output.
    #[must_use]
    pub fn blob(&self, path: &str) -> Option<Blob> {
        self.0.files.borrow().get(path).cloned()
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
            streams: *self.0.streamed.borrow() == Some(path),
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
        self.0.files.borrow().keys().cloned().collect()
    }
    fn remove(&self, path: &str) -> Result<()> {
        let removed = self.0.files.borrow_mut().remove(path);
        removed
            .map(|_| ())
            .ok_or_else(|| Error::new(Code::Io).in_file(path))
    }
}

struct BlobWriter {
    path: String,
    outputs: Rc<Outputs>,
    streams: bool,
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
        if self.streams {
            self.outputs.chunks.borrow_mut().push(data);
            return Ok(());
        }
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
        if !self.streams {
            let blob = self.joined()?;
            self.outputs.files.borrow_mut().insert(self.path, blob);
        }
        Ok(())
    }
}
