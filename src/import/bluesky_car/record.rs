//! One record of a repository as a message: posts with what they carry, and everything else that
//! an account's collections hold (lexicons `app.bsky.*`, and any other by its texts).

use super::Reader;
use crate::{
    import::{Batch, account::Found, ledger},
    model::{Attachment, Detail, DetailKind, Locator, Message, MessageKind},
};
use serde_json::{Map, Value};

/// Collections, what their records are and how they are counted.
const COLLECTIONS: [(&str, MessageKind, &str); 17] = [
    ("app.bsky.feed.post", MessageKind::Post, "posts"),
    ("app.bsky.feed.like", MessageKind::Entry, "likes"),
    ("app.bsky.feed.repost", MessageKind::Entry, "reposts"),
    (
        "app.bsky.feed.threadgate",
        MessageKind::Entry,
        "reply-rules",
    ),
    ("app.bsky.feed.postgate", MessageKind::Entry, "reply-rules"),
    ("app.bsky.feed.generator", MessageKind::Entry, "feeds"),
    ("app.bsky.graph.follow", MessageKind::Entry, "follows"),
    ("app.bsky.graph.block", MessageKind::Entry, "blocks"),
    ("app.bsky.graph.list", MessageKind::Entry, "lists"),
    (
        "app.bsky.graph.listitem",
        MessageKind::Entry,
        "list-members",
    ),
    ("app.bsky.graph.listblock", MessageKind::Entry, "blocks"),
    ("app.bsky.graph.starterpack", MessageKind::Entry, "lists"),
    (
        "app.bsky.graph.verification",
        MessageKind::Entry,
        "verifications",
    ),
    ("app.bsky.labeler.service", MessageKind::Entry, "profile"),
    ("app.bsky.actor.profile", MessageKind::Entry, "profile"),
    ("app.bsky.actor.status", MessageKind::Entry, "profile"),
    ("chat.bsky.actor.declaration", MessageKind::Entry, "profile"),
];

/// Members that name blocks and types, not people or things.
const TECHNICAL: [&str; 6] = ["$type", "$link", "$bytes", "cid", "rev", "langs"];

/// What is known about a record besides its content.
pub(super) struct Place<'a> {
    /// `collection/record key`; `None` where the tree does not name it.
    pub key: Option<&'a str>,
    pub at: Locator,
}

fn text<'a>(map: &'a Map<String, Value>, name: &str) -> &'a str {
    map.get(name).and_then(Value::as_str).unwrap_or_default()
}

impl Reader {
    /// The message of a record. The caller pushes it.
    pub(super) fn message(
        &mut self,
        place: &Place<'_>,
        mut record: Map<String, Value>,
        batch: &mut Batch,
    ) -> (Message, &'static str) {
        let named = place.key.and_then(|key| key.split_once('/'));
        let stated = text(&record, "$type").to_owned();
        let collection = named.map_or(stated.as_str(), |(collection, _)| collection);
        let known = COLLECTIONS.iter().find(|(name, ..)| *name == collection);
        let (kind, item) = known.map_or((MessageKind::Entry, "other"), |(_, kind, item)| {
            (*kind, *item)
        });
        let (thread, title) = match named {
            Some(_) => (item.to_owned(), item),
            None => (format!("not-in-tree/{item}"), item),
        };
        let mut message = Message {
            conversation: ledger::account_thread(batch, &thread, title),
            place: place.at,
            kind,
            ..Message::default()
        };
        if let Some(owner) = self.owner {
            self.ledger.speak(&mut message, owner, batch);
        }
        if let Some(Value::String(time)) = record.remove("createdAt") {
            self.ledger.written(&mut message, &time, batch);
        }
        if let (Some(key), false) = (place.key, self.did.is_empty()) {
            let uri = ("uri".to_owned(), format!("at://{}/{key}", self.did));
            message.extra_mut().raw.push(uri);
        }
        if collection == "app.bsky.actor.profile"
            && let Some(owner) = self.owner
        {
            batch.name(owner, text(&record, "displayName"));
        }
        if let Some(Value::String(body)) = record.remove("text") {
            message.body = body.into();
        }
        if let Some(reply) = record.remove("reply") {
            self.reply(&mut message, &reply, batch);
        }
        for (name, kind) in [("facets", "features"), ("entities", "")] {
            if let Some(Value::Array(list)) = record.remove(name) {
                mentions(&mut message, &list, kind);
            }
        }
        let mut found = Found::default();
        let mut value = Value::Object(record);
        self.blobs(&mut message, &mut value, batch);
        alternative_texts(&mut message, &mut value);
        technical("", &mut value, &mut found.raw);
        found.walk("", &value, 0);
        if !message.body.is_empty()
            && let Some((_, text)) = found.body.take()
        {
            found.details.push((DetailKind::Description, text));
        }
        found.fill(&mut message);
        (message, item)
    }

