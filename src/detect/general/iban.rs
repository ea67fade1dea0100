//! IBAN (ISO 13616): country letters, two check digits, mod 97 = 1, length by country. Grouped with
//! any kind of space, lower case, glued to its label. Wrong check digits count only with a label
//! or a Nordic length.

use crate::{
    detect::{Detector, checksum::mod97, fold::is_word_char, score::Proposal, view::View},
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Iban;

/// Lengths by country (IBAN registry).
const LENGTHS: &[(&str, usize)] = &[
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("SA", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("XK", 20),
];

impl Detector for Iban {
    fn category(&self) -> Category {
        Category::Iban
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "iban*",
            "konto*",
            "kontonr*",
            "kontonummer*",
            "account*",
            "tilinumero*",
            "tili",
            "bic",
            "swift",
        ]
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        let bytes = view.text.as_bytes();
        for group in &view.groups {
            let at = group.span.start as usize;
            // two letters right before two digits, a space between at most; the run of digits may
            // be longer or shorter than two
            let letters = at - usize::from(at > 0 && bytes.get(at - 1) == Some(&b' '));
            let Some(start) = letters.checked_sub(2) else {
                continue;
            };
            let Some(country) = view.text.get(start..letters) else {
                continue;
            };
            let country = country.to_ascii_uppercase();
            let Some((_, length)) = LENGTHS.iter().find(|(code, _)| *code == country) else {
                continue;
            };
            let before = view.until(start as u32);
            if before.chars().next_back().is_some_and(is_word_char) && !ends_with(before, "iban") {
                continue;
            }
            if let Some((end, compact)) = read(view.text, start, *length) {
                let right = mod97(rotated(&compact)) == 1;
                let label = view.of(ByteSpan::new(start as u32, letters as u32));
                let upper = label.chars().all(|c| c.is_ascii_uppercase());
                let span = ByteSpan::new(start as u32, end as u32);
                let mut proposal = Proposal::number(self.category(), span, compact);
                proposal.edges_seen = true;
                proposal.firm = right;
                proposal = if right {
                    proposal.scores(0.97, 0.99).why("checksum-right")
                } else {
                    let prior = if upper { 0.4 } else { 0.1 };
                    proposal.scores(prior, 0.58).why("checksum-wrong")
                };
                out.push(proposal.why_word("country", &country));
            }
        }
    }
}

/// True when `text` ends with `word`, in any case.
fn ends_with(text: &str, word: &str) -> bool {
    text.len()
        .checked_sub(word.len())
        .and_then(|from| text.get(from..))
        .is_some_and(|tail| tail.eq_ignore_ascii_case(word))
}

/// Reads `length` letters and digits with single gaps; gives the end and the compact form.
fn read(text: &str, start: usize, length: usize) -> Option<(usize, String)> {
    let mut compact = String::with_capacity(length);
    let mut gap = 0;
    let mut digits = 0;
    for (at, c) in text.get(start..)?.char_indices() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' => {
                gap = 0;
                digits += usize::from(c.is_ascii_digit());
                compact.push(c.to_ascii_uppercase());
                // the third and fourth character are digits
                if (compact.len() == 3 || compact.len() == 4) && !c.is_ascii_digit() {
                    return None;
                }
            }
            ' ' | '-' | '\n' | '.' if gap < 2 => gap += 1,
            _ => return None,
        }
        if compact.len() == length {
            let end = start + at + 1;
            let next = text.get(end..)?.chars().next();
            let enough = digits * 2 > length;
            return (enough && !next.is_some_and(|c| c.is_ascii_digit())).then_some((end, compact));
        }
    }
    None
}

fn rotated(compact: &str) -> impl Iterator<Item = char> {
    let (head, tail) = compact.split_at_checked(4).unwrap_or_default();
    tail.chars().chain(head.chars())
}
