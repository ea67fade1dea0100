//! The blocks of a CAR file (IPLD "Content Addressable aRchives", version 1): read once from front
//! to end, checked against their identifiers, and listed so that the tree can find them.
//!
//! The list is bounded by [`limits::CAR_BLOCKS`] (about 80 bytes each), one block by
//! [`limits::CAR_BLOCK_BYTES`]. Nothing is resynchronised: lengths are all that marks blocks off.

use super::{
    cbor::Item,
    cid::{Cid, DAG_CBOR, Key, RAW, varint},
};
use crate::{
    error::{Code, Error, Result},
    import::Batch,
    limits,
    model::Locator,
};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    io::{BufReader, Read},
};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The signed head of a repository.
    Commit,
    /// A node of the tree.
    Node,
    /// Anything with a `$type`.
    Record,
    /// Plain bytes: a picture.
    Raw,
    Other,
    /// Counted as an error.
    Bad,
}

/// Where a block lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub at: u64,
    pub len: u32,
    pub kind: Kind,
    /// Read by way of the tree.
    pub reached: bool,
}

/// A repository's head.
#[derive(Clone, Debug, Default)]
pub(super) struct Commit {
    pub did: String,
    pub version: u64,
    rev: String,
    pub data: Key,
}

/// All blocks of a file, in its order.
#[derive(Default)]
pub(super) struct Blocks {
    pub list: Vec<Block>,
    by_key: HashMap<Key, u32>,
    roots: Vec<Key>,
    commits: Vec<(Key, Commit)>,
}

impl Blocks {
    pub fn find(&self, key: &Key) -> Option<usize> {
        self.by_key.get(key).map(|at| *at as usize)
    }

    /// The head: the root that is one, else the newest that is there.
    pub fn commit(&self) -> Option<&Commit> {
        let root = self
            .commits
            .iter()
            .find(|(key, _)| self.roots.contains(key));
        let newest = || self.commits.iter().max_by(|a, b| a.1.rev.cmp(&b.1.rev));
        root.or_else(newest).map(|(_, commit)| commit)
    }

    /// Whether anything of a repository is there.
    pub fn is_repository(&self) -> bool {
        let part = |block: &Block| matches!(block.kind, Kind::Commit | Kind::Node | Kind::Record);
        self.list.iter().any(part)
    }
}

/// The reading from front to end.
pub(super) struct Scan {
    reader: BufReader<Box<dyn Read>>,
    member: u32,
    at: u64,
    /// Bytes of a block that is too large, still to be stepped over.
    skipping: u64,
    pub blocks: Blocks,
}

/// Whether there is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum More {
    Yes,
    No,
}

/// Whether bytes begin with a header of version 1; it may go on behind them.
pub(super) fn is_car(head: &[u8]) -> bool {
    let Some((len, at)) = varint(head) else {
        return false;
    };
    let rest = head.get(at..).unwrap_or_default();
    let len = usize::try_from(len).unwrap_or(usize::MAX);
    match rest.get(..len) {
        Some(header) => roots(header).is_some(),
        // many roots: a map of two whose shorter-named member comes first
        None => rest.starts_with(b"\xa2\x65roots") && len <= limits::CAR_BLOCK_BYTES as usize,
    }
}

/// The roots that a header of version 1 names.
fn roots(header: &[u8]) -> Option<Vec<Cid>> {
    let item = Item::read(header)?;
    if item.get("version") != Some(&Item::Unsigned(1)) {
        return None;
    }
    let Some(Item::List(roots)) = item.get("roots") else {
        return None;
    };
    Some(roots.iter().filter_map(Item::link).cloned().collect())
}

impl Scan {
    pub fn new(reader: Box<dyn Read>, member: u32) -> Self {
        Self {
            reader: BufReader::with_capacity(256 << 10, reader),
            member,
            at: 0,
            skipping: 0,
            blocks: Blocks::default(),
        }
    }

    pub fn member(&self) -> u32 {
        self.member
    }

    pub fn offset(&self) -> u64 {
        self.at
    }

    fn place(&self, start: u64) -> Locator {
        Locator {
            member: self.member,
            start,
            len: self.at.saturating_sub(start),
        }
    }

