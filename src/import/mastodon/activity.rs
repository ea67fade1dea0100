//! One activity of an outbox.

use super::{Reader, account_name, text, text_of};
use crate::{
    error::Result,
    import::{Batch, account::Found, ledger},
    model::{
        ConversationId, ConversationKind, Detail, DetailKind, Locator, Message, MessageKind,
        ParticipantId,
    },
};
use serde_json::{Map, Value};

/// Everybody (ActivityPub section 5.6).
const PUBLIC: [&str; 3] = [
    "https://www.w3.org/ns/activitystreams#Public",
    "as:Public",
    "Public",
];

/// Whom a post is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    Public,
    Unlisted,
    Followers,
    /// Only the people that are named.
    Direct,
}

impl Audience {
    fn of(to: &[String], cc: &[String]) -> Self {
        let public = |list: &[String]| list.iter().any(|one| PUBLIC.contains(&one.as_str()));
        let followers = |list: &[String]| list.iter().any(|one| one.ends_with("/followers"));
        if public(to) {
            Audience::Public
        } else if public(cc) {
            Audience::Unlisted
        } else if followers(to) || followers(cc) {
            Audience::Followers
        } else {
            Audience::Direct
        }
    }

    fn id(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Unlisted => "unlisted",
            Audience::Followers => "followers",
            Audience::Direct => "direct",
        }
    }
}

