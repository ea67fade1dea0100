//! Norwegian birth number with its relatives: D-number (day + 40), H-number (month + 40), synthetic
//! numbers (month + 80, + 65) and FH-numbers (first digit 8 or 9, no date). From 2032 the first
//! check digit may leave remainder 0 to 3, also for people born earlier (Skatteetaten,
//! nyttfnr2032): accepted today, with a lower score.

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
pub struct Fodselsnummer;

const FIRST: [u8; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND: [u8; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Check {
    Right,
    From2032,
    Wrong,
}

fn check(digits: &[u8]) -> Check {
    if mod11(digits, &SECOND) != 0 {
        return Check::Wrong;
    }
    match mod11(digits, &FIRST) {
        0 => Check::Right,
        1..=3 => Check::From2032,
        _ => Check::Wrong,
    }
}

/// Evidence ids of the kind, or `None` when no calendar day is meant.
fn kinds(digits: &[u8]) -> Option<Vec<&'static str>> {
    let (day, month) = (number(digits.get(..2)?), number(digits.get(2..4)?));
    let mut kinds = Vec::new();
    let day = if day > 40 {
        kinds.push("kind-d-number");
        day - 40
    } else {
        day
    };
    let month = match month {
        81.. => {
            kinds.push("kind-synthetic");
            month - 80
        }
        66..=77 => {
            kinds.push("kind-synthetic");
            month - 65
        }
        41..=52 => {
            kinds.push("kind-h-number");
            month - 40
        }
        plain => plain,
    };
    // the century is unknown for numbers from 2032 on: a leap year fits
    let year = 2000 + number(digits.get(4..6)?);
    let leap = is_date(year, month, day) || is_date(1900 + year % 100, month, day);
    leap.then_some(kinds)
}

impl Detector for Fodselsnummer {
    fn category(&self) -> Category {
        Category::NoFodselsnummer
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "fodselsnummer*",
            "fodselsnr*",
            "fnr",
            "pnr",
            "personnummer*",
            "personnr*",
            "persnr*",
            "fodselsog",
            "dnummer*",
            "dnr",
            "hnummer*",
            "fødsels",
            "duf",
            "henkilotunnus*",
            "fodt",
            "idnummer*",
            "norwegian",
            "national",
        ]
    }

    fn window(&self, _view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if digits.len() != 11 || !window.cut_only_at(&[2, 4, 6, 9]) || !window.date_cut(2, 4, 6) {
            return;
        }
        let signs = window.cuts().iter().all(|(at, gap)| match gap {
            Gap::Space | Gap::Dash | Gap::Line => true,
            Gap::Dot => *at <= 6,
            _ => false,
        });
        if !signs {
            return;
        }
        let proposal = Proposal::number(self.category(), window.span, window.text());
        let right = check(digits);
        let halves = window.cut_at(6).is_some();
        match kinds(digits) {
            Some(kinds) => {
                let (prior, labelled, why) = match right {
                    Check::Right => (0.95, 0.98, "checksum-right"),
                    Check::From2032 => (0.86, 0.97, "checksum-right"),
                    Check::Wrong if halves => (0.45, 0.74, "checksum-wrong"),
                    Check::Wrong => (0.25, 0.7, "checksum-wrong"),
                };
                let mut proposal = proposal
                    .scores(prior, labelled)
                    .why(why)
                    .why("date-real")
                    .why_if(right == Check::From2032, "kind-2032");
                for kind in kinds {
                    proposal = proposal.why(kind);
                }
                out.push(proposal);
            }
            None if digits.first().is_some_and(|d| *d >= 8) && right == Check::Right => {
                out.push(
                    proposal
                        .scores(0.42, 0.92)
                        .why("checksum-right")
                        .why("kind-h-number"),
                );
            }
            None if halves && window.cuts().len() == 1 => {
                out.push(proposal.scores(0.05, 0.5).why("date-impossible"));
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u8> {
        text.bytes().map(|b| b - b'0').collect()
    }

    #[test]
    fn rule_of_2032() {
        assert!(check(&digits("02013299997")) != Check::Wrong);
        assert!(check(&digits("30108299920")) != Check::Wrong);
        assert!(check(&digits("30108299939")) == Check::From2032);
    }
}
