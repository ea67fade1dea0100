//! From records to messages, and which conversation each belongs to.
//!
//! A conversation is the set of normalised addresses without the owner. For an mms the app joins
//! the addresses of a group with `~`; where it gives only one, the `addr` elements tell who else
//! is there. The owner's own number then stands among the receivers of a received group message:
//! only an answer can take it out, so the importer asks.

use super::{
    record::{self, Fields, contact_name},
    tags::Data,
    values::{Mended, unescape},
};
use crate::{
    container::sniff_media,
    error::{Code, Result},
    import::{Batch, handles},
    limits,
    model::{
        Attachment, Call, Content, ConversationId, ConversationKind, Direction, Locator, Message,
        MessageKind, ParticipantId, Presence,
    },
    time::{TimeBasis, Timestamp},
};
use base64::Engine as _;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Address kinds of an `addr` element (OMA MMS header fields).
const FROM: &str = "137";
/// What Android writes in place of the owner's number.
const OWNER_TOKEN: &str = "insert-address-token";
/// A network time this near to the phone's is not kept apart.
const SENT_TOLERANCE_MS: u64 = 60_000;

/// What is remembered over the records of a source.
#[derive(Default)]
pub(super) struct Threads {
    known: HashMap<String, (Option<ParticipantId>, ConversationId)>,
    /// Addresses that received what no thread names, and how often.
    receivers: BTreeMap<String, (u64, String)>,
    pub type_differs: u64,
    pub address_conflicts: u64,
    pub seconds: u64,
}

impl Threads {
    /// Thread and person of a record with one address field.
    fn of_address(
        &mut self,
        raw: &str,
        name: Option<&str>,
        batch: &mut Batch,
    ) -> (Option<ParticipantId>, ConversationId) {
        if let Some((person, conversation)) = self.known.get(raw).copied() {
            if let (Some(person), Some(name)) = (person, name) {
                batch.name(person, name);
            }
            return (person, conversation);
        }
        let entry = if raw.contains('~') {
            let parts: Vec<String> = raw.split('~').map(str::to_owned).collect();
            (None, group(&parts, name, batch))
        } else if raw.trim().is_empty() {
            (None, batch.conversation("", ConversationKind::Direct))
        } else {
            let person = batch.participant_by_handle(raw);
            let (key, _) = handles::normalise(raw);
            let conversation = batch.conversation(&key, ConversationKind::Direct);
            batch.join(conversation, person);
            if let Some(name) = name {
                batch.name(person, name);
            }
            (Some(person), conversation)
        };
        self.known.insert(raw.to_owned(), entry);
        entry
    }

    /// Numbers that may be the owner's, the likeliest first.
    pub fn owner_candidates(&self) -> Vec<String> {
        let mut all: Vec<_> = self.receivers.values().collect();
        all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        all.into_iter().map(|(_, raw)| raw.clone()).collect()
    }
}

/// A thread of several addresses.
fn group(addresses: &[String], title: Option<&str>, batch: &mut Batch) -> ConversationId {
    let mut people: BTreeMap<String, &str> = BTreeMap::new();
    for raw in addresses.iter().filter(|raw| !raw.trim().is_empty()) {
        people.entry(handles::normalise(raw).0).or_insert(raw);
    }
    let key = people
        .keys()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("~");
    let kind = if people.len() > 1 {
        ConversationKind::Group
    } else {
        ConversationKind::Direct
    };
    let conversation = batch.conversation(&key, kind);
    for raw in people.values() {
        let person = batch.participant_by_handle(raw);
        batch.join(conversation, person);
        if kind == ConversationKind::Direct
            && let Some(name) = title
        {
            batch.name(person, name);
        }
    }
    // the app's comma list of names is in no reliable order: it names the group, not its members
    if kind == ConversationKind::Group
        && let Some(conversation) = batch.conversations.get_mut(conversation.index())
        && conversation.title.is_none()
    {
        conversation.title = title.map(str::to_owned);
    }
    conversation
}

fn direction(kind: Option<&str>) -> Direction {
    match kind {
        Some("1") => Direction::In,
        Some("2") => Direction::Out,
        Some("3") => Direction::Draft,
        Some("4" | "5" | "6") => Direction::Failed,
        _ => Direction::Unknown,
    }
}

fn sender(direction: Direction, person: Option<ParticipantId>) -> Option<ParticipantId> {
    person.filter(|_| direction == Direction::In)
}

