//! Street addresses: a street by its ending ("Nørregade", "Sveavägen", "Kong Haakons gate",
//! "Mannerheimintie") or any capitalised name before number, postcode and town; number, letter, floor
//! and door, flat, postcode and town that follow are inside. English forms with the number first, post
//! boxes. Small letters too ("bor på nørregade 12 3tv"). A street without number and a town
//! with its postcode alone are no finding.

use super::streets::{self, Street};
use crate::{
    detect::{
        Detector,
        fold::{fold, is_letter},
        score::Proposal,
        value::word_near,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Address;

/// Words of one street's name.
const WORDS: usize = 4;
/// Bytes of one word.
const WORD: usize = 48;
/// Bytes before an English address in which its flat is looked for.
const FLAT: usize = 32;
/// Parts behind the number: letter, floor, door, flat.
const UNITS: usize = 5;

/// Words that say somebody lives or goes there, folded.
const LIVES: &[&str] = &[
    "bor",
    "bo",
    "boet",
    "bott",
    "bodd",
    "adresse*",
    "adress*",
    "boende",
    "bostad*",
    "bosat",
    "bosatt",
    "folkbokford*",
    "flyt*",
    "hemma",
    "hem",
    "hjem*",
    "hos",
    "hamta*",
    "hente*",
    "hent",
    "lever*",
    "sende",
    "send",
    "skicka*",
    "osoite*",
    "osoittee*",
    "asuu",
    "asun",
    "asuvat",
    "asuva",
    "asut",
    "asunut",
    "muut*",
    "lives",
    "live",
    "lived",
    "living",
    "address*",
    "home",
    "moved",
    "visit*",
    "opgang*",
    "uppgang*",
    "lejlighed*",
    "lagenhet*",
    "leilighet*",
    "asunto*",
    "nouta",
    "nouda",
    "kotiosoite*",
    "bopel*",
    "bopal*",
    "vagnummer",
    "kor",
    "korer",
    "ak",
    "aka",
    "vistas",
    "opholder",
    "oppholder",
    "naboen",
    "grannen",
    "port*",
    "mote",
    "moter",
    "modes",
    "ses",
    "besog*",
    "besok*",
];
/// Units of what a number counts.
const UNIT_WORDS: &[&str] = &[
    "km",
    "m",
    "meter",
    "metre",
    "kr",
    "kroner",
    "kronor",
    "min",
    "minutter",
    "minuter",
    "ar",
    "stk",
    "st",
    "personer",
    "gange",
    "ganger",
    "timer",
    "timmar",
    "dage",
    "dagar",
    "uger",
    "euroa",
    "euro",
    "kpl",
    "minuuttia",
    "sek",
    "dkk",
    "nok",
    "eur",
    "kg",
    "mio",
    "pct",
    "procent",
    "prosent",
    "t",
    "boliger",
    "lejligheder",
    "h",
];

impl Detector for Address {
    fn category(&self) -> Category {
        Category::Address
    }

    fn marks(&self) -> &'static [&'static str] {
        &[
            "box",
            "postboks",
            "postbox",
            "boks",
            "pl",
            "pb",
            "p.o. box",
            "po box",
            "p.o.box",
            "postilokero",
            "postb",
        ]
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        post_box(view, mark, out);
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        let mut done = 0;
        for group in &view.groups {
            if group.span.start < done || group.span.len() > 4 {
                continue;
            }
            let found = behind_street(view, group.span).or_else(|| before_street(view, group.span));
            if let Some(proposal) = found {
                done = proposal.span.end;
                out.push(proposal);
            }
        }
    }
}

/// Bytes of the letters (and inner signs) at the end of `text`.
fn word_back(text: &str) -> usize {
    text.chars()
        .rev()
        .take(WORD)
        .take_while(|c| is_letter(*c) || matches!(c, '-' | '\'' | '´'))
        .map(char::len_utf8)
        .sum()
}

/// Bytes of the letters at the start of `text`.
fn word_ahead(text: &str) -> usize {
    text.chars()
        .take(WORD)
        .take_while(|c| is_letter(*c))
        .map(char::len_utf8)
        .sum()
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The name of a street that ends where `text` ends.
struct Name {
    start: usize,
    kind: Option<Street>,
    capital: bool,
    words: usize,
}

fn name_back(text: &str) -> Option<Name> {
    let length = word_back(text);
    let from = text.len() - length;
    let last = text.get(from..)?.trim_start_matches(['-', '\'']);
    if last.chars().count() < 2 {
        return None;
    }
    let mut start = text.len() - last.len();
    // "Torgny Segerstedts-gatan": the last part decides
    let key = fold(last);
    let key = key.rsplit(' ').next().unwrap_or_default();
    let kind = streets::street(key);
    let lower_tie = key.ends_with("tie") && !key.ends_with("ntie") && kind == Some(Street::Vague);
    let kind = if lower_tie && !starts_upper(last) {
        None
    } else {
        kind
    };
    let capital = starts_upper(last);
    let mut words = 1;
    let mut named = false;
    let mut genitive = false;
    let mut upper = capital;
    while words < WORDS {
        let head = text.get(..start)?;
        let bare = head.strip_suffix(' ').unwrap_or(head);
        let dotted = bare.ends_with('.');
        let trimmed = bare.trim_end_matches('.');
        let length = word_back(trimmed);
        if length == 0 || head.len() == bare.len() && !dotted {
            break;
        }
        let word = trimmed.get(trimmed.len() - length..)?;
        let key = fold(word);
        let letters = word.chars().count();
        let first = trimmed.len() == length
            || trimmed
                .get(..trimmed.len() - length)?
                .trim_end_matches(' ')
                .ends_with(['.', '!', '?', '\n', ':']);
        let takes = if kind == Some(Street::Alone) && !named {
            // "Kong Haakons gate", "Store Torv", "hans tavsens gade"
            (starts_upper(word) || !capital && key.ends_with('s') && letters >= 4)
                && letters >= 2
                && !dotted
        } else if kind == Some(Street::Alone) && !dotted && words == 2 {
            // "Fridtjof Nansens vei"
            starts_upper(word) && !first && letters >= 3 && genitive
                || streets::leads_street(&key) && starts_upper(word) == upper
        } else if letters <= 3 && dotted {
            streets::leads_street(&key) || (letters == 1 && starts_upper(word))
        } else {
            !dotted
                && starts_upper(word) == upper
                && (streets::leads_street(&key) && (starts_upper(word) || letters > 3)
                    || key.ends_with('s') && starts_upper(word) && !first && letters >= 4)
        };
        if !takes {
            break;
        }
        named = true;
        genitive = key.ends_with('s');
        upper = starts_upper(word);
        start = trimmed.len() - length;
        words += 1;
    }
    if kind == Some(Street::Alone) && !named {
        return None;
    }
    // "Gl. Landevej": an everyday word behind "old"
    let kind = match kind {
        None if named && words > 1 && streets::is_everyday(key) => Some(Street::Clear),
        kind => kind,
    };
    let capital = starts_upper(text.get(start..)?);
    Some(Name {
        start,
        kind,
        capital,
        words,
    })
}

/// What follows a house number.
struct Tail {
    end: u32,
    units: usize,
    postcode: bool,
    town: bool,
}

/// "Nørregade 12 B, 3. tv., 1165 København K".
fn behind_street(view: &View<'_>, group: ByteSpan) -> Option<Proposal> {
    let before = view.until(group.start);
    let head = before
        .strip_suffix(' ')
        .or_else(|| before.strip_suffix('\n'))?;
    let head = [" nr.", " nr", " no.", " n:o", ","]
        .iter()
        .find_map(|word| head.strip_suffix(word))
        .unwrap_or(head);
    let name = name_back(head)?;
    if view.of(group).starts_with('0') || counted(view, group.end) {
        return None;
    }
    let year = group.len() == 4;
    let tail = tail(view, group.end, !name.capital);
    let start = care_of(view.until(name.start as u32)).unwrap_or(name.start);
    let span = ByteSpan::new(start as u32, tail.end);
    let placed = tail.postcode || tail.town;
    let lives = || word_near(view, span, LIVES, 5, 3);
    let (score, word) = match (name.kind, name.capital, placed || tail.units > 0) {
        (Some(Street::Clear | Street::Alone), true, true) => (0.95, None),
        (Some(Street::Clear | Street::Alone), true, false) if !year => match lives() {
            Some(word) => (0.95, Some(word)),
            None => (0.88, None),
        },
        (Some(Street::Clear | Street::Alone), false, _) if !year => {
            match (lives(), placed || tail.units > 0) {
                (word @ Some(_), _) => (0.9, word),
                (None, true) => (0.88, None),
                (None, false) => (0.72, None),
            }
        }
        (Some(Street::Vague), true, _) if tail.postcode => (0.94, None),
        (Some(Street::Vague), true, with) if !year => match (lives(), with) {
            (word @ Some(_), _) => (0.84, word),
            (None, true) => (0.8, None),
            (None, false) if placed_by(view, span) => (0.64, None),
            (None, false) if name.words > 1 => (0.5, None),
            (None, false) => (0.42, None),
        },
        (Some(Street::Vague), false, with) if !year => match (lives(), with) {
            (word @ Some(_), true) => (0.82, word),
            (None, true) if tail.postcode => (0.78, None),
            _ => return None,
        },
        // a farm, a street that is called otherwise: "Åsen 12, 4900 Tvedestrand"
        (None, true, _) if tail.postcode && tail.town => (0.82, None),
        (None, true, true) if !year && tail.units > 0 => {
            let word = lives()?;
            (0.7, Some(word))
        }
        _ => return None,
    };
    let mut proposal =
        Proposal::certain(Category::Address, span, key(view.of(span)), score).why("street-form");
    if tail.postcode {
        proposal = proposal.why("postcode");
    }
    if let Some(word) = word {
        proposal = proposal.why_word("context-before", &word);
    }
    Some(proposal)
}

/// True behind "ved", "på", "i": somebody is there.
fn placed_by(view: &View<'_>, span: ByteSpan) -> bool {
    view.words().before(span.start).next().is_some_and(|word| {
        matches!(
            word.key.as_str(),
            "ved" | "vid" | "pa" | "i" | "til" | "till" | "from" | "fra" | "fran" | "at"
        )
    })
}

/// Where "c/o Bremer, " in front of a street begins.
fn care_of(text: &str) -> Option<usize> {
    const LEAD: usize = 60;
    let bare = text.trim_end_matches([' ', ',', '\n']);
    let mut from = text.len().saturating_sub(LEAD);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let lead = text.get(from..)?;
    let at = lead
        .rfind("c/o ")
        .or_else(|| lead.rfind("C/O "))
        .or_else(|| lead.rfind("C/o "))?;
    let name = bare.get(from + at + 4..)?;
    let names = name.split(' ').count() <= 4 && !name.contains(['.', ',', '\n', ':']);
    (bare.len() < text.len() && names && !name.is_empty()).then_some(from + at)
}

fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// True where the number counts something or is part of a time, an amount or a date.
fn counted(view: &View<'_>, end: u32) -> bool {
    let rest = view.from(end);
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some(':' | '.' | ',' | '%' | '/'), Some(c)) if c.is_ascii_digit() => return true,
        (Some('%'), _) => return true,
        (Some('-'), Some(c)) if c.is_ascii_digit() => {
            // "12-14" is a house, "12-03-2024" a date
            let more = rest.get(1..).unwrap_or_default();
            let digits = more.bytes().take_while(u8::is_ascii_digit).count();
            return digits > 3 || more.get(digits..).is_some_and(|rest| rest.starts_with('-'));
        }
        _ => {}
    }
    let body = rest.trim_start_matches([' ', '-', '.']);
    if rest.len() == body.len() || rest.starts_with(". ") {
        return false;
    }
    let word = body.get(..word_ahead(body)).unwrap_or_default();
    // "3 t.v." and "12 st. th." are doors
    let door = body.get(word.len()..).is_some_and(|next| {
        next.starts_with(['.', ',']) || next.starts_with(" th") || next.starts_with(" tv")
    });
    UNIT_WORDS.contains(&fold(word).as_str()) && !(matches!(word, "st" | "t" | "h") && door)
}

