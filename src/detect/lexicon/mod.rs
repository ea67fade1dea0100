//! Findings that are said and not written as a value: health, union, religion, politics,
//! ethnicity, sex life, genetic and biometric data, offences (GDPR articles 9 and 10) and comments
//! that need supervision. Guide sections 4, 5 and 7.
//!
//! `lexicons/<language>/<id>.txt` hold the words ([`data`]); they stand in the scanner's one
//! automaton. A hit is checked letter by letter, because folded text cannot tell "kræft" from
//! "kraft" ([`terms`]); hits of one sentence are weighed together with the persons, verbs and signs
//! of general talk around them ([`sentence`], [`weigh`], [`supervision`]). A finding is the clause,
//! never the word alone. Linear in the text.
//!
//! Not done: meaning without the words, irony, who is meant; negation is shown, never decided.

mod clause;
mod data;
mod people;
mod sentence;
mod supervision;
mod terms;
mod weigh;

pub(super) use data::entries as sections;
pub(super) use terms::Lexicons;

use super::Detector;
use crate::finding::Category;

/// One category of clauses, as the list of detectors shows it. Its words are read by
/// [`Lexicons`].
pub(super) struct Clause(pub Category);

impl Detector for Clause {
    fn category(&self) -> Category {
        self.0
    }
}
