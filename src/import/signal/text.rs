//! Texts that programs write from Signal Desktop's database: signal-export (`chat.md`) and sigtop
//! (`text` and `text-short`), one conversation a file.
//!
//! signal-export: `[2024-03-12 09:12:41] Anna: text`, before version 2 `[2024-03-12, 09:12]`; a
//! quotation, stickers, files and reactions as Markdown. sigtop: fields and a text for each message,
//! or a line `2024-03-12 09:12 Anna: text`. Times are the clock of the computer that exported; sigtop's
//! fields state the offset. What a person wrote may look like the next message: a record needs the
//! form of the first.

use super::text_parts;
use crate::{
    container::Container,
    error::{Code, Result},
    import::{Answers, Batch, ImportJob, Input, ledger::Ledger, lines::Lines},
    job::Budget,
    limits,
    model::{
        ConversationId, ConversationKind, Direction, Locator, Message, MessageKind, RepairKind,
        SkipReason, Warning,
    },
};
use std::rc::Rc;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// signal-export.
    Marked,
    /// sigtop, `text-short`.
    Short,
    /// sigtop, `text`.
    Fields,
}

impl Form {
    /// The form of a text, told by its beginning.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}');
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let first = lines.next()?;
        if first.starts_with("Conversation: ") {
            let typed = lines.take(3).any(|line| line.starts_with("Type: "));
            return typed.then_some(Form::Fields);
        }
        if let Some(head) = head(first, Form::Marked) {
            // WhatsApp's clock has seconds and its lines do not end in two spaces
            let marked = || {
                let heads = text
                    .lines()
                    .filter(|line| self::head(line, Form::Marked).is_some());
                let signs = text.lines().filter(|line| {
                    line.ends_with("  ") || line.contains("](./media/") || line.ends_with(" -)")
                });
                signs.count() * 2 >= heads.count()
            };
            return (!head.seconds || marked()).then_some(Form::Marked);
        }
        head(first, Form::Short)?;
        let more = text.lines().take(40);
        let heads = more.filter(|line| head(line, Form::Short).is_some());
        (heads.count() >= 2).then_some(Form::Short)
    }
}

/// The beginning of a message.
pub struct Head<'a> {
    time: &'a str,
    name: &'a str,
    rest: &'a str,
    seconds: bool,
}

/// Reads `[2024-03-12, 09:12] Anna: text` or `2024-03-12 09:12 Anna: text`.
pub fn head(line: &str, form: Form) -> Option<Head<'_>> {
    let line = line.trim_start_matches('\u{feff}');
    let (time, rest) = match form {
        Form::Marked => line.strip_prefix('[')?.split_once("] ")?,
        Form::Short => (line.get(..16)?, line.get(16..)?.strip_prefix(' ')?),
        Form::Fields => return None,
    };
    let (day, clock) = time.split_once(", ").or_else(|| time.split_once(' '))?;
    let shape = |text: &str| -> String {
        let digit = |c: char| if c.is_ascii_digit() { '0' } else { c };
        text.chars().map(digit).collect()
    };
    let seconds = match shape(clock).as_str() {
        "00:00" => false,
        "00:00:00" => true,
        _ => return None,
    };
    if shape(day) != "0000-00-00" {
        return None;
    }
    let (name, rest) = match rest.split_once(": ") {
        Some(parts) => parts,
        // nothing was written
        None => (rest.trim_end().strip_suffix(':')?, ""),
    };
    (!name.is_empty() && !name.starts_with("- ")).then_some(Head {
        time,
        name,
        rest,
        seconds,
    })
}

/// A message as it stands in the file.
#[derive(Default)]
pub struct Record {
    /// First byte.
    pub start: u64,
    /// Bytes up to the next one.
    pub end: u64,
    /// Time and name, where they stand on the first line.
    pub head: Option<(String, String)>,
    /// The lines behind them, or all lines.
    pub lines: Vec<String>,
    size: usize,
    cut: bool,
}

/// The job.
pub struct Job {
    container: Rc<Container>,
    members: std::vec::IntoIter<u32>,
    name: String,
    ledger: Ledger,
    open: Option<Open>,
    bytes: u64,
}

