//! Messages of Microsoft Graph (`chatMessage`): pages of an answer (`value`), lists, single
//! objects, one object per line, chats with their messages. Lists of chats give titles and members.

use super::{
    events, holds, is_json,
    markup::{self, add},
    records::{Attached, Chat, Hosted, Identities, Identity, Row},
};
use crate::{
    container::{Container, sniff_media},
    error::Result,
    import::{
        Answers, Batch, Input,
        files::{Fate, File, Format, Way},
        json::{self, Segment, Step, Text},
        ledger::{Ledger, account_thread},
    },
    limits,
    model::{
        Attachment, Content, ConversationId, ConversationKind, Detail, DetailKind, Direction,
        Handle, HandleKind, Locator, Message, MessageKind, ParticipantId, Presence, SkipReason,
        Warning,
    },
    time::Timestamp,
};
use base64::Engine as _;
use serde_json::Value;
use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

/// Bytes that tell what a file is.
pub(super) const LOOK: usize = 16 << 10;
/// Answers inside answers that are followed.
const NESTED: usize = 3;

const LIST: &[&[Step]] = &[&[Step::Items]];
const WHOLE: &[&[Step]] = &[&[]];
const NAMED: &[&[Step]] = &[
    &[Step::Key("value"), Step::Items],
    &[Step::Key("messages"), Step::Items],
    &[
        Step::Key("chats"),
        Step::Items,
        Step::Key("messages"),
        Step::Items,
    ],
];
const CHATS: &[&[Step]] = &[&[Step::Items, Step::Key("messages"), Step::Items]];

/// Reactions by their names.
const REACTIONS: [(&str, &str); 6] = [
    ("like", "👍"),
    ("heart", "❤️"),
    ("laugh", "😆"),
    ("surprised", "😮"),
    ("sad", "😢"),
    ("angry", "😠"),
];

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Messages,
    /// Chats or channels without their messages.
    About,
}

pub(super) fn kind(text: &str) -> Option<Kind> {
    if !is_json(text) || !holds(text, "\"createdDateTime\"") {
        return None;
    }
    // mails of the same service
    if holds(text, "\"internetMessageId\"") || holds(text, "\"receivedDateTime\"") {
        return None;
    }
    let chats = holds(text, "\"chatType\"") || holds(text, "\"membershipType\"");
    let inside = holds(text, "\"messages\"");
    if chats && !inside {
        let listed = holds(text, "\"members\"") || holds(text, "\"topic\"");
        return (listed || holds(text, "\"displayName\"")).then_some(Kind::About);
    }
    let body = holds(text, "\"body\"") && holds(text, "\"contentType\"");
    let place = [
        "\"chatId\"",
        "\"channelIdentity\"",
        "\"messageType\"",
        "\"replyToId\"",
    ];
    let place = place.iter().any(|name| holds(text, name));
    (body && place || inside && chats).then_some(Kind::Messages)
}

/// Where the records of a file stand.
fn way(head: &str) -> &'static [&'static [Step]] {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    let at = |name: &str| memchr::memmem::find(start.as_bytes(), name.as_bytes());
    let first = at("\"createdDateTime\"").unwrap_or(usize::MAX);
    let inside = at("\"messages\"").is_some();
    if start.starts_with('[') {
        let chats = inside && at("\"chatType\"").is_some();
        return if chats { CHATS } else { LIST };
    }
    let named = ["\"value\"", "\"messages\"", "\"chats\""];
    if named
        .iter()
        .filter_map(|name| at(name))
        .any(|at| at < first)
    {
        NAMED
    } else {
        WHOLE
    }
}

/// The reader.
pub(super) struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    kind: Kind,
    /// The chat whose messages stand inside it.
    around: Option<ConversationId>,
    /// Titles and members of chats, by id.
    chats: BTreeMap<String, Chat>,
    people: BTreeMap<ParticipantId, String>,
    /// Conversation and id of a message, and its place in the batch with the time of its version.
    by_id: HashMap<(u32, String), (u32, String)>,
    replies: Vec<(u32, (u32, String))>,
    /// Pages that name a next one, and pages that do not.
    pages: (u32, u32),
    next: Option<String>,
}

