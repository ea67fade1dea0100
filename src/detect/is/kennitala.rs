//! Icelandic kennitala: DDMMYY-NNCA; C mod 11 with weights 3 2 7 6 5 4 3 2, A the century (9 the
//! 1900s, 0 the 2000s, 8 the 1800s); companies have 40 added to the day (Þjóðskrá). A Danish CPR
//! number has the same form and passes by chance in one of forty: without a label it is band C.

use crate::{
    detect::{
        Detector,
        checksum::{is_date, mod11, number},
        digits::{Gap, Window},
        score::Proposal,
        view::View,
    },
    finding::Category,
};

/// See the module.
pub struct Kennitala;

const WEIGHTS: [u8; 9] = [3, 2, 7, 6, 5, 4, 3, 2, 1];

impl Detector for Kennitala {
    fn category(&self) -> Category {
        Category::IsKennitala
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "kennitala*",
            "kennitolu*",
            "kennitalan",
            "kt",
            "islandsk*",
            "isländsk*",
            "islannin*",
            "islantilai*",
            "icelandic",
            "iceland",
            "island",
            "islanti*",
        ]
    }

    fn window(&self, _view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if digits.len() != 10
            || !window.cut_only_at(&[2, 4, 6])
            || !window.date_cut(2, 4, 6)
            || !window.gaps_are(&[Gap::Dash, Gap::Space, Gap::Line, Gap::Dot])
        {
            return;
        }
        let century = match digits.last() {
            Some(8) => 1800,
            Some(9) => 1900,
            Some(0) => 2000,
            _ => return,
        };
        let part = |from: usize| digits.get(from..from + 2).map_or(0, number);
        let company = part(0) > 40;
        let day = if company { part(0) - 40 } else { part(0) };
        if !is_date(century + part(4), part(2), day) {
            return;
        }
        let right = mod11(digits, &WEIGHTS) == 0;
        let dashed = window.cut_at(6).is_some();
        let (prior, labelled) = match (right, dashed) {
            (true, true) => (0.45, 0.98),
            (true, false) => (0.25, 0.97),
            (false, _) => (0.0, 0.84),
        };
        out.push(
            Proposal::number(self.category(), window.span, window.text())
                .scores(prior, labelled)
                .checked(right)
                .why("date-real")
                .why_if(company, "kind-company"),
        );
    }
}
