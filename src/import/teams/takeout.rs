//! `messages.json` of a private Teams or Skype account: conversations with their messages, newest
//! first; `endpoints.json`: the account's devices. Files lie in `media/` under the numbers that
//! messages name.

use super::{
    holds, is_json,
    markup::{self, add},
};
use crate::{
    container::Container,
    error::Result,
    import::{
        Answers, Batch, Input,
        account::Found,
        files::{Fate, File, Format, Way},
        html::{Element, fragment},
        json::{self, Number, Segment, Step, Text},
        ledger::{self, Ledger, account_thread},
    },
    json_record,
    model::{
        Attachment, Call, ConversationId, ConversationKind, Detail, DetailKind, Direction, Handle,
        HandleKind, Locator, Message, MessageKind, ParticipantId, SkipReason,
    },
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

const MESSAGES: &[&[Step]] = &[&[
    Step::Key("conversations"),
    Step::Items,
    Step::Key("MessageList"),
    Step::Items,
]];
const ENDPOINTS: &[&[Step]] = &[&[Step::Key("endpoints"), Step::Items]];

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Messages,
    Endpoints,
}

pub(super) fn kind(text: &str) -> Option<Kind> {
    if !is_json(text) {
        return None;
    }
    let account = holds(text, "\"userId\"");
    if holds(text, "\"MessageList\"") && (account || holds(text, "\"conversations\"")) {
        return Some(Kind::Messages);
    }
    (account && holds(text, "\"endpoints\"")).then_some(Kind::Endpoints)
}

json_record! {
    struct Row {
        often {
            "id" => id: Text,
            "displayName" => name: Text,
            "originalarrivaltime" => time: Text,
            "messagetype" => kind: Text,
            "content" => content: Text,
            "conversationid" => conversation: Text,
            "from" => from: Text,
        }
        rare {
            "properties" => properties: Option<Properties>,
            "amsreferences" => media: Vec<Text>,
        }
    }
}

json_record! {
    struct Properties {
        often { "deletetime" => deleted: Text, "edittime" => edited: Text, }
        rare { "emotions" => emotions: Option<Value>, }
    }
}

json_record! {
    struct Emotion {
        often { "key" => key: Text, }
        rare { "users" => users: Vec<Feeling>, }
    }
}

json_record! {
    struct Feeling {
        often { "mri" => who: Text, "time" => time: Number, }
        rare {}
    }
}

/// The conversation at hand, as far as its fields were read.
#[derive(Default)]
struct Talk {
    id: Option<ConversationId>,
    title: String,
}

/// The reader.
pub(super) struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    kind: Kind,
    talk: Talk,
    unnamed: u32,
    people: BTreeMap<ParticipantId, String>,
    /// What others call a person, for those who have no name.
    called: BTreeMap<ParticipantId, String>,
    /// Members by the number that their names begin with.
    media: Option<HashMap<String, String>>,
    by_id: HashMap<(u32, String), u32>,
}

impl Reader {
    pub fn new(input: &Input, answers: &Answers) -> Result<Self> {
        Ok(Self {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            kind: Kind::Messages,
            talk: Talk::default(),
            unnamed: 0,
            people: BTreeMap::new(),
            called: BTreeMap::new(),
            media: None,
            by_id: HashMap::new(),
        })
    }

    /// A person by the service's id: `8:live:anna`, `8:orgid:…`, `4:+4520123456`.
    fn person(&mut self, id: &str, name: &str, batch: &mut Batch) -> ParticipantId {
        let kind = id.split_once(':').filter(|(kind, _)| kind.len() <= 2);
        let bare = kind.map_or(id, |(_, bare)| bare);
        // lists of calls leave out the kind
        let whole = match kind {
            Some(_) => id.to_owned(),
            None => format!("8:{id}"),
        };
        let id = whole.as_str();
        let known = batch.participant_by_name(&format!("skype:{id}"), name);
        if self.people.insert(known, id.to_owned()).is_none() {
            if id.starts_with("4:+") {
                batch.handle(known, bare);
            } else if let Some(participant) = batch.participants.get_mut(known.index()) {
                participant.handles.push(Handle {
                    raw: bare.to_owned(),
                    normalised: format!("skype:{id}"),
                    kind: HandleKind::Other,
                });
            }
        }
        known
    }

