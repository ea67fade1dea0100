//! Sealing: a stream of known length becomes a bundle, part by part. At most
//! [`limits::PARTS_IN_MEMORY`] parts are held.

use super::{
    CryptoPart, Offload,
    bundle::{self, SUMS},
    certificate::Certificate,
    envelope,
    gcm::{Gcm, TAG},
    keys::{KeyJob, Keys, Profile},
    passphrase::Passphrase,
    readme,
    slots::SlotLabel,
};
use crate::{
    container::stored_zip::Directory,
    error::{Code, Error, Result},
    job::{Ctx, Phase, Progress, Step},
    limits,
};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Read, Write},
};
use zeroize::Zeroizing;

/// Who can open the bundle.
pub enum Recipient {
    /// Whoever knows this passphrase.
    Passphrase(Passphrase),
    /// Whoever has the private key of this certificate.
    Certificate(Certificate),
}

/// The outcome of one step of sealing.
pub enum SealStep {
    /// More to do.
    Working(Progress),
    /// A part to encrypt: call [`SealJob::supply`] with ciphertext and tag. Steps may go on
    /// meanwhile.
    Crypto(CryptoPart),
    /// Nothing to do before a part is supplied.
    Waiting(Progress),
    /// The bundle is complete.
    Done(SealReport),
}

/// What was sealed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct SealReport {
    /// Number of parts.
    pub parts: u32,
    /// Bytes that were encrypted.
    pub plain_bytes: u64,
    /// Bytes of the bundle.
    pub bundle_bytes: u64,
    /// The slots, in the order of the bundle.
    pub slots: Vec<SlotLabel>,
}

/// A part that is being read (and encrypted, if inline).
struct Filling {
    index: u32,
    data: Zeroizing<Vec<u8>>,
    at: usize,
    gcm: Option<Gcm>,
}

/// A member that is being hashed and then written.
struct Writing {
    path: String,
    pieces: [Vec<u8>; 3],
    hash: Option<(crc32fast::Hasher, Sha256)>,
    at: usize,
}

impl Writing {
    fn new(path: String, pieces: [Vec<u8>; 3]) -> Self {
        Writing {
            path,
            pieces,
            hash: Some((crc32fast::Hasher::new(), Sha256::new())),
            at: 0,
        }
    }

    fn length(&self) -> usize {
        self.pieces.iter().map(Vec::len).sum()
    }

    /// The next bytes to hash or write, at most a slice.
    fn slice(&self) -> &[u8] {
        let mut at = self.at;
        for piece in &self.pieces {
            if let Some(rest) = piece.get(at..).filter(|rest| !rest.is_empty()) {
                return rest.get(..limits::CRYPTO_SLICE).unwrap_or(rest);
            }
            at = at.saturating_sub(piece.len());
        }
        &[]
    }
}

enum State {
    Keys(Box<KeyJob>),
    Parts(Box<Parts>),
    Done,
}

/// Everything of the time after the keys are made.
struct Parts {
    keys: Keys,
    count: u32,
    read_next: u32,
    write_next: u32,
    filling: Option<Filling>,
    outstanding: BTreeSet<u32>,
    ready: BTreeMap<u32, Vec<u8>>,
    writing: Option<Writing>,
    /// Members that are written before the first part, last first.
    front: Vec<Writing>,
    sums: Vec<u8>,
    sums_written: bool,
    directory: Directory,
}

/// Encrypts a stream into a bundle.
pub struct SealJob {
    plain: Box<dyn Read>,
    total: u64,
    read: u64,
    offload: Offload,
    state: State,
}

impl SealJob {
    /// A bundle of the default profile. `plain` must give exactly `total` bytes.
    ///
    /// # Errors
    /// As [`KeyJob::new`].
    pub fn new(
        plain: Box<dyn Read>,
        total: u64,
        recipients: Vec<Recipient>,
        offload: Offload,
        ctx: &mut Ctx,
    ) -> Result<Self> {
        let keys = KeyJob::new(recipients, Profile::default(), ctx)?;
        Ok(SealJob {
            plain,
            total,
            read: 0,
            offload,
            state: State::Keys(Box::new(keys)),
        })
    }

    /// A bundle with keys that were made before, so that the package can list their labels.
    ///
    /// # Errors
    /// [`Code::LimitExceeded`] when there would be too many parts.
    pub fn with_keys(
        plain: Box<dyn Read>,
        total: u64,
        keys: Keys,
        offload: Offload,
    ) -> Result<Self> {
        Ok(SealJob {
            plain,
            total,
            read: 0,
            offload,
            state: State::Parts(Box::new(Parts::new(keys, total)?)),
        })
    }

