//! Reads the tables of WhatsApp into a batch.

use super::info;
use crate::{
    container::sqlite::{Row, Table},
    error::Result,
    import::{
        Batch, ImportJob, apple,
        database::{Opened, Shelf, Walk, attachment, file_name, note_damage, rows},
        vcard,
    },
    job::Budget,
    limits,
    model::{
        Call, ConversationId, ConversationKind, Detail, DetailKind, Direction, Message,
        MessageKind, ParticipantId, RepairKind, Warning,
    },
    time::{TimeBasis, Timestamp},
};
use std::{borrow::Cow, collections::HashMap, io::Cursor, rc::Rc};

/// Between the contact cards of one message.
const CARDS: &str = "_$!<VCard-Separator>!$_";
/// Between their names.
const CARD_NAMES: &str = "_$!<Name-Separator>!$_";

struct Session {
    address: String,
    title: Option<String>,
    conversation: Option<ConversationId>,
}

struct Member {
    address: String,
    name: Option<String>,
}

/// The reading of one database.
pub struct Chats {
    opened: Opened,
    shelf: Rc<dyn Shelf>,
    walk: Option<Walk>,
    begun: bool,
    sessions: HashMap<i64, Session>,
    members: HashMap<i64, Member>,
    /// Names that people gave themselves, by address.
    own_names: HashMap<String, String>,
    media: Option<Rc<Table>>,
    infos: Option<Rc<Table>>,
    by_stanza: HashMap<Box<str>, usize>,
    replies: Vec<(usize, String)>,
    missing: u64,
}

/// A number or other address out of WhatsApp's own (`4520990001@s.whatsapp.net`).
fn handle(address: &str) -> String {
    match address.split_once('@') {
        Some((number, "s.whatsapp.net" | "c.us")) if !number.is_empty() => {
            let number = number.split(':').next().unwrap_or(number);
            if number.bytes().all(|byte| byte.is_ascii_digit()) {
                format!("+{number}")
            } else {
                number.to_owned()
            }
        }
        _ => address.to_owned(),
    }
}

impl Chats {
    /// Starts reading.
    pub fn new(opened: Opened, shelf: Rc<dyn Shelf>) -> Self {
        Self {
            walk: Walk::table(&opened, "ZWAMESSAGE"),
            media: opened.database.table("ZWAMEDIAITEM"),
            infos: opened.database.table("ZWAMESSAGEINFO"),
            opened,
            shelf,
            begun: false,
            sessions: HashMap::new(),
            members: HashMap::new(),
            own_names: HashMap::new(),
            by_stanza: HashMap::new(),
            replies: Vec::new(),
            missing: 0,
        }
    }

    fn begin(&mut self, batch: &mut Batch) {
        self.opened.warn(batch);
        batch.source.time_basis = TimeBasis::Utc;
        let sessions = &mut self.sessions;
        let columns = ["ZCONTACTJID", "ZPARTNERNAME"];
        rows(
            &self.opened,
            "ZWACHATSESSION",
            &columns,
            batch,
            |row, columns, _| {
                if let [address, title] = columns {
                    let address = row.text(*address).map(Cow::into_owned);
                    let session = Session {
                        address: address.unwrap_or_else(|| format!("chat {}", row.rowid())),
                        title: row.text(*title).map(Cow::into_owned),
                        conversation: None,
                    };
                    sessions.insert(row.rowid(), session);
                }
            },
        );
        let members = &mut self.members;
        let columns = ["ZMEMBERJID", "ZCONTACTNAME", "ZFIRSTNAME"];
        rows(
            &self.opened,
            "ZWAGROUPMEMBER",
            &columns,
            batch,
            |row, columns, _| {
                if let [address, name, first] = columns
                    && let Some(address) = row.text(*address)
                {
                    let name = row.text(*name).or(row.text(*first));
                    let member = Member {
                        address: address.into_owned(),
                        name: name.map(Cow::into_owned),
                    };
                    members.insert(row.rowid(), member);
                }
            },
        );
        let own = &mut self.own_names;
        let columns = ["ZJID", "ZPUSHNAME"];
        rows(
            &self.opened,
            "ZWAPROFILEPUSHNAME",
            &columns,
            batch,
            |row, columns, _| {
                if let [address, name] = columns
                    && let (Some(address), Some(name)) = (row.text(*address), row.text(*name))
                {
                    own.insert(address.into_owned(), name.into_owned());
                }
            },
        );
    }

    fn person(&self, address: &str, name: Option<&str>, batch: &mut Batch) -> ParticipantId {
        let id = batch.participant_by_handle(&handle(address));
        let own = self.own_names.get(address).map(String::as_str);
        for name in name.into_iter().chain(own) {
            // without a saved contact the app writes the number as name
            if name.chars().any(char::is_alphabetic) {
                batch.name(id, name);
            }
        }
        id
    }

