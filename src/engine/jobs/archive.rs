//! Release, seal and open: the jobs that write files.

use super::super::{Engine, Held, HeldFile, Origin};
use super::{CryptoView, Running, StepOut};
use crate::{
    container::stored_zip::{Planned, StoredZipSource},
    error::{Code, Error, Result},
    job::{Phase, Progress, Step},
    limits,
    model::MessageId,
    package::{Digester, Kind},
    protocol::{
        FileView, Job, JobResult, LeakView, OccurrenceView, OpenSecret, OpenView, ReleaseView,
        SealView, Secrets, SlotView,
    },
    redact::verify::Leak,
    review::Decisions,
    seal::{
        Certificate, FormCheckJob, Offload, Passphrase, PrivateKey, Recipient, Secret, SlotKind,
        SlotLabel,
    },
    store::{ReadSeek, Sources, Store, StoreWriter},
    workflow::{
        OpenBundleJob, OpenBundleStep, OpenedBundle, PackJob, PackOptions, PackStep, PackedSources,
        RECEIPT_PAGE, answers_in,
        receipt::ReleasedAccount,
        release::{ReleaseJob, ReleaseReport},
    },
};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
    rc::Rc,
};

/// Where the finished bundle lies in the store.
const BUNDLE: &str = "bundle.zip";
/// A file taken out of an opened bundle.
const EXTRACTED: &str = "extracted";
/// The released copy as one file to save.
pub const RELEASED_ZIP: &str = "released.zip";
const RELEASED: &str = "released/";
/// Bytes hashed between two looks at the clock.
const CHUNK: usize = 256 << 10;

/// The output that can leave the engine as it is written.
#[must_use]
pub fn streamed(job: &Job) -> Option<&'static str> {
    match job {
        Job::Seal { .. } => Some(BUNDLE),
        Job::Extract { .. } => Some(EXTRACTED),
        _ => None,
    }
}

/// Originals of the case, wherever they are; owned, because packing outlives a borrow.
struct HeldSources {
    held: Vec<Held>,
    files: Rc<dyn super::super::Files>,
    store: Rc<dyn Store>,
}

impl Sources for HeldSources {
    fn open(&self, source: usize, file: usize) -> Result<Box<dyn ReadSeek>> {
        let (files, store) = (self.files.as_ref(), self.store.as_ref());
        super::open_held(&self.held, files, store, source, file)
    }
}

/// The running job.
pub(in crate::engine) enum ArchiveJob {
    Release(Box<ReleaseJob>),
    Bundling(Box<Bundling>),
    Pack {
        job: Box<PackJob>,
        writer: Option<Box<dyn StoreWriter>>,
        /// Of the bundle; its other checksums nobody asks for.
        sha256: Sha256,
        written: u64,
    },
    Open(Box<OpenBundleJob>),
    Extract {
        file: Box<dyn ReadSeek>,
        size: u64,
        writer: Option<Box<dyn StoreWriter>>,
        written: u64,
    },
    Form(Box<FormCheckJob>),
}

/// Makes one ZIP of the released files.
pub(in crate::engine) struct Bundling {
    report: ReleaseReport,
    paths: Vec<String>,
    next: usize,
    current: Option<(Box<dyn ReadSeek>, Digester)>,
    files: Vec<(String, crate::package::Digests)>,
}

impl ArchiveJob {
    pub(super) fn supply(&mut self, index: u32, bytes: Vec<u8>) -> Result<()> {
        match self {
            ArchiveJob::Pack { job, .. } => job.supply(index, bytes),
            ArchiveJob::Open(job) => job.supply(index, bytes),
            _ => Err(Error::new(Code::BadRequest).with("job", "crypto")),
        }
    }

    pub(super) fn refuse(&mut self, index: u32) -> Result<()> {
        match self {
            ArchiveJob::Open(job) => job.refuse(index),
            _ => Err(Error::new(Code::BadRequest).with("job", "crypto")),
        }
    }
}

