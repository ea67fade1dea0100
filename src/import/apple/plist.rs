//! Property lists: Apple's binary form (`bplist00`, CoreFoundation's CFBinaryPList.c describes
//! it) and the XML one.
//!
//! The tree is built whole. Objects that are referred to from several places are copied, so their
//! number, depth and bytes are bounded: `limits::PLIST_*`. Sets are read as arrays.

use super::plist_xml;
use crate::limits;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Plist {
    /// Nothing, or of a kind that is not known.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number.
    Real(f64),
    /// Seconds since 2001-01-01T00:00:00Z.
    Date(f64),
    /// Bytes.
    Data(Vec<u8>),
    /// Text.
    Text(String),
    /// A reference inside a keyed archive.
    Uid(u64),
    /// Values in order.
    Array(Vec<Plist>),
    /// Values by name, in the order of the file.
    Dict(Vec<(String, Plist)>),
}

impl Plist {
    /// Reads either form. `None` where it is neither, damaged beyond use or too large.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"bplist0") {
            Reader::new(bytes)?.root()
        } else {
            plist_xml::read(bytes)
        }
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Plist> {
        match self {
            Plist::Dict(entries) => entries
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The names and values of a dictionary; none otherwise.
    #[must_use]
    pub fn entries(&self) -> &[(String, Plist)] {
        match self {
            Plist::Dict(entries) => entries,
            _ => &[],
        }
    }

    /// The items of an array; none otherwise.
    #[must_use]
    pub fn items(&self) -> &[Plist] {
        match self {
            Plist::Array(items) => items,
            _ => &[],
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Plist::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The bytes.
    #[must_use]
    pub fn data(&self) -> Option<&[u8]> {
        match self {
            Plist::Data(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The whole number.
    #[must_use]
    pub fn int(&self) -> Option<i64> {
        match self {
            Plist::Int(value) => Some(*value),
            Plist::Bool(value) => Some(i64::from(*value)),
            _ => None,
        }
    }

    /// The number; of a date its seconds.
    #[must_use]
    pub fn real(&self) -> Option<f64> {
        match self {
            Plist::Real(value) | Plist::Date(value) => Some(*value),
            Plist::Int(value) => Some(*value as f64),
            _ => None,
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    offset_size: usize,
    reference_size: usize,
    table: usize,
    count: usize,
    top: usize,
    /// Objects and bytes that may still be built.
    objects: usize,
    room: usize,
}

fn number(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |value, byte| (value << 8) | u64::from(*byte))
}

/// A number as a position; one that does not fit is behind every end.
fn position(bytes: &[u8]) -> usize {
    usize::try_from(number(bytes)).unwrap_or(usize::MAX)
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let trailer = bytes.get(bytes.len().checked_sub(32)?..)?;
        let offset_size = usize::from(*trailer.get(6)?);
        let reference_size = usize::from(*trailer.get(7)?);
        if !(1..=8).contains(&offset_size) || !(1..=8).contains(&reference_size) {
            return None;
        }
        Some(Self {
            bytes,
            offset_size,
            reference_size,
            count: position(trailer.get(8..16)?),
            top: position(trailer.get(16..24)?),
            table: position(trailer.get(24..32)?),
            objects: limits::PLIST_OBJECTS,
            room: limits::PLIST_BYTES,
        })
    }

    fn root(mut self) -> Option<Plist> {
        self.object(self.top, 0)
    }

    fn slice(&self, start: usize, len: usize) -> Option<&'a [u8]> {
        self.bytes.get(start..start.checked_add(len)?)
    }

    /// Length of a value and where it starts.
    fn extent(&self, at: usize, low: u8) -> Option<(usize, usize)> {
        if low != 15 {
            return Some((usize::from(low), at + 1));
        }
        let marker = *self.bytes.get(at + 1)?;
        if marker >> 4 != 1 {
            return None;
        }
        let size = 1usize << (marker & 15).min(4);
        Some((position(self.slice(at + 2, size)?), at + 2 + size))
    }

    fn references(
        &self,
        start: usize,
        count: usize,
    ) -> Option<impl Iterator<Item = usize> + use<'a>> {
        let bytes = self.slice(start, count.checked_mul(self.reference_size)?)?;
        Some(bytes.chunks_exact(self.reference_size).map(position))
    }

    fn object(&mut self, index: usize, depth: usize) -> Option<Plist> {
        self.objects = self.objects.checked_sub(1)?;
        if index >= self.count || depth > limits::PLIST_DEPTH {
            return None;
        }
        let entry = self
            .table
            .checked_add(index.checked_mul(self.offset_size)?)?;
        let at = position(self.slice(entry, self.offset_size)?);
        let marker = *self.bytes.get(at)?;
        let low = marker & 15;
        Some(match marker >> 4 {
            0 => match low {
                8 => Plist::Bool(false),
                9 => Plist::Bool(true),
                _ => Plist::Null,
            },
            1 => {
                let bytes = self.slice(at + 1, 1 << low.min(4))?;
                // 8 bytes are signed, 16 bytes hold what does not fit into them
                Plist::Int(number(bytes.get(bytes.len().saturating_sub(8)..)?) as i64)
            }
            kind @ (2 | 3) => {
                let bytes = self.slice(at + 1, 1 << low.min(4))?;
                let value = match bytes.len() {
                    4 => f64::from(f32::from_be_bytes(bytes.try_into().ok()?)),
                    8 => f64::from_be_bytes(bytes.try_into().ok()?),
                    _ => return None,
                };
                if kind == 2 {
                    Plist::Real(value)
                } else {
                    Plist::Date(value)
                }
            }
            4 => {
                let (len, start) = self.extent(at, low)?;
                self.room = self.room.checked_sub(len)?;
                Plist::Data(self.slice(start, len)?.to_vec())
            }
            5 | 7 => {
                let (len, start) = self.extent(at, low)?;
                self.room = self.room.checked_sub(len)?;
                Plist::Text(String::from_utf8_lossy(self.slice(start, len)?).into_owned())
            }
            6 => {
                let (len, start) = self.extent(at, low)?;
                let bytes = self.slice(start, len.checked_mul(2)?)?;
                self.room = self.room.checked_sub(bytes.len())?;
                let (text, _) = encoding_rs::UTF_16BE.decode_without_bom_handling(bytes);
                Plist::Text(text.into_owned())
            }
            8 => Plist::Uid(number(self.slice(at + 1, usize::from(low) + 1)?)),
            10..=12 => {
                let (count, start) = self.extent(at, low)?;
                let mut items = Vec::new();
                for index in self.references(start, count)? {
                    items.push(self.object(index, depth + 1)?);
                }
                Plist::Array(items)
            }
            13 => {
                let (count, start) = self.extent(at, low)?;
                let keys = self.references(start, count)?;
                let values = self.references(start + count * self.reference_size, count)?;
                let mut entries = Vec::new();
                for (key, value) in keys.zip(values) {
                    let key = match self.object(key, depth + 1)? {
                        Plist::Text(key) => key,
                        Plist::Int(key) => key.to_string(),
                        _ => continue,
                    };
                    entries.push((key, self.object(value, depth + 1)?));
                }
                Plist::Dict(entries)
            }
            _ => Plist::Null,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `{"a": [1, -1, 0.5, true, "ø", <01 02>]}`, as Python's plistlib writes it.
    const LIST: &[u8] = b"bplist00\xd1\x01\x02Qa\xa6\x03\x04\x05\x06\x07\x08\x10\x01\x13\xff\xff\
        \xff\xff\xff\xff\xff\xff#?\xe0\x00\x00\x00\x00\x00\x00\ta\x00\xf8B\x01\x02\x08\x0b\r\
        \x14\x16\x1f(),\x00\x00\x00\x00\x00\x00\x01\x01\x00\x00\x00\x00\x00\x00\x00\t\x00\x00\
        \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00/";

    #[test]
    fn binary() {
        let wanted = Plist::Dict(vec![(
            "a".to_owned(),
            Plist::Array(vec![
                Plist::Int(1),
                Plist::Int(-1),
                Plist::Real(0.5),
                Plist::Bool(true),
                Plist::Text("ø".to_owned()),
                Plist::Data(vec![1, 2]),
            ]),
        )]);
        assert_eq!(Plist::read(LIST), Some(wanted));
    }

    #[test]
    fn circles_and_copies_end() {
        // an array that holds itself twice
        let mut list = b"bplist00\xa2\x00\x00\x08".to_vec();
        list.extend([0, 0, 0, 0, 0, 0, 1, 1]);
        list.extend([0, 0, 0, 0, 0, 0, 0, 1]);
        list.extend([0, 0, 0, 0, 0, 0, 0, 0]);
        list.extend([0, 0, 0, 0, 0, 0, 0, 11]);
        assert_eq!(Plist::read(&list), None);
    }
}
