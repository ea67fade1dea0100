//! One mail into the model.

use super::{
    super::{Batch, html::numbered},
    threads::Threads,
};
use crate::{
    container::sniff_media,
    error::{Code, Result},
    limits,
    model::{
        Attachment, Content, ConversationKind, Detail, DetailKind, Direction, Locator, Message,
        MessageKind, ParticipantId, Presence, Question, RepairKind, Transfer, Warning,
    },
    time::{TimeBasis, Timestamp},
};
use mail_parser::{
    Address, DateTime, Encoding, HeaderName, HeaderValue, MessageParser, MessagePart, MimeHeaders,
    PartType, decoders::html::html_to_text,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is kept between the mails of a source.
pub(super) struct Reading {
    owners: BTreeSet<String>,
    threads: Threads,
    /// In how many mails an address takes part.
    addresses: BTreeMap<String, u64>,
    mails: u64,
    encrypted: u64,
    no_boundary: u64,
}

/// Head lines whose text a reader would see or that name people.
const SHOWN_HEADS: &[&str] = &[
    "bcc",
    "reply-to",
    "sender",
    "resent-from",
    "resent-to",
    "resent-cc",
    "organization",
    "keywords",
    "comments",
    "disposition-notification-to",
];
/// Head lines that are read into other places of the model, or that only machines read.
const READ_HEADS: &[&str] = &[
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "content-type",
    "content-transfer-encoding",
    "content-disposition",
    "mime-version",
];

impl Reading {
    pub fn new(owners: BTreeSet<String>) -> Self {
        Self {
            owners,
            threads: Threads::default(),
            addresses: BTreeMap::new(),
            mails: 0,
            encrypted: 0,
            no_boundary: 0,
        }
    }

    /// Reads one mail; the record is announced already.
    pub fn mail(&mut self, batch: &mut Batch, place: Locator, bytes: &[u8]) -> Result<()> {
        // mails inside mails are dropped one inside the other: their depth must stay small
        let enclosed = memchr::memmem::find_iter(bytes, b"essage/rfc822").count()
            + memchr::memmem::find_iter(bytes, b"ESSAGE/RFC822").count();
        if enclosed > limits::MAIL_ENCLOSED {
            batch.reject(Code::LimitExceeded, place);
            return Ok(());
        }
        let Some(mail) = MessageParser::default().parse(bytes) else {
            batch.reject(Code::MalformedRecord, place);
            return Ok(());
        };
        self.mails += 1;
        let time = time(&mail, bytes);
        if time.basis == TimeBasis::Unparsed {
            batch.source.accounting.repair(RepairKind::BadDate, place);
        }
        let from = people(batch, mail.from());
        let mut receivers = people(batch, mail.to());
        receivers.extend(people(batch, mail.cc()));
        let subject = mail.subject().unwrap_or_default().trim().to_owned();
        let mut answers = ids(mail.references());
        answers.extend(ids(mail.in_reply_to()));
        let conversation = self
            .threads
            .place(batch, mail.message_id(), &answers, &subject);
        let mut message = Message {
            conversation,
            sender: from.first().copied(),
            kind: MessageKind::Text,
            time,
            place,
            ..Message::default()
        };
        let own = |batch: &Batch, id: &ParticipantId| {
            batch.participants.get(id.index()).is_some_and(|person| {
                let mut handles = person.handles.iter();
                handles.any(|handle| self.owners.contains(&handle.normalised))
            })
        };
        message.direction = direction(
            &mail,
            message.sender.as_ref().map(|id| own(batch, id)),
            receivers.iter().any(|id| own(batch, id)),
        );
        for id in from.iter().chain(&receivers) {
            batch.join(conversation, *id);
            let person = batch.participants.get(id.index());
            if let Some(handle) = person.and_then(|person| person.handles.first()) {
                *self.addresses.entry(handle.normalised.clone()).or_default() += 1;
            }
        }
        if let Some(thread) = batch.conversations.get_mut(conversation.index())
            && thread.participants.len() > 2
        {
            thread.kind = ConversationKind::Group;
        }
        let mut parts = Parts::default();
        parts.mail(&mail, bytes, place, Depth::Outer);
        self.encrypted += u64::from(parts.encrypted);
        self.no_boundary += u64::from(parts.no_boundary(&mail));
        for kind in &parts.repairs {
            batch.source.accounting.repair(*kind, place);
        }
        message.body = parts.body.trim_end().into();
        let extra = message.extra_mut();
        extra.subject = (!subject.is_empty()).then_some(subject);
        extra.recipients = receivers;
        extra.attachments = parts.attachments;
        extra.details = heads(&mail, &mut extra.raw);
        extra.details.append(&mut parts.details);
        // senders beyond the first have no other place
        for id in from.iter().skip(1) {
            if !extra.recipients.contains(id) {
                extra.recipients.push(*id);
            }
        }
        batch.push(message)
    }

    /// Says what concerns the whole source.
    pub fn finish(&mut self, batch: &mut Batch) {
        for (id, count) in [
            ("mail-encrypted", self.encrypted),
            ("mail-parts-unmarked", self.no_boundary),
        ] {
            if count > 0 {
                let warning = Warning::new(id, &[("count", count.to_string())]);
                batch.source.warnings.push(warning);
            }
        }
        let found = |basis: &TimeBasis| batch.messages.iter().any(|m| m.time.basis == *basis);
        batch.source.time_basis = [
            TimeBasis::Offset,
            TimeBasis::Utc,
            TimeBasis::LocalUnknown,
            TimeBasis::Unparsed,
        ]
        .into_iter()
        .find(found)
        .unwrap_or_default();
        for person in &mut batch.participants {
            let mut handles = person.handles.iter();
            person.owner |= handles.any(|handle| self.owners.contains(&handle.normalised));
        }
        // an address that takes part in nearly every mail is likely the mailbox's own
        let candidates: Vec<String> = self
            .addresses
            .iter()
            .filter(|(_, count)| **count * 10 >= self.mails * 8)
            .map(|(address, _)| address.clone())
            .collect();
        if self.owners.is_empty() && self.mails >= 3 && !candidates.is_empty() {
            batch.source.questions.push(Question::Owner { candidates });
        }
    }
}

/// Out and draft where the mailbox's labels or the owner's address say so.
fn direction(
    mail: &mail_parser::Message<'_>,
    from_owner: Option<bool>,
    to_owner: bool,
) -> Direction {
    let labels = mail.header("X-Gmail-Labels").and_then(HeaderValue::as_text);
    let labelled = |word: &str| {
        labels.is_some_and(|labels| labels.split(',').any(|label| label.trim() == word))
    };
    match from_owner {
        _ if labelled("Drafts") => Direction::Draft,
        Some(true) => Direction::Out,
        _ if labelled("Sent") => Direction::Out,
        _ if to_owner => Direction::In,
        _ => Direction::Unknown,
    }
}

/// The people of an address list, made on first sight; a name without an address counts too.
fn people(batch: &mut Batch, list: Option<&Address<'_>>) -> Vec<ParticipantId> {
    let mut all = Vec::new();
    for entry in list.into_iter().flat_map(Address::iter) {
        let name = entry.name().map(str::trim).unwrap_or_default();
        let id = match entry.address().map(str::trim).filter(|a| !a.is_empty()) {
            Some(address) => batch.participant_by_handle(address),
            None if !name.is_empty() => batch.participant_by_name(name, name),
            None => continue,
        };
        batch.name(id, name);
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(id) => vec![id.to_string()],
        HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// The Date line. `-0000` says that the instant is right and the local clock unknown (RFC 5322
/// section 3.3); a line without any zone is a local time.
fn time(mail: &mail_parser::Message<'_>, bytes: &[u8]) -> Timestamp {
    let header = mail
        .headers()
        .iter()
        .rev()
        .find(|h| h.name == HeaderName::Date);
    let Some(header) = header else {
        return Timestamp::default();
    };
    let line = bytes
        .get(header.offset_start as usize..header.offset_end as usize)
        .unwrap_or_default();
    let original = String::from_utf8_lossy(line);
    let original = original.split_whitespace().collect::<Vec<_>>().join(" ");
    let unparsed = || Timestamp {
        original: original.as_str().into(),
        basis: TimeBasis::Unparsed,
        ..Timestamp::default()
    };
    let Some(date) = header.value.as_datetime().filter(|date| date.is_valid()) else {
        return unparsed();
    };
    let naive = DateTime {
        tz_before_gmt: false,
        tz_hour: 0,
        tz_minute: 0,
        ..*date
    };
    let local = naive.to_timestamp().saturating_mul(1000);
    let utc = date.to_timestamp().saturating_mul(1000);
    let bare = original.split('(').next().unwrap_or_default().trim();
    let zone = bare.rsplit(' ').next().unwrap_or_default();
    let zoned = zone.starts_with(['+', '-']) || zone.bytes().all(|b| b.is_ascii_alphabetic());
    let (utc_ms, local_ms, basis) = if !zoned {
        (None, Some(local), TimeBasis::LocalUnknown)
    } else if zone == "-0000" {
        (Some(utc), None, TimeBasis::Utc)
    } else {
        (Some(utc), Some(local), TimeBasis::Offset)
    };
    Timestamp {
        original: original.as_str().into(),
        utc_ms,
        local_ms,
        basis,
    }
}

/// Head lines that a reader sees become details; all others stay raw, up to a limit.
fn heads(mail: &mail_parser::Message<'_>, raw: &mut Vec<(String, String)>) -> Vec<Detail> {
    let mut details = Vec::new();
    let mut room = limits::MAIL_HEAD_BYTES;
    for (name, value) in mail.headers_raw() {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let lower = name.to_ascii_lowercase();
        if READ_HEADS.contains(&lower.as_str()) {
            continue;
        }
        let shown = SHOWN_HEADS.contains(&lower.as_str());
        let size = name.len() + value.len();
        if size > room {
            continue;
        }
        room -= size;
        if shown {
            let decoded = mail.header(name).map(plain).unwrap_or(value);
            details.push(Detail::new(
                DetailKind::Header,
                format!("{name}: {decoded}"),
            ));
        } else {
            raw.push((name.to_owned(), value));
        }
    }
    details
}

/// A head line's value as people read it.
fn plain(value: &HeaderValue<'_>) -> String {
    match value {
        HeaderValue::Address(list) => addresses(list),
        HeaderValue::Text(text) => text.to_string(),
        HeaderValue::TextList(list) => list.join(", "),
        _ => String::new(),
    }
}

fn addresses(list: &Address<'_>) -> String {
    let one = |entry: &mail_parser::Addr<'_>| match (entry.name(), entry.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (one, other) => one.or(other).unwrap_or_default().to_owned(),
    };
    list.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Outer,
    /// A mail inside the mail, whose offsets are still those of the file.
    Enclosed,
    /// A mail inside an encoded part: its offsets mean nothing outside.
    Encoded,
}

/// What the parts of a mail give.
#[derive(Default)]
struct Parts {
    body: String,
    details: Vec<Detail>,
    attachments: Vec<Attachment>,
    repairs: Vec<RepairKind>,
    encrypted: bool,
}

impl Parts {
    fn mail(
        &mut self,
        mail: &mail_parser::Message<'_>,
        bytes: &[u8],
        place: Locator,
        depth: Depth,
    ) {
        let mut plain = String::new();
        let mut from_html = Vec::new();
        for part in &mail.parts {
            if part.is_encoding_problem && !self.repairs.contains(&RepairKind::BadBytes) {
                self.repairs.push(RepairKind::BadBytes);
            }
            let kind = media_type(part);
            self.encrypted |= kind
                .as_deref()
                .is_some_and(|kind| kind == "multipart/encrypted" || kind.ends_with("pkcs7-mime"));
            let named = part.attachment_name().is_some()
                || part
                    .content_disposition()
                    .is_some_and(|d| d.is_attachment());
            match &part.body {
                PartType::Text(text) if !named => join(&mut plain, text),
                PartType::Html(html) if !named => {
                    self.links(html);
                    from_html.push(html_to_text(&numbered(html)));
                }
                PartType::Message(inner) if !named => {
                    let inner_depth = match (depth, part.encoding) {
                        (Depth::Encoded, _) => Depth::Encoded,
                        (_, Encoding::None) => Depth::Enclosed,
                        _ => Depth::Encoded,
                    };
                    self.enclosed(inner, bytes, place, inner_depth);
                }
                PartType::Multipart(_) => {}
                _ => self.attach(part, kind, named && depth == Depth::Outer, place, depth),
            }
        }
        for html in from_html {
            if plain.trim().is_empty() {
                join(&mut plain, &html);
            } else if says_more(&html, &plain) {
                // the two forms of a mail may differ: nothing of either is lost
                self.details.push(Detail::new(DetailKind::Other, html));
            }
        }
        if depth == Depth::Outer {
            self.body = plain;
        } else if !plain.trim().is_empty() {
            self.details
                .push(Detail::new(DetailKind::Other, plain.trim_end()));
        }
    }

    /// A mail inside the mail: its head lines and text become details.
    fn enclosed(
        &mut self,
        mail: &mail_parser::Message<'_>,
        bytes: &[u8],
        place: Locator,
        depth: Depth,
    ) {
        for name in ["From", "To", "Cc", "Date", "Subject", "Reply-To"] {
            let value = match mail.header(name) {
                Some(HeaderValue::DateTime(date)) => date.to_rfc822(),
                Some(value) => plain(value),
                None => continue,
            };
            if !value.is_empty() {
                let text = format!("{name}: {value}");
                self.details.push(Detail::new(DetailKind::Header, text));
            }
        }
        self.mail(mail, bytes, place, depth);
    }

    fn attach(
        &mut self,
        part: &MessagePart<'_>,
        declared: Option<String>,
        named: bool,
        place: Locator,
        depth: Depth,
    ) {
        let contents = part.contents();
        let content = match (depth, part.encoding) {
            (Depth::Encoded, _) => Content::Absent,
            (_, encoding) => Content::Encoded(
                Locator {
                    member: place.member,
                    start: place.start + u64::from(part.offset_body),
                    len: u64::from(part.offset_end.saturating_sub(part.offset_body)),
                },
                match encoding {
                    Encoding::None => Transfer::Identity,
                    Encoding::QuotedPrintable => Transfer::QuotedPrintable,
                    Encoding::Base64 => Transfer::Base64,
                },
            ),
        };
        self.attachments.push(Attachment {
            name: part.attachment_name().map(str::to_owned),
            declared,
            sniffed: (content != Content::Absent)
                .then(|| sniff_media(contents))
                .flatten(),
            size: Some(contents.len() as u64),
            presence: if content == Content::Absent {
                Presence::Missing
            } else {
                Presence::Present
            },
            embedded: !named,
            content,
        });
    }

    /// Addresses that only the HTML form holds.
    fn links(&mut self, html: &str) {
        let mut rest = html;
        while let Some(at) = rest.find("href=") {
            rest = rest.get(at + 5..).unwrap_or_default();
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = match quote {
                Some(quote) => rest.get(1..).unwrap_or_default().split(quote).next(),
                None => rest.split([' ', '>']).next(),
            };
            let Some(value) = value.filter(|v| v.starts_with("mailto:") || v.starts_with("http"))
            else {
                continue;
            };
            let known = |detail: &Detail| detail.kind == DetailKind::Link && detail.text == value;
            if self.details.len() < limits::MAIL_LINKS && !self.details.iter().any(known) {
                self.details.push(Detail::new(DetailKind::Link, value));
            }
        }
    }

    /// A multipart mail whose parts could not be told apart.
    fn no_boundary(&self, mail: &mail_parser::Message<'_>) -> bool {
        media_type(mail.root_part()).is_some_and(|kind| kind.starts_with("multipart/"))
            && mail.parts.len() == 1
    }
}

fn media_type(part: &MessagePart<'_>) -> Option<String> {
    let kind = part.content_type()?;
    let full = match kind.subtype() {
        Some(subtype) => format!("{}/{subtype}", kind.ctype()),
        None => kind.ctype().to_owned(),
    };
    Some(full.to_lowercase())
}

fn join(out: &mut String, text: &str) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    out.push_str(text);
}

/// Whether a text has words that another one lacks.
fn says_more(text: &str, other: &str) -> bool {
    let known: BTreeSet<&str> = words(other).collect();
    words(text).any(|word| !known.contains(word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
