//! Numbers that are spelled out in words: "nul et nul et ni nul …", "femten nul seks otteogtres",
//! "noll sju noll, ett sju fyra", "oh seven double seven". Danish, Swedish, Norwegian, Finnish and
//! English number words from 0 to 99, digits between them, and words for the dash. The words
//! become one [`Window`] that every number recogniser looks at. Hundreds and more are not read:
//! nobody spells an identifier that way.

use super::{
    digits::{Gap, Window},
    fold::{fold, is_letter},
};
use crate::text::ByteSpan;

/// Words that wake the reading, folded. The shortest ones ("en", "to", "ni") are left out: no
/// number consists of them alone.
pub(super) const WAKE: &[&str] = &[
    "nul",
    "null",
    "noll",
    "nolla",
    "zero",
    "double",
    "tre",
    "tva",
    "fire",
    "fyra",
    "fem",
    "seks",
    "sex",
    "syv",
    "sju",
    "otte",
    "atte",
    "atta",
    "nio",
    "kaksi",
    "kolme",
    "nelja",
    "viisi",
    "kuusi",
    "seitseman",
    "kahdeksan",
    "yhdeksan",
    "kaks",
    "kol",
    "nelj",
    "viis",
    "kuus",
    "seit",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "two",
    "tolv",
    "femten",
    "femton",
];
/// Waking words that must follow each other.
const CHAIN: usize = 3;
/// Bytes between the starts of two of them.
const STRIDE: usize = 28;
/// Fewest digits of a number that is spelled out.
const FEWEST: usize = 4;
/// Most digits: an account in twenty-four.
const MOST: usize = 20;
/// Bytes between two words of one number.
const GAP: usize = 3;
/// Words of one number.
const WORDS: usize = 28;
/// Bytes of the longest number word ("yhdeksankymmentayhdeksan" and its accents).
const LONGEST: usize = 40;

/// What one word of a spelled number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// One or two digits: the value, and how many digits it writes.
    Digits(u8, usize),
    /// "bindestreg", "streck", "dash".
    Dash,
    /// "double".
    Double,
}

/// Where chains of waking words begin, from the starts of all of them in order.
pub(super) fn chains(starts: &[u32]) -> Vec<u32> {
    let mut found = Vec::new();
    let mut first = 0;
    for at in 0..starts.len() {
        let near = |a: usize, b: usize| match (starts.get(a), starts.get(b)) {
            (Some(a), Some(b)) => (b.saturating_sub(*a) as usize) <= STRIDE,
            _ => false,
        };
        if at > 0 && !near(at - 1, at) {
            first = at;
        }
        if at + 1 - first == CHAIN
            && let Some(start) = starts.get(first)
        {
            found.push(*start);
        }
    }
    found
}

/// The number around the word at `at`, if there is one, and where its words end.
pub(super) fn read(text: &str, at: u32) -> Option<(Window, u32)> {
    let mut start = at as usize;
    // the chain may begin before its first waking word
    for _ in 0..WORDS {
        let head = text.get(..start)?;
        let bare = head.trim_end_matches(is_gap);
        let from = word_before(bare);
        let word = bare.get(from..)?;
        if head.len() - bare.len() > GAP || bare.len() == from || part(word).is_none() {
            break;
        }
        start = from;
    }
    let mut digits: Vec<u8> = Vec::with_capacity(MOST);
    let mut cuts = Vec::new();
    let (mut end, mut next) = (start, start);
    let mut double = false;
    let mut tens = false;
    for _ in 0..WORDS {
        let rest = text.get(next..)?;
        let length = word_at(rest);
        let word = rest.get(..length)?;
        let Some(read) = part(word) else { break };
        let before = digits.len();
        match read {
            Part::Dash if digits.is_empty() => break,
            Part::Dash => cuts.push((digits.len() as u8, Gap::Dash)),
            Part::Double => double = true,
            Part::Digits(value, 1) => {
                // "twenty five" is one pair
                match digits.last_mut() {
                    Some(last) if tens && value > 0 && !double => *last = value,
                    _ => digits.extend(std::iter::repeat_n(value, 1 + usize::from(double))),
                }
                double = false;
            }
            Part::Digits(value, _) => digits.extend([value / 10, value % 10]),
        }
        tens = matches!(read, Part::Digits(value, 2) if value >= 20 && value % 10 == 0)
            && word.ends_with(['y', 'Y']);
        if digits.len() > MOST {
            return None;
        }
        next += length;
        if digits.len() > before || matches!(read, Part::Digits(..)) {
            end = next;
        }
        let gap = text.get(next..)?;
        let bare = gap.trim_start_matches(is_gap);
        if gap.len() - bare.len() > GAP {
            break;
        }
        next += gap.len() - bare.len();
    }
    if digits.len() < FEWEST {
        return None;
    }
    let span = ByteSpan::new(start as u32, end as u32);
    Some((Window::spelled(span, &digits, &cuts)?, end as u32))
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | ',' | '.' | '-' | '\n' | '/' | ';')
}

/// Bytes of the word or the digits at the start of `text`.
fn word_at(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return digits;
    }
    text.chars()
        .take(LONGEST)
        .take_while(|c| is_letter(*c))
        .map(char::len_utf8)
        .sum()
}

/// Start of the word or the digits at the end of `text`.
fn word_before(text: &str) -> usize {
    let back = |fits: fn(char) -> bool| -> usize {
        text.chars()
            .rev()
            .take(LONGEST)
            .take_while(|c| fits(*c))
            .map(char::len_utf8)
            .sum()
    };
    let digits = back(|c| c.is_ascii_digit());
    text.len() - if digits > 0 { digits } else { back(is_letter) }
}

