//! Swedish bank account: clearing number of four digits (Swedbank's beginning with 8: five) and six to
//! ten digits of the account (Bankgirot "Bankernas kontonummer"). The banks' check digits are not
//! judged: the table of banks changes and is theirs. A Nordea personal account holds the personal
//! number, which its own id finds.

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
    "clearing",
    "clearingnr",
    "clearingnummer",
    "clnr",
    "konto",
    "kontonr",
    "kontonummer",
    "kontonumret",
    "bankkonto",
    "lönekonto",
    "sparkonto",
    "privatkonto",
    "personkonto",
    "swedbank",
    "handelsbanken",
    "nordea",
    "seb",
    "skandiabanken",
    "skandia",
    "länsförsäkringar",
    "danske bank",
    "ica banken",
    "sparbanken",
    "sbab",
    "avanza",
    "ikano",
    "resurs bank",
];
/// Words that make it an account of another country.
const FOREIGN: &[&str] = &[
    "reg",
    "regnr*",
    "nemkonto*",
    "nem",
    "registreringsn*",
    "iban",
    "lønkonto",
];
/// Words that only Swedish accounts stand next to.
const SWEDISH: &[&str] = &[
    "clearing*",
    "clnr",
    "swedbank*",
    "handelsbanken*",
    "seb",
    "sbab",
    "skandia*",
];

impl Detector for BankAccount {
    fn category(&self) -> Category {
        Category::SeBankAccount
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "konto",
            "kontot",
            "kontots",
            "konton",
            "kontonr*",
            "kontonummer*",
            "kontonumret",
            "bankkonto*",
            "clearing",
            "swedbank",
            "handelsbanken",
            "nordea",
            "seb",
            "skandia",
            "länsförsäkringar",
            "clearingnr*",
            "clearingnummer*",
            "lönekonto*",
            "sparkonto*",
            "privatkonto*",
            "personkonto*",
            "tilinumero*",
            "account",
            "kontooplysning*",
            "kontouppgift*",
            "bankoplysning*",
            "bankuppgift*",
            "autogiro",
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
        let most = if read.branch.len() == 5 { 10 } else { 11 };
        if read.rest.len() > most {
            return;
        }
        let five = read.branch.len() == 5;
        let score = score(view, span, five, read.worded);
        let key = format!("{}{}", read.branch, read.rest);
        out.push(
            Proposal::certain(self.category(), span, key, score)
                .why_word("context-before", view.of(mark.span)),
        );
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if !(10..=15).contains(&digits.len())
            || digits.first().is_some_and(|first| *first == 0)
            || window.cuts().len() > 5
            || !window.gaps_are(&[Gap::Dash, Gap::Space])
            || edge_before(view.text, window.span.start) == Edge::Joined
        {
            return;
        }
        let five = window.cut_at(4) == Some(Gap::Dash) && window.cut_at(5).is_some();
        // a bare run needs a word that only this kind of account has
        if window.cut_at(4).is_none() && word_near(view, window.span, SWEDISH, 6, 3).is_none() {
            return;
        }
        let labelled = score(view, window.span, five, false);
        let prior = if five { 0.4 } else { 0.05 };
        out.push(
            Proposal::number(self.category(), window.span, window.text()).scores(prior, labelled),
        );
    }
}

/// The score next to a label: Danish accounts are written almost the same.
fn score(view: &View<'_>, span: ByteSpan, five: bool, worded: bool) -> f32 {
    if word_near(view, span, FOREIGN, 6, 3).is_some() {
        return 0.4;
    }
    if five || word_near(view, span, SWEDISH, 8, 3).is_some() {
        return 0.95;
    }
    let base = if worded { 0.91 } else { 0.88 };
    match account::swedish(view, span) {
        Some(true) => 0.94,
        Some(false) => base * 0.6,
        // without any hint the groups of three are Swedish
        None => {
            let rest = view.of(span).matches(' ').count();
            if rest >= 2 { 0.92 } else { base - 0.04 }
        }
    }
}
