//! Folded text for matching words and names whatever their case, accents or transliteration:
//! "Jørgensen", "JOERGENSEN" and the decomposed form are all "jorgensen". Works on normalised
//! text and maps back to it byte by byte. Too coarse for showing or for keys of numbers.

use crate::text::ByteSpan;
use std::sync::LazyLock;

/// True for a letter, a digit or a combining mark: what may not stand next to a whole word. The
/// letters of the Latin script stand in the ranges by themselves: the standard library searches.
#[inline]
pub(super) fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' => true,
        _ => c.is_alphanumeric() || is_mark(c),
    }
}

/// True for a letter or a combining mark.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' => true,
        _ => c.is_alphabetic() || is_mark(c),
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Folded text and where each of its bytes came from.
#[derive(Debug)]
pub(super) struct Folded {
    text: String,
    /// Where one byte does not stand for one byte, in order.
    cells: Vec<Cell>,
}

/// Bytes of the folded text that stand for other ones than their own number. Behind it, up to the
/// next cell, byte stands for byte.
#[derive(Clone, Copy, Debug)]
struct Cell {
    folded: u32,
    folded_end: u32,
    source: u32,
    source_end: u32,
}

/// ASCII characters in folded form.
const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut at = 0;
    while at < table.len() {
        let byte = at as u8;
        table[at] = match byte {
            b'\n' | b'-' | b'\t' | b'\r' => b' ',
            _ => byte.to_ascii_lowercase(),
        };
        at += 1;
    }
    table
};

/// True where the folded `byte` melts into the one before it.
#[inline]
const fn melts(last: u8, byte: u8) -> bool {
    match byte {
        b' ' => last == b' ',
        b'a' => last == b'a',
        b'e' => last == b'a' || last == b'o',
        _ => false,
    }
}

/// Bytes that are folded at once.
const MANY: usize = 8;

/// The folded form of so many bytes behind the folded byte `last`, where it is as long: all ASCII,
/// and none melts. Written without branches, so that it becomes a few vector operations.
#[inline(always)]
fn many(last: u8, bytes: &[u8; MANY]) -> Option<[u8; MANY]> {
    let plain = bytes.map(|byte| {
        let small = byte | u8::from(byte.is_ascii_uppercase()) << 5;
        let space = matches!(byte, b'\n' | b'-' | b'\t' | b'\r');
        if space { b' ' } else { small }
    });
    let mut before = [last; MANY];
    before[1..].copy_from_slice(&plain[..MANY - 1]);
    let mut differs = 0;
    for (byte, (plain, before)) in bytes.iter().zip(plain.iter().zip(before)) {
        let same = *plain == before && matches!(*plain, b' ' | b'a');
        let pair = *plain == b'e' && matches!(before, b'a' | b'o');
        differs |= byte & 0x80 | u8::from(same | pair);
    }
    (differs == 0).then_some(plain)
}

impl Folded {
    /// Folds normalised text.
    pub(super) fn new(source: &str) -> Self {
        // of the letters of a Nordic text every twenty-fifth is no ASCII
        let mut cells: Vec<Cell> = Vec::with_capacity(source.len() / 24);
        let mut text = Vec::with_capacity(source.len());
        run(source, &mut text, |cell| {
            if cell.folded < cell.folded_end {
                cells.push(cell);
                return;
            }
            // melts into the byte before it
            match cells.last_mut() {
                Some(last) if last.folded_end == cell.folded => last.source_end = cell.source_end,
                _ => {
                    let folded = cell.folded.saturating_sub(1);
                    let source = if cell.folded > 0 {
                        place(&cells, folded).0
                    } else {
                        cell.source
                    };
                    cells.push(Cell {
                        folded,
                        source,
                        ..cell
                    });
                }
            }
        });
        // made of whole characters only
        let text = String::from_utf8(text).unwrap_or_default();
        Self { text, cells }
    }

    /// The folded text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The span of the normalised text behind a span of the folded one.
    pub(super) fn back(&self, start: usize, end: usize) -> ByteSpan {
        let (first, _) = place(&self.cells, start as u32);
        let last = end
            .checked_sub(1)
            .map_or(first, |at| place(&self.cells, at as u32).1);
        ByteSpan::new(first, last.max(first))
    }
}

/// Start and end of the character behind a byte of the folded text.
fn place(cells: &[Cell], at: u32) -> (u32, u32) {
    let before = cells.partition_point(|cell| cell.folded <= at);
    match before.checked_sub(1).and_then(|last| cells.get(last)) {
        Some(cell) if at < cell.folded_end => (cell.source, cell.source_end),
        Some(cell) => {
            let start = cell.source_end + (at - cell.folded_end);
            (start, start + 1)
        }
        None => (at, at + 1),
    }
}

/// A text, word or name in folded form.
pub(super) fn fold(text: &str) -> String {
    let mut folded = Vec::with_capacity(text.len());
    fold_onto(text, &mut folded);
    // made of whole characters only
    String::from_utf8(folded).unwrap_or_default()
}

/// Adds the folded form of `text`, whole characters only, whatever stands in `folded` already.
pub(super) fn fold_onto(text: &str, folded: &mut Vec<u8>) {
    run(text, folded, |_| {});
}

