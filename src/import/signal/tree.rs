//! One record of a backup as named values: from Protocol Buffers by [`super::schema`], from JSON as
//! it stands. Values are taken out of the tree while they are understood, so that what is left is
//! what the model has no place for.
//!
//! As in Signal's JSON: bytes are base64, choices are words, what has its default value is absent.
//! Fields without a name are called `field-<number>`.

use super::{
    schema::{Kind, Shape},
    wire::{self, Fields, Malformed, Wire},
};
use crate::limits;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value};

/// Fields that say where and under which key a file lies, or how the app draws it: of no use
/// outside the app, and keys are better not copied.
const LEFT_OUT: [&str; 12] = [
    "locatorInfo",
    "incrementalMac",
    "incrementalMacChunkSize",
    "blurHash",
    "clientUuid",
    "packKey",
    "packId",
    "receiptCredentialPresentation",
    "transactionDetails",
    "sortOrder",
    "width",
    "height",
];

/// A message of Protocol Buffers as a tree.
pub struct Decoder {
    /// Texts that were no UTF-8 and were mended.
    pub mended: u32,
}

impl Decoder {
    /// The tree of a message.
    ///
    /// # Errors
    /// [`Malformed`] where the bytes are none, or nest deeper than [`limits::SIGNAL_DEPTH`].
    pub fn decode(&mut self, bytes: &[u8], shape: &Shape, depth: usize) -> Result<Node, Malformed> {
        if depth > limits::SIGNAL_DEPTH {
            return Err(Malformed);
        }
        let mut map = Map::new();
        for field in Fields::new(bytes) {
            let (number, content) = field?;
            let known = shape.0.iter().find(|field| field.0 == number);
            let Some(field) = known else {
                let value = unknown(content);
                put(&mut map, format!("field-{number}"), value, true);
                continue;
            };
            let several = field.3;
            let name = field.1.to_owned();
            match (field.2, content) {
                // numbers may stand together in one field
                (Kind::Int, Wire::Bytes(mut packed)) if several => {
                    while !packed.is_empty() {
                        let number = wire::varint(&mut packed).ok_or(Malformed)?;
                        put(&mut map, name.clone(), number.into(), true);
                    }
                }
                (Kind::Int, Wire::Varint(number) | Wire::Fixed64(number)) => {
                    put(&mut map, name, number.into(), several);
                }
                (Kind::Int, Wire::Fixed32(number)) => put(&mut map, name, number.into(), several),
                (Kind::Flag, Wire::Varint(set)) => put(&mut map, name, (set != 0).into(), several),
                (Kind::Text, Wire::Bytes(bytes)) => {
                    let text = String::from_utf8_lossy(bytes);
                    if matches!(text, std::borrow::Cow::Owned(_)) {
                        self.mended += 1;
                    }
                    put(&mut map, name, text.into(), several);
                }
                (Kind::Bytes, Wire::Bytes(bytes)) => {
                    put(&mut map, name, STANDARD.encode(bytes).into(), several);
                }
                (Kind::Word(words), Wire::Varint(number)) => {
                    let word = usize::try_from(number).ok().and_then(|at| words.get(at));
                    let value = word.map_or(number.into(), |word| (*word).into());
                    put(&mut map, name, value, several);
                }
                (Kind::One(shape), Wire::Bytes(bytes)) => {
                    let inner = self.decode(bytes, shape, depth + 1)?;
                    put(&mut map, name, Value::Object(inner.0), several);
                }
                _ => return Err(Malformed),
            }
        }
        Ok(Node(map))
    }
}

fn put(map: &mut Map<String, Value>, name: String, value: Value, several: bool) {
    if !several {
        map.insert(name, value);
        return;
    }
    if let Value::Array(list) = map.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
        list.push(value);
    }
}

/// A field of a later version: its text where it is one.
fn unknown(content: Wire<'_>) -> Value {
    match content {
        Wire::Varint(number) | Wire::Fixed64(number) => number.into(),
        Wire::Fixed32(number) => number.into(),
        Wire::Bytes(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) if !text.contains(|c: char| c.is_control() && c != '\n') => text.into(),
            _ => STANDARD.encode(bytes).into(),
        },
    }
}

/// Named values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node(pub Map<String, Value>);

