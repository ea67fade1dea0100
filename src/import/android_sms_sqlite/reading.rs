//! Reads the tables of the telephony provider into a batch: first `sms`, then `pdu`.

use crate::{
    container::sqlite::{Row, Table},
    error::Result,
    import::{
        Batch, ImportJob,
        android_calls_sqlite::milliseconds,
        android_names,
        database::{Beside, Opened, Shelf, Walk, attachment, file_name, note_damage, rows},
        handles,
        json::undo_double_encoding,
    },
    job::Budget,
    limits,
    model::{
        ConversationId, ConversationKind, Direction, Message, MessageKind, RepairKind, Warning,
    },
    time::{TimeBasis, Timestamp},
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

/// Stands for the owner in own messages.
const OWN: &str = "insert-address-token";
/// `sub_cs`: UTF-8 (IANA MIBenum).
const UTF8: i64 = 106;

enum Pass {
    Begin,
    Texts(Option<Walk>),
    Multimedia(Option<Walk>),
    Over,
}

/// The reading of one database.
pub struct Messages {
    opened: Opened,
    shelf: Beside,
    member: u32,
    pass: Pass,
    addresses: HashMap<i64, String>,
    threads: HashMap<i64, Vec<i64>>,
    /// Multimedia message and part, in order.
    parts: Vec<(i64, i64, i64)>,
    part_table: Option<Rc<Table>>,
    /// Multimedia message, address, kind.
    people: Vec<(i64, String, i64)>,
    missing: u64,
    reports: u64,
    bytes: u64,
}

impl Messages {
    /// Starts reading.
    pub fn new(opened: Opened, shelf: Beside, member: u32) -> Self {
        Self {
            part_table: opened.database.table("part"),
            opened,
            shelf,
            member,
            pass: Pass::Begin,
            addresses: HashMap::new(),
            threads: HashMap::new(),
            parts: Vec::new(),
            people: Vec::new(),
            missing: 0,
            reports: 0,
            bytes: 0,
        }
    }

    fn begin(&mut self, batch: &mut Batch) {
        self.opened.warn(batch);
        batch.source.time_basis = TimeBasis::Utc;
        let addresses = &mut self.addresses;
        rows(
            &self.opened,
            "canonical_addresses",
            &["address"],
            batch,
            |row, columns, _| {
                if let Some(address) = columns.first().and_then(|column| row.text(*column)) {
                    addresses.insert(row.rowid(), address.into_owned());
                }
            },
        );
        let threads = &mut self.threads;
        rows(
            &self.opened,
            "threads",
            &["recipient_ids"],
            batch,
            |row, columns, _| {
                if let Some(ids) = columns.first().and_then(|column| row.text(*column)) {
                    let ids = ids.split_whitespace().filter_map(|id| id.parse().ok());
                    threads.insert(row.rowid(), ids.collect());
                }
            },
        );
        let parts = &mut self.parts;
        rows(
            &self.opened,
            "part",
            &["mid", "seq"],
            batch,
            |row, columns, _| {
                if let [message, seq] = columns
                    && let Some(message) = row.int(*message)
                {
                    parts.push((message, row.int(*seq).unwrap_or_default(), row.rowid()));
                }
            },
        );
        parts.sort_unstable();
        let people = &mut self.people;
        rows(
            &self.opened,
            "addr",
            &["msg_id", "address", "type"],
            batch,
            |row, columns, _| {
                if let [message, address, kind] = columns
                    && let (Some(message), Some(address)) = (row.int(*message), row.text(*address))
                    && address != OWN
                {
                    let kind = row.int(*kind).unwrap_or_default();
                    people.push((message, address.into_owned(), kind));
                }
            },
        );
        people.sort_by_key(|(message, ..)| *message);
    }

    /// The conversation of a thread, else of the given addresses.
    fn conversation(
        &self,
        thread: Option<i64>,
        other: &[&str],
        batch: &mut Batch,
    ) -> ConversationId {
        let listed = thread.and_then(|thread| self.threads.get(&thread));
        let listed = listed.into_iter().flatten();
        let mut raw: Vec<&str> = listed
            .filter_map(|id| self.addresses.get(id))
            .map(String::as_str)
            .collect();
        if raw.is_empty() {
            raw.extend(other);
        }
        let mut people: BTreeMap<String, &str> = BTreeMap::new();
        for one in raw {
            people.entry(handles::normalise(one).0).or_insert(one);
        }
        let keys: Vec<&str> = people.keys().map(String::as_str).collect();
        let kind = if keys.len() > 1 {
            ConversationKind::Group
        } else {
            ConversationKind::Direct
        };
        let conversation = batch.conversation(&keys.join("~"), kind);
        for raw in people.values().filter(|raw| !raw.trim().is_empty()) {
            let person = batch.participant_by_handle(raw);
            batch.join(conversation, person);
        }
        conversation
    }

    fn text(&self, walk: &Walk, batch: &mut Batch) -> Result<()> {
        let row = &walk.row;
        let place = self.opened.locator(row.place());
        if !batch.begin(place) {
            return Ok(());
        }
        let column = |name: &str| walk.column(name);
        let address = row.text(column("address"));
        let own: Vec<&str> = address.as_deref().into_iter().collect();
        let conversation = self.conversation(row.int(column("thread_id")), &own, batch);
        let direction = direction(row.int(column("type")));
        // another spelling of the thread's address is no further member of it
        let person = address
            .as_deref()
            .map(|raw| batch.participant_by_handle(raw));
        let mut message = Message {
            conversation,
            sender: person.filter(|_| direction == Direction::In),
            direction,
            time: milliseconds(row.int(column("date"))).unwrap_or_default(),
            place,
            ..Message::default()
        };
        if let Some(body) = row.text(column("body")) {
            note_damage(&body, place, batch);
            message.body = body.into();
        }
        if let Some(subject) = row.text(column("subject")) {
            message.extra_mut().subject = Some(subject.into_owned());
        }
        if let Some(sent) = milliseconds(row.int(column("date_sent"))) {
            message.extra_mut().sent = Some(sent);
        }
        keep(
            &mut message,
            row,
            &walk.table,
            &["sub_id", "service_center"],
        );
        cut(&mut message, row, batch);
        batch.push(message)
    }

    fn multimedia(&mut self, walk: &Walk, batch: &mut Batch) -> Result<()> {
        let row = &walk.row;
        let place = self.opened.locator(row.place());
        if !batch.begin(place) {
            return Ok(());
        }
        let column = |name: &str| walk.column(name);
        let id = row.rowid();
        let from = self.people.partition_point(|(message, ..)| *message < id);
        let people: Vec<(String, i64)> = self
            .people
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|(message, ..)| *message == id)
            .map(|(_, address, kind)| (address.clone(), *kind))
            .collect();
        let all: Vec<&str> = people.iter().map(|(address, _)| address.as_str()).collect();
        let conversation = self.conversation(row.int(column("thread_id")), &all, batch);
        let mut message = Message {
            conversation,
            direction: direction(row.int(column("msg_box"))),
            // multimedia messages count in seconds
            time: row
                .int(column("date"))
                .filter(|value| *value != 0)
                .and_then(|value| {
                    Some(Timestamp::utc(&value.to_string(), value.checked_mul(1000)?))
                })
                .unwrap_or_default(),
            place,
            ..Message::default()
        };
        for (address, kind) in &people {
            let person = batch.participant_by_handle(address);
            match kind {
                137 if message.direction == Direction::In => {
                    message.sender = Some(person);
                    batch.join(conversation, person);
                }
                137 => {
                    // the owner, where the phone wrote its own number
                    if let Some(owner) = batch.participants.get_mut(person.index()) {
                        owner.owner = message.direction == Direction::Out;
                    }
                    message.sender = Some(person);
                }
                _ if message.direction != Direction::In => {
                    message.extra_mut().recipients.push(person);
                }
                _ => {}
            }
        }
        if let Some(subject) = row.text(column("sub")) {
            note_damage(&subject, place, batch);
            let mended = match row.int(column("sub_cs")) {
                Some(UTF8) | None => undo_double_encoding(&subject),
                _ => Cow::Borrowed(&*subject),
            };
            if matches!(mended, Cow::Owned(_)) {
                batch.source.accounting.repair(RepairKind::Mojibake, place);
            }
            message.extra_mut().subject = Some(mended.into_owned());
        }
        match row.int(column("m_type")) {
            // what was announced and never fetched
            Some(130) => {
                message
                    .extra_mut()
                    .attachments
                    .push(crate::model::Attachment {
                        presence: crate::model::Presence::Omitted,
                        ..attachment(None, None, None, None)
                    });
            }
            Some(134..=136) => {
                self.reports += 1;
                message.kind = MessageKind::System;
                message.direction = Direction::System;
            }
            _ => {}
        }
        self.parts_of(&mut message, id, batch);
        keep(
            &mut message,
            row,
            &walk.table,
            &["sub_id", "m_id", "m_type"],
        );
        cut(&mut message, row, batch);
        if message.body.is_empty() && !message.attachments().is_empty() {
            message.kind = MessageKind::Media;
        }
        batch.push(message)
    }

    fn parts_of(&mut self, message: &mut Message, id: i64, batch: &mut Batch) {
        let Some(table) = self.part_table.clone() else {
            return;
        };
        let from = self.parts.partition_point(|(of, ..)| *of < id);
        let own: Vec<i64> = self
            .parts
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|(of, ..)| *of == id)
            .map(|(.., part)| *part)
            .collect();
        let mut row = Row::default();
        let mut body = String::new();
        for part in own {
            if !self
                .opened
                .database
                .find(&table, part, &mut row)
                .unwrap_or_default()
            {
                batch
                    .source
                    .accounting
                    .repair(RepairKind::Truncated, message.place);
                continue;
            }
            let text = |name: &str| row.text(table.column(name)).map(Cow::into_owned);
            let kind = text("ct").unwrap_or_default();
            let path = text("_data");
            if kind == "application/smil" {
                continue;
            }
            if kind == "text/plain"
                && path.is_none()
                && let Some(text) = text("text")
            {
                if !body.is_empty() {
                    body.push('\n');
                }
                body.push_str(&text);
                continue;
            }
            let named = ["name", "fn", "cl"].iter().find_map(|name| text(name));
            let name = named.or(path.as_deref().map(|path| file_name(path).to_owned()));
            let found = path.as_deref().and_then(|path| self.shelf.find(path));
            self.missing += u64::from(found.is_none());
            let declared = (!kind.is_empty()).then_some(kind);
            let made = attachment(name, declared, None, found);
            message.extra_mut().attachments.push(made);
        }
        if !body.is_empty() {
            message.body = body.into();
        }
    }

    fn close(&self, batch: &mut Batch) {
        for (id, count) in [
            ("media-missing", self.missing),
            ("mms-reports", self.reports),
        ] {
            if count > 0 {
                let count = [("count", count.to_string())];
                batch.source.warnings.push(Warning::new(id, &count));
            }
        }
        android_names::apply(&self.shelf.container, self.member, batch);
    }
}

