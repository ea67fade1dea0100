//! Members of TAR archives (POSIX.1-2001 ustar and pax, GNU long names), plain or packed with gzip
//! (RFC 1952, several members included).
//!
//! A packed archive has no directory and cannot be read here and there: it is inflated once to be
//! listed, and from its start for every member that is opened. The first bytes of each member are
//! kept from the listing ([`limits::TAR_HEADS_BYTES`] in all), so that recognising formats and
//! media costs nothing more. Inflated bytes are counted against [`limits::ARCHIVE_RATIO`]. Links
//! and devices are listed with the reason why they cannot be read; folders are not listed.

use super::{section::Section, sniff_media};
use crate::{
    error::{Code, Error, Result},
    limits,
};
use flate2::bufread::MultiGzDecoder;
use std::{
    cell::Cell,
    io::{BufReader, Read, Seek, SeekFrom},
    rc::Rc,
};

const BLOCK: u64 = 512;
const BUFFER: usize = 64 << 10;
/// Bytes of every member of a packed archive that are kept: what recognising looks at first.
const HEAD_BYTES: usize = 256;

/// An archive.
#[derive(Clone)]
pub(super) struct Tar {
    bytes: Section,
    packed: bool,
}

/// One file of it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub path: String,
    pub size: u64,
    /// First byte in the archive as it is inflated.
    pub at: u64,
    pub fault: Option<Error>,
    /// Its first bytes, where they had to be inflated anyway.
    pub head: Rc<[u8]>,
}

/// What was found.
pub(super) struct Listed {
    pub entries: Vec<Entry>,
    /// False when the archive is cut off or damaged behind the last entry.
    pub whole: bool,
}

/// The archive's bytes from front to end.
enum Flow {
    Plain(Section),
    Packed(Box<Inflating>),
}

impl Read for Flow {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Flow::Plain(section) => section.read(out),
            Flow::Packed(inflating) => inflating.read(out),
        }
    }
}

impl Flow {
    /// Steps over bytes; false when there are fewer.
    fn skip(&mut self, len: u64) -> std::io::Result<bool> {
        match self {
            Flow::Plain(section) => {
                let at = section.stream_position()?;
                let to = at.saturating_add(len);
                section.seek(SeekFrom::Start(to))?;
                Ok(to <= section.len())
            }
            Flow::Packed(inflating) => {
                let mut part = inflating.by_ref().take(len);
                Ok(std::io::copy(&mut part, &mut std::io::sink())? == len)
            }
        }
    }
}

/// Inflated bytes, counted.
struct Inflating {
    decoder: MultiGzDecoder<BufReader<Section>>,
    packed: u64,
    count: u64,
}

impl Read for Inflating {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let read = self.decoder.read(out).map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Error::new(Code::Truncated).into(),
            std::io::ErrorKind::InvalidInput | std::io::ErrorKind::InvalidData => {
                Error::new(Code::BadArchive)
                    .with("inflated", self.count)
                    .into()
            }
            _ => error,
        })?;
        self.count += read as u64;
        let allowed = self.packed.saturating_mul(limits::ARCHIVE_RATIO);
        if self.count > allowed.max(limits::ARCHIVE_RATIO_FLOOR) {
            return Err(Error::limit("archive-ratio", self.count, allowed).into());
        }
        if self.count > limits::ARCHIVE_TOTAL {
            return Err(Error::limit("archive-total", self.count, limits::ARCHIVE_TOTAL).into());
        }
        Ok(read)
    }
}

