//! Conversations, messages and what is drawn of them; search hits.

use super::{CapacityFrom, ChangeView};
use crate::{
    finding::{Band, Category, Field, FindingId, Group},
    model::{
        ConversationId, ConversationKind, DetailKind, Direction, MessageId, MessageKind,
        ParticipantId, Presence, SourceId,
    },
    review::Capacity,
    text::Utf16Span,
};
use serde::{Deserialize, Serialize};

/// What a search that still runs has found. The end of the search may add to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FoundSoFar {
    /// Conversations that are searched.
    pub finished: u32,
    /// All conversations.
    pub conversations: u32,
    /// Likely findings in them by kind, most first.
    pub kinds: Vec<FoundKind>,
    /// Some of the conversations, in the order of the search.
    pub rows: Vec<FoundIn>,
}

/// Likely findings of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FoundKind {
    /// Kind.
    pub category: Category,
    /// Number.
    pub places: u32,
}

/// Likely findings of one conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FoundIn {
    /// The conversation.
    pub conversation: ConversationId,
    /// Title or names of the members.
    pub title: String,
    /// Number.
    pub places: u32,
}

/// A window of the likely findings of a conversation that a running search is through with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FoundPlaces {
    /// All of them.
    pub total: u32,
    /// Those of the window, in reading order.
    pub places: Vec<FoundPlace>,
}

/// A likely finding, to be read: it can be decided when the search is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FoundPlace {
    /// Kind.
    pub category: Category,
    /// Day of the message, `YYYY-MM-DD`, where known.
    pub day: Option<String>,
    /// Its clock time, or the source's own text.
    pub time: String,
    /// A few words before the value.
    pub before: String,
    /// The value.
    pub text: String,
    /// A few words after it.
    pub after: String,
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
    /// Capacity that was said of the conversation itself.
    pub capacity: Option<Capacity>,
    /// Capacities in which its messages were written.
    pub capacities: Vec<Capacity>,
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
    /// The sender as a participant.
    pub sender_id: Option<ParticipantId>,
    /// In what capacity it was written.
    pub capacity: Capacity,
    /// What that rests on.
    pub capacity_from: CapacityFrom,
    /// Names of all sources that hold it, where there are several.
    pub held_by: Vec<String>,
    /// What exports say differently about it.
    pub changes: Vec<ChangeView>,
}

/// One text of a message.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// Kind of a further text.
    pub detail: Option<DetailKind>,
    /// Who reacted, voted or edited.
    pub by: Option<String>,
    /// Findings in that name.
    pub by_marks: Vec<Mark>,
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
    /// Everything was searched. Until then `total` counts the hits so far and `hits` is empty.
    pub done: bool,
    /// Messages searched so far.
    pub searched: u32,
    /// All hits.
    pub total: u32,
    /// The newest ones.
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
