//! People with their names and capacities, the account register, and how complete the material is.

use crate::{
    model::{Change, ConversationId, LikelyReason, MessageId, ParticipantId, SourceId, Warning},
    review::{AccountEntry, Capacity, CapacityCounts},
};
use serde::{Deserialize, Serialize};

/// A part of the list of people.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PeoplePage {
    /// People that fit.
    pub total: u32,
    /// All people.
    pub all: u32,
    /// A window of those that fit, most messages first.
    pub people: Vec<PersonRow>,
    /// People that may be one, as far as nobody ruled.
    pub likely: Vec<LikelyPersonRow>,
    /// Of them not shown.
    pub likely_more: u32,
    /// Sources that may be exports of one account.
    pub likely_accounts: Vec<LikelyAccountRow>,
    /// Messages by capacity.
    pub capacities: CapacityCounts,
    /// Undo and redo can be pressed.
    pub can_undo: bool,
    /// See `can_undo`.
    pub can_redo: bool,
}

/// One person.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// A participant that stands for the person.
    pub id: ParticipantId,
    /// Name, else number, else a neutral word.
    pub name: String,
    /// Further names.
    pub names: Vec<String>,
    /// Numbers and addresses.
    pub handles: Vec<String>,
    /// Messages that they sent.
    pub messages: u32,
    /// Conversations that they take part in.
    pub conversations: u32,
    /// The owner of the account.
    pub owner: bool,
    /// Capacity.
    pub capacity: Capacity,
    /// The participants of the sources that are this person, where they are several.
    pub parts: Vec<PersonPart>,
}

/// A participant of a source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonPart {
    /// Participant.
    pub id: ParticipantId,
    /// Names and numbers.
    pub label: String,
    /// Name of the source.
    pub source: String,
}

/// Two people that may be one.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LikelyPersonRow {
    /// The first.
    pub one: ParticipantId,
    /// Names and numbers of the first.
    pub one_label: String,
    /// The other.
    pub other: ParticipantId,
    /// Names and numbers of the other.
    pub other_label: String,
    /// Why.
    pub reason: LikelyReason,
}

/// Two sources that may be exports of one account.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LikelyAccountRow {
    /// The first.
    pub one: SourceId,
    /// Its name.
    pub one_name: String,
    /// The other.
    pub other: SourceId,
    /// Its name.
    pub other_name: String,
}

/// What a capacity is said about.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum CapacityAbout {
    /// A person, by a participant.
    Person {
        /// Participant.
        participant: ParticipantId,
    },
    /// A conversation.
    Conversation {
        /// Conversation.
        conversation: ConversationId,
    },
    /// A message.
    Message {
        /// Message.
        message: MessageId,
    },
}

/// What the capacity of a message rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CapacityFrom {
    /// Said of the message.
    Message,
    /// Said of the conversation.
    Conversation,
    /// Said of the person.
    Person,
    /// Nobody said anything.
    Nobody,
}

/// What two exports say differently about a message.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// What.
    pub change: Change,
    /// Name of the source that says so.
    pub source: String,
}

/// How complete the material is, in sentences.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CoverageView {
    /// Days without a message from which on a gap is named.
    pub days: u32,
    /// Zone of the days.
    pub zone: String,
    /// All together, each account, then each conversation with something to tell.
    pub parts: Vec<CoveragePart>,
    /// Conversations with something to tell that are not shown.
    pub more: u32,
}

/// A part of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CoveragePart {
    /// Names of the sources or title of the conversation; empty for everything together.
    pub title: String,
    /// The conversation that it is about.
    pub conversation: Option<ConversationId>,
    /// Sentences.
    pub lines: Vec<CoverageLine>,
    /// What the sources say about themselves.
    pub signs: Vec<Warning>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CoverageLine {
    /// Id of its text.
    pub kind: String,
    /// The sentence.
    pub text: String,
    /// The message to look at.
    pub message: Option<MessageId>,
    /// Something may be missing.
    pub warn: bool,
}

/// The account register.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RegisterView {
    /// Accounts, those of the sources first.
    pub accounts: Vec<AccountRow>,
    /// Undo and redo can be pressed.
    pub can_undo: bool,
    /// See `can_undo`.
    pub can_redo: bool,
}

/// One account of the register.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AccountRow {
    /// Id.
    pub id: String,
    /// Made from a source; nobody has looked at it yet.
    pub proposed: bool,
    /// The entry.
    pub entry: AccountEntry,
    /// Day on which the next capture is due.
    pub due: Option<String>,
    /// That day is over.
    pub overdue: bool,
}
