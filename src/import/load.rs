//! Loading one source, as a step machine: hash, open, recognise, read, add to the case.

use super::{Answers, Batch, IMPORTERS, ImportJob, Importer, Input, Probe};
use crate::{
    container::{Container, encoding, looks_like, sniff_media},
    error::{Code, Error, Result},
    job::{Budget, Ctx, Phase, Progress, Step},
    limits,
    model::{Case, Content, Locator, SkipReason, Source, SourceDigests, SourceId, Warning},
    store::ReadSeek,
};
use sha2::{Digest, Sha256, Sha512};
use std::{
    cell::Cell,
    collections::BTreeSet,
    io::{Seek, SeekFrom},
    rc::Rc,
};

/// Bytes hashed between two looks at the clock.
const HASH_CHUNK: usize = 256 << 10;
/// Bytes of each archive member that are looked at before the rest of its head is.
const FIRST_LOOK: usize = 256;
/// From this score on an importer takes a file.
const SURE_ENOUGH: u8 = 50;

/// The loading of one source.
pub struct LoadJob {
    name: String,
    answers: Answers,
    position: Rc<Cell<u64>>,
    size: u64,
    text_size: u64,
    state: State,
}

enum State {
    Hash {
        reader: Box<dyn ReadSeek>,
        hashes: Box<Hashes>,
    },
    Open {
        reader: Box<dyn ReadSeek>,
        digests: SourceDigests,
    },
    Recognise {
        container: Rc<Container>,
        source: Box<Source>,
        next: u32,
        /// Per importer: the best score and the members it would take.
        claims: Vec<(u8, Vec<u32>)>,
    },
    Read {
        container: Rc<Container>,
        batch: Box<Batch>,
        job: Box<dyn ImportJob>,
        claimed: Vec<u32>,
    },
    Over,
}

struct Hashes {
    sha256: Sha256,
    sha512: Sha512,
    crc32: crc32fast::Hasher,
    done: u64,
    buffer: Vec<u8>,
}

impl LoadJob {
    /// Starts loading. `name` is the file name as the user gave it. `position` holds the number
    /// of the record at hand while the job works, for a caller whose engine stopped.
    ///
    /// # Errors
    /// [`Code::Io`]; [`Code::BadRequest`] for an answer that names no format or zone.
    pub fn new(
        name: &str,
        mut reader: Box<dyn ReadSeek>,
        answers: Answers,
        position: Rc<Cell<u64>>,
    ) -> Result<Self> {
        if let Some(format) = &answers.format {
            importer(format)?;
        }
        if let Some(zone) = &answers.zone {
            crate::time::Zone::named(zone)?;
        }
        let size = reader.seek(SeekFrom::End(0))?;
        reader.seek(SeekFrom::Start(0))?;
        position.set(0);
        Ok(Self {
            name: name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned(),
            answers,
            position,
            size,
            text_size: 0,
            state: State::Hash {
                reader,
                hashes: Box::new(Hashes {
                    sha256: Sha256::new(),
                    sha512: Sha512::new(),
                    crc32: crc32fast::Hasher::new(),
                    done: 0,
                    buffer: vec![0; HASH_CHUNK],
                }),
            },
        })
    }

    /// Works for one step. The case changes only in the step that returns [`Step::Done`]. A file
    /// whose bytes are already in the case adds nothing: the id is that of the earlier source.
    ///
    /// # Errors
    /// [`Code::Io`] when the file cannot be read, [`Code::LimitExceeded`] when the case would
    /// grow too large. The job is over then, the case as it was.
    pub fn step(&mut self, case: &mut Case, ctx: &mut Ctx) -> Result<Step<SourceId>> {
        let mut budget = ctx.budget();
        loop {
            let state = std::mem::replace(&mut self.state, State::Over);
            match self
                .advance(state, case, &mut budget)
                .map_err(|error| error.in_file(&self.name))?
            {
                Some(id) => return Ok(Step::Done(id)),
                None if budget.spent_now() => return Ok(Step::Working(self.progress())),
                None => {}
            }
        }
    }

    fn progress(&self) -> Progress {
        let done = match &self.state {
            State::Hash { hashes, .. } => hashes.done,
            State::Read { job, .. } => self.size + job.bytes_read(),
            _ => self.size,
        };
        Progress {
            phase: Phase::Reading,
            done,
            total: self.size + self.text_size.max(self.size),
            records: self.position.get(),
        }
    }

