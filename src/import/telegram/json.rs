//! `result.json`: the chats, and what an account export holds beside them.

use crate::{
    container::Container,
    error::{Code, Result},
    import::{
        Answers, Batch, Input,
        account::{Found, sign_own},
        files::{Fate, File, Format, Way},
        json::{self, Flag, Number, Segment, Step, Text},
        ledger::{self, Ledger, account_thread},
    },
    json_record,
    model::{
        Attachment, Call, ConversationId, ConversationKind, Detail, DetailKind, Direction, Locator,
        Message, MessageKind, ParticipantId, SkipReason, Warning,
    },
};
use serde::Deserialize;
use serde_json::Value;
use std::{collections::HashMap, rc::Rc};

/// Where records stand: messages of one chat, of the chats of an account, and the lists of an
/// account.
const RECORDS: &[&[Step]] = &[
    &[Step::Key("messages"), Step::Items],
    &[
        Step::Key("chats"),
        Step::Key("list"),
        Step::Items,
        Step::Key("messages"),
        Step::Items,
    ],
    &[
        Step::Key("left_chats"),
        Step::Key("list"),
        Step::Items,
        Step::Key("messages"),
        Step::Items,
    ],
    &[Step::Key("contacts"), Step::Key("list"), Step::Items],
    &[
        Step::Key("frequent_contacts"),
        Step::Key("list"),
        Step::Items,
    ],
    &[Step::Key("sessions"), Step::Key("list"), Step::Items],
    &[Step::Key("web_sessions"), Step::Key("list"), Step::Items],
    &[Step::Key("profile_pictures"), Step::Items],
    &[Step::Key("stories"), Step::Items],
];

json_record! {
    struct Record {
        often {
            "id" => id: Number,
            "type" => kind: Text,
            "date" => date: Text,
            "date_unixtime" => unixtime: Number,
            "edited" => edited: Text,
            "edited_unixtime" => edited_unixtime: Number,
            "from" | "actor" => from: Text,
            "from_id" | "actor_id" => from_id: Text,
            "author" => author: Text,
            "forwarded_from" => forwarded: Text,
            "forwarded_from_id" => forwarded_id: Text,
            "saved_from" => saved: Text,
            "via_bot" => bot: Text,
            "reply_to_message_id" | "message_id" => reply_to: Number,
            "reply_to_peer_id" => reply_peer: Text,
            "action" => action: Text,
            "photo" => photo: Text,
            "file" => file: Text,
            "file_name" => file_name: Text,
            "thumbnail" => thumbnail: Text,
            "media_type" => media_type: Text,
            "mime_type" => mime: Text,
            "contact_vcard" => vcard: Text,
            "duration_seconds" | "duration" => seconds: Number,
            "discard_reason" => discarded: Text,
            "place_name" => place_name: Text,
            "address" => address: Text,
            "title" | "new_title" | "game_title" | "information_text" => title: Text,
            "performer" => performer: Text,
            "inviter" => inviter: Text,
            "self_destruct_period_seconds" => destroyed_after: Number,
            "sticker_emoji" => sticker: Text,
            "width" => width: Number,
            "height" => height: Number,
            "photo_file_size" | "file_size" | "thumbnail_file_size" => size: Number,
            "media_spoiler" => spoiler: Flag,
        }
        rare {
            "text" => text: Runs,
            "text_entities" => entities: Vec<Run>,
            "contact_information" => contact: Option<Value>,
            "location_information" => location: Option<Location>,
            "poll" => poll: Option<Poll>,
            "reactions" => reactions: Vec<Reaction>,
            "members" => members: Vec<Text>,
        }
    }
}

json_record! {
    struct Run {
        often {
            "type" => kind: Text,
            "text" => text: Text,
            "href" => href: Text,
            "user_id" => user: Text,
        }
        rare {}
    }
}

json_record! {
    struct Location {
        often { "latitude" => latitude: Text, "longitude" => longitude: Text, }
        rare {}
    }
}

json_record! {
    struct Poll {
        often { "question" => question: Text, }
        rare { "answers" => answers: Vec<Answer>, }
    }
}

json_record! {
    struct Answer {
        often { "text" => text: Text, "voters" => voters: Number, }
        rare {}
    }
}

