//! Where jobs put their outputs and where they find the originals: a temporary folder behind the
//! command, Blobs in the page, memory in tests. Paths are relative, with forward slashes.

use crate::error::{Code, Error, Result};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    io::{Cursor, Read, Seek, Write},
    rc::Rc,
};

/// A source of bytes with random access.
pub trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// Output files of a job.
pub trait Store {
    /// Starts a file. It exists only after [`StoreWriter::finish`]; an earlier file of that path
    /// is replaced then.
    ///
    /// # Errors
    /// [`Code::Io`] when the place cannot be written.
    fn create(&self, path: &str) -> Result<Box<dyn StoreWriter>>;
    /// Opens a finished file.
    ///
    /// # Errors
    /// [`Code::Io`] when there is none of that path.
    fn open(&self, path: &str) -> Result<Box<dyn ReadSeek>>;
    /// Size of a finished file in bytes.
    ///
    /// # Errors
    /// [`Code::Io`] when there is none of that path.
    fn size(&self, path: &str) -> Result<u64>;
    /// Paths of all finished files, sorted.
    fn list(&self) -> Vec<String>;
    /// Removes a finished file.
    ///
    /// # Errors
    /// [`Code::Io`] when it cannot be removed.
    fn remove(&self, path: &str) -> Result<()>;
}

/// A file being written. Dropped unfinished, it leaves nothing behind.
pub trait StoreWriter: Write {
    /// Completes the file.
    ///
    /// # Errors
    /// [`Code::Io`] when the last bytes cannot be written.
    fn finish(self: Box<Self>) -> Result<()>;
}

/// The untouched originals.
pub trait Sources {
    /// Opens a file of a source for reading from its start: `source` by
    /// [`crate::model::SourceId`], `file` by its position in [`crate::model::Source::files`].
    ///
    /// # Errors
    /// [`Code::Io`] when it cannot be read any more.
    fn open(&self, source: usize, file: usize) -> Result<Box<dyn ReadSeek>>;
}

type Files = Rc<RefCell<BTreeMap<String, Rc<[u8]>>>>;

/// Files in memory, for small cases and tests.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    files: Files,
}

impl MemoryStore {
    /// The bytes of a finished file.
    #[must_use]
    pub fn bytes(&self, path: &str) -> Option<Rc<[u8]>> {
        self.files.borrow().get(path).cloned()
    }
}

struct MemoryWriter {
    path: String,
    bytes: Vec<u8>,
    files: Files,
}

impl Write for MemoryWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl StoreWriter for MemoryWriter {
    fn finish(self: Box<Self>) -> Result<()> {
        self.files.borrow_mut().insert(self.path, self.bytes.into());
        Ok(())
    }
}

impl Store for MemoryStore {
    fn create(&self, path: &str) -> Result<Box<dyn StoreWriter>> {
        Ok(Box::new(MemoryWriter {
            path: path.to_owned(),
            bytes: Vec::new(),
            files: Rc::clone(&self.files),
        }))
    }
    fn open(&self, path: &str) -> Result<Box<dyn ReadSeek>> {
        let bytes = self
            .bytes(path)
            .ok_or_else(|| Error::new(Code::Io).in_file(path))?;
        Ok(Box::new(Cursor::new(bytes)))
    }
    fn size(&self, path: &str) -> Result<u64> {
        let bytes = self
            .bytes(path)
            .ok_or_else(|| Error::new(Code::Io).in_file(path))?;
        Ok(bytes.len() as u64)
    }
    fn list(&self) -> Vec<String> {
        self.files.borrow().keys().cloned().collect()
    }
    fn remove(&self, path: &str) -> Result<()> {
        let removed = self.files.borrow_mut().remove(path);
        removed
            .map(|_| ())
            .ok_or_else(|| Error::new(Code::Io).in_file(path))
    }
}

/// Originals in memory, sources of one file each.
#[derive(Clone, Debug, Default)]
pub struct MemorySources(pub Vec<Rc<[u8]>>);

impl Sources for MemorySources {
    fn open(&self, source: usize, _file: usize) -> Result<Box<dyn ReadSeek>> {
        let bytes = self
            .0
            .get(source)
            .cloned()
            .ok_or_else(|| Error::new(Code::Io))?;
        Ok(Box::new(Cursor::new(bytes)))
    }
}