fn part(word: &str) -> Option<Part> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = word.parse().ok().filter(|value| *value < 100)?;
        return (word.len() <= 2).then_some(Part::Digits(value, word.len()));
    }
    let word = fold(word);
    match word.as_str() {
        "bindestreg" | "streg" | "bindestrek" | "strek" | "bindestreck" | "streck" | "viiva"
        | "valiviiva" | "dash" | "hyphen" | "minus" => return Some(Part::Dash),
        "double" | "dobbelt" | "dubbel" | "dobbel" | "tupla" => return Some(Part::Double),
        _ => {}
    }
    unit(&word)
        .map(|value| Part::Digits(value, 1))
        .or_else(|| pair(&word).map(|value| Part::Digits(value, 2)))
}

/// 0 to 9.
fn unit(word: &str) -> Option<u8> {
    Some(match word {
        "nul" | "null" | "noll" | "nolla" | "nol" | "zero" | "oh" | "nil" | "nulle" => 0,
        "en" | "et" | "ett" | "ein" | "ei" | "eit" | "yksi" | "yks" | "yy" | "one" => 1,
        "to" | "tva" | "kaksi" | "kaks" | "ka" | "two" => 2,
        "tre" | "kolme" | "kolm" | "kol" | "koo" | "three" => 3,
        "fire" | "fyra" | "nelja" | "nelj" | "nel" | "four" => 4,
        "fem" | "viisi" | "viis" | "vii" | "five" => 5,
        "seks" | "sex" | "kuusi" | "kuus" | "kuu" | "six" => 6,
        "syv" | "sju" | "seitseman" | "seitteman" | "seiska" | "seit" | "seven" => 7,
        "otte" | "atte" | "atta" | "kahdeksan" | "kaheksan" | "kasi" | "eight" => 8,
        "ni" | "nio" | "yhdeksan" | "yheksan" | "ysi" | "nine" => 9,
        _ => return None,
    })
}

/// 10 to 99.
fn pair(word: &str) -> Option<u8> {
    let teen = match word {
        "ti" | "tio" | "kymmenen" | "ten" => 10,
        "elleve" | "elva" | "yksitoista" | "eleven" => 11,
        "tolv" | "kaksitoista" | "twelve" => 12,
        "tretten" | "tretton" | "kolmetoista" | "thirteen" => 13,
        "fjorten" | "fjorton" | "neljatoista" | "fourteen" => 14,
        "femten" | "femton" | "viisitoista" | "fifteen" => 15,
        "seksten" | "sexton" | "kuusitoista" | "sixteen" => 16,
        "sytten" | "sjutton" | "seitsemantoista" | "seventeen" => 17,
        "atten" | "arton" | "aderton" | "kahdeksantoista" | "eighteen" => 18,
        "nitten" | "nitton" | "yhdeksantoista" | "nineteen" => 19,
        _ => 0,
    };
    if teen > 0 {
        return Some(teen);
    }
    if let Some(ten) = tens(word) {
        return Some(ten);
    }
    // Danish: "fireogtredive"; the unit stands first
    if let Some((one, ten)) = word.split_once("og")
        && let (Some(one), Some(ten)) = (unit(one), tens(ten))
    {
        return (one > 0).then_some(ten + one);
    }
    // Swedish, Norwegian, Finnish: "tjugofem", "trettifire", "kaksikymmentaviisi"
    word.char_indices().skip(3).find_map(|(at, _)| {
        let (ten, one) = word.split_at_checked(at)?;
        let (ten, one) = (tens(ten)?, unit(one)?);
        (one > 0).then_some(ten + one)
    })
}

fn tens(word: &str) -> Option<u8> {
    Some(match word {
        "tyve" | "tjugo" | "tjue" | "kaksikymmenta" | "twenty" => 20,
        "tredive" | "tredve" | "trettio" | "tretti" | "kolmekymmenta" | "thirty" => 30,
        "fyrre" | "fyrretyve" | "fyrtio" | "forti" | "neljakymmenta" | "forty" | "fourty" => 40,
        "halvtreds" | "halvtredsindstyve" | "femtio" | "femti" | "viisikymmenta" | "fifty" => 50,
        "tres" | "tresindstyve" | "sextio" | "seksti" | "kuusikymmenta" | "sixty" => 60,
        "halvfjerds" | "sjuttio" | "sytti" | "seitsemankymmenta" | "seventy" => 70,
        "firs" | "attio" | "atti" | "kahdeksankymmenta" | "eighty" => 80,
        "halvfems" | "nittio" | "nitti" | "yhdeksankymmenta" | "ninety" => 90,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Option<String> {
        read(text, 0).map(|(window, _)| window.text())
    }

    #[test]
    fn words_become_digits() {
        for (text, expected) in [
            ("nul et nul et ni nul fem fem fem fem", "0101905555"),
            (
                "femten nul seks otteogfirs tolv fireogtredive",
                "1506881234",
            ),
            (
                "noll sju noll, ett sju fyra noll sex noll fem",
                "0701740605",
            ),
            ("noll sju noll sjutton fyrtio sex noll fem", "0701740605"),
            (
                "nolla neljä nolla yksi kaks kol nel viis kuus seit",
                "0401234567",
            ),
            (
                "oh seven seven double oh nine double oh one two three",
                "07700900123",
            ),
            ("twenty twelve thirty-four fifty six", "20123456"),
            ("null en null ni åtti femten femtifem", "0109801555"),
        ] {
            assert_eq!(digits(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(digits("fem personer"), None);
    }

    #[test]
    fn chains_need_neighbours() {
        assert_eq!(chains(&[0, 10, 20, 30]), [0]);
        assert_eq!(chains(&[0, 10, 200, 210]), Vec::<u32>::new());
        assert_eq!(chains(&[0, 100, 110, 120]), [100]);
    }
}