/// Adds a finished message with its repairs.
fn add(message: Message, mended: Mended, batch: &mut Batch) -> Result<()> {
    if message.time.basis == TimeBasis::Utc {
        batch.source.time_basis = TimeBasis::Utc;
    }
    for kind in mended.0 {
        batch.source.accounting.repair(kind, message.place);
    }
    batch.push(message)
}

fn sent(fields: &Fields<'_>, time: &Timestamp, mended: &mut Mended) -> Option<Timestamp> {
    let raw = fields
        .date_sent
        .filter(|raw| *raw != "0" && !raw.is_empty())?;
    let near = |ms: i64| {
        time.utc_ms
            .is_some_and(|at| at.abs_diff(ms) <= SENT_TOLERANCE_MS)
    };
    // nearly every message has such a time: nothing is made of it
    if record::instant(raw).is_some_and(|(ms, _)| near(ms)) {
        return None;
    }
    Some(record::time(Some(raw), mended).0)
}

fn keep_other(message: &mut Message, other: &[(&str, &str)], mended: &mut Mended) {
    for (key, value) in other {
        let value = unescape(value, mended).into_owned();
        message.extra_mut().raw.push(((*key).to_owned(), value));
    }
}

/// An `sms` element.
pub(super) fn sms(
    fields: &Fields<'_>,
    place: Locator,
    mut mended: Mended,
    batch: &mut Batch,
    threads: &mut Threads,
) -> Result<()> {
    let (time, seconds) = record::time(fields.date, &mut mended);
    threads.seconds += u64::from(seconds);
    let name = contact_name(fields.contact_name, &mut mended);
    let address = unescape(fields.address.unwrap_or_default(), &mut mended);
    let (person, conversation) = threads.of_address(&address, name.as_deref(), batch);
    let direction = direction(fields.kind);
    let sent = sent(fields, &time, &mut mended);
    let mut message = Message {
        conversation,
        sender: sender(direction, person),
        direction,
        time,
        body: unescape(fields.body.unwrap_or_default(), &mut mended).into(),
        place,
        ..Message::default()
    };
    if let Some(subject) = fields.subject {
        message.extra_mut().subject = Some(unescape(subject, &mut mended).into_owned());
    }
    if sent.is_some() {
        message.extra_mut().sent = sent;
    }
    if fields.null_text {
        let raw = ("body".to_owned(), "null".to_owned());
        message.extra_mut().raw.push(raw);
    }
    keep_other(&mut message, &fields.other, &mut mended);
    add(message, mended, batch)
}

/// A `call` element. Kinds: 1 incoming, 2 outgoing, 3 missed, 4 voicemail, 5 rejected, 6 blocked,
/// 7 answered on another device (Android `CallLog.Calls`).
pub(super) fn call(
    fields: &Fields<'_>,
    place: Locator,
    mut mended: Mended,
    batch: &mut Batch,
    threads: &mut Threads,
) -> Result<()> {
    let (time, seconds) = record::time(fields.date, &mut mended);
    threads.seconds += u64::from(seconds);
    let name = contact_name(fields.contact_name, &mut mended);
    let address = unescape(fields.address.unwrap_or_default(), &mut mended);
    let (person, conversation) = threads.of_address(&address, name.as_deref(), batch);
    let length = fields
        .duration
        .and_then(|raw| raw.trim().parse().ok())
        .unwrap_or(0_u64);
    let (direction, answered) = match fields.kind {
        Some("1" | "7") => (Direction::In, true),
        Some("2") => (Direction::Out, length > 0),
        Some("3" | "4" | "5" | "6") => (Direction::In, false),
        _ => (Direction::Unknown, length > 0),
    };
    let mut message = Message {
        conversation,
        sender: sender(direction, person),
        direction,
        kind: MessageKind::Call,
        time,
        place,
        ..Message::default()
    };
    message.extra_mut().call = Some(Call {
        seconds: length,
        answered,
    });
    keep_other(&mut message, &fields.other, &mut mended);
    add(message, mended, batch)
}

/// An `mms` element whose parts are still coming.
pub(super) struct Pending {
    pub start: u64,
    pub mended: Mended,
    /// Damage in one of its parts.
    pub fault: Option<Code>,
    /// Already in the account: its parts are only passed over.
    pub counted: bool,
    message: Message,
    thread: String,
    name: Option<String>,
    body: String,
    addresses: Vec<(String, bool)>,
}

impl Pending {
    /// An mms that is in the account already.
    pub fn counted(start: u64) -> Self {
        Self {
            start,
            mended: Mended::default(),
            fault: None,
            counted: true,
            message: Message::default(),
            thread: String::new(),
            name: None,
            body: String::new(),
            addresses: Vec::new(),
        }
    }

