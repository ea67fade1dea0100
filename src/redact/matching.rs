//! Where a removed value still stands in a text: the rules shared by the gate (before) and by the
//! proof of the finished files (after).
//!
//! - Values of at least five characters: anywhere, whatever their case, composition, spaces,
//!   dashes and invisible characters ([`fold`]).
//! - Shorter ones: as whole words, as written or all in capitals ("Bo" is not "bo").
//! - Numbers of at least eight digits: also by their digits, across separators.
//! - Shorter numbers: as whole tokens, not inside dates, times and decimals.

use super::Removed;
use crate::text::{ByteSpan, fold_for_match};
use aho_corasick::{AhoCorasick, MatchKind};
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class, is_nfc};

/// Characters below which a value is searched as a whole word.
pub const SHORT_CHARS: usize = 5;
/// Digits from which a number is searched across separators.
pub const LONG_DIGITS: usize = 8;
/// Separators in a row that may stand inside a number.
const SEPARATORS: usize = 3;

/// A text in the form that is compared, with the way back.
#[derive(Debug, Default)]
pub struct Folded {
    /// Folded text.
    pub text: String,
    /// Original bytes (start, end) of each folded byte's character; empty where every byte stayed in
    /// its place.
    back: Vec<(u32, u32)>,
}

/// Folds a text and keeps the way back.
#[must_use]
pub fn fold(original: &str) -> Folded {
    if let Some(text) = fold_in_place(original) {
        return Folded {
            text,
            back: Vec::new(),
        };
    }
    let mut out = Folded::default();
    // Everything below U+0300 (lead byte 0xCC) is composed already (UAX #15).
    let plain = original.bytes().all(|byte| byte < 0xcc) || is_nfc(original);
    let mut chars = original.char_indices().peekable();
    let mut buffer = [0u8; 4];
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let marked = |(_, next): &(usize, char)| canonical_combining_class(*next) != 0;
        if c.is_ascii() && (plain || !chars.peek().is_some_and(marked)) {
            // The bulk of every text: no allocation.
            out.back.push((start as u32, end as u32));
            out.text.push(match c {
                '\t' | '\r' | '\u{b}' | '\u{c}' => ' ',
                c => c.to_ascii_lowercase(),
            });
            continue;
        }
        if plain && let Some(lower) = small_letter(c) {
            out.back.extend(std::iter::repeat_n(
                (start as u32, end as u32),
                lower.len_utf8(),
            ));
            out.text.push(lower);
            continue;
        }
        let folded = if plain {
            fold_for_match(c.encode_utf8(&mut buffer))
        } else {
            let mut cluster = String::from(c);
            while let Some((at, mark)) =
                chars.next_if(|(_, next)| canonical_combining_class(*next) != 0)
            {
                cluster.push(mark);
                end = at + mark.len_utf8();
            }
            fold_for_match(&cluster.nfc().collect::<String>())
        };
        out.back.extend(std::iter::repeat_n(
            (start as u32, end as u32),
            folded.len(),
        ));
        out.text.push_str(&folded);
    }
    out
}

/// Folds a text of plain letters, which is nearly every one: no byte moves. `None` for others.
fn fold_in_place(original: &str) -> Option<String> {
    let mut text = String::with_capacity(original.len());
    for c in original.chars() {
        text.push(match c {
            '\t' | '\r' | '\u{b}' | '\u{c}' => ' ',
            c if c.is_ascii() => c.to_ascii_lowercase(),
            c => small_letter(c).filter(|lower| lower.len_utf8() == c.len_utf8())?,
        });
    }
    Some(text)
}

/// The folded form of a letter of Latin-1 or Latin Extended-A and -B where that is one letter: what
/// [`fold_for_match`] gives, without its strings.
fn small_letter(c: char) -> Option<char> {
    if !('\u{c0}'..='\u{24f}').contains(&c) {
        return None;
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) => Some(lower),
        _ => None,
    }
}

impl Folded {
    fn original(&self, start: usize, end: usize) -> ByteSpan {
        if self.back.is_empty() {
            return ByteSpan::new(start as u32, end as u32);
        }
        let first = self.back.get(start).map_or(0, |b| b.0);
        let last = end
            .checked_sub(1)
            .and_then(|at| self.back.get(at))
            .map_or(first, |b| b.1);
        ByteSpan::new(first, last.max(first))
    }
}

