//! The checklist before a release, and the released copy.

use super::ReviewCounts;
use crate::{
    finding::{Category, FindingId},
    model::MessageId,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The checklist before the release.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GateView {
    /// True when nothing blocks.
    pub ready: bool,
    /// Lines: `gate-<id>` in ui.ftl with the arguments.
    pub lines: Vec<GateLine>,
    /// The counts.
    pub review: ReviewCounts,
    /// Redacted places per reason label.
    pub per_basis: BTreeMap<String, u32>,
}

/// One line of the checklist.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GateLine {
    /// `open`, `unsure`, `missing-basis`, `inconsistent`, `kept-on-purpose`, `not-searched`,
    /// `left-out`, `attachments-withheld`, `possible`, `damaged`, `questions`.
    pub id: String,
    /// `ok`, `block`, `info`.
    pub state: String,
    /// Arguments of the sentence.
    pub args: BTreeMap<String, String>,
    /// First places to jump to.
    pub places: Vec<GatePlace>,
}

/// A place to jump to.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GatePlace {
    /// Finding, where there is one.
    pub finding: Option<FindingId>,
    /// Message.
    pub message: Option<MessageId>,
    /// Text of the place, for the list; the reason where a value is kept on purpose.
    pub text: String,
    /// A few words before it.
    pub before: String,
    /// A few words behind it.
    pub after: String,
    /// What to redact or keep here, on the line `inconsistent`.
    pub value: Option<OccurrenceView>,
}

/// A removed value in one place where it is visible; one message is one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct OccurrenceView {
    /// Stable place, or a place of the finished files.
    pub place: String,
    /// Category of the value.
    pub category: Category,
    /// Canonical form of the value.
    pub key: String,
}

/// A finished file that the page can save (`takeFile`).
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    /// Path in the job's store.
    pub path: String,
    /// Bytes.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub size: u64,
    /// SHA-256, hex; empty where it was not computed.
    pub sha256: String,
}

/// The released copy.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReleaseView {
    /// Written and verified.
    pub verified: bool,
    /// Files, under `released/`; for saving, one ZIP holds them all (`released.zip`).
    pub files: Vec<FileView>,
    /// Values searched for in the finished files.
    pub searched_values: u32,
    /// Where removed values were found: nothing was kept then.
    pub leaks: Vec<LeakView>,
    /// Messages released, partly masked, wholly withheld, outside the scope.
    pub messages: u32,
    /// See `messages`.
    pub partly: u32,
    /// See `messages`.
    pub withheld: u32,
    /// See `messages`.
    pub outside: u32,
    /// Attachments withheld.
    pub attachments_withheld: u32,
    /// Pictures given.
    pub pictures: u32,
}

/// A removed value that is still there.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeakView {
    /// File.
    pub path: String,
    /// Place in it, ready to show.
    pub place: String,
    /// Kind.
    pub category: Category,
    /// Message, when known.
    pub message: Option<MessageId>,
    /// What to keep here on purpose; `null` where nothing can be kept (bytes of a picture).
    pub value: Option<OccurrenceView>,
}
