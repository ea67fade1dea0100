//! Rows of a day: messages, notices, calls, edits and deletions.

use super::{
    Reader,
    extras::{self, File, Unfurl},
    people::{Person, Profile},
};
use crate::{
    error::Result,
    import::{
        Batch,
        files::Fate,
        json::{self, Number, Text},
    },
    json_record,
    model::{Call, Detail, DetailKind, Direction, Locator, Message, MessageKind, SkipReason},
    time::Timestamp,
};
use serde_json::Value;

/// The account under which the service itself writes.
const SERVICE: &str = "USLACKBOT";

/// Beginnings of the kinds of rows that the service writes.
const NOTICES: [&str; 16] = [
    "channel_",
    "group_",
    "bot_add",
    "bot_remove",
    "bot_enable",
    "bot_disable",
    "pinned_item",
    "unpinned_item",
    "reminder_add",
    "reminder_delete",
    "joiner_notification",
    "sh_room_shared",
    "app_conversation",
    "ekm_access_denied",
    "assistant_app_thread",
    "tabbed_canvas",
];

json_record! {
    struct Row {
        often {
            "type" => row: Text,
            "subtype" => kind: Text,
            "user" => user: Text,
            "bot_id" => bot: Text,
            "username" => username: Text,
            "text" => text: Text,
            "ts" => ts: Text,
            "thread_ts" => thread: Text,
            "deleted_ts" => deleted: Text,
            "inviter" => inviter: Text,
            "editor_id" => editor: Text,
            "topic" => topic: Text,
            "purpose" => purpose: Text,
            "name" => name: Text,
            "old_name" => old_name: Text,
        }
        rare {
            "edited" => edited: Option<Edited>,
            "reactions" => reactions: Vec<Reaction>,
            "files" => files: Vec<File>,
            "file" => file: Option<File>,
            "attachments" => unfurls: Vec<Unfurl>,
            "blocks" => blocks: Option<Value>,
            "user_profile" => profile: Option<Profile>,
            "bot_profile" => bot_profile: Option<Named>,
            "comment" => comment: Option<Said>,
            "room" => room: Option<Room>,
            "message" => new: Option<Version>,
            "previous_message" | "original" | "previous" => old: Option<Version>,
            "members" => members: Vec<Text>,
        }
    }
}

json_record! {
    struct Edited {
        often { "user" => by: Text, "ts" => ts: Text, }
        rare {}
    }
}

json_record! {
    struct Reaction {
        often { "name" => name: Text, "count" => count: Number, }
        rare { "users" => users: Vec<Text>, }
    }
}

json_record! {
    struct Named {
        often { "name" => name: Text, }
        rare {}
    }
}

json_record! {
    struct Said {
        often { "comment" => text: Text, "user" => user: Text, }
        rare {}
    }
}

json_record! {
    struct Room {
        often {
            "name" => name: Text,
            "date_start" => start: Number,
            "date_end" => end: Number,
            "created_by" => by: Text,
        }
        rare { "participant_history" | "participants" => people: Vec<Text>, }
    }
}

json_record! {
    struct Version {
        often {
            "user" => user: Text,
            "text" => text: Text,
            "ts" => ts: Text,
            "subtype" => kind: Text,
        }
        rare { "edited" => edited: Option<Edited>, "files" => files: Vec<File>, }
    }
}

/// `1700000000.000100` in microseconds.
fn micros(ts: &str) -> Option<i64> {
    let (seconds, rest) = ts.split_once('.').unwrap_or((ts, "0"));
    let seconds: i64 = seconds.parse().ok()?;
    let digits = rest.get(..6).unwrap_or(rest);
    let part: i64 = digits.parse().ok()?;
    let scale = 10_i64.checked_pow(6_u32.checked_sub(digits.len() as u32)?)?;
    seconds
        .checked_mul(1_000_000)?
        .checked_add(part.checked_mul(scale)?)
}

/// The instant of a `ts`.
pub(super) fn instant(ts: &str) -> Option<Timestamp> {
    let micros = micros(ts).filter(|micros| *micros > 0)?;
    Some(Timestamp::utc(ts, micros / 1000))
}

