//! Tables of messages: CSV, TSV and other delimited text, one message per row (`message-table`),
//! and iMazing's message export as the one kind that is told by its headers (`imazing-csv`).
//!
//! Two passes: the first looks at every row's time, so that the order of day and month is voted
//! over the whole file; the second reads. Columns are guessed and shown with sample rows, and a
//! person corrects them ([`Mapping`]). Memory is bounded by one row. Does not know formulas and
//! reads no spreadsheet files.

mod clock;
mod mapping;
pub(super) mod rows;

use super::{Answers, Batch, DateOrder, ImportJob, Importer, Input, Probe, handles};
use crate::{
    container::{Container, magic::SNIFF_BYTES, sniff_media},
    error::{Code, Error, Result},
    job::Budget,
    model::{
        Attachment, Content, ConversationKind, Detail, DetailKind, Direction, Locator, Mapping,
        Message, MessageKind, ParticipantId, Presence, Question, RepairKind, Role, SkipReason,
        Warning,
    },
    time::{TimeBasis, Timestamp, Zone},
};
use clock::Clock;
use rows::{Row, Rows};
use std::{collections::BTreeSet, rc::Rc};

/// Any table with one message per row.
pub struct MessageTable;

/// The message export of iMazing.
pub struct ImazingCsv;

/// Headers of iMazing in English; one that has most of them is its export.
const IMAZING: &[&str] = &[
    "chat session",
    "message date",
    "delivered date",
    "read date",
    "edited date",
    "service",
    "type",
    "sender id",
    "sender name",
    "status",
    "replying to",
    "subject",
    "text",
    "reactions",
    "attachment",
    "attachment type",
];
/// Rows that a guess looks at.
const SAMPLE_ROWS: usize = 200;
/// Bytes of a text that recognising looks at.
const SNIFFED_BYTES: usize = 8 << 10;
/// Rows shown with the question about the columns.
const SHOWN_ROWS: usize = 5;
/// Characters of a shown cell.
const SHOWN_CHARS: usize = 80;

/// Enough of a text to recognise a table by; an archive may hold very many texts.
fn start_of(text: &str) -> &str {
    let end = text.floor_char_boundary(SNIFFED_BYTES.min(text.len()));
    text.get(..end).unwrap_or_default()
}

/// The first rows of a text, without one that its end may have cut.
fn sample(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let input = std::io::Cursor::new(text.as_bytes().to_vec());
    let mut rows = Rows::new(Box::new(input), delimiter);
    let mut all = Vec::new();
    while let Ok(Some(row)) = rows.next() {
        if !row.broken && all.len() < SAMPLE_ROWS {
            all.push(row.fields);
        }
    }
    if all.len() > 3 {
        all.pop();
    }
    all
}

fn imazing_headers(rows: &[Vec<String>]) -> usize {
    let header = rows.first();
    let known = |cell: &&String| IMAZING.contains(&cell.trim().to_lowercase().as_str());
    header.map_or(0, |cells| cells.iter().filter(known).count())
}

impl Importer for MessageTable {
    fn id(&self) -> &'static str {
        "message-table"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        // web pages and program text are full of commas
        if probe.text.trim_start().starts_with(['<', '{', '[']) {
            return 0;
        }
        let text = start_of(probe.text);
        let Some((delimiter, _)) = rows::delimiter(text) else {
            return 0;
        };
        match mapping::guess(&sample(text, delimiter)) {
            Some(guess) if guess.mapping.is_usable() && guess.named >= 3 => 65,
            Some(guess)
                if guess.mapping.is_usable() && guess.mapping.column(Role::Time).is_some() =>
            {
                55
            }
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Job::new(input, answers, true)?))
    }
}

impl Importer for ImazingCsv {
    fn id(&self) -> &'static str {
        "imazing-csv"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let text = start_of(probe.text);
        let header = text.lines().next().unwrap_or_default().to_lowercase();
        if !header.contains("chat session") && !header.contains("sender id") {
            return 0;
        }
        let Some((delimiter, _)) = rows::delimiter(text) else {
            return 0;
        };
        if imazing_headers(&sample(text, delimiter)) >= 6 {
            85
        } else {
            0
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Job::new(input, answers, false)?))
    }
}

