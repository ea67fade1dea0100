//! WhatsApp's "Export chat": a `.txt`, or a `.zip` with `_chat.txt` and media.
//!
//! The format has no specification: `docs/formats/whatsapp-txt.md` collects what exports of many
//! phones do. Two passes: the first votes over head shapes, date order and names ([`vote`],
//! [`senders`]), the second reads. Times are the phone's local clock without a zone; the zone is
//! asked, never guessed. Does not know ids, reactions, earlier texts of edited messages or which
//! sender is the owner: the export holds none of them.

mod header;
mod markers;
mod senders;
mod vote;

use super::{Answers, Batch, DateOrder, ImportJob, Importer, Input, Probe, handles, lines::Lines};
use crate::{
    container::{Container, magic::SNIFF_BYTES, sniff_media},
    error::{Code, Result},
    job::Budget,
    limits,
    model::{
        Attachment, Call, Content, ConversationId, ConversationKind, Direction, Locator, Message,
        MessageKind, ParticipantId, Presence, Question, RepairKind, SkipReason, Warning,
    },
    time::{TimeBasis, Timestamp, Zone},
};
use header::{Head, Shape, visible};
use markers::{Languages, Marker};
use senders::Senders;
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    rc::Rc,
};
use unicode_normalization::UnicodeNormalization;
use vote::{Verdict, Vote};

/// Lines of a probe that are looked at.
const PROBE_LINES: usize = 200;
/// Exports are cut at round numbers of messages (10,000 with media, 40,000 without).
const ROUND: u64 = 10_000;

/// The importer.
pub struct WhatsAppTxt;

impl Importer for WhatsAppTxt {
    fn id(&self) -> &'static str {
        "whatsapp-txt"
    }

    fn documentation_only(&self) -> bool {
        false
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let mut lines = probe
            .text
            .lines()
            .take(PROBE_LINES)
            .filter(|line| !visible(line).is_empty());
        let first = lines
            .next()
            .is_some_and(|line| header::read(line).is_some());
        let heads = lines.filter(|line| header::read(line).is_some()).count();
        match (first, heads) {
            (true, 1..) => 90,
            (true, 0) => 75,
            (false, 3..) => 60,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let zone = answers.zone.as_deref().map(Zone::named).transpose()?;
        let mut files: HashMap<String, Vec<u32>> = HashMap::new();
        for (index, member) in input.container.members().iter().enumerate() {
            if !member.system && !member.path.is_empty() {
                let name = file_key(member.path.rsplit('/').next().unwrap_or_default());
                files.entry(name).or_default().push(index as u32);
            }
        }
        Ok(Box::new(Job {
            container: input.container,
            members: input.members,
            name: input.name,
            next_member: 0,
            stage: Stage::Between,
            bytes_before: 0,
            common: Common {
                zone,
                zone_name: answers.zone.clone(),
                date_order: answers.date_order,
                owners: answers
                    .owners
                    .iter()
                    .flat_map(|raw| owner_keys(raw))
                    .collect(),
                files,
                ..Common::default()
            },
        }))
    }
}

/// A file name for comparing: archives hold names composed and decomposed.
fn file_key(name: &str) -> String {
    name.chars()
        .filter(|c| !header::is_invisible(*c))
        .nfc()
        .collect()
}

/// An owner is told by number or by name.
fn owner_keys(raw: &str) -> [String; 2] {
    [handles::normalise(raw).0, visible(raw).to_lowercase()]
}

struct Job {
    container: Rc<Container>,
    members: Vec<u32>,
    name: String,
    next_member: usize,
    stage: Stage,
    bytes_before: u64,
    common: Common,
}

enum Stage {
    Between,
    Survey(Box<Survey>),
    Read(Box<Reading>),
    /// Looking for messages in a changed hour of the suggested zone.
    ClockChanges {
        zone: Option<(String, Zone)>,
        next: usize,
        count: u32,
    },
}

