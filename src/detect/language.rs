//! A guess at the language of a message from its small words, to choose between two readings of
//! one number: DDMMYY-SSSS in Denmark, YYMMDD-NNNC in Sweden. Too coarse for anything else.

use super::{view::Words, wordmap::WordMap};
use std::sync::LazyLock;

/// Bytes in which letters of a language are looked for.
const LETTERS: usize = 1_000;
/// Words looked at per text.
const WORDS: usize = 60;

/// Language and its small words, folded. Danish and Norwegian share many: only the difference
/// between them decides.
const SMALL: &[(&str, &[&str])] = &[
    (
        "da",
        &[
            "og", "ikke", "jeg", "er", "til", "skal", "hun", "af", "hvad", "mig", "dig", "noget",
            "meget", "tak", "nej", "blev", "hvornar", "borger", "borgeren", "sagen", "fodt", "vil",
            "ogsa", "fra", "skriver", "bliver", "nogen", "mvh", "hendes", "mit", "dit", "bor",
        ],
    ),
    (
        "nb",
        &[
            "og", "ikke", "jeg", "er", "til", "skal", "hun", "av", "hva", "meg", "deg", "noe",
            "mye", "takk", "nei", "ble", "fodt", "vil", "ogsa", "fra", "skriver", "blir", "noen",
            "hennes", "mitt", "ditt", "hilsen", "bor", "ikkje", "eg",
        ],
    ),
    (
        "sv",
        &[
            "och", "inte", "jag", "att", "till", "fran", "ocksa", "ska", "vad", "bara", "ett",
            "hon", "mycket", "nagon", "tack", "idag", "imorgon", "nej", "mitt", "ditt", "hennes",
            "honom", "som", "funkar", "blir", "med", "bor", "maste", "dom", "vill",
        ],
    ),
    (
        "fi",
        &[
            "ja", "on", "ei", "se", "etta", "mina", "sina", "han", "kun", "niin", "kiitos", "oli",
            "ovat", "mutta", "myos", "tai", "olen", "hei", "moi", "minun", "sinun", "hanen",
        ],
    ),
    (
        "en",
        &[
            "the", "and", "is", "you", "my", "to", "of", "it", "this", "that", "please", "with",
            "are", "have", "was", "your", "her", "his",
        ],
    ),
];

/// The languages of each small word, one bit each.
static LANGUAGES: LazyLock<WordMap<u8>> = LazyLock::new(|| {
    let all = SMALL.iter().enumerate();
    let words = all.flat_map(|(at, (_, words))| words.iter().map(move |word| (*word, 1 << at)));
    WordMap::new(words, |one, other| one | other)
});

/// True for a small word of any of the languages, folded.
pub(super) fn is_small(word: &str) -> bool {
    LANGUAGES.holds(word)
}

/// Whether æ or ø, and whether ä or ö stand in a text, small or large.
fn letters(text: &str) -> (bool, bool) {
    let bytes = text.as_bytes();
    let (mut west, mut east) = (false, false);
    for at in memchr::memchr_iter(0xc3, bytes) {
        match bytes.get(at + 1) {
            Some(0xa6 | 0xb8 | 0x86 | 0x98) => west = true,
            Some(0xa4 | 0xb6 | 0x84 | 0x96) => east = true,
            _ => {}
        }
    }
    (west, east)
}

/// The language with the most small words and letters of its own, where one leads.
pub(super) fn guess<'w>(texts: impl Iterator<Item = (&'w Words, &'w str)>) -> Option<&'static str> {
    let mut counts = [0_u32; SMALL.len()];
    for (words, text) in texts {
        let text = text.get(..LETTERS).unwrap_or(text);
        let (west, east) = letters(text);
        for ((language, _), count) in SMALL.iter().zip(counts.iter_mut()) {
            *count += match *language {
                "da" | "nb" => u32::from(west),
                "sv" | "fi" => u32::from(east),
                _ => 0,
            };
        }
        for word in words.words.iter().take(WORDS) {
            let of = LANGUAGES.get(&word.key).unwrap_or_default();
            for (at, count) in counts.iter_mut().enumerate() {
                *count += u32::from(of >> at & 1);
            }
        }
    }
    let best = counts.iter().copied().max().filter(|best| *best > 0)?;
    let leaders: Vec<&str> = SMALL
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count == best)
        .map(|((language, _), _)| *language)
        .collect();
    match leaders[..] {
        // written the same: both prefer the day before the year
        [one] | [one @ "da", "nb"] => Some(one),
        _ => None,
    }
}

/// Messages of a thread that are looked at.
const MESSAGES: usize = 200;
/// Bytes of them.
const BYTES: usize = 16_000;

/// The language that most of a thread's messages are written in. Looks at the first ones only; the
/// same messages give the same language, however the work is cut.
pub fn thread_language<'t>(messages: impl Iterator<Item = &'t str>) -> Option<&'static str> {
    let mut votes = [0_u32; SMALL.len()];
    let mut bytes = 0;
    for text in messages.take(MESSAGES) {
        bytes += text.len();
        if bytes > BYTES {
            break;
        }
        let words = Words::new(text);
        let language = guess([(&words, text)].into_iter());
        let at = SMALL.iter().position(|(known, _)| Some(*known) == language);
        if let Some(vote) = at.and_then(|at| votes.get_mut(at)) {
            *vote += 1;
        }
    }
    let most = votes.iter().copied().max().filter(|most| *most >= 2)?;
    let mut leaders = SMALL.iter().zip(votes).filter(|(_, votes)| *votes == most);
    let ((first, _), _) = leaders.next()?;
    leaders.next().is_none().then_some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_decide() {
        let guess = |text: &str| guess([(&Words::new(text), text)].into_iter());
        assert_eq!(guess("borgeren er flyttet og skal ringe"), Some("da"));
        assert_eq!(guess("jag kommer inte till jobbet"), Some("sv"));
        assert_eq!(guess("hva er dette av noe"), Some("nb"));
        assert_eq!(guess("0101018877"), None);
    }
}
