//! Members of ZIP archives (PKWARE APPNOTE.TXT 6.3.10, ZIP64 included): listed through the `zip`
//! crate, inflated here as owned streams so that a job can keep one open between its steps.
//!
//! Every limit is counted while inflating, never taken from declared sizes. Paths are made
//! harmless and only ever shown and compared, never used to write. Names without the UTF-8 flag
//! are read as UTF-8 where they are valid, else as code page 850 (Nordic DOS and Windows
//! archivers) or Windows-1252. Double names stay two members. Encrypted members and methods other
//! than stored and deflated are listed with the reason why they cannot be read.

use super::section::Section;
use crate::{
    error::{Code, Error, Result},
    limits,
};
use std::{
    cell::Cell,
    io::{BufReader, Read, Seek, SeekFrom},
    rc::Rc,
};
use zip::{CompressionMethod, read::Config, result::ZipError, unstable::read::ZipIterable};

const LOCAL_HEADER: u64 = 30;
const BUFFER: usize = 64 << 10;

/// How a member's bytes are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Stored,
    Deflated,
}

/// One file of an archive, as its directory describes it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub path: String,
    pub declared: u64,
    pub header_at: u64,
    pub compressed: u64,
    pub crc32: u32,
    pub method: Method,
    pub fault: Option<Error>,
}

/// Lists the files (not folders) of an archive in directory order.
pub(super) fn list(bytes: &Section) -> Result<Vec<Entry>> {
    let mut archive = ZipIterable::try_new(bytes.clone(), Config::default()).map_err(damaged)?;
    if archive.len() > limits::ARCHIVE_MEMBERS {
        return Err(Error::limit(
            "archive-members",
            archive.len() as u64,
            limits::ARCHIVE_MEMBERS as u64,
        ));
    }
    let mut entries = Vec::new();
    for entry in archive.files().map_err(damaged)? {
        let entry = entry.map_err(damaged)?;
        let name = decode_name(entry.name_raw());
        if name.ends_with(['/', '\\']) || entry.is_dir() {
            continue;
        }
        let mut fault = None;
        if entry.encrypted() {
            fault = Some(Error::new(Code::ArchiveEncrypted));
        }
        let method = match entry.compression() {
            CompressionMethod::Stored => Method::Stored,
            CompressionMethod::Deflated => Method::Deflated,
            other => {
                fault.get_or_insert_with(|| Error::new(Code::BadArchive).with("method", other));
                Method::Stored
            }
        };
        let mut path = harmless(&name);
        if path.len() > limits::MEMBER_PATH_BYTES {
            fault.get_or_insert_with(|| {
                Error::limit(
                    "member-path-bytes",
                    path.len() as u64,
                    limits::MEMBER_PATH_BYTES as u64,
                )
            });
            path.truncate(path.floor_char_boundary(limits::MEMBER_PATH_BYTES));
        }
        entries.push(Entry {
            path,
            declared: entry.size(),
            header_at: entry.header_start(),
            compressed: entry.compressed_size(),
            crc32: entry.crc32(),
            method,
            fault,
        });
    }
    Ok(entries)
}

