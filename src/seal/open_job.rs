//! Opening: a bundle becomes the stream that was sealed. Nothing of a part is released before its
//! tag is verified, and nothing is said to be complete before the part with the last mark. At most
//! [`limits::PARTS_IN_MEMORY`] parts are held.

use super::{
    CryptoPart, Offload,
    bundle::{self, Bundle, OPENER, Part, README, Scan, damaged},
    envelope::{self, TAIL},
    gcm::{Gcm, TAG, same_tag},
    slots::{Key, SlotLabel},
    stream::Stream,
    unlock::{Found, Secret, Unlock},
};
use crate::{
    error::{Code, Error, Result},
    job::{Ctx, Phase, Progress},
    limits,
    store::ReadSeek,
};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
};
use zeroize::Zeroizing;

/// The outcome of one step of opening.
pub enum OpenStep {
    /// More to do.
    Working(Progress),
    /// A part to decrypt: call [`OpenJob::supply`] with the plaintext or [`OpenJob::refuse`] when
    /// its tag is wrong. Steps may go on meanwhile.
    Crypto(CryptoPart),
    /// Nothing to do before a part is supplied.
    Waiting(Progress),
    /// Everything was released.
    Done(OpenReport),
}

/// What was opened.
#[derive(Clone, Debug)]
pub struct OpenReport {
    /// Number of parts.
    pub parts: u32,
    /// Bytes that were released.
    pub plain_bytes: u64,
    /// All slots, in the order of the bundle.
    pub slots: Vec<SlotLabel>,
    /// The slot that the secret opened.
    pub opened: SlotLabel,
    /// What is wrong with README.txt, open.py or SHA256SUMS. The content is authentic all the
    /// same: they are no part of it.
    pub problems: Vec<Error>,
}

/// A part that is being read (and decrypted, if inline).
struct Filling {
    part: Part,
    data: Zeroizing<Vec<u8>>,
    at: usize,
    gcm: Option<Gcm>,
}

struct Parts {
    key: Key,
    opened: SlotLabel,
    read_next: u32,
    write_next: u32,
    filling: Option<Filling>,
    outstanding: BTreeSet<u32>,
    ready: BTreeMap<u32, Zeroizing<Vec<u8>>>,
    writing: Option<(Zeroizing<Vec<u8>>, usize)>,
    released: u64,
}

impl Parts {
    fn new(key: Key, opened: SlotLabel) -> Self {
        Parts {
            key,
            opened,
            read_next: 1,
            write_next: 1,
            filling: None,
            outstanding: BTreeSet::new(),
            ready: BTreeMap::new(),
            writing: None,
            released: 0,
        }
    }
}

enum State {
    Scanning(Box<Scan>),
    Unlocking(Box<Bundle>, Unlock),
    Opening(Box<Bundle>, Unlock, Box<Parts>),
    /// Read to the end, or to a damaged part.
    Over(Box<Bundle>, Key),
    Done,
}

/// Decrypts a bundle.
pub struct OpenJob {
    secret: Secret,
    offload: Offload,
    /// A key that fitted a slot, but the first part's tag was wrong.
    candidate: Option<Key>,
    state: State,
}

impl OpenJob {
    /// Starts with the member list.
    ///
    /// # Errors
    /// [`Code::NotABundle`], [`Code::ForbiddenForm`], [`Code::PartSequence`],
    /// [`Code::BadArchive`], [`Code::Truncated`].
    pub fn new(bundle: Box<dyn ReadSeek>, secret: Secret, offload: Offload) -> Result<Self> {
        Ok(OpenJob {
            secret,
            offload,
            candidate: None,
            state: State::Scanning(Box::new(Scan::new(bundle)?)),
        })
    }

    /// Plaintext of a part that was handed out.
    ///
    /// # Errors
    /// [`Code::BadRequest`] for a part that was not handed out or bytes of a wrong length.
    pub fn supply(&mut self, index: u32, bytes: Vec<u8>) -> Result<()> {
        let bytes = Zeroizing::new(bytes);
        let State::Opening(bundle, _, parts) = &mut self.state else {
            return Err(Error::new(Code::BadRequest));
        };
        let expected = part_of(bundle, index).map(|part| part.content);
        if expected != Some(bytes.len()) || !parts.outstanding.remove(&index) {
            return Err(Error::new(Code::BadRequest));
        }
        parts.ready.insert(index, bytes);
        Ok(())
    }

    /// Says that the tag of a part that was handed out is wrong.
    ///
    /// # Errors
    /// [`Code::BadRequest`] for a part that was not handed out, [`Code::PartDamaged`] when no
    /// other slot is left to try; nothing more can be done then.
    pub fn refuse(&mut self, index: u32) -> Result<()> {
        let State::Opening(_, _, parts) = &mut self.state else {
            return Err(Error::new(Code::BadRequest));
        };
        if !parts.outstanding.remove(&index) {
            return Err(Error::new(Code::BadRequest));
        }
        self.part_failed(index)
    }