impl Reader {
    pub(super) fn message(
        &mut self,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let Ok((row, mended)) = json::record::<Row>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if row.ts.0.is_empty() && row.text.0.is_empty() && row.user.0.is_empty() {
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        match row.kind.0.as_str() {
            "message_changed" if row.new.is_some() || row.old.is_some() => {
                self.changed(place, row, batch)
            }
            "message_deleted" => self.deleted(place, row, batch),
            _ => self.said(place, row, batch),
        }
    }

    /// The message of the conversation at hand that was written at a time.
    fn at(&self, ts: &str) -> Option<u32> {
        let conversation = self.conversation?.0;
        self.by_time.get(&(conversation, micros(ts)?)).copied()
    }

    fn blank(&self, place: Locator, ts: &str) -> Message {
        Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            time: instant(ts).unwrap_or_default(),
            ..Message::default()
        }
    }

    fn push(&mut self, message: Message, ts: &str, batch: &mut Batch) -> Result<Fate> {
        if let Some(micros) = micros(ts) {
            let at = batch.messages.len() as u32;
            let key = (message.conversation.0, micros);
            self.by_time.entry(key).or_insert(at);
        }
        batch.push(message)?;
        Ok(Fate::Done)
    }

    /// A new wording: a part of the message that it changes.
    fn changed(&mut self, place: Locator, row: Row, batch: &mut Batch) -> Result<Fate> {
        let (old, new) = (row.old.unwrap_or_default(), row.new.unwrap_or_default());
        let ts = [&new.ts.0, &old.ts.0].into_iter().find(|ts| !ts.is_empty());
        let ts = ts.unwrap_or(&row.ts.0).clone();
        let edited = new.edited.unwrap_or_default();
        let earlier = self.resolved(&old.text.0).body;
        let later = self.resolved(&new.text.0).body;
        let mut detail = Detail::new(DetailKind::EarlierText, earlier.as_str());
        detail.time = instant(&edited.ts.0).or_else(|| instant(&row.ts.0));
        let editors = [&edited.by.0, &row.editor.0, &new.user.0];
        if let Some(editor) = editors.into_iter().find(|id| !id.is_empty()) {
            detail.by = Some(self.person(editor, batch));
        }
        let target = self
            .at(&ts)
            .and_then(|at| batch.messages.get_mut(at as usize));
        if let Some(target) = target {
            if *target.body == *earlier && !later.is_empty() {
                target.body = later.into();
            }
            let extra = target.extra_mut();
            extra.edited = true;
            extra.add_detail(detail);
            batch.skip(SkipReason::Joined);
            return Ok(Fate::Done);
        }
        // the message itself lies outside the export's period
        let mut message = self.blank(place, &ts);
        let author = if new.user.0.is_empty() {
            &old.user.0
        } else {
            &new.user.0
        };
        if !author.is_empty() {
            let person = self.person(author, batch);
            self.ledger.speak(&mut message, person, batch);
        }
        message.body = later.into();
        let extra = message.extra_mut();
        extra.edited = true;
        if !detail.text.is_empty() {
            extra.add_detail(detail);
        }
        extra
            .raw
            .push(("subtype".to_owned(), "message_changed".to_owned()));
        for file in new.files {
            self.attach(&mut message, file);
        }
        self.push(message, &ts, batch)
    }

    /// A deletion: the message stays as a placeholder with its wording.
    fn deleted(&mut self, place: Locator, row: Row, batch: &mut Batch) -> Result<Fate> {
        let old = row.old.unwrap_or_default();
        let ts = [&row.deleted.0, &old.ts.0]
            .into_iter()
            .find(|ts| !ts.is_empty());
        let ts = ts.unwrap_or(&row.ts.0).clone();
        let earlier = self.resolved(&old.text.0).body;
        let time = instant(&row.ts.0);
        let target = self
            .at(&ts)
            .and_then(|at| batch.messages.get_mut(at as usize));
        if let Some(target) = target {
            let text = std::mem::take(&mut target.body);
            let text = if text.is_empty() {
                earlier.into()
            } else {
                text
            };
            target.kind = MessageKind::Deleted;
            let mut detail = Detail::new(DetailKind::EarlierText, text);
            detail.time = time;
            if !detail.text.is_empty() {
                target.add_detail(detail);
            }
            batch.skip(SkipReason::Joined);
            return Ok(Fate::Done);
        }
        let mut message = self.blank(place, &ts);
        message.kind = MessageKind::Deleted;
        let author = if old.user.0.is_empty() {
            &row.user.0
        } else {
            &old.user.0
        };
        if !author.is_empty() {
            let person = self.person(author, batch);
            self.ledger.speak(&mut message, person, batch);
        }
        let mut detail = Detail::new(DetailKind::EarlierText, earlier);
        detail.time = time;
        if !detail.text.is_empty() {
            message.add_detail(detail);
        }
        for file in old.files {
            self.attach(&mut message, file);
        }
        self.push(message, &ts, batch)
    }