impl Reader {
    pub fn new(input: &Input, answers: &Answers) -> Result<Self> {
        Ok(Self {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            kind: Kind::Messages,
            around: None,
            chats: BTreeMap::new(),
            people: BTreeMap::new(),
            by_id: HashMap::new(),
            replies: Vec::new(),
            pages: (0, 0),
            next: None,
        })
    }

    fn person(&mut self, who: &Identity, batch: &mut Batch) -> Option<ParticipantId> {
        let (id, name) = (&who.id.0, &who.name.0);
        if id.is_empty() && name.is_empty() {
            return None;
        }
        let key = if id.is_empty() { name } else { id };
        let person = batch.participant_by_name(&format!("teams:{key}"), name);
        if !id.is_empty()
            && self.people.insert(person, id.clone()).is_none()
            && let Some(participant) = batch.participants.get_mut(person.index())
        {
            participant.handles.push(Handle {
                raw: id.clone(),
                normalised: format!("teams:{id}"),
                kind: HandleKind::Other,
            });
        }
        if !who.email.0.is_empty() {
            batch.handle(person, &who.email.0);
        }
        Some(person)
    }

    fn identity(&mut self, who: Option<Identities>, batch: &mut Batch) -> Option<ParticipantId> {
        let who = who?;
        let known = [who.user, who.app, who.device].into_iter().flatten();
        let mut found = None;
        for one in known {
            found = found.or_else(|| self.person(&one, batch));
        }
        found
    }

    /// The conversation of a message.
    fn conversation(&mut self, row: &Row, file: &File, batch: &mut Batch) -> ConversationId {
        let channel = row
            .channel
            .as_ref()
            .map_or("", |channel| &channel.channel.0);
        let key = if row.chat.0.is_empty() {
            channel
        } else {
            &row.chat.0
        };
        if key.is_empty() {
            let stem = stem(&file.path);
            return self
                .around
                .unwrap_or_else(|| batch.conversation(stem, ConversationKind::Direct));
        }
        let kind = match channel.is_empty() {
            true => ConversationKind::Direct,
            false => ConversationKind::Group,
        };
        self.open_chat(key, kind, batch)
    }

    fn open_chat(
        &mut self,
        key: &str,
        kind: ConversationKind,
        batch: &mut Batch,
    ) -> ConversationId {
        let before = batch.conversations.len();
        let id = batch.conversation(key, kind);
        if batch.conversations.len() == before {
            return id;
        }
        let Some(chat) = self.chats.get(key) else {
            return id;
        };
        let (title, group) = (chat.title.0.clone(), chat.kind.0 != "oneOnOne");
        let members: Vec<(String, String, String)> = chat
            .members
            .iter()
            .map(|one| (one.id.0.clone(), one.name.0.clone(), one.email.0.clone()))
            .collect();
        batch.entitle(id, title);
        if group && let Some(conversation) = batch.conversations.get_mut(id.index()) {
            conversation.kind = ConversationKind::Group;
        }
        for (member, name, email) in members {
            let who = Identity {
                id: Text(member),
                name: Text(name),
                email: Text(email),
                ..Identity::default()
            };
            if let Some(person) = self.person(&who, batch) {
                batch.join(id, person);
            }
        }
        id
    }

    /// A chat or channel: it names conversations, and is an entry so that it can be searched.
    fn chat(&mut self, place: Locator, bytes: &[u8], batch: &mut Batch) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((chat, mended)) = json::record::<Chat>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if chat.id.0.is_empty() {
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        let mut message = Message {
            conversation: account_thread(batch, "account/chats", "chats"),
            place,
            kind: MessageKind::Entry,
            body: chat.title.0.as_str().into(),
            ..Message::default()
        };
        self.ledger.written(&mut message, &chat.created.0, batch);
        add(
            &mut message,
            DetailKind::Description,
            chat.description.0.as_str(),
        );
        for member in &chat.members {
            add(&mut message, DetailKind::Tag, member.name.0.as_str());
            add(
                &mut message,
                DetailKind::ContactCard,
                member.email.0.as_str(),
            );
        }
        let extra = message.extra_mut();
        extra.raw.push(("id".to_owned(), chat.id.0.clone()));
        for (name, value) in &chat.others {
            extra.raw.push((name.clone(), value.clone()));
        }
        self.chats.insert(chat.id.0.clone(), chat);
        *batch.source.items.entry("chats".to_owned()).or_default() += 1;
        batch.push(message)?;
        Ok(Fate::Done)
    }

