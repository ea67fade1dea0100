//! Finnish business identity code: seven digits, a dash and a check digit, weights 7 9 10 5 8 4 2,
//! mod 11, remainder 1 void (YTJ, prh.fi). FI and eight digits are the VAT form.

use crate::{
    detect::{
        Detector,
        checksum::mod11,
        digits::{Edge, Gap, Window, edge_after},
        score::Proposal,
        value::letters_before,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Ytunnus;

const WEIGHTS: [u8; 8] = [7, 9, 10, 5, 8, 4, 2, 1];

impl Detector for Ytunnus {
    fn category(&self) -> Category {
        Category::FiYtunnus
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "ytunnus*",
            "y",
            "ly",
            "lytunnus*",
            "yritystunnus*",
            "fo",
            "fonummer*",
            "alv",
            "alvnumero*",
            "business",
            "vat",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if digits.len() != 8 || !window.cut_only_at(&[7]) {
            return;
        }
        if !window.gaps_are(&[Gap::Dash]) {
            return;
        }
        let right = mod11(digits, &WEIGHTS) == 0;
        let dashed = window.cut_at(7).is_some();
        let start = letters_before(view.text, window.span.start, 2);
        let country = ByteSpan::new(start, window.span.start);
        let vat = !dashed && view.of(country) == "FI";
        let (prior, labelled) = match (right, dashed) {
            (true, true) => (0.88, 0.98),
            (false, true) => (0.25, 0.75),
            (true, false) if vat => (0.93, 0.97),
            (true, false) => (0.0, 0.9),
            (false, false) => (0.0, if vat { 0.7 } else { 0.55 }),
        };
        let span = if vat {
            ByteSpan::new(start, window.span.end)
        } else {
            window.span
        };
        let mut proposal = Proposal::number(self.category(), span, window.text())
            .scores(prior, labelled)
            .checked(right)
            .why_if(vat, "country-prefix");
        proposal.edges_seen = vat && edge_after(view.text, span.end) == Edge::Clean;
        out.push(proposal);
    }
}
