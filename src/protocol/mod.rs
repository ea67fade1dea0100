//! What the page and the engine say to each other. The page draws and forwards; every rule is
//! behind these types. `cargo xtask gen-protocol` writes them to `www/src/protocol.gen.ts`.
//!
//! Spans are UTF-16 units of the text that travels with them, so that the page can slice strings.
//! Times are ready to show: local clock text in the zone of the case, made by the engine.

#![allow(
    missing_docs,
    reason = "fields of enum variants are described on the variant"
)]

#[cfg(feature = "protocol-types")]
pub mod typescript;

use crate::{
    finding::{Band, Category, Evidence, Field, FindingId, Group, Target},
    job::{Phase, Progress},
    model::{
        ConversationId, ConversationKind, Direction, MessageId, MessageKind, Presence, Question,
        SourceId, Warning,
    },
    text::Utf16Span,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question or command that is answered at once.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Request {
    /// Language of generated texts (`da`, `sv`, `nb`, `fi`, `en`) and whether the page can run
    /// AES-GCM for the engine. Answer: [`ToolView`].
    Configure { lang: String, offload: bool },
    /// Sources, counts, what is open. Answer: [`Overview`].
    Overview,
    /// Answers to questions of one source; takes effect with job [`Job::Reload`]. Answer: [`Ack`].
    Answer {
        source: SourceId,
        answers: SourceAnswers,
    },
    /// Removes a source; takes effect with job [`Job::Reload`]. Answer: [`Ack`].
    RemoveSource { source: SourceId },
    /// All conversations, in order of last message, newest first. Answer: `ConversationRow[]`.
    Conversations,
    /// Size classes of a conversation's messages for the windowed list: [`ThreadIndex`].
    ThreadIndex { conversation: ConversationId },
    /// A window of a conversation. Answer: `MessageView[]`.
    Thread {
        conversation: ConversationId,
        start: u32,
        count: u32,
    },
    /// The same window as the released copy has it: one JSON line of the output per message,
    /// `null` where the message is outside the scope. Answer: `(string | null)[]`.
    Preview {
        conversation: ConversationId,
        start: u32,
        count: u32,
    },
    /// Search in every text. Answer: [`SearchResult`].
    Search {
        query: String,
        conversation: Option<ConversationId>,
        limit: u32,
    },
    /// Where a message stands. Answer: [`Place`].
    Locate { message: MessageId },
    /// Values with their findings, open ones first. Answer: [`ValuePage`].
    Values {
        conversation: Option<ConversationId>,
        only_open: bool,
        start: u32,
        count: u32,
    },
    /// Everything about one finding. Answer: [`Card`].
    Card { finding: FindingId },
    /// The next finding to decide after this one (in reading order), `null` when none is left.
    /// Answer: `Card | null`.
    NextOpen {
        after: Option<FindingId>,
        conversation: Option<ConversationId>,
        backwards: bool,
    },
    /// Decides. Answer: [`Decided`].
    Decide {
        scope: DecideScope,
        action: DecideAction,
        basis: Option<String>,
        note: Option<String>,
    },
    /// Marks text by hand and redacts it. Answer: [`Decided`].
    Mark {
        target: Target,
        span: Utf16Span,
        basis: Option<String>,
    },
    /// Redacts all open band A and B findings, keeps open C: one undo step. Answer: [`Decided`].
    AcceptSuggestions,
    /// Redacts every visible place of a value that is redacted elsewhere (the gate's
    /// `inconsistent` line): one undo step. Answer: [`Decided`], or [`Overview`] when there is none.
    AcceptTwins,
    /// Redacts the visible places of one removed value in one place of the gate's `inconsistent`
    /// line ([`GatePlace`]): one undo step. Answer: [`Decided`].
    RedactOccurrence {
        place: String,
        category: Category,
        key: String,
    },
    /// Leaves a removed value visible in one place, for a reason that the log and the receipt
    /// name. The place is that of a [`GatePlace`] or of a [`LeakView`]. Answer: [`Decided`].
    KeepOccurrence {
        place: String,
        category: Category,
        key: String,
        reason: String,
    },
    /// Takes the last decision back. Answer: [`Decided`].
    Undo,
    /// Does it again. Answer: [`Decided`].
    Redo,
    /// What the case covers. Answer: [`ScopeView`].
    Scope,
    /// Changes what the case covers. Answer: [`ScopeView`].
    SetScope {
        excluded: Vec<ConversationId>,
        from: Option<String>,
        to: Option<String>,
        zone: String,
    },
    /// Reasons that can be chosen. Answer: `BasisView[]`.
    Bases,
    /// The checklist of the finish screen. Answer: [`GateView`].
    Gate,
    /// A small picture of an attachment, `null` when it cannot be shown. Answer: `Picture | null`.
    Thumbnail { message: MessageId, attachment: u16 },
    /// A generated passphrase. Answer: [`PassphraseView`].
    GeneratePassphrase,
    /// Strength of an own passphrase. Answer: [`PassphraseView`] without the text.
    Strength { passphrase: String },
    /// Reads a certificate. Answer: [`CertificateView`] or an error that says why it is refused.
    Certificate { bytes: Vec<u8> },
    /// The encrypted journal as it stands, `null` when no secret was set or nothing changed since
    /// the last call. Answer: `Uint8Array | null`.
    Journal,
    /// Plain journal (decisions, answers, source hashes) for a new engine after a crash: stays
    /// inside the frame. Answer: `string`.
    Snapshot,
    /// Takes a snapshot back after the same files were loaded; answers take effect with
    /// [`Job::Reload`]. `poisoned` are records (number of the file, record) at which the engine
    /// stopped twice: from the next load on they are errors. An empty snapshot sets only those.
    /// Answer: [`Ack`].
    RestoreSnapshot {
        snapshot: String,
        poisoned: Vec<(u32, u32)>,
    },
}

/// Work that takes time. Started with `start`, advanced with `step`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Job {
    /// Loads files that were added with `addFile`, in this order. Result: [`Overview`].
    Load { files: Vec<u32> },
    /// Reads all sources again with the present answers. Result: [`Overview`].
    Reload,
    /// Looks for findings in everything. Result: [`Overview`].
    Scan,
    /// Writes the released copy and verifies it. Result: [`ReleaseView`].
    Release,
    /// Packs and encrypts; needs a finished release unless it is a working file.
    /// Result: [`SealView`].
    Seal {
        secrets: Secrets,
        working_file: bool,
    },
    /// Opens a bundle that was added with `addFile`. Result: [`OpenView`].
    Open { file: u32, secret: OpenSecret },
    /// Goes on with the working file that was opened last. Result: [`Overview`].
    Continue,
    /// Derives the journal's key from the passphrase. Result: [`Ack`].
    Protect { passphrase: String },
    /// Opens a journal. Result: [`JournalView`]; then the named files are asked for.
    OpenJournal { bytes: Vec<u8>, passphrase: String },
}

