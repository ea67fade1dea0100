//! Packing: internal copy, findings and receipt are written, every output gets its digests, and
//! the bag goes through the seal as one stream. Originals are read from their sources while
//! sealing and never held.
//!
//! Before this job the store holds the released copy under `released/`. The job adds `internal/`,
//! `findings.jsonl`, `receipt.json` and `receipt.html` to it.

use super::{
    CoverageReport, FindingLines, GAP_DAYS, Workspace, originals, people, people_csv,
    receipt::{Receipt, ReleasedAccount, ReleasedFile, TOOL, VERSION},
    register, register_csv,
    release::{INTERNAL, InternalJob, RELEASED},
};
use crate::{
    error::{Error, Result},
    job::{Ctx, Phase, Progress, Step},
    locales::{Lang, Texts},
    package::{Artifact, Bag, BagInfo, Digester, Kind},
    seal::{CryptoPart, KeyJob, Keys, Offload, Profile, Recipient, SealJob, SealReport, SealStep},
    store::{ReadSeek, Sources, Store, StoreWriter},
    time::{Zone, iso_utc},
};
use std::{
    io::{Read, Write},
    rc::Rc,
};

/// Where the store holds the receipt page after packing.
pub const RECEIPT_PAGE: &str = "receipt.html";
const RECEIPT_JSON: &str = "receipt.json";
const FINDINGS: &str = "findings.jsonl";
/// Folders of the store that go into an archive package.
const RENDITIONS: [&str; 2] = [RELEASED, INTERNAL];
/// Bytes read between two looks at the clock.
const CHUNK: usize = 256 << 10;

/// What is packed besides the case itself.
pub struct PackOptions {
    /// Archive package or working file.
    pub kind: Kind,
    /// What the release reported; its list of files is made here.
    pub released: Option<ReleasedAccount>,
    /// Language of README and receipt.
    pub language: Lang,
    /// SHA-256 of the tool's own file, where the caller knows it.
    pub file_sha256: Option<String>,
}

/// The outcome of one step.
pub enum PackStep {
    /// More to do.
    Working(Progress),
    /// A part to encrypt elsewhere; see [`PackJob::supply`].
    Crypto(CryptoPart),
    /// Nothing to do before a part is supplied.
    Waiting(Progress),
    /// The bundle is complete.
    Done(PackReport),
}

/// What was packed.
#[derive(Clone, Debug)]
pub struct PackReport {
    /// The bundle.
    pub seal: SealReport,
    /// Payload files of the package.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

struct Hashing {
    keys: Keys,
    paths: Vec<String>,
    next: usize,
    total: u64,
    done: u64,
    current: Option<(Box<dyn ReadSeek>, Digester)>,
    artifacts: Vec<Artifact>,
    buffer: Vec<u8>,
}

enum State {
    Keys(Box<KeyJob>),
    Internal {
        keys: Keys,
        job: Box<InternalJob>,
    },
    Findings {
        keys: Keys,
        lines: FindingLines,
        next: usize,
        writer: Box<dyn StoreWriter>,
    },
    Hashing(Box<Hashing>),
    Sealing {
        job: Box<SealJob>,
        files: u64,
        bytes: u64,
    },
    Over,
}

/// Packs and seals one case.
pub struct PackJob {
    options: PackOptions,
    receipt: Receipt,
    sources: Rc<dyn Sources>,
    store: Rc<dyn Store>,
    offload: Offload,
    state: State,
    now_utc_ms: i64,
}

impl PackJob {
    /// Prepares. `sources` gives the originals in the order of the case.
    ///
    /// # Errors
    /// As [`KeyJob::new`]; when the coverage cannot be worked out.
    pub fn new(
        workspace: &Workspace,
        options: PackOptions,
        sources: Rc<dyn Sources>,
        store: Rc<dyn Store>,
        recipients: Vec<Recipient>,
        offload: Offload,
        ctx: &mut Ctx,
    ) -> Result<Self> {
        let now_utc_ms = ctx.clock.now_utc_ms();
        let receipt = Receipt::new(
            workspace,
            options.released.clone(),
            options.file_sha256.clone(),
            options.language,
            now_utc_ms,
        )?;
        let keys = KeyJob::new(recipients, Profile::default(), ctx)?;
        Ok(PackJob {
            options,
            receipt,
            sources,
            store,
            offload,
            state: State::Keys(Box::new(keys)),
            now_utc_ms,
        })
    }

