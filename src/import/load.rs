//! Loading one source, as a step machine: open, recognise, hash, read, add to the case.
//!
//! All files of a source are hashed before it is read. Where only a part of a folder belongs to
//! it ([`Importer::takes_all_files`]), that part is known after reading and hashed then.

use super::{
    Answers, Batch, IMPORTERS, ImportJob, Importer, Input, Probe,
    batch::Adding,
    contacts, database,
    digests::{Hashing, of_list},
    grouping,
};
use crate::{
    container::{
        Container, FileSet, closed_backup, encoding, is_workbook, looks_like,
        magic::{compound_directory, compound_kind},
        natural, sniff_media, sqlite,
    },
    error::{Code, Error, Result},
    job::{Budget, Ctx, Phase, Progress, Step},
    limits,
    model::{Case, Content, Locator, Message, SkipReason, Source, SourceFile, SourceId, Warning},
    store::ReadSeek,
};
use std::{cell::Cell, collections::BTreeSet, io::Read, rc::Rc};

/// Bytes of each archive member that are looked at before the rest of its head is.
const FIRST_LOOK: usize = 256;
/// Members of an archive that are looked at where none was recognised.
const MEMBERS_LOOKED_AT: usize = 20;
/// From this score on an importer takes a file.
const SURE_ENOUGH: u8 = 50;

/// The loading of one source.
pub struct LoadJob {
    name: String,
    answers: Answers,
    position: Rc<Cell<u64>>,
    size: u64,
    text_size: u64,
    hashed: u64,
    /// Contact lists among the members of another export.
    beside: Vec<u32>,
    /// What other importers would take among the members, and where the warnings tell of it.
    others: (usize, Vec<u32>),
    state: State,
}

enum State {
    Open(FileSet),
    Recognise {
        container: Rc<Container>,
        source: Box<Source>,
        next: u32,
        /// Per importer: the best score and the members it would take.
        claims: Vec<(u8, Vec<u32>)>,
    },
    /// All files, before reading.
    Hash {
        container: Rc<Container>,
        source: Box<Source>,
        hashing: Hashing,
        importer: Option<&'static dyn Importer>,
        members: Vec<u32>,
    },
    Read {
        container: Rc<Container>,
        batch: Box<Batch>,
        job: Box<dyn ImportJob>,
        claimed: Vec<u32>,
        /// The files are hashed already.
        hashed: bool,
    },
    /// Those that belong to the source, after reading.
    HashRead {
        container: Rc<Container>,
        batch: Box<Batch>,
        hashing: Hashing,
    },
    /// What was read goes to the case.
    Add(Box<Adding>),
    Over,
}