impl Engine {
    fn sources(&self) -> Rc<dyn Sources> {
        Rc::new(HeldSources {
            held: self.held.clone(),
            files: Rc::clone(&self.files),
            store: Rc::clone(&self.store),
        })
    }

    const fn offload(&self) -> Offload {
        if self.offload {
            Offload::External
        } else {
            Offload::Inline
        }
    }

    pub(super) fn start_archive(&mut self, job: Job) -> Result<ArchiveJob> {
        match job {
            Job::Release => {
                self.released = None;
                let language = self.texts.lang();
                let job = ReleaseJob::new(&self.workspace, language)?;
                Ok(ArchiveJob::Release(Box::new(job)))
            }
            Job::Seal {
                secrets,
                working_file,
            } => self.start_seal(&secrets, working_file),
            Job::Open { file, secret } => {
                let bundle = self.files.open(file)?;
                let secret = match secret {
                    OpenSecret::Passphrase { passphrase } => {
                        Secret::Passphrase(Passphrase::new(&passphrase)?)
                    }
                    OpenSecret::PrivateKey { bytes } => {
                        Secret::PrivateKey(PrivateKey::parse(&bytes)?)
                    }
                    OpenSecret::Nothing => {
                        return Ok(ArchiveJob::Form(Box::new(FormCheckJob::new(bundle)?)));
                    }
                };
                self.opened = None;
                let out = Some(Rc::clone(&self.store));
                let job = OpenBundleJob::new(bundle, secret, self.offload(), out)?
                    .leave_inside(limits::OPENED_FILE_BYTES, limits::OPENED_BYTES);
                Ok(ArchiveJob::Open(Box::new(job)))
            }
            Job::Extract { path } => {
                let inside = self
                    .opened
                    .as_ref()
                    .and_then(|opened| opened.inside.get(&path));
                let window = inside.ok_or_else(|| Error::new(Code::UnknownTarget))?;
                Ok(ArchiveJob::Extract {
                    size: window.size(),
                    file: Box::new(window.clone()),
                    writer: Some(self.store.create(EXTRACTED)?),
                    written: 0,
                })
            }
            _ => Err(Error::new(Code::BadRequest)),
        }
    }

    fn start_seal(&mut self, secrets: &Secrets, working_file: bool) -> Result<ArchiveJob> {
        let now = self.ctx.clock.now_utc_ms();
        let mut recipients = Vec::new();
        for text in &secrets.passphrases {
            recipients.push(Recipient::Passphrase(Passphrase::new(text)?));
        }
        for bytes in &secrets.certificates {
            recipients.push(Recipient::Certificate(Certificate::parse(bytes, now)?));
        }
        let released = match (&self.released, working_file) {
            (_, true) => None,
            (Some(report), false) => Some(released_account(report)),
            (None, false) => return Err(Error::new(Code::GateBlocked)),
        };
        let options = PackOptions {
            kind: if working_file {
                Kind::Working
            } else {
                Kind::Archive
            },
            released,
            language: self.texts.lang(),
            file_sha256: self.tool_sha256.clone(),
        };
        let job = PackJob::new(
            &self.workspace,
            options,
            self.sources(),
            Rc::clone(&self.store),
            recipients,
            self.offload(),
            &mut self.ctx,
        )?;
        Ok(ArchiveJob::Pack {
            job: Box::new(job),
            writer: Some(self.store.create(BUNDLE)?),
            sha256: Sha256::new(),
            written: 0,
        })
    }