json_record! {
    struct Reaction {
        often {
            "type" => kind: Text,
            "emoji" | "reaction" => emoji: Text,
            "count" => count: Number,
            "document_id" => document: Text,
        }
        rare { "recent" => recent: Vec<Reactor>, }
    }
}

json_record! {
    struct Reactor {
        often {
            "from" => from: Text,
            "from_id" => from_id: Text,
            "date" => date: Text,
        }
        rare {}
    }
}

/// A text: a string, or a list of strings and runs.
#[derive(Debug, Default)]
struct Runs {
    text: String,
    links: Vec<String>,
}

impl<'de> Deserialize<'de> for Runs {
    fn deserialize<D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> std::result::Result<Self, D::Error> {
        let mut runs = Runs::default();
        match Value::deserialize(deserializer)? {
            Value::String(text) => runs.text = text,
            Value::Array(list) => {
                for one in list {
                    match one {
                        Value::String(text) => runs.text.push_str(&text),
                        Value::Object(run) => {
                            let part = |name: &str| run.get(name).and_then(Value::as_str);
                            runs.text.push_str(part("text").unwrap_or_default());
                            runs.links.extend(part("href").map(str::to_owned));
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        Ok(runs)
    }
}

/// The chat at hand.
struct Chat {
    conversation: ConversationId,
    name: Option<String>,
    /// Telegram's number of a message and its place in the batch.
    numbers: HashMap<i64, u32>,
    replies: Vec<(u32, i64)>,
}

/// The reader.
pub(super) struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    chat: Option<Chat>,
    chats: u32,
    name: String,
    same_second: HashMap<i64, u32>,
    account: bool,
}

impl Reader {
    pub fn new(input: &Input, answers: &Answers) -> Result<Self> {
        Ok(Self {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            chat: None,
            chats: 0,
            name: input.name.clone(),
            same_second: HashMap::new(),
            account: false,
        })
    }

    /// The chat at hand, begun on first sight of anything of it.
    fn chat(&mut self, batch: &mut Batch) -> &mut Chat {
        let chats = &mut self.chats;
        self.chat.get_or_insert_with(|| {
            *chats += 1;
            let key = format!("chat {chats}");
            Chat {
                conversation: batch.conversation(&key, ConversationKind::Direct),
                name: None,
                numbers: HashMap::new(),
                replies: Vec::new(),
            }
        })
    }

    fn end_chat(&mut self, batch: &mut Batch) {
        let Some(chat) = self.chat.take() else {
            return;
        };
        for (at, number) in chat.replies {
            let quoted = chat
                .numbers
                .get(&number)
                .and_then(|target| batch.messages.get(*target as usize))
                .map(|target| target.body.to_string());
            if let Some(message) = batch.messages.get_mut(at as usize) {
                match quoted {
                    Some(text) if !text.is_empty() => message.extra_mut().quoted = Some(text),
                    _ => {
                        let raw = ("reply_to_message_id".to_owned(), number.to_string());
                        message.extra_mut().raw.push(raw);
                    }
                }
            }
        }
    }

    /// A field of a chat beside its messages.
    fn about_chat(&mut self, key: &str, bytes: &[u8], batch: &mut Batch) {
        let Ok((value, _)) = json::record::<Text>(bytes) else {
            return;
        };
        let chat = self.chat(batch);
        let id = chat.conversation;
        if key == "name" {
            chat.name = Some(value.0.clone());
        }
        let Some(conversation) = batch.conversations.get_mut(id.index()) else {
            return;
        };
        match key {
            "name" if !value.0.is_empty() => conversation.title = Some(value.0),
            "type" if value.0.contains("group") || value.0.contains("channel") => {
                conversation.kind = ConversationKind::Group;
            }
            // the number is what stays the same from export to export
            "id" if !value.0.is_empty() => conversation.key = format!("chat {}", value.0),
            _ => {}
        }
    }

    fn message(&mut self, place: Locator, bytes: &[u8], batch: &mut Batch) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((record, mended)) = json::record::<Record>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if record.kind.0.is_empty() && record.date.0.is_empty() && record.unixtime.0.is_none() {
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        let mut message = Message {
            conversation: self.chat(batch).conversation,
            place,
            ..Message::default()
        };
        match record.unixtime.0 {
            Some(seconds) => message.time = ledger::instant(seconds),
            None => {
                self.ledger.written(&mut message, &record.date.0, batch);
            }
        }
        let at = batch.messages.len() as u32;
        let chat = self.chat(batch);
        if let Some(number) = record.id.0 {
            chat.numbers.insert(number, at);
        }
        if let Some(number) = record.reply_to.0
            && record.reply_peer.0.is_empty()
        {
            chat.replies.push((at, number));
        }
        if record.forwarded.0.is_empty()
            && let Some(ms) = message.time.utc_ms
        {
            *self.same_second.entry(ms).or_default() += 1;
        }
        self.fill(&mut message, record, batch);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    fn fill(&mut self, message: &mut Message, record: Record, batch: &mut Batch) {
        let service = record.kind.0 == "service";
        let deleted = record.from.0.is_empty() && !record.from_id.0.is_empty();
        let name = if deleted {
            &record.from_id.0
        } else {
            &record.from.0
        };
        if !name.is_empty() {
            // one name may be two accounts: the number tells
            let person = person(&record.from_id.0, name, batch);
            self.ledger.speak(message, person, batch);
        }
        message.body = record.text.text.as_str().into();
        let texts = &record.text.links;
        let entities = record.entities.iter().map(|run| &run.href.0);
        for link in texts.iter().chain(entities).filter(|link| !link.is_empty()) {
            let detail = Detail::new(DetailKind::Link, link.as_str());
            if !message.details().contains(&detail) {
                message.extra_mut().details.push(detail);
            }
        }
        let joined: String = record
            .entities
            .iter()
            .map(|run| run.text.0.as_str())
            .collect();
        if !joined.is_empty() && joined != record.text.text {
            message
                .extra_mut()
                .details
                .push(Detail::new(DetailKind::Other, joined));
        }
        self.files(message, &record, batch);
        let details = [
            (DetailKind::ForwardedFrom, &record.forwarded.0),
            (DetailKind::ForwardedFrom, &record.saved.0),
            (DetailKind::Tag, &record.bot.0),
            (DetailKind::Tag, &record.author.0),
            (DetailKind::Tag, &record.inviter.0),
            (DetailKind::Location, &record.place_name.0),
            (DetailKind::Location, &record.address.0),
            (DetailKind::Description, &record.title.0),
            (DetailKind::Description, &record.performer.0),
        ];
        for (kind, text) in details {
            if !text.is_empty() {
                message
                    .extra_mut()
                    .details
                    .push(Detail::new(kind, text.as_str()));
            }
        }
        for member in record.members.iter().filter(|member| !member.0.is_empty()) {
            let detail = Detail::new(DetailKind::Tag, member.0.as_str());
            message.extra_mut().details.push(detail);
        }
        if let Some(place) = &record.location {
            let text = format!("{}, {}", place.latitude.0, place.longitude.0);
            message
                .extra_mut()
                .details
                .push(Detail::new(DetailKind::Location, text));
        }
        if let Some(Value::Object(card)) = &record.contact {
            for value in card
                .values()
                .filter_map(Value::as_str)
                .filter(|text| !text.is_empty())
            {
                let detail = Detail::new(DetailKind::ContactCard, value);
                message.extra_mut().details.push(detail);
            }
        }
        if let Some(poll) = &record.poll {
            let question = Detail::new(DetailKind::PollQuestion, poll.question.0.as_str());
            message.extra_mut().details.push(question);
            for answer in &poll.answers {
                let option = Detail::new(DetailKind::PollOption, answer.text.0.as_str());
                message.extra_mut().details.push(option);
            }
        }
        self.reactions(message, &record, batch);
        if !record.edited.0.is_empty() || record.edited_unixtime.0.is_some_and(|at| at > 0) {
            message.extra_mut().edited = true;
        }
        message.kind = kind(message, &record, service);
        if service {
            message.direction = Direction::System;
            if message.body.is_empty() {
                message.body = record.action.0.as_str().into();
            } else if !record.action.0.is_empty() {
                let raw = ("action".to_owned(), record.action.0.clone());
                message.extra_mut().raw.push(raw);
            }
        }
        if message.kind == MessageKind::Call {
            let seconds = record
                .seconds
                .0
                .and_then(|s| u64::try_from(s).ok())
                .unwrap_or(0);
            message.direction = Direction::Unknown;
            message.extra_mut().call = Some(Call {
                seconds,
                answered: seconds > 0,
            });
            if !record.discarded.0.is_empty() {
                let raw = ("discard_reason".to_owned(), record.discarded.0.clone());
                message.extra_mut().raw.push(raw);
            }
        }
        if !record.others.is_empty() {
            message.extra_mut().raw.extend(record.others);
        }
    }

    fn files(&mut self, message: &mut Message, record: &Record, batch: &mut Batch) {
        let sticker = record.media_type.0 == "sticker";
        let named = [
            (&record.photo.0, sticker),
            (&record.file.0, sticker),
            (&record.thumbnail.0, true),
            (&record.vcard.0, false),
        ];
        for (path, embedded) in named {
            if path.is_empty() {
                continue;
            }
            let mut attachment = self.file(path, &record.file_name.0, message.place.member);
            attachment.embedded = embedded;
            if !record.mime.0.is_empty() && path == &record.file.0 {
                attachment.declared = Some(record.mime.0.clone());
            }
            message.extra_mut().attachments.push(attachment);
        }
        if sticker {
            *batch.source.items.entry("stickers".to_owned()).or_default() += 1;
            if !record.sticker.0.is_empty() {
                let detail = Detail::new(DetailKind::Other, record.sticker.0.as_str());
                message.extra_mut().details.push(detail);
            }
        }
    }

    /// A path, or the sentence that stands for a file that was left out.
    fn file(&mut self, path: &str, name: &str, beside: u32) -> Attachment {
        // "(File not included. Change data exporting settings to download.)"
        if path.starts_with('(') || path.ends_with(".)") || path.ends_with("later)") {
            return self
                .ledger
                .omitted(Some(name).filter(|name| !name.is_empty()));
        }
        let mut attachment = self.ledger.file(&self.container, path, beside);
        if !name.is_empty() {
            attachment.name = Some(name.to_owned());
        }
        attachment
    }

    fn reactions(&mut self, message: &mut Message, record: &Record, batch: &mut Batch) {
        for reaction in &record.reactions {
            let shown = if reaction.emoji.0.is_empty() {
                &reaction.kind.0
            } else {
                &reaction.emoji.0
            };
            for reactor in &reaction.recent {
                let mut detail = Detail::new(DetailKind::Reaction, shown.as_str());
                let (id, name) = (&reactor.from_id.0, &reactor.from.0);
                if !name.is_empty() || !id.is_empty() {
                    let shown = if name.is_empty() { id } else { name };
                    let person = person(id, shown, batch);
                    batch.join(message.conversation, person);
                    detail.by = Some(person);
                }
                message.extra_mut().details.push(detail);
            }
            let named = reaction.recent.len() as i64;
            let count = reaction.count.0.unwrap_or(named);
            if count > named {
                let text = format!("{shown} × {}", count - named);
                message
                    .extra_mut()
                    .details
                    .push(Detail::new(DetailKind::Reaction, text));
            }
        }
    }

    /// Anything of an account export that is no message.
    fn entry(
        &mut self,
        item: &str,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((value, mended)) = json::record::<Value>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if item == "about" {
            batch.skip(SkipReason::UnknownElement);
            return Ok(Fate::Done);
        }
        batch.mended(&mended, place);
        self.account = true;
        let mut message = Message {
            conversation: account_thread(batch, &format!("account/{item}"), item),
            place,
            kind: match item {
                "stories" => MessageKind::Post,
                _ => MessageKind::Entry,
            },
            ..Message::default()
        };
        let mut found = Found::default();
        found.walk("", &value, 0);
        let count = ["date_unixtime", "last_active_unixtime"]
            .iter()
            .find_map(|name| value.get(*name))
            .and_then(|text| text.as_str()?.parse().ok());
        if let Some(count) = count {
            message.time = ledger::instant(count);
        } else if let Some(date) = value.get("date").and_then(Value::as_str) {
            self.ledger.written(&mut message, date, batch);
        }
        for name in ["photo", "media"] {
            let path = value.get(name).and_then(Value::as_str).unwrap_or_default();
            if !path.is_empty() {
                let attachment = self.file(path, "", place.member);
                message.extra_mut().attachments.push(attachment);
            }
        }
        if item == "personal_information" {
            let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
            let name = format!("{} {}", part("first_name"), part("last_name"));
            let number = value.get("user_id").and_then(Value::as_i64);
            let number = number.map(|number| number.to_string()).unwrap_or_default();
            let person = person(&number, name.trim(), batch);
            self.ledger.stated.insert(person);
        }
        found.fill(&mut message);
        *batch
            .source
            .items
            .entry(item.replace('_', "-"))
            .or_default() += 1;
        batch.push(message)?;
        Ok(Fate::Done)
    }
}

/// An account, by its number where there is one: before 2021 `77`, since then `user77`.
fn person(number: &str, name: &str, batch: &mut Batch) -> ParticipantId {
    let bare = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    match (number.is_empty(), bare) {
        (true, _) => batch.participant_by_name(name, name),
        (_, true) => batch.participant_by_name(&format!("user{number}"), name),
        _ => batch.participant_by_name(number, name),
    }
}

fn kind(message: &Message, record: &Record, service: bool) -> MessageKind {
    if record.action.0.ends_with("_call") && record.action.0 != "invite_to_group_call" {
        return MessageKind::Call;
    }
    if service {
        return MessageKind::System;
    }
    if record.poll.is_some() {
        return MessageKind::Poll;
    }
    if record.contact.is_some() || !record.vcard.0.is_empty() {
        return MessageKind::Contact;
    }
    if record.location.is_some() || !record.place_name.0.is_empty() {
        return MessageKind::Location;
    }
    if record.destroyed_after.0.is_some_and(|seconds| seconds > 0) {
        return MessageKind::ViewOnce;
    }
    if message.body.is_empty() && !message.attachments().is_empty() {
        return MessageKind::Media;
    }
    MessageKind::Text
}

impl Format for Reader {
    fn open(&mut self, _file: &File, _batch: &mut Batch) -> Way {
        Way::Json(RECORDS)
    }

    fn value(
        &mut self,
        _file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let last = path.last();
        let list = path.iter().rev().find_map(|segment| match segment {
            Segment::Key(key) if key != "list" => Some(key.as_str()),
            _ => None,
        });
        match (path.len(), list, last) {
            (_, Some("messages"), Some(Segment::Index(_))) => self.message(place, bytes, batch),
            // after damage nothing says where a record stood
            (0, ..) | (1, _, Some(Segment::Index(_))) if bytes.first() == Some(&b'{') => {
                self.message(place, bytes, batch)
            }
            (1, _, Some(Segment::Key(key))) => match key.as_str() {
                "name" | "type" | "id" => {
                    self.about_chat(key, bytes, batch);
                    Ok(Fate::Done)
                }
                key => self.entry(key, place, bytes, batch),
            },
            (4, _, Some(Segment::Key(key))) => {
                self.about_chat(key, bytes, batch);
                Ok(Fate::Done)
            }
            (2, _, Some(Segment::Key(_))) => Ok(Fate::Done),
            (_, Some(list), Some(Segment::Index(_))) => {
                let list = list.to_owned();
                self.entry(&list, place, bytes, batch)
            }
            _ => {
                batch.reject(Code::MalformedRecord, place);
                Ok(Fate::Done)
            }
        }
    }

    fn leave(&mut self, path: &[Segment], batch: &mut Batch) {
        let one_of_several = path.len() == 3 && matches!(path.last(), Some(Segment::Index(_)));
        if one_of_several || path.is_empty() {
            self.end_chat(batch);
        }
    }

    fn close(&mut self, _file: &File, batch: &mut Batch) {
        self.end_chat(batch);
    }

    fn finish(&mut self, batch: &mut Batch) {
        for conversation in &mut batch.conversations {
            if conversation.title.is_none() && conversation.key.starts_with("chat ") {
                conversation.title = Some(self.name.clone()).filter(|_| self.chats == 1);
            }
        }
        // chats moved in from another app carry the time of the move
        let burst: u32 = self
            .same_second
            .values()
            .filter(|count| **count >= 20)
            .sum();
        if burst > 0 {
            let args = [("count", burst.to_string())];
            batch
                .source
                .warnings
                .push(Warning::new("imported-chat-times", &args));
        }
        batch.source.variant = Some(if self.account { "account" } else { "chat" }.to_owned());
        self.ledger.finish(batch);
        sign_own(batch);
    }
}
