//! Swedish reserve numbers for people without a personal number: Stockholm (99, year, five digits,
//! Luhn), Västra Götaland (date, then K, M or X, two digits and a check), Värmland (date, S,
//! letter, digit, letter), Skåne (date and four characters with a letter), Inera's (year, month,
//! 32 to 59, three digits, Luhn) and the national format (22, 23 or 00, date, two letters). Inera
//! "Lokala Reservidn", CGI "Nationellt Reservidformat". Not every region's own rule is public:
//! such forms are found next to their label only.

use crate::{
    detect::{
        Detector,
        checksum::{is_date, luhn, number},
        digits::{Edge, Gap, Window, edge_after},
        score::Proposal,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Reservnummer;

/// Words of health care, where these numbers are given.
const CARE: &[&str] = &[
    "patient*",
    "journal*",
    "vard*",
    "akut*",
    "akuten",
    "remiss*",
    "labb*",
    "provsvar*",
    "avdelning*",
    "mottagning*",
    "oidentifierad*",
    "okand*",
];

impl Detector for Reservnummer {
    fn category(&self) -> Category {
        Category::SeReservnummer
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "reservnummer*",
            "reservnumret",
            "reservnr*",
            "reservid*",
            "reservidentitet*",
            "varanumero*",
            "nrid",
            "lrid",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        match digits.len() {
            8 => date_and_letters(view, window, out),
            12 => figures(view, window, out),
            _ => {}
        }
    }
}

fn figures(view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
    let digits = window.digits();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    if !window.cut_only_at(&[8]) || !window.gaps_are(&[Gap::Dash, Gap::Space]) {
        return;
    }
    let propose = |prior: f32, labelled: f32, right: bool| {
        Proposal::number(Category::SeReservnummer, window.span, window.text())
            .scores(prior, labelled)
            .why("kind-reserve")
            .checked(right)
    };
    let year = number(part(2, 6));
    if digits.starts_with(&[9, 9]) && (1980..2300).contains(&year) {
        // the region's own documents count the check from the fifth digit on
        let right = luhn(part(4, 12)) || luhn(part(2, 12)) || luhn(digits);
        let (prior, labelled) = if right { (0.68, 0.95) } else { (0.3, 0.82) };
        out.push(propose(prior, labelled, right));
    } else if (1900..2100).contains(&number(part(0, 4)))
        && (1..=12).contains(&number(part(4, 6)))
        && (32..=59).contains(&number(part(6, 8)))
    {
        let right = luhn(part(2, 12));
        let swedish = view.likely_lang() == Some("sv");
        let (prior, labelled) = match (right, swedish) {
            (true, true) => (0.62, 0.95),
            (true, false) => (0.45, 0.95),
            (false, _) => (0.1, 0.74),
        };
        out.push(propose(prior, labelled, right));
    }
}

/// Eight digits of a date, then four characters with at least one letter.
fn date_and_letters(view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
    let digits = window.digits();
    if !window.cuts().is_empty() && window.cuts() != [(4, Gap::Dash), (6, Gap::Dash)] {
        return;
    }
    let part = |from: usize, to: usize| digits.get(from..to).map_or(0, number);
    let rest = view.from(window.span.end);
    let sign = usize::from(rest.starts_with(['-', ' ']));
    let Some(tail) = rest.get(sign..sign + 4) else {
        return;
    };
    let letters = tail.bytes().filter(u8::is_ascii_alphabetic).count();
    let figures = tail.bytes().filter(u8::is_ascii_digit).count();
    let lower = tail.bytes().any(|byte| byte.is_ascii_lowercase());
    if letters == 0
        || figures == 0
        || letters + figures != 4
        || (lower && sign == 1 && rest.starts_with(' '))
    {
        return;
    }
    // a time behind a date: "20240115T1230"
    if sign == 0 && tail.starts_with(['T', 't', 'Z', 'z']) && figures >= 2 {
        return;
    }
    let span = ByteSpan::new(
        window.span.start,
        window.span.end + (sign + tail.len()) as u32,
    );
    if edge_after(view.text, span.end) != Edge::Clean {
        return;
    }
    let shape: String = tail
        .bytes()
        .map(|byte| if byte.is_ascii_digit() { '9' } else { 'A' })
        .collect();
    let real = is_date(2000, part(4, 6), part(6, 8)) && (1890..2100).contains(&part(0, 4));
    // 22 and 23: the century with three times the digits of the year's hundred; 00: unknown
    let national = matches!(part(0, 2), 0 | 22 | 23)
        && is_date(2000, part(4, 6).max(1), part(6, 8).max(1))
        && !tail.bytes().any(|byte| b"IOQVWioqvw".contains(&byte));
    let care = crate::detect::value::word_near(view, span, CARE, 6, 5).is_some();
    let first = tail.as_bytes().first().map_or(0, u8::to_ascii_uppercase);
    let (prior, labelled): (f32, f32) = match (shape.as_str(), first) {
        ("A999", b'K' | b'M' | b'X') if real => (0.72, 0.95),
        ("AA9A", b'S') if real => (0.66, 0.94),
        ("AA99" | "99AA" | "9AA9", _) if national => (0.62, 0.93),
        _ if real && care => (0.72, 0.92),
        _ if real && sign == 0 => (0.4, 0.92),
        _ if real => (0.35, 0.92),
        _ => return,
    };
    let (prior, labelled) = if lower {
        (prior * 0.6, labelled * 0.95)
    } else {
        (prior, labelled)
    };
    let key = format!("{}{}", window.text(), tail.to_ascii_uppercase());
    out.push(
        Proposal::number(Category::SeReservnummer, span, key)
            .scores(prior, labelled)
            .why("kind-reserve")
            .why_if(real, "date-real"),
    );
}