/// What is shared by all chats of a source.
#[derive(Default)]
struct Common {
    zone: Option<Zone>,
    zone_name: Option<String>,
    date_order: Option<DateOrder>,
    owners: BTreeSet<String>,
    files: HashMap<String, Vec<u32>>,
    languages: Languages,
    omitted: u64,
    missing: u64,
    pasted: u64,
    mixed: bool,
    out_of_order: bool,
    open: BTreeSet<DateOrder>,
    local_times: bool,
    spoken: BTreeMap<ParticipantId, u64>,
    deleted_by_owner: BTreeSet<ParticipantId>,
}

/// First pass.
struct Survey {
    member: u32,
    lines: Lines,
    vote: Vote,
    senders: Senders,
}

/// Second pass.
struct Reading {
    member: u32,
    lines: Lines,
    verdict: Verdict,
    senders: Senders,
    conversation: ConversationId,
    next_head: usize,
    open: Option<Open>,
    messages: u64,
}

/// A message whose further lines are still coming.
struct Open {
    start: u64,
    end: u64,
    original: String,
    local: Option<jiff::civil::DateTime>,
    undated: bool,
    rest: String,
    damaged: u32,
    too_long: bool,
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if budget.spent() {
                return Ok(false);
            }
            match &mut self.stage {
                Stage::Between => self.open_next(batch)?,
                Stage::Survey(survey) => {
                    if !survey.line()? {
                        self.begin_reading(batch)?;
                    }
                }
                Stage::Read(reading) => {
                    if !reading.line(batch, &self.container, &mut self.common)? {
                        self.bytes_before += reading.lines.offset();
                        reading.close(batch, &self.container, &mut self.common)?;
                        self.stage = Stage::Between;
                    }
                }
                Stage::ClockChanges { zone, next, count } => {
                    let Some(message) = batch.messages.get(*next) else {
                        let suggested = zone.take().map(|(name, _)| name);
                        let clock_changes = *count;
                        self.finish(batch, suggested, clock_changes);
                        return Ok(true);
                    };
                    let changed = zone
                        .as_ref()
                        .zip(message.time.local_ms)
                        .and_then(|((_, zone), local)| zone.resolve(local))
                        .is_some_and(|resolved| resolved.clock_change);
                    *count += u32::from(changed);
                    *next += 1;
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        // both passes count half
        let at = match &self.stage {
            Stage::Survey(survey) => survey.lines.offset() / 2,
            Stage::Read(reading) => reading.lines.offset() / 2 + reading.lines.offset() / 2,
            Stage::Between | Stage::ClockChanges { .. } => 0,
        };
        self.bytes_before + at
    }
}

impl Job {
    fn open_next(&mut self, batch: &mut Batch) -> Result<()> {
        let Some(member) = self.members.get(self.next_member).copied() else {
            self.stage = Stage::ClockChanges {
                zone: self.suggested_zone(batch),
                next: 0,
                count: 0,
            };
            return Ok(());
        };
        self.next_member += 1;
        match self.container.open_text(member) {
            Ok(text) => {
                self.stage = Stage::Survey(Box::new(Survey {
                    member,
                    lines: Lines::new(Box::new(text)),
                    vote: Vote::default(),
                    senders: Senders::default(),
                }));
                Ok(())
            }
            Err(error) if error.code() == Code::Io => Err(error),
            Err(error) => {
                batch.reject(
                    error.code(),
                    Locator {
                        member,
                        start: 0,
                        len: 0,
                    },
                );
                batch.source.accounting.partial = true;
                Ok(())
            }
        }
    }

    fn begin_reading(&mut self, batch: &mut Batch) -> Result<()> {
        let Stage::Survey(survey) = std::mem::replace(&mut self.stage, Stage::Between) else {
            return Ok(());
        };
        let Survey {
            member,
            vote,
            senders,
            ..
        } = *survey;
        let verdict = vote.decide(self.common.date_order);
        self.common.pasted += u64::from(verdict.pasted);
        self.common.mixed |= verdict.mixed;
        self.common.out_of_order |= verdict.out_of_order;
        self.common.open.extend(&verdict.open);
        let text = self.container.open_text(member)?;
        self.stage = Stage::Read(Box::new(Reading {
            member,
            lines: Lines::new(Box::new(text)),
            verdict,
            senders,
            conversation: self.conversation(member, batch),
            next_head: 0,
            open: None,
            messages: 0,
        }));
        Ok(())
    }

