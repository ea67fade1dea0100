//! Attribute values as old phones wrote them.
//!
//! XML 1.0 §4.1 forbids references to surrogates and NUL; old versions of the app write emoji as
//! two surrogate references (`&#55357;&#56832;`) and some phones `&#0;`. They are mended and
//! counted, the source stays as it is. Line ends inside values are kept: XML would turn them to
//! spaces, the app means them.

use crate::model::RepairKind;
use std::borrow::Cow;

/// Repairs made in one record.
#[derive(Debug, Default)]
pub(super) struct Mended(pub Vec<RepairKind>);

/// The text of a raw attribute value.
pub(super) fn unescape<'a>(raw: &'a str, mended: &mut Mended) -> Cow<'a, str> {
    let Some(first) = memchr::memchr(b'&', raw.as_bytes()) else {
        note_illegal(raw, mended);
        return Cow::Borrowed(raw);
    };
    let mut text = String::with_capacity(raw.len());
    let (before, mut rest) = raw.split_at(first);
    text.push_str(before);
    note_illegal(raw, mended);
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        let (plain, from) = rest.split_at(at);
        text.push_str(plain);
        rest = match reference(from) {
            Some((Reference::Named(c), after)) => {
                text.push(c);
                after
            }
            Some((Reference::Number(number), after)) => number_to(&mut text, number, after, mended),
            None => {
                mended.0.push(RepairKind::IllegalCharacter);
                text.push('&');
                from.get(1..).unwrap_or_default()
            }
        };
    }
    text.push_str(rest);
    Cow::Owned(text)
}

fn number_to<'a>(text: &mut String, number: u32, after: &'a str, mended: &mut Mended) -> &'a str {
    match number {
        0 => mended.0.push(RepairKind::Nul),
        0xd800..=0xdbff => {
            if let Some((Reference::Number(low @ 0xdc00..=0xdfff), rest)) = reference(after) {
                let joined = 0x10000 + ((number - 0xd800) << 10) + (low - 0xdc00);
                text.push(char::from_u32(joined).unwrap_or(char::REPLACEMENT_CHARACTER));
                mended.0.push(RepairKind::Surrogate);
                return rest;
            }
            text.push(char::REPLACEMENT_CHARACTER);
            mended.0.push(RepairKind::LoneSurrogate);
        }
        0xdc00..=0xdfff => {
            text.push(char::REPLACEMENT_CHARACTER);
            mended.0.push(RepairKind::LoneSurrogate);
        }
        _ => match char::from_u32(number) {
            Some(c) => {
                if is_illegal(c) {
                    mended.0.push(RepairKind::IllegalCharacter);
                }
                text.push(c);
            }
            None => {
                text.push(char::REPLACEMENT_CHARACTER);
                mended.0.push(RepairKind::IllegalCharacter);
            }
        },
    }
    after
}

enum Reference {
    Named(char),
    Number(u32),
}

/// The reference at the start of `text` and what follows it.
fn reference(text: &str) -> Option<(Reference, &str)> {
    let body = text.strip_prefix('&')?;
    // the longest reference that can mean anything: &#x0010FFFF;
    let end = body.bytes().take(12).position(|byte| byte == b';')?;
    let (name, after) = (body.get(..end)?, body.get(end + 1..)?);
    let reference = match name {
        "amp" => Reference::Named('&'),
        "lt" => Reference::Named('<'),
        "gt" => Reference::Named('>'),
        "quot" => Reference::Named('"'),
        "apos" => Reference::Named('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            let (digits, radix) = hex.map_or((number, 10), |hex| (hex, 16));
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return None;
            }
            Reference::Number(u32::from_str_radix(digits, radix).ok()?)
        }
    };
    Some((reference, after))
}

/// Not a character of XML 1.0 §2.2.
fn is_illegal(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

fn note_illegal(raw: &str, mended: &mut Mended) {
    let illegal = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    // whole pieces without leaving early, which processors do at once for many bytes
    let mut pieces = raw.as_bytes().chunks(64);
    if pieces.any(|piece| piece.iter().fold(false, |any, byte| any | illegal(byte))) {
        mended.0.push(RepairKind::IllegalCharacter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(raw: &str) -> (String, Vec<RepairKind>) {
        let mut repairs = Mended::default();
        let text = unescape(raw, &mut repairs).into_owned();
        (text, repairs.0)
    }

    #[test]
    fn references() {
        assert_eq!(mended("a &amp;&lt;&gt;&quot;&apos; b").0, "a &<>\"' b");
        assert_eq!(mended("1&#10;2&#x41;&#230;"), ("1\n2Aæ".to_owned(), vec![]));
        assert_eq!(mended("plain"), ("plain".to_owned(), vec![]));
    }

    #[test]
    fn surrogates() {
        assert_eq!(
            mended("&#55357;&#56832;!"),
            ("😀!".to_owned(), vec![RepairKind::Surrogate])
        );
        assert_eq!(
            mended("&#xD83D;&#xDE00;"),
            ("😀".to_owned(), vec![RepairKind::Surrogate])
        );
        let lone = ("\u{fffd}x".to_owned(), vec![RepairKind::LoneSurrogate]);
        assert_eq!(mended("&#55357;x"), lone);
        assert_eq!(mended("&#56832;x"), lone);
    }

    #[test]
    fn illegal() {
        assert_eq!(mended("a&#0;b"), ("ab".to_owned(), vec![RepairKind::Nul]));
        assert_eq!(mended("&#1;").1, [RepairKind::IllegalCharacter]);
        assert_eq!(
            mended("R&D &nbsp; &#; &#99999999;").0,
            "R&D &nbsp; &#; \u{fffd}"
        );
        assert_eq!(mended("&").0, "&");
        assert_eq!(mended("&#+5;").0, "&#+5;");
    }
}
