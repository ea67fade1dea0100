//! Swedish coordination number: a personal number with 60 added to the day. Since 2023 the date
//! may be partly unknown, so that month 00 and days up to 91 are accepted with a right check digit.

use super::Reading;
use crate::{
    detect::{Detector, checksum::is_date, digits::Window, score::Proposal, view::View},
    finding::Category,
};

/// See the module.
pub struct Samordningsnummer;

impl Detector for Samordningsnummer {
    fn category(&self) -> Category {
        Category::SeSamordningsnummer
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "samordningsnummer*",
            "samordningsnumret",
            "samordningsnr*",
            "samordn",
            "samnr",
            "coordination",
            "personnummer*",
            "personnumret",
            "personnr*",
            "persnr*",
            "pnr",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let Some(read) = Reading::new(window) else {
            return;
        };
        if !(60..=91).contains(&read.day) || read.month > 12 {
            return;
        }
        let real = is_date(read.year, read.month, read.day - 60);
        if !real && !read.luhn {
            return;
        }
        let (prior, labelled) = read.scores(view);
        let part = if real { 1.0 } else { 0.7 };
        out.push(
            Proposal::number(self.category(), window.span, read.key())
                .scores(prior * part, labelled)
                .why(read.check_evidence())
                .why_if(real, "date-real")
                .why("kind-day-plus-60"),
        );
    }
}
