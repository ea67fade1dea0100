//! Google Chat: `messages.json` of a conversation, `group_info.json` with its members,
//! `user_info.json` with the owner. Times are English text in UTC.

use super::Takeout;
use crate::{
    error::{Code, Result},
    import::{
        Batch,
        files::{Fate, File},
        json::{self, Segment, Text},
    },
    json_record,
    model::{
        ConversationId, ConversationKind, Detail, DetailKind, Locator, Message, MessageKind,
        ParticipantId, SkipReason,
    },
};
use serde_json::Value;
use std::collections::HashMap;

json_record! {
    struct Record {
        often {
            "created_date" => created: Text,
            "updated_date" => updated: Text,
            "text" => text: Text,
            "topic_id" => topic: Text,
            "message_id" => id: Text,
            "message_state" => state: Text,
        }
        rare {
            "creator" => creator: Option<Person>,
            "attached_files" => files: Vec<Attached>,
            "reactions" => reactions: Vec<Reaction>,
            "annotations" => annotations: Option<Value>,
            "deletion_metadata" => deletion: Option<Value>,
            "quoted_message_metadata" => quoted: Option<Quoted>,
            "previous_message_versions" | "previous_versions" => earlier: Vec<Earlier>,
        }
    }
}

json_record! {
    struct Person {
        often { "name" => name: Text, "email" => email: Text, "user_type" => kind: Text, }
        rare {}
    }
}

json_record! {
    struct Attached {
        often { "original_name" => original: Text, "export_name" => export: Text, }
        rare {}
    }
}

json_record! {
    struct Reaction {
        often {}
        rare { "emoji" => emoji: Option<Emoji>, "reactor_emails" => emails: Vec<Text>, }
    }
}

json_record! {
    struct Emoji {
        often { "unicode" => unicode: Text, }
        rare { "custom_emoji" => custom: Option<Value>, }
    }
}

json_record! {
    struct Quoted {
        often { "text" => text: Text, "message_id" => id: Text, }
        rare { "creator" => creator: Option<Person>, }
    }
}

json_record! {
    struct Earlier {
        often { "text" => text: Text, "created_date" | "updated_date" => date: Text, }
        rare { "creator" => creator: Option<Person>, }
    }
}

/// First message of each topic: what the others answer.
#[derive(Default)]
pub(super) struct Replies {
    topics: HashMap<String, u32>,
    answers: Vec<(u32, String)>,
}

/// Folder of a conversation's files.
fn folder(path: &str) -> &str {
    path.rsplit('/').nth(1).unwrap_or("chat")
}

impl Takeout {
    pub(super) fn open_chat(&mut self, file: &File, batch: &mut Batch) {
        let kind = ConversationKind::Direct;
        self.conversation = Some(batch.conversation(folder(&file.path), kind));
    }

    pub(super) fn open_chat_about(&mut self, file: &File, batch: &mut Batch) {
        // the owner's own file lies in no conversation
        if file.head.contains("\"members\"") {
            self.open_chat(file, batch);
        }
    }

    fn chat_person(person: &Person, batch: &mut Batch) -> Option<ParticipantId> {
        let (name, email) = (&person.name.0, &person.email.0);
        if email.is_empty() && name.is_empty() {
            return None;
        }
        if email.is_empty() {
            return Some(batch.participant_by_name(name, name));
        }
        let id = batch.participant_by_handle(email);
        batch.name(id, name);
        Some(id)
    }

    /// Members and owner: they describe conversations and are no records of their own.
    pub(super) fn chat_about(
        &mut self,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        match path {
            [Segment::Key(key), Segment::Index(_)] if key == "members" => {
                let Ok((person, _)) = json::record::<Person>(bytes) else {
                    return Ok(Fate::Unreadable);
                };
                let person = Self::chat_person(&person, batch);
                if let Some((person, conversation)) = person.zip(self.conversation) {
                    batch.join(conversation, person);
                }
            }
            [Segment::Key(key)] if key == "user" => {
                let Ok((person, _)) = json::record::<Person>(bytes) else {
                    return Ok(Fate::Unreadable);
                };
                if let Some(person) = Self::chat_person(&person, batch) {
                    self.owner.get_or_insert(person);
                    self.ledger.stated.insert(person);
                }
            }
            [Segment::Key(key)] if key == "name" => {
                let title = json::record::<Text>(bytes).map(|(title, _)| title.0);
                self.title(self.conversation, title.unwrap_or_default(), batch);
            }
            [Segment::Key(_)] => {}
            _ => batch.reject(Code::MalformedRecord, place),
        }
        Ok(Fate::Done)
    }

    fn title(&self, id: Option<ConversationId>, title: String, batch: &mut Batch) {
        if let Some(conversation) = id.and_then(|id| batch.conversations.get_mut(id.index()))
            && !title.is_empty()
        {
            conversation.title = Some(title);
        }
    }

