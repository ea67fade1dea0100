//! Long work behind the page: one job at a time, advanced step by step.

use super::{Engine, Held, Origin};
use crate::{
    container::{FileSet, SetFile},
    detect::Settings,
    error::{Code, Error, Result},
    import::{Answers, DateOrder, Password},
    job::{Phase, Progress, Step},
    merge::JoinJob,
    protocol::{Ack, Job, JobResult, JournalFile, JournalSource, JournalView, StepView},
    seal::{CryptoPart, EnvelopeJob, Passphrase},
    store::ReadSeek,
    workflow::{Input, LoadAllJob, ScanJob, Snapshot, SnapshotSource},
};
use std::rc::Rc;

mod archive;

pub use archive::streamed;

/// A part for WebCrypto.
pub struct CryptoView {
    /// The part; `data` is plaintext or ciphertext and tag.
    pub part: CryptoPart,
    /// Encrypt, else decrypt.
    pub encrypt: bool,
}

/// What a step gives.
pub struct StepOut {
    /// For the page.
    pub view: StepView,
    /// Bytes that travel beside it.
    pub crypto: Option<CryptoView>,
}

impl StepOut {
    fn working(progress: Progress) -> Self {
        Self {
            view: StepView::Working { progress },
            crypto: None,
        }
    }

    fn crypto(crypto: CryptoView) -> Self {
        let view = StepView::Crypto {
            index: crypto.part.index,
            encrypt: crypto.encrypt,
            progress: Progress::default(),
        };
        Self {
            view,
            crypto: Some(crypto),
        }
    }

    fn done(result: JobResult) -> Self {
        Self {
            view: StepView::Done { result },
            crypto: None,
        }
    }
}

/// The job in work.
pub(super) enum Running {
    Load {
        job: Box<LoadAllJob>,
        keep: usize,
        /// Set when everything is read.
        joining: Option<Box<JoinJob>>,
        /// Everything is joined.
        joined: bool,
    },
    Scan(Box<ScanJob>),
    Gate(Option<Box<super::gate::Checking>>),
    Protect(Box<EnvelopeJob>),
    OpenJournal {
        job: Box<EnvelopeJob>,
        sealed: Vec<u8>,
    },
    Archive(Box<archive::ArchiveJob>),
}

impl Engine {
    /// Starts a job.
    ///
    /// # Errors
    /// [`Code::BadRequest`] while another job runs; else as the job says.
    pub fn start(&mut self, job: Job) -> Result<()> {
        if self.running.is_some() {
            return Err(Error::new(Code::BadRequest).with("job", "running"));
        }
        let running = match job {
            Job::Load { files } => {
                let keep = self.held.len();
                let given = self.grouped(&files);
                self.held.extend(given);
                self.load_from(keep)
            }
            Job::Reload => {
                self.workspace.case = crate::model::Case::default();
                self.workspace.case_changed()?;
                self.load_from(0)
            }
            Job::Continue => self.continue_opened()?,
            Job::Scan => Running::Scan(Box::new(self.watched_scan()?)),
            Job::Gate => Running::Gate(None),
            Job::Protect { passphrase } => {
                let passphrase = Passphrase::new(&passphrase)?;
                Running::Protect(Box::new(EnvelopeJob::create(&passphrase, &mut self.ctx)))
            }
            Job::OpenJournal { bytes, passphrase } => {
                let passphrase = Passphrase::new(&passphrase)?;
                let job = Box::new(EnvelopeJob::reopen(&passphrase, &bytes)?);
                Running::OpenJournal { job, sealed: bytes }
            }
            other => Running::Archive(Box::new(self.start_archive(other)?)),
        };
        if !matches!(running, Running::Gate(_)) {
            self.forget_work();
        }
        self.running = Some(running);
        Ok(())
    }

    /// A search that notes file and record, as loading does, and begins with the conversations at the
    /// top of the list.
    fn watched_scan(&self) -> Result<ScanJob> {
        let files = Rc::clone(&self.files);
        let position = Rc::clone(&self.position);
        let numbers: Vec<Option<u32>> = self
            .held
            .iter()
            .map(|held| {
                held.files.iter().find_map(|file| match file.origin {
                    Origin::File(number) => Some(number),
                    Origin::Stored(_) | Origin::Inside(_) | Origin::Listed => None,
                })
            })
            .collect();
        let settings = Settings::of(self.workspace.decisions.review.search())?;
        Ok(ScanJob::with_settings(&self.workspace.case, settings)
            .first(&self.as_listed())
            .watched(Box::new(move |source, record| {
                files.note(numbers.get(source.index()).copied().flatten());
                position.set(u64::from(record));
            })))
    }