impl Tar {
    /// The archive that these bytes are, told by the first header's checksum.
    pub fn of(bytes: &Section) -> Result<Option<Self>> {
        let mut head = Vec::new();
        bytes.part(0, 2).read_to_end(&mut head)?;
        let tar = Self {
            bytes: bytes.clone(),
            packed: head == [0x1f, 0x8b],
        };
        let mut block = Vec::new();
        match tar.flow().take(BLOCK).read_to_end(&mut block) {
            Ok(_) => Ok(Header::read(&block).map(|_| tar)),
            // gzip of something else, or damage
            Err(_) if tar.packed => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn flow(&self) -> Flow {
        let bytes = self.bytes.part(0, u64::MAX);
        if !self.packed {
            return Flow::Plain(bytes);
        }
        Flow::Packed(Box::new(Inflating {
            packed: bytes.len(),
            decoder: MultiGzDecoder::new(BufReader::with_capacity(BUFFER, bytes)),
            count: 0,
        }))
    }

    /// Lists the files in the order of the archive.
    pub fn list(&self) -> Result<Listed> {
        let mut listing = Listing {
            flow: self.flow(),
            packed: self.packed,
            at: 0,
            heads: 0,
            entries: Vec::new(),
        };
        let whole = match listing.all() {
            Ok(whole) => whole,
            Err(error) => match Error::from(error) {
                error if error.code() == Code::Io || error.code() == Code::LimitExceeded => {
                    return Err(error);
                }
                _ => false,
            },
        };
        Ok(Listed {
            entries: listing.entries,
            whole,
        })
    }

    /// A member's bytes.
    pub fn open(&self, entry: &Entry, total: Rc<Cell<u64>>) -> Result<Box<dyn Read>> {
        if let Some(part) = self.stored(entry) {
            return Ok(Box::new(Whole {
                left: entry.size,
                inner: Flow::Plain(part),
                total,
            }));
        }
        let mut flow = self.flow();
        if !flow.skip(entry.at)? {
            return Err(Error::new(Code::Truncated));
        }
        Ok(Box::new(Whole {
            left: entry.size,
            inner: flow,
            total,
        }))
    }

    /// A member where it lies, when the archive is not packed.
    pub fn stored(&self, entry: &Entry) -> Option<Section> {
        (!self.packed).then(|| self.bytes.part(entry.at, entry.size))
    }
}

/// A member's bytes, all of them or an error.
struct Whole {
    left: u64,
    inner: Flow,
    total: Rc<Cell<u64>>,
}

impl Read for Whole {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let wanted = out
            .len()
            .min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let Some(out) = out.get_mut(..wanted).filter(|out| !out.is_empty()) else {
            return Ok(0);
        };
        let count = self.inner.read(out)?;
        if count == 0 {
            return Err(Error::new(Code::Truncated).into());
        }
        self.left -= count as u64;
        self.total
            .set(self.total.get().saturating_add(count as u64));
        if self.total.get() > limits::ARCHIVE_TOTAL {
            let needed = self.total.get();
            return Err(Error::limit("archive-total", needed, limits::ARCHIVE_TOTAL).into());
        }
        Ok(count)
    }
}

struct Listing {
    flow: Flow,
    packed: bool,
    at: u64,
    /// Bytes of heads kept.
    heads: usize,
    entries: Vec<Entry>,
}

impl Listing {
    fn take(&mut self, len: u64) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = (&mut self.flow).take(len).read_to_end(&mut bytes);
        self.at += bytes.len() as u64;
        read.map(|_| bytes)
    }

    /// The text that a header of names is followed by.
    fn names(&mut self, header: &Header) -> std::io::Result<Option<Vec<u8>>> {
        if header.size > limits::TAR_NAMES_BYTES {
            return Ok(None);
        }
        let mut bytes = self.take(padded(header.size))?;
        let whole = bytes.len() as u64 == padded(header.size);
        bytes.truncate(header.size as usize);
        Ok(Some(bytes).filter(|_| whole))
    }