    fn sender(&mut self, message: &mut Message, row: &Row, batch: &mut Batch) {
        let profile = row.profile.as_ref().map(Person::of);
        if !row.user.0.is_empty() {
            // guests stand in the message, not in users.json
            if let Some(profile) = profile
                && !profile.names.is_empty()
            {
                self.users.entry(row.user.0.clone()).or_insert(profile);
            }
            let person = self.person(&row.user.0, batch);
            if row.user.0 == SERVICE {
                batch.join(message.conversation, person);
                message.sender = Some(person);
            } else {
                self.ledger.speak(message, person, batch);
            }
            return;
        }
        let bot = row.bot_profile.as_ref().map(|bot| bot.name.0.as_str());
        let names = [
            row.username.0.as_str(),
            bot.unwrap_or_default(),
            row.bot.0.as_str(),
        ];
        if let Some(name) = names.into_iter().find(|name| !name.is_empty()) {
            let key = if row.bot.0.is_empty() {
                name
            } else {
                &row.bot.0
            };
            let person = batch.participant_by_name(&format!("slack:{key}"), name);
            batch.join(message.conversation, person);
            message.sender = Some(person);
        }
    }

    fn said(&mut self, place: Locator, row: Row, batch: &mut Batch) -> Result<Fate> {
        let mut message = self.blank(place, &row.ts.0);
        self.sender(&mut message, &row, batch);
        let resolved = self.resolved(&row.text.0);
        message.body = resolved.body.as_str().into();
        if *row.text.0 != *resolved.body {
            message
                .extra_mut()
                .raw
                .push(("text".to_owned(), row.text.0.clone()));
        }
        for link in resolved.links {
            message.add_detail(Detail::new(DetailKind::Link, link));
        }
        for id in &resolved.users {
            let mut detail = Detail::new(DetailKind::Tag, self.shown(id).to_owned());
            detail.by = Some(self.person(id, batch));
            message.add_detail(detail);
        }
        for file in row.files.into_iter().chain(row.file) {
            self.attach(&mut message, file);
        }
        for unfurl in row.unfurls {
            self.unfurl(&mut message, unfurl, 0);
        }
        if let Some(blocks) = &row.blocks {
            self.blocks(&mut message, blocks);
        }
        if let Some(said) = row.comment {
            let mut detail = Detail::new(DetailKind::Description, self.resolved(&said.text.0).body);
            if !said.user.0.is_empty() {
                detail.by = Some(self.person(&said.user.0, batch));
            }
            message.add_detail(detail);
        }
        for reaction in &row.reactions {
            self.react(&mut message, reaction, batch);
        }
        if let Some(edited) = &row.edited {
            let extra = message.extra_mut();
            extra.edited = true;
            extra.raw.push((
                "edited".to_owned(),
                format!("{} {}", edited.by.0, edited.ts.0),
            ));
        }
        self.kind(&mut message, &row.kind.0);
        let parts = [
            ("topic", &row.topic.0),
            ("purpose", &row.purpose.0),
            ("name", &row.name.0),
            ("old_name", &row.old_name.0),
        ];
        for (name, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
            let text = self.resolved(text).body;
            if !message.body.contains(&text) {
                let detail = Detail::new(DetailKind::Description, format!("{name}: {text}"));
                message.add_detail(detail);
            }
        }
        let inviter = Some(&row.inviter).filter(|inviter| !inviter.0.is_empty());
        for id in row.members.iter().chain(inviter) {
            let mut detail = Detail::new(DetailKind::Tag, self.shown(&id.0).to_owned());
            detail.by = Some(self.person(&id.0, batch));
            message.add_detail(detail);
        }
        if let Some(room) = row.room {
            self.room(&mut message, room, batch);
        }
        if !matches!(row.row.0.as_str(), "" | "message") {
            message
                .extra_mut()
                .raw
                .push(("type".to_owned(), row.row.0.clone()));
        }
        if !row.kind.0.is_empty() {
            message
                .extra_mut()
                .raw
                .push(("subtype".to_owned(), row.kind.0.clone()));
        }
        self.thread(&mut message, &row.thread.0, &row.ts.0, batch);
        if message.kind == MessageKind::Text
            && message.body.is_empty()
            && !message.attachments().is_empty()
        {
            message.kind = MessageKind::Media;
        }
        if !row.others.is_empty() {
            message.extra_mut().raw.extend(row.others);
        }
        self.push(message, &row.ts.0, batch)
    }

