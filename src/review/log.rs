//! The log: one JSON line per event, each holding the SHA-256 of the line before it. Nothing is
//! ever taken back from it: undo and redo are events too. It is internal (it names values).

use super::{AccountEntry, Action, CaseScope, FindingKey, Policy, Scope};
use crate::{
    error::{Code, Error, Result},
    finding::{Category, Preset},
    model::Mapping,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fmt::Write as _};

/// Previous hash of the first line.
const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A place that a person marked by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Mark {
    /// Where; the category is `manual` or that of the value it repeats.
    pub at: FindingKey,
    /// Canonical form of the value: groups the mark with equal findings.
    pub key: String,
}

/// Answers to the questions of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct SourceAnswers {
    /// SHA-256 of the source.
    pub source: String,
    /// Importer id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// IANA name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The owner's numbers and names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<String>,
    /// `dmy`, `mdy` or `ymd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<String>,
    /// What the columns of a table hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mapping: Option<Mapping>,
    /// Records that are left out because the engine stopped at them twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub poisoned: Vec<u32>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "event")]
pub enum Event {
    /// A decision.
    Decide {
        /// About what.
        scope: Scope,
        /// What.
        action: Action,
        /// Why, in the reviewer's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// A policy was applied, as one step.
    ApplyPolicy {
        /// The policy.
        policy: Policy,
    },
    /// Places were marked by hand (or as further occurrences of a value), as one step.
    Mark {
        /// The places.
        marks: Vec<Mark>,
        /// What becomes of them.
        action: Action,
    },
    /// What the case covers.
    Coverage {
        /// The choice.
        scope: CaseScope,
    },
    /// The last step was taken back.
    Undo,
    /// The step that was taken back last was made again.
    Redo,
    /// Questions were answered; not undone, but answered again.
    Answers(SourceAnswers),
    /// A removed value stays visible at one place on purpose.
    KeepOccurrence {
        /// Stable place, or a place of the finished files as the verify gate names it.
        place: String,
        /// Category of the value.
        category: Category,
        /// Canonical form of the value.
        key: String,
        /// Why.
        reason: String,
    },
    /// The release was made without a second reviewer.
    NoSecondReviewer,
    /// Two participants are one person, or are not.
    SamePerson {
        /// Stable name.
        one: String,
        /// Stable name.
        other: String,
        /// One person.
        same: bool,
    },
    /// Two sources are exports of one account, or are not.
    SameAccount {
        /// SHA-256.
        one: String,
        /// SHA-256.
        other: String,
        /// One account.
        same: bool,
    },
    /// What is searched: preset and categories left out; set again rather than undone.
    Search {
        /// From which score on.
        preset: Preset,
        /// Categories that are not shown.
        off: BTreeSet<Category>,
    },
    /// The authority's own profile was taken or put away; set again rather than undone.
    Profile {
        /// Its text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        profile: Option<String>,
    },
    /// A participant is the owner of the account, or is not.
    Own {
        /// Stable name.
        participant: String,
        /// The owner.
        own: bool,
    },
    /// In what capacity somebody wrote.
    Capacity {
        /// Stable name of a participant or conversation, or stable id of a message.
        place: String,
        /// The capacity; none of its own any more when it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        capacity: Option<Capacity>,
    },
    /// An entry of the account register.
    Account {
        /// Its id: `source:` and 12 hex digits of the source that it was made from, or
        /// `account:` and a number.
        id: String,
        /// The entry; taken out of the register when it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<Box<AccountEntry>>,
    },
}

impl Event {
    /// True for events that undo takes back.
    #[must_use]
    pub fn is_step(&self) -> bool {
        matches!(
            self,
            Event::Decide { .. }
                | Event::ApplyPolicy { .. }
                | Event::Mark { .. }
                | Event::Coverage { .. }
                | Event::KeepOccurrence { .. }
        ) || self.is_ruling()
    }

    /// True for what a person says about people, accounts and capacities.
    #[must_use]
    pub fn is_ruling(&self) -> bool {
        self.changes_joining() || matches!(self, Event::Capacity { .. } | Event::Account { .. })
    }

    /// True for events after which sources and people are joined anew.
    #[must_use]
    pub fn changes_joining(&self) -> bool {
        matches!(
            self,
            Event::SamePerson { .. } | Event::SameAccount { .. } | Event::Own { .. }
        )
    }
}

/// In what capacity a person writes (the strongest statement counts: message, conversation,
/// person).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// Staff, in office.
    Official,
    /// Elected.
    Elected,
    /// Privately.
    Private,
    /// From outside the authority.
    Outside,
    /// Not known.
    #[default]
    Unknown,
}

impl Capacity {
    /// All, in the order of lists.
    pub const ALL: [Capacity; 5] = [
        Capacity::Official,
        Capacity::Elected,
        Capacity::Private,
        Capacity::Outside,
        Capacity::Unknown,
    ];

    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Capacity::Official => "official",
            Capacity::Elected => "elected",
            Capacity::Private => "private",
            Capacity::Outside => "outside",
            Capacity::Unknown => "unknown",
        }
    }

    /// The capacity of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|capacity| capacity.id() == id)
    }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Number, from 1.
    pub seq: u64,
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// SHA-256 of the line before (without its line end), in hex; zeros for the first.
    pub prev: String,
    /// The event.
    #[serde(flatten)]
    pub event: Event,
}

/// The chain.
#[derive(Clone, Debug)]
pub struct Log {
    lines: Vec<String>,
    last: String,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            lines: Vec::new(),
            last: START.to_owned(),
        }
    }
}

impl Log {
    /// Appends an event and gives its line.
    ///
    /// # Errors
    /// [`Code::BadRequest`] when the event cannot be written as JSON.
    pub fn append(&mut self, event: Event, now_utc_ms: i64) -> Result<&str> {
        let entry = Entry {
            seq: self.lines.len() as u64 + 1,
            at: now_utc_ms,
            prev: self.last.clone(),
            event,
        };
        let line = serde_json::to_string(&entry).map_err(|_| Error::new(Code::BadRequest))?;
        self.last = hash(&line);
        self.lines.push(line);
        Ok(self.lines.last().map(String::as_str).unwrap_or_default())
    }

    /// All lines, without line ends.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Hash of the last line: names the state of the whole log.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.last
    }

    /// The file: one line per event, each ended by LF.
    #[must_use]
    pub fn export(&self) -> String {
        let mut out = String::new();
        for line in &self.lines {
            out.push_str(line);
            out.push('\n');
        }
        out
    }

    /// Reads a file and checks the chain.
    ///
    /// # Errors
    /// [`Code::BadDecisions`] with the number of the line that cannot be read or does not follow.
    pub fn import(text: &str) -> Result<(Self, Vec<Entry>)> {
        let mut log = Log::default();
        let mut entries = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let number = log.lines.len() as u64 + 1;
            let bad = || Error::new(Code::BadDecisions).with("line", number);
            let entry: Entry = serde_json::from_str(line).map_err(|_| bad())?;
            if entry.seq != number || entry.prev != log.last {
                return Err(bad());
            }
            log.last = hash(line);
            log.lines.push(line.to_owned());
            entries.push(entry);
        }
        Ok((log, entries))
    }
}

fn hash(line: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(line.as_bytes()) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
