//! Secrecy and classification markings of Denmark, Sweden, Norway, Finland, NATO and the EU. In
//! capitals or as a heading of their own: band A. In running lower-case text: band C, and nothing
//! at all for words that mostly mean something else ("begrenset", "secret").

use crate::{
    detect::{
        Detector,
        fold::{fold, is_word_char},
        score::Proposal,
        view::{Mark, View},
    },
    finding::Category,
};

/// See the module.
pub struct SecrecyMarking;

/// Markings that are no everyday words in lower case.
const CLEAR: &[&str] = &[
    "til tjenestebrug",
    "yderst hemmeligt",
    "ytterst hemmeligt",
    "nato restricted",
    "nato confidential",
    "nato secret",
    "cosmic top secret",
    "restreint ue",
    "confidentiel ue",
    "secret ue",
    "tres secret ue",
    "eu restricted",
    "eu confidential",
    "eu secret",
    "begränsat hemlig",
    "kvalificerat hemlig",
    "strengt hemmelig",
    "strengt fortrolig",
    "unntatt offentlighet",
    "unnateke offentlegheit",
    "salassa pidettävä",
    "salassapidettävä",
    "turvallisuusluokka",
    "käyttö rajoitettu",
    "top secret",
];

/// Markings that are everyday words in lower case too.
const EVERYDAY: &[&str] = &[
    "fortroligt",
    "fortrolig",
    "hemmeligt",
    "hemmelig",
    "hemlig",
    "hemligt",
    "konfidentiell",
    "konfidentiellt",
    "konfidensielt",
    "begrenset",
    "sekretess",
    "sekretessbelagd",
    "sekretessbelagt",
    "luottamuksellinen",
    "salainen",
    "erittäin salainen",
    "confidential",
    "restricted",
    "secret",
    "fortroleg",
];

/// Characters looked at to see whether a marking stands alone on its line.
const TRAIL: usize = 16;

/// All marks: the clear ones first.
const MARKS: [&str; CLEAR.len() + EVERYDAY.len()] = {
    let mut all = [""; CLEAR.len() + EVERYDAY.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < CLEAR.len() {
            CLEAR[at]
        } else {
            EVERYDAY[at - CLEAR.len()]
        };
        at += 1;
    }
    all
};

impl Detector for SecrecyMarking {
    fn category(&self) -> Category {
        Category::SecrecyMarking
    }

    fn marks(&self) -> &'static [&'static str] {
        &MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let span = mark.span;
        if view.from(span.end).chars().next().is_some_and(is_word_char) {
            return;
        }
        let text = view.of(span);
        let clear = mark.index < CLEAR.len();
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let upper = letters().all(char::is_uppercase);
        let capital = letters().next().is_some_and(char::is_uppercase);
        let before = view.until(span.start);
        let after = view.from(span.end);
        let line_start = before.trim_end_matches([' ', '*', '[', '(', '-']);
        let line_start = line_start.is_empty() || line_start.ends_with('\n');
        let alone = line_start
            && after
                .chars()
                .take(TRAIL)
                .find(|c| !matches!(c, ' ' | '.' | '!' | '*' | ']' | ')' | ':' | '-'))
                .is_none_or(|c| c == '\n');
        let headed = line_start && capital && after.starts_with(':');
        let (score, why) = match (upper, alone || headed, capital, clear) {
            (true, ..) => (0.94, "upper-case"),
            (_, true, true, _) => (0.92, "line-start"),
            (_, true, _, true) => (0.75, "line-start"),
            (_, _, true, true) => (0.62, "marking"),
            (_, _, _, true) => (0.5, "marking"),
            (_, true, ..) => (0.4, "line-start"),
            // "fortroligt talt", "en hemlig plats": everyday use
            (..) if matches!(
                fold(text).as_str(),
                "begrenset" | "secret" | "restricted" | "salainen"
            ) =>
            {
                return;
            }
            (..) => (0.35, "marking"),
        };
        out.push(Proposal::certain(self.category(), span, fold(text), score).why(why));
    }
}