struct Open {
    lines: Lines,
    form: Form,
    member: u32,
    conversation: Option<ConversationId>,
    title: String,
    record: Option<Record>,
    /// "From: …" behind an empty line: a message if "Type: …" follows, else text.
    from: Option<(String, Locator)>,
}

impl Job {
    pub fn new(input: Input, answers: &Answers) -> Result<Self> {
        Ok(Self {
            container: input.container,
            members: input.members.into_iter(),
            name: input.name,
            ledger: Ledger::new(answers)?,
            open: None,
            bytes: 0,
        })
    }

    fn open_next(&mut self, batch: &mut Batch) -> Result<bool> {
        let Some(member) = self.members.next() else {
            return Ok(false);
        };
        let opened = self
            .container
            .head(member, limits::PROBE_BYTES)
            .and_then(|head| Ok((head, self.container.open_text(member)?)));
        let (head, text) = match opened {
            Ok(opened) => opened,
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                let place = Locator {
                    member,
                    ..Locator::default()
                };
                if batch.begin(place) {
                    batch.reject(error.code(), place);
                }
                batch.source.accounting.partial = true;
                return Ok(true);
            }
        };
        let form = Form::of(&String::from_utf8_lossy(&head)).unwrap_or(Form::Marked);
        let listed = self.container.members().get(member as usize);
        let path = listed.map_or("", |member| member.tree_path());
        let path = if path.is_empty() { &self.name } else { path };
        self.open = Some(Open {
            lines: Lines::new(Box::new(text)),
            form,
            member,
            conversation: None,
            title: title(path, &self.name),
            record: None,
            from: None,
        });
        Ok(true)
    }

    /// One line; false at the end of the file.
    fn line(&mut self, batch: &mut Batch) -> Result<bool> {
        let Some(open) = &mut self.open else {
            return Ok(false);
        };
        if !open.lines.next()? {
            open.give_back();
            let done = open.record.take();
            if let Some(code) = open.lines.failure {
                let place = Locator {
                    member: open.member,
                    start: open.lines.offset(),
                    len: 0,
                };
                if batch.begin(place) {
                    batch.reject(code, place);
                }
                batch.source.accounting.partial = true;
                batch
                    .source
                    .warnings
                    .push(Warning::new("ends-suddenly", &[]));
            }
            if let Some(record) = done {
                self.message(record, batch)?;
            }
            return Ok(false);
        }
        let place = Locator {
            member: open.member,
            start: open.lines.start,
            len: open.lines.offset() - open.lines.start,
        };
        let text = String::from_utf8_lossy(&open.lines.line).into_owned();
        let new = !open.lines.continued && open.begins(&text);
        if new && open.form == Form::Fields && text.starts_with("From: ") {
            open.give_back();
            open.from = Some((text, place));
            return Ok(true);
        }
        if !new {
            open.give_back();
        }
        if new {
            let from = open.from.take();
            let start = from.as_ref().map_or(place.start, |(_, place)| place.start);
            let mut record = Record {
                start,
                end: place.start + place.len,
                ..Record::default()
            };
            if let Some((from, _)) = from {
                record.add(from);
            }
            match head(&text, open.form) {
                Some(head) => {
                    record.head = Some((head.time.to_owned(), head.name.to_owned()));
                    record.add(head.rest.to_owned());
                }
                None => record.add(text),
            }
            if let Some(before) = open.record.replace(record) {
                self.message(before, batch)?;
            }
            return Ok(true);
        }
        match &mut open.record {
            Some(record) => {
                record.end = place.start + place.len;
                record.add(text);
            }
            None => {
                if let Some(title) = text.strip_prefix("Conversation: ") {
                    open.title = title.to_owned();
                }
                if !text.trim().is_empty() && batch.begin(place) {
                    batch.skip(SkipReason::Preamble);
                }
            }
        }
        Ok(true)
    }

    fn message(&mut self, record: Record, batch: &mut Batch) -> Result<()> {
        let Some(open) = &mut self.open else {
            return Ok(());
        };
        let place = Locator {
            member: open.member,
            start: record.start,
            len: record.end - record.start,
        };
        if !batch.begin(place) {
            return Ok(());
        }
        if record.cut {
            let repairs = &mut batch.source.accounting;
            repairs.repair(RepairKind::Truncated, place);
        }
        let conversation = match open.conversation {
            Some(known) => known,
            None => {
                let (name, _) = text_parts::name_and_handle(&open.title);
                let made = batch.conversation(&open.title, ConversationKind::Direct);
                batch.entitle(made, name.to_owned());
                open.conversation = Some(made);
                made
            }
        };
        let mut message = Message {
            conversation,
            place,
            ..Message::default()
        };
        let mut parts = text_parts::Parts {
            container: &self.container,
            ledger: &mut self.ledger,
            member: open.member,
            batch,
        };
        match open.form {
            Form::Fields => parts.fields(record, &mut message),
            Form::Short => parts.short(record, &mut message),
            Form::Marked => parts.marked(record, &mut message),
        }
        if message.body.contains('\u{fffd}') {
            let repairs = &mut batch.source.accounting;
            repairs.repair(RepairKind::BadBytes, place);
        }
        if message.kind == MessageKind::System {
            message.direction = Direction::System;
        }
        batch.push(message)
    }
}

