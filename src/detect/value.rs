//! From a label to its value: "pasnr. 123456789", "passet mitt har nummer …", "… er mit pasnummer".
//! The value is the first token with a digit behind the label in the same sentence, or the token
//! right before it.

use super::{
    fold::{fold, is_letter},
    shape,
    view::View,
};
use crate::text::ByteSpan;

/// Bytes of the longest word that is passed over.
const WORD: usize = 64;
/// Bytes from a label to its value.
const REACH: usize = 120;
/// Letters of the longest ending of a label: "…nummeret", "…numeroni".
const ENDING: usize = 12;

/// A place where a value begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    /// In the normalised text.
    pub at: u32,
    /// Words between label and value.
    pub words: usize,
}

/// The end of the label that begins with the mark ending at `end`: "pas" takes "passet", "pasnr",
/// "pasnummer", but not "pastor". `None` where it is another word.
pub(super) fn label_end(view: &View<'_>, end: u32) -> Option<u32> {
    let rest = view.from(end);
    let length: usize = rest
        .chars()
        .take(ENDING + 1)
        .take_while(|c| is_letter(*c))
        .map(char::len_utf8)
        .sum();
    let ending = fold(rest.get(..length).unwrap_or_default());
    let ending = ending.strip_prefix('s').unwrap_or(&ending);
    let known = matches!(
        ending,
        "" | "e"
            | "en"
            | "et"
            | "t"
            | "n"
            | "ens"
            | "ets"
            | "er"
            | "na"
            | "a"
            | "i"
            | "in"
            | "ni"
            | "ia"
            | "on"
            | "nro"
            | "no"
            | "nr"
            | "nrs"
            | "id"
            | "ene"
            | "han"
            | "si"
            | "ta"
    ) || ["nummer", "numret", "numero", "number", "tunnu", "numer"]
        .iter()
        .any(|stem| ending.starts_with(stem));
    known.then_some(end + length as u32)
}

/// The first token with a digit behind `at`, over at most `most` words without one.
pub(super) fn after(view: &View<'_>, at: u32, most: usize) -> Option<Value> {
    let text = view.from(at);
    let mut next = 0;
    let mut words = 0;
    let mut lines = 0;
    while next < REACH {
        let rest = text.get(next..)?;
        let gap = rest
            .find(|c: char| {
                !matches!(
                    c,
                    ' ' | '\n'
                        | ':'
                        | '='
                        | '('
                        | '['
                        | '"'
                        | '\''
                        | '#'
                        | '.'
                        | '-'
                        | ','
                        | '*'
                        | '“'
                        | '”'
                        | '»'
                        | '«'
                        | '|'
                        | ';'
                        | '>'
                )
            })
            .unwrap_or(rest.len());
        lines += rest.get(..gap)?.matches('\n').count();
        // the end of a sentence, not of an abbreviation
        let closed =
            words > 0 && rest.starts_with(['.', '!', '?']) && last_word_is_long(text.get(..next)?);
        let token = rest.get(gap..)?;
        let length = token.find(char::is_whitespace).unwrap_or(token.len());
        let word = token.get(..length)?;
        if word.is_empty() || lines > 1 || length > WORD {
            return None;
        }
        let place = Value {
            at: at + (next + gap) as u32,
            words,
        };
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return (!closed).then_some(place);
        }
        // "AB 12 345", "PP 1234567"
        let letters = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if letters
            && token
                .get(length + 1..)?
                .starts_with(|c: char| c.is_ascii_digit())
        {
            return Some(place);
        }
        if closed {
            return None;
        }
        let bare = word.trim_end_matches(['.', '!', '?', ':', ',', ')', ';']);
        let ends = word.len() > bare.len() && word.ends_with(['.', '!', '?']);
        if ends && bare.len() > 4 {
            return None;
        }
        words += 1;
        if words > most {
            return None;
        }
        next += gap + bare.len().max(1);
    }
    None
}

fn last_word_is_long(text: &str) -> bool {
    text.chars().rev().take_while(|c| is_letter(*c)).count() > 4
}

/// Words between a value and the label behind it.
const LINKS: &[&str] = &[
    "er", "ar", "on", "is", "som", "mit", "mitt", "min", "mina", "hans", "hendes", "hennes",
    "deres", "my", "the", "his", "her", "as", "dit", "ditt", "din", "det", "var", "was", "minun",
    "hanen", "med", "with", "has", "har",
];

/// The value of one of `shapes` that ends right before `start`, over words such as "er mit".
pub(super) fn before(view: &View<'_>, start: u32, shapes: &[&str]) -> Option<ByteSpan> {
    let mut end = view.until(start).trim_end_matches([' ', '(', '"']).len();
    for _ in 0..3 {
        let head = view.text.get(..end)?;
        let word: usize = head
            .chars()
            .rev()
            .take(WORD)
            .take_while(|c| is_letter(*c))
            .map(char::len_utf8)
            .sum();
        if word == 0 || !LINKS.contains(&fold(head.get(end - word..)?).as_str()) {
            break;
        }
        end = head.get(..end - word)?.trim_end_matches(' ').len();
    }
    let head = view.text.get(..end)?;
    let head = head.trim_end_matches([',', ':', '=', ')', '"']);
    if !head.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    // starts of up to four groups
    let mut best = None;
    for (tried, (at, c)) in head.char_indices().rev().take(WORD).enumerate() {
        let border = head
            .get(..at)
            .and_then(|left| left.chars().next_back())
            .is_none_or(|c| !c.is_alphanumeric());
        if tried > 24 || c == '\n' {
            break;
        }
        if border
            && c.is_ascii_alphanumeric()
            && shape::longest(view.text.get(at..)?, shapes) == Some(head.len() - at)
        {
            best = Some(ByteSpan::new(at as u32, head.len() as u32));
        }
    }
    best
}

/// Start of the ASCII letters that stand before `at`, over one space or dash at most.
pub(super) fn letters_before(text: &str, at: u32, most: usize) -> u32 {
    let head = text.get(..at as usize).unwrap_or_default();
    let bare = head.strip_suffix([' ', '-']).unwrap_or(head);
    let letters = bare
        .bytes()
        .rev()
        .take(most + 1)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let start = bare.len() - letters.min(bare.len());
    let border = bare
        .get(..start)
        .and_then(|left| left.chars().next_back())
        .is_none_or(|c| !is_letter(c) && !c.is_ascii_digit() && c != '_');
    if letters == 0 || letters > most || !border {
        at
    } else {
        start as u32
    }
}

/// The nearest word of `words` (folded; `*` matches any ending) within `back` words before and
/// `ahead` words behind `span`, on its line or the one before.
pub(super) fn word_near(
    view: &View<'_>,
    span: ByteSpan,
    words: &[&str],
    back: usize,
    ahead: usize,
) -> Option<String> {
    let all = view.words();
    let line = all.line(span.start);
    let fits = |key: &str| {
        words.iter().any(|word| match word.strip_suffix('*') {
            Some(stem) => key.starts_with(stem),
            None => key == *word,
        })
    };
    all.before(span.start)
        .take(back)
        .take_while(|word| line - all.line(word.span.start).min(line) <= 1)
        .chain(
            all.after(span.end)
                .take(ahead)
                .take_while(|word| all.line(word.span.start) == all.line(span.end)),
        )
        .find(|word| fits(&word.key))
        .map(|word| view.of(word.span).to_owned())
}
