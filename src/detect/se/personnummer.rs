//! Swedish personal number, and the reserve numbers of the regions (Inera "Lokala Reservidn") as
//! evidence `kind-reserve`. Luhn passes by chance for one in ten: ten digits without label are
//! band B at most. Does not find numbers that are spelled out in words.

use super::Reading;
use crate::{
    detect::{
        Detector,
        checksum::{is_date, number},
        digits::{Edge, Gap, Window, edge_after},
        score::Proposal,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// Share that a full stop before the last four digits leaves.
const DOTTED: f32 = 0.85;

/// See the module.
pub struct Personnummer;

impl Detector for Personnummer {
    fn category(&self) -> Category {
        Category::SePersonnummer
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "personnummer*",
            "personnumret",
            "personnumrets",
            "personnr*",
            "persnr*",
            "pnr",
            "prnr",
            "persnummer*",
            "fodelsenummer",
            "reservnummer*",
            "reservnr*",
            "henkilotunnus*",
            "persnumret",
            "identity",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        if window.digits().len() == 8 {
            return reserve(view, window, out);
        }
        if let [9, 9, year @ .., _, _, _, _, _, _] = window.digits()
            && year.len() == 4
            && window.cuts().is_empty()
            && (1980..2300).contains(&number(year))
        {
            let proposal = Proposal::number(self.category(), window.span, window.text());
            out.push(proposal.scores(0.35, 0.86).why("kind-reserve"));
            return;
        }
        let Some(read) = Reading::new(window) else {
            return;
        };
        let proposal = Proposal::number(self.category(), window.span, read.key());
        if is_date(read.year, read.month, read.day) {
            let (prior, labelled) = read.scores(view);
            let prior = if window.cut_at(window.digits().len() as u8 - 4) == Some(Gap::Dot) {
                prior * DOTTED
            } else {
                prior
            };
            out.push(
                proposal
                    .scores(prior, labelled)
                    .why(read.check_evidence())
                    .why("date-real")
                    .why_if(read.plus, "century-sign"),
            );
        } else if read.day < 61 && (read.signed || read.twelve) {
            out.push(
                proposal
                    .scores(0.05, 0.5)
                    .why(read.check_evidence())
                    .why("date-impossible"),
            );
        }
    }
}

/// Date of eight digits, then four characters with at least one letter.
fn reserve(view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
    let digits = window.digits();
    let (Some(month), Some(day)) = (digits.get(4..6), digits.get(6..8)) else {
        return;
    };
    if !window.cuts().is_empty() || !is_date(2000, number(month), number(day)) {
        return;
    }
    let rest = view.from(window.span.end);
    let sign = usize::from(rest.starts_with('-'));
    let Some(tail) = rest.get(sign..sign + 4) else {
        return;
    };
    let letters = tail.bytes().filter(u8::is_ascii_uppercase).count();
    let figures = tail.bytes().filter(u8::is_ascii_digit).count();
    if letters == 0 || figures == 0 || letters + figures != 4 || tail.starts_with(['T', 'Z']) {
        return;
    }
    let span = ByteSpan::new(
        window.span.start,
        window.span.end + (sign + tail.len()) as u32,
    );
    if edge_after(view.text, span.end) == Edge::Clean {
        let gendered = tail.starts_with(['K', 'M', 'X']) && figures == 3;
        let key = format!("{}{tail}", window.text());
        out.push(
            Proposal::number(Category::SePersonnummer, span, key)
                .scores(if gendered { 0.62 } else { 0.35 }, 0.9)
                .why("kind-reserve")
                .why("date-real"),
        );
    }
}