    pub(super) fn step_archive(&mut self, running: &mut ArchiveJob) -> Result<StepOut> {
        match running {
            ArchiveJob::Release(job) => {
                let sources = self.sources();
                match job.step(&self.workspace, &mut self.ctx, &*sources, &*self.store)? {
                    Step::Working(progress) => Ok(StepOut::working(progress)),
                    Step::Done(report) if report.leaks.is_empty() => {
                        let paths = self.store.list();
                        let paths = paths
                            .into_iter()
                            .filter(|p| p.starts_with(RELEASED))
                            .collect();
                        *running = ArchiveJob::Bundling(Box::new(Bundling {
                            report,
                            paths,
                            next: 0,
                            current: None,
                            files: Vec::new(),
                        }));
                        Ok(StepOut::working(Progress {
                            phase: Phase::Verifying,
                            ..Progress::default()
                        }))
                    }
                    Step::Done(report) => Ok(StepOut::done(JobResult::Release(
                        self.release_view(&report, Vec::new()),
                    ))),
                }
            }
            ArchiveJob::Bundling(job) => self.step_bundling(job),
            ArchiveJob::Pack {
                job,
                writer,
                sha256,
                written,
            } => {
                let mut sealed = Vec::new();
                let step = job.step(&self.workspace, &mut self.ctx, &mut sealed)?;
                sha256.update(&sealed);
                *written += sealed.len() as u64;
                if let Some(writer) = writer {
                    writer.write_all(&sealed)?;
                }
                match step {
                    PackStep::Working(progress) | PackStep::Waiting(progress) => {
                        Ok(StepOut::working(progress))
                    }
                    PackStep::Crypto(part) => Ok(StepOut::crypto(CryptoView {
                        part,
                        encrypt: true,
                    })),
                    PackStep::Done(report) => {
                        if let Some(writer) = writer.take() {
                            writer.finish()?;
                        }
                        self.saved = self.workspace.decisions.log.lines().len();
                        let receipt = match self.store.size(RECEIPT_PAGE) {
                            Ok(size) => FileView {
                                path: RECEIPT_PAGE.to_owned(),
                                size,
                                sha256: String::new(),
                            },
                            // A working file has none.
                            Err(_) => FileView {
                                path: String::new(),
                                size: 0,
                                sha256: String::new(),
                            },
                        };
                        Ok(StepOut::done(JobResult::Seal(SealView {
                            file: FileView {
                                path: BUNDLE.to_owned(),
                                size: *written,
                                sha256: crate::package::hex(&sha256.finalize_reset()),
                            },
                            receipt,
                            parts: report.seal.parts,
                            slots: report.seal.slots.iter().map(slot_view).collect(),
                        })))
                    }
                }
            }
            ArchiveJob::Open(job) => match job.step(&mut self.ctx)? {
                OpenBundleStep::Working(progress) | OpenBundleStep::Waiting(progress) => {
                    Ok(StepOut::working(progress))
                }
                OpenBundleStep::Crypto(part) => Ok(StepOut::crypto(CryptoView {
                    part,
                    encrypt: false,
                })),
                OpenBundleStep::Done(opened) => {
                    let view = self.open_view(&opened);
                    self.opened = Some(*opened);
                    Ok(StepOut::done(JobResult::Open(view)))
                }
            },
            ArchiveJob::Extract {
                file,
                size,
                writer,
                written,
            } => {
                let mut budget = self.ctx.budget();
                let mut buffer = vec![0; CHUNK];
                let progress = |done| Progress {
                    phase: Phase::Opening,
                    done,
                    total: *size,
                    records: 0,
                };
                loop {
                    let got = file.read(&mut buffer)?;
                    let Some(out) = writer.as_mut().filter(|_| got > 0) else {
                        break;
                    };
                    out.write_all(buffer.get(..got).unwrap_or_default())?;
                    *written += got as u64;
                    if budget.spent_now() {
                        return Ok(StepOut::working(progress(*written)));
                    }
                }
                if let Some(writer) = writer.take() {
                    writer.finish()?;
                }
                Ok(StepOut::done(JobResult::File(FileView {
                    path: EXTRACTED.to_owned(),
                    size: *written,
                    sha256: String::new(),
                })))
            }
            ArchiveJob::Form(job) => match job.step(&mut self.ctx)? {
                Step::Working(progress) => Ok(StepOut::working(progress)),
                Step::Done(report) => Ok(StepOut::done(JobResult::Open(OpenView {
                    intact: report.problems.is_empty(),
                    opened: false,
                    damaged: report
                        .problems
                        .iter()
                        .map(|error| self.sentence(error))
                        .collect(),
                    parts: report.parts,
                    ..OpenView::default()
                }))),
            },
        }
    }