    fn progress(&self) -> Progress {
        Progress {
            phase: Phase::Sealing,
            done: self.read,
            total: self.total,
            records: 0,
        }
    }

    /// Ciphertext and tag of a part that was handed out.
    ///
    /// # Errors
    /// [`Code::BadRequest`] for a part that was not handed out or bytes of a wrong length.
    pub fn supply(&mut self, index: u32, bytes: Vec<u8>) -> Result<()> {
        let bad = || Error::new(Code::BadRequest);
        let total = self.total;
        let State::Parts(parts) = &mut self.state else {
            return Err(bad());
        };
        if bytes.len() != parts.size(index, total) + TAG || !parts.outstanding.remove(&index) {
            return Err(bad());
        }
        parts.ready.insert(index, bytes);
        Ok(())
    }

    /// Works until the budget is spent, a part is to be encrypted elsewhere, or all is done.
    ///
    /// # Errors
    /// What source and sink say; [`Code::SourceChanged`] when the source has another length.
    pub fn step(&mut self, ctx: &mut Ctx, out: &mut dyn Write) -> Result<SealStep> {
        let mut budget = ctx.budget();
        loop {
            match &mut self.state {
                State::Keys(job) => match job.step(&mut budget) {
                    Step::Working(progress) => return Ok(SealStep::Working(progress)),
                    Step::Done(keys) => {
                        self.state = State::Parts(Box::new(Parts::new(keys, self.total)?));
                    }
                },
                State::Parts(parts) => {
                    if parts.write_slice(out)? {
                    } else if parts.may_read() {
                        let got = parts.read_slice(&mut *self.plain, self.total, self.offload)?;
                        self.read += got.bytes;
                        if let Some(part) = got.part {
                            return Ok(SealStep::Crypto(part));
                        }
                    } else if !parts.outstanding.is_empty() {
                        return Ok(SealStep::Waiting(self.progress()));
                    } else if self.plain.read(&mut [0])? != 0 {
                        return Err(Error::new(Code::SourceChanged));
                    } else {
                        let report = parts.finish(self.total, out)?;
                        self.state = State::Done;
                        return Ok(SealStep::Done(report));
                    }
                }
                State::Done => return Err(Error::new(Code::BadRequest)),
            }
            if budget.spent_now() {
                return Ok(SealStep::Working(self.progress()));
            }
        }
    }
}

/// What reading a slice gave.
struct Got {
    bytes: u64,
    part: Option<CryptoPart>,
}

impl Parts {
    fn new(keys: Keys, total: u64) -> Result<Self> {
        let needed = total.div_ceil(keys.profile.part_bytes as u64).max(1);
        let count = u32::try_from(needed)
            .ok()
            .filter(|count| *count <= limits::PARTS)
            .ok_or_else(|| Error::limit("PARTS", needed, u64::from(limits::PARTS)))?;
        let member = |path: &str, text: Vec<u8>| {
            Writing::new(path.to_owned(), [text, Vec::new(), Vec::new()])
        };
        let text = readme::text(count, total, &keys).into_bytes();
        let front = vec![
            member(bundle::OPENER, readme::OPENER.as_bytes().to_vec()),
            member(bundle::README, text),
        ];
        Ok(Parts {
            keys,
            count,
            read_next: 1,
            write_next: 1,
            filling: None,
            outstanding: BTreeSet::new(),
            ready: BTreeMap::new(),
            writing: None,
            front,
            sums: Vec::new(),
            sums_written: false,
            directory: Directory::default(),
        })
    }

    /// Plaintext bytes of a part.
    fn size(&self, index: u32, total: u64) -> usize {
        let part = self.keys.profile.part_bytes;
        let before = u64::from(index.saturating_sub(1)) * part as u64;
        usize::try_from(total.saturating_sub(before)).map_or(part, |rest| rest.min(part))
    }

    fn may_read(&self) -> bool {
        let held = self.outstanding.len() + self.ready.len() + usize::from(self.writing.is_some());
        let more = self.filling.is_some() || self.read_next <= self.count;
        more && held + 1 < limits::PARTS_IN_MEMORY
    }

    fn nonce(&self, index: u32) -> [u8; 12] {
        envelope::nonce(&self.keys.prefix, index, index == self.count)
    }

