//! One table: where its headers stand, in which order it writes dates, and the message of each row.

use super::{
    clock::{self, Clock},
    job::Settings,
    mapping::Settled,
    rows::Row,
    senders::{direction, is_shortened, unwrapped},
    workbook::Beside,
};
use crate::{
    container::{Container, magic::SNIFF_BYTES, sniff_media},
    error::{Code, Result},
    import::{Batch, DateOrder},
    model::{
        Attachment, Content, ConversationKind, Detail, DetailKind, Direction, Locator, Mapping,
        Message, MessageKind, Presence, Question, RepairKind, Role, SkipReason,
    },
    time::{TimeBasis, Timestamp},
};
use std::collections::BTreeSet;

/// What a conversation is called where no column names one.
pub(super) enum Title {
    /// The name of the file.
    Alone(String),
    /// One of several sheets: path of the workbook, name of the sheet.
    Sheet(String, String),
}

/// The table at hand.
pub(super) struct Table {
    /// The file.
    pub member: u32,
    /// Where its rows lie: the file, or the part of a workbook.
    place: u32,
    pub delimiter: u8,
    mapping: Mapping,
    /// The mapping that was given fits.
    pub fits: bool,
    /// Whole rows before the first message, and the headers among them.
    above: usize,
    headers: Vec<String>,
    passed: usize,
    /// Rows by the orders that their dates allow.
    votes: Votes,
    order: Option<DateOrder>,
    title: Title,
    shown: Vec<Vec<String>>,
    /// Notes, links and merged cells of a sheet.
    pub beside: Option<Beside>,
}

/// Rows whose date allows one order only, and whether one allows several.
#[derive(Default)]
struct Votes {
    dmy: u64,
    mdy: u64,
    ymd: u64,
    /// Orders that all open dates allow.
    open: Option<Vec<DateOrder>>,
    /// First and third numbers of open dates; each below a hundred where two digits are a year.
    first: BTreeSet<u32>,
    third: BTreeSet<u32>,
}

/// By how many different values days must outnumber years.
const DAYS_OVER_YEARS: usize = 3;

impl Votes {
    /// The orders that stay open. Where years have two digits, the end with far fewer different
    /// numbers is the year.
    fn open(&self) -> Vec<DateOrder> {
        let mut open = self.open.clone().unwrap_or_default();
        if open.contains(&DateOrder::Ymd) {
            if self.first.len() >= self.third.len() + DAYS_OVER_YEARS {
                open.retain(|order| *order != DateOrder::Ymd);
            } else if self.third.len() >= self.first.len() + DAYS_OVER_YEARS {
                open.retain(|order| *order == DateOrder::Ymd);
            }
        }
        open
    }
}

impl Table {
    pub fn new(
        member: u32,
        place: u32,
        delimiter: u8,
        settled: Settled,
        order: Option<DateOrder>,
        title: Title,
    ) -> Self {
        Self {
            member,
            place,
            delimiter,
            mapping: settled.mapping,
            fits: settled.fits,
            above: settled.above,
            headers: settled.headers,
            passed: 0,
            votes: Votes::default(),
            order,
            title,
            shown: settled.shown,
            beside: None,
        }
    }

    pub fn place(&self, start: u64, len: u64) -> Locator {
        Locator {
            member: self.place,
            start,
            len,
        }
    }

