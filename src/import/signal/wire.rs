//! Fields of a Protocol Buffers message, as they stand on the wire (protobuf.dev, "Encoding").
//!
//! Read only and without any schema: numbers, kinds and bytes. Groups (wire kinds 3 and 4) have
//! been out of use since proto2 and count as damage.

/// The bytes are no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// The content of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire<'a> {
    /// Variable length: numbers, flags, choices.
    Varint(u64),
    /// Eight bytes.
    Fixed64(u64),
    /// Text, bytes, a message, several numbers.
    Bytes(&'a [u8]),
    /// Four bytes.
    Fixed32(u32),
}

/// The fields of a message, in their order.
pub struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    /// Of the bytes of one message.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn field(&mut self) -> Result<(u32, Wire<'a>), Malformed> {
        let tag = varint(&mut self.rest).ok_or(Malformed)?;
        let number = u32::try_from(tag >> 3).map_err(|_| Malformed)?;
        if number == 0 {
            return Err(Malformed);
        }
        let content = match tag & 7 {
            0 => Wire::Varint(varint(&mut self.rest).ok_or(Malformed)?),
            1 => Wire::Fixed64(u64::from_le_bytes(self.array()?)),
            2 => {
                let len = varint(&mut self.rest).ok_or(Malformed)?;
                let len = usize::try_from(len).map_err(|_| Malformed)?;
                Wire::Bytes(self.take(len)?)
            }
            5 => Wire::Fixed32(u32::from_le_bytes(self.array()?)),
            _ => return Err(Malformed),
        };
        Ok((number, content))
    }

    fn take(&mut self, len: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self.rest.split_at_checked(len).ok_or(Malformed)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.take(N)?.try_into().map_err(|_| Malformed)
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Result<(u32, Wire<'a>), Malformed>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_err() {
            // nothing says where the next field would begin
            self.rest = &[];
        }
        Some(field)
    }
}

/// Takes a number of variable length from the front; `None` where it has no end.
pub fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for n in 0..10 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        // the tenth byte holds one bit
        let bits = u64::from(byte & 0x7f);
        if n == 9 && bits > 1 {
            return None;
        }
        value |= bits << (7 * n);
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        // protobuf.dev: field 1 = 150, field 2 = "testing"
        let bytes = b"\x08\x96\x01\x12\x07testing\x1d\x01\0\0\0\x21\x02\0\0\0\0\0\0\0";
        let fields: Vec<_> = Fields::new(bytes).collect();
        assert_eq!(
            fields,
            [
                Ok((1, Wire::Varint(150))),
                Ok((2, Wire::Bytes(b"testing"))),
                Ok((3, Wire::Fixed32(1))),
                Ok((4, Wire::Fixed64(2))),
            ]
        );
    }

    #[test]
    fn damage() {
        for bytes in [
            b"\x12\x07test".as_slice(),
            b"\x08",
            b"\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
            b"\0\x01",
            b"\x0b\x0c",
        ] {
            let last = Fields::new(bytes).last();
            assert_eq!(last, Some(Err(Malformed)), "{bytes:?}");
        }
        let mut largest = b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01".as_slice();
        assert_eq!(varint(&mut largest), Some(u64::MAX));
    }
}
