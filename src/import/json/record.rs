//! One record's bytes into a typed value, mended where JSON readers refuse what phones and
//! services write: lone surrogate escapes (`\ud83d` without its second half), bytes that are no
//! UTF-8, raw control characters inside strings.

use crate::model::RepairKind;
use serde::de::DeserializeOwned;

/// What had to be mended in a record, each kind once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended(Vec<RepairKind>);

impl Mended {
    /// The kinds, in order of discovery.
    #[must_use]
    pub fn kinds(&self) -> &[RepairKind] {
        &self.0
    }

    fn add(&mut self, kind: RepairKind) {
        if !self.0.contains(&kind) {
            self.0.push(kind);
        }
    }
}

/// Reads one record. The unmended bytes are tried first, so that sound records cost nothing.
///
/// # Errors
/// Those of `serde_json` for the mended text.
pub fn record<T: DeserializeOwned>(bytes: &[u8]) -> serde_json::Result<(T, Mended)> {
    match serde_json::from_slice(bytes) {
        Ok(value) => Ok((value, Mended::default())),
        Err(first) if first.is_syntax() || first.is_data() => {
            let (text, mended) = mend(bytes);
            if mended.0.is_empty() {
                return Err(first);
            }
            Ok((serde_json::from_str(&text)?, mended))
        }
        Err(first) => Err(first),
    }
}

fn mend(bytes: &[u8]) -> (String, Mended) {
    let mut mended = Mended::default();
    let text = String::from_utf8_lossy(bytes);
    if matches!(text, std::borrow::Cow::Owned(_)) {
        mended.add(RepairKind::BadBytes);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest: &str = &text;
    let mut in_string = false;
    while let Some(at) = rest.find(|c: char| c == '"' || c == '\\' || c < ' ') {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        let first = found.as_bytes().first().copied().unwrap_or_default();
        let taken = match first {
            b'"' => {
                in_string = !in_string;
                out.push('"');
                1
            }
            b'\\' if in_string => escape(found, &mut out, &mut mended),
            b'\\' => {
                out.push('\\');
                1
            }
            control if in_string => {
                mended.add(RepairKind::IllegalCharacter);
                out.push_str(&format!("\\u{control:04x}"));
                1
            }
            space => {
                out.push(char::from(space));
                1
            }
        };
        rest = found.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    (out, mended)
}

/// Copies one escape; a surrogate without its other half becomes U+FFFD. Returns its length.
fn escape(found: &str, out: &mut String, mended: &mut Mended) -> usize {
    let Some(unit) = unit(found) else {
        // any other escape is two bytes long; its second character may be of several bytes
        let len = found
            .char_indices()
            .nth(2)
            .map_or(found.len(), |(at, _)| at);
        out.push_str(found.get(..len).unwrap_or_default());
        return len;
    };
    let copy = |len: usize, out: &mut String| {
        out.push_str(found.get(..len).unwrap_or_default());
        len
    };
    match unit {
        0xD800..=0xDBFF => {
            let low = found.get(6..).and_then(self::unit);
            if low.is_some_and(|low| (0xDC00..=0xDFFF).contains(&low)) {
                return copy(12, out);
            }
            mended.add(RepairKind::LoneSurrogate);
            out.push('\u{fffd}');
            6
        }
        0xDC00..=0xDFFF => {
            mended.add(RepairKind::LoneSurrogate);
            out.push('\u{fffd}');
            6
        }
        _ => copy(6, out),
    }
}

/// The code unit of a `\uXXXX` at the start.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Vec<RepairKind>) {
        let (value, mended) = record::<String>(bytes).unwrap();
        (value, mended.kinds().to_vec())
    }

    #[test]
    fn broken_strings_are_mended_and_said() {
        assert_eq!(text(br#""a\ud83d\ude42""#), ("a🙂".into(), vec![]));
        let lone = vec![RepairKind::LoneSurrogate];
        assert_eq!(
            text(br#""a\ud83d b""#),
            ("a\u{fffd} b".into(), lone.clone())
        );
        assert_eq!(
            text(br#""\ude42\\ud83d""#),
            ("\u{fffd}\\ud83d".into(), lone)
        );
        assert_eq!(
            text(b"\"a\tb\""),
            ("a\tb".into(), vec![RepairKind::IllegalCharacter])
        );
        assert_eq!(
            text(b"\"a\xffb\""),
            ("a\u{fffd}b".into(), vec![RepairKind::BadBytes])
        );
        assert!(record::<String>(b"\"a").is_err());
        assert!(record::<String>(b"\"\\").is_err());
        assert!(record::<u8>(b"\"\\u\"").is_err());
    }
}
