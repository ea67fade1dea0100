//! Checking a bundle without a secret: its form, the numbers of its parts, its checksums. This
//! finds accidental damage; whether the content is authentic only a secret can tell.

use super::{
    bundle::{self, Bundle, SUMS, Scan},
    envelope::forbidden,
    slots::SlotLabel,
};
use crate::{
    container::stored_zip::Entry,
    error::{Code, Error, Result},
    job::{Ctx, Phase, Progress, Step},
    limits,
    store::ReadSeek,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What the check found. It looked at nothing inside the encryption.
#[derive(Clone, Debug)]
pub struct FormReport {
    /// Number of parts.
    pub parts: u32,
    /// Bytes that are encrypted.
    pub plain_bytes: u64,
    /// The slots, in the order of the bundle.
    pub slots: Vec<SlotLabel>,
    /// Members whose checksum differs, and other faults; empty when none were found.
    pub problems: Vec<Error>,
}

struct Hashing {
    bundle: Bundle,
    entries: Vec<Entry>,
    sums: BTreeMap<String, String>,
    member: usize,
    at: u64,
    done: u64,
    hash: Sha256,
    crc: crc32fast::Hasher,
    problems: Vec<Error>,
}

enum State {
    Scanning(Box<Scan>),
    Hashing(Box<Hashing>),
    Done,
}

/// Checks form and checksums of a bundle.
pub struct FormCheckJob {
    state: State,
}

impl FormCheckJob {
    /// Starts with the member list.
    ///
    /// # Errors
    /// As [`super::OpenJob::new`].
    pub fn new(bundle: Box<dyn ReadSeek>) -> Result<Self> {
        Ok(FormCheckJob {
            state: State::Scanning(Box::new(Scan::new(bundle)?)),
        })
    }

    /// Works until the budget is spent.
    ///
    /// # Errors
    /// Faults of the form; differing checksums are listed in the report instead.
    pub fn step(&mut self, ctx: &mut Ctx) -> Result<Step<FormReport>> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::Scanning(mut scan) => {
                let complete = scan.step(&mut ctx.budget())?;
                let (done, total) = scan.progress();
                self.state = if complete {
                    State::Hashing(Box::new(Hashing::new(scan.finish()?)))
                } else {
                    State::Scanning(scan)
                };
                Ok(Step::Working(Progress {
                    phase: Phase::Verifying,
                    done,
                    total,
                    records: 0,
                }))
            }
            State::Hashing(mut hashing) => {
                let mut budget = ctx.budget();
                while hashing.slice()? {
                    if budget.spent_now() {
                        let progress = hashing.progress();
                        self.state = State::Hashing(hashing);
                        return Ok(Step::Working(progress));
                    }
                }
                Ok(Step::Done(hashing.report()))
            }
            State::Done => Err(Error::new(Code::BadRequest)),
        }
    }
}

fn mismatch(entry: &str) -> Error {
    Error::new(Code::ChecksumMismatch).with("entry", entry)
}

impl Hashing {
    fn new(mut bundle: Bundle) -> Self {
        let entries = bundle.zip.entries().to_vec();
        let mut problems = Vec::new();
        let sums = bundle::read_sums(&mut bundle.zip).unwrap_or_else(|error| {
            problems.push(error);
            BTreeMap::new()
        });
        let known = |name: &String| entries.iter().any(|e| e.path == *name && e.path != SUMS);
        if !sums.keys().all(known) {
            problems.push(forbidden("checksum-list").in_member(SUMS));
        }
        Hashing {
            bundle,
            entries,
            sums,
            member: 0,
            at: 0,
            done: 0,
            hash: Sha256::new(),
            crc: crc32fast::Hasher::new(),
            problems,
        }
    }

    fn progress(&self) -> Progress {
        Progress {
            phase: Phase::Verifying,
            done: self.done,
            total: self.entries.iter().map(|entry| entry.size).sum(),
            records: 0,
        }
    }

    /// Hashes a slice; false when all members are hashed.
    fn slice(&mut self) -> Result<bool> {
        let Some(entry) = self.entries.get(self.member) else {
            return Ok(false);
        };
        let mut buffer = vec![0; limits::CRYPTO_SLICE];
        let got = self.bundle.zip.read_at(entry, self.at, &mut buffer)?;
        let slice = buffer.get(..got).unwrap_or_default();
        self.hash.update(slice);
        self.crc.update(slice);
        self.at += got as u64;
        self.done += got as u64;
        if self.at < entry.size {
            return Ok(true);
        }
        let digest = std::mem::take(&mut self.hash).finalize();
        let crc = std::mem::take(&mut self.crc).finalize();
        let line = bundle::sum_line(&digest, &entry.path);
        let listed = self.sums.get(&entry.path).map(String::as_str);
        let right = entry.path == SUMS || listed == line.split(' ').next();
        // A damaged checksum list was reported once already, when it was read.
        if (!right && !self.sums.is_empty()) || (crc != entry.crc32 && entry.path != SUMS) {
            self.problems.push(mismatch(&entry.path));
        }
        self.member += 1;
        self.at = 0;
        Ok(true)
    }

    fn report(self) -> FormReport {
        let parts = &self.bundle.parts;
        FormReport {
            parts: parts.last().map_or(0, |part| part.index),
            plain_bytes: parts.iter().map(|part| part.content as u64).sum(),
            slots: self.bundle.slots.iter().map(|s| s.label.clone()).collect(),
            problems: self.problems,
        }
    }
}
