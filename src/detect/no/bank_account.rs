//! Norwegian bank account: eleven digits, usually 4.2.5, weights 5 4 3 2 7 6 5 4 3 2, mod 11 (Bits
//! AS). Dotted grouping or a word for account decides against the birth number.

use crate::{
    detect::{
        Detector,
        checksum::mod11,
        digits::{Gap, Window},
        score::Proposal,
        view::View,
    },
    finding::Category,
};

/// See the module.
pub struct BankAccount;

const WEIGHTS: [u8; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

impl Detector for BankAccount {
    fn category(&self) -> Category {
        Category::NoBankAccount
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "konto",
            "kto",
            "kontoen",
            "kontoens",
            "kontonr*",
            "kontonummer*",
            "kontonummeret",
            "bankkonto*",
            "bankkontonummer*",
            "lønnskonto*",
            "sparekonto*",
            "brukskonto*",
            "driftskonto*",
            "tilinumero*",
            "account",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if digits.len() != 11
            || !window.cut_only_at(&[4, 6])
            || !window.gaps_are(&[Gap::Dot, Gap::Space, Gap::Dash, Gap::Line])
        {
            return;
        }
        // "119208 80659" is a birth number
        if window.cut_at(4).is_some() != window.cut_at(6).is_some() {
            return;
        }
        let right = mod11(digits, &WEIGHTS) == 0;
        let grouped = window.cut_at(4).is_some() && window.cut_at(6).is_some();
        let dotted = grouped && window.gaps_are(&[Gap::Dot]);
        let norwegian = matches!(view.likely_lang(), Some("nb" | "nn" | "no"));
        let (prior, labelled) = match (right, grouped) {
            (true, true) if dotted => (0.93, 0.98),
            (true, true) => (0.84, 0.97),
            (true, false) if norwegian => (0.62, 0.96),
            (true, false) => (0.3, 0.96),
            (false, true) if dotted => (0.55, 0.78),
            (false, true) => (0.3, 0.76),
            (false, false) => (0.0, 0.7),
        };
        out.push(
            Proposal::number(self.category(), window.span, window.text())
                .scores(prior, labelled)
                .checked(right)
                .why_if(grouped, "grouped"),
        );
    }
}