    fn kind(&self, message: &mut Message, subtype: &str) {
        match subtype {
            "tombstone" => message.kind = MessageKind::Deleted,
            "huddle_thread" | "sh_room_created" => {
                message.kind = MessageKind::Call;
                message.extra_mut().call = Some(Call {
                    seconds: 0,
                    answered: false,
                });
            }
            notice if NOTICES.iter().any(|start| notice.starts_with(start)) => {
                message.kind = MessageKind::System;
                message.direction = Direction::System;
                if message.body.is_empty() {
                    message.body = notice.into();
                }
            }
            _ => {}
        }
    }

    fn room(&mut self, message: &mut Message, room: Room, batch: &mut Batch) {
        let length = room.start.0.zip(room.end.0);
        let length = length.and_then(|(start, end)| u64::try_from(end.checked_sub(start)?).ok());
        message.kind = MessageKind::Call;
        message.direction = Direction::Unknown;
        message.extra_mut().call = Some(Call {
            seconds: length.filter(|_| room.end.0 != Some(0)).unwrap_or(0),
            answered: room.people.len() > 1,
        });
        if !room.name.0.is_empty() {
            let detail = Detail::new(DetailKind::Description, room.name.0);
            message.add_detail(detail);
        }
        for id in room
            .people
            .iter()
            .chain([&room.by])
            .filter(|id| !id.0.is_empty())
        {
            let mut detail = Detail::new(DetailKind::Tag, self.shown(&id.0).to_owned());
            let person = self.person(&id.0, batch);
            batch.join(message.conversation, person);
            detail.by = Some(person);
            message.add_detail(detail);
        }
        if !room.others.is_empty() {
            message.extra_mut().raw.extend(room.others);
        }
    }

    fn react(&mut self, message: &mut Message, reaction: &Reaction, batch: &mut Batch) {
        let shown = extras::emoji(&reaction.name.0);
        for id in &reaction.users {
            let person = self.person(&id.0, batch);
            batch.join(message.conversation, person);
            let mut detail = Detail::new(DetailKind::Reaction, shown.as_str());
            detail.by = Some(person);
            message.add_detail(detail);
        }
        let named = reaction.users.len() as i64;
        let count = reaction.count.0.unwrap_or(named);
        if count > named {
            let text = format!("{shown} × {}", count - named);
            message.add_detail(Detail::new(DetailKind::Reaction, text));
        }
    }

    /// An answer carries the text that it answers.
    fn thread(&mut self, message: &mut Message, thread: &str, own: &str, batch: &Batch) {
        if thread.is_empty() || thread == own {
            return;
        }
        message
            .extra_mut()
            .raw
            .push(("thread_ts".to_owned(), thread.to_owned()));
        let begun = self
            .at(thread)
            .and_then(|at| batch.messages.get(at as usize));
        match (begun, micros(thread)) {
            (Some(begun), _) => {
                message.extra_mut().quoted =
                    Some(begun.body.to_string()).filter(|text| !text.is_empty());
            }
            (None, Some(micros)) => {
                let key = (message.conversation.0, micros);
                self.replies.push((batch.messages.len() as u32, key));
            }
            (None, None) => {}
        }
    }

    pub(super) fn settle_replies(&mut self, batch: &mut Batch) {
        for (at, key) in std::mem::take(&mut self.replies) {
            let begun = self
                .by_time
                .get(&key)
                .and_then(|at| batch.messages.get(*at as usize));
            let text = begun
                .map(|begun| begun.body.to_string())
                .filter(|text| !text.is_empty());
            if let Some(message) = batch.messages.get_mut(at as usize) {
                message.extra_mut().quoted = text;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_numbers() {
        assert_eq!(micros("1700000000.000100"), Some(1_700_000_000_000_100));
        assert_eq!(micros("1700000000"), Some(1_700_000_000_000_000));
        assert_eq!(micros("1700000000.5"), Some(1_700_000_000_500_000));
        for odd in ["", "x", "1.x", "99999999999999999999.1", "1.-00001"] {
            assert!(micros(odd).is_none_or(|at| at < 2_000_000), "{odd}");
        }
        assert_eq!(instant("0.000000"), None);
    }
}