    /// The first part may fail because a slot's 3-byte check accepted a wrong passphrase (once in
    /// 16.7 million): the slots after it are tried before the part is called damaged.
    fn part_failed(&mut self, index: u32) -> Result<()> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::Opening(bundle, unlock, parts) if index == 1 && parts.write_next == 1 => {
                self.candidate.get_or_insert(parts.key);
                self.state = State::Unlocking(bundle, unlock);
                Ok(())
            }
            State::Opening(bundle, _, parts) => {
                self.state = State::Over(bundle, parts.key);
                Err(damaged(index))
            }
            _ => Err(damaged(index)),
        }
    }

    /// Works until the budget is spent, a part is to be decrypted elsewhere, or all is done.
    ///
    /// # Errors
    /// [`Code::WrongSecret`], [`Code::PartDamaged`], [`Code::PartSequence`], [`Code::PartsMixed`],
    /// [`Code::ForbiddenForm`], [`Code::BadIterations`], and what bundle and sink say. After an
    /// error the job can only be dropped; what was released is no complete stream.
    pub fn step(&mut self, ctx: &mut Ctx, out: &mut dyn Write) -> Result<OpenStep> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::Scanning(mut scan) => {
                let complete = scan.step(&mut ctx.budget())?;
                let (done, total) = scan.progress();
                self.state = if complete {
                    let bundle = scan.finish()?;
                    let unlock = Unlock::new(bundle.slots.clone());
                    State::Unlocking(Box::new(bundle), unlock)
                } else {
                    State::Scanning(scan)
                };
                Ok(OpenStep::Working(Progress {
                    phase: Phase::Opening,
                    done,
                    total,
                    records: 0,
                }))
            }
            State::Unlocking(mut bundle, mut unlock) => match unlock.step(&self.secret, ctx) {
                Found::Working(progress) => {
                    self.state = State::Unlocking(bundle, unlock);
                    Ok(OpenStep::Working(progress))
                }
                Found::Candidate(key, label) => {
                    let parts = Box::new(Parts::new(key, label));
                    let progress = progress(&bundle, &parts);
                    self.state = State::Opening(bundle, unlock, parts);
                    Ok(OpenStep::Working(progress))
                }
                Found::Nothing => {
                    let error = self.no_key(&mut bundle)?;
                    if let Some(key) = self.candidate.take() {
                        self.state = State::Over(bundle, key);
                    }
                    Err(error)
                }
            },
            State::Opening(mut bundle, unlock, mut parts) => {
                match open_slices(&mut bundle, &mut parts, self.offload, ctx, out)? {
                    Opened::Step(OpenStep::Done(report)) => {
                        self.state = State::Over(bundle, parts.key);
                        Ok(OpenStep::Done(report))
                    }
                    Opened::Step(step) => {
                        self.state = State::Opening(bundle, unlock, parts);
                        Ok(step)
                    }
                    Opened::WrongTag(index) => {
                        let progress = progress(&bundle, &parts);
                        self.state = State::Opening(bundle, unlock, parts);
                        self.part_failed(index)?;
                        Ok(OpenStep::Working(progress))
                    }
                }
            }
            State::Over(..) | State::Done => Err(Error::new(Code::BadRequest)),
        }
    }

    /// After the last step, or after a damaged part: what is inside, at any place. After a damage
    /// of the first part the key is proven only by what can be read with it.
    pub fn into_stream(self) -> Option<Stream> {
        match self.state {
            State::Over(bundle, key) => Some(Stream::new(*bundle, key)),
            _ => None,
        }
    }

    /// Why no slot opened. All parts have the same slots, or the scan had failed; with a single
    /// part there is nothing to compare, so its checksum is asked.
    fn no_key(&self, bundle: &mut Bundle) -> Result<Error> {
        if self.candidate.is_some() {
            return Ok(damaged(1));
        }
        if let [only] = bundle.parts.as_slice() {
            let only = only.clone();
            if bundle.sum_differs(&only)? {
                return Ok(damaged(1));
            }
        }
        Ok(Error::new(Code::WrongSecret))
    }
}

fn part_of(bundle: &Bundle, index: u32) -> Option<&Part> {
    let at = usize::try_from(index.checked_sub(1)?).ok()?;
    bundle.parts.get(at)
}

fn progress(bundle: &Bundle, parts: &Parts) -> Progress {
    Progress {
        phase: Phase::Opening,
        done: parts.released,
        total: bundle.parts.iter().map(|part| part.content as u64).sum(),
        records: 0,
    }
}

enum Opened {
    Step(OpenStep),
    WrongTag(u32),
}

fn may_read(bundle: &Bundle, parts: &Parts) -> bool {
    if parts.filling.is_some() {
        return true;
    }
    // Before the first part has proven the key, no other is decrypted.
    let proven = parts.write_next > 1;
    let held = parts.outstanding.len() + parts.ready.len() + usize::from(parts.writing.is_some());
    part_of(bundle, parts.read_next).is_some()
        && held + 1 < limits::PARTS_IN_MEMORY
        && (proven || parts.read_next == 1)
}