    fn message(
        &mut self,
        file: &File,
        place: Locator,
        record: &[u8],
        bytes: &[u8],
        depth: usize,
        batch: &mut Batch,
    ) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((mut row, mended)) = json::record::<Row>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if row.created.0.is_empty()
            || row.body.is_none() && row.event.is_none() && row.id.0.is_empty()
        {
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        let replies = std::mem::take(&mut row.replies);
        let around = self.around;
        let mut message = Message {
            conversation: self.conversation(&row, file, batch),
            place,
            ..Message::default()
        };
        let (id, version) = (row.id.0.clone(), row.modified.0.clone());
        let key = (message.conversation.0, id);
        self.fill(&mut message, row, record, batch);
        match self.by_id.get_mut(&key) {
            Some((at, known)) if !key.1.is_empty() => {
                if let Some(target) = batch.messages.get_mut(*at as usize) {
                    join(target, message, version > *known);
                }
                if version > *known {
                    *known = version;
                }
                batch.skip(SkipReason::Joined);
            }
            _ => {
                let at = batch.messages.len() as u32;
                self.by_id.insert(key.clone(), (at, version));
                batch.push(message)?;
            }
        }
        self.around = Some(ConversationId(key.0));
        for reply in replies {
            if depth >= NESTED {
                batch.skip(SkipReason::UnknownElement);
                continue;
            }
            let text = reply.to_string();
            let fate = self.message(file, place, record, text.as_bytes(), depth + 1, batch)?;
            if fate == Fate::Unreadable {
                batch.reject(crate::error::Code::MalformedRecord, place);
            }
        }
        self.around = around;
        Ok(Fate::Done)
    }

    fn fill(&mut self, message: &mut Message, row: Row, record: &[u8], batch: &mut Batch) {
        self.ledger.written(message, &row.created.0, batch);
        let body = row.body.unwrap_or_default();
        let mut hosted = Vec::new();
        if body.kind.0.eq_ignore_ascii_case("html") {
            let said = markup::read(&body.content.0);
            hosted.clone_from(&said.hosted);
            markup::fill(message, said);
        } else {
            message.body = body.content.0.into();
        }
        if !row.subject.0.is_empty() {
            message.extra_mut().subject = Some(row.subject.0);
        }
        add(message, DetailKind::Description, row.summary.0);
        if let Some(person) = self.identity(row.from, batch) {
            self.ledger.speak(message, person, batch);
        }
        for mention in row.mentions {
            let mut detail = Detail::new(DetailKind::Tag, mention.text.0);
            detail.by = self.identity(mention.mentioned, batch);
            message.add_detail(detail);
        }
        for reaction in row.reactions {
            let sign = REACTIONS.iter().find(|(name, _)| *name == reaction.kind.0);
            let named = match reaction.kind.0.as_str() {
                "" | "custom" => &reaction.name.0,
                kind => kind,
            };
            let mut detail =
                Detail::new(DetailKind::Reaction, sign.map_or(named, |(_, sign)| sign));
            detail.by = self.identity(reaction.user, batch);
            if let Some(person) = detail.by {
                batch.join(message.conversation, person);
            }
            detail.time = instant(&reaction.created.0);
            message.add_detail(detail);
        }
        for attached in row.attachments {
            self.attach(message, attached, batch);
        }
        hosted.truncate(limits::DETAILS_COMPARED);
        let mut from = 0;
        for content in row.hosted.into_iter().take(limits::DETAILS_COMPARED) {
            hosted.retain(|id| *id != content.id.0);
            self.hosted(message, content, record, &mut from);
        }
        for id in hosted {
            self.missing(message, &id);
        }
        if let Some(event) = row.event {
            events::fill(message, &event);
            let mut people = Vec::new();
            let initiator = event.get("initiator").unwrap_or(&Value::Null);
            events::people(initiator, 0, &mut people);
            let begun = people.first().cloned();
            events::people(&event, 0, &mut people);
            for (key, name) in people {
                let who = Identity {
                    id: Text(key.clone()),
                    name: Text(name.clone()),
                    ..Identity::default()
                };
                let mut detail = Detail::new(DetailKind::Tag, name);
                detail.by = self.person(&who, batch);
                if let Some(person) = detail.by {
                    batch.join(message.conversation, person);
                    if message.sender.is_none() && begun.as_ref().is_some_and(|(id, _)| *id == key)
                    {
                        message.sender = Some(person);
                    }
                }
                message.add_detail(detail);
            }
        } else if !matches!(row.kind.0.as_str(), "" | "message") {
            message.kind = MessageKind::System;
            message.direction = Direction::System;
            if message.body.is_empty() {
                message.body = row.kind.0.into();
            }
        }
        if !row.edited.0.is_empty() {
            let extra = message.extra_mut();
            extra.edited = true;
            extra
                .raw
                .push(("lastEditedDateTime".to_owned(), row.edited.0));
        }
        if !row.deleted.0.is_empty() {
            message.kind = MessageKind::Deleted;
            let raw = ("deletedDateTime".to_owned(), row.deleted.0);
            message.extra_mut().raw.push(raw);
        }
        if message.kind == MessageKind::Text
            && message.body.is_empty()
            && !message.attachments().is_empty()
        {
            message.kind = MessageKind::Media;
        }
        let others = row
            .others
            .into_iter()
            .filter(|(_, value)| value != "null" && value != "[]");
        message.extra_mut().raw.push(("id".to_owned(), row.id.0));
        message.extra_mut().raw.extend(others);
        if !row.reply_to.0.is_empty() {
            let at = batch.messages.len() as u32;
            self.replies
                .push((at, (message.conversation.0, row.reply_to.0)));
        }
    }