impl LoadJob {
    /// Starts loading a source of one file. `name` is the file name as the user gave it.
    /// `position` holds the number of the record at hand while the job works, for a caller whose
    /// engine stopped.
    ///
    /// # Errors
    /// As [`LoadJob::of_files`].
    pub fn new(
        name: &str,
        reader: Box<dyn ReadSeek>,
        answers: Answers,
        position: Rc<Cell<u64>>,
    ) -> Result<Self> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        Self::of_files(name, FileSet::one(name, reader)?, answers, position)
    }

    /// Starts loading a source of one or several files, in the order that
    /// [`grouping::group`] gives them.
    ///
    /// # Errors
    /// [`Code::Io`]; [`Code::BadRequest`] for an answer that names no format or zone.
    pub fn of_files(
        name: &str,
        files: FileSet,
        answers: Answers,
        position: Rc<Cell<u64>>,
    ) -> Result<Self> {
        if let Some(format) = &answers.format {
            importer(format)?;
        }
        if let Some(zone) = &answers.zone {
            crate::time::Zone::named(zone)?;
        }
        position.set(0);
        Ok(Self {
            name: name.to_owned(),
            answers,
            position,
            size: files.size(),
            text_size: 0,
            hashed: 0,
            beside: Vec::new(),
            others: (0, Vec::new()),
            state: State::Open(files),
        })
    }

    /// Works for one step. The case changes only in the step that returns [`Step::Done`]. A
    /// source whose bytes are already in the case adds nothing: the id is that of the earlier one.
    ///
    /// # Errors
    /// [`Code::Io`] when a file cannot be read, [`Code::LimitExceeded`] when the case would grow
    /// too large. The job is over then, the case as it was.
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
        let done = self.hashed
            + match &self.state {
                State::Hash { hashing, .. } | State::HashRead { hashing, .. } => hashing.done(),
                State::Read { job, .. } => job.bytes_read(),
                // all is read
                State::Add(_) => self.size + self.text_size.max(self.size),
                _ => 0,
            };
        let total = self.size + self.text_size.max(self.size);
        Progress {
            phase: Phase::Reading,
            done: done.min(total),
            total,
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
            State::Open(files) => self.open(files)?,
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
                    self.choose(container, source, claims)?;
                }
            }
            State::Hash {
                container,
                mut source,
                mut hashing,
                importer,
                members,
            } => {
                if !hashing.work(&mut source, container.set(), budget)? {
                    self.state = State::Hash {
                        container,
                        source,
                        hashing,
                        importer,
                        members,
                    };
                    return Ok(None);
                }
                self.hashed = hashing.done();
                of_list(&mut source);
                if let Some(known) = known(case, &source) {
                    return Ok(Some(known));
                }
                let Some(importer) = importer else {
                    not_recognised(&container, &mut source);
                    let mut batch = Batch::new(*source, Rc::clone(&self.position), &[]);
                    account_for_members(&container, &[], &mut batch);
                    self.state = State::Add(Box::new(Box::new(batch).adding(case)));
                    return Ok(None);
                };
                self.read(container, source, importer, members, true)?;
            }
            State::Read {
                container,
                mut batch,
                mut job,
                claimed,
                hashed,
            } => {
                if !job.step(&mut batch, budget)? {
                    self.state = State::Read {
                        container,
                        batch,
                        job,
                        claimed,
                        hashed,
                    };
                    return Ok(None);
                }
                let attached: BTreeSet<u32> = attached(&batch).collect();
                let (at, others) = std::mem::take(&mut self.others);
                // a file that somebody sent is a part of this export
                let others = others.iter().filter(|member| !attached.contains(member));
                let others = others.count();
                if others > 0 {
                    let count = [("count", others.to_string())];
                    let warning = Warning::new("other-export-inside", &count);
                    batch.source.warnings.insert(at, warning);
                }
                for member in std::mem::take(&mut self.beside) {
                    // A card that somebody sent is no list of the owner's.
                    if !attached.contains(&member) {
                        contacts::names_beside(&container, member, &mut batch)?;
                    }
                }
                contacts::read_shared(&container, &mut batch)?;
                let belonging = account_for_members(&container, &claimed, &mut batch);
                self.position.set(0);
                if hashed {
                    self.state = State::Add(Box::new(batch.adding(case)));
                    return Ok(None);
                }
                self.hashed = job.bytes_read();
                let files: BTreeSet<usize> = belonging
                    .iter()
                    .filter_map(|member| container.members().get(*member as usize))
                    .map(|member| member.file as usize)
                    .collect();
                self.state = State::HashRead {
                    container,
                    batch,
                    hashing: Hashing::new(files.into_iter().collect()),
                };
            }
            State::HashRead {
                container,
                mut batch,
                mut hashing,
            } => {
                if !hashing.work(&mut batch.source, container.set(), budget)? {
                    self.state = State::HashRead {
                        container,
                        batch,
                        hashing,
                    };
                    return Ok(None);
                }
                of_list(&mut batch.source);
                if let Some(known) = known(case, &batch.source) {
                    return Ok(Some(known));
                }
                self.state = State::Add(Box::new(batch.adding(case)));
            }
            State::Add(mut adding) => {
                if adding.work(budget) {
                    return Ok(Some(adding.finish(case)));
                }
                self.state = State::Add(adding);
            }
            State::Over => return Err(Error::new(Code::BadRequest)),
        }
        Ok(None)
    }

    fn open(&mut self, files: FileSet) -> Result<()> {
        let mut source = Source {
            name: self.name.clone(),
            ..Source::default()
        };
        if let Some(missing) = grouping::missing_parts(files.files()) {
            source.accounting.partial = true;
            source
                .warnings
                .push(Warning::new("part-missing", &[("parts", missing)]));
        }
        let container = match Container::open_set(files.clone()) {
            Ok(container) => container,
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                source.accounting.partial = true;
                source.warnings.push(Warning::new(
                    "archive-unreadable",
                    &[("code", error.code().id().to_owned())],
                ));
                Container::opaque(files)
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
        let firsts = container.first_members().iter().copied();
        source.files = container
            .set()
            .files()
            .iter()
            .zip(firsts)
            .map(|(file, first_member)| SourceFile {
                path: file.path.clone(),
                size: file.size,
                digests: None,
                first_member,
            })
            .collect();
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

    fn read(
        &mut self,
        container: Rc<Container>,
        source: Box<Source>,
        importer: &'static dyn Importer,
        members: Vec<u32>,
        hashed: bool,
    ) -> Result<()> {
        let batch = Batch::new(*source, Rc::clone(&self.position), &self.answers.poisoned);
        let input = Input {
            container: Rc::clone(&container),
            members: members.clone(),
            name: self.name.clone(),
        };
        container.forget_read();
        self.state = State::Read {
            job: importer.start(input, &self.answers)?,
            container,
            batch: Box::new(batch),
            claimed: members,
            hashed,
        };
        Ok(())
    }

    fn choose(
        &mut self,
        container: Rc<Container>,
        mut source: Box<Source>,
        claims: Vec<(u8, Vec<u32>)>,
    ) -> Result<()> {
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
        if let Some(importer) = importer {
            if members.is_empty() {
                // the user insists on this format: try every file that could be one
                members = (0..container.members().len() as u32)
                    .filter(|index| could_be_read(&container, *index))
                    .collect();
            }
            let others = IMPORTERS
                .iter()
                .zip(&claims)
                .filter(|(other, _)| other.id() != importer.id() && !other.accompanies())
                .flat_map(|(_, (_, taken))| taken.iter().copied())
                .filter(|index| !members.contains(index));
            self.others = (source.warnings.len(), others.collect());
            if !importer.accompanies() {
                self.beside = IMPORTERS
                    .iter()
                    .zip(&claims)
                    .filter(|(other, _)| other.accompanies())
                    .flat_map(|(_, (_, taken))| taken.iter().copied())
                    .filter(|index| !members.contains(index))
                    .collect();
            }
            source.format = Some(importer.id());
            if container.holds_several()
                && let Some(looks) = closed(&container, &source.name)
            {
                let looks = [("looks-like", looks.to_owned())];
                source.warnings.push(Warning::new("closed-backup", &looks));
            }
            self.text_size = members
                .iter()
                .filter_map(|index| container.members().get(*index as usize))
                .map(|member| member.size)
                .sum();
            let tree = |index: &u32| {
                let member = container.members().get(*index as usize);
                member.map_or("", |member| member.tree_path())
            };
            members.sort_by(|a, b| natural(tree(a), tree(b)).then(a.cmp(b)));
            if !importer.takes_all_files() && container.set().several() {
                self.size = 0;
                return self.read(container, source, importer, members, false);
            }
        }
        let files = container.set().files().len();
        self.state = State::Hash {
            container,
            source,
            hashing: Hashing::new((0..files).collect()),
            importer,
            members,
        };
        Ok(())
    }
}

/// The source of the case that holds the same bytes.
fn known(case: &Case, source: &Source) -> Option<SourceId> {
    let same = |other: &Source| other.digests == source.digests;
    let at = case.sources.iter().position(same)?;
    Some(SourceId(at as u32))
}

fn importer(id: &str) -> Result<&'static dyn Importer> {
    IMPORTERS
        .iter()
        .copied()
        .find(|importer| importer.id() == id)
        .ok_or_else(|| Error::new(Code::BadRequest).with("format", id))
}