    pub fn new(fields: &Fields<'_>, start: u64, mut mended: Mended, threads: &mut Threads) -> Self {
        let (time, seconds) = record::time(fields.date, &mut mended);
        threads.seconds += u64::from(seconds);
        let name = contact_name(fields.contact_name, &mut mended).map(String::from);
        let thread = unescape(fields.address.unwrap_or_default(), &mut mended).into_owned();
        let sent = sent(fields, &time, &mut mended);
        let mut message = Message {
            direction: direction(fields.msg_box),
            time,
            ..Message::default()
        };
        if let Some(subject) = fields.subject.filter(|subject| !subject.is_empty()) {
            message.extra_mut().subject = Some(unescape(subject, &mut mended).into_owned());
        }
        if sent.is_some() {
            message.extra_mut().sent = sent;
        }
        keep_other(&mut message, &fields.other, &mut mended);
        Self {
            start,
            mended,
            fault: None,
            counted: false,
            message,
            thread,
            name,
            body: String::new(),
            addresses: Vec::new(),
        }
    }

    /// A `part` element.
    pub fn part(
        &mut self,
        fields: &Fields<'_>,
        member: u32,
        data: Option<Data>,
        threads: &mut Threads,
    ) {
        if self.counted {
            return;
        }
        let declared = unescape(fields.ct.unwrap_or_default(), &mut self.mended).to_lowercase();
        if declared == "application/smil" {
            return;
        }
        // an absent value is written out as `null`, also for data
        let data = data.filter(|data| data.len > 0 && data.first() != b"null");
        if let Some(text) = fields.text
            && (data.is_none() || declared == "text/plain")
        {
            self.add_text(text);
            if data.is_none() {
                return;
            }
        } else if data.is_none() && declared.starts_with("text/") {
            return;
        }
        let name = fields
            .file_names
            .iter()
            .flatten()
            .find(|name| !name.is_empty())
            .map(|name| unescape(name, &mut self.mended).into_owned());
        let sniffed = data.and_then(|data| sniff_media(&decoded_head(data.first())));
        if differs(&declared, sniffed) {
            threads.type_differs += 1;
        }
        self.message.extra_mut().attachments.push(Attachment {
            name,
            declared: (!declared.is_empty()).then_some(declared),
            sniffed,
            size: data.and_then(|data| data.decoded_size()),
            presence: if data.is_some() {
                Presence::Present
            } else {
                Presence::Missing
            },
            embedded: false,
            content: data.map_or(Content::Absent, |data| {
                Content::Base64(Locator {
                    member,
                    start: data.start,
                    len: data.len,
                })
            }),
        });
    }

    fn add_text(&mut self, raw: &str) {
        let text = unescape(raw, &mut self.mended);
        if self.body.len() + text.len() >= limits::BODY_BYTES as usize {
            self.fault = Some(Code::LimitExceeded);
            return;
        }
        if !self.body.is_empty() && !text.is_empty() {
            self.body.push('\n');
        }
        self.body.push_str(&text);
    }

    /// An `addr` element.
    pub fn addr(&mut self, fields: &Fields<'_>) {
        let Some(raw) = fields.address.filter(|raw| !raw.trim().is_empty()) else {
            return;
        };
        let address = unescape(raw, &mut self.mended).into_owned();
        if address != OWNER_TOKEN && !self.counted {
            self.addresses.push((address, fields.kind == Some(FROM)));
        }
    }

    /// The end of the element.
    pub fn finish(
        mut self,
        place: Locator,
        batch: &mut Batch,
        threads: &mut Threads,
        owners: &BTreeSet<String>,
    ) -> Result<()> {
        if self.counted {
            return Ok(());
        }
        if let Some(code) = self.fault {
            batch.reject(code, place);
            return Ok(());
        }
        self.message.place = place;
        self.message.kind = if self.body.is_empty() && !self.message.attachments().is_empty() {
            MessageKind::Media
        } else {
            MessageKind::Text
        };
        self.message.body = std::mem::take(&mut self.body).into();
        self.assign(batch, threads, owners);
        add(self.message, self.mended, batch)
    }

