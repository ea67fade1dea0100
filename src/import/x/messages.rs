//! Direct messages of two and of groups: messages, reactions, who came and left, names of groups.
//! Senders are account numbers. A conversation may stand in several pieces.

use super::{Reader, USER, time, tweets::count};
use crate::{
    error::{Code, Result},
    import::{
        Batch,
        account::Found,
        files::{self, Fate},
        json::{self, Number, Segment, Text},
        ledger,
    },
    json_record,
    model::{
        ConversationId, ConversationKind, Detail, DetailKind, Direction, Locator, Message,
        MessageKind, ParticipantId, SkipReason,
    },
};
use serde_json::Value;
use std::collections::HashMap;

/// Folders of pictures and videos in messages.
const MEDIA: [&str; 2] = ["direct_messages_media", "direct_messages_group_media"];

/// Reactions by their names in the archive.
const REACTIONS: [(&str, &str); 9] = [
    ("like", "❤️"),
    ("love", "❤️"),
    ("excited", "🔥"),
    ("funny", "😂"),
    ("surprised", "😲"),
    ("sad", "😢"),
    ("agree", "👍"),
    ("disagree", "👎"),
    ("emoji", "🙂"),
];

json_record! {
    struct Event {
        often {}
        rare {
            "messageCreate" | "welcomeMessageCreate" => message: Option<Written>,
            "reactionCreate" => reaction: Option<Reaction>,
            "joinConversation" => begun: Option<Change>,
            "participantsJoin" => joined: Option<Change>,
            "participantsLeave" => left: Option<Change>,
            "conversationNameUpdate" => named: Option<Change>,
        }
    }
}

json_record! {
    struct Written {
        often {
            "id" => id: Text,
            "senderId" => sender: Text,
            "recipientId" => recipient: Text,
            "createdAt" => created: Text,
            "text" => text: Text,
        }
        rare {
            "urls" => urls: Vec<Address>,
            "mediaUrls" => media: Vec<Text>,
            "reactions" => reactions: Vec<Reaction>,
            "editHistory" => edits: Vec<Wording>,
        }
    }
}

json_record! {
    struct Address {
        often {
            "url" => short: Text,
            "expanded" | "expandedUrl" | "expanded_url" => long: Text,
        }
        rare {}
    }
}

json_record! {
    struct Reaction {
        often {
            "senderId" => sender: Text,
            "reactionKey" => key: Text,
            "eventId" => event: Text,
            "createdAt" => created: Text,
        }
        rare {}
    }
}

json_record! {
    struct Wording {
        often {
            "createdAtSec" => seconds: Number,
            "createdAt" => created: Text,
            "editedText" | "text" => text: Text,
        }
        rare {}
    }
}

json_record! {
    struct Change {
        often {
            "initiatingUserId" => by: Text,
            "createdAt" => created: Text,
            "name" => name: Text,
        }
        rare {
            "userIds" => people: Vec<Text>,
            "participantsSnapshot" => present: Vec<Text>,
        }
    }
}

/// The conversation at hand, and what was read so far.
#[derive(Default)]
pub(super) struct Talk {
    group: bool,
    deleted: bool,
    /// The list holds who wrote when, not what.
    heads: bool,
    conversation: Option<ConversationId>,
    unnamed: u32,
    /// Number of a message and its place in the batch.
    by_number: HashMap<u64, u32>,
    /// When each group got the name that it shows.
    titled: HashMap<ConversationId, i64>,
}

impl Talk {
    pub fn open(&mut self, list: &str) {
        self.group = list.contains("group");
        self.deleted = list.contains("deleted");
        self.heads = list.contains("header");
        self.conversation = None;
    }

    pub fn end(&mut self) {
        self.conversation = None;
    }

    fn at(&mut self, batch: &mut Batch) -> ConversationId {
        let (group, unnamed) = (self.group, &mut self.unnamed);
        *self.conversation.get_or_insert_with(|| {
            *unnamed += 1;
            batch.conversation(&format!("dm {unnamed}"), kind(group))
        })
    }
}

