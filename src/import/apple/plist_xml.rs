//! Property lists in XML (Apple's PropertyList-1.0 DTD).

use super::plist::Plist;
use crate::limits;
use base64::Engine;
use quick_xml::{Reader, escape::unescape, events::Event};

enum Open {
    Array(Vec<Plist>),
    Dict(Vec<(String, Plist)>, Option<String>),
}

pub(super) fn read(bytes: &[u8]) -> Option<Plist> {
    if bytes.len() > limits::PLIST_BYTES {
        return None;
    }
    let mut reader = Reader::from_str(std::str::from_utf8(bytes).ok()?);
    let mut open: Vec<Open> = Vec::new();
    let mut text = String::new();
    let mut objects = 0;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                text.clear();
                match tag.name().as_ref() {
                    "array" => open.push(Open::Array(Vec::new())),
                    "dict" => open.push(Open::Dict(Vec::new(), None)),
                    _ => {}
                }
                if open.len() > limits::PLIST_DEPTH {
                    return None;
                }
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(name) => {
                text.push_str(&unescape(&format!("&{};", &*name)).ok()?);
            }
            Event::CData(part) => text.push_str(&part),
            Event::Empty(tag) => {
                let value = match tag.name().as_ref() {
                    "array" => Plist::Array(Vec::new()),
                    "dict" => Plist::Dict(Vec::new()),
                    name => scalar(name, "")?,
                };
                if let Some(root) = put(&mut open, value) {
                    return Some(root);
                }
            }
            Event::End(tag) => {
                objects += 1;
                if objects > limits::PLIST_OBJECTS {
                    return None;
                }
                let value = match (tag.name().as_ref(), open.last_mut()) {
                    ("plist", _) => return None,
                    ("key", Some(Open::Dict(_, key))) => {
                        *key = Some(std::mem::take(&mut text));
                        continue;
                    }
                    ("array" | "dict", _) => match open.pop()? {
                        Open::Array(items) => Plist::Array(items),
                        Open::Dict(entries, _) => Plist::Dict(entries),
                    },
                    (name, _) => scalar(name, &text)?,
                };
                text.clear();
                if let Some(root) = put(&mut open, value) {
                    return Some(root);
                }
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// Puts a value where it belongs; gives it back when nothing is open.
fn put(open: &mut [Open], value: Plist) -> Option<Plist> {
    match open.last_mut() {
        None => return Some(value),
        Some(Open::Array(items)) => items.push(value),
        Some(Open::Dict(entries, key)) => {
            if let Some(key) = key.take() {
                entries.push((key, value));
            }
        }
    }
    None
}

fn scalar(name: &str, text: &str) -> Option<Plist> {
    Some(match name {
        "string" => Plist::Text(text.to_owned()),
        "integer" => {
            let digits = text.trim();
            let value = match digits.strip_prefix("0x") {
                Some(hex) => i64::from_str_radix(hex, 16).ok(),
                None => digits.parse().ok(),
            };
            Plist::Int(value?)
        }
        "real" => Plist::Real(text.trim().parse().ok()?),
        "true" => Plist::Bool(true),
        "false" => Plist::Bool(false),
        "data" => {
            let letters: String = text.split_whitespace().collect();
            let bytes = base64::engine::general_purpose::STANDARD.decode(letters);
            Plist::Data(bytes.ok()?)
        }
        "date" => {
            let at: jiff::Timestamp = text.trim().parse().ok()?;
            Plist::Date((at.as_millisecond() - super::EPOCH_MS) as f64 / 1000.0)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_itunes_writes() {
        let list = br#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
  <key>IsEncrypted</key><true/>
  <key>Name</key><string>S&#248;ren &amp; co</string>
  <key>Bag</key><data>
    AQID
  </data>
  <key>List</key><array><integer>-3</integer><date>2001-01-01T00:00:01Z</date><dict/></array>
</dict></plist>"#;
        let list = read(list).unwrap();
        assert_eq!(list.get("IsEncrypted"), Some(&Plist::Bool(true)));
        assert_eq!(list.get("Name").unwrap().text(), Some("Søren & co"));
        assert_eq!(list.get("Bag").unwrap().data(), Some(&[1, 2, 3][..]));
        let wanted = [Plist::Int(-3), Plist::Date(1.0), Plist::Dict(vec![])];
        assert_eq!(list.get("List").unwrap().items(), wanted);
        assert_eq!(read(b"<plist><dict><key>a</key>"), None);
    }
}
