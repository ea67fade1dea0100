//! Rows as records, and what they say.

use crate::{
    container::{Container, magic::SNIFF_BYTES, sniff_media},
    error::Result,
    import::{
        Answers, Batch, Input,
        android_calls_sqlite::milliseconds,
        android_sms_sqlite::direction,
        attachment,
        files::{self, Fate, File, Format, Way},
        handles,
        json::{self, Number, Segment, Step, Text},
        ledger::Ledger,
    },
    json_record, limits,
    model::{
        Attachment, Call, Content, ConversationId, ConversationKind, Detail, DetailKind, Direction,
        Locator, Message, MessageKind, Presence, SkipReason, Warning,
    },
    time::{TimeBasis, Timestamp},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    io::Read,
    rc::Rc,
};

/// One row a line.
const LINES: &[&[Step]] = &[&[]];
/// The rows in a list.
const LIST: &[&[Step]] = &[&[Step::Items]];
/// Stands for the owner in own messages.
const OWN: &str = "insert-address-token";
/// The file of a part, in form 1.
const DATA: &[u8] = b"\"binary_data\"";

json_record! {
    struct Record {
        often {
            "_id" => id: Number,
            "thread_id" => thread: Number,
            "address" => address: Text,
            "date" => date: Number,
            "date_sent" => sent: Number,
            "type" => kind: Number,
            "body" => body: Text,
            "subject" => subject: Text,
            "__display_name" | "display_name" => name: Text,
            "msg_box" => box_of: Number,
            "m_type" => message_type: Number,
            "sub" => mms_subject: Text,
            "number" => number: Text,
            "duration" => seconds: Number,
            "name" => cached_name: Text,
            "transcription" => transcription: Text,
            "geocoded_location" => place_name: Text,
            "original_number" => blocked: Text,
            "e164_number" => blocked_normal: Text,
        }
        rare {
            "__sender_address" | "sender_address" => from: Option<Address>,
            "__recipient_addresses" | "recipient_addresses" => to: Vec<Address>,
            "__parts" | "parts" => parts: Vec<Part>,
            "raw_contacts" => contacts: Vec<RawContact>,
        }
    }
}

json_record! {
    struct Address {
        often {
            "address" => address: Text,
            "type" => kind: Number,
            "__display_name" | "display_name" => name: Text,
        }
        rare {}
    }
}

json_record! {
    struct Part {
        often {
            "ct" => media: Text,
            "text" => text: Text,
            "_data" => path: Text,
            "name" => name: Text,
            "fn" => file_name: Text,
            "cl" => location: Text,
            "binary_data" => data: Text,
        }
        rare {}
    }
}

json_record! {
    struct RawContact {
        often { "display_name" => name: Text, }
        rare { "contacts_data" => data: Vec<Datum>, }
    }
}

json_record! {
    struct Datum {
        often { "mimetype" => kind: Text, "data1" => value: Text, }
        rare {}
    }
}

/// The reading.
pub struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    own: BTreeSet<String>,
    threads: HashMap<i64, ConversationId>,
    reports: u64,
}

impl Reader {
    pub fn new(input: &Input, answers: &Answers) -> Result<Self> {
        let own = answers.owners.iter();
        Ok(Self {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            own: own.map(|raw| handles::normalise(raw).0).collect(),
            threads: HashMap::new(),
            reports: 0,
        })
    }

    /// The conversation of a thread; texts come first and name the other side.
    fn conversation(
        &mut self,
        thread: Option<i64>,
        others: &[&str],
        batch: &mut Batch,
    ) -> ConversationId {
        if let Some(known) = thread.and_then(|thread| self.threads.get(&thread)) {
            return *known;
        }
        let mut people: BTreeMap<String, &str> = BTreeMap::new();
        for other in others {
            let normalised = handles::normalise(other).0;
            if !normalised.is_empty() && !self.own.contains(&normalised) {
                people.entry(normalised).or_insert(other);
            }
        }
        let keys: Vec<&str> = people.keys().map(String::as_str).collect();
        let kind = if keys.len() > 1 {
            ConversationKind::Group
        } else {
            ConversationKind::Direct
        };
        let conversation = batch.conversation(&keys.join("~"), kind);
        for raw in people.values() {
            let person = batch.participant_by_handle(raw);
            batch.join(conversation, person);
        }
        if let Some(thread) = thread {
            self.threads.insert(thread, conversation);
        }
        conversation
    }

