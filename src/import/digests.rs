//! Digests of the untouched files of a source, made in steps.

use crate::{
    container::FileSet,
    error::{Code, Result},
    job::Budget,
    model::{Source, SourceDigests, Warning},
    store::ReadSeek,
};
use sha2::{Digest, Sha256, Sha512};
use std::io::Read;

/// Bytes hashed between two looks at the clock.
const HASH_CHUNK: usize = 256 << 10;

/// The hashing of some files of a source.
pub(super) struct Hashing {
    files: std::vec::IntoIter<usize>,
    open: Option<Open>,
    buffer: Vec<u8>,
    done: u64,
}

struct Open {
    file: usize,
    reader: Box<dyn ReadSeek>,
    hashes: Hashes,
}

#[derive(Default)]
struct Hashes {
    sha256: Sha256,
    sha512: Sha512,
    crc32: crc32fast::Hasher,
    size: u64,
}

impl Hashing {
    /// Of these files, by position.
    pub(super) fn new(files: Vec<usize>) -> Self {
        Self {
            files: files.into_iter(),
            open: None,
            buffer: vec![0; HASH_CHUNK],
            done: 0,
        }
    }

    /// Bytes hashed so far.
    pub(super) fn done(&self) -> u64 {
        self.done
    }

    /// Works until the budget is spent; true when all digests stand in the source. Among several
    /// files one that cannot be read stays without digests and is named.
    ///
    /// # Errors
    /// [`Code::Io`] for a single file.
    pub(super) fn work(
        &mut self,
        source: &mut Source,
        set: &FileSet,
        budget: &mut Budget<'_>,
    ) -> Result<bool> {
        loop {
            let Some(open) = &mut self.open else {
                let Some(file) = self.files.next() else {
                    return Ok(true);
                };
                match set.open(file) {
                    Ok(reader) => {
                        self.open = Some(Open {
                            file,
                            reader,
                            hashes: Hashes::default(),
                        });
                    }
                    Err(error) if set.several() => unreadable(source, file, error.code()),
                    Err(error) => return Err(error),
                }
                continue;
            };
            match open.reader.read(&mut self.buffer) {
                Ok(0) => {
                    if let Some(Open { file, hashes, .. }) = self.open.take()
                        && let Some(listed) = source.files.get_mut(file)
                    {
                        listed.size = hashes.size;
                        listed.digests = Some(hashes.finish());
                    }
                }
                Ok(count) => {
                    open.hashes
                        .update(self.buffer.get(..count).unwrap_or_default());
                    self.done += count as u64;
                }
                Err(_) if set.several() => {
                    let file = open.file;
                    self.open = None;
                    unreadable(source, file, Code::Io);
                }
                Err(error) => return Err(error.into()),
            }
            if budget.spent_now() {
                return Ok(false);
            }
        }
    }
}

fn unreadable(source: &mut Source, file: usize, code: Code) {
    let path = source.files.get(file).map(|file| file.path.clone());
    source.accounting.partial = true;
    source.warnings.push(Warning::new(
        "file-unreadable",
        &[
            ("file", path.unwrap_or_default()),
            ("code", code.id().to_owned()),
        ],
    ));
}

impl Hashes {
    fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.sha512.update(bytes);
        self.crc32.update(bytes);
        self.size += bytes.len() as u64;
    }

    fn finish(self) -> SourceDigests {
        SourceDigests {
            sha256: hex(&self.sha256.finalize()),
            sha512: hex(&self.sha512.finalize()),
            crc32: self.crc32.finalize(),
            size: self.size,
        }
    }
}

/// Sets the digests of the source: a single file's own; of several files those of a text with one
/// line per file that belongs to the source, in its order: the SHA-256 of its bytes in lower-case
/// hex. So each file's every byte counts, and names do not: a renamed file stays the same source.
pub(super) fn of_list(source: &mut Source) {
    if let [only] = source.files.as_slice() {
        source.digests = only.digests.clone().unwrap_or_default();
        return;
    }
    let mut hashes = Hashes::default();
    let mut size = 0;
    for digests in source.files.iter().filter_map(|file| file.digests.as_ref()) {
        hashes.update(digests.sha256.as_bytes());
        hashes.update(b"\n");
        size += digests.size;
    }
    source.digests = SourceDigests {
        size,
        ..hashes.finish()
    };
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