    fn talk(&mut self, batch: &mut Batch) -> ConversationId {
        let unnamed = &mut self.unnamed;
        *self.talk.id.get_or_insert_with(|| {
            *unnamed += 1;
            let key = format!("conversation {unnamed}");
            batch.conversation(&key, ConversationKind::Direct)
        })
    }

    /// A field of the file or of a conversation, beside the messages.
    fn about(&mut self, path: &[Segment], bytes: &[u8], batch: &mut Batch) {
        let [.., Segment::Key(name)] = path else {
            return;
        };
        let inside = path.len() > 1;
        if let ("threadProperties", true) = (name.as_str(), inside) {
            self.thread(bytes, batch);
            return;
        }
        let Ok((Text(text), _)) = json::record::<Text>(bytes) else {
            return;
        };
        match (name.as_str(), inside) {
            ("userId", false) if !text.is_empty() => {
                let owner = self.person(&text, "", batch);
                self.ledger.stated.insert(owner);
            }
            ("id", true) if !text.is_empty() => match self.talk.id {
                Some(known) => {
                    if let Some(conversation) = batch.conversations.get_mut(known.index()) {
                        conversation.key = text;
                    }
                }
                None => {
                    let kind = match text.starts_with("19:") {
                        true => ConversationKind::Group,
                        false => ConversationKind::Direct,
                    };
                    let id = batch.conversation(&text, kind);
                    self.talk.id = Some(id);
                    if kind == ConversationKind::Direct && text.contains(':') {
                        let person = self.person(&text, "", batch);
                        batch.join(id, person);
                    }
                }
            },
            ("displayName", true) => self.talk.title = text,
            _ => {}
        }
        if let (Some(id), false) = (self.talk.id, self.talk.title.is_empty()) {
            batch.entitle(id, std::mem::take(&mut self.talk.title));
        }
    }