    pub(super) fn load_from(&self, keep: usize) -> Running {
        let held = self.held.iter().skip(keep);
        let inputs = held.map(|held| self.input(held)).collect();
        let case = &self.workspace.case;
        let job = Box::new(LoadAllJob::new(case, inputs, Rc::clone(&self.position)));
        Running::Load {
            job,
            keep,
            joining: None,
            joined: false,
        }
    }

    /// Advances the job by one step.
    ///
    /// # Errors
    /// As the job says; the job is over then and has left nothing behind.
    pub fn step(&mut self) -> Result<StepOut> {
        let Some(mut running) = self.running.take() else {
            return Err(Error::new(Code::BadRequest).with("job", "none"));
        };
        match self.advance(&mut running) {
            Ok(out) => {
                if !matches!(out.view, StepView::Done { .. }) {
                    self.running = Some(running);
                } else if !matches!(running, Running::Gate(_)) {
                    self.forget_work();
                }
                Ok(out)
            }
            Err(error) => {
                self.forget_work();
                self.take_back(running);
                Err(error)
            }
        }
    }

    fn advance(&mut self, running: &mut Running) -> Result<StepOut> {
        match running {
            Running::Load { joined: true, .. } => {
                self.workspace.joined()?;
                self.released = None;
                Ok(StepOut::done(JobResult::Overview(self.overview()?)))
            }
            Running::Load {
                joining: Some(job),
                joined,
                ..
            } => match job.step(&mut self.workspace.case, &self.ctx) {
                Step::Working(progress) => Ok(StepOut::working(progress)),
                Step::Done(()) => {
                    // What is left takes a step of its own.
                    *joined = true;
                    let messages = self.workspace.case.messages.len() as u64;
                    Ok(StepOut::working(Progress {
                        phase: Phase::Joining,
                        done: messages,
                        total: messages,
                        records: messages,
                    }))
                }
            },
            Running::Load {
                job, keep, joining, ..
            } => {
                match job.step(&mut self.workspace.case, &mut self.ctx)? {
                    Step::Working(progress) => Ok(StepOut::working(progress)),
                    Step::Done(added) => {
                        // What was there already is no second source.
                        let mut added = added.into_iter();
                        let mut at = 0;
                        let keep = *keep;
                        self.held.retain(|_| {
                            at += 1;
                            at <= keep || added.next().unwrap_or(true)
                        });
                        *joining = Some(Box::new(self.workspace.joining()));
                        Ok(StepOut::working(Progress {
                            phase: Phase::Joining,
                            ..Progress::default()
                        }))
                    }
                }
            }
            Running::Scan(job) => match job.step(&self.workspace.case, &self.ctx)? {
                Step::Working(progress) => Ok(StepOut::working(progress)),
                Step::Done(findings) => {
                    self.position.set(0);
                    self.workspace.set_findings(findings)?;
                    self.order_findings();
                    self.released = None;
                    Ok(StepOut::done(JobResult::Overview(self.overview()?)))
                }
            },
            Running::Gate(checking) => match self.check(checking)? {
                Step::Working(progress) => Ok(StepOut::working(progress)),
                Step::Done(()) => Ok(StepOut::done(JobResult::Gate(self.gate()?))),
            },
            Running::Protect(job) => match job.step(&self.ctx) {
                Step::Working(progress) => Ok(StepOut::working(progress)),
                Step::Done(envelope) => {
                    self.envelope = Some(envelope);
                    self.journalled = None;
                    Ok(StepOut::done(JobResult::Ack(Ack { ok: true })))
                }
            },
            Running::OpenJournal { job, sealed } => match job.step(&self.ctx) {
                Step::Working(progress) => Ok(StepOut::working(progress)),
                Step::Done(envelope) => {
                    let plain = envelope.open(sealed)?;
                    let snapshot = std::str::from_utf8(&plain)
                        .map_err(|_| Error::new(Code::NotABundle))?
                        .to_owned();
                    let read: Snapshot = serde_json::from_str(&snapshot)
                        .map_err(|_| Error::new(Code::NotABundle))?;
                    Ok(StepOut::done(JobResult::Journal(JournalView {
                        sources: read.sources.into_iter().map(journal_source).collect(),
                        decisions: read.log.lines().count() as u32,
                        snapshot,
                    })))
                }
            },
            Running::Archive(job) => self.step_archive(job),
        }
    }

