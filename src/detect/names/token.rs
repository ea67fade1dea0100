//! Words and signs of a text, cut into segments. The trainer and the page use the same cuts, so
//! that a weight learned from a word is found again for it. Spans are bytes of the text given.
//! Not a linguist's tokeniser: abbreviations fall into letters and dots.

use crate::{detect::fold::is_letter, limits, text::ByteSpan};
use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, also with digits in it; hyphens and apostrophes between letters stay inside.
    Word,
    /// Digits and what joins them.
    Number,
    /// One sign.
    Sign,
    /// A link, a mail address or a profile: one piece, whatever is in it.
    Link,
}

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: ByteSpan,
    /// What it is.
    pub kind: Kind,
    /// True where no space stands before it.
    pub glued: bool,
}

/// All tokens of a text and the ranges of them that belong together: sentences and lines.
#[derive(Debug, Default)]
pub struct Tokens {
    /// In text order.
    pub tokens: Vec<Token>,
    /// Ranges of `tokens`, none empty, none overlapping.
    pub segments: Vec<Range<usize>>,
}

impl Tokens {
    /// Cuts `text`. Linear; never fails.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut cut = Cutter {
            text,
            links: memchr::memchr(b'@', bytes).is_some()
                || memchr::memmem::find(bytes, b"://").is_some()
                || memchr::memmem::find(bytes, b"www.").is_some(),
            found: Tokens {
                tokens: Vec::with_capacity(text.len() / 4 + 1),
                segments: Vec::with_capacity(4),
            },
            first: 0,
        };
        cut.run();
        cut.found
    }
}

struct Cutter<'a> {
    text: &'a str,
    /// A link may stand somewhere.
    links: bool,
    found: Tokens,
    /// First token of the running segment.
    first: usize,
}

/// Words before a dot that seldom end a sentence.
const ABBREVIATED: &[&str] = &[
    "dr", "hr", "fr", "frk", "nr", "kl", "tlf", "tel", "ca", "bl", "mr", "mrs", "ms", "prof",
    "adv", "jur", "jr", "sr", "st", "skt", "sct", "chr", "joh", "fru", "red", "inkl", "ekskl",
    "exkl", "mob", "adr", "f", "d", "t", "s", "vs", "ang", "vedr", "jf", "jfr", "pga", "dvs",
    "kpt", "kapt", "capt", "cpt", "brig", "col", "lt", "gen", "sgt", "rev", "cllr", "oblt", "insp",
    "adj", "ass", "avd", "afd", "dipl", "ing", "lic", "mag", "fil", "advokat",
];