/// Folds; tells of each character that is no single byte, and, with an empty folded part, of each
/// that melts into what stands before it.
#[inline]
fn run(text: &str, folded: &mut Vec<u8>, mut tell: impl FnMut(Cell)) {
    let bytes = text.as_bytes();
    let mut last = 0;
    let mut at = 0;
    // where the next look at many bytes at once is worth its while
    let mut retry = 0;
    while let Some(byte) = bytes.get(at).copied() {
        if at >= retry
            && let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk)
        {
            if let Some(plain) = many(last, chunk) {
                folded.extend_from_slice(&plain);
                last = plain[MANY - 1];
                at += MANY;
                continue;
            }
            retry = at + MANY;
        }
        let source = at as u32;
        let before = folded.len() as u32;
        if let Some(plain) = ASCII.get(usize::from(byte)).copied() {
            at += 1;
            if !melts(last, plain) {
                folded.push(plain);
                last = plain;
                continue;
            }
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                break;
            };
            at += c.len_utf8();
            if let Some(plain) = next(char::from(last), c) {
                if plain.is_ascii() {
                    last = plain as u8;
                    folded.push(last);
                } else {
                    // melts with nothing
                    last = 0;
                    let mut letter = [0; 4];
                    folded.extend_from_slice(plain.encode_utf8(&mut letter).as_bytes());
                }
            }
        }
        tell(Cell {
            folded: before,
            folded_end: folded.len() as u32,
            source,
            source_end: at as u32,
        });
    }
}

/// The folded form of the character at `at` behind the folded byte `last`, and its length in the
/// source; without a form where it melts into what stands before it.
#[inline]
pub(super) fn fold_at(text: &str, at: usize, last: u8) -> Option<(Option<char>, usize)> {
    let byte = text.as_bytes().get(at).copied()?;
    if let Some(plain) = ASCII.get(usize::from(byte)).copied() {
        return Some(((!melts(last, plain)).then_some(char::from(plain)), 1));
    }
    let c = text.get(at..)?.chars().next()?;
    Some((next(char::from(last), c), c.len_utf8()))
}

/// The folded form of `c` after `last`; `None` where it melts into what stands before it.
fn next(last: char, c: char) -> Option<char> {
    let plain = if c.is_ascii() {
        match c {
            ' ' | '\n' | '-' | '\t' | '\r' => ' ',
            _ => c.to_ascii_lowercase(),
        }
    } else if is_mark(c) {
        return None;
    } else if let Some(plain) = LATIN.get((c as usize).wrapping_sub(FIRST_LATIN)) {
        *plain
    } else {
        base(c.to_lowercase().next().unwrap_or(c))
    };
    match plain {
        ' ' if last == ' ' => None,
        'a' | 'e' if last == 'a' => None,
        'e' if last == 'o' => None,
        _ => Some(plain),
    }
}

/// First of the letters that [`LATIN`] holds.
const FIRST_LATIN: usize = 0xc0;

/// U+00C0 to U+017F in folded form.
static LATIN: LazyLock<Vec<char>> = LazyLock::new(|| {
    ('\u{c0}'..='\u{17f}')
        .map(|c| base(c.to_lowercase().next().unwrap_or(c)))
        .collect()
});

fn base(c: char) -> char {
    match c {
        'å' | 'ä' | 'æ' | 'à' | 'á' | 'â' | 'ã' | 'ā' | 'ą' => 'a',
        'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' | 'œ' | 'ő' => 'o',
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => 'e',
        'ü' | 'ú' | 'ù' | 'û' | 'ű' => 'u',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ý' | 'ÿ' => 'y',
        'ñ' | 'ń' => 'n',
        'ç' | 'č' | 'ć' => 'c',
        'š' | 'ś' | 'ş' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ğ' => 'g',
        '\u{a0}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_to_one_form() {
        for name in [
            "Jørgensen",
            "JOERGENSEN",
            "jørgensen",
            "Jörgensen",
            "Jo\u{308}rgensen",
        ] {
            assert_eq!(fold(name), "jorgensen", "{name}");
        }
        for name in ["Håkon", "Haakon", "Ha\u{30a}kon"] {
            assert_eq!(fold(name), "hakon", "{name}");
        }
        assert_eq!(fold("Anne-  Marie"), "anne marie");
    }

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for c in ('\0'..='\u{2ff}').chain('\u{370}'..='\u{ffff}') {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_word_char(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn many_bytes_fold_as_one_by_one() {
        let texts = [
            "En lang linje, UDEN noget\tsaerligt - men med  to mellemrum og aa og oe til sidst.",
            "Blaabaer aaaa eeee oeoeoe ae   x",
            "Ærø og Åse på Møn: 12-34\n\n--- kode",
            "abcdefg aabcdefg\u{30a}hijklmnopqr Œuvre",
        ];
        for text in texts {
            for from in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
                let text = &text[from..];
                let mut slow = String::new();
                let mut at = 0;
                while let Some((plain, length)) = fold_at(
                    text,
                    at,
                    slow.bytes().last().filter(u8::is_ascii).unwrap_or_default(),
                ) {
                    slow.extend(plain);
                    at += length;
                }
                assert_eq!(fold(text), slow);
                assert_eq!(Folded::new(text).as_str(), slow);
            }
        }
    }

    #[test]
    fn spans_map_back() {
        let text = "x Jo\u{308}rg-Åse";
        let folded = Folded::new(text);
        let at = folded.as_str().find("jorg a").unwrap();
        let span = folded.back(at, at + 4);
        assert_eq!(span.of(text), Some("Jo\u{308}rg"));
        let text = "\u{308}så  baad, Å!";
        let folded = Folded::new(text);
        assert_eq!(folded.as_str(), "sa bad, a!");
        for (part, source) in [
            ("sa", "så"),
            ("a b", "å  b"),
            ("bad,", "baad,"),
            ("a!", "Å!"),
        ] {
            let at = folded.as_str().find(part).unwrap();
            let span = folded.back(at, at + part.len());
            assert_eq!(span.of(text), Some(source));
        }
        assert_eq!(folded.back(0, 0), ByteSpan::new(2, 2));
    }
}
