//! Addresses with the number first: "221B Baker Street, London NW1 6XE".

use super::{
    WORD, key, starts_upper,
    town::{ends_sentence, place},
    words::LIVES,
};
use crate::{
    detect::{
        fold::{fold, is_letter},
        general::streets,
        score::Proposal,
        value::word_near,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// Bytes before an English address in which its flat is looked for.
const FLAT: usize = 32;

/// "12 High Street", "221B Baker Street, London NW1 6XE".
pub(super) fn before_street(view: &View<'_>, group: ByteSpan) -> Option<Proposal> {
    let text = view.from(group.end);
    let before = view.until(group.start);
    if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ':' | '/' | '-')) {
        return None;
    }
    let mut at = usize::from(text.starts_with(|c: char| c.is_ascii_alphabetic()));
    let mut words = 0;
    let mut upper = true;
    let mut found = None;
    while words < 4 {
        let body = text.get(at..)?.strip_prefix(' ')?;
        let length: usize = body
            .chars()
            .take(WORD)
            .take_while(|c| is_letter(*c) || *c == '\'')
            .map(char::len_utf8)
            .sum();
        let word = body.get(..length)?;
        if word.chars().count() < 2 {
            break;
        }
        let key = fold(word);
        upper &= starts_upper(word);
        at += 1 + length;
        words += 1;
        if words >= 2 && streets::is_english(&key) {
            found = Some((at, key));
            break;
        }
        if !starts_upper(word) && crate::detect::language::is_small(&key) {
            break;
        }
    }
    let (mut end, kind) = found?;
    let sure = matches!(
        kind.as_str(),
        "street"
            | "road"
            | "rd"
            | "avenue"
            | "lane"
            | "crescent"
            | "terrace"
            | "ave"
            | "mews"
            | "gardens"
            | "close"
    );
    let dot =
        text.get(end..)?.starts_with('.') && kind.len() <= 3 && !ends_sentence(text.get(end..)?);
    end += usize::from(dot);
    let (more, postcode, town) = place(text.get(end..)?, !upper);
    let mut start = group.start;
    // "Flat 3, 12 High Street"
    let mut cut = before.len().saturating_sub(FLAT);
    while !before.is_char_boundary(cut) {
        cut += 1;
    }
    let skipped = cut;
    let before = before.get(cut..).unwrap_or_default();
    if let Some(flat) = before
        .trim_end_matches([' ', ','])
        .rfind(['\n', '.', ';', ':'])
        .map_or(Some(0), |at| Some(at + 1))
    {
        let lead = before.get(flat..)?;
        let low = lead.to_ascii_lowercase();
        for word in ["flat ", "apt ", "apartment ", "unit "] {
            if let Some(at) = low.rfind(word)
                && lead.get(at + word.len()..).is_some_and(|rest| {
                    rest.trim_end_matches([' ', ',']).len() <= 4
                        && rest.starts_with(|c: char| c.is_ascii_alphanumeric())
                })
            {
                start = (skipped + flat + at) as u32;
            }
        }
    }
    let span = ByteSpan::new(start, group.end + (end + more) as u32);
    let lives = word_near(view, span, LIVES, 5, 3);
    let score = match (sure, upper, postcode || town, lives.is_some()) {
        (_, true, true, _) => 0.94,
        (true, true, ..) => 0.88,
        (true, false, _, true) => 0.85,
        (true, false, true, _) => 0.8,
        (true, false, ..) => 0.66,
        (false, true, _, true) => 0.85,
        (false, false, _, true) => 0.62,
        _ => 0.4,
    };
    Some(Proposal::certain(Category::Address, span, key(view.of(span)), score).why("street-form"))
}