impl Cutter<'_> {
    fn run(&mut self) {
        let text = self.text;
        let mut at = 0;
        let mut glued = false;
        while let Some(c) = char_at(text, at) {
            let start = at;
            match c {
                ' ' => {
                    at += 1;
                    glued = false;
                    continue;
                }
                '\n' => {
                    self.end_segment();
                    at += 1;
                    glued = false;
                    continue;
                }
                c if c.is_whitespace() => {
                    at += c.len_utf8();
                    glued = false;
                    continue;
                }
                c if self.links && !glued && is_chunk_start(c) && self.link(at) > at => {
                    at = self.link(at);
                    self.push(start, at, Kind::Link, glued);
                }
                c if c.is_alphanumeric() => {
                    let (end, kind) = self.word(at);
                    at = end;
                    self.push(start, at, kind, glued);
                }
                c => {
                    at += c.len_utf8();
                    self.push(start, at, Kind::Sign, glued);
                    if matches!(c, '.' | '!' | '?' | '…') {
                        self.maybe_end(c, at);
                    }
                }
            }
            glued = true;
            if self.found.tokens.len() - self.first >= limits::NAME_SEGMENT_TOKENS {
                self.end_segment();
            }
        }
        self.end_segment();
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind, glued: bool) {
        self.found.tokens.push(Token {
            span: ByteSpan::new(start as u32, end as u32),
            kind,
            glued,
        });
    }

    fn end_segment(&mut self) {
        let upto = self.found.tokens.len();
        if upto > self.first {
            self.found.segments.push(self.first..upto);
        }
        self.first = upto;
    }

    /// Ends the segment behind a full stop where a new sentence follows.
    fn maybe_end(&mut self, sign: char, at: usize) {
        let rest = self.text.get(at..).unwrap_or_default();
        let mut ahead = rest.chars();
        if !ahead.next().is_none_or(char::is_whitespace) {
            return;
        }
        if sign == '.' {
            let before = self.found.tokens.len().checked_sub(2);
            let before = before.filter(|at| *at >= self.first);
            if let Some(last) = before.and_then(|at| self.found.tokens.get(at)) {
                let word = last.span.of(self.text).unwrap_or_default();
                let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
                let short = word.len() <= 7
                    && ABBREVIATED
                        .iter()
                        .any(|short| word.eq_ignore_ascii_case(short));
                let ordinal = last.kind == Kind::Number
                    && !ahead
                        .find(|c| !c.is_whitespace())
                        .is_some_and(char::is_uppercase);
                if initial || short || ordinal {
                    return;
                }
            }
        }
        self.end_segment();
    }

    /// End of a word or number that starts at `at`.
    fn word(&self, at: usize) -> (usize, Kind) {
        let mut end = at;
        let mut letters = false;
        let mut next = char_at(self.text, at);
        while let Some(c) = next {
            let behind = end + c.len_utf8();
            next = char_at(self.text, behind);
            if c.is_ascii_lowercase() || is_letter(c) {
                letters = true;
            } else if !c.is_alphanumeric() {
                let inside = match c {
                    '-' | '\'' | '’' | '\u{2011}' => letters && next.is_some_and(is_letter),
                    ',' | '.' | ':' => !letters && next.is_some_and(|c| c.is_ascii_digit()),
                    _ => false,
                };
                if !inside {
                    break;
                }
            }
            end = behind;
        }
        let kind = if letters { Kind::Word } else { Kind::Number };
        (end, kind)
    }

    /// End of a link, mail address or profile that starts at `at`, or `at`.
    fn link(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default().as_bytes();
        let rest = rest
            .get(..limits::NAME_LINK_BYTES.min(rest.len()))
            .unwrap_or_default();
        let mut signs = false;
        let mut length = 0;
        for byte in rest {
            match byte {
                b' ' | b'\n' | b'\t' | b'<' | b'>' | b'"' | b',' | b';' | b'(' | b')' | b'['
                | b']' => break,
                b'@' | b'/' | b':' => signs = true,
                b'.' => signs |= rest.starts_with(b"www."),
                _ => {}
            }
            length += 1;
        }
        if !signs {
            return at;
        }
        let chunk = rest.get(..length).unwrap_or_default();
        let is_link = memchr::memmem::find(chunk, b"://").is_some()
            || chunk.starts_with(b"www.")
            || (chunk.first() == Some(&b'@') && chunk.len() > 2)
            || memchr::memchr(b'@', chunk).is_some_and(|sign| {
                memchr::memchr(b'.', chunk.get(sign..).unwrap_or_default()).is_some()
            });
        if !is_link {
            return at;
        }
        let mut end = at + length;
        while end > at + 1 && !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let trimmed = self.text.get(at..end).unwrap_or_default();
        at + trimmed.trim_end_matches(['.', ':', '!', '?']).len().max(1)
    }
}

/// The character that begins at `at`.
#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

fn is_chunk_start(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '@' || !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Vec<&str>> {
        let cut = Tokens::new(text);
        cut.segments
            .iter()
            .map(|range| {
                cut.tokens[range.clone()]
                    .iter()
                    .map(|token| token.span.of(text).unwrap())
                    .collect()
            })
            .collect()
    }

    #[test]
    fn cuts_words_signs_and_sentences() {
        assert_eq!(
            words("Hej Anna-Lise! Mvh J. O'Hara"),
            [
                vec!["Hej", "Anna-Lise", "!"],
                vec!["Mvh", "J", ".", "O'Hara"]
            ]
        );
        assert_eq!(
            words("skriv til a.b@example.org, kl. 10.30\n/Per"),
            [
                vec!["skriv", "til", "a.b@example.org", ",", "kl", ".", "10.30"],
                vec!["/", "Per"]
            ]
        );
        assert_eq!(
            words("den 3. maj. Tak"),
            [vec!["den", "3", ".", "maj", "."], vec!["Tak"]]
        );
        assert!(words(" \n ").is_empty());
    }

    #[test]
    fn long_segments_are_cut() {
        let text = "a ".repeat(3 * limits::NAME_SEGMENT_TOKENS);
        assert_eq!(Tokens::new(&text).segments.len(), 3);
    }
}