    /// The post that is answered: its text where it is the account's own, else its address.
    fn reply(&mut self, message: &mut Message, reply: &Value, batch: &Batch) {
        for part in ["parent", "root"] {
            let uri = reply
                .pointer(&format!("/{part}/uri"))
                .and_then(Value::as_str);
            let Some(uri) = uri.filter(|uri| !uri.is_empty()) else {
                continue;
            };
            let own = uri
                .strip_prefix("at://")
                .and_then(|rest| rest.strip_prefix(self.did.as_str()))
                .and_then(|rest| rest.strip_prefix("/app.bsky.feed.post/"));
            if let (Some(key), "parent") = (own, part) {
                self.answers
                    .push((batch.messages.len() as u32, key.to_owned()));
            }
            let detail = Detail::new(DetailKind::Link, uri);
            if !message.details().contains(&detail) {
                message.extra_mut().details.push(detail);
            }
        }
    }

    /// Takes out everything that points to a file: blobs, and their first form (`cid` beside
    /// `mimeType`), which stays out of the count of attachments.
    fn blobs(&mut self, message: &mut Message, value: &mut Value, batch: &mut Batch) {
        match value {
            Value::Array(list) => {
                for one in list {
                    self.blobs(message, one, batch);
                }
            }
            Value::Object(map) => {
                let typed = map.get("$type").and_then(Value::as_str) == Some("blob");
                let link = map.get("ref").and_then(|link| link.get("$link"));
                let first = map.get("cid").filter(|_| map.contains_key("mimeType"));
                let cid = link.filter(|_| typed).or(first).and_then(Value::as_str);
                if let Some(cid) = cid {
                    let declared = text(map, "mimeType");
                    let mut attachment = self.file(cid, declared, message.place.member, batch);
                    attachment.embedded = !typed;
                    if attachment.size.is_none() {
                        attachment.size = map.get("size").and_then(Value::as_u64);
                    }
                    message.extra_mut().attachments.push(attachment);
                    *value = Value::Null;
                    return;
                }
                for one in map.values_mut() {
                    self.blobs(message, one, batch);
                }
            }
            _ => {}
        }
    }

    /// A blob: in the file itself, or beside it under its identifier.
    fn file(&mut self, cid: &str, declared: &str, beside: u32, batch: &mut Batch) -> Attachment {
        let ending = declared.rsplit('/').next().unwrap_or_default();
        let inside = self.inside(cid, batch);
        let named = [
            cid.to_owned(),
            format!("{cid}.{ending}"),
            format!("{cid}.jpg"),
            format!("{cid}.bin"),
        ];
        let there = named
            .iter()
            .find(|name| self.container.named(name, beside).is_some());
        let mut attachment = match inside {
            Some(inside) => inside,
            None => {
                let name = there.map_or(cid, String::as_str);
                self.ledger.file(&self.container, name, beside)
            }
        };
        attachment.name = Some(cid.to_owned());
        attachment.declared = Some(declared.to_owned()).filter(|media| !media.is_empty());
        attachment
    }
}

/// Links, tags and people that a post's text points to: facets, or the `entities` before them.
fn mentions(message: &mut Message, list: &[Value], features: &str) {
    let one = std::slice::from_ref;
    for facet in list {
        let features = match facet.get(features).and_then(Value::as_array) {
            Some(features) => features.as_slice(),
            None => one(facet),
        };
        for feature in features {
            let member = |name: &str| feature.get(name).and_then(Value::as_str);
            let link = member("type") == Some("link");
            let found = [
                member("did").map(|did| (DetailKind::Tag, did)),
                member("uri").map(|uri| (DetailKind::Link, uri)),
                member("tag").map(|tag| (DetailKind::Tag, tag)),
                member("value").map(|value| match link {
                    true => (DetailKind::Link, value),
                    false => (DetailKind::Tag, value),
                }),
            ];
            for (kind, text) in found.into_iter().flatten() {
                let detail = Detail::new(kind, text);
                if !text.is_empty() && !message.details().contains(&detail) {
                    message.extra_mut().details.push(detail);
                }
            }
        }
    }
}

/// `alt` of pictures and videos, and the `labels` that warn of a post's content.
fn alternative_texts(message: &mut Message, value: &mut Value) {
    match value {
        Value::Array(list) => {
            for one in list {
                alternative_texts(message, one);
            }
        }
        Value::Object(map) => {
            if let Some(Value::String(alt)) = map.remove("alt")
                && !alt.is_empty()
            {
                let detail = Detail::new(DetailKind::Description, alt);
                message.extra_mut().details.push(detail);
            }
            for one in map.values_mut() {
                alternative_texts(message, one);
            }
        }
        _ => {}
    }
}

/// Moves members that name blocks and types out of the texts.
fn technical(key: &str, value: &mut Value, raw: &mut Vec<(String, String)>) {
    match value {
        Value::Array(list) => {
            for one in list {
                technical(key, one, raw);
            }
        }
        Value::Object(map) => {
            for name in TECHNICAL {
                if let Some(taken) = map.remove(name) {
                    let name = match key {
                        "" => name.to_owned(),
                        key => format!("{key}.{name}"),
                    };
                    let text = taken
                        .as_str()
                        .map_or_else(|| taken.to_string(), str::to_owned);
                    raw.push((name, text));
                }
            }
            for (name, one) in map.iter_mut() {
                technical(name, one, raw);
            }
        }
        _ => {}
    }
}
