//! What follows a house number: range, letter of the entrance, floor, door, flat.

use super::{town::ends_sentence, word_ahead};
use crate::detect::fold::fold;

/// "-14", "–3", "/5" behind a number.
pub(super) fn range(text: &str) -> usize {
    let Some(rest) = text
        .strip_prefix('-')
        .or_else(|| text.strip_prefix(" - "))
        .or_else(|| text.strip_prefix(['+', '/']))
    else {
        return 0;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let next = rest.get(digits..).unwrap_or_default();
    let clean = !next.starts_with(['.', ':', '-', '/']);
    if (1..=3).contains(&digits) && clean {
        text.len() - rest.len() + digits
    } else {
        0
    }
}

/// A letter of the entrance: "12A", "12 B", "12 b,".
pub(super) fn letter(text: &str) -> usize {
    let rest = text.strip_prefix(' ').unwrap_or(text);
    let spaced = rest.len() < text.len();
    let mut chars = rest.chars();
    let Some(first) = chars.next().filter(|c| c.is_alphabetic()) else {
        return 0;
    };
    let next = chars.next();
    let border = !next.is_some_and(|c| c.is_alphanumeric());
    let upper = first.is_ascii_uppercase();
    // "12 i Malmö": a word; "12 A" and "12 b," are letters
    let fits = match (spaced, upper) {
        (false, _) => border && first.is_ascii_alphabetic(),
        (true, true) => border && !matches!(next, Some('.')) && first != 'I',
        (true, false) => {
            border
                && first.is_ascii_lowercase()
                && !matches!(first, 'i' | 'o' | 'e' | 'm' | 'k' | 's' | 'v' | 'x')
                && (next.is_none()
                    || matches!(next, Some(',' | '\n'))
                    || rest.get(1..).is_some_and(|rest| unit(rest).is_some()))
        }
    };
    if fits {
        text.len() - rest.len() + first.len_utf8()
    } else {
        0
    }
}

/// " 12" behind the letter of a staircase.
pub(super) fn flat_number(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(' ') else {
        return 0;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let next = rest.get(digits..).and_then(|rest| rest.chars().next());
    let clean = !next.is_some_and(|c| c.is_alphanumeric() || matches!(c, ':' | '/' | '-'));
    if (1..=3).contains(&digits) && clean {
        1 + digits
    } else {
        0
    }
}

/// Words of a floor, a door, a flat; a number may stand before or behind.
const FLOORS: &[&str] = &[
    "sal", "etg", "etage", "etasje", "tr", "trappa", "trappor", "van", "vaning", "krs", "kerros",
    "floor", "tv", "th", "mf", "tr", "og", "nb", "vp", "hp",
];
const FLATS: &[&str] = &[
    "lgh",
    "lagenhet",
    "lejl",
    "lejlighed",
    "leil",
    "leilighet",
    "as",
    "asunto",
    "bst",
    "bostad",
    "dor",
    "vaer",
    "varelse",
    "rum",
    "flat",
    "apt",
    "apartment",
    "unit",
    "opg",
    "opgang",
    "uppg",
    "uppgang",
    "oppgang",
    "inng",
    "rappu",
    "ing",
    "lokal",
    "port",
    "box",
    "vaning",
    "van",
    "bolignr",
    "hus",
];
const DOORS: &[&str] = &[
    "tv", "th", "mf", "st", "kl", "kld", "stuen", "bv", "nb", "ug", "og", "og", "venstre", "hojre",
    "midtfor",
];

/// Bytes of one part of a flat's address with the sign before it.
pub(super) fn unit(text: &str) -> Option<usize> {
    let body = text.trim_start_matches([' ', ',', '.', '-', '/']);
    let gap = text.len() - body.len();
    if gap > 3 || text.get(..gap)?.contains("..") {
        return None;
    }
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        if gap == 0 || digits > 2 {
            return None;
        }
        // "3. tv", "3tv", "1. sal", "2 tr", "4. etg."
        let rest = body.get(digits..)?;
        let word_at = rest.trim_start_matches(['.', ' ']);
        let skipped = rest.len() - word_at.len();
        let length = word_ahead(word_at);
        let word = fold(word_at.get(..length)?);
        if skipped <= 2
            && (FLOORS.contains(&word.as_str()) || DOORS.contains(&word.as_str()) && word != "og")
        {
            let stop = usize::from(
                word_at.get(length..)?.starts_with('.')
                    && length <= 4
                    && !ends_sentence(word_at.get(length..)?),
            );
            return Some(gap + digits + skipped + length + stop);
        }
        // "3., 2800 Kongens Lyngby": a floor alone before the postcode
        if text.starts_with(',')
            && let Some(town) = rest.strip_prefix("., ")
            && town.bytes().take_while(u8::is_ascii_digit).count() >= 4
        {
            return Some(gap + digits + 1);
        }
        // "4. 12": floor and door numbers
        let door = rest
            .strip_prefix(". ")
            .map(|rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        return match door {
            Some(count @ 1..=3)
                if text.starts_with(',')
                    && !rest
                        .get(2 + count..)?
                        .starts_with(|c: char| c.is_alphanumeric() || c == '.') =>
            {
                Some(gap + digits + 2 + count)
            }
            _ => None,
        };
    }
    let length = word_ahead(body);
    let word = body.get(..length)?;
    let key = fold(word);
    let rest = body.get(length..)?;
    if gap > 0 || matches!(key.as_str(), "tv" | "th") {
        if FLATS.contains(&key.as_str()) {
            // "lgh 1102", "leil. H0201", "as 4", "opgang B"
            let value = rest.trim_start_matches(['.', ' ', ':']);
            let skipped = rest.len() - value.len();
            let count = value
                .bytes()
                .take(6)
                .take_while(u8::is_ascii_alphanumeric)
                .count();
            let code = value.get(..count)?;
            let numbered = code.bytes().any(|byte| byte.is_ascii_digit())
                || code.len() == 1 && code.bytes().all(|b| b.is_ascii_uppercase());
            return ((1..=3).contains(&skipped) && count > 0 && numbered)
                .then_some(gap + length + skipped + count);
        }
        if DOORS.contains(&key.as_str()) && word.len() <= 9 && key != "og" && key != "kl" {
            let stop = usize::from(rest.starts_with('.') && length <= 4 && !ends_sentence(rest));
            // "st" alone is a word of its own only behind a comma
            let alone = matches!(key.as_str(), "st" | "bv") && !text.starts_with([',', ' ']);
            return (!alone && !rest.starts_with(|c: char| c.is_alphanumeric()))
                .then_some(gap + length + stop);
        }
        // "H0201" in Norway, "A 3", "B12" in Finland
        let mut chars = word.chars();
        if let (Some(first), None) = (chars.next(), chars.next())
            && first.is_ascii_uppercase()
        {
            let value = rest.strip_prefix(' ').unwrap_or(rest);
            let count = value.bytes().take_while(u8::is_ascii_digit).count();
            let next = value.get(count..)?.chars().next();
            let clean = !next.is_some_and(char::is_alphanumeric);
            if (1..=4).contains(&count) && clean {
                return Some(gap + 1 + (rest.len() - value.len()) + count);
            }
            if count == 0 && text.starts_with(' ') && rest.starts_with([',', '\n']) {
                return Some(gap + 1);
            }
        }
    }
    None
}
