//! The encodings in which a removed value is searched. In decoded text: as it is (any case,
//! composition, spacing, digits across separators: [`super::matching`]), percent-, entity- and
//! backslash-escaped once more, base64 at its three alignments, hex, reversed. In raw bytes:
//! UTF-16 of both byte orders, and UTF-8 in pictures. Encodings are searched for values of at
//! least [`SHORT_CHARS`] characters: the encoded form of a shorter one would be anywhere.

use super::super::{
    Removed,
    matching::{LONG_DIGITS, SHORT_CHARS, Searcher, digits_of, is_number},
};
use crate::text::fold_for_match;
use aho_corasick::AhoCorasick;
use base64::{Engine, engine::general_purpose::STANDARD};
use std::{collections::BTreeSet, fmt::Write as _};

/// Bytes from which a value is searched in the compressed bytes of a picture.
const PICTURE_BYTES: usize = 8;

/// Many needles with the value that each belongs to.
struct Set {
    automaton: Option<AhoCorasick>,
    values: Vec<usize>,
    longest: usize,
}

impl Set {
    fn new(needles: BTreeSet<(Vec<u8>, usize)>, fold_ascii: bool) -> Self {
        let longest = needles.iter().map(|(needle, _)| needle.len()).max();
        let values = needles.iter().map(|(_, value)| *value).collect();
        let automaton = longest.and_then(|_| {
            AhoCorasick::builder()
                .ascii_case_insensitive(fold_ascii)
                .build(needles.iter().map(|(needle, _)| needle))
                .ok()
        });
        Self {
            automaton,
            values,
            longest: longest.unwrap_or_default(),
        }
    }

    fn find(&self, bytes: &[u8], found: &mut BTreeSet<usize>) {
        if let Some(automaton) = &self.automaton {
            for hit in automaton.find_overlapping_iter(bytes) {
                found.extend(self.values.get(hit.pattern().as_usize()));
            }
        }
    }
}

pub(super) struct Encodings {
    searcher: Searcher,
    base64: Set,
    hex: Set,
    reversed: Set,
    utf16: Set,
    bytes: Set,
}

impl Encodings {
    pub(super) fn new(removed: &[Removed]) -> Self {
        let [mut base64, mut hex, mut reversed, mut utf16, mut bytes] =
            [(); 5].map(|()| BTreeSet::new());
        for (value, removed) in removed.iter().enumerate() {
            for form in &removed.forms {
                let form = form.trim();
                if form.chars().count() < SHORT_CHARS {
                    continue;
                }
                let mut forms = vec![form.to_owned()];
                let digits = digits_of(form);
                if is_number(form) && digits.len() >= LONG_DIGITS && digits != form {
                    forms.push(digits);
                }
                for form in &forms {
                    for shift in 0..3 {
                        base64.insert((base64_core(form.as_bytes(), shift), value));
                    }
                    hex.insert((hex_of(form.as_bytes()).into_bytes(), value));
                    let backwards: String = fold_for_match(form).chars().rev().collect();
                    if backwards != fold_for_match(form) {
                        reversed.insert((backwards.into_bytes(), value));
                    }
                    let units = form.encode_utf16();
                    utf16.insert((units.clone().flat_map(u16::to_le_bytes).collect(), value));
                    utf16.insert((units.flat_map(u16::to_be_bytes).collect(), value));
                    if form.len() >= PICTURE_BYTES {
                        bytes.insert((form.as_bytes().to_vec(), value));
                    }
                }
            }
        }
        Self {
            searcher: Searcher::new(removed),
            base64: Set::new(base64, false),
            hex: Set::new(hex, true),
            reversed: Set::new(reversed, false),
            utf16: Set::new(utf16, false),
            bytes: Set::new(bytes, false),
        }
    }

    /// Values that stand in a decoded text.
    pub(super) fn find(&self, text: &str) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        self.find_plain(text, &mut found);
        if text.contains('%')
            && let Some(decoded) = percent_decoded(text)
        {
            self.find_plain(&decoded, &mut found);
        }
        if text.contains('&') {
            self.find_plain(&super::html::entities(text), &mut found);
        }
        if text.contains('\\')
            && let Some(decoded) = backslash_decoded(text)
        {
            self.find_plain(&decoded, &mut found);
        }
        found
    }

    fn find_plain(&self, text: &str, found: &mut BTreeSet<usize>) {
        found.extend(self.searcher.find(text).into_iter().map(|hit| hit.value));
        self.base64.find(text.as_bytes(), found);
        self.hex.find(text.as_bytes(), found);
        if self.reversed.automaton.is_some() {
            self.reversed.find(fold_for_match(text).as_bytes(), found);
        }
    }
}