    /// The chat of a member, by its title; two chats of one title stay two.
    fn conversation(&self, member: u32, batch: &mut Batch) -> ConversationId {
        let path = self
            .container
            .members()
            .get(member as usize)
            .map_or("", |member| &member.path);
        let of_archive = if self.members.len() == 1 {
            markers::title(&self.name)
        } else {
            None
        };
        let title = markers::title(path).or(of_archive);
        let name = title.clone().unwrap_or_else(|| {
            let path = if path.is_empty() { &self.name } else { path };
            path.trim_end_matches(".txt").to_owned()
        });
        let mut key = name.clone();
        let mut n = 1;
        while batch
            .conversations
            .iter()
            .any(|conversation| conversation.key == key)
        {
            n += 1;
            key = format!("{name} #{n}");
        }
        let id = batch.conversation(&key, ConversationKind::Direct);
        if let Some(conversation) = batch.conversations.get_mut(id.index()) {
            conversation.title = title;
        }
        id
    }

    /// The zone that language or numbers point to; asked all the same.
    fn suggested_zone(&self, batch: &Batch) -> Option<(String, Zone)> {
        if self.common.zone.is_some() || !self.common.local_times {
            return None;
        }
        const ZONES: [(&str, &str, &str); 4] = [
            ("da", "+45", "Europe/Copenhagen"),
            ("sv", "+46", "Europe/Stockholm"),
            ("nb", "+47", "Europe/Oslo"),
            ("fi", "+358", "Europe/Helsinki"),
        ];
        let by_language = self.common.languages.winner();
        let numbers = |prefix: &str| {
            let handles = batch
                .participants
                .iter()
                .flat_map(|participant| &participant.handles);
            handles
                .filter(|handle| handle.normalised.starts_with(prefix))
                .count()
        };
        let zone = ZONES
            .iter()
            .find(|(language, ..)| Some(*language) == by_language)
            .or_else(|| {
                let best = ZONES
                    .iter()
                    .rev()
                    .max_by_key(|(_, prefix, _)| numbers(prefix))?;
                (numbers(best.1) > 0).then_some(best)
            })
            .map(|(.., zone)| *zone)?;
        Some((zone.to_owned(), Zone::named(zone).ok()?))
    }

