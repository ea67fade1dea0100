//! Messages and attachments.

use super::{ConversationId, ParticipantId, SourceId};
use crate::{finding::Field, limits, time::Timestamp};
use serde::Serialize;
use zeroize::Zeroizing;

/// Exact place in a source: bytes of the (decoded, inflated) member. Member 0 is the file itself
/// where it is no archive; else the position in [`super::Source::members`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Locator {
    /// Position in [`super::Source::members`].
    pub member: u32,
    /// First byte.
    pub start: u64,
    /// Number of bytes; 0 when the record had no end.
    pub len: u64,
}

/// Who the message went from, seen from the owner of the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Received by the owner.
    In,
    /// Sent by the owner.
    Out,
    /// Never sent.
    Draft,
    /// Sending failed or waits.
    Failed,
    /// Written by the service.
    System,
    /// The source does not say.
    #[default]
    Unknown,
}

/// What a message is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    /// Text, possibly with attachments.
    #[default]
    Text,
    /// Only attachments.
    Media,
    /// A call, answered or not.
    Call,
    /// A shared place.
    Location,
    /// A contact card.
    Contact,
    /// A poll.
    Poll,
    /// A notice of the service.
    System,
    /// A placeholder for a deleted message.
    Deleted,
    /// View-once media.
    ViewOnce,
    /// A post, story or profile text of an account: not part of a conversation.
    Post,
    /// A comment on a post.
    Comment,
    /// Any other record of an account: a like, a follow, a log-in, a search.
    Entry,
}

impl MessageKind {
    /// False for posts, comments and other records of an account, which are counted by kind and
    /// not as messages.
    #[must_use]
    pub const fn is_message(self) -> bool {
        !matches!(
            self,
            MessageKind::Post | MessageKind::Comment | MessageKind::Entry
        )
    }
}

/// One record of a source. Rare parts sit in [`MessageExtra`] so that a million short messages fit
/// in memory.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// Source.
    pub source: SourceId,
    /// Number of the record in its source, from 1: stable when the same file is read again.
    pub record: u32,
    /// Conversation.
    pub conversation: ConversationId,
    /// Sender; `None` for system notices and where the source does not say.
    pub sender: Option<ParticipantId>,
    /// Direction.
    pub direction: Direction,
    /// Kind.
    pub kind: MessageKind,
    /// When it was sent or received, as the source says.
    pub time: Timestamp,
    /// The text; empty for pure media.
    pub body: Box<str>,
    /// Place in the source.
    pub place: Locator,
    /// Another export holds the same message, which is shown for it ([`super::Merged::shown`]).
    pub twin: bool,
    /// Rare parts.
    pub extra: Option<Box<MessageExtra>>,
}

/// Parts that few messages have.
#[derive(Clone, Debug, Default)]
pub struct MessageExtra {
    /// Subject.
    pub subject: Option<String>,
    /// Receivers of a group message.
    pub recipients: Vec<ParticipantId>,
    /// When the network says it was sent.
    pub sent: Option<Timestamp>,
    /// Attachments.
    pub attachments: Vec<Attachment>,
    /// Quoted text of an earlier message.
    pub quoted: Option<String>,
    /// Text of a link preview.
    pub link_preview: Option<String>,
    /// Further texts: reactions, earlier wordings, polls, cards, places …
    pub details: Vec<Detail>,
    /// Details of a call.
    pub call: Option<Call>,
    /// The source says that the text was changed; no earlier text is held.
    pub edited: bool,
    /// The clock time falls into the hour that is repeated or skipped when clocks change.
    pub clock_change: bool,
    /// From, To and address contradict each other.
    pub address_conflict: bool,
    /// Fields of the source that have no place in the model, as they were.
    pub raw: Vec<(String, String)>,
}

/// A text of a record beside its body: searched, decided on, redacted and shown like the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// What it is.
    pub kind: DetailKind,
    /// The text.
    pub text: String,
    /// Who: the person that reacted, voted or edited.
    pub by: Option<ParticipantId>,
    /// When, where the source says so.
    pub time: Option<Timestamp>,
}

impl Detail {
    /// A text without person and time.
    #[must_use]
    pub fn new(kind: DetailKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            by: None,
            time: None,
        }
    }
}

/// What a [`Detail`] is. `locales/*/report.ftl` holds `message-detail-<id>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DetailKind {
    /// Wording before an edit, or of a message that was taken back.
    EarlierText,
    /// A reaction: the emoji or its name.
    Reaction,
    /// Question of a poll.
    PollQuestion,
    /// Choice of a poll; `by` is set for a vote.
    PollOption,
    /// One value of a contact card: name, number, address.
    ContactCard,
    /// A place: name, address or coordinates.
    Location,
    /// Whom a forwarded message is from.
    ForwardedFrom,
    /// An address that was shared, with its title where there is one.
    Link,
    /// Alternative text or caption of a picture, title of a file or an event.
    Description,
    /// Written form of speech.
    Transcript,
    /// A person or thing that is tagged or mentioned.
    Tag,
    /// A line of a mail header.
    Header,
    /// Any other text of the record.
    Other,
}

impl DetailKind {
    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            DetailKind::EarlierText => "earlier-text",
            DetailKind::Reaction => "reaction",
            DetailKind::PollQuestion => "poll-question",
            DetailKind::PollOption => "poll-option",
            DetailKind::ContactCard => "contact-card",
            DetailKind::Location => "location",
            DetailKind::ForwardedFrom => "forwarded-from",
            DetailKind::Link => "link",
            DetailKind::Description => "description",
            DetailKind::Transcript => "transcript",
            DetailKind::Tag => "tag",
            DetailKind::Header => "header",
            DetailKind::Other => "other",
        }
    }
}

