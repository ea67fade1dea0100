//! The outer form of a bundle: which members it has, what each part's head says, and whether all
//! of it fits together. Everything that can be checked without a secret, except the checksums.

use super::{
    envelope::{self, Head, TAIL, forbidden},
    slots::{self, Labelled},
};
use crate::{
    container::stored_zip::{Entry, StoredZipReader},
    error::{Code, Error, Result},
    job::Budget,
    limits,
    store::ReadSeek,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Name of the first member: how to open the bundle without this tool.
pub const README: &str = "README.txt";
/// Name of the second member: the Python opener.
pub const OPENER: &str = "open.py";
/// Name of the last member: SHA-256 of all others.
pub const SUMS: &str = "SHA256SUMS";

/// The name of a part.
pub fn part_name(index: u32) -> String {
    format!("part-{index:06}.p7m")
}

fn part_index(name: &str) -> Option<u32> {
    let digits = name.strip_prefix("part-")?.strip_suffix(".p7m")?;
    let index = digits.parse().ok()?;
    (part_name(index) == name).then_some(index)
}

/// A line of `SHA256SUMS`, as `sha256sum -c` reads it.
pub fn sum_line(digest: &[u8], name: &str) -> String {
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}  {name}\n")
}

/// A part is missing, doubled or at a wrong place.
pub fn sequence(index: u32, reason: &'static str) -> Error {
    Error::new(Code::PartSequence)
        .with("part", part_name(index))
        .with("reason", reason)
}

/// A part's bytes were changed.
pub fn damaged(index: u32) -> Error {
    Error::new(Code::PartDamaged).with("part", part_name(index))
}

/// A part whose head was read.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its number, from 1.
    pub index: u32,
    /// Where its bytes lie.
    pub entry: Entry,
    /// Bytes before the ciphertext.
    pub head: usize,
    /// Bytes of the ciphertext.
    pub content: usize,
    /// Its nonce.
    pub nonce: [u8; 12],
    number: u32,
    last: bool,
    recipients: [u8; 32],
    prefix: [u8; 7],
}

/// A bundle whose form is right.
pub struct Bundle {
    /// The file.
    pub zip: StoredZipReader,
    /// All parts in order.
    pub parts: Vec<Part>,
    /// The slots, the same in every part.
    pub slots: Vec<Labelled>,
}

/// Reads the form of a bundle, in steps because there may be many parts.
pub struct Scan {
    zip: StoredZipReader,
    entries: Vec<Entry>,
    parts: Vec<Part>,
    heads: BTreeMap<[u8; 32], Vec<u8>>,
}

/// Errors of the ZIP file in terms of the bundle.
fn outer(error: Error) -> Error {
    if error.code() != Code::BadArchive {
        return error;
    }
    let member = error.location().member.as_deref();
    let reason = match error.args().get("reason").map(String::as_str) {
        Some("signature") if error.location().byte == Some(0) => {
            return Error::new(Code::NotABundle);
        }
        Some("duplicate-member") => {
            if let Some(index) = member.and_then(part_index) {
                return sequence(index, "doubled");
            }
            "duplicate-member"
        }
        Some("compressed-member") => "compressed-member",
        Some("encrypted-member") => "encrypted-member",
        _ => return error,
    };
    match member {
        Some(member) => forbidden(reason).in_member(member),
        None => forbidden(reason),
    }
}

/// Checks names and order of the members; gives the parts.
fn members(zip: &StoredZipReader) -> Result<Vec<Entry>> {
    let entries = zip.entries();
    let parts: Vec<Entry> = entries
        .iter()
        .filter(|entry| part_index(&entry.path).is_some())
        .cloned()
        .collect();
    if parts.is_empty() && !entries.iter().any(|entry| entry.path == SUMS) {
        return Err(Error::new(Code::NotABundle));
    }
    for (at, entry) in parts.iter().enumerate() {
        let expected = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let found = part_index(&entry.path).unwrap_or_default();
        if found > expected {
            let later = parts
                .iter()
                .any(|other| part_index(&other.path) == Some(expected));
            let reason = if later { "order" } else { "missing" };
            return Err(sequence(expected, reason));
        }
        if found < expected {
            return Err(sequence(found, "order"));
        }
    }
    if parts.is_empty() {
        return Err(sequence(1, "missing"));
    }
    let names = entries.iter().map(|entry| entry.path.as_str());
    let expected = [README, OPENER]
        .into_iter()
        .chain(parts.iter().map(|entry| entry.path.as_str()))
        .chain([SUMS]);
    if names.eq(expected) {
        return Ok(parts);
    }
    let known = |name: &str| [README, OPENER, SUMS].contains(&name) || part_index(name).is_some();
    match entries.iter().find(|entry| !known(&entry.path)) {
        Some(entry) => Err(forbidden("member").in_member(&entry.path)),
        None => Err(forbidden("members")),
    }
}

