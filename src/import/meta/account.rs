//! Records of an account in Meta's JSON downloads: posts, comments, likes, log-ins and everything
//! else that is no conversation.

use super::{Meta, Texts};
use crate::{
    error::Result,
    import::{
        Batch,
        account::Found,
        files::{self, Fate, File},
        json::{self, Segment, Step},
        ledger,
    },
    model::{Locator, Message, MessageKind, RepairKind, SkipReason},
};
use serde_json::Value;

/// Where records stand: in the array that is the file, or in the arrays of the object that is.
pub(super) const RECORDS: &[&[Step]] = &[&[Step::Items], &[Step::AnyKey, Step::Items]];
/// The same one level deeper, as in old group files.
pub(super) const DEEPER: &[&[Step]] = &[&[Step::AnyKey, Step::AnyKey, Step::Items]];

/// What a file holds, by words in its path or in the name around its records. The first that
/// fits wins.
const KINDS: [(&str, MessageKind, &str); 27] = [
    ("liked", MessageKind::Entry, "likes"),
    ("likes", MessageKind::Entry, "likes"),
    ("reaction", MessageKind::Entry, "likes"),
    ("comment", MessageKind::Comment, "comments"),
    ("saved", MessageKind::Entry, "saved"),
    ("stories_interaction", MessageKind::Entry, "likes"),
    ("stor", MessageKind::Post, "stories"),
    ("reel", MessageKind::Post, "reels"),
    ("threads_and_replies", MessageKind::Post, "posts"),
    ("text_post", MessageKind::Post, "posts"),
    ("post", MessageKind::Post, "posts"),
    ("album", MessageKind::Post, "media"),
    ("photo", MessageKind::Post, "media"),
    ("video", MessageKind::Post, "media"),
    ("follow", MessageKind::Entry, "follows"),
    ("relationships", MessageKind::Entry, "follows"),
    ("friend", MessageKind::Entry, "friends"),
    ("login", MessageKind::Entry, "log-ins"),
    ("session", MessageKind::Entry, "log-ins"),
    ("security", MessageKind::Entry, "log-ins"),
    ("search", MessageKind::Entry, "searches"),
    ("contact", MessageKind::Entry, "contacts"),
    ("address_book", MessageKind::Entry, "contacts"),
    ("profile", MessageKind::Entry, "profile"),
    ("event", MessageKind::Entry, "events"),
    ("ads", MessageKind::Entry, "advertising"),
    ("group", MessageKind::Entry, "groups"),
];

/// "Name" as a label.
const NAME: [&str; 6] = ["name", "navn", "namn", "nimi", "nom", "fornavn"];

/// What a file's or a list's name says about its records.
pub(super) fn kind_of(name: &str) -> Option<(MessageKind, &'static str)> {
    let name = name.to_lowercase();
    KINDS
        .iter()
        .find(|(word, ..)| name.contains(word))
        .map(|(_, kind, item)| (*kind, *item))
}

/// Name of a file without folders and ending.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl Meta {
    /// A value of any file but a conversation's.
    pub(super) fn account_value(
        &mut self,
        file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let value = match files::record::<Value>(place, bytes, batch) {
            Ok(value) => value,
            Err(fate) => return Ok(fate),
        };
        if is_empty(&value) {
            batch.skip(SkipReason::UnknownElement);
            return Ok(Fate::Done);
        }
        let wrapper = path.iter().rev().find_map(|segment| match segment {
            Segment::Key(key) => Some(key.as_str()),
            Segment::Index(_) => None,
        });
        let (mut kind, mut item) = kind_of(stem(&file.path))
            .or_else(|| wrapper.and_then(kind_of))
            .or_else(|| kind_of(&file.path))
            .unwrap_or((MessageKind::Entry, "other"));
        match holds(&value) {
            Some(MessageKind::Comment) => (kind, item) = (MessageKind::Comment, "comments"),
            Some(MessageKind::Post) if kind != MessageKind::Post => {
                (kind, item) = (MessageKind::Post, "posts");
            }
            _ => {}
        }
        self.signs.posts |= kind == MessageKind::Post;
        self.signs.comments |= kind == MessageKind::Comment;
        let conversation =
            ledger::account_thread(batch, &format!("account/{item}"), stem(&file.path));
        let mut message = Message {
            conversation,
            place,
            kind,
            ..Message::default()
        };
        let mut found = Found::default();
        let name = wrapper.unwrap_or_default().to_owned();
        found.walk(&name, &value, 0);
        if let Some(name) = owner_name(&file.path, wrapper, &value) {
            let name = self.texts.meant(&name, place, batch);
            let person = batch.participant_by_name(&name, &name);
            self.ledger.stated.insert(person);
        }
        found.mend(|text| self.texts.meant(text, place, batch));
        if let Some(author) = found.author.take() {
            let person = batch.participant_by_name(&author, &author);
            message.sender = Some(person);
            batch.join(conversation, person);
        }
        for uri in std::mem::take(&mut found.files) {
            let attachment = self.ledger.file(&self.container, &uri, place.member);
            message.extra_mut().attachments.push(attachment);
        }
        found.fill(&mut message);
        *batch.source.items.entry(item.to_owned()).or_default() += 1;
        batch.push(message)?;
        Ok(Fate::Done)
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.iter().all(is_empty),
        Value::Object(map) => map.values().all(is_empty),
        _ => false,
    }
}

/// Whether a record is a comment or a post by the names inside it.
fn holds(value: &Value) -> Option<MessageKind> {
    let data = value.get("data")?.as_array()?;
    let has = |name: &str| data.iter().any(|one| one.get(name).is_some());
    if has("comment") {
        Some(MessageKind::Comment)
    } else if has("post") {
        Some(MessageKind::Post)
    } else {
        None
    }
}

/// The name of the account's owner, where the record is the profile.
fn owner_name(path: &str, wrapper: Option<&str>, value: &Value) -> Option<String> {
    let profile = wrapper.is_some_and(|name| name.starts_with("profile"))
        || stem(path).contains("profile_information")
        || stem(path) == "personal_information";
    if !profile {
        return None;
    }
    let labelled = || {
        let map = value.get("string_map_data")?.as_object()?;
        let (_, found) = map
            .iter()
            .find(|(label, _)| NAME.contains(&label.to_lowercase().as_str()))?;
        found.get("value")
    };
    let name = value.get("name").or_else(labelled)?;
    let name = name.get("full_name").unwrap_or(name).as_str()?;
    (!name.is_empty()).then(|| name.to_owned())
}

impl Texts {
    /// The text as it was meant; a repair is counted with its place.
    pub(super) fn meant(&mut self, text: &str, place: Locator, batch: &mut Batch) -> String {
        let meant = json::undo_double_encoding(text);
        if meant != text {
            let repairs = &mut batch.source.accounting;
            repairs.repair(RepairKind::Mojibake, place);
        }
        meant.into_owned()
    }
}