/// One step of a job.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum StepView {
    /// More to do.
    Working { progress: Progress },
    /// A part for WebCrypto; hand the result to `supply` with this index. The worker adds `key`,
    /// `nonce`, `data` as byte arrays.
    Crypto {
        index: u32,
        encrypt: bool,
        progress: Progress,
    },
    /// Finished.
    Done { result: JobResult },
}

/// What a job ended with.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum JobResult {
    /// Load, reload, scan, continue.
    Overview(Overview),
    /// Release.
    Release(ReleaseView),
    /// Seal.
    Seal(SealView),
    /// Open.
    Open(OpenView),
    /// Open journal.
    Journal(JournalView),
    /// Protect.
    Ack(Ack),
}

/// Nothing to say.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct Ack {
    /// Always true.
    pub ok: bool,
}

/// The tool that runs, as the receipt names it.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct ToolView {
    /// Version.
    pub version: String,
    /// SHA-256 of the page's own file, hex; `null` where it is not known.
    pub sha256: Option<String>,
}

/// An error for people: sentences come from `errors.ftl`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ErrorView {
    /// `error-<code>`.
    pub code: String,
    /// What happened, in the configured language.
    pub message: String,
    /// What it means for the material and what to do.
    pub advice: String,
    /// Arguments.
    pub args: BTreeMap<String, String>,
    /// Place, ready to show.
    pub place: Option<String>,
}

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
    /// Participants.
    pub participants: u32,
    /// True when everything loaded was searched.
    pub scanned: bool,
    /// Findings by state, within the scope.
    pub review: ReviewCounts,
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
    /// Importers that a person can choose: id.
    pub formats: Vec<String>,
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
    /// SHA-256, hex.
    pub sha256: String,
    /// Importer id; `null` when not recognised: kept in the bundle, not searched, not released.
    pub format: Option<String>,
    /// App and shape words.
    pub variant: Option<String>,
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

/// One row of the conversation list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConversationRow {
    /// Id.
    pub id: ConversationId,
    /// Source.
    pub source: SourceId,
    /// Title or names of the members.
    pub title: String,
    /// Kind.
    pub kind: ConversationKind,
    /// Importer id of the source.
    pub format: Option<String>,
    /// Members.
    pub members: u32,
    /// Messages.
    pub messages: u32,
    /// Messages inside the scope.
    pub in_scope: u32,
    /// Open places of band A and B, unsure ones included.
    pub open: u32,
    /// Places of band A and B.
    pub places: u32,
    /// Left out by the person.
    pub excluded: bool,
    /// First and last day.
    pub first: Option<String>,
    /// See `first`.
    pub last: Option<String>,
}

