//! Users, conversations and the log of integrations, which stand beside the days.

use super::Reader;
use crate::{
    error::Result,
    import::{
        Batch,
        account::Found,
        files::Fate,
        json::{self, Flag, Number, Text},
        ledger::{self, account_thread},
    },
    json_record,
    model::{
        ConversationKind, Detail, DetailKind, Handle, HandleKind, Locator, Message, MessageKind,
        ParticipantId,
    },
};
use serde_json::Value;

json_record! {
    struct User {
        often {
            "id" => id: Text,
            "name" => handle: Text,
            "real_name" => name: Text,
            "updated" => updated: Number,
        }
        rare { "profile" => profile: Option<Profile>, }
    }
}

json_record! {
    pub(super) struct Profile {
        often {
            "real_name" => name: Text,
            "display_name" => shown: Text,
            "name" => handle: Text,
            "email" => email: Text,
            "phone" => phone: Text,
            "skype" => skype: Text,
            "title" => title: Text,
            "status_text" => status: Text,
            "first_name" => first: Text,
            "last_name" => last: Text,
        }
        rare {}
    }
}

json_record! {
    struct ListedChannel {
        often {
            "id" => id: Text,
            "name" => name: Text,
            "created" => created: Number,
            "creator" => creator: Text,
            "is_archived" => archived: Flag,
        }
        rare {
            "members" => members: Vec<Text>,
            "topic" => topic: Option<Said>,
            "purpose" => purpose: Option<Said>,
        }
    }
}

json_record! {
    struct Said {
        often { "value" => text: Text, "creator" => by: Text, "last_set" => at: Number, }
        rare {}
    }
}

/// What is known of a user.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    /// The first is the one to show.
    pub names: Vec<String>,
    pub email: String,
    pub phone: String,
}

impl Person {
    pub fn of(profile: &Profile) -> Self {
        let names = [&profile.shown, &profile.name, &profile.handle];
        let names = names.into_iter().map(|name| name.0.clone());
        Self {
            names: names.filter(|name| !name.is_empty()).collect(),
            email: profile.email.0.clone(),
            phone: profile.phone.0.clone(),
        }
    }
}

/// A conversation as the export lists it.
#[derive(Clone, Debug)]
pub(super) struct Channel {
    pub id: String,
    /// Empty for two people.
    pub name: String,
    pub members: Vec<String>,
    pub kind: ConversationKind,
}

impl Reader {
    /// The participant of an id.
    pub(super) fn person(&mut self, id: &str, batch: &mut Batch) -> ParticipantId {
        let known = self.users.get(id).cloned().unwrap_or_default();
        let shown = known.names.first().map_or(id, String::as_str);
        let person = batch.participant_by_name(&format!("slack:{id}"), shown);
        if self.people.insert(person, id.to_owned()).is_some() {
            return person;
        }
        for name in known.names.iter().skip(1) {
            batch.name(person, name);
        }
        if let Some(participant) = batch.participants.get_mut(person.index()) {
            participant.handles.push(Handle {
                raw: id.to_owned(),
                normalised: format!("slack:{id}"),
                kind: HandleKind::Other,
            });
        }
        for address in [&known.email, &known.phone] {
            if !address.is_empty() {
                batch.handle(person, address);
            }
        }
        person
    }

    /// The name under which an id is shown.
    pub(super) fn shown<'a>(&'a self, id: &'a str) -> &'a str {
        let known = self.users.get(id).and_then(|person| person.names.first());
        known.map_or(id, String::as_str)
    }

