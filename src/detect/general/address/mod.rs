//! Street addresses: a street by its ending ("Nørregade", "Sveavägen", "Kong Haakons gate",
//! "Mannerheimintie") or any capitalised name before number, postcode and town; number, letter, floor
//! and door, flat, postcode and town that follow are inside. English forms with the number first, post
//! boxes. Small letters too ("bor på nørregade 12 3tv"). A street without number and a town
//! with its postcode alone are no finding.

mod dwelling;
mod english;
mod post_box;
mod town;
mod words;

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

use dwelling::{flat_number, letter, range, unit};
use english::before_street;
use post_box::post_box;
use town::place;
use words::{LIVES, UNIT_WORDS};

/// See the module.
pub struct Address;

/// Words of one street's name.
const WORDS: usize = 4;
/// Bytes of one word.
const WORD: usize = 48;
/// Parts behind the number: letter, floor, door, flat.
const UNITS: usize = 5;

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