    pub(super) fn chat_value(
        &mut self,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        if let [Segment::Key(key)] = path
            && key != "messages"
        {
            return Ok(Fate::Done);
        }
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((record, mended)) = json::record::<Record>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if record.creator.is_none() && record.created.0.is_empty() && record.id.0.is_empty() {
            if bytes == b"{}" {
                batch.skip(SkipReason::UnknownElement);
                return Ok(Fate::Done);
            }
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        let mut message = Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            body: record.text.0.as_str().into(),
            ..Message::default()
        };
        self.ledger.written(&mut message, &record.created.0, batch);
        if let Some(person) = record
            .creator
            .as_ref()
            .and_then(|one| Self::chat_person(one, batch))
        {
            self.ledger.speak(&mut message, person, batch);
        }
        let deleted = record.state.0 == "DELETED" || record.deletion.is_some();
        self.chat_parts(&mut message, &record, batch);
        message.kind = match (
            deleted,
            message.body.is_empty() && !message.attachments().is_empty(),
        ) {
            (true, _) => MessageKind::Deleted,
            (_, true) => MessageKind::Media,
            _ => MessageKind::Text,
        };
        let at = batch.messages.len() as u32;
        if !record.topic.0.is_empty() {
            match self.replies.topics.get(&record.topic.0) {
                Some(_) if record.quoted.is_none() => {
                    self.replies.answers.push((at, record.topic.0.clone()));
                }
                Some(_) => {}
                None => {
                    self.replies.topics.insert(record.topic.0.clone(), at);
                }
            }
        }
        if !record.others.is_empty() {
            message.extra_mut().raw.extend(record.others);
        }
        batch.push(message)?;
        Ok(Fate::Done)
    }

    fn chat_parts(&mut self, message: &mut Message, record: &Record, batch: &mut Batch) {
        for file in &record.files {
            let path = if file.export.0.is_empty() {
                &file.original.0
            } else {
                &file.export.0
            };
            let mut attachment = self
                .ledger
                .file(&self.container, path, message.place.member);
            if !file.original.0.is_empty() {
                attachment.name = Some(file.original.0.clone());
            }
            message.extra_mut().attachments.push(attachment);
        }
        for reaction in &record.reactions {
            let shown = reaction.emoji.as_ref().map_or_else(String::new, |emoji| {
                match (&emoji.custom, emoji.unicode.0.is_empty()) {
                    (Some(custom), true) => custom.to_string(),
                    _ => emoji.unicode.0.clone(),
                }
            });
            for email in &reaction.emails {
                let mut detail = Detail::new(DetailKind::Reaction, shown.as_str());
                detail.by = Some(batch.participant_by_handle(&email.0));
                message.extra_mut().details.push(detail);
            }
        }
        if let Some(quoted) = &record.quoted {
            message.extra_mut().quoted = Some(quoted.text.0.clone());
            if let Some(name) = quoted.creator.as_ref().map(|one| one.name.0.clone()) {
                message
                    .extra_mut()
                    .details
                    .push(Detail::new(DetailKind::Tag, name));
            }
        }
        for earlier in &record.earlier {
            let detail = Detail::new(DetailKind::EarlierText, earlier.text.0.as_str());
            message.extra_mut().details.push(detail);
        }
        message.extra_mut().edited = !record.updated.0.is_empty() || !record.earlier.is_empty();
        if let Some(annotations) = &record.annotations {
            addresses(annotations, message, 0);
        }
    }

    pub(super) fn settle_replies(&mut self, batch: &mut Batch) {
        let Replies { topics, answers } = std::mem::take(&mut self.replies);
        for (at, topic) in answers {
            let first = topics
                .get(&topic)
                .and_then(|first| batch.messages.get(*first as usize));
            let text = first.map(|first| first.body.to_string());
            if let Some((message, text)) = batch.messages.get_mut(at as usize).zip(text)
                && !text.is_empty()
            {
                message.extra_mut().quoted = Some(text);
            }
        }
    }
}

/// Addresses and titles in annotations; the rest of them repeats the text.
fn addresses(value: &Value, message: &mut Message, depth: usize) {
    if depth > 16 {
        return;
    }
    match value {
        Value::Array(list) => {
            for one in list {
                addresses(one, message, depth + 1);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if !text.is_empty() => {
                        let kind = match key.as_str() {
                            key if key.contains("url") || key.contains("link") => DetailKind::Link,
                            "title" | "snippet" | "name" => DetailKind::Description,
                            "email" => DetailKind::Tag,
                            _ => continue,
                        };
                        let detail = Detail::new(kind, text.as_str());
                        if !message.details().contains(&detail) {
                            message.extra_mut().details.push(detail);
                        }
                    }
                    value => addresses(value, message, depth + 1),
                }
            }
        }
        _ => {}
    }
}