    fn attach(&mut self, message: &mut Message, attached: Attached, batch: &mut Batch) {
        let value = || serde_json::from_str::<Value>(&attached.content.0).unwrap_or_default();
        let part = |value: &Value, name: &str| {
            let text = value.get(name).and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        };
        let sender = |value: &Value, name: &str| {
            let user = value.get(name).and_then(|one| one.get("user"));
            user.map_or(Identity::default(), |user| Identity {
                id: Text(part(user, "id")),
                name: Text(part(user, "displayName")),
                ..Identity::default()
            })
        };
        match attached.kind.0.as_str() {
            "messageReference" => {
                let value = value();
                let preview = part(&value, "messagePreview");
                if !preview.is_empty() {
                    message.extra_mut().quoted.get_or_insert(preview);
                }
                let who = sender(&value, "messageSender");
                add(message, DetailKind::Tag, who.name.0.as_str());
                self.person(&who, batch);
            }
            "forwardedMessageReference" => {
                let value = value();
                let said = markup::read(&part(&value, "originalMessageContent"));
                if !said.text.is_empty() {
                    message.extra_mut().quoted.get_or_insert(said.text);
                }
                let who = sender(&value, "originalMessageSender");
                add(message, DetailKind::ForwardedFrom, who.name.0.as_str());
                self.person(&who, batch);
            }
            kind if kind.contains(".card") => card(message, &value(), 0),
            kind => {
                let name = if attached.name.0.is_empty() {
                    attached.address.0.rsplit('/').next().unwrap_or_default()
                } else {
                    &attached.name.0
                };
                if !name.is_empty() {
                    let beside = message.place.member;
                    let mut attachment = self.ledger.file(&self.container, name, beside);
                    attachment.name = Some(name.to_owned());
                    if kind.contains('/') {
                        attachment.declared = Some(kind.to_owned());
                    }
                    message.extra_mut().attachments.push(attachment);
                } else if !attached.content.0.is_empty() {
                    add(message, DetailKind::Other, attached.content.0.as_str());
                }
                add(message, DetailKind::Link, attached.address.0.as_str());
            }
        }
    }

