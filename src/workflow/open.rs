//! Opening a bundle: decrypted parts are unpacked as they arrive, into a store or nowhere (a
//! check), and every file is compared with the package's manifests.
//!
//! After a damaged part the directory at the end tells where the other files are: every file that
//! does not touch a damaged part is authentic and is kept; those that the manifests list and that
//! could not be read are named. Without a readable directory the files before the damage stay.
//!
//! Large files can stay inside the bundle ([`OpenBundleJob::leave_inside`]) and are read there.

use crate::{
    container::stored_zip::{self, Entry, Event, StoredZipUnpacker},
    error::{Code, Error, Result},
    job::{Ctx, Phase, Progress},
    limits,
    package::{BASE, BagCheck, Digests, Kind},
    seal::{CryptoPart, Offload, OpenJob, OpenReport, OpenStep, Secret, Window},
    store::{ReadSeek, Store, StoreWriter},
};
use std::{
    collections::BTreeMap,
    io::{Read, Write},
    rc::Rc,
};

/// The outcome of one step.
pub enum OpenBundleStep {
    /// More to do.
    Working(Progress),
    /// A part to decrypt elsewhere; see [`OpenBundleJob::supply`].
    Crypto(CryptoPart),
    /// Nothing to do before a part is supplied.
    Waiting(Progress),
    /// Finished; problems are in the result.
    Done(Box<OpenedBundle>),
}

/// What was opened.
#[derive(Clone, Debug)]
pub struct OpenedBundle {
    /// The seal's report; `None` when a part was damaged.
    pub seal: Option<OpenReport>,
    /// What the package is for.
    pub kind: Option<Kind>,
    /// Case number.
    pub identifier: Option<String>,
    /// Complete files by path below the package's base folder.
    pub files: BTreeMap<String, Digests>,
    /// Those of them that stayed inside the bundle.
    pub inside: BTreeMap<String, Window>,
    /// Damaged parts and entries by name; empty when everything is right.
    pub problems: Vec<Error>,
}

impl OpenedBundle {
    /// Payload files.
    #[must_use]
    pub fn payload(&self) -> u64 {
        let paths = self.files.keys();
        paths.filter(|path| path.starts_with("data/")).count() as u64
    }
}

/// Takes the inner ZIP's bytes.
struct Sink {
    unpacker: StoredZipUnpacker,
    files: Files,
}

/// Where the members go.
#[derive(Default)]
struct Files {
    out: Option<Rc<dyn Store>>,
    writer: Option<Box<dyn StoreWriter>>,
    check: BagCheck,
    /// Bytes of one file, and of all together, that may go out; the others stay inside.
    allowed: Option<(u64, u64)>,
    /// Where files that stay inside lie: start and size in the stream.
    inside: BTreeMap<String, (u64, u64)>,
}

impl Files {
    fn take(&mut self, event: Event<'_>) -> Result<()> {
        match event {
            Event::Begin { path, size, at } => {
                let path = below_base(path);
                self.check.begin(path);
                self.writer = None;
                if let Some((each, all)) = &mut self.allowed {
                    if size > *each || size > *all {
                        self.inside.insert(path.to_owned(), (at, size));
                        return Ok(());
                    }
                    *all -= size;
                }
                if let Some(out) = &self.out {
                    self.writer = Some(out.create(path)?);
                }
            }
            Event::Data(bytes) => {
                self.check.data(bytes)?;
                if let Some(writer) = &mut self.writer {
                    writer.write_all(bytes)?;
                }
            }
            Event::End => {
                self.check.end();
                if let Some(writer) = self.writer.take() {
                    writer.finish()?;
                }
            }
        }
        Ok(())
    }
}

/// The path below the package's base folder.
fn below_base(path: &str) -> &str {
    path.strip_prefix(BASE)
        .and_then(|path| path.strip_prefix('/'))
        .unwrap_or(path)
}