/// Lists what can be found from the front of an archive whose directory is gone or damaged, as
/// after a broken-off download: local headers one behind the other (APPNOTE 4.3.7). A member whose
/// size stands behind it (bit 3) is inflated once to find its end.
pub(super) fn recover(bytes: &Section) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut at = 0;
    while entries.len() < limits::ARCHIVE_MEMBERS {
        let Some(mut local) = LocalHeader::read(bytes, at)? else {
            break;
        };
        let data = bytes.part(local.data_at, u64::MAX);
        let method = match local.method {
            0 => Some(Method::Stored),
            8 => Some(Method::Deflated),
            _ => None,
        };
        let next = if local.flags & SIZES_BEHIND == 0 {
            local.data_at.saturating_add(local.compressed)
        } else {
            // a stored member without size has no end that can be told
            let end = match method {
                Some(Method::Deflated) if local.flags & ENCRYPTED == 0 => inflated_end(&data),
                _ => None,
            };
            local.compressed = end.unwrap_or(data.len().saturating_add(1));
            match end {
                Some(len) => local.descriptor(bytes, local.data_at + len)?,
                None => u64::MAX,
            }
        };
        let mut fault = None;
        if local.flags & ENCRYPTED != 0 {
            fault = Some(Error::new(Code::ArchiveEncrypted));
        } else if method.is_none() {
            fault = Some(Error::new(Code::BadArchive).with("method", local.method));
        }
        let name = decode_name(&local.name);
        if !name.ends_with(['/', '\\']) {
            let mut path = harmless(&name);
            path.truncate(path.floor_char_boundary(limits::MEMBER_PATH_BYTES));
            entries.push(Entry {
                path,
                declared: local.declared,
                header_at: at,
                compressed: local.compressed,
                crc32: local.crc32,
                method: method.unwrap_or(Method::Stored),
                fault,
            });
        }
        at = next;
    }
    Ok(entries)
}

/// General purpose bits 0 and 3 (APPNOTE 4.4.4).
const ENCRYPTED: u16 = 1;
const SIZES_BEHIND: u16 = 1 << 3;

struct LocalHeader {
    flags: u16,
    method: u16,
    crc32: u32,
    compressed: u64,
    declared: u64,
    name: Vec<u8>,
    data_at: u64,
}

impl LocalHeader {
    fn read(bytes: &Section, at: u64) -> Result<Option<Self>> {
        let header = read_some(bytes, at, LOCAL_HEADER as usize)?;
        let (true, true) = (
            header.starts_with(b"PK\x03\x04"),
            header.len() == LOCAL_HEADER as usize,
        ) else {
            return Ok(None);
        };
        let short = |at: usize| number(&header, at, 2) as u16;
        let name_len = usize::from(short(26));
        let extra_len = u64::from(short(28));
        let name_at = at.saturating_add(LOCAL_HEADER);
        let extra_at = name_at.saturating_add(name_len as u64);
        let mut local = Self {
            flags: short(6),
            method: short(8),
            crc32: number(&header, 14, 4) as u32,
            compressed: number(&header, 18, 4),
            declared: number(&header, 22, 4),
            name: read_some(bytes, name_at, name_len)?,
            data_at: extra_at.saturating_add(extra_len),
        };
        let extra = read_some(bytes, extra_at, extra_len as usize)?;
        local.sizes_from(&extra);
        Ok(Some(local))
    }

    /// ZIP64 sizes (APPNOTE 4.5.3): both stand in a local header's extra field.
    fn sizes_from(&mut self, mut extra: &[u8]) {
        while extra.len() >= 4 {
            let len = number(extra, 2, 2) as usize;
            if number(extra, 0, 2) == 1 && len >= 16 && self.compressed == u64::from(u32::MAX) {
                self.declared = number(extra, 4, 8);
                self.compressed = number(extra, 12, 8);
            }
            extra = extra.get(4 + len..).unwrap_or_default();
        }
    }

    /// Reads the data descriptor at `at` (APPNOTE 4.3.9); returns where the next header begins.
    fn descriptor(&mut self, bytes: &Section, at: u64) -> Result<u64> {
        let behind = read_some(bytes, at, 24)?;
        let marked = behind.starts_with(b"PK\x07\x08");
        let crc_at = if marked { 4 } else { 0 };
        self.crc32 = number(&behind, crc_at, 4) as u32;
        for len in [crc_at + 12, crc_at + 20] {
            let next = read_some(bytes, at + len as u64, 4)?;
            if matches!(&*next, b"PK\x03\x04" | b"PK\x01\x02") {
                return Ok(at + len as u64);
            }
        }
        Ok(u64::MAX)
    }
}

/// Bytes of a deflate stream, where it is whole.
fn inflated_end(data: &Section) -> Option<u64> {
    let buffered = BufReader::with_capacity(BUFFER, data.clone());
    let mut inflating = flate2::bufread::DeflateDecoder::new(buffered);
    let mut limited = (&mut inflating).take(limits::ARCHIVE_TOTAL);
    std::io::copy(&mut limited, &mut std::io::sink()).ok()?;
    Some(inflating.total_in())
}

