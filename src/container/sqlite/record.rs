//! Rows: the record format (file format §2.1) and the values of columns.

use super::{
    Place,
    pager::{Page, Pager},
    schema::{Default as Preset, Table},
};
use crate::{
    error::{Error, Result},
    limits,
};
use std::{borrow::Cow, rc::Rc};

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// No value.
    Null,
    /// A whole number.
    Int(i64),
    /// A number.
    Real(f64),
    /// Text; owned where it had to be converted or mended.
    Text(Cow<'a, str>),
    /// Bytes.
    Blob(&'a [u8]),
}

/// One row. Its buffers are used again when the next row is read into it.
#[derive(Default)]
pub struct Row {
    page: Option<Page>,
    start: usize,
    len: usize,
    owned: Vec<u8>,
    /// Serial type and offset of each stored value.
    values: Vec<(u64, usize)>,
    table: Option<Rc<Table>>,
    encoding: Option<&'static encoding_rs::Encoding>,
    rowid: i64,
    place: Place,
    cut: bool,
}

/// A variable-length number (1 to 9 bytes) and the bytes behind it.
pub(super) fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    if *first < 0x80 {
        return Some((u64::from(*first), rest));
    }
    let mut value = 0u64;
    for (n, byte) in bytes.iter().take(9).enumerate() {
        if n == 8 {
            return Some(((value << 8) | u64::from(*byte), bytes.get(9..)?));
        }
        value = (value << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(n + 1..)?));
        }
    }
    None
}

/// Bytes of a value of a serial type.
fn size(serial: u64) -> u64 {
    match serial {
        0 | 8 | 9 | 10 | 11 => 0,
        1..=4 => serial,
        5 => 6,
        6 | 7 => 8,
        _ => (serial - 12) / 2,
    }
}

impl Row {
    /// Reads the cell at `at` of a page. `spare` is how many bytes of overflow pages may still be
    /// read: rows of a damaged file can all claim the same long chain.
    pub(super) fn load(
        &mut self,
        pager: &Pager,
        table: &Rc<Table>,
        page: &Page,
        at: usize,
        index: bool,
        spare: &mut u64,
    ) -> Result<()> {
        let cell = page.bytes().get(at..).unwrap_or_default();
        let (payload, rest) = varint(cell).ok_or_else(|| page.damaged())?;
        let (rowid, rest) = if index {
            (0, rest)
        } else {
            varint(rest).ok_or_else(|| page.damaged())?
        };
        let head = cell.len() - rest.len();
        if payload > limits::RECORD_BYTES {
            return Err(Error::limit("record-bytes", payload, limits::RECORD_BYTES)
                .at_byte(page.place(at, 0).start));
        }
        let payload = payload as usize;
        let local = local(payload, pager.usable(), index);
        let here = rest.get(..local).ok_or_else(|| page.damaged())?;
        self.rowid = rowid as i64;
        self.place = page.place(at, head + local);
        self.table = Some(Rc::clone(table));
        self.encoding = Some(pager.encoding());
        self.cut = false;
        self.values.clear();
        if local == payload {
            self.start = at + head;
            self.len = payload;
            self.page = Some(page.clone());
        } else {
            self.page = None;
            self.owned.clear();
            self.owned.extend_from_slice(here);
            let next = rest.get(local..).and_then(first_word);
            match spare.checked_sub(payload as u64) {
                Some(left) => {
                    *spare = left;
                    self.follow(pager, next.unwrap_or_default(), payload);
                }
                None => self.cut = true,
            }
        }
        self.split().ok_or_else(|| page.damaged())
    }

    /// Reads the overflow pages. A chain that is broken leaves the row cut off, not lost.
    fn follow(&mut self, pager: &Pager, mut next: u32, payload: usize) {
        while self.owned.len() < payload {
            let wanted = payload - self.owned.len();
            let Ok(page) = pager.page(next) else {
                self.cut = true;
                return;
            };
            let bytes = page.bytes();
            let Some(link) = first_word(bytes) else {
                self.cut = true;
                return;
            };
            let content = bytes.get(4..).unwrap_or_default();
            let part = content.get(..wanted.min(content.len()));
            self.owned.extend_from_slice(part.unwrap_or_default());
            if link == next {
                self.cut = self.owned.len() < payload;
                return;
            }
            next = link;
        }
    }

    fn bytes(&self) -> &[u8] {
        match &self.page {
            Some(page) => page
                .bytes()
                .get(self.start..self.start + self.len)
                .unwrap_or_default(),
            None => &self.owned,
        }
    }