/// Reads what can still be read around damaged parts.
struct Recovery {
    stream: Window,
    /// Still to be read, the next one last.
    rest: Vec<Entry>,
    current: Option<(Entry, Window, crc32fast::Hasher)>,
    files: Files,
    damage: Vec<Error>,
    done: u64,
    total: u64,
}

impl Recovery {
    fn new(mut stream: Window, files: Files, damage: Error) -> Self {
        let mut rest = stored_zip::list(&mut stream).unwrap_or_default();
        rest.retain(|entry| !files.check.holds(below_base(&entry.path)));
        rest.reverse();
        Self {
            total: rest.iter().map(|entry| entry.size).sum(),
            stream,
            rest,
            current: None,
            files,
            damage: vec![damage],
            done: 0,
        }
    }

    /// True when everything was tried.
    fn step(&mut self, ctx: &Ctx) -> Result<bool> {
        let mut budget = ctx.budget();
        let mut buffer = vec![0; limits::CRYPTO_SLICE];
        loop {
            let (entry, mut window, mut crc) = match self.current.take() {
                Some(current) => current,
                None => {
                    let Some(entry) = self.rest.pop() else {
                        return Ok(true);
                    };
                    let window = self.stream.part(entry.data_at, entry.size);
                    self.files.take(Event::Begin {
                        path: &entry.path,
                        size: entry.size,
                        at: entry.data_at,
                    })?;
                    (entry, window, crc32fast::Hasher::new())
                }
            };
            match window.read(&mut buffer).map_err(Error::from) {
                Ok(0) if crc.clone().finalize() == entry.crc32 => self.files.take(Event::End)?,
                // Another file of the same name cannot be: the directory does not fit.
                Ok(0) => {}
                Ok(got) => {
                    let bytes = buffer.get(..got).unwrap_or_default();
                    crc.update(bytes);
                    self.done += got as u64;
                    self.files.take(Event::Data(bytes))?;
                    self.current = Some((entry, window, crc));
                }
                Err(error) if error.code() == Code::PartDamaged => {
                    self.files.inside.remove(below_base(&entry.path));
                    if self.damage.iter().all(|known| known.args() != error.args()) {
                        self.damage.push(error);
                    }
                }
                Err(error) => return Err(error),
            }
            if budget.spent_now() {
                return Ok(false);
            }
        }
    }