fn read_some(bytes: &Section, at: u64, len: usize) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    bytes.part(at, len as u64).read_to_end(&mut out)?;
    Ok(out)
}

fn number(bytes: &[u8], at: usize, len: usize) -> u64 {
    let digits = bytes.get(at..at + len).unwrap_or_default();
    digits
        .iter()
        .rev()
        .fold(0, |value, byte| value << 8 | u64::from(*byte))
}

fn damaged(error: ZipError) -> Error {
    match error {
        ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => {
            Error::from(error)
        }
        _ => Error::new(Code::BadArchive),
    }
}

/// Opens a member's content. `total` counts inflated bytes of the whole archive.
pub(super) fn open(bytes: &Section, entry: &Entry, total: Rc<Cell<u64>>) -> Result<MemberReader> {
    let data = data(bytes, entry)?;
    let cut = data.len() < entry.compressed;
    let buffered = BufReader::with_capacity(BUFFER, data);
    Ok(MemberReader {
        content: match entry.method {
            Method::Stored => Flow::Stored(buffered),
            Method::Deflated => Flow::Deflated(flate2::bufread::DeflateDecoder::new(buffered)),
        },
        compressed: entry.compressed,
        expected: entry.crc32,
        cut,
        crc: crc32fast::Hasher::new(),
        count: 0,
        total,
        ended: false,
    })
}

/// A member that is stored without compression, where it lies; its CRC-32 is not checked.
pub(super) fn stored(bytes: &Section, entry: &Entry) -> Result<Option<Section>> {
    match entry.method {
        Method::Stored => data(bytes, entry).map(Some),
        Method::Deflated => Ok(None),
    }
}

/// A member's bytes as they stand in the archive.
fn data(bytes: &Section, entry: &Entry) -> Result<Section> {
    if let Some(fault) = &entry.fault {
        return Err(fault.clone());
    }
    let mut header = [0_u8; LOCAL_HEADER as usize];
    let mut at = bytes.clone();
    at.seek(SeekFrom::Start(entry.header_at))?;
    at.read_exact(&mut header)
        .map_err(|_| Error::new(Code::BadArchive).at_byte(entry.header_at))?;
    let (Some(b"PK\x03\x04"), [.., n0, n1, x0, x1]) = (header.get(..4), header) else {
        return Err(Error::new(Code::BadArchive).at_byte(entry.header_at));
    };
    // APPNOTE 4.3.7: name and extra field of the local header may differ from the directory's
    let skip = u64::from(u16::from_le_bytes([n0, n1])) + u64::from(u16::from_le_bytes([x0, x1]));
    let data_at = entry
        .header_at
        .checked_add(LOCAL_HEADER + skip)
        .ok_or_else(|| Error::new(Code::BadArchive).at_byte(entry.header_at))?;
    Ok(bytes.part(data_at, entry.compressed))
}

enum Flow {
    Stored(BufReader<Section>),
    Deflated(flate2::bufread::DeflateDecoder<BufReader<Section>>),
}

/// A member's content. The CRC-32 is checked at the end.
pub(super) struct MemberReader {
    content: Flow,
    compressed: u64,
    expected: u32,
    cut: bool,
    crc: crc32fast::Hasher,
    count: u64,
    total: Rc<Cell<u64>>,
    ended: bool,
}