    fn text(&mut self, record: Record, place: Locator, batch: &mut Batch) -> Result<()> {
        let address = record.address.0.as_str();
        let conversation = self.conversation(record.thread.0, &[address], batch);
        let direction = direction(record.kind.0);
        let person = (!address.trim().is_empty()).then(|| batch.participant_by_handle(address));
        if let Some(person) = person {
            batch.name(person, &record.name.0);
        }
        let mut message = Message {
            conversation,
            sender: person.filter(|_| direction == Direction::In),
            direction,
            time: milliseconds(record.date.0).unwrap_or_default(),
            body: record.body.0.into(),
            place,
            ..Message::default()
        };
        if !record.subject.0.is_empty() {
            message.extra_mut().subject = Some(record.subject.0);
        }
        if let Some(sent) = milliseconds(record.sent.0) {
            message.extra_mut().sent = Some(sent);
        }
        keep(record.others, &mut message);
        batch.push(message)
    }

    fn multimedia(
        &mut self,
        record: Record,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<()> {
        let direction = direction(record.box_of.0);
        let real = |address: &&Address| !address.address.0.is_empty() && address.address.0 != OWN;
        let from = record.from.as_ref().filter(real);
        let to: Vec<&Address> = record.to.iter().filter(real).collect();
        if let (Direction::In, [only]) = (direction, to.as_slice()) {
            // what came to one number came to the owner's
            self.own.insert(handles::normalise(&only.address.0).0);
        }
        if let (Direction::Out, Some(from)) = (direction, from) {
            self.own.insert(handles::normalise(&from.address.0).0);
        }
        let all: Vec<&str> = from
            .iter()
            .chain(&to)
            .map(|address| address.address.0.as_str())
            .collect();
        let conversation = self.conversation(record.thread.0, &all, batch);
        let mut message = Message {
            conversation,
            direction,
            // multimedia messages count in seconds
            time: seconds(record.date.0),
            place,
            ..Message::default()
        };
        if let Some(from) = from {
            let person = batch.participant_by_handle(&from.address.0);
            batch.name(person, &from.name.0);
            message.sender = Some(person);
            if direction == Direction::In {
                batch.join(conversation, person);
            }
        }
        for address in to {
            let person = batch.participant_by_handle(&address.address.0);
            batch.name(person, &address.name.0);
            if direction != Direction::In {
                message.extra_mut().recipients.push(person);
            }
        }
        if record.sent.0.is_some_and(|count| count != 0) {
            message.extra_mut().sent = Some(seconds(record.sent.0));
        }
        if !record.mms_subject.0.is_empty() {
            message.extra_mut().subject = Some(record.mms_subject.0);
        }
        match record.message_type.0 {
            // what was announced and never fetched
            Some(130) => {
                let file = self.ledger.omitted(None);
                message.extra_mut().attachments.push(file);
            }
            Some(134..=136) => {
                self.reports += 1;
                message.kind = MessageKind::System;
                message.direction = Direction::System;
            }
            _ => {}
        }
        self.parts(record.parts, bytes, &mut message);
        keep(record.others, &mut message);
        if message.body.is_empty() && !message.attachments().is_empty() {
            message.kind = MessageKind::Media;
        }
        batch.push(message)
    }

    fn parts(&mut self, parts: Vec<Part>, bytes: &[u8], message: &mut Message) {
        let mut body = String::new();
        let mut inline = memchr::memmem::find_iter(bytes, DATA);
        for part in parts {
            let data = (!part.data.0.is_empty()).then(|| inline.next()).flatten();
            let media = part.media.0;
            if media == "application/smil" {
                continue;
            }
            if media == "text/plain" && part.path.0.is_empty() && data.is_none() {
                if !body.is_empty() {
                    body.push('\n');
                }
                body.push_str(&part.text.0);
                continue;
            }
            if !part.text.0.is_empty() {
                let text = Detail::new(DetailKind::Description, part.text.0);
                message.extra_mut().details.push(text);
            }
            let path = part.path.0.rsplit('/').next().unwrap_or_default();
            let named = [part.name.0, part.file_name.0, part.location.0];
            let mut file = match data.and_then(|at| self.inline(bytes, at, message.place)) {
                Some(file) => file,
                None => {
                    let path = format!("data/{path}");
                    self.ledger
                        .file(&self.container, &path, message.place.member)
                }
            };
            if let Some(name) = named.into_iter().find(|name| !name.is_empty()) {
                file.name = Some(name);
            }
            file.declared = Some(media).filter(|media| !media.is_empty());
            message.extra_mut().attachments.push(file);
        }
        message.body = body.into();
    }

    /// A file that stands in the record as base64, behind its name at `at`.
    fn inline(&self, bytes: &[u8], at: usize, place: Locator) -> Option<Attachment> {
        let behind = bytes.get(at + DATA.len()..)?;
        let open = behind.iter().position(|byte| *byte == b'"')?;
        let start = at + DATA.len() + open + 1;
        let letters = bytes.get(start..)?;
        let len = letters.iter().position(|byte| *byte == b'"')?;
        let letters = letters.get(..len)?;
        let counted = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        let count = letters.iter().filter(counted).count() as u64;
        let content = Content::Base64(Locator {
            member: place.member,
            start: place.start + start as u64,
            len: len as u64,
        });
        let mut head = Vec::new();
        // what cannot be decoded has no type; reading it says why
        let _ = attachment::decoded(letters)
            .take(SNIFF_BYTES as u64)
            .read_to_end(&mut head);
        Some(Attachment {
            name: None,
            declared: None,
            sniffed: sniff_media(&head),
            size: Some(count * 3 / 4),
            presence: Presence::Present,
            embedded: false,
            content,
        })
    }

    fn call(&mut self, record: Record, place: Locator, batch: &mut Batch) -> Result<()> {
        let number = record.number.0.as_str();
        let key = handles::normalise(number).0;
        let conversation = batch.conversation(&key, ConversationKind::Direct);
        // a withheld number is a negative one or none at all
        let person = (!key.is_empty()).then(|| batch.participant_by_handle(number));
        if let Some(person) = person {
            batch.join(conversation, person);
            for name in [&record.name.0, &record.cached_name.0] {
                batch.name(person, name);
            }
        }
        let seconds = record.seconds.0.unwrap_or_default().max(0) as u64;
        let (direction, answered) = match record.kind.0 {
            Some(1 | 7) => (Direction::In, true),
            Some(2) => (Direction::Out, seconds > 0),
            Some(3..=6) => (Direction::In, false),
            _ => (Direction::Unknown, seconds > 0),
        };
        let mut message = Message {
            conversation,
            sender: person.filter(|_| direction == Direction::In),
            direction,
            kind: MessageKind::Call,
            time: milliseconds(record.date.0).unwrap_or_default(),
            place,
            ..Message::default()
        };
        let extra = message.extra_mut();
        extra.call = Some(Call { seconds, answered });
        if let Some(kind) = record.kind.0 {
            extra.raw.push(("type".to_owned(), kind.to_string()));
        }
        for (kind, text) in [
            (DetailKind::Transcript, record.transcription.0),
            (DetailKind::Other, record.subject.0),
            (DetailKind::Location, record.place_name.0),
        ] {
            if !text.is_empty() {
                extra.details.push(Detail::new(kind, text));
            }
        }
        keep(record.others, &mut message);
        batch.push(message)
    }

    /// A contact gives names to numbers.
    fn contact(record: &Record, batch: &mut Batch) {
        batch.item("contact");
        let data = || record.contacts.iter().flat_map(|raw| &raw.data);
        let is = |datum: &&Datum, kind: &str| datum.kind.0.ends_with(kind);
        let mut values = data()
            .filter(|datum| is(datum, "/phone_v2") || is(datum, "/email_v2"))
            .map(|datum| datum.value.0.as_str())
            .filter(|value| !value.is_empty());
        let stated = data()
            .filter(|datum| is(datum, "/name"))
            .map(|datum| datum.value.0.as_str());
        let raw = record.contacts.iter().map(|raw| raw.name.0.as_str());
        let names: Vec<&str> = std::iter::once(record.name.0.as_str())
            .chain(stated)
            .chain(raw)
            .filter(|name| !name.is_empty())
            .collect();
        let person = match (values.next(), names.first()) {
            (Some(value), _) => batch.participant_by_handle(value),
            (None, Some(name)) => batch.participant_by_name(name, name),
            (None, None) => return,
        };
        for value in values {
            batch.handle(person, value);
        }
        for name in names {
            batch.name(person, name);
        }
    }
}

fn seconds(count: Option<i64>) -> Timestamp {
    let count = count.filter(|count| *count != 0);
    let instant = count.and_then(|count| Some((count, count.checked_mul(1000)?)));
    instant.map_or_else(Timestamp::default, |(count, ms)| {
        Timestamp::utc(&count.to_string(), ms)
    })
}

/// Keeps what says something about the phone; columns that only the phone itself uses are left
/// out, as are those without a value.
fn keep(others: json::Others, message: &mut Message) {
    for (name, value) in others {
        let plain = value.trim_matches('"');
        let said = !plain.is_empty() && !matches!(plain, "-1" | "0" | "null");
        if said && value.len() < limits::PROBE_BYTES && !name.ends_with("__base64__") {
            message.extra_mut().raw.push((name, plain.to_owned()));
        }
    }
}

impl Format for Reader {
    fn open(&mut self, file: &File, _batch: &mut Batch) -> Way {
        let start = file.head.trim_start_matches('\u{feff}').trim_start();
        Way::Json(if start.starts_with('[') { LIST } else { LINES })
    }

