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

mod bundle;
mod case;
mod people;
mod release;
mod review;
mod thread;

pub use bundle::{
    CertificateView, OpenSecret, OpenView, PassphraseView, SealView, Secrets, SlotView,
};
pub use case::{
    JournalFile, JournalSource, JournalView, Overview, RecordErrorView, ReviewCounts, ScopeView,
    SearchView, SourceAnswers, SourceFileView, SourceView,
};
pub use people::{
    AccountRow, CapacityAbout, CapacityFrom, ChangeView, CoverageLine, CoveragePart, CoverageView,
    LikelyAccountRow, LikelyPersonRow, PeoplePage, PersonPart, PersonRow, RegisterView,
};
pub use release::{FileView, GateLine, GatePlace, GateView, LeakView, OccurrenceView, ReleaseView};
pub use review::{BasisView, Card, DecideAction, DecideScope, Decided, ValuePage, ValueRow};
pub use thread::{
    AttachmentView, ConversationRow, FieldView, FoundIn, FoundKind, FoundPlace, FoundPlaces,
    FoundSoFar, Mark, MessageView, OutcomeView, Picture, Place, SearchHit, SearchResult,
    ThreadIndex,
};

use crate::{
    finding::{Category, FindingId, Preset, Target},
    job::{Phase, Progress},
    model::{ConversationId, MessageId, ParticipantId, SourceId},
    review::{AccountEntry, Capacity},
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
    /// Makes every file of a source one of its own; takes effect with job [`Job::Reload`].
    /// Answer: [`Ack`].
    SplitSource { source: SourceId },
    /// Makes several sources one; takes effect with job [`Job::Reload`]. Answer: [`Ack`].
    JoinSources { sources: Vec<SourceId> },
    /// All conversations, in order of last message, newest first. Answer: `ConversationRow[]`.
    Conversations,
    /// What a search that still runs has found: [`FoundSoFar`].
    FoundSoFar {
        /// Conversations to name at most.
        rows: u32,
    },
    /// Findings of one conversation that it is through with: [`FoundPlaces`].
    FoundIn {
        /// The conversation.
        conversation: ConversationId,
        /// First finding.
        start: u32,
        /// How many.
        count: u32,
    },
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
    /// Search in every text, for one step: ask again with the same words until the answer is
    /// `done`. Answer: [`SearchResult`].
    Search {
        query: String,
        conversation: Option<ConversationId>,
        /// Only messages written in this capacity.
        #[serde(default)]
        capacity: Option<Capacity>,
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
    /// `inconsistent` line): one undo step. Needs the checklist of the present state
    /// ([`Job::Gate`]). Answer: [`Decided`], or [`Overview`] when there is none.
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
        /// Only conversations that one of these people takes part in; all when `null`.
        #[serde(default)]
        people: Option<Vec<ParticipantId>>,
        from: Option<String>,
        to: Option<String>,
        zone: String,
    },
    /// How complete the material is; gaps from this many days on. Answer: [`CoverageView`].
    Coverage { days: u32 },
    /// People whose names or numbers hold the words, or all. Answer: [`PeoplePage`].
    People {
        query: String,
        capacity: Option<Capacity>,
        start: u32,
        count: u32,
    },
    /// Two participants are one person, or are not. Answer: [`Decided`].
    SamePerson {
        one: ParticipantId,
        other: ParticipantId,
        same: bool,
    },
    /// Two sources are exports of one account, or are not. Answer: [`Decided`].
    SameAccount {
        one: SourceId,
        other: SourceId,
        same: bool,
    },
    /// Somebody is the owner of the account, or is not. Answer: [`Decided`].
    SetOwn {
        participant: ParticipantId,
        own: bool,
    },
    /// In what capacity somebody writes; `null`: nothing is said any more. Answer: [`Decided`].
    SetCapacity {
        about: CapacityAbout,
        capacity: Option<Capacity>,
    },
    /// The account register. Answer: [`RegisterView`].
    Register,
    /// Changes an entry of the account register, adds one (`id` is `null`) or takes one out
    /// (`entry` is `null`). Answer: [`RegisterView`].
    SetAccount {
        id: Option<String>,
        entry: Option<AccountEntry>,
    },
    /// The account register as CSV. Answer: `string`.
    RegisterCsv,
    /// Other keys in the review: by command the key as shown, empty where it is switched off. They
    /// are kept with snapshot and journal. Answer: [`Ack`].
    SetKeys { keys: BTreeMap<String, String> },
    /// What is searched from now on; findings of the last scan are dropped, decisions stay. Answer:
    /// [`Ack`].
    SetSearch { preset: Preset, off: Vec<Category> },
    /// The text of a profile, or none any more, with its preset and categories. Answer: [`Ack`] or
    /// what is wrong with it; nothing changes then.
    SetProfile { profile: Option<String> },
    /// Reasons that can be chosen. Answer: `BasisView[]`.
    Bases,
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
    /// Reads every text for the checklist of the finish screen. Result: [`GateView`].
    Gate,
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
    /// Takes a file of [`OpenView::inside`] out of the bundle that was opened last, for a stream.
    /// Result: [`FileView`].
    Extract { path: String },
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
    /// Gate.
    Gate(GateView),
    /// Release.
    Release(ReleaseView),
    /// Seal.
    Seal(SealView),
    /// Open.
    Open(OpenView),
    /// Extract.
    File(FileView),
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

/// Phases, for the page's progress sentences.
pub type ProgressPhase = Phase;
