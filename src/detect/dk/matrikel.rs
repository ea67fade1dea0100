//! Danish cadastral numbers: a number with small letters and the owners' association ("12ab, Sdr.
//! Bjerge By"); Geodatastyrelsen, matriklen. Without "matr.nr." only with the name of the
//! association behind.

use crate::{
    detect::{
        Detector,
        fold::{fold, is_letter},
        score::Proposal,
        shape::compact,
        value,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Matrikel;

/// Last words of an association's name, folded.
const ENDS: &[&str] = &[
    "by",
    "jorder",
    "markjorder",
    "bygrunde",
    "ejerlav",
    "hovedgard",
    "overdrev",
    "kvarter",
    "gods",
    "mark",
    "skov",
    "have",
    "huse",
    "plantage",
    "kobstadsjorder",
    "strand",
    "hede",
    "klit",
];
/// Words of an association's name.
const WORDS: usize = 6;

impl Detector for Matrikel {
    fn category(&self) -> Category {
        Category::DkMatrikel
    }

    fn marks(&self) -> &'static [&'static str] {
        &[
            "matr.nr",
            "matr. nr",
            "matr nr",
            "matrnr",
            "matrikel",
            "matrikelnr",
            "matrikelnummer",
            "matrikel nr",
            "matriklen",
            "matr",
        ]
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let Some(end) = value::label_end(view, mark.span.end) else {
            return;
        };
        let Some(found) = value::after(view, end, 3) else {
            return;
        };
        let Some((own, _)) = number(view, found.at) else {
            return;
        };
        let whole = place(view, own.end).map_or(own.end, |(end, _)| end);
        let span = ByteSpan::new(own.start, whole);
        let score = if found.words <= 1 { 0.94 } else { 0.82 };
        out.push(
            Proposal::certain(self.category(), span, compact(view.of(span)), score)
                .why_word("context-before", view.of(mark.span)),
        );
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        for group in &view.groups {
            let Some((own, lettered)) = number(view, group.span.start) else {
                continue;
            };
            if !lettered || !view.from(own.end).starts_with(", ") {
                continue;
            }
            if let Some((end, true)) = place(view, own.end) {
                let span = ByteSpan::new(own.start, end);
                let key = compact(view.of(span));
                out.push(Proposal::certain(self.category(), span, key, 0.72).why("property-form"));
            }
        }
    }
}

/// One to four digits and up to three small letters.
fn number(view: &View<'_>, at: u32) -> Option<(ByteSpan, bool)> {
    let text = view.from(at);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let letters: usize = rest
        .chars()
        .take(4)
        .take_while(|c| c.is_lowercase())
        .map(char::len_utf8)
        .sum();
    let next = rest.get(letters..)?.chars().next();
    let count = rest.get(..letters)?.chars().count();
    let before = view.until(at).chars().next_back();
    let clean = !next.is_some_and(char::is_alphanumeric)
        && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | '-'));
    ((1..=4).contains(&digits) && count <= 3 && clean).then(|| {
        (
            ByteSpan::new(at, at + (digits + letters) as u32),
            letters > 0,
        )
    })
}

/// End of the association's name behind a number, and whether it ends as such names do.
fn place(view: &View<'_>, at: u32) -> Option<(u32, bool)> {
    let text = view.from(at);
    let mut next = 0;
    let mut best = None;
    let (mut commas, mut ended) = (0, false);
    for word in 0..WORDS {
        let rest = text.get(next..)?;
        let gap = if rest.starts_with(", ") {
            2
        } else {
            usize::from(rest.starts_with(' '))
        };
        if gap == 0 {
            break;
        }
        let body = rest.get(gap..)?;
        let length: usize = body
            .chars()
            .take(40)
            .take_while(|c| is_letter(*c) || *c == '-')
            .map(char::len_utf8)
            .sum();
        let name = body.get(..length)?;
        if !name.starts_with(char::is_uppercase) {
            break;
        }
        next += gap + length;
        let known = ENDS.contains(&fold(name).as_str());
        let short = text.get(next..)?.starts_with(". ") && length <= 4;
        next += usize::from(short);
        // "…, Sdr. Bjerge By, Sorø": one more name behind a comma
        commas += usize::from(gap == 2);
        if commas > 2 {
            break;
        }
        ended |= known && word > 0;
        if !short {
            best = Some((at + next as u32, ended));
        }
    }
    best
}