const fn kind(group: bool) -> ConversationKind {
    match group {
        true => ConversationKind::Group,
        false => ConversationKind::Direct,
    }
}

impl Reader {
    /// One value of a list of conversations.
    pub(super) fn event(
        &mut self,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let mut keys = path.iter().filter_map(|segment| match segment {
            Segment::Key(key) => Some(key.as_str()),
            Segment::Index(_) => None,
        });
        match (keys.next(), keys.next(), path.last()) {
            (Some("dmConversation"), Some("messages"), Some(Segment::Index(_))) => {}
            (Some("dmConversation"), Some("conversationId"), _) => {
                if let Ok((id, _)) = json::record::<Text>(bytes) {
                    self.name_conversation(&id.0, batch);
                }
                return Ok(Fate::Done);
            }
            (Some("dmConversation"), Some("name"), _) => {
                if let Ok((name, _)) = json::record::<Text>(bytes) {
                    let id = self.talk.at(batch);
                    batch.entitle(id, name.0);
                }
                return Ok(Fate::Done);
            }
            (Some("dmConversation"), Some(_), Some(Segment::Key(_))) => return Ok(Fate::Done),
            (None, None, Some(Segment::Index(_))) => {
                if let Some(fate) = self.whole_conversation(place, bytes, batch)? {
                    return Ok(fate);
                }
                if !batch.begin(place) {
                    return Ok(Fate::Done);
                }
                return Ok(Fate::Unreadable);
            }
            _ => {
                // nothing that a conversation is made of
                if !batch.begin(place) {
                    return Ok(Fate::Done);
                }
                return Ok(Fate::Unreadable);
            }
        }
        self.one_event(place, bytes, batch)
    }

