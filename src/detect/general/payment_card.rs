//! Payment card numbers: 13 to 19 digits, known prefixes, Luhn. Refuses nothing: times in
//! milliseconds, ISBN and parts of longer numbers are lowered by the look-alike rules.

use crate::{
    detect::{
        Detector,
        checksum::{luhn, number},
        digits::{Gap, Window},
        score::Proposal,
        view::View,
    },
    finding::Category,
};

/// See the module.
pub struct PaymentCard;

/// The issuer family, from the first six digits and the length.
fn family(digits: &[u8]) -> Option<&'static str> {
    let head = number(digits.get(..6)?);
    let length = digits.len();
    Some(match head {
        501_900..=501_999 if length == 16 => "Dankort",
        400_000..=499_999 if matches!(length, 13 | 16 | 19) => "Visa",
        510_000..=559_999 | 222_100..=272_099 if length == 16 => "Mastercard",
        340_000..=349_999 | 370_000..=379_999 if length == 15 => "American Express",
        300_000..=305_999 | 360_000..=369_999 | 380_000..=399_999 if length == 14 => "Diners Club",
        352_800..=358_999 if length == 16 => "JCB",
        601_100..=601_199 | 644_000..=659_999 | 622_126..=622_925 if length == 16 => "Discover",
        500_000..=508_999 | 560_000..=589_999 | 630_000..=639_999 | 670_000..=679_999
            if (13..=19).contains(&length) =>
        {
            "Maestro"
        }
        620_000..=629_999 if (16..=19).contains(&length) => "UnionPay",
        _ => return None,
    })
}

impl Detector for PaymentCard {
    fn category(&self) -> Category {
        Category::PaymentCard
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "kort",
            "kortnr*",
            "kontokort*",
            "plastkort*",
            "kortnummer*",
            "kortet",
            "kortets",
            "betalingskort*",
            "betalkort*",
            "kreditkort*",
            "dankort*",
            "debetkort*",
            "bankkort*",
            "kortti",
            "korttinumero*",
            "luottokortti*",
            "pankkikortti*",
            "maksukortti*",
            "card",
            "cards",
            "visa",
            "mastercard",
            "eurocard",
            "amex",
            "maestro",
            "cvv",
            "cvc",
            "utlobsdato",
            "udlobsdato",
            "expiry",
            "exp",
        ]
    }

    fn window(&self, _view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if digits.len() < 13 {
            return;
        }
        let places: &[u8] = match digits.len() {
            15 => &[4, 10],
            14 => &[4, 10, 8, 12],
            _ => &[4, 8, 12, 16],
        };
        let signs = window
            .cuts()
            .iter()
            .all(|(_, gap)| matches!(gap, Gap::Space | Gap::Dash | Gap::Line | Gap::Dot));
        let Some(family) = family(digits).filter(|_| signs && window.cut_only_at(places)) else {
            return;
        };
        let grouped = window.cuts().len() >= 2;
        let rare = digits.len() != 16 && digits.len() != 15;
        let (prior, labelled, why) = match (luhn(digits), grouped) {
            (true, true) => (0.94, 0.98, "checksum-right"),
            (true, false) if rare => (0.5, 0.93, "checksum-right"),
            (true, false) => (0.86, 0.97, "checksum-right"),
            (false, true) => (0.35, 0.66, "checksum-wrong"),
            (false, false) => (0.05, 0.62, "checksum-wrong"),
        };
        out.push(
            Proposal::number(self.category(), window.span, window.text())
                .scores(prior, labelled)
                .why(why)
                .why_word("card-family", family),
        );
    }
}
