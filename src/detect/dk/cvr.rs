//! Danish company number (CVR): eight digits, first not 0, weights 2 7 6 5 4 3 2 1, sum mod 11 = 0
//! (erhvervsstyrelsen.dk). One in eleven phone numbers passes too: without its label or the VAT
//! form DK… it is no finding of band A or B.

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
pub struct Cvr;

const WEIGHTS: [u8; 8] = [2, 7, 6, 5, 4, 3, 2, 1];

impl Detector for Cvr {
    fn category(&self) -> Category {
        Category::DkCvr
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "cvr*",
            "senr",
            "virksomhedsnr*",
            "virksomhedsnummer*",
            "momsnr*",
            "momsnummer*",
            "vat",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if digits.len() != 8
            || digits.first() == Some(&0)
            || !(window.cut_only_at(&[2, 4, 6]) || window.cut_only_at(&[2, 5]))
            || !window.gaps_are(&[Gap::Space, Gap::Dash, Gap::Dot, Gap::Line])
        {
            return;
        }
        let right = mod11(digits, &WEIGHTS) == 0;
        let start = letters_before(view.text, window.span.start, 2);
        let country = ByteSpan::new(start, window.span.start);
        let vat = matches!(view.of(country), "DK" | "DK-" | "DK ");
        let glued = vat && view.of(country) == "DK";
        let (prior, labelled) = match (right, vat) {
            (true, true) => (0.9, 0.97),
            (true, false) => (0.1, 0.96),
            (false, true) => (0.4, 0.74),
            (false, false) => (0.0, 0.72),
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
        if glued {
            proposal.edges_seen = edge_after(view.text, span.end) == Edge::Clean;
        }
        out.push(proposal);
    }
}
