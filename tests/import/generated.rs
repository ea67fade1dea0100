//! A stream that is made while it is read, and the peak of memory: for tests of what an import
//! holds. The peak is the whole process's, so each such test is a process of its own.

use std::io::{Read, Seek, SeekFrom};

/// A stream that is made while it is read: `repeats` times one record between head and tail.
pub struct Generated {
    /// Head, record, tail.
    pub parts: [Vec<u8>; 3],
    /// How often the record stands.
    pub repeats: u64,
    /// Position.
    pub at: u64,
}

impl Generated {
    /// Bytes in all.
    pub fn len(&self) -> u64 {
        let [head, record, tail] = &self.parts;
        head.len() as u64 + record.len() as u64 * self.repeats + tail.len() as u64
    }
}

impl Read for Generated {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let [head, record, tail] = &self.parts;
        let records = record.len() as u64 * self.repeats;
        let (part, offset) = match self.at.checked_sub(head.len() as u64) {
            None => (head, self.at),
            Some(at) if at < records => (record, at % record.len() as u64),
            Some(at) => (tail, at - records),
        };
        let rest = &part[(offset as usize).min(part.len())..];
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Generated {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(by) => self.len().saturating_add_signed(by),
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

/// Most memory that the process held so far, in KiB.
pub fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().split(' ').next()?.parse().ok()
}