fn open_slices(
    bundle: &mut Bundle,
    parts: &mut Parts,
    offload: Offload,
    ctx: &Ctx,
    out: &mut dyn Write,
) -> Result<Opened> {
    let mut budget = ctx.budget();
    loop {
        if write_slice(parts, out)? {
        } else if may_read(bundle, parts) {
            match read_slice(bundle, parts, offload)? {
                Read::More => {}
                Read::Offload(part) => return Ok(Opened::Step(OpenStep::Crypto(part))),
                Read::WrongTag(index) => return Ok(Opened::WrongTag(index)),
            }
        } else if !parts.outstanding.is_empty() {
            return Ok(Opened::Step(OpenStep::Waiting(progress(bundle, parts))));
        } else {
            let report = report(bundle, parts);
            return Ok(Opened::Step(OpenStep::Done(report)));
        }
        if budget.spent_now() {
            return Ok(Opened::Step(OpenStep::Working(progress(bundle, parts))));
        }
    }
}

/// Releases a slice of the next verified part; false when there is none.
fn write_slice(parts: &mut Parts, out: &mut dyn Write) -> Result<bool> {
    let (data, at) = match parts.writing.take() {
        Some(writing) => writing,
        None => match parts.ready.remove(&parts.write_next) {
            Some(data) => {
                parts.write_next += 1;
                (data, 0)
            }
            None => return Ok(false),
        },
    };
    let rest = data.get(at..).unwrap_or_default();
    let slice = rest.get(..limits::CRYPTO_SLICE).unwrap_or(rest);
    out.write_all(slice)?;
    let end = at + slice.len();
    parts.released += slice.len() as u64;
    if end < data.len() {
        parts.writing = Some((data, end));
    }
    Ok(true)
}

enum Read {
    More,
    Offload(CryptoPart),
    WrongTag(u32),
}

fn read_slice(bundle: &mut Bundle, parts: &mut Parts, offload: Offload) -> Result<Read> {
    let mut filling = match parts.filling.take() {
        Some(filling) => filling,
        None => {
            let Some(part) = part_of(bundle, parts.read_next).cloned() else {
                return Ok(Read::More);
            };
            parts.read_next += 1;
            let mut data = Zeroizing::new(Vec::with_capacity(part.content + TAG));
            data.resize(part.content, 0);
            let inline = offload == Offload::Inline;
            Filling {
                gcm: inline.then(|| Gcm::new(&parts.key, &part.nonce)),
                part,
                data,
                at: 0,
            }
        }
    };
    let end = filling.data.len().min(filling.at + limits::CRYPTO_SLICE);
    let slice = filling.data.get_mut(filling.at..end).unwrap_or_default();
    let at = (filling.part.head + filling.at) as u64;
    bundle.zip.read_at(&filling.part.entry, at, slice)?;
    if let Some(gcm) = &mut filling.gcm {
        gcm.decrypt(slice);
    }
    filling.at = end;
    if end < filling.data.len() {
        parts.filling = Some(filling);
        return Ok(Read::More);
    }
    let mut tail = [0; TAIL];
    let at = (filling.part.head + filling.part.content) as u64;
    bundle.zip.read_at(&filling.part.entry, at, &mut tail)?;
    let mac = envelope::read_tail(&tail)?;
    let index = filling.part.index;
    match filling.gcm.map(Gcm::tag) {
        Some(tag) if same_tag(&tag, &mac) => {
            parts.ready.insert(index, filling.data);
            Ok(Read::More)
        }
        Some(_) => Ok(Read::WrongTag(index)),
        None => {
            let mut data = std::mem::take(&mut *filling.data);
            data.extend_from_slice(&mac);
            parts.outstanding.insert(index);
            Ok(Read::Offload(CryptoPart {
                index,
                key: *parts.key,
                nonce: filling.part.nonce,
                data,
            }))
        }
    }
}

fn report(bundle: &mut Bundle, parts: &Parts) -> OpenReport {
    OpenReport {
        parts: bundle.parts.last().map_or(0, |part| part.index),
        plain_bytes: parts.released,
        slots: bundle.slots.iter().map(|slot| slot.label.clone()).collect(),
        opened: parts.opened.clone(),
        problems: text_problems(bundle),
    }
}

/// Compares README.txt and open.py with SHA256SUMS: people run what is in them.
fn text_problems(bundle: &mut Bundle) -> Vec<Error> {
    let sums = match bundle::read_sums(&mut bundle.zip) {
        Ok(sums) => sums,
        Err(error) => return vec![error],
    };
    let mut problems = Vec::new();
    for name in [README, OPENER] {
        let entry = bundle
            .zip
            .entries()
            .iter()
            .find(|e| e.path == name)
            .cloned();
        let Some(entry) = entry else { continue };
        match bundle.zip.read_small(&entry, limits::BUNDLE_TEXT_BYTES) {
            Ok(bytes) => {
                let line = bundle::sum_line(&Sha256::digest(&bytes), name);
                if sums.get(name).map(String::as_str) != line.split(' ').next() {
                    problems.push(Error::new(Code::ChecksumMismatch).with("entry", name));
                }
            }
            Err(error) => problems.push(error),
        }
    }
    problems
}