    /// False when the archive ends before its end mark.
    fn all(&mut self) -> std::io::Result<bool> {
        let mut path = None;
        let mut size = None;
        while self.entries.len() <= limits::ARCHIVE_MEMBERS {
            let block = self.take(BLOCK)?;
            if block.len() as u64 == BLOCK && block.iter().all(|byte| *byte == 0) {
                if self.packed {
                    // the checksum stands at the end
                    std::io::copy(&mut self.flow, &mut std::io::sink())?;
                }
                return Ok(true);
            }
            let Some(mut header) = Header::read(&block) else {
                // many writers leave the end mark out
                return Ok(block.is_empty());
            };
            match header.kind {
                b'L' => {
                    let Some(name) = self.names(&header)? else {
                        return Ok(false);
                    };
                    path = Some(text(&name));
                    continue;
                }
                b'x' => {
                    let Some(records) = self.names(&header)? else {
                        return Ok(false);
                    };
                    for (key, value) in pax(&records) {
                        match key {
                            b"path" => path = Some(text(value)),
                            b"size" => size = text(value).parse().ok(),
                            _ => {}
                        }
                    }
                    continue;
                }
                b'g' | b'K' => {
                    if self.names(&header)?.is_none() {
                        return Ok(false);
                    }
                    continue;
                }
                _ => {}
            }
            header.path = path.take().unwrap_or(header.path);
            header.size = size.take().unwrap_or(header.size);
            if !self.entry(&header)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Lists a file and steps over its bytes.
    fn entry(&mut self, header: &Header) -> std::io::Result<bool> {
        let at = self.at;
        let mut head = Vec::new();
        if self.packed {
            head = self.take(header.size.min(HEAD_BYTES as u64))?;
            let room = self.heads < limits::TAR_HEADS_BYTES;
            if sniff_media(&head).is_none() && room && head.len() == HEAD_BYTES {
                let more = header.size.min(limits::PROBE_BYTES as u64);
                head.extend(self.take(more.saturating_sub(HEAD_BYTES as u64))?);
            }
            self.heads += head.len();
        }
        let folder = header.kind == b'5' || header.path.ends_with(['/', '\\']);
        if !folder {
            let mut path = super::archive::harmless(&header.path);
            path.truncate(path.floor_char_boundary(limits::MEMBER_PATH_BYTES));
            self.entries.push(Entry {
                path,
                size: header.size,
                at,
                fault: match header.kind {
                    b'0' | b'\0' | b'7' => None,
                    kind => Some(Error::new(Code::BadArchive).with("kind", char::from(kind))),
                },
                head: head.into(),
            });
        }
        let end = at.saturating_add(padded(header.size));
        let left = end - self.at;
        self.at = end;
        self.flow.skip(left)
    }
}

fn padded(size: u64) -> u64 {
    size.saturating_add(BLOCK - 1) / BLOCK * BLOCK
}

struct Header {
    path: String,
    size: u64,
    kind: u8,
}

impl Header {
    fn read(block: &[u8]) -> Option<Self> {
        if block.len() as u64 != BLOCK {
            return None;
        }
        let field = |from: usize, to: usize| block.get(from..to).unwrap_or_default();
        // the checksum counts its own field as blanks; old writers summed signed bytes
        let stated = octal(field(148, 156))?;
        let (mut sum, mut signed) = (0_u64, 0_i64);
        for (at, byte) in block.iter().enumerate() {
            let byte = if (148..156).contains(&at) {
                b' '
            } else {
                *byte
            };
            sum += u64::from(byte);
            signed += i64::from(byte as i8);
        }
        if stated != sum && i64::try_from(stated) != Ok(signed) {
            return None;
        }
        let kind = field(156, 157).first().copied()?;
        let name = text(field(0, 100));
        // GNU's older form keeps times where ustar keeps the first part of the path
        let before = match field(257, 263) == b"ustar\0" {
            true => text(field(345, 500)),
            false => String::new(),
        };
        let size = match kind {
            b'1'..=b'6' => 0,
            _ => octal(field(124, 136))?,
        };
        Some(Self {
            path: match before.is_empty() {
                true => name,
                false => format!("{before}/{name}"),
            },
            size,
            kind,
        })
    }
}

/// A number in octal digits, or behind a set first bit in base 256 (GNU).
fn octal(field: &[u8]) -> Option<u64> {
    if let [first, rest @ ..] = field
        && first & 0x80 != 0
    {
        let high = u64::from(first & 0x7f);
        return rest.iter().try_fold(high, |value, byte| {
            value.checked_mul(256)?.checked_add(u64::from(*byte))
        });
    }
    let digits = field.iter().skip_while(|byte| **byte == b' ');
    let mut value: u64 = 0;
    for byte in digits.take_while(|byte| !matches!(**byte, b' ' | 0)) {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 8)?;
        value = value.checked_mul(8)?.checked_add(u64::from(digit))?;
    }
    Some(value)
}

fn text(field: &[u8]) -> String {
    let end = memchr::memchr(0, field).unwrap_or(field.len());
    String::from_utf8_lossy(field.get(..end).unwrap_or_default()).into_owned()
}

/// Records of a pax header: length, blank, key, `=`, value, line feed.
fn pax(mut records: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let blank = memchr::memchr(b' ', records)?;
        let len: usize = text(records.get(..blank)?).parse().ok()?;
        let record = records.get(blank + 1..len)?.strip_suffix(b"\n")?;
        records = records.get(len..)?;
        let equals = memchr::memchr(b'=', record)?;
        Some((record.get(..equals)?, record.get(equals + 1..)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::{Cursor, Write};

    fn block(name: &str, size: &str, kind: u8) -> Vec<u8> {
        let mut block = vec![0; 512];
        block[..name.len()].copy_from_slice(name.as_bytes());
        block[124..124 + size.len()].copy_from_slice(size.as_bytes());
        block[156] = kind;
        block[257..263].copy_from_slice(b"ustar\0");
        block[148..156].fill(b' ');
        let sum: u64 = block.iter().map(|byte| u64::from(*byte)).sum();
        block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        block
    }

    fn file(name: &str, kind: u8, content: &[u8]) -> Vec<u8> {
        let mut bytes = block(name, &format!("{:011o}", content.len()), kind);
        bytes.extend_from_slice(content);
        bytes.resize(bytes.len().next_multiple_of(512), 0);
        bytes
    }

    fn sample() -> Vec<u8> {
        let long = "mappe/".repeat(30) + "æ.txt";
        let record = |pair: &str| {
            let len = pair.len() + 4;
            format!("{:>2} {pair}\n", len)
        };
        [
            file("a.txt", b'0', b"hej"),
            file("mappe/", b'5', b""),
            file("././@LongLink", b'L', format!("{long}\0").as_bytes()),
            file("kort", b'0', &[7; 700]),
            file("pax", b'x', record("path=b/ø.txt").as_bytes()),
            file("ignored", b'\0', b"pax"),
            file("link", b'2', b""),
            vec![0; 1024],
        ]
        .concat()
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn tar(bytes: Vec<u8>) -> Option<Tar> {
        let section = Section::whole(Box::new(Cursor::new(bytes))).unwrap();
        Tar::of(&section).unwrap()
    }

    fn content(tar: &Tar, entry: &Entry) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        tar.open(entry, Rc::default())?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn plain_and_packed_are_the_same() {
        for bytes in [sample(), packed(&sample())] {
            let tar = tar(bytes).unwrap();
            let listed = tar.list().unwrap();
            assert!(listed.whole);
            let paths: Vec<_> = listed.entries.iter().map(|one| one.path.clone()).collect();
            let long = "mappe/".repeat(30) + "æ.txt";
            assert_eq!(paths, ["a.txt", long.as_str(), "b/ø.txt", "link"]);
            assert_eq!(content(&tar, &listed.entries[0]).unwrap(), b"hej");
            assert_eq!(content(&tar, &listed.entries[1]).unwrap(), [7; 700]);
            assert_eq!(content(&tar, &listed.entries[2]).unwrap(), b"pax");
            assert!(listed.entries[3].fault.is_some());
        }
    }

    /// Recognising must not inflate the archive once per member.
    #[test]
    fn heads_are_kept() {
        let picture = [b"\xff\xd8\xff".to_vec(), vec![1; 9_000]].concat();
        let bytes = [
            file("a.jpg", b'0', &picture),
            file("b.json", b'0', &[b'{'; 9_000]),
            vec![0; 1024],
        ]
        .concat();
        let listed = tar(packed(&bytes)).unwrap().list().unwrap();
        let kept: Vec<_> = listed.entries.iter().map(|one| one.head.len()).collect();
        assert_eq!(kept, [HEAD_BYTES, 9_000]);
        assert_eq!(listed.entries[0].head[..], picture[..HEAD_BYTES]);
    }

    #[test]
    fn every_cut_is_told() {
        let whole = packed(&sample());
        for end in 0..whole.len() {
            if let Some(tar) = tar(whole[..end].to_vec()) {
                let listed = tar.list().unwrap();
                assert!(!listed.whole, "{end}");
                for entry in &listed.entries {
                    let _ = content(&tar, entry);
                }
            }
        }
        let plain = sample();
        let cut = tar(plain[..600].to_vec()).unwrap().list().unwrap();
        assert_eq!((cut.whole, cut.entries.len()), (false, 1));
    }

    #[test]
    fn what_is_none() {
        assert!(tar(b"hej".to_vec()).is_none());
        assert!(tar(vec![0; 2048]).is_none());
        assert!(tar(packed(b"From a@example.org Thu Jan  1 00:00:00 2024")).is_none());
        let mut wrong = sample();
        wrong[0] = b'b';
        assert!(tar(wrong).is_none());
    }

    #[test]
    fn sizes_that_lie_and_bombs() {
        let lying = [block("a", "77777777777", b'0'), vec![1; 100]].concat();
        let lying = tar(lying).unwrap();
        let listed = lying.list().unwrap();
        assert!(!listed.whole);
        assert!(content(&lying, &listed.entries[0]).is_err());
        let bomb = [block("a", "77777777777", b'0'), vec![0; 128 << 20]].concat();
        let bomb = tar(packed(&bomb)).unwrap();
        // deflate reaches 1,030:1, below the limit: only the stated size is not there
        assert!(!bomb.list().unwrap().whole);
    }
}
