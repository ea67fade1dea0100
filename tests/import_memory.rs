//! Memory while importing: bound by one record without its pictures, not by the file. A process
//! of its own, because the system tells the peak of the whole process.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use maskera::{
    import::{Answers, LoadJob},
    job::{Step, fixed},
    model::Case,
};
use std::{
    cell::Cell,
    io::{Read, Seek, SeekFrom},
    rc::Rc,
};

/// A stream that is made while it is read: `repeats` times one record between head and tail.
struct Generated {
    parts: [Vec<u8>; 3],
    repeats: u64,
    at: u64,
}

impl Generated {
    fn len(&self) -> u64 {
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
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().split(' ').next()?.parse().ok()
}

#[test]
fn memory_does_not_follow_pictures() {
    // 12 messages with a picture of 9 MB each: over 100 MB in all
    let mut record = b"<mms date=\"1706700300000\" msg_box=\"1\" address=\"+46701740605\"><parts><part ct=\"image/jpeg\" cl=\"a.jpg\" data=\"/9j/".to_vec();
    record.resize(record.len() + (9 << 20), b'A');
    record.extend_from_slice(b"\" /></parts></mms>\n");
    let generated = Generated {
        parts: [
            b"<smses count=\"12\">".to_vec(),
            record,
            b"</smses>".to_vec(),
        ],
        repeats: 12,
        at: 0,
    };
    let mut case = Case::default();
    let position = Rc::new(Cell::new(0));
    let before = peak();
    let mut job =
        LoadJob::new("sms.xml", Box::new(generated), Answers::default(), position).unwrap();
    while let Step::Working(_) = job.step(&mut case, &mut fixed::ctx(0, 1)).unwrap() {}
    if let (Some(before), Some(after)) = (before, peak()) {
        assert!(after - before < 8 << 10, "{} KiB more", after - before);
    } else {
        println!("skipped: this system does not tell the peak of memory");
    }
    assert_eq!(case.messages.len(), 12);
    assert_eq!(
        case.messages[11].attachments()[0].size,
        Some((9 << 20) / 4 * 3 + 3)
    );
    assert!(case.sources[0].accounting.closes());
}