/// Sizes of a conversation's messages.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ThreadIndex {
    /// Number of messages.
    pub count: u32,
    /// One byte per message: low 6 bits = estimated lines of 48 characters (at most 63),
    /// bit 6 = a new day starts, bit 7 = has a picture.
    #[cfg_attr(feature = "protocol-types", ts(type = "Uint8Array"))]
    #[cfg_attr(target_arch = "wasm32", serde(with = "serde_bytes"))]
    pub sizes: Vec<u8>,
}

/// One message, ready to draw.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MessageView {
    /// Id.
    pub id: MessageId,
    /// Position in the conversation, from 0.
    pub index: u32,
    /// Local day `YYYY-MM-DD` in the zone of the case, `null` when unknown.
    pub day: Option<String>,
    /// `HH:MM`, or the source's own text when it could not be read.
    pub time: String,
    /// Whole time for the tooltip: local time with offset and the source's text.
    pub time_full: String,
    /// The clock hour is repeated or skipped, so the instant is an assumption.
    pub clock_change: bool,
    /// Sender's name; `null` for system notices.
    pub sender: Option<String>,
    /// Findings in the sender's name or number.
    pub sender_marks: Vec<Mark>,
    /// Direction.
    pub direction: Direction,
    /// Kind.
    pub kind: MessageKind,
    /// Text fields in order: subject, body, quoted, link preview.
    pub fields: Vec<FieldView>,
    /// Attachments.
    pub attachments: Vec<AttachmentView>,
    /// Inside the scope.
    pub in_scope: bool,
    /// The whole message is redacted: the label of the reason.
    pub withheld: Option<String>,
    /// Edited, according to the source.
    pub edited: bool,
    /// Call length in seconds.
    pub call_seconds: Option<u32>,
}

/// One text of a message.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// The original text.
    pub text: String,
    /// Findings, by start; clause findings may contain others.
    pub marks: Vec<Mark>,
}

/// A finding inside a text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Finding.
    pub finding: FindingId,
    /// In UTF-16 units.
    pub span: Utf16Span,
    /// Kind.
    pub category: Category,
    /// Group.
    pub group: Group,
    /// Band.
    pub band: Band,
    /// State.
    pub outcome: OutcomeView,
    /// Label of the mask when redacted, as it will stand in the released copy.
    pub mask: Option<String>,
}

/// State of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeView {
    /// Nobody decided.
    Open,
    /// Will be masked.
    Redact,
    /// Stays visible.
    Keep,
    /// Someone must look again.
    Unsure,
}

/// A file of a message.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttachmentView {
    /// Position in the message.
    pub index: u16,
    /// File name.
    pub name: Option<String>,
    /// Findings in the file name.
    pub marks: Vec<Mark>,
    /// Media type by content, else declared.
    pub media_type: Option<String>,
    /// Bytes.
    #[cfg_attr(feature = "protocol-types", ts(type = "number | null"))]
    pub size: Option<u64>,
    /// In the export or not.
    pub presence: Presence,
    /// Can be shown and kept (JPEG, PNG).
    pub picture: bool,
    /// Will be in the released copy.
    pub kept: bool,
}

/// A small picture.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// Media type.
    pub media_type: String,
    /// Encoded bytes.
    #[cfg_attr(feature = "protocol-types", ts(type = "Uint8Array"))]
    #[cfg_attr(target_arch = "wasm32", serde(with = "serde_bytes"))]
    pub bytes: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// Where a message stands.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct Place {
    /// Conversation.
    pub conversation: ConversationId,
    /// Position in it, from 0.
    pub index: u32,
}

/// Hits of a search.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SearchResult {
    /// All hits.
    pub total: u32,
    /// The first ones, newest conversations first.
    pub hits: Vec<SearchHit>,
}

/// One message that holds the words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    /// Message.
    pub message: MessageId,
    /// Conversation.
    pub conversation: ConversationId,
    /// Position in it.
    pub index: u32,
    /// Title of the conversation.
    pub title: String,
    /// Day and time.
    pub time: String,
    /// Sender's name.
    pub sender: Option<String>,
    /// Part of the text around the first hit.
    pub snippet: String,
    /// Hits in the snippet.
    pub spans: Vec<Utf16Span>,
}

/// A page of the value list.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ValuePage {
    /// All values that fit.
    pub total: u32,
    /// This page.
    pub values: Vec<ValueRow>,
}

/// One value with all its places.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ValueRow {
    /// First place (open ones first).
    pub finding: FindingId,
    /// Kind.
    pub category: Category,
    /// Group.
    pub group: Group,
    /// As written at the first place.
    pub text: String,
    /// Best band of its places.
    pub band: Band,
    /// Number of places in the scope.
    pub places: u32,
    /// State: open if any place is open, else unsure, else what all have (redact when mixed).
    pub outcome: OutcomeView,
    /// Some places are redacted and some kept.
    pub mixed: bool,
}

