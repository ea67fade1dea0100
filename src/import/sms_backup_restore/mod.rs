//! Android "SMS Backup & Restore" by SyncTech (and apps that write its form, such as Silence):
//! `<smses>` with `sms` and `mms`, `<calls>` with `call`.
//!
//! Source: the app's published schema and `docs/formats/sms-backup-restore.md`, which names what
//! real files do beside it. Times are milliseconds since 1970 in UTC. Memory is bounded by one
//! tag without its base64 (`limits::BODY_BYTES`); pictures stay where they are. Does not join the
//! twins of overlapping backups and does not read `readable_date` (local text without zone).

mod message;
mod record;
mod tags;
mod values;

use super::{Answers, Batch, ImportJob, Importer, Input, Probe, handles};
use crate::{
    container::Container,
    error::{Code, Result},
    job::Budget,
    model::{Handle, Locator, Question, RepairKind, SkipReason, Warning},
};
use message::{Pending, Threads};
use record::Fields;
use std::{borrow::Cow, collections::BTreeSet, ops::Range, rc::Rc};
use tags::{Piece, Tags};
use values::Mended;

/// The importer.
pub struct SmsBackupRestore;

impl Importer for SmsBackupRestore {
    fn id(&self) -> &'static str {
        "sms-backup-restore"
    }

    fn documentation_only(&self) -> bool {
        false
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let holds =
            |word: &str| memchr::memmem::find(probe.text.as_bytes(), word.as_bytes()).is_some();
        if holds("<smses") || holds("<calls") && (holds("<call ") || holds("count=")) {
            95
        } else if (holds("<sms ") || holds("<mms ")) && holds("address=") && holds("date=") {
            // a piece of such a file
            80
        } else {
            0
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Job {
            owners: answers
                .owners
                .iter()
                .map(|raw| handles::normalise(raw).0)
                .collect(),
            container: input.container,
            members: input.members,
            next_member: 0,
            open: None,
            threads: Threads::default(),
            bytes_before: 0,
            asked: !answers.owners.is_empty(),
        }))
    }
}

struct Job {
    container: Rc<Container>,
    members: Vec<u32>,
    next_member: usize,
    open: Option<Member>,
    threads: Threads,
    owners: BTreeSet<String>,
    bytes_before: u64,
    asked: bool,
}

/// The member at hand.
struct Member {
    index: u32,
    tags: Tags,
    /// An mms element whose end has not come yet.
    pending: Option<Pending>,
    /// Name of an element that is left out with everything in it.
    unknown: Option<String>,
    /// Children of a damaged mms follow: they belong to a record that is counted already.
    orphans: bool,
    declared: Option<u64>,
    found: u64,
    root_open: bool,
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if budget.spent() {
                return Ok(false);
            }
            let Some(member) = &mut self.open else {
                if !self.open_next(batch)? {
                    self.finish(batch);
                    return Ok(true);
                }
                continue;
            };
            let more = member.piece(batch, &mut self.threads, &self.owners)?;
            if !more && let Some(member) = self.open.take() {
                self.bytes_before += member.tags.offset();
                member.close(batch, &self.container);
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        self.bytes_before + self.open.as_ref().map_or(0, |member| member.tags.offset())
    }
}

impl Job {
    fn open_next(&mut self, batch: &mut Batch) -> Result<bool> {
        let Some(index) = self.members.get(self.next_member).copied() else {
            return Ok(false);
        };
        self.next_member += 1;
        match self.container.open_text(index) {
            Ok(text) => {
                self.open = Some(Member {
                    index,
                    tags: Tags::new(Box::new(text)),
                    pending: None,
                    unknown: None,
                    orphans: false,
                    declared: None,
                    found: 0,
                    root_open: false,
                });
            }
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                batch.reject(
                    error.code(),
                    Locator {
                        member: index,
                        start: 0,
                        len: 0,
                    },
                );
                batch.source.accounting.partial = true;
            }
        }
        Ok(true)
    }

    fn finish(&mut self, batch: &mut Batch) {
        let warnings = [
            ("type-differs", self.threads.type_differs),
            ("address-conflict", self.threads.address_conflicts),
            ("seconds-as-milliseconds", self.threads.seconds),
        ];
        for (id, count) in warnings {
            if count > 0 {
                batch
                    .source
                    .warnings
                    .push(Warning::new(id, &[("count", count.to_string())]));
            }
        }
        for participant in &mut batch.participants {
            let known = |handle: &Handle| self.owners.contains(&handle.normalised);
            participant.owner |= participant.handles.iter().any(known);
        }
        let named = batch
            .participants
            .iter()
            .any(|participant| participant.owner);
        let candidates = self.threads.owner_candidates();
        if !self.asked && !named && !candidates.is_empty() {
            batch.source.questions.push(Question::Owner { candidates });
        }
    }
}