    /// A user: an entry, so that what the profile holds can be searched.
    pub(super) fn user(&mut self, place: Locator, bytes: &[u8], batch: &mut Batch) -> Result<Fate> {
        let Ok((user, mended)) = json::record::<User>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if user.id.0.is_empty() {
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        let profile = user.profile.unwrap_or_default();
        let mut person = Person::of(&profile);
        for name in [&user.name.0, &user.handle.0] {
            if !name.is_empty() && !person.names.contains(name) {
                person.names.push(name.clone());
            }
        }
        let mut message = entry("users", place, batch);
        message.body = person.names.first().map_or("", String::as_str).into();
        let said = [
            &profile.name,
            &profile.first,
            &profile.last,
            &user.handle,
            &profile.email,
            &profile.phone,
            &profile.skype,
            &profile.title,
            &profile.status,
        ];
        for text in said.into_iter().filter(|text| !text.0.is_empty()) {
            let detail = Detail::new(DetailKind::ContactCard, text.0.as_str());
            if *text.0 != *message.body {
                message.add_detail(detail);
            }
        }
        if let Some(updated) = user.updated.0 {
            message.time = ledger::instant(updated);
        }
        let extra = message.extra_mut();
        extra.raw.push(("id".to_owned(), user.id.0.clone()));
        extra.raw.extend(user.others);
        extra.raw.extend(profile.others);
        self.users.insert(user.id.0, person);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    /// A conversation with members, topic and purpose.
    pub(super) fn listed_channel(
        &mut self,
        path: &str,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let Ok((channel, mended)) = json::record::<ListedChannel>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if channel.id.0.is_empty() {
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        let direct = channel.name.0.is_empty() && channel.members.len() <= 2;
        self.channels.push(Channel {
            id: channel.id.0.clone(),
            name: channel.name.0.clone(),
            members: channel.members.iter().map(|id| id.0.clone()).collect(),
            kind: match direct {
                true => ConversationKind::Direct,
                false => ConversationKind::Group,
            },
        });
        let mut message = entry("channels", place, batch);
        message.body = channel.name.0.as_str().into();
        if let Some(created) = channel.created.0 {
            message.time = ledger::instant(created);
        }
        if !channel.creator.0.is_empty() {
            message.sender = Some(self.person(&channel.creator.0, batch));
        }
        for said in [channel.topic, channel.purpose].into_iter().flatten() {
            if said.text.0.is_empty() {
                continue;
            }
            let text = self.resolved(&said.text.0).body;
            let mut detail = Detail::new(DetailKind::Description, text);
            if !said.by.0.is_empty() {
                detail.by = Some(self.person(&said.by.0, batch));
            }
            detail.time = said.at.0.filter(|at| *at > 0).map(ledger::instant);
            message.add_detail(detail);
        }
        for member in &channel.members {
            let shown = self.shown(&member.0).to_owned();
            let mut detail = Detail::new(DetailKind::Tag, shown);
            detail.by = Some(self.person(&member.0, batch));
            message.add_detail(detail);
        }
        let extra = message.extra_mut();
        extra.raw.push(("id".to_owned(), channel.id.0));
        if channel.archived.0 {
            extra
                .raw
                .push(("is_archived".to_owned(), "true".to_owned()));
        }
        extra.raw.push(("list".to_owned(), path.to_owned()));
        extra.raw.extend(channel.others);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    /// A line of the log of integrations.
    pub(super) fn log_entry(
        &mut self,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let Ok((value, _)) = json::record::<Value>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        let mut message = entry("integration-log", place, batch);
        let mut found = Found::default();
        found.walk("", &value, 0);
        let date = value.get("date").and_then(|date| match date {
            Value::String(text) => text.parse().ok(),
            date => date.as_i64(),
        });
        if let Some(date) = date {
            message.time = ledger::instant(date);
        }
        found.fill(&mut message);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    /// The conversation of a day: the folder is the channel's name, or the id of a talk of two.
    pub(super) fn open_day(&mut self, path: &str, batch: &mut Batch) {
        let folder = path.rsplit('/').nth(1).unwrap_or("channel");
        let known = self
            .channels
            .iter()
            .position(|one| !folder.is_empty() && (one.id == folder || one.name == folder));
        let Some((at, channel)) = known.and_then(|at| Some((at, self.channels.get(at)?.clone())))
        else {
            let kind = match folder.starts_with('D') {
                true => ConversationKind::Direct,
                false => ConversationKind::Group,
            };
            let id = batch.conversation(folder, kind);
            batch.entitle(id, folder.to_owned());
            self.conversation = Some(id);
            return;
        };
        let id = batch.conversation(&channel.id, channel.kind);
        if !channel.name.is_empty() && !channel.name.starts_with("mpdm-") {
            batch.entitle(id, format!("#{}", channel.name));
        }
        if self.channel != Some(at) {
            for member in &channel.members {
                let person = self.person(member, batch);
                batch.join(id, person);
            }
        }
        self.conversation = Some(id);
        self.channel = Some(at);
    }

    /// Conversations without a name are called after their members.
    pub(super) fn title_direct(&self, batch: &mut Batch) {
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
    }
}

fn entry(item: &str, place: Locator, batch: &mut Batch) -> Message {
    *batch.source.items.entry(item.to_owned()).or_default() += 1;
    Message {
        conversation: account_thread(batch, &format!("account/{item}"), item),
        place,
        kind: MessageKind::Entry,
        ..Message::default()
    }
}