    /// A picture inside a message: its bytes stand in the record, or are not there.
    fn hosted(&mut self, message: &mut Message, content: Hosted, record: &[u8], from: &mut usize) {
        let text = content.bytes.0.as_bytes();
        let decoded = base64::engine::general_purpose::STANDARD.decode(text);
        // the text as it stands; one with escapes in it cannot be read in place
        let rest = record.get(*from..).unwrap_or_default();
        let at = memchr::memmem::find(rest, text).map(|at| *from + at);
        let (Ok(bytes), Some(at), false) = (decoded, at, text.is_empty()) else {
            return self.missing(message, &content.id.0);
        };
        // they stand in the record in the order in which they are listed
        *from = at + text.len();
        let place = message.place;
        message.extra_mut().attachments.push(Attachment {
            name: Some(content.id.0).filter(|id| !id.is_empty()),
            declared: Some(content.kind.0).filter(|kind| !kind.is_empty()),
            sniffed: sniff_media(&bytes),
            size: Some(bytes.len() as u64),
            presence: Presence::Present,
            embedded: false,
            content: Content::Base64(Locator {
                member: place.member,
                start: place.start + at as u64,
                len: text.len() as u64,
            }),
        });
    }

    fn missing(&mut self, message: &mut Message, id: &str) {
        self.ledger.named_only();
        message.extra_mut().attachments.push(Attachment {
            name: Some(id.to_owned()).filter(|id| !id.is_empty()),
            declared: None,
            sniffed: None,
            size: None,
            presence: Presence::Missing,
            embedded: false,
            content: Content::Absent,
        });
    }

    fn settle_replies(&mut self, batch: &mut Batch) {
        for (at, key) in std::mem::take(&mut self.replies) {
            let target = self.by_id.get(&key).map(|(target, _)| *target);
            let text = target
                .filter(|target| *target != at)
                .and_then(|target| batch.messages.get(target as usize))
                .map(|target| target.body.to_string())
                .filter(|text| !text.is_empty());
            let Some(message) = batch.messages.get_mut(at as usize) else {
                continue;
            };
            match text {
                Some(text) => {
                    message.extra_mut().quoted.get_or_insert(text);
                }
                None => {
                    let raw = ("replyToId".to_owned(), key.1);
                    message.extra_mut().raw.push(raw);
                }
            }
        }
    }

    /// A field of an answer beside its messages.
    fn about(&mut self, path: &[Segment], bytes: &[u8], batch: &mut Batch) {
        let Some(Segment::Key(name)) = path.last() else {
            return;
        };
        let Ok((Text(text), _)) = json::record::<Text>(bytes) else {
            return;
        };
        match name.as_str() {
            "@odata.nextLink" => self.next = Some(text),
            // https://graph.microsoft.com/v1.0/$metadata#users('id')/chats
            "@odata.context" => {
                let id = text
                    .split("users('")
                    .nth(1)
                    .and_then(|rest| rest.split('\'').next());
                if let Some(id) = id.filter(|id| id.len() > 8) {
                    let who = Identity {
                        id: Text(id.to_owned()),
                        ..Identity::default()
                    };
                    let person = self.person(&who, batch);
                    self.ledger.stated.extend(person);
                }
            }
            "id" if path.len() > 1 => {
                self.around = Some(self.open_chat(&text, ConversationKind::Direct, batch));
            }
            "topic" | "displayName" if path.len() > 1 => {
                if let Some(id) = self.around {
                    batch.entitle(id, text);
                }
            }
            _ => {}
        }
    }
}

/// Name of a file without folders and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn instant(text: &str) -> Option<Timestamp> {
    let written = crate::import::written_time::read(text, None)?;
    Some(written.timestamp(text))
}

/// Joins two versions of one message.
fn join(known: &mut Message, other: Message, newer: bool) {
    if known.body != other.body {
        let (earlier, time) = if newer {
            let earlier = std::mem::replace(&mut known.body, other.body);
            known.place = other.place;
            (earlier, known.time.clone())
        } else {
            (other.body, other.time)
        };
        let mut detail = Detail::new(DetailKind::EarlierText, earlier);
        detail.time = Some(time);
        let extra = known.extra_mut();
        extra.edited = true;
        extra.add_detail(detail);
    }
    if newer && other.kind == MessageKind::Deleted {
        known.kind = MessageKind::Deleted;
    }
    let Some(other) = other.extra else {
        return;
    };
    let extra = known.extra_mut();
    extra.edited |= other.edited;
    for detail in other.details {
        extra.add_detail(detail);
    }
    for attachment in other.attachments {
        if !extra
            .attachments
            .iter()
            .any(|one| one.name == attachment.name)
        {
            extra.attachments.push(attachment);
        }
    }
}

