//! Loads bytes as one format, in whole and in small steps: both must give the same account, and
//! the account must close.

use maskera::{
    import::{Answers, IMPORTERS, LoadJob, attachment},
    job::{Step, fixed},
    model::{Case, Content, SourceId},
};
use std::{
    cell::Cell,
    io::{Cursor, Read},
    rc::Rc,
};

/// Loads `bytes` as what they look like, and those behind the first byte as the format that it
/// picks.
pub fn any(bytes: &[u8]) {
    load(bytes, None);
    if let Some((first, rest)) = bytes.split_first() {
        let importer = IMPORTERS.get(usize::from(*first) % IMPORTERS.len());
        load(rest, importer.map(|importer| importer.id()));
    }
}

/// Loads `bytes` as `format` and reads its attachments.
pub fn load(bytes: &[u8], format: Option<&str>) {
    let answers = Answers {
        format: format.map(str::to_owned),
        zone: Some("Europe/Stockholm".to_owned()),
        ..Answers::default()
    };
    let reader = Box::new(Cursor::new(bytes.to_vec()));
    let position = Rc::new(Cell::new(0));
    let mut job = LoadJob::new("fuzz.txt", reader, answers, position).expect("answers are valid");
    let (mut case, mut ctx) = (Case::default(), fixed::ctx(0, 1));
    loop {
        match job.step(&mut case, &mut ctx) {
            Ok(Step::Working(_)) => {}
            Ok(Step::Done(_)) => break,
            Err(_) => return,
        }
    }
    let Some(source) = case.sources.first() else {
        return;
    };
    assert!(source.accounting.closes());
    let items: u64 = source.items.values().sum();
    let messages = case.messages.len() as u64;
    assert!((messages..=messages + items).contains(&source.accounting.parsed));
    let listed: usize = case
        .conversations
        .iter()
        .map(|one| one.messages.len())
        .sum();
    assert_eq!(listed, case.messages.len());
    for message in &case.messages {
        for attached in message.attachments().iter().take(4) {
            if attached.content == Content::Absent {
                continue;
            }
            let original = |_: usize| Ok(Box::new(Cursor::new(bytes.to_vec())) as _);
            if let Ok(content) = attachment(&case, SourceId(0), &attached.content, original) {
                let _ = std::io::copy(&mut content.take(1 << 20), &mut std::io::sink());
            }
        }
    }
}