    /// As many bytes as there are, at most `len`.
    fn some(&mut self, len: u64) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.reader.by_ref().take(len).read_to_end(&mut bytes);
        self.at += bytes.len() as u64;
        read.map_err(Error::from)?;
        Ok(bytes)
    }

    /// The length in front of a block; `None` at the end of the file.
    fn length(&mut self) -> Result<Option<Option<u64>>> {
        let mut bytes = Vec::new();
        while bytes.len() < 9 {
            let next = self.some(1)?;
            let Some(byte) = next.first() else {
                return Ok((!bytes.is_empty()).then_some(None));
            };
            bytes.push(*byte);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(Some(varint(&bytes).map(|(value, _)| value)))
    }

    /// Reads the header.
    ///
    /// # Errors
    /// Those of the reader; [`Code::MalformedRecord`] when it is none.
    pub fn begin(&mut self) -> Result<()> {
        let bad = || Error::new(Code::MalformedRecord).at_byte(0);
        let len = self.length()?.flatten().ok_or_else(bad)?;
        let bytes = self.some(len.min(limits::CAR_BLOCK_BYTES))?;
        let roots = roots(&bytes).ok_or_else(bad)?;
        self.blocks.roots = roots.iter().map(Cid::key).collect();
        Ok(())
    }

    /// Reads the next block.
    ///
    /// # Errors
    /// Those of the reader; [`Code::Truncated`] and [`Code::MalformedRecord`] end the file.
    pub fn next(&mut self, batch: &mut Batch) -> Result<More> {
        if self.skipping > 0 {
            let slice = self.skipping.min(1 << 20);
            let read = self.some(slice)?.len() as u64;
            self.skipping -= read;
            if read < slice {
                return Err(Error::new(Code::Truncated));
            }
            return Ok(More::Yes);
        }
        let start = self.at;
        let Some(len) = self.length()? else {
            return Ok(More::No);
        };
        let Some(len) = len.filter(|len| *len > 0) else {
            return Err(Error::new(Code::MalformedRecord));
        };
        if len > limits::CAR_BLOCK_BYTES {
            self.skipping = len;
            let mut place = self.place(start);
            place.len = place.len.saturating_add(len);
            batch.reject(Code::LimitExceeded, place);
            return Ok(More::Yes);
        }
        let bytes = self.some(len)?;
        if (bytes.len() as u64) < len {
            return Err(Error::new(Code::Truncated));
        }
        let Some((cid, cid_len)) = Cid::read(&bytes) else {
            batch.reject(Code::MalformedRecord, self.place(start));
            return Ok(More::Yes);
        };
        let data = bytes.get(cid_len..).unwrap_or_default();
        let place = self.place(self.at - data.len() as u64);
        let key = cid.key();
        let fits = cid.fits(&Sha256::digest(data).into());
        let kind = if fits == Some(false) {
            batch.reject(Code::ChecksumMismatch, place);
            Kind::Bad
        } else {
            self.kind(&cid, key, data, place, batch)
        };
        if self.blocks.list.len() >= limits::CAR_BLOCKS {
            let count = self.blocks.list.len() as u64 + 1;
            return Err(Error::limit("car-blocks", count, limits::CAR_BLOCKS as u64));
        }
        let at = self.blocks.list.len() as u32;
        self.blocks.list.push(Block {
            at: place.start,
            len: place.len as u32,
            kind,
            reached: false,
        });
        // a sound block takes the place of a damaged one of the same name
        let known = self
            .blocks
            .find(&key)
            .and_then(|at| self.blocks.list.get(at));
        if known.is_none_or(|known| known.kind == Kind::Bad) {
            self.blocks.by_key.insert(key, at);
        }
        Ok(More::Yes)
    }

    fn kind(
        &mut self,
        cid: &Cid,
        key: Key,
        data: &[u8],
        place: Locator,
        batch: &mut Batch,
    ) -> Kind {
        match cid.codec {
            RAW => return Kind::Raw,
            DAG_CBOR => {}
            _ => return Kind::Other,
        }
        let Some(item) = Item::read(data) else {
            batch.reject(Code::MalformedRecord, place);
            return Kind::Bad;
        };
        let text = |name: &str| item.get(name).and_then(Item::text);
        if let (Some(did), Some(Item::Unsigned(version)), Some(data)) = (
            text("did"),
            item.get("version"),
            item.get("data").and_then(Item::link),
        ) {
            let commit = Commit {
                did: did.to_owned(),
                version: *version,
                rev: text("rev").unwrap_or_default().to_owned(),
                data: data.key(),
            };
            self.blocks.commits.push((key, commit));
            return Kind::Commit;
        }
        if matches!(item.get("e"), Some(Item::List(_))) && item.get("l").is_some() {
            return Kind::Node;
        }
        match text("$type") {
            Some(_) => Kind::Record,
            None => Kind::Other,
        }
    }
}
