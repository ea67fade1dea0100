//! Swedish plus giro number: two to eight digits, the last one behind a dash, Luhn (PlusGirot). Needs
//! "pg", "plusgiro" or "postgiro" near.

use crate::{
    detect::{
        Detector,
        checksum::luhn,
        digits::{Gap, Window},
        score::Proposal,
        view::View,
    },
    finding::Category,
};

/// See the module.
pub struct Plusgiro;

impl Detector for Plusgiro {
    fn category(&self) -> Category {
        Category::SePlusgiro
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "pg",
            "pgnr",
            "pgnummer*",
            "plusgiro*",
            "plusgirot",
            "postgiro*",
            "postgirot",
        ]
    }

    fn window(&self, _view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        let length = digits.len();
        if !(3..=8).contains(&length) || window.cuts().len() > 4 {
            return;
        }
        let last = length as u8 - 1;
        let dashed = window.cut_at(last) == Some(Gap::Dash);
        let spaced = window
            .cuts()
            .iter()
            .all(|(at, gap)| *at == last || *gap == Gap::Space);
        if !spaced || (!dashed && length < 5) {
            return;
        }
        let right = luhn(digits);
        let (prior, labelled) = match (right, dashed) {
            (true, true) if length >= 6 => (0.4, 0.96),
            (true, true) => (0.1, 0.95),
            (true, false) => (0.0, 0.88),
            (false, true) => (0.0, 0.74),
            (false, false) => (0.0, 0.62),
        };
        out.push(
            Proposal::number(self.category(), window.span, window.text())
                .scores(prior, labelled)
                .checked(right),
        );
    }
}