    fn advance(
        &mut self,
        state: State,
        case: &mut Case,
        budget: &mut Budget<'_>,
    ) -> Result<Option<SourceId>> {
        match state {
            State::Hash {
                mut reader,
                mut hashes,
            } => {
                self.state = if hashes.work(&mut *reader, budget)? {
                    let digests = hashes.finish();
                    let known = |source: &Source| source.digests == digests;
                    if let Some(at) = case.sources.iter().position(known) {
                        return Ok(Some(SourceId(at as u32)));
                    }
                    State::Open { reader, digests }
                } else {
                    State::Hash { reader, hashes }
                };
            }
            State::Open { reader, digests } => self.open(reader, digests)?,
            State::Recognise {
                container,
                source,
                mut next,
                mut claims,
            } => {
                let count = container.members().len() as u32;
                while next < count {
                    look_at(&container, next, &self.name, &mut claims);
                    next += 1;
                    if budget.spent_now() {
                        break;
                    }
                }
                if next < count {
                    self.state = State::Recognise {
                        container,
                        source,
                        next,
                        claims,
                    };
                } else {
                    return self.choose(container, *source, claims, case);
                }
            }
            State::Read {
                container,
                mut batch,
                mut job,
                claimed,
            } => {
                if job.step(&mut batch, budget)? {
                    account_for_members(&container, &claimed, &mut batch);
                    self.position.set(0);
                    return Ok(Some(batch.add_to(case)));
                }
                self.state = State::Read {
                    container,
                    batch,
                    job,
                    claimed,
                };
            }
            State::Over => return Err(Error::new(Code::BadRequest)),
        }
        Ok(None)
    }

    fn open(&mut self, mut reader: Box<dyn ReadSeek>, digests: SourceDigests) -> Result<()> {
        reader.seek(SeekFrom::Start(0))?;
        let mut source = Source {
            name: self.name.clone(),
            digests,
            ..Source::default()
        };
        let shared = crate::container::Section::whole(reader)?;
        let container = match Container::open(Box::new(shared.part(0, shared.len()))) {
            Ok(container) => container,
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                source.accounting.partial = true;
                source.warnings.push(Warning::new(
                    "archive-unreadable",
                    &[("code", error.code().id().to_owned())],
                ));
                Container::opaque(Box::new(shared.part(0, shared.len())))?
            }
        };
        if container.recovered() {
            source.accounting.partial = true;
            source.warnings.push(Warning::new("archive-damaged", &[]));
        }
        if container.unopened() > 0 {
            source.warnings.push(Warning::new(
                "archive-inside-unopened",
                &[("count", container.unopened().to_string())],
            ));
        }
        source.members = container
            .members()
            .iter()
            .map(|member| member.path.clone())
            .collect();
        self.state = State::Recognise {
            container: Rc::new(container),
            source: Box::new(source),
            next: 0,
            claims: vec![(0, Vec::new()); IMPORTERS.len()],
        };
        Ok(())
    }

    fn choose(
        &mut self,
        container: Rc<Container>,
        mut source: Source,
        claims: Vec<(u8, Vec<u32>)>,
        case: &mut Case,
    ) -> Result<Option<SourceId>> {
        let (importer, mut members) = match &self.answers.format {
            Some(format) => {
                let chosen = importer(format)?;
                let at = IMPORTERS.iter().position(|known| known.id() == chosen.id());
                let members = at
                    .and_then(|at| claims.get(at))
                    .map(|(_, members)| members.clone());
                (Some(chosen), members.unwrap_or_default())
            }
            None => {
                let mut best: Option<(u8, &'static dyn Importer, Vec<u32>)> = None;
                for (importer, (score, members)) in IMPORTERS.iter().zip(&claims) {
                    if *score >= SURE_ENOUGH
                        && best.as_ref().is_none_or(|(other, ..)| score > other)
                    {
                        best = Some((*score, *importer, members.clone()));
                    }
                }
                best.map_or((None, Vec::new()), |(_, importer, members)| {
                    (Some(importer), members)
                })
            }
        };
        let Some(importer) = importer else {
            not_recognised(&container, &mut source);
            let mut batch = Batch::new(source, Rc::clone(&self.position), &[]);
            account_for_members(&container, &[], &mut batch);
            return Ok(Some(batch.add_to(case)));
        };
        if members.is_empty() {
            // the user insists on this format: try every file that could be text
            members = (0..container.members().len() as u32)
                .filter(|index| could_be_text(&container, *index))
                .collect();
        }
        let others: u64 = IMPORTERS
            .iter()
            .zip(&claims)
            .filter(|(other, _)| other.id() != importer.id())
            .flat_map(|(_, (_, taken))| taken)
            .filter(|index| !members.contains(index))
            .count() as u64;
        if others > 0 {
            source.warnings.push(Warning::new(
                "other-export-inside",
                &[("count", others.to_string())],
            ));
        }
        source.format = Some(importer.id());
        self.text_size = members
            .iter()
            .filter_map(|index| container.members().get(*index as usize))
            .map(|member| member.size)
            .sum();
        let batch = Batch::new(source, Rc::clone(&self.position), &self.answers.poisoned);
        let input = Input {
            container: Rc::clone(&container),
            members: members.clone(),
            name: self.name.clone(),
        };
        self.state = State::Read {
            job: importer.start(input, &self.answers)?,
            container,
            batch: Box::new(batch),
            claimed: members,
        };
        Ok(None)
    }
}

