//! Every other list: likes, the account and its profile, log-ins, follows, advertising. And
//! `manifest.js`, the archive's own list of its files.

use super::{Listed, Reader, time, tweets::count};
use crate::{
    error::Result,
    import::{Batch, account::Found, files::Fate, html::decode, json, ledger::account_thread},
    model::{Detail, DetailKind, Locator, Message, MessageKind, SkipReason},
};
use serde_json::Value;

/// What the lists are counted as; any other under its own name.
const ITEMS: [(&str, &str); 17] = [
    ("like", "likes"),
    ("likes", "likes"),
    ("bookmark", "saved"),
    ("bookmarks", "saved"),
    ("follower", "follows"),
    ("following", "follows"),
    ("block", "blocks"),
    ("mute", "blocks"),
    ("ip_audit", "log-ins"),
    ("device_token", "log-ins"),
    ("contact", "contacts"),
    ("account_creation_ip", "log-ins"),
    ("saved_search", "searches"),
    ("ad_impressions", "advertising"),
    ("ad_engagements", "advertising"),
    ("personalization", "advertising"),
    ("phone_number", "account"),
];

/// Times of entries, the most telling first.
const TIMES: [&str; 5] = [
    "createdAt",
    "created_at",
    "likedAt",
    "bookmarkedAt",
    "changedAt",
];

impl Reader {
    /// One record of a list.
    pub(super) fn entry(
        &mut self,
        list: &str,
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
        if super::tweets::is_empty(&value) {
            batch.skip(SkipReason::UnknownElement);
            return Ok(Fate::Done);
        }
        batch.mended(&mended, place);
        // {"like": {…}}
        let inner = value.as_object().filter(|map| map.len() == 1);
        let inner = inner.and_then(|map| map.values().next());
        let value = inner.filter(|inner| inner.is_object()).unwrap_or(&value);
        if list == "grok_chat_item" {
            self.assistant(value, place, batch)?;
            return Ok(Fate::Done);
        }
        let item = ITEMS.iter().find(|(name, _)| *name == list);
        let item = item.map_or_else(|| list.replace('_', "-"), |(_, item)| (*item).to_owned());
        let mut message = Message {
            conversation: account_thread(batch, &format!("account/{item}"), &item),
            place,
            kind: MessageKind::Entry,
            ..Message::default()
        };
        let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
        if list == "account" {
            let (number, handle) = (part("accountId"), part("username"));
            self.own(number, handle, part("accountDisplayName"), batch);
        }
        let mut found = Found::default();
        // somebody else's words
        message.body = decode(part("fullText")).into();
        let dated = TIMES.into_iter().find(|name| !part(name).is_empty());
        if let Some(name) = dated {
            time::set(&mut message, part(name), &mut self.ledger, batch);
        }
        for (name, text) in value.as_object().into_iter().flatten() {
            if name != "fullText" && Some(name.as_str()) != dated {
                found.walk(name, text, 1);
            }
        }
        if !value.is_object() {
            found.walk("", value, 0);
        }
        for path in std::mem::take(&mut found.files) {
            let attachment = self.ledger.file(&self.container, &path, place.member);
            message.extra_mut().attachments.push(attachment);
        }
        for address in [part("avatarMediaUrl"), part("headerMediaUrl")] {
            let known = self
                .owner
                .and_then(|owner| self.people.get(&owner))
                .cloned();
            let last = address.rsplit('/').next().filter(|last| !last.is_empty());
            if let Some((number, last)) = known.zip(last) {
                let name = format!("{number}-{last}");
                let file = self.media(&["profile_media"], &name, place.member);
                message.extra_mut().attachments.extend(file);
            }
        }
        let body = std::mem::take(&mut message.body);
        if let Some(author) = found.author.take() {
            let detail = Detail::new(DetailKind::Tag, author);
            message.add_detail(detail);
        }
        found.fill(&mut message);
        if !body.is_empty() {
            message.body = body;
        }
        count(batch, &item);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    /// The archive's list of its files. It describes the others and is no record of its own.
    pub(super) fn manifest(
        &mut self,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let Ok((value, _)) = json::record::<Value>(bytes) else {
            batch.begin(place);
            return Ok(Fate::Unreadable);
        };
        if let Some(user) = value.get("userInfo")
            && self.owner.is_none()
        {
            let part = |name: &str| user.get(name).and_then(Value::as_str).unwrap_or_default();
            self.own(
                part("accountId"),
                part("userName"),
                part("displayName"),
                batch,
            );
        }
        let types = value.get("dataTypes").and_then(Value::as_object);
        let files = types
            .into_iter()
            .flat_map(|types| types.values())
            .filter_map(|one| one.get("files")?.as_array())
            .flatten();
        for file in files {
            let name = file.get("fileName").and_then(Value::as_str);
            let count = file.get("count").and_then(|count| match count {
                Value::String(text) => text.parse().ok(),
                count => count.as_u64(),
            });
            if let Some((name, count)) = name.zip(count) {
                let name = name.to_owned();
                self.listed.push(Listed { name, count });
            }
        }
        Ok(Fate::Done)
    }
}
