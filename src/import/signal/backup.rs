//! The backup folder of the phone (`metadata`, `main`, and `files` beside it), and loose frames.

use super::{
    frames::{Frames, Piece},
    key::{Keys, Metadata},
    reader::Reader,
    schema,
    sealed::Checking,
    tree::Decoder,
};
use crate::{
    container::{Container, natural},
    error::{Code, Result},
    import::{Answers, Batch, ImportJob, Input, password::Password},
    job::Budget,
    limits,
    model::{Locator, Question, Secret, Warning},
};
use std::{io::Read, rc::Rc};

/// The job: the newest backup of a folder, or every file of frames.
pub struct Job {
    container: Rc<Container>,
    password: Option<Password>,
    stage: Stage,
    members: std::vec::IntoIter<u32>,
    /// The member at hand.
    at: u32,
    older: u64,
    bytes: u64,
}

enum Stage {
    Next,
    Check(Box<(Checking, Keys, u32)>),
    Read(Box<Reading>),
    Over,
}

struct Reading {
    frames: Frames,
    reader: Reader,
    member: u32,
    first: bool,
}

impl Job {
    /// Of the members that were recognised.
    pub fn new(input: Input, answers: &Answers) -> Self {
        let path = |member: u32| {
            let member = input.container.members().get(member as usize);
            member.map_or("", |member| member.path.as_str())
        };
        let (mut folders, mut members): (Vec<u32>, Vec<u32>) = input
            .members
            .iter()
            .copied()
            .partition(|member| metadata(&input.container, *member).is_some());
        // one folder holds several backups of the same account: names are times
        folders.sort_by(|a, b| natural(path(*a), path(*b)));
        let newest = folders.pop();
        members.extend(newest);
        Self {
            container: Rc::clone(&input.container),
            password: answers.password.clone(),
            stage: Stage::Next,
            members: members.into_iter(),
            at: 0,
            older: folders.len() as u64,
            bytes: 0,
        }
    }

    fn next(&mut self, batch: &mut Batch) -> Result<Stage> {
        let Some(member) = self.members.next() else {
            if self.older > 0 {
                let count = [("count", self.older.to_string())];
                let warning = Warning::new("signal-older-backups", &count);
                batch.source.warnings.push(warning);
            }
            return Ok(Stage::Over);
        };
        self.at = member;
        match metadata(&self.container, member) {
            Some(metadata) => self.folder(member, &metadata, batch),
            None => {
                let bytes = self.container.open_bytes(member)?;
                Ok(self.read(member, bytes))
            }
        }
    }

    fn read(&self, member: u32, bytes: Box<dyn Read>) -> Stage {
        Stage::Read(Box::new(Reading {
            frames: Frames::new(bytes),
            reader: Reader::new(&self.container, false),
            member,
            first: true,
        }))
    }

    fn folder(&self, member: u32, metadata: &Metadata, batch: &mut Batch) -> Result<Stage> {
        // read as part of the source, whatever becomes of it
        drop(self.container.open_bytes(member));
        let path = self.container.members().get(member as usize);
        let path = path.map_or("", |member| member.path.as_str());
        let beside = |name: &str| match path.rsplit_once('/') {
            Some((folder, _)) => self.container.exact(&format!("{folder}/{name}")),
            None => self.container.exact(name),
        };
        // the list of files that this backup needs
        if let Some(list) = beside("files") {
            drop(self.container.open_bytes(list));
        }
        let main = beside("main");
        let Some(main) = main else {
            batch
                .source
                .warnings
                .push(Warning::new("signal-main-missing", &[]));
            reject(Code::MalformedRecord, member, batch);
            return Ok(Stage::Next);
        };
        if metadata.is_newer() {
            let version = [("version", metadata.version.to_string())];
            let warning = Warning::new("signal-newer", &version);
            batch.source.warnings.push(warning);
        }
        let reader = self.container.open_seek(main)?;
        let Some(password) = &self.password else {
            return Ok(locked(false, main, batch));
        };
        let Some(keys) = metadata.keys(password.reveal()) else {
            return Ok(locked(true, main, batch));
        };
        let mut checking = match Checking::new(reader, &keys) {
            Ok(checking) => checking,
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                reject(error.code(), main, batch);
                return Ok(Stage::Next);
            }
        };
        if !checking.fits(&keys)? {
            return Ok(locked(true, main, batch));
        }
        Ok(Stage::Check(Box::new((checking, keys, main))))
    }
}

