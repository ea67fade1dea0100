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
    let data = bytes.part(data_at, entry.compressed);
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
fn harmless(name: &str) -> String {
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