impl Member {
    fn place(&self, start: u64) -> Locator {
        Locator {
            member: self.index,
            start,
            len: self.tags.offset().saturating_sub(start),
        }
    }

    /// Handles the next piece; false at the end.
    fn piece(
        &mut self,
        batch: &mut Batch,
        threads: &mut Threads,
        owners: &BTreeSet<String>,
    ) -> Result<bool> {
        match self.tags.next()? {
            Piece::Tag => self.tag(batch, threads, owners)?,
            Piece::Broken(code) => self.damaged(batch, code),
            Piece::Cut => self.damaged(batch, self.tags.failure.unwrap_or(Code::Truncated)),
            // what is left of a tag whose opening bracket is gone
            Piece::Stray => match &mut self.pending {
                Some(pending) => pending.fault = Some(Code::MalformedRecord),
                None if self.unknown.is_none() => self.reject(batch, Code::MalformedRecord),
                None => {}
            },
            Piece::End => return Ok(false),
        }
        Ok(true)
    }

    /// A damaged tag: inside an mms it costs that record, else it is one.
    fn damaged(&mut self, batch: &mut Batch, code: Code) {
        match &mut self.pending {
            Some(pending) if !is_record(&self.tags.text) => pending.fault = Some(code),
            Some(_) => {
                self.give_up(batch, Code::MalformedRecord);
                self.reject(batch, code);
            }
            None if self.unknown.is_none() && !(self.orphans && is_child(&self.tags.text)) => {
                self.reject(batch, code);
            }
            None => {}
        }
    }

    fn reject(&mut self, batch: &mut Batch, code: Code) {
        batch.reject(code, self.place(self.tags.start));
        self.found += 1;
        self.orphans = true;
    }

    /// Ends an mms that has no proper end.
    fn give_up(&mut self, batch: &mut Batch, code: Code) {
        if let Some(pending) = self.pending.take()
            && !pending.counted
        {
            let place = self.place(pending.start);
            batch.reject(
                pending.fault.unwrap_or(code),
                Locator {
                    len: self.tags.start.saturating_sub(pending.start),
                    ..place
                },
            );
        }
    }

    fn tag(
        &mut self,
        batch: &mut Batch,
        threads: &mut Threads,
        owners: &BTreeSet<String>,
    ) -> Result<()> {
        let bytes = std::mem::take(&mut self.tags.text);
        let places = std::mem::take(&mut self.tags.attributes);
        let result = self.read_tag(&bytes, &places, batch, threads, owners);
        self.tags.text = bytes;
        self.tags.attributes = places;
        result
    }