struct Job {
    container: Rc<Container>,
    members: Vec<u32>,
    name: String,
    next_member: usize,
    stage: Stage,
    bytes_before: u64,
    settings: Settings,
}

/// What holds for all files of the source.
struct Settings {
    zone: Option<Zone>,
    zone_name: Option<String>,
    date_order: Option<DateOrder>,
    mapping: Option<Mapping>,
    owners: BTreeSet<String>,
    /// Ask about the columns.
    ask: bool,
    clock_changes: u32,
    local_times: bool,
    /// Names of senders, for the question who the owner is.
    senders: Vec<String>,
    owner_seen: bool,
}

enum Stage {
    Between,
    Vote(Box<Table>, Rows),
    Read(Box<Table>, Rows),
}

/// The file at hand.
struct Table {
    member: u32,
    delimiter: u8,
    mapping: Mapping,
    /// Orders that all dates so far allow.
    orders: Vec<DateOrder>,
    order: Option<DateOrder>,
    /// The header row was met.
    headed: bool,
    /// Conversation where no column names one.
    title: String,
    shown: Vec<Vec<String>>,
    rows: u64,
}

impl Job {
    fn new(input: Input, answers: &Answers, ask: bool) -> Result<Self> {
        Ok(Self {
            container: input.container,
            members: input.members,
            name: input.name,
            next_member: 0,
            stage: Stage::Between,
            bytes_before: 0,
            settings: Settings {
                zone: answers.zone.as_deref().map(Zone::named).transpose()?,
                zone_name: answers.zone.clone(),
                date_order: answers.date_order,
                mapping: answers.mapping.clone(),
                owners: answers
                    .owners
                    .iter()
                    .flat_map(|raw| owner_keys(raw))
                    .collect(),
                ask,
                clock_changes: 0,
                local_times: false,
                senders: Vec::new(),
                owner_seen: false,
            },
        })
    }

    fn open_next(&mut self, batch: &mut Batch) -> Result<bool> {
        let Some(member) = self.members.get(self.next_member).copied() else {
            return Ok(false);
        };
        self.next_member += 1;
        let opened = self
            .container
            .head(member, crate::limits::PROBE_BYTES)
            .and_then(|head| Ok((head, self.container.open_text(member)?)));
        match opened {
            Ok((head, text)) => {
                let encoding = crate::container::encoding::sniff(&head);
                let probe = crate::container::encoding::decode_head(&head, encoding);
                let table = self.table(member, &probe);
                let rows = Rows::new(Box::new(text), table.delimiter);
                self.stage = Stage::Vote(Box::new(table), rows);
            }
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                let place = Locator {
                    member,
                    ..Locator::default()
                };
                batch.begin(place);
                batch.reject(error.code(), place);
                batch.source.accounting.partial = true;
            }
        }
        Ok(true)
    }

    fn table(&self, member: u32, probe: &str) -> Table {
        let delimiter = rows::delimiter(probe).map_or(b',', |(delimiter, _)| delimiter);
        let sample = sample(probe, delimiter);
        let columns = sample.iter().map(Vec::len).max().unwrap_or_default();
        let mapping = match &self.settings.mapping {
            Some(mapping) => {
                let headers = sample.first().filter(|_| mapping.header);
                mapping.fitted(headers.map(Vec::as_slice), columns)
            }
            None => mapping::guess(&sample)
                .map(|guess| guess.mapping)
                .unwrap_or_default(),
        };
        let skip = usize::from(mapping.header);
        let shown = |row: &Vec<String>| {
            row.iter()
                .map(|cell| cell.chars().take(SHOWN_CHARS).collect())
                .collect()
        };
        let path = self
            .container
            .members()
            .get(member as usize)
            .map_or("", |m| &m.path);
        let path = if path.is_empty() { &self.name } else { path };
        let file = path.rsplit('/').next().unwrap_or(path);
        Table {
            member,
            delimiter,
            shown: sample
                .iter()
                .skip(skip)
                .take(SHOWN_ROWS)
                .map(shown)
                .collect(),
            mapping,
            orders: vec![DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd],
            order: self.settings.date_order,
            headed: false,
            title: file
                .rsplit_once('.')
                .map_or(file, |(stem, _)| stem)
                .to_owned(),
            rows: 0,
        }
    }

    fn finish(&mut self, batch: &mut Batch) {
        let settings = &self.settings;
        let found = |basis: &TimeBasis| batch.messages.iter().any(|m| m.time.basis == *basis);
        batch.source.time_basis = [
            TimeBasis::LocalUnknown,
            TimeBasis::Offset,
            TimeBasis::Utc,
            TimeBasis::DateOnly,
            TimeBasis::Unparsed,
        ]
        .into_iter()
        .find(found)
        .unwrap_or_default();
        if settings.owner_seen {
            // what does not say that it was sent came in
            for message in &mut batch.messages {
                if message.direction == Direction::Unknown && message.sender.is_some() {
                    message.direction = Direction::In;
                }
            }
        }
        batch.source.zone.clone_from(&settings.zone_name);
        if settings.local_times && settings.zone.is_none() {
            batch.source.questions.push(Question::TimeZone {
                suggested: None,
                clock_changes: settings.clock_changes,
            });
        }
        if !settings.owner_seen && settings.owners.is_empty() && !settings.senders.is_empty() {
            batch.source.questions.push(Question::Owner {
                candidates: settings.senders.clone(),
            });
        }
    }
}