    /// Topic and members of a group.
    fn thread(&mut self, bytes: &[u8], batch: &mut Batch) {
        let Ok((value, _)) = json::record::<Value>(bytes) else {
            return;
        };
        if value.is_null() {
            return;
        }
        let id = self.talk(batch);
        if let Some(topic) = value.get("topic").and_then(Value::as_str) {
            batch.entitle(id, topic.to_owned());
        }
        // a list, or a list written as text
        let members = match value.get("members") {
            Some(Value::String(text)) => serde_json::from_str(text).unwrap_or_default(),
            Some(list) => list.clone(),
            None => Value::Null,
        };
        for member in members
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            let person = self.person(member, "", batch);
            batch.join(id, person);
        }
    }

    /// The file that a number stands for.
    fn file(&mut self, number: &str, beside: u32) -> Option<Attachment> {
        if number.is_empty() {
            return None;
        }
        let container = Rc::clone(&self.container);
        let media = self.media.get_or_insert_with(|| {
            let mut media = HashMap::new();
            for member in container.members() {
                let path = member.tree_path();
                let name = path.rsplit('/').next().unwrap_or(path);
                let number = name.split('.').next().unwrap_or(name);
                // a description beside each file
                if path.contains("media/") && !name.ends_with(".json") {
                    media.insert(number.to_owned(), path.to_owned());
                }
            }
            media
        });
        let path = media.get(number)?.clone();
        Some(self.ledger.file(&self.container, &path, beside))
    }

    fn message(&mut self, place: Locator, bytes: &[u8], batch: &mut Batch) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((row, mended)) = json::record::<Row>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if row.time.0.is_empty() && row.kind.0.is_empty() && row.from.0.is_empty() {
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        let mut message = Message {
            conversation: self.talk(batch),
            place,
            ..Message::default()
        };
        let key = (message.conversation.0, row.id.0.clone());
        if !key.1.is_empty() && self.by_id.contains_key(&key) {
            batch.skip(SkipReason::Joined);
            return Ok(Fate::Done);
        }
        self.ledger.written(&mut message, &row.time.0, batch);
        let thread = row.from.0.starts_with("19:");
        if !row.from.0.is_empty() && !thread {
            let person = self.person(&row.from.0, &row.name.0, batch);
            self.ledger.speak(&mut message, person, batch);
        }
        self.content(&mut message, &row, batch);
        for number in &row.media {
            let named = |one: &Attachment| one.name.as_deref() == Some(number.0.as_str());
            if let Some(file) = self.file(&number.0, place.member)
                && !message
                    .attachments()
                    .iter()
                    .any(|one| one.content == file.content)
            {
                message.extra_mut().attachments.retain(|one| !named(one));
                message.extra_mut().attachments.push(file);
            }
        }
        if let Some(properties) = row.properties {
            self.properties(&mut message, properties, batch);
        }
        if message.kind == MessageKind::Text
            && message.body.is_empty()
            && !message.attachments().is_empty()
        {
            message.kind = MessageKind::Media;
        }
        let extra = message.extra_mut();
        extra.raw.push(("id".to_owned(), row.id.0));
        if !matches!(row.kind.0.as_str(), "RichText" | "Text" | "RichText/Html") {
            extra.raw.push(("messagetype".to_owned(), row.kind.0));
        }
        let others = row.others.into_iter().filter(|(_, value)| value != "null");
        extra.raw.extend(others);
        self.by_id.insert(key, batch.messages.len() as u32);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    fn content(&mut self, message: &mut Message, row: &Row, batch: &mut Batch) {
        let content = row.content.0.as_str();
        match row.kind.0.as_str() {
            "Text" => message.body = content.into(),
            "Event/Call" => self.call(message, content, batch),
            kind if kind.starts_with("ThreadActivity") || kind.starts_with("Control") => {
                self.activity(message, kind, content, batch);
            }
            "RichText/Contacts" => {
                message.kind = MessageKind::Contact;
                for card in fragment(content).all().filter(|one| one.tag == "c") {
                    for name in ["f", "s", "p"] {
                        let value = card.attribute(name).unwrap_or_default();
                        let value = value.strip_prefix("8:").unwrap_or(value);
                        add(message, DetailKind::ContactCard, value);
                    }
                }
            }
            "RichText/Location" => {
                message.kind = MessageKind::Location;
                place_of(message, &fragment(content));
            }
            "Poll" => {
                message.kind = MessageKind::Poll;
                poll(message, content);
            }
            "RichText/Media_Card" | "PopCard" | "Notice" => card(message, content),
            kind => {
                let said = markup::read(content);
                for (id, name) in &said.people {
                    let mut detail = Detail::new(DetailKind::Tag, name.as_str());
                    let id = id.as_deref().filter(|id| id.contains(':'));
                    detail.by = id.map(|id| self.person(id, "", batch));
                    if let Some(person) = detail.by {
                        self.called.entry(person).or_insert_with(|| name.clone());
                    }
                    if !name.is_empty() {
                        message.add_detail(detail);
                    }
                }
                let element = fragment(content);
                let object = element.all().find(|one| one.tag == "uriobject");
                match object {
                    Some(object) => self.object(message, object),
                    None => markup::fill(message, said),
                }
                if kind == "InviteFreeRelationshipChanged/Initialized" {
                    message.kind = MessageKind::System;
                }
            }
        }
    }

    /// A file, picture or recording.
    fn object(&mut self, message: &mut Message, object: &Element) {
        let inside = |tag: &str, name: &str| {
            let one = object.all().find(|one| one.tag == tag)?;
            one.attribute(name).map(str::to_owned)
        };
        let name = inside("originalname", "v").or_else(|| inside("meta", "originalname"));
        let address = object.attribute("uri").unwrap_or_default();
        let number = address.rsplit('/').next().unwrap_or_default();
        let number = object
            .attribute("doc_id")
            .filter(|id| !id.is_empty())
            .unwrap_or(number);
        let mut attachment = self.file(number, message.place.member).unwrap_or_else(|| {
            self.ledger.named_only();
            Attachment {
                name: Some(number.to_owned()).filter(|number| !number.is_empty()),
                declared: None,
                sniffed: None,
                size: inside("filesize", "v").and_then(|size| size.parse().ok()),
                presence: crate::model::Presence::Missing,
                embedded: false,
                content: crate::model::Content::Absent,
            }
        });
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            attachment.name = Some(name);
        }
        message.extra_mut().attachments.push(attachment);
        for tag in ["title", "description"] {
            let one = object.all().find(|one| one.tag == tag);
            add(
                message,
                DetailKind::Description,
                one.map(Element::text).unwrap_or_default(),
            );
        }
    }

    fn call(&mut self, message: &mut Message, content: &str, batch: &mut Batch) {
        let list = fragment(content);
        let parts: Vec<&Element> = list.all().filter(|one| one.tag == "part").collect();
        let seconds = parts.iter().filter_map(|part| {
            let length = part.all().find(|one| one.tag == "duration")?;
            let seconds: f64 = length.text().trim().parse().ok()?;
            (seconds.is_finite() && seconds >= 0.0).then_some(seconds as u64)
        });
        let seconds = seconds.max().unwrap_or(0);
        let outer = list.all().find(|one| one.tag == "partlist");
        let kind = outer
            .and_then(|list| list.attribute("type"))
            .unwrap_or_default();
        message.kind = MessageKind::Call;
        message.extra_mut().call = Some(Call {
            seconds,
            answered: seconds > 0 || kind == "started",
        });
        message.body = kind.into();
        for part in parts {
            let id = part.attribute("identity").unwrap_or_default();
            let name = ["displayname", "name"].iter().find_map(|tag| {
                let one = part.all().find(|one| one.tag == *tag)?;
                Some(one.text()).filter(|name| !name.is_empty())
            });
            let name = name.unwrap_or_default();
            if id.is_empty() && name.is_empty() {
                continue;
            }
            let mut detail = Detail::new(DetailKind::Tag, name.as_str());
            if !id.is_empty() {
                let person = self.person(id, &name, batch);
                batch.join(message.conversation, person);
                detail.by = Some(person);
            }
            if !detail.text.is_empty() {
                message.add_detail(detail);
            }
        }
    }

    /// Who came and left, new names of a group.
    fn activity(&mut self, message: &mut Message, kind: &str, content: &str, batch: &mut Batch) {
        message.kind = MessageKind::System;
        message.direction = Direction::System;
        let element = fragment(content);
        let name = kind.rsplit('/').next().unwrap_or(kind);
        let value = element
            .all()
            .find(|one| one.tag == "value")
            .map(Element::text);
        message.body = match value.filter(|value| !value.is_empty()) {
            Some(value) => format!("{name}: {value}").into(),
            None => name.into(),
        };
        for one in element.all() {
            match one.tag.as_str() {
                "initiator" if message.sender.is_none() => {
                    let person = self.person(&one.text(), "", batch);
                    message.sender = Some(person);
                }
                "target" | "id" if one.text().contains(':') => {
                    let id = one.text();
                    let person = self.person(&id, "", batch);
                    batch.join(message.conversation, person);
                    let shown = id.split_once(':').map_or("", |(_, bare)| bare);
                    let mut detail = Detail::new(DetailKind::Tag, shown);
                    detail.by = Some(person);
                    message.add_detail(detail);
                }
                "friendlyname" => add(message, DetailKind::Tag, one.text()),
                _ => {}
            }
        }
    }

    fn properties(&mut self, message: &mut Message, properties: Properties, batch: &mut Batch) {
        // a list, or a list written as text
        let emotions: Vec<Emotion> = match &properties.emotions {
            Some(Value::String(text)) => serde_json::from_str(text).unwrap_or_default(),
            Some(list) => serde_json::from_str(&list.to_string()).unwrap_or_default(),
            None => Vec::new(),
        };
        for emotion in emotions {
            let sign = match emotion.key.0.as_str() {
                "like" | "yes" => "👍",
                "heart" => "❤️",
                "laugh" => "😆",
                "surprised" => "😮",
                "sad" => "😢",
                "angry" => "😠",
                other => other,
            };
            for user in &emotion.users {
                let mut detail = Detail::new(DetailKind::Reaction, sign);
                let person = self.person(&user.who.0, "", batch);
                batch.join(message.conversation, person);
                detail.by = Some(person);
                detail.time = user.time.0.filter(|time| *time > 0).map(ledger::instant);
                message.add_detail(detail);
            }
        }
        if !properties.edited.0.is_empty() {
            message.extra_mut().edited = true;
            let raw = ("edittime".to_owned(), properties.edited.0);
            message.extra_mut().raw.push(raw);
        }
        if !properties.deleted.0.is_empty() {
            message.kind = MessageKind::Deleted;
            let raw = ("deletetime".to_owned(), properties.deleted.0);
            message.extra_mut().raw.push(raw);
        }
        message.extra_mut().raw.extend(properties.others);
    }

    /// A device of the account.
    fn endpoint(&mut self, place: Locator, bytes: &[u8], batch: &mut Batch) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((value, _)) = json::record::<Value>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        let mut message = Message {
            conversation: account_thread(batch, "account/endpoints", "endpoints"),
            place,
            kind: MessageKind::Entry,
            ..Message::default()
        };
        let mut found = Found::default();
        found.walk("", &value, 0);
        found.fill(&mut message);
        *batch
            .source
            .items
            .entry("endpoints".to_owned())
            .or_default() += 1;
        batch.push(message)?;
        Ok(Fate::Done)
    }
}

