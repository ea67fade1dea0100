//! ZIP files whose members are stored, in one canonical form: the form of the bundle and of the
//! package inside it. APPNOTE.TXT 6.3.10, profile of `docs/formats/bundle.md` §2.
//!
//! Sizes and CRC-32 stand before each member's data (no data descriptors), names are UTF-8, the
//! timestamp is always 1980-01-01, ZIP64 fields appear exactly where a value does not fit 32 (or
//! 16) bits. Because the form is canonical, the bytes after the last member follow from the
//! members' headers; readers compare them instead of trusting them. Whatever differs is refused:
//! compression, encryption, doubled names, comments, other flags, bytes before, between or after.
//!
//! Not for reading exports: those come from other tools and go through the general archive reader.

mod list;
mod read;
mod unpack;
mod write;

#[cfg(test)]
mod tests;

pub use list::list;
pub use read::StoredZipReader;
pub use unpack::{Event, StoredZipUnpacker};
pub use write::{Opener, Planned, StoredZipSource, StoredZipWriter, total_length};

use crate::{
    error::{Code, Error, Result},
    limits,
};
use std::collections::BTreeSet;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END64: u32 = 0x0606_4b50;
const LOCATOR64: u32 = 0x0706_4b50;
/// Bytes of a local header before name and extra field.
const LOCAL_BYTES: usize = 30;
/// Bytes of the ZIP64 extra field of a local header: id, length, two sizes.
const LOCAL_EXTRA64: usize = 20;
/// Bit 11: the name is UTF-8.
const FLAGS: u16 = 0x0800;
const TIME: u16 = 0;
/// 1980-01-01.
const DATE: u16 = 0x0021;
const VERSION: u16 = 20;
const VERSION64: u16 = 45;
/// Unix, so that the mode below is read.
const MADE_BY: u16 = 0x0300;
/// A regular file, readable by all, writable by its owner.
const MODE: u32 = 0o100_644 << 16;
const MAX32: u64 = 0xffff_ffff;
const MAX16: u64 = 0xffff;

/// One member as its header tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Relative path with forward slashes.
    pub path: String,
    /// Bytes of data.
    pub size: u64,
    /// CRC-32 of the data.
    pub crc32: u32,
    /// Offset of the first data byte in the file.
    pub data_at: u64,
}

fn bad(reason: &'static str) -> Error {
    Error::new(Code::BadArchive).with("reason", reason)
}

/// Refuses paths that could leave the folder they are unpacked to, or that two systems read
/// differently.
fn check_path(path: &str) -> Result<()> {
    if path.len() > limits::MEMBER_PATH_BYTES {
        return Err(Error::limit(
            "MEMBER_PATH_BYTES",
            path.len() as u64,
            limits::MEMBER_PATH_BYTES as u64,
        ));
    }
    let drive = path.as_bytes().get(1) == Some(&b':');
    let odd = path.chars().any(|c| c == '\\' || c.is_control());
    let step = path.split('/').any(|part| matches!(part, "" | "." | ".."));
    if drive || odd || step {
        return Err(bad("path"));
    }
    Ok(())
}

struct Fields(Vec<u8>);

impl Fields {
    fn u16(mut self, value: u16) -> Self {
        self.0.extend_from_slice(&value.to_le_bytes());
        self
    }
    fn u32(mut self, value: u32) -> Self {
        self.0.extend_from_slice(&value.to_le_bytes());
        self
    }
    fn u64(mut self, value: u64) -> Self {
        self.0.extend_from_slice(&value.to_le_bytes());
        self
    }
    fn clamped32(self, value: u64) -> Self {
        self.u32(u32::try_from(value).unwrap_or(u32::MAX))
    }
    fn clamped16(self, value: u64) -> Self {
        self.u16(u16::try_from(value).unwrap_or(u16::MAX))
    }
    fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }
}

fn central_extra(size: u64, at: u64) -> Vec<u8> {
    let mut values = Fields(Vec::new());
    if size >= MAX32 {
        values = values.u64(size).u64(size);
    }
    if at >= MAX32 {
        values = values.u64(at);
    }
    if values.0.is_empty() {
        return values.0;
    }
    let length = values.0.len() as u64;
    Fields(Vec::new())
        .u16(1)
        .clamped16(length)
        .bytes(&values.0)
        .0
}

/// Headers and directory of a canonical file, without its data: what writers put around the data
/// and what readers compare with. Knows how long the file is so far.
#[derive(Default)]
pub struct Directory {
    at: u64,
    count: u64,
    central: Vec<u8>,
    names: BTreeSet<String>,
}