    /// Finds where each value lies.
    fn split(&mut self) -> Option<()> {
        let mut values = std::mem::take(&mut self.values);
        let bytes = self.bytes();
        let (head, mut rest) = varint(bytes)?;
        let mut offset = usize::try_from(head).ok()?;
        let head_start = bytes.len() - rest.len();
        rest = bytes.get(head_start..offset)?;
        while !rest.is_empty() {
            let (serial, behind) = varint(rest)?;
            values.push((serial, offset));
            offset = offset.checked_add(usize::try_from(size(serial)).ok()?)?;
            rest = behind;
        }
        if offset > bytes.len() && !self.cut {
            return None;
        }
        self.values = values;
        Some(())
    }

    /// The rowid; 0 in a table without.
    #[must_use]
    pub fn rowid(&self) -> i64 {
        self.rowid
    }

    /// Where the row begins.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// True when its overflow pages are damaged: values at its end are missing or cut.
    #[must_use]
    pub fn cut(&self) -> bool {
        self.cut
    }

    /// The value of a column by its position in [`Table::columns`].
    #[must_use]
    pub fn value(&self, column: usize) -> Value<'_> {
        let Some(table) = &self.table else {
            return Value::Null;
        };
        let Some(column) = table.columns.get(column) else {
            return Value::Null;
        };
        let Some(stored) = column.stored else {
            return Value::Null;
        };
        let value = match self.values.get(stored) {
            Some((serial, offset)) => self.stored(*serial, *offset),
            None => match &column.preset {
                Preset::Null => Value::Null,
                Preset::Int(value) => Value::Int(*value),
                Preset::Real(value) => Value::Real(*value),
                Preset::Text(text) => Value::Text(Cow::Borrowed(text)),
                Preset::Blob(bytes) => Value::Blob(bytes),
            },
        };
        match value {
            Value::Null if column.is_rowid => Value::Int(self.rowid),
            // whole numbers in a column of real ones are stored as integers
            Value::Int(value) if column.real => Value::Real(value as f64),
            value => value,
        }
    }

    fn stored(&self, serial: u64, offset: usize) -> Value<'_> {
        let bytes = self.bytes();
        let len = size(serial) as usize;
        let end = (offset + len).min(bytes.len());
        let bytes = bytes.get(offset..end).unwrap_or_default();
        if serial >= 12 {
            return if serial.is_multiple_of(2) {
                Value::Blob(bytes)
            } else {
                Value::Text(self.decode(bytes))
            };
        }
        if bytes.len() < len {
            return Value::Null;
        }
        match serial {
            1..=6 => {
                let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
                let start = if negative { -1 } else { 0 };
                Value::Int(
                    bytes
                        .iter()
                        .fold(start, |value: i64, byte| (value << 8) | i64::from(*byte)),
                )
            }
            7 => Value::Real(f64::from_be_bytes(bytes.try_into().unwrap_or_default())),
            8 => Value::Int(0),
            9 => Value::Int(1),
            _ => Value::Null,
        }
    }

    fn decode<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        match self.encoding {
            Some(encoding) if encoding != encoding_rs::UTF_8 => {
                encoding.decode_without_bom_handling(bytes).0
            }
            _ => String::from_utf8_lossy(bytes),
        }
    }

    /// A whole number; also out of a real one or digits.
    #[must_use]
    pub fn int(&self, column: Option<usize>) -> Option<i64> {
        match self.value(column?) {
            Value::Int(value) => Some(value),
            Value::Real(value) if value.is_finite() => Some(value as i64),
            Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// A number; also out of digits.
    #[must_use]
    pub fn real(&self, column: Option<usize>) -> Option<f64> {
        match self.value(column?) {
            Value::Int(value) => Some(value as f64),
            Value::Real(value) => Some(value),
            Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Text that is not empty; numbers as digits, bytes where they are text.
    #[must_use]
    pub fn text(&self, column: Option<usize>) -> Option<Cow<'_, str>> {
        let text = match self.value(column?) {
            Value::Text(text) => text,
            Value::Int(value) => Cow::Owned(value.to_string()),
            Value::Real(value) => Cow::Owned(value.to_string()),
            Value::Blob(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
            Value::Null => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// Bytes that are not empty.
    #[must_use]
    pub fn blob(&self, column: Option<usize>) -> Option<&[u8]> {
        match self.value(column?) {
            Value::Blob(bytes) if !bytes.is_empty() => Some(bytes),
            _ => None,
        }
    }
}

fn first_word(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?))
}

/// How much of a payload lies on the b-tree page itself (file format §1.6).
fn local(payload: usize, usable: usize, index: bool) -> usize {
    let most = if index {
        (usable - 12) * 64 / 255 - 23
    } else {
        usable - 35
    };
    if payload <= most {
        return payload;
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let fitting = least + (payload - least) % (usable - 4);
    if fitting <= most { fitting } else { least }
}