/// An owner is told by number or by name.
fn owner_keys(raw: &str) -> [String; 2] {
    [handles::normalise(raw).0, raw.trim().to_lowercase()]
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if budget.spent() {
                return Ok(false);
            }
            match std::mem::replace(&mut self.stage, Stage::Between) {
                Stage::Between => {
                    if !self.open_next(batch)? {
                        self.finish(batch);
                        return Ok(true);
                    }
                }
                Stage::Vote(mut table, mut rows) => match readable(rows.next())? {
                    Some(row) => {
                        table.vote(&row);
                        self.stage = Stage::Vote(table, rows);
                    }
                    None => {
                        self.bytes_before += rows.offset();
                        table.decide(&mut self.settings, batch);
                        let text = self.container.open_text(table.member)?;
                        let rows = Rows::new(Box::new(text), table.delimiter);
                        self.stage = Stage::Read(table, rows);
                    }
                },
                Stage::Read(mut table, mut rows) => {
                    let at = rows.offset();
                    match rows.next() {
                        Ok(Some(row)) => {
                            let row = if table.swallowed_rows(&row) {
                                rows.first_line_of(&row)
                            } else {
                                row
                            };
                            table.read(row, batch, &mut self.settings, &self.container)?;
                            self.stage = Stage::Read(table, rows);
                        }
                        Ok(None) => self.bytes_before += rows.offset(),
                        Err(error) if error.code() == Code::Io => return Err(error),
                        Err(error) => {
                            let place = table.place(at, 0);
                            batch.begin(place);
                            batch.reject(error.code(), place);
                            batch.source.accounting.partial = true;
                            batch
                                .source
                                .warnings
                                .push(Warning::new("ends-suddenly", &[]));
                            self.bytes_before += rows.offset();
                        }
                    }
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        let open = match &self.stage {
            Stage::Between => 0,
            Stage::Vote(_, rows) | Stage::Read(_, rows) => rows.offset(),
        };
        // two passes over the same text count as one
        (self.bytes_before + open) / 2
    }
}

/// Damage inside an archive ends the first pass quietly: the second one tells of it.
fn readable(row: Result<Option<Row>>) -> Result<Option<Row>> {
    match row {
        Err(error) if error.code() != Code::Io => Ok(None),
        row => row,
    }
}

impl Table {
    fn place(&self, start: u64, len: u64) -> Locator {
        Locator {
            member: self.member,
            start,
            len,
        }
    }

    fn cell<'a>(&self, row: &'a Row, role: Role) -> &'a str {
        let cell = self.mapping.column(role).and_then(|at| row.fields.get(at));
        cell.map_or("", |cell| cell.trim())
    }

    /// Whether a cell holds lines that are rows themselves: a quote before them is not closed.
    fn swallowed_rows(&self, row: &Row) -> bool {
        let Some(at) = self.mapping.column(Role::Time) else {
            return false;
        };
        let is_row = |line: &str| {
            let mut cells = line.split(char::from(self.delimiter));
            cells
                .nth(at)
                .is_some_and(|cell| !clock::orders(cell).is_empty() && cells.next().is_some())
        };
        row.fields
            .iter()
            .filter(|cell| cell.contains('\n'))
            .any(|cell| cell.lines().skip(1).any(is_row))
    }

    /// The time as one text, where date and clock have columns of their own.
    fn time_text(&self, row: &Row) -> String {
        let (date, clock) = (self.cell(row, Role::Time), self.cell(row, Role::Clock));
        [date, clock]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn vote(&mut self, row: &Row) {
        if self.mapping.header && !self.headed {
            self.headed = !row.broken;
            return;
        }
        let fitting = clock::orders(&self.time_text(row));
        if !fitting.is_empty() {
            let both: Vec<DateOrder> = self
                .orders
                .iter()
                .copied()
                .filter(|order| fitting.contains(order))
                .collect();
            // a damaged row does not undo what all others say
            if !both.is_empty() {
                self.orders = both;
            }
        }
    }

    /// Ends the first pass.
    fn decide(&mut self, settings: &mut Settings, batch: &mut Batch) {
        self.headed = false;
        if self.order.is_none() {
            // day before month is how the countries of this tool write; it is asked all the same
            self.order = self.orders.first().copied();
            let asked = batch
                .source
                .questions
                .iter()
                .any(|q| q.kind() == "date-order");
            if self.orders.len() > 1 && self.mapping.column(Role::Time).is_some() && !asked {
                let all_same = self.orders.len() == 3;
                if !all_same {
                    batch.source.questions.push(Question::DateOrder {
                        fitting: self
                            .orders
                            .iter()
                            .map(|order| order.id().to_owned())
                            .collect(),
                    });
                }
            }
        }
        let asked = batch.source.questions.iter().any(|q| q.kind() == "columns");
        if settings.ask && !asked {
            batch.source.questions.push(Question::Columns {
                mapping: self.mapping.clone(),
                rows: self.shown.clone(),
                confirmed: settings.mapping.is_some(),
            });
        }
    }

    fn read(
        &mut self,
        row: Row,
        batch: &mut Batch,
        settings: &mut Settings,
        container: &Container,
    ) -> Result<()> {
        let place = self.place(row.start, row.len);
        if !batch.begin(place) {
            return Ok(());
        }
        if row.broken {
            batch.reject(Code::MalformedRecord, place);
            return Ok(());
        }
        if self.mapping.header && !self.headed {
            self.headed = true;
            batch.skip(SkipReason::Preamble);
            return Ok(());
        }
        if row.fields.iter().all(|cell| cell.trim().is_empty()) {
            batch.skip(SkipReason::EmptyRow);
            return Ok(());
        }
        if !self.mapping.is_usable() {
            batch.reject(Code::UnknownFormat, place);
            return Ok(());
        }
        self.rows += 1;
        let message = self.message(&row, place, batch, settings, container);
        batch.push(message)
    }

    fn message(
        &self,
        row: &Row,
        place: Locator,
        batch: &mut Batch,
        settings: &mut Settings,
        container: &Container,
    ) -> Message {
        let mut message = Message {
            kind: MessageKind::Text,
            place,
            ..Message::default()
        };
        self.set_time(row, &mut message, batch, settings);
        let title = match self.cell(row, Role::Conversation) {
            "" => &self.title,
            title => title,
        };
        message.conversation = batch.conversation(title, ConversationKind::Direct);
        if let Some(conversation) = batch.conversations.get_mut(message.conversation.index()) {
            conversation.title = Some(title.to_owned());
        }
        message.direction = match self.cell(row, Role::Direction) {
            "" => Direction::Unknown,
            word => direction(word),
        };
        settings.owner_seen |= message.direction == Direction::Out;
        message.sender = self.person(row, batch, settings, &mut message.direction);
        for raw in self.cell(row, Role::Receiver).split([';', ',']) {
            let raw = raw.trim();
            if !raw.is_empty() {
                let id = batch.participant_by_name(raw, raw);
                message.extra_mut().recipients.push(id);
            }
        }
        let receivers = message.extra.as_ref().map(|extra| extra.recipients.clone());
        for id in message
            .sender
            .into_iter()
            .chain(receivers.unwrap_or_default())
        {
            batch.join(message.conversation, id);
        }
        if let Some(conversation) = batch.conversations.get_mut(message.conversation.index())
            && conversation.participants.len() > 2
        {
            conversation.kind = ConversationKind::Group;
        }
        message.body = self.cell(row, Role::Text).into();
        if message.direction == Direction::System {
            message.kind = MessageKind::System;
        }
        let present = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let subject = present(self.cell(row, Role::Subject));
        let quoted = present(self.cell(row, Role::Quoted));
        let reactions = self.cell(row, Role::Reactions);
        if subject.is_some() || quoted.is_some() || !reactions.is_empty() {
            let extra = message.extra_mut();
            extra.subject = subject;
            extra.quoted = quoted;
            if !reactions.is_empty() {
                extra
                    .details
                    .push(Detail::new(DetailKind::Reaction, reactions));
            }
        }
        for name in self.cell(row, Role::Attachment).split(['|', '\n']) {
            if !name.trim().is_empty() {
                let attachment = attached(name.trim(), self.member, container);
                message.extra_mut().attachments.push(attachment);
                if message.body.is_empty() {
                    message.kind = MessageKind::Media;
                }
            }
        }
        for (column, cell) in self.mapping.columns.iter().zip(&row.fields) {
            if column.role == Role::Other && !cell.trim().is_empty() {
                let raw = (column.header.clone(), cell.clone());
                message.extra_mut().raw.push(raw);
            }
        }
        message
    }

    fn set_time(
        &self,
        row: &Row,
        message: &mut Message,
        batch: &mut Batch,
        settings: &mut Settings,
    ) {
        let text = self.time_text(row);
        if text.is_empty() {
            return;
        }
        message.time = match clock::read(&text, self.order) {
            Some(Clock::Instant(ms)) => Timestamp::utc(&text, ms),
            Some(Clock::Offset(local, seconds)) => {
                let time = Timestamp::local(&text, local);
                Timestamp {
                    utc_ms: time.local_ms.map(|ms| ms - i64::from(seconds) * 1000),
                    basis: TimeBasis::Offset,
                    ..time
                }
            }
            Some(Clock::Date(date)) => Timestamp {
                basis: TimeBasis::DateOnly,
                ..Timestamp::local(&text, date.at(0, 0, 0, 0))
            },
            Some(Clock::Local(local)) => {
                settings.local_times = true;
                let mut time = Timestamp::local(&text, local);
                let zone = settings.zone.as_ref();
                if let Some(resolved) = zone.zip(time.local_ms).and_then(|(z, ms)| z.resolve(ms)) {
                    time.utc_ms = Some(resolved.utc_ms);
                    message.extra_mut().clock_change = resolved.clock_change;
                    settings.clock_changes += u32::from(resolved.clock_change);
                }
                time
            }
            None => {
                batch
                    .source
                    .accounting
                    .repair(RepairKind::BadDate, message.place);
                Timestamp {
                    original: text.as_str().into(),
                    basis: TimeBasis::Unparsed,
                    ..Timestamp::default()
                }
            }
        };
    }

    /// The sender, made on first sight. A cell that says "me" is the owner without a name.
    fn person(
        &self,
        row: &Row,
        batch: &mut Batch,
        settings: &mut Settings,
        direction: &mut Direction,
    ) -> Option<ParticipantId> {
        let (name, handle) = (
            self.cell(row, Role::Sender),
            self.cell(row, Role::SenderHandle),
        );
        if is_me(name) || (name.is_empty() && is_me(handle)) {
            *direction = Direction::Out;
            settings.owner_seen = true;
            return None;
        }
        let id = match (handle, name) {
            ("", "") => return None,
            ("", name) => batch.participant_by_name(name, name),
            (handle, name) => {
                let id = batch.participant_by_handle(handle);
                batch.name(id, name);
                id
            }
        };
        let owner = [name, handle]
            .iter()
            .filter(|raw| !raw.is_empty())
            .flat_map(|raw| owner_keys(raw))
            .any(|key| settings.owners.contains(&key));
        let sent = *direction == Direction::Out;
        settings.owner_seen |= owner || sent;
        if let Some(person) = batch.participants.get_mut(id.index()) {
            person.owner |= owner || sent;
        }
        if *direction == Direction::Unknown && !settings.owners.is_empty() {
            *direction = if owner { Direction::Out } else { Direction::In };
        }
        let shown = if name.is_empty() { handle } else { name };
        if settings.senders.len() < CANDIDATES && !settings.senders.iter().any(|s| s == shown) {
            settings.senders.push(shown.to_owned());
        }
        Some(id)
    }
}

