//! What a person (or a policy) decides: stable names for findings, decisions with unlimited undo,
//! the choice of what the case covers, and the hash-chained log that restores all of it.
//!
//! Outcomes are never stored per finding: every scope (one finding, one value, one message, the
//! policy) has its own stack, and the youngest entry that touches a finding wins. Deciding and
//! undoing cost the same in a case with 500,000 findings as in one with five.
//! Format of the log and of decision files: `docs/formats/decisions.md`.

mod basis;
mod capacity;
mod coverage;
mod decision;
mod decisions;
mod key;
mod log;
mod people;
mod policy;
mod register;
mod state;
mod steps;

pub use basis::{BASES, basis_label};
pub use capacity::{Capacities, CapacityCounts};
pub use coverage::{CaseScope, Coverage};
pub use decision::{Action, Outcome, Scope};
pub use decisions::Decisions;
pub use key::{FindingKey, Places, field_id};
pub use log::{Capacity, Entry, Event, Log, Mark, SourceAnswers};
pub use people::Ruled;
pub use policy::{BandRule, Policy, Rule};
pub use register::AccountEntry;
pub use state::{Counts, KeptOccurrence, Review, ValueGroup, ValueId};
