//! Memory while importing: bound by one record without its pictures, not by the file. A process
//! of its own, because the system tells the peak of the whole process.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "import/generated.rs"]
mod generated;

use generated::{Generated, peak};
use maskera::{
    import::{Answers, LoadJob},
    job::{Step, fixed},
    model::Case,
};
use std::{cell::Cell, rc::Rc};

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