fn could_be_read(container: &Container, index: u32) -> bool {
    let readable = |member: &crate::container::Member| {
        !member.system && !member.unnamed && member.fault.is_none()
    };
    container
        .members()
        .get(index as usize)
        .is_some_and(readable)
        && container.head(index, FIRST_LOOK).is_ok_and(|head| {
            // databases and property lists hold messages too, cards hold names
            let known = [
                "application/vnd.sqlite3",
                "application/x-plist",
                "text/vcard",
            ];
            match sniff_media(&head) {
                Some("application/zip") => container
                    .head(index, limits::PROBE_BYTES)
                    .is_ok_and(|head| is_workbook(&head)),
                media => media.is_none_or(|media| known.contains(&media)),
            }
        })
}

fn look_at(container: &Container, index: u32, name: &str, claims: &mut [(u8, Vec<u32>)]) {
    if !could_be_read(container, index) {
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
    let tables = if head.starts_with(sqlite::MAGIC) {
        database::tables(container, index)
    } else {
        Vec::new()
    };
    let probe = Probe {
        name: path.filter(|path| !path.is_empty()).unwrap_or(name),
        head: &head,
        text: &text,
        tables: &tables,
    };
    for (importer, (best, members)) in IMPORTERS.iter().zip(claims) {
        let score = importer.sniff(&probe);
        if score >= SURE_ENOUGH {
            *best = score.max(*best);
            members.push(index);
        }
    }
}

/// What a file is that no importer reads.
fn not_recognised(container: &Container, source: &mut Source) {
    let encrypted = container.members().iter().any(|member| {
        member
            .fault
            .as_ref()
            .is_some_and(|fault| fault.code() == Code::ArchiveEncrypted)
    });
    let looks = match closed(container, &source.name) {
        Some(closed) => closed,
        None if encrypted => "encrypted-zip",
        None if container.holds_several() => {
            let paths: Vec<&str> = source.members.iter().map(String::as_str).collect();
            let mut head = Vec::new();
            // what an OpenDocument file is stands at its very start
            if !container.set().several()
                && let Ok(file) = container.set().open(0)
            {
                let read = file.take(FIRST_LOOK as u64).read_to_end(&mut head);
                head.truncate(read.unwrap_or_default());
            }
            match looks_like(if head.is_empty() { b"PK" } else { &head }, "", &paths) {
                "zip" => closed_inside(container).unwrap_or("zip"),
                looks => looks,
            }
        }
        None => match look(container, 0) {
            _ if container
                .head(0, FIRST_LOOK)
                .is_ok_and(|head| head.starts_with(b"PK")) =>
            {
                "damaged-zip"
            }
            looks => looks,
        },
    };
    source.warnings.push(Warning::new(
        "not-recognised",
        &[("looks-like", looks.to_owned())],
    ));
}

/// What one member looks like.
fn look(container: &Container, index: u32) -> &'static str {
    let head = container
        .head(index, limits::PROBE_BYTES)
        .unwrap_or_default();
    let text = encoding::decode_head(&head, encoding::sniff(&head));
    let looks = looks_like(&head, &text, &[]);
    let directory = compound_directory(&head).filter(|_| looks == "office-document");
    if let Some(at) = directory
        && let Ok(bytes) = container.open_bytes_at(index, at)
    {
        let mut names = Vec::new();
        let read = bytes
            .take(limits::PROBE_BYTES as u64)
            .read_to_end(&mut names);
        if read.is_ok()
            && let Some(kind) = compound_kind(&names)
        {
            return kind;
        }
    }
    looks
}

