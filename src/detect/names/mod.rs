//! Names of persons in running text, without a server: a tagger with weights of its own
//! ([`model`]), name lists ([`lists`]) and rules for what stands around a name ([`context`],
//! [`guard`], [`things`], [`namesakes`], [`scripts`]). Guide section 8.
//!
//! Places and organisations are recognised only to keep them from being taken for persons. Not
//! found: persons meant but not named, and names that are ordinary words in lower case without
//! anything around that tells. Weights and lists lie in `data/` under a licence of their own.

pub mod features;
pub mod lists;
pub mod model;
pub mod numeric;
pub mod stems;
pub mod token;
pub mod word;

mod context;
mod finder;
mod guard;
mod namesakes;
mod scripts;
mod seen;
mod things;

pub use finder::{Found, Names, Reason};
pub use seen::Seen;

use super::{fold::fold, score::Proposal};
use crate::finding::Category;

impl From<Found> for Proposal {
    fn from(found: Found) -> Self {
        let key = fold(found.base.trim());
        let start = Proposal::certain(Category::Person, found.span, key, found.score);
        found
            .reasons
            .into_iter()
            .fold(start, |proposal, reason| match reason.word {
                Some(word) => proposal.why_word(reason.id, &word),
                None => proposal.why(reason.id),
            })
    }
}