    /// Finds conversation, sender and receivers.
    fn assign(&mut self, batch: &mut Batch, threads: &mut Threads, owners: &BTreeSet<String>) {
        let key = |raw: &str| handles::normalise(raw).0;
        let from = self
            .addresses
            .iter()
            .find(|(_, from)| *from)
            .map(|(raw, _)| raw.clone());
        let mut others: BTreeMap<String, String> = BTreeMap::new();
        for (raw, is_from) in &self.addresses {
            if !is_from {
                others.entry(key(raw)).or_insert_with(|| raw.clone());
            }
        }
        let thread: BTreeSet<String> = self
            .thread
            .split('~')
            .map(key)
            .filter(|address| !address.is_empty())
            .collect();
        let incoming = self.message.direction == Direction::In;
        let strangers: Vec<&String> = others
            .keys()
            .filter(|other| !owners.contains(*other))
            .collect();
        let (person, conversation) =
            if thread.len() > 1 || (strangers.len() < 2 && !thread.is_empty()) {
                threads.of_address(&self.thread, self.name.as_deref(), batch)
            } else {
                let from_other = from.iter().filter(|_| incoming).cloned();
                let members: Vec<String> = others
                    .values()
                    .cloned()
                    .chain(from_other)
                    .filter(|raw| !owners.contains(&key(raw)))
                    .collect();
                match &*members {
                    [] => threads.of_address(&self.thread, self.name.as_deref(), batch),
                    _ => (None, group(&members, self.name.as_deref(), batch)),
                }
            };
        self.message.conversation = conversation;
        let from_key = from.as_deref().map(key);
        let in_thread = from_key
            .as_ref()
            .is_none_or(|from| thread.is_empty() || thread.contains(from));
        self.message.sender = match (incoming, &from) {
            (true, Some(from)) => {
                let sender = batch.participant_by_handle(from);
                batch.join(conversation, sender);
                Some(sender)
            }
            (true, None) => person,
            (false, Some(from)) if !in_thread => {
                // whoever sent what lies among the sent messages is the owner
                let owner = batch.participant_by_handle(from);
                if self.message.direction == Direction::Out
                    && let Some(owner) = batch.participants.get_mut(owner.index())
                {
                    owner.owner = true;
                }
                Some(owner)
            }
            _ => None,
        };
        if incoming && !in_thread {
            self.message.extra_mut().address_conflict = true;
            threads.address_conflicts += 1;
        }
        let is_group = batch
            .conversations
            .get(conversation.index())
            .is_some_and(|conversation| conversation.kind == ConversationKind::Group);
        for (normalised, raw) in &others {
            let person = batch.participant_by_handle(raw);
            if incoming && !owners.contains(normalised) && !thread.contains(normalised) {
                let entry = threads
                    .receivers
                    .entry(normalised.clone())
                    .or_insert((0, raw.clone()));
                entry.0 += 1;
            }
            if is_group {
                self.message.extra_mut().recipients.push(person);
            }
        }
    }
}

/// Enough of a base64 value to tell what it is.
fn decoded_head(letters: &[u8]) -> Vec<u8> {
    let whole = letters.len() / 4 * 4;
    let letters = letters.get(..whole).unwrap_or_default();
    base64::engine::general_purpose::STANDARD
        .decode(letters)
        .unwrap_or_default()
}

/// True when bytes and declaration contradict each other. Sound and video share containers.
fn differs(declared: &str, sniffed: Option<&'static str>) -> bool {
    let Some(sniffed) = sniffed else { return false };
    let declared = declared.split(';').next().unwrap_or_default().trim();
    let declared = match declared {
        "image/jpg" | "image/pjpeg" => "image/jpeg",
        "image/x-png" => "image/png",
        "image/x-ms-bmp" => "image/bmp",
        "" | "application/octet-stream" => return false,
        other => other,
    };
    let timed = |media: &str| {
        media.starts_with("audio/") || media.starts_with("video/") || media == "application/ogg"
    };
    if timed(declared) && timed(sniffed) {
        return false;
    }
    let vcard = |media: &str| matches!(media, "text/vcard" | "text/x-vcard" | "text/directory");
    if vcard(declared) && vcard(sniffed)
        || sniffed == "application/zip" && declared.starts_with("application/")
    {
        return false;
    }
    declared != sniffed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contradictions() {
        assert!(differs("image/jpeg", Some("image/png")));
        assert!(!differs("image/jpg", Some("image/jpeg")));
        assert!(!differs("audio/amr", Some("video/3gpp")));
        assert!(!differs("image/jpeg", None));
        assert!(differs("image/jpeg", Some("application/pdf")));
    }

    #[test]
    fn kinds() {
        assert_eq!(direction(Some("3")), Direction::Draft);
        assert_eq!(direction(Some("5")), Direction::Failed);
        assert_eq!(direction(None), Direction::Unknown);
    }
}