/// One address or several.
fn addresses(value: Option<Value>) -> Vec<String> {
    match value {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(list)) => list
            .into_iter()
            .filter_map(|one| match one {
                Value::String(one) => Some(one),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

impl Reader {
    /// Posts, boosts and whatever else an account did.
    pub(super) fn activity(
        &mut self,
        mut activity: Map<String, Value>,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let what = text(&activity, "type").to_owned();
        let object = activity.remove("object");
        let mut message = Message {
            place,
            kind: MessageKind::Entry,
            ..Message::default()
        };
        let by = text(&activity, "actor").to_owned();
        let sender = if by.is_empty() {
            self.owner
        } else {
            Some(batch.participant_by_handle(&by))
        };
        if let Some(Value::String(time)) = activity.remove("published") {
            self.ledger.written(&mut message, &time, batch);
        }
        let to = addresses(activity.remove("to"));
        let cc = addresses(activity.remove("cc"));
        let item = match (what.as_str(), object) {
            ("Announce", object) => {
                message.conversation = ledger::account_thread(batch, "boosts", "boosts");
                match object {
                    Some(Value::String(address)) => {
                        let detail = Detail::new(DetailKind::Link, address);
                        message.extra_mut().details.push(detail);
                    }
                    Some(Value::Object(object)) => self.object(&mut message, object, batch),
                    _ => {}
                }
                "boosts"
            }
            ("Create" | "Update", Some(Value::Object(object))) => {
                let item = self.post(&mut message, object, (&to, &cc), sender, batch);
                if what == "Update" {
                    message.extra_mut().edited = true;
                }
                item
            }
            (_, object) => {
                message.conversation = ledger::account_thread(batch, "activities", "activities");
                if let Some(object) = object {
                    activity.insert("object".to_owned(), object);
                }
                "activities"
            }
        };
        if let Some(sender) = sender {
            self.ledger.speak(&mut message, sender, batch);
        }
        let mut found = Found::default();
        for name in ["@context", "id", "type", "actor", "signature"] {
            if let Some(value) = activity.remove(name) {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                found.raw.push((name.to_owned(), text));
            }
        }
        found.walk("", &Value::Object(activity), 0);
        found.fill(&mut message);
        if !message.kind.is_message() {
            *batch.source.items.entry(item.to_owned()).or_default() += 1;
        }
        batch.push(message)
    }

    /// What a post says, and where it belongs.
    fn post(
        &mut self,
        message: &mut Message,
        mut object: Map<String, Value>,
        (to, cc): (&[String], &[String]),
        sender: Option<ParticipantId>,
        batch: &mut Batch,
    ) -> &'static str {
        let own_to = addresses(object.remove("to"));
        let own_cc = addresses(object.remove("cc"));
        let (to, cc) = match own_to.is_empty() && own_cc.is_empty() {
            true => (to, cc),
            false => (own_to.as_slice(), own_cc.as_slice()),
        };
        let audience = Audience::of(to, cc);
        let raw = ("visibility".to_owned(), audience.id().to_owned());
        message.extra_mut().raw.push(raw);
        if audience == Audience::Direct {
            message.kind = MessageKind::Text;
            let people = to.iter().chain(cc).map(String::as_str);
            message.conversation = self.direct(message, people, sender, &object, batch);
        } else {
            message.kind = MessageKind::Post;
            message.conversation = ledger::account_thread(batch, "posts", "posts");
        }
        let at = batch.messages.len() as u32;
        let id = text(&object, "id").to_owned();
        if let Some(Value::String(parent)) = object.get("inReplyTo") {
            let known = self.own.get(parent);
            match known.and_then(|at| batch.messages.get(*at as usize)) {
                Some(parent) if !parent.body.is_empty() => {
                    message.extra_mut().quoted = Some(parent.body.to_string());
                }
                Some(_) => {}
                None => self.answers.push((at, parent.clone())),
            }
        }
        self.object(message, object, batch);
        let before = (!id.is_empty()).then(|| self.own.insert(id, at)).flatten();
        let before = before.and_then(|at| batch.messages.get(at as usize));
        if let Some(before) = before.filter(|before| before.body != message.body) {
            let text = before.body.to_string();
            let detail = Detail::new(DetailKind::EarlierText, text);
            message.extra_mut().details.push(detail);
        }
        if audience == Audience::Direct {
            let poll = message
                .details()
                .iter()
                .any(|one| one.kind == DetailKind::PollOption);
            message.kind = match (
                poll,
                message.body.is_empty() && !message.attachments().is_empty(),
            ) {
                (true, _) => MessageKind::Poll,
                (_, true) => MessageKind::Media,
                _ => MessageKind::Text,
            };
        }
        "posts"
    }

    /// The conversation of those that a post was sent to.
    fn direct<'a>(
        &mut self,
        message: &mut Message,
        people: impl Iterator<Item = &'a str>,
        sender: Option<ParticipantId>,
        object: &Map<String, Value>,
        batch: &mut Batch,
    ) -> ConversationId {
        let mut addresses: Vec<&str> = people.collect();
        addresses.sort_unstable();
        addresses.dedup();
        let key = format!("direct/{}", addresses.join(" "));
        let conversation = batch.conversation(&key, ConversationKind::Direct);
        let tags = object.get("tag").and_then(Value::as_array);
        for address in addresses {
            let person = batch.participant_by_handle(address);
            let part = |tag: &Value, name: &str| {
                let value = tag.get(name).and_then(Value::as_str);
                value.unwrap_or_default().to_owned()
            };
            let tag = tags
                .into_iter()
                .flatten()
                .find(|tag| part(tag, "href") == address);
            if let Some(tag) = tag {
                let name = part(tag, "name");
                let name = match name.matches('@').count() {
                    1 => account_name(address, name.trim_start_matches('@')),
                    _ => name,
                };
                batch.name(person, &name);
            }
            batch.join(conversation, person);
            if Some(person) != sender {
                message.extra_mut().recipients.push(person);
            }
        }
        conversation
    }

    /// Text, warning, files, poll and links of a post.
    fn object(&mut self, message: &mut Message, mut object: Map<String, Value>, batch: &mut Batch) {
        if let Some(Value::String(html)) = object.remove("content") {
            self.set_body(message, &html);
        }
        // the same text by language; others are translations
        if let Some(Value::Object(texts)) = object.remove("contentMap") {
            for (language, html) in texts {
                let (text, _) = text_of(html.as_str().unwrap_or_default());
                let extra = message.extra_mut();
                extra.raw.push(("language".to_owned(), language));
                if *text != *message.body && !text.is_empty() {
                    let detail = Detail::new(DetailKind::Other, text);
                    message.extra_mut().details.push(detail);
                }
            }
        }
        if let Some(Value::String(warning)) = object.remove("summary")
            && !warning.is_empty()
        {
            message.extra_mut().subject = Some(text_of(&warning).0);
        }
        if let Some(Value::String(time)) = object.remove("published")
            && message.time.original.is_empty()
        {
            self.ledger.written(message, &time, batch);
        }
        if let Some(Value::String(time)) = object.remove("updated") {
            message.extra_mut().edited = true;
            message.extra_mut().raw.push(("updated".to_owned(), time));
        }
        if let Some(Value::String(parent)) = object.remove("inReplyTo") {
            let detail = Detail::new(DetailKind::Link, parent);
            message.extra_mut().details.push(detail);
        }
        match object.remove("attachment") {
            Some(Value::Array(files)) => {
                for file in files {
                    self.file(message, file);
                }
            }
            Some(file @ Value::Object(_)) => self.file(message, file),
            _ => {}
        }
        if let Some(Value::Array(tags)) = object.remove("tag") {
            for tag in &tags {
                self.tag(message, tag);
            }
        }
        self.poll(message, &mut object);
        let mut found = Found::default();
        for name in [
            "id",
            "type",
            "url",
            "attributedTo",
            "conversation",
            "context",
            "atomUri",
            "inReplyToAtomUri",
            "replies",
            "likes",
            "shares",
            "sensitive",
            "interactionPolicy",
        ] {
            if let Some(value) = object.remove(name).filter(|value| !value.is_null()) {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                found.raw.push((name.to_owned(), text));
            }
        }
        found.walk("", &Value::Object(object), 0);
        if !message.body.is_empty()
            && let Some((_, text)) = found.body.take()
        {
            found.details.push((DetailKind::Description, text));
        }
        found.fill(message);
    }

    /// A file with its alternative text.
    fn file(&mut self, message: &mut Message, mut file: Value) {
        let member = message.place.member;
        let part = |name: &str| file.get(name).and_then(Value::as_str).unwrap_or_default();
        let (url, alt) = (part("url").to_owned(), part("name").to_owned());
        let declared = part("mediaType").to_owned();
        if !url.is_empty() {
            let mut attachment = self.ledger.file(&self.container, &url, member);
            attachment.declared = Some(declared).filter(|media| !media.is_empty());
            message.extra_mut().attachments.push(attachment);
        }
        if !alt.is_empty() {
            let detail = Detail::new(DetailKind::Description, alt);
            message.extra_mut().details.push(detail);
        }
        if let Value::Object(map) = &mut file {
            for name in ["url", "name", "mediaType", "type"] {
                map.remove(name);
            }
            map.retain(|_, value| !value.is_null());
            if !map.is_empty() {
                let raw = ("attachment".to_owned(), file.to_string());
                message.extra_mut().raw.push(raw);
            }
        }
    }

    /// People and subjects that the text names; pictures of own emoji are raw.
    fn tag(&self, message: &mut Message, tag: &Value) {
        let part = |name: &str| tag.get(name).and_then(Value::as_str).unwrap_or_default();
        if part("type") == "Emoji" {
            let raw = ("tag".to_owned(), tag.to_string());
            message.extra_mut().raw.push(raw);
            return;
        }
        let address = (part("type") == "Mention").then(|| part("href"));
        for text in [Some(part("name")), address].into_iter().flatten() {
            let detail = Detail::new(DetailKind::Tag, text);
            if !text.is_empty() && !message.details().contains(&detail) {
                message.extra_mut().details.push(detail);
            }
        }
    }

    /// A question with its choices: `oneOf` or `anyOf`.
    fn poll(&self, message: &mut Message, object: &mut Map<String, Value>) {
        for name in ["oneOf", "anyOf"] {
            let Some(Value::Array(choices)) = object.remove(name) else {
                continue;
            };
            for choice in &choices {
                let text = choice.get("name").and_then(Value::as_str);
                let votes = choice
                    .pointer("/replies/totalItems")
                    .and_then(Value::as_u64);
                let text = text.unwrap_or_default().to_owned();
                let raw = votes.map(|votes| ("votes".to_owned(), format!("{text}: {votes}")));
                message.extra_mut().raw.extend(raw);
                let detail = Detail::new(DetailKind::PollOption, text);
                message.extra_mut().details.push(detail);
            }
        }
        for name in ["endTime", "closed", "votersCount"] {
            if let Some(value) = object.remove(name).filter(|value| !value.is_null()) {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                message.extra_mut().raw.push((name.to_owned(), text));
            }
        }
    }
}
