//! What was loaded: sources with their accounting, counts, scope, and journals that name sources.

use crate::{
    finding::{Category, Preset},
    model::{ConversationId, Mapping, ParticipantId, Question, SourceId, Warning},
    review::CapacityCounts,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Answers to the questions of a source.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct SourceAnswers {
    /// Importer id chosen by the person instead of the recognised one.
    pub format: Option<String>,
    /// IANA name.
    pub zone: Option<String>,
    /// The owner's handles or names.
    pub owners: Vec<String>,
    /// `dmy`, `mdy`, `ymd`.
    pub date_order: Option<String>,
    /// What the columns of a table hold, instead of the guess.
    pub mapping: Option<Mapping>,
    /// Password of an encrypted export; never sent back.
    #[serde(skip_serializing)]
    #[cfg_attr(feature = "protocol-types", ts(optional))]
    pub password: Option<String>,
    /// Questions answered with "not known", by kind.
    pub unknown: Vec<String>,
}

/// The state of the case.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// Sources in the order in which they were added.
    pub sources: Vec<SourceView>,
    /// Messages of all sources.
    pub messages: u32,
    /// Conversations of all sources.
    pub conversations: u32,
    /// People.
    pub participants: u32,
    /// True when everything loaded was searched.
    pub scanned: bool,
    /// Findings by state, within the scope.
    pub review: ReviewCounts,
    /// What is searched, in groups: ids `searched-<id>` in ui.ftl.
    pub searched: Vec<String>,
    /// Categories that are not searched, ids `not-searched-<id>` in ui.ftl.
    pub not_searched: Vec<String>,
    /// Messages outside the scope.
    pub left_out: u32,
    /// True when there are decisions since the last saved working file or bundle.
    pub unsaved: bool,
    /// Undo and redo can be pressed.
    pub can_undo: bool,
    /// See `can_undo`.
    pub can_redo: bool,
    /// Keys that a person changed, see [`super::Request::SetKeys`].
    pub keys: BTreeMap<String, String>,
    /// What is searched.
    pub search: Box<SearchView>,
    /// Importers that a person can choose: id.
    pub formats: Vec<String>,
    /// Messages by capacity.
    pub capacities: CapacityCounts,
    /// Pairs of people and of accounts that nobody ruled on.
    pub likely: u32,
}

/// What is searched.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SearchView {
    /// From which score on.
    pub preset: Preset,
    /// Categories that are not shown.
    pub off: Vec<Category>,
    /// All categories, in the order of the choice.
    pub categories: Vec<Category>,
    /// Name of the profile, empty where it has none; `null` without a profile.
    pub profile: Option<String>,
}

/// Counts of the review, in different values and in places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReviewCounts {
    /// Different values with at least one place in the scope.
    pub values: u32,
    /// Different values without an open or unsure place of band A or B.
    pub values_decided: u32,
    /// Places of band A or B.
    pub places: u32,
    /// Open places of band A and B.
    pub open: u32,
    /// Unsure places.
    pub unsure: u32,
    /// Redacted places.
    pub redacted: u32,
    /// Kept places.
    pub kept: u32,
    /// Wholly redacted messages.
    pub whole_messages: u32,
    /// Places of band C that nobody decided (shown, kept).
    pub open_c: u32,
}

/// One source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
    /// Id.
    pub id: SourceId,
    /// File name.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub size: u64,
    /// SHA-256, hex: of one file its own, of several that of their list.
    pub sha256: String,
    /// The first files that belong to it; one of a phone's backup has thousands.
    pub files: Vec<SourceFileView>,
    /// Files that belong to it.
    pub file_count: u32,
    /// Files that were given with it and only listed.
    pub files_listed: u32,
    /// Importer id; `null` when not recognised: kept in the bundle, not searched, not released.
    pub format: Option<String>,
    /// Built from documentation, never seen on a real file.
    pub from_documentation: bool,
    /// App and shape words.
    pub variant: Option<String>,
    /// The account in one sentence.
    pub account: String,
    /// Messages of it that another source holds too.
    pub shared: u32,
    /// Records seen.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub seen: u64,
    /// Records read.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub parsed: u64,
    /// Left out on purpose, by reason id.
    #[cfg_attr(feature = "protocol-types", ts(type = "Record<string, number>"))]
    pub skipped: BTreeMap<String, u64>,
    /// Damaged records.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub error_count: u64,
    /// The first damaged records.
    pub errors: Vec<RecordErrorView>,
    /// Repaired strings by kind.
    #[cfg_attr(feature = "protocol-types", ts(type = "Record<string, number>"))]
    pub repairs: BTreeMap<String, u64>,
    /// Reading ended early.
    pub partial: bool,
    /// Day of the first message, ready to show; `null` when unknown.
    pub first: Option<String>,
    /// Day of the last message.
    pub last: Option<String>,
    /// Attachments named and attachments that the file does not hold.
    pub attachments: u32,
    /// See `attachments`.
    pub attachments_missing: u32,
    /// Messages.
    pub messages: u32,
    /// What is still unanswered.
    pub questions: Vec<Question>,
    /// What the reader should know.
    pub warnings: Vec<Warning>,
    /// Present answers.
    pub answers: SourceAnswers,
}

/// A file of a source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SourceFileView {
    /// File name, or path below the folder.
    pub path: String,
    /// Bytes.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub size: u64,
    /// SHA-256, hex.
    pub sha256: String,
}

/// A damaged record.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordErrorView {
    /// Number of the record, from 1.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub record: u64,
    /// Sentence in the configured language.
    pub message: String,
    /// Byte in the member.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub byte: u64,
    /// Archive member.
    pub member: Option<String>,
}

/// What the case covers.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScopeView {
    /// Conversations left out.
    pub excluded: Vec<ConversationId>,
    /// People to whose conversations the case is narrowed, by a participant; `null`: it is not.
    pub people: Option<Vec<ParticipantId>>,
    /// First day, included.
    pub from: Option<String>,
    /// Last day, included.
    pub to: Option<String>,
    /// IANA zone of the days.
    pub zone: String,
    /// Messages inside.
    pub inside: u32,
    /// Messages left out because of their conversation.
    pub outside_conversation: u32,
    /// Messages left out because none of the chosen people takes part in their conversation.
    pub outside_people: u32,
    /// Messages left out because of the period.
    pub outside_period: u32,
    /// Messages without a readable time (left out only when a period is set).
    pub undated: u32,
}

/// An opened journal: which files are needed to go on.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JournalView {
    /// Sources of the case.
    pub sources: Vec<JournalSource>,
    /// Number of decisions.
    pub decisions: u32,
    /// For `restore-snapshot` after the same files were added.
    pub snapshot: String,
}

/// A source that a journal names.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct JournalSource {
    /// File or folder name.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of the source, hex.
    pub sha256: String,
    /// Its files: at least one.
    pub files: Vec<JournalFile>,
}

/// A file of a source that a journal names.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct JournalFile {
    /// File name, or path below the folder.
    pub name: String,
    /// SHA-256, hex.
    pub sha256: String,
}
