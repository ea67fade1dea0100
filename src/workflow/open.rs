//! Opening a bundle: decrypted parts are unpacked as they arrive, into a store or nowhere (a
//! check), and every file is compared with the package's manifests.
//!
//! A damaged part ends the reading; the files that were complete before it are authentic and are
//! kept, those that the manifests list and that did not arrive are named.

use crate::{
    container::stored_zip::{Event, StoredZipUnpacker},
    error::{Code, Error, Result},
    job::{Ctx, Progress},
    package::{BASE, BagCheck, Digests, Kind},
    seal::{CryptoPart, Offload, OpenJob, OpenReport, OpenStep, Secret},
    store::{ReadSeek, Store, StoreWriter},
};
use std::{collections::BTreeMap, io::Write, rc::Rc};

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
}

impl Files {
    fn take(&mut self, event: Event<'_>) -> Result<()> {
        match event {
            Event::Begin { path, .. } => {
                let path = path
                    .strip_prefix(BASE)
                    .and_then(|path| path.strip_prefix('/'))
                    .unwrap_or(path);
                self.check.begin(path);
                self.writer = match &self.out {
                    Some(out) => Some(out.create(path)?),
                    None => None,
                };
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
    job: OpenJob,
    sink: Option<Sink>,
    damage: Option<Error>,
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
        Ok(OpenBundleJob {
            job: OpenJob::new(bundle, secret, offload)?,
            sink: Some(Sink {
                unpacker: StoredZipUnpacker::default(),
                files: Files {
                    out,
                    ..Files::default()
                },
            }),
            damage: None,
        })
    }

    /// Plaintext of a part that was handed out.
    ///
    /// # Errors
    /// As [`OpenJob::supply`].
    pub fn supply(&mut self, index: u32, bytes: Vec<u8>) -> Result<()> {
        self.job.supply(index, bytes)
    }

    /// Says that the tag of a part that was handed out is wrong. The next step tells what is left.
    ///
    /// # Errors
    /// As [`OpenJob::refuse`], except that a damaged part is kept for the result.
    pub fn refuse(&mut self, index: u32) -> Result<()> {
        match self.job.refuse(index) {
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
        let Some(sink) = &mut self.sink else {
            return Err(Error::new(Code::BadRequest));
        };
        let step = match self.damage.take() {
            Some(damage) => Err(damage),
            None => self.job.step(ctx, sink),
        };
        match step {
            Ok(OpenStep::Working(progress)) => Ok(OpenBundleStep::Working(progress)),
            Ok(OpenStep::Crypto(part)) => Ok(OpenBundleStep::Crypto(part)),
            Ok(OpenStep::Waiting(progress)) => Ok(OpenBundleStep::Waiting(progress)),
            Ok(OpenStep::Done(report)) => self.finish(Ok(report)),
            Err(error) if error.code() == Code::PartDamaged => self.finish(Err(error)),
            Err(error) => Err(error),
        }
    }

    fn finish(&mut self, sealed: Result<OpenReport>) -> Result<OpenBundleStep> {
        let Some(sink) = self.sink.take() else {
            return Err(Error::new(Code::BadRequest));
        };
        let Sink { unpacker, files } = sink;
        let report = files.check.finish();
        let mut problems = Vec::new();
        let seal = match sealed {
            Ok(seal) => {
                unpacker.finish()?;
                problems.extend(seal.problems.iter().cloned());
                problems.extend(report.problems);
                Some(seal)
            }
            Err(damage) => {
                problems.push(damage);
                // Without any file there is no manifest to compare with.
                if !report.files.is_empty() {
                    problems.extend(report.problems);
                }
                None
            }
        };
        Ok(OpenBundleStep::Done(Box::new(OpenedBundle {
            seal,
            kind: report.kind,
            identifier: report.identifier,
            files: report.files,
            problems,
        })))
    }
}
