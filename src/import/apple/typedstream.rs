//! Typed streams (`streamtyped`, NSArchiver): how iOS and macOS keep the text of a message with
//! its attributes in `attributedBody` and in earlier wordings.
//!
//! There is no published specification; the form was derived from the streams themselves. After
//! the head, values follow with their types. Type names and class names are numbered as they first
//! appear, objects and classes share another numbering. Numbers take one byte, or a mark and two,
//! four or eight. A text whose stated length is beyond the end is taken as far as it goes. Where
//! the structure is damaged, the first text is looked for by its mark.

const NEW: u8 = 0x84;
const NIL: u8 = 0x85;
const END: u8 = 0x86;
/// The first reference, as a signed number.
const FIRST_REFERENCE: i64 = -110;
/// Objects inside objects.
const DEPTH: usize = 64;

/// A text with what is said about its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributed {
    /// The text.
    pub text: String,
    /// Attributes in order of their parts: name and value as text.
    pub attributes: Vec<(String, String)>,
    /// Bytes were missing or the structure was damaged.
    pub damaged: bool,
}

/// True for the head of a typed stream.
#[must_use]
pub fn is_typedstream(bytes: &[u8]) -> bool {
    bytes.get(1..13) == Some(b"\x0bstreamtyped")
}

/// Reads an attributed text. `None` when there is no text in it.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Attributed> {
    if !is_typedstream(bytes) {
        return None;
    }
    let mut stream = Stream {
        rest: bytes.get(13..)?,
        strings: Vec::new(),
        objects: Vec::new(),
        cut: false,
    };
    let whole = stream.int().is_some() && stream.group(0).is_some();
    let mut found = stream.attributed();
    match &mut found {
        Some(found) => found.damaged = stream.cut || !whole,
        None if !whole => found = by_mark(bytes),
        None => {}
    }
    found
}

/// The text behind the first mark of a text value.
fn by_mark(bytes: &[u8]) -> Option<Attributed> {
    let at = memchr::memmem::find(bytes, b"\x84\x01+")?;
    let mut stream = Stream {
        rest: bytes.get(at + 3..)?,
        strings: Vec::new(),
        objects: Vec::new(),
        cut: false,
    };
    let text = stream.bytes()?;
    Some(Attributed {
        text: String::from_utf8_lossy(text).into_owned(),
        attributes: Vec::new(),
        damaged: true,
    })
}

enum Object {
    /// Being read, a class, or text in C's form.
    Other,
    Instance {
        class: String,
        values: Vec<Value>,
    },
}

enum Value {
    Int(i64),
    Real(f64),
    Text(String),
    Object(usize),
    Nil,
}

struct Stream<'a> {
    rest: &'a [u8],
    strings: Vec<Vec<u8>>,
    objects: Vec<Object>,
    cut: bool,
}

