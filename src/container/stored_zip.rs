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

use crate::{
    error::{Code, Error, Result},
    limits,
    store::ReadSeek,
};
use std::{
    collections::BTreeSet,
    io::{Read, SeekFrom, Write},
};

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

/// The exact length of a file with these members, before any data is known.
///
/// # Errors
/// As [`Directory::begin`].
pub fn total_length<'a>(members: impl IntoIterator<Item = (&'a str, u64)>) -> Result<u64> {
    let mut directory = Directory::default();
    for (path, size) in members {
        directory.begin(path, size, 0)?;
    }
    let data = directory.position();
    Ok(data + directory.finish().len() as u64)
}

/// Writes members whose bytes are already in memory or whose checksum is known.
pub struct StoredZipWriter<W> {
    out: W,
    directory: Directory,
}

impl<W: Write> StoredZipWriter<W> {
    /// A new file at the start of `out`.
    pub fn new(out: W) -> Self {
        StoredZipWriter {
            out,
            directory: Directory::default(),
        }
    }

    /// Adds one member from memory.
    ///
    /// # Errors
    /// As [`Directory::begin`], and what `out` says.
    pub fn add(&mut self, path: &str, data: &[u8]) -> Result<()> {
        let crc = crc32fast::hash(data);
        let header = self.directory.begin(path, data.len() as u64, crc)?;
        self.out.write_all(&header)?;
        Ok(self.out.write_all(data)?)
    }

    /// Writes the directory and returns the sink.
    ///
    /// # Errors
    /// What the sink says.
    pub fn finish(mut self) -> Result<W> {
        self.out.write_all(&self.directory.finish())?;
        Ok(self.out)
    }
}

/// A member of a [`StoredZipSource`]: what must be known before its data is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Relative path with forward slashes.
    pub path: String,
    /// Bytes of data.
    pub size: u64,
    /// CRC-32 of the data.
    pub crc32: u32,
}

/// Opens the data of the planned member of that index.
pub type Opener = Box<dyn FnMut(usize) -> Result<Box<dyn Read>>>;

/// A whole file as a `Read` of known length, from members that are opened one after the other.
/// Data that no longer has the planned size or checksum ends in [`Code::SourceChanged`].
pub struct StoredZipSource {
    members: Vec<Planned>,
    open: Opener,
    length: u64,
    next: usize,
    directory: Option<Directory>,
    pending: Vec<u8>,
    pending_at: usize,
    data: Option<(Box<dyn Read>, u64, crc32fast::Hasher)>,
}

impl StoredZipSource {
    /// Plans the file. Nothing is opened yet.
    ///
    /// # Errors
    /// As [`Directory::begin`].
    pub fn new(members: Vec<Planned>, open: Opener) -> Result<Self> {
        let length = total_length(members.iter().map(|m| (m.path.as_str(), m.size)))?;
        Ok(StoredZipSource {
            members,
            open,
            length,
            next: 0,
            directory: Some(Directory::default()),
            pending: Vec::new(),
            pending_at: 0,
            data: None,
        })
    }

    /// Bytes of the whole file.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    fn current(&self) -> Option<&Planned> {
        self.members.get(self.next.wrapping_sub(1))
    }

    fn changed(&self) -> Error {
        let error = Error::new(Code::SourceChanged);
        match self.current() {
            Some(member) => error.in_member(&member.path),
            None => error,
        }
    }

    fn read_data(&mut self, out: &mut [u8]) -> Result<usize> {
        let Some((reader, left, crc)) = &mut self.data else {
            return Ok(0);
        };
        if *left > 0 {
            let want = usize::try_from(*left).unwrap_or(usize::MAX).min(out.len());
            let Some(room) = out.get_mut(..want) else {
                return Ok(0);
            };
            let got = reader.read(room)?;
            if got == 0 {
                return Err(self.changed());
            }
            crc.update(room.get(..got).unwrap_or_default());
            *left -= got as u64;
            return Ok(got);
        }
        let more = reader.read(&mut [0])?;
        let crc = crc.clone().finalize();
        if more != 0 || self.current().is_none_or(|member| member.crc32 != crc) {
            return Err(self.changed());
        }
        self.data = None;
        Ok(0)
    }

    /// Starts the next member, or the directory; false when the file is complete.
    fn advance(&mut self) -> Result<bool> {
        if let Some(member) = self.members.get(self.next) {
            let Some(directory) = &mut self.directory else {
                return Ok(false);
            };
            self.pending = directory.begin(&member.path, member.size, member.crc32)?;
            let reader = (self.open)(self.next).map_err(|e| e.in_member(&member.path))?;
            self.data = Some((reader, member.size, crc32fast::Hasher::new()));
            self.next += 1;
        } else {
            let Some(directory) = self.directory.take() else {
                return Ok(false);
            };
            self.pending = directory.finish();
        }
        self.pending_at = 0;
        Ok(true)
    }

    fn read_some(&mut self, out: &mut [u8]) -> Result<usize> {
        loop {
            if out.is_empty() {
                return Ok(0);
            }
            let rest = self.pending.get(self.pending_at..).unwrap_or_default();
            if !rest.is_empty() {
                let n = rest.len().min(out.len());
                if let (Some(to), Some(from)) = (out.get_mut(..n), rest.get(..n)) {
                    to.copy_from_slice(from);
                }
                self.pending_at += n;
                return Ok(n);
            }
            if self.data.is_some() {
                let got = self.read_data(out)?;
                if got > 0 {
                    return Ok(got);
                }
                continue;
            }
            if !self.advance()? {
                return Ok(0);
            }
        }
    }
}

