//! Danish P-number of a production unit: ten digits beginning with 1, without a public check digit
//! (Erhvervsstyrelsen). Only next to its label: "P-nr. 1003456789".

use crate::{
    detect::{
        Detector,
        digits::{Gap, Window},
        score::Proposal,
        view::View,
    },
    finding::Category,
};

/// See the module.
pub struct Pnummer;

impl Detector for Pnummer {
    fn category(&self) -> Category {
        Category::DkPnummer
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "p",
            "pnr",
            "pnummer*",
            "pnumret",
            "pno",
            "penhed*",
            "produktionsenhed*",
            "produktionsnummer*",
            "productionunit",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if digits.len() != 10
            || digits.first() != Some(&1)
            || window.cuts().len() > 4
            || !window.gaps_are(&[Gap::Space, Gap::Line])
        {
            return;
        }
        // "P-plads 1003456789"
        let parking = view
            .words()
            .before(window.span.start)
            .next()
            .is_some_and(|word| word.key.starts_with("plads"));
        if parking {
            return;
        }
        // "pnr" is a Swedish word for the personal number
        let swedish = matches!(view.likely_lang(), Some("sv" | "fi"));
        let labelled = if swedish { 0.5 } else { 0.93 };
        out.push(
            Proposal::number(self.category(), window.span, window.text())
                .scores(0.0, labelled)
                .why("checksum-not-required"),
        );
    }
}