/// The content of a `metadata` file.
fn metadata(container: &Container, member: u32) -> Option<Metadata> {
    let head = container.head(member, limits::SIGNAL_METADATA_BYTES).ok()?;
    Metadata::read(&head)
}

fn reject(code: Code, member: u32, batch: &mut Batch) {
    let place = Locator {
        member,
        ..Locator::default()
    };
    if batch.begin(place) {
        batch.reject(code, place);
    }
    batch.source.accounting.partial = true;
}

/// The backup needs its recovery key, or another one.
fn locked(wrong: bool, member: u32, batch: &mut Batch) -> Stage {
    batch.source.questions.push(Question::Password {
        wrong,
        secret: Secret::RecoveryKey,
    });
    let (warning, code) = if wrong {
        ("signal-wrong-key", Code::WrongSecret)
    } else {
        ("signal-encrypted", Code::ArchiveEncrypted)
    };
    batch.source.warnings.push(Warning::new(warning, &[]));
    reject(code, member, batch);
    Stage::Next
}

impl Reading {
    /// One record; false at the end.
    fn step(&mut self, batch: &mut Batch) -> Result<bool> {
        let place = |start, len| Locator {
            member: self.member,
            start,
            len,
        };
        match self.frames.next()? {
            Piece::End => {
                self.reader.finish(batch);
                return Ok(false);
            }
            Piece::Broken { code, start, len } => {
                let place = place(start, len);
                if batch.begin(place) {
                    batch.reject(code, place);
                }
                batch.source.accounting.partial = true;
                if code != Code::LimitExceeded {
                    let warning = Warning::new("ends-suddenly", &[]);
                    batch.source.warnings.push(warning);
                }
            }
            Piece::Whole { start, len } => {
                let place = place(start, len);
                let first = std::mem::replace(&mut self.first, false);
                if !batch.begin(place) {
                    return Ok(true);
                }
                let mut decoder = Decoder { mended: 0 };
                let bytes = &self.frames.bytes;
                // loose frames may begin without the backup's own record
                let info = first
                    .then(|| decoder.decode(bytes, &schema::INFO, 0).ok())
                    .flatten()
                    .filter(|info| info.has("backupTimeMs"));
                let read = match info {
                    Some(info) => Ok(info),
                    None => decoder.decode(bytes, &schema::FRAME, 0),
                };
                match read {
                    Ok(frame) => {
                        Reader::mended(decoder.mended, place, batch);
                        self.reader.record(frame, place, batch)?;
                    }
                    Err(_) => batch.reject(Code::MalformedRecord, place),
                }
            }
        }
        Ok(true)
    }
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            let stage = std::mem::replace(&mut self.stage, Stage::Over);
            match stage {
                Stage::Over => return Ok(true),
                Stage::Next => match self.next(batch) {
                    Ok(stage) => self.stage = stage,
                    Err(error) if error.code() == Code::Io => return Err(error),
                    Err(error) => {
                        reject(error.code(), self.at, batch);
                        self.stage = Stage::Next;
                    }
                },
                Stage::Check(mut work) => {
                    let (checking, _, member) = &mut *work;
                    match checking.step(budget)? {
                        None => {
                            self.stage = Stage::Check(work);
                            return Ok(false);
                        }
                        Some(whole) => {
                            if !whole {
                                batch
                                    .source
                                    .warnings
                                    .push(Warning::new("signal-changed", &[]));
                                batch.source.accounting.partial = true;
                            }
                            let member = *member;
                            self.bytes += checking.done();
                            let (checking, keys, _) = *work;
                            let bytes = checking.open(&keys)?;
                            self.stage = self.read(member, bytes);
                        }
                    }
                }
                Stage::Read(mut reading) => {
                    while reading.step(batch)? {
                        if budget.spent() {
                            self.stage = Stage::Read(reading);
                            return Ok(false);
                        }
                    }
                    self.bytes += reading.frames.offset();
                    self.stage = Stage::Next;
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        self.bytes
            + match &self.stage {
                Stage::Read(reading) => reading.frames.offset(),
                Stage::Check(work) => work.0.done(),
                _ => 0,
            }
    }
}