/// Texts and addresses of a card.
fn card(message: &mut Message, value: &Value, depth: usize) {
    if depth > 16 {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|one| card(message, one, depth + 1)),
        Value::Object(map) => {
            for (name, value) in map {
                match (name.as_str(), value) {
                    (
                        "text" | "title" | "subtitle" | "summary" | "altText" | "fallbackText"
                        | "value" | "placeholder" | "speak",
                        Value::String(text),
                    ) => add(message, DetailKind::Description, markup::read(text).text),
                    ("url" | "openUrl", Value::String(address)) if address.starts_with("http") => {
                        add(message, DetailKind::Link, address.as_str());
                    }
                    (_, Value::Array(_) | Value::Object(_)) => card(message, value, depth + 1),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

impl Format for Reader {
    fn open(&mut self, file: &File, _batch: &mut Batch) -> Way {
        self.kind = kind(&file.head).unwrap_or(Kind::Messages);
        self.around = None;
        self.next = None;
        Way::Json(match self.kind {
            Kind::About if way(&file.head) == CHATS => LIST,
            _ => way(&file.head),
        })
    }

    fn value(
        &mut self,
        file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let list = path.iter().rev().find_map(|segment| match segment {
            Segment::Key(key) => Some(key.as_str()),
            Segment::Index(_) => None,
        });
        let record = match (path.last(), list) {
            (None, _) => bytes.starts_with(b"{"),
            (Some(Segment::Index(_)), list) => {
                matches!(list, None | Some("value" | "messages" | "chats"))
            }
            _ => false,
        };
        if !record {
            self.about(path, bytes, batch);
            return Ok(Fate::Done);
        }
        match self.kind {
            Kind::About => self.chat(place, bytes, batch),
            Kind::Messages => self.message(file, place, bytes, bytes, 0, batch),
        }
    }

    fn leave(&mut self, path: &[Segment], _batch: &mut Batch) {
        if let [.., Segment::Index(_)] = path {
            self.around = None;
        }
    }

    fn close(&mut self, _file: &File, _batch: &mut Batch) {
        match self.next.take() {
            Some(_) => self.pages.0 += 1,
            None => self.pages.1 += 1,
        }
    }

    fn finish(&mut self, batch: &mut Batch) {
        self.settle_replies(batch);
        if self.pages.0 > 0 && self.pages.1 == 0 {
            // every page names a next one: the last is not here
            batch.source.accounting.partial = true;
            batch
                .source
                .warnings
                .push(Warning::new("next-page-missing", &[]));
        }
        let participants = &batch.participants;
        for conversation in &mut batch.conversations {
            if conversation.title.is_none() {
                let members = conversation.participants.iter();
                let names: Vec<&str> = members
                    .filter_map(|one| participants.get(one.index())?.names.first())
                    .map(String::as_str)
                    .collect();
                conversation.title = Some(names.join(", ")).filter(|title| !title.is_empty());
            }
        }
        self.ledger.finish(batch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_content() {
        let message = r#"{"value":[{"id":"1","messageType":"message","createdDateTime":"2024-01-01T00:00:00Z","body":{"contentType":"text","content":"x"}}]}"#;
        assert_eq!(kind(message), Some(Kind::Messages));
        assert_eq!(way(message), NAMED);
        let one = r#"{"id":"1","chatId":"c","createdDateTime":"2024-01-01T00:00:00Z","body":{"contentType":"text","content":"x"}}"#;
        assert_eq!(kind(one), Some(Kind::Messages));
        assert_eq!(way(one), WHOLE);
        let chats = r#"{"value":[{"id":"c","topic":null,"createdDateTime":"2024-01-01T00:00:00Z","chatType":"group"}]}"#;
        assert_eq!(kind(chats), Some(Kind::About));
        let mail = r#"{"value":[{"createdDateTime":"x","receivedDateTime":"x","body":{"contentType":"html"},"conversationId":"c","chatId":1}]}"#;
        assert_eq!(kind(mail), None);
    }
}