impl Scan {
    /// Reads the member list.
    ///
    /// # Errors
    /// [`Code::NotABundle`], [`Code::ForbiddenForm`], [`Code::PartSequence`],
    /// [`Code::BadArchive`], [`Code::Truncated`].
    pub fn new(file: Box<dyn ReadSeek>) -> Result<Self> {
        let allowed = limits::PARTS as usize + 3;
        let zip = StoredZipReader::open(file, allowed).map_err(outer)?;
        let entries = members(&zip)?;
        Ok(Scan {
            zip,
            entries,
            parts: Vec::new(),
            heads: BTreeMap::new(),
        })
    }

    /// Parts whose head was read, and all parts.
    pub fn progress(&self) -> (u64, u64) {
        (self.parts.len() as u64, self.entries.len() as u64)
    }

    /// Reads heads until the budget is spent; true when all are read.
    ///
    /// # Errors
    /// [`Code::PartDamaged`], [`Code::ForbiddenForm`].
    pub fn step(&mut self, budget: &mut Budget<'_>) -> Result<bool> {
        while let Some(entry) = self.entries.get(self.parts.len()).cloned() {
            let index = u32::try_from(self.parts.len() + 1).unwrap_or(u32::MAX);
            let part = self.read_part(index, &entry)?;
            self.parts.push(part);
            if budget.spent_now() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn read_part(&mut self, index: u32, entry: &Entry) -> Result<Part> {
        let mut start = vec![0; limits::PART_HEAD_BYTES];
        let got = self.zip.read_at(entry, 0, &mut start)?;
        start.truncate(got);
        let head = match self.read_ends(entry, &start) {
            Ok(head) => head,
            Err(error) => {
                let downgrade = error
                    .args()
                    .get("reason")
                    .is_some_and(|reason| reason == "no-authentication");
                if !downgrade && self.sum_differs(entry)? {
                    return Err(damaged(index));
                }
                return Err(error.in_member(&entry.path));
            }
        };
        let (prefix, number, last) =
            envelope::split_nonce(&head.nonce).ok_or_else(|| forbidden("nonce-mark"))?;
        let recipients: [u8; 32] = Sha256::digest(&head.recipients).into();
        if self.heads.len() < 2 {
            self.heads
                .entry(recipients)
                .or_insert_with(|| head.recipients.clone());
        }
        Ok(Part {
            index,
            entry: entry.clone(),
            head: head.length,
            content: head.content,
            nonce: head.nonce,
            number,
            last,
            recipients,
            prefix,
        })
    }

    fn read_ends(&mut self, entry: &Entry, start: &[u8]) -> Result<Head> {
        let head = envelope::read_head(start, entry.size)?;
        let mut tail = [0; TAIL];
        let at = entry.size.saturating_sub(TAIL as u64);
        self.zip.read_at(entry, at, &mut tail)?;
        envelope::read_tail(&tail)?;
        if envelope::split_nonce(&head.nonce).is_none() {
            return Err(forbidden("nonce-mark"));
        }
        Ok(head)
    }

    /// Whether a part differs from its line in `SHA256SUMS`. Proves nothing against a forger, but
    /// tells damage from forgery.
    fn sum_differs(&mut self, entry: &Entry) -> Result<bool> {
        sum_differs(&mut self.zip, entry)
    }

    /// Checks numbers, last mark and recipient slots across all parts.
    ///
    /// # Errors
    /// [`Code::PartSequence`], [`Code::PartsMixed`], [`Code::PartDamaged`],
    /// [`Code::ForbiddenForm`], [`Code::BadIterations`].
    pub fn finish(mut self) -> Result<Bundle> {
        self.check_equal()?;
        let count = self.parts.len();
        for (at, part) in self.parts.iter().enumerate() {
            if part.number != part.index {
                return Err(sequence(part.index, "order"));
            }
            let end = at + 1 == count;
            if part.last == end {
                continue;
            }
            if sum_differs(&mut self.zip, &part.entry)? {
                return Err(damaged(part.index));
            }
            let reason = if end { "missing" } else { "extra" };
            return Err(sequence(part.index.saturating_add(1), reason));
        }
        let first = self.parts.first().map(|part| part.recipients);
        let recipients = first
            .and_then(|key| self.heads.remove(&key))
            .ok_or_else(|| Error::new(Code::NotABundle))?;
        let slots = match slots::read(&recipients) {
            Ok(slots) => slots,
            Err(error) => {
                let only = self.entries.first().cloned();
                if let Some(entry) = only.filter(|_| count == 1)
                    && self.sum_differs(&entry)?
                {
                    return Err(damaged(1));
                }
                return Err(error);
            }
        };
        Ok(Bundle {
            zip: self.zip,
            parts: self.parts,
            slots,
        })
    }

    /// All parts must have the same slots and the same nonce prefix. In two different bundles both
    /// differ; where only one does, a part was damaged.
    fn check_equal(&mut self) -> Result<()> {
        let mut counts: BTreeMap<([u8; 32], [u8; 7]), usize> = BTreeMap::new();
        for part in &self.parts {
            *counts.entry((part.recipients, part.prefix)).or_default() += 1;
        }
        if counts.len() < 2 {
            return Ok(());
        }
        let most = counts.values().copied().max().unwrap_or_default();
        let common: Vec<_> = counts
            .iter()
            .filter(|(_, n)| **n == most)
            .map(|(k, _)| *k)
            .collect();
        let kept = match common.as_slice() {
            [only] => *only,
            _ => return self.tell_apart(),
        };
        for part in &self.parts {
            let (recipients, prefix) = (part.recipients != kept.0, part.prefix != kept.1);
            if recipients && prefix {
                return Err(mixed(part.index));
            }
            if recipients || prefix {
                return Err(damaged(part.index));
            }
        }
        Ok(())
    }

    /// No majority says which part is the odd one: the checksums may.
    fn tell_apart(&mut self) -> Result<()> {
        for (entry, index) in self.entries.clone().iter().zip(1..) {
            if self.sum_differs(entry)? {
                return Err(damaged(index));
            }
        }
        let first = self
            .parts
            .first()
            .map(|part| (part.recipients, part.prefix));
        let odd = self
            .parts
            .iter()
            .find(|part| Some((part.recipients, part.prefix)) != first);
        Err(mixed(odd.map_or(1, |part| part.index)))
    }
}

fn mixed(index: u32) -> Error {
    Error::new(Code::PartsMixed).with("part", part_name(index))
}

/// Reads `SHA256SUMS`: digest in hexadecimal by name.
///
/// # Errors
/// [`Code::ForbiddenForm`] when a line has another form, [`Code::ChecksumMismatch`].
pub fn read_sums(zip: &mut StoredZipReader) -> Result<BTreeMap<String, String>> {
    let Some(entry) = zip.entries().iter().find(|e| e.path == SUMS).cloned() else {
        return Err(forbidden("members"));
    };
    let bytes = zip.read_small(&entry, limits::BUNDLE_TEXT_BYTES)?;
    let bad = || forbidden("checksum-list").in_member(SUMS);
    let text = std::str::from_utf8(&bytes).map_err(|_| bad())?;
    let mut sums = BTreeMap::new();
    for line in text.lines() {
        let (digest, name) = line.split_once("  ").ok_or_else(bad)?;
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if digest.len() != 64 || !digest.bytes().all(hex) {
            return Err(bad());
        }
        if sums.insert(name.to_owned(), digest.to_owned()).is_some() {
            return Err(bad());
        }
    }
    Ok(sums)
}

fn sum_differs(zip: &mut StoredZipReader, entry: &Entry) -> Result<bool> {
    let Ok(sums) = read_sums(zip) else {
        return Ok(false);
    };
    let mut hash = Sha256::new();
    let mut buffer = vec![0; limits::CRYPTO_SLICE];
    let mut at = 0;
    loop {
        let got = zip.read_at(entry, at, &mut buffer)?;
        if got == 0 {
            break;
        }
        hash.update(buffer.get(..got).unwrap_or_default());
        at += got as u64;
    }
    let line = sum_line(&hash.finalize(), &entry.path);
    let digest = line.split(' ').next();
    Ok(sums.get(&entry.path).map(String::as_str) != digest)
}

impl Bundle {
    /// Whether a part differs from its line in `SHA256SUMS`.
    ///
    /// # Errors
    /// What the reader says.
    pub fn sum_differs(&mut self, part: &Part) -> Result<bool> {
        sum_differs(&mut self.zip, &part.entry)
    }
}