impl Node {
    /// An object; nothing of any other value.
    pub fn of(value: Value) -> Self {
        match value {
            Value::Object(map) => Self(map),
            _ => Self::default(),
        }
    }

    /// Whether there is such a value.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Takes a text; one that is empty is none.
    pub fn text(&mut self, name: &str) -> Option<String> {
        match self.0.remove(name)? {
            Value::String(text) => Some(text).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// Takes a word; empty where it has its default value.
    pub fn word(&mut self, name: &str) -> String {
        match self.0.remove(name) {
            Some(Value::String(word)) => word,
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Takes a whole number, which JSON has as text where it may be long.
    pub fn int(&mut self, name: &str) -> Option<u64> {
        number(&self.0.remove(name)?)
    }

    /// Takes yes or no.
    pub fn flag(&mut self, name: &str) -> bool {
        matches!(self.0.remove(name), Some(Value::Bool(true)))
    }

    /// Takes bytes.
    pub fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        let text = self.text(name)?;
        STANDARD.decode(text).ok()
    }

    /// Takes what stands below a name.
    pub fn node(&mut self, name: &str) -> Option<Self> {
        match self.0.remove(name)? {
            Value::Object(map) => Some(Self(map)),
            _ => None,
        }
    }

    /// Takes a list.
    pub fn nodes(&mut self, name: &str) -> Vec<Self> {
        match self.0.remove(name) {
            Some(Value::Array(list)) => list.into_iter().map(Self::of).collect(),
            _ => Vec::new(),
        }
    }

    /// Everything that was not taken, with its path.
    pub fn rest(self, path: &str, into: &mut Vec<(String, String)>) {
        for (name, value) in self.0 {
            if LEFT_OUT.contains(&name.as_str()) {
                continue;
            }
            let path = if path.is_empty() {
                name
            } else {
                format!("{path}.{name}")
            };
            match value {
                Value::Null => {}
                Value::Object(map) if map.is_empty() => {}
                Value::Array(list) if list.is_empty() => {}
                Value::Object(map) => Self(map).rest(&path, into),
                Value::String(text) => into.push((path, text)),
                other => into.push((path, other.to_string())),
            }
        }
    }
}

fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::schema, *};

    #[test]
    fn both_forms_are_one() {
        // Frame { chat { id: 7, recipientId: 300, archived: true } }
        let bytes = b"\x1a\x07\x08\x07\x10\xac\x02\x18\x01";
        let mut decoder = Decoder { mended: 0 };
        let mut read = decoder.decode(bytes, &schema::FRAME, 0).unwrap();
        let json = r#"{"chat": {"id": "7", "recipientId": "300", "archived": true}}"#;
        let mut written = Node::of(serde_json::from_str(json).unwrap());
        for frame in [&mut read, &mut written] {
            let mut chat = frame.node("chat").unwrap();
            assert_eq!(chat.int("id"), Some(7));
            assert_eq!(chat.int("recipientId"), Some(300));
            assert!(chat.flag("archived"));
        }
    }

    #[test]
    fn what_is_unknown_is_kept() {
        // ChatItem { chatId: 1, 60: "hej", 61: 5 }
        let bytes = b"\x22\x0b\x08\x01\xe2\x03\x03hej\xe8\x03\x05";
        let mut decoder = Decoder { mended: 0 };
        let mut frame = decoder.decode(bytes, &schema::FRAME, 0).unwrap();
        let mut item = frame.node("chatItem").unwrap();
        item.int("chatId");
        let mut rest = Vec::new();
        item.rest("", &mut rest);
        let rest: Vec<_> = rest.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(rest, [("field-60", "[\"hej\"]"), ("field-61", "[5]")]);
    }

    #[test]
    fn nesting_has_an_end() {
        let mut bytes = Vec::new();
        for _ in 0..40 {
            // revisions = 6
            let mut outer = b"\x32".to_vec();
            let mut len = bytes.len();
            while len >= 0x80 {
                outer.push(len as u8 | 0x80);
                len >>= 7;
            }
            outer.push(len as u8);
            outer.extend_from_slice(&bytes);
            bytes = outer;
        }
        let mut frame = b"\x22".to_vec();
        frame.push(bytes.len() as u8);
        frame.extend_from_slice(&bytes);
        let mut decoder = Decoder { mended: 0 };
        assert!(decoder.decode(&frame, &schema::FRAME, 0).is_err());
    }
}