    /// Ciphertext and tag of a part that was handed out.
    ///
    /// # Errors
    /// As [`SealJob::supply`].
    pub fn supply(&mut self, index: u32, bytes: Vec<u8>) -> Result<()> {
        match &mut self.state {
            State::Sealing { job, .. } => job.supply(index, bytes),
            _ => Err(Error::new(crate::error::Code::BadRequest)),
        }
    }

    /// Works for one budget; bytes of the bundle go to `out`.
    ///
    /// # Errors
    /// [`crate::error::Code::SourceChanged`] when an original is no longer what it was, and what
    /// store and sink say.
    pub fn step(
        &mut self,
        workspace: &Workspace,
        ctx: &mut Ctx,
        out: &mut dyn Write,
    ) -> Result<PackStep> {
        match std::mem::replace(&mut self.state, State::Over) {
            State::Keys(mut job) => {
                let mut budget = ctx.budget();
                match job.step(&mut budget) {
                    Step::Working(progress) => {
                        self.state = State::Keys(job);
                        Ok(PackStep::Working(progress))
                    }
                    Step::Done(keys) => self.start(keys, workspace),
                }
            }
            State::Internal { keys, mut job } => match job.step(workspace, ctx, &*self.store)? {
                Step::Working(progress) => {
                    self.state = State::Internal { keys, job };
                    Ok(PackStep::Working(progress))
                }
                Step::Done(()) => {
                    self.state = State::Findings {
                        keys,
                        lines: FindingLines::new(&workspace.case, true),
                        next: 0,
                        writer: self.store.create(FINDINGS)?,
                    };
                    Ok(PackStep::Working(Progress {
                        phase: Phase::Sealing,
                        ..Progress::default()
                    }))
                }
            },
            State::Findings {
                keys,
                lines,
                next,
                writer,
            } => self.write_findings(workspace, ctx, keys, lines, next, writer),
            State::Hashing(mut hashing) => {
                if !hashing.work(&*self.store, &self.store, ctx)? {
                    let progress = hashing.progress();
                    self.state = State::Hashing(hashing);
                    return Ok(PackStep::Working(progress));
                }
                self.seal(*hashing, workspace)
            }
            State::Sealing {
                mut job,
                files,
                bytes,
            } => {
                let step = job.step(ctx, out)?;
                if let SealStep::Done(seal) = step {
                    return Ok(PackStep::Done(PackReport { seal, files, bytes }));
                }
                self.state = State::Sealing { job, files, bytes };
                Ok(match step {
                    SealStep::Crypto(part) => PackStep::Crypto(part),
                    SealStep::Waiting(progress) => PackStep::Waiting(progress),
                    SealStep::Working(progress) => PackStep::Working(progress),
                    SealStep::Done(_) => return Err(Error::new(crate::error::Code::BadRequest)),
                })
            }
            State::Over => Err(Error::new(crate::error::Code::BadRequest)),
        }
    }

    fn start(&mut self, keys: Keys, workspace: &Workspace) -> Result<PackStep> {
        self.receipt.slots = keys.labels().to_vec();
        self.state = match self.options.kind {
            Kind::Archive => State::Internal {
                keys,
                job: Box::new(InternalJob::new(workspace, self.options.language)?),
            },
            Kind::Working => State::Hashing(Box::new(Hashing::new(keys, Vec::new(), 0))),
        };
        Ok(PackStep::Working(Progress {
            phase: Phase::Sealing,
            ..Progress::default()
        }))
    }

