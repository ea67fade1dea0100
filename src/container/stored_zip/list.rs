//! The members of a canonical file by its directory alone: where the headers before them may be
//! unreadable.

use super::{
    CENTRAL, END, END64, Entry, LOCAL_BYTES, LOCAL_EXTRA64, LOCATOR64, MAX32, bad, check_path,
    many, u16_at, u32_at, u64_at,
};
use crate::{
    error::{Code, Error, Result},
    limits,
    store::ReadSeek,
};
use std::io::SeekFrom;

/// Bytes of the end record without a comment.
const END_BYTES: u64 = 22;
/// Bytes of the ZIP64 end record and its locator.
const END64_BYTES: u64 = 56 + 20;
/// Bytes of a directory entry before name and extra field.
const CENTRAL_BYTES: usize = 46;

/// Reads the directory at the end of a canonical file.
///
/// # Errors
/// [`Code::BadArchive`], [`Code::LimitExceeded`], and what the reader says.
pub fn list(reader: &mut dyn ReadSeek) -> Result<Vec<Entry>> {
    let length = reader.seek(SeekFrom::End(0))?;
    let end = tail(reader, length, END_BYTES)?;
    if u32_at(&end, 0) != END {
        return Err(bad("directory"));
    }
    let mut size = u64::from(u32_at(&end, 12));
    let mut behind = END_BYTES;
    if let Ok(end64) = tail(reader, length - END_BYTES, END64_BYTES)
        && u32_at(&end64, 56) == LOCATOR64
        && u32_at(&end64, 0) == END64
    {
        size = u64_at(&end64, 40);
        behind += END64_BYTES;
    }
    let allowed =
        (limits::ARCHIVE_MEMBERS * (CENTRAL_BYTES + 28 + limits::MEMBER_PATH_BYTES)) as u64;
    if size > allowed {
        return Err(Error::limit("ARCHIVE_MEMBERS", size, allowed));
    }
    let central = tail(reader, length - behind, size)?;
    let mut entries = Vec::new();
    let mut at = 0;
    while at < central.len() {
        let (entry, next) = entry(&central, at)?;
        entries.push(entry);
        many(entries.len(), limits::ARCHIVE_MEMBERS)?;
        at = next;
    }
    Ok(entries)
}

/// The last bytes before an end.
fn tail(reader: &mut dyn ReadSeek, end: u64, bytes: u64) -> Result<Vec<u8>> {
    let start = end.checked_sub(bytes).ok_or_else(|| bad("directory"))?;
    let length = usize::try_from(bytes).map_err(|_| bad("directory"))?;
    reader.seek(SeekFrom::Start(start))?;
    let mut found = vec![0; length];
    reader.read_exact(&mut found)?;
    Ok(found)
}

/// The entry at this place of the directory and where the next one begins.
fn entry(central: &[u8], at: usize) -> Result<(Entry, usize)> {
    if u32_at(central, at) != CENTRAL {
        return Err(bad("directory"));
    }
    let name = usize::from(u16_at(central, at + 28));
    let extra = usize::from(u16_at(central, at + 30));
    let name_at = at + CENTRAL_BYTES;
    let extra_at = name_at + name;
    let end = extra_at + extra;
    let (Some(path), true) = (central.get(name_at..extra_at), end <= central.len()) else {
        return Err(Error::new(Code::BadArchive).with("reason", "directory"));
    };
    let path = std::str::from_utf8(path).map_err(|_| bad("path"))?;
    check_path(path)?;
    // The ZIP64 field holds size, size again and offset, each only where it does not fit.
    let (mut size, mut offset) = (
        u64::from(u32_at(central, at + 24)),
        u64::from(u32_at(central, at + 42)),
    );
    let mut value_at = extra_at + 4;
    let big = size == MAX32;
    if big {
        size = u64_at(central, value_at);
        value_at += 16;
    }
    if offset == MAX32 {
        offset = u64_at(central, value_at);
    }
    let header = LOCAL_BYTES + name + if big { LOCAL_EXTRA64 } else { 0 };
    let found = Entry {
        path: path.to_owned(),
        size,
        crc32: u32_at(central, at + 16),
        data_at: offset
            .checked_add(header as u64)
            .ok_or_else(|| bad("directory"))?,
    };
    Ok((found, end))
}
