//! The shadow text that detectors read: every kind of space, dash, digit and invisible character
//! in one plain form, with an exact map back to the original bytes.

use super::ByteSpan;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A normalised text and, for each of its bytes, where it came from.
///
/// - NBSP, thin, narrow and ideographic spaces, tab, CR, LF become one ASCII space each (LF stays
///   LF so that line starts are known);
/// - en dash, minus, non-breaking hyphen and the like become `-`;
/// - full-width, Arabic-Indic and other decimal digits become ASCII digits;
/// - soft hyphens, zero-width characters, direction marks and the BOM vanish;
/// - letters stay as they are (no case folding, no composition): see [`fold_for_match`].
#[derive(Debug, Clone)]
pub struct Normalised<'t> {
    text: Cow<'t, str>,
    /// `None` where the text is plain already.
    map: Option<Map>,
}

#[derive(Debug, Clone)]
struct Map {
    /// Original byte offset of each byte of the text, plus one final entry.
    back: Vec<u32>,
    /// Original end offset of the character that each byte of the text belongs to.
    back_end: Vec<u32>,
}

impl<'t> Normalised<'t> {
    /// Normalises `original`; a text that is plain already is not copied.
    #[must_use]
    pub fn new(original: &'t str) -> Self {
        if is_plain(original) {
            return Self {
                text: Cow::Borrowed(original),
                map: None,
            };
        }
        let mut text = String::with_capacity(original.len());
        let mut back = Vec::with_capacity(original.len() + 1);
        let mut back_end = Vec::with_capacity(original.len());
        for (at, c) in original.char_indices() {
            let Some(plain) = plain(c) else { continue };
            text.push(plain);
            for _ in 0..plain.len_utf8() {
                back.push(at as u32);
                back_end.push((at + c.len_utf8()) as u32);
            }
        }
        back.push(original.len() as u32);
        Self {
            text: Cow::Owned(text),
            map: Some(Map { back, back_end }),
        }
    }

    /// The normalised text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The original span of a normalised span. Invisible characters inside the span are inside
    /// the result, those at its edges are not.
    #[must_use]
    pub fn original(&self, span: ByteSpan) -> ByteSpan {
        let Some(map) = &self.map else {
            let end = span.end.min(self.text.len() as u32);
            let start = span.start.min(self.text.len() as u32);
            return ByteSpan::new(start, end.max(start));
        };
        let start = map
            .back
            .get(span.start as usize)
            .copied()
            .unwrap_or_default();
        let end = match (span.end as usize).checked_sub(1) {
            Some(last) if span.end > span.start => map.back_end.get(last).copied().unwrap_or(start),
            _ => start,
        };
        ByteSpan::new(start, end.max(start))
    }
}

/// True for a text of nothing but what [`plain`] leaves as it is: most of ASCII, letters of the
/// Latin script up to U+017F and most pictures. Others may be plain too.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    // all of them, without a branch: a few vector operations
    let differs = bytes.iter().fold(0, |differs, byte| {
        let space = matches!(byte, b'\t' | b'\r' | 0xb | 0xc);
        let letter = matches!(byte, 0..=0xbf | 0xc3..=0xc5);
        differs | u8::from(space | !letter)
    });
    if differs == 0 {
        return true;
    }
    // U+1F000 to U+1FFFF
    let picture = |at: usize| bytes.get(at) == Some(&0xf0) && bytes.get(at + 1) == Some(&0x9f);
    bytes
        .iter()
        .enumerate()
        .all(|(at, byte)| PLAIN.get(usize::from(*byte)) == Some(&true) || picture(at))
}

/// Bytes that stand in characters which stay as they are: letters of the Latin script begin with
/// C3, C4 and C5.
const PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < table.len() {
        table[at] = matches!(at as u8, 0..=0x7f | 0x80..=0xbf | 0xc3..=0xc5)
            && !matches!(at as u8, b'\t' | b'\r' | 0xb | 0xc);
        at += 1;
    }
    table
};

fn plain(c: char) -> Option<char> {
    Some(match c {
        '\n' => '\n',
        '\t'
        | '\r'
        | '\u{b}'
        | '\u{c}'
        | '\u{85}'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => ' ',
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' => return None,
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}'
        | '\u{2043}'
        | '\u{207b}' => '-',
        '\u{ff0b}' => '+',
        '\u{ff20}' | '\u{fe6b}' => '@',
        '\u{ff0e}' | '\u{2024}' => '.',
        '\u{ff1a}' => ':',
        '\u{ff0f}' | '\u{2044}' | '\u{2215}' => '/',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        _ if c.is_ascii() => c,
        _ => digit(c).unwrap_or(c),
    })
}

/// Decimal digits of the scripts that occur in Nordic phones, by the start of their block.
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 12] = [
        0xff10, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
        0x1040,
    ];
    let point = c as u32;
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&point))?;
    char::from_digit(point - zero, 10)
}

/// Case-folded, composed (NFC) text for comparing values: not for offsets.
#[must_use]
pub fn fold_for_match(text: &str) -> String {
    text.chars()
        .filter_map(plain)
        .flat_map(char::to_lowercase)
        .nfc()
        .collect()
}