/// One value that was removed, as it is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Rule {
    /// Folded text, anywhere.
    Anywhere,
    /// Folded text as a whole token; the written forms that count.
    Token(Vec<String>),
}

/// A place where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Position in the list that the searcher was made from.
    pub value: usize,
    /// In bytes of the searched text.
    pub span: ByteSpan,
}

/// Searches many values in one pass.
pub struct Searcher {
    texts: Option<AhoCorasick>,
    rules: Vec<(usize, Rule)>,
    digits: Option<AhoCorasick>,
    digit_values: Vec<usize>,
}

impl Searcher {
    /// A searcher for these values. Empty forms are left out.
    #[must_use]
    pub fn new(removed: &[Removed]) -> Self {
        let mut needles: Vec<String> = Vec::new();
        let mut rules = Vec::new();
        let mut digit_needles: Vec<String> = Vec::new();
        let mut digit_values = Vec::new();
        for (value, removed) in removed.iter().enumerate() {
            for form in &removed.forms {
                let folded = fold_for_match(form).trim().to_owned();
                if folded.is_empty() {
                    continue;
                }
                let digits = digits_of(&folded);
                if is_number(&folded) && digits.len() >= LONG_DIGITS {
                    for digits in number_forms(removed, &digits) {
                        digit_needles.push(digits);
                        digit_values.push(value);
                    }
                    continue;
                }
                let rule = if is_number(&folded) || folded.chars().count() < SHORT_CHARS {
                    let written = form.trim().to_owned();
                    let capitals = written.to_uppercase();
                    Rule::Token(vec![written, capitals])
                } else {
                    Rule::Anywhere
                };
                needles.push(folded);
                rules.push((value, rule));
            }
        }
        Self {
            texts: automaton(&needles),
            rules,
            digits: automaton(&digit_needles),
            digit_values,
        }
    }

    /// True when there is nothing to search.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.digit_values.is_empty()
    }

    /// All places in a text, in order, at most one per value and place.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        if self.is_empty() || text.is_empty() {
            return hits;
        }
        let folded = fold(text);
        if let Some(texts) = &self.texts {
            for found in texts.find_overlapping_iter(&folded.text) {
                let Some((value, rule)) = self.rules.get(found.pattern().as_usize()) else {
                    continue;
                };
                let span = folded.original(found.start(), found.end());
                let stands = match rule {
                    Rule::Anywhere => true,
                    Rule::Token(written) => {
                        whole_token(&folded.text, found.start(), found.end())
                            && span
                                .of(text)
                                .is_some_and(|found| written.iter().any(|w| same_written(w, found)))
                    }
                };
                if stands {
                    hits.push(Hit {
                        value: *value,
                        span,
                    });
                }
            }
        }
        if self.digits.is_some() {
            self.find_digits(&folded, &mut hits);
        }
        hits.sort_unstable_by_key(|hit| (hit.span, hit.value));
        hits.dedup();
        hits
    }

    fn find_digits(&self, folded: &Folded, hits: &mut Vec<Hit>) {
        if !folded.text.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        let mut run = String::new();
        let mut places: Vec<usize> = Vec::new();
        let mut separators = 0;
        for (at, byte) in folded.text.bytes().enumerate() {
            let c = char::from(byte);
            if c.is_ascii_digit() {
                run.push(c);
                places.push(at);
                separators = 0;
            } else if run.is_empty() {
            } else if is_separator(c) && separators < SEPARATORS {
                separators += 1;
            } else {
                self.find_in_run(folded, &run, &places, hits);
                run.clear();
                places.clear();
                separators = 0;
            }
        }
        self.find_in_run(folded, &run, &places, hits);
    }

    fn find_in_run(&self, folded: &Folded, run: &str, places: &[usize], hits: &mut Vec<Hit>) {
        let Some(digits) = &self.digits else { return };
        if run.len() < LONG_DIGITS {
            return;
        }
        for found in digits.find_overlapping_iter(run) {
            let (Some(value), Some(first), Some(last)) = (
                self.digit_values.get(found.pattern().as_usize()),
                places.get(found.start()),
                places.get(found.end().saturating_sub(1)),
            ) else {
                continue;
            };
            hits.push(Hit {
                value: *value,
                span: folded.original(*first, last + 1),
            });
        }
    }
}

fn automaton(needles: &[String]) -> Option<AhoCorasick> {
    if needles.is_empty() {
        return None;
    }
    AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(needles)
        .ok()
}

