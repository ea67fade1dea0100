//! Memory while importing chats in JSON: bound by one record, not by the file. The file repeats one
//! record that is joined to the first, so that the model stays small. A process of its own, because
//! the system tells the peak of the whole process.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "import/generated.rs"]
mod generated;

use generated::{Generated, peak};
use maskera::{
    import::{Answers, LoadJob},
    job::{Step, fixed},
    model::{Case, SkipReason},
};
use std::{cell::Cell, rc::Rc};

/// Bytes of each file.
const FILE: usize = 48 << 20;
/// Bytes of the text of a record.
const TEXT: usize = 32 << 10;

fn import(name: &str, parts: [String; 3]) -> (Case, u64) {
    let repeats = (FILE / parts[1].len()) as u64;
    let generated = Generated {
        parts: parts.map(String::into_bytes),
        repeats,
        at: 0,
    };
    let mut case = Case::default();
    let position = Rc::new(Cell::new(0));
    let mut job = LoadJob::new(name, Box::new(generated), Answers::default(), position).unwrap();
    while let Step::Working(_) = job.step(&mut case, &mut fixed::ctx(0, 1)).unwrap() {}
    (case, repeats)
}

#[test]
fn memory_does_not_follow_the_file() {
    let text = "ø".repeat(TEXT / 2);
    let x = format!(
        r#"{{"tweet":{{"id_str":"7","full_text":"{text}","created_at":"Wed Oct 10 20:19:24 +0000 2018"}}}},"#
    );
    let slack = format!(
        r#"{{"type":"message","subtype":"message_changed","ts":"1700000002.000100","message":{{"user":"U1","text":"ny","ts":"1700000000.000100"}},"previous_message":{{"user":"U1","text":"{text}","ts":"1700000000.000100"}}}},"#
    );
    let teams = format!(
        r#"{{"id":"1","messageType":"message","chatId":"c","createdDateTime":"2024-01-01T00:00:00Z","body":{{"contentType":"html","content":"<p>{text}</p>"}}}},"#
    );
    let skype = format!(
        r#"{{"id":"1","originalarrivaltime":"2024-01-01T00:00:00Z","messagetype":"RichText","from":"8:a","content":"{text}"}},"#
    );
    let files = [
        (
            "tweets.js",
            "x-archive",
            ["window.YTD.tweets.part0 = [".to_owned(), x, "]".to_owned()],
        ),
        (
            "2024-01-01.json",
            "slack",
            ["[".to_owned(), slack, "]".to_owned()],
        ),
        (
            "messages.json",
            "teams-json",
            ["{\"value\":[".to_owned(), teams, "]}".to_owned()],
        ),
        (
            "messages.json",
            "skype-json",
            [
                "{\"userId\":\"8:b\",\"conversations\":[{\"id\":\"8:a\",\"MessageList\":["
                    .to_owned(),
                skype,
                "]}]}".to_owned(),
            ],
        ),
    ];
    for (name, format, parts) in files {
        let before = peak();
        let (case, repeats) = import(name, parts);
        if let (Some(before), Some(after)) = (before, peak()) {
            assert!(
                after - before < 16 << 10,
                "{format}: {} KiB more",
                after - before
            );
            println!("{format}: {} KiB more", after - before);
        } else {
            println!("skipped: this system does not tell the peak of memory");
        }
        let source = &case.sources[0];
        assert_eq!(source.format, Some(format));
        assert_eq!(case.messages.len(), 1, "{format}");
        assert_eq!(source.accounting.skipped[&SkipReason::Joined], repeats - 1);
        assert!(source.accounting.closes());
    }
}
