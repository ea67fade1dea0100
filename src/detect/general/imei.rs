//! Identities of a phone and its card: IMEI (15 digits, Luhn; 3GPP TS 23.003), IMSI (15 digits behind
//! a mobile country code) and ICCID (19 or 20 digits beginning with 89, Luhn; ITU-T E.118) as kinds
//! of the one id. IMSI only next to its label.

use crate::{
    detect::{
        Detector,
        checksum::luhn,
        digits::{Gap, Window},
        score::Proposal,
        value::word_near,
        view::View,
    },
    finding::Category,
};

/// See the module.
pub struct Imei;

impl Detector for Imei {
    fn category(&self) -> Category {
        Category::Imei
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "imei*", "imsi*", "iccid*", "simkort*", "sim", "simnr", "phone", "handset", "telefon*",
            "mobil*", "puhelin*", "puhelim*", "enheden", "enheten", "device", "laite",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        let tidy = window.gaps_are(&[Gap::Space, Gap::Dash, Gap::Slash, Gap::Line]);
        if !tidy || window.cuts().len() > 6 {
            return;
        }
        let right = luhn(digits);
        let propose = |prior: f32, labelled: f32| {
            Proposal::number(Category::Imei, window.span, window.text())
                .scores(prior, labelled)
                .checked(right)
        };
        match digits {
            [8, 9, ..] if (19..=20).contains(&digits.len()) => {
                // the twentieth digit is not part of the check
                let right = right || digits.get(..19).is_some_and(luhn);
                let (prior, labelled) = if right { (0.66, 0.96) } else { (0.2, 0.72) };
                out.push(
                    Proposal::number(Category::Imei, window.span, window.text())
                        .scores(prior, labelled)
                        .checked(right)
                        .why("kind-iccid"),
                );
            }
            [2, 3 | 4 | 7, ..] | [3 | 4, _, ..]
                if digits.len() == 15
                    && word_near(view, window.span, &["imsi*"], 4, 3).is_some() =>
            {
                out.push(
                    Proposal::number(Category::Imei, window.span, window.text())
                        .scores(0.0, 0.95)
                        .why("kind-imsi"),
                );
            }
            [first, second, ..] if digits.len() == 15 && window.cut_only_at(&[2, 6, 8, 12, 14]) => {
                // reporting bodies that issue nearly all numbers in Europe
                let common = matches!(
                    (first, second),
                    (3, 5) | (8, 6) | (0, 1) | (9, 8 | 9) | (4, 4 | 5 | 9) | (5, 0..=4)
                );
                out.push(match (right, common) {
                    (true, true) => propose(0.68, 0.97),
                    (true, false) => propose(0.35, 0.95),
                    (false, _) => propose(0.05, 0.74),
                });
            }
            [_, ..] if matches!(digits.len(), 14 | 16) => out.push(propose(0.0, 0.62)),
            _ => {}
        }
    }
}