    fn sentence(&self, error: &Error) -> String {
        crate::locales::error_text(self.texts.lang(), error).0
    }

    fn open_view(&self, opened: &OpenedBundle) -> OpenView {
        OpenView {
            intact: opened.problems.is_empty(),
            opened: true,
            working_file: opened.kind == Some(Kind::Working),
            files: opened
                .files
                .iter()
                .map(|(path, digests)| FileView {
                    path: path.clone(),
                    size: digests.size,
                    sha256: digests.sha256.clone(),
                })
                .collect(),
            inside: opened.inside.keys().cloned().collect(),
            damaged: opened
                .problems
                .iter()
                .map(|error| self.sentence(error))
                .collect(),
            parts: opened.seal.as_ref().map_or(0, |seal| seal.parts),
        }
    }

    fn step_bundling(&mut self, job: &mut Bundling) -> Result<StepOut> {
        let mut budget = self.ctx.budget();
        let mut buffer = vec![0; CHUNK];
        while let Some(path) = job.paths.get(job.next) {
            let (mut reader, mut digester) = match job.current.take() {
                Some(current) => current,
                None => (self.store.open(path)?, Digester::default()),
            };
            let got = reader.read(&mut buffer)?;
            if got > 0 {
                digester.update(buffer.get(..got).unwrap_or_default());
                job.current = Some((reader, digester));
            } else {
                job.files.push((path.clone(), digester.finish()));
                job.next += 1;
            }
            if budget.spent_now() {
                return Ok(StepOut::working(Progress {
                    phase: Phase::Verifying,
                    done: job.next as u64,
                    total: job.paths.len() as u64,
                    records: 0,
                }));
            }
        }
        self.write_released_zip(&job.files)?;
        let files = job
            .files
            .iter()
            .map(|(path, digests)| FileView {
                path: path.clone(),
                size: digests.size,
                sha256: digests.sha256.clone(),
            })
            .collect();
        let view = self.release_view(&job.report, files);
        self.released = Some(job.report.clone());
        Ok(StepOut::done(JobResult::Release(view)))
    }

    fn write_released_zip(&self, files: &[(String, crate::package::Digests)]) -> Result<()> {
        let members = files
            .iter()
            .map(|(path, digests)| Planned {
                path: path.clone(),
                size: digests.size,
                crc32: digests.crc32,
            })
            .collect();
        let (store, paths) = (
            Rc::clone(&self.store),
            files.iter().map(|(path, _)| path.clone()),
        );
        let paths: Vec<String> = paths.collect();
        let open = Box::new(move |at: usize| -> Result<Box<dyn Read>> {
            let path = paths.get(at).ok_or_else(|| Error::new(Code::BadRequest))?;
            Ok(Box::new(store.open(path)?))
        });
        let mut zip = StoredZipSource::new(members, open)?;
        let mut writer = self.store.create(RELEASED_ZIP)?;
        std::io::copy(&mut zip, &mut writer)?;
        writer.finish()
    }

    fn release_view(&self, report: &ReleaseReport, files: Vec<FileView>) -> ReleaseView {
        let summary = &report.summary;
        ReleaseView {
            verified: report.leaks.is_empty(),
            files,
            searched_values: report.searched_values as u32,
            leaks: self.leak_views(&report.leaks),
            messages: (summary.given + summary.part + summary.withheld) as u32,
            partly: summary.part as u32,
            withheld: summary.withheld as u32,
            outside: summary.outside as u32,
            attachments_withheld: summary.attachments_withheld as u32,
            pictures: summary.attachments_given as u32,
        }
    }