/// A call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Seconds; 0 when not answered.
    pub seconds: u64,
    /// False when missed, rejected or blocked.
    pub answered: bool,
}

/// A file that a message names.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// File name as the source gives it.
    pub name: Option<String>,
    /// Media type as the source declares it.
    pub declared: Option<String>,
    /// Media type by content, when the bytes are there.
    pub sniffed: Option<&'static str>,
    /// Decoded size in bytes, when known.
    pub size: Option<u64>,
    /// Whether the export holds it.
    pub presence: Presence,
    /// Part of the record's layout, not a file that the source names: withheld like any other,
    /// but not counted.
    pub embedded: bool,
    /// Where the bytes lie.
    pub content: Content,
}

/// Whether an export holds a file that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// Yes.
    Present,
    /// Named, but not there.
    Missing,
    /// The export says that it left it out.
    Omitted,
}

/// A member under AES-256-CBC with a key of its own.
#[derive(Clone, PartialEq, Eq)]
pub struct EncryptedMember {
    /// Position in [`super::Source::members`].
    pub member: u32,
    /// Bytes before the content: the start block, where the file begins with it.
    pub start: u64,
    /// Bytes of the content, without padding.
    pub size: u64,
    /// The key; wiped when it is dropped.
    pub key: Zeroizing<[u8; 32]>,
}

impl std::fmt::Debug for EncryptedMember {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EncryptedMember({}, {})", self.member, self.size)
    }
}

/// Where an attachment's bytes lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nowhere.
    Absent,
    /// Base64 text inside a member.
    Base64(Locator),
    /// A part of a member's bytes, encoded for transfer as mail does it.
    Encoded(Locator, Transfer),
    /// A whole member, by position in [`super::Source::members`].
    Member(u32),
    /// A whole member of an encrypted backup.
    Encrypted(Box<EncryptedMember>),
}

/// How a part of a mail is encoded (RFC 2045 section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transfer {
    /// As it is.
    Identity,
    /// Quoted-printable.
    QuotedPrintable,
    /// Base64.
    Base64,
}

impl MessageExtra {
    /// Adds a text once; an empty one is none. What exceeds [`limits::RECORD_TEXTS`] is kept as a
    /// raw field: fields of a message are numbered, and none may stay unsearched.
    pub fn add_detail(&mut self, detail: Detail) {
        let compared = self.details.len() <= limits::DETAILS_COMPARED;
        if detail.text.is_empty() || compared && self.details.contains(&detail) {
            return;
        }
        if self.details.len() < limits::RECORD_TEXTS {
            self.details.push(detail);
        } else {
            self.raw.push((detail.kind.id().to_owned(), detail.text));
        }
    }

    /// Keeps what exceeds [`limits::RECORD_TEXTS`] as raw fields.
    pub(crate) fn keep_numbered(&mut self) {
        let end = self.details.len().min(limits::RECORD_TEXTS);
        for detail in self.details.drain(end..) {
            self.raw.push((detail.kind.id().to_owned(), detail.text));
        }
        let end = self.attachments.len().min(limits::RECORD_TEXTS);
        for attachment in self.attachments.drain(end..) {
            let name = attachment.name.unwrap_or_default();
            self.raw.push(("attachment".to_owned(), name));
        }
    }
}

impl Message {
    /// Adds a text once ([`MessageExtra::add_detail`]).
    pub fn add_detail(&mut self, detail: Detail) {
        if !detail.text.is_empty() {
            self.extra_mut().add_detail(detail);
        }
    }

    /// The extra parts, made on first use.
    pub fn extra_mut(&mut self) -> &mut MessageExtra {
        self.extra.get_or_insert_with(Box::default)
    }

    /// Attachments, none for most messages.
    #[must_use]
    pub fn attachments(&self) -> &[Attachment] {
        self.extra.as_ref().map_or(&[], |extra| &extra.attachments)
    }

    /// The further texts.
    #[must_use]
    pub fn details(&self) -> &[Detail] {
        self.extra.as_ref().map_or(&[], |extra| &extra.details)
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        let extra = self.extra.as_deref();
        match field {
            Field::Body => Some(&self.body),
            Field::Subject => extra?.subject.as_deref(),
            Field::Quoted => extra?.quoted.as_deref(),
            Field::LinkPreview => extra?.link_preview.as_deref(),
            Field::Detail(n) => Some(extra?.details.get(n as usize)?.text.as_str()),
            Field::AttachmentName(n) => extra?.attachments.get(n as usize)?.name.as_deref(),
        }
    }

    /// All texts that are not empty, with their fields.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &str)> {
        let fixed = [
            Field::Body,
            Field::Subject,
            Field::Quoted,
            Field::LinkPreview,
        ];
        let details = (0..self.details().len()).map(|n| Field::Detail(n as u16));
        let names = (0..self.attachments().len()).map(|n| Field::AttachmentName(n as u16));
        fixed
            .into_iter()
            .chain(details)
            .chain(names)
            .filter_map(|field| Some((field, self.text(field)?)))
            .filter(|(_, text)| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_stays_without_a_number() {
        let mut message = Message::default();
        for n in 0..limits::RECORD_TEXTS + 5 {
            message.add_detail(Detail::new(DetailKind::Tag, n.to_string()));
            message.add_detail(Detail::new(DetailKind::Tag, "0"));
        }
        let extra = message.extra.unwrap();
        assert!(u16::try_from(extra.details.len()).is_ok());
        let last = (limits::RECORD_TEXTS + 4).to_string();
        let kept = extra.details.iter().map(|detail| &detail.text);
        let all: Vec<&String> = kept.chain(extra.raw.iter().map(|(_, text)| text)).collect();
        assert!(all.contains(&&last), "nothing is lost");
    }
}