/// Millionths of a degree, and an address.
fn place_of(message: &mut Message, element: &Element) {
    let Some(place) = element.all().find(|one| one.tag == "location") else {
        return;
    };
    let degrees = |name: &str| {
        let millionths: i64 = place.attribute(name)?.parse().ok()?;
        Some(millionths as f64 / 1e6)
    };
    if let (Some(lat), Some(lon)) = (degrees("latitude"), degrees("longitude")) {
        add(message, DetailKind::Location, format!("{lat}, {lon}"));
    }
    add(
        message,
        DetailKind::Location,
        place.attribute("address").unwrap_or_default(),
    );
    let text = place.text();
    add(message, DetailKind::Location, text);
}

fn poll(message: &mut Message, content: &str) {
    let value: Value = serde_json::from_str(content).unwrap_or_default();
    if value.is_null() {
        let said = markup::read(content);
        markup::fill(message, said);
        return;
    }
    let title = value
        .get("title")
        .or(value.get("pollTitle"))
        .and_then(Value::as_str);
    add(message, DetailKind::PollQuestion, title.unwrap_or_default());
    let options = value.get("options").and_then(Value::as_array);
    for option in options.into_iter().flatten() {
        let text = option.as_str().or_else(|| option.get("text")?.as_str());
        add(message, DetailKind::PollOption, text.unwrap_or_default());
    }
}