impl Open {
    /// A line that looked like the beginning of a message is text.
    fn give_back(&mut self) {
        if let (Some((line, place)), Some(record)) = (self.from.take(), &mut self.record) {
            record.end = place.start + place.len;
            record.add(line);
        }
    }

    /// Whether a line begins a message.
    fn begins(&self, line: &str) -> bool {
        match self.form {
            Form::Fields => {
                // a message begins behind an empty line with "From:" and "Type:", or with "Type:"
                let before = self.record.as_ref().and_then(|record| record.lines.last());
                let after_gap = before.is_none_or(|line| line.is_empty());
                let typed = line.starts_with("Type: ") && (after_gap || self.from.is_some());
                typed || line.starts_with("From: ") && after_gap
            }
            form => head(line, form).is_some(),
        }
    }
}

impl Record {
    fn add(&mut self, line: String) {
        self.size += line.len() + 1;
        if self.size as u64 > limits::BODY_BYTES {
            self.cut = true;
        } else {
            self.lines.push(line);
        }
    }
}

/// What a conversation is called: its folder, where the file has the program's own name.
fn title(path: &str, source: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    match (stem, folder.rsplit('/').next().unwrap_or_default()) {
        ("chat" | "index", "") => source
            .rsplit_once('.')
            .map_or(source, |(stem, _)| stem)
            .to_owned(),
        ("chat" | "index", folder) => folder.to_owned(),
        _ => stem.to_owned(),
    }
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if self.open.is_none() && !self.open_next(batch)? {
                self.ledger.finish(batch);
                return Ok(true);
            }
            while self.open.is_some() {
                match self.line(batch) {
                    Ok(true) => {}
                    Ok(false) => {
                        if let Some(open) = self.open.take() {
                            self.bytes += open.lines.offset();
                        }
                    }
                    Err(error) => return Err(error),
                }
                if budget.spent() {
                    return Ok(false);
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        self.bytes + self.open.as_ref().map_or(0, |open| open.lines.offset())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let of = Form::of;
        assert_eq!(of("[2019-12-24, 12:23] Jane: Hi\n"), Some(Form::Marked));
        let new = "[2024-12-24 12:23:10] Me: Hej  \n\n[2024-12-24 12:24:10] Bo: Ja  \n";
        assert_eq!(of(new), Some(Form::Marked));
        // WhatsApp on a Swedish iPhone
        let other = "[2024-12-24 12:23:10] Me: Hej\n[2024-12-24 12:24:10] Bo: Ja\n";
        assert_eq!(of(other), None);
        let short = "2024-12-24 12:23 You: Hej\n2024-12-24 12:24 Bo: Ja\n";
        assert_eq!(of(short), Some(Form::Short));
        // WhatsApp on a Swedish Android phone
        let other = "2024-12-24 12:23 - Bo: Hej\n2024-12-24 12:24 - Bo: Ja\n";
        assert_eq!(of(other), None);
        let fields = "Conversation: Bo\n\nFrom: Bo\nType: incoming\nSent: unknown\n";
        assert_eq!(of(fields), Some(Form::Fields));
        assert_eq!(of("Conversation: Bo\n\nHej\n"), None);
        assert_eq!(of(""), None);
    }
}