    fn read_tag(
        &mut self,
        bytes: &[u8],
        places: &[(Range<usize>, Range<usize>)],
        batch: &mut Batch,
        threads: &mut Threads,
        owners: &BTreeSet<String>,
    ) -> Result<()> {
        let mut mended = Mended::default();
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => {
                mended.0.push(RepairKind::BadBytes);
                String::from_utf8_lossy(bytes)
            }
        };
        let fields = |name_len: usize| match &text {
            Cow::Borrowed(text) if !places.is_empty() => record::fields_at(text, places),
            text => record::fields(text, name_len),
        };
        let name_len = text
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or_else(|| text.trim_end_matches('/').len());
        let name = text.get(..name_len).unwrap_or_default();
        let empty = text.ends_with('/');
        if self.unknown.is_some() && matches!(name, "sms" | "mms" | "call" | "/smses" | "/calls") {
            self.unknown = None;
        }
        if let Some(unknown) = &self.unknown {
            if name.strip_prefix('/') == Some(unknown) {
                self.unknown = None;
            }
            return Ok(());
        }
        match name {
            "sms" | "mms" | "call" => {
                self.give_up(batch, Code::MalformedRecord);
                self.orphans = false;
                self.found += 1;
                let place = self.place(self.tags.start);
                if !batch.begin(place) {
                    if name == "mms" && !empty {
                        self.pending = Some(Pending::counted(self.tags.start));
                    }
                    return Ok(());
                }
                let fields = match fields(name_len) {
                    Ok(fields) => fields,
                    Err(code) => {
                        batch.reject(code, place);
                        self.orphans = true;
                        return Ok(());
                    }
                };
                match name {
                    "sms" => message::sms(&fields, place, mended, batch, threads)?,
                    "call" => message::call(&fields, place, mended, batch, threads)?,
                    _ => {
                        let pending = Pending::new(&fields, self.tags.start, mended, threads);
                        if empty {
                            pending.finish(place, batch, threads, owners)?;
                        } else {
                            self.pending = Some(pending);
                        }
                    }
                }
            }
            "/mms" => {
                if let Some(pending) = self.pending.take() {
                    let place = self.place(pending.start);
                    pending.finish(place, batch, threads, owners)?;
                }
                self.orphans = false;
            }
            "part" | "addr" => {
                let Some(pending) = &mut self.pending else {
                    if !self.orphans {
                        self.reject(batch, Code::MalformedRecord);
                    }
                    return Ok(());
                };
                pending.mended.0.append(&mut mended.0);
                match fields(name_len) {
                    Ok(fields) if name == "part" => {
                        pending.part(&fields, self.index, self.tags.data, threads);
                    }
                    Ok(fields) => pending.addr(&fields),
                    Err(code) => pending.fault = Some(code),
                }
            }
            "smses" | "calls" => {
                self.root_open = !empty;
                self.declared = declared_count(&text, name_len).or(self.declared);
            }
            "/smses" | "/calls" => {
                self.give_up(batch, Code::MalformedRecord);
                self.root_open = false;
                self.orphans = false;
            }
            "parts" | "addrs" | "/parts" | "/addrs" | "/part" | "/addr" | "/sms" | "/call" => {}
            // inside an mms: no record of its own, the place of the mms covers it
            _ if self.pending.is_some() => {}
            _ => {
                batch.skip(SkipReason::UnknownElement);
                if !empty && !name.starts_with('/') {
                    self.unknown = Some(name.to_owned());
                }
            }
        }
        Ok(())
    }

    fn close(mut self, batch: &mut Batch, container: &Container) {
        let failure = self.tags.failure;
        let cut = self.pending.is_some() || self.root_open || failure.is_some();
        self.give_up(batch, failure.unwrap_or(Code::Truncated));
        let path = container
            .members()
            .get(self.index as usize)
            .map(|member| member.path.clone())
            .unwrap_or_default();
        if cut {
            batch.source.accounting.partial = true;
            batch
                .source
                .warnings
                .push(Warning::new("ends-suddenly", &[("member", path.clone())]));
        }
        if let Some(declared) = self.declared.filter(|declared| *declared != self.found) {
            let args = [
                ("declared", declared.to_string()),
                ("found", self.found.to_string()),
                ("member", path),
            ];
            batch
                .source
                .warnings
                .push(Warning::new("count-differs", &args));
        }
    }
}

fn declared_count(text: &str, name_len: usize) -> Option<u64> {
    let fields: Fields<'_> = record::fields(text, name_len).ok()?;
    fields.count?.trim().parse().ok()
}

fn is_record(tag: &[u8]) -> bool {
    [&b"sms"[..], b"mms", b"call"].iter().any(|name| {
        tag.strip_prefix(*name)
            .is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
    })
}

fn is_child(tag: &[u8]) -> bool {
    [&b"part"[..], b"addr", b"/part", b"/addr", b"/mms"]
        .iter()
        .any(|name| tag.starts_with(name))
}
