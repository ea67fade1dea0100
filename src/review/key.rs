//! Names of findings and places that stay the same when the same files are read again, in the
//! page and on the command line (`docs/formats/decisions.md`). Offsets are code points.

use crate::{
    finding::{Category, Field, Finding, Target},
    model::{Case, ConversationId, MessageId, ParticipantId, SourceId},
    text::OffsetMap,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// A finding by its place: where, in which text, from and to, of which category.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct FindingKey {
    /// Stable id of a message ([`Case::stable_id`]), `conversation:…` or `participant:…`.
    pub place: String,
    /// `body`, `subject`, `quoted`, `link-preview`, `detail-N`, `attachment-N`, `name-N`, `handle-N`, `title`.
    pub field: String,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// Category.
    pub category: Category,
}

/// The id of a target's text inside its place.
#[must_use]
pub fn field_id(target: Target) -> String {
    match target {
        Target::Message(_, Field::Body) => "body".to_owned(),
        Target::Message(_, Field::Subject) => "subject".to_owned(),
        Target::Message(_, Field::Quoted) => "quoted".to_owned(),
        Target::Message(_, Field::LinkPreview) => "link-preview".to_owned(),
        Target::Message(_, Field::Detail(n)) => format!("detail-{n}"),
        Target::Message(_, Field::AttachmentName(n)) => format!("attachment-{n}"),
        Target::ParticipantName(_, n) => format!("name-{n}"),
        Target::ParticipantHandle(_, n) => format!("handle-{n}"),
        Target::ConversationTitle(_) => "title".to_owned(),
    }
}

/// Translates between positions in the case and stable names.
#[derive(Debug, Default)]
pub struct Places {
    sources: HashMap<String, SourceId>,
    /// Sorted by source and record.
    messages: Vec<(SourceId, u32, MessageId)>,
    participants: Vec<String>,
    participant_index: HashMap<String, ParticipantId>,
    conversations: Vec<String>,
    conversation_index: HashMap<String, ConversationId>,
    /// Conversations of each person, and the person of each participant.
    with_person: HashMap<usize, BTreeSet<ConversationId>>,
    person_of: Vec<usize>,
}

impl Places {
    /// Reads the names of a case.
    #[must_use]
    pub fn new(case: &Case) -> Self {
        let mut places = Places::default();
        for (at, source) in case.sources.iter().enumerate() {
            let prefix = prefix(&source.digests.sha256);
            places.sources.entry(prefix).or_insert(SourceId(at as u32));
        }
        places.messages = case
            .messages
            .iter()
            .enumerate()
            .map(|(at, message)| {
                // What was decided about a twin is about the message that is shown for it.
                let shown = case.merged.shown(MessageId(at as u32));
                (message.source, message.record, shown)
            })
            .collect();
        places.messages.sort_unstable();
        for (at, participant) in case.participants.iter().enumerate() {
            let name = participant
                .handles
                .first()
                .map(|handle| handle.normalised.as_str())
                .or_else(|| participant.names.first().map(String::as_str))
                .unwrap_or_default();
            let id = ParticipantId(at as u32);
            let stable = unused(&places.participant_index, format!("participant:{name}"));
            places.participant_index.insert(stable.clone(), id);
            places.participants.push(stable);
        }
        for (at, conversation) in case.conversations.iter().enumerate() {
            let source = case
                .sources
                .get(conversation.source.index())
                .map(|source| prefix(&source.digests.sha256))
                .unwrap_or_default();
            let id = ConversationId(at as u32);
            let stable = unused(
                &places.conversation_index,
                format!("conversation:{source}:{}", conversation.key),
            );
            let shown = conversation.joined_into.unwrap_or(id);
            places.conversation_index.insert(stable.clone(), shown);
            places.conversations.push(stable);
        }
        // Without joined people everybody stands alone.
        places.person_of = (0..case.participants.len())
            .map(
                |at| match case.merged.same_person(ParticipantId(at as u32)) {
                    [first, ..] => first.index(),
                    [] => at,
                },
            )
            .collect();
        let members = case
            .conversations
            .iter()
            .enumerate()
            .flat_map(|(at, conversation)| {
                // What another one took in is one with it.
                let id = conversation
                    .joined_into
                    .unwrap_or(ConversationId(at as u32));
                let members = conversation.participants.iter();
                members.map(move |member| (id, *member))
            });
        let senders = case
            .messages
            .iter()
            .filter_map(|message| Some((message.conversation, message.sender?)));
        for (conversation, member) in members.chain(senders) {
            if let Some(person) = places.person_of.get(member.index()) {
                let theirs = places.with_person.entry(*person).or_default();
                theirs.insert(conversation);
            }
        }
        places
    }

