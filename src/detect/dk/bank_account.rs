//! Danish bank account: registration number of four digits and seven to ten digits of the account
//! (Finans Danmark). There is no public check: a label has to stand near, or the form 4-10 with
//! a dash.

use crate::{
    detect::{
        Detector, account,
        digits::{Edge, Gap, Window, edge_before},
        score::Proposal,
        value::{self, word_near},
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct BankAccount;

const MARKS: &[&str] = &[
    "account",
    "kontooplysninger",
    "kontouppgifter",
    "bank details",
    "bankoplysninger",
    "bankuppgifter",
    "reg",
    "regnr",
    "registreringsnummer",
    "registreringsnr",
    "reg.nr",
    "reg-nr",
    "konto",
    "kontonr",
    "kontonummer",
    "bankkonto",
    "nemkonto",
    "lønkonto",
    "nem-konto",
    "kto",
];
/// Words that make it an account of another country.
const FOREIGN: &[&str] = &[
    "clearing*",
    "swedbank",
    "handelsbanken",
    "seb",
    "bankgiro*",
    "iban",
];

impl Detector for BankAccount {
    fn category(&self) -> Category {
        Category::DkBankAccount
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "konto",
            "kontoen",
            "kontoens",
            "kontonr*",
            "kontonummer*",
            "kontonummeret",
            "kto",
            "reg",
            "regnr*",
            "registreringsnummer*",
            "nemkonto*",
            "bankkonto*",
            "lønkonto*",
            "opsparingskonto*",
            "budgetkonto*",
            "tilinumero*",
            "account",
            "kontooplysning*",
            "bankoplysning*",
        ]
    }

    fn marks(&self) -> &'static [&'static str] {
        MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let Some(end) = value::label_end(view, mark.span.end) else {
            return;
        };
        let Some(found) = value::after(view, end, 3) else {
            return;
        };
        let Some(read) = account::read(view, found.at) else {
            return;
        };
        let span = ByteSpan::new(found.at, read.end);
        if read.branch.len() != 4 || !(6..=10).contains(&read.rest.len()) {
            return;
        }
        let score = score(view, span, read.rest.len(), read.worded);
        let key = format!("{}{:0>10}", read.branch, read.rest);
        out.push(
            Proposal::certain(self.category(), span, key, score)
                .why_word("context-before", view.of(mark.span)),
        );
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if !(10..=14).contains(&digits.len())
            || window.cut_at(4).is_none()
            || window.cuts().len() > 5
            || !window.gaps_are(&[Gap::Dash, Gap::Space, Gap::Slash])
            || edge_before(view.text, window.span.start) == Edge::Joined
        {
            return;
        }
        let one = window.cuts().len() == 1;
        let whole = one && digits.len() == 14;
        let sign = window.cut_at(4) != Some(Gap::Space);
        let prior = match (whole, sign) {
            (true, true) => 0.62,
            (true, false) => 0.4,
            _ => 0.05,
        };
        let labelled = score(view, window.span, digits.len() - 4, false);
        let (branch, rest) = (window.text(), window.text());
        let key = format!(
            "{}{:0>10}",
            branch.get(..4).unwrap_or_default(),
            rest.get(4..).unwrap_or_default()
        );
        out.push(Proposal::number(self.category(), window.span, key).scores(prior, labelled));
    }
}

/// The score next to a label: Swedish accounts are written almost the same.
fn score(view: &View<'_>, span: ByteSpan, rest: usize, worded: bool) -> f32 {
    if word_near(view, span, FOREIGN, 6, 3).is_some() {
        return 0.4;
    }
    let base = match (rest, worded) {
        (10, _) | (_, true) => 0.93,
        (7, _) => 0.9,
        (8..=9, _) => 0.85,
        _ => 0.84,
    };
    match account::swedish(view, span) {
        Some(true) => base * 0.6,
        _ => base,
    }
}
