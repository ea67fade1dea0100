//! The common model that every importer fills: sources, conversations, participants, messages,
//! attachments and the accounting of what was read.
//!
//! Pictures and other attachments are never held: an [`Attachment`] says where its bytes lie in
//! the source ([`Content`]), and `import::attachment` reads them again on demand.

mod accounting;
mod mapping;
mod merged;
mod message;
mod source;

pub use accounting::{Accounting, RecordError, Repair, RepairKind, SkipReason};
pub use mapping::{MappedColumn, Mapping, Role};
pub use merged::{Change, LikelyPerson, LikelyReason, Merged, Person};
pub use message::{
    Attachment, Call, Content, Detail, DetailKind, Direction, EncryptedMember, Locator, Message,
    MessageExtra, MessageKind, Presence, Transfer,
};
pub use source::{
    Conversation, ConversationKind, Handle, HandleKind, Participant, Question, Secret, Source,
    SourceDigests, SourceFile, Warning,
};

use crate::finding::{Field, Target};
use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
        pub struct $name(pub u32);
        impl $name {
            /// As an index of the case's list.
            #[must_use]
            pub const fn index(self) -> usize { self.0 as usize }
        }
    };
}
id!(
    /// Index into [`Case::sources`].
    SourceId
);
id!(
    /// Index into [`Case::conversations`].
    ConversationId
);
id!(
    /// Index into [`Case::participants`].
    ParticipantId
);
id!(
    /// Index into [`Case::messages`].
    MessageId
);

/// Everything that was loaded.
#[derive(Debug, Default)]
pub struct Case {
    /// In the order in which they were added.
    pub sources: Vec<Source>,
    /// In order of first appearance.
    pub conversations: Vec<Conversation>,
    /// In order of first appearance.
    pub participants: Vec<Participant>,
    /// In source order; a conversation lists its own in time order.
    pub messages: Vec<Message>,
    /// What several sources hold in common.
    pub merged: Merged,
}

impl Case {
    /// The text of a target, if it exists.
    #[must_use]
    pub fn text(&self, target: Target) -> Option<&str> {
        match target {
            Target::Message(id, field) => self.messages.get(id.index())?.text(field),
            Target::ParticipantName(id, n) => self
                .participants
                .get(id.index())?
                .names
                .get(n as usize)
                .map(String::as_str),
            Target::ParticipantHandle(id, n) => self
                .participants
                .get(id.index())?
                .handles
                .get(n as usize)
                .map(|h| h.raw.as_str()),
            Target::ConversationTitle(id) => self.conversations.get(id.index())?.title.as_deref(),
        }
    }

    /// Messages without twins, with their ids.
    pub fn shown_messages(&self) -> impl Iterator<Item = (MessageId, &Message)> {
        let messages = self.messages.iter().enumerate();
        messages
            .filter(|(_, message)| !message.twin)
            .map(|(at, message)| (MessageId(at as u32), message))
    }

    /// The stable id of a message: the first 12 hex digits of its source's SHA-256, `-`, the
    /// number of the record in that source (from 1). The same in every session and on the
    /// command line; stored in decisions.
    #[must_use]
    pub fn stable_id(&self, id: MessageId) -> Option<String> {
        let message = self.messages.get(id.index())?;
        let source = self.sources.get(message.source.index())?;
        let prefix: String = source.digests.sha256.chars().take(12).collect();
        Some(format!("{prefix}-{}", message.record))
    }

    /// All texts of a message that are searched, with their fields.
    pub fn fields(&self, id: MessageId) -> impl Iterator<Item = (Field, &str)> {
        self.messages
            .get(id.index())
            .into_iter()
            .flat_map(Message::fields)
    }
}
