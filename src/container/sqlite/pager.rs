//! Pages of a database by number, from the file or its write-ahead log, through a bounded cache of
//! blocks: neighbouring pages are read together, because asking a browser for a slice is slow.

use super::{Log, MAGIC, Place, wal::Wal};
use crate::{
    container::Section,
    error::{Code, Error, Result},
    limits,
    store::ReadSeek,
};
use std::{
    cell::RefCell,
    collections::HashMap,
    io::{Read, Seek, SeekFrom},
    rc::Rc,
};

/// Bytes of the header on the first page.
pub(super) const HEADER: usize = 100;
/// Bytes read at once; the largest page fits, and every page size divides it.
const BLOCK: u64 = 64 << 10;
const BLOCKS: usize = limits::SQLITE_CACHE_BYTES / BLOCK as usize;

/// A page.
#[derive(Clone)]
pub(super) struct Page {
    block: Rc<Vec<u8>>,
    start: usize,
    size: usize,
    usable: usize,
    /// From 1.
    pub(super) number: u32,
    place: Place,
}

impl Page {
    /// The bytes that may hold content.
    pub(super) fn bytes(&self) -> &[u8] {
        self.block
            .get(self.start..self.start + self.usable)
            .unwrap_or_default()
    }

    /// Where a part of it lies.
    pub(super) fn place(&self, start: usize, len: usize) -> Place {
        Place {
            in_log: self.place.in_log,
            start: self.place.start + start as u64,
            len: len as u64,
        }
    }

    /// An error on this page.
    pub(super) fn damaged(&self) -> Error {
        Error::new(Code::MalformedRecord)
            .with("page", self.number)
            .at_byte(self.place.start)
    }

    pub(super) fn size(&self) -> usize {
        self.size
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Block(u64),
    Frame(u64),
}

#[derive(Default)]
struct Cache {
    blocks: HashMap<Key, (Rc<Vec<u8>>, u64)>,
    tick: u64,
}

impl Cache {
    fn get(&mut self, key: Key) -> Option<Rc<Vec<u8>>> {
        self.tick += 1;
        let (block, used) = self.blocks.get_mut(&key)?;
        *used = self.tick;
        Some(Rc::clone(block))
    }

    fn put(&mut self, key: Key, block: &Rc<Vec<u8>>) {
        if self.blocks.len() >= BLOCKS {
            let oldest = self.blocks.iter().min_by_key(|(_, (_, used))| *used);
            if let Some(oldest) = oldest.map(|(key, _)| *key) {
                self.blocks.remove(&oldest);
            }
        }
        self.blocks.insert(key, (Rc::clone(block), self.tick));
    }
}

pub(super) struct Pager {
    file: RefCell<Section>,
    len: u64,
    page_size: usize,
    usable: usize,
    encoding: &'static encoding_rs::Encoding,
    wal: Option<(RefCell<Section>, Wal)>,
    log: Log,
    cache: RefCell<Cache>,
}

impl Pager {
    pub(super) fn open(file: Box<dyn ReadSeek>, log: Option<Box<dyn ReadSeek>>) -> Result<Self> {
        let file = Section::whole(file)?;
        let mut head = [0; HEADER];
        file.clone().read_exact(&mut head)?;
        let page_size = page_size(&head).ok_or_else(|| Error::new(Code::MalformedRecord))?;
        let mut pager = Self {
            len: file.len(),
            file: RefCell::new(file),
            page_size,
            usable: page_size,
            encoding: encoding_rs::UTF_8,
            wal: None,
            log: Log::default(),
            cache: RefCell::default(),
        };
        if let Some(log) = log {
            let log = Section::whole(log)?;
            if !log.is_empty() {
                let wal = Wal::read(log.clone(), page_size);
                pager.log = wal.as_ref().map_or(
                    Log {
                        damaged: true,
                        ..Log::default()
                    },
                    |wal| Log {
                        used: true,
                        pages: wal.pages(),
                        damaged: wal.damaged,
                    },
                );
                pager.wal = wal.map(|wal| (RefCell::new(log), wal));
            }
        }
        let first = pager.page(1)?;
        let head = first.bytes();
        let reserved = usize::from(head.get(20).copied().unwrap_or_default());
        pager.usable = page_size.saturating_sub(reserved);
        // the format demands 480; less cannot hold a cell
        if pager.usable < 480 {
            return Err(first.damaged());
        }
        pager.encoding = match head.get(59) {
            Some(2) => encoding_rs::UTF_16LE,
            Some(3) => encoding_rs::UTF_16BE,
            _ => encoding_rs::UTF_8,
        };
        Ok(pager)
    }

    pub(super) fn encoding(&self) -> &'static encoding_rs::Encoding {
        self.encoding
    }

    pub(super) fn usable(&self) -> usize {
        self.usable
    }

    pub(super) fn log(&self) -> Log {
        self.log
    }

    pub(super) fn size(&self) -> u64 {
        self.len + self.log.pages * self.page_size as u64
    }

    pub(super) fn page(&self, number: u32) -> Result<Page> {
        let Some(before) = number.checked_sub(1) else {
            return Err(Error::new(Code::MalformedRecord).with("page", number));
        };
        let size = self.page_size;
        let start = u64::from(before) * size as u64;
        let frame = self.wal.as_ref().and_then(|(file, wal)| {
            let start = wal.frame(number)?;
            Some((file, start))
        });
        let (key, from, len, file) = match frame {
            Some((file, start)) => (Key::Frame(start), start, size as u64, file),
            None => {
                let from = start - start % BLOCK;
                (Key::Block(from), from, BLOCK, &self.file)
            }
        };
        let place = Place {
            in_log: frame.is_some(),
            start: frame.map_or(start, |(_, start)| start),
            len: size as u64,
        };
        let cached = self.cache.borrow_mut().get(key);
        let block = match cached {
            Some(block) => block,
            None => {
                let mut bytes = Vec::new();
                let mut file = file.borrow_mut();
                file.seek(SeekFrom::Start(from))?;
                file.by_ref().take(len).read_to_end(&mut bytes)?;
                let block = Rc::new(bytes);
                self.cache.borrow_mut().put(key, &block);
                block
            }
        };
        let inner = (place.start - from) as usize;
        if block.len() < inner + size {
            return Err(Error::new(Code::Truncated)
                .with("page", number)
                .at_byte(place.start));
        }
        Ok(Page {
            block,
            start: inner,
            size,
            usable: self.usable,
            number,
            place,
        })
    }
}

/// The page size that a header states.
fn page_size(head: &[u8]) -> Option<usize> {
    if !head.starts_with(MAGIC) {
        return None;
    }
    let stated = u16::from_be_bytes([*head.get(16)?, *head.get(17)?]);
    match usize::from(stated) {
        1 => Some(65_536),
        size @ 512..=32_768 if size.is_power_of_two() => Some(size),
        _ => None,
    }
}