    /// Gives back a part that WebCrypto has done.
    ///
    /// # Errors
    /// [`Code::BadRequest`] when no such part is waited for.
    pub fn supply(&mut self, index: u32, bytes: Vec<u8>) -> Result<()> {
        match &mut self.running {
            Some(Running::Archive(job)) => job.supply(index, bytes),
            _ => Err(Error::new(Code::BadRequest).with("job", "none")),
        }
    }

    /// Says that the tag of a part that was given out for decryption is wrong.
    ///
    /// # Errors
    /// As [`Engine::supply`].
    pub fn refuse(&mut self, index: u32) -> Result<()> {
        match &mut self.running {
            Some(Running::Archive(job)) => job.refuse(index),
            _ => Err(Error::new(Code::BadRequest).with("job", "none")),
        }
    }

    /// Stops the job and takes back what it did.
    pub fn cancel(&mut self) {
        if let Some(running) = self.running.take() {
            self.forget_work();
            self.take_back(running);
        }
    }

    fn take_back(&mut self, running: Running) {
        match running {
            Running::Load {
                job, keep, joining, ..
            } => {
                let joined = joining.is_some();
                if joined {
                    crate::merge::reset(&mut self.workspace.case);
                }
                job.undo(&mut self.workspace.case);
                if joined {
                    // What was there before is joined as it was.
                    let findings = self.workspace.decisions.review.scanned_findings().to_vec();
                    let scanned = self.workspace.scanned;
                    if self.workspace.case_changed().is_ok()
                        && self.workspace.set_findings(findings).is_ok()
                    {
                        self.workspace.scanned = scanned;
                    }
                }
                self.held
                    .truncate(keep.max(self.workspace.case.sources.len()));
            }
            Running::Archive(job) => self.discard_archive(*job),
            Running::Scan(_)
            | Running::Gate(_)
            | Running::Protect(_)
            | Running::OpenJournal { .. } => {}
        }
    }

    pub(super) fn open_source(&self, source: usize, file: usize) -> Result<Box<dyn ReadSeek>> {
        open_held(
            &self.held,
            self.files.as_ref(),
            self.store.as_ref(),
            source,
            file,
        )
    }

    fn input(&self, held: &Held) -> Input {
        let (files, store) = (Rc::clone(&self.files), Rc::clone(&self.store));
        let origins: Vec<Origin> = held.files.iter().map(|file| file.origin.clone()).collect();
        let listed = held.files.iter().map(|file| SetFile {
            path: file.path.clone(),
            size: file.size,
        });
        Input {
            name: held.name.clone(),
            files: FileSet::new(
                listed.collect(),
                Rc::new(move |file| open_origin(origins.get(file), files.as_ref(), store.as_ref())),
            ),
            answers: Answers {
                format: held.answers.format.clone(),
                zone: held.answers.zone.clone(),
                owners: held.answers.owners.clone(),
                date_order: held
                    .answers
                    .date_order
                    .as_deref()
                    .and_then(DateOrder::from_id),
                mapping: held.answers.mapping.clone(),
                password: held.answers.password.as_deref().map(Password::new),
                poisoned: held.poisoned.clone(),
            },
        }
    }
}

/// A source that must be given again, with every file by name and digest.
fn journal_source(source: SnapshotSource) -> JournalSource {
    let files = if source.files.is_empty() {
        vec![JournalFile {
            name: source.name.clone(),
            sha256: source.sha256.clone(),
        }]
    } else {
        let files = source.files.into_iter();
        files
            .map(|file| JournalFile {
                name: file.path,
                sha256: file.sha256,
            })
            .collect()
    };
    JournalSource {
        name: source.name,
        size: source.size,
        sha256: source.sha256,
        files,
    }
}

fn open_held(
    held: &[Held],
    files: &dyn super::Files,
    store: &dyn crate::store::Store,
    source: usize,
    file: usize,
) -> Result<Box<dyn ReadSeek>> {
    let file = held.get(source).and_then(|held| held.files.get(file));
    open_origin(file.map(|file| &file.origin), files, store)
}

fn open_origin(
    origin: Option<&Origin>,
    files: &dyn super::Files,
    store: &dyn crate::store::Store,
) -> Result<Box<dyn ReadSeek>> {
    match origin {
        Some(Origin::File(file)) => files.open(*file),
        Some(Origin::Stored(path)) => store.open(path),
        Some(Origin::Listed) => Err(Error::new(Code::AttachmentMissing)),
        // Read from its beginning, whatever was read before.
        Some(Origin::Inside(window)) => Ok(Box::new(window.part(0, window.size()))),
        None => Err(Error::new(Code::UnknownTarget)),
    }
}