/// Names offered with the question who the owner is.
const CANDIDATES: usize = 12;

fn is_me(cell: &str) -> bool {
    let cell = cell.to_lowercase();
    matches!(
        cell.as_str(),
        "me" | "mig" | "meg" | "jeg" | "jag" | "minä" | "you" | "dig" | "du" | "eg" | "myself"
    )
}

/// Words for sent, received and notices, in five languages; 1 and 2 as Android counts them.
fn direction(word: &str) -> Direction {
    match word.to_lowercase().as_str() {
        "incoming" | "in" | "received" | "inbox" | "modtaget" | "indgående" | "mottaget"
        | "inkommande" | "mottatt" | "innkommende" | "saapunut" | "vastaanotettu" | "1" => {
            Direction::In
        }
        "outgoing" | "out" | "sent" | "outbox" | "sendt" | "udgående" | "skickat" | "utgående"
        | "lähtevä" | "lähetetty" | "2" => Direction::Out,
        "draft" | "kladde" | "utkast" | "luonnos" | "3" => Direction::Draft,
        "notification" | "system" | "notice" => Direction::System,
        _ => Direction::Unknown,
    }
}

fn attached(name: &str, member: u32, container: &Container) -> Attachment {
    let found = container.named(name, member);
    let head = found.and_then(|index| container.head(index, SNIFF_BYTES).ok());
    Attachment {
        name: Some(name.to_owned()),
        declared: None,
        sniffed: head.as_deref().and_then(sniff_media),
        size: found
            .and_then(|index| container.members().get(index as usize))
            .map(|member| member.size),
        presence: if found.is_some() {
            Presence::Present
        } else {
            Presence::Missing
        },
        embedded: false,
        content: found.map_or(Content::Absent, Content::Member),
    }
}

/// Reads a saved mapping (JSON, `docs/formats/message-table.md`).
///
/// # Errors
/// [`Code::BadMapping`] when it is no such file or makes no messages.
pub fn read_mapping(text: &str) -> Result<Mapping> {
    let mapping: Mapping = serde_json::from_str(text).map_err(|error| {
        Error::new(Code::BadMapping)
            .with("line", error.line())
            .with("column", error.column())
    })?;
    if mapping.is_usable() {
        Ok(mapping)
    } else {
        Err(Error::new(Code::BadMapping)
            .with("line", 1)
            .with("column", 1))
    }
}