    /// Leaks with their messages; the same value in the same message is one of them, however many
    /// files of the copy show it.
    fn leak_views(&self, leaks: &[Leak]) -> Vec<LeakView> {
        let case = &self.workspace.case;
        let plan = self.plan().ok();
        let wanted: BTreeSet<(u32, u32)> = leaks.iter().filter_map(|leak| leak.at).collect();
        let mut messages = BTreeMap::new();
        if let Some(plan) = plan.filter(|_| !wanted.is_empty()) {
            for id in (0..case.messages.len() as u32).map(MessageId) {
                let at = plan.position(case, id);
                if let Some(at) = at.filter(|at| wanted.contains(at)) {
                    messages.insert(at, id);
                }
            }
        }
        let mut views: Vec<LeakView> = Vec::new();
        for leak in leaks {
            let message = leak.at.and_then(|at| messages.get(&at).copied());
            let stable = message.and_then(|id| case.stable_id(id));
            let value = (!leak.key.is_empty()).then(|| OccurrenceView {
                place: stable.unwrap_or_else(|| leak.place.clone()),
                category: leak.category,
                key: leak.key.to_string(),
            });
            let listed = |view: &LeakView| view.value.is_some() && view.value == value;
            if !views.iter().any(listed) {
                views.push(LeakView {
                    path: leak.path.clone(),
                    place: leak.place.clone(),
                    category: leak.category,
                    message,
                    value,
                });
            }
        }
        views
    }

    pub(super) fn discard_archive(&mut self, job: ArchiveJob) {
        drop(job);
        for path in self.store.list() {
            let half = path.starts_with(RELEASED)
                || path.starts_with("internal/")
                || path == BUNDLE
                || path == EXTRACTED;
            if half && self.released.is_none() {
                // Nothing half-written stays; a path that is gone already is as good.
                let _gone = self.store.remove(&path);
            }
        }
    }

    /// Takes the working file that was opened last as the case.
    pub(super) fn continue_opened(&mut self) -> Result<Running> {
        let opened = self
            .opened
            .clone()
            .ok_or_else(|| Error::new(Code::BadRequest))?;
        let open = |path: &str| -> Result<Box<dyn ReadSeek>> {
            match opened.inside.get(path) {
                Some(window) => Ok(Box::new(window.clone())),
                None => self.store.open(path),
            }
        };
        let mut log = String::new();
        open("data/decisions.jsonl")?
            .take(limits::RECORD_BYTES)
            .read_to_string(&mut log)?;
        let list: PackedSources = {
            let list = open("data/sources.json")?;
            serde_json::from_reader(list.take(limits::RECORD_BYTES))
                .map_err(|_| Error::new(Code::PackageIncomplete).with("entry", "sources.json"))?
        };
        self.held = list
            .sources
            .into_iter()
            .map(|source| {
                let files = source.files.into_iter().map(|file| HeldFile {
                    path: file.path,
                    size: file.bytes,
                    origin: match file.original {
                        Some(path) => {
                            let path = format!("data/{path}");
                            match opened.inside.get(&path) {
                                Some(window) => Origin::Inside(window.clone()),
                                None => Origin::Stored(path),
                            }
                        }
                        None => Origin::Listed,
                    },
                });
                let mut held = Held::new(source.name, files.collect());
                if let Some(logged) = answers_in(&log, &source.sha256) {
                    held.take_answers(logged);
                }
                held
            })
            .collect();
        if let Some(held) = self.held.iter().flat_map(|held| &held.files).find(
            |file| matches!(&file.origin, Origin::Stored(path) if !opened.files.contains_key(path)),
        ) {
            return Err(Error::new(Code::PackageIncomplete).with("entry", &held.path));
        }
        self.workspace = crate::workflow::Workspace::default();
        let (decisions, _) = Decisions::replay(&self.workspace.case, Vec::new(), &log)?;
        self.saved = decisions.log.lines().len();
        self.workspace.decisions = decisions;
        Ok(self.load_from(0))
    }
}

fn slot_view(slot: &SlotLabel) -> SlotView {
    SlotView {
        fingerprint: slot.fingerprint.clone(),
        role: match &slot.kind {
            SlotKind::Passphrase => "passphrase".to_owned(),
            _ => "certificate".to_owned(),
        },
    }
}

fn released_account(report: &ReleaseReport) -> ReleasedAccount {
    ReleasedAccount {
        verified: report.leaks.is_empty(),
        searched_values: report.searched_values,
        attachments_withheld: report.summary.attachments_withheld,
        pictures: report.summary.attachments_given,
        files: Vec::new(),
    }
}
