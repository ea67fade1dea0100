//! Conversations as Meta's JSON downloads hold them: the classic form (`sender_name`,
//! `timestamp_ms`, `content`) of Messenger and Instagram, and the end-to-end encrypted form
//! (`senderName`, `timestamp`, `text`).

use super::{Meta, Texts};
use crate::{
    error::Result,
    import::{
        Batch,
        files::{Fate, File},
        json::{self, Flag, Number, Segment, Step, Text},
        ledger,
    },
    json_record,
    model::{
        Call, ConversationId, ConversationKind, Detail, DetailKind, Direction, Locator, Message,
        MessageKind,
    },
};

/// Where the messages stand.
pub(super) const MESSAGES: &[&[Step]] = &[&[Step::Key("messages"), Step::Items]];

json_record! {
    /// A message of either form.
    struct Record {
        often {
            "sender_name" | "senderName" => sender: Text,
            "timestamp_ms" | "timestamp" => time: Number,
            "content" | "text" => content: Text,
            "type" => kind: Text,
            "is_unsent" | "isUnsent" => unsent: Flag,
            "is_geoblocked_for_viewer" => geoblocked: Flag,
            "is_unsent_image_by_messenger_kid_parent" => unsent_by_parent: Flag,
            "is_taken_down" => taken_down: Flag,
            "call_duration" => call_seconds: Number,
            "missed" => missed: Flag,
            "ip" => ip: Text,
        }
        rare {
            "photos" => photos: Vec<Media>,
            "videos" => videos: Vec<Media>,
            "audio_files" => audio: Vec<Media>,
            "files" => files: Vec<Media>,
            "gifs" => gifs: Vec<Media>,
            "media" => media: Vec<Media>,
            "sticker" => sticker: Option<Media>,
            "share" => share: Option<Share>,
            "reactions" => reactions: Vec<Reaction>,
            "users" => users: Vec<Named>,
        }
    }
}

json_record! {
    struct Media {
        often {
            "uri" => uri: Text,
            "description" | "title" | "ai_stickers" => description: Text,
            "creation_timestamp" => created: Number,
        }
        rare {}
    }
}

json_record! {
    struct Share {
        often {
            "link" => link: Text,
            "share_text" => text: Text,
            "original_content_owner" => owner: Text,
        }
        rare {}
    }
}

json_record! {
    struct Reaction {
        often {
            "reaction" => reaction: Text,
            "actor" => actor: Text,
            "timestamp" => time: Number,
        }
        rare {}
    }
}

json_record! {
    struct Named {
        often { "name" => name: Text, }
        rare {}
    }
}

/// The thread at hand.
pub(super) struct Thread {
    pub conversation: ConversationId,
}

/// The key of a file's thread: its folder for the numbered parts of one, else the file.
pub(super) fn key(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let numbered = stem
        .strip_prefix("message_")
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    if !numbered {
        return stem.to_owned();
    }
    if folder.is_empty() {
        return "thread".to_owned();
    }
    let mut parts: Vec<&str> = folder.rsplit('/').take(2).collect();
    parts.reverse();
    parts.join("/")
}

impl Meta {
    pub(super) fn open_thread(&mut self, file: &File, batch: &mut Batch) {
        let conversation = batch.conversation(&key(&file.path), ConversationKind::Direct);
        let encrypted =
            file.head.contains("\"senderName\"") || file.head.contains("\"threadName\"");
        let page = file.head.trim_start().starts_with('<');
        self.signs.encrypted |= encrypted;
        self.signs.classic |= !encrypted && !page;
        self.signs.cutover |= file.path.contains("e2ee_cutover");
        self.thread = Some(Thread { conversation });
    }

    /// A value of a thread file.
    pub(super) fn thread_value(
        &mut self,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let Some(thread) = &self.thread else {
            return Ok(Fate::Done);
        };
        let conversation = thread.conversation;
        match path {
            [Segment::Key(key), Segment::Index(_)] if key == "messages" => {
                self.message(conversation, place, bytes, batch)
            }
            [Segment::Key(key)] => {
                self.about(conversation, key, place, bytes, batch);
                Ok(Fate::Done)
            }
            _ => {
                // a message whose surroundings are damaged
                if bytes.first() == Some(&b'{') {
                    return self.message(conversation, place, bytes, batch);
                }
                batch.reject(crate::error::Code::MalformedRecord, place);
                Ok(Fate::Done)
            }
        }
    }

    /// Title and members.
    fn about(
        &mut self,
        conversation: ConversationId,
        key: &str,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) {
        let Ok((value, _)) = json::record::<serde_json::Value>(bytes) else {
            // damage around the messages costs no message, but is told
            if key == "messages" {
                batch.reject(crate::error::Code::MalformedRecord, place);
            }
            return;
        };
        match key {
            "title" | "threadName" => {
                let title = self
                    .texts
                    .meant(value.as_str().unwrap_or_default(), place, batch);
                if let Some(conversation) = batch.conversations.get_mut(conversation.index())
                    && !title.is_empty()
                {
                    conversation.title = Some(title);
                }
            }
            "participants" => {
                for one in value.as_array().into_iter().flatten() {
                    let name = one
                        .as_str()
                        .or(one.get("name").and_then(|name| name.as_str()));
                    let name = self.texts.meant(name.unwrap_or_default(), place, batch);
                    if !name.is_empty() {
                        let person = batch.participant_by_name(&name, &name);
                        batch.join(conversation, person);
                    }
                }
            }
            _ => {}
        }
    }

