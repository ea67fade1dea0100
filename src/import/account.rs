//! Records of an account: posts, comments, likes, log-ins and whatever else platforms list beside
//! conversations.
//!
//! The shapes change every year and keys stand in the account's language, so nothing depends on a
//! list of them: every text of a record is taken, with its key where the key says something; what
//! is a time, a file or an address is told by its form.

use super::{Batch, ledger};
use crate::{
    limits,
    model::{Detail, DetailKind, Direction, Message, ParticipantId},
    time::TimeBasis,
};
use serde_json::Value;

/// "Comment" as a label, in the languages of the accounts.
const COMMENT: [&str; 9] = [
    "comment",
    "kommentar",
    "kommentti",
    "commentaire",
    "caption",
    "text",
    "tekst",
    "teksti",
    "billedtekst",
];

/// What a record holds, as written.
#[derive(Default)]
pub(super) struct Found {
    time: Option<(usize, i64)>,
    pub body: Option<(u8, String)>,
    pub author: Option<String>,
    pub files: Vec<String>,
    pub details: Vec<(DetailKind, String)>,
    pub raw: Vec<(String, String)>,
}

impl Found {
    /// Takes every text of a value. `depth` counts from the record.
    pub fn walk(&mut self, key: &str, value: &Value, depth: usize) {
        if self.details.len() + self.raw.len() > limits::RECORD_TEXTS {
            return;
        }
        match value {
            Value::Null => {}
            Value::Bool(set) => self.raw.push((key.to_owned(), set.to_string())),
            Value::Number(number) if number.as_i64() == Some(0) => {}
            Value::Number(number) => self.number(key, number, depth),
            Value::String(text) if text.is_empty() => {}
            Value::String(text) => self.text(key, text),
            Value::Array(list) => {
                for one in list {
                    self.walk(key, one, depth + 1);
                }
            }
            Value::Object(map) => self.object(map, depth),
        }
    }

    fn object(&mut self, map: &serde_json::Map<String, Value>, depth: usize) {
        let text = |name: &str| map.get(name).and_then(Value::as_str);
        // {"label": "Name", "value": "…"}
        let label = text("label").or(text("title").filter(|_| map.contains_key("dict")));
        let place = (map.get("latitude"), map.get("longitude"));
        if let (Some(Value::Number(lat)), Some(Value::Number(lon))) = place {
            self.details
                .push((DetailKind::Location, format!("{lat}, {lon}")));
        }
        for (name, value) in map {
            match (name.as_str(), value) {
                ("latitude" | "longitude", Value::Number(_)) => {}
                ("label", Value::String(_)) if map.len() > 1 => {}
                ("title", _) if map.contains_key("dict") => {}
                ("value" | "vec" | "dict" | "timestamp_value", value) if label.is_some() => {
                    self.walk(label.unwrap_or_default(), value, depth + 1);
                }
                ("author", Value::String(author)) if self.author.is_none() => {
                    self.author = Some(author.clone());
                }
                // {"Comment": {"href": "", "value": "…", "timestamp": 0}}
                (_, Value::Object(inner)) if inner.contains_key("value") => {
                    for (part, value) in inner {
                        let key = if part == "value" { name } else { part };
                        self.walk(key, value, depth + 1);
                    }
                }
                (name, value) => self.walk(name, value, depth + 1),
            }
        }
    }

    fn number(&mut self, key: &str, number: &serde_json::Number, depth: usize) {
        let timely = key.contains("time") || key.contains("date") || key.ends_with("_at");
        let instant = number.as_i64().filter(|count| *count > 86_400_000);
        match instant.filter(|_| timely) {
            // the time that stands highest is the record's own
            Some(count) if self.time.is_none_or(|(known, _)| depth < known) => {
                if let Some((_, before)) = self.time.replace((depth, count)) {
                    self.raw.push((key.to_owned(), before.to_string()));
                }
            }
            Some(_) => self.raw.push((key.to_owned(), number.to_string())),
            // as long as a telephone number
            None if number.to_string().len() >= 7 => {
                self.details
                    .push((DetailKind::Other, format!("{key}: {number}")));
            }
            None => self.raw.push((key.to_owned(), number.to_string())),
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        let lower = key.to_lowercase();
        if key.ends_with("_unixtime") {
            self.raw.push((key.to_owned(), text.to_owned()));
            return;
        }
        let address = text.starts_with("http://") || text.starts_with("https://");
        if key == "uri" && !address {
            self.files.push(text.to_owned());
            return;
        }
        if address {
            self.details.push((DetailKind::Link, text.to_owned()));
            return;
        }
        let rank = match lower.as_str() {
            "post" | "comment" => Some(4),
            "caption" | "text" | "message" => Some(3),
            "description" => Some(1),
            "title" => Some(0),
            label if COMMENT.iter().any(|word| label.contains(word)) => Some(2),
            _ => None,
        };
        if let Some(rank) = rank {
            let better = self.body.as_ref().is_none_or(|(known, _)| rank > *known);
            let other = if better {
                self.body
                    .replace((rank, text.to_owned()))
                    .map(|(_, text)| text)
            } else {
                Some(text.to_owned())
            };
            let known = self.body.as_ref().map(|(_, text)| text);
            if let Some(other) = other.filter(|other| Some(other) != known) {
                self.details.push((DetailKind::Description, other));
            }
            return;
        }
        let kind = match lower.as_str() {
            "name" | "tags" => DetailKind::Tag,
            "address" | "city" | "coordinate" | "place" => DetailKind::Location,
            "actor" => {
                self.author.get_or_insert_with(|| text.to_owned());
                return;
            }
            "reaction" => DetailKind::Reaction,
            _ => DetailKind::Other,
        };
        let text = match kind {
            DetailKind::Other if !key.is_empty() && key != "value" => format!("{key}: {text}"),
            _ => text.to_owned(),
        };
        self.details.push((kind, text));
    }

    /// Puts texts, time and what else was found into a message. Author and files are left to the
    /// caller.
    pub fn fill(self, message: &mut Message) {
        if let Some((_, count)) = self.time
            && message.time.basis == TimeBasis::None
        {
            message.time = ledger::instant(count);
        }
        if let Some((_, body)) = self.body {
            message.body = body.into();
        }
        for (kind, text) in self.details {
            let detail = Detail::new(kind, text);
            if !message.details().contains(&detail) {
                message.extra_mut().details.push(detail);
            }
        }
        if !self.raw.is_empty() {
            message.extra_mut().raw.extend(self.raw);
        }
    }

    /// Mends every text.
    pub fn mend(&mut self, mut meant: impl FnMut(&str) -> String) {
        let body = self.body.iter_mut().map(|(_, text)| text);
        let details = self.details.iter_mut().map(|(_, text)| text);
        let rest = self.author.iter_mut().chain(&mut self.files);
        for text in body.chain(details).chain(rest) {
            if !text.is_ascii() {
                *text = meant(text);
            }
        }
    }
}

/// Records without a stated author are the owner's, once the owner is known.
pub(super) fn sign_own(batch: &mut Batch) {
    let owner = batch.participants.iter().position(|one| one.owner);
    let Some(owner) = owner.map(|at| ParticipantId(at as u32)) else {
        return;
    };
    for message in &mut batch.messages {
        if !message.kind.is_message() && message.sender.is_none() {
            message.sender = Some(owner);
            message.direction = Direction::Out;
        }
    }
}