fn same_written(written: &str, found: &str) -> bool {
    written == found || written.nfc().eq(found.nfc()) || is_number(found)
}

/// Digits of a text.
#[must_use]
pub fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// True for a text of digits and separators only.
#[must_use]
pub fn is_number(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || is_separator(c))
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '+')
}

/// The digits of a number, and shorter forms in which people write the same number: a phone
/// without its country code, a Swedish personal number without its century.
fn number_forms(removed: &Removed, digits: &str) -> Vec<String> {
    use crate::finding::Category as C;
    let mut forms = vec![digits.to_owned()];
    let mut add = |form: &str| {
        if form.len() >= LONG_DIGITS && !forms.iter().any(|known| known == form) {
            forms.push(form.to_owned());
        }
    };
    match removed.category {
        C::Phone => {
            let international = digits_of(&removed.key);
            for country in ["45", "46", "47", "358"] {
                if removed.key.starts_with('+')
                    && let Some(national) = international.strip_prefix(country)
                {
                    add(national);
                }
            }
            add(digits.trim_start_matches('0'));
        }
        C::SePersonnummer | C::SeSamordningsnummer if digits.len() == 12 => {
            add(digits.get(2..).unwrap_or_default());
        }
        _ => {}
    }
    forms
}

/// True when a match in folded text stands by itself: no letter or digit touches it, and a number
/// is no part of a date, time, decimal or version.
#[must_use]
pub fn whole_token(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let (previous, next) = (before.chars().next_back(), after.chars().next());
    if previous.is_some_and(char::is_alphanumeric) || next.is_some_and(char::is_alphanumeric) {
        return false;
    }
    if !text.get(start..end).is_some_and(is_number) {
        return true;
    }
    let joins = |c: Option<char>| matches!(c, Some('.' | ',' | ':' | '-' | '/' | '+'));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joined_before = joins(previous) && digit(before.chars().rev().nth(1));
    let joined_after = joins(next) && digit(after.chars().nth(1));
    !joined_before && !joined_after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Category;

    fn removed(category: Category, key: &str, form: &str) -> Removed {
        Removed {
            category,
            key: key.into(),
            forms: vec![form.to_owned()],
        }
    }

    fn found(category: Category, form: &str, text: &str) -> Vec<String> {
        Searcher::new(&[removed(category, form, form)])
            .find(text)
            .into_iter()
            .map(|hit| hit.span.of(text).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn long_values_anywhere() {
        let p = Category::Person;
        assert_eq!(
            found(p, "Åse Østergård", "x ÅSE ØSTERGÅRD x"),
            ["ÅSE ØSTERGÅRD"]
        );
        assert_eq!(
            found(p, "Åse Ek", "A\u{30a}se\u{a0}Eks"),
            ["A\u{30a}se\u{a0}Ek"]
        );
        assert_eq!(found(p, "Jensen", "xJen\u{ad}senx"), ["Jen\u{ad}sen"]);
    }

    #[test]
    fn quick_folding_is_folding() {
        for c in ('\u{80}'..='\u{2ff}').chain("ßİŉǅﬁΣς😀\u{feff}\u{ad}".chars()) {
            let text = format!("a{c}b1");
            assert_eq!(fold(&text).text, fold_for_match(&text), "{c:?}");
        }
    }

    #[test]
    fn short_values_as_words() {
        let p = Category::Person;
        assert!(found(p, "Bo", "vi bo i Boden").is_empty());
        assert_eq!(found(p, "Bo", "hej Bo, BO!"), ["Bo", "BO"]);
        let otp = Category::OneTimeCode;
        assert!(found(otp, "2024", "2024-01-02 kl 20.24 12024").is_empty());
        assert_eq!(found(otp, "2024", "koden 2024."), ["2024"]);
    }

    #[test]
    fn long_numbers_across_separators() {
        let phone = |text: &str| {
            let all = [removed(Category::Phone, "+46701740605", "070-174 06 05")];
            Searcher::new(&all).find(text).len()
        };
        assert!(phone("ring +46 70 174 06 05 nu") > 0);
        assert!(phone("tel:0701740605") > 0);
        assert!(phone("0046701740605") > 0);
        assert_eq!(phone("0701740606"), 0);
        let se = found(
            Category::SePersonnummer,
            "18900101-9802",
            "nr 900101 9802 ok",
        );
        assert_eq!(se, ["900101 9802"]);
    }
}