    fn finish(&mut self, batch: &mut Batch, suggested: Option<String>, clock_changes: u32) {
        let common = &mut self.common;
        let counted = [
            ("media-omitted", common.omitted),
            ("media-missing", common.missing),
            ("pasted-headers", common.pasted),
        ];
        for (id, count) in counted {
            if count > 0 {
                batch
                    .source
                    .warnings
                    .push(Warning::new(id, &[("count", count.to_string())]));
            }
        }
        for (id, said) in [
            ("mixed-shapes", common.mixed),
            ("times-run-back", common.out_of_order),
        ] {
            if said {
                batch.source.warnings.push(Warning::new(id, &[]));
            }
        }
        if !common.open.is_empty() {
            let fitting = common
                .open
                .iter()
                .map(|order| order.id().to_owned())
                .collect();
            batch.source.questions.push(Question::DateOrder { fitting });
        }
        batch.source.time_basis = if common.local_times {
            TimeBasis::LocalUnknown
        } else if batch.messages.is_empty() {
            TimeBasis::None
        } else {
            TimeBasis::Unparsed
        };
        batch.source.zone = common.zone_name.clone();
        if common.zone.is_none() && common.local_times {
            batch.source.questions.push(Question::TimeZone {
                suggested,
                clock_changes,
            });
        }
        if common.owners.is_empty() && !common.spoken.is_empty() {
            let mut people: Vec<_> = common.spoken.iter().collect();
            people.sort_by_key(|(person, count)| {
                (
                    !common.deleted_by_owner.contains(person),
                    std::cmp::Reverse(**count),
                    **person,
                )
            });
            let shown = |person: &ParticipantId| {
                let participant = batch.participants.get(person.index())?;
                let handle = participant.handles.first().map(|handle| handle.raw.clone());
                participant.names.first().cloned().or(handle)
            };
            let candidates = people
                .into_iter()
                .filter_map(|(person, _)| shown(person))
                .collect();
            batch.source.questions.push(Question::Owner { candidates });
        }
    }
}

impl Survey {
    fn line(&mut self) -> Result<bool> {
        if !self.lines.next()? {
            return Ok(false);
        }
        if !self.lines.continued {
            let text = String::from_utf8_lossy(&self.lines.line);
            if let Some(head) = header::read(&text) {
                self.vote.add(&head);
                self.senders.add(head.rest);
            }
        }
        Ok(true)
    }
}

impl Reading {
    fn line(
        &mut self,
        batch: &mut Batch,
        container: &Container,
        common: &mut Common,
    ) -> Result<bool> {
        if !self.lines.next()? {
            return Ok(false);
        }
        let line = std::mem::take(&mut self.lines.line);
        let text = String::from_utf8_lossy(&line);
        let damaged = matches!(text, Cow::Owned(_));
        let head = if self.lines.continued {
            None
        } else {
            header::read(&text)
        };
        let begins = head.is_some_and(|_| {
            let begins = self
                .verdict
                .begins
                .get(self.next_head)
                .copied()
                .unwrap_or(false);
            self.next_head += 1;
            begins
        });
        match (head, &mut self.open) {
            (Some(head), _) if begins => {
                self.flush(batch, container, common)?;
                let local = self.local(head.shape, &head);
                self.open = Some(Open {
                    start: self.lines.start,
                    end: self.lines.offset(),
                    original: head.text.to_owned(),
                    undated: local.is_none(),
                    local,
                    rest: head.rest.to_owned(),
                    damaged: u32::from(damaged),
                    too_long: false,
                });
            }
            (_, Some(open)) => {
                open.end = self.lines.offset();
                open.damaged += u32::from(damaged);
                if open.rest.len() + text.len() >= limits::BODY_BYTES as usize {
                    open.too_long = true;
                } else {
                    if !self.lines.continued {
                        open.rest.push('\n');
                    }
                    open.rest.push_str(&text);
                }
            }
            (_, None) => {
                if !visible(&text).is_empty() {
                    batch.skip(SkipReason::Preamble);
                }
            }
        }
        self.lines.line = line;
        Ok(true)
    }

    fn local(&self, shape: Shape, head: &Head<'_>) -> Option<jiff::civil::DateTime> {
        let order = self.verdict.orders.get(&shape).copied().flatten()?;
        header::date_time(header::date(head.date, order)?, head.second)
    }

    fn flush(
        &mut self,
        batch: &mut Batch,
        container: &Container,
        common: &mut Common,
    ) -> Result<()> {
        let Some(open) = self.open.take() else {
            return Ok(());
        };
        let place = Locator {
            member: self.member,
            start: open.start,
            len: open.end.saturating_sub(open.start),
        };
        self.messages += 1;
        if !batch.begin(place) {
            return Ok(());
        }
        if open.too_long {
            batch.reject(Code::LimitExceeded, place);
            return Ok(());
        }
        for _ in 0..open.damaged {
            batch.source.accounting.repair(RepairKind::BadBytes, place);
        }
        let mut message = Message {
            conversation: self.conversation,
            place,
            ..Message::default()
        };
        set_time(&mut message, &open, &self.verdict, batch, common);
        match self.senders.spoken(&open.rest) {
            Some(spoken) => {
                let alone = self.messages == 1 || self.senders.count(spoken.sender) == 1;
                let marked = spoken.marked;
                if (marked || alone)
                    && !self.is_content(spoken.text, common)
                    && markers::is_notice(spoken.text, marked, &mut common.languages)
                {
                    notice(&mut message, visible(spoken.text));
                    let sender = ("sender".to_owned(), spoken.sender.to_owned());
                    message.extra_mut().raw.push(sender);
                } else {
                    let person = person(spoken.sender, batch);
                    batch.join(self.conversation, person);
                    *common.spoken.entry(person).or_default() += 1;
                    message.sender = Some(person);
                    message.direction = direction(person, batch, common);
                    self.content(&mut message, person, spoken.text, batch, container, common);
                }
            }
            None => {
                let text = visible(&open.rest);
                notice(&mut message, text);
                markers::note_language(text, &mut common.languages);
                if let Some((Marker::Missed | Marker::Call, _)) =
                    markers::whole(&open.rest, &mut common.languages)
                {
                    message.kind = MessageKind::Call;
                    message.extra_mut().call = Some(Call {
                        seconds: 0,
                        answered: false,
                    });
                }
            }
        }
        batch.push(message)
    }