/// Letter, floor, door, flat, postcode and town behind a house number.
fn tail(view: &View<'_>, at: u32, lower: bool) -> Tail {
    let text = view.from(at);
    let mut end = range(text);
    let stair = letter(text.get(end..).unwrap_or_default());
    end += stair;
    let mut units = 0;
    // "Mäntykuja 4 A 12"
    if stair > 0 {
        let flat = flat_number(text.get(end..).unwrap_or_default());
        units += usize::from(flat > 0);
        end += flat;
    }
    for _ in 0..UNITS {
        let rest = text.get(end..).unwrap_or_default();
        let Some(length) = unit(rest) else { break };
        units += 1;
        end += length;
    }
    let rest = text.get(end..).unwrap_or_default();
    let (length, postcode, town) = place(rest, lower);
    Tail {
        end: at + (end + length) as u32,
        units,
        postcode,
        town,
    }
}

/// "-14", "–3", "/5" behind a number.
fn range(text: &str) -> usize {
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
fn letter(text: &str) -> usize {
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
fn flat_number(text: &str) -> usize {
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
fn unit(text: &str) -> Option<usize> {
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

/// True where a full stop ends the sentence: a capital follows, or nothing.
fn ends_sentence(text: &str) -> bool {
    let rest = text.trim_start_matches('.').trim_start_matches(' ');
    rest.is_empty() || rest.starts_with('\n')
}

const COUNTRIES: &[&str] = &[
    "DK-", "SE-", "S-", "N-", "NO-", "FI-", "FIN-", "AX-", "IS-", "FO-", "GL-", "SF-",
];

/// Postcode and town at the start of `text`: bytes, whether there is a postcode, whether a town.
fn place(text: &str, lower: bool) -> (usize, bool, bool) {
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
fn british(text: &str) -> usize {
    [
        "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "AA9A 9AA", "A9A 9AA",
    ]
    .iter()
    .find_map(|shape| crate::detect::shape::fit(text, shape))
    .filter(|length| crate::detect::shape::is_upper(text.get(..*length).unwrap_or_default()))
    .unwrap_or(0)
}

/// Bytes of the town at the start of `text`.
fn town(text: &str, lower: bool) -> usize {
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

/// "12 High Street", "221B Baker Street, London NW1 6XE".
fn before_street(view: &View<'_>, group: ByteSpan) -> Option<Proposal> {
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

/// "Postboks 45, 0150 Oslo", "Box 123, 111 22 Stockholm", "PL 12, 00100 Helsinki".
fn post_box(view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
    let rest = view.from(mark.span.end);
    let body = rest.trim_start_matches(['.', ' ', ':']);
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let gap = rest.len() - body.len();
    if gap == 0 || gap > 3 || !(1..=5).contains(&digits) {
        return;
    }
    let word = view.of(mark.span);
    let end = gap + digits;
    let after = rest.get(end..).unwrap_or_default();
    if after.starts_with(|c: char| c.is_alphanumeric()) {
        return;
    }
    let (more, postcode, town) = place(after, !starts_upper(word));
    let clear = matches!(
        fold(word).as_str(),
        "postboks" | "postbox" | "p.o. box" | "po box" | "p.o.box" | "postilokero"
    );
    let score = match (clear, postcode && town, starts_upper(word)) {
        (_, true, true) => 0.93,
        (true, true, false) => 0.9,
        (false, true, false) => 0.7,
        (true, false, _) => 0.8,
        _ => 0.35,
    };
    let span = ByteSpan::new(mark.span.start, mark.span.end + (end + more) as u32);
    out.push(
        Proposal::certain(Category::Address, span, key(view.of(span)), score)
            .why("street-form")
            .why_if(postcode, "postcode"),
    );
}