    fn message(
        &mut self,
        conversation: ConversationId,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((record, mended)) = json::record::<Record>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        // what is found inside a damaged record may be a part of one
        if record.sender.0.is_empty() && record.time.0.is_none() {
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        let mut message = Message {
            conversation,
            place,
            time: record.time.0.map(ledger::instant).unwrap_or_default(),
            ..Message::default()
        };
        self.fill(&mut message, record, batch);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    fn fill(&mut self, message: &mut Message, record: Record, batch: &mut Batch) {
        let place = message.place;
        let texts = &mut self.texts;
        let sender = texts.meant(&record.sender.0, place, batch);
        if !sender.is_empty() {
            let person = batch.participant_by_name(&sender, &sender);
            self.ledger.speak(message, person, batch);
        }
        message.body = texts.meant(&record.content.0, place, batch).into();
        let files = [
            &record.photos,
            &record.videos,
            &record.audio,
            &record.files,
            &record.gifs,
            &record.media,
        ];
        let files = files.into_iter().flatten().map(|media| (media, false));
        for (media, sticker) in files.chain(record.sticker.iter().map(|media| (media, true))) {
            let uri = texts.meant(&media.uri.0, place, batch);
            if uri.is_empty() {
                continue;
            }
            let mut attachment = self.ledger.file(&self.container, &uri, place.member);
            attachment.embedded = sticker;
            if sticker {
                *batch.source.items.entry("stickers".to_owned()).or_default() += 1;
            }
            message.extra_mut().attachments.push(attachment);
            texts.detail(
                message,
                DetailKind::Description,
                &media.description.0,
                batch,
            );
            for (name, value) in &media.others {
                message.extra_mut().raw.push((name.clone(), value.clone()));
            }
        }
        if let Some(share) = &record.share {
            texts.detail(message, DetailKind::Link, &share.link.0, batch);
            texts.detail(message, DetailKind::Description, &share.text.0, batch);
            texts.detail(message, DetailKind::Tag, &share.owner.0, batch);
            *batch.source.items.entry("shares".to_owned()).or_default() += 1;
        }
        for reaction in &record.reactions {
            let actor = texts.meant(&reaction.actor.0, place, batch);
            let mut detail = Detail::new(
                DetailKind::Reaction,
                texts.meant(&reaction.reaction.0, place, batch),
            );
            if !actor.is_empty() {
                let person = batch.participant_by_name(&actor, &actor);
                batch.join(message.conversation, person);
                detail.by = Some(person);
            }
            detail.time = reaction.time.0.map(ledger::instant);
            message.extra_mut().details.push(detail);
        }
        for user in &record.users {
            texts.detail(message, DetailKind::Tag, &user.name.0, batch);
        }
        if !record.ip.0.is_empty() {
            let ip = format!("ip: {}", record.ip.0);
            message
                .extra_mut()
                .details
                .push(Detail::new(DetailKind::Other, ip));
        }
        message.kind = self::kind(message, &record);
        if message.kind == MessageKind::System {
            message.direction = Direction::System;
        }
        if message.kind == MessageKind::Call {
            let seconds = record.call_seconds.0.and_then(|s| u64::try_from(s).ok());
            message.extra_mut().call = Some(Call {
                seconds: seconds.unwrap_or(0),
                answered: !record.missed.0 && seconds.is_some_and(|seconds| seconds > 0),
            });
        }
        for (name, set) in [
            ("is_geoblocked_for_viewer", record.geoblocked.0),
            ("is_taken_down", record.taken_down.0),
            (
                "is_unsent_image_by_messenger_kid_parent",
                record.unsent_by_parent.0,
            ),
        ] {
            if set {
                let raw = (name.to_owned(), "true".to_owned());
                message.extra_mut().raw.push(raw);
            }
        }
        if !matches!(record.kind.0.as_str(), "" | "Generic" | "text" | "media") {
            let raw = ("type".to_owned(), record.kind.0.clone());
            message.extra_mut().raw.push(raw);
        }
        if !record.others.is_empty() {
            message.extra_mut().raw.extend(record.others);
        }
    }
}

fn kind(message: &Message, record: &Record) -> MessageKind {
    let kind = record.kind.0.as_str();
    if record.unsent.0 {
        return MessageKind::Deleted;
    }
    if matches!(kind, "Subscribe" | "Unsubscribe") || !record.users.is_empty() {
        return MessageKind::System;
    }
    if kind.eq_ignore_ascii_case("call") || record.call_seconds.0.is_some() {
        return MessageKind::Call;
    }
    if message.body.is_empty() && !message.attachments().is_empty() {
        return MessageKind::Media;
    }
    MessageKind::Text
}

impl Texts {
    /// Adds a text that is not empty.
    pub(super) fn detail(
        &mut self,
        message: &mut Message,
        kind: DetailKind,
        text: &str,
        batch: &mut Batch,
    ) {
        if !text.is_empty() {
            let text = self.meant(text, message.place, batch);
            message.extra_mut().details.push(Detail::new(kind, text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_thread_have_one_key() {
        assert_eq!(
            key("your_activity/messages/inbox/a_1/message_12.json"),
            "inbox/a_1"
        );
        assert_eq!(key("a_1/message_2.html"), "a_1");
        assert_eq!(key("message_1.json"), "thread");
        assert_eq!(key("messages/Ida_7.json"), "Ida_7");
    }
}