    fn conversation(&mut self, session: Option<i64>, batch: &mut Batch) -> (ConversationId, bool) {
        let known = session.and_then(|session| self.sessions.get(&session));
        let Some(known) = known else {
            return (batch.conversation("", ConversationKind::Direct), false);
        };
        let group = known.address.ends_with("@g.us");
        if let Some(conversation) = known.conversation {
            return (conversation, group);
        }
        let kind = if group {
            ConversationKind::Group
        } else {
            ConversationKind::Direct
        };
        let (address, title) = (known.address.clone(), known.title.clone());
        let conversation = batch.conversation(&address, kind);
        if group {
            if let Some(made) = batch.conversations.get_mut(conversation.index()) {
                made.title = title;
            }
        } else {
            let person = self.person(&address, title.as_deref(), batch);
            batch.join(conversation, person);
        }
        if let Some(session) = session.and_then(|session| self.sessions.get_mut(&session)) {
            session.conversation = Some(conversation);
        }
        (conversation, group)
    }

    fn message(&mut self, walk: &Walk, batch: &mut Batch) -> Result<()> {
        let row = &walk.row;
        let place = self.opened.locator(row.place());
        if !batch.begin(place) {
            return Ok(());
        }
        if row.cut() {
            batch.source.accounting.repair(RepairKind::Truncated, place);
            batch.source.accounting.partial = true;
        }
        let column = |name: &str| walk.column(name);
        let session = row.int(column("ZCHATSESSION"));
        let (conversation, group) = self.conversation(session, batch);
        let mut message = Message {
            conversation,
            place,
            time: apple::seconds(row.real(column("ZMESSAGEDATE"))).unwrap_or_default(),
            ..Message::default()
        };
        if row.int(column("ZISFROMME")) == Some(1) {
            message.direction = Direction::Out;
        } else {
            message.direction = Direction::In;
            let member = row.int(column("ZGROUPMEMBER"));
            let member = member.and_then(|member| self.members.get(&member));
            let from = row.text(column("ZFROMJID"));
            let from = from.as_deref().filter(|from| !from.ends_with("@g.us"));
            let name = row.text(column("ZPUSHNAME"));
            let sender = match member {
                Some(member) => Some((member.address.as_str(), member.name.as_deref())),
                None => from.map(|from| (from, None)),
            };
            if let Some((address, known)) = sender {
                let id = self.person(address, known.or(name.as_deref().filter(|_| group)), batch);
                batch.join(conversation, id);
                message.sender = Some(id);
            }
        }
        if let Some(text) = row.text(column("ZTEXT")) {
            note_damage(&text, place, batch);
            let mut end = text.len().min(limits::BODY_BYTES as usize);
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            if end < text.len() {
                batch.source.accounting.repair(RepairKind::Truncated, place);
            }
            message.body = text.get(..end).unwrap_or_default().into();
        }
        let kind = row.int(column("ZMESSAGETYPE")).unwrap_or_default();
        let event = row.int(column("ZGROUPEVENTTYPE")).unwrap_or_default();
        set_kind(&mut message, kind, event);
        if let Some(item) = row.int(column("ZMEDIAITEM")) {
            self.media(&mut message, item, kind, batch);
        }
        if let Some(info) = row.int(column("ZMESSAGEINFO")) {
            self.reactions(&mut message, info, batch);
        }
        if message.kind == MessageKind::Text
            && message.body.is_empty()
            && !message.attachments().is_empty()
        {
            message.kind = MessageKind::Media;
        }
        if let Some(stanza) = row.text(column("ZSTANZAID")) {
            self.by_stanza.insert(stanza.into(), batch.messages.len());
        }
        batch.push(message)
    }

