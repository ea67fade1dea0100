//! What happened to every record of a source. The sums close: seen = parsed + skipped + errors.

use super::Locator;
use crate::{error::Code, limits};
use serde::Serialize;
use std::collections::BTreeMap;

/// Why a record was left out on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkipReason {
    /// An element kind that holds no message.
    UnknownElement,
    /// Lines before the first message header.
    Preamble,
    /// Archive member of the operating system (`__MACOSX`, `Thumbs.db`).
    SystemFile,
    /// A row that became a part of another message: a reaction.
    Joined,
    /// A member that is no message file and no attachment that a message names.
    UnreferencedFile,
    /// A row of a table without any content.
    EmptyRow,
    /// A part of the file's own build: an index, a directory.
    Structure,
    /// Content that the file names once more.
    Repeated,
    /// A row of a sheet that holds no messages.
    OtherSheet,
}

/// A record that could not be read.
#[derive(Clone, Debug, Serialize)]
pub struct RecordError {
    /// Why.
    pub reason: Code,
    /// Where.
    pub place: Locator,
    /// Number of the record, from 1.
    pub record: u64,
}

/// What was mended in a string so that it could be read. The source stays untouched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RepairKind {
    /// Two surrogate references joined to one character.
    Surrogate,
    /// A surrogate without its other half, replaced by U+FFFD.
    LoneSurrogate,
    /// A NUL reference, dropped.
    Nul,
    /// Bytes that are no text, replaced by U+FFFD.
    BadBytes,
    /// Characters that XML does not allow, kept.
    IllegalCharacter,
    /// A date that could not be read, kept as text.
    BadDate,
    /// Text that ended early.
    Truncated,
    /// Text that was double-encoded.
    Mojibake,
}

/// One repair and its place.
#[derive(Clone, Debug, Serialize)]
pub struct Repair {
    /// What.
    pub kind: RepairKind,
    /// Where.
    pub place: Locator,
}

/// The account of one source.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Accounting {
    /// Records seen.
    pub seen: u64,
    /// Records that became a message (or another item).
    pub parsed: u64,
    /// Records left out, by reason.
    pub skipped: BTreeMap<SkipReason, u64>,
    /// Number of records with an error; the list may be shorter.
    pub error_count: u64,
    /// The first [`limits::ERRORS_LISTED`] errors.
    pub errors: Vec<RecordError>,
    /// Repairs by kind.
    pub repair_counts: BTreeMap<RepairKind, u64>,
    /// The first [`limits::REPAIRS_LISTED`] repairs.
    pub repairs: Vec<Repair>,
    /// True when the source ended early or reading was stopped: the result is partial.
    pub partial: bool,
}

impl Accounting {
    /// Counts a record that was read.
    pub fn parsed(&mut self) {
        self.seen += 1;
        self.parsed += 1;
    }

    /// Counts a record that was left out.
    pub fn skip(&mut self, reason: SkipReason) {
        self.seen += 1;
        *self.skipped.entry(reason).or_default() += 1;
    }

    /// Counts a record that could not be read.
    pub fn error(&mut self, reason: Code, place: Locator) {
        self.seen += 1;
        self.error_count += 1;
        if self.errors.len() < limits::ERRORS_LISTED {
            self.errors.push(RecordError {
                reason,
                place,
                record: self.seen,
            });
        }
    }

    /// Counts a repair.
    pub fn repair(&mut self, kind: RepairKind, place: Locator) {
        *self.repair_counts.entry(kind).or_default() += 1;
        if self.repairs.len() < limits::REPAIRS_LISTED {
            self.repairs.push(Repair { kind, place });
        }
    }

    /// True when every seen record is accounted for.
    #[must_use]
    pub fn closes(&self) -> bool {
        self.seen == self.parsed + self.skipped.values().sum::<u64>() + self.error_count
    }
}