impl Read for MemberReader {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if out.is_empty() || self.ended {
            return Ok(0);
        }
        let read = match &mut self.content {
            Flow::Stored(reader) => reader.read(out),
            Flow::Deflated(reader) => reader.read(out),
        };
        let count = read.map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Error::new(Code::Truncated).into(),
            std::io::ErrorKind::InvalidInput | std::io::ErrorKind::InvalidData => {
                std::io::Error::from(Error::new(Code::BadArchive).with("inflated", self.count))
            }
            _ => error,
        })?;
        if count == 0 {
            self.ended = true;
            if self.cut {
                return Err(Error::new(Code::Truncated).into());
            }
            if self.crc.clone().finalize() != self.expected {
                return Err(Error::new(Code::BadArchive).with("check", "crc-32").into());
            }
            return Ok(0);
        }
        self.crc.update(out.get(..count).unwrap_or_default());
        self.count += count as u64;
        self.total
            .set(self.total.get().saturating_add(count as u64));
        if self.count > limits::ARCHIVE_RATIO_FLOOR {
            let allowed = self.compressed.saturating_mul(limits::ARCHIVE_RATIO);
            if self.count > allowed.max(limits::ARCHIVE_RATIO_FLOOR) {
                self.ended = true;
                return Err(Error::limit("archive-ratio", self.count, allowed).into());
            }
        }
        if self.total.get() > limits::ARCHIVE_TOTAL {
            self.ended = true;
            let needed = self.total.get();
            return Err(Error::limit("archive-total", needed, limits::ARCHIVE_TOTAL).into());
        }
        Ok(count)
    }
}

/// A name as text. The UTF-8 flag (APPNOTE 4.4.4) is often missing or wrong: the bytes decide.
fn decode_name(raw: &[u8]) -> String {
    if let Ok(name) = std::str::from_utf8(raw) {
        return name.to_owned();
    }
    let nordic = |set: &[u8]| raw.iter().filter(|byte| set.contains(byte)).count();
    // å ä ö æ ø and their capitals in Windows-1252, then in code page 850
    let ansi = nordic(&[0xe5, 0xe4, 0xf6, 0xe6, 0xf8, 0xc5, 0xc4, 0xd6, 0xc6, 0xd8]);
    let dos = nordic(&[0x86, 0x84, 0x94, 0x91, 0x9b, 0x8f, 0x8e, 0x99, 0x92, 0x9d]);
    if ansi > dos {
        return encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(raw)
            .0
            .into_owned();
    }
    raw.iter()
        .map(|byte| match byte.checked_sub(0x80) {
            Some(high) => CODE_PAGE_850
                .chars()
                .nth(usize::from(high))
                .unwrap_or(char::REPLACEMENT_CHARACTER),
            None => char::from(*byte),
        })
        .collect()
}

/// Upper half of code page 850. Differs from 437 where Danish and Norwegian need it (ø, Ø).
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// A path without drive, root, `.` and `..`, with forward slashes and without control characters.
pub(super) fn harmless(name: &str) -> String {
    let slashed = name.replace('\\', "/");
    let parts = slashed.split('/').filter(|part| {
        let drive = part.len() == 2 && part.ends_with(':');
        !part.is_empty() && *part != "." && *part != ".." && !drive
    });
    let mut path = String::with_capacity(slashed.len());
    for part in parts {
        if !path.is_empty() {
            path.push('/');
        }
        path.extend(part.chars().map(|c| {
            if c.is_control() {
                char::REPLACEMENT_CHARACTER
            } else {
                c
            }
        }));
    }
    if path.is_empty() {
        path.push('_');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(CODE_PAGE_850.chars().count(), 128);
        assert_eq!(decode_name("blåbær.txt".as_bytes()), "blåbær.txt");
        assert_eq!(decode_name(b"bl\x86b\x91r gr\x9bd.txt"), "blåbær grød.txt");
        assert_eq!(decode_name(b"bl\xe5b\xe6r gr\xf8d.txt"), "blåbær grød.txt");
        assert_eq!(decode_name(b"sm\x94rg\x86s"), "smörgås");
    }

    #[test]
    fn paths() {
        assert_eq!(harmless("../../etc/passwd"), "etc/passwd");
        assert_eq!(harmless("C:\\Users\\a.xml"), "Users/a.xml");
        assert_eq!(harmless("/a//./b"), "a/b");
        assert_eq!(harmless(".."), "_");
        assert_eq!(harmless("a\0b"), "a\u{fffd}b");
    }
}