    fn media(&mut self, message: &mut Message, item: i64, kind: i64, batch: &mut Batch) {
        let Some(table) = self.media.clone() else {
            return;
        };
        let mut row = Row::default();
        if !self
            .opened
            .database
            .find(&table, item, &mut row)
            .unwrap_or_default()
        {
            batch
                .source
                .accounting
                .repair(RepairKind::Truncated, message.place);
            return;
        }
        let text = |name: &str| row.text(table.column(name)).map(Cow::into_owned);
        let mut details = Vec::new();
        if let Some(title) = text("ZTITLE") {
            // a caption, or the title of a link
            if message.body.is_empty() && kind != 7 {
                message.body = title.as_str().into();
            } else if *message.body != *title {
                details.push(Detail::new(DetailKind::Description, title));
            }
        }
        if kind == 4 {
            for name in text("ZVCARDNAME")
                .iter()
                .flat_map(|names| names.split(CARD_NAMES))
            {
                details.push(Detail::new(DetailKind::ContactCard, name));
            }
            for card in text("ZVCARDSTRING")
                .iter()
                .flat_map(|cards| cards.split(CARDS))
            {
                let read = vcard::cards(Box::new(Cursor::new(card.to_owned())));
                let cards = read.unwrap_or_default();
                details.extend(cards.iter().flat_map(vcard::Card::details));
            }
        }
        let real = |name: &str| row.real(table.column(name)).filter(|value| *value != 0.0);
        if let (5, Some(latitude), Some(longitude)) = (kind, real("ZLATITUDE"), real("ZLONGITUDE"))
        {
            details.push(Detail::new(
                DetailKind::Location,
                format!("{latitude}, {longitude}"),
            ));
            // for a place the name and address stand where other media have their paths
            for name in ["ZAUTHORNAME", "ZMEDIAURLTITLE"] {
                details.extend(text(name).map(|name| Detail::new(DetailKind::Location, name)));
            }
        }
        if kind == 7 {
            details.extend(text("ZMEDIAURL").map(|url| Detail::new(DetailKind::Link, url)));
        }
        let metadata = row.blob(table.column("ZMETADATA")).and_then(info::quoted);
        if let Some(quoted) = metadata {
            self.replies.push((batch.messages.len(), quoted));
        }
        details.retain(|detail| !detail.text.trim().is_empty());
        if !details.is_empty() {
            message.extra_mut().details.extend(details);
        }
        let path = text("ZMEDIALOCALPATH");
        let named = matches!(kind, 1 | 2 | 3 | 8 | 11 | 15 | 38 | 39);
        if path.is_some() || named {
            let found = path.as_deref().and_then(|path| self.shelf.find(path));
            self.missing += u64::from(found.is_none());
            let declared =
                text("ZVCARDSTRING").filter(|kind| kind.contains('/') && kind.len() < 100);
            let size = row.int(table.column("ZFILESIZE"));
            let size = size
                .and_then(|size| u64::try_from(size).ok())
                .filter(|size| *size > 0);
            let name = path.as_deref().map(|path| file_name(path).to_owned());
            if kind == 15 {
                *batch.source.items.entry("stickers".to_owned()).or_default() += 1;
            }
            let made = attachment(name, declared, size, found);
            message.extra_mut().attachments.push(made);
        }
    }

    fn reactions(&self, message: &mut Message, item: i64, batch: &mut Batch) {
        let Some(table) = &self.infos else {
            return;
        };
        let mut row = Row::default();
        if !self
            .opened
            .database
            .find(table, item, &mut row)
            .unwrap_or_default()
        {
            return;
        }
        let receipt = row.blob(table.column("ZRECEIPTINFO"));
        for reaction in receipt.map(info::reactions).unwrap_or_default() {
            let by = reaction
                .by
                .map(|address| self.person(&address, None, batch));
            let time = reaction.time.and_then(|ms| i64::try_from(ms).ok());
            message.extra_mut().details.push(Detail {
                by,
                time: time.map(|ms| Timestamp::utc(&ms.to_string(), ms)),
                ..Detail::new(DetailKind::Reaction, reaction.sign)
            });
        }
    }

    fn close(&mut self, batch: &mut Batch) {
        for (at, stanza) in std::mem::take(&mut self.replies) {
            let origin = self.by_stanza.get(stanza.as_str());
            let origin = origin.and_then(|at| batch.messages.get(*at));
            let quoted = origin.map(|origin| origin.body.to_string());
            if let Some(quoted) = quoted.filter(|quoted| !quoted.is_empty())
                && let Some(message) = batch.messages.get_mut(at)
            {
                message.extra_mut().quoted = Some(quoted);
            }
        }
        self.by_stanza = HashMap::new();
        if self.missing > 0 {
            let count = [("count", self.missing.to_string())];
            batch
                .source
                .warnings
                .push(Warning::new("media-missing", &count));
        }
    }
}

/// What the numbers of a row say.
fn set_kind(message: &mut Message, kind: i64, event: i64) {
    message.kind = match kind {
        4 => MessageKind::Contact,
        5 => MessageKind::Location,
        14 => MessageKind::Deleted,
        38 | 39 => MessageKind::ViewOnce,
        46 => MessageKind::Poll,
        10 if matches!(event, 1 | 4 | 22) => {
            message.extra_mut().call = Some(Call {
                seconds: 0,
                answered: false,
            });
            MessageKind::Call
        }
        59 => MessageKind::Call,
        6 | 10 | 12 => {
            message.direction = Direction::System;
            MessageKind::System
        }
        _ => MessageKind::Text,
    };
    if message.kind != MessageKind::Text {
        let raw = &mut message.extra_mut().raw;
        raw.push(("ZMESSAGETYPE".to_owned(), kind.to_string()));
        raw.push(("ZGROUPEVENTTYPE".to_owned(), event.to_string()));
    }
}

impl ImportJob for Chats {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        if !self.begun {
            self.begun = true;
            self.begin(batch);
        }
        if let Some(mut walk) = self.walk.take() {
            while walk.next(&self.opened, batch) {
                self.message(&walk, batch)?;
                if budget.spent() {
                    self.walk = Some(walk);
                    return Ok(false);
                }
            }
        }
        self.close(batch);
        Ok(true)
    }

    fn bytes_read(&self) -> u64 {
        self.walk.as_ref().map_or(0, Walk::bytes_read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!(handle("4520990001@s.whatsapp.net"), "+4520990001");
        assert_eq!(handle("4520990001:12@s.whatsapp.net"), "+4520990001");
        assert_eq!(handle("123456@lid"), "123456@lid");
    }
}
