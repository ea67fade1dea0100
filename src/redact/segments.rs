//! Cuts a text into kept pieces and masks.

use super::Segment;
use crate::text::ByteSpan;

/// A place to mask, with the text that stands there afterwards.
pub(super) struct Cut {
    pub span: ByteSpan,
    pub label: String,
}

/// Endings that reveal grammar when they stay behind a mask: Nordic genitive and Finnish cases.
const ENDINGS: [&str; 17] = [
    "s", "n", "en", "in", "an", "än", "a", "ä", "lle", "lla", "llä", "lta", "ltä", "ssa", "ssä",
    "sta", "stä",
];

/// Masks the cuts of `text`; they may overlap and come in any order. Masks with the same label
/// merge when nothing but spaces or hyphens stands between them: the number of boxes would tell
/// how many words a name has.
pub(super) fn cut(text: &str, cuts: Vec<Cut>) -> Vec<Segment> {
    pieces(text, cuts)
        .into_iter()
        .map(|(span, label)| match label {
            Some(label) => Segment::Mask(label),
            None => Segment::Text(span.of(text).unwrap_or_default().to_owned()),
        })
        .collect()
}

/// The kept pieces (no label) and the masks of a text, in order.
pub(super) fn pieces(text: &str, mut cuts: Vec<Cut>) -> Vec<(ByteSpan, Option<String>)> {
    cuts.sort_by_key(|cut| (cut.span.start, std::cmp::Reverse(cut.span.end)));
    let mut merged: Vec<(usize, usize, String)> = Vec::new();
    for Cut { span, label } in cuts {
        let (mut start, end) = (span.start as usize, with_ending(text, span));
        if text.get(start..end).is_none() {
            continue;
        }
        if let Some((_, last_end, last_label)) = merged.last_mut() {
            let gap = text
                .get(*last_end..start.max(*last_end))
                .unwrap_or_default();
            if *last_label == label && gap.chars().all(joins) {
                *last_end = (*last_end).max(end);
                continue;
            }
            start = start.max(*last_end);
            if start >= end {
                continue;
            }
        }
        merged.push((start, end, label));
    }
    let mut pieces = Vec::new();
    let mut at = 0;
    let span = |start: usize, end: usize| ByteSpan::new(start as u32, end as u32);
    for (start, end, label) in merged {
        if at < start {
            pieces.push((span(at, start), None));
        }
        pieces.push((span(start, end), Some(label)));
        at = end;
    }
    if at < text.len() {
        pieces.push((span(at, text.len()), None));
    }
    pieces
}

fn joins(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}' | '\u{2011}' | '\u{ad}'
    ) || ('\u{200b}'..='\u{200f}').contains(&c)
}

/// End of a span with an attached ending (`Bos`, `Bo's`, `Hans'`, `Bo:n`).
fn with_ending(text: &str, span: ByteSpan) -> usize {
    let end = span.end as usize;
    let value = span.of(text).unwrap_or_default();
    if !value.chars().next_back().is_some_and(char::is_alphabetic) {
        return end;
    }
    let rest = text.get(end..).unwrap_or_default();
    let mark = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '\'' | '\u{2019}' | ':' | '\u{b4}'));
    let letters = rest
        .get(mark.map_or(0, char::len_utf8)..)
        .unwrap_or_default();
    let word: String = letters
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .take(5)
        .collect();
    if word.is_empty() {
        // A bare apostrophe after s, x, z is a genitive too.
        return match mark {
            Some(c) if c != ':' && value.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) => {
                end + c.len_utf8()
            }
            _ => end,
        };
    }
    if ENDINGS.contains(&word.to_lowercase().as_str()) {
        return end + mark.map_or(0, char::len_utf8) + word.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str, spans: &[(&str, &str)]) -> String {
        let cuts = spans
            .iter()
            .map(|(value, label)| {
                let start = text.find(value).unwrap();
                Cut {
                    span: ByteSpan::new(start as u32, (start + value.len()) as u32),
                    label: (*label).to_owned(),
                }
            })
            .collect();
        cut(text, cuts)
            .into_iter()
            .map(|segment| match segment {
                Segment::Text(text) | Segment::Mask(text) => text,
            })
            .collect()
    }

    #[test]
    fn endings_go_into_the_mask() {
        assert_eq!(masked("Det er Bos bil", &[("Bo", "[x]")]), "Det er [x] bil");
        assert_eq!(
            masked("Det er Bo's bil", &[("Bo", "[x]")]),
            "Det er [x] bil"
        );
        assert_eq!(masked("Hans\u{2019} bil", &[("Hans", "[x]")]), "[x] bil");
        assert_eq!(masked("Bo:n auto", &[("Bo", "[x]")]), "[x] auto");
        assert_eq!(masked("Bo: hej", &[("Bo", "[x]")]), "[x]: hej");
        assert_eq!(masked("Boss", &[("Bo", "[x]")]), "[x]ss");
    }

    #[test]
    fn neighbours_merge() {
        assert_eq!(
            masked("Bo Jensen her", &[("Jensen", "[x]"), ("Bo", "[x]")]),
            "[x] her"
        );
        assert_eq!(masked("Bo 12", &[("Bo", "[x]"), ("12", "[y]")]), "[x] [y]");
        assert_eq!(
            masked("abcdef", &[("abcd", "[x]"), ("cdef", "[y]")]),
            "[x][y]"
        );
        assert_eq!(
            masked("Bo\nJensen", &[("Bo", "[x]"), ("Jensen", "[x]")]),
            "[x]\n[x]"
        );
    }
}
