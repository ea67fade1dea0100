//! Postcode, town and country behind a street or a box.

use super::{WORD, starts_upper, word_ahead};
use crate::detect::{
    fold::{fold, is_letter},
    general::streets,
};

/// True where a full stop ends the sentence: a capital follows, or nothing.
pub(super) fn ends_sentence(text: &str) -> bool {
    let rest = text.trim_start_matches('.').trim_start_matches(' ');
    rest.is_empty() || rest.starts_with('\n')
}

const COUNTRIES: &[&str] = &[
    "DK-", "SE-", "S-", "N-", "NO-", "FI-", "FIN-", "AX-", "IS-", "FO-", "GL-", "SF-",
];

/// Postcode and town at the start of `text`: bytes, whether there is a postcode, whether a town.
pub(super) fn place(text: &str, lower: bool) -> (usize, bool, bool) {
    let none = (0, false, false);
    let body = text.trim_start_matches([' ', ',', '\n', '.', ';', '-']);
    let gap = text.len() - body.len();
    let lead = text.get(..gap).unwrap_or_default();
    if gap == 0
        || gap > 4
        || lead.matches('\n').count() > 1
        || lead.contains("..")
        || lead.starts_with(". ")
    {
        return none;
    }
    let country = COUNTRIES
        .iter()
        .find(|code| body.starts_with(**code))
        .map_or(0, |code| code.len());
    let rest = body.get(country..).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let second = rest
        .get(digits..)
        .and_then(|rest| rest.strip_prefix(' '))
        .map_or(0, |rest| {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        });
    let code = match (digits, second) {
        (3, 2) => 6,
        (4 | 5, 0) => digits,
        (3, 0) => 3,
        _ => 0,
    };
    if code == 0 {
        return without_code(body, gap, lower);
    }
    let after = rest.get(code..).unwrap_or_default();
    let town_at = after.trim_start_matches([' ', ',']);
    let skipped = after.len() - town_at.len();
    let length = town(town_at, lower);
    if length > 0 && (1..=2).contains(&skipped) {
        let known = streets::is_town(&fold(
            town_at.get(..word_ahead(town_at)).unwrap_or_default(),
        ));
        if code == 3 && !known {
            return none;
        }
        return (gap + country + code + skipped + length, true, true);
    }
    // a bare postcode at the end: "Nørregade 12, 2200"
    let ends = after.is_empty() || after.starts_with(['\n', ',', ')', ';']) || after == ".";
    let year = digits == 4 && (rest.starts_with("19") || rest.starts_with("20"));
    if code > 3 && ends && lead.contains([',', '\n']) && !(year && country == 0) {
        return (gap + country + code, true, false);
    }
    none
}

/// ", Malmö"; ", Bjerge, 8000 Aarhus"; English town and postcode.
fn without_code(body: &str, gap: usize, lower: bool) -> (usize, bool, bool) {
    let length = town(body, lower);
    let name = body.get(..length).unwrap_or_default();
    let first = name.split([' ', '-']).next().unwrap_or_default();
    if length == 0 {
        let code = british(body);
        return if code > 0 {
            (gap + code, true, false)
        } else {
            (0, false, false)
        };
    }
    let rest = body.get(length..).unwrap_or_default();
    // a place before the postcode
    if starts_upper(name) && rest.starts_with([',', '\n']) {
        let next = rest.trim_start_matches([',', ' ', '\n']);
        if next.starts_with(|c: char| c.is_ascii_digit())
            || COUNTRIES.iter().any(|code| next.starts_with(code))
        {
            let (more, postcode, known) = place(rest, lower);
            if postcode {
                return (gap + length + more, true, known);
            }
        }
    }
    // ", Ipswich IP3 8QT", ", Leith, Edinburgh EH6 5AB"
    if starts_upper(name) {
        let more = rest.trim_start_matches([' ', ',']);
        let code = british(more);
        if code > 0 {
            return (gap + length + (rest.len() - more.len()) + code, true, true);
        }
        let next = town(more, false);
        if next > 0 && rest.starts_with(", ") {
            let tail = more.get(next..).unwrap_or_default();
            let last = tail.trim_start_matches([' ', ',']);
            let code = british(last);
            if code > 0 {
                let between = rest.len() - more.len() + next + (tail.len() - last.len());
                return (gap + length + between + code, true, true);
            }
        }
    }
    if streets::is_town(&fold(first)) || streets::is_town(&fold(name)) {
        let more = rest.trim_start_matches([' ', ',']);
        let code = british(more);
        let total = if code > 0 {
            length + (rest.len() - more.len()) + code
        } else {
            length
        };
        return (gap + total, code > 0, true);
    }
    (0, false, false)
}

/// A British postcode.
pub(super) fn british(text: &str) -> usize {
    [
        "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "AA9A 9AA", "A9A 9AA",
    ]
    .iter()
    .find_map(|shape| crate::detect::shape::fit(text, shape))
    .filter(|length| crate::detect::shape::is_upper(text.get(..*length).unwrap_or_default()))
    .unwrap_or(0)
}

/// Bytes of the town at the start of `text`.
pub(super) fn town(text: &str, lower: bool) -> usize {
    let length = word_ahead_dashed(text);
    let word = text.get(..length).unwrap_or_default();
    let key = fold(word);
    let letters = word.chars().count();
    let known = streets::is_town(key.split(' ').next().unwrap_or_default());
    if letters < 2
        || !(starts_upper(word)
            || known
            || lower && letters >= 4 && !crate::detect::language::is_small(&key))
    {
        return 0;
    }
    let mut end = length;
    for _ in 0..2 {
        let rest = text.get(end..).unwrap_or_default();
        let short = rest
            .strip_prefix(". ")
            .filter(|_| end == length && letters <= 4);
        let Some(body) = rest.strip_prefix(' ').or(short) else {
            break;
        };
        let more = word_ahead_dashed(body);
        let next = body.get(..more).unwrap_or_default();
        let part = matches!(
            next.to_uppercase().as_str(),
            "K" | "V"
                | "N"
                | "S"
                | "Ø"
                | "NV"
                | "SV"
                | "C"
                | "M"
                | "F"
                | "NØ"
                | "SØ"
                | "Ö"
                | "J"
                | "H"
        ) && (starts_upper(next) || lower && known);
        let second = end == length
            && starts_upper(next)
            && next.chars().count() > 1
            && streets::leads_town(&key);
        let short = end == length
            && matches!(next, "i")
            && starts_upper(body.get(2..).unwrap_or_default())
            && key == "mo";
        if part || second {
            end += rest.len() - body.len() + more;
        } else if short {
            end += 2 + 1 + word_ahead(body.get(2..).unwrap_or_default());
        }
        if !second {
            break;
        }
    }
    end
}

fn word_ahead_dashed(text: &str) -> usize {
    let length: usize = text
        .chars()
        .take(WORD)
        .take_while(|c| is_letter(*c) || *c == '-')
        .map(char::len_utf8)
        .sum();
    text.get(..length)
        .unwrap_or_default()
        .trim_end_matches('-')
        .len()
}
