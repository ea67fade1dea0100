//! Cuts a text into sentences: at `!`, `?`, line breaks and full stops that are no abbreviation,
//! ordinal or decimal sign.

use crate::text::ByteSpan;

/// Ends of the sentences of a text.
#[derive(Debug)]
pub(super) struct Sentences {
    ends: Vec<u32>,
    len: u32,
}

/// Letters of the longest word that a full stop may shorten.
const SHORT: usize = 3;

impl Sentences {
    pub(super) fn new(text: &str) -> Self {
        let mut ends = Vec::new();
        let mut letters = 0_usize;
        for (at, c) in text.char_indices() {
            let end = (at + c.len_utf8()) as u32;
            match c {
                '\n' | '!' | '?' | '…' => ends.push(end),
                '.' => {
                    let rest = text.get(end as usize..).unwrap_or_default();
                    let spaced = rest.is_empty() || rest.starts_with([' ', '\u{a0}']);
                    let next = rest.trim_start().chars().next();
                    let goes_on = next.is_some_and(|c| c.is_ascii_digit())
                        || letters <= SHORT && next.is_some_and(char::is_lowercase)
                        || letters <= 1;
                    if spaced && !goes_on || rest.starts_with("..") {
                        ends.push(end);
                    }
                }
                _ => {}
            }
            letters = if c.is_alphanumeric() { letters + 1 } else { 0 };
        }
        Self {
            ends,
            len: text.len() as u32,
        }
    }

    /// The sentence that holds `at`.
    pub(super) fn around(&self, at: u32) -> ByteSpan {
        let next = self.ends.partition_point(|end| *end <= at);
        let start = next
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or_default();
        ByteSpan::new(start, self.ends.get(next).copied().unwrap_or(self.len))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_end_sentences_and_abbreviations_do_not() {
        let text = "Hun er syg. Kommer kl. 10, bl.a. pga. feber! ok";
        let sentences = Sentences::new(text);
        let of = |word: &str| {
            let at = text.find(word).unwrap() as u32;
            sentences.around(at).of(text).unwrap().trim()
        };
        assert_eq!(of("syg"), "Hun er syg.");
        assert_eq!(of("feber"), "Kommer kl. 10, bl.a. pga. feber!");
        assert_eq!(of("ok"), "ok");
    }
}