impl Directory {
    /// The local header of the next member; its `size` data bytes must follow.
    ///
    /// # Errors
    /// [`Code::BadArchive`] for a path that is unsafe or already there.
    pub fn begin(&mut self, path: &str, size: u64, crc32: u32) -> Result<Vec<u8>> {
        check_path(path)?;
        if !self.names.insert(path.to_owned()) {
            return Err(bad("duplicate-member").in_member(path));
        }
        let big = size >= MAX32;
        let version = if big { VERSION64 } else { VERSION };
        let mut header = Fields(Vec::with_capacity(LOCAL_BYTES + path.len() + LOCAL_EXTRA64))
            .u32(LOCAL)
            .u16(version)
            .u16(FLAGS)
            .u16(0)
            .u16(TIME)
            .u16(DATE)
            .u32(crc32)
            .clamped32(size)
            .clamped32(size)
            .clamped16(path.len() as u64)
            .u16(if big { LOCAL_EXTRA64 as u16 } else { 0 })
            .bytes(path.as_bytes());
        if big {
            header = header.u16(1).u16(16).u64(size).u64(size);
        }
        let extra = central_extra(size, self.at);
        let version = if extra.is_empty() { VERSION } else { VERSION64 };
        let central = Fields(std::mem::take(&mut self.central))
            .u32(CENTRAL)
            .u16(MADE_BY | version)
            .u16(version)
            .u16(FLAGS)
            .u16(0)
            .u16(TIME)
            .u16(DATE)
            .u32(crc32)
            .clamped32(size)
            .clamped32(size)
            .clamped16(path.len() as u64)
            .clamped16(extra.len() as u64)
            .u16(0) // comment
            .u16(0) // disk
            .u16(0) // internal attributes
            .u32(MODE)
            .clamped32(self.at)
            .bytes(path.as_bytes())
            .bytes(&extra);
        self.central = central.0;
        self.count += 1;
        self.at = self
            .at
            .checked_add(header.0.len() as u64)
            .and_then(|at| at.checked_add(size))
            .ok_or_else(|| bad("size"))?;
        Ok(header.0)
    }

    /// Bytes from the start of the file to here, data included.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.at
    }

    /// Everything after the last member's data.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let (at, count, size) = (self.at, self.count, self.central.len() as u64);
        let mut tail = Fields(self.central);
        if count >= MAX16 || size >= MAX32 || at >= MAX32 {
            tail = tail
                .u32(END64)
                .u64(44)
                .u16(MADE_BY | VERSION64)
                .u16(VERSION64)
                .u32(0)
                .u32(0)
                .u64(count)
                .u64(count)
                .u64(size)
                .u64(at)
                .u32(LOCATOR64)
                .u32(0)
                .u64(at + size)
                .u32(1);
        }
        tail.u32(END)
            .u16(0)
            .u16(0)
            .clamped16(count)
            .clamped16(count)
            .clamped32(size)
            .clamped32(at)
            .u16(0)
            .0
    }
}

/// What the first four bytes of a record say.
enum Header {
    Member(Entry),
    Directory,
    /// That many bytes are needed to know.
    Needs(usize),
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    let mut value = [0; 2];
    if let Some(slice) = bytes.get(at..at + 2) {
        value.copy_from_slice(slice);
    }
    u16::from_le_bytes(value)
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}

/// Reads a local header and adds it to the directory; the header must be the canonical one.
fn parse_header(directory: &mut Directory, bytes: &[u8]) -> Result<Header> {
    if bytes.len() < 4 {
        return Ok(Header::Needs(4));
    }
    match u32_at(bytes, 0) {
        LOCAL => {}
        CENTRAL | END | END64 => return Ok(Header::Directory),
        _ => return Err(bad("signature")),
    }
    if bytes.len() < LOCAL_BYTES {
        return Ok(Header::Needs(LOCAL_BYTES));
    }
    let flags = u16_at(bytes, 6);
    if flags & 1 != 0 {
        return Err(bad("encrypted-member"));
    }
    if u16_at(bytes, 8) != 0 {
        return Err(bad("compressed-member"));
    }
    if flags != FLAGS {
        return Err(bad("member-flags"));
    }
    let name_end = LOCAL_BYTES + usize::from(u16_at(bytes, 26));
    let end = name_end + usize::from(u16_at(bytes, 28));
    if name_end > LOCAL_BYTES + limits::MEMBER_PATH_BYTES || end > name_end + LOCAL_EXTRA64 {
        return Err(bad("header"));
    }
    let (Some(header), Some(name)) = (bytes.get(..end), bytes.get(LOCAL_BYTES..name_end)) else {
        return Ok(Header::Needs(end));
    };
    let path = std::str::from_utf8(name).map_err(|_| bad("path"))?;
    let size = match u32_at(bytes, 18) {
        u32::MAX => u64_at(bytes, name_end + 4),
        size => u64::from(size),
    };
    let crc32 = u32_at(bytes, 14);
    let data_at = directory.position() + end as u64;
    if directory.begin(path, size, crc32)? != header {
        return Err(bad("header").in_member(path));
    }
    Ok(Header::Member(Entry {
        path: path.to_owned(),
        size,
        crc32,
        data_at,
    }))
}

fn many(members: usize, allowed: usize) -> Result<()> {
    if members > allowed {
        return Err(Error::limit(
            "ARCHIVE_MEMBERS",
            members as u64,
            allowed as u64,
        ));
    }
    Ok(())
}