    /// True for what the app writes in a person's place: marked as notices are.
    fn is_content(&self, text: &str, common: &mut Common) -> bool {
        markers::whole(text, &mut common.languages).is_some()
            || markers::attached(text, |_| false).is_some()
    }

    /// Fills in what a person said.
    fn content(
        &self,
        message: &mut Message,
        person: ParticipantId,
        text: &str,
        batch: &mut Batch,
        container: &Container,
        common: &mut Common,
    ) {
        let mut text = text;
        if let Some(before) = markers::without_edited(text, &mut common.languages) {
            message.extra_mut().edited = true;
            text = before;
        }
        if let Some((marker, name)) = markers::whole(text, &mut common.languages) {
            match marker {
                Marker::Omitted(_) | Marker::Sticker | Marker::ViewOnce => {
                    common.omitted += 1;
                    let declared = match marker {
                        Marker::Omitted(kind) => kind,
                        Marker::Sticker => Some("image/webp"),
                        _ => None,
                    };
                    if marker == Marker::Sticker {
                        *batch.source.items.entry("stickers".to_owned()).or_default() += 1;
                    }
                    message.kind = match marker {
                        Marker::ViewOnce => MessageKind::ViewOnce,
                        Marker::Omitted(Some("text/vcard")) => MessageKind::Contact,
                        _ => MessageKind::Media,
                    };
                    message.extra_mut().attachments.push(Attachment {
                        name: name.map(str::to_owned),
                        declared: declared.map(str::to_owned),
                        sniffed: None,
                        size: None,
                        presence: Presence::Omitted,
                        embedded: false,
                        content: Content::Absent,
                    });
                    return;
                }
                Marker::Deleted | Marker::DeletedByOwner => {
                    message.kind = MessageKind::Deleted;
                    if marker == Marker::DeletedByOwner {
                        common.deleted_by_owner.insert(person);
                    }
                    return;
                }
                Marker::Missed | Marker::Call => {
                    message.kind = MessageKind::Call;
                    let answered = marker == Marker::Call;
                    message.extra_mut().call = Some(Call {
                        seconds: 0,
                        answered,
                    });
                }
                Marker::LiveLocation => message.kind = MessageKind::Location,
            }
            message.body = visible(text).into();
            return;
        }
        let is_member = |name: &str| common.files.contains_key(&file_key(name));
        if let Some((name, rest)) = markers::attached(text, is_member) {
            if markers::is_sticker(name) {
                *batch.source.items.entry("stickers".to_owned()).or_default() += 1;
            }
            let attachment = self.find(name, container, common);
            message.kind = if name.to_lowercase().ends_with(".vcf") {
                MessageKind::Contact
            } else if rest.is_empty() {
                MessageKind::Media
            } else {
                MessageKind::Text
            };
            message.body = rest.into();
            message.extra_mut().attachments.push(attachment);
            return;
        }
        message.body = visible(text).into();
        if markers::is_place(text) {
            message.kind = MessageKind::Location;
        } else if markers::is_poll(text) {
            message.kind = MessageKind::Poll;
        }
    }