    /// Conversations that a person takes part in, under any of the names that sources give.
    #[must_use]
    pub fn conversations_with(&self, participant: ParticipantId) -> BTreeSet<ConversationId> {
        self.person_of
            .get(participant.index())
            .and_then(|person| self.with_person.get(person))
            .cloned()
            .unwrap_or_default()
    }

    /// The message of a stable id.
    #[must_use]
    pub fn message(&self, stable: &str) -> Option<MessageId> {
        let (source, record) = stable.rsplit_once('-')?;
        let source = *self.sources.get(source)?;
        let record: u32 = record.parse().ok()?;
        let at = self
            .messages
            .binary_search_by_key(&(source, record), |(source, record, _)| (*source, *record))
            .ok()?;
        self.messages.get(at).map(|(_, _, id)| *id)
    }

    /// The conversation of a stable name; also by its key alone where that is unique enough for a
    /// person to type it on the command line.
    #[must_use]
    pub fn conversation(&self, stable: &str) -> Option<ConversationId> {
        if let Some(id) = self.conversation_index.get(stable) {
            return Some(*id);
        }
        let mut matching = self
            .conversations
            .iter()
            .enumerate()
            .filter(|(_, name)| name.splitn(3, ':').nth(2) == Some(stable));
        let (_, name) = matching.next()?;
        let id = *self.conversation_index.get(name)?;
        matching
            .all(|(_, name)| self.conversation_index.get(name) == Some(&id))
            .then_some(id)
    }

    /// The stable name of a conversation.
    #[must_use]
    pub fn conversation_name(&self, id: ConversationId) -> Option<&str> {
        self.conversations.get(id.index()).map(String::as_str)
    }

    /// The participant of a stable name.
    #[must_use]
    pub fn participant(&self, stable: &str) -> Option<ParticipantId> {
        self.participant_index.get(stable).copied()
    }

    /// The stable name of a participant.
    #[must_use]
    pub fn participant_name(&self, id: ParticipantId) -> Option<&str> {
        self.participants.get(id.index()).map(String::as_str)
    }

    /// The stable place of a target.
    #[must_use]
    pub fn place(&self, case: &Case, target: Target) -> Option<String> {
        match target {
            Target::Message(id, _) => case.stable_id(id),
            Target::ParticipantName(id, _) | Target::ParticipantHandle(id, _) => {
                self.participant_name(id).map(str::to_owned)
            }
            Target::ConversationTitle(id) => self.conversation_name(id).map(str::to_owned),
        }
    }

    /// The target of a place and a field.
    #[must_use]
    pub fn target(&self, place: &str, field: &str) -> Option<Target> {
        let number = |prefix: &str| field.strip_prefix(prefix)?.parse::<u16>().ok();
        if place.starts_with("participant:") {
            let id = self.participant(place)?;
            return number("name-")
                .map(|n| Target::ParticipantName(id, n))
                .or_else(|| number("handle-").map(|n| Target::ParticipantHandle(id, n)));
        }
        if place.starts_with("conversation:") {
            return (field == "title")
                .then(|| self.conversation(place))?
                .map(Target::ConversationTitle);
        }
        let field = match field {
            "body" => Field::Body,
            "subject" => Field::Subject,
            "quoted" => Field::Quoted,
            "link-preview" => Field::LinkPreview,
            _ => match number("detail-") {
                Some(n) => Field::Detail(n),
                None => Field::AttachmentName(number("attachment-")?),
            },
        };
        Some(Target::Message(self.message(place)?, field))
    }

    /// The stable key of a finding.
    #[must_use]
    pub fn key(&self, case: &Case, finding: &Finding) -> Option<FindingKey> {
        let span = OffsetMap::new(case.text(finding.target)?).code_points(finding.span);
        Some(FindingKey {
            place: self.place(case, finding.target)?,
            field: field_id(finding.target),
            start: span.start,
            end: span.end,
            category: finding.category,
        })
    }
}

fn prefix(sha256: &str) -> String {
    sha256.chars().take(12).collect()
}

/// A name that is not taken: the second of the same name gets `#2`.
fn unused<T>(taken: &HashMap<String, T>, name: String) -> String {
    if !taken.contains_key(&name) {
        return name;
    }
    (2u32..)
        .map(|n| format!("{name}#{n}"))
        .find(|name| !taken.contains_key(name))
        .unwrap_or(name)
}