impl Hashes {
    fn work(&mut self, reader: &mut dyn ReadSeek, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            let count = reader.read(&mut self.buffer)?;
            let Some(bytes) = self.buffer.get(..count).filter(|bytes| !bytes.is_empty()) else {
                return Ok(true);
            };
            self.sha256.update(bytes);
            self.sha512.update(bytes);
            self.crc32.update(bytes);
            self.done += count as u64;
            if budget.spent_now() {
                return Ok(false);
            }
        }
    }

    fn finish(self: Box<Self>) -> SourceDigests {
        SourceDigests {
            sha256: hex(&self.sha256.finalize()),
            sha512: hex(&self.sha512.finalize()),
            crc32: self.crc32.finalize(),
            size: self.done,
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

fn importer(id: &str) -> Result<&'static dyn Importer> {
    IMPORTERS
        .iter()
        .copied()
        .find(|importer| importer.id() == id)
        .ok_or_else(|| Error::new(Code::BadRequest).with("format", id))
}

fn could_be_text(container: &Container, index: u32) -> bool {
    let readable = |member: &crate::container::Member| !member.system && member.fault.is_none();
    container
        .members()
        .get(index as usize)
        .is_some_and(readable)
        && container
            .head(index, FIRST_LOOK)
            .is_ok_and(|head| sniff_media(&head).is_none())
}

fn look_at(container: &Container, index: u32, name: &str, claims: &mut [(u8, Vec<u32>)]) {
    if !could_be_text(container, index) {
        return;
    }
    let Ok(head) = container.head(index, limits::PROBE_BYTES) else {
        return;
    };
    let text = encoding::decode_head(&head, encoding::sniff(&head));
    let path = container
        .members()
        .get(index as usize)
        .map(|member| member.path.as_str());
    let probe = Probe {
        name: path.filter(|path| !path.is_empty()).unwrap_or(name),
        head: &head,
        text: &text,
    };
    for (importer, (best, members)) in IMPORTERS.iter().zip(claims) {
        let score = importer.sniff(&probe);
        if score >= SURE_ENOUGH {
            *best = score.max(*best);
            members.push(index);
        }
    }
}

fn not_recognised(container: &Container, source: &mut Source) {
    let encrypted = container.members().iter().any(|member| {
        member
            .fault
            .as_ref()
            .is_some_and(|fault| fault.code() == Code::ArchiveEncrypted)
    });
    let looks = if encrypted {
        "encrypted-zip"
    } else if container.is_archive() {
        let paths: Vec<&str> = source.members.iter().map(String::as_str).collect();
        looks_like(b"PK", "", &paths)
    } else {
        let head = container.head(0, limits::PROBE_BYTES).unwrap_or_default();
        let text = encoding::decode_head(&head, encoding::sniff(&head));
        if head.starts_with(b"PK") {
            "damaged-zip"
        } else {
            looks_like(&head, &text, &[])
        }
    };
    source.warnings.push(Warning::new(
        "not-recognised",
        &[("looks-like", looks.to_owned())],
    ));
}

/// Every file of an archive is a record of its source too, unless it is the export itself or a
/// message names it.
fn account_for_members(container: &Container, claimed: &[u32], batch: &mut Batch) {
    if !container.is_archive() {
        return;
    }
    let mut used: BTreeSet<u32> = claimed.iter().copied().collect();
    for message in &batch.messages {
        for attachment in message.attachments() {
            if let Content::Member(index) = attachment.content {
                used.insert(index);
            }
        }
    }
    for (index, member) in container.members().iter().enumerate() {
        let index = index as u32;
        if member.system {
            batch.skip(SkipReason::SystemFile);
        } else if used.contains(&index) {
        } else if let Some(fault) = &member.fault {
            let place = Locator {
                member: index,
                start: 0,
                len: member.size,
            };
            batch.reject(fault.code(), place);
            batch.source.accounting.partial = true;
        } else {
            batch.skip(SkipReason::UnreferencedFile);
        }
    }
}