    fn write_findings(
        &mut self,
        workspace: &Workspace,
        ctx: &Ctx,
        keys: Keys,
        lines: FindingLines,
        mut next: usize,
        mut writer: Box<dyn StoreWriter>,
    ) -> Result<PackStep> {
        let mut budget = ctx.budget();
        let count = workspace.decisions.review.findings().len();
        while next < count {
            let id = crate::finding::FindingId(next as u32);
            next += 1;
            if workspace.decisions.review.is_active(id)
                && let Some(line) = lines.line(workspace, id)
            {
                writer.write_all(line.to_line()?.as_bytes())?;
            }
            if budget.spent() {
                break;
            }
        }
        if next < count {
            self.state = State::Findings {
                keys,
                lines,
                next,
                writer,
            };
            return Ok(PackStep::Working(Progress {
                phase: Phase::Sealing,
                done: 0,
                total: 0,
                records: next as u64,
            }));
        }
        writer.finish()?;
        let mut paths: Vec<String> = self
            .store
            .list()
            .into_iter()
            .filter(|path| RENDITIONS.iter().any(|folder| path.starts_with(folder)))
            .collect();
        paths.push(FINDINGS.to_owned());
        let mut total = 0;
        for path in &paths {
            total += self.store.size(path)?;
        }
        let hashing = Hashing::new(keys, paths, total);
        let progress = hashing.progress();
        self.state = State::Hashing(Box::new(hashing));
        Ok(PackStep::Working(progress))
    }

    fn seal(&mut self, hashing: Hashing, workspace: &Workspace) -> Result<PackStep> {
        let Hashing {
            keys,
            mut artifacts,
            ..
        } = hashing;
        if let Some(released) = &mut self.receipt.released {
            released.files = artifacts
                .iter()
                .filter_map(|artifact| {
                    Some(ReleasedFile {
                        path: artifact.path.strip_prefix(RELEASED)?.to_owned(),
                        bytes: artifact.digests.size,
                        sha256: artifact.digests.sha256.clone(),
                    })
                })
                .collect();
        }
        for (path, text) in [
            (RECEIPT_JSON, self.receipt.to_json()?),
            (RECEIPT_PAGE, self.receipt.to_html()),
        ] {
            let mut writer = self.store.create(path)?;
            writer.write_all(text.as_bytes())?;
            writer.finish()?;
            artifacts.push(Artifact::of_bytes(path, text.into_bytes()));
        }
        if self.options.kind == Kind::Archive {
            artifacts.extend(lists(workspace, self.options.language, self.now_utc_ms)?);
        }
        let log = workspace.decisions.log.export();
        artifacts.push(Artifact::of_bytes("decisions.jsonl", log.into_bytes()));
        let date: String = iso_utc(self.now_utc_ms).chars().take(10).collect();
        let released = self.receipt.released.is_some();
        let readme = readme(&self.options, &date, released);
        artifacts.push(Artifact::of_bytes("README.txt", readme.into_bytes()));
        let list = originals::list(&workspace.case)?;
        artifacts.push(Artifact::of_bytes(originals::LIST, list.into_bytes()));
        artifacts.extend(originals::artifacts(&workspace.case, &self.sources));
        let info = BagInfo {
            kind: self.options.kind,
            organization: self.receipt.authority.clone(),
            identifier: self.receipt.case_number.clone(),
            date,
            software: format!("{TOOL} {VERSION}"),
        };
        let bag = Bag::new(&info, artifacts)?;
        let (files, bytes) = (bag.payload_files(), bag.payload_bytes());
        let zip = bag.into_zip()?;
        let total = zip.length();
        let job = SealJob::with_keys(Box::new(zip), total, keys, self.offload)?;
        self.state = State::Sealing {
            job: Box::new(job),
            files,
            bytes,
        };
        Ok(PackStep::Working(Progress {
            phase: Phase::Sealing,
            done: 0,
            total,
            records: 0,
        }))
    }
}

impl Hashing {
    fn new(keys: Keys, paths: Vec<String>, total: u64) -> Self {
        Hashing {
            keys,
            paths,
            next: 0,
            total,
            done: 0,
            current: None,
            artifacts: Vec::new(),
            buffer: vec![0; CHUNK],
        }
    }