impl<'a> Stream<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let taken = self.rest.get(..len)?;
        self.rest = self.rest.get(len..)?;
        Some(taken)
    }

    fn int(&mut self) -> Option<i64> {
        let head = self.byte()?;
        self.int_after(head)
    }

    fn int_after(&mut self, head: u8) -> Option<i64> {
        Some(match head {
            0x81 => i64::from(i16::from_le_bytes(self.take(2)?.try_into().ok()?)),
            0x82 => i64::from(i32::from_le_bytes(self.take(4)?.try_into().ok()?)),
            0x87 => i64::from_le_bytes(self.take(8)?.try_into().ok()?),
            head => i64::from(head as i8),
        })
    }

    /// A length and so many bytes, as far as there are.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let len = match self.byte()? {
            0x81 => usize::from(u16::from_le_bytes(self.take(2)?.try_into().ok()?)),
            0x82 => u32::from_le_bytes(self.take(4)?.try_into().ok()?) as usize,
            head => usize::from(head),
        };
        if len > self.rest.len() {
            self.cut = true;
        }
        self.take(len.min(self.rest.len()))
    }

    /// A number of an earlier string or object.
    fn reference(&mut self, head: u8) -> Option<usize> {
        usize::try_from(self.int_after(head)? - FIRST_REFERENCE).ok()
    }

    fn string(&mut self) -> Option<Vec<u8>> {
        match self.byte()? {
            NIL => Some(Vec::new()),
            NEW => {
                let string = self.bytes()?.to_vec();
                self.strings.push(string.clone());
                Some(string)
            }
            head => {
                let at = self.reference(head)?;
                self.strings.get(at).cloned()
            }
        }
    }

    /// Types and the values that have them.
    fn group(&mut self, depth: usize) -> Option<Vec<Value>> {
        let types = self.string()?;
        let mut values = Vec::new();
        let mut types = types.as_slice();
        while !types.is_empty() {
            types = self.value(types, depth, &mut values)?;
        }
        Some(values)
    }

    /// Reads one value; gives the types behind its own.
    fn value<'t>(
        &mut self,
        types: &'t [u8],
        depth: usize,
        values: &mut Vec<Value>,
    ) -> Option<&'t [u8]> {
        let (kind, behind) = types.split_first()?;
        match kind {
            b'@' => {
                let object = self.object(depth)?;
                values.push(object.map_or(Value::Nil, Value::Object));
            }
            b'+' => {
                let bytes = self.bytes()?;
                values.push(Value::Text(String::from_utf8_lossy(bytes).into_owned()));
            }
            b'*' => match self.byte()? {
                NIL => values.push(Value::Nil),
                NEW => {
                    self.objects.push(Object::Other);
                    let bytes = self.string()?;
                    values.push(Value::Text(String::from_utf8_lossy(&bytes).into_owned()));
                }
                head => {
                    self.reference(head)?;
                    values.push(Value::Nil);
                }
            },
            b'%' | b':' => {
                self.string()?;
                values.push(Value::Nil);
            }
            b'#' => {
                self.class(depth)?;
                values.push(Value::Nil);
            }
            b'c' | b'C' | b'B' => values.push(Value::Int(i64::from(self.byte()? as i8))),
            b'f' | b'd' => match self.byte()? {
                0x83 if *kind == b'f' => {
                    let four = self.take(4)?.try_into().ok()?;
                    values.push(Value::Real(f64::from(f32::from_le_bytes(four))));
                }
                0x83 => {
                    let eight = self.take(8)?.try_into().ok()?;
                    values.push(Value::Real(f64::from_le_bytes(eight)));
                }
                head => values.push(Value::Int(self.int_after(head)?)),
            },
            b's' | b'S' | b'i' | b'I' | b'l' | b'L' | b'q' | b'Q' => {
                values.push(Value::Int(self.int()?));
            }
            b'[' => {
                let digits = behind
                    .iter()
                    .take_while(|byte| byte.is_ascii_digit())
                    .count();
                let count: usize = std::str::from_utf8(behind.get(..digits)?)
                    .ok()?
                    .parse()
                    .ok()?;
                let inner = behind.get(digits..)?;
                let end = closing(inner, b'[', b']')?;
                let inner_types = inner.get(..end)?;
                if matches!(inner_types, b"c" | b"C") {
                    self.take(count)?;
                } else {
                    // each element takes at least a byte
                    for _ in 0..count.min(self.rest.len()) {
                        self.value(inner_types, depth, values)?;
                    }
                }
                return inner.get(end + 1..);
            }
            b'{' => {
                let end = closing(behind, b'{', b'}')?;
                let inner = behind.get(..end)?;
                let equals = inner.iter().position(|byte| *byte == b'=');
                let mut types = inner.get(equals.map_or(0, |at| at + 1)..)?;
                while !types.is_empty() {
                    types = self.value(types, depth, values)?;
                }
                return behind.get(end + 1..);
            }
            _ => return None,
        }
        Some(behind)
    }

    fn object(&mut self, depth: usize) -> Option<Option<usize>> {
        if depth > DEPTH {
            return None;
        }
        match self.byte()? {
            NIL => Some(None),
            NEW => {
                let index = self.objects.len();
                self.objects.push(Object::Other);
                let class = self.class(depth)?;
                let mut values = Vec::new();
                let mut whole = true;
                while self.rest.first() != Some(&END) {
                    match self.group(depth + 1) {
                        Some(group) => values.extend(group),
                        None => {
                            whole = false;
                            break;
                        }
                    }
                }
                // what was read stays, also when the rest is damaged
                if let Some(object) = self.objects.get_mut(index) {
                    *object = Object::Instance { class, values };
                }
                if !whole {
                    return None;
                }
                self.byte()?;
                Some(Some(index))
            }
            head => self.reference(head).map(Some),
        }
    }

    /// The name of a class; its ancestors are numbered and left.
    fn class(&mut self, depth: usize) -> Option<String> {
        if depth > DEPTH {
            return None;
        }
        match self.byte()? {
            NIL => Some(String::new()),
            NEW => {
                let name = String::from_utf8_lossy(&self.string()?).into_owned();
                self.int()?;
                self.objects.push(Object::Instance {
                    class: name.clone(),
                    values: Vec::new(),
                });
                self.class(depth + 1)?;
                Some(name)
            }
            head => {
                let at = self.reference(head)?;
                match self.objects.get(at)? {
                    Object::Instance { class, .. } => Some(class.clone()),
                    Object::Other => None,
                }
            }
        }
    }

    // ---- what the objects say ----------------------------------------------------------

    fn attributed(&self) -> Option<Attributed> {
        let mut found = Attributed {
            text: self.objects.iter().find_map(string_of)?.to_owned(),
            ..Attributed::default()
        };
        for object in &self.objects {
            if let Object::Instance { class, values } = object
                && class.ends_with("Dictionary")
            {
                let mut objects = values.iter().filter_map(|value| match value {
                    Value::Object(at) => Some(*at),
                    _ => None,
                });
                while let (Some(key), Some(value)) = (objects.next(), objects.next()) {
                    let key = self.objects.get(key).and_then(string_of);
                    let shown = self.shown(value, 0);
                    if let (Some(key), Some(value)) = (key, shown) {
                        found.attributes.push((key.to_owned(), value));
                    }
                }
            }
        }
        Some(found)
    }

    /// The value of an attribute, where it is a text, an address or a number.
    fn shown(&self, at: usize, depth: usize) -> Option<String> {
        let Object::Instance { class, values } = self.objects.get(at)? else {
            return None;
        };
        if depth > 4 || class.ends_with("Dictionary") {
            return None;
        }
        let values = values.iter().rev();
        values
            .filter_map(|value| match value {
                Value::Text(text) if !class.ends_with("Number") => Some(text.clone()),
                Value::Int(value) => Some(value.to_string()),
                Value::Real(value) => Some(value.to_string()),
                Value::Object(inner) if *inner != at => self.shown(*inner, depth + 1),
                _ => None,
            })
            .next()
    }
}