/// `type` and `msg_box` count alike.
pub fn direction(kind: Option<i64>) -> Direction {
    match kind {
        Some(1) => Direction::In,
        Some(2) => Direction::Out,
        Some(3) => Direction::Draft,
        Some(4..=6) => Direction::Failed,
        _ => Direction::Unknown,
    }
}

/// Keeps fields that have no place in the model.
fn keep(message: &mut Message, row: &Row, table: &Table, names: &[&str]) {
    for name in names {
        // -1 stands for none
        if let Some(value) = row.text(table.column(name)).filter(|value| value != "-1") {
            let raw = ((*name).to_owned(), value.into_owned());
            message.extra_mut().raw.push(raw);
        }
    }
}

/// Says that a row or its text was too long or damaged.
fn cut(message: &mut Message, row: &Row, batch: &mut Batch) {
    let mut end = message.body.len().min(limits::BODY_BYTES as usize);
    while !message.body.is_char_boundary(end) {
        end -= 1;
    }
    if row.cut() || end < message.body.len() {
        batch
            .source
            .accounting
            .repair(RepairKind::Truncated, message.place);
        batch.source.accounting.partial = true;
        message.body = message.body.get(..end).unwrap_or_default().into();
    }
}

impl ImportJob for Messages {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            let pass = std::mem::replace(&mut self.pass, Pass::Over);
            self.pass = match pass {
                Pass::Begin => {
                    self.begin(batch);
                    Pass::Texts(Walk::table(&self.opened, "sms"))
                }
                Pass::Texts(Some(mut walk)) => {
                    while walk.next(&self.opened, batch) {
                        self.text(&walk, batch)?;
                        if budget.spent() {
                            self.bytes = walk.bytes_read();
                            self.pass = Pass::Texts(Some(walk));
                            return Ok(false);
                        }
                    }
                    Pass::Texts(None)
                }
                Pass::Texts(None) => Pass::Multimedia(Walk::table(&self.opened, "pdu")),
                Pass::Multimedia(Some(mut walk)) => {
                    while walk.next(&self.opened, batch) {
                        self.multimedia(&walk, batch)?;
                        if budget.spent() {
                            self.pass = Pass::Multimedia(Some(walk));
                            return Ok(false);
                        }
                    }
                    Pass::Multimedia(None)
                }
                Pass::Multimedia(None) => {
                    self.close(batch);
                    Pass::Over
                }
                Pass::Over => return Ok(true),
            };
        }
    }

    fn bytes_read(&self) -> u64 {
        self.bytes
    }
}