    fn progress(&self) -> Progress {
        Progress {
            phase: Phase::Sealing,
            done: self.done,
            total: self.total,
            records: self.next as u64,
        }
    }

    /// Digests of the next files; true when all are made.
    fn work(&mut self, store: &dyn Store, shared: &Rc<dyn Store>, ctx: &Ctx) -> Result<bool> {
        let mut budget = ctx.budget();
        while let Some(path) = self.paths.get(self.next) {
            let (mut reader, mut digester) = match self.current.take() {
                Some(current) => current,
                None => (store.open(path)?, Digester::default()),
            };
            let got = reader.read(&mut self.buffer)?;
            if got > 0 {
                digester.update(self.buffer.get(..got).unwrap_or_default());
                self.done += got as u64;
                self.current = Some((reader, digester));
            } else {
                let (shared, opened) = (Rc::clone(shared), path.clone());
                self.artifacts.push(Artifact {
                    path: path.clone(),
                    digests: digester.finish(),
                    open: Rc::new(move || -> Result<Box<dyn Read>> {
                        Ok(Box::new(shared.open(&opened)?))
                    }),
                });
                self.next += 1;
            }
            if budget.spent_now() {
                break;
            }
        }
        Ok(self.next == self.paths.len())
    }
}

/// Who wrote, the account register and how complete the material is.
fn lists(workspace: &Workspace, language: Lang, now_utc_ms: i64) -> Result<Vec<Artifact>> {
    let scope = workspace.decisions.review.scope().shown(language);
    let zone = scope.zone.unwrap_or_else(|| "UTC".to_owned());
    let days = Zone::named(&zone)?;
    let coverage = CoverageReport::new(&workspace.case, &zone, &days, GAP_DAYS, &|_| true);
    let coverage = serde_json::to_string_pretty(&coverage).map(|text| text + "\n");
    let coverage = coverage.map_err(|_| Error::new(crate::error::Code::BadRequest))?;
    let files = [
        (
            "accounts.csv",
            register_csv(&register(workspace, now_utc_ms)),
        ),
        ("coverage.json", coverage),
        ("people.csv", people_csv(&people(workspace))),
    ];
    let files = files.into_iter();
    Ok(files
        .map(|(name, text)| Artifact::of_bytes(&format!("{INTERNAL}{name}"), text.into_bytes()))
        .collect())
}

/// The plain-language README in the case's language, then in English.
fn readme(options: &PackOptions, date: &str, released: bool) -> String {
    let mut languages = vec![options.language];
    if options.language != Lang::En {
        languages.push(Lang::En);
    }
    let parts: Vec<String> = languages
        .into_iter()
        .map(|lang| readme_in(&Texts::new(lang), options.kind, date, released))
        .collect();
    parts.join("\n\n----\n\n") + "\n"
}

fn readme_in(texts: &Texts, kind: Kind, date: &str, released: bool) -> String {
    let archive = kind == Kind::Archive;
    let made = texts.get(
        "package-made",
        &[("date", date.into()), ("version", VERSION.into())],
    );
    let title = match kind {
        Kind::Archive => "package-title-archive",
        Kind::Working => "package-title-working",
    };
    let contents = [
        ("package-original", true),
        ("package-sources", true),
        ("package-released", released),
        ("package-internal-copy", archive),
        ("package-lists", archive),
        ("package-findings", archive),
        ("package-decisions", true),
        ("package-receipt", true),
    ];
    let list: Vec<String> = contents
        .iter()
        .filter(|(_, there)| *there)
        .map(|(id, _)| format!("  {}", texts.get(id, &[])))
        .collect();
    [
        texts.get(title, &[]),
        made,
        texts.get("package-internal", &[]),
        format!(
            "{}\n{}",
            texts.get("package-contents", &[]),
            list.join("\n")
        ),
        texts.get("package-check", &[]),
    ]
    .join("\n\n")
}