fn string_of(object: &Object) -> Option<&str> {
    match object {
        Object::Instance { class, values } if class.ends_with("String") => match values.first() {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// Where the bracket that is open closes.
fn closing(types: &[u8], open: u8, close: u8) -> Option<usize> {
    let mut depth = 1usize;
    for (n, byte) in types.iter().enumerate() {
        if *byte == open {
            depth += 1;
        } else if *byte == close {
            depth -= 1;
            if depth == 0 {
                return Some(n);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a phone writes it: text, one part, its number.
    fn stream(text: &str) -> Vec<u8> {
        let mut bytes =
            b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString\
            \x00\x84\x84\x08NSObject\x00\x85\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+"
                .to_vec();
        bytes.push(text.len() as u8);
        bytes.extend(text.as_bytes());
        bytes.extend(
            b"\x86\x84\x02iI\x01\x05\x92\x84\x84\x84\x0cNSDictionary\x00\x94\x84\x01i\x01\
            \x92\x84\x96\x96\x1d__kIMMessagePartAttributeName\x86\x92\x84\x84\x84\x08NSNumber\x00\
            \x84\x84\x07NSValue\x00\x94\x84\x01*\x84\x99\x99\x00\x86\x86\x86",
        );
        bytes
    }

    #[test]
    fn text_and_attributes() {
        let found = read(&stream("Hej ø")).unwrap();
        assert_eq!(found.text, "Hej ø");
        let part = ("__kIMMessagePartAttributeName".to_owned(), "0".to_owned());
        assert_eq!(found.attributes, [part]);
        assert!(!found.damaged);
        assert_eq!(read(&stream("")).unwrap().text, "");
    }

    #[test]
    fn damage() {
        let whole = stream("Hej med dig");
        let at = memchr::memmem::find(&whole, b"Hej").unwrap();
        let cut = read(&whole[..at + 3]).unwrap();
        assert_eq!((cut.text.as_str(), cut.damaged), ("Hej", true));
        let mut broken = whole.clone();
        broken[20] = 0xee;
        let found = read(&broken).unwrap();
        assert_eq!((found.text.as_str(), found.damaged), ("Hej med dig", true));
        for end in 0..whole.len() {
            let _ = read(&whole[..end]);
        }
    }
}
