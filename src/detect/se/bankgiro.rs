//! Swedish bank giro number: seven or eight digits, 3-4 or 4-4, Luhn (Bankgirot, "10-modulen").
//! Without "bg" or "bankgiro" near it is no finding of band A or B: phones look the same.

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
pub struct Bankgiro;

impl Detector for Bankgiro {
    fn category(&self) -> Category {
        Category::SeBankgiro
    }

    fn labels(&self) -> &'static [&'static str] {
        &["bg", "bgnr", "bgnummer*", "bankgiro*", "bankgirot", "giro"]
    }

    fn window(&self, _view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        let length = digits.len();
        if !(7..=8).contains(&length)
            || digits.first() == Some(&0)
            || !window.cut_only_at(&[length as u8 - 4])
            || !window.gaps_are(&[Gap::Dash, Gap::Space])
        {
            return;
        }
        let right = luhn(digits);
        let dashed = window.cut_at(length as u8 - 4) == Some(Gap::Dash);
        let (prior, labelled) = match (right, dashed) {
            (true, true) => (0.42, 0.96),
            (true, false) => (0.0, 0.93),
            (false, true) => (0.1, 0.74),
            (false, false) => (0.0, 0.68),
        };
        out.push(
            Proposal::number(self.category(), window.span, window.text())
                .scores(prior, labelled)
                .checked(right),
        );
    }
}