    fn value(
        &mut self,
        _file: &File,
        _path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let record = match files::record::<Record>(place, bytes, batch) {
            Ok(record) => record,
            Err(fate) => return Ok(fate),
        };
        let multimedia = record.box_of.0.is_some() || record.message_type.0.is_some();
        if multimedia || !record.parts.is_empty() {
            self.multimedia(record, place, bytes, batch)?;
        } else if !record.contacts.is_empty() {
            Self::contact(&record, batch);
        } else if record.seconds.0.is_some() {
            self.call(record, place, batch)?;
        } else if !record.blocked.0.is_empty() || !record.blocked_normal.0.is_empty() {
            batch.item("blocked-number");
            for number in [&record.blocked.0, &record.blocked_normal.0] {
                if !number.is_empty() {
                    batch.participant_by_handle(number);
                }
            }
        } else if record.date.0.is_some() || !record.body.0.is_empty() {
            self.text(record, place, batch)?;
        } else {
            batch.skip(SkipReason::UnknownElement);
        }
        Ok(Fate::Done)
    }

    fn finish(&mut self, batch: &mut Batch) {
        self.ledger.finish(batch);
        for participant in &mut batch.participants {
            participant.owner |= participant
                .handles
                .iter()
                .any(|handle| self.own.contains(&handle.normalised));
        }
        if batch.messages.is_empty() {
            batch.source.time_basis = TimeBasis::None;
        }
        if self.reports > 0 {
            let count = [("count", self.reports.to_string())];
            let warning = Warning::new("mms-reports", &count);
            batch.source.warnings.push(warning);
        }
    }
}