    pub(super) fn cell<'a>(&self, row: &'a Row, role: Role) -> &'a str {
        let cell = self.mapping.column(role).and_then(|at| row.fields.get(at));
        cell.map_or("", |cell| cell.trim())
    }

    /// Whether a cell holds lines that are rows themselves: a quote before them is not closed.
    pub fn swallowed_rows(&self, row: &Row) -> bool {
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
        let date = unwrapped(self.cell(row, Role::Time));
        clock::joined(date, unwrapped(self.cell(row, Role::Clock)))
    }

    /// Whether a row stands above the messages, or repeats the headers as a printed page does.
    fn is_above(&mut self, row: &Row) -> bool {
        if row.broken {
            return false;
        }
        self.passed += 1;
        let first = row.fields.first().map_or("", String::as_str);
        self.passed <= self.above
            || (!self.headers.is_empty() && row.fields == self.headers)
            || (self.passed == 1 && first.starts_with("sep="))
    }

    pub fn vote(&mut self, row: &Row) {
        if self.is_above(row) {
            return;
        }
        let text = self.time_text(row);
        let votes = &mut self.votes;
        match clock::vote(&text).as_slice() {
            [] => {}
            [DateOrder::Dmy] => votes.dmy += 1,
            [DateOrder::Mdy] => votes.mdy += 1,
            [DateOrder::Ymd] => votes.ymd += 1,
            fitting => {
                let open = votes.open.get_or_insert_with(|| fitting.to_vec());
                open.retain(|order| fitting.contains(order));
                if let Some((first, third)) = clock::outer_numbers(&text) {
                    votes.first.insert(first);
                    votes.third.insert(third);
                }
            }
        }
    }

    /// Ends the first pass.
    pub fn decide(
        &mut self,
        confirmed: bool,
        ask: bool,
        settings: &mut Settings,
        batch: &mut Batch,
    ) {
        self.passed = 0;
        if self.order.is_none() {
            self.decide_order(settings, batch);
        }
        let asked = batch.source.questions.iter().any(|q| q.kind() == "columns");
        if ask && !asked {
            batch.source.questions.push(Question::Columns {
                mapping: self.mapping.clone(),
                rows: std::mem::take(&mut self.shown),
                confirmed,
            });
        }
    }

    fn decide_order(&mut self, settings: &mut Settings, batch: &mut Batch) {
        let open = self.votes.open();
        let Votes { dmy, mdy, ymd, .. } = &self.votes;
        let tally = [
            (DateOrder::Dmy, *dmy),
            (DateOrder::Mdy, *mdy),
            (DateOrder::Ymd, *ymd),
        ];
        // day before month is how the countries of this tool write, and stands first
        let most = tally.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let best = tally.iter().find(|(_, count)| *count == most && most > 0);
        let rows_for = tally.iter().filter(|(_, count)| *count > 0).count();
        self.order = best
            .map(|(order, _)| *order)
            .or_else(|| open.first().copied())
            .or(Some(DateOrder::Dmy));
        if rows_for > 1 {
            let others = *dmy + *mdy + *ymd - most;
            settings.count("date-orders-mixed", others);
        }
        let fitting: Vec<DateOrder> = if rows_for > 1 && !open.is_empty() {
            tally
                .iter()
                .filter(|(order, count)| *count > 0 || open.contains(order))
                .map(|(order, _)| *order)
                .collect()
        } else if rows_for == 0 {
            open
        } else {
            Vec::new()
        };
        let asked = batch
            .source
            .questions
            .iter()
            .any(|q| q.kind() == "date-order");
        if fitting.len() > 1 && self.mapping.column(Role::Time).is_some() && !asked {
            batch.source.questions.push(Question::DateOrder {
                fitting: fitting.iter().map(|order| order.id().to_owned()).collect(),
            });
        }
    }

    /// Counts a row and makes its message. `links` are addresses that its formulas hold.
    pub fn read(
        &mut self,
        mut row: Row,
        links: &[String],
        batch: &mut Batch,
        settings: &mut Settings,
        container: &Container,
    ) -> Result<()> {
        let place = self.place(row.start, row.len);
        let above = self.is_above(&row);
        if !batch.begin(place) {
            if let Some(beside) = &mut self.beside {
                // they belong to the record that is an error already
                beside.take_notes(row.number);
            }
            return Ok(());
        }
        if row.broken {
            batch.reject(Code::MalformedRecord, place);
            return Ok(());
        }
        if above {
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
        let mapping = &self.mapping;
        let texts = |at: usize| {
            let role = mapping.columns.get(at).map(|column| column.role);
            matches!(role, Some(Role::Text | Role::Attachment))
        };
        if let Some(beside) = &mut self.beside {
            beside.fill(&mut row, |column| !texts(column));
        }
        let mut message = self.message(&row, place, batch, settings, container);
        let mut links = links.to_vec();
        let mut notes = Vec::new();
        if let Some(beside) = &mut self.beside {
            notes = beside.take_notes(row.number);
            links.extend(beside.take_links(row.number));
        }
        for link in links {
            if !row.fields.contains(&link) {
                let detail = Detail::new(DetailKind::Link, link);
                message.extra_mut().details.push(detail);
            }
        }
        for note in notes {
            let detail = Detail::new(DetailKind::Other, note);
            message.extra_mut().details.push(detail);
        }
        batch.push(message)
    }

    /// Notes on cells that belong to no message, as records of their own.
    pub fn rest(&mut self, batch: &mut Batch) -> Result<()> {
        let notes = self.beside.as_mut().map(Beside::notes_left);
        for note in notes.unwrap_or_default() {
            let place = self.place(0, 0);
            if !batch.begin(place) {
                continue;
            }
            let (key, title) = self.conversation_of("");
            let conversation = batch.conversation(&key, ConversationKind::Direct);
            batch.entitle(conversation, title);
            let items = &mut batch.source.items;
            *items.entry("note".to_owned()).or_default() += 1;
            batch.push(Message {
                kind: MessageKind::Entry,
                conversation,
                body: note.into(),
                place,
                ..Message::default()
            })?;
        }
        Ok(())
    }

    /// Key and title of a row's conversation.
    fn conversation_of(&self, cell: &str) -> (String, String) {
        match (cell, &self.title) {
            ("", Title::Alone(name)) => (name.clone(), name.clone()),
            ("", Title::Sheet(path, name)) => (format!("{path}/{name}"), name.clone()),
            (cell, _) => (cell.to_owned(), cell.to_owned()),
        }
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
        let (key, title) = self.conversation_of(self.cell(row, Role::Conversation));
        message.conversation = batch.conversation(&key, ConversationKind::Direct);
        batch.entitle(message.conversation, title);
        message.direction = match self.cell(row, Role::Direction) {
            "" => Direction::Unknown,
            word => direction(word),
        };
        settings.owner_seen |= message.direction == Direction::Out;
        message.sender = self.person(row, batch, settings, &mut message.direction);
        let receivers = self.cell(row, Role::Receiver);
        let marks: &[char] = if is_shortened(receivers) {
            &[]
        } else {
            &[';', ',']
        };
        for raw in receivers.split(marks) {
            let raw = unwrapped(raw.trim());
            settings.count("numbers-shortened", u64::from(is_shortened(raw)));
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
        for (at, cell) in row.fields.iter().enumerate() {
            // a row may be wider than what the columns were told by
            let column = self.mapping.columns.get(at);
            let other = column.is_none_or(|column| column.role == Role::Other);
            if other && !cell.trim().is_empty() {
                let header = column.map_or("", |column| column.header.as_str());
                let raw = (header.to_owned(), cell.clone());
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
        message.time = match clock::read_near(&text, self.order) {
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
