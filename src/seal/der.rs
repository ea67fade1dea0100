//! The little DER that the bundle's profile needs (ITU-T X.690): definite lengths in their
//! shortest form, single-byte tags. Reading is strict: whatever DER forbids is `None`.

/// Tag numbers that the profile uses.
pub mod tag {
    pub const INTEGER: u8 = 0x02;
    pub const BIT_STRING: u8 = 0x03;
    pub const OCTETS: u8 = 0x04;
    pub const NULL: u8 = 0x05;
    pub const SEQUENCE: u8 = 0x30;
    pub const SET: u8 = 0x31;
    /// `[0]` primitive, IMPLICIT.
    pub const PRIMITIVE_0: u8 = 0x80;
    /// `[0]` constructed.
    pub const CONTEXT_0: u8 = 0xa0;
    /// `[1]` constructed.
    pub const CONTEXT_1: u8 = 0xa1;
    /// `[2]` constructed.
    pub const CONTEXT_2: u8 = 0xa2;
    /// `[3]` constructed.
    pub const CONTEXT_3: u8 = 0xa3;
}

/// Tag and length.
pub fn header(tag: u8, length: usize) -> Vec<u8> {
    let mut out = vec![tag];
    let bytes = (length as u64).to_be_bytes();
    let first = bytes.iter().position(|b| *b != 0).unwrap_or(7);
    let significant = bytes.get(first..).unwrap_or_default();
    if length >= 0x80 {
        out.push(0x80 | significant.len() as u8);
    }
    out.extend_from_slice(significant);
    out
}

/// A value of these parts, in this order.
pub fn value(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length = parts.iter().map(|part| part.len()).sum();
    let mut out = header(tag, length);
    for part in parts {
        out.extend_from_slice(part);
    }
    out
}

/// A non-negative INTEGER.
pub fn integer(number: u32) -> Vec<u8> {
    let bytes = u64::from(number).to_be_bytes();
    let mut first = bytes.iter().position(|b| *b != 0).unwrap_or(7);
    if bytes.get(first).is_some_and(|b| *b >= 0x80) {
        first -= 1;
    }
    value(tag::INTEGER, &[bytes.get(first..).unwrap_or_default()])
}

/// Reads values one after the other.
#[derive(Clone, Copy)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// Bytes that are not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// The tag of the next value.
    pub fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    /// Reads a tag and length only: the content may lie beyond the bytes at hand.
    pub fn open(&mut self, tag: u8) -> Option<usize> {
        let (first, rest) = self.0.split_first()?;
        let (length, mut rest) = rest.split_first()?;
        if *first != tag {
            return None;
        }
        let mut total = usize::from(*length);
        if *length >= 0x80 {
            let count = usize::from(*length & 0x7f);
            let (bytes, after) = rest.split_at_checked(count)?;
            if !(1..=4).contains(&count) || bytes.first() == Some(&0) {
                return None;
            }
            total = bytes
                .iter()
                .fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            if total < 0x80 {
                return None;
            }
            rest = after;
        }
        self.0 = rest;
        Some(total)
    }

    /// Reads a value of this tag and gives its content.
    pub fn take(&mut self, tag: u8) -> Option<&'a [u8]> {
        let mut ahead = *self;
        let length = ahead.open(tag)?;
        let (content, rest) = ahead.0.split_at_checked(length)?;
        self.0 = rest;
        Some(content)
    }

    /// Reads a value of any tag and gives all its bytes, header included.
    pub fn whole(&mut self) -> Option<&'a [u8]> {
        let before = self.0;
        self.take(self.peek()?)?;
        before.get(..before.len() - self.0.len())
    }

    /// Reads an OCTET STRING of exactly `N` bytes.
    pub fn octets<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(tag::OCTETS)?.try_into().ok()
    }

    /// Reads a non-negative INTEGER of at most 32 bits.
    pub fn number(&mut self) -> Option<u32> {
        let bytes = self.take(tag::INTEGER)?;
        if bytes.is_empty() || bytes.len() > 5 {
            return None;
        }
        let number = bytes.iter().fold(0_u64, |sum, b| sum << 8 | u64::from(*b));
        let number = u32::try_from(number).ok()?;
        (value(tag::INTEGER, &[bytes]) == integer(number)).then_some(number)
    }

    /// `Some` when nothing is left.
    pub fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_numbers_take_their_shortest_form() {
        assert_eq!(header(4, 0), [4, 0]);
        assert_eq!(header(4, 127), [4, 127]);
        assert_eq!(header(4, 128), [4, 0x81, 128]);
        assert_eq!(header(4, 0x0100_0000), [4, 0x84, 1, 0, 0, 0]);
        assert_eq!(integer(0), [2, 1, 0]);
        assert_eq!(integer(128), [2, 2, 0, 128]);
        assert_eq!(integer(600_000), [2, 3, 0x09, 0x27, 0xc0]);
        for number in [0, 1, 127, 128, 255, 256, 600_000, u32::MAX] {
            assert_eq!(Reader(&integer(number)).number(), Some(number));
        }
        for longer in [
            [2, 2, 0, 1].as_slice(),
            &[4, 0x81, 1, 0],
            &[4, 0x80],
            &[2, 0],
        ] {
            let mut reader = Reader(longer);
            assert!(reader.number().is_none());
            assert!(longer[0] == 2 || Reader(longer).take(4).is_none());
        }
    }
}