/// Everything about one finding.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Finding.
    pub finding: FindingId,
    /// Where.
    pub target: Target,
    /// Message to jump to (for names and numbers of a participant: their first message).
    pub message: Option<MessageId>,
    /// Its place.
    pub place: Option<Place>,
    /// Kind.
    pub category: Category,
    /// Group.
    pub group: Group,
    /// The value as written here.
    pub text: String,
    /// Score, 0 to 1.
    pub score: f32,
    /// Band.
    pub band: Band,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// State.
    pub outcome: OutcomeView,
    /// Chosen or suggested reason.
    pub basis: Option<String>,
    /// Places with the same value in the scope.
    pub places: u32,
    /// Conversations with the same value.
    pub conversations: u32,
    /// Different ways in which it is written, at most five.
    pub forms: Vec<String>,
}

/// What a decision is for.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum DecideScope {
    /// This place.
    Finding { finding: FindingId },
    /// The same value everywhere, twins included.
    Value { finding: FindingId },
    /// The whole message.
    Message { message: MessageId },
    /// An attachment.
    Attachment { message: MessageId, attachment: u16 },
}

/// What is decided.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DecideAction {
    /// Mask or withhold.
    Redact,
    /// Show or give.
    Keep,
    /// Look again later.
    Unsure,
}

/// What a decision changed.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Decided {
    /// Places that changed.
    pub changed: u32,
    /// The counts afterwards.
    pub review: ReviewCounts,
    /// Undo and redo can be pressed.
    pub can_undo: bool,
    /// See `can_undo`.
    pub can_redo: bool,
    /// The message where the change (or the undone one) is seen.
    pub message: Option<MessageId>,
}

/// What the case covers.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScopeView {
    /// Conversations left out.
    pub excluded: Vec<ConversationId>,
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
    /// Messages left out because of the period.
    pub outside_period: u32,
    /// Messages without a readable time (left out only when a period is set).
    pub undated: u32,
}

/// A reason that can be chosen.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct BasisView {
    /// Stable key (`se.osl.21.7`).
    pub key: String,
    /// As shown in the mask.
    pub label: String,
    /// What it is for.
    pub title: String,
}

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

/// Who can open a bundle.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(default)]
pub struct Secrets {
    /// Passphrases, each opens alone.
    pub passphrases: Vec<String>,
    /// Certificates, PEM or DER.
    pub certificates: Vec<Vec<u8>>,
}

/// How to open a bundle.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum OpenSecret {
    /// Passphrase.
    Passphrase {
        /// Text.
        passphrase: String,
    },
    /// Private key, PEM.
    PrivateKey {
        /// Bytes.
        bytes: Vec<u8>,
    },
    /// None: only form and checksums are checked.
    Nothing,
}

/// A finished bundle.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SealView {
    /// The bundle file.
    pub file: FileView,
    /// The receipt (HTML), also inside the bundle.
    pub receipt: FileView,
    /// Parts.
    pub parts: u32,
    /// Slots: fingerprint and role.
    pub slots: Vec<SlotView>,
}

/// A recipient slot.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct SlotView {
    /// First 8 bytes of the SHA-256 of the RecipientInfo, hex.
    pub fingerprint: String,
    /// `passphrase` or the certificate's subject.
    pub role: String,
}

/// An opened or checked bundle.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OpenView {
    /// Everything fits.
    pub intact: bool,
    /// Opened with a secret (else only form and checksums were looked at).
    pub opened: bool,
    /// A working file that can be continued.
    pub working_file: bool,
    /// Files inside.
    pub files: Vec<FileView>,
    /// Damaged entries by name.
    pub damaged: Vec<String>,
    /// Parts.
    pub parts: u32,
}

/// A strength estimate, with the words when they were generated.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct PassphraseView {
    /// Generated text.
    pub text: Option<String>,
    /// Bits of guessing work, rounded down.
    pub bits: u32,
    /// Good enough to be used.
    pub accepted: bool,
    /// Why not better: `strength-<id>` in ui.ftl.
    pub reasons: Vec<String>,
}

/// A certificate that can be used.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// Subject.
    pub subject: String,
    /// Issuer.
    pub issuer: String,
    /// Days, `YYYY-MM-DD`.
    pub valid_from: String,
    /// See `valid_from`.
    pub valid_to: String,
    /// `RSA 3072`, `EC P-256`.
    pub key: String,
    /// SHA-256 of the certificate, hex.
    pub fingerprint: String,
    /// Outside its validity now: use only on purpose.
    pub expired: bool,
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
    /// File name.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub size: u64,
    /// SHA-256, hex.
    pub sha256: String,
}

/// Phases, for the page's progress sentences.
pub type ProgressPhase = Phase;