/// A backup that only its maker reads, told by the names of its files, and where a name alone is
/// not enough by their content.
fn closed(container: &Container, name: &str) -> Option<&'static str> {
    let paths: Vec<&str> = if container.holds_several() {
        container
            .members()
            .iter()
            .map(|m| m.path.as_str())
            .collect()
    } else {
        // a name says something only of a content that says nothing
        match look(container, 0) {
            "unknown" => vec![name],
            _ => return None,
        }
    };
    closed_backup(&paths, &|at| {
        let head = container.head(at as u32, limits::PROBE_BYTES);
        String::from_utf8_lossy(&head.unwrap_or_default()).into_owned()
    })
}

/// What the files of an archive are, where the first of them are of a kind that asks for another
/// way.
fn closed_inside(container: &Container) -> Option<&'static str> {
    let readable = |(_, member): &(usize, &crate::container::Member)| {
        !member.system && !member.unnamed && member.fault.is_none()
    };
    let members = container.members().iter().enumerate();
    members
        .filter(readable)
        .take(MEMBERS_LOOKED_AT)
        .map(|(index, _)| look(container, index as u32))
        .find(|looks| looks.starts_with("outlook-") || looks.ends_with("-backup"))
}

/// Members that messages name.
fn attached(batch: &Batch) -> impl Iterator<Item = u32> + '_ {
    let messages = batch.messages.iter();
    messages
        .flat_map(Message::attachments)
        .filter_map(|attachment| match attachment.content {
            Content::Member(index) => Some(index),
            Content::Encrypted(ref part) => Some(part.member),
            _ => None,
        })
}

/// Every file of an archive or folder is a record of its source too, unless it is the export
/// itself, was read with it, or a message names it. Gives the members that belong to the source.
fn account_for_members(container: &Container, claimed: &[u32], batch: &mut Batch) -> BTreeSet<u32> {
    let mut used = container.read_members();
    used.extend(claimed);
    if !container.holds_several() {
        return used;
    }
    used.extend(attached(batch));
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
    used
}
