//! DAG-CBOR (IPLD DAG-CBOR specification; RFC 8949 with definite lengths and tag 42 alone) into
//! borrowed values. Depth is bounded by [`limits::CBOR_DEPTH`]; sizes by the bytes that are there.
//! Half and single floats are read although DAG-CBOR writes doubles only.

use super::cid::Cid;
use crate::limits;
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde_json::{Map, Number, Value};

/// One value.
#[derive(Debug, PartialEq)]
pub(super) enum Item<'a> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Negative(i64),
    Float(f64),
    Bytes(&'a [u8]),
    Text(&'a str),
    List(Vec<Item<'a>>),
    Map(Vec<(&'a str, Item<'a>)>),
    Link(Cid),
}

impl<'a> Item<'a> {
    /// The value that is all of these bytes.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut reader = Reader { bytes };
        let item = reader.item(0)?;
        reader.bytes.is_empty().then_some(item)
    }

    /// The member of a map.
    pub fn get(&self, name: &str) -> Option<&Item<'a>> {
        match self {
            Item::Map(members) => members
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&'a str> {
        match self {
            Item::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn link(&self) -> Option<&Cid> {
        match self {
            Item::Link(cid) => Some(cid),
            _ => None,
        }
    }

    /// As AT Protocol's data model writes it in JSON: links as `$link`, bytes as `$bytes`.
    pub fn json(self) -> Value {
        let single = |name: &str, value: String| {
            Value::Object(Map::from_iter([(name.to_owned(), Value::String(value))]))
        };
        match self {
            Item::Null => Value::Null,
            Item::Bool(value) => Value::Bool(value),
            Item::Unsigned(value) => Value::Number(value.into()),
            Item::Negative(value) => Value::Number(value.into()),
            Item::Float(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
            Item::Bytes(bytes) => single("$bytes", STANDARD_NO_PAD.encode(bytes)),
            Item::Text(text) => Value::String(text.to_owned()),
            Item::List(list) => Value::Array(list.into_iter().map(Item::json).collect()),
            Item::Map(map) => Value::Object(
                map.into_iter()
                    .map(|(key, value)| (key.to_owned(), value.json()))
                    .collect(),
            ),
            Item::Link(cid) => single("$link", cid.to_string()),
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, len: u64) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(usize::try_from(len).ok()?)?;
        self.bytes = rest;
        Some(taken)
    }

    fn number(&mut self, len: u64) -> Option<u64> {
        let digits = self.take(len)?;
        Some(
            digits
                .iter()
                .fold(0, |value, byte| value << 8 | u64::from(*byte)),
        )
    }

    fn item(&mut self, depth: usize) -> Option<Item<'a>> {
        if depth > limits::CBOR_DEPTH {
            return None;
        }
        let head = *self.take(1)?.first()?;
        let (major, info) = (head >> 5, head & 0x1f);
        if major == 7 {
            return self.simple(info);
        }
        let count = match info {
            0..=23 => u64::from(info),
            24..=27 => self.number(1 << (info - 24))?,
            _ => return None,
        };
        Some(match major {
            0 => Item::Unsigned(count),
            1 => Item::Negative(-1 - i64::try_from(count).ok()?),
            2 => Item::Bytes(self.take(count)?),
            3 => Item::Text(std::str::from_utf8(self.take(count)?).ok()?),
            4 => {
                let mut list = Vec::new();
                for _ in 0..count {
                    list.push(self.item(depth + 1)?);
                }
                Item::List(list)
            }
            5 => self.map(count, depth)?,
            _ => match (count, self.item(depth + 1)?) {
                (42, Item::Bytes([0, cid @ ..])) => Item::Link(Cid::read(cid)?.0),
                _ => return None,
            },
        })
    }

    fn map(&mut self, count: u64, depth: usize) -> Option<Item<'a>> {
        let mut map: Vec<(&str, Item<'_>)> = Vec::new();
        let mut sorted = true;
        for _ in 0..count {
            let Item::Text(key) = self.item(depth + 1)? else {
                return None;
            };
            // DAG-CBOR sorts keys by length, then bytes: doubles stand side by side
            sorted &= map.last().is_none_or(|(last, _)| order(last) < order(key));
            let many = map.len() > limits::CBOR_UNSORTED_KEYS;
            if !sorted && (many || map.iter().any(|(known, _)| *known == key)) {
                return None;
            }
            let value = self.item(depth + 1)?;
            map.push((key, value));
        }
        Some(Item::Map(map))
    }

    fn simple(&mut self, info: u8) -> Option<Item<'a>> {
        Some(match info {
            20 => Item::Bool(false),
            21 => Item::Bool(true),
            22 | 23 => Item::Null,
            25 => Item::Float(half(self.number(2)? as u16)),
            26 => Item::Float(f64::from(f32::from_bits(self.number(4)? as u32))),
            27 => Item::Float(f64::from_bits(self.number(8)?)),
            _ => return None,
        })
    }
}

fn order(key: &str) -> (usize, &[u8]) {
    (key.len(), key.as_bytes())
}

/// RFC 8949 appendix D.
fn half(bits: u16) -> f64 {
    let exponent = i32::from(bits >> 10 & 0x1f);
    let mantissa = f64::from(bits & 0x3ff);
    let value = match exponent {
        0 => mantissa * 2_f64.powi(-24),
        31 if mantissa == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (mantissa + 1024.0) * 2_f64.powi(exponent - 25),
    };
    if bits & 0x8000 == 0 { value } else { -value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let bytes = b"\xa3\x61a\x83\x01\x20\xf5\x61b\x63\xc3\xa5!\x62cd\x43\x00\x01\x02";
        let item = Item::read(bytes).unwrap();
        assert_eq!(item.get("b").and_then(Item::text), Some("å!"));
        assert_eq!(
            item.json().to_string(),
            r#"{"a":[1,-1,true],"b":"å!","cd":{"$bytes":"AAEC"}}"#
        );
        assert_eq!(Item::read(b"\xf9\x3c\x00"), Some(Item::Float(1.0)));
        assert_eq!(Item::read(b"\xfa\x40\x20\x00\x00"), Some(Item::Float(2.5)));
    }

    #[test]
    fn what_dag_cbor_forbids() {
        for bytes in [
            &b""[..],
            b"\x61",                                 // cut
            b"\x01\x01",                             // more behind it
            b"\x9f\xff",                             // indefinite length
            b"\xa2\x61a\x01\x61a\x02",               // the same key twice
            b"\xa1\x01\x02",                         // a key that is no text
            b"\x61\xff",                             // no UTF-8
            b"\xc1\x01",                             // another tag
            b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff", // a length that lies
        ] {
            assert_eq!(Item::read(bytes), None, "{bytes:x?}");
        }
        let deep = [vec![0x81; 10_000], vec![0x01]].concat();
        assert_eq!(Item::read(&deep), None);
    }
}
