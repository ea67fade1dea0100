//! Swedish personal number. Luhn passes by chance for one in ten: ten digits without label are
//! band B at most.

use super::Reading;
use crate::{
    detect::{
        Detector,
        checksum::is_date,
        digits::{Gap, Window},
        score::Proposal,
        view::View,
    },
    finding::Category,
};

/// Share that a full stop before the last four digits leaves.
const DOTTED: f32 = 0.85;

/// See the module.
pub struct Personnummer;

impl Detector for Personnummer {
    fn category(&self) -> Category {
        Category::SePersonnummer
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "personnummer*",
            "personnumret",
            "personnumrets",
            "personnr*",
            "persnr*",
            "pnr",
            "p",
            "prnr",
            "persnummer*",
            "fodelsenummer",
            "henkilotunnus*",
            "persnumret",
            "identity",
            "pers",
            "person",
            "persid",
            "personid*",
            // that of a sole trader is the personal number
            "orgnr*",
            "orgnummer*",
            "organisationsnr*",
            "organisationsnummer*",
            "org",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let Some(read) = Reading::new(window) else {
            return;
        };
        let proposal = Proposal::number(self.category(), window.span, read.key());
        if is_date(read.year, read.month, read.day) {
            let (prior, labelled) = read.scores(view);
            let prior = if window.cut_at(window.digits().len() as u8 - 4) == Some(Gap::Dot) {
                prior * DOTTED
            } else {
                prior
            };
            out.push(
                proposal
                    .scores(prior, labelled)
                    .why(read.check_evidence())
                    .why("date-real")
                    .why_if(read.plus, "century-sign"),
            );
        } else if read.day < 61 && (read.signed || read.twelve) {
            out.push(
                proposal
                    .scores(0.05, 0.5)
                    .why(read.check_evidence())
                    .why("date-impossible"),
            );
        }
    }
}