impl Read for StoredZipSource {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        Ok(self.read_some(out)?)
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

/// What [`StoredZipUnpacker`] tells while bytes arrive.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A member begins.
    Begin {
        /// Its path, checked to be relative and without steps upwards.
        path: &'a str,
        /// Its size.
        size: u64,
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Cursor;

    fn file(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = StoredZipWriter::new(Vec::new());
        for (path, data) in members {
            writer.add(path, data).unwrap();
        }
        writer.finish().unwrap()
    }

    fn list(bytes: &[u8]) -> Result<Vec<Entry>> {
        let reader = StoredZipReader::open(Box::new(Cursor::new(bytes.to_vec())), 10)?;
        Ok(reader.entries().to_vec())
    }

    fn unpack(bytes: &[u8], piece: usize) -> Result<Vec<(String, Vec<u8>)>> {
        let mut found: Vec<(String, Vec<u8>)> = Vec::new();
        let mut unpacker = StoredZipUnpacker::default();
        for chunk in bytes.chunks(piece) {
            unpacker.push(chunk, &mut |event| {
                match event {
                    Event::Begin { path, .. } => found.push((path.to_owned(), Vec::new())),
                    Event::Data(data) => found.last_mut().unwrap().1.extend_from_slice(data),
                    Event::End => {}
                }
                Ok(())
            })?;
        }
        unpacker.finish()?;
        Ok(found)
    }

    #[test]
    fn the_general_reader_agrees() {
        let bytes = file(&[("a.txt", b"hej"), ("data/bl\u{e5}b\u{e6}r.txt", b"")]);
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(zip.len(), 2);
        let mut text = String::new();
        zip.by_index(0).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "hej");
        assert_eq!(
            zip.by_index(1).unwrap().name().unwrap(),
            "data/bl\u{e5}b\u{e6}r.txt"
        );
        assert_eq!(
            total_length([("a.txt", 3), ("data/bl\u{e5}b\u{e6}r.txt", 0)]).unwrap(),
            bytes.len() as u64
        );
    }