/// The characters of a value's base64 that do not depend on its neighbours, when `shift` bytes
/// stand before it in its group of three.
fn base64_core(value: &[u8], shift: usize) -> Vec<u8> {
    let mut padded = vec![0; shift];
    padded.extend_from_slice(value);
    let encoded = STANDARD.encode(&padded).into_bytes();
    let first = (shift * 8).div_ceil(6);
    let last = padded.len() * 8 / 6;
    encoded.get(first..last).unwrap_or_default().to_vec()
}

fn hex_of(value: &[u8]) -> String {
    let mut out = String::with_capacity(value.len() * 2);
    for byte in value {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn percent_decoded(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = text.get(at + 1..at + 3);
        if *byte == b'%'
            && let Some(value) = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok())
        {
            out.push(value);
            at += 3;
        } else {
            out.push(if *byte == b'+' { b' ' } else { *byte });
            at += 1;
        }
    }
    Some(String::from_utf8_lossy(&out).into_owned())
}

fn backslash_decoded(text: &str) -> Option<String> {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    let mut buffer = [0; 2];
    while let Some(c) = rest.chars().next() {
        if c == '\\' {
            let code = rest
                .strip_prefix("\\u")
                .and_then(|tail| u16::from_str_radix(tail.get(..4)?, 16).ok());
            if let Some(code) = code {
                units.push(code);
                rest = rest.get(6..)?;
                continue;
            }
            let byte = rest
                .strip_prefix("\\x")
                .and_then(|tail| u16::from_str_radix(tail.get(..2)?, 16).ok());
            if let Some(byte) = byte {
                units.push(byte);
                rest = rest.get(4..)?;
                continue;
            }
            // Any other escape: the character itself.
            rest = rest.get(1..)?;
            continue;
        }
        units.extend_from_slice(c.encode_utf16(&mut buffer));
        rest = rest.get(c.len_utf8()..)?;
    }
    Some(String::from_utf16_lossy(&units))
}

/// Search in raw bytes that come in chunks.
pub(super) struct Raw {
    tail: Vec<u8>,
    picture: bool,
}

impl Raw {
    pub(super) fn new(picture: bool) -> Self {
        Self {
            tail: Vec::new(),
            picture,
        }
    }

    pub(super) fn feed(&mut self, encodings: &Encodings, bytes: &[u8]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        self.tail.extend_from_slice(bytes);
        encodings.utf16.find(&self.tail, &mut found);
        let mut longest = encodings.utf16.longest;
        if self.picture {
            encodings.bytes.find(&self.tail, &mut found);
            longest = longest.max(encodings.bytes.longest);
        }
        let keep = self.tail.len().saturating_sub(longest);
        self.tail.drain(..keep);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Category;

    fn finds(form: &str, text: &str) -> bool {
        let removed = [Removed {
            category: Category::Person,
            key: form.into(),
            forms: vec![form.to_owned()],
        }];
        !Encodings::new(&removed).find(text).is_empty()
    }

    #[test]
    fn base64_at_every_alignment() {
        for before in ["", "a", "ab", "abc"] {
            for after in ["", "x", "xy"] {
                let text = STANDARD.encode(format!("{before}Åse Østergård{after}"));
                assert!(finds("Åse Østergård", &text), "{text}");
            }
        }
    }

    #[test]
    fn other_encodings() {
        let name = "Åse Østergård";
        let percent: String = name.bytes().map(|b| format!("%{b:02X}")).collect();
        let json: String = name.encode_utf16().map(|u| format!("\\u{u:04x}")).collect();
        let entity: String = name
            .chars()
            .map(|c| format!("&#x{:x};", c as u32))
            .collect();
        let back: String = name.chars().rev().collect();
        for text in [
            percent,
            json,
            entity,
            back,
            hex_of(name.as_bytes()).to_uppercase(),
        ] {
            assert!(finds(name, &format!("x {text} y")), "{text}");
        }
        assert!(!finds(name, "noget helt andet &amp; 100 % \\ slut"));
    }

    #[test]
    fn utf16_across_chunks() {
        let removed = [Removed {
            category: Category::Person,
            key: "k".into(),
            forms: vec!["Jensen".into()],
        }];
        let encodings = Encodings::new(&removed);
        let bytes: Vec<u8> = "x Jensen y"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        let mut raw = Raw::new(false);
        let hits: usize = bytes.chunks(3).map(|c| raw.feed(&encodings, c).len()).sum();
        assert!(hits > 0);
    }
}