/// A card: JSON, sometimes inside an attribute as base64, which stays raw.
fn card(message: &mut Message, content: &str) {
    let value: Value = serde_json::from_str(content).unwrap_or_default();
    if value.is_null() {
        let said = markup::read(content);
        markup::fill(message, said);
        return;
    }
    let mut found = Found::default();
    found.walk("", &value, 0);
    found.fill(message);
}

impl Format for Reader {
    fn open(&mut self, file: &File, _batch: &mut Batch) -> Way {
        self.kind = kind(&file.head).unwrap_or(Kind::Messages);
        self.talk = Talk::default();
        Way::Json(match self.kind {
            Kind::Messages => MESSAGES,
            Kind::Endpoints => ENDPOINTS,
        })
    }

    fn value(
        &mut self,
        _file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        match (self.kind, path.last(), path.len()) {
            (Kind::Messages, Some(Segment::Index(_)), 4) => self.message(place, bytes, batch),
            (Kind::Endpoints, Some(Segment::Index(_)), _) => self.endpoint(place, bytes, batch),
            // no message and no conversation
            (_, None | Some(Segment::Index(_)), _) => match batch.begin(place) {
                true => Ok(Fate::Unreadable),
                false => Ok(Fate::Done),
            },
            _ => {
                self.about(path, bytes, batch);
                Ok(Fate::Done)
            }
        }
    }

    fn leave(&mut self, path: &[Segment], _batch: &mut Batch) {
        if let [Segment::Key(_), Segment::Index(_)] = path {
            self.talk = Talk::default();
        }
    }

    fn finish(&mut self, batch: &mut Batch) {
        for (person, name) in &self.called {
            let nameless = batch.participants.get(person.index());
            if nameless.is_some_and(|one| one.names.is_empty()) {
                batch.name(*person, name);
            }
        }
        let participants = &batch.participants;
        for conversation in &mut batch.conversations {
            if conversation.title.is_none() {
                let members = conversation.participants.iter();
                let names: Vec<&str> = members
                    .filter_map(|one| participants.get(one.index()))
                    .filter(|one| !one.owner)
                    .filter_map(|one| one.names.first().map(String::as_str))
                    .collect();
                conversation.title = Some(names.join(", ")).filter(|title| !title.is_empty());
            }
        }
        self.ledger.finish(batch);
    }
}