    fn progress(&self) -> Progress {
        Progress {
            phase: Phase::Opening,
            done: self.done,
            total: self.total,
            records: 0,
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let files = &mut self.files;
        self.unpacker.push(bytes, &mut |event| files.take(event))?;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Opens or checks a bundle.
pub struct OpenBundleJob {
    state: State,
    damage: Option<Error>,
}

enum State {
    Parts(Box<OpenJob>, Box<Sink>),
    Recovering(Box<Recovery>),
    Over,
}

impl OpenBundleJob {
    /// Starts; without `out` everything is checked and nothing kept.
    ///
    /// # Errors
    /// As [`OpenJob::new`].
    pub fn new(
        bundle: Box<dyn ReadSeek>,
        secret: Secret,
        offload: Offload,
        out: Option<Rc<dyn Store>>,
    ) -> Result<Self> {
        let sink = Sink {
            unpacker: StoredZipUnpacker::default(),
            files: Files {
                out,
                ..Files::default()
            },
        };
        let job = OpenJob::new(bundle, secret, offload)?;
        Ok(OpenBundleJob {
            state: State::Parts(Box::new(job), Box::new(sink)),
            damage: None,
        })
    }

    /// Files above `each` bytes, and further ones once `all` bytes are out, stay inside the
    /// bundle: they are checked and can be read there.
    #[must_use]
    pub fn leave_inside(mut self, each: u64, all: u64) -> Self {
        if let State::Parts(_, sink) = &mut self.state {
            sink.files.allowed = Some((each, all));
        }
        self
    }

    /// Plaintext of a part that was handed out.
    ///
    /// # Errors
    /// As [`OpenJob::supply`].
    pub fn supply(&mut self, index: u32, bytes: Vec<u8>) -> Result<()> {
        match &mut self.state {
            State::Parts(job, _) => job.supply(index, bytes),
            // A part that was under way when another one turned out to be damaged.
            State::Recovering(_) => Ok(()),
            State::Over => Err(Error::new(Code::BadRequest)),
        }
    }

    /// Says that the tag of a part that was handed out is wrong. The next step tells what is left.
    ///
    /// # Errors
    /// As [`OpenJob::refuse`], except that a damaged part is kept for the result.
    pub fn refuse(&mut self, index: u32) -> Result<()> {
        let State::Parts(job, _) = &mut self.state else {
            return Ok(());
        };
        match job.refuse(index) {
            Err(error) if error.code() == Code::PartDamaged => {
                self.damage = Some(error);
                Ok(())
            }
            other => other,
        }
    }

    /// Works for one budget.
    ///
    /// # Errors
    /// As [`OpenJob::step`], except for damaged parts, which the result names; what the store
    /// says. Finished files of the store are then no complete package.
    pub fn step(&mut self, ctx: &mut Ctx) -> Result<OpenBundleStep> {
        match std::mem::replace(&mut self.state, State::Over) {
            State::Parts(mut job, mut sink) => {
                let step = match self.damage.take() {
                    Some(damage) => Err(damage),
                    None => job.step(ctx, &mut *sink),
                };
                let step = match step {
                    Ok(OpenStep::Working(progress)) => OpenBundleStep::Working(progress),
                    Ok(OpenStep::Crypto(part)) => OpenBundleStep::Crypto(part),
                    Ok(OpenStep::Waiting(progress)) => OpenBundleStep::Waiting(progress),
                    Ok(OpenStep::Done(report)) => {
                        sink.unpacker.finish()?;
                        let stream = job.into_stream().map(Window::whole);
                        return Ok(done(stream, sink.files, Ok(report)));
                    }
                    Err(error) if error.code() == Code::PartDamaged => {
                        let Some(stream) = job.into_stream() else {
                            return Ok(done(None, sink.files, Err(vec![error])));
                        };
                        let recovery = Recovery::new(Window::whole(stream), sink.files, error);
                        let progress = recovery.progress();
                        self.state = State::Recovering(Box::new(recovery));
                        return Ok(OpenBundleStep::Working(progress));
                    }
                    Err(error) => return Err(error),
                };
                self.state = State::Parts(job, sink);
                Ok(step)
            }
            State::Recovering(mut recovery) => {
                if recovery.step(ctx)? {
                    let stream = Some(recovery.stream);
                    return Ok(done(stream, recovery.files, Err(recovery.damage)));
                }
                let progress = recovery.progress();
                self.state = State::Recovering(recovery);
                Ok(OpenBundleStep::Working(progress))
            }
            State::Over => Err(Error::new(Code::BadRequest)),
        }
    }
}

/// The account of what was opened.
fn done(
    stream: Option<Window>,
    files: Files,
    sealed: std::result::Result<OpenReport, Vec<Error>>,
) -> OpenBundleStep {
    let report = files.check.finish();
    let mut problems = Vec::new();
    let seal = match sealed {
        Ok(seal) => {
            problems.extend(seal.problems.iter().cloned());
            problems.extend(report.problems);
            Some(seal)
        }
        Err(damage) => {
            problems.extend(damage);
            // Without any file there is no manifest to compare with.
            if !report.files.is_empty() {
                problems.extend(report.problems);
            }
            None
        }
    };
    let inside = stream.map_or_else(BTreeMap::new, |stream| {
        let files = files.inside.into_iter();
        files
            .map(|(path, (at, size))| (path, stream.part(at, size)))
            .collect()
    });
    OpenBundleStep::Done(Box::new(OpenedBundle {
        seal,
        kind: report.kind,
        identifier: report.identifier,
        files: report.files,
        inside,
        problems,
    }))
}
