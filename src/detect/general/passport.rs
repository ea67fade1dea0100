//! Passport numbers next to a word for passport, and machine-readable zones (ICAO 9303) wherever they
//! stand: two lines of 44 characters that begin with P. Forms: Denmark nine digits, Sweden eight
//! digits or two letters and seven, Norway up to three letters and six digits or eight to nine digits,
//! Finland two letters and seven, Iceland a letter and seven, others six to nine characters.

use crate::{
    detect::{
        Detector,
        digits::{Gap, Window},
        score::Proposal,
        shape, value,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Passport;

/// Forms of the number, the most specific first.
pub(super) const SHAPES: &[&str] = &[
    "AA~9999999",
    "AAA~999999",
    "A~99999999",
    "A~9999999",
    "A~999999",
    "999999999",
    "99999999",
    "9999999",
    "999~999~999",
    "99~999~999",
    "AA~999999",
    "AAA~99999",
    "AA9999XX9",
];
/// Forms that nothing else has: letters and digits.
const LETTERED: &[&str] = &["AA~9999999", "AAA~999999", "A~99999999", "A~9999999"];
/// Words for passport that are no other word.
const STRONG: &[&str] = &[
    "pasnr",
    "pasnummer",
    "passnr",
    "passnummer",
    "passport",
    "passin",
    "passinumero",
    "pasnumer",
];
/// Words that mean other things too: "pas på", "pass", "passi".
const WEAK: &[&str] = &["pas", "pass", "passi", "passet", "passets", "passet mitt"];

const MARKS: [&str; STRONG.len() + WEAK.len() + 1] = {
    let mut all = ["p<"; STRONG.len() + WEAK.len() + 1];
    let mut at = 0;
    while at < STRONG.len() + WEAK.len() {
        all[at] = if at < STRONG.len() {
            STRONG[at]
        } else {
            WEAK[at - STRONG.len()]
        };
        at += 1;
    }
    all
};

impl Detector for Passport {
    fn category(&self) -> Category {
        Category::Passport
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "pasnr*",
            "pasnummer*",
            "passnr*",
            "passnummer*",
            "passnumret",
            "passport*",
            "passinumero*",
        ]
    }

    fn marks(&self) -> &'static [&'static str] {
        &MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        if mark.index == MARKS.len() - 1 {
            return zone(view, mark.span.start, out);
        }
        let strong = mark.index < STRONG.len();
        let Some(end) = value::label_end(view, mark.span.end) else {
            return;
        };
        let push = |span: ByteSpan, score: f32, place: &str, out: &mut Vec<Proposal>| {
            let key = shape::compact(view.of(span));
            out.push(
                Proposal::certain(Category::Passport, span, key, score)
                    .why_word(place, view.of(ByteSpan::new(mark.span.start, end))),
            );
        };
        if let Some(found) = value::after(view, end, if strong { 6 } else { 4 })
            && let Some(length) = shape::longest(view.from(found.at), SHAPES)
        {
            let span = ByteSpan::new(found.at, found.at + length as u32);
            let text = view.of(span);
            let lettered = shape::longest(text, LETTERED) == Some(length);
            let near = found.words <= 1;
            let score = match (strong, lettered, near) {
                (true, _, true) | (_, true, true) => 0.96,
                (true, _, false) | (_, true, false) => 0.9,
                (false, false, _) if text.bytes().filter(u8::is_ascii_digit).count() >= 8 => {
                    if near { 0.9 } else { 0.66 }
                }
                _ => 0.5,
            };
            push(span, score, "context-before", out);
        }
        if let Some(span) = value::before(view, mark.span.start, SHAPES) {
            let score = if strong { 0.92 } else { 0.68 };
            push(span, score, "context-after", out);
        }
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if !(6..=9).contains(&digits.len()) || !window.gaps_are(&[Gap::Space]) {
            return;
        }
        let start = value::letters_before(view.text, window.span.start, 3);
        let span = ByteSpan::new(start, window.span.end);
        let text = view.of(span);
        let lettered = start < window.span.start && shape::is_upper(text);
        let span = if lettered { span } else { window.span };
        if shape::longest(view.from(span.start), SHAPES) != Some(span.len() as usize) {
            return;
        }
        // a table or a neighbour message may carry the label
        if !lettered && digits.len() < 8 {
            return;
        }
        let mut proposal = Proposal::number(self.category(), span, shape::compact(view.of(span)));
        proposal.edges_seen = lettered;
        out.push(proposal.scores(0.05, 0.9));
    }
}

/// Weights of the check digits in a machine-readable zone.
const WEIGHTS: [u32; 3] = [7, 3, 1];

/// A document read from its machine-readable zone; `right` says whether its check digit holds.
pub(super) fn read_by_machine(
    category: Category,
    span: ByteSpan,
    key: &str,
    right: bool,
) -> Proposal {
    let (score, checksum) = if right {
        (0.98, "checksum-right")
    } else {
        (0.93, "checksum-wrong")
    };
    Proposal::certain(category, span, key.trim_end_matches('<').to_owned(), score)
        .why("kind-mrz")
        .why(checksum)
}

/// True where the last character is the check digit of those before it.
pub(super) fn zone_check(field: &str) -> bool {
    let Some((body, check)) = field.split_at_checked(field.len().saturating_sub(1)) else {
        return false;
    };
    let sum: u32 = body
        .chars()
        .zip(WEIGHTS.iter().cycle())
        .map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight)
        .sum();
    check.parse() == Ok(sum % 10)
}

fn is_zone(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'<'
}

/// Bytes at the start of `text` of a line in a machine-readable zone.
pub(super) fn zone_line(text: &str) -> usize {
    text.bytes()
        .take(64)
        .take_while(|byte| is_zone(*byte))
        .count()
}

/// Two lines, or both in one.
fn zone(view: &View<'_>, start: u32, out: &mut Vec<Proposal>) {
    let text = view.from(start);
    let first = text
        .bytes()
        .take(100)
        .take_while(|byte| is_zone(*byte))
        .count();
    if !(30..=88).contains(&first) || !text.get(..first).is_some_and(|line| line.contains("<<")) {
        return;
    }
    let rest = text.get(first..).unwrap_or_default();
    let gap = rest.len() - rest.trim_start_matches([' ', '\n']).len();
    let tail = rest.get(gap..).unwrap_or_default();
    let second = zone_line(tail);
    let (length, number) = if gap <= 3 && (28..=46).contains(&second) {
        (first + gap + second, tail.get(..10))
    } else {
        (first, text.get(44..54))
    };
    let right = number.is_some_and(|field| field.len() == 10 && zone_check(field));
    let key = number.and_then(|field| field.get(..9)).unwrap_or_default();
    let span = ByteSpan::new(start, start + length as u32);
    out.push(read_by_machine(Category::Passport, span, key, right));
}