    /// Reads, and encrypts if inline, a slice of the part that is being filled.
    fn read_slice(&mut self, plain: &mut dyn Read, total: u64, offload: Offload) -> Result<Got> {
        let mut filling = match self.filling.take() {
            Some(filling) => filling,
            None => {
                let index = self.read_next;
                self.read_next += 1;
                let nonce = self.nonce(index);
                let inline = offload == Offload::Inline;
                let size = self.size(index, total);
                let mut data = Zeroizing::new(Vec::with_capacity(size + TAG));
                data.resize(size, 0);
                Filling {
                    index,
                    data,
                    at: 0,
                    gcm: inline.then(|| Gcm::new(&self.keys.key, &nonce)),
                }
            }
        };
        let end = filling.data.len().min(filling.at + limits::CRYPTO_SLICE);
        let slice = filling.data.get_mut(filling.at..end).unwrap_or_default();
        plain
            .read_exact(slice)
            .map_err(|error| match Error::from(error) {
                short if short.code() == Code::Truncated => Error::new(Code::SourceChanged),
                other => other,
            })?;
        let bytes = slice.len() as u64;
        if let Some(gcm) = &mut filling.gcm {
            gcm.encrypt(slice);
        }
        filling.at = end;
        if end < filling.data.len() {
            self.filling = Some(filling);
            return Ok(Got { bytes, part: None });
        }
        let mut data = std::mem::take(&mut *filling.data);
        if let Some(gcm) = filling.gcm {
            data.extend_from_slice(&gcm.tag());
            self.ready.insert(filling.index, data);
            return Ok(Got { bytes, part: None });
        }
        self.outstanding.insert(filling.index);
        let part = CryptoPart {
            index: filling.index,
            key: *self.keys.key,
            nonce: self.nonce(filling.index),
            data,
        };
        Ok(Got {
            bytes,
            part: Some(part),
        })
    }

    /// The next member in the order of the file, if its bytes are there.
    fn next_member(&mut self) -> Option<Writing> {
        if let Some(front) = self.front.pop() {
            return Some(front);
        }
        if self.write_next > self.count {
            if self.sums_written {
                return None;
            }
            self.sums_written = true;
            let sums = std::mem::take(&mut self.sums);
            return Some(Writing::new(
                SUMS.to_owned(),
                [sums, Vec::new(), Vec::new()],
            ));
        }
        let index = self.write_next;
        let mut body = self.ready.remove(&index)?;
        self.write_next += 1;
        let content = body.len().saturating_sub(TAG);
        let mut mac = [0; TAG];
        for (to, from) in mac.iter_mut().zip(body.drain(content..)) {
            *to = from;
        }
        let head = envelope::head(&self.keys.recipients, &self.nonce(index), content);
        Some(Writing::new(
            bundle::part_name(index),
            [head, body, envelope::tail(&mac)],
        ))
    }

    /// Hashes or writes a slice of the current member; false when there is none.
    fn write_slice(&mut self, out: &mut dyn Write) -> Result<bool> {
        let Some(mut writing) = self.writing.take().or_else(|| self.next_member()) else {
            return Ok(false);
        };
        if let Some((mut crc, mut sha)) = writing.hash.take() {
            let slice = writing.slice();
            crc.update(slice);
            sha.update(slice);
            writing.at += slice.len();
            if writing.at < writing.length() {
                writing.hash = Some((crc, sha));
            } else {
                let line = bundle::sum_line(&sha.finalize(), &writing.path);
                self.sums.extend_from_slice(line.as_bytes());
                let size = writing.length() as u64;
                let header = self.directory.begin(&writing.path, size, crc.finalize())?;
                out.write_all(&header)?;
                writing.at = 0;
            }
            self.writing = Some(writing);
            return Ok(true);
        }
        let slice = writing.slice();
        out.write_all(slice)?;
        writing.at += slice.len();
        if writing.at < writing.length() {
            self.writing = Some(writing);
        }
        Ok(true)
    }

    fn finish(&mut self, total: u64, out: &mut dyn Write) -> Result<SealReport> {
        let directory = std::mem::take(&mut self.directory);
        let data = directory.position();
        let tail = directory.finish();
        out.write_all(&tail)?;
        Ok(SealReport {
            parts: self.count,
            plain_bytes: total,
            bundle_bytes: data + tail.len() as u64,
            slots: self.keys.labels().to_vec(),
        })
    }
}