    /// A conversation that came in one piece, because its file could not be cut. `None`: it is none.
    fn whole_conversation(
        &mut self,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Option<Fate>> {
        let Ok((value, _)) = json::record::<Value>(bytes) else {
            return Ok(None);
        };
        let Some(conversation) = value.get("dmConversation") else {
            return Ok(None);
        };
        self.talk.end();
        if let Some(id) = conversation.get("conversationId").and_then(Value::as_str) {
            self.name_conversation(id, batch);
        }
        let messages = conversation.get("messages").and_then(Value::as_array);
        for message in messages.into_iter().flatten() {
            let text = message.to_string();
            if self.one_event(place, text.as_bytes(), batch)? == Fate::Unreadable {
                batch.reject(Code::MalformedRecord, place);
            }
        }
        self.talk.end();
        Ok(Some(Fate::Done))
    }

    fn one_event(&mut self, place: Locator, bytes: &[u8], batch: &mut Batch) -> Result<Fate> {
        let event = match files::record::<Event>(place, bytes, batch) {
            Ok(event) => event,
            Err(fate) => return Ok(fate),
        };
        let mut message = Message {
            conversation: self.talk.at(batch),
            place,
            ..Message::default()
        };
        if let Some(written) = event.message {
            return self.written(message, written, batch);
        }
        if let Some(reaction) = event.reaction {
            return self.loose_reaction(message, reaction, batch);
        }
        let changes = [
            ("joinConversation", event.begun),
            ("participantsJoin", event.joined),
            ("participantsLeave", event.left),
            ("conversationNameUpdate", event.named),
        ];
        message.kind = MessageKind::System;
        message.direction = Direction::System;
        for (name, change) in changes {
            if let Some(change) = change {
                return self.change(message, name, change, batch);
            }
        }
        let Some((name, text)) = event.others.into_iter().next() else {
            return Ok(Fate::Unreadable);
        };
        // an event of a kind that is not known yet
        let value: Value = serde_json::from_str(&text).unwrap_or_default();
        let mut found = Found::default();
        found.walk("", &value, 0);
        if let Some(created) = value.get("createdAt").and_then(Value::as_str) {
            time::set(&mut message, created, &mut self.ledger, batch);
        }
        found.fill(&mut message);
        if message.body.is_empty() {
            message.body = name.into();
        } else {
            message.extra_mut().raw.push(("type".to_owned(), name));
        }
        batch.push(message)?;
        Ok(Fate::Done)
    }

    fn name_conversation(&mut self, id: &str, batch: &mut Batch) {
        if id.is_empty() {
            return;
        }
        let key = format!("dm {id}");
        // two account numbers with a dash between them, else a group
        let group = self.talk.group || !id.contains('-');
        match self.talk.conversation {
            // messages stood before the number
            Some(known) => {
                if let Some(conversation) = batch.conversations.get_mut(known.index()) {
                    conversation.key = key;
                }
            }
            None => self.talk.conversation = Some(batch.conversation(&key, kind(group))),
        }
        if !group && let Some(conversation) = self.talk.conversation {
            for number in id.split('-').filter(|number| !number.is_empty()) {
                let person = self.person(number, batch);
                batch.join(conversation, person);
            }
        }
    }

    fn written(
        &mut self,
        mut message: Message,
        record: Written,
        batch: &mut Batch,
    ) -> Result<Fate> {
        let number: Option<u64> = record.id.0.parse().ok();
        if number.is_some_and(|number| self.talk.by_number.contains_key(&number)) {
            // heads of messages repeat them without text
            batch.skip(SkipReason::Joined);
            return Ok(Fate::Done);
        }
        time::set(&mut message, &record.created.0, &mut self.ledger, batch);
        if !record.sender.0.is_empty() {
            let person = self.person(&record.sender.0, batch);
            self.ledger.speak(&mut message, person, batch);
        }
        if !record.recipient.0.is_empty() {
            let person = self.person(&record.recipient.0, batch);
            batch.join(message.conversation, person);
        }
        message.body = record.text.0.as_str().into();
        for address in &record.urls {
            let long = if address.long.0.is_empty() {
                &address.short.0
            } else {
                &address.long.0
            };
            if !long.is_empty() && !message.body.contains(long) {
                let detail = Detail::new(DetailKind::Link, long.as_str());
                message.add_detail(detail);
            }
        }
        for address in record.media.iter().filter(|address| !address.0.is_empty()) {
            let last = address.0.rsplit('/').next().unwrap_or_default();
            let last = last.split(['?', ':']).next().unwrap_or(last);
            let name = format!("{}-{last}", record.id.0);
            let attachment = self.media_or_missing(&MEDIA, &name, message.place.member);
            message.extra_mut().attachments.push(attachment);
        }
        for reaction in &record.reactions {
            let detail = self.reaction(&message, reaction, batch);
            message.add_detail(detail);
        }
        for wording in &record.edits {
            if wording.text.0.is_empty() || *wording.text.0 == *message.body {
                continue;
            }
            let mut detail = Detail::new(DetailKind::EarlierText, wording.text.0.as_str());
            detail.by = message.sender;
            detail.time = wording
                .seconds
                .0
                .map(ledger::instant)
                .or_else(|| time::read(&wording.created.0));
            message.add_detail(detail);
        }
        if !record.edits.is_empty() {
            message.extra_mut().edited = true;
        }
        if self.talk.deleted {
            message.kind = MessageKind::Deleted;
        } else if message.body.is_empty() && !message.attachments().is_empty() {
            message.kind = MessageKind::Media;
        }
        let extra = message.extra_mut();
        extra.raw.push(("id".to_owned(), record.id.0));
        extra.raw.extend(record.others);
        if self.talk.heads {
            extra.raw.push(("without".to_owned(), "text".to_owned()));
        }
        if let Some(number) = number {
            self.talk
                .by_number
                .insert(number, batch.messages.len() as u32);
        }
        batch.push(message)?;
        Ok(Fate::Done)
    }

    fn reaction(&mut self, message: &Message, reaction: &Reaction, batch: &mut Batch) -> Detail {
        let shown = REACTIONS.iter().find(|(name, _)| *name == reaction.key.0);
        let shown = shown.map_or(reaction.key.0.as_str(), |(_, sign)| sign);
        let mut detail = Detail::new(DetailKind::Reaction, shown);
        if !reaction.sender.0.is_empty() {
            let person = self.person(&reaction.sender.0, batch);
            batch.join(message.conversation, person);
            detail.by = Some(person);
        }
        detail.time = time::read(&reaction.created.0);
        detail
    }

    /// A reaction as an event of its own: a part of the message that it names.
    fn loose_reaction(
        &mut self,
        mut message: Message,
        reaction: Reaction,
        batch: &mut Batch,
    ) -> Result<Fate> {
        let detail = self.reaction(&message, &reaction, batch);
        let number: Option<u64> = reaction.event.0.parse().ok();
        let target = number.and_then(|number| self.talk.by_number.get(&number));
        let target = target.and_then(|at| batch.messages.get_mut(*at as usize));
        if let Some(target) = target {
            target.add_detail(detail);
            batch.skip(SkipReason::Joined);
            return Ok(Fate::Done);
        }
        time::set(&mut message, &reaction.created.0, &mut self.ledger, batch);
        message.kind = MessageKind::System;
        message.direction = Direction::System;
        message.sender = detail.by;
        message.body = "reactionCreate".into();
        message.add_detail(detail);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    fn change(
        &mut self,
        mut message: Message,
        name: &str,
        change: Change,
        batch: &mut Batch,
    ) -> Result<Fate> {
        time::set(&mut message, &change.created.0, &mut self.ledger, batch);
        if !change.by.0.is_empty() {
            let person = self.person(&change.by.0, batch);
            batch.join(message.conversation, person);
            message.sender = Some(person);
        }
        message.body = match change.name.0.as_str() {
            "" => name.into(),
            title => format!("{name}: {title}").into(),
        };
        for number in change.people.iter().chain(&change.present) {
            let person: ParticipantId = self.person(&number.0, batch);
            batch.join(message.conversation, person);
            let mut detail = Detail::new(DetailKind::Tag, format!("{USER}{}", number.0));
            detail.by = Some(person);
            message.add_detail(detail);
        }
        if !change.name.0.is_empty() {
            self.title(message.conversation, &change.name.0, &message, batch);
        }
        message.extra_mut().raw.extend(change.others);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    /// The newest name is the title, in whatever order names stand.
    fn title(&mut self, id: ConversationId, name: &str, message: &Message, batch: &mut Batch) {
        let at = message.time.sort_ms().unwrap_or(i64::MIN);
        let known = self.talk.titled.get(&id);
        if known.is_some_and(|known| *known > at) {
            return;
        }
        self.talk.titled.insert(id, at);
        if let Some(conversation) = batch.conversations.get_mut(id.index()) {
            conversation.title = Some(name.to_owned());
        }
    }

    /// A message to or from the assistant of the service.
    pub(super) fn assistant(
        &mut self,
        value: &Value,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
        let key = format!("grok {}", part("chatId"));
        let mut message = Message {
            conversation: batch.conversation(&key, ConversationKind::Direct),
            place,
            body: part("message").into(),
            ..Message::default()
        };
        batch.entitle(message.conversation, "Grok".to_owned());
        time::set(&mut message, part("createdAt"), &mut self.ledger, batch);
        let sender = value.get("sender");
        let sender = sender.map(|sender| sender.get("name").unwrap_or(sender));
        let sender = sender.and_then(Value::as_str).unwrap_or_default();
        let person = match (sender, self.owner) {
            ("User" | "user" | "", Some(owner)) => owner,
            ("", None) => batch.participant_by_name("grok:user", "User"),
            (name, _) => batch.participant_by_name(&format!("grok:{name}"), name),
        };
        self.ledger.speak(&mut message, person, batch);
        if let Value::Object(map) = value {
            for (name, value) in map {
                let shown = ["chatId", "message", "createdAt", "sender"];
                if !shown.contains(&name.as_str()) && !super::tweets::is_empty(value) {
                    let raw = (name.clone(), value.to_string());
                    message.extra_mut().raw.push(raw);
                }
            }
        }
        count(batch, "grok");
        batch.push(message)
    }
}
