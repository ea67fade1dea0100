//! What looks like a person and is a firm, a street or a prize: "Hansen & Dahl AS", "Jensens
//! Bøfhus", "Martin Luther Kings Plads". Guide section 8.2, 6.

use super::{
    context::is,
    token::{Kind, Token},
    word::{Shape, Word},
};
use std::ops::Range;

const FIRMS: &[&str] = &[
    "ab",
    "as",
    "asa",
    "aps",
    "oy",
    "oyj",
    "ky",
    "tmi",
    "ltd",
    "limited",
    "inc",
    "llc",
    "llp",
    "plc",
    "gmbh",
    "hb",
    "kb",
    "ivs",
    "amba",
    "ans",
    "da",
    "nuf",
    "co",
    "corp",
    "group",
    "gruppen",
    "koncernen",
    "holding",
    "fonden",
    "stiftung",
    "stiftelsen",
    "stiftelse",
    "foundation",
    "legat",
    "institute",
    "instituttet",
    "institutet",
    "universitet",
    "university",
    "skole",
    "skola",
    "school",
    "koulu",
    "college",
    "hospital",
    "sygehus",
    "kirke",
    "kyrka",
    "church",
    "museum",
    "museet",
    "bøfhus",
    "auto",
    "bil",
    "bageri",
    "bakeri",
    "vvs",
    "byg",
    "bygg",
    "advokater",
    "advokatbyrå",
    "advokatfirma",
    "transport",
    "taxi",
    "hotel",
    "hotell",
    "restaurant",
    "restaurang",
    "pizzeria",
    "cafe",
    "café",
    "kiosk",
    "apotek",
    "ejendomme",
    "eiendom",
    "fastigheter",
    "plumbing",
    "bakery",
    "garage",
    "solicitors",
    "stadium",
    "arena",
    "prisen",
    "priset",
    "award",
    "prize",
    "cup",
    "begravelsesforretning",
    "begravningsbyrå",
    "konditori",
    "blomster",
    "frisør",
];

const WAYS: &[&str] = &[
    "vej",
    "gade",
    "allé",
    "alle",
    "plads",
    "torv",
    "stræde",
    "boulevard",
    "vænge",
    "park",
    "gata",
    "gatan",
    "väg",
    "vägen",
    "torg",
    "gränd",
    "plats",
    "gate",
    "vei",
    "veg",
    "plass",
    "street",
    "road",
    "lane",
    "avenue",
    "close",
    "square",
    "drive",
    "st",
    "rd",
    "ave",
    "katu",
    "tie",
    "kuja",
    "aukio",
    "polku",
    "bro",
    "bridge",
];

/// Endings of one-word streets.
const WAY_ENDINGS: &[&str] = &[
    "vej", "vejen", "gade", "gaden", "vägen", "gatan", "veien", "vegen", "gata", "katu", "kuja",
    "polku", "torget", "torvet", "pladsen", "platsen", "parken", "gränd", "stræde", "allén",
    "alléen",
];

/// The doubt about a span of tokens, as the id of its evidence.
pub fn doubt(
    text: &str,
    words: &[Word],
    tokens: &[Token],
    span: &Range<usize>,
) -> Option<&'static str> {
    let next = words.get(span.end);
    let after = words.get(span.end + 1);
    let within = |word: Option<&Word>, list: &[&str]| {
        word.is_some_and(|word| list.iter().any(|entry| is(word, entry)))
    };
    let capital = |word: Option<&Word>| {
        word.is_some_and(|word| !matches!(word.shape, Shape::Lower | Shape::Other))
    };
    let amid = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
    // "A/S", "& Søn AS", "Hansen AB"
    if within(next, FIRMS)
        && (capital(next) || words.iter().all(|word| !capital(Some(word))))
        && !amid(span.end)
    {
        return Some("looks-like-firm");
    }
    let slash = next.is_some_and(|word| is(word, "a")) && after.is_some_and(|word| is(word, "/"));
    if slash && words.get(span.end + 2).is_some_and(|word| is(word, "s")) {
        return Some("looks-like-firm");
    }
    // "Bjarne Nielsens Maskinudlejning A/S"
    let form = |at: usize| {
        words.get(at).is_some_and(|word| {
            ["ab", "as", "asa", "aps", "oy", "oyj", "ltd"]
                .iter()
                .any(|form| is(word, form))
                && word.shape != Shape::Lower
        }) || words.get(at).is_some_and(|word| is(word, "a"))
            && words.get(at + 1).is_some_and(|word| is(word, "/"))
            && words.get(at + 2).is_some_and(|word| is(word, "s"))
    };
    if capital(next) && !amid(span.end) && form(span.end + 1) {
        return Some("looks-like-firm");
    }
    if next.is_some_and(|word| is(word, "&")) && capital(after) {
        return Some("looks-like-firm");
    }
    if let Some(before) = span.start.checked_sub(1)
        && words.get(before).is_some_and(|word| is(word, "&"))
    {
        return Some("looks-like-firm");
    }
    if within(next, WAYS) && (capital(next) || after.is_some_and(|word| word.kind == Kind::Number))
    {
        return Some("looks-like-street");
    }
    let last = words.get(span.end.checked_sub(1)?)?;
    // "Ole Bulls plass", "Per Henrik Lings Allé"
    if within(next, WAYS) && last.lower.ends_with(&['s']) && span.len() > 1 {
        return Some("looks-like-street");
    }
    // "Hans Mules Gade", also where the last word is a surname as well
    let owned = span
        .end
        .checked_sub(2)
        .filter(|at| span.contains(at))
        .and_then(|at| words.get(at))
        .is_some_and(|word| word.lower.ends_with(&['s']) || word.lower.len() < 4);
    if span.len() > 1 && within(Some(last), WAYS) && (last.listed.surname == 0 || owned) {
        return Some("looks-like-street");
    }
    if span.len() > 1 && within(Some(last), FIRMS) {
        return Some("looks-like-firm");
    }
    // "Anders Zorn-utställningen"
    let written = tokens.get(span.end - 1)?.span.of(text).unwrap_or_default();
    if let Some((head, tail)) = written.rsplit_once('-')
        && head.starts_with(char::is_uppercase)
        && tail.starts_with(char::is_lowercase)
        && tail.len() > 3
    {
        return Some("looks-like-firm");
    }
    let street = WAY_ENDINGS.iter().any(|ending| {
        let length = ending.chars().count();
        last.lower.len() > length + 2
            && last
                .lower
                .get(last.lower.len() - length..)
                .is_some_and(|end| ending.chars().eq(end.iter().copied()))
    });
    // "Solvej" is a first name, "Solvej 4" is not
    let listed = last.listed.surname > 0 || last.listed.given > 0;
    if street && (next.is_some_and(|word| word.kind == Kind::Number) || !listed) {
        return Some("looks-like-street");
    }
    // inside a link or file name
    let ends = tokens.get(span.end - 1)?.span.end as usize;
    let rest = text.get(ends..).unwrap_or_default();
    (rest.starts_with(['_', '@', '=', '\\']) || rest.starts_with(".dk") || rest.starts_with(".se"))
        .then_some("looks-like-link")
}