    /// The file that a message names: beside the chat first, else anywhere in the archive.
    fn find(&self, name: &str, container: &Container, common: &mut Common) -> Attachment {
        let folder = |index: u32| {
            let path = container
                .members()
                .get(index as usize)
                .map_or("", |member| &member.path);
            path.rsplit_once('/')
                .map_or("", |(folder, _)| folder)
                .to_owned()
        };
        let found = common.files.get(&file_key(name)).and_then(|all| {
            let beside = all
                .iter()
                .find(|index| folder(**index) == folder(self.member));
            beside.or(all.first()).copied()
        });
        let member = found
            .and_then(|index| container.members().get(index as usize))
            .filter(|member| member.fault.is_none());
        if member.is_none() {
            common.missing += 1;
        }
        let head = found.and_then(|index| container.head(index, SNIFF_BYTES).ok());
        Attachment {
            name: Some(name.to_owned()),
            declared: None,
            sniffed: head.and_then(|head| sniff_media(&head)),
            size: member.map(|member| member.size),
            presence: if member.is_some() {
                Presence::Present
            } else {
                Presence::Missing
            },
            embedded: false,
            content: found
                .filter(|_| member.is_some())
                .map_or(Content::Absent, Content::Member),
        }
    }

    fn close(
        &mut self,
        batch: &mut Batch,
        container: &Container,
        common: &mut Common,
    ) -> Result<()> {
        self.flush(batch, container, common)?;
        if let Some(code) = self.lines.failure {
            let start = self.lines.offset();
            batch.reject(
                code,
                Locator {
                    member: self.member,
                    start,
                    len: 0,
                },
            );
            batch.source.accounting.partial = true;
            let path = container
                .members()
                .get(self.member as usize)
                .map_or("", |member| &member.path);
            batch.source.warnings.push(Warning::new(
                "ends-suddenly",
                &[("member", path.to_owned())],
            ));
        }
        if self.messages > 0 && self.messages.is_multiple_of(ROUND) {
            let count = [("count", self.messages.to_string())];
            batch
                .source
                .warnings
                .push(Warning::new("round-count", &count));
        }
        if let Some(conversation) = batch.conversations.get_mut(self.conversation.index())
            && conversation.participants.len() > 2
        {
            conversation.kind = ConversationKind::Group;
        }
        Ok(())
    }
}

fn set_time(
    message: &mut Message,
    open: &Open,
    verdict: &Verdict,
    batch: &mut Batch,
    common: &mut Common,
) {
    if let Some(local) = open.local {
        common.local_times = true;
        message.time = Timestamp::local(&open.original, local);
        let zone = common.zone.as_ref().zip(message.time.local_ms);
        if let Some(resolved) = zone.and_then(|(zone, local)| zone.resolve(local)) {
            message.time.utc_ms = Some(resolved.utc_ms);
            if resolved.clock_change {
                message.extra_mut().clock_change = true;
            }
        }
        return;
    }
    message.time = Timestamp {
        original: open.original.as_str().into(),
        basis: TimeBasis::Unparsed,
        ..Timestamp::default()
    };
    if open.undated && verdict.open.is_empty() {
        batch
            .source
            .accounting
            .repair(RepairKind::BadDate, message.place);
    }
}

fn notice(message: &mut Message, text: &str) {
    message.kind = MessageKind::System;
    message.direction = Direction::System;
    message.body = text.into();
}

/// The participant of a name as the export writes it; `~` marks a name that its owner chose.
fn person(sender: &str, batch: &mut Batch) -> ParticipantId {
    let shown = sender.strip_prefix('~').map_or(sender, visible);
    batch.participant_by_name(sender, if shown.is_empty() { sender } else { shown })
}

fn direction(person: ParticipantId, batch: &mut Batch, common: &Common) -> Direction {
    if common.owners.is_empty() {
        return Direction::Unknown;
    }
    let Some(participant) = batch.participants.get_mut(person.index()) else {
        return Direction::Unknown;
    };
    participant.owner = participant
        .names
        .iter()
        .any(|name| common.owners.contains(&name.to_lowercase()))
        || participant
            .handles
            .iter()
            .any(|handle| common.owners.contains(&handle.normalised));
    if participant.owner {
        Direction::Out
    } else {
        Direction::In
    }
}
