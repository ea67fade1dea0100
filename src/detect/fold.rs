//! Folded text for matching words and names whatever their case, accents or transliteration:
//! "Jørgensen", "JOERGENSEN" and the decomposed form are all "jorgensen". Works on normalised
//! text and maps back to it byte by byte. Too coarse for showing or for keys of numbers.

use crate::text::ByteSpan;

/// True for a letter, a digit or a combining mark: what may not stand next to a whole word.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// True for a letter or a combining mark.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Folded text and where each of its bytes came from.
#[derive(Debug, Default)]
pub(super) struct Folded {
    text: String,
    start: Vec<u32>,
    end: Vec<u32>,
}

impl Folded {
    /// Folds normalised text.
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            start: Vec::with_capacity(text.len()),
            end: Vec::with_capacity(text.len()),
        };
        let mut last = '\0';
        for (at, c) in text.char_indices() {
            let end = (at + c.len_utf8()) as u32;
            let Some(plain) = next(last, c) else {
                if let Some(previous) = folded.end.last_mut() {
                    *previous = end;
                }
                continue;
            };
            last = plain;
            folded.text.push(plain);
            for _ in 0..plain.len_utf8() {
                folded.start.push(at as u32);
                folded.end.push(end);
            }
        }
        folded
    }

    /// The folded text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The span of the normalised text behind a span of the folded one.
    pub(super) fn back(&self, start: usize, end: usize) -> ByteSpan {
        let first = self.start.get(start).copied().unwrap_or_default();
        let last = end
            .checked_sub(1)
            .and_then(|at| self.end.get(at))
            .copied()
            .unwrap_or(first);
        ByteSpan::new(first, last.max(first))
    }
}

/// A word or name in folded form.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut last = '\0';
    for c in text.chars() {
        if let Some(plain) = next(last, c) {
            last = plain;
            folded.push(plain);
        }
    }
    folded
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
    fn spans_map_back() {
        let text = "x Jo\u{308}rg-Åse";
        let folded = Folded::new(text);
        let at = folded.as_str().find("jorg a").unwrap();
        let span = folded.back(at, at + 4);
        assert_eq!(span.of(text), Some("Jo\u{308}rg"));
    }
}
