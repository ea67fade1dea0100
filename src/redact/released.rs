//! What a released copy consists of, and the wall around it.

use crate::{
    locales::Lang,
    model::{DetailKind, Direction, MessageKind},
    review::Capacity,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Material that went through redaction. Only `redact` can make it.
#[derive(Clone, Debug, PartialEq)]
pub struct Redacted<T>(T);

impl<T> Redacted<T> {
    pub(in crate::redact) fn new(inner: T) -> Self {
        Self(inner)
    }

    /// The material.
    pub fn get(&self) -> &T {
        &self.0
    }
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Segment {
    /// As in the source.
    Text(String),
    /// What stands in place of removed text: real text, constant per reason.
    Mask(String),
}

/// What the copy is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasedHead {
    /// Language of masks and labels.
    pub language: Lang,
    /// Authority, if the policy names it.
    pub authority: Option<String>,
    /// Case number, if the policy names it.
    pub case_number: Option<String>,
    /// First day of the period, if one was chosen.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// Zone of the times (IANA name); UTC when none was chosen.
    pub zone: Option<String>,
    /// Messages say in what capacity they were written.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub capacities: bool,
}

/// A conversation with released messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasedConversation {
    /// Number in this copy, from 1.
    pub conversation: u32,
    /// Title, or a neutral label.
    pub title: String,
    /// The title is a neutral label.
    pub neutral: bool,
    /// Number of its messages in this copy.
    pub messages: u32,
}

/// Who a message is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Sender {
    /// Name, or alias.
    pub name: String,
    /// The name was removed; this is an alias of this copy only.
    pub alias: bool,
}

/// How much of a message is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// All of its text.
    Given,
    /// Some of it is masked, or an attachment is withheld.
    Part,
    /// Nothing but time and sender.
    Withheld,
}

/// A message of the copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasedMessage {
    /// Number of the conversation.
    pub conversation: u32,
    /// Number in the conversation, from 1.
    pub message: u32,
    /// Local time to the second: with offset where the instant is known, without where the source
    /// states a clock time only; `null` where there is none.
    pub time: Option<String>,
    /// Sender, where the source names one.
    pub sender: Option<Sender>,
    /// In what capacity it was written, where that is known and the policy has it shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// Direction.
    pub direction: Direction,
    /// Kind.
    pub kind: MessageKind,
    /// How much of it is there.
    pub state: State,
    /// The mask in place of a wholly withheld message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withheld: Option<String>,
    /// Subject.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subject: Vec<Segment>,
    /// Quoted text of an earlier message.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quoted: Vec<Segment>,
    /// The text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Segment>,
    /// Text of a link preview.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub link_preview: Vec<Segment>,
    /// Further texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<ReleasedDetail>,
    /// Seconds of a call; `null` in the list when it was not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_seconds: Option<Option<u64>>,
    /// The source says that the text was changed after sending.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub edited: bool,
    /// Attachments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ReleasedAttachment>,
}

/// A further text of a message: a reaction, an earlier wording, a line of a contact card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasedDetail {
    /// What it is.
    pub detail: DetailKind,
    /// Who reacted, voted or edited, where the source names a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Sender>,
    /// When, in the form of the message's time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The text.
    pub content: Vec<Segment>,
}

/// Coarse kind of an attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttachmentKind {
    /// Picture.
    Picture,
    /// Video.
    Video,
    /// Sound.
    Sound,
    /// Anything else.
    Document,
}

impl AttachmentKind {
    /// Stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            AttachmentKind::Picture => "picture",
            AttachmentKind::Video => "video",
            AttachmentKind::Sound => "sound",
            AttachmentKind::Document => "document",
        }
    }
}

/// An attachment of the copy: a re-encoded picture, or a line that says that it is withheld.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasedAttachment {
    /// Kind.
    pub kind: AttachmentKind,
    /// Path in the copy, for a kept picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The mask, for everything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withheld: Option<String>,
}

/// The account of a copy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasedSummary {
    /// Conversations with released messages.
    pub conversations: u64,
    /// Messages whose text is all there.
    pub given: u64,
    /// Messages of which a part is masked or an attachment withheld.
    pub part: u64,
    /// Messages withheld as a whole.
    pub withheld: u64,
    /// Messages outside the request.
    pub outside: u64,
    /// Pictures in the copy.
    pub attachments_given: u64,
    /// Attachments withheld.
    pub attachments_withheld: u64,
    /// Masked places by the text of the mask.
    pub masks: BTreeMap<String, u64>,
}

/// Counts what is written.
#[derive(Debug, Default)]
pub struct Account(ReleasedSummary);

impl Account {
    /// An account that knows how many messages stay outside.
    #[must_use]
    pub fn new(outside: u64) -> Self {
        Self(ReleasedSummary {
            outside,
            ..ReleasedSummary::default()
        })
    }

    /// Counts a conversation.
    pub fn conversation(&mut self, _: &Redacted<ReleasedConversation>) {
        self.0.conversations += 1;
    }

    /// Counts a message.
    pub fn message(&mut self, message: &Redacted<ReleasedMessage>) {
        let message = message.get();
        let summary = &mut self.0;
        match message.state {
            State::Given => summary.given += 1,
            State::Part => summary.part += 1,
            State::Withheld => summary.withheld += 1,
        }
        for attachment in &message.attachments {
            if attachment.file.is_some() {
                summary.attachments_given += 1;
            } else {
                summary.attachments_withheld += 1;
            }
        }
        let texts = [
            &message.subject,
            &message.quoted,
            &message.body,
            &message.link_preview,
        ];
        let in_text = texts
            .into_iter()
            .chain(message.details.iter().map(|detail| &detail.content))
            .flatten()
            .filter_map(|segment| match segment {
                Segment::Mask(label) => Some(label),
                Segment::Text(_) => None,
            });
        let whole = message.withheld.as_ref();
        for label in in_text.chain(whole) {
            *summary.masks.entry(label.clone()).or_default() += 1;
        }
    }

    /// The finished account.
    #[must_use]
    pub fn finish(self) -> Redacted<ReleasedSummary> {
        Redacted::new(self.0)
    }
}