    /// A reader over a file with holes: members of several gigabytes that are never stored.
    struct Sparse {
        pieces: Vec<(u64, Vec<u8>)>,
        length: u64,
        at: u64,
    }
    impl Read for Sparse {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let n = out.len().min((self.length - self.at) as usize);
            for byte in &mut out[..n] {
                *byte = self
                    .pieces
                    .iter()
                    .find_map(|(at, data)| {
                        data.get(usize::try_from(self.at.checked_sub(*at)?).ok()?)
                    })
                    .copied()
                    .unwrap_or(0);
                self.at += 1;
            }
            Ok(n)
        }
    }
    impl std::io::Seek for Sparse {
        fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
            self.at = match to {
                SeekFrom::Start(at) => at,
                SeekFrom::End(by) => self.length.checked_add_signed(by).unwrap(),
                SeekFrom::Current(by) => self.at.checked_add_signed(by).unwrap(),
            };
            Ok(self.at)
        }
    }

    #[test]
    fn sizes_and_offsets_above_four_gigabytes_use_zip64() {
        let big = 5_u64 << 30;
        let mut directory = Directory::default();
        let mut pieces = Vec::new();
        for (path, size) in [("big", big), ("edge", MAX32), ("after", 3)] {
            let at = directory.position();
            pieces.push((at, directory.begin(path, size, 7).unwrap()));
        }
        let at = directory.position();
        let tail = directory.finish();
        let length = at + tail.len() as u64;
        assert_eq!(
            total_length([("big", big), ("edge", MAX32), ("after", 3)]).unwrap(),
            length
        );
        pieces.push((at, tail));
        let sparse = || Sparse {
            pieces: pieces.clone(),
            length,
            at: 0,
        };
        let reader = StoredZipReader::open(Box::new(sparse()), 10).unwrap();
        assert_eq!(reader.entries()[0].size, big);
        assert_eq!(reader.entries()[1].size, MAX32);
        assert!(reader.entries()[2].data_at > big);
        let mut zip = zip::ZipArchive::new(sparse()).unwrap();
        assert_eq!(zip.by_index(0).unwrap().size(), big);
        assert_eq!(zip.by_index(2).unwrap().size(), 3);
    }

    #[test]
    fn more_than_65535_members_use_zip64() {
        let names: Vec<String> = (0..65_600).map(|n| format!("m{n}")).collect();
        let mut writer = StoredZipWriter::new(Vec::new());
        for name in &names {
            writer.add(name, b"").unwrap();
        }
        let bytes = writer.finish().unwrap();
        assert_eq!(
            zip::ZipArchive::new(Cursor::new(&bytes)).unwrap().len(),
            65_600
        );
        let reader = StoredZipReader::open(Box::new(Cursor::new(bytes)), 65_600).unwrap();
        assert_eq!(reader.entries().len(), 65_600);
    }

    #[test]
    fn every_flipped_bit_outside_the_data_is_refused() {
        let bytes = file(&[("one.txt", b"12345"), ("two.txt", b"")]);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                assert!(unpack(&changed, 7).is_err(), "byte {at} bit {bit}");
                let in_data = (37..42).contains(&at);
                assert_eq!(list(&changed).is_err(), !in_data, "byte {at} bit {bit}");
            }
        }
    }

    #[test]
    fn forms_that_are_not_ours_are_refused_with_the_reason() {
        use zip::write::{SimpleFileOptions, ZipWriter};
        let mut deflated = ZipWriter::new(Cursor::new(Vec::new()));
        deflated
            .start_file(
                "a.txt",
                SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated),
            )
            .unwrap();
        deflated.write_all(b"aaaaaaaaaaaaa").unwrap();
        let deflated = deflated.finish().unwrap().into_inner();
        let reason = |bytes: &[u8]| list(bytes).unwrap_err().args()["reason"].clone();
        assert_eq!(reason(&deflated), "compressed-member");
        let good = file(&[("a.txt", b"hej")]);
        let mut encrypted = good.clone();
        encrypted[6] |= 1;
        assert_eq!(reason(&encrypted), "encrypted-member");
        let mut longer = good.clone();
        longer.push(0);
        assert_eq!(reason(&longer), "trailing-bytes");
        let mut before = vec![0];
        before.extend_from_slice(&good);
        assert_eq!(reason(&before), "signature");
        let short = &good[..good.len() - 1];
        assert_eq!(list(short).unwrap_err().code(), Code::Truncated);
        assert_eq!(list(&good[..36]).unwrap_err().code(), Code::Truncated);
        let doubled = {
            let mut d = Directory::default();
            let mut bytes = d.begin("a", 0, 0).unwrap();
            bytes.extend_from_slice(&bytes.clone());
            bytes.extend_from_slice(&d.finish());
            bytes
        };
        assert_eq!(reason(&doubled), "duplicate-member");
    }

    #[test]
    fn paths_that_leave_the_folder_are_refused() {
        for path in [
            "", "/etc", "../a", "a/../b", "a//b", "a/", ".", "a\\b", "C:a", "a\u{0}b", "a\nb",
        ] {
            assert!(Directory::default().begin(path, 0, 0).is_err(), "{path:?}");
        }
    }

    fn source(members: Vec<(String, Vec<u8>)>) -> StoredZipSource {
        let planned = members
            .iter()
            .map(|(path, data)| Planned {
                path: path.clone(),
                size: data.len() as u64,
                crc32: crc32fast::hash(data),
            })
            .collect();
        StoredZipSource::new(
            planned,
            Box::new(move |n| Ok(Box::new(Cursor::new(members[n].1.clone())))),
        )
        .unwrap()
    }

    #[test]
    fn a_source_that_changed_after_planning_is_noticed() {
        for now in ["hey", "he", "hejs"] {
            let planned = vec![Planned {
                path: "a".into(),
                size: 3,
                crc32: crc32fast::hash(b"hej"),
            }];
            let mut source =
                StoredZipSource::new(planned, Box::new(move |_| Ok(Box::new(now.as_bytes()))))
                    .unwrap();
            let error = Error::from(source.read_to_end(&mut Vec::new()).unwrap_err());
            assert_eq!(error.code(), Code::SourceChanged, "{now}");
        }
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(
            data in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..40), 0..6),
            piece in 1_usize..50,
        ) {
            let members: Vec<(String, Vec<u8>)> = data
                .into_iter().enumerate().map(|(n, data)| (format!("d/{n}"), data)).collect();
            let mut source = source(members.clone());
            let mut bytes = Vec::new();
            source.read_to_end(&mut bytes).unwrap();
            prop_assert_eq!(bytes.len() as u64, source.length());
            prop_assert_eq!(list(&bytes).unwrap().len(), members.len());
            prop_assert_eq!(unpack(&bytes, piece).unwrap(), members);
        }

        #[test]
        fn any_bytes_end_in_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = list(&bytes);
            let _ = unpack(&bytes, 11);
        }
    }
}
